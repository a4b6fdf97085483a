//===- TableProcess.h - processes that are a truth table --------*- C++ -*-===//
#ifndef CIRCTSIM_SCHED_TABLEPROCESS_H
#define CIRCTSIM_SCHED_TABLEPROCESS_H

#include "Model/DesignImage.h"
#include "Sched/Task.h"

#include <cstring>

namespace circtsim::sched {

/// A truth table as it is used.
struct GateTable {
  uint64_t delays[4] = {}; ///< ticks, by the result; all 0: a store without delay
  uint8_t rows[size_t(1) << 2 * model::TruthTable::MaxInputs] = {};
  bool isDelayed() const { return delays[0] != 0; }
};

/// The evaluation of a TableProcess, as the active queue holds it.
struct TableEvaluation : Task {
  uint8_t row = 0;    ///< the inputs, two bits each, the first one lowest; if TaskRowKnown
  uint8_t value = 0;  ///< value::Bit that is scheduled
  uint32_t table = 0; ///< offset in Scheduler::gateTables, bytes
  TableEvaluation() : Task(TaskKind::TableProcess) {}
};

/// The four bytes kind, flags, row and value of an evaluation as one word, the first one
/// lowest: who changes several of them takes one load and one store.
struct TableWord {
  static constexpr unsigned Flags = 8, Row = 16, Value = 24; ///< first bits of the parts
  /// Whether these are the four bytes of a table process that time 0 has reached and whose
  /// row is known.
  static bool isReady(uint32_t word) {
    constexpr uint32_t flags = uint32_t(TaskArmed | TaskRowKnown) << Flags;
    return (word & (flags | 0xff)) == (flags | uint32_t(TaskKind::TableProcess));
  }
  static uint32_t load(const void *evaluation) {
    uint32_t word;
    std::memcpy(&word, evaluation, sizeof word);
    return word;
  }
  static void store(void *evaluation, uint32_t word) {
    std::memcpy(evaluation, &word, sizeof word);
  }
};

/// The scheduled change of its output (LRM 10.3.3, 28.16). `bucket` is not 0 until it is
/// executed or taken back.
struct TableChange : TimedTask {
  static constexpr uint16_t Delivered = 0xffff; ///< bucket of one that is in a queue
  TableChange() : TimedTask(TaskKind::TableChange) {}
  /// Neither scheduled nor in a queue.
  bool isIdle() const { return (unsigned(flags) | bucket) == 0; }
};

/// A static process whose body has a truth table (model::TruthTable): gates and small
/// continuous assignments. What most evaluations need lies in half a cache line; the rest is
/// in TableDetails, names are in the Process that it stands for.
struct alignas(32) TableProcess : TableEvaluation, TableChange {
  uint32_t output = 0;  ///< storage: offset in the arena, bytes
  uint32_t readers = 0; ///< of the output: index into Scheduler::tableReaders

  TableEvaluation &evaluation() { return *this; }
  TableChange &change() { return *this; }
  static TableProcess &evaluatedBy(Task *task) {
    return static_cast<TableProcess &>(*static_cast<TableEvaluation *>(task));
  }
  static TableProcess &changedBy(Task *task) {
    return static_cast<TableProcess &>(*static_cast<TableChange *>(task));
  }
};
static_assert(sizeof(TableProcess) == 32);

/// The parts of a TableProcess that few evaluations look at.
struct TableDetails {
  struct Process *owner = nullptr; ///< for which it stands
  uint32_t inputs[model::TruthTable::MaxInputs] = {}; ///< offsets in the arena, bytes
  uint8_t bits[model::TruthTable::MaxInputs] = {};    ///< of the inputs in their bytes
  uint8_t inputCount = 0;
  uint8_t trackedInputs = 0; ///< bit per input: every change of it is an event of the process
  model::SignalId signals[model::TruthTable::MaxInputs] = {}; ///< that the inputs belong to
  bool tracksRow() const { return trackedInputs == (1u << inputCount) - 1; }
};

/// Who reads an output of one bit: in Scheduler::tableReaders its signal, the number of
/// pins, then the pins, two at least. A pin is the offset of a process among the table
/// processes, in bytes, plus the place of the input in its TableWord.
struct TableReaders {
  static constexpr uint32_t Special = 1u << 31; ///< in the number: others read it as well
  static constexpr uint32_t Observed = 1u << 30; ///< others want to know of changes at present
  static constexpr uint32_t Signal = 0, Count = 1, Pins = 2; ///< places
  static constexpr uint32_t PlaceMask = sizeof(TableProcess) - 1;
  static uint32_t pin(uint64_t process, unsigned input) {
    return uint32_t(process * sizeof(TableProcess)) | (TableWord::Row + 2 * input);
  }
};

} // namespace circtsim::sched

#endif
