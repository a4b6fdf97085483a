#!/usr/bin/env bash
# Runs the tests of a build made with the preset `coverage` and prints the share
# of lines covered per file.
#   utils/coverage.sh [build directory] [ctest arguments...]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

build=${1:-build-coverage}
shift || true
llvm=/usr/lib/llvm-22/bin
profiles=$build/profiles
rm -rf "$profiles"
mkdir -p "$profiles"

status=0
LLVM_PROFILE_FILE=$PWD/$profiles/%p-%m.profraw \
  ctest --test-dir "$build" --output-on-failure -j2 "$@" || status=$?

find "$profiles" -name '*.profraw' > "$profiles/list"
"$llvm/llvm-profdata" merge --sparse -f "$profiles/list" -o "$profiles/all.profdata"
programs=("$build"/bin/*)
objects=()
for program in "${programs[@]:1}"; do
  objects+=(--object "$program")
done
"$llvm/llvm-cov" report --instr-profile "$profiles/all.profdata" \
  "${programs[0]}" "${objects[@]}" lib tools
exit "$status"
