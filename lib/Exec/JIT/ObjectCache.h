//===- ObjectCache.h - objects kept across runs -----------------*- C++ -*-===//
#ifndef CIRCTSIM_EXEC_JIT_OBJECTCACHE_H
#define CIRCTSIM_EXEC_JIT_OBJECTCACHE_H

#include "Codegen/ObjectKey.h"

#include <memory>
#include <string>
#include <vector>

namespace llvm {
class MemoryBuffer;
}

namespace circtsim::exec {

/// A folder of objects named by their keys, shared by any number of processes.
/// Used by one thread at a time.
class ObjectCache {
public:
  /// The folder is made when the first object is stored. `maxBytes`: what it may
  /// hold when a run that stored something ends; 0: no limit.
  ObjectCache(std::string directory, uint64_t maxBytes);

  /// Null if there is none, or none that is intact.
  std::unique_ptr<llvm::MemoryBuffer> find(const codegen::ObjectKey &key);
  void store(const codegen::ObjectKey &key, const llvm::MemoryBuffer &object);
  /// The object was intact, but it could not be used.
  void reject(const codegen::ObjectKey &key);
  /// Removes what was used longest ago, if this run stored something.
  void prune();

  /// What the user should know: at most one line on damaged files, and one on a
  /// folder that cannot be written.
  const std::vector<std::string> &warnings() const { return messages; }

private:
  std::string pathOf(const codegen::ObjectKey &key) const;
  void warnDamaged(const std::string &path);
  void giveUpWriting(const std::string &reason);

  const std::string directory;
  const uint64_t maxBytes;
  std::vector<std::string> messages;
  bool isWritable = true, hasStored = false, hasDamaged = false;
};

} // namespace circtsim::exec

#endif
