//===- ExternSubroutines.cpp - subroutines of interfaces that modules define ----===//
//
// An interface declares tasks and functions (`extern`, or a modport's `export` with a
// prototype); a module that is connected to it defines them as `task port.name` (IEEE
// 1800-2023 25.7.3, 25.7.4). Whoever calls them calls the interface's subroutine, whose
// body is made here when all code is bound: it goes on to the definition in the instance
// that a hidden variable of the interface refers to, as a call by a virtual interface
// does. The instances that define it put themselves into these variables by initialisers
// of hidden variables of their own, before time 0.
//
// One variable of the interface belongs to each definition (a subroutine of a body), or
// as many as there are instances of it at one interface if the task is forkjoin, which
// calls all of them at once. A walk over the instances finds these numbers, and the
// interface instances that have no definition, or too many.
//
//===----------------------------------------------------------------------===//
#include "Sema/Hierarchy/ExternSubroutines.h"

#include "Sema/Lookup/Lookup.h"
#include "Syntax/SyntaxTree.h"

#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/StringExtras.h"

using namespace circtsim::syntax;

namespace circtsim::sema {

//===-- Prototypes ------------------------------------------------------------------------===//

namespace {
/// What differs: the choices of diag::PrototypeDiffers, of diag::PrototypeArgumentDiffers.
enum class Difference : uint8_t { Kind, ReturnType, Count };
enum class ArgumentDifference : uint8_t { None, Name, Direction, Type };
} // namespace

static std::optional<Difference> differenceOf(const SubroutineSymbol &subroutine,
                                              const SubroutineSymbol &prototype) {
  if (subroutine.isTask != prototype.isTask)
    return Difference::Kind;
  if (!isIdentical(*subroutine.returnType, *prototype.returnType))
    return Difference::ReturnType;
  if (subroutine.formals.size() != prototype.formals.size())
    return Difference::Count;
  return std::nullopt;
}

/// Names that a prototype leaves out agree with any (13.3).
static ArgumentDifference differenceOf(const VariableSymbol &formal,
                                       const VariableSymbol &expected) {
  if (formal.isNamed() && expected.isNamed() && formal.name != expected.name)
    return ArgumentDifference::Name;
  if (formal.direction != expected.direction)
    return ArgumentDifference::Direction;
  return isIdentical(*formal.type, *expected.type) ? ArgumentDifference::None
                                                   : ArgumentDifference::Type;
}

bool checkPrototype(Compilation &compilation, const SubroutineSymbol &subroutine,
                    const SubroutineSymbol &prototype) {
  support::DiagnosticEngine &diag = compilation.diagnostics();
  if (std::optional<Difference> what = differenceOf(subroutine, prototype)) {
    diag.diag(subroutine.loc, diag::PrototypeDiffers) << subroutine.name << unsigned(*what);
    diag.diag(prototype.loc, diag::NoteDeclaredHere) << prototype.name;
    return false;
  }
  for (auto [formal, expected] : llvm::zip(subroutine.formals, prototype.formals)) {
    ArgumentDifference what = differenceOf(*formal, *expected);
    if (what == ArgumentDifference::None)
      continue;
    diag.diag(formal->loc, diag::PrototypeArgumentDiffers)
        << formal->name << subroutine.name << unsigned(what) - 1;
    diag.diag(prototype.loc, diag::NoteDeclaredHere) << prototype.name;
    return false;
  }
  return true;
}

/// Prototypes have no lifetime (A.2.7): whether variables are static is up to the definition.
void declareExtern(ElaborationState &state, Scope &scope, const SubroutineDeclSyntax &syntax) {
  auto &subroutine = state.make<SubroutineSymbol>(syntax.name.text, syntax.name.loc);
  subroutine.isTask = syntax.subroutineKind == SubroutineKind::Task;
  subroutine.lifetime = Lifetime::Automatic;
  subroutine.syntax = &syntax;
  subroutine.isExtern = true;
  subroutine.origin = state.origin({&syntax});
  subroutine.state = Symbol::State::Pending;
  state.declare(scope, subroutine);
  if (syntax.isForkJoin && !subroutine.isTask)
    state.diag.diag(syntax.name.loc, diag::ForkjoinFunction) << syntax.name.text;
  state.externs.push_back(&subroutine);
}

//===-- Definitions -----------------------------------------------------------------------===//

/// The extern subroutine that `task port.name` defines; null: reported.
static const SubroutineSymbol *findExtern(Compilation &compilation, const SubroutineSymbol &symbol,
                                          const HierarchicalPath *&path) {
  ElaborationState &state = compilation.state();
  const ExprSyntax &syntax = *symbol.syntax->scope;
  LookupResult found;
  if (Lookup::isName(syntax))
    found = Lookup(compilation, state.contextOf(symbol)).lookup(syntax);
  if (!found && Lookup::isName(syntax))
    return nullptr;
  const BodySymbol *interface = nullptr;
  llvm::StringRef name;
  if (const auto *port = llvm::dyn_cast_or_null<InterfacePortSymbol>(found.symbol)) {
    interface = port->elements.empty() ? port->interface : nullptr;
    name = port->name;
  } else if (const auto *instance = llvm::dyn_cast_or_null<InstanceSymbol>(found.symbol)) {
    interface = instance->childBody;
    name = state.text(Compilation::scopedName(*instance));
  }
  bool isInterface = interface && interface->bodyKind == BodyKind::Interface &&
                     found.remaining.empty();
  if (!isInterface) {
    state.diag.diag(syntax.loc(), diag::DefinitionTarget) << support::SourceRange(syntax.range);
    return nullptr;
  }
  path = state.extended(found.path, name);
  const auto *target =
      llvm::dyn_cast_or_null<SubroutineSymbol>(interface->names.lookup(symbol.name));
  if (target && target->isExtern)
    return target;
  state.diag.diag(symbol.loc, diag::NoSuchExtern) << interface->name << symbol.name;
  return nullptr;
}

void bindExternDefinition(Compilation &compilation, SubroutineSymbol &subroutine) {
  ElaborationState &state = compilation.state();
  const HierarchicalPath *path = nullptr;
  const SubroutineSymbol *prototype = findExtern(compilation, subroutine, path);
  if (!prototype)
    return;
  state.resolve(subroutine);
  state.resolve(const_cast<SubroutineSymbol &>(*prototype));
  if (!checkPrototype(compilation, subroutine, *prototype))
    return;
  auto &definitions = state.externDefinitions[subroutine.body()];
  for (const ExternDefinition &other : definitions)
    if (other.prototype == prototype && other.path == path)
      return state.reportRedefinition(subroutine, *other.subroutine);
  definitions.push_back({&subroutine, prototype, path});
}

//===-- Instances -------------------------------------------------------------------------===//

namespace {
/// Definitions of a subroutine, and the most instances of each at one interface.
using Candidates = llvm::MapVector<const ExternDefinition *, unsigned>;

/// Finds out which instances define what of which interface instance.
class InstanceWalk {
public:
  explicit InstanceWalk(ElaborationState &state) : state(state) {}

