#!/usr/bin/env python3
"""Checks the length of functions and files.

    check-size.py [--root DIR] [--verbose]

Functions: 200 lines at most, more than 80 is worth a look. Files: 2,000 lines at
most, more than 1,000 is worth a look; the programs in tools/ stay under 200.
--verbose lists what is worth a look.

Two kinds of function may be longer, if the comment directly above says so:
    // check-size: dispatch loop     the loop of an interpreter (lib/Exec)
    // check-size: table switch      one switch with a case per row of a table

Functions are found by matching braces, from the signature to the closing brace.
A lambda counts as part of the function around it.
"""

import argparse
import os
import re
import sys

import cxxsource

FUNCTION_HARD, FUNCTION_SOFT = 200, 80
FILE_HARD, FILE_SOFT = 2000, 1000
TOOL_HARD = 200
FOLDERS = ["lib", "tools", "include", "test/unit"]
SUFFIXES = (".cpp", ".h", ".c", ".inc", ".def", ".td")
FRAGMENTS = (".inc", ".def")  # included in the middle of something; may be unbalanced
EXEMPTION = re.compile(r"^\s*//+\s*check-size:\s*(.*?)\s*$")

_NOISE = re.compile(r"\b(?:__attribute__|alignas|__declspec|decltype|noexcept|explicit)\s*(?=\()")
_OPERATOR = re.compile(r"\boperator\s*(?:\(\s*\)|\[\s*\]|[^\s\w(]+)")
_REQUIRES = re.compile(r"\s*requires\b\s*(?:requires\b\s*)?(?:\([^()]*\))\s*(?:\{[^{}]*\})?")
_NAME = re.compile(r"((?:[\w~]|::|<[^<>()]*>)+|operator\S*)\s*$")


_MACRO = re.compile(r"\s*[A-Z][A-Z0-9_]*\s*\(")


def leadingMacros(header):
    """The length of the macro calls (DECLARE_SOMETHING(...), no semicolon) that
    stand before a declaration. A call with nothing behind it is the declaration
    itself, such as TEST(Suite, Name)."""
    length = 0
    while True:
        match = _MACRO.match(header, length)
        if not match:
            return length
        depth, end = 1, match.end()
        while end < len(header) and depth:
            depth += {"(": 1, ")": -1}.get(header[end], 0)
            end += 1
        if depth or not re.match(r"\s*(?:\w|\[\[)", header[end:]):
            return length
        length = end


def dropBalanced(text, opening, closing):
    """Removes every balanced (...) or [...] from `text`."""
    kept, depth = [], 0
    for char in text:
        if char == opening:
            depth += 1
        elif char == closing and depth:
            depth -= 1
        elif depth == 0:
            kept.append(char)
    return "".join(kept)


def dropTemplatePrefix(header):
    """Removes leading `template <...>` parts."""
    while True:
        match = re.match(r"\s*(?:export\s+)?template\s*<", header)
        if not match:
            return header
        depth, index = 1, match.end()
        while index < len(header) and depth:
            if header[index] == "<":
                depth += 1
            elif header[index] == ">" and header[index - 1] != "-":
                depth -= 1
            index += 1
        header = _REQUIRES.sub("", header[index:])


def dropNoise(header):
    """Removes what carries parentheses or `=` without making a function."""
    header = re.sub(r"\b(?:public|private|protected)\s*:(?!:)", " ", header)
    header = dropTemplatePrefix(header)
    header = re.sub(r"\[\[.*?\]\]", " ", header, flags=re.DOTALL)
    result, position = [], 0
    for match in _NOISE.finditer(header):
        if match.start() < position:
            continue
        depth, end = 0, match.end()
        while end < len(header):
            depth += {"(": 1, ")": -1}.get(header[end], 0)
            end += 1
            if depth == 0:
                break
        result.append(header[position:match.start()])
        position = end
    return "".join(result) + header[position:]


