//===- Processes.cpp - processes as logic and registers -------------------------------===//
//
// A process without edges is logic. One with an edge is registers: what it stores is
// what follows the value of the register. With a second edge it is followed twice: with
// the asynchronous reset active, which gives the reset values, and with it inactive.
//
//===----------------------------------------------------------------------===//

#include "Export/ModuleExport.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::exporter;
using llvm::APInt;

/// The term that says the same as one of a wait.
static csim::EventTermAttr termOf(Value event, csim::Edge edge) {
  uint32_t lo = 0, width = 0;
  if (auto part = event.getDefiningOp<csim::BitsRefOp>(); part && !part.getIndex()) {
    lo = part.getLo();
    width = csim::bitWidthOf(cast<csim::RefType>(part.getType()).getPointee());
    event = part.getRef();
  }
  auto addr = event.getDefiningOp<csim::AddrOp>();
  return addr ? csim::EventTermAttr::get(event.getContext(), addr.getSymbolAttr(), edge, lo, width,
                                         {})
              : csim::EventTermAttr();
}

std::optional<SmallVector<csim::EventTermAttr>> exporter::triggersOf(csim::ProcessOp process) {
  SmallVector<csim::EventTermAttr> terms;
  if (process.getIsStatic()) {
    if (process.getSensitivity())
      llvm::append_range(terms, process.getSensitivity()->getAsRange<csim::EventTermAttr>());
    return terms;
  }
  SmallVector<csim::WaitEventOp> waits;
  process.walk([&](csim::WaitEventOp wait) { waits.push_back(wait); });
  bool isAlways = process.getKind() != csim::ProcessKind::Initial &&
                  process.getKind() != csim::ProcessKind::Final;
  if (waits.size() != 1 || !isAlways)
    return std::nullopt;
  for (auto [edge, event] : llvm::zip(waits[0].getEdges(), waits[0].getEvents())) {
    csim::EventTermAttr term = termOf(event, csim::Edge(edge));
    if (term)
      terms.push_back(term);
    else if (csim::Edge(edge) != csim::Edge::AnyChange)
      return std::nullopt;
  }
  return terms;
}

LogicalResult ModuleExport::runInitial() {
  SmallVector<Operation *> code;
  if (FlatSymbolRefAttr symbol = source.getInitialiserAttr())
    code.push_back(tables.lookupSymbolIn(source, symbol));
  for (auto process : source.getOps<csim::ProcessOp>())
    if (process.getKind() == csim::ProcessKind::Initial)
      code.push_back(process);
  for (Operation *op : code) {
    Execution execution(*this, Execution::Mode::Initial);
    if (failed(execution.run(op->getRegion(0))))
      return failure();
    for (auto &[signal, store] : execution.takeBlocking()) {
      if (store.value.kind == Symbolic::Hardware) {
        auto known = CombBuilder::constantOf(store.value.value);
        if (!known)
          return emitError(store.loc) << "unsupported in hardware: initial value of '"
                                      << signals[signal].name << "', which is not constant";
        store.value = Symbolic(csim::LogicAttr::get(op->getContext(), *known));
      }
      signals[signal].preset = store.value;
      if (store.value.kind != Symbolic::Constant || !isMemory(signal))
        continue;
      auto [a, b] = planesOf(store.value.constant);
      if (!(a & ~b).isZero())
        demote(signal);
    }
  }
  return success();
}

LogicalResult ModuleExport::runProcess(csim::ProcessOp process) {
  if (process.getKind() == csim::ProcessKind::Initial)
    return success();
  if (process.getKind() == csim::ProcessKind::Final)
    return process.emitError("unsupported in hardware: final procedure");
  std::optional<SmallVector<csim::EventTermAttr>> triggers = triggersOf(process);
  if (!triggers)
    return process.emitError("unsupported in hardware: ")
           << csim::stringifyProcessKind(process.getKind())
           << " process with delays or event controls inside";
  bool hasEdge =
      llvm::any_of(*triggers, [](auto term) { return term.getEdge() != csim::Edge::AnyChange; });
  return hasEdge ? runClocked(process) : runCombinational(process);
}

LogicalResult ModuleExport::argumentsOf(csim::ProcessOp process, Region *&body,
                                        SmallVectorImpl<Symbolic> &arguments) {
  body = &process.getBody();
  if (!process.getSharedAttr())
    return success();
  auto shared = tables.lookupSymbolIn<csim::ProcessBodyOp>(source, process.getSharedAttr());
  body = &shared.getBody();
  for (auto term : process.getPlaces()->getAsRange<csim::EventTermAttr>()) {
    FailureOr<Place> place = placeOf(term.getSignal(), process);
    if (failed(place))
      return failure();
    if (!term.getPath().empty())
      return process.emitError("unsupported in hardware: element of an array as an operand");
    if (term.getWidth()) {
      unsigned lo = place->steps.empty() ? 0 : place->steps.back().lo;
      place->steps.assign(1, {Step::Part, lo + term.getLo(), term.getWidth(), {}});
    }
    arguments.push_back(Symbolic(*place));
  }
  return success();
}