  void run();
  llvm::DenseMap<const SubroutineSymbol *, Candidates> candidates;

private:
  void visit(const InstanceSymbol &instance, const std::string &path);
  void visitScope(const Scope &scope, const std::string &path);
  void connect(const InstanceSymbol &instance, const std::string &parent, const std::string &path);
  void define(const ExternDefinition &definition, const std::string &path);
  std::string resolve(std::string path, llvm::ArrayRef<llvm::StringRef> names) const;
  void checkDefined();

  ElaborationState &state;
  llvm::StringMap<std::string> ports; ///< interfaces by the paths of the ports they are at
  /// How often, and where first, a subroutine of an interface instance is defined.
  llvm::StringMap<std::pair<unsigned, const SubroutineSymbol *>> total;
  llvm::StringMap<unsigned> ofDefinition;
  llvm::SmallVector<std::pair<std::string, const BodySymbol *>, 8> interfaces;
};
} // namespace

void InstanceWalk::run() {
  for (const InstanceSymbol *top : state.tops)
    visit(*top, top->printedName.str());
  checkDefined();
}

std::string InstanceWalk::resolve(std::string path, llvm::ArrayRef<llvm::StringRef> names) const {
  for (llvm::StringRef name : names) {
    path = (path + "." + name).str();
    if (auto it = ports.find(path); it != ports.end())
      path = it->second;
  }
  return path;
}

void InstanceWalk::connect(const InstanceSymbol &instance, const std::string &parent,
                           const std::string &path) {
  for (const PortConnection &connection : instance.connections)
    if (llvm::isa_and_nonnull<InterfacePortSymbol>(connection.port))
      ports[(path + "." + connection.port->name).str()] =
          resolve(parent, connection.interfacePath);
}

void InstanceWalk::visit(const InstanceSymbol &instance, const std::string &path) {
  const BodySymbol *body = instance.childBody;
  if (!body)
    return;
  if (body->bodyKind == BodyKind::Interface)
    interfaces.push_back({path, body});
  if (auto it = state.externDefinitions.find(body); it != state.externDefinitions.end())
    for (const ExternDefinition &definition : it->second)
      define(definition, path);
  visitScope(*body, path);
}

void InstanceWalk::visitScope(const Scope &scope, const std::string &path) {
  auto enter = [&](const InstanceSymbol &instance) {
    std::string below = path + "." + Compilation::scopedName(instance);
    connect(instance, path, below);
    visit(instance, below);
  };
  for (const Symbol *member : scope.members) {
    if (const auto *instance = llvm::dyn_cast<InstanceSymbol>(member))
      enter(*instance);
    else if (const auto *array = llvm::dyn_cast<InstanceArraySymbol>(member))
      for (const InstanceSymbol *element : array->elements)
        enter(*element);
    else if (const auto *block = llvm::dyn_cast<GenerateBlockSymbol>(member))
      visitScope(*block, path);
    else if (const auto *blocks = llvm::dyn_cast<GenerateArraySymbol>(member))
      for (const GenerateBlockSymbol *entry : blocks->entries)
        visitScope(*entry, path);
  }
}

void InstanceWalk::define(const ExternDefinition &definition, const std::string &path) {
  const SubroutineSymbol &prototype = *definition.prototype;
  std::string interface = resolve(path, definition.path->instances);
  auto &[count, first] = total[(interface + "/" + prototype.name).str()];
  if (count++ == 0) {
    first = definition.subroutine;
  } else if (!prototype.syntax->isForkJoin) {
    state.diag.diag(definition.subroutine->loc, diag::DefinedTwice)
        << prototype.name << interface;
    if (first != definition.subroutine)
      state.diag.diag(first->loc, diag::NoteDeclaredHere) << prototype.name;
  }
  auto address = llvm::utohexstr(reinterpret_cast<uintptr_t>(&definition));
  unsigned &here = ofDefinition[interface + "/" + address];
  unsigned &most = candidates[&prototype][&definition];
  most = std::max(most, ++here);
}

/// Without a definition there is nothing to call; a forkjoin task then does nothing.
void InstanceWalk::checkDefined() {
  for (const auto &[path, body] : interfaces)
    for (const SubroutineSymbol *prototype : state.externs)
      if (prototype->body() == body && !prototype->syntax->isForkJoin &&
          !total.contains((path + "/" + prototype->name).str()))
        state.diag.diag(prototype->loc, diag::NotDefined) << prototype->name << path;
}

//===-- Code ------------------------------------------------------------------------------===//

namespace {
/// Makes the body of one extern subroutine, and the initialisers that lead to it.
class ExternBuilder {
public:
  ExternBuilder(Compilation &compilation, const SubroutineSymbol &prototype)
      : compilation(compilation), state(compilation.state()), types(compilation.types()),
        prototype(const_cast<SubroutineSymbol &>(prototype)), range(prototype.loc) {}

