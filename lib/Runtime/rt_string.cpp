//===- rt_string.cpp - string operations of generated code -------------------===//
//
// Strings are immutable heap objects; every result is a new one unless it is an
// operand. IEEE 1800-2023 6.16 (string data type and its methods), 5.9.
//
//===----------------------------------------------------------------------===//
#include "Runtime/RuntimeABI.h"
#include "Runtime/SimContext.h"
#include "Value/Convert.h"

#include <bit>
#include <cstdio>

using namespace circtsim;
using circtsim::model::ExitStatus;
using circtsim::runtime::Handle;
using circtsim::runtime::Heap;
using circtsim::runtime::SimContext;

#define RT(Name)                                                                                   \
  extern "C" ExitStatus rt_##Name(SimContext *context, const uint64_t *arguments,                  \
                                  uint64_t *results)

static std::string_view text(uint64_t handle) { return Heap::text(handle); }

RT(string_concat) {
  std::string_view a = text(arguments[0]), b = text(arguments[1]);
  if (a.empty() || b.empty()) {
    results[0] = a.empty() ? arguments[1] : arguments[0];
    return ExitStatus::Return;
  }
  char *bytes;
  Handle result = context->heap.newString(a.size() + b.size(), bytes);
  if (!result)
    return context->raise("the simulation memory is full");
  a.copy(bytes, a.size());
  b.copy(bytes + a.size(), b.size());
  results[0] = result;
  return ExitStatus::Return;
}

RT(string_replicate) {
  auto count = int64_t(arguments[0]);
  std::string_view s = text(arguments[1]);
  if (count <= 0 || s.empty()) {
    results[0] = 0;
    return ExitStatus::Return;
  }
  if (uint64_t(count) > (uint64_t(1) << 31) / s.size())
    return context->raise("a string of more than 2 GiB (IEEE 1800-2023 6.16)");
  char *bytes;
  Handle result = context->heap.newString(s.size() * uint64_t(count), bytes);
  if (!result)
    return context->raise("the simulation memory is full");
  for (int64_t i = 0; i != count; ++i)
    s.copy(bytes + uint64_t(i) * s.size(), s.size());
  results[0] = result;
  return ExitStatus::Return;
}

RT(string_eq) {
  results[0] = arguments[0] == arguments[1] || text(arguments[0]) == text(arguments[1]);
  return ExitStatus::Return;
}
RT(string_lt) {
  results[0] = text(arguments[0]) < text(arguments[1]);
  return ExitStatus::Return;
}
RT(string_le) {
  results[0] = text(arguments[0]) <= text(arguments[1]);
  return ExitStatus::Return;
}

static uint64_t sign32(int order) {
  return order < 0 ? 0xffffffffu : order > 0 ? 1 : 0;
}

RT(string_compare) {
  results[0] = sign32(text(arguments[0]).compare(text(arguments[1])));
  return ExitStatus::Return;
}

static char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; }
static char upper(char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; }

RT(string_icompare) {
  std::string_view a = text(arguments[0]), b = text(arguments[1]);
  int order = 0;
  for (size_t i = 0; order == 0 && i < a.size() && i < b.size(); ++i)
    order = int(uint8_t(lower(a[i]))) - int(uint8_t(lower(b[i])));
  if (order == 0)
    order = a.size() < b.size() ? -1 : a.size() > b.size();
  results[0] = sign32(order);
  return ExitStatus::Return;
}

RT(string_len) {
  results[0] = text(arguments[0]).size();
  return ExitStatus::Return;
}

RT(string_getc) {
  std::string_view s = text(arguments[0]);
  results[0] = arguments[1] < s.size() ? uint8_t(s[arguments[1]]) : 0;
  return ExitStatus::Return;
}

RT(string_putc) {
  std::string_view s = text(arguments[0]);
  uint64_t index = arguments[1];
  auto byte = char(arguments[2]);
  if (index >= s.size() || byte == 0) {
    results[0] = arguments[0];
    return ExitStatus::Return;
  }
  char *bytes;
  Handle result = context->heap.newString(s.size(), bytes);
  if (!result)
    return context->raise("the simulation memory is full");
  s.copy(bytes, s.size());
  bytes[index] = byte;
  results[0] = result;
  return ExitStatus::Return;
}

RT(string_substr) {
  std::string_view s = text(arguments[0]);
  auto from = int64_t(arguments[1]), to = int64_t(arguments[2]);
  bool isValid = from >= 0 && to >= from && to < int64_t(s.size());
  results[0] = isValid ? context->heap.newString(s.substr(uint64_t(from), uint64_t(to - from + 1)))
                       : 0;
  return ExitStatus::Return;
}

static ExitStatus mapBytes(SimContext *context, uint64_t string, char (*map)(char),
                           uint64_t *results) {
  std::string_view s = text(string);
  char *bytes;
  Handle result = context->heap.newString(s.size(), bytes);
  for (size_t i = 0; result && i != s.size(); ++i)
    bytes[i] = map(s[i]);
  results[0] = result;
  return ExitStatus::Return;
}
RT(string_toupper) { return mapBytes(context, arguments[0], upper, results); }
RT(string_tolower) { return mapBytes(context, arguments[0], lower, results); }

static uint64_t toInt(uint64_t string, unsigned base) {
  return uint32_t(value::stringToInt(text(string), base));
}
RT(string_atoi) {
  results[0] = toInt(arguments[0], 10);
  return ExitStatus::Return;
}
RT(string_atohex) {
  results[0] = toInt(arguments[0], 16);
  return ExitStatus::Return;
}
RT(string_atooct) {
  results[0] = toInt(arguments[0], 8);
  return ExitStatus::Return;
}
RT(string_atobin) {
  results[0] = toInt(arguments[0], 2);
  return ExitStatus::Return;
}

RT(string_atoreal) {
  results[0] = std::bit_cast<uint64_t>(value::stringToReal(text(arguments[0])));
  return ExitStatus::Return;
}

RT(string_itoa) {
  results[0] = context->heap.newString(std::to_string(int64_t(arguments[0])));
  return ExitStatus::Return;
}

static Handle inBase(SimContext *context, uint64_t number, unsigned shift) {
  std::string digits;
  do {
    digits.insert(digits.begin(), "0123456789abcdef"[number & ((1u << shift) - 1)]);
    number >>= shift;
  } while (number);
  return context->heap.newString(digits);
}
RT(string_hextoa) {
  results[0] = inBase(context, arguments[0], 4);
  return ExitStatus::Return;
}
RT(string_octtoa) {
  results[0] = inBase(context, arguments[0], 3);
  return ExitStatus::Return;
}
RT(string_bintoa) {
  results[0] = inBase(context, arguments[0], 1);
  return ExitStatus::Return;
}

RT(string_realtoa) {
  char buffer[64];
  int length = std::snprintf(buffer, sizeof buffer, "%g", std::bit_cast<double>(arguments[0]));
  results[0] = context->heap.newString(std::string_view(buffer, size_t(length)));
  return ExitStatus::Return;
}

RT(string_from_bits) {
  std::string bytes;
  value::appendBytes(bytes, {arguments + 1, nullptr, uint32_t(arguments[0])});
  results[0] = context->heap.newString(bytes);
  return ExitStatus::Return;
}

RT(string_to_bits) {
  std::string_view s = text(arguments[0]);
  value::fromBytes(results, uint32_t(arguments[1]), s);
  return ExitStatus::Return;
}
