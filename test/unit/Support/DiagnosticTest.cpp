#include "Support/Diagnostic.h"
#include "Support/DiagnosticPrinter.h"

#include "llvm/Support/JSON.h"

#include <gtest/gtest.h>

using namespace circtsim;
using namespace circtsim::support;

namespace {

struct DiagnosticTest : testing::Test {
  SourceManager sources;
  DiagnosticEngine engine{sources};
  std::vector<Diagnostic> seen;
  std::string text;
  llvm::raw_string_ostream stream{text};

  DiagnosticTest() { engine.addConsumer(std::make_unique<DiagnosticRecorder>(seen)); }
  void printText() { engine.addConsumer(std::make_unique<TextDiagnosticPrinter>(stream)); }
  SourceLoc at(llvm::StringRef contents, uint32_t offset, llvm::StringRef name = "a.sv") {
    return sources.startOf(sources.addBuffer(name, contents)).advanced(offset);
  }
};

TEST(FormatDiagnostic, Substitutions) {
  std::vector<DiagnosticArgument> arguments = {{"", 2, true}, {"name", 0, false}, {"", 1, true}};
  EXPECT_EQ(formatDiagnostic("%1: %0 bit%s0, %2 bit%s2, 100%%", arguments),
            "name: 2 bits, 1 bit, 100%");
  EXPECT_EQ(formatDiagnostic("%select{a|b|c}0 %select{x|y}2 %select{p|q}0", arguments), "c y q");
  EXPECT_EQ(formatDiagnostic("%7 missing %", arguments), " missing ");
}

TEST_F(DiagnosticTest, CaretAndRanges) {
  printText();
  FileId file = sources.addBuffer("a.sv", "module m;\n  assign foo = bar;\n");
  SourceLoc line = sources.startOf(file).advanced(10);
  engine.diag(line.advanced(13), diag::UnknownDirective)
      << "x" << SourceRange(line.advanced(9), line.advanced(15));
  EXPECT_EQ(text, "a.sv:2:14: error: unknown compiler directive or undefined macro '`x'\n"
                  "    assign foo = bar;\n"
                  "           ~~~~^~~~~\n");
}

TEST_F(DiagnosticTest, TabsAndUtf8) {
  printText();
  engine.diag(at("\t\"\xC3\xA9\" \xFFx", 7), diag::UnterminatedComment);
  EXPECT_EQ(text, "a.sv:1:8: error: unterminated block comment\n"
                  "          \"\xC3\xA9\" <FF>x\n"
                  "                  ^\n");
}

TEST_F(DiagnosticTest, LongLinesAreClipped) {
  printText();
  engine.diag(at(std::string(100000, 'a'), 50000), diag::UnterminatedComment);
  EXPECT_LT(text.size(), 400u);
  EXPECT_NE(text.find("... aaaa"), std::string::npos);
  size_t caretLine = text.rfind("\n", text.size() - 2) + 1;
  EXPECT_EQ(text.substr(caretLine), std::string(66, ' ') + "^\n");
}

TEST_F(DiagnosticTest, IncludeStackIsPrintedOncePerFile) {
  printText();
  SourceLoc include = at("`include \"b.svh\"\n", 0);
  FileId inner = sources.addBuffer("b.svh", "x y\n", include);
  engine.diag(sources.startOf(inner), diag::UnterminatedComment);
  engine.diag(sources.startOf(inner).advanced(2), diag::UnterminatedComment);
  EXPECT_EQ(text.find("in file included from a.sv:1:\n"), 0u);
  EXPECT_EQ(text.find("in file included", 5), std::string::npos);
}

TEST_F(DiagnosticTest, MacroFrames) {
  printText();
  SourceLoc start = at("`define M oops\n`M\n", 0);
  SourceLoc loc =
      sources.addExpansion(start.advanced(10), start.advanced(15), start.advanced(15), 4, false);
  engine.diag(loc, diag::UnterminatedComment);
  EXPECT_EQ(text, "a.sv:2:1: error: unterminated block comment\n"
                  "  `M\n"
                  "  ^\n"
                  "a.sv:1:11: note: expanded from macro 'M'\n"
                  "  `define M oops\n"
                  "            ^\n");
}

TEST_F(DiagnosticTest, WarningOptions) {
  SourceLoc loc = at("abcdef", 0);
  ASSERT_EQ(DiagnosticEngine::groupOf(diag::MacroRedefined), "macro-redefined");
  engine.diag(loc, diag::MacroRedefined) << "a";
  EXPECT_EQ(engine.warningCount(), 1u);
  EXPECT_TRUE(engine.setWarningOption("no-macro-redefined"));
  engine.diag(loc, diag::MacroRedefined) << "b";
  EXPECT_EQ(engine.warningCount(), 1u);
  EXPECT_TRUE(engine.setWarningOption("error=macro-redefined"));
  engine.diag(loc, diag::MacroRedefined) << "c";
  EXPECT_EQ(engine.errorCount(), 1u);
  EXPECT_TRUE(seen.back().promoted);
  EXPECT_TRUE(engine.setWarningOption("no-error=macro-redefined"));
  EXPECT_TRUE(engine.setWarningOption("error"));
  engine.diag(loc, diag::MacroRedefined) << "d";
  EXPECT_EQ(engine.errorCount(), 1u);
  EXPECT_EQ(engine.warningCount(), 2u);
  EXPECT_FALSE(engine.setWarningOption("no-such-group"));
}

TEST_F(DiagnosticTest, WarningsThatAreOffByDefault) {
  SourceLoc loc = at("abcdef", 0);
  engine.diag(loc, diag::UndefOfUndefined) << "a";
  EXPECT_TRUE(seen.empty());
  EXPECT_TRUE(engine.setWarningOption("undef"));
  engine.diag(loc, diag::UndefOfUndefined) << "a";
  ASSERT_EQ(seen.size(), 1u);
  EXPECT_EQ(seen[0].group, "undef");
  engine.setSuppressWarnings(true);
  engine.diag(loc, diag::UndefOfUndefined) << "b";
  EXPECT_EQ(seen.size(), 1u);
}

TEST_F(DiagnosticTest, RepetitionsAndTheirNotesAreDropped) {
  SourceLoc loc = at("abcdef", 0);
  for (int i = 0; i < 3; ++i) {
    engine.diag(loc, diag::MacroRedefined) << "a";
    engine.diag(loc, diag::PreviousDefinition);
  }
  EXPECT_EQ(seen.size(), 2u);
  engine.diag(loc.advanced(1), diag::MacroRedefined) << "a";
  EXPECT_EQ(seen.size(), 3u);
}

TEST_F(DiagnosticTest, ErrorLimit) {
  std::string contents(100, 'x');
  SourceLoc loc = at(contents, 0);
  engine.setErrorLimit(3);
  for (uint32_t i = 0; i < 10; ++i) {
    engine.diag(loc.advanced(i), diag::RecursiveMacro) << "m";
    engine.diag(loc, diag::MacroDefinedHere) << "m";
  }
  EXPECT_EQ(engine.errorCount(), 3u);
  EXPECT_TRUE(engine.shouldStop());
  ASSERT_EQ(seen.size(), 7u);
  EXPECT_EQ(seen.back().id, diag::TooManyErrors);
}

TEST_F(DiagnosticTest, Unsupported) {
  engine.unsupported(at("x", 0), llvm::Twine("checker ") + "declarations", "17");
  EXPECT_EQ(seen.at(0).message, "unsupported: checker declarations (IEEE 1800-2023 17)");
  EXPECT_TRUE(engine.hasErrors());
}

TEST_F(DiagnosticTest, Silencer) {
  SourceLoc loc = at("x", 0);
  {
    DiagnosticSilencer outer(engine);
    {
      DiagnosticSilencer inner(engine);
      engine.diag(loc, diag::UnterminatedComment);
      EXPECT_TRUE(inner.hadError());
    }
    EXPECT_TRUE(outer.hadError());
  }
  EXPECT_TRUE(seen.empty());
  EXPECT_FALSE(engine.hasErrors());
}

TEST_F(DiagnosticTest, JsonLines) {
  engine.addConsumer(std::make_unique<JsonDiagnosticPrinter>(stream));
  engine.diag(SourceRange(at("say \"hi\"\n", 4)), diag::MacroRedefined) << "q\"q";
  llvm::Expected<llvm::json::Value> value = llvm::json::parse(text);
  ASSERT_TRUE(static_cast<bool>(value));
  const llvm::json::Object &object = *value->getAsObject();
  EXPECT_EQ(object.getString("severity"), "warning");
  EXPECT_EQ(object.getString("id"), "MacroRedefined");
  EXPECT_EQ(object.getString("group"), "macro-redefined");
  EXPECT_EQ(object.getString("file"), "a.sv");
  EXPECT_EQ(object.getInteger("line"), 1);
  EXPECT_EQ(object.getInteger("column"), 5);
  EXPECT_EQ(object.getString("message"), "macro 'q\"q' is redefined with a different text");
  EXPECT_EQ(object.getArray("ranges")->size(), 1u);
  EXPECT_EQ(text.back(), '\n');
}

TEST_F(DiagnosticTest, Summary) {
  printText();
  engine.diag(at("x", 0), diag::UnterminatedComment);
  engine.diag(at("y", 0), diag::MacroRedefined) << "m";
  text.clear();
  engine.finish();
  EXPECT_EQ(text, "1 warning and 1 error generated.\n");
}

TEST(DiagnosticTable, EveryWarningHasAGroup) {
#define DIAG(id, severity, text, group)                                                            \
  if (Severity::severity == Severity::Warning || Severity::severity == Severity::WarningOff)       \
    EXPECT_NE(std::string(group), "") << #id;                                                      \
  EXPECT_NE(std::string(text).back(), '.') << #id;
#include "Support/Diagnostics.def"
}

} // namespace
