//===- Frame.h - functions and activation frames at run time ----*- C++ -*-===//
#ifndef CIRCTSIM_MODEL_FRAME_H
#define CIRCTSIM_MODEL_FRAME_H

#include "Model/Arena.h"
#include "Model/Code.h"
#include "Model/Instance.h"

#include <atomic>
#include <cstring>
#include <span>

namespace circtsim::runtime {
class SimContext;
}

namespace circtsim::model {

struct Frame;
struct Function;

/// Why code gave control back (blueprint, section 4).
enum class ExitStatus : uint32_t {
  Wait,   ///< suspended; the wait is already registered with the scheduler
  Call,   ///< the chain of frames was cut: whoever runs SimContext::continueAt goes on there,
          ///< everybody else leaves; null: the process has ended
  Return, ///< bottom frame returned, or the process ended
  Deopt,  ///< a guard failed; continue in the interpreter at frame->pc
  Finish, ///< end of the simulation was asked for
  Fault,  ///< run-time fault of the simulated program; SimContext::fault says which
};

/// Entry of a function in any tier.
using Entry = ExitStatus (*)(runtime::SimContext *, Frame *);

/// Jumps backwards of a function in the interpreter between two looks at whether the
/// activation has native code to go on in.
inline constexpr uint32_t LoopBudget = 2000;

/// Where an indirect call went last. `module` is the instance's: together with the tagged
/// id it decides that the call is legal. Code comes and goes, so that the entry is taken
/// from the function.
struct CallCache {
  uint64_t key = 0;
  ModuleId module = NoId; ///< NoId: nothing is known
  FuncId fid = NoId;
  Function *callee = nullptr;
};

/// A function as the run side uses it: raw views of its FunctionCode, which
/// stay valid when DesignImage::functions grows. `code` is null until the
/// function is materialised.
struct alignas(64) Function {
  // What an activation needs is one cache line.
  /// Code of the tier that executes it; may be set by another thread.
  std::atomic<Entry> entry = nullptr;
  uint64_t activations = 0;      ///< calls and activations so far
  uint64_t hotAt = ~uint64_t(0); ///< activations at which the observer is told
  Frame *staticFrame = nullptr;  ///< the one frame of a static process function
  const Instr *code = nullptr;
  const uint64_t *constants = nullptr;
  uint32_t constantSlots = 0;
  uint32_t frameBytes = 0; ///< header and slots
  uint32_t argumentSlots = 0;
  uint32_t resultSlot = 0, resultSlots = 0;
  FuncId id = NoId;
  bool maySuspend = false;
  uint64_t loops = 0;            ///< looks at loops so far, LoopBudget jumps apart
  uint64_t longLoops = 0;        ///< of these, behind another one in the same activation
  uint64_t loopActivation = 0;   ///< `activations` at the last look
  uint32_t loopBudget = LoopBudget; ///< jumps backwards in the interpreter until the next look
  uint64_t compileAskedAt = 0;   ///< `activations` when code was first asked for; 0: never
  bool isCompiledAhead = false;  ///< has code that was made before the run
  bool wantsLoopEntries = false; ///< asked for; code without them must not replace such code
  std::atomic<bool> hasLoopEntries = false; ///< `entry` can continue at loop heads
  /// What runs behind an `entry` that only measures time.
  std::atomic<Entry> measuredEntry = nullptr;
  /// Code that can continue where guards of `entry` fail; null: the interpreter does.
  std::atomic<Entry> fourStateEntry = nullptr;
  uint64_t guardFailures = 0;
  uint64_t guardLookAt = 1; ///< failures at which the observer is told
  std::span<const WaitDescriptor> waits;
  std::span<const CallDescriptor> calls;
  std::span<const ForkDescriptor> forks;
  std::span<const SwitchTable> switches;
  std::span<const SignatureId> callSites;
  std::span<const TypeId> types;
  std::span<const std::string> texts;
  std::span<const LineEntry> lines;
  uint32_t codeUnits = 0;
  bool isShared = false; ///< a body whose slots are the operands of the process
  std::unique_ptr<CallCache[]> callCaches; ///< one per call site
  std::unique_ptr<uint64_t[]> textHandles; ///< string objects of `texts`, made on first use
};

/// One activation. The slots follow the header. Frames live in the arena, so a
/// slot has a b-plane twin (used by addressable automatic variables only).
struct Frame {
  Frame *caller;       ///< null: bottom of a process or of a call from C++
  const Function *fn;
  Instance *instance;
  uint32_t pc;         ///< unit at which execution resumes
  uint32_t resultTo;   ///< caller's slot that takes the results

