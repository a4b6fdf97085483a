#!/usr/bin/env python3
"""Runs the simulator on small variants of test programs and looks for crashes.

    mutate.py --circt-sim=PATH [--count N] [--seed S] [--jobs J] [--keep DIR] FOLDER...

A variant is a program with one to three tokens removed, doubled, exchanged with
another token of its kind, or replaced by such a token of a second program: most are wrong
in a way that a parser alone does not see. Every run must end with one of the exit
statuses that are documented for a user's mistake or a run that went well; an abort,
a signal, or a status for an internal error is a failure, and so is a message that
names no place in the sources. The exit status is 1 if there are failures.
"""

import argparse
import concurrent.futures
import os
import random
import re
import subprocess
import sys
import tempfile

TOKEN = re.compile(r"//[^\n]*|/\*.*?\*/|\"(?:\\.|[^\"\\\n])*\"|\\\S+|[`$]?[A-Za-z_][\w$]*|"
                   r"\d*\s*'[sS]?[bodhBODH]\s*[\w?]+|[\d.]+\w*|<<<=?|>>>=?|[<>=!]=[=?]?|&&|\|\||"
                   r"[-+*/&|^~<>]=?|'\{|::|[^\s]", re.DOTALL)
GOOD = {0, 1, 2, 124}
INTERNAL = re.compile(r"^loc\(|no bytecode for|Assertion .* failed|cannot be compiled|"
                      r"use of value|operand #|op requires|Sanitizer: |: runtime error: ",
                      re.MULTILINE)
LIMIT = 20


def tokens(text):
    """[(start, end)] of everything but white space and comments."""
    return [m.span() for m in TOKEN.finditer(text) if not m.group().startswith(("//", "/*"))]


def keywords():
    """The reserved words, from the dictionary of the parser's fuzz target."""
    path = os.path.join(os.path.dirname(__file__), "systemverilog.dict")
    with open(path, encoding="utf-8") as file:
        return set(re.findall(r'^"([a-z]\w*) "', file.read(), re.MULTILINE))


KEYWORDS = keywords()


def kindOf(token):
    """Reserved words, other words, numbers, strings and punctuation are exchanged
    among themselves."""
    if token in KEYWORDS:
        return "k"
    first = token[0]
    return "w" if first.isalpha() or first in "_$`\\" else "n" if first.isdigit() else (
        first if first == '"' else "p")


def mutate(text, other, r):
    for _ in range(r.choice([1, 1, 1, 2, 3])):
        spans = tokens(text)
        if len(spans) < 10:
            return text
        begin, end = r.choice(spans)
        token = text[begin:end]
        kind = r.choice([0, 1, 2, 2, 2, 2, 2, 2, 3, 3])
        if kind == 0:
            token = ""
        elif kind == 1:
            token = f"{token} {token}"
        else:
            source = text if kind == 2 else other
            alike = [(a, b) for a, b in tokens(source) if kindOf(source[a:b]) == kindOf(token)]
            a, b = r.choice(alike or spans[:1])
            token = source[a:b]
        text = f"{text[:begin]} {token} {text[end:]}"
    return text


class Tester:
    def __init__(self, options, programs):
        self.options, self.programs = options, programs

    def run(self, seed):
        """None, or (seed, reason, program)."""
        r = random.Random(seed)
        path, text = r.choice(self.programs)
        variant = mutate(text, r.choice(self.programs)[1], r)
        include = os.path.join(os.path.dirname(path), "Inputs")
        with tempfile.TemporaryDirectory(prefix="mutate-") as folder:
            source = os.path.join(folder, "test.sv")
            with open(source, "w", encoding="utf-8") as file:
                file.write(variant)
            command = [self.options.circt_sim, "--quiet", "-w", "--max-time", "100us",
                       "--timeout=3", "--max-deltas=20000", "-I", include, source]
            try:
                result = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL,
                                        capture_output=True, timeout=LIMIT, check=False)
            except subprocess.TimeoutExpired:
                return seed, f"no end within {LIMIT} s", variant
        err = result.stderr.decode(errors="replace")
        if result.returncode not in GOOD:
            return seed, f"status {result.returncode}: {reason(err)}", variant
        if INTERNAL.search(err):
            return seed, f"internal message: {reason(err)}", variant
        return None


def reason(err):
    """The line of the messages that tells most."""
    lines = [line for line in err.splitlines() if INTERNAL.search(line)] or err.splitlines()
    return lines[0][-300:] if lines else "no message"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--circt-sim", default="circt-sim")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--keep", metavar="DIR", help="keep failing programs here")
    parser.add_argument("folders", nargs="+")
    options = parser.parse_args()
    options.circt_sim = os.path.abspath(options.circt_sim)
    programs = []
    for folder in options.folders:
        for root, _, files in os.walk(folder):
            for name in sorted(files):
                if name.endswith((".sv", ".v")):
                    path = os.path.abspath(os.path.join(root, name))
                    with open(path, encoding="utf-8", errors="replace") as file:
                        programs.append((path, file.read()))
    programs.sort()
    if options.keep:
        os.makedirs(options.keep, exist_ok=True)
    tester, failed, reasons = Tester(options, programs), 0, {}
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for failure in pool.map(tester.run,
                                range(options.seed, options.seed + options.count)):
            if not failure:
                continue
            seed, why, variant = failure
            failed += 1
            why = re.sub(r"\S*/test\.sv|\d+", "N", why)
            reasons.setdefault(why, []).append(seed)
            if options.keep:
                with open(os.path.join(options.keep, f"mutate-{seed}.sv"), "w",
                          encoding="utf-8") as file:
                    file.write(variant)
    for why, seeds in sorted(reasons.items(), key=lambda item: -len(item[1])):
        print(f"{len(seeds)} times, seed {seeds[0]}: {why}")
    print(f"mutate: {options.count} variants of {len(programs)} programs, {failed} failures")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
