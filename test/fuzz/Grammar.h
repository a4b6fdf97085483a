// Random programs from a grammar, and random damage to programs: the inputs of
// fuzz-frontend.
#ifndef CIRCTSIM_TEST_FUZZ_GRAMMAR_H
#define CIRCTSIM_TEST_FUZZ_GRAMMAR_H

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace circtsim::fuzz {

/// Numbers that depend on a start value only (SplitMix64).
class Random {
public:
  explicit Random(uint64_t seed) : state(seed) {}
  uint64_t next();
  /// 0 to limit - 1; 0 if limit is 0.
  size_t below(size_t limit) { return limit ? next() % limit : 0; }
  bool oneIn(size_t count) { return below(count) == 0; }

private:
  uint64_t state;
};

using Tokens = std::vector<std::string>;

/// A grammar in the notation of annex-a.bnf.
class Grammar {
public:
  /// False, with a message, if the text is not a grammar.
  bool read(const std::string &text, std::string &message);
  /// A sentence of the first rule with about `size` uses of rules.
  Tokens sentence(Random &random, unsigned size) const;

private:
  struct Node;
  using Sequence = std::vector<Node>;
  struct Choice {
    unsigned weight = 1;
    Sequence parts;
    unsigned height = 0;
  };
  struct Node {
    enum Kind { Text, Special, Rule, Group, Optional, Repeated } kind = Text;
    Tokens tokens;               ///< of Text; the one name of Special
    unsigned rule = 0;           ///< of Rule
    std::vector<Choice> choices; ///< of Group, Optional, Repeated
  };
  struct RuleBody {
    std::string name;
    std::vector<Choice> choices;
    unsigned height = Unbounded; ///< of the lowest tree
  };
  static constexpr unsigned Unbounded = 1u << 30;

  class Reader;
  class Writer;
  unsigned ruleNamed(const std::string &name);
  unsigned heightOf(const Node &node) const;
  unsigned heightOf(std::vector<Choice> &choices);
  void findHeights();

  std::vector<RuleBody> rules;
  std::map<std::string, unsigned> numbers;
};

/// Splits a program, roughly, for the damage below.
Tokens tokensOf(const std::string &text);
std::string textOf(const Tokens &tokens, Random &random);

/// Removes, doubles, exchanges, moves tokens, cuts the end off, inserts bytes and tokens
/// from `other`, `count` times.
void damage(Tokens &tokens, const Tokens &other, unsigned count, Random &random);

/// Puts something that nests or repeats, up to many thousand levels deep, somewhere.
void nest(Tokens &tokens, Random &random);

} // namespace circtsim::fuzz

#endif
