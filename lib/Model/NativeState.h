//===- NativeState.h - what generated code reads of a simulation -*- C++ -*-===//
//
// Machine code that we generate reaches a simulation only through this block,
// the first member of the simulation context: no address of this process is
// baked into code, so that one object file serves every run. The offsets are
// part of the version that AOT modules and cached objects carry.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_MODEL_NATIVESTATE_H
#define CIRCTSIM_MODEL_NATIVESTATE_H

#include "Model/Frame.h"
#include "Model/NbaBuffer.h"

#include <atomic>
#include <cstdint>

namespace circtsim::model {

struct NativeState {
  const uint8_t *signalFlags = nullptr;  ///< one byte per signal id; 0: nobody watches
  uint64_t planeDistance = 0;            ///< bytes from the a-plane to the b-plane
  const std::atomic<bool> *pollRequested = nullptr;
  NbaBuffer *const *nba = nullptr;       ///< where nonblocking assignments go now
  uint64_t activations = 0;              ///< entries and resumptions of generated code, if counted
  uint64_t instructions = 0;             ///< bytecode instructions retired by generated code, if counted
  uint64_t outOfLine = 0;                ///< of these, executed by a support function
  uint64_t deoptCountdown = ~uint64_t(0);///< checkpoints until the next injected deopt
  /// Support functions of Runtime/RuntimeABI.def, section "native code", in order.
  const void *const *support = nullptr;
};

} // namespace circtsim::model

#endif
