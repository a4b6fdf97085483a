//===- Circt.h - registration of CIRCT's dialects ------------------*- C++ -*-===//
#ifndef CIRCTSIM_IR_CIRCT_CIRCT_H
#define CIRCTSIM_IR_CIRCT_CIRCT_H

namespace mlir {
class DialectRegistry;
} // namespace mlir

namespace circtsim::circt {

/// Adds every dialect below IR/Circt, and the upstream dialects that CIRCT's files
/// use: func, cf, scf, arith, math, llvm, ub.
void registerDialects(mlir::DialectRegistry &registry);

} // namespace circtsim::circt

#endif // CIRCTSIM_IR_CIRCT_CIRCT_H
