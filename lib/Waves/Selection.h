//===- Selection.h - which signals a dump shows -----------------*- C++ -*-===//
#ifndef CIRCTSIM_WAVES_SELECTION_H
#define CIRCTSIM_WAVES_SELECTION_H

#include "Model/Design.h"

namespace circtsim::waves {

/// Signals by scope, by name or by pattern. Arrays are left out, as in Icarus
/// Verilog, unless they are asked for.
class Selection {
public:
  explicit Selection(const model::Design &design) : design(design) {}

  /// Whether objects selected from now on come with their unpacked arrays.
  bool withArrays = false;

  /// The signals of a scope of `instance`, and of `levels` - 1 levels of scopes and
  /// instances below; 0: of all levels (21.7.1.2).
  void addScope(const model::Instance &instance, uint32_t scope, uint32_t levels);
  /// Every top module (packages aside) to the given depth.
  void addTops(uint32_t levels);
  /// One declared signal, or `bytes` bytes of its object from `offset` on; arrays
  /// included.
  void addSignal(const model::Instance &instance, uint32_t local);
  void addPart(model::SignalId declared, uint64_t offset, uint64_t bytes);
  /// Signals whose path, or the path of a scope around them, matches: `*` stands
  /// for any characters, `?` for one, brackets for themselves. False: none does.
  bool addPattern(std::string_view pattern);

  bool empty() const { return marks.empty() && parts.empty(); }
  bool isSelected(model::SignalId declared) const;
  /// Whether a byte range of the object of a declared signal is selected;
  /// `isElement`: it lies inside an unpacked array.
  bool isSelected(model::SignalId declared, uint64_t offset, bool isElement) const;
  /// Whether anything in the instance or below it is selected, per Instance::id.
  std::vector<bool> usedInstances() const;

  static bool matches(std::string_view pattern, std::string_view text);

private:
  struct Part {
    model::SignalId declared;
    uint64_t offset, bytes;
  };
  void mark(const model::Instance &instance, uint32_t local);
  bool addMatching(const model::Instance &instance, std::string_view pattern, bool isInside);

  const model::Design &design;
  std::vector<uint8_t> marks; ///< per declared signal: 1 selected, 2 with arrays
  std::vector<Part> parts;
};

} // namespace circtsim::waves

#endif
