//===- BodyBinder.h - code of bodies ----------------------------*- C++ -*-===//
#ifndef CIRCTSIM_SEMA_HIERARCHY_BODYBINDER_H
#define CIRCTSIM_SEMA_HIERARCHY_BODYBINDER_H

#include "Sema/Expr/ExprBinder.h"
#include "Sema/Hierarchy/ElaborationState.h"

namespace circtsim::sema {

/// Binds initial values, assignments, connections, gates and processes of a
/// body, when the hierarchy stands.
void bindBody(Compilation &compilation, BodySymbol &body);
/// The connections of an instance, element `element` of `count` (Connections.cpp).
void bindConnections(Compilation &compilation, InstanceSymbol &instance, uint32_t element,
                     uint32_t count);
/// The terminals of a gate (GateTerminals.cpp).
void bindGate(Compilation &compilation, GateSymbol &gate);
// Items of specify blocks (Specify.cpp, TimingChecks.cpp).
void bindModulePath(Compilation &compilation, Specialisation &body, ModulePathSymbol &path);
void bindPulseStyle(Compilation &compilation, Specialisation &body, PulseStyleSymbol &style);
void bindPathPulse(Compilation &compilation, PathPulseSymbol &limits);
void bindTimingCheck(Compilation &compilation, TimingCheckSymbol &check);
/// A constant delay or limit; an Invalid node after an error.
const Expr &bindConstantDelay(Compilation &compilation, const BindContext &context,
                              const syntax::ExprSyntax &syntax);
/// The text of an expression without spaces: conditions are compared by it.
llvm::StringRef compactText(Compilation &compilation, const syntax::ExprSyntax &syntax);
/// Delay values of a declaration or assignment: 1 to 3.
llvm::ArrayRef<const Expr *> bindDelays(Compilation &compilation, const BindContext &context,
                                        const syntax::DelaySyntax *delay);
/// Bits [lo, lo + width) of an integral expression, as an lvalue if it is one
/// and `isLvalue` (ConnectionSlices.cpp). Null if that cannot be expressed.
const Expr *sliceBits(Compilation &compilation, ExprBinder &binder, const Expr &expr, uint32_t lo,
                      uint32_t width, bool isLvalue);

} // namespace circtsim::sema

#endif
