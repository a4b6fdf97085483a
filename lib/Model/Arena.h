//===- Arena.h - the two-plane memory of a simulation -----------*- C++ -*-===//
#ifndef CIRCTSIM_MODEL_ARENA_H
#define CIRCTSIM_MODEL_ARENA_H

#include <cstddef>
#include <cstdint>
#include <memory>

namespace circtsim::model {

/// What arena bytes are used for; memory accounting only.
enum class ArenaUse : uint8_t { Blocks, Drivers, Stacks, Heap, Other };
inline constexpr unsigned ArenaUseCount = 5;

/// Reserved virtual memory of two planes. Every address handed out lies in the
/// a-plane; the matching b-plane byte lies planeDistance() bytes behind it.
/// Fresh memory is zero in both planes. Memory is never moved, and is returned
/// to the system only when the arena dies; reuse is the business of the owners
/// (StackPool, the heap).
class Arena {
public:
  /// Bytes of one plane unless the system refuses that much address space.
  static constexpr uint64_t DefaultPlaneSize = uint64_t(16) << 30;
  /// Unit in which the heap takes memory, bytes.
  static constexpr uint64_t PageSize = 64 << 10;

  /// Null if not even a small range can be reserved.
  static std::unique_ptr<Arena> create(uint64_t planeSize = DefaultPlaneSize);
  ~Arena();
  Arena(const Arena &) = delete;
  Arena &operator=(const Arena &) = delete;

  /// `bytes` bytes per plane, aligned to `align` (a power of two, at most
  /// PageSize). Null when the plane is full.
  uint8_t *allocate(uint64_t bytes, uint64_t align, ArenaUse use);

  uint64_t planeDistance() const { return distance; }
  uint8_t *begin() const { return plane; }
  uint64_t planeSize() const { return size; }
  bool contains(uint64_t address) const { return address - uint64_t(plane) < size; }
  /// Bytes handed out per plane for `use`.
  uint64_t bytesUsed(ArenaUse use) const { return used[unsigned(use)]; }
  uint64_t bytesUsed() const { return next; }

private:
  Arena() = default;
  uint8_t *plane = nullptr;
  uint64_t size = 0;
  uint64_t distance = 0;
  uint64_t mapped = 0;
  uint64_t next = 0;
  uint64_t used[ArenaUseCount] = {};
};

} // namespace circtsim::model

#endif
