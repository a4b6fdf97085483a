//===- ObjectKey.cpp - what names the object of a function --------------------===//
//
// The key covers whatever an emitter can reach, whether it looks at it today or
// not: code, constants, tables and the shape of the function, all of the same of
// each function it calls, the symbol, the options, the target and the code
// generator itself (by a hash of its sources, which include opcodes and layouts).
// Only the table of lines is left out where code does not tell places in the source: it
// changes with every line that is added above.
//
// Lists are preceded by their length, so that no two inputs give the same bytes.
//
//===----------------------------------------------------------------------===//
#include "Codegen/ObjectKey.h"

#include "Bytecode/Opcodes.h"

#include "llvm-c/Core.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/BLAKE3.h"
#include "llvm/Target/TargetMachine.h"

using namespace circtsim;
using namespace circtsim::codegen;
using namespace circtsim::model;

namespace {
constexpr const char SourcesHash[] =
#include "Codegen/CodeVersion.inc"
    ;

class KeyHasher {
public:
  void add(const Function &function);
  void add(std::span<const LineEntry> lines, const DebugSource &source);
  void add(llvm::StringRef text) {
    number(text.size());
    hasher.update(text);
  }
  /// Names the functions that calls of the next function lead to.
  void number(llvm::ArrayRef<const Function *> callees) {
    for (uint32_t i = 0; i != callees.size(); ++i)
      ordinals[callees[i]->id] = i + 1;
  }
  template <typename... Numbers>
  void numbers(Numbers... values) {
    (number(uint64_t(values)), ...);
  }
  ObjectKey key() {
    ObjectKey key;
    llvm::BLAKE3Result<sizeof(ObjectKey)> result = hasher.final<sizeof(ObjectKey)>();
    llvm::copy(result, key.begin());
    return key;
  }

private:
  void number(uint64_t value) { bytes(&value, sizeof value); }
  void bytes(const void *data, size_t size) {
    hasher.update({static_cast<const uint8_t *>(data), size});
  }
  /// `addItem` adds one of them.
  template <typename List, typename Add>
  void list(const List &items, Add addItem) {
    number(items.size());
    for (const auto &item : items)
      addItem(item);
  }
  void addTables(const Function &function);
  void addCode(const Function &function);
  void add(const EventTerm &term) {
    numbers(term.kind, term.edge, term.index, term.lo, term.width);
  }
  void add(const CallArgument &argument) {
    numbers(argument.kind, argument.isSigned, argument.slot, argument.width, argument.type,
            argument.signalKind, argument.signalIndex);
    add(argument.text);
  }
  void add(const CallDescriptor &call);
  void add(const ForkDescriptor &fork);
  void add(const SwitchTable &table);

  llvm::DenseMap<FuncId, uint32_t> ordinals; ///< of callees, from 1
  llvm::BLAKE3 hasher;
};

void KeyHasher::add(const CallDescriptor &call) {
  numbers(call.builtin, call.resultKind, call.resultSlot, call.resultWidth, call.scope,
          call.location);
  list(call.args, [this](const CallArgument &argument) { add(argument); });
}

void KeyHasher::add(const ForkDescriptor &fork) {
  numbers(fork.join);
  list(fork.branches, [this](const ForkBranch &branch) {
    numbers(branch.function);
    list(branch.args, [this](const auto &argument) { numbers(argument.first, argument.second); });
  });
}

void KeyHasher::add(const SwitchTable &table) {
  list(table.cases, [this](const auto &target) { numbers(target.first, target.second); });
  numbers(table.denseBase);
  list(table.dense, [this](uint32_t target) { numbers(target); });
}

void KeyHasher::addTables(const Function &function) {
  list(function.waits, [this](const WaitDescriptor &wait) {
    list(wait.terms, [this](const EventTerm &term) { add(term); });
  });
  list(function.calls, [this](const CallDescriptor &call) { add(call); });
  list(function.forks, [this](const ForkDescriptor &fork) { add(fork); });
  list(function.switches, [this](const SwitchTable &table) { add(table); });
  list(function.callSites, [this](SignatureId signature) { numbers(signature); });
  list(function.types, [this](TypeId type) { numbers(type); });
  list(function.texts, [this](const std::string &text) { add(text); });
}

/// The number of a callee stands in the bytecode only, and changes when a function is
/// added to the design: its place among the callees stands for it, and these are hashed.
void KeyHasher::addCode(const Function &function) {
  llvm::SmallVector<Instr, 64> code(function.code, function.code + function.codeUnits);
  for (uint32_t unit = 0; unit < function.codeUnits;
       unit += bytecode::unitsOf(bytecode::Opcode(function.code[unit].op)))
    if (bytecode::isDirectCall(bytecode::Opcode(code[unit].op)))
      code[unit].a = ordinals.lookup(code[unit].a);
  bytes(code.data(), code.size() * sizeof(Instr));
}

void KeyHasher::add(const Function &function) {
  numbers(function.frameBytes, function.argumentSlots, function.resultSlot,
          function.resultSlots, function.maySuspend, function.isShared, function.codeUnits,
          function.constantSlots);
  addCode(function);
  bytes(function.constants, function.constantSlots * sizeof(uint64_t));
  addTables(function);
}

void KeyHasher::add(std::span<const LineEntry> lines, const DebugSource &source) {
  add(source.name);
  list(source.files, [this](const auto &file) {
    numbers(file.first);
    add(file.second);
  });
  list(lines, [this](const LineEntry &line) {
    numbers(line.unit, line.pos.file, line.pos.line, line.pos.column);
  });
}
} // namespace

ObjectKey codegen::keyOf(const ObjectRequest &request, const EmitOptions &options,
                         llvm::StringRef target) {
  KeyHasher hasher;
  hasher.add(target);
  hasher.add(request.symbol);
  CodeVersion version = request.version;
  hasher.numbers(options.countInstructions, options.injectDeopts, options.isAhead,
                 options.debugLines, version.isOptimised,
                 version.hasLoopEntries, version.hasGuardEntries, version.assumesKnown);
  llvm::SmallVector<const Function *> callees;
  for (const auto &[id, callee] : request.callees)
    callees.push_back(callee);
  llvm::sort(callees, [](const Function *x, const Function *y) { return x->id < y->id; });
  hasher.number(callees);
  hasher.add(*request.function);
  if (options.debugLines)
    hasher.add(request.function->lines, request.source);
  hasher.numbers(callees.size());
  for (const Function *callee : callees)
    hasher.add(*callee);
  return hasher.key();
}

ObjectKey codegen::combinedKey(llvm::ArrayRef<ObjectKey> keys) {
  llvm::BLAKE3 hasher;
  for (const ObjectKey &key : keys)
    hasher.update(llvm::ArrayRef<uint8_t>(key));
  ObjectKey key;
  llvm::BLAKE3Result<sizeof(ObjectKey)> result = hasher.final<sizeof(ObjectKey)>();
  llvm::copy(result, key.begin());
  return key;
}

std::string codegen::targetIdentity(const llvm::TargetMachine &machine) {
  unsigned major, minor, patch;
  LLVMGetVersion(&major, &minor, &patch);
  return llvm::join(
      llvm::ArrayRef<std::string>{machine.getTargetTriple().str(), machine.getTargetCPU().str(),
                                  machine.getTargetFeatureString().str(), std::to_string(major),
                                  std::to_string(minor), std::to_string(patch), SourcesHash},
      "\n");
}

std::string codegen::hexOf(const ObjectKey &key) {
  return llvm::toHex(llvm::ArrayRef(key), /*LowerCase=*/true);
}
