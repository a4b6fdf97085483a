//===- ImageFields.h - the members of an image, in file order ----*- C++ -*-===//
//
// One function per structure of Model/DesignImage.h and Model/Code.h: it names every
// member once, for reading and for writing. A member that is missing here is lost.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_BYTECODE_IMAGEFIELDS_H
#define CIRCTSIM_BYTECODE_IMAGEFIELDS_H

#include "Model/DesignImage.h"

namespace circtsim::bytecode {

template <typename A> void fields(A &a, model::SourcePos &x) { a(x.file, x.line, x.column); }
template <typename A> void fields(A &a, model::EventTerm &x) {
  a(x.kind, x.edge, x.index, x.lo, x.width);
}
template <typename A> void fields(A &a, model::WaitDescriptor &x) { a(x.terms, x.isCondition); }
template <typename A> void fields(A &a, model::CallArgument &x) {
  a(x.kind, x.isSigned, x.slot, x.width, x.type, x.text, x.signalKind, x.signalIndex);
}
template <typename A> void fields(A &a, model::CallDescriptor &x) {
  a(x.builtin, x.args, x.resultKind, x.resultSlot, x.resultWidth, x.scope, x.location);
}
template <typename A> void fields(A &a, model::ForkBranch &x) { a(x.function, x.args); }
template <typename A> void fields(A &a, model::ForkDescriptor &x) { a(x.join, x.branches); }
template <typename A> void fields(A &a, model::SwitchTable &x) {
  a(x.cases, x.denseBase, x.dense);
}
template <typename A> void fields(A &a, model::LineEntry &x) { a(x.unit, x.pos); }
template <typename A> void fields(A &a, model::FunctionCode &x) {
  a(x.code, x.constants, x.frameSlots, x.argumentSlots, x.resultSlot, x.resultSlots, x.maySuspend,
    x.waits, x.calls, x.forks, x.switches, x.callSites, x.types, x.texts, x.lines);
}

template <typename A> void fields(A &a, model::FieldImage &x) { a(x.name, x.type, x.offset); }
template <typename A> void fields(A &a, model::TypeImage &x) {
  a(x.kind, x.isSigned, x.width, x.size, x.unit, x.element, x.key, x.left, x.right, x.count,
    x.stride, x.fields, x.enumerators, x.name);
}
template <typename A> void fields(A &a, model::SignalImage &x) {
  a(x.name, x.type, x.offset, x.net, x.flags, x.scope, x.pos, x.chargeStrength);
}
template <typename A> void fields(A &a, model::ScopeImage &x) { a(x.name, x.kind, x.parent); }
template <typename A> void fields(A &a, model::SlotImage &x) { a(x.kind, x.local, x.up, x.path); }
template <typename A> void fields(A &a, model::DriveStrength &x) { a(x.strength0, x.strength1); }
template <typename A> void fields(A &a, model::DriverImage &x) {
  a(x.netKind, x.net, x.lo, x.width, x.strength);
}
template <typename A> void fields(A &a, model::ForcedImage &x) { a(x.kind, x.signal); }
template <typename A> void fields(A &a, model::JoinImage &x) {
  a(x.kinds[0], x.kinds[1], x.nets[0], x.nets[1], x.lo[0], x.lo[1], x.width);
}
template <typename A> void fields(A &a, model::SwitchImage &x) {
  a(x.kinds[0], x.kinds[1], x.nets[0], x.nets[1], x.lo[0], x.lo[1], x.control, x.isOneWay,
    x.isResistive);
}
template <typename A> void fields(A &a, model::PathOutputImage &x) {
  a(x.source, x.driver, x.port);
}
template <typename A> void fields(A &a, model::ModulePathImage &x) {
  a(x.output, x.lo, x.width, x.input, x.inputLo, x.inputWidth, x.condition, x.edge, x.isFull,
    x.isIfnone, x.isOnDetect, x.showsCancelled, x.hasLimits, x.delays, x.rejectLimit,
    x.errorLimit, x.conditionText, x.pos);
}
template <typename A> void fields(A &a, model::CheckEventImage &x) {
  a(x.signal, x.lo, x.width, x.edges, x.condition, x.delayed, x.conditionText);
}
template <typename A> void fields(A &a, model::TimingCheckImage &x) {
  a(x.kind, x.reference, x.data, x.limit, x.limit2, x.notifier, x.stampCondition, x.checkCondition,
    x.isEventBased, x.remainsActive,
    x.pos);
}
template <typename A> void fields(A &a, model::OperandImage &x) { a(x.kind, x.index, x.lo); }
template <typename A> void fields(A &a, model::ProcessImage &x) {
  a(x.function, x.kind, x.isStatic, x.runAtStart, x.selfTriggering, x.isReactive, x.isObserved,
    x.sensitivity, x.resolves, x.firstOperand, x.operandCount, x.name, x.scope, x.pos);
}
template <typename A> void fields(A &a, model::PortBinding &x) {
  a(x.port, x.kind, x.signal, x.interfacePath);
}
template <typename A> void fields(A &a, model::ChildImage &x) {
  a(x.name, x.module, x.scope, x.ports, x.pos);
}
template <typename A> void fields(A &a, model::PortImage &x) {
  a(x.name, x.direction, x.signal, x.slot);
}
template <typename A> void fields(A &a, model::ModuleImage &x) {
  a(x.name, x.definition, x.library, x.kind, x.timeUnit, x.timePrecision, x.blockSize, x.signals,
    x.scopes, x.ports, x.slots, x.drivers, x.joins, x.forced, x.switches, x.pathOutputs, x.paths,
    x.timingChecks, x.children, x.processes, x.operands, x.initialiser, x.pos);
}
template <typename A> void fields(A &a, model::TruthTable &x) {
  a(x.inputs, x.rows, x.output, x.isDelayed, x.delays[0], x.delays[1], x.delays[2], x.delays[3]);
}
/// Without its code.
template <typename A> void fields(A &a, model::FunctionImage &x) {
  a(x.name, x.module, x.scope, x.signature, x.operandCount, x.table);
}
template <typename A> void fields(A &a, model::TopImage &x) { a(x.name, x.module); }
template <typename A> void fields(A &a, model::DesignImage &x) {
  a(x.types, x.modules, x.functions, x.tops, x.signatures, x.files, x.timePrecision,
    x.delayChoice);
}

} // namespace circtsim::bytecode

#endif
