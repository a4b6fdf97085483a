//===- ElaborationState.h - what elaboration knows so far -------*- C++ -*-===//
//
// The data shared by the files of this folder: definitions, packages,
// specialisations, and the symbols' storage. Everything is declared by name
// first (ScopeBuilder) and resolved in source order, or earlier when a name
// look-up meets it (`resolve`). Code (expressions of assignments and
// connections, statements) is bound when the hierarchy is complete (BodyBinder).
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_SEMA_HIERARCHY_ELABORATIONSTATE_H
#define CIRCTSIM_SEMA_HIERARCHY_ELABORATIONSTATE_H

#include "Sema/Compilation.h"
#include "Sema/Expr/BindContext.h"
#include "Sema/Types/TypeBinder.h"
#include "Support/Arena.h"
#include "Support/Diagnostic.h"

#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"

#include <tuple>

namespace circtsim::sema {

/// The type words of a declaration, bound once for all its declarators, so
/// that `struct {...} a, b;` declares one type.
struct SharedType {
  const syntax::TypeSyntax *syntax = nullptr;
  const Type *type = nullptr;
};

/// Where a symbol comes from.
struct Origin {
  const syntax::SyntaxNode *declaration = nullptr; ///< the member or statement
  const syntax::SyntaxNode *item = nullptr;        ///< declarator, instance, assignment ...
  SharedType *shared = nullptr;
  /// A non-ANSI port declared twice (23.2.2.1): the net or variable declaration.
  const Origin *other = nullptr;
  /// The generate construct's number in its scope (27.6); the element of an
  /// array of gates, and their count.
  uint32_t number = 0;
  uint32_t count = 1;
};

/// A member without a class of its own: elaboration tasks, conditional
/// generate constructs, arrays of gates. What it turns into replaces it.
class ItemSymbol : public Symbol {
public:
  llvm::SmallVector<Symbol *, 0> results;
  ItemSymbol(SymbolKind kind, llvm::StringRef name, support::SourceLoc loc)
      : Symbol(kind, name, loc) {}
  static bool classof(const Symbol *s) {
    return s->kind == SymbolKind::DefaultSkipped || s->kind == SymbolKind::ElabTask;
  }
};

/// A value for a parameter from an instance, a defparam or the command line.
struct ParameterOverride {
  llvm::StringRef name;
  const syntax::ExprSyntax *syntax = nullptr;
  BindContext context; ///< where `syntax` is looked up
  support::SourceLoc loc;
};

/// `defparam a.b[1].P = value;` with the indices evaluated (23.10.1). Also a `bind` to an
/// instance (23.11): then the last element has no name.
struct DefparamRecord {
  struct Element {
    llvm::StringRef name;
    llvm::SmallVector<int64_t, 1> indices;
  };
  llvm::SmallVector<Element, 4> path;
  const syntax::ExprSyntax *value = nullptr;
  const syntax::BindSyntax *bind = nullptr;
  /// A rule of a configuration for an instance (33.4.1.3): the last element has no name either,
  /// and elements without indices stand for all elements of an array.
  const syntax::ConfigRuleSyntax *rule = nullptr;
  const struct Configuration *configuration = nullptr;
  BindContext context;
  support::SourceLoc loc;
  bool isUsed = false;
};
/// A defparam on its way down: `next` is the element that the scope decides on.
struct ActiveDefparam {
  DefparamRecord *record;
  uint32_t next;
};

/// One interface, or modport of one, connected to a port.
struct InterfaceConnection {
  const BodySymbol *interface = nullptr;
  const ModportSymbol *modport = nullptr;
  llvm::ArrayRef<llvm::StringRef> path; ///< PortConnection::interfacePath
};

/// A port of interface type as the definition's syntax shows it.
struct InterfacePortInfo {
  uint32_t index; ///< among the ports of the header
  syntax::Name name;
  llvm::StringRef interfaceName; ///< empty: generic
  syntax::Name modport;          ///< may be invalid
  syntax::List<syntax::DimensionSyntax> dimensions;
};

/// A parameter that an instance may override, in order of declaration.
struct ParameterInfo {
  llvm::StringRef name;
  bool isType = false;
};

class Specialisation;

/// A definition with what is known about it independent of its instances.
class Definition : public DefinitionSymbol {
public:
  using DefinitionSymbol::DefinitionSymbol;

  bool isLibrary = false;
  bool isInstantiated = false;
  bool isAnalysed = false;
  /// Code in it or below it may name things above it (23.8): its bodies are
  /// not shared between different places.
  bool mayLookUp = false;
  std::vector<InterfacePortInfo> interfacePorts;
  std::vector<ParameterInfo> parameters;
  /// Bodies by complete key, and by the text of simple parameter values.
  llvm::StringMap<Specialisation *> bodies;
  llvm::StringMap<Specialisation *> quickBodies;

