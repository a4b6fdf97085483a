//===- MooreImport.h - what the files of the moore importer share ----*- C++ -*-===//
//
// Values keep their four states: !moore.lN is !csim.logic<N>, !moore.iN is iN, and a
// packed aggregate is the vector of its bits. A value of an unpacked array, structure
// or union is a reference to storage that nobody writes while the value is in use.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_IMPORT_MOOREIMPORT_H
#define CIRCTSIM_IMPORT_MOOREIMPORT_H

#include "Import/Procedure.h"

#include "IR/Circt/Moore/Moore.h"

namespace circtsim::import {

// --- Types and checks (MooreTypes.cpp) ------------------------------------------------

/// Reports whatever in `root` cannot be simulated, with its clause in IEEE 1800-2023.
mlir::LogicalResult checkMoore(mlir::Operation *root);
/// Bits below a member of a packed structure; the place of a member among all.
unsigned offsetOfMember(circt::moore::StructType type, llvm::StringRef name);
unsigned numberOfMember(llvm::ArrayRef<circt::moore::StructLikeMember> members,
                        llvm::StringRef name);

// --- Pieces of code (MooreValues.cpp) ---------------------------------------------------

/// The four-state type with as many bits.
csim::LogicType fourStateOf(mlir::Type type);
/// The same bits with another number of states.
mlir::Value changeStates(const PureBuilder &p, mlir::Value value, mlir::Type type);
mlir::Value negate(const PureBuilder &p, mlir::Value value);
mlir::Value select(const PureBuilder &p, mlir::Value condition, mlir::Value yes, mlir::Value no);
mlir::Value runtimeCall(const PureBuilder &p, llvm::StringRef name, mlir::ValueRange args,
                        mlir::Type result);
/// An integer of code as i64.
mlir::Value widen(const PureBuilder &p, mlir::Value value, bool isSigned);
/// A position that counts from the lowest element, for something with `count` of them;
/// `width` of them are selected.
mlir::Value indexOf(const PureBuilder &p, mlir::Value value, uint64_t count, uint64_t width);
mlir::Value lowerMooreValue(mlir::Operation *op, mlir::ValueRange operands, const PureBuilder &p);

// --- Aggregates and references (MooreAggregates.cpp) --------------------------------------

mlir::Value lowerMooreAggregate(mlir::Operation *op, mlir::ValueRange operands,
                                const PureBuilder &p);
/// What a reference refers to, as a value: itself if it is an aggregate.
mlir::Value readPlace(const PureBuilder &p, mlir::Value place);
void writePlace(const PureBuilder &p, mlir::Value value, mlir::Value place);
/// Storage of an activation with a copy of an aggregate.
mlir::Value copyOf(const PureBuilder &p, mlir::Value aggregate);
/// The part of a referenced object that `op`, a select of a value or of a reference, names;
/// null if that is no place.
mlir::Value makePart(mlir::Operation *op, mlir::Value base,
                     llvm::function_ref<mlir::Value(mlir::Value)> valueOf, const PureBuilder &p,
                     bool writes = true);
bool isPartOfReference(mlir::Operation *op);

// --- Dynamic arrays, queues, associative arrays (MooreContainers.cpp) ----------------------

/// Whether a part of a reference is an element of an array whose elements come and go.
bool isElementReference(mlir::Operation *op);
/// Whether a part of a reference lies in such an element, and is only read and assigned to:
/// its place is found there.
bool isMadeWhereUsed(mlir::Operation *op);
/// The place of a reference that is used now. `writes`: to be written, which may add elements.
mlir::Value usedPlace(mlir::Value reference, bool writes, Procedure &code);
bool isPureMooreContainer(mlir::Operation *op);
mlir::Value lowerMooreContainer(mlir::Operation *op, mlir::ValueRange operands,
                                const PureBuilder &p);
mlir::LogicalResult emitMooreContainer(mlir::Operation *op, Procedure &code);

// --- Text and system tasks (MooreFormat.cpp, MooreSystem.cpp, MooreScan.cpp) -----------------

bool isMooreFormat(mlir::Operation *op);
/// Calls `task` with a text that is described by `format`, behind the arguments `first`.
mlir::FailureOr<mlir::Value> callWithFormat(Procedure &code, llvm::StringRef task,
                                            mlir::ValueRange first, mlir::Value format,
                                            mlir::Type result = {});
/// The function of IEEE 1800-2023 20.8 that the operation calls, or nothing.
llvm::StringRef mathFunctionOf(mlir::Operation *op);
bool isPureSystem(mlir::Operation *op);
mlir::Value lowerMooreSystem(mlir::Operation *op, mlir::ValueRange operands, const PureBuilder &p);
mlir::LogicalResult emitMooreSystem(mlir::Operation *op, Procedure &code);
mlir::LogicalResult emitMooreScan(mlir::Operation *op, Procedure &code);

// --- Assignments and control of time (MooreCode.cpp, MooreTiming.cpp) -------------------------

mlir::LogicalResult emitMooreCode(mlir::Operation *op, Procedure &code);
mlir::LogicalResult emitMooreTiming(mlir::Operation *op, Procedure &code);
mlir::LogicalResult emitConditional(circt::moore::ConditionalOp op, Procedure &code);
/// A time in ticks, as i64.
mlir::Value ticksOfTime(const PureBuilder &p, mlir::Value time, uint64_t femtosecondsPerTick);
/// The only wait of a procedure, if it starts with it; null if there is none.
circt::moore::WaitEventOp findOnlyWait(circt::moore::ProcedureOp op);
/// The sensitivity list of a wait for constant places; null if it is for others.
mlir::ArrayAttr staticTerms(circt::moore::WaitEventOp wait, Procedure &code);

// --- Sensitivity (MooreSensitivity.cpp) ---------------------------------------------------------

/// What the code of a process reads and does not write (IEEE 1800-2023 9.2.2.2.1).
mlir::ArrayAttr impliedSensitivity(csim::ProcessOp process);
/// The term that watches a reference; null if it is not a constant part of a signal.
mlir::Attribute eventTermOf(mlir::Value reference, csim::Edge edge);

// --- Modules (MooreModules.cpp) -------------------------------------------------------------------

/// An operation that stands for a conditional without effects of a module's body: its
/// operands are the condition and both values.
bool isFlatConditional(mlir::Operation *op);
/// An error for a two-state net of which bits have more than one driver (MooreDrivers.cpp).
mlir::LogicalResult rejectSeveralDrivers(circt::moore::NetOp net);
/// Declares everything of a moore.module.
mlir::LogicalResult declareMooreModule(ModuleImport &module);

} // namespace circtsim::import

#endif // CIRCTSIM_IMPORT_MOOREIMPORT_H
