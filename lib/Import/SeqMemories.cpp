//===- SeqMemories.cpp - memories and queues of seq ------------------------------===//
//
// A memory is an unpacked array. Writes are nonblocking, in the order of the ports,
// so that at one address the last port wins. A read of latency n takes its address
// through n registers and follows the memory from there; where a read must see the
// old word, the last register holds the word instead of the address. A read that is
// not enabled gives 0. All ports of a memory are found when the memory is declared.
//
//===----------------------------------------------------------------------===//

#include "Import/SeqMemories.h"

#include "IR/Circt/Seq/Seq.h"

#include "llvm/ADT/TypeSwitch.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;
using namespace circtsim::circt;

namespace {
/// The array, and code that goes to one of its words.
struct Memory {
  Signal storage;
  Type wordType;
  uint64_t depth;
  unsigned width;

  Memory(ModuleImport &module, Location loc, StringRef name, uint64_t depth, unsigned width)
      : depth(depth), width(width) {
    wordType = IntegerType::get(loc.getContext(), width);
    storage = module.addSignal(loc, name, csim::UArrayType::get(wordType, 0, int32_t(depth) - 1));
  }
  /// Reference to the word at `address`, or to nothing unless `enable`.
  Value wordAt(BodyEmitter &body, Value address, Value enable) const {
    PureBuilder p = body.pure(address.getLoc());
    Value index = p.toIndex(address);
    if (enable)
      index = select(body, enable, index, p.constant(64, uint64_t(csim::InvalidIndex)));
    return csim::ElemRefOp::create(body.builder, address.getLoc(), body.addressOf(storage), index);
  }
  /// 0 unless `enable`, or behind the end.
  Value read(BodyEmitter &body, Value address, Value enable) const {
    return csim::LoadOp::create(body.builder, address.getLoc(), wordAt(body, address, enable));
  }
  void write(BodyEmitter &body, Value address, Value enable, Value data) const {
    csim::NbaOp::create(body.builder, address.getLoc(), data, wordAt(body, address, enable),
                        Value());
  }
};

/// A value that a process computes.
using Emit = std::function<Value(BodyEmitter &)>;
} // namespace

static Emit plain(Value value) {
  return [value](BodyEmitter &body) { return body.value(value); };
}

static Value both(BodyEmitter &body, Value a, Value b) {
  if (!a || !b)
    return a ? a : b;
  return arith::AndIOp::create(body.builder, a.getLoc(), a, b);
}

/// `stages` registers behind a value; null stays null.
static Emit delayed(ModuleImport &module, Process &process, Location loc, Emit value, Type type,
                    unsigned stages) {
  if (!value)
    return value;
  for (unsigned i = 0; i < stages; ++i) {
    Signal stage = module.addSignal(loc, "", type);
    process.steps.push_back([value, stage](BodyEmitter &body) { body.assign(value(body), stage); });
    value = [stage](BodyEmitter &body) { return body.load(stage); };
  }
  return value;
}

namespace {
struct ReadPort {
  Value data, clock, address;
  Emit enable; ///< null: always
  SmallVector<Value> uses;
  unsigned latency;
  bool seesOld;
};
} // namespace

/// The address type is that of the port; `flatten` computes the index of the word.
static void declareRead(ModuleImport &module, const Memory &memory, const ReadPort &port,
                        Location loc, Emit address, Type addressType) {
  Signal data = module.define(port.data, "");
  Type i1 = IntegerType::get(loc.getContext(), 1);
  bool holdsWord = port.seesOld && port.latency > 0;
  unsigned stages = port.latency - (holdsWord ? 1 : 0);
  Emit enable = port.enable;
  if (port.latency > 0) {
    Process &process = module.clocked(loc, port.clock);
    process.uses.append(port.uses);
    address = delayed(module, process, loc, address, addressType, stages);
    enable = delayed(module, process, loc, enable, i1, stages);
    if (holdsWord) {
      process.steps.push_back([=](BodyEmitter &body) {
        body.assign(memory.read(body, address(body), enable ? enable(body) : Value()), data);
      });
      return;
    }
  }
  Process &reader = module.following(loc);
  if (port.latency == 0)
    reader.uses.append(port.uses);
  reader.watched.push_back(memory.storage);
  reader.steps.push_back([=](BodyEmitter &body) {
    body.store(memory.read(body, address(body), enable ? enable(body) : Value()), data);
  });
}

// --- firmem -------------------------------------------------------------------------------

