//===- LowerTaggedIndirectCalls.h - calls of functions by number -*- C++ -*-===//
#ifndef CIRCTSIM_CODEGEN_LOWERTAGGEDINDIRECTCALLS_H
#define CIRCTSIM_CODEGEN_LOWERTAGGEDINDIRECTCALLS_H

#include "llvm/IR/PassManager.h"

namespace circtsim::codegen {

/// `const void *const[]` by function id, and its length (`uint32_t`). Both are symbols of
/// the library's descriptor.
inline constexpr llvm::StringLiteral FuncEntriesSymbol = "__circt_sim_func_entries";
inline constexpr llvm::StringLiteral FuncCountSymbol = "__circt_sim_num_all_funcs";
/// `void (const char *call)`, does not return: reports a call through a null pointer.
inline constexpr llvm::StringLiteral NullCallSymbol = "__circt_sim_null_call";

/// Attribute of calls whose callee is an address of code, whatever computes it.
inline constexpr llvm::StringLiteral CalleeIsAddress = "circt-sim-callee-is-address";

/// Makes calls through pointers work if the pointer may be a function's number. A variadic
/// one is an error, reported to the context (LLVMContext::diagnose) and left as it is.
struct LowerTaggedIndirectCalls : llvm::PassInfoMixin<LowerTaggedIndirectCalls> {
  llvm::PreservedAnalyses run(llvm::Module &module, llvm::ModuleAnalysisManager &);
  static bool isRequired() { return true; }
};

} // namespace circtsim::codegen

#endif
