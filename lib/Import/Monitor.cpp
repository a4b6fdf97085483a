//===- Monitor.cpp - watches a temporal property ------------------------------===//
//
// A sequence in front of an implication, or under `not`, is watched by one set of states
// for all attempts: any match counts. A sequence that must match needs to know which
// attempt a state belongs to: there is a set for each age of an attempt, so it has to be
// bounded. An attempt fails when its set becomes empty before it has matched
// (IEEE 1800-2023 16.12).
//
// Properties that need the future of an unbounded attempt, such as `until`, are machines with a
// bit for each of their states (Progression): attempts in the same state have the same future.
// Several clocks in one property are errors, unless it joins properties of one clock each, as are
// sequences with an empty match.
//
//===----------------------------------------------------------------------===//

#include "Import/Monitor.h"
#include "Import/SVImport.h"

#include "IR/Circt/LTL/LTL.h"

#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;
using namespace circtsim::circt;

/// Bits of one monitor, and edges that one attempt takes.
static constexpr unsigned maxBits = 4096, maxLength = 512;

static csim::Edge edgeOf(ltl::ClockEdge edge) {
  return edge == ltl::ClockEdge::Pos   ? csim::Edge::Pos
         : edge == ltl::ClockEdge::Neg ? csim::Edge::Neg
                                       : csim::Edge::Both;
}

std::optional<ClockEvent> import::clockOf(Value property) {
  Operation *op = property.getDefiningOp();
  if (!op || op->getName().getDialectNamespace() != ltl::LTLDialect::getDialectNamespace())
    return std::nullopt;
  auto event = [](auto clocked) {
    return std::optional(ClockEvent{clocked.getClock(), edgeOf(clocked.getEdge())});
  };
  if (auto clocked = dyn_cast<ltl::ClockOp>(op))
    return event(clocked);
  if (auto clocked = dyn_cast<ltl::ClockedAtomOp>(op))
    return event(clocked);
  if (auto clocked = dyn_cast<ltl::ClockedDelayOp>(op))
    return event(clocked);
  for (Value operand : op->getOperands())
    if (std::optional<ClockEvent> found = clockOf(operand))
      return found;
  return std::nullopt;
}

static std::nullopt_t reject(Operation *op, const Twine &why) {
  op->emitError("unsupported: operation '")
      << op->getName() << "' " << why << " (IEEE 1800-2023 16.12)";
  return std::nullopt;
}

bool Monitor::isOwnClock(Operation *op, Value clock, csim::Edge edge) {
  if (module.resolve(clock) == module.resolve(event.clock) && edge == event.edge)
    return true;
  reject(op, "with another clock than the property's");
  return false;
}

void Monitor::add(Value letter) {
  letter = module.resolve(letter);
  if (!llvm::is_contained(values, letter))
    values.push_back(letter);
}

// --- Sequences ---------------------------------------------------------------------------

