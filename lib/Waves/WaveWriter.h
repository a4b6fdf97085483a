//===- WaveWriter.h - interface of wave formats -----------------*- C++ -*-===//
//
// A dump (Waves/Dump.h) decides what is traced and when; a writer turns that into
// a file. Calls come in the order: begin; scopes with their declarations;
// endDeclarations; then blocks and changes with times that never decrease; close.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_WAVES_WAVEWRITER_H
#define CIRCTSIM_WAVES_WAVEWRITER_H

#include "Model/DesignImage.h"
#include "Value/Planes.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace circtsim::waves {

enum class VariableKind : uint8_t { Logic, Bits, Real, String, Event };

/// The traced variables of a dump with the values last seen. A variable is a
/// scalar, vector, real, string or event: parts of unpacked objects are variables
/// of their own. Its number is its row.
class VariableTable {
public:
  struct Row {
    const uint8_t *address = nullptr; ///< a-plane
    model::SignalId signal = model::NoSignal;
    uint32_t offset = 0; ///< bytes from the start of the signal's object
    uint32_t width = 0;  ///< bits; 64 for reals
    uint32_t value = 0;  ///< first word in `words` (a then b), or index into `texts`
    VariableKind kind = VariableKind::Logic;
  };

  value::LogicRef logic(uint32_t id) const {
    const Row &row = rows[id];
    const uint64_t *a = words.data() + row.value;
    return {a, row.kind == VariableKind::Logic ? a + value::wordsFor(row.width) : nullptr,
            row.width};
  }
  double real(uint32_t id) const { return std::bit_cast<double>(words[rows[id].value]); }
  std::string_view text(uint32_t id) const { return texts[rows[id].value]; }

  std::vector<Row> rows;
  std::vector<uint64_t> words;
  std::vector<std::string> texts;
};

/// A name for a variable; several names may denote one variable.
struct Declaration {
  uint32_t id = 0;
  std::string_view type; ///< keyword of IEEE 1800-2023 21.7.2.1: wire, reg, integer ...
  std::string_view name; ///< with indices and members: m[3], s.f
  int32_t left = 0, right = 0;
  bool hasRange = false;
};

/// The sections of 21.7.2 that show all variables at once.
enum class DumpBlock : uint8_t { Dumpvars, Dumpall, Dumpon, Dumpoff };

class WaveWriter {
public:
  explicit WaveWriter(const VariableTable &table) : table(table) {}
  virtual ~WaveWriter();
  WaveWriter(const WaveWriter &) = delete;
  WaveWriter &operator=(const WaveWriter &) = delete;

  /// `precision`: power of ten of a second of one tick.
  virtual void begin(int precision) = 0;
  virtual void enterScope(std::string_view name, model::ScopeKind kind) = 0;
  virtual void leaveScope() = 0;
  virtual void declare(const Declaration &declaration) = 0;
  virtual void endDeclarations() = 0;
  /// All variables at once; Dumpoff shows them as unknown.
  virtual void writeBlock(DumpBlock block, uint64_t time) = 0;
  /// The variables that changed, with the values in the table.
  virtual void writeChanges(uint64_t time, std::span<const uint32_t> ids) = 0;
  virtual void comment(std::string_view text) = 0;
  /// Puts everything into the file.
  virtual void flush() = 0;
  /// The end of the run at `time`; nothing is written afterwards.
  virtual void close(uint64_t time) = 0;
  /// Size of the file so far.
  virtual uint64_t bytesWritten() const = 0;

protected:
  const VariableTable &table;
};

} // namespace circtsim::waves

#endif
