//===- CombBuilder.cpp - folding builder of combinational logic ---------------===//
//
// Every operation is folded when it is made: constants, neutral operands, parts of
// parts. That decides control flow (loops with constant bounds) and keeps apart the
// bits of a vector that are written one by one. Equal operations are found by hash.
//
//===----------------------------------------------------------------------===//

#include "Export/CombBuilder.h"

#include "mlir/IR/OperationSupport.h"
#include "llvm/ADT/TypeSwitch.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::exporter;
using llvm::APInt;

std::optional<APInt> CombBuilder::constantOf(Value value) {
  if (auto constant = value.getDefiningOp<hw::ConstantOp>())
    return constant.getValue();
  return std::nullopt;
}

Value CombBuilder::make(StringRef name, Type type, ValueRange operands,
                        ArrayRef<NamedAttribute> attributes) {
  OperationState state(loc, name, operands, type, attributes);
  Operation *op = builder.create(state);
  if (!isSharing)
    return op->getResult(0);
  unsigned hash = unsigned(OperationEquivalence::computeHash(
      op, OperationEquivalence::directHashValue, OperationEquivalence::ignoreHashValue,
      OperationEquivalence::IgnoreLocations));
  hash &= 0x7fffffff;
  for (Operation *other : known[hash])
    if (OperationEquivalence::isEquivalentTo(op, other, OperationEquivalence::IgnoreLocations)) {
      op->erase();
      return other->getResult(0);
    }
  known[hash].push_back(op);
  return op->getResult(0);
}

Value CombBuilder::constant(const APInt &value) {
  Type type = intType(value.getBitWidth());
  return make("hw.constant", type, {},
              {builder.getNamedAttr("value", builder.getIntegerAttr(type, value))});
}

Value CombBuilder::placeholder(Type type, StringRef name) {
  OperationState state(loc, UnrealizedConversionCastOp::getOperationName());
  state.addTypes(type);
  state.addAttribute("name", builder.getStringAttr(name));
  return builder.create(state)->getResult(0);
}

// --- Bitwise operations and arithmetic ---------------------------------------------------

/// x if `value` is the complement of x.
static Value complementOf(Value value) {
  auto op = value.getDefiningOp<comb::XorOp>();
  if (!op || op.getInputs().size() != 2)
    return {};
  std::optional<APInt> mask = CombBuilder::constantOf(op.getInputs()[1]);
  return mask && mask->isAllOnes() ? op.getInputs()[0] : Value();
}

static bool areComplements(Value a, Value b) {
  return complementOf(a) == b || complementOf(b) == a;
}

Value CombBuilder::andOp(Value a, Value b) {
  std::optional<APInt> x = constantOf(a), y = constantOf(b);
  if (x && y)
    return constant(*x & *y);
  if (x)
    std::swap(a, b), std::swap(x, y);
  if (y && y->isZero())
    return b;
  if ((y && y->isAllOnes()) || a == b)
    return a;
  if (areComplements(a, b))
    return zero(widthOf(a));
  return make("comb.and", a.getType(), {a, b});
}

Value CombBuilder::orOp(Value a, Value b) {
  std::optional<APInt> x = constantOf(a), y = constantOf(b);
  if (x && y)
    return constant(*x | *y);
  if (x)
    std::swap(a, b), std::swap(x, y);
  if ((y && y->isZero()) || a == b)
    return a;
  if (y && y->isAllOnes())
    return b;
  if (areComplements(a, b))
    return constant(APInt::getAllOnes(widthOf(a)));
  return make("comb.or", a.getType(), {a, b});
}

Value CombBuilder::xorOp(Value a, Value b) {
  std::optional<APInt> x = constantOf(a), y = constantOf(b);
  if (x && y)
    return constant(*x ^ *y);
  if (x)
    std::swap(a, b), std::swap(x, y);
  if (y && y->isZero())
    return a;
  if (a == b)
    return zero(widthOf(a));
  if (y && y->isAllOnes())
    if (Value inner = complementOf(a))
      return inner;
  return make("comb.xor", a.getType(), {a, b});
}

Value CombBuilder::add(Value a, Value b) {
  std::optional<APInt> x = constantOf(a), y = constantOf(b);
  if (x && y)
    return constant(*x + *y);
  if (x)
    std::swap(a, b), std::swap(x, y);
  return y && y->isZero() ? a : make("comb.add", a.getType(), {a, b});
}

