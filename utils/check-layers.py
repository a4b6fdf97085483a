#!/usr/bin/env python3
"""Checks who includes whom.

    check-layers.py [--root DIR]

1. A folder of lib/ includes only the folders that the table below allows
   (docs/architecture.md explains it); tools/ include lib/Driver only.
2. LLVM's and MLIR's headers appear only in the folders that may use them, and no
   file of the run side reaches one through other headers.
3. The environment is read in lib/Driver only: everything else is an option.

Prints one line per violation and exits with status 1 if there is one.
"""

import argparse
import os
import re
import sys

import cxxsource

# Folder -> folders it may include, itself aside. "*" is every folder. A row for a
# subfolder is added to the row of its folder.
ALLOWED = {
    "Value": "",
    "Support": "Value",
    "Syntax": "Support Value",
    "Sema": "Syntax Support Value",
    "IR": "Support Value",
    "IRGen": "Sema IR Support Value",
    "Import": "IR Support Value",
    "Export": "IR Support Value",
    "Transforms": "IR Support Value",
    "Bytecode": "Value Model",
    "Bytecode/Gen": "IR Support",
    "Codegen": "Bytecode Model Value",
    "Model": "Value",
    "Sched": "Model Value",
    "Runtime": "Sched Model Value",
    "Builtins": "Runtime Sched Waves Model Value",
    "Constraint": "Runtime Value",
    "Coverage": "Runtime Sched Model Value",
    "Waves": "Sched Model Value",
    "DPI": "Builtins Coverage Runtime Sched Model Value",
    "VPI": "Builtins Coverage Runtime Sched Model Value",
    "Exec": "Bytecode Builtins Constraint DPI Runtime Sched Model Value",
    "Exec/JIT": "Codegen",
    "Driver": "*",
}

# Single files that a folder may include beyond its row: the tables in which the
# compile side and the run side meet.
ALLOWED_FILES = {
    "Sema": {"Builtins/Builtins.def"},
    "IRGen": {"Builtins/Builtins.def"},
    "Codegen": {"Runtime/RuntimeABI.def"},
}

LLVM_USERS = ("Support Syntax Sema IR IRGen Import Export Transforms Bytecode/Gen Codegen "
              "Exec/JIT Driver").split()
MLIR_USERS = "IR IRGen Import Export Transforms Bytecode/Gen Driver".split()
MLIR_FREE_PARTS = ["Driver/Run"]  # inside of a user of MLIR, but not one
ORC_USERS = ["Exec/JIT"]
RUN_SIDE = ("Value Model Sched Runtime Builtins Constraint Coverage Waves DPI VPI "
            "Exec/Interp Exec/AOT Exec/Tier Bytecode").split()
COMPILE_SIDE_PARTS = ["Bytecode/Gen"]  # inside a folder of the run side, but not of it

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"\n]+)"|<([^>\n]+)>)', re.MULTILINE)
ENVIRONMENT = re.compile(r"\b(?:getenv|secure_getenv|setenv|unsetenv|putenv|environ|GetEnv)\b")


def within(place, folders):
    """Is `place` (a path below lib/) one of `folders` or inside of one?"""
    return any(place == folder or place.startswith(folder + "/") for folder in folders)


def onRunSide(place):
    return within(place, RUN_SIDE) and not within(place, COMPILE_SIDE_PARTS)


def foreignLibrary(target):
    if target.startswith(("mlir/", "mlir-c/")):
        return "MLIR"
    if target.startswith(("llvm/", "llvm-c/", "clang/")):
        return "LLVM"
    return None


# Tools that use other folders than Driver (docs/architecture.md, section 2).
TOOL_FOLDERS = {"circt-sim-opt.cpp": {"IR", "Transforms", "Bytecode"}}


