//===- Scheduler.h - time, regions, processes --------------------*- C++ -*-===//
#ifndef CIRCTSIM_SCHED_SCHEDULER_H
#define CIRCTSIM_SCHED_SCHEDULER_H

#include "Model/Design.h"
#include "Sched/Nba.h"
#include "Sched/Process.h"
#include "Sched/TableProcess.h"
#include "Sched/TimeWheel.h"

#include <atomic>
#include <deque>
#include <functional>

namespace circtsim::sched {

struct TableStorage;

/// The functions above the scheduler that it calls (blueprint, rule 2).
struct SchedulerClient {
  void *context = nullptr;
  /// Runs a static process to its end.
  model::ExitStatus (*runStatic)(void *context, Process &process) = nullptr;
  /// Goes on with an activation that the scheduler entered and that left `frame`, the only
  /// one of its function, with another status than Return.
  model::ExitStatus (*leftStatic)(void *context, model::Frame *frame,
                                  model::ExitStatus status) = nullptr;
  /// Runs a process with a stack until it waits or ends.
  model::ExitStatus (*resume)(void *context, StackProcess &process) = nullptr;
  /// Called between processes once `pollRequested` is set (interrupt, collector).
  /// False ends the run.
  bool (*poll)(void *context) = nullptr;
  /// Start of the heap cell that contains an address; 0 if there is none.
  uint64_t (*cellStart)(void *context, uint64_t address) = nullptr;
  /// Address of the array handle through which an element of an array is reached; `address`
  /// itself if it is none, 0 if the element has left its array.
  uint64_t (*homeOf)(void *context, uint64_t address) = nullptr;
};

/// Delays of a driver in ticks (LRM 28.16).
struct Delays {
  uint64_t rise, fall, turnOff;
};

/// Why a run ended.
enum class RunEnd : uint8_t {
  NoEvents,   ///< nothing left to do
  Finish,     ///< $finish, or requestStop()
  Fault,      ///< run-time fault
  TimeLimit,  ///< --max-time reached; the design may go on
  DeltaLimit, ///< --max-deltas; deltaLoop() names the processes
  Interrupt,  ///< poll() said so
};

struct SchedulerStatistics {
  uint64_t timeSteps = 0, rounds = 0, staticRuns = 0, stackRuns = 0, nbaApplied = 0,
           resolutions = 0, drivesCancelled = 0;
  uint64_t tableRuns = 0; ///< static processes run by their truth tables; not in staticRuns
};

/// One entry of the named waits of a running process.
struct ResolvedTerm {
  model::SlotEntry object;  ///< address and signal id
  uint32_t lo = 0;          ///< bit offset behind `object.address`
  uint32_t width = 0;       ///< 0: whole object
  model::Edge edge = model::Edge::AnyChange;
};

/// The event queues of one simulation (LRM 4.4-4.5); docs/scheduling.md has the
/// order. Processes, waits, events and nonblocking assignments enter here.
class Scheduler {
public:
  Scheduler(model::Design &design, model::StackPool &stacks, SchedulerClient client);
  ~Scheduler();
  Scheduler(const Scheduler &) = delete;
  Scheduler &operator=(const Scheduler &) = delete;

  // --- Setting up and running -------------------------------------------
  /// Makes the processes of every instance and queues them for time 0.
  void createProcesses();
  RunEnd run();
  /// Runs the `final` procedures in elaboration order (LRM 9.2.3).
  RunEnd runFinals();
  /// Ends the run after the present process gives control back.
  void requestStop(RunEnd reason = RunEnd::Finish) {
    stopReason = reason;
    stopRequested = true;
  }
  uint64_t maxTime = ~uint64_t(0);   ///< ticks; events after it are not executed
  uint64_t maxRounds = 10'000'000;   ///< activation rounds within one time step

  // --- Time ----------------------------------------------------------------
  uint64_t now() const { return wheel.now(); }
  /// Number of the time step, from 1; differs whenever time has advanced.
  uint64_t step() const { return stepNumber; }
  uint64_t nextEventTime() const { return wheel.empty() ? ~uint64_t(0) : wheel.nextTime(); }

