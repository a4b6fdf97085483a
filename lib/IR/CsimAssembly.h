//===- CsimAssembly.h - pieces of textual forms of operations ---*- C++ -*-===//
//
// The functions behind `custom<...>` in the assembly formats of CsimOps.td.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_IR_CSIMASSEMBLY_H
#define CIRCTSIM_IR_CSIMASSEMBLY_H

#include "IR/Csim.h"

namespace circtsim::csim {

using Operands = llvm::SmallVectorImpl<mlir::OpAsmParser::UnresolvedOperand>;
using Types = llvm::SmallVectorImpl<mlir::Type>;

/// "8'hff"
mlir::ParseResult parseLogicLiteral(mlir::OpAsmParser &parser, LogicAttr &value);
void printLogicLiteral(mlir::OpAsmPrinter &printer, mlir::Operation *, LogicAttr value);

/// [7 : 0]
mlir::ParseResult parseBounds(mlir::OpAsmParser &parser, mlir::IntegerAttr &left,
                              mlir::IntegerAttr &right);
void printBounds(mlir::OpAsmPrinter &printer, mlir::Operation *, mlir::IntegerAttr left,
                 mlir::IntegerAttr right);

/// time(-9, -12), bits(4, 4), strength(5, 6): absent where both numbers are the defaults.
mlir::ParseResult parseTimeScale(mlir::OpAsmParser &parser, mlir::IntegerAttr &unit,
                                 mlir::IntegerAttr &precision);
void printTimeScale(mlir::OpAsmPrinter &printer, mlir::Operation *, mlir::IntegerAttr unit,
                    mlir::IntegerAttr precision);
mlir::ParseResult parseBitRange(mlir::OpAsmParser &parser, mlir::IntegerAttr &lo,
                                mlir::IntegerAttr &width);
void printBitRange(mlir::OpAsmPrinter &printer, mlir::Operation *, mlir::IntegerAttr lo,
                   mlir::IntegerAttr width);
mlir::ParseResult parseStrength(mlir::OpAsmParser &parser, mlir::IntegerAttr &zero,
                                mlir::IntegerAttr &one);
void printStrength(mlir::OpAsmPrinter &printer, mlir::Operation *, mlir::IntegerAttr zero,
                   mlir::IntegerAttr one);

/// [0 = @a, 2 = ["path"]]
mlir::ParseResult parseBindings(mlir::OpAsmParser &parser, mlir::DenseI32ArrayAttr &ports,
                                mlir::ArrayAttr &actuals);
void printBindings(mlir::OpAsmPrinter &printer, mlir::Operation *, mlir::DenseI32ArrayAttr ports,
                   mlir::ArrayAttr actuals);

/// [posedge %a, any %b : types]
mlir::ParseResult parseEventTerms(mlir::OpAsmParser &parser, mlir::DenseI32ArrayAttr &edges,
                                  Operands &refs, Types &types);
void printEventTerms(mlir::OpAsmPrinter &printer, mlir::Operation *, mlir::DenseI32ArrayAttr edges,
                     mlir::OperandRange refs, mlir::TypeRange types);

/// [@f(%a : t, %b : t), @g()]
mlir::ParseResult parseForkBranches(mlir::OpAsmParser &parser, mlir::ArrayAttr &branches,
                                    mlir::DenseI32ArrayAttr &argCounts, Operands &args,
                                    Types &types);
void printForkBranches(mlir::OpAsmPrinter &printer, ForkOp op, mlir::ArrayAttr branches,
                       mlir::DenseI32ArrayAttr argCounts, mlir::OperandRange args,
                       mlir::TypeRange types);

/// [1: ^a(%x : t), 2: ^b]
mlir::ParseResult parseSwitchCases(
    mlir::OpAsmParser &parser, mlir::DenseI64ArrayAttr &values,
    llvm::SmallVectorImpl<mlir::Block *> &destinations,
    llvm::SmallVectorImpl<llvm::SmallVector<mlir::OpAsmParser::UnresolvedOperand>> &operands,
    llvm::SmallVectorImpl<llvm::SmallVector<mlir::Type>> &types);
void printSwitchCases(mlir::OpAsmPrinter &printer, mlir::Operation *,
                      mlir::DenseI64ArrayAttr values, mlir::SuccessorRange destinations,
                      mlir::OperandRangeRange operands, const mlir::TypeRangeRange &types);

} // namespace circtsim::csim

#endif // CIRCTSIM_IR_CSIMASSEMBLY_H
