//===- ForkGen.cpp - parallel blocks --------------------------------------===//
//
// LRM 9.3.2. Each branch becomes a function of its own. Automatic variables of
// the surrounding code that a branch uses are passed by reference: captured
// ones live in heap cells, so that join_any and join_none branches may outlive
// the frame (6.21).
//
//===----------------------------------------------------------------------===//
#include "IRGen/FunctionGen.h"

using namespace circtsim;
using namespace circtsim::irgen;
using namespace circtsim::sema;
using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;

void FunctionGen::emitFork(const BlockStmt &stmt) {
  llvm::SmallVector<const Stmt *> items;
  if (auto *list = llvm::dyn_cast_if_present<ListStmt>(stmt.body))
    items.append(list->items.begin(), list->items.end());
  else if (stmt.body)
    items.push_back(stmt.body);
  llvm::SmallVector<std::string> names;
  llvm::SmallVector<llvm::SmallVector<mlir::Value>> arguments;
  for (const Stmt *item : items) {
    if (isa<VariableDeclStmt>(item)) {
      emit(item);
      continue;
    }
    if (isa<EmptyStmt>(item))
      continue;
    mlir::OpBuilder::InsertionGuard guard(b);
    csim::FuncOp func = body.createFunction("$fork", {}, true, body.scope(scope), location);
    FunctionGen inner(body, func.getBody(), scope, this);
    inner.location = location;
    inner.begin();
    inner.emit(item);
    inner.emitHalt();
    llvm::SmallVector<mlir::Type> inputs;
    for (mlir::Value v : inner.captured)
      inputs.push_back(v.getType());
    func.setFunctionType(mlir::FunctionType::get(&body.design.context, inputs, {}));
    names.push_back(func.getSymName().str());
    arguments.emplace_back(inner.captured.begin(), inner.captured.end());
  }
  auto join = stmt.fork == syntax::JoinKind::JoinAny    ? csim::JoinKind::Any
              : stmt.fork == syntax::JoinKind::JoinNone ? csim::JoinKind::None
                                                        : csim::JoinKind::All;
  llvm::SmallVector<llvm::StringRef> branches(names.begin(), names.end());
  make<csim::ForkOp>(join, branches, arguments);
}
