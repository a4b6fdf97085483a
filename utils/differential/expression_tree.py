"""Random expressions: the tree, its text, its width and sign, its value.

Widths and signs follow IEEE 1800-2023 11.6 and 11.8: `width` and `signed` are
those of the self-determined expression; `evaluate` takes the width and the sign
that the context imposes and hands them to the context-determined operands.

While evaluating, the tree notes *traits*: things known to be done differently by
Icarus Verilog 11 (see KNOWN in expressions.py).
"""

import fourstate as fs

WIDTHS = [1, 1, 2, 3, 4, 4, 5, 7, 8, 8, 9, 12, 16, 17, 31, 32, 32, 33, 48, 63, 64, 64, 65, 66, 80,
          96, 100, 127, 128, 129, 130]
MAX_WIDTH = 400


class Scope:
    """The variables' values during one evaluation, and the traits it shows."""

    def __init__(self, values):
        self.values = values
        self.traits = set()


class Node:
    """children: sub-expressions; the rest is up to the kind."""
    children = ()

    def with_(self, children):
        """The same node over other children."""
        raise NotImplementedError

    def evaluate(self, scope, width, signed):
        """By default self-determined: compute, then extend."""
        return fs.resize(self.own(scope), width, signed)

    def self_(self, scope):
        return self.evaluate(scope, self.width, self.signed)


class Literal(Node):
    def __init__(self, value, signed, style="b"):
        self.value, self.signed, self.style = value, signed, style
        self.width = value.width

    def with_(self, children):
        return self

    def text(self):
        digits = fs.show(self.value)
        sign = "s" if self.signed else ""
        if self.style == "plain":
            return str(self.value.a)
        if self.style == "h" and not self.value.b:
            return f"{self.width}'{sign}h{self.value.a:x}"
        if self.style == "d" and not self.value.b:
            return f"{self.width}'{sign}d{self.value.a}"
        return f"{self.width}'{sign}b{digits}"

    def own(self, scope):
        if self.style == "plain":
            scope.traits.add("unsized")
        return self.value


class Variable(Node):
    def __init__(self, name, width, signed):
        self.name, self.width, self.signed = name, width, signed

    def with_(self, children):
        return self

    def text(self):
        return self.name

    def own(self, scope):
        return scope.values[self.name]


class Select(Node):
    """variable[index], variable[high:low] or variable[index +: n]."""
    signed = False

    def __init__(self, variable, kind, index, width):
        self.variable, self.kind, self.index, self.width = variable, kind, index, width
        self.children = () if kind == "part" else (index,)

    def with_(self, children):
        return Select(self.variable, self.kind, children[0] if children else self.index,
                      self.width)

    def text(self):
        name = self.variable.name
        if self.kind == "part":
            return f"{name}[{self.index + self.width - 1}:{self.index}]"
        if self.kind == "bit":
            return f"{name}[{self.index.text()}]"
        return f"{name}[{self.index.text()} {self.kind} {self.width}]"

    def own(self, scope):
        value = self.variable.own(scope)
        if self.variable.signed and self.width == self.variable.width:
            scope.traits.add("whole-select")
        if self.kind == "part":
            return fs.select(value, self.index, self.width)
        index = self.index.self_(scope)
        if index.b:
            if index.b >> 31:
                scope.traits.add("far-index")
            return fs.allX(self.width)
        low = fs.number(index, self.index.signed)
        if self.kind == "-:":
            low -= self.width - 1
        # Icarus adds the width to it, and that must not pass 31 bits either.
        if abs(low) + self.variable.width >= 1 << 31:
            scope.traits.add("far-index")
        return fs.select(value, low, self.width)