class Finder:
    """Finds the functions of one source text."""

    def __init__(self, text):
        self.clean = cxxsource.blankDirectives(cxxsource.blank(text))
        self.functions = []  # (name, first line, last line)
        self.match = {}
        self.balanced = True
        stack = []
        for found in re.finditer(r"[{}]", self.clean):
            if found.group() == "{":
                stack.append(found.start())
            elif stack:
                self.match[stack.pop()] = found.start()
            else:
                self.balanced = False
        self.balanced = self.balanced and not stack
        for position in stack:
            self.match[position] = len(self.clean)

    def find(self):
        self.walk(0, len(self.clean), "")
        return self.functions

    def walk(self, begin, end, scope):
        """Reads declarations in [begin, end), the inside of a namespace or class."""
        start = position = begin  # `start`: where the current declaration begins
        depth = 0
        token = re.compile(r"[(){};]")
        while True:
            found = token.search(self.clean, position, end)
            if not found:
                return
            at, char = found.start(), found.group()
            position = found.end()
            if char == "(":
                depth += 1
            elif char == ")":
                depth = max(depth - 1, 0)
            elif char == "}":
                start, depth = position, 0
            elif char == ";":
                if depth == 0:
                    start = position
            else:
                start += leadingMacros(self.clean[start:at])
                close = min(self.match.get(at, end), end)
                kind = "part" if depth else self.classify(start, at, close, end)
                if kind in ("namespace", "class"):
                    self.walk(at + 1, close, self.scopeName(scope, start, at))
                elif kind == "function":
                    self.add(scope, start, at, close)
                elif kind == "initialiser":
                    self.findLambdas(at, close, scope)
                position = close + 1
                if kind in ("namespace", "class", "function"):
                    start, depth = position, 0

    def classify(self, start, at, close, end):
        raw = self.clean[start:at]
        if re.search(r"\brequires\s*(?:\([^{}]*\))?\s*$", raw):
            return "part"
        header = dropNoise(raw)
        flat = dropBalanced(_OPERATOR.sub("operator", header), "(", ")")
        if re.match(r"\s*(?:inline\s+)?namespace\b", header) or \
                re.match(r"\s*extern\s*\"[^\"]*\"\s*$", header):
            return "namespace"
        if "=" in flat:
            return "initialiser"
        if re.match(r"\s*(?:typedef\s+)?enum\b", flat):
            return "initialiser"
        isClass = re.match(r"\s*(?:(?:typedef|static|const)\s+)*(?:class|struct|union)\b", flat)
        if isClass and (re.search(r"\w\s*\(", header) is None or
                        re.search(r"(?<!:):(?!:)", flat)):
            return "class"
        if "(" not in header:
            return "initialiser"
        # A member initialised with braces, in the list of a constructor.
        following = self.clean[close + 1:end].lstrip()[:1]
        if re.search(r"\)[^()]*?(?<!:):(?!:)", header) and re.search(r"[\w>]\s*$", raw) and \
                following in (",", "{"):
            return "part"
        return "function"

    def scopeName(self, scope, start, at):
        header = dropNoise(self.clean[start:at])
        match = re.search(r"\b(?:class|struct|union)\s+(?:[A-Z_]+\s+)?(\w+(?:::\w+)*)", header)
        return scope + (match.group(1) + "::" if match else "")

    def functionName(self, scope, start, at):
        header = dropNoise(self.clean[start:at])
        operator = _OPERATOR.search(header)
        if operator and "(" not in header[:operator.start()]:
            return re.sub(r"\s", "", operator.group())
        before = header.split("(", 1)[0]
        match = _NAME.search(before)
        name = match.group(1) if match else before.strip() or "<unnamed>"
        if not scope and len(name) > 1 and name == before.strip() and name.isupper():
            # A macro such as TEST(Suite, Name).
            inside = header.split("(", 1)[1].split(")", 1)[0]
            name = f"{name}({' '.join(inside.split())})"
        return name

    def add(self, scope, start, at, close):
        text = self.clean[start:at]
        access = re.match(r"(?:\s*(?:public|private|protected)\s*:(?!:))+", text)
        first = start + (access.end() if access else 0)
        first += len(self.clean[first:at]) - len(self.clean[first:at].lstrip())
        self.functions.append((scope + self.functionName(scope, start, at),
                               cxxsource.lineOf(self.clean, first),
                               cxxsource.lineOf(self.clean, close)))

    def findLambdas(self, begin, end, scope):
        """Reports lambdas inside the initialiser [begin, end) as functions."""
        lambdas = re.compile(r"(?<![\w)\]])\s*(\[[^\[\]{};]*\])\s*(\([^{};]*\))?[^{};()=,]*\{")
        position = begin + 1
        while True:
            found = lambdas.search(self.clean, position, end)
            if not found:
                return
            at = found.end() - 1
            close = min(self.match.get(at, end), end)
            self.functions.append((scope + "<lambda>",
                                   cxxsource.lineOf(self.clean, found.start(1)),
                                   cxxsource.lineOf(self.clean, close)))
            position = close + 1


