//===- CompiledModule.h - code made ahead of time ----------------*- C++ -*-===//
#ifndef CIRCTSIM_EXEC_AOT_COMPILEDMODULE_H
#define CIRCTSIM_EXEC_AOT_COMPILEDMODULE_H

#include "Model/DesignImage.h"
#include "Runtime/FunctionTable.h"

#include <memory>
#include <string>

struct CirctSimCompiledModuleType;

namespace circtsim::exec {

/// A loaded shared library of circt-sim-compile. One simulation at a time; stays loaded
/// until it is destroyed, which is for after the simulation.
class CompiledModule : public runtime::CompiledCode {
public:
  /// Loads a file and checks that it was made from this image for this program. Null with
  /// a sentence in `error` if it was not. `contentHash`: the image's.
  static std::unique_ptr<CompiledModule> load(const std::string &path,
                                              const model::DesignImage &image,
                                              uint64_t contentHash, std::string &error);
  ~CompiledModule() override;

  bool install(model::Function &function) override;
  /// Names the simulation that the code will run in; before it runs.
  void attach(runtime::SimContext &context);

  /// Functions with compiled code, of all.
  uint32_t compiledCount() const;
  uint32_t functionCount() const;

private:
  explicit CompiledModule(void *library) : library(library) {}
  bool check(const model::DesignImage &image, uint64_t contentHash, std::string &error);

  void *library;
  const CirctSimCompiledModuleType *module = nullptr;
};

} // namespace circtsim::exec

#endif
