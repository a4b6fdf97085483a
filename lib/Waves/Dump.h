//===- Dump.h - one wave file under way -------------------------*- C++ -*-===//
#ifndef CIRCTSIM_WAVES_DUMP_H
#define CIRCTSIM_WAVES_DUMP_H

#include "Sched/Scheduler.h"
#include "Waves/Selection.h"
#include "Waves/WaveWriter.h"

#include <functional>
#include <memory>

namespace circtsim::waves {

/// Text of a string handle.
using StringReader = std::function<std::string_view(uint64_t handle)>;

/// What $dumpoff, $dumpon and $dumpall ask for (21.7.1.3, 21.7.1.4).
enum class DumpCommand : uint8_t { Off, On, All };

/// One wave file: what it shows, the values last written, and its state. It starts
/// at the end of the time step in which it was made, so that everything selected
/// within that step is part of it.
class Dump {
public:
  /// Creates the file when the dump starts; null, after reporting why, gives the
  /// dump up.
  using Opener = std::function<std::unique_ptr<WaveWriter>(const VariableTable &)>;

  Dump(const model::Design &design, sched::Scheduler &scheduler, StringReader readString,
       Opener opener)
      : selection(design), design(design), scheduler(scheduler), readString(std::move(readString)),
        opener(std::move(opener)) {}

  Selection selection;
  uint64_t limit = 0; ///< bytes; 0: none ($dumplimit)

  bool hasStarted() const { return state != State::Waiting; }
  /// Carried out at the end of the present time step, in order.
  void request(DumpCommand command) { commands.push_back(command); }
  void flush() {
    if (writer)
      writer->flush();
  }
  /// End of a time step: `changed` are traced signals, sorted.
  void endStep(std::span<const model::SignalId> changed);
  /// End of the run.
  void close();

private:
  enum class State : uint8_t { Waiting, On, Off, Ended };
  /// An object of many variables: its bytes as last seen, both planes.
  struct Mirror {
    model::SignalId signal;
    uint32_t firstRow, endRow;
    std::vector<uint8_t> bytes;
  };

  void start();
  // Declarations.cpp
  void collectRows();
  void declareAll();
  class Declarer;

  void allocateValues();
  bool refresh(uint32_t id);
  void refreshAll();
  void refreshRows(uint32_t first, uint32_t end);
  void refreshMirror(Mirror &mirror);
  void collectEvents();
  void execute(DumpCommand command);
  void checkLimit();

  const model::Design &design;
  sched::Scheduler &scheduler;
  StringReader readString;
  Opener opener;
  VariableTable table;
  std::unique_ptr<WaveWriter> writer;
  State state = State::Waiting;
  std::vector<uint32_t> firstRow; ///< per SignalId; NoId: not in this dump
  std::vector<uint32_t> eventRows;
  uint64_t eventStep = 0;      ///< Scheduler::step() of the last look at events
  std::vector<Mirror> mirrors; ///< sorted by signal
  std::vector<uint32_t> changedRows;
  std::vector<DumpCommand> commands;
};

/// All dumps of a simulation, fed at the end of each time step. Signals that no
/// dump shows cost nothing.
class Recorder {
public:
  Recorder(const model::Design &design, sched::Scheduler &scheduler, StringReader readString)
      : design(design), scheduler(scheduler), readString(std::move(readString)) {}
  Recorder(const Recorder &) = delete;
  Recorder &operator=(const Recorder &) = delete;

  Dump &add(Dump::Opener opener);
  /// Writes what changed in the present time step so far.
  void endStep();
  /// Ends all dumps. Nothing is recorded afterwards.
  void close();
  void flush() {
    for (std::unique_ptr<Dump> &dump : dumps)
      dump->flush();
  }

private:
  const model::Design &design;
  sched::Scheduler &scheduler;
  StringReader readString;
  std::vector<std::unique_ptr<Dump>> dumps;
};

} // namespace circtsim::waves

#endif
