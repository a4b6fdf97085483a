#!/usr/bin/env python3
"""Checks for names that must not appear.

    check-names.py [--root DIR]

1. Under lib/ and tools/: no name of a user's library or design, so that nothing
   can be special-cased by name. lib/Driver may name the variable UVM_HOME and the
   folder structure behind the option --uvm.
2. In every text file of the project: no path of somebody's machine, no note to
   self.

Prints one line per violation and exits with status 1 if there is one.
"""

import argparse
import os
import re
import sys

import cxxsource

CODE_FOLDERS = ["lib", "tools"]
ALL_FOLDERS = ["lib", "tools", "include", "cmake", "test", "utils", "bench", "examples", "docs"]
ROOT_FILES = ["CMakeLists.txt", "CMakePresets.json", "Makefile", "README.md", "CONTRIBUTING.md",
              "CHANGELOG.md", ".clang-format", ".ci/run"]
TEXT = (".cpp", ".h", ".c", ".inc", ".def", ".td", ".py", ".sh", ".cmake", ".txt", ".md", ".json",
        ".in", ".sv", ".svh", ".v", ".vh", ".f", ".mlir", ".test", "expect-exit", "run-tiers")

LIBRARY = re.compile(r"\b(?:uvm|UVM|ovm|OVM|vmm)_\w+")
DESIGN = re.compile(
    r"\b(?:picorv32|darkriscv|opentitan|ibex|cva6|ariane|vexriscv|swerv|veer|rocket_?chip|"
    r"boom_?core|openc9\d\d|xuantie|nerv|serv|femtorv32|ravenoc|verilog_?axi|wb2axip|neorv32|"
    r"pulp(?:ino|issimo)|"
    r"blackparrot|coralnpu|hummingbird)\w*\b", re.IGNORECASE)
# Words that only look like a design of the list.
NOT_DESIGNS = re.compile(r"serv(?:e|es|ed|er|ers|ice|ices|ing)|nerv(?:e|es|ous|ously)",
                         re.IGNORECASE)
DRIVER_MAY_NAME = {"UVM_HOME"}

MACHINE = re.compile(r"(?<![\w.$}/-])/(?:work|home|root|Users)/\w*|/tmp/brief\b")
NOTE = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b(?!['\"\w])")


def noteIsLiteral(line, start):
    """X digits of a literal such as 12'hXXX, or a format, are no note."""
    return start > 0 and line[start - 1] in "'hbodHBOD_\""


class Checker:
    def __init__(self, root):
        self.root = root
        self.problems = []
        self.count = 0

    def report(self, path, line, message):
        self.problems.append(f"{path}:{line}: {message}")

    def checkCode(self, path, line, text):
        for match in LIBRARY.finditer(text):
            if path.startswith("lib/Driver/") and match.group() in DRIVER_MAY_NAME:
                continue
            self.report(path, line, f"{match.group()}: the name of a user's library")
        for match in DESIGN.finditer(text):
            if not NOT_DESIGNS.fullmatch(match.group()):
                self.report(path, line, f"{match.group()}: the name of a design")

    def checkText(self, path, line, text):
        for match in MACHINE.finditer(text):
            self.report(path, line, f"{match.group()}: a path of one machine")
        for match in NOTE.finditer(text):
            if not noteIsLiteral(text, match.start()):
                self.report(path, line, f"{match.group()}: finish it, or make it an error")

    def paths(self):
        for path in cxxsource.sourceFiles(self.root, ALL_FOLDERS, TEXT):
            if path != "utils/check-names.py":  # names them all
                yield path
        for path in ROOT_FILES:
            if os.path.exists(os.path.join(self.root, path)):
                yield path

    def check(self):
        for path in self.paths():
            self.count += 1
            isCode = path.split("/")[0] in CODE_FOLDERS
            for line, text in enumerate(cxxsource.read(self.root, path).split("\n"), 1):
                self.checkText(path, line, text)
                if isCode:
                    self.checkCode(path, line, text)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--root", default=os.path.join(os.path.dirname(__file__), ".."))
    checker = Checker(os.path.abspath(parser.parse_args().root))
    checker.check()
    for problem in checker.problems:
        print(problem)
    print(f"check-names: {checker.count} files, {len(checker.problems)} problems")
    sys.exit(1 if checker.problems else 0)


if __name__ == "__main__":
    main()
