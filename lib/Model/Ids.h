//===- Ids.h - typed ids shared by compile side and run side ---*- C++ -*-===//
#ifndef CIRCTSIM_MODEL_IDS_H
#define CIRCTSIM_MODEL_IDS_H

#include <cstdint>

namespace circtsim::model {

/// Index into DesignImage::functions. Stable for the whole run; the number in
/// tagged function pointers (0xF0000000 + fid).
using FuncId = uint32_t;
/// Index into DesignImage::modules: one elaborated specialisation.
using ModuleId = uint32_t;
/// Index into DesignImage::types.
using TypeId = uint32_t;
/// Index into DesignImage::signatures.
using SignatureId = uint32_t;
/// Global number of a signal of an instance: instance.signalBase + local index.
using SignalId = uint32_t;

/// The value of a function in the design's memory: this, plus its FuncId. Null is 0.
inline constexpr uint64_t FunctionTag = 0xF0000000;
inline constexpr uint32_t NoId = ~uint32_t(0);
inline constexpr SignalId NoSignal = ~SignalId(0);
/// An absent frame slot in an instruction or descriptor.
inline constexpr uint32_t NoSlot = ~uint32_t(0);
/// Instance operand of an instruction: the instance that executes it.
inline constexpr uint32_t SelfInstance = ~uint32_t(0);
/// An index value that selects nothing (unknown bits, out of bounds).
inline constexpr int64_t InvalidIndex = INT64_MIN;

} // namespace circtsim::model

#endif
