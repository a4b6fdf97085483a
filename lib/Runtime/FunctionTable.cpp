//===- FunctionTable.cpp - functions on first use ----------------------------===//
//
// A Function is a set of views into the vectors of its FunctionCode. The vectors'
// buffers do not move when DesignImage::functions is reallocated, so functions
// may be appended while others run.
//
//===----------------------------------------------------------------------===//
#include "Runtime/FunctionTable.h"

#include <algorithm>

namespace circtsim::runtime {

using namespace circtsim::model;

Function *FunctionTable::materialise(FuncId id) {
  if (id >= image.functions.size())
    return nullptr;
  if (!image.functions[id].isMaterialised && (!provider || !provider->materialise(id)))
    return nullptr;
  const FunctionCode &code = image.functions[id].code;
  if (code.code.empty())
    return nullptr;
  if (byId.size() <= id)
    byId.resize(std::max<size_t>(id + 1, image.functions.size()));
  Function &f = functions.emplace_back();
  f.id = id;
  f.constants = code.constants.data();
  f.constantSlots = uint32_t(code.constants.size());
  f.frameBytes = uint32_t(sizeof(Frame) + uint64_t(code.frameSlots) * 8);
  f.argumentSlots = code.argumentSlots;
  f.resultSlot = code.resultSlot;
  f.resultSlots = code.resultSlots;
  f.maySuspend = code.maySuspend;
  f.waits = code.waits;
  f.calls = code.calls;
  f.forks = code.forks;
  f.switches = code.switches;
  f.callSites = code.callSites;
  if (!code.callSites.empty())
    f.callCaches = std::make_unique<CallCache[]>(code.callSites.size());
  f.types = code.types;
  f.texts = code.texts;
  f.lines = code.lines;
  f.codeUnits = uint32_t(code.code.size());
  f.isShared = image.functions[id].operandCount != 0;
  f.code = code.code.data();
  f.entry = interpreterEntry;
  byId[id] = &f;
  f.isCompiledAhead = compiled && compiled->install(f);
  if (f.isCompiledAhead)
    install(f, f.entry);
  if (observer)
    observer->materialised(f);
  return &f;
}

Frame *FunctionTable::staticFrame(Function &f) {
  if (f.staticFrame)
    return f.staticFrame;
  uint8_t *memory = arena.allocate(f.frameBytes, 64, ArenaUse::Stacks);
  if (!memory)
    return nullptr;
  auto *frame = reinterpret_cast<Frame *>(memory);
  frame->fn = &f;
  frame->instance = f.isShared ? &operandViews.emplace_back() : nullptr;
  if (f.constantSlots)
    std::memcpy(frame->slots(), f.constants, f.constantSlots * 8);
  return f.staticFrame = frame;
}

} // namespace circtsim::runtime
