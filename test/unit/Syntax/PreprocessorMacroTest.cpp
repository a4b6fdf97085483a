#include "PreprocessorFixture.h"

using namespace circtsim;
using namespace circtsim::syntax;

namespace {

using MacroTest = PreprocessorTest;

//===- The examples of IEEE 1800-2023 22.5.1 ------------------------------===//

TEST_F(MacroTest, LrmSimple) {
  EXPECT_EQ(run("`define wordsize 8\nlogic [1:`wordsize] data;\n"
                "`define var_nand(dly) nand #dly\n`var_nand(2) g121 (q21, n10, n11);"),
            "logic [ 1 : 8 ] data ; nand # 2 g121 ( q21 , n10 , n11 ) ;");
}

TEST_F(MacroTest, LrmEmptyArguments) {
  const char *define = "`define D(x,y) initial $display(\"start\", x , y, \"end\");\n";
  auto expand = [&](const char *use) { return run(std::string(define) + use); };
  const std::string head = "initial $display ( \"start\" , ";
  EXPECT_EQ(expand("`D( \"msg1\" , \"msg2\" )"), head + "\"msg1\" , \"msg2\" , \"end\" ) ;");
  EXPECT_EQ(expand("`D( \" msg1\", )"), head + "\" msg1\" , , \"end\" ) ;");
  EXPECT_EQ(expand("`D(, \"msg2 \")"), head + ", \"msg2 \" , \"end\" ) ;");
  EXPECT_EQ(expand("`D(,)"), head + ", , \"end\" ) ;");
  EXPECT_EQ(expand("`D( , )"), head + ", , \"end\" ) ;");
  EXPECT_EQ(messages(), "");
  expand("`D(\"msg1\")");
  EXPECT_EQ(errors(), "2: no value for argument 'y' of macro 'D', which has no default\n");
  expand("`D()");
  EXPECT_EQ(errors(), "2: no value for argument 'y' of macro 'D', which has no default\n");
  expand("`D(,,)");
  EXPECT_EQ(errors(), "2: macro 'D' takes 2 arguments, but 3 are given\n");
}

TEST_F(MacroTest, LrmDefaults) {
  auto expand = [&](const char *formals, const char *use) {
    return run("`undefineall\n`define M(" + std::string(formals) + ") $display(a,,b,,c);\n" + use);
  };
  EXPECT_EQ(expand("a=5,b=\"B\",c", "`M( , 2, 3 )"), "$display ( 5 , , 2 , , 3 ) ;");
  EXPECT_EQ(expand("a=5,b=\"B\",c", "`M( 1 , , 3 )"), "$display ( 1 , , \"B\" , , 3 ) ;");
  EXPECT_EQ(expand("a=5,b=\"B\",c", "`M( , 2, )"), "$display ( 5 , , 2 , , ) ;");
  EXPECT_EQ(expand("a=5, b, c=\"C\"", "`M(1, , 3)"), "$display ( 1 , , , , 3 ) ;");
  EXPECT_EQ(expand("a=5, b, c=\"C\"", "`M(, 2, )"), "$display ( 5 , , 2 , , \"C\" ) ;");
  EXPECT_EQ(expand("a=5, b, c=\"C\"", "`M(, 2)"), "$display ( 5 , , 2 , , \"C\" ) ;");
  EXPECT_EQ(expand("a=5, b=0, c=\"C\"", "`M( 1 )"), "$display ( 1 , , 0 , , \"C\" ) ;");
  EXPECT_EQ(expand("a=5, b=0, c=\"C\"", "`M( )"), "$display ( 5 , , 0 , , \"C\" ) ;");
  EXPECT_EQ(messages(), "");
  expand("a=5,b=\"B\",c", "`M( 1 )");
  EXPECT_EQ(errors(), "3: no value for argument 'c' of macro 'M', which has no default\n");
  EXPECT_EQ(expand("a=5, b=0, c=\"C\"", "`M x"), "x");
  EXPECT_EQ(errors(), "3: macro 'M' has formal arguments: expected '(' after its name\n");
}

TEST_F(MacroTest, LrmNestedUses) {
  EXPECT_EQ(run("`define max(a,b)((a) > (b) ? (a) : (b))\nn = `max(p+q, r+s) ;"),
            "n = ( ( p + q ) > ( r + s ) ? ( p + q ) : ( r + s ) ) ;");
  EXPECT_EQ(run("`define TOP(a,b) a + b\n`TOP( `TOP(b,1), `TOP(42,a) )"), "b + 1 + 42 + a");
  EXPECT_EQ(messages(), "");
}

TEST_F(MacroTest, LrmStrings) {
  EXPECT_EQ(run("`define HI Hello\n`define LO \"`HI, world\"\n`define H(x) \"Hello, x\"\n"
                "$display(\"`HI, world\");$display(`LO);$display(`H(world));"),
            "$display ( \"`HI, world\" ) ; $display ( \"`HI, world\" ) ; "
            "$display ( \"Hello, x\" ) ;");
  EXPECT_EQ(run("`define msg(x,y) `\"x: `\\`\"y`\\`\"`\"\n`msg(left side,right side)"),
            "\"left side: \\\"right side\\\"\"");
  EXPECT_EQ(stringLiteralValue(stream[0]), "left side: \"right side\"");
  EXPECT_EQ(run("`define append(f) f``_master\n`append(clock)"), "clock_master");
  addFile("/data/mydir/myfile", "included");
  EXPECT_EQ(run("`define home(filename) `\"/data/mydir/filename`\"\n`include `home(myfile)"),
            "included");
  EXPECT_EQ(messages(), "");
}

//===- Pasting ------------------------------------------------------------===//

TEST_F(MacroTest, Pasting) {
  EXPECT_EQ(run("`define P abc\n`define C(a,b) a``b\n"
                "`C(x,y) `C(`P,_x) `C(x_,`P) `C(a,) `C(,b) `C(,) `C(1,2) `C(+,=) `C(.,x) `C($,f)"),
            "xy abc_x x_abc a b 12 += . x $f");
  EXPECT_EQ(stream[6].kind, TokenKind::PlusEqual);
  EXPECT_EQ(run("`define T(a,b,c) a``b``c\n`T(p,q,r) `T(p,,r) `T(a b,c d,e f)"),
            "pqr pr a bc de f");
  EXPECT_EQ(run("`define S(a,b) a `` b\n`S(x,y)"), "x y");
  EXPECT_EQ(run("`define N(w,d) w'h``d\n`N(8,ff)"), "8'hff");
  EXPECT_EQ(stream[0].kind, TokenKind::BasedLiteral);
  EXPECT_EQ(run("`define K(x) mod``x\n`K(ule)"), "module");
  EXPECT_EQ(stream[0].kind, TokenKind::KwModule);
  EXPECT_EQ(messages(), "");
}

TEST_F(MacroTest, PastingMacroNames) {
  EXPECT_EQ(run("`define A_x one\n`define A_y(p) two p\n`define U(n) `A_``n\n`U(x) `U(y)(3)"),
            "one two 3");
  EXPECT_EQ(run("`define B val\n`define V(n) `B``n\n`V(_x)"), "val_x");
  EXPECT_EQ(messages(), "");
}

//===- Strings ------------------------------------------------------------===//

TEST_F(MacroTest, Stringizing) {
  EXPECT_EQ(run("`define P abc\n`define F(x) <x>\n`define S(x) `\"x`\"\n"
                "`S(`P) `S(a  +   b) `S(\"q\") `S(`F(1)) `S() `S(\\esc ) `S(`undefd)"),
            "\"abc\" \"a  +   b\" \"\\\"q\\\"\" \"<1>\" \"\" \"\\\\esc\" \"\"");
  EXPECT_EQ(errors(), "4: unknown compiler directive or undefined macro '`undefd'\n");
}

TEST_F(MacroTest, MacroQuoteKeepsItsText) {
  EXPECT_EQ(
      run("`define P abc\n`define Q(x) `\"a  x \\n http://x/`P \xC2\xB5 `__LINE__ `\"\n`Q(z)"),
      "\"a  z \\n http://z/abc \xC2\xB5 3 \"");
  EXPECT_EQ(run("`define R(x) `\"\"\"line x`\"\"\"\n`R(7)"), "\"\"\"line 7\"\"\"");
  EXPECT_EQ(stringLiteralValue(stream[0]), "line 7");
  EXPECT_EQ(messages(), "");
}

//===- Bodies and arguments -----------------------------------------------===//

TEST_F(MacroTest, BodiesOverSeveralLines) {
  EXPECT_EQ(
      run("`define M(a) first a \\\n  second // comment \\\n  third /* x \\\n */ last \nnext\n"
          "`M(1)"),
      "next first 1 second third last");
  EXPECT_EQ(run("`define E\n[`E]\n`define C // only a comment\n[`C]"), "[ ] [ ]");
  EXPECT_EQ(run("`define X a\r\n`define Y b \\\r\n c\r\n`X `Y"), "a b c");
  EXPECT_EQ(messages(), "");
}

TEST_F(MacroTest, ArgumentsWithBrackets) {
  EXPECT_EQ(run("`define F(a,b) <a|b>\n`F((1,2),[3,4]) `F({5,6},'{7,8}) `F(x,(* y, z *)) `F(p,*)"),
            "< ( 1 , 2 ) | [ 3 , 4 ] > < { 5 , 6 } | '{ 7 , 8 } > < x | (* y , z *) > < p | * >");
  EXPECT_EQ(run("`F(a\n,\nb)"), "< a | b >");
  EXPECT_EQ(run("`F (a,b)"), "< a | b >");
  EXPECT_EQ(run("`define Z() zero\n`Z() `Z( )"), "zero zero");
  EXPECT_EQ(messages(), "");
  EXPECT_EQ(run("`Z(1)"), "");
  EXPECT_EQ(errors(), "1: macro 'Z' takes 0 arguments, but 1 are given\n");
}

TEST_F(MacroTest, ArgumentsBehindTheMacroText) {
  EXPECT_EQ(run("`define F(x) f x\n`define G `F\n`G(1)"), "f 1");
  EXPECT_EQ(messages(), "");
}

TEST_F(MacroTest, DirectivesInMacroTexts) {
  EXPECT_EQ(run("`define D(n) `define n inner \\\n done\n`D(foo)\n`foo"), "done inner");
  EXPECT_EQ(run("`define IF `ifdef\n`define A 1\n`IF A yes `else no `endif"), "yes");
  EXPECT_EQ(run("`define SEL(x) `ifdef x x `else none `endif\n`SEL(A) `SEL(B)"), "A none");
  EXPECT_EQ(messages(), "");
}

TEST_F(MacroTest, KeywordsAsNames) {
  EXPECT_EQ(run("`define bit x\n`define F(type) type y;\n`bit `F(int)"), "x int y ;");
  EXPECT_EQ(messages(), "");
}

TEST_F(MacroTest, KeywordVersionOfTheUseCounts) {
  EXPECT_EQ(kinds("`define L logic\n`begin_keywords \"1364-2001\"\n`L\n`end_keywords\n`L"),
            "Identifier KwLogic");
}

//===- Definition and undefinition ----------------------------------------===//

TEST_F(MacroTest, Redefinition) {
  run("`define A 1\n`define A 1\n`define A 2\n`A");
  EXPECT_EQ(messages(), "3: macro 'A' is redefined with a different text\n"
                        "2: the previous definition is here\n");
}

TEST_F(MacroTest, Undefining) {
  EXPECT_EQ(run("`define A 1\n`define B 2\n`undef A\n`ifdef A a `endif `ifdef B b `endif\n"
                "`undefineall\n`ifdef B b `endif `SV_COV_OK"),
            "b 1");
  EXPECT_EQ(messages(), "");
}

TEST_F(MacroTest, BadDefinitions) {
  run("`define\n`define 1\n`define ifdef\n`define F(a\n`define G(a,1) x\n`define H(a,a) x\n"
      "`define I `\"x\n`undef\n`undef define\n");
  EXPECT_EQ(errors(), "1: expected a macro name after '`define'\n"
                      "2: expected a macro name after '`define'\n"
                      "3: 'ifdef' is a compiler directive and cannot be a macro name\n"
                      "4: expected ')' after the formal arguments of macro 'F'\n"
                      "5: expected the name of a formal argument in the definition of macro 'G'\n"
                      "6: macro 'H' has two formal arguments named 'a'\n"
                      "7: no closing '`\"' in the text of macro 'I'\n"
                      "8: expected a macro name after '`undef'\n"
                      "9: 'define' is a compiler directive and cannot be a macro name\n");
}

TEST_F(MacroTest, OptionsAndPredefinedMacros) {
  options.macros = {{"A", false}, {"B=x y", false}, {"F(p)=<p>", false}, {"C", false}, {"C", true}};
  EXPECT_EQ(run("`A `B `F(1) `ifdef C c `endif `SV_COV_START `SV_COV_ERROR"), "1 x y < 1 > 0 - 1");
  EXPECT_EQ(messages(), "");
}

TEST_F(MacroTest, MacrosStayUntilReset) {
  run("`define A 1\n");
  EXPECT_EQ(run("`A"), "1");
  ASSERT_NE(preprocessor->findMacro("A"), nullptr);
  preprocessor->reset();
  EXPECT_EQ(preprocessor->findMacro("A"), nullptr);
}

//===- Limits and errors --------------------------------------------------===//

TEST_F(MacroTest, Recursion) {
  EXPECT_EQ(run("`define A `B\n`define B x `A y\n`A"), "x y");
  EXPECT_EQ(errors(), "3: macro 'A' is used in its own expansion\n");
  EXPECT_EQ(run("`define F(x) x `F(x)\n`F(1)"), "1 ( 1 )");
  EXPECT_EQ(errors(), "2: macro 'F' is used in its own expansion\n");
}

TEST_F(MacroTest, ExpansionBombs) {
  options.maxExpansionTokens = 10000;
  std::string text = "`define A0 x\n`define D(x) x x\n`define S(x) `\"x x`\"\n";
  for (int i = 1; i < 60; ++i)
    text += "`define A" + std::to_string(i) + " `A" + std::to_string(i - 1) + " `A" +
            std::to_string(i - 1) + "\n";
  run(text + "`A59");
  EXPECT_NE(errors().find("exceeds 10000 tokens"), std::string::npos);
  std::string nested = "1";
  for (int i = 0; i < 60; ++i)
    nested = "`D(" + nested + ")";
  run(nested + "\n" + "ok");
  EXPECT_NE(errors().find("exceeds 10000 tokens"), std::string::npos);
  EXPECT_EQ(run("`A3"), "x x x x x x x x");
}

TEST_F(MacroTest, DeepButFinite) {
  std::string text = "`define A0 x\n";
  for (int i = 1; i < 3000; ++i)
    text += "`define A" + std::to_string(i) + " `A" + std::to_string(i - 1) + "\n";
  EXPECT_EQ(run(text + "`A2999"), "x");
  EXPECT_EQ(messages(), "");
}

TEST_F(MacroTest, BadUses) {
  EXPECT_EQ(run("`nope(a, b) x\n``\n`\" \n`define F(x) x\n`F"), "x");
  EXPECT_EQ(errors(), "1: unknown compiler directive or undefined macro '`nope'\n"
                      "2: '``' is only allowed in the text of a macro\n"
                      "3: '`\"' is only allowed in the text of a macro\n"
                      "5: macro 'F' has formal arguments: expected '(' after its name\n");
  EXPECT_EQ(run("a `F(b c"), "a");
  EXPECT_EQ(errors(), "1: unterminated argument list of macro 'F'\n");
}

TEST_F(MacroTest, Locations) {
  run("`define M(a) f(a, 2)\nx = `M(y);");
  // x = f ( y , 2 ) ;
  const Token &name = stream[2], &argument = stream[4], &number = stream[6];
  EXPECT_TRUE(name.isFromMacro());
  EXPECT_EQ(sources.lineOf(name.loc), 2u);
  EXPECT_EQ(sources.columnOf(name.loc), 5u);
  EXPECT_EQ(sources.columnOf(sources.fileLoc(argument.loc)), 8u);
  EXPECT_EQ(sources.columnOf(sources.spellingLoc(number.loc)), 19u);
  EXPECT_EQ(sources.macroNameAt(number.loc), "M");
  auto frames = support::macroFrames(argument.loc, sources);
  ASSERT_EQ(frames.size(), 1u);
  EXPECT_EQ(frames[0].name, "M");
  EXPECT_EQ(sources.columnOf(frames[0].loc), 16u);
}

} // namespace
