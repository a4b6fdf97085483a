//===- AheadCompiler.cpp - a design image to a shared library ------------------===//
//
// Every function is made, and emitted twice where it takes signals to be known: the
// entry, and the code for four states in which failed guards go on. Objects are
// independent and compiled side by side; a key over everything that an object depends
// on finds it in the cache if nothing has changed. lld links them in this process.
//
//===----------------------------------------------------------------------===//
#include "Driver/Compile/AheadCompiler.h"

#include "Exec/AOT/CodeLayout.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/ThreadPool.h"
#include "llvm/Support/Threading.h"
#include "llvm/Target/TargetMachine.h"

using namespace circtsim;
using namespace circtsim::driver;
using namespace circtsim::model;

AheadCompiler::AheadCompiler(const RunDesign &design, const Options &options)
    : design(design), options(options),
      forFiles{.isAhead = true, .debugLines = options.tiers.debugLines.value_or(true)},
      arena(Arena::create(uint64_t(16) << 20)),
      functions(design.image, *arena), randomState(options.aotExcludeHalf.value_or(0)),
      cache(options.tiers.cacheDirectory, options.tiers.cacheMebibytes << 20) {
  functions.provider = &design.provider;
}

AheadCompiler::~AheadCompiler() {
  if (!folder.empty())
    llvm::sys::fs::remove_directories(folder);
}

bool AheadCompiler::fail(const llvm::Twine &text) const {
  llvm::errs() << "circt-sim-compile: error: " << text << '\n';
  return false;
}

uint64_t AheadCompiler::compiledCount() const {
  uint64_t count = 0;
  for (const codegen::CompiledFunction &function : descriptor.functions)
    count += !function.symbol.empty();
  return count;
}

/// Whether the user, or a size without end, keeps a function with the interpreter.
bool AheadCompiler::isExcluded(const FunctionImage &function, FuncId id) {
  if (llvm::any_of(excludes, [&](const llvm::GlobPattern &glob) { return glob.match(function.name); }))
    return true;
  if (!options.aotExcludeHalf)
    return false;
  randomState = randomState * 6364136223846793005u + id + 1442695040888963407u;
  return randomState >> 63;
}

void AheadCompiler::addFunction(const Function &function, Group &group) {
  codegen::CompiledFunction &row = descriptor.functions[function.id];
  codegen::Callees callees =
      codegen::calleesOf(function, [this](FuncId id) { return functions.get(id); });
  // Names, not numbers: those would change with every function that is added.
  row.symbol = codegen::symbolFor(row.name);
  if (unsigned twins = symbols[row.symbol]++)
    row.symbol += "." + std::to_string(twins);
  bool speculates = options.tiers.speculate && codegen::hasGuards(function, callees);
  codegen::CodeVersion version = {.isOptimised = true, .assumesKnown = speculates};
  codegen::DebugSource source;
  if (forFiles.debugLines)
    source = codegen::debugSourceOf(function, design.image);
  group.requests.push_back({&function, callees, row.symbol, version, source});
  if (!speculates)
    return;
  row.fourStateSymbol = row.symbol + ".four";
  version = {.isOptimised = true, .hasGuardEntries = true};
  group.requests.push_back({&function, callees, row.fourStateSymbol, version, source});
}

bool AheadCompiler::collectFunctions() {
  for (const std::string &text : options.aotExcludes) {
    auto glob = llvm::GlobPattern::create(text);
    if (!glob)
      return fail("--aot-exclude '" + text + "': " + llvm::toString(glob.takeError()));
    excludes.push_back(std::move(*glob));
  }
  const DesignImage &image = design.image;
  descriptor.designHash = design.contentHash;
  descriptor.layoutHash = exec::codeLayoutHash();
  for (const ModuleImage &module : image.modules)
    for (const ProcessImage &process : module.processes)
      descriptor.processes.push_back(process.function);
  std::vector<Group> byModule(image.modules.size() + 1); // the last: functions of no module
  for (FuncId id = 0; id != image.functions.size(); ++id) {
    const std::string name = image.functions[id].name; // functions may be appended meanwhile
    descriptor.functions.push_back({name, "", ""});
    const Function *function = functions.get(id);
    if (!function)
      continue; // declared only: a call is a fault at run time
    bool isTooLong = function->codeUnits > exec::governor::MaxCompiledUnits;
    if (isTooLong && !options.isQuiet)
      llvm::errs() << "circt-sim-compile: warning: " << name << " has " << function->codeUnits
                   << " instructions and is left to the interpreter\n";
    bool runsByTable = !image.functions[id].table.rows.empty(); // if not, it is interpreted
    if (isTooLong || runsByTable || isExcluded(image.functions[id], id))
      continue;
    ModuleId module = image.functions[id].module;
    addFunction(*function, byModule[module < image.modules.size() ? module : image.modules.size()]);
  }
  for (Group &group : byModule)
    if (!group.requests.empty())
      groups.push_back(std::move(group));
  return true;
}

