//===- ScopeBuilder.h - symbols of the items of a scope ---------*- C++ -*-===//
#ifndef CIRCTSIM_SEMA_HIERARCHY_SCOPEBUILDER_H
#define CIRCTSIM_SEMA_HIERARCHY_SCOPEBUILDER_H

#include "Sema/Hierarchy/ElaborationState.h"

namespace circtsim::sema {

/// Declares the items of a module, package, unit, generate block, procedural
/// block or subroutine, then resolves them in order.
class ScopeBuilder {
public:
  ScopeBuilder(Compilation &compilation, Scope &scope)
      : compilation(compilation), state(compilation.state()), diag(compilation.diagnostics()),
        scope(scope), body(Specialisation::of(Compilation::bodyOf(scope))) {}

  /// Makes the items known by name.
  void declare(syntax::List<syntax::MemberSyntax> members);
  /// As above, without naming generate blocks. `lifetime`: default of variables.
  void declare(const syntax::MemberSyntax &member, Lifetime lifetime = Lifetime::Static);
  /// Parameters of a header: `isPort`.
  void declareParameter(const syntax::MemberSyntax &member, bool isPort);
  /// Resolves everything, in order.
  void elaborate();

private:
  bool isProcedural() const;
  void declareVariables(const syntax::VariableDeclSyntax &syntax, Lifetime lifetime);
  void checkInterconnect(const syntax::NetDeclSyntax &syntax);
  void declareNettype(const syntax::NettypeDeclSyntax &syntax);
  void declareNets(const syntax::NetDeclSyntax &syntax);
  void declareValueParameters(const syntax::ParameterDeclSyntax &syntax, bool isPort);
  void declareSpecifyItem(const syntax::MemberSyntax &syntax);
  void declareTypeParameters(const syntax::TypeParameterDeclSyntax &syntax, bool isPort);
  void declareGenvars(const syntax::GenvarDeclSyntax &syntax);
  void declareTypedef(const syntax::TypedefDeclSyntax &syntax);
  void declareForwardTypedef(const syntax::ForwardTypedefDeclSyntax &syntax);
  void declareSubroutine(const syntax::SubroutineDeclSyntax &syntax);
  void declareDpiImport(const syntax::DpiImportSyntax &syntax);
  void declareImports(const syntax::ImportDeclSyntax &syntax);
  void declareAssigns(const syntax::ContinuousAssignSyntax &syntax);
  void declareProcess(const syntax::ProceduralBlockSyntax &syntax);
  void declareAssertion(const syntax::AssertionMemberSyntax &syntax);
  void declareInstances(const syntax::InstantiationSyntax &syntax);
  void declareGates(const syntax::MemberSyntax &syntax,
                    syntax::List<syntax::InstanceSyntax> instances);
  void declareModports(const syntax::ModportDeclSyntax &syntax);
  void declareExports();
  void declareLoop(const syntax::LoopGenerateSyntax &syntax);
  void declareConditional(const syntax::MemberSyntax &syntax);
  void declareClocking(const syntax::ClockingDeclSyntax &syntax);
  void declareNestedModule(const syntax::ModuleSyntax &syntax);
  void declareUnsupported(const syntax::MemberSyntax &syntax);
  void declareAlternatives(const syntax::MemberSyntax &syntax, ItemSymbol &item);
  void declareEnumNames(const syntax::TypeSyntax *type, Symbol &owner);
  void checkProgramItem(const syntax::MemberSyntax &member);
  void checkItem(const syntax::MemberSyntax &syntax);
  void nameGenerateBlocks();
  void activateDefparams();
  void activateUpward(std::unique_ptr<DefparamRecord> record);
  void elaborateSetters();
  void activateDefparam(const syntax::AssignmentSyntax &syntax);
  void elaborateMember(Symbol &symbol, llvm::SmallVectorImpl<Symbol *> &ordered);

  Compilation &compilation;
  ElaborationState &state;
  support::DiagnosticEngine &diag;
  Scope &scope;
  Specialisation &body;
  uint32_t generateCount = 0;
  llvm::SmallVector<Symbol *, 4> unnamedBlocks;
  llvm::SmallVector<const syntax::DefparamSyntax *, 2> defparams;
  llvm::SmallVector<const syntax::BindSyntax *, 2> binds;
  llvm::SmallVector<const syntax::ModportDeclSyntax *, 2> modports;
};

/// Declares the header's ports of a module or interface (Ports.cpp). ANSI
/// ports come before the items, the others after.
void declareAnsiPorts(Compilation &compilation, Specialisation &body);
void declarePortDeclaration(Compilation &compilation, Specialisation &body,
                            const syntax::PortDeclSyntax &syntax);
void collectPortVariables(Specialisation &body, const syntax::ModuleSyntax &module);
void finishNonAnsiPorts(Compilation &compilation, Specialisation &body);

} // namespace circtsim::sema

#endif
