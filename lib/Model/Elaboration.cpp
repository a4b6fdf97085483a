//===- Elaboration.cpp - instance tree, storage and slots --------------------===//
//
// Steps, each linear in the design:
//   1. the instance tree, depth first: blocks, signal ids and slots;
//   2. ports are bound top-down into a union-find over signal ids: collapsed
//      signals become one object, whose root is the outermost (Connections.cpp);
//   3. drivers are counted per object: a sole whole default-strength driver
//      addresses the object itself, others get storage (Connections.cpp);
//   4. storage is initialised: the first instance of a module by its types, the
//      others by copying that block;
//   5. slots are filled with final addresses.
//
// Invariants: a local signal that is not a port is always a root, because ports
// join towards the parent only; so code may address it relative to the block.
// LRM 3.12 (elaboration), 6.5-6.8 (storage), 23.3.3 (ports), 23.6-23.8 (names).
//
//===----------------------------------------------------------------------===//
#include "Model/Elaborator.h"

#include <algorithm>

namespace circtsim::model {

std::unique_ptr<Design> elaborate(const DesignImage &image, Arena &arena,
                                  std::vector<ElaborationError> &errors) {
  size_t before = errors.size();
  std::unique_ptr<Design> design = Elaborator(image, arena, errors).run();
  return errors.size() == before ? std::move(design) : nullptr;
}

std::unique_ptr<Design> Elaborator::run() {
  firstOfModule.resize(image.modules.size());
  moduleTraits.resize(image.modules.size());
  design->portOfSignal.resize(image.modules.size());
  buildTree();
  if (isFull)
    error({}, "the design does not fit into the simulation memory of " +
                  std::to_string(arena.planeSize() >> 20) + " MiB");
  if (!errors.empty())
    return nullptr;
  recordSignals();
  initialiseStorage();
  for (size_t i = 0; i != design->instances.size(); ++i)
    bindInterfaces(*design->instances[i]);
  collectForced();
  for (size_t i = 0; i != design->instances.size(); ++i)
    bindPorts(*design->instances[i]);
  collectJoins();
  collectSwitches();
  collectSources();
  mergeOutputs();
  fillUndriven();
  placeSources();
  placeSwitches();
  fillSlots();
  if (isFull)
    error({}, "the drivers of the design do not fit into the simulation memory");
  return std::move(design);
}

Instance *Elaborator::newInstances(size_t count) {
  std::deque<std::vector<Instance>> &blocks = design->instanceBlocks;
  if (blocks.empty() || blocks.back().capacity() - blocks.back().size() < count) {
    blocks.emplace_back();
    blocks.back().reserve(std::max<size_t>(count, 1024));
  }
  std::vector<Instance> &block = blocks.back();
  size_t first = block.size();
  block.resize(first + count);
  return block.data() + first;
}

SlotEntry *Elaborator::newSlots(size_t count) {
  std::deque<std::vector<SlotEntry>> &blocks = design->slotBlocks;
  if (blocks.empty() || blocks.back().capacity() - blocks.back().size() < count) {
    blocks.emplace_back();
    blocks.back().reserve(std::max<size_t>(count, 4096));
  }
  std::vector<SlotEntry> &block = blocks.back();
  size_t first = block.size();
  block.resize(first + count);
  return block.data() + first;
}

void Elaborator::buildTree() {
  Instance *tops = newInstances(image.tops.size());
  for (uint32_t i = 0; i != image.tops.size(); ++i) {
    tops[i].module = image.tops[i].module;
    tops[i].indexInParent = i;
    design->tops.push_back(&tops[i]);
    placeInstance(tops[i]);
    buildChildren(tops[i]);
  }
}

void Elaborator::buildChildren(Instance &instance) {
  const ModuleImage &module = image.modules[instance.module];
  instance.children = newInstances(module.children.size());
  for (uint32_t i = 0; i != module.children.size() && !isFull; ++i) {
    Instance &child = instance.children[i];
    child.module = module.children[i].module;
    child.parent = &instance;
    child.indexInParent = i;
    placeInstance(child);
    buildChildren(child);
  }
}

/// Whether an object starts at z: nets of user-defined types start as variables do (6.7.3).
static bool startsUndriven(const SignalImage &signal) {
  return signal.net != NetKind::Variable && signal.net != NetKind::User;
}

static uint8_t traitsOf(const DesignImage &image, const ModuleImage &module) {
  uint8_t traits = 0;
  for (const SignalImage &signal : module.signals) {
    if (containsKind(image, signal.type, TypeKind::Logic))
      traits |= 1;
    if (containsKind(image, signal.type, TypeKind::Event))
      traits |= 2;
  }
  return traits;
}

void Elaborator::placeInstance(Instance &instance) {
  const ModuleImage &module = image.modules[instance.module];
  instance.id = uint32_t(design->instances.size());
  design->instances.push_back(&instance);
  instance.signalBase = nextSignal;
  nextSignal += uint32_t(module.signals.size());
  instance.slots = newSlots(module.slots.size());
  instance.base = arena.allocate(module.blockSize, 64, ArenaUse::Blocks);
  if (!instance.base) {
    isFull = true;
    return;
  }
  if (firstOfModule[instance.module])
    return;
  firstOfModule[instance.module] = &instance;
  moduleTraits[instance.module] = traitsOf(image, module);
  std::vector<uint32_t> &ports = design->portOfSignal[instance.module];
  for (const PortImage &port : module.ports) {
    if (port.signal == NoId || port.slot == NoId)
      continue;
    ports.resize(module.signals.size(), NoId);
    ports[port.signal] = port.slot;
  }
}

void Elaborator::recordSignals() {
  design->declaredSignals = design->signalCount = nextSignal;
  design->recordStorage.resize(nextSignal);
  design->flagStorage.resize(nextSignal);
  design->signals = design->recordStorage.data();
  design->flags = design->flagStorage.data();
  design->isDriven.resize(nextSignal);
  links.resize(nextSignal);
  for (SignalId i = 0; i != nextSignal; ++i)
    links[i] = i;
  for (Instance *instance : design->instances) {
    SignalRecord *record = design->signals + instance->signalBase;
    for (const SignalImage &signal : image.modules[instance->module].signals)
      (record++)->address = instance->base + signal.offset;
  }
}

void Elaborator::initialiseStorage() {
  for (Instance *instance : design->instances) {
    Instance *first = firstOfModule[instance->module];
    if (first == instance) {
      initialiseBlock(*instance);
      continue;
    }
    uint64_t bytes = image.modules[instance->module].blockSize;
    uint64_t distance = arena.planeDistance();
    // Without four-state storage everything that is not an event starts as 0.
    if (moduleTraits[instance->module] & 1) {
      std::memcpy(instance->base, first->base, bytes);
      std::memcpy(instance->base + distance, first->base + distance, bytes);
    }
    if (moduleTraits[instance->module] & 2)
      makeEvents(*instance);
  }
}

static EventMaker staticEvents(Arena &arena) {
  return [&arena]() -> uint64_t {
    uint8_t *memory = arena.allocate(sizeof(EventObject), 8, ArenaUse::Other);
    return memory ? reinterpret_cast<uint64_t>(new (memory) EventObject) : 0;
  };
}

void Elaborator::initialiseBlock(Instance &instance) {
  EventMaker events = staticEvents(arena);
  for (const SignalImage &signal : image.modules[instance.module].signals)
    initialiseObject(image, signal.type, instance.base + signal.offset, arena.planeDistance(),
                     startsUndriven(signal), events, true);
}

void Elaborator::makeEvents(Instance &instance) {
  EventMaker events = staticEvents(arena);
  for (const SignalImage &signal : image.modules[instance.module].signals)
    if (containsKind(image, signal.type, TypeKind::Event))
      initialiseObject(image, signal.type, instance.base + signal.offset, arena.planeDistance(),
                       startsUndriven(signal), events, true);
}

SlotEntry Elaborator::entryOf(SignalId id) {
  SlotEntry entry;
  entry.signal = find(id);
  entry.address = design->signals[entry.signal].address;
  return entry;
}

Instance *Elaborator::pathStart(Instance &instance, const SlotImage &slot, size_t &from) {
  from = 0;
  if (slot.up == NoId) {
    from = 1;
    for (Instance *top : design->tops)
      if (!slot.path.empty() && image.tops[top->indexInParent].name == slot.path[0])
        return top;
    return nullptr;
  }
  Instance *start = &instance;
  for (uint32_t i = 0; i != slot.up && start; ++i)
    start = start->parent;
  return start;
}

Lookup Elaborator::resolvePath(Instance &instance, const SlotImage &slot) {
  size_t from = 0;
  Lookup found;
  if (Instance *start = pathStart(instance, slot, from)) {
    std::vector<std::string_view> parts(slot.path.begin(), slot.path.end());
    found = design->lookupNames(*start, parts, from);
  }
  bool fits = slot.kind == SlotKind::Instance
                  ? found.kind == Lookup::OfInstance || found.kind == Lookup::OfScope
                  : found.kind == Lookup::OfSignal;
  if (!fits) {
    std::string name;
    for (const std::string &part : slot.path)
      name += (name.empty() ? "" : ".") + part;
    error(image.modules[instance.module].pos,
          "hierarchical reference '" + name + "' in " + design->path(instance) +
              " cannot be resolved");
    found.kind = Lookup::None;
  }
  return found;
}

SlotEntry Elaborator::slotEntry(Instance &instance, const SlotImage &slot) {
  SlotEntry entry;
  switch (slot.kind) {
  case SlotKind::Port: {
    const PortImage &port = image.modules[instance.module].ports[slot.local];
    return port.signal == NoId ? entry : entryOf(instance.signalBase + port.signal);
  }
  case SlotKind::Signal: {
    Lookup found = resolvePath(instance, slot);
    return found.kind == Lookup::None
               ? entry
               : entryOf(found.instance->signalBase + found.local);
  }
  case SlotKind::Instance: {
    Lookup found = resolvePath(instance, slot);
    if (found.kind != Lookup::None)
      entry.instance = found.instance;
    return entry;
  }
  case SlotKind::Driver: {
    auto it = driverSlots.find(&instance);
    return it == driverSlots.end() ? entry : it->second[slot.local];
  }
  }
  return entry;
}

void Elaborator::fillSlots() {
  for (Instance *instance : design->instances) {
    const ModuleImage &module = image.modules[instance->module];
    for (size_t i = 0; i != module.slots.size(); ++i)
      instance->slots[i] = slotEntry(*instance, module.slots[i]);
  }
}

} // namespace circtsim::model
