"""Random small modules whose traces do not depend on the order of processes.

A module is a list of items; an item declares the signals it drives and has a body
that drives them. Without its body the signals stay undriven, so that bodies can be
left out one by one while a failing program is shrunk.

Order-independent by construction: nothing changes at time 0 (a process might not
wait yet); one clock; inputs and reset change shortly after its falling edge;
registers are written with <= at its rising edge; combinational logic is acyclic,
since an item reads only signals declared before it or registers; delays are
shorter than half a period and read only what changes at clock edges.
"""

import expression_tree as tree
import fourstate as fs


class Signal(tree.Variable):
    """stable: changes at clock edges only, so it may feed a delay."""

    def __init__(self, name, width, signed, stable, isNet=False):
        super().__init__(name, width, signed)
        self.stable, self.isNet = stable, isNet

    def declaration(self, kind=None):
        sign = "signed " if self.signed else ""
        return f"{kind or ('wire' if self.isNet else 'logic')} {sign}[{self.width - 1}:0] {self.name};"


class Item:
    """body: lines; without them only the declarations are printed."""

    def __init__(self, declarations, body):
        self.declarations, self.body, self.dropped = declarations, body, False

    def lines(self):
        return self.declarations + ([] if self.dropped else self.body)


class Module:
    def __init__(self, name):
        self.name, self.inputs, self.outputs, self.signals, self.items = name, [], [], [], []
        self.parameters = []

    def text(self):
        ports = ["input clk", "input rst"]
        for kind, signals in (("input", self.inputs), ("output", self.outputs)):
            for s in signals:
                sign = "signed " if s.signed else ""
                ports.append(f"{kind} {sign}[{s.width - 1}:0] {s.name}")
        parameters = ""
        if self.parameters:
            parameters = " #(" + ", ".join(f"parameter {n} = {v}" for n, v in self.parameters) + ")"
        lines = [f"module {self.name}{parameters}(" + ", ".join(ports) + ");"]
        for item in self.items:
            lines += ["  " + line for line in item.lines()]
        return "\n".join(lines + ["endmodule", ""])


