#!/usr/bin/env python3
"""Compares random expressions between circt-sim and Icarus Verilog 11.

    expressions.py [--circt-sim=PATH] [--count N] [--seed S] [--jobs J]
                   [--keep DIR] [--no-shrink] [--model]

Every program has variables of 1 to 130 bits, signed and unsigned, and some dozen
expressions over all operators, in four places: printed, assigned to a variable of
another width, driven onto a net, or (constants only) as a local parameter. All
are printed with %b for two rounds of values, x and z among them.

A third opinion is computed here, from the standard's tables (fourstate.py). A
difference between the two simulators is a failure unless circt-sim agrees with
that opinion and the expression shows one of the traits of KNOWN. With --model
circt-sim is not run: Icarus is compared with the third opinion.

Failures are shrunk to one small expression. The exit status is 1 if there are any.
"""

import argparse
import random
import sys

import expression_tree as tree
import fourstate as fs
import runner

# Known disagreements: a trait that expression_tree.py notes while it evaluates,
# and why Icarus Verilog 11 differs there.
KNOWN = {
    "merge-z-z": "?: under an unknown condition merges z with z to x, not z (table 11-20)",
    "far-index": "an index beyond 32 bits is out of range and not truncated (11.5.1)",
    "power-negative": "a negative exponent gives 0, 1, -1 or x by table 11-4, also for an unsigned "
                      "base, whose sign does not concern the exponent (11.8.1)",
    "constant-condition": "?: takes its sign from both branches, also under a constant condition "
                          "(11.8.1)",
    "whole-select": "a part-select is unsigned, also one of all bits (11.8.1)",
    "wide-division": "a quotient of more than 64 bits is exact (11.4.3); Icarus loses some",
    "no-oracle": "Icarus did not survive the program; compared with the third opinion only",
    "unsized": "an unsized literal has 32 bits, and an expression does not grow with it (5.7.1)",
    "power-wide-signed": "a signed power of more than 64 bits is exact (11.4.3)",
}

EXPRESSIONS = 40
VARIABLES = 8
ROUNDS = 2


class Case:
    """One expression in one place: 'print', 'assign', 'net' or 'parameter'. width
    and signed are the destination's."""

    def __init__(self, place, expression, width=0, signed=False):
        self.place, self.expression, self.width, self.signed = place, expression, width, signed

    def expected(self, values):
        """(digits, traits)."""
        scope = tree.Scope(values)
        e = self.expression
        if self.place == "print":
            return fs.show(e.self_(scope)), scope.traits
        wide = e.evaluate(scope, max(self.width, e.width), e.signed)
        return fs.show(fs.resize(wide, self.width, False)), scope.traits

    def declaration(self, i):
        sign = "signed " if self.signed else ""
        range_ = f"{sign}[{self.width - 1}:0]"
        if self.place == "assign":
            return f"  logic {range_} r{i};"
        if self.place == "net":
            return f"  wire {range_} r{i} = {self.expression.text()};"
        if self.place == "parameter":
            return f"  localparam {range_} r{i} = {self.expression.text()};"
        return None

    def statement(self, i):
        if self.place == "print":
            return f'    $display("{i} %b", {self.expression.text()});'
        assign = f"r{i} = {self.expression.text()}; " if self.place == "assign" else ""
        return f'    {assign}$display("{i} %b", r{i});'


class Program:
    def __init__(self, variables, rounds, cases):
        self.variables, self.rounds, self.cases = variables, rounds, cases

    def text(self):
        lines = ["module test;"]
        for v in self.variables:
            lines.append(f"  logic {'signed ' if v.signed else ''}[{v.width - 1}:0] {v.name};")
        lines += filter(None, (c.declaration(i) for i, c in enumerate(self.cases)))
        lines += ["  task show;", "    begin"]
        lines += [c.statement(i) for i, c in enumerate(self.cases)]
        lines += ["    end", "  endtask", "  initial begin"]
        for values in self.rounds:
            lines += [f"    {name} = {v.width}'b{fs.show(v)};" for name, v in values.items()]
            lines += ["    #1;", "    show;"]
        lines += ["  end", "endmodule", ""]
        return "\n".join(lines)

    def expected(self):
        """For every printed line: (text, traits, case)."""
        for values in self.rounds:
            for i, case in enumerate(self.cases):
                digits, traits = case.expected(values)
                yield f"{i} {digits}", traits, case, values


