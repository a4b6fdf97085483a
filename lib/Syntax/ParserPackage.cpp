//===- ParserPackage.cpp - Packages, imports, exports, DPI ----------------===//
//
// IEEE 1800-2023 clauses 26, 35, Annex A.1.2, A.2.6.
//
//===----------------------------------------------------------------------===//
#include "Syntax/Parser.h"

namespace circtsim::syntax {

using K = TokenKind;

const MemberSyntax *Parser::parsePackage() {
  uint32_t start = pos;
  auto *package = make<PackageSyntax>();
  package->directives = &unit.tokens.stateAt(pos);
  take();
  package->lifetime = parseLifetime();
  package->name = parseName("a name for the package");
  expectSemi("package header");
  FlagScope region(inGenerateRegion, false);
  {
    OpenEnd end(*this, K::KwEndpackage);
    Collector<MemberSyntax> members(*this);
    parseMembers(members, MemberContext::Package, K::KwEndpackage);
    package->members = members.finish();
  }
  expectEnd(K::KwEndpackage, start, "this package");
  package->endName = parseEndLabel(package->name, "a package");
  return finish(package, start);
}

const MemberSyntax *Parser::parseImport() {
  uint32_t start = pos;
  take();
  if (at(K::StringLiteral))
    return parseDpiImport(start);
  return parseImportItems(start);
}

const ImportDeclSyntax *Parser::parseImportItems(uint32_t start) {
  auto *decl = make<ImportDeclSyntax>();
  decl->items = parseImportList();
  expectSemi("import");
  return finish(decl, start);
}

List<ImportItemSyntax> Parser::parseImportList() {
  Collector<ImportItemSyntax> items(*this);
  do {
    uint32_t start = pos;
    auto *item = make<ImportItemSyntax>();
    item->package = parseName("a package name");
    if (expect(K::ColonColon, "package name") && !accept(K::Star))
      item->name = parseName("a name or '*' after '::'");
    items.add(finish(item, start));
  } while (accept(K::Comma));
  return items.finish();
}

const MemberSyntax *Parser::parseExport() {
  uint32_t start = pos;
  take();
  if (at(K::StringLiteral))
    return parseDpiExport(start);
  auto *decl = make<ExportDeclSyntax>();
  if (accept(K::Star)) {
    decl->exportsAll = true;
    expect(K::ColonColon, "'*'");
    expect(K::Star, "'::'");
  } else {
    decl->items = parseImportList();
  }
  expectSemi("export");
  return finish(decl, start);
}

const MemberSyntax *Parser::parseDpiImport(uint32_t start) {
  auto *decl = make<DpiImportSyntax>();
  decl->specification = parseString("\"DPI-C\"");
  if (accept(K::KwPure))
    decl->property = DpiProperty::Pure;
  else if (accept(K::KwContext))
    decl->property = DpiProperty::Context;
  if (at(K::Identifier)) {
    decl->cName = nameOf(take());
    expect(K::Equal, "the C name");
  }
  decl->prototype = parsePrototype();
  expectSemi("import");
  return finish(decl, start);
}

const MemberSyntax *Parser::parseDpiExport(uint32_t start) {
  auto *decl = make<DpiExportSyntax>();
  decl->specification = parseString("\"DPI-C\"");
  if (at(K::Identifier)) {
    decl->cName = nameOf(take());
    expect(K::Equal, "the C name");
  }
  if (accept(K::KwTask))
    decl->subroutineKind = SubroutineKind::Task;
  else if (!accept(K::KwFunction))
    errorAtToken(diag::ExpectedName, "'function' or 'task'");
  decl->name = parseName("a subroutine name");
  expectSemi("export");
  return finish(decl, start);
}

} // namespace circtsim::syntax
