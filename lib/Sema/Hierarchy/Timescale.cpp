//===- Timescale.cpp - time units of design elements ----------------------===//
//
// IEEE 1800-2023 3.14.2.3: a design element's time unit and precision come from its own
// timeunit and timeprecision, else from the element around it, else from the
// `timescale in force, else from declarations of the compilation unit, else from
// the command line.
//
//===----------------------------------------------------------------------===//
#include "Sema/Hierarchy/ElaborationState.h"
#include "Syntax/SyntaxTree.h"
#include "Value/Time.h"

using namespace circtsim::syntax;

namespace circtsim::sema {

static std::optional<int8_t> readUnit(Compilation &compilation, const LiteralExprSyntax *literal) {
  if (!literal)
    return std::nullopt;
  llvm::StringRef text = literal->text;
  std::optional<value::TimeUnit> unit =
      value::parseTimeUnit(std::string_view(text.data(), text.size()));
  if (!unit) {
    compilation.diagnostics().diag(literal->loc(), diag::BadTimeUnit) << literal->text;
    return std::nullopt;
  }
  return int8_t(value::exponent(*unit));
}

namespace {
struct Declared {
  std::optional<int8_t> unit, precision;
  support::SourceLoc loc;
};
} // namespace

/// Declarations of a design element stand before all other items; later ones repeat them (3.14.2.2).
static Declared readDeclarations(Compilation &compilation, List<MemberSyntax> members,
                                 bool isElement) {
  Declared result;
  bool isLate = false;
  auto take = [&](const LiteralExprSyntax *literal, std::optional<int8_t> &known, bool isPrecision) {
    std::optional<int8_t> unit = readUnit(compilation, literal);
    support::DiagnosticEngine &diag = compilation.diagnostics();
    if (unit && known && *unit != *known)
      diag.diag(literal->loc(), diag::RepeatedTimeUnit) << isPrecision << literal->text;
    else if (unit && !known && isLate && isElement)
      diag.diag(literal->loc(), diag::LateTimeUnit) << isPrecision;
    if (!known)
      known = unit;
  };
  for (const MemberSyntax *member : members) {
    const auto *syntax = llvm::dyn_cast<TimeunitsDeclSyntax>(member);
    if (!syntax) {
      isLate = true;
      continue;
    }
    take(syntax->unit, result.unit, false);
    take(syntax->precision, result.precision, true);
    result.loc = syntax->loc();
  }
  return result;
}

void setTimescale(Compilation &compilation, Specialisation &body, List<MemberSyntax> members) {
  Declared own = readDeclarations(compilation, members, body.bodyKind != BodyKind::CompilationUnit);
  const Specialisation *outer =
      body.parent ? &Specialisation::of(Compilation::bodyOf(*body.parent)) : nullptr;
  bool isNested = outer && outer->bodyKind != BodyKind::CompilationUnit;
  int8_t unit = compilation.options().timeUnit;
  int8_t precision = compilation.options().timePrecision;
  if (outer && outer->hasExplicitTimescale) {
    unit = outer->timeUnit;
    precision = outer->timePrecision;
    body.hasExplicitTimescale = true;
  }
  if (!isNested && body.directives && body.directives->hasTimescale) {
    unit = body.directives->timeUnit;
    precision = body.directives->timePrecision;
    body.hasExplicitTimescale = true;
  }
  if (own.unit || own.precision)
    body.hasExplicitTimescale = true;
  body.timeUnit = own.unit.value_or(unit);
  body.timePrecision = own.precision.value_or(precision);
  if (body.timePrecision > body.timeUnit) {
    if (own.precision)
      compilation.diagnostics().diag(own.loc, diag::PrecisionCoarserThanUnit);
    body.timePrecision = body.timeUnit;
  }
}

} // namespace circtsim::sema
