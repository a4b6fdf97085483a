//===- CodeMemory.h - where linked code lies ---------------------*- C++ -*-===//
#ifndef CIRCTSIM_EXEC_JIT_CODEMEMORY_H
#define CIRCTSIM_EXEC_JIT_CODEMEMORY_H

#include "llvm/ExecutionEngine/SectionMemoryManager.h"

#include <map>
#include <mutex>
#include <vector>

namespace circtsim::exec {

/// Gives out pages of slabs that are small enough for the small code model: sections of
/// an object reach each other with 32 bits, wherever the simulation's own memory lies.
/// Any thread. Outlives the memory managers that use it.
class CodeMemory : public llvm::SectionMemoryManager::MemoryMapper {
public:
  ~CodeMemory() override;

  llvm::sys::MemoryBlock allocateMappedMemory(llvm::SectionMemoryManager::AllocationPurpose,
                                              size_t bytes, const llvm::sys::MemoryBlock *near,
                                              unsigned flags, std::error_code &error) override;
  std::error_code protectMappedMemory(const llvm::sys::MemoryBlock &block,
                                      unsigned flags) override;
  std::error_code releaseMappedMemory(llvm::sys::MemoryBlock &block) override;

private:
  using Ranges = std::map<char *, size_t>; ///< unused pages by address; no two touch
  struct Slab {
    llvm::sys::MemoryBlock memory;
    Ranges unused;
  };
  static char *take(Slab &slab, size_t bytes);
  static void give(Slab &slab, char *begin, size_t bytes);
  bool addSlab(size_t bytes, std::error_code &error);

  std::mutex mutex;
  std::vector<Slab> slabs; ///< the newest is tried first
};

} // namespace circtsim::exec

#endif
