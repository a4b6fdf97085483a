//===- Containers.h - dynamic arrays, queues, associative arrays -----*- C++ -*-===//
//
// What moore and sim say of such arrays, as operations of csim. A value of one is a
// reference to storage that nobody writes while the value is in use; an operation that
// makes a new value makes a temporary (docs/design/004-dynamic-data.md).
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_IMPORT_CONTAINERS_H
#define CIRCTSIM_IMPORT_CONTAINERS_H

#include "Import/DialectImport.h"

#include "IR/Csim.h"

namespace circtsim::import {

/// An associative array. Types of CIRCT have no sign: numbers of two states with 32 or 64
/// bits, `int` and `longint` of SystemVerilog, are ordered with their sign, others without.
/// Null if there can be no such key.
csim::AssocType assocTypeOf(mlir::Type element, mlir::Type key);
/// A queue; a bound of 0 is none.
csim::QueueType queueTypeOf(mlir::Type element, unsigned bound);
/// What a reference to an array, or a value of one, refers to.
mlir::Type storedIn(mlir::Value place);

/// New storage of an activation, with the default value of the type.
mlir::Value makeTemporary(const PureBuilder &p, mlir::Type type);
/// Whether `array`, the operand `source` of `user`, is a temporary that is not used again.
bool isLastUseOfTemporary(mlir::Value source, mlir::Value array, mlir::Operation *user);
/// Whether the operation makes a new array.
bool makesContainer(mlir::Operation *op);

/// A number as a position in an array: with its sign from 32 bits on; unknown bits are no
/// position.
mlir::Value positionOf(const PureBuilder &p, mlir::Value number);
/// Elements of an array, as i64.
mlir::Value sizeOf(const PureBuilder &p, mlir::Value array);
/// The place of an element; `index` is a number, or a key. `writes`: a missing one is added
/// where SystemVerilog does so (IEEE 1800-2023 7.8.7, 7.10.1).
mlir::Value elementPlace(const PureBuilder &p, mlir::Value array, mlir::Value index, bool writes);
/// A new element before a position, or behind the last; its place.
mlir::Value insertElement(const PureBuilder &p, mlir::Value array, mlir::Value position = {});
/// Takes the first or last element away; its value.
mlir::Value takeElement(const PureBuilder &p, mlir::Value array, bool isLast);
/// Removes the element at a number, or with a key.
void eraseElement(const PureBuilder &p, mlir::Value array, mlir::Value index);
void clearArray(const PureBuilder &p, mlir::Value array);
/// Whether there is an element with the key, as i1.
mlir::Value hasElement(const PureBuilder &p, mlir::Value array, mlir::Value key);
/// The first, last, next or previous key (0 to 3): whether there is one (i1), and the key, of
/// the type `keyType`; else the old one.
std::pair<mlir::Value, mlir::Value> stepKey(const PureBuilder &p, mlir::Value array,
                                            mlir::Value key, unsigned way, mlir::Type keyType);
/// Elements from one position to another.
mlir::Value sliceArray(const PureBuilder &p, mlir::Value array, mlir::Value low, mlir::Value high);
/// The same elements as an array of another type.
mlir::Value convertArray(const PureBuilder &p, mlir::Value array, mlir::Type type);
/// All elements one behind the other.
mlir::Value concatArrays(const PureBuilder &p, mlir::ValueRange arrays, mlir::Type type);
/// Calls a function of the runtime that has no result.
void callRuntime(const PureBuilder &p, llvm::StringRef name, mlir::ValueRange args);
/// The number of a type in the runtime.
mlir::Value typeNumber(const PureBuilder &p, mlir::Type type);

// --- Structures and arrays of more than bits (HWAggregates.cpp) ------------------------------

/// What such an object of hw is stored as, or null.
mlir::Type lowerUnpacked(mlir::Type type, const TypeLowering &types);
/// The place of a field, and of an element; one beyond the end is none.
mlir::Value fieldPlace(const PureBuilder &p, mlir::Value structure, unsigned field);
mlir::Value elementOfFixed(const PureBuilder &p, mlir::Value array, mlir::Value index);
mlir::LogicalResult lowerUnpackedAggregate(mlir::Operation *op, mlir::ValueRange operands,
                                           const PureBuilder &p,
                                           llvm::SmallVectorImpl<mlir::Value> &results);

// --- sim (SimContainers.cpp, SimStrings.cpp) -----------------------------------------------

/// What a value of sim is stored as: of a string or an array; null for other types.
mlir::Type lowerSimType(mlir::Type type, const TypeLowering &types);
bool isPureContainer(mlir::Operation *op);
mlir::LogicalResult lowerSimContainer(mlir::Operation *op, mlir::ValueRange operands,
                                      const PureBuilder &p,
                                      llvm::SmallVectorImpl<mlir::Value> &results);
/// Whether nothing can change the signal between the probe of an array and the last use of
/// what was read, so that no copy is needed.
bool isStableProbe(mlir::Operation *probe);
bool isPureString(mlir::Operation *op);
mlir::Value lowerSimString(mlir::Operation *op, mlir::ValueRange operands, const PureBuilder &p);

} // namespace circtsim::import

#endif // CIRCTSIM_IMPORT_CONTAINERS_H
