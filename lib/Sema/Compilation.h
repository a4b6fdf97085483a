//===- Compilation.h - the front end's result and its entry point -*- C++ -*-===//
//
// Holds the syntax of all compilation units, elaborates the hierarchy from the
// top modules down (clause 23.10: parameters, defparams, generate), binds all
// code of bodies, and reports every error. Subroutine bodies are bound lazily.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_SEMA_COMPILATION_H
#define CIRCTSIM_SEMA_COMPILATION_H

#include "Sema/Symbols/Symbol.h"
#include "Sema/Types/TypeContext.h"
#include "Support/Diagnostic.h"
#include "Syntax/CompilationUnit.h"

#include <memory>
#include <string>
#include <vector>

namespace circtsim::syntax {
class LibraryMap;
}

namespace circtsim::sema {

enum class DelayMode : uint8_t { Min, Typ, Max };

struct ElaborationOptions {
  /// Modules or configurations (33.4), perhaps with their library; empty: all uninstantiated modules.
  std::vector<std::string> tops;
  /// Which library a file belongs to; null: all to the same. Must outlive the compilation.
  const syntax::LibraryMap *libraries = nullptr;
  std::vector<std::pair<std::string, std::string>> parameters; ///< ("W" or "top.W", value text)
  DelayMode delayMode = DelayMode::Typ;
  bool hasPaths = true;        ///< module paths count; else their delays are 0 (--no-specify)
  bool hasTimingChecks = true; ///< so do timing checks
  /// Default time unit and precision, powers of ten of a second, where a
  /// design element has neither `timescale nor timeunit.
  int8_t timeUnit = -9, timePrecision = -9;
  bool bindEverything = false; ///< --lint-only, --elab-only: also uncalled subroutines and packages
  /// An extension, not in the standard: declared types hold no x and no z. `logic`, `reg`
  /// and nets are as `bit`, `integer` as `int`, `time` as `longint unsigned`; constants keep
  /// their x and z. `always @*` also runs at the start, as nothing changes from x to a value.
  bool isTwoState = false;
  uint32_t maxInstanceDepth = 512;
  uint32_t maxGenerateSteps = 1u << 20;
  uint64_t maxConstantSteps = 100'000'000;
  uint32_t maxConstantDepth = 512;
};

struct ElaborationState; // Hierarchy/ElaborationState.h

class Compilation {
public:
  Compilation(support::DiagnosticEngine &diag, ElaborationOptions options);
  ~Compilation();

  /// Adds a parsed unit; it must outlive the compilation.
  void addUnit(const syntax::CompilationUnit &unit);
  /// Library units: definitions used only when something instantiates them (-y, -v).
  void addLibraryUnit(const syntax::CompilationUnit &unit);
  /// Names instantiated but not defined so far (for -y look-up), in first-use order.
  std::vector<std::string> undefinedModules();

  /// Elaborates and binds everything reachable. False if errors were reported;
  /// nothing is done if there are syntax errors already.
  bool elaborate();

  //===-- Results ------------------------------------------------------------===//
  /// All bodies: packages and units first, then modules, parents before children.
  llvm::ArrayRef<BodySymbol *> bodies() const;
  /// Top-level instances.
  llvm::ArrayRef<InstanceSymbol *> tops() const;
  /// Finest precision of the design, power of ten of a second.
  int8_t timePrecision() const;

  /// Does some code call $assertcontrol or a relative (20.11)?
  bool usesAssertionControl();
  /// Bound statement of a subroutine (bound on first use, errors reported then).
  const Stmt *bodyOf(const SubroutineSymbol &subroutine);
  /// The body that holds a scope, and the scoped name of a symbol in its body ("g[1].x").
  static const BodySymbol &bodyOf(const Scope &scope);
  static std::string scopedName(const Symbol &symbol);

  support::DiagnosticEngine &diagnostics() { return diag; }
  TypeContext &types() { return *typeContext; }
  const ElaborationOptions &options() const { return opts; }
  /// The type of what is declared without one: `logic`, or `bit` if all is two-state.
  const Type &defaultScalar(bool isSigned = false);
  ElaborationState &state() { return *elaboration; }

private:
  support::DiagnosticEngine &diag;
  ElaborationOptions opts;
  std::unique_ptr<TypeContext> typeContext;
  std::unique_ptr<ElaborationState> elaboration;
};

} // namespace circtsim::sema

#endif
