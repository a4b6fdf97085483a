//===- MooreValues.cpp - constants, conversions, operators of moore -------------===//
//
// IEEE 1800-2023 clause 11. Two-state values use arith; where SystemVerilog differs,
// and for four-state values, csim's own operations. A shortreal is a real that is
// rounded after each operation.
//
//===----------------------------------------------------------------------===//

#include "Import/MooreImport.h"

#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;
using namespace circtsim::circt;

namespace {
template <typename Op, typename... Args>
Value make(const PureBuilder &p, Args &&...args) {
  return Op::create(p.builder, p.loc, std::forward<Args>(args)...);
}
} // namespace

static bool isLogic(Value value) { return isa<csim::LogicType>(value.getType()); }

csim::LogicType import::fourStateOf(Type type) {
  return csim::LogicType::get(type.getContext(), csim::bitWidthOf(type));
}

Value import::changeStates(const PureBuilder &p, Value value, Type type) {
  if (isa<csim::LogicType>(type) && isa<IntegerType>(value.getType()))
    return make<csim::ToLogicOp>(p, type, value);
  if (isa<IntegerType>(type) && isLogic(value))
    return make<csim::ToBitsOp>(p, type, value);
  return value;
}

Value import::negate(const PureBuilder &p, Value value) {
  if (isLogic(value))
    return make<csim::NotOp>(p, value);
  return make<arith::XOrIOp>(p, value,
                             p.constant(llvm::APInt::getAllOnes(csim::bitWidthOf(value.getType()))));
}

Value import::select(const PureBuilder &p, Value condition, Value yes, Value no) {
  if (!isLogic(condition))
    return make<arith::SelectOp>(p, condition, yes, no);
  if (isLogic(yes))
    return make<csim::MuxOp>(p, condition, yes, no);
  if (!isa<IntegerType>(yes.getType()))
    return make<arith::SelectOp>(p, make<csim::IsTrueOp>(p, p.builder.getI1Type(), condition), yes,
                                 no);
  // Bits that differ are x for an unknown condition, and x is 0 here.
  Type four = fourStateOf(yes.getType());
  Value merged = make<csim::MuxOp>(p, condition, changeStates(p, yes, four),
                                   changeStates(p, no, four));
  return changeStates(p, merged, yes.getType());
}

Value import::runtimeCall(const PureBuilder &p, StringRef name, ValueRange args, Type result) {
  return csim::RtOp::create(p.builder, p.loc, TypeRange(result), p.builder.getStringAttr(name),
                            args, UnitAttr())
      .getResult(0);
}

static Value resize(const PureBuilder &p, Value value, Type type, bool isSigned) {
  unsigned from = csim::bitWidthOf(value.getType()), to = csim::bitWidthOf(type);
  if (from == to)
    return value;
  if (isLogic(value))
    return to < from ? make<csim::TruncOp>(p, type, value)
                     : make<csim::ExtendOp>(p, type, value, isSigned);
  if (to < from)
    return make<arith::TruncIOp>(p, type, value);
  return isSigned ? make<arith::ExtSIOp>(p, type, value) : make<arith::ExtUIOp>(p, type, value);
}

Value import::widen(const PureBuilder &p, Value value, bool isSigned) {
  value = changeStates(p, value, p.builder.getIntegerType(csim::bitWidthOf(value.getType())));
  return resize(p, value, p.builder.getI64Type(), isSigned);
}

/// Positions wrap around at the width of the number: one in the upper half is below
/// the object if there is no part of the object.
Value import::indexOf(const PureBuilder &p, Value value, uint64_t count, uint64_t width) {
  unsigned bits = csim::bitWidthOf(value.getType());
  bool isSigned = width > 1 && (bits >= 64 || count <= (uint64_t(1) << (bits - 1)));
  return make<csim::ToIndexOp>(p, p.builder.getI64Type(), value, isSigned);
}

// --- Constants -------------------------------------------------------------------------

