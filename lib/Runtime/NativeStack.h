//===- NativeStack.h - the machine's stack of a simulation -------*- C++ -*-===//
#ifndef CIRCTSIM_RUNTIME_NATIVESTACK_H
#define CIRCTSIM_RUNTIME_NATIVESTACK_H

#include <cstdint>
#include <functional>

namespace circtsim::runtime {

/// Address space for the native stack of a simulation whose process stacks hold `frameBytes`:
/// a nested call takes a few times what its frame takes.
constexpr uint64_t nativeStackFor(uint64_t frameBytes) { return 16 * frameBytes; }

/// The lowest address that nested calls may reach on a stack nobody knows the size of. It
/// leaves most of what a thread usually has to those who call.
uintptr_t defaultNativeFloor();

/// Calls `body` on a stack of `bytes`, or of as much address space as there is, and waits
/// for it. `body` is given the address below which calls of the simulated program must not
/// nest: what is under it is for the C++ code that they call. Memory is taken as the stack
/// is used.
void onNativeStack(uint64_t bytes, const std::function<void(uintptr_t floor)> &body);

} // namespace circtsim::runtime

#endif
