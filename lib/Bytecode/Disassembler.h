//===- Disassembler.h - bytecode as text ------------------------*- C++ -*-===//
#ifndef CIRCTSIM_BYTECODE_DISASSEMBLER_H
#define CIRCTSIM_BYTECODE_DISASSEMBLER_H

#include "Model/DesignImage.h"

#include <string>

namespace circtsim::bytecode {

/// Lists one function. Signals, slots and functions appear by name where `image` knows them.
std::string disassemble(const model::FunctionCode &code, const model::DesignImage *image = nullptr,
                        model::ModuleId module = model::NoId);

/// Lists modules (signals, ports, slots, drivers, children, processes) and all materialised
/// functions.
std::string disassembleImage(const model::DesignImage &image);

} // namespace circtsim::bytecode

#endif // CIRCTSIM_BYTECODE_DISASSEMBLER_H
