//===- VcdWriter.cpp - value change dump files -------------------------------===//
//
// IEEE 1800-2023 21.7.2 (format of four-state VCD files).
//
// Identifier codes are the variable's number in base 94, digits ! to ~, least
// significant first. A vector is shortened from the left as Table 21-10 says: a
// leading digit is dropped if extending what remains restores it (0 before 0 or
// 1, x before x, z before z). Reals print with 16 significant digits. A time
// stands in the file once, before the first change at it.
//
// Everything is collected in one large buffer; the C library's is switched off.
//
//===----------------------------------------------------------------------===//
#include "Waves/VcdWriter.h"

#include "Value/Time.h"

#include <bit>
#include <cerrno>
#include <charconv>
#include <cstring>

namespace circtsim::waves {

using model::ScopeKind;
using value::Bit;

WaveWriter::~WaveWriter() = default;

std::unique_ptr<VcdWriter> VcdWriter::create(const std::string &path, const VariableTable &table,
                                             std::string_view date, std::string &error) {
  std::FILE *file = std::fopen(path.c_str(), "w");
  if (!file) {
    error = std::strerror(errno);
    return nullptr;
  }
  std::setvbuf(file, nullptr, _IONBF, 0);
  return std::unique_ptr<VcdWriter>(new VcdWriter(file, table, date));
}

VcdWriter::VcdWriter(std::FILE *file, const VariableTable &table, std::string_view date)
    : WaveWriter(table), file(file), date(date.empty() ? "not recorded" : date) {
  buffer.reserve(Capacity + (64 << 10));
}

VcdWriter::~VcdWriter() {
  if (!file)
    return;
  drain();
  std::fclose(file);
}

void VcdWriter::drain() {
  if (file)
    std::fwrite(buffer.data(), 1, buffer.size(), file);
  written += buffer.size();
  buffer.clear();
}

void VcdWriter::flush() { drain(); }

void VcdWriter::close(uint64_t time) {
  if (!file)
    return;
  writeTime(time);
  drain();
  std::fclose(file);
  file = nullptr;
}

//===--- Declarations -------------------------------------------------------===//

void VcdWriter::begin(int precision) {
  buffer.append("$date\n\t").append(date).append("\n$end\n");
  buffer.append("$version\n\tcirct-sim\n$end\n");
  buffer.append("$timescale\n\t");
  buffer.append(value::toString(value::TimeUnit(precision))).append("\n$end\n");
}

/// 21.7.2.1 knows five kinds of scopes.
static std::string_view scopeKeyword(ScopeKind kind) {
  switch (kind) {
  case ScopeKind::Generate:
  case ScopeKind::Begin:
    return "begin";
  case ScopeKind::Fork:
    return "fork";
  case ScopeKind::Task:
    return "task";
  case ScopeKind::Function:
    return "function";
  default:
    return "module";
  }
}

void VcdWriter::enterScope(std::string_view name, ScopeKind kind) {
  buffer.append("$scope ").append(scopeKeyword(kind)).append(" ").append(name).append(" $end\n");
}

void VcdWriter::leaveScope() { buffer.append("$upscope $end\n"); }

void VcdWriter::declare(const Declaration &declaration) {
  const VariableTable::Row &row = table.rows[declaration.id];
  buffer.append("$var ").append(declaration.type).append(" ");
  bool hasSize = row.kind == VariableKind::Logic || row.kind == VariableKind::Bits;
  buffer.append(std::to_string(hasSize ? row.width : 1)).append(" ");
  writeCode(declaration.id);
  buffer.append(" ").append(declaration.name);
  if (declaration.hasRange)
    buffer.append(" [")
        .append(std::to_string(declaration.left))
        .append(":")
        .append(std::to_string(declaration.right))
        .append("]");
  buffer.append(" $end\n");
  if (buffer.size() >= Capacity)
    drain();
}

void VcdWriter::endDeclarations() { buffer.append("$enddefinitions $end\n"); }

void VcdWriter::comment(std::string_view text) {
  buffer.append("$comment ").append(text).append(" $end\n");
}

//===--- Values ---------------------------------------------------------------===//

void VcdWriter::writeTime(uint64_t time) {
  if (time == lastTime)
    return;
  lastTime = time;
  char digits[24];
  digits[0] = '#';
  char *end = std::to_chars(digits + 1, digits + sizeof digits - 1, time).ptr;
  *end++ = '\n';
  buffer.append(digits, end);
}

void VcdWriter::writeCode(uint32_t id) {
  do {
    buffer += char('!' + id % 94);
    id /= 94;
  } while (id--);
}

void VcdWriter::writeVector(value::LogicRef v) {
  uint32_t top = v.width - 1;
  Bit lead = v.bit(top);
  if (lead != Bit::one) {
    while (top && v.bit(top - 1) == lead)
      --top;
    if (lead == Bit::zero && top && v.bit(top - 1) == Bit::one)
      --top;
  }
  size_t at = buffer.size();
  buffer.resize(at + top + 3);
  char *out = buffer.data() + at;
  *out++ = 'b';
  for (uint32_t i = top + 1; i-- > 0;)
    *out++ = value::bitLetter(v.bit(i));
  *out = ' ';
}

static void appendEscaped(std::string &out, std::string_view text) {
  for (char c : text) {
    auto byte = uint8_t(c);
    if (byte > ' ' && byte < 127 && c != '\\') {
      out += c;
      continue;
    }
    const char escape[] = {'\\', char('0' + (byte >> 6)), char('0' + ((byte >> 3) & 7)),
                           char('0' + (byte & 7))};
    out.append(escape, sizeof escape);
  }
}

void VcdWriter::writeValue(uint32_t id) {
  const VariableTable::Row &row = table.rows[id];
  switch (row.kind) {
  case VariableKind::Logic:
  case VariableKind::Bits:
    if (row.width == 1)
      buffer += value::bitLetter(table.logic(id).bit(0));
    else
      writeVector(table.logic(id));
    break;
  case VariableKind::Real: {
    char text[40];
    buffer.append(text, size_t(std::snprintf(text, sizeof text, "r%.16g ", table.real(id))));
    break;
  }
  case VariableKind::String:
    buffer += 's';
    appendEscaped(buffer, table.text(id));
    buffer += ' ';
    break;
  case VariableKind::Event:
    buffer += '1';
    break;
  }
  writeCode(id);
  buffer += '\n';
}

void VcdWriter::writeUnknown(uint32_t id) {
  const VariableTable::Row &row = table.rows[id];
  if (row.kind == VariableKind::Event || row.kind == VariableKind::String)
    return;
  buffer.append(row.kind == VariableKind::Real ? "rNaN " : row.width == 1 ? "x" : "bx ");
  writeCode(id);
  buffer += '\n';
}

void VcdWriter::writeBlock(DumpBlock block, uint64_t time) {
  static constexpr const char *keywords[] = {"$dumpvars\n", "$dumpall\n", "$dumpon\n",
                                             "$dumpoff\n"};
  writeTime(time);
  buffer.append(keywords[unsigned(block)]);
  for (uint32_t id = 0; id != table.rows.size(); ++id) {
    if (block == DumpBlock::Dumpoff)
      writeUnknown(id);
    else if (table.rows[id].kind != VariableKind::Event)
      writeValue(id);
    if (buffer.size() >= Capacity)
      drain();
  }
  buffer.append("$end\n");
}

void VcdWriter::writeChanges(uint64_t time, std::span<const uint32_t> ids) {
  writeTime(time);
  for (uint32_t id : ids)
    writeValue(id);
  if (buffer.size() >= Capacity)
    drain();
}

} // namespace circtsim::waves
