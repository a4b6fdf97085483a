// Questions about types, and the arithmetic of declared bounds (LRM 7.4).
#include "IR/Csim.h"

#include <gtest/gtest.h>

using namespace circtsim::csim;
using mlir::StringAttr;
using mlir::Type;

namespace {
struct TypesTest : testing::Test {
  TypesTest() : builder(&context) { context.loadDialect<CsimDialect>(); }
  Type logic(unsigned width) { return LogicType::get(&context, width); }
  Type packed(Type element, int left, int right) {
    return PackedType::get(&context, builder.getStringAttr(""), element, left, right, false);
  }
  mlir::MLIRContext context;
  mlir::Builder builder;
};
} // namespace

TEST_F(TypesTest, packedDescriptionsStandForVectors) {
  Type bytes = packed(packed(logic(1), 7, 0), 0, 3);
  EXPECT_EQ(bitWidthOf(bytes), 32u);
  EXPECT_EQ(storageTypeOf(bytes), logic(32));
  EXPECT_EQ(storageTypeOf(packed(builder.getI1Type(), 15, 0)), builder.getIntegerType(16));
  Type enumType = EnumDescType::get(&context, builder.getStringAttr("e"), bytes, {});
  EXPECT_EQ(storageTypeOf(enumType), logic(32));
  EXPECT_TRUE(isFourState(enumType));
}

TEST_F(TypesTest, descriptionsInsideAggregates) {
  Type array = UArrayType::get(packed(logic(1), 7, 0), 3, 0);
  EXPECT_EQ(storageTypeOf(array), UArrayType::get(logic(8), 3, 0));
  StructField field{builder.getStringAttr("a"), builder.getF32Type()};
  auto structure = UStructType::get(&context, builder.getStringAttr("s"), {field});
  auto stored = mlir::cast<UStructType>(storageTypeOf(structure));
  EXPECT_EQ(stored.getFields().front().type, builder.getF64Type());
  EXPECT_FALSE(isFourState(structure));
}

TEST_F(TypesTest, arrayCountFollowsFromBounds) {
  EXPECT_EQ(UArrayType::get(logic(1), 7, 0).getCount(), 8u);
  EXPECT_EQ(UArrayType::get(logic(1), -2, 3).getCount(), 6u);
  EXPECT_EQ(UArrayType::get(logic(1), 5, 5).getCount(), 1u);
}

TEST_F(TypesTest, kinds) {
  EXPECT_TRUE(isHandle(StringType::get(&context)));
  EXPECT_FALSE(isHandle(builder.getF64Type()));
  EXPECT_TRUE(isScalar(builder.getF64Type()));
  EXPECT_FALSE(isScalar(UArrayType::get(logic(1), 1, 0)));
  EXPECT_EQ(truthTypeOf(logic(8)), logic(1));
  EXPECT_EQ(truthTypeOf(builder.getI8Type()), builder.getI1Type());
}

TEST(NormaliseIndex, packedPositionZeroIsTheRightBound) {
  EXPECT_EQ(normaliseIndex(5, 7, 0, true, false), 5);
  EXPECT_EQ(normaliseIndex(5, 0, 7, true, false), 2);
  EXPECT_EQ(normaliseIndex(-1, 3, -2, true, false), 1);
}

TEST(NormaliseIndex, unpackedPositionZeroIsTheLeftBound) {
  EXPECT_EQ(normaliseIndex(5, 0, 7, false, false), 5);
  EXPECT_EQ(normaliseIndex(5, 7, 0, false, false), 2);
  EXPECT_EQ(normaliseIndex(-1, -2, 3, false, false), 1);
}

TEST(NormaliseIndex, outside) {
  EXPECT_EQ(normaliseIndex(8, 7, 0, true, false), InvalidIndex);
  EXPECT_EQ(normaliseIndex(-1, 7, 0, true, false), InvalidIndex);
  EXPECT_EQ(normaliseIndex(8, 7, 0, true, true), 8);
  EXPECT_EQ(normaliseIndex(-3, 0, 7, true, true), 10);
  EXPECT_EQ(normaliseIndex(InvalidIndex, 7, 0, true, true), InvalidIndex);
}
