//===- SyntaxSource.cpp - Expressions as source text ----------------------===//
//
// Writes expressions, properties, patterns, types and delays back as source,
// for messages (an assertion's text, a constant that is not constant) and for
// tests of precedence: printing and parsing again gives the same tree, since
// the tree keeps the parentheses.
//
//===----------------------------------------------------------------------===//
#include "Syntax/SyntaxPrinter.h"
#include "llvm/ADT/StringExtras.h"

namespace circtsim::syntax {

namespace {

/// One overload per node that can occur in an expression.
class SourceWriter {
public:
  explicit SourceWriter(llvm::raw_ostream &out) : out(out) {}

  void write(const SyntaxNode *node) {
    if (node)
      dispatch(*node, [this](const auto &typed) { visit(typed); });
  }

private:
  template <class T> void list(List<T> nodes, StringRef separator = ", ") {
    llvm::ListSeparator comma(separator);
    for (const T *node : nodes) {
      out << comma;
      write(node);
    }
  }
  void braces(const SyntaxNode *prefix, List<ExprSyntax> nodes) {
    write(prefix);
    out << '{';
    list(nodes);
    out << '}';
  }
  void range(const ExprSyntax *left, RangeKind rangeKind, const ExprSyntax *right) {
    write(left);
    if (right) {
      out << spelling(rangeKind);
      write(right);
    }
  }
  void arguments(bool parens, List<ArgumentSyntax> nodes) {
    if (!parens)
      return;
    out << '(';
    list(nodes);
    out << ')';
  }
  void cycles(StringRef op, CycleRangeKind rangeKind, const ExprSyntax *low,
              const ExprSyntax *high) {
    if (rangeKind == CycleRangeKind::Star || rangeKind == CycleRangeKind::Plus) {
      out << '[' << spelling(rangeKind) << ']';
      return;
    }
    out << '[' << op;
    write(low);
    if (high) {
      out << ':';
      write(high);
    }
    out << ']';
  }

  /// What is no part of expressions: its kind, so that nothing is lost unseen.
  void visit(const SyntaxNode &node) { out << '<' << kindName(node.kind) << '>'; }
  void visit(const BadExprSyntax &) { out << "<error>"; }

