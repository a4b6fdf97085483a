//===- Scheduler.cpp - setting up the processes of a design ------------------===//
//
// Processes are made in elaboration order: instances depth first, within a module
// in source order; that is their order at time 0. A static term on a named event is a
// persistent node in the event object's list; the event variable itself is
// watched, so that the node follows if another event is assigned to it.
//
//===----------------------------------------------------------------------===//
#include "Sched/Scheduler.h"
#include "Sched/StaticTerms.h"
#include "Sched/TableBuilder.h"

#include <algorithm>
#include <bit>

namespace circtsim::sched {

using namespace circtsim::model;

Scheduler::Scheduler(Design &design, StackPool &stacks, SchedulerClient client)
    : arenaBegin(design.arena.begin()), signalFlags(design.flags), records(design.signals), distance(design.arena.planeDistance()), design(design),
      stacks(stacks), client(client) {
  for (uint32_t i = uint32_t(design.drivers.size()); i-- > 0;) // the first of a chain
    hooksOf(design.drivers[i].signal).driver = i;
  for (uint32_t i = 0; i != design.nets.size(); ++i)
    hooksOf(design.nets[i].signal).net = i;
  watchSwitches();
}

Scheduler::~Scheduler() = default;

/// Collects processes and their terms, then distributes the terms.
class ProcessBuilder {
public:
  ProcessBuilder(Scheduler &scheduler, Design &design) : s(scheduler), design(design) {}

  void build() {
    std::vector<Instance *> order = childrenFirst();
    tables.reserve();
    for (unsigned phase = 0; phase <= LastPhase; ++phase) {
      for (Instance *instance : order) {
        const ModuleImage &module = design.moduleOf(*instance);
        for (const ProcessImage &image : module.processes)
          if (phaseOf(image) == phase && image.resolves == NoId)
            make(*instance, module, image);
      }
      if (phase == 0)
        for (Instance *instance : order)
          makeResolvers(*instance, design.moduleOf(*instance));
    }
    terms.distribute();
    tables.connect();
  }

private:
  static constexpr unsigned LastPhase = 2;

  /// Instances in elaboration order, each behind its children. `instances` is in
  /// depth-first order, so an instance is complete when the next one is not below it.
  std::vector<Instance *> childrenFirst() const {
    std::vector<Instance *> order, open;
    order.reserve(design.instances.size());
    for (Instance *instance : design.instances) {
      while (!open.empty() && open.back() != instance->parent) {
        order.push_back(open.back());
        open.pop_back();
      }
      open.push_back(instance);
    }
    for (; !open.empty(); open.pop_back())
      order.push_back(open.back());
    return order;
  }

  /// Order at time 0 (docs/scheduling.md): continuous assignments; procedures in
  /// the order of the text; always_comb and always_latch (LRM 9.2.2.2.1).
  static unsigned phaseOf(const ProcessImage &image) {
    switch (image.kind) {
    case ProcessKind::Assign:
    case ProcessKind::Port:
      return 0;
    case ProcessKind::AlwaysComb:
    case ProcessKind::AlwaysLatch:
      return LastPhase;
    default:
      return 1;
    }
  }

  static uint8_t regionOf(const ModuleImage &module, const ProcessImage &image) {
    return image.isObserved || image.isReactive || module.kind == ScopeKind::Program ? TaskReactive : 0;
  }

  /// Whether every term waits for any change or a named event: @*, @(a or b), @(e).
  static bool waitsForChanges(const ProcessImage &image) {
    for (const EventTerm &term : image.sensitivity)
      if (term.edge != Edge::AnyChange && term.edge != Edge::NamedEvent)
        return false;
    return true;
  }

  void make(Instance &instance, const ModuleImage &module, const ProcessImage &image) {
    bool isFinal = image.kind == ProcessKind::Final;
    if (!image.isStatic && !isFinal) {
      StackProcess &process = *s.newProcess(nullptr, image.function, &instance);
      process.image = &image;
      process.flags |= regionOf(module, image);
      s.programProcesses += module.kind == ScopeKind::Program && image.kind == ProcessKind::Initial;
      s.enqueue(process);
      return;
    }
    Process &process = s.pools.statics.emplace_back(TaskKind::StaticProcess);
    process.function = image.function;
    process.instance = &instance;
    process.image = &image;
    if (isFinal) {
      process.flags = TaskArmed;
      s.finals.push_back(&process);
      return;
    }
    if (image.runAtStart)
      process.flags |= TaskRunAtStart;
    process.isObserved = image.isObserved;
    if (image.selfTriggering)
      process.flags |= TaskSelfTriggering;
    process.flags |= regionOf(module, image);
    s.statics.push_back(&process);
    if (image.operandCount)
      process.operands = operandsOf(instance, module, image);
    TableProcess *table = tables.make(process);
    Task &task = table ? static_cast<Task &>(table->evaluation()) : process;
    for (const EventTerm &term : image.sensitivity)
      add(task, table, instance, term);
    if (image.runAtStart || !waitsForChanges(image))
      s.enqueue(task);
    else
      s.waitingFromStart.push_back(&task);
  }

