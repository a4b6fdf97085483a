//===- ExprBinder.h - from expression syntax to bound expressions -*- C++ -*-===//
//
// IEEE 1800-2023 clauses 6.19, 6.24, 7, 10.8 - 10.10, 11, 13.5, 20.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_SEMA_EXPR_EXPRBINDER_H
#define CIRCTSIM_SEMA_EXPR_EXPRBINDER_H

#include "Sema/ConstEval/ConstantValue.h"
#include "Sema/Expr/BindContext.h"
#include "Sema/Expr/Expr.h"
#include "Support/Diagnostic.h"

#include "llvm/ADT/SmallVector.h"

namespace circtsim::sema {

class Compilation;
class Symbol;
class VariableSymbol;
class BlockSymbol;
class LetSymbol;
class ModportExprSymbol;
class ClockingSignalSymbol;
class LetArgumentSymbol;
class TypeContext;
struct BuiltinInfo;
struct TimingControl;

/// What is done to an lvalue: decides which objects are legal (10.3, 10.4, 10.6, 13.5).
enum class LvalueUse : uint8_t {
  Blocking,    ///< procedural `=`, op=, ++, output argument
  Nonblocking, ///< `<=`: no automatic variables
  Continuous,  ///< left side of `assign`, output port, gate output: nets and static variables
  Inout,       ///< inout port, bidirectional terminal: nets only
  ProcAssign,  ///< `assign` / `deassign`: static variables, constant selects with a warning
  Force,       ///< `force` / `release`: nets with constant selects, whole variables
  Reference,   ///< `ref` argument: variables, elements, members; no part-selects
};

/// Operands of a case statement, converted to one common type (12.5.1).
struct CaseBinding {
  const Expr *selector = nullptr;
  /// One list per item of the request, in order.
  llvm::SmallVector<llvm::SmallVector<InsideExpr::Item, 2>, 8> items;
};

/// Binds expressions of one context. Cheap to construct. Every public function
/// returns a finished node: context-determined sizes are propagated, constants
/// folded. After an error the node is Invalid (or has the Error type).
class ExprBinder {
public:
  ExprBinder(Compilation &compilation, const BindContext &context);

  //===-- Values ---------------------------------------------------------------===//

  /// With a target: in an assignment-like context (10.8), converted to it.
  /// Else self-determined.
  const Expr &bind(const syntax::ExprSyntax &syntax, const Type *assignmentTarget = nullptr);
  const Expr &bindSelfDetermined(const syntax::ExprSyntax &syntax);
  /// Tested for truth: integral, real, string, or a handle. Not converted.
  const Expr &bindCondition(const syntax::ExprSyntax &syntax);
  /// A self-determined number as an integer (repeat counts): reals are rounded.
  const Expr &bindIntegral(const syntax::ExprSyntax &syntax);
  /// A delay: integral or real; a time literal is scaled to the time unit of
  /// the body; min:typ:max is chosen by ElaborationOptions::delayMode.
  const Expr &bindDelay(const syntax::ExprSyntax &syntax);
  /// Operand of an event control: integral, real, string..., or a named event; not void.
  const Expr &bindEventOperand(const syntax::ExprSyntax &syntax);
  /// A named event (`-> e`, wait_order, ->>).
  const Expr &bindNamedEvent(const syntax::ExprSyntax &syntax);
  /// The array of a `foreach`: any array, packed vector or string.
  const Expr &bindForeachArray(const syntax::ExprSyntax &syntax);
  CaseBinding bindCase(const syntax::ExprSyntax &selector,
                       llvm::ArrayRef<syntax::List<syntax::ExprSyntax>> labels, bool isInside,
                       syntax::CaseKind kind);

  //===-- Patterns of `matches` (12.6) -------------------------------------------===//

  /// Does a condition match patterns?
  static bool hasPattern(const syntax::ExprSyntax &syntax);
  /// What patterns are matched with. If it is not a name it is evaluated once, by the test
  /// `copied`, which is always true.
  const Expr &bindPatternOperand(const syntax::ExprSyntax &syntax, const Expr *&copied);
  /// A test of the operand, of type bit.
  const Expr &bindPatternMatch(const Expr &operand, const syntax::PatternSyntax &syntax,
                               syntax::CaseKind kind);

