//===- SVStatements.cpp - assignments and control flow of sv ------------------===//
//
// Values are two-state: of a pattern of `casez`, positions with z match both, of `casex`
// those with x too; elsewhere x and z match nothing.
//
//===----------------------------------------------------------------------===//

#include "Import/SVImport.h"

#include "IR/Circt/SV/SV.h"

#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;
using namespace circtsim::circt;

static LogicalResult emitRegion(Region &region, Procedure &code) {
  return region.empty() ? success() : code.inlineBlock(region.front());
}

static LogicalResult emitIf(sv::IfOp op, Procedure &code) {
  return code.emitChoice(
      code.value(op.getCond()), [&] { return emitRegion(op.getThenRegion(), code); },
      [&] { return emitRegion(op.getElseRegion(), code); });
}

// --- case --------------------------------------------------------------------------------

/// Whether the value matches a pattern of bits, each 0, 1, x (2) or z (3).
static Value matchBits(Value value, const llvm::APInt &pattern, sv::CaseStyle style,
                       Procedure &code) {
  unsigned width = csim::bitWidthOf(value.getType());
  llvm::APInt mask = llvm::APInt::getAllOnes(width), bits(width, 0);
  bool isPossible = true;
  for (unsigned i = 0; 2 * i < pattern.getBitWidth() && i < width; ++i) {
    uint64_t bit = pattern.extractBitsAsZExtValue(2, 2 * i);
    bool isIgnored = (bit == 3 && style != sv::CaseStyle::Case) ||
                     (bit == 2 && style == sv::CaseStyle::CaseX);
    isPossible &= isIgnored || bit < 2;
    if (isIgnored)
      mask.clearBit(i);
    else if (bit == 1)
      bits.setBit(i);
  }
  if (!isPossible)
    return code.constant(1, 0);
  PureBuilder p = code.pure();
  if (!mask.isAllOnes())
    value = arith::AndIOp::create(p.builder, p.loc, value, p.constant(mask));
  return arith::CmpIOp::create(p.builder, p.loc, arith::CmpIPredicate::eq, value, p.constant(bits));
}

static Value matchPattern(sv::CaseOp op, Attribute pattern, unsigned &expression, Value value,
                          Procedure &code) {
  if (isa<sv::CaseExprPatternAttr>(pattern)) {
    Value other = code.value(op.getCaseValues()[expression++]);
    return arith::CmpIOp::create(code.builder, code.loc, arith::CmpIPredicate::eq, value, other);
  }
  if (auto bits = dyn_cast<IntegerAttr>(pattern))
    return matchBits(value, bits.getValue(), op.getCaseStyle(), code);
  auto field = cast<hw::EnumFieldAttr>(pattern);
  std::optional<llvm::APInt> number =
      code.module.types.bitsOf(field.getField(), op.getCond().getType());
  return arith::CmpIOp::create(code.builder, code.loc, arith::CmpIPredicate::eq, value,
                               code.pure().constant(number.value_or(llvm::APInt(
                                   csim::bitWidthOf(value.getType()), 0))));
}

/// The first branch that matches; the default is the last to be asked.
static LogicalResult emitCase(sv::CaseOp op, Procedure &code) {
  Value value = code.value(op.getCond());
  Block *behind = code.newBlock();
  unsigned expression = 0;
  Region *byDefault = nullptr;
  for (auto [pattern, region] : llvm::zip(op.getCasePatterns(), op.getCaseRegions())) {
    if (isa<UnitAttr>(pattern)) {
      byDefault = &region;
      continue;
    }
    Value matches = matchPattern(op, pattern, expression, value, code);
    Block *next = code.newBlock(), *inside = code.newBlock();
    cf::CondBranchOp::create(code.builder, code.loc, matches, inside, next);
    code.goOnIn(inside);
    if (failed(emitRegion(region, code)))
      return failure();
    cf::BranchOp::create(code.builder, code.loc, behind);
    code.goOnIn(next);
  }
  auto kind = op.getValidationQualifier();
  if (byDefault) {
    if (failed(emitRegion(*byDefault, code)))
      return failure();
  } else if (kind == sv::ValidationQualifier::Unique || kind == sv::ValidationQualifier::Priority) {
    // IEEE 1800-2023 12.5.3.1.
    std::string text = sv::stringifyValidationQualifier(kind).str() + " case: no item matches";
    MLIRContext *context = op.getContext();
    code.systemCall("$warning", {},
                    csim::ArgAttr::get(context, csim::ArgKind::Literal, false, Type(),
                                       StringAttr::get(context, text), SymbolRefAttr()));
  }
  cf::BranchOp::create(code.builder, code.loc, behind);
  code.goOnIn(behind);
  return success();
}

