//===- Switches.cpp - the network of switches of a design --------------------===//
//
// Switches end at bits of nets, the nodes of a network. Nets with a node are always
// resolved from their drivers, also if there is one or none; what comes through the
// switches is added at run time (Sched/Switches.cpp). Where bits of nets are joined
// and one of them is a node, all are, with a lossless connection between them.
//
// LRM 28.7, 28.8, 28.13, 28.14.
//
//===----------------------------------------------------------------------===//
#include "Model/Elaborator.h"

#include <algorithm>

namespace circtsim::model {

void Elaborator::addSwitch(SwitchRecord record, const Reach &from, const Reach &to) {
  SwitchEnds ends;
  ends.record = record;
  ends.roots[0] = from.root;
  ends.roots[1] = to.root;
  ends.bits[0] = from.lo;
  ends.bits[1] = to.lo;
  switchedRoots.insert(from.root);
  switchedRoots.insert(to.root);
  switchEnds.push_back(ends);
}

void Elaborator::collectSwitches() {
  for (Instance *instance : design->instances)
    for (const SwitchImage &image : this->image.modules[instance->module].switches) {
      Reach ends[2];
      for (unsigned i = 0; i != 2; ++i) {
        SignalId id = actualOf(*instance, image.kinds[i], image.nets[i]);
        ends[i].root = id == NoSignal ? id : find(id);
        ends[i].lo = image.lo[i];
      }
      if (ends[0].root == NoSignal || ends[1].root == NoSignal)
        continue;
      SwitchRecord record;
      if (image.control != NoId)
        record.control = instance->signalBase + image.control;
      record.isOneWay = image.isOneWay;
      record.loss = image.isResistive ? SwitchLoss::Resistive : SwitchLoss::Supply;
      addSwitch(record, ends[0], ends[1]);
    }
  if (switchEnds.empty())
    return;
  SwitchRecord wire;
  wire.loss = SwitchLoss::None;
  for (const std::vector<uint32_t> &members : nodeMembers) {
    bool isSwitched = false;
    for (uint32_t member : members)
      isSwitched |= switchedRoots.count(nodes[member].first) != 0;
    for (size_t i = 1; isSwitched && i < members.size(); ++i) {
      const auto &[fromRoot, fromBit] = nodes[members[0]];
      const auto &[toRoot, toBit] = nodes[members[i]];
      addSwitch(wire, {fromRoot, nullptr, fromBit, 1, 0}, {toRoot, nullptr, toBit, 1, 0});
    }
  }
}

/// Records for the nets with switches that no source drives.
void Elaborator::placeUndrivenSwitchNets() {
  std::unordered_set<SignalId> placed;
  for (const NetRecord &net : design->nets)
    placed.insert(net.signal);
  std::vector<SignalId> missing;
  for (SignalId root : switchedRoots)
    if (!placed.count(root))
      missing.push_back(root);
  std::sort(missing.begin(), missing.end());
  for (SignalId root : missing) {
    NetRecord net;
    net.signal = root;
    net.address = design->signals[root].address;
    net.kind = kindOf(root);
    net.chargeStrength = declaration(root).chargeStrength;
    net.width = bitsOf(root);
    net.firstDriver = uint32_t(design->drivers.size());
    design->nets.push_back(net);
  }
}

void Elaborator::placeSwitches() {
  if (switchEnds.empty())
    return;
  std::unordered_map<SignalId, uint32_t> netOf;
  for (uint32_t i = 0; i != design->nets.size(); ++i)
    netOf[design->nets[i].signal] = i;
  std::vector<std::pair<uint32_t, uint32_t>> bits; // net, bit
  for (const SwitchEnds &ends : switchEnds)
    for (unsigned i = 0; i != 2; ++i)
      bits.push_back({netOf[ends.roots[i]], ends.bits[i]});
  std::sort(bits.begin(), bits.end());
  bits.erase(std::unique(bits.begin(), bits.end()), bits.end());
  auto nodeAt = [&](SignalId root, uint32_t bit) {
    auto it = std::lower_bound(bits.begin(), bits.end(), std::pair(netOf[root], bit));
    return uint32_t(it - bits.begin());
  };
  for (auto [net, bit] : bits) {
    NetRecord &record = design->nets[net];
    if (record.nodeCount++ == 0)
      record.firstNode = uint32_t(design->switchNodes.size());
    SwitchNode node;
    node.net = net;
    node.bit = bit;
    design->switchNodes.push_back(node);
  }
  std::vector<std::vector<uint32_t>> at(bits.size());
  for (const SwitchEnds &ends : switchEnds) {
    SwitchRecord record = ends.record;
    record.from = nodeAt(ends.roots[0], ends.bits[0]);
    record.to = nodeAt(ends.roots[1], ends.bits[1]);
    if (record.control != NoSignal)
      record.controlAddress = design->signals[record.control].address;
    at[record.from].push_back(uint32_t(design->switches.size()));
    at[record.to].push_back(uint32_t(design->switches.size()));
    design->switches.push_back(record);
  }
  for (size_t i = 0; i != at.size(); ++i) {
    design->switchNodes[i].firstEnd = uint32_t(design->switchEnds.size());
    design->switchNodes[i].endCount = uint32_t(at[i].size());
    design->switchEnds.insert(design->switchEnds.end(), at[i].begin(), at[i].end());
  }
}

} // namespace circtsim::model