Value CombBuilder::sub(Value a, Value b) {
  std::optional<APInt> x = constantOf(a), y = constantOf(b);
  if (x && y)
    return constant(*x - *y);
  return y && y->isZero() ? a : make("comb.sub", a.getType(), {a, b});
}

Value CombBuilder::mul(Value a, Value b) {
  std::optional<APInt> x = constantOf(a), y = constantOf(b);
  if (x && y)
    return constant(*x * *y);
  if (x)
    std::swap(a, b), std::swap(x, y);
  if (y && y->isZero())
    return b;
  return y && y->isOne() ? a : make("comb.mul", a.getType(), {a, b});
}

Value CombBuilder::divide(Value a, Value b, bool isSigned, bool remainder) {
  static constexpr StringRef names[] = {"comb.divu", "comb.divs", "comb.modu", "comb.mods"};
  std::optional<APInt> y = constantOf(b);
  if (y && y->isOne() && widthOf(b) > 1)
    return remainder ? zero(widthOf(a)) : a;
  if (y && y->isPowerOf2() && !isSigned) {
    unsigned bits = y->exactLogBase2();
    if (remainder)
      return extend(extract(a, 0, bits), widthOf(a), false);
    return extend(extract(a, bits, widthOf(a) - bits), widthOf(a), false);
  }
  return make(names[int(isSigned) + 2 * int(remainder)], a.getType(), {a, b});
}

// --- Shifts ---------------------------------------------------------------------------------

Value CombBuilder::shift(Shift kind, Value value, Value amount) {
  unsigned width = widthOf(value);
  Value sign =
      kind == Shift::Arithmetic ? replicate(extract(value, width - 1, 1), width) : zero(width);
  if (std::optional<APInt> known = constantOf(amount)) {
    if (known->isZero())
      return value;
    if (known->uge(width))
      return sign;
    unsigned n = unsigned(known->getZExtValue());
    if (kind == Shift::Left)
      return concat({extract(value, 0, width - n), zero(n)});
    return concat({extract(sign, 0, n), extract(value, n, width - n)});
  }
  unsigned active = activeWidth(amount);
  amount = extract(amount, 0, active);
  Value beyond; // the amount does not fit into the width of the value
  if (active > width) {
    beyond = isNonZero(extract(amount, width, active - width));
    amount = extract(amount, 0, width);
  }
  // comb leaves amounts of at least the width open.
  if (!llvm::isPowerOf2_64(width) || widthOf(amount) > llvm::Log2_64_Ceil(width)) {
    if (widthOf(amount) >= llvm::Log2_64_Ceil(width + 1)) {
      Value over = icmp(comb::ICmpPredicate::uge, amount, constant(widthOf(amount), width));
      beyond = beyond ? orOp(beyond, over) : over;
    }
  }
  static constexpr StringRef names[] = {"comb.shl", "comb.shru", "comb.shrs"};
  Value result = make(names[int(kind)], value.getType(), {value, extend(amount, width, false)});
  return beyond ? mux(beyond, sign, result) : result;
}

// --- Comparison -------------------------------------------------------------------------------

static bool compare(comb::ICmpPredicate predicate, const APInt &a, const APInt &b) {
  using P = comb::ICmpPredicate;
  switch (predicate) {
  case P::slt:
    return a.slt(b);
  case P::sle:
    return a.sle(b);
  case P::sgt:
    return a.sgt(b);
  case P::sge:
    return a.sge(b);
  case P::ult:
    return a.ult(b);
  case P::ule:
    return a.ule(b);
  case P::ugt:
    return a.ugt(b);
  case P::uge:
    return a.uge(b);
  case P::ne:
  case P::cne:
  case P::wne:
    return a != b;
  default:
    return a == b;
  }
}

