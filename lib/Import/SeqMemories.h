//===- SeqMemories.h - memories and queues of seq -----------------------*- C++ -*-===//
#ifndef CIRCTSIM_IMPORT_SEQMEMORIES_H
#define CIRCTSIM_IMPORT_SEQMEMORIES_H

#include "Import/ModuleImport.h"

namespace circtsim::import {

/// Declares seq.firmem, seq.hlmem with their ports, and seq.fifo.
mlir::LogicalResult declareMemory(mlir::Operation *op, ModuleImport &module);

mlir::Value select(BodyEmitter &body, mlir::Value condition, mlir::Value yes, mlir::Value no);
/// The signal has this value when the simulation starts; null: zero.
void initialiseTo(ModuleImport &module, Signal signal, mlir::Value value);

} // namespace circtsim::import

#endif // CIRCTSIM_IMPORT_SEQMEMORIES_H
