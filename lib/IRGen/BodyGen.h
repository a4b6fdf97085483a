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
                         mlir::Type type);
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
  void declareMembers(const sema::Scope &scope);
  void generateMembers(const sema::Scope &scope);
  void declarePorts();
  void generateInstance(const sema::InstanceSymbol &instance);
  void connectPort(const sema::InstanceSymbol &instance, const sema::PortConnection &connection);
  bool bindDirectly(const sema::PortConnection &connection, llvm::StringRef &actual);
  void connectInput(const sema::InstanceSymbol &instance, const sema::PortSymbol &port,
                    const sema::Expr &expr);
  void connectOutput(const sema::InstanceSymbol &instance, const sema::PortSymbol &port,
                     const sema::Expr &expr);
  void generateProcess(const sema::ProcessSymbol &process);
  bool generateStaticProcess(const sema::ProcessSymbol &process);
  void generateAssign(const sema::ContinuousAssignSymbol &assign);
  void generateNetInitialiser(const sema::NetSymbol &net);
  void generateGate(const sema::GateSymbol &gate);
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
  std::vector<const sema::ValueSymbol *> initialised; ///< variables with initialisers, in order
  size_t nextInitialised = 0;                         ///< first one without code
  std::unique_ptr<FunctionGen> initialiser;           ///< the function $init under way
  friend class FunctionGen;
};

} // namespace circtsim::irgen

#endif
