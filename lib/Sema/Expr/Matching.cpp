//===- Matching.cpp - tagged unions, patterns, let ------------------------------===//
//
// IEEE 1800-2023 7.3.2 and 11.9 (tagged unions), 12.6 (patterns), 11.12 (let).
//
// A tagged expression becomes an assignment pattern of its union: the one member and
// the tag. A pattern becomes a conjunction of tests, each of a bit: comparisons of
// tags and constants, and copies to the variables that the pattern declares, which
// are true. The variables belong to a scope that the statement or the conditional
// expression around the pattern brings (BindContext::patternScope).
//
// A use of a `let` is bound anew from its syntax, in a scope of its own below the
// declaration's that holds the arguments. An argument without type is the actual's
// syntax, bound where the use stands, so that it takes part in the sizes around it.
//
//===----------------------------------------------------------------------===//
#include "Sema/ConstEval/ConstantEvaluator.h"
#include "Sema/Expr/BinderSupport.h"
#include "Sema/Hierarchy/ElaborationState.h"
#include "Sema/Symbols/Symbol.h"
#include "Sema/Types/PackedLayout.h"
#include "Syntax/SyntaxTree.h"

using namespace circtsim;
using namespace circtsim::sema;
using namespace circtsim::syntax;
using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;
using support::SourceRange;

//===-- Tagged unions -----------------------------------------------------------------===//

static const Field *findField(const Type &type, llvm::StringRef name) {
  for (const Field &field : fieldsOf(type))
    if (field.name == name)
      return &field;
  return nullptr;
}

Expr *ExprBinder::createTagged(const TaggedExprSyntax &syntax, const Type *target) {
  if (!target)
    return error(syntax.range, diag::TaggedWithoutType);
  if (target->isError())
    return bad(syntax.range);
  const Field *tag = tagOf(*target);
  if (!tag)
    return error(syntax.range, diag::NotATaggedUnion, target->describe());
  const Field *field = findField(*target, syntax.member.text);
  if (!field)
    return error(SourceRange(syntax.member.loc), diag::NoSuchField, syntax.member.text,
                 target->describe());
  if (!field->type && syntax.operand)
    return error(syntax.operand->range, diag::TaggedVoidValue, field->name);
  if (field->type && !syntax.operand)
    return error(syntax.range, diag::TaggedValueMissing, field->name);
  const Expr *value = field->type ? &bind(*syntax.operand, field->type) : nullptr;
  if (value && isBad(*value))
    return bad(syntax.range);
  const Expr *number = &integerConstant(field->index, *tag->type, syntax.range);
  llvm::SmallVector<const Expr *, 8> elements;
  if (target->isIntegral()) { // tag, unused bits, member
    uint32_t used = value ? value->type->width() : 0;
    uint32_t unused = target->width() - tag->type->width() - used;
    elements.push_back(number);
    if (unused)
      elements.push_back(&integerConstant(0, types.vector(unused, false, false), syntax.range));
    if (value)
      elements.push_back(value);
  } else {
    // The others have their default values, so that equal unions compare equal.
    for (const Field &other : fieldsOf(*target)) {
      const Expr *rest = nullptr;
      if (&other != field && other.type)
        rest =
            &constantExpr(compilation, sema::defaultValue(*other.type), *other.type, syntax.range);
      elements.push_back(&other == field ? value : rest);
    }
    elements.push_back(number);
  }
  return make<PatternExpr>(*target, syntax.range, copy(llvm::ArrayRef<const Expr *>(elements)));
}

//===-- Patterns ----------------------------------------------------------------------===//

const Expr *ExprBinder::bothTrue(const Expr *first, const Expr *second) {
  if (!first || isBad(*second))
    return second;
  if (isBad(*first))
    return first;
  return make<BinaryExpr>(types.vector(1, false, false), first->range, BinaryOp::LogicalAnd, first,
                          second);
}

const Expr *ExprBinder::fieldOf(const Expr &base, const Field &field, SourceRange range) {
  auto *select = make<FieldSelectExpr>(*field.type, range, &base, &field);
  select->isTagTested = true;
  return select;
}

/// Declares a variable that takes the operand's value.
const Expr *ExprBinder::bindPatternVariable(const Expr &operand, const Name &name) {
  ElaborationState &state = compilation.state();
  SourceRange range = name ? SourceRange(name.loc) : operand.range;
  if (!context.patternScope)
    return error(range, diag::PatternOutsideStatement);
  auto &variable = state.make<VariableSymbol>(name.text, range.begin);
  variable.lifetime = Lifetime::Automatic;
  variable.type = operand.type;
  variable.isConst = true;
  variable.isImplicit = !name;
  state.declare(*context.patternScope, variable);
  variable.position = 0; // before the blocks of the statement, which are declared already
  auto *test = make<PatternTestExpr>(types.vector(1, false, false), range, &operand);
  test->variable = &variable;
  return test;
}

