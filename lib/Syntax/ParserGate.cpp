//===- ParserGate.cpp - Gates and switches --------------------------------===//
//
// IEEE 1800-2023 clause 28, Annex A.3. Names are optional, arrays allowed.
//
//===----------------------------------------------------------------------===//
#include "Syntax/Parser.h"

namespace circtsim::syntax {

using K = TokenKind;

/// Number of delays a gate may have (28.3.3).
static unsigned maxDelays(GateKind gate) {
  switch (gate) {
  case GateKind::Tran:
  case GateKind::Rtran:
  case GateKind::Pullup:
  case GateKind::Pulldown:
    return 0;
  case GateKind::And:
  case GateKind::Nand:
  case GateKind::Or:
  case GateKind::Nor:
  case GateKind::Xor:
  case GateKind::Xnor:
  case GateKind::Buf:
  case GateKind::Not:
  case GateKind::Tranif0:
  case GateKind::Tranif1:
  case GateKind::Rtranif0:
  case GateKind::Rtranif1:
    return 2;
  default:
    return 3;
  }
}

const MemberSyntax *Parser::parseGate() {
  uint32_t start = pos;
  auto *decl = make<GateInstantiationSyntax>();
  decl->gate = gateKindOf(take().kind);
  if (atStrength())
    decl->strength = parseStrength();
  if (at(K::Hash)) {
    unsigned delays = maxDelays(decl->gate);
    if (!delays && mayReport())
      report(cur().loc, diag::ItemNotAllowed) << "a delay" << "an instance of this primitive";
    decl->delay = parseDelay(std::max(delays, 1u));
  }
  Collector<InstanceSyntax> instances(*this);
  do
    instances.add(parseInstance(false));
  while (accept(K::Comma));
  decl->instances = instances.finish();
  expectSemi("gate");
  return finish(decl, start);
}

} // namespace circtsim::syntax
