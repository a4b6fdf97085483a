//===- StaticTerms.cpp - sensitivity lists of signals --------------------------===//
//
// A change concerns 64 bits of a signal's storage. The words of the storage are
// divided into ranges in which all words have the same terms, each with a list of
// its own, so that an element of an array reaches only those who read that element.
// Within a list the terms are in elaboration order, and neighbours of the same
// process and kind are one term.
//
//===----------------------------------------------------------------------===//
#include "Sched/StaticTerms.h"

#include "Sched/Scheduler.h"
#include "Value/Planes.h"

#include <algorithm>
#include <tuple>

namespace circtsim::sched {

using namespace circtsim::model;

static StaticTerm::Select selectOf(Edge edge) {
  switch (edge) {
  case Edge::Pos:
    return StaticTerm::Pos;
  case Edge::Neg:
    return StaticTerm::Neg;
  case Edge::Both:
    return StaticTerm::Both;
  default:
    return StaticTerm::Any;
  }
}

void StaticTermBuilder::add(SignalId signal, Task &process, uint32_t lo, uint32_t width,
                            Edge edge) {
  if (edge == Edge::NamedEvent) {
    s.hooksOf(signal).isEventVariable = true;
    s.design.signals[signal].hasSpecialTerms = true;
    s.signalFlags[signal] |= SignalWatched;
    return;
  }
  bool isEdge = edge != Edge::AnyChange;
  entries.push_back({&process, lo, isEdge ? 1 : width, edge, signal, uint32_t(entries.size())});
}

/// Bits of `word` that the term [lo, lo+width) names; width 0: all.
static uint64_t maskIn(uint64_t word, uint32_t lo, uint32_t width) {
  if (!width)
    return ~uint64_t(0);
  uint64_t begin = std::max<uint64_t>(lo, word * 64);
  uint64_t end = std::min<uint64_t>(uint64_t(lo) + width, word * 64 + 64);
  return begin < end ? value::lowMask(uint32_t(end - begin)) << (begin & 63) : 0;
}

const StaticTerm *StaticTermBuilder::keep(const std::vector<StaticTerm> &terms) {
  auto storage = std::make_unique<StaticTerm[]>(terms.size() + 1);
  StaticTerm *first = storage.get();
  *std::copy(terms.begin(), terms.end(), first) = StaticTerm(s.nobody, StaticTerm::Any, 0);
  s.pools.terms.push_back(std::move(storage));
  return first;
}

/// Appends the list of one word.
void StaticTermBuilder::appendWord(const Entry *first, const Entry *last, uint64_t word) {
  size_t start = list.size();
  for (const Entry *entry = first; entry != last; ++entry) {
    uint64_t mask = maskIn(word, entry->lo, entry->width);
    if (!mask)
      continue;
    StaticTerm term(*entry->process, selectOf(entry->edge), mask);
    if (list.size() > start && list.back().tagged == term.tagged)
      list.back().mask |= mask;
    else
      list.push_back(term);
  }
}

/// First words of the ranges in which all words have the same terms; 0 is one.
static std::vector<uint32_t> rangesOf(const uint32_t *bounds, size_t count) {
  std::vector<uint32_t> words(bounds, bounds + count);
  words.push_back(0);
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

/// The terms of the first word without those of one kind.
EdgeTerms StaticTermBuilder::termsBut(StaticTerm::Select left, const SignalRecord &record) {
  std::vector<StaticTerm> terms;
  std::remove_copy_if(record.terms, record.terms + record.termCount, std::back_inserter(terms),
                      [&](const StaticTerm &t) { return t.select() == left; });
  return {keep(terms), uint32_t(terms.size())};
}

void StaticTermBuilder::install(SignalId signal, const Entry *first, const Entry *last) {
  SignalRecord &record = s.design.signals[signal];
  bounds.clear();
  for (const Entry *entry = first; entry != last; ++entry) {
    record.hasSpecialTerms |= entry->edge != Edge::AnyChange;
    if (!entry->width)
      continue;
    uint32_t begin = entry->lo / 64, end = uint32_t((uint64_t(entry->lo) + entry->width - 1) / 64);
    for (uint32_t bound : {begin, begin + 1, end, end + 1})
      bounds.push_back(bound);
  }
  std::vector<uint32_t> ranges = rangesOf(bounds.data(), bounds.size()), starts;
  list.clear();
  for (uint32_t word : ranges) {
    starts.push_back(uint32_t(list.size()));
    appendWord(first, last, word);
  }
  starts.push_back(uint32_t(list.size()));
  record.terms = keep(list);
  record.termCount = starts[1];
  if (record.hasSpecialTerms) {
    SignalHooks &hooks = s.hooksOf(signal);
    hooks.rising = termsBut(StaticTerm::Neg, record);
    hooks.falling = termsBut(StaticTerm::Pos, record);
  }
  bool isFirstWordOnly = ranges.size() == 2 && ranges[1] == 1 && starts[2] == starts[1];
  if (isFirstWordOnly)
    return;
  SignalHooks &hooks = s.hooksOf(signal);
  hooks.rangeCount = uint32_t(ranges.size());
  auto index = std::make_unique<uint32_t[]>(ranges.size() + starts.size());
  std::copy(ranges.begin(), ranges.end(), index.get());
  std::copy(starts.begin(), starts.end(), index.get() + ranges.size());
  hooks.ranges = index.get();
  s.pools.termRanges.push_back(std::move(index));
}

void StaticTermBuilder::distribute() {
  std::sort(entries.begin(), entries.end(), [](const Entry &x, const Entry &y) {
    return std::tie(x.signal, x.number) < std::tie(y.signal, y.number);
  });
  for (size_t i = 0, end; i != entries.size(); i = end) {
    end = i;
    while (end != entries.size() && entries[end].signal == entries[i].signal)
      ++end;
    SignalId signal = entries[i].signal;
    install(signal, entries.data() + i, entries.data() + end);
    s.signalFlags[signal] |= SignalWatched;
  }
}

} // namespace circtsim::sched