  //===-- Constants --------------------------------------------------------------===//

  /// A constant expression, evaluated (constant functions are called) and
  /// converted to `target` if given. A Constant, RealConstant,
  /// StringConstant, Pattern, Null or Unbounded node, or Invalid (reported).
  const Expr &bindConstant(const syntax::ExprSyntax &syntax, const Type *target = nullptr);
  /// The value of a constant integral expression; nullopt: reported (unknown bits, too large).
  std::optional<int64_t> bindConstantInt(const syntax::ExprSyntax &syntax);
  /// Is it true (generate if, 27.5)? nullopt: reported.
  std::optional<bool> bindConstantCondition(const syntax::ExprSyntax &syntax);

  //===-- Lvalues and assignments ---------------------------------------------===//

  const Expr &bindLvalue(const syntax::ExprSyntax &syntax, LvalueUse use);
  /// Checks that a bound expression is a legal lvalue; reports and returns false if not.
  bool checkLvalue(const Expr &expr, LvalueUse use);
  /// `lhs op rhs` as AssignmentExpr (or Invalid). `use` Continuous for `assign`.
  const Expr &bindAssignment(syntax::AssignOp op, const syntax::ExprSyntax &lhs,
                             const syntax::ExprSyntax &rhs, support::SourceRange range,
                             support::SourceLoc opLoc, const TimingControl *timing = nullptr);
  /// Left and right side of a continuous assignment or of assign/force
  /// (10.3, 10.6): rhs converted to lhs's type.
  std::pair<const Expr *, const Expr *>
  bindAssignmentSides(const syntax::ExprSyntax &lhs, const syntax::ExprSyntax &rhs, LvalueUse use);
  /// Converts a finished self-determined expression as an assignment does
  /// (10.7, 10.8); reports incompatible types.
  const Expr &convertAssign(const Expr &expr, const Type &target, support::SourceLoc loc);

  //===-- Calls -----------------------------------------------------------------===//

  /// An expression statement: call of a task, function (void, or `isVoidCast`),
  /// system task, method; increment; assignment. Warns about dropped results.
  const Expr &bindStatementExpr(const syntax::ExprSyntax &syntax, bool isVoidCast);

  //===-- Patterns --------------------------------------------------------------===//

  /// An assignment pattern without type for a known target (10.9).
  const Expr &bindAssignmentPatternTo(const syntax::AssignmentPatternExprSyntax &syntax,
                                      const Type &target);

  /// The value that a variable of this type starts with if some member of a
  /// structure within it has a default (7.2.2); null: the plain default value.
  const Expr *structureDefault(const Type &type, support::SourceRange range);

  //===-- Clocking blocks (14) ----------------------------------------------------===//

  /// A select of the variable `object` with the selects that follow a name.
  const Expr &selectOf(const Expr &object, llvm::ArrayRef<const syntax::ExprSyntax *> selects);
  /// $realtime.
  const Expr &currentTime(support::SourceRange range);
  /// A comparison, or an operation on bits, of finished operands.
  const Expr &binary(syntax::BinaryOp op, const Expr &lhs, const Expr &rhs);
  const Expr &complement(const Expr &operand);
  const Expr &allOnes(const Type &type, support::SourceRange range);

  //===-- Making nodes ------------------------------------------------------------===//

  const Expr &invalid(support::SourceRange range);
  /// An integral constant of a type.
  const Expr &integerConstant(int64_t value, const Type &type, support::SourceRange range);
  /// base[index] of a bound array or vector and a constant index; base[left:right].
  const Expr &elementSelect(const Expr &base, int64_t index, support::SourceRange range);
  const Expr &rangeSelect(const Expr &base, int64_t left, int64_t right,
                          support::SourceRange range);
  /// The value of what a name found, with the selects that follow it.
  const Expr &objectOf(const struct LookupResult &result,
                       llvm::ArrayRef<const syntax::ExprSyntax *> selects);
  /// A use of a value symbol; marks captured variables; parameters become constants.
  const Expr &namedValue(const ValueSymbol &symbol, const HierarchicalPath *path,
                         support::SourceRange range);

private:
  // First pass: names are resolved and every node gets its self-determined type. Operands of
  // context-determined operators stay *open*: they wait for the size of the context. Second
  // pass: `propagate` carries the context's type down and folds on the way back (11.8.2).

