//===- TimeValues.h - numbers that are times ---------------------------*- C++ -*-===//
#ifndef CIRCTSIM_IMPORT_TIMEVALUES_H
#define CIRCTSIM_IMPORT_TIMEVALUES_H

#include "mlir/IR/Value.h"

namespace circtsim::import {

/// Whether a number is computed from the present time.
bool isTimeValue(mlir::Value value);

} // namespace circtsim::import

#endif // CIRCTSIM_IMPORT_TIMEVALUES_H
