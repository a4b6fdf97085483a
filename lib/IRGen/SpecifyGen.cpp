//===- SpecifyGen.cpp - module paths and timing checks --------------------===//
//
// IEEE 1800-2023 30, 31. Paths and checks are declarations without code: the scheduler
// executes them. What is code here: each condition is computed by a process into a hidden
// variable.
//
// A net that paths end at is driven by its paths alone: the sources inside of the module
// drive a hidden net instead. An output variable is such a source itself; Sema has put a
// net between it and its port.
//
// The 1, 2, 3, 6 or 12 delays of a declaration become 12 (30.5.1, Tables 30-3 and 30-4).
//
//===----------------------------------------------------------------------===//
#include "IRGen/BodyGen.h"
#include "IRGen/FunctionGen.h"

#include <cmath>

using namespace circtsim;
using namespace circtsim::irgen;
using namespace circtsim::sema;
using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;
using syntax::EdgeKind;
using syntax::PulseStyleKind;

namespace {
double powerOfTen(int exponent) { return std::pow(10.0, exponent); }

/// The delays of the 12 transitions, in the order of model::ModulePathImage.
std::array<int64_t, 12> expandDelays(llvm::ArrayRef<int64_t> d) {
  int64_t rise = d[0], fall = d.size() > 1 ? d[1] : d[0];
  std::array<int64_t, 12> all = {rise, fall, rise, rise, fall, fall};
  if (d.size() == 3)
    all[2] = all[4] = d[2];
  if (d.size() >= 6)
    std::copy_n(d.begin(), d.size(), all.begin());
  if (d.size() == 12)
    return all;
  auto [t01, t10, t0z, tz1, t1z, tz0] = std::tie(all[0], all[1], all[2], all[3], all[4], all[5]);
  all[6] = std::min(t0z, t01);  // to x: as early as possible
  all[7] = std::max(tz1, t01);  // from x: as late as possible
  all[8] = std::min(t1z, t10);
  all[9] = std::max(tz0, t10);
  all[10] = std::max(t1z, t0z);
  all[11] = std::min(tz0, tz1);
  return all;
}

/// Transitions that an event of a timing check means (31.5): bit 4 * old + new.
uint32_t edgesOf(const TimingCheckEvent &event) {
  uint32_t changes = 0xffff & ~(1u << 0 | 1u << 5 | 1u << 10 | 1u << 15);
  if (!event.edgeDescriptors.empty()) {
    uint32_t edges = 0;
    auto codes = [](char c) -> llvm::ArrayRef<unsigned> {
      static constexpr unsigned values[] = {0, 1, 2, 3};
      llvm::ArrayRef<unsigned> all(values);
      return c == '0' ? all.slice(0, 1) : c == '1' ? all.slice(1, 1) : all.slice(2, 2);
    };
    for (llvm::StringRef descriptor : event.edgeDescriptors)
      for (unsigned from : codes(descriptor[0]))
        for (unsigned to : codes(descriptor[1]))
          edges |= 1u << (4 * from + to);
    return edges & changes;
  }
  constexpr uint32_t rising = 1u << 1 | 1u << 2 | 1u << 3 | 1u << 9 | 1u << 13;
  constexpr uint32_t falling = 1u << 4 | 1u << 6 | 1u << 7 | 1u << 8 | 1u << 12;
  switch (event.edge) {
  case EdgeKind::Posedge:
    return rising;
  case EdgeKind::Negedge:
    return falling;
  case EdgeKind::Edge:
    return rising | falling;
  default:
    return changes;
  }
}

uint32_t widthOf(const StaticPrefix &prefix, const Expr &expr) {
  return prefix.width ? prefix.width : expr.type->width();
}

bool isSameTerminal(const Expr &x, const Expr &y) {
  StaticPrefix first = StaticPrefix::of(x), second = StaticPrefix::of(y);
  return first.root->symbol == second.root->symbol && first.lo == second.lo &&
         widthOf(first, x) == widthOf(second, y);
}

bool contains(llvm::ArrayRef<const Expr *> terminals, const Expr &terminal) {
  return llvm::any_of(terminals, [&](const Expr *other) { return isSameTerminal(*other, terminal); });
}

bool isWithin(const Expr &terminal, llvm::ArrayRef<const Expr *> outputs) {
  StaticPrefix place = StaticPrefix::of(terminal);
  return llvm::any_of(outputs, [&](const Expr *output) {
    StaticPrefix other = StaticPrefix::of(*output);
    return other.root->symbol == place.root->symbol && other.lo <= place.lo &&
           place.lo + widthOf(place, terminal) <= other.lo + widthOf(other, *output);
  });
}
} // namespace

