//===- ExprGen.cpp - expression dispatch, names, conversions --------------===//
//
// Sema has made every conversion explicit, so a node's operands already have
// the types its operator needs; `coerce` only bridges the two state kinds where
// an operator's natural result (i1 of a comparison) differs from the declared
// one. LRM 6.24, 11.8.
//
//===----------------------------------------------------------------------===//
#include "IRGen/FunctionGen.h"

using namespace circtsim;
using namespace circtsim::irgen;
using namespace circtsim::sema;
using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;

FunctionGen::FunctionGen(BodyGen &body, mlir::Region &region, const Scope *scope, FunctionGen *parent)
    : body(body), b(&body.design.context), location(mlir::UnknownLoc::get(&body.design.context)),
      region(region), scope(scope), parent(parent) {}

void FunctionGen::begin(mlir::TypeRange arguments) {
  entry = region.empty() ? &region.emplaceBlock() : &region.front();
  for (mlir::Type type : arguments)
    if (entry->getNumArguments() < arguments.size())
      entry->addArgument(type, location);
  enter(entry);
}

void FunctionGen::emitReturn(mlir::ValueRange values) {
  if (isOpen())
    make<csim::ReturnOp>(values);
}
void FunctionGen::emitHalt() {
  if (isOpen())
    make<csim::HaltOp>();
}

mlir::Block *FunctionGen::newBlock() { return &region.emplaceBlock(); }

bool FunctionGen::isOpen() {
  mlir::Block *block = b.getInsertionBlock();
  return block->empty() || !block->back().hasTrait<mlir::OpTrait::IsTerminator>();
}

void FunctionGen::branch(mlir::Block *to, mlir::ValueRange operands) {
  if (isOpen())
    make<mlir::cf::BranchOp>(to, operands);
}

void FunctionGen::condBranch(mlir::Value condition, mlir::Block *yes, mlir::Block *no) {
  make<mlir::cf::CondBranchOp>(condition, yes, no);
}

mlir::FlatSymbolRefAttr FunctionGen::scopeAttr() {
  llvm::StringRef name = body.scope(scope);
  return name.empty() ? mlir::FlatSymbolRefAttr()
                      : mlir::FlatSymbolRefAttr::get(&body.design.context, name);
}

mlir::Value FunctionGen::constantInt(unsigned width, uint64_t value) {
  return make<mlir::arith::ConstantOp>(
      b.getIntegerAttr(b.getIntegerType(width), llvm::APInt(width, value, false, true)));
}

mlir::Value FunctionGen::smallerOf(mlir::Value x, mlir::Value y) {
  mlir::Value isLess = make<mlir::arith::CmpIOp>(mlir::arith::CmpIPredicate::ult, x, y);
  return make<mlir::arith::SelectOp>(isLess, x, y);
}

mlir::Value FunctionGen::emitConstant(const value::LogicVector &v, const Type &type) {
  value::LogicVector sized = v.width() == type.width() ? v : v.resize(type.width());
  auto [a, unknown] = planesOf(sized);
  if (type.isFourState())
    return make<csim::ConstantOp>(a, unknown);
  return make<mlir::arith::ConstantOp>(b.getIntegerAttr(types().storage(type), a & ~unknown));
}

mlir::Value FunctionGen::poison(const Type &type) {
  mlir::Type lowered = types().storage(type);
  if (isa<mlir::Float64Type>(lowered))
    return make<mlir::arith::ConstantOp>(b.getF64FloatAttr(0));
  if (auto logic = dyn_cast<csim::LogicType>(lowered))
    return make<csim::ConstantOp>(logic.getWidth(), uint64_t(0));
  if (auto integer = dyn_cast<mlir::IntegerType>(lowered))
    return constantInt(integer.getWidth(), 0);
  if (isa<csim::StringType>(lowered))
    return make<csim::StringConstantOp>("");
  if (csim::isHandle(lowered))
    return make<csim::NullOp>(lowered);
  return temporary(type);
}

