//===- MooreScan.cpp - scans of moore ---------------------------------------------===//
//
// IEEE 1800-2023 21.3.4.3. The steps of a scan, each with the rest that the one before
// it left, are one call of $sscanf or $fscanf where the first one stands: its values are
// in variables of the activation, and the count says how many there are.
//
//===----------------------------------------------------------------------===//

#include "Import/MooreImport.h"

#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;
using namespace circtsim::circt;

namespace {
struct Scan {
  std::string format;
  SmallVector<Operation *> fields; ///< those with a value
  moore::ScanEndOp end;
};
} // namespace

static char letterOf(moore::IntFormat format) {
  switch (format) {
  case moore::IntFormat::Decimal: return 'd';
  case moore::IntFormat::Binary: return 'b';
  case moore::IntFormat::Octal: return 'o';
  default: return 'h';
  }
}

static void addField(Scan &scan, Operation *op, std::optional<uint32_t> width, char letter) {
  bool hasValue = op->getNumResults() > 1;
  scan.format += '%';
  if (!hasValue)
    scan.format += '*';
  if (width)
    scan.format += std::to_string(*width);
  scan.format += letter;
  if (hasValue)
    scan.fields.push_back(op);
}

static void addStep(Scan &scan, Operation *op) {
  llvm::TypeSwitch<Operation *>(op)
      .Case([&](moore::ScanLiteralOp text) {
        for (char c : text.getLiteral())
          scan.format += c == '%' ? std::string("%%") : std::string(1, c);
      })
      .Case([&](moore::ScanIntOp number) {
        addField(scan, op, number.getMaxWidth(), letterOf(number.getFormat()));
      })
      .Case([&](moore::ScanRealOp real) { addField(scan, op, real.getMaxWidth(), 'f'); })
      .Case([&](moore::ScanTimeOp time) { addField(scan, op, time.getMaxWidth(), 't'); })
      .Case([&](moore::ScanStrOp text) { addField(scan, op, text.getMaxWidth(), 's'); })
      .Case([&](moore::ScanCharOp) { addField(scan, op, std::nullopt, 'c'); })
      .Case([&](moore::ScanEndOp end) { scan.end = end; });
}

static LogicalResult emitBegin(Operation *op, Value source, StringRef task, Procedure &code) {
  Scan scan;
  for (Value cursor = op->getResult(0); cursor.hasOneUse();) {
    Operation *step = *cursor.user_begin();
    addStep(scan, step);
    if (scan.end)
      break;
    cursor = step->getResult(0);
  }
  if (!scan.end)
    return op->emitError("unsupported: a scan that branches (IEEE 1800-2023 21.3.4.3)");
  OpBuilder &b = code.builder;
  auto argument = [&](csim::ArgKind kind, StringRef text = {}) {
    return csim::ArgAttr::get(op->getContext(), kind, false, Type(),
                              text.empty() ? StringAttr() : b.getStringAttr(text),
                              SymbolRefAttr());
  };
  SmallVector<Value> args = {code.value(source)};
  SmallVector<Attribute> info = {
      argument(isa<csim::StringType>(args[0].getType()) ? csim::ArgKind::String
                                                        : csim::ArgKind::Bits),
      argument(csim::ArgKind::Literal, scan.format)};
  for (Operation *field : scan.fields) {
    Type type = codeTypeOf(field->getResult(1).getType(), code.module.types, field->getLoc());
    if (!type || !csim::isScalar(type))
      return failure();
    args.push_back(csim::LocalOp::create(b, code.loc, type, /*isVolatile=*/true));
    info.push_back(argument(csim::ArgKind::Ref));
  }
  Value count = code.systemCall(task, args, info, b.getI32Type());
  code.define(scan.end, count);
  for (auto [i, field] : llvm::enumerate(scan.fields)) {
    code.define(field->getResult(1), csim::LoadOp::create(b, code.loc, args[i + 1]));
    code.define(field->getResult(2),
                arith::CmpIOp::create(b, code.loc, arith::CmpIPredicate::sgt, count,
                                      code.constant(32, i)));
  }
  return success();
}

LogicalResult import::emitMooreScan(Operation *op, Procedure &code) {
  if (auto begin = dyn_cast<moore::ScanBeginSScanFOp>(op))
    return emitBegin(op, begin.getString(), "$sscanf", code);
  if (auto begin = dyn_cast<moore::ScanBeginFScanFOp>(op))
    return emitBegin(op, begin.getChannel(), "$fscanf", code);
  // Known since the scan began.
  return success(isa<moore::ScanEndOp, moore::ScanLiteralOp, moore::ScanIntOp, moore::ScanRealOp,
                     moore::ScanTimeOp, moore::ScanStrOp, moore::ScanCharOp>(op));
}
