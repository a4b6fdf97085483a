//===- Verifier.cpp - checks of bytecode ------------------------------------===//
//
// One walk finds the instruction starts, a second checks every operand by its
// description (Opcodes.h). The interpreter relies on what is checked here: it
// tests nothing of it at run time.
//
//===----------------------------------------------------------------------===//

#include "Bytecode/Verifier.h"

#include "Bytecode/Opcodes.h"

#include <algorithm>
#include <bit>

using namespace circtsim;
using namespace circtsim::bytecode;
using namespace circtsim::model;

namespace {
class FunctionVerifier {
public:
  FunctionVerifier(const FunctionCode &code, const DesignImage *image, ModuleId module,
                   uint32_t operandCount)
      : code(code), image(image),
        module(image && module < image->modules.size() ? &image->modules[module] : nullptr),
        operandCount(operandCount) {}
  std::vector<std::string> run();

private:
  bool findStarts();
  void checkInstr(uint32_t unit);
  void checkOperand(const Operand &operand);
  void checkMember(uint32_t owner, uint32_t offset, uint32_t signal, uint32_t slot);
  void checkSlots(uint32_t slot, uint32_t count, bool isDef, const char *what);
  void checkTarget(uint32_t target);
  void checkTerm(const EventTerm &term);
  void checkWait(uint32_t index);
  void checkCall(uint32_t index);
  void checkFork(uint32_t index);
  void checkSwitch(uint32_t index);
  void checkSite(uint32_t index);
  void checkSignal(SignalOperand kind, uint32_t index);
  void checkFrame();
  template <typename T>
  bool inRange(uint32_t index, const std::vector<T> &table, const char *what) {
    if (index < table.size())
      return true;
    fail(std::string(what) + " " + std::to_string(index) + " does not exist");
    return false;
  }
  void fail(const std::string &text) {
    messages.push_back("unit " + std::to_string(unit) + ": " + name + text);
  }

  const FunctionCode &code;
  const DesignImage *image;
  const ModuleImage *module;
  const uint32_t operandCount; ///< slots of a shared body; 0: those of the module
  std::vector<bool> starts;
  std::vector<std::string> messages;
  uint32_t unit = 0;
  std::string name;
};
} // namespace

bool FunctionVerifier::findStarts() {
  starts.assign(code.code.size(), false);
  Opcode last = Opcode::Nop;
  for (unit = 0; unit < code.code.size();) {
    uint16_t op = code.code[unit].op;
    if (op >= NumOpcodes) {
      fail("unknown opcode " + std::to_string(op));
      return false;
    }
    last = Opcode(op);
    starts[unit] = true;
    unit += unitsOf(last);
  }
  if (unit != code.code.size()) {
    fail("the last instruction lacks its second unit");
    return false;
  }
  if (code.code.empty() || !isTerminator(last)) {
    fail("control runs off the end");
    return false;
  }
  return true;
}

void FunctionVerifier::checkSlots(uint32_t slot, uint32_t count, bool isDef, const char *what) {
  if (uint64_t(slot) + count > code.frameSlots)
    fail(std::string(what) + " slots " + std::to_string(slot) + ".." +
         std::to_string(uint64_t(slot) + count - 1) + " lie outside the frame of " +
         std::to_string(code.frameSlots));
  else if (isDef && slot < code.constants.size())
    fail("writes the constant in slot " + std::to_string(slot));
}

void FunctionVerifier::checkTarget(uint32_t target) {
  if (target >= starts.size() || !starts[target])
    fail("jumps to " + std::to_string(target) + ", which is not an instruction");
}

void FunctionVerifier::checkSignal(SignalOperand kind, uint32_t index) {
  if (kind == SignalOperand::Ref)
    checkSlots(index, 3, false, "reference");
  else if (module && kind == SignalOperand::Local)
    inRange(index, module->signals, "signal");
  else if (module)
    inRange(index, module->slots, "slot");
}

void FunctionVerifier::checkTerm(const EventTerm &term) { checkSignal(term.kind, term.index); }

void FunctionVerifier::checkWait(uint32_t index) {
  if (!inRange(index, code.waits, "wait descriptor"))
    return;
  for (const EventTerm &term : code.waits[index].terms)
    checkTerm(term);
}