mlir::Value FunctionGen::unsupported(const Expr &expr, llvm::StringRef what, llvm::StringRef clause) {
  body.design.compilation.diagnostics().unsupported(expr.range.begin, what, clause);
  return poison(*expr.type);
}

//===-- Names -----------------------------------------------------------------===//

mlir::Value FunctionGen::capture(const ValueSymbol &symbol) {
  if (auto it = locals.find(&symbol); it != locals.end())
    return it->second;
  if (!parent)
    return {};
  mlir::Value outer = parent->capture(symbol);
  if (!outer)
    return {};
  mlir::Value inner = entry->addArgument(outer.getType(), location);
  locals[&symbol] = inner;
  captured.push_back(outer);
  return inner;
}

/// The interface that a path from a virtual interface ends at (25.9). `isLenient`: null gives
/// null.
mlir::Value FunctionGen::instanceBehind(const HierarchicalPath &path, const BodySymbol &owner,
                                        bool isLenient) {
  mlir::Value handle = emit(*path.base);
  if (path.instances.empty())
    return handle;
  mlir::MLIRContext *context = &body.design.context;
  BodyGen &first =
      body.design.bodyGen(cast<VirtualInterfaceType>(path.base->type->canonical()).interface);
  HierarchicalPath below{0, path.instances};
  auto member = mlir::SymbolRefAttr::get(
      context, first.op.getSymName(),
      {mlir::FlatSymbolRefAttr::get(context, first.externalInstance(below))});
  auto type = csim::InstanceHandleType::get(context, b.getStringAttr(owner.printedName));
  return make<csim::MemberHandleOp>(type, handle, member, isLenient);
}

mlir::Value FunctionGen::memberRef(const NamedValueExpr &expr, bool isLenient) {
  const BodySymbol &owner = *expr.symbol->body();
  BodyGen &ownerGen = body.design.bodyGen(owner);
  mlir::Value handle = instanceBehind(*expr.path, owner, isLenient);
  mlir::MLIRContext *context = &body.design.context;
  auto member = mlir::SymbolRefAttr::get(
      context, ownerGen.op.getSymName(),
      {mlir::FlatSymbolRefAttr::get(context, ownerGen.memberSignal(*expr.symbol))});
  return make<csim::MemberRefOp>(types().ref(*expr.type), handle, member, isLenient);
}

/// The handle of an instance.
mlir::Value FunctionGen::emitInterface(const InterfaceExpr &expr) {
  const auto &type = cast<VirtualInterfaceType>(expr.type->canonical());
  if (expr.path->base)
    return instanceBehind(*expr.path, type.interface, false);
  return make<csim::HandleOp>(types().storage(type), body.externalInstance(*expr.path));
}

mlir::Value FunctionGen::refOf(const NamedValueExpr &expr) {
  if (expr.path && expr.path->base)
    return memberRef(expr, /*isLenient=*/false);
  if (auto *variable = dyn_cast<VariableSymbol>(expr.symbol))
    if (mlir::Value local = capture(*variable))
      return local;
  if (auto *parameter = dyn_cast<ParameterSymbol>(expr.symbol))
    return make<csim::AddrOp>(body.parameterSignal(*parameter), types().storage(*expr.type));
  if (auto *variable = dyn_cast<VariableSymbol>(expr.symbol);
      variable && variable->lifetime == sema::Lifetime::Automatic) {
    // Declared, but its declaration has not been executed on this path
    // (a jump into the scope is not possible): give it storage in the frame.
    return createLocal(*variable);
  }
  return make<csim::AddrOp>(body.signal(expr), types().storage(*expr.type));
}

mlir::Value FunctionGen::emitNamed(const NamedValueExpr &expr) {
  return make<csim::LoadOp>(refOf(expr));
}

mlir::Value FunctionGen::createLocal(const VariableSymbol &variable) {
  mlir::OpBuilder::InsertionGuard guard(b);
  mlir::Type type = types().storage(*variable.type);
  mlir::Value ref;
  if (variable.isCaptured)
    ref = make<csim::CellOp>(type, variable.name);
  else
    ref = make<csim::LocalOp>(type, /*isVolatile=*/false, variable.name);
  locals[&variable] = ref;
  return ref;
}

