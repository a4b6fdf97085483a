//===- TableBuilder.cpp - processes that run by truth tables -----------------===//
//
// A process gets a table process if its body has a table and its operands lie in storage
// that offsets reach. Its row is kept up to date by events if it has an event for every
// input (TableDetails::trackedInputs); if not, it reads its inputs whenever it runs.
//
// The readers of an output are listed if all of them are table processes and any change of
// the output is an event of each. They stand in the order of the signal's terms, which is
// the order in which events reach them.
//
//===----------------------------------------------------------------------===//
#include "Sched/TableBuilder.h"

#include <algorithm>

namespace circtsim::sched {

using namespace circtsim::model;

void TableBuilder::reserve() {
  size_t count = 0;
  for (const Instance *instance : design.instances)
    for (const ProcessImage &image : design.moduleOf(*instance).processes)
      count += isStatic(image) && !design.image.functions[image.function].table.rows.empty();
  constexpr size_t most = UINT32_MAX / sizeof(TableProcess); // offsets have 32 bits
  s.tables = std::make_unique<TableProcess[]>(std::min(count, most) + 1);
  s.tableDetails.resize(std::min(count, most) + 1);
  s.tables[0].evaluation().flags = TaskPending; // never queued
  used = 1;
  s.readersOf.resize(count ? design.signalCount : 0);
  s.tableReaders = {NoSignal, TableReaders::Special}; // place 0: of nobody
}

uint32_t TableBuilder::tableOf(const TruthTable &table) {
  auto [it, isNew] = tables.try_emplace(&table, uint32_t(s.gateTables.size() * sizeof(GateTable)));
  if (isNew) {
    GateTable &made = s.gateTables.emplace_back();
    if (table.isDelayed)
      std::copy(std::begin(table.delays), std::end(table.delays), made.delays);
    std::copy(table.rows.begin(), table.rows.end(), made.rows);
  }
  return it->second;
}

TableProcess *TableBuilder::make(Process &process) {
  const TruthTable &table = design.image.functions[process.function].table;
  if (table.rows.empty() || used == s.tableDetails.size())
    return nullptr;
  const uint8_t *arena = design.arena.begin();
  auto offsetOf = [&](uint32_t operand) {
    const uint8_t *address = process.operands[operand].address;
    return address ? uint64_t(address - arena) : ~uint64_t(0);
  };
  for (uint32_t input : table.inputs)
    if (offsetOf(input) > UINT32_MAX)
      return nullptr;
  if (table.isDelayed && std::count(std::begin(table.delays), std::end(table.delays), ~uint64_t(0)))
    return nullptr;
  const SlotEntry &output = process.operands[table.output];
  if (offsetOf(table.output) > UINT32_MAX || output.bit || output.signal == NoSignal ||
      design.signals[output.signal].address != output.address)
    return nullptr;
  TableDetails &details = s.tableDetails[used];
  TableProcess &made = s.tables[used++];
  made.evaluation().flags = process.flags;
  if (table.isDelayed) // does not run while it causes events
    made.evaluation().flags &= uint8_t(~TaskSelfTriggering);
  made.evaluation().table = tableOf(table);
  made.output = uint32_t(offsetOf(table.output));
  made.readers = output.signal; // until connect()
  details.owner = &process;
  details.inputCount = uint8_t(table.inputs.size());
  for (size_t i = 0; i != table.inputs.size(); ++i) {
    const SlotEntry &input = process.operands[table.inputs[i]];
    details.inputs[i] = uint32_t(offsetOf(table.inputs[i]));
    details.bits[i] = uint8_t(input.bit);
    details.signals[i] = input.signal;
  }
  return &made;
}

void TableBuilder::noteTerm(TableProcess &process, SignalId signal, uint32_t lo, uint32_t width) {
  TableDetails &details = s.detailsOf(process);
  const uint8_t *start = design.signals[signal].address;
  for (unsigned i = 0; i != details.inputCount; ++i) {
    if (details.signals[i] != signal)
      continue;
    const uint8_t *address = design.arena.begin() + details.inputs[i];
    uint64_t bit = uint64_t(address - start) * 8 + details.bits[i];
    if (!width || bit - lo < width)
      details.trackedInputs |= uint8_t(1u << i);
  }
}

bool TableBuilder::isOneBit(SignalId signal) const {
  const SignalImage *image = design.signalImage(signal);
  if (!image)
    return false;
  const TypeImage &type = design.image.types[image->type];
  return (type.kind == TypeKind::Logic || type.kind == TypeKind::Bits) && type.width == 1;
}

/// Adds the pins of one process; false if it cannot be reached by pins.
bool TableBuilder::addReader(const StaticTerm &term, SignalId signal, std::vector<uint32_t> &pins) {
  Task &task = term.process();
  if (task.kind != TaskKind::TableProcess || (task.flags & TaskReactive) ||
      term.select() != StaticTerm::Any || !(term.mask & 1))
    return false;
  TableProcess &process = TableProcess::evaluatedBy(&task);
  const TableDetails &details = s.detailsOf(process);
  bool writesIt = design.arena.begin() + process.output == design.signals[signal].address;
  bool isDeaf = !s.tableOf(process).isDelayed() && !(task.flags & TaskSelfTriggering);
  if (writesIt && isDeaf) // ignores its own events
    return false;
  size_t before = pins.size();
  for (unsigned i = 0; i != details.inputCount; ++i)
    if (details.signals[i] == signal && !details.bits[i])
      pins.push_back(TableReaders::pin(numberOf(process), i));
  return pins.size() != before;
}

bool TableBuilder::findReaders(SignalId signal, std::vector<uint32_t> &pins) {
  const SignalRecord &record = design.signals[signal];
  if (record.hasSpecialTerms || !isOneBit(signal))
    return false;
  for (uint32_t i = 0; i != record.termCount; ++i)
    if (!addReader(record.terms[i], signal, pins))
      return false;
  return true;
}

uint32_t TableBuilder::readersOf(SignalId signal) {
  uint32_t &place = s.readersOf[signal];
  if (place)
    return place;
  std::vector<uint32_t> pins;
  bool isListed = findReaders(signal, pins);
  auto count = uint32_t(pins.size());
  pins.resize(std::max<size_t>(count, 2), TableReaders::pin(0, 0));
  place = uint32_t(s.tableReaders.size());
  s.tableReaders.insert(s.tableReaders.end(),
                        {signal, count | (isListed ? 0 : TableReaders::Special)});
  s.tableReaders.insert(s.tableReaders.end(), pins.begin(), pins.end());
  s.noteObservers(signal);
  return place;
}

void TableBuilder::connect() {
  for (uint32_t i = 1; i < used; ++i)
    s.tables[i].readers = readersOf(s.tables[i].readers);
}

} // namespace circtsim::sched
