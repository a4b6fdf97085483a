//===- FileInput.cpp - reading characters, lines, words and data -------------===//
//
// IEEE 1800-2023 21.3.4. $fscanf and $sscanf are Value/Scan over a stream or a
// string; results are assigned to the arguments as by an assignment. $fread takes
// bytes big-endian, whole bytes per word; at the end of the file the missing low
// bytes of a word keep their value.
//
//===----------------------------------------------------------------------===//
#include "Builtins/FileIO.h"
#include "Builtins/MemoryShape.h"
#include "Value/Convert.h"
#include "Value/Scan.h"

#include <cerrno>

namespace circtsim::builtins {

using enum BuiltinId;
using value::LogicVector;

/// Keeps the reason of a failed read for $ferror.
static void noteError(const BuiltinCall &call, uint32_t i, std::FILE *stream) {
  if (std::ferror(stream))
    stateOf(call.context).files.setError(uint32_t(call.integer(i)), errno);
}

//===--- Characters and lines ------------------------------------------------===//

template <>
BuiltinResult builtin<Fgetc>(BuiltinCall &call) {
  std::FILE *stream = streamArgument(call, 0);
  if (!stream)
    return returnInt(call, -1);
  int c = std::getc(stream);
  noteError(call, 0, stream);
  return returnInt(call, c);
}

/// Gives 0, or -1 if the character cannot be put back (21.3.4.1).
template <>
BuiltinResult builtin<Ungetc>(BuiltinCall &call) {
  std::FILE *stream = streamArgument(call, 1);
  bool isDone = stream && std::ungetc(int(call.integer(0) & 0xff), stream) != EOF;
  return returnInt(call, isDone ? 0 : -1);
}

template <>
BuiltinResult builtin<Fgets>(BuiltinCall &call) {
  std::FILE *stream = streamArgument(call, 1);
  if (!stream)
    return returnInt(call, 0);
  uint32_t width = targetWidth(call, 0);
  size_t limit = width ? width / 8 : SIZE_MAX;
  std::string &text = stateOf(call.context).text;
  text.clear();
  while (text.size() < limit) {
    int c = std::getc(stream);
    if (c == EOF)
      break;
    text += char(c);
    if (c == '\n')
      break;
  }
  noteError(call, 1, stream);
  if (!text.empty() || width == 0) // at the end a string becomes empty, a vector stays
    storeText(call, 0, text);
  return returnInt(call, int64_t(text.size()));
}

//===--- Formatted input -----------------------------------------------------===//

namespace {
class StreamSource final : public value::CharSource {
public:
  explicit StreamSource(std::FILE *stream) : stream(stream) {}
  int peek() override {
    int c = std::getc(stream);
    if (c != EOF)
      std::ungetc(c, stream);
    return c;
  }
  int next() override { return std::getc(stream); }

private:
  std::FILE *stream;
};

/// The arguments of a scan, from `first` on.
class ArgumentSink final : public value::ScanSink {
public:
  ArgumentSink(BuiltinCall &call, uint32_t first) : call(call), current(first - 1) {}
  bool nextTarget() override { return ++current < call.count(); }
  uint32_t targetWidth() override { return builtins::targetWidth(call, current); }
  void storeLogic(const LogicVector &v) override { builtins::storeLogic(call, current, v); }
  void storeReal(double v) override { builtins::storeReal(call, current, v); }
  void storeString(std::string_view v) override { storeText(call, current, v); }

private:
  BuiltinCall &call;
  uint32_t current;
};
} // namespace

/// Text with x or z bits reads as the end of the input (21.3.4.3).
static bool hasUnknownBits(const BuiltinCall &call, uint32_t i) {
  if (call.kind(i) != model::ArgKind::Logic)
    return false;
  value::LogicRef text = call.logic(i);
  return value::wide::isUnknown(text, text.width);
}

static BuiltinResult scan(BuiltinCall &call, value::CharSource &source) {
  BuiltinState &state = stateOf(call.context);
  if (hasUnknownBits(call, 1))
    return returnInt(call, -1);
  std::string format = textArgument(call, 1), scope = call.scopePath();
  ArgumentSink sink(call, 2);
  value::ScanContext context;
  context.scopeName = scope;
  context.timeScale = {value::TimeUnit(call.timeUnit()), value::TimeUnit(call.timePrecision())};
  context.timeFormatUnits = state.timeFormat.units;
  context.timeFormatPrecision = state.timeFormat.precision;
  value::ScanResult result = value::scanFormat(source, format, sink, context);
  std::string name(builtinRow(call).name);
  if (result.missingArgument && state.isFirstWarning(call.descriptor, 'm'))
    warn(call, "missing argument for " + name + ": the format is \"" + format + "\".");
  if (result.badFormat && state.isFirstWarning(call.descriptor, 'u'))
    warn(call, "unknown format in " + name + ": \"" + format + "\".");
  if (result.foundBytes && state.isFirstWarning(call.descriptor, 'b'))
    warn(call, name + " found " + std::to_string(result.foundBytes) + " of the " +
                   std::to_string(result.neededBytes) + " bytes that \"" + format + "\" needs.");
  return returnInt(call, result.count);
}

template <>
BuiltinResult builtin<Fscanf>(BuiltinCall &call) {
  std::FILE *stream = streamArgument(call, 0);
  if (!stream)
    return returnInt(call, -1);
  StreamSource source(stream);
  BuiltinResult result = scan(call, source);
  noteError(call, 0, stream);
  return result;
}

template <>
BuiltinResult builtin<Sscanf>(BuiltinCall &call) {
  if (hasUnknownBits(call, 0))
    return returnInt(call, -1);
  std::string text = textArgument(call, 0);
  value::StringSource source(text);
  return scan(call, source);
}

//===--- Binary data ---------------------------------------------------------===//

/// Fills a word from the most significant byte down; returns the bytes read.
static uint32_t readWord(std::FILE *stream, LogicVector &word) {
  uint32_t bytes = (word.width() + 7) / 8;
  for (uint32_t i = 0; i != bytes; ++i) {
    int c = std::getc(stream);
    if (c == EOF)
      return i;
    uint32_t lo = (bytes - 1 - i) * 8;
    uint32_t count = std::min(word.width() - lo, 8u);
    value::insertWord(word.planes().a, uint64_t(c), lo, count);
    value::insertWord(word.planes().b, 0, lo, count);
  }
  return bytes;
}

static int64_t readMemory(BuiltinCall &call, const MemoryShape &memory, std::FILE *stream) {
  int64_t address = call.isMissing(2) ? memory.start() : call.integer(2);
  if (memory.isEmpty() && call.isMissing(2))
    return 0;
  if (!memory.contains(address)) {
    warn(call, "$fread's start argument (" + std::to_string(address) +
                   ") is outside memory range [" + std::to_string(memory.left()) + ":" +
                   std::to_string(memory.right()) + "].");
    return 0;
  }
  int64_t count = call.isMissing(3) ? INT64_MAX : call.integer(3);
  int64_t total = 0;
  uint32_t wordBytes = (memory.width + 7) / 8;
  LogicVector word;
  for (; count-- > 0 && memory.contains(address); address = int64_t(uint64_t(address) + 1))
    for (uint64_t i = 0; i != memory.wordsPerAddress; ++i) {
      memory.load(call, address, i, word);
      uint32_t bytes = readWord(stream, word);
      total += bytes;
      bool isStored = !bytes || memory.store(call, address, i, word.ref());
      if (!isStored || bytes != wordBytes)
        return total;
    }
  return total;
}

template <>
BuiltinResult builtin<Fread>(BuiltinCall &call) {
  std::FILE *stream = streamArgument(call, 1);
  if (!stream)
    return returnInt(call, 0);
  MemoryShape memory;
  int64_t total = 0;
  if (memory.bind(call, 0)) {
    total = readMemory(call, memory, stream);
  } else if (targetWidth(call, 0)) {
    std::vector<uint64_t> words;
    LogicVector word = LogicVector::fromRef(call.readReference(0, words));
    total = readWord(stream, word);
    if (total)
      call.writeLogic(0, word.ref());
  } else {
    return unsupported(call, "$fread into an object that is neither a vector nor a memory");
  }
  noteError(call, 1, stream);
  if (call.context.fault.isSet)
    return BuiltinResult::Fault;
  return returnInt(call, total);
}

} // namespace circtsim::builtins
