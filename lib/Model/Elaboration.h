//===- Elaboration.h - DesignImage to Design --------------------*- C++ -*-===//
#ifndef CIRCTSIM_MODEL_ELABORATION_H
#define CIRCTSIM_MODEL_ELABORATION_H

#include "Model/Design.h"

namespace circtsim::model {

struct ElaborationError {
  SourcePos pos;       ///< may be empty (file == NoId)
  std::string message; ///< complete sentence without position
};

/// Builds the instance tree, default-initialises storage, collapses ports,
/// connects drivers and fills slots (docs/design/001). The image must outlive
/// the design. Null, with at least one error, if something cannot be resolved.
std::unique_ptr<Design> elaborate(const DesignImage &image, Arena &arena,
                                  std::vector<ElaborationError> &errors);

} // namespace circtsim::model

#endif
