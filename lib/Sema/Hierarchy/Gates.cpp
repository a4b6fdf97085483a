//===- Gates.cpp - gate and switch instances ------------------------------===//
//
// Makes one symbol per gate; arrays are expanded here, their terminals are cut
// into slices when they are bound (GateTerminals in Connections.cpp). IEEE
// 1800-2023 28.3.
//
//===----------------------------------------------------------------------===//
#include "Sema/Hierarchy/ElaborationState.h"
#include "Sema/Types/TypeBinder.h"
#include "Syntax/SyntaxTree.h"

using namespace circtsim::syntax;

namespace circtsim::sema {

static constexpr uint64_t MaxGateArray = 1u << 20;

static GateSymbol &makeGate(ElaborationState &state, const ItemSymbol &item, llvm::StringRef name,
                            uint32_t element, uint32_t count) {
  auto &gate = state.make<GateSymbol>(name, item.loc);
  const StrengthSyntax *strength = nullptr;
  if (const auto *syntax = llvm::dyn_cast<GateInstantiationSyntax>(item.origin->declaration)) {
    gate.gate = syntax->gate;
    strength = syntax->strength;
  } else {
    const auto &instantiation = *llvm::cast<InstantiationSyntax>(item.origin->declaration);
    const auto *type = llvm::cast<NameExprSyntax>(instantiation.type);
    gate.udp = state.findDefinition(type->name.text, item.parent);
    strength = instantiation.strength;
  }
  if (strength) {
    gate.strength0 = strength->strength0;
    gate.strength1 = strength->strength1;
  }
  gate.parent = item.parent;
  gate.position = item.position;
  gate.origin =
      state.origin({item.origin->declaration, item.origin->item, nullptr, nullptr, element, count});
  return gate;
}

void expandGates(Compilation &compilation, ItemSymbol &item) {
  ElaborationState &state = compilation.state();
  const auto &instance = *llvm::cast<InstanceSyntax>(item.origin->item);
  if (instance.dimensions.empty()) {
    GateSymbol &gate = makeGate(state, item, item.name, 0, 1);
    if (!item.name.empty())
      item.parent->names.replace(item.name, &gate);
    item.results.push_back(&gate);
    return;
  }
  BindContext context = state.constantContextOf(item);
  if (instance.dimensions.size() > 1) {
    state.diag.unsupported(instance.loc(), "arrays of gates with more than one dimension",
                           "28.3.5");
    return;
  }
  std::optional<Range> range =
      TypeBinder(compilation, context).bindRange(*instance.dimensions.front());
  if (!range)
    return;
  if (range->size() > MaxGateArray) {
    state.diag.diag(instance.loc(), diag::ArrayTooLarge) << item.name << MaxGateArray;
    return;
  }
  for (uint32_t i = 0; i < range->size(); ++i) {
    int64_t index = range->isDescending() ? int64_t(range->left) - i : int64_t(range->left) + i;
    llvm::StringRef name = state.text(item.name + "[" + llvm::Twine(index) + "]");
    item.results.push_back(&makeGate(state, item, name, i, range->size()));
  }
}

} // namespace circtsim::sema
