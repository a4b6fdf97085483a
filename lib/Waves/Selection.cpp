//===- Selection.cpp - which signals a dump shows ----------------------------===//
//
// One mark per declared signal. Named parts of objects (an element of a memory in
// $dumpvars) are kept in a list beside, which is short.
//
// IEEE 1800-2023 21.7.1.2: levels count scopes of any kind, the named one being
// the first.
//
//===----------------------------------------------------------------------===//
#include "Waves/Selection.h"

#include <algorithm>

namespace circtsim::waves {

using namespace circtsim::model;

void Selection::mark(const Instance &instance, uint32_t local) {
  if (marks.empty())
    marks.resize(design.declaredSignals);
  uint8_t &mark = marks[instance.signalBase + local];
  mark = std::max<uint8_t>(mark, withArrays ? 2 : 1);
}

void Selection::addScope(const Instance &instance, uint32_t scope, uint32_t levels) {
  const ModuleImage &module = design.moduleOf(instance);
  for (uint32_t i = 0; i != module.signals.size(); ++i)
    if (module.signals[i].scope == scope)
      mark(instance, i);
  if (levels == 1)
    return;
  uint32_t below = levels ? levels - 1 : 0;
  for (uint32_t s = 1; s < module.scopes.size(); ++s)
    if (module.scopes[s].parent == scope)
      addScope(instance, s, below);
  for (uint32_t c = 0; c != module.children.size(); ++c)
    if (module.children[c].scope == scope)
      addScope(instance.children[c], 0, below);
}

void Selection::addTops(uint32_t levels) {
  for (const Instance *top : design.tops)
    if (design.moduleOf(*top).kind != ScopeKind::Package)
      addScope(*top, 0, levels);
}

void Selection::addSignal(const Instance &instance, uint32_t local) {
  bool before = withArrays;
  withArrays = true;
  mark(instance, local);
  withArrays = before;
}

void Selection::addPart(SignalId declared, uint64_t offset, uint64_t bytes) {
  parts.push_back({declared, offset, bytes});
}

bool Selection::isSelected(SignalId declared) const {
  if (!marks.empty() && marks[declared])
    return true;
  return std::any_of(parts.begin(), parts.end(),
                     [&](const Part &part) { return part.declared == declared; });
}

bool Selection::isSelected(SignalId declared, uint64_t offset, bool isElement) const {
  if (!marks.empty() && marks[declared] > (isElement ? 1 : 0))
    return true;
  return std::any_of(parts.begin(), parts.end(), [&](const Part &part) {
    return part.declared == declared && offset >= part.offset && offset - part.offset < part.bytes;
  });
}

std::vector<bool> Selection::usedInstances() const {
  std::vector<bool> used(design.instances.size());
  // Children come after their parent in the list.
  for (size_t i = design.instances.size(); i-- > 0;) {
    const Instance &instance = *design.instances[i];
    size_t count = design.moduleOf(instance).signals.size();
    for (size_t s = 0; s != count && !used[instance.id]; ++s)
      used[instance.id] = isSelected(SignalId(instance.signalBase + s));
    if (used[instance.id] && instance.parent)
      used[instance.parent->id] = true;
  }
  return used;
}

bool Selection::matches(std::string_view pattern, std::string_view text) {
  size_t p = 0, t = 0, star = std::string_view::npos, retry = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      retry = t;
    } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == text[t])) {
      ++p;
      ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++retry;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*')
    ++p;
  return p == pattern.size();
}

bool Selection::addMatching(const Instance &instance, std::string_view pattern, bool isInside) {
  const ModuleImage &module = design.moduleOf(instance);
  std::vector<bool> inScope(module.scopes.size());
  std::vector<std::string> paths(module.scopes.size());
  for (uint32_t s = 0; s != module.scopes.size(); ++s) {
    paths[s] = design.scopePath(instance, s);
    uint32_t parent = module.scopes[s].parent;
    inScope[s] = isInside || matches(pattern, paths[s]) || (parent < s && inScope[parent]);
  }
  bool found = false;
  for (uint32_t i = 0; i != module.signals.size(); ++i) {
    const SignalImage &signal = module.signals[i];
    if (inScope[signal.scope] || matches(pattern, paths[signal.scope] + "." + signal.name)) {
      mark(instance, i);
      found = true;
    }
  }
  for (uint32_t c = 0; c != module.children.size(); ++c)
    found |= addMatching(instance.children[c], pattern, inScope[module.children[c].scope]);
  return found;
}

bool Selection::addPattern(std::string_view pattern) {
  bool found = false;
  for (const Instance *top : design.tops)
    found |= addMatching(*top, pattern, false);
  return found;
}

} // namespace circtsim::waves
