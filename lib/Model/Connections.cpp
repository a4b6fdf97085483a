//===- Connections.cpp - port collapsing and placing of drivers --------------===//
//
// Ports: a child's net or input bound to a whole object of identical type
// becomes that object (LRM 23.3.3). An output variable takes over its actual
// if nobody else drives it; otherwise it is one driver among others.
//
// Drivers: the sources of each object are counted after all ports are bound.
// One source of default strength that covers the whole of an ordinary net or
// variable stores straight into it. Otherwise every source gets storage and a
// signal id of its own, marked SignalIsDriver, and the object gets a NetRecord.
//
// A driven net starts at x, because its drivers have not computed anything yet
// (6.7); an undriven one at z or its pulled value.
//
//===----------------------------------------------------------------------===//
#include "Model/Elaborator.h"

#include "Value/Words.h"

#include <algorithm>

namespace circtsim::model {

SignalId Elaborator::find(SignalId id) {
  while (links[id] != id) {
    links[id] = links[links[id]];
    id = links[id];
  }
  return id;
}

NetKind Elaborator::kindOf(SignalId root) {
  auto it = kinds.find(root);
  return it == kinds.end() ? declaration(root).net : it->second;
}

SignalId Elaborator::actualOf(Instance &instance, SignalOperand kind, uint32_t index) {
  if (kind == SignalOperand::Local)
    return instance.signalBase + index;
  const SlotImage &slot = image.modules[instance.module].slots[index];
  if (slot.kind == SlotKind::Port)
    return instance.signalBase + image.modules[instance.module].ports[slot.local].signal;
  Lookup found = resolvePath(instance, slot);
  return found.kind == Lookup::OfSignal ? found.instance->signalBase + found.local : NoSignal;
}

void Elaborator::bindPorts(Instance &parent) {
  const ModuleImage &module = image.modules[parent.module];
  for (uint32_t i = 0; i != module.children.size(); ++i)
    for (const PortBinding &binding : module.children[i].ports) {
      Instance &child = parent.children[i];
      const PortImage &port = image.modules[child.module].ports[binding.port];
      if (port.direction == PortDirection::Interface)
        bindInterface(parent, child, binding, module.children[i]);
      else if (binding.signal != NoId && port.signal != NoId)
        bindPort(parent, child, binding);
    }
}

void Elaborator::bindInterface(Instance &parent, Instance &child, const PortBinding &binding,
                               const ChildImage &childImage) {
  if (binding.interfacePath.empty())
    return;
  std::vector<std::string_view> parts(binding.interfacePath.begin(), binding.interfacePath.end());
  Lookup found = design->lookupNames(parent, parts, 0);
  if (found.kind != Lookup::OfInstance) {
    error(childImage.pos, "interface port '" +
                              image.modules[child.module].ports[binding.port].name + "' of " +
                              design->path(child) + " is bound to nothing");
    return;
  }
  design->interfaces[&child].push_back({binding.port, found.instance});
}

void Elaborator::bindPort(Instance &parent, Instance &child, const PortBinding &binding) {
  SignalId actual = actualOf(parent, binding.kind, binding.signal);
  if (actual == NoSignal)
    return;
  const PortImage &port = image.modules[child.module].ports[binding.port];
  SignalId formal = child.signalBase + port.signal;
  NetKind inner = declaration(formal).net;
  bool isInput = port.direction == PortDirection::Input || port.direction == PortDirection::Ref;
  if (!isInput && inner == NetKind::Variable) {
    Source source;
    source.target = actual;
    source.instance = &child;
    source.variable = formal;
    source.width = bitsOf(formal);
    sources.push_back(source);
    return;
  }
  SignalId root = find(actual);
  NetKind outer = kindOf(root);
  NetKind joined = isInput && outer == NetKind::Variable ? outer : joinedKind(inner, outer);
  if (joined != outer)
    kinds[root] = joined;
  links[find(formal)] = root;
}

void Elaborator::collectSources() {
  for (Instance *instance : design->instances) {
    const ModuleImage &module = image.modules[instance->module];
    for (uint32_t i = 0; i != module.drivers.size(); ++i) {
      const DriverImage &driver = module.drivers[i];
      Source source;
      source.target = actualOf(*instance, driver.netKind, driver.net);
      if (source.target == NoSignal)
        continue;
      source.instance = instance;
      source.driver = i;
      source.lo = driver.lo;
      source.width = driver.width ? driver.width : bitsOf(source.target);
      source.strength = driver.strength;
      sources.push_back(source);
    }
    if (!module.drivers.empty())
      driverSlots[instance].resize(module.drivers.size());
  }
}

void Elaborator::mergeOutputs() {
  std::unordered_map<SignalId, uint32_t> counts;
  for (const Source &source : sources)
    ++counts[find(source.target)];
  for (Source &source : sources) {
    if (source.variable == NoSignal)
      continue;
    SignalId root = find(source.target);
    NetKind kind = kindOf(root);
    if (counts[root] != 1 || isPulled(kind))
      continue;
    source.isMerged = true;
    links[find(source.variable)] = root;
    kinds[root] = NetKind::Variable;
    design->isDriven[root] = true;
  }
}

/// Fills bits [lo, lo+width) of an object with a four-state bit code.
void Elaborator::fillBits(SignalId root, uint32_t lo, uint32_t width, unsigned bit) {
  uint8_t *address = design->signals[root].address;
  uint32_t total = bitsOf(root);
  auto fillPlane = [&](uint8_t *plane, bool value) {
    if (total <= 64) {
      uint32_t bytes = unitBytes(total);
      uint64_t word = loadUnit(plane, bytes), mask = lowMask(width) << lo;
      storeUnit(plane, bytes, value ? word | mask : word & ~mask);
    } else {
      value::fillBits(reinterpret_cast<uint64_t *>(plane), value, lo, width);
    }
  };
  fillPlane(address, bit & 1);
  fillPlane(address + arena.planeDistance(), bit >> 1);
}

/// Undriven values of the nets that do not start at z, and defaults of
/// variables that took a net's place.
void Elaborator::fillUndriven() {
  for (Instance *instance : design->instances) {
    const ModuleImage &module = image.modules[instance->module];
    for (uint32_t i = 0; i != module.signals.size(); ++i) {
      SignalId id = instance->signalBase + i;
      if (find(id) != id)
        continue;
      NetKind declared = module.signals[i].net;
      NetKind kind = kinds.empty() ? declared : kindOf(id);
      const TypeImage &type = image.types[module.signals[i].type];
      if (declared == NetKind::Variable && kind == declared)
        continue;
      if (undrivenValue(kind) != 2 || declared == NetKind::Variable)
        if (type.kind == TypeKind::Logic)
          fillBits(id, 0, type.width, undrivenValue(kind));
    }
  }
}

void Elaborator::placeSources() {
  std::vector<Source *> order;
  for (Source &source : sources) {
    source.target = find(source.target);
    if (!source.isMerged)
      order.push_back(&source);
  }
  std::sort(order.begin(), order.end(), [](const Source *x, const Source *y) {
    return x->target != y->target ? x->target < y->target : x < y;
  });
  for (size_t i = 0, end; i != order.size(); i = end) {
    for (end = i; end != order.size() && order[end]->target == order[i]->target;)
      ++end;
    const Source &first = *order[i];
    bool isDirect = end - i == 1 && first.driver != NoId && first.lo == 0 &&
                    first.width == bitsOf(first.target) &&
                    first.strength.strength0 == 6 && first.strength.strength1 == 6 &&
                    !isPulled(kindOf(first.target));
    std::vector<Source *> group(order.begin() + long(i), order.begin() + long(end));
    if (isDirect)
      placeDirect(*group[0]);
    else
      placeResolved(group);
  }
  for (const NetRecord &net : design->nets)
    for (uint32_t i = 0; i != net.driverCount; ++i)
      design->netDrivers.push_back(&design->drivers[net.firstDriver + i]);
}

static bool isFourState(const DesignImage &image, TypeId type) {
  return containsKind(image, type, TypeKind::Logic);
}

/// All x in both planes of a driver's own storage.
static void fillUnknown(uint8_t *storage, uint32_t width, uint64_t distance) {
  for (uint8_t *plane : {storage, storage + distance}) {
    std::memset(plane, 0xff, packedBytes(width));
    if (width <= 64)
      storeUnit(plane, unitBytes(width), lowMask(width));
    else
      value::maskTop(reinterpret_cast<uint64_t *>(plane), width);
  }
}

SlotEntry Elaborator::newDriverStorage(uint32_t width, bool isFour) {
  SlotEntry entry;
  entry.address = arena.allocate(packedBytes(width), 8, ArenaUse::Drivers);
  entry.signal = SignalId(design->recordStorage.size());
  if (!entry.address) {
    isFull = true;
    return entry;
  }
  if (isFour)
    fillUnknown(entry.address, width, arena.planeDistance());
  SignalRecord record;
  record.address = entry.address;
  design->recordStorage.push_back(record);
  design->flagStorage.push_back(0);
  design->signals = design->recordStorage.data();
  design->flags = design->flagStorage.data();
  design->signalCount = uint32_t(design->recordStorage.size());
  return entry;
}

void Elaborator::placeDirect(Source &source) {
  design->isDriven[source.target] = true;
  driverSlots[source.instance][source.driver] = entryOf(source.target);
  if (isFourState(image, declaration(source.target).type))
    fillBits(source.target, 0, bitsOf(source.target), 3);
}

void Elaborator::placeResolved(std::vector<Source *> &group) {
  SignalId root = group[0]->target;
  const SignalImage &signal = declaration(root);
  NetRecord net;
  net.signal = root;
  net.address = design->signals[root].address;
  net.kind = kindOf(root);
  net.isFour = isFourState(image, signal.type);
  net.chargeStrength = signal.chargeStrength;
  net.width = bitsOf(root);
  net.firstDriver = uint32_t(design->drivers.size());
  net.driverCount = uint32_t(group.size());
  for (Source *source : group) {
    DriverRecord driver;
    driver.net = uint32_t(design->nets.size());
    driver.lo = source->lo;
    driver.width = source->width;
    driver.strength = source->strength;
    if (driver.strength.strength0 != 6 || driver.strength.strength1 != 6)
      net.isPlain = false;
    if (source->driver == NoId) {
      driver.signal = source->variable;
      driver.address = design->signals[driver.signal].address;
    } else {
      SlotEntry storage = newDriverStorage(driver.width, net.isFour);
      if (isFull)
        return;
      driver.address = storage.address;
      driver.signal = storage.signal;
      driverSlots[source->instance][source->driver] = storage;
    }
    design->flags[driver.signal] |= SignalIsDriver;
    if (net.isFour && net.kind < NetKind::Supply0)
      fillBits(root, driver.lo, driver.width, 3);
    design->drivers.push_back(driver);
  }
  design->nets.push_back(net);
}

} // namespace circtsim::model