/// A constant delay or limit in ticks, rounded to the module's precision (3.14).
int64_t BodyGen::constantTicks(const Expr &delay) {
  int unit = body.timeUnit, precision = body.timePrecision;
  int tick = design.compilation.timePrecision();
  if (auto *real = dyn_cast<RealConstantExpr>(&delay))
    return std::llround(real->value * powerOfTen(unit - precision)) *
           int64_t(powerOfTen(precision - tick));
  return constantIndex(delay).value_or(0) * int64_t(powerOfTen(unit - tick));
}

void BodyGen::generateSpecify() {
  const ElaborationOptions &options = design.compilation.options();
  if (options.hasPaths)
    for (const Symbol *member : body.members)
      if (auto *path = dyn_cast<ModulePathSymbol>(member); path && !path->delays.empty())
        for (const Expr *output : path->outputs)
          pathOutput(*StaticPrefix::of(*output).root->symbol);
  for (const Symbol *member : body.members) {
    if (auto *path = dyn_cast<ModulePathSymbol>(member)) {
      if (options.hasPaths && !path->delays.empty())
        generatePaths(*path);
    } else if (auto *check = dyn_cast<TimingCheckSymbol>(member)) {
      generateTimingCheck(*check);
    }
  }
}

//===-- Paths ------------------------------------------------------------------------===//

/// The output element of a port, made when the first path ends there.
llvm::StringRef BodyGen::pathOutput(const ValueSymbol &port) {
  mlir::StringAttr &name = pathOutputs[&port];
  if (name)
    return name.getValue();
  mlir::Type type = design.types.storage(*port.type);
  std::string source = signal(port).str(), target = source;
  if (isa<NetSymbol>(port)) {
    source = uniqueName("$path." + port.name.str());
    csim::NetKind kind = cast<csim::SignalOp>(mlir::SymbolTable::lookupSymbolIn(op, target)).getNet();
    bool isWired = kind == csim::NetKind::Wand || kind == csim::NetKind::Wor || kind == csim::NetKind::Triand ||
                   kind == csim::NetKind::Trior;
    csim::SignalOp::create(builder, op.getLoc(), source, "", isWired ? kind : csim::NetKind::Wire, type)
        .setImplicit(true);
  } else {
    for (const Symbol *symbol : body.ports)
      if (auto *candidate = dyn_cast<PortSymbol>(symbol))
        if (candidate->pathVariable == &port)
          target = signal(*candidate->internal).str();
  }
  llvm::StringRef drive = driver(target, 0, 0, {}, type);
  if (isa<NetSymbol>(port))
    pathSources[target] = source;
  std::string value = behindConditions(port, source, type);
  name = builder.getStringAttr(uniqueName("$out." + port.name.str()));
  auto ref = [&](llvm::StringRef symbol) { return mlir::FlatSymbolRefAttr::get(&design.context, symbol); };
  csim::PathOutputOp::create(builder, design.locate(port.loc), name, ref(value), ref(drive),
                             ref(signal(port)));
  return name.getValue();
}