def exemptionAbove(lines, first):
    """The text of a `check-size:` comment in the comment block above line `first`."""
    index = first - 2
    while index >= 0 and re.match(r"\s*(//|template\b)", lines[index]):
        match = EXEMPTION.match(lines[index])
        if match:
            return match.group(1)
        index -= 1
    return None


def exemptionProblem(reason, path, body):
    """Why the exemption does not apply, or None if it does."""
    if reason == "dispatch loop":
        return None if path.startswith("lib/Exec/") else "dispatch loops live in lib/Exec"
    if reason == "table switch":
        cases = len(re.findall(r"\bcase\b|#\s*include\b|\bdefault\b", body))
        if "switch" in body and cases * 8 >= body.count("\n"):
            return None
        return "this is not a switch with a case per row"
    return f"unknown reason '{reason}'"


class Checker:
    def __init__(self, root):
        self.root = root
        self.problems, self.remarks, self.exempt = [], [], []
        self.longest = (0, "none")
        self.largest = (0, "none")
        self.functionCount = self.fileCount = 0

    def checkFunctions(self, path, text):
        finder = Finder(text)
        if not finder.balanced and not path.endswith(FRAGMENTS):
            self.problems.append(f"{path}:1: braces do not match; functions cannot be measured")
        lines = text.split("\n")
        for name, first, last in finder.find():
            length = last - first + 1
            self.functionCount += 1
            where = f"{path}:{first}: {name}: {length} lines"
            reason = exemptionAbove(lines, first)
            if reason is not None:
                problem = exemptionProblem(reason, path, "\n".join(lines[first - 1:last]))
                if problem:
                    self.problems.append(f"{where}: exemption refused: {problem}")
                else:
                    self.exempt.append(f"{where} ({reason})")
                continue
            self.longest = max(self.longest, (length, f"{path}:{first}: {name}"))
            if length > FUNCTION_HARD:
                self.problems.append(f"{where}, at most {FUNCTION_HARD}")
            elif length > FUNCTION_SOFT:
                self.remarks.append((length, where))

    def check(self):
        for path in cxxsource.sourceFiles(self.root, FOLDERS, SUFFIXES):
            text = cxxsource.read(self.root, path)
            length = text.count("\n") + (not text.endswith("\n"))
            self.fileCount += 1
            self.largest = max(self.largest, (length, path))
            limit = TOOL_HARD if path.startswith("tools/") else FILE_HARD
            if length > limit:
                self.problems.append(f"{path}:1: {length} lines, at most {limit}")
            elif length > FILE_SOFT:
                self.remarks.append((length, f"{path}:1: file of {length} lines"))
            if not path.endswith(".td"):
                self.checkFunctions(path, text)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--root", default=os.path.join(os.path.dirname(__file__), ".."))
    parser.add_argument("--verbose", action="store_true", help="list what is worth a look")
    options = parser.parse_args()
    checker = Checker(os.path.abspath(options.root))
    checker.check()
    for problem in checker.problems:
        print(problem)
    if options.verbose:
        for _, remark in sorted(checker.remarks, reverse=True):
            print(f"{remark} (worth a look)")
    for exempt in checker.exempt:
        print(f"exempt: {exempt}")
    print(f"longest function: {checker.longest[0]} lines, {checker.longest[1]}")
    print(f"largest file: {checker.largest[0]} lines, {checker.largest[1]}")
    print(f"check-size: {checker.fileCount} files, {checker.functionCount} functions, "
          f"{len(checker.problems)} problems, {len(checker.remarks)} worth a look")
    sys.exit(1 if checker.problems else 0)


if __name__ == "__main__":
    main()
