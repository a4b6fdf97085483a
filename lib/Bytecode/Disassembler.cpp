//===- Disassembler.cpp - bytecode as text ----------------------------------===//
//
// A listing made for reading and for FileCheck: names instead of numbers where
// they are known, labels L<unit> at jump targets, constants by value.
//
//   func "top.always#0" frame 9 args 0
//     const s0 = 0x1
//     line a.sv:3:5
//     L0:
//       0  LdL8 s1:2, [0x8]
//       1  BrFalseL s1:2, L4
//
// Slots print as s5, pairs and wider values as s5:6, references as r5.
//
//===----------------------------------------------------------------------===//

#include "Bytecode/Disassembler.h"

#include "Bytecode/Opcodes.h"

#include <bit>
#include <cinttypes>
#include <cstdio>
#include <set>

using namespace circtsim;
using namespace circtsim::bytecode;
using namespace circtsim::model;

static std::string hex(uint64_t value) {
  char buffer[24];
  std::snprintf(buffer, sizeof buffer, "0x%" PRIx64, value);
  return buffer;
}

static const char *const edgeNames[] = {"any", "posedge", "negedge", "edge", "event"};
static const char *const joinNames[] = {"all", "any", "none"};
static const char *const argNames[] = {"missing", "bits",    "logic", "real", "string", "handle",
                                       "ref",     "literal", "scope", "type", "thunk"};

namespace {
class Listing {
public:
  Listing(const FunctionCode &code, const DesignImage *image, ModuleId id)
      : code(code), image(image),
        module(image && id < image->modules.size() ? &image->modules[id] : nullptr) {}
  std::string run();

private:
  void findLabels();
  void listInstr(uint32_t unit);
  std::string operandText(const Operand &operand, bool isRef) const;
  std::string slotText(uint32_t slot, uint32_t count, bool isRef = false) const;
  std::string signalName(uint32_t index) const;
  std::string slotName(uint32_t index) const;
  std::string functionName(FuncId id) const;
  std::string termText(const EventTerm &term) const;
  std::string waitText(uint32_t index) const;
  std::string callText(uint32_t index) const;
  std::string argumentText(const CallArgument &arg) const;
  std::string forkText(uint32_t index) const;
  std::string switchText(uint32_t index) const;
  std::string siteText(uint32_t index) const;
  static std::string labelText(uint32_t unit) { return "L" + std::to_string(unit); }

  const FunctionCode &code;
  const DesignImage *image;
  const ModuleImage *module;
  std::set<uint32_t> labels;
  std::string out;
};
} // namespace

// --- Names ---------------------------------------------------------------------------

std::string Listing::slotText(uint32_t slot, uint32_t count, bool isRef) const {
  if (slot == NoSlot)
    return "-";
  std::string text = (isRef ? "r" : "s") + std::to_string(slot);
  if (count > 1 && !isRef)
    text += ":" + std::to_string(slot + count - 1);
  return text;
}

std::string Listing::signalName(uint32_t index) const {
  if (index == NoSignal)
    return "none";
  if (module && index < module->signals.size())
    return module->signals[index].name;
  return "signal" + std::to_string(index);
}

std::string Listing::slotName(uint32_t index) const {
  std::string text = "slot" + std::to_string(index);
  if (!module || index >= module->slots.size())
    return text;
  const SlotImage &slot = module->slots[index];
  switch (slot.kind) {
  case SlotKind::Port:
    return text + "(" + module->ports[slot.local].name + ")";
  case SlotKind::Driver:
    return text + "(driver " + std::to_string(slot.local) + ")";
  case SlotKind::Signal:
  case SlotKind::Instance:
    return text + "(" + (slot.path.empty() ? "self" : slot.path.back()) + ")";
  }
  return text;
}

std::string Listing::functionName(FuncId id) const {
  if (image && id < image->functions.size())
    return "@" + image->functions[id].name;
  return "@" + std::to_string(id);
}

// --- Descriptors ---------------------------------------------------------------------------

std::string Listing::termText(const EventTerm &term) const {
  std::string text = std::string(edgeNames[unsigned(term.edge)]) + " ";
  if (term.kind == SignalOperand::Ref)
    text += slotText(term.index, 3, true);
  else
    text += term.kind == SignalOperand::Local ? signalName(term.index) : slotName(term.index);
  if (term.width)
    text += "[" + std::to_string(term.lo) + "+:" + std::to_string(term.width) + "]";
  return text;
}

