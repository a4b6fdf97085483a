//===- CombBuilder.h - folding builder of combinational logic ---------*- C++ -*-===//
#ifndef CIRCTSIM_EXPORT_COMBBUILDER_H
#define CIRCTSIM_EXPORT_COMBBUILDER_H

#include "IR/Circt/Comb/Comb.h"
#include "IR/Circt/HW/HW.h"
#include "IR/Circt/Seq/Seq.h"

#include "llvm/ADT/APInt.h"

namespace circtsim::exporter {

namespace comb = circt::comb;
namespace hw = circt::hw;
namespace seq = circt::seq;

/// Makes hw and comb operations on integers. Constants are folded, equal operations are
/// made once. Both values of a binary operation have one width.
class CombBuilder {
public:
  explicit CombBuilder(mlir::Block *block)
      : builder(mlir::OpBuilder::atBlockEnd(block)), loc(builder.getUnknownLoc()) {}

  static std::optional<llvm::APInt> constantOf(mlir::Value value);
  static unsigned widthOf(mlir::Value value) { return value.getType().getIntOrFloatBitWidth(); }

  mlir::Value constant(const llvm::APInt &value);
  mlir::Value constant(unsigned width, uint64_t value) {
    return constant(llvm::APInt(width, value));
  }
  mlir::Value zero(unsigned width) { return constant(width, 0); }

  mlir::Value andOp(mlir::Value a, mlir::Value b);
  mlir::Value orOp(mlir::Value a, mlir::Value b);
  mlir::Value xorOp(mlir::Value a, mlir::Value b);
  mlir::Value notOp(mlir::Value a) {
    return xorOp(a, constant(llvm::APInt::getAllOnes(widthOf(a))));
  }
  mlir::Value add(mlir::Value a, mlir::Value b);
  mlir::Value sub(mlir::Value a, mlir::Value b);
  mlir::Value mul(mlir::Value a, mlir::Value b);
  /// A zero divisor gives what comb makes of it.
  mlir::Value divide(mlir::Value a, mlir::Value b, bool isSigned, bool remainder);

  enum class Shift { Left, Right, Arithmetic };
  /// The amount is unsigned, of any width; beyond the width nothing (or the sign) is left.
  mlir::Value shift(Shift kind, mlir::Value value, mlir::Value amount);

  mlir::Value icmp(comb::ICmpPredicate predicate, mlir::Value a, mlir::Value b);
  mlir::Value eq(mlir::Value a, mlir::Value b) { return icmp(comb::ICmpPredicate::eq, a, b); }
  mlir::Value isNonZero(mlir::Value a) {
    return icmp(comb::ICmpPredicate::ne, a, zero(widthOf(a)));
  }
  mlir::Value parity(mlir::Value a);
  /// Bits that both values have are left outside of the multiplexer.
  mlir::Value mux(mlir::Value condition, mlir::Value yes, mlir::Value no);

  mlir::Value extract(mlir::Value value, unsigned lo, unsigned width);
  /// The first part is the most significant.
  mlir::Value concat(llvm::ArrayRef<mlir::Value> parts);
  mlir::Value replicate(mlir::Value value, unsigned count);
  mlir::Value extend(mlir::Value value, unsigned width, bool isSigned);
  mlir::Value insert(mlir::Value base, mlir::Value part, unsigned lo);
  /// Width without the leading zeros that the operation itself shows.
  static unsigned activeWidth(mlir::Value value);

  /// Element `index` (in range, of any width) of a vector of equal elements.
  mlir::Value element(mlir::Value vector, mlir::Value index, unsigned elementWidth);
  mlir::Value setElement(mlir::Value vector, mlir::Value index, mlir::Value element);

  /// The operation as this builder would make it now, or null if it would be the same.
  mlir::Value refold(mlir::Operation *op);

  /// A value to be replaced later.
  mlir::Value placeholder(mlir::Type type, llvm::StringRef name);
  /// Equal operations are no longer looked for: needed once operands change.
  void stopSharing() {
    known.clear();
    narrowed.clear();
    isSharing = false;
  }

  mlir::Value make(llvm::StringRef name, mlir::Type type, mlir::ValueRange operands,
                   llvm::ArrayRef<mlir::NamedAttribute> attributes = {});
  mlir::IntegerType intType(unsigned width) { return builder.getIntegerType(width); }

  mlir::OpBuilder builder;
  mlir::Location loc; ///< of what is made next

private:
  struct Segment {
    mlir::Value value;
    unsigned lo, width;
    bool operator==(const Segment &) const = default;
  };
  /// The parts of a value, from bit 0 upwards.
  static void segmentsOf(mlir::Value value, llvm::SmallVectorImpl<Segment> &out);
  mlir::Value muxParts(mlir::Value condition, mlir::Value yes, mlir::Value no);
  mlir::Value muxWhole(mlir::Value condition, mlir::Value yes, mlir::Value no);
  /// The low bits of an operation whose low bits depend on low bits only; or null.
  mlir::Value narrow(mlir::Value value, unsigned width);
  mlir::Value arrayOf(mlir::Value vector, unsigned elementWidth);
  mlir::Value indexFor(mlir::Value index, unsigned count);

  llvm::DenseMap<unsigned, llvm::SmallVector<mlir::Operation *, 1>> known;
  llvm::DenseMap<std::pair<mlir::Value, unsigned>, mlir::Value> narrowed;
  bool isSharing = true;
};

} // namespace circtsim::exporter

#endif // CIRCTSIM_EXPORT_COMBBUILDER_H
