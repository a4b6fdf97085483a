//===- CodeLayout.h - what compiled code takes for granted -------*- C++ -*-===//
//
// Machine code knows offsets of run-time structures, numbers of opcodes and the order of
// support functions. This hash stands for all of them: code that was made under another
// one must not run.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_EXEC_AOT_CODELAYOUT_H
#define CIRCTSIM_EXEC_AOT_CODELAYOUT_H

#include "Model/ArrayObject.h"
#include "Model/Frame.h"
#include "Model/NativeState.h"
#include "Model/NbaBuffer.h"

#include <cstddef>
#include <string_view>

namespace circtsim::exec {

constexpr uint64_t continueHash(uint64_t hash, uint64_t number) {
  return (hash ^ number) * 0x100000001B3 ^ (hash >> 29);
}
constexpr uint64_t continueHash(uint64_t hash, std::string_view text) {
  for (char c : text)
    hash = continueHash(hash, uint64_t(static_cast<unsigned char>(c)));
  return continueHash(hash, text.size());
}

constexpr uint64_t codeLayoutHash() {
  using namespace model;
  uint64_t hash = 0xCBF29CE484222325;
  for (size_t number :
       {sizeof(Frame), offsetof(Frame, caller), offsetof(Frame, fn), offsetof(Frame, instance),
        offsetof(Frame, pc), offsetof(Frame, resultTo), sizeof(SlotEntry),
        offsetof(SlotEntry, address), offsetof(SlotEntry, signal), offsetof(SlotEntry, bit), offsetof(Instance, base),
        offsetof(Instance, slots), offsetof(Instance, signalBase), sizeof(NativeState),
        offsetof(NativeState, signalFlags), offsetof(NativeState, planeDistance),
        offsetof(NativeState, pollRequested), offsetof(NativeState, nba),
        offsetof(NativeState, activations), offsetof(NativeState, instructions),
        offsetof(NativeState, deoptCountdown), offsetof(NativeState, support), sizeof(NbaEntry),
        offsetof(NbaEntry, address), offsetof(NbaEntry, signal), offsetof(NbaEntry, kind),
        offsetof(NbaEntry, a), offsetof(NbaEntry, b), offsetof(NbaBuffer, next),
        offsetof(NbaBuffer, limit), offsetof(ArrayObject, first), offsetof(ArrayObject, count),
        offsetof(ArrayObject, owner)})
    hash = continueHash(hash, number);
#define NATIVE_FUNCTION(Name, Signature, Doc)                                                      \
  hash = continueHash(continueHash(hash, #Name), Signature);
#define RUNTIME_FUNCTION(Name, Arguments, Results, MaySuspend, MayFault, Doc)                      \
  hash = continueHash(continueHash(continueHash(hash, #Name), Arguments), Results);
#include "Runtime/RuntimeABI.def"
#define OPCODE(Name, Units, Signature, Doc)                                                        \
  hash = continueHash(continueHash(hash, #Name), Signature);
#include "Bytecode/Opcodes.def"
  return hash;
}

} // namespace circtsim::exec

#endif