//===-- Conversions -----------------------------------------------------------===//

mlir::Value FunctionGen::coerce(mlir::Value value, mlir::Type type) {
  if (value.getType() == type)
    return value;
  if (value.getDefiningOp<csim::NullOp>() && csim::isHandle(type))
    return make<csim::NullOp>(type);
  if (isa<csim::LogicType>(type) && isa<mlir::IntegerType>(value.getType()))
    value = make<csim::ToLogicOp>(value);
  else if (isa<mlir::IntegerType>(type) && isa<csim::LogicType>(value.getType()))
    value = make<csim::ToBitsOp>(value);
  if (value.getType() != type && csim::bitWidthOf(type) && csim::bitWidthOf(value.getType()))
    value = convertIntegral(value, false, type);
  return value;
}

mlir::Value FunctionGen::convertIntegral(mlir::Value v, bool isSigned, mlir::Type to) {
  unsigned from = csim::bitWidthOf(v.getType()), width = csim::bitWidthOf(to);
  bool fromLogic = isa<csim::LogicType>(v.getType()), toLogic = isa<csim::LogicType>(to);
  if (fromLogic && !toLogic && width >= from) {
    v = make<csim::ToBitsOp>(v);
    fromLogic = false;
  }
  mlir::Type resized = types().vector(width, fromLogic);
  if (width < from)
    v = fromLogic ? mlir::Value(make<csim::TruncOp>(resized, v))
                  : mlir::Value(make<mlir::arith::TruncIOp>(resized, v));
  else if (width > from && fromLogic)
    v = make<csim::ExtendOp>(resized, v, isSigned);
  else if (width > from)
    v = isSigned ? mlir::Value(make<mlir::arith::ExtSIOp>(resized, v))
                 : mlir::Value(make<mlir::arith::ExtUIOp>(resized, v));
  if (fromLogic && !toLogic)
    v = make<csim::ToBitsOp>(v);
  else if (!fromLogic && toLogic)
    v = make<csim::ToLogicOp>(v);
  return v;
}

mlir::Value FunctionGen::convert(mlir::Value value, const Type &from, const Type &to) {
  mlir::Type target = types().storage(to);
  if (from.isIntegral() && to.isIntegral())
    return convertIntegral(value, from.isSigned(), target);
  if (from.isIntegral() && to.isReal()) {
    mlir::Value real = make<csim::ToRealOp>(b.getF64Type(), value, from.isSigned());
    return to.canonical().kind == TypeKind::ShortReal ? mlir::Value(make<csim::RoundShortOp>(b.getF64Type(), real)) : real;
  }
  if (from.isReal() && to.isIntegral())
    return make<csim::FromRealOp>(target, value);
  if (from.isReal() && to.isReal())
    return to.canonical().kind == TypeKind::ShortReal && from.canonical().kind != TypeKind::ShortReal
               ? mlir::Value(make<csim::RoundShortOp>(b.getF64Type(), value))
               : value;
  if (from.isIntegral() && to.isString()) {
    unsigned width = from.width();
    mlir::Value bits = coerce(value, types().vector(width, false));
    return runtime("string_from_bits", {constantInt(64, width), bits}, target);
  }
  if (from.isString() && to.isIntegral()) {
    mlir::Value bits = runtime("string_to_bits", {value, constantInt(64, to.width())},
                               types().vector(to.width(), false));
    return coerce(bits, target);
  }
  return value;
}

/// A string has no zero bytes (6.16).
mlir::Value FunctionGen::emitString(llvm::StringRef text) {
  std::string bytes = text.str();
  llvm::erase(bytes, '\0');
  return make<csim::StringConstantOp>(bytes);
}

