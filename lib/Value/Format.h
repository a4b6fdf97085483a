//===- Format.h - Formatted output ------------------------------*- C++ -*-===//
//
// The formats of $display, $write, $sformat and their kin: IEEE 1800-2023 21.2.1,
// with $timeformat (20.4.2) and the display of real and string arguments.
//
// A caller walks a format string with nextPiece, writes literal pieces as they are,
// and for each specification fetches an argument and calls the function for the
// argument's type. Everything is appended to one std::string.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_VALUE_FORMAT_H
#define CIRCTSIM_VALUE_FORMAT_H

#include "Value/Planes.h"
#include "Value/Strength.h"
#include "Value/Time.h"

#include <string>
#include <string_view>

namespace circtsim::value {

/// One format specification: %[flags][width][.precision]letter.
struct FormatSpec {
  /// Lower-case letter, one of d h o b c s t e f g v m l p u z ('x' is 'h', 'i' is
  /// not a format); 0 for anything else.
  char conversion = 'd';
  bool leftAlign = false; ///< flag -
  bool zeroPad = false;   ///< a width that begins with 0
  bool minimal = false;   ///< width 0 as in %0d: no padding, no leading zeros
  bool plus = false;      ///< flag + (reals)
  bool upper = false;     ///< the letter was a capital (matters for E, G)
  int32_t width = -1;     ///< -1: none given
  int32_t precision = -1; ///< -1: none given

  /// %m and %l print the scope; all other letters take an argument.
  bool takesArgument() const { return conversion != 'm' && conversion != 'l'; }
};

/// Parses the specification whose '%' is at text[at]; returns the offset behind
/// it. An unknown or missing letter gives conversion 0.
size_t parseSpec(std::string_view text, size_t at, FormatSpec &spec);

/// A run of literal text, or one specification.
struct FormatPiece {
  bool isSpec = false;
  std::string_view text; ///< the literal text, or the specification as written
  FormatSpec spec;
};

/// Reads the next piece from text[at] and advances `at`; false at the end. "%%"
/// comes out as the literal "%".
bool nextPiece(std::string_view text, size_t &at, FormatPiece &piece);

/// The state of $timeformat (20.4.2).
struct TimeFormat {
  TimeUnit units = TimeUnit::ns; ///< initially the smallest precision of the design
  uint32_t precision = 0;        ///< digits after the point
  std::string suffix;
  uint32_t minWidth = 20;
};

/// Formats a vector under any letter except t, m and l. Returns false, having
/// written nothing, for those (the caller has the context they need) and for
/// conversion 0.
///
/// d: decimal, right aligned in the most columns its type may need; x or z when
/// all bits are, X or Z when some are. h, o, b: one digit per 4, 3, 1 bits, a digit
/// that is partly unknown being X or Z. c: the low byte. s: the bytes, leading
/// zero bytes shown as spaces unless minimal, later ones always. e, f, g: converted to real. v:
/// each bit at strong strength. p: as %0d, or a literal if unknown. u, z: binary words (21.2.1.2),
/// without padding.
bool formatLogic(std::string &out, const FormatSpec &spec, const LogicRef &v);

/// Formats a real under any letter except t, v, m and l (false as above). Integer
/// letters round to the nearest integer, ties away from zero, and print with no
/// more columns than needed or asked for.
bool formatReal(std::string &out, const FormatSpec &spec, double v);

/// Formats a string under any letter except t, v, m and l (false as above): s pads
/// to the width; p quotes it; other letters take its bytes as a vector.
bool formatString(std::string &out, const FormatSpec &spec, std::string_view v);

/// %t: `v` counts units of the caller's time unit. Integer times are cut, not
/// rounded, to the precision. Without a width the minimum field of `format` holds.
void formatTime(std::string &out, const FormatSpec &spec, const LogicRef &v, TimeUnit unit,
                const TimeFormat &format);
void formatRealTime(std::string &out, const FormatSpec &spec, double v, TimeUnit unit,
                    const TimeFormat &format);

/// %v of a net bit.
void formatStrength(std::string &out, const FormatSpec &spec, StrengthValue v);

/// An argument of $display without a format: `radix` is d, h, o or b by the task.
void formatDefault(std::string &out, char radix, const LogicRef &v);
/// Without a format reals print as %g whatever the task.
void formatDefaultReal(std::string &out, double v);

/// Appends `v` between quotes with escapes, as %p does.
void appendQuoted(std::string &out, std::string_view v);

/// The field of %m, %l and of enumeration names: pads `text` like %s.
void appendField(std::string &out, const FormatSpec &spec, std::string_view text);

} // namespace circtsim::value

#endif // CIRCTSIM_VALUE_FORMAT_H
