// Source buffers and the address space of source locations.
//
// Every inclusion of a file and every macro expansion is an *entry*: a start
// address and a length. Entries are handed out in ascending order and never
// removed, so the entry of a location is found by binary search over the start
// addresses, with the last answer as a cache. An entry of a file points to its buffer, which all
// inclusions of the file share; an entry of an expansion holds the location where its text is
// spelled and the range it was expanded at, both of which may lie in other expansions.
//
// Invariants: entry 0 is a dummy, so that FileId 0 and location 0 are invalid; an entry spans
// one position more than its text, so that the end of a file has a location; addresses stay
// below 2^32 (exhaustion is reported by an invalid result, not by wrapping).
//
// Line tables are built per buffer on the first question. `line directives (LRM 22.12) form one
// table sorted by location.
#include "Support/SourceManager.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/StringSaver.h"

#include <algorithm>
#include <cstring>

using namespace circtsim::support;
using llvm::StringRef;

namespace {

constexpr uint64_t addressLimit = uint64_t(1) << 32;
constexpr uint64_t fileSizeLimit = uint64_t(1) << 31;

llvm::Error makeError(std::errc code, const llvm::Twine &message) {
  return llvm::createStringError(std::make_error_code(code), message);
}

bool isIdentifierCharacter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '$';
}

} // namespace

/// A text with its lazily built line table.
struct SourceManager::Buffer {
  std::string name;
  std::unique_ptr<llvm::MemoryBuffer> text;
  bool opened = false;
  std::vector<uint32_t> lineStarts;
  uint32_t lastLine = 0;

  void buildLineTable() {
    const char *begin = text->getBufferStart();
    const char *end = text->getBufferEnd();
    lineStarts.reserve(text->getBufferSize() / 32 + 1);
    lineStarts.push_back(0);
    for (const char *p = begin; (p = static_cast<const char *>(std::memchr(p, '\n', end - p)));)
      lineStarts.push_back(static_cast<uint32_t>(++p - begin));
  }

  /// The line (from 0) that holds a byte offset.
  uint32_t lineIndex(uint32_t offset) {
    if (lineStarts.empty())
      buildLineTable();
    for (uint32_t line = lastLine; line < lastLine + 2 && line < lineStarts.size(); ++line)
      if (lineStarts[line] <= offset &&
          (line + 1 == lineStarts.size() || offset < lineStarts[line + 1]))
        return lastLine = line;
    auto it = std::upper_bound(lineStarts.begin(), lineStarts.end(), offset);
    return lastLine = static_cast<uint32_t>(it - lineStarts.begin()) - 1;
  }
};

/// A file inclusion (buffer set; `origin` is the `include) or a macro
/// expansion (buffer null; `origin` is the spelling).
struct SourceManager::Entry {
  Buffer *buffer = nullptr;
  SourceLoc origin;
  SourceLoc expansionBegin;
  SourceLoc expansionEnd;
  bool isArgument = false;
};

struct SourceManager::LineDirective {
  SourceLoc loc;
  uint32_t physicalLine;
  uint32_t line;
  StringRef file;
};

SourceManager::SourceManager() {
  starts.push_back(0);
  entries.emplace_back();
}

SourceManager::~SourceManager() = default;

//===- Files --------------------------------------------------------------===//

SourceManager::Buffer *SourceManager::addOwnedBuffer(StringRef name,
                                                     std::unique_ptr<llvm::MemoryBuffer> text) {
  auto &buffer = buffers.emplace_back(std::make_unique<Buffer>());
  buffer->name = name.str();
  buffer->text = std::move(text);
  return buffer.get();
}

llvm::Expected<SourceManager::Buffer *> SourceManager::loadBuffer(StringRef path) {
  if (auto it = bufferByPath.find(path); it != bufferByPath.end())
    return it->second;
  std::unique_ptr<llvm::MemoryBuffer> text;
  if (path == "-") {
    auto input = llvm::MemoryBuffer::getSTDIN();
    if (!input)
      return llvm::errorCodeToError(input.getError());
    text = std::move(*input);
  } else {
    llvm::sys::fs::file_status status;
    if (std::error_code code = llvm::sys::fs::status(path, status))
      return llvm::errorCodeToError(code);
    if (llvm::sys::fs::is_directory(status))
      return makeError(std::errc::is_a_directory, "is a directory");
    if (status.getSize() >= fileSizeLimit)
      return makeError(std::errc::file_too_large, "source files of 2 GB and more are not accepted");
    auto input = llvm::MemoryBuffer::getFile(path);
    if (!input)
      return llvm::errorCodeToError(input.getError());
    text = std::move(*input);
  }
  if (text->getBufferSize() >= fileSizeLimit)
    return makeError(std::errc::file_too_large, "source files of 2 GB and more are not accepted");
  Buffer *buffer = addOwnedBuffer(path == "-" ? StringRef("<stdin>") : path, std::move(text));
  bufferByPath[path] = buffer;
  return buffer;
}

