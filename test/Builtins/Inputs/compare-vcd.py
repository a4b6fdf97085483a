#!/usr/bin/env python3
"""compare-vcd.py EXPECTED ACTUAL: same changes at the same times?

Every variable of EXPECTED must be in ACTUAL under the same hierarchical name, with
the same value at the end of each time step. Types, identifier codes, the order
within a step and final times without changes do not matter. Prints the differences
and exits with status 1 if there is one.
"""
import sys


def extended(bits, width):
    fill = bits[0] if bits[0] in "xz" else "0"
    return fill * (width - len(bits)) + bits


def read(path):
    names, values, time, scope = {}, {}, 0, []
    tokens = iter(open(path).read().split())
    for token in tokens:
        if token in ("$scope", "$upscope", "$var", "$enddefinitions", "$date", "$version",
                     "$timescale", "$comment"):
            words = []
            for word in tokens:
                if word == "$end":
                    break
                words.append(word)
            if token == "$scope":
                scope.append(words[1])
            elif token == "$upscope":
                scope.pop()
            elif token == "$var":
                names[".".join(scope + [words[3]])] = (words[2], words[0], int(words[1]))
        elif token[0] == "#":
            time = int(token[1:])
        elif token[0] in "bB":
            values.setdefault(next(tokens), {})[time] = token[1:].lower()
        elif token[0] in "rR":
            values.setdefault(next(tokens), {})[time] = float(token[1:])
        elif token[0] in "01xXzZ":
            values.setdefault(token[1:], {})[time] = token[0].lower()
    return {name: history(values.get(code, {}), kind, width)
            for name, (code, kind, width) in names.items()}


def history(steps, kind, width):
    if kind == "event":  # the initial dump says nothing about triggers
        return [(time, "1") for time in sorted(steps) if time != min(steps)]
    result = []
    for time in sorted(steps):
        value = steps[time]
        value = extended(value, width) if isinstance(value, str) else repr(value)
        if not result or result[-1][1] != value:
            result.append((time, value))
    return result


def firstDifference(expected, actual):
    for x, y in zip(expected + [None], actual + [None]):
        if x != y:
            return f"expected {x}, actual {y} (time, value)"
    return ""


def main():
    expected, actual = read(sys.argv[1]), read(sys.argv[2])
    failures = 0
    for name in sorted(expected):
        if name not in actual:
            print(f"missing: {name}")
        elif actual[name] != expected[name]:
            print(f"different: {name}: {firstDifference(expected[name], actual[name])}")
        else:
            continue
        failures += 1
    print(f"{len(expected)} variables, {failures} differences")
    return failures != 0 or not expected


if __name__ == "__main__":
    sys.exit(main())