  // --- Stores (used by Store.h) ---------------------------------------------
  uint64_t planeDistance() const { return distance; }
  /// True if a store needs to do nothing but write.
  bool isQuiet(model::SignalId signal) const {
    return signal >= CellIds ? (signal == model::NoSignal || cellWaits == 0)
                             : signalFlags[signal] == 0;
  }
  /// True if a store needs to write and to notify watchers.
  bool isWatchedOnly(model::SignalId signal) const {
    return signal < CellIds && signalFlags[signal] == model::SignalWatched;
  }
  /// Forced and procedurally assigned bits swallow stores, equal ones too: the
  /// value they hide has to follow.
  bool isForced(model::SignalId signal) const {
    return signal < CellIds && (signalFlags[signal] & model::SignalForced);
  }
  /// Store of a whole scalar that generated code found to change it, or cannot judge.
  template <typename Unit, bool IsFour>
  void storeFromCode(uint8_t *address, model::SignalId signal, uint64_t a, uint64_t b);
  /// Store of a whole unit that changes it or is forced; `bytes` is 1, 2, 4 or 8.
  void storeSlow(uint8_t *address, model::SignalId signal, uint32_t bytes, uint64_t a, uint64_t b,
                 bool isFour);
  /// After a write: up to 64 bits at `address`, in the signal's storage, went from
  /// old to new. Wakes watchers. Only where SignalWatched is set.
  void notifyWatchers(model::SignalId signal, const uint8_t *address, uint64_t oldA, uint64_t oldB,
                      uint64_t newA, uint64_t newB);
  /// The array whose handle lies at `address` has changed.
  void touch(uint8_t *address, model::SignalId signal);
  /// After a write and its notifyWatchers() calls: drivers, listeners, traces.
  void notifyChanged(model::SignalId signal);
  SignalHooks &hooksOf(model::SignalId signal);
  void listen(model::SignalId signal, ChangeListener &listener);
  void unlisten(model::SignalId signal, ChangeListener &listener);
  /// Asks for the signal's id in `changedSignals` whenever it changes.
  void trace(model::SignalId signal) { setFlag(signal, model::SignalTraced); }
  void untrace(model::SignalId signal) { clearFlag(signal, model::SignalTraced); }
  /// Traced signals that changed in this time step, each once. Whoever reads
  /// it in the postponed region calls clearChanged().
  std::vector<model::SignalId> changedSignals;
  void clearChanged();

  // --- Nonblocking assignments and drives -----------------------------------
  /// Queue that a nonblocking assignment of the running process enters.
  NbaQueue &nba() { return *nbaQueue; }
  /// Its buffer, for generated code.
  model::NbaBuffer *const *nbaForCode() const { return &nbaBuffer; }
  /// A new delayed entry; fill `queue`, then call schedule().
  DelayedNba *newDelayedNba();
  void schedule(DelayedNba *nba, uint64_t delay);
  /// Fill `queue`, set `remaining`, then call start() with the terms.
  EventNba *newEventNba();
  void start(EventNba *nba, const ResolvedTerm *terms, uint32_t count);
  /// Inertial drive after `rise`, `fall` or `turnOff` ticks (LRM 28.16). `b` may
  /// be null for two-state values.
  void drive(uint8_t *address, model::SignalId signal, int64_t lo, uint32_t width,
             uint32_t unitWidth, bool isFour, const uint64_t *a, const uint64_t *b,
             const Delays &delays);

  /// The same of an unpacked object without arrays of variable size; a null source is all zeros.
  void driveObject(uint8_t *address, model::SignalId signal, const uint8_t *source, uint64_t bytes,
                   uint64_t delay);
  /// The same of a whole object of at most 64 bits by the running process.
  void driveWhole(uint8_t *address, model::SignalId signal, uint32_t width, bool isFour, uint64_t a,
                  uint64_t b, const Delays &delays);

