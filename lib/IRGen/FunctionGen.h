//===- FunctionGen.h - code of one process or function ----------*- C++ -*-===//
//
// Emits statements and expressions into one region. Expressions of singular
// types become SSA values; aggregates are handled by reference. Files: ExprGen
// (dispatch, constants, names, conversions), OperatorGen, SelectGen (lvalues
// and selects), AssignGen, AggregateGen, CallGen, SystemCallGen, StmtGen,
// LoopGen, TimingGen, ForkGen.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_IRGEN_FUNCTIONGEN_H
#define CIRCTSIM_IRGEN_FUNCTIONGEN_H

#include "IRGen/BodyGen.h"

namespace circtsim::irgen {

/// A place that can be assigned.
struct LValue {
  enum Kind : uint8_t {
    Ref,       ///< `ref`: a scalar, bits of a vector, or a whole aggregate
    Parts,     ///< concatenation: `parts`, most significant first
    Elements,  ///< slice of an unpacked array, or a pattern: `parts` in order
    Byte,      ///< character `index` of the string at `ref`
    Stream,    ///< {<< slice {parts}} / {>> {parts}}
    Slice,     ///< elements `index` to `last` of the dynamic array or queue at `ref`
  };
  Kind kind = Ref;
  const sema::Type *type = nullptr;
  mlir::Value ref, index, last;
  const sema::Type *array = nullptr; ///< Slice: of the whole array
  std::vector<LValue> parts;
  uint32_t slice = 0; ///< Stream: bits per slice; 0: left to right
};

class FunctionGen {
public:
  /// `parent`: the function whose fork branch or thunk this is.
  FunctionGen(BodyGen &body, mlir::Region &region, const sema::Scope *scope,
              FunctionGen *parent = nullptr);

  //===-- Frame of the function ---------------------------------------------===//
  void setLocation(support::SourceLoc loc) { location = body.design.locate(loc); }
  /// Creates the entry block (with the region's argument types given).
  void begin(mlir::TypeRange arguments = {});
  mlir::Block *entryBlock() { return entry; }
  mlir::Value argument(unsigned i) { return entry->getArgument(i); }
  void emitReturn(mlir::ValueRange values = {});
  void emitHalt();
  /// Binds an automatic variable to storage.
  void bind(const sema::ValueSymbol &symbol, mlir::Value ref) { locals[&symbol] = ref; }
  /// New storage for an automatic variable, default-initialised.
  mlir::Value createLocal(const sema::VariableSymbol &variable);
  /// Subroutine being generated, for `return`.
  const sema::SubroutineSymbol *subroutine = nullptr;
  /// A process without a stack of its own.
  bool isStatic = false;

  //===-- Statements -----------------------------------------------------------===//
  void emit(const sema::Stmt *stmt);
  void emitSubroutine(const sema::SubroutineSymbol &symbol);
  void emitWaitOnReads(const ReadSet &reads, bool isCondition = false, bool withoutWritten = false);

  //===-- Expressions ------------------------------------------------------------===//
  /// Value of a singular expression, of type types.storage(*expr.type).
  mlir::Value emit(const sema::Expr &expr);
  /// Storage that holds an aggregate's value (possibly the object itself).
  mlir::Value emitAggregate(const sema::Expr &expr);
  /// Two-state truth (12.4).
  mlir::Value emitCondition(const sema::Expr &expr);
  LValue emitLValue(const sema::Expr &expr);
  mlir::Value load(const LValue &place);
  void store(const LValue &place, mlir::Value value);
  void assign(const sema::Expr &lhs, const sema::Expr &rhs);
  /// Stores a value (or copies an aggregate) held by `value`.
  /// `moves`: the value is a temporary that nobody else uses.
  void storeAny(const LValue &place, mlir::Value value, bool moves = false);
  mlir::Value convert(mlir::Value value, const sema::Type &from, const sema::Type &to);
  /// The same of an unpacked value by a continuous assignment; `driver`: its slot, or empty.
  void assignUnpacked(const sema::Expr &lhs, const sema::Expr &rhs, llvm::StringRef driver,
                      llvm::ArrayRef<const sema::Expr *> delays);
  /// Calls the resolution function for a net, or for each net of an array (6.6.7).
  void emitResolution(const sema::Type &type, mlir::Value net, const sema::SubroutineSymbol &resolver,
                      llvm::ArrayRef<const sema::Expr *> delays);
  /// Rise, fall and turn-off delays in ticks of one to three delay expressions (28.16); of none,
  /// none.
  llvm::SmallVector<mlir::Value, 3> emitDelays(llvm::ArrayRef<const sema::Expr *> delays);
  /// Delay expression in ticks (i64), scaled from the module's time unit.
  mlir::Value emitTicks(const sema::Expr &delay);
  mlir::Value emitDelay(const sema::DelayTiming &timing);
  mlir::Value constantInt(unsigned width, uint64_t value);
  /// The smaller of two unsigned values.
  mlir::Value smallerOf(mlir::Value x, mlir::Value y);
  mlir::Value coerce(mlir::Value value, mlir::Type type);