class Unary(Node):
    """+ - ~ take the context; the others are one self-determined bit."""

    def __init__(self, op, operand):
        self.op, self.children = op, (operand,)
        self.contextual = op in ("+", "-", "~")
        self.width = operand.width if self.contextual else 1
        self.signed = operand.signed if self.contextual else False

    def with_(self, children):
        return Unary(self.op, children[0])

    def text(self):
        return f"({self.op}{self.children[0].text()})"

    def evaluate(self, scope, width, signed):
        if not self.contextual:
            return fs.resize(self.own(scope), width, signed)
        v = self.children[0].evaluate(scope, width, signed)
        if self.op == "+":
            return v
        return fs.negate(v) if self.op == "-" else fs.bitNot(v)

    def own(self, scope):
        v = self.children[0].self_(scope)
        if self.op == "!":
            known = fs.truth(v)
            return fs.fromBool(None if known is None else not known)
        op = {"&": fs.bitAnd, "|": fs.bitOr, "^": fs.bitXor}[self.op.strip("~")]
        result = fs.reduce(op, v)
        return fs.bitNot(result) if "~" in self.op else result


class Binary(Node):
    """Operators whose two operands take the context: + - * / % & | ^ ~^."""

    def __init__(self, op, left, right):
        self.op, self.children = op, (left, right)
        self.width = max(left.width, right.width)
        self.signed = left.signed and right.signed

    def with_(self, children):
        return Binary(self.op, *children)

    def text(self):
        return f"({self.children[0].text()} {self.op} {self.children[1].text()})"

    def evaluate(self, scope, width, signed):
        l, r = (c.evaluate(scope, width, signed) for c in self.children)
        if self.op == "&":
            return fs.bitAnd(l, r)
        if self.op == "|":
            return fs.bitOr(l, r)
        if self.op == "^":
            return fs.bitXor(l, r)
        if self.op == "~^":
            return fs.bitNot(fs.bitXor(l, r))
        if self.op in "/%" and width > 64:
            scope.traits.add("wide-division")
        return fs.arithmetic(self.op, l, r, signed)


class Shift(Node):
    """Shifts and **: the right operand is self-determined."""

    def __init__(self, op, left, right):
        self.op, self.children = op, (left, right)
        self.width, self.signed = left.width, left.signed

    def with_(self, children):
        return Shift(self.op, *children)

    text = Binary.text

    def evaluate(self, scope, width, signed):
        l = self.children[0].evaluate(scope, width, signed)
        r = self.children[1].self_(scope)
        if self.op == "**":
            if width > 64 and signed:
                scope.traits.add("power-wide-signed")
            if not r.b and fs.number(r, self.children[1].signed) < 0:
                scope.traits.add("power-negative")
            return fs.power(l, r, signed, self.children[1].signed)
        return fs.shift(self.op, l, r, signed)


class Compare(Node):
    """One bit; the operands are sized and signed together."""
    width, signed = 1, False

    def __init__(self, op, left, right):
        self.op, self.children = op, (left, right)

    def with_(self, children):
        return Compare(self.op, *children)

    text = Binary.text

    def own(self, scope):
        left, right = self.children
        width = max(left.width, right.width)
        signed = left.signed and right.signed
        return fs.compare(self.op, left.evaluate(scope, width, signed),
                          right.evaluate(scope, width, signed), signed)


class Logical(Node):
    width, signed = 1, False

    def __init__(self, op, left, right):
        self.op, self.children = op, (left, right)

    def with_(self, children):
        return Logical(self.op, *children)

    text = Binary.text

    def own(self, scope):
        l, r = (fs.truth(c.self_(scope)) for c in self.children)
        return fs.fromBool(fs.logical(self.op, l, r))


class Conditional(Node):
    def __init__(self, condition, left, right):
        self.children = (condition, left, right)
        self.width = max(left.width, right.width)
        self.signed = left.signed and right.signed

    def with_(self, children):
        return Conditional(*children)

    def text(self):
        return "({} ? {} : {})".format(*(c.text() for c in self.children))

    def evaluate(self, scope, width, signed):
        if isConstant(self.children[0]) and self.children[1].signed != self.children[2].signed:
            scope.traits.add("constant-condition")
        condition = fs.truth(self.children[0].self_(scope))
        left = self.children[1].evaluate(scope, width, signed)
        right = self.children[2].evaluate(scope, width, signed)
        if condition is None:
            if left.b & ~left.a & right.b & ~right.a:
                scope.traits.add("merge-z-z")
            return fs.merge(left, right)
        return left if condition else right