void AheadCompiler::compileGroup(Group &group) {
  std::unique_ptr<codegen::ObjectEmitter> emitter;
  std::unique_ptr<llvm::MemoryBuffer> object;
  std::string error;
  {
    std::lock_guard lock(mutex);
    if (!idleEmitters.empty()) {
      emitter = std::move(idleEmitters.back());
      idleEmitters.pop_back();
    }
  }
  if (!emitter)
    emitter = codegen::ObjectEmitter::create(forFiles, error);
  if (!emitter)
    return;
  std::vector<codegen::ObjectKey> keys;
  for (const codegen::ObjectRequest &request : group.requests)
    keys.push_back(emitter->keyOf(request));
  codegen::ObjectKey key = codegen::combinedKey(keys);
  {
    std::lock_guard lock(mutex);
    object = cache.find(key);
  }
  if (object)
    ++reused;
  else
    object = emitter->emit(group.requests, [] {});
  if (!object) {
    group.problem = emitter->problem();
    return;
  }
  llvm::Error problem = llvm::writeToOutput(group.path, [&](llvm::raw_ostream &out) {
    out << object->getBuffer();
    return llvm::Error::success();
  });
  group.isDone = !problem;
  llvm::consumeError(std::move(problem));
  std::lock_guard lock(mutex);
  cache.store(key, *object);
  idleEmitters.push_back(std::move(emitter));
}

bool AheadCompiler::compileGroups() {
  llvm::SmallString<128> path;
  if (std::error_code code = llvm::sys::fs::createUniqueDirectory("circt-sim-compile", path))
    return fail("no folder for objects: " + code.message());
  folder = path.str();
  llvm::DefaultThreadPool pool(llvm::hardware_concurrency(options.jobs));
  for (size_t i = 0; i != groups.size(); ++i) {
    groups[i].path = folder + "/" + std::to_string(i) + ".o";
    pool.async([this, i] { compileGroup(groups[i]); });
  }
  pool.wait();
  cache.prune();
  for (const std::string &warning : cache.warnings())
    llvm::errs() << "circt-sim-compile: warning: " << warning << '\n';
  for (const Group &group : groups)
    if (!group.isDone)
      return fail("no code for " + group.requests.front().symbol + " and others of its module" +
                  (group.problem.empty() ? "" : ": " + group.problem));
  return true;
}

bool AheadCompiler::run(const std::string &output) {
  if (!collectFunctions() || !compileGroups())
    return false;
  std::string error;
  std::unique_ptr<llvm::TargetMachine> machine =
      codegen::makeMachine(forFiles, /*isOptimised=*/true, error);
  if (!machine)
    return fail(error);
  descriptor.processor = machine->getTargetCPU();
  std::unique_ptr<llvm::MemoryBuffer> object = codegen::emitDescriptor(descriptor, *machine);
  std::vector<std::string> objects = {folder + "/descriptor.o"};
  for (const Group &group : groups)
    objects.push_back(group.path);
  llvm::Error problem = llvm::writeToOutput(objects.front(), [&](llvm::raw_ostream &out) {
    out << object->getBuffer();
    return llvm::Error::success();
  });
  if (problem)
    return fail(llvm::toString(std::move(problem)));
  if (!codegen::linkSharedObject(objects, output, error))
    return fail("cannot write '" + output + "': " + error);
  return true;
}
