//===- ModulePaths.h - delays between the ports of a module ------*- C++ -*-===//
#ifndef CIRCTSIM_SCHED_MODULEPATHS_H
#define CIRCTSIM_SCHED_MODULEPATHS_H

#include "Sched/ObservedBits.h"

namespace circtsim::sched {

/// Ticks for the 12 transitions, in the order of model::ModulePathImage::delays.
inline constexpr unsigned PathTransitions = 12;
/// Number of the transition between two value codes (0, 1, 2 = z, 3 = x) that differ.
unsigned pathTransition(unsigned from, unsigned to);

class PathOutput;

/// A path of an instance, or 64 bits of it. It watches its input.
struct ModulePath : ObservedBits {
  const model::ModulePathImage *image = nullptr;
  model::Instance *instance = nullptr;
  uint32_t lo = 0, width = 0;           ///< bits of the output
  const uint8_t *condition = nullptr;   ///< the path is out of use while it is 0
  const uint64_t *delays = nullptr;
  uint64_t rejectLimit = 0, errorLimit = 0;
  bool hasLimits = false;
  double rejectShare = -1, errorShare = -1; ///< of the delay, instead of the limits, if not -1
  uint64_t lastChange = 0;              ///< of the input: tick; of a full or one-bit path
  uint64_t *bitChanges = nullptr;       ///< the same by bit, of other parallel paths
  const uint64_t *inputDelays = nullptr; ///< from elsewhere to the input (SDF); by transition
  PathOutput *output = nullptr;
  /// When a change of the input that happens now gets to the path.
  uint64_t arrival(Scheduler &scheduler, unsigned from, unsigned to) const;
};

/// One value on its way to an output.
struct PathTransition {
  uint64_t time;
  uint8_t value;
};

/// A bit of an output with what is on its way, in order of time.
struct PathBit : CallbackTask {
  PathOutput *output = nullptr;
  uint32_t index = 0;
  uint8_t present = 3; ///< value that has been driven
  std::vector<PathTransition> pending;
  uint8_t last() const { return pending.empty() ? present : pending.back().value; }
};

/// The port that paths of an instance end at. It watches the value before the paths and
/// drives the one behind them (LRM 30.5.3, 30.6, 30.7).
class PathOutput : public ObservedBits {
public:
  PathOutput(Scheduler &scheduler, model::Design &design, model::Instance &instance,
             const model::PathOutputImage &image);
  PathOutput(const PathOutput &) = delete;
  PathOutput &operator=(const PathOutput &) = delete;

  const model::PathOutputImage &image;
  std::vector<ModulePath *> paths;
  /// Takes the present value over.
  void sourceChanged();

private:
  struct Choice;
  bool choose(uint32_t bit, unsigned from, unsigned to, Choice &choice) const;
  void schedule(PathBit &bit, uint8_t value);
  void takeBack(PathBit &bit, const Choice &choice, uint64_t &time);
  void showPulse(PathBit &bit, const Choice &choice, uint64_t &end);
  void deliver(PathBit &bit, uint8_t value);
  void deliverDue(PathBit &bit);
  void arm(PathBit &bit);

  Scheduler &scheduler;
  model::SlotEntry driver;
  uint32_t width;
  bool isFour;
  std::vector<PathBit> bits;
  std::vector<uint64_t> source;  ///< value seen last: a words, b words
};

/// The module paths of a design.
class ModulePaths {
public:
  ModulePaths(Scheduler &scheduler, model::Design &design)
      : scheduler(scheduler), design(design) {}
  /// Makes the elements of every instance, and brings the initial values of storage to the
  /// outputs.
  void build();
  bool empty() const { return outputs.empty(); }

  // --- Annotation (LRM 32) ---------------------------------------------------------
  /// Paths of an instance, in the order of the declarations.
  std::vector<ModulePath *> pathsOf(const model::Instance &instance);
  /// Copies of delays or limits that one path alone uses.
  uint64_t *ownDelays(ModulePath &path);
  uint64_t *ownInputDelays(ModulePath &path);

private:
  void addPath(model::Instance &instance, const model::ModulePathImage &image, PathOutput &output,
               uint32_t from, uint32_t width);

  Scheduler &scheduler;
  model::Design &design;
  std::deque<PathOutput> outputs;
  std::deque<ModulePath> paths;
  std::deque<std::vector<uint64_t>> tables; ///< delays of single paths, times by bit
  std::unordered_map<const model::Instance *, std::vector<ModulePath *>> pathsByInstance;
};

} // namespace circtsim::sched

#endif
