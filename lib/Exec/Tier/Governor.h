//===- Governor.h - when a function changes its tier ------------*- C++ -*-===//
//
// Pure functions from counters to decisions; the one table of thresholds.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_EXEC_TIER_GOVERNOR_H
#define CIRCTSIM_EXEC_TIER_GOVERNOR_H

#include "Model/Frame.h"

#include <algorithm>
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
  None,   ///< drop code after each execution
  Disk,   ///< keep object code across runs
};

/// What the user asked for (docs/architecture.md, options of the tiers).
struct TierOptions {
  ExecutionMode mode = ExecutionMode::Interpret;
  CachePolicy cachePolicy = CachePolicy::Memory;
  std::optional<uint64_t> hotThreshold;   ///< activations; 0: at once; none: by size
  uint64_t compileBudget = ~uint64_t(0);  ///< compilations; 0: none
  bool failOnDeopt = false;
  bool forceDeopts = false;               ///< every entry gives up at its first checkpoint
  bool useSpeculation = true;
  std::string reportPath;
  std::string cacheDirectory;
};

namespace governor {
/// Code of more units than this is left to the interpreter: the time of the
/// compiler grows faster than the code.
inline constexpr uint32_t MaxCompiledUnits = 60'000;

/// Instructions that a function should have executed before it is compiled: the
/// compiler takes milliseconds, the interpreter a few nanoseconds for each.
inline constexpr uint64_t HotInstructions = 400'000;
inline constexpr uint64_t MinHotThreshold = 50, MaxHotThreshold = 20'000;

/// Activations at which a function is looked at.
inline uint64_t firstLook(const TierOptions &options, const model::Function &function) {
  if (options.mode == ExecutionMode::Interpret)
    return ~uint64_t(0);
  if (options.hotThreshold)
    return *options.hotThreshold ? *options.hotThreshold : 1;
  return std::clamp(HotInstructions / (function.codeUnits + 1), MinHotThreshold, MaxHotThreshold);
}

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
