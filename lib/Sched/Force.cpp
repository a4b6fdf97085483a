//===- Force.cpp - force, release, assign, deassign --------------------------===//
//
// Two layers above ordinary stores: procedurally assigned bits (10.6.1) take no
// ordinary store, forced bits (10.6.2) take neither those nor assigned values.
// What a forced bit would have taken, had it not been forced, is kept in the
// hidden planes, for release to bring it back: on nets, on continuously driven
// variables and where an `assign` is active. Other variables keep the forced
// value after release.
//
// The expression of a force is followed by a process of its own, which stores
// through forceStore() whenever an operand changes.
//
//===----------------------------------------------------------------------===//
#include "Sched/Scheduler.h"
#include "Sched/Store.h"
#include "Value/WordBuffer.h"

namespace circtsim::sched {

using namespace circtsim::model;

ForceState &Scheduler::forceOf(SignalId signal) {
  SignalHooks &hooks = hooksOf(signal);
  if (!hooks.force) {
    hooks.force = std::make_unique<ForceState>();
    uint64_t bits = design.storageBits(signal);
    // One word more, so that a unit at any place can be read as one word.
    uint64_t words = (bits + 63) / 64 + 1;
    for (auto *plane : {&hooks.force->forced, &hooks.force->assigned, &hooks.force->hiddenA,
                        &hooks.force->hiddenB})
      plane->resize(words);
  }
  return *hooks.force;
}

bool Scheduler::keepsHidden(SignalId signal) const {
  const SignalImage *image = design.signalImage(signal);
  return !image || image->net != NetKind::Variable || design.isDriven[signal] ||
         design.signals[signal].hooks->net != NoId;
}

/// Sets the flag byte by what is left of force and assign.
void Scheduler::updateForced(SignalId signal, ForceState &force) {
  bool any = false;
  for (size_t i = 0; i != force.forced.size(); ++i)
    any |= (force.forced[i] | force.assigned[i]) != 0;
  setForced(signal, any);
}

/// Sets the flag byte. Who drives the signal with a delay must not take its value for the
/// one that was driven last.
void Scheduler::setForced(SignalId signal, bool isForced) {
  if (isForced)
    setFlag(signal, SignalForced);
  else
    clearFlag(signal, SignalForced);
  if (delayedTables.empty())
    for (size_t i = 1; i < tableDetails.size() && tableDetails[i].owner; ++i)
      if (tableOf(tables[i]).isDelayed())
        delayedTables[signalOf(tables[i])] = uint32_t(i);
  auto it = delayedTables.find(signal);
  if (it == delayedTables.end())
    return;
  uint8_t &flags = tables[it->second].evaluation().flags;
  flags = uint8_t((flags & ~TaskOutputForced) | (isForced ? TaskOutputForced : 0));
}

void Scheduler::maskStore(SignalId signal, uint64_t lo, uint32_t bits, uint64_t stored,
                          uint64_t oldA, uint64_t oldB, uint64_t &newA, uint64_t &newB) {
  ForceState &force = *design.signals[signal].hooks->force;
  auto at = uint32_t(lo);
  uint64_t forced = value::extractWord(force.forced.data(), at, bits);
  uint64_t assigned = value::extractWord(force.assigned.data(), at, bits);
  uint64_t kept = stored & forced & ~assigned;
  if (kept) {
    uint64_t a = value::extractWord(force.hiddenA.data(), at, bits);
    uint64_t b = value::extractWord(force.hiddenB.data(), at, bits);
    value::insertWord(force.hiddenA.data(), (a & ~kept) | (newA & kept), at, bits);
    value::insertWord(force.hiddenB.data(), (b & ~kept) | (newB & kept), at, bits);
  }
  uint64_t blocked = forced | assigned;
  newA = (newA & ~blocked) | (oldA & blocked);
  newB = (newB & ~blocked) | (oldB & blocked);
}

/// Stores flat bits of a signal past its forces.
void Scheduler::storeThrough(SignalId signal, uint64_t lo, uint32_t width, const uint64_t *a,
                             const uint64_t *b) {
  uint8_t saved = signalFlags[signal] & SignalForced;
  signalFlags[signal] &= uint8_t(~SignalForced);
  auto bits = uint32_t(design.storageBits(signal));
  bool isFour = true;
  if (const SignalImage *image = design.signalImage(signal))
    isFour = containsKind(design.image, image->type, TypeKind::Logic);
  storeBits(*this, design.signals[signal].address, signal, int64_t(lo), width, bits, isFour, a, b);
  signalFlags[signal] |= saved;
}

void Scheduler::beginForce(SignalId signal, uint64_t lo, uint32_t width, bool isAssign,
                           StackProcess *process) {
  if (signal >= CellIds)
    return;
  endForce(signal, lo, width, isAssign);
  ForceState &force = forceOf(signal);
  const uint8_t *address = design.signals[signal].address;
  auto bits = uint32_t(design.storageBits(signal));
  value::WordBuffer a(value::wordsFor(width)), b(value::wordsFor(width));
  loadPlane(address, int64_t(lo), width, bits, false, a);
  loadPlane(address + distance, int64_t(lo), width, bits, false, b);
  if (!isAssign) {
    value::insertBits(force.hiddenA.data(), a, uint32_t(lo), width);
    value::insertBits(force.hiddenB.data(), b, uint32_t(lo), width);
  }
  value::fillBits(isAssign ? force.assigned.data() : force.forced.data(), true, uint32_t(lo),
                  width);
  force.sources.push_back({uint32_t(lo), width, isAssign, process});
  if (process)
    process->forceSignal = signal;
  setForced(signal, true);
}

void Scheduler::forceStore(uint8_t *address, SignalId signal, int64_t lo, uint32_t width,
                           uint32_t unitWidth, bool isAssign, const uint64_t *a,
                           const uint64_t *b) {
  if (!address || signal >= CellIds || !design.signals[signal].hooks ||
      !design.signals[signal].hooks->force)
    return;
  ForceState &force = *design.signals[signal].hooks->force;
  auto at = uint32_t((address - design.signals[signal].address) * 8 + lo);
  uint32_t words = value::wordsFor(width);
  value::WordBuffer nextA(words), nextB(words);
  value::copyWords(nextA, a, words);
  if (b)
    value::copyWords(nextB, b, words);
  else
    value::fillWords(nextB, 0, words);
  if (isAssign) {
    // Forced bits keep their value; the assigned one waits below.
    auto bits = uint32_t(design.storageBits(signal));
    for (uint32_t i = 0; i != width; ++i) {
      if (!value::testBit(force.forced.data(), at + i))
        continue;
      value::writeBit(force.hiddenA.data(), at + i, value::testBit(nextA, i));
      value::writeBit(force.hiddenB.data(), at + i, value::testBit(nextB, i));
      uint64_t bitA, bitB;
      const uint8_t *object = design.signals[signal].address;
      loadPlane(object, at + i, 1, bits, false, &bitA);
      loadPlane(object + distance, at + i, 1, bits, false, &bitB);
      value::writeBit(nextA, i, bitA);
      value::writeBit(nextB, i, bitB);
    }
  }
  storeThrough(signal, at, width, nextA, nextB);
}

void Scheduler::endForce(SignalId signal, uint64_t lo, uint32_t width, bool isAssign) {
  if (signal >= CellIds || !design.signals[signal].hooks || !design.signals[signal].hooks->force)
    return;
  ForceState &force = *design.signals[signal].hooks->force;
  auto at = uint32_t(lo);
  // A source of which a bit is left goes on; its stores are cut to the mask.
  for (size_t i = force.sources.size(); i-- > 0;) {
    ForceState::Source source = force.sources[i];
    if (source.isAssign != isAssign || source.lo < at || source.lo + source.width > at + width)
      continue;
    force.sources.erase(force.sources.begin() + long(i));
    if (source.process)
      kill(*source.process);
  }
  std::vector<uint64_t> &mask = isAssign ? force.assigned : force.forced;
  bool restoresAll = keepsHidden(signal);
  std::vector<uint32_t> restored;
  for (uint32_t i = at; i != at + width; ++i) {
    if (!value::testBit(mask.data(), i))
      continue;
    value::writeBit(mask.data(), i, false);
    if (!isAssign && (restoresAll || value::testBit(force.assigned.data(), i)))
      restored.push_back(i);
  }
  for (uint32_t i : restored) {
    uint64_t a = value::testBit(force.hiddenA.data(), i), b = value::testBit(force.hiddenB.data(), i);
    storeThrough(signal, i, 1, &a, &b);
  }
  updateForced(signal, force);
}

} // namespace circtsim::sched
