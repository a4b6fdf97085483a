//===- Memories.cpp - arrays that are addressed ---------------------------------------===//
//
// An array of words that is read and written word by word at computed addresses, the
// latter at one edge, is a seq.firmem: reads have no latency, each nonblocking
// assignment is a write port. Assignments to parts of a word write some of its lanes.
// Others are registers: those with reset or initial values, or constant addresses.
//
//===----------------------------------------------------------------------===//

#include "Export/ModuleExport.h"

#include <numeric>

using namespace mlir;
using namespace circtsim;
using namespace circtsim::exporter;
using llvm::APInt;

/// A register larger than this is not made of an array.
static constexpr uint64_t MaxRegisterBits = 1 << 17;

static Type wordTypeOf(Type type) {
  while (auto array = dyn_cast<csim::UArrayType>(type))
    type = array.getElement();
  return type;
}

/// Edges that start the process around the operation; 0 if something else may.
static size_t edgesAround(Operation *op) {
  auto process = op->getParentOfType<csim::ProcessOp>();
  auto triggers = process ? triggersOf(process) : std::nullopt;
  if (!triggers ||
      llvm::any_of(*triggers, [](auto term) { return term.getEdge() == csim::Edge::AnyChange; }))
    return 0;
  return triggers->size();
}

/// Whether what is done with a reference fits a memory.
static bool isMemoryUse(Value ref, bool &isWritten) {
  bool isWord = !isa<csim::UArrayType>(cast<csim::RefType>(ref.getType()).getPointee());
  return llvm::all_of(ref.getUses(), [&](OpOperand &use) {
    Operation *user = use.getOwner();
    if (isa<csim::ElemRefOp>(user) && !isWord)
      return isMemoryUse(user->getResult(0), isWritten);
    if (auto part = dyn_cast<csim::BitsRefOp>(user); part && isWord)
      return isMemoryUse(part.getResult(), isWritten);
    if (isa<csim::LoadOp>(user))
      return isWord;
    if (isa<csim::NbaOp>(user)) {
      isWritten = true;
      return isWord && edgesAround(user) == 1;
    }
    auto process = user->getParentOfType<csim::ProcessOp>();
    return isa<csim::StoreOp>(user) && isWord && process &&
           process.getKind() == csim::ProcessKind::Initial;
  });
}

bool exporter::canBeMemory(csim::SignalOp signal, csim::ModuleOp module) {
  auto type = dyn_cast<csim::UArrayType>(signal.getType());
  if (!type || !isa<csim::LogicType, IntegerType>(wordTypeOf(type)))
    return false;
  StringAttr name = signal.getSymNameAttr();
  bool isWritten = false;
  for (Operation &member : *module.getBodyBlock()) {
    if (auto port = dyn_cast<csim::PortOp>(member); port && port.getSignal() == name.getValue())
      return false;
    if (auto driver = dyn_cast<csim::DriverOp>(member);
        driver && driver.getNet() == name.getValue())
      return false;
    if (auto instance = dyn_cast<csim::InstanceOp>(member))
      if (llvm::is_contained(instance.getActuals(), FlatSymbolRefAttr::get(name)))
        return false;
    if (auto process = dyn_cast<csim::ProcessOp>(member); process && process.getPlaces())
      for (auto term : process.getPlaces()->getAsRange<csim::EventTermAttr>())
        if (term.getSignal().getAttr() == name)
          return false;
    bool isGood = !member
                       .walk([&](csim::AddrOp addr) {
                         return addr.getSymbolAttr().getAttr() != name ||
                                        isMemoryUse(addr.getResult(), isWritten)
                                    ? WalkResult::advance()
                                    : WalkResult::interrupt();
                       })
                       .wasInterrupted();
    if (!isGood)
      return false;
  }
  return isWritten;
}

void ModuleExport::chooseMemories() {
  for (auto signal : source.getOps<csim::SignalOp>()) {
    if (demoted.contains(signal) || !canBeMemory(signal, source))
      continue;
    Memory memory;
    memory.width = unsigned(flatWidth(wordTypeOf(signal.getType())));
    memory.depth = unsigned(flatWidth(signal.getType()) / memory.width);
    if (memory.depth < 2)
      continue;
    OpBuilder &builder = logic->builder;
    Type type =
        seq::FirMemType::get(builder.getContext(), memory.depth, memory.width, std::nullopt);
    memory.handle =
        seq::FirMemOp::create(builder, signal.getLoc(), type, 0, 1, seq::RUW::Undefined,
                              seq::WUW::PortOrder, builder.getStringAttr(signal.getDisplayName()),
                              hw::InnerSymAttr(), seq::FirMemInitAttr(), StringAttr(), Attribute());
    memory.clock = logic->placeholder(seq::ClockType::get(builder.getContext()), "clock");
    memories.insert({signal, memory});
  }
}

// --- Access -------------------------------------------------------------------------------------