/// Returns the index of the new entry, 0 if it does not fit.
uint32_t SourceManager::addEntry(const Entry &entry, uint64_t length) {
  if (nextOffset + length + 1 >= addressLimit)
    return 0;
  starts.push_back(static_cast<uint32_t>(nextOffset));
  entries.push_back(entry);
  nextOffset += length + 1;
  return static_cast<uint32_t>(entries.size()) - 1;
}

FileId SourceManager::addFileEntry(Buffer *buffer, SourceLoc includedFrom) {
  buffer->opened = true;
  return FileId(addEntry({buffer, includedFrom, {}, {}, false}, buffer->text->getBufferSize()));
}

llvm::Expected<FileId> SourceManager::openFile(StringRef path, SourceLoc includedFrom) {
  llvm::Expected<Buffer *> buffer = loadBuffer(path);
  if (!buffer)
    return buffer.takeError();
  FileId file = addFileEntry(*buffer, includedFrom);
  if (!file.isValid())
    return makeError(std::errc::file_too_large,
                     "all sources and macro expansions together exceed 4 GB");
  return file;
}

FileId SourceManager::addBuffer(StringRef name, StringRef contents, SourceLoc includedFrom) {
  Buffer *buffer = addOwnedBuffer(name, llvm::MemoryBuffer::getMemBufferCopy(contents, name));
  return addFileEntry(buffer, includedFrom);
}

void SourceManager::addVirtualFile(StringRef path, StringRef contents) {
  bufferByPath[path] = addOwnedBuffer(path, llvm::MemoryBuffer::getMemBufferCopy(contents, path));
}

bool SourceManager::fileExists(StringRef path) {
  if (bufferByPath.count(path))
    return true;
  auto [it, isNew] = existence.try_emplace(path, false);
  if (isNew)
    it->second = llvm::sys::fs::exists(path) && !llvm::sys::fs::is_directory(path);
  return it->second;
}

StringRef SourceManager::bufferOf(FileId file) const {
  return entries[file.raw()].buffer->text->getBuffer();
}

StringRef SourceManager::nameOf(FileId file) const { return entries[file.raw()].buffer->name; }

SourceLoc SourceManager::startOf(FileId file) const {
  return SourceLoc::fromRaw(starts[file.raw()]);
}

SourceLoc SourceManager::endOf(FileId file) const {
  return startOf(file).advanced(static_cast<uint32_t>(bufferOf(file).size()));
}

SourceLoc SourceManager::includeLocOf(FileId file) const { return entries[file.raw()].origin; }

std::vector<StringRef> SourceManager::openedFiles() const {
  std::vector<StringRef> names;
  for (const auto &buffer : buffers)
    if (buffer->opened)
      names.push_back(buffer->name);
  return names;
}

//===- Macro expansions ---------------------------------------------------===//

SourceLoc SourceManager::addExpansion(SourceLoc spelling, SourceLoc expansionBegin,
                                      SourceLoc expansionEnd, uint32_t length, bool isArgument) {
  uint32_t index = addEntry({nullptr, spelling, expansionBegin, expansionEnd, isArgument}, length);
  return index ? SourceLoc::fromRaw(starts[index]) : SourceLoc();
}

uint32_t SourceManager::entryIndex(SourceLoc loc) const {
  uint32_t raw = loc.raw();
  if (starts[lastEntry] <= raw && (lastEntry + 1 == starts.size() || raw < starts[lastEntry + 1]))
    return lastEntry;
  auto it = std::upper_bound(starts.begin(), starts.end(), raw);
  return lastEntry = static_cast<uint32_t>(it - starts.begin()) - 1;
}

const SourceManager::Entry &SourceManager::entryOf(SourceLoc loc) const {
  return entries[entryIndex(loc)];
}

bool SourceManager::isMacroLoc(SourceLoc loc) const {
  return loc.isValid() && !entryOf(loc).buffer;
}

bool SourceManager::isMacroArgument(SourceLoc loc) const {
  return loc.isValid() && entryOf(loc).isArgument;
}

SourceLoc SourceManager::immediateSpelling(SourceLoc loc) const {
  if (!isMacroLoc(loc))
    return loc;
  uint32_t index = entryIndex(loc);
  return entries[index].origin.advanced(loc.raw() - starts[index]);
}

SourceRange SourceManager::immediateExpansion(SourceLoc loc) const {
  if (!isMacroLoc(loc))
    return SourceRange(loc);
  const Entry &entry = entryOf(loc);
  return {entry.expansionBegin, entry.expansionEnd};
}

