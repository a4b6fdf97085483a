// Source text and source locations: who owns the buffers, and what a 32-bit
// location means.
#ifndef CIRCTSIM_SUPPORT_SOURCEMANAGER_H
#define CIRCTSIM_SUPPORT_SOURCEMANAGER_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Allocator.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBuffer.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace circtsim::support {

/// A position in the sources of one run: a 32-bit offset into the address
/// space that SourceManager hands out to files and macro expansions. 0 means
/// "no position". Locations compare in the order in which they were created.
class SourceLoc {
public:
  constexpr SourceLoc() = default;
  static constexpr SourceLoc fromRaw(uint32_t raw) {
    SourceLoc loc;
    loc.offset = raw;
    return loc;
  }

  constexpr bool isValid() const { return offset != 0; }
  explicit constexpr operator bool() const { return isValid(); }
  constexpr uint32_t raw() const { return offset; }
  /// The position `bytes` further in the same file or expansion.
  constexpr SourceLoc advanced(uint32_t bytes) const { return fromRaw(offset + bytes); }

  friend constexpr bool operator==(SourceLoc, SourceLoc) = default;
  friend constexpr auto operator<=>(SourceLoc, SourceLoc) = default;

private:
  uint32_t offset = 0;
};

/// A run of tokens: the position of the first token and the position of the
/// *start of the last token* (as in Clang), not one past the end.
struct SourceRange {
  SourceLoc begin;
  SourceLoc end;

  constexpr SourceRange() = default;
  constexpr SourceRange(SourceLoc loc) : begin(loc), end(loc) {}
  constexpr SourceRange(SourceLoc begin, SourceLoc end) : begin(begin), end(end) {}
  constexpr bool isValid() const { return begin.isValid(); }
  friend constexpr bool operator==(SourceRange, SourceRange) = default;
};

/// One *inclusion* of a file (or a virtual file); two inclusions of the same
/// file have two ids and share one buffer. Index 0 is invalid.
class FileId {
public:
  constexpr FileId() = default;
  explicit constexpr FileId(uint32_t index) : index(index) {}
  constexpr bool isValid() const { return index != 0; }
  constexpr uint32_t raw() const { return index; }
  friend constexpr bool operator==(FileId, FileId) = default;

private:
  uint32_t index = 0;
};

/// What a user is told about a position, after `line directives (LRM 22.12).
/// Lines and columns count from 1; a column is a byte position in its line.
struct PresumedLoc {
  llvm::StringRef file;
  uint32_t line = 0;
  uint32_t column = 0;
  bool isValid() const { return line != 0; }
};

/// Owns every source buffer and maps SourceLoc to text, files, lines and macro
/// expansions. Queries fill caches, so an object belongs to one thread.
class SourceManager {
public:
  SourceManager();
  ~SourceManager();
  SourceManager(const SourceManager &) = delete;
  SourceManager &operator=(const SourceManager &) = delete;

  // --- Files -------------------------------------------------------------
  /// Opens `path` ("-": standard input), or the virtual file of that name.
  /// `includedFrom` is the position of the `include. Fails when the file is not readable, is a
  /// directory, is larger than 2 GB, or would take the address space over 4 GB.
  llvm::Expected<FileId> openFile(llvm::StringRef path, SourceLoc includedFrom = {});
  /// Adds a buffer under the given name without looking at the file system.
  /// Returns an invalid id when the address space is exhausted.
  FileId addBuffer(llvm::StringRef name, llvm::StringRef contents, SourceLoc includedFrom = {});
  /// Makes `path` openable by openFile() with these contents.
  void addVirtualFile(llvm::StringRef path, llvm::StringRef contents);
  /// True when openFile(path) would find a regular file. Cached.
  bool fileExists(llvm::StringRef path);

  /// The whole text; a NUL byte follows the last character.
  llvm::StringRef bufferOf(FileId file) const;
  /// The name the file was opened with.
  llvm::StringRef nameOf(FileId file) const;
  SourceLoc startOf(FileId file) const;
  SourceLoc endOf(FileId file) const;
  /// Where the file was included; invalid for a file of the command line.
  SourceLoc includeLocOf(FileId file) const;
  /// The names of all files opened so far, in order and without repetitions.
  std::vector<llvm::StringRef> openedFiles() const;