/// A copy of the value before the paths that comes one activation later: conditions of paths
/// that change at the same time have been computed by then.
std::string BodyGen::behindConditions(const ValueSymbol &port, llvm::StringRef source, mlir::Type type) {
  bool hasConditions = llvm::any_of(body.members, [](const Symbol *member) {
    auto *path = dyn_cast<ModulePathSymbol>(member);
    return path && path->condition;
  });
  if (!hasConditions)
    return source.str();
  std::string name = hiddenSignal("$last", type).str();
  std::unique_ptr<FunctionGen> gen = hiddenProcess(port, "path", {});
  auto change = csim::EventTermAttr::get(&design.context,
                                         mlir::FlatSymbolRefAttr::get(&design.context, source),
                                         csim::Edge::AnyChange, 0, 0, {});
  cast<csim::ProcessOp>(gen->entryBlock()->getParentOp())
      .setSensitivityAttr(builder.getArrayAttr({change}));
  mlir::Value value = gen->make<csim::LoadOp>(gen->make<csim::AddrOp>(source, type));
  gen->make<csim::StoreOp>(value, gen->make<csim::AddrOp>(name, type));
  gen->emitReturn();
  return name;
}

/// The lowest bit of the condition of a path.
mlir::Value BodyGen::pathCondition(FunctionGen &gen, const ModulePathSymbol &path) {
  mlir::Value value = gen.emit(*path.condition);
  if (!isa<mlir::IntegerType, csim::LogicType>(value.getType()))
    return gen.make<csim::ToLogicOp>(gen.emitCondition(*path.condition));
  if (isa<mlir::IntegerType>(value.getType()))
    value = gen.make<csim::ToLogicOp>(value);
  return csim::bitWidthOf(value.getType()) == 1 ? value
                                                : mlir::Value(gen.make<csim::ExtractOp>(value, 0u, 1u));
}

/// A variable with that bit: 0 puts the path out of use.
std::string BodyGen::pathCondition(const ModulePathSymbol &path) {
  std::string &name = pathConditions[&path];
  if (!name.empty())
    return name;
  mlir::Type bit = design.types.vector(1, true);
  std::string made = hiddenSignal("$if", bit).str();
  std::unique_ptr<FunctionGen> gen = hiddenProcess(path, "path condition", path.condition);
  mlir::Value value = pathCondition(*gen, path);
  gen->make<csim::StoreOp>(value, gen->make<csim::AddrOp>(made, bit));
  gen->emitReturn();
  pathConditions[&path] = made;
  return made;
}

/// 30.4.4.4: 1 while the conditions of all other paths between the terminals are 0.
std::string BodyGen::ifnoneCondition(const ModulePathSymbol &path, const Expr &input,
                                     const Expr &output) {
  llvm::SmallVector<const ModulePathSymbol *> others;
  llvm::SmallVector<const Expr *> conditions;
  for (const Symbol *member : body.members) {
    auto *other = dyn_cast<ModulePathSymbol>(member);
    if (!other || !other->condition || !contains(other->inputs, input) || !contains(other->outputs, output))
      continue;
    others.push_back(other);
    conditions.push_back(other->condition);
  }
  if (others.empty())
    return {};
  mlir::Type bit = design.types.vector(1, true), i1 = builder.getI1Type();
  std::string name = hiddenSignal("$ifnone", bit).str();
  std::unique_ptr<FunctionGen> gen = hiddenProcess(path, "path condition", conditions);
  mlir::Value all;
  for (const ModulePathSymbol *other : others) {
    mlir::Value zero = gen->make<csim::ConstantOp>(llvm::APInt(1, 0), llvm::APInt(1, 0));
    mlir::Value isOff = gen->make<csim::CaseEqOp>(i1, pathCondition(*gen, *other), zero);
    all = all ? mlir::Value(gen->make<mlir::arith::AndIOp>(all, isOff)) : isOff;
  }
  gen->make<csim::StoreOp>(gen->make<csim::ToLogicOp>(all), gen->make<csim::AddrOp>(name, bit));
  gen->emitReturn();
  return name;
}

