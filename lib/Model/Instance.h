//===- Instance.h - one elaborated instance ---------------------*- C++ -*-===//
#ifndef CIRCTSIM_MODEL_INSTANCE_H
#define CIRCTSIM_MODEL_INSTANCE_H

#include "Model/Ids.h"

namespace circtsim::model {

struct Instance;

/// What a slot of an instance leads to: an object (port actual, hierarchical
/// reference, driver) or, for SlotKind::Instance, another instance.
struct SlotEntry {
  union {
    uint8_t *address = nullptr; ///< a-plane address of the object
    Instance *instance;
  };
  SignalId signal = NoSignal;
  uint32_t bit = 0; ///< operands of shared bodies: first bit in the byte at `address`
};
static_assert(sizeof(SlotEntry) == 16);

/// One instance of a module specialisation. Code reaches everything through it.
struct Instance {
  uint8_t *base = nullptr;     ///< storage block, a-plane
  SlotEntry *slots = nullptr;  ///< as many as ModuleImage::slots
  SignalId signalBase = 0;     ///< id of local signal 0
  ModuleId module = NoId;
  Instance *parent = nullptr;
  Instance *children = nullptr; ///< one per ModuleImage::children, contiguous
  uint32_t indexInParent = 0;  ///< index into the parent's children, or into DesignImage::tops
  uint32_t id = 0;             ///< number in depth-first order
};
static_assert(sizeof(Instance) == 48);

} // namespace circtsim::model

#endif
