//===- ImportSim.cpp - text, files, arguments, the end -------------------------===//
//
// A format is a tree of operations; printing it is one call of $write with a format
// string made from the tree. What the format strings of SystemVerilog cannot say, as a
// padding that is not the natural one of the radix, is formatted to a string first.
//
//===----------------------------------------------------------------------===//

#include "Import/Containers.h"
#include "Import/ForeignCalls.h"
#include "Import/MooreImport.h"
#include "Import/SVImport.h"
#include "Import/TimeValues.h"

#include "IR/Circt/Sim/Sim.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;
using namespace circtsim::circt;

namespace {
struct SimImport : DialectImport {
  bool isPure(Operation *op) const override { return isPureContainer(op) || isPureString(op); }
  bool isMadeAtUse(Operation *op) const override {
    return isFormat(op) || isa<sim::StdoutStreamOp, sim::StderrStreamOp>(op);
  }
  bool isIgnored(Operation *op) const override {
    return isMadeAtUse(op) || isa<sim::DPIFuncOp>(op);
  }
  LogicalResult declare(Operation *op, ModuleImport &module) const override;
  LogicalResult emit(Operation *op, Procedure &code) const override;
  LogicalResult lower(Operation *op, ValueRange operands, const PureBuilder &p,
                      SmallVectorImpl<Value> &results) const override {
    if (isPureContainer(op))
      return lowerSimContainer(op, operands, p, results);
    results.push_back(lowerSimString(op, operands, p));
    return success(bool(results.back()));
  }

  static bool isFormat(Operation *op) {
    return op->getNumResults() == 1 && isa<sim::FormatStringType>(op->getResult(0).getType());
  }
};

/// A format string and its arguments as they are collected.
class Format {
public:
  explicit Format(Procedure &code) : code(code) {}
  LogicalResult add(Value format);
  /// Calls `task` with the text; `first` are arguments before it.
  Value call(StringRef task, ArrayRef<Value> first, Type result = {});

private:
  void addText(StringRef literal);
  void addArgument(const Twine &spec, Value value, csim::ArgKind kind, bool isSigned = false);
  template <typename Op> LogicalResult addInteger(Op op, char radix, bool isSigned = false);
  template <typename Op> LogicalResult addReal(Op op, char conversion);
  void addPadded(Value text, char padding, unsigned width, bool isLeftAligned);
  Value text(const Twine &spec, Value value, csim::ArgKind kind, bool isSigned);

  Procedure &code;
  std::string string;
  SmallVector<Value> args;
  SmallVector<Attribute> info;
};
} // namespace

std::unique_ptr<DialectImport> import::makeSimImport() { return std::make_unique<SimImport>(); }

// --- Formats -----------------------------------------------------------------------------

static Attribute argument(MLIRContext *context, csim::ArgKind kind, bool isSigned = false) {
  return csim::ArgAttr::get(context, kind, isSigned, Type(), StringAttr(), SymbolRefAttr());
}
static Attribute literal(MLIRContext *context, const Twine &text) {
  return csim::ArgAttr::get(context, csim::ArgKind::Literal, false, Type(),
                            StringAttr::get(context, text), SymbolRefAttr());
}

void Format::addText(StringRef literal) {
  for (char c : literal) {
    string += c;
    if (c == '%')
      string += c;
  }
}

void Format::addArgument(const Twine &spec, Value value, csim::ArgKind kind, bool isSigned) {
  string += spec.str();
  args.push_back(value);
  info.push_back(argument(value.getContext(), kind, isSigned));
}

/// One value as a string of its own.
Value Format::text(const Twine &spec, Value value, csim::ArgKind kind, bool isSigned) {
  MLIRContext *context = value.getContext();
  return code.systemCall("$sformatf", value,
                         {literal(context, spec), argument(context, kind, isSigned)},
                         csim::StringType::get(context));
}

/// `%0t` of SystemVerilog arrives as a decimal of the default width of times, padded by
/// zeros, of a value that comes from the time; what it prints is the number alone
/// (IEEE 1800-2023 21.3.1).
template <typename Op> static bool isLeastTime(Op op) {
  return std::is_same_v<Op, sim::FormatDecOp> && op.getPaddingChar() == '0' &&
         op.getSpecifierWidth() == 20 && op.getValue().getType().isInteger(64) &&
         isTimeValue(op.getValue());
}

