//===- ImportOther.cpp - dialects that say nothing about behaviour -------------===//
//
// Object models, files of generated text and debug information are dropped whole.
//
//===----------------------------------------------------------------------===//

#include "Import/DialectImport.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;

namespace {
struct Dropped : DialectImport {
  explicit Dropped(bool isNoted) : isNoted(isNoted) {}
  bool isDropped(Operation *) const override { return isNoted; }
  bool isIgnored(Operation *) const override { return true; }
  LogicalResult emit(Operation *, Procedure &) const override { return success(); }
  const bool isNoted;
};
} // namespace

std::unique_ptr<DialectImport> import::makeDroppedImport(bool isNoted) {
  return std::make_unique<Dropped>(isNoted);
}
