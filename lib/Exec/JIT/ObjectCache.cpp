//===- ObjectCache.cpp - objects kept across runs ------------------------------===//
//
// One file per object: a header (magic, key, length, checksum) and the bytes. A
// file is written under another name and renamed, so that other processes see
// all of it or nothing; two that store the same object store the same bytes.
//
// A file that is not what its name says is read as a miss, and replaced by the
// object that is compiled instead. Files begin with "llvmcache-", which makes
// them subject to LLVM's pruning: least recently read first.
//
//===----------------------------------------------------------------------===//
#include "Exec/JIT/ObjectCache.h"

#include "llvm/Support/CachePruning.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Support/xxhash.h"

#include <cstring>

using namespace circtsim;
using namespace circtsim::exec;
namespace fs = llvm::sys::fs;

namespace {
/// Bytes as they lie in the file, in the order of this machine: objects are for
/// this kind of machine anyway.
struct Header {
  char magic[8] = {'c', 's', 'i', 'm', 'o', 'b', 'j', '1'};
  codegen::ObjectKey key = {};
  uint64_t length = 0;   ///< of the object behind the header
  uint64_t checksum = 0; ///< of the object
};
static_assert(sizeof(Header) == 56);

Header headerFor(const codegen::ObjectKey &key, llvm::StringRef object) {
  Header header;
  header.key = key;
  header.length = object.size();
  header.checksum = llvm::xxh3_64bits(object);
  return header;
}
} // namespace

ObjectCache::ObjectCache(std::string directory, uint64_t maxBytes)
    : directory(std::move(directory)), maxBytes(maxBytes) {
  if (this->directory.empty())
    giveUpWriting("this user has no home folder");
}

std::string ObjectCache::pathOf(const codegen::ObjectKey &key) const {
  llvm::SmallString<128> path(directory);
  llvm::sys::path::append(path, "llvmcache-" + codegen::hexOf(key));
  return path.str().str();
}

void ObjectCache::warnDamaged(const std::string &path) {
  if (!hasDamaged)
    messages.push_back("'" + path + "' is damaged: the code is compiled again");
  hasDamaged = true;
}

void ObjectCache::giveUpWriting(const std::string &reason) {
  if (isWritable)
    messages.push_back("cannot write to '" + directory + "': " + reason +
                       ": code is not kept for the next run");
  isWritable = false;
}

std::unique_ptr<llvm::MemoryBuffer> ObjectCache::find(const codegen::ObjectKey &key) {
  if (directory.empty())
    return nullptr;
  std::string path = pathOf(key);
  // Read rather than mapped: nobody can change it under our feet.
  auto file = llvm::MemoryBuffer::getFile(path, /*IsText=*/false,
                                          /*RequiresNullTerminator=*/false, /*IsVolatile=*/true);
  if (!file) {
    if (file.getError() != std::errc::no_such_file_or_directory &&
        file.getError() != std::errc::not_a_directory)
      warnDamaged(path);
    return nullptr;
  }
  llvm::StringRef bytes = (*file)->getBuffer();
  llvm::StringRef object = bytes.drop_front(std::min(bytes.size(), sizeof(Header)));
  Header expected = headerFor(key, object);
  if (bytes.size() <= sizeof(Header) || std::memcmp(bytes.data(), &expected, sizeof expected)) {
    warnDamaged(path);
    return nullptr;
  }
  return llvm::MemoryBuffer::getMemBufferCopy(object, path);
}

void ObjectCache::reject(const codegen::ObjectKey &key) { warnDamaged(pathOf(key)); }

void ObjectCache::store(const codegen::ObjectKey &key, const llvm::MemoryBuffer &object) {
  if (!isWritable)
    return;
  if (!hasStored)
    if (std::error_code error = fs::create_directories(directory))
      return giveUpWriting(error.message());
  std::string path = pathOf(key);
  int descriptor = -1;
  llvm::SmallString<128> temporary;
  if (std::error_code error = fs::createUniqueFile(path + ".%%%%%%%%", descriptor, temporary,
                                                   fs::OF_None, fs::owner_read | fs::owner_write))
    return giveUpWriting(error.message());
  Header header = headerFor(key, object.getBuffer());
  llvm::raw_fd_ostream out(descriptor, /*shouldClose=*/true);
  out.write(reinterpret_cast<const char *>(&header), sizeof header);
  out << object.getBuffer();
  out.close();
  std::error_code error = out.error();
  out.clear_error();
  if (!error)
    error = fs::rename(temporary, path);
  if (!error) {
    hasStored = true;
    return;
  }
  fs::remove(temporary);
  giveUpWriting(error.message());
}

void ObjectCache::prune() {
  if (!hasStored)
    return;
  llvm::CachePruningPolicy policy;
  policy.Interval = std::chrono::seconds(0);
  policy.Expiration = std::chrono::seconds(0);
  policy.MaxSizePercentageOfAvailableSpace = 0;
  policy.MaxSizeBytes = maxBytes;
  llvm::pruneCache(directory, policy);
}
