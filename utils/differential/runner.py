"""Runs one program through circt-sim and Icarus Verilog, many at a time.

Both run in a temporary folder; a dump.vcd that the program writes there is kept with
the outcome.
"""

import concurrent.futures
import os
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
LIMIT = 60


class Outcome:
    """lines: standard output; error: None, or why there is none to compare; dump:
    the text of dump.vcd, or None."""

    def __init__(self, lines, error=None, dump=None):
        self.lines, self.error, self.dump = lines, error, dump


def dumpIn(folder):
    path = os.path.join(folder, "dump.vcd")
    if not os.path.exists(path):
        return None
    with open(path, encoding="ascii", errors="replace") as file:
        return file.read()


def command(arguments, folder):
    """(status, stdout, stderr); status None when the time limit was reached."""
    try:
        result = subprocess.run(arguments, cwd=folder, stdin=subprocess.DEVNULL,
                                capture_output=True, timeout=LIMIT, check=False)
    except subprocess.TimeoutExpired:
        return None, "", f"no end within {LIMIT} s"
    return (result.returncode, result.stdout.decode(errors="replace"),
            result.stderr.decode(errors="replace"))


def runIcarus(source, folder):
    image = os.path.join(folder, "icarus.vvp")
    status, _, err = command(["iverilog", "-g2012", "-o", image, source], folder)
    if status != 0:
        return Outcome([], f"iverilog: status {status}: {err.strip()[-400:]}")
    status, out, err = command(["vvp", "-n", image], folder)
    if status != 0:
        return Outcome(out.splitlines(), f"vvp: status {status}: {(out + err).strip()[-400:]}")
    lines = [line for line in out.splitlines() if not line.startswith("VCD info")]
    return Outcome(lines, None, dumpIn(folder))


def runCirctSim(simulator, source, folder):
    status, out, err = command([simulator, "-w", "--quiet", source], folder)
    if status != 0:
        return Outcome(out.splitlines(), f"circt-sim: status {status}: {err.strip()[-600:]}")
    return Outcome(out.splitlines(), None, dumpIn(folder))


class Runner:
    """simulator: None compares with the reference of the tool instead, if it has
    one. keep: a folder for the failing programs, or None."""

    def __init__(self, simulator, keep=None):
        self.simulator, self.keep = simulator, keep
        if keep:
            os.makedirs(keep, exist_ok=True)

    def run(self, text):
        """(outcome of circt-sim or None, outcome of Icarus)."""
        with tempfile.TemporaryDirectory(prefix="differential-") as folder:
            source = os.path.join(folder, "test.sv")
            with open(source, "w", encoding="utf-8") as file:
                file.write(text)
            theirs = runIcarus(source, folder)
            dump = os.path.join(folder, "dump.vcd")
            if os.path.exists(dump):
                os.remove(dump)
            ours = runCirctSim(self.simulator, source, folder) if self.simulator else None
            return ours, theirs

    def keepProgram(self, name, text):
        if self.keep:
            with open(os.path.join(self.keep, name), "w", encoding="utf-8") as file:
                file.write(text)


def addOptions(parser):
    parser.add_argument("--circt-sim", default="circt-sim", help="the program to test")
    parser.add_argument("--count", type=int, default=20, help="number of programs")
    parser.add_argument("--seed", type=int, default=1, help="the first program's seed")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--keep", metavar="DIR", help="keep failing programs here")
    parser.add_argument("--no-shrink", action="store_true", help="report programs as they are")


def simulatorFrom(options):
    path = shutil.which(options.circt_sim)
    if not path:
        sys.exit(f"not found: {options.circt_sim}")
    return os.path.abspath(path)


def forAll(function, options):
    """Calls function(seed) for every seed, in parallel; the results in order."""
    seeds = range(options.seed, options.seed + options.count)
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        yield from pool.map(function, seeds)
