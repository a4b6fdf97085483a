//===- Interpreter.h - the bytecode interpreter ------------------*- C++ -*-===//
#ifndef CIRCTSIM_EXEC_INTERP_INTERPRETER_H
#define CIRCTSIM_EXEC_INTERP_INTERPRETER_H

#include "Runtime/SimContext.h"

namespace circtsim::exec {

/// Makes the interpreter the tier of `context`. Call before initialise().
void installInterpreter(runtime::SimContext &context);

/// Runs a ready process until it waits or ends.
model::ExitStatus run(runtime::SimContext &context, sched::Process &process);

/// Entry of every function that no other tier has taken over: executes from
/// frame->pc until the frame's bottom (caller == null) returns.
model::ExitStatus interpret(runtime::SimContext *context, model::Frame *frame);

/// Number of opcodes with a handler; equal to the number of rows of Opcodes.def.
unsigned handlerCount();

} // namespace circtsim::exec

#endif