  template <typename Op, typename... Args> auto make(Args &&...args) {
    return Op::create(b, location, std::forward<Args>(args)...);
  }

  BodyGen &body;
  mlir::OpBuilder b;
  mlir::Location location;

private:
  struct Jump {
    mlir::Block *breakTo = nullptr, *continueTo = nullptr;
    size_t scopeDepth = 0;
  };
  struct ActiveScope {
    const sema::Symbol *target;
    mlir::Block *exit;
    llvm::StringRef entered; ///< symbol given to enter_scope; empty: only lexical
  };

  // ExprGen
  mlir::Value emitConstant(const value::LogicVector &v, const sema::Type &type);
  mlir::Value emitNamed(const sema::NamedValueExpr &expr);
  mlir::Value refOf(const sema::NamedValueExpr &expr);
  mlir::Value memberRef(const sema::NamedValueExpr &expr, bool isLenient);
  mlir::Value instanceBehind(const sema::HierarchicalPath &path, const sema::BodySymbol &body,
                             bool isLenient);
  mlir::SymbolRefAttr symbolOf(const sema::NamedValueExpr &named);
  mlir::Value emitInterface(const sema::InterfaceExpr &expr);
  mlir::Value capture(const sema::ValueSymbol &symbol);
  mlir::Value emitConversion(const sema::ConversionExpr &expr);
  mlir::Value emitString(llvm::StringRef text);
  mlir::Value convertIntegral(mlir::Value v, bool isSigned, mlir::Type to);
  mlir::Value unsupported(const sema::Expr &expr, llvm::StringRef what, llvm::StringRef clause);
  mlir::Value poison(const sema::Type &type);
  // OperatorGen
  mlir::Value emitUnary(const sema::UnaryExpr &expr);
  mlir::Value emitBinary(const sema::BinaryExpr &expr);
  mlir::Value emitArithmetic(const sema::BinaryExpr &expr, mlir::Value l, mlir::Value r);
  mlir::Value emitRealBinary(const sema::BinaryExpr &expr, mlir::Value l, mlir::Value r);
  mlir::Value emitStringCompare(const sema::BinaryExpr &expr, mlir::Value l, mlir::Value r);
  mlir::Value emitComparison(const sema::BinaryExpr &expr);
  mlir::Value emitIntegralComparison(syntax::BinaryOp op, bool isSigned, mlir::Value l, mlir::Value r);
  mlir::Value emitShift(const sema::BinaryExpr &expr);
  mlir::Value emitLogical(const sema::BinaryExpr &expr);
  mlir::Value emitShortCircuit(const sema::BinaryExpr &expr);
  mlir::Value emitConditional(const sema::ConditionalExpr &expr);
  mlir::Value emitBranchingConditional(const sema::ConditionalExpr &expr);
  mlir::Value emitIncrement(const sema::UnaryExpr &expr);
  mlir::Value emitConcat(const sema::ConcatExpr &expr);
  mlir::Value emitReplication(const sema::ReplicationExpr &expr);
  mlir::Value emitStreaming(const sema::StreamingExpr &expr);
  mlir::Value emitInside(const sema::InsideExpr &expr);
  mlir::Value emitInsideElements(mlir::Value operand, const sema::Type &type, const sema::Type &arrayType,
                                 const sema::Expr &item, mlir::Value array);
  mlir::Value emitInsideElement(mlir::Value operand, const sema::Type &type, const sema::Type &elementType,
                                const sema::Expr &item, mlir::Value element);
  mlir::Value emitInsideDynamic(mlir::Value operand, const sema::Type &type, const sema::Type &arrayType,
                                const sema::Expr &item, mlir::Value array);
  mlir::Value emitBitStream(const sema::Expr &source, mlir::Type &streamType);
  mlir::Value emitBitStreamCast(const sema::ConversionExpr &expr);
  void assignStream(const sema::StreamingExpr &target, const sema::Expr &source);
  bool emitStreamParts(const sema::Type &type, mlir::Value ref, llvm::SmallVectorImpl<mlir::Value> &parts);
  bool addStreamPlaces(const sema::Type &type, mlir::Value ref, std::vector<LValue> &places);
  mlir::Value truth(mlir::Value value);
  mlir::Value invert(mlir::Value value);
  mlir::Value emitTruth(const sema::Expr &expr);
  // SelectGen
  mlir::Value emitIndex(const sema::Expr &index);
  mlir::Value emitPackedIndex(const sema::Type &base, const sema::Expr &index);
  mlir::Value emitPackedRangeStart(const sema::RangeSelectExpr &expr);
  mlir::Value emitUnpackedIndex(const sema::UnpackedArrayType &array, const sema::Expr &index);
  mlir::Value emitSelect(const sema::Expr &expr);
  mlir::Value extractBits(mlir::Value v, mlir::Value index, std::optional<int64_t> lo, const sema::Type &type);
  bool isAddressable(const sema::Expr &expr);
  /// `isWritten`: elements of queues and associative arrays are made if need be.
  mlir::Value emitRef(const sema::Expr &expr, bool isWritten = false);
  mlir::Value bitsRef(mlir::Value ref, mlir::Value index, std::optional<int64_t> lo, const sema::Type &type);
  LValue emitSlice(const sema::RangeSelectExpr &expr);
  static std::optional<int64_t> constantLow(const sema::Expr &select);
  // AssignGen
  mlir::Value emitAssignment(const sema::AssignmentExpr &expr);
  void emitTimedAssignment(const sema::AssignmentExpr &expr);
  void emitNonblocking(const sema::AssignmentExpr &expr);
  void emitNba(const LValue &place, mlir::Value value, mlir::Value after,
               const sema::TimingControl *event);
  mlir::Value piece(mlir::Value value, uint32_t lo, const sema::Type &type);
  mlir::Value emitRight(const sema::Expr &rhs);
  struct LaterEvents {
    llvm::SmallVector<int32_t> edges;
    llvm::SmallVector<mlir::Value> refs;
    mlir::Value repeat;
  };
  LaterEvents emitLaterEvents(const sema::TimingControl *event);
  void emitTriggerOnEvent(const sema::Expr &event, const sema::TimingControl *timing);
  // AggregateGen
  bool isTemporary(const sema::Expr &expr);
  // ArrayGen
  struct Key {
    mlir::Value word, isUnknown;
  };
  struct Cursor {
    const sema::Type *type = nullptr;
    mlir::Value ref;
  };
  mlir::Value typeNumber(mlir::Type type);
  mlir::Value typeNumber(const sema::Type &type) { return typeNumber(types().storage(type)); }
  void callRuntime(llvm::StringRef name, mlir::ValueRange operands) {
    make<csim::RtOp>(mlir::TypeRange{}, name, operands, false);
  }
  Key emitKey(const sema::AssocArrayType &array, const sema::Expr &key);
  Key keyOf(const sema::Type *type, mlir::Value value, bool isSigned);
  mlir::Value keyValue(const sema::Type *type, mlir::Value word);
  mlir::Type keyWordType(const sema::AssocArrayType &array);
  std::pair<mlir::Value, mlir::Value> stepKey(const sema::AssocArrayType &array, mlir::Value ref,
                                              mlir::Value key, unsigned way);
  std::pair<mlir::Value, mlir::Value> assocEntry(const sema::AssocArrayType &type, mlir::Value array,
                                                 mlir::Value position);
  void storeLocal(const sema::VariableSymbol &variable, mlir::Value value);
  mlir::Value elementRef(mlir::Value base, const sema::Type &array, const sema::Expr &index, bool isWritten);
  mlir::Value arrayRef(const sema::Expr &array, bool isWritten);
  mlir::Value insertElement(mlir::Value array, const sema::Type &type, mlir::Value index);
  void pushValue(mlir::Value array, const sema::Type &type, mlir::Value index, const sema::Expr &value);
  void pushElement(mlir::Value array, const sema::Type &type, mlir::Value value, bool moves);
  mlir::Value emitNewArray(const sema::NewArrayExpr &expr);
  mlir::Value emitArrayConcat(const sema::ConcatExpr &expr);
  void emitDynamicPattern(const sema::PatternExpr &expr, mlir::Value into);
  std::pair<mlir::Value, mlir::Value> sliceBounds(const sema::RangeSelectExpr &expr);
  mlir::Value emitQueueSlice(const sema::RangeSelectExpr &expr);
  mlir::Value convertArray(mlir::Value value, const sema::Type &from, const sema::Type &to);
  bool appendInPlace(const sema::Expr &lhs, const sema::Expr &rhs);
  void emitForeachKeys(const sema::ForeachStmt &stmt, const sema::AssocArrayType &array, mlir::Value ref,
                       unsigned dimension);
  // ArrayMethodGen
  mlir::Value emitArrayMethod(const sema::MethodCallExpr &expr);
  mlir::Value emitDelete(const sema::MethodCallExpr &expr);
  mlir::Value emitPop(const sema::MethodCallExpr &expr, bool isLast);
  mlir::Value emitBound(const sema::MethodCallExpr &expr, unsigned way);
  mlir::Value emitTraversal(const sema::MethodCallExpr &expr, unsigned way);
  mlir::Value countOf(const Cursor &cursor);
  void visitElements(const sema::MethodCallExpr &expr, const Cursor &cursor, bool isBackward, mlir::Block *exit,
                     llvm::function_ref<void(mlir::Value element, mlir::Value index)> visit);
  mlir::Value emitFind(const sema::MethodCallExpr &expr, const Cursor &cursor);
  mlir::Value emitReduction(const sema::MethodCallExpr &expr, const Cursor &cursor);
  void storeMapped(mlir::Value result, const sema::AssocArrayType &type, const Key &key, mlir::Value value,
                   bool moves);
  mlir::Value emitMap(const sema::MethodCallExpr &expr, const Cursor &cursor);
  std::pair<mlir::Value, mlir::Value> emitKeys(const sema::MethodCallExpr &expr, const Cursor &cursor);
  mlir::Value emitPattern(const sema::PatternExpr &expr, mlir::Value into);
  mlir::Value temporary(const sema::Type &type);
  mlir::Value partRef(mlir::Value aggregate, const sema::Type &type, unsigned index);
  // CallGen
  mlir::Value emitRefArgument(const sema::Expr &actual, syntax::PortDirection direction);
  mlir::Value emitCall(const sema::CallExpr &expr);
  mlir::Value emitSystemCall(const sema::SystemCallExpr &expr);
  mlir::Value emitDeferredDisplay(const sema::SystemCallExpr &expr);
  mlir::Value emitMethodCall(const sema::MethodCallExpr &expr);
  void addArgument(const sema::Expr &expr, char rule, llvm::SmallVectorImpl<mlir::Value> &operands,
                   llvm::SmallVectorImpl<mlir::Attribute> &infos,
                   llvm::SmallVectorImpl<std::pair<LValue, mlir::Value>> &copyOut);
  void addValueArgument(const sema::Expr &expr, llvm::SmallVectorImpl<mlir::Value> &operands,
                        llvm::SmallVectorImpl<mlir::Attribute> &infos);
  mlir::Value emitSysCallOp(llvm::StringRef name, const sema::Type &type, mlir::ValueRange operands,
                            llvm::ArrayRef<mlir::Attribute> infos, bool maySuspend = false);
  mlir::Value runtime(llvm::StringRef name, mlir::ValueRange operands, mlir::Type result);
  // StmtGen, LoopGen
  void emitBlock(const sema::BlockStmt &stmt);
  void emitScoped(const sema::Symbol *target, const sema::Scope *newScope, llvm::function_ref<void()> emitBody);
  void emitVariableDecl(const sema::VariableDeclStmt &stmt);
  void emitIf(const sema::IfStmt &stmt);
  void emitCase(const sema::CaseStmt &stmt);
  void emitUniqueIf(const sema::IfStmt &stmt);
  static bool isUnique(syntax::UniqueKind kind);
  static bool hasDisjointLabels(const sema::CaseStmt &stmt);
  void emitOverlapCheck(const sema::CaseStmt &stmt, mlir::Value selector,
                        llvm::SmallVectorImpl<mlir::Value> &matches);
  void emitOverlapReport(syntax::UniqueKind kind, llvm::StringRef statement,
                         llvm::ArrayRef<mlir::Value> conditions);
  void emitViolation(syntax::UniqueKind kind, llvm::StringRef statement, llvm::StringRef what);
  csim::FuncOp emitPostponed(llvm::StringRef base, const sema::Expr *place,
                     llvm::function_ref<void(FunctionGen &)> code);
  void emitCastTask(const sema::SystemCallExpr &expr);
  void emitMessage(llvm::StringRef task, llvm::StringRef text);
  mlir::Value emitCaseMatch(const sema::CaseStmt &stmt, mlir::Value selector, const sema::InsideExpr::Item &label);
  mlir::Value emitInsideItem(mlir::Value operand, const sema::Type &type, const sema::InsideExpr::Item &item);
  void emitFor(const sema::ForStmt &stmt);
  void emitForeach(const sema::ForeachStmt &stmt);
  void emitForeachDimension(const sema::ForeachStmt &stmt, const sema::Type &type, mlir::Value ref,
                            unsigned dimension);
  void emitForeachBody(const sema::ForeachStmt &stmt, const sema::Type &element, mlir::Value ref,
                       unsigned dimension, mlir::Block *exit, mlir::Block *next);
  void emitLoop(const sema::Expr *condition, const sema::Stmt *body, bool testFirst,
                llvm::function_ref<void()> step);
  void emitCountedLoop(mlir::Value count, llvm::function_ref<void(mlir::Value i)> body);
  void emitRepeat(const sema::RepeatStmt &stmt);
  void emitReturnStmt(const sema::ReturnStmt &stmt);
  void emitDisable(const sema::DisableStmt &stmt);
  void emitProceduralAssign(const sema::ProceduralAssignStmt &stmt);
  mlir::Value partAt(mlir::Value object, const sema::Type &type, llvm::ArrayRef<unsigned> path);
  void emitForce(const LValue &place, const sema::Expr &rhs, uint32_t lo, bool isAssign);
  mlir::Value assertionState(const sema::ImmediateAssertStmt &stmt);
  void skipIf(mlir::Value state, unsigned bit, mlir::Block *otherwise);
  std::string saveKills(mlir::Value state);
  void returnIfKilled(const sema::ImmediateAssertStmt &stmt, llvm::StringRef kills);
  void emitAssert(const sema::ImmediateAssertStmt &stmt);
  void jump(mlir::Block *target, size_t scopeDepth);
  // PatternGen
  mlir::Value emitPatternTest(const sema::PatternTestExpr &expr);
  void checkTag(const sema::FieldSelectExpr &expr);
  void emitRandcase(const sema::RandcaseStmt &stmt);
  void emitRandsequence(const sema::RandsequenceStmt &stmt);
  void emitProduction(const sema::ProductionStmt &stmt);
  // TimingGen
  void emitTiming(const sema::TimingControl &timing, const sema::Stmt *controlled);
  void emitEvents(const sema::EventsTiming &timing);
  bool addEventRef(const sema::EventTermExpr &term, llvm::SmallVectorImpl<csim::Edge> &edges,
                   llvm::SmallVectorImpl<mlir::Value> &refs);
  void emitGeneralEvents(const sema::EventsTiming &timing);
  void emitWait(const sema::WaitStmt &stmt);
  void emitWaitOrder(const sema::WaitOrderStmt &stmt);
  mlir::Value prefixRef(const StaticPrefix &prefix);
  // ForkGen
  void emitFork(const sema::BlockStmt &stmt);

