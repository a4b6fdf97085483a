//===- VcdWriter.h - value change dump files --------------------*- C++ -*-===//
#ifndef CIRCTSIM_WAVES_VCDWRITER_H
#define CIRCTSIM_WAVES_VCDWRITER_H

#include "Waves/WaveWriter.h"

#include <cstdio>
#include <memory>

namespace circtsim::waves {

/// Four-state VCD (IEEE 1800-2023 21.7.2). Strings are written as `s<text> <code>`
/// with escapes, as GTKWave reads them.
class VcdWriter final : public WaveWriter {
public:
  /// Creates the file; null and `error` set if that fails. `date` is the text of
  /// the $date section; empty: a fixed text, so that equal runs give equal files.
  static std::unique_ptr<VcdWriter> create(const std::string &path, const VariableTable &table,
                                           std::string_view date, std::string &error);
  ~VcdWriter() override;

  void begin(int precision) override;
  void enterScope(std::string_view name, model::ScopeKind kind) override;
  void leaveScope() override;
  void declare(const Declaration &declaration) override;
  void endDeclarations() override;
  void writeBlock(DumpBlock block, uint64_t time) override;
  void writeChanges(uint64_t time, std::span<const uint32_t> ids) override;
  void comment(std::string_view text) override;
  void flush() override;
  void close(uint64_t time) override;
  uint64_t bytesWritten() const override { return written + buffer.size(); }

private:
  VcdWriter(std::FILE *file, const VariableTable &table, std::string_view date);
  void writeTime(uint64_t time);
  void writeValue(uint32_t id);
  void writeVector(value::LogicRef v);
  void writeUnknown(uint32_t id);
  void writeCode(uint32_t id);
  void drain();

  static constexpr size_t Capacity = 1 << 20;
  std::FILE *file;
  std::string date;
  std::string buffer;
  uint64_t written = 0;
  uint64_t lastTime = ~uint64_t(0);
};

} // namespace circtsim::waves

#endif
