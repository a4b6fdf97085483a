//===- ParserFuzzer.cpp - Arbitrary bytes through preprocessor and parser -===//
//
// The fuzz target `fuzz-parser`. Each input is one source file: it is
// preprocessed and parsed as a compilation unit, and both results are walked
// completely, by printing the tokens (-E) and the tree into nowhere. Whatever the
// bytes are, this must neither crash nor run without end; errors are expected.
//
// Inputs cannot reach the file system's devices: one that names an absolute
// path in quotes is skipped, since `include "/dev/zero" is legal and endless.
//
// With libFuzzer (CIRCTSIM_FUZZERS=ON) the main program is libFuzzer's; otherwise
// Replay.cpp's, which runs the target over files. README.md tells how.
//
//===----------------------------------------------------------------------===//

#include "Discard.h"

#include "Support/Diagnostic.h"
#include "Syntax/CompilationUnit.h"
#include "Syntax/Preprocessor.h"
#include "Syntax/SyntaxPrinter.h"
#include "llvm/Support/raw_ostream.h"
#include <cstddef>
#include <cstdint>

using namespace circtsim;

namespace {

bool namesAbsolutePath(llvm::StringRef text) {
  return text.contains("\"/") || text.contains("</");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  llvm::StringRef text(reinterpret_cast<const char *>(data), size);
  if (namesAbsolutePath(text))
    return -1;
  support::SourceManager sources;
  support::DiagnosticEngine engine(sources);
  engine.setErrorLimit(0);
  engine.addConsumer(std::make_unique<fuzz::Discard>());
  support::Arena arena;
  syntax::PreprocessorOptions options;
  // The default admits ten million tokens per macro use, which is legal but slow.
  options.maxExpansionTokens = 20'000;
  syntax::Preprocessor preprocessor(sources, engine, arena, options);
  syntax::TokenStream tokens = preprocessor.preprocess({sources.addBuffer("input.sv", text)});
  llvm::raw_null_ostream out;
  syntax::printPreprocessed(out, tokens, sources, /*lineMarkers=*/true);
  auto unit = syntax::parseCompilationUnit(std::move(tokens), sources, engine);
  syntax::dumpTree(unit->members, out);
  return 0;
}
