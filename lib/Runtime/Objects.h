//===- Objects.h - whole objects: copies and comparisons ---------*- C++ -*-===//
#ifndef CIRCTSIM_RUNTIME_OBJECTS_H
#define CIRCTSIM_RUNTIME_OBJECTS_H

#include "Model/Ids.h"
#include "Sched/Store.h"

namespace circtsim::runtime {

class SimContext;

/// Copies an object of the type; arrays in it are copied, not shared (7.6). Nobody is
/// notified. The objects may overlap.
void copyObject(SimContext &context, model::TypeId type, uint8_t *to, const uint8_t *from);
/// `count` objects, `stride` bytes apart in both places.
void copyObjects(SimContext &context, model::TypeId type, uint8_t *to, const uint8_t *from,
                 uint64_t count, uint64_t stride);
/// Assigns an object and notifies. A null source is an element that does not exist. `moves`:
/// the source is a temporary that is not used again, whose arrays become the target's.
void assignObject(SimContext &context, model::TypeId type, const sched::Reference &target,
                  const sched::Reference &source, bool moves);
/// === on every bit; false if one is null.
bool equalObjects(SimContext &context, model::TypeId type, const uint8_t *x, const uint8_t *y);
/// Assigns an array to one of another kind or size with compatible elements (7.6). A size that
/// does not fit is reported, and nothing is assigned.
void convertArray(SimContext &context, model::TypeId targetType, const sched::Reference &target,
                  model::TypeId sourceType, uint8_t *source);
/// Whether arrays of any kinds have equal elements.
bool equalArrays(SimContext &context, model::TypeId xType, uint8_t *x, model::TypeId yType,
                 uint8_t *y);

/// Reports a warning of running code, once for each place in it.
void warnOnce(SimContext &context, std::string_view text);

} // namespace circtsim::runtime

#endif