  void run(const Candidates &candidates);

private:
  VariableSymbol &variable(Scope &scope, const Type &type);
  const Expr &value(const ValueSymbol &symbol, const HierarchicalPath *path = nullptr);
  void enlist(const ExternDefinition &definition, llvm::ArrayRef<const VariableSymbol *> places);
  const Stmt &call(const ExternDefinition &definition, const VariableSymbol &place);
  const Stmt &callIfKnown(const ExternDefinition &definition, const VariableSymbol &place,
                          const Stmt *otherwise);
  const Stmt &fork(llvm::ArrayRef<const Stmt *> branches);

  Compilation &compilation;
  ElaborationState &state;
  TypeContext &types;
  SubroutineSymbol &prototype;
  support::SourceRange range;
};
} // namespace

/// A hidden variable that refers to an instance.
VariableSymbol &ExternBuilder::variable(Scope &scope, const Type &type) {
  llvm::StringRef name =
      state.text("$" + prototype.name + "." + llvm::Twine(scope.members.size()));
  auto &result = state.make<VariableSymbol>(name, prototype.loc);
  result.type = &type;
  result.isImplicit = true;
  state.addMember(scope, result);
  return result;
}

const Expr &ExternBuilder::value(const ValueSymbol &symbol, const HierarchicalPath *path) {
  auto *named = types.make<NamedValueExpr>(*symbol.type, range, &symbol);
  named->path = path;
  return *named;
}

/// The instance that defines the subroutine takes the first place that is free.
void ExternBuilder::enlist(const ExternDefinition &definition,
                           llvm::ArrayRef<const VariableSymbol *> places) {
  const Type &type = *places.front()->type;
  auto &body = const_cast<BodySymbol &>(*definition.subroutine->body());
  auto take = [&](const VariableSymbol &place) -> const Expr * {
    auto *self = types.make<InterfaceExpr>(type, range, &body, state.path(0, {}));
    return types.make<AssignmentExpr>(type, range, &value(place, definition.path), self);
  };
  const Expr *taken = take(*places.back());
  for (const VariableSymbol *place : llvm::reverse(places.drop_back()))
    taken = types.make<ConditionalExpr>(type, range, &value(*place, definition.path), taken,
                                        take(*place));
  variable(body, type).initialiser = taken;
}

/// Calls the definition in the instance that `place` refers to.
const Stmt &ExternBuilder::call(const ExternDefinition &definition, const VariableSymbol &place) {
  llvm::SmallVector<const Expr *, 8> arguments;
  for (const VariableSymbol *formal : prototype.formals)
    arguments.push_back(&value(*formal));
  auto *call = types.make<CallExpr>(*prototype.returnType, range, definition.subroutine,
                                    types.copy(llvm::ArrayRef<const Expr *>(arguments)));
  call->path = state.pathBehind(&value(place), 0, {});
  auto *stmt = types.make<ExpressionStmt>(range);
  stmt->expr = call;
  if (prototype.returnVariable)
    stmt->expr = types.make<AssignmentExpr>(*prototype.returnType, range,
                                            &value(*prototype.returnVariable), call);
  return *stmt;
}

const Stmt &ExternBuilder::fork(llvm::ArrayRef<const Stmt *> branches) {
  for (const VariableSymbol *formal : prototype.formals)
    formal->isCaptured = formal->direction < PortDirection::Ref;
  auto *list = types.make<ListStmt>(range);
  list->items = types.copy(branches);
  auto *block = types.make<BlockStmt>(range);
  block->fork = JoinKind::Join;
  block->body = list;
  return *block;
}

/// `if (place) call(); else otherwise`.
const Stmt &ExternBuilder::callIfKnown(const ExternDefinition &definition,
                                       const VariableSymbol &place, const Stmt *otherwise) {
  auto *stmt = types.make<IfStmt>(range);
  stmt->condition = &value(place);
  stmt->whenTrue = &call(definition, place);
  stmt->whenFalse = otherwise;
  return *stmt;
}

void ExternBuilder::run(const Candidates &candidates) {
  bool isFork = prototype.syntax->isForkJoin;
  llvm::SmallVector<const Stmt *, 4> branches;
  const Stmt *chain = nullptr;
  for (const auto &[definition, count] : candidates) {
    const Type &type =
        virtualInterfaceType(compilation, *definition->subroutine->body(), nullptr);
    llvm::SmallVector<const VariableSymbol *, 4> places;
    for (unsigned i = 0; i < count; ++i) {
      const VariableSymbol &place = variable(*prototype.parent, type);
      places.push_back(&place);
      if (isFork)
        branches.push_back(&callIfKnown(*definition, place, nullptr));
      else // the last one fails on null
        chain = chain ? &callIfKnown(*definition, place, chain) : &call(*definition, place);
    }
    enlist(*definition, places);
  }
  const Stmt *only = isFork ? &fork(branches) : chain;
  auto *body = const_cast<ListStmt *>(llvm::cast<ListStmt>(compilation.bodyOf(prototype)));
  body->items = types.copy(llvm::ArrayRef<const Stmt *>(only));
}

void connectExterns(Compilation &compilation) {
  ElaborationState &state = compilation.state();
  if (state.externs.empty())
    return;
  InstanceWalk walk(state);
  walk.run();
  if (state.diag.hasErrors())
    return;
  for (const SubroutineSymbol *prototype : state.externs)
    if (auto it = walk.candidates.find(prototype); it != walk.candidates.end())
      ExternBuilder(compilation, *prototype).run(it->second);
}

} // namespace circtsim::sema