  // ExprBinder.cpp
  Expr *create(const syntax::ExprSyntax &syntax, const Type *target = nullptr);
  Expr *createSpecial(const syntax::ExprSyntax &syntax, const Type *target);
  const Expr *finish(Expr *expr);
  const Expr *propagate(Expr *expr, const Type &type);
  const Expr *propagateChain(BinaryExpr &root, const Type &type);
  const Expr *propagateConditional(ConditionalExpr &expr, const Type &type);
  const Expr *fold(Expr *expr);
  const Expr *selfDetermined(const syntax::ExprSyntax &syntax) {
    const Expr *expr = finish(create(syntax));
    return expr->kind == ExprKind::Interface ? notAValue(*expr) : expr;
  }
  const Expr *notAValue(const Expr &interface);
  template <typename T, typename... Args>
  T *make(Args &&...args);
  template <typename T>
  llvm::ArrayRef<T> copy(llvm::ArrayRef<T> items);
  Expr *bad(support::SourceRange range);
  Expr *error(support::SourceRange range, diag::Id id);
  Expr *error(support::SourceRange range, diag::Id id, llvm::StringRef first,
              llvm::StringRef second = {});
  Expr *unsupported(support::SourceRange range, const llvm::Twine &what, llvm::StringRef clause);
  bool isTruthType(const Type &type);

  // Literals.cpp
  Expr *createLiteral(const syntax::LiteralExprSyntax &syntax);
  Expr *createKeyword(const syntax::KeywordExprSyntax &syntax);
  Expr *createString(const syntax::LiteralExprSyntax &syntax);
  Expr *createTime(const syntax::LiteralExprSyntax &syntax);

  // Operators.cpp
  Expr *createUnary(const syntax::UnaryExprSyntax &syntax);
  Expr *makeUnary(syntax::UnaryOp op, Expr *operand, support::SourceRange range);
  Expr *createBinary(const syntax::BinaryExprSyntax &syntax);
  Expr *compareTypes(const syntax::BinaryExprSyntax &syntax);
  Expr *makeBinary(syntax::BinaryOp op, Expr *lhs, Expr *rhs, support::SourceRange range);
  Expr *makeArithmetic(syntax::BinaryOp op, Expr *lhs, Expr *rhs, support::SourceRange range);
  Expr *makeShift(syntax::BinaryOp op, Expr *lhs, Expr *rhs, support::SourceRange range);
  Expr *makeComparison(syntax::BinaryOp op, Expr *lhs, Expr *rhs, support::SourceRange range);
  Expr *makeLogical(syntax::BinaryOp op, Expr *lhs, Expr *rhs, support::SourceRange range);
  Expr *badOperands(syntax::BinaryOp op, const Expr &lhs, const Expr &rhs,
                    support::SourceRange range);
  Expr *createConditional(const syntax::ConditionalExprSyntax &syntax, const Type *target);
  Expr *createAlternative(const syntax::ExprSyntax &syntax, const Type *target, bool isChosen);
  Expr *createInside(const syntax::InsideExprSyntax &syntax);
  struct OpenItem {
    Expr *low;
    Expr *high;
  };
  OpenItem createTolerance(const syntax::ValueRangeExprSyntax &syntax);
  OpenItem createItem(const syntax::ExprSyntax &syntax, bool isInside);
  const Type *commonType(const Expr &selector, llvm::ArrayRef<OpenItem> items, bool isInside);
  CaseBinding bindTypeCase(const syntax::ExprSyntax &selector,
                           llvm::ArrayRef<syntax::List<syntax::ExprSyntax>> labels);
  const Expr *toCommon(Expr *expr, const Type &type);

