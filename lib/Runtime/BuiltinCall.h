//===- BuiltinCall.h - arguments of a system task call -----------*- C++ -*-===//
#ifndef CIRCTSIM_RUNTIME_BUILTINCALL_H
#define CIRCTSIM_RUNTIME_BUILTINCALL_H

#include "Runtime/SimContext.h"
#include "Sched/Store.h"
#include "Value/Planes.h"

#include <bit>

namespace circtsim::runtime {

/// What a system task or function sees of its call. Arguments are read in
/// place from the caller's frame: views stay valid until simulated code runs.
class BuiltinCall {
public:
  BuiltinCall(SimContext &context, model::Frame &frame, const model::CallDescriptor &descriptor)
      : context(context), frame(frame), descriptor(descriptor) {}

  SimContext &context;
  model::Frame &frame;
  const model::CallDescriptor &descriptor;

  sched::Scheduler &scheduler() const { return context.scheduler(); }
  model::Design &design() const { return context.design(); }

  // --- Arguments ------------------------------------------------------------------
  uint32_t count() const { return uint32_t(descriptor.args.size()); }
  const model::CallArgument &argument(uint32_t i) const { return descriptor.args[i]; }
  model::ArgKind kind(uint32_t i) const { return descriptor.args[i].kind; }
  bool isMissing(uint32_t i) const {
    return i >= count() || kind(i) == model::ArgKind::Missing;
  }
  /// Slots of the argument.
  uint64_t *slots(uint32_t i) const { return frame.slots() + argument(i).slot; }
  /// Bits or Logic, any width.
  value::LogicRef logic(uint32_t i) const {
    const model::CallArgument &arg = argument(i);
    const uint64_t *a = slots(i);
    bool isFour = arg.kind == model::ArgKind::Logic;
    return {a, isFour ? a + value::wordsFor(arg.width) : nullptr, arg.width, arg.isSigned};
  }
  double real(uint32_t i) const { return std::bit_cast<double>(*slots(i)); }
  Handle handle(uint32_t i) const { return *slots(i); }
  /// String (by value) or Literal.
  std::string_view text(uint32_t i) const {
    return kind(i) == model::ArgKind::Literal ? std::string_view(argument(i).text)
                                              : Heap::text(handle(i));
  }
  sched::Reference reference(uint32_t i) const { return sched::Reference::at(slots(i)); }
  /// Type of a Ref or TypeArg argument; null if not recorded.
  const model::TypeImage *type(uint32_t i) const {
    model::TypeId id = argument(i).type;
    return id == model::NoId ? nullptr : &context.image.types[id];
  }
  /// Low 64 bits of an integral argument as an integer (sign-extended if it is
  /// signed; unknown bits count as 0), or a real rounded to nearest.
  int64_t integer(uint32_t i) const;
  /// The signal behind an argument that is a plain signal (signalIndex), or a
  /// Ref; the null address if it is neither.
  model::SlotEntry signal(uint32_t i) const;

  // --- Results ----------------------------------------------------------------------
  bool hasResult() const { return descriptor.resultKind != model::ArgKind::Missing; }
  /// Integer result, truncated to the declared width.
  void returnInteger(uint64_t value);
  void returnLogic(value::ConstPlanes planes);
  void returnReal(double value);
  void returnString(std::string_view text);
  void returnHandle(Handle handle);

  /// Writes through a Ref argument of packed type (any width) with notification;
  /// resizes to the width of the object.
  void writeLogic(uint32_t i, value::LogicRef value);
  void writeInteger(uint32_t i, int64_t value);
  void writeReal(uint32_t i, double value);
  void writeString(uint32_t i, std::string_view text);
  /// Reads the packed object behind a Ref argument into `words` (a then b words).
  value::LogicRef readReference(uint32_t i, std::vector<uint64_t> &words) const;

  // --- Where -------------------------------------------------------------------------
  model::Instance &instance() const { return *frame.instance; }
  const model::ModuleImage &module() const { return design().moduleOf(instance()); }
  /// %m of the caller.
  std::string scopePath() const {
    return design().scopePath(instance(), descriptor.scope);
  }
  model::SourcePos position() const;
  /// Powers of ten of the caller's module.
  int timeUnit() const { return module().timeUnit; }
  int timePrecision() const { return module().timePrecision; }
  /// Scope argument resolved: instance or scope.
  model::Lookup scopeArgument(uint32_t i) const;
  /// Suspends the calling process until scheduler().wake(process); null if the
  /// caller is a process that cannot wait.
  sched::StackProcess *process() const {
    return context.stack == &context.scratch ? nullptr : scheduler().runningStack();
  }
};

} // namespace circtsim::runtime

#endif
