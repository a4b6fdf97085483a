//===- LibraryMap.h - which library a source file belongs to ----*- C++ -*-===//
//
// IEEE 1800-2023 33.3. A library map file holds `library name file, ... [-incdir dir, ...];`,
// `include file;` and configurations. Files are named with `?` (one character), `*` (any
// characters) and `...` (any folders); a folder stands for all files in it. What is relative
// starts from the folder of the map.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_SYNTAX_LIBRARYMAP_H
#define CIRCTSIM_SYNTAX_LIBRARYMAP_H

#include "Support/Diagnostic.h"

#include <string>
#include <vector>

namespace circtsim::syntax {

class LibraryMap {
public:
  /// Reads a map and those that it includes. The configurations in them, if any, are
  /// appended to `configurations` as files with nothing else in them.
  void read(support::FileId file, support::SourceManager &sources,
            support::DiagnosticEngine &diagnostics, std::vector<support::FileId> &configurations);

  /// The library of a source file: that which names it; else the one with a pattern for its
  /// name; else the one with its folder (33.3.1.1). Empty: no map places it. Reports files of
  /// two libraries at `loc`.
  llvm::StringRef libraryOf(llvm::StringRef path, support::SourceLoc loc,
                            support::DiagnosticEngine &diagnostics) const;
  /// The libraries in the order in which cells are sought in them without a
  /// configuration (33.6.1).
  const std::vector<std::string> &libraries() const { return order; }
  const std::vector<std::string> &includeDirectories() const { return includes; }

private:
  friend class LibraryMapReader;
  enum class Precision : uint8_t { File, Pattern, Folder };
  struct Entry {
    std::string library;
    std::string pattern; ///< absolute, '/' between parts
    Precision precision;
  };
  std::vector<Entry> entries;
  std::vector<std::string> order, includes;
};

} // namespace circtsim::syntax
#endif // CIRCTSIM_SYNTAX_LIBRARYMAP_H
