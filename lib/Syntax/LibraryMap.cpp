//===- LibraryMap.cpp - which library a source file belongs to ------------===//
//
// IEEE 1800-2023 33.3. File names are no tokens of the language (`lib/*.v` would open a
// comment), so maps have a small reader of their own. A configuration in a map is left to
// the parser: the map's text with all else blanked, so that places stay right, becomes a
// source file.
//
//===----------------------------------------------------------------------===//
#include "Syntax/LibraryMap.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace circtsim::support;

namespace path = llvm::sys::path;

namespace circtsim::syntax {

static constexpr unsigned MaxDepth = 64;

/// Absolute, without `.` and `..`.
static std::string absolutePath(llvm::StringRef folder, llvm::StringRef name) {
  llvm::SmallString<256> result;
  if (!path::is_absolute(name))
    result = folder;
  path::append(result, name);
  llvm::sys::fs::make_absolute(result);
  path::remove_dots(result, /*remove_dot_dot=*/true);
  return result.str().str();
}

//===-- Patterns ------------------------------------------------------------------------===//

/// One part of a path against one of a pattern.
static bool matchesPart(llvm::StringRef pattern, llvm::StringRef name) {
  size_t star = llvm::StringRef::npos, resume = 0, p = 0, n = 0;
  while (n < name.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      resume = n;
    } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == name[n])) {
      ++p, ++n;
    } else if (star != llvm::StringRef::npos) {
      p = star + 1;
      n = ++resume;
    } else {
      return false;
    }
  }
  return pattern.drop_front(p).find_first_not_of('*') == llvm::StringRef::npos;
}

using Parts = llvm::ArrayRef<llvm::StringRef>;

static bool matchesParts(Parts pattern, Parts name) {
  if (pattern.empty())
    return name.empty();
  if (pattern.front() == "...") {
    for (size_t skipped = 0; skipped <= name.size(); ++skipped)
      if (matchesParts(pattern.drop_front(), name.drop_front(skipped)))
        return true;
    return false;
  }
  return !name.empty() && matchesPart(pattern.front(), name.front()) &&
         matchesParts(pattern.drop_front(), name.drop_front());
}

static bool matchesPath(llvm::StringRef pattern, llvm::StringRef name) {
  llvm::SmallVector<llvm::StringRef, 16> patternParts, nameParts;
  pattern.split(patternParts, '/', -1, /*KeepEmpty=*/false);
  name.split(nameParts, '/', -1, /*KeepEmpty=*/false);
  return matchesParts(patternParts, nameParts);
}

llvm::StringRef LibraryMap::libraryOf(llvm::StringRef name, SourceLoc loc,
                                      DiagnosticEngine &diagnostics) const {
  std::string absolute = absolutePath("", name);
  const Entry *best = nullptr;
  for (const Entry &entry : entries) {
    if (best && best->precision < entry.precision)
      continue;
    if (!matchesPath(entry.pattern, absolute))
      continue;
    if (best && best->precision == entry.precision && best->library != entry.library)
      diagnostics.diag(loc, diag::FileInTwoLibraries) << name << best->library << entry.library;
    if (!best || entry.precision < best->precision)
      best = &entry;
  }
  return best ? llvm::StringRef(best->library) : llvm::StringRef();
}

//===-- Reader ---------------------------------------------------------------------------===//

class LibraryMapReader {
public:
  LibraryMapReader(LibraryMap &map, FileId file, SourceManager &sources,
                   DiagnosticEngine &diagnostics, std::vector<FileId> &configurations,
                   unsigned depth)
      : map(map), sources(sources), diagnostics(diagnostics), configurations(configurations),
        start(sources.startOf(file)), text(sources.bufferOf(file)),
        folder(path::parent_path(sources.nameOf(file))), name(sources.nameOf(file)),
        depth(depth) {}

  void run();

private:
  SourceLoc here() const { return start.advanced(uint32_t(at)); }
  void skipBlanks();
  llvm::StringRef word();
  bool files(llvm::SmallVectorImpl<llvm::StringRef> &result);
  bool fail(llvm::StringRef expected);
  bool library();
  bool include();
  void configuration(size_t begin);
  void add(llvm::StringRef library, llvm::StringRef file);

  LibraryMap &map;
  SourceManager &sources;
  DiagnosticEngine &diagnostics;
  std::vector<FileId> &configurations;
  SourceLoc start;
  llvm::StringRef text, folder, name;
  unsigned depth;
  size_t at = 0;
  std::string kept; ///< `text` with all but configurations blank
};

void LibraryMapReader::skipBlanks() {
  while (at < text.size()) {
    llvm::StringRef rest = text.drop_front(at);
    if (llvm::isSpace(rest.front()))
      ++at;
    else if (rest.starts_with("//"))
      at = std::min(text.find('\n', at), text.size());
    else if (rest.starts_with("/*"))
      at = std::min(text.find("*/", at + 2), text.size() - 2) + 2;
    else
      return;
  }
}