const Expr *ExprBinder::matchConstant(const Expr &operand, const ExprSyntax &syntax,
                                      CaseKind kind) {
  Expr *label = create(syntax);
  if (isBad(*label))
    return label;
  if (!operand.type->isIntegral() || !label->type->isIntegral()) {
    BinaryOp op = operand.type->isReal() ? BinaryOp::Equal : BinaryOp::CaseEqual;
    return makeComparison(op, mutableExpr(&operand), label, syntax.range);
  }
  const Type &common = commonIntegral(types, *operand.type, *label->type);
  auto *test = make<PatternTestExpr>(types.vector(1, false, false), syntax.range,
                                     propagate(mutableExpr(&operand), common));
  test->label = propagate(label, common);
  test->caseKind = kind;
  return test;
}

const Expr *ExprBinder::matchTagged(const Expr &operand, const TaggedPatternSyntax &syntax,
                                    CaseKind kind) {
  const Field *tag = tagOf(*operand.type);
  if (!tag)
    return error(syntax.range, diag::PatternNotTagged, operand.type->describe());
  const Field *field = findField(*operand.type, syntax.member.text);
  if (!field)
    return error(SourceRange(syntax.member.loc), diag::NoSuchField, syntax.member.text,
                 operand.type->describe());
  auto *test = make<PatternTestExpr>(types.vector(1, false, false), syntax.range,
                                     fieldOf(operand, *tag, syntax.range));
  test->label = &integerConstant(field->index, *tag->type, syntax.range);
  if (!syntax.inner)
    return test;
  if (!field->type)
    return error(syntax.inner->range, diag::TaggedVoidSelect, field->name);
  return bothTrue(test, matchPattern(*fieldOf(operand, *field, syntax.range), *syntax.inner, kind));
}

const Expr *ExprBinder::matchStructure(const Expr &operand, const StructPatternSyntax &syntax,
                                       CaseKind kind) {
  llvm::ArrayRef<Field> fields = fieldsOf(*operand.type);
  TypeKind typeKind = operand.type->canonical().kind;
  if (fields.empty() || typeKind == TypeKind::PackedUnion || typeKind == TypeKind::UnpackedUnion)
    return error(syntax.range, diag::PatternNotStructure, operand.type->describe());
  bool isNamed = !syntax.entries.empty() && syntax.entries.front()->member.valid();
  if (!isNamed && syntax.entries.size() != fields.size()) {
    diagnostics.diag(syntax.range, diag::PatternEntryCount)
        << syntax.entries.size() << (syntax.entries.size() == 1) << operand.type->describe()
        << fields.size();
    return bad(syntax.range);
  }
  const Expr *result = nullptr;
  for (auto [i, entry] : llvm::enumerate(syntax.entries)) {
    if (entry->member.valid() != isNamed)
      return error(entry->range, diag::MixedPattern);
    const Field *field = isNamed ? findField(*operand.type, entry->member.text) : &fields[i];
    if (!field)
      return error(SourceRange(entry->member.loc), diag::NoSuchField, entry->member.text,
                   operand.type->describe());
    const Expr &member = *fieldOf(operand, *field, entry->range);
    result = bothTrue(result, matchPattern(member, *entry->pattern, kind));
  }
  return result;
}

const Expr *ExprBinder::matchPattern(const Expr &operand, const PatternSyntax &syntax,
                                     CaseKind kind) {
  switch (syntax.kind) {
  case SyntaxKind::VariablePattern:
    return bindPatternVariable(operand, cast<VariablePatternSyntax>(syntax).name);
  case SyntaxKind::ExprPattern:
    return matchConstant(operand, *cast<ExprPatternSyntax>(syntax).expr, kind);
  case SyntaxKind::TaggedPattern:
    return matchTagged(operand, cast<TaggedPatternSyntax>(syntax), kind);
  case SyntaxKind::StructPattern:
    return matchStructure(operand, cast<StructPatternSyntax>(syntax), kind);
  default:
    return &integerConstant(1, types.vector(1, false, false), syntax.range);
  }
}

const Expr &ExprBinder::bindPatternOperand(const ExprSyntax &syntax, const Expr *&copied) {
  const Expr *operand = selfDetermined(syntax);
  const Expr *base = operand;
  while (const auto *field = dyn_cast<FieldSelectExpr>(base))
    base = field->base;
  copied = nullptr;
  if (isBad(*operand) || isa<NamedValueExpr>(base) || !context.patternScope)
    return *operand;
  // Evaluated once: into a variable without a name.
  copied = bindPatternVariable(*operand, Name());
  if (isBad(*copied))
    return *copied;
  return namedValue(*cast<PatternTestExpr>(copied)->variable, nullptr, operand->range);
}

const Expr &ExprBinder::bindPatternMatch(const Expr &operand, const PatternSyntax &syntax,
                                         CaseKind kind) {
  if (isBad(operand))
    return operand;
  return *matchPattern(operand, syntax, kind);
}

