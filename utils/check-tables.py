#!/usr/bin/env python3
"""Checks that every row of a vocabulary table is used.

    check-tables.py [--root DIR] [--verbose]

A table is a .def file under lib/ of one of the names below; a row is a macro call
with the row's name as its first argument. The name, or what it stands for in code
and in tests (below), must appear somewhere else under lib/, tools/, include/ or
test/: a handler, a use, a test. Otherwise the row says something about nothing. A
table that does not exist is skipped.

Prints one line per unused row and exits with status 1 if there is one.
"""

import argparse
import os
import re
import sys

import cxxsource


def itself(arguments):
    return [arguments[0].strip('"')]


def builtin(arguments):
    """BUILTIN(Id, "$name", ...): the id, the function that implements it, the name."""
    names = itself(arguments)
    names.append(names[0][:1].lower() + names[0][1:])
    if len(arguments) > 1 and arguments[1].startswith('"$'):
        names.append(arguments[1].strip('"'))
    return names


# Table -> from the arguments of a row, the words that count as a use of it.
TABLES = {"Opcodes.def": itself, "Builtins.def": builtin, "Diagnostics.def": itself}
SHOWN = 30  # problems listed without --verbose
ROW = re.compile(r"^[ \t]*([A-Z][A-Z0-9_]*)[ \t]*\(", re.MULTILINE)
WORD = re.compile(r"\$?[A-Za-z_]\w*")
USES = (".cpp", ".h", ".c", ".inc", ".def", ".td", ".sv", ".svh", ".v", ".mlir", ".test")


def argumentsAt(text, position):
    """The arguments of the macro call whose '(' is just before `position`."""
    arguments, depth, start, quoted = [], 0, position, False
    for index in range(position, len(text)):
        char = text[index]
        if quoted:
            quoted = char != '"' or text[index - 1] == "\\"
        elif char == '"':
            quoted = True
        elif char in "([{":
            depth += 1
        elif char in ")]}":
            if depth == 0:
                arguments.append(text[start:index])
                return [argument.strip() for argument in arguments]
            depth -= 1
        elif char == "," and depth == 0:
            arguments.append(text[start:index])
            start = index + 1
    return []


def directivesRemoved(text):
    return re.sub(r"^[ \t]*#(?:\\\n|[^\n])*", lambda m: re.sub(r"[^\n]", " ", m.group()), text,
                  flags=re.MULTILINE)


def rowsOf(text):
    """Yields (line, arguments) for the rows of a table."""
    clean = directivesRemoved(cxxsource.blank(text, keepStrings=True))
    for match in ROW.finditer(clean):
        arguments = argumentsAt(clean, match.end())
        if arguments and WORD.fullmatch(arguments[0].strip('"')):
            yield cxxsource.lineOf(clean, match.start(1)), arguments


def check(root, verbose):
    paths = list(cxxsource.sourceFiles(root, ["lib", "tools", "include", "test"], USES))
    tables = [p for p in paths if p.startswith("lib/") and os.path.basename(p) in TABLES]
    places = {}  # word -> the files that hold it
    for path in paths:
        text = cxxsource.blank(cxxsource.read(root, path), keepStrings=True)
        for word in set(WORD.findall(text)):
            places.setdefault(word, set()).add(path)
    problems = []
    for table in tables:
        count = 0
        wordsFor = TABLES[os.path.basename(table)]
        for line, arguments in rowsOf(cxxsource.read(root, table)):
            count += 1
            words = wordsFor(arguments)
            if not any(places.get(word, set()) - {table} for word in words):
                problems.append(f"{table}:{line}: {words[0]}: nothing uses this row")
        if verbose or count == 0:
            print(f"{table}: {count} rows")
    return tables, problems


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--root", default=os.path.join(os.path.dirname(__file__), ".."))
    parser.add_argument("--verbose", action="store_true",
                        help="print the number of rows per table, and every problem")
    options = parser.parse_args()
    tables, problems = check(os.path.abspath(options.root), options.verbose)
    shown = problems if options.verbose else problems[:SHOWN]
    for problem in shown:
        print(problem)
    if len(shown) < len(problems):
        print(f"... and {len(problems) - len(shown)} more (--verbose lists them)")
    print(f"check-tables: {len(tables)} tables, {len(problems)} problems")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
