//===- Simplify.cpp - folding and local rewriting ---------------------------===//
//
// MLIR's greedy driver over the folders and patterns of csim, the branch patterns
// of cf, and the few arith patterns that help here (selects, inverted
// comparisons). The full canonicaliser is not used: it collects the patterns of
// every loaded dialect, and some of arith make operations without bytecode.
//
//===----------------------------------------------------------------------===//

#include "Transforms/Passes.h"

#include "mlir/IR/PatternMatch.h"
#include "mlir/Transforms/CSE.h"
#include "mlir/IR/Dominance.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"
#include "mlir/Transforms/RegionUtils.h"

using namespace mlir;
using namespace circtsim;
using namespace circtsim::transforms;

FrozenRewritePatternSet transforms::simplifyPatterns(MLIRContext *context) {
  RewritePatternSet patterns(context);
  context->loadDialect<csim::CsimDialect>();
  csim::IsTrueOp::getCanonicalizationPatterns(patterns, context);
  csim::MuxOp::getCanonicalizationPatterns(patterns, context);
  csim::DynExtractOp::getCanonicalizationPatterns(patterns, context);
  csim::DynInsertOp::getCanonicalizationPatterns(patterns, context);
  csim::BitsRefOp::getCanonicalizationPatterns(patterns, context);
  cf::BranchOp::getCanonicalizationPatterns(patterns, context);
  cf::CondBranchOp::getCanonicalizationPatterns(patterns, context);
  arith::SelectOp::getCanonicalizationPatterns(patterns, context);
  arith::XOrIOp::getCanonicalizationPatterns(patterns, context);
  return FrozenRewritePatternSet(std::move(patterns));
}

void transforms::simplify(Region &body, const FrozenRewritePatternSet &patterns) {
  if (body.empty())
    return;
  GreedyRewriteConfig config;
  config.setUseTopDownTraversal(true);
  config.setRegionSimplificationLevel(GreedySimplifyRegionLevel::Disabled);
  config.setMaxIterations(4);
  (void)applyPatternsGreedily(body, patterns, config);
  IRRewriter rewriter(body.getContext());
  if (!body.hasOneBlock())
    (void)eraseUnreachableBlocks(rewriter, body);
  (void)runRegionDCE(rewriter, body);
}

void transforms::shareExpressions(Region &body) {
  if (body.empty())
    return;
  IRRewriter rewriter(body.getContext());
  DominanceInfo dominance;
  eliminateCommonSubExpressions(rewriter, dominance, body.getParentOp());
}
