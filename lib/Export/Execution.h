//===- Execution.h - code as multiplexers ------------------------------*- C++ -*-===//
#ifndef CIRCTSIM_EXPORT_EXECUTION_H
#define CIRCTSIM_EXPORT_EXECUTION_H

#include "Export/Conditions.h"
#include "Export/Symbolic.h"

#include "llvm/ADT/MapVector.h"

namespace circtsim::exporter {

class ModuleExport;

/// Follows the code of a process on all paths at once. Conditions that are constants
/// decide, so that loops with constant bounds are unrolled; at others both sides are
/// followed, and where they meet again what they stored is joined by multiplexers.
class Execution {
public:
  /// How what is stored is to be understood.
  enum class Mode {
    Combinational, ///< what is not assigned would be held: see ModuleExport::hold
    Clocked,       ///< what is not assigned keeps its value
    Initial        ///< before the start: constants
  };
  Execution(ModuleExport &owner, Mode mode);

  /// The bit of the signal has this value while the code is followed.
  void assume(mlir::Operation *signal, unsigned bit, bool value);
  /// Follows the body with these arguments.
  mlir::LogicalResult run(mlir::Region &body, llvm::ArrayRef<Symbolic> arguments = {});

  using Values = llvm::MapVector<Root, Symbolic>;
  struct State {
    Values now;  ///< after blocking assignments
    Values next; ///< nonblocking ones, to come
  };
  /// What was stored at the end, of signals; and which of their bits may be.
  struct Store {
    Symbolic value;
    llvm::APInt mask;
    mlir::Location loc;
  };
  llvm::MapVector<mlir::Operation *, Store> takeBlocking() { return take(false); }
  llvm::MapVector<mlir::Operation *, Store> takeNonblocking() { return take(true); }

private:
  using Node = Conditions::Node;
  /// A way into a block (or out of the region), with what it brings.
  struct Arrival {
    Node condition;
    State state;
    llvm::SmallVector<Symbolic> arguments;
  };
  /// Order of blocks and their loops in a region, outermost first.
  struct Shape {
    llvm::DenseMap<mlir::Block *, unsigned> order;
    llvm::DenseMap<mlir::Block *, llvm::SmallVector<mlir::Block *>> loops;
    llvm::DenseMap<mlir::StringAttr, mlir::Block *> scopeExits;
  };
  /// One execution of a block: iterations of the loops around it, then itself.
  using Turn = std::vector<std::pair<unsigned, unsigned>>;
  struct Frame {
    Shape *shape = nullptr;
    unsigned number = 0;
    llvm::DenseMap<mlir::Value, Symbolic> values;
    std::map<Turn, std::pair<mlir::Block *, std::vector<Arrival>>> pending;
    std::vector<Arrival> returns;
    mlir::Block *block = nullptr; ///< being executed
    Turn turn;
    Node condition = Conditions::True;
    State state;
    bool hasLeft = false; ///< by `disable`, or back at the head
  };

  Shape &shapeOf(mlir::Region &region);
  Turn turnOf(Frame &frame, mlir::Block *to) const;
  mlir::LogicalResult follow(mlir::Region &region, llvm::ArrayRef<Symbolic> arguments,
                             Node condition, State &state,
                             llvm::SmallVectorImpl<Symbolic> &results);
  mlir::LogicalResult executeBlock(Frame &frame);
  mlir::LogicalResult executeTerminator(Frame &frame, mlir::Operation *op);
  mlir::LogicalResult branch(Frame &frame, mlir::Operation *op, mlir::Block *to,
                             mlir::OperandRange operands, Node condition);
  mlir::LogicalResult branchOnSwitch(Frame &frame, csim::SwitchOp op);
  mlir::FailureOr<Arrival> join(std::vector<Arrival> &arrivals);
  void joinValues(mlir::Value select, Values &into, const Values &other, bool isNext);
  mlir::FailureOr<Symbolic> choose(mlir::Value select, const Symbolic &yes, const Symbolic &no);
  llvm::MapVector<mlir::Operation *, Store> take(bool isNext);

  mlir::LogicalResult execute(Frame &frame, mlir::Operation *op);
  mlir::LogicalResult executeCall(Frame &frame, csim::CallOp op);
  mlir::LogicalResult executeSystemCall(Frame &frame, csim::SysCallOp op);
  /// Failure if the operation has no meaning in hardware.
  mlir::FailureOr<Symbolic> evaluate(Frame &frame, mlir::Operation *op);
  mlir::FailureOr<Symbolic> fold(Frame &frame, mlir::Operation *op);
  mlir::FailureOr<Symbolic> evaluateIndex(Frame &frame, mlir::Operation *op);
  mlir::FailureOr<Symbolic> evaluatePlace(Frame &frame, mlir::Operation *op);
  mlir::Value evaluateLogic(Frame &frame, mlir::Operation *op);
  mlir::Value evaluateArith(Frame &frame, mlir::Operation *op);
  mlir::Value matchPattern(Frame &frame, mlir::Operation *op);
  mlir::Value countBits(mlir::Value value);
  Index indexOf(const Symbolic &value);
  bool isInvalid(const Symbolic &value) const;
  /// As bits in hardware: unknown bits are 0.
  mlir::Value bits(const Symbolic &value, mlir::Type type);
  mlir::Value operand(Frame &frame, mlir::Operation *op, unsigned i);
  Symbolic lookup(const Frame &frame, mlir::Value value) const {
    return frame.values.lookup(value);
  }

  // Places.
  mlir::FailureOr<Symbolic> load(Frame &frame, const Place &place, mlir::Type type);
  mlir::LogicalResult store(Frame &frame, const Place &place, Symbolic value, mlir::Type type,
                            bool isNext);
  Symbolic current(Frame &frame, Root root, uint64_t width);
  Symbolic baseOf(Root root, bool isNext);
  Symbolic selected(const Step &step, const Symbolic &from, unsigned fromWidth);
  Symbolic injected(const Symbolic &base, unsigned width, llvm::ArrayRef<Step> steps,
                    const Symbolic &value);
  mlir::Value selectBits(const Step &step, mlir::Value from);
  mlir::Value injectBits(const Step &step, mlir::Value base, mlir::Value part);
  void noteWrite(const Place &place);
  mlir::Value asBits(const Symbolic &value, unsigned width);

  ModuleExport &owner;
  Mode mode;
  CombBuilder &logic;
  Conditions conditions;
  IndexMath indices;
  State initial, final;
  llvm::MapVector<mlir::Operation *, std::pair<llvm::APInt, mlir::Location>> written;
  llvm::DenseMap<mlir::Region *, std::unique_ptr<Shape>> shapes;
  mlir::Operation *head = nullptr; ///< the wait at the head of a loop, once it was reached
  unsigned frames = 0, depth = 0, blocks = 0;
};

} // namespace circtsim::exporter

#endif // CIRCTSIM_EXPORT_EXECUTION_H
