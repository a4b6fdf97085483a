//===- Generate.cpp - Random programs for the front end -------------------===//
//
//   fuzz-frontend --grammar=FILE [--count=N] [--seed=N] [--jobs=N] [--seconds=N]
//                 [--keep=DIR] [file or folder...]
//   fuzz-frontend --grammar=FILE --show=N [file or folder...]
//   fuzz-frontend file...
//
// The main program of the target fuzz-frontend in builds without libFuzzer. Input N is
// made from the number N alone (and the files): a program from the grammar, most
// often with some damage to its tokens, or nested deeply, or a file with damage.
// --show prints it. Without a grammar, files are run as they are.
//
// Inputs run in child processes, which note the number of the input in shared memory: when
// a child dies, or an input needs more than `Patience` seconds of processor time,
// the input is a failure, and another child goes on with the next one.
//
//===----------------------------------------------------------------------===//

#include "FrontendFuzzer.h"
#include "Grammar.h"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace circtsim::fuzz;

namespace {

/// Seconds of processor time for one input.
constexpr unsigned Patience = 10;
/// A child runs this many inputs and is replaced.
constexpr uint64_t PerChild = 20'000;
/// Address space of a child in bytes.
constexpr uint64_t Memory = uint64_t(4) << 30;
constexpr uint64_t MaxFailures = 200;

struct Settings {
  std::string grammarFile, keep;
  uint64_t count = 1000, first = 1, show = 0;
  bool isShow = false;
  std::vector<std::string> paths;
};

/// What children tell their parent.
struct Progress {
  uint64_t current;
  uint64_t outcomes[3];
  uint64_t bytes;
};

std::string contentsOf(const std::filesystem::path &path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

class Inputs {
public:
  bool open(const Settings &settings) {
    std::string message;
    if (!grammar.read(contentsOf(settings.grammarFile), message)) {
      std::fprintf(stderr, "%s: %s\n", settings.grammarFile.c_str(), message.c_str());
      return false;
    }
    for (const std::string &path : settings.paths)
      addFiles(path);
    return true;
  }

  std::string text(uint64_t number) const {
    Random random(number);
    unsigned size = 10u << random.below(7);
    bool isFile = !files.empty() && random.oneIn(8);
    Tokens tokens = isFile ? files[random.below(files.size())] : grammar.sentence(random, size);
    if (isFile || random.oneIn(3)) {
      Tokens other = !files.empty() && random.oneIn(4) ? files[random.below(files.size())]
                                                       : grammar.sentence(random, 40);
      damage(tokens, other, unsigned(random.below(random.oneIn(4) ? 12 : 3)) + 1, random);
    }
    if (random.oneIn(40))
      nest(tokens, random);
    return textOf(tokens, random);
  }

private:
  void addFiles(const std::filesystem::path &path) {
    std::vector<std::filesystem::path> found;
    std::error_code error;
    if (!std::filesystem::is_directory(path, error))
      found.push_back(path);
    for (auto it = std::filesystem::recursive_directory_iterator(path, error);
         it != std::filesystem::recursive_directory_iterator(); it.increment(error))
      if (it->is_regular_file(error) &&
          (it->path().extension() == ".sv" || it->path().extension() == ".v"))
        found.push_back(it->path());
    std::sort(found.begin(), found.end());
    for (const auto &file : found)
      files.push_back(tokensOf(contentsOf(file)));
  }

  Grammar grammar;
  std::vector<Tokens> files;
};

void setTimer() {
  itimerval timer{};
  timer.it_value.tv_sec = Patience;
  setitimer(ITIMER_PROF, &timer, nullptr);
}

/// Runs the inputs first to last - 1.
[[noreturn]] void runChild(const Inputs &inputs, uint64_t first, uint64_t last, Progress &progress) {
  rlimit limit{Memory, Memory};
  setrlimit(RLIMIT_AS, &limit);
  limit = {0, 0};
  setrlimit(RLIMIT_CORE, &limit);
  for (uint64_t number = first; number < last; ++number) {
    progress.current = number;
    std::string text = inputs.text(number);
    if (text.find("\"/") != std::string::npos || text.find("</") != std::string::npos)
      continue;
    setTimer();
    ++progress.outcomes[unsigned(runFrontend(text))];
    progress.bytes += text.size();
  }
  _exit(0);
}

void report(const Inputs &inputs, const Settings &settings, uint64_t number, int status) {
  int signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  std::fprintf(stderr, "fuzz: input %llu: %s\n", (unsigned long long)number,
               signal == SIGPROF ? "no end" : signal ? strsignal(signal) : "exit");
  if (settings.keep.empty())
    return;
  std::filesystem::create_directories(settings.keep);
  std::ofstream(settings.keep + "/" + std::to_string(number) + ".sv") << inputs.text(number);
}

int runAll(const Inputs &inputs, const Settings &settings) {
  auto *progress = static_cast<Progress *>(mmap(nullptr, sizeof(Progress), PROT_READ | PROT_WRITE,
                                                MAP_SHARED | MAP_ANONYMOUS, -1, 0));
  uint64_t failures = 0, next = settings.first, end = settings.first + settings.count;
  while (next < end && failures < MaxFailures) {
    uint64_t last = std::min(next + PerChild, end);
    std::fflush(nullptr);
    pid_t child = fork();
    if (child == 0)
      runChild(inputs, next, last, *progress);
    int status = 0;
    if (child < 0 || waitpid(child, &status, 0) != child)
      return 1;
    next = last;
    if (status != 0) {
      ++failures;
      report(inputs, settings, progress->current, status);
      next = progress->current + 1;
    }
  }
  std::printf("fuzz: %llu inputs from %llu, %llu bytes: %llu with syntax errors, %llu with other "
              "errors, %llu good; %llu failures\n",
              (unsigned long long)(next - settings.first), (unsigned long long)settings.first,
              (unsigned long long)progress->bytes, (unsigned long long)progress->outcomes[0],
              (unsigned long long)progress->outcomes[1], (unsigned long long)progress->outcomes[2],
              (unsigned long long)failures);
  return failures != 0;
}

bool takeOption(Settings &settings, const char *argument) {
  auto value = [&](const char *name) -> const char * {
    size_t length = std::strlen(name);
    return std::strncmp(argument, name, length) == 0 ? argument + length : nullptr;
  };
  if (const char *text = value("--grammar="))
    settings.grammarFile = text;
  else if (const char *text = value("--count="))
    settings.count = std::strtoull(text, nullptr, 10);
  else if (const char *text = value("--seed="))
    settings.first = std::strtoull(text, nullptr, 10);
  else if (const char *text = value("--keep="))
    settings.keep = text;
  else if (const char *text = value("--show=")) {
    settings.show = std::strtoull(text, nullptr, 10);
    settings.isShow = true;
  } else if (argument[0] == '-')
    return false;
  else
    settings.paths.push_back(argument);
  return true;
}

} // namespace

int main(int argc, char **argv) {
  Settings settings;
  for (int i = 1; i < argc; ++i)
    if (!takeOption(settings, argv[i])) {
      std::fprintf(stderr, "fuzz-frontend: unknown option %s\n", argv[i]);
      return 2;
    }
  if (settings.grammarFile.empty()) {
    for (const std::string &path : settings.paths)
      runFrontend(contentsOf(path));
    return 0;
  }
  Inputs inputs;
  if (!inputs.open(settings))
    return 2;
  if (settings.isShow) {
    std::string text = inputs.text(settings.show);
    std::fwrite(text.data(), 1, text.size(), stdout);
    return 0;
  }
  return runAll(inputs, settings);
}
