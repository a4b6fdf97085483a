//===- Assignments.cpp - nonblocking assignments and inertial drives ---------===//
//
// NBA entries are applied in the order in which they were executed (10.4.2); the
// processes they wake run afterwards, because the whole region is moved before
// the active region continues (4.5). A delayed assignment enters the NBA region
// of its time step.
//
// Inertial drives (10.3.3, 28.16): a driver has at most one scheduled change. A
// new value different from the scheduled one removes it from the time wheel; a
// value equal to the present one then needs no change at all, unless what is present is
// forced (10.6.2).
//
//===----------------------------------------------------------------------===//
#include "Sched/Notify.h"
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

/// Writes one scalar and notes it if somebody has to hear of a change. No jump depends on
/// the values.
template <typename Unit, bool IsFour>
static inline NbaChange *exchange(const NbaEntry &e, uint64_t distance, uint8_t flags,
                                  NbaChange *change) {
  auto plane = [](uint8_t *address, uint64_t value) {
    Unit old, now = Unit(value);
    std::memcpy(&old, address, sizeof(Unit));
    std::memcpy(address, &now, sizeof(Unit));
    return std::pair<uint64_t, uint64_t>(old, old ^ now);
  };
  auto [oldA, changed] = plane(e.address, e.a);
  change->entry = &e;
  change->oldA = oldA;
  change->oldB = 0;
  if constexpr (IsFour) {
    auto [oldB, changedB] = plane(e.address + distance, e.b);
    change->oldB = oldB;
    changed |= changedB;
  }
  return change + ((flags & SignalWatched) & unsigned(changed != 0));
}

/// Executes scalar entries up to the first one whose signal has more than watchers: first
/// all stores, then the news of the changes among them in the same order. Nobody looks at
/// signals in between.
const NbaEntry *Scheduler::storePlain(const NbaEntry *entry, const NbaEntry *last) {
  NbaChange *changes = nbaChanges.data(), *change = changes;
  const uint8_t *allFlags = signalFlags; // stores of bytes could write to members
  const uint64_t planes = distance;
  for (; entry != last; ++entry) {
    if (entry->signal >= CellIds)
      break;
    uint8_t flags = allFlags[entry->signal];
    if ((flags & ~SignalWatched) || entry->kind >= NbaKind::Part)
      break;
    switch (entry->kind) {
    case NbaKind::I8: change = exchange<uint8_t, false>(*entry, planes, flags, change); break;
    case NbaKind::I16: change = exchange<uint16_t, false>(*entry, planes, flags, change); break;
    case NbaKind::I32: change = exchange<uint32_t, false>(*entry, planes, flags, change); break;
    case NbaKind::I64: change = exchange<uint64_t, false>(*entry, planes, flags, change); break;
    case NbaKind::L8: change = exchange<uint8_t, true>(*entry, planes, flags, change); break;
    case NbaKind::L16: change = exchange<uint16_t, true>(*entry, planes, flags, change); break;
    case NbaKind::L32: change = exchange<uint32_t, true>(*entry, planes, flags, change); break;
    default: change = exchange<uint64_t, true>(*entry, planes, flags, change); break;
    }
  }
  for (; changes != change; ++changes) {
    const NbaEntry &e = *changes->entry;
    uint64_t bits = lowMask(8u << (unsigned(e.kind) & 3));
    notifyAtOnce(e.signal, e.address, changes->oldA, changes->oldB, e.a & bits,
                 e.kind >= NbaKind::L8 ? e.b & bits : 0);
  }
  return entry;
}