def generate(seed):
    r = random.Random(seed)
    variables = [tree.Variable(f"v{i}", r.choice(tree.WIDTHS), r.random() < 0.5)
                 for i in range(VARIABLES)]
    generator = tree.Generator(r, variables)
    constants = tree.Generator(r, [])
    rounds = [{v.name: generator.value(v.width) for v in variables} for _ in range(ROUNDS)]
    cases = []
    for _ in range(EXPRESSIONS):
        place = r.choice(["print", "print", "assign", "assign", "net", "net", "parameter"])
        source = constants if place == "parameter" else generator
        expression = source.tree(r.choice([1, 2, 2, 3, 3, 4]))
        cases.append(Case(place, expression, r.choice(tree.WIDTHS), r.random() < 0.5))
    return Program(variables, rounds, cases)


class Failure:
    def __init__(self, what, case=None, values=None):
        self.what, self.case, self.values = what, case, values


class Comparison:
    def __init__(self, options):
        self.options = options
        simulator = None if options.model else runner.simulatorFrom(options)
        self.runner = runner.Runner(simulator, options.keep)

    def compare(self, program):
        """(failures, known: [trait], icarusOnly: whether only Icarus failed)."""
        ours, theirs = self.runner.run(program.text())
        if ours and ours.error:
            return [Failure(ours.error)], []
        expected = list(program.expected())
        failures, known = [], []
        isCrash = theirs.error and (theirs.error.startswith("vvp") or
                                    "Assertion" in theirs.error)
        if theirs.error and not isCrash:
            return [Failure(theirs.error)], []
        if isCrash:  # the third opinion is all there is
            known.append("no-oracle")
            theirs.lines = [line for line, *_ in expected]
        if len(theirs.lines) != len(expected):
            return [Failure(f"Icarus prints {len(theirs.lines)} lines, not {len(expected)}")], []
        if ours and len(ours.lines) != len(expected):
            return [Failure(f"circt-sim prints {len(ours.lines)} lines, not {len(expected)}")], []
        for n, (model, traits, case, values) in enumerate(expected):
            other = theirs.lines[n]
            own = ours.lines[n] if ours else model
            if own == other and own == model:
                continue
            explained = sorted(traits & set(KNOWN))
            if own == model and explained:
                known.append(explained[0])
                continue
            failures.append(Failure(f"circt-sim {own}\n  Icarus    {other}\n  model     {model}",
                                    case, values))
        return failures, known

    def single(self, program, case, values):
        return Program(program.variables, [values], [case])

    def shrink(self, program, failure):
        """The smallest expression that still differs, found greedily."""
        best, values, what = failure.case, failure.values, failure.what
        budget = 150
        progress = True
        while progress and budget > 0:
            progress = False
            for expression in sorted(smaller(best.expression), key=size):
                if size(expression) >= size(best.expression) or budget <= 0:
                    break
                budget -= 1
                case = Case(best.place, expression, best.width, best.signed)
                failures, _ = self.compare(self.single(program, case, values))
                if failures and failures[0].case:
                    best, what, progress = case, failures[0].what, True
                    break
        result = Failure(what, best, values)
        return result

    def test(self, seed):
        program = generate(seed)
        failures, known = self.compare(program)
        reports = []
        for failure in failures[:3]:
            if failure.case and not self.options.no_shrink:
                failure = self.shrink(program, failure)
            text = program.text()
            if failure.case:
                used = names(failure.case.expression)
                text = Program([v for v in program.variables if v.name in used],
                               [{k: v for k, v in failure.values.items() if k in used}],
                               [failure.case]).text()
            self.runner.keepProgram(f"expression-{seed}-{len(reports)}.sv", text)
            reports.append(f"seed {seed}: {failure.what}" + (f"\n{text}" if failure.case else ""))
        return reports, known


def names(node):
    own = {node.name} if isinstance(node, tree.Variable) else set()
    if isinstance(node, tree.Select):
        own.add(node.variable.name)
    return own.union(*(names(c) for c in node.children)) if node.children else own


def size(node):
    return 1 + sum(size(c) for c in node.children)


def smaller(node):
    """Trees with one part replaced by one of its own parts or by a literal."""
    yield from node.children
    if node.children:
        yield tree.Literal(fs.make(node.width, 1), node.signed)
    for i, child in enumerate(node.children):
        for replacement in smaller(child):
            children = list(node.children)
            children[i] = replacement
            yield node.with_(children)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    runner.addOptions(parser)
    parser.add_argument("--model", action="store_true",
                        help="compare Icarus with the third opinion; circt-sim is not needed")
    options = parser.parse_args()
    comparison = Comparison(options)
    failed, known = 0, {}
    for reports, traits in runner.forAll(comparison.test, options):
        failed += bool(reports)
        for report in reports:
            print(report, flush=True)
        for trait in traits:
            known[trait] = known.get(trait, 0) + 1
    for trait, count in sorted(known.items()):
        print(f"known: {count} times: {KNOWN.get(trait, trait)}")
    print(f"expressions: {options.count} programs, {failed} with failures")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