Value CombBuilder::icmp(comb::ICmpPredicate predicate, Value a, Value b) {
  using P = comb::ICmpPredicate;
  std::optional<APInt> x = constantOf(a), y = constantOf(b);
  if (x && y)
    return constant(1, compare(predicate, *x, *y));
  bool isEq = predicate == P::eq, isNe = predicate == P::ne;
  if (a == b)
    return constant(1, compare(predicate, APInt(1, 0), APInt(1, 0)));
  if (isEq || isNe) {
    if (x)
      std::swap(a, b), std::swap(x, y);
    unsigned active =
        std::max(activeWidth(a), y ? std::max(1u, y->getActiveBits()) : activeWidth(b));
    if (y && y->getActiveBits() > activeWidth(a))
      return constant(1, isNe);
    if (active < widthOf(a))
      return icmp(predicate, extract(a, 0, active), extract(b, 0, active));
    if (widthOf(a) == 1)
      return isNe ? xorOp(a, b) : notOp(xorOp(a, b));
  }
  return make("comb.icmp", intType(1), {a, b},
              {builder.getNamedAttr("predicate", builder.getI64IntegerAttr(int64_t(predicate)))});
}

Value CombBuilder::parity(Value a) {
  if (std::optional<APInt> x = constantOf(a))
    return constant(1, x->popcount() & 1);
  return widthOf(a) == 1 ? a : make("comb.parity", intType(1), a);
}

// --- Multiplexers -------------------------------------------------------------------------------

void CombBuilder::segmentsOf(Value value, SmallVectorImpl<Segment> &out) {
  if (auto concat = value.getDefiningOp<comb::ConcatOp>()) {
    for (Value part : llvm::reverse(concat.getInputs()))
      segmentsOf(part, out);
    return;
  }
  if (auto extract = value.getDefiningOp<comb::ExtractOp>())
    return out.push_back({extract.getInput(), extract.getLowBit(), widthOf(value)});
  out.push_back({value, 0, widthOf(value)});
}

/// The arm of a nested multiplexer that `condition` decides.
static Value decidedArm(Value arm, Value condition, bool isTrue) {
  auto inner = arm.getDefiningOp<comb::MuxOp>();
  if (!inner)
    return arm;
  if (inner.getCond() == condition)
    return isTrue ? inner.getTrueValue() : inner.getFalseValue();
  if (areComplements(inner.getCond(), condition))
    return isTrue ? inner.getFalseValue() : inner.getTrueValue();
  return arm;
}

Value CombBuilder::muxWhole(Value condition, Value yes, Value no) {
  yes = decidedArm(yes, condition, true);
  no = decidedArm(no, condition, false);
  if (yes == no)
    return yes;
  if (widthOf(yes) == 1) {
    std::optional<APInt> t = constantOf(yes), f = constantOf(no);
    if (t)
      return t->isZero() ? andOp(notOp(condition), no) : orOp(condition, no);
    if (f)
      return f->isZero() ? andOp(condition, yes) : orOp(notOp(condition), yes);
  }
  return make("comb.mux", yes.getType(), {condition, yes, no});
}

Value CombBuilder::mux(Value condition, Value yes, Value no) {
  if (std::optional<APInt> known = constantOf(condition))
    return known->isZero() ? no : yes;
  if (yes == no)
    return yes;
  if (Value inner = complementOf(condition))
    return mux(inner, no, yes);
  return muxParts(condition, yes, no);
}

Value CombBuilder::muxParts(Value condition, Value yes, Value no) {
  SmallVector<Segment> left, right;
  segmentsOf(yes, left);
  segmentsOf(no, right);
  // Runs of bits that are the same value in both, or not.
  struct Run {
    unsigned lo, width;
    bool isEqual;
  };
  SmallVector<Run> runs;
  unsigned i = 0, j = 0, used = 0, taken = 0;
  for (unsigned bit = 0, total = widthOf(yes); bit < total;) {
    const Segment &l = left[i], &r = right[j];
    unsigned width = std::min(l.width - used, r.width - taken);
    bool isEqual = l.value == r.value && l.lo + used == r.lo + taken;
    if (!runs.empty() && runs.back().isEqual == isEqual)
      runs.back().width += width;
    else
      runs.push_back({bit, width, isEqual});
    bit += width;
    if ((used += width) == l.width)
      ++i, used = 0;
    if ((taken += width) == r.width)
      ++j, taken = 0;
  }
  if (runs.size() == 1)
    return runs[0].isEqual ? yes : muxWhole(condition, yes, no);
  SmallVector<Value> parts;
  for (const Run &run : llvm::reverse(runs)) {
    Value part = extract(yes, run.lo, run.width);
    parts.push_back(run.isEqual ? part : muxWhole(condition, part, extract(no, run.lo, run.width)));
  }
  return concat(parts);
}

// --- Parts of values ---------------------------------------------------------------------------

