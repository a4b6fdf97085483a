//===- GateGen.cpp - gate and switch primitives ---------------------------===//
//
// LRM 28.4-28.7. A gate is a static process that computes its output with
// four-state operators and drives it with its delays and strengths. Inputs at z
// count as x. Three-state gates and MOS switches with an unknown control give L or H
// (28.12.4): the output has two more drivers, which drive x with one strength being
// highz. Switches between nets are elements of the design's network of switches, with a
// variable that says whether they are on (Sched/Switches.cpp); a CMOS switch is two of them. MOS
// switches with delays, and those that drive something else, are gates without strength of their data.
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
  if (!isInverted && inputs.size() > 1)
    return v;
  // The complement also turns a z that a single input would pass on into x.
  mlir::Value inverse = gen.make<csim::NotOp>(v);
  return isInverted ? inverse : mlir::Value(gen.make<csim::NotOp>(inverse));
}

bool isMos(GateKind kind) {
  return kind == GateKind::Nmos || kind == GateKind::Pmos || kind == GateKind::Rnmos || kind == GateKind::Rpmos ||
         kind == GateKind::Cmos || kind == GateKind::Rcmos;
}

bool isTran(GateKind kind) { return kind >= GateKind::Tran && kind <= GateKind::Rtranif1; }

bool isResistive(GateKind kind) {
  return kind == GateKind::Rtran || kind == GateKind::Rtranif0 || kind == GateKind::Rtranif1 ||
         kind == GateKind::Rnmos || kind == GateKind::Rpmos || kind == GateKind::Rcmos;
}

/// What a three-state gate drives: `main`, and x towards z for L and H.
struct ThreeState {
  mlir::Value main, low, high;
};

/// `isSwitch`: z data stay z whatever the control is.
ThreeState gated(FunctionGen &gen, mlir::Value data, mlir::Value control, bool activeHigh, bool isSwitch) {
  mlir::Type i1 = gen.b.getI1Type();
  mlir::Value z = bitConstant(gen, false, true), x = bitConstant(gen, true, true);
  mlir::Value zero = bitConstant(gen, false, false), one = bitConstant(gen, true, false);
  auto is = [&](mlir::Value v, mlir::Value c) { return mlir::Value(gen.make<csim::CaseEqOp>(i1, v, c)); };
  auto select = [&](mlir::Value c, mlir::Value t, mlir::Value f) {
    return mlir::Value(gen.make<mlir::arith::SelectOp>(c, t, f));
  };
  mlir::Value on = is(control, activeHigh ? one : zero), off = is(control, activeHigh ? zero : one);
  mlir::Value isKnown = gen.make<mlir::arith::OrIOp>(on, off);
  mlir::Value whenUnknown = select(is(data, x), x, z);
  if (!isSwitch)
    whenUnknown = select(is(data, z), x, whenUnknown);
  ThreeState result;
  result.main = select(on, data, select(off, z, whenUnknown));
  result.low = select(isKnown, z, select(is(data, zero), x, z));
  result.high = select(isKnown, z, select(is(data, one), x, z));
  return result;
}

/// Strength behind a switch (28.13, 28.14).
uint8_t passed(uint8_t strength, bool isResistive) {
  static constexpr uint8_t reduced[8] = {0, 1, 1, 2, 2, 3, 5, 5};
  return isResistive ? reduced[strength] : strength == 7 ? 6 : strength;
}
} // namespace

