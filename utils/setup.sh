#!/usr/bin/env bash
# Installs what building and testing need from the distribution's packages.
# Does nothing, quickly, when everything is there already.
set -euo pipefail

packages=(
  libmlir-22-dev mlir-22-tools llvm-22 llvm-22-dev llvm-22-tools clang-22 lld-22 liblld-22-dev
  libclang-rt-22-dev libzstd-dev zlib1g-dev ccache ninja-build cmake
  libgtest-dev python3 iverilog verilator make
)

# Prints the packages of the list above that are not installed.
missingPackages() {
  local installed
  installed=" $(dpkg-query -W -f '${db:Status-Status}:${Package} ' "${packages[@]}" 2>/dev/null || true) "
  for package in "${packages[@]}"; do
    [[ $installed == *" installed:$package "* ]] || echo "$package"
  done
}

if ! command -v dpkg-query >/dev/null; then
  echo "setup: this is not a Debian system; install by hand: ${packages[*]}" >&2
  exit 1
fi
mapfile -t missing < <(missingPackages)
if ((${#missing[@]} == 0)); then
  exit 0
fi

echo "setup: installing ${missing[*]}"
asRoot=()
if ((EUID != 0)); then
  if ! command -v sudo >/dev/null; then
    echo "setup: not root and no sudo; run as root: apt-get install ${missing[*]}" >&2
    exit 1
  fi
  asRoot=(sudo)
fi
export DEBIAN_FRONTEND=noninteractive
"${asRoot[@]}" apt-get update
"${asRoot[@]}" env DEBIAN_FRONTEND=noninteractive \
  apt-get install -y --no-install-recommends "${missing[@]}"

mapfile -t missing < <(missingPackages)
if ((${#missing[@]} != 0)); then
  echo "setup: still missing: ${missing[*]}" >&2
  exit 1
fi
