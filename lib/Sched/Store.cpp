//===- Store.cpp - parts, wide objects and the slow path of stores -----------===//
//
// Every store compares, writes on change and notifies. Objects of up to 64 bits
// go through one unit; wider ones word by word, each changed word notifying its
// watchers and the signal's listeners once at the end. All positions passed to
// watchers are bits of the signal's flat storage.
//
// A forced bit takes no store (10.6.2); what the driver would have stored is
// kept aside by maskStore().
//
//===----------------------------------------------------------------------===//
#include "Sched/Store.h"

#include "Sched/Notify.h"

#include "Value/Words.h"

namespace circtsim::sched {

using model::SignalId;
using namespace circtsim::model;

/// Writes one unit that may or may not change; true if it did. `stored` marks the
/// bits that the store is about, the others have their old values. Listeners and
/// drivers are left to the caller.
bool Scheduler::storeWord(uint8_t *address, SignalId signal, uint32_t bytes, uint64_t stored,
                          uint64_t a, uint64_t b, bool isFour) {
  uint8_t *second = address + distance;
  uint64_t oldA = loadUnit(address, bytes), oldB = isFour ? loadUnit(second, bytes) : 0;
  if (!isFour)
    b = 0;
  bool isSignal = signal < CellIds;
  uint64_t lo = isSignal ? uint64_t(address - design.signals[signal].address) * 8 : 0;
  if (isSignal && (signalFlags[signal] & SignalForced))
    maskStore(signal, lo, bytes * 8, stored, oldA, oldB, a, b);
  if (oldA == a && oldB == b)
    return false;
  storeUnit(address, bytes, a);
  if (isFour)
    storeUnit(second, bytes, b);
  if (isSignal) {
    if (signalFlags[signal] & SignalWatched)
      notifyWatchers(signal, address, oldA, oldB, a, b);
  } else if (signal == CellSignal && cellWaits) {
    notifyCell(address, oldA, oldB, a, b);
  }
  return true;
}

/// Store to a signal that has watchers and nothing else.
inline void Scheduler::storeWatched(uint8_t *address, SignalId signal, uint32_t bytes, uint64_t a,
                                    uint64_t b, bool isFour) {
  uint8_t *second = address + distance;
  uint64_t oldA = loadUnit(address, bytes), oldB = isFour ? loadUnit(second, bytes) : 0;
  if (oldA == a && oldB == b)
    return;
  storeUnit(address, bytes, a);
  if (isFour)
    storeUnit(second, bytes, b);
  notifyAtOnce(signal, address, oldA, oldB, a, b);
}

/// Whether a change may still concern somebody: a waiting process, or a static one that
/// is not queued already or knows its inputs.
inline bool Scheduler::hasListening(const SignalRecord &record) const {
  const SignalHooks *hooks = record.hooks;
  if (hooks && (hooks->firstWait || hooks->isEventVariable))
    return true;
  uint32_t count = hooks && hooks->ranges ? hooks->ranges[2 * hooks->rangeCount] : record.termCount;
  for (const StaticTerm *term = record.terms, *end = term + count; term != end; ++term) {
    uint8_t flags = term->process().flags;
    if ((flags & TaskTriggerMask) == TaskArmed || (flags & TaskRowKnown))
      return true;
  }
  return false;
}

/// Stores a whole object of words that has watchers and nothing else; `b` is null if
/// it is two-state. Once everybody is awake the rest is copied.
void Scheduler::storeWatchedWords(uint8_t *address, SignalId signal, uint32_t words,
                                  const uint64_t *a, const uint64_t *b) {
  uint8_t *second = address + distance;
  for (uint32_t i = 0; i != words; ++i) {
    uint64_t oldA = loadUnit(address + i * 8, 8), newA = a[i];
    uint64_t oldB = b ? loadUnit(second + i * 8, 8) : 0, newB = b ? b[i] : 0;
    if (oldA == newA && oldB == newB)
      continue;
    storeUnit(address + i * 8, 8, newA);
    if (b)
      storeUnit(second + i * 8, 8, newB);
    notifyWatchers(signal, address + i * 8, oldA, oldB, newA, newB);
    if (hasListening(design.signals[signal]))
      continue;
    std::memcpy(address + i * 8, a + i, (words - i) * 8);
    if (b)
      std::memcpy(second + i * 8, b + i, (words - i) * 8);
    return;
  }
}

void Scheduler::storeSlow(uint8_t *address, SignalId signal, uint32_t bytes, uint64_t a,
                          uint64_t b, bool isFour) {
  if (signal < CellIds && signalFlags[signal] == SignalWatched) [[likely]] {
    storeWatched(address, signal, bytes, a, isFour ? b : 0, isFour);
    return;
  }
  if (storeWord(address, signal, bytes, ~uint64_t(0), a, b, isFour) && signal < CellIds &&
      (signalFlags[signal] & ~SignalWatched))
    notifyChanged(signal);
}

/// Bits of `count` (1..64) taken from bit `from` of a value; null reads as 0.
static uint64_t takeBits(const uint64_t *words, uint32_t from, uint32_t count) {
  return words ? value::extractWord(words, from, count) : 0;
}

/// Stores bits inside one unit of an object that has watchers at most; false if this is
/// another case.
inline bool Scheduler::storeField(uint8_t *address, SignalId signal, uint64_t lo, uint32_t width,
                                  uint32_t unitWidth, bool isFour, const uint64_t *a,
                                  const uint64_t *b) {
  unsigned begin = lo % 64;
  if (signal >= CellIds || begin + uint64_t(width) > 64 || lo >= unitWidth ||
      lo + width > unitWidth)
    return false;
  uint8_t flags = signalFlags[signal];
  if (flags & ~SignalWatched)
    return false;
  uint32_t bytes = unitWidth > 64 ? 8 : unitBytes(unitWidth);
  uint8_t *unit = address + lo / 64 * 8, *second = unit + distance;
  uint64_t mask = lowMask(width) << begin;
  uint64_t oldA = loadUnit(unit, bytes), oldB = isFour ? loadUnit(second, bytes) : 0;
  uint64_t newA = (oldA & ~mask) | (*a << begin & mask);
  uint64_t newB = (oldB & ~mask) | (isFour && b ? *b << begin & mask : 0);
  if (!((oldA ^ newA) | (oldB ^ newB)))
    return true;
  storeUnit(unit, bytes, newA);
  if (isFour)
    storeUnit(second, bytes, newB);
  if (flags)
    notifyAtOnce(signal, unit, oldA, oldB, newA, newB);
  return true;
}

void storeBits(Scheduler &s, uint8_t *address, SignalId signal, int64_t lo, uint32_t width,
               uint32_t unitWidth, bool isFour, const uint64_t *a, const uint64_t *b) {
  if (!address || s.storeField(address, signal, uint64_t(lo), width, unitWidth, isFour, a, b))
    return;
  int64_t first = lo < 0 ? 0 : lo;
  int64_t last = lo + int64_t(width) < int64_t(unitWidth) ? lo + int64_t(width) : unitWidth;
  if (first >= last)
    return;
  auto skip = uint32_t(first - lo), at = uint32_t(first), end = uint32_t(last);
  uint64_t distance = s.planeDistance();
  if (unitWidth > 64 && lo == 0 && width == unitWidth && bool(b) == isFour &&
      signal < Scheduler::CellIds) {
    uint32_t words = value::wordsFor(width);
    uint8_t flags = s.signalFlags[signal];
    if (flags == 0) {
      std::memcpy(address, a, words * 8);
      if (isFour)
        std::memcpy(address + distance, b, words * 8);
      return;
    }
    if (flags == SignalWatched) {
      s.storeWatchedWords(address, signal, words, a, b);
      return;
    }
  }
  bool changed = false;
  for (uint32_t word = unitWidth <= 64 ? 0 : at >> 6; word * 64 < end; ++word) {
    uint32_t begin = word * 64 > at ? word * 64 : at;
    uint32_t stop = (word + 1) * 64 < end ? (word + 1) * 64 : end;
    uint32_t bytes = unitWidth <= 64 ? unitBytes(unitWidth) : 8;
    uint64_t mask = lowMask(stop - begin) << (begin & 63);
    uint8_t *unit = address + word * 8;
    uint32_t from = skip + (begin - at);
    uint64_t newA = (loadUnit(unit, bytes) & ~mask) |
                    (takeBits(a, from, stop - begin) << (begin & 63));
    uint64_t newB = 0;
    if (isFour)
      newB = (loadUnit(unit + distance, bytes) & ~mask) |
             (takeBits(b, from, stop - begin) << (begin & 63));
    changed |= s.storeWord(unit, signal, bytes, mask, newA, newB, isFour);
  }
  if (changed && signal < Scheduler::CellIds && (s.signalFlags[signal] & ~SignalWatched))
    s.notifyChanged(signal);
}

void storeObject(Scheduler &s, uint8_t *address, SignalId signal, const uint8_t *sourceA,
                 const uint8_t *sourceB, uint64_t bytes) {
  if (!address)
    return;
  uint64_t distance = s.planeDistance();
  if (s.isQuiet(signal)) {
    std::memmove(address, sourceA, bytes);
    std::memmove(address + distance, sourceB, bytes);
    return;
  }
  // The source may overlap the target: take it out of the way first.
  std::vector<uint8_t> copy(2 * bytes);
  std::memcpy(copy.data(), sourceA, bytes);
  std::memcpy(copy.data() + bytes, sourceB, bytes);
  bool changed = false;
  for (uint64_t done = 0; done != bytes;) {
    uint64_t left = bytes - done;
    uint32_t unit = left >= 8 ? 8 : left >= 4 ? 4 : left >= 2 ? 2 : 1;
    changed |= s.storeWord(address + done, signal, unit, ~uint64_t(0),
                           loadUnit(copy.data() + done, unit),
                           loadUnit(copy.data() + bytes + done, unit), true);
    done += unit;
  }
  if (changed && signal < Scheduler::CellIds && (s.signalFlags[signal] & ~SignalWatched))
    s.notifyChanged(signal);
}

void loadBits(uint64_t planeDistance, const uint8_t *address, int64_t lo, uint32_t width,
              uint32_t unitWidth, bool isFour, uint64_t *a, uint64_t *b) {
  if (!address) {
    uint32_t words = value::wordsFor(width);
    value::fillWords(a, isFour ? ~uint64_t(0) : 0, words);
    value::maskTop(a, width);
    if (isFour) {
      value::fillWords(b, ~uint64_t(0), words);
      value::maskTop(b, width);
    }
    return;
  }
  loadPlane(address, lo, width, unitWidth, isFour, a);
  if (isFour)
    loadPlane(address + planeDistance, lo, width, unitWidth, true, b);
}

} // namespace circtsim::sched
