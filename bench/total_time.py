#!/usr/bin/env python3
"""From sources to the end of the simulation: circt-sim's tiers beside Verilator.

    bench/total_time.py [--verilator PATH] [--circt-sim PATH] [--runs N]
                        [--cycles N,...] [--out DIR]

The RISC-V system of examples/riscv runs for the given numbers of clock cycles:

    interpret, auto   circt-sim from sources
    ahead             circt-sim-compile with an empty cache, then circt-sim-run
    verilator         --binary --timing and its default flags
    verilator -O3     the same with -O3, and -O3 for the C++ compiler

Every step runs N times, the tools taking turns; each number is the median of one step.
Total is compilation plus simulation. Wall-clock time, and user + system CPU of the
process with its children. Verilator compiles without ccache. All tools must print the
same last line.

Writes DIR/total-time.tsv and DIR/total-time.svg (default: docs/bench).
"""

import argparse
import math
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from xml.sax.saxutils import escape

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
RISCV = os.path.join(ROOT, "examples", "riscv")
SOURCES = ["-F", os.path.join(RISCV, "riscv.f")]
TOOLS = ["interpret", "auto", "ahead", "verilator", "verilator -O3"]
COLOURS = ["#8a8a8a", "#2f6fb0", "#0b2f5b", "#e0a070", "#b8501c"]


# Measuring ----------------------------------------------------------------------


def measure(command, cwd):
    """(wall, cpu, output) of a command that must succeed."""
    environment = {**os.environ, "CCACHE_DISABLE": "1", "OBJCACHE": ""}
    log = os.path.join(cwd, "log")
    with open(log, "wb") as out:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=cwd, stdin=subprocess.DEVNULL, stdout=out,
                                   stderr=subprocess.STDOUT, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    with open(log, encoding="utf-8", errors="replace") as file:
        text = file.read()
    if status:
        sys.exit(f"total_time: {' '.join(command)}:\n{text[-2000:]}")
    return wall, usage.ru_utime + usage.ru_stime, text


def resultOf(text):
    """The line by which the test bench says how it ended."""
    lines = [line for line in text.splitlines() if line.startswith("TEST ")]
    return lines[-1] if lines else ""


class Tools:
    def __init__(self, options, folder):
        self.simulator = os.path.abspath(options.circt_sim)
        self.verilator = options.verilator
        self.folder = folder

    def compileCommand(self, tool):
        if tool == "ahead":
            cache = os.path.join(self.folder, "cache")
            shutil.rmtree(cache, ignore_errors=True)
            return [self.simulator + "-compile", "--quiet", "-o", "riscv.so",
                    f"--jit-cache-dir={cache}", *SOURCES]
        if not tool.startswith("verilator"):
            return None
        build = self.buildFolder(tool)
        shutil.rmtree(build, ignore_errors=True)
        flags = ["-O3", "-MAKEFLAGS", "OPT_FAST=-O3"] if tool.endswith("-O3") else []
        return [self.verilator, "--binary", "--timing", "-Wno-fatal", "-Wno-lint", "-Wno-style",
                "-j", "1", *flags, "--Mdir", build, "--top-module", "tb", *SOURCES]

    def buildFolder(self, tool):
        return os.path.join(self.folder, tool.replace(" ", ""))

    def runCommand(self, tool, cycles):
        plusargs = [f"+program={RISCV}/program.hex", "+loops=1000000", f"+max_cycles={cycles}"]
        if tool == "ahead":
            return [self.simulator + "-run", "--quiet", "riscv.csi", "--compiled=riscv.so",
                    "--mode=auto", *plusargs]
        if tool.startswith("verilator"):
            return [os.path.join(self.buildFolder(tool), "Vtb"), *plusargs]
        return [self.simulator, "--quiet", f"--mode={tool}", *SOURCES, *plusargs]


def medians(samples):
    return tuple(statistics.median(sample[i] for sample in samples) for i in (0, 1))


def measureAll(tools, options):
    """Rows {tool, cycles, compile, run}, times as (wall, cpu)."""
    compiled = {tool: [] for tool in TOOLS}
    for _ in range(options.runs):
        for tool in TOOLS:
            command = tools.compileCommand(tool)
            compiled[tool].append(measure(command, tools.folder) if command else (0.0, 0.0))
    rows = []
    for cycles in options.cycles:
        runs = {tool: [] for tool in TOOLS}
        for _ in range(options.runs):
            for tool in TOOLS:
                runs[tool].append(measure(tools.runCommand(tool, cycles), tools.folder))
        ends = {resultOf(sample[2]) for samples in runs.values() for sample in samples}
        if len(ends) != 1 or "" in ends:
            sys.exit(f"total_time: {cycles} cycles end differently: {sorted(ends)}")
        for tool in TOOLS:
            rows.append({"tool": tool, "cycles": cycles, "compile": medians(compiled[tool]),
                         "run": medians(runs[tool])})
            print(f"{tool}, {cycles} cycles: " + ", ".join(
                f"{step} {rows[-1][step][0]:.2f} s" for step in ("compile", "run")), flush=True)
    return rows


