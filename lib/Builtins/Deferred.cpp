//===- Deferred.cpp - $strobe and $monitor -----------------------------------===//
//
// A strobe is run once in the postponed region. A monitor listens to the signals
// that its arguments read, compares the bits concerned with those seen last (a
// change elsewhere in the signal is none), and is then queued like a strobe, once
// per time step. IEEE 1800-2023 21.2.2, 21.2.3.
//
// A display cannot change a signal, so nothing is queued while the queue runs; a
// fault in a thunk ends the run.
//
//===----------------------------------------------------------------------===//
#include "Builtins/Deferred.h"

#include "Model/Storage.h"

namespace circtsim::builtins {

using namespace circtsim::model;
using runtime::BuiltinCall;

/// One object that a monitor looks at.
struct DeferredDisplays::Term : sched::ChangeListener {
  Monitor *monitor = nullptr;
  sched::Reference object;
  uint32_t width = 0; ///< packed: bits; 0: `bytes` bytes of an aggregate
  bool isFour = false;
  uint64_t bytes = 0;
  std::vector<uint64_t> seen; ///< a then b

  std::vector<uint64_t> read(uint64_t distance) const {
    std::vector<uint64_t> now;
    if (width) {
      uint32_t words = value::wordsFor(width);
      now.resize(2 * words);
      sched::loadBits(distance, object.address, object.bit, width, uint32_t(object.bit) + width,
                      isFour, now.data(), now.data() + words);
      return now;
    }
    uint64_t words = (bytes + 7) / 8;
    now.resize(2 * words);
    std::memcpy(now.data(), object.address, bytes);
    std::memcpy(now.data() + words, object.address + distance, bytes);
    return now;
  }
};

struct DeferredDisplays::Monitor {
  DeferredDisplays *owner = nullptr;
  FuncId thunk = NoId;
  Instance *instance = nullptr;
  const CallDescriptor *statement = nullptr;
  std::vector<Term> terms;
  bool isQueued = false;
  bool isFile = false;
  uint32_t descriptor = 0; ///< file it last wrote to
};

DeferredDisplays::DeferredDisplays(runtime::SimContext &context) : context(context) {}
DeferredDisplays::~DeferredDisplays() = default;

void DeferredDisplays::push(const Pending &entry) {
  if (pending.empty())
    context.scheduler().atPostponed([this] { run(); });
  pending.push_back(entry);
}

void DeferredDisplays::queue(Monitor &m) {
  if (m.isQueued || (&m == monitor.get() && !isEnabled))
    return;
  m.isQueued = true;
  push({m.thunk, m.instance, &m});
}

void DeferredDisplays::strobe(BuiltinCall &call) {
  push({call.argument(0).slot, &call.instance(), nullptr});
}

std::unique_ptr<DeferredDisplays::Monitor> DeferredDisplays::newMonitor(BuiltinCall &call) {
  auto m = std::make_unique<Monitor>();
  m->owner = this;
  m->thunk = call.argument(0).slot;
  m->instance = &call.instance();
  m->statement = &call.descriptor;
  m->terms.resize(call.count() - 1);
  uint64_t distance = call.scheduler().planeDistance();
  for (uint32_t i = 1; i != call.count(); ++i) {
    Term &term = m->terms[i - 1];
    const TypeImage *type = call.type(i);
    if (call.kind(i) != ArgKind::Ref || !call.reference(i).address || !type ||
        call.reference(i).signal >= call.design().signalCount)
      continue;
    term.monitor = m.get();
    term.object = call.reference(i);
    term.isFour = type->kind == TypeKind::Logic;
    bool isAggregate = type->kind == TypeKind::Array || type->kind == TypeKind::Struct ||
                       type->kind == TypeKind::Union;
    term.width = isAggregate ? 0 : type->width ? type->width : 64;
    term.bytes = type->size;
    term.seen = term.read(distance);
    term.changed = [](sched::ChangeListener &self, SignalId) {
      auto &term = static_cast<Term &>(self);
      DeferredDisplays &owner = *term.monitor->owner;
      std::vector<uint64_t> now = term.read(owner.context.scheduler().planeDistance());
      if (now == term.seen)
        return;
      term.seen.swap(now);
      owner.queue(*term.monitor);
    };
    call.scheduler().listen(SignalId(term.object.signal), term);
  }
  return m;
}

void DeferredDisplays::release(std::unique_ptr<Monitor> &m) {
  if (!m)
    return;
  for (Term &term : m->terms)
    if (term.monitor)
      context.scheduler().unlisten(SignalId(term.object.signal), term);
  std::erase_if(pending, [&](const Pending &entry) { return entry.monitor == m.get(); });
  m.reset();
}

void DeferredDisplays::setMonitor(BuiltinCall &call) {
  release(monitor);
  monitor = newMonitor(call);
  queue(*monitor);
}

void DeferredDisplays::addFileMonitor(BuiltinCall &call) {
  std::unique_ptr<Monitor> *place = nullptr;
  for (std::unique_ptr<Monitor> &m : fileMonitors)
    if (m->statement == &call.descriptor && m->instance == &call.instance())
      place = &m;
  if (place)
    release(*place);
  else
    place = &fileMonitors.emplace_back();
  *place = newMonitor(call);
  (*place)->isFile = true;
  queue(**place);
}

void DeferredDisplays::enableMonitor(bool enable) {
  isEnabled = enable;
  if (monitor && enable)
    queue(*monitor);
}

void DeferredDisplays::closeFile(uint32_t descriptor) {
  for (size_t i = fileMonitors.size(); i-- > 0;)
    if (fileMonitors[i]->descriptor == descriptor) {
      release(fileMonitors[i]);
      fileMonitors.erase(fileMonitors.begin() + long(i));
    }
}

void DeferredDisplays::run() {
  if (isRunning)
    return;
  isRunning = true;
  for (size_t i = 0; i != pending.size(); ++i) {
    Pending entry = pending[i];
    if (entry.monitor)
      entry.monitor->isQueued = false;
    displayDescriptor = 0;
    ExitStatus status = context.calls.call(entry.thunk, entry.instance, nullptr, 0, nullptr, 0);
    if (entry.monitor && entry.monitor->isFile)
      entry.monitor->descriptor = displayDescriptor;
    if (status == ExitStatus::Fault) {
      context.scheduler().requestStop(sched::RunEnd::Fault);
      break;
    }
  }
  pending.clear();
  isRunning = false;
}

} // namespace circtsim::builtins
