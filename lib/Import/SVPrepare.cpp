//===- SVPrepare.cpp - what of sv is decided before the import ----------------===//
//
// Macros are known when the file is read: those of the command line, and those that
// sv.macro.def has defined before, in the order of the file. Text that stands for a value
// is understood if it is a number, another macro, or $random and $urandom.
//
// A wire that one sv.assign drives as a whole is another name of the driving value
// (hw.wire), so that nothing is copied.
//
//===----------------------------------------------------------------------===//

#include "Import/SVPrepare.h"
#include "Import/SVImport.h"

#include "IR/Circt/Comb/Comb.h"
#include "IR/Circt/SV/SV.h"

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/IRMapping.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;
using namespace circtsim::circt;

// --- Texts -----------------------------------------------------------------------------

/// The value of a literal of IEEE 1800-2023 5.7.1 without x and z.
static std::optional<llvm::APInt> readLiteral(StringRef text, unsigned width) {
  size_t quote = text.find('\'');
  unsigned radix = 10;
  StringRef digits = text;
  if (quote != StringRef::npos) {
    digits = text.substr(quote + 1);
    digits.consume_front_insensitive("s");
    radix = llvm::StringSwitch<unsigned>(digits.take_front().lower())
                .Case("b", 2).Case("o", 8).Case("d", 10).Case("h", 16).Default(0);
    digits = digits.drop_front(digits.empty() ? 0 : 1);
  }
  std::string plain;
  for (char c : digits)
    if (c != '_')
      plain += c;
  llvm::APInt value;
  if (radix == 0 || plain.empty() || StringRef(plain).getAsInteger(radix, value))
    return std::nullopt;
  return value.zextOrTrunc(std::max(1u, width));
}

namespace {
class Preparation {
public:
  Preparation(ModuleOp file, Macros macros) : file(file), macros(std::move(macros)) {}
  LogicalResult run();

private:
  LogicalResult visit(Block &block);
  LogicalResult visitOperation(Operation *op);
  Block::iterator splice(Operation *op, Region *chosen);
  StringRef nameOf(FlatSymbolRefAttr macro);
  const std::string *textOf(FlatSymbolRefAttr macro);
  std::string expand(StringRef text, unsigned depth = 0);
  LogicalResult replaceText(Operation *op, StringRef text);
  LogicalResult replaceMacro(Operation *op, FlatSymbolRefAttr macro, bool hasArguments);
  void makeFunctions();
  void nameDrivers(Block &body);

  ModuleOp file;
  Macros macros;
  llvm::StringMap<std::string> verilogNames;
};
} // namespace

/// The name that a macro has in SystemVerilog.
StringRef Preparation::nameOf(FlatSymbolRefAttr macro) {
  auto it = verilogNames.find(macro.getValue());
  return it == verilogNames.end() ? macro.getValue() : StringRef(it->second);
}

const std::string *Preparation::textOf(FlatSymbolRefAttr macro) {
  auto it = macros.find(nameOf(macro));
  return it == macros.end() ? nullptr : &it->second;
}

/// The text without parentheses around it, with a macro replaced that is all of it.
std::string Preparation::expand(StringRef text, unsigned depth) {
  text = text.trim();
  while (text.size() > 1 && text.front() == '(' && text.back() == ')')
    text = text.drop_front().drop_back().trim();
  if (!text.starts_with("`") || depth == 100)
    return text.str();
  auto it = macros.find(text.drop_front());
  return it == macros.end() ? text.str() : expand(it->second, depth + 1);
}

LogicalResult Preparation::replaceText(Operation *op, StringRef text) {
  OpBuilder b(op);
  Value result = op->getResult(0);
  std::string known = expand(text);
  Value value;
  if (known == "$random" || known == "$urandom") {
    value = sv::SystemFunctionOp::create(b, op->getLoc(), TypeRange(b.getI32Type()),
                                         StringRef(known).drop_front(), ValueRange())
                .getOut();
    auto type = dyn_cast<IntegerType>(result.getType());
    if (!type || type.getWidth() > 32)
      value = {};
    else if (type.getWidth() < 32)
      value = comb::ExtractOp::create(b, op->getLoc(), type, value, b.getI32IntegerAttr(0));
  } else if (auto type = dyn_cast<IntegerType>(result.getType())) {
    if (std::optional<llvm::APInt> number = readLiteral(known, type.getWidth()))
      value = hw::ConstantOp::create(b, op->getLoc(), type, b.getIntegerAttr(type, *number));
  }
  if (!value)
    return op->emitError("unsupported: text of SystemVerilog that is no number: '") << text << "'";
  result.replaceAllUsesWith(value);
  op->erase();
  return success();
}