std::string Listing::waitText(uint32_t index) const {
  if (index >= code.waits.size())
    return "wait?" + std::to_string(index);
  std::string text = "(";
  for (const EventTerm &term : code.waits[index].terms)
    text += (text.size() > 1 ? ", " : "") + termText(term);
  return text + ")";
}

static std::string quoted(const std::string &text) {
  std::string result = "\"";
  for (char c : text) {
    if (c == '\n')
      result += "\\n";
    else if (c == '"' || c == '\\')
      (result += '\\') += c;
    else
      result += c;
  }
  return result + "\"";
}

std::string Listing::argumentText(const CallArgument &arg) const {
  std::string text = argNames[unsigned(arg.kind)];
  switch (arg.kind) {
  case ArgKind::Missing:
    return text;
  case ArgKind::Literal:
  case ArgKind::Scope:
    return text + " " + quoted(arg.text);
  case ArgKind::TypeArg:
    return text + " " + std::to_string(arg.type);
  case ArgKind::Thunk:
    return text + " " + functionName(arg.slot);
  case ArgKind::Bits:
  case ArgKind::Logic:
    text = (arg.isSigned ? "signed " : "") + text + "<" + std::to_string(arg.width) + "> " +
           slotText(arg.slot, slotsFor(arg.width, arg.kind == ArgKind::Logic));
    break;
  case ArgKind::Ref:
    text += " " + slotText(arg.slot, 3, true);
    break;
  default:
    text += " " + slotText(arg.slot, 1);
    break;
  }
  if (arg.signalIndex != NoId && arg.signalKind != SignalOperand::Ref)
    text += " of " + (arg.signalKind == SignalOperand::Local ? signalName(arg.signalIndex)
                                                             : slotName(arg.signalIndex));
  return text;
}

std::string Listing::callText(uint32_t index) const {
  if (index >= code.calls.size())
    return "call?" + std::to_string(index);
  const CallDescriptor &call = code.calls[index];
  std::string text = "builtin " + std::to_string(call.builtin) + "(";
  for (size_t i = 0; i < call.args.size(); ++i)
    text += (i ? ", " : "") + argumentText(call.args[i]);
  text += ")";
  if (call.resultKind != ArgKind::Missing) {
    bool isVector = call.resultKind == ArgKind::Bits || call.resultKind == ArgKind::Logic;
    uint32_t count = isVector ? slotsFor(call.resultWidth, call.resultKind == ArgKind::Logic) : 1;
    text += " -> " + slotText(call.resultSlot, count);
  }
  return text;
}

std::string Listing::forkText(uint32_t index) const {
  if (index >= code.forks.size())
    return "fork?" + std::to_string(index);
  const ForkDescriptor &fork = code.forks[index];
  std::string text = joinNames[unsigned(fork.join)];
  for (size_t i = 0; i < fork.branches.size(); ++i) {
    text += (i ? ", " : " ") + functionName(fork.branches[i].function) + "(";
    for (size_t k = 0; k < fork.branches[i].args.size(); ++k) {
      auto [slot, count] = fork.branches[i].args[k];
      text += (k ? ", " : "") + slotText(slot, count);
    }
    text += ")";
  }
  return text;
}

std::string Listing::switchText(uint32_t index) const {
  if (index >= code.switches.size())
    return "switch?" + std::to_string(index);
  const SwitchTable &table = code.switches[index];
  std::string text = table.dense.empty() ? "[" : "dense [";
  for (size_t i = 0; i < table.cases.size(); ++i)
    text += (i ? ", " : "") + hex(table.cases[i].first) + ": " + labelText(table.cases[i].second);
  return text + "]";
}

std::string Listing::siteText(uint32_t index) const {
  if (index >= code.callSites.size())
    return "site?" + std::to_string(index);
  uint32_t signature = code.callSites[index];
  return image && signature < image->signatures.size() ? image->signatures[signature]
                                                         : "signature " + std::to_string(signature);
}

// --- Instructions ------------------------------------------------------------------------------

