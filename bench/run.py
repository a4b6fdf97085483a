#!/usr/bin/env python3
"""Times circt-sim, Icarus Verilog and Verilator on the same designs, in one run.

    bench/run.py --output DIR [--runs N] [--only NAME,...] [--tools NAME,...]
                 [--mode MODE]... [--extra FILE.json]... [--simulator PATH]

Every workload is run N times by every tool, the tools taking turns, so that a
change of the machine's speed meets them all; the numbers are medians. Per tool:

    compile     the separate compile command (none for circt-sim), done once
    first line  wall time from the first command to the first line of output
    run         the rest of the simulation after its first line
    total       compile and simulation together

The first line is timed in runs of their own, on a pseudo terminal (so that output
is not held back in a buffer), which end there. All other runs write to a file.
Time is wall-clock, or user + system CPU of the process and its children.

The last line of output must be the same for every tool, or the tool's numbers are
marked as wrong. DIR receives results.json, results.txt and results.svg.

A list of workloads (see workloads.json) has per entry: name, files, top, and
optionally about, plusargs, parameters (an object), defines, include, cycles (for
cycles per second), first_line (a pattern, where a tool prints something before the
design does), generate (a command that writes sources), cwd (where to simulate),
skip (tool -> reason) and args (tool -> further arguments). {dir} is the workload's
scratch folder, {python} the interpreter. Paths are relative to the repository for
workloads.json, and to the list itself for --extra.
"""

import argparse
import json
import os
import platform
import pty
import re
import select
import shutil
import signal
import statistics
import subprocess
import sys
import time
import tty

import plot

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class Failure(Exception):
    """A tool could not compile or run a workload; the text says why."""


# Processes ----------------------------------------------------------------------


