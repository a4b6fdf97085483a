#include "PreprocessorFixture.h"

using namespace circtsim;
using namespace circtsim::syntax;

namespace {

using LexerTest = PreprocessorTest;

TEST_F(LexerTest, EveryFixedSpellingLexesToItsKind) {
  auto check = [&](TokenKind kind) {
    std::string text = tokenSpelling(kind).str();
    run(text);
    ASSERT_EQ(stream.size(), 2u) << text;
    EXPECT_EQ(stream[0].kind, kind) << text;
    EXPECT_EQ(stream[0].text, text);
  };
#define PUNCT(Name, Spelling)                                                                      \
  if (TokenKind::Name != TokenKind::AttrOpen)                                                      \
    check(TokenKind::Name);
#define KEYWORD(Name, Spelling, Version) check(TokenKind::Name);
#include "Syntax/Tokens.def"
  EXPECT_EQ(messages(), "");
}

TEST_F(LexerTest, Names) {
  EXPECT_EQ(kinds("abc _x1$ $display $unit $root $ \\a+b \\module x"),
            "Identifier Identifier SystemName DollarUnit DollarRoot Dollar Identifier Identifier "
            "Identifier");
  EXPECT_EQ(stream[6].text, "a+b");
  EXPECT_TRUE(stream[7].isEscaped());
  EXPECT_EQ(stream[7].text, "module");
}

TEST_F(LexerTest, Numbers) {
  EXPECT_EQ(kinds("12 1_000 8'hFF 'sd7 4'sb1?xZ '0 '1 'x 'Z 1.5 2e-3 1_0.2_5E+1 10ns 1.5us 1step"),
            "IntegerLiteral IntegerLiteral BasedLiteral BasedLiteral BasedLiteral "
            "UnbasedUnsizedLiteral UnbasedUnsizedLiteral UnbasedUnsizedLiteral "
            "UnbasedUnsizedLiteral RealLiteral RealLiteral RealLiteral TimeLiteral TimeLiteral "
            "OneStep");
  EXPECT_EQ(kinds("4'(x) 8'{a} 5.foo 3sx 1stepx x'(y)"),
            "IntegerLiteral Apostrophe LParen Identifier RParen IntegerLiteral ApostropheBrace "
            "Identifier RBrace IntegerLiteral Dot Identifier IntegerLiteral Identifier "
            "IntegerLiteral Identifier Identifier Apostrophe LParen Identifier RParen");
  EXPECT_EQ(messages(), "");
}

TEST_F(LexerTest, BlanksInsideOfNumbers) {
  EXPECT_EQ(run("8 'h ff, 8\n'd\n12, 'b 1_0"), "8'hff , 8'd12 , 'b1_0");
  EXPECT_EQ(stream[0].kind, TokenKind::BasedLiteral);
  EXPECT_EQ(stream[2].kind, TokenKind::BasedLiteral);
  EXPECT_EQ(messages(), "");
}

TEST_F(LexerTest, NumbersFromMacros) {
  EXPECT_EQ(run("`define W 8\n`define B 'h\n`define D 1f\n`W'hff `W `B `D 4'b`W_ 8'h`D;\n"
                "`define W_ 01\n16'h`D`W_ 2'b`W_;"),
            "8'hff 8'h1f 4'b0 8'h1f ; 16'h1f 01 2'b01 ;");
  EXPECT_EQ(messages(), "4: unknown compiler directive or undefined macro '`W_'\n"
                        "4: expected digits after the number base '4'b'\n");
}

TEST_F(LexerTest, QuestionMarkAfterNumber) {
  EXPECT_EQ(run("s==1'b1?a:b; s?1'b1:1'b0; 1'b1?4'hc:4'hd; 4'b1??0"),
            "s == 1'b1 ? a : b ; s ? 1'b1 : 1'b0 ; 1'b1 ? 4'hc : 4'hd ; 4'b1??0");
}

TEST_F(LexerTest, BadNumbers) {
  EXPECT_EQ(run("4'b12 8'hfg 'o8 'd1a; 4'h;"), "4'b1 8'hf 'o0 'd1 ; 4'h0 ;");
  EXPECT_EQ(messages(), "1: '2' is not a digit of a binary number\n"
                        "1: 'g' is not a digit of a hexadecimal number\n"
                        "1: '8' is not a digit of an octal number\n"
                        "1: 'a' is not a digit of a decimal number\n"
                        "1: expected digits after the number base '4'h'\n");
}

TEST_F(LexerTest, Attributes) {
  EXPECT_EQ(kinds("(* full *) @(*) @( *) @( * ) (* /* c */ ) (.*)"),
            "AttrOpen Identifier AttrClose At LParen Star RParen At LParen Star RParen At LParen "
            "Star RParen LParen Star RParen LParen DotStar RParen");
  EXPECT_EQ(kinds("a[*2] b[->1] c[=3] x :/ y ? z ://c\n w"),
            "Identifier LBracket Star IntegerLiteral RBracket Identifier LBracket MinusGreater "
            "IntegerLiteral RBracket Identifier LBracket Equal IntegerLiteral RBracket Identifier "
            "ColonSlash Identifier Question Identifier Colon Identifier");
}

TEST_F(LexerTest, Flags) {
  run("a b+c\nd/**/e //x\n");
  ASSERT_EQ(stream.size(), 7u);
  EXPECT_TRUE(stream[0].startsLine());
  EXPECT_TRUE(stream[1].hasLeadingSpace());
  EXPECT_FALSE(stream[2].hasLeadingSpace());
  EXPECT_TRUE(stream[4].startsLine());
  EXPECT_FALSE(stream[5].startsLine());
  EXPECT_TRUE(stream[5].hasLeadingSpace());
}

TEST_F(LexerTest, Strings) {
  run("\"a\\n\\t\\\\\\\"\\101\\x41\\q\" \"two\\\nlines\" \"\"\"three \"x\"\nlines\"\"\" \"\"");
  ASSERT_EQ(stream.size(), 5u);
  EXPECT_EQ(stringLiteralValue(stream[0]), "a\n\t\\\"AAq");
  EXPECT_EQ(stringLiteralValue(stream[1]), "twolines");
  EXPECT_EQ(stringLiteralValue(stream[2]), "three \"x\"\nlines");
  EXPECT_EQ(stringLiteralValue(stream[3]), "");
  EXPECT_EQ(messages(), "");
}

TEST_F(LexerTest, TripleQuotesAreNewIn2023) {
  options.standard = KeywordVersion::V1800_2017;
  EXPECT_EQ(kinds("\"\"\"a\"\"\""), "StringLiteral StringLiteral StringLiteral");
}

TEST_F(LexerTest, UnterminatedThings) {
  run("\"abc\nnext");
  EXPECT_EQ(messages(), "1: unterminated string literal\n");
  run("x /* y\n z");
  EXPECT_EQ(messages(), "1: unterminated block comment\n");
  run("\"\"\" y\n z");
  EXPECT_EQ(messages(), "1: unterminated string literal\n");
  run("\"abc\\");
  EXPECT_EQ(messages(), "1: unterminated string literal\n");
}

TEST_F(LexerTest, Garbage) {
  EXPECT_EQ(run(llvm::StringRef("a\0b \x01\x02 c \xC3\xA9 d \\ e ` f", 21)), "a b c d \\ e f");
  EXPECT_EQ(messages(),
            "1: invalid character 0x00 in source text\n"
            "1: invalid character 0x01 in source text\n"
            "1: invalid character 0xC3 in source text\n"
            "1: a backslash must be followed by the characters of an escaped identifier\n"
            "1: expected a directive or macro name after '`'\n");
  EXPECT_EQ(run("\xEF\xBB\xBFx"), "x");
  EXPECT_EQ(messages(), "");
  EXPECT_EQ(run("\xFF\xFEx"), "");
  EXPECT_EQ(messages(), "1: the file is encoded as UTF-16; only ASCII and UTF-8 are accepted\n");
}

TEST_F(LexerTest, LongRunsOfGarbageDoNotNest) {
  std::string text, tokens;
  for (int i = 0; i < 200000; ++i) {
    text += "` \\ ";
    tokens += "\\ ";
  }
  engine.setErrorLimit(5);
  EXPECT_TRUE(run(text + "x") == tokens + "x");
}

TEST(KeywordTable, VersionsGrow) {
  using V = KeywordVersion;
  EXPECT_EQ(keywordKind("module", V::V1364_1995), TokenKind::KwModule);
  EXPECT_EQ(keywordKind("generate", V::V1364_1995), TokenKind::Identifier);
  EXPECT_EQ(keywordKind("generate", V::V1364_2001_noconfig), TokenKind::KwGenerate);
  EXPECT_EQ(keywordKind("config", V::V1364_2001_noconfig), TokenKind::Identifier);
  EXPECT_EQ(keywordKind("config", V::V1364_2001), TokenKind::KwConfig);
  EXPECT_EQ(keywordKind("uwire", V::V1364_2001), TokenKind::Identifier);
  EXPECT_EQ(keywordKind("logic", V::V1364_2005), TokenKind::Identifier);
  EXPECT_EQ(keywordKind("logic", V::V1800_2005), TokenKind::KwLogic);
  EXPECT_EQ(keywordKind("checker", V::V1800_2009), TokenKind::KwChecker);
  EXPECT_EQ(keywordKind("nettype", V::V1800_2009), TokenKind::Identifier);
  EXPECT_EQ(keywordKind("nettype", V::V1800_2012), TokenKind::KwNettype);
  EXPECT_EQ(keywordKind("", V::V1800_2023), TokenKind::Identifier);
  EXPECT_EQ(keywordKind("Module", V::V1800_2023), TokenKind::Identifier);
  int count = 0;
#define KEYWORD(Name, Spelling, Version) ++count;
#include "Syntax/Tokens.def"
  EXPECT_EQ(count, 248); // LRM Table B.1, without 1step
}

TEST(KeywordTable, VersionNames) {
  EXPECT_EQ(parseKeywordVersion("1364-2001-noconfig"), KeywordVersion::V1364_2001_noconfig);
  EXPECT_EQ(parseKeywordVersion("1800-2023"), KeywordVersion::V1800_2023);
  EXPECT_FALSE(parseKeywordVersion("1800-2024").has_value());
  EXPECT_EQ(keywordVersionName(KeywordVersion::V1364_2005), "1364-2005");
}

} // namespace
