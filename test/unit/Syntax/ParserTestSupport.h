// Parsing of sources given as strings, for the parser's tests.
#ifndef CIRCTSIM_TEST_UNIT_SYNTAX_PARSERTESTSUPPORT_H
#define CIRCTSIM_TEST_UNIT_SYNTAX_PARSERTESTSUPPORT_H

#include "Support/DiagnosticPrinter.h"
#include "Syntax/CompilationUnit.h"
#include "Syntax/Parser.h"
#include "Syntax/Preprocessor.h"
#include "Syntax/SyntaxPrinter.h"
#include "gtest/gtest.h"

namespace circtsim::syntax {

/// One source text, parsed as a compilation unit or as an expression.
class Parsed {
public:
  enum Mode { AsUnit, AsExpr };

  explicit Parsed(llvm::StringRef text, Mode mode = AsUnit,
                  KeywordVersion standard = KeywordVersion::V1800_2023)
      : engine(sources) {
    engine.setErrorLimit(0);
    engine.addConsumer(std::make_unique<support::DiagnosticRecorder>(recorded));
    PreprocessorOptions options;
    options.standard = standard;
    Preprocessor preprocessor(sources, engine, arena, options);
    FileId file = sources.addBuffer("test.sv", text);
    TokenStream tokens = preprocessor.preprocess({file});
    if (mode == AsUnit) {
      unit = parseCompilationUnit(std::move(tokens), sources, engine);
    } else {
      unit = std::make_unique<CompilationUnit>(std::move(tokens), sources);
      expr = Parser(*unit, engine).parseLoneExpr();
    }
  }

  std::string dump() const {
    std::string text;
    llvm::raw_string_ostream out(text);
    if (expr)
      dumpTree(*expr, out);
    else
      dumpTree(unit->members, out);
    return text;
  }

  /// `line:column: message` of every error, a line each; notes are indented.
  std::string errors() const {
    std::string text;
    for (const support::Diagnostic &diagnostic : recorded) {
      if (diagnostic.severity == support::Severity::Note)
        text += "  ";
      text += std::to_string(sources.lineOf(diagnostic.loc)) + ":" +
              std::to_string(sources.columnOf(diagnostic.loc)) + ": " + diagnostic.message + "\n";
    }
    return text;
  }

  /// The only item of the only module, or of the unit.
  const MemberSyntax &item(unsigned index = 0) const {
    const MemberSyntax *first = unit->members[0];
    if (const auto *module = llvm::dyn_cast<ModuleSyntax>(first))
      return *module->members[index];
    return *unit->members[index];
  }

  support::SourceManager sources;
  support::DiagnosticEngine engine;
  support::Arena arena;
  std::vector<support::Diagnostic> recorded;
  std::unique_ptr<CompilationUnit> unit;
  const ExprSyntax *expr = nullptr;
};

/// Dump of a source that must parse without diagnostics.
inline std::string dumpOf(llvm::StringRef text) {
  Parsed parsed(text);
  EXPECT_EQ(parsed.errors(), "") << text.str();
  return parsed.dump();
}

/// Dump of an expression that must parse without diagnostics.
inline std::string dumpOfExpr(llvm::StringRef text) {
  Parsed parsed(text, Parsed::AsExpr);
  EXPECT_EQ(parsed.errors(), "") << text.str();
  return parsed.dump();
}

/// Errors of a source text.
inline std::string errorsOf(llvm::StringRef text) { return Parsed(text).errors(); }

/// Wraps items into a module.
inline std::string inModule(llvm::StringRef items) {
  return ("module m;\n" + items + "\nendmodule\n").str();
}
/// Wraps statements into a procedure.
inline std::string inInitial(llvm::StringRef statements) {
  return ("module m;\ninitial begin\n" + statements + "\nend\nendmodule\n").str();
}

} // namespace circtsim::syntax
#endif // CIRCTSIM_TEST_UNIT_SYNTAX_PARSERTESTSUPPORT_H