std::optional<Automaton> Monitor::sequenceOf(Value value) {
  if (value.getType().isInteger(1)) {
    add(value);
    return Automaton::ofLiteral({value});
  }
  Operation *op = value.getDefiningOp();
  SmallVector<Automaton> inner;
  if (isa_and_present<ltl::OrOp, ltl::AndOp, ltl::IntersectOp, ltl::ConcatOp, ltl::DelayOp,
                      ltl::ClockedDelayOp, ltl::RepeatOp>(op))
    for (Value operand : op->getOperands()) {
      auto delay = dyn_cast<ltl::ClockedDelayOp>(op);
      if (delay && operand == delay.getClock())
        continue;
      std::optional<Automaton> made = sequenceOf(operand);
      if (!made)
        return std::nullopt;
      inner.push_back(*made);
    }
  auto fold = [&](auto combine) {
    Automaton all = inner[0];
    for (const Automaton &next : ArrayRef(inner).drop_front())
      all = combine(all, next);
    return std::optional(all);
  };
  auto delayed = [&](auto delay) -> std::optional<Automaton> {
    if (delay.getDelay() + delay.getLength().value_or(0) > maxLength)
      return reject(op, "over so many edges");
    return Automaton::delayed(inner[0], delay.getDelay(), delay.getLength());
  };
  using Result = std::optional<Automaton>;
  return llvm::TypeSwitch<Operation *, Result>(op)
      .Case([&](ltl::OrOp) { return fold(Automaton::either); })
      .Case([&](ltl::AndOp) { return fold(Automaton::both); })
      .Case([&](ltl::IntersectOp) { return fold(Automaton::intersected); })
      .Case([&](ltl::ConcatOp) { return fold(Automaton::fused); })
      .Case([&](ltl::DelayOp delay) { return delayed(delay); })
      .Case([&](ltl::ClockedDelayOp delay) -> Result {
        if (!isOwnClock(op, delay.getClock(), edgeOf(delay.getEdge())))
          return std::nullopt;
        return delayed(delay);
      })
      .Case([&](ltl::ClockOp clocked) -> Result {
        if (!isOwnClock(op, clocked.getClock(), edgeOf(clocked.getEdge())))
          return std::nullopt;
        return sequenceOf(clocked.getInput());
      })
      .Case([&](ltl::ClockedAtomOp atom) -> Result {
        if (!isOwnClock(op, atom.getClock(), edgeOf(atom.getEdge())))
          return std::nullopt;
        return sequenceOf(atom.getInput());
      })
      .Case([&](ltl::RepeatOp repeat) -> Result {
        if (repeat.getBase() == 0)
          return reject(op, "with an empty match");
        if (repeat.getBase() + repeat.getMore().value_or(0) > maxLength)
          return reject(op, "over so many edges");
        return Automaton::repeated(inner[0], repeat.getBase(), repeat.getMore());
      })
      .Case<ltl::GoToRepeatOp, ltl::NonConsecutiveRepeatOp>([&](auto repeat) -> Result {
        if (!repeat.getInput().getType().isInteger(1) || repeat.getBase() == 0)
          return reject(op, "of a sequence, or with an empty match");
        if (repeat.getBase() + repeat.getMore() > maxLength)
          return reject(op, "over so many edges");
        add(repeat.getInput());
        return Automaton::sparse(repeat.getInput(), repeat.getBase(), repeat.getMore(),
                                 isa<ltl::NonConsecutiveRepeatOp>(op));
      })
      .Default([&](Operation *) -> Result {
        if (op)
          return reject(op, "in a sequence");
        emitError(value.getLoc()) << "unsupported: a sequence that is no operation";
        return std::nullopt;
      });
}

// --- Properties -----------------------------------------------------------------------------

/// States that are possible one edge later.
static llvm::BitVector advance(const Automaton &sequence, const llvm::BitVector &from) {
  llvm::BitVector next(unsigned(sequence.states));
  for (const Automaton::Transition &t : sequence.transitions)
    if (t.to != Automaton::Accept && from[unsigned(t.from)])
      next.set(unsigned(t.to));
  return next;
}

std::optional<Monitor::Part> Monitor::buildMatch(Value property) {
  std::optional<Automaton> sequence = sequenceOf(property);
  if (!sequence)
    return std::nullopt;
  Part part{Part::Match, {}, *sequence, {}, {}};
  llvm::BitVector active(unsigned(sequence->states));
  for (int start : sequence->starts)
    active.set(unsigned(start));
  unsigned needed = 0;
  for (active = advance(*sequence, active); active.any(); active = advance(*sequence, active)) {
    needed += active.count();
    if (part.ages.size() == maxLength || bits + needed > maxBits)
      return buildProgress(property); // not bounded
    part.ages.push_back(active);
  }
  bits += needed;
  return part;
}

std::optional<Monitor::Part> Monitor::buildProgress(Value property) {
  std::string why;
  std::optional<Progression> machine = Progression::make(
      property, [&](Value sequence) { return sequenceOf(sequence); }, why);
  if (!machine) {
    if (!why.empty())
      reject(property.getDefiningOp(), why);
    return std::nullopt;
  }
  for (const Progression::State &state : machine->states) {
    if (state.isOpen)
      open.push_back(bits);
    ++bits;
  }
  return Part{Part::Progress, {}, {}, {}, {}, std::move(*machine)};
}

