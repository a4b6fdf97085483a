//===- Monitor.h - watches a temporal property -------------------------*- C++ -*-===//
#ifndef CIRCTSIM_IMPORT_MONITOR_H
#define CIRCTSIM_IMPORT_MONITOR_H

#include "Import/Automaton.h"
#include "Import/Progression.h"
#include "Import/Procedure.h"

#include "llvm/ADT/BitVector.h"

#include <vector>

namespace circtsim::import {

/// What starts an attempt of a property.
struct ClockEvent {
  mlir::Value clock;
  csim::Edge edge = csim::Edge::Pos;
};

/// The clock that a property names itself, or nothing.
std::optional<ClockEvent> clockOf(mlir::Value property);

/// A property at the edges of one clock. An attempt starts at each edge; what attempts have
/// seen so far is one vector of bits.
class Monitor {
public:
  /// Null after an error at the property.
  static std::shared_ptr<Monitor> make(mlir::Value property, ClockEvent event,
                                       ModuleImport &module);

  /// Values that are read at the edges.
  llvm::ArrayRef<mlir::Value> letters() const { return values; }
  unsigned width() const { return bits; }
  /// Code for one edge: whether an attempt fails there. `state` is of the given width, and
  /// is forgotten while `isOn`, if there is one, is 0.
  mlir::Value emit(Procedure &code, Signal state, mlir::Value isOn);
  /// Bits of the state that must not be set when the simulation ends.
  llvm::ArrayRef<unsigned> openBits() const { return open; }

private:
  struct Part {
    enum Kind { Boolean, Never, Match, Implies, All, Progress } kind;
    mlir::Value value;                       ///< Boolean
    Automaton sequence;                      ///< Never, Match, Implies: the antecedent
    llvm::SmallVector<llvm::BitVector> ages; ///< Match: what is possible after each edge
    std::vector<Part> parts;                 ///< Implies, All
    Progression progress{};                  ///< Progress
  };
  struct Step;

  explicit Monitor(ModuleImport &module, ClockEvent event) : module(module), event(event) {}
  std::optional<Part> build(mlir::Value property);
  std::optional<Part> buildMatch(mlir::Value property);
  std::optional<Part> buildProgress(mlir::Value property);
  std::optional<Automaton> sequenceOf(mlir::Value value);
  bool isOwnClock(mlir::Operation *op, mlir::Value clock, csim::Edge edge);
  void add(mlir::Value letter);
  mlir::Value emit(const Part &part, mlir::Value start, Step &step);

  ModuleImport &module;
  ClockEvent event;
  llvm::SmallVector<mlir::Value> values;
  unsigned bits = 0;
  llvm::SmallVector<unsigned> open;
  Part root{};
};

/// A check of a property: at the edges of its clock, which it may name itself. It is off while
/// `isOn` is 0 or `isOff` is 1; both may be null.
struct PropertyCheck {
  mlir::Operation *op;
  mlir::Value property;
  std::optional<ClockEvent> event;
  mlir::Value isOn, isOff;
  std::string label;
  bool isAssumption = false;
};
mlir::LogicalResult declareProperty(PropertyCheck check, ModuleImport &module);

} // namespace circtsim::import

#endif // CIRCTSIM_IMPORT_MONITOR_H
