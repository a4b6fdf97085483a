#!/usr/bin/env python3
"""Runs self-checking programs through Icarus Verilog.

    programs.py FOLDER [name...]

Every .sv file of the folder must print PASS and no FAIL, unless it has a comment
`No oracle: <why Icarus cannot run it>` or checks its output with FileCheck only
(those are run, and FileCheck is left to the test itself). Plusargs are taken from
the RUN line. The exit status is 1 if a program fails.
"""

import os
import re
import subprocess
import sys
import tempfile

LIMIT = 60


def run(command, folder):
    try:
        result = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True,
                                timeout=LIMIT, check=False)
    except subprocess.TimeoutExpired:
        return False, f"no end within {LIMIT} s"
    return result.returncode == 0, (result.stdout + result.stderr).decode(errors="replace")


def check(path, text, folder):
    """None, or what is wrong."""
    inputs = os.path.join(os.path.dirname(path), "Inputs")
    image = os.path.join(folder, "program.vvp")
    good, out = run(["iverilog", "-g2012", "-I", inputs, "-o", image, path], folder)
    if not good:
        return out
    line = re.search(r"// RUN:(.*)", text)
    plusargs = re.findall(r" (\+\S+)", line.group(1)) if line else []
    good, out = run(["vvp", "-n", image] + plusargs, folder)
    if "`include \"check.svh\"" not in text:
        return None if good else out
    passed = good and re.search(r"^PASS$", out, re.MULTILINE) and "FAIL" not in out
    return None if passed else out


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    root, names = os.path.abspath(sys.argv[1]), sys.argv[2:]
    counts = {"run": 0, "skipped": 0, "failed": 0}
    with tempfile.TemporaryDirectory(prefix="programs-") as folder:
        for name in sorted(os.listdir(root)):
            if not name.endswith(".sv") or (names and name[:-3] not in names):
                continue
            path = os.path.join(root, name)
            with open(path, encoding="utf-8") as file:
                text = file.read()
            if "// No oracle:" in text:
                counts["skipped"] += 1
                continue
            counts["run"] += 1
            problem = check(path, text, folder)
            if problem:
                counts["failed"] += 1
                print(f"{name}: {problem.strip()[-1000:]}")
    print(f"programs: {counts['run']} run, {counts['skipped']} without oracle, "
          f"{counts['failed']} failed")
    sys.exit(1 if counts["failed"] else 0)


if __name__ == "__main__":
    main()
