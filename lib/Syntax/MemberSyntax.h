//===- MemberSyntax.h - Design elements and their items ---------*- C++ -*-===//
//
// Modules, interfaces, programs, packages, instances, generate constructs,
// processes, modports, clocking blocks, bind, UDPs and configurations:
// IEEE 1800-2023 clauses 3, 9.2, 10.3, 14, 23-29, 33 and Annex A.1, A.3-A.5.
// Declarations are in DeclSyntax.h, classes and coverage in ClassSyntax.h,
// properties and checkers in AssertionSyntax.h, specify in SpecifySyntax.h.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_SYNTAX_MEMBERSYNTAX_H
#define CIRCTSIM_SYNTAX_MEMBERSYNTAX_H

#include "Syntax/SyntaxNode.h"
#include "Syntax/Token.h"

namespace circtsim::syntax {

/// An item that could not be parsed; already reported.
struct BadMemberSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(BadMember)
};

/// `;`.
struct EmptyMemberSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(EmptyMember)
};

/// A module, interface or program. `directives` are those in force at its
/// first keyword. Extern declarations have no members.
struct ModuleSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(Module, elementKind, isExtern, lifetime, name, imports, parameters, portList,
                       ansiPorts, nonAnsiPorts, members, endName)
  ElementKind elementKind = ElementKind::Module;
  bool isExtern = false;
  Lifetime lifetime = Lifetime::None;
  Name name;
  /// Imports in the header, before the parameters (26.4).
  List<ImportDeclSyntax> imports;
  const ParamPortListSyntax *parameters = nullptr;
  PortListKind portList = PortListKind::None;
  List<AnsiPortSyntax> ansiPorts;
  List<NonAnsiPortSyntax> nonAnsiPorts;
  List<MemberSyntax> members;
  Name endName;
  const DirectiveState *directives = nullptr;
};

struct PackageSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(Package, lifetime, name, members, endName)
  Lifetime lifetime = Lifetime::None;
  Name name;
  List<MemberSyntax> members;
  Name endName;
  const DirectiveState *directives = nullptr;
};

/// `lhs = rhs` of a continuous assignment or defparam.
struct AssignmentSyntax : SyntaxNode {
  CIRCTSIM_SYNTAX_NODE(Assignment, lhs, rhs)
  const ExprSyntax *lhs = nullptr;
  const ExprSyntax *rhs = nullptr;
};

/// `assign (strength) #delay assignments;` (10.3).
struct ContinuousAssignSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(ContinuousAssign, strength, delay, assignments)
  const StrengthSyntax *strength = nullptr;
  const DelaySyntax *delay = nullptr;
  List<AssignmentSyntax> assignments;
};

/// `alias a = b = c;` (10.11).
struct NetAliasSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(NetAlias, nets)
  List<ExprSyntax> nets;
};

/// `initial`, `final`, `always*` with its statement.
struct ProceduralBlockSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(ProceduralBlock, procedureKind, body)
  ProcedureKind procedureKind = ProcedureKind::Initial;
  const StmtSyntax *body = nullptr;
};

/// One connection of an instance or gate; `expr` null: unconnected.
struct PortConnectionSyntax : SyntaxNode {
  CIRCTSIM_SYNTAX_NODE(PortConnection, attributes, connectionKind, name, expr)
  AttributeList attributes;
  ConnectionKind connectionKind = ConnectionKind::Ordered;
  Name name;
  const ExprSyntax *expr = nullptr;
};

/// `name [dims] (connections)`; gates and UDPs may have no name.
struct InstanceSyntax : SyntaxNode {
  CIRCTSIM_SYNTAX_NODE(Instance, name, dimensions, connections)
  Name name;
  List<DimensionSyntax> dimensions;
  List<PortConnectionSyntax> connections;
};

/// Instances of a module, interface, program, UDP or checker. `type` is a
/// NameExpr, or a ScopedNameExpr for checkers. `strength` and `delay` are
/// possible for UDPs only; `#(1,2)` and `#5` before instances are ambiguous
/// between parameters and delay: `#(...)` is stored in `parameters` with
/// hasParameters, `#5` in `delay`.
struct InstantiationSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(Instantiation, type, strength, delay, hasParameters, parameters, instances)
  const ExprSyntax *type = nullptr;
  const StrengthSyntax *strength = nullptr;
  const DelaySyntax *delay = nullptr;
  bool hasParameters = false;
  List<ArgumentSyntax> parameters;
  List<InstanceSyntax> instances;
};