/// Characters of the widest number of some bits.
static unsigned naturalWidth(unsigned bits, char radix, bool isSigned) {
  switch (radix) {
  case 'h': return (bits + 3) / 4;
  case 'o': return (bits + 2) / 3;
  case 'b': return bits;
  default: break;
  }
  llvm::APInt widest = isSigned ? llvm::APInt::getSignedMinValue(bits)
                                : llvm::APInt::getMaxValue(bits);
  return unsigned(llvm::toString(widest, 10, isSigned).size());
}

template <typename Op> LogicalResult Format::addInteger(Op op, char radix, bool isSigned) {
  Value value = code.value(op.getValue());
  char natural = radix == 'd' ? ' ' : '0';
  auto padding = char(op.getPaddingChar());
  std::optional<uint32_t> width = op.getSpecifierWidth();
  if (isLeastTime(op))
    width = 0;
  bool isUpper = false;
  if constexpr (std::is_same_v<Op, sim::FormatHexOp>)
    isUpper = op.getIsHexUppercase();
  auto add = [&](const Twine &spec) {
    addArgument(spec, value, csim::ArgKind::Bits, isSigned);
    return success();
  };
  std::string radixText(1, radix);
  if (!isUpper && width && *width == 0)
    return add("%0" + radixText);
  if (!isUpper && !width && padding == natural && !op.getIsLeftAligned())
    return add("%" + radixText);
  if (!isUpper && width && padding == '0' && !op.getIsLeftAligned())
    return add("%0" + Twine(*width) + radixText);
  // The digits that are needed, then padded.
  Value digits = text("%0" + radixText, value, csim::ArgKind::Bits, isSigned);
  if (isUpper)
    digits = runtimeCall(code.pure(), "string_toupper", digits, digits.getType());
  addPadded(digits, padding,
            width ? *width : naturalWidth(csim::bitWidthOf(value.getType()), radix, isSigned),
            op.getIsLeftAligned());
  return success();
}

/// Text in a field that is filled with a character.
void Format::addPadded(Value text, char padding, unsigned width, bool isLeftAligned) {
  if (padding == ' ') {
    std::string field = width ? (isLeftAligned ? "-" : "") + std::to_string(width) : "";
    return addArgument("%" + field + "s", text, csim::ArgKind::String);
  }
  PureBuilder p = code.pure();
  Type string = text.getType();
  Value fill = csim::StringConstantOp::create(
      p.builder, p.loc, string, p.builder.getStringAttr(std::string(width, padding)));
  Value length = runtimeCall(p, "string_len", text, p.builder.getI64Type());
  Value last = arith::SubIOp::create(p.builder, p.loc, p.constant(64, uint64_t(width) - 1), length);
  fill = runtimeCall(p, "string_substr", {fill, p.constant(64, 0), last}, string);
  Value parts[] = {isLeftAligned ? text : fill, isLeftAligned ? fill : text};
  addArgument("%s", runtimeCall(p, "string_concat", parts, string), csim::ArgKind::String);
}

template <typename Op> LogicalResult Format::addReal(Op op, char conversion) {
  std::string spec = op.getIsLeftAligned() ? "%-" : "%";
  if (std::optional<uint32_t> width = op.getFieldWidth())
    spec += std::to_string(*width);
  spec += "." + std::to_string(op.getFracDigits()) + conversion;
  addArgument(spec, code.value(op.getValue()), csim::ArgKind::Real);
  return success();
}

LogicalResult Format::add(Value format) {
  Operation *op = format.getDefiningOp();
  if (!op)
    return emitError(format.getLoc()) << "unsupported: a format that is chosen at run time";
  return llvm::TypeSwitch<Operation *, LogicalResult>(op)
      .Case([&](sim::FormatLiteralOp text) {
        addText(text.getLiteral());
        return success();
      })
      .Case([&](sim::FormatStringConcatOp all) {
        for (Value input : all.getInputs())
          if (failed(add(input)))
            return failure();
        return success();
      })
      .Case([&](sim::FormatDecOp dec) { return addInteger(dec, 'd', dec.getIsSigned()); })
      .Case([&](sim::FormatHexOp hex) { return addInteger(hex, 'h'); })
      .Case([&](sim::FormatOctOp oct) { return addInteger(oct, 'o'); })
      .Case([&](sim::FormatBinOp bin) { return addInteger(bin, 'b'); })
      .Case([&](sim::FormatScientificOp real) { return addReal(real, 'e'); })
      .Case([&](sim::FormatFloatOp real) { return addReal(real, 'f'); })
      .Case([&](sim::FormatGeneralOp real) { return addReal(real, 'g'); })
      .Case([&](sim::FormatCharOp character) {
        addArgument("%c", code.value(character.getValue()), csim::ArgKind::Bits);
        return success();
      })
      .Case([&](sim::FormatStringOp text) {
        addPadded(code.value(text.getValue()), char(text.getPaddingChar()),
                  text.getSpecifierWidth().value_or(0), text.getIsLeftAligned());
        return success();
      })
      .Case([&](sim::FormatCurrentTimeOp) {
        Type logic = csim::LogicType::get(code.builder.getContext(), 64);
        addArgument("%0t", code.systemCall("$time", {}, {}, logic), csim::ArgKind::Logic);
        return success();
      })
      .Case([&](sim::FormatHierPathOp) {
        string += "%m";
        return success();
      })
      .Default([](Operation *other) { return other->emitError("unsupported: this format"); });
}

