//===- HWParameters.cpp - parameter expressions ------------------------------===//
//
// An expression is folded when it is made: constants are computed, nested uses of
// an associative operation are flattened with the constant last, neutral constants
// vanish. Printing and parsing again gives the same expression. Substitution
// replaces references by the values of an instance's parameters, which folds the
// widths and sizes of parameterised types.
//
//===----------------------------------------------------------------------===//

#include "IR/Circt/HW/HW.h"

#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;

namespace circtsim::circt::hw {

static bool isAssociative(PEO opcode) { return opcode <= PEO::Xor; }

/// The operation on two known values; nothing for a division by zero.
static std::optional<APInt> compute(PEO opcode, const APInt &a, const APInt &b) {
  switch (opcode) {
  case PEO::Add:
    return a + b;
  case PEO::Mul:
    return a * b;
  case PEO::And:
    return a & b;
  case PEO::Or:
    return a | b;
  case PEO::Xor:
    return a ^ b;
  case PEO::Shl:
    return a.shl(b);
  case PEO::ShrU:
    return a.lshr(b);
  case PEO::ShrS:
    return a.ashr(b);
  case PEO::CLog2:
  case PEO::StrConcat:
    return std::nullopt;
  default:
    break;
  }
  if (b.isZero())
    return std::nullopt;
  if (opcode == PEO::DivU)
    return a.udiv(b);
  if (opcode == PEO::DivS)
    return a.sdiv(b);
  return opcode == PEO::ModU ? a.urem(b) : a.srem(b);
}

/// Whether `x opcode constant` is x.
static bool isNeutral(PEO opcode, const APInt &constant) {
  switch (opcode) {
  case PEO::Mul:
  case PEO::DivU:
  case PEO::DivS:
    return constant.isOne();
  case PEO::And:
    return constant.isAllOnes();
  case PEO::ModU:
  case PEO::ModS:
  case PEO::CLog2:
  case PEO::StrConcat:
    return false;
  default:
    return constant.isZero();
  }
}

/// Whether `x opcode constant` is the constant.
static bool isDominant(PEO opcode, const APInt &constant) {
  return opcode == PEO::Or ? constant.isAllOnes()
                           : (opcode == PEO::Mul || opcode == PEO::And) && constant.isZero();
}

/// Flattens nested operations and gathers constants into one at the end.
static void foldAssociative(PEO opcode, Type type, SmallVectorImpl<TypedAttr> &operands) {
  SmallVector<TypedAttr> flat;
  std::optional<APInt> constant;
  auto add = [&](TypedAttr operand) {
    auto number = dyn_cast<IntegerAttr>(operand);
    if (!number)
      flat.push_back(operand);
    else
      constant = constant ? *compute(opcode, *constant, number.getValue()) : number.getValue();
  };
  for (TypedAttr operand : operands) {
    auto inner = dyn_cast<ParamExprAttr>(operand);
    if (inner && inner.getOpcode() == opcode)
      llvm::for_each(inner.getOperands(), add);
    else
      add(operand);
  }
  if (constant && isDominant(opcode, *constant))
    flat.clear();
  if (constant && (flat.empty() || !isNeutral(opcode, *constant)))
    flat.push_back(IntegerAttr::get(type, *constant));
  operands.assign(flat);
}

static void foldStrings(SmallVectorImpl<TypedAttr> &operands) {
  SmallVector<TypedAttr> joined;
  for (TypedAttr operand : operands) {
    auto text = dyn_cast<StringAttr>(operand);
    auto last = joined.empty() ? StringAttr() : dyn_cast<StringAttr>(joined.back());
    if (text && last)
      joined.back() = StringAttr::get(text.getContext(), last.getValue() + text.getValue());
    else
      joined.push_back(operand);
  }
  operands.assign(joined);
}

/// Folds an operation that is not associative; null if it stays.
static TypedAttr foldPlain(PEO opcode, Type type, ArrayRef<TypedAttr> operands) {
  auto lhs = dyn_cast<IntegerAttr>(operands[0]);
  if (opcode == PEO::CLog2) {
    if (!lhs)
      return {};
    const APInt &value = lhs.getValue();
    return IntegerAttr::get(type, value.isZero() ? 0 : value.ceilLogBase2());
  }
  auto rhs = operands.size() == 2 ? dyn_cast<IntegerAttr>(operands[1]) : IntegerAttr();
  if (!rhs)
    return {};
  if (isNeutral(opcode, rhs.getValue()))
    return operands[0];
  if ((opcode == PEO::ModU || opcode == PEO::ModS) && rhs.getValue().isOne())
    return IntegerAttr::get(type, 0);
  std::optional<APInt> value;
  if (lhs)
    value = compute(opcode, lhs.getValue(), rhs.getValue());
  return value ? IntegerAttr::get(type, *value) : IntegerAttr();
}

TypedAttr ParamExprAttr::get(PEO opcode, ArrayRef<TypedAttr> given) {
  Type type = given.front().getType();
  SmallVector<TypedAttr> operands(given);
  // A shift to the left by a constant is a product.
  auto amount = operands.size() == 2 ? dyn_cast<IntegerAttr>(operands[1]) : IntegerAttr();
  if (opcode == PEO::Shl && amount) {
    APInt one(amount.getValue().getBitWidth(), 1);
    operands[1] = IntegerAttr::get(type, one.shl(amount.getValue()));
    opcode = PEO::Mul;
  }
  if (isAssociative(opcode))
    foldAssociative(opcode, type, operands);
  else if (opcode == PEO::StrConcat)
    foldStrings(operands);
  else if (TypedAttr folded = foldPlain(opcode, type, operands))
    return folded;
  if (operands.size() == 1 && opcode != PEO::CLog2)
    return operands[0];
  return getUnfolded(opcode, operands, type);
}

// --- Substitution ------------------------------------------------------------------------

FailureOr<TypedAttr> substituteParameters(TypedAttr value, ArrayAttr parameters,
                                          std::optional<Location> loc) {
  if (auto ref = dyn_cast<ParamDeclRefAttr>(value)) {
    for (auto parameter : parameters.getAsRange<ParamDeclAttr>())
      if (parameter.getName() == ref.getName())
        if (auto known = dyn_cast_if_present<TypedAttr>(parameter.getValue()))
          return known;
    if (loc)
      emitError(*loc) << "Could not find parameter " << ref.getName().getValue()
                      << " in the provided parameters for the expression!";
    return failure();
  }
  auto expression = dyn_cast<ParamExprAttr>(value);
  if (!expression)
    return value;
  SmallVector<TypedAttr> operands;
  for (TypedAttr operand : expression.getOperands()) {
    FailureOr<TypedAttr> known = substituteParameters(operand, parameters, loc);
    if (failed(known))
      return failure();
    operands.push_back(*known);
  }
  return ParamExprAttr::get(expression.getOpcode(), operands);
}

template <typename Array>
static FailureOr<Type> substituteInArray(Array type, ArrayAttr parameters,
                                         std::optional<Location> loc) {
  FailureOr<Type> element = substituteParameters(type.getElementType(), parameters, loc);
  FailureOr<TypedAttr> size =
      substituteParameters(cast<TypedAttr>(type.getSizeAttr()), parameters, loc);
  if (failed(element) || failed(size))
    return failure();
  if (auto known = dyn_cast<IntegerAttr>(*size))
    return Type(Array::get(*element, known.getValue().getZExtValue()));
  return Type(Array::get(type.getContext(), *element, *size));
}

FailureOr<Type> substituteParameters(Type type, ArrayAttr parameters,
                                     std::optional<Location> loc) {
  return llvm::TypeSwitch<Type, FailureOr<Type>>(type)
      .Case([&](IntType t) -> FailureOr<Type> {
        FailureOr<TypedAttr> width = substituteParameters(t.getWidth(), parameters, loc);
        if (failed(width))
          return failure();
        return IntType::get(*width);
      })
      .Case<ArrayType, UnpackedArrayType>(
          [&](auto t) { return substituteInArray(t, parameters, loc); })
      .Case([&](InOutType t) -> FailureOr<Type> {
        FailureOr<Type> element = substituteParameters(t.getElementType(), parameters, loc);
        if (failed(element))
          return failure();
        return Type(InOutType::get(*element));
      })
      .Default([&](Type t) { return FailureOr<Type>(t); });
}

LogicalResult verifyParameterValue(Attribute value, Operation *module, Operation *user,
                                   bool isDefault) {
  if (isa<IntegerAttr, FloatAttr, StringAttr, ParamVerbatimAttr>(value))
    return success();
  if (auto expression = dyn_cast<ParamExprAttr>(value)) {
    for (TypedAttr operand : expression.getOperands())
      if (failed(verifyParameterValue(operand, module, user, isDefault)))
        return failure();
    return success();
  }
  auto ref = dyn_cast<ParamDeclRefAttr>(value);
  if (!ref)
    return user->emitOpError() << "invalid parameter value " << value;
  if (isDefault)
    return user->emitOpError() << "parameter " << ref.getName()
                               << " cannot be used as a default value for a parameter";
  auto fail = [&](InFlightDiagnostic error) -> LogicalResult {
    if (module)
      error.attachNote(module->getLoc()) << "module declared here";
    return error;
  };
  auto parameters = module ? module->getAttrOfType<ArrayAttr>("parameters") : ArrayAttr();
  if (parameters)
    for (auto parameter : parameters.getAsRange<ParamDeclAttr>()) {
      if (parameter.getName() != ref.getName())
        continue;
      if (parameter.getType() == ref.getType())
        return success();
      return fail(user->emitOpError() << "parameter " << ref.getName() << " used with type "
                                      << ref.getType() << "; should have type "
                                      << parameter.getType());
    }
  return fail(user->emitOpError() << "use of unknown parameter " << ref.getName());
}

} // namespace circtsim::circt::hw
