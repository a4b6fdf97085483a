//===- CallBench.h - calling builtins without a design's code ---*- C++ -*-===//
#ifndef CIRCTSIM_TEST_UNIT_BUILTINS_CALLBENCH_H
#define CIRCTSIM_TEST_UNIT_BUILTINS_CALLBENCH_H

#include "../Model/ImageBuilder.h"
#include "Builtins/BuiltinState.h"
#include "Builtins/BuiltinTable.h"
#include "Value/LogicVector.h"

#include <deque>
#include <functional>
#include <gtest/gtest.h>

namespace circtsim::test {

namespace builtins = circtsim::builtins;
namespace runtime = circtsim::runtime;
namespace sched = circtsim::sched;
namespace value = circtsim::value;
using builtins::BuiltinId;
using runtime::BuiltinResult;

class CallBench;

/// One call under construction; arguments in order, then run().
class Call {
public:
  Call(CallBench &bench, BuiltinId id);

  Call &missing();
  Call &literal(std::string text);
  Call &scope(std::string text);
  /// A value written as a literal: "8'h41", "-5" (32 bits, signed).
  Call &number(std::string_view literal, TypeId type = NoId);
  Call &vector(const value::LogicVector &v, TypeId type = NoId);
  Call &real(double v);
  Call &string(std::string_view text);
  /// A reference to a signal of the top module, or to part of one.
  Call &variable(uint32_t signal);
  Call &part(uint32_t signal, uint64_t byteOffset, TypeId type);
  /// The value of a signal, which stays known as the argument's origin.
  Call &signalValue(uint32_t signal);
  Call &thunk(FuncId function);
  Call &at(uint32_t line);

  BuiltinResult run();
  /// Results of a function call of the kind named.
  int64_t integer(uint32_t width = 32);
  double realResult();
  std::string text();
  std::string bits(uint32_t width);

  CallDescriptor descriptor;
  std::vector<uint64_t> slots;

private:
  CallArgument &add(ArgKind kind);
  CallBench &bench;
  uint32_t line = 1;
};

/// A simulation of a top module of signals, whose behaviour is callbacks.
class CallBench : public testing::Test {
public:
  CallBench();
  ~CallBench() override;

  ImageBuilder b;
  ModuleId top = b.module("top");
  /// Declare everything, then start() once.
  void start(runtime::SimOptions options = {});
  Call call(BuiltinId id) { return Call(*this, id); }
  /// At a time after 0, in the active region.
  void at(uint64_t time, std::function<void()> action);
  int finish() { return context->run(); }

  /// A function of the design that makes one call.
  FuncId thunk(Call call);

  SlotEntry object(uint32_t signal);
  void set(uint32_t signal, std::string_view literal);
  /// The value of a packed signal as bits, of a string as its text.
  std::string get(uint32_t signal);
  std::string element(uint32_t signal, uint64_t index);

  /// What was printed since the last call.
  std::string output();
  std::string errors();

  std::unique_ptr<runtime::SimContext> context;
  std::string file(const std::string &name) const { return directory + "/" + name; }
  void write(const std::string &name, std::string_view text) const;
  std::string read(const std::string &name) const;

private:
  static ExitStatus enter(runtime::SimContext *context, Frame *frame);
  struct Step : sched::CallbackTask {
    std::function<void()> action;
  };
  std::deque<Step> steps;
  struct Thunk {
    CallDescriptor descriptor;
    std::vector<uint64_t> slots;
  };
  std::map<FuncId, Thunk> thunks;
  std::string printed, reported, directory;
  friend class Call;
  static CallBench *current; ///< the running test's
};

} // namespace circtsim::test

#endif