SourceLoc SourceManager::spellingLoc(SourceLoc loc) const {
  while (isMacroLoc(loc))
    loc = immediateSpelling(loc);
  return loc;
}

SourceLoc SourceManager::expansionLoc(SourceLoc loc) const {
  while (isMacroLoc(loc))
    loc = entryOf(loc).expansionBegin;
  return loc;
}

SourceRange SourceManager::expansionRange(SourceRange range) const {
  SourceLoc end = range.end;
  while (isMacroLoc(end))
    end = entryOf(end).expansionEnd;
  return {expansionLoc(range.begin), end};
}

SourceLoc SourceManager::fileLoc(SourceLoc loc) const {
  while (isMacroLoc(loc))
    loc = isMacroArgument(loc) ? immediateSpelling(loc) : entryOf(loc).expansionBegin;
  return loc;
}

StringRef SourceManager::macroNameAt(SourceLoc loc) const {
  while (isMacroArgument(loc))
    loc = entryOf(loc).expansionBegin;
  if (!isMacroLoc(loc))
    return {};
  const char *p = charactersAt(entryOf(loc).expansionBegin);
  if (!p)
    return {};
  if (*p == '`')
    ++p;
  const char *end = p;
  while (isIdentifierCharacter(*end))
    ++end;
  return StringRef(p, end - p);
}

std::pair<SourceLoc, SourceLoc> SourceManager::entryRange(SourceLoc loc) const {
  uint32_t index = entryIndex(loc);
  uint32_t last =
      index + 1 < starts.size() ? starts[index + 1] - 1 : static_cast<uint32_t>(nextOffset - 1);
  return {SourceLoc::fromRaw(starts[index]), SourceLoc::fromRaw(last)};
}

//===- Text and lines -----------------------------------------------------===//

FileId SourceManager::fileOf(SourceLoc loc) const {
  return loc.isValid() ? FileId(entryIndex(expansionLoc(loc))) : FileId();
}

const char *SourceManager::charactersAt(SourceLoc loc) const {
  loc = spellingLoc(loc);
  if (!loc.isValid())
    return nullptr;
  uint32_t index = entryIndex(loc);
  return entries[index].buffer->text->getBufferStart() + (loc.raw() - starts[index]);
}

uint32_t SourceManager::fileOffset(SourceLoc loc) const {
  loc = expansionLoc(loc);
  return loc.isValid() ? loc.raw() - starts[entryIndex(loc)] : 0;
}

uint32_t SourceManager::lineOf(SourceLoc loc) const {
  loc = expansionLoc(loc);
  if (!loc.isValid())
    return 0;
  uint32_t index = entryIndex(loc);
  return entries[index].buffer->lineIndex(loc.raw() - starts[index]) + 1;
}

uint32_t SourceManager::columnOf(SourceLoc loc) const {
  loc = expansionLoc(loc);
  if (!loc.isValid())
    return 0;
  uint32_t index = entryIndex(loc);
  uint32_t offset = loc.raw() - starts[index];
  Buffer &buffer = *entries[index].buffer;
  return offset - buffer.lineStarts[buffer.lineIndex(offset)] + 1;
}

StringRef SourceManager::lineText(FileId file, uint32_t line) const {
  Buffer &buffer = *entries[file.raw()].buffer;
  if (buffer.lineStarts.empty())
    buffer.buildLineTable();
  if (line == 0 || line > buffer.lineStarts.size())
    return {};
  StringRef rest = buffer.text->getBuffer().substr(buffer.lineStarts[line - 1]);
  StringRef text = rest.take_until([](char c) { return c == '\n'; });
  return text.ends_with("\r") ? text.drop_back() : text;
}

PresumedLoc SourceManager::presumedLoc(SourceLoc loc) const {
  loc = expansionLoc(loc);
  if (!loc.isValid())
    return {};
  uint32_t index = entryIndex(loc);
  PresumedLoc result{entries[index].buffer->name, lineOf(loc), columnOf(loc)};
  auto it = std::upper_bound(
      lineDirectives.begin(), lineDirectives.end(), loc,
      [](SourceLoc a, const LineDirective &directive) { return a < directive.loc; });
  if (it == lineDirectives.begin())
    return result;
  --it;
  if (it->loc.raw() < starts[index] || result.line <= it->physicalLine)
    return result;
  result.file = it->file;
  result.line = it->line + (result.line - it->physicalLine - 1);
  return result;
}

void SourceManager::addLineDirective(SourceLoc loc, uint32_t line, StringRef file) {
  loc = expansionLoc(loc);
  LineDirective directive{loc, lineOf(loc), line, llvm::StringSaver(strings).save(file)};
  auto it = std::upper_bound(lineDirectives.begin(), lineDirectives.end(), loc,
                             [](SourceLoc a, const LineDirective &other) { return a < other.loc; });
  lineDirectives.insert(it, directive);
}
