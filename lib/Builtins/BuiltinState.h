//===- BuiltinState.h - what builtins remember in a simulation --*- C++ -*-===//
#ifndef CIRCTSIM_BUILTINS_BUILTINSTATE_H
#define CIRCTSIM_BUILTINS_BUILTINSTATE_H

#include "Builtins/Deferred.h"
#include "Builtins/FileTable.h"
#include "Value/Format.h"
#include "Waves/Dump.h"

#include <set>

namespace circtsim::builtins {

/// State of the value change dump tasks (21.7.1).
struct DumpState {
  std::string path = "dump.vcd";
  bool isNamed = false;        ///< $dumpfile was called
  waves::Dump *dump = nullptr; ///< since the first $dumpvars
  uint64_t firstStep = 0;      ///< Scheduler::step() of the first $dumpvars
  uint64_t limit = 0;          ///< bytes; 0: none
};

/// One per simulation. Made on first use, after SimContext::initialise() has made
/// the scheduler.
struct BuiltinState {
  explicit BuiltinState(runtime::SimContext &context);

  /// No $finish lines and no notes about dump files (--quiet).
  bool isQuiet = false;
  /// Text of the $date section of files made by $dumpvars; empty: a fixed one.
  std::string dumpDate;

  FileTable files;
  value::TimeFormat timeFormat;
  DeferredDisplays deferred;
  waves::Recorder recorder;
  DumpState dump;
  std::string text; ///< scratch of the display tasks

  /// True the first time a statement gives a warning of this kind.
  bool isFirstWarning(const model::CallDescriptor &statement, uint32_t kind) {
    return warnings.emplace(&statement, kind).second;
  }
  /// The end of the time step in which the simulation stops: pending displays and
  /// changes.
  void finishStep();

private:
  std::set<std::pair<const model::CallDescriptor *, uint32_t>> warnings;
};

/// The state of a simulation.
inline BuiltinState &stateOf(runtime::SimContext &context) {
  return context.state<BuiltinState>(context);
}

} // namespace circtsim::builtins

#endif