  // --- Waits of the running process ------------------------------------------
  /// The process must give control back with ExitStatus::Wait afterwards.
  void waitDelay(StackProcess &process, uint64_t ticks);
  void waitEvents(StackProcess &process, const ResolvedTerm *terms, uint32_t count);
  void waitForever(StackProcess &process) { process.state = ProcessState::Forever; }
  void waitExternal(StackProcess &process) { process.state = ProcessState::External; }
  /// Makes a waiting process ready: appends it to its region's queue.
  void wake(StackProcess &process);
  /// LRM 9.7. What a suspended process waits for is noted when it comes, but edges and named
  /// events pass by. The running process must give control back afterwards.
  void suspend(StackProcess &process);
  void resume(StackProcess &process);

  // --- Named events -------------------------------------------------------------
  void trigger(model::EventObject &event);
  bool isTriggered(const model::EventObject &event) const {
    return event.triggeredStep == stepNumber;
  }

  // --- fork, disable ---------------------------------------------------------------
  /// A ready process; its bottom frame is pushed by the caller, who then calls
  /// start(). `parent` may be null.
  StackProcess *newProcess(StackProcess *parent, model::FuncId function,
                           model::Instance *instance);
  void start(StackProcess &process) { enqueue(process); }
  /// Runs a new process at once, inside the one that runs now, until it waits.
  void runNow(StackProcess &process);
  /// Opens the next fork of a process: its children from now on count for it.
  void beginFork(StackProcess &parent) { ++parent.forkSerial; }
  /// After the children of one fork have been started: true if `parent` has to wait.
  bool join(StackProcess &parent, model::JoinKind kind, uint32_t branches);
  /// True if the process has to wait (LRM 9.6.1).
  bool waitFork(StackProcess &process);
  /// Ends all descendants (9.6.3).
  void disableFork(StackProcess &process);
  /// Ends a process and its descendants. If it is the running one, it stays in
  /// memory until it gives control back.
  void kill(StackProcess &process);
  /// LRM 9.6.2: every process inside the scope continues behind it; processes
  /// forked inside it end. True if this concerns the running process, whose
  /// frame chain then has been cut: go on at running->frame, or, if it is
  /// killed, give control back with ExitStatus::Return.
  bool disableScope(model::Instance *instance, uint32_t scope);

  Process *running() const { return current; }
  StackProcess *runningStack() const {
    return current && current->kind == TaskKind::StackProcess ? static_cast<StackProcess *>(current)
                                                              : nullptr;
  }
  StackProcess *liveProcesses() const { return firstLive; }
  const std::vector<Process *> &staticProcesses() const { return statics; }

  // --- Forces (LRM 10.6) ---------------------------------------------------------------
  /// Marks bits as forced or assigned and ends the process that held them.
  /// `lo` counts bits of the signal's flat storage.
  void beginForce(model::SignalId signal, uint64_t lo, uint32_t width, bool isAssign,
                  StackProcess *process);
  /// The following process stores its value; hidden values stay hidden.
  void forceStore(uint8_t *address, model::SignalId signal, int64_t lo, uint32_t width,
                  uint32_t unitWidth, bool isAssign, const uint64_t *a, const uint64_t *b);
  void endForce(model::SignalId signal, uint64_t lo, uint32_t width, bool isAssign);

  // --- Callbacks --------------------------------------------------------------------------
  using Callback = std::function<void()>;
  /// Once, at the end of the present time step ($strobe; LRM 4.4.2.9).
  void atPostponed(Callback callback) { postponed.push_back(std::move(callback)); }
  /// Before the next time step in which something happens is left, every time.
  void atEveryStepEnd(Callback callback) { stepEnd.push_back(std::move(callback)); }
  /// Calls the task's function at a later time (delay > 0), in the active region.
  void at(CallbackTask &task, uint64_t delay) { insertAfter(task, delay); }
  void cancel(CallbackTask &task) {
    if (task.bucket)
      wheel.remove(&task);
    else if (task.flags & TaskPending)
      task.flags |= TaskKilled;
  }

  /// Shows the collector every word of pending assignments and drives.
  void forEachPendingRange(
      const std::function<void(const uint64_t *first, const uint64_t *last)> &visit) const;