  // --- Macro expansions ---------------------------------------------------
  /// Reserves `length` + 1 positions that stand for the text at `spelling`
  /// (contiguous there), seen at [expansionBegin, expansionEnd]. With
  /// `isArgument`, the text is an actual argument, and expansionBegin is the
  /// formal argument's position in the expansion of the macro's body. Returns an invalid location
  /// when the address space is exhausted.
  SourceLoc addExpansion(SourceLoc spelling, SourceLoc expansionBegin, SourceLoc expansionEnd,
                         uint32_t length, bool isArgument);
  bool isMacroLoc(SourceLoc loc) const;
  bool isMacroArgument(SourceLoc loc) const;
  /// One step towards the text: where the token was written (the macro's body, or the argument at
  /// the call). A file location is its own spelling.
  SourceLoc immediateSpelling(SourceLoc loc) const;
  /// One step out: the macro call that produced this token. For an argument:
  /// the formal's position in the body.
  SourceRange immediateExpansion(SourceLoc loc) const;
  /// The file position at which the token's characters were written.
  SourceLoc spellingLoc(SourceLoc loc) const;
  /// The file position of the outermost macro call; `loc` itself in a file.
  SourceLoc expansionLoc(SourceLoc loc) const;
  /// As expansionLoc, with the last token of the outermost call.
  SourceRange expansionRange(SourceRange range) const;
  /// The file position a user would point at: the argument's own text if the
  /// token came in through an argument, else the macro call.
  SourceLoc fileLoc(SourceLoc loc) const;
  /// The name (no backtick) of the macro whose body produced `loc`; empty in a file.
  llvm::StringRef macroNameAt(SourceLoc loc) const;
  /// The address range [first, last] of the file or expansion that holds loc.
  std::pair<SourceLoc, SourceLoc> entryRange(SourceLoc loc) const;

  // --- Text and lines -----------------------------------------------------
  /// The file inclusion that holds the outermost call (expansionLoc) of loc.
  FileId fileOf(SourceLoc loc) const;
  /// Pointer to the characters at the spelling of loc; null if invalid.
  const char *charactersAt(SourceLoc loc) const;
  /// Byte offset of expansionLoc(loc) in its file.
  uint32_t fileOffset(SourceLoc loc) const;
  /// Physical line and column (from 1) of expansionLoc(loc).
  uint32_t lineOf(SourceLoc loc) const;
  uint32_t columnOf(SourceLoc loc) const;
  /// The text of a physical line (from 1) without its line end.
  llvm::StringRef lineText(FileId file, uint32_t line) const;
  /// File name, line and column after `line directives, at expansionLoc(loc).
  PresumedLoc presumedLoc(SourceLoc loc) const;
  /// Records a `line directive: the physical line after the one holding `loc`
  /// is called `line` of `file` from here on.
  void addLineDirective(SourceLoc loc, uint32_t line, llvm::StringRef file);

private:
  struct Buffer;
  struct Entry;
  struct LineDirective;

  llvm::Expected<Buffer *> loadBuffer(llvm::StringRef path);
  Buffer *addOwnedBuffer(llvm::StringRef name, std::unique_ptr<llvm::MemoryBuffer> text);
  uint32_t addEntry(const Entry &entry, uint64_t length);
  FileId addFileEntry(Buffer *buffer, SourceLoc includedFrom);
  uint32_t entryIndex(SourceLoc loc) const;
  const Entry &entryOf(SourceLoc loc) const;

  std::vector<std::unique_ptr<Buffer>> buffers;
  llvm::StringMap<Buffer *> bufferByPath;
  llvm::StringMap<bool> existence;
  /// Start addresses of all entries, ascending, and the entries beside them.
  std::vector<uint32_t> starts;
  std::vector<Entry> entries;
  /// All `line directives, by ascending location.
  std::vector<LineDirective> lineDirectives;
  llvm::BumpPtrAllocator strings;
  /// The first address not handed out yet.
  uint64_t nextOffset = 1;
  mutable uint32_t lastEntry = 0;
};

} // namespace circtsim::support

#endif // CIRCTSIM_SUPPORT_SOURCEMANAGER_H
