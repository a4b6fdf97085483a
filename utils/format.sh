#!/usr/bin/env bash
# Formats the C++ sources in place with the newest clang-format at hand.
#   utils/format.sh           every tracked or new source under lib, tools, test
#   utils/format.sh --check   changes nothing, fails if something would change
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

formatter=
for candidate in clang-format-22 clang-format; do
  if command -v "$candidate" >/dev/null; then
    formatter=$candidate
    break
  fi
done
if [[ -z $formatter ]]; then
  echo "format: no clang-format found (package clang-format-22)" >&2
  exit 1
fi

mapfile -d '' -t sources < <(
  find lib tools test include cmake -type f \( -name '*.cpp' -o -name '*.h' \) -print0 2>/dev/null |
    sort -z)
if ((${#sources[@]} == 0)); then
  exit 0
fi
if [[ ${1:-} == --check ]]; then
  exec "$formatter" --dry-run --Werror "${sources[@]}"
fi
exec "$formatter" -i "${sources[@]}"
