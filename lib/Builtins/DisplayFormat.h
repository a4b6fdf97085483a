//===- DisplayFormat.h - text of a display list -----------------*- C++ -*-===//
#ifndef CIRCTSIM_BUILTINS_DISPLAYFORMAT_H
#define CIRCTSIM_BUILTINS_DISPLAYFORMAT_H

#include "Builtins/Arguments.h"
#include "Builtins/BuiltinState.h"

namespace circtsim::builtins {

/// Turns the display list of a call into text (IEEE 1800-2023 21.2.1). A literal is
/// a format string wherever it stands and takes its arguments from the list; other
/// arguments are shown in the default radix; an empty one is a space.
class DisplayFormat {
public:
  /// Appends to `out`. `radix` is d, h, o or b.
  DisplayFormat(BuiltinCall &call, std::string &out, char radix = 'd')
      : call(call), state(stateOf(call.context)), out(out), radix(radix) {}

  /// The list from argument `first` on.
  void list(uint32_t first);
  /// $sformat: argument `i` is the format whatever its type, the arguments behind
  /// it are what it shows; surplus ones are reported (21.3.3).
  void formatted(uint32_t i);

private:
  void expand(std::string_view format);
  void showDefault(uint32_t i);
  void show(const value::FormatPiece &piece, uint32_t i);
  void showLogic(const value::FormatPiece &piece, uint32_t i, value::LogicRef v);
  void showObject(const value::FormatPiece &piece, uint32_t i);
  void showScope(const value::FormatSpec &spec);
  void showPattern(const value::FormatSpec &spec, uint32_t i);
  /// What stands for a specification that cannot be carried out: <%d>.
  void refuse(const value::FormatPiece &piece, std::string_view why);

  BuiltinCall &call;
  BuiltinState &state;
  std::string &out;
  char radix;
  uint32_t next = 0; ///< argument that the next specification takes
};

/// Appends an assignment pattern of the object of `type` at `address` (21.2.1.7).
void appendPattern(std::string &out, const runtime::SimContext &context,
                   const model::TypeImage &type, const uint8_t *address);
/// The same of a packed value: enumeration names, members of packed structures.
void appendPattern(std::string &out, const runtime::SimContext &context,
                   const model::TypeImage &type, value::LogicRef v);

/// Appends the strengths of a net (21.2.1.5), from the left, separated by spaces;
/// false if the object is not a net with strengths of its own.
bool appendNetStrength(std::string &out, const BuiltinCall &call, model::SlotEntry object);

/// Name of the enumerator with this value; null if there is none.
const std::string *enumeratorName(const model::TypeImage &type, value::LogicRef v);
/// Its position; the number of enumerators if there is none.
size_t enumeratorIndex(const model::TypeImage &type, value::LogicRef v);

} // namespace circtsim::builtins

#endif
