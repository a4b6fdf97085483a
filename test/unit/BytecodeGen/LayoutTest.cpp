// Storage of types: docs/design/001-execution-model.md, "Storage".
#include "Bytecode/Gen/Layout.h"

#include <gtest/gtest.h>

using namespace circtsim;
using namespace circtsim::bytecode;
using mlir::Type;

namespace {
struct LayoutTest : testing::Test {
  LayoutTest() : builder(&context), layout(image) { context.loadDialect<csim::CsimDialect>(); }
  Type logic(unsigned width) { return csim::LogicType::get(&context, width); }
  Type structure(std::initializer_list<Type> types) {
    llvm::SmallVector<csim::StructField> fields;
    for (Type type : types)
      fields.push_back({builder.getStringAttr("f" + std::to_string(fields.size())), type});
    return csim::UStructType::get(&context, builder.getStringAttr("s"), fields);
  }
  void expectStorage(Type type, uint64_t size, uint32_t unit) {
    EXPECT_EQ(layout.storageOf(type).size, size);
    EXPECT_EQ(layout.storageOf(type).unit, unit);
  }
  mlir::MLIRContext context;
  mlir::Builder builder;
  model::DesignImage image;
  Layout layout;
};
} // namespace

TEST_F(LayoutTest, scalars) {
  expectStorage(logic(1), 1, 1);
  expectStorage(logic(8), 1, 1);
  expectStorage(logic(9), 2, 2);
  expectStorage(logic(17), 4, 4);
  expectStorage(logic(33), 8, 8);
  expectStorage(logic(64), 8, 8);
  expectStorage(logic(65), 16, 0);
  expectStorage(builder.getIntegerType(129), 24, 0);
  expectStorage(builder.getF64Type(), 8, 8);
  expectStorage(csim::StringType::get(&context), 8, 8);
}

TEST_F(LayoutTest, aggregates) {
  EXPECT_EQ(layout.strideOf(csim::UArrayType::get(logic(9), 0, 9)), 2u);
  expectStorage(csim::UArrayType::get(logic(9), 0, 9), 20, 0);
  Type s = structure({logic(8), logic(32), logic(8)});
  expectStorage(s, 12, 0);
  EXPECT_EQ(layout.fieldOf(s, 1).offset, 4u);
  EXPECT_EQ(layout.fieldOf(s, 2).offset, 8u);
  EXPECT_EQ(layout.strideOf(csim::UArrayType::get(s, 0, 3)), 12u);
  auto members = mlir::cast<csim::UStructType>(s).getFields();
  Type u = csim::UUnionType::get(&context, builder.getStringAttr("u"), members);
  expectStorage(u, 4, 0);
  EXPECT_EQ(layout.fieldOf(u, 1).offset, 0u);
}

TEST_F(LayoutTest, paths) {
  Type s = structure({logic(8), csim::UArrayType::get(logic(16), 3, 0)});
  Type array = csim::UArrayType::get(s, 0, 3);
  Place place = layout.follow(array, {2, 1, 3});
  EXPECT_EQ(place.offset, 2 * 10u + 2 + 3 * 2);
  EXPECT_EQ(place.type, logic(16));
  EXPECT_FALSE(layout.follow(array, {4}).type);
  EXPECT_FALSE(layout.follow(array, {0, 2}).type);
  EXPECT_FALSE(layout.follow(array, {-1}).type);
}

TEST_F(LayoutTest, rowsAreShared) {
  model::TypeId id = layout.typeId(logic(8));
  EXPECT_EQ(layout.typeId(logic(8)), id);
  EXPECT_NE(layout.typeId(builder.getI8Type()), id);
  EXPECT_EQ(image.types[id].kind, model::TypeKind::Logic);
  EXPECT_EQ(image.types[id].left, 7);
}

TEST_F(LayoutTest, descriptions) {
  auto name = builder.getStringAttr("word");
  Type bits = csim::PackedType::get(&context, builder.getStringAttr(""), logic(1), 7, 0, false);
  Type word = csim::PackedType::get(&context, name, bits, 0, 3, true);
  const model::TypeImage row = image.types[layout.typeId(word)];
  EXPECT_EQ(row.width, 32u);
  EXPECT_EQ(row.count, 4u);
  EXPECT_EQ(row.right, 3);
  EXPECT_TRUE(row.isSigned);
  EXPECT_EQ(row.name, "word");
  EXPECT_EQ(row.unit, 4u);
  EXPECT_EQ(image.types[row.element].width, 8u);

  csim::EnumMember member{builder.getStringAttr("A"),
                          csim::LogicAttr::parseLiteral(&context, "2'b1x")};
  Type enumType = csim::EnumDescType::get(&context, name, logic(2), {member});
  const model::TypeImage enumRow = image.types[layout.typeId(enumType)];
  ASSERT_EQ(enumRow.enumerators.size(), 1u);
  EXPECT_EQ(enumRow.enumerators[0].second, (std::vector<uint64_t>{3, 1}));
}