LogicalResult Preparation::replaceMacro(Operation *op, FlatSymbolRefAttr macro,
                                        bool hasArguments) {
  const std::string *text = textOf(macro);
  if (!text)
    return op->emitError("macro '") << nameOf(macro) << "' is not defined";
  if (hasArguments)
    return op->emitError("unsupported: macro with arguments");
  if (op->getNumResults() == 1)
    return replaceText(op, *text);
  if (!StringRef(*text).trim().empty())
    return op->emitError("unsupported: macro '") << nameOf(macro) << "' that stands for statements";
  op->erase();
  return success();
}

// --- Regions -----------------------------------------------------------------------------

/// Puts what a region holds, if there is one, in the place of its operation; returns the
/// first operation of it, or the next one.
Block::iterator Preparation::splice(Operation *op, Region *chosen) {
  Block &block = *op->getBlock();
  auto next = std::next(op->getIterator());
  if (chosen && !chosen->empty() && !chosen->front().empty()) {
    auto first = chosen->front().begin();
    block.getOperations().splice(next, chosen->front().getOperations());
    next = first;
  }
  op->erase();
  return next;
}

LogicalResult Preparation::visitOperation(Operation *op) {
  if (auto definition = dyn_cast<sv::MacroDefOp>(op)) {
    macros[nameOf(definition.getMacroNameAttr())] = definition.getFormatString().str();
    return success();
  }
  if (auto macro = dyn_cast<sv::MacroRefExprOp>(op))
    return replaceMacro(op, macro.getMacroNameAttr(), !macro.getInputs().empty());
  if (auto macro = dyn_cast<sv::MacroRefExprSEOp>(op))
    return replaceMacro(op, macro.getMacroNameAttr(), !macro.getInputs().empty());
  if (auto macro = dyn_cast<sv::MacroRefOp>(op))
    return replaceMacro(op, macro.getMacroNameAttr(), !macro.getInputs().empty());
  if (auto text = dyn_cast<sv::VerbatimExprOp>(op); text && text.getSubstitutions().empty())
    return replaceText(op, text.getFormatString());
  if (auto text = dyn_cast<sv::VerbatimExprSEOp>(op); text && text.getSubstitutions().empty())
    return replaceText(op, text.getFormatString());
  for (Region &region : op->getRegions())
    for (Block &block : region)
      if (failed(visit(block)))
        return failure();
  return success();
}

LogicalResult Preparation::visit(Block &block) {
  for (auto it = block.begin(); it != block.end();) {
    Operation *op = &*it;
    auto choose = [&](auto choice) {
      bool isDefined = textOf(choice.getCond().getIdent()) != nullptr;
      it = splice(op, isDefined ? &choice.getThenRegion() : &choice.getElseRegion());
    };
    if (auto choice = dyn_cast<sv::IfDefOp>(op)) {
      choose(choice);
    } else if (auto choice = dyn_cast<sv::IfDefProceduralOp>(op)) {
      choose(choice);
    } else if (auto ordered = dyn_cast<sv::OrderedOutputOp>(op)) {
      it = splice(op, &ordered.getBody());
    } else {
      ++it;
      if (failed(visitOperation(op)))
        return failure();
    }
  }
  return success();
}

// --- Functions ----------------------------------------------------------------------------