void BodyGen::generateGate(const GateSymbol &gate) {
  if (gate.udp)
    return generatePrimitive(gate);
  if (gate.terminals.empty())
    return; // reported
  if (isTran(gate.gate) || (isMos(gate.gate) && gate.delays.empty()))
    if (generateSwitch(gate))
      return;
  if (generateSharedGate(gate))
    return;
  bool isPull = gate.gate == GateKind::Pullup || gate.gate == GateKind::Pulldown;
  unsigned outputs = gate.gate == GateKind::Buf || gate.gate == GateKind::Not ? unsigned(gate.terminals.size()) - 1 : 1;
  csim::ProcessOp processOp = gateProcess(gate, isPull ? unsigned(gate.terminals.size()) : outputs);
  FunctionGen gen(*this, processOp.getBody(), gate.parent);
  gen.setLocation(gate.loc);
  gen.isStatic = true;
  gen.begin();
  llvm::SmallVector<mlir::Value> inputs;
  if (!isPull)
    for (const Expr *terminal : gate.terminals.drop_front(outputs))
      inputs.push_back(inputBit(gen, *terminal));
  Strengths strengths = Strengths::of(gate.strength0, gate.strength1);
  if (isMos(gate.gate))
    strengths = {passed(6, isResistive(gate.gate)), passed(6, isResistive(gate.gate))};
  auto driveThreeState = [&](mlir::Value data, mlir::Value control, bool activeHigh) {
    ThreeState values = gated(gen, data, control, activeHigh, isMos(gate.gate));
    llvm::SmallVector<mlir::Value, 3> delays = gen.emitDelays(gate.delays);
    const Expr &terminal = *gate.terminals[0];
    driveTerminal(gen, terminal, values.main, strengths, delays);
    StaticPrefix prefix = StaticPrefix::of(terminal);
    if (!prefix.root || !isa<NetSymbol>(prefix.root->symbol) || nettypeOf(*prefix.root->symbol))
      return;
    driveTerminal(gen, terminal, values.low, {strengths.zero, 0}, delays);
    driveTerminal(gen, terminal, values.high, {0, strengths.one}, delays);
  };
  auto buffered = [&](mlir::Value v) { return gen.make<csim::NotOp>(gen.make<csim::NotOp>(v)); };
  mlir::Value value;
  switch (gate.gate) {
  case GateKind::Buf:
    value = buffered(inputs[0]);
    break;
  case GateKind::Not:
    value = gen.make<csim::NotOp>(inputs[0]);
    break;
  case GateKind::Bufif0:
  case GateKind::Bufif1:
    driveThreeState(buffered(inputs[0]), inputs[1], gate.gate == GateKind::Bufif1);
    break;
  case GateKind::Notif0:
  case GateKind::Notif1:
    driveThreeState(gen.make<csim::NotOp>(inputs[0]), inputs[1], gate.gate == GateKind::Notif1);
    break;
  case GateKind::Nmos:
  case GateKind::Rnmos:
  case GateKind::Pmos:
  case GateKind::Rpmos:
    driveThreeState(inputs[0], inputs[1], gate.gate == GateKind::Nmos || gate.gate == GateKind::Rnmos);
    break;
  case GateKind::Cmos:
  case GateKind::Rcmos:
    driveThreeState(inputs[0], inputs[1], true);
    driveThreeState(inputs[0], inputs[2], false);
    break;
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
  if (value) {
    llvm::SmallVector<mlir::Value, 3> delays = gen.emitDelays(gate.delays);
    for (const Expr *terminal : gate.terminals.take_front(outputs))
      driveTerminal(gen, *terminal, value, strengths, delays);
  }
  gen.emitReturn();
}

/// The process of a gate, sensitive to the terminals behind its outputs.
csim::ProcessOp BodyGen::gateProcess(const GateSymbol &gate, unsigned outputs) {
  csim::ProcessOp processOp =
      createProcess(csim::ProcessKind::Assign, syntax::spelling(gate.gate), gate.parent, gate.loc);
  processOp.setIsStatic(true);
  processOp.setRunAtStart(true);
  processOp.setSelfTriggering(true);
  ReadSet reads(design.compilation, false);
  for (const Expr *terminal : gate.terminals.drop_front(outputs))
    reads.addExpr(terminal);
  processOp.setSensitivityAttr(sensitivity(reads.terms(false)));
  return processOp;
}

//===-- Shared gates -----------------------------------------------------------------===//

/// A gate with one output that is computed from one-bit inputs alone.
static bool isPlainGate(GateKind kind, size_t terminals) {
  switch (kind) {
  case GateKind::And:
  case GateKind::Nand:
  case GateKind::Or:
  case GateKind::Nor:
  case GateKind::Xor:
  case GateKind::Xnor:
    return terminals >= 2;
  case GateKind::Buf:
  case GateKind::Not:
    return terminals == 2;
  default:
    return false;
  }
}

bool BodyGen::generateSharedGate(const GateSymbol &gate) {
  if (!isPlainGate(gate.gate, gate.terminals.size()))
    return false;
  mlir::Type bit = design.types.vector(1, !design.compilation.options().isTwoState);
  llvm::SmallVector<StaticPrefix, 4> places;
  for (const Expr *terminal : gate.terminals) {
    StaticPrefix place = StaticPrefix::of(*terminal);
    bool isNamed = place.root && place.isComplete && place.path.empty();
    if (!isNamed || !place.root->type->isIntegral() ||
        place.root->type->isFourState() == design.compilation.options().isTwoState)
      return false;
    places.push_back(place);
  }
  bool isNet = isa<NetSymbol>(places[0].root->symbol) && !nettypeOf(*places[0].root->symbol);
  if (!isNet || design.types.storage(*gate.terminals[0]->type) != bit)
    return false;
  std::string key = std::to_string(int(gate.gate)) + "/" + std::to_string(places.size());
  for (const Expr *delay : gate.delays) {
    std::optional<int64_t> ticks = delay->type->isReal() ? std::nullopt : constantIndex(*delay);
    if (!ticks)
      return false;
    key += "," + std::to_string(*ticks);
  }
  llvm::StringRef body = gateBody(gate, key);
  auto reference = [&](llvm::StringRef name) { return mlir::FlatSymbolRefAttr::get(&design.context, name); };
  llvm::StringRef output = driver(signal(*places[0].root), places[0].lo, places[0].width,
                                  Strengths::of(gate.strength0, gate.strength1), bit);
  llvm::SmallVector<mlir::Attribute, 4> operands;
  operands.push_back(csim::EventTermAttr::get(&design.context, reference(output), csim::Edge::AnyChange, 0, 0, {}));
  for (const StaticPrefix &place : llvm::ArrayRef(places).drop_front())
    operands.push_back(eventTerm(place, csim::Edge::AnyChange));
  csim::ProcessOp process = gateProcess(gate, 1);
  process.getBody().getBlocks().clear();
  process.setSharedAttr(reference(body));
  process.setPlacesAttr(builder.getArrayAttr(operands));
  return true;
}

/// The body of the gates with that key; the first of them makes it.
llvm::StringRef BodyGen::gateBody(const GateSymbol &gate, llvm::StringRef key) {
  mlir::StringAttr &name = gateBodies[key];
  if (name)
    return name.getValue();
  name = builder.getStringAttr(uniqueName("$gate." + std::string(syntax::spelling(gate.gate))));
  auto bodyOp = csim::ProcessBodyOp::create(builder, design.locate(gate.loc), name);
  FunctionGen gen(*this, bodyOp.getBody(), gate.parent);
  gen.setLocation(gate.loc);
  gen.isStatic = true;
  mlir::Type bit = design.types.vector(1, !design.compilation.options().isTwoState);
  mlir::Type logic = design.types.vector(1, true);
  llvm::SmallVector<mlir::Type, 4> types(gate.terminals.size(), csim::RefType::get(bit));
  gen.begin(types);
  auto operands = bodyOp.getBody().getArguments();
  llvm::SmallVector<mlir::Value, 4> inputs;
  for (mlir::Value place : operands.drop_front())
    inputs.push_back(gen.coerce(gen.make<csim::LoadOp>(place), logic));
  mlir::Value value;
  if (gate.gate == GateKind::Buf || gate.gate == GateKind::Not) {
    value = gen.make<csim::NotOp>(inputs[0]);
    if (gate.gate == GateKind::Buf)
      value = gen.make<csim::NotOp>(value);
  } else {
    value = combine(gen, gate.gate, inputs);
  }
  value = gen.coerce(value, bit);
  llvm::SmallVector<mlir::Value, 3> delays = gen.emitDelays(gate.delays);
  if (delays.empty())
    gen.make<csim::StoreOp>(value, operands[0]);
  else
    gen.make<csim::DriveOp>(value, operands[0], delays[0], delays[1], delays[2]);
  gen.emitReturn();
  return name.getValue();
}

//===-- Switches ---------------------------------------------------------------------===//

/// A variable that is 1 while a switch is on: the control, or its complement.
std::string BodyGen::switchControl(const GateSymbol &gate, const Expr &control, bool activeHigh) {
  mlir::Type bit = design.types.vector(1, true);
  std::string name = hiddenSignal("$control", bit).str();
  std::unique_ptr<FunctionGen> gen = hiddenProcess(gate, control);
  mlir::Value value = gen->make<csim::NotOp>(inputBit(*gen, control));
  if (activeHigh)
    value = gen->make<csim::NotOp>(value);
  mlir::Value place = gen->make<csim::AddrOp>(name, bit);
  llvm::SmallVector<mlir::Value, 3> delays = gen->emitDelays(gate.delays);
  if (delays.empty())
    gen->make<csim::StoreOp>(value, place);
  else
    gen->make<csim::DriveOp>(value, place, delays[0], delays[1], delays[2]);
  gen->emitReturn();
  return name;
}

std::unique_ptr<FunctionGen> BodyGen::hiddenProcess(const GateSymbol &gate, const Expr &reads) {
  return hiddenProcess(gate, syntax::spelling(gate.gate), &reads);
}

std::unique_ptr<FunctionGen> BodyGen::hiddenProcess(const Symbol &owner, llvm::StringRef name,
                                                    llvm::ArrayRef<const Expr *> reads) {
  ReadSet set(design.compilation, false);
  for (const Expr *expr : reads)
    set.addExpr(expr);
  csim::ProcessOp processOp = createProcess(csim::ProcessKind::Assign, name, owner.parent, owner.loc);
  processOp.setIsStatic(true);
  processOp.setRunAtStart(true);
  processOp.setSelfTriggering(true);
  processOp.setSensitivityAttr(sensitivity(set.terms(false)));
  auto gen = std::make_unique<FunctionGen>(*this, processOp.getBody(), owner.parent);
  gen->setLocation(owner.loc);
  gen->isStatic = true;
  gen->begin();
  return gen;
}

/// The bit of a net that a terminal is; false if it is something else.
bool BodyGen::netBitOf(const Expr &terminal, NetBits &bit) {
  StaticPrefix prefix = StaticPrefix::of(terminal);
  bool isNet = prefix.root && isa<NetSymbol>(prefix.root->symbol) && prefix.root->type->isIntegral();
  if (!isNet || !prefix.isComplete || !prefix.path.empty())
    return false;
  bit = {signal(*prefix.root), prefix.lo, 1};
  return true;
}

/// A net with the value of an expression.
BodyGen::NetBits BodyGen::hiddenNet(const GateSymbol &gate, const Expr &data) {
  mlir::Type bit = design.types.vector(1, true);
  auto name = builder.getStringAttr(uniqueName("$data"));
  csim::SignalOp::create(builder, op.getLoc(), name.getValue(), "", csim::NetKind::Wire, bit).setImplicit(true);
  std::unique_ptr<FunctionGen> gen = hiddenProcess(gate, data);
  gen->make<csim::StoreOp>(inputBit(*gen, data),
                           gen->make<csim::AddrOp>(driver(name.getValue(), 0, 0, {}, bit), bit));
  gen->emitReturn();
  return {name.getValue(), 0, 1};
}

bool BodyGen::generateSwitch(const GateSymbol &gate) {
  bool isOneWay = isMos(gate.gate);
  const Expr &first = *gate.terminals[isOneWay ? 1 : 0], &second = *gate.terminals[isOneWay ? 0 : 1];
  if (!isJoinable(second) || (!isOneWay && !isJoinable(first)))
    return true;
  NetBits from, to;
  if (!netBitOf(second, to) || (!isOneWay && !netBitOf(first, from))) {
    if (!isOneWay)
      design.compilation.diagnostics().unsupported(gate.loc, "bidirectional switch of anything but bits of nets",
                                                   "28.8");
    return !isOneWay;
  }
  if (isOneWay && !netBitOf(first, from))
    from = hiddenNet(gate, first);
  auto create = [&](const Expr *control, bool activeHigh) {
    mlir::FlatSymbolRefAttr controlRef;
    if (control)
      controlRef = mlir::FlatSymbolRefAttr::get(&design.context, switchControl(gate, *control, activeHigh));
    auto ref = [&](llvm::StringRef name) { return mlir::FlatSymbolRefAttr::get(&design.context, name); };
    auto flag = [&](bool on) { return on ? builder.getUnitAttr() : mlir::UnitAttr(); };
    csim::PassSwitchOp::create(builder, design.locate(gate.loc), ref(from.net),
                               builder.getI32IntegerAttr(int32_t(from.lo)), ref(to.net),
                               builder.getI32IntegerAttr(int32_t(to.lo)), controlRef, flag(isOneWay),
                               flag(isResistive(gate.gate)));
  };
  switch (gate.gate) {
  case GateKind::Tran:
  case GateKind::Rtran:
    create(nullptr, true);
    break;
  case GateKind::Cmos:
  case GateKind::Rcmos:
    create(gate.terminals[2], true);
    create(gate.terminals[3], false);
    break;
  default: {
    bool activeLow = gate.gate == GateKind::Pmos || gate.gate == GateKind::Rpmos || gate.gate == GateKind::Tranif0 ||
                     gate.gate == GateKind::Rtranif0;
    create(gate.terminals[2], !activeLow);
  }
  }
  return true;
}

void BodyGen::driveTerminal(FunctionGen &gen, const Expr &terminal, mlir::Value value, Strengths strengths,
                            llvm::ArrayRef<mlir::Value> delays) {
  StaticPrefix prefix = StaticPrefix::of(terminal);
  mlir::Type type = design.types.storage(*terminal.type);
  LValue place;
  place.type = terminal.type;
  if (llvm::StringRef slot = driverOf(prefix, strengths, type); !slot.empty())
    place.ref = gen.make<csim::AddrOp>(slot, type);
  else
    place = gen.emitLValue(terminal);
  mlir::Value sized = gen.coerce(value, type);
  if (!delays.empty() && place.kind == LValue::Ref)
    gen.make<csim::DriveOp>(sized, place.ref, delays[0], delays[1], delays[2]);
  else
    gen.store(place, sized);
}

llvm::StringRef BodyGen::hiddenSignal(llvm::StringRef base, mlir::Type type) {
  auto name = builder.getStringAttr(uniqueName(base));
  csim::SignalOp::create(builder, op.getLoc(), name.getValue(), "", csim::NetKind::Variable, type).setImplicit(true);
  return name.getValue();
}