void Scheduler::applyNba(NbaQueue &queue) {
  applying.entries.swap(queue.entries);
  std::swap(applying.side, queue.side);
  size_t count = applying.entries.size();
  statistics.nbaApplied += count;
  if (nbaChanges.size() <= count) // one more: the last one may be written and not counted
    nbaChanges.resize(2 * count + 64);
  for (const NbaEntry *e = applying.entries.begin(), *last = applying.entries.end();;) {
    e = storePlain(e, last);
    if (e == last)
      break;
    applyEntry(*e++, applying);
  }
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

/// The drive of a whole object that is a signal; null if the signal has another one already.
PendingDrive *Scheduler::wholeDriveOf(uint8_t *address, SignalId signal, uint32_t width,
                                      bool isFour) {
  if (signal >= CellIds || address != design.signals[signal].address)
    return nullptr;
  PendingDrive *&drive = hooksOf(signal).drive;
  if (!drive) {
    drive = &pools.drives.emplace_back();
    drive->signal = signal;
    drive->width = uint8_t(width);
    drive->isFour = isFour;
  }
  return drive->width == width && drive->isFour == isFour ? drive : nullptr;
}

/// The drive of a range: what the process drove last, one of the signal's, or a new one.
PartDrive &Scheduler::partDriveOf(uint8_t *address, SignalId signal, int64_t lo, uint32_t width) {
  auto fits = [&](const PartDrive &d) {
    return d.address == address && d.lo == lo && d.bits == width;
  };
  if (current && current->drive && !current->drive->width)
    if (auto &last = *static_cast<PartDrive *>(current->drive); fits(last))
      return last;
  PartDrive *&first = signal < CellIds ? hooksOf(signal).partDrives : cellDrives;
  PartDrive *found = first;
  while (found && !fits(*found))
    found = found->nextOfSignal;
  if (!found) {
    found = &pools.partDrives.emplace_back();
    found->address = address;
    found->signal = signal;
    found->lo = lo;
    found->bits = width;
    found->words = std::make_unique<uint64_t[]>(2 * value::wordsFor(width));
    found->nextOfSignal = first;
    first = found;
  }
  if (current)
    current->drive = found;
  return *found;
}

static uint64_t delayFor(const uint64_t *a, const uint64_t *b, uint32_t width,
                         const Delays &delays) {
  uint32_t words = value::wordsFor(width);
  bool anyA = !value::isZeroWords(a, words), anyB = !value::isZeroWords(b, words);
  if (!anyA && !anyB)
    return delays.fall;
  if (!anyB)
    return delays.rise;
  uint64_t zMissing = 0;
  for (uint32_t i = 0; i != words; ++i) {
    uint64_t all = i + 1 == words ? value::topMask(width) : ~uint64_t(0);
    zMissing |= all & ~(b[i] & ~a[i]);
  }
  if (!zMissing)
    return delays.turnOff;
  if (width == 1) // to x: the shortest delay (28.16)
    return std::min({delays.rise, delays.fall, delays.turnOff});
  return delays.rise;
}

/// delayFor() of a value of at most 64 bits.
static inline uint64_t smallDelayFor(uint64_t a, uint64_t b, uint32_t width, const Delays &delays) {
  if (!b)
    return a ? delays.rise : delays.fall;
  if (!a && b == value::lowMask(width))
    return delays.turnOff;
  return width == 1 ? std::min({delays.rise, delays.fall, delays.turnOff}) : delays.rise;
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
  ++statistics.drivesCancelled;
}

/// Puts a change on its way that has been found to be one.
inline void Scheduler::scheduleDrive(PendingDrive &d, uint64_t delay) {
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

void Scheduler::driveWhole(uint8_t *address, SignalId signal, uint32_t width, bool isFour,
                           uint64_t a, uint64_t b, const Delays &delays) {
  PendingDrive *d = current ? current->drive : nullptr;
  bool isOurs = d && d->signal == signal && d->width == width &&
                design.signals[signal].address == address; // not another element of an array
  if (!isOurs) [[unlikely]] {
    d = address ? wholeDriveOf(address, signal, width, isFour) : nullptr;
    if (!d) {
      drive(address, signal, 0, width, width, isFour, &a, isFour ? &b : nullptr, delays);
      return;
    }
    if (current)
      current->drive = d;
  }
  if (d->isScheduled()) {
    if (d->a == a && d->b == b)
      return;
    cancelDrive(*d);
  }
  uint32_t bytes = unitBytes(width);
  if (loadUnit(address, bytes) == a && (!isFour || loadUnit(address + distance, bytes) == b) &&
      !isForced(signal))
    return;
  d->a = a;
  d->b = b;
  scheduleDrive(*d, smallDelayFor(a, b, width, delays));
}

void Scheduler::drive(uint8_t *address, SignalId signal, int64_t lo, uint32_t width,
                      uint32_t unitWidth, bool isFour, const uint64_t *a, const uint64_t *b,
                      const Delays &delays) {
  if (!address)
    return;
  if (lo == 0 && width == unitWidth && width <= 64 &&
      wholeDriveOf(address, signal, width, isFour)) {
    driveWhole(address, signal, width, isFour, *a, b ? *b : 0, delays);
    return;
  }
  PartDrive &d = partDriveOf(address, signal, lo, width);
  d.unitWidth = unitWidth;
  d.isFour = isFour;
  drivePart(d, a, b, delays);
}

void Scheduler::driveObject(uint8_t *address, SignalId signal, const uint8_t *source,
                            uint64_t bytes, uint64_t delay) {
  if (!address)
    return;
  PartDrive &d = partDriveOf(address, signal, 0, uint32_t(bytes * 8));
  d.unitWidth = PartDrive::Object;
  uint32_t words = value::wordsFor(d.bits);
  value::WordBuffer next(2 * words);
  for (uint32_t i = 0; i != 2 * words; ++i)
    next[i] = 0;
  if (source) {
    std::memcpy(next, source, bytes);
    std::memcpy(next + words, source + distance, bytes);
  }
  drivePart(d, next, next + words, {delay, delay, delay});
}

void Scheduler::drivePart(PartDrive &d, const uint64_t *a, const uint64_t *b,
                          const Delays &delays) {
  uint32_t words = value::wordsFor(d.bits);
  value::WordBuffer next(2 * words), present(2 * words);
  for (uint32_t i = 0; i != words; ++i) {
    next[i] = a[i];
    next[words + i] = b ? b[i] : 0;
    present[i] = present[words + i] = 0;
  }
  if (d.isScheduled()) {
    if (equalPlanes(d.words.get(), next, words))
      return;
    cancelDrive(d);
  }
  if (d.unitWidth == PartDrive::Object) {
    std::memcpy(present, d.address, d.bits / 8);
    std::memcpy(present + words, d.address + distance, d.bits / 8);
  } else {
    loadBits(distance, d.address, d.lo, d.bits, d.unitWidth, d.isFour, present, present + words);
  }
  if (equalPlanes(present, next, words) && !isForced(d.signal))
    return;
  for (uint32_t i = 0; i != 2 * words; ++i)
    d.words[i] = next[i];
  scheduleDrive(d, delayFor(next, next + words, d.bits, delays));
}

void Scheduler::applyDrive(PendingDrive &d) {
  if (d.width) [[likely]] {
    storeSlow(design.signals[d.signal].address, d.signal, unitBytes(d.width), d.a, d.b, d.isFour);
    return;
  }
  auto &part = static_cast<PartDrive &>(d);
  const uint64_t *a = part.words.get();
  if (part.unitWidth == PartDrive::Object) {
    auto *b = reinterpret_cast<const uint8_t *>(a + value::wordsFor(part.bits));
    storeObject(*this, part.address, part.signal, reinterpret_cast<const uint8_t *>(a), b,
                part.bits / 8);
    return;
  }
  storeBits(*this, part.address, part.signal, part.lo, part.bits, part.unitWidth, part.isFour, a,
            a + value::wordsFor(part.bits));
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
    visit(&d.a, &d.a + 2);
  for (const PartDrive &d : pools.partDrives)
    visit(d.words.get(), d.words.get() + 2 * value::wordsFor(d.bits));
}

} // namespace circtsim::sched
