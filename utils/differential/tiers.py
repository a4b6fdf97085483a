#!/usr/bin/env python3
"""Runs random programs in every tier of circt-sim and insists on one behaviour.

    tiers.py [--circt-sim=PATH] [--count N] [--seconds S] [--seed S] [--jobs J]
             [--keep DIR] [--no-shrink] [--kinds program,module,expression,value]

Program number s is made from seed s: a procedural program (program_tree.py), a
design (modules.py), expressions (expressions.py) or calls of functions by value, in csim
(function_values.py). It runs interpreted, native,
native from the third activation on, native with deopts at random checkpoints
(several seeds), native with a deopt at every entry, native without a cache, native
with objects that a run before has left on disk, and in the background mode. Exit
status, standard output and error, the value change dump, final time and the
scheduler's counters must be equal to the interpreter's. Every second program runs
without a report, so that code that counts no instructions is executed, too.

Failures are shrunk by leaving out statements. Prints the number of programs, of
runs, and of deopts that were made; the exit status is 1 if there are failures.
With --seconds programs are made until the time is over (--count is not used).
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time

import expressions
import function_values
import modules
import program_tree
import runner

NATIVE = ["--mode=compile", "--jit-hot-threshold=0"]
LIMIT, INTERPRETER_LIMIT = 120, 20  # seconds
REPORT = "report.json"
CACHE = "--jit-cache-dir=cache"  # in the folder of a run, which is then done twice


class Text:
    """A program that cannot be shrunk."""

    def __init__(self, content):
        self.content = content

    def text(self):
        return self.content

    def nodes(self):
        return []


class Designs(Text):
    """A design of modules.py: its items can be left out."""

    def __init__(self, design):
        self.design = design

    def text(self):
        return self.design.text()

    def nodes(self):
        return self.design.items()


def generate(seed, kinds):
    r = random.Random(seed)
    kind = r.choice(kinds)
    if kind == "module":
        return Designs(modules.generate(seed, r.random() < 0.3))
    if kind == "value":
        return Text(function_values.generate(seed).text())
    if kind == "expression":
        return Text(expressions.generate(seed).text())
    return program_tree.Program(r)


def configurations(seed):
    """(name, options, environment, with a report) of the runs after the first."""
    report = seed % 2 == 0
    rows = [("native", NATIVE, {}, report), ("auto", ["--mode=auto", "--jit-hot-threshold=2"], {},
                                            report)]
    rows.append(("native from the third activation", ["--mode=compile", "--jit-hot-threshold=3"], {},
                 not report))
    optimised = NATIVE + ["--jit-optimise-threshold=0"]
    rows.append(("native, optimised", optimised, {}, report))
    rows.append(("native, optimised, random deopts",
                 optimised + ["--jit-random-deopts=17", f"--seed={seed}"], {}, True))
    for n, period in ((1, 3), (2, 11), (3, 60)):
        rows.append((f"native, random deopts {n}",
                     NATIVE + [f"--jit-random-deopts={period}", f"--seed={seed + n}"], {}, True))
    rows.append(("native, deopt at every entry", NATIVE,
                 {"CIRCT_SIM_JIT_FORCE_DEOPT_REQUEST": "1"}, True))
    rows.append(("native, no cache", NATIVE + ["--jit-cache-policy=none",
                                               "--jit-compile-budget=400"], {}, report))
    rows.append(("native, from disk", (NATIVE if report else optimised) +
                 ["--jit-cache-policy=disk", CACHE], {}, True))
    return rows


class Outcome:
    def __init__(self, status, out, err, dump, report):
        self.status, self.out, self.err, self.dump = status, out, err, dump
        self.report = report

    def deopts(self):
        return self.report.get("jit", {}).get("jit_deopt_reason_guard_failed", 0)

    def cacheHits(self):
        return self.report.get("jit", {}).get("jit_cache_hits_total", 0)

    def instructions(self):
        jit = self.report.get("jit", {})
        return (jit.get("jit_native_instructions_total", 0),
                jit.get("jit_interpreted_instructions_total", 0))


def difference(first, other):
    """None, or what differs; both ended within the time limit."""
    if first.status != other.status:
        return f"exit status: {first.status} / {other.status}: {other.err.strip()[-300:]}"
    for what in ("out", "err", "dump"):
        own, theirs = (getattr(o, what).split("\n") for o in (first, other))
        for n in range(max(len(own), len(theirs))):
            if own[n:n + 1] != theirs[n:n + 1]:
                return f"{what}, line {n + 1}: {own[n:n + 1]} / {theirs[n:n + 1]}"
    if first.report and other.report:
        for key in ("final_time_fs", "scheduler", "control"):
            if first.report.get(key) != other.report.get(key):
                return f"{key}: {first.report.get(key)} / {other.report.get(key)}"
    return None


class Comparison:
    def __init__(self, options):
        self.options = options
        self.simulator = runner.simulatorFrom(options)
        self.lock = threading.Lock()
        self.counts = dict(programs=0, rejected=0, endless=0, failed=0, runs=0, deopts=0, native=0,
                           interpreted=0, cached=0)
        if options.keep:
            os.makedirs(options.keep, exist_ok=True)

    def count(self, **changes):
        with self.lock:
            for key, change in changes.items():
                self.counts[key] += change

    def run(self, text, options, environment, withReport, limit=LIMIT):
        with tempfile.TemporaryDirectory(prefix="tiers-") as folder:
            name = "test.mlir" if text.startswith("csim.") else "test.sv"
            source = os.path.join(folder, name)
            with open(source, "w", encoding="utf-8") as file:
                file.write(text)
            command = [self.simulator, "-w", "--max-deltas=2000", *options]
            command += [f"--jit-report={REPORT}"] if withReport else []
            try:
                for _ in range(2 if CACHE in options else 1):
                    result = subprocess.run(command + [name], cwd=folder, capture_output=True,
                                            stdin=subprocess.DEVNULL, timeout=limit, check=False,
                                            env={**os.environ, **environment})
            except subprocess.TimeoutExpired:
                return Outcome(None, "", "", "", {})
            report = {}
            if os.path.exists(os.path.join(folder, REPORT)):
                with open(os.path.join(folder, REPORT), encoding="utf-8") as file:
                    report = json.load(file)
            self.count(runs=2 if CACHE in options else 1)
            return Outcome(result.returncode, result.stdout.decode("latin-1"),
                           result.stderr.decode("latin-1"), runner.dumpIn(folder) or "", report)

    def reference(self, text, configuration):
        """The interpreter with the seed of a configuration."""
        _, options, _, withReport = configuration
        seeds = [o for o in options if o.startswith("--seed=")]
        return self.run(text, ["--mode=interpret"] + seeds, {}, withReport, INTERPRETER_LIMIT)

    def compareOne(self, text, configuration, references):
        """(the interpreter's outcome, what differs or None)."""
        _, options, environment, withReport = configuration
        key = (tuple(o for o in options if o.startswith("--seed=")), withReport)
        if key not in references:
            references[key] = self.reference(text, configuration)
        first = references[key]
        if first.status in (None, 2):
            return first, None
        other = self.run(text, options, environment, withReport)
        native, interpreted = other.instructions()
        self.count(deopts=other.deopts(), native=native, interpreted=interpreted,
                   cached=other.cacheHits())
        if other.status is None:
            return first, "the time limit"
        return first, difference(first, other)

    def shrink(self, program, configuration):
        """Leaves out statements and items while it differs; None if it does not any more."""
        budget = time.monotonic() + 120

        def differs():
            return self.compareOne(program.text(), configuration, {})[1]

        what = differs()
        progress = what is not None
        while progress and time.monotonic() < budget:
            progress = False
            for node in program.nodes():
                if node.dropped or time.monotonic() > budget:
                    continue
                node.dropped = True
                result = differs()
                node.dropped = result is not None
                if result:
                    what, progress = result, True
        return what

    def test(self, seed):
        program = generate(seed, self.options.kinds.split(","))
        text = program.text()
        self.count(programs=1)
        references = {}
        for configuration in configurations(seed):
            first, what = self.compareOne(text, configuration, references)
            if first.status in (None, 2):
                self.count(**{"endless" if first.status is None else "rejected": 1})
                return f"seed {seed}: {first.err.strip()[-300:]}" if self.options.verbose else None
            if what:
                return self.failure(seed, program, configuration, what)
        return None

    def failure(self, seed, program, configuration, what):
        self.count(failed=1)
        if not self.options.no_shrink:
            what = self.shrink(program, configuration) or what + " (not every time)"
        if self.options.keep:
            path = os.path.join(self.options.keep, f"tiers-{seed}.sv")
            with open(path, "w", encoding="utf-8") as file:
                file.write(f"// {configuration[0]}: {' '.join(configuration[1])}\n"
                           f"// {what}\n".replace("\x00", "?") + program.text())
        return f"seed {seed}, {configuration[0]}: {what}\n{program.text()}"


def reports(comparison, options):
    """The failures of all programs; until the time is over if there is a limit."""
    if not options.seconds:
        yield from runner.forAll(comparison.test, options)
        return
    end = time.monotonic() + options.seconds
    seed, step = options.seed, 2 * options.jobs
    while time.monotonic() < end:
        batch = argparse.Namespace(seed=seed, count=step, jobs=options.jobs)
        yield from runner.forAll(lambda s: comparison.test(s) if time.monotonic() < end else None,
                                 batch)
        seed += step


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    runner.addOptions(parser)
    parser.add_argument("--seconds", type=float, default=0, help="stop after this time")
    parser.add_argument("--kinds", default="program,program,program,module,expression,value")
    parser.add_argument("--verbose", action="store_true", help="say which programs do not compile")
    options = parser.parse_args()
    comparison = Comparison(options)
    for report in reports(comparison, options):
        if report:
            print(report, flush=True)
    c = comparison.counts
    share = c["native"] / max(1, c["native"] + c["interpreted"])
    print(f"tiers: {c['programs']} programs ({c['rejected']} rejected, {c['endless']} endless), "
          f"{c['runs']} runs, {c['deopts']} deopts injected, {c['cached']} pieces from disk, "
          f"native share {share:.3f}, {c['failed']} with failures")
    compared = c["programs"] - c["rejected"] - c["endless"]
    sys.exit(1 if c["failed"] or not compared else 0)


if __name__ == "__main__":
    main()