  static Definition &of(const DefinitionSymbol &symbol) {
    return static_cast<Definition &>(const_cast<DefinitionSymbol &>(symbol));
  }
};

/// A body under construction. Every BodySymbol is one.
class Specialisation : public BodySymbol {
public:
  using BodySymbol::BodySymbol;

  llvm::SmallVector<ParameterOverride, 0> overrides;
  const syntax::DirectiveState *directives = nullptr;
  Lifetime defaultLifetime = Lifetime::Static;
  bool hasExplicitTimescale = false;
  /// Items are known by name; all are resolved; that is going on now.
  bool isDeclared = false, isElaborated = false, isElaborating = false, isBound = false;
  uint32_t depth = 0;
  /// How its instances find their cells; null: no configuration is in use.
  const struct CellBinding *binding = nullptr;
  /// Non-ANSI ports: directions, and net or variable declarations that belong to them.
  llvm::DenseMap<llvm::StringRef, syntax::PortDirection> portDirections;
  llvm::DenseMap<llvm::StringRef,
                 std::pair<const syntax::MemberSyntax *, const syntax::DeclaratorSyntax *>>
      portVariables;
  /// The positions of these declarations, which may have initialisers, by name.
  llvm::DenseMap<llvm::StringRef, uint32_t> portVariablePositions;
  /// Exports of a package: names, `*` of a package, or everything (26.6).
  llvm::SmallVector<const syntax::ImportItemSyntax *, 0> exports;
  bool exportsAll = false;
  bool isSearched = false; ///< by packageMember(): packages may export each other's items
  /// Bodies of instances in it, in source order, without repetitions.
  llvm::SmallVector<Specialisation *, 0> children;
  llvm::DenseMap<const Specialisation *, char> childSet;

  static Specialisation &of(const BodySymbol &body) {
    return static_cast<Specialisation &>(const_cast<BodySymbol &>(body));
  }
};

struct UnitEntry {
  const syntax::CompilationUnit *unit;
  bool isLibrary;
  Specialisation *body;
};

/// A package that may not be elaborated yet.
struct PackageEntry {
  const syntax::PackageSyntax *syntax;
  uint32_t unit;
  Specialisation *body = nullptr;
  bool isLibrary = false;
};

/// `task port.name` in a body, and what it defines (25.7.4).
struct ExternDefinition {
  SubroutineSymbol *subroutine;
  const SubroutineSymbol *prototype;
  const HierarchicalPath *path; ///< of the interface, from the body
};

struct Configuration;
struct CellBinding;
struct ConfigurationEntry;

struct ElaborationState {
  explicit ElaborationState(Compilation &compilation);
  ~ElaborationState();

  Compilation &compilation;
  support::DiagnosticEngine &diag;
  TypeContext &types;

  std::vector<UnitEntry> units;
  /// Errors of addUnit; any others before elaboration are of the syntax.
  unsigned unitErrors = 0;
  /// By name, of the first library that has it (33.6.1), and by `library.name`.
  llvm::StringMap<Definition *> definitions, cells;
  std::vector<Definition *> definitionOrder;
  llvm::StringMap<PackageEntry> packages;
  std::vector<llvm::StringRef> packageOrder;
  /// All names declared by packages and units: names that are not upward names.
  llvm::DenseSet<llvm::StringRef> globalNames;
  bool hasGlobalNames = false;
  /// Definitions whose syntax was searched for upward names.
  llvm::DenseMap<const Definition *, bool> upwardResults;
  /// Those whose defparams, or the ones below, begin above; is there any defparam at all?
  llvm::DenseMap<const Definition *, bool> upwardSetters;
  bool hasDefparams = false;
  std::vector<BodySymbol *> bodies;
  std::vector<InstanceSymbol *> tops;
  /// Bodies that types of virtual interfaces name (25.9), whether they have instances or not.
  std::vector<Specialisation *> virtualBodies;
  /// `bodies` is in its final order; later ones are added and bound as they come.
  bool hasOrder = false;
  std::vector<std::unique_ptr<syntax::CompilationUnit>> commandLineUnits;
  support::Arena commandLineText;
  llvm::StringMap<unsigned> bodyNames;
  llvm::DenseMap<const Scope *, llvm::SmallVector<ActiveDefparam, 2>> defparams;
  std::vector<std::unique_ptr<DefparamRecord>> defparamRecords;
  std::optional<bool> usesAssertionControl; ///< once it was asked for
  /// Binds to all instances of a definition (23.11).
  llvm::StringMap<llvm::SmallVector<const syntax::BindSyntax *, 2>> moduleBinds;
  /// Binds and defparams whose path begins with the name of a top
  /// module; the names of those that are still to be elaborated.
  std::vector<DefparamRecord *> topBinds;
  llvm::StringSet<> topsToCome;
  std::vector<ConfigurationEntry> configurations;
  std::vector<std::unique_ptr<CellBinding>> cellBindings;
  /// Scopes of statements and their parts, by process or subroutine and syntax.
  llvm::DenseMap<std::pair<const Symbol *, const syntax::SyntaxNode *>, BlockSymbol *> blocks;
  /// Processes whose blocks are in `blocks`.
  llvm::DenseSet<const Symbol *> processesWithBlocks;
  llvm::DenseMap<const SubroutineSymbol *, const Stmt *> subroutineBodies;
  /// Extern subroutines of interfaces (25.7.4), and their definitions by body.
  std::vector<SubroutineSymbol *> externs;
  llvm::DenseMap<const BodySymbol *, std::vector<ExternDefinition>> externDefinitions;
  /// Default clocking blocks by scope, or their names (14.12); global ones (14.14).
  llvm::DenseMap<const Scope *, Symbol *> defaultClockings, globalClockings;
  llvm::DenseMap<const Scope *, const syntax::DefaultClockingSyntax *> defaultClockingNames;
  /// Declarations of names that a wildcard import had given before.
  llvm::DenseSet<const Symbol *> lateDeclarations;
  /// Non-ANSI formals whose variable declaration was seen.
  llvm::DenseSet<const VariableSymbol *> completedFormals;
  /// Paths by their text: equal paths are one object.
  llvm::StringMap<const HierarchicalPath *> paths;
  /// Instances whose connections were compared with the ports of their body.
  llvm::DenseSet<std::pair<const syntax::InstanceSyntax *, const BodySymbol *>> checkedConnections;

