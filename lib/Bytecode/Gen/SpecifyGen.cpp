//===- SpecifyGen.cpp - module paths and timing checks become tables ---------===//
//
// Plain data: what csim.path_output, csim.module_path and csim.timing_check say, with
// symbols replaced by indices of local signals and slots. There is no code; the
// scheduler's elements (Sched/ModulePaths, Sched/TimingChecks) read the tables.
//
//===----------------------------------------------------------------------===//
#include "Bytecode/Gen/Generator.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::bytecode;
using namespace circtsim::model;

/// Index of a signal of the module; NoId without a name.
static uint32_t signalIndex(const ModuleInfo &info, FlatSymbolRefAttr symbol) {
  const Member *member = symbol ? info.find(symbol.getAttr()) : nullptr;
  return member ? member->index : NoId;
}

/// Slot of a driver; NoId without a name.
static uint32_t driverSlot(const ModuleInfo &info, FlatSymbolRefAttr symbol) {
  const Member *member = symbol ? info.find(symbol.getAttr()) : nullptr;
  return member ? member->slot : NoId;
}

LogicalResult Generator::declarePathOutput(ModuleInfo &info, ModuleImage &out,
                                           csim::PathOutputOp op) {
  PathOutputImage image;
  image.source = signalIndex(info, op.getSourceAttr());
  image.driver = driverSlot(info, op.getDriverAttr());
  image.port = signalIndex(info, op.getPortAttr());
  if (image.source == NoId || image.driver == NoId || image.port == NoId)
    return op.emitOpError("names what is not declared before it");
  Member member(Member::PathOutput);
  member.index = uint32_t(out.pathOutputs.size());
  info.members[op.getSymNameAttr()] = member;
  out.pathOutputs.push_back(image);
  return success();
}

LogicalResult Generator::declarePath(ModuleInfo &info, ModuleImage &out, csim::ModulePathOp op) {
  ModulePathImage image;
  image.output = signalIndex(info, op.getOutputAttr());
  image.input = signalIndex(info, op.getInputAttr());
  if (image.output == NoId || image.input == NoId)
    return op.emitOpError("names what is not declared before it");
  image.lo = op.getLo();
  image.width = op.getWidth();
  image.inputLo = op.getInputLo();
  image.inputWidth = op.getInputWidth();
  image.condition = signalIndex(info, op.getConditionAttr());
  image.edge = uint8_t(op.getEdge());
  image.isFull = op.getFull();
  image.isIfnone = op.getIfnone();
  image.isOnDetect = op.getOnDetect();
  image.showsCancelled = op.getShowCancelled();
  image.delays.assign(op.getDelays().begin(), op.getDelays().end());
  if (auto limits = op.getLimits()) {
    image.hasLimits = true;
    image.rejectLimit = uint64_t((*limits)[0]);
    image.errorLimit = uint64_t((*limits)[1]);
  }
  image.conditionText = op.getText().value_or("").str();
  image.pos = positionOf(op.getLoc());
  out.paths.push_back(std::move(image));
  return success();
}

LogicalResult Generator::declareTimingCheck(ModuleInfo &info, ModuleImage &out,
                                            csim::TimingCheckOp op) {
  TimingCheckImage image;
  image.kind = TimingCheckKind(*csim::timingCheckNamed(op.getCheck()));
  image.reference.signal = signalIndex(info, op.getReferenceAttr());
  image.reference.lo = op.getReferenceLo();
  image.reference.width = op.getReferenceWidth();
  image.reference.edges = uint16_t(op.getReferenceEdges());
  image.reference.condition = signalIndex(info, op.getReferenceConditionAttr());
  image.reference.delayed = driverSlot(info, op.getReferenceDelayedAttr());
  image.reference.conditionText = op.getReferenceText().value_or("").str();
  image.data.signal = signalIndex(info, op.getDataAttr());
  image.data.lo = op.getDataLo();
  image.data.width = op.getDataWidth();
  image.data.edges = uint16_t(op.getDataEdges());
  image.data.condition = signalIndex(info, op.getDataConditionAttr());
  image.data.delayed = driverSlot(info, op.getDataDelayedAttr());
  image.data.conditionText = op.getDataText().value_or("").str();
  image.limit = op.getLimits()[0];
  image.limit2 = op.getLimits()[1];
  image.notifier = signalIndex(info, op.getNotifierAttr());
  image.stampCondition = signalIndex(info, op.getStampConditionAttr());
  image.checkCondition = signalIndex(info, op.getCheckConditionAttr());
  image.isEventBased = op.getEventBased();
  image.remainsActive = op.getRemainActive();
  image.pos = positionOf(op.getLoc());
  out.timingChecks.push_back(std::move(image));
  return success();
}
