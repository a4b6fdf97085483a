// The diagnostic engine: from an id with arguments to a message that the
// consumers see, or do not see.
//
// Severity of an id: its row in Diagnostics.def, changed by -W options (the
// last option for a group wins; -Wno-error=g and -Werror=g win over -Werror).
// A note shares the fate of the diagnostic before it. The same diagnostic at
// the same place is reported once per run, because one piece of source is
// often visited many times (instances of a module, specialisations of a class).
#include "Support/Diagnostic.h"

#include "llvm/ADT/ArrayRef.h"

#include <algorithm>

using namespace circtsim;
using namespace circtsim::support;
using llvm::StringRef;

namespace {

struct DiagnosticRow {
  StringRef name;
  Severity severity;
  StringRef text;
  StringRef group;
};

const DiagnosticRow rows[] = {
#define DIAG(id, severity, text, group) {#id, Severity::severity, text, group},
#include "Support/Diagnostics.def"
};

constexpr size_t rowCount = std::size(rows);

/// State of a warning that options changed.
enum : uint8_t { Unchanged, On, Off };

bool isWarning(Severity severity) {
  return severity == Severity::Warning || severity == Severity::WarningOff;
}

} // namespace

//===- Text ---------------------------------------------------------------===//

static void appendArgument(std::string &out, const DiagnosticArgument &argument) {
  out += argument.isInteger ? std::to_string(argument.integer) : argument.text;
}

/// The alternative number `index` of "a|b|c", the last one if there are fewer.
static StringRef chooseAlternative(StringRef alternatives, int64_t index) {
  while (index-- > 0 && alternatives.contains('|'))
    alternatives = alternatives.split('|').second;
  return alternatives.split('|').first;
}

std::string support::formatDiagnostic(StringRef text,
                                      llvm::ArrayRef<DiagnosticArgument> arguments) {
  std::string out;
  auto argumentAt = [&](StringRef &rest) -> const DiagnosticArgument * {
    size_t index = rest.empty() ? ~size_t(0) : static_cast<size_t>(rest[0] - '0');
    rest = rest.drop_front(rest.empty() ? 0 : 1);
    return index < arguments.size() ? &arguments[index] : nullptr;
  };
  while (!text.empty()) {
    size_t percent = text.find('%');
    out += text.take_front(percent);
    if (percent == StringRef::npos)
      break;
    text = text.drop_front(percent + 1);
    if (text.consume_front("%")) {
      out += '%';
    } else if (text.consume_front("select{")) {
      auto [alternatives, rest] = text.split('}');
      text = rest;
      if (const DiagnosticArgument *argument = argumentAt(text))
        out += chooseAlternative(alternatives, argument->integer);
    } else if (text.consume_front("s")) {
      if (const DiagnosticArgument *argument = argumentAt(text); argument && argument->integer != 1)
        out += 's';
    } else if (const DiagnosticArgument *argument = argumentAt(text)) {
      appendArgument(out, *argument);
    }
  }
  return out;
}

//===- Builder ------------------------------------------------------------===//

DiagnosticConsumer::~DiagnosticConsumer() = default;

DiagnosticBuilder::DiagnosticBuilder(DiagnosticEngine &engine, SourceLoc loc, diag::Id id)
    : engine(&engine) {
  diagnostic.id = id;
  diagnostic.loc = loc;
}

DiagnosticBuilder::DiagnosticBuilder(DiagnosticBuilder &&other)
    : engine(other.engine), diagnostic(std::move(other.diagnostic)) {
  other.engine = nullptr;
}

DiagnosticBuilder::~DiagnosticBuilder() {
  if (engine)
    engine->emit(diagnostic);
}

void DiagnosticBuilder::addText(StringRef text) const {
  diagnostic.arguments.push_back({text.str(), 0, false});
}

void DiagnosticBuilder::addInteger(int64_t value) const {
  diagnostic.arguments.push_back({{}, value, true});
}

void DiagnosticBuilder::addRange(SourceRange range) const {
  if (range.isValid())
    diagnostic.ranges.push_back(range);
}

//===- Engine -------------------------------------------------------------===//

DiagnosticEngine::DiagnosticEngine(SourceManager &sources)
    : sources(sources), enabled(rowCount, Unchanged), promotedToError(rowCount, Unchanged) {}

DiagnosticEngine::~DiagnosticEngine() = default;

DiagnosticBuilder DiagnosticEngine::diag(SourceRange range, diag::Id id) {
  DiagnosticBuilder builder(*this, range.begin, id);
  builder.addRange(range);
  return builder;
}