LogicalResult ModuleExport::runCombinational(csim::ProcessOp process) {
  firstHold = holds.size();
  currentClock = {};
  Region *body;
  SmallVector<Symbolic> arguments;
  if (failed(argumentsOf(process, body, arguments)))
    return failure();
  Execution execution(*this, Execution::Mode::Combinational);
  if (failed(execution.run(*body, arguments)))
    return failure();
  llvm::DenseMap<Operation *, APInt> masks;
  bool isGood = true;
  auto blocking = execution.takeBlocking(), nonblocking = execution.takeNonblocking();
  for (auto *stores : {&blocking, &nonblocking})
    for (auto &[signal, store] : *stores) {
      masks.try_emplace(signal, store.mask);
      isGood &= succeeded(addPieces(signal, store));
    }
  for (size_t i = firstHold; i < holds.size(); ++i)
    if (auto it = masks.find(holds[i].signal); it != masks.end())
      holds[i].mask = it->second;
  return success(isGood);
}

// --- Clocks -----------------------------------------------------------------------------------

/// Whether the code reads the signal that the term names.
static bool readsSignal(csim::ProcessOp process, csim::EventTermAttr term) {
  return process
      .walk([&](csim::AddrOp addr) {
        bool isRead = llvm::any_of(addr->getUsers(),
                                   [](Operation *user) { return !isa<csim::WaitEventOp>(user); });
        return isRead && addr.getSymbolAttr() == term.getSignal() ? WalkResult::interrupt()
                                                                  : WalkResult::advance();
      })
      .wasInterrupted();
}

FailureOr<ModuleExport::Clocking> ModuleExport::clockingOf(csim::ProcessOp process) {
  Clocking clocking;
  SmallVector<csim::EventTermAttr> terms = *triggersOf(process);
  for (csim::EventTermAttr term : terms) {
    if (term.getEdge() != csim::Edge::Pos && term.getEdge() != csim::Edge::Neg)
      return process.emitError("unsupported in hardware: sensitivity that is not of edges only");
    bool isOnly = terms.size() == 1;
    csim::EventTermAttr &slot =
        !isOnly && readsSignal(process, term) ? clocking.reset : clocking.clock;
    if (slot)
      return process.emitError("unsupported in hardware: ")
             << (&slot == &clocking.clock ? "several clocks" : "several asynchronous resets");
    slot = term;
  }
  if (!clocking.clock)
    return process.emitError("unsupported in hardware: process without a clock");
  return clocking;
}

Value ModuleExport::edgeBit(csim::EventTermAttr term, Operation *user) {
  FailureOr<Place> place = placeOf(term.getSignal(), user);
  if (failed(place))
    return {};
  if (!term.getPath().empty()) {
    user->emitError("unsupported in hardware: edge of an element of an array");
    return {};
  }
  return logic->extract(read(place->root.first), term.getLo(), 1);
}

Value ModuleExport::clockFor(Value bit, bool isFalling) {
  Value &clock = clocks[{bit.getAsOpaquePointer(), isFalling}];
  if (!clock) {
    Type type = seq::ClockType::get(bit.getContext());
    clock = isFalling ? logic->make("seq.clock_inv", type, clockFor(bit, false))
                      : logic->make("seq.to_clock", type, bit);
  }
  return clock;
}

// --- Registers ------------------------------------------------------------------------------

Value ModuleExport::makeRegister(Operation *op, unsigned lo, Value next, Value clock, Value reset,
                                 Value resetValue, Location loc) {
  OpBuilder &builder = logic->builder;
  const Signal &signal = signals[op];
  unsigned width = CombBuilder::widthOf(next);
  std::string name = signal.name.str();
  if (width != signal.width)
    name += "_" + std::to_string(lo);
  APInt preset(width, 0);
  if (signal.preset.kind == Symbolic::Constant) {
    auto [a, b] = planesOf(signal.preset.constant);
    preset = (a & ~b).extractBits(width, lo);
  }
  if (!reset && preset.isZero())
    return seq::CompRegOp::create(builder, loc, next.getType(), next, clock,
                                  builder.getStringAttr(name), Value(), Value(), Value(),
                                  hw::InnerSymAttr());
  OperationState state(loc, seq::FirRegOp::getOperationName(), {next, clock}, next.getType());
  state.addAttribute("name", builder.getStringAttr(name));
  if (!preset.isZero())
    state.addAttribute("preset", builder.getIntegerAttr(next.getType(), preset));
  if (reset) {
    state.addOperands({reset, resetValue});
    state.addAttribute("isAsync", builder.getUnitAttr());
  }
  return builder.create(state)->getResult(0);
}