std::string Listing::operandText(const Operand &operand, bool isRef) const {
  switch (operand.kind) {
  case OperandKind::None:
    return "";
  case OperandKind::Slots:
    return slotText(operand.value, operand.count, isRef);
  case OperandKind::Immediate:
    return "#" + std::to_string(operand.value);
  case OperandKind::JumpTarget:
    return labelText(operand.value);
  case OperandKind::Function:
    return functionName(operand.value);
  case OperandKind::Instance:
    return operand.value == SelfInstance ? "self" : slotName(operand.value);
  case OperandKind::BlockOffset:
    return "[" + hex(operand.value) + "]";
  case OperandKind::Signal:
    return signalName(operand.value);
  case OperandKind::InstanceSlot:
    return slotName(operand.value);
  case OperandKind::Wait:
    return waitText(operand.value);
  case OperandKind::Call:
    return callText(operand.value);
  case OperandKind::Fork:
    return forkText(operand.value);
  case OperandKind::Switch:
    return switchText(operand.value);
  case OperandKind::Site:
    return siteText(operand.value);
  case OperandKind::Type:
    return "type " + std::to_string(operand.value);
  case OperandKind::Text:
    return operand.value < code.texts.size() ? quoted(code.texts[operand.value]) : "text?";
  }
  return "";
}

void Listing::findLabels() {
  for (uint32_t unit = 0; unit < code.code.size();) {
    const Instr &instr = code.code[unit];
    if (instr.op >= NumOpcodes)
      return;
    auto op = Opcode(instr.op);
    Extension ext;
    if (unitsOf(op) == 2 && unit + 1 < code.code.size())
      ext = std::bit_cast<Extension>(code.code[unit + 1]);
    for (const Operand &operand : operandsOf(instr, &ext)) {
      if (operand.kind == OperandKind::JumpTarget)
        labels.insert(operand.value);
      if (operand.kind == OperandKind::Switch && operand.value < code.switches.size())
        for (auto [value, target] : code.switches[operand.value].cases)
          labels.insert(target);
    }
    unit += unitsOf(op);
  }
}

void Listing::listInstr(uint32_t unit) {
  const Instr &instr = code.code[unit];
  auto op = Opcode(instr.op);
  Extension ext;
  if (unitsOf(op) == 2 && unit + 1 < code.code.size())
    ext = std::bit_cast<Extension>(code.code[unit + 1]);
  char head[48];
  std::snprintf(head, sizeof head, "    %4u  %s", unit, std::string(nameOf(op)).c_str());
  out += head;
  if (unitsOf(op) == 2 && op != Opcode::MuxL && op != Opcode::LinIndexK) {
    if (instr.aux & FlagFour)
      out += ".four";
    if (instr.aux & FlagSigned)
      out += ".signed";
    if (instr.aux & FlagSlotAddressed)
      out += ".slot";
  } else if (instr.aux) {
    out += "<" + std::to_string(instr.aux) + ">";
  }
  std::string_view signature = infoOf(op).signature;
  OperandList operands = operandsOf(instr, &ext);
  // Trailing zero immediates are mostly unused fields.
  while (operands.size > 1 && operands.items[operands.size - 1].kind == OperandKind::Immediate &&
         operands.items[operands.size - 1].value == 0)
    --operands.size;
  bool isFirst = true;
  for (const Operand &operand : operands) {
    char letter = signature[unsigned(operand.field)];
    out += (isFirst ? " " : ", ") + operandText(operand, letter == 'R' || letter == 'r');
    isFirst = false;
  }
  out += "\n";
}

std::string Listing::run() {
  out +=
      "  frame " + std::to_string(code.frameSlots) + " args " + std::to_string(code.argumentSlots);
  if (code.resultSlots)
    out += " results " + slotText(code.resultSlot, code.resultSlots);
  out += code.maySuspend ? " suspends\n" : "\n";
  for (size_t i = 0; i < code.constants.size(); ++i)
    out += "  const s" + std::to_string(i) + " = " + hex(code.constants[i]) + "\n";
  findLabels();
  size_t line = 0;
  for (uint32_t unit = 0; unit < code.code.size();) {
    if (code.code[unit].op >= NumOpcodes) {
      out += "    " + std::to_string(unit) + "  bad opcode\n";
      break;
    }
    for (; line < code.lines.size() && code.lines[line].unit <= unit; ++line) {
      const SourcePos &pos = code.lines[line].pos;
      if (pos.file == NoId)
        continue;
      std::string file = image && pos.file < image->files.size() ? image->files[pos.file]
                                                                 : std::to_string(pos.file);
      out += "  line " + file + ":" + std::to_string(pos.line) + ":" + std::to_string(pos.column) +
             "\n";
    }
    if (labels.count(unit))
      out += "  " + labelText(unit) + ":\n";
    listInstr(unit);
    unit += unitsOf(Opcode(code.code[unit].op));
  }
  return std::move(out);
}

