//===- rt_process.cpp - time and synchronisation objects ---------------------===//
//
// IEEE 1800-2023 15.5 (named events), 20.3 (simulation time).
//
//===----------------------------------------------------------------------===//
#include "Runtime/RuntimeABI.h"
#include "Runtime/SimContext.h"

using circtsim::model::ExitStatus;
using circtsim::runtime::SimContext;

extern "C" ExitStatus rt_time_now(SimContext *context, const uint64_t *, uint64_t *results) {
  results[0] = context->scheduler().now();
  return ExitStatus::Return;
}

extern "C" ExitStatus rt_event_new(SimContext *context, const uint64_t *, uint64_t *results) {
  results[0] = context->heap.newEvent();
  return results[0] ? ExitStatus::Return : context->raise("the simulation memory is full");
}