/// Takes the steps down to a word away; what remains selects inside of the word.
Index ModuleExport::takeAddress(const Memory &memory, unsigned total,
                                SmallVectorImpl<Step> &steps) {
  IndexMath indices(*logic);
  Index address = indices.fromConstant(0);
  unsigned count = 0, width = total;
  for (Step &step : steps) {
    if (width <= memory.width)
      break;
    if (step.kind == Step::Element) {
      Index scaled = indices.scaleAndAdd(step.index, step.width / memory.width, address);
      address = scaled;
    } else {
      address = indices.scaleAndAdd(address, 1, indices.fromConstant(step.lo / memory.width));
    }
    width = step.width;
    if (width < memory.width) {
      step.lo %= memory.width;
      break;
    }
    ++count;
  }
  steps.erase(steps.begin(), steps.begin() + count);
  return address;
}

static Value addressBits(CombBuilder &logic, Value handle, const Index &address) {
  unsigned width = CombBuilder::widthOf(address.value);
  unsigned wanted = cast<IntegerType>(seq::addressTypeOf(handle.getType())).getWidth();
  return width > wanted ? logic.extract(address.value, 0, wanted)
                        : logic.extend(address.value, wanted, false);
}

Value ModuleExport::readMemory(Operation *op, SmallVectorImpl<Step> &steps) {
  Memory &memory = memories[op];
  Index address = takeAddress(memory, signals[op].width, steps);
  Value word =
      logic->make("seq.firmem.read_port", logic->intType(memory.width),
                  {memory.handle, addressBits(*logic, memory.handle, address), memory.clock});
  return address.valid ? logic->mux(address.valid, word, logic->zero(memory.width)) : word;
}

LogicalResult ModuleExport::writeMemory(Operation *op, ArrayRef<Step> path, Value data,
                                        Value condition) {
  Memory &memory = memories[op];
  SmallVector<Step> steps(path.begin(), path.end());
  Index address = takeAddress(memory, signals[op].width, steps);
  bool isConstant = bool(CombBuilder::constantOf(address.value));
  if (steps.size() == 1 && steps[0].kind == Step::Bits) { // positions that no mask can say
    demote(op);
    return success();
  }
  if (!currentClock || steps.size() > 1 || (steps.size() == 1 && steps[0].kind != Step::Part) ||
      (isConstant && signals[op].width <= MaxRegisterBits)) {
    if (signals[op].width > MaxRegisterBits)
      return emitError(logic->loc) << "unsupported in hardware: this assignment to the memory '"
                                   << signals[op].name << "'";
    demote(op);
    return success();
  }
  if (address.valid)
    condition = logic->andOp(condition, address.valid);
  memory.writes.push_back({addressBits(*logic, memory.handle, address),
                           {},
                           condition,
                           data,
                           currentClock,
                           steps.empty() ? 0 : steps[0].lo,
                           logic->loc});
  return success();
}

// --- Ports
// -----------------------------------------------------------------------------------------

LogicalResult ModuleExport::finishMemories() {
  for (auto &[op, memory] : memories)
    if (failed(finishMemory(op, memory)))
      return failure();
  return success();
}

LogicalResult ModuleExport::finishMemory(Operation *op, Memory &memory) {
  if (memory.writes.empty()) {
    demote(op);
    return success();
  }
  unsigned lane = memory.width;
  for (const MemoryWrite &write : memory.writes)
    lane = std::gcd(std::gcd(lane, write.lo), CombBuilder::widthOf(write.data));
  unsigned lanes = memory.width / lane;
  OpBuilder &builder = logic->builder;
  if (lanes > 1)
    memory.handle.setType(
        seq::FirMemType::get(builder.getContext(), memory.depth, memory.width, lanes));
  for (size_t i = 0; i < memory.writes.size();) {
    // Neighbours that write other lanes of the same word share a port.
    const MemoryWrite &first = memory.writes[i];
    logic->loc = first.loc;
    Value data = logic->zero(memory.width), mask = logic->zero(lanes), enable = logic->zero(1);
    APInt used(memory.width, 0);
    for (; i < memory.writes.size(); ++i) {
      const MemoryWrite &write = memory.writes[i];
      unsigned width = CombBuilder::widthOf(write.data);
      APInt bits = APInt::getBitsSet(memory.width, write.lo, write.lo + width);
      if (write.address != first.address || write.clock != first.clock || used.intersects(bits))
        break;
      used |= bits;
      data = logic->insert(data, write.data, write.lo);
      mask = logic->insert(mask, logic->replicate(write.condition, width / lane), write.lo / lane);
      enable = logic->orOp(enable, write.condition);
    }
    seq::FirMemWriteOp::create(builder, first.loc, memory.handle, first.address, first.clock,
                               enable, data, lanes > 1 ? mask : Value());
  }
  memory.clock.replaceAllUsesWith(memory.writes.front().clock);
  memory.clock.getDefiningOp()->erase();
  return success();
}
