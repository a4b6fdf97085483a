//===- SavedImage.h - design images on disk ----------------------*- C++ -*-===//
#ifndef CIRCTSIM_DRIVER_SAVEDIMAGE_H
#define CIRCTSIM_DRIVER_SAVEDIMAGE_H

#include "Bytecode/ImageFile.h"
#include "Driver/Run/Options.h"

#include "llvm/Support/MemoryBuffer.h"

#include <memory>

namespace circtsim::driver {

/// Whether a path names a saved image.
bool isSavedImage(llvm::StringRef path);

/// Writes a complete image; the file appears whole or not at all. False after reporting.
bool saveImage(const model::DesignImage &image, const std::string &path);

/// Of a complete image, as a saved one has it.
uint64_t contentHashOf(const model::DesignImage &image);

/// A mapped image; functions are decoded when they are first called.
class SavedImage : public runtime::FunctionProvider {
public:
  /// Null after reporting.
  static std::unique_ptr<SavedImage> open(const std::string &path);
  bool materialise(model::FuncId id) override;
  uint64_t contentHash() const { return reader.contentHash(); }

  model::DesignImage image;

private:
  std::unique_ptr<llvm::MemoryBuffer> file;
  bytecode::ImageReader reader;
};

/// Runs the image that is the only source; returns the exit status of the process.
int runSavedImage(const Options &options);

/// circt-sim-run: runs saved images. Needs nothing of the compile side.
int runCirctSimRun(int argc, const char *const *argv);

} // namespace circtsim::driver

#endif
