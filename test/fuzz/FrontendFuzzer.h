// What the programs of the target fuzz-frontend share.
#ifndef CIRCTSIM_TEST_FUZZ_FRONTENDFUZZER_H
#define CIRCTSIM_TEST_FUZZ_FRONTENDFUZZER_H

#include "llvm/ADT/StringRef.h"

namespace circtsim::fuzz {

/// How far an input came.
enum class Outcome : uint8_t { SyntaxErrors, SemanticErrors, Good };

/// Runs the front end on the text of one source file; aborts if it is wrong.
Outcome runFrontend(llvm::StringRef text);

} // namespace circtsim::fuzz

#endif
