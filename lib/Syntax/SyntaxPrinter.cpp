//===- SyntaxPrinter.cpp - Dumps of the syntax tree -----------------------===//
//
// The dump walks the fields that every node lists (CIRCTSIM_SYNTAX_NODE), so
// a new node is dumped without any code here. Scalars go on the node's line,
// children on lines of their own.
//
//===----------------------------------------------------------------------===//
#include "Syntax/SyntaxPrinter.h"
#include "llvm/ADT/StringExtras.h"

namespace circtsim::syntax {

namespace {

template <class T>
concept Enumeration = std::is_enum_v<T>;
template <class T>
concept Node = std::is_base_of_v<SyntaxNode, T>;

bool isPlain(StringRef text) {
  return !text.empty() && llvm::all_of(text, [](char c) {
    return llvm::isPrint(c) && c != ' ' && c != '"' && c != '=' && c != '\\';
  });
}

/// Quoted if it is not plain; operators are plain with `=` in them.
void writeText(llvm::raw_ostream &out, StringRef text, bool isSpelling = false) {
  if (isPlain(text) || (isSpelling && !text.contains(' '))) {
    out << text;
    return;
  }
  out << '"';
  llvm::printEscapedString(text, out);
  out << '"';
}

/// First pass: what goes on the node's own line.
struct ScalarVisitor {
  llvm::raw_ostream &out;
  bool isOperator;

  void operator()(const char *field, const Name &name) {
    if (name)
      writeText(out << ' ' << field << '=', name.text);
  }
  void operator()(const char *field, StringRef text) {
    if (!text.empty())
      writeText(out << ' ' << field << '=', text);
  }
  void operator()(const char *field, bool value) {
    if (value)
      out << ' ' << field;
  }
  void operator()(const char *field, uint8_t mask) {
    if (mask)
      out << ' ' << field << '=' << unsigned(mask);
  }
  template <Enumeration T> void operator()(const char *field, T value) {
    bool isOp = isOperator && StringRef(field) == "op";
    if (isOp || value != T(0))
      writeText(out << ' ' << field << '=', spelling(value), true);
  }
  void operator()(const char *field, llvm::ArrayRef<Name> names) {
    if (names.empty())
      return;
    out << ' ' << field << '=';
    llvm::ListSeparator comma(",");
    for (const Name &name : names)
      out << comma << name.text;
  }
  void operator()(const char *field, llvm::ArrayRef<StringRef> texts) {
    if (!texts.empty())
      out << ' ' << field << '=' << llvm::join(texts, ",");
  }
  template <Node T> void operator()(const char *, const T *) {}
  template <Node T> void operator()(const char *, List<T>) {}
};

/// Second pass: children.
struct NodeVisitor {
  llvm::raw_ostream &out;
  unsigned indent;

  void line(const char *field, const SyntaxNode &child) {
    out.indent(indent) << field << ": ";
    dumpTree(child, out, indent);
  }
  template <Node T> void operator()(const char *field, const T *child) {
    if (child)
      line(field, *child);
  }
  template <Node T> void operator()(const char *field, List<T> children) {
    for (const T *child : children)
      line(field, *child);
  }
  template <class T> void operator()(const char *, const T &) {}
};

} // namespace

void dumpTree(const SyntaxNode &node, llvm::raw_ostream &out, unsigned indent) {
  out << kindName(node.kind);
  ScalarVisitor scalars{out, true};
  NodeVisitor children{out, indent + 2};
  const auto *stmt = llvm::dyn_cast<StmtSyntax>(&node);
  const auto *member = llvm::dyn_cast<MemberSyntax>(&node);
  if (stmt)
    scalars("label", stmt->label);
  dispatch(node, [&](const auto &typed) { typed.fields(scalars); });
  out << '\n';
  if (stmt)
    children("attributes", stmt->attributes);
  if (member)
    children("attributes", member->attributes);
  dispatch(node, [&](const auto &typed) { typed.fields(children); });
}

void dumpTree(List<MemberSyntax> members, llvm::raw_ostream &out) {
  for (const MemberSyntax *member : members)
    dumpTree(*member, out);
}

} // namespace circtsim::syntax
