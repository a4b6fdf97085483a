"""Reads value change dumps (IEEE 1800-2023 21.7) into comparable traces."""


def extend(digits, width):
    """Left-extension of table 21-7: by 0 after 1, by the digit itself otherwise."""
    if len(digits) >= width:
        return digits[-width:]
    return ("0" if digits[0] == "1" else digits[0]) * (width - len(digits)) + digits


class Dump:
    """traces: {hierarchical name: [(time, binary digits), ...]}, changes only; of an
    event, every trigger."""

    def __init__(self, text):
        self.traces = {}
        self.events = set()
        self.names = {}  # identifier code -> [(name, width)]
        header, _, body = text.partition("$enddefinitions")
        self.readHeader(header.split())
        self.readBody(body.split())

    def readHeader(self, words):
        scope = []
        i = 0
        while i < len(words):
            if words[i] == "$scope":
                scope.append(words[i + 2])
            elif words[i] == "$upscope":
                scope.pop()
            elif words[i] == "$var":
                kind, width, code, name = words[i + 1], int(words[i + 2]), words[i + 3], words[i + 4]
                if kind not in ("real", "parameter"):
                    path = ".".join(scope + [name])
                    self.names.setdefault(code, []).append((path, width))
                    self.traces[path] = []
                    if kind == "event":
                        self.events.add(path)
            i += 1

    def record(self, time, code, digits):
        for name, width in self.names.get(code, []):
            value = extend(digits.lower(), width)
            trace = self.traces[name]
            if trace and trace[-1][0] == time:
                trace.pop()
            if not trace or trace[-1][1] != value or name in self.events:
                trace.append((time, value))

    def readBody(self, words):
        time = i = 0
        while i < len(words):
            word = words[i]
            if word.startswith("#"):
                time = int(word[1:])
            elif word[0] in "bB":
                self.record(time, words[i + 1], word[1:])
                i += 1
            elif word[0] in "rRs":
                i += 1
            elif word[0] in "01xXzZ":
                self.record(time, word[1:], word[0])
            i += 1


def since(trace, start):
    """The value at `start`, and the changes behind it."""
    before = [value for time, value in trace if time <= start]
    return before[-1:] + [change for change in trace if change[0] > start]


def difference(ours, theirs, start):
    """None, or a line about the first signal of `theirs` whose trace differs from time
    `start` on. Names that only one of the two dumps are left out."""
    for name in sorted(theirs.traces):
        if name not in ours.traces:
            continue
        own, other = (since(dump.traces[name], start) for dump in (ours, theirs))
        if name in theirs.events:
            own, other = ([t for t in trace if t != "1"] for trace in (own, other))
        if own != other:
            n = next((i for i, pair in enumerate(zip(own, other)) if pair[0] != pair[1]),
                     min(len(own), len(other)))
            show = lambda trace: trace[n] if n < len(trace) else "nothing"
            return f"{name}, change {n}: circt-sim {show(own)}\n  Icarus    {show(other)}"
    return None
