//===- SdfAnnotator.h - a delay file changes delays and limits ----*- C++ -*-===//
#ifndef CIRCTSIM_BUILTINS_SDFANNOTATOR_H
#define CIRCTSIM_BUILTINS_SDFANNOTATOR_H

#include "Builtins/SdfFile.h"
#include "Runtime/SimContext.h"
#include "Sched/ModulePaths.h"
#include "Sched/TimingChecks.h"

namespace circtsim::builtins {

/// How values of a file become delays (IEEE 1800-2023 32.9).
struct SdfScaling {
  unsigned choice = 1;                  ///< of min:typ:max
  unsigned base = 1;                    ///< the one that is scaled
  double factor = 1;
};

/// Applies the cells of one file to the instances below a start.
class SdfAnnotator {
public:
  SdfAnnotator(runtime::SimContext &context, const SdfFile &file, model::Instance &start,
               SdfScaling scaling)
      : context(context), design(context.design()), file(file), start(start), scaling(scaling) {}

  void run();
  /// What could not be done, in the order of the file.
  std::vector<SdfMessage> messages;
  /// What has been annotated: one entry of the file each, once for each instance.
  std::vector<SdfMessage> annotations;

private:
  /// A port or net named in a cell: bits of a local signal.
  struct Terminal {
    uint32_t signal = model::NoId;
    uint32_t lo = 0, width = 0;
  };
  using Changes = std::array<std::optional<double>, sched::PathTransitions>;

  void annotate(const SdfCell &cell, model::Instance &instance);
  void annotateAll(const SdfCell &cell, model::Instance &below);
  void annotate(const SdfEntry &entry, model::Instance &instance);
  void annotateEntry(const SdfEntry &entry, model::Instance &instance);
  void annotatePaths(const SdfEntry &entry, model::Instance &instance);
  void annotateInput(const SdfEntry &entry, model::Instance &instance);
  void annotateLimits(const SdfEntry &entry, model::Instance &instance);
  bool annotateCheck(const SdfEntry &entry, sched::TimingCheck &check);
  bool isMeant(const SdfEntry &entry, const sched::ModulePath &path, const Terminal &from,
               const Terminal &to) const;
  void setDelays(const SdfEntry &entry, sched::ModulePath &path);
  bool matches(const SdfPort &port, const sched::CheckEvent &event,
               const model::Instance &instance) const;
  model::Instance *instanceAt(const std::vector<SdfName> &names, size_t count,
                              model::Instance &from) const;
  Terminal terminal(const model::Instance &instance, std::string_view name) const;
  std::optional<double> chosen(const SdfValue &value) const;
  int64_t ticks(double value, const model::Instance &instance) const;
  Changes changesOf(const std::vector<SdfDelay> &delays) const;
  void warn(uint32_t line, std::string text) { messages.push_back({line, std::move(text)}); }

  runtime::SimContext &context;
  model::Design &design;
  const SdfFile &file;
  model::Instance &start;
  SdfScaling scaling;
};

} // namespace circtsim::builtins

#endif