class Checker:
    def __init__(self, root):
        self.root = root
        self.problems = []
        self.includes = {}  # path -> [(line, target, quoted)]
        self.chains = {}  # path -> None, or the includes that lead to LLVM or MLIR
        lib = os.path.join(root, "lib")
        present = os.listdir(lib) if os.path.isdir(lib) else []
        self.folders = set(ALLOWED) | {f for f in present if os.path.isdir(os.path.join(lib, f))}

    def report(self, path, line, message):
        self.problems.append(f"{path}:{line}: {message}")

    def scan(self, path):
        text = cxxsource.read(self.root, path)
        found = []
        for match in INCLUDE.finditer(cxxsource.blank(text, keepStrings=True)):
            target = match.group(1) or match.group(2)
            found.append((cxxsource.lineOf(text, match.start()), target, bool(match.group(1))))
        self.includes[path] = found
        if not path.startswith("lib/Driver/"):
            code = cxxsource.blank(text)
            for match in ENVIRONMENT.finditer(code):
                self.report(path, cxxsource.lineOf(code, match.start()),
                            f"{match.group(0)}: only lib/Driver reads the environment; "
                            "make it an option")

    def allowedFolders(self, place):
        names = set()
        parts = place.split("/")
        for depth in range(1, len(parts)):
            names.update(ALLOWED.get("/".join(parts[:depth]), "").split())
        return names

    def checkForeign(self, path, line, target, place):
        library = foreignLibrary(target)
        if library is None:
            return
        if place is None:  # a tool
            return
        users = MLIR_USERS if library == "MLIR" else LLVM_USERS
        if not within(place, users) or (library == "MLIR" and within(place, MLIR_FREE_PARTS)):
            self.report(path, line, f'"{target}": this folder must not use {library}')
        elif target.startswith("llvm/ExecutionEngine/Orc") and not within(place, ORC_USERS):
            self.report(path, line, f'"{target}": ORC is used in lib/Exec/JIT only')

    def checkOwn(self, path, line, target, place):
        folder = target.split("/")[0]
        if "/" not in target:
            if not os.path.exists(os.path.join(self.root, "include", target)):
                self.report(path, line, f'"{target}": write the folder too, "Folder/File.h"')
            return
        if folder not in self.folders:
            return
        if place is None:
            contracts = {"Builtins/Builtins.def", "Runtime/RuntimeABI.def"}
            if target not in contracts and \
                    folder not in TOOL_FOLDERS.get(os.path.basename(path), {"Driver"}):
                self.report(path, line, f'"{target}": tools include lib/Driver only')
            return
        own = place.split("/")[0]
        if own not in ALLOWED:
            return
        allowed = self.allowedFolders(place)
        if folder != own and "*" not in allowed and folder not in allowed \
                and target not in ALLOWED_FILES.get(own, ()):
            self.report(path, line, f'"{target}": lib/{own} must not include lib/{folder}')
        elif onRunSide(place) and within(target, COMPILE_SIDE_PARTS):
            self.report(path, line, f'"{target}": belongs to the compile side')

    def check(self):
        paths = list(cxxsource.sourceFiles(self.root, ["lib", "tools"]))
        for path in paths:
            self.scan(path)
        for path in paths:
            place = path[len("lib/"):] if path.startswith("lib/") else None
            if place and "/" in place and place.split("/")[0] not in ALLOWED:
                self.report(path, 1, "this folder is not in the include table")
            for line, target, quoted in self.includes[path]:
                self.checkForeign(path, line, target, place)
                if quoted and not foreignLibrary(target):
                    self.checkOwn(path, line, target, place)
        for path in paths:
            if path.startswith("lib/") and onRunSide(path[len("lib/"):]):
                chain = self.chainToForeign(path)
                if chain and len(chain) > 1:  # one step was reported above
                    self.report(path, 1, "the run side reaches LLVM or MLIR: " +
                                " -> ".join(chain))
        return self.problems, len(paths)

    def chainToForeign(self, path):
        """The shortest known way from `path` to a header of LLVM or MLIR, or None."""
        if path in self.chains:
            return self.chains[path]
        self.chains[path] = None  # breaks cycles
        best = None
        for _, target, quoted in self.includes.get(path, ()):
            if foreignLibrary(target):
                best = [target]
                break
            if quoted:
                rest = self.chainToForeign("lib/" + target)
                if rest and (best is None or len(rest) + 1 < len(best)):
                    best = [target] + rest
        self.chains[path] = best
        return best


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--root", default=os.path.join(os.path.dirname(__file__), ".."))
    problems, count = Checker(os.path.abspath(parser.parse_args().root)).check()
    for problem in problems:
        print(problem)
    print(f"check-layers: {count} files, {len(problems)} problems")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
