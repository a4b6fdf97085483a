// Four-state constants: literals, planes, uniquing; LRM 5.7.1.
#include "IR/Csim.h"

#include <gtest/gtest.h>

using namespace circtsim::csim;
using llvm::APInt;

namespace {
struct LogicAttrTest : testing::Test {
  LogicAttrTest() { context.loadDialect<CsimDialect>(); }
  std::string roundTrip(llvm::StringRef text) {
    LogicAttr attr = LogicAttr::parseLiteral(&context, text);
    return attr ? attr.str() : "invalid";
  }
  mlir::MLIRContext context;
};
} // namespace

TEST_F(LogicAttrTest, planes) {
  LogicAttr attr = LogicAttr::parseLiteral(&context, "4'b01xz");
  ASSERT_TRUE(attr);
  EXPECT_EQ(attr.getWidth(), 4u);
  EXPECT_EQ(attr.getValue(), APInt(4, 0b0110));
  EXPECT_EQ(attr.getUnknown(), APInt(4, 0b0011));
  EXPECT_FALSE(attr.isKnown());
}

TEST_F(LogicAttrTest, printsTheShortestForm) {
  EXPECT_EQ(roundTrip("8'd255"), "8'hff");
  EXPECT_EQ(roundTrip("8'b1111_1111"), "8'hff");
  EXPECT_EQ(roundTrip("9'b1zzzzxxxx"), "9'h1zx");
  EXPECT_EQ(roundTrip("5'bxxxxz"), "5'bxxxxz");
  EXPECT_EQ(roundTrip("1'bz"), "1'hz");
  EXPECT_EQ(roundTrip("3'bxxx"), "3'hx");
}

TEST_F(LogicAttrTest, digitsCoverTheirBits) {
  EXPECT_EQ(LogicAttr::parseLiteral(&context, "6'hxz"),
            LogicAttr::parseLiteral(&context, "6'bxxzzzz"));
  EXPECT_EQ(LogicAttr::parseLiteral(&context, "8'h?5"),
            LogicAttr::parseLiteral(&context, "8'bzzzz0101"));
}

TEST_F(LogicAttrTest, rejects) {
  for (const char *bad : {"", "8", "8'", "'hff", "0'b0", "4'b12", "2'h4", "2'd4", "8'q0",
                          "4'b10101", "8'hgg", "x'b1"})
    EXPECT_EQ(roundTrip(bad), "invalid") << bad;
}

TEST_F(LogicAttrTest, wideValuesSurvive) {
  std::string digits(25, 'a');
  EXPECT_EQ(roundTrip("100'h" + digits), "100'h" + digits);
  LogicAttr all = LogicAttr::getAllX(&context, 129);
  EXPECT_EQ(roundTrip(all.str()), all.str());
  EXPECT_EQ(LogicAttr::parseLiteral(&context, all.str()), all);
}

TEST_F(LogicAttrTest, isUniqued) {
  EXPECT_EQ(LogicAttr::get(&context, 8, 5), LogicAttr::parseLiteral(&context, "8'd5"));
  EXPECT_NE(LogicAttr::get(&context, 8, 5), LogicAttr::get(&context, 9, 5));
  EXPECT_NE(LogicAttr::getAllX(&context, 8), LogicAttr::getAllZ(&context, 8));
}
