//===- NativeLinker.cpp - objects become code of this process -----------------===//
//
// One ORC session per simulation, and a table of symbols per object, so that names
// need not be unique and an object is freed by dropping its table. Objects refer
// to the C library only. Debuggers and profilers hear of code
// through LLVM's listeners.
//
//===----------------------------------------------------------------------===//
#include "Exec/JIT/NativeLinker.h"

#include "Exec/JIT/CodeMemory.h"

#include "llvm/ExecutionEngine/JITEventListener.h"
#include "llvm/ExecutionEngine/Orc/Core.h"
#include "llvm/ExecutionEngine/Orc/ExecutionUtils.h"
#include "llvm/ExecutionEngine/Orc/RTDyldObjectLinkingLayer.h"
#include "llvm/ExecutionEngine/Orc/SelfExecutorProcessControl.h"
#include "llvm/ExecutionEngine/SectionMemoryManager.h"
#include "llvm/Support/MemoryBuffer.h"

#include <mutex>

using namespace circtsim;
using namespace circtsim::exec;
using namespace llvm::orc;

struct NativeLinker::Session {
  explicit Session(std::unique_ptr<ExecutorProcessControl> process)
      : session(std::move(process)), layer(session, [this](const llvm::MemoryBuffer &) {
          return std::make_unique<llvm::SectionMemoryManager>(&memory);
        }) {}
  ~Session() {
    if (llvm::Error error = session.endSession())
      llvm::consumeError(std::move(error));
  }

  CodeMemory memory;
  ExecutionSession session;
  RTDyldObjectLinkingLayer layer;
  JITDylib *library = nullptr;
  std::mutex mutex;                ///< of what follows
  std::vector<JITDylib *> objects; ///< by handle; null: released
};

NativeLinker::NativeLinker(std::unique_ptr<Session> session) : session(std::move(session)) {}
NativeLinker::~NativeLinker() = default;

std::unique_ptr<NativeLinker> NativeLinker::create(std::string &error) {
  auto process =
      SelfExecutorProcessControl::Create(nullptr, std::make_unique<InPlaceTaskDispatcher>());
  if (!process) {
    error = llvm::toString(process.takeError());
    return nullptr;
  }
  auto session = std::make_unique<Session>(std::move(*process));
  // Whoever looks a symbol up reports that it is missing.
  session->session.setErrorReporter(
      [](llvm::Error error) { llvm::consumeError(std::move(error)); });
  for (llvm::JITEventListener *listener : {llvm::JITEventListener::createGDBRegistrationListener(),
                                           llvm::JITEventListener::createPerfJITEventListener()})
    if (listener)
      session->layer.registerJITEventListener(*listener);
  session->library = &session->session.createBareJITDylib("library");
  auto symbols = DynamicLibrarySearchGenerator::GetForCurrentProcess(/*GlobalPrefix=*/'\0');
  if (!symbols) {
    error = llvm::toString(symbols.takeError());
    return nullptr;
  }
  session->library->addGenerator(std::move(*symbols));
  return std::unique_ptr<NativeLinker>(new NativeLinker(std::move(session)));
}

NativeCode NativeLinker::link(std::unique_ptr<llvm::MemoryBuffer> object, llvm::StringRef symbol) {
  NativeCode code;
  JITDylib *table;
  {
    std::lock_guard lock(session->mutex);
    code.handle = uint32_t(session->objects.size());
    table = &session->session.createBareJITDylib(std::to_string(code.handle));
    session->objects.push_back(table);
  }
  table->addToLinkOrder(*session->library);
  if (llvm::Error error = session->layer.add(*table, std::move(object))) {
    llvm::consumeError(std::move(error));
    release(code);
    return {};
  }
  auto address = session->session.lookup({table}, session->session.intern(symbol));
  if (!address) {
    llvm::consumeError(address.takeError());
    release(code);
    return {};
  }
  code.entry = address->getAddress().toPtr<model::Entry>();
  return code;
}

void NativeLinker::release(NativeCode code) {
  JITDylib *table;
  {
    std::lock_guard lock(session->mutex);
    table = std::exchange(session->objects[code.handle], nullptr);
  }
  if (table)
    if (llvm::Error error = session->session.removeJITDylib(*table))
      llvm::consumeError(std::move(error));
}
