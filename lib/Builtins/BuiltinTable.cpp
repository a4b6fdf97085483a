//===- BuiltinTable.cpp - the rows of Builtins.def at run time ---------------===//
//
// Two arrays made from the .def file: what is known of each row, and the function
// behind it. A row without a function does not link; a row of kind Query has no
// function and must never be called (the interpreter refuses a null entry).
//
//===----------------------------------------------------------------------===//
#include "Builtins/BuiltinTable.h"

#include <unordered_map>

namespace circtsim::builtins {

static constexpr BuiltinRow rows[] = {
#define BUILTIN(Id, Name, Kind, MinArgs, MaxArgs, Result, Args, Clause)                            \
  {Name, BuiltinKind::Kind, Clause},
#include "Builtins/Builtins.def"
};

template <BuiltinId id, BuiltinKind kind>
static constexpr runtime::BuiltinFunction functionOf() {
  if constexpr (kind == BuiltinKind::Query || kind == BuiltinKind::Array)
    return nullptr;
  else
    return &builtin<id>;
}

static constexpr runtime::BuiltinFunction functions[] = {
#define BUILTIN(Id, Name, Kind, MinArgs, MaxArgs, Result, Args, Clause)                            \
  functionOf<BuiltinId::Id, BuiltinKind::Kind>(),
#include "Builtins/Builtins.def"
};
static_assert(std::size(rows) == std::size(functions));

const BuiltinRow &builtinRow(BuiltinId id) { return rows[uint32_t(id)]; }

std::optional<uint32_t> findBuiltin(std::string_view name) {
  static const std::unordered_map<std::string_view, uint32_t> index = [] {
    std::unordered_map<std::string_view, uint32_t> map;
    for (uint32_t row = 0; row != std::size(rows); ++row)
      map.emplace(rows[row].name, row);
    return map;
  }();
  auto it = index.find(name);
  return it == index.end() ? std::nullopt : std::optional(it->second);
}

std::span<const runtime::BuiltinFunction> builtinFunctions() { return functions; }

} // namespace circtsim::builtins
