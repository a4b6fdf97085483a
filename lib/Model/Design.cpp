//===- Design.cpp - names and lookups in the elaborated design ---------------===//
//
// Nothing here is needed to simulate: names are put together when somebody asks
// (messages, waves, VPI, hierarchical references during elaboration). The name
// tables of a module are made on the first lookup in one of its instances and
// shared by all of them.
//
// A path is split at its dots and matched greedily against child names, which
// may hold generate scopes themselves ("g[0].u"); what remains must be a signal
// or scope name below the module. LRM 23.6 (hierarchical names), 23.7-23.8
// (upward references).
//
//===----------------------------------------------------------------------===//
#include "Model/Design.h"

#include "Model/Storage.h"

#include <algorithm>

namespace circtsim::model {

SlotEntry Design::signalAt(const Instance &instance, uint32_t local) const {
  const std::vector<uint32_t> &slots = portOfSignal[instance.module];
  if (local < slots.size() && slots[local] != NoId)
    return instance.slots[slots[local]];
  SlotEntry entry;
  entry.address = instance.base + moduleOf(instance).signals[local].offset;
  entry.signal = instance.signalBase + local;
  return entry;
}

Instance *Design::instanceOf(SignalId id) const {
  if (id >= declaredSignals)
    return nullptr;
  auto it = std::upper_bound(instances.begin(), instances.end(), id,
                             [](SignalId id, const Instance *i) { return id < i->signalBase; });
  // Instances without signals share their base with the next one: the last
  // instance at or below the id is the one that declares it.
  return *std::prev(it);
}

const SignalImage *Design::signalImage(SignalId id) const {
  Instance *instance = instanceOf(id);
  return instance ? &moduleOf(*instance).signals[id - instance->signalBase] : nullptr;
}

uint64_t Design::storageBits(SignalId id) const {
  if (const SignalImage *signal = signalImage(id))
    return image.types[signal->type].size * 8;
  for (const DriverRecord &driver : drivers)
    if (driver.signal == id)
      return packedBytes(driver.storageWidth) * 8;
  return 0;
}

std::string Design::scopeName(const ModuleImage &module, uint32_t scope) const {
  std::string name;
  for (uint32_t s = scope; s != 0 && s != NoId; s = module.scopes[s].parent)
    name = name.empty() ? module.scopes[s].name : module.scopes[s].name + "." + name;
  return name;
}

std::string Design::signalName(const ModuleImage &module, uint32_t local) const {
  const SignalImage &signal = module.signals[local];
  std::string prefix = scopeName(module, signal.scope);
  return prefix.empty() ? signal.name : prefix + "." + signal.name;
}

std::string Design::childName(const ModuleImage &module, uint32_t child) const {
  const ChildImage &image = module.children[child];
  std::string prefix = scopeName(module, image.scope);
  if (prefix.empty() || image.name.starts_with(prefix + "."))
    return image.name;
  return prefix + "." + image.name;
}

std::string Design::path(const Instance &instance) const {
  if (!instance.parent)
    return image.tops[instance.indexInParent].name;
  return path(*instance.parent) + "." +
         childName(moduleOf(*instance.parent), instance.indexInParent);
}

std::string Design::scopePath(const Instance &instance, uint32_t scope) const {
  std::string inner = scopeName(moduleOf(instance), scope);
  return inner.empty() ? path(instance) : path(instance) + "." + inner;
}

std::string Design::signalPath(SignalId id) const {
  Instance *instance = instanceOf(id);
  if (!instance)
    return "";
  return path(*instance) + "." + signalName(moduleOf(*instance), id - instance->signalBase);
}

const Design::ModuleNames &Design::namesOf(ModuleId module) const {
  std::unique_ptr<ModuleNames> &entry = names[module];
  if (!entry) {
    entry = std::make_unique<ModuleNames>();
    const ModuleImage &m = image.modules[module];
    for (uint32_t i = 0; i != m.signals.size(); ++i)
      entry->signals.emplace(signalName(m, i), i);
    for (uint32_t i = 0; i != m.children.size(); ++i)
      entry->children.emplace(childName(m, i), i);
    for (uint32_t i = 1; i < m.scopes.size(); ++i)
      entry->scopes.emplace(scopeName(m, i), i);
  }
  return *entry;
}

/// Splits at dots; an escaped identifier ("\a.b ") is one element.
static std::vector<std::string_view> splitPath(std::string_view path) {
  std::vector<std::string_view> parts;
  size_t start = 0;
  bool escaped = !path.empty() && path[0] == '\\';
  for (size_t i = 0; i <= path.size(); ++i) {
    if (i < path.size() && escaped && path[i] == ' ')
      escaped = false;
    if (i == path.size() || (path[i] == '.' && !escaped)) {
      parts.push_back(path.substr(start, i - start));
      start = i + 1;
      escaped = start < path.size() && path[start] == '\\';
    }
  }
  return parts;
}

static std::string joinParts(const std::vector<std::string_view> &parts, size_t from, size_t to) {
  std::string joined(parts[from]);
  for (size_t i = from + 1; i < to; ++i)
    joined.append(".").append(parts[i]);
  return joined;
}

Lookup Design::lookupBelow(Instance &start, std::string_view path) const {
  if (path.empty()) {
    Lookup result;
    result.kind = Lookup::OfInstance;
    result.instance = &start;
    return result;
  }
  return lookupNames(start, splitPath(path), 0);
}

Lookup Design::lookupNames(Instance &start, const std::vector<std::string_view> &parts,
                           size_t from) const {
  Lookup result;
  result.instance = &start;
  if (from == parts.size()) {
    result.kind = Lookup::OfInstance;
    return result;
  }
  const ModuleNames &table = namesOf(start.module);
  std::string rest = joinParts(parts, from, parts.size());
  if (auto it = table.signals.find(rest); it != table.signals.end()) {
    result.kind = Lookup::OfSignal;
    result.local = it->second;
    result.signal = signalAt(start, it->second);
    return result;
  }
  if (auto it = table.scopes.find(rest); it != table.scopes.end()) {
    result.kind = Lookup::OfScope;
    result.scope = it->second;
    return result;
  }
  for (size_t to = from + 1; to <= parts.size(); ++to) {
    std::string name = joinParts(parts, from, to);
    if (auto it = table.children.find(name); it != table.children.end())
      return lookupNames(start.children[it->second], parts, to);
    auto bound = interfaces.find(&start);
    if (bound == interfaces.end())
      continue;
    for (const InterfaceBinding &binding : bound->second)
      if (moduleOf(start).ports[binding.port].name == name)
        return lookupNames(*binding.target, parts, to);
  }
  return {};
}

Lookup Design::lookup(std::string_view path, Instance *from) const {
  std::vector<std::string_view> parts = splitPath(path);
  for (Instance *at = from; at; at = at->parent) {
    if (Lookup found = lookupNames(*at, parts, 0); found.kind != Lookup::None)
      return found;
    // Upward references may start with a module's definition name (23.8).
    if (moduleOf(*at).definition == parts[0])
      if (Lookup found = lookupNames(*at, parts, 1); found.kind != Lookup::None)
        return found;
  }
  for (Instance *top : tops)
    if (image.tops[top->indexInParent].name == parts[0])
      if (Lookup found = lookupNames(*top, parts, 1); found.kind != Lookup::None)
        return found;
  return {};
}

} // namespace circtsim::model
