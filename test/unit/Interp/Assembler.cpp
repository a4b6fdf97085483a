//===- Assembler.cpp - running hand-made designs ------------------------------===//
#include "Assembler.h"

namespace circtsim::test {

std::set<Opcode> &emittedOpcodes() {
  static std::set<Opcode> opcodes;
  return opcodes;
}

namespace {
struct TraceTarget {
  std::vector<std::string> *lines = nullptr;
};

/// Bits of a value, most significant first; two-state 64-bit values in decimal.
std::string show(const value::LogicRef &v) {
  if (!v.b)
    return std::to_string(int64_t(v.a[0]));
  std::string text;
  for (uint32_t i = v.width; i-- > 0;)
    text += value::bitLetter(v.bit(i));
  return text;
}

runtime::BuiltinResult traceBuiltin(runtime::BuiltinCall &call) {
  std::string line = std::to_string(call.scheduler().now()) + " " + std::string(call.text(0));
  for (uint32_t i = 1; i != call.count(); ++i)
    line += " " + show(call.logic(i));
  call.context.state<TraceTarget>().lines->push_back(line);
  return runtime::BuiltinResult::Done;
}

runtime::BuiltinResult finishBuiltin(runtime::BuiltinCall &call) {
  call.context.finish(0);
  return runtime::BuiltinResult::Finish;
}

constexpr runtime::BuiltinFunction builtins[] = {traceBuiltin, finishBuiltin};
} // namespace

Simulation::Simulation(DesignBuilder &b, runtime::SimOptions options) {
  if (options.planeSize == Arena::DefaultPlaneSize)
    options.planeSize = uint64_t(1) << 30;
  context = std::make_unique<runtime::SimContext>(b.image, options);
  context->output.redirect([this](int descriptor, std::string_view text) {
    (descriptor == 1 ? output : errors) += text;
  });
  context->state<TraceTarget>().lines = &trace;
  context->builtins = builtins;
  exec::installInterpreter(*context);
}

int Simulation::run() {
  if (!context->initialise())
    return context->exitCode();
  return context->run();
}

} // namespace circtsim::test
