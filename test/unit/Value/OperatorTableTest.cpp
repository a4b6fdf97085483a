//===- OperatorTableTest.cpp - Expressions of an independent simulator ----===//
//
// Operators on operands of different widths and signs, and the self-determined
// results that Icarus Verilog 11 gives for them (bits, most significant first).
//
//===----------------------------------------------------------------------===//
#include "Value/LogicVector.h"

#include <gtest/gtest.h>
#include <map>

using namespace circtsim::value;

namespace {

struct BinaryRow {
  const char *op; ///< "?0" to "?z" is the conditional with that condition
  bool xSigned;
  const char *x;
  bool ySigned;
  const char *y;
  const char *expected;
};

const BinaryRow binaryRows[] = {
    {"&", false, "zzzzzzz", true, "1111000", "xxxx000"},
    {"?z", true,
     "100001010101001000000000010101111101100101110000110110010100010011100001000011011100010101010"
     "000",
     true,
     "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz"
     "zzz",
     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
     "xxx"},
    {"~^", false, "0101011", true, "zzz", "1010xxx"},
    {"!=", false, "11101100011111101111110101111100000100001110101111100001010000011", false,
     "11101100011111101111110z01111100000100001110101111100001010000011", "x"},
    {"||", true, "0000000000000000000000000000000000000000", true, "01", "1"},
    {">>>", false, "zz", false, "01", "0z"},
    {"~^", true, "0011", false, "1011", "0111"},
    {"||", false, "00001101", false, "1111111111111000", "1"},
    {"&", false, "1000111100110110010000001100011001001011011101101111101111001111", false, "10",
     "0000000000000000000000000000000000000000000000000000000000000010"},
    {">=", false, "11111", true, "1011100100x011", "x"},
    {"!=", false, "011000101100110111000011100010101", true, "010", "1"},
    {"%", true, "zzzzzzzzzzzz", true,
     "11111111111111111111111111111111111111111111111111111111111101010",
     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"},
    {"^", false,
     "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz"
     "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz"
     "zzzzzzzzzzzzzz",
     false, "11110110",
     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
     "xxxxxxxxxxxxxx"},
    {"===", true, "100x1010", true, "1x0x1010", "0"},
    {"**", false, "0000000000000000", true,
     "0000000000000000000000000000000000000000000000000000000000000000000000", "0000000000000001"},
    {"===", false, "1100000101111010011011011001010100100111z101110001011010111110000", false,
     "0000000010010000", "0"},
    {">=", false, "000000000000000000000000000000000000000000000000000000000000000011", true,
     "111111111111111111111111111111111111111111111111111111111111111100", "0"},
    {">", true,
     "010110000011101111111100110001101011000000111110100011110110101101101011111111111100010100100"
     "10000110100111011111011010110011110",
     false, "0110001110000100", "1"},
    {"/", true, "0111001101010000110111100001000", true,
     "010111111110110101100100000110111110100100010011111110111110011001111100110010110001011111011"
     "000",
     "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
     "000"},
    {"%", true, "111011100001", false, "0101011111001000", "0000111011100001"},
    {"|", true, "110", false, "11111010", "11111110"},
    {"|", true, "xxz1x11x1zz1zzxz11001xz01z01001z1", true, "10011111",
     "111111111111111111111111110111111"},
    {"==", true, "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", false, "10",
     "x"},
    {"==", true, "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz", true, "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz",
     "x"},
    {"==", true, "01010010000011", true,
     "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz", "x"},
    {">>", true,
     "000zxz0zxxzzzzxx0zzxxxx011z1zx1x101011x1x00zx000z010z1x00z001zz0000xzzzx00z1z1010xzx1z1x110zx"
     "0zx1x1z00zzxx00zxz1x0xz10100xx0x0z0z",
     true, "0",
     "000zxz0zxxzzzzxx0zzxxxx011z1zx1x101011x1x00zx000z010z1x00z001zz0000xzzzx00z1z1010xzx1z1x110zx"
     "0zx1x1z00zzxx00zxz1x0xz10100xx0x0z0z"},
    {"<<", false, "11", true, "01", "10"},
    {"~^", false, "111", true, "111111111111111111111111111111111111111111111111111111111110101",
     "000000000000000000000000000000000000000000000000000000000001101"},
    {"|", true, "011100000010111110100110101011111", true, "10",
     "111111111111111111111111111111111"},
    {"<", false, "111111111111111111111111101100100", true, "111111111111111111111111111111110",
     "1"},
    {"-", false, "1111011", false, "z", "xxxxxxx"},
    {"^", false, "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz", false, "11111111111111111111111111111110",
     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"},
    {">=", false, "01101010110000100011001100z110111111101111011011110101001100011", true,
     "0100000001111010", "x"},
    {"<=", false,
     "010110100001100100110111100100101001111001111111010001101100110000010000011011110110001010011"
     "110011011100000000101010100110101101011010110000010101011100101010101001011111101101010110011"
     "00000101111001",
     false, "xxxx", "x"},
    {"+", false, "0001", false, "111111111111111111111111111101111",
     "111111111111111111111111111110000"},
    {"?1", false, "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", false,
     "110100001001110110000010100010010111101001100101011110110000011011",
     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"},
    {"/", true, "00111z0", true, "111111z011101100111110100100100001010101100111111011000011010111",
     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"},
    {"/", true, "z", false, "0", "x"},
    {"~^", true, "0z00", true, "zzz", "xxxx"},
    {">", false, "111001110010110001010000100010110101001110011010111100000100001101", true,
     "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz", "x"},
    {"-", false, "111111111111111111111111111111111111111111111111111111111111111111", false,
     "111011101010110111100000101010000101101010000111110100110001001100",
     "000100010101001000011111010101111010010101111000001011001110110011"},
    {"!==", true, "0x00010001101001", true,
     "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz", "1"},
    {"^", false, "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz", true,
     "0000000000000000000000000000000000000000000000000000000010010001",
     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"},
    {"&&", false, "10", true, "10101000000100", "1"},
    {"<", true, "111111111111111111111111111111111111111111111111111111111111111110", false, "xxxx",
     "x"},
    {"^", true, "000000000000000000000000000000000000000000000000000000000000000", true,
     "011010011110011010100011001110000111011110011010111100000111010",
     "011010011110011010100011001110000111011110011010111100000111010"},
    {"!==", false, "1001101z10100001010001111101100001111001", false,
     "1111111111111111111111111111111111100000", "1"},
    {"~^", false,
     "01110111111100111111x001000111101101000111111101100101110110100111111001110010100100011000000"
     "01001000101110111010000000111010010",
     true, "1",
     "10001000000011000000x110111000010010111000000010011010001001011000000110001101011011100111111"
     "10110111010001000101111111000101100"},
    {"===", true, "1000100", false, "xxxxxxx", "0"},
    {"||", true, "zzzzzzzz", true, "000010100001000000110110001010010", "1"},
    {">", false, "11z011zzxzz00x00zzxzzz0z11z1x00x", true, "xxxxxxxxxxxxxx", "x"},
    {"-", true, "1011000010010010101101000110110100011100", true, "xxxxxxx",
     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"},
    {">>", true, "100000100010100000011000100z01111110010010001001000100000100010", true,
     "000000000000000000000000000000000000000000000000000000000001000",
     "00000000100000100010100000011000100z011111100100100010010001000"},
    {"*", true,
     "110001111110001100010000110000110101001110001000111011100000110111010001100011101001111001111"
     "011",
     false, "zzzzzzzzzzzz",
     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
     "xxx"},
    {"<=", true, "10101100100000111000111000111011100010011110011111101101101101111", true,
     "zx10z011", "x"},
    {"==", false, "x1110", true, "01110", "x"},
    {"!=", true, "zxx000x1xzxxzx01", true, "zxx000x10zxxzx01", "x"},
    {"&", true, "111110000000", false, "1000001110010010100011011001111",
     "0000000000000000000011010000000"},
    {"|", true, "011", true, "000", "011"},
    {"||", true, "00", false, "11", "1"},
    {"&&", false, "00001101001100001100011011110001100010011011101011010011001101011", false,
     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "x"},
    {"===", false, "000000000000000000000000000110010", false, "xzxz0z000xxxz1zzx10xz0xxx1011111x",
     "0"},
    {"-", true, "000000000000000000000000000000000000000000000000000000001101001", false,
     "111101101110011001110110100100011100010111101010011100001001110011",
     "000010010001100110001001011011100011101000010101100011110111110110"},
    {"?x", true,
     "100110110111011000110111000000000100110110111010110011111110000111001000000001101101000010100"
     "000011110000111111101000100011111001",
     true, "01z1",
     "x00xx0xx0xxx0xx000xx0xxx000000000x00xx0xx0xxx0x0xx00xxxxxxx0000xxx00x00000000xx0xx0x0000x0x00"
     "0000xxxx0000xxxxxxx0x000x000xxxxxxx1"},
    {"<", false, "1101100001101010000z01001000001011101000001110111100001101111010", false,
     "0000000000000000000000000000000000000000000000000000000000000010", "x"},
    {"||", false, "10000100001000101000001010101001100000011011110010001000111111100", true,
     "10101001011100110011011100010000111101001x11010010111010001110001", "1"},
    {"===", true, "111z1000110110", true, "111111111110", "0"},
    {"==", true,
     "110010000100011000100111011111110100101111100000011101101000101110011011000101010011011001110"
     "111010100111110110011011100100001100",
     true,
     "110010000100011000100111011111110100101111100000011101101000101110011011000101010011011001110"
     "111010100111110110011011100100001100",
     "1"},
    {"!==", false, "11", false, "11", "0"},
    {"%", true, "00100", true, "010100110011101111110011000111001110111010101111100111111101101",
     "000000000000000000000000000000000000000000000000000000000000100"},
    {"<<", true, "101x", true, "zzz", "xxxx"},
    {">>", false, "0001011", false, "zzz", "xxxxxxx"},
    {"%", false, "001", true, "xxx", "xxx"},
    {"^", true,
     "111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111"
     "1111111111111111111111111111101011",
     true, "010",
     "111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111"
     "1111111111111111111111111111101001"},
    {"-", true, "1001", false, "111111111100", "000000001101"},
    {"&", false, "10", false, "z0", "x0"},
    {"||", true, "0z11z0xzx0x11zx1110xxzxzz0zx111z1z010z0000101xx0zx0zx0110x000xz0", false, "0101",
     "1"},
    {"==", true, "10x0z1xz", true, "z0000010", "0"},
    {">", true, "x0z", true, "000", "x"},
    {"<=", false, "10010100010010101110111001011100", false, "01110110110001110110100101101110",
     "0"},
    {"~^", true, "0xz1x101xxz01z0z1xz0x0z0xx1x0xzz10z1zz1x", false, "zzzzzzzzzzzz",
     "1xx0x010xxx10x1x0xx1x1x1xx0xxxxxxxxxxxxx"},
    {"^", true, "000011011001110010000110101111111011100000001010101101111000110", true,
     "111111101010", "111100100110001101111001010000000100011111110101010010000101100"},
    {"%", true, "zzzz", false,
     "011101111010100011011111011010100010100100000100111010110111101100110011100010010011011111011"
     "1011110101100001010001101101010011",
     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"},
    {"&", false, "xxxxxxxx", true, "00000000000000000000000101000010",
     "0000000000000000000000000x0000x0"},
    {">=", true, "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", true, "000000000000000000000000001111001",
     "x"},
    {"!=", false, "010100111111001000000011100000110010011011001001001001000110101", true, "x",
     "1"},
    {"!=", false,
     "110000000101101111011110010111011101110111000011011110010100101010111000100011111111101101000"
     "110100101111101100011110101011001110101001000111001010110110101111100001011101101110100101111"
     "00011000101010",
     false, "01111010110110", "1"},
    {"<", false, "111111111111111111111111111111111111111111111111111111111100101011", false,
     "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz", "x"},
    {"%", false, "00100001110111010011111000011101011011111000011101010011111010111", true,
     "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz",
     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"},
    {">>>", false, "0011011111011111110111110000111", false,
     "1100101100000010101100010101111101000101100100001011010011100001000001",
     "0000000000000000000000000000000"},
    {"!==", true, "x000000", false, "000000101100", "1"},
    {"~^", true, "000001101110", false, "xxxxxxxxxxxx", "xxxxxxxxxxxx"},
    {"**", false, "1100", true, "00001000", "0000"},
    {"<=", false, "111111111110", true, "101011100110", "0"},
    {"%", true, "111", true, "0x1", "xxx"},
    {"&", true, "011011010001101101100111001111010110100101101001010011101100000110", false,
     "x0001000111001100110101101010010",
     "0000000000000000000000000000000000x0000000101001000010101100000010"},
    {">", false, "z1xx01xxxzz0101101x0x0z1x11zxxxx1z1zx010xzz0x10z00zzx1z00x00zx0", true,
     "110100100000001000000101000010110001001100110100110100100111010", "x"},
    {"&", false, "1011110110001101010001011001111", true, "11", "0000000000000000000000000000011"},
    {"/", false, "xxx", false, "100", "xxx"},
    {"|", true, "00111010111101000011111111010110100110100100110010001000101011110", true,
     "zzzzzzzzzzzzzzzz", "xx111x1x1111x1xxxx11111111x1x11x1xx11x1xx1xx11xx1xxx1xxx1x1x1111x"},
    {">>>", true, "x", false, "z", "x"},
    {"<", false, "1011100111110010110011010111010010100010", true,
     "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz", "x"},
    {">>", false, "0000000000101000", false, "zx1x1xzzzzx0z1z0", "xxxxxxxxxxxxxxxx"},
    {"<=", true, "00001100010100", false, "100z1010110101", "x"},
    {"!=", true, "01x00011", false, "01z00011", "x"},
    {"|", true, "0xz1zz11z0zx11x1010z11zzx0z0zx0zzxz1z1010010zz01xz1011zzzx1zx1z", false,
     "111111111111111111111111111111111111111111111111111111111110000",
     "11111111111111111111111111111111111111111111111111111111111xx1x"},
    {"!==", true, "0011100001110110001111110011111110100101000111010010110010010000", true,
     "0011100001110110001111110011111110100101000111010010110010010000", "0"},
    {"<=", false, "00001", true, "01100", "1"},
    {"+", true, "11z01000", false, "01100111", "xxxxxxxx"},
    {"!==", false, "01z0011", true, "xxxxxxxxxxxx", "1"},
    {"%", true, "x01z", true, "0x1x", "xxxx"},
    {"*", true, "1001", false, "zz", "xxxx"},
    {"&&", false, "111111111111111111111111110100101", true, "100101100101111111101010101001110",
     "1"},
    {"!=", false, "111", false, "100000110100", "1"},
    {"^", true, "01000111100010011011100100001000101101010000011010001010000001011", true,
     "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz",
     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"},
    {"&&", false, "111101110101", true, "010111101101011z011101101111000", "1"},
    {"~^", true, "0110101100001001111010101101011101000101", false, "110",
     "1001010011110110000101010010100010111100"},
    {"+", false, "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", true,
     "011011011100000100010111111010101010001010110000110111010x00010101",
     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"},
    {"**", false, "0000000000000101", false, "00000000000xxxxx", "xxxxxxxxxxxxxxxx"},
    {"?x", false, "0111x11", true, "01011101110101011110100110011011",
     "0x0xxx0xxx0x0x0xxxx0x00xx0x11x11"},
    {"||", false, "00110000", true, "zzzzzzz", "1"},
    {"*", false, "0100", true, "1011", "1100"},
    {"===", false, "00111010010001000010100100000001011010101011010010000001001101101", false,
     "00111010010001000010100100000001011010101011010010000001001101101", "1"},
    {"<", true, "0001", false, "0001", "0"},
    {"!=", true, "zx0", true, "111", "1"},
    {"?0", true, "111111111111111111111111111111111111111111111111111111111111111", false,
     "zzzzzzzz", "0000000000000000000000000000000000000000000000000000000zzzzzzzz"},
    {"&&", true, "110111001111110111100110010110000011100110111111000111100011011011", false,
     "0000000000000000000000000000000000000011", "1"},
    {"&&", true, "z0111", false, "xxxxx", "x"},
    {"||", true, "xxxzx10x0zxx", true, "101010000011", "1"},
    {"/", true, "10100111100001", false, "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz",
     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"},
    {"*", true, "11110", true, "11111", "00010"},
    {"&&", false, "0000000000000000000000001110011", true, "0001011000010110110011100101000", "1"},
    {">>>", false, "1100100000100101011001000111101", false, "0000000000000000000000000101001",
     "0000000000000000000000000000000"},
    {">=", true, "110100110001111001010101101110001110010101101010011110101000110", true,
     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
     "xxx",
     "x"},
    {"===", true, "1101101110101101100100011010001101101010", true,
     "1101101110101101100100011010001101101010", "1"},
    {"-", false, "000011110110101001001100001100111000001110111001100101000011001011", true,
     "11101011100110011010110010000010001101001111001011x010001110110011",
     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"},
    {"&&", false, "01101111011000000000110000111010", false, "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz",
     "x"},
    {">>>", false, "01011", false, "10001", "00000"},
    {"<<", true, "1", true, "x", "x"},
    {"**", true, "11111111111111111111111111111111", true,
     "0110110000111100010000110100111001100011001100110101010001111000001010",
     "00000000000000000000000000000001"},
    {"<<", true, "00z1010110111000", true, "0000000000x101x0", "xxxxxxxxxxxxxxxx"},
    {"+", true, "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz", false,
     "01111111111110000100110110010000001110100101011101000110011001111",
     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"},
    {"===", true, "x1010110011010110100110001110000100111110111100101010001011110000", true,
     "0001010", "0"},
    {"!==", false, "11010000111011", true, "11010000111011", "0"},
    {"**", false, "11110", true,
     "0000000000000000000000000000000000000000000000000000000000000000010001", "00000"},
    {"<", true, "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", false, "00100100", "x"},
    {">>>", false, "1001011010100101011101101101111110001101", true, "01101",
     "0000000000000100101101010010101110110110"},
    {">", false, "000", false, "11101110110000", "0"},
    {">>>", true, "1", true, "1", "1"},
    {">>", false, "0011", false, "0010", "0000"},
    {"/", false, "100110100111101010010001100001001011101101000100110101101010010", false,
     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"},
    {"^", true, "111111011010", false, "011101010001100111010110111101101",
     "011101010001100111010001000110111"},
    {"*", false, "101100x111100110", true, "0000000000000000000000000000000000000000",
     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"},
    {"**", false, "00000110100010", false, "zzzz", "xxxxxxxxxxxxxx"},
    {"<=", true, "11x010110011010110010110101011100", true, "000000000011", "x"},
    {"<", false, "00000000000000000000000000000000000000000000000000000000000000000", true,
     "1zzz110xzz1zz1x1z0z11z1111z1zx0z111xxx01xzz010xzx1zxzxxx0zz011z0z", "x"},
    {"==", true, "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", false, "0111000110110010001011x10110100", "x"},
    {">=", false, "000111101010101100110011110101101", true,
     "0010100011111001100010011100011101011001110001011111010000011010", "0"},
    {"&", true, "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", true,
     "11111111111001", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx00x"},
    {">", false, "x1z0z0z1x010zz11000z110001x001zz10x1111x10z10111011z0zxzxx0xx1x1z", true,
     "x1xzxx0zxxzx0x01xx11101zx00zz1zx0x0xzz1z001xz01x1xzxz0zxxx11x1z1z", "x"},
    {">>", true, "111110111000", true,
     "0000000000000000000000000000000000000000000000000000000000000001111100", "000000000000"},
    {"**", true, "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz", true, "0000000000000000000000000011001",
     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"},
    {"<=", true, "0010", true, "001001011011", "1"},
    {"|", false, "x0x1", true, "000000000000000000000000000011011",
     "000000000000000000000000000011011"},
    {">>>", false, "001010110111", false, "00111", "000000000101"},
    {"==", false, "1z001", true, "00010", "0"},
    {"-", false, "1111111111101101", true, "xxxxxxxxxxxxxxxx", "xxxxxxxxxxxxxxxx"},
    {"**", true, "10000011011110", false, "111", "00011110000000"},
    {"*", true, "1101010101110111", false, "1101111111010010101100001100110101011000",
     "0101100000001011000010011010101111101000"},
    {">>", false, "11000111", true, "xxxxxxxx", "xxxxxxxx"},
    {"|", true, "z1", false, "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz",
     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx1"},
    {"*", true, "00101100", false, "000", "00000000"},
    {">=", false, "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", true,
     "11111100011110", "x"},
    {"<<", false, "01000001x1000111", true, "0000000001011010", "0000000000000000"},
    {"?0", false, "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", false, "100",
     "0000000000000000000000000000000000000100"},
    {"*", false, "00000000000000000000000000000000000000000000000000000000000000000", false,
     "00001100001101111010000010000011000100111111110100110111010100111",
     "00000000000000000000000000000000000000000000000000000000000000000"},
    {">>", true, "010", false, "xxx", "xxx"},
    {"-", true, "001001001100101000011010110000000001000000010010101110101010111000", true,
     "011110100001001101111001101111010101010011010010110011010000001111",
     "101010101011011010100001000000101011101100111111111011011010101001"},
    {"<<", false, "0zx01xxxzzzx010xx0z1zz0z1zx0xz0x0", false, "000000000000000000000000001111110",
     "000000000000000000000000000000000"},
    {"+", false, "xzx01", false, "11000", "xxxxx"},
    {"!==", true, "z0", true, "10010010100110000011000000110000", "1"},
    {">=", false, "1011110111001000011101100011110", true, "1110111111010000100001111001010", "0"},
    {">", false, "0011101", true, "00000000", "1"},
    {"/", true, "010100111100000110001010000000000110100100110010010000011100101011", false,
     "z1xxx", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"},
    {"<<", true, "xx", true, "00", "xx"},
    {"?z", false, "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", true, "xxxxxxxxxxxx",
     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"},
    {"<<", false, "1110100", true, "zzzzzzz", "xxxxxxx"},
    {"/", false, "1000110010000101", true, "1111", "0000100101011110"},
    {"?1", false, "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", false,
     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"},
    {"?x", true, "00000000000000000000000000000000", false,
     "1101011001100111001010011100110110101001101001000101110100001111",
     "xx0x0xx00xx00xxx00x0x00xxx00xx0xx0x0x00xx0x00x000x0xxx0x0000xxxx"},
};

struct UnaryRow {
  const char *op;
  bool isSigned;
  const char *x;
  const char *expected;
};

const UnaryRow unaryRows[] = {
    {"~|", false, "0100", "0"},
    {"!", false, "0111000", "0"},
    {"~", true, "000000000100", "111111111011"},
    {"|", false,
     "001101000010110101111001101101001000111001000101100100010111110111111111010001011100010001101"
     "0110001z10000111110101100001011011",
     "1"},
    {"~|", false, "111001001111001000010011111111111011110110010010101010100101000101", "0"},
    {"^", false, "10000xxx1xz1x0z1zx11z1zz0xz100x110zzzz101x00z1xx00zxx0x0z01xxz0", "x"},
    {"^", true, "100", "1"},
    {"!", true,
     "1000110111001000001101110111101010100z1000010101101101100010011110100010001001000010010100101"
     "0011101001101000110000001000011010",
     "0"},
    {"~&", false, "xxxxxxxxxxxx", "x"},
    {"!", false, "11100", "0"},
    {"^", true,
     "011110010000001100000111001010100101000101010110100111111111z11000001111100000100001111101111"
     "110",
     "x"},
    {"&", false, "1011111110100111101010010011111011000101", "0"},
    {"-", false, "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"},
    {"!", true,
     "x1z01z01z1xz0zzzxzx0x0xz011z0z1zzxzzx1zzzzzxxz0x1x1z100zxzz0111x00xxxzzx1zxxx010xzx11x0x0xx0z"
     "x0xzzz1zxzx0xx00xx1101x1zzx0zzzxx0z",
     "0"},
    {"^", true, "0100", "1"},
    {"-", true, "111111111111111111111111111111111111111111111111111111111011001",
     "000000000000000000000000000000000000000000000000000000000100111"},
    {"-", false, "00110011001011x1001100111110010001111101",
     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"},
    {"-", true, "00010010101011010110010110010010", "11101101010100101001101001101110"},
    {"&", true, "10001001100000", "0"},
    {"|", false, "111111111111111111111111111011001", "1"},
    {"&", false,
     "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz"
     "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz",
     "x"},
    {"&", false, "0000001", "0"},
    {"|", true, "11111000011101001000011001001111110001111111011001111001011110011", "1"},
    {"|", false,
     "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
     "0000000000000000000000000001000101",
     "1"},
};

std::string bitsOf(const LogicVector &v) {
  std::string text;
  for (uint32_t i = v.width(); i-- > 0;)
    text += bitLetter(v.bit(i));
  return text;
}

} // namespace

TEST(OperatorTable, Binary) {
  using Function = LogicVector (*)(const LogicVector &, const LogicVector &);
  const std::map<std::string, Function> functions = {
      {"+", add},    {"-", sub},   {"*", mul},    {"/", div},       {"%", mod},      {"**", power},
      {"&", bitAnd}, {"|", bitOr}, {"^", bitXor}, {"~^", bitXnor},  {"<<", shl},     {">>", shr},
      {">>>", ashr}, {"==", eq},   {"!=", ne},    {"===", caseEq},  {"!==", caseNe}, {"<", lt},
      {"<=", le},    {">", gt},    {">=", ge},    {"&&", logicAnd}, {"||", logicOr}};
  for (const BinaryRow &row : binaryRows) {
    LogicVector x = LogicVector::fromBits(row.x, row.xSigned);
    LogicVector y = LogicVector::fromBits(row.y, row.ySigned);
    LogicVector result = row.op[0] == '?' ? mux(LogicVector::fromBits(row.op + 1), x, y)
                                          : functions.at(row.op)(x, y);
    EXPECT_EQ(bitsOf(result), row.expected) << row.x << ' ' << row.op << ' ' << row.y;
  }
}

TEST(OperatorTable, Unary) {
  using Function = LogicVector (*)(const LogicVector &);
  const std::map<std::string, Function> functions = {
      {"~", bitNot},    {"-", neg},         {"!", logicNot},   {"&", reduceAnd},  {"|", reduceOr},
      {"^", reduceXor}, {"~&", reduceNand}, {"~|", reduceNor}, {"~^", reduceXnor}};
  for (const UnaryRow &row : unaryRows) {
    LogicVector result = functions.at(row.op)(LogicVector::fromBits(row.x, row.isSigned));
    EXPECT_EQ(bitsOf(result), row.expected) << row.op << row.x;
  }
}
