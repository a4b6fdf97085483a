//===- PortUse.h - ports used against their direction -----------*- C++ -*-===//
#ifndef CIRCTSIM_IRGEN_PORTUSE_H
#define CIRCTSIM_IRGEN_PORTUSE_H

#include "Sema/Symbols/Symbol.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"

#include <memory>

namespace circtsim::irgen {

/// Which ports are coerced to inout (23.3.3.1): inputs that their module drives, outputs that
/// it does not drive. Only nets can be, and only where nets are connected.
class PortUse {
public:
  bool isCoerced(const sema::BodySymbol &body, const sema::PortSymbol &port);
  /// The nets that `expr` consists of, without the conversion to the port's type; null if it
  /// is anything else.
  static const sema::Expr *netsOf(const sema::Expr &expr);

private:
  using Nets = llvm::DenseSet<const sema::ValueSymbol *>;

  const Nets &drivenIn(const sema::BodySymbol &body);
  void collect(const sema::Scope &scope, Nets &nets);
  void collectGate(const sema::GateSymbol &gate, Nets &nets);
  void collectInstance(const sema::InstanceSymbol &instance, Nets &nets);
  static void addRoots(const sema::Expr *expr, Nets &nets);

  llvm::DenseMap<const sema::BodySymbol *, std::unique_ptr<Nets>> driven;
};

} // namespace circtsim::irgen

#endif