/// Writes `data` (lane by lane if there is a mask) `delay` clocks later.
static void declareWrite(ModuleImport &module, const Memory &memory, Operation *op, Value clock,
                         Value address, Emit enable, Value data, Value mask, unsigned delay) {
  Location loc = op->getLoc();
  Process &process = module.clocked(loc, clock);
  auto typeOf = [&](Value value) { return module.types.lower(value.getType()); };
  Emit at = delayed(module, process, loc, plain(address), typeOf(address), delay);
  Emit word = delayed(module, process, loc, plain(data), typeOf(data), delay);
  enable = delayed(module, process, loc, enable, IntegerType::get(op->getContext(), 1), delay);
  if (!mask) {
    process.steps.push_back([=](BodyEmitter &body) {
      memory.write(body, at(body), enable ? enable(body) : Value(), word(body));
    });
    return;
  }
  unsigned lanes = module.types.widthOf(mask.getType()).value_or(1);
  Emit lanesOn = delayed(module, process, loc, plain(mask), typeOf(mask), delay);
  process.steps.push_back([=](BodyEmitter &body) {
    PureBuilder p = body.pure(loc);
    Value isOn = enable ? enable(body) : Value();
    unsigned width = memory.width / lanes;
    for (unsigned lane = 0; lane < lanes; ++lane) {
      Value on = both(body, isOn, p.extract(lanesOn(body), lane, 1));
      Value ref = memory.wordAt(body, at(body), on);
      if (lanes > 1)
        ref = csim::BitsRefOp::create(body.builder, loc, ref, lane * width, width);
      csim::NbaOp::create(body.builder, loc, p.extract(word(body), lane * width, width), ref,
                          Value());
    }
  });
}

namespace {
/// The ports of one firmem, in the order in which they are written.
struct FirMemPorts {
  ModuleImport &module;
  seq::FirMemOp op;
  Memory memory;

  unsigned writeDelay() { return std::max(1u, unsigned(op.getWriteLatency())) - 1; }
  bool seesOld() { return op.getRuw() == seq::RUW::Old; }
  void read(Operation *port, Value data, Value clock, Value address, Emit enable,
            ArrayRef<Value> uses) {
    ReadPort r{data, clock, address, enable, SmallVector<Value>(uses),
               unsigned(op.getReadLatency()), seesOld()};
    declareRead(module, memory, r, port->getLoc(), plain(address),
                module.types.lower(address.getType()));
  }
  void declare(seq::FirMemReadOp port) {
    SmallVector<Value> uses = {port.getAddress()};
    if (port.getEnable())
      uses.push_back(port.getEnable());
    read(port, port.getData(), port.getClk(), port.getAddress(),
         port.getEnable() ? plain(port.getEnable()) : Emit(), uses);
  }
  void declare(seq::FirMemWriteOp port) {
    Process &process = module.clocked(port.getLoc(), port.getClk());
    process.uses.append({port.getAddress(), port.getData()});
    for (Value use : {Value(port.getEnable()), Value(port.getMask())})
      if (use)
        process.uses.push_back(use);
    declareWrite(module, memory, port, port.getClk(), port.getAddress(),
                 port.getEnable() ? plain(port.getEnable()) : Emit(), port.getData(),
                 port.getMask(), writeDelay());
  }
  void declare(seq::FirMemReadWriteOp port) {
    Value enable = port.getEnable(), mode = port.getMode();
    Process &process = module.clocked(port.getLoc(), port.getClk());
    process.uses.append({port.getAddress(), port.getWriteData(), mode});
    SmallVector<Value> uses = {port.getAddress(), mode};
    if (enable) {
      process.uses.push_back(enable);
      uses.push_back(enable);
    }
    if (port.getMask())
      process.uses.push_back(port.getMask());
    auto enabled = [enable](BodyEmitter &body, Value also) {
      return both(body, enable ? body.value(enable) : Value(), also);
    };
    Emit isRead = [=](BodyEmitter &body) {
      Value one = body.pure(mode.getLoc()).constant(1, 1);
      return enabled(body, arith::XOrIOp::create(body.builder, mode.getLoc(), body.value(mode),
                                                 one));
    };
    Emit isWrite = [=](BodyEmitter &body) { return enabled(body, body.value(mode)); };
    read(port, port.getReadData(), port.getClk(), port.getAddress(), isRead, uses);
    declareWrite(module, memory, port, port.getClk(), port.getAddress(), isWrite,
                 port.getWriteData(), port.getMask(), writeDelay());
  }
};
} // namespace

/// Reads the file of initial contents before the simulation starts.
static void readContents(ModuleImport &module, const Memory &memory, seq::FirMemOp op) {
  seq::FirMemInitAttr init = op.getInitAttr();
  module.initialise([=](BodyEmitter &body) {
    MLIRContext *context = init.getContext();
    Type shown = csim::UArrayType::get(ModuleImport::describe(memory.wordType), 0,
                                       int32_t(memory.depth) - 1);
    Attribute arguments[] = {
        csim::ArgAttr::get(context, csim::ArgKind::Literal, false, {}, init.getFilename(), {}),
        csim::ArgAttr::get(context, csim::ArgKind::Ref, false, shown, {},
                           FlatSymbolRefAttr::get(memory.storage.symbol))};
    csim::SysCallOp::create(body.builder, op->getLoc(), Type(),
                            init.getIsBinary() ? "$readmemb" : "$readmemh",
                            ValueRange{body.addressOf(memory.storage)},
                            ArrayAttr::get(context, arguments), FlatSymbolRefAttr());
  });
}

