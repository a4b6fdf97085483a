//===- Automaton.h - sequences of values at a clock --------------------*- C++ -*-===//
#ifndef CIRCTSIM_IMPORT_AUTOMATON_H
#define CIRCTSIM_IMPORT_AUTOMATON_H

#include "mlir/IR/Value.h"
#include "llvm/ADT/SmallVector.h"

#include <optional>

namespace circtsim::import {

/// Accepts the matches of a sequence (IEEE 1800-2023 16.7). Each transition takes one edge
/// of the clock, and is possible if all of its literals hold there. A match ends with a
/// transition to Accept. No match is empty.
struct Automaton {
  static constexpr int Accept = -1;
  struct Literal {
    mlir::Value value;
    bool isNegated = false;
  };
  using Guard = llvm::SmallVector<Literal, 2>;
  struct Transition {
    int from, to;
    Guard guard;
  };

  int states = 0;
  llvm::SmallVector<int> starts;
  llvm::SmallVector<Transition> transitions;

  /// One edge at which the literal holds.
  static Automaton ofLiteral(Literal literal);
  /// The sequence starts `delay` edges later, or up to `more` edges after that; without
  /// `more`, any number.
  static Automaton delayed(const Automaton &inner, uint64_t delay, std::optional<uint64_t> more);
  /// The second starts where the first ends.
  static Automaton fused(const Automaton &first, const Automaton &second);
  static Automaton either(const Automaton &first, const Automaton &second);
  /// Both, up to the end of the one that ends later.
  static Automaton both(const Automaton &first, const Automaton &second);
  /// Both, over the same edges.
  static Automaton intersected(const Automaton &first, const Automaton &second);
  /// One directly after the other, `least` (at least 1) to `least + more` times.
  static Automaton repeated(const Automaton &inner, uint64_t least, std::optional<uint64_t> more);
  /// The value holds that often, with gaps; `goesOn`: also edges without it behind the last.
  static Automaton sparse(mlir::Value value, uint64_t least, uint64_t more, bool goesOn);

private:
  int addState() { return states++; }
  /// Adds the states of another one, and returns the number of its first.
  int add(const Automaton &other);
};

} // namespace circtsim::import

#endif // CIRCTSIM_IMPORT_AUTOMATON_H
