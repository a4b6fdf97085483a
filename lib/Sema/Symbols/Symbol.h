//===- Symbol.h - named things of the elaborated design ---------*- C++ -*-===//
//
// IEEE 1800-2023 clauses 3, 6, 13, 23, 25, 26, 27. Symbols belong to one
// *body*: a module, interface or program elaborated for one set of parameters
// (a specialisation), a package, or the compilation unit. All instances with
// equal parameters, interface connections and defparams share a body, and so
// one body of code. The instance tree itself is InstanceSymbol objects inside
// their parent's body, each naming the body of the child.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_SEMA_SYMBOLS_SYMBOL_H
#define CIRCTSIM_SEMA_SYMBOLS_SYMBOL_H

#include "Sema/Expr/BindContext.h"
#include "Sema/Expr/Expr.h"
#include "Sema/Stmt/Stmt.h"
#include "Syntax/DeclSyntax.h"
#include "Syntax/MemberSyntax.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"

#include <memory>

namespace circtsim::sema {

class Compilation;
class BodySymbol;
class InstanceSymbol;
struct Origin;

enum class SymbolKind : uint8_t {
  // Values.
  Variable, Net, Parameter, EnumValue, Genvar, Iterator,
  // Types and subroutines.
  TypeParameter, TypeAlias, Subroutine, Let, LetArgument,
  // Scopes inside a body.
  GenerateBlock, GenerateArray, Block,
  // Structure.
  Body, Instance, InstanceArray, Port, InterfacePort, Modport, ModportExpr, Definition,
  // Behaviour.
  Process, ContinuousAssign, Gate, NetAlias, ModulePath, PulseStyle, PathPulse, TimingCheck,
  ElabTask, Clocking, ClockingSignal, DefaultSkipped,
  // Imports.
  ExplicitImport, WildcardImport,
};

class Symbol {
public:
  const SymbolKind kind;
  /// Declarations are made known by name first and resolved on first use.
  enum class State : uint8_t { Resolved, Pending, Resolving };
  State state = State::Resolved;
  /// Ordinal of the declaration within `parent`, from 1: what is declared
  /// before what (6.21). 0: seen everywhere.
  uint32_t position = 0;
  llvm::StringRef name;
  support::SourceLoc loc;
  /// The scope it was declared in. Bodies of modules: the compilation unit, or the body around a
  /// nested module; null for packages, compilation units and top-level instances.
  Scope *parent = nullptr;
  /// The syntax it comes from, for its resolution and binding (Hierarchy/ElaborationState.h).
  const Origin *origin = nullptr;

  /// The body that owns this symbol.
  const BodySymbol *body() const;

protected:
  Symbol(SymbolKind kind, llvm::StringRef name, support::SourceLoc loc) : kind(kind), name(name), loc(loc) {}
};

#define CIRCTSIM_SYMBOL_CLASSOF(K)                                                                 \
  static bool classof(const Symbol *s) { return s->kind == SymbolKind::K; }

/// The names of a scope. Most scopes are small: the hash index comes with the ninth name.
class NameTable {
public:
  using Entry = std::pair<llvm::StringRef, Symbol *>;

  Symbol *lookup(llvm::StringRef name) const {
    const Entry *entry = const_cast<NameTable *>(this)->entryOf(name);
    return entry ? entry->second : nullptr;
  }
  /// Adds a name; if it is taken, changes nothing and returns its holder.
  Symbol *insert(llvm::StringRef name, Symbol *symbol);
  /// Adds a name or gives it another symbol.
  void replace(llvm::StringRef name, Symbol *symbol);
  /// In order of insertion.
  llvm::ArrayRef<Entry> entries() const { return list; }

private:
  Entry *entryOf(llvm::StringRef name);

