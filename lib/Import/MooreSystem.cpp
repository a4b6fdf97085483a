//===- MooreSystem.cpp - system tasks and string methods of moore -----------------===//
//
// IEEE 1800-2023 clauses 6.16, 20 and 21: calls of the same system tasks and functions
// that SystemVerilog sources call.
//
//===----------------------------------------------------------------------===//

#include "Import/MooreImport.h"

#include "llvm/ADT/StringSwitch.h"
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

// --- Arguments -------------------------------------------------------------------------------

static Attribute argument(MLIRContext *context, csim::ArgKind kind, StringRef text = {},
                          Type type = {}, bool isSigned = false) {
  return csim::ArgAttr::get(context, kind, isSigned, type,
                            text.empty() ? StringAttr() : StringAttr::get(context, text),
                            SymbolRefAttr());
}
static Attribute describe(Value value, bool isSigned = false) {
  Type type = value.getType();
  csim::ArgKind kind = isa<IntegerType>(type)        ? csim::ArgKind::Bits
                       : isa<csim::LogicType>(type)  ? csim::ArgKind::Logic
                       : isa<FloatType>(type)        ? csim::ArgKind::Real
                       : isa<csim::StringType>(type) ? csim::ArgKind::String
                       : isa<csim::RefType>(type)    ? csim::ArgKind::Ref
                                                     : csim::ArgKind::Handle;
  return argument(type.getContext(), kind, {}, {}, isSigned);
}

static Value systemCall(const PureBuilder &p, StringRef name, ValueRange args, Type result) {
  SmallVector<Attribute> info;
  for (Value value : args)
    info.push_back(describe(value));
  return csim::SysCallOp::create(p.builder, p.loc, TypeRange(result), p.builder.getStringAttr(name),
                                 args, p.builder.getArrayAttr(info), FlatSymbolRefAttr(),
                                 UnitAttr())
      .getResult();
}

// --- Functions of their arguments --------------------------------------------------------------

StringRef import::mathFunctionOf(Operation *op) {
  StringRef name = op->getName().getStringRef();
  if (!name.consume_front("moore.builtin."))
    return "";
  return llvm::StringSwitch<StringRef>(name)
      .Case("ln", "$ln").Case("log10", "$log10").Case("exp", "$exp").Case("sqrt", "$sqrt")
      .Case("floor", "$floor").Case("ceil", "$ceil").Case("sin", "$sin").Case("cos", "$cos")
      .Case("tan", "$tan").Case("asin", "$asin").Case("acos", "$acos").Case("atan", "$atan")
      .Case("sinh", "$sinh").Case("cosh", "$cosh").Case("tanh", "$tanh").Case("asinh", "$asinh")
      .Case("acosh", "$acosh").Case("atanh", "$atanh").Case("atan2", "$atan2")
      .Case("hypot", "$hypot").Case("realtobits", "$realtobits")
      .Case("bitstoreal", "$bitstoreal").Case("shortrealtobits", "$shortrealtobits")
      .Case("bitstoshortreal", "$bitstoshortreal")
      .Default("");
}

bool import::isPureSystem(Operation *op) {
  return !mathFunctionOf(op).empty() ||
         isa<moore::AbsBIOp, moore::MinBIOp, moore::MaxBIOp, moore::Clog2BIOp, moore::StringLenOp,
             moore::StringGetOp, moore::StringToUpperOp, moore::StringToLowerOp,
             moore::StringCompareOp, moore::StringICompareOp, moore::StringSubstrOp,
             moore::StringAtoiOp, moore::StringAtohexOp, moore::StringAtooctOp,
             moore::StringAtobinOp, moore::StringAtorealOp, moore::StringConcatOp>(op);
}

/// One of two reals by a comparison; 0.0 - x for negative x.
static Value choose(const PureBuilder &p, arith::CmpFPredicate predicate, Value x, Value y,
                    Value yes, Value no) {
  return make<arith::SelectOp>(p, make<arith::CmpFOp>(p, predicate, x, y), yes, no);
}

/// An i64 of the runtime as a number of the type.
static Value numberOf(const PureBuilder &p, Value value, Type type) {
  unsigned width = csim::bitWidthOf(type);
  if (width < 64)
    value = make<arith::TruncIOp>(p, p.builder.getIntegerType(width), value);
  return changeStates(p, value, type);
}