static Value makeVector(const PureBuilder &p, const llvm::APInt &value, const llvm::APInt &unknown,
                        Type type) {
  if (isa<csim::LogicType>(type))
    return make<csim::ConstantOp>(p, value, unknown);
  return p.constant(value & ~unknown);
}

/// The characters as bits, the last one lowest.
static llvm::APInt bitsOfText(StringRef text, unsigned width) {
  llvm::APInt bits(std::max<unsigned>(width, unsigned(text.size()) * 8), 0);
  for (unsigned char c : text)
    bits = bits.shl(8) | llvm::APInt(bits.getBitWidth(), c);
  return bits.trunc(width);
}

static Value lowerConstant(Operation *op, Type type, const PureBuilder &p) {
  return llvm::TypeSwitch<Operation *, Value>(op)
      .Case([&](moore::ConstantOp c) {
        const moore::FourState &number = c.getValueAttr().getValue();
        return makeVector(p, number.value, number.unknown, type);
      })
      .Case([&](moore::ConstantTimeOp c) {
        return make<csim::ConstantOp>(p, llvm::APInt(64, c.getValue()));
      })
      .Case([&](moore::ConstantStringOp c) {
        unsigned width = csim::bitWidthOf(type);
        return makeVector(p, bitsOfText(c.getValue(), width), llvm::APInt(width, 0), type);
      })
      .Case([&](moore::ConstantRealOp c) {
        bool loses = false;
        llvm::APFloat value = c.getValue();
        value.convert(llvm::APFloat::IEEEdouble(), llvm::APFloat::rmNearestTiesToEven, &loses);
        return make<arith::ConstantOp>(p, p.builder.getF64FloatAttr(value.convertToDouble()));
      })
      .Case<moore::NullOp, moore::NullChandleOp>(
          [&](auto) { return make<csim::NullOp>(p, type); })
      .Default(Value());
}

// --- Conversions -----------------------------------------------------------------------

static Value truthOf(const PureBuilder &p, Value value) {
  Type type = value.getType(), i1 = p.builder.getI1Type();
  if (isa<csim::StringType>(type)) {
    Value length = runtimeCall(p, "string_len", value, p.builder.getI64Type());
    return make<arith::CmpIOp>(p, arith::CmpIPredicate::ne, length, p.constant(64, 0));
  }
  if (csim::isHandle(type))
    return negate(p, make<csim::EqHandleOp>(p, i1, value, make<csim::NullOp>(p, type)));
  if (csim::bitWidthOf(type) == 1)
    return value;
  return make<csim::BoolOp>(p, csim::truthTypeOf(type), value);
}

static Value roundIfShort(const PureBuilder &p, Value value, Type type) {
  if (!moore::isRealType(type, 32))
    return value;
  return make<csim::RoundShortOp>(p, p.builder.getF64Type(), value);
}

static Value stringOf(moore::IntToStringOp op, Value bits, const PureBuilder &p) {
  if (auto text = op.getInput().getDefiningOp<moore::ConstantStringOp>();
      text && op.getInput().getType().getWidth() >= text.getValue().size() * 8)
    return make<csim::StringConstantOp>(p, csim::StringType::get(op.getContext()),
                                        text.getValueAttr());
  unsigned width = csim::bitWidthOf(bits.getType());
  return runtimeCall(p, "string_from_bits", {p.constant(64, width), bits},
                     csim::StringType::get(op.getContext()));
}

