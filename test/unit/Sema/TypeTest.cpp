// Data types: dimensions, names, layout, enumerations and the relations of 6.22.
#include "ExprDump.h"

#include "Sema/Types/PackedLayout.h"

using namespace circtsim;
using namespace circtsim::sematest;
using namespace circtsim::sema;

namespace {

std::string typeName(llvm::StringRef declaration) {
  Design design("module m;\n typedef logic [7:0] byte_t;\n localparam int N = 4;\n typedef enum "
                "{A, B = 5, C} e_t;\n" +
                declaration.str() + ";\nendmodule\n");
  if (!design.good)
    return design.log();
  const auto *symbol = llvm::dyn_cast_or_null<ValueSymbol>(design.find("x"));
  return symbol ? symbol->type->toString() : "<none>";
}

struct Case {
  const char *declaration;
  const char *name;
};
class TypeName : public testing::TestWithParam<Case> {};
TEST_P(TypeName, Typename) {
  EXPECT_EQ(GetParam().name, typeName(GetParam().declaration)) << GetParam().declaration;
}

INSTANTIATE_TEST_SUITE_P(
    Declarations, TypeName,
    testing::Values(
        Case{"logic x", "logic"}, Case{"reg [7:0] x", "logic[7:0]"},
        Case{"bit signed [0:N-1] x", "bit signed[0:3]"}, Case{"int unsigned x", "int unsigned"},
        Case{"time x", "time"}, Case{"byte x", "byte"},
        Case{"logic [3:0][7:0] x", "logic[3:0][7:0]"}, Case{"byte_t [3:0] x", "logic[3:0][7:0]"},
        Case{"byte_t x [N]", "logic[7:0]$[0:3]"}, Case{"int x [3:0][1:2]", "int$[3:0][1:2]"},
        Case{"e_t x", "enum{A=32'sd0,B=32'sd5,C=32'sd6}e_t"},
        Case{"wire signed [2:0] x", "logic signed[2:0]"},
        Case{"struct packed { bit a; logic [2:0] b; } x", "struct packed{bit a;logic[2:0] b;}"},
        Case{"struct { int n; string s; } x [2]", "struct{int n;string s;}$[0:1]"},
        Case{"union packed { int a; bit [31:0] b; } x", "union packed{int a;bit[31:0] b;}"},
        Case{"int y; var type(y) x", "int"},
        Case{"logic [3:0] y; var type(y + 1) x", "logic[31:0]"},
        Case{"enum logic [2:0] {P[3] = 2, Q[1:2]} x",
             "enum{P0=3'd2,P1=3'd3,P2=3'd4,Q1=3'd5,Q2=3'd6}"}));

INSTANTIATE_TEST_SUITE_P(
    Errors, TypeName,
    testing::Values(
        Case{"logic [] x", "5: error: a packed dimension needs a range '[msb:lsb]'\n"},
        Case{"int x [0]", "5: error: the size of an array must be positive, not 0\n"},
        Case{"int x [-1]", "5: error: the size of an array must be positive, not -1\n"},
        Case{"real [3:0] x", "5: error: type 'real' cannot have packed dimensions\n"},
        Case{"logic ['x:0] x", "5: error: the constant 1'bx has unknown bits\n"},
        Case{"logic [100000000:0] x",
             "5: error: a vector of 100000001 bits exceeds the limit of 16777216 bits\n"},
        Case{"struct packed { real r; } x",
             "5: error: member 'r' of a packed structure or union cannot have type 'real'\n"},
        Case{"struct { int a; int a; } x", "5: error: two members are named 'a'\n"},
        Case{"union packed { int a; bit b; } x", "5: error: member 'b' has 1 bits, but the members "
                                                 "before it in the packed union have 32\n"},
        Case{"enum {D = 1, E = 1} x", "5: error: 'E' has the same value as 'D': 32'sh1\n"},
        Case{"enum bit [1:0] {D = 3, E} x",
             "5: error: the value of 'E' does not fit in the base type 'bit[1:0]'\n"},
        Case{"enum bit [1:0] {D = 4} x",
             "5: error: the value 32'sh4 does not fit in the base type 'bit[1:0]'\n"},
        Case{"enum bit {D = 1'bx} x",
             "5: error: unknown bits need a four-state base type, not 'bit'\n"},
        Case{"enum bit [1:0] {D = 3'd1} x",
             "5: error: a literal of 3 bits as a value of the base type 'bit[1:0]' of 2 bits\n"},
        Case{"enum bit [1:0][3:0] {D} x",
             "5: error: type 'bit[1:0][3:0]' cannot be the base of an enumeration\n"},
        Case{"enum real {D} x", "5: error: type 'real' cannot be the base of an enumeration\n"},
        Case{"N x", "5: error: 'N' is not a data type\n3: note: 'N' is declared here\n"},
        Case{"int x [$:-1]", "5: error: a queue cannot have the last index -1\n"},
        Case{"int x [real]",
             "5: error: 'real' cannot be the key type of an associative array\n"}));

TEST(TypeLayout, PackedStructures) {
  Design design("module m; struct packed { logic [3:0] a; bit b; logic [2:0] c; } x; endmodule");
  ASSERT_TRUE(design.good) << design.log();
  const Type &type = *llvm::cast<ValueSymbol>(design.find("x"))->type;
  llvm::ArrayRef<Field> fields = fieldsOf(type);
  EXPECT_EQ(8u, type.width());
  EXPECT_TRUE(type.isFourState());
  EXPECT_EQ(4u, fields[0].bitOffset);
  EXPECT_EQ(3u, fields[1].bitOffset);
  EXPECT_EQ(0u, fields[2].bitOffset);
}

TEST(TypeLayout, BitOffsets) {
  PackedDimension down{{7, 4}, 8}, up{{2, 5}, 1};
  EXPECT_EQ(0, down.bitOffset(4));
  EXPECT_EQ(24, down.bitOffset(7));
  EXPECT_EQ(-8, down.bitOffset(3));
  EXPECT_EQ(0, up.bitOffset(5));
  EXPECT_EQ(3, up.bitOffset(2));
}

TEST(TypeRelations, MatchingEquivalentCompatible) {
  TypeContext types;
  const Type &intType = types.integer(IntKind::Int), &integer = types.integer(IntKind::Integer);
  const Type &vector = types.vector(32, true, false),
             &unsignedVector = types.vector(32, false, false);
  EXPECT_TRUE(isIdentical(intType, vector)); // 6.22.1 e
  EXPECT_FALSE(isIdentical(intType, integer));
  EXPECT_FALSE(isIdentical(intType, unsignedVector));
  const Type &alias = types.alias("t", intType);
  EXPECT_TRUE(isIdentical(alias, intType));
  const Type &bit = types.scalar(ScalarKind::Bit);
  const Type &nested = types.packedArray(types.packedArray(bit, {7, 0}, false), {3, 0}, false);
  EXPECT_FALSE(isIdentical(nested, unsignedVector));
  EXPECT_TRUE(isEquivalent(nested, unsignedVector)); // 6.22.2 c
  const Type &down = types.unpackedArray(intType, {3, 0}), &up = types.unpackedArray(alias, {1, 4});
  EXPECT_FALSE(isIdentical(down, up));
  EXPECT_TRUE(isEquivalent(down, up)); // 6.22.2 d
  EXPECT_FALSE(isEquivalent(down, types.unpackedArray(intType, {4, 0})));
  EXPECT_TRUE(isAssignmentCompatible(intType, types.real()));
  EXPECT_FALSE(isAssignmentCompatible(types.string(), intType));
  EXPECT_TRUE(isCastCompatible(types.string(), intType));
  EXPECT_TRUE(isAssignmentCompatible(types.event(), types.null()));
  EXPECT_TRUE(isCastCompatible(down, types.vector(128, false, true)));
  EXPECT_FALSE(isCastCompatible(down, types.vector(127, false, true)));
}

TEST(TypeRelations, ScalarsAndUniquing) {
  TypeContext types;
  EXPECT_EQ(&types.scalar(ScalarKind::Logic), &types.scalar(ScalarKind::Reg));
  EXPECT_EQ(&types.vector(8, false, true), &types.vector(8, false, true));
  EXPECT_EQ(&types.vector(1, false, true), &types.scalar(ScalarKind::Logic));
  const Type &one = types.packedArray(types.scalar(ScalarKind::Logic), {0, 0}, false);
  EXPECT_FALSE(isIdentical(one, types.scalar(ScalarKind::Logic)));
}

} // namespace
