// What fuzzers do with the messages that they cause.
#ifndef CIRCTSIM_TEST_FUZZ_DISCARD_H
#define CIRCTSIM_TEST_FUZZ_DISCARD_H

#include "Support/Diagnostic.h"

namespace circtsim::fuzz {

/// Discards everything, but formats it first: a message may refer to anything.
class Discard final : public support::DiagnosticConsumer {
public:
  void handle(const support::Diagnostic &diagnostic,
              const support::SourceManager &sources) override {
    bytes += diagnostic.message.size() + sources.lineOf(sources.fileLoc(diagnostic.loc));
  }

private:
  size_t bytes = 0;
};

} // namespace circtsim::fuzz

#endif
