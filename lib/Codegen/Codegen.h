//===- Codegen.h - bytecode to LLVM IR --------------------------*- C++ -*-===//
#ifndef CIRCTSIM_CODEGEN_CODEGEN_H
#define CIRCTSIM_CODEGEN_CODEGEN_H

#include "Model/Frame.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"

#include <memory>

namespace llvm {
class Function;
class LLVMContext;
class Module;
class TargetMachine;
} // namespace llvm

namespace circtsim::codegen {

/// Rows of Runtime/RuntimeABI.def, section "native code".
enum class Support : uint32_t {
#define NATIVE_FUNCTION(Name, Signature, Doc) Name,
#include "Runtime/RuntimeABI.def"
};

struct EmitOptions {
  bool countInstructions = false; ///< keep NativeState::instructions and ::activations
  bool injectDeopts = false;      ///< a countdown at every checkpoint
  bool isAhead = false;           ///< for a file: any usual processor, and time for all passes
};

/// Which of the codes of a function.
struct CodeVersion {
  bool isOptimised = false;     ///< the slow instruction selector and register allocator
  bool hasLoopEntries = false;  ///< can also be entered where loops begin
  bool hasGuardEntries = false; ///< can also be entered where guards of `assumesKnown` fail
  /// Takes it that four-state signals hold no x and no z. Where that is not so,
  /// Support::guardFailed says who goes on from there.
  bool assumesKnown = false;
  bool operator==(const CodeVersion &) const = default;
};

/// Functions that a function calls, as they were when its compilation was asked
/// for; callees without code yet are missing.
using Callees = llvm::DenseMap<model::FuncId, const model::Function *>;

/// Adds `ExitStatus symbol(SimContext *, Frame *)` for a materialised function.
llvm::Function *emitFunction(llvm::Module &module, const model::Function &function,
                             const Callees &callees, llvm::StringRef symbol,
                             const EmitOptions &options, CodeVersion version = {});

/// The functions that the calls of a function lead to; `get` may answer null.
Callees calleesOf(const model::Function &function,
                  llvm::function_ref<const model::Function *(model::FuncId)> get);

/// Whether code of the function that assumesKnown has guards, which may fail.
bool hasGuards(const model::Function &function, const Callees &callees);

/// A module for generated code of one target.
std::unique_ptr<llvm::Module> newModule(llvm::LLVMContext &context, llvm::StringRef name,
                                        const llvm::TargetMachine &machine);

/// The passes that pay for their time on this kind of code, built once.
class Optimiser {
public:
  explicit Optimiser(llvm::TargetMachine &machine, bool isAhead = false);
  ~Optimiser();
  void run(llvm::Module &module);

private:
  struct Passes;
  std::unique_ptr<Passes> passes;
};

/// Number of opcodes with an emitter; equal to the number of rows of Opcodes.def.
unsigned emitterCount();

/// A symbol for a hierarchical name: letters, digits, '_', '.', '$' stay.
std::string symbolFor(llvm::StringRef name);
/// The same, and unique among functions.
std::string symbolFor(llvm::StringRef name, model::FuncId id);

} // namespace circtsim::codegen

#endif
