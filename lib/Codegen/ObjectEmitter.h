//===- ObjectEmitter.h - a function's bytecode to an object file -*- C++ -*-===//
#ifndef CIRCTSIM_CODEGEN_OBJECTEMITTER_H
#define CIRCTSIM_CODEGEN_OBJECTEMITTER_H

#include "Codegen/ObjectKey.h"

#include "llvm/ADT/STLFunctionalExtras.h"

namespace llvm {
class MemoryBuffer;
}

namespace circtsim::codegen {

/// The machine that code is made for; null if there is no generator for it.
std::unique_ptr<llvm::TargetMachine> makeMachine(const EmitOptions &options, bool isOptimised,
                                                 std::string &error);

/// Turns functions into relocatable objects for this machine, one by one. The
/// objects are position-independent and refer to nothing but the C library, so
/// that they can be linked into this process or into a shared library. Used by
/// one thread at a time.
class ObjectEmitter {
public:
  /// Null if this machine has no native target; `error` says why.
  static std::unique_ptr<ObjectEmitter> create(const EmitOptions &options, std::string &error);
  ~ObjectEmitter();

  /// The object that defines `request.symbol`; null if LLVM refuses. `designRead`
  /// is called when nothing of the request is looked at any more: most of the
  /// time is spent behind that point.
  std::unique_ptr<llvm::MemoryBuffer> emit(
      const ObjectRequest &request, llvm::function_ref<void()> designRead = [] {}) {
    return emit(llvm::ArrayRef(request), designRead);
  }
  /// All in one object. Their versions agree in isOptimised.
  std::unique_ptr<llvm::MemoryBuffer> emit(llvm::ArrayRef<ObjectRequest> requests,
                                           llvm::function_ref<void()> designRead);

  /// Why the last object was refused; empty: LLVM gave no reason.
  const std::string &problem() const { return lastProblem; }

  /// Changes whenever the object would.
  ObjectKey keyOf(const ObjectRequest &request) const {
    return codegen::keyOf(request, options, identity);
  }

private:
  struct Pipeline;
  explicit ObjectEmitter(const EmitOptions &options);
  Optimiser::Effort effortFor(bool isOptimised) const;
  Pipeline *pipelineFor(bool isOptimised);

  const EmitOptions options;
  std::unique_ptr<llvm::LLVMContext> context;
  std::unique_ptr<Pipeline> pipelines[2]; ///< quick, optimised
  std::string identity;
  std::string lastProblem;
  unsigned emitted = 0;
};

} // namespace circtsim::codegen

#endif
