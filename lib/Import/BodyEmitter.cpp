//===- BodyEmitter.cpp - code of one process ---------------------------------===//
//
// A value is loaded from its signal, or computed from its operands if the process
// owns its operation. Operands come first without recursion: chains of operations
// can be long.
//
//===----------------------------------------------------------------------===//

#include "Import/DesignImport.h"
#include "Import/MooreImport.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;

bool BodyEmitter::isLocal(Operation *op) const {
  if (everything || op->getNumOperands() == 0)
    return true;
  if (module.inCycle.contains(op))
    return false;
  auto it = module.owners.find(op);
  if (it == module.owners.end() || it->second != owner)
    return false;
  return owner != ModuleImport::Shared ||
         int(module.groupOf(module.numbers.lookup(op))) == group;
}

PureBuilder BodyEmitter::pure(Location loc) {
  return {builder, module.types, module.design.dialects, loc};
}

Value BodyEmitter::addressOf(Signal signal) {
  return csim::AddrOp::create(builder, builder.getUnknownLoc(), signal.symbol, signal.type);
}

Value BodyEmitter::load(Signal signal) {
  auto ref = FlatSymbolRefAttr::get(signal.symbol);
  Value &value = loaded[ref];
  if (!value)
    value = readPlace(pure(builder.getUnknownLoc()), addressOf(signal));
  read.insert(ref);
  return value;
}

void BodyEmitter::store(Value value, Signal signal) {
  writePlace(pure(builder.getUnknownLoc()), value, addressOf(signal));
}

void BodyEmitter::assign(Value value, Signal signal) {
  Value place = addressOf(signal);
  if (isAggregate(signal.type))
    csim::NbaCopyOp::create(builder, builder.getUnknownLoc(), place, value, Value());
  else
    csim::NbaOp::create(builder, builder.getUnknownLoc(), value, place, Value());
}

/// Stands for a value that could not be imported, so that importing can go on to
/// the next error.
Value BodyEmitter::missing(Value source) {
  if (!module.hasFailed)
    emitError(source.getLoc()) << "unsupported: this value cannot be used here";
  module.hasFailed = true;
  Type type = module.types.lower(source.getType());
  return pure(source.getLoc()).constant(type ? std::max(1u, csim::bitWidthOf(type)) : 1, 0);
}

void BodyEmitter::lower(Operation *op) {
  SmallVector<Value> operands, results;
  for (Value operand : op->getOperands())
    operands.push_back(value(operand));
  const DialectImport *dialect = module.design.dialects.find(op);
  if (failed(dialect->lower(op, operands, pure(op->getLoc()), results)) ||
      results.size() != op->getNumResults() || llvm::is_contained(results, Value())) {
    if (!module.hasFailed)
      (void)DesignImport::unsupported(op);
    module.hasFailed = true;
    results.clear();
    for (Value result : op->getResults())
      results.push_back(missing(result));
  }
  for (auto [result, lowered] : llvm::zip(op->getResults(), results))
    known[result] = lowered;
}

Value BodyEmitter::value(Value source) {
  source = module.resolve(source);
  if (Value done = known.lookup(source))
    return done;
  SmallVector<Value> pending = {source};
  while (!pending.empty()) {
    Value next = pending.back();
    if (known.contains(next)) {
      pending.pop_back();
      continue;
    }
    Operation *op = module.pureSource(next);
    if (!op || !isLocal(op)) {
      Signal home = module.homes.lookup(next);
      known[next] = home ? load(home) : missing(next);
      pending.pop_back();
      continue;
    }
    size_t before = pending.size();
    for (Value operand : op->getOperands())
      if (Value behind = module.resolve(operand); !known.contains(behind))
        pending.push_back(behind);
    if (pending.size() == before) {
      pending.pop_back();
      lower(op);
    }
  }
  return known.lookup(source);
}