Value Format::call(StringRef task, ArrayRef<Value> first, Type result) {
  MLIRContext *context = code.builder.getContext();
  SmallVector<Value> all(first);
  SmallVector<Attribute> allInfo;
  for (size_t i = 0; i != first.size(); ++i)
    allInfo.push_back(argument(context, csim::ArgKind::Bits));
  llvm::append_range(all, args);
  allInfo.push_back(literal(context, string));
  llvm::append_range(allInfo, info);
  return code.systemCall(task, all, allInfo, result);
}

static LogicalResult print(Value format, Value stream, Procedure &code) {
  Format text(code);
  if (failed(text.add(format)))
    return failure();
  if (stream)
    text.call("$fwrite", code.value(stream));
  else
    text.call("$write", {});
  return success();
}

// --- The end ------------------------------------------------------------------------------

static void terminate(bool isSuccess, bool isVerbose, Procedure &code) {
  code.systemCall(isSuccess ? "$finish" : "$fatal", code.constant(32, isVerbose),
                  argument(code.builder.getContext(), csim::ArgKind::Bits));
}
static void pause(bool isVerbose, Procedure &code) {
  code.systemCall("$stop", code.constant(32, isVerbose),
                  argument(code.builder.getContext(), csim::ArgKind::Bits));
}

// --- Files and arguments --------------------------------------------------------------------

/// Appends the text of a format to `text`; false if it has values in it.
static bool isLiteral(Value format, std::string &text) {
  if (auto literal = format.getDefiningOp<sim::FormatLiteralOp>()) {
    text += literal.getLiteral();
    return true;
  }
  auto all = format.getDefiningOp<sim::FormatStringConcatOp>();
  return all && llvm::all_of(all.getInputs(), [&](Value part) { return isLiteral(part, text); });
}

/// Opened when first asked for. A name without values is the same file wherever the module
/// says it; one with values is that of the operation.
static LogicalResult openFile(sim::GetFileOp op, Procedure &code) {
  std::string fixedName;
  Signal handle = isLiteral(op.getFileName(), fixedName)
                      ? code.module.fileNamed(op.getLoc(), fixedName)
                      : code.module.addSignal(op.getLoc(), "", code.builder.getI32Type());
  Value place = code.addressOf(handle);
  Value isClosed = arith::CmpIOp::create(code.builder, code.loc, arith::CmpIPredicate::eq,
                                         code.load(place), code.constant(32, 0));
  LogicalResult done = success();
  code.emitIf(isClosed, [&] {
    Format name(code);
    done = name.add(op.getFileName());
    MLIRContext *context = code.builder.getContext();
    Value text = name.call("$sformatf", {}, csim::StringType::get(context));
    Value opened = code.systemCall(
        "$fopen", text, {argument(context, csim::ArgKind::String), literal(context, "w")},
        code.builder.getI32Type());
    code.store(opened, place);
  });
  code.define(op, code.load(place));
  return done;
}

/// Files as SystemVerilog has them: a descriptor is also the stream.
static LogicalResult emitFile(Operation *op, Procedure &code) {
  MLIRContext *context = op->getContext();
  if (auto open = dyn_cast<sim::SVFOpenOp>(op)) {
    static constexpr StringRef modes[] = {"r", "w", "a", "r+", "w+", "a+"};
    SmallVector<Attribute> info = {argument(context, csim::ArgKind::String)};
    if (open.getMode())
      info.push_back(literal(context, modes[unsigned(*open.getMode())]));
    code.define(open, code.systemCall("$fopen", code.value(open.getFileName()), info,
                                      code.builder.getI32Type()));
  } else if (auto close = dyn_cast<sim::SVFCloseOp>(op)) {
    code.systemCall("$fclose", code.value(close.getFd()), argument(context, csim::ArgKind::Bits));
  } else if (auto channel = dyn_cast<sim::SVChannelToOutputStreamOp>(op)) {
    code.define(channel, code.value(channel.getChannel()));
  } else {
    code.systemCall("$fflush", {}, {});
  }
  return success();
}

