//===- Watch.h - who wants to know of changes -------------------*- C++ -*-===//
#ifndef CIRCTSIM_SCHED_WATCH_H
#define CIRCTSIM_SCHED_WATCH_H

#include "Model/Code.h"
#include "Model/EventObject.h"
#include "Sched/Task.h"

#include <memory>
#include <vector>

namespace circtsim::sched {

struct Process;
struct StackProcess;
struct SignalHooks;
struct PendingDrive;
struct PartDrive;

/// One entry of a static sensitivity list: a process, the kind of change it waits
/// for, and the bits of one 64-bit word that concern it.
struct StaticTerm {
  enum Select : uint8_t { Any, Pos, Neg, Both };

  StaticTerm() = default;
  StaticTerm(Task &process, Select select, uint64_t mask)
      : tagged(reinterpret_cast<uintptr_t>(&process) | select), mask(mask) {}
  /// A Process or a TableProcess.
  Task &process() const { return *reinterpret_cast<Task *>(tagged & ~uintptr_t(3)); }
  Select select() const { return Select(tagged & 3); }

  uintptr_t tagged = 0; ///< process and select
  uint64_t mask = 0;
};

/// The terms of a signal's first word that a change in one direction can concern.
struct EdgeTerms {
  const StaticTerm *terms = nullptr;
  uint32_t count = 0;
};

/// A wait for one event term: of a stackful process, of a nonblocking
/// assignment with event control, or (persistent) of a static process on a
/// named event. Linked into a signal's or an event object's list.
struct WaitNode {
  WaitNode *next = nullptr, *previous = nullptr;
  Task *task = nullptr;              ///< whom it wakes
  WaitNode **listFirst = nullptr, **listLast = nullptr; ///< list it is in; null: none
  uint32_t lo = 0, width = ~0u;
  model::SignalId signal = model::NoSignal;
  model::Edge edge = model::Edge::AnyChange;
  bool isPersistent = false;

  void link(WaitNode *&first, WaitNode *&last) {
    listFirst = &first;
    listLast = &last;
    next = nullptr;
    previous = last;
    (last ? last->next : first) = this;
    last = this;
  }
  void unlink() {
    if (!listFirst)
      return;
    (previous ? previous->next : *listFirst) = next;
    (next ? next->previous : *listLast) = previous;
    listFirst = listLast = nullptr;
  }
};

/// The waits of one suspended task.
class WaitSet {
public:
  /// Room for `count` unlinked nodes.
  WaitNode *prepare(uint32_t count) {
    if (count > capacity) {
      nodes = std::make_unique<WaitNode[]>(count);
      capacity = count;
    }
    used = count;
    return nodes.get();
  }
  void clear() {
    for (uint32_t i = 0; i != used; ++i)
      nodes[i].unlink();
    used = 0;
  }
  uint32_t size() const { return used; }

private:
  std::unique_ptr<WaitNode[]> nodes;
  uint32_t used = 0, capacity = 0;
};

/// Is told of every change of a signal after it has been written. The call
/// must not run simulated code; it may schedule callbacks. Intrusive: a
/// listener listens to one signal. Used by $monitor and VPI.
struct ChangeListener {
  ChangeListener *next = nullptr;
  void (*changed)(ChangeListener &self, model::SignalId signal) = nullptr;
  void *data = nullptr;
};

/// Bits of an object that are forced (LRM 10.6.2) or procedurally assigned
/// (10.6.1). Words cover the object's flat storage.
struct ForceState {
  struct Source {
    uint32_t lo, width;
    bool isAssign;
    StackProcess *process; ///< follows the expression; null if it has ended
  };
  std::vector<uint64_t> forced, assigned;  ///< masks
  std::vector<uint64_t> hiddenA, hiddenB;  ///< value of drivers or of `assign` below a force
  std::vector<Source> sources;
};

/// What few signals have, or few changes look at; made when first needed.
struct SignalHooks {
  /// Static terms of words other than the first. Null: there are none. Else `rangeCount`
  /// first words of ranges with equal terms, then for each, and for the end, the index
  /// into SignalRecord::terms.
  const uint32_t *ranges = nullptr;
  uint32_t rangeCount = 0;
  EdgeTerms rising, falling;         ///< of signals with edge terms: towards 1, towards 0
  bool isEventVariable = false;      ///< static processes wait for the event it holds
  WaitNode *firstWait = nullptr, *lastWait = nullptr;
  ChangeListener *listeners = nullptr;
  std::unique_ptr<ForceState> force;
  PendingDrive *drive = nullptr;     ///< inertial drive of the whole object
  PartDrive *partDrives = nullptr;   ///< those of parts
  uint32_t driver = model::NoId;     ///< index into Design::drivers if this is driver storage
  uint32_t net = model::NoId;        ///< index into Design::nets if resolved
};

} // namespace circtsim::sched

#endif
