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

namespace {
/// true(a) | true(b) is true(a | b); true(a) & true(b) is true(a & b) for single bits: the
/// four-state operators are exact where the result is 1 (Tables 11-11, 11-12).
template <typename TwoState, typename FourState>
struct JoinTruths : OpRewritePattern<TwoState> {
  using OpRewritePattern<TwoState>::OpRewritePattern;
  LogicalResult matchAndRewrite(TwoState op, PatternRewriter &rewriter) const override {
    auto x = op.getLhs().template getDefiningOp<csim::IsTrueOp>();
    auto y = op.getRhs().template getDefiningOp<csim::IsTrueOp>();
    if (!x || !y || !x->hasOneUse() || !y->hasOneUse() ||
        x.getInput().getType() != y.getInput().getType() ||
        !isa<csim::LogicType>(x.getInput().getType()))
      return failure();
    if (isa<arith::AndIOp>(op) && !csim::isLogic(x.getInput().getType(), 1))
      return failure();
    Value joined = FourState::create(rewriter, op.getLoc(), x.getInput(), y.getInput());
    rewriter.replaceOpWithNewOp<csim::IsTrueOp>(op, joined);
    return success();
  }
};
} // namespace

FrozenRewritePatternSet transforms::simplifyPatterns(MLIRContext *context) {
  RewritePatternSet patterns(context);
  context->loadDialect<csim::CsimDialect>();
  csim::IsTrueOp::getCanonicalizationPatterns(patterns, context);
  csim::TruncOp::getCanonicalizationPatterns(patterns, context);
  patterns.add<JoinTruths<arith::OrIOp, csim::OrOp>, JoinTruths<arith::AndIOp, csim::AndOp>>(
      context);
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
