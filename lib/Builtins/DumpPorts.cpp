//===- DumpPorts.cpp - $dumpports: extended VCD files -------------------------===//
//
// IEEE 1800-2023 21.7.3, 21.7.4. A dump has the ports of some instances. At the end of
// each time step the ports are compared with what was written last; those that
// differ are written with a letter for each bit, which tells the direction of the
// port, and the strengths of the 0 and 1 components:
//
//           0  1  x  z
//   input   D  U  N  Z
//   output  L  H  X  T
//   inout   0  1  ?  F
//
// Several dumps may be written at a time, to different files.
//
//===----------------------------------------------------------------------===//
#include "Builtins/Arguments.h"
#include "Builtins/BuiltinState.h"
#include "Builtins/DisplayFormat.h"
#include "Model/Storage.h"

#include <cstdio>
#include <memory>

namespace circtsim::builtins {

using enum BuiltinId;
using namespace circtsim::model;
using value::Bit;

namespace {
struct DumpedPort {
  std::string name;
  PortDirection direction;
  const TypeImage *type;
  SlotEntry object;
  std::string last; ///< as written, without the identifier
};

struct DumpedInstance {
  std::string path;
  std::vector<DumpedPort> ports;
};

char letterOf(PortDirection direction, Bit bit) {
  switch (direction) {
  case PortDirection::Input:
    return "DUZN"[unsigned(bit)];
  case PortDirection::Output:
    return "LHTX"[unsigned(bit)];
  default:
    return "01F?"[unsigned(bit)];
  }
}

/// One file.
class PortDump {
public:
  PortDump(runtime::SimContext &context, std::string path, std::FILE *file)
      : path(std::move(path)), context(context), file(file, std::fclose) {}

  void add(Instance &instance);
  void writeHeader();
  void endOfStep();
  void checkpoint(const char *keyword, bool isUnknown);
  void close();

  std::string path;
  bool isOn = true;
  uint64_t limit = 0;

private:
  std::string valueOf(const DumpedPort &port, bool isUnknown) const;
  void writeTime();
  void write(const std::string &text);