std::string bytecode::disassemble(const FunctionCode &code, const DesignImage *image,
                                  ModuleId module) {
  return Listing(code, image, module).run();
}

// --- Whole images -------------------------------------------------------------------------------

static const char *const netNames[] = {"variable", "wire",    "tri",  "wand", "wor",
                                       "triand",   "trior",   "tri0", "tri1", "trireg",
                                       "supply0",  "supply1", "uwire"};
static const char *const processNames[] = {"initial",   "always", "always_comb", "always_latch",
                                           "always_ff", "assign", "final",       "port"};
static const char *const directionNames[] = {"input", "output", "inout", "ref", "interface"};

static std::string typeText(const DesignImage &image, TypeId id) {
  if (id >= image.types.size())
    return "?";
  const TypeImage &type = image.types[id];
  switch (type.kind) {
  case TypeKind::Logic:
    return "logic<" + std::to_string(type.width) + ">";
  case TypeKind::Bits:
    return "bits<" + std::to_string(type.width) + ">";
  case TypeKind::Real:
    return "real";
  case TypeKind::ShortReal:
    return "shortreal";
  case TypeKind::String:
    return "string";
  case TypeKind::Event:
    return "event";
  case TypeKind::CHandle:
    return "chandle";
  case TypeKind::Class:
    return "class";
  case TypeKind::Instance:
    return "instance of " + type.name;
  case TypeKind::Array:
    return std::to_string(type.count) + " x " + typeText(image, type.element) + " stride " +
           std::to_string(type.stride);
  case TypeKind::Struct:
    return "struct";
  case TypeKind::Union:
    return "union";
  case TypeKind::Dynamic:
    return "dynamic";
  case TypeKind::Queue:
    return "queue";
  case TypeKind::Assoc:
    return "assoc";
  }
  return "?";
}

static std::string operandName(const ModuleImage &module, SignalOperand kind, uint32_t index) {
  if (kind == SignalOperand::Slot)
    return "slot" + std::to_string(index);
  return index < module.signals.size() ? module.signals[index].name : std::to_string(index);
}

/// Module paths and timing checks.
static void listSpecify(std::string &out, const ModuleImage &module) {
  auto bits = [&](uint32_t signal, uint32_t lo, uint32_t width) {
    return module.signals[signal].name + "[" + std::to_string(lo) + "+:" + std::to_string(width) +
           "]";
  };
  for (const ModulePathImage &path : module.paths) {
    static constexpr const char *edges[] = {"", "posedge ", "negedge "};
    out += "  path " + std::string(edges[path.edge % 3]) +
           bits(path.input, path.inputLo, path.inputWidth) + (path.isFull ? " *> " : " => ") +
           bits(module.pathOutputs[path.output].port, path.lo, path.width);
    if (path.condition != NoId)
      out += " if " + module.signals[path.condition].name;
    for (uint64_t delay : path.delays)
      out += (&delay == path.delays.data() ? " delays " : " ") + std::to_string(delay);
    out += "\n";
  }
  for (const TimingCheckImage &check : module.timingChecks) {
    const CheckEventImage &reference = check.reference, &data = check.data;
    out += "  timing check " + std::to_string(unsigned(check.kind)) + " of " +
           bits(reference.signal, reference.lo, reference.width);
    if (data.signal != NoId)
      out += " and " + bits(data.signal, data.lo, data.width);
    out += " limits " + std::to_string(check.limit) + " " + std::to_string(check.limit2) + "\n";
  }
}