static Value lowerString(Operation *op, ValueRange in, Type type, const PureBuilder &p) {
  Type i64 = p.builder.getI64Type(), string = csim::StringType::get(op->getContext());
  auto number = [&](StringRef name, ValueRange args) {
    return numberOf(p, runtimeCall(p, name, args, i64), type);
  };
  auto at = [&](unsigned i) { return widen(p, in[i], /*isSigned=*/true); };
  return llvm::TypeSwitch<Operation *, Value>(op)
      .Case([&](moore::StringLenOp) { return number("string_len", in); })
      .Case([&](moore::StringGetOp) {
        return runtimeCall(p, "string_getc", {in[0], at(1)}, p.builder.getIntegerType(8));
      })
      .Case([&](moore::StringToUpperOp) { return runtimeCall(p, "string_toupper", in, string); })
      .Case([&](moore::StringToLowerOp) { return runtimeCall(p, "string_tolower", in, string); })
      .Case([&](moore::StringCompareOp) {
        return runtimeCall(p, "string_compare", in, p.builder.getI32Type());
      })
      .Case([&](moore::StringICompareOp) {
        return runtimeCall(p, "string_icompare", in, p.builder.getI32Type());
      })
      .Case([&](moore::StringSubstrOp) {
        return runtimeCall(p, "string_substr", {in[0], at(1), at(2)}, string);
      })
      .Case<moore::StringAtoiOp, moore::StringAtohexOp, moore::StringAtooctOp,
            moore::StringAtobinOp>([&](auto) {
        std::string name = op->getName().getStringRef().drop_front(strlen("moore.string.")).str();
        Value bits = runtimeCall(p, "string_" + name, in, p.builder.getI32Type());
        return changeStates(p, bits, type);
      })
      .Case([&](moore::StringAtorealOp) { return runtimeCall(p, "string_atoreal", in, type); })
      .Case([&](moore::StringConcatOp) {
        Value all = in.empty() ? make<csim::StringConstantOp>(p, string, p.builder.getStringAttr(""))
                               : in[0];
        for (Value next : in.drop_front(in.empty() ? 0 : 1))
          all = runtimeCall(p, "string_concat", {all, next}, string);
        return all;
      })
      .Default(Value());
}

Value import::lowerMooreSystem(Operation *op, ValueRange in, const PureBuilder &p) {
  if (!isPureSystem(op))
    return {};
  Type type = lowerMooreType(op->getResult(0).getType());
  if (StringRef name = mathFunctionOf(op); !name.empty()) {
    Value result = systemCall(p, name, in, type);
    bool isShort = moore::isRealType(op->getResult(0).getType(), 32);
    return isShort ? make<csim::RoundShortOp>(p, type, result) : result;
  }
  using Predicate = arith::CmpFPredicate;
  return llvm::TypeSwitch<Operation *, Value>(op)
      .Case([&](moore::AbsBIOp) {
        Value zero = make<arith::ConstantOp>(p, p.builder.getF64FloatAttr(0));
        return choose(p, Predicate::OLT, in[0], zero, make<arith::NegFOp>(p, in[0]), in[0]);
      })
      .Case([&](moore::MinBIOp) {
        return choose(p, Predicate::OLT, in[1], in[0], in[1], in[0]);
      })
      .Case([&](moore::MaxBIOp) {
        return choose(p, Predicate::OGT, in[1], in[0], in[1], in[0]);
      })
      .Case([&](moore::Clog2BIOp) {
        Type logic32 = csim::LogicType::get(op->getContext(), 32);
        Value bits = systemCall(p, "$clog2", in, logic32);
        unsigned width = csim::bitWidthOf(type);
        if (width < 32)
          bits = make<csim::TruncOp>(p, csim::LogicType::get(op->getContext(), width), bits);
        else if (width > 32)
          bits = make<csim::ExtendOp>(p, csim::LogicType::get(op->getContext(), width), bits, false);
        return changeStates(p, bits, type);
      })
      .Default([&](Operation *other) { return lowerString(other, in, type, p); });
}

// --- Control, messages, files ------------------------------------------------------------------

/// The number that $finish was called with: what it prints is an operation before it. An exit
/// code other than 0 is that of a failure; behind $fatal nothing is left to do.
static LogicalResult emitFinish(moore::FinishBIOp op, Procedure &code) {
  auto message = dyn_cast_if_present<moore::FinishMessageBIOp>(op->getPrevNode());
  unsigned number = !message ? 0 : message.getWithStats() ? 2 : 1;
  Operation *before = message ? message->getPrevNode() : op->getPrevNode();
  auto severity = dyn_cast_if_present<moore::SeverityBIOp>(before);
  if (severity && severity.getSeverity() == moore::Severity::Fatal)
    return success();
  code.systemCall(op.getExitCode() ? "$fatal" : "$finish", code.constant(32, number),
                  argument(op.getContext(), csim::ArgKind::Bits));
  return success();
}