  // Conversions.cpp
  const Expr *assignTo(Expr *expr, const Type &target, bool isImplicit = true);
  const Expr *assignIntegral(Expr *expr, const Type &target, bool isImplicit);
  const Expr *assignStream(const StreamingExpr &stream, const Type &target);
  const Expr *assignAggregate(const Expr &expr, const Type &target);
  const Expr *convertNumeric(const Expr &expr, const Type &target, bool isImplicit);
  const Expr *convertToContext(const Expr &expr, const Type &type);
  const Expr *convertUnsized(const ConstantExpr &expr, const Type &type);
  const Expr *convertRaw(const Expr &expr, const Type &target, ConversionKind kind,
                         bool isImplicit);
  const Expr *asString(const Expr &expr);
  const Expr *stringToArray(const StringConstantExpr &text, const UnpackedArrayType &array);
  bool isStringLiteral(const Expr &expr);
  const Expr *ensureType(const Expr *expr, const Type &type);
  const Expr *seal(const Expr *expr);
  Expr *createCast(const syntax::CastExprSyntax &syntax, const Type *target);
  Expr *castTo(const syntax::CastExprSyntax &syntax, const Type &type);
  Expr *castSize(const syntax::CastExprSyntax &syntax);
  Expr *castSign(const Expr *operand, bool isSigned, support::SourceRange range);
  void warnWidth(const Expr &source, uint32_t from, const Type &target);

  // Names.cpp
  Expr *createName(const syntax::ExprSyntax &syntax, bool isStatement = false);
  Expr *interfaceValue(const LookupResult &result, support::SourceRange range);
  Expr *interfacesValue(const LookupResult &result, support::SourceRange range);
  Expr *interfaceArray(llvm::ArrayRef<Range> dimensions,
                       llvm::ArrayRef<const Expr *> interfaces, support::SourceRange range);
  Expr *symbolValue(const LookupResult &result, bool isStatement);
  Expr *applySelect(Expr *base, const syntax::ExprSyntax &select, bool isStatement);
  Expr *selectOfUntyped(Expr *base, const syntax::ExprSyntax &select);
  Expr *applyMember(Expr *base, const syntax::Name &name, support::SourceRange range,
                    bool isStatement);
  Expr *clockingSignal(const ClockingSignalSymbol &signal, const HierarchicalPath *path,
                       support::SourceRange range);
  Expr *modportExpr(const ModportExprSymbol &item, const HierarchicalPath *path);
  bool checkModport(const LookupResult &result, support::SourceRange range);

  // Selects.cpp
  Expr *applyElement(Expr *base, const syntax::ExprSyntax &index, support::SourceRange range);
  Expr *applyRange(Expr *base, const syntax::RangeSelectExprSyntax &syntax);
  const Expr *bindIndex(const syntax::ExprSyntax &syntax, const Expr *queue = nullptr);
  Expr *dynamicRange(const Expr &base, const syntax::RangeSelectExprSyntax &syntax);
  const Expr *makeElementSelect(const Expr &base, const Expr &index, support::SourceRange range);
  void warnIndex(const Range &declared, const Expr &index);
  void warnRange(support::SourceRange where, int64_t left, int64_t right, const Range &declared);
  Expr *simpleRange(const Expr &base, const syntax::RangeSelectExprSyntax &syntax,
                    const Range &declared);
  Expr *indexedRange(const Expr &base, const syntax::RangeSelectExprSyntax &syntax,
                     const Range &declared);
  const Type &sliceType(const Type &base, Range range);

  // Concats.cpp
  Expr *createConcat(const syntax::ConcatExprSyntax &syntax, const Type *target);
  Expr *createConcatOf(syntax::List<syntax::ExprSyntax> elements, support::SourceRange range);
  Expr *makeConcat(llvm::ArrayRef<const Expr *> elements, support::SourceRange range);
  Expr *joinedText(llvm::ArrayRef<const Expr *> elements, support::SourceRange range);
  Expr *createArrayConcat(const syntax::ConcatExprSyntax &syntax, const Type &target);
  Expr *createReplication(const syntax::ReplicationExprSyntax &syntax);
  Expr *createStreaming(const syntax::StreamingExprSyntax &syntax);
  const Expr *fixedStreamRange(const Expr &array, const UnpackedArrayType &type, const Expr &left,
                               const Expr &right, const syntax::StreamElementSyntax &syntax);
  const Expr *streamRange(const Expr &array, const syntax::StreamElementSyntax &syntax);
  std::optional<uint32_t> streamSlice(const syntax::ExprSyntax *syntax);
  bool checkConcatElement(const Expr &expr);

