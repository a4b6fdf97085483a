//===- DialectImport.h - what the importer knows of a dialect --------*- C++ -*-===//
//
// One implementation per dialect, in Import<Dialect>.cpp. Operations are pure (they
// compute results from operands alone, and are placed wherever a process needs
// them), names for other values, ignored, or declared: anything with state.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_IMPORT_DIALECTIMPORT_H
#define CIRCTSIM_IMPORT_DIALECTIMPORT_H

#include "Import/TypeLowering.h"

#include "llvm/ADT/StringMap.h"

#include <memory>

namespace circtsim::import {

class DialectTable;
class ModuleImport;
class Procedure;

/// Where pure operations are lowered to. Values without bits are represented by a
/// one-bit zero.
struct PureBuilder {
  mlir::OpBuilder &builder;
  const TypeLowering &types;
  const DialectTable &dialects;
  mlir::Location loc;

  /// Lowers a block of pure operations; `results` are what its terminator names.
  mlir::LogicalResult lowerBlock(mlir::Block &block, mlir::ValueRange arguments,
                                 llvm::SmallVectorImpl<mlir::Value> &results) const;

  mlir::Type typeOf(mlir::Value value) const { return types.lower(value.getType()); }
  unsigned widthOf(mlir::Value value) const { return *types.widthOf(value.getType()); }
  mlir::Value constant(const llvm::APInt &value) const;
  mlir::Value constant(unsigned width, uint64_t value) const;
  /// Bits [lo, lo + width) of `value`; all of it if nothing is left out.
  mlir::Value extract(mlir::Value value, unsigned lo, unsigned width) const;
  /// `part` over the bits of `base` from `lo` on.
  mlir::Value insert(mlir::Value part, mlir::Value base, unsigned lo) const;
  /// The first most significant; `widths` tells which of the values have bits.
  mlir::Value concat(llvm::ArrayRef<mlir::Value> values, llvm::ArrayRef<unsigned> widths) const;
  /// Position of element `index` (a number without sign), `stride` bits each.
  mlir::Value bitIndex(mlir::Value index, unsigned stride) const;
  /// The number `value` (without sign) as i64.
  mlir::Value toIndex(mlir::Value value) const;
};

class DialectImport {
public:
  virtual ~DialectImport() = default;
  virtual bool isPure(mlir::Operation *op) const { return false; }
  /// The value that the result of `op` is another name of, or null.
  virtual mlir::Value aliasOf(mlir::Operation *op) const { return {}; }
  /// Whether a simulation does without `op`.
  virtual bool isIgnored(mlir::Operation *op) const { return false; }
  /// Whether a user should hear of it: it is ignored though it says something.
  virtual bool isDropped(mlir::Operation *op) const { return false; }
  /// Whether the result is an object, which is declared before all that refers to it: the body
  /// of a module is a graph.
  virtual bool isObject(mlir::Operation *op) const { return false; }
  /// Whether the result has no home: it is made again by emit() wherever code uses it, as
  /// are times, references and formats.
  virtual bool isMadeAtUse(mlir::Operation *op) const { return false; }
  /// Emits an operation that is not pure, in code. Failure without a message: not
  /// supported there.
  virtual mlir::LogicalResult emit(mlir::Operation *op, Procedure &code) const {
    return mlir::failure();
  }
  /// Lowers a pure operation: one value per result. Failure: not supported.
  virtual mlir::LogicalResult lower(mlir::Operation *op, mlir::ValueRange operands,
                                    const PureBuilder &p,
                                    llvm::SmallVectorImpl<mlir::Value> &results) const {
    return mlir::failure();
  }
  /// Declares storage and processes of any other operation of a module's body.
  /// Failure without a message: not supported.
  virtual mlir::LogicalResult declare(mlir::Operation *op, ModuleImport &module) const {
    return mlir::failure();
  }
};

std::unique_ptr<DialectImport> makeHWImport();
std::unique_ptr<DialectImport> makeCombImport();
std::unique_ptr<DialectImport> makeSeqImport();
std::unique_ptr<DialectImport> makeSVImport();
std::unique_ptr<DialectImport> makeLLHDImport();
std::unique_ptr<DialectImport> makeSimImport();
std::unique_ptr<DialectImport> makeVerifImport();
std::unique_ptr<DialectImport> makeArithImport();
std::unique_ptr<DialectImport> makeControlFlowImport();
std::unique_ptr<DialectImport> makeSCFImport();
std::unique_ptr<DialectImport> makeFuncImport();
std::unique_ptr<DialectImport> makeUBImport();
std::unique_ptr<DialectImport> makeMooreImport();
/// For conditionals of moore that were made flat.
std::unique_ptr<DialectImport> makeFlatImport();
std::unique_ptr<DialectImport> makeLTLImport();
std::unique_ptr<DialectImport> makeArcImport();
std::unique_ptr<DialectImport> makeLLVMImport();
std::unique_ptr<DialectImport> makeBuiltinImport();
/// The value of an operation that names a function or a table of functions; null if it is
/// not marked.
mlir::Value functionValue(mlir::Operation *op, const PureBuilder &p);
/// For a dialect whose operations are all ignored, with a note or without.
std::unique_ptr<DialectImport> makeDroppedImport(bool isNoted);

/// The dialects by name.
class DialectTable {
public:
  DialectTable();
  /// Null for a dialect that cannot be imported.
  const DialectImport *find(mlir::Operation *op) const;

private:
  llvm::StringMap<std::unique_ptr<DialectImport>> dialects;
};

} // namespace circtsim::import

#endif // CIRCTSIM_IMPORT_DIALECTIMPORT_H
