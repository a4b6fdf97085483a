//===- Tables.h - running processes by their truth tables --------*- C++ -*-===//
//
// What Scheduler::executeStatic() and the inertial drives of Assignments.cpp do, for
// processes that are one bit of up to four bits: the same order of events, without code.
// Neighbours in the queue are executed in one loop, which keeps what they share in
// registers and takes few jumps that depend on values.
//
// Such a process keeps the row of its table that its inputs select (TaskRowKnown). A change
// of an output that only such processes read reaches them here and is written into their
// rows. Any other event of a process makes it read its inputs again.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_SCHED_TABLES_H
#define CIRCTSIM_SCHED_TABLES_H

#include "Sched/Notify.h"

namespace circtsim::sched {

/// Members of the scheduler that a loop keeps in registers: stores of bytes could change them.
struct TableStorage {
  const uint8_t *a, *b; ///< the planes
  const uint8_t *tables;

  /// A whole object of one bit, as value::Bit.
  unsigned scalar(uint32_t offset) const { return a[offset] | b[offset] << 1; }
  unsigned bit(uint32_t offset, unsigned number) const {
    return (a[offset] >> number & 1) | (b[offset] >> number & 1) << 1;
  }
  unsigned rowOf(const TableDetails &details) const {
    unsigned row = 0;
    for (unsigned i = 0; i != details.inputCount; ++i)
      row |= bit(details.inputs[i], details.bits[i]) << 2 * i;
    return row;
  }
  const GateTable &tableOf(const TableEvaluation &evaluation) const {
    return *reinterpret_cast<const GateTable *>(tables + evaluation.table);
  }
};

inline TableStorage Scheduler::tableStorage() const {
  return {arenaBegin, arenaBegin + distance, reinterpret_cast<const uint8_t *>(gateTables.data())};
}

/// Reads the inputs of a process that is to be evaluated, and remembers the row if it will
/// be kept up to date. False if the task is none, or time 0 has not reached it.
[[gnu::noinline]] inline bool Scheduler::readRow(Task *task) {
  if (task->kind != TaskKind::TableProcess || !(task->flags & TaskArmed))
    return false;
  TableProcess &process = TableProcess::evaluatedBy(task);
  TableEvaluation &evaluation = process;
  const TableDetails &details = detailsOf(process);
  evaluation.row = uint8_t(tableStorage().rowOf(details));
  if (details.tracksRow())
    evaluation.flags |= TaskRowKnown;
  return true;
}

/// Writes outputs whose readers are table processes, and queues those. It is made for loops
/// without calls, which keep it in registers.
class OutputWriter {
public:
  /// For at most `count` outputs of up to two readers.
  OutputWriter(Scheduler &s, size_t count)
      : a(s.arenaBegin), b(a + s.distance), readers(s.tableReaders.data()),
        processes(reinterpret_cast<uint8_t *>(s.tables.get())) {
    s.active.reserve(2 * count + 2);
    end = s.active.last;
  }

  /// False, and nothing has been done, if there may be more readers, or others.
  [[gnu::always_inline]] bool write(const TableProcess &process, unsigned value) {
    const uint32_t *list = readers + process.readers;
    if (list[TableReaders::Count] > 2) [[unlikely]]
      return false;
    if (unsigned changed = exchange(process.output, value)) [[likely]] {
      fire(list[TableReaders::Pins], changed);
      fire(list[TableReaders::Pins + 1], changed);
    }
    return true;
  }
  /// The same of any number of readers; the queue has room.
  void writeMany(const TableProcess &process, unsigned value) {
    const uint32_t *list = readers + process.readers;
    unsigned changed = exchange(process.output, value);
    if (!changed)
      return;
    for (uint32_t i = 0, count = list[TableReaders::Count]; i != count; ++i)
      fire(list[TableReaders::Pins + i], changed);
  }
  /// To be called before anything else uses the queue.
  void finish(Scheduler &s) { s.active.last = end; }

private:
  [[gnu::always_inline]] unsigned exchange(uint32_t output, unsigned value) {
    unsigned old = a[output] | b[output] << 1;
    a[output] = value & 1;
    b[output] = uint8_t(value >> 1);
    return old ^ value;
  }
  [[gnu::always_inline]] void fire(uint32_t pin, unsigned changed) {
    uint8_t *process = processes + (pin & ~TableReaders::PlaceMask);
    uint32_t word = TableWord::load(process);
    *end = reinterpret_cast<TableEvaluation *>(process);
    end += !(word >> TableWord::Flags & TaskPending);
    word ^= changed << (pin & TableReaders::PlaceMask);
    TableWord::store(process, word | TaskPending << TableWord::Flags);
  }