# Writing ------------------------------------------------------------------------


def totalOf(row, which):
    return row["compile"][which] + row["run"][which]


def writeTable(rows, path):
    head = ["tool", "cycles"] + [f"{step}_{kind}_s" for step in ("compile", "run", "total")
                                 for kind in ("wall", "cpu")]
    with open(path, "w", encoding="utf-8") as file:
        file.write("\t".join(head) + "\n")
        for row in rows:
            times = [*row["compile"], *row["run"], totalOf(row, 0), totalOf(row, 1)]
            file.write("\t".join([row["tool"], str(row["cycles"])] +
                                 [f"{seconds:.3f}" for seconds in times]) + "\n")


class Plot:
    """Seconds over cycles, both logarithmic. Solid: wall; dashed: CPU."""

    width, height, left, right, top, bottom = 760, 470, 70, 150, 60, 50

    def __init__(self, rows, runs):
        self.rows, self.runs, self.parts = rows, runs, []
        times = [totalOf(row, which) for row in rows for which in (0, 1)]
        self.cycles = sorted({row["cycles"] for row in rows})
        self.low, self.high = math.floor(math.log10(min(times))), math.ceil(math.log10(max(times)))

    def x(self, cycles):
        low, high = math.log10(self.cycles[0]), math.log10(self.cycles[-1])
        share = (math.log10(cycles) - low) / (high - low) if high > low else 0.5
        return self.left + share * (self.width - self.left - self.right)

    def y(self, seconds):
        share = (math.log10(seconds) - self.low) / (self.high - self.low)
        return self.height - self.bottom - share * (self.height - self.top - self.bottom)

    def text(self, x, y, text, anchor="start", fill="#222"):
        self.parts.append(f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{fill}">'
                          f'{escape(text)}</text>')

    def line(self, points, colour, dash="", width=2):
        at = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        self.parts.append(f'<polyline points="{at}" fill="none" stroke="{colour}" '
                          f'stroke-width="{width}" stroke-dasharray="{dash}"/>')

    def axes(self):
        right = self.width - self.right
        for power in range(self.low, self.high + 1):
            y = self.y(10.0**power)
            self.line([(self.left, y), (right, y)], "#ddd", width=1)
            self.text(self.left - 8, y + 4, f"{10.0**power:g} s", "end")
        for cycles in self.cycles:
            self.line([(self.x(cycles), self.top), (self.x(cycles), self.y(10.0**self.low))],
                      "#ddd", width=1)
            self.text(self.x(cycles), self.height - self.bottom + 18, f"{cycles:,}", "middle")
        self.text((self.left + right) / 2, self.height - 10, "clock cycles", "middle")
        self.text(10, 22, "RISC-V system: from sources to the end of the simulation")
        self.text(10, 40, f"medians of {self.runs} runs; solid: wall-clock time, dashed: CPU time",
                  fill="#666")

    def curves(self):
        labels = []
        for tool, colour in zip(TOOLS, COLOURS):
            rows = [row for row in self.rows if row["tool"] == tool]
            for which, dash in ((0, ""), (1, "5 4")):
                self.line([(self.x(row["cycles"]), self.y(totalOf(row, which))) for row in rows],
                          colour, dash)
            for row in rows:
                title = f"{tool}, {row['cycles']} cycles: {totalOf(row, 0):.2f} s"
                self.parts.append(f'<circle cx="{self.x(row["cycles"]):.1f}" '
                                  f'cy="{self.y(totalOf(row, 0)):.1f}" r="3.5" fill="{colour}">'
                                  f'<title>{escape(title)}</title></circle>')
            labels.append((self.y(totalOf(rows[-1], 0)), f"{tool} {totalOf(rows[-1], 0):.1f} s",
                           colour))
        below = -math.inf
        for y, text, colour in sorted(labels):
            below = max(y + 4, below + 15)
            self.text(self.width - self.right + 8, below, text, fill=colour)

    def draw(self):
        self.axes()
        self.curves()
        return "\n".join([
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.width}" '
            f'height="{self.height}" viewBox="0 0 {self.width} {self.height}" '
            'font-family="sans-serif" font-size="12">',
            f'<rect width="{self.width}" height="{self.height}" fill="white"/>', *self.parts,
            "</svg>"]) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--verilator", default="verilator")
    parser.add_argument("--circt-sim", default=os.path.join(ROOT, "build", "bin", "circt-sim"))
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--cycles", default="100000,1000000,10000000")
    parser.add_argument("--out", default=os.path.join(ROOT, "docs", "bench"))
    options = parser.parse_args()
    options.cycles = sorted(int(float(text)) for text in re.split(",", options.cycles))
    os.makedirs(options.out, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="total-time-") as folder:
        rows = measureAll(Tools(options, folder), options)
    writeTable(rows, os.path.join(options.out, "total-time.tsv"))
    with open(os.path.join(options.out, "total-time.svg"), "w", encoding="utf-8") as file:
        file.write(Plot(rows, options.runs).draw())


if __name__ == "__main__":
    main()
