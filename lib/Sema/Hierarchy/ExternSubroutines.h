//===- ExternSubroutines.h - subroutines that modules define ----*- C++ -*-===//
//
// Extern tasks and functions of interfaces (IEEE 1800-2023 25.7.3, 25.7.4).
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_SEMA_HIERARCHY_EXTERNSUBROUTINES_H
#define CIRCTSIM_SEMA_HIERARCHY_EXTERNSUBROUTINES_H

#include "Sema/Hierarchy/ElaborationState.h"

namespace circtsim::sema {

/// Declares a task or function of an interface that modules define.
void declareExtern(ElaborationState &state, Scope &scope,
                   const syntax::SubroutineDeclSyntax &syntax);
/// Compares two resolved signatures; false: reported.
bool checkPrototype(Compilation &compilation, const SubroutineSymbol &subroutine,
                    const SubroutineSymbol &prototype);
/// Finds and checks the prototype of `task port.name`.
void bindExternDefinition(Compilation &compilation, SubroutineSymbol &subroutine);
/// Gives extern subroutines their bodies, when the code of all bodies is bound.
void connectExterns(Compilation &compilation);

} // namespace circtsim::sema

#endif
