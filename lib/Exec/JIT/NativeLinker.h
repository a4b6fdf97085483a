//===- NativeLinker.h - objects become code of this process -----*- C++ -*-===//
#ifndef CIRCTSIM_EXEC_JIT_NATIVELINKER_H
#define CIRCTSIM_EXEC_JIT_NATIVELINKER_H

#include "Model/Frame.h"

#include "llvm/ADT/StringRef.h"

#include <memory>
#include <string>

namespace llvm {
class MemoryBuffer;
}

namespace circtsim::exec {

/// Code in memory. `handle` frees it.
struct NativeCode {
  model::Entry entry = nullptr; ///< null: the object was not usable
  uint32_t handle = 0;
};

/// LLVM's ORC behind two calls. Any thread may call any of them.
class NativeLinker {
public:
  /// Null, with a reason in `error`, if that is impossible on this machine.
  static std::unique_ptr<NativeLinker> create(std::string &error);
  ~NativeLinker();

  /// Links an object that defines `symbol`. Two objects in use may define the same.
  NativeCode link(std::unique_ptr<llvm::MemoryBuffer> object, llvm::StringRef symbol);
  /// Nobody may be inside the code, or enter it again.
  void release(NativeCode code);

private:
  struct Session;
  explicit NativeLinker(std::unique_ptr<Session> session);
  std::unique_ptr<Session> session;
};

} // namespace circtsim::exec

#endif