static Value lowerConversion(Operation *op, ValueRange in, Type type, const PureBuilder &p) {
  return llvm::TypeSwitch<Operation *, Value>(op)
      .Case<moore::PackedToSBVOp, moore::SBVToPackedOp, moore::LogicToIntOp, moore::IntToLogicOp,
            moore::ToBuiltinIntOp, moore::FromBuiltinIntOp, moore::TimeToLogicOp,
            moore::LogicToTimeOp>([&](auto) { return changeStates(p, in[0], type); })
      .Case<moore::TruncOp, moore::ZExtOp>([&](auto) { return resize(p, in[0], type, false); })
      .Case([&](moore::SExtOp) { return resize(p, in[0], type, true); })
      .Case([&](moore::BoolCastOp) { return truthOf(p, in[0]); })
      .Case([&](moore::RealToIntOp) { return make<csim::FromRealOp>(p, type, in[0]); })
      .Case([&](moore::SIntToRealOp c) {
        return roundIfShort(p, make<csim::ToRealOp>(p, type, in[0], true), c.getType());
      })
      .Case([&](moore::UIntToRealOp c) {
        return roundIfShort(p, make<csim::ToRealOp>(p, type, in[0], false), c.getType());
      })
      .Case([&](moore::ConvertRealOp c) { return roundIfShort(p, in[0], c.getType()); })
      .Case([&](moore::IntToStringOp c) { return stringOf(c, in[0], p); })
      .Case([&](moore::StringToIntOp) {
        return runtimeCall(p, "string_to_bits",
                           {in[0], p.constant(64, csim::bitWidthOf(type))}, type);
      })
      .Default(Value());
}

// --- Vectors ---------------------------------------------------------------------------

namespace {
template <typename TwoState, typename FourState>
Value twoOrFour(const PureBuilder &p, ValueRange in) {
  return isLogic(in[0]) ? make<FourState>(p, in[0], in[1]) : make<TwoState>(p, in[0], in[1]);
}
template <typename Op>
Value reduce(const PureBuilder &p, Value value) {
  return make<Op>(p, csim::truthTypeOf(value.getType()), value);
}
template <typename Op>
Value shift(const PureBuilder &p, ValueRange in) {
  unsigned width = csim::bitWidthOf(in[1].getType());
  Type amount = isLogic(in[0]) ? Type(csim::LogicType::get(in[0].getContext(), width))
                               : Type(p.builder.getIntegerType(width));
  return make<Op>(p, in[0].getType(), in[0], changeStates(p, in[1], amount));
}
} // namespace

static Value lowerVector(Operation *op, ValueRange in, Type type, const PureBuilder &p) {
  return llvm::TypeSwitch<Operation *, Value>(op)
      .Case([&](moore::NegOp) {
        if (isLogic(in[0]))
          return make<csim::NegOp>(p, in[0]);
        return make<arith::SubIOp>(p, p.constant(csim::bitWidthOf(type), 0), in[0]);
      })
      .Case([&](moore::NotOp) { return negate(p, in[0]); })
      .Case([&](moore::AddOp) { return twoOrFour<arith::AddIOp, csim::AddOp>(p, in); })
      .Case([&](moore::SubOp) { return twoOrFour<arith::SubIOp, csim::SubOp>(p, in); })
      .Case([&](moore::MulOp) { return twoOrFour<arith::MulIOp, csim::MulOp>(p, in); })
      .Case([&](moore::AndOp) { return twoOrFour<arith::AndIOp, csim::AndOp>(p, in); })
      .Case([&](moore::OrOp) { return twoOrFour<arith::OrIOp, csim::OrOp>(p, in); })
      .Case([&](moore::XorOp) { return twoOrFour<arith::XOrIOp, csim::XorOp>(p, in); })
      .Case<moore::DivUOp, moore::DivSOp>([&](auto) {
        return make<csim::DivOp>(p, type, in[0], in[1], isa<moore::DivSOp>(op));
      })
      .Case<moore::ModUOp, moore::ModSOp>([&](auto) {
        return make<csim::ModOp>(p, type, in[0], in[1], isa<moore::ModSOp>(op));
      })
      .Case<moore::PowUOp, moore::PowSOp>([&](auto) {
        return make<csim::PowOp>(p, type, in[0], in[1], isa<moore::PowSOp>(op));
      })
      .Case([&](moore::ReduceAndOp) { return reduce<csim::ReduceAndOp>(p, in[0]); })
      .Case([&](moore::ReduceOrOp) { return reduce<csim::ReduceOrOp>(p, in[0]); })
      .Case([&](moore::ReduceXorOp) { return reduce<csim::ReduceXorOp>(p, in[0]); })
      .Case([&](moore::ShlOp) { return shift<csim::ShlOp>(p, in); })
      .Case([&](moore::ShrOp) { return shift<csim::ShrOp>(p, in); })
      .Case([&](moore::AShrOp) { return shift<csim::AshrOp>(p, in); })
      .Case([&](moore::ConcatOp) {
        return in.size() == 1 ? in[0] : make<csim::ConcatOp>(p, in);
      })
      .Case([&](moore::ReplicateOp) {
        return in[0].getType() == type ? in[0] : make<csim::ReplicateOp>(p, type, in[0]);
      })
      .Default(Value());
}

