//===- Conditions.cpp - conditions of paths ------------------------------------===//
//
// The usual operations on reduced ordered decision diagrams. `restrict` is the sibling
// substitution of Coudert and Madre.
//
//===----------------------------------------------------------------------===//

#include "Export/Conditions.h"

using namespace mlir;
using namespace circtsim::exporter;
using Node = Conditions::Node;

Node Conditions::unique(uint32_t variable, Node yes, Node no) {
  if (yes == no)
    return yes;
  auto [it, isNew] = table.try_emplace({variable, yes, no}, Node(nodes.size()));
  if (isNew)
    nodes.push_back({variable, yes, no});
  return it->second;
}

/// What an equality with a constant compares, else null.
static Value subjectOf(Value bit) {
  auto compare = bit.getDefiningOp<comb::ICmpOp>();
  bool isEquality = compare && compare.getPredicate() == comb::ICmpPredicate::eq &&
                    CombBuilder::constantOf(compare.getRhs());
  return isEquality ? compare.getLhs() : Value();
}

Node Conditions::literal(Value bit) {
  if (auto known = CombBuilder::constantOf(bit))
    return known->isZero() ? False : True;
  if (auto op = bit.getDefiningOp<comb::XorOp>())
    if (auto mask = CombBuilder::constantOf(op.getInputs().back());
        mask && op.getInputs().size() == 2)
      return negation(literal(op.getInputs()[0]));
  auto [it, isNew] = numbers.try_emplace(bit, uint32_t(variables.size()));
  if (isNew)
    variables.push_back(bit);
  Node result = unique(it->second, True, False);
  if (Value subject = isNew ? subjectOf(bit) : Value())
    comparisons[subject].push_back(result);
  return result;
}

Node Conditions::withoutExhausted(Node f, Value bit) {
  Value subject = subjectOf(bit);
  unsigned width = subject ? CombBuilder::widthOf(subject) : 64;
  if (width > 12 || comparisons[subject].size() < size_t(1) << width)
    return f;
  bool isExhausted = llvm::all_of(comparisons[subject],
                                  [&](Node isValue) { return conjunction(f, isValue) == False; });
  return isExhausted ? False : f;
}

Node Conditions::cofactor(Node f, uint32_t variable, bool value) const {
  const Decision &d = nodes[f];
  return d.variable != variable ? f : value ? d.yes : d.no;
}

Node Conditions::ifThenElse(Node f, Node g, Node h) {
  if (f == True || g == h)
    return g;
  if (f == False)
    return h;
  if (g == True && h == False)
    return f;
  if (auto it = computed.find({f, g, h}); it != computed.end())
    return it->second;
  uint32_t top = std::max({nodes[f].variable, nodes[g].variable, nodes[h].variable});
  Node yes = ifThenElse(cofactor(f, top, true), cofactor(g, top, true), cofactor(h, top, true));
  Node no = ifThenElse(cofactor(f, top, false), cofactor(g, top, false), cofactor(h, top, false));
  return computed[{f, g, h}] = unique(top, yes, no);
}

Node Conditions::restrict(Node f, Node care) {
  if (f <= True || care <= True)
    return f;
  if (auto it = restricted.find({f, care}); it != restricted.end())
    return it->second;
  uint32_t top = nodes[f].variable, careTop = nodes[care].variable;
  Node result;
  if (careTop > top) {
    result = restrict(f, disjunction(nodes[care].yes, nodes[care].no));
  } else {
    Node careYes = cofactor(care, top, true), careNo = cofactor(care, top, false);
    Node yes = nodes[f].yes, no = nodes[f].no;
    if (careYes == False)
      result = restrict(no, careNo);
    else if (careNo == False)
      result = restrict(yes, careYes);
    else
      result = unique(top, restrict(yes, careYes), restrict(no, careNo));
  }
  return restricted[{f, care}] = result;
}

Value Conditions::emit(Node f) {
  if (f <= True)
    return logic.constant(1, f);
  if (Value known = emitted.lookup(f))
    return known;
  Decision d = nodes[f];
  Value yes = emit(d.yes), no = emit(d.no);
  return emitted[f] = logic.mux(variables[d.variable], yes, no);
}
