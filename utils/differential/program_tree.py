"""Random procedural programs: processes, tasks, functions, waits and forks.

A program is a list of items of one module; items and statements are nodes of a
tree that can be left out one by one while a failing program is shrunk. Nothing is
known about the right output: the programs are for comparing executions of the same
simulator. They end: loops are bounded, processes without a clock wait at least one
tick per round, combinational logic is acyclic, and the module ends itself.
"""

import expression_tree as tree
import fourstate as fs

END = 120
TWO_STATE = {"byte": (8, True), "shortint": (16, True), "int": (32, True), "longint": (64, True),
             "byte unsigned": (8, False), "int unsigned": (32, False)}


class Node:
    """parts: lines and lists of nodes. Left out, a statement is a semicolon and an
    item nothing."""

    def __init__(self, *parts, empty=";"):
        self.parts, self.empty, self.dropped = parts, empty, False

    def lines(self):
        if self.dropped:
            return [self.empty] if self.empty else []
        result = []
        for part in self.parts:
            if isinstance(part, str):
                result.append(part)
            else:
                result += ["  " + line for node in part for line in node.lines()]
        return result

    def all(self):
        yield self
        for part in self.parts:
            if not isinstance(part, str):
                for node in part:
                    yield from node.all()


def item(*parts):
    return Node(*parts, empty="")


class Variable(tree.Variable):
    """typeText: what stands before the name in a declaration."""

    def __init__(self, name, width, signed, typeText=None):
        super().__init__(name, width, signed)
        sign = "signed " if signed else ""
        self.typeText = typeText or f"logic {sign}[{width - 1}:0]"

    def declaration(self):
        return f"{self.typeText} {self.name};"


class Array:
    def __init__(self, name, element, size):
        self.name, self.element, self.size = name, element, size

    def at(self, index):
        return Variable(f"{self.name}[{index}]", self.element.width, self.element.signed)

    def declaration(self):
        return f"{self.element.typeText} {self.name}[{self.size}];"


class Call(tree.Node):
    """Opaque text of a known type."""

    def __init__(self, text, width, signed):
        self.content, self.width, self.signed = text, width, signed

    def with_(self, children):
        return self

    def text(self):
        return self.content


class Function:
    def __init__(self, name, arguments, result=None, waits=False):
        """arguments: (direction, Variable); result: Variable or None."""
        self.name, self.arguments, self.result, self.waits = name, arguments, result, waits


class Expressions(tree.Generator):
    """Trees with array elements, calls and system functions as further leaves."""

    def __init__(self, program, context, depth=2):
        super().__init__(program.random, context.readable)
        self.program, self.context, self.budget = program, context, depth

    def leaf(self):
        r = self.random
        if self.budget > 0 and r.random() < 0.12:
            self.budget -= 1
            return self.special()
        return super().leaf()

    def special(self):
        r, p = self.random, self.program
        kind = r.randrange(7)
        if kind <= 1 and self.context.callable:
            return self.call(r.choice(self.context.callable))
        if kind == 2 and p.arrays:
            array = r.choice(p.arrays)
            return array.at(f"{self.tree(0).text()} % {array.size}")
        operand = self.tree(1).text()
        if kind == 3:
            return Call(f"$countones({operand})", 32, True)
        if kind == 4:
            return Call(f"({operand} inside {{[1:9], {self.literal().text()}}})", 1, False)
        if kind == 5:
            return Call(r.choice(["$random", "$urandom", "$urandom_range(9, 3)"]), 32, False)
        return Call(f"$rtoi({r.choice(p.reals)})", 32, True)

    def call(self, function):
        arguments = ", ".join(self.tree(1).text() for _ in function.arguments)
        return Call(f"{function.name}({arguments})", function.result.width,
                    function.result.signed)


class Context:
    """Where a statement stands: what it may read, write and call; whether it may wait
    or return; names of enclosing blocks; depth of loops."""

    def __init__(self, readable, writable, callable_, waits, returns=None):
        self.readable, self.writable, self.callable = readable, writable, callable_
        self.waits, self.returns = waits, returns
        self.blocks, self.loops, self.forks = [], 0, 0
        self.isLocal = False  # inside a function: no assignments later

    def inner(self, **changes):
        other = Context(self.readable, self.writable, self.callable, self.waits, self.returns)
        other.blocks, other.loops, other.forks = list(self.blocks), self.loops, self.forks
        other.isLocal = self.isLocal
        for key, value in changes.items():
            setattr(other, key, value)
        return other


