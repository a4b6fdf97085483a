//===- ObjectKey.h - what names the object of a function ---------*- C++ -*-===//
#ifndef CIRCTSIM_CODEGEN_OBJECTKEY_H
#define CIRCTSIM_CODEGEN_OBJECTKEY_H

#include "Codegen/Codegen.h"

#include "llvm/ADT/ArrayRef.h"

#include <array>
#include <string>

namespace circtsim::codegen {

/// One function to be compiled, and how.
struct ObjectRequest {
  const model::Function *function = nullptr;
  Callees callees;
  std::string symbol;           ///< of the entry
  CodeVersion version;
  DebugSource source;           ///< for EmitOptions::debugLines
};

/// Two requests with the same key give the same object.
using ObjectKey = std::array<uint8_t, 32>;

/// `target`: the machine code's, see targetIdentity(). Reads everything of the
/// request that an emitter can reach; the places in the source only if code tells them.
ObjectKey keyOf(const ObjectRequest &request, const EmitOptions &options, llvm::StringRef target);

/// Names an object that holds several functions.
ObjectKey combinedKey(llvm::ArrayRef<ObjectKey> keys);

/// Target triple, processor and its features, version of LLVM, and a hash of the
/// sources of the code generator.
std::string targetIdentity(const llvm::TargetMachine &machine);

/// Lower-case digits, as for a file's name.
std::string hexOf(const ObjectKey &key);

} // namespace circtsim::codegen

#endif