  void visit(const ArgumentSyntax &node) {
    if (!node.name)
      return write(node.value);
    out << '.' << node.name.text << '(';
    write(node.value);
    out << ')';
  }
  void visit(const LiteralExprSyntax &node) { out << node.text; }
  void visit(const KeywordExprSyntax &node) { out << spelling(node.keyword); }
  void visit(const NameExprSyntax &node) { out << node.name.text; }
  void visit(const ScopedNameExprSyntax &node) {
    write(node.scope);
    out << "::" << node.name.text;
  }
  void visit(const SpecializedNameExprSyntax &node) {
    write(node.base);
    out << "#(";
    list(node.arguments);
    out << ')';
  }
  void visit(const MemberAccessExprSyntax &node) {
    write(node.base);
    out << '.' << node.name.text;
  }
  void visit(const ElementSelectExprSyntax &node) {
    write(node.base);
    out << '[';
    write(node.index);
    out << ']';
  }
  void visit(const RangeSelectExprSyntax &node) {
    write(node.base);
    out << '[';
    range(node.left, node.rangeKind, node.right);
    out << ']';
  }
  void visit(const WithClauseSyntax &node) {
    out << " with";
    if (node.hasParens) {
      out << " (";
      list(node.arguments);
      out << ')';
    }
    if (node.hasConstraints) {
      out << " { ";
      list(node.constraints, " ");
      out << " }";
    }
  }
  void visit(const ExprConstraintSyntax &node) {
    out << (node.isSoft ? "soft " : "");
    write(node.expr);
    out << ';';
  }
  void visit(const CallExprSyntax &node) {
    write(node.callee);
    arguments(node.hasParens, node.arguments);
    write(node.with);
  }
  void visit(const SystemCallExprSyntax &node) {
    out << node.name.text;
    arguments(node.hasParens, node.arguments);
    write(node.with);
  }
  void visit(const ParenExprSyntax &node) {
    out << '(';
    write(node.inner);
    out << ')';
  }
  void visit(const UnaryExprSyntax &node) {
    bool postfix = node.op == UnaryOp::PostIncrement || node.op == UnaryOp::PostDecrement;
    if (!postfix)
      out << spelling(node.op);
    // `- -a`, `& &a`: keep the operators apart.
    if (!postfix && llvm::isa<UnaryExprSyntax>(node.operand))
      out << ' ';
    write(node.operand);
    if (postfix)
      out << spelling(node.op);
  }
  void infix(const SyntaxNode *lhs, StringRef op, const SyntaxNode *rhs) {
    write(lhs);
    out << ' ' << op << ' ';
    write(rhs);
  }
  void visit(const BinaryExprSyntax &node) { infix(node.lhs, spelling(node.op), node.rhs); }
  void visit(const AssignExprSyntax &node) { infix(node.lhs, spelling(node.op), node.rhs); }
  void visit(const ConditionalExprSyntax &node) {
    write(node.condition);
    out << " ? ";
    infix(node.whenTrue, ":", node.whenFalse);
  }
  void visit(const MinTypMaxExprSyntax &node) {
    write(node.minimum);
    out << ':';
    write(node.typical);
    out << ':';
    write(node.maximum);
  }
  void visit(const InsideExprSyntax &node) {
    write(node.operand);
    out << " inside ";
    braces(nullptr, node.ranges);
  }
  void visit(const ValueRangeExprSyntax &node) {
    out << '[';
    write(node.low);
    if (node.rangeKind == ValueRangeKind::Bounds)
      out << ':';
    else
      out << ' ' << spelling(node.rangeKind) << ' ';
    write(node.high);
    out << ']';
  }
  void visit(const DistItemSyntax &node) {
    if (node.isDefault)
      out << "default";
    write(node.value);
    if (node.weightKind == DistWeightKind::None)
      return;
    out << ' ' << spelling(node.weightKind) << ' ';
    write(node.weight);
  }
  void visit(const DistExprSyntax &node) {
    write(node.operand);
    out << " dist {";
    list(node.items);
    out << '}';
  }
  void visit(const MatchesExprSyntax &node) { infix(node.operand, "matches", node.pattern); }
  void visit(const ConcatExprSyntax &node) { braces(nullptr, node.elements); }
  void visit(const ReplicationExprSyntax &node) {
    out << '{';
    braces(node.count, node.elements);
    out << '}';
  }
  void visit(const StreamElementSyntax &node) {
    write(node.value);
    if (!node.hasRange)
      return;
    out << " with [";
    range(node.left, node.rangeKind, node.right);
    out << ']';
  }
  void visit(const StreamingExprSyntax &node) {
    out << '{' << spelling(node.direction);
    if (node.sliceSize) {
      out << ' ';
      write(node.sliceSize);
      out << ' ';
    }
    out << '{';
    list(node.elements);
    out << "}}";
  }
  void visit(const PatternEntrySyntax &node) {
    if (node.key) {
      write(node.key);
      out << ": ";
    }
    write(node.value);
  }
  void visit(const AssignmentPatternExprSyntax &node) {
    write(node.type);
    out << "'{";
    if (node.form == AssignmentPatternForm::Replicated) {
      write(node.count);
      out << '{';
    }
    list(node.entries);
    out << (node.form == AssignmentPatternForm::Replicated ? "}}" : "}");
  }
  void visit(const CastExprSyntax &node) {
    out << spelling(node.castKind);
    write(node.target);
    out << "'(";
    write(node.operand);
    out << ')';
  }
  void visit(const TaggedExprSyntax &node) {
    out << "tagged " << node.member.text;
    if (node.operand)
      out << ' ';
    write(node.operand);
  }
  void visit(const NewClassExprSyntax &node) {
    if (node.scope) {
      write(node.scope);
      out << "::";
    }
    out << "new";
    arguments(node.hasParens, node.arguments);
  }
  void visit(const NewArrayExprSyntax &node) {
    out << "new[";
    write(node.size);
    out << ']';
    if (node.initial) {
      out << '(';
      write(node.initial);
      out << ')';
    }
  }
  void visit(const NewCopyExprSyntax &node) {
    out << "new ";
    write(node.source);
  }
  void visit(const TypeExprSyntax &node) { write(node.type); }
  void visit(const EdgeEventExprSyntax &node) {
    if (node.edge != EdgeKind::None)
      out << spelling(node.edge) << ' ';
    write(node.expr);
    if (node.iff) {
      out << " iff ";
      write(node.iff);
    }
  }
  void visit(const EventListExprSyntax &node) { list(node.events, " or "); }
  void visit(const BlockEventExprSyntax &node) {
    out << (node.isEnd ? "end " : "begin ");
    write(node.target);
  }

