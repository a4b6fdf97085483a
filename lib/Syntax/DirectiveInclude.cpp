// `include and `line (IEEE 1800-2023 22.4, 22.12).
//
// A name in quotes is searched in the directory of the including file, then in
// the include directories in order, then as it is (from the working
// directory); a name in angle brackets in the include directories only. Macros may make up
// either form.
#include "Syntax/Preprocessor.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using namespace circtsim;
using namespace circtsim::syntax;
using llvm::StringRef;

/// Reads "name" or <name>; reports what else is there.
bool Preprocessor::parseIncludeName(const Token &directive, std::string &name, bool &isAngled) {
  isAngled = true;
  if (stack.back().lexer)
    if (std::optional<StringRef> angled = stack.back().lexer->lexAngleName()) {
      name = angled->str();
      return true;
    }
  Token token;
  constexpr StringRef what = "a file name in quotes or angle brackets";
  if (!expectOnLine(directive, what, token))
    return false;
  if (token.is(TokenKind::StringLiteral)) {
    isAngled = false;
    name = token.text.trim('"').str();
    return true;
  }
  if (token.is(TokenKind::Less)) {
    while (nextOnLine(token, true) && token.isNot(TokenKind::Greater)) {
      if (!name.empty() && token.hasLeadingSpace())
        name += ' ';
      name += token.text;
    }
    if (token.is(TokenKind::Greater))
      return true;
  }
  diagnostics.diag(directive.loc, diag::ExpectedDirectiveArgument) << what << directive.text;
  return false;
}

void Preprocessor::handleInclude(const Token &directive) {
  std::string name;
  bool isAngled = false;
  setLineMode(true);
  bool found = parseIncludeName(directive, name, isAngled);
  setLineMode(false);
  if (found)
    includeFile(directive, name, isAngled);
}

void Preprocessor::includeFile(const Token &directive, StringRef name, bool isAngled) {
  if (fileDepth >= options.maxIncludeDepth) {
    diagnostics.diag(directive.loc, diag::IncludeTooDeep) << options.maxIncludeDepth;
    return;
  }
  std::vector<std::string> candidates;
  auto addCandidate = [&](StringRef directory) {
    llvm::SmallString<128> path(directory);
    llvm::sys::path::append(path, name);
    if (!llvm::is_contained(candidates, path.str()))
      candidates.push_back(path.str().str());
  };
  bool isAbsolute = llvm::sys::path::is_absolute(name);
  if (!isAngled && !isAbsolute)
    addCandidate(llvm::sys::path::parent_path(sources.nameOf(sources.fileOf(directive.loc))));
  if (!isAbsolute)
    for (const std::string &directory : options.includeDirs)
      addCandidate(directory);
  if (!isAngled || isAbsolute)
    addCandidate("");
  for (const std::string &path : candidates) {
    if (!sources.fileExists(path))
      continue;
    llvm::Expected<FileId> file = sources.openFile(path, sources.expansionLoc(directive.loc));
    if (file)
      return enterFile(*file);
    diagnostics.diag(directive.loc, diag::CannotReadFile)
        << path << llvm::toString(file.takeError());
    return;
  }
  diagnostics.diag(directive.loc, diag::IncludeNotFound) << name;
  diagnostics.diag(directive.loc, diag::IncludeSearched)
      << (candidates.empty() ? std::string("no include directory is given")
                             : llvm::join(candidates, ", "));
}

/// `line number "file" level
void Preprocessor::handleLine(const Token &directive) {
  Token number, file, level;
  setLineMode(true);
  uint32_t line = 0;
  bool isValid = nextOnLine(number, true) && number.is(TokenKind::IntegerLiteral) &&
                 !number.text.getAsInteger(10, line) && nextOnLine(file, true) &&
                 file.is(TokenKind::StringLiteral) && nextOnLine(level, true) &&
                 (level.text == "0" || level.text == "1" || level.text == "2");
  discardRestOfLine();
  setLineMode(false);
  if (!isValid) {
    diagnostics.diag(directive.loc, diag::InvalidLineDirective);
    return;
  }
  sources.addLineDirective(directive.loc, line, stringLiteralValue(file));
}
