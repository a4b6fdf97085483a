// Text and JSON forms of diagnostics.
//
// A diagnostic inside macro expansions is shown at the file position a user would edit: the
// argument at the call, or the call. Then follows one note per macro level, outermost first, which
// points into the macro's body.
//
// The caret line must stay under its text although bytes, characters and
// columns differ: tabs advance to multiples of 8, UTF-8 sequences take their
// display width, invalid or unprintable bytes are shown as <XX>. The renderer computes the column
// of every byte once; carets and ranges are then placed by byte offset. A line wider than maxWidth
// is clipped around the caret.
#include "Support/DiagnosticPrinter.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Unicode.h"

#include <algorithm>
#include <optional>

using namespace circtsim;
using namespace circtsim::support;
using llvm::raw_ostream;
using llvm::StringRef;

namespace {

StringRef severityName(Severity severity) {
  switch (severity) {
  case Severity::Note:
    return "note";
  case Severity::Warning:
  case Severity::WarningOff:
    return "warning";
  case Severity::Fatal:
    return "fatal error";
  default:
    return "error";
  }
}

std::string optionText(const Diagnostic &diagnostic) {
  if (diagnostic.group.empty())
    return {};
  return (diagnostic.promoted ? "-Werror=" : "-W") + diagnostic.group.str();
}

bool isWordCharacter(char c) { return llvm::isAlnum(c) || c == '_' || c == '$'; }

/// Length in bytes of the token that starts `text`, roughly: words, strings
/// and numbers; one byte for operators.
size_t tokenLength(StringRef text) {
  if (text.empty())
    return 0;
  size_t start = StringRef("`$'\\").contains(text[0]) ? 1 : 0;
  if (text[0] == '"') {
    size_t close = text.find('"', 1);
    return close == StringRef::npos ? text.size() : close + 1;
  }
  StringRef word = text.drop_front(start).take_while(isWordCharacter);
  return std::max<size_t>(1, start + word.size());
}

/// A source line prepared for a terminal.
struct RenderedLine {
  std::string text;
  /// Column (from 0) of each byte of the line, and one past the end.
  std::vector<unsigned> columnOfByte;
};

/// Bytes of the well-formed UTF-8 sequence at the start of `text`; 0 if bad.
size_t sequenceLength(StringRef text) {
  unsigned length = llvm::getNumBytesForUTF8(static_cast<llvm::UTF8>(text[0]));
  if (length > text.size())
    return 0;
  auto *begin = reinterpret_cast<const llvm::UTF8 *>(text.data());
  return llvm::isLegalUTF8Sequence(begin, begin + length) ? length : 0;
}

RenderedLine renderLine(StringRef line) {
  RenderedLine result;
  unsigned column = 0;
  auto append = [&](StringRef shown, unsigned width, size_t bytes) {
    result.columnOfByte.insert(result.columnOfByte.end(), bytes, column);
    result.text += shown;
    column += width;
  };
  for (size_t i = 0; i < line.size();) {
    unsigned char c = line[i];
    if (c == '\t') {
      unsigned width = 8 - column % 8;
      append(std::string(width, ' '), width, 1);
      ++i;
      continue;
    }
    size_t length = sequenceLength(line.substr(i));
    StringRef character = line.substr(i, length);
    int width = length ? llvm::sys::unicode::columnWidthUTF8(character) : -1;
    if (width >= 0) {
      append(character, static_cast<unsigned>(width), length);
      i += length;
      continue;
    }
    static const char digits[] = "0123456789ABCDEF";
    const char shown[] = {'<', digits[c >> 4], digits[c & 15], '>'};
    append(StringRef(shown, 4), 4, 1);
    ++i;
  }
  result.columnOfByte.push_back(column);
  return result;
}

/// Cuts a window of `maxWidth` columns around `caret` out of both lines.
/// Cutting counts bytes, so it is only done for lines without multi-byte text.
void clip(std::string &text, std::string &marks, size_t caret, unsigned maxWidth) {
  if (text.size() <= maxWidth)
    return;
  size_t begin = caret > maxWidth / 2 ? caret - maxWidth / 2 : 0;
  while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80)
    --begin;
  size_t end = std::min(text.size(), begin + maxWidth);
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
    ++end;
  bool cutEnd = end < text.size();
  text = text.substr(begin, end - begin) + (cutEnd ? " ..." : "");
  marks = marks.size() > begin ? marks.substr(begin, end - begin) : std::string();
  if (begin) {
    text.insert(0, "... ");
    marks.insert(0, "    ");
  }
}

} // namespace