Value CombBuilder::narrow(Value value, unsigned width) {
  if (!isSharing || !isa_and_present<comb::AddOp, comb::SubOp, comb::MulOp, comb::AndOp, comb::OrOp,
                                     comb::XorOp, comb::MuxOp>(value.getDefiningOp()))
    return {};
  if (Value done = narrowed.lookup({value, width}))
    return done;
  Operation *op = value.getDefiningOp();
  auto low = [&](unsigned i) { return extract(op->getOperand(i), 0, width); };
  Value result = llvm::TypeSwitch<Operation *, Value>(op)
                     .Case([&](comb::AddOp) { return add(low(0), low(1)); })
                     .Case([&](comb::SubOp) { return sub(low(0), low(1)); })
                     .Case([&](comb::MulOp) { return mul(low(0), low(1)); })
                     .Case([&](comb::AndOp) { return andOp(low(0), low(1)); })
                     .Case([&](comb::OrOp) { return orOp(low(0), low(1)); })
                     .Case([&](comb::XorOp) { return xorOp(low(0), low(1)); })
                     .Default([&](Operation *) { return mux(op->getOperand(0), low(1), low(2)); });
  return narrowed[{value, width}] = result;
}

Value CombBuilder::extract(Value value, unsigned lo, unsigned width) {
  if (lo == 0 && width == widthOf(value))
    return value;
  if (std::optional<APInt> known = constantOf(value))
    return constant(known->extractBits(width, lo));
  if (auto inner = value.getDefiningOp<comb::ExtractOp>())
    return extract(inner.getInput(), inner.getLowBit() + lo, width);
  if (auto whole = value.getDefiningOp<comb::ConcatOp>()) {
    SmallVector<Value> parts;
    unsigned position = 0;
    for (Value part : llvm::reverse(whole.getInputs())) {
      unsigned size = widthOf(part), from = std::max(lo, position),
               to = std::min(lo + width, position + size);
      if (from < to)
        parts.push_back(extract(part, from - position, to - from));
      position += size;
    }
    return concat(SmallVector<Value>(llvm::reverse(parts)));
  }
  if (auto copies = value.getDefiningOp<comb::ReplicateOp>()) {
    unsigned size = widthOf(copies.getInput());
    if (size == 1)
      return replicate(copies.getInput(), width);
    if (lo / size == (lo + width - 1) / size)
      return extract(copies.getInput(), lo % size, width);
  }
  if (lo == 0)
    if (Value low = narrow(value, width))
      return low;
  return make("comb.extract", intType(width), value,
              {builder.getNamedAttr("lowBit", builder.getI32IntegerAttr(int32_t(lo)))});
}

Value CombBuilder::concat(ArrayRef<Value> parts) {
  SmallVector<Value> flat;
  auto push = [&](Value part) {
    if (!flat.empty()) {
      std::optional<APInt> high = constantOf(flat.back()), low = constantOf(part);
      if (high && low) {
        flat.back() = constant(high->concat(*low));
        return;
      }
      auto upper = flat.back().getDefiningOp<comb::ExtractOp>();
      auto lower = part.getDefiningOp<comb::ExtractOp>();
      if (upper && lower && upper.getInput() == lower.getInput() &&
          upper.getLowBit() == lower.getLowBit() + widthOf(part)) {
        flat.back() = extract(upper.getInput(), lower.getLowBit(), widthOf(upper) + widthOf(part));
        return;
      }
    }
    flat.push_back(part);
  };
  for (Value part : parts) {
    if (auto inner = part.getDefiningOp<comb::ConcatOp>())
      llvm::for_each(inner.getInputs(), push);
    else
      push(part);
  }
  if (flat.size() == 1)
    return flat.front();
  unsigned width = 0;
  for (Value part : flat)
    width += widthOf(part);
  return make("comb.concat", intType(width), flat);
}

Value CombBuilder::replicate(Value value, unsigned count) {
  if (count == 1)
    return value;
  if (std::optional<APInt> known = constantOf(value))
    return constant(APInt::getSplat(known->getBitWidth() * count, *known));
  return make("comb.replicate", intType(widthOf(value) * count), value);
}

