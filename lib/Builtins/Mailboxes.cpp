//===- Mailboxes.cpp - mailboxes and semaphores ------------------------------===//
//
// IEEE 1800-2023 15.3, 15.4. Both are heap cells: a mailbox holds a queue of messages, each
// a cell with a copy of the value, and its bound; a semaphore holds its number of keys.
// Processes that wait stand in lines beside the heap, in the order of their arrival. Whoever
// makes something available wakes as many of the line as it suffices for. They keep their
// places, and what they were woken for is theirs: it is not available to others until they
// have run and taken it.
//
//===----------------------------------------------------------------------===//
#include "Builtins/Arguments.h"
#include "Runtime/Arrays.h"
#include "Runtime/Objects.h"

#include <algorithm>
#include <unordered_map>

namespace circtsim::builtins {

using enum BuiltinId;
using namespace circtsim::model;
using runtime::ArrayObject;
using runtime::Handle;
using sched::ProcessState;
using sched::StackProcess;

namespace {
/// Processes that wait for the same object to have something for them.
class WaitingLine {
public:
  /// How much of what is there belongs to those who were woken.
  uint64_t reserved() const {
    uint64_t sum = 0;
    for (const Waiter &w : waiters)
      sum += w.isWoken ? w.amount : 0;
    return sum;
  }
  /// Nobody waits who is not served yet.
  bool isServed() const {
    return std::all_of(waiters.begin(), waiters.end(), [](const Waiter &w) { return w.isWoken; });
  }
  bool isEmpty() const { return waiters.empty(); }
  void add(StackProcess &process, uint64_t amount, uint64_t needed) {
    waiters.push_back({&process, process.id, amount, needed, false});
  }
  /// Removes a process that was woken; false if it is not in the line.
  bool leave(const StackProcess *process) {
    for (size_t i = 0; i != waiters.size(); ++i)
      if (process && waiters[i].process == process && waiters[i].id == process->id) {
        waiters.erase(waiters.begin() + long(i));
        return true;
      }
    return false;
  }
  /// Wakes the first of the line as long as `available` suffices.
  void serve(sched::Scheduler &scheduler, uint64_t available) {
    prune();
    uint64_t free = available - std::min(available, reserved());
    for (Waiter &w : waiters) {
      if (w.isWoken)
        continue;
      if (w.needed > free)
        return;
      w.isWoken = true;
      free -= w.amount;
      scheduler.wake(*w.process);
    }
  }
  /// Forgets processes that have ended.
  void prune() {
    std::erase_if(waiters, [](const Waiter &w) {
      return w.process->id != w.id || w.process->state >= ProcessState::Finished;
    });
  }

private:
  struct Waiter {
    StackProcess *process;
    uint64_t id;
    uint64_t amount; ///< what it takes
    uint64_t needed; ///< what must be there
    bool isWoken;
  };
  std::vector<Waiter> waiters;
};

struct Lines {
  WaitingLine takers, givers;
};

/// Lines by the handle of their object, which processes in them keep alive.
struct WaitingLines {
  std::unordered_map<Handle, Lines> byObject;
};

Lines &linesOf(const BuiltinCall &call) {
  return call.context.state<WaitingLines>().byObject[call.handle(0)];
}

/// After every operation: lines without anybody are forgotten.
void tidy(const BuiltinCall &call) {
  auto &lines = call.context.state<WaitingLines>().byObject;
  auto it = lines.find(call.handle(0));
  if (it != lines.end() && it->second.takers.isEmpty() && it->second.givers.isEmpty())
    lines.erase(it);
}

/// The storage of a semaphore or mailbox; null after a fault.
uint8_t *objectOf(BuiltinCall &call, const char *what) {
  if (Handle handle = call.handle(0))
    return reinterpret_cast<uint8_t *>(handle);
  fault(call, std::string("a null handle of a ") + what + " is used");
  return nullptr;
}

/// Puts the caller into a line.
BuiltinResult waitIn(WaitingLine &line, BuiltinCall &call, uint64_t amount, uint64_t needed) {
  if (StackProcess *self = call.process()) {
    line.add(*self, amount, needed);
    call.scheduler().waitExternal(*self);
  }
  return BuiltinResult::WaitRetry;
}

//===-- Mailboxes ---------------------------------------------------------------------===//

/// A mailbox: the structure that its cell holds.
struct Mailbox {
  Mailbox(BuiltinCall &call, uint8_t *cell) : call(call) {
    const TypeImage &type = call.context.image.types[runtime::Heap::header(Handle(cell))->info];
    items = cell + type.fields[0].offset;
    bound = loadUnit(cell + type.fields[1].offset, 8);
    queue = type.fields[0].type;
    element = call.context.image.types[queue].element;
  }
  uint64_t count() const {
    const ArrayObject *array = runtime::arrayAt(items);
    return array ? array->count : 0;
  }
  uint64_t room() const { return bound ? bound - std::min(bound, count()) : ~uint64_t(0); }
  Handle front() const {
    return loadUnit(reinterpret_cast<uint8_t *>(runtime::arrayAt(items)->first), 8);
  }
  void removeFront() {
    runtime::Arrays(call.context).remove(*runtime::arrayAt(items), element, 0, 1);
  }
  /// A copy of argument 1 becomes the last message; false after a fault.
  bool append() {
    Handle box = call.context.heap.newCell(call.argument(1).type);
    if (!box) {
      call.context.raise("the simulation memory is full");
      return false;
    }
    runtime::copyObject(call.context, call.argument(1).type, reinterpret_cast<uint8_t *>(box),
                        call.reference(1).address);
    runtime::Arrays arrays(call.context);
    ArrayObject *array = arrays.make(items, queue);
    uint8_t *place = array ? arrays.insert(*array, element, array->count, 1) : nullptr;
    if (place)
      storeUnit(place, 8, box);
    return place;
  }
  /// Whether the first message can be assigned to argument 1: equivalent types (6.22.2).
  bool fits() const {
    const TypeImage &from =
        call.context.image.types[runtime::Heap::header(front())->info];
    const TypeImage &to = *call.type(1);
    return from.kind == to.kind && from.width == to.width && from.size == to.size;
  }
  /// Assigns the first message to argument 1.
  void deliver() {
    TypeId type = runtime::Heap::header(front())->info;
    sched::Reference source;
    source.address = reinterpret_cast<uint8_t *>(front());
    const TypeImage &image = call.context.image.types[type];
    bool isPacked = image.kind == TypeKind::Logic || image.kind == TypeKind::Bits;
    if (!isPacked)
      return runtime::assignObject(call.context, type, call.reference(1), source, false);
    std::vector<uint64_t> words(2 * value::wordsFor(image.width));
    uint64_t *a = words.data(), *b = a + value::wordsFor(image.width);
    bool isFour = image.kind == TypeKind::Logic;
    sched::loadBits(call.scheduler().planeDistance(), source.address, 0, image.width, image.width,
                    isFour, a, b);
    call.writeLogic(1, {a, isFour ? b : nullptr, image.width, false});
  }

