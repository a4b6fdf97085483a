//===- WideFunctions.h - wide operations that generated code calls *- C++ -*-===//
#ifndef CIRCTSIM_EXEC_INTERP_WIDEFUNCTIONS_H
#define CIRCTSIM_EXEC_INTERP_WIDEFUNCTIONS_H

namespace circtsim::exec::native {

/// Addresses of the C functions of section "wide values" of RuntimeABI.def.
#define WIDE_FUNCTION(Name, Signature, Doc) extern const void *const Name;
#include "Runtime/RuntimeABI.def"

} // namespace circtsim::exec::native

#endif