class Concatenation(Node):
    signed = False

    def __init__(self, children, count=None):
        self.children, self.count = tuple(children), count
        self.width = sum(c.width for c in self.children) * (1 if count is None else count)

    def with_(self, children):
        return Concatenation(children, self.count)

    def text(self):
        inner = "{" + ", ".join(c.text() for c in self.children) + "}"
        return inner if self.count is None else "{" + f"{self.count}{inner}" + "}"

    def own(self, scope):
        value = fs.concatenate([c.self_(scope) for c in self.children])
        return value if self.count is None else fs.concatenate([value] * self.count)


class Cast(Node):
    """$signed, $unsigned or a size cast."""

    def __init__(self, kind, operand):
        self.kind, self.children = kind, (operand,)
        self.width = kind if isinstance(kind, int) else operand.width
        self.signed = operand.signed if isinstance(kind, int) else kind == "$signed"

    def with_(self, children):
        return Cast(self.kind, *children)

    def text(self):
        kind = f"{self.kind}'" if isinstance(self.kind, int) else self.kind
        return f"{kind}({self.children[0].text()})"

    def own(self, scope):
        operand = self.children[0]
        if not isinstance(self.kind, int):
            return operand.self_(scope)
        # The operand is evaluated as if assigned to a variable of that size (6.24.1).
        wide = operand.evaluate(scope, max(self.width, operand.width), operand.signed)
        return fs.resize(wide, self.width, operand.signed)


def isConstant(node):
    return not isinstance(node, (Variable, Select)) and all(map(isConstant, node.children))


def sized(node):
    """The tree without unsized literals, which a concatenation cannot hold (11.4.12)."""
    if isinstance(node, Literal):
        return Literal(node.value, node.signed, "d" if node.style == "plain" else node.style)
    return node.with_([sized(c) for c in node.children]) if node.children else node


