//===- Arena.cpp - reserving and handing out the two planes ------------------===//
//
// One mapping of twice the plane size, without reserve: only touched pages cost
// memory, so an untouched b-plane is free. Allocation is a bump; owners keep
// free lists of their own. The distance of the planes is not a multiple of the
// page size but of the cache line, so that an object and its b-plane twin fall
// into different cache sets and never alias in the store buffer's 4 KiB compare.
//
// Invariants: addresses are handed out once; fresh memory is zero in both
// planes; if the system refuses the wanted range, a smaller one is taken.
//
//===----------------------------------------------------------------------===//
#include "Model/Arena.h"

#include <sys/mman.h>

namespace circtsim::model {

/// Skew of the b-plane against the page grid, bytes.
static constexpr uint64_t PlaneSkew = 2048 + 64;

std::unique_ptr<Arena> Arena::create(uint64_t planeSize) {
  constexpr uint64_t smallest = uint64_t(64) << 20;
  for (uint64_t size = planeSize; size >= smallest || size == planeSize; size /= 4) {
    uint64_t total = 2 * size + PageSize;
    void *memory = mmap(nullptr, total, PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (memory == MAP_FAILED)
      continue;
    std::unique_ptr<Arena> arena(new Arena);
    arena->plane = static_cast<uint8_t *>(memory);
    arena->size = size;
    arena->distance = size + PlaneSkew;
    arena->mapped = total;
    arena->next = PageSize; // keeps small offsets out of the conservative scan
    return arena;
  }
  return nullptr;
}

Arena::~Arena() {
  if (plane)
    munmap(plane, mapped);
}

uint8_t *Arena::allocate(uint64_t bytes, uint64_t align, ArenaUse use) {
  // Pages are aligned relative to the plane, smaller requests absolutely:
  // mmap aligns the plane to 4 KiB, more than any object asks for.
  uint64_t start = (next + align - 1) & ~(align - 1);
  if (start > size || bytes > size - start)
    return nullptr;
  next = start + bytes;
  used[unsigned(use)] += bytes;
  return plane + start;
}

} // namespace circtsim::model