/// The next name, quoted or up to a blank, ',' or ';'. Empty: there is none.
llvm::StringRef LibraryMapReader::word() {
  skipBlanks();
  size_t begin = at;
  if (text.drop_front(at).starts_with("\"")) {
    size_t end = std::min(text.find_first_of("\"\n", at + 1), text.size());
    at = std::min(end + 1, text.size());
    return text.slice(begin + 1, end);
  }
  at = std::min(text.find_first_of(" \t\r\n\f\v,;", at), text.size());
  return text.slice(begin, at);
}

bool LibraryMapReader::fail(llvm::StringRef expected) {
  diagnostics.diag(here(), diag::LibraryMapSyntax) << expected;
  return false;
}

/// `name, name ...`
bool LibraryMapReader::files(llvm::SmallVectorImpl<llvm::StringRef> &result) {
  do {
    llvm::StringRef file = word();
    if (file.empty())
      return fail("the name of a file");
    result.push_back(file);
    skipBlanks();
  } while (text.drop_front(at).starts_with(",") && ++at);
  return true;
}

void LibraryMapReader::add(llvm::StringRef library, llvm::StringRef file) {
  std::string pattern = absolutePath(folder, file);
  bool isFolder = file.ends_with("/");
  bool isPattern = file.contains('*') || file.contains('?') || file.contains("...");
  if (isFolder)
    pattern += "/*";
  map.entries.push_back({library.str(), pattern,
                         isFolder    ? LibraryMap::Precision::Folder
                         : isPattern ? LibraryMap::Precision::Pattern
                                     : LibraryMap::Precision::File});
}

bool LibraryMapReader::library() {
  llvm::StringRef library = word();
  if (library.empty())
    return fail("the name of a library");
  llvm::SmallVector<llvm::StringRef, 4> names;
  if (!files(names))
    return false;
  for (llvm::StringRef file : names)
    add(library, file);
  if (!llvm::is_contained(map.order, library))
    map.order.push_back(library.str());
  if (text.drop_front(at).consume_front("-incdir")) {
    at += llvm::StringRef("-incdir").size();
    names.clear();
    if (!files(names))
      return false;
    for (llvm::StringRef directory : names)
      map.includes.push_back(absolutePath(folder, directory));
  }
  return true;
}

bool LibraryMapReader::include() {
  skipBlanks();
  SourceLoc loc = here();
  llvm::StringRef file = word();
  if (file.empty())
    return fail("the name of a file");
  if (depth == MaxDepth) {
    diagnostics.diag(loc, diag::IncludeTooDeep) << MaxDepth;
    return false;
  }
  std::string path = absolutePath(folder, file);
  llvm::Expected<FileId> opened = sources.openFile(path, loc);
  if (!opened) {
    diagnostics.diag(loc, diag::CannotOpenSource) << file << llvm::toString(opened.takeError());
    return true;
  }
  LibraryMapReader(map, *opened, sources, diagnostics, configurations, depth + 1).run();
  return true;
}

/// Keeps what is from `begin` to the end of the configuration.
void LibraryMapReader::configuration(size_t begin) {
  if (kept.empty())
    for (char c : text)
      kept += c == '\n' ? '\n' : ' ';
  do {
    llvm::StringRef next = word();
    if (next.empty() && at < text.size())
      ++at; // a ',' or ';'
    if (next == "endconfig")
      break;
  } while (at < text.size());
  size_t end = at;
  skipBlanks();
  if (text.drop_front(at).starts_with(":")) { // its name once more
    at = std::min(text.find_first_not_of(": \t\r\n", at), text.size());
    (void)word();
    end = at;
  }
  kept.replace(begin, end - begin, text.slice(begin, end).str());
}

void LibraryMapReader::run() {
  for (skipBlanks(); at < text.size(); skipBlanks()) {
    size_t begin = at;
    if (text[at] == ';') {
      ++at;
      continue;
    }
    llvm::StringRef keyword = word();
    bool isGood = true;
    if (keyword == "config") {
      configuration(begin);
      continue;
    }
    if (keyword == "library") {
      isGood = library();
    } else if (keyword == "include") {
      isGood = include();
    } else {
      at = begin;
      isGood = fail("'library', 'include' or 'config'");
    }
    skipBlanks();
    if (isGood && !text.drop_front(at).starts_with(";"))
      fail("';'");
    at = std::min(text.find(';', at), text.size());
  }
  if (!kept.empty())
    configurations.push_back(sources.addBuffer(name, kept));
}

void LibraryMap::read(FileId file, SourceManager &sources, DiagnosticEngine &diagnostics,
                      std::vector<FileId> &configurations) {
  LibraryMapReader(*this, file, sources, diagnostics, configurations, 0).run();
}

} // namespace circtsim::syntax
