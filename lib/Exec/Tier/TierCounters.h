//===- TierCounters.h - what ran where --------------------------*- C++ -*-===//
#ifndef CIRCTSIM_EXEC_TIER_TIERCOUNTERS_H
#define CIRCTSIM_EXEC_TIER_TIERCOUNTERS_H

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace circtsim::exec {

/// Why code ran in the interpreter although native code was asked for.
enum class DeoptReason : uint8_t {
  MissingThunk,         ///< never compiled: not hot, or no budget
  UnsupportedOperation, ///< the compiler could not take it
  GuardFailed,          ///< a guard failed, or a deopt was injected
};

inline const char *nameOf(DeoptReason reason) {
  switch (reason) {
  case DeoptReason::MissingThunk:
    return "missing_thunk";
  case DeoptReason::UnsupportedOperation:
    return "unsupported_operation";
  case DeoptReason::GuardFailed:
    return "guard_failed";
  }
  return "";
}

struct DeoptRecord {
  uint32_t process = 0; ///< FuncId
  std::string name;
  DeoptReason reason = DeoptReason::GuardFailed;
  uint64_t count = 0;
};

/// Counters of one run; keys of the report.
struct TierCounters {
  uint64_t guardFailures = 0; ///< what code for known signals left to other native code, or to a deopt
  uint64_t compiles = 0, cacheHits = 0, evictions = 0, deopts = 0, strictViolations = 0;
  uint64_t compiledInstructions = 0; ///< of bytecode, in all that was compiled
  double compileMs = 0;              ///< to make, keep and link objects
  double cacheMs = 0;                ///< to find objects and link them
  double prepareMs = 0;              ///< to set LLVM up
  double longestAskMs = 0;           ///< what the simulation waited for at once
  double exitMs = 0;                 ///< what the end of the run waited for
  double execMs = 0;                 ///< in generated code, if it was measured
  double firstNativeMs = -1;         ///< until generated code ran; negative: never
  std::vector<std::string> warnings; ///< for the user, about the cache
  std::map<std::pair<uint32_t, DeoptReason>, DeoptRecord> records;
  void note(uint32_t function, const std::string &name, DeoptReason reason, uint64_t count = 1) {
    DeoptRecord &record = records[{function, reason}];
    record.process = function;
    record.name = name;
    record.reason = reason;
    record.count += count;
    deopts += count;
  }
};

} // namespace circtsim::exec

#endif