static LogicalResult declareFirMem(seq::FirMemOp op, ModuleImport &module) {
  auto type = cast<seq::FirMemType>(op.getType());
  FirMemPorts ports{module, op,
                    Memory(module, op.getLoc(), op.getName().value_or(""), type.getDepth(),
                           std::max(1u, type.getWidth()))};
  if (op.getInit())
    readContents(module, ports.memory, op);
  SmallVector<Operation *> users(op->getUsers());
  llvm::sort(users, [](Operation *a, Operation *b) { return a->isBeforeInBlock(b); });
  for (Operation *user : users)
    llvm::TypeSwitch<Operation *>(user)
        .Case<seq::FirMemReadOp, seq::FirMemWriteOp, seq::FirMemReadWriteOp>(
            [&](auto port) { ports.declare(port); });
  return success();
}

// --- hlmem ---------------------------------------------------------------------------------

/// Position of a word: the last address varies fastest. i64, negative behind an end.
static Emit flatten(seq::HLMemType type, OperandRange addresses, ModuleImport &module) {
  SmallVector<Value> values(addresses);
  return [=, &module](BodyEmitter &body) {
    Value index;
    for (auto [value, size] : llvm::zip(values, type.getShape())) {
      PureBuilder p = body.pure(value.getLoc());
      Value next = p.toIndex(module.types.widthOf(value.getType()) ? body.value(value)
                                                                   : p.constant(1, 0));
      next = csim::NormIndexOp::create(body.builder, value.getLoc(), next, 0, int32_t(size) - 1,
                                       /*packed=*/false);
      index = index ? csim::LinIndexOp::create(body.builder, value.getLoc(), index, next, size)
                    : next;
    }
    return index;
  };
}

static LogicalResult declareHLMem(seq::HLMemOp op, ModuleImport &module) {
  auto type = cast<seq::HLMemType>(op.getType());
  std::optional<unsigned> width = module.types.widthOf(type.getElementType());
  if (!width)
    return op.emitError("unsupported: memory of ") << type.getElementType();
  uint64_t depth = 1;
  for (int64_t size : type.getShape())
    depth *= uint64_t(size);
  Memory memory(module, op.getLoc(), op.getName(), depth, std::max(1u, *width));
  Type i64 = IntegerType::get(op.getContext(), 64);
  SmallVector<Operation *> users(op->getUsers());
  llvm::sort(users, [](Operation *a, Operation *b) { return a->isBeforeInBlock(b); });
  for (Operation *user : users) {
    if (auto port = dyn_cast<seq::ReadPortOp>(user)) {
      ReadPort r{port.getReadData(), op.getClk(), {}, Emit(),
                 SmallVector<Value>(port.getAddresses()), unsigned(port.getLatency()), false};
      if (port.getRdEn()) {
        r.enable = plain(port.getRdEn());
        r.uses.push_back(port.getRdEn());
      }
      declareRead(module, memory, r, port.getLoc(), flatten(type, port.getAddresses(), module),
                  i64);
    } else if (auto port = dyn_cast<seq::WritePortOp>(user)) {
      Process &process = module.clocked(port.getLoc(), op.getClk());
      process.uses.append(port.getAddresses().begin(), port.getAddresses().end());
      process.uses.append({port.getInData(), port.getWrEn()});
      unsigned delay = std::max(1u, unsigned(port.getLatency())) - 1;
      Location loc = port.getLoc();
      Emit at = delayed(module, process, loc, flatten(type, port.getAddresses(), module), i64,
                        delay);
      Emit word = delayed(module, process, loc, plain(port.getInData()),
                          module.types.lower(port.getInData().getType()), delay);
      Emit enable = delayed(module, process, loc, plain(port.getWrEn()),
                            IntegerType::get(op.getContext(), 1), delay);
      process.steps.push_back([=](BodyEmitter &body) {
        memory.write(body, at(body), enable(body), word(body));
      });
    }
  }
  return success();
}

// --- fifo -----------------------------------------------------------------------------------

namespace {
/// Storage and pointers of a queue; the output is the oldest word.
struct Queue {
  seq::FIFOOp op;
  Memory memory;
  Signal first, count;
  unsigned bits;

