//===- Progression.h - what a property still asks for -------------------*- C++ -*-===//
#ifndef CIRCTSIM_IMPORT_PROGRESSION_H
#define CIRCTSIM_IMPORT_PROGRESSION_H

#include "Import/Automaton.h"

#include <map>
#include <string>
#include <vector>

namespace circtsim::import {

/// Any property over one clock as a machine: each of its states is what an attempt still asks
/// for, and each edge leads from one to the next.
class Progression {
public:
  /// Where an attempt goes on: the number of a state, or one of these.
  enum : int { Fails = -1, Holds = -2 };
  struct State {
    llvm::SmallVector<mlir::Value> letters; ///< what the next state depends on
    std::vector<int> next;                  ///< by the letters' values, the first one lowest
    /// The property fails if the simulation ends here: something has to happen yet.
    bool isOpen = false;
  };
  /// Attempts begin in the first.
  std::vector<State> states;

  using SequenceOf = llvm::function_ref<std::optional<Automaton>(mlir::Value)>;
  /// Nothing after an error; `why` is set if it is not reported yet.
  static std::optional<Progression> make(mlir::Value property, SequenceOf sequenceOf,
                                         std::string &why);
};

} // namespace circtsim::import

#endif // CIRCTSIM_IMPORT_PROGRESSION_H
