//===- BuiltinTable.h - the rows of Builtins.def at run time ----*- C++ -*-===//
#ifndef CIRCTSIM_BUILTINS_BUILTINTABLE_H
#define CIRCTSIM_BUILTINS_BUILTINTABLE_H

#include "Runtime/BuiltinCall.h"

#include <optional>
#include <span>
#include <string_view>

namespace circtsim::builtins {

using runtime::BuiltinCall;
using runtime::BuiltinResult;

/// Rows in order; the value is CallDescriptor::builtin.
enum class BuiltinId : uint32_t {
#define BUILTIN(Id, Name, Kind, MinArgs, MaxArgs, Result, Args, Clause) Id,
#include "Builtins/Builtins.def"
};

enum class BuiltinKind : uint8_t { Task, Function, Pure, Query, Method, PureMethod, Array };

struct BuiltinRow {
  std::string_view name; ///< "$display", "string.len"
  BuiltinKind kind;
  std::string_view clause; ///< of IEEE 1800-2023
};

const BuiltinRow &builtinRow(BuiltinId id);
/// Row of a name such as "$display" or "string.len".
std::optional<uint32_t> findBuiltin(std::string_view name);
/// The row that a call names.
inline const BuiltinRow &builtinRow(const BuiltinCall &call) {
  return builtinRow(BuiltinId(call.descriptor.builtin));
}

/// What carries a row out. Arguments are as SystemCallGen leaves them: text of
/// literals in the descriptor, written variables and memories as references; the
/// receiver of a method first. Rows of kind Query have none.
template <BuiltinId id>
BuiltinResult builtin(BuiltinCall &call);

#define BUILTIN(Id, Name, Kind, MinArgs, MaxArgs, Result, Args, Clause)                            \
  template <>                                                                                      \
  BuiltinResult builtin<BuiltinId::Id>(BuiltinCall & call);
#include "Builtins/Builtins.def"

/// For SimContext::builtins: one entry per row, null for rows of kind Query, which
/// the front end folds.
std::span<const runtime::BuiltinFunction> builtinFunctions();

} // namespace circtsim::builtins

#endif
