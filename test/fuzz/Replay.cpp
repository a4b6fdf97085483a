//===- Replay.cpp - Runs a fuzz target over files -------------------------===//
//
//   fuzz-... [--mutations=N] file or folder...
//
// The main program of a fuzz target in builds without libFuzzer. It gives every
// file, and those in folders and their subfolders, to the target, then N variants
// of it: the file cut off somewhere, with a piece removed, doubled, or moved, with
// a byte or a bit changed. Variants depend on the file's contents only, so a failure comes
// again; before each input its name and number are noted, and a crash prints them.
//
//===----------------------------------------------------------------------===//

#include <algorithm>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <unistd.h>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

namespace {

/// Seconds for a file and a hundred of its variants.
constexpr unsigned Patience = 60;

/// What is being run, for the signal handler.
struct Current {
  char text[512];
} current;

void note(const std::string &path, unsigned variant) {
  std::snprintf(current.text, sizeof current.text, "fuzz: died in %s, variant %u\n", path.c_str(),
                variant);
}

void die(int signal) {
  [[maybe_unused]] auto written = write(STDERR_FILENO, current.text, std::strlen(current.text));
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

/// Numbers that depend on a start value only (a 64-bit linear congruence).
class Sequence {
public:
  explicit Sequence(uint64_t state) : state(state) {}
  size_t below(size_t limit) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return limit ? (state >> 33) % limit : 0;
  }

private:
  uint64_t state;
};

uint64_t hashOf(const std::string &text) {
  uint64_t hash = 14695981039346656037u;
  for (unsigned char c : text)
    hash = (hash ^ c) * 1099511628211u;
  return hash;
}

std::string mutate(const std::string &text, unsigned variant) {
  Sequence random(hashOf(text) + variant);
  std::string result = text;
  size_t at = random.below(text.size());
  size_t length = random.below(std::min<size_t>(64, text.size() - at)) + 1;
  switch (random.below(6)) {
  case 0:
    result.resize(at);
    break;
  case 1:
    result.erase(at, length);
    break;
  case 2:
    result.insert(at, text.substr(at, length));
    break;
  case 3:
    result.erase(at, length);
    result.insert(random.below(result.size() + 1), text.substr(at, length));
    break;
  case 4:
    if (!result.empty())
      result[at] ^= static_cast<char>(1 << random.below(8));
    break;
  default:
    if (!result.empty())
      result[at] = static_cast<char>(random.below(256));
  }
  return result;
}

void run(const std::string &text) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t *>(text.data()), text.size());
}

void runFile(const std::filesystem::path &path, unsigned mutations) {
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  note(path.string(), 0);
  run(text);
  for (unsigned variant = 1; variant <= mutations; ++variant) {
    note(path.string(), variant);
    if (variant % 100 == 0)
      alarm(Patience);
    run(mutate(text, variant));
  }
}

std::vector<std::filesystem::path> filesOf(const std::filesystem::path &path) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  if (!std::filesystem::is_directory(path, error))
    return {path};
  for (auto it = std::filesystem::recursive_directory_iterator(path, error);
       it != std::filesystem::recursive_directory_iterator(); it.increment(error))
    if (it->is_regular_file(error))
      files.push_back(it->path());
  std::sort(files.begin(), files.end());
  return files;
}

} // namespace

int main(int argc, char **argv) {
  for (int signal : {SIGSEGV, SIGABRT, SIGBUS, SIGILL, SIGFPE, SIGALRM})
    std::signal(signal, die);
  unsigned mutations = 0;
  size_t count = 0;
  for (int i = 1; i < argc; ++i) {
    constexpr char option[] = "--mutations=";
    if (std::strncmp(argv[i], option, sizeof option - 1) == 0) {
      mutations = static_cast<unsigned>(std::strtoul(argv[i] + sizeof option - 1, nullptr, 10));
      continue;
    }
    for (const auto &path : filesOf(argv[i])) {
      alarm(Patience);
      runFile(path, mutations);
      ++count;
    }
  }
  std::printf("fuzz: %zu files, %u variants of each\n", count, mutations);
  return count == 0;
}
