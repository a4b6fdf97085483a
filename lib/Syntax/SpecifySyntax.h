//===- SpecifySyntax.h - Specify blocks -------------------------*- C++ -*-===//
//
// Module paths, pulse control and timing checks: IEEE 1800-2023 clauses 30,
// 31 and Annex A.7. `specparam` is a ParameterDecl.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_SYNTAX_SPECIFYSYNTAX_H
#define CIRCTSIM_SYNTAX_SPECIFYSYNTAX_H

#include "Syntax/SyntaxNode.h"

namespace circtsim::syntax {

struct SpecifyBlockSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(SpecifyBlock, items)
  List<MemberSyntax> items;
};

/// `if (condition) (edge inputs polarity=> (outputs dataPolarity: data)) =
/// delays;`. Terminals are names, selects, or `interface.port`.
struct SpecifyPathSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(SpecifyPath, isIfnone, condition, edge, inputs, polarity, isFull, outputs,
                       dataPolarity, data, delays)
  bool isIfnone = false;
  const ExprSyntax *condition = nullptr;
  EdgeKind edge = EdgeKind::None;
  List<ExprSyntax> inputs;
  Polarity polarity = Polarity::None;
  /// `*>` rather than `=>`.
  bool isFull = false;
  List<ExprSyntax> outputs;
  Polarity dataPolarity = Polarity::None;
  const ExprSyntax *data = nullptr;
  List<ExprSyntax> delays;
};

/// `pulsestyle_onevent outputs;` and its three relatives.
struct PulseStyleSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(PulseStyle, style, outputs)
  PulseStyleKind style = PulseStyleKind::OnEvent;
  List<ExprSyntax> outputs;
};

/// An argument of a timing check: `posedge terminal &&& condition`, or
/// `edge [01, 0x] terminal`, or a plain limit, notifier or flag (only `expr`),
/// or nothing (`expr` null).
struct TimingCheckEventSyntax : SyntaxNode {
  CIRCTSIM_SYNTAX_NODE(TimingCheckEvent, edge, edgeDescriptors, expr, condition)
  EdgeKind edge = EdgeKind::None;
  llvm::ArrayRef<StringRef> edgeDescriptors;
  const ExprSyntax *expr = nullptr;
  const ExprSyntax *condition = nullptr;
};

/// `$setup(...)` and relatives; `name.text` includes the `$`.
struct TimingCheckSyntax : MemberSyntax {
  CIRCTSIM_SYNTAX_NODE(TimingCheck, name, arguments)
  Name name;
  List<TimingCheckEventSyntax> arguments;
};

} // namespace circtsim::syntax
#endif // CIRCTSIM_SYNTAX_SPECIFYSYNTAX_H
