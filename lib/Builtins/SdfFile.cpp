//===- SdfFile.cpp - standard delay files -------------------------------------===//
//
// A recursive descent over the grammar of IEEE 1497 (the SDF of IEEE 1800-2023 clause 32), with
// a lexer of its own: parentheses, quoted strings, and runs of everything else. What the
// grammar has and the simulator does not use is skipped by its parentheses, with a warning
// where it would have had an effect.
//
//===----------------------------------------------------------------------===//
#include "Builtins/SdfFile.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace circtsim::builtins {

namespace {

struct Token {
  enum Kind : uint8_t { Open, Close, Text, Quoted, End } kind = End;
  std::string_view text;
  uint32_t line = 0;
};

bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f'; }

std::vector<Token> tokenize(std::string_view text) {
  std::vector<Token> tokens;
  uint32_t line = 1;
  size_t at = 0;
  auto starts = [&](std::string_view what) { return text.substr(at).starts_with(what); };
  while (at < text.size()) {
    char c = text[at];
    if (isSpace(c)) {
      line += c == '\n';
      ++at;
    } else if (starts("//")) {
      at = std::min(text.find('\n', at), text.size());
    } else if (starts("/*")) {
      size_t end = std::min(text.find("*/", at), text.size() - 2) + 2;
      line += uint32_t(std::count(text.begin() + at, text.begin() + end, '\n'));
      at = end;
    } else if (c == '(' || c == ')') {
      tokens.push_back({c == '(' ? Token::Open : Token::Close, text.substr(at++, 1), line});
    } else if (c == '"') {
      size_t end = std::min(text.find('"', at + 1), text.size());
      tokens.push_back({Token::Quoted, text.substr(at + 1, end - at - 1), line});
      line += uint32_t(std::count(text.begin() + at, text.begin() + end, '\n'));
      at = std::min(end + 1, text.size());
    } else {
      size_t start = at;
      while (at < text.size() && !isSpace(text[at]) && text[at] != '(' && text[at] != ')')
        at += text[at] == '\\' ? 2 : 1;
      at = std::min(at, text.size());
      tokens.push_back({Token::Text, text.substr(start, at - start), line});
    }
  }
  tokens.push_back({Token::End, {}, line});
  return tokens;
}

std::string upper(std::string_view text) {
  std::string result(text);
  for (char &c : result)
    c = char(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  return result;
}

struct KindRow {
  std::string_view name;
  SdfKind kind;
  uint8_t ports; ///< before the values
};

constexpr KindRow kindRows[] = {
  {"IOPATH", SdfKind::Iopath, 2},
  {"INTERCONNECT", SdfKind::Interconnect, 2},
  {"PORT", SdfKind::Port, 1},
  {"NETDELAY", SdfKind::Netdelay, 1},
  {"DEVICE", SdfKind::Device, 1},
  {"PATHPULSE", SdfKind::Pathpulse, 2},
  {"PATHPULSEPERCENT", SdfKind::PathpulsePercent, 2},
  {"SETUP", SdfKind::Setup, 2},
  {"HOLD", SdfKind::Hold, 2},
  {"SETUPHOLD", SdfKind::SetupHold, 2},
  {"RECOVERY", SdfKind::Recovery, 2},
  {"REMOVAL", SdfKind::Removal, 2},
  {"RECREM", SdfKind::RecRem, 2},
  {"SKEW", SdfKind::Skew, 2},
  {"BIDIRECTSKEW", SdfKind::BidirectSkew, 2},
  {"WIDTH", SdfKind::Width, 1},
  {"PERIOD", SdfKind::Period, 1},
  {"NOCHANGE", SdfKind::NoChange, 2},
};

const KindRow *kindNamed(std::string_view name) {
  for (const KindRow &row : kindRows)
    if (row.name == name)
      return &row;
  return nullptr;
}

class Parser {
public:
  Parser(std::string_view text, SdfFile &file, std::vector<SdfMessage> &warnings)
      : tokens(tokenize(text)), file(file), warnings(warnings) {}

  std::optional<SdfMessage> run() {
    if (!enter("DELAYFILE"))
      return fail("expected '(DELAYFILE'"), error;
    while (at().kind == Token::Open && !error)
      parseHeaderOrCell();
    close();
    return error;
  }

private:
  const Token &at(size_t ahead = 0) const {
    return tokens[std::min(pos + ahead, tokens.size() - 1)];
  }
  const Token &take() {
    const Token &token = at();
    if (token.kind != Token::End)
      ++pos;
    return token;
  }
  void fail(std::string text) {
    if (!error)
      error = SdfMessage{at().line, std::move(text)};
  }
  void warn(uint32_t line, std::string text) { warnings.push_back({line, std::move(text)}); }
  bool isKeyword(size_t ahead, std::string_view word) const {
    return at(ahead).kind == Token::Text && upper(at(ahead).text) == word;
  }
  /// `(word`.
  bool enter(std::string_view word) {
    if (at().kind != Token::Open || !isKeyword(1, word))
      return false;
    pos += 2;
    return true;
  }
  void close() {
    if (at().kind == Token::Close)
      ++pos;
    else
      fail("expected ')'");
  }
  /// To behind the parenthesis that closes the one we are in.
  void skipRest() {
    for (int depth = 1; depth > 0;) {
      Token::Kind kind = at().kind;
      if (kind == Token::End)
        return fail("expected ')'");
      depth += kind == Token::Open ? 1 : kind == Token::Close ? -1 : 0;
      ++pos;
    }
  }
  /// Everything up to the closing parenthesis, without spaces.
  std::string restText() {
    std::string text;
    while (at().kind == Token::Text || at().kind == Token::Quoted)
      text += take().text;
    close();
    return text;
  }

  void parseHeaderOrCell();
  void parseCell();
  void parseDelays(SdfCell &cell);
  void parseDelayGroup(SdfCell &cell, bool isIncrement);
  void parseConditional(SdfCell &cell, bool isIncrement);
  void parseEntry(SdfCell &cell, bool isIncrement, std::string condition, bool isCondElse);
  void parseChecks(SdfCell &cell);
  SdfPort parsePort();
  void parseConditionalPort(SdfPort &port);
  void parseValues(SdfEntry &entry);
  SdfDelay parseDelay();
  SdfValue parseValue();
  SdfEdge edgeNamed(const Token &token);

  std::vector<Token> tokens;
  size_t pos = 0;
  SdfFile &file;
  std::vector<SdfMessage> &warnings;
  std::optional<SdfMessage> error;
};

void Parser::parseHeaderOrCell() {
  if (enter("CELL"))
    return parseCell();
  uint32_t line = at().line;
  bool isVersion = isKeyword(1, "SDFVERSION"), isDivider = isKeyword(1, "DIVIDER"),
       isTimescale = isKeyword(1, "TIMESCALE");
  pos += 2;
  if (!isVersion && !isDivider && !isTimescale)
    return skipRest();
  std::string text = restText();
  if (isVersion) {
    file.version = text;
  } else if (isDivider) {
    if (text == "." || text == "/")
      file.divider = text[0];
    else
      warn(line, "divider '" + text + "' is neither . nor /");
  } else {
    double number = 0;
    auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    std::string_view unit(end, size_t(text.data() + text.size() - end));
    static constexpr std::pair<std::string_view, double> units[] = {
        {"s", 1}, {"ms", 1e-3}, {"us", 1e-6}, {"ns", 1e-9}, {"ps", 1e-12}, {"fs", 1e-15}};
    const auto *found = std::find_if(std::begin(units), std::end(units),
                                     [&](const auto &row) { return row.first == unit; });
    if (problem != std::errc() || found == std::end(units) || number <= 0)
      warn(line, "'" + text + "' is not a time scale");
    else
      file.timescale = number * found->second;
  }
}

void Parser::parseCell() {
  SdfCell &cell = file.cells.emplace_back();
  cell.line = at().line;
  while (at().kind == Token::Open && !error) {
    if (enter("CELLTYPE")) {
      cell.type = restText();
    } else if (enter("INSTANCE")) {
      std::string path = restText();
      cell.isWildcard = path == "*";
      if (!cell.isWildcard) // several INSTANCE entries of old files are parts of one path
        cell.instance += (cell.instance.empty() ? "" : std::string(1, file.divider)) + path;
    } else if (enter("DELAY")) {
      parseDelays(cell);
    } else if (enter("TIMINGCHECK")) {
      parseChecks(cell);
    } else {
      std::string name(at(1).text);
      warn(at().line, upper(name) + " is left out");
      pos += 2;
      skipRest();
    }
  }
  close();
}

void Parser::parseDelays(SdfCell &cell) {
  while (at().kind == Token::Open && !error) {
    bool isIncrement = isKeyword(1, "INCREMENT");
    if (isIncrement || isKeyword(1, "ABSOLUTE")) {
      pos += 2;
      parseDelayGroup(cell, isIncrement);
    } else if (isKeyword(1, "PATHPULSE") || isKeyword(1, "PATHPULSEPERCENT")) {
      parseEntry(cell, false, "", false);
    } else {
      warn(at().line, std::string(at(1).text) + " is left out");
      pos += 2;
      skipRest();
    }
  }
  close();
}

void Parser::parseDelayGroup(SdfCell &cell, bool isIncrement) {
  while (at().kind == Token::Open && !error) {
    if (enter("COND")) {
      parseConditional(cell, isIncrement);
    } else if (enter("CONDELSE")) {
      parseEntry(cell, isIncrement, "", true);
      close();
    } else {
      parseEntry(cell, isIncrement, "", false);
    }
  }
  close();
}

/// `["name"] expression (IOPATH ...))`.
void Parser::parseConditional(SdfCell &cell, bool isIncrement) {
  std::string condition;
  if (at().kind == Token::Quoted)
    take();
  while (at().kind != Token::End && !(at().kind == Token::Open && isKeyword(1, "IOPATH")))
    condition += take().text;
  parseEntry(cell, isIncrement, condition, false);
  close();
}

void Parser::parseEntry(SdfCell &cell, bool isIncrement, std::string condition, bool isCondElse) {
  const KindRow *row = at().kind == Token::Open ? kindNamed(upper(at(1).text)) : nullptr;
  if (!row) {
    warn(at().line, std::string(at(1).text) + " is left out");
    pos += 2;
    return skipRest();
  }
  SdfEntry entry;
  entry.kind = row->kind;
  entry.line = at().line;
  entry.isIncrement = isIncrement;
  entry.isCondElse = isCondElse;
  entry.condition = std::move(condition);
  pos += 2;
  bool maySayNone = row->kind == SdfKind::Device || row->kind == SdfKind::Pathpulse ||
                    row->kind == SdfKind::PathpulsePercent;
  if (!maySayNone || at().kind == Token::Text) {
    entry.from = parsePort();
    if (row->ports > 1)
      entry.to = parsePort();
  }
  parseValues(entry);
  close();
  if (!error)
    cell.entries.push_back(std::move(entry));
}

void Parser::parseChecks(SdfCell &cell) {
  while (at().kind == Token::Open && !error)
    parseEntry(cell, false, "", false);
  close();
}

SdfEdge Parser::edgeNamed(const Token &token) {
  std::string name = upper(token.text);
  return name == "POSEDGE"   ? SdfEdge::Posedge
         : name == "NEGEDGE" ? SdfEdge::Negedge
                             : SdfEdge::Other;
}

SdfPort Parser::parsePort() {
  SdfPort port;
  if (at().kind == Token::Text) {
    port.name = take().text;
  } else if (enter("COND")) {
    parseConditionalPort(port);
  } else if (at().kind == Token::Open && at(1).kind == Token::Text && at(2).kind == Token::Text) {
    ++pos;
    port.edge = edgeNamed(take());
    port.name = take().text;
    close();
  } else {
    fail("expected a port");
  }
  return port;
}

/// `["name"] expression port)`: the port is what comes last.
void Parser::parseConditionalPort(SdfPort &port) {
  if (at().kind == Token::Quoted)
    take();
  size_t end = pos;
  for (int depth = 1; tokens[end].kind != Token::End; ++end) {
    Token::Kind kind = tokens[end].kind;
    depth += kind == Token::Open ? 1 : kind == Token::Close ? -1 : 0;
    if (!depth)
      break;
  }
  bool isGroup = end >= pos + 4 && tokens[end - 1].kind == Token::Close &&
                 tokens[end - 4].kind == Token::Open && tokens[end - 3].kind == Token::Text;
  size_t first = end > pos ? (isGroup ? end - 4 : end - 1) : end;
  while (pos < first)
    port.condition += take().text;
  SdfPort inner = parsePort();
  port.edge = inner.edge;
  port.name = inner.name;
  close();
}

void Parser::parseValues(SdfEntry &entry) {
  while (!error && at().kind == Token::Open) {
    if (isKeyword(1, "RETAIN")) {
      warn(at().line, "RETAIN is left out");
      pos += 2;
      skipRest();
      continue;
    }
    entry.delays.push_back(parseDelay());
  }
}

/// `(value)` or `((value) (reject) [(error)])`.
SdfDelay Parser::parseDelay() {
  SdfDelay delay;
  if (at(1).kind != Token::Open) {
    delay.delay = parseValue();
    return delay;
  }
  ++pos;
  delay.delay = parseValue();
  if (at().kind == Token::Open)
    delay.error = delay.reject = parseValue();
  if (at().kind == Token::Open)
    delay.error = parseValue();
  close();
  return delay;
}

/// `()`, `(1.5)`, `(1:2:3)`, `(1::3)`.
SdfValue Parser::parseValue() {
  SdfValue value;
  if (at().kind != Token::Open) {
    fail("expected a value in parentheses");
    return value;
  }
  ++pos;
  uint32_t line = at().line;
  std::string text = restText();
  if (text.empty())
    return value;
  bool isTriple = text.find(':') != std::string::npos;
  size_t start = 0;
  for (unsigned i = 0; i != 3; ++i) {
    size_t end = std::min(text.find(':', start), text.size());
    const char *first = text.data() + start, *last = text.data() + end;
    first += first != last && *first == '+';
    double number = 0;
    auto [stop, problem] = std::from_chars(first, last, number);
    if (first != last && (problem != std::errc() || stop != last))
      error = error ? error : SdfMessage{line, "'" + text + "' is not a value"};
    else if (first != last)
      value[i] = number;
    if (!isTriple) {
      value[1] = value[2] = value[0];
      return value;
    }
    start = std::min(end + 1, text.size());
  }
  return value;
}

} // namespace

std::optional<SdfMessage> parseSdf(std::string_view text, SdfFile &file,
                                   std::vector<SdfMessage> &warnings) {
  return Parser(text, file, warnings).run();
}

std::string_view sdfName(SdfKind kind) {
  for (const KindRow &row : kindRows)
    if (row.kind == kind)
      return row.name;
  return "LABEL";
}

std::vector<SdfName> splitSdfPath(std::string_view path, char divider) {
  std::vector<SdfName> names;
  if (path.empty())
    return names;
  names.emplace_back();
  for (size_t i = 0; i != path.size(); ++i) {
    if (path[i] == '\\' && i + 1 != path.size()) {
      names.back().isEscaped = true;
      names.back().text += path[++i];
    } else if (path[i] == divider) {
      names.emplace_back();
    } else {
      names.back().text += path[i];
    }
  }
  return names;
}

} // namespace circtsim::builtins
