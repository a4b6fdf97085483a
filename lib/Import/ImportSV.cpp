//===- ImportSV.cpp - the sv dialect ------------------------------------------===//
//
// x and z are 0, as everywhere in two-state hardware. Text of SystemVerilog has no meaning
// here: it is an error, unless it is empty or a comment.
//
//===----------------------------------------------------------------------===//

#include "Import/SVImport.h"

#include "IR/Circt/SV/SV.h"

#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;
using namespace circtsim::circt;

namespace {
struct SVImport : DialectImport {
  bool isPure(Operation *op) const override {
    return isa<sv::ConstantXOp, sv::ConstantZOp, sv::LocalParamOp, sv::IndexedPartSelectOp,
               sv::UnpackedArrayCreateOp>(op);
  }
  Value aliasOf(Operation *op) const override {
    return isa<sv::SampledOp>(op) ? op->getOperand(0) : Value();
  }
  bool isMadeAtUse(Operation *op) const override {
    return isSVPart(op) || isa<sv::ConstantStrOp, sv::SFormatFOp, sv::ConcatStrOp, sv::TimeOp,
                               sv::STimeOp>(op);
  }
  bool isIgnored(Operation *op) const override;
  bool isDropped(Operation *op) const override {
    return isa<sv::CoverOp, sv::CoverConcurrentOp, sv::CoverPropertyOp>(op);
  }
  LogicalResult lower(Operation *op, ValueRange operands, const PureBuilder &p,
                      SmallVectorImpl<Value> &results) const override;
  LogicalResult declare(Operation *op, ModuleImport &module) const override;
  LogicalResult emit(Operation *op, Procedure &code) const override;
};
} // namespace

std::unique_ptr<DialectImport> import::makeSVImport() { return std::make_unique<SVImport>(); }

/// Whether text says nothing: blanks and comments.
static bool isBlank(StringRef text) {
  for (text = text.ltrim(); !text.empty(); text = text.ltrim()) {
    if (text.consume_front("//"))
      text = text.drop_until([](char c) { return c == '\n'; });
    else if (text.consume_front("/*"))
      text = text.split("*/").second;
    else
      return false;
  }
  return true;
}

static bool isEmptyText(Operation *op) {
  auto text = dyn_cast<sv::VerbatimOp>(op);
  return text && isBlank(text.getFormatString());
}

bool SVImport::isIgnored(Operation *op) const {
  return isMadeAtUse(op) || isDropped(op) || isEmptyText(op) ||
         isa<sv::MacroDeclOp, sv::MacroDefOp, sv::ReserveNamesOp, sv::WireOp, sv::RegOp, sv::LogicOp,
             sv::XMROp, sv::XMRRefOp, sv::BindOp, sv::BindInterfaceOp, sv::InterfaceOp,
             sv::FuncDPIImportOp, sv::VerbatimSourceOp, sv::VerbatimModuleOp>(op);
}

// --- Values ----------------------------------------------------------------------------------

static Value selectBits(sv::IndexedPartSelectOp op, ValueRange operands, const PureBuilder &p) {
  Value base = p.toIndex(operands[1]);
  if (op.getDecrement())
    base = arith::SubIOp::create(p.builder, p.loc, base,
                                 p.constant(64, uint64_t(op.getWidth()) - 1));
  return csim::DynExtractOp::create(p.builder, p.loc, operands[0], base,
                                    unsigned(op.getWidth()));
}

static Value localParameter(sv::LocalParamOp op, const PureBuilder &p) {
  Attribute value = op.getValue();
  if (auto typed = dyn_cast<TypedAttr>(value); typed && p.types.parameters) {
    FailureOr<TypedAttr> known =
        hw::substituteParameters(typed, p.types.parameters, op.getLoc());
    if (failed(known))
      return {};
    value = *known;
  }
  std::optional<llvm::APInt> bits = p.types.bitsOf(value, op.getType());
  return bits ? p.constant(*bits) : Value();
}

LogicalResult SVImport::lower(Operation *op, ValueRange operands, const PureBuilder &p,
                              SmallVectorImpl<Value> &results) const {
  Type type = p.typeOf(op->getResult(0));
  if (!type)
    return failure();
  Value result =
      llvm::TypeSwitch<Operation *, Value>(op)
          .Case<sv::ConstantXOp, sv::ConstantZOp>(
              [&](auto) { return p.constant(csim::bitWidthOf(type), 0); })
          .Case([&](sv::LocalParamOp parameter) { return localParameter(parameter, p); })
          .Case([&](sv::IndexedPartSelectOp select) { return selectBits(select, operands, p); })
          .Case([&](sv::UnpackedArrayCreateOp) {
            // As in a pattern, the last operand is element 0.
            SmallVector<unsigned> widths;
            for (Value operand : op->getOperands())
              widths.push_back(p.widthOf(operand));
            return p.concat(SmallVector<Value>(operands), widths);
          });
  results.push_back(result);
  return success(bool(result));
}

// --- Declarations and code ------------------------------------------------------------------------

static LogicalResult rejectText(Operation *op) {
  return op->emitError("unsupported: text of SystemVerilog ('") << op->getName() << "')";
}

LogicalResult SVImport::declare(Operation *op, ModuleImport &module) const {
  if (isa<sv::VerbatimOp>(op)) {
    module.fail();
    return rejectText(op);
  }
  if (isa<sv::ReadInOutOp>(op))
    return declareSVRead(op, module);
  if (isa<sv::AssignOp>(op))
    return declareSVAssign(op, module);
  if (isa<sv::AliasOp>(op))
    return declareSVAlias(op, module);
  return declareSVProcess(op, module);
}

LogicalResult SVImport::emit(Operation *op, Procedure &code) const {
  if (isEmptyText(op))
    return success();
  if (isa<sv::VerbatimOp>(op)) {
    code.module.fail();
    return rejectText(op);
  }
  return emitSVStatement(op, code);
}
