//===- Progression.cpp - what a property still asks for --------------------------===//
//
// IEEE 1800-2023 16.12. A formula is a disjunction of conjunctions of terms, none of which
// contains another one, so that there are finitely many: the values of an edge take each to
// what must hold from the next edge on. Negations are driven inwards: a sequence matches or
// does not; `until` and `eventually` have duals. What is strong and open when the simulation
// ends has failed; everything else that is open then has not.
//
//===----------------------------------------------------------------------===//

#include "Import/Progression.h"

#include "IR/Circt/HW/HW.h"
#include "IR/Circt/LTL/LTL.h"

#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/TypeSwitch.h"

#include <set>

using namespace mlir;
using namespace circtsim::import;
using namespace circtsim::circt;

static constexpr size_t maxStates = 128, maxClauses = 64, maxLetters = 8;

namespace {
using Clause = std::set<int>;      ///< numbers of terms
using Formula = std::set<Clause>;  ///< empty: false; with an empty clause: true

struct Term {
  enum Kind {
    Letter,     ///< the value is 1 (isNegated: 0) now
    Match,      ///< there is a match from the state of the sequence on (isNegated: none)
    Follow,     ///< there is one behind which `first` holds (isNegated: behind each one)
    Until,      ///< `first` until `second`, or for ever
    Release,    ///< `second` until both, or for ever
    Eventually, ///< `first` at some edge
    Always,     ///< `first` at every edge
  } kind;
  bool isNegated = false, isStrong = false;
  Value letter;
  int sequence = 0, state = 0;
  Formula first, second;

  auto key() const {
    return std::tuple(int(kind), isNegated, isStrong, letter.getAsOpaquePointer(), sequence, state,
                      first, second);
  }
};

class FormulaBuilder {
public:
  explicit FormulaBuilder(Progression::SequenceOf sequenceOf, std::string &why)
      : sequenceOf(sequenceOf), why(why) {}
  std::optional<Progression> run(Value property);

private:
  using Values = llvm::SmallDenseMap<Value, bool, 8>;
  using Letters = llvm::SmallSetVector<Value, 8>;

  static Formula constant(bool value) { return value ? Formula{Clause{}} : Formula{}; }
  Formula either(const Formula &a, const Formula &b);
  Formula both(const Formula &a, const Formula &b);
  Formula termOf(Term term);
  std::optional<Formula> build(Value property, bool isNegated, bool isStrong = false);
  std::optional<Formula> join(Operation *op, bool isConjunction, bool isNegated,
                              bool isStrong = false);
  std::optional<Formula> ofSequence(Value value, bool isNegated, bool isStrong);
  std::optional<Formula> ofImplication(ltl::ImplicationOp op, bool isNegated);
  Formula fromState(Term term, int state);
  Formula advance(const Term &term, const Values &values);
  Formula advance(const Formula &formula, const Values &values);
  Formula advanceSequence(const Term &term, const Values &values);
  void collect(const Formula &formula, Letters &letters);
  void add(Value letter, Letters &letters);
  bool isOpen(const Formula &formula);
  bool fill(Progression::State &state, const Formula &formula);

  Progression::SequenceOf sequenceOf;
  std::string &why;
  bool isTooLarge = false;
  std::vector<Automaton> sequences;
  std::vector<Term> terms;
  std::map<decltype(Term{}.key()), int> numbers;
  std::map<Formula, int> stateNumbers;
  std::vector<Formula> pending;
};
} // namespace

// --- Formulas ---------------------------------------------------------------------------------

/// Leaves out clauses that ask for more than others.
static Formula absorb(const Formula &formula) {
  Formula result;
  for (const Clause &clause : formula)
    if (llvm::none_of(formula, [&](const Clause &other) {
          return other.size() < clause.size() &&
                 std::includes(clause.begin(), clause.end(), other.begin(), other.end());
        }))
      result.insert(clause);
  return result;
}

Formula FormulaBuilder::either(const Formula &a, const Formula &b) {
  Formula all = a;
  all.insert(b.begin(), b.end());
  return absorb(all);
}

Formula FormulaBuilder::both(const Formula &a, const Formula &b) {
  Formula all;
  for (const Clause &x : a)
    for (const Clause &y : b) {
      Clause clause = x;
      clause.insert(y.begin(), y.end());
      all.insert(clause);
    }
  all = absorb(all);
  isTooLarge |= all.size() > maxClauses;
  return isTooLarge ? constant(true) : all;
}

Formula FormulaBuilder::termOf(Term term) {
  auto [it, isNew] = numbers.try_emplace(term.key(), int(terms.size()));
  if (isNew)
    terms.push_back(std::move(term));
  return {Clause{it->second}};
}

// --- From properties -----------------------------------------------------------------------------

