//===- TypeLowering.h - data types to csim types ----------------*- C++ -*-===//
#ifndef CIRCTSIM_IRGEN_TYPELOWERING_H
#define CIRCTSIM_IRGEN_TYPELOWERING_H

#include "IR/Csim.h"
#include "Sema/Types/Type.h"

#include "llvm/ADT/DenseMap.h"

namespace circtsim::irgen {

/// Maps SystemVerilog data types to the types of csim values and storage.
/// Results are cached by type identity.
class TypeLowering {
public:
  explicit TypeLowering(mlir::MLIRContext &context) : context(context) {}

  /// What is stored and computed: two-state integral iN, four-state
  /// !csim.logic<N>, f64, handles, unpacked aggregates.
  mlir::Type storage(const sema::Type &type);
  /// The declared form with names and bounds (enumerations, packed structures,
  /// ranges), for declarations and system-task arguments.
  mlir::Type source(const sema::Type &type);
  /// What the heap cell behind a handle of a semaphore or mailbox holds (15.3, 15.4).
  mlir::Type cellOf(const sema::Type &type);
  mlir::Type ref(const sema::Type &type) { return csim::RefType::get(storage(type)); }
  /// iN or logic<N>.
  mlir::Type vector(uint32_t width, bool isFourState);

private:
  mlir::Type lowerKey(const sema::Type &type);
  mlir::Type lower(const sema::Type &type, bool isSource);
  mlir::Type lowerIntegralSource(const sema::Type &type);

  mlir::MLIRContext &context;
  llvm::DenseMap<const sema::Type *, mlir::Type> storageCache, sourceCache;
};

/// A constant's planes as LLVM integers.
std::pair<llvm::APInt, llvm::APInt> planesOf(const value::LogicVector &v);

} // namespace circtsim::irgen

#endif
