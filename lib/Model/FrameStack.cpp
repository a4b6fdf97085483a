//===- FrameStack.cpp - growing and shrinking process stacks -----------------===//
//
// A stack is a list of chunks, newest first; chunk sizes are powers of two and
// double as the stack grows, so that a process of one small frame costs half a
// kilobyte and a deep recursion needs few chunks. Chunks never move: frames and
// references into frames stay valid while they live.
//
// Invariants: `top` lies in the newest chunk; every chunk but the oldest holds
// at least one frame, at its begin.
//
//===----------------------------------------------------------------------===//
#include "Model/Frame.h"

#include <bit>

namespace circtsim::model {

static constexpr uint64_t SmallestChunk = 512;

StackChunk *StackPool::take(uint64_t bytes) {
  uint64_t size = std::bit_ceil(bytes + sizeof(StackChunk));
  if (size < SmallestChunk)
    size = SmallestChunk;
  unsigned index = std::countr_zero(size);
  if (StackChunk *chunk = freeLists[index]) {
    freeLists[index] = chunk->below;
    return chunk;
  }
  uint8_t *memory = arena.allocate(size, 64, ArenaUse::Stacks);
  if (!memory)
    return nullptr;
  auto *chunk = reinterpret_cast<StackChunk *>(memory);
  chunk->bytes = size;
  return chunk;
}

void StackPool::give(StackChunk *chunk) {
  unsigned index = std::countr_zero(chunk->bytes);
  chunk->below = freeLists[index];
  freeLists[index] = chunk;
}

bool FrameStack::grow(StackPool &pool, uint64_t need, uint64_t limit) {
  if (total + need > limit)
    return false;
  uint64_t wanted = need;
  if (chunk && chunk->bytes > wanted)
    wanted = chunk->bytes;
  if (wanted > limit - total)
    wanted = need;
  StackChunk *added = pool.take(wanted);
  if (!added)
    return false;
  added->below = chunk;
  added->belowTop = top;
  chunk = added;
  top = added->begin();
  end = added->end();
  total += added->bytes;
  return true;
}

void FrameStack::shrink(StackPool &pool) {
  StackChunk *old = chunk;
  chunk = old->below;
  top = old->belowTop;
  end = chunk ? chunk->end() : nullptr;
  total -= old->bytes;
  pool.give(old);
}

void FrameStack::popAbove(StackPool &pool, Frame *frame) {
  auto *address = reinterpret_cast<uint8_t *>(frame);
  while (address < chunk->begin() || address >= chunk->end())
    shrink(pool);
  top = address + frame->fn->frameBytes;
}

void FrameStack::clear(StackPool &pool) {
  while (chunk)
    shrink(pool);
}

} // namespace circtsim::model