static uint32_t slotsOfArgument(const CallArgument &arg) {
  switch (arg.kind) {
  case ArgKind::Bits:
    return slotsFor(arg.width, false);
  case ArgKind::Logic:
    return slotsFor(arg.width, true);
  case ArgKind::Real:
  case ArgKind::String:
  case ArgKind::Handle:
    return 1;
  case ArgKind::Ref:
    return 3;
  default:
    return 0;
  }
}

void FunctionVerifier::checkCall(uint32_t index) {
  if (!inRange(index, code.calls, "call descriptor"))
    return;
  const CallDescriptor &call = code.calls[index];
  for (const CallArgument &arg : call.args) {
    if (uint32_t count = slotsOfArgument(arg))
      checkSlots(arg.slot, count, false, "argument");
    if (arg.kind == ArgKind::Thunk && image)
      inRange(arg.slot, image->functions, "function");
    if (arg.type != NoId && image)
      inRange(arg.type, image->types, "type");
    if (arg.signalIndex != NoId && arg.signalKind != SignalOperand::Ref)
      checkSignal(arg.signalKind, arg.signalIndex);
  }
  if (call.resultKind != ArgKind::Missing) {
    bool isVector = call.resultKind == ArgKind::Bits || call.resultKind == ArgKind::Logic;
    checkSlots(call.resultSlot,
               isVector ? slotsFor(call.resultWidth, call.resultKind == ArgKind::Logic) : 1, true,
               "result");
  }
  if (module)
    inRange(call.scope, module->scopes, "scope");
}

void FunctionVerifier::checkFork(uint32_t index) {
  if (!inRange(index, code.forks, "fork descriptor"))
    return;
  for (const ForkBranch &branch : code.forks[index].branches) {
    if (image)
      inRange(branch.function, image->functions, "function");
    for (auto [slot, count] : branch.args)
      checkSlots(slot, count, false, "argument");
  }
}

void FunctionVerifier::checkSwitch(uint32_t index) {
  if (!inRange(index, code.switches, "switch table"))
    return;
  const SwitchTable &table = code.switches[index];
  for (size_t i = 0; i < table.cases.size(); ++i) {
    checkTarget(table.cases[i].second);
    if (i && table.cases[i].first <= table.cases[i - 1].first)
      fail("the cases of the switch are not in ascending order");
  }
  for (uint32_t target : table.dense)
    if (target != NoId)
      checkTarget(target);
}

void FunctionVerifier::checkSite(uint32_t index) {
  if (inRange(index, code.callSites, "call site") && image)
    inRange(code.callSites[index], image->signatures, "signature");
}

void FunctionVerifier::checkOperand(const Operand &operand) {
  switch (operand.kind) {
  case OperandKind::None:
  case OperandKind::Immediate:
    return;
  case OperandKind::BlockOffset:
    if (operandCount)
      fail("a shared body reaches into an instance block");
    return;
  case OperandKind::Slots:
    if (operand.isOptional && operand.value == NoSlot)
      return;
    return checkSlots(operand.value, std::max(1u, operand.count), operand.isDef,
                      operand.isDef ? "result" : "operand");
  case OperandKind::JumpTarget:
    return checkTarget(operand.value);
  case OperandKind::Function:
    if (image)
      inRange(operand.value, image->functions, "function");
    return;
  case OperandKind::Instance:
    if (module && operand.value != SelfInstance)
      inRange(operand.value, module->slots, "instance slot");
    return;
  case OperandKind::Signal:
    if (module && !operandCount && operand.value != NoSignal)
      inRange(operand.value, module->signals, "signal");
    return;
  case OperandKind::InstanceSlot:
    if (operandCount && operand.value >= operandCount)
      fail("operand " + std::to_string(operand.value) + " does not exist");
    if (module && !operandCount)
      inRange(operand.value, module->slots, "slot");
    return;
  case OperandKind::Wait:
    return checkWait(operand.value);
  case OperandKind::Call:
    return checkCall(operand.value);
  case OperandKind::Fork:
    return checkFork(operand.value);
  case OperandKind::Switch:
    return checkSwitch(operand.value);
  case OperandKind::Site:
    return checkSite(operand.value);
  case OperandKind::Type:
    if (inRange(operand.value, code.types, "type descriptor") && image)
      inRange(code.types[operand.value], image->types, "type");
    return;
  case OperandKind::Text:
    inRange(operand.value, code.texts, "text");
    return;
  }
}

