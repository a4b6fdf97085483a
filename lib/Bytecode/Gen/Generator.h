//===- Generator.h - csim to DesignImage ------------------------*- C++ -*-===//
//
// Turns csim modules into the image that the run side executes: types, layout,
// slots, processes, and bytecode. Declaring a module fixes its storage and gives
// every function and process a FuncId; code follows later, function by function.
//
//   Generator generator(image, names);
//   generator.declareModule(module);        // all modules, before any code
//   generator.generateModule(module);       // processes and functions with bodies
//   generator.generateFunction(function);   // one function, when it is first called
//
// Failures have been reported at the operation's location.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_BYTECODE_GEN_GENERATOR_H
#define CIRCTSIM_BYTECODE_GEN_GENERATOR_H

#include "Bytecode/Gen/Layout.h"
#include "IR/Csim.h"
#include "Model/DesignImage.h"

#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/StringMap.h"

#include <deque>
#include <functional>
#include <optional>

namespace circtsim::bytecode {

/// Row numbers of Builtins.def and RuntimeABI.def by name; the generator does not
/// know those tables. An empty optional is an unknown name.
struct NameTables {
  std::function<std::optional<uint32_t>(llvm::StringRef)> builtin;
  std::function<std::optional<uint32_t>(llvm::StringRef)> runtimeFunction;
};

/// What a symbol of a module stands for in its image.
struct Member {
  enum Kind : uint8_t {
    Scope, Signal, ExternSignal, ExternInstance, Driver, PathOutput, Child, Function, Body
  };
  explicit Member(Kind kind = Scope) : kind(kind) {}

  Kind kind;
  bool isTask = false;         ///< Function: may suspend
  uint32_t index = 0;          ///< scope, local signal, slot, child, FuncId (of a body too)
  uint32_t slot = model::NoId; ///< Signal: slot of its port
  uint32_t offset = 0;         ///< Signal: bytes in the block
  mlir::Type type;             ///< storage type of signals and drivers
};

/// A declared module.
struct ModuleInfo {
  csim::ModuleOp op;
  model::ModuleId id = model::NoId;
  llvm::DenseMap<mlir::StringAttr, Member> members;
  /// Processes in order with their functions.
  std::vector<std::pair<csim::ProcessOp, model::FuncId>> processes;
  /// Bodies that processes share, with their functions.
  std::vector<std::pair<csim::ProcessBodyOp, model::FuncId>> bodies;
  size_t sharedProcesses = 0; ///< processes that shareBodies() has seen

  const Member *find(mlir::StringAttr symbol) const {
    auto it = members.find(symbol);
    return it == members.end() ? nullptr : &it->second;
  }
};

class Generator {
public:
  /// `image` may hold modules already; they are not touched.
  Generator(model::DesignImage &image, NameTables names);
  ~Generator();

  /// Declares every module and top of the design, then generates all code.
  mlir::LogicalResult generateDesign(mlir::ModuleOp design);
  /// Declares every csim.module and csim.top, and the time precision.
  mlir::LogicalResult declareDesign(mlir::ModuleOp design);

  /// Types, layout, slots, ports, children, and a FuncId for each function and process. May be
  /// called again to declare functions added since. NoId after an error.
  model::ModuleId declareModule(csim::ModuleOp module);
  /// Code of all processes and of the functions that have a body.
  mlir::LogicalResult generateModule(csim::ModuleOp module);
  /// Code of all processes alone; functions follow when they are first called.
  mlir::LogicalResult generateProcesses(csim::ModuleOp module);
  /// Code of one declared function with a body; marks it materialised.
  mlir::LogicalResult generateFunction(csim::FuncOp function);
  mlir::LogicalResult generateFunction(csim::FuncOp function, model::FunctionImage &image);

  /// The function behind an id, or null (processes, unknown ids).
  csim::FuncOp functionOp(model::FuncId id) const {
    return id < functionOps.size() ? functionOps[id] : csim::FuncOp();
  }
  /// The declared module of that symbol, or null.
  const ModuleInfo *findModule(mlir::StringAttr symbol) const;
  model::DesignImage &getImage() { return image; }
  Layout &getLayout() { return layout; }
  const NameTables &getNames() const { return names; }

