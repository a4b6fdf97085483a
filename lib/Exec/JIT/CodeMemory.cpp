//===- CodeMemory.cpp - where linked code lies -----------------------------------===//
//
// The sections of an object are asked for one after the other. All come from the slab
// that has room for an object of usual size; a slab is address space only until it is
// touched. What is released is merged with its neighbours and used again.
//
//===----------------------------------------------------------------------===//
#include "Exec/JIT/CodeMemory.h"

#include "llvm/Support/Process.h"

using namespace circtsim::exec;
using llvm::sys::Memory;
using llvm::sys::MemoryBlock;

/// Of a slab. Its ends are in reach of each other.
static constexpr size_t SlabBytes = size_t(256) << 20;
/// A slab with less room than this gets no new sections, so that the later ones of an
/// object find a place in it.
static constexpr size_t Reserve = size_t(32) << 20;

CodeMemory::~CodeMemory() {
  for (Slab &slab : slabs)
    (void)Memory::releaseMappedMemory(slab.memory);
}

char *CodeMemory::take(Slab &slab, size_t bytes) {
  for (auto it = slab.unused.begin(); it != slab.unused.end(); ++it) {
    auto [begin, size] = *it;
    if (size < bytes)
      continue;
    slab.unused.erase(it);
    if (size > bytes)
      slab.unused[begin + bytes] = size - bytes;
    return begin;
  }
  return nullptr;
}

void CodeMemory::give(Slab &slab, char *begin, size_t bytes) {
  auto next = slab.unused.lower_bound(begin);
  if (next != slab.unused.end() && begin + bytes == next->first) {
    bytes += next->second;
    next = slab.unused.erase(next);
  }
  if (next != slab.unused.begin()) {
    auto previous = std::prev(next);
    if (previous->first + previous->second == begin) {
      previous->second += bytes;
      return;
    }
  }
  slab.unused[begin] = bytes;
}

bool CodeMemory::addSlab(size_t bytes, std::error_code &error) {
  MemoryBlock memory = Memory::allocateMappedMemory(std::max(bytes + Reserve, SlabBytes), nullptr,
                                                    Memory::MF_READ | Memory::MF_WRITE, error);
  if (error)
    return false;
  slabs.push_back({memory, {{static_cast<char *>(memory.base()), memory.allocatedSize()}}});
  return true;
}

MemoryBlock CodeMemory::allocateMappedMemory(llvm::SectionMemoryManager::AllocationPurpose,
                                             size_t bytes, const MemoryBlock *, unsigned flags,
                                             std::error_code &error) {
  size_t page = llvm::sys::Process::getPageSizeEstimate();
  bytes = (bytes + page - 1) / page * page;
  std::lock_guard lock(mutex);
  auto hasRoom = [](const Slab &slab) {
    size_t room = 0;
    for (auto [begin, size] : slab.unused)
      room = std::max(room, size);
    return room >= Reserve / 2;
  };
  error = {};
  if (slabs.empty() || !hasRoom(slabs.back()))
    if (!addSlab(bytes, error))
      return {};
  char *begin = take(slabs.back(), bytes);
  if (!begin) {
    if (!addSlab(bytes, error))
      return {};
    begin = take(slabs.back(), bytes);
  }
  MemoryBlock block(begin, bytes);
  error = Memory::protectMappedMemory(block, flags);
  return block;
}

std::error_code CodeMemory::protectMappedMemory(const MemoryBlock &block, unsigned flags) {
  return Memory::protectMappedMemory(block, flags);
}

std::error_code CodeMemory::releaseMappedMemory(MemoryBlock &block) {
  auto *begin = static_cast<char *>(block.base());
  std::lock_guard lock(mutex);
  for (Slab &slab : slabs) {
    auto *first = static_cast<char *>(slab.memory.base());
    if (begin < first || begin >= first + slab.memory.allocatedSize())
      continue;
    std::error_code error =
        Memory::protectMappedMemory(block, Memory::MF_READ | Memory::MF_WRITE);
    give(slab, begin, block.allocatedSize());
    block = {};
    return error;
  }
  return std::make_error_code(std::errc::invalid_argument);
}
