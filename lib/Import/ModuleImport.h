//===- ModuleImport.h - one hardware module as a csim.module ---------*- C++ -*-===//
//
// Values that several processes need, or that clocks, instances and outputs are,
// live in signals; all others are computed inside the one process that needs them.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_IMPORT_MODULEIMPORT_H
#define CIRCTSIM_IMPORT_MODULEIMPORT_H

#include "Import/DialectImport.h"

#include "IR/Csim.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/StringSet.h"

#include <functional>

namespace circtsim::import {

class BodyEmitter;
class DesignImport;

/// A csim.signal of the module; `type` is what it stores.
struct Signal {
  mlir::StringAttr symbol;
  mlir::Type type;
  explicit operator bool() const { return bool(symbol); }
};

/// A process to be: what starts it, the values it reads, and what it does.
struct Process {
  csim::ProcessKind kind = csim::ProcessKind::Assign;
  mlir::Location loc;
  /// Edges of placed values. Without any, a change of what the body reads starts it.
  llvm::SmallVector<std::pair<mlir::Value, csim::Edge>> triggers;
  /// Storage that a change of starts it as well.
  llvm::SmallVector<Signal> watched;
  llvm::SmallVector<mlir::Value> uses;
  llvm::SmallVector<std::function<void(BodyEmitter &)>> steps;
};

class ModuleImport {
public:
  ModuleImport(DesignImport &design, mlir::Operation *source, mlir::ArrayAttr parameters,
               csim::ModuleOp target);
  ~ModuleImport();

  /// Fills the csim.module. Failure after reporting.
  mlir::LogicalResult run();
  /// Fills a package with functions of the file instead. Failure after reporting.
  mlir::LogicalResult runFunctions(llvm::ArrayRef<mlir::StringAttr> names);

  // What dialects declare with.

