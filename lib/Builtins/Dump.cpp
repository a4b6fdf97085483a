//===- Dump.cpp - $dumpfile, $dumpvars and their kin -------------------------===//
//
// IEEE 1800-2023 21.7.1, on Waves. The dump shows what all calls of $dumpvars in
// one time step select; it begins at the end of that step. Later calls have no
// effect, as in Icarus Verilog.
//
//===----------------------------------------------------------------------===//
#include "Builtins/Arguments.h"
#include "Builtins/BuiltinState.h"
#include "Waves/VcdWriter.h"

#include <cstdio>

namespace circtsim::builtins {

using enum BuiltinId;
using namespace circtsim::model;

template <>
BuiltinResult builtin<Dumpfile>(BuiltinCall &call) {
  DumpState &dump = stateOf(call.context).dump;
  if (dump.dump) {
    warn(call,
         "$dumpfile called after $dumpvars started, using existing file (" + dump.path + ").");
    return BuiltinResult::Done;
  }
  if (dump.isNamed)
    warn(call, "$dumpfile: overriding the file name " + dump.path + ".");
  if (!call.isMissing(0))
    dump.path = textArgument(call, 0);
  dump.isNamed = true;
  return BuiltinResult::Done;
}

/// Makes the file and the dump at the first $dumpvars; false after reporting.
static bool openDump(BuiltinCall &call, BuiltinState &state) {
  DumpState &dump = state.dump;
  std::FILE *probe = std::fopen(dump.path.c_str(), "w");
  if (!probe) {
    warn(call, "$dumpvars: Unable to open " + dump.path + " for output.");
    return false;
  }
  std::fclose(probe);
  if (!state.isQuiet)
    call.context.output.write("VCD info: dumpfile " + dump.path + " opened for output.\n");
  dump.dump = &state.recorder.add([path = dump.path,
                                   date = state.dumpDate](const waves::VariableTable &table) {
    std::string ignored; // the file could be created just before
    return std::unique_ptr<waves::WaveWriter>(waves::VcdWriter::create(path, table, date, ignored));
  });
  dump.dump->limit = dump.limit;
  dump.firstStep = call.scheduler().step();
  return true;
}

/// The declared signal behind a variable argument: instance and local index.
static Lookup declaredSignal(const BuiltinCall &call, uint32_t i) {
  const CallArgument &argument = call.argument(i);
  const Design &design = call.design();
  Lookup result;
  result.kind = Lookup::OfSignal;
  result.instance = &call.instance();
  result.local = argument.signalIndex;
  if (argument.signalIndex != NoId && argument.signalKind == SignalOperand::Local)
    return result;
  if (argument.signalIndex != NoId && argument.signalKind == SignalOperand::Slot) {
    const ModuleImage &module = call.module();
    const SlotImage &slot = module.slots[argument.signalIndex];
    if (slot.kind == SlotKind::Port) {
      result.local = module.ports[slot.local].signal;
      return result;
    }
  }
  SignalId id = call.signal(i).signal;
  if (id >= design.declaredSignals)
    return {};
  result.instance = design.instanceOf(id);
  result.local = id - result.instance->signalBase;
  return result;
}

static bool selectVariable(const BuiltinCall &call, uint32_t i, waves::Selection &selection) {
  Lookup found = declaredSignal(call, i);
  if (found.kind == Lookup::None)
    return false;
  const Design &design = call.design();
  SlotEntry object = design.signalAt(*found.instance, found.local);
  const TypeImage *part = call.kind(i) == ArgKind::Ref ? call.type(i) : nullptr;
  const SignalImage &signal = design.moduleOf(*found.instance).signals[found.local];
  const TypeImage &whole = design.image.types[signal.type];
  if (!part || part->size >= whole.size) {
    selection.addSignal(*found.instance, found.local);
    return true;
  }
  auto offset = uint64_t(call.reference(i).address - object.address);
  selection.addPart(found.instance->signalBase + found.local, offset, part->size);
  return true;
}

static bool selectArgument(const BuiltinCall &call, uint32_t i, uint32_t levels,
                           waves::Selection &selection) {
  if (call.kind(i) != ArgKind::Scope)
    return selectVariable(call, i, selection);
  Lookup found = scopeOf(call, i);
  switch (found.kind) {
  case Lookup::None:
    return false;
  case Lookup::OfInstance:
    selection.addScope(*found.instance, 0, levels);
    return true;
  case Lookup::OfScope:
    selection.addScope(*found.instance, found.scope, levels);
    return true;
  case Lookup::OfSignal:
    selection.addSignal(*found.instance, found.local);
    return true;
  }
  return false;
}

template <>
BuiltinResult builtin<Dumpvars>(BuiltinCall &call) {
  BuiltinState &state = stateOf(call.context);
  if (!state.dump.dump) {
    if (!openDump(call, state))
      return BuiltinResult::Done;
  } else if (state.dump.firstStep != call.scheduler().step()) {
    warn(call, "$dumpvars ignored, previously called in an earlier time step.");
    return BuiltinResult::Done;
  }
  waves::Selection &selection = state.dump.dump->selection;
  bool hasLevels =
      !call.isMissing(0) && call.kind(0) != ArgKind::Scope && call.kind(0) != ArgKind::Ref;
  auto levels = uint32_t(hasLevels ? std::max<int64_t>(call.integer(0), 0) : 0);
  uint32_t first = hasLevels ? 1 : 0;
  if (call.count() <= first)
    selection.addTops(levels);
  for (uint32_t i = first; i < call.count(); ++i)
    if (!call.isMissing(i) && !selectArgument(call, i, levels, selection))
      warn(call, "$dumpvars: cannot dump argument " + std::to_string(i + 1) + ".");
  return BuiltinResult::Done;
}

static BuiltinResult request(BuiltinCall &call, waves::DumpCommand command) {
  if (waves::Dump *dump = stateOf(call.context).dump.dump)
    dump->request(command);
  return BuiltinResult::Done;
}

template <>
BuiltinResult builtin<Dumpoff>(BuiltinCall &call) {
  return request(call, waves::DumpCommand::Off);
}
template <>
BuiltinResult builtin<Dumpon>(BuiltinCall &call) {
  return request(call, waves::DumpCommand::On);
}
template <>
BuiltinResult builtin<Dumpall>(BuiltinCall &call) {
  return request(call, waves::DumpCommand::All);
}

template <>
BuiltinResult builtin<Dumplimit>(BuiltinCall &call) {
  DumpState &dump = stateOf(call.context).dump;
  dump.limit = uint64_t(std::max<int64_t>(call.integer(0), 0));
  if (dump.dump)
    dump.dump->limit = dump.limit;
  return BuiltinResult::Done;
}

template <>
BuiltinResult builtin<Dumpflush>(BuiltinCall &call) {
  if (waves::Dump *dump = stateOf(call.context).dump.dump)
    dump->flush();
  return BuiltinResult::Done;
}

} // namespace circtsim::builtins
