//===- SavedImage.cpp - design images on disk ----------------------------------===//
//
// A saved image is mapped, checked once, and its hierarchy decoded; code of functions
// follows on demand. This file and all that it reaches are free of the compile side, so
// that the runner links neither MLIR nor a front end.
//
//===----------------------------------------------------------------------===//
#include "Driver/Run/SavedImage.h"

#include "Builtins/BuiltinTable.h"
#include "Driver/Run/Tiers.h"
#include "Runtime/RuntimeABI.h"

#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

#include <chrono>

using namespace circtsim;
using namespace circtsim::driver;

/// Hash of the tables whose rows bytecode names by number.
static bytecode::TableHash tableHash() {
  auto add = [](std::string_view text, uint64_t hash) {
    return bytecode::hashBytes({reinterpret_cast<const uint8_t *>(text.data()), text.size()}, hash);
  };
  uint64_t hash = 0;
#define BUILTIN(Id, Name, Kind, MinArgs, MaxArgs, Result, Args, Clause) hash = add(Name, hash);
#include "Builtins/Builtins.def"
#define RUNTIME_FUNCTION(Name, Arguments, Results, MaySuspend, MayFault, Doc)                      \
  hash = add(#Name "(" Arguments ")" Results, hash);
#include "Runtime/RuntimeABI.def"
  return hash;
}

bool driver::isSavedImage(llvm::StringRef path) {
  return llvm::sys::path::extension(path) == ".csi";
}

uint64_t driver::contentHashOf(const model::DesignImage &image) {
  bytecode::ImageReader reader;
  std::string error;
  std::vector<uint8_t> bytes = bytecode::encodeImage(image, tableHash());
  reader.open(bytes, tableHash(), error);
  return reader.contentHash();
}

bool driver::saveImage(const model::DesignImage &image, const std::string &path) {
  std::vector<uint8_t> bytes = bytecode::encodeImage(image, tableHash());
  llvm::Error error = llvm::writeToOutput(path, [&](llvm::raw_ostream &out) {
    out.write(reinterpret_cast<const char *>(bytes.data()), bytes.size());
    return llvm::Error::success();
  });
  if (!error)
    return true;
  llvm::errs() << "circt-sim: error: cannot write '" << path
               << "': " << llvm::toString(std::move(error)) << '\n';
  return false;
}

std::unique_ptr<SavedImage> SavedImage::open(const std::string &path) {
  auto fail = [&](const llvm::Twine &problem) {
    llvm::errs() << "circt-sim: error: '" << path << "': " << problem << '\n';
    return nullptr;
  };
  auto buffer = llvm::MemoryBuffer::getFile(path, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false);
  if (!buffer)
    return fail(buffer.getError().message());
  std::unique_ptr<SavedImage> saved(new SavedImage);
  saved->file = std::move(*buffer);
  std::string error;
  llvm::StringRef text = saved->file->getBuffer();
  if (!saved->reader.open({reinterpret_cast<const uint8_t *>(text.data()), text.size()},
                          tableHash(), error))
    return fail(error);
  if (!saved->reader.readDesign(saved->image))
    return fail("the image is damaged");
  return saved;
}

bool SavedImage::materialise(model::FuncId id) {
  model::FunctionImage &function = image.functions[id];
  if (reader.readCode(id, function.code))
    return function.isMaterialised = true;
  llvm::errs() << "circt-sim: error: the saved image is damaged: no code of " << function.name
               << '\n';
  return false;
}

int driver::runSavedImage(const Options &options) {
  const std::string &path = options.sources.front();
  if (options.sources.size() > 1) {
    llvm::errs() << "circt-sim: error: '" << path
                 << "' is a whole design; there cannot be other sources\n";
    return runtime::ExitUsage;
  }
  if (options.stage != Stage::Run) {
    llvm::errs() << "circt-sim: error: '" << path << "' is compiled already; it can only be run\n";
    return runtime::ExitUsage;
  }
  if (!options.isQuiet)
    for (const std::string &option : options.compileOptions)
      llvm::errs() << "circt-sim: warning: '" << path << "' is compiled already: " << option
                   << " has no effect\n";
  auto start = std::chrono::steady_clock::now();
  std::unique_ptr<SavedImage> saved = SavedImage::open(path);
  if (!saved)
    return runtime::ExitUsage;
  StageTimes times;
  times.elaborate =
      std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
  printSeed(options);
  return endOf(simulate({saved->image, *saved, saved->contentHash()}, options, times));
}

int driver::runCirctSimRun(int argc, const char *const *argv) {
  Options options = parseOptions(llvm::ArrayRef(argv + 1, size_t(argc) - 1));
  if (std::optional<int> status = answerOptions(options))
    return *status;
  if (!isSavedImage(options.sources.front())) {
    llvm::errs() << "circt-sim-run: error: '" << options.sources.front()
                 << "' is not a saved image (.csi); circt-sim --build makes one\n";
    return runtime::ExitUsage;
  }
  return runSavedImage(options);
}
