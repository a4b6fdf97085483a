//===- Governor.h - when a function changes its tier ------------*- C++ -*-===//
//
// Pure functions from counters to decisions; the one table of thresholds.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_EXEC_TIER_GOVERNOR_H
#define CIRCTSIM_EXEC_TIER_GOVERNOR_H

#include "Model/Frame.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>

namespace circtsim::exec {

enum class ExecutionMode : uint8_t {
  Interpret, ///< never compiles
  Compile,   ///< hot code is compiled before it runs again
  Auto,      ///< hot code is compiled in the background
};

enum class CachePolicy : uint8_t {
  Memory, ///< keep code for the run
  None,   ///< drop code after each activation
  Disk,   ///< keep object code across runs
};

/// What the user asked for.
struct TierOptions {
  ExecutionMode mode = ExecutionMode::Interpret;
  CachePolicy cachePolicy = CachePolicy::Memory;
  uint64_t hotThreshold = 3000;           ///< activations; 0: at once
  uint64_t optimiseThreshold = 100'000;   ///< activations; code is made quickly before
  bool speculate = true;                  ///< optimised code takes signals to be known
  uint64_t compileBudget = ~uint64_t(0);  ///< compilations; 0: none
  /// Code tells debuggers the places in the source; not said: code in files does.
  std::optional<bool> debugLines;
  bool failOnDeopt = false;
  bool forceDeopts = false;               ///< every entry gives up at its first checkpoint
  std::string reportPath;
  std::string cacheDirectory;             ///< of the policy Disk
  uint64_t cacheMebibytes = 1024;         ///< what the directory may hold; 0: no limit
};

namespace governor {
/// Code of more units than this is left to the interpreter: the time of the
/// compiler grows faster than the code.
inline constexpr uint32_t MaxCompiledUnits = 60'000;

/// Activations at which a new function is looked at. Not by size: the time of the
/// compiler and the time it saves per activation both grow with the code.
inline uint64_t firstLook(const TierOptions &options) {
  if (options.mode == ExecutionMode::Interpret)
    return ~uint64_t(0);
  return std::max<uint64_t>(options.hotThreshold, 1);
}
/// And once more, to be compiled well.
inline uint64_t secondLook(const TierOptions &options, uint64_t activations) {
  return std::max(activations + 1, options.optimiseThreshold);
}

/// Code of more units than this takes nothing for granted. A guard that fails costs a second
/// compilation, which is long for large code, and saves no more per instruction.
inline constexpr uint32_t MaxSpeculatedUnits = 1'000;
inline bool maySpeculate(const TierOptions &options, const model::Function &function) {
  return options.speculate && options.cachePolicy != CachePolicy::None &&
         function.codeUnits <= MaxSpeculatedUnits;
}

/// Failed guards of a function between two looks at it.
inline constexpr uint64_t GuardWindow = 64;
/// Whether code that takes signals to be known has failed too often: more than
/// once in 16 activations. Other code does not lose that much by computing both planes.
inline bool givesUp(uint64_t activations, uint64_t failures) { return activations < 16 * failures; }
/// Activations between two looks whether there is code to go on in.
inline constexpr uint64_t RetryForCode = 200;
/// Activations until it is tried again, twice as many each time.
inline uint64_t respeculateAfter(unsigned timesGivenUp) {
  return uint64_t(10'000) << std::min(timesGivenUp, 20u);
}
/// Code for four states, in which failed guards go on, is made quickly: most guards fail
/// before a design is reset. What is given up for this code again and again deserves better.
inline bool deservesFourStates(const TierOptions &options, unsigned timesGivenUp) {
  return options.optimiseThreshold == 0 || timesGivenUp >= 3;
}

/// Activations at which code is sought in the cache. Linking takes a tenth of a
/// millisecond, so what runs a few times is better left alone.
inline constexpr uint64_t CacheThreshold = 20;
inline uint64_t cacheLook(const TierOptions &options) {
  bool mayCome =
      options.cachePolicy == CachePolicy::Disk && options.mode != ExecutionMode::Interpret;
  return mayCome ? std::min(firstLook(options), CacheThreshold) : firstLook(options);
}

/// Looks at loops (model::LoopBudget jumps each) after which a function is worth good code
/// however rarely it is called.
inline constexpr uint64_t HotLoops = 64;

/// Whether an activation that loops for long, of a function for which code was asked before,
/// has code compiled that can be entered where it is. Not for a cache, if the activation
/// began after the asking: whether it runs interpreted at all is a matter of time then.
inline bool mayCompileLoop(const TierOptions &options, const model::Function &function) {
  bool isTimed = options.cachePolicy == CachePolicy::Disk && options.mode == ExecutionMode::Auto;
  return !isTimed || function.activations <= function.compileAskedAt;
}

/// How soon an end that waits for compilations sees that the user has interrupted it.
inline constexpr std::chrono::milliseconds InterruptLatency(20);
/// How long the end of a run waits for a compilation that goes on.
inline constexpr std::chrono::milliseconds ExitPatience(20);

enum class Verdict : uint8_t { Compile, NoBudget, TooLarge };
inline Verdict judge(const TierOptions &options, const model::Function &function,
                     uint64_t compilations) {
  if (compilations >= options.compileBudget)
    return Verdict::NoBudget;
  if (function.codeUnits > MaxCompiledUnits)
    return Verdict::TooLarge;
  return Verdict::Compile;
}
} // namespace governor

} // namespace circtsim::exec

#endif