class Statements:
    """Random statements. program: names and declared things of the module."""

    def __init__(self, program):
        self.program, self.random = program, program.random
        self.simple = [self.assign] * 6 + [self.compound, self.compound, self.show, self.show,
                       self.element, self.element, self.structure, self.realNumber, self.text,
                       self.draw, self.toArray, self.callVoid]
        self.nested = [self.conditional] * 3 + [self.choice] * 3 + [self.loop] * 3 + [
            self.local, self.named, self.leave, self.longLoop]
        self.global_ = [self.nonblocking] * 2 + [self.trigger, self.force, self.strobe]
        self.waiting = [self.delay] * 3 + [self.waitEdge, self.waitEvent, self.waitValue,
                        self.laterAssign, self.fork, self.fork, self.callTask, self.callTask,
                        self.forkControl]

    def block(self, context, depth, count=None):
        count = count or self.random.choice([1, 1, 2, 2, 3])
        return [self.statement(context, depth) for _ in range(count)]

    def statement(self, context, depth):
        kinds = list(self.simple)
        if depth > 0:
            kinds += self.nested * 2
        if not context.isLocal:
            kinds += self.global_
        if context.waits:
            kinds += self.waiting
        for _ in range(9):
            node = self.random.choice(kinds)(context, depth - 1)
            if node:
                return node
        return self.assign(context, depth)

    # --- parts -----------------------------------------------------------------

    def value(self, context, depth=None):
        depth = self.random.choice([0, 1, 1, 2, 2, 3]) if depth is None else depth
        return Expressions(self.program, context).tree(depth).text()

    def target(self, context):
        """An assignable variable or part of one."""
        r = self.random
        v = r.choice(context.writable)
        if v.width < 3 or r.random() < 0.65:
            return v.name
        kind = r.randrange(4)
        width = r.randint(1, v.width - 1)
        if kind == 0:
            low = r.randint(0, v.width - width)
            return f"{v.name}[{low + width - 1}:{low}]"
        if kind == 1:
            return f"{v.name}[{self.value(context, 1)}]"
        if kind == 2:
            return f"{v.name}[{r.choice(context.readable).name} +: {width}]"
        return "{" + v.name + ", " + r.choice(context.writable).name + "}"

    def whole(self, context):
        return self.random.choice(context.writable)

    # --- simple statements -----------------------------------------------------

    def assign(self, context, depth):
        return Node(f"{self.target(context)} = {self.value(context)};")

    def compound(self, context, depth):
        r = self.random
        if r.random() < 0.3:
            return Node(f"{self.whole(context).name}{r.choice(['++', '--'])};")
        op = r.choice(["+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=", ">>>="])
        return Node(f"{self.whole(context).name} {op} {self.value(context, 1)};")

    def show(self, context, depth):
        r = self.random
        names = [r.choice(context.readable).name for _ in range(r.randint(1, 3))]
        formats = " ".join(r.choice(["%b", "%h", "%0d", "%d", "%o"]) for _ in names)
        return Node(f'$display("%0t {self.program.mark()} {formats}", $time, {", ".join(names)});')

    def strobe(self, context, depth):
        return Node(f'$strobe("%0t {self.program.mark()} %b", $time, '
                    f'{self.random.choice(self.program.variables).name});')

    def element(self, context, depth):
        r = self.random
        array = r.choice(self.program.arrays)
        later = "<=" if not context.isLocal and r.random() < 0.3 else "="
        return Node(f"{array.name}[{self.value(context, 1)}] {later} {self.value(context)};")

    def toArray(self, context, depth):
        """Whole arrays: copies and comparisons."""
        r = self.random
        first, second = self.program.twins
        if r.random() < 0.5:
            return Node(f"{first.name} = {second.name};")
        return Node(f"if ({first.name} == {second.name}) {second.name}[0] = "
                    f"{self.value(context, 1)};")

    def structure(self, context, depth):
        r, (packed, unpacked) = self.random, self.program.structures
        kind = r.randrange(4)
        if kind == 0:
            return Node(f"{packed}0 = {self.value(context)};")
        if kind == 1:
            name = r.choice([packed, unpacked])
            return Node(f"{name}0 = {name}1;")
        if kind == 2:
            return Node(f"{unpacked}1 = '{{{self.value(context, 1)}, {self.value(context, 1)}, "
                        f"'{{2{{{self.value(context, 1)}}}}}}};")
        field = r.choice(["x", "y"] + (["z[1]"] if r.random() < 0.5 else []))
        name = packed if field != "z[1]" and r.random() < 0.5 else unpacked
        return Node(f"{name}{r.randrange(2)}.{field} = {self.value(context)};")

    def realNumber(self, context, depth):
        r = self.random
        a, b = r.choice(self.program.reals), r.choice(self.program.reals)
        constant = r.choice(["0.5", "-2.25", "1.0e-3", "3.0", "7.5"])
        kind = r.randrange(6)
        if kind == 0:
            return Node(f"{a} = {b} {r.choice('+-*/')} {constant};")
        if kind == 1:
            return Node(f"{a} = {self.value(context, 1)};")
        if kind == 2:
            return Node(f"if ({a} {r.choice(['<', '>=', '==', '!='])} {b}) "
                        f"{self.whole(context).name} = {a};")
        if kind == 3:
            return Node(f"{self.whole(context).name} = {a} * {constant} - {b};")
        if kind == 4:
            return Node(f'$display("%0t {self.program.mark()} %g %f", $time, {a}, {b});')
        return Node(f"{a} = {r.choice(['$sqrt', '$floor', '$sin'])}({b} * {b}) + {constant};")

    def text(self, context, depth):
        r = self.random
        a, b = r.choice(self.program.strings), r.choice(self.program.strings)
        kind = r.randrange(6)
        if kind == 0:
            return Node(f'{a} = $sformatf("%0d:%h", {self.value(context, 1)}, '
                        f'{r.choice(context.readable).name});')
        if kind == 1:
            return Node(f'{a} = {{{b}.substr(0, 9), "-", {a}.substr(1, 7)}};')
        if kind == 2:
            return Node(f"{self.whole(context).name} = {a}.len() + {b}.getc(1);")
        if kind == 3:
            return Node(f"if ({a} < {b}) {a} = {b}.toupper();")
        if kind == 4:
            return Node(f"{a}.itoa({self.value(context, 1)});")
        return Node(f'$display("%0t {self.program.mark()} %s", $time, {a});')

    def draw(self, context, depth):
        kind = self.random.choice(["$random", "$urandom", "$urandom_range(99)",
                                   "{$urandom, $random}"])
        return Node(f"{self.whole(context).name} = {kind};")

    def callVoid(self, context, depth):
        tasks = [t for t in self.program.tasks if not t.waits]
        return self.callOf(tasks, context)

    def callOf(self, tasks, context):
        if not tasks or context.isLocal:
            return None
        task = self.random.choice(tasks)
        arguments = [self.value(context, 1) if direction == "input" else self.whole(context).name
                     for direction, _ in task.arguments]
        return Node(f"{task.name}({', '.join(arguments)});")

    # --- nested statements -------------------------------------------------------

    def conditional(self, context, depth):
        parts = [f"if ({self.value(context, 2)}) begin", self.block(context, depth)]
        if self.random.random() < 0.6:
            parts += ["end else begin", self.block(context, depth)]
        return Node(*parts, "end")

    def choice(self, context, depth):
        r = self.random
        kind = r.choice(["case", "case", "casez", "casex", "inside"])
        selector = r.choice(context.readable)
        parts = [f"case ({selector.name}) inside" if kind == "inside" else
                 f"{kind} ({selector.name})"]
        for n in range(r.randint(1, 5)):
            label = self.value(context, 1)
            if kind == "inside":
                label = f"[{n}:{n + r.randint(0, 5)}]"
            elif r.random() < 0.7:
                digits = list(fs.show(fs.make(selector.width, r.getrandbits(selector.width))))
                if kind != "case":
                    for i in r.sample(range(len(digits)), len(digits) // 2):
                        digits[i] = "?" if kind == "casez" else r.choice("xz")
                label = f"{selector.width}'b{''.join(digits)}"
                if r.random() < 0.4:
                    label = f"{selector.width}'d{n % (1 << min(selector.width, 8))}"
            parts += [f"  {label}: begin", self.block(context, depth), "  end"]
        if r.random() < 0.7:
            parts += ["  default: begin", self.block(context, depth), "  end"]
        return Node(*parts, "endcase")

    def loop(self, context, depth):
        r = self.random
        if context.loops > 1:
            return None
        k = self.program.name("k")
        counter = tree.Variable(k, 32, True)
        inner = context.inner(loops=context.loops + 1, readable=context.readable + [counter])
        count = r.randint(1, 5)
        body = self.block(inner, depth)
        if r.random() < 0.3:
            body.insert(r.randrange(len(body) + 1), Node(
                f"if ({self.value(inner, 1)}) {r.choice(['break', 'continue'])};"))
        kind = r.randrange(5)
        if kind == 0:
            return Node(f"repeat ({r.choice([str(count), f'{count} - 1'])}) begin",
                        self.block(context.inner(loops=context.loops + 1), depth), "end")
        if kind == 1:
            array = r.choice(self.program.arrays)
            inner = context.inner(loops=context.loops + 1)
            body = [Node(f"{self.whole(context).name} = {k};")] + self.block(inner, depth)
            return Node(f"foreach ({array.name}[{k}]) begin", body, "end")
        if kind == 2:
            return Node(f"begin int {k}; {k} = 0;", f"while ({k}++ < {count}) begin", body,
                        "end", "end")
        if kind == 3:
            return Node(f"begin int {k}; {k} = {count};", "do begin", body,
                        f"end while ({k}-- > 0);", "end")
        return Node(f"for (int {k} = 0; {k} < {count}; {k}++) begin", body, "end")

    def longLoop(self, context, depth):
        """So many rounds that code changes its tier inside."""
        if context.loops or context.isLocal or context.forks or self.random.random() < 0.5:
            return None
        k = self.program.name("k")
        counter = tree.Variable(k, 32, True)
        inner = context.inner(loops=2, readable=context.readable + [counter] * 2)
        body = [self.random.choice([self.assign, self.compound, self.element])(inner, 0)
                for _ in range(self.random.randint(1, 3))]
        if context.waits and self.random.random() < 0.5:
            body.append(Node(f"if ({k} % 1000 == 999) #1;"))
        return Node(f"for (int {k} = 0; {k} < {self.random.randint(2100, 4500)}; {k}++) begin",
                    body, "end")

    def local(self, context, depth):
        """A block with a variable of its own."""
        r = self.random
        v = self.program.variable("v")
        lifetime = r.choice(["automatic ", "automatic ", "static "])
        init = f" = {self.value(context, 1)}" if lifetime == "automatic " else " = 3"
        both = context.inner(readable=context.readable + [v] * 3,
                             writable=context.writable + [v] * 3, isLocal=True)
        # Branches of a fork may outlive an automatic variable; assignments after a
        # delay must not name one.
        if lifetime == "automatic ":
            both.waits = context.waits and r.random() < 0.5
            both.forks = 9
        return Node("begin", f"  {lifetime}{v.typeText} {v.name}{init};",
                    self.block(both, depth), "end")

    def named(self, context, depth):
        name = self.program.name("blk")
        inner = context.inner(blocks=context.blocks + [name])
        body = self.block(inner, depth)
        body.append(Node(f"if ({self.value(context, 1)}) disable {name};"))
        body += self.block(inner, depth)
        return Node(f"begin : {name}", body, "end")

    def leave(self, context, depth):
        if context.blocks and self.random.random() < 0.6:
            return Node(f"if ({self.value(context, 1)}) disable {self.random.choice(context.blocks)};")
        if context.returns is None:
            return None
        result = f" {self.value(context, 1)}" if context.returns else ""
        return Node(f"if ({self.value(context, 1)}) return{result};")

    # --- shared state ----------------------------------------------------------------

    def nonblocking(self, context, depth):
        r = self.random
        v = r.choice(self.program.variables)
        name = v.name
        if v.width > 4 and r.random() < 0.3:
            name += f"[{self.value(context, 1)} +: 3]"
        control = r.choice(["", "", "", f"#{r.randint(0, 7)} ", "@(posedge clk) ",
                            "repeat (2) @(negedge clk) "])
        return Node(f"{name} <= {control}{self.value(context)};")

    def trigger(self, context, depth):
        return Node(f"{self.random.choice(['->', '->', '->>', '->> #2'])} "
                    f"{self.random.choice(self.program.events)};")

    def force(self, context, depth):
        # The value follows its operands: no automatic ones.
        v, value = self.program.forced, self.value(self.program.context(False), 1)
        return Node(self.random.choice([f"force {v.name} = {value};", f"release {v.name};",
                                        f"assign {v.name} = {value};", f"deassign {v.name};"]))

    # --- waits -----------------------------------------------------------------------

    def delay(self, context, depth):
        r = self.random
        return Node(f"#{r.choice([0, 1, 1, 2, 3, 5, '(0.5)', self.program.small()])};")

    def waitEdge(self, context, depth):
        r = self.random
        edge = r.choice(["posedge clk", "negedge clk", "clk", "posedge clk or " +
                         r.choice(self.program.variables).name])
        guard = f" iff ({self.value(context, 1)})" if r.random() < 0.15 else ""
        return Node(f"{r.choice(['', 'repeat (2) '])}@({edge}{guard});")

    def waitEvent(self, context, depth):
        return Node(f"@({self.random.choice(self.program.events)});")

    def waitValue(self, context, depth):
        return Node(f"wait ({self.value(context, 1)} || $time > {self.random.randint(5, 60)} "
                    "&& clk);")

    def laterAssign(self, context, depth):
        r = self.random
        control = r.choice(["#1", "#0", "@(posedge clk)", "repeat (2) @(clk)"])
        return Node(f"{r.choice(self.program.variables).name} = {control} {self.value(context)};")

    def fork(self, context, depth):
        r = self.random
        if context.forks > 1 or depth < -1:
            return None
        kind = r.choice(["join", "join", "join_any", "join_none"])
        inner = context.inner(forks=context.forks + 1, blocks=[], returns=None, loops=2,
                              isLocal=False)
        branches = [Node("begin", self.block(inner, min(depth, 1)), "end")
                    for _ in range(r.randint(1, 3))]
        name = self.program.name("frk")
        return Node(f"fork : {name}", branches, kind)

    def forkControl(self, context, depth):
        return Node(self.random.choice(["wait fork;", "disable fork;"]))

    def callTask(self, context, depth):
        return self.callOf([t for t in self.program.tasks if t.waits], context)


class Program:
    """items: of the module `test`."""

    def __init__(self, random):
        self.random, self.count, self.marks = random, 0, 0
        self.items, self.variables, self.arrays, self.functions, self.tasks = [], [], [], [], []
        self.reals = [self.name("real") for _ in range(3)]
        self.strings = [self.name("str") for _ in range(2)]
        self.events = [self.name("ev") for _ in range(2)]
        self.structures = self.name("p"), self.name("u")
        self.statements = Statements(self)
        self.declare()
        for _ in range(random.randint(1, 3)):
            self.functions.append(self.function())
        for _ in range(random.randint(1, 3)):
            self.tasks.append(self.task())
        kinds = [self.initial] * 4 + [self.clocked] * 2 + [self.periodic, self.onEvent,
                 self.combinational, self.combinational, self.continuous, self.instance,
                 self.breaker]
        for _ in range(random.randint(3, 6)):
            self.items.append(random.choice(kinds)())
        self.items.append(self.ending())

    def name(self, prefix):
        self.count += 1
        return f"{prefix}{self.count}"

    def mark(self):
        self.marks += 1
        return f"m{self.marks}"

    def small(self):
        small = [v.name for v in self.variables if v.width <= 2]
        return small[0] if small else 1

    def variable(self, prefix):
        r = self.random
        if r.random() < 0.25:
            kind = r.choice(sorted(TWO_STATE))
            return Variable(self.name(prefix), *TWO_STATE[kind], kind)
        width, signed = r.choice(tree.WIDTHS), r.random() < 0.4
        state = r.choice(["logic", "logic", "bit"])
        sign = "signed " if signed else ""
        return Variable(self.name(prefix), width, signed, f"{state} {sign}[{width - 1}:0]")

    def declare(self):
        r = self.random
        self.variables = [self.variable("g") for _ in range(r.randint(5, 9))]
        self.arrays = [Array(self.name("arr"), self.variable("e"), r.randint(1, 6))
                       for _ in range(2)]
        element = self.variable("e")
        self.twins = [Array(self.name("twin"), element, 3) for _ in range(2)]
        self.arrays += self.twins
        self.forced = Variable(self.name("frc"), r.choice([1, 8, 33, 70]), False)
        packed, unpacked = self.structures
        widths = [r.choice(tree.WIDTHS) for _ in range(3)]
        fields = f"logic [{widths[0] - 1}:0] x; bit signed [{widths[1] - 1}:0] y;"
        lines = ["logic clk = 0;", "always #5 clk = ~clk;", f"event {', '.join(self.events)};",
                 f"real {' = 0.75, '.join(self.reals)} = 1;", f"string {', '.join(self.strings)};",
                 f"typedef struct packed {{ {fields} }} {packed}_t;",
                 f"typedef struct {{ {fields} logic [{widths[2] - 1}:0] z[2]; }} {unpacked}_t;",
                 f"{packed}_t {packed}0, {packed}1;", f"{unpacked}_t {unpacked}0, {unpacked}1;"]
        lines += [v.declaration() for v in self.variables + self.arrays + [self.forced]]
        self.items.append(item(*lines))
        self.readable = self.variables + [self.forced]
        for name in (packed, unpacked):
            self.readable += [Variable(f"{name}0.x", widths[0], False),
                              Variable(f"{name}0.y", widths[1], True)]
        self.readable.append(Variable(f"{unpacked}0.z[0]", widths[2], False))

    def context(self, waits, **changes):
        return Context(self.readable, self.variables, self.functions, waits).inner(**changes)

    def body(self, context, count=None, depth=None):
        depth = self.random.choice([0, 1, 1, 2, 2]) if depth is None else depth
        return self.statements.block(context, depth, count)

    # --- subroutines ---------------------------------------------------------------

    def arguments(self, directions):
        return [(self.random.choice(directions), self.variable("a"))
                for _ in range(self.random.randint(1, 3))]

    def function(self):
        r = self.random
        arguments, result = self.arguments(["input"]), self.variable("res")
        function = Function(self.name("fn"), arguments, result)
        own = [v for _, v in arguments] + [result]
        context = Context(own * 2 + self.readable[:2], own, list(self.functions), False,
                          returns=True)
        context.isLocal = True
        lifetime = r.choice(["automatic", "automatic", "static"])
        head = ", ".join(f"input {v.typeText} {v.name}" for _, v in arguments)
        recursion = []
        if lifetime == "automatic" and r.random() < 0.3:
            others = "".join(f", {v.name}" for _, v in arguments[1:])
            first = arguments[0][1].name
            recursion = [Node(f"if ({first} > 0 && {first} < 12) {result.name} = "
                              f"{function.name}({first} - 1{others});")]
        self.items.append(item(
            f"function {lifetime} {result.typeText} {function.name}({head});",
            f"  {result.typeText} {result.name};",
            recursion + self.body(context, depth=2) + [Node(f"return {result.name};")],
            "endfunction"))
        return function

    def task(self):
        r = self.random
        waits = r.random() < 0.75
        arguments = self.arguments(["input", "input", "output", "inout"])
        task = Function(self.name("tsk"), arguments, None, waits)
        own = [v for _, v in arguments]
        # An automatic variable must not be assigned later or outlive its task.
        context = self.context(waits, readable=self.readable + own * 2, isLocal=True, forks=9,
                               writable=self.variables + own * 2, returns=False)
        lifetime = r.choice(["automatic", "static"])
        head = ", ".join(f"{d} {v.typeText} {v.name}" for d, v in arguments)
        self.items.append(item(f"task {lifetime} {task.name}({head});",
                               self.body(context, r.randint(2, 5)), "endtask"))
        return task

    # --- processes -------------------------------------------------------------------

    def initial(self):
        r = self.random
        body = self.body(self.context(True), r.randint(3, 7))
        if r.random() < 0.4:
            return item("initial begin", f"  repeat ({r.randint(2, 9)}) begin",
                        [Node("#1;")] + body, "  end", "end")
        return item("initial begin", body, "end")

    def clocked(self):
        r = self.random
        edge = r.choice(["posedge clk", "negedge clk", "clk"])
        body = self.body(self.context(False), r.randint(2, 5))
        return item(f"always @({edge}) begin", body, "end")

    def periodic(self):
        return item("always begin", f"  #{self.random.randint(1, 4)};",
                    self.body(self.context(True)), "end")

    def onEvent(self):
        r = self.random
        source = r.choice(self.events + [v.name for v in self.variables])
        return item(f"always @({source}) begin", "  #1;", self.body(self.context(True)), "end")

    def combinational(self):
        """Reads variables and earlier targets, writes a new one."""
        r = self.random
        target = self.variable("c")
        context = self.context(False, writable=[target], isLocal=True, callable=[])
        only = Statements(self)
        only.simple, only.global_ = [only.assign, only.compound], []
        only.nested = [only.conditional, only.choice, only.loop]
        body = [Node(f"{target.name} = {self.constant(target)};")] + only.block(context, 2)
        head = r.choice(["always_comb begin", "always @* begin"])
        node = item(target.declaration(), head, body, "end")
        self.readable.append(target)
        return node

    def continuous(self):
        r = self.random
        target = self.variable("w")
        value = self.statements.value(self.context(False), r.choice([1, 2, 3]))
        delay = r.choice(["", "", "#1 ", "#(2, 3) "])
        sign = "signed " if target.signed else ""
        node = item(f"wire {sign}[{target.width - 1}:0] {target.name};",
                    f"assign {delay}{target.name} = {value};")
        self.readable.append(target)
        return node

    def instance(self):
        """A child with a port of each kind, which reaches up into this module."""
        r = self.random
        target = Variable(self.name("o"), r.choice(tree.WIDTHS), False)
        source = r.choice(self.variables)
        node = item(f"wire [{target.width - 1}:0] {target.name};",
                    f"child #({target.width}, {source.width}) {self.name('u')}"
                    f"({source.name}, clk, {target.name});")
        self.readable.append(target)
        return node

    def breaker(self):
        """A process that another one disables."""
        name = self.name("long")
        body = self.body(self.context(True, blocks=[name]), 3)
        return item(f"initial begin : {name}", [Node("#2;")] + body, "end",
                    f"initial #{self.random.randint(2, 30)} disable {name};")

    def constant(self, variable):
        return f"{variable.width}'d{self.random.getrandbits(variable.width)}"

    def ending(self):
        shown = [v.name for v in self.readable]
        lines = [f'  $display("{name} %b", {name});' for name in shown]
        lines += [f'  $display("{name} %g", {name});' for name in self.reals]
        lines += [f'  $display("{name} %s", {name});' for name in self.strings]
        for array in self.arrays:
            lines.append(f'  foreach ({array.name}[i]) $display("{array.name} %0d %b", i, '
                         f'{array.name}[i]);')
        dump = ["initial begin $dumpfile(\"dump.vcd\"); $dumpvars; end"]
        return item(*(dump if self.random.random() < 0.3 else []),
                    f"initial #{END} $finish(0);", "final begin", *lines, "end")

    def text(self):
        lines = ["module child #(parameter W = 1, V = 1)(input [V-1:0] in, input clk, "
                 "output reg [W-1:0] out);", "  reg [V-1:0] last = 1; integer n = 0;",
                 "  always @(posedge clk) begin last <= in; n = n + 1; end",
                 "  always @(in or n) out = (in ^ last) + n;",
                 "  initial #7 $display(\"%m %b\", last);", "endmodule", "module test;"]
        for node in self.items:
            lines += ["  " + line for line in node.lines()]
        return "\n".join(lines + ["endmodule", ""])

    def nodes(self):
        for node in self.items:
            yield from node.all()
