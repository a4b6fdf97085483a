//===- CoverageControl.cpp - coverage access functions ------------------------===//
//
// IEEE 1800-2023 40.3 and 19.9. No code coverage is collected, and the functions say so:
// `SV_COV_NOCOV (0). A design without covergroups has all of its coverage.
//
//===----------------------------------------------------------------------===//
#include "Builtins/Arguments.h"

namespace circtsim::builtins {

using enum BuiltinId;

#define NO_COVERAGE(Id)                                                                            \
  template <>                                                                                      \
  BuiltinResult builtin<Id>(BuiltinCall & call) {                                                  \
    return returnInt(call, 0);                                                                     \
  }
NO_COVERAGE(CoverageControl)
NO_COVERAGE(CoverageGetMax)
NO_COVERAGE(CoverageGet)
NO_COVERAGE(CoverageMerge)
NO_COVERAGE(CoverageSave)
#undef NO_COVERAGE

template <>
BuiltinResult builtin<GetCoverage>(BuiltinCall &call) {
  return returnReal(call, 100);
}

template <>
BuiltinResult builtin<SetCoverageDbName>(BuiltinCall &call) {
  warn(call, "$set_coverage_db_name: no coverage is collected.");
  return BuiltinResult::Done;
}

template <>
BuiltinResult builtin<LoadCoverageDb>(BuiltinCall &call) {
  warn(call, "$load_coverage_db: no coverage is collected.");
  return BuiltinResult::Done;
}

} // namespace circtsim::builtins
