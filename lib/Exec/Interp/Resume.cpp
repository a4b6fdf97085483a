//===- Resume.cpp - processes and frames enter their tier --------------------===//
//
// A frame runs in the code that its function has at that moment. Calls nest on the
// native stack wherever one of caller and callee is generated code; calls between
// interpreted functions stay inside the interpreter's loop. A process that waits
// inside calls unwinds the native stack; when it wakes, its frames are entered
// again from the newest outwards, each in its own tier.
//
// `disable` may cut frames that native activations stand for: they leave with
// ExitStatus::Call until the one that runs SimContext::continueAt is reached.
//
//===----------------------------------------------------------------------===//
#include "Exec/Interp/Interpreter.h"
#include "Exec/Interp/Support.h"

namespace circtsim::exec {

using namespace circtsim::model;

/// Generated code has no type information in front of its entry for
/// -fsanitize=function to look at.
#define CALLS_GENERATED_CODE [[clang::no_sanitize("function")]]

CALLS_GENERATED_CODE [[gnu::noinline]] ExitStatus
enterAgain(SimContext &context, Frame *frame, ExitStatus status) {
  for (;;) {
    if (status == ExitStatus::Deopt) {
      if (context.functions.observer)
        context.functions.observer->deoptimised(*frame);
      status = interpret(&context, frame);
    } else if (status == ExitStatus::Call && context.continueAt == frame) {
      status = frame->fn->entry.load(std::memory_order_relaxed)(&context, frame);
    } else {
      return status;
    }
  }
}

CALLS_GENERATED_CODE ExitStatus guardFailed(SimContext *context, Frame *frame) {
  auto &fn = const_cast<Function &>(*frame->fn);
  if (++fn.guardFailures == fn.guardLookAt) [[unlikely]]
    context->functions.observer->guardFailed(fn);
  Entry other = fn.fourStateEntry.load(std::memory_order_acquire);
  return other ? other(context, frame) : ExitStatus::Deopt;
}

/// FunctionTable::measuringEntry.
CALLS_GENERATED_CODE static ExitStatus enterMeasured(SimContext *context, Frame *frame) {
  Entry code = frame->fn->measuredEntry.load(std::memory_order_acquire);
  bool isOutermost = context->nativeTime.begin();
  ExitStatus status = code(context, frame);
  if (isOutermost)
    context->nativeTime.end();
  return status;
}

CALLS_GENERATED_CODE ExitStatus enterAt(SimContext &context, Frame *frame) {
  return frame->fn->entry.load(std::memory_order_acquire)(&context, frame);
}

CALLS_GENERATED_CODE ExitStatus enter(SimContext &context, Frame *frame) {
  auto &fn = const_cast<Function &>(*frame->fn);
  if (++fn.activations == fn.hotAt) [[unlikely]]
    context.functions.observer->hot(fn);
  ExitStatus status = fn.entry.load(std::memory_order_relaxed)(&context, frame);
  if (status == ExitStatus::Deopt || status == ExitStatus::Call) [[unlikely]]
    return enterAgain(context, frame, status);
  return status;
}

/// In the interpreter, whatever code the function has.
static ExitStatus enterInterpreted(SimContext &context, Frame *frame) {
  auto &fn = const_cast<Function &>(*frame->fn);
  if (++fn.activations == fn.hotAt) [[unlikely]]
    context.functions.observer->hot(fn);
  return interpret(&context, frame);
}

ExitStatus enterNested(SimContext &context, Frame *frame,
                       ExitStatus (*way)(SimContext &, Frame *)) {
  Frame *boundary = context.boundary;
  context.boundary = frame->caller;
  ExitStatus status = context.hasNativeRoom() ? way(context, frame) : enterInterpreted(context, frame);
  if (status == ExitStatus::Deopt)
    status = enterAgain(context, frame, status);
  if (status == ExitStatus::Call && context.continueAt == frame)
    status = enterAgain(context, frame, status);
  context.boundary = boundary;
  return status;
}

Frame *finishCall(SimContext &context, Frame *frame) {
  Frame *caller = frame->caller;
  const Function &callee = *frame->fn;
  const uint64_t *results = frame->slots() + callee.resultSlot;
  for (uint32_t i = 0; i != callee.resultSlots; ++i)
    caller->slots()[frame->resultTo + i] = results[i];
  context.stack->pop(context.stackPool, frame);
  return caller;
}

ExitStatus endProcess(SimContext &context, Frame *frame) {
  while (Frame *caller = frame->caller) { // inside a function: its callers end too
    context.stack->pop(context.stackPool, frame);
    frame = caller;
  }
  context.continueAt = nullptr;
  return ExitStatus::Call;
}

/// The function of a process that runs for the first time; null after a fault.
static Function *functionOf(SimContext &context, sched::Process &process) {
  Function *fn = context.functions.get(process.function);
  if (!fn)
    unavailableFunction(context, process.function);
  process.fn = fn;
  return fn;
}

/// The frame of a static process function that runs for the first time, or null after a fault.
[[gnu::noinline]] static Frame *firstFrame(SimContext &context, sched::Process &process) {
  Function *fn = process.fn ? process.fn : functionOf(context, process);
  if (!fn)
    return nullptr;
  Frame *frame = context.functions.staticFrame(*fn);
  if (!frame)
    context.raise("the simulation memory is full");
  else
    frame->caller = nullptr;
  return frame;
}

/// Status of a static process that is done. One that was cut leaves its scopes behind.
static ExitStatus endStatic(SimContext &context, ExitStatus status) {
  if (!context.scratchScopes.entries.empty() && context.nesting == 0) [[unlikely]]
    context.scratchScopes.entries.clear();
  return status == ExitStatus::Call ? ExitStatus::Return : status;
}

static ExitStatus runStatic(void *simulation, sched::Process &process) {
  auto &context = *static_cast<SimContext *>(simulation);
  Frame *frame = process.fn ? process.fn->staticFrame : nullptr;
  if (!frame) [[unlikely]] {
    frame = firstFrame(context, process);
    if (!frame)
      return ExitStatus::Fault;
  }
  if (process.operands)
    frame->instance->slots = process.operands;
  else
    frame->instance = process.instance;
  frame->pc = 0;
  return endStatic(context, enter(context, frame));
}

/// Scheduler::activate() entered the frame, which left with another status than Return.
static ExitStatus leftStatic(void *simulation, Frame *frame, ExitStatus status) {
  auto &context = *static_cast<SimContext *>(simulation);
  return endStatic(context, enterAgain(context, frame, status));
}

/// Runs the frames of a process from its newest one outwards.
static ExitStatus runFrames(SimContext &context, Frame *frame) {
  for (;;) {
    context.boundary = frame->caller;
    ExitStatus status = enter(context, frame);
    if (status == ExitStatus::Call) {
      if (!context.continueAt)
        return ExitStatus::Return;
      frame = context.continueAt;
    } else if (status == ExitStatus::Return && frame->caller) {
      frame = finishCall(context, frame);
    } else {
      return status;
    }
  }
}

static ExitStatus runStack(SimContext &context, sched::StackProcess &process) {
  if (!process.frame) {
    Function *fn = functionOf(context, process);
    if (!fn)
      return ExitStatus::Fault;
    process.frame = process.stack.push(context.stackPool, *fn, process.instance, nullptr,
                                       context.options.stackLimit);
    if (!process.frame)
      return stackOverflow(context, *fn);
  }
  FrameStack *stack = context.stack;
  sched::ScopeStack *scopes = context.scopes;
  Frame *boundary = context.boundary;
  context.stack = &process.stack;
  context.scopes = &process.scopes;
  ExitStatus status = runFrames(context, process.frame);
  context.stack = stack;
  context.scopes = scopes;
  context.boundary = boundary;
  return status;
}

void installInterpreter(SimContext &context) {
  context.setTier(interpret, enter, runStatic, leftStatic, [](void *c, sched::StackProcess &process) {
    return runStack(*static_cast<SimContext *>(c), process);
  });
  context.native.support = nativeSupport();
  if (context.options.countInstructions)
    context.functions.measuringEntry = enterMeasured;
}

} // namespace circtsim::exec