/// Registers for the assigned bits. Bits that the reset leaves alone keep their value
/// while it is active.
LogicalResult ModuleExport::addRegister(Operation *op, const Execution::Store &store, Value clock,
                                        Value reset, Value resetValue) {
  logic->loc = store.loc;
  unsigned width = signals[op].width;
  Value next = bitsOf(store.value, width), old = read(op);
  auto isReset = [&](unsigned bit) {
    return resetValue && logic->extract(resetValue, bit, 1) != logic->extract(old, bit, 1);
  };
  for (unsigned lo = 0; lo < width;) {
    bool hasReset = store.mask[lo] && isReset(lo);
    unsigned end = lo + 1;
    while (end < width && store.mask[end] == store.mask[lo] &&
           (!store.mask[lo] || isReset(end) == hasReset))
      ++end;
    if (store.mask[lo]) {
      Value part = logic->extract(next, lo, end - lo), start;
      if (hasReset) {
        start = logic->extract(resetValue, lo, end - lo);
        if (!CombBuilder::constantOf(start))
          return emitError(store.loc) << "unsupported in hardware: '" << signals[op].name
                                      << "' is reset to a value that is not constant";
      } else if (reset) {
        part = logic->mux(reset, logic->extract(old, lo, end - lo), part);
      }
      Value value = makeRegister(op, lo, part, clock, hasReset ? reset : Value(), start, store.loc);
      if (failed(addPiece(op, lo, value, store.loc)))
        return failure();
    }
    lo = end;
  }
  return success();
}

LogicalResult ModuleExport::addRegisters(Execution &run, Execution *resetRun, Value clock,
                                         Value reset) {
  bool isGood = true;
  auto nonblocking = run.takeNonblocking();
  for (auto &[signal, store] : run.takeBlocking())
    if (auto it = nonblocking.find(signal); it != nonblocking.end())
      return emitError(store.loc) << "unsupported in hardware: '" << signals[signal].name
                                  << "' has blocking and nonblocking assignments";
  for (bool isNext : {false, true}) {
    auto stores = isNext ? std::move(nonblocking) : run.takeBlocking();
    llvm::MapVector<Operation *, Execution::Store> resets;
    if (resetRun)
      resets = isNext ? resetRun->takeNonblocking() : resetRun->takeBlocking();
    for (auto &[signal, store] : resets) {
      auto [it, isNew] = stores.insert({signal, store});
      if (isNew)
        it->second.value = Symbolic(read(signal));
      else
        it->second.mask |= store.mask;
    }
    for (auto &[signal, store] : stores) {
      Value resetValue;
      if (auto it = resets.find(signal); it != resets.end())
        resetValue = bitsOf(it->second.value, signals[signal].width);
      isGood &= succeeded(addRegister(signal, store, clock, reset, resetValue));
    }
  }
  return success(isGood);
}

LogicalResult ModuleExport::runClocked(csim::ProcessOp process) {
  FailureOr<Clocking> clocking = clockingOf(process);
  if (failed(clocking))
    return failure();
  Value bit = edgeBit(clocking->clock, process);
  if (!bit)
    return failure();
  Value clock = clockFor(bit, clocking->clock.getEdge() == csim::Edge::Neg), reset;
  Execution execution(*this, Execution::Mode::Clocked),
      resetExecution(*this, Execution::Mode::Clocked);
  if (csim::EventTermAttr term = clocking->reset) {
    reset = edgeBit(term, process);
    FailureOr<Place> place = placeOf(term.getSignal(), process);
    if (!reset || failed(place))
      return failure();
    bool isHigh = term.getEdge() == csim::Edge::Pos;
    if (!isHigh)
      reset = logic->notOp(reset);
    resetExecution.assume(place->root.first, term.getLo(), isHigh);
    execution.assume(place->root.first, term.getLo(), !isHigh);
    currentClock = {};
    if (failed(resetExecution.run(process.getBody())))
      return failure();
  }
  currentClock = clock;
  if (failed(execution.run(process.getBody())))
    return failure();
  return addRegisters(execution, reset ? &resetExecution : nullptr, clock, reset);
}
