//===- ModuleExport.h - one csim.module as an hw.module ----------------*- C++ -*-===//
#ifndef CIRCTSIM_EXPORT_MODULEEXPORT_H
#define CIRCTSIM_EXPORT_MODULEEXPORT_H

#include "Export/Execution.h"

#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/StringSet.h"

namespace circtsim::exporter {

/// Signals that must not become memories, because of how they are used.
using Demoted = llvm::DenseSet<mlir::Operation *>;

/// The name of the hardware module.
std::string hardwareName(csim::ModuleOp module);

/// What starts the process: its sensitivity list, or the event control that is all it waits
/// for, at the head of its loop. Nothing if it waits otherwise.
std::optional<llvm::SmallVector<csim::EventTermAttr>> triggersOf(csim::ProcessOp process);

/// Uses of signals that do not fit an addressed memory.
bool canBeMemory(csim::SignalOp signal, csim::ModuleOp module);

/// Makes the hw.module of a csim.module. Every signal is a value, from its drivers
/// joined bit by bit; until all processes are known placeholders stand for them.
class ModuleExport {
public:
  ModuleExport(csim::ModuleOp source, mlir::SymbolTableCollection &tables, Demoted &demoted);

  /// The module behind the end of `target`. If a memory turned out to be none, it is added to
  /// `demoted`, and the export has to be done again.
  mlir::LogicalResult run(mlir::ModuleOp target);
  bool isToRepeat() const { return mustRepeat; }

  // --- For Execution -------------------------------------------------------------------
  /// The place that a symbol of the module names; an error at `user` if there is none.
  mlir::FailureOr<Place> placeOf(mlir::FlatSymbolRefAttr symbol, mlir::Operation *user);
  /// The value of a whole signal, or of an external one.
  mlir::Value read(mlir::Operation *signal);
  /// What `process` would have to store of a signal; none of it may be needed in the end.
  mlir::Value hold(mlir::Operation *signal);
  /// The constant that a signal starts with, where one is known.
  Symbolic presetOf(mlir::Operation *signal) const;

  bool isMemory(mlir::Operation *signal) const { return memories.contains(signal); }
  /// The word that `steps` select; those that remain select inside of it.
  mlir::Value readMemory(mlir::Operation *signal, llvm::SmallVectorImpl<Step> &steps);
  mlir::LogicalResult writeMemory(mlir::Operation *signal, llvm::ArrayRef<Step> steps,
                                  mlir::Value data, mlir::Value condition);
  void demote(mlir::Operation *signal) {
    demoted.insert(signal);
    mustRepeat = true;
  }

  void warnUnknown();
  void warnDelays(mlir::Location loc);
  CombBuilder &builder() { return *logic; }
  mlir::SymbolTableCollection &symbols() { return tables; }
  csim::ModuleOp module() const { return source; }

private:
  struct Piece {
    unsigned lo;
    mlir::Value value;
  };
  struct Signal {
    llvm::StringRef name;
    unsigned width = 0;
    mlir::Value value;    ///< known from the start, or a placeholder
    bool isKnown = false; ///< an input, or the output of an instance
    llvm::SmallVector<Piece> pieces;
    llvm::APInt driven;
    Symbolic preset;
  };
  struct Hold {
    mlir::Value value;
    mlir::Operation *signal;
    mlir::Location loc;
    llvm::APInt mask; ///< bits that the process assigns
  };
  struct MemoryWrite {
    mlir::Value address, valid, condition, data, clock;
    unsigned lo;
    mlir::Location loc;
  };
  struct Memory {
    unsigned depth = 0, width = 0;
    mlir::Value handle;
    mlir::Value clock; ///< stands for that of its writes
    llvm::SmallVector<MemoryWrite> writes;
  };
  /// The edges that start a process.
  struct Clocking {
    csim::EventTermAttr clock, reset;
  };

  mlir::LogicalResult declareSignals();
  mlir::LogicalResult declareExternals();
  mlir::LogicalResult build();
  void addSignal(mlir::Operation *op, llvm::StringRef name, mlir::Type type);
  mlir::LogicalResult declarePorts(mlir::ModuleOp target);
  mlir::LogicalResult declareInstances();
  mlir::LogicalResult declareInstance(csim::InstanceOp instance);
  /// The signal of this module that an external one is, or stands for.
  mlir::Operation *resolveExternal(csim::ExternSignalOp op);
  void chooseMemories();
  Index takeAddress(const Memory &memory, unsigned total, llvm::SmallVectorImpl<Step> &steps);

  mlir::LogicalResult runInitial();
  mlir::LogicalResult runProcess(csim::ProcessOp process);
  mlir::LogicalResult runCombinational(csim::ProcessOp process);
  mlir::LogicalResult runClocked(csim::ProcessOp process);
  mlir::FailureOr<Clocking> clockingOf(csim::ProcessOp process);
  mlir::LogicalResult argumentsOf(csim::ProcessOp process, mlir::Region *&body,
                                  llvm::SmallVectorImpl<Symbolic> &arguments);
  mlir::Value edgeBit(csim::EventTermAttr term, mlir::Operation *user);
  mlir::Value clockFor(mlir::Value bit, bool isFalling);
  mlir::Value makeRegister(mlir::Operation *signal, unsigned lo, mlir::Value next,
                           mlir::Value clock, mlir::Value reset, mlir::Value resetValue,
                           mlir::Location loc);
  mlir::LogicalResult addRegister(mlir::Operation *signal, const Execution::Store &store,
                                  mlir::Value clock, mlir::Value reset, mlir::Value resetValue);
  mlir::LogicalResult addPiece(mlir::Operation *signal, unsigned lo, mlir::Value value,
                               mlir::Location loc);
  mlir::LogicalResult addPieces(mlir::Operation *signal, const Execution::Store &store);
  mlir::LogicalResult addRegisters(Execution &run, Execution *resetRun, mlir::Value clock,
                                   mlir::Value reset);
  mlir::Value bitsOf(const Symbolic &value, unsigned width);
  mlir::LogicalResult finishMemories();
  mlir::LogicalResult finishMemory(mlir::Operation *signal, Memory &memory);
  mlir::LogicalResult resolve();
  mlir::Value withoutOthers(const Hold &hold);
  mlir::Value assemble(mlir::Operation *op, Signal &signal);
  void emitOutputs();
  void cleanUp();
  mlir::LogicalResult checkHolds();

  csim::ModuleOp source;
  mlir::SymbolTableCollection &tables;
  Demoted &demoted;
  bool mustRepeat = false, hasWarnedUnknown = false, hasWarnedDelays = false;
  hw::HWModuleOp target;
  std::unique_ptr<CombBuilder> logic;
  llvm::MapVector<mlir::Operation *, Signal> signals;
  llvm::SmallVector<mlir::Operation *> outputs;
  llvm::SmallVector<Hold> holds;
  size_t firstHold = 0; ///< of the process being followed
  llvm::MapVector<mlir::Operation *, Memory> memories;
  mlir::Value currentClock; ///< of the process being followed, where memories may be written
  std::map<std::pair<mlir::Operation *, unsigned>, mlir::Operation *> portSignals;
  std::map<std::pair<void *, bool>, mlir::Value> clocks;
};

} // namespace circtsim::exporter

#endif // CIRCTSIM_EXPORT_MODULEEXPORT_H
