//===- Support.cpp - memory, assignments and control of instructions ---------===//
//
// Out-of-line parts of instructions: general loads and stores, references, whole
// objects, nonblocking assignments, forces, calls of builtins. Process control is
// in ProcessOps.cpp.
//
//===----------------------------------------------------------------------===//
#include "Exec/Interp/Support.h"

#include "Runtime/Arrays.h"
#include "Runtime/Objects.h"

#include <algorithm>

namespace circtsim::exec {

using namespace circtsim::model;
using value::wordsFor;

/// b-plane of the operand in slots from `slot` on; null if two-state.
static const uint64_t *secondPlane(Slots fp, const Instr *in, uint32_t slot, uint32_t width) {
  return isFour(in) ? fp + slot + wordsFor(width) : nullptr;
}

void loadWide(Slots fp, const Instr *in, const uint8_t *address, uint64_t distance) {
  uint32_t words = wordsFor(extension(in).e0);
  std::memcpy(fp + in->a, address, words * 8);
  if (isFour(in))
    std::memcpy(fp + in->a + words, address + distance, words * 8);
}

void storePart(Scheduler &scheduler, Slots fp, const Instr *in, uint8_t *address, SignalId signal,
               uint32_t lo, uint32_t unitWidth) {
  uint32_t width = extension(in).e0;
  sched::storeBits(scheduler, address, signal, lo, width, unitWidth, isFour(in), fp + in->a,
                   secondPlane(fp, in, in->a, width));
}

static Reference referenceAt(Slots fp, uint32_t slot) { return Reference::at(fp + slot); }

void loadReference(Slots fp, const Instr *in, uint64_t distance) {
  const Extension &e = extension(in);
  Reference ref = referenceAt(fp, in->b);
  uint64_t *a = fp + in->a;
  if (ref.address && ref.bit == 0 && e.e0 == e.e1 && e.e0 <= 64) {
    uint32_t bytes = unitBytes(e.e0);
    a[0] = loadUnit(ref.address, bytes);
    if (isFour(in))
      a[1] = loadUnit(ref.address + distance, bytes);
    return;
  }
  sched::loadBits(distance, ref.address, ref.bit, e.e0, e.e1, isFour(in), a,
                  a + wordsFor(e.e0));
}

void storeThroughReference(Scheduler &scheduler, Slots fp, const Instr *in) {
  const Extension &e = extension(in);
  sched::storeReference(scheduler, referenceAt(fp, in->b), e.e0, e.e1, isFour(in), fp + in->a,
                        secondPlane(fp, in, in->a, e.e0));
}

Reference missingElement(SimContext &context, const Reference &array, int64_t index, TypeId id,
                         bool isWritten) {
  const TypeImage &type = context.image.types[id];
  runtime::ArrayObject *object = runtime::arrayAt(array.address);
  uint64_t count = object ? object->count : 0;
  bool isQueue = type.kind == TypeKind::Queue;
  if (isWritten && isQueue && array.address && uint64_t(index) == count &&
      (!type.count || count < type.count)) { // [$+1] (7.10.1)
    runtime::Arrays arrays(context);
    object = arrays.make(array.address, id);
    uint8_t *element = object ? arrays.insert(*object, type.element, count, 1) : nullptr;
    if (!element)
      return {};
    arrays.initialise(type.element, element, 1);
    object->owner = uint64_t(array.address);
    context.scheduler().touch(array.address, SignalId(array.signal));
    return {element, array.signal, 0};
  }
  std::string text = index == InvalidIndex ? std::string("an index of unknown bits")
                                           : "index " + std::to_string(index);
  text += std::string(" in ") + (isWritten ? "a write to" : "a read of") + " a " +
          (isQueue ? "queue" : "dynamic array") + " of " + std::to_string(count) +
          " elements (IEEE 1800-2023 " + (isQueue ? "7.10.1)" : "7.4.5)");
  runtime::warnOnce(context, text);
  return {};
}

uint64_t textHandle(SimContext &context, const Function &function, uint32_t text) {
  auto &handles = const_cast<Function &>(function).textHandles;
  if (!handles)
    handles = std::make_unique<uint64_t[]>(function.texts.size());
  if (!handles[text])
    handles[text] = context.heap.newString(function.texts[text]);
  return handles[text];
}

// --- Assignments --------------------------------------------------------------------

void pushPart(sched::NbaQueue &queue, Slots fp, const Instr *in, const Reference &target,
              uint32_t unitWidth) {
  uint32_t width = extension(in).e0;
  queue.pushBits(target.address, SignalId(target.signal), {target.bit, width, unitWidth},
                 isFour(in), fp + in->a, secondPlane(fp, in, in->a, width));
}

/// Appends the store of operand a at the reference b.
static void pushReference(sched::NbaQueue &queue, Slots fp, const Instr *in) {
  const Extension &e = extension(in);
  Reference ref = referenceAt(fp, in->b);
  if (ref.bit == 0 && e.e0 == e.e1 && e.e0 <= 64)
    queue.push(ref.address, SignalId(ref.signal), nbaKind(e.e0, isFour(in)), fp[in->a],
               isFour(in) ? fp[in->a + 1] : 0);
  else
    pushPart(queue, fp, in, ref, e.e1);
}

void nbaReference(Scheduler &scheduler, Slots fp, const Instr *in, uint64_t delay) {
  if (!referenceAt(fp, in->b).address)
    return;
  if (!delay) {
    pushReference(scheduler.nba(), fp, in);
    return;
  }
  sched::DelayedNba *nba = scheduler.newDelayedNba();
  pushReference(nba->queue, fp, in);
  scheduler.schedule(nba, delay);
}

void nbaCopy(SimContext &context, const Reference &target, const Reference &source, TypeId type,
             uint64_t delay) {
  if (!target.address || !source.address)
    return;
  Scheduler &scheduler = context.scheduler();
  uint64_t bytes = context.image.types[type].size;
  const uint8_t *from = source.address;
  if (context.heap.traitsOf(type).hasArrays) { // the value is a copy
    auto *copy = reinterpret_cast<uint8_t *>(context.heap.newCell(type));
    if (!copy)
      return;
    runtime::copyObject(context, type, copy, from);
    from = copy;
  }
  auto push = [&](sched::NbaQueue &queue) {
    queue.pushCopy(target.address, SignalId(target.signal), from, bytes,
                   context.arena->planeDistance());
  };
  if (!delay) {
    push(scheduler.nba());
    return;
  }
  sched::DelayedNba *nba = scheduler.newDelayedNba();
  push(nba->queue);
  scheduler.schedule(nba, delay);
}

void driveReference(Scheduler &scheduler, Slots fp, const Instr *in) {
  const Extension &e = extension(in);
  if (e.e2 == NoSlot) {
    storeThroughReference(scheduler, fp, in);
    return;
  }
  Reference ref = referenceAt(fp, in->b);
  scheduler.drive(ref.address, SignalId(ref.signal), ref.bit, e.e0, e.e1, isFour(in), fp + in->a,
                  secondPlane(fp, in, in->a, e.e0), {fp[e.e2], fp[e.e2 + 1], fp[e.e2 + 2]});
}

void driveSlot(Scheduler &scheduler, Slots fp, const Instr *in, const SlotEntry &slot) {
  const Extension &e = extension(in);
  const sched::Delays delays = {fp[e.e2], fp[e.e2 + 1], fp[e.e2 + 2]};
  if (e.e0 == e.e1 && e.e0 <= 64)
    scheduler.driveWhole(slot.address, slot.signal, e.e0, isFour(in), fp[in->a],
                         isFour(in) ? fp[in->a + 1] : 0, delays);
  else
    scheduler.drive(slot.address, slot.signal, 0, e.e0, e.e1, isFour(in), fp + in->a,
                    secondPlane(fp, in, in->a, e.e0), delays);
}

bool flatRange(SimContext &context, const Reference &ref, uint32_t width, uint32_t unitWidth,
               uint64_t &lo, uint32_t &count) {
  if (!ref.address || ref.signal >= sched::CellSignal)
    return false;
  int64_t first = std::max<int64_t>(ref.bit, 0);
  int64_t last = std::min<int64_t>(ref.bit + int64_t(width), unitWidth);
  if (first >= last)
    return false;
  lo = uint64_t(ref.address - context.design().signals[ref.signal].address) * 8 + uint64_t(first);
  count = uint32_t(last - first);
  return true;
}

ExitStatus startForce(SimContext &context, Frame &frame, const Instr *in) {
  Reference ref = referenceAt(frame.slots(), in->a);
  uint64_t lo;
  uint32_t count;
  if (!flatRange(context, ref, extension(in).e0, extension(in).e1, lo, count))
    return ExitStatus::Return;
  Function *fn = context.functions.get(in->b);
  if (!fn)
    return unavailableFunction(context, in->b);
  Scheduler &scheduler = context.scheduler();
  sched::StackProcess *process = scheduler.newProcess(nullptr, in->b, frame.instance);
  process->fn = fn;
  process->frame = process->stack.push(context.stackPool, *fn, frame.instance, nullptr,
                                       context.options.stackLimit);
  if (!process->frame)
    return stackOverflow(context, *fn);
  scheduler.beginForce(SignalId(ref.signal), lo, count, in->c != 0, process);
  scheduler.runNow(*process);
  return context.fault.isSet ? ExitStatus::Fault : ExitStatus::Return;
}

// --- Control -----------------------------------------------------------------------------

uint32_t switchTarget(const SwitchTable &table, uint64_t value, uint32_t otherwise) {
  if (!table.dense.empty()) {
    uint64_t index = value - table.denseBase;
    if (index >= table.dense.size() || table.dense[index] == NoId)
      return otherwise;
    return table.dense[index];
  }
  auto it = std::lower_bound(table.cases.begin(), table.cases.end(), value,
                             [](const auto &entry, uint64_t v) { return entry.first < v; });
  return it != table.cases.end() && it->first == value ? it->second : otherwise;
}

int64_t normaliseIndex(int64_t index, int32_t left, int32_t right, uint32_t count, bool isPacked) {
  if (index == InvalidIndex)
    return InvalidIndex;
  bool isDescending = left >= right;
  int64_t position;
  if (isPacked)
    position = isDescending ? index - right : right - index;
  else
    position = isDescending ? left - index : index - left;
  if (count && (position < 0 || position >= int64_t(count)))
    return InvalidIndex;
  return position;
}

ExitStatus unavailableFunction(SimContext &context, FuncId id) {
  std::string name = id < context.image.functions.size() ? context.image.functions[id].name
                                                         : std::to_string(id);
  return context.raise("function " + name + " cannot be compiled");
}

/// Why an indirect call cannot call `value`; empty if the function it names fits.
static std::string problemOfCallee(SimContext &context, const Function &caller, uint64_t value,
                                   uint32_t site, ModuleId module) {
  const DesignImage &image = context.image;
  if (!value)
    return "null function called";
  uint64_t id = value - FunctionTag;
  if (id >= image.functions.size() || image.functions[id].signature == NoId) {
    char text[24];
    std::snprintf(text, sizeof text, "0x%llx", static_cast<unsigned long long>(value));
    return std::string("call of ") + text + ", which is no function";
  }
  const FunctionImage &function = image.functions[id];
  SignatureId wanted = caller.callSites[site];
  if (function.signature != wanted)
    return "function " + function.name + " of type " + image.signatures[function.signature] +
           " called as " + image.signatures[wanted];
  if (function.module != module)
    return "function " + function.name + " called in an instance of " + image.modules[module].name;
  return {};
}

Function *findIndirectCallee(SimContext &context, Frame *frame, const Instr *in, ModuleId module) {
  const Function &caller = *frame->fn;
  const Extension &e = extension(in);
  uint64_t value = frame->slots()[in->a];
  context.innermost = frame;
  if (std::string problem = problemOfCallee(context, caller, value, e.e3, module);
      !problem.empty()) {
    context.raise(std::move(problem));
    return nullptr;
  }
  auto id = FuncId(value - FunctionTag);
  Function *callee = context.functions.get(id);
  if (!callee) {
    unavailableFunction(context, id);
    return nullptr;
  }
  const std::string &name = context.image.functions[id].name;
  if (callee->argumentSlots != e.e1 || callee->resultSlots != e.e2) {
    context.raise("function " + name + " does not have the operands of its type");
    return nullptr;
  }
  if (callee->maySuspend && !caller.maySuspend) {
    context.raise("task " + name + " called where only functions can be");
    return nullptr;
  }
  caller.callCaches[e.e3] = {value, module, id, callee};
  return callee;
}

ExitStatus nullInstance(SimContext &context, Frame *frame) {
  context.innermost = frame;
  return context.raise("null virtual interface used (IEEE 1800-2023 25.9)");
}

ExitStatus stackOverflow(SimContext &context, const Function &callee) {
  return context.raise("endless recursion: the call of " + context.image.functions[callee.id].name +
                       " exceeds the process stack limit of " +
                       std::to_string(context.options.stackLimit) + " bytes");
}

runtime::BuiltinResult callBuiltin(SimContext &context, Frame &frame, uint32_t index) {
  const CallDescriptor &descriptor = frame.fn->calls[index];
  if (descriptor.builtin >= context.builtins.size() || !context.builtins[descriptor.builtin]) {
    context.raise("unsupported: system task or function number " +
                  std::to_string(descriptor.builtin) + " (IEEE 1800-2023 20)");
    return runtime::BuiltinResult::Fault;
  }
  runtime::BuiltinCall call(context, frame, descriptor);
  return context.builtins[descriptor.builtin](call);
}

} // namespace circtsim::exec
