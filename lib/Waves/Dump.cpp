//===- Dump.cpp - recording changes ------------------------------------------===//
//
// At the end of every time step the recorder takes the scheduler's list of traced
// signals that changed, sorts it, and shows it to each dump. A dump compares every
// variable of such a signal with the value it wrote last, so that a glitch within
// the step leaves no trace, and hands the changed ones to its writer in signal
// order. Objects of many variables (memories under --trace-all) keep a copy of
// their bytes, which is compared in blocks first.
//
// An event variable has no value that changes: the dump looks whether its event was
// triggered in this step.
//
// IEEE 1800-2023 21.7.1.
//
//===----------------------------------------------------------------------===//
#include "Waves/Dump.h"

#include "Model/Storage.h"

#include <algorithm>
#include <cstring>

namespace circtsim::waves {

using namespace circtsim::model;

/// Objects of more variables than this have a mirror.
static constexpr uint32_t MirrorRows = 64;
/// Bytes compared at once in a mirror.
static constexpr uint64_t MirrorBlock = 512;

static uint64_t bytesOf(const VariableTable::Row &row) { return packedBytes(row.width); }

void Dump::start() {
  collectRows();
  writer = opener(table);
  if (!writer) {
    table.rows.clear();
    firstRow.assign(firstRow.size(), NoId);
    state = State::Ended;
    return;
  }
  state = State::On;
  allocateValues();
  refreshAll();
  declareAll();
  writer->writeBlock(DumpBlock::Dumpvars, scheduler.now());
  checkLimit();
}

void Dump::allocateValues() {
  for (uint32_t id = 0; id != table.rows.size(); ++id) {
    VariableTable::Row &row = table.rows[id];
    if (row.kind == VariableKind::Event) {
      eventRows.push_back(id);
      continue;
    }
    scheduler.trace(row.signal);
    if (row.kind == VariableKind::String) {
      row.value = uint32_t(table.texts.size());
      table.texts.emplace_back();
      continue;
    }
    row.value = uint32_t(table.words.size());
    uint32_t words = value::wordsFor(row.width);
    table.words.resize(table.words.size() + (row.kind == VariableKind::Logic ? 2 : 1) * words);
  }
  for (uint32_t id = 0, end; id < table.rows.size(); id = end) {
    // The bytes of a string variable do not tell whether its text changed.
    bool hasText = false;
    for (end = id; end < table.rows.size() && table.rows[end].signal == table.rows[id].signal;)
      hasText |= table.rows[end++].kind == VariableKind::String;
    if (end - id <= MirrorRows || hasText)
      continue;
    Mirror mirror{table.rows[id].signal, id, end, {}};
    mirror.bytes.resize(2 * (table.rows[end - 1].offset + bytesOf(table.rows[end - 1])));
    mirrors.push_back(std::move(mirror));
  }
}

/// Takes over the present value; true if it differs from the one seen last.
bool Dump::refresh(uint32_t id) {
  const VariableTable::Row &row = table.rows[id];
  if (row.kind == VariableKind::Event)
    return false;
  if (row.kind == VariableKind::String) {
    std::string_view now = readString(loadUnit(row.address, 8));
    if (table.texts[row.value] == now)
      return false;
    table.texts[row.value] = now;
    return true;
  }
  uint32_t words = value::wordsFor(row.width);
  uint64_t *seen = table.words.data() + row.value;
  bool changed = false;
  unsigned planes = row.kind == VariableKind::Logic ? 2 : 1;
  for (unsigned plane = 0; plane != planes; ++plane) {
    const uint8_t *from = row.address + (plane ? scheduler.planeDistance() : 0);
    for (uint32_t w = 0; w != words; ++w) {
      uint64_t now = loadUnit(from + 8 * w, row.width <= 64 ? unitBytes(row.width) : 8);
      changed |= now != *seen;
      *seen++ = now;
    }
  }
  return changed;
}

void Dump::refreshAll() {
  for (uint32_t id = 0; id != table.rows.size(); ++id)
    refresh(id);
  for (Mirror &mirror : mirrors) {
    const uint8_t *base = table.rows[mirror.firstRow].address - table.rows[mirror.firstRow].offset;
    size_t size = mirror.bytes.size() / 2;
    std::memcpy(mirror.bytes.data(), base, size);
    std::memcpy(mirror.bytes.data() + size, base + scheduler.planeDistance(), size);
  }
}

void Dump::refreshRows(uint32_t first, uint32_t end) {
  for (uint32_t id = first; id != end; ++id)
    if (refresh(id))
      changedRows.push_back(id);
}

void Dump::refreshMirror(Mirror &mirror) {
  using Row = VariableTable::Row;
  const Row *first = table.rows.data() + mirror.firstRow, *last = table.rows.data() + mirror.endRow;
  const uint8_t *base = first->address - first->offset;
  uint64_t size = mirror.bytes.size() / 2;
  for (uint64_t at = 0; at < size; at += MirrorBlock) {
    uint64_t count = std::min(MirrorBlock, size - at);
    uint8_t *seenA = mirror.bytes.data() + at, *seenB = seenA + size;
    const uint8_t *nowA = base + at, *nowB = nowA + scheduler.planeDistance();
    if (!std::memcmp(seenA, nowA, count) && !std::memcmp(seenB, nowB, count))
      continue;
    std::memcpy(seenA, nowA, count);
    std::memcpy(seenB, nowB, count);
    // A variable that lies in two blocks is refreshed with the first that differs.
    const Row *begin = std::upper_bound(first, last, at, [](uint64_t offset, const Row &row) {
      return offset < row.offset + bytesOf(row);
    });
    const Row *end = std::lower_bound(begin, last, at + count, [](const Row &row, uint64_t offset) {
      return row.offset < offset;
    });
    refreshRows(uint32_t(begin - table.rows.data()), uint32_t(end - table.rows.data()));
  }
}

void Dump::collectEvents() {
  // The last step is looked at twice: by $finish and at the end of the run.
  if (eventStep == scheduler.step())
    return;
  eventStep = scheduler.step();
  for (uint32_t id : eventRows) {
    auto *event = reinterpret_cast<const EventObject *>(loadUnit(table.rows[id].address, 8));
    if (event && scheduler.isTriggered(*event))
      changedRows.push_back(id);
  }
}

void Dump::endStep(std::span<const SignalId> changed) {
  if (state == State::Waiting) {
    start();
  } else if (state == State::On) {
    changedRows.clear();
    for (SignalId signal : changed) {
      uint32_t first = firstRow[signal];
      if (first == NoId)
        continue;
      auto mirror = std::lower_bound(mirrors.begin(), mirrors.end(), signal,
                                     [](const Mirror &m, SignalId s) { return m.signal < s; });
      if (mirror != mirrors.end() && mirror->signal == signal) {
        refreshMirror(*mirror);
        continue;
      }
      uint32_t end = first + 1;
      while (end < table.rows.size() && table.rows[end].signal == signal)
        ++end;
      refreshRows(first, end);
    }
    collectEvents();
    if (!changedRows.empty())
      writer->writeChanges(scheduler.now(), changedRows);
    checkLimit();
  }
  for (DumpCommand command : commands)
    execute(command);
  commands.clear();
}

void Dump::execute(DumpCommand command) {
  uint64_t now = scheduler.now();
  switch (command) {
  case DumpCommand::Off:
    if (state == State::On) {
      writer->writeBlock(DumpBlock::Dumpoff, now);
      state = State::Off;
    }
    break;
  case DumpCommand::On:
    if (state == State::Off) {
      refreshAll();
      writer->writeBlock(DumpBlock::Dumpon, now);
      state = State::On;
    }
    break;
  case DumpCommand::All:
    if (state == State::On)
      writer->writeBlock(DumpBlock::Dumpall, now);
    break;
  }
  checkLimit();
}

void Dump::checkLimit() {
  if (!limit || state == State::Ended || !writer || writer->bytesWritten() <= limit)
    return;
  writer->comment("the limit of $dumplimit is reached");
  writer->flush();
  state = State::Ended;
}

void Dump::close() {
  if (writer)
    writer->close(scheduler.now());
  writer.reset();
  state = State::Ended;
}

//===--- Recorder -----------------------------------------------------------===//

Dump &Recorder::add(Dump::Opener opener) {
  if (dumps.empty())
    scheduler.atEveryStepEnd([this] { endStep(); });
  dumps.push_back(std::make_unique<Dump>(design, scheduler, readString, std::move(opener)));
  return *dumps.back();
}

void Recorder::endStep() {
  std::vector<SignalId> &changed = scheduler.changedSignals;
  std::sort(changed.begin(), changed.end());
  for (std::unique_ptr<Dump> &dump : dumps)
    dump->endStep(changed);
  scheduler.clearChanged();
}

void Recorder::close() {
  if (dumps.empty())
    return;
  endStep();
  for (std::unique_ptr<Dump> &dump : dumps)
    dump->close();
  dumps.clear();
}

} // namespace circtsim::waves