  bool isPollRequested() const { return pollRequested.load(std::memory_order_relaxed); }
  std::atomic<bool> pollRequested = false; ///< also set by signal handlers and other threads
  SchedulerStatistics statistics;
  /// Names of the processes that ran last, for the delta limit's message.
  const std::vector<std::string> &deltaLoop() const { return recent; }
  std::string processName(const Process &process) const;

private:
  friend class ProcessBuilder;
  friend class StaticTermBuilder;
  friend class TableBuilder;
  static constexpr model::SignalId CellIds = model::NoSignal - 1;

  // Regions.cpp
  bool runActive(TaskQueue &queue);
  bool runActiveSet();
  bool runObserved();
  bool runReactiveSet();
  bool runRegions();
  void prefetch(const Task &task) const;
  Task **executeTable(Task **at, Task **end);
  // Tables.h
  Task **executeTables(Task **at, Task **end);
  Task **changeAlike(Task **at, Task **end);
  Task **changeOutputs(Task **at, Task **end);
  friend class OutputWriter;
  Task **executeAlike(Task **at, Task **end, TimeWheel::Inserter &inserter);
  bool executeUnlike(Task *task, size_t count, TimeWheel::Inserter &inserter);
  Task **executeDelayed(Task **at, Task **end);
  Task **executeUndelayed(Task **at, Task **end);
  TableStorage tableStorage() const;
  bool readRow(Task *task);
  void driveOutput(TableProcess &process, unsigned value, bool differs, uint64_t delay);
  void writeOutput(const TableProcess &process, unsigned value);
  model::SignalId signalOf(const TableProcess &process) const {
    return tableReaders[process.readers + TableReaders::Signal];
  }
  TableDetails &detailsOf(const TableProcess &process) {
    return tableDetails[size_t(&process - tables.get())];
  }
  const GateTable &tableOf(const TableProcess &process) const {
    return gateTables[process.table / sizeof(GateTable)];
  }
  /// After `signalFlags` or SignalRecord::hasWaits of a signal have changed.
  void noteObservers(model::SignalId signal) {
    if (uint32_t readers = signal < readersOf.size() ? readersOf[signal] : 0) {
      uint32_t &count = tableReaders[readers + TableReaders::Count];
      bool isObserved = signalFlags[signal] != model::SignalWatched || records[signal].hasWaits;
      count = (count & ~TableReaders::Observed) | (isObserved ? TableReaders::Observed : 0);
    }
  }
  void setFlag(model::SignalId signal, uint8_t flag) {
    signalFlags[signal] |= flag;
    noteObservers(signal);
  }
  void clearFlag(model::SignalId signal, uint8_t flag) {
    signalFlags[signal] &= uint8_t(~flag);
    noteObservers(signal);
  }
  void execute(Task *task);
  void drop(Task *task);
  model::ExitStatus activate(Process &process);
  void executeStatic(Process &process);
  void executeStack(StackProcess &process);
  void endOf(model::ExitStatus status);
  void runPostponed();
  bool advanceTime();
  void deliver(TimedTask *task);
  void noteRecent(Task *task);
  static bool isObserved(const Task &task) {
    return task.kind == TaskKind::StaticProcess && static_cast<const Process &>(task).isObserved;
  }
  void enqueue(Task &task) {
    task.flags |= TaskPending;
    if (task.flags & TaskReactive) [[unlikely]]
      (isObserved(task) ? observed : reactive).push(&task);
    else
      active.push(&task);
  }
  /// Into the wheel; an event beyond the end of time never comes.
  void insertAfter(TimedTask &task, uint64_t delay) {
    if (delay <= ~uint64_t(0) - now())
      wheel.insert(&task, now() + delay);
  }
  // Assignments.cpp
  void applyNba(NbaQueue &queue);
  void applyEntry(const NbaEntry &entry, const NbaQueue &queue);
  const NbaEntry *storePlain(const NbaEntry *entry, const NbaEntry *last);
  void applyDrive(PendingDrive &drive);
  void scheduleDrive(PendingDrive &drive, uint64_t delay);
  void drivePart(PartDrive &drive, const uint64_t *a, const uint64_t *b, const Delays &delays);
  void cancelDrive(PendingDrive &drive);
  PendingDrive *wholeDriveOf(uint8_t *address, model::SignalId signal, uint32_t width, bool isFour);
  PartDrive &partDriveOf(uint8_t *address, model::SignalId signal, int64_t lo, uint32_t width);
  void enterNba(const NbaQueue &queue, bool isReactive);
  // Watch.cpp
  void fire(Task &task);
  void notifyOthers(model::SignalId signal, uint64_t lo, uint64_t oldA, uint64_t oldB,
                    uint64_t newA, uint64_t newB);
  template <typename Changes>
  void fireList(const StaticTerm *term, const StaticTerm *last, Changes changes);
  void fireEdges(const model::SignalRecord &record, uint64_t oldA, uint64_t oldB, uint64_t newA,
                 uint64_t newB);
  template <typename Changes>
  void fireTerms(const model::SignalRecord &record, uint64_t lo, Changes changes);
  Task **fireAt(Task **end, Task &process);
  void notifyAtOnce(model::SignalId signal, const uint8_t *address, uint64_t oldA, uint64_t oldB,
                    uint64_t newA, uint64_t newB);
  void fireNode(WaitNode &node);
  void fireWaits(WaitNode *first, uint64_t lo, uint64_t oldA, uint64_t oldB, uint64_t newA,
                 uint64_t newB);
  void linkWait(WaitNode &node, Task &task, const ResolvedTerm &term);
  void rebindEvents(model::SignalId signal);
  bool notifyElement(model::SignalId signal, uint64_t lo);
  uint64_t homeOf(uint64_t address) const {
    return client.homeOf ? client.homeOf(client.context, address) : address;
  }
  void notifyCell(uint8_t *address, uint64_t oldA, uint64_t oldB, uint64_t newA, uint64_t newB);
  void resolveDriver(uint32_t driver);
  void passBit(const model::DriverRecord &driver, const model::NetRecord &net);
  // Switches.cpp
  friend class SwitchSolver;
  struct SwitchListener : ChangeListener {
    Scheduler *scheduler = nullptr;
    uint32_t index = 0;
  };
  /// Stores a range of a net whose drivers give (a, b), and what its switches reach.
  void resolveSwitches(uint32_t netIndex, uint32_t lo, uint32_t width, uint64_t *a, uint64_t *b);
  void watchSwitches();
  void startSwitches();
  std::vector<SwitchListener> switchListeners;
  // ProcessTree.cpp
  void finishProcess(StackProcess &process);
  void childEnded(StackProcess &child);
  void releaseIfDone(StackProcess &process);
  void stopWaiting(StackProcess &process);
  void killDescendants(StackProcess &process);
  void cutToScope(StackProcess &process, uint32_t entry);
  // Force.cpp
  ForceState &forceOf(model::SignalId signal);
  void updateForced(model::SignalId signal, ForceState &force);
  void setForced(model::SignalId signal, bool isForced);
  bool keepsHidden(model::SignalId signal) const;
  void maskStore(model::SignalId signal, uint64_t lo, uint32_t bits, uint64_t stored,
                 uint64_t oldA, uint64_t oldB, uint64_t &newA, uint64_t &newB);
  void storeThrough(model::SignalId signal, uint64_t lo, uint32_t width, const uint64_t *a,
                    const uint64_t *b);
  // Store.cpp
  friend void storeBits(Scheduler &, uint8_t *, model::SignalId, int64_t, uint32_t, uint32_t, bool,
                        const uint64_t *, const uint64_t *);
  friend void storeObject(Scheduler &, uint8_t *, model::SignalId, const uint8_t *,
                          const uint8_t *, uint64_t);
  void storeWatched(uint8_t *address, model::SignalId signal, uint32_t bytes, uint64_t a,
                    uint64_t b, bool isFour);
  void storeWatchedWords(uint8_t *address, model::SignalId signal, uint32_t words,
                         const uint64_t *a, const uint64_t *b);
  bool hasListening(const model::SignalRecord &record) const;
  bool storeField(uint8_t *address, model::SignalId signal, uint64_t lo, uint32_t width,
                  uint32_t unitWidth, bool isFour, const uint64_t *a, const uint64_t *b);
  bool storeWord(uint8_t *address, model::SignalId signal, uint32_t bytes, uint64_t stored,
                 uint64_t a, uint64_t b, bool isFour);