  BuiltinCall &call;
  uint8_t *items;
  uint64_t bound;
  TypeId queue, element;
};

/// put and try_put (15.4.3, 15.4.4).
BuiltinResult put(BuiltinCall &call, bool waits) {
  uint8_t *cell = objectOf(call, "mailbox");
  if (!cell)
    return BuiltinResult::Fault;
  Mailbox mailbox(call, cell);
  Lines &lines = linesOf(call);
  lines.givers.prune();
  bool wasWoken = lines.givers.leave(call.process());
  bool hasRoom = wasWoken ||
                 (lines.givers.isServed() && mailbox.room() > lines.givers.reserved());
  if (!hasRoom && waits)
    return waitIn(lines.givers, call, 1, 1);
  if (hasRoom) {
    if (!mailbox.append())
      return BuiltinResult::Fault;
    lines.takers.serve(call.scheduler(), mailbox.count());
  }
  tidy(call);
  return waits ? BuiltinResult::Done : returnInt(call, hasRoom);
}

/// get, peek and their kin (15.4.5 to 15.4.8): 1 if there was a message, 0 if not, -1 if it is
/// of another type.
BuiltinResult take(BuiltinCall &call, bool waits, bool removes) {
  uint8_t *cell = objectOf(call, "mailbox");
  if (!cell)
    return BuiltinResult::Fault;
  Mailbox mailbox(call, cell);
  Lines &lines = linesOf(call);
  lines.takers.prune();
  bool wasWoken = lines.takers.leave(call.process()) && mailbox.count();
  bool hasMessage = wasWoken || (lines.takers.isServed() &&
                                 mailbox.count() > lines.takers.reserved());
  if (!hasMessage && waits)
    return waitIn(lines.takers, call, removes, 1);
  int result = hasMessage ? 1 : 0;
  if (hasMessage && !mailbox.fits()) {
    if (waits)
      return fault(call, "the message in the mailbox is of another type than the variable");
    result = -1;
  } else if (hasMessage) {
    mailbox.deliver();
    if (removes) {
      mailbox.removeFront();
      lines.givers.serve(call.scheduler(), mailbox.room());
    }
  }
  tidy(call);
  return waits ? BuiltinResult::Done : returnInt(call, result);
}
} // namespace

/// Argument 0 is the bound, the last one the type of the cell.
template <>
BuiltinResult builtin<MailboxNew>(BuiltinCall &call) {
  int64_t bound = call.count() > 1 ? call.integer(0) : 0;
  if (bound < 0)
    return fault(call, "a mailbox with a negative bound");
  TypeId type = call.argument(call.count() - 1).type;
  Handle cell = call.context.heap.newCell(type);
  if (!cell)
    return fault(call, "the simulation memory is full");
  storeUnit(reinterpret_cast<uint8_t *>(cell) + call.context.image.types[type].fields[1].offset, 8,
            uint64_t(bound));
  call.returnHandle(cell);
  return BuiltinResult::Done;
}
template <>
BuiltinResult builtin<MailboxNum>(BuiltinCall &call) {
  uint8_t *cell = objectOf(call, "mailbox");
  return cell ? returnInt(call, int64_t(Mailbox(call, cell).count())) : BuiltinResult::Fault;
}
template <>
BuiltinResult builtin<MailboxPut>(BuiltinCall &call) {
  return put(call, true);
}
template <>
BuiltinResult builtin<MailboxTryPut>(BuiltinCall &call) {
  return put(call, false);
}
template <>
BuiltinResult builtin<MailboxGet>(BuiltinCall &call) {
  return take(call, true, true);
}
template <>
BuiltinResult builtin<MailboxTryGet>(BuiltinCall &call) {
  return take(call, false, true);
}
template <>
BuiltinResult builtin<MailboxPeek>(BuiltinCall &call) {
  return take(call, true, false);
}
template <>
BuiltinResult builtin<MailboxTryPeek>(BuiltinCall &call) {
  return take(call, false, false);
}

//===-- Semaphores --------------------------------------------------------------------===//

/// Argument 0 is the number of keys, the last one the type of the cell.
template <>
BuiltinResult builtin<SemaphoreNew>(BuiltinCall &call) {
  Handle cell = call.context.heap.newCell(call.argument(call.count() - 1).type);
  if (!cell)
    return fault(call, "the simulation memory is full");
  storeUnit(reinterpret_cast<uint8_t *>(cell), 8,
            call.count() > 1 ? uint64_t(call.integer(0)) : 0);
  call.returnHandle(cell);
  return BuiltinResult::Done;
}

/// The number of keys of a call: 1 if it is not given.
static uint64_t keysOf(const BuiltinCall &call) {
  return call.count() > 1 ? uint64_t(std::max<int64_t>(call.integer(1), 0)) : 1;
}

template <>
BuiltinResult builtin<SemaphorePut>(BuiltinCall &call) {
  uint8_t *cell = objectOf(call, "semaphore");
  if (!cell)
    return BuiltinResult::Fault;
  uint64_t keys = loadUnit(cell, 8) + keysOf(call);
  storeUnit(cell, 8, keys);
  linesOf(call).takers.serve(call.scheduler(), keys);
  tidy(call);
  return BuiltinResult::Done;
}

static BuiltinResult takeKeys(BuiltinCall &call, bool waits) {
  uint8_t *cell = objectOf(call, "semaphore");
  if (!cell)
    return BuiltinResult::Fault;
  uint64_t keys = loadUnit(cell, 8), wanted = keysOf(call);
  WaitingLine &line = linesOf(call).takers;
  line.prune();
  bool hasKeys = line.leave(call.process()) ||
                 (line.isServed() && keys >= line.reserved() + wanted);
  if (!hasKeys && waits)
    return waitIn(line, call, wanted, wanted);
  if (hasKeys)
    storeUnit(cell, 8, keys - wanted);
  tidy(call);
  return waits ? BuiltinResult::Done : returnInt(call, hasKeys);
}

template <>
BuiltinResult builtin<SemaphoreGet>(BuiltinCall &call) {
  return takeKeys(call, true);
}
template <>
BuiltinResult builtin<SemaphoreTryGet>(BuiltinCall &call) {
  return takeKeys(call, false);
}

} // namespace circtsim::builtins
