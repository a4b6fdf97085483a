//===- FunctionValues.h - functions that are values ------------------*- C++ -*-===//
//
// func.constant and the tables of virtual methods (llvm.mlir.global with the attribute
// circt.vtable_entries) name functions of the file. All of them become functions of one
// package, so that a value means the same in every module. A pointer to a table is a
// number too: the tables lie one behind the other, 8 bytes per entry, from TableBase on.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_IMPORT_FUNCTIONVALUES_H
#define CIRCTSIM_IMPORT_FUNCTIONVALUES_H

#include "IR/Csim.h"
#include "llvm/ADT/SetVector.h"

namespace circtsim::import {

struct FunctionValues {
  /// Where the first table lies: above all values of functions.
  static constexpr uint64_t TableBase = uint64_t(1) << 32;
  /// The package, its only instance, and the signal of all tables.
  static constexpr llvm::StringLiteral TablesName = "$tables";
  /// What an operation of the file stands for: a function of the package, or a number.
  static constexpr llvm::StringLiteral ValueAttr = "csim.value";

  /// Finds functions and tables of a file. Failure after reporting.
  mlir::LogicalResult collect(mlir::ModuleOp file);
  /// Marks the operations that name them with ValueAttr.
  void mark(mlir::ModuleOp file);
  /// Whether code of the file calls functions by value, or uses them as values.
  bool areUsed() const { return isCalled || !functions.empty() || !entries.empty(); }
  /// Fills the signal of the tables before time 0.
  void initialiseTables();

  csim::ModuleOp package;
  /// In the order of their ids: entries of tables, as the file has them, then the others.
  llvm::SetVector<mlir::StringAttr> functions;
  /// Of all tables; null entries are null functions.
  llvm::SmallVector<mlir::FlatSymbolRefAttr> entries;

private:
  mlir::LogicalResult addTable(mlir::Operation *global);

  llvm::DenseMap<mlir::StringAttr, uint64_t> addresses;
  bool isCalled = false;
};

} // namespace circtsim::import

#endif // CIRCTSIM_IMPORT_FUNCTIONVALUES_H
