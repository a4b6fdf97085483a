//===- Connections.cpp - port collapsing and placing of drivers --------------===//
//
// Ports: a child's net or input bound to a whole object of identical type
// becomes that object (LRM 23.3.3). An output variable takes over its actual
// if nobody else drives it; otherwise it is one driver among others. Between a
// variable and a port of which one side is forced, the other is a driver for good.
//
// Drivers: the sources of each object are counted after all ports are bound.
// One source of default strength that covers the whole of an ordinary net or
// variable stores straight into it. Otherwise every source gets storage and a
// signal id of its own, marked SignalIsDriver, and the object gets a NetRecord.
//
// Joins: bits of two nets that a port or an alias makes one node. The bits are
// nodes of a union-find, and every source gets a record in each net that it
// reaches: all of them are resolved from the same drivers, so they agree.
//
// A driven net starts at x, because its drivers have not computed anything yet
// (6.7); an undriven one at z or its pulled value.
//
//===----------------------------------------------------------------------===//
#include "Model/Elaborator.h"

#include "Value/Words.h"

#include <algorithm>
#include <utility>

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

/// Signals that some force names.
void Elaborator::collectForced() {
  for (Instance *instance : design->instances)
    for (const ForcedImage &image : this->image.modules[instance->module].forced) {
      SignalId signal = actualOf(*instance, image.kind, image.signal);
      if (signal != NoSignal)
        forced.insert(signal);
    }
}

/// May a variable and the port connected to it be one object? Not if a force of the side that
/// follows must leave the other alone (23.3.3.2, 10.6.2).
bool Elaborator::mustStayApart(SignalId leader, SignalId follower) {
  if (!forced.count(follower))
    return false;
  bool isVariable = declaration(leader).net == NetKind::Variable ||
                    declaration(follower).net == NetKind::Variable;
  return isVariable && image.types[declaration(follower).type].kind <= TypeKind::Bits;
}

/// `leader` is a driver of `follower`.
void Elaborator::connectApart(SignalId leader, SignalId follower, Instance &instance) {
  Source source;
  source.target = follower;
  source.instance = &instance;
  source.variable = leader;
  source.width = bitsOf(follower);
  source.isApart = true;
  sources.push_back(source);
}

void Elaborator::bindInterfaces(Instance &parent) {
  const ModuleImage &module = image.modules[parent.module];
  for (uint32_t i = 0; i != module.children.size(); ++i)
    for (const PortBinding &binding : module.children[i].ports) {
      Instance &child = parent.children[i];
      if (image.modules[child.module].ports[binding.port].direction == PortDirection::Interface)
        bindInterface(parent, child, binding, module.children[i]);
    }
}