void Preparation::makeFunctions() {
  for (auto function : llvm::make_early_inc_range(file.getOps<sv::FuncOp>())) {
    OpBuilder b(function);
    auto made = func::FuncOp::create(b, function.getLoc(), function.getSymName(),
                                     function.getFunctionType());
    made.setPrivate();
    made.getBody().takeBody(function.getBody());
    function.erase();
    made.walk([](sv::ReturnOp end) {
      OpBuilder at(end);
      func::ReturnOp::create(at, end.getLoc(), end.getOperands());
      end.erase();
    });
  }
  file.walk([](Operation *op) {
    if (!isa<sv::FuncCallOp, sv::FuncCallProceduralOp>(op))
      return;
    OpBuilder b(op);
    auto callee = op->getAttrOfType<FlatSymbolRefAttr>("callee");
    auto call = func::CallOp::create(b, op->getLoc(), op->getResultTypes(), callee,
                                     op->getOperands());
    op->replaceAllUsesWith(call.getResults());
    op->erase();
  });
}

// --- Wires --------------------------------------------------------------------------------

/// The assignment that alone drives the wire, as a whole, if nothing but reads is beside it.
static sv::AssignOp onlyDriver(sv::WireOp wire) {
  sv::AssignOp driver;
  for (Operation *user : wire->getUsers()) {
    if (isa<sv::ReadInOutOp>(user))
      continue;
    auto assign = dyn_cast<sv::AssignOp>(user);
    if (!assign || driver || assign->getBlock() != wire->getBlock())
      return {};
    driver = assign;
  }
  return driver;
}

void Preparation::nameDrivers(Block &body) {
  for (auto wire : llvm::make_early_inc_range(body.getOps<sv::WireOp>())) {
    sv::AssignOp driver = wire.getInnerSymAttr() ? sv::AssignOp() : onlyDriver(wire);
    if (!driver || hw::isOf<hw::UnpackedArrayType>(driver.getSrc().getType()))
      continue;
    OpBuilder b(wire);
    OperationState state(wire.getLoc(), hw::WireOp::getOperationName(), driver.getSrc(),
                         driver.getSrc().getType());
    if (!wire.getName().empty())
      state.addAttribute("name", wire.getNameAttr());
    Value value = b.create(state)->getResult(0);
    for (Operation *user : llvm::make_early_inc_range(wire->getUsers())) {
      if (auto read = dyn_cast<sv::ReadInOutOp>(user))
        read.getResult().replaceAllUsesWith(value);
      user->erase();
    }
    wire.erase();
  }
}

LogicalResult Preparation::run() {
  file.getContext()->loadDialect<func::FuncDialect, comb::CombDialect, hw::HWDialect>();
  for (auto declaration : file.getOps<sv::MacroDeclOp>())
    if (std::optional<StringRef> name = declaration.getVerilogName())
      verilogNames[declaration.getSymName()] = name->str();
  if (failed(visit(*file.getBody())))
    return failure();
  makeFunctions();
  keepReferenced(file);
  for (auto module : file.getOps<hw::HWModuleOp>())
    nameDrivers(module.getBody().front());
  return success();
}

LogicalResult import::prepareSV(ModuleOp file, Macros macros) {
  bool isUsed = llvm::any_of(file.getContext()->getLoadedDialects(), [](Dialect *dialect) {
    return isa<sv::SVDialect>(dialect);
  });
  return isUsed ? Preparation(file, std::move(macros)).run() : success();
}

// --- Generate constructs --------------------------------------------------------------------

bool import::hasGenerates(Operation *module) {
  return isa<hw::HWModuleOp>(module) &&
         !module->getRegion(0).front().getOps<sv::GenerateOp>().empty();
}

namespace {
/// Expands what is inside of generate constructs, before one operation of the module.
struct Expansion {
  Operation *at;
  ArrayAttr parameters;

  LogicalResult expand(Block &block, const std::string &prefix, IRMapping &mapping);
  LogicalResult expandCase(sv::GenerateCaseOp op, const std::string &prefix, IRMapping &mapping);
  LogicalResult expandFor(sv::GenerateForOp op, const std::string &prefix, IRMapping &mapping);
  std::optional<llvm::APInt> valueOf(TypedAttr attr, Operation *op);
};
} // namespace

std::optional<llvm::APInt> Expansion::valueOf(TypedAttr attr, Operation *op) {
  FailureOr<TypedAttr> known = hw::substituteParameters(attr, parameters, op->getLoc());
  if (failed(known))
    return std::nullopt;
  if (auto number = dyn_cast<IntegerAttr>(*known))
    return number.getValue();
  op->emitError("unsupported: generate construct over ") << attr;
  return std::nullopt;
}

