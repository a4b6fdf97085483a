//===- Reference.h - Slow reference operators for tests ---------*- C++ -*-===//
//
// Operators written bit by bit from the tables and rules of IEEE 1800-2023 clauses
// 6.6 and 11.4, sharing no code with lib/Value. A value is a list of letters
// 0 1 x z, least significant first.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_TEST_UNIT_VALUE_REFERENCE_H
#define CIRCTSIM_TEST_UNIT_VALUE_REFERENCE_H

#include "Value/LogicVector.h"

#include <algorithm>
#include <cstring>
#include <functional>
#include <random>
#include <string>

namespace reference {

/// Letters, least significant first.
using Bits = std::string;

inline int column(char c) { return int(std::strchr("01xz", c) - "01xz"); }

/// Rows and columns in the order 0 1 x z, as the tables of the standard print.
using Table = const char *[4];
inline constexpr Table andTable = {"0000", "01xx", "0xxx", "0xxx"};
inline constexpr Table orTable = {"01xx", "1111", "x1xx", "x1xx"};
inline constexpr Table xorTable = {"01xx", "10xx", "xxxx", "xxxx"};
inline constexpr Table xnorTable = {"10xx", "01xx", "xxxx", "xxxx"};
inline constexpr Table muxTable = {"0xxx", "x1xx", "xxxx", "xxxx"};
inline constexpr Table wireTable = {"0xx0", "x1x1", "xxxx", "01xz"};
inline constexpr Table wandTable = {"0000", "01x1", "0xxx", "01xz"};
inline constexpr Table worTable = {"01x0", "1111", "x1xx", "01xz"};

inline Bits apply(const Table &table, const Bits &x, const Bits &y) {
  Bits r;
  for (size_t i = 0; i < x.size(); ++i)
    r += table[column(x[i])][column(y[i])];
  return r;
}

inline Bits invert(const Bits &x) {
  Bits r;
  for (char c : x)
    r += c == '0' ? '1' : c == '1' ? '0' : 'x';
  return r;
}

inline bool unknown(const Bits &x) { return x.find_first_of("xz") != Bits::npos; }
inline bool zero(const Bits &x) { return x.find_first_not_of('0') == Bits::npos; }
inline Bits allX(size_t n) { return Bits(n, 'x'); }

// Arithmetic on known bits.
inline Bits addKnown(const Bits &x, const Bits &y, bool carry = false) {
  Bits r;
  for (size_t i = 0; i < x.size(); ++i) {
    int sum = (x[i] == '1') + (y[i] == '1') + carry;
    r += sum & 1 ? '1' : '0';
    carry = sum > 1;
  }
  return r;
}
inline Bits negKnown(const Bits &x) { return addKnown(invert(x), Bits(x.size(), '0'), true); }
inline Bits mulKnown(const Bits &x, const Bits &y) {
  Bits r(x.size(), '0'), shifted = x;
  for (char c : y) {
    if (c == '1')
      r = addKnown(r, shifted);
    shifted = ("0" + shifted).substr(0, x.size());
  }
  return r;
}
inline bool lessKnown(const Bits &x, const Bits &y) {
  for (size_t i = x.size(); i-- > 0;)
    if (x[i] != y[i])
      return x[i] < y[i];
  return false;
}
/// Long division; returns {quotient, remainder}.
inline std::pair<Bits, Bits> divKnown(const Bits &x, const Bits &y) {
  size_t n = x.size();
  Bits q(n, '0'), r(n + 1, '0'), d = y + "0";
  for (size_t i = n; i-- > 0;) {
    r = (Bits(1, x[i]) + r).substr(0, n + 1);
    if (!lessKnown(r, d)) {
      r = addKnown(r, invert(d), true);
      q[i] = '1';
    }
  }
  return {q, r.substr(0, n)};
}
inline Bits magnitude(const Bits &x) { return x.back() == '1' ? negKnown(x) : x; }

inline Bits arithmetic(char op, bool isSigned, const Bits &x, const Bits &y) {
  if (unknown(x) || unknown(y))
    return allX(x.size());
  if (op == '+')
    return addKnown(x, y);
  if (op == '-')
    return addKnown(x, invert(y), true);
  if (op == '*')
    return mulKnown(x, y);
  if (zero(y))
    return allX(x.size());
  auto [q, r] = isSigned ? divKnown(magnitude(x), magnitude(y)) : divKnown(x, y);
  bool xNeg = isSigned && x.back() == '1', yNeg = isSigned && y.back() == '1';
  if (op == '/')
    return xNeg != yNeg ? negKnown(q) : q;
  return xNeg ? negKnown(r) : r;
}

/// Table 11-4 by repeated multiplication; the magnitude of y must be small.
inline Bits power(const Bits &x, bool xSigned, const Bits &y, bool ySigned) {
  size_t n = x.size();
  if (unknown(x) || unknown(y))
    return allX(n);
  Bits one = "1" + Bits(n - 1, '0');
  if (ySigned && y.back() == '1') {
    if (zero(x))
      return allX(n);
    bool minusOne = xSigned && x.find('0') == Bits::npos;
    if (minusOne)
      return y[0] == '1' ? x : one;
    return x == one ? one : Bits(n, '0');
  }
  Bits result = one;
  for (size_t i = y.size(); i-- > 0;) {
    result = mulKnown(result, result);
    if (y[i] == '1')
      result = mulKnown(result, x);
  }
  return result;
}

/// Shifts left ('<'), right ('>') or arithmetically right ('a').
inline Bits shift(char op, const Bits &x, const Bits &amount) {
  if (unknown(amount))
    return allX(x.size());
  char fill = op == 'a' ? x.back() : '0';
  size_t n = x.size(), by = 0;
  for (size_t i = amount.size(); i-- > 0;)
    by = std::min<size_t>(by * 2 + (amount[i] == '1'), n);
  return op == '<' ? Bits(by, '0') + x.substr(0, n - by) : x.substr(by) + Bits(by, fill);
}

inline Bits equal(const Bits &x, const Bits &y) {
  Bits r = "1";
  for (size_t i = 0; i < x.size(); ++i) {
    bool doubt = column(x[i]) > 1 || column(y[i]) > 1;
    if (!doubt && x[i] != y[i])
      return "0";
    if (doubt)
      r = "x";
  }
  return r;
}
inline Bits wildcardEqual(const Bits &x, const Bits &y) {
  Bits left, right;
  for (size_t i = 0; i < x.size(); ++i)
    if (column(y[i]) < 2) {
      left += x[i];
      right += y[i];
    }
  return equal(left, right);
}
/// Case matching where the letters in `free` are do-not-cares on both sides.
inline bool caseMatch(const Bits &x, const Bits &y, const char *free) {
  for (size_t i = 0; i < x.size(); ++i)
    if (!std::strchr(free, x[i]) && !std::strchr(free, y[i]) && x[i] != y[i])
      return false;
  return true;
}
inline Bits less(bool isSigned, const Bits &x, const Bits &y) {
  if (unknown(x) || unknown(y))
    return "x";
  if (isSigned && x.back() != y.back())
    return x.back() == '1' ? "1" : "0";
  return lessKnown(x, y) ? "1" : "0";
}
inline Bits reduce(const Table &table, const Bits &x) {
  // A lone z reduces to x: combine with the neutral element first.
  char r = &table == &andTable ? '1' : '0';
  for (char c : x)
    r = table[column(r)][column(c)];
  return Bits(1, r);
}
inline Bits truth(const Bits &x) { return reduce(orTable, x); }
inline Bits mux(const Bits &condition, const Bits &x, const Bits &y) {
  Bits c = truth(condition);
  return c == "1" ? x : c == "0" ? y : apply(muxTable, x, y);
}
inline Bits extract(const Bits &x, int64_t lo, uint32_t width) {
  Bits r;
  for (int64_t i = lo; i < lo + int64_t(width); ++i)
    r += i >= 0 && i < int64_t(x.size()) ? x[size_t(i)] : 'x';
  return r;
}
inline Bits insert(Bits x, const Bits &part, int64_t lo) {
  for (size_t i = 0; i < part.size(); ++i)
    if (lo + int64_t(i) >= 0 && lo + int64_t(i) < int64_t(x.size()))
      x[size_t(lo + int64_t(i))] = part[i];
  return x;
}

//===--- Between the two worlds -------------------------------------------===//

inline circtsim::value::LogicVector toVector(const Bits &x, bool isSigned = false) {
  return circtsim::value::LogicVector::fromBits(Bits(x.rbegin(), x.rend()), isSigned);
}
inline Bits fromPlanes(circtsim::value::ConstPlanes x, uint32_t width) {
  Bits r;
  for (uint32_t i = 0; i < width; ++i)
    r += circtsim::value::bitLetter(x.bit(i));
  return r;
}
inline Bits fromVector(const circtsim::value::LogicVector &x) {
  return fromPlanes(x.planes(), x.width());
}
inline Bits fromLogic64(circtsim::value::Logic64 x, uint32_t width) {
  return fromPlanes({&x.a, &x.b}, width);
}
/// Whether no bit above the width is set.
inline bool isNormal(circtsim::value::Logic64 x, uint32_t width) {
  return !((x.a | x.b) & ~circtsim::value::lowMask(width));
}

/// Draws values with a good share of edge cases: all equal letters, few unknown
/// bits, small numbers, minus small numbers.
class Generator {
public:
  explicit Generator(uint32_t seed) : engine(seed) {}
  uint32_t below(uint32_t n) { return uint32_t(engine() % n); }
  bool flip() { return engine() & 1; }
  Bits known(uint32_t width) {
    Bits r;
    for (uint32_t i = 0; i < width; ++i)
      r += flip() ? '1' : '0';
    uint32_t keep = below(width + 1);
    switch (below(5)) {
    case 0:
      std::fill(r.begin() + keep, r.end(), '0');
      break;
    case 1:
      std::fill(r.begin() + keep, r.end(), '1');
      break;
    case 2:
      std::fill(r.begin(), r.begin() + keep, flip() ? '1' : '0');
      break;
    default:
      break;
    }
    return r;
  }
  Bits any(uint32_t width) {
    Bits r = known(width);
    uint32_t kind = below(8);
    if (kind == 0)
      for (char &c : r)
        c = "01xz"[below(4)];
    else if (kind == 1)
      r = Bits(width, "xz"[below(2)]);
    else if (kind == 2)
      r[below(width)] = "xz"[below(2)];
    return r;
  }
  /// A value equal to `x` but for a few letters.
  Bits like(Bits x) {
    for (uint32_t n = below(3); n > 0; --n)
      x[below(uint32_t(x.size()))] = "01xz"[below(4)];
    return x;
  }

private:
  std::mt19937_64 engine;
};

} // namespace reference

#endif // CIRCTSIM_TEST_UNIT_VALUE_REFERENCE_H
