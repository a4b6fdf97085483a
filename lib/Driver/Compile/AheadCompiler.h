//===- AheadCompiler.h - a design image to a shared library ------*- C++ -*-===//
#ifndef CIRCTSIM_DRIVER_COMPILE_AHEADCOMPILER_H
#define CIRCTSIM_DRIVER_COMPILE_AHEADCOMPILER_H

#include "Codegen/Link/SharedObject.h"
#include "Codegen/ObjectEmitter.h"
#include "Driver/Run/Simulation.h"
#include "Exec/JIT/ObjectCache.h"

#include "llvm/ADT/StringMap.h"
#include "llvm/Support/GlobPattern.h"

#include <atomic>
#include <mutex>

namespace circtsim::driver {

/// Compiles all functions of a design ahead of time. An object holds the functions of one
/// module specialisation; objects that exist from an earlier compilation are used again.
class AheadCompiler {
public:
  AheadCompiler(const RunDesign &design, const Options &options);
  ~AheadCompiler();

  /// Writes the shared library `output`. False after reporting.
  bool run(const std::string &output);

  uint64_t functionCount() const { return descriptor.functions.size(); }
  uint64_t compiledCount() const;
  uint64_t objectCount() const { return groups.size(); }
  uint64_t reusedCount() const { return reused; }

private:
  /// What becomes one object.
  struct Group {
    std::vector<codegen::ObjectRequest> requests;
    std::string path;
    std::string problem; ///< why there is no object, if that is known
    bool isDone = false;
  };
  bool collectFunctions();
  bool isExcluded(const model::FunctionImage &function, model::FuncId id);
  void addFunction(const model::Function &function, Group &group);
  bool compileGroups();
  void compileGroup(Group &group);
  bool fail(const llvm::Twine &text) const;

  const RunDesign &design;
  const Options &options;
  const codegen::EmitOptions forFiles;
  std::unique_ptr<model::Arena> arena;
  runtime::FunctionTable functions;
  codegen::ModuleDescriptor descriptor;
  std::vector<Group> groups;
  std::vector<llvm::GlobPattern> excludes;
  llvm::StringMap<unsigned> symbols; ///< how often each one was wanted
  std::string folder; ///< of the objects, while they are linked
  std::atomic<uint64_t> reused = 0;
  uint64_t randomState = 0;

  std::mutex mutex; ///< of what follows
  exec::ObjectCache cache;
  std::vector<std::unique_ptr<codegen::ObjectEmitter>> idleEmitters;
};

} // namespace circtsim::driver

#endif
