//===- Switches.cpp - resolving nets through switches ------------------------===//
//
// When a driver or the control of a switch changes, the nodes that it can reach
// through switches which are not off are computed anew: they start with what
// their drivers give, then every switch adds what it passes until nothing changes
// any more. Nodes outside of that set keep their values and count as sources of
// one-way switches. A switch whose control is unknown passes the value or nothing (L, H).
//
// LRM 28.7, 28.8, 28.12.4, 28.13, 28.14.
//
//===----------------------------------------------------------------------===//
#include "Sched/Store.h"

namespace circtsim::sched {

using namespace circtsim::model;
using value::StrengthValue;

namespace {
enum Control : uint8_t { Off, On, Unknown };
}

/// A set of nodes being resolved.
class SwitchSolver {
public:
  explicit SwitchSolver(Scheduler &s) : s(s), design(s.design) {}

  void add(uint32_t node) {
    SwitchNode &n = design.switchNodes[node];
    if (n.mark)
      return;
    n.mark = 1;
    found.push_back(node);
  }
  /// Finds all nodes that are reached, and their values.
  void solve() {
    for (size_t i = 0; i != found.size(); ++i)
      spread(found[i]);
    for (uint32_t node : found) {
      SwitchNode &n = design.switchNodes[node];
      const NetRecord &net = design.nets[n.net];
      n.value = drivenStrength(net, design.netDrivers.data() + net.firstDriver, s.planeDistance(),
                               n.bit);
    }
    std::vector<uint32_t> work = found;
    // Values only grow stronger or more ambiguous: the bound is never met.
    for (size_t i = 0; i != work.size() && i < found.size() * 1024 + 1024; ++i)
      receive(work[i], work);
    for (uint32_t node : found)
      design.switchNodes[node].mark = 0;
  }
  /// Stores the bits of the nodes, but those of one net in a range.
  void store(uint32_t exceptNet, uint32_t lo, uint32_t width) {
    for (uint32_t node : found) {
      const SwitchNode n = design.switchNodes[node];
      if (n.net == exceptNet && n.bit - lo < width)
        continue;
      const NetRecord &net = design.nets[n.net];
      auto code = unsigned(n.value.bit());
      uint64_t a = code & 1, b = code >> 1;
      storeBits(s, net.address, net.signal, n.bit, 1, net.width, net.isFour, &a, &b);
    }
  }

private:
  Control controlOf(const SwitchRecord &record) const {
    if (!record.controlAddress)
      return On;
    uint64_t a = 0, b = 0;
    loadBits(s.planeDistance(), record.controlAddress, 0, 1, 1, true, &a, &b);
    return b ? Unknown : a ? On : Off;
  }
  void spread(uint32_t node) {
    const SwitchNode &n = design.switchNodes[node];
    for (uint32_t i = 0; i != n.endCount; ++i) {
      const SwitchRecord &record = design.switches[design.switchEnds[n.firstEnd + i]];
      if (controlOf(record) == Off)
        continue;
      if (record.from == node)
        add(record.to);
      else if (!record.isOneWay)
        add(record.from);
    }
  }
  StrengthValue passed(const SwitchRecord &record, StrengthValue value) const {
    if (record.loss == SwitchLoss::Supply)
      value = value::throughSwitch(value);
    else if (record.loss == SwitchLoss::Resistive)
      value = value::throughResistiveSwitch(value);
    return controlOf(record) == Unknown ? value::maybeOff(value) : value;
  }
  static StrengthValue combined(NetKind kind, StrengthValue x, StrengthValue y) {
    if (kind == NetKind::Wand || kind == NetKind::Triand)
      return value::resolveAnd(x, y);
    if (kind == NetKind::Wor || kind == NetKind::Trior)
      return value::resolveOr(x, y);
    return value::resolve(x, y);
  }
  /// Adds what comes into a node; a change goes on to its neighbours.
  void receive(uint32_t node, std::vector<uint32_t> &work) {
    SwitchNode &n = design.switchNodes[node];
    StrengthValue sum = n.value;
    for (uint32_t i = 0; i != n.endCount; ++i) {
      const SwitchRecord &record = design.switches[design.switchEnds[n.firstEnd + i]];
      if (controlOf(record) == Off || (record.isOneWay && record.to != node))
        continue;
      uint32_t other = record.to == node ? record.from : record.to;
      sum = combined(design.nets[n.net].kind, sum, passed(record, design.switchNodes[other].value));
    }
    if (sum == n.value && n.mark == 2)
      return;
    bool isChanged = !(sum == n.value);
    n.value = sum;
    n.mark = 2;
    if (!isChanged)
      return;
    for (uint32_t i = 0; i != n.endCount; ++i) {
      const SwitchRecord &record = design.switches[design.switchEnds[n.firstEnd + i]];
      uint32_t other = record.to == node ? record.from : record.to;
      if (design.switchNodes[other].mark)
        work.push_back(other);
    }
  }

  Scheduler &s;
  Design &design;
  std::vector<uint32_t> found;
};

void Scheduler::resolveSwitches(uint32_t netIndex, uint32_t lo, uint32_t width, uint64_t *a,
                                uint64_t *b) {
  const NetRecord &net = design.nets[netIndex];
  SwitchSolver solver(*this);
  for (uint32_t i = 0; i != net.nodeCount; ++i)
    if (design.switchNodes[net.firstNode + i].bit - lo < width)
      solver.add(net.firstNode + i);
  solver.solve();
  for (uint32_t i = 0; i != net.nodeCount; ++i) {
    const SwitchNode &node = design.switchNodes[net.firstNode + i];
    if (node.bit - lo >= width)
      continue;
    uint32_t at = node.bit - lo;
    uint64_t mask = uint64_t(1) << (at & 63);
    auto code = unsigned(node.value.bit());
    a[at >> 6] = (a[at >> 6] & ~mask) | (code & 1 ? mask : 0);
    b[at >> 6] = (b[at >> 6] & ~mask) | (code >> 1 ? mask : 0);
  }
  storeBits(*this, net.address, net.signal, lo, width, net.width, net.isFour, a, b);
  solver.store(netIndex, lo, width);
}

/// Every change of a control resolves what is at the switch's ends.
void Scheduler::watchSwitches() {
  switchListeners.resize(design.switches.size());
  for (size_t i = 0; i != design.switches.size(); ++i) {
    const SwitchRecord &record = design.switches[i];
    if (record.control == NoSignal)
      continue;
    SwitchListener &listener = switchListeners[i];
    listener.scheduler = this;
    listener.index = uint32_t(i);
    listener.changed = [](ChangeListener &self, SignalId) {
      auto &listener = static_cast<SwitchListener &>(self);
      Scheduler &s = *listener.scheduler;
      const SwitchRecord &record = s.design.switches[listener.index];
      SwitchSolver solver(s);
      solver.add(record.to);
      if (!record.isOneWay)
        solver.add(record.from);
      solver.solve();
      solver.store(NoId, 0, 0);
    };
    listen(record.control, listener);
  }
}

/// Values at time 0, before anything has run.
void Scheduler::startSwitches() {
  if (design.switchNodes.empty())
    return;
  SwitchSolver solver(*this);
  for (uint32_t i = 0; i != design.switchNodes.size(); ++i)
    solver.add(i);
  solver.solve();
  solver.store(NoId, 0, 0);
}

} // namespace circtsim::sched
