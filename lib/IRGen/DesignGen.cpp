//===- DesignGen.cpp - whole design: bodies, functions, disables ----------===//
//
// Creates one csim.module per body in the order Sema gives (packages first),
// then the bodies' contents, then subroutines until no new one is called.
//
//===----------------------------------------------------------------------===//
#include "IRGen/DesignGen.h"
#include "IRGen/FunctionGen.h"
#include "IRGen/Walk.h"

using namespace circtsim;
using namespace circtsim::irgen;
using namespace circtsim::sema;
using llvm::cast;
using llvm::dyn_cast;
using llvm::isa;

void irgen::loadDialects(mlir::MLIRContext &context) {
  context.loadDialect<csim::CsimDialect, mlir::arith::ArithDialect, mlir::cf::ControlFlowDialect>();
}

mlir::OwningOpRef<mlir::ModuleOp> irgen::generate(Compilation &compilation, mlir::MLIRContext &context) {
  loadDialects(context);
  DesignGen gen(compilation, context);
  return gen.run();
}

DesignGen::DesignGen(Compilation &compilation, mlir::MLIRContext &context)
    : compilation(compilation), context(context), types(context), suspension(compilation), staticLocals(compilation) {}
DesignGen::~DesignGen() = default;

mlir::Location DesignGen::locate(support::SourceLoc loc) {
  if (!loc.isValid())
    return mlir::UnknownLoc::get(&context);
  support::PresumedLoc presumed = compilation.diagnostics().sourceManager().presumedLoc(loc);
  mlir::StringAttr &file = fileNames[presumed.file.data()];
  if (!file)
    file = mlir::StringAttr::get(&context, presumed.file);
  return mlir::FileLineColLoc::get(file, presumed.line, presumed.column);
}

BodyGen &DesignGen::bodyGen(const BodySymbol &body) {
  std::unique_ptr<BodyGen> &gen = bodies[&body];
  if (!gen)
    gen = std::make_unique<BodyGen>(*this, body, *design);
  return *gen;
}

mlir::OwningOpRef<mlir::ModuleOp> DesignGen::run() {
  design = mlir::ModuleOp::create(mlir::UnknownLoc::get(&context));
  mlir::Builder b(&context);
  (*design)->setAttr(csim::CsimDialect::timePrecisionAttrName(),
                     b.getI32IntegerAttr(compilation.timePrecision()));
  if (DelayMode choice = compilation.options().delayMode; choice != DelayMode::Typ)
    (*design)->setAttr(csim::CsimDialect::delayChoiceAttrName(),
                       b.getI32IntegerAttr(int32_t(choice)));
  scanCode();
  mlir::OpBuilder top = mlir::OpBuilder::atBlockEnd(design->getBody());
  auto addTop = [&](llvm::StringRef name, const BodySymbol &body) {
    csim::TopOp::create(top, locate(body.loc), name, bodyGen(body).op.getSymName());
  };
  for (const BodySymbol *body : compilation.bodies())
    if (body->bodyKind != BodyKind::Root)
      bodyGen(*body);
  for (const BodySymbol *body : compilation.bodies())
    if (body->bodyKind == BodyKind::Package || body->bodyKind == BodyKind::CompilationUnit)
      addTop(body->printedName, *body);
  for (const InstanceSymbol *instance : compilation.tops())
    addTop(instance->printedName, *instance->childBody);
  for (const BodySymbol *body : compilation.bodies())
    if (body->bodyKind != BodyKind::Root)
      bodyGen(*body).generate();
  generatePending();
  // Subroutines bring static variables of their own, initialisers further calls.
  for (bool isChanged = true; isChanged; generatePending()) {
    isChanged = false;
    for (const BodySymbol *body : compilation.bodies())
      if (body->bodyKind != BodyKind::Root)
        isChanged |= bodyGen(*body).generateInitialisers();
  }
  for (const BodySymbol *body : compilation.bodies())
    if (body->bodyKind != BodyKind::Root)
      bodyGen(*body).finishInitialiser();
  if (compilation.diagnostics().hasErrors())
    return {};
  return std::move(design);
}

void DesignGen::generatePending() {
  while (!pending.empty()) {
    const SubroutineSymbol *next = pending.front();
    pending.pop_front();
    bodyGen(*next->body()).generateSubroutine(*next, functions[next]);
  }
}

//===-- Scan of all code ---------------------------------------------------------===//

void DesignGen::scanScope(const Scope &scope) {
  for (const Symbol *member : scope.members) {
    if (auto *process = dyn_cast<ProcessSymbol>(member)) {
      disables.scan(process->body);
      staticLocals.scan(process->body, nullptr);
    } else if (auto *subroutine = dyn_cast<SubroutineSymbol>(member)) {
      if (subroutine->dpi)
        continue;
      const Stmt *body = compilation.bodyOf(*subroutine);
      if (subroutine->isTask)
        disables.scanSubroutine(*subroutine, body);
      staticLocals.scan(body, subroutine);
    } else if (auto *assign = dyn_cast<ContinuousAssignSymbol>(member)) {
      staticLocals.scan(assign->rhs, nullptr);
    } else if (auto *block = dyn_cast<GenerateBlockSymbol>(member)) {
      scanScope(*block);
    } else if (auto *array = dyn_cast<GenerateArraySymbol>(member)) {
      for (const GenerateBlockSymbol *entry : array->entries)
        scanScope(*entry);
    }
  }
}

void DesignGen::scanCode() {
  for (size_t i = 0; i < compilation.bodies().size(); ++i) // binding code may add bodies
    if (compilation.bodies()[i]->bodyKind != BodyKind::Root)
      scanScope(*compilation.bodies()[i]);
}

void DisableTargets::scan(const Stmt *stmt) { visit(stmt); }

void DisableTargets::scanSubroutine(const SubroutineSymbol &subroutine, const Stmt *body) {
  enclosing.push_back({&subroutine, false});
  visit(body);
  enclosing.pop_back();
}

void DisableTargets::visit(const Stmt *stmt) {
  if (!stmt)
    return;
  switch (stmt->kind) {
  case StmtKind::Block: {
    auto *block = cast<BlockStmt>(stmt);
    bool isFork = block->fork.has_value();
    if (block->scope)
      enclosing.push_back({block->scope, isFork});
    if (isFork)
      for (auto &entry : enclosing)
        entry.second = true;
    visit(block->body);
    if (block->scope)
      enclosing.pop_back();
    return;
  }
  case StmtKind::Disable: {
    auto *disable = cast<DisableStmt>(stmt);
    for (auto &[symbol, forks] : llvm::reverse(enclosing))
      if (symbol == disable->target && !disable->path && !forks)
        return;
    remote.insert(disable->target);
    return;
  }
  default:
    forEachPart(*stmt, [](const Expr *) {}, [&](const Stmt *part) { visit(part); });
  }
}