static std::optional<bool> constantOf(Value value) {
  auto constant = value.getDefiningOp<hw::ConstantOp>();
  return constant ? std::optional(!constant.getValue().isZero()) : std::nullopt;
}

/// What a term about a sequence says of one of its states.
Formula FormulaBuilder::fromState(Term term, int state) {
  term.state = state;
  return termOf(std::move(term));
}

std::optional<Formula> FormulaBuilder::ofSequence(Value value, bool isNegated, bool isStrong) {
  std::optional<Automaton> sequence = sequenceOf(value);
  if (!sequence)
    return std::nullopt;
  sequences.push_back(*sequence);
  Term term{Term::Match, isNegated, isStrong && !isNegated, {}, int(sequences.size()) - 1, 0, {},
            {}};
  Formula all = constant(isNegated);
  for (int start : sequence->starts)
    all = isNegated ? both(all, fromState(term, start)) : either(all, fromState(term, start));
  return all;
}

std::optional<Formula> FormulaBuilder::ofImplication(ltl::ImplicationOp op, bool isNegated) {
  std::optional<Automaton> sequence = sequenceOf(op.getAntecedent());
  std::optional<Formula> consequent =
      sequence ? build(op.getConsequent(), isNegated) : std::nullopt;
  if (!consequent)
    return std::nullopt;
  sequences.push_back(*sequence);
  // As a negated Follow: behind each match the consequent holds.
  Term term{Term::Follow, !isNegated, false, {}, int(sequences.size()) - 1, 0, *consequent, {}};
  Formula all = constant(!isNegated);
  for (int start : sequence->starts)
    all = isNegated ? either(all, fromState(term, start)) : both(all, fromState(term, start));
  return all;
}

std::optional<Formula> FormulaBuilder::join(Operation *op, bool isConjunction, bool isNegated,
                                            bool isStrong) {
  bool joinsAll = isConjunction != isNegated;
  Formula all = constant(joinsAll);
  for (Value operand : op->getOperands()) {
    std::optional<Formula> part = build(operand, isNegated, isStrong);
    if (!part)
      return std::nullopt;
    all = joinsAll ? both(all, *part) : either(all, *part);
  }
  return all;
}

std::optional<Formula> FormulaBuilder::build(Value property, bool isNegated, bool isStrong) {
  if (std::optional<bool> value = constantOf(property))
    return constant(*value != isNegated);
  if (property.getType().isInteger(1)) {
    (void)sequenceOf(property); // is read at the edges
    return termOf({Term::Letter, isNegated, false, property, 0, 0, {}, {}});
  }
  Operation *op = property.getDefiningOp();
  bool isSequence = isa<ltl::SequenceType>(property.getType());
  using Result = std::optional<Formula>;
  auto unary = [&](Value operand, Term::Kind kind) -> Result {
    Result first = build(operand, isNegated);
    return first ? Result(termOf({kind, false, false, {}, 0, 0, *first, {}})) : Result();
  };
  if (!op || (isSequence && !isa<ltl::AndOp>(op)))
    return ofSequence(property, isNegated, isStrong);
  return llvm::TypeSwitch<Operation *, Result>(op)
      .Case([&](ltl::ClockOp clocked) { return build(clocked.getInput(), isNegated, isStrong); })
      .Case([&](ltl::WeakOp weak) { return build(weak.getInput(), isNegated); })
      .Case([&](ltl::StrongOp strong) { return build(strong.getInput(), isNegated, true); })
      .Case([&](ltl::NotOp negation) { return build(negation.getInput(), !isNegated); })
      .Case([&](ltl::AndOp) { return join(op, true, isNegated, isStrong); })
      .Case([&](ltl::OrOp) { return join(op, false, isNegated); })
      .Case([&](ltl::ImplicationOp implication) { return ofImplication(implication, isNegated); })
      .Case([&](ltl::BooleanConstantOp value) { return constant(value.getValue() != isNegated); })
      .Case([&](ltl::EventuallyOp eventually) {
        return unary(eventually.getInput(), isNegated ? Term::Always : Term::Eventually);
      })
      .Case([&](ltl::UntilOp until) -> Result {
        Result first = build(until.getInput(), isNegated);
        Result second = first ? build(until.getCondition(), isNegated) : Result();
        if (!second)
          return std::nullopt;
        return termOf({isNegated ? Term::Release : Term::Until, false, false, {}, 0, 0, *first,
                       *second});
      })
      .Default([&](Operation *) -> Result {
        why = "in a property";
        return std::nullopt;
      });
}

// --- One edge ------------------------------------------------------------------------------------

