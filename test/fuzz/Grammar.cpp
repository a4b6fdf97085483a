//===- Grammar.cpp - Random programs and random damage --------------------===//
//
// A sentence is made by walking the grammar from its first rule, with a budget of
// uses of rules. When it is spent, every choice is for an alternative whose tree is
// lowest, what may be left out is, and so the walk ends. The height of a rule is 1
// more than that of its lowest alternative, found by iteration.
//
// Names are of a kind (%var, %type...) with numbers: %new.KIND is the next one, %KIND one
// that exists, most of the time. The counts begin where the declarations
// of the rule `framed` in annex-a.bnf end.
//
//===----------------------------------------------------------------------===//

#include "Grammar.h"

#include <algorithm>
#include <cctype>

using namespace circtsim::fuzz;

uint64_t Random::next() {
  uint64_t z = state += 0x9e3779b97f4a7c15u;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

namespace {

Tokens wordsOf(const std::string &text) {
  Tokens words;
  for (size_t at = 0; at < text.size();) {
    if (std::isspace(static_cast<unsigned char>(text[at]))) {
      ++at;
      continue;
    }
    size_t end = at;
    while (end < text.size() && !std::isspace(static_cast<unsigned char>(text[end])))
      ++end;
    words.push_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

/// The kinds of names, their first letters, and how many `framed` declares.
struct NameKind {
  const char *name;
  const char *prefix;
  unsigned count;
};
constexpr NameKind NameKinds[] = {{"var", "v", 10},  {"net", "n", 2},   {"type", "t", 4},
                                  {"par", "P", 4},   {"func", "f", 2},  {"task", "k", 1},
                                  {"mod", "m", 1},   {"pkg", "p", 1},   {"intf", "i", 1},
                                  {"class", "c", 1}, {"event", "e", 1}, {"genvar", "g", 1},
                                  {"id", "x", 2},    {"macro", "M", 2}, {"macrouse", "`M", 2}};
constexpr size_t KindCount = std::size(NameKinds);

const char *const Numbers[] = {
    "0",       "1",        "2",     "3",          "4",      "7",     "8",
    "1'b0",    "1'b1",     "1'bx",  "4'b10xz",    "8'hff",  "'0",    "'1",
    "'x",      "16'd1000", "-1",    "32",         "64",     "65",    "128'h1",
    "33'sh1f", "'bz",      "4'sd7", "2147483648", "9999999999999999999999", "70'hx", "40000"};
const char *const Strings[] = {"\"\"", "\"a\"", "\"%d %s\"", "\"abc\\n\"", "\"1800-2005\"",
                               "\"%0t %m %p\"", "\"\\x41\\101\"", "\"DPI-C\""};
const char *const Reals[] = {"1.5", "0.0", "1e3", "2.5e-3", "1e308"};
const char *const Times[] = {"1ns", "2.5us", "10ps", "1s", "100fs"};
const char *const SystemNames[] = {"$foo",    "$fscanf", "$dist_uniform", "$sampled", "$get_coverage",
                                   "$system", "$ferror", "$countdrivers", "$stime",   "$shortrealtobits",
                                   "$bitstoreal", "$ln", "$psprintf",     "$async$and$array"};

template <size_t N> const char *pick(const char *const (&list)[N], Random &random) {
  return list[random.below(N)];
}

} // namespace

//===-- Reading ------------------------------------------------------------===//

/// Recursive descent over the notation.
class Grammar::Reader {
public:
  Reader(Grammar &grammar, const std::string &text) : grammar(grammar), text(text) {}

  bool read(std::string &message) {
    for (skip(); at < text.size(); skip()) {
      unsigned rule = grammar.ruleNamed(word());
      skip();
      if (!accept('='))
        return fail("expected '='", message);
      std::vector<Choice> choices = readChoices();
      if (isBad || !accept(';'))
        return fail("expected ';' after a rule", message);
      grammar.rules[rule].choices = std::move(choices);
    }
    for (const RuleBody &rule : grammar.rules)
      if (rule.choices.empty())
        return fail("no rule '" + rule.name + "'", message);
    return true;
  }

private:
  bool fail(const std::string &what, std::string &message) {
    message = "line " + std::to_string(std::count(text.begin(), text.begin() + at, '\n') + 1) +
              ": " + what;
    return false;
  }
  void skip() {
    while (at < text.size() && (std::isspace(static_cast<unsigned char>(text[at])) || text[at] == '#')) {
      if (text[at] == '#')
        at = std::min(text.find('\n', at), text.size() - 1);
      ++at;
    }
  }
  bool accept(char c) {
    skip();
    if (at >= text.size() || text[at] != c)
      return false;
    ++at;
    return true;
  }
  std::string word() {
    size_t begin = at;
    while (at < text.size() &&
           (std::isalnum(static_cast<unsigned char>(text[at])) || text[at] == '_' || text[at] == '.'))
      ++at;
    return text.substr(begin, at - begin);
  }
  std::vector<Choice> readChoices() {
    std::vector<Choice> choices;
    do
      choices.push_back(readChoice());
    while (accept('|'));
    return choices;
  }
  Choice readChoice() {
    Choice choice;
    skip();
    if (std::isdigit(static_cast<unsigned char>(text[at]))) {
      choice.weight = static_cast<unsigned>(std::stoul(word()));
      isBad |= !accept('*');
    }
    while (!isBad) {
      skip();
      if (at >= text.size() || std::string("|;)]}").find(text[at]) != std::string::npos)
        break;
      choice.parts.push_back(readPart());
    }
    return choice;
  }
  Node readPart() {
    Node node;
    char c = text[at];
    if (c == '"') {
      std::string inner;
      for (++at; at < text.size() && text[at] != '"'; ++at) {
        if (text[at] == '\\' && at + 1 < text.size())
          ++at;
        inner += text[at];
      }
      isBad |= !accept('"');
      node.tokens = wordsOf(inner);
    } else if (c == '%') {
      ++at;
      node.kind = Node::Special;
      node.tokens = {word()};
    } else if (c == '(' || c == '[' || c == '{') {
      ++at;
      node.kind = c == '(' ? Node::Group : c == '[' ? Node::Optional : Node::Repeated;
      node.choices = readChoices();
      isBad |= !accept(c == '(' ? ')' : c == '[' ? ']' : '}');
    } else {
      std::string name = word();
      isBad |= name.empty();
      node.kind = Node::Rule;
      node.rule = grammar.ruleNamed(name);
    }
    return node;
  }

  Grammar &grammar;
  const std::string &text;
  size_t at = 0;
  bool isBad = false;
};

bool Grammar::read(const std::string &text, std::string &message) {
  if (!Reader(*this, text).read(message))
    return false;
  findHeights();
  for (const RuleBody &rule : rules)
    if (rule.height == Unbounded) {
      message = "rule '" + rule.name + "' has no end";
      return false;
    }
  return true;
}

unsigned Grammar::ruleNamed(const std::string &name) {
  auto [it, isNew] = numbers.try_emplace(name, rules.size());
  if (isNew) {
    rules.emplace_back();
    rules.back().name = name;
  }
  return it->second;
}

unsigned Grammar::heightOf(const Node &node) const {
  switch (node.kind) {
  case Node::Rule:
    return rules[node.rule].height;
  case Node::Group: {
    unsigned height = Unbounded;
    for (const Choice &choice : node.choices)
      height = std::min(height, choice.height);
    return height;
  }
  default:
    return 0;
  }
}

/// Sets the heights of the alternatives and of what is in them; returns the least.
unsigned Grammar::heightOf(std::vector<Choice> &choices) {
  unsigned least = Unbounded;
  for (Choice &choice : choices) {
    unsigned height = 0;
    for (Node &node : choice.parts) {
      heightOf(node.choices);
      height = std::max(height, heightOf(node));
    }
    choice.height = height;
    least = std::min(least, height);
  }
  return least;
}

void Grammar::findHeights() {
  for (bool isChanged = true; isChanged;) {
    isChanged = false;
    for (RuleBody &rule : rules) {
      unsigned height = std::min(heightOf(rule.choices) + 1, Unbounded);
      isChanged |= height != rule.height;
      rule.height = height;
    }
  }
}

//===-- Writing ------------------------------------------------------------===//

class Grammar::Writer {
public:
  Writer(const Grammar &grammar, Random &random, unsigned budget)
      : grammar(grammar), random(random), budget(budget) {
    for (size_t kind = 0; kind < KindCount; ++kind)
      counts[kind] = NameKinds[kind].count;
  }

  Tokens write() {
    writeChoices(grammar.rules.front().choices);
    return std::move(output);
  }

private:
  bool isSpent() const { return budget == 0 || depth > 60; }

  void writeChoices(const std::vector<Choice> &choices) {
    unsigned total = 0, least = Unbounded;
    for (const Choice &choice : choices) {
      total += choice.weight;
      least = std::min(least, choice.height);
    }
    if (isSpent()) {
      total = 0;
      for (const Choice &choice : choices)
        total += choice.height == least ? choice.weight : 0;
    }
    size_t chosen = random.below(total);
    for (const Choice &choice : choices) {
      if (isSpent() && choice.height != least)
        continue;
      if (chosen < choice.weight)
        return writeSequence(choice.parts);
      chosen -= choice.weight;
    }
  }

  void writeSequence(const Sequence &parts) {
    for (const Node &node : parts)
      writeNode(node);
  }

  void writeNode(const Node &node) {
    switch (node.kind) {
    case Node::Text:
      output.insert(output.end(), node.tokens.begin(), node.tokens.end());
      return;
    case Node::Special:
      output.push_back(special(node.tokens.front()));
      return;
    case Node::Rule:
      budget -= budget != 0;
      ++depth;
      writeChoices(grammar.rules[node.rule].choices);
      --depth;
      return;
    case Node::Group:
      return writeChoices(node.choices);
    case Node::Optional:
      if (!isSpent() && random.oneIn(3))
        writeChoices(node.choices);
      return;
    case Node::Repeated:
      while (!isSpent() && random.oneIn(3))
        writeChoices(node.choices);
    }
  }

  std::string special(const std::string &name) {
    if (name == "number")
      return pick(Numbers, random);
    if (name == "string")
      return pick(Strings, random);
    if (name == "real")
      return pick(Reals, random);
    if (name == "time")
      return pick(Times, random);
    if (name == "system")
      return pick(SystemNames, random);
    if (name == "newline")
      return "\n";
    if (name == "queue")
      return random.oneIn(2) ? "q0" : random.oneIn(2) ? "d0" : "a0";
    bool isNew = name.rfind("new.", 0) == 0;
    std::string kindName = isNew ? name.substr(4) : name;
    size_t kind = 0;
    while (kind + 1 < KindCount && kindName != NameKinds[kind].name)
      ++kind;
    if (random.oneIn(100))
      kind = random.below(KindCount);
    unsigned number = isNew && !random.oneIn(50) ? counts[kind]++
                                                 : unsigned(random.below(counts[kind] + random.oneIn(50)));
    return NameKinds[kind].prefix + std::to_string(number);
  }

  const Grammar &grammar;
  Random &random;
  unsigned budget, depth = 0;
  std::array<unsigned, KindCount> counts;
  Tokens output;
};

Tokens Grammar::sentence(Random &random, unsigned size) const {
  return Writer(*this, random, size).write();
}

//===-- Damage -------------------------------------------------------------===//

Tokens circtsim::fuzz::tokensOf(const std::string &text) {
  Tokens tokens;
  auto isWord = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '$';
  };
  for (size_t at = 0; at < text.size();) {
    size_t end = at + 1;
    if (text[at] == '\n' || !std::isspace(static_cast<unsigned char>(text[at]))) {
      if (text.compare(at, 2, "//") == 0)
        end = at = std::min(text.find('\n', at), text.size());
      else if (text[at] == '"')
        end = std::min(text.find('"', at + 1), text.size() - 1) + 1;
      else if (isWord(text[at]) || text[at] == '`' || text[at] == '\'')
        while (end < text.size() && isWord(text[end]))
          ++end;
      else if (std::ispunct(static_cast<unsigned char>(text[at])) &&
               std::string("([{}]);,").find(text[at]) == std::string::npos)
        while (end < text.size() && std::string("=<>&|+-:*~^!").find(text[end]) != std::string::npos)
          ++end;
      if (end > at)
        tokens.push_back(text.substr(at, end - at));
    }
    at = end;
  }
  return tokens;
}

std::string circtsim::fuzz::textOf(const Tokens &tokens, Random &random) {
  std::string text;
  bool isDirective = false;
  for (const std::string &token : tokens) {
    isDirective = token[0] == '`' || (isDirective && token != "\n");
    text += token;
    text += random.oneIn(12) && !isDirective ? '\n' : ' ';
  }
  return text;
}

namespace {

std::string garbage(Random &random) {
  std::string bytes;
  for (size_t count = random.below(6) + 1; count; --count)
    bytes += static_cast<char>(random.below(256));
  return bytes;
}

void damageOnce(Tokens &tokens, const Tokens &other, Random &random) {
  // Programs of the grammar begin with declarations: most damage is behind them.
  size_t at = std::max(random.below(tokens.size()), random.below(tokens.size()));
  size_t length = std::min(random.below(random.oneIn(8) ? 40 : 2) + 1, tokens.size() - at);
  auto first = tokens.begin() + at;
  auto last = first + length;
  Tokens piece(first, last);
  switch (random.below(12)) {
  case 0:
  case 1:
    tokens.erase(first, last);
    return;
  case 2:
    tokens.insert(first, piece.begin(), piece.end());
    return;
  case 3:
  case 4:
    std::swap(tokens[at], tokens[random.below(tokens.size())]);
    return;
  case 5:
    tokens.erase(first, last);
    tokens.insert(tokens.begin() + random.below(tokens.size() + 1),
                  piece.begin(), piece.end());
    return;
  case 6:
    if (random.oneIn(4))
      tokens.resize(at);
    return;
  case 7:
    tokens.insert(first, garbage(random));
    return;
  case 8:
    if (!tokens[at].empty())
      tokens[at][random.below(tokens[at].size())] = static_cast<char>(random.below(256));
    return;
  default:
    if (other.empty())
      return;
    size_t from = random.below(other.size());
    size_t count = std::min(random.below(random.oneIn(4) ? 12 : 1) + 1, other.size() - from);
    if (random.oneIn(2))
      tokens.erase(first);
    tokens.insert(tokens.begin() + at,
                  other.begin() + from,
                  other.begin() + (from + count));
  }
}

/// What stands before, between and behind `count` levels.
struct Nesting {
  const char *before, *open, *inner, *close, *after;
};
constexpr Nesting Nestings[] = {
    {"", "(", "1", ")", ""},
    {"", "{", "1", "}", ""},
    {"", "{ 1 {", "1", "} }", ""},
    {"", "- ", "1", "", ""},
    {"", "! ( ", "1", ")", ""},
    {"", "1 +", "1", "", ""},
    {"", "1 **", "1", "", ""},
    {"", "1 ->", "1", "", ""},
    {"", "1 ? 1 :", "1", "", ""},
    {"", "1 ?", "1", ": 1", ""},
    {"", "v1 [", "0", "]", ""},
    {"", "v1 .", "v2", "", ""},
    {"v1", "", "", "[ 0 ]", ""},
    {"", "f1 (", "1", ")", ""},
    {"", "$bits (", "1", ")", ""},
    {"", "int ' (", "1", ")", ""},
    {"", "' { default :", "1", "}", ""},
    {"", "{ << {", "v1", "} }", ""},
    {"", "tagged v1", "1", "", ""},
    {"", "( v2 =", "1", ")", ""},
    {"", "begin", "", "end", ""},
    {"", "fork", ";", "join", ""},
    {"initial", "begin", ";", "end", ""},
    {"initial", "if ( 1 )", ";", "", ""},
    {"initial", "if ( 1 ) ; else", ";", "", ""},
    {"initial", "# 1", ";", "", ""},
    {"initial", "@ v0", ";", "", ""},
    {"initial", "forever", ";", "", ""},
    {"initial", "case ( 1 ) 1 :", ";", "endcase", ""},
    {"initial", "x :", ";", "", ""},
    {"", "if ( 1 ) begin", "", "end", ""},
    {"", "if ( 0 ) ; else", ";", "", ""},
    {"", "for ( genvar i = 0 ; i < 1 ; i ++ )", ";", "", ""},
    {"", "generate", "", "endgenerate", ""},
    {"", "case ( 1 ) 1 :", ";", "endcase", ""},
    {"", "module y ;", "", "endmodule", ""},
    {"", "class y ;", "", "endclass", ""},
    {"typedef", "struct {", "int a ;", "} b ;", ""},
    {"typedef", "struct packed {", "bit a ;", "} b ;", ""},
    {"int z", "", "", "[ 2 ]", ";"},
    {"logic", "[ 1 : 0 ]", "z ;", "", ""},
    {"int z [", "type ( int [", "int", "] )", "] ;"},
    {"", "\n`ifdef M0\n", "", "\n`endif\n", ""},
    {"", "\n`ifndef M0\n", "", "\n`endif\n", ""},
    {"\n`define D(a) a \n", "`D (", "1", ")", ""},
    {"assert property (", "not (", "1", ")", ") ;"},
    {"assert property (", "1 |->", "1", "", ") ;"},
    {"assert property (", "1 ##1", "1", "", ") ;"},
    {"assert property (", "if ( 1 )", "1", "", ") ;"},
    {"constraint y {", "if ( 1 )", "1 ;", "", "}"},
    {"constraint y {", "1 -> {", "1 ;", "}", "}"},
    {"", "( * a = 1 * )", "", "", ""},
    {"", "v0 , ", "v1", "", ""},
    {"", "` `", "", "", ""},
    {"randsequence ( a ) a :", "{", "", "}", "; endsequence"},
    {"case ( 1 ) matches", "' {", "1", "}", ": ; endcase"},
    {"covergroup y ; a : coverpoint b { bins c =", "(", "1", ")", "; } endgroup"},
};

} // namespace

void circtsim::fuzz::damage(Tokens &tokens, const Tokens &other, unsigned count, Random &random) {
  for (; count && !tokens.empty(); --count)
    damageOnce(tokens, other, random);
}

void circtsim::fuzz::nest(Tokens &tokens, Random &random) {
  const Nesting &nesting = Nestings[random.below(std::size(Nestings))];
  size_t levels = 1;
  for (size_t bits = random.below(14) + 1; bits; --bits)
    levels = levels * 2 + random.below(2);
  Tokens added = wordsOf(nesting.before);
  for (auto [text, count] : {std::pair(nesting.open, levels), std::pair(nesting.inner, size_t(1)),
                             std::pair(nesting.close, levels - random.below(2)),
                             std::pair(nesting.after, size_t(1))}) {
    Tokens words = *text == '\n' ? Tokens{text} : wordsOf(text);
    for (size_t i = 0; i < count; ++i)
      added.insert(added.end(), words.begin(), words.end());
  }
  tokens.insert(tokens.begin() + random.below(tokens.size() + 1),
                added.begin(), added.end());
}
