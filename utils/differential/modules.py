#!/usr/bin/env python3
"""Compares the traces of random small designs between circt-sim and Icarus 11.

    modules.py [--circt-sim=PATH] [--count N] [--seed S] [--jobs J]
               [--keep DIR] [--no-shrink] [--vcd]

A design has registers, combinational blocks with if, case, casez, casex and for,
memories, functions, generate loops, gates, three-state nets, delays, processes,
and instances of smaller modules. Every signal of its top module is printed with
%b several times per half period. The designs are order-independent (module_tree.py
tells how), and their expressions avoid what Icarus is known to get wrong, so there
are no known disagreements: every difference is a failure.

A failing design is shrunk: fewer cycles, then fewer items. The exit status is 1 if
there are failures. With --vcd the designs dump all signals instead, and the value
changes in the two files are compared.
"""

import argparse
import random
import sys

import expression_tree as tree
import fourstate as fs
import module_tree
import runner
import vcd

CYCLES = 12
START = 5  # before that, whether a process already waits is open


class Design:
    def __init__(self, modules, stimuli, isDumped=False):
        self.modules, self.stimuli, self.isDumped = modules, stimuli, isDumped
        self.top = modules[-1]
        self.traced = [s.name for s in self.top.signals]

    def text(self):
        top = self.top
        lines = [m.text() for m in self.modules]
        lines += ["module test;", "  logic clk = 0, rst;"]
        lines += [f"  {s.declaration('logic')}" for s in top.inputs]
        ports = [".clk(clk)", ".rst(rst)"] + [f".{s.name}({s.name})" for s in top.inputs]
        lines += [f"  {top.name} dut(" + ", ".join(ports) + ");", "  always #10 clk = ~clk;"]
        lines += ["  task show;", "    begin"]
        for name in self.traced:
            lines.append(f'      $strobe("%0d {name} %b", $time, dut.{name});')
        lines += ["    end", "  endtask", "  initial begin"]
        if self.isDumped:
            lines += ['    $dumpfile("dump.vcd");', "    $dumpvars(0, test);"]
        lines.append(f"    #{START} rst = 1;")
        for i, values in enumerate(self.stimuli):
            if i == 2:
                lines.append("    rst = 0;")
            lines += [f"    {s.name} = {s.width}'b{fs.show(v)};" for s, v in zip(top.inputs, values)]
            lines.append("    #20;" if self.isDumped else
                         "    #1 show; #4 show; #4 show; #3 show; #3 show; #5;")
        return "\n".join(lines + ["    $finish(0);", "  end", "endmodule", ""])

    def items(self):
        return [item for m in self.modules for item in m.items]


def generate(seed, isDumped=False):
    r = random.Random(seed)
    leaves = []
    for i in range(r.randint(0, 2)):
        generator = module_tree.ModuleGenerator(r, f"leaf{i}", list(leaves))
        generator.module.parameters = [("P", r.randint(0, 9))]
        generator.module.items.append(module_tree.Item(["wire [7:0] parameter_ = P;"], []))
        leaf = generator.generate(r.randint(1, 3), r.randint(1, 2), r.randint(2, 4))
        leaves.append(leaf)
    top = module_tree.ModuleGenerator(r, "top", leaves).generate(r.randint(2, 4), 0,
                                                                 r.randint(5, 12), True)
    values = tree.TameGenerator(r, [])
    stimuli = [[values.value(s.width) for s in top.inputs] for _ in range(CYCLES)]
    return Design(leaves + [top], stimuli, isDumped)


class Comparison:
    def __init__(self, options):
        self.options = options
        simulator = None if options.oracle_only else runner.simulatorFrom(options)
        self.runner = runner.Runner(simulator, options.keep)

    def compare(self, design):
        """(what differs or None, the name of the first signal that does)."""
        ours, theirs = self.runner.run(design.text())
        if theirs.error:  # a crash of Icarus, or an illegal design
            crashed = "status -" in theirs.error or "assert" in theirs.error
            return (None if crashed else f"no oracle: {theirs.error}"), None
        if not ours:
            return None, None
        if ours.error:
            return ours.error, None
        if design.isDumped:
            if not ours.dump or not theirs.dump:
                return "no dump", None
            return vcd.difference(vcd.Dump(ours.dump), vcd.Dump(theirs.dump), START), None
        for own, other in zip(ours.lines, theirs.lines):
            if own != other:
                return f"circt-sim {own}\n  Icarus    {other}", own.split(" ")[1:2]
        if len(ours.lines) != len(theirs.lines):
            return f"{len(ours.lines)} lines, Icarus prints {len(theirs.lines)}", None
        return None, None

    def shrink(self, design, what):
        """Leaves out cycles, signals of the trace, and items while it differs."""
        kind = what.split(" ")[0]

        def fails():
            result, signal = self.compare(design)
            return result is not None and result.split(" ")[0] == kind, result, signal

        stimuli = design.stimuli
        for count in range(1, len(stimuli)):
            design.stimuli = stimuli[:count]
            if fails()[0]:
                break
        else:
            design.stimuli = stimuli
        _, result, signal = fails()
        if signal:
            traced, design.traced = design.traced, signal
            if not fails()[0]:
                design.traced = traced
        for item in design.items():
            item.dropped = True
            if not fails()[0]:
                item.dropped = False
        return fails()[1] or what

    def test(self, seed):
        design = generate(seed, self.options.vcd)
        what, _ = self.compare(design)
        if what is None:
            return None
        if not self.options.no_shrink and not what.startswith("no oracle"):
            what = self.shrink(design, what)
        self.runner.keepProgram(f"module-{seed}.sv", design.text())
        return f"seed {seed}: {what}\n{design.text()}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    runner.addOptions(parser)
    parser.add_argument("--vcd", action="store_true", help="compare value change dumps")
    parser.add_argument("--oracle-only", action="store_true",
                        help="only see that Icarus accepts the designs")
    options = parser.parse_args()
    comparison = Comparison(options)
    failed = 0
    for report in runner.forAll(comparison.test, options):
        if report:
            failed += 1
            print(report, flush=True)
    print(f"modules: {options.count} designs, {failed} with failures")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