  /// The value behind aliases.
  mlir::Value resolve(mlir::Value value) const;
  /// New storage; without a name it is hidden from users.
  Signal addSignal(mlir::Location loc, llvm::StringRef name, mlir::Type type,
                   csim::NetKind kind = csim::NetKind::Variable);
  /// The type that users are shown: packed arrays instead of plain numbers.
  static mlir::Type describe(mlir::Type type);
  /// The signal that `value` lives in from now on.
  Signal define(mlir::Value value, llvm::StringRef name);
  /// Makes `value` live in a signal, so that it can be an event or an actual.
  void place(mlir::Value value) { placed.insert(resolve(value)); }
  /// The process at the rising edge of `clock`, and of `reset` if there is one. All
  /// with the same events are one process.
  Process &clocked(mlir::Location loc, mlir::Value clock, mlir::Value reset = {});
  /// A process of its own that follows the values it reads.
  Process &following(mlir::Location loc);
  /// A process with control flow: `emit` fills it when every value has its home. One that
  /// is started by `triggers` is static, or, without any, one of kind AlwaysComb by what it
  /// reads.
  void addProcedure(mlir::Location loc, csim::ProcessKind kind,
                    llvm::ArrayRef<std::pair<mlir::Value, csim::Edge>> triggers,
                    std::function<mlir::LogicalResult(Procedure &)> emit);
  /// The csim.func in this module for a function of the file; null after an error at `user`.
  csim::FuncOp functionFor(mlir::Operation *user, mlir::FlatSymbolRefAttr name);
  /// A csim.func of this module without a body.
  csim::FuncOp addFunction(mlir::Location loc, llvm::StringRef name,
                           llvm::ArrayRef<mlir::Type> arguments,
                           llvm::ArrayRef<mlir::Type> results, bool isTask);
  /// A variable outside of all modules, seen from here; null after an error at `user`.
  Signal globalSignal(mlir::Operation *user, mlir::StringAttr name, mlir::Type type);
  /// The slot of the package that functions called by value belong to; null inside it.
  mlir::FlatSymbolRefAttr functionPackage();
  /// All tables of functions as one array, or nothing if there are none.
  Signal functionTables();
  /// `value` is what `signal` holds.
  void liveIn(mlir::Value value, Signal signal) {
    portHomes.erase(value);
    homes[value] = signal;
  }
  Signal homeOf(mlir::Value value) const { return homes.lookup(value); }
  /// `reference` is the signal itself, and back.
  void refer(mlir::Value reference, Signal signal) { references[reference] = signal; }
  Signal referenced(mlir::Value reference) const { return references.lookup(reference); }
  const DialectTable &dialects() const;
  uint64_t femtosecondsPerTick() const;
  void noteDropped(mlir::Operation *op);
  /// The descriptor of the file of that name, one per module; 0 until it is opened.
  Signal fileNamed(mlir::Location loc, llvm::StringRef name);
  bool hasReported() const { return hasFailed; }
  /// Code for the module's initialiser.
  void initialise(std::function<void(BodyEmitter &)> step) {
    initialSteps.push_back(std::move(step));
  }
  /// Code with effects for the initialiser, before all of the former.
  void initialiseFirst(std::function<mlir::LogicalResult(Procedure &)> step) {
    firstSteps.push_back(std::move(step));
  }
  /// Holds `object` until the module is done.
  void keep(std::shared_ptr<void> object) { kept.push_back(std::move(object)); }
  /// A source of a resolved net; all of it if `width` is 0.
  Signal addDriver(mlir::Location loc, Signal net, unsigned lo, unsigned width, mlir::Type type);
  /// Two nets of this width are one.
  void join(mlir::Location loc, Signal first, Signal second, unsigned width);
  /// An object elsewhere, by a path of instances from a top module, or, with `isNear`, from
  /// this module.
  Signal addExternSignal(mlir::Location loc, llvm::ArrayRef<llvm::StringRef> path, bool isNear,
                         mlir::Type type);
  /// An instance for a test program, once for each operation that opens one.
  mlir::LogicalResult addModel(mlir::Operation *op, mlir::FlatSymbolRefAttr module);
  Signal portOfModel(mlir::Operation *op, mlir::StringAttr port) const;
  /// The type of a signal of this module; null if it is none.
  mlir::Type typeOf(mlir::FlatSymbolRefAttr symbol);
  mlir::Operation *sourceOp() const { return source; }
  /// The importing fails, though it goes on to the next error.
  void fail() { hasFailed = true; }
  /// An instance, with its inputs and results in the order of its ports.
  mlir::LogicalResult instantiate(mlir::Operation *op, llvm::StringRef name,
                                  mlir::FlatSymbolRefAttr module, mlir::ArrayAttr parameters,
                                  mlir::ValueRange inputs, mlir::ResultRange results);
  /// Values of the module's outputs.
  mlir::LogicalResult connectOutputs(mlir::Operation *op);

  const TypeLowering types;

private:
  friend class BodyEmitter;
  friend class MooreModule;
  /// Owners of pure operations beside the numbers of processes.
  enum : int { Nobody = -1, Shared = -2 };
  struct Instance {
    mlir::Operation *op;
    std::string name;
    csim::ModuleOp child;
    llvm::SmallVector<mlir::Value> values;
    llvm::SmallVector<int32_t> ports;
  };

  mlir::LogicalResult declarePorts();
  mlir::LogicalResult declareOperations();
  mlir::LogicalResult declareOperation(mlir::Operation &op);
  void collectNames();
  void choosePortHomes();
  bool isPure(mlir::Operation *op) const;
  mlir::Operation *pureSource(mlir::Value value) const;
  void findCycles();
  void chooseOwners();
  void own(mlir::Value value, int owner);
  void chooseHomes();
  void chooseGroups();
  unsigned groupOf(unsigned number);
  void emitGroups();
  void emitProcess(int number);
  void emitLoop(mlir::Operation *op);
  void emitProcedures();
  void emitFunctions();
  void emitInstances();
  void emitInitialiser();
  void putStorageFirst();
  csim::ProcessOp createProcess(mlir::Location loc, csim::ProcessKind kind);
  void finishProcess(csim::ProcessOp op, BodyEmitter &body, const Process *process);
  mlir::StringAttr uniqueSymbol(llvm::StringRef name);

