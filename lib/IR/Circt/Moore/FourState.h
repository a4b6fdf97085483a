//===- FourState.h - integers with unknown bits -----------------*- C++ -*-===//
#ifndef CIRCTSIM_IR_CIRCT_MOORE_FOURSTATE_H
#define CIRCTSIM_IR_CIRCT_MOORE_FOURSTATE_H

#include "mlir/IR/OpImplementation.h"
#include "llvm/ADT/APInt.h"

namespace circtsim::circt::moore {

/// An integer whose bits are 0, 1, x or z. Planes of one width; bits (value,
/// unknown): 0 is (0,0), 1 is (1,0), z is (0,1), x is (1,1).
struct FourState {
  llvm::APInt value = llvm::APInt::getZero(0);
  llvm::APInt unknown = llvm::APInt::getZero(0);

  unsigned getWidth() const { return value.getBitWidth(); }
  bool hasUnknown() const { return !unknown.isZero(); }
  bool isNegative() const { return value.isNegative() && !unknown.isNegative(); }
  /// The least width that keeps the value; of a negative value, with its sign.
  unsigned getNeededBits() const;
  /// Extended by the topmost bits or cut to `width`.
  FourState resized(unsigned width) const;

  friend bool operator==(const FourState &a, const FourState &b) {
    return a.getWidth() == b.getWidth() && a.value == b.value && a.unknown == b.unknown;
  }
};
inline llvm::hash_code hash_value(const FourState &number) {
  return llvm::hash_combine(number.value, number.unknown);
}

/// `42`, `-42`, or digits that may be X or Z: `b10XZ`, `hFFXZ`. The result is
/// wide enough for its top bit to tell negative numbers from others.
mlir::ParseResult parseFourState(mlir::AsmParser &parser, FourState &number);
/// Decimal if all bits are known, else hexadecimal without leading zeros if no
/// digit mixes x, z and known bits, else binary.
void printFourState(mlir::AsmPrinter &printer, const FourState &number);

} // namespace circtsim::circt::moore

#endif