  // Sequences and properties.
  void visit(const CycleDelayExprSyntax &node) {
    if (node.lhs) {
      write(node.lhs);
      out << ' ';
    }
    out << "##";
    if (node.delayKind == CycleRangeKind::Exact)
      write(node.low);
    else
      cycles("", node.delayKind, node.low, node.high);
    out << ' ';
    write(node.rhs);
  }
  void visit(const RepetitionExprSyntax &node) {
    write(node.operand);
    cycles(spelling(node.repetition), node.rangeKind, node.low, node.high);
  }
  void visit(const SequenceMatchExprSyntax &node) {
    write(node.operand);
    out << ", ";
    list(node.items);
  }
  void visit(const FirstMatchExprSyntax &node) {
    out << "first_match(";
    write(node.operand);
    if (!node.items.empty())
      out << ", ";
    list(node.items);
    out << ')';
  }
  void visit(const PropertyUnaryExprSyntax &node) {
    bool parens = node.op == PropertyUnaryOp::Strong || node.op == PropertyUnaryOp::Weak;
    out << spelling(node.op) << (parens ? "(" : " ");
    if (node.hasRange) {
      cycles("", CycleRangeKind::Range, node.low, node.high);
      out << ' ';
    }
    write(node.operand);
    out << (parens ? ")" : "");
  }
  void visit(const PropertyBinaryExprSyntax &node) { infix(node.lhs, spelling(node.op), node.rhs); }
  void visit(const AbortExprSyntax &node) {
    out << spelling(node.abortKind) << " (";
    write(node.condition);
    out << ") ";
    write(node.operand);
  }
  void visit(const ClockedExprSyntax &node) {
    out << "@(";
    write(node.event);
    out << ')';
    if (node.operand)
      out << ' ';
    write(node.operand);
  }
  void visit(const DisableIffExprSyntax &node) {
    out << "disable iff (";
    write(node.condition);
    out << ") ";
    write(node.operand);
  }
  void visit(const PropertyIfExprSyntax &node) {
    out << "if (";
    write(node.condition);
    out << ") ";
    write(node.whenTrue);
    if (node.whenFalse) {
      out << " else ";
      write(node.whenFalse);
    }
  }
  void visit(const PropertyCaseItemSyntax &node) {
    if (node.isDefault)
      out << "default";
    list(node.labels);
    out << ": ";
    write(node.property);
    out << "; ";
  }
  void visit(const PropertyCaseExprSyntax &node) {
    out << "case (";
    write(node.selector);
    out << ") ";
    list(node.items, "");
    out << "endcase";
  }
  void visit(const BinsOfExprSyntax &node) {
    out << "binsof(";
    write(node.target);
    out << ')';
    if (node.hasIntersect) {
      out << " intersect ";
      braces(nullptr, node.ranges);
    }
  }
  void visit(const BinsWithExprSyntax &node) {
    write(node.selection);
    out << " with (";
    write(node.condition);
    out << ')';
    if (node.matches) {
      out << " matches ";
      write(node.matches);
    }
  }