  // Patterns.cpp
  struct PatternKeys;
  Expr *createPattern(const syntax::AssignmentPatternExprSyntax &syntax, const Type *target);
  Expr *patternOf(const syntax::AssignmentPatternExprSyntax &syntax, const Type &type);
  Expr *positionalPattern(const syntax::AssignmentPatternExprSyntax &syntax, const Type &type,
                          llvm::ArrayRef<const Type *> elements);
  Expr *keyedPattern(const syntax::AssignmentPatternExprSyntax &syntax, const Type &type,
                     llvm::ArrayRef<const Type *> elements);
  bool collectKeys(const syntax::AssignmentPatternExprSyntax &syntax, const Type &type,
                   PatternKeys &keys);
  bool collectKey(const syntax::PatternEntrySyntax &entry, const Type &type, PatternKeys &keys);
  const Expr *keyedValue(PatternKeys &keys, const Type &type, support::SourceRange range);
  const Expr *keyedAggregate(PatternKeys &keys, const Type &type, support::SourceRange range);
  Expr *indexedPattern(const syntax::AssignmentPatternExprSyntax &syntax, const Type &type);
  Expr *dynamicPattern(const syntax::AssignmentPatternExprSyntax &syntax, const Type &type);
  Expr *assocPattern(const syntax::AssignmentPatternExprSyntax &syntax, const AssocArrayType &type);
  Expr *makePattern(const Type &type, llvm::ArrayRef<const Expr *> elements,
                    support::SourceRange range);
  bool elementTypes(const Type &type, llvm::SmallVectorImpl<const Type *> &elements);

  // Matching.cpp
  Expr *createTagged(const syntax::TaggedExprSyntax &syntax, const Type *target);
  Expr *createMatches(const syntax::MatchesExprSyntax &syntax);
  const Expr *bothTrue(const Expr *first, const Expr *second);
  const Expr *fieldOf(const Expr &base, const Field &field, support::SourceRange range);
  const Expr *bindPatternVariable(const Expr &operand, const syntax::Name &name);
  const Expr *matchPattern(const Expr &operand, const syntax::PatternSyntax &syntax,
                           syntax::CaseKind kind);
  const Expr *matchConstant(const Expr &operand, const syntax::ExprSyntax &syntax,
                            syntax::CaseKind kind);
  const Expr *matchTagged(const Expr &operand, const syntax::TaggedPatternSyntax &syntax,
                          syntax::CaseKind kind);
  const Expr *matchStructure(const Expr &operand, const syntax::StructPatternSyntax &syntax,
                             syntax::CaseKind kind);
  void openPatternScope();
  Expr *expandLet(const LetSymbol &let, syntax::List<syntax::ArgumentSyntax> arguments,
                  support::SourceRange range);
  bool bindLetArguments(const LetSymbol &let, syntax::List<syntax::ArgumentSyntax> arguments,
                        support::SourceRange range, BlockSymbol &scope);
  Expr *letArgument(const LetArgumentSymbol &argument);

  // Lvalues.cpp
  Expr *createAssignment(const syntax::AssignExprSyntax &syntax);
  Expr *createIncrement(const syntax::UnaryExprSyntax &syntax);
  const Expr *compoundValue(syntax::AssignOp op, const Expr &lhs, const syntax::ExprSyntax &rhs,
                            support::SourceRange range, const Expr *&read);
  std::pair<const Expr *, const Expr *>
  bindPatternSides(const syntax::AssignmentPatternExprSyntax &lhs, const syntax::ExprSyntax &rhs,
                   LvalueUse use);
  const Expr *bindStreamTarget(const Expr &lhs, const syntax::ExprSyntax &rhs);
  bool checkNamedLvalue(const NamedValueExpr &expr, LvalueUse use);
  bool checkSelectLvalue(const Expr &base, llvm::ArrayRef<const Expr *> indices, const Expr &select,
                         LvalueUse use);

  // Calls.cpp
  Expr *createCall(const syntax::CallExprSyntax &syntax, bool isStatement);
  Expr *callSubroutine(const SubroutineSymbol &subroutine, const HierarchicalPath *path,
                       syntax::List<syntax::ArgumentSyntax> arguments, support::SourceRange range,
                       bool isStatement);
  bool matchArguments(const SubroutineSymbol &subroutine,
                      syntax::List<syntax::ArgumentSyntax> arguments, support::SourceRange range,
                      llvm::SmallVectorImpl<const syntax::ArgumentSyntax *> &matched);
  const Expr *bindArgument(const VariableSymbol &formal, const syntax::ExprSyntax &syntax);
  bool checkCallable(const SubroutineSymbol &subroutine, support::SourceRange range,
                     bool isStatement);

