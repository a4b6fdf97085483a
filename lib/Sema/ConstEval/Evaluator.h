//===- Evaluator.h - the state of one constant evaluation -------*- C++ -*-===//
#ifndef CIRCTSIM_SEMA_CONSTEVAL_EVALUATOR_H
#define CIRCTSIM_SEMA_CONSTEVAL_EVALUATOR_H

#include "Sema/Compilation.h"
#include "Sema/ConstEval/ConstantEvaluator.h"
#include "Sema/ConstEval/ConstantOperators.h"
#include "Support/Diagnostic.h"

namespace circtsim::sema {

/// A tree-walking evaluator: expressions give values, statements (of constant
/// functions) give the way control leaves them. After the first failure every
/// result is bad and nothing more is reported.
class Evaluator {
public:
  /// `quiet`: no messages and no calls of user-defined functions.
  Evaluator(Compilation &compilation, bool quiet) : compilation(compilation), quiet(quiet) {}

  ConstantValue evaluate(const Expr &expr);

private:
  /// How control leaves a statement.
  enum class Flow : uint8_t { Next, Break, Continue, Return, Disable, Fail };
  /// An activation of a constant function.
  struct Frame {
    const SubroutineSymbol *subroutine = nullptr;
    llvm::DenseMap<const ValueSymbol *, ConstantValue> variables;
    /// Target of a `disable` on its way out.
    const Symbol *disabled = nullptr;
  };
  /// A place to store to: a whole object, or `width` bits of a vector from `lo`,
  /// or one byte of a string.
  struct Place {
    ConstantValue *object = nullptr; ///< null: nowhere (out of range), or failed
    bool isPart = false;
    int64_t lo = 0;
    uint32_t width = 0;
    uint32_t skip = 0;          ///< low bits of the stored value that fall outside
    const Type *type = nullptr; ///< of the part
  };

  // Expressions (Evaluator.cpp).
  ConstantValue evaluateNamed(const NamedValueExpr &expr);
  ConstantValue evaluateBinaryExpr(const BinaryExpr &expr);
  ConstantValue evaluateConditionalExpr(const ConditionalExpr &expr);
  ConstantValue evaluateConcat(const ConcatExpr &expr);
  ConstantValue evaluateReplication(const ReplicationExpr &expr);
  ConstantValue evaluateStreaming(const StreamingExpr &expr);
  ConstantValue evaluateElement(const ElementSelectExpr &expr);
  ConstantValue evaluateRange(const RangeSelectExpr &expr);
  ConstantValue evaluateField(const FieldSelectExpr &expr);
  ConstantValue evaluateConversion(const ConversionExpr &expr);
  ConstantValue evaluateInside(const InsideExpr &expr);
  ConstantValue evaluatePattern(const PatternExpr &expr);
  /// Where the value of a variable, element or member is stored, so that it need
  /// not be copied. Not known: it must be computed. Null: a select out of range.
  struct Stored {
    bool isKnown = false;
    ConstantValue *value = nullptr;
  };
  Stored stored(const Expr &expr);
  bool isVariablePart(const Expr &expr);
  /// An element or member of a parameter whose value is a pattern, and its node (null
  /// out of range).
  bool isConstantPart(const Expr &expr);
  const Expr *constantPart(const Expr &expr);
  /// Position of an index in an array's elements; -1 out of range.
  static int64_t elementPosition(const Type &array, std::optional<int64_t> index, size_t size);
  /// Low bit and width of a packed part select; nullopt: an unknown index.
  std::optional<std::pair<int64_t, uint32_t>> packedRange(const RangeSelectExpr &expr);
  std::optional<int64_t> index(const Expr &expr);

  // Stores (EvaluatorStores.cpp).
  ConstantValue *variable(const ValueSymbol &symbol);
  ConstantValue evaluateAssignment(const AssignmentExpr &expr);
  ConstantValue evaluateIncrement(const UnaryExpr &expr);
  Place locate(const Expr &lvalue);
  Place locateBits(const Expr &base, int64_t lo, uint32_t width, const Type &type);
  ConstantValue load(const Place &place);
  void store(const Place &place, const ConstantValue &value);
  void assign(const Expr &lvalue, const ConstantValue &value);
  void assignConcat(const ConcatExpr &lvalue, const value::LogicVector &value);

  // Calls and statements (EvaluatorCalls.cpp, EvaluatorStatements.cpp).
  ConstantValue call(const CallExpr &expr);
  bool evaluateAll(llvm::ArrayRef<const Expr *> arguments,
                   llvm::SmallVectorImpl<ConstantValue> &values);
  ConstantValue formattedCall(const SystemCallExpr &expr);
  ConstantValue systemCall(const SystemCallExpr &expr);
  ConstantValue methodCall(const MethodCallExpr &expr);
  bool runBody(const CallExpr &expr, Frame &callee, ConstantValue &result);
  Flow run(const Stmt &stmt);
  Flow runList(llvm::ArrayRef<const Stmt *> items);
  Flow runLoopBody(const Stmt &body, bool &leave);
  Flow runIf(const struct IfStmt &stmt);
  Flow runCase(const struct CaseStmt &stmt);
  Flow runFor(const struct ForStmt &stmt);
  Flow runForeach(const struct ForeachStmt &stmt);
  Flow foreachDimension(const ForeachStmt &stmt, const Type &type, unsigned dimension, bool &leave);
  Flow runWhile(const struct WhileStmt &stmt);
  Flow runDoWhile(const struct DoWhileStmt &stmt);
  Flow runRepeat(const struct RepeatStmt &stmt);
  Flow runForever(const struct ForeverStmt &stmt);
  bool caseMatches(syntax::CaseKind kind, const ConstantValue &selector,
                   const InsideExpr::Item &label, bool isInside);

  ConstantValue fail(support::SourceRange range, diag::Id id, llvm::StringRef argument = {});
  /// Counts one step against the limit.
  bool step(support::SourceRange range);

  Compilation &compilation;
  const bool quiet;
  bool failed = false;
  Frame *frame = nullptr;
  uint64_t steps = 0;
  uint32_t depth = 0;
  /// Of the calls around an error the innermost are shown, and the outermost.
  static constexpr uint32_t MaxNotedCalls = 6;
  uint32_t notedCalls = 0;
  /// The node that stands for the old value in a compound assignment under
  /// evaluation, and that value.
  const Expr *oldValueNode = nullptr;
  ConstantValue oldValue;
};

} // namespace circtsim::sema

#endif