std::vector<MacroFrame> support::macroFrames(SourceLoc loc, const SourceManager &sources) {
  std::vector<MacroFrame> frames;
  while (sources.isMacroLoc(loc)) {
    bool isArgument = sources.isMacroArgument(loc);
    SourceLoc outer = sources.immediateExpansion(loc).begin;
    frames.push_back({sources.macroNameAt(loc), sources.spellingLoc(isArgument ? outer : loc)});
    loc = isArgument ? sources.immediateSpelling(loc) : outer;
  }
  std::reverse(frames.begin(), frames.end());
  return frames;
}

//===- Text ---------------------------------------------------------------===//

TextDiagnosticPrinter::TextDiagnosticPrinter(raw_ostream &out, Options options)
    : out(out), options(options) {
  if (options.color)
    out.enable_colors(true);
}

void TextDiagnosticPrinter::setColor(raw_ostream::Colors color, bool bold) {
  if (options.color)
    out.changeColor(color, bold);
}

void TextDiagnosticPrinter::resetColor() {
  if (options.color)
    out.resetColor();
}

void TextDiagnosticPrinter::printIncludeStack(SourceLoc fileLoc, const SourceManager &sources) {
  SourceLoc include;
  if (FileId file = sources.fileOf(fileLoc); file.isValid())
    include = sources.includeLocOf(file);
  if (include == lastInclude)
    return;
  lastInclude = include;
  std::vector<PresumedLoc> chain;
  while (include.isValid()) {
    chain.push_back(sources.presumedLoc(include));
    include = sources.includeLocOf(sources.fileOf(include));
  }
  for (size_t i = chain.size(); i-- > 0;)
    out << "in file included from " << chain[i].file << ':' << chain[i].line << ":\n";
}

void TextDiagnosticPrinter::printHeader(SourceLoc fileLoc, Severity severity, StringRef message,
                                        StringRef option, const SourceManager &sources) {
  setColor(raw_ostream::SAVEDCOLOR, true);
  if (PresumedLoc where = sources.presumedLoc(fileLoc); where.isValid())
    out << where.file << ':' << where.line << ':' << where.column << ": ";
  else
    out << "circt-sim: ";
  bool isWarning = severity == Severity::Warning;
  setColor(severity == Severity::Note ? raw_ostream::CYAN
           : isWarning                ? raw_ostream::MAGENTA
                                      : raw_ostream::RED,
           true);
  out << severityName(severity) << ": ";
  resetColor();
  if (severity != Severity::Note)
    setColor(raw_ostream::SAVEDCOLOR, true);
  out << message;
  if (!option.empty())
    out << " [" << option << ']';
  resetColor();
  out << '\n';
}

/// The part of `range` on this line as byte offsets [first, last).
static std::optional<std::pair<size_t, size_t>> rangeOnLine(SourceRange range, FileId file,
                                                            uint32_t line, StringRef text,
                                                            const SourceManager &sources) {
  SourceLoc begin = sources.fileLoc(range.begin);
  SourceLoc end = sources.fileLoc(range.end.isValid() ? range.end : range.begin);
  if (sources.fileOf(begin) != file || sources.fileOf(end) != file)
    return std::nullopt;
  uint32_t beginLine = sources.lineOf(begin), endLine = sources.lineOf(end);
  if (beginLine > line || endLine < line)
    return std::nullopt;
  size_t first = beginLine == line ? sources.columnOf(begin) - 1 : 0;
  size_t last = text.size();
  if (endLine == line) {
    size_t start = std::min<size_t>(sources.columnOf(end) - 1, text.size());
    last = start + tokenLength(text.drop_front(start));
  }
  if (beginLine < line)
    first = text.find_if_not([](char c) { return c == ' ' || c == '\t'; });
  if (first >= last || first > text.size())
    return std::nullopt;
  return std::pair(first, std::min(last, text.size()));
}

void TextDiagnosticPrinter::printSnippet(SourceLoc fileLoc, llvm::ArrayRef<SourceRange> ranges,
                                         const SourceManager &sources) {
  if (!options.showSource || !fileLoc.isValid())
    return;
  FileId file = sources.fileOf(fileLoc);
  uint32_t line = sources.lineOf(fileLoc);
  StringRef full = sources.lineText(file, line);
  size_t caretByte = std::min<size_t>(sources.columnOf(fileLoc) - 1, full.size());
  // Rendering is linear; of a line of megabytes only the surroundings count.
  size_t skip = caretByte > 8192 ? caretByte - 4096 : 0;
  StringRef text = full.substr(skip, 16384);
  RenderedLine rendered = renderLine(text);
  size_t caret = rendered.columnOfByte[caretByte - skip];
  std::string marks(std::max<size_t>(rendered.columnOfByte.back(), caret + 1), ' ');
  for (SourceRange range : ranges)
    if (auto bytes = rangeOnLine(range, file, line, full, sources))
      if (bytes->first >= skip && bytes->second <= skip + text.size())
        for (size_t c = rendered.columnOfByte[bytes->first - skip];
             c < rendered.columnOfByte[bytes->second - skip]; ++c)
          marks[c] = '~';
  marks[caret] = '^';
  clip(rendered.text, marks, caret, options.maxWidth);
  out << "  " << StringRef(rendered.text).rtrim() << "\n  ";
  setColor(raw_ostream::GREEN, true);
  out << StringRef(marks).rtrim(' ');
  resetColor();
  out << '\n';
}