DiagnosticBuilder DiagnosticEngine::unsupported(SourceLoc loc, const llvm::Twine &what,
                                                StringRef clause) {
  DiagnosticBuilder builder(*this, loc, diag::Unsupported);
  builder.addText(what.str());
  builder.addText(clause);
  return builder;
}

void DiagnosticEngine::addConsumer(std::unique_ptr<DiagnosticConsumer> consumer) {
  consumers.push_back(std::move(consumer));
}

void DiagnosticEngine::finish() {
  for (auto &consumer : consumers)
    consumer->finish(errors, warnings);
}

bool DiagnosticEngine::setWarningOption(StringRef option) {
  bool negative = option.consume_front("no-");
  if (option == "error") {
    allErrors = !negative;
    return true;
  }
  bool error = option.consume_front("error=");
  bool everything = !error && (option == "everything" || option == "all" || option == "extra");
  bool found = everything;
  for (size_t id = 0; id < rowCount; ++id) {
    if (!isWarning(rows[id].severity) || (!everything && rows[id].group != option))
      continue;
    found = true;
    if (error)
      promotedToError[id] = negative ? Off : On;
    if (!error || !negative)
      enabled[id] = negative ? Off : On;
  }
  return found;
}

Severity DiagnosticEngine::effectiveSeverity(diag::Id id, bool &promoted) const {
  Severity severity = rows[id].severity;
  if (!isWarning(severity))
    return severity;
  bool isOn = enabled[id] == On || (enabled[id] == Unchanged && severity == Severity::Warning);
  if (!isOn || suppressWarnings)
    return Severity::Ignored;
  promoted = promotedToError[id] == On || (promotedToError[id] == Unchanged && allErrors);
  return promoted ? Severity::Error : Severity::Warning;
}

/// Records the diagnostic; true if the same text was reported here before.
bool DiagnosticEngine::isRepetition(const Diagnostic &diagnostic) {
  std::string key = std::to_string(sources.fileLoc(diagnostic.loc).raw());
  key += ' ';
  key += std::to_string(diagnostic.id);
  key += ' ';
  key += diagnostic.message;
  return !seen.insert(std::move(key)).second;
}

void DiagnosticEngine::deliver(const Diagnostic &diagnostic) {
  for (auto &consumer : consumers)
    consumer->handle(diagnostic, sources);
}

void DiagnosticEngine::reportLimit() {
  stopped = true;
  lastWasDropped = true;
  Diagnostic limit;
  limit.id = diag::TooManyErrors;
  limit.severity = Severity::Fatal;
  limit.message = textOf(limit.id).str();
  deliver(limit);
}

void DiagnosticEngine::emit(Diagnostic &diagnostic) {
  diagnostic.severity = effectiveSeverity(diagnostic.id, diagnostic.promoted);
  bool isNote = diagnostic.severity == Severity::Note;
  bool isError = diagnostic.severity == Severity::Error || diagnostic.severity == Severity::Fatal;
  if (silencer) {
    silencer->sawError |= isError;
    return;
  }
  if (isNote ? lastWasDropped : (stopped || diagnostic.severity == Severity::Ignored)) {
    lastWasDropped = true;
    return;
  }
  diagnostic.message = formatDiagnostic(textOf(diagnostic.id), diagnostic.arguments);
  diagnostic.group = groupOf(diagnostic.id);
  if (!isNote && isRepetition(diagnostic)) {
    lastWasDropped = true;
    return;
  }
  if (isError && errorLimit && errors >= errorLimit) {
    reportLimit();
    return;
  }
  lastWasDropped = false;
  errors += isError;
  warnings += diagnostic.severity == Severity::Warning;
  stopped |= diagnostic.severity == Severity::Fatal;
  deliver(diagnostic);
}

StringRef DiagnosticEngine::textOf(diag::Id id) { return rows[id].text; }
StringRef DiagnosticEngine::groupOf(diag::Id id) { return rows[id].group; }
StringRef DiagnosticEngine::nameOf(diag::Id id) { return rows[id].name; }
Severity DiagnosticEngine::defaultSeverityOf(diag::Id id) { return rows[id].severity; }

std::vector<StringRef> DiagnosticEngine::groups() {
  std::vector<StringRef> names;
  for (const DiagnosticRow &row : rows)
    if (!row.group.empty())
      names.push_back(row.group);
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

//===- Silencer -----------------------------------------------------------===//

DiagnosticSilencer::DiagnosticSilencer(DiagnosticEngine &engine)
    : engine(engine), outer(engine.silencer) {
  engine.silencer = this;
}

DiagnosticSilencer::~DiagnosticSilencer() {
  engine.silencer = outer;
  if (outer)
    outer->sawError |= sawError;
}