// --- for ----------------------------------------------------------------------------------

static LogicalResult emitFor(sv::ForOp op, Procedure &code) {
  Value from = code.value(op.getLowerBound()), to = code.value(op.getUpperBound());
  Value step = code.value(op.getStep());
  Block *behind = code.newBlock(), *inside = code.newBlock(), *head = code.newBlock();
  Value variable = head->addArgument(from.getType(), op.getLoc());
  cf::BranchOp::create(code.builder, code.loc, head, from);
  code.goOnIn(head);
  Value goesOn = arith::CmpIOp::create(code.builder, code.loc, arith::CmpIPredicate::ult, variable,
                                       to);
  cf::CondBranchOp::create(code.builder, code.loc, goesOn, inside, behind);
  code.goOnIn(inside);
  code.define(op.getBody().getArgument(0), variable);
  if (failed(emitRegion(op.getBody(), code)))
    return failure();
  Value next = arith::AddIOp::create(code.builder, code.loc, variable, step);
  cf::BranchOp::create(code.builder, code.loc, head, next);
  code.goOnIn(behind);
  return success();
}

// --- Objects of procedures -----------------------------------------------------------------

/// A variable of a function is automatic; one of another procedure keeps its value.
static LogicalResult emitDeclaration(Operation *op, StringRef name, Value init, Procedure &code) {
  Type type = code.module.types.storageOf(
      cast<hw::InOutType>(op->getResult(0).getType()).getElementType());
  if (!type)
    return op->emitError("unsupported: object of type ") << op->getResult(0).getType();
  Value place = code.isFunction
                    ? Value(csim::LocalOp::create(code.builder, code.loc, type,
                                                  /*isVolatile=*/false, name))
                    : code.addressOf(code.module.addSignal(op->getLoc(), name, type));
  if (init)
    writeSVPlace(code.value(init), place, /*isNonblocking=*/false, code);
  code.define(op->getResult(0), place);
  return success();
}

LogicalResult import::emitSVStatement(Operation *op, Procedure &code) {
  auto assign = [&](Value place, Value value, bool isNonblocking) {
    writeSVPlace(code.value(value), code.value(place), isNonblocking, code);
    return success();
  };
  if (isSVPart(op))
    return makeSVPart(op, code);
  return llvm::TypeSwitch<Operation *, LogicalResult>(op)
      .Case([&](sv::ReadInOutOp read) {
        code.define(read, readSVPlace(code.value(read.getInput()), code));
        return success();
      })
      .Case([&](sv::PAssignOp a) { return assign(a.getDest(), a.getSrc(), true); })
      .Case<sv::BPAssignOp, sv::DepositOp>(
          [&](auto a) { return assign(a.getDest(), a.getSrc(), false); })
      .Case([&](sv::IfOp choice) { return emitIf(choice, code); })
      .Case([&](sv::CaseOp choice) { return emitCase(choice, code); })
      .Case([&](sv::ForOp loop) { return emitFor(loop, code); })
      .Case([&](sv::LogicOp object) {
        return emitDeclaration(object, object.getName(), {}, code);
      })
      .Case([&](sv::RegOp object) {
        return emitDeclaration(object, object.getName(), object.getInit(), code);
      })
      .Default([&](Operation *other) { return emitSVTask(other, code); });
}
