//===- Elaborator.h - working state of elaborate() ---------------*- C++ -*-===//
//
// Private to Elaboration.cpp (tree, storage, slots) and Connections.cpp (ports,
// drivers).
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_MODEL_ELABORATOR_H
#define CIRCTSIM_MODEL_ELABORATOR_H

#include "Model/Elaboration.h"
#include "Model/EventObject.h"
#include "Model/Storage.h"

#include <new>
#include <unordered_set>

namespace circtsim::model {

class Elaborator {
public:
  Elaborator(const DesignImage &image, Arena &arena, std::vector<ElaborationError> &errors)
      : image(image), arena(arena), errors(errors),
        design(std::make_unique<Design>(image, arena)) {}
  std::unique_ptr<Design> run();

private:
  /// A source of an object before drivers are placed.
  struct Source {
    SignalId target = NoSignal;       ///< object driven; after placing, its root
    Instance *instance = nullptr;
    uint32_t driver = NoId;           ///< index into ModuleImage::drivers; NoId: output variable
    SignalId variable = NoSignal;     ///< output variable
    uint32_t lo = 0, width = 0;
    DriveStrength strength;
    bool isMerged = false;            ///< output variable that became the object itself
    bool isApart = false;             ///< variable that never does, because of a force
    SlotEntry placed;                 ///< storage a drive stores into
  };

  /// Part of a source in a net: what it drives itself, or reaches through joins.
  struct Reach {
    SignalId root = NoSignal;
    Source *source = nullptr;
    uint32_t lo = 0, width = 0, from = 0;
  };

  // Elaboration.cpp
  void buildTree();
  void buildChildren(Instance &instance);
  void placeInstance(Instance &instance);
  Instance *newInstances(size_t count);
  SlotEntry *newSlots(size_t count);
  void recordSignals();
  void initialiseStorage();
  void initialiseBlock(Instance &instance);
  void makeEvents(Instance &instance);
  void fillSlots();
  SlotEntry slotEntry(Instance &instance, const SlotImage &slot);
  Instance *pathStart(Instance &instance, const SlotImage &slot, size_t &from);
  Lookup resolvePath(Instance &instance, const SlotImage &slot);
  SlotEntry entryOf(SignalId id);
  void error(SourcePos pos, std::string message) { errors.push_back({pos, std::move(message)}); }

  // Connections.cpp
  void collectForced();
  bool mustStayApart(SignalId leader, SignalId follower);
  void connectApart(SignalId leader, SignalId follower, Instance &instance);
  void bindInterfaces(Instance &parent);
  void bindPorts(Instance &parent);
  void bindInterface(Instance &parent, Instance &child, const PortBinding &binding,
                     const ChildImage &image);
  void bindPort(Instance &parent, Instance &child, const PortBinding &binding);
  SignalId actualOf(Instance &instance, SignalOperand kind, uint32_t index);
  void collectSources();
  void collectJoins();
  void unite(const Reach &first, const Reach &second);
  uint32_t nodeOf(SignalId root, uint32_t bit);
  uint32_t findNode(uint32_t node);
  void addReaches(Source &source, std::vector<Reach> &reaches);
  void mergeOutputs();
  void placeSources();
  void placeDirect(Source &source);
  bool placeStorage(Source &source);
  void markLoneDrivers(const NetRecord &net);
  void placeResolved(const Reach *begin, const Reach *end);
  void collectSwitches();
  void addSwitch(SwitchRecord record, const Reach &from, const Reach &to);
  void placeUndrivenSwitchNets();
  void placeUserNet(const Reach *begin, const Reach *end);
  void placeUndrivenUserNets();
  SlotEntry newUserDriver(SignalId root, uint32_t lo, uint32_t width);
  void placeSwitches();
  SlotEntry newDriverStorage(uint32_t width, bool isFour);
  void fillUndriven();
  void fillBits(SignalId root, uint32_t lo, uint32_t width, unsigned bit);
  SignalId find(SignalId id);
  NetKind kindOf(SignalId root);
  const SignalImage &declaration(SignalId id) { return *design->signalImage(id); }
  uint32_t bitsOf(SignalId id) {
    const TypeImage &type = image.types[declaration(id).type];
    return type.width && type.kind <= TypeKind::Bits ? type.width : uint32_t(type.size * 8);
  }
  static bool isPulled(NetKind kind) {
    return kind >= NetKind::Tri0 && kind != NetKind::Uwire;
  }

  const DesignImage &image;
  Arena &arena;
  std::vector<ElaborationError> &errors;
  std::unique_ptr<Design> design;
  SignalId nextSignal = 0;
  bool isFull = false;
  std::vector<Instance *> firstOfModule;   ///< its block is the template of the others
  std::vector<uint8_t> moduleTraits;       ///< bit 0: four-state storage, bit 1: events
  std::vector<SignalId> links;             ///< union-find over declared signals
  std::unordered_map<SignalId, NetKind> kinds; ///< kinds that differ from the declaration
  std::vector<Source> sources;
  std::unordered_set<SignalId> forced;     ///< declared signals
  std::unordered_map<SignalId, uint32_t> lastRecords; ///< of a driver, in Design::drivers
  // Bits of joined nets: nodes of a union-find, by object and bit.
  std::vector<std::pair<Reach, Reach>> joins;
  std::unordered_set<SignalId> joinedRoots;
  struct SwitchEnds {
    SwitchRecord record;
    SignalId roots[2];
    uint32_t bits[2];
  };
  std::vector<SwitchEnds> switchEnds;
  std::unordered_set<SignalId> switchedRoots;
  std::unordered_map<uint64_t, uint32_t> nodeIndex;
  std::vector<std::pair<SignalId, uint32_t>> nodes;
  std::vector<uint32_t> nodeLinks;
  std::vector<std::vector<uint32_t>> nodeMembers; ///< of each representative
  std::unordered_map<const Instance *, std::vector<SlotEntry>> driverSlots;
};

} // namespace circtsim::model

#endif
