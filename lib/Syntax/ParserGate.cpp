//===- ParserGate.cpp - Gates and switches --------------------------------===//
//
// IEEE 1800-2023 clause 28, Annex A.3. Names are optional, arrays allowed.
//
//===----------------------------------------------------------------------===//
#include "Syntax/Parser.h"

namespace circtsim::syntax {

using K = TokenKind;

static bool isSwitch(GateKind gate) {
  switch (gate) {
  case GateKind::Nmos:
  case GateKind::Pmos:
  case GateKind::Rnmos:
  case GateKind::Rpmos:
  case GateKind::Cmos:
  case GateKind::Rcmos:
  case GateKind::Tran:
  case GateKind::Rtran:
  case GateKind::Tranif0:
  case GateKind::Tranif1:
  case GateKind::Rtranif0:
  case GateKind::Rtranif1:
    return true;
  default:
    return false;
  }
}

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

/// Switches take no strength, pull gates at least the one of their value (28.3.2).
void Parser::parseGateStrength(GateInstantiationSyntax *decl) {
  if (!atStrength())
    return;
  SourceLoc loc = cur().loc;
  bool isPull = decl->gate == GateKind::Pullup || decl->gate == GateKind::Pulldown;
  const StrengthSyntax *strength = parseStrength(isPull ? StrengthUse::Pull : StrengthUse::Drive);
  decl->strength = strength;
  if (isSwitch(decl->gate)) {
    report(loc, diag::ItemNotAllowed) << "a strength" << "an instance of this primitive";
  } else if (isPull) {
    bool isUp = decl->gate == GateKind::Pullup;
    if ((isUp ? strength->strength1 : strength->strength0) == StrengthLevel::None)
      report(loc, diag::PullStrength) << (isUp ? 1 : 0);
  }
}

const MemberSyntax *Parser::parseGate() {
  uint32_t start = pos;
  auto *decl = make<GateInstantiationSyntax>();
  decl->gate = gateKindOf(take().kind);
  parseGateStrength(decl);
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