  uint64_t *slots() { return reinterpret_cast<uint64_t *>(this + 1); }
  const uint64_t *slots() const { return reinterpret_cast<const uint64_t *>(this + 1); }
};
static_assert(sizeof(Frame) == 32);

/// A piece of a process stack.
struct StackChunk {
  StackChunk *below;   ///< previous chunk of the same stack; next free chunk in the pool
  uint8_t *belowTop;   ///< top of the chunk below when this one was added
  uint64_t bytes;      ///< with this header: a power of two
  uint64_t unused;
  uint8_t *begin() { return reinterpret_cast<uint8_t *>(this + 1); }
  uint8_t *end() { return reinterpret_cast<uint8_t *>(this) + bytes; }
};

/// Free lists of stack chunks, by power of two.
class StackPool {
public:
  explicit StackPool(Arena &arena) : arena(arena) {}
  /// A chunk with room for at least `bytes` behind its header; null: arena full.
  StackChunk *take(uint64_t bytes);
  void give(StackChunk *chunk);

private:
  Arena &arena;
  StackChunk *freeLists[48] = {};
};

/// The frames of one process, in chunks that never move.
class FrameStack {
public:
  /// Pushes a frame of `fn` and copies its constants; the rest is left as it
  /// is. Null if the stack would exceed `limit` bytes (or the arena is full).
  Frame *push(StackPool &pool, const Function &fn, Instance *instance, Frame *caller,
              uint64_t limit) {
    if (uint64_t(end - top) < fn.frameBytes && !grow(pool, fn.frameBytes, limit))
      return nullptr;
    auto *frame = reinterpret_cast<Frame *>(top);
    top += fn.frameBytes;
    frame->caller = caller;
    frame->fn = &fn;
    frame->instance = instance;
    frame->pc = 0;
    uint64_t *slots = frame->slots();
    for (uint32_t i = 0, e = fn.constantSlots; i != e; ++i)
      slots[i] = fn.constants[i];
    return frame;
  }
  /// Frees `frame`, which must be the newest, and everything above it.
  void pop(StackPool &pool, Frame *frame) {
    auto *address = reinterpret_cast<uint8_t *>(frame);
    if (chunk->begin() == address && chunk->below)
      shrink(pool);
    else
      top = address;
  }
  /// Frees every frame above `frame` (which stays).
  void popAbove(StackPool &pool, Frame *frame);
  /// Frees everything.
  void clear(StackPool &pool);
  /// Calls `visit(first, last)` for the used words of each chunk.
  template <typename Visit> void forEachRange(Visit visit) const {
    uint8_t *limit = top;
    for (StackChunk *c = chunk; c; c = c->below) {
      visit(reinterpret_cast<uint64_t *>(c->begin()), reinterpret_cast<uint64_t *>(limit));
      limit = c->belowTop;
    }
  }
  uint64_t bytes() const { return total; }

private:
  bool grow(StackPool &pool, uint64_t need, uint64_t limit);
  void shrink(StackPool &pool);

  uint8_t *top = nullptr, *end = nullptr;
  StackChunk *chunk = nullptr;
  uint64_t total = 0;
};

} // namespace circtsim::model

#endif
