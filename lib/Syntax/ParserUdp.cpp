//===- ParserUdp.cpp - User-defined primitives ----------------------------===//
//
// IEEE 1800-2023 clause 29, Annex A.5. The symbols of a table are not tokens of
// the language (`01?`, `(0x)`), so a row is read as tokens up to ';', and the
// spelling of each field is split into symbols.
//
//===----------------------------------------------------------------------===//
#include "Syntax/Parser.h"
#include "llvm/ADT/SmallString.h"

namespace circtsim::syntax {

using K = TokenKind;

const MemberSyntax *Parser::parseUdp(bool isExtern) {
  uint32_t start = pos;
  auto *udp = make<UdpSyntax>();
  udp->directives = &unit.tokens.stateAt(pos);
  udp->isExtern = isExtern;
  take();
  udp->name = parseName("a name for the primitive");
  llvm::SmallVector<const MemberSyntax *, 8> portDecls;
  {
    Collector<MemberSyntax> decls(*this);
    parseUdpPorts(udp, decls);
    List<MemberSyntax> header = decls.finish();
    portDecls.append(header.begin(), header.end());
  }
  expectSemi("primitive header");
  if (isExtern) {
    udp->portDecls = copy<const MemberSyntax *>(portDecls);
    return finish(udp, start);
  }
  OpenEnd end(*this, K::KwEndprimitive);
  while (!atEnd() && !atEndKeyword()) {
    uint32_t before = pos;
    AttributeList attributes = parseAttributes();
    if (atDirection() || at(K::KwReg)) {
      portDecls.push_back(withAttributes(parseUdpPortDecl(udp, false), attributes));
    } else if (at(K::KwInitial)) {
      parseUdpInitial(udp);
    } else if (at(K::KwTable)) {
      parseUdpTable(udp);
    } else {
      errorAtToken(diag::ExpectedItem, "a port declaration or table");
      skipToSync();
    }
    if (pos == before)
      take();
  }
  udp->portDecls = copy<const MemberSyntax *>(portDecls);
  checkUdp(*udp);
  expectEnd(K::KwEndprimitive, start, "this primitive");
  udp->endName = parseEndLabel(udp->name, "a primitive");
  return finish(udp, start);
}

/// One output first, then inputs, of one bit each (29.3.1).
bool Parser::checkUdpPorts(const UdpSyntax &udp) {
  for (const MemberSyntax *member : udp.portDecls) {
    const auto *port = llvm::dyn_cast<PortDeclSyntax>(member);
    if (!port)
      continue;
    const auto *implicit = llvm::dyn_cast<ImplicitTypeSyntax>(port->type);
    const auto *builtin = llvm::dyn_cast<BuiltinTypeSyntax>(port->type);
    bool isVector = (implicit && !implicit->dimensions.empty()) ||
                    (builtin && !builtin->dimensions.empty());
    for (const DeclaratorSyntax *declarator : port->declarators) {
      const Name &name = declarator->name;
      if (!name)
        continue;
      bool isFirst = udp.ports.front().text == name.text;
      bool hasDirection = port->direction == (isFirst ? PortDirection::Output : PortDirection::Input);
      if (hasDirection && !isVector && declarator->dimensions.empty())
        continue;
      report(name.loc, hasDirection ? diag::UdpPortBits : diag::UdpPortDirection);
      return false;
    }
  }
  return true;
}

static bool isUdpEdge(StringRef symbol) {
  return symbol.size() == 2 || StringRef("rRfFpPnN*").contains(symbol[0]);
}

/// One symbol per input, a state field if there is a state, at most one edge (29.3).
void Parser::checkUdpRow(const UdpSyntax &udp, const UdpRowSyntax &row) {
  if (row.inputs.size() != udp.ports.size() - 1) {
    report(row.loc(), diag::UdpRowInputs) << row.inputs.size() << udp.ports.size() - 1;
    return;
  }
  if (row.state.empty() == udp.isSequential) {
    report(row.loc(), diag::UdpRowFields) << (udp.isSequential ? 1 : 0);
    return;
  }
  if (llvm::count_if(row.inputs, isUdpEdge) > udp.isSequential)
    report(row.loc(), diag::UdpRowEdges) << udp.isSequential;
  else if (!row.state.empty() && !StringRef("01xX?bB").contains(row.state))
    report(row.loc(), diag::UdpStateSymbol) << row.state;
  else if (!StringRef(udp.isSequential ? "01xX-" : "01xX").contains(row.output))
    report(row.loc(), diag::UdpOutputSymbol) << row.output << udp.isSequential;
}

void Parser::checkUdp(const UdpSyntax &udp) {
  if (udp.ports.empty())
    return;
  if (!checkUdpPorts(udp))
    return;
  if (udp.rows.empty() && udp.name)
    report(udp.name.loc, diag::UdpWithoutRows) << udp.name.text;
  for (const UdpRowSyntax *row : udp.rows)
    if (!row->inputs.empty()) // else reported
      checkUdpRow(udp, *row);
  if (!udp.initialValue)
    return;
  const auto *value = llvm::dyn_cast<LiteralExprSyntax>(udp.initialValue);
  std::string text = value ? value->text.lower() : "";
  if (!udp.isSequential)
    report(udp.initialName.loc, diag::UdpInitial);
  else if (text != "0" && text != "1" && text != "1'b0" && text != "1'b1" && text != "1'bx")
    report(udp.initialValue->loc(), diag::UdpInitialValue);
}

void Parser::parseUdpPorts(UdpSyntax *udp, Collector<MemberSyntax> &decls) {
  uint32_t open = pos;
  if (!expect(K::LParen, "the name of a primitive"))
    return;
  if (accept(K::DotStar) || (at(K::Dot) && peek().is(K::Star) && (take(), take(), true))) {
    udp->portList = PortListKind::Wildcard;
    expectClose(K::RParen, open);
    return;
  }
  llvm::SmallVector<Name, 8> names;
  uint32_t first = pos;
  while (tokenAt(first).is(K::AttrOpen))
    first = skipGroup(first);
  if (tokenTraits(tokenAt(first).kind) & traitDirection) {
    udp->portList = PortListKind::Ansi;
    do {
      AttributeList attributes = parseAttributes();
      const MemberSyntax *decl = withAttributes(parseUdpPortDecl(udp, true), attributes);
      decls.add(decl);
      if (const auto *port = llvm::dyn_cast<PortDeclSyntax>(decl))
        for (const DeclaratorSyntax *declarator : port->declarators)
          names.push_back(declarator->name);
    } while (accept(K::Comma));
  } else {
    do
      names.push_back(parseName("a port name"));
    while (accept(K::Comma));
  }
  udp->ports = copy<Name>(names);
  expectClose(K::RParen, open);
}

/// `output reg q = 0`, `input a, b`, or `reg q`.
const MemberSyntax *Parser::parseUdpPortDecl(UdpSyntax *udp, bool inHeader) {
  uint32_t start = pos;
  auto declarators = [&]() -> List<DeclaratorSyntax> {
    Collector<DeclaratorSyntax> list(*this);
    list.add(parseDeclarator());
    while (at(K::Comma) && (!inHeader || peek().is(K::Identifier))) {
      take();
      list.add(parseDeclarator());
    }
    return list.finish();
  };
  if (at(K::KwReg)) {
    udp->isSequential = true;
    auto *decl = make<VariableDeclSyntax>();
    decl->type = parseDataType();
    decl->declarators = declarators();
    if (!inHeader)
      expectSemi("declaration");
    return finish(decl, start);
  }
  auto *decl = make<PortDeclSyntax>();
  decl->direction = parseDirection();
  udp->isSequential |= at(K::KwReg);
  decl->type = parseDataTypeOrImplicit();
  decl->declarators = declarators();
  for (const DeclaratorSyntax *declarator : decl->declarators)
    if (declarator->init && decl->direction == PortDirection::Output) {
      udp->initialName = declarator->name;
      udp->initialValue = declarator->init;
    }
  if (!inHeader)
    expectSemi("port declaration");
  return finish(decl, start);
}

void Parser::parseUdpInitial(UdpSyntax *udp) {
  take();
  udp->initialName = parseName("the output of the primitive");
  if (expect(K::Equal, "the output"))
    udp->initialValue = parseExpr();
  expectSemi("initial value");
}

void Parser::parseUdpTable(UdpSyntax *udp) {
  uint32_t open = pos;
  take();
  OpenEnd end(*this, K::KwEndtable);
  Collector<UdpRowSyntax> rows(*this);
  while (!atEnd() && !atEndKeyword()) {
    uint32_t before = pos;
    rows.add(parseUdpRow());
    if (pos == before)
      take();
  }
  udp->rows = rows.finish();
  expectEnd(K::KwEndtable, open, "this 'table'");
}

/// Splits "01(x?)r" into symbols; parentheses hold an edge of two.
bool Parser::splitUdpField(StringRef text, llvm::SmallVectorImpl<StringRef> &symbols,
                           SourceLoc loc) {
  static constexpr llvm::StringLiteral levels = "01xX?bB";
  static constexpr llvm::StringLiteral all = "01xX?bBrRfFpPnN*-";
  for (size_t i = 0; i < text.size();) {
    if (text[i] == '(') {
      bool ok = i + 3 < text.size() && text[i + 3] == ')' && levels.contains(text[i + 1]) &&
                levels.contains(text[i + 2]);
      if (!ok) {
        report(loc, diag::BadUdpSymbol) << text.substr(i, 4);
        return false;
      }
      symbols.push_back(text.substr(i + 1, 2));
      i += 4;
    } else if (all.contains(text[i])) {
      symbols.push_back(text.substr(i++, 1));
    } else {
      report(loc, diag::BadUdpSymbol) << text.substr(i, 1);
      return false;
    }
  }
  return true;
}

const UdpRowSyntax *Parser::parseUdpRow() {
  uint32_t start = pos;
  auto *row = make<UdpRowSyntax>();
  llvm::SmallVector<llvm::SmallString<32>, 3> fields(1);
  while (!atEnd() && !at(K::Semicolon) && !atEndKeyword()) {
    // A colon may be glued to a neighbour, as in `-:`.
    for (char c : take().text) {
      if (c == ':')
        fields.emplace_back();
      else
        fields.back() += c;
    }
  }
  expectSemi("table row");
  finish(row, start);
  SourceLoc loc = tokens[start].loc;
  llvm::SmallVector<StringRef, 8> inputs, state, output;
  if (fields.size() < 2 || fields.size() > 3) {
    report(loc, diag::BadUdpRow);
    return row;
  }
  bool ok = splitUdpField(copyText(fields[0]), inputs, loc) &&
            splitUdpField(copyText(fields.back()), output, loc) &&
            (fields.size() == 2 || splitUdpField(copyText(fields[1]), state, loc));
  if (!ok)
    return row;
  if (inputs.empty() || output.size() != 1 || (fields.size() == 3 && state.size() != 1)) {
    report(loc, diag::BadUdpRow);
    return row;
  }
  row->inputs = copy<StringRef>(inputs);
  row->state = state.empty() ? StringRef() : state[0];
  row->output = output[0];
  return row;
}

} // namespace circtsim::syntax
