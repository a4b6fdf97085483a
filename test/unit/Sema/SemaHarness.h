//===- SemaHarness.h - designs from source text for the tests of Sema -*- C++ -*-===//
#ifndef CIRCTSIM_TEST_UNIT_SEMA_SEMAHARNESS_H
#define CIRCTSIM_TEST_UNIT_SEMA_SEMAHARNESS_H

#include "Sema/Compilation.h"
#include "Support/Diagnostic.h"
#include "Syntax/Preprocessor.h"

#include "gtest/gtest.h"

#include <memory>
#include <string>
#include <vector>

namespace circtsim::sematest {

/// Keeps every message as "line: severity: text".
class MessageList : public support::DiagnosticConsumer {
public:
  explicit MessageList(std::vector<std::string> &messages) : messages(messages) {}
  void handle(const support::Diagnostic &diagnostic,
              const support::SourceManager &sources) override {
    static constexpr const char *names[] = {"", "note", "warning", "warning", "error", "fatal"};
    std::string line =
        std::to_string(diagnostic.loc.isValid() ? sources.lineOf(diagnostic.loc) : 0);
    messages.push_back(line + ": " + names[unsigned(diagnostic.severity)] + ": " +
                       diagnostic.message);
  }

private:
  std::vector<std::string> &messages;
};

/// One source text, preprocessed, parsed and elaborated.
class Design {
public:
  explicit Design(llvm::StringRef source, sema::ElaborationOptions options = {},
                  llvm::ArrayRef<llvm::StringRef> warnings = {})
      : diagnostics(sources), compilation(diagnostics, std::move(options)) {
    diagnostics.setErrorLimit(0);
    diagnostics.addConsumer(std::make_unique<MessageList>(messages));
    for (llvm::StringRef warning : warnings)
      diagnostics.setWarningOption(warning);
    support::FileId file = sources.addBuffer("test.sv", source);
    syntax::Preprocessor preprocessor(sources, diagnostics, arena, {});
    unit = syntax::parseCompilationUnit(preprocessor.preprocess({file}), sources, diagnostics);
    if (diagnostics.hasErrors())
      return;
    compilation.addUnit(*unit);
    good = compilation.elaborate();
  }

  const sema::BodySymbol &top() const { return *compilation.tops().front()->childBody; }

  /// "a", or "g[1].x" through generate and named blocks of the first top.
  const sema::Symbol *find(llvm::StringRef name) const {
    const sema::Scope *scope = &top();
    const sema::Symbol *symbol = nullptr;
    while (!name.empty()) {
      auto [first, rest] = name.split('.');
      auto [plain, index] = first.split('[');
      symbol = scope ? scope->find(plain) : nullptr;
      const auto *array = llvm::dyn_cast_or_null<sema::GenerateArraySymbol>(symbol);
      if (array && !index.empty()) {
        int64_t i = 0;
        index.drop_back().getAsInteger(10, i);
        symbol = array->byIndex.lookup(i);
      }
      scope = scopeOf(symbol);
      name = rest;
    }
    return symbol;
  }

  /// The value of a parameter of the first top as text; "<none>" if it has none.
  std::string parameter(llvm::StringRef name) const {
    const auto *symbol = llvm::dyn_cast_or_null<sema::ParameterSymbol>(find(name));
    if (!symbol || !symbol->value)
      return "<none>";
    return valueText(*symbol->value);
  }

  static std::string valueText(const sema::Expr &expr) {
    if (const auto *text = llvm::dyn_cast<sema::StringConstantExpr>(&expr))
      return "\"" + text->text.str() + "\"";
    if (expr.constant)
      return expr.constant->toLiteral();
    if (const auto *real = llvm::dyn_cast<sema::RealConstantExpr>(&expr)) {
      char text[40];
      snprintf(text, sizeof text, "%.17g", real->value);
      return text;
    }
    if (const auto *pattern = llvm::dyn_cast<sema::PatternExpr>(&expr)) {
      std::string out = "'{";
      for (const sema::Expr *element : pattern->elements)
        out += (element == pattern->elements.front() ? "" : ", ") + valueText(*element);
      return out + "}";
    }
    return expr.kind == sema::ExprKind::Unbounded ? "$" : "<none>";
  }

  /// True if some message contains the text.
  bool says(llvm::StringRef text) const {
    for (const std::string &message : messages)
      if (llvm::StringRef(message).contains(text))
        return true;
    return false;
  }
  /// All messages, one a line.
  std::string log() const {
    std::string out;
    for (const std::string &message : messages)
      out += message + "\n";
    return out;
  }

  support::SourceManager sources;
  support::DiagnosticEngine diagnostics;
  support::Arena arena;
  std::unique_ptr<syntax::CompilationUnit> unit;
  sema::Compilation compilation;
  std::vector<std::string> messages;
  bool good = false;

private:
  static const sema::Scope *scopeOf(const sema::Symbol *symbol) {
    if (const auto *block = llvm::dyn_cast_or_null<sema::GenerateBlockSymbol>(symbol))
      return block;
    if (const auto *block = llvm::dyn_cast_or_null<sema::BlockSymbol>(symbol))
      return block;
    if (const auto *subroutine = llvm::dyn_cast_or_null<sema::SubroutineSymbol>(symbol))
      return subroutine;
    if (const auto *instance = llvm::dyn_cast_or_null<sema::InstanceSymbol>(symbol))
      return instance->childBody;
    return nullptr;
  }
};

} // namespace circtsim::sematest

#endif
