//===- Conditions.h - conditions of paths -----------------------------*- C++ -*-===//
#ifndef CIRCTSIM_EXPORT_CONDITIONS_H
#define CIRCTSIM_EXPORT_CONDITIONS_H

#include "Export/CombBuilder.h"

#include <map>
#include <tuple>

namespace circtsim::exporter {

/// Boolean functions of one-bit values, as ordered binary decision diagrams: equal
/// functions are equal numbers, so that the condition of a path behind an `if` is again
/// that before it. The newest variable is on top: branches nest.
class Conditions {
public:
  using Node = uint32_t;
  static constexpr Node False = 0, True = 1;

  explicit Conditions(CombBuilder &logic) : logic(logic) {}

  Node literal(mlir::Value bit);
  Node conjunction(Node a, Node b) { return ifThenElse(a, b, False); }
  Node disjunction(Node a, Node b) { return ifThenElse(a, True, b); }
  Node negation(Node a) { return ifThenElse(a, False, True); }
  /// A simpler function that agrees with `f` wherever `care` is true.
  Node restrict(Node f, Node care);
  /// False if `f` excludes every value of a subject of comparisons that `bit`, an equality
  /// with a constant, is one of: all cases of a `case` have been taken. Else `f`.
  Node withoutExhausted(Node f, mlir::Value bit);
  /// The function as logic.
  mlir::Value emit(Node f);

private:
  struct Decision {
    uint32_t variable; ///< 0: constant
    Node yes, no;
  };
  Node ifThenElse(Node f, Node g, Node h);
  Node unique(uint32_t variable, Node yes, Node no);
  Node cofactor(Node f, uint32_t variable, bool value) const;

  CombBuilder &logic;
  std::vector<Decision> nodes{{0, 0, 0}, {0, 1, 1}};
  llvm::SmallVector<mlir::Value> variables{mlir::Value()};
  llvm::DenseMap<mlir::Value, uint32_t> numbers;
  /// Equalities with constants, by what is compared.
  llvm::DenseMap<mlir::Value, llvm::SmallVector<Node>> comparisons;
  std::map<std::tuple<uint32_t, Node, Node>, Node> table;
  std::map<std::tuple<Node, Node, Node>, Node> computed;
  std::map<std::pair<Node, Node>, Node> restricted;
  llvm::DenseMap<Node, mlir::Value> emitted;
};

} // namespace circtsim::exporter

#endif // CIRCTSIM_EXPORT_CONDITIONS_H
