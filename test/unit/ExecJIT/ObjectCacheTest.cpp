//===- ObjectCacheTest.cpp - objects kept across runs --------------------------===//
#include "Exec/JIT/ObjectCache.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

#include <gtest/gtest.h>

#include <thread>

using namespace circtsim;
using namespace circtsim::exec;
namespace fs = llvm::sys::fs;

namespace {

class ObjectCacheTest : public testing::Test {
protected:
  void SetUp() override {
    llvm::SmallString<128> path;
    ASSERT_FALSE(fs::createUniqueDirectory("objects", path));
    folder = path.str().str();
  }
  void TearDown() override { fs::remove_directories(folder); }

  static codegen::ObjectKey keyOf(uint8_t number) {
    codegen::ObjectKey key = {};
    key[5] = number;
    return key;
  }
  static std::unique_ptr<llvm::MemoryBuffer> object(const std::string &bytes) {
    return llvm::MemoryBuffer::getMemBufferCopy(bytes);
  }
  std::string pathOf(uint8_t number) const {
    return folder + "/llvmcache-" + codegen::hexOf(keyOf(number));
  }
  static std::string bytesOf(const std::string &path) {
    auto file = llvm::MemoryBuffer::getFile(path);
    return file ? (*file)->getBuffer().str() : "";
  }
  static void write(const std::string &path, llvm::StringRef bytes) {
    std::error_code error;
    llvm::raw_fd_ostream(path, error) << bytes;
    ASSERT_FALSE(error);
  }
  size_t files() const {
    std::error_code error;
    size_t count = 0;
    for (fs::directory_iterator it(folder, error), end; it != end && !error; it.increment(error))
      ++count;
    return count;
  }
  std::string folder;
};

TEST_F(ObjectCacheTest, StoreAndFind) {
  ObjectCache cache(folder + "/deep/er", 0);
  EXPECT_FALSE(cache.find(keyOf(1)));
  cache.store(keyOf(1), *object("one"));
  cache.store(keyOf(2), *object("two"));
  cache.store(keyOf(1), *object("one"));
  ObjectCache other(folder + "/deep/er", 0);
  auto found = other.find(keyOf(1));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->getBuffer(), "one");
  EXPECT_FALSE(other.find(keyOf(3)));
  EXPECT_TRUE(cache.warnings().empty() && other.warnings().empty());
}

TEST_F(ObjectCacheTest, DamagedFilesAreMissesAndReplaced) {
  std::string intact;
  {
    ObjectCache cache(folder, 0);
    cache.store(keyOf(1), *object("some bytes of code"));
    intact = bytesOf(pathOf(1));
    ASSERT_GT(intact.size(), 18u);
  }
  std::vector<std::string> damaged = {"",
                                      "x",
                                      intact.substr(0, 20),
                                      intact.substr(0, 56),
                                      intact.substr(0, intact.size() - 1),
                                      intact + "x"};
  for (size_t at = 0; at < intact.size(); at += 5) {
    damaged.push_back(intact);
    damaged.back()[at] ^= 64;
  }
  for (const std::string &bytes : damaged) {
    write(pathOf(1), bytes);
    ObjectCache cache(folder, 0);
    EXPECT_FALSE(cache.find(keyOf(1)));
    EXPECT_FALSE(cache.find(keyOf(1)));
    ASSERT_EQ(cache.warnings().size(), 1u) << "one warning";
    EXPECT_NE(cache.warnings()[0].find(pathOf(1)), std::string::npos) << "which names the file";
    cache.store(keyOf(1), *object("some bytes of code"));
    EXPECT_TRUE(cache.find(keyOf(1)));
    EXPECT_EQ(bytesOf(pathOf(1)), intact);
  }
}

TEST_F(ObjectCacheTest, AFileUnderAnotherName) {
  ObjectCache cache(folder, 0);
  cache.store(keyOf(1), *object("one"));
  ASSERT_FALSE(fs::copy_file(pathOf(1), pathOf(2)));
  EXPECT_FALSE(cache.find(keyOf(2)));
  EXPECT_EQ(cache.warnings().size(), 1u);
}

TEST_F(ObjectCacheTest, FolderThatCannotBeWritten) {
  write(folder + "/file", "");
  for (std::string place : {folder + "/file", folder + "/file/below", std::string()}) {
    ObjectCache cache(place, 0);
    EXPECT_FALSE(cache.find(keyOf(1))) << place;
    cache.store(keyOf(1), *object("one"));
    cache.store(keyOf(2), *object("two"));
    cache.prune();
    EXPECT_EQ(cache.warnings().size(), 1u) << place;
  }
}

TEST_F(ObjectCacheTest, OldestGoFirst) {
  std::string large(100'000, 'x');
  {
    ObjectCache cache(folder, 0);
    for (uint8_t i = 0; i != 10; ++i)
      cache.store(keyOf(i), *object(large));
    cache.prune();
    for (uint8_t i = 0; i != 10; ++i)
      ASSERT_TRUE(fs::exists(pathOf(i))) << "no limit";
  }
  for (uint8_t i = 0; i != 10; ++i) { // 9 is the oldest
    int descriptor;
    ASSERT_FALSE(fs::openFileForWrite(pathOf(i), descriptor, fs::CD_OpenExisting, fs::OF_Append));
    auto time = std::chrono::system_clock::now() - std::chrono::hours(1 + i);
    ASSERT_FALSE(fs::setLastAccessAndModificationTime(descriptor, time, time));
    llvm::raw_fd_ostream(descriptor, /*shouldClose=*/true);
  }
  ObjectCache reader(folder, 500'000);
  reader.prune();
  EXPECT_TRUE(fs::exists(pathOf(9))) << "it has stored nothing";
  ObjectCache writer(folder, 500'000);
  writer.store(keyOf(10), *object(large));
  writer.prune();
  EXPECT_TRUE(fs::exists(pathOf(10)));
  EXPECT_TRUE(fs::exists(pathOf(0)));
  EXPECT_FALSE(fs::exists(pathOf(8)));
  EXPECT_FALSE(fs::exists(pathOf(9)));
}

TEST_F(ObjectCacheTest, ManyAtOnce) {
  std::vector<std::thread> threads;
  std::atomic<unsigned> wrong = 0;
  for (int t = 0; t != 4; ++t)
    threads.emplace_back([&] {
      for (int i = 0; i != 200; ++i) {
        ObjectCache cache(folder, 0);
        uint8_t number = i % 7;
        auto found = cache.find(keyOf(number));
        if (found && found->getBuffer() != std::string(1000 + number, 'y'))
          ++wrong;
        cache.store(keyOf(number), *object(std::string(1000 + number, 'y')));
        wrong += !cache.warnings().empty();
      }
    });
  for (std::thread &thread : threads)
    thread.join();
  EXPECT_EQ(wrong, 0u);
  EXPECT_EQ(files(), 7u) << "nothing temporary is left";
}

} // namespace
