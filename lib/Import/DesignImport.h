//===- DesignImport.h - all modules of a design ----------------------*- C++ -*-===//
#ifndef CIRCTSIM_IMPORT_DESIGNIMPORT_H
#define CIRCTSIM_IMPORT_DESIGNIMPORT_H

#include "Import/DialectImport.h"
#include "Import/FunctionValues.h"

#include "IR/Csim.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "llvm/ADT/MapVector.h"

namespace circtsim::import {

/// Makes one csim.module per module and set of parameter values.
class DesignImport {
public:
  explicit DesignImport(mlir::ModuleOp file);

  mlir::OwningOpRef<mlir::ModuleOp> run(llvm::ArrayRef<std::string> tops);
  /// The csim.module of a module with these parameter values; null after an error
  /// at `user` if there is no such module with a body.
  csim::ModuleOp specialise(mlir::Operation *user, mlir::StringAttr name,
                            mlir::ArrayAttr parameters);
  /// Reports an operation that cannot be simulated.
  static mlir::LogicalResult unsupported(mlir::Operation *op);

  /// Reports, once for each kind of operation, that it is left out.
  void noteDropped(mlir::Operation *op);
  /// A function, coroutine or global object of the file, or null.
  mlir::Operation *findFunction(mlir::StringAttr name) { return symbols.lookup(name); }

  /// The modules of variables and of signals that are outside of all modules.
  static constexpr llvm::StringLiteral globalScope = "$unit", signalScope = "$signals";

  const DialectTable dialects;
  uint64_t femtosecondsPerTick = 1000000;
  FunctionValues functionValues;

private:
  void choosePrecision();
  mlir::LogicalResult lowerStructured();
  mlir::LogicalResult takeOver();
  mlir::LogicalResult addGlobals();
  mlir::LogicalResult addGlobalSignals();
  mlir::LogicalResult findTops(llvm::ArrayRef<std::string> names);
  mlir::LogicalResult addTop(mlir::Operation *module, llvm::StringRef topName,
                             csim::ScopeKind kind = csim::ScopeKind::Module);
  mlir::LogicalResult addNamedTop(llvm::StringRef name);
  mlir::LogicalResult addEntryPoint(mlir::func::FuncOp function);
  llvm::SmallVector<mlir::func::FuncOp> entryPoints();
  mlir::LogicalResult addFunctionValues();
  mlir::LogicalResult verifyHierarchy();

  mlir::ModuleOp file;
  mlir::OwningOpRef<mlir::ModuleOp> result;
  mlir::SymbolTable symbols;
  llvm::DenseSet<mlir::OperationName> dropped; ///< kinds that have been reported
  int timePrecision = -9; ///< power of ten of a tick in seconds
  struct Specialisation {
    mlir::Operation *source;
    mlir::ArrayAttr parameters;
    csim::ModuleOp target;
  };
  llvm::MapVector<std::pair<mlir::Operation *, mlir::Attribute>, Specialisation> modules;
};

} // namespace circtsim::import

#endif // CIRCTSIM_IMPORT_DESIGNIMPORT_H
