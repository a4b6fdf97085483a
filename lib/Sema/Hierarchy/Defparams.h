//===- Defparams.h - defparam on its way to its target ----------*- C++ -*-===//
#ifndef CIRCTSIM_SEMA_HIERARCHY_DEFPARAMS_H
#define CIRCTSIM_SEMA_HIERARCHY_DEFPARAMS_H

#include "Sema/Hierarchy/ElaborationState.h"

namespace circtsim::sema {

/// The defparams of a scope that go on into its member `name[indices]`.
void matchDefparams(ElaborationState &state, const Scope &scope, llvm::StringRef name,
                    llvm::ArrayRef<int64_t> indices, llvm::SmallVectorImpl<ActiveDefparam> &out);
/// Splits `a[1].b.P` into elements; false if it has another form.
bool splitHierarchicalPath(const syntax::ExprSyntax &syntax, class ExprBinder &binder,
                           DefparamRecord &record);
/// Reports defparams that met no parameter.
void reportUnusedDefparams(ElaborationState &state);

} // namespace circtsim::sema

#endif
