//===- StaticTerms.h - sensitivity lists of signals --------------*- C++ -*-===//
#ifndef CIRCTSIM_SCHED_STATICTERMS_H
#define CIRCTSIM_SCHED_STATICTERMS_H

#include "Model/Design.h"
#include "Sched/Watch.h"

namespace circtsim::sched {

class Scheduler;

/// Collects the static terms of all processes, then gives each signal its lists.
class StaticTermBuilder {
public:
  explicit StaticTermBuilder(Scheduler &scheduler) : s(scheduler) {}

  /// Bits [lo, lo+width) of the signal's flat storage, width 0: all of it; for edges
  /// the bit `lo`. Terms of a process are added one after the other.
  void add(model::SignalId signal, Task &process, uint32_t lo, uint32_t width,
           model::Edge edge);
  /// Once, behind the last term.
  void distribute();

private:
  struct Entry {
    Task *process;
    uint32_t lo, width;
    model::Edge edge;
    model::SignalId signal;
    uint32_t number; ///< in the order of add()
  };
  void install(model::SignalId signal, const Entry *first, const Entry *last);
  /// A copy that stays. Behind it there is one more term, which never fires.
  const StaticTerm *keep(const std::vector<StaticTerm> &terms);
  EdgeTerms termsBut(StaticTerm::Select left, const model::SignalRecord &record);
  void appendWord(const Entry *first, const Entry *last, uint64_t word);

  Scheduler &s;
  std::vector<Entry> entries;
  // Of the signal under work:
  std::vector<StaticTerm> list;
  std::vector<uint32_t> bounds; ///< words at which terms begin or end
};

} // namespace circtsim::sched

#endif
