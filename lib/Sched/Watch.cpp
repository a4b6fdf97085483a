//===- Watch.cpp - waking whoever waits for a change -------------------------===//
//
// A change of up to 64 bits of a signal's flat storage is compared with the static
// terms of its word (StaticTerms.cpp), for all bits at once, and each waiting node
// (oldest first). An edge looks at one bit, the least significant one of the
// expression (9.4.2): Table 9-2, for nodes as a 16-bit constant indexed by old and
// new bit code. AnyChange looks at the overlap of the term's bits with the changed
// bits.
//
// Waking unlinks all nodes of the process, possibly the next one of the list
// under iteration: an unlinked node keeps its successor pointer, and nodes that
// are not linked any more are passed over.
//
//===----------------------------------------------------------------------===//
#include "Sched/Notify.h"
#include "Sched/Store.h"
#include "Value/WordBuffer.h"

#include <algorithm>

namespace circtsim::sched {

using namespace circtsim::model;

// Bit (old * 4 + new) of the tables; codes 0, 1, 2 = z, 3 = x.
static constexpr uint32_t PosTable = 1u << 1 | 1u << 2 | 1u << 3 | 1u << 9 | 1u << 13;
static constexpr uint32_t NegTable = 1u << 4 | 1u << 6 | 1u << 7 | 1u << 8 | 1u << 12;

/// Whether a change of 64 bits from bit `lo` on satisfies a term.
static inline bool fires(Edge edge, uint32_t termLo, uint32_t termWidth, uint64_t lo,
                         uint64_t oldA, uint64_t oldB, uint64_t newA, uint64_t newB) {
  if (edge == Edge::AnyChange) {
    uint64_t changed = (oldA ^ newA) | (oldB ^ newB);
    if (termWidth == ~0u)
      return true;
    int64_t start = int64_t(termLo) - int64_t(lo), end = start + int64_t(termWidth);
    if (start >= 64 || end <= 0)
      return false;
    uint64_t mask = end >= 64 ? ~uint64_t(0) : lowMask(uint32_t(end));
    if (start > 0)
      mask &= ~lowMask(uint32_t(start));
    return (changed & mask) != 0;
  }
  uint64_t bit = uint64_t(termLo) - lo;
  if (bit >= 64)
    return false;
  auto old = unsigned((oldA >> bit) & 1) | (unsigned((oldB >> bit) & 1) << 1);
  auto now = unsigned((newA >> bit) & 1) | (unsigned((newB >> bit) & 1) << 1);
  uint32_t table = edge == Edge::Pos ? PosTable : edge == Edge::Neg ? NegTable : PosTable | NegTable;
  return (table >> (old * 4 + now)) & 1;
}

void Scheduler::fireNode(WaitNode &node) {
  switch (node.task->kind) {
  case TaskKind::StaticProcess:
    fire(*node.task);
    return;
  case TaskKind::StackProcess: {
    auto &process = *static_cast<StackProcess *>(node.task);
    if (!process.isSuspended || process.waitsForCondition) [[likely]]
      wake(process);
    return;
  }
  case TaskKind::EventNba: {
    auto &nba = *static_cast<EventNba *>(node.task);
    if (--nba.remaining)
      return;
    nba.waits.clear();
    enterNba(nba.queue, nba.isReactive);
    nba.queue.clear();
    nba.nextFree = pools.freeEventNba;
    pools.freeEventNba = &nba;
    return;
  }
  default:
    return;
  }
}

void Scheduler::fireWaits(WaitNode *first, uint64_t lo, uint64_t oldA, uint64_t oldB,
                          uint64_t newA, uint64_t newB) {
  for (WaitNode *node = first, *next; node; node = next) {
    next = node->next;
    if (node->listFirst && fires(node->edge, node->lo, node->width, lo, oldA, oldB, newA, newB))
      fireNode(*node);
  }
}

/// Terms of a word other than the first.
static inline std::pair<uint32_t, uint32_t> termsOf(const SignalHooks &hooks, uint64_t word) {
  uint32_t count = hooks.rangeCount;
  const uint32_t *ranges = hooks.ranges, *starts = ranges + count;
  uint64_t range = word < count && ranges[word] == word
                       ? word
                       : uint64_t(std::upper_bound(ranges, starts, word) - ranges) - 1;
  return {starts[range], starts[range + 1]};
}

/// Fires the static terms for a change from bit `lo` of the storage on. It may lie
/// across two words.
template <typename Changes>
inline void Scheduler::fireTerms(const SignalRecord &record, uint64_t lo, Changes changes) {
  auto fireRange = [&](std::pair<uint32_t, uint32_t> list) {
    fireList(record.terms + list.first, record.terms + list.second, changes);
  };
  if (lo == 0)
    return fireRange({0, record.termCount});
  unsigned shift = lo & 63;
  Changes unshifted = changes;
  changes.shiftLeft(shift);
  bool hasRanges = record.hooks && record.hooks->ranges;
  if (hasRanges)
    fireRange(termsOf(*record.hooks, lo / 64));
  else if (lo < 64)
    fireRange({0, record.termCount});
  if (!shift || !hasRanges)
    return;
  changes = unshifted;
  changes.shiftRight(64 - shift);
  if (changes.any())
    fireRange(termsOf(*record.hooks, lo / 64 + 1));
}

/// The same for a change of the first word of a signal with edges. If all changed bits go
/// the same way, nobody needs to look at the terms of the other one.
inline void Scheduler::fireEdges(const SignalRecord &record, uint64_t oldA, uint64_t oldB,
                                 uint64_t newA, uint64_t newB) {
  EdgeChanges edges(oldA, oldB, newA, newB);
  uint64_t changed = edges.bits[StaticTerm::Any];
  auto fireAll = [&](const EdgeTerms &list) {
    fireList(list.terms, list.terms + list.count, AnyChanges(changed, 0, 0, 0));
  };
  if (changed == edges.bits[StaticTerm::Pos])
    fireAll(record.hooks->rising);
  else if (changed == edges.bits[StaticTerm::Neg])
    fireAll(record.hooks->falling);
  else
    fireList(record.terms, record.terms + record.termCount, edges);
}

void Scheduler::notifyWatchers(SignalId signal, const uint8_t *address, uint64_t oldA, uint64_t oldB,
                               uint64_t newA, uint64_t newB) {
  notifyAtOnce(signal, address, oldA, oldB, newA, newB);
}

/// The cases that a change of the first word without edges and waits does not need.
[[gnu::noinline]] void Scheduler::notifyOthers(SignalId signal, uint64_t lo, uint64_t oldA,
                                               uint64_t oldB, uint64_t newA, uint64_t newB) {
  if (!((oldA ^ newA) | (oldB ^ newB))) // stores that cannot judge call for equal values too
    return;
  SignalRecord &record = records[signal];
  if (record.hasArrays && lo && notifyElement(signal, lo)) [[unlikely]]
    return;
  if (!record.hasSpecialTerms)
    fireTerms(record, lo, AnyChanges(oldA, oldB, newA, newB));
  else if (lo == 0 && record.terms)
    fireEdges(record, oldA, oldB, newA, newB);
  else
    fireTerms(record, lo, EdgeChanges(oldA, oldB, newA, newB));
  if (record.hasSpecialTerms && record.hooks && record.hooks->isEventVariable)
    rebindEvents(signal);
  if (!record.hasWaits)
    return;
  if (record.hooks->firstWait) {
    fireWaits(record.hooks->firstWait, lo, oldA, oldB, newA, newB);
    return;
  }
  record.hasWaits = false;
  bool hasTerms = record.terms || record.hasSpecialTerms;
  clearFlag(signal, hasTerms ? 0 : SignalWatched);
}

/// A change at bit `lo` that may lie in an element of an array in the heap: then all bits of
/// the array's handle count as changed. False: it does not.
bool Scheduler::notifyElement(SignalId signal, uint64_t lo) {
  uint64_t address = uint64_t(records[signal].address) + uint64_t(int64_t(lo) >> 3);
  uint64_t home = homeOf(address);
  if (home == address)
    return false;
  if (home)
    notifyWatchers(signal, reinterpret_cast<uint8_t *>(home), 0, 0, ~uint64_t(0), 0);
  return true;
}

void Scheduler::touch(uint8_t *address, SignalId signal) {
  if (signal < CellIds) {
    uint8_t flags = signalFlags[signal];
    if (flags & SignalWatched)
      notifyWatchers(signal, address, 0, 0, ~uint64_t(0), 0);
    if (flags & ~SignalWatched)
      notifyChanged(signal);
  } else if (signal == CellSignal && cellWaits) {
    notifyCell(address, 0, 0, ~uint64_t(0), 0);
  }
}

void Scheduler::notifyCell(uint8_t *address, uint64_t oldA, uint64_t oldB, uint64_t newA,
                           uint64_t newB) {
  if (uint64_t home = homeOf(uint64_t(address)); home != uint64_t(address)) {
    address = reinterpret_cast<uint8_t *>(home);
    oldA = oldB = newB = 0;
    newA = ~uint64_t(0);
  }
  uint64_t start = client.cellStart ? client.cellStart(client.context, uint64_t(address)) : 0;
  auto it = cellHooks.find(start);
  if (it == cellHooks.end())
    return;
  fireWaits(it->second->firstWait, (uint64_t(address) - start) * 8, oldA, oldB, newA, newB);
  if (!it->second->firstWait) {
    cellHooks.erase(it);
    cellWaits = cellHooks.size();
  }
}

void Scheduler::notifyChanged(SignalId signal) {
  uint8_t flags = signalFlags[signal];
  SignalHooks *hooks = design.signals[signal].hooks;
  if (flags & SignalIsDriver)
    resolveDriver(hooks->driver);
  if (flags & SignalListened)
    for (ChangeListener *listener = hooks->listeners, *next; listener; listener = next) {
      next = listener->next;
      listener->changed(*listener, signal);
    }
  if ((flags & (SignalTraced | SignalTraceQueued)) == SignalTraced) {
    signalFlags[signal] |= SignalTraceQueued;
    changedSignals.push_back(signal);
  }
}

void Scheduler::clearChanged() {
  for (SignalId signal : changedSignals)
    signalFlags[signal] &= uint8_t(~SignalTraceQueued);
  changedSignals.clear();
}

/// Gives one bit of a net the value of the driver that is alone there.
inline void Scheduler::passBit(const DriverRecord &driver, const NetRecord &net) {
  const uint8_t *from = driver.address + driver.from / 8;
  unsigned shift = driver.from % 8;
  uint32_t bytes = net.width > 64 ? 8 : unitBytes(net.width);
  uint8_t *unit = net.address + driver.lo / 64 * 8;
  unsigned at = driver.lo % 64;
  uint64_t mask = uint64_t(1) << at;
  uint64_t a = uint64_t(*from >> shift & 1) << at, b = uint64_t(from[distance] >> shift & 1) << at;
  uint64_t oldA = loadUnit(unit, bytes), oldB = net.isFour ? loadUnit(unit + distance, bytes) : 0;
  a |= oldA & ~mask;
  b |= oldB & ~mask;
  bool isChanged = storeWord(unit, net.signal, bytes, mask, a, b, net.isFour);
  if (isChanged && (signalFlags[net.signal] & ~SignalWatched))
    notifyChanged(net.signal);
}

/// Recomputes the bits of nets that a driver covers.
void Scheduler::resolveDriver(uint32_t index) {
  for (; index != NoId; index = design.drivers[index].next) {
    DriverRecord &driver = design.drivers[index];
    const NetRecord &net = design.nets[driver.net];
    ++statistics.resolutions;
    if (net.resolver) {
      driver.isChanged = true;
      fire(*net.resolver);
      continue;
    }
    if (driver.width == 1 && !net.nodeCount && (driver.isAlone || net.kind == NetKind::Variable)) {
      passBit(driver, net);
      continue;
    }
    uint32_t words = value::wordsFor(driver.width);
    value::WordBuffer buffer(2 * words);
    uint64_t *a = buffer, *b = a + words;
    if (driver.isAlone || net.kind == NetKind::Variable)
      loadBits(distance, driver.address, driver.from, driver.width, driver.storageWidth, net.isFour,
               a, b);
    else
      resolveNet(net, design.netDrivers.data() + net.firstDriver, distance, driver.lo, driver.width,
                 a, b);
    if (net.nodeCount)
      resolveSwitches(driver.net, driver.lo, driver.width, a, b);
    else
      storeBits(*this, net.address, net.signal, driver.lo, driver.width, net.width, net.isFour, a, b);
  }
}

SignalHooks &Scheduler::hooksOf(SignalId signal) {
  SignalHooks *&hooks = design.signals[signal].hooks;
  if (!hooks)
    hooks = &pools.hooks.emplace_back();
  return *hooks;
}

void Scheduler::listen(SignalId signal, ChangeListener &listener) {
  SignalHooks &hooks = hooksOf(signal);
  listener.next = hooks.listeners;
  hooks.listeners = &listener;
  setFlag(signal, SignalListened);
}

void Scheduler::unlisten(SignalId signal, ChangeListener &listener) {
  SignalHooks &hooks = hooksOf(signal);
  for (ChangeListener **at = &hooks.listeners; *at; at = &(*at)->next)
    if (*at == &listener) {
      *at = listener.next;
      break;
    }
  if (!hooks.listeners)
    clearFlag(signal, SignalListened);
}

/// Event object that the event variable at `address` holds; may be null.
static EventObject *eventAt(const uint8_t *address) {
  uint64_t handle;
  std::memcpy(&handle, address, 8);
  return reinterpret_cast<EventObject *>(handle);
}

void Scheduler::linkWait(WaitNode &node, Task &task, const ResolvedTerm &term) {
  node.task = &task;
  node.edge = term.edge;
  node.signal = term.object.signal;
  node.listFirst = nullptr;
  if (!term.object.address)
    return;
  if (term.edge == Edge::NamedEvent) {
    if (EventObject *event = eventAt(term.object.address + term.lo / 8))
      node.link(event->first, event->last);
    return;
  }
  node.width = term.width ? term.width : ~0u;
  uint64_t address = uint64_t(term.object.address), lo = term.lo;
  if (term.object.signal >= CellIds || design.signals[term.object.signal].hasArrays)
    if (uint64_t home = homeOf(address); home != address) { // an element of an array
      address = home;
      node.edge = Edge::AnyChange;
      node.width = 64;
      lo = 0;
    }
  if (!address)
    return;
  if (term.object.signal < CellIds) {
    SignalHooks &hooks = hooksOf(term.object.signal);
    uint64_t base = address - uint64_t(design.signals[term.object.signal].address);
    node.lo = uint32_t(base * 8 + lo);
    node.link(hooks.firstWait, hooks.lastWait);
    if (!std::exchange(design.signals[term.object.signal].hasWaits, true))
      setFlag(term.object.signal, SignalWatched);
  } else if (term.object.signal == CellSignal && client.cellStart) {
    uint64_t start = client.cellStart(client.context, address);
    if (!start)
      return;
    std::unique_ptr<SignalHooks> &hooks = cellHooks[start];
    if (!hooks)
      hooks = std::make_unique<SignalHooks>();
    node.lo = uint32_t((address - start) * 8 + lo);
    node.link(hooks->firstWait, hooks->lastWait);
    cellWaits = cellHooks.size();
  }
}

/// An event variable with static waiters got another event: they follow it.
void Scheduler::rebindEvents(SignalId signal) {
  for (WaitNode &node : persistentNodes) {
    if (node.signal != signal)
      continue;
    node.unlink();
    if (EventObject *event = eventAt(design.signals[signal].address + node.lo / 8))
      node.link(event->first, event->last);
  }
}

void Scheduler::trigger(EventObject &event) {
  event.triggeredStep = stepNumber;
  for (WaitNode *node = event.first, *next; node; node = next) {
    next = node->next;
    if (node->listFirst)
      fireNode(*node);
  }
}

void Scheduler::waitEvents(StackProcess &process, const ResolvedTerm *terms, uint32_t count) {
  WaitNode *nodes = process.waits.prepare(count);
  process.state = ProcessState::Event;
  for (uint32_t i = 0; i != count; ++i)
    linkWait(nodes[i], process, terms[i]);
}

void Scheduler::start(EventNba *nba, const ResolvedTerm *terms, uint32_t count) {
  WaitNode *nodes = nba->waits.prepare(count);
  for (uint32_t i = 0; i != count; ++i)
    linkWait(nodes[i], *nba, terms[i]);
}

} // namespace circtsim::sched
