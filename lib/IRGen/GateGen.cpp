//===- GateGen.cpp - gate and switch primitives ---------------------------===//
//
// LRM 28.4-28.7. A gate is a static process that computes its output with
// four-state operators and drives it with its delays and strengths. Inputs at z
// count as x. Three-state gates with an unknown control give x for the LRM's
// L and H. MOS switches pass the data's value; bidirectional switches need a
// network solver and are rejected.
//
//===----------------------------------------------------------------------===//
#include "IRGen/BodyGen.h"
#include "IRGen/FunctionGen.h"

using namespace circtsim;
using namespace circtsim::irgen;
using namespace circtsim::sema;
using llvm::cast;
using llvm::isa;
using syntax::GateKind;

namespace {
/// Values of one bit: 0, 1, z, x as (a, b).
mlir::Value bitConstant(FunctionGen &gen, bool a, bool b) {
  return gen.make<csim::ConstantOp>(llvm::APInt(1, a), llvm::APInt(1, b));
}

mlir::Value inputBit(FunctionGen &gen, const Expr &terminal) {
  mlir::Value v = gen.emit(terminal);
  if (isa<mlir::IntegerType>(v.getType()))
    v = gen.make<csim::ToLogicOp>(v);
  if (csim::bitWidthOf(v.getType()) != 1)
    v = gen.make<csim::ExtractOp>(v, 0u, 1u);
  return v;
}

mlir::Value combine(FunctionGen &gen, GateKind kind, llvm::ArrayRef<mlir::Value> inputs) {
  mlir::Value v = inputs[0];
  for (mlir::Value next : inputs.drop_front()) {
    if (kind == GateKind::And || kind == GateKind::Nand)
      v = gen.make<csim::AndOp>(v, next);
    else if (kind == GateKind::Or || kind == GateKind::Nor)
      v = gen.make<csim::OrOp>(v, next);
    else
      v = gen.make<csim::XorOp>(v, next);
  }
  bool isInverted = kind == GateKind::Nand || kind == GateKind::Nor || kind == GateKind::Xnor;
  // The complement also turns a z that a single input would pass on into x.
  mlir::Value inverse = gen.make<csim::NotOp>(v);
  return isInverted ? inverse : mlir::Value(gen.make<csim::NotOp>(inverse));
}

/// on ? data : z, with an unknown control giving x.
mlir::Value gated(FunctionGen &gen, mlir::Value data, mlir::Value control, bool activeHigh) {
  mlir::Type i1 = gen.b.getI1Type();
  mlir::Value z = bitConstant(gen, false, true), x = bitConstant(gen, true, true);
  mlir::Value one = gen.make<csim::CaseEqOp>(i1, control, bitConstant(gen, true, false));
  mlir::Value zero = gen.make<csim::CaseEqOp>(i1, control, bitConstant(gen, false, false));
  mlir::Value on = activeHigh ? one : zero, off = activeHigh ? zero : one;
  mlir::Value unknown = gen.make<mlir::arith::SelectOp>(off, z, x);
  return gen.make<mlir::arith::SelectOp>(on, data, unknown);
}
} // namespace