/// PATHPULSE$ of the terminals, or of the module (30.7.1); null without.
const PathPulseSymbol *BodyGen::pulseLimits(const Expr &input, const Expr &output) {
  llvm::StringRef from = StaticPrefix::of(input).root->symbol->name;
  llvm::StringRef to = StaticPrefix::of(output).root->symbol->name;
  const Symbol *found = body.find(("PATHPULSE$" + from + "$" + to).str());
  if (!found)
    found = body.find("PATHPULSE$");
  auto *limits = llvm::dyn_cast_if_present<PathPulseSymbol>(found);
  return limits && limits->reject ? limits : nullptr;
}

void BodyGen::generatePaths(const ModulePathSymbol &path) {
  for (const Expr *input : path.inputs)
    for (const Expr *output : path.outputs) {
      std::string condition = path.condition  ? pathCondition(path)
                              : path.isIfnone ? ifnoneCondition(path, *input, *output)
                                              : std::string();
      generatePath(path, *input, *output, condition);
    }
}

void BodyGen::generatePath(const ModulePathSymbol &path, const Expr &input, const Expr &output,
                           llvm::StringRef condition) {
  StaticPrefix from = StaticPrefix::of(input), to = StaticPrefix::of(output);
  llvm::SmallVector<int64_t, 12> delays;
  for (const Expr *delay : path.delays)
    delays.push_back(constantTicks(*delay));
  auto ref = [&](llvm::StringRef symbol) { return mlir::FlatSymbolRefAttr::get(&design.context, symbol); };
  auto made = csim::ModulePathOp::create(
      builder, design.locate(path.loc), mlir::TypeRange(), mlir::ValueRange(),
      llvm::ArrayRef<mlir::NamedAttribute>{
          builder.getNamedAttr("input", ref(signal(*from.root->symbol))),
          builder.getNamedAttr("inputLo", builder.getI32IntegerAttr(int32_t(from.lo))),
          builder.getNamedAttr("inputWidth",
                               builder.getI32IntegerAttr(int32_t(widthOf(from, input)))),
          builder.getNamedAttr("output", ref(pathOutput(*to.root->symbol))),
          builder.getNamedAttr("lo", builder.getI32IntegerAttr(int32_t(to.lo))),
          builder.getNamedAttr("width", builder.getI32IntegerAttr(int32_t(widthOf(to, output)))),
          builder.getNamedAttr("delays", builder.getDenseI64ArrayAttr(expandDelays(delays)))});
  made.setFull(path.isFull);
  made.setIfnone(path.isIfnone);
  if (!condition.empty())
    made.setConditionAttr(ref(condition));
  if (!path.conditionText.empty())
    made.setText(path.conditionText);
  made.setEdge(path.edge == EdgeKind::Posedge ? 1 : path.edge == EdgeKind::Negedge ? 2 : 0);
  if (const PathPulseSymbol *limits = pulseLimits(input, output))
    made.setLimitsAttr(builder.getDenseI64ArrayAttr(
        {constantTicks(*limits->reject), constantTicks(*limits->error)}));
  for (const Symbol *member : body.members) {
    auto *style = dyn_cast<PulseStyleSymbol>(member);
    if (!style || !isWithin(output, style->outputs))
      continue;
    if (style->style == PulseStyleKind::OnEvent || style->style == PulseStyleKind::OnDetect)
      made.setOnDetect(style->style == PulseStyleKind::OnDetect);
    else
      made.setShowCancelled(style->style == PulseStyleKind::ShowCancelled);
  }
}

//===-- Timing checks ------------------------------------------------------------------===//

