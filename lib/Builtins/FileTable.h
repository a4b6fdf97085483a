//===- FileTable.h - files opened by the simulated program ------*- C++ -*-===//
#ifndef CIRCTSIM_BUILTINS_FILETABLE_H
#define CIRCTSIM_BUILTINS_FILETABLE_H

#include "Runtime/Output.h"

#include <cstdio>
#include <string>
#include <vector>

namespace circtsim::builtins {

/// IEEE 1800-2023 21.3.1: multichannel descriptors have one bit per file (bit 0:
/// standard output), file descriptors have bit 31 set and number a single file (0
/// to 2: standard input, output, error).
class FileTable {
public:
  static constexpr uint32_t FileFlag = uint32_t(1) << 31;

  explicit FileTable(runtime::Output &output);
  ~FileTable();
  FileTable(const FileTable &) = delete;
  FileTable &operator=(const FileTable &) = delete;

  /// Whether `mode` is one of 21.3.1, Table 21-7.
  static bool isMode(std::string_view mode);
  /// 0 on failure, see openError.
  uint32_t openChannel(const std::string &path);
  uint32_t openFile(const std::string &path, const std::string &mode);
  /// Forget the descriptor; false if it names no open file.
  bool close(uint32_t descriptor);

  /// Writes to every file the descriptor names; false if one of them is not open
  /// for writing.
  bool write(uint32_t descriptor, std::string_view text);
  /// The stream of a file descriptor, ready to be read or repositioned; null if it
  /// names no open file.
  std::FILE *stream(uint32_t descriptor);
  bool flush(uint32_t descriptor);
  void flushAll();

  /// The error of the last operation on a file (errno, 0: none). Descriptor 0 asks
  /// for the last failure to open.
  int error(uint32_t descriptor) const;
  void setError(uint32_t descriptor, int error);

private:
  struct File {
    std::FILE *stream = nullptr;
    int error = 0;
    bool isWriting = false; ///< the last operation was a write
  };
  File *find(uint32_t descriptor);
  bool writeFile(File &file, std::string_view text);

  static constexpr uint32_t StandardFiles = 3;
  runtime::Output &output;
  std::vector<File> files; ///< by number; the standard ones first
  File channels[31];       ///< by bit; bit 0 is standard output
  int openError = 0;
};

} // namespace circtsim::builtins

#endif
