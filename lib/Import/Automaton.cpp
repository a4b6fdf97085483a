//===- Automaton.cpp - sequences of values at a clock -------------------------===//
//
// Constructions on automata without empty transitions. Where one automaton follows another,
// the transitions to the end of the first are replaced: by transitions to the starts of the
// second if that begins one edge later, and by transitions that need both guards if it
// begins at the same edge.
//
//===----------------------------------------------------------------------===//

#include "Import/Automaton.h"

using namespace circtsim::import;

int Automaton::add(const Automaton &other) {
  int base = states;
  states += other.states;
  for (const Transition &t : other.transitions)
    transitions.push_back({t.from + base, t.to == Accept ? Accept : t.to + base, t.guard});
  return base;
}

Automaton Automaton::ofLiteral(Literal literal) {
  Automaton made;
  made.states = 1;
  made.starts = {0};
  made.transitions.push_back({0, Accept, {literal}});
  return made;
}

Automaton Automaton::delayed(const Automaton &inner, uint64_t delay,
                             std::optional<uint64_t> more) {
  Automaton made;
  made.add(inner);
  uint64_t last = delay + more.value_or(0);
  llvm::SmallVector<int> chain;
  for (uint64_t i = 0; i < last + (more ? 0 : 1); ++i)
    chain.push_back(made.addState());
  // What can be active `position` edges behind the start.
  auto at = [&](uint64_t position) {
    llvm::SmallVector<int> active;
    if (position < chain.size())
      active.push_back(chain[position]);
    if (position >= delay)
      active.append(inner.starts);
    return active;
  };
  for (auto [i, state] : llvm::enumerate(chain))
    for (int next : at(!more && i == delay ? i : i + 1))
      made.transitions.push_back({state, next, {}});
  made.starts = at(0);
  return made;
}

Automaton Automaton::fused(const Automaton &first, const Automaton &second) {
  Automaton made;
  made.add(first);
  made.starts = first.starts;
  auto ends = std::move(made.transitions);
  made.transitions.clear();
  int base = made.add(second);
  for (const Transition &end : ends) {
    if (end.to != Accept) {
      made.transitions.push_back(end);
      continue;
    }
    for (const Transition &begin : second.transitions) {
      if (!llvm::is_contained(second.starts, begin.from))
        continue;
      Guard both = end.guard;
      both.append(begin.guard.begin(), begin.guard.end());
      made.transitions.push_back(
          {end.from, begin.to == Accept ? Accept : begin.to + base, std::move(both)});
    }
  }
  return made;
}

Automaton Automaton::either(const Automaton &first, const Automaton &second) {
  Automaton made;
  made.add(first);
  made.starts = first.starts;
  int base = made.add(second);
  for (int start : second.starts)
    made.starts.push_back(start + base);
  return made;
}

Automaton Automaton::both(const Automaton &first, const Automaton &second) {
  Automaton made;
  auto pair = [&](int a, int b) { return a * second.states + b; };
  made.states = first.states * second.states;
  int firstOnly = made.add(first), secondOnly = made.add(second); // the other one has ended
  for (int a : first.starts)
    for (int b : second.starts)
      made.starts.push_back(pair(a, b));
  for (const Transition &a : first.transitions)
    for (const Transition &b : second.transitions) {
      Guard guard = a.guard;
      guard.append(b.guard.begin(), b.guard.end());
      int to = a.to == Accept && b.to == Accept ? Accept
               : a.to == Accept                 ? secondOnly + b.to
               : b.to == Accept                 ? firstOnly + a.to
                                                : pair(a.to, b.to);
      made.transitions.push_back({pair(a.from, b.from), to, std::move(guard)});
    }
  return made;
}

Automaton Automaton::intersected(const Automaton &first, const Automaton &second) {
  Automaton made;
  auto pair = [&](int a, int b) { return a * second.states + b; };
  made.states = first.states * second.states;
  for (int a : first.starts)
    for (int b : second.starts)
      made.starts.push_back(pair(a, b));
  for (const Transition &a : first.transitions)
    for (const Transition &b : second.transitions) {
      if ((a.to == Accept) != (b.to == Accept))
        continue;
      Guard both = a.guard;
      both.append(b.guard.begin(), b.guard.end());
      made.transitions.push_back({pair(a.from, b.from),
                                  a.to == Accept ? Accept : pair(a.to, b.to), std::move(both)});
    }
  return made;
}

Automaton Automaton::repeated(const Automaton &inner, uint64_t least,
                              std::optional<uint64_t> more) {
  Automaton made;
  made.starts = inner.starts;
  uint64_t count = least + more.value_or(0);
  for (uint64_t i = 0; i < count; ++i) {
    int base = int(i) * inner.states;
    made.states += inner.states;
    for (const Transition &t : inner.transitions) {
      if (t.to != Accept) {
        made.transitions.push_back({t.from + base, t.to + base, t.guard});
        continue;
      }
      if (i + 1 >= least)
        made.transitions.push_back({t.from + base, Accept, t.guard});
      bool isLast = i + 1 == count;
      if (isLast && more)
        continue;
      for (int start : inner.starts)
        made.transitions.push_back(
            {t.from + base, start + (isLast ? base : base + inner.states), t.guard});
    }
  }
  return made;
}

Automaton Automaton::sparse(mlir::Value value, uint64_t least, uint64_t more, bool goesOn) {
  Automaton made;
  uint64_t count = least + more;
  // State i has seen the value i times.
  for (uint64_t i = 0; i < count + (goesOn ? 1 : 0); ++i)
    made.addState();
  made.starts = {0};
  for (int i = 0; i < made.states; ++i) {
    made.transitions.push_back({i, i, {{value, true}}});
    if (goesOn && uint64_t(i) >= least)
      made.transitions.push_back({i, Accept, {{value, true}}});
    if (uint64_t(i) == count)
      continue;
    if (uint64_t(i) + 1 >= least)
      made.transitions.push_back({i, Accept, {{value, false}}});
    if (i + 1 < made.states)
      made.transitions.push_back({i, i + 1, {{value, false}}});
  }
  return made;
}