  // Patterns.
  void visit(const WildcardPatternSyntax &) { out << ".*"; }
  void visit(const VariablePatternSyntax &node) { out << '.' << node.name.text; }
  void visit(const ExprPatternSyntax &node) { write(node.expr); }
  void visit(const TaggedPatternSyntax &node) {
    out << "tagged " << node.member.text;
    if (node.inner)
      out << ' ';
    write(node.inner);
  }
  void visit(const StructPatternEntrySyntax &node) {
    if (node.member)
      out << node.member.text << ": ";
    write(node.pattern);
  }
  void visit(const StructPatternSyntax &node) {
    out << "'{";
    list(node.entries);
    out << '}';
  }

  // Types.
  void signing(Signing value) {
    if (value != Signing::None)
      out << ' ' << spelling(value);
  }
  void dimensions(List<DimensionSyntax> nodes) {
    if (!nodes.empty())
      out << ' ';
    list(nodes, "");
  }
  void visit(const DimensionSyntax &node) {
    out << '[';
    if (node.dimensionKind == DimensionKind::Wildcard)
      out << '*';
    if (node.dimensionKind == DimensionKind::Queue)
      out << (node.left ? "$:" : "$");
    range(node.left, RangeKind::Simple, node.right);
    out << ']';
  }
  void visit(const BuiltinTypeSyntax &node) {
    out << spelling(node.builtin);
    signing(node.signing);
    dimensions(node.dimensions);
  }
  void visit(const ImplicitTypeSyntax &node) {
    out << spelling(node.signing);
    dimensions(node.dimensions);
  }
  void visit(const NamedTypeSyntax &node) {
    write(node.name);
    dimensions(node.dimensions);
  }
  void visit(const TypeReferenceTypeSyntax &node) {
    out << "type(";
    write(node.operand);
    out << ')';
  }
  void visit(const VirtualInterfaceTypeSyntax &node) {
    out << "virtual " << node.name.text;
    if (!node.arguments.empty()) {
      out << " #(";
      list(node.arguments);
      out << ')';
    }
    if (node.modport)
      out << '.' << node.modport.text;
  }
  void visit(const EnumMemberSyntax &node) {
    out << node.name.text;
    if (node.rangeLeft) {
      out << '[';
      range(node.rangeLeft, RangeKind::Simple, node.rangeRight);
      out << ']';
    }
    if (node.value) {
      out << " = ";
      write(node.value);
    }
  }
  void visit(const EnumTypeSyntax &node) {
    out << "enum ";
    if (node.base) {
      write(node.base);
      out << ' ';
    }
    out << '{';
    list(node.members);
    out << '}';
    dimensions(node.dimensions);
  }
  void visit(const DeclaratorSyntax &node) {
    out << node.name.text;
    dimensions(node.dimensions);
    if (node.init) {
      out << " = ";
      write(node.init);
    }
  }
  void visit(const StructMemberSyntax &node) {
    write(node.type);
    out << ' ';
    list(node.declarators);
    out << "; ";
  }
  void visit(const StructUnionTypeSyntax &node) {
    out << (node.isUnion ? "union" : "struct") << (node.isSoft ? " soft" : "")
        << (node.isTagged ? " tagged" : "") << (node.isPacked ? " packed" : "");
    signing(node.signing);
    out << " { ";
    list(node.members, "");
    out << '}';
    dimensions(node.dimensions);
  }

  llvm::raw_ostream &out;
};

} // namespace

void printSource(const SyntaxNode &node, llvm::raw_ostream &out) {
  SourceWriter(out).write(&node);
}

std::string sourceText(const SyntaxNode &node) {
  std::string text;
  llvm::raw_string_ostream out(text);
  printSource(node, out);
  return text;
}

} // namespace circtsim::syntax