static void listDeclarations(std::string &out, const DesignImage &image,
                             const ModuleImage &module) {
  for (const SignalImage &signal : module.signals)
    out += "  signal " + signal.name + " " + netNames[unsigned(signal.net)] + " " +
           typeText(image, signal.type) + " at " + hex(signal.offset) + "\n";
  for (const PortImage &port : module.ports)
    out += "  port " + port.name + " " + directionNames[unsigned(port.direction)] +
           (port.slot == NoId ? "" : " slot" + std::to_string(port.slot)) + "\n";
  for (size_t i = 0; i < module.slots.size(); ++i) {
    const SlotImage &slot = module.slots[i];
    if (slot.kind != SlotKind::Signal && slot.kind != SlotKind::Instance)
      continue;
    out += "  slot" + std::to_string(i) +
           (slot.kind == SlotKind::Signal ? " signal" : " instance") +
           (slot.up == NoId ? "" : " up " + std::to_string(slot.up));
    for (const std::string &name : slot.path)
      out += (&name == &slot.path.front() ? " " : ".") + name;
    out += "\n";
  }
  for (const DriverImage &driver : module.drivers) {
    out += "  driver " + std::to_string(&driver - module.drivers.data()) + " of " +
           operandName(module, driver.netKind, driver.net);
    if (driver.width)
      out += "[" + std::to_string(driver.lo) + "+:" + std::to_string(driver.width) + "]";
    out += "\n";
  }
  for (const JoinImage &join : module.joins) {
    auto bits = [&](unsigned i) {
      return operandName(module, join.kinds[i], join.nets[i]) + "[" + std::to_string(join.lo[i]) +
             "+:" + std::to_string(join.width) + "]";
    };
    out += "  join " + bits(0) + " = " + bits(1) + "\n";
  }
  for (const ForcedImage &forced : module.forced)
    out += "  forced " + operandName(module, forced.kind, forced.signal) + "\n";
  for (const SwitchImage &image : module.switches) {
    out += "  switch";
    for (unsigned i = 0; i != 2; ++i)
      out += (i ? " to " : " ") + operandName(module, image.kinds[i], image.nets[i]) + "[" +
             std::to_string(image.lo[i]) + "]";
    if (image.control != NoId)
      out += " control " + module.signals[image.control].name;
    out += std::string(image.isOneWay ? " one way" : "") + (image.isResistive ? " resistive" : "") + "\n";
  }
  listSpecify(out, module);
  for (const ChildImage &child : module.children) {
    out += "  child " + child.name + " of " + image.modules[child.module].name + " (";
    for (const PortBinding &binding : child.ports) {
      out += (&binding == child.ports.data() ? "" : ", ") + std::to_string(binding.port) + " = ";
      out += binding.interfacePath.empty() ? operandName(module, binding.kind, binding.signal)
                                           : binding.interfacePath.back();
    }
    out += ")\n";
  }
}

static void listProcesses(std::string &out, const DesignImage &image, const ModuleImage &module) {
  for (const ProcessImage &process : module.processes) {
    out += "  process " + image.functions[process.function].name + " " +
           processNames[unsigned(process.kind)];
    out += process.isStatic ? " static" : "";
    out += process.runAtStart ? " at start" : "";
    out += process.selfTriggering ? " self" : "";
    out += process.isReactive ? " reactive" : process.isObserved ? " observed" : "";
    for (const EventTerm &term : process.sensitivity) {
      out += (&term == process.sensitivity.data() ? " @(" : ", ");
      out += std::string(edgeNames[unsigned(term.edge)]) + " " +
             operandName(module, term.kind, term.index);
      if (term.width)
        out += "[" + std::to_string(term.lo) + "+:" + std::to_string(term.width) + "]";
    }
    out += process.sensitivity.empty() ? "" : ")";
    for (uint32_t i = 0; i != process.operandCount; ++i) {
      const OperandImage &operand = module.operands[process.firstOperand + i];
      out += (i ? ", " : " with ") + operandName(module, operand.kind, operand.index);
      if (operand.lo)
        out += "[" + std::to_string(operand.lo) + "]";
    }
    out += "\n";
  }
}

/// A row per value of the last input, the first input fastest, in the order 0 1 z x.
static void listTable(std::string &out, const TruthTable &table) {
  if (table.rows.empty())
    return;
  out += "  table slot" + std::to_string(table.output) + " of";
  for (uint32_t input : table.inputs)
    out += " slot" + std::to_string(input);
  for (size_t row = 0; row != table.rows.size(); ++row) {
    out += row % 4 ? "" : " ";
    out += "01zx"[table.rows[row] & 3];
  }
  out += "\n";
}

std::string bytecode::disassembleImage(const DesignImage &image) {
  std::string out;
  for (const ModuleImage &module : image.modules) {
    out += "module \"" + module.name + "\" block " + std::to_string(module.blockSize) + "\n";
    listDeclarations(out, image, module);
    listProcesses(out, image, module);
  }
  for (const TopImage &top : image.tops)
    out += "top " + top.name + " of " + image.modules[top.module].name + "\n";
  for (FuncId id = 0; id < image.functions.size(); ++id) {
    const FunctionImage &function = image.functions[id];
    if (!function.isMaterialised)
      continue;
    out += "func @" + function.name + " id " + std::to_string(id) + "\n";
    listTable(out, function.table);
    out += disassemble(function.code, &image, function.operandCount ? NoId : function.module);
  }
  return out;
}
