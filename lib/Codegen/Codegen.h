//===- Codegen.h - bytecode to LLVM IR --------------------------*- C++ -*-===//
#ifndef CIRCTSIM_CODEGEN_CODEGEN_H
#define CIRCTSIM_CODEGEN_CODEGEN_H

#include "Model/DesignImage.h"
#include "Model/Frame.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"

#include <map>
#include <memory>
#include <string>

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
  bool debugLines = false;        ///< tell debuggers and profilers the places in the source
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

/// What debuggers and profilers are told of a function besides its lines.
struct DebugSource {
  std::string name;                      ///< hierarchical
  std::map<uint32_t, std::string> files; ///< those of its lines, by number
};
DebugSource debugSourceOf(const model::Function &function, const model::DesignImage &image);

/// Where code of a module gets its places from; `module` null: it gets none.
class DebugLines;
struct Places {
  DebugLines *module = nullptr;
  const DebugSource *source = nullptr;
};

/// Adds `ExitStatus symbol(SimContext *, Frame *)` for a materialised function.
llvm::Function *emitFunction(llvm::Module &module, const model::Function &function,
                             const Callees &callees, llvm::StringRef symbol,
                             const EmitOptions &options, CodeVersion version = {},
                             Places places = {});

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
  enum class Effort : uint8_t { Quick, Good, Ahead };
  explicit Optimiser(llvm::TargetMachine &machine, Effort effort = Effort::Good);
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
