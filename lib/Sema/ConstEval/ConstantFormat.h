//===- ConstantFormat.h - formatted output of constants ---------*- C++ -*-===//
#ifndef CIRCTSIM_SEMA_CONSTEVAL_CONSTANTFORMAT_H
#define CIRCTSIM_SEMA_CONSTEVAL_CONSTANTFORMAT_H

#include "Sema/ConstEval/ConstantValue.h"
#include "Sema/Expr/Expr.h"

#include <optional>
#include <string>

namespace circtsim::sema {

class BodySymbol;

/// The text that $display writes for these arguments (IEEE 1800-2023 21.2.1),
/// `values` being the values of `exprs`. String literals are formats, and the first
/// argument too if `isFirstFormat`, whatever its type ($sformatf). `scope` is the
/// name for %m; empty: not known. Nullopt: a value or a specification that has no
/// text before the simulation (%t, %v, %m without a scope).
std::optional<std::string> formatConstants(llvm::ArrayRef<const Expr *> exprs,
                                           llvm::ArrayRef<ConstantValue> values,
                                           llvm::StringRef scope, bool isFirstFormat = false);

/// The name that %m gives in `body`: of its first instance, from the top; a body that
/// instances share is elaborated once.
std::string firstPathOf(const BodySymbol &body);

} // namespace circtsim::sema

#endif