// --- Comparisons -----------------------------------------------------------------------

static Value order(const PureBuilder &p, Value l, Value r, bool isSigned, bool isStrict) {
  Type logic1 = csim::LogicType::get(l.getContext(), 1);
  if (isLogic(l))
    return isStrict ? make<csim::LtOp>(p, logic1, l, r, isSigned)
                    : make<csim::LeOp>(p, logic1, l, r, isSigned);
  using Predicate = arith::CmpIPredicate;
  Predicate predicate = isStrict ? (isSigned ? Predicate::slt : Predicate::ult)
                                 : (isSigned ? Predicate::sle : Predicate::ule);
  return make<arith::CmpIOp>(p, predicate, l, r);
}

namespace {
/// Two-state operands are equal or not, whatever the operator.
template <typename FourState>
Value equal(const PureBuilder &p, ValueRange in) {
  if (isLogic(in[0]))
    return make<FourState>(p, csim::LogicType::get(in[0].getContext(), 1), in[0], in[1]);
  return make<arith::CmpIOp>(p, arith::CmpIPredicate::eq, in[0], in[1]);
}
template <typename FourState>
Value exactly(const PureBuilder &p, ValueRange in) {
  if (isLogic(in[0]))
    return make<FourState>(p, p.builder.getI1Type(), in[0], in[1]);
  return make<arith::CmpIOp>(p, arith::CmpIPredicate::eq, in[0], in[1]);
}
} // namespace

static Value lowerComparison(Operation *op, ValueRange in, const PureBuilder &p) {
  return llvm::TypeSwitch<Operation *, Value>(op)
      .Case([&](moore::EqOp) { return equal<csim::EqOp>(p, in); })
      .Case([&](moore::NeOp) { return negate(p, equal<csim::EqOp>(p, in)); })
      .Case([&](moore::WildcardEqOp) { return equal<csim::WildEqOp>(p, in); })
      .Case([&](moore::WildcardNeOp) { return negate(p, equal<csim::WildEqOp>(p, in)); })
      .Case([&](moore::UltOp) { return order(p, in[0], in[1], false, true); })
      .Case([&](moore::UleOp) { return order(p, in[0], in[1], false, false); })
      .Case([&](moore::UgtOp) { return order(p, in[1], in[0], false, true); })
      .Case([&](moore::UgeOp) { return order(p, in[1], in[0], false, false); })
      .Case([&](moore::SltOp) { return order(p, in[0], in[1], true, true); })
      .Case([&](moore::SleOp) { return order(p, in[0], in[1], true, false); })
      .Case([&](moore::SgtOp) { return order(p, in[1], in[0], true, true); })
      .Case([&](moore::SgeOp) { return order(p, in[1], in[0], true, false); })
      .Case([&](moore::CaseEqOp) { return exactly<csim::CaseEqOp>(p, in); })
      .Case([&](moore::CaseNeOp) { return negate(p, exactly<csim::CaseEqOp>(p, in)); })
      .Case([&](moore::CaseZEqOp) { return exactly<csim::CasezEqOp>(p, in); })
      .Case([&](moore::CaseXZEqOp) { return exactly<csim::CasexEqOp>(p, in); })
      .Default(Value());
}