static LogicalResult emitSeverity(moore::SeverityBIOp op, Procedure &code) {
  switch (op.getSeverity()) {
  case moore::Severity::Info: return callWithFormat(code, "$info", {}, op.getMessage());
  case moore::Severity::Warning: return callWithFormat(code, "$warning", {}, op.getMessage());
  case moore::Severity::Error: return callWithFormat(code, "$error", {}, op.getMessage());
  case moore::Severity::Fatal: {
    // The message that follows is that of the number of the task.
    Operation *next = op->getNextNode();
    auto message = dyn_cast_if_present<moore::FinishMessageBIOp>(next);
    Value number = code.constant(32, !message ? 0 : message.getWithStats() ? 2 : 1);
    return callWithFormat(code, "$fatal", number, op.getMessage());
  }
  }
  return failure();
}

static StringRef spellingOf(moore::FOpenMode mode) {
  switch (mode) {
  case moore::FOpenMode::Read: return "r";
  case moore::FOpenMode::Write: return "w";
  case moore::FOpenMode::Append: return "a";
  case moore::FOpenMode::ReadUpdate: return "r+";
  case moore::FOpenMode::WriteUpdate: return "w+";
  case moore::FOpenMode::AppendUpdate: return "a+";
  }
  return "r";
}

static LogicalResult emitOpen(moore::FOpenBIOp op, Procedure &code) {
  SmallVector<Attribute> info = {argument(op.getContext(), csim::ArgKind::String)};
  if (std::optional<moore::FOpenMode> mode = op.getMode())
    info.push_back(argument(op.getContext(), csim::ArgKind::Literal, spellingOf(*mode)));
  code.define(op, code.systemCall("$fopen", code.value(op.getFilename()), info,
                                  code.builder.getI32Type()));
  return success();
}

/// The memory's type with the bounds that it was declared with.
static Type declaredMemory(Type type, ArrayRef<int64_t> lows, ArrayRef<bool> descending) {
  auto array = dyn_cast<csim::UArrayType>(type);
  if (!array || lows.empty() || descending.empty())
    return type;
  int32_t low = int32_t(lows[0]), high = low + int32_t(array.getCount()) - 1;
  Type element = declaredMemory(array.getElement(), lows.drop_front(), descending.drop_front());
  return descending[0] ? csim::UArrayType::get(element, high, low)
                       : csim::UArrayType::get(element, low, high);
}

static LogicalResult emitReadMemory(moore::ReadMemBIOp op, Procedure &code) {
  Value memory = code.value(op.getDest());
  auto type = dyn_cast<csim::RefType>(memory.getType());
  if (!type || op.getSliceLeft())
    return op.emitError("unsupported: memory of this kind (IEEE 1800-2023 21.4)");
  SmallVector<Value> args = {code.value(op.getFilename()), memory};
  SmallVector<Attribute> info = {
      argument(op.getContext(), csim::ArgKind::String),
      argument(op.getContext(), csim::ArgKind::Ref, {},
               declaredMemory(type.getPointee(), op.getDimLows(), op.getDimDescending()))};
  for (Value address : {op.getStartAddr(), op.getFinishAddr()})
    if (address) {
      args.push_back(code.value(address));
      info.push_back(describe(args.back(), /*isSigned=*/true));
    }
  code.systemCall(op.getBase() == moore::MemBase::Hex ? "$readmemh" : "$readmemb", args, info);
  return success();
}

// --- Random numbers and arguments ----------------------------------------------------------------

/// $urandom and $random are ranges over everything; a seed is changed.
static LogicalResult emitRandom(moore::UrandomRangeBIOp op, Procedure &code) {
  auto isConstant = [](Value value, bool isOnes) {
    auto constant = value.getDefiningOp<moore::ConstantOp>();
    if (!constant)
      return false;
    const llvm::APInt &bits = constant.getValueAttr().getValue().value;
    return isOnes ? bits.isAllOnes() : bits.isZero();
  };
  bool isFull = isConstant(op.getMinval(), false) && isConstant(op.getMaxval(), true);
  Type i32 = code.builder.getI32Type();
  PureBuilder p = code.pure();
  Value low = code.value(op.getMinval()), high = code.value(op.getMaxval());
  if (Value seed = op.getSeed()) {
    Value place = code.value(seed);
    code.define(op, isFull ? systemCall(p, "$random", place, i32)
                           : systemCall(p, "$dist_uniform", {place, low, high}, i32));
  } else {
    code.define(op, isFull ? systemCall(p, "$urandom", {}, i32)
                           : systemCall(p, "$urandom_range", {high, low}, i32));
  }
  return success();
}

static Value isFound(Value count, Procedure &code) {
  return arith::CmpIOp::create(code.builder, code.loc, arith::CmpIPredicate::ne, count,
                               code.constant(32, 0));
}