  mlir::Block *newBlock();
  void enter(mlir::Block *block) { b.setInsertionPointToEnd(block); }
  bool isOpen();
  void branch(mlir::Block *to, mlir::ValueRange operands = {});
  void condBranch(mlir::Value condition, mlir::Block *yes, mlir::Block *no);
  TypeLowering &types() { return body.design.types; }
  mlir::Type lowered(const sema::Expr &e) { return types().storage(*e.type); }
  mlir::FlatSymbolRefAttr scopeAttr();

  mlir::Region &region;
  mlir::Block *entry = nullptr;
  const sema::Scope *scope;
  FunctionGen *parent;
  llvm::DenseMap<const sema::ValueSymbol *, mlir::Value> locals;
  /// Values that stand for expressions evaluated before (compound assignment).
  llvm::DenseMap<const sema::Expr *, mlir::Value> known;
  /// Outer values of the arguments that capture() added, in order.
  llvm::SmallVector<mlir::Value, 4> captured;
  llvm::SmallVector<Jump, 4> loops;
  /// Ends of the productions being emitted: targets of `return` in them.
  llvm::SmallVector<Jump, 4> productions;
  llvm::SmallVector<ActiveScope, 4> activeScopes;
  mlir::Block *returnBlock = nullptr;
};

} // namespace circtsim::irgen

#endif