  /// A cache line of operands. Up to four of one process lie in the same.
  struct alignas(64) OperandLine {
    static constexpr uint32_t size = 4;
    model::SlotEntry entries[size];
  };
  model::SlotEntry *newOperands(uint32_t count); // Scheduler.cpp

  /// Where queue members live; they keep their addresses and are reused.
  struct Pools {
    std::deque<Process> statics;
    std::deque<std::vector<OperandLine>> operands; ///< blocks that do not move
    uint32_t operandsUsed = 0;                     ///< entries of the last block
    std::deque<StackProcess> processes;
    std::deque<SignalHooks> hooks;
    std::vector<std::unique_ptr<StaticTerm[]>> terms;
    std::vector<std::unique_ptr<uint32_t[]>> termRanges;
    std::deque<PendingDrive> drives;
    std::deque<PartDrive> partDrives;
    std::deque<DelayedNba> delayedNbas;
    std::deque<EventNba> eventNbas;
    DelayedNba *freeDelayedNba = nullptr;
    EventNba *freeEventNba = nullptr;
    StackProcess *freeProcess = nullptr;
  };

  uint8_t *arenaBegin; ///< a-plane
  uint8_t *signalFlags;
  model::SignalRecord *records; ///< Design::signals
  uint64_t distance;
  Process *current = nullptr;
  void useNba(NbaQueue &queue) {
    nbaQueue = &queue;
    nbaBuffer = &queue.entries;
  }
  NbaQueue *nbaQueue = &activeNba;
  bool stopRequested = false;
  RunEnd stopReason = RunEnd::NoEvents;
  TaskQueue active, inactive, observed, reactive, reInactive;
  TaskQueue executing; ///< the round in progress
  NbaQueue activeNba, reactiveNba, applying;
  std::vector<NbaChange> nbaChanges; ///< scratch of storePlain()
  model::NbaBuffer *nbaBuffer = &activeNba.entries;
  uint64_t stepNumber = 1, roundsInStep = 0;
  uint64_t cellWaits = 0; ///< cells in cellHooks

