//===- SimStrings.cpp - strings of sim ------------------------------------------===//
//
// IEEE 1800-2023 6.16. Strings are values; each operation is one of the runtime, and none
// has effects, so that they may stand in the body of a module too.
//
//===----------------------------------------------------------------------===//

#include "Import/Containers.h"
#include "Import/MooreImport.h"

#include "IR/Circt/Sim/Sim.h"

#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;
using namespace circtsim::circt;

bool import::isPureString(Operation *op) {
  return isa<sim::StringConstantOp, sim::StringLengthOp, sim::StringConcatOp, sim::IntToStringOp,
             sim::StringToIntOp, sim::StringGetOp, sim::StringCmpOp>(op);
}

static Value constantText(const PureBuilder &p, StringAttr text) {
  return csim::StringConstantOp::create(p.builder, p.loc,
                                        csim::StringType::get(text.getContext()), text);
}

static Value concat(const PureBuilder &p, ValueRange parts) {
  if (parts.empty())
    return constantText(p, p.builder.getStringAttr(""));
  Value all = parts[0];
  for (Value next : parts.drop_front())
    all = runtimeCall(p, "string_concat", {all, next}, all.getType());
  return all;
}

static Value compare(const PureBuilder &p, sim::StringCmpPredicate predicate, ValueRange in) {
  static constexpr arith::CmpIPredicate predicates[] = {
      arith::CmpIPredicate::eq,  arith::CmpIPredicate::ne,  arith::CmpIPredicate::slt,
      arith::CmpIPredicate::sle, arith::CmpIPredicate::sgt, arith::CmpIPredicate::sge};
  Value order = runtimeCall(p, "string_compare", in, p.builder.getI32Type());
  return arith::CmpIOp::create(p.builder, p.loc, predicates[unsigned(predicate)], order,
                               p.constant(32, 0));
}

Value import::lowerSimString(Operation *op, ValueRange in, const PureBuilder &p) {
  Type string = csim::StringType::get(op->getContext());
  return llvm::TypeSwitch<Operation *, Value>(op)
      .Case([&](sim::StringConstantOp text) { return constantText(p, text.getLiteralAttr()); })
      .Case([&](sim::IntToStringOp) {
        Value width = p.constant(64, csim::bitWidthOf(in[0].getType()));
        return runtimeCall(p, "string_from_bits", {width, in[0]}, string);
      })
      .Case([&](sim::StringToIntOp text) {
        unsigned width = text.getType().getIntOrFloatBitWidth();
        return runtimeCall(p, "string_to_bits", {in[0], p.constant(64, width)},
                           p.builder.getIntegerType(width));
      })
      .Case([&](sim::StringLengthOp) {
        return runtimeCall(p, "string_len", in[0], p.builder.getI64Type());
      })
      .Case([&](sim::StringConcatOp) { return concat(p, in); })
      .Case([&](sim::StringGetOp) { // outside of the string: 0
        return runtimeCall(p, "string_getc", {in[0], widen(p, in[1], /*isSigned=*/true)},
                           p.builder.getIntegerType(8));
      })
      .Case([&](sim::StringCmpOp order) { return compare(p, order.getPredicate(), in); })
      .Default(Value());
}