  //===-- Symbols ---------------------------------------------------------------===//

  /// A symbol that lives as long as the compilation.
  template <typename T, typename... Args>
  T &make(Args &&...args) {
    if constexpr (std::is_trivially_destructible_v<T>)
      return *types.make<T>(std::forward<Args>(args)...);
    else
      return *new (std::get<llvm::SpecificBumpPtrAllocator<T>>(pools).Allocate())
          T(std::forward<Args>(args)...);
  }
  const Origin *origin(const Origin &value) { return types.make<Origin>(value); }
  SharedType *shared(const syntax::TypeSyntax *syntax) {
    return types.make<SharedType>(SharedType{syntax});
  }
  llvm::StringRef text(const llvm::Twine &value) { return types.copy(value.str()); }

  /// Enters a symbol as the next declaration of a scope; reports a name that is taken.
  void declare(Scope &scope, Symbol &symbol);
  /// As above without a name.
  void addMember(Scope &scope, Symbol &symbol);
  void reportRedefinition(const Symbol &symbol, const Symbol &previous);
  /// Where the declaration of a symbol looks names up.
  BindContext contextOf(const Symbol &symbol) const;
  BindContext constantContextOf(const Symbol &symbol) const;

  /// Gives a symbol its type, value, signature, blocks or body.
  void resolve(Symbol &symbol);
  /// Makes the names of a body's items known.
  void ensureDeclared(Scope &scope);
  /// Gives the named blocks of a scope's procedures and subroutines their symbols.
  void ensureBlocks(Scope &scope);
  /// Makes the declarations and blocks of a subroutine's body known.
  void ensureLocals(SubroutineSymbol &subroutine);
  /// Declares a member of an enumeration type written in the declaration of `owner`.
  void declareEnumValue(const Symbol &owner, EnumValueSymbol &value);
  /// The base type of a declaration; enumeration members go to the symbol's scope.
  const Type &sharedType(Symbol &symbol, SharedType &shared, llvm::StringRef typedefName = {});
  /// `position`: of the item that uses the name. Null if `default_nettype is none.
  NetSymbol *declareImplicitNet(Scope &scope, llvm::StringRef name, support::SourceLoc loc,
                                uint32_t position);

  //===-- Global names ------------------------------------------------------------===//