void BodyGen::generateGate(const GateSymbol &gate) {
  auto &diagnostics = design.compilation.diagnostics();
  if (gate.udp)
    return void(diagnostics.unsupported(gate.loc, "user-defined primitives", "29"));
  if (gate.gate >= GateKind::Tran && gate.gate <= GateKind::Rtranif1)
    return void(diagnostics.unsupported(gate.loc, "bidirectional pass switches", "28.8"));
  bool isPull = gate.gate == GateKind::Pullup || gate.gate == GateKind::Pulldown;
  unsigned outputs = gate.gate == GateKind::Buf || gate.gate == GateKind::Not ? unsigned(gate.terminals.size()) - 1 : 1;
  csim::ProcessOp processOp =
      createProcess(csim::ProcessKind::Assign, syntax::spelling(gate.gate), gate.parent, gate.loc);
  processOp.setIsStatic(true);
  processOp.setRunAtStart(true);
  processOp.setSelfTriggering(true);
  ReadSet reads(design.compilation, false);
  for (const Expr *terminal : gate.terminals.drop_front(isPull ? gate.terminals.size() : outputs))
    reads.addExpr(terminal);
  processOp.setSensitivityAttr(sensitivity(reads.terms(false)));

  FunctionGen gen(*this, processOp.getBody(), gate.parent);
  gen.setLocation(gate.loc);
  gen.isStatic = true;
  gen.begin();
  llvm::SmallVector<mlir::Value> inputs;
  if (!isPull)
    for (const Expr *terminal : gate.terminals.drop_front(outputs))
      inputs.push_back(inputBit(gen, *terminal));
  mlir::Value value;
  Strengths strengths = Strengths::of(gate.strength0, gate.strength1);
  switch (gate.gate) {
  case GateKind::Buf:
    value = gen.make<csim::NotOp>(gen.make<csim::NotOp>(inputs[0]));
    break;
  case GateKind::Not:
    value = gen.make<csim::NotOp>(inputs[0]);
    break;
  case GateKind::Bufif0:
  case GateKind::Bufif1:
    value = gated(gen, gen.make<csim::NotOp>(gen.make<csim::NotOp>(inputs[0])), inputs[1],
                  gate.gate == GateKind::Bufif1);
    break;
  case GateKind::Notif0:
  case GateKind::Notif1:
    value = gated(gen, gen.make<csim::NotOp>(inputs[0]), inputs[1], gate.gate == GateKind::Notif1);
    break;
  case GateKind::Nmos:
  case GateKind::Rnmos:
  case GateKind::Pmos:
  case GateKind::Rpmos:
    value = gated(gen, inputs[0], inputs[1], gate.gate == GateKind::Nmos || gate.gate == GateKind::Rnmos);
    break;
  case GateKind::Cmos:
  case GateKind::Rcmos: {
    mlir::Value n = gated(gen, inputs[0], inputs[1], true), p = gated(gen, inputs[0], inputs[2], false);
    mlir::Value off = gen.make<csim::CaseEqOp>(gen.b.getI1Type(), n, bitConstant(gen, false, true));
    value = gen.make<mlir::arith::SelectOp>(off, p, n);
    break;
  }
  case GateKind::Pullup:
  case GateKind::Pulldown: {
    bool isUp = gate.gate == GateKind::Pullup;
    if (gate.strength0 == syntax::StrengthLevel::None && gate.strength1 == syntax::StrengthLevel::None)
      strengths = {5, 5};
    value = bitConstant(gen, isUp, false);
    outputs = unsigned(gate.terminals.size());
    break;
  }
  default:
    value = combine(gen, gate.gate, inputs);
  }
  mlir::Value rise, fall, turnOff;
  if (!gate.delays.empty()) {
    rise = gen.emitTicks(*gate.delays[0]);
    fall = gate.delays.size() > 1 ? gen.emitTicks(*gate.delays[1]) : rise;
    turnOff = gate.delays.size() > 2   ? gen.emitTicks(*gate.delays[2])
              : gate.delays.size() > 1 ? gen.smallerOf(rise, fall)
                                       : rise;
  }
  for (const Expr *terminal : gate.terminals.take_front(outputs)) {
    StaticPrefix prefix = StaticPrefix::of(*terminal);
    mlir::Type type = design.types.storage(*terminal->type);
    LValue place;
    place.type = terminal->type;
    if (prefix.root && prefix.isComplete && prefix.path.empty() && isa<NetSymbol>(prefix.root->symbol))
      place.ref = gen.make<csim::AddrOp>(driver(signal(*prefix.root), prefix.lo, prefix.width, strengths, type), type);
    else
      place = gen.emitLValue(*terminal);
    mlir::Value sized = gen.coerce(value, type);
    if (rise && place.kind == LValue::Ref)
      gen.make<csim::DriveOp>(sized, place.ref, rise, fall, turnOff);
    else
      gen.store(place, sized);
  }
  gen.emitReturn();
}
