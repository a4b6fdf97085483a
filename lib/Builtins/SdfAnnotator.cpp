//===- SdfAnnotator.cpp - a delay file changes delays and limits ---------------===//
//
// IEEE 1800-2023 clause 32. Every cell names an instance below the start; its entries
// change the module paths and timing checks of that instance which they match:
//
//   IOPATH        paths with these ends; without COND whatever their condition is, without an
//                 edge whatever their edge is (32.4.1)
//   DEVICE        all paths to a port, or of the instance
//   PATHPULSE, PATHPULSEPERCENT  pulse limits of paths, of all without ports (32.7)
//   INTERCONNECT, PORT, NETDELAY  delays on the way to a port: added to the time at which paths
//                 that begin at the port see its changes (32.4.4). What else reads the port sees
//                 them without that delay, and is told so.
//   timing checks limits; SETUP and HOLD count for $setuphold too, and so on (Table 32-2)
//
// ABSOLUTE replaces, INCREMENT adds. Lists of 1, 2, 3, 6 and 12 delays stand for transitions
// as in specify blocks (Table 30-3); what is missing in a list stays.
//
//===----------------------------------------------------------------------===//
#include "Builtins/SdfAnnotator.h"

#include <algorithm>
#include <cmath>

namespace circtsim::builtins {

using namespace circtsim::model;
using sched::ModulePath;
using sched::TimingCheck;

//===-- Names ----------------------------------------------------------------------------===//

/// The instance that the first `count` names lead to; null without.
Instance *SdfAnnotator::instanceAt(const std::vector<SdfName> &names, size_t count,
                                   Instance &from) const {
  auto lookUp = [&](bool asEscaped) -> Instance * {
    std::vector<std::string> texts;
    for (size_t i = 0; i != count; ++i) {
      bool isEscaped = asEscaped && names[i].isEscaped;
      texts.push_back(isEscaped ? "\\" + names[i].text + " " : names[i].text);
    }
    std::vector<std::string_view> parts(texts.begin(), texts.end());
    Lookup found = design.lookupNames(from, parts, 0);
    return found.kind == Lookup::OfInstance ? found.instance : nullptr;
  };
  if (!count)
    return &from;
  Instance *found = lookUp(false);
  return found ? found : lookUp(true);
}

/// `name`, `name[3]`, `name[7:4]` of a signal that the module declares.
SdfAnnotator::Terminal SdfAnnotator::terminal(const Instance &instance,
                                              std::string_view name) const {
  const ModuleImage &module = design.moduleOf(instance);
  std::vector<SdfName> plain = splitSdfPath(name, '\0');
  if (plain.empty())
    return {};
  auto find = [&](std::string_view wanted) {
    for (uint32_t i = 0; i != module.signals.size(); ++i)
      if (module.signals[i].scope == 0 && module.signals[i].name == wanted)
        return i;
    return NoId;
  };
  const std::string &text = plain[0].text;
  Terminal result;
  for (const std::string &spelling : {text, "\\" + text + " "})
    if (result.signal = find(spelling); result.signal != NoId) {
      result.width = design.image.types[module.signals[result.signal].type].width;
      return result;
    }
  size_t bracket = text.find('[');
  if (bracket == std::string::npos)
    return {};
  result.signal = find(std::string_view(text).substr(0, bracket));
  if (result.signal == NoId)
    return {};
  const TypeImage &type = design.image.types[module.signals[result.signal].type];
  int left = std::atoi(text.c_str() + bracket + 1), right = left;
  if (size_t colon = text.find(':', bracket); colon != std::string::npos)
    right = std::atoi(text.c_str() + colon + 1);
  auto bitOf = [&](int index) { return type.left >= type.right ? index - type.right : type.right - index; };
  int lo = std::min(bitOf(left), bitOf(right)), hi = std::max(bitOf(left), bitOf(right));
  if (lo < 0 || uint32_t(hi) >= type.width)
    return {};
  result.lo = uint32_t(lo);
  result.width = uint32_t(hi - lo + 1);
  return result;
}

//===-- Values ---------------------------------------------------------------------------===//

std::optional<double> SdfAnnotator::chosen(const SdfValue &value) const {
  const std::optional<double> &base = value[scaling.base];
  return base ? std::optional(*base * scaling.factor) : std::nullopt;
}

/// Rounded to the precision of the module, as its own delays are.
int64_t SdfAnnotator::ticks(double value, const Instance &instance) const {
  int precision = design.moduleOf(instance).timePrecision;
  double steps = value * file.timescale * std::pow(10.0, -precision);
  double perStep = std::pow(10.0, precision - design.image.timePrecision);
  return std::llround(steps + std::copysign(1e-9, steps)) * int64_t(std::llround(perStep));
}

/// The transitions that a list of delays changes. Those from and to x follow from the others
/// unless the list has them.
SdfAnnotator::Changes SdfAnnotator::changesOf(const std::vector<SdfDelay> &delays) const {
  Changes changes;
  auto value = [&](size_t i) {
    return i < delays.size() ? chosen(delays[i].delay) : std::optional<double>();
  };
  if (delays.size() > 3) {
    for (size_t i = 0; i != sched::PathTransitions; ++i)
      changes[i] = value(i);
    return changes;
  }
  std::optional<double> rise = value(0), fall = delays.size() > 1 ? value(1) : rise;
  changes[0] = changes[2] = changes[3] = rise;
  changes[1] = changes[4] = changes[5] = fall;
  if (delays.size() == 3)
    changes[2] = changes[4] = value(2);
  return changes;
}

/// Changes the delays of a path, or of an input of one, by a list.
static void apply(uint64_t *delays, const std::array<std::optional<int64_t>, 12> &changes,
                  bool isIncrement, bool hasUnknown) {
  for (size_t i = 0; i != changes.size(); ++i)
    if (changes[i])
      delays[i] = uint64_t(std::max<int64_t>(0, *changes[i] + (isIncrement ? int64_t(delays[i]) : 0)));
  if (hasUnknown)
    return;
  uint64_t t01 = delays[0], t10 = delays[1], t0z = delays[2], tz1 = delays[3], t1z = delays[4],
           tz0 = delays[5];
  const uint64_t unknown[6] = {std::min(t0z, t01), std::max(tz1, t01), std::min(t1z, t10),
                               std::max(tz0, t10), std::max(t1z, t0z), std::min(tz0, tz1)};
  std::copy_n(unknown, 6, delays + 6);
}

/// A condition without the parentheses around all of it.
static std::string_view bare(std::string_view text) {
  while (text.size() > 1 && text.front() == '(') {
    int depth = 0;
    size_t end = 0;
    for (; end != text.size(); ++end) {
      depth += text[end] == '(' ? 1 : text[end] == ')' ? -1 : 0;
      if (!depth)
        break;
    }
    if (end + 1 != text.size())
      break;
    text = text.substr(1, text.size() - 2);
  }
  return text;
}

//===-- Paths ----------------------------------------------------------------------------===//

bool SdfAnnotator::isMeant(const SdfEntry &entry, const ModulePath &path, const Terminal &from,
                           const Terminal &to) const {
  const ModulePathImage &image = *path.image;
  if (!entry.condition.empty() && bare(entry.condition) != bare(image.conditionText))
    return false;
  if (entry.isCondElse && !image.isIfnone)
    return false;
  bool fitsEdge = entry.from.edge == SdfEdge::Any ||
                  (entry.from.edge == SdfEdge::Posedge && image.edge == 1) ||
                  (entry.from.edge == SdfEdge::Negedge && image.edge == 2);
  auto covers = [](const Terminal &terminal, uint32_t signal, uint32_t lo, uint32_t width) {
    return terminal.signal == NoId || (terminal.signal == signal && terminal.lo <= lo &&
                                       lo + width <= terminal.lo + terminal.width);
  };
  return fitsEdge && covers(from, image.input, path.first, path.count) &&
         covers(to, path.output->image.port, path.lo, path.width);
}

void SdfAnnotator::setDelays(const SdfEntry &entry, ModulePath &path) {
  sched::ModulePaths &paths = *context.modulePaths();
  auto limit = [&](double value) { return uint64_t(std::max<int64_t>(0, ticks(value, *path.instance))); };
  bool isShare = entry.kind == SdfKind::PathpulsePercent;
  if (isShare || entry.kind == SdfKind::Pathpulse) {
    if (entry.delays.empty())
      return;
    auto value = [&](size_t i) {
      const SdfValue &given = entry.delays[std::min(i, entry.delays.size() - 1)].delay;
      return isShare ? given[scaling.base] : chosen(given);
    };
    std::optional<double> reject = value(0), error = value(1);
    if (!reject)
      reject = error;
    if (!reject)
      return;
    path.hasLimits = true;
    path.rejectShare = isShare ? *reject / 100 : -1;
    path.errorShare = isShare ? error.value_or(*reject) / 100 : -1;
    path.rejectLimit = limit(*reject);
    path.errorLimit = limit(error.value_or(*reject));
    return;
  }
  std::array<std::optional<int64_t>, sched::PathTransitions> changes;
  Changes values = changesOf(entry.delays);
  for (size_t i = 0; i != values.size(); ++i)
    if (values[i])
      changes[i] = ticks(*values[i], *path.instance);
  apply(paths.ownDelays(path), changes, entry.isIncrement, entry.delays.size() > 6);
  for (const SdfDelay &delay : entry.delays) {
    std::optional<double> reject = chosen(delay.reject), error = chosen(delay.error);
    if (!reject && !error)
      continue;
    path.hasLimits = true;
    path.rejectShare = path.errorShare = -1;
    path.rejectLimit = limit(reject.value_or(error.value_or(0)));
    path.errorLimit = limit(error.value_or(reject.value_or(0)));
    break;
  }
}

void SdfAnnotator::annotatePaths(const SdfEntry &entry, Instance &instance) {
  bool isDevice = entry.kind == SdfKind::Device;
  Terminal from, to;
  const std::string &source = isDevice ? entry.to.name : entry.from.name;
  const std::string &target = isDevice ? entry.from.name : entry.to.name;
  if (!source.empty())
    from = terminal(instance, source);
  if (!target.empty())
    to = terminal(instance, target);
  bool isKnown = (source.empty() || from.signal != NoId) && (target.empty() || to.signal != NoId);
  bool isFound = false;
  if (isKnown && context.modulePaths())
    for (ModulePath *path : context.modulePaths()->pathsOf(instance))
      if (isMeant(entry, *path, from, to)) {
        setDelays(entry, *path);
        isFound = true;
      }
  if (!isFound)
    warn(entry.line, "no module path" + (source.empty() ? "" : " from " + source) +
                         (target.empty() ? "" : " to " + target) + " in " + design.path(instance) +
                         " to annotate");
}

/// Delays on the way to a port of an instance below.
void SdfAnnotator::annotateInput(const SdfEntry &entry, Instance &instance) {
  bool isConnection = entry.kind == SdfKind::Interconnect;
  const std::string &text = isConnection ? entry.to.name : entry.from.name;
  std::vector<SdfName> names = splitSdfPath(text, file.divider);
  Instance *owner = names.empty() ? nullptr : instanceAt(names, names.size() - 1, instance);
  Terminal port = owner ? terminal(*owner, names.back().text) : Terminal();
  bool isFound = false;
  if (port.signal != NoId && context.modulePaths())
    for (ModulePath *path : context.modulePaths()->pathsOf(*owner)) {
      bool begins = path->image->input == port.signal && port.lo <= path->first &&
                    path->first + path->count <= port.lo + port.width;
      if (!begins)
        continue;
      std::array<std::optional<int64_t>, sched::PathTransitions> changes;
      Changes values = changesOf(entry.delays);
      for (size_t i = 0; i != values.size(); ++i)
        if (values[i])
          changes[i] = ticks(*values[i], *owner);
      apply(context.modulePaths()->ownInputDelays(*path), changes, entry.isIncrement,
            entry.delays.size() > 6);
      isFound = true;
    }
  if (!isFound)
    warn(entry.line, "no module path begins at " + text + " in " + design.path(instance) +
                         ": the delay of the connection has no effect");
}

//===-- Timing checks -----------------------------------------------------------------------===//

bool SdfAnnotator::matches(const SdfPort &port, const sched::CheckEvent &event,
                           const Instance &instance) const {
  Terminal place = terminal(instance, port.name);
  const CheckEventImage &image = *event.image;
  if (place.signal == NoId || place.signal != image.signal || place.lo > image.lo ||
      image.lo + image.width > place.lo + place.width)
    return false;
  if (!port.condition.empty() && bare(port.condition) != bare(image.conditionText))
    return false;
  return port.edge == SdfEdge::Any || port.edge == SdfEdge::Other ||
         (port.edge == SdfEdge::Posedge && image.edges == sched::RisingEdges) ||
         (port.edge == SdfEdge::Negedge && image.edges == sched::FallingEdges);
}

/// Table 32-2: the limits of a check that an entry gives, from the values it has. -1: none.
static std::optional<std::pair<int, int>> limitsFor(SdfKind entry, TimingCheckKind check) {
  using enum TimingCheckKind;
  struct Row {
    SdfKind entry;
    TimingCheckKind check;
    int limit, limit2;
  };
  static constexpr Row rows[] = {
      {SdfKind::Setup, Setup, 0, -1},           {SdfKind::Setup, SetupHold, 0, -1},
      {SdfKind::Hold, Hold, 0, -1},             {SdfKind::Hold, SetupHold, -1, 0},
      {SdfKind::SetupHold, Setup, 0, -1},       {SdfKind::SetupHold, Hold, 1, -1},
      {SdfKind::SetupHold, SetupHold, 0, 1},    {SdfKind::Recovery, Recovery, 0, -1},
      {SdfKind::Recovery, RecRem, 0, -1},       {SdfKind::Removal, Removal, 0, -1},
      {SdfKind::Removal, RecRem, -1, 0},        {SdfKind::RecRem, Recovery, 0, -1},
      {SdfKind::RecRem, Removal, 1, -1},        {SdfKind::RecRem, RecRem, 0, 1},
      {SdfKind::Skew, Skew, 0, -1},             {SdfKind::Skew, TimeSkew, 0, -1},
      {SdfKind::BidirectSkew, FullSkew, 0, 1},  {SdfKind::Width, Width, 0, -1},
      {SdfKind::Period, Period, 0, -1},         {SdfKind::NoChange, NoChange, 0, 1},
  };
  for (const Row &row : rows)
    if (row.entry == entry && row.check == check)
      return std::pair(row.limit, row.limit2);
  return std::nullopt;
}

bool SdfAnnotator::annotateCheck(const SdfEntry &entry, TimingCheck &check) {
  auto limits = limitsFor(entry.kind, check.image->kind);
  if (!limits)
    return false;
  bool hasDataFirst = entry.kind == SdfKind::Setup || entry.kind == SdfKind::Hold ||
                      entry.kind == SdfKind::SetupHold;
  const SdfPort &reference = hasDataFirst ? entry.to : entry.from;
  const SdfPort &data = hasDataFirst ? entry.from : entry.to;
  if (!matches(reference, check.reference, *check.instance))
    return false;
  if (!data.name.empty() && !matches(data, check.data, *check.instance))
    return false;
  bool allowsNegative = check.image->kind == TimingCheckKind::SetupHold ||
                        check.image->kind == TimingCheckKind::RecRem ||
                        check.image->kind == TimingCheckKind::NoChange;
  auto set = [&](int64_t &limit, int from) {
    if (from < 0 || size_t(from) >= entry.delays.size())
      return;
    if (auto value = chosen(entry.delays[size_t(from)].delay)) {
      limit = ticks(*value, *check.instance);
      if (limit < 0 && !allowsNegative) {
        warn(entry.line, "a negative limit is taken as 0");
        limit = 0;
      }
    }
  };
  set(check.limit, limits->first);
  set(check.limit2, limits->second);
  return true;
}

void SdfAnnotator::annotateLimits(const SdfEntry &entry, Instance &instance) {
  if (!context.timingChecks())
    return warn(entry.line, "no timing check in " + design.path(instance) + " to annotate");
  bool isFound = false;
  for (TimingCheck *check : context.timingChecks()->checksOf(instance))
    isFound |= annotateCheck(entry, *check);
  if (!isFound)
    warn(entry.line, "no timing check on " + entry.from.name +
                         (entry.to.name.empty() ? "" : " and " + entry.to.name) + " in " +
                         design.path(instance) + " to annotate");
}

//===-- Cells ----------------------------------------------------------------------------===//

void SdfAnnotator::annotate(const SdfEntry &entry, Instance &instance) {
  size_t before = messages.size();
  annotateEntry(entry, instance);
  if (messages.size() != before)
    return;
  std::string text(sdfName(entry.kind));
  for (const SdfPort *port : {&entry.from, &entry.to})
    if (!port->name.empty())
      text += " " + port->name;
  annotations.push_back({entry.line, text + " in " + design.path(instance)});
}

void SdfAnnotator::annotateEntry(const SdfEntry &entry, Instance &instance) {
  switch (entry.kind) {
  case SdfKind::Iopath:
  case SdfKind::Device:
  case SdfKind::Pathpulse:
  case SdfKind::PathpulsePercent:
    return annotatePaths(entry, instance);
  case SdfKind::Interconnect:
  case SdfKind::Port:
  case SdfKind::Netdelay:
    return annotateInput(entry, instance);
  default:
    return annotateLimits(entry, instance);
  }
}

void SdfAnnotator::annotate(const SdfCell &cell, Instance &instance) {
  const std::string &definition = design.moduleOf(instance).definition;
  if (!cell.type.empty() && cell.type != definition)
    return warn(cell.line, design.path(instance) + " is an instance of " + definition + ", not of " +
                               cell.type + ": not annotated");
  for (const SdfEntry &entry : cell.entries)
    annotate(entry, instance);
}

void SdfAnnotator::annotateAll(const SdfCell &cell, Instance &below) {
  if (design.moduleOf(below).definition == cell.type)
    annotate(cell, below);
  for (size_t i = 0; i != design.moduleOf(below).children.size(); ++i)
    annotateAll(cell, below.children[i]);
}

void SdfAnnotator::run() {
  for (const SdfCell &cell : file.cells) {
    if (cell.isWildcard) {
      annotateAll(cell, start);
      continue;
    }
    std::vector<SdfName> names = splitSdfPath(cell.instance, file.divider);
    if (Instance *instance = instanceAt(names, names.size(), start))
      annotate(cell, *instance);
    else
      warn(cell.line, "there is no instance " + cell.instance + " in " + design.path(start));
  }
  if (context.timingChecks())
    context.timingChecks()->updateDelays();
}

} // namespace circtsim::builtins