Value CombBuilder::extend(Value value, unsigned width, bool isSigned) {
  unsigned size = widthOf(value);
  if (size >= width)
    return extract(value, 0, width);
  if (std::optional<APInt> known = constantOf(value))
    return constant(isSigned ? known->sext(width) : known->zext(width));
  Value filling =
      isSigned ? replicate(extract(value, size - 1, 1), width - size) : zero(width - size);
  return concat({filling, value});
}

Value CombBuilder::insert(Value base, Value part, unsigned lo) {
  unsigned total = widthOf(base), width = widthOf(part);
  SmallVector<Value> parts;
  if (lo + width < total)
    parts.push_back(extract(base, lo + width, total - lo - width));
  parts.push_back(part);
  if (lo)
    parts.push_back(extract(base, 0, lo));
  return concat(parts);
}

unsigned CombBuilder::activeWidth(Value value) {
  if (std::optional<APInt> known = constantOf(value))
    return std::max(1u, known->getActiveBits());
  auto concat = value.getDefiningOp<comb::ConcatOp>();
  std::optional<APInt> top = concat ? constantOf(concat.getInputs()[0]) : std::nullopt;
  return top ? widthOf(value) - top->countl_zero() : widthOf(value);
}

// --- Vectors of elements -----------------------------------------------------------------------

Value CombBuilder::arrayOf(Value vector, unsigned elementWidth) {
  Type type = hw::ArrayType::get(intType(elementWidth), widthOf(vector) / elementWidth);
  if (auto cast = vector.getDefiningOp<hw::BitcastOp>())
    if (cast.getInput().getType() == type)
      return cast.getInput();
  return make("hw.bitcast", type, vector);
}

Value CombBuilder::indexFor(Value index, unsigned count) {
  return extend(index, std::max(1u, llvm::Log2_64_Ceil(count)), false);
}

Value CombBuilder::element(Value vector, Value index, unsigned elementWidth) {
  unsigned count = widthOf(vector) / elementWidth;
  if (std::optional<APInt> known = constantOf(index))
    return extract(vector, unsigned(known->getZExtValue()) * elementWidth, elementWidth);
  if (count == 1)
    return vector;
  if (elementWidth == 1)
    return extract(shift(Shift::Right, vector, index), 0, 1);
  return make("hw.array_get", intType(elementWidth),
              {arrayOf(vector, elementWidth), indexFor(index, count)});
}

Value CombBuilder::setElement(Value vector, Value index, Value element) {
  unsigned width = widthOf(element), count = widthOf(vector) / width;
  if (std::optional<APInt> known = constantOf(index))
    return insert(vector, element, unsigned(known->getZExtValue()) * width);
  if (count == 1)
    return element;
  Value array = arrayOf(vector, width);
  Value changed =
      make("hw.array_inject", array.getType(), {array, indexFor(index, count), element});
  return make("hw.bitcast", vector.getType(), changed);
}

Value CombBuilder::refold(Operation *op) {
  builder.setInsertionPoint(op);
  loc = op->getLoc();
  Value result =
      llvm::TypeSwitch<Operation *, Value>(op)
          .Case([&](comb::ExtractOp e) -> Value {
            if (isa_and_present<comb::ConcatOp, comb::ExtractOp, hw::ConstantOp, comb::ReplicateOp>(
                    e.getInput().getDefiningOp()))
              return extract(e.getInput(), e.getLowBit(), widthOf(e));
            return {};
          })
          .Case([&](comb::ConcatOp c) -> Value {
            for (auto [a, b] : llvm::zip(c.getInputs(), c.getInputs().drop_front())) {
              auto x = a.getDefiningOp<comb::ExtractOp>(), y = b.getDefiningOp<comb::ExtractOp>();
              if ((x && y && x.getInput() == y.getInput() &&
                   x.getLowBit() == y.getLowBit() + widthOf(b)) ||
                  (constantOf(a) && constantOf(b)))
                return concat(SmallVector<Value>(c.getInputs()));
            }
            if (llvm::any_of(c.getInputs(),
                             [](Value v) { return v.getDefiningOp<comb::ConcatOp>(); }))
              return concat(SmallVector<Value>(c.getInputs()));
            return {};
          })
          .Case([&](comb::MuxOp m) -> Value {
            if (constantOf(m.getCond()))
              return mux(m.getCond(), m.getTrueValue(), m.getFalseValue());
            return m.getTrueValue() == m.getFalseValue() ? m.getTrueValue() : Value();
          })
          .Default(Value());
  return result == op->getResult(0) ? Value() : result;
}
