//===- Memory.cpp - $readmemb, $readmemh, $writememb, $writememh -------------===//
//
// IEEE 1800-2023 21.4 and 21.5. A file is white space, comments, addresses (@ and
// hexadecimal digits) and words. Words go to successive addresses from `start`
// towards `finish` (default: the whole memory, lowest address first). An address
// of several dimensions takes the words of all inner ones. A word shorter than the
// memory's is extended by zeros, a longer one loses digits on the left.
//
// Dynamic arrays and queues keep their size. An associative array has every address of its
// index type, takes words from 0 on, and is written with the addresses of its elements (21.5.3).
// A number in the file stands for a negative index as its bits do.
//
// Loading stops at the first word or address outside of the range. The messages
// are Icarus Verilog's.
//
//===----------------------------------------------------------------------===//
#include "Builtins/MemoryShape.h"

#include "Value/Convert.h"
#include "Value/Format.h"

#include <cstdio>
#include <memory>

namespace circtsim::builtins {

using enum BuiltinId;
using value::LogicVector;

namespace {
using FileHandle = std::unique_ptr<std::FILE, int (*)(std::FILE *)>;

/// What both directions have in common: file name, memory, range.
struct MemoryTask {
  explicit MemoryTask(BuiltinCall &call) : call(call), name(builtinRow(call).name) {}

  /// False after a warning.
  bool bind() {
    path = textArgument(call, 0);
    if (!memory.bind(call, 1)) {
      warn(call, name + ": the second argument is not a memory of packed words.");
      return false;
    }
    if (memory.isEmpty())
      return call.isMissing(2) || bound(2, "Start", start);
    start = memory.first();
    finish = memory.last();
    if (!bound(2, "Start", start))
      return false;
    return bound(3, "Finish", finish);
  }
  bool bound(uint32_t i, const char *what, int64_t &address) {
    if (call.isMissing(i))
      return true;
    address = call.integer(i);
    if (memory.contains(address))
      return true;
    warn(call, name + ": " + what + " address " + std::to_string(address) +
                   " is out of bounds for memory '[" + std::to_string(memory.left()) + ":" +
                   std::to_string(memory.right()) + "]'!");
    return false;
  }
  FileHandle open(const char *mode, const char *purpose) {
    FileHandle file(std::fopen(path.c_str(), mode), std::fclose);
    if (!file)
      warn(call, name + ": Unable to open " + path + " for " + purpose + ".");
    return file;
  }
  bool inRange(int64_t address) const {
    return !memory.isEmpty() && memory.isWithin(address, start, finish);
  }
  bool isDownwards() const { return memory.isDownwards(start, finish); }
  std::string rangeText() const {
    return "[" + std::to_string(start) + ":" + std::to_string(finish) + "]";
  }

  BuiltinCall &call;
  std::string name, path;
  MemoryShape memory;
  int64_t start = 0, finish = 0;
};

/// Reads the text of a memory file into a memory.
class MemoryReader {
public:
  MemoryReader(MemoryTask &task, std::string_view text, unsigned digitBits)
      : task(task), text(text), digitBits(digitBits), address(task.call.isMissing(2) ? task.memory.start() : task.start),
        isPast(task.memory.isEmpty()) {}
  void run();

private:
  bool skipSpace();
  bool readAddress();
  bool readWord();
  void complain(const std::string &message) {
    warn(task.call, task.name + "(" + task.path + "): " + message);
  }
  int digit(char c) const {
    int value = value::digitValue(c);
    return value < 1 << digitBits ? value : -1;
  }