mlir::Value FunctionGen::emitConversion(const ConversionExpr &expr) {
  const Expr &operand = *expr.operand;
  if (expr.type->isString())
    if (auto *text = dyn_cast<StringConstantExpr>(&operand))
      return emitString(text->text);
  if (operand.type->isAggregate() != expr.type->isAggregate() ||
      (expr.conversion == ConversionKind::BitStream && operand.type->isAggregate()))
    return emitBitStreamCast(expr);
  if (expr.conversion == ConversionKind::BitStream && (operand.type->isString() || expr.type->isString()))
    return emitBitStreamCast(expr);
  if (expr.type->isAggregate())
    return emitAggregate(operand);
  return convert(emit(operand), *operand.type, *expr.type);
}

//===-- Dispatch ---------------------------------------------------------------===//

mlir::Value FunctionGen::emit(const Expr &expr) {
  if (auto it = known.find(&expr); it != known.end())
    return it->second;
  if (expr.constant && expr.type->isIntegral())
    return emitConstant(*expr.constant, *expr.type);
  switch (expr.kind) {
  case ExprKind::Constant:
    return poison(*expr.type);
  case ExprKind::RealConstant:
    return make<mlir::arith::ConstantOp>(b.getF64FloatAttr(cast<RealConstantExpr>(expr).value));
  case ExprKind::StringConstant: {
    auto &text = cast<StringConstantExpr>(expr);
    if (expr.type->isString())
      return emitString(text.text);
    return emitConstant(value::LogicVector::fromBytes(std::string_view(text.text.data(), text.text.size())),
                        *expr.type);
  }
  case ExprKind::Null:
    return poison(*expr.type);
  case ExprKind::Interface:
    return emitInterface(cast<InterfaceExpr>(expr));
  case ExprKind::NamedValue: {
    auto &named = cast<NamedValueExpr>(expr);
    if (auto *parameter = dyn_cast<ParameterSymbol>(named.symbol))
      if (parameter->value && !parameter->value->type->isAggregate())
        return coerce(emit(*parameter->value), lowered(expr));
    return emitNamed(named);
  }
  case ExprKind::Unary:
    return coerce(emitUnary(cast<UnaryExpr>(expr)), lowered(expr));
  case ExprKind::Binary:
    return coerce(emitBinary(cast<BinaryExpr>(expr)), lowered(expr));
  case ExprKind::Conditional:
    return emitConditional(cast<ConditionalExpr>(expr));
  case ExprKind::Assignment:
    return emitAssignment(cast<AssignmentExpr>(expr));
  case ExprKind::Concat:
    return coerce(emitConcat(cast<ConcatExpr>(expr)), lowered(expr));
  case ExprKind::Replication:
    return coerce(emitReplication(cast<ReplicationExpr>(expr)), lowered(expr));
  case ExprKind::Streaming:
    return coerce(emitStreaming(cast<StreamingExpr>(expr)), lowered(expr));
  case ExprKind::ElementSelect:
  case ExprKind::RangeSelect:
  case ExprKind::FieldSelect:
    return coerce(emitSelect(expr), lowered(expr));
  case ExprKind::Call:
    return emitCall(cast<CallExpr>(expr));
  case ExprKind::SystemCall:
    return emitSystemCall(cast<SystemCallExpr>(expr));
  case ExprKind::MethodCall:
    return emitMethodCall(cast<MethodCallExpr>(expr));
  case ExprKind::Conversion:
    return emitConversion(cast<ConversionExpr>(expr));
  case ExprKind::Inside:
    return coerce(emitInside(cast<InsideExpr>(expr)), lowered(expr));
  case ExprKind::Pattern:
    if (expr.type->isIntegral()) {
      llvm::SmallVector<mlir::Value> parts;
      for (const Expr *element : cast<PatternExpr>(expr).elements)
        parts.push_back(coerce(emit(*element), types().vector(element->type->width(), expr.type->isFourState())));
      return coerce(parts.size() == 1 ? parts[0] : make<csim::ConcatOp>(parts), lowered(expr));
    }
    return emitAggregate(expr);
  case ExprKind::PatternTest:
    return emitPatternTest(cast<PatternTestExpr>(expr));
  case ExprKind::NewArray:
    return emitAggregate(expr);
  case ExprKind::Unbounded:
    return unsupported(expr, "'$' outside of a queue select", "7.10");
  default:
    return poison(*expr.type);
  }
}
