//===- CommandLineValues.cpp - parameters given by -G ---------------------===//
//
// `-G W=8` sets W of all top-level modules that have it, `-G top.u.W=8` the
// parameter at that place. Both are treated as defparams from outside. The value is
// parsed as an expression of the compilation unit; a text that begins like a
// word is a string, as other simulators take it.
//
//===----------------------------------------------------------------------===//
#include "Sema/Hierarchy/CommandLineValues.h"

#include "Syntax/Preprocessor.h"
#include "Syntax/SyntaxTree.h"

#include "llvm/ADT/StringExtras.h"

using namespace circtsim::syntax;

namespace circtsim::sema {

static const ExprSyntax *parseValue(Compilation &compilation, llvm::StringRef value) {
  ElaborationState &state = compilation.state();
  bool isWord = !value.empty() && (llvm::isAlpha(value.front()) || value.front() == '_');
  std::string text = "localparam value = ";
  if (value.empty() || isWord)
    text += ("\"" + value + "\"").str();
  else
    text += value;
  text += ";\n";
  support::SourceManager &sources = state.diag.sourceManager();
  support::FileId file = sources.addBuffer("<command line>", text);
  Preprocessor preprocessor(sources, state.diag, state.commandLineText, {});
  auto unit = parseCompilationUnit(preprocessor.preprocess({file}), sources, state.diag);
  const ExprSyntax *result = nullptr;
  if (unit->members.size() == 1)
    if (const auto *decl = llvm::dyn_cast<ParameterDeclSyntax>(unit->members[0]);
        decl && decl->declarators.size() == 1)
      result = decl->declarators[0]->init;
  state.commandLineUnits.push_back(std::move(unit));
  return result;
}

void readCommandLineParameters(Compilation &compilation) {
  ElaborationState &state = compilation.state();
  for (const auto &[name, value] : compilation.options().parameters) {
    auto record = std::make_unique<DefparamRecord>();
    llvm::SmallVector<llvm::StringRef, 4> parts;
    llvm::StringRef(name).split(parts, '.');
    for (llvm::StringRef part : parts) {
      DefparamRecord::Element element;
      auto [base, rest] = part.split('[');
      element.name = base;
      while (!rest.empty()) {
        auto [index, after] = rest.split(']');
        int64_t number = 0;
        (void)index.getAsInteger(10, number);
        element.indices.push_back(number);
        rest = after.drop_while([](char c) { return c == '['; });
      }
      record->path.push_back(std::move(element));
    }
    record->value = parseValue(compilation, value);
    if (!record->value || state.units.empty())
      continue;
    record->context.scope = state.units.front().body;
    record->context.isConstant = true;
    state.defparamRecords.push_back(std::move(record));
  }
}

void takeCommandLineParameters(Compilation &compilation, const Definition &top,
                               llvm::SmallVectorImpl<ActiveDefparam> &out) {
  for (const auto &record : compilation.state().defparamRecords) {
    if (record->loc.isValid())
      continue;
    if (record->path.size() == 1)
      out.push_back({record.get(), 0});
    else if (record->path[0].name == top.name)
      out.push_back({record.get(), 1});
  }
}

void reportUnusedCommandLineParameters(Compilation &compilation) {
  for (const auto &record : compilation.state().defparamRecords) {
    if (record->isUsed || record->loc.isValid())
      continue;
    std::string path;
    for (const DefparamRecord::Element &element : record->path)
      path += (path.empty() ? "" : ".") + element.name.str();
    compilation.diagnostics().diag(support::SourceLoc(), diag::CommandLineParameterUnknown) << path;
  }
}

} // namespace circtsim::sema