void FunctionVerifier::checkInstr(uint32_t at) {
  unit = at;
  const Instr &instr = code.code[at];
  auto op = Opcode(instr.op);
  name = std::string(nameOf(op)) + ": ";
  Extension ext;
  if (unitsOf(op) == 2)
    ext = std::bit_cast<Extension>(code.code[at + 1]);
  for (const Operand &operand : operandsOf(instr, &ext))
    checkOperand(operand);
  if (op == Opcode::RefMember)
    checkMember(ext.e1, instr.c, ext.e0, NoId);
  else if (op == Opcode::RefMemberSlot || op == Opcode::HandleMember)
    checkMember(ext.e0, 0, NoId, instr.c);
}

/// What an instruction reaches in an instance of another module.
void FunctionVerifier::checkMember(uint32_t owner, uint32_t offset, uint32_t signal,
                                   uint32_t slot) {
  if (!image || !inRange(owner, image->modules, "module"))
    return;
  const ModuleImage &other = image->modules[owner];
  if (slot != NoId)
    inRange(slot, other.slots, "slot");
  if (signal != NoId && inRange(signal, other.signals, "signal") && offset >= other.blockSize)
    fail("a member lies outside of its instance block");
}

void FunctionVerifier::checkFrame() {
  unit = 0;
  name = "frame: ";
  uint64_t fixed = uint64_t(code.constants.size()) + code.argumentSlots;
  if (fixed > code.frameSlots)
    fail("constants and arguments need " + std::to_string(fixed) + " slots");
  if (code.resultSlots)
    checkSlots(code.resultSlot, code.resultSlots, true, "result");
  for (size_t i = 0; i < code.lines.size(); ++i) {
    const LineEntry &entry = code.lines[i];
    if (entry.unit >= starts.size() || !starts[entry.unit])
      fail("line entry " + std::to_string(i) + " names no instruction");
    if (i && entry.unit <= code.lines[i - 1].unit)
      fail("line entries are not in ascending order");
    if (image && entry.pos.file != NoId)
      inRange(entry.pos.file, image->files, "file");
  }
}

std::vector<std::string> FunctionVerifier::run() {
  if (findStarts()) {
    for (uint32_t at = 0; at < code.code.size(); at += unitsOf(Opcode(code.code[at].op)))
      checkInstr(at);
    checkFrame();
  }
  return std::move(messages);
}

std::vector<std::string> bytecode::verifyFunction(const FunctionCode &code,
                                                  const DesignImage *image, ModuleId module,
                                                  uint32_t operandCount) {
  return FunctionVerifier(code, image, module, operandCount).run();
}

/// Empty, or what is wrong with a truth table.
static std::string checkTable(const FunctionImage &function) {
  const TruthTable &table = function.table;
  if (table.rows.empty())
    return {};
  if (table.inputs.empty() || table.inputs.size() > TruthTable::MaxInputs ||
      table.rows.size() != size_t(1) << 2 * table.inputs.size())
    return "the truth table has " + std::to_string(table.rows.size()) + " rows for " +
           std::to_string(table.inputs.size()) + " inputs";
  auto isOperand = [&](uint32_t slot) { return slot < function.operandCount; };
  if (!isOperand(table.output) || !std::all_of(table.inputs.begin(), table.inputs.end(), isOperand))
    return "an operand of the truth table is out of range";
  if (std::any_of(table.rows.begin(), table.rows.end(), [](uint8_t bit) { return bit > 3; }))
    return "the truth table has a row that is no bit";
  if (table.isDelayed && std::count(std::begin(table.delays), std::end(table.delays), 0))
    return "the truth table has a delay of 0";
  return {};
}

std::vector<std::string> bytecode::verifyImage(const DesignImage &image) {
  std::vector<std::string> all;
  for (const FunctionImage &function : image.functions)
    if (function.isMaterialised)
      for (const std::string &message : verifyFunction(function.code, &image, function.module,
                                                     function.operandCount))
        all.push_back(function.name + ": " + message);
  for (const FunctionImage &function : image.functions)
    if (function.signature != NoId && function.signature >= image.signatures.size())
      all.push_back(function.name + ": signature " + std::to_string(function.signature) +
                    " does not exist");
  for (const FunctionImage &function : image.functions)
    if (std::string message = checkTable(function); !message.empty())
      all.push_back(function.name + ": " + message);
  return all;
}