  Value number(BodyEmitter &body, uint64_t value) const {
    return body.pure(op->getLoc()).constant(bits, value);
  }
  Value add(BodyEmitter &body, Value a, Value b) const {
    return arith::AddIOp::create(body.builder, op->getLoc(), a, b);
  }
  Value is(BodyEmitter &body, arith::CmpIPredicate how, Value a, uint64_t b) const {
    return arith::CmpIOp::create(body.builder, op->getLoc(), how, a, number(body, b));
  }
  /// `position` modulo the depth, for positions below twice the depth.
  Value wrap(BodyEmitter &body, Value position) const {
    Value over = is(body, arith::CmpIPredicate::uge, position, memory.depth);
    Value less = arith::SubIOp::create(body.builder, op->getLoc(), position,
                                       number(body, memory.depth));
    return select(body, over, less, position);
  }
  void step(BodyEmitter &body) const {
    seq::FIFOOp fifo = op;
    Location loc = fifo.getLoc();
    Value oldFirst = body.load(first), oldCount = body.load(count);
    Value zero = number(body, 0), one = number(body, 1);
    Value takes = both(body, body.value(fifo.getRdEn()),
                       is(body, arith::CmpIPredicate::ne, oldCount, 0));
    Value hasRoom = arith::OrIOp::create(
        body.builder, loc, is(body, arith::CmpIPredicate::ne, oldCount, memory.depth), takes);
    Value puts = both(body, body.value(fifo.getWrEn()), hasRoom);
    memory.write(body, wrap(body, add(body, oldFirst, oldCount)), puts,
                 body.value(fifo.getInput()));
    Value nextFirst = wrap(body, add(body, oldFirst, select(body, takes, one, zero)));
    Value nextCount = add(body, oldCount, select(body, puts, one, zero));
    nextCount = arith::SubIOp::create(body.builder, loc, nextCount,
                                      select(body, takes, one, zero));
    Value reset = body.value(fifo.getRst());
    body.assign(select(body, reset, zero, nextFirst), first);
    body.assign(select(body, reset, zero, nextCount), count);
  }
};
} // namespace

static LogicalResult declareFifo(seq::FIFOOp op, ModuleImport &module) {
  std::optional<unsigned> width = module.types.widthOf(op.getInput().getType());
  uint64_t depth = op.getDepth(), latency = op.getRdLatency();
  if (!width || latency > 1)
    return op.emitError("unsupported: seq.fifo with a read latency above 1");
  unsigned bits = llvm::Log2_64_Ceil(2 * depth + 1);
  Type pointer = IntegerType::get(op.getContext(), bits);
  Queue queue{op, Memory(module, op.getLoc(), "", depth, std::max(1u, *width)),
              module.addSignal(op.getLoc(), "", pointer),
              module.addSignal(op.getLoc(), "", pointer), bits};
  Process &process = module.clocked(op.getLoc(), op.getClk());
  process.uses.append({op.getInput(), op.getRdEn(), op.getWrEn(), op.getRst()});
  Signal output = module.define(op.getOutput(), "");
  process.steps.push_back([=](BodyEmitter &body) {
    queue.step(body);
    if (latency == 1) {
      seq::FIFOOp fifo = op;
      Value word = queue.memory.read(body, body.load(queue.first), Value());
      body.assign(select(body, body.value(fifo.getRdEn()), word, body.load(output)), output);
    }
  });
  auto flag = [&](Value result, arith::CmpIPredicate how, uint64_t level) {
    if (!result)
      return;
    Signal signal = module.define(result, "");
    module.following(op.getLoc()).steps.push_back([=](BodyEmitter &body) {
      body.store(queue.is(body, how, body.load(queue.count), level), signal);
    });
  };
  flag(op.getFull(), arith::CmpIPredicate::eq, depth);
  flag(op.getEmpty(), arith::CmpIPredicate::eq, 0);
  flag(op.getAlmostFull(), arith::CmpIPredicate::uge, op.getAlmostFullThreshold().value_or(0));
  flag(op.getAlmostEmpty(), arith::CmpIPredicate::ule, op.getAlmostEmptyThreshold().value_or(0));
  if (latency == 0) {
    Process &reader = module.following(op.getLoc());
    reader.watched.push_back(queue.memory.storage);
    reader.steps.push_back([=](BodyEmitter &body) {
      body.store(queue.memory.read(body, body.load(queue.first), Value()), output);
    });
  }
  return success();
}

LogicalResult import::declareMemory(Operation *op, ModuleImport &module) {
  return llvm::TypeSwitch<Operation *, LogicalResult>(op)
      .Case([&](seq::FirMemOp memory) { return declareFirMem(memory, module); })
      .Case([&](seq::HLMemOp memory) { return declareHLMem(memory, module); })
      .Case([&](seq::FIFOOp fifo) { return declareFifo(fifo, module); })
      // Declared with their memory.
      .Case<seq::FirMemReadOp, seq::FirMemWriteOp, seq::FirMemReadWriteOp, seq::ReadPortOp,
            seq::WritePortOp>([](auto) { return success(); })
      .Default(failure());
}
