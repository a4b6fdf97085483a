//===- Deferred.h - $strobe and $monitor ------------------------*- C++ -*-===//
#ifndef CIRCTSIM_BUILTINS_DEFERRED_H
#define CIRCTSIM_BUILTINS_DEFERRED_H

#include "Runtime/BuiltinCall.h"

#include <memory>
#include <vector>

namespace circtsim::builtins {

/// Displays that happen at the end of the time step (IEEE 1800-2023 21.2.2, 21.2.3,
/// 21.3.2), in the order in which they were asked for. What is displayed is a
/// function of the design (a thunk) that calls $display or $fdisplay.
class DeferredDisplays {
public:
  explicit DeferredDisplays(runtime::SimContext &context);
  ~DeferredDisplays();
  DeferredDisplays(const DeferredDisplays &) = delete;
  DeferredDisplays &operator=(const DeferredDisplays &) = delete;

  /// Argument 0 of the call is the thunk; of monitors, the others are the objects
  /// whose changes start it.
  void strobe(runtime::BuiltinCall &call);
  /// Replaces the monitor of $monitor.
  void setMonitor(runtime::BuiltinCall &call);
  /// Adds a monitor, or replaces the one of the same statement.
  void addFileMonitor(runtime::BuiltinCall &call);
  /// $monitoron displays at once (at the end of this step), $monitoroff stops.
  void enableMonitor(bool enable);
  /// Ends the monitors that write to a file that is being closed.
  void closeFile(uint32_t descriptor);
  /// Told by $fdisplay: the file that the display in progress writes to.
  void noteDescriptor(uint32_t descriptor) { displayDescriptor = descriptor; }

  /// Does what is pending now: the end of a time step, or of the run.
  void run();

private:
  struct Monitor;
  struct Term;
  struct Pending {
    model::FuncId thunk;
    model::Instance *instance;
    Monitor *monitor; ///< null: $strobe
  };

  std::unique_ptr<Monitor> newMonitor(runtime::BuiltinCall &call);
  void release(std::unique_ptr<Monitor> &monitor);
  void queue(Monitor &monitor);
  void push(const Pending &entry);

  runtime::SimContext &context;
  std::unique_ptr<Monitor> monitor;
  std::vector<std::unique_ptr<Monitor>> fileMonitors;
  bool isEnabled = true;
  std::vector<Pending> pending;
  bool isRunning = false;
  uint32_t displayDescriptor = 0;
};

} // namespace circtsim::builtins

#endif