std::optional<Monitor::Part> Monitor::build(Value property) {
  if (property.getType().isInteger(1)) {
    add(property);
    return Part{Part::Boolean, property, {}, {}, {}};
  }
  Operation *op = property.getDefiningOp();
  using Result = std::optional<Part>;
  return llvm::TypeSwitch<Operation *, Result>(op)
      .Case([&](ltl::ClockOp clocked) -> Result {
        if (!isOwnClock(op, clocked.getClock(), edgeOf(clocked.getEdge())))
          return std::nullopt;
        return build(clocked.getInput());
      })
      .Case([&](ltl::WeakOp weak) { return build(weak.getInput()); })
      .Case<ltl::UntilOp, ltl::EventuallyOp, ltl::StrongOp>(
          [&](auto) { return buildProgress(property); })
      .Case([&](ltl::OrOp) {
        return isa<ltl::PropertyType>(property.getType()) ? buildProgress(property)
                                                          : buildMatch(property);
      })
      .Case([&](ltl::AndOp) -> Result {
        Part all{Part::All, {}, {}, {}, {}};
        for (Value operand : op->getOperands()) {
          Result part = build(operand);
          if (!part)
            return std::nullopt;
          all.parts.push_back(*part);
        }
        return all;
      })
      .Case([&](ltl::NotOp negation) -> Result {
        if (isa<ltl::PropertyType>(negation.getInput().getType()))
          return buildProgress(property);
        std::optional<Automaton> sequence = sequenceOf(negation.getInput());
        if (!sequence)
          return std::nullopt;
        bits += unsigned(sequence->states);
        return Part{Part::Never, {}, *sequence, {}, {}};
      })
      .Case([&](ltl::ImplicationOp implication) -> Result {
        std::optional<Automaton> antecedent = sequenceOf(implication.getAntecedent());
        if (!antecedent)
          return std::nullopt;
        bits += unsigned(antecedent->states);
        Result consequent = build(implication.getConsequent());
        if (!consequent)
          return std::nullopt;
        return Part{Part::Implies, {}, *antecedent, {}, {*consequent}};
      })
      .Case([&](ltl::BooleanConstantOp constant) -> Result {
        if (constant.getValue())
          return Part{Part::All, {}, {}, {}, {}};
        return Part{Part::Match, {}, {}, {}, {}}; // nothing matches
      })
      .Default([&](Operation *) { return buildMatch(property); });
}

std::shared_ptr<Monitor> Monitor::make(Value property, ClockEvent event, ModuleImport &module) {
  std::shared_ptr<Monitor> monitor(new Monitor(module, event));
  std::optional<Part> root = monitor->build(property);
  if (root && monitor->bits > maxBits) {
    reject(property.getDefiningOp(), "with so many states");
    root = std::nullopt;
  }
  if (!root)
    return nullptr;
  monitor->root = std::move(*root);
  return monitor;
}

// --- Code -----------------------------------------------------------------------------------

/// The bits before and behind one edge.
struct Monitor::Step {
  Procedure &code;
  Value state;                 ///< before
  unsigned position = 0;       ///< of the next bit that is read
  SmallVector<Value> next;     ///< behind, from the lowest bit on

  Value no() { return code.constant(1, 0); }
  Value read() { return code.pure().extract(state, position++, 1); }
  Value both(Value a, Value b) {
    return !a ? b : !b ? a : Value(arith::AndIOp::create(code.builder, code.loc, a, b));
  }
  Value either(Value a, Value b) {
    return !a ? b : !b ? a : Value(arith::OrIOp::create(code.builder, code.loc, a, b));
  }
  Value negate(Value a) {
    return arith::XOrIOp::create(code.builder, code.loc, a, code.constant(1, 1));
  }
  /// Null: always.
  Value holds(const Automaton::Guard &guard) {
    Value all;
    for (const Automaton::Literal &literal : guard) {
      Value value = code.value(literal.value);
      all = both(all, literal.isNegated ? negate(value) : value);
    }
    return all;
  }
  /// One edge from the active states (null: not active) to those that are active next;
  /// returns whether there is a match, or null.
  Value advance(const Automaton &sequence, ArrayRef<Value> active, MutableArrayRef<Value> to) {
    Value match;
    for (const Automaton::Transition &t : sequence.transitions) {
      Value from = active[size_t(t.from)];
      if (!from)
        continue;
      Value taken = both(from, holds(t.guard));
      Value &place = t.to == Automaton::Accept ? match : to[size_t(t.to)];
      place = either(place, taken);
    }
    return match;
  }
};