class ModuleGenerator:
    """Fills one module. leaves: modules that it may instantiate."""

    def __init__(self, random, name, leaves):
        self.random, self.leaves = random, leaves
        self.module = Module(name)
        self.count = 0

    def name(self, prefix):
        self.count += 1
        return f"{prefix}{self.count}"

    def signal(self, prefix, stable, isNet=False, width=None):
        r = self.random
        width = width or r.choice(tree.TameGenerator.widths)
        return Signal(self.name(prefix), width, r.random() < 0.4, stable, isNet)

    def expression(self, readable, depth=None):
        depth = self.random.choice([1, 2, 2, 3]) if depth is None else depth
        return tree.TameGenerator(self.random, readable).tree(depth).text()

    def generate(self, inputs, outputs, items, isTop=False):
        """Inputs of the top change at clock edges only; those of others may not."""
        r, m = self.random, self.module
        m.inputs = [self.signal("i", isTop, True) for _ in range(inputs)]
        m.signals = list(m.inputs)
        kinds = [self.continuous, self.continuous, self.delayed, self.combinational,
                 self.combinational, self.register, self.register, self.register, self.memory,
                 self.perBit, self.viaFunction, self.process, self.threeState, self.gates]
        kinds += [self.structure, self.viaTask, self.grid, self.forked, self.real]
        if self.leaves:
            kinds += [self.instance] * 3
        for _ in range(items):
            signals, body = r.choice(kinds)()
            m.items.append(Item([s.declaration(k) for s, k in signals], body))
            m.signals += [s for s, _ in signals if isinstance(s, Signal)]
        own = [s for s in m.signals if s not in m.inputs]
        for s in r.sample(own, min(outputs, len(own))):
            port = Signal(self.name("o"), s.width, s.signed, s.stable, True)
            m.outputs.append(port)
            m.items.append(Item([], [f"assign {port.name} = {s.name};"]))
        return m

    # --- items: each returns ([(signal, kind of declaration)], body) -----------

    def continuous(self):
        target = self.signal("w", False, True)
        return [(target, None)], [f"assign {target.name} = {self.expression(self.module.signals)};"]

    def delayed(self):
        stable = [s for s in self.module.signals if s.stable]
        # Several delays for a scalar only: Icarus Verilog 11 does not choose among
        # them for a vector as 10.3.3 says.
        target = self.signal("d", False, True, self.random.choice([1, None]))
        delay = self.random.choice(["#1", "#2", "#3"] if target.width > 1 else
                                   ["#(1, 2)", "#(3, 1)", "#(2, 3, 4)"])
        return [(target, None)], [f"assign {delay} {target.name} = {self.expression(stable)};"]

    def combinational(self):
        r = self.random
        target = self.signal("c", False)
        readable = self.module.signals
        # Not always_comb: Icarus Verilog 11 may never leave time 0 with it.
        # Reading rst makes it run when rst leaves x, whatever else is constant.
        lines = ["always @* begin", f"  if (rst === 1'bx) {target.name} = 0;",
                 f"  {target.name} = {self.expression(readable, 2)};"]
        lines += ["  " + line for line in self.statement(target, "=", readable, 2)]
        return [(target, None)], lines + ["end"]

    def register(self):
        r = self.random
        target = self.signal("r", True)
        readable = self.module.signals + [target]
        kind = r.randrange(4)
        if kind == 0:
            head = ["always @(posedge clk) begin"]
        elif kind == 1:
            head = ["always_ff @(posedge clk or posedge rst)",
                    f"  if (rst) {target.name} <= {self.constant(target.width)}; else begin"]
        else:
            head = ["always @(posedge clk)",
                    f"  if (rst) {target.name} <= {self.constant(target.width)}; else begin"]
        lines = ["    " + line for line in self.statement(target, "<=", readable, 3)]
        return [(target, None)], head + lines + ["  end"]

    def memory(self):
        r = self.random
        width, depth = r.choice([1, 4, 8, 33]), r.choice([4, 6, 16])
        name = self.name("m")
        read = self.signal("q", False, True, width)
        data = self.expression(self.module.signals)
        address = self.address()
        body = [f"always @(posedge clk) if ({self.expression(self.module.signals, 1)})",
                f"  {name}[{address}] <= {data};",
                f"assign {read.name} = {name}[{self.address()}];"]
        return [(read, None), (Memory(name, width, depth), None)], body

    def perBit(self):
        """A generate loop over the bits of a new net."""
        r = self.random
        source = r.choice(self.module.signals)
        target = self.signal("g", False, True, r.choice([2, 3, 4, 8]))
        g, block = self.name("n"), self.name("loop")
        form = r.randrange(3)
        if form == 0:
            body = f"assign {target.name}[{g}] = ^({source.name} >> {g});"
        elif form == 1:
            body = (f"if ({g} % 2 == 0) assign {target.name}[{g}] = {source.name} > {g}; "
                    f"else assign {target.name}[{g}] = {source.name}[0];")
        else:
            body = f"xor u(" + f"{target.name}[{g}], {source.name}[0], rst);"
        return [(target, None)], [
            f"genvar {g};", f"generate for ({g} = 0; {g} < {target.width}; {g} = {g} + 1)",
            f"  begin : {block} {body} end", "endgenerate"]

    def viaFunction(self):
        r = self.random
        name = self.name("f")
        a, b = self.signal("a", False), self.signal("b", False)
        result = Signal("v", r.choice(tree.TameGenerator.widths), r.random() < 0.4, False)
        target = self.signal("w", False, True)
        sign = lambda s: f"{'signed ' if s.signed else ''}[{s.width - 1}:0]"
        lines = [f"function automatic {sign(result)} {name}(input {sign(a)} {a.name}, "
                 f"input {sign(b)} {b.name});",
                 f"  logic {sign(result)} v;", "  begin", f"    v = {self.expression([a, b])};"]
        lines += ["    " + line for line in self.statement(result, "=", [a, b, result], 2)]
        lines += [f"    {name} = v;", "  end", "endfunction"]
        arguments = ", ".join(self.expression(self.module.signals, 1) for _ in range(2))
        return [(target, None)], lines + [f"assign {target.name} = {name}({arguments});"]

    def process(self):
        """An initial process that changes a variable just after clock edges."""
        r = self.random
        target = self.signal("p", False)
        stable = [s for s in self.module.signals if s.stable]
        loop = r.choice(["forever", f"repeat ({r.randint(1, 6)})",
                         f"while ({stable[-1].name if stable else 0} !== {r.randint(0, 3)})"])
        wait = r.choice(["@(posedge clk)", "@(negedge clk)", "repeat (2) @(posedge clk)"])
        return [(target, None)], [
            "initial begin", f"  #1 {target.name} = {self.constant(target.width)};", f"  {loop} begin",
            f"    {wait};", f"    #{r.randint(1, 3)} {target.name} = {self.expression(stable)};",
            "  end", "end"]

    def structure(self):
        """A register that is a packed structure, written by fields."""
        r = self.random
        name, fields = self.name("st"), []
        for _ in range(r.randint(2, 4)):
            fields.append((self.name("e"), r.choice([1, 3, 8, 17])))
        whole = self.signal("sv", True, True, sum(w for _, w in fields))
        typed = Raw(f"struct packed {{ " + " ".join(
            f"logic [{w - 1}:0] {f};" for f, w in fields) + f" }} {name};")
        readable = self.module.signals + [whole]
        body = ["always @(posedge clk)", f"  if (rst) {name} <= {self.constant(whole.width)};",
                "  else begin"]
        for f, _ in r.sample(fields, r.randint(1, len(fields))):
            body.append(f"    if ({self.expression(readable, 1)}) "
                        f"{name}.{f} <= {self.expression(readable, 2)};")
        return [(typed, None), (whole, None)], body + ["  end", f"assign {whole.name} = {name};"]

    def viaTask(self):
        """A task with output and inout arguments, called at the clock edge."""
        r = self.random
        name = self.name("task")
        target = self.signal("y", True)
        a = self.signal("a", False)
        local = Signal("v", r.choice([4, 8, 16]), False, False)
        other = Signal("w", target.width, False, False)
        lines = [f"task automatic {name}(input [{a.width - 1}:0] {a.name}, "
                 f"output [{local.width - 1}:0] v, inout [{other.width - 1}:0] w);", "  begin",
                 f"    v = {self.expression([a, other])};"]
        lines += ["    " + line for line in self.statement(other, "=", [a, local, other], 2)]
        lines += ["  end", "endtask", f"logic [{local.width - 1}:0] {name}Out;",
                  f"logic [{target.width - 1}:0] {name}State;",
                  "always @(posedge clk) begin",
                  f"  if (rst) {name}State = {self.constant(target.width)};",
                  f"  {name}({self.expression(self.module.signals, 1)}, {name}Out, {name}State);",
                  f"  {target.name} <= {name}State ^ {name}Out;", "end"]
        return [(target, None)], lines

    def grid(self):
        """A memory of two dimensions, with indices in range: Icarus Verilog 11 takes an
        inner index that is out of range for a word of another row (7.4.5)."""
        name = self.name("grid")
        wide = [s.name for s in self.module.signals if s.width >= 2] or ["rst"]
        index = lambda: "".join(f"[{{{self.random.choice(wide)}}} % 4]" for _ in range(2))
        read = self.signal("q", False, True, 8)
        body = ["always @(posedge clk)",
                f"  {name}{index()} <= {self.expression(self.module.signals)};",
                f"assign {read.name} = {name}{index()};"]
        return [(Raw(f"logic [7:0] {name}[0:3][0:3];"), None), (read, None)], body

    def forked(self):
        """A process that forks after each clock edge; its branches end at different
        times, and what they change is read by nobody before the next half period."""
        r = self.random
        target, event = self.signal("k", False), self.name("done")
        half = Signal(self.name("h"), target.width, False, False)
        stable = [s for s in self.module.signals if s.stable]
        join = r.choice(["join", "join_any", "join_none"])
        return [(target, None), (Raw(half.declaration()), None)], [
            f"event {event};", "initial begin", f"  #1 {half.name} = 0;", "  forever begin",
            "    @(posedge clk);", "    fork",
            f"      #1 {half.name} = {self.expression(stable, 2)};",
            f"      begin #2 -> {event}; end", f"    {join}", "  end", "end",
            f"always @({event}) {target.name} = {half.name} + {self.expression(stable, 1)};"]

    def real(self):
        """A real accumulator that is read back as an integer."""
        r = self.random
        name, source = self.name("real"), r.choice(self.module.signals)
        target = self.signal("z", True, False, 32)
        step = r.choice(["0.25", "1.5", "-2.75", "1.0e3"])
        return [(target, None)], [
            f"real {name};", "always @(posedge clk) begin",
            f"  if (rst) {name} = 0.0;", f"  else {name} = {name} / 2 + {step} * {source.name}[0];",
            f"  {target.name} <= {name} * 8;", "end"]

    def threeState(self):
        r = self.random
        kind = r.choice(["wire", "wand", "wor", "tri0", "tri1"])
        target = self.signal("t", False, True)
        drivers = []
        for _ in range(2):
            enable = self.expression(self.module.signals, 1)
            drivers.append(f"assign {target.name} = ({enable}) === 1'b1 ? "
                           f"{self.expression(self.module.signals, 1)} : {target.width}'bz;")
        # A z must not get into expressions (see TameGenerator).
        safe = self.signal("s", False, True, target.width)
        drivers.append(f"assign {safe.name} = {target.name} ^ {target.width}'d0;")
        return [(Hidden(target), kind), (safe, None)], drivers

    def gates(self):
        r = self.random
        target = self.signal("w", False, True, 1)
        sources = [f"{s.name}[{r.randrange(s.width)}]" for s in r.choices(self.module.signals, k=3)]
        kind = r.choice(["and", "or", "xor", "nand", "nor", "xnor"])
        return [(target, None)], [f"{kind} ({target.name}, {', '.join(sources)});"]

    def instance(self):
        r = self.random
        leaf = r.choice(self.leaves)
        name = self.name("u")
        connections = [".clk(clk)", ".rst(rst)"]
        # In braces: Icarus Verilog 11 does not extend the operands of a connection to
        # the width of the port, as 23.3.3 says.
        connections += [f".{p.name}({{{self.expression(self.module.signals, 1)}}})"
                        for p in leaf.inputs]
        targets = [self.signal("x", False, True, r.choice([p.width, p.width, 8]))
                   for p in leaf.outputs]
        connections += [f".{p.name}({t.name})" for p, t in zip(leaf.outputs, targets)]
        override = ""
        if leaf.parameters and r.random() < 0.7:
            override = f" #(.{leaf.parameters[0][0]}({r.randint(0, 9)}))"
        return ([(t, None) for t in targets],
                [f"{leaf.name}{override} {name}(" + ", ".join(connections) + ");"])

    # --- parts ------------------------------------------------------------------

    def constant(self, width):
        return f"{width}'d{self.random.getrandbits(width)}"

    def address(self):
        """Never a constant: in a module with an automatic function that has a for loop,
        Icarus Verilog 11 does not update an assign that reads m[1] (10.3.2)."""
        small = [s for s in self.module.signals if s.width <= 16]
        if not small:
            return f"{{rst, 1'b{self.random.randrange(2)}}}"
        return self.random.choice(small).name

    def statement(self, target, assign, readable, depth):
        """Lines that may assign to all of the target or to a part."""
        r = self.random
        kind = r.randrange(7) if depth > 0 else 0
        sub = lambda: ["  " + line for line in self.statement(target, assign, readable, depth - 1)]
        if kind <= 1:
            return [f"{self.place(target, readable)} {assign} {self.expression(readable)};"]
        if kind == 2:
            return [f"if ({self.expression(readable, 2)}) begin"] + sub() + ["end"]
        if kind == 3:
            return ([f"if ({self.expression(readable, 1)}) begin"] + sub() + ["end else begin"] +
                    sub() + ["end"])
        if kind == 4:
            return self.case(readable, sub)
        if kind == 5:
            return ["begin"] + sub() + sub() + ["end"]
        k = self.name("k")
        return [f"for (int {k} = 0; {k} < {r.randint(1, 4)}; {k} = {k} + 1) begin",
                f"  {target.name}[{k} % {target.width}] {assign} "
                f"{r.choice(readable).name} >> {k};", "end"]

    def case(self, readable, sub):
        r = self.random
        kind = r.choice(["case", "casez", "casex"])
        selector = r.choice(readable)
        lines = [f"{kind} ({selector.name})"]
        for _ in range(r.randint(1, 4)):
            digits = list(fs.show(fs.make(selector.width, r.getrandbits(selector.width))))
            if kind != "case":
                for i in r.sample(range(len(digits)), len(digits) // 2):
                    digits[i] = "?"
            lines += [f"  {selector.width}'b{''.join(digits)}: begin"] + sub() + ["  end"]
        if r.random() < 0.7:
            lines += ["  default: begin"] + sub() + ["  end"]
        return lines + ["endcase"]

    def place(self, target, readable):
        """The whole target, or a part of it."""
        r = self.random
        if target.width < 4 or r.random() < 0.7:
            return target.name
        small = [s for s in readable if s.width <= 8]
        if small and r.random() < 0.5:
            return f"{target.name}[{r.choice(small).name} +: 2]"
        low = r.randrange(target.width - 2)
        return f"{target.name}[{low + 2}:{low}]"


class Memory:
    def __init__(self, name, width, depth):
        self.name, self.width, self.depth = name, width, depth

    def declaration(self, kind=None):
        return f"logic [{self.width - 1}:0] {self.name}[0:{self.depth - 1}];"


class Raw:
    """A declaration that only its own item uses."""

    def __init__(self, text):
        self.text = text

    def declaration(self, kind=None):
        return self.text


class Hidden:
    """Declared, but not to be read by others or traced."""

    def __init__(self, signal):
        self.signal = signal

    def declaration(self, kind=None):
        return self.signal.declaration(kind)
