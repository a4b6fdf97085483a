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

/// funcEntries: every id has an entry that may be called at any time.
class FunctionTable {
public:
  FunctionTable(const model::DesignImage &image, model::Arena &arena)
      : image(image), arena(arena) {}

  FunctionProvider *provider = nullptr;
  /// Entry of the interpreter, installed for every function that has no other.
  model::Entry interpreterEntry = nullptr;

  /// The function, materialised; null if that is impossible (the provider has
  /// reported why, or there is none).
  model::Function *get(model::FuncId id) {
    if (id < byId.size() && byId[id]) [[likely]]
      return byId[id];
    return materialise(id);
  }
  model::Entry entry(model::FuncId id) const {
    return id < entries.size() && entries[id] ? entries[id] : interpreterEntry;
  }
  /// Installs code of another tier, or (null) returns to the interpreter.
  void install(model::FuncId id, model::Entry entry);
  void invalidate(model::FuncId id) { install(id, nullptr); }
  /// The frame shared by all activations of a static process function.
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
  std::vector<model::Entry> entries;
};

} // namespace circtsim::runtime

#endif
