//===- BodyGen.h - one csim.module ------------------------------*- C++ -*-===//
#ifndef CIRCTSIM_IRGEN_BODYGEN_H
#define CIRCTSIM_IRGEN_BODYGEN_H

#include "IRGen/DesignGen.h"

namespace circtsim::irgen {

class FunctionGen;

/// Drive strengths of a source of a net, 0 (highz) to 7 (supply).
struct Strengths {
  uint8_t zero = 6, one = 6;
  static Strengths of(syntax::StrengthLevel zero, syntax::StrengthLevel one);
};

/// Generates the module of one body: declarations, slots, instances, processes.
class BodyGen {
public:
  BodyGen(DesignGen &design, const sema::BodySymbol &body, mlir::ModuleOp parent);

  ~BodyGen();

  void generate();
  void generateSubroutine(const sema::SubroutineSymbol &subroutine, csim::FuncOp op);

  //===-- Names of things in this module, created on first use ---------------===//
  /// MLIR symbol of a static variable or net of this body.
  llvm::StringRef signal(const sema::ValueSymbol &symbol);
  /// The same for somebody outside; the members of this body are declared before.
  llvm::StringRef memberSignal(const sema::ValueSymbol &symbol);
  /// Symbol of a signal reached by a path (an external signal of this module).
  llvm::StringRef signal(const sema::NamedValueExpr &named);
  llvm::StringRef externalSignal(uint32_t up, llvm::ArrayRef<llvm::StringRef> instances,
                                 llvm::StringRef name, mlir::Type type);
  /// Signal that holds an aggregate parameter's value.
  llvm::StringRef parameterSignal(const sema::ParameterSymbol &parameter);
  llvm::StringRef externalInstance(const sema::HierarchicalPath &path);
  /// Symbol of a scope; empty for the module itself.
  llvm::StringRef scope(const sema::Scope *scope);
  /// Slot for a source of bits of a net.
  llvm::StringRef driver(llvm::StringRef net, uint32_t lo, uint32_t width, Strengths strength,
                         mlir::Type type, llvm::ArrayRef<int64_t> path = {});
  /// The slot for a source of what a constant select of a net names; empty: of no net.
  llvm::StringRef driverOf(const StaticPrefix &prefix, Strengths strength, mlir::Type type);
  /// A new variable without a name in the design.
  llvm::StringRef hiddenSignal(llvm::StringRef base, mlir::Type type);
  /// A name that nothing else in the module has.
  std::string uniqueName(llvm::StringRef base);

  /// A function of the module made by the compiler (thunk, fork branch, force process).
  csim::FuncOp createFunction(llvm::StringRef base, llvm::ArrayRef<mlir::Type> arguments,
                              bool isTask, llvm::StringRef scopeName, mlir::Location loc);

  DesignGen &design;
  const sema::BodySymbol &body;
  csim::ModuleOp op;
  mlir::OpBuilder builder; ///< at the end of the module

  mlir::ArrayAttr sensitivity(llvm::ArrayRef<StaticPrefix> terms);
  mlir::Attribute eventTerm(const StaticPrefix &term, csim::Edge edge);

