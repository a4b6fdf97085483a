//===- FunctionTable.h - functions by FuncId ---------------------*- C++ -*-===//
#ifndef CIRCTSIM_RUNTIME_FUNCTIONTABLE_H
#define CIRCTSIM_RUNTIME_FUNCTIONTABLE_H

#include "Model/DesignImage.h"
#include "Model/Frame.h"

#include <deque>
#include <string>

namespace circtsim::runtime {

/// Makes function bodies on demand; the compile side implements it.
class FunctionProvider {
public:
  virtual ~FunctionProvider() = default;
  /// Fills DesignImage::functions[id].code. May append functions and types to
  /// the image. False, after reporting, if the body cannot be made.
  virtual bool materialise(model::FuncId id) = 0;
};

/// Is told of functions as they appear and get hot; tiers implement it.
class FunctionObserver {
public:
  virtual ~FunctionObserver() = default;
  /// The function has code now; may set hotAt and entry.
  virtual void materialised(model::Function &function) = 0;
  /// activations has reached hotAt; sets hotAt anew. May install an entry.
  virtual void hot(model::Function &function) = 0;
  /// Its activations have made LoopBudget jumps backwards in the interpreter; as hot().
  /// `isLong`: the last one alone has, and needs code that can be entered at loop heads.
  virtual void looping(model::Function &function, bool isLong) = 0;
  /// guardFailures has reached guardLookAt; sets it anew. May set fourStateEntry.
  virtual void guardFailed(model::Function &function) = 0;
  /// Generated code gave up at frame->pc; the interpreter goes on.
  virtual void deoptimised(model::Frame &frame) = 0;
};

/// Machine code that exists before the run.
class CompiledCode {
public:
  virtual ~CompiledCode() = default;
  /// Sets the entries of a function that has just been materialised. False if it has no
  /// code of its own there: an entry that leads to the interpreter.
  virtual bool install(model::Function &function) = 0;
};

/// funcEntries: every id has an entry that may be called at any time.
class FunctionTable {
public:
  FunctionTable(const model::DesignImage &image, model::Arena &arena)
      : image(image), arena(arena) {}

  FunctionProvider *provider = nullptr;
  FunctionObserver *observer = nullptr;
  CompiledCode *compiled = nullptr;
  /// Entry of the interpreter, installed for every function that has no other.
  model::Entry interpreterEntry = nullptr;
  /// Entry that calls measuredEntry and stops the time; stands before all other code. Null:
  /// nobody wants to know.
  model::Entry measuringEntry = nullptr;

  /// The function, materialised; null if that is impossible (the provider has
  /// reported why, or there is none).
  model::Function *get(model::FuncId id) {
    if (id < byId.size() && byId[id]) [[likely]]
      return byId[id];
    return materialise(id);
  }
  /// Installs code of another tier, or (null) returns to the interpreter.
  void install(model::Function &function, model::Entry entry) const {
    if (!entry)
      entry = interpreterEntry;
    if (measuringEntry && entry != interpreterEntry) {
      function.measuredEntry.store(entry, std::memory_order_release);
      entry = measuringEntry;
    }
    function.entry.store(entry, std::memory_order_release);
  }
  /// The code that was installed last.
  model::Entry installed(const model::Function &function) const {
    model::Entry entry = function.entry.load(std::memory_order_relaxed);
    return entry == measuringEntry ? function.measuredEntry.load(std::memory_order_relaxed) : entry;
  }
  /// The frame shared by all activations of a static process function. That of a shared body
  /// has an instance of its own, whose slots each activation sets.
  model::Frame *staticFrame(model::Function &function);

  template <typename Visit> void forEachFunction(Visit visit) {
    for (model::Function &f : functions)
      visit(f);
  }
  /// Functions materialised so far.
  uint64_t materialisedCount() const { return functions.size(); }

private:
  model::Function *materialise(model::FuncId id);

  const model::DesignImage &image;
  model::Arena &arena;
  std::deque<model::Function> functions; ///< in the order of first use
  std::vector<model::Function *> byId;
  std::deque<model::Instance> operandViews; ///< instances of the frames of shared bodies
};

} // namespace circtsim::runtime

#endif
