//===- Interpreter.h - the bytecode interpreter ------------------*- C++ -*-===//
#ifndef CIRCTSIM_EXEC_INTERP_INTERPRETER_H
#define CIRCTSIM_EXEC_INTERP_INTERPRETER_H

#include "Runtime/SimContext.h"

namespace circtsim::exec {

/// Makes the interpreter the tier of `context`. Call before initialise().
void installInterpreter(runtime::SimContext &context);

/// Entry of every function that no other tier has taken over: executes from
/// frame->pc until the frame's bottom (caller == null) returns.
model::ExitStatus interpret(runtime::SimContext *context, model::Frame *frame);

/// Runs a frame in its function's tier. Return, Wait, Finish, Fault, or Call if
/// an outer frame is to go on.
model::ExitStatus enter(runtime::SimContext &context, model::Frame *frame);
/// Runs a frame from its pc in the code its function has now.
model::ExitStatus enterAt(runtime::SimContext &context, model::Frame *frame);
/// Support::guardFailed.
model::ExitStatus guardFailed(runtime::SimContext *context, model::Frame *frame);
/// Goes on after a status other than Return: a failed guard, or a cut that ends
/// at this frame.
model::ExitStatus enterAgain(runtime::SimContext &context, model::Frame *frame,
                             model::ExitStatus status);
/// Enters a frame whose caller is in progress on the native stack: a new activation with
/// enter(), one that goes on with enterAt().
model::ExitStatus enterNested(runtime::SimContext &context, model::Frame *frame,
                              model::ExitStatus (*way)(runtime::SimContext &,
                                                       model::Frame *) = enter);
/// Copies the results of a frame that has returned to its caller, and frees it.
model::Frame *finishCall(runtime::SimContext &context, model::Frame *frame);
/// The running process ends, whatever called this frame.
model::ExitStatus endProcess(runtime::SimContext &context, model::Frame *frame);
/// The table of NativeState::support.
const void *const *nativeSupport();

/// Number of opcodes with a handler; equal to the number of rows of Opcodes.def.
unsigned handlerCount();

} // namespace circtsim::exec

#endif
