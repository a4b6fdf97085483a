"""Random csim programs that call functions by value.

Functions and tasks of one type stand in tables, of which processes and the functions
themselves choose by computed numbers; entries change while the program runs. A few
entries are null, of another type, or tasks where only functions may be called: the
fault has to be the same in every tier.
"""

import random

TABLE = 4
TABLE_TYPE = f"!csim.uarray<{TABLE} x i64, 0, {TABLE - 1}>"
SIGNATURE = "(i32, i32) -> i32"
OPERATIONS = ["addi", "subi", "muli", "xori", "andi", "ori"]


class Body:
    """Lines of one function or process; names of its i32 values."""

    def __init__(self, program, isTask, values):
        self.program, self.isTask, self.values = program, isTask, values
        self.lines = []
        self.count = 0

    def add(self, text):
        self.lines.append("    " + text)

    def define(self, text):
        name = f"%v{self.count}"
        self.count += 1
        self.add(f"{name} = {text}")
        return name

    def constant(self, number, kind="i32"):
        return self.define(f"arith.constant {number} : {kind}")

    def pick(self):
        return self.program.r.choice(self.values)

    def compute(self):
        r = self.program.r
        other = self.pick() if r.random() < 0.6 else self.constant(r.randrange(1, 1000))
        self.values.append(self.define(f"arith.{r.choice(OPERATIONS)} {self.pick()}, {other} : i32"))

    def entry(self, table):
        size = self.constant(TABLE)
        index = self.define(f"arith.remui {self.pick()}, {size} : i32")
        wide = self.define(f"arith.extui {index} : i32 to i64")
        address = self.define(f"csim.addr @{table} : !csim.ref<{TABLE_TYPE}>")
        return self.define(f"csim.elem_ref {address}[{wide}] : !csim.ref<{TABLE_TYPE}>")

    def call(self, depth):
        r = self.program.r
        isOdd = r.random() < 0.01
        table = "tasks" if (self.isTask and r.random() < 0.6) != isOdd else "functions"
        callee = self.define(f"csim.load {self.entry(table)} : !csim.ref<i64>")
        suspends = "may_suspend " if self.isTask else ""
        self.values.append(self.define(
            f"csim.call_indirect {suspends}{callee}({depth}, {self.pick()}) : {SIGNATURE}"))

    def change(self):
        r = self.program.r
        table = r.choice(["tasks", "functions"])
        value = self.define(self.program.entry(table))
        self.add(f"csim.store {value}, {self.entry(table)} : !csim.ref<i64>")

    def show(self, label):
        self.add(f'csim.syscall "$display"({self.values[-1]} : i32) '
                 f'[#csim.arg<literal, text = "{label} %0d">, #csim.arg<bits>]')

    def step(self, depth):
        kind = self.program.r.random()
        if kind < 0.45:
            self.compute()
        elif kind < 0.75:
            self.call(depth)
        elif kind < 0.85:
            self.change()
        elif kind < 0.93 and self.isTask:
            self.add(f"csim.wait_delay {self.constant(self.program.r.randrange(4), 'i64')}")
        else:
            self.show(f"s{self.program.number()}")


class Program:
    def __init__(self, r):
        self.r = r
        self.labels = 0
        self.functions = [f"f{i}" for i in range(r.randrange(2, 6))]
        self.tasks = [f"t{i}" for i in range(r.randrange(1, 4))]

    def number(self):
        self.labels += 1
        return self.labels

    def entry(self, table):
        """What makes a value for a table."""
        odd = self.r.random()
        if odd < 0.01:
            return "arith.constant 0 : i64"
        if odd < 0.02:
            return "csim.func_ref @other"
        names = self.functions if table == "functions" else self.functions + self.tasks
        return f"csim.func_ref @{self.r.choice(names)}"

    def function(self, name, isTask):
        body = Body(self, isTask, ["%x"])
        zero = body.constant(0)
        isEnd = body.define(f"arith.cmpi eq, %depth, {zero} : i32")
        body.add(f"cf.cond_br {isEnd}, ^end(%x : i32), ^on")
        body.lines.append("  ^on:")
        depth = body.define(f"arith.subi %depth, {body.constant(1)} : i32")
        for _ in range(self.r.randrange(1, 6)):
            body.step(depth)
        body.add(f"cf.br ^end({body.values[-1]} : i32)")
        body.lines.append("  ^end(%result: i32):")
        body.add("csim.return %result : i32")
        attributes = "automatic, task" if isTask else "automatic"
        return [f"  csim.func @{name}(%depth: i32, %x: i32) -> i32 attributes {{{attributes}}} {{",
                *body.lines, "  }"]

    def process(self, name):
        body = Body(self, True, ["%x", "%i"])
        zero, limit = body.constant(0), body.constant(self.r.randrange(5, 40))
        depth = body.constant(self.r.randrange(1, 4))
        body.add(f"cf.br ^loop({zero}, {limit} : i32, i32)")
        body.lines.append("  ^loop(%i: i32, %x: i32):")
        more = body.define(f"arith.cmpi ult, %i, {limit} : i32")
        body.add(f"cf.cond_br {more}, ^body, ^end")
        body.lines.append("  ^body:")
        for _ in range(self.r.randrange(3, 9)):
            body.step(depth)
        body.show(name)
        last = body.values[-1]
        following = body.define(f"arith.addi %i, {body.constant(1)} : i32")
        body.add(f"csim.wait_delay {body.constant(1, 'i64')}")
        body.add(f"cf.br ^loop({following}, {last} : i32, i32)")
        body.lines.append("  ^end:")
        body.add("csim.halt")
        return [f'  csim.process initial "{name}" {{', *body.lines, "  }"]

    def initialiser(self):
        body = Body(self, False, [])
        for table in ("tasks", "functions"):
            address = body.define(f"csim.addr @{table} : !csim.ref<{TABLE_TYPE}>")
            for i in range(TABLE):
                value, index = body.define(self.entry(table)), body.constant(i, "i64")
                element = body.define(f"csim.elem_ref {address}[{index}] : !csim.ref<{TABLE_TYPE}>")
                body.add(f"csim.store {value}, {element} : !csim.ref<i64>")
        body.add("csim.return")
        return ["  csim.func @init() {", *body.lines, "  }"]

    def text(self):
        lines = ['csim.top "top" of @top', "csim.module module @top initialiser @init {",
                 f"  csim.signal @tasks variable : {TABLE_TYPE}",
                 f"  csim.signal @functions variable : {TABLE_TYPE}",
                 "  csim.func @other(%x: i64) attributes {automatic} {", "    csim.return", "  }"]
        lines += self.initialiser()
        for name in self.functions + self.tasks:
            lines += self.function(name, name in self.tasks)
        for i in range(self.r.randrange(1, 4)):
            lines += self.process(f"p{i}")
        return "\n".join(lines + ["}", ""])


def generate(seed):
    return Program(random.Random(seed))


if __name__ == "__main__":
    import sys
    print(generate(int(sys.argv[1]) if len(sys.argv) > 1 else 1).text(), end="")
