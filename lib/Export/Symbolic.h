//===- Symbolic.h - values and places while code is followed ----------*- C++ -*-===//
#ifndef CIRCTSIM_EXPORT_SYMBOLIC_H
#define CIRCTSIM_EXPORT_SYMBOLIC_H

#include "Export/CombBuilder.h"
#include "IR/Csim.h"

#include <memory>

namespace circtsim::exporter {

/// Bits of an object laid out as one number: element and member 0 lowest. 0: not hardware.
uint64_t flatWidth(mlir::Type type);

/// Position that is computed in hardware: unsigned, or signed if `lo` is negative.
struct Index {
  mlir::Value value;
  int64_t lo = 0, hi = 0;
  mlir::Value valid; ///< null: always; where it is 0 nothing is selected
};

/// One selection inside of an object.
struct Step {
  enum Kind { Part, Element, Bits } kind = Part;
  unsigned lo = 0;    ///< of a Part
  unsigned width = 0; ///< of what is selected
  Index index;        ///< of an Element (in units of `width`) or Bits
};

/// What can hold a value: a signal, an external signal, or an automatic variable of an
/// activation of a function.
using Root = std::pair<mlir::Operation *, unsigned>;

struct Place {
  Root root;
  llvm::SmallVector<Step, 2> steps;
  bool isNull = false; ///< reads as 0 and swallows stores
};

/// A value: a constant, what hardware computes, a position or a place.
struct Symbolic {
  enum Kind { Undefined, Constant, Hardware, Position, Reference } kind = Undefined;
  mlir::TypedAttr constant;
  mlir::Value value;
  std::shared_ptr<Index> index;
  std::shared_ptr<Place> place;

  Symbolic() = default;
  explicit Symbolic(mlir::TypedAttr constant) : kind(Constant), constant(constant) {}
  explicit Symbolic(mlir::Value value) : kind(Hardware), value(value) {}
  explicit Symbolic(Index index)
      : kind(Position), index(std::make_shared<Index>(std::move(index))) {}
  explicit Symbolic(Place place)
      : kind(Reference), place(std::make_shared<Place>(std::move(place))) {}

  bool isBits() const { return kind <= Hardware; }
  friend bool operator==(const Symbolic &, const Symbolic &) = default;
};

/// The planes of an integer or logic constant.
std::pair<llvm::APInt, llvm::APInt> planesOf(mlir::TypedAttr constant);

/// Index arithmetic (see csim.to_index and those behind it).
class IndexMath {
public:
  explicit IndexMath(CombBuilder &logic) : logic(logic) {}
  Index fromConstant(int64_t value);
  Index fromValue(mlir::Value value, bool isSigned);
  Index normalise(const Index &index, int32_t left, int32_t right, bool packed, bool unbounded);
  Index scaleAndAdd(const Index &acc, int64_t count, const Index &index);
  /// Invalid unless in [0, count).
  Index bounded(const Index &index, uint64_t count);

private:
  Index make(mlir::Value wide, int64_t lo, int64_t hi, mlir::Value valid);
  mlir::Value widened(const Index &index, unsigned width);
  mlir::Value both(mlir::Value a, mlir::Value b);
  CombBuilder &logic;
};

} // namespace circtsim::exporter

#endif // CIRCTSIM_EXPORT_SYMBOLIC_H
