//===- Convert.h - Vectors to and from reals, digits and bytes --*- C++ -*-===//
//
// Conversions between vectors and the other value types: real (IEEE 1800-2023
// 6.12.1), decimal digits, and strings of bytes (6.16).
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_VALUE_CONVERT_H
#define CIRCTSIM_VALUE_CONVERT_H

#include "Value/Planes.h"

#include <optional>
#include <string>
#include <string_view>

namespace circtsim::value {

/// The real nearest to the vector, ties to even, exact for any width; X and Z
/// bits count as 0. Values beyond the range of double become infinite.
double toDouble(LogicRef v);

/// Rounds to the nearest integer, ties away from zero, and stores it modulo
/// 2**width. Infinities and NaN have no integer value: all X.
void fromDouble(Planes d, uint32_t width, double value);

/// As fromDouble for 64 bits; infinities, NaN give 0.
int64_t doubleToInt64(double value);

/// Appends the decimal digits (and '-') of a vector; X and Z bits count as 0.
void appendDecimal(std::string &out, LogicRef v);

/// Largest number of characters appendDecimal needs for a vector of this type.
uint32_t decimalColumns(uint32_t width, bool isSigned);

/// Stores the decimal number `digits` (only 0-9 and _) modulo 2**width; returns
/// false when it did not fit.
bool fromDecimal(uint64_t *words, uint32_t width, std::string_view digits);

/// An upper bound of the bits needed for a decimal number of `digits` digits.
uint32_t bitsForDecimalDigits(size_t digits);

/// Assigns a string to a vector: right justified, zero filled or truncated on
/// the left (5.9). Only the a-plane is written.
void fromBytes(uint64_t *words, uint32_t width, std::string_view bytes);

/// Appends the bytes of a vector from the left; zero bytes are dropped, X and Z
/// bits count as 0 (6.16).
void appendBytes(std::string &out, LogicRef v);

/// str.atoi(), .atohex(), .atooct(), .atobin() (6.16.9) for base 10, 16, 8, 2:
/// the leading digits and underscores, modulo 2**32; 0 without digits. A sign
/// is accepted in base 10.
int32_t stringToInt(std::string_view text, unsigned base);

/// str.atoreal() (6.16.9): the longest prefix that is a real or decimal number,
/// underscores ignored; 0.0 if none.
double stringToReal(std::string_view text);

/// Parses a whole C-style decimal floating number (no underscores, no sign
/// required). Overflow gives infinity, underflow zero; nullopt if malformed.
std::optional<double> parseDouble(std::string_view text);

/// Value of a digit letter in bases up to 16, or -1.
constexpr int digitValue(char c) {
  if (c >= '0' && c <= '9')
    return c - '0';
  if (c >= 'a' && c <= 'f')
    return c - 'a' + 10;
  if (c >= 'A' && c <= 'F')
    return c - 'A' + 10;
  return -1;
}

} // namespace circtsim::value

#endif // CIRCTSIM_VALUE_CONVERT_H