  /// Code of the static initialisers found since the last call; false if there
  /// were none.
  bool generateInitialisers();
  void finishInitialiser();

private:
  void generateInitialiser(const sema::ValueSymbol &symbol);
  FunctionGen &staticInitialiser();
  void declareMembers();
  void declareMembers(const sema::Scope &scope);
  void generateMembers(const sema::Scope &scope);
  void declarePorts();
  void generateInstance(const sema::InstanceSymbol &instance);
  void connectPort(const sema::InstanceSymbol &instance, const sema::PortConnection &connection);
  bool bindDirectly(const sema::PortConnection &connection, llvm::StringRef &actual);
  bool joinElement(const sema::InstanceSymbol &instance, const sema::PortSymbol &port,
                   const sema::Expr &expr);
  void connectInput(const sema::InstanceSymbol &instance, const sema::PortSymbol &port,
                    const sema::Expr &expr);
  void connectInout(const sema::InstanceSymbol &instance, const sema::PortSymbol &port,
                    const sema::Expr &expr);
  /// A run of bits of a net.
  struct NetBits {
    llvm::StringRef net;
    uint32_t lo, width;
  };
  bool netBitOf(const sema::Expr &terminal, NetBits &bit);
  NetBits hiddenNet(const sema::GateSymbol &gate, const sema::Expr &data);
  using NetBitsList = llvm::SmallVector<NetBits, 4>;
  /// The bits of a net expression, least significant first; false: reported.
  bool collectNetBits(const sema::Expr &expr, NetBitsList &bits);
  void joinBits(NetBitsList first, NetBitsList second, support::SourceLoc loc);
  void joinNets(const sema::Expr &first, const sema::Expr &second);
  void connectOutput(const sema::InstanceSymbol &instance, const sema::PortSymbol &port,
                     const sema::Expr &expr);
  void generateProcess(const sema::ProcessSymbol &process);
  void checkWaitingCalls(const sema::ProcessSymbol &process, const sema::Stmt *stmt);
  bool generateStaticProcess(const sema::ProcessSymbol &process);
  void generateAssign(const sema::ContinuousAssignSymbol &assign);
  // UserNetGen.cpp
  void generateUserNet(const sema::ValueSymbol &net);
  void generateResolver(const sema::ValueSymbol &net, const sema::SubroutineSymbol &resolver,
                        llvm::ArrayRef<const sema::Expr *> delays);
  void generateNetInitialiser(const sema::NetSymbol &net);
  /// Whether the declaration delays all drivers of the net. Reports what it cannot delay.
  bool isDelayed(const sema::NetSymbol &net);
  /// False: reported.
  bool isJoinable(const sema::Expr &net);
  void generateNetDelay(const sema::NetSymbol &net);
  void generateGate(const sema::GateSymbol &gate);
  csim::ProcessOp gateProcess(const sema::GateSymbol &gate, unsigned outputs);
  /// A gate that shares its body with its equals; false if its terminals or delays forbid it.
  bool generateSharedGate(const sema::GateSymbol &gate);
  llvm::StringRef gateBody(const sema::GateSymbol &gate, llvm::StringRef key);
  bool generateSwitch(const sema::GateSymbol &gate);
  std::string switchControl(const sema::GateSymbol &gate, const sema::Expr &control, bool activeHigh);
  std::unique_ptr<FunctionGen> hiddenProcess(const sema::GateSymbol &gate, const sema::Expr &reads);
  // SpecifyGen.cpp
  void generateSpecify();
  void generatePaths(const sema::ModulePathSymbol &path);
  void generatePath(const sema::ModulePathSymbol &path, const sema::Expr &input,
                    const sema::Expr &output, llvm::StringRef condition);
  llvm::StringRef pathOutput(const sema::ValueSymbol &port);
  std::string behindConditions(const sema::ValueSymbol &port, llvm::StringRef source,
                               mlir::Type type);
  mlir::Value pathCondition(FunctionGen &gen, const sema::ModulePathSymbol &path);
  std::string pathCondition(const sema::ModulePathSymbol &path);
  std::string ifnoneCondition(const sema::ModulePathSymbol &path, const sema::Expr &input,
                              const sema::Expr &output);
  const sema::PathPulseSymbol *pulseLimits(const sema::Expr &input, const sema::Expr &output);
  void generateTimingCheck(const sema::TimingCheckSymbol &check);
  mlir::FlatSymbolRefAttr checkCondition(const sema::TimingCheckSymbol &check,
                                         const sema::Expr *condition);
  mlir::FlatSymbolRefAttr delayedCopy(const sema::TimingCheckEvent &event);
  std::unique_ptr<FunctionGen> hiddenProcess(const sema::Symbol &owner, llvm::StringRef name,
                                             llvm::ArrayRef<const sema::Expr *> reads);
  int64_t constantTicks(const sema::Expr &delay);
  void generatePrimitive(const sema::GateSymbol &gate);
  static std::pair<bool, bool> initialLevel(const syntax::UdpSyntax &udp);
  csim::FuncOp primitiveFunction(const syntax::UdpSyntax &udp, unsigned input);
  std::unique_ptr<FunctionGen> primitiveProcess(const sema::GateSymbol &gate, mlir::ArrayAttr terms);
  /// Drives an output terminal from a gate's process.
  void driveTerminal(FunctionGen &gen, const sema::Expr &terminal, mlir::Value value,
                     Strengths strengths, llvm::ArrayRef<mlir::Value> delays);
  csim::ProcessOp createProcess(csim::ProcessKind kind, llvm::StringRef name,
                                const sema::Scope *scope, support::SourceLoc loc);
  /// A static process that evaluates `rhs` whenever something it reads changes.
  void generateContinuous(csim::ProcessKind kind, llvm::StringRef name, const sema::Scope *scope,
                          support::SourceLoc loc, const sema::Expr &lhs, const sema::Expr &rhs,
                          llvm::ArrayRef<const sema::Expr *> delays, Strengths strengths);

  llvm::DenseMap<const sema::ValueSymbol *, mlir::StringAttr> signals;
  llvm::DenseMap<const sema::ValueSymbol *, mlir::StringAttr> parameters;
  llvm::StringMap<mlir::StringAttr> externals;
  llvm::DenseMap<const sema::Scope *, mlir::StringAttr> scopes;
  llvm::StringMap<unsigned> usedNames;
  bool isDeclared = false; ///< the members
  /// Nets that module paths or delays end at: what drives them drives this net instead.
  llvm::StringMap<std::string> pathSources;
  /// Nets whose declaration has a delay for all drivers.
  llvm::SmallVector<const sema::NetSymbol *, 0> delayedNets;
  llvm::DenseMap<const sema::ValueSymbol *, mlir::StringAttr> pathOutputs;
  llvm::DenseMap<const sema::ModulePathSymbol *, std::string> pathConditions;
  llvm::StringMap<std::string> delayedCopies; ///< drivers, by net and bit
  llvm::StringMap<mlir::StringAttr> gateBodies; ///< by what they compute, and the delays
  llvm::DenseMap<std::pair<const syntax::UdpSyntax *, unsigned>, csim::FuncOp> primitives;
  /// State signals of sequential primitives with an initial level (a, b).
  std::vector<std::pair<std::string, std::pair<bool, bool>>> primitiveStates;
  std::vector<const sema::ValueSymbol *> initialised; ///< variables with initialisers, in order
  size_t nextInitialised = 0;                         ///< first one without code
  std::unique_ptr<FunctionGen> initialiser;           ///< the function $init under way
  std::unique_ptr<FunctionGen> localInitialiser;      ///< of static variables of subroutines
  mlir::Operation *lastConstant = nullptr;            ///< the end of the constants in `initialiser`
  friend class FunctionGen;
};

} // namespace circtsim::irgen

#endif
