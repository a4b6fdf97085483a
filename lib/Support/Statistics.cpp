// Counters and phase times.
//
// Rows keep the order of their first use and never move (a deque), so callers
// may hold references to the values. Look-up is linear: names are few and
// looked up once.
#include "Support/Statistics.h"

#include "llvm/Support/Format.h"
#include "llvm/Support/JSON.h"

using namespace circtsim::support;
using llvm::raw_ostream;
using llvm::StringRef;

uint64_t &Statistics::find(std::deque<Row> &rows, StringRef name) {
  for (Row &row : rows)
    if (name == row.name)
      return row.value;
  return rows.emplace_back(Row{name.str(), 0}).value;
}

uint64_t &Statistics::counter(StringRef name) { return find(counters, name); }

uint64_t &Statistics::phase(StringRef name) { return find(phases, name); }

void Statistics::printText(raw_ostream &out) const {
  for (const Row &row : phases)
    out << llvm::format("%12.3f ms  ", static_cast<double>(row.value) / 1e6) << row.name << '\n';
  for (const Row &row : counters)
    out << llvm::format("%15llu  ", static_cast<unsigned long long>(row.value)) << row.name << '\n';
}

void Statistics::printJson(raw_ostream &out) const {
  llvm::json::OStream json(out);
  json.object([&] {
    json.attributeObject("counters", [&] {
      for (const Row &row : counters)
        json.attribute(row.name, static_cast<int64_t>(row.value));
    });
    json.attributeObject("phases_ms", [&] {
      for (const Row &row : phases)
        json.attribute(row.name, static_cast<double>(row.value) / 1e6);
    });
  });
  out << '\n';
}
