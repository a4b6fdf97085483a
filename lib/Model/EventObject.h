//===- EventObject.h - what an event variable's handle names ----*- C++ -*-===//
#ifndef CIRCTSIM_MODEL_EVENTOBJECT_H
#define CIRCTSIM_MODEL_EVENTOBJECT_H

#include <cstdint>

namespace circtsim::sched {
struct WaitNode;
}

namespace circtsim::model {

/// A synchronisation object (LRM 15.5). Event variables hold its address; two
/// variables assigned to each other share it. Static events live in the arena
/// for good, others in the collected heap.
struct EventObject {
  sched::WaitNode *first = nullptr, *last = nullptr; ///< waiting, oldest first
  uint64_t triggeredStep = 0; ///< Scheduler::step() of the last trigger; 0: never
};

} // namespace circtsim::model

#endif
