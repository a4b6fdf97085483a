//===- Verifier.h - checks of bytecode --------------------------*- C++ -*-===//
#ifndef CIRCTSIM_BYTECODE_VERIFIER_H
#define CIRCTSIM_BYTECODE_VERIFIER_H

#include "Model/DesignImage.h"

#include <string>
#include <vector>

namespace circtsim::bytecode {

/// Checks one function: opcodes exist, slots lie in the frame, constants are not written, jump
/// targets are starts of instructions, descriptors exist and are themselves sound, control does
/// not run off the end. With `image`, also ids of functions, signals, slots and types, against
/// the function's `module`, or slots against the operands of a shared body. Returns one message per defect, empty if there is none.
std::vector<std::string> verifyFunction(const model::FunctionCode &code,
                                        const model::DesignImage *image = nullptr,
                                        model::ModuleId module = model::NoId,
                                        uint32_t operandCount = 0);

/// Every materialised function of the image; messages begin with the function's name.
std::vector<std::string> verifyImage(const model::DesignImage &image);

} // namespace circtsim::bytecode

#endif // CIRCTSIM_BYTECODE_VERIFIER_H