Expr *ExprBinder::createMatches(const MatchesExprSyntax &syntax) {
  const Expr *copied = nullptr;
  const Expr &operand = bindPatternOperand(*syntax.operand, copied);
  if (isBad(operand))
    return bad(syntax.range);
  return mutableExpr(bothTrue(copied, matchPattern(operand, *syntax.pattern, CaseKind::Case)));
}

bool ExprBinder::hasPattern(const ExprSyntax &syntax) {
  if (const auto *paren = dyn_cast<ParenExprSyntax>(&syntax))
    return hasPattern(*paren->inner);
  if (const auto *binary = dyn_cast<BinaryExprSyntax>(&syntax))
    return hasPattern(*binary->lhs) || hasPattern(*binary->rhs);
  return syntax.kind == SyntaxKind::MatchesExpr;
}

/// A conditional expression whose condition has patterns gets a scope for their variables.
void ExprBinder::openPatternScope() {
  ElaborationState &state = compilation.state();
  auto &block = state.make<BlockSymbol>("", support::SourceLoc());
  block.parent = context.scope;
  block.position = context.position == BindContext::NoPosition ? 0 : context.position;
  context.scope = &block;
  context.position = BindContext::NoPosition;
  context.patternScope = &block;
}

//===-- let (11.12) ---------------------------------------------------------------------===//

/// Matches the arguments of a use and enters them into its scope.
bool ExprBinder::bindLetArguments(const LetSymbol &let, List<ArgumentSyntax> arguments,
                                  SourceRange range, BlockSymbol &scope) {
  ElaborationState &state = compilation.state();
  List<AssertionPortSyntax> ports = let.syntax->ports;
  if (arguments.size() == 1 && !arguments[0]->value && !arguments[0]->name && ports.empty())
    arguments = {};
  llvm::SmallVector<const ExprSyntax *, 8> actuals(ports.size(), nullptr);
  for (auto [i, argument] : llvm::enumerate(arguments)) {
    size_t index = i;
    if (argument->name) {
      index = 0;
      while (index < ports.size() && ports[index]->name.text != argument->name.text)
        ++index;
      if (index == ports.size()) {
        error(SourceRange(argument->name.loc), diag::NoSuchArgument, let.name, argument->name.text);
        return false;
      }
    } else if (index >= ports.size()) {
      diagnostics.diag(argument->range.isValid() ? argument->range : range, diag::CallArgumentCount)
          << let.name << ports.size() << arguments.size();
      return false;
    }
    if (actuals[index]) {
      error(argument->range, diag::DuplicateArgument, ports[index]->name.text);
      return false;
    }
    actuals[index] = argument->value;
  }
  BindContext declaration = context;
  declaration.scope = let.parent;
  declaration.position = let.position ? let.position : BindContext::NoPosition;
  const Type *type = nullptr;
  for (auto [port, actual] : llvm::zip(ports, actuals)) {
    const auto *builtin = llvm::dyn_cast_or_null<BuiltinTypeSyntax>(port->type);
    const auto *implicit = llvm::dyn_cast_or_null<ImplicitTypeSyntax>(port->type);
    bool inherits = !port->type || (implicit && implicit->dimensions.empty() &&
                                    implicit->signing == Signing::None);
    if (!inherits) {
      bool isUntyped = builtin && builtin->builtin == BuiltinTypeKind::Untyped;
      type = isUntyped ? nullptr : &TypeBinder(compilation, declaration).bind(*port->type);
    }
    if (!actual && !port->init) {
      error(range, diag::MissingCallArgument, port->name.text, let.name);
      return false;
    }
    auto &argument = state.make<LetArgumentSymbol>(port->name.text, port->name.loc);
    argument.type =
        type ? &TypeBinder(compilation, declaration).applyUnpacked(*type, port->dimensions)
             : nullptr;
    argument.syntax = actual ? actual : port->init;
    argument.context = actual ? context : declaration;
    if (!actual && !declaration.viewer)
      argument.context.viewer = context.scope;
    state.declare(scope, argument);
    argument.position = 0;
  }
  return true;
}

Expr *ExprBinder::expandLet(const LetSymbol &let, List<ArgumentSyntax> arguments,
                            SourceRange range) {
  ElaborationState &state = compilation.state();
  if (let.isExpanding)
    return error(range, diag::DependsOnItself, let.name);
  auto &scope = state.make<BlockSymbol>("", let.loc);
  scope.parent = let.parent;
  scope.position = let.position;
  if (!bindLetArguments(let, arguments, range, scope))
    return bad(range);
  BindContext inner = context;
  inner.scope = &scope;
  inner.position = BindContext::NoPosition;
  if (!inner.viewer)
    inner.viewer = context.scope;
  let.isExpanding = true;
  Expr *result = ExprBinder(compilation, inner).create(*let.syntax->value);
  let.isExpanding = false;
  return result;
}

Expr *ExprBinder::letArgument(const LetArgumentSymbol &argument) {
  ExprBinder binder(compilation, argument.context);
  if (!argument.type)
    return binder.create(*argument.syntax);
  return mutableExpr(&binder.bind(*argument.syntax, argument.type));
}
