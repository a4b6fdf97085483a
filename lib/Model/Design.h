//===- Design.h - the elaborated design at run time -------------*- C++ -*-===//
#ifndef CIRCTSIM_MODEL_DESIGN_H
#define CIRCTSIM_MODEL_DESIGN_H

#include "Model/Arena.h"
#include "Model/DesignImage.h"
#include "Model/Instance.h"
#include "Model/Net.h"

#include <deque>
#include <memory>
#include <string_view>
#include <unordered_map>

namespace circtsim::sched {
struct SignalHooks;
struct StaticTerm;
}

namespace circtsim::model {

/// Bits of the flag byte of a signal. A store that finds 0 here is finished
/// after writing; everything else is the slow path of Sched/Store.
enum SignalState : uint8_t {
  SignalWatched = 1,   ///< static terms or waiting processes
  SignalIsDriver = 2,  ///< storage of a driver: a change resolves its net
  SignalListened = 4,  ///< change listeners ($monitor, VPI)
  SignalTraced = 8,    ///< changes are collected for waves
  SignalForced = 16,   ///< forced or procedurally assigned bits exist
  SignalTraceQueued = 32, ///< already collected in this time step
};

/// Per-signal data that only the slow path needs: where the signal is, whom a change wakes.
struct SignalRecord {
  uint8_t *address = nullptr;           ///< a-plane
  sched::SignalHooks *hooks = nullptr;  ///< made on first use by Sched
  /// Static sensitivity in elaboration order: `termCount` terms of the first 64-bit word
  /// of the storage, behind them those of other words (SignalHooks::ranges).
  const sched::StaticTerm *terms = nullptr;
  uint32_t termCount = 0;
  bool hasSpecialTerms = false;         ///< edges, or the object is an event variable
  bool hasWaits = false;                ///< hooks may hold waits
  bool hasArrays = false;               ///< parts of its value lie in the heap
};

/// An interface port and what it is bound to.
struct InterfaceBinding {
  uint32_t port;
  Instance *target;
};

/// Result of a lookup by path; `signal` is the resolved (collapsed) object.
struct Lookup {
  enum Kind : uint8_t { None, OfInstance, OfScope, OfSignal } kind = None;
  Instance *instance = nullptr;
  uint32_t scope = 0; ///< OfScope: index into ModuleImage::scopes
  uint32_t local = 0; ///< OfSignal: local index in `instance`
  SlotEntry signal;   ///< OfSignal: storage and id
};

/// The instance tree, signal records and nets. Filled by elaborate().
class Design {
public:
  Design(const DesignImage &image, Arena &arena) : image(image), arena(arena) {}
  Design(const Design &) = delete;
  Design &operator=(const Design &) = delete;

  const ModuleImage &moduleOf(const Instance &instance) const {
    return image.modules[instance.module];
  }
  /// The object behind a local signal: the actual for ports, else local storage.
  SlotEntry signalAt(const Instance &instance, uint32_t local) const;
  /// Instance that declares the signal with this id; null for driver storage.
  Instance *instanceOf(SignalId id) const;
  /// Declaration of a signal; null for driver storage.
  const SignalImage *signalImage(SignalId id) const;
  /// Bits of the object in its flat storage (unit padding included), 8 * bytes.
  uint64_t storageBits(SignalId id) const;

  /// Hierarchical names, made on demand ("top.u[3].clk").
  std::string path(const Instance &instance) const;
  std::string scopePath(const Instance &instance, uint32_t scope) const;
  std::string signalPath(SignalId id) const;
  /// Path of scope below its module ("" for scope 0).
  std::string scopeName(const ModuleImage &module, uint32_t scope) const;
  /// Name of a signal below its module, scopes included.
  std::string signalName(const ModuleImage &module, uint32_t local) const;
  std::string childName(const ModuleImage &module, uint32_t child) const;

  /// Finds an instance, scope or signal by its full hierarchical path, or, if
  /// `from` is given, by the upward name resolution of LRM 23.6-23.8.
  Lookup lookup(std::string_view path, Instance *from = nullptr) const;
  /// Looks `path` up strictly below `start`; an empty path is `start` itself.
  Lookup lookupBelow(Instance &start, std::string_view path) const;
  /// The same for a path already split; parts before `from` are ignored.
  Lookup lookupNames(Instance &start, const std::vector<std::string_view> &parts,
                     size_t from) const;

  const DesignImage &image;
  Arena &arena;
  std::vector<Instance *> tops;              ///< in the order of DesignImage::tops
  std::vector<Instance *> instances;         ///< depth-first order; by signalBase too
  uint8_t *flags = nullptr;                  ///< SignalState per SignalId
  SignalRecord *signals = nullptr;           ///< per SignalId
  uint32_t signalCount = 0;                  ///< with driver storage
  uint32_t declaredSignals = 0;              ///< ids below this are declared signals
  /// Objects whose only driver stores straight into them; by root id.
  std::vector<bool> isDriven;
  std::vector<NetRecord> nets;
  std::vector<DriverRecord> drivers;
  std::vector<const DriverRecord *> netDrivers;
  std::vector<SwitchNode> switchNodes;
  std::vector<SwitchRecord> switches;
  std::vector<uint32_t> switchEnds; ///< switches at each node
  /// The node of a bit of a net; null without switches.
  SwitchNode *switchNode(const NetRecord &net, uint32_t bit) {
    for (uint32_t i = 0; i != net.nodeCount; ++i)
      if (switchNodes[net.firstNode + i].bit == bit)
        return &switchNodes[net.firstNode + i];
    return nullptr;
  }
  std::unordered_map<const Instance *, std::vector<InterfaceBinding>> interfaces;

private:
  friend class Elaborator;
  /// Names of one module, made on the first lookup in it.
  struct ModuleNames {
    std::unordered_map<std::string, uint32_t> signals, children, scopes;
  };
  const ModuleNames &namesOf(ModuleId module) const;
  std::vector<std::vector<uint32_t>> portOfSignal; ///< per module, per signal: slot or NoId
  mutable std::unordered_map<ModuleId, std::unique_ptr<ModuleNames>> names;
  std::deque<std::vector<Instance>> instanceBlocks;
  std::deque<std::vector<SlotEntry>> slotBlocks;
  std::vector<uint8_t> flagStorage;
  std::vector<SignalRecord> recordStorage;
};

} // namespace circtsim::model

#endif