/// `nand (strength) #delay instances;` (clause 28).
struct GateInstantiationSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(GateInstantiation, gate, strength, delay, instances)
  GateKind gate = GateKind::And;
  const StrengthSyntax *strength = nullptr;
  const DelaySyntax *delay = nullptr;
  List<InstanceSyntax> instances;
};

struct DefparamSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(Defparam, assignments)
  List<AssignmentSyntax> assignments;
};

/// `bind target : instances instantiation` (23.11). `target` is a module name
/// or hierarchical instance name; `instances` restricts it.
struct BindSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(Bind, target, instances, instantiation)
  const ExprSyntax *target = nullptr;
  List<ExprSyntax> instances;
  const MemberSyntax *instantiation = nullptr;
};

/// `$fatal(...)`, `$error`, `$warning`, `$info` as an item (20.11); other names
/// are for Sema to reject. `name.text` includes the `$`.
struct ElabSystemTaskSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(ElabSystemTask, name, arguments)
  Name name;
  List<ArgumentSyntax> arguments;
};

//===-- Generate constructs (clause 27) -----------------------------------===//

/// `generate ... endgenerate`: has no scope of its own.
struct GenerateRegionSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(GenerateRegion, members)
  List<MemberSyntax> members;
};

/// `begin : name ... end : endName`, also for `name : begin`. An item without
/// begin/end is a block with hasBegin false and that one member.
struct GenerateBlockSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(GenerateBlock, hasBegin, name, members, endName)
  bool hasBegin = true;
  Name name;
  List<MemberSyntax> members;
  Name endName;
};

/// `for (genvar name = init; condition; step) body`; `step` is an AssignExpr
/// or UnaryExpr.
struct LoopGenerateSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(LoopGenerate, declaresGenvar, genvar, init, condition, step, body)
  bool declaresGenvar = false;
  Name genvar;
  const ExprSyntax *init = nullptr;
  const ExprSyntax *condition = nullptr;
  const ExprSyntax *step = nullptr;
  const GenerateBlockSyntax *body = nullptr;
};

/// `if (condition) thenBlock else elseBlock`. A direct `else if` is an
/// elseBlock without begin that holds one IfGenerate.
struct IfGenerateSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(IfGenerate, condition, thenBlock, elseBlock)
  const ExprSyntax *condition = nullptr;
  const GenerateBlockSyntax *thenBlock = nullptr;
  const GenerateBlockSyntax *elseBlock = nullptr;
};

struct CaseGenerateItemSyntax : SyntaxNode {
  CIRCTSIM_SYNTAX_NODE(CaseGenerateItem, isDefault, labels, block)
  bool isDefault = false;
  List<ExprSyntax> labels;
  const GenerateBlockSyntax *block = nullptr;
};

struct CaseGenerateSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(CaseGenerate, selector, items)
  const ExprSyntax *selector = nullptr;
  List<CaseGenerateItemSyntax> items;
};

//===-- Interfaces and clocking (clauses 14, 25) --------------------------===//

/// One name of a modport: Simple with direction (`expr` for `.name(expr)`),
/// Import/Export (a `prototype`, or just the name), Clocking.
struct ModportItemSyntax : SyntaxNode {
  CIRCTSIM_SYNTAX_NODE(ModportItem, attributes, itemKind, direction, name, isExplicit, expr,
                       prototype)
  AttributeList attributes;
  ModportItemKind itemKind = ModportItemKind::Simple;
  PortDirection direction = PortDirection::None;
  Name name;
  bool isExplicit = false;
  const ExprSyntax *expr = nullptr;
  const SubroutineDeclSyntax *prototype = nullptr;
};

struct ModportSyntax : SyntaxNode {
  CIRCTSIM_SYNTAX_NODE(Modport, name, items)
  Name name;
  List<ModportItemSyntax> items;
};

struct ModportDeclSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(ModportDecl, modports)
  List<ModportSyntax> modports;
};

/// `edge #delay`; either may be absent.
struct ClockingSkewSyntax : SyntaxNode {
  CIRCTSIM_SYNTAX_NODE(ClockingSkew, edge, delay)
  EdgeKind edge = EdgeKind::None;
  const ExprSyntax *delay = nullptr;
};