/// The states of all attempts together. Returns where a match ends.
static Value watch(const Automaton &sequence, Value start, auto &step) {
  SmallVector<Value> active(size_t(sequence.states)), next(size_t(sequence.states));
  for (Value &state : active)
    state = step.read();
  for (int each : sequence.starts)
    active[size_t(each)] = step.either(active[size_t(each)], start);
  Value match = step.advance(sequence, active, next);
  for (Value state : next)
    step.next.push_back(state ? state : step.no());
  return match ? match : step.no();
}

/// The states of attempts apart. Returns where one of them fails.
static Value insist(const Automaton &sequence, ArrayRef<llvm::BitVector> ages, Value start,
                    auto &step) {
  SmallVector<Value> active(size_t(sequence.states));
  for (int each : sequence.starts)
    active[size_t(each)] = start;
  Value fails;
  for (size_t age = 0; age <= ages.size(); ++age) {
    Value isAlive = age == 0 ? start : Value();
    for (Value state : active)
      if (age != 0 && state)
        isAlive = step.either(isAlive, state);
    SmallVector<Value> next(size_t(sequence.states));
    Value match = step.advance(sequence, active, next);
    Value goesOn = match, open = match ? step.negate(match) : Value();
    for (Value state : next)
      if (state)
        goesOn = step.either(goesOn, state);
    Value dies = goesOn ? step.both(isAlive, step.negate(goesOn)) : isAlive;
    fails = step.either(fails, dies);
    active.assign(size_t(sequence.states), Value());
    if (age == ages.size())
      break;
    for (unsigned state : ages[age].set_bits()) {
      active[state] = step.read();
      step.next.push_back(next[state] ? step.both(next[state], open) : step.no());
    }
  }
  return fails ? fails : step.no();
}

/// Whether the letters from number `count - 1` down take the state to `target`, with the values
/// `word` of those above. Null: always; nothing: never.
static std::optional<Value> leadsTo(const Progression::State &state, int target, size_t count,
                                    size_t word, auto &step) {
  if (count == 0)
    return state.next[word] == target ? std::optional(Value()) : std::nullopt;
  size_t bit = size_t(1) << (count - 1);
  std::optional<Value> no = leadsTo(state, target, count - 1, word, step);
  std::optional<Value> yes = leadsTo(state, target, count - 1, word | bit, step);
  if ((!no && !yes) || (no && yes && *no == *yes))
    return no;
  Value letter = step.code.value(state.letters[count - 1]);
  Value first = yes ? step.both(letter, *yes) : Value();
  Value second = no ? step.both(step.negate(letter), *no) : Value();
  return step.either(first, second);
}

/// Every attempt from its state to the next. Returns where one of them fails.
static Value follow(const Progression &machine, Value start, auto &step) {
  SmallVector<Value> active, next(machine.states.size());
  for (size_t i = 0; i != machine.states.size(); ++i)
    active.push_back(step.read());
  active[0] = step.either(active[0], start);
  Value fails;
  for (auto [state, isHere] : llvm::zip(machine.states, active)) {
    llvm::SmallSetVector<int, 8> targets(state.next.begin(), state.next.end());
    for (int target : targets) {
      if (target == Progression::Holds)
        continue;
      std::optional<Value> taken = leadsTo(state, target, state.letters.size(), 0, step);
      Value &place = target == Progression::Fails ? fails : next[size_t(target)];
      place = step.either(place, step.both(isHere, *taken));
    }
  }
  for (Value state : next)
    step.next.push_back(state ? state : step.no());
  return fails ? fails : step.no();
}