  // SystemCalls.cpp
  const Type &processState();
  const Expr *bindMessage(const MailboxType &mailbox, const BuiltinInfo &info,
                          const syntax::ArgumentSyntax &argument);
  Expr *createStandardObject(const syntax::NewClassExprSyntax &syntax, const Type &target);
  Expr *createProcessSelf(const syntax::ExprSyntax &callee,
                          syntax::List<syntax::ArgumentSyntax> arguments,
                          support::SourceRange range);
  Expr *createSystemCall(const syntax::SystemCallExprSyntax &syntax, bool isStatement,
                         bool isVoidCast = false);
  bool checkMonitored(uint32_t row, llvm::ArrayRef<const Expr *> arguments);
  Expr *createMethodCall(const Expr &receiver, const syntax::Name &name,
                         syntax::List<syntax::ArgumentSyntax> arguments,
                         const syntax::WithClauseSyntax *with, support::SourceRange range,
                         bool isStatement);

  // ArrayMethods.cpp
  Expr *createNewArray(const syntax::NewArrayExprSyntax &syntax, const Type *target);
  Expr *createArrayMethod(const Expr &receiver, const syntax::Name &name,
                          syntax::List<syntax::ArgumentSyntax> arguments,
                          const syntax::WithClauseSyntax *with, support::SourceRange range,
                          bool isStatement);
  bool bindArrayArguments(uint32_t row, const Expr &receiver,
                          syntax::List<syntax::ArgumentSyntax> arguments,
                          support::SourceRange range, llvm::SmallVectorImpl<const Expr *> &bound);
  const Expr *bindKey(const Type &array, const syntax::ExprSyntax &syntax);
  const Expr *bindWith(uint32_t row, const Expr &receiver,
                       syntax::List<syntax::ArgumentSyntax> arguments,
                       const syntax::WithClauseSyntax &with, const VariableSymbol *&iterator);
  const Type *arrayMethodType(uint32_t row, const Type &array, const Expr *with,
                              support::SourceRange range);
  const Expr *arraySize(const Expr &array, support::SourceRange range);
  const Expr *bindSystemArgument(char rule, const syntax::ArgumentSyntax &argument);
  const Expr *checkMemory(const Expr *expr);
  const Expr *checkAddresses(const Expr *expr);
  const Expr *checkNetBit(const Expr *expr);
  const Expr *bindScopeArgument(const syntax::ExprSyntax &syntax);
  const Expr *bindRealArgument(const syntax::ExprSyntax &syntax);
  const Expr *bindIntegerArgument(const syntax::ExprSyntax &syntax);
  bool bindSystemArguments(uint32_t row, syntax::List<syntax::ArgumentSyntax> arguments,
                           support::SourceRange range, llvm::SmallVectorImpl<const Expr *> &bound);
  const Type &resultType(uint32_t row, llvm::ArrayRef<const Expr *> arguments,
                         const Type *receiver);

  // Queries.cpp
  Expr *createQuery(uint32_t row, const syntax::SystemCallExprSyntax &syntax);
  Expr *queryDimension(uint32_t row, const Type &type, const syntax::SystemCallExprSyntax &syntax);
  Expr *queryString(uint32_t row, const syntax::ExprSyntax &operand, support::SourceRange range);
  Expr *queryKeys(uint32_t row, const Expr &array, const AssocArrayType &type,
                  support::SourceRange range);
  Expr *queryDynamic(uint32_t row, const syntax::ExprSyntax &operand, support::SourceRange range);
  Expr *integerResult(int64_t value, support::SourceRange range);
  const Type *queryOperand(const syntax::ExprSyntax &syntax, bool &isUnbounded);

  Compilation &compilation;
  BindContext context;
  TypeContext &types;
  support::DiagnosticEngine &diagnostics;
  /// The name being bound is the target of an assignment: for modport directions.
  bool isTarget = false;
  /// The queue whose index is being bound: `$` is its last index (7.10.1).
  const Expr *indexedQueue = nullptr;
};

/// The truth of a condition as far as its constant parts decide it.
std::optional<bool> knownTruth(const Expr &condition);

} // namespace circtsim::sema

#endif