/// `default input skew output skew;` (isDefault), or `input skew output skew
/// signals;` where a signal is `name` or `name = expr`.
struct ClockingItemSyntax : SyntaxNode {
  CIRCTSIM_SYNTAX_NODE(ClockingItem, attributes, isDefault, direction, hasInput, inputSkew,
                       hasOutput, outputSkew, signals)
  AttributeList attributes;
  bool isDefault = false;
  /// Input, Output (both flags set for `input ... output`), or Inout.
  PortDirection direction = PortDirection::None;
  bool hasInput = false;
  const ClockingSkewSyntax *inputSkew = nullptr;
  bool hasOutput = false;
  const ClockingSkewSyntax *outputSkew = nullptr;
  List<DeclaratorSyntax> signals;
};

/// `default clocking name @(event); items endclocking`, `global clocking`.
/// `members` are the property, sequence and let declarations within.
struct ClockingDeclSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(ClockingDecl, isDefault, isGlobal, name, event, items, members, endName)
  bool isDefault = false;
  bool isGlobal = false;
  Name name;
  const ExprSyntax *event = nullptr;
  List<ClockingItemSyntax> items;
  List<MemberSyntax> members;
  Name endName;
};

/// `default clocking name;`.
struct DefaultClockingSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(DefaultClocking, name)
  Name name;
};

/// `default disable iff condition;`.
struct DefaultDisableSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(DefaultDisable, condition)
  const ExprSyntax *condition = nullptr;
};

//===-- User-defined primitives (clause 29) -------------------------------===//

/// `inputs : state : output ;`. An input is one symbol ("0", "?", "r", ...)
/// or an edge of two symbols without parentheses ("01"). `state` is empty for
/// combinational primitives.
struct UdpRowSyntax : SyntaxNode {
  CIRCTSIM_SYNTAX_NODE(UdpRow, inputs, state, output)
  llvm::ArrayRef<StringRef> inputs;
  StringRef state;
  StringRef output;
};

/// `primitive`. `ports` are the names of the header in order, `portDecls` the
/// directions (from the header or body; a `reg` output has a BuiltinType Reg).
/// `portList` Wildcard: `(.*)`.
struct UdpSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(Udp, isExtern, name, portList, ports, portDecls, isSequential, initialName,
                       initialValue, rows, endName)
  bool isExtern = false;
  Name name;
  PortListKind portList = PortListKind::NonAnsi;
  llvm::ArrayRef<Name> ports;
  /// PortDecl, and VariableDecl for a separate `reg q;`.
  List<MemberSyntax> portDecls;
  bool isSequential = false;
  /// `initial q = 1'b0;`, or the initialiser of an ANSI `output reg`.
  Name initialName;
  const ExprSyntax *initialValue = nullptr;
  List<UdpRowSyntax> rows;
  Name endName;
  const DirectiveState *directives = nullptr;
};

//===-- Configurations (clause 33) ----------------------------------------===//

/// `default|instance path|cell lib.cell` with `liblist names` or `use
/// lib.cell #(parameters) :config`.
struct ConfigRuleSyntax : SyntaxNode {
  CIRCTSIM_SYNTAX_NODE(ConfigRule, ruleKind, target, hasLiblist, liblist, hasUse, use,
                       useIsConfig, hasParameters, parameters)
  ConfigRuleKind ruleKind = ConfigRuleKind::Default;
  const ExprSyntax *target = nullptr;
  bool hasLiblist = false;
  llvm::ArrayRef<Name> liblist;
  bool hasUse = false;
  /// NameExpr `cell` or MemberAccessExpr `lib.cell`; null when only
  /// parameters are given.
  const ExprSyntax *use = nullptr;
  bool useIsConfig = false;
  bool hasParameters = false;
  List<ArgumentSyntax> parameters;
};

struct ConfigSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(Config, name, parameters, design, rules, endName)
  Name name;
  /// The localparam declarations.
  List<MemberSyntax> parameters;
  /// The cells of the design statement.
  List<ExprSyntax> design;
  List<ConfigRuleSyntax> rules;
  Name endName;
};

} // namespace circtsim::syntax
#endif // CIRCTSIM_SYNTAX_MEMBERSYNTAX_H
