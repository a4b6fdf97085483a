#include "PreprocessorFixture.h"

using namespace circtsim;
using namespace circtsim::syntax;

namespace {

using DirectiveTest = PreprocessorTest;

//===- Conditional compilation (22.6) -------------------------------------===//

TEST_F(DirectiveTest, Conditionals) {
  EXPECT_EQ(run("`define A\n`ifdef A a `else b `endif\n`ifndef A c `else d `endif\n"
                "`ifdef X e `elsif A f `elsif A g `else h `endif\n`ifdef X i `elsif Y j `endif k"),
            "a d f k");
  EXPECT_EQ(run("`ifdef X `ifdef A 1 `else 2 `endif `elsif A `ifndef X 3 `endif `else 4 `endif"),
            "3");
  EXPECT_EQ(messages(), "");
}

TEST_F(DirectiveTest, ExcludedTextIsNotLexed) {
  EXPECT_EQ(run("`ifdef X\n it's `unknown \"open\n// `endif\n/* `endif */ \"`endif\" \\`endif \n"
                "`define Y `ifdef `else \\\n `endif\n\xFF\n`endif\nend"),
            "end");
  EXPECT_EQ(messages(), "");
}

TEST_F(DirectiveTest, ConditionalExpressions) {
  auto value = [&](const char *condition) {
    return run("`define A\n`define B\n`ifdef " + std::string(condition) + " 1 `else 0 `endif") ==
           "1";
  };
  EXPECT_TRUE(value("(A)"));
  EXPECT_TRUE(value("(A && B)"));
  EXPECT_FALSE(value("(A && X)"));
  EXPECT_TRUE(value("(X || B)"));
  EXPECT_TRUE(value("(!X)"));
  EXPECT_TRUE(value("(X -> Y)"));
  EXPECT_FALSE(value("(A -> X)"));
  EXPECT_TRUE(value("(A <-> B)"));
  EXPECT_FALSE(value("(A <-> X)"));
  EXPECT_TRUE(value("(A || X && X)"));
  EXPECT_FALSE(value("((A || X) && X)"));
  EXPECT_TRUE(value("(X -> A -> X)"));
  EXPECT_TRUE(value("(!(X && A) &&\n !X)"));
  EXPECT_EQ(run("`ifndef (A && B) 1 `elsif (A) 2 `endif"), "2");
  EXPECT_EQ(messages(), "");
}

TEST_F(DirectiveTest, BadConditionals) {
  run("`else\n`elsif A\n`endif\n`ifdef\n`endif\n`ifdef (A && )\n`endif\n`ifdef (A\n`endif\n"
      "`ifdef X `else `else `elsif Y `endif\n`ifndef Z");
  EXPECT_EQ(errors(), "1: '`else' without '`ifdef' or '`ifndef'\n"
                      "2: '`elsif' without '`ifdef' or '`ifndef'\n"
                      "3: '`endif' without '`ifdef' or '`ifndef'\n"
                      "4: expected a macro name after '`ifdef'\n"
                      "6: expected a macro name, '!' or '(' in the condition, found ')'\n"
                      "9: expected ')' in the condition, found '`endif'\n"
                      "10: '`else' after '`else'\n"
                      "10: '`elsif' after '`else'\n"
                      "11: no '`endif' for this conditional directive\n");
}

TEST_F(DirectiveTest, ConditionalsBalanceInTheirFile) {
  addFile("open.svh", "`ifdef X\n");
  addFile("close.svh", "`endif\n");
  EXPECT_EQ(run("`include \"open.svh\"\na\n`ifndef X\n`include \"close.svh\"\nb\n`endif"), "a b");
  EXPECT_EQ(errors(), "1: no '`endif' for this conditional directive\n"
                      "1: '`endif' without '`ifdef' or '`ifndef'\n");
}

//===- `include and `line (22.4, 22.12) -----------------------------------===//

TEST_F(DirectiveTest, Includes) {
  options.includeDirs = {"inc1", "inc2"};
  addFile("inc2/a.svh", "a `include \"b.svh\" c");
  addFile("inc2/b.svh", "b");
  addFile("inc1/x y.svh", "xy");
  addFile("local.svh", "local");
  EXPECT_EQ(run("`include \"a.svh\" d\n`include <x y.svh>\n`define N \"local.svh\"\n`include `N\n"
                "`define ANGLE <b.svh>\n`include `ANGLE\n"),
            "a b c d xy local b");
  EXPECT_EQ(messages(), "");
}

TEST_F(DirectiveTest, IncludeErrors) {
  options.includeDirs = {"inc"};
  addFile("loop.svh", "`include \"loop.svh\"\n");
  options.maxIncludeDepth = 5;
  run("`include \"none.svh\"\n`include <none>\n`include\n`include 42\n`include \"loop.svh\" end");
  EXPECT_EQ(messages(), "1: cannot find include file 'none.svh'\n"
                        "1: searched: none.svh, inc/none.svh\n"
                        "2: cannot find include file 'none'\n"
                        "2: searched: inc/none\n"
                        "3: expected a file name in quotes or angle brackets after '`include'\n"
                        "4: expected a file name in quotes or angle brackets after '`include'\n"
                        "1: '`include' is nested deeper than 5 levels\n");
}

TEST_F(DirectiveTest, LineAndFile) {
  EXPECT_EQ(run("`__LINE__ `__FILE__\n`line 100 \"a\\\\b.v\" 0\n`__LINE__ `__FILE__\n"
                "`define L `__LINE__\n`L\n`line x\n`line 1 \"y\" 3\n"),
            "1 \"top.sv\" 100 \"a\\\\b.v\" 102");
  const char *text = "`line' needs a line number, a file name in quotes and a level of 0, 1 or 2\n";
  EXPECT_EQ(errors(), std::string("6: '") + text + "7: '" + text);
}

//===- State directives ---------------------------------------------------===//

TEST_F(DirectiveTest, Timescale) {
  run("a\n`timescale 1ns/10ps\nb\n`timescale 100 us / 1 fs\nc\n`define TS 1s/1ms\n`timescale "
      "`TS\nd\n"
      "`resetall\ne");
  EXPECT_FALSE(stream.stateAt(0).hasTimescale);
  EXPECT_EQ(stream.stateAt(1).timeUnit, -9);
  EXPECT_EQ(stream.stateAt(1).timePrecision, -11);
  EXPECT_EQ(stream.stateAt(2).timeUnit, -4);
  EXPECT_EQ(stream.stateAt(2).timePrecision, -15);
  EXPECT_EQ(stream.stateAt(3).timeUnit, 0);
  EXPECT_EQ(stream.stateAt(3).timePrecision, -3);
  EXPECT_FALSE(stream.stateAt(4).hasTimescale);
  EXPECT_EQ(stream.stateAt(1).timeUnit, -9);
  EXPECT_EQ(messages(), "");
  run("`timescale 2ns/1ns\n`timescale 1ns\n`timescale\n`timescale 1ps/1ns\n`timescale 1ns,1ps\n"
      "`timescale 1ns/1xs\nx");
  EXPECT_EQ(stream[0].text, "x");
  EXPECT_EQ(errors(),
            "1: invalid time '2ns' in '`timescale': expected 1, 10 or 100 and s, ms, us, ns, ps or "
            "fs\n"
            "2: expected '/' after '`timescale'\n"
            "3: expected a time unit and a time precision after '`timescale'\n"
            "4: the time precision must not be coarser than the time unit\n"
            "5: expected a unit, '/' and a precision after '`timescale'\n"
            "6: invalid time '1xs' in '`timescale': expected 1, 10 or 100 and s, ms, us, ns, ps or "
            "fs\n");
}

TEST_F(DirectiveTest, NetsAndCells) {
  run("`default_nettype none a `default_nettype tri1 b `unconnected_drive pull1 c\n"
      "`nounconnected_drive `celldefine d `endcelldefine `delay_mode_unit e\n"
      "`default_decay_time 50 f `default_decay_time infinite `default_trireg_strength 30 g");
  EXPECT_EQ(stream.stateAt(0).defaultNettype, TokenKind::Unknown);
  EXPECT_EQ(stream.stateAt(1).defaultNettype, TokenKind::KwTri1);
  EXPECT_EQ(stream.stateAt(2).unconnectedDrive, UnconnectedDrive::Pull1);
  EXPECT_EQ(stream.stateAt(3).unconnectedDrive, UnconnectedDrive::None);
  EXPECT_TRUE(stream.stateAt(3).cellDefine);
  EXPECT_FALSE(stream.stateAt(4).cellDefine);
  EXPECT_EQ(stream.stateAt(4).delayMode, DelayMode::Unit);
  EXPECT_EQ(stream.stateAt(5).defaultDecayTime, 50);
  EXPECT_EQ(stream.stateAt(6).defaultDecayTime, -1);
  EXPECT_EQ(stream.stateAt(6).defaultTriregStrength, 30);
  EXPECT_EQ(messages(), "");
  run("`default_nettype reg\n`unconnected_drive\n`unconnected_drive x\n`default_decay_time y\n"
      "`default_trireg_strength 999\n");
  EXPECT_EQ(errors(), "1: 'reg' is not a net type that '`default_nettype' accepts\n"
                      "2: expected 'pull0' or 'pull1' after '`unconnected_drive'\n"
                      "3: expected 'pull0' or 'pull1' after '`unconnected_drive'\n"
                      "4: expected a number or 'infinite' after '`default_decay_time'\n"
                      "5: the strength after '`default_trireg_strength' must be 0 to 250\n");
}

TEST_F(DirectiveTest, Keywords) {
  EXPECT_EQ(kinds("logic\n`begin_keywords \"1364-2001\"\nlogic generate\n"
                  "`begin_keywords \"1364-1995\"\ngenerate\n`end_keywords\ngenerate\n"
                  "`end_keywords\nlogic"),
            "KwLogic Identifier KwGenerate Identifier KwGenerate KwLogic");
  EXPECT_EQ(stream.stateAt(1).keywordVersion, KeywordVersion::V1364_2001);
  EXPECT_EQ(messages(), "");
  addFile("old.svh", "`begin_keywords \"1364-1995\"\n");
  EXPECT_EQ(kinds("`include \"old.svh\"\nlogic"), "Identifier");
  EXPECT_EQ(kinds("logic"), "KwLogic");
  run("`begin_keywords \"1999\"\n`end_keywords\n`end_keywords\n");
  EXPECT_EQ(errors(), "1: unknown version \"1999\" in '`begin_keywords'\n"
                      "3: '`end_keywords' without '`begin_keywords'\n");
}

TEST_F(DirectiveTest, StandardOption) {
  options.standard = KeywordVersion::V1364_2005;
  EXPECT_EQ(kinds("logic uwire"), "Identifier KwUwire");
  EXPECT_EQ(kinds("`ifdef SV_COV_OK x `endif"), "");
}

TEST_F(DirectiveTest, PragmasAndProtectedText) {
  EXPECT_EQ(run("`pragma translate_off \"x\n a `protect b `endprotect c"), "a b c");
  EXPECT_EQ(messages(), "");
  EXPECT_EQ(run("`pragma protect begin_protected\nQUJD//x\"==\n`pragma protect end_protected\nd\n"
                "`protected\n#$%^ \"\n`endprotected\ne"),
            "d e");
  EXPECT_EQ(errors(), "1: unsupported: encrypted source text (IEEE 1800-2023 34)\n"
                      "5: unsupported: encrypted source text (IEEE 1800-2023 34)\n");
}

TEST_F(DirectiveTest, SeveralFilesInOneUnit) {
  preprocessor = std::make_unique<Preprocessor>(sources, engine, arena, options);
  FileId first = sources.addBuffer("a.sv", "`define A 1\n`timescale 1ns/1ns\na");
  FileId second = sources.addBuffer("b.sv", "b `A");
  TokenStream unit = preprocessor->preprocess({first, second});
  ASSERT_EQ(unit.size(), 4u);
  EXPECT_TRUE(unit[1].startsLine());
  EXPECT_EQ(unit[2].text, "1");
  EXPECT_EQ(unit[3].kind, TokenKind::EndOfFile);
  EXPECT_TRUE(unit.stateAt(2).hasTimescale);
  TokenStream next = preprocessor->preprocess({sources.addBuffer("c.sv", "`A")});
  EXPECT_EQ(next[0].text, "1");
  EXPECT_TRUE(next.stateAt(0).hasTimescale);
}

TEST_F(DirectiveTest, ErrorLimitEndsTheRun) {
  engine.setErrorLimit(3);
  std::string text;
  for (int i = 0; i < 1000; ++i)
    text += "`undefined" + std::to_string(i) + "\n";
  run(text);
  EXPECT_EQ(engine.errorCount(), 3u);
  EXPECT_EQ(diagnostics.size(), 4u);
}

//===- Output -------------------------------------------------------------===//

TEST_F(DirectiveTest, PrintingKeepsLines) {
  run("`define N 4\nmodule m; // c\n\n  wire [`N-1:0] \\a+b ;\nendmodule\n");
  EXPECT_EQ(print(), "module m;\n\nwire [4-1:0] \\a+b ;\nendmodule\n");
}

TEST_F(DirectiveTest, PrintingWithMarkers) {
  addFile("i.svh", "int i;\n");
  run("int a;\n`include \"i.svh\"\nint b;\n");
  EXPECT_EQ(print(true), "`line 1 \"top.sv\" 0\nint a;\n`line 1 \"i.svh\" 0\nint i;\n"
                         "`line 3 \"top.sv\" 0\nint b;\n");
}

TEST_F(DirectiveTest, PrintingKeepsTokensApart) {
  run("`define E\n`define A +\n`define B x\n`define C(p) p`E`E p\n+`A `B`B 1`B `C(y)-`A");
  EXPECT_EQ(print(), "+ + x x 1 x y y- +\n");
}

TEST_F(DirectiveTest, PrintingKeepsKeywordsOfTheFirstToken) {
  std::string text = "`begin_keywords \"1364-2001\"\nlogic\n`end_keywords\nlogic\n";
  run(text);
  EXPECT_EQ(print(), text);
}

TEST_F(DirectiveTest, PrintingKeepsDirectiveState) {
  std::string text = "`timescale 10ns / 1ps\na\n`default_nettype none\n`celldefine\nb\n"
                     "`begin_keywords \"1364-2001\"\nlogic\n`end_keywords\n`resetall\nc\n"
                     "`unconnected_drive pull0\n`delay_mode_path\n`default_decay_time 5\n"
                     "`default_trireg_strength 7\nd\n";
  run(text);
  EXPECT_EQ(print(), text.replace(text.find("`default_decay_time 5\n"), 22,
                                  "`default_decay_time 5.000000e+00\n"));
}

} // namespace