  /// Position of a location (the first file position inside it).
  model::SourcePos positionOf(mlir::Location loc);
  /// Number of the types of a function's arguments and results.
  model::SignatureId signatureOf(mlir::FunctionType type);
  /// The member that `ref` names, seen from `module`; null if undeclared.
  const Member *resolve(const ModuleInfo &module, mlir::SymbolRefAttr ref) const;

private:
  ModuleInfo &openModule(csim::ModuleOp module);
  mlir::LogicalResult declareMembers(ModuleInfo &info, model::ModuleImage &out);
  mlir::LogicalResult declareSignals(ModuleInfo &info, model::ModuleImage &out);
  mlir::LogicalResult declareMember(ModuleInfo &info, model::ModuleImage &out, mlir::Operation &op);
  void declareScope(ModuleInfo &info, model::ModuleImage &out, csim::ScopeOp op);
  void declarePort(ModuleInfo &info, model::ModuleImage &out, csim::PortOp op);
  void declareExtern(ModuleInfo &info, model::ModuleImage &out, mlir::StringAttr symbol,
                     std::optional<uint32_t> up, mlir::ArrayAttr path, mlir::Type type);
  uint32_t flatBits(mlir::Type type);
  mlir::LogicalResult declareDriver(ModuleInfo &info, model::ModuleImage &out, csim::DriverOp op);
  mlir::LogicalResult declareJoin(ModuleInfo &info, model::ModuleImage &out, csim::JoinOp op);
  mlir::LogicalResult declareSwitch(ModuleInfo &info, model::ModuleImage &out, csim::PassSwitchOp op);
  // SpecifyGen.cpp
  mlir::LogicalResult declarePathOutput(ModuleInfo &info, model::ModuleImage &out,
                                        csim::PathOutputOp op);
  mlir::LogicalResult declarePath(ModuleInfo &info, model::ModuleImage &out,
                                  csim::ModulePathOp op);
  mlir::LogicalResult declareTimingCheck(ModuleInfo &info, model::ModuleImage &out,
                                         csim::TimingCheckOp op);
  mlir::LogicalResult declareInstance(ModuleInfo &info, model::ModuleImage &out,
                                      csim::InstanceOp op);
  mlir::LogicalResult declareFunction(ModuleInfo &info, csim::FuncOp op);
  void declareBody(ModuleInfo &info, csim::ProcessBodyOp op);
  /// How descriptors name the object of an event term, and its first bit and width.
  mlir::FailureOr<model::EventTerm> placeOf(const ModuleInfo &info, mlir::Location loc,
                                            csim::EventTermAttr term);
  mlir::LogicalResult shareBody(ModuleInfo &info, model::ModuleImage &out, csim::ProcessOp op,
                                model::ProcessImage &process);
  /// Lets processes with equal code share it (ShareBodies.cpp).
  void shareBodies(ModuleInfo &info);
  void makeTruthTables(const model::ModuleImage &module);
  mlir::LogicalResult declareProcess(ModuleInfo &info, model::ModuleImage &out, csim::ProcessOp op);
  model::FuncId addFunction(ModuleInfo &info, llvm::StringRef name, uint32_t scope,
                            std::optional<uint32_t> wanted);
  uint32_t scopeIndex(const ModuleInfo &info, mlir::FlatSymbolRefAttr scope) const;
  mlir::LogicalResult generateBody(const ModuleInfo &info, mlir::Operation *owner,
                                   mlir::Region &body, uint32_t scope, model::FunctionCode &code);

  model::DesignImage &image;
  NameTables names;
  Layout layout;
  std::deque<ModuleInfo> modules;
  llvm::DenseMap<mlir::StringAttr, ModuleInfo *> moduleBySymbol;
  std::vector<csim::FuncOp> functionOps;
  llvm::StringMap<model::FuncId> sharedBodies; ///< by code
  llvm::DenseMap<mlir::Type, model::SignatureId> signatures;
  llvm::DenseSet<model::FuncId> examinedBodies; ///< those that makeTruthTables() has seen
  llvm::StringMap<uint32_t> fileIndex;
  mlir::LocationAttr lastLocation;
  model::SourcePos lastPosition;
};

} // namespace circtsim::bytecode

#endif // CIRCTSIM_BYTECODE_GEN_GENERATOR_H