void TextDiagnosticPrinter::printMacroFrames(const Diagnostic &diagnostic,
                                             const SourceManager &sources) {
  std::vector<MacroFrame> frames = macroFrames(diagnostic.loc, sources);
  size_t keep = options.maxMacroNotes / 2;
  bool cut = frames.size() > options.maxMacroNotes;
  for (size_t i = 0; i < frames.size(); ++i) {
    if (cut && i == keep) {
      size_t skipped = frames.size() - 2 * keep;
      printHeader({}, Severity::Note,
                  "(" + std::to_string(skipped) + " macro expansions not shown)", "", sources);
      i += skipped - 1;
      continue;
    }
    std::string message = "expanded from macro '" + frames[i].name.str() + "'";
    printHeader(frames[i].loc, Severity::Note, message, "", sources);
    printSnippet(frames[i].loc, {}, sources);
  }
}

void TextDiagnosticPrinter::handle(const Diagnostic &diagnostic, const SourceManager &sources) {
  SourceLoc fileLoc = sources.fileLoc(diagnostic.loc);
  printIncludeStack(fileLoc, sources);
  printHeader(fileLoc, diagnostic.severity, diagnostic.message, optionText(diagnostic), sources);
  printSnippet(fileLoc, diagnostic.ranges, sources);
  printMacroFrames(diagnostic, sources);
}

void TextDiagnosticPrinter::finish(unsigned errors, unsigned warnings) {
  if (!options.showSummary || errors + warnings == 0)
    return;
  if (warnings)
    out << warnings << (warnings == 1 ? " warning" : " warnings");
  if (warnings && errors)
    out << " and ";
  if (errors)
    out << errors << (errors == 1 ? " error" : " errors");
  out << " generated.\n";
}

//===- JSON ---------------------------------------------------------------===//

static void writePosition(llvm::json::OStream &json, SourceLoc fileLoc,
                          const SourceManager &sources) {
  PresumedLoc where = sources.presumedLoc(fileLoc);
  if (!where.isValid())
    return;
  json.attribute("file", llvm::json::fixUTF8(where.file));
  json.attribute("line", where.line);
  json.attribute("column", where.column);
}

static void writeRanges(llvm::json::OStream &json, const Diagnostic &diagnostic,
                        const SourceManager &sources) {
  if (diagnostic.ranges.empty())
    return;
  json.attributeArray("ranges", [&] {
    for (SourceRange range : diagnostic.ranges) {
      SourceLoc begin = sources.fileLoc(range.begin), end = sources.fileLoc(range.end);
      json.object([&] {
        json.attributeObject("begin", [&] { writePosition(json, begin, sources); });
        json.attributeObject("lastToken", [&] { writePosition(json, end, sources); });
      });
    }
  });
}

static void writeStacks(llvm::json::OStream &json, const Diagnostic &diagnostic,
                        const SourceManager &sources) {
  if (auto frames = macroFrames(diagnostic.loc, sources); !frames.empty())
    json.attributeArray("macros", [&] {
      for (const MacroFrame &frame : frames)
        json.object([&] {
          json.attribute("name", llvm::json::fixUTF8(frame.name));
          writePosition(json, frame.loc, sources);
        });
    });
  FileId file = sources.fileOf(diagnostic.loc);
  if (!file.isValid() || !sources.includeLocOf(file).isValid())
    return;
  json.attributeArray("includedFrom", [&] {
    for (SourceLoc at = sources.includeLocOf(file); at.isValid();
         at = sources.includeLocOf(sources.fileOf(at)))
      json.object([&] { writePosition(json, at, sources); });
  });
}

void JsonDiagnosticPrinter::handle(const Diagnostic &diagnostic, const SourceManager &sources) {
  llvm::json::OStream json(out);
  json.object([&] {
    json.attribute("severity", severityName(diagnostic.severity));
    json.attribute("id", DiagnosticEngine::nameOf(diagnostic.id));
    if (!diagnostic.group.empty())
      json.attribute("group", diagnostic.group);
    writePosition(json, sources.fileLoc(diagnostic.loc), sources);
    json.attribute("message", llvm::json::fixUTF8(diagnostic.message));
    writeRanges(json, diagnostic, sources);
    writeStacks(json, diagnostic, sources);
  });
  out << '\n';
}
