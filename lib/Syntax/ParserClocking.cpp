//===- ParserClocking.cpp - Clocking blocks and modports ------------------===//
//
// IEEE 1800-2023 clauses 14, 25.5, Annex A.2.9, A.6.11.
//
//===----------------------------------------------------------------------===//
#include "Syntax/Parser.h"

namespace circtsim::syntax {

using K = TokenKind;

//===-- Modports ----------------------------------------------------------===//

const MemberSyntax *Parser::parseModportDecl() {
  uint32_t start = pos;
  take();
  auto *decl = make<ModportDeclSyntax>();
  Collector<ModportSyntax> modports(*this);
  do
    modports.add(parseModport());
  while (accept(K::Comma));
  decl->modports = modports.finish();
  expectSemi("modport declaration");
  return finish(decl, start);
}

const ModportSyntax *Parser::parseModport() {
  uint32_t start = pos;
  auto *modport = make<ModportSyntax>();
  modport->name = parseName("a name for the modport");
  uint32_t open = pos;
  if (!expect(K::LParen, "modport name"))
    return finish(modport, start);
  Collector<ModportItemSyntax> items(*this);
  parseModportItems(items);
  modport->items = items.finish();
  expectClose(K::RParen, open);
  return finish(modport, start);
}

/// `input a, .b(x), output c, import function f(int), g, clocking cb`: a
/// direction or import/export holds until the next one.
void Parser::parseModportItems(Collector<ModportItemSyntax> &items) {
  ModportItemKind itemKind = ModportItemKind::Simple;
  PortDirection direction = PortDirection::None;
  do {
    uint32_t start = pos;
    auto *item = make<ModportItemSyntax>();
    item->attributes = parseAttributes();
    if (atDirection()) {
      itemKind = ModportItemKind::Simple;
      direction = parseDirection();
    } else if (atAny(K::KwImport, K::KwExport)) {
      itemKind = take().is(K::KwImport) ? ModportItemKind::Import : ModportItemKind::Export;
      direction = PortDirection::None;
    } else if (accept(K::KwClocking)) {
      itemKind = ModportItemKind::Clocking;
      direction = PortDirection::None;
    } else if (itemKind == ModportItemKind::Simple && direction == PortDirection::None) {
      errorAtToken(diag::ExpectedName, "a direction, 'import', 'export' or 'clocking'");
    }
    item->itemKind = itemKind;
    item->direction = direction;
    if (atAny(K::KwFunction, K::KwTask)) {
      item->prototype = parsePrototype();
      item->name = item->prototype->name;
    } else if (accept(K::Dot)) {
      item->isExplicit = true;
      item->name = parseName("a port name after '.'");
      uint32_t open = pos;
      if (expect(K::LParen, "port name")) {
        if (!at(K::RParen))
          item->expr = parseExpr();
        expectClose(K::RParen, open);
      }
    } else {
      item->name = parseName("a port name");
    }
    items.add(finish(item, start));
  } while (accept(K::Comma));
}

//===-- Clocking blocks ---------------------------------------------------===//

const MemberSyntax *Parser::parseClocking(bool isDefault, bool isGlobal, uint32_t start) {
  uint32_t keyword = pos;
  take();
  auto *clocking = make<ClockingDeclSyntax>();
  clocking->isDefault = isDefault;
  clocking->isGlobal = isGlobal;
  clocking->name = acceptName();
  if (!clocking->name && !isDefault && !isGlobal)
    errorAtToken(diag::ExpectedName, "a name for the clocking block");
  if (at(K::At)) {
    const TimingSyntax *control = parseEventControl();
    if (const auto *event = llvm::dyn_cast<EventControlSyntax>(control))
      clocking->event = event->event;
  } else {
    errorAtToken(diag::ExpectedName, "a clocking event");
  }
  expectSemi("clocking header");
  OpenEnd end(*this, K::KwEndclocking);
  llvm::SmallVector<const ClockingItemSyntax *, 8> items;
  llvm::SmallVector<const MemberSyntax *, 4> members;
  while (!atEnd() && !atEndKeyword()) {
    uint32_t before = pos;
    uint32_t first = pos;
    while (tokenAt(first).is(K::AttrOpen))
      first = skipGroup(first);
    if (tokenAt(first).isOneOf(K::KwProperty, K::KwSequence, K::KwLet))
      members.push_back(parseMember(MemberContext::Clocking));
    else
      items.push_back(parseClockingItem());
    if (pos == before)
      take();
  }
  clocking->items = copy<const ClockingItemSyntax *>(items);
  clocking->members = copy<const MemberSyntax *>(members);
  expectEnd(K::KwEndclocking, keyword, "this clocking block");
  clocking->endName = parseEndLabel(clocking->name, "a clocking block");
  return finish(clocking, start);
}

const ClockingItemSyntax *Parser::parseClockingItem() {
  uint32_t start = pos;
  auto *item = make<ClockingItemSyntax>();
  item->attributes = parseAttributes();
  item->isDefault = accept(K::KwDefault);
  if (accept(K::KwInout)) {
    item->direction = PortDirection::Inout;
  } else {
    if (accept(K::KwInput)) {
      item->hasInput = true;
      item->direction = PortDirection::Input;
      item->inputSkew = parseClockingSkew();
    }
    if (accept(K::KwOutput)) {
      item->hasOutput = true;
      item->direction = PortDirection::Output;
      item->outputSkew = parseClockingSkew();
    }
  }
  if (item->direction == PortDirection::None) {
    errorAtToken(diag::ExpectedItem, "a direction");
    skipToSync();
    return finish(item, start);
  }
  if (!item->isDefault)
    item->signals = parseDeclarators();
  expectSemi("clocking item");
  return finish(item, start);
}

const ClockingSkewSyntax *Parser::parseClockingSkew() {
  if (!atAny(K::KwPosedge, K::KwNegedge, K::KwEdge, K::Hash))
    return nullptr;
  uint32_t start = pos;
  auto *skew = make<ClockingSkewSyntax>();
  skew->edge = parseEdge();
  if (at(K::Hash))
    skew->delay = llvm::cast<DelayControlSyntax>(parseDelayControl())->delay;
  return finish(skew, start);
}

} // namespace circtsim::syntax
