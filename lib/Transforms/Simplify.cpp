//===- Simplify.cpp - folding and local rewriting ---------------------------===//
//
// MLIR's greedy driver over the folders and patterns of csim and the few arith
// patterns that help here (selects, inverted comparisons), alternating with
// CfgCleanup. The full canonicaliser is not used: it collects the patterns of
// every loaded dialect, and some of arith make operations without bytecode.
// Branch patterns are kept out of the greedy driver, because they leave
// unreachable loops behind in which folding need not end.
//
//===----------------------------------------------------------------------===//

#include "Transforms/Passes.h"

#include "mlir/IR/Dominance.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/Transforms/CSE.h"
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
  config.setMaxIterations(2);
  (void)cleanUpCfg(body);
  // Later rounds see what folded branches have made constant.
  for (unsigned round = 0; round < 3; ++round) {
    (void)applyPatternsGreedily(body, patterns, config);
    if (!cleanUpCfg(body))
      break;
  }
  IRRewriter rewriter(body.getContext());
  (void)runRegionDCE(rewriter, body);
}

void transforms::shareExpressions(Region &body) {
  if (body.empty())
    return;
  IRRewriter rewriter(body.getContext());
  DominanceInfo dominance;
  eliminateCommonSubExpressions(rewriter, dominance, body.getParentOp());
}
