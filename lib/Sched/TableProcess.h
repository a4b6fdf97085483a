//===- TableProcess.h - processes that are a truth table --------*- C++ -*-===//
#ifndef CIRCTSIM_SCHED_TABLEPROCESS_H
#define CIRCTSIM_SCHED_TABLEPROCESS_H

#include "Model/DesignImage.h"
#include "Sched/Task.h"

namespace circtsim::sched {

/// A truth table as it is used.
struct GateTable {
  bool isDelayed = false;
  uint64_t delays[4] = {};  ///< ticks, by the result
  uint8_t rows[size_t(1) << 2 * model::TruthTable::MaxInputs] = {};
};

/// The evaluation of a TableProcess, as the active queue holds it.
struct TableEvaluation : Task {
  uint8_t inputCount : 7 = 0;
  uint8_t hasTwoScalars : 1 = 0; ///< two inputs that are whole objects of one bit
  uint8_t value = 0;             ///< value::Bit that is scheduled
  uint8_t bits[model::TruthTable::MaxInputs] = {}; ///< of the inputs in their bytes
  TableEvaluation() : Task(TaskKind::TableProcess) {}
};

/// The scheduled change of its output (LRM 10.3.3, 28.16). `bucket` is not 0 until it is
/// executed or taken back.
struct TableChange : TimedTask {
  static constexpr uint16_t Delivered = 0xffff; ///< bucket of one that is in a queue
  TableChange() : TimedTask(TaskKind::TableChange) {}
};

/// A static process whose body has a truth table (model::TruthTable): gates and small
/// continuous assignments. Everything an evaluation needs lies in one cache line; names and
/// the rest are in the Process that it stands for (Scheduler::tableOwners).
struct alignas(64) TableProcess : TableEvaluation, TableChange {
  uint32_t output = 0;  ///< storage: offset in the arena, bytes
  model::SignalId signal = model::NoSignal; ///< of the output
  const GateTable *table = nullptr;
  uint32_t inputs[model::TruthTable::MaxInputs] = {}; ///< offsets in the arena, bytes
  uint32_t owner = 0;   ///< index into Scheduler::tableOwners

  TableEvaluation &evaluation() { return *this; }
  TableChange &change() { return *this; }
  static TableProcess &evaluatedBy(Task *task) {
    return static_cast<TableProcess &>(*static_cast<TableEvaluation *>(task));
  }
  static TableProcess &changedBy(Task *task) {
    return static_cast<TableProcess &>(*static_cast<TableChange *>(task));
  }
};
static_assert(sizeof(TableProcess) == 64);

} // namespace circtsim::sched

#endif