static Value compareStrings(moore::StringCmpOp op, ValueRange in, const PureBuilder &p) {
  Type i1 = p.builder.getI1Type();
  using Predicate = moore::StringCmpPredicate;
  switch (op.getPredicate()) {
  case Predicate::eq: return runtimeCall(p, "string_eq", {in[0], in[1]}, i1);
  case Predicate::ne: return negate(p, runtimeCall(p, "string_eq", {in[0], in[1]}, i1));
  case Predicate::lt: return runtimeCall(p, "string_lt", {in[0], in[1]}, i1);
  case Predicate::le: return runtimeCall(p, "string_le", {in[0], in[1]}, i1);
  case Predicate::gt: return runtimeCall(p, "string_lt", {in[1], in[0]}, i1);
  case Predicate::ge: return runtimeCall(p, "string_le", {in[1], in[0]}, i1);
  }
  return {};
}

static Value compareHandles(Operation *op, ValueRange in, const PureBuilder &p) {
  Type type = isa<moore::NullType>(op->getOperand(0).getType()) ? in[1].getType()
                                                                : in[0].getType();
  auto typed = [&](Value value) {
    return value.getType() == type ? value : make<csim::NullOp>(p, type);
  };
  Value same = make<csim::EqHandleOp>(p, p.builder.getI1Type(), typed(in[0]), typed(in[1]));
  return isa<moore::HandleNeOp, moore::HandleCaseNeOp>(op) ? negate(p, same) : same;
}

// --- Reals -------------------------------------------------------------------------------

static Value lowerReal(Operation *op, ValueRange in, const PureBuilder &p) {
  using Predicate = arith::CmpFPredicate;
  auto compare = [&](Predicate predicate) {
    return make<arith::CmpFOp>(p, predicate, in[0], in[1]);
  };
  Value result =
      llvm::TypeSwitch<Operation *, Value>(op)
          .Case([&](moore::NegRealOp) { return make<arith::NegFOp>(p, in[0]); })
          .Case([&](moore::AddRealOp) { return make<arith::AddFOp>(p, in[0], in[1]); })
          .Case([&](moore::SubRealOp) { return make<arith::SubFOp>(p, in[0], in[1]); })
          .Case([&](moore::MulRealOp) { return make<arith::MulFOp>(p, in[0], in[1]); })
          .Case([&](moore::DivRealOp) { return make<arith::DivFOp>(p, in[0], in[1]); })
          .Case([&](moore::PowRealOp) {
            return make<csim::PowOp>(p, in[0].getType(), in[0], in[1], false);
          })
          .Case([&](moore::EqRealOp) { return compare(Predicate::OEQ); })
          .Case([&](moore::NeRealOp) { return compare(Predicate::UNE); })
          .Case([&](moore::FltOp) { return compare(Predicate::OLT); })
          .Case([&](moore::FleOp) { return compare(Predicate::OLE); })
          .Case([&](moore::FgtOp) { return compare(Predicate::OGT); })
          .Case([&](moore::FgeOp) { return compare(Predicate::OGE); })
          .Default(Value());
  return result ? roundIfShort(p, result, op->getResult(0).getType()) : result;
}

Value import::lowerMooreValue(Operation *op, ValueRange in, const PureBuilder &p) {
  Type type = lowerMooreType(op->getResult(0).getType());
  if (isa<moore::ToBuiltinIntOp>(op))
    type = op->getResult(0).getType();
  if (!type)
    return {};
  if (Value result = lowerConstant(op, type, p))
    return result;
  if (Value result = lowerConversion(op, in, type, p))
    return result;
  if (Value result = lowerVector(op, in, type, p))
    return result;
  if (Value result = lowerComparison(op, in, p))
    return result;
  if (Value result = lowerReal(op, in, p))
    return result;
  if (auto compare = dyn_cast<moore::StringCmpOp>(op))
    return compareStrings(compare, in, p);
  if (isa<moore::HandleEqOp, moore::HandleNeOp, moore::HandleCaseEqOp, moore::HandleCaseNeOp>(op))
    return compareHandles(op, in, p);
  return {};
}
