//===- BuiltinTable.h - the front end's view of Builtins.def ----*- C++ -*-===//
#ifndef CIRCTSIM_SEMA_EXPR_BUILTINTABLE_H
#define CIRCTSIM_SEMA_EXPR_BUILTINTABLE_H

#include "llvm/ADT/StringRef.h"

#include <cstdint>
#include <optional>
#include <string>

namespace circtsim::sema {

enum class BuiltinKind : uint8_t { Task, Function, Pure, Query, Method, PureMethod, Array };
enum class BuiltinResult : uint8_t {
  Void,
  Int,
  Uint,
  Integer,
  Time,
  Real,
  Bit,
  Logic1,
  String,
  LongInt,
  Arg0,
  Byte,
  Self,
};

/// Rows of Builtins.def in order; the value is SystemCallExpr::builtin.
enum class BuiltinRow : uint32_t {
#define BUILTIN(Id, Name, Kind, MinArgs, MaxArgs, Result, Args, Clause) Id,
#include "Builtins/Builtins.def"
};

/// One row; see the head of Builtins.def.
struct BuiltinInfo {
  llvm::StringLiteral name;
  BuiltinKind kind;
  int16_t minArgs, maxArgs;
  BuiltinResult result;
  llvm::StringLiteral args;
  llvm::StringLiteral clause;

  /// Rule letter of an argument; the last one repeats before a `*`.
  char argRule(unsigned index) const {
    size_t count = args.size();
    if (count && args[count - 1] == '*')
      --count;
    if (!count)
      return 'e';
    return args[index < count ? index : count - 1];
  }
  /// "no arguments", "1 argument", "1 to 3 arguments", "at least 2 arguments".
  std::string argCountText() const;
};

const BuiltinInfo &builtinInfo(uint32_t row);
inline const BuiltinInfo &builtinInfo(BuiltinRow row) { return builtinInfo(uint32_t(row)); }
/// "$display" or "string.len".
std::optional<uint32_t> findBuiltin(llvm::StringRef name);

} // namespace circtsim::sema

#endif