void Elaborator::bindPorts(Instance &parent) {
  const ModuleImage &module = image.modules[parent.module];
  for (uint32_t i = 0; i != module.children.size(); ++i)
    for (const PortBinding &binding : module.children[i].ports) {
      Instance &child = parent.children[i];
      const PortImage &port = image.modules[child.module].ports[binding.port];
      if (port.direction != PortDirection::Interface && binding.signal != NoId &&
          port.signal != NoId)
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
    source.isApart = mustStayApart(formal, actual);
    sources.push_back(source);
    return;
  }
  SignalId root = find(actual);
  if (find(formal) != formal) { // another port of the same net: the actuals are joined
    joins.push_back({{root, nullptr, 0, bitsOf(root), 0}, {formal, nullptr, 0, bitsOf(root), 0}});
    return;
  }
  if (port.direction == PortDirection::Input && mustStayApart(root, formal))
    return connectApart(actual, formal, parent);
  if (port.direction == PortDirection::Output && mustStayApart(formal, actual))
    return connectApart(formal, actual, child);
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

//===-- Joins ------------------------------------------------------------------------===//

uint32_t Elaborator::nodeOf(SignalId root, uint32_t bit) {
  auto [it, isNew] = nodeIndex.try_emplace(uint64_t(root) << 32 | bit, uint32_t(nodes.size()));
  if (isNew) {
    nodeLinks.push_back(uint32_t(nodes.size()));
    nodes.push_back({root, bit});
  }
  return it->second;
}

uint32_t Elaborator::findNode(uint32_t node) {
  while (nodeLinks[node] != node) {
    nodeLinks[node] = nodeLinks[nodeLinks[node]];
    node = nodeLinks[node];
  }
  return node;
}

void Elaborator::unite(const Reach &first, const Reach &second) {
  for (uint32_t i = 0; i != first.width; ++i) {
    uint32_t x = findNode(nodeOf(first.root, first.lo + i));
    uint32_t y = findNode(nodeOf(second.root, second.lo + i));
    nodeLinks[x] = y;
  }
  // A net that is joined as a whole takes part in what dominates (23.3.3.7).
  bool coversFirst = first.width == bitsOf(first.root);
  const Reach &inner = coversFirst ? first : second, &outer = coversFirst ? second : first;
  if (inner.width == bitsOf(inner.root)) {
    NetKind joined = joinedKind(kindOf(inner.root), kindOf(outer.root));
    if (joined != kindOf(inner.root))
      kinds[inner.root] = joined;
  }
  joinedRoots.insert(first.root);
  joinedRoots.insert(second.root);
}

void Elaborator::collectJoins() {
  for (Instance *instance : design->instances)
    for (const JoinImage &join : image.modules[instance->module].joins) {
      Reach ends[2];
      for (unsigned i = 0; i != 2; ++i) {
        ends[i].root = actualOf(*instance, join.kinds[i], join.nets[i]);
        ends[i].lo = join.lo[i];
        ends[i].width = join.width;
      }
      if (ends[0].root != NoSignal && ends[1].root != NoSignal)
        joins.push_back({ends[0], ends[1]});
    }
  for (auto &[first, second] : joins) {
    first.root = find(first.root);
    second.root = find(second.root);
    unite(first, second);
  }
  nodeMembers.resize(nodes.size());
  for (uint32_t i = 0; i != nodes.size(); ++i)
    nodeMembers[findNode(i)].push_back(i);
}

/// The parts of nets that a source drives, in runs of consecutive bits.
void Elaborator::addReaches(Source &source, std::vector<Reach> &reaches) {
  if (!joinedRoots.count(source.target)) {
    reaches.push_back({source.target, &source, source.lo, source.width, 0});
    return;
  }
  std::vector<Reach> bits;
  for (uint32_t i = 0; i != source.width; ++i) {
    auto it = nodeIndex.find(uint64_t(source.target) << 32 | (source.lo + i));
    if (it == nodeIndex.end()) {
      bits.push_back({source.target, &source, source.lo + i, 1, i});
      continue;
    }
    for (uint32_t member : nodeMembers[findNode(it->second)])
      bits.push_back({nodes[member].first, &source, nodes[member].second, 1, i});
  }
  std::sort(bits.begin(), bits.end(), [](const Reach &x, const Reach &y) {
    if (x.root != y.root)
      return x.root < y.root;
    int64_t shiftX = int64_t(x.lo) - x.from, shiftY = int64_t(y.lo) - y.from;
    return shiftX != shiftY ? shiftX < shiftY : x.from < y.from;
  });
  for (size_t i = 0; i != bits.size(); ++i) {
    Reach *last = i ? &reaches.back() : nullptr;
    if (last && last->root == bits[i].root && last->lo + last->width == bits[i].lo &&
        last->from + last->width == bits[i].from)
      ++last->width;
    else
      reaches.push_back(bits[i]);
  }
}

//===-- Placing ----------------------------------------------------------------------===//

void Elaborator::mergeOutputs() {
  std::unordered_map<SignalId, uint32_t> counts;
  for (const Source &source : sources)
    ++counts[find(source.target)];
  for (Source &source : sources) {
    if (source.variable == NoSignal || source.isApart)
      continue;
    SignalId root = find(source.target);
    NetKind kind = kindOf(root);
    if (counts[root] != 1 || isPulled(kind) || joinedRoots.count(root) ||
        switchedRoots.count(root))
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
  std::vector<Reach> order;
  for (Source &source : sources) {
    source.target = find(source.target);
    if (!source.isMerged)
      addReaches(source, order);
  }
  std::sort(order.begin(), order.end(), [](const Reach &x, const Reach &y) {
    if (x.root != y.root)
      return x.root < y.root;
    return x.source != y.source ? x.source < y.source : x.lo < y.lo;
  });
  for (size_t i = 0, end; i != order.size(); i = end) {
    for (end = i; end != order.size() && order[end].root == order[i].root;)
      ++end;
    const Reach &first = order[i];
    const DriveStrength &strength = first.source->strength;
    if (kindOf(first.root) == NetKind::User) {
      placeUserNet(order.data() + i, order.data() + end);
      continue;
    }
    bool isDirect = end - i == 1 && first.source->driver != NoId && first.lo == 0 &&
                    first.width == bitsOf(first.root) && strength.strength0 == 6 &&
                    strength.strength1 == 6 && !isPulled(kindOf(first.root)) &&
                    !joinedRoots.count(first.root) && !switchedRoots.count(first.root);
    if (isDirect)
      placeDirect(*first.source);
    else
      placeResolved(order.data() + i, order.data() + end);
  }
  placeUndrivenSwitchNets();
  placeUndrivenUserNets();
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

/// Storage for a source of a net of a user-defined type, with the value that the net starts with.
SlotEntry Elaborator::newUserDriver(SignalId root, uint32_t lo, uint32_t width) {
  SlotEntry entry = newDriverStorage(width, /*isFour=*/false);
  if (isFull)
    return entry;
  const uint8_t *from = design->signals[root].address + lo / 8;
  uint64_t bytes = std::min<uint64_t>((width + 7) / 8, packedBytes(width));
  std::memcpy(entry.address, from, bytes);
  std::memcpy(entry.address + arena.planeDistance(), from + arena.planeDistance(), bytes);
  return entry;
}

/// The storage that a source stores into: of its own, or the output variable.
bool Elaborator::placeStorage(Source &source) {
  if (source.placed.address)
    return true;
  if (source.driver == NoId) {
    source.placed.signal = find(source.variable);
    source.placed.address = design->signals[source.placed.signal].address;
  } else {
    bool isFour = isFourState(image, declaration(source.target).type);
    source.placed = kindOf(source.target) == NetKind::User
                        ? newUserDriver(source.target, source.lo, source.width)
                        : newDriverStorage(source.width, isFour);
    if (isFull)
      return false;
    driverSlots[source.instance][source.driver] = source.placed;
  }
  design->flags[source.placed.signal] |= SignalIsDriver;
  return true;
}

/// Finds the drivers of a net whose bits need no resolution. A two-state net has no other,
/// unless it is a wired AND or OR: there is no z for one to give way to another.
void Elaborator::markLoneDrivers(const NetRecord &net) {
  bool isSimple = net.isPlain && net.kind != NetKind::Variable && net.kind != NetKind::User &&
                  undrivenValue(net.kind) == 2;
  bool isWired = net.kind == NetKind::Wand || net.kind == NetKind::Triand ||
                 net.kind == NetKind::Wor || net.kind == NetKind::Trior;
  bool mustBeAlone = !net.isFour && net.kind != NetKind::Variable &&
                     net.kind != NetKind::User && !isWired;
  if (!isSimple && !mustBeAlone)
    return;
  std::vector<DriverRecord *> order;
  for (uint32_t i = 0; i != net.driverCount; ++i)
    order.push_back(&design->drivers[net.firstDriver + i]);
  std::sort(order.begin(), order.end(),
            [](const DriverRecord *x, const DriverRecord *y) { return x->lo < y->lo; });
  uint32_t end = 0;
  for (size_t i = 0; i != order.size(); ++i) {
    DriverRecord &driver = *order[i];
    uint32_t last = driver.lo + driver.width;
    if (mustBeAlone && driver.lo < end)
      return error(declaration(net.signal).pos,
                   "net " + declaration(net.signal).name +
                       " has more than one driver, and nothing is resolved between two-state "
                       "values");
    driver.isAlone = isSimple && driver.lo >= end &&
                     (i + 1 == order.size() || order[i + 1]->lo >= last);
    end = std::max(end, last);
  }
}

/// A net of a user-defined type (6.6.7): its process resolves it. Without a resolution function
/// nobody shares a bit, and the sources are those of a variable.
void Elaborator::placeUserNet(const Reach *begin, const Reach *end) {
  SignalId root = begin->root;
  const SignalImage &signal = declaration(root);
  if (!(signal.flags & SignalIsResolved)) {
    if (end - begin == 1 && begin->source->driver != NoId && begin->lo == 0 &&
        begin->width == bitsOf(root) && !joinedRoots.count(root)) {
      design->isDriven[root] = true;
      driverSlots[begin->source->instance][begin->source->driver] = entryOf(root);
      return;
    }
    kinds[root] = NetKind::Variable;
    for (const Reach *reach = begin; reach != end; ++reach)
      for (const Reach *other = begin; other != reach; ++other)
        if (reach->lo < other->lo + other->width && other->lo < reach->lo + reach->width)
          return error(signal.pos, "net " + signal.name + " has more than one driver, and its net "
                                       "type has no resolution function");
    for (const Reach *reach = begin; reach != end; ++reach)
      if (reach->source->driver != NoId && !reach->source->placed.address) {
        Source &source = *reach->source;
        source.placed = newUserDriver(source.target, source.lo, source.width);
        if (isFull)
          return;
        driverSlots[source.instance][source.driver] = source.placed;
        design->flags[source.placed.signal] |= SignalIsDriver;
      }
  }
  placeResolved(begin, end);
}

/// Resolution functions are called at least once (6.7.3).
void Elaborator::placeUndrivenUserNets() {
  std::unordered_set<SignalId> placed;
  for (const NetRecord &net : design->nets)
    placed.insert(net.signal);
  for (Instance *instance : design->instances) {
    const ModuleImage &module = image.modules[instance->module];
    for (const ProcessImage &process : module.processes) {
      if (process.resolves == NoId)
        continue;
      SignalId root = find(instance->signalBase + process.resolves);
      if (!(declaration(root).flags & SignalIsResolved) || !placed.insert(root).second)
        continue;
      Reach none;
      none.root = root;
      placeResolved(&none, &none);
    }
  }
}

void Elaborator::placeResolved(const Reach *begin, const Reach *end) {
  SignalId root = begin->root;
  const SignalImage &signal = declaration(root);
  NetRecord net;
  net.signal = root;
  net.address = design->signals[root].address;
  net.kind = kindOf(root);
  net.isFour = isFourState(image, signal.type);
  net.chargeStrength = signal.chargeStrength;
  net.width = bitsOf(root);
  net.firstDriver = uint32_t(design->drivers.size());
  net.driverCount = uint32_t(end - begin);
  for (const Reach *reach = begin; reach != end; ++reach) {
    Source &source = *reach->source;
    if (!placeStorage(source))
      return;
    auto index = uint32_t(design->drivers.size());
    DriverRecord driver;
    driver.address = source.placed.address;
    driver.signal = source.placed.signal;
    driver.net = uint32_t(design->nets.size());
    driver.lo = reach->lo;
    driver.width = reach->width;
    driver.from = reach->from;
    driver.storageWidth = source.width;
    driver.strength = source.strength;
    if (driver.strength.strength0 != 6 || driver.strength.strength1 != 6)
      net.isPlain = false;
    auto [last, isFirst] = lastRecords.try_emplace(source.placed.signal, index);
    if (!isFirst)
      design->drivers[std::exchange(last->second, index)].next = index;
    if (net.isFour && net.kind < NetKind::Supply0)
      fillBits(root, driver.lo, driver.width, 3);
    design->drivers.push_back(driver);
  }
  markLoneDrivers(net);
  design->nets.push_back(net);
}

} // namespace circtsim::model