  model::Design &design;
  model::StackPool &stacks;
  SchedulerClient client;
  TimeWheel wheel;
  std::vector<Callback> postponed, stepEnd;
  std::vector<Process *> statics, finals;
  Task nobody{TaskKind::Callback};      ///< stands behind the last term of a list
  std::unique_ptr<TableProcess[]> tables; ///< the first one stands for nobody
  std::vector<TableDetails> tableDetails; ///< of the same
  std::vector<GateTable> gateTables;
  std::vector<uint32_t> tableReaders;   ///< TableReaders, one behind the other
  std::vector<uint32_t> readersOf;      ///< by signal: index into tableReaders, or 0
  /// Processes that drive a signal with a delay, by signal; made by the first force.
  std::unordered_map<model::SignalId, uint32_t> delayedTables;
  std::vector<Task *> waitingFromStart; ///< armed before time 0 executes anything
  Pools pools;
  std::deque<WaitNode> persistentNodes; ///< static processes on named events
  StackProcess *firstLive = nullptr;
  PartDrive *cellDrives = nullptr;
  uint64_t nextProcessId = 1;
  uint64_t programProcesses = 0; ///< initial procedures of program blocks that go on
  std::unordered_map<uint64_t, std::unique_ptr<SignalHooks>> cellHooks; ///< by start of the cell
  std::vector<std::string> recent; ///< names of the last processes before the delta limit
};

} // namespace circtsim::sched

#endif
