//===- MooreSensitivity.cpp - what a process reads and does not write -------------===//
//
// IEEE 1800-2023 9.2.2.2.1: the longest static prefixes of what the code, and the
// functions it calls, read, without what it also writes. Found in the emitted code.
//
//===----------------------------------------------------------------------===//

#include "Import/MooreImport.h"

#include "mlir/IR/Matchers.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;

namespace {
/// Part of a signal; width 0: everything behind the path.
struct Place {
  FlatSymbolRefAttr symbol;
  SmallVector<int64_t> path;
  uint32_t lo = 0, width = 0;
  bool isExact = true;

  bool overlaps(const Place &other) const {
    if (symbol != other.symbol)
      return false;
    size_t shared = std::min(path.size(), other.path.size());
    if (ArrayRef(path).take_front(shared) != ArrayRef(other.path).take_front(shared))
      return false;
    if (path.size() != other.path.size() || width == 0 || other.width == 0)
      return true;
    return lo < other.lo + other.width && other.lo < lo + width;
  }
};

class Collector {
public:
  void add(Region &region) {
    region.walk([&](Operation *op) { add(op); });
  }
  SmallVector<Place> reads, writes;

private:
  void add(Operation *op);
  void read(Value reference);
  void readBits(csim::LoadOp load);
  void addRuntime(csim::RtOp op);

  llvm::DenseSet<Operation *> functions;
};
} // namespace

static std::optional<int64_t> constantOf(Value value) {
  llvm::APInt number;
  if (matchPattern(value, m_ConstantInt(&number)))
    return number.getSExtValue();
  if (auto index = value.getDefiningOp<csim::NormIndexOp>())
    if (std::optional<int64_t> inner = constantOf(index.getIndex()))
      return csim::normaliseIndex(*inner, index.getLeft(), index.getRight(), index.getPacked(),
                                  index.getUnbounded());
  return std::nullopt;
}

/// The static prefix of a reference, if it is one of a signal.
static std::optional<Place> placeOf(Value reference) {
  SmallVector<Operation *> parts;
  Operation *op = reference.getDefiningOp();
  while (op && isa<csim::ElemRefOp, csim::FieldRefOp, csim::BitsRefOp, csim::DynRefOp>(op)) {
    parts.push_back(op);
    op = op->getOperand(0).getDefiningOp();
  }
  auto address = dyn_cast_if_present<csim::AddrOp>(op);
  if (!address)
    return std::nullopt;
  Place place{address.getSymbolAttr(), {}};
  for (Operation *part : llvm::reverse(parts)) {
    if (isa<csim::DynRefOp>(part)) { // the whole array
      place.isExact = false;
      break;
    }
    if (auto field = dyn_cast<csim::FieldRefOp>(part)) {
      place.path.push_back(field.getField());
    } else if (auto element = dyn_cast<csim::ElemRefOp>(part)) {
      std::optional<int64_t> index = constantOf(element.getIndex());
      if (!index || *index < 0) {
        place.isExact = false;
        break;
      }
      place.path.push_back(*index);
    } else {
      auto bits = cast<csim::BitsRefOp>(part);
      if (bits.getIndex()) {
        place.isExact = false;
        break;
      }
      place.lo += bits.getLo();
      place.width = csim::bitWidthOf(bits.getType().getPointee());
    }
  }
  return place;
}

void Collector::read(Value reference) {
  if (std::optional<Place> place = placeOf(reference))
    reads.push_back(*place);
}

/// A value of which only bits are used is read there only.
void Collector::readBits(csim::LoadOp load) {
  std::optional<Place> place = placeOf(load.getRef());
  if (!place)
    return;
  bool isCut = !load->use_empty() && llvm::all_of(load->getUsers(), [](Operation *user) {
    return isa<csim::ExtractOp>(user);
  });
  if (!isCut) {
    reads.push_back(*place);
    return;
  }
  for (Operation *user : load->getUsers()) {
    auto extract = cast<csim::ExtractOp>(user);
    Place part = *place;
    part.lo += extract.getLo();
    part.width = csim::bitWidthOf(extract.getType());
    reads.push_back(part);
  }
}

/// Functions of dynamic arrays change, or give a place in, the array that comes first.
void Collector::addRuntime(csim::RtOp op) {
  StringRef name = op.getCallee();
  bool writesFirst = name.starts_with("array_") || name == "assoc_delete" ||
                     (name == "assoc_ref" && constantOf(op.getArgs().back()) == 1);
  for (Value argument : op.getArgs()) {
    bool isFirst = std::exchange(writesFirst, false);
    if (!isa<csim::RefType>(argument.getType()))
      continue;
    std::optional<Place> place = isFirst ? placeOf(argument) : std::nullopt;
    if (place)
      writes.push_back(*place);
    else
      read(argument);
  }
}

void Collector::add(Operation *op) {
  if (auto load = dyn_cast<csim::LoadOp>(op)) {
    readBits(load);
  } else if (isa<csim::StoreOp, csim::NbaOp>(op)) {
    if (std::optional<Place> place = placeOf(op->getOperand(1)))
      writes.push_back(*place);
  } else if (isa<csim::CopyOp, csim::NbaCopyOp>(op)) {
    read(op->getOperand(1));
    if (std::optional<Place> place = placeOf(op->getOperand(0)))
      writes.push_back(*place);
  } else if (auto runtime = dyn_cast<csim::RtOp>(op)) {
    addRuntime(runtime);
  } else if (isa<csim::EqRefOp, csim::CallOp, csim::SysCallOp, csim::DynSizeOp>(op)) {
    for (Value operand : op->getOperands())
      if (isa<csim::RefType>(operand.getType()))
        read(operand);
    auto call = dyn_cast<csim::CallOp>(op);
    if (!call || call.getInstance())
      return;
    auto callee = csim::enclosingModule(op).lookupSymbol<csim::FuncOp>(
        call.getCallee().getLeafReference());
    if (callee && functions.insert(callee).second)
      add(callee.getBody());
  }
}

static Attribute termOf(const Place &place, csim::Edge edge) {
  return csim::EventTermAttr::get(place.symbol.getContext(), place.symbol, edge, place.lo,
                                  place.width, place.path);
}

Attribute import::eventTermOf(Value reference, csim::Edge edge) {
  std::optional<Place> place = placeOf(reference);
  return place && place->isExact ? termOf(*place, edge) : Attribute();
}

ArrayAttr import::impliedSensitivity(csim::ProcessOp process) {
  Collector code;
  code.add(process.getBody());
  llvm::SetVector<Attribute> terms;
  for (const Place &place : code.reads)
    if (llvm::none_of(code.writes, [&](const Place &other) { return place.overlaps(other); }))
      terms.insert(termOf(place, csim::Edge::AnyChange));
  return ArrayAttr::get(process.getContext(), terms.getArrayRef());
}
