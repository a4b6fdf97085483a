//===- Tables.h - running processes by their truth tables --------*- C++ -*-===//
//
// What Scheduler::executeStatic() and the inertial drives of Assignments.cpp do, for
// processes that are one bit of up to four bits: the same order of events, without code.
// Neighbours in the queue are executed in one loop, which keeps what they share in
// registers and takes few jumps that depend on values.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_SCHED_TABLES_H
#define CIRCTSIM_SCHED_TABLES_H

#include "Sched/Notify.h"

namespace circtsim::sched {

/// Members of the scheduler that a loop keeps in registers: stores of bytes could change them.
struct TableStorage {
  const uint8_t *a, *b; ///< the planes

  /// A whole object of one bit, as value::Bit.
  unsigned scalar(uint32_t offset) const { return a[offset] | b[offset] << 1; }
  unsigned bit(uint32_t offset, unsigned number) const {
    return (a[offset] >> number & 1) | (b[offset] >> number & 1) << 1;
  }
  unsigned resultOf(const TableProcess &p) const {
    if (p.hasTwoScalars) [[likely]]
      return p.table->rows[scalar(p.inputs[0]) | scalar(p.inputs[1]) << 2];
    unsigned row = 0;
    for (unsigned i = 0; i != p.inputCount; ++i)
      row |= bit(p.inputs[i], p.bits[i]) << 2 * i;
    return p.table->rows[row];
  }
};

/// Stores the result of a table.
inline void Scheduler::storeOutput(TableProcess &process, unsigned bit) {
  storeFromCode<uint8_t, true>(arenaBegin + process.output, process.signal, bit & 1, bit >> 1);
}

/// Takes a scheduled change back.
inline void Scheduler::cancelChange(TableChange &change, TimeWheel::Inserter &inserter) {
  ++statistics.drivesCancelled;
  if (change.bucket != TableChange::Delivered) [[likely]] {
    inserter.remove(&change);
    return;
  }
  change.bucket = 0;
  change.flags |= TaskKilled;
}

[[gnu::always_inline]] inline void Scheduler::runTable(TableProcess &process, TableStorage storage,
                                                       TimeWheel::Inserter &inserter) {
  unsigned value = storage.resultOf(process);
  const GateTable &table = *process.table;
  TableEvaluation &evaluation = process;
  if (!table.isDelayed) {
    if (!isWatchedOnly(process.signal)) // somebody who is told may use the wheel
      inserter.close();
    evaluation.flags |= evaluation.flags & TaskSelfTriggering ? 0 : TaskRunning;
    storeOutput(process, value);
    evaluation.flags &= uint8_t(~TaskRunning);
    return;
  }
  TableChange &change = process;
  bool isScheduled = change.bucket != 0, isSame = process.value == value;
  if (isScheduled & !isSame)
    cancelChange(change, inserter);
  bool differs = storage.scalar(process.output) != value;
  process.value = uint8_t(value);
  inserter.insertIf(differs & !(isScheduled & isSame), &change, table.delays[value]);
}

/// Executes tasks from `at` on as long as they are table processes that time 0 has reached;
/// returns the first other one.
inline Task **Scheduler::executeTables(Task **at, Task **end) {
  const TableStorage storage = {arenaBegin, arenaBegin + distance};
  TimeWheel::Inserter inserter(wheel);
  Task **first = at;
  for (; at != end; ++at) {
    Task *task = *at;
    if (task->kind != TaskKind::TableProcess || !(task->flags & TaskArmed))
      break;
    task->flags &= uint8_t(~TaskPending);
    runTable(TableProcess::evaluatedBy(task), storage, inserter);
  }
  statistics.tableRuns += uint64_t(at - first);
  return at;
}

/// Fetches ahead what changeOutputs() touches: the record of the signal, the terms, the
/// processes, the farther away the less.
class OutputPrefetcher {
public:
  OutputPrefetcher(Task **first, Task **end, const model::SignalRecord *records)
      : known(first), end(end), records(records) {}
  /// Before the task at `at` is executed. False if it is no change of an output.
  bool advance(Task **at) {
    if (known == at + (Distance - 1)) [[likely]] {
      ask(at);
      return true;
    }
    for (; known != end && known != at + Distance && isChange(*known); ++known)
      ;
    return known != at;
  }

private:
  static constexpr ptrdiff_t Distance = 10;
  static bool isChange(const Task *task) { return task->kind == TaskKind::TableChange; }
  const model::SignalRecord &recordOf(Task *task) const {
    return records[TableProcess::changedBy(task).signal];
  }
  void ask(Task **at) {
    if (known != end && isChange(*known)) [[likely]]
      __builtin_prefetch(&recordOf(*known++));
    __builtin_prefetch(recordOf(at[6]).terms);
    if (const StaticTerm *terms = recordOf(at[3]).terms) [[likely]] {
      __builtin_prefetch(&terms[0].process(), 1);
      __builtin_prefetch(&terms[1].process(), 1);
    }
  }

  Task **known; ///< all before this are changes
  Task **end;
  const model::SignalRecord *records;
};

/// The same for changes of outputs whose time has come.
inline Task **Scheduler::changeOutputs(Task **at, Task **end) {
  uint8_t *planeA = arenaBegin, *planeB = planeA + distance;
  const uint8_t *flagsOf = signalFlags;
  const model::SignalRecord *recordOf = records;
  OutputPrefetcher prefetcher(at, end, recordOf);
  for (; prefetcher.advance(at); ++at) {
    TableProcess &process = TableProcess::changedBy(*at);
    TableChange &change = process;
    if (change.flags & TaskKilled) [[unlikely]]
      break;
    change.bucket = 0;
    model::SignalId signal = process.signal;
    const model::SignalRecord &record = recordOf[signal];
    if (flagsOf[signal] != model::SignalWatched || record.hasSpecialTerms | record.hasWaits)
        [[unlikely]] {
      storeOutput(process, process.value);
      continue;
    }
    uint8_t *a = planeA + process.output, *b = planeB + process.output;
    unsigned value = process.value;
    bool isChanged = (*a | *b << 1) != int(value);
    *a = value & 1;
    *b = uint8_t(value >> 1);
    if (isChanged) [[likely]]
      fireAll(record.terms, record.termCount);
  }
  return at;
}

} // namespace circtsim::sched

#endif