/// A sequence from one of its states on: what each transition that is possible leads to.
Formula FormulaBuilder::advanceSequence(const Term &term, const Values &values) {
  bool joinsAll = term.isNegated;
  Formula all = constant(joinsAll);
  // `sequences` may not be changed while this is in use; terms are.
  for (const Automaton::Transition &t : sequences[size_t(term.sequence)].transitions) {
    bool isTaken = t.from == term.state && llvm::all_of(t.guard, [&](const auto &literal) {
      std::optional<bool> known = constantOf(literal.value);
      return (known ? *known : values.lookup(literal.value)) != literal.isNegated;
    });
    if (!isTaken)
      continue;
    Formula next = t.to != Automaton::Accept       ? fromState(term, t.to)
                   : term.kind == Term::Follow ? advance(term.first, values)
                                                   : constant(!term.isNegated);
    all = joinsAll ? both(all, next) : either(all, next);
  }
  return all;
}

Formula FormulaBuilder::advance(const Term &term, const Values &values) {
  Formula same = {Clause{numbers.at(term.key())}};
  switch (term.kind) {
  case Term::Letter:
    return constant(values.lookup(term.letter) != term.isNegated);
  case Term::Match:
  case Term::Follow:
    return advanceSequence(term, values);
  case Term::Until:
    return either(advance(term.second, values), both(advance(term.first, values), same));
  case Term::Release:
    return both(advance(term.second, values), either(advance(term.first, values), same));
  case Term::Eventually:
    return either(advance(term.first, values), same);
  case Term::Always:
    return both(advance(term.first, values), same);
  }
  return {};
}

Formula FormulaBuilder::advance(const Formula &formula, const Values &values) {
  Formula all = constant(false);
  for (const Clause &clause : formula) {
    Formula joined = constant(true);
    for (int number : clause)
      joined = both(joined, advance(Term(terms[size_t(number)]), values));
    all = either(all, joined);
  }
  return all;
}

void FormulaBuilder::add(Value letter, Letters &letters) {
  if (!constantOf(letter))
    letters.insert(letter);
}

/// What the next formula depends on.
void FormulaBuilder::collect(const Formula &formula, Letters &letters) {
  for (const Clause &clause : formula)
    for (int number : clause) {
      const Term &term = terms[size_t(number)];
      if (term.kind == Term::Letter)
        add(term.letter, letters);
      bool isSequence = term.kind == Term::Match || term.kind == Term::Follow;
      bool mayEnd = !isSequence;
      if (isSequence)
        for (const Automaton::Transition &t : sequences[size_t(term.sequence)].transitions)
          if (t.from == term.state) {
            mayEnd |= t.to == Automaton::Accept;
            for (const auto &literal : t.guard)
              add(literal.value, letters);
          }
      if (mayEnd)
        collect(term.first, letters);
      collect(term.second, letters);
    }
}

bool FormulaBuilder::isOpen(const Formula &formula) {
  return llvm::none_of(formula, [&](const Clause &clause) {
    return llvm::all_of(clause, [&](int number) {
      const Term &term = terms[size_t(number)];
      return term.kind != Term::Eventually && !term.isStrong;
    });
  });
}

// --- States ----------------------------------------------------------------------------------

/// Finds where the state leads to; false if it is too much.
bool FormulaBuilder::fill(Progression::State &state, const Formula &formula) {
  Letters letters;
  collect(formula, letters);
  if (letters.size() > maxLetters)
    return false;
  state.letters.assign(letters.begin(), letters.end());
  state.isOpen = isOpen(formula);
  for (size_t word = 0; word != size_t(1) << letters.size(); ++word) {
    Values values;
    for (auto [i, letter] : llvm::enumerate(letters))
      values[letter] = word >> i & 1;
    Formula next = advance(formula, values);
    if (next.empty() || next.contains(Clause{})) {
      state.next.push_back(next.empty() ? Progression::Fails : Progression::Holds);
      continue;
    }
    auto [it, isNew] = stateNumbers.try_emplace(next, int(pending.size()));
    if (isNew)
      pending.push_back(next);
    state.next.push_back(it->second);
  }
  return !isTooLarge && pending.size() <= maxStates;
}

std::optional<Progression> FormulaBuilder::run(Value property) {
  std::optional<Formula> start = build(property, /*isNegated=*/false);
  if (!start)
    return std::nullopt;
  Progression made;
  stateNumbers[*start] = 0;
  pending.push_back(*start);
  for (size_t i = 0; i != pending.size(); ++i) {
    Formula formula = pending[i];
    if (!fill(made.states.emplace_back(), formula)) {
      why = "with so many states";
      return std::nullopt;
    }
  }
  return made;
}

std::optional<Progression> Progression::make(Value property, SequenceOf sequenceOf,
                                             std::string &why) {
  return FormulaBuilder(sequenceOf, why).run(property);
}
