// Diagnostics: the ids of Diagnostics.def, how to report one, and the options
// that decide what becomes of it.
#ifndef CIRCTSIM_SUPPORT_DIAGNOSTIC_H
#define CIRCTSIM_SUPPORT_DIAGNOSTIC_H

#include "Support/SourceManager.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/Twine.h"

#include <concepts>
#include <cstdint>
#include <memory>
#include <string>
#include <unordered_set>
#include <vector>

/// The ids of all diagnostics: `diag::ExpectedToken`.
namespace circtsim::diag {

enum Id : uint16_t {
#define DIAG(id, severity, text, group) id,
#include "Support/Diagnostics.def"
};

} // namespace circtsim::diag

namespace circtsim::support {

/// `WarningOff` is a warning that must be asked for with -W<group>. `Fatal`
/// is an error after which nothing more is reported.
enum class Severity : uint8_t { Ignored, Note, WarningOff, Warning, Error, Fatal };

/// One value for %0, %1...
struct DiagnosticArgument {
  std::string text;
  int64_t integer = 0;
  bool isInteger = false;
};

/// A diagnostic on its way to the consumers.
struct Diagnostic {
  diag::Id id{};
  Severity severity = Severity::Ignored;
  SourceLoc loc;
  /// Final text, without severity, position and option name.
  std::string message;
  /// Name of the -W group, empty for errors without one.
  llvm::StringRef group;
  /// The warning was promoted by -Werror.
  bool promoted = false;
  llvm::SmallVector<SourceRange, 2> ranges;
  llvm::SmallVector<DiagnosticArgument, 4> arguments;
};

/// Receives every diagnostic that survives the options.
class DiagnosticConsumer {
public:
  virtual ~DiagnosticConsumer();
  virtual void handle(const Diagnostic &diagnostic, const SourceManager &sources) = 0;
  /// Called once at the end, with the counts.
  virtual void finish(unsigned errors, unsigned warnings) {}
};

class DiagnosticEngine;

/// Collects the arguments of one diagnostic and reports it when it dies, at
/// the end of the full expression: `engine.diag(loc, diag::X) << name << 3;`.
class DiagnosticBuilder {
public:
  DiagnosticBuilder(DiagnosticEngine &engine, SourceLoc loc, diag::Id id);
  DiagnosticBuilder(DiagnosticBuilder &&other);
  DiagnosticBuilder(const DiagnosticBuilder &) = delete;
  ~DiagnosticBuilder();

  void addText(llvm::StringRef text) const;
  void addInteger(int64_t value) const;
  /// Underlines a range of tokens.
  void addRange(SourceRange range) const;

private:
  DiagnosticEngine *engine;
  mutable Diagnostic diagnostic;
};

inline const DiagnosticBuilder &operator<<(const DiagnosticBuilder &builder, llvm::StringRef text) {
  builder.addText(text);
  return builder;
}
inline const DiagnosticBuilder &operator<<(const DiagnosticBuilder &builder, const char *text) {
  builder.addText(text);
  return builder;
}
inline const DiagnosticBuilder &operator<<(const DiagnosticBuilder &builder,
                                           const std::string &text) {
  builder.addText(text);
  return builder;
}
template <std::integral T>
const DiagnosticBuilder &operator<<(const DiagnosticBuilder &builder, T value) {
  builder.addInteger(static_cast<int64_t>(value));
  return builder;
}
inline const DiagnosticBuilder &operator<<(const DiagnosticBuilder &builder, SourceRange range) {
  builder.addRange(range);
  return builder;
}

/// Decides what is reported, counts it, and hands it to the consumers.
///
/// Texts use %0..%9, %% and, as in Clang, %select{first|second}0 (chosen by
/// an integer) and %s0 ("s" unless the integer is 1).
class DiagnosticEngine {
public:
  explicit DiagnosticEngine(SourceManager &sources);
  ~DiagnosticEngine();

  /// Reports; the returned builder takes arguments and ranges with <<. A note
  /// belongs to the diagnostic reported before it and shares its fate.
  DiagnosticBuilder diag(SourceLoc loc, diag::Id id) { return DiagnosticBuilder(*this, loc, id); }
  /// As above, at range.begin, with the range underlined.
  DiagnosticBuilder diag(SourceRange range, diag::Id id);
  /// error: unsupported: <what> (IEEE 1800-2023 <clause>)
  DiagnosticBuilder unsupported(SourceLoc loc, const llvm::Twine &what, llvm::StringRef clause);

  void addConsumer(std::unique_ptr<DiagnosticConsumer> consumer);
  /// Tells the consumers that no more is to come.
  void finish();

  /// What follows -W: "group", "no-group", "error", "error=group",
  /// "no-error", "no-error=group", "everything", "no-everything", "all".
  /// False when no such group exists.
  bool setWarningOption(llvm::StringRef option);
  /// Errors after which reporting stops; 0: no limit. The default is 20.
  void setErrorLimit(unsigned limit) { errorLimit = limit; }
  /// Drops all warnings (-w).
  void setSuppressWarnings(bool suppress) { suppressWarnings = suppress; }

  unsigned errorCount() const { return errors; }
  unsigned warningCount() const { return warnings; }
  bool hasErrors() const { return errors != 0; }
  /// The error limit is reached or a fatal error was reported: give up.
  bool shouldStop() const { return stopped; }
  SourceManager &sourceManager() { return sources; }

  static llvm::StringRef textOf(diag::Id id);
  static llvm::StringRef groupOf(diag::Id id);
  static llvm::StringRef nameOf(diag::Id id);
  static Severity defaultSeverityOf(diag::Id id);
  /// All warning groups, sorted.
  static std::vector<llvm::StringRef> groups();

private:
  friend class DiagnosticBuilder;
  friend class DiagnosticSilencer;

  void emit(Diagnostic &diagnostic);
  Severity effectiveSeverity(diag::Id id, bool &promoted) const;
  bool isRepetition(const Diagnostic &diagnostic);
  void deliver(const Diagnostic &diagnostic);
  void reportLimit();

  SourceManager &sources;
  std::vector<std::unique_ptr<DiagnosticConsumer>> consumers;
  /// Per id: enabled and promoted state, as options set it.
  std::vector<uint8_t> enabled;
  std::vector<uint8_t> promotedToError;
  std::unordered_set<std::string> seen;
  unsigned errorLimit = 20;
  unsigned errors = 0;
  unsigned warnings = 0;
  bool allErrors = false;
  bool suppressWarnings = false;
  bool stopped = false;
  bool lastWasDropped = false;
  class DiagnosticSilencer *silencer = nullptr;
};

/// While it lives, nothing is reported or counted; it only remembers whether
/// there would have been an error. For trial parses and evaluations.
class DiagnosticSilencer {
public:
  explicit DiagnosticSilencer(DiagnosticEngine &engine);
  ~DiagnosticSilencer();
  DiagnosticSilencer(const DiagnosticSilencer &) = delete;
  bool hadError() const { return sawError; }

private:
  friend class DiagnosticEngine;
  DiagnosticEngine &engine;
  DiagnosticSilencer *outer;
  bool sawError = false;
};

/// Fills %0, %select{..}0 ... of a Diagnostics.def text.
std::string formatDiagnostic(llvm::StringRef text, llvm::ArrayRef<DiagnosticArgument> arguments);

} // namespace circtsim::support

#endif // CIRCTSIM_SUPPORT_DIAGNOSTIC_H
