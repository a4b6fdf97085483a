//===- StochasticQueues.cpp - $q_initialize, $q_add, $q_remove, ... -----------===//
//
// IEEE 1800-2023 20.15. Queues have numbers; jobs leave first in, first out (type 1) or
// last in, first out (type 2). Every call gives a status (Table 20-12). Statistics
// are in the caller's time unit; one that is not defined yet is x.
//
//===----------------------------------------------------------------------===//
#include "Builtins/Arguments.h"

#include <deque>
#include <map>

namespace circtsim::builtins {

using enum BuiltinId;
using value::LogicVector;

namespace {
enum Status : int64_t {
  Ok = 0,
  Full = 1,
  UnknownQueue = 2,
  Empty = 3,
  BadType = 4,
  BadLength = 5,
  DuplicateQueue = 6
};

struct Job {
  int64_t id, inform;
  uint64_t since;
};

struct Queue {
  bool isLifo = false;
  int64_t limit = 0;
  std::deque<Job> jobs;
  uint64_t arrivals = 0, firstArrival = 0, lastArrival = 0;
  uint64_t departures = 0, waited = 0; ///< of jobs that have left
  uint64_t longest = 0;                ///< length of the queue
  uint64_t shortestWait = ~uint64_t(0);
};

struct Queues {
  std::map<int64_t, Queue> byId;
};

Queue *find(BuiltinCall &call) {
  auto &queues = call.context.state<Queues>().byId;
  auto it = queues.find(call.integer(0));
  return it == queues.end() ? nullptr : &it->second;
}

BuiltinResult finish(BuiltinCall &call, uint32_t argument, Status status) {
  storeLogic(call, argument, LogicVector::fromInt(int32_t(status)));
  return BuiltinResult::Done;
}

/// A statistic; false: not defined.
bool statistic(const Queue &queue, int64_t code, uint64_t now, uint64_t &result) {
  uint64_t waiting = 0, oldest = 0;
  for (const Job &job : queue.jobs) {
    waiting += now - job.since;
    oldest = std::max(oldest, now - job.since);
  }
  uint64_t all = queue.departures + queue.jobs.size();
  switch (code) {
  case 1:
    result = queue.jobs.size();
    return true;
  case 2:
    if (queue.arrivals < 2)
      return false;
    result = (queue.lastArrival - queue.firstArrival) / (queue.arrivals - 1);
    return true;
  case 3:
    result = queue.longest;
    return true;
  case 4:
    result = queue.shortestWait;
    return queue.departures != 0;
  case 5:
    result = oldest;
    return !queue.jobs.empty();
  case 6:
    if (!all)
      return false;
    result = (queue.waited + waiting) / all;
    return true;
  default:
    return false;
  }
}
} // namespace

template <>
BuiltinResult builtin<QInitialize>(BuiltinCall &call) {
  int64_t type = call.integer(1), limit = call.integer(2);
  if (type != 1 && type != 2)
    return finish(call, 3, BadType);
  if (limit <= 0)
    return finish(call, 3, BadLength);
  auto [entry, isNew] = call.context.state<Queues>().byId.try_emplace(call.integer(0));
  if (!isNew)
    return finish(call, 3, DuplicateQueue);
  entry->second.isLifo = type == 2;
  entry->second.limit = limit;
  return finish(call, 3, Ok);
}

template <>
BuiltinResult builtin<QAdd>(BuiltinCall &call) {
  Queue *queue = find(call);
  if (!queue)
    return finish(call, 3, UnknownQueue);
  if (int64_t(queue->jobs.size()) >= queue->limit)
    return finish(call, 3, Full);
  uint64_t now = call.scheduler().now();
  queue->jobs.push_back({call.integer(1), call.integer(2), now});
  queue->longest = std::max<uint64_t>(queue->longest, queue->jobs.size());
  if (queue->arrivals++ == 0)
    queue->firstArrival = now;
  queue->lastArrival = now;
  return finish(call, 3, Ok);
}

template <>
BuiltinResult builtin<QRemove>(BuiltinCall &call) {
  Queue *queue = find(call);
  if (!queue)
    return finish(call, 3, UnknownQueue);
  if (queue->jobs.empty())
    return finish(call, 3, Empty);
  Job job = queue->isLifo ? queue->jobs.back() : queue->jobs.front();
  if (queue->isLifo)
    queue->jobs.pop_back();
  else
    queue->jobs.pop_front();
  uint64_t waited = call.scheduler().now() - job.since;
  ++queue->departures;
  queue->waited += waited;
  queue->shortestWait = std::min(queue->shortestWait, waited);
  storeLogic(call, 1, LogicVector::fromInt(int32_t(job.id)));
  storeLogic(call, 2, LogicVector::fromInt(int32_t(job.inform)));
  return finish(call, 3, Ok);
}

template <>
BuiltinResult builtin<QFull>(BuiltinCall &call) {
  Queue *queue = find(call);
  finish(call, 1, queue ? Ok : UnknownQueue);
  return returnInt(call, queue && int64_t(queue->jobs.size()) >= queue->limit);
}

template <>
BuiltinResult builtin<QExam>(BuiltinCall &call) {
  Queue *queue = find(call);
  if (!queue)
    return finish(call, 3, UnknownQueue);
  int64_t code = call.integer(1);
  uint64_t result = 0;
  if (!statistic(*queue, code, call.scheduler().now(), result)) {
    storeLogic(call, 2, LogicVector(32, true, value::Bit::x));
    return finish(call, 3, Ok);
  }
  bool isTime = code != 1 && code != 3;
  for (int scale = call.timeUnit() - call.context.image.timePrecision; isTime && scale > 0; --scale)
    result /= 10;
  storeLogic(call, 2, LogicVector::fromInt(int32_t(result)));
  return finish(call, 3, Ok);
}

} // namespace circtsim::builtins
