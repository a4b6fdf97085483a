"""Four-state vectors and the operators of IEEE 1800-2023 11.4, written for
clarity from the standard's tables: the third opinion of the differential tests.

A value is (width, a, b): planes as integers, 0=(0,0) 1=(1,0) z=(0,1) x=(1,1).
"""

from collections import namedtuple

Value = namedtuple("Value", "width a b")


def mask(width):
    return (1 << width) - 1


def make(width, a, b=0):
    return Value(width, a & mask(width), b & mask(width))


def allX(width):
    return Value(width, mask(width), mask(width))


def bit(text):
    return {"0": Value(1, 0, 0), "1": Value(1, 1, 0), "z": Value(1, 0, 1),
            "x": Value(1, 1, 1)}[text]


ZERO, ONE, X = bit("0"), bit("1"), bit("x")


def fromBool(value):
    return X if value is None else ONE if value else ZERO


def parse(text):
    """A value from its binary digits, most significant first."""
    a = b = 0
    for digit in text:
        a = a * 2 + (digit in "1x")
        b = b * 2 + (digit in "zx")
    return Value(len(text), a, b)


def show(value):
    return "".join("01zx"[(value.a >> i & 1) + 2 * (value.b >> i & 1)]
                   for i in reversed(range(value.width)))


def resize(value, width, signed):
    """Truncates, or extends by zeros or by the top bit, x and z included."""
    a, b = value.a, value.b
    if width > value.width and signed and value.width:
        extension = mask(width) & ~mask(value.width)
        top = value.width - 1
        a |= extension if a >> top & 1 else 0
        b |= extension if b >> top & 1 else 0
    return make(width, a, b)


def number(value, signed):
    """The integer a known value stands for."""
    if signed and value.a >> (value.width - 1) & 1:
        return value.a - (1 << value.width)
    return value.a


def truth(value):
    """True, False or None for unknown: any 1 decides (11.4.7, 12.4)."""
    if value.a & ~value.b:
        return True
    return None if value.b else False


# --- bitwise (tables 11-11 to 11-15) -----------------------------------------

def bitNot(v):
    return make(v.width, ~v.a | v.b, v.b)


def bitAnd(l, r):
    zero = (~l.a & ~l.b) | (~r.a & ~r.b)
    one = l.a & ~l.b & r.a & ~r.b
    return make(l.width, ~zero, ~(zero | one))


def bitOr(l, r):
    return bitNot(bitAnd(bitNot(l), bitNot(r)))


def bitXor(l, r):
    unknown = l.b | r.b
    return make(l.width, (l.a ^ r.a) | unknown, unknown)


def bits(value):
    return [make(1, value.a >> i, value.b >> i) for i in range(value.width)]


def reduce(op, value):
    result = bits(value)[0]
    # One operand has no partner: x and z become x, as in every reduction.
    result = make(1, result.a | result.b, result.b)
    for other in bits(value)[1:]:
        result = op(result, other)
    return result


# --- arithmetic (11.4.3): one unknown bit makes all unknown -------------------

def arithmetic(op, l, r, signed):
    if l.b or r.b:
        return allX(l.width)
    x, y = number(l, signed), number(r, signed)
    if op == "+":
        return make(l.width, x + y)
    if op == "-":
        return make(l.width, x - y)
    if op == "*":
        return make(l.width, x * y)
    if y == 0:
        return allX(l.width)
    quotient = abs(x) // abs(y)
    if (x < 0) != (y < 0):
        quotient = -quotient
    return make(l.width, quotient if op == "/" else x - y * quotient)


def power(base, exponent, baseSigned, exponentSigned):
    """Table 11-4."""
    if base.b or exponent.b:
        return allX(base.width)
    x, y = number(base, baseSigned), number(exponent, exponentSigned)
    if y >= 0:
        return make(base.width, pow(x, y, 1 << base.width))
    if x == 0:
        return allX(base.width)
    if x == 1:
        return make(base.width, 1)
    if x == -1:
        return make(base.width, -1 if y % 2 else 1)
    return make(base.width, 0)


def negate(v):
    return allX(v.width) if v.b else make(v.width, -v.a)


def shift(op, v, amount, signed):
    if amount.b:
        return allX(v.width)
    n = min(amount.a, v.width)
    if op in ("<<", "<<<"):
        return make(v.width, v.a << n, v.b << n)
    if op == ">>" or not signed:
        return make(v.width, v.a >> n, v.b >> n)
    wide = resize(v, 2 * v.width, True)
    return make(v.width, wide.a >> n, wide.b >> n)


# --- comparisons (11.4.4 to 11.4.6) -------------------------------------------

def compare(op, l, r, signed):
    if op in ("===", "!=="):
        return fromBool((l.a == r.a and l.b == r.b) == (op == "==="))
    if op in ("==", "!="):
        known = mask(l.width) & ~(l.b | r.b)
        if (l.a ^ r.a) & known:
            return fromBool(op == "!=")
        return X if l.b | r.b else fromBool(op == "==")
    if op in ("==?", "!=?"):
        care = mask(l.width) & ~r.b
        if (l.a ^ r.a) & care & ~l.b:
            return fromBool(op == "!=?")
        return X if l.b & care else fromBool(op == "==?")
    if l.b or r.b:
        return X
    x, y = number(l, signed), number(r, signed)
    return fromBool({"<": x < y, "<=": x <= y, ">": x > y, ">=": x >= y}[op])


def logical(op, l, r):
    """&& and || over truths (tables 11-9 and 11-10)."""
    if op == "&&":
        return False if l is False or r is False else None if None in (l, r) else True
    return True if l is True or r is True else None if None in (l, r) else False


def merge(l, r):
    """The two branches of ?: under an unknown condition (table 11-20)."""
    same = mask(l.width) & ~(l.a ^ r.a) & ~l.b & ~r.b
    return make(l.width, l.a | ~same, ~same)


def concatenate(values):
    width = a = b = 0
    for v in values:
        width += v.width
        a = a << v.width | v.a
        b = b << v.width | v.b
    return Value(width, a, b)


def select(v, low, width):
    """Bits low .. low+width-1; those outside of v are x (11.5.1)."""
    result = allX(width) if low is None else None
    if low is None:
        return result
    a = b = 0
    for i in range(width):
        inside = 0 <= low + i < v.width
        a |= (v.a >> (low + i) & 1 if inside else 1) << i
        b |= (v.b >> (low + i) & 1 if inside else 1) << i
    return Value(width, a, b)