/// $readmem into a copy of the memory, which is the result.
static LogicalResult readMemory(sim::SVReadMemOp op, Procedure &code) {
  auto type = dyn_cast<hw::ArrayType>(code.module.types.resolve(op.getMemory().getType()));
  Type word = type ? code.module.types.lower(type.getElementType()) : Type();
  std::optional<uint64_t> size = type ? type.getKnownSize() : std::nullopt;
  bool isPlain = word && size && *size && *size < 0x10000 && op.getDimLows().size() == 1 &&
                 op.getDimLows()[0] == 0 && !op.getDimDescending()[0] && !op.getSliceLeft() &&
                 !op.getEnumValues();
  if (!isPlain)
    return op.emitError("unsupported: $readmem into this memory (IEEE 1800-2023 21.4)");
  Type stored = csim::UArrayType::get(word, 0, int32_t(*size) - 1);
  Signal copy = code.module.addSignal(op.getLoc(), "", stored);
  MLIRContext *context = op.getContext();
  Value place = code.addressOf(copy), name = code.value(op.getFilename());
  writeSVPlace(code.value(op.getMemory()), place, /*isNonblocking=*/false, code);
  SmallVector<Value> values = {name, place};
  SmallVector<Attribute> info = {
      argument(context, csim::ArgKind::String),
      csim::ArgAttr::get(context, csim::ArgKind::Ref, false, ModuleImport::describe(stored), {},
                         FlatSymbolRefAttr::get(copy.symbol))};
  for (Value limit : {op.getStartAddr(), op.getFinishAddr()})
    if (limit) {
      values.push_back(code.value(limit));
      info.push_back(argument(context, csim::ArgKind::Bits));
    }
  code.systemCall(op.getIsBinary() ? "$readmemb" : "$readmemh", values, info);
  code.define(op, readSVPlace(place, code));
  return success();
}

static Value hasPlusArgument(StringRef text, Procedure &code) {
  Value found = code.systemCall("$test$plusargs", {}, literal(code.builder.getContext(), text),
                                code.builder.getI32Type());
  return arith::CmpIOp::create(code.builder, code.loc, arith::CmpIPredicate::ne, found,
                               code.constant(32, 0));
}

static LogicalResult readPlusArgument(sim::PlusArgsValueOp op, Procedure &code, Value &found,
                                      Value &value) {
  Type type = codeTypeOf(op.getResult().getType(), code.module.types, op.getLoc());
  if (!type)
    return failure();
  Value place = csim::LocalOp::create(code.builder, code.loc, type, /*isVolatile=*/true);
  MLIRContext *context = code.builder.getContext();
  Value isFound = code.systemCall(
      "$value$plusargs", place,
      {literal(context, op.getFormatString()), argument(context, csim::ArgKind::Ref)},
      code.builder.getI32Type());
  found = arith::CmpIOp::create(code.builder, code.loc, arith::CmpIPredicate::ne, isFound,
                                code.constant(32, 0));
  value = csim::LoadOp::create(code.builder, code.loc, place);
  return success();
}

// --- Strings ----------------------------------------------------------------------------------

static LogicalResult emitString(Operation *op, Procedure &code) {
  auto format = dyn_cast<sim::FormatToStringOp>(op);
  Format text(code);
  if (!format || failed(text.add(format.getFmtstring())))
    return failure();
  code.define(format, text.call("$sformatf", {}, csim::StringType::get(op->getContext())));
  return success();
}

// --- Operations in code --------------------------------------------------------------------