  llvm::SmallVector<Entry, 0> list;
  std::unique_ptr<llvm::DenseMap<llvm::StringRef, uint32_t>> index;
};

/// A name space with members in source order. Mixed into the symbols that are scopes.
class Scope {
public:
  /// The symbol that is this scope.
  Symbol *symbol = nullptr;
  llvm::SmallVector<Symbol *, 0> members; ///< declaration order, incl. unnamed ones
  NameTable names;
  llvm::SmallVector<Symbol *, 0> wildcardImports;
  /// Position of the last declaration (Symbol::position).
  uint32_t lastPosition = 0;
  /// The blocks of this scope's procedures and subroutines have symbols.
  bool hasBlocks = false;

  Symbol *find(llvm::StringRef name) const { return names.lookup(name); }
};

/// The scope that a symbol is; null for others.
Scope *scopeOf(Symbol &symbol);
inline const Scope *scopeOf(const Symbol &symbol) { return scopeOf(const_cast<Symbol &>(symbol)); }
/// A name as an element of paths: escaped if it could be taken for several of them (5.6.1).
std::string pathElement(llvm::StringRef name);
/// "variable", "net", "module instance" ...: for messages.
llvm::StringRef describeKind(const Symbol &symbol);

//===-- Values ----------------------------------------------------------------===//

class ValueSymbol : public Symbol {
public:
  const Type *type = nullptr;
  static bool classof(const Symbol *s) { return s->kind <= SymbolKind::Iterator; }

protected:
  using Symbol::Symbol;
};

enum class Lifetime : uint8_t { Static, Automatic };

class VariableSymbol : public ValueSymbol {
public:
  Lifetime lifetime = Lifetime::Static;
  bool isConst = false;
  /// Formal argument of a subroutine: its direction; else None.
  syntax::PortDirection direction = syntax::PortDirection::None;
  const Expr *initialiser = nullptr; ///< converted to `type`; default value of formals
  /// Automatic variable used inside a fork branch (or other context that
  /// outlives the frame): lives in a heap cell.
  mutable bool isCaptured = false;
  /// The subroutine's return value variable.
  bool isReturnValue = false;
  /// Made by the compiler (loop copies ...): hidden.
  bool isImplicit = false;
  /// Of the iterator of an array method: what `item.index` stands for (7.12.4).
  const VariableSymbol *iteratorIndex = nullptr;
  /// Of a port declaration: a driver from outside, or the variable behind a `ref` port.
  bool isPort = false;
  /// Of a net of a user-defined net type: what its declaration assigns (10.3.1).
  const Expr *netValue = nullptr;
  /// False: an argument that a prototype gives no name.
  bool isNamed() const { return !name.starts_with("$"); }
  VariableSymbol(llvm::StringRef n, support::SourceLoc l) : ValueSymbol(SymbolKind::Variable, n, l) {}
  CIRCTSIM_SYMBOL_CLASSOF(Variable)
};

class NetSymbol : public ValueSymbol {
public:
  syntax::NetKind netKind = syntax::NetKind::Wire;
  bool isImplicit = false;
  /// Made by the compiler for a port that is an expression: in no name, in no dump.
  bool isHidden = false;
  /// Net declaration assignment and its delay/strength (6.7, 10.3.1).
  const Expr *initialiser = nullptr;
  llvm::ArrayRef<const Expr *> delays;  ///< 0 to 3: rise, fall, turn-off
  syntax::StrengthLevel strength0 = syntax::StrengthLevel::None, strength1 = syntax::StrengthLevel::None;
  syntax::StrengthLevel charge = syntax::StrengthLevel::None; ///< trireg
  NetSymbol(llvm::StringRef n, support::SourceLoc l) : ValueSymbol(SymbolKind::Net, n, l) {}
  CIRCTSIM_SYMBOL_CLASSOF(Net)
};

class ParameterSymbol : public ValueSymbol {
public:
  bool isLocal = false, isPort = false;
  bool isUntyped = false; ///< takes the type of its value (6.20.2)
  bool isSpecparam = false;
  const Expr *value = nullptr; ///< constant (Constant, RealConstant, StringConstant, Pattern)
  ParameterSymbol(llvm::StringRef n, support::SourceLoc l) : ValueSymbol(SymbolKind::Parameter, n, l) {}
  CIRCTSIM_SYMBOL_CLASSOF(Parameter)
};

class EnumValueSymbol : public ValueSymbol {
public:
  const value::LogicVector *value = nullptr;
  EnumValueSymbol(llvm::StringRef n, support::SourceLoc l) : ValueSymbol(SymbolKind::EnumValue, n, l) {}
  CIRCTSIM_SYMBOL_CLASSOF(EnumValue)
};

/// A genvar; inside an elaborated generate block it is a localparam-like constant.
class GenvarSymbol : public ValueSymbol {
public:
  GenvarSymbol(llvm::StringRef n, support::SourceLoc l) : ValueSymbol(SymbolKind::Genvar, n, l) {}
  CIRCTSIM_SYMBOL_CLASSOF(Genvar)
};

/// `item` of an array method's with clause; `item.index` is a MethodCall on it.
class IteratorSymbol : public ValueSymbol {
public:
  IteratorSymbol(llvm::StringRef n, support::SourceLoc l) : ValueSymbol(SymbolKind::Iterator, n, l) {}
  CIRCTSIM_SYMBOL_CLASSOF(Iterator)
};

//===-- Types and subroutines --------------------------------------------------===//

class SubroutineSymbol;

class TypeAliasSymbol : public Symbol {
public:
  const Type *type = nullptr; ///< null until resolved (forward typedef, lazy)
  /// A net type (6.6.7) and its resolution function, or null.
  bool isNettype = false;
  const syntax::ExprSyntax *resolution = nullptr;
  const SubroutineSymbol *resolver = nullptr; ///< the function, once the type is resolved
  TypeAliasSymbol(llvm::StringRef n, support::SourceLoc l) : Symbol(SymbolKind::TypeAlias, n, l) {}
  CIRCTSIM_SYMBOL_CLASSOF(TypeAlias)
};

class TypeParameterSymbol : public Symbol {
public:
  bool isLocal = false, isPort = false;
  const Type *type = nullptr;
  TypeParameterSymbol(llvm::StringRef n, support::SourceLoc l) : Symbol(SymbolKind::TypeParameter, n, l) {}
  CIRCTSIM_SYMBOL_CLASSOF(TypeParameter)
};

/// Function or task (clause 13). Signature is resolved with its body; the
/// statement is bound on the first call of Compilation::bodyOf.
class SubroutineSymbol : public Symbol, public Scope {
public:
  bool isTask = false;
  /// A task or function of an interface that modules define (25.7.4).
  bool isExtern = false;
  Lifetime lifetime = Lifetime::Static; ///< default of its variables
  const Type *returnType = nullptr;
  llvm::SmallVector<VariableSymbol *, 0> formals;
  VariableSymbol *returnVariable = nullptr; ///< non-void functions
  const syntax::SubroutineDeclSyntax *syntax = nullptr;
  /// Imported C function (clause 35).
  const syntax::DpiImportSyntax *dpi = nullptr;
  SubroutineSymbol(llvm::StringRef n, support::SourceLoc l) : Symbol(SymbolKind::Subroutine, n, l) { symbol = this; }
  CIRCTSIM_SYMBOL_CLASSOF(Subroutine)
};

/// The net type of an object, or of the elements of an array of nets (6.6.7): the first one that
/// was declared, if it has other names. Null: a variable, or a net of a built-in type.
const TypeAliasSymbol *nettypeOf(const ValueSymbol &symbol);
/// The same for what is declared with this type.
const TypeAliasSymbol *nettypeOf(const Type &type);
/// A net of a built-in or user-defined net type.
inline bool isNet(const ValueSymbol &symbol) {
  return symbol.kind == SymbolKind::Net || nettypeOf(symbol);
}

/// `let` (11.12): every use binds its syntax anew.
class LetSymbol : public Symbol {
public:
  const syntax::LetDeclSyntax *syntax = nullptr;
  mutable bool isExpanding = false;
  LetSymbol(llvm::StringRef n, support::SourceLoc l) : Symbol(SymbolKind::Let, n, l) {}
  CIRCTSIM_SYMBOL_CLASSOF(Let)
};

/// A formal argument within one use of a `let`.
class LetArgumentSymbol : public Symbol {
public:
  const Type *type = nullptr; ///< null: untyped
  const syntax::ExprSyntax *syntax = nullptr;
  BindContext context; ///< of the actual argument
  LetArgumentSymbol(llvm::StringRef n, support::SourceLoc l) : Symbol(SymbolKind::LetArgument, n, l) {}
  CIRCTSIM_SYMBOL_CLASSOF(LetArgument)
};

//===-- Scopes inside a body -----------------------------------------------------===//

/// A block of an elaborated generate construct. Its members belong to the body
/// around it; their scoped names are "g[3].x".
class GenerateBlockSymbol : public Symbol, public Scope {
public:
  /// Printed name within its parent: "g", "g[3]", "genblk1".
  llvm::StringRef printedName;
  bool isInstantiated = true;
  GenerateBlockSymbol(llvm::StringRef n, support::SourceLoc l) : Symbol(SymbolKind::GenerateBlock, n, l) { symbol = this; }
  CIRCTSIM_SYMBOL_CLASSOF(GenerateBlock)
};

class GenerateArraySymbol : public Symbol {
public:
  llvm::SmallVector<GenerateBlockSymbol *, 0> entries;
  llvm::DenseMap<int64_t, GenerateBlockSymbol *> byIndex;
  GenerateArraySymbol(llvm::StringRef n, support::SourceLoc l) : Symbol(SymbolKind::GenerateArray, n, l) {}
  CIRCTSIM_SYMBOL_CLASSOF(GenerateArray)
};

/// begin/end, fork/join, for, foreach with a name or declarations.
class BlockSymbol : public Symbol, public Scope {
public:
  bool isFork = false;
  /// Some `disable` names this block (found while binding).
  mutable bool isDisableTarget = false;
  BlockSymbol(llvm::StringRef n, support::SourceLoc l) : Symbol(SymbolKind::Block, n, l) { symbol = this; }
  CIRCTSIM_SYMBOL_CLASSOF(Block)
};

//===-- Structure ------------------------------------------------------------------===//

class DefinitionSymbol : public Symbol {
public:
  const syntax::ModuleSyntax *syntax = nullptr;
  const syntax::UdpSyntax *udp = nullptr;
  Scope *declarationScope = nullptr; ///< compilation unit or enclosing module
  /// The library of what no library map places.
  static constexpr llvm::StringLiteral DefaultLibrary = "work";
  llvm::StringRef library; ///< that it, or the cell around it, belongs to (33.3)
  DefinitionSymbol(llvm::StringRef n, support::SourceLoc l) : Symbol(SymbolKind::Definition, n, l) {}
  CIRCTSIM_SYMBOL_CLASSOF(Definition)
};

enum class BodyKind : uint8_t { Module, Interface, Program, Package, CompilationUnit, Root };

class PortSymbol : public Symbol {
public:
  syntax::PortDirection direction = syntax::PortDirection::Input;
  const Type *type = nullptr;
  /// The internal net or variable of the port's name. Null for a null port;
  /// for `.name(expr)` and concatenated non-ANSI ports `internalExpr` is set instead.
  ValueSymbol *internal = nullptr;
  /// The variable of the port's name, if module paths delay it on its way to `internal`, which
  /// is a hidden net then; else null (30.4.1).
  const ValueSymbol *pathVariable = nullptr;
  const Expr *internalExpr = nullptr;
  const Expr *defaultValue = nullptr; ///< input default (23.2.2.4)
  PortSymbol(llvm::StringRef n, support::SourceLoc l) : Symbol(SymbolKind::Port, n, l) {}
  CIRCTSIM_SYMBOL_CLASSOF(Port)
};

class ModportSymbol : public Symbol, public Scope {
public:
  struct Item {
    llvm::StringRef name;
    syntax::PortDirection direction;
    const Symbol *target;        ///< variable, net, subroutine, clocking block or ModportExpr
  };
  llvm::SmallVector<Item, 4> items;
  ModportSymbol(llvm::StringRef n, support::SourceLoc l) : Symbol(SymbolKind::Modport, n, l) { symbol = this; }
  CIRCTSIM_SYMBOL_CLASSOF(Modport)
};

/// A port of interface type. Within a specialisation the connected interface's
/// body is known. An array of interface ports is one symbol per element
/// ("bus[0]", ...) in BodySymbol::ports; its name denotes one more symbol, which
/// has `dimensions` and `elements` and is no port.
class InterfacePortSymbol : public Symbol {
public:
  const BodySymbol *interface = nullptr;
  const ModportSymbol *modport = nullptr;
  llvm::ArrayRef<Range> dimensions; ///< arrays of interface ports
  llvm::ArrayRef<InterfacePortSymbol *> elements; ///< row-major, leftmost index first
  InterfacePortSymbol(llvm::StringRef n, support::SourceLoc l) : Symbol(SymbolKind::InterfacePort, n, l) {}
  CIRCTSIM_SYMBOL_CLASSOF(InterfacePort)
};

/// One specialisation. `members` holds everything in source order with
/// generate blocks nested.
class BodySymbol : public Symbol, public Scope {
public:
  BodyKind bodyKind = BodyKind::Module;
  const DefinitionSymbol *definition = nullptr; ///< null for packages, units, root
  const syntax::SyntaxNode *syntax = nullptr;
  /// "fifo" or "fifo#(W=8)": unique among bodies.
  llvm::StringRef printedName;
  /// Powers of ten of a second.
  int8_t timeUnit = -9, timePrecision = -9;
  bool isCell = false;
  llvm::SmallVector<Symbol *, 0> ports; ///< Port / InterfacePort in order
  /// First instance of the body (context of upward names); null for packages.
  const InstanceSymbol *firstInstance = nullptr;
  uint32_t index = 0; ///< position in Compilation::bodies()
  BodySymbol(llvm::StringRef n, support::SourceLoc l) : Symbol(SymbolKind::Body, n, l) { symbol = this; }
  CIRCTSIM_SYMBOL_CLASSOF(Body)
};

/// What `.name(expr)` of a modport stands for (25.5.4): bound anew at each use.
class ModportExprSymbol : public Symbol {
public:
  const syntax::ExprSyntax *syntax = nullptr;
  ModportExprSymbol(llvm::StringRef n, support::SourceLoc l) : Symbol(SymbolKind::ModportExpr, n, l) {}
  CIRCTSIM_SYMBOL_CLASSOF(ModportExpr)
};

/// One connection of an instance's port, in port order.
struct PortConnection {
  const Symbol *port = nullptr;            ///< PortSymbol or InterfacePortSymbol
  /// Expression in the parent; null: unconnected. Inputs are converted to the
  /// port's type; outputs and inouts are lvalues.
  const Expr *expr = nullptr;
  /// Interface ports: path of the connected interface instance, relative to
  /// the parent (an interface port's name may be the first element). One
  /// element per instance crossed: "g[1].bus" is one, an instance in a generate block.
  llvm::ArrayRef<llvm::StringRef> interfacePath;
};

class InstanceSymbol : public Symbol {
public:
  const BodySymbol *childBody = nullptr;
  llvm::ArrayRef<PortConnection> connections;
  const syntax::InstanceSyntax *syntax = nullptr;
  /// "u", "u[3]" for elements of instance arrays.
  llvm::StringRef printedName;
  InstanceSymbol(llvm::StringRef n, support::SourceLoc l) : Symbol(SymbolKind::Instance, n, l) {}
  CIRCTSIM_SYMBOL_CLASSOF(Instance)
};

class InstanceArraySymbol : public Symbol {
public:
  llvm::SmallVector<Range, 1> dimensions;
  llvm::SmallVector<InstanceSymbol *, 0> elements; ///< row-major, leftmost index first
  InstanceArraySymbol(llvm::StringRef n, support::SourceLoc l) : Symbol(SymbolKind::InstanceArray, n, l) {}
  CIRCTSIM_SYMBOL_CLASSOF(InstanceArray)
};

//===-- Behaviour --------------------------------------------------------------------===//

/// initial, final, always*.
class ProcessSymbol : public Symbol {
public:
  syntax::ProcedureKind procedure = syntax::ProcedureKind::Initial;
  const syntax::ProceduralBlockSyntax *syntax = nullptr;
  const Stmt *body = nullptr; ///< bound by Compilation::elaborate
  /// Made for a clocking block: not a writer of its own, and in another region (4.4.2).
  enum class Region : uint8_t { Usual, Observed, Reactive };
  Region region = Region::Usual;
  bool isImplicit = false;
  ProcessSymbol(llvm::StringRef n, support::SourceLoc l) : Symbol(SymbolKind::Process, n, l) {}
  CIRCTSIM_SYMBOL_CLASSOF(Process)
};

/// `lhs = rhs` of an `assign`; each assignment of a list is one symbol.
class ContinuousAssignSymbol : public Symbol {
public:
  const Expr *lhs = nullptr, *rhs = nullptr; ///< rhs converted to lhs's type
  llvm::ArrayRef<const Expr *> delays;       ///< 0 to 3
  syntax::StrengthLevel strength0 = syntax::StrengthLevel::None, strength1 = syntax::StrengthLevel::None;
  ContinuousAssignSymbol(llvm::StringRef n, support::SourceLoc l) : Symbol(SymbolKind::ContinuousAssign, n, l) {}
  CIRCTSIM_SYMBOL_CLASSOF(ContinuousAssign)
};

/// One gate, switch or UDP instance (clauses 28, 29); arrays are expanded.
class GateSymbol : public Symbol {
public:
  syntax::GateKind gate = syntax::GateKind::And;
  const DefinitionSymbol *udp = nullptr;     ///< UDP instance: `gate` is meaningless
  llvm::ArrayRef<const Expr *> terminals;    ///< outputs (lvalues) first, in source order
  llvm::ArrayRef<const Expr *> delays;
  syntax::StrengthLevel strength0 = syntax::StrengthLevel::None, strength1 = syntax::StrengthLevel::None;
  GateSymbol(llvm::StringRef n, support::SourceLoc l) : Symbol(SymbolKind::Gate, n, l) {}
  CIRCTSIM_SYMBOL_CLASSOF(Gate)
};

class NetAliasSymbol : public Symbol {
public:
  llvm::ArrayRef<const Expr *> nets;
  explicit NetAliasSymbol(support::SourceLoc l) : Symbol(SymbolKind::NetAlias, "", l) {}
  CIRCTSIM_SYMBOL_CLASSOF(NetAlias)
};

class ClockingSymbol;

/// A signal of a clocking block (14.3).
class ClockingSignalSymbol : public Symbol {
public:
  const ClockingSymbol *clocking = nullptr;
  syntax::PortDirection direction = syntax::PortDirection::Input;
  const Type *type = nullptr;
  const Expr *operand = nullptr;       ///< what is sampled
  VariableSymbol *sample = nullptr;    ///< of inputs: what reads see
  VariableSymbol *drive = nullptr;     ///< of outputs: the value for the next drive
  VariableSymbol *driven = nullptr;    ///< of outputs: its bits that a drive has given
  const syntax::ClockingSkewSyntax *inputSkew = nullptr, *outputSkew = nullptr;
  ClockingSignalSymbol(llvm::StringRef n, support::SourceLoc l) : Symbol(SymbolKind::ClockingSignal, n, l) {}
  CIRCTSIM_SYMBOL_CLASSOF(ClockingSignal)
};

/// A clocking block (clause 14). Its state is variables of its scope; Clocking.cpp.
class ClockingSymbol : public Symbol, public Scope {
public:
  const syntax::ClockingDeclSyntax *syntax = nullptr;
  VariableSymbol *event = nullptr;    ///< triggered when the samples are taken (14.13)
  VariableSymbol *kick = nullptr;     ///< triggered by drives
  VariableSymbol *lastTime = nullptr; ///< $realtime of the last clocking event
  ClockingSymbol(llvm::StringRef n, support::SourceLoc l) : Symbol(SymbolKind::Clocking, n, l) { symbol = this; }
  CIRCTSIM_SYMBOL_CLASSOF(Clocking)
};

//===-- Specify blocks -----------------------------------------------------------------===//

/// A module path declaration (30.4) with all its terminals.
class ModulePathSymbol : public Symbol {
public:
  /// Ports and constant selects of them.
  llvm::ArrayRef<const Expr *> inputs, outputs;
  const Expr *condition = nullptr;
  llvm::StringRef conditionText; ///< without spaces
  syntax::EdgeKind edge = syntax::EdgeKind::None;
  bool isFull = false, isIfnone = false;
  llvm::ArrayRef<const Expr *> delays; ///< constants: 1, 2, 3, 6 or 12
  explicit ModulePathSymbol(support::SourceLoc l) : Symbol(SymbolKind::ModulePath, "", l) {}
  CIRCTSIM_SYMBOL_CLASSOF(ModulePath)
};

/// pulsestyle_onevent and its relatives (30.7.4).
class PulseStyleSymbol : public Symbol {
public:
  syntax::PulseStyleKind style = syntax::PulseStyleKind::OnEvent;
  llvm::ArrayRef<const Expr *> outputs;
  explicit PulseStyleSymbol(support::SourceLoc l) : Symbol(SymbolKind::PulseStyle, "", l) {}
  CIRCTSIM_SYMBOL_CLASSOF(PulseStyle)
};

/// `specparam PATHPULSE$... = (reject, error)` (30.7.1).
class PathPulseSymbol : public Symbol {
public:
  const Expr *reject = nullptr, *error = nullptr; ///< constants
  PathPulseSymbol(llvm::StringRef n, support::SourceLoc l) : Symbol(SymbolKind::PathPulse, n, l) {}
  CIRCTSIM_SYMBOL_CLASSOF(PathPulse)
};

/// A reference or data event of a timing check (31.2).
struct TimingCheckEvent {
  const Expr *terminal = nullptr;
  syntax::EdgeKind edge = syntax::EdgeKind::None;
  llvm::ArrayRef<llvm::StringRef> edgeDescriptors; ///< "01", "0x" ...
  const Expr *condition = nullptr;
  llvm::StringRef conditionText; ///< without spaces
  const Expr *delayed = nullptr; ///< the net with its delayed copy
};

/// A system timing check (31).
class TimingCheckSymbol : public Symbol {
public:
  TimingCheckEvent reference, data;     ///< `data` without terminal: $width, $period
  const Expr *limits[2] = {nullptr, nullptr}; ///< constants
  const ValueSymbol *notifier = nullptr;
  /// For the event that comes first, and the one that comes last ($setuphold, $recrem).
  const Expr *stampCondition = nullptr, *checkCondition = nullptr;
  bool isEventBased = false, remainsActive = false;
  TimingCheckSymbol(llvm::StringRef n, support::SourceLoc l) : Symbol(SymbolKind::TimingCheck, n, l) {}
  CIRCTSIM_SYMBOL_CLASSOF(TimingCheck)
};

class ImportSymbol : public Symbol {
public:
  const BodySymbol *package = nullptr;
  ImportSymbol(SymbolKind k, llvm::StringRef n, support::SourceLoc l) : Symbol(k, n, l) {}
  static bool classof(const Symbol *s) {
    return s->kind == SymbolKind::ExplicitImport || s->kind == SymbolKind::WildcardImport;
  }
};

} // namespace circtsim::sema

#endif