class Generator:
    """Random trees over some variables; none of them: constants only."""
    widths, maxWidth = WIDTHS, MAX_WIDTH

    def __init__(self, random, variables):
        self.random, self.variables = random, variables

    def value(self, width):
        """Corner values as often as arbitrary ones; x and z in a third of them."""
        r = self.random
        a = r.choice([0, 1, fs.mask(width), 1 << (width - 1), fs.mask(width - 1), 2, 3,
                      r.getrandbits(width), r.getrandbits(width), r.getrandbits(min(width, 8))])
        b = 0
        kind = r.randrange(12)
        if kind == 0:
            b = r.getrandbits(width)
        elif kind == 1:
            b = 1 << r.randrange(width)
        elif kind == 2:
            b = fs.mask(width)
            a = r.choice([0, b])
        return fs.make(width, a, b)

    def literal(self):
        r = self.random
        if r.randrange(6) == 0:
            return Literal(fs.make(32, r.choice([0, 1, 2, 7, 31, 255, 65536, 2147483647])), True,
                           "plain")
        width = r.choice(self.widths)
        return Literal(self.value(width), r.random() < 0.4, r.choice("bhd"))

    def leaf(self):
        r = self.random
        if not self.variables or r.random() < 0.25:
            return self.literal()
        variable = r.choice(self.variables)
        if r.random() < 0.2:
            return self.selectOf(variable, 0)
        return variable

    def selectOf(self, variable, depth):
        r = self.random
        kind = r.choice(["bit", "part", "+:", "-:"])
        if kind == "part":
            width = r.randint(1, variable.width)
            return Select(variable, kind, r.randint(0, variable.width - width), width)
        width = 1 if kind == "bit" else r.choice([1, 2, 3, 4, 8, 16, 33, 64])
        return Select(variable, kind, self.index(variable, depth), min(width, variable.width))

    def index(self, variable, depth):
        if depth > 0 and self.random.random() < 0.7:
            return self.tree(depth - 1)
        return Literal(fs.make(32, self.random.randint(0, variable.width - 1)), True, "plain")

    def tree(self, depth):
        if depth <= 0 or self.random.random() < 0.05:
            return self.leaf()
        node = self.inner(depth - 1)
        return node if node.width <= self.maxWidth else self.leaf()

    def inner(self, depth):
        r = self.random
        sub = lambda: self.tree(depth - (r.random() < 0.3))
        kind = r.randrange(100)
        if kind < 12:
            return Unary(r.choice(["+", "-", "~", "-", "~"]), sub())
        if kind < 20:
            return Unary(r.choice(["!", "&", "|", "^", "~&", "~|", "~^"]), sub())
        if kind < 42:
            return Binary(r.choice(["+", "-", "*", "/", "%", "+", "-"]), sub(), sub())
        if kind < 54:
            return Binary(r.choice(["&", "|", "^", "~^"]), sub(), sub())
        if kind < 65:
            amount = self.amount(depth)
            return Shift(r.choice(["<<", ">>", "<<<", ">>>"]), sub(), amount)
        if kind < 67:
            return self.powerOf(depth)
        if kind < 77:
            return Compare(r.choice(["<", "<=", ">", ">=", "==", "!=", "===", "!==", "==?", "!=?"]),
                           sub(), sub())
        if kind < 81:
            return Logical(r.choice(["&&", "||"]), sub(), sub())
        if kind < 88:
            return Conditional(sub(), sub(), sub())
        if kind < 92:
            return Concatenation([sized(sub()) for _ in range(r.randint(1, 3))])
        if kind < 94:
            return Concatenation([sized(sub())], r.randint(1, 4))
        if kind < 97 or not self.variables:
            return Cast(r.choice(["$signed", "$unsigned", r.choice(self.widths)]), sub())
        return self.selectOf(r.choice(self.variables), depth)

    def amount(self, depth):
        """Mostly small: large shifts leave nothing to compare."""
        r = self.random
        if r.random() < 0.5:
            width = r.choice([2, 3, 4, 5, 6, 7])
            return Literal(fs.make(width, r.getrandbits(width)), False, "d")
        return self.tree(depth)

    def powerOf(self, depth):
        """Small exponents: the widths make them expensive otherwise."""
        r = self.random
        base = self.tree(depth)
        exponent = Literal(fs.make(5, r.getrandbits(5)), r.random() < 0.5, "d")
        return Shift("**", base, exponent)


class TameGenerator(Generator):
    """Trees without what Icarus Verilog 11 is known to get wrong (KNOWN in
    expressions.py), for tools that have no third opinion: no **, no z, no unsized
    literals, no part-select of all bits, no wide index, no ?: with a constant
    condition, division of at most 64 bits."""
    widths, maxWidth = [1, 1, 2, 3, 4, 4, 5, 7, 8, 8, 12, 16, 31, 32, 33, 48, 63, 64, 65, 80,
                        128, 129], 200

    def value(self, width):
        value = super().value(width)
        return fs.make(width, value.a | value.b, value.b)

    def literal(self):
        width = self.random.choice(self.widths)
        return Literal(self.value(width), self.random.random() < 0.4, self.random.choice("bhd"))

    def selectOf(self, variable, depth):
        if variable.width < 2:
            return variable
        node = super().selectOf(variable, depth)
        return node if node.width < variable.width else variable

    def index(self, variable, depth):
        small = [v for v in self.variables if v.width <= 8]
        if small and self.random.random() < 0.6:
            return self.random.choice(small)
        return super().index(variable, 0)

    def powerOf(self, depth):
        return Binary("-", self.tree(depth), self.tree(depth))

    def inner(self, depth):
        node = super().inner(depth)
        if isinstance(node, Conditional) and isConstant(node.children[0]):
            return node.children[1]
        if isinstance(node, Binary) and node.op in "/%":
            # Self-determined, so that no context widens it.
            if node.width > 64:
                return Binary("-", *node.children)
            return Concatenation([sized(node)])
        return node
