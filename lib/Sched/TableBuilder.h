//===- TableBuilder.h - makes table processes --------------------*- C++ -*-===//
#ifndef CIRCTSIM_SCHED_TABLEBUILDER_H
#define CIRCTSIM_SCHED_TABLEBUILDER_H

#include "Sched/Scheduler.h"

#include <unordered_map>

namespace circtsim::sched {

/// Makes the table processes of a design, then connects their outputs with those who read
/// them.
class TableBuilder {
public:
  TableBuilder(Scheduler &scheduler, model::Design &design) : s(scheduler), design(design) {}

  /// Room for all; before the first one is made.
  void reserve();
  /// What runs in the place of a process whose body has a table; else null.
  TableProcess *make(Process &process);
  /// The process hears of any change of bits [lo, lo+width) of a signal's storage, width 0:
  /// of all of it.
  void noteTerm(TableProcess &process, model::SignalId signal, uint32_t lo, uint32_t width);
  /// Once the signals have their terms.
  void connect();

  static bool isStatic(const model::ProcessImage &image) {
    return image.isStatic && image.kind != model::ProcessKind::Final;
  }

private:
  uint32_t tableOf(const model::TruthTable &table);
  uint32_t readersOf(model::SignalId signal);
  bool isOneBit(model::SignalId signal) const;
  bool addReader(const StaticTerm &term, model::SignalId signal, std::vector<uint32_t> &pins);
  bool findReaders(model::SignalId signal, std::vector<uint32_t> &pins);
  uint32_t numberOf(const TableProcess &process) const {
    return uint32_t(&process - s.tables.get());
  }

  Scheduler &s;
  model::Design &design;
  uint32_t used = 0;
  std::unordered_map<const model::TruthTable *, uint32_t> tables; ///< offsets
};

} // namespace circtsim::sched

#endif
