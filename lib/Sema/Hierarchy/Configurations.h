//===- Configurations.h - which cell an instance becomes --------*- C++ -*-===//
//
// IEEE 1800-2023 clause 33: libraries, cells and configurations.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_SEMA_HIERARCHY_CONFIGURATIONS_H
#define CIRCTSIM_SEMA_HIERARCHY_CONFIGURATIONS_H

#include "Sema/Hierarchy/ElaborationState.h"

namespace circtsim::sema {

/// A configuration that is in use (33.4).
struct Configuration {
  const syntax::ConfigSyntax *syntax = nullptr;
  llvm::StringRef library; ///< that it belongs to
  /// Where the values of parameters look names up: its localparams.
  Specialisation *scope = nullptr;
  /// `instance` rules as paths from the name of a design cell.
  llvm::SmallVector<DefparamRecord *, 4> instanceRules;
};

/// How the instances in a body find their cells. Equal ones are one object.
struct CellBinding {
  const Configuration *configuration;
  /// The library list in force (33.4.1.5), inherited downwards; empty: the library of the cell
  /// around.
  llvm::SmallVector<llvm::StringRef, 2> libraries;
};

/// A configuration as the sources have it.
struct ConfigurationEntry {
  const syntax::ConfigSyntax *syntax;
  llvm::StringRef library;
  Specialisation *unit;
  std::unique_ptr<Configuration> configuration; ///< once it is used
};

/// What an instance is bound to.
struct BoundCell {
  Definition *definition = nullptr; ///< null: reported
  const CellBinding *binding = nullptr;
  /// The rule that was followed; it may set parameters (33.4.3).
  const syntax::ConfigRuleSyntax *rule = nullptr;
  const Configuration *ruleOwner = nullptr;
  /// The configuration that takes over from here (33.4.2).
  const Configuration *entered = nullptr;
};

/// The library of what is declared at `loc`.
llvm::StringRef libraryAt(Compilation &compilation, support::SourceLoc loc);
/// `library.name`, `name`, each perhaps with `:config` behind it; null: no such configuration.
ConfigurationEntry *findConfiguration(ElaborationState &state, llvm::StringRef name);
/// Makes a configuration ready for use; reports what is wrong with it.
const Configuration &useConfiguration(Compilation &compilation, ConfigurationEntry &entry);
/// The cells of its design statement, each bound.
std::vector<BoundCell> designCells(Compilation &compilation, const Configuration &configuration);
/// The cells that configurations name, for the search in library directories.
void forEachConfiguredCell(ElaborationState &state, llvm::function_ref<void(llvm::StringRef)> visit);

/// The cell called `name` for an instance in a body that is bound by a configuration. Instance
/// rules do not count.
Definition *findCell(ElaborationState &state, const Specialisation &body, llvm::StringRef name);
/// The rule for the instance that `records` have come to, taken out of them; null without.
const DefparamRecord *takeInstanceRule(llvm::SmallVectorImpl<ActiveDefparam> &records);
/// Binds an instance of `name` in `scope`. `record`: the instance's own rule, or null.
BoundCell bindCell(Compilation &compilation, const syntax::NameExprSyntax &name, Scope &scope,
                   const DefparamRecord *record);
/// As the configuration has it, with the library list of the rule.
const CellBinding &bindingFor(ElaborationState &state, const Configuration &configuration,
                              const syntax::ConfigRuleSyntax &rule);
/// Replaces the records of the configuration around by those of the one that was entered.
void enterConfiguration(const Configuration &entered, llvm::StringRef cell,
                        llvm::SmallVectorImpl<ActiveDefparam> &records);

} // namespace circtsim::sema

#endif
