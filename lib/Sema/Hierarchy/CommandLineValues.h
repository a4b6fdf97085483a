//===- CommandLineValues.h - parameters given by -G -------------*- C++ -*-===//
#ifndef CIRCTSIM_SEMA_HIERARCHY_COMMANDLINEVALUES_H
#define CIRCTSIM_SEMA_HIERARCHY_COMMANDLINEVALUES_H

#include "Sema/Hierarchy/ElaborationState.h"

namespace circtsim::sema {

/// Turns ElaborationOptions::parameters into defparam records, once.
void readCommandLineParameters(Compilation &compilation);
/// Those that apply to a top-level module.
void takeCommandLineParameters(Compilation &compilation, const Definition &top,
                               llvm::SmallVectorImpl<ActiveDefparam> &out);
/// Reports those that met no parameter.
void reportUnusedCommandLineParameters(Compilation &compilation);

} // namespace circtsim::sema

#endif
