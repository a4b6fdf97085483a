//===- Procedure.h - code with control flow ---------------------------*- C++ -*-===//
//
// Bodies of processes and functions. Values of the module around are loaded where they
// are used: they follow their sources while a process waits.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_IMPORT_PROCEDURE_H
#define CIRCTSIM_IMPORT_PROCEDURE_H

#include "Import/ModuleImport.h"

namespace circtsim::import {

/// Translates one region into the region of a csim process or function.
class Procedure {
public:
  Procedure(ModuleImport &module, mlir::Region &target);

  /// Translates the region; the entry block takes `arguments`, or, if the target is a
  /// function, its arguments.
  mlir::LogicalResult run(mlir::Region &source);
  /// Translates the operations of a block without control flow in place, without its
  /// terminator.
  mlir::LogicalResult inlineBlock(mlir::Block &block);

  // For the dialects.

  /// The lowered value, here.
  mlir::Value value(mlir::Value source);
  llvm::SmallVector<mlir::Value> values(mlir::ValueRange sources);
  /// Says what a result is from now on.
  void define(mlir::Value result, mlir::Value value) { lowered[result] = value; }
  mlir::Value known(mlir::Value source) const { return lowered.lookup(source); }
  bool isKnown(mlir::Value source) const { return lowered.contains(source); }
  /// Translates one operation.
  mlir::LogicalResult translate(mlir::Operation &op);
  /// Stores those operands of a branch to a block of the source that live in storage there;
  /// `passed` are the others.
  void storeArguments(mlir::Block *source, mlir::ValueRange operands,
                      llvm::SmallVectorImpl<mlir::Value> &passed);
  /// A branch to a block of the source, with its arguments.
  void branchTo(mlir::Block *source, mlir::ValueRange operands);
  /// Where a conditional branch to a block of the source goes, with `passed` as operands: to a
  /// block of its own if there are arguments to be stored.
  mlir::Block *targetOf(mlir::Block *source, mlir::ValueRange operands,
                        llvm::SmallVectorImpl<mlir::Value> &passed);
  mlir::Block *blockOf(mlir::Block *source) const { return blocks.lookup(source); }
  PureBuilder pure();
  mlir::Value constant(unsigned width, uint64_t bits) { return pure().constant(width, bits); }
  mlir::Value addressOf(Signal signal);
  mlir::Value load(Signal signal);
  /// The stored object behind a reference.
  mlir::Value load(mlir::Value reference);
  void store(mlir::Value value, mlir::Value reference);
  /// A block behind the present one.
  mlir::Block *newBlock();
  void goOnIn(mlir::Block *block) { builder.setInsertionPointToEnd(block); }
  /// Executes what `then` emits if the one-bit value is 1.
  void emitIf(mlir::Value condition, llvm::function_ref<void()> then);
  /// Executes what one of both emits.
  mlir::LogicalResult emitChoice(mlir::Value condition,
                                 llvm::function_ref<mlir::LogicalResult()> yes,
                                 llvm::function_ref<mlir::LogicalResult()> no);
  /// Ends the process, the activation, or a function that cannot get here.
  void end();
  /// Calls a function of the file; the results of `op` are what it returns.
  mlir::LogicalResult call(mlir::Operation *op, mlir::FlatSymbolRefAttr callee,
                           mlir::ValueRange operands);
  /// Returns from a function of the file.
  void leave(mlir::ValueRange results);
  /// Calls a function by its value; `results` are what it returns.
  void callIndirect(mlir::Value callee, mlir::ValueRange args, mlir::ResultRange results);
  /// Calls a system task or function.
  mlir::Value systemCall(llvm::StringRef name, mlir::ValueRange args,
                         llvm::ArrayRef<mlir::Attribute> info, mlir::Type result = {});

  ModuleImport &module;
  mlir::OpBuilder builder;
  mlir::Location loc;
  /// Results of a process, stored where it suspends or ends.
  llvm::SmallVector<Signal> results;
  bool isFunction = false;
  bool isActivation = false; ///< of a static process
  bool isBranch = false;     ///< of a fork
  /// The wait that starts an activation; it is not waited for.
  mlir::Operation *head = nullptr;
  /// Says how the process is started, when all code is there.
  std::function<void(csim::ProcessOp)> finish;
  /// Signals that were loaded, in order.
  llvm::SetVector<mlir::Attribute> read;

private:
  mlir::LogicalResult addArgument(mlir::BlockArgument argument, mlir::Block *made);
  mlir::Region &target;
  llvm::DenseMap<mlir::Value, mlir::Value> lowered;
  /// Arguments of blocks that live in storage, which whoever goes there writes.
  llvm::DenseSet<mlir::Value> stored;
  llvm::DenseMap<mlir::Block *, mlir::Block *> blocks;
};

/// The type of a value in code; null after reporting at `loc`.
mlir::Type codeTypeOf(mlir::Type type, const TypeLowering &types, mlir::Location loc);
/// Operands of `region` that are values of the module around it live in signals from
/// now on.
void capture(ModuleImport &module, mlir::Region &region);
/// The same of one value.
void capture(ModuleImport &module, mlir::Value value);
/// Visits the values of the module that make up a value and have no signal yet: itself, or what
/// it is made from at each use.
void forEachSource(ModuleImport &module, mlir::Value value,
                   llvm::function_ref<void(mlir::Value)> visit);
/// A constant of type llhd.time in femtoseconds, without its steps.
uint64_t femtosecondsOf(mlir::Attribute time);

} // namespace circtsim::import

#endif // CIRCTSIM_IMPORT_PROCEDURE_H
