//===- MooreFormat.cpp - text of moore's formats ----------------------------------===//
//
// IEEE 1800-2023 21.2. A format is a tree of operations; printing it is one call of a
// task with a format string made from the tree, as it was written in SystemVerilog.
//
//===----------------------------------------------------------------------===//

#include "Import/MooreImport.h"
#include "Import/TimeValues.h"

#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;
using namespace circtsim::circt;

bool import::isMooreFormat(Operation *op) {
  return op->getNumResults() == 1 && isa<moore::FormatStringType>(op->getResult(0).getType());
}

namespace {
/// A format string and its arguments as they are collected.
class Format {
public:
  explicit Format(Procedure &code) : code(code) {}
  LogicalResult add(Value format);
  Value call(StringRef task, ValueRange first, Type result);

private:
  void addText(StringRef literal);
  void addArgument(const Twine &spec, Value value, bool isSigned = false);
  LogicalResult addInteger(moore::FormatIntOp op);
  void addReal(moore::FormatRealOp op);
  void addString(moore::FormatStringOp op);

  Procedure &code;
  std::string string;
  SmallVector<Value> args;
  SmallVector<Attribute> info;
};
} // namespace

static Attribute describe(Value value, bool isSigned = false) {
  Type type = value.getType();
  csim::ArgKind kind = isa<IntegerType>(type)          ? csim::ArgKind::Bits
                       : isa<csim::LogicType>(type)    ? csim::ArgKind::Logic
                       : isa<FloatType>(type)          ? csim::ArgKind::Real
                       : isa<csim::StringType>(type)   ? csim::ArgKind::String
                                                       : csim::ArgKind::Handle;
  return csim::ArgAttr::get(type.getContext(), kind, isSigned, Type(), StringAttr(),
                            SymbolRefAttr());
}

void Format::addText(StringRef literal) {
  for (char c : literal) {
    string += c;
    if (c == '%')
      string += c;
  }
}

void Format::addArgument(const Twine &spec, Value value, bool isSigned) {
  string += spec.str();
  args.push_back(value);
  info.push_back(describe(value, isSigned));
}

/// `%0t` is a decimal of the default width of times, padded by zeros, of a time.
static bool isLeastTime(moore::FormatIntOp op) {
  return op.getFormat() == moore::IntFormat::Decimal &&
         op.getPadding() == moore::IntPadding::Zero && op.getSpecifierWidth() == 20 &&
         isTimeValue(op.getValue());
}

LogicalResult Format::addInteger(moore::FormatIntOp op) {
  std::string spec = op.getAlignment() == moore::IntAlign::Left ? "-" : "";
  bool isDecimal = op.getFormat() == moore::IntFormat::Decimal;
  std::optional<uint32_t> width = op.getSpecifierWidth();
  if (isLeastTime(op))
    width = 0;
  if (isDecimal && op.getPadding() == moore::IntPadding::Zero && width && *width)
    spec += "0";
  if (width)
    spec += std::to_string(*width);
  Value value = code.value(op.getValue());
  switch (op.getFormat()) {
  case moore::IntFormat::Decimal: spec += 'd'; break;
  case moore::IntFormat::Binary: spec += 'b'; break;
  case moore::IntFormat::Octal: spec += 'o'; break;
  case moore::IntFormat::HexLower: spec += 'h'; break;
  case moore::IntFormat::HexUpper: {
    auto text = csim::ArgAttr::get(op.getContext(), csim::ArgKind::Literal, false, Type(),
                                   StringAttr::get(op.getContext(), "%" + spec + "h"),
                                   SymbolRefAttr());
    Type stringType = csim::StringType::get(op.getContext());
    Value lower = code.systemCall("$sformatf", value, {text, describe(value)}, stringType);
    addArgument("%s", runtimeCall(code.pure(), "string_toupper", lower, stringType));
    return success();
  }
  }
  addArgument("%" + spec, value, op.getIsSigned());
  return success();
}

void Format::addReal(moore::FormatRealOp op) {
  std::string spec = op.getAlignment() == moore::IntAlign::Left ? "%-" : "%";
  if (std::optional<uint32_t> width = op.getFieldWidth())
    spec += std::to_string(*width);
  if (std::optional<uint32_t> digits = op.getFracDigits())
    spec += "." + std::to_string(*digits);
  spec += op.getFormat() == moore::RealFormat::Float         ? 'f'
          : op.getFormat() == moore::RealFormat::Exponential ? 'e'
                                                             : 'g';
  addArgument(spec, code.value(op.getValue()));
}

void Format::addString(moore::FormatStringOp op) {
  std::string spec = op.getAlignment() == moore::IntAlign::Left ? "%-" : "%";
  if (std::optional<uint32_t> width = op.getWidth())
    spec += std::to_string(*width);
  addArgument(spec + "s", code.value(op.getString()));
}

LogicalResult Format::add(Value format) {
  Operation *op = format.getDefiningOp();
  if (!op)
    return emitError(format.getLoc()) << "unsupported: a format that is chosen at run time";
  return llvm::TypeSwitch<Operation *, LogicalResult>(op)
      .Case([&](moore::FormatLiteralOp text) { return addText(text.getLiteral()), success(); })
      .Case([&](moore::FormatConcatOp all) {
        for (Value input : all.getInputs())
          if (failed(add(input)))
            return failure();
        return success();
      })
      .Case([&](moore::FormatIntOp number) { return addInteger(number); })
      .Case([&](moore::FormatRealOp real) { return addReal(real), success(); })
      .Case([&](moore::FormatStringOp text) { return addString(text), success(); })
      .Case([&](moore::FormatCharOp c) {
        return addArgument("%c", code.value(c.getValue())), success();
      })
      .Case([&](moore::FormatHierPathOp) {
        string += "%m";
        return success();
      })
      .Default([](Operation *other) { return other->emitError("unsupported: this format"); });
}

Value Format::call(StringRef task, ValueRange first, Type result) {
  SmallVector<Value> all(first);
  SmallVector<Attribute> allInfo;
  for (Value value : first)
    allInfo.push_back(describe(value));
  llvm::append_range(all, args);
  allInfo.push_back(csim::ArgAttr::get(code.builder.getContext(), csim::ArgKind::Literal, false,
                                       Type(), code.builder.getStringAttr(string),
                                       SymbolRefAttr()));
  llvm::append_range(allInfo, info);
  return code.systemCall(task, all, allInfo, result);
}

FailureOr<Value> import::callWithFormat(Procedure &code, StringRef task, ValueRange first,
                                        Value format, Type result) {
  Format text(code);
  if (failed(text.add(format)))
    return failure();
  return text.call(task, first, result);
}