  runtime::SimContext &context;
  std::unique_ptr<std::FILE, int (*)(std::FILE *)> file;
  std::vector<DumpedInstance> instances;
  bool hasBegun = false, isFull = false;
  uint64_t written = 0, lastTime = ~uint64_t(0);
};

struct PortDumps {
  std::vector<std::unique_ptr<PortDump>> dumps;
};

void PortDump::add(Instance &instance) {
  const Design &design = context.design();
  const ModuleImage &module = design.moduleOf(instance);
  DumpedInstance result{design.path(instance), {}};
  for (const PortImage &port : module.ports) {
    if (port.signal == NoId)
      continue;
    const TypeImage &type = context.image.types[module.signals[port.signal].type];
    if (type.kind == TypeKind::Logic || type.kind == TypeKind::Bits)
      result.ports.push_back(
          {port.name, port.direction, &type, design.signalAt(instance, port.signal), {}});
  }
  instances.push_back(std::move(result));
}

void PortDump::write(const std::string &text) {
  if (isFull || !file)
    return;
  written += text.size();
  if (limit && written > limit) {
    isFull = true;
    std::fputs("$comment Dump limit reached $end\n", file.get());
    return;
  }
  std::fwrite(text.data(), 1, text.size(), file.get());
}

void PortDump::writeHeader() {
  write("$date\n\t" + stateOf(context).dumpDate +
        "\n$end\n$version\n\tcirct-sim\n$end\n$timescale\n\t" +
        value::toString(value::TimeUnit(context.image.timePrecision)) + "\n$end\n");
  unsigned number = 0;
  for (const DumpedInstance &instance : instances) {
    write("$scope module " + instance.path + " $end\n");
    for (const DumpedPort &port : instance.ports) {
      uint32_t width = port.type->width;
      std::string range = width == 1 ? "1" : "[" + std::to_string(width - 1) + ":0]";
      write("$var port " + range + " <" + std::to_string(number++) + " " + port.name + " $end\n");
    }
    write("$upscope $end\n");
  }
  write("$enddefinitions $end\n");
}

/// `pDU 6 0 ...`: letters from the left, then the strongest 0 and 1 component.
std::string PortDump::valueOf(const DumpedPort &port, bool isUnknown) const {
  uint32_t words = value::wordsFor(port.type->width);
  std::vector<uint64_t> planes(2 * words);
  sched::loadBits(context.arena->planeDistance(), port.object.address, 0, port.type->width,
                  port.type->width, port.type->kind == TypeKind::Logic, planes.data(),
                  planes.data() + words);
  std::string letters = "p", zeros, ones;
  for (uint32_t i = port.type->width; i-- > 0;) {
    auto bit =
        Bit((planes[i / 64] >> (i % 64) & 1) | (planes[words + i / 64] >> (i % 64) & 1) << 1);
    if (isUnknown)
      bit = Bit::x;
    letters += letterOf(port.direction, bit);
    zeros += bit == Bit::zero || bit == Bit::x ? '6' : '0';
    ones += bit == Bit::one || bit == Bit::x ? '6' : '0';
  }
  return letters + " " + zeros + " " + ones;
}

void PortDump::writeTime() {
  uint64_t now = context.scheduler().now();
  if (lastTime != now)
    write("#" + std::to_string(now) + "\n");
  lastTime = now;
}

void PortDump::checkpoint(const char *keyword, bool isUnknown) {
  writeTime();
  write(std::string(keyword) + "\n");
  unsigned number = 0;
  for (DumpedInstance &instance : instances)
    for (DumpedPort &port : instance.ports) {
      port.last = valueOf(port, isUnknown);
      write(port.last + " <" + std::to_string(number++) + "\n");
    }
  write("$end\n");
}

void PortDump::endOfStep() {
  if (!hasBegun) {
    hasBegun = true;
    writeHeader();
    return checkpoint("$dumpports", false);
  }
  if (!isOn)
    return;
  unsigned number = 0;
  for (DumpedInstance &instance : instances)
    for (DumpedPort &port : instance.ports) {
      std::string now = valueOf(port, false);
      if (now != port.last) {
        writeTime();
        write(now + " <" + std::to_string(number) + "\n");
        port.last = std::move(now);
      }
      ++number;
    }
}

void PortDump::close() {
  if (!file)
    return;
  if (!hasBegun)
    endOfStep();
  write("$vcdclose #" + std::to_string(context.scheduler().now()) + " $end\n");
  file.reset();
}

/// The dump that a file name argument means; without one, all of them.
template <typename Action>
BuiltinResult forDumps(BuiltinCall &call, uint32_t i, Action action) {
  std::string path = call.isMissing(i) ? std::string() : textArgument(call, i);
  bool isFound = path.empty();
  for (auto &dump : call.context.state<PortDumps>().dumps)
    if (path.empty() || dump->path == path) {
      action(*dump);
      isFound = true;
    }
  if (!isFound)
    warn(call, std::string(builtinRow(call).name) + ": no dump is written to " + path + ".");
  return BuiltinResult::Done;
}
} // namespace

/// The last argument is the name of the file if it is no scope.
template <>
BuiltinResult builtin<Dumpports>(BuiltinCall &call) {
  uint32_t scopes = call.count();
  std::string path = "dumpports.vcd";
  if (scopes && call.kind(scopes - 1) != ArgKind::Scope && !call.isMissing(scopes - 1))
    path = textArgument(call, --scopes);
  auto &dumps = call.context.state<PortDumps>().dumps;
  for (const auto &dump : dumps)
    if (dump->path == path) {
      warn(call, "$dumpports: " + path + " is written already.");
      return BuiltinResult::Done;
    }
  std::FILE *file = std::fopen(path.c_str(), "w");
  if (!file) {
    warn(call, "$dumpports: Unable to open " + path + " for output.");
    return BuiltinResult::Done;
  }
  auto dump = std::make_unique<PortDump>(call.context, path, file);
  if (scopes == 0)
    dump->add(call.instance());
  for (uint32_t i = 0; i != scopes; ++i) {
    Lookup found = call.isMissing(i) ? Lookup{Lookup::OfInstance, &call.instance(), 0, 0, {}}
                                     : scopeOf(call, i);
    if (found.kind == Lookup::OfInstance)
      dump->add(*found.instance);
    else
      warn(call, "$dumpports: '" + call.argument(i).text + "' is not a module instance.");
  }
  if (dumps.empty()) {
    auto *all = &call.context.state<PortDumps>();
    call.scheduler().atEveryStepEnd([all] {
      for (auto &each : all->dumps)
        each->endOfStep();
    });
    call.context.atExit([all] {
      for (auto &each : all->dumps)
        each->close();
    });
  }
  dumps.push_back(std::move(dump));
  return BuiltinResult::Done;
}

template <>
BuiltinResult builtin<Dumpportsoff>(BuiltinCall &call) {
  return forDumps(call, 0, [](PortDump &dump) {
    if (std::exchange(dump.isOn, false))
      dump.checkpoint("$dumpportsoff", true);
  });
}

template <>
BuiltinResult builtin<Dumpportson>(BuiltinCall &call) {
  return forDumps(call, 0, [](PortDump &dump) {
    if (!std::exchange(dump.isOn, true))
      dump.checkpoint("$dumpportson", false);
  });
}

template <>
BuiltinResult builtin<Dumpportsall>(BuiltinCall &call) {
  return forDumps(call, 0, [](PortDump &dump) { dump.checkpoint("$dumpportsall", false); });
}

template <>
BuiltinResult builtin<Dumpportslimit>(BuiltinCall &call) {
  auto limit = uint64_t(call.integer(0));
  return forDumps(call, 1, [limit](PortDump &dump) { dump.limit = limit; });
}

template <>
BuiltinResult builtin<Dumpportsflush>(BuiltinCall &call) {
  return forDumps(call, 0, [](PortDump &) { std::fflush(nullptr); });
}

} // namespace circtsim::builtins