  uint8_t *a, *b;
  const uint32_t *readers;
  uint8_t *processes;
  Task **end; ///< of the active queue, which has room
};

/// The general case of writing an output.
[[gnu::noinline]] inline void Scheduler::writeOutput(const TableProcess &process, unsigned value) {
  const uint32_t *list = &tableReaders[process.readers];
  uint32_t count = list[TableReaders::Count];
  if (count & (TableReaders::Special | TableReaders::Observed)) {
    storeFromCode<uint8_t, true>(arenaBegin + process.output, signalOf(process), value & 1,
                                 value >> 1);
    return;
  }
  OutputWriter writer(*this, count);
  writer.writeMany(process, value);
  writer.finish(*this);
}

/// Schedules a change, or takes the scheduled one back. The wheel may be used.
inline void Scheduler::driveOutput(TableProcess &process, unsigned value, bool differs,
                                   uint64_t delay) {
  TableChange &change = process;
  if (change.bucket)
    ++statistics.drivesCancelled;
  if (change.bucket == TableChange::Delivered) {
    change.bucket = 0;
    change.flags |= TaskKilled;
  } else if (change.bucket) {
    wheel.remove(&change);
  }
  process.value = uint8_t(value);
  if (differs)
    insertAfter(change, delay);
}

/// Executes tasks from `at` on as long as they are table processes with known rows, which the
/// delay of the inserter concerns and which have nothing scheduled; returns the first other one.
[[gnu::noinline]] inline Task **Scheduler::executeAlike(Task **at, Task **end,
                                                        TimeWheel::Inserter &inserter) {
  const TableStorage storage = tableStorage();
  TimeWheel::Cursor cursor = inserter.cursor;
  TimedTask *nobody = inserter.nobody();
  for (; at != end; ++at) {
    Task *task = *at;
    if (!task->is(TaskKind::TableProcess, TaskArmed | TaskPending | TaskRowKnown)) [[unlikely]]
      break;
    TableProcess &process = TableProcess::evaluatedBy(task);
    TableChange &change = process;
    const GateTable &table = storage.tableOf(process);
    unsigned value = table.rows[process.row];
    if (!change.isIdle() || table.delays[value] != cursor.delay) [[unlikely]]
      break;
    bool differs = storage.scalar(process.output) != value;
    task->flags = TaskArmed | TaskRowKnown;
    process.value = uint8_t(value);
    cursor.insertIf(differs, &change, nobody);
  }
  inserter.cursor = cursor;
  return at;
}

/// Executes one that executeAlike() does not, if it is a table process with a delay. `count`
/// tasks are left, with this one.
[[gnu::noinline]] inline bool Scheduler::executeUnlike(Task *task, size_t count,
                                                       TimeWheel::Inserter &inserter) {
  if (!TableWord::isReady(TableWord::load(task)) && !readRow(task))
    return false;
  const TableStorage storage = tableStorage();
  TableProcess &process = TableProcess::evaluatedBy(task);
  TableChange &change = process;
  const GateTable &table = storage.tableOf(process);
  unsigned value = table.rows[process.row];
  uint64_t delay = table.delays[value];
  if (!delay)
    return false;
  task->flags &= uint8_t(~TaskPending);
  if (change.bucket && process.value == value)
    return true;
  bool differs = storage.scalar(process.output) != value || isForced(signalOf(process));
  if (change.isIdle()) {
    process.value = uint8_t(value);
    if (!differs)
      return true;
    if (inserter.cursor.delay != delay)
      inserter.close();
    if (inserter.cursor.delay == delay || inserter.open(delay, count)) {
      inserter.cursor.insertIf(true, &change, nullptr);
      return true;
    }
  }
  inserter.close();
  driveOutput(process, value, differs, delay);
  return true;
}

/// Executes tasks from `at` on as long as they are table processes with delays that time 0
/// has reached; returns the first other one.
inline Task **Scheduler::executeDelayed(Task **at, Task **end) {
  TimeWheel::Inserter inserter(wheel);
  for (;; ++at) {
    at = executeAlike(at, end, inserter);
    if (at == end || !executeUnlike(*at, size_t(end - at), inserter))
      return at;
  }
}

/// The same of those without delays.
inline Task **Scheduler::executeUndelayed(Task **at, Task **end) {
  const TableStorage storage = tableStorage();
  for (; at != end; ++at) {
    Task *task = *at;
    if (!TableWord::isReady(TableWord::load(task)) && !readRow(task)) [[unlikely]]
      break;
    TableProcess &process = TableProcess::evaluatedBy(task);
    const GateTable &table = storage.tableOf(process);
    if (table.isDelayed()) [[unlikely]]
      break;
    task->flags &= uint8_t(~TaskPending);
    task->flags |= task->flags & TaskSelfTriggering ? 0 : TaskRunning;
    writeOutput(process, table.rows[process.row]);
    task->flags &= uint8_t(~TaskRunning);
  }
  return at;
}

/// Executes tasks from `at` on as long as they are table processes that time 0 has reached;
/// returns the first other one.
inline Task **Scheduler::executeTables(Task **at, Task **end) {
  Task **first = at, **stopped;
  do {
    stopped = at;
    at = executeDelayed(at, end);
    at = executeUndelayed(at, end);
  } while (at != stopped && at != end);
  statistics.tableRuns += uint64_t(at - first);
  return at;
}

/// Executes tasks from `at` on as long as they are changes of outputs with at most two
/// readers; returns the first other one.
[[gnu::noinline]] inline Task **Scheduler::changeAlike(Task **at, Task **end) {
  constexpr ptrdiff_t ahead = 8;
  OutputWriter writer(*this, size_t(end - at));
  auto execute = [&](Task *task) __attribute__((always_inline)) {
    if (!task->is(TaskKind::TableChange, 0)) [[unlikely]]
      return false;
    TableProcess &process = TableProcess::changedBy(task);
    if (!writer.write(process, process.value)) [[unlikely]]
      return false;
    process.bucket = 0;
    return true;
  };
  Task **last = end - std::min(ahead, end - at);
  for (; at != last; ++at) {
    __builtin_prefetch(at[ahead], 1);
    if (!execute(*at)) [[unlikely]]
      break;
  }
  if (at == last)
    for (; at != end && execute(*at); ++at)
      ;
  writer.finish(*this);
  return at;
}

/// Executes tasks from `at` on as long as they are changes of outputs whose time has come.
inline Task **Scheduler::changeOutputs(Task **at, Task **end) {
  for (;; ++at) {
    at = changeAlike(at, end);
    if (at == end || !(*at)->is(TaskKind::TableChange, 0)) // another kind, or killed
      return at;
    TableProcess &process = TableProcess::changedBy(*at);
    process.bucket = 0;
    writeOutput(process, process.value);
  }
}

} // namespace circtsim::sched

#endif
