//===- StringTest.cpp - string functions of RuntimeABI.def (LRM 6.16) ---------===//
#include "../Model/ImageBuilder.h"
#include "Runtime/RuntimeABI.h"
#include "Runtime/SimContext.h"

#include <bit>
#include <gtest/gtest.h>

using namespace circtsim::test;
using namespace circtsim::runtime;

namespace {

struct Strings : testing::Test {
  ImageBuilder b;
  SimOptions options;
  std::unique_ptr<SimContext> context;
  Strings() {
    options.planeSize = uint64_t(1) << 28;
    context = std::make_unique<SimContext>(b.image, options);
  }
  uint64_t str(std::string_view text) { return context->heap.newString(text); }
  uint64_t call(RuntimeFunction f, std::vector<uint64_t> arguments) {
    uint64_t results[4] = {};
    EXPECT_EQ(runtimeFunctions[uint32_t(f)].entry(context.get(), arguments.data(), results),
              ExitStatus::Return);
    return results[0];
  }
  std::string text(RuntimeFunction f, std::vector<uint64_t> arguments) {
    return std::string(Heap::text(call(f, std::move(arguments))));
  }
};
using F = RuntimeFunction;

TEST_F(Strings, Concatenation) {
  EXPECT_EQ(text(F::string_concat, {str("ab"), str("cd")}), "abcd");
  EXPECT_EQ(text(F::string_concat, {0, str("cd")}), "cd");
  EXPECT_EQ(text(F::string_replicate, {3, str("ab")}), "ababab");
  EXPECT_EQ(text(F::string_replicate, {uint64_t(-1), str("ab")}), "");
}

TEST_F(Strings, Comparison) {
  EXPECT_EQ(call(F::string_eq, {str("ab"), str("ab")}), 1u);
  EXPECT_EQ(call(F::string_eq, {str("ab"), 0}), 0u);
  EXPECT_EQ(call(F::string_lt, {str("ab"), str("b")}), 1u);
  EXPECT_EQ(call(F::string_le, {str("b"), str("b")}), 1u);
  EXPECT_EQ(int32_t(call(F::string_compare, {str("a"), str("b")})), -1);
  EXPECT_EQ(int32_t(call(F::string_icompare, {str("AB"), str("ab")})), 0);
  EXPECT_EQ(int32_t(call(F::string_icompare, {str("ABc"), str("ab")})), 1);
}

TEST_F(Strings, Bytes) {
  EXPECT_EQ(call(F::string_len, {str("abc")}), 3u);
  EXPECT_EQ(call(F::string_getc, {str("abc"), 1}), uint64_t('b'));
  EXPECT_EQ(call(F::string_getc, {str("abc"), 3}), 0u);
  EXPECT_EQ(call(F::string_getc, {str("abc"), uint64_t(-1)}), 0u);
  EXPECT_EQ(text(F::string_putc, {str("abc"), 1, 'x'}), "axc");
  EXPECT_EQ(text(F::string_putc, {str("abc"), 9, 'x'}), "abc");
  EXPECT_EQ(text(F::string_putc, {str("abc"), 1, 0}), "abc");
  EXPECT_EQ(text(F::string_substr, {str("abcdef"), 1, 3}), "bcd");
  EXPECT_EQ(text(F::string_substr, {str("abcdef"), 3, 6}), "");
  EXPECT_EQ(text(F::string_substr, {str("abcdef"), 3, 2}), "");
  EXPECT_EQ(text(F::string_toupper, {str("aB1")}), "AB1");
  EXPECT_EQ(text(F::string_tolower, {str("aB1")}), "ab1");
}

TEST_F(Strings, Numbers) {
  EXPECT_EQ(call(F::string_atoi, {str("1_23x")}), 123u);
  EXPECT_EQ(call(F::string_atoi, {str("-5")}), 0xfffffffbu);
  EXPECT_EQ(call(F::string_atohex, {str("fF")}), 255u);
  EXPECT_EQ(call(F::string_atooct, {str("17")}), 15u);
  EXPECT_EQ(call(F::string_atobin, {str("101")}), 5u);
  EXPECT_EQ(std::bit_cast<double>(call(F::string_atoreal, {str("2.5e1")})), 25.0);
  EXPECT_EQ(text(F::string_itoa, {uint64_t(-12)}), "-12");
  EXPECT_EQ(text(F::string_hextoa, {255}), "ff");
  EXPECT_EQ(text(F::string_octtoa, {8}), "10");
  EXPECT_EQ(text(F::string_bintoa, {5}), "101");
  EXPECT_EQ(text(F::string_realtoa, {std::bit_cast<uint64_t>(2.5)}), "2.5");
}

TEST_F(Strings, Vectors) {
  EXPECT_EQ(text(F::string_from_bits, {32, 0x00410042}), "AB");
  EXPECT_EQ(call(F::string_to_bits, {str("AB"), 32}), 0x4142u);
  EXPECT_EQ(call(F::string_to_bits, {str("ABC"), 12}), 0x243u);
}

TEST_F(Strings, EveryRowIsComplete) {
  for (uint32_t i = 0; i != runtimeFunctionCount; ++i) {
    EXPECT_NE(runtimeFunctions[i].entry, nullptr);
    for (const char *p : {runtimeFunctions[i].arguments, runtimeFunctions[i].results})
      EXPECT_EQ(std::string_view(p).find_first_not_of("irshLBR"), std::string_view::npos);
  }
}

} // namespace