  /// Processes that resolve nets of user-defined types (LRM 6.6.7): those of the instance whose
  /// net is the one that others are joined with.
  void makeResolvers(Instance &instance, const ModuleImage &module) {
    for (const ProcessImage &image : module.processes) {
      if (image.resolves == NoId)
        continue;
      SlotEntry object = design.signalAt(instance, image.resolves);
      const SignalHooks *hooks = design.signals[object.signal].hooks;
      if (object.signal != instance.signalBase + image.resolves || !hooks || hooks->net == NoId)
        continue;
      make(instance, module, image);
      design.nets[hooks->net].resolver = s.statics.back();
    }
  }

  SlotEntry objectOf(Instance &instance, SignalOperand kind, uint32_t index) const {
    return kind == SignalOperand::Slot ? instance.slots[index] : design.signalAt(instance, index);
  }

  /// The slots of a process's shared body.
  SlotEntry *operandsOf(Instance &instance, const ModuleImage &module, const ProcessImage &image) {
    SlotEntry *slots = s.newOperands(image.operandCount);
    for (uint32_t i = 0; i != image.operandCount; ++i) {
      const OperandImage &operand = module.operands[image.firstOperand + i];
      slots[i] = objectOf(instance, operand.kind, operand.index);
      if (slots[i].address)
        slots[i].address += operand.lo / 8;
      slots[i].bit = operand.lo % 8;
    }
    return slots;
  }

  /// `table` is the process if it is one of those.
  void add(Task &process, TableProcess *table, Instance &instance, const EventTerm &term) {
    SlotEntry object = objectOf(instance, term.kind, term.index);
    if (!object.address || object.signal == NoSignal)
      return;
    auto base = uint32_t((object.address - design.signals[object.signal].address) * 8);
    terms.add(object.signal, process, base + term.lo, term.width, term.edge);
    if (table && term.edge == Edge::AnyChange)
      tables.noteTerm(*table, object.signal, base + term.lo, term.width);
    if (term.edge != Edge::NamedEvent)
      return;
    WaitNode &node = s.persistentNodes.emplace_back();
    node.isPersistent = true;
    node.task = &process;
    node.signal = object.signal;
    node.edge = term.edge;
    node.lo = base + term.lo;
    uint64_t handle;
    std::memcpy(&handle, object.address + term.lo / 8, 8);
    if (auto *event = reinterpret_cast<EventObject *>(handle))
      node.link(event->first, event->last);
  }

  Scheduler &s;
  Design &design;
  StaticTermBuilder terms{s};
  TableBuilder tables{s, design};
};

SlotEntry *Scheduler::newOperands(uint32_t count) {
  constexpr uint32_t linesPerBlock = 1024;
  uint32_t alignment = std::min(std::bit_ceil(count), OperandLine::size);
  uint32_t first = (pools.operandsUsed + alignment - 1) / alignment * alignment;
  if (pools.operands.empty() || first + count > pools.operands.back().size() * OperandLine::size) {
    pools.operands.emplace_back(
        std::max(linesPerBlock, (count + OperandLine::size - 1) / OperandLine::size));
    first = 0;
  }
  pools.operandsUsed = first + count;
  return pools.operands.back()[first / OperandLine::size].entries + first % OperandLine::size;
}

void Scheduler::createProcesses() { ProcessBuilder(*this, design).build(); }

std::string Scheduler::processName(const Process &process) const {
  if (process.image) {
    const ProcessImage &image = *process.image;
    std::string name = design.scopePath(*process.instance, image.scope);
    name += "." + (image.name.empty() ? std::string("process") : image.name);
    if (image.pos.file < design.image.files.size())
      name += " (" + design.image.files[image.pos.file] + ":" + std::to_string(image.pos.line) + ")";
    return name;
  }
  std::string name = process.instance ? design.path(*process.instance) : std::string();
  if (process.function < design.image.functions.size())
    name += " " + design.image.functions[process.function].name;
  return name;
}

} // namespace circtsim::sched
