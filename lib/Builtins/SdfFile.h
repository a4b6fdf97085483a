//===- SdfFile.h - standard delay files ---------------------------*- C++ -*-===//
#ifndef CIRCTSIM_BUILTINS_SDFFILE_H
#define CIRCTSIM_BUILTINS_SDFFILE_H

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace circtsim::builtins {

/// `min:typ:max`; what is not there has no value. A single number counts for all three.
using SdfValue = std::array<std::optional<double>, 3>;

/// A delay with its pulse limits: `(v)`, `((v) (reject) (error))`.
struct SdfDelay {
  SdfValue delay, reject, error;
};

enum class SdfEdge : uint8_t { Any, Posedge, Negedge, Other };

/// `name`, `(posedge name)`, `(COND expression name)`.
struct SdfPort {
  SdfEdge edge = SdfEdge::Any;
  std::string name;      ///< as in the file
  std::string condition; ///< without spaces
};

enum class SdfKind : uint8_t {
  Iopath, Interconnect, Port, Netdelay, Device, Pathpulse, PathpulsePercent, // delays
  Setup, Hold, SetupHold, Recovery, Removal, RecRem, Skew, BidirectSkew, Width, Period, NoChange,
  Label
};

/// As in the file.
std::string_view sdfName(SdfKind kind);

struct SdfEntry {
  SdfKind kind = SdfKind::Iopath;
  uint32_t line = 0;
  bool isIncrement = false;
  bool isCondElse = false;
  std::string condition; ///< COND of a path, without spaces
  SdfPort from, to;      ///< as written: first and second port
  std::vector<SdfDelay> delays;
};

struct SdfCell {
  uint32_t line = 0;
  std::string type;
  std::string instance;    ///< path; empty: the start itself
  bool isWildcard = false; ///< INSTANCE *: all instances of the type
  std::vector<SdfEntry> entries;
};

struct SdfFile {
  std::string version;
  char divider = '.';
  double timescale = 1e-9; ///< seconds
  std::vector<SdfCell> cells;
};

/// A place in the file and what is to be said about it.
struct SdfMessage {
  uint32_t line = 0;
  std::string text;
};

/// Reads the text of a file (IEEE 1497). Messages are warnings on what is left out; an error is
/// returned, and the file is then incomplete.
std::optional<SdfMessage> parseSdf(std::string_view text, SdfFile &file,
                                   std::vector<SdfMessage> &warnings);

/// Elements of a path in a file: split at dividers, backslashes removed. `isEscaped` tells the
/// elements that had some.
struct SdfName {
  std::string text;
  bool isEscaped = false;
};
std::vector<SdfName> splitSdfPath(std::string_view path, char divider);

} // namespace circtsim::builtins

#endif
