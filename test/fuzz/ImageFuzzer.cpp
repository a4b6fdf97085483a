//===- ImageFuzzer.cpp - Damaged saved images -----------------------------===//
//
// The fuzz target `fuzz-image`. Each input is a saved image (.csi), run as
// circt-sim-run would run it, in this process: the header and the checksum must turn
// down what is damaged, and what passes must run to its end, a limit of time or steps.
// The input is then given a header that agrees with it, as damage that the checksum
// does not show would have: all of it is decoded and verified, but not run, because code
// that the verifier accepts may still name storage that the design does not have.
//
// What the program prints goes nowhere. README.md tells how to run it.
//
//===----------------------------------------------------------------------===//

#include "Bytecode/ImageFile.h"
#include "Bytecode/Verifier.h"
#include "Driver/Run/SavedImage.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <unistd.h>
#include <vector>

using namespace circtsim;

namespace {

/// A file, in memory where there is such a place, with the suffix of an image.
class ImagePath {
public:
  ImagePath() {
    for (std::string folder : {"/dev/shm/fuzz-image-XXXXXX", "/tmp/fuzz-image-XXXXXX"})
      if (name.empty() && mkdtemp(folder.data()))
        name = folder + "/input.csi";
    if (name.empty())
      std::abort();
  }
  ~ImagePath() {
    unlink(name.c_str());
    name.resize(name.rfind('/'));
    rmdir(name.c_str());
  }
  const char *write(const uint8_t *data, size_t size) const {
    std::FILE *file = std::fopen(name.c_str(), "wb");
    if (!file || std::fwrite(data, 1, size, file) != size || std::fclose(file) != 0)
      std::abort();
    return name.c_str();
  }

private:
  std::string name;
};

/// Standard output and error lead nowhere while it exists.
class Silence {
public:
  Silence() : out(dup(1)), err(dup(2)) {
    std::fflush(nullptr);
    int nowhere = open("/dev/null", O_WRONLY);
    dup2(nowhere, 1);
    dup2(nowhere, 2);
    close(nowhere);
  }
  ~Silence() {
    std::fflush(nullptr);
    dup2(out, 1);
    dup2(err, 2);
    close(out);
    close(err);
  }

private:
  int out, err;
};

void runWhole(const uint8_t *data, size_t size) {
  static const ImagePath path;
  const char *arguments[] = {"circt-sim-run",    "--quiet",        "--mode=interpret",
                             "--max-time=100us", "--timeout=5",    "--max-deltas=10000",
                             path.write(data, size)};
  int status;
  {
    Silence silence;
    status = driver::runCirctSimRun(int(std::size(arguments)), arguments);
  }
  if (status < 0 || (status > 2 && status != runtime::ExitTimeout)) {
    std::fprintf(stderr, "fuzz-image: exit status %d\n", status);
    std::abort();
  }
}

/// Offsets of the header: what ImageFile.cpp writes there.
constexpr size_t ChecksumAt = 8, SizeAt = 16, TablesAt = 40, HeaderSize = 56;

void decodeResealed(std::vector<uint8_t> bytes) {
  if (bytes.size() < HeaderSize)
    return;
  uint64_t size = bytes.size(), tables;
  std::memcpy(&bytes[SizeAt], &size, sizeof size);
  uint64_t checksum = bytecode::hashBytes(std::span(bytes).subspan(SizeAt));
  std::memcpy(&bytes[ChecksumAt], &checksum, sizeof checksum);
  std::memcpy(&tables, &bytes[TablesAt], sizeof tables);
  bytecode::ImageReader reader;
  std::string error;
  model::DesignImage image;
  if (!reader.open(bytes, tables, error) || !reader.readDesign(image))
    return;
  for (model::FuncId id = 0; id != image.functions.size(); ++id)
    if (!reader.readCode(id, image.functions[id].code))
      return;
  bytecode::verifyImage(image);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  runWhole(data, size);
  decodeResealed(std::vector<uint8_t>(data, data + size));
  return 0;
}