  MemoryTask &task;
  std::string_view text;
  unsigned digitBits;
  size_t at = 0;
  int64_t address;   ///< of the next word
  uint64_t word = 0; ///< its number within the address
  bool isPast;       ///< behind the last address
  bool hadAddress = false;
};

/// To the next token; false at the end of the file.
bool MemoryReader::skipSpace() {
  while (at < text.size()) {
    if (text[at] == ' ' || (text[at] >= '\t' && text[at] <= '\r')) {
      ++at;
    } else if (text.substr(at, 2) == "//") {
      at = std::min(text.find('\n', at), text.size());
    } else if (text.substr(at, 2) == "/*") {
      size_t end = text.find("*/", at + 2);
      at = end == std::string_view::npos ? text.size() : end + 2;
    } else {
      return true;
    }
  }
  return false;
}

bool MemoryReader::readAddress() {
  uint64_t value = 0;
  size_t begin = ++at;
  for (; at < text.size(); ++at) {
    if (text[at] == '_')
      continue;
    int d = value::digitValue(text[at]);
    if (d < 0)
      break;
    value = value << 4 | unsigned(d);
  }
  if (at == begin) {
    complain("an address without digits");
    return false;
  }
  hadAddress = true;
  word = 0;
  isPast = false;
  if (task.memory.decode(value, address) && task.inRange(address))
    return true;
  char message[100];
  std::snprintf(message, sizeof message, "address (0x%llx) is out of range [0x%llx:0x%llx]",
                (unsigned long long)value, (unsigned long long)task.start,
                (unsigned long long)task.finish);
  complain(message);
  return false;
}

bool MemoryReader::readWord() {
  size_t begin = at, digits = 0, end = at;
  while (end < text.size()) {
    char c = text[end];
    bool isDigit = digit(c) >= 0 || c == 'x' || c == 'X' || c == 'z' || c == 'Z' || c == '?';
    if (!isDigit && c != '_')
      break;
    digits += isDigit;
    ++end;
  }
  if (end == begin) {
    complain(std::string("Invalid input character: ") + text[at]);
    return false;
  }
  at = end;
  if (!digits)
    return true;
  if (isPast) {
    complain("Too many words in the file for the requested range " + task.rangeText() + ".");
    return false;
  }
  const MemoryShape &memory = task.memory;
  LogicVector value(memory.width);
  uint32_t lo = 0;
  bool isExcess = false;
  for (size_t i = end; i-- > begin;) {
    char c = text[i];
    if (c == '_')
      continue;
    bool isX = c == 'x' || c == 'X', isUnknown = digit(c) < 0;
    for (unsigned bit = 0; bit != digitBits; ++bit, ++lo) {
      bool a = isUnknown ? isX : (digit(c) >> bit) & 1;
      if (lo >= memory.width)
        isExcess |= a || isUnknown;
      else
        value.setBit(lo, value::Bit((a ? 1 : 0) | (isUnknown ? 2 : 0)));
    }
  }
  if (isExcess) {
    size_t fitting = (memory.width + digitBits - 1) / digitBits;
    complain(std::string("Excess ") + (digitBits == 4 ? "hex" : "binary") + " digits (" +
             std::to_string(digits > fitting ? digits - fitting : 1) + " of '" +
             std::string(text.substr(begin, end - begin)) + "') while reading " +
             std::to_string(memory.width) + "-bit words.");
  }
  if (!memory.store(task.call, address, word, value.ref()))
    return false;
  if (++word == memory.wordsPerAddress) {
    word = 0;
    isPast = address == task.finish;
    address = int64_t(uint64_t(address) + (task.isDownwards() ? -1 : 1));
    isPast |= !task.inRange(address);
  }
  return true;
}

void MemoryReader::run() {
  while (skipSpace())
    if (!(text[at] == '@' ? readAddress() : readWord()))
      return;
  bool mayEndAnywhere = task.memory.isSparse() && task.call.isMissing(3);
  if (!isPast && !hadAddress && !mayEndAnywhere)
    complain("Not enough words in the file for the requested range " + task.rangeText() + ".");
}
} // namespace

static BuiltinResult readMemory(BuiltinCall &call, unsigned digitBits) {
  MemoryTask task(call);
  if (!task.bind())
    return BuiltinResult::Done;
  // A start without a finish loads up to the highest address.
  FileHandle file = task.open("rb", "reading");
  if (!file)
    return BuiltinResult::Done;
  std::string text;
  char buffer[16384];
  while (size_t count = std::fread(buffer, 1, sizeof buffer, file.get()))
    text.append(buffer, count);
  MemoryReader(task, text, digitBits).run();
  return call.context.fault.isSet ? BuiltinResult::Fault : BuiltinResult::Done;
}

namespace {
/// Writes the words of a memory as the text of a file.
class MemoryWriter {
public:
  MemoryWriter(MemoryTask &task, std::FILE *file, char radix) : task(task), file(file) {
    spec.conversion = radix;
  }
  ~MemoryWriter() { std::fwrite(text.data(), 1, text.size(), file); }
  /// Every address of the range, with a comment each 16 words.
  void writeRange() {
    uint64_t count = 0;
    int64_t step = task.isDownwards() ? -1 : 1;
    for (int64_t address = task.start; task.inRange(address); address += step)
      for (uint64_t word = 0; word != task.memory.wordsPerAddress; ++word) {
        if (count % 16 == 0)
          number("// 0x%08llx\n", count);
        ++count;
        write(address, word);
      }
  }
  /// The elements that exist, with an address wherever one does not follow the other (21.5.3).
  void writeElements() {
    int64_t expected = 0;
    bool isFirst = true;
    for (int64_t address : task.memory.addresses(task.call, task.start, task.finish)) {
      if (isFirst || address != expected)
        number("@%llx\n", task.memory.encode(address));
      isFirst = false;
      expected = int64_t(uint64_t(address) + 1);
      for (uint64_t word = 0; word != task.memory.wordsPerAddress; ++word)
        write(address, word);
    }
  }

private:
  void number(const char *format, uint64_t value) {
    char line[32];
    std::snprintf(line, sizeof line, format, (unsigned long long)value);
    text += line;
  }
  void write(int64_t address, uint64_t word) {
    task.memory.load(task.call, address, word, v);
    value::formatLogic(text, spec, v.ref());
    text += '\n';
    if (text.size() < 60000)
      return;
    std::fwrite(text.data(), 1, text.size(), file);
    text.clear();
  }

  MemoryTask &task;
  std::FILE *file;
  value::FormatSpec spec;
  LogicVector v;
  std::string text;
};
} // namespace

static BuiltinResult writeMemory(BuiltinCall &call, char radix) {
  MemoryTask task(call);
  if (!task.bind())
    return BuiltinResult::Done;
  FileHandle file = task.open("w", "writing");
  if (!file)
    return BuiltinResult::Done;
  MemoryWriter writer(task, file.get(), radix);
  if (task.memory.isSparse())
    writer.writeElements();
  else
    writer.writeRange();
  return BuiltinResult::Done;
}

template <>
BuiltinResult builtin<Readmemb>(BuiltinCall &call) {
  return readMemory(call, 1);
}
template <>
BuiltinResult builtin<Readmemh>(BuiltinCall &call) {
  return readMemory(call, 4);
}
template <>
BuiltinResult builtin<Writememb>(BuiltinCall &call) {
  return writeMemory(call, 'b');
}
template <>
BuiltinResult builtin<Writememh>(BuiltinCall &call) {
  return writeMemory(call, 'h');
}

} // namespace circtsim::builtins
