//===- Image.cpp - csim module to a design image ------------------------------===//
//
// Passes and bytecode generation, for all of a design or for a function at its first
// call.
//
//===----------------------------------------------------------------------===//
#include "Driver/Image.h"

#include "Bytecode/Disassembler.h"
#include "Runtime/RuntimeABI.h"
#include "Sema/Expr/BuiltinTable.h"

#include "mlir/Pass/PassManager.h"

using namespace circtsim;
using namespace circtsim::driver;

Image::Image(mlir::OwningOpRef<mlir::ModuleOp> module)
    : design(std::move(module)), pipeline(design->getContext()) {
  bytecode::NameTables names;
  names.builtin = [](llvm::StringRef name) { return sema::findBuiltin(name); };
  names.runtimeFunction = [](llvm::StringRef name) -> std::optional<uint32_t> {
    for (uint32_t row = 0; row < runtime::runtimeFunctionCount; ++row)
      if (name == runtime::runtimeFunctions[row].name)
        return row;
    return std::nullopt;
  };
  generator = std::make_unique<bytecode::Generator>(image, std::move(names));
}
Image::~Image() = default;

bool Image::build(bool all) {
  // Processes first: which of them are static is part of their declaration.
  for (auto module : design->getOps<csim::ModuleOp>())
    for (mlir::Operation &op : *module.getBodyBlock())
      if (llvm::isa<csim::ProcessOp, csim::ProcessBodyOp>(op) || (all && llvm::isa<csim::FuncOp>(op)))
        pipeline.run(&op);
  if (mlir::failed(generator->declareDesign(*design)))
    return false;
  for (auto module : design->getOps<csim::ModuleOp>()) {
    if (mlir::failed(all ? generator->generateModule(module) : generator->generateProcesses(module)))
      return false;
  }
  return true;
}

bool Image::materialise(model::FuncId id) {
  csim::FuncOp function = generator->functionOp(id);
  if (!function || function.isExternal())
    return false;
  pipeline.run(function);
  return mlir::succeeded(generator->generateFunction(function));
}

void Image::printBytecode(llvm::raw_ostream &out) const { out << bytecode::disassembleImage(image); }