static LogicalResult emitPlusArgs(Operation *op, StringRef format, Procedure &code) {
  Attribute text = argument(op->getContext(), csim::ArgKind::Literal, format);
  Type i32 = code.builder.getI32Type();
  if (isa<moore::PlusArgsTestBIOp>(op)) {
    code.define(op->getResult(0), isFound(code.systemCall("$test$plusargs", {}, text, i32), code));
    return success();
  }
  Type type = lowerMooreType(op->getResult(1).getType());
  if (!type || isAggregate(type))
    return failure();
  Value place = csim::LocalOp::create(code.builder, code.loc, type, /*isVolatile=*/true);
  Value count = code.systemCall("$value$plusargs", place, {text, describe(place)}, i32);
  code.define(op->getResult(0), isFound(count, code));
  code.define(op->getResult(1), csim::LoadOp::create(code.builder, code.loc, place));
  return success();
}

// --- Strings that are changed -----------------------------------------------------------------------

static LogicalResult emitStringWrite(Operation *op, Procedure &code) {
  PureBuilder p = code.pure();
  Type string = csim::StringType::get(op->getContext());
  Value place = code.value(op->getOperand(0));
  Value text;
  if (auto put = dyn_cast<moore::StringPutOp>(op)) {
    text = runtimeCall(p, "string_putc",
                       {code.load(place), widen(p, code.value(put.getIndex()), true),
                        widen(p, code.value(put.getCharacter()), false)},
                       string);
  } else {
    std::string name = op->getName().getStringRef().drop_front(strlen("moore.string.")).str();
    Value number = code.value(op->getOperand(1));
    bool isDecimal = isa<moore::StringItoaOp>(op);
    if (!isa<FloatType>(number.getType()))
      number = widen(p, number, isDecimal);
    text = runtimeCall(p, "string_" + name, number, string);
  }
  code.store(text, place);
  return success();
}

// --- Operations in code -----------------------------------------------------------------------------

LogicalResult import::emitMooreSystem(Operation *op, Procedure &code) {
  MLIRContext *context = op->getContext();
  return llvm::TypeSwitch<Operation *, LogicalResult>(op)
      .Case([&](moore::DisplayBIOp d) { return callWithFormat(code, "$write", {}, d.getMessage()); })
      .Case([&](moore::FDisplayBIOp d) {
        return callWithFormat(code, "$fwrite", code.value(d.getFd()), d.getMessage());
      })
      .Case([&](moore::SeverityBIOp severity) { return emitSeverity(severity, code); })
      .Case([&](moore::FinishBIOp finish) { return emitFinish(finish, code); })
      .Case([&](moore::FinishMessageBIOp) { return success(); })
      .Case([&](moore::StopBIOp) {
        code.systemCall("$stop", code.constant(32, 1), argument(context, csim::ArgKind::Bits));
        return success();
      })
      .Case([&](moore::TimeBIOp time) {
        Type type = csim::LogicType::get(context, 64);
        Value ticks = code.systemCall("$time", {}, {}, type);
        Value scale = csim::ConstantOp::create(code.builder, code.loc, 64u,
                                               code.module.femtosecondsPerTick());
        code.define(time, csim::MulOp::create(code.builder, code.loc, ticks, scale));
        return success();
      })
      .Case([&](moore::UrandomRangeBIOp random) { return emitRandom(random, code); })
      .Case<moore::PlusArgsTestBIOp, moore::PlusArgsValueBIOp>(
          [&](auto args) { return emitPlusArgs(op, args.getFormatString(), code); })
      .Case([&](moore::FOpenBIOp open) { return emitOpen(open, code); })
      .Case([&](moore::FCloseBIOp close) {
        code.systemCall("$fclose", code.value(close.getFd()),
                        argument(context, csim::ArgKind::Bits));
        return success();
      })
      .Case([&](moore::FFlushBIOp flush) {
        if (flush.getFd())
          code.systemCall("$fflush", code.value(flush.getFd()),
                          argument(context, csim::ArgKind::Bits));
        else
          code.systemCall("$fflush", {}, {});
        return success();
      })
      .Case([&](moore::ReadMemBIOp read) { return emitReadMemory(read, code); })
      .Case([&](moore::FormatStringToStringOp format) {
        FailureOr<Value> text = callWithFormat(code, "$sformatf", {}, format.getFmtstring(),
                                               csim::StringType::get(context));
        if (succeeded(text))
          code.define(format, *text);
        return LogicalResult(text);
      })
      .Case<moore::StringPutOp, moore::StringItoaOp, moore::StringHextoaOp, moore::StringOcttoaOp,
            moore::StringBintoaOp, moore::StringRealtoaOp>(
          [&](auto) { return emitStringWrite(op, code); })
      .Default(failure());
}
