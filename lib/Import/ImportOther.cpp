//===- ImportOther.cpp - dialects that say nothing about behaviour -------------===//
//
// Object models, files of generated text and debug information are dropped whole; of
// sv, declarations of macros that nothing refers to any more.
//
//===----------------------------------------------------------------------===//

#include "Import/DialectImport.h"

#include "IR/Circt/SV/SV.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::import;
using namespace circtsim::circt;

namespace {
struct Dropped : DialectImport {
  explicit Dropped(bool isNoted) : isNoted(isNoted) {}
  bool isDropped(Operation *) const override { return isNoted; }
  bool isIgnored(Operation *) const override { return true; }
  LogicalResult emit(Operation *, Procedure &) const override { return success(); }
  const bool isNoted;
};
struct SVImport : DialectImport {
  bool isIgnored(Operation *op) const override {
    return isa<sv::MacroDeclOp, sv::MacroDefOp, sv::ReserveNamesOp>(op);
  }
};
} // namespace

std::unique_ptr<DialectImport> import::makeDroppedImport(bool isNoted) {
  return std::make_unique<Dropped>(isNoted);
}
std::unique_ptr<DialectImport> import::makeSVImport() { return std::make_unique<SVImport>(); }
