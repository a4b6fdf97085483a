//===- BuiltinTable.cpp - the front end's view of Builtins.def ------------------===//
//
// The table that the .def file describes, and a hashed index of its names. Both are
// constant after the first use.
//
//===----------------------------------------------------------------------===//
#include "Sema/Expr/BuiltinTable.h"

#include "llvm/ADT/StringMap.h"

using namespace circtsim::sema;

namespace {
constexpr BuiltinInfo rows[] = {
#define BUILTIN(Id, Name, Kind, MinArgs, MaxArgs, Result, Args, Clause)                            \
  {Name, BuiltinKind::Kind, MinArgs, MaxArgs, BuiltinResult::Result, Args, Clause},
#include "Builtins/Builtins.def"
};
} // namespace

const BuiltinInfo &circtsim::sema::builtinInfo(uint32_t row) { return rows[row]; }

std::string BuiltinInfo::argCountText() const {
  if (maxArgs == 0)
    return "no arguments";
  std::string text = std::to_string(minArgs);
  if (maxArgs < 0)
    text = "at least " + text;
  else if (maxArgs != minArgs)
    text += " to " + std::to_string(maxArgs);
  int last = maxArgs < 0 ? minArgs : maxArgs;
  return text + (last == 1 ? " argument" : " arguments");
}

std::optional<uint32_t> circtsim::sema::findBuiltin(llvm::StringRef name) {
  static const llvm::StringMap<uint32_t> index = [] {
    llvm::StringMap<uint32_t> map;
    for (uint32_t row = 0; row < std::size(rows); ++row)
      map.try_emplace(rows[row].name, row);
    return map;
  }();
  auto it = index.find(name);
  if (it == index.end())
    return std::nullopt;
  return it->second;
}
