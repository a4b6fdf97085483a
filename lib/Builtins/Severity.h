//===- Severity.h - places and ends of messages -----------------*- C++ -*-===//
#ifndef CIRCTSIM_BUILTINS_SEVERITY_H
#define CIRCTSIM_BUILTINS_SEVERITY_H

#include "Builtins/BuiltinTable.h"

namespace circtsim::builtins {

/// `file:line: `, or "" if the place is unknown.
std::string placeText(const BuiltinCall &call);

/// Ends the simulation in this time step, as $finish does.
BuiltinResult endSimulation(BuiltinCall &call, int status);

} // namespace circtsim::builtins

#endif
