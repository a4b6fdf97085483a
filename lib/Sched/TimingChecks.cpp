//===- TimingChecks.cpp - system timing checks -------------------------------===//
//
// LRM 31. Each event of a check watches its signal; an event that happens while its condition
// is 1 is compared with what happened before:
//
//   stability windows   data may not change in (reference - setup, reference + hold): $setup,
//                       $hold, $setuphold, $removal, $recovery, $recrem (31.3). Of two events
//                       at the same time the second one finds the first. Limits may be
//                       negative (31.9): then more than the last event is remembered, as far
//                       back as the window reaches.
//   $width, $period     the time between edges of one signal (31.4.4, 31.4.5)
//   $skew and kin       the time from one event to the other, at most (31.4.1 - 31.4.3); the
//                       timer-based ones report when the time is up
//   $nochange           no data event around a level of the reference (31.4.6)
//
// A violation is reported and toggles the notifier (31.6).
//
// Delayed copies: signals of checks with negative limits are delayed until, for each check,
// no limit between the copies is negative: the least delays that satisfy
// data >= reference - hold and reference >= data - setup. The checks themselves look at the
// original signals, which is the same.
//
//===----------------------------------------------------------------------===//
#include "Sched/TimingChecks.h"

#include <algorithm>

namespace circtsim::sched {

using namespace circtsim::model;
using enum TimingCheckKind;

int64_t TimingCheck::setupLimit() const {
  switch (image->kind) {
  case Setup:
  case SetupHold:
  case Removal:
    return limit;
  case RecRem:
    return limit2;
  default:
    return 0;
  }
}

int64_t TimingCheck::holdLimit() const {
  switch (image->kind) {
  case Hold:
  case Recovery:
  case RecRem:
    return limit;
  case SetupHold:
    return limit2;
  default:
    return 0;
  }
}

static bool isOne(Scheduler &scheduler, const uint8_t *condition) {
  return !condition || (*condition && !condition[scheduler.planeDistance()]);
}

/// The transitions of the complementary edge.
static uint16_t opposite(uint16_t edges) {
  uint16_t result = 0;
  for (unsigned from = 0; from != 4; ++from)
    for (unsigned to = 0; to != 4; ++to) {
      auto inverse = [](unsigned code) { return code < 2 ? 1 - code : code; };
      if (edges >> (4 * inverse(from) + inverse(to)) & 1)
        result |= uint16_t(1u << (4 * from + to));
    }
  return result;
}

/// What a change of the watched bits is: an event, its complement.
static std::pair<bool, bool> classify(CheckEvent &event, uint64_t planeDistance, bool wantsOpposite) {
  uint64_t oldA = event.a, oldB = event.b;
  uint64_t changed = event.look(planeDistance);
  uint16_t edges = event.image->edges, others = wantsOpposite ? opposite(edges) : 0;
  bool isEvent = false, isOpposite = false;
  for (; changed; changed &= changed - 1) {
    auto bit = unsigned(std::countr_zero(changed));
    unsigned transition = 4 * ObservedBits::codeOf(oldA, oldB, bit) +
                          ObservedBits::codeOf(event.a, event.b, bit);
    isEvent |= edges >> transition & 1;
    isOpposite |= others >> transition & 1;
  }
  return {isEvent, isOpposite};
}

static void eventSignalChanged(ChangeListener &self, SignalId) {
  auto &event = static_cast<CheckEvent &>(self);
  TimingCheck &check = *event.check;
  TimingCheckKind kind = check.image->kind;
  Scheduler &scheduler = check.owner->getScheduler();
  bool isReference = &event == &check.reference;
  bool isLevel = isReference && (kind == Width || kind == Period || kind == NoChange);
  auto [isEvent, isOpposite] = classify(event, scheduler.planeDistance(), isLevel);
  bool isEnabled = isOne(scheduler, event.condition);
  if (isReference && isEvent && !isEnabled && !check.image->remainsActive &&
      (kind == TimeSkew || kind == FullSkew))
    check.isActive = false; // dormant until the next one (31.4.2)
  if (!isEnabled && !(isLevel && isOpposite))
    return;
  if (isLevel) {
    if (isEvent || isOpposite)
      check.owner->edgeHappened(check, !isEvent);
  } else if (isEvent) {
    isReference ? check.owner->referenceHappened(check) : check.owner->dataHappened(check);
  }
}

//===-- Messages ---------------------------------------------------------------------===//

std::string TimingChecks::nameOf(const TimingCheck &check, const CheckEvent &event) const {
  const ModuleImage &module = design.moduleOf(*check.instance);
  return design.signalName(module, event.image->signal);
}

static const char *nameOf(TimingCheckKind kind) {
  static constexpr const char *names[] = {
      "$setup", "$hold",     "$setuphold", "$recovery", "$removal", "$recrem",
      "$skew",  "$timeskew", "$fullskew",  "$width",    "$period",  "$nochange"};
  return names[unsigned(kind)];
}

/// 31.6: a notifier at x becomes a known value, one at z stays.
void TimingChecks::toggle(const TimingCheck &check) {
  if (!check.notifier.address)
    return;
  uint64_t a = 0, b = 0;
  loadBits(scheduler.planeDistance(), check.notifier.address, 0, 1, 1, true, &a, &b);
  if (b && !a)
    return;
  a = b ? 1 : !a;
  b = 0;
  storeBits(scheduler, check.notifier.address, check.notifier.signal, 0, 1, 1, true, &a, &b);
}

void TimingChecks::violated(TimingCheck &check, uint64_t first, uint64_t second, int64_t limit) {
  std::string limitText = (limit < 0 ? "-" : "") + client.timeText(uint64_t(std::abs(limit)));
  std::string text = std::string("timing violation: ") + sched::nameOf(check.image->kind) + " of " +
                     nameOf(check, check.reference) + " at " + client.timeText(first);
  if (check.image->data.signal != NoId)
    text += " and " + nameOf(check, check.data) + " at " + client.timeText(second);
  else
    text += " and " + client.timeText(second);
  client.report(check.image->pos, *check.instance, text + ", limit " + limitText);
  toggle(check);
}

//===-- Stability windows --------------------------------------------------------------===//

bool TimingChecks::isHeldBack(const TimingCheck &check, const CheckEvent::Occurrence &earlier) const {
  return !earlier.isEnabled || !isOne(scheduler, check.checkCondition);
}

/// Keeps the event that happens now, and of the earlier ones those that are still of use.
void TimingChecks::remember(TimingCheck &check, CheckEvent &event) {
  int64_t setup = check.setupLimit(), hold = check.holdLimit();
  uint64_t now = scheduler.now();
  if (setup >= 0 && hold >= 0) {
    event.past.clear();
  } else {
    auto reach = uint64_t(std::max(std::abs(setup), std::abs(hold)));
    std::erase_if(event.past, [&](const auto &o) { return now - o.time > reach; });
  }
  event.past.push_back({now, isOne(scheduler, check.stampCondition)});
}

/// Compares an event that happens now with those of the other kind.
void TimingChecks::checkWindow(TimingCheck &check, CheckEvent &event, const CheckEvent &other) {
  int64_t setup = check.setupLimit(), hold = check.holdLimit();
  uint64_t now = scheduler.now();
  bool isReference = &event == &check.reference;
  for (size_t i = other.past.size(); i-- != 0;) {
    const CheckEvent::Occurrence &earlier = other.past[i];
    auto distance = int64_t(now - earlier.time);
    bool isBefore = isReference && distance > 0; // data before the reference
    bool isInside = isBefore ? distance < setup && (hold >= 0 || distance > -hold)
                             : distance < hold && (setup >= 0 || distance > -setup);
    if (!isInside || isHeldBack(check, earlier))
      continue;
    violated(check, isReference ? now : earlier.time, isReference ? earlier.time : now,
             isBefore ? setup : hold);
    break;
  }
  remember(check, event);
}

//===-- Skews, levels, pulses ------------------------------------------------------------===//

void TimingChecks::open(TimingCheck &check, uint64_t ticks) {
  scheduler.cancel(check.timer);
  check.isActive = true;
  check.opened = scheduler.now();
  if (!check.image->isEventBased && !(check.timer.flags & TaskPending))
    scheduler.at(check.timer, ticks + 1);
}

void TimingChecks::close(TimingCheck &check) {
  check.isActive = false;
  scheduler.cancel(check.timer);
}

/// The time of a timer-based skew is up.
void TimingChecks::timerEnded(TimingCheck &check) {
  if (!check.isActive)
    return;
  check.isActive = false;
  int64_t limit = check.awaitsReference ? check.limit2 : check.limit;
  violated(check, check.awaitsReference ? scheduler.now() : check.opened,
           check.awaitsReference ? check.opened : scheduler.now(), limit);
}

/// A data event of $skew and event-based $timeskew, or one in time.
void TimingChecks::skewData(TimingCheck &check) {
  if (!check.isActive)
    return;
  uint64_t distance = scheduler.now() - check.opened;
  bool isLate = distance > uint64_t(check.limit);
  bool isSkew = check.image->kind == Skew ||
                (check.image->isEventBased && check.image->remainsActive);
  if (!isSkew)
    close(check);
  if (isLate)
    violated(check, check.opened, scheduler.now(), check.limit);
}

void TimingChecks::referenceHappened(TimingCheck &check) {
  switch (check.image->kind) {
  case Skew:
    check.isActive = true;
    check.opened = scheduler.now();
    return;
  case TimeSkew:
    open(check, uint64_t(check.limit));
    return;
  case FullSkew: {
    bool answers = check.isActive && check.awaitsReference;
    uint64_t from = check.opened;
    if (answers && scheduler.now() - from > uint64_t(check.limit2))
      violated(check, scheduler.now(), from, check.limit2);
    check.awaitsReference = false;
    answers ? close(check) : open(check, uint64_t(check.limit));
    return;
  }
  default:
    checkWindow(check, check.reference, check.data);
  }
}

void TimingChecks::dataHappened(TimingCheck &check) {
  switch (check.image->kind) {
  case Skew:
  case TimeSkew:
    return skewData(check);
  case FullSkew: {
    bool answers = check.isActive && !check.awaitsReference;
    uint64_t from = check.opened;
    if (answers && scheduler.now() - from > uint64_t(check.limit))
      violated(check, from, scheduler.now(), check.limit);
    check.awaitsReference = !answers;
    answers ? close(check) : open(check, uint64_t(check.limit2));
    return;
  }
  case NoChange:
    return changeDuringLevel(check);
  default:
    checkWindow(check, check.data, check.reference);
  }
}

/// Data of $nochange: not from `limit` before the level begins to `limit2` behind its end.
void TimingChecks::changeDuringLevel(TimingCheck &check) {
  auto now = int64_t(scheduler.now());
  check.data.past.assign(1, {uint64_t(now), true});
  if (check.reference.past.empty())
    return;
  auto begin = int64_t(check.reference.past.back().time);
  bool isInside = check.isActive ? now > begin - check.limit : now < int64_t(check.opened) + check.limit2;
  if (isInside)
    violated(check, uint64_t(begin), uint64_t(now), check.isActive ? check.limit : check.limit2);
}

void TimingChecks::levelEdge(TimingCheck &check, bool isOpposite) {
  uint64_t now = scheduler.now();
  if (isOpposite) {
    if (check.isActive)
      check.opened = now; // closed
    check.isActive = false;
    return;
  }
  check.isActive = true;
  check.reference.past.assign(1, {now, true});
  if (!check.data.past.empty() && int64_t(now - check.data.past.back().time) < check.limit)
    violated(check, now, check.data.past.back().time, check.limit);
}

void TimingChecks::pulseEdge(TimingCheck &check, bool isOpposite) {
  std::vector<CheckEvent::Occurrence> &past = check.reference.past;
  uint64_t now = scheduler.now();
  bool isPeriod = check.image->kind == Period;
  if (isPeriod == isOpposite) { // begins a pulse; $period has no use for the other edge
    if (!isPeriod)
      past.assign(1, {now, true});
    return;
  }
  if (!past.empty()) {
    auto width = int64_t(now - past.back().time);
    if (width < check.limit && (isPeriod || width > check.limit2))
      violated(check, past.back().time, now, check.limit);
  }
  past.clear();
  if (isPeriod)
    past.push_back({now, true});
}

void TimingChecks::edgeHappened(TimingCheck &check, bool isOpposite) {
  if (check.image->kind == NoChange)
    levelEdge(check, isOpposite);
  else
    pulseEdge(check, isOpposite);
}

//===-- Delayed copies -----------------------------------------------------------------===//

static void driveCopy(DelayedCopy &copy, uint64_t a, uint64_t b) {
  storeBits(*copy.scheduler, copy.driver.address, copy.driver.signal, 0, copy.count, copy.count,
            copy.isFour, &a, copy.isFour ? &b : nullptr);
}

static void armCopy(DelayedCopy &copy) {
  if (!copy.pending.empty() && !copy.timer.bucket && !(copy.timer.flags & TaskPending))
    copy.scheduler->at(copy.timer, copy.pending.front().time - copy.scheduler->now());
}

static void copiedSignalChanged(ChangeListener &self, SignalId) {
  auto &copy = static_cast<DelayedCopy &>(self);
  if (!copy.look(copy.scheduler->planeDistance()))
    return;
  if (!copy.delay && copy.pending.empty())
    return driveCopy(copy, copy.a, copy.b);
  copy.pending.push_back({copy.scheduler->now() + copy.delay, copy.a, copy.b});
  armCopy(copy);
}

static void copyArrived(void *data) {
  auto &copy = *static_cast<DelayedCopy *>(data);
  while (!copy.pending.empty() && copy.pending.front().time <= copy.scheduler->now()) {
    DelayedCopy::Value value = copy.pending.front();
    copy.pending.pop_front();
    driveCopy(copy, value.a, value.b);
  }
  armCopy(copy);
}

DelayedCopy *TimingChecks::addCopy(TimingCheck &check, CheckEvent &event) {
  if (event.image->delayed == NoId)
    return nullptr;
  for (size_t i = copies.size(); i-- != 0 && copies[i].instance == check.instance;)
    if (copies[i].slot == event.image->delayed)
      return &copies[i];
  DelayedCopy &copy = copies.emplace_back();
  copy.bind(design, *check.instance, event.image->signal, event.image->lo, event.count);
  copy.instance = check.instance;
  copy.slot = event.image->delayed;
  copy.driver = check.instance->slots[event.image->delayed];
  copy.scheduler = &scheduler;
  copy.changed = copiedSignalChanged;
  copy.timer.function = copyArrived;
  copy.timer.data = &copy;
  copy.look(scheduler.planeDistance());
  driveCopy(copy, copy.a, copy.b);
  scheduler.listen(copy.signal, copy);
  return &copy;
}

void TimingChecks::updateDelays() {
  for (DelayedCopy &copy : copies)
    copy.delay = 0;
  if (copies.empty())
    return;
  bool isChanged = true;
  for (size_t round = 0; isChanged && round <= copies.size(); ++round) {
    isChanged = false;
    for (TimingCheck &check : checks) {
      DelayedCopy *reference = check.referenceCopy, *data = check.dataCopy;
      int64_t setup = check.setupLimit(), hold = check.holdLimit();
      auto delayOf = [](DelayedCopy *copy) { return copy ? int64_t(copy->delay) : 0; };
      auto raise = [&](DelayedCopy *copy, int64_t least) {
        if (!copy || int64_t(copy->delay) >= least)
          return;
        copy->delay = uint64_t(least);
        isChanged = true;
      };
      raise(reference, delayOf(data) - setup);
      raise(data, delayOf(reference) - hold);
    }
  }
  if (!isChanged)
    return;
  for (TimingCheck &check : checks)
    if (check.setupLimit() < 0 || check.holdLimit() < 0)
      return client.report(check.image->pos, *check.instance,
                           "no delays of the copies satisfy the negative limits of this check");
}

//===-- Elements of the design -------------------------------------------------------===//

void TimingChecks::addEvent(TimingCheck &check, CheckEvent &event, const CheckEventImage &image) {
  event.check = &check;
  event.image = &image;
  if (image.signal == NoId)
    return;
  event.bind(design, *check.instance, image.signal, image.lo, std::min(image.width, 64u));
  event.condition = conditionAddress(design, *check.instance, image.condition);
  event.changed = eventSignalChanged;
  event.look(scheduler.planeDistance());
}

void TimingChecks::build() {
  for (Instance *instance : design.instances)
    for (const TimingCheckImage &image : design.moduleOf(*instance).timingChecks) {
      TimingCheck &check = checks.emplace_back();
      check.image = &image;
      check.instance = instance;
      check.owner = this;
      check.limit = image.limit;
      check.limit2 = image.limit2;
      check.stampCondition = conditionAddress(design, *instance, image.stampCondition);
      check.checkCondition = conditionAddress(design, *instance, image.checkCondition);
      if (image.notifier != NoId)
        check.notifier = design.signalAt(*instance, image.notifier);
      check.timer.data = &check;
      check.timer.function = [](void *data) {
        auto &check = *static_cast<TimingCheck *>(data);
        check.owner->timerEnded(check);
      };
      addEvent(check, check.reference, image.reference);
      addEvent(check, check.data, image.data);
      check.referenceCopy = addCopy(check, check.reference);
      check.dataCopy = addCopy(check, check.data);
      checksByInstance[instance].push_back(&check);
    }
  // The listener that came last hears first: in this order violations are reported in the order
  // of the source.
  for (auto check = checks.rbegin(); check != checks.rend(); ++check)
    for (CheckEvent *event : {&check->data, &check->reference})
      if (event->image->signal != NoId && event->image->edges)
        scheduler.listen(event->signal, *event);
  updateDelays();
}

std::vector<TimingCheck *> TimingChecks::checksOf(const Instance &instance) {
  auto found = checksByInstance.find(&instance);
  return found == checksByInstance.end() ? std::vector<TimingCheck *>() : found->second;
}

} // namespace circtsim::sched