Value Monitor::emit(const Part &part, Value start, Step &step) {
  switch (part.kind) {
  case Part::Boolean:
    return step.both(start, step.negate(step.code.value(part.value)));
  case Part::Never:
    return watch(part.sequence, start, step);
  case Part::Match:
    return part.sequence.states == 0 ? start : insist(part.sequence, part.ages, start, step);
  case Part::Progress:
    return follow(part.progress, start, step);
  case Part::Implies:
    return emit(part.parts[0], watch(part.sequence, start, step), step);
  case Part::All:
    break;
  }
  Value fails;
  for (const Part &each : part.parts)
    fails = step.either(fails, emit(each, start, step));
  return fails ? fails : step.no();
}

Value Monitor::emit(Procedure &code, Signal state, Value isOn) {
  Step step{code, bits ? code.load(state) : Value(), 0, {}};
  Value fails = emit(root, isOn ? isOn : code.constant(1, 1), step);
  if (isOn)
    fails = step.both(fails, isOn);
  if (bits) {
    SmallVector<Value> parts(llvm::reverse(step.next));
    Value next = parts.size() == 1 ? parts[0]
                                   : csim::ConcatOp::create(code.builder, code.loc, parts);
    if (isOn)
      next = arith::SelectOp::create(code.builder, code.loc, isOn, next, code.constant(bits, 0));
    code.store(next, code.addressOf(state));
  }
  return fails;
}

// --- Checks ---------------------------------------------------------------------------------

/// What is still awaited at the end has not come.
static void checkAtEnd(const PropertyCheck &check, std::shared_ptr<Monitor> monitor, Signal state,
                       ModuleImport &module) {
  if (monitor->openBits().empty())
    return;
  module.addProcedure(check.op->getLoc(), csim::ProcessKind::Final, {}, [=](Procedure &code) {
    code.isActivation = true;
    llvm::APInt open(monitor->width(), 0);
    for (unsigned bit : monitor->openBits())
      open.setBit(bit);
    PureBuilder p = code.pure();
    Value waiting = arith::AndIOp::create(p.builder, p.loc, code.load(state), p.constant(open));
    Value isWaiting = arith::CmpIOp::create(p.builder, p.loc, arith::CmpIPredicate::ne, waiting,
                                            p.constant(monitor->width(), 0));
    code.emitIf(isWaiting, [&] {
      reportFailure(check.isAssumption, StringRef(check.label), {}, {}, code);
    });
    csim::ReturnOp::create(code.builder, code.loc);
    return success();
  });
}

LogicalResult import::declareProperty(PropertyCheck check, ModuleImport &module) {
  // Properties that are joined may have a clock each.
  if (auto all = check.property.getDefiningOp<ltl::AndOp>(); all && !check.event) {
    for (Value each : all.getInputs()) {
      PropertyCheck part = check;
      part.property = each;
      part.event = each.getType().isInteger(1) ? clockOf(check.property) : std::nullopt;
      if (failed(declareProperty(part, module)))
        return failure();
    }
    return success();
  }
  if (!check.event)
    check.event = clockOf(check.property);
  if (!check.event) {
    reject(check.op, "of a temporal property without a clock");
    return failure();
  }
  std::shared_ptr<Monitor> monitor = Monitor::make(check.property, *check.event, module);
  if (!monitor)
    return failure();
  Signal state;
  if (monitor->width())
    state = module.addSignal(check.op->getLoc(), "",
                             IntegerType::get(check.op->getContext(), monitor->width()));
  checkAtEnd(check, monitor, state, module);
  SmallVector<Value> operands(monitor->letters());
  for (Value each : {check.isOn, check.isOff})
    if (each)
      operands.push_back(each);
  return declareAtEdges(
      check.op, {{check.event->clock, check.event->edge}}, operands, module,
      [=](Procedure &code) {
        Value isOn = check.isOn ? code.value(check.isOn) : Value();
        if (check.isOff) {
          Value isActive = arith::XOrIOp::create(code.builder, code.loc, code.value(check.isOff),
                                                 code.constant(1, 1));
          isOn = isOn ? Value(arith::AndIOp::create(code.builder, code.loc, isOn, isActive))
                      : isActive;
        }
        code.emitIf(monitor->emit(code, state, isOn), [&] {
          reportFailure(check.isAssumption, StringRef(check.label), {}, {}, code);
        });
        return success();
      });
}