def stop(pid):
    """Ends the process group that `start` made."""
    try:
        os.killpg(pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def waitFor(process, limit):
    """Waits at most `limit` seconds; returns (status, resource usage of the tree)."""
    deadline = time.monotonic() + limit
    pause = 0.0005
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            process.returncode = os.waitstatus_to_exitcode(status)
            return process.returncode, usage
        if time.monotonic() > deadline:
            stop(process.pid)
            os.wait4(process.pid, 0)
            process.returncode = -signal.SIGKILL
            raise Failure(f"more than {limit} s")
        time.sleep(pause)
        pause = min(pause * 1.2, 0.005)


def cpuOf(usage):
    return usage.ru_utime + usage.ru_stime


def measure(command, cwd, output, limit):
    """Runs `command` to its end. Returns {status, wall, cpu, memory_mb}."""
    with open(output, "wb") as file:
        begin = time.perf_counter()
        process = subprocess.Popen(command, cwd=cwd, stdin=subprocess.DEVNULL, stdout=file,
                                   stderr=subprocess.STDOUT, start_new_session=True)
        status, usage = waitFor(process, limit)
        wall = time.perf_counter() - begin
    return {"status": status, "wall": wall, "cpu": cpuOf(usage),
            "memory_mb": usage.ru_maxrss / 1024}


def cpuSoFar(pid):
    """User + system CPU of a live process and of its children that ended."""
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii", errors="replace") as file:
            fields = file.read().rsplit(")", 1)[1].split()
    except OSError:
        return 0.0
    return sum(int(fields[index]) for index in (11, 12, 13, 14)) / os.sysconf("SC_CLK_TCK")


def measureFirstLine(command, cwd, pattern, limit):
    """Runs `command` until a line of its output matches. Returns {wall, cpu}."""
    leader, follower = pty.openpty()
    tty.setraw(follower)
    begin = time.perf_counter()
    process = subprocess.Popen(command, cwd=cwd, stdin=subprocess.DEVNULL, stdout=follower,
                               stderr=follower, start_new_session=True)
    os.close(follower)
    seen, text = None, b""
    try:
        while seen is None and time.perf_counter() - begin < limit:
            if not select.select([leader], [], [], 0.1)[0]:
                continue
            try:
                chunk = os.read(leader, 65536)
            except OSError:  # the other side is closed: the program ended
                break
            if not chunk:
                break
            text += chunk
            for line in text.split(b"\n")[:-1]:
                if pattern.search(line.decode(errors="replace")):
                    seen = time.perf_counter() - begin
                    break
            text = text.rsplit(b"\n", 1)[-1]
        cpu = cpuSoFar(process.pid)
    finally:
        stop(process.pid)
        process.wait()
        os.close(leader)
    return {"wall": seen, "cpu": cpu} if seen is not None else None


# Tools --------------------------------------------------------------------------


class CirctSim:
    """One command compiles, elaborates and runs."""

    def __init__(self, program, mode):
        self.program = program
        self.mode = mode
        self.name = f"circt-sim {mode}" if mode else "circt-sim"
        self.kind = "circt-sim"

    def available(self):
        return os.access(self.program, os.X_OK)

    def version(self):
        result = subprocess.run(["git", "-C", ROOT, "rev-parse", "--short", "HEAD"], text=True,
                                stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
        return f"{self.name} {result.stdout.strip()}".strip()

    def compileCommand(self, workload):
        return None

    def runCommand(self, workload):
        command = [self.program]
        if self.mode:
            command.append(f"--mode={self.mode}")
        if workload.top:
            command += ["--top", workload.top]
        command += [f"-G{name}={value}" for name, value in workload.parameters.items()]
        command += [f"-D{define}" for define in workload.defines]
        command += [f"-I{folder}" for folder in workload.include]
        return command + workload.argumentsFor(self.kind) + workload.files + workload.plusargs


class Icarus:
    name = kind = "iverilog"

    def available(self):
        return bool(shutil.which("iverilog") and shutil.which("vvp"))

    def version(self):
        return firstLineOf(["iverilog", "-V"])

    def compileCommand(self, workload):
        command = ["iverilog", "-g2012", "-o", workload.scratch("iverilog.vvp")]
        if workload.top:
            command += ["-s", workload.top]
            command += [f"-P{workload.top}.{name}={value}"
                        for name, value in workload.parameters.items()]
        command += [f"-D{define}" for define in workload.defines]
        command += [f"-I{folder}" for folder in workload.include]
        return command + workload.argumentsFor(self.kind) + workload.files

    def runCommand(self, workload):
        return ["vvp", "-n", workload.scratch("iverilog.vvp")] + workload.plusargs


class Verilator:
    name = kind = "verilator"

    def available(self):
        return bool(shutil.which("verilator"))

    def version(self):
        return firstLineOf(["verilator", "--version"])

    def compileCommand(self, workload):
        command = ["verilator", "--binary", "--timing", "-O3", "-Wno-fatal", "-Wno-lint",
                   "-Wno-style", "-j", "1", "-CFLAGS", "-O2", "--Mdir",
                   workload.scratch("verilator"), "-o", "simulation"]
        if workload.top:
            command += ["--top-module", workload.top]
        command += [f"-G{name}={value}" for name, value in workload.parameters.items()]
        command += [f"-D{define}" for define in workload.defines]
        command += [f"-I{folder}" for folder in workload.include]
        return command + workload.argumentsFor(self.kind) + workload.files

    def runCommand(self, workload):
        return [workload.scratch("verilator/simulation")] + workload.plusargs


def firstLineOf(command):
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                            check=False)
    return result.stdout.split("\n")[0].strip()


# Workloads ----------------------------------------------------------------------


class Workload:
    """An entry of a list, with its paths made absolute."""

    def __init__(self, entry, base, output):
        self.name = entry["name"]
        self.about = entry.get("about", "")
        self.folder = os.path.join(output, "work", self.name)
        self.base = base
        self.top = entry.get("top")
        self.cycles = entry.get("cycles")
        self.plusargs = [self.expand(argument) for argument in entry.get("plusargs", [])]
        self.parameters = entry.get("parameters", {})
        self.defines = entry.get("defines", [])
        self.files = [self.path(file) for file in entry["files"]]
        self.include = [self.path(folder) for folder in entry.get("include", [])]
        self.cwd = self.path(entry["cwd"]) if "cwd" in entry else self.folder
        self.generate = [self.expand(word) for word in entry.get("generate", [])]
        self.skip = entry.get("skip", {})
        self.args = entry.get("args", {})
        self.firstLine = re.compile(entry.get("first_line", ""))

    def expand(self, text):
        return text.replace("{dir}", self.folder).replace("{python}", sys.executable)

    def path(self, text):
        return os.path.normpath(os.path.join(self.base, self.expand(text)))

    def scratch(self, name):
        return os.path.join(self.folder, name)

    def argumentsFor(self, kind):
        return [self.expand(argument) for argument in self.args.get(kind, [])]

    def prepare(self):
        os.makedirs(self.folder, exist_ok=True)
        if self.generate:
            subprocess.run(self.generate, cwd=self.base, check=True)
        for file in self.files:
            if not os.path.exists(file):
                raise Failure(f"{file} does not exist")


def loadWorkloads(options, output):
    workloads = []
    lists = [(os.path.join(ROOT, "bench", "workloads.json"), ROOT)]
    lists += [(path, os.path.dirname(os.path.abspath(path))) for path in options.extra]
    for path, base in lists:
        with open(path, encoding="utf-8") as file:
            workloads += [Workload(entry, base, output) for entry in json.load(file)["workloads"]]
    if options.only:
        wanted = options.only.split(",")
        unknown = set(wanted) - {workload.name for workload in workloads}
        if unknown:
            sys.exit(f"no such workload: {', '.join(sorted(unknown))}")
        workloads = [workload for workload in workloads if workload.name in wanted]
    return workloads


# Measuring ----------------------------------------------------------------------


def lastLine(path):
    """The last line that the design printed; Verilator's own remarks start with '- '."""
    with open(path, encoding="utf-8", errors="replace") as file:
        lines = [line.rstrip() for line in file]
    lines = [line for line in lines if line and not line.startswith("- ")]
    return lines[-1] if lines else ""


def median(samples, key):
    return statistics.median(sample[key] for sample in samples)


class Measurement:
    """One tool on one workload."""

    def __init__(self, tool, workload, limit):
        self.tool, self.workload, self.limit = tool, workload, limit
        self.error = None
        self.compiled = {"wall": 0.0, "cpu": 0.0}
        self.firstLines, self.runs = [], []
        self.last = ""

    def attempt(self, action):
        """Runs `action` unless something failed before."""
        if self.error is None:
            try:
                action()
            except (Failure, OSError) as failure:
                self.error = str(failure)

    def compile(self):
        reason = self.workload.skip.get(self.tool.kind)
        if reason:
            raise Failure(f"skipped: {reason}")
        command = self.tool.compileCommand(self.workload)
        if command is None:
            return
        log = self.workload.scratch(f"{self.tool.kind}-compile.log")
        self.compiled = measure(command, self.workload.cwd, log, self.limit)
        if self.compiled["status"] != 0:
            raise Failure(f"compiling failed, see {log}")

    def firstLine(self):
        sample = measureFirstLine(self.tool.runCommand(self.workload), self.workload.cwd,
                                  self.workload.firstLine, self.limit)
        if sample is not None:
            self.firstLines.append(sample)

    def run(self):
        log = self.workload.scratch(f"{self.tool.name.replace(' ', '-')}-run.log")
        sample = measure(self.tool.runCommand(self.workload), self.workload.cwd, log, self.limit)
        if sample["status"] != 0:
            raise Failure(f"exit status {sample['status']}, see {log}")
        self.runs.append(sample)
        self.last = lastLine(log)

    def result(self, reference):
        entry = {"tool": self.tool.name}
        if self.error:
            entry["error"] = self.error
            return entry
        run = {key: median(self.runs, key) for key in ("wall", "cpu", "memory_mb")}
        first = {key: median(self.firstLines, key) if self.firstLines else None
                 for key in ("wall", "cpu")}
        after = {key: max(run[key] - (first[key] or 0), 0) for key in ("wall", "cpu")}
        entry.update({
            "compile": {key: self.compiled[key] for key in ("wall", "cpu")},
            "first_line_wall": first["wall"] and first["wall"] + self.compiled["wall"],
            "run": after,
            "total": {key: run[key] + self.compiled[key] for key in ("wall", "cpu")},
            "memory_mb": run["memory_mb"],
            "samples": [{key: sample[key] for key in ("wall", "cpu")} for sample in self.runs],
            "last_line": self.last,
            "agrees": reference is None or self.last == reference,
        })
        if self.workload.cycles and after["cpu"] > 0:
            entry["cycles_per_cpu_second"] = self.workload.cycles / after["cpu"]
        return entry


def runWorkload(workload, tools, options):
    """Measures all tools on one workload, in turns."""
    entry = {"name": workload.name, "about": workload.about, "results": []}
    try:
        workload.prepare()
    except (Failure, subprocess.CalledProcessError) as failure:
        entry["error"] = str(failure)
        return entry
    measurements = [Measurement(tool, workload, options.timeout) for tool in tools]
    for measurement in measurements:
        print(f"{workload.name}: {measurement.tool.name}", file=sys.stderr)
        measurement.attempt(measurement.compile)
    for _ in range(options.runs):
        for measurement in measurements:
            measurement.attempt(measurement.run)
        for measurement in measurements:
            measurement.attempt(measurement.firstLine)
    # What most tools agree on; with two tools that differ, the first one of a
    # reference simulator.
    lines = [m.last for m in reversed(measurements) if m.error is None]
    reference = max(lines, key=lines.count) if lines else None
    entry["results"] = [measurement.result(reference) for measurement in measurements]
    addRatios(entry)
    return entry


def addRatios(entry):
    """Adds how many times the first working circt-sim's time the others take."""
    base = next((r for r in entry["results"]
                 if r["tool"].startswith("circt-sim") and "error" not in r), None)
    if base is None:
        return
    for result in entry["results"]:
        if "error" in result:
            continue
        result["ratio"] = {}
        for part, key in (("run", "cpu"), ("total", "wall"), ("total", "cpu")):
            if base[part][key] > 0:
                result["ratio"][f"{part}_{key}"] = result[part][key] / base[part][key]


# Reporting ----------------------------------------------------------------------


def number(value, form="{:.3f}"):
    return "-" if value is None else form.format(value)


def table(report):
    header = ["workload", "tool", "compile", "first line", "run cpu", "total wall", "total cpu",
              "MB", "cycles/s", "run x", "total x", ""]
    rows = [header]
    for entry in report["workloads"]:
        if "error" in entry:
            rows.append([entry["name"], "-"] + [""] * 9 + [entry["error"]])
        for result in entry["results"]:
            if "error" in result:
                rows.append([entry["name"], result["tool"]] + [""] * 9 + [result["error"]])
                continue
            ratio = result.get("ratio", {})
            rows.append([
                entry["name"], result["tool"], number(result["compile"]["wall"]),
                number(result["first_line_wall"]), number(result["run"]["cpu"]),
                number(result["total"]["wall"]), number(result["total"]["cpu"]),
                number(result["memory_mb"], "{:.0f}"),
                number(result.get("cycles_per_cpu_second"), "{:.0f}"),
                number(ratio.get("run_cpu"), "{:.2f}"), number(ratio.get("total_wall"), "{:.2f}"),
                "" if result["agrees"] else "WRONG RESULT",
            ])
    widths = [max(len(row[column]) for row in rows) for column in range(len(header))]
    lines = []
    for row in rows:
        cells = [cell.ljust(width) if column < 2 or column == len(header) - 1
                 else cell.rjust(width) for column, (cell, width) in enumerate(zip(row, widths))]
        lines.append("  ".join(cells).rstrip())
    lines.insert(1, "-" * len(lines[0]))
    lines.append("")
    lines.append(f"Seconds, medians of {report['runs']} runs. 'x': time divided by circt-sim's; "
                 "above 1, circt-sim is faster.")
    return "\n".join(lines) + "\n"


def machine():
    model = platform.processor() or platform.machine()
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            model = next((line.split(":", 1)[1].strip() for line in file
                          if line.startswith("model name")), model)
    except OSError:
        pass
    return {"cpu": model, "cores": os.cpu_count(), "system": platform.platform()}


def parseOptions():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--output", metavar="DIR", help="where results and scratch files go")
    parser.add_argument("--runs", type=int, default=5, help="runs per tool (default 5)")
    parser.add_argument("--only", help="workloads, separated by commas")
    parser.add_argument("--tools", default="circt-sim,iverilog,verilator")
    parser.add_argument("--mode", action="append", default=[],
                        help="run circt-sim with this --mode too; may be repeated")
    parser.add_argument("--extra", action="append", default=[], metavar="FILE.json",
                        help="a further list of workloads")
    parser.add_argument("--simulator", default=os.path.join(ROOT, "build", "bin", "circt-sim"))
    parser.add_argument("--timeout", type=float, default=600, help="seconds per command")
    parser.add_argument("--list", action="store_true", help="only list the workloads")
    options = parser.parse_args()
    if not options.output and not options.list:
        parser.error("--output is required")
    if options.runs < 1:
        parser.error("--runs must be at least 1")
    return options


def chooseTools(options):
    wanted = options.tools.split(",")
    simulators = [CirctSim(os.path.abspath(options.simulator), mode)
                  for mode in options.mode or [None]]
    tools = [tool for tool in simulators + [Icarus(), Verilator()] if tool.kind in wanted]
    present = [tool for tool in tools if tool.available()]
    for tool in tools:
        if tool not in present:
            print(f"{tool.name} is not installed or not built", file=sys.stderr)
    if not present:
        sys.exit("nothing to measure")
    return present


def main():
    options = parseOptions()
    output = os.path.abspath(options.output or ".")
    workloads = loadWorkloads(options, output)
    if options.list:
        for workload in workloads:
            print(f"{workload.name:20} {workload.about}")
        return
    os.makedirs(output, exist_ok=True)
    tools = chooseTools(options)
    report = {
        "schema_version": 1,
        "command": sys.argv,
        "runs": options.runs,
        "machine": machine(),
        "tools": {tool.name: tool.version() for tool in tools},
        "workloads": [runWorkload(workload, tools, options) for workload in workloads],
    }
    with open(os.path.join(output, "results.json"), "w", encoding="utf-8") as file:
        json.dump(report, file, indent=2)
        file.write("\n")
    text = table(report)
    with open(os.path.join(output, "results.txt"), "w", encoding="utf-8") as file:
        file.write(text)
    with open(os.path.join(output, "results.svg"), "w", encoding="utf-8") as file:
        file.write(plot.draw(report))
    print(text, end="")
    wrong = [result for entry in report["workloads"] for result in entry["results"]
             if not result.get("agrees", True)]
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
