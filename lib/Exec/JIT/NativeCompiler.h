//===- NativeCompiler.h - LLVM ORC behind one call ---------------*- C++ -*-===//
#ifndef CIRCTSIM_EXEC_JIT_NATIVECOMPILER_H
#define CIRCTSIM_EXEC_JIT_NATIVECOMPILER_H

#include "Codegen/Codegen.h"

#include <memory>
#include <string>
#include <vector>

namespace llvm {
class TargetMachine;
namespace orc {
class LLJIT;
}
} // namespace llvm

namespace circtsim::exec {

/// A function to be compiled, as it was when that was asked for.
struct CompileRequest {
  const model::Function *function = nullptr;
  std::string symbol;
  codegen::Callees callees;
  codegen::CodeVersion version;
  model::Entry entry = nullptr; ///< result; null if it failed
};

class NativeCompiler {
public:
  /// Null if this machine has no native target; `error` says why.
  static std::unique_ptr<NativeCompiler> create(const codegen::EmitOptions &options,
                                                std::string &error);
  ~NativeCompiler();

  /// Compiles all as one module and fills `entry` of each. `isOptimised`: with the
  /// slow instruction selector and register allocator.
  void compile(llvm::MutableArrayRef<CompileRequest *> requests, bool isOptimised);

private:
  explicit NativeCompiler(const codegen::EmitOptions &options);
  const codegen::EmitOptions options;
  std::unique_ptr<llvm::TargetMachine> machine;
  std::unique_ptr<llvm::orc::LLJIT> jit;
  unsigned modules = 0;
};

} // namespace circtsim::exec

#endif