/// A variable that is 1 while an event counts. Comparisons by == and != let unknown values
/// pass, everything else holds them back (31.7).
mlir::FlatSymbolRefAttr BodyGen::checkCondition(const TimingCheckSymbol &check,
                                                const Expr *condition) {
  if (!condition)
    return {};
  mlir::Type bit = design.types.vector(1, true), i1 = builder.getI1Type();
  std::string name = hiddenSignal("$cond", bit).str();
  std::unique_ptr<FunctionGen> gen = hiddenProcess(check, "timing check condition", condition);
  mlir::Value value = gen->emit(*condition);
  if (isa<mlir::IntegerType>(value.getType()))
    value = gen->make<csim::ToLogicOp>(value);
  if (csim::bitWidthOf(value.getType()) != 1)
    value = gen->make<csim::ExtractOp>(value, 0u, 1u);
  auto *binary = dyn_cast<BinaryExpr>(condition);
  bool passesUnknown = binary && (binary->op == syntax::BinaryOp::Equal ||
                                  binary->op == syntax::BinaryOp::NotEqual);
  auto constant = [&](bool a) {
    return gen->make<csim::ConstantOp>(llvm::APInt(1, a), llvm::APInt(1, 0));
  };
  mlir::Value counts = gen->make<csim::CaseEqOp>(i1, value, constant(!passesUnknown));
  mlir::Value result = gen->make<csim::ToLogicOp>(counts);
  if (passesUnknown)
    result = gen->make<csim::NotOp>(result);
  gen->make<csim::StoreOp>(result, gen->make<csim::AddrOp>(name, bit));
  gen->emitReturn();
  return mlir::FlatSymbolRefAttr::get(&design.context, name);
}

/// The driver of the delayed copy of a signal (31.9).
mlir::FlatSymbolRefAttr BodyGen::delayedCopy(const TimingCheckEvent &event) {
  if (!event.delayed || !event.terminal)
    return {};
  StaticPrefix place = StaticPrefix::of(*event.delayed);
  std::string key = (signal(*place.root) + "/" + llvm::Twine(place.lo)).str();
  std::string &name = delayedCopies[key];
  if (name.empty())
    name = driver(signal(*place.root), place.lo, place.width, {},
                  design.types.storage(*event.delayed->type)).str();
  return mlir::FlatSymbolRefAttr::get(&design.context, name);
}

void BodyGen::generateTimingCheck(const TimingCheckSymbol &check) {
  bool isWanted = design.compilation.options().hasTimingChecks;
  bool hasCopies = check.reference.delayed || check.data.delayed;
  if (!check.reference.terminal || !check.limits[0] || (!isWanted && !hasCopies))
    return;
  llvm::SmallVector<mlir::NamedAttribute> attrs;
  auto add = [&](llvm::StringRef name, mlir::Attribute value) {
    if (value)
      attrs.push_back(builder.getNamedAttr(name, value));
  };
  auto addEvent = [&](std::string prefix, const TimingCheckEvent &event) {
    if (!event.terminal)
      return;
    StaticPrefix place = StaticPrefix::of(*event.terminal);
    add(prefix, mlir::FlatSymbolRefAttr::get(&design.context, signal(*place.root->symbol)));
    add(prefix + "Lo", builder.getI32IntegerAttr(int32_t(place.lo)));
    add(prefix + "Width", builder.getI32IntegerAttr(int32_t(widthOf(place, *event.terminal))));
    add(prefix + "Edges", builder.getI32IntegerAttr(isWanted ? int32_t(edgesOf(event)) : 0));
    add(prefix + "Delayed", delayedCopy(event));
    if (!isWanted)
      return;
    add(prefix + "Condition", checkCondition(check, event.condition));
    if (event.condition)
      add(prefix + "Text", builder.getStringAttr(event.conditionText));
  };
  add("check", builder.getStringAttr(check.name));
  addEvent("reference", check.reference);
  addEvent("data", check.data);
  // Without checks the copies of signals come at once (31.9).
  auto ticks = [&](const Expr *limit) { return isWanted && limit ? constantTicks(*limit) : 0; };
  add("limits", builder.getDenseI64ArrayAttr({ticks(check.limits[0]), ticks(check.limits[1])}));
  if (isWanted && check.notifier)
    add("notifier", mlir::FlatSymbolRefAttr::get(&design.context, signal(*check.notifier)));
  if (isWanted) {
    add("stampCondition", checkCondition(check, check.stampCondition));
    add("checkCondition", checkCondition(check, check.checkCondition));
  }
  auto made = csim::TimingCheckOp::create(builder, design.locate(check.loc), mlir::TypeRange(),
                                          mlir::ValueRange(), attrs);
  made.setEventBased(check.isEventBased);
  made.setRemainActive(check.remainsActive);
}
