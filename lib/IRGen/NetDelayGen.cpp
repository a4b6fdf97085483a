//===- NetDelayGen.cpp - delays of net declarations -----------------------===//
//
// `wire #3 w;` delays every change that a driver makes to w, behind the delay of
// the driver itself (IEEE 1800-2023 10.3.3, 28.16). The drivers are resolved in a
// hidden net of the same kind, and w follows it after the delay; a force of w and
// what reads w see w itself. The delay of a declaration with an assignment is that
// of the assignment. Not supported, with an error: the third delay of a trireg net,
// which is its decay (28.16.2), delays of arrays of nets, and of nets that have
// drivers outside of the hidden net: input and inout ports, and joined nets.
//
//===----------------------------------------------------------------------===//
#include "IRGen/BodyGen.h"
#include "IRGen/FunctionGen.h"

using namespace circtsim;
using namespace circtsim::irgen;
using namespace circtsim::sema;
using llvm::cast;

bool BodyGen::isDelayed(const NetSymbol &net) {
  if (net.delays.empty() || net.initialiser || nettypeOf(net)) // UserNetGen.cpp
    return false;
  bool isDriven = llvm::any_of(body.ports, [&](const Symbol *symbol) {
    auto *port = llvm::dyn_cast<PortSymbol>(symbol);
    return port && port->internal == &net && port->direction != syntax::PortDirection::Output;
  });
  support::DiagnosticEngine &diagnostics = design.compilation.diagnostics();
  if (net.netKind == syntax::NetKind::Trireg && net.delays.size() > 2)
    diagnostics.unsupported(net.loc, "charge decay of trireg nets", "28.16.2");
  else if (!net.type->isIntegral())
    diagnostics.unsupported(net.loc, "delay of an array of nets", "10.3.3");
  else if (isDriven)
    diagnostics.unsupported(net.loc, "delay of a net that is an input or inout port", "10.3.3");
  else
    return true;
  return false;
}

bool BodyGen::isJoinable(const Expr &net) {
  const NamedValueExpr *root = StaticPrefix::of(net).root;
  if (!root || !llvm::is_contained(delayedNets, root->symbol))
    return true;
  design.compilation.diagnostics().unsupported(
      net.range.begin, "a net with a delay that is joined to another net", "10.3.3");
  return false;
}

void BodyGen::generateNetDelay(const NetSymbol &net) {
  mlir::Type type = design.types.storage(*net.type);
  std::string target = signal(net).str(), source = uniqueName("$undelayed." + net.name.str());
  csim::NetKind kind = cast<csim::SignalOp>(mlir::SymbolTable::lookupSymbolIn(op, target)).getNet();
  csim::SignalOp::create(builder, op.getLoc(), source, "", kind, type).setImplicit(true);
  llvm::StringRef drive = driver(target, 0, 0, {}, type); // before the paths that end at the net
  pathSources[target] = source;
  std::unique_ptr<FunctionGen> gen = hiddenProcess(net, "net delay", {});
  auto change = csim::EventTermAttr::get(&design.context,
                                         mlir::FlatSymbolRefAttr::get(&design.context, source),
                                         csim::Edge::AnyChange, 0, 0, {});
  cast<csim::ProcessOp>(gen->entryBlock()->getParentOp())
      .setSensitivityAttr(builder.getArrayAttr({change}));
  llvm::SmallVector<mlir::Value, 3> delays = gen->emitDelays(net.delays);
  mlir::Value value = gen->make<csim::LoadOp>(gen->make<csim::AddrOp>(source, type));
  gen->make<csim::DriveOp>(value, gen->make<csim::AddrOp>(drive, type), delays[0], delays[1],
                           delays[2]);
  gen->emitReturn();
}
