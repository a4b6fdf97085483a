//===- WaveControl.cpp - waves asked for on the command line -----------------===//
//
// --vcd, --trace and --trace-all make one dump that begins with the run. The file
// is created at once, so that a bad path is an error before anything is simulated.
//
//===----------------------------------------------------------------------===//
#include "Waves/WaveControl.h"

#include "Waves/VcdWriter.h"

#include <cerrno>
#include <cstring>

namespace circtsim::waves {

bool startTrace(Recorder &recorder, const TraceRequest &request, std::string &error) {
  std::string path = request.vcdFile.empty() ? "dump.vcd" : request.vcdFile;
  std::FILE *probe = std::fopen(path.c_str(), "w");
  if (!probe) {
    error = "cannot create '" + path + "': " + std::strerror(errno);
    return false;
  }
  std::fclose(probe);
  Dump &dump = recorder.add([path, date = request.date](const VariableTable &table) {
    std::string ignored; // the file could be created just before
    return std::unique_ptr<WaveWriter>(VcdWriter::create(path, table, date, ignored));
  });
  dump.selection.withArrays = request.traceAll;
  if (request.patterns.empty())
    dump.selection.addTops(0);
  for (const std::string &pattern : request.patterns) {
    if (dump.selection.addPattern(pattern))
      continue;
    error = "--trace=" + pattern + " matches no signal or scope";
    return false;
  }
  return true;
}

} // namespace circtsim::waves
