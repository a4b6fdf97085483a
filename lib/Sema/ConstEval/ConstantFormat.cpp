//===- ConstantFormat.cpp - formatted output of constants -----------------===//
//
// Severity tasks among the items of a module, and $sformatf and severity tasks in
// constant functions, are executed by elaboration (IEEE 1800-2023 13.4.3, 20.10,
// 21.3.3). Formats are those of the run time (Value/Format.h); what depends on the
// time or on drivers has no text yet.
//
//===----------------------------------------------------------------------===//
#include "Sema/ConstEval/ConstantFormat.h"

#include "Sema/Compilation.h"
#include "Sema/Symbols/Symbol.h"
#include "Sema/Types/Type.h"
#include "Value/Format.h"

namespace circtsim::sema {

namespace {
class ConstantFormatter {
public:
  ConstantFormatter(llvm::ArrayRef<const Expr *> exprs, llvm::ArrayRef<ConstantValue> values,
                    llvm::StringRef scope)
      : exprs(exprs), values(values), scope(scope) {}

  bool run(bool isFirstFormat);
  std::string result;

private:
  bool append(const value::FormatSpec &spec, size_t index);
  bool appendFormatted(llvm::StringRef text);

  llvm::ArrayRef<const Expr *> exprs;
  llvm::ArrayRef<ConstantValue> values;
  llvm::StringRef scope;
  size_t next = 0;
};
} // namespace

/// The name of an enumeration's value; empty if it has none.
static llvm::StringRef enumName(const Type &type, const ConstantValue &value) {
  const auto *enumeration = llvm::dyn_cast<EnumType>(&type.canonical());
  if (enumeration && value.isInteger())
    for (const EnumType::Value &member : enumeration->values)
      if (member.value == value.integer())
        return member.name;
  return {};
}

bool ConstantFormatter::append(const value::FormatSpec &spec, size_t index) {
  const ConstantValue &value = values[index];
  if (spec.conversion == 'p') {
    llvm::StringRef name = enumName(*exprs[index]->type, value);
    if (!name.empty()) {
      result += name;
      return true;
    }
  }
  if (value.isInteger())
    return value::formatLogic(result, spec, value.integer());
  if (value.isReal())
    return value::formatReal(result, spec, value.real());
  if (value.isString())
    return value::formatString(result, spec, value.string());
  result += value.toString();
  return true;
}

bool ConstantFormatter::appendFormatted(llvm::StringRef text) {
  size_t at = 0;
  value::FormatPiece piece;
  while (value::nextPiece({text.data(), text.size()}, at, piece)) {
    if (!piece.isSpec) {
      result += piece.text;
    } else if (!piece.spec.takesArgument()) {
      if (scope.empty())
        return false;
      result += scope;
    } else if (next < values.size() && !append(piece.spec, next++)) {
      return false;
    }
  }
  return true;
}

bool ConstantFormatter::run(bool isFirstFormat) {
  while (next < values.size()) {
    size_t index = next++;
    const ConstantValue &value = values[index];
    bool isFormat = llvm::isa<StringConstantExpr>(exprs[index]) || (isFirstFormat && index == 0);
    if (isFormat && !(value.isString() || value.isInteger()))
      return false;
    if (isFormat) {
      std::string text = value.isString() ? value.string() : value.integer().toString();
      if (!appendFormatted(text))
        return false;
      continue;
    }
    value::FormatSpec spec;
    spec.conversion = value.isReal() ? 'g' : value.isString() ? 's' : 'd';
    if (!append(spec, index))
      return false;
  }
  return true;
}

std::string firstPathOf(const BodySymbol &body) {
  const InstanceSymbol *instance = body.firstInstance;
  if (!instance)
    return body.name.str();
  if (!instance->parent)
    return instance->printedName.str();
  return firstPathOf(Compilation::bodyOf(*instance->parent)) + "." +
         Compilation::scopedName(*instance);
}

std::optional<std::string> formatConstants(llvm::ArrayRef<const Expr *> exprs,
                                           llvm::ArrayRef<ConstantValue> values,
                                           llvm::StringRef scope, bool isFirstFormat) {
  ConstantFormatter formatter(exprs, values, scope);
  if (!formatter.run(isFirstFormat))
    return std::nullopt;
  return std::move(formatter.result);
}

} // namespace circtsim::sema