  DesignImport &design;
  mlir::Operation *source;
  csim::ModuleOp target;
  mlir::OpBuilder members;
  llvm::StringSet<> symbols;

  llvm::DenseMap<mlir::Value, Signal> homes;
  llvm::DenseMap<mlir::Value, Signal> portHomes;
  llvm::DenseMap<mlir::Value, mlir::StringAttr> names;
  llvm::SetVector<mlir::Value> placed;
  std::vector<std::unique_ptr<Process>> processes;
  llvm::DenseMap<std::pair<mlir::Value, mlir::Value>, unsigned> clockedProcesses;
  struct PendingProcedure {
    mlir::Location loc;
    csim::ProcessKind kind;
    llvm::SmallVector<std::pair<mlir::Value, csim::Edge>> triggers;
    std::function<mlir::LogicalResult(Procedure &)> emit;
  };
  std::vector<PendingProcedure> procedures;
  llvm::DenseMap<mlir::Value, Signal> references;
  llvm::DenseMap<mlir::Attribute, csim::FuncOp> functions;
  std::vector<std::pair<mlir::Operation *, csim::FuncOp>> pendingFunctions;
  llvm::DenseMap<mlir::Attribute, Signal> globals;
  mlir::StringAttr packageSymbol, tablesSymbol;
  llvm::StringMap<Signal> files;
  llvm::DenseMap<std::pair<mlir::Operation *, mlir::Attribute>, Signal> modelPorts;
  std::vector<Instance> instances;
  /// Operations of the body that the initialiser executes, and how it does.
  llvm::DenseSet<mlir::Operation *> initialOnly;
  std::function<mlir::LogicalResult(Procedure &)> initialCode;
  std::vector<std::function<void()>> finishers; ///< when all code is there
  std::vector<std::shared_ptr<void>> kept;
  std::vector<std::function<void(BodyEmitter &)>> initialSteps;
  std::vector<std::function<mlir::LogicalResult(Procedure &)>> firstSteps;

  /// Pure operations with operands, operands before users.
  std::vector<mlir::Operation *> order;
  llvm::DenseMap<mlir::Operation *, unsigned> numbers;
  llvm::DenseSet<mlir::Operation *> inCycle;
  llvm::DenseMap<mlir::Operation *, int> owners;
  std::vector<unsigned> groups;
  bool hasFailed = false;
};

/// Emits the body of one process. Values are lowered once, where they are first
/// asked for: bodies are straight.
class BodyEmitter {
public:
  /// `owner` and `group` tell which pure operations are computed here; others are
  /// loaded. `everything`: all pure operations are.
  BodyEmitter(ModuleImport &module, mlir::OpBuilder builder, int owner, int group,
              bool everything = false)
      : module(module), builder(builder), owner(owner), group(group), everything(everything) {}

  /// A result of an operation that lower() was called for.
  mlir::Value valueHere(mlir::Value result) const { return known.lookup(result); }
  /// The lowered value.
  mlir::Value value(mlir::Value source);
  /// Lowers a pure operation here and remembers its results.
  void lower(mlir::Operation *op);
  mlir::Value addressOf(Signal signal);
  mlir::Value load(Signal signal);
  void store(mlir::Value value, Signal signal);
  /// Nonblocking, whole signal.
  void assign(mlir::Value value, Signal signal);
  PureBuilder pure(mlir::Location loc);

  ModuleImport &module;
  mlir::OpBuilder builder;
  /// Signals that were loaded, in order.
  llvm::SetVector<mlir::Attribute> read;

private:
  bool isLocal(mlir::Operation *op) const;
  mlir::Value missing(mlir::Value source);

  int owner, group;
  bool everything;
  llvm::DenseMap<mlir::Value, mlir::Value> known;
  llvm::DenseMap<mlir::Attribute, mlir::Value> loaded;
};

} // namespace circtsim::import

#endif // CIRCTSIM_IMPORT_MODULEIMPORT_H
