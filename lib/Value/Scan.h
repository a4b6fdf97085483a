//===- Scan.h - Formatted input ---------------------------------*- C++ -*-===//
//
// The engine of $sscanf and $fscanf: IEEE 1800-2023 21.3.4.3.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_VALUE_SCAN_H
#define CIRCTSIM_VALUE_SCAN_H

#include "Value/LogicVector.h"
#include "Value/Time.h"

namespace circtsim::value {

/// Where characters come from. Both functions give 0 to 255, or -1 at the end.
class CharSource {
public:
  virtual ~CharSource();
  /// The next character, left in place.
  virtual int peek() = 0;
  /// Takes the next character.
  virtual int next() = 0;
};

/// The characters of a string, which must outlive the source.
class StringSource final : public CharSource {
public:
  explicit StringSource(std::string_view text) : text(text) {}
  int peek() override { return at < text.size() ? uint8_t(text[at]) : -1; }
  int next() override { return at < text.size() ? uint8_t(text[at++]) : -1; }

private:
  std::string_view text;
  size_t at = 0;
};

/// Where results go. For each conversion without '*' the engine asks for a target
/// and, if the conversion matches, stores once; the sink converts to the target's
/// type as an assignment does.
class ScanSink {
public:
  virtual ~ScanSink();
  /// Moves to the next argument; false when there is none.
  virtual bool nextTarget() = 0;
  /// Bits of the current argument, or 0 if it is not a vector.
  virtual uint32_t targetWidth() = 0;
  /// A vector of targetWidth() bits, or for width 0 as wide as it needs.
  virtual void storeLogic(const LogicVector &value) = 0;
  virtual void storeReal(double value) = 0;
  /// For vectors: right justified, 8 bits a character (fromBytes).
  virtual void storeString(std::string_view value) = 0;
};

/// What %m and %t need to know about the caller.
struct ScanContext {
  std::string_view scopeName;
  TimeScale timeScale;                     ///< of the caller
  TimeUnit timeFormatUnits = TimeUnit::ns; ///< of $timeformat
  uint32_t timeFormatPrecision = 0;        ///< of $timeformat: digits that %t keeps
};

struct ScanResult {
  /// What the function returns: the number of stored values, or -1 when the
  /// input ended before the first conversion was decided.
  int32_t count = 0;
  /// Bytes that a %u or %z found before the input ended, and those it needs; 0 of 0
  /// if none was cut short.
  size_t foundBytes = 0, neededBytes = 0;
  /// The format asks for more arguments than there are.
  bool missingArgument = false;
  /// The format has an unknown conversion; scanning stopped there.
  bool badFormat = false;
};

/// Reads `source` under `format`: b o d h x c s e f g t v m u z and %%, with field
/// widths and assignment suppression. X and Z digits are accepted as in literals,
/// and extended like them.
ScanResult scanFormat(CharSource &source, std::string_view format, ScanSink &sink,
                      const ScanContext &context);

} // namespace circtsim::value

#endif // CIRCTSIM_VALUE_SCAN_H