LogicalResult SimImport::emit(Operation *op, Procedure &code) const {
  if (isFormat(op))
    return success(); // read where it is printed
  return llvm::TypeSwitch<Operation *, LogicalResult>(op)
      .Case([&](sim::PrintFormattedProcOp text) {
        return print(text.getInput(), text.getStream(), code);
      })
      .Case([&](sim::TerminateOp end) {
        terminate(end.getSuccess(), end.getVerbose(), code);
        return success();
      })
      .Case([&](sim::PauseOp stop) {
        pause(stop.getVerbose(), code);
        return success();
      })
      .Case([&](sim::GetFileOp file) { return openFile(file, code); })
      .Case<sim::StdoutStreamOp, sim::StderrStreamOp>([&](auto stream) {
        bool isError = isa<sim::StderrStreamOp>(stream);
        code.define(stream, code.constant(32, isError ? 0x80000002u : 0x80000001u));
        return success();
      })
      .Case([&](sim::FlushOp flush) {
        code.systemCall("$fflush", code.value(flush.getStream()),
                        argument(op->getContext(), csim::ArgKind::Bits));
        return success();
      })
      .Case([&](sim::PlusArgsTestOp test) {
        code.define(test, hasPlusArgument(test.getFormatString(), code));
        return success();
      })
      .Case([&](sim::PlusArgsValueOp value) {
        Value found, result;
        if (failed(readPlusArgument(value, code, found, result)))
          return failure();
        code.define(value.getFound(), found);
        code.define(value.getResult(), result);
        return success();
      })
      .Case([&](sim::DPICallOp) { return emitForeignCall(op, code); })
      .Case([&](sim::SVReadMemOp read) { return readMemory(read, code); })
      .Case<sim::SVFOpenOp, sim::SVFCloseOp, sim::SVChannelToOutputStreamOp, sim::SVFFlushAllOp>(
          [&](auto) { return emitFile(op, code); })
      .Default([&](Operation *other) { return emitString(other, code); });
}

// --- Declarations ----------------------------------------------------------------------------

/// Code that runs at the rising edges of a clock if a condition holds.
static LogicalResult atClock(Operation *op, Value clock, Value condition, ModuleImport &module,
                             std::function<LogicalResult(Procedure &)> emit) {
  for (Value operand : op->getOperands())
    if (operand != clock)
      capture(module, operand);
  for (Region &region : op->getRegions())
    capture(module, region);
  module.addProcedure(op->getLoc(), csim::ProcessKind::AlwaysFF, {{clock, csim::Edge::Pos}},
                      [=](Procedure &code) mutable {
                        LogicalResult done = success();
                        code.isActivation = true;
                        if (condition)
                          code.emitIf(code.value(condition), [&] { done = emit(code); });
                        else
                          done = emit(code);
                        csim::ReturnOp::create(code.builder, code.loc);
                        return done;
                      });
  return success();
}

/// A value that is found once, before time 0.
static LogicalResult readOnce(Operation *op, ModuleImport &module) {
  SmallVector<Signal> homes;
  for (Value result : op->getResults())
    homes.push_back(module.define(result, ""));
  module.addProcedure(op->getLoc(), csim::ProcessKind::Assign, {}, [=](Procedure &code) mutable {
    Value found, value;
    if (auto test = dyn_cast<sim::PlusArgsTestOp>(op))
      found = hasPlusArgument(test.getFormatString(), code);
    else if (failed(readPlusArgument(cast<sim::PlusArgsValueOp>(op), code, found, value)))
      return failure();
    code.store(found, code.addressOf(homes[0]));
    if (value)
      code.store(value, code.addressOf(homes[1]));
    csim::ReturnOp::create(code.builder, code.loc);
    return success();
  });
  return success();
}

LogicalResult SimImport::declare(Operation *op, ModuleImport &module) const {
  return llvm::TypeSwitch<Operation *, LogicalResult>(op)
      .Case([&](sim::PrintFormattedOp text) {
        return atClock(op, text.getClock(), text.getCondition(), module, [=](Procedure &code) mutable {
          return print(text.getInput(), text.getStream(), code);
        });
      })
      .Case([&](sim::ClockedTerminateOp end) {
        return atClock(op, end.getClock(), end.getCondition(), module, [=](Procedure &code) mutable {
          terminate(end.getSuccess(), end.getVerbose(), code);
          return success();
        });
      })
      .Case([&](sim::ClockedPauseOp stop) {
        return atClock(op, stop.getClock(), stop.getCondition(), module, [=](Procedure &code) mutable {
          pause(stop.getVerbose(), code);
          return success();
        });
      })
      .Case([&](sim::TriggeredOp block) {
        return atClock(op, block.getClock(), block.getCondition(), module, [=](Procedure &code) mutable {
          return code.inlineBlock(block.getBody().front());
        });
      })
      .Case<sim::PlusArgsTestOp, sim::PlusArgsValueOp>(
          [&](auto) { return readOnce(op, module); })
      .Case([&](sim::DPICallOp) { return declareForeignCall(op, module); })
      .Default(failure());
}