LogicalResult Expansion::expandCase(sv::GenerateCaseOp op, const std::string &prefix,
                                    IRMapping &mapping) {
  std::optional<llvm::APInt> value = valueOf(op.getCond(), op);
  if (!value)
    return failure();
  int chosen = -1, byDefault = -1;
  for (auto [i, pattern] : llvm::enumerate(op.getCasePatterns())) {
    auto number = dyn_cast<TypedAttr>(pattern);
    if (isa<UnitAttr>(pattern)) {
      byDefault = int(i);
    } else {
      std::optional<llvm::APInt> label = number ? valueOf(number, op) : std::nullopt;
      if (!label)
        return failure();
      unsigned width = std::max(label->getBitWidth(), value->getBitWidth());
      if (chosen < 0 && label->zext(width) == value->zext(width))
        chosen = int(i);
    }
  }
  chosen = chosen < 0 ? byDefault : chosen;
  if (chosen < 0)
    return success();
  StringRef name = cast<StringAttr>(op.getCaseNames()[unsigned(chosen)]).getValue();
  return expand(op.getCaseRegions()[unsigned(chosen)].front(), prefix + name.str() + ".", mapping);
}

LogicalResult Expansion::expandFor(sv::GenerateForOp op, const std::string &prefix,
                                   IRMapping &mapping) {
  std::optional<llvm::APInt> from = valueOf(op.getLowerBound(), op);
  std::optional<llvm::APInt> to = valueOf(op.getUpperBound(), op);
  std::optional<llvm::APInt> step = valueOf(op.getStep(), op);
  if (!from || !to || !step)
    return failure();
  if (step->isZero())
    return op.emitError("the step of a generate loop is 0");
  Type type = op.getBody().getArgument(0).getType();
  OpBuilder b(at);
  bool overflows = false;
  for (llvm::APInt i = *from; !overflows && i.slt(*to); i = i.sadd_ov(*step, overflows)) {
    Value number = hw::ConstantOp::create(b, op.getLoc(), cast<IntegerType>(type),
                                          b.getIntegerAttr(type, i));
    mapping.map(op.getBody().getArgument(0), number);
    SmallString<16> index;
    i.toStringSigned(index);
    if (failed(expand(op.getBody().front(),
                      prefix + op.getGenBlockName().str() + "[" + index.str().str() + "].",
                      mapping)))
      return failure();
  }
  return success();
}

LogicalResult Expansion::expand(Block &block, const std::string &prefix, IRMapping &mapping) {
  SmallVector<Operation *> copies;
  for (Operation &op : block) {
    LogicalResult done = success();
    if (auto inner = dyn_cast<sv::GenerateOp>(op))
      done = expand(inner.getBody().front(), prefix + inner.getSymName().str() + ".", mapping);
    else if (auto choice = dyn_cast<sv::GenerateCaseOp>(op))
      done = expandCase(choice, prefix, mapping);
    else if (auto loop = dyn_cast<sv::GenerateForOp>(op))
      done = expandFor(loop, prefix, mapping);
    else {
      Operation *copy = copies.emplace_back(OpBuilder(at).clone(op, mapping));
      for (StringRef name : {"name", "instanceName"})
        if (auto shown = copy->getAttrOfType<StringAttr>(name); shown && !shown.empty())
          copy->setAttr(name, StringAttr::get(copy->getContext(), prefix + shown.getValue()));
    }
    if (failed(done))
      return failure();
  }
  // What is named before it is defined.
  for (Operation *copy : copies)
    copy->walk([&](Operation *op) {
      for (OpOperand &operand : op->getOpOperands())
        operand.set(mapping.lookupOrDefault(operand.get()));
    });
  return success();
}

LogicalResult import::expandGenerates(Operation *module, ArrayAttr parameters) {
  Block &body = module->getRegion(0).front();
  for (auto generate : llvm::make_early_inc_range(body.getOps<sv::GenerateOp>())) {
    IRMapping mapping;
    Expansion expansion{generate, parameters};
    if (failed(expansion.expand(generate.getBody().front(), generate.getSymName().str() + ".",
                                mapping)))
      return failure();
    generate.erase();
  }
  return success();
}
