//===- ModulePaths.cpp - delays between the ports of a module ---------------===//
//
// LRM 30. Each path notes when its input changed last (or had its edge). When the value
// before the paths of an output changes, bit by bit: among the paths to that bit whose
// condition is not 0, those whose input changed last are active, and of these the one with
// the least delay for the transition is used (30.5.3). The delay counts from the change of
// the input, so that of the path and the delays inside of the module the larger one is what
// one sees (30.6). Without an active path there is no delay.
//
// Pulses (30.7): a bit keeps what is on its way in order of time. The distance between the
// last transition and the new one, the width of a pulse, is compared with the limits of the
// new one's path: below the reject limit the pulse vanishes, below the error limit it shows
// x, from its begin (on event) or at once (on detect). Both limits are the delay unless
// PATHPULSE$ or an annotation says otherwise: then all that is on its way vanishes. A pulse
// whose end comes before its begin vanishes too, or, if cancelled ones are to be shown, is
// x between the two.
//
// Everything happens in the store that changes the signal, or in a task of the active
// region when the delay has passed.
//
//===----------------------------------------------------------------------===//
#include "Sched/ModulePaths.h"

#include "Value/WordBuffer.h"
#include "Value/Words.h"

#include <algorithm>

namespace circtsim::sched {

using namespace circtsim::model;

static constexpr uint8_t CodeX = 3;

unsigned pathTransition(unsigned from, unsigned to) {
  static constexpr uint8_t numbers[16] = {0, 0, 2, 6, 1, 0, 4, 8, 5, 3, 0, 11, 9, 7, 10, 0};
  return numbers[from * 4 + to];
}

uint64_t ModulePath::arrival(Scheduler &scheduler, unsigned from, unsigned to) const {
  return scheduler.now() + (inputDelays ? inputDelays[pathTransition(from, to)] : 0);
}

static void inputChanged(ChangeListener &self, SignalId) {
  auto &path = static_cast<ModulePath &>(self);
  Scheduler &scheduler = *static_cast<Scheduler *>(path.data);
  uint64_t oldA = path.a, oldB = path.b;
  uint64_t changed = path.look(scheduler.planeDistance());
  if (path.image->edge) {
    unsigned from = ObservedBits::codeOf(oldA, oldB, 0), to = ObservedBits::codeOf(path.a, path.b, 0);
    uint16_t edges = path.image->edge == 1 ? RisingEdges : FallingEdges;
    changed = edges >> (4 * from + to) & 1;
    if (changed && path.bitChanges)
      std::fill_n(path.bitChanges, path.count, path.arrival(scheduler, from, to));
  }
  for (; changed; changed &= changed - 1) {
    auto bit = unsigned(std::countr_zero(changed));
    uint64_t time = path.arrival(scheduler, ObservedBits::codeOf(oldA, oldB, bit),
                             ObservedBits::codeOf(path.a, path.b, bit));
    if (path.bitChanges)
      path.bitChanges[bit] = time;
    path.lastChange = time;
  }
}

//===-- Outputs ----------------------------------------------------------------------===//

/// What the active path says of a transition.
struct PathOutput::Choice {
  uint64_t from = 0;  ///< change of the input
  uint64_t delay = 0;
  const ModulePath *path = nullptr;
};

PathOutput::PathOutput(Scheduler &scheduler, Design &design, Instance &instance,
                       const PathOutputImage &image)
    : image(image), scheduler(scheduler), driver(instance.slots[image.driver]) {
  bind(design, instance, image.source, 0, 0);
  width = objectWidth;
  isFour = ObservedBits::isFour;
  bits = std::vector<PathBit>(width);
  for (uint32_t i = 0; i != width; ++i) {
    bits[i].output = this;
    bits[i].index = i;
    bits[i].present = isFour ? CodeX : 0;
    bits[i].data = &bits[i];
    bits[i].function = [](void *data) {
      auto &bit = *static_cast<PathBit *>(data);
      bit.output->deliverDue(bit);
      bit.output->arm(bit);
    };
  }
  uint32_t words = value::wordsFor(width);
  source.assign(2 * words, 0);
  if (isFour)
    for (uint32_t i = 0; i != 2 * words; ++i)
      source[i] = i % words + 1 == words ? value::topMask(width) : ~uint64_t(0);
}

void PathOutput::sourceChanged() {
  uint32_t words = value::wordsFor(width);
  value::WordBuffer next(2 * words);
  for (uint32_t i = 0; i != 2 * words; ++i)
    next[i] = 0;
  loadBits(scheduler.planeDistance(), address, 0, width, width, isFour, next, next + words);
  for (uint32_t word = 0; word != words; ++word) {
    uint64_t newA = next[word], newB = isFour ? next[words + word] : 0;
    uint64_t changed = (source[word] ^ newA) | (source[words + word] ^ newB);
    source[word] = newA;
    source[words + word] = newB;
    for (; changed; changed &= changed - 1) {
      auto bit = unsigned(std::countr_zero(changed));
      schedule(bits[word * 64 + bit], uint8_t(codeOf(newA, newB, bit)));
    }
  }
}

bool PathOutput::choose(uint32_t bit, unsigned from, unsigned to, Choice &choice) const {
  unsigned transition = pathTransition(from, to);
  for (const ModulePath *path : paths) {
    uint32_t at = bit - path->lo;
    if (at >= path->width)
      continue;
    if (path->condition && !(*path->condition | path->condition[scheduler.planeDistance()]))
      continue;
    uint64_t time = path->bitChanges ? path->bitChanges[at] : path->lastChange;
    uint64_t delay = path->delays[transition];
    bool isBetter = !choice.path || time > choice.from ||
                    (time == choice.from && delay < choice.delay);
    if (isBetter)
      choice = {time, delay, path};
  }
  return choice.path != nullptr;
}

void PathOutput::schedule(PathBit &bit, uint8_t value) {
  deliverDue(bit);
  uint8_t last = bit.last();
  Choice choice;
  uint64_t time = scheduler.now();
  if (last != value && choose(bit.index, last, value, choice))
    time = std::max(time, choice.from + choice.delay);
  if (last != value)
    takeBack(bit, choice, time);
  if (bit.last() != value) {
    if (time == scheduler.now())
      deliver(bit, value);
    else
      bit.pending.push_back({time, value});
  }
  arm(bit);
}

/// Removes the pulses that a transition at `time` makes too short, or has them show x.
void PathOutput::takeBack(PathBit &bit, const Choice &choice, uint64_t &time) {
  const ModulePath *path = choice.path;
  bool showsCancelled = path && path->image->showsCancelled;
  auto limitOf = [&](uint64_t limit, double share) {
    return std::min(share < 0 ? limit : uint64_t(double(choice.delay) * share), choice.delay);
  };
  uint64_t error = ~uint64_t(0), reject = error;
  if (path && path->hasLimits) {
    error = limitOf(path->errorLimit, path->errorShare);
    reject = std::min(error, limitOf(path->rejectLimit, path->rejectShare));
  }
  while (!bit.pending.empty()) {
    uint64_t begin = bit.pending.back().time;
    if (time >= begin && time - begin >= error)
      return;
    if (time < begin ? showsCancelled : time - begin >= reject)
      return showPulse(bit, choice, time);
    bit.pending.pop_back();
  }
}

/// The last transition on its way begins a pulse that shows x; the transition that ends it
/// comes at `end`, which may be before.
void PathOutput::showPulse(PathBit &bit, const Choice &choice, uint64_t &end) {
  uint64_t begin = std::min(bit.pending.back().time, end);
  end = std::max(bit.pending.back().time, end);
  bit.pending.pop_back();
  if (choice.path->image->isOnDetect || begin <= scheduler.now()) {
    bit.pending.clear();
    deliver(bit, CodeX);
  } else if (bit.last() != CodeX) {
    while (!bit.pending.empty() && bit.pending.back().time >= begin)
      bit.pending.pop_back();
    bit.pending.push_back({begin, CodeX});
  }
}

void PathOutput::deliver(PathBit &bit, uint8_t value) {
  bit.present = value;
  uint64_t a = value & 1, b = value >> 1;
  storeBits(scheduler, driver.address, driver.signal, bit.index, 1, width, isFour, &a, &b);
}

/// Drives what has arrived; the task is not in the wheel or its time has come.
void PathOutput::deliverDue(PathBit &bit) {
  while (!bit.pending.empty() && bit.pending.front().time <= scheduler.now()) {
    uint8_t value = bit.pending.front().value;
    bit.pending.erase(bit.pending.begin());
    deliver(bit, value);
  }
}

/// Puts the task where the first transition needs it. In a queue it arms itself again.
void PathOutput::arm(PathBit &bit) {
  uint64_t wanted = bit.pending.empty() ? 0 : bit.pending.front().time;
  if (bit.bucket) {
    if (bit.time == wanted)
      return;
    scheduler.cancel(bit);
  }
  if (wanted && !(bit.flags & TaskPending))
    scheduler.at(bit, wanted - scheduler.now());
}

//===-- Elements of the design -------------------------------------------------------===//

void ModulePaths::build() {
  for (Instance *instance : design.instances) {
    const ModuleImage &module = design.moduleOf(*instance);
    if (module.pathOutputs.empty())
      continue;
    size_t first = outputs.size();
    for (const PathOutputImage &image : module.pathOutputs) {
      PathOutput &output = outputs.emplace_back(scheduler, design, *instance, image);
      output.changed = [](ChangeListener &self, SignalId) {
        static_cast<PathOutput &>(static_cast<ObservedBits &>(self)).sourceChanged();
      };
    }
    for (const ModulePathImage &image : module.paths) {
      uint32_t step = 64;
      for (uint32_t from = 0; from < image.inputWidth; from += step)
        addPath(*instance, image, outputs[first + image.output], from,
                std::min(step, image.inputWidth - from));
    }
  }
  for (PathOutput &output : outputs) {
    scheduler.listen(output.signal, output);
    output.sourceChanged();
  }
  // Behind the outputs in the lists of listeners of their signals means before them: a change
  // of a signal that is input and value at once is noted first.
  for (ModulePath &path : paths)
    scheduler.listen(path.signal, path);
}

void ModulePaths::addPath(Instance &instance, const ModulePathImage &image, PathOutput &output,
                          uint32_t from, uint32_t width) {
  ModulePath &path = paths.emplace_back();
  path.bind(design, instance, image.input, image.inputLo + from, width);
  path.look(scheduler.planeDistance());
  path.changed = inputChanged;
  path.data = &scheduler;
  path.image = &image;
  path.instance = &instance;
  path.output = &output;
  path.lo = image.isFull ? image.lo : image.lo + from;
  path.width = image.isFull ? image.width : width;
  path.condition = conditionAddress(design, instance, image.condition);
  path.delays = image.delays.data();
  path.hasLimits = image.hasLimits;
  path.rejectLimit = image.rejectLimit;
  path.errorLimit = image.errorLimit;
  if (!image.isFull && width > 1)
    path.bitChanges = tables.emplace_back(width, 0).data();
  output.paths.push_back(&path);
  pathsByInstance[&instance].push_back(&path);
}

std::vector<ModulePath *> ModulePaths::pathsOf(const Instance &instance) {
  auto found = pathsByInstance.find(&instance);
  return found == pathsByInstance.end() ? std::vector<ModulePath *>() : found->second;
}

uint64_t *ModulePaths::ownDelays(ModulePath &path) {
  if (path.delays == path.image->delays.data())
    path.delays = tables.emplace_back(path.image->delays).data();
  return const_cast<uint64_t *>(path.delays);
}

uint64_t *ModulePaths::ownInputDelays(ModulePath &path) {
  if (!path.inputDelays)
    path.inputDelays = tables.emplace_back(PathTransitions, 0).data();
  return const_cast<uint64_t *>(path.inputDelays);
}

} // namespace circtsim::sched