  Definition *findDefinition(llvm::StringRef name, const Scope *scope);
  /// Null if there is none.
  Specialisation *findPackage(llvm::StringRef name);
  /// What `package::name` means, exports included; null if nothing.
  Symbol *packageMember(Specialisation &package, llvm::StringRef name);
  /// The package item behind an explicit import; null if it was reported.
  Symbol *importedSymbol(ImportSymbol &import);
  Specialisation &unitBody(const Scope &scope);
  /// The one object for a path.
  const HierarchicalPath *path(uint32_t up, llvm::ArrayRef<llvm::StringRef> instances);
  /// The way from the interface that `base` refers to; `base` null: as path().
  const HierarchicalPath *pathBehind(const Expr *base, uint32_t up,
                                     llvm::ArrayRef<llvm::StringRef> instances);
  /// `path` and one instance more; null: from the body being bound.
  const HierarchicalPath *extended(const HierarchicalPath *path, llvm::StringRef instance);
  /// Path of a package or compilation unit.
  const HierarchicalPath *globalPath(const BodySymbol &body) {
    return path(HierarchicalPath::Absolute, body.printedName);
  }
  llvm::StringRef uniqueBodyName(llvm::StringRef name);

private:
  template <typename... T>
  using Pools = std::tuple<llvm::SpecificBumpPtrAllocator<T>...>;
  Pools<SubroutineSymbol, GenerateBlockSymbol, GenerateArraySymbol, BlockSymbol, ModportSymbol,
        ClockingSymbol,
        InstanceArraySymbol, Specialisation, Definition, ItemSymbol>
      pools;
};

/// The net kind that a `default_nettype names.
syntax::NetKind netKindOf(syntax::TokenKind token);

//===-- Steps, one per file ----------------------------------------------------------===//

// Declarations.cpp
void resolveVariable(Compilation &compilation, VariableSymbol &variable);
void resolveNet(Compilation &compilation, NetSymbol &net);
void resolveParameter(Compilation &compilation, ParameterSymbol &parameter);
void resolveTypeParameter(Compilation &compilation, TypeParameterSymbol &parameter);
void resolveTypeAlias(Compilation &compilation, TypeAliasSymbol &alias);
bool isNetType(const Type &type, bool isTwoState);
/// Do a port declaration without a type of its own and the declaration of its net or
/// variable have the same range (23.2.2.1)?
bool declarationsAgree(const syntax::TypeSyntax &portSyntax, const Type &port,
                       const syntax::TypeSyntax &objectSyntax, const Type &object);
// Subroutines.cpp
void resolveSubroutine(Compilation &compilation, SubroutineSymbol &subroutine);
const Stmt *bindSubroutine(Compilation &compilation, SubroutineSymbol &subroutine);
// Generate.cpp
void resolveLoopGenerate(Compilation &compilation, GenerateArraySymbol &array);
void resolveConditionalGenerate(Compilation &compilation, ItemSymbol &item);
// Instances.cpp
void resolveInstance(Compilation &compilation, InstanceSymbol &instance);
void resolveInstanceArray(Compilation &compilation, InstanceArraySymbol &array);
struct BoundCell;
InstanceSymbol *elaborateTop(Compilation &compilation, const BoundCell &cell);
void elaborateImplicitInstances(Compilation &compilation, Scope &scope);
// Interfaces.cpp
void resolveModport(Compilation &compilation, ModportSymbol &modport);
// Compilation.cpp
/// Puts the body of a virtual interface, and those below it, behind the others.
void addVirtualBody(Compilation &compilation, Specialisation &body);
// VirtualInterfaces.cpp
/// The type of `virtual interface I #(...).modport`; Error: reported.
const Type &virtualInterfaceType(Compilation &compilation,
                                 const syntax::VirtualInterfaceTypeSyntax &syntax,
                                 const BindContext &context);
/// The type of a reference to this interface.
const Type &virtualInterfaceType(Compilation &compilation, const BodySymbol &interface,
                                 const ModportSymbol *modport);
// Clocking.cpp
void resolveClocking(Compilation &compilation, ClockingSymbol &clocking);
/// Adds the processes that sample and drive to the scope of the clocking block.
void bindClocking(Compilation &compilation, ClockingSymbol &clocking);
/// The default clocking block of a scope (14.12); null without.
const ClockingSymbol *findDefaultClocking(Compilation &compilation, const Scope *scope);
// Binds.cpp: collects the binds of all units; those of a scope to instances below it.
void collectBinds(Compilation &compilation);
void activateBind(Compilation &compilation, Scope &scope, const syntax::BindSyntax &syntax);
// Gates.cpp
void expandGates(Compilation &compilation, ItemSymbol &item);
// ElabTasks.cpp
void runElabTask(Compilation &compilation, ItemSymbol &item);
// Packages.cpp
void elaboratePackage(Compilation &compilation, PackageEntry &entry);
void elaborateUnit(Compilation &compilation, UnitEntry &entry);
// Timescale.cpp
void setTimescale(Compilation &compilation, Specialisation &body,
                  syntax::List<syntax::MemberSyntax> members);
// ImplicitNets.cpp: declares the undeclared names of an expression as nets (6.10).
void declareImplicitNets(Compilation &compilation, const syntax::ExprSyntax *syntax, Scope &scope,
                         uint32_t position);
// Definitions.cpp: interface ports, parameters, and whether code looks upwards.
void analyseDefinition(Compilation &compilation, Definition &definition);
// DriverCheck.cpp
void checkDrivers(Compilation &compilation, const BodySymbol &body);

} // namespace circtsim::sema

#endif
