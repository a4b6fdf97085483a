//===- Assignments.cpp - nonblocking assignments and inertial drives ---------===//
//
// NBA entries are applied in the order in which they were executed (10.4.2); the
// processes they wake run afterwards, because the whole region is moved before
// the active region continues (4.5). A delayed assignment enters the NBA region
// of its time step.
//
// Inertial drives (10.3.3, 28.16): a driver has at most one scheduled change. A
// new value different from the scheduled one removes it from the time wheel; a
// value equal to the present one then needs no change at all.
//
//===----------------------------------------------------------------------===//
#include "Sched/Scheduler.h"
#include "Sched/Store.h"
#include "Value/WordBuffer.h"

#include <algorithm>

namespace circtsim::sched {

using namespace circtsim::model;

void NbaQueue::pushBits(uint8_t *address, SignalId signal, NbaTarget target, bool isFour,
                        const uint64_t *a, const uint64_t *b) {
  uint32_t words = value::wordsFor(target.width);
  NbaEntry entry;
  entry.address = address;
  entry.signal = signal;
  entry.kind = words == 1 ? NbaKind::Part : NbaKind::Wide;
  entry.isFour = isFour;
  entry.a = side.size();
  side.resize(side.size() + 2 + (words << unsigned(isFour)));
  uint64_t *to = side.data() + entry.a;
  to[0] = uint64_t(target.lo);
  to[1] = target.width | uint64_t(target.unitWidth) << 32;
  std::memcpy(to + 2, a, words * 8);
  if (isFour)
    std::memcpy(to + 2 + words, b, words * 8);
  entries.push(entry);
}

void NbaQueue::pushCopy(uint8_t *address, SignalId signal, const uint8_t *source, uint64_t bytes,
                        uint64_t planeDistance) {
  uint64_t words = (bytes + 7) / 8;
  NbaEntry entry;
  entry.address = address;
  entry.signal = signal;
  entry.kind = NbaKind::Copy;
  entry.isFour = true;
  entry.a = side.size();
  entry.b = bytes;
  side.resize(side.size() + 2 * words);
  std::memcpy(side.data() + entry.a, source, bytes);
  std::memcpy(side.data() + entry.a + words, source + planeDistance, bytes);
  entries.push(entry);
}

void NbaQueue::pushTrigger(EventObject *event) {
  NbaEntry entry;
  entry.kind = NbaKind::Trigger;
  entry.a = reinterpret_cast<uint64_t>(event);
  entries.push(entry);
}

inline void Scheduler::applyEntry(const NbaEntry &e, const NbaQueue &queue) {
  switch (e.kind) {
  case NbaKind::I8: storeI<uint8_t>(*this, e.address, e.signal, e.a); return;
  case NbaKind::I16: storeI<uint16_t>(*this, e.address, e.signal, e.a); return;
  case NbaKind::I32: storeI<uint32_t>(*this, e.address, e.signal, e.a); return;
  case NbaKind::I64: storeI<uint64_t>(*this, e.address, e.signal, e.a); return;
  case NbaKind::L8: storeL<uint8_t>(*this, e.address, e.signal, e.a, e.b); return;
  case NbaKind::L16: storeL<uint16_t>(*this, e.address, e.signal, e.a, e.b); return;
  case NbaKind::L32: storeL<uint32_t>(*this, e.address, e.signal, e.a, e.b); return;
  case NbaKind::L64: storeL<uint64_t>(*this, e.address, e.signal, e.a, e.b); return;
  case NbaKind::Part:
  case NbaKind::Wide: {
    const uint64_t *side = queue.side.data() + e.a;
    auto width = uint32_t(side[1]), unitWidth = uint32_t(side[1] >> 32);
    const uint64_t *a = side + 2;
    storeBits(*this, e.address, e.signal, int64_t(side[0]), width, unitWidth, e.isFour, a,
              e.isFour ? a + value::wordsFor(width) : nullptr);
    return;
  }
  case NbaKind::Copy: {
    auto *a = reinterpret_cast<const uint8_t *>(queue.side.data() + e.a);
    storeObject(*this, e.address, e.signal, a, a + (e.b + 7) / 8 * 8, e.b);
    return;
  }
  case NbaKind::Trigger:
    trigger(*reinterpret_cast<EventObject *>(e.a));
    return;
  }
}

void Scheduler::applyNba(NbaQueue &queue) {
  applying.entries.swap(queue.entries);
  std::swap(applying.side, queue.side);
  statistics.nbaApplied += applying.entries.size();
  for (const NbaEntry &entry : applying.entries)
    applyEntry(entry, applying);
  applying.clear();
}

/// Appends the entries of a delayed assignment to the queue of its region.
void Scheduler::enterNba(const NbaQueue &queue, bool isReactive) {
  NbaQueue &target = isReactive ? reactiveNba : activeNba;
  uint64_t shift = target.side.size();
  target.side.insert(target.side.end(), queue.side.begin(), queue.side.end());
  for (NbaEntry entry : queue.entries) {
    if (entry.kind == NbaKind::Part || entry.kind == NbaKind::Wide || entry.kind == NbaKind::Copy)
      entry.a += shift;
    target.entries.push(entry);
  }
}

DelayedNba *Scheduler::newDelayedNba() {
  DelayedNba *nba = pools.freeDelayedNba;
  if (nba)
    pools.freeDelayedNba = nba->nextFree;
  else
    nba = &pools.delayedNbas.emplace_back();
  nba->isReactive = nbaQueue == &reactiveNba;
  return nba;
}

void Scheduler::schedule(DelayedNba *nba, uint64_t delay) {
  if (delay) {
    insertAfter(*nba, delay);
    return;
  }
  enterNba(nba->queue, nba->isReactive);
  nba->queue.clear();
  nba->nextFree = pools.freeDelayedNba;
  pools.freeDelayedNba = nba;
}

EventNba *Scheduler::newEventNba() {
  EventNba *nba = pools.freeEventNba;
  if (nba)
    pools.freeEventNba = nba->nextFree;
  else
    nba = &pools.eventNbas.emplace_back();
  nba->isReactive = nbaQueue == &reactiveNba;
  nba->remaining = 1;
  return nba;
}

PendingDrive &Scheduler::driveOf(uint8_t *address, SignalId signal, int64_t lo, uint32_t width) {
  PendingDrive *&first = signal < CellIds ? hooksOf(signal).drives : cellDrives;
  for (PendingDrive *d = first; d; d = d->nextOfSignal)
    if (d->address == address && d->lo == lo && d->width == width)
      return *d;
  PendingDrive &added = pools.drives.emplace_back();
  added.address = address;
  added.signal = signal;
  added.lo = lo;
  added.width = width;
  if (width > 64)
    added.large.resize(2 * value::wordsFor(width));
  added.nextOfSignal = first;
  first = &added;
  return added;
}

static uint64_t delayFor(const uint64_t *a, const uint64_t *b, uint32_t width, uint64_t rise,
                         uint64_t fall, uint64_t turnOff) {
  uint32_t words = value::wordsFor(width);
  bool anyA = !value::isZeroWords(a, words), anyB = !value::isZeroWords(b, words);
  if (!anyA && !anyB)
    return fall;
  if (!anyB)
    return rise;
  uint64_t zMissing = 0;
  for (uint32_t i = 0; i != words; ++i) {
    uint64_t all = i + 1 == words ? value::topMask(width) : ~uint64_t(0);
    zMissing |= all & ~(b[i] & ~a[i]);
  }
  if (!zMissing)
    return turnOff;
  if (width == 1) // to x: the shortest delay (28.16)
    return std::min({rise, fall, turnOff});
  return rise;
}

/// Whether a drive covers a whole object of at most 64 bits.
static bool isSmallWhole(int64_t lo, uint32_t width, uint32_t unitWidth) {
  return lo == 0 && width == unitWidth && width <= 64;
}

static bool equalPlanes(const uint64_t *x, const uint64_t *y, uint32_t words) {
  uint64_t different = 0;
  for (uint32_t i = 0; i != 2 * words; ++i)
    different |= x[i] ^ y[i];
  return !different;
}

/// Takes a scheduled change back.
void Scheduler::cancelDrive(PendingDrive &d) {
  if (d.bucket)
    wheel.remove(&d);
  else if (d.flags & TaskPending)
    d.flags |= TaskKilled;
  d.isScheduled = false;
  ++statistics.drivesCancelled;
}

/// Puts a change on its way that has been found to be one.
inline void Scheduler::scheduleDrive(PendingDrive &d, uint64_t delay) {
  d.isScheduled = true;
  if (delay) {
    insertAfter(d, delay);
    return;
  }
  if (d.flags & TaskPending) {
    d.flags &= uint8_t(~TaskKilled); // still queued for this time: takes the new value
    return;
  }
  d.flags |= TaskPending;
  inactive.push(&d);
}

/// drive() of a whole object of at most 64 bits.
inline void Scheduler::driveSmall(PendingDrive &d, uint64_t a, uint64_t b, const Delays &delays) {
  if (d.isScheduled) {
    if (d.small[0] == a && d.small[1] == b)
      return;
    cancelDrive(d);
  }
  uint32_t bytes = unitBytes(d.width);
  if (loadUnit(d.address, bytes) == a && (!d.isFour || loadUnit(d.address + distance, bytes) == b))
    return;
  d.small[0] = a;
  d.small[1] = b;
  scheduleDrive(d, delayFor(&a, &b, d.width, delays.rise, delays.fall, delays.turnOff));
}

void Scheduler::drive(uint8_t *address, SignalId signal, int64_t lo, uint32_t width,
                      uint32_t unitWidth, bool isFour, const uint64_t *a, const uint64_t *b,
                      const Delays &delays) {
  if (!address)
    return;
  PendingDrive &d = driveOf(address, signal, lo, width);
  d.unitWidth = unitWidth;
  d.isFour = isFour;
  if (isSmallWhole(lo, width, unitWidth)) {
    driveSmall(d, *a, b ? *b : 0, delays);
    return;
  }
  uint32_t words = value::wordsFor(width);
  value::WordBuffer next(2 * words), present(2 * words);
  for (uint32_t i = 0; i != words; ++i) {
    next[i] = a[i];
    next[words + i] = b ? b[i] : 0;
    present[words + i] = 0;
  }
  if (d.isScheduled) {
    if (equalPlanes(d.value(), next, words))
      return;
    cancelDrive(d);
  }
  loadBits(distance, address, lo, width, unitWidth, isFour, present, present + words);
  if (equalPlanes(present, next, words))
    return;
  for (uint32_t i = 0; i != 2 * words; ++i)
    d.value()[i] = next[i];
  scheduleDrive(d, delayFor(next, next + words, width, delays.rise, delays.fall, delays.turnOff));
}

void Scheduler::applyDrive(PendingDrive &d) {
  d.isScheduled = false;
  const uint64_t *value = d.value();
  if (isSmallWhole(d.lo, d.width, d.unitWidth))
    storeSlow(d.address, d.signal, unitBytes(d.width), value[0], value[1], d.isFour);
  else
    storeBits(*this, d.address, d.signal, d.lo, d.width, d.unitWidth, d.isFour, value,
              value + value::wordsFor(d.width));
}

void Scheduler::forEachPendingRange(
    const std::function<void(const uint64_t *, const uint64_t *)> &visit) const {
  auto visitQueue = [&](const NbaQueue &queue) {
    visit(queue.side.data(), queue.side.data() + queue.side.size());
    auto *words = reinterpret_cast<const uint64_t *>(queue.entries.begin());
    visit(words, words + queue.entries.size() * (sizeof(NbaEntry) / 8));
  };
  visitQueue(activeNba);
  visitQueue(reactiveNba);
  visitQueue(applying);
  for (const DelayedNba &nba : pools.delayedNbas)
    visitQueue(nba.queue);
  for (const EventNba &nba : pools.eventNbas)
    visitQueue(nba.queue);
  for (const PendingDrive &d : pools.drives)
    visit(d.value(), d.value() + 2 * value::wordsFor(d.width));
}

} // namespace circtsim::sched
