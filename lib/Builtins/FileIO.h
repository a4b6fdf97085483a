//===- FileIO.h - file arguments --------------------------------*- C++ -*-===//
#ifndef CIRCTSIM_BUILTINS_FILEIO_H
#define CIRCTSIM_BUILTINS_FILEIO_H

#include "Builtins/Arguments.h"
#include "Builtins/BuiltinState.h"

namespace circtsim::builtins {

/// The stream of a file descriptor argument, ready to be read; null after a warning
/// if it is none.
std::FILE *streamArgument(const BuiltinCall &call, uint32_t i);

/// Warns of a descriptor that names no open file, once per statement.
void warnDescriptor(const BuiltinCall &call, uint32_t descriptor, bool isChannel);

} // namespace circtsim::builtins

#endif
