//===- DebugLines.h - source positions of generated code --------*- C++ -*-===//
#ifndef CIRCTSIM_CODEGEN_DEBUGLINES_H
#define CIRCTSIM_CODEGEN_DEBUGLINES_H

#include "Codegen/Codegen.h"

#include "llvm/IR/DIBuilder.h"

namespace circtsim::codegen {

/// The DWARF of one module: a compile unit, and a subprogram for each function.
class DebugLines {
public:
  /// `file`: the one that the module is said to be made of.
  DebugLines(llvm::Module &module, llvm::StringRef file);

  /// Positions of one function, in the order of its units or any other.
  class FunctionLines {
  public:
    FunctionLines(DebugLines &module, llvm::Function &code, const model::Function &function,
                  const DebugSource &source);
    /// Of the instruction at `unit`; where that has none, of the function.
    llvm::DebugLoc at(uint32_t unit);

  private:
    llvm::DIScope *scopeIn(uint32_t file);

    DebugLines &module;
    const model::Function &function;
    const DebugSource &source;
    uint32_t mainFile;
    llvm::DISubprogram *subprogram;
    llvm::DenseMap<uint32_t, llvm::DIScope *> scopes; ///< by file
    std::vector<llvm::DebugLoc> locations;            ///< by line entry, as far as used
    llvm::DebugLoc start;
  };

  /// Once, when all functions are complete.
  void finish() { builder.finalize(); }

private:
  llvm::DIFile *fileOf(const DebugSource &source, uint32_t file);

  llvm::DIBuilder builder;
  llvm::DICompileUnit *unit;
  llvm::DISubroutineType *type;
};

} // namespace circtsim::codegen

#endif
