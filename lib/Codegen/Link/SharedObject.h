//===- SharedObject.h - objects to a shared library --------------*- C++ -*-===//
#ifndef CIRCTSIM_CODEGEN_LINK_SHAREDOBJECT_H
#define CIRCTSIM_CODEGEN_LINK_SHAREDOBJECT_H

#include "Model/DesignImage.h"

#include <memory>
#include <string>
#include <vector>

namespace llvm {
class MemoryBuffer;
class TargetMachine;
} // namespace llvm

namespace circtsim::codegen {

/// A function of the design in the descriptor of a compiled one.
struct CompiledFunction {
  std::string name;            ///< of the design
  std::string symbol;          ///< of its code; empty: the interpreter has it
  std::string fourStateSymbol; ///< where failed guards go on; empty: nowhere
};

/// What a compiled design says of itself (circt/Runtime/CirctSimABI.h).
struct ModuleDescriptor {
  uint64_t designHash = 0, layoutHash = 0;
  std::string processor; ///< LLVM's name of what the code is for
  std::vector<uint32_t> processes;         ///< ids of functions
  std::vector<CompiledFunction> functions; ///< by id
};

/// The object that defines CirctSimCompiledModule, its tables and the trampoline.
std::unique_ptr<llvm::MemoryBuffer> emitDescriptor(const ModuleDescriptor &descriptor,
                                                   llvm::TargetMachine &machine);

/// Links objects with lld, in this process. Only the descriptor is exported. False with a
/// text in `error`. One thread at a time.
bool linkSharedObject(const std::vector<std::string> &objects, const std::string &output,
                      std::string &error);

} // namespace circtsim::codegen

#endif
