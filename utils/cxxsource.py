"""Reading C++ sources, for the checks beside this file.

`blank` turns comments and the insides of literals into spaces, so that a check
can look at code only; lines and columns stay where they were. It works on the
text, without preprocessing or types.
"""

import os
import re

# Alternatives are tried in this order at every position. The number comes
# before the character literal because of digit separators (1'000'000).
_TOKEN = re.compile(
    r"""
    (?P<comment> // (?: \\\n | [^\n] )* | /\* .*? (?: \*/ | \Z ) )
  | (?P<raw> \b(?:u8|[uUL])?R"(?P<delim>[^()\\\s]{0,16})\( .*? \)(?P=delim)" )
  | (?P<string> " (?: \\. | [^"\\\n] )* "? )
  | (?P<number> \b\d (?: '?[\w.] )* )
  | (?P<char> ' (?: \\. | [^'\\\n] )+ ' )
    """,
    re.VERBOSE | re.DOTALL,
)

_SOURCES = (".cpp", ".h", ".c", ".inc", ".def")


def _spaces(text):
    return re.sub(r"[^\n]", " ", text)


def blank(text, keepStrings=False):
    """Returns `text` with comments blanked, and literals too unless `keepStrings`."""

    def replace(match):
        found = match.group(0)
        if match.lastgroup == "number" or match.group("number"):
            return found
        if match.group("comment"):
            return _spaces(found)
        if keepStrings or len(found) < 2:
            return found
        return found[0] + _spaces(found[1:-1]) + found[-1]

    return _TOKEN.sub(replace, text)


def blankDirectives(clean):
    """Blanks preprocessor directives, and every branch of a conditional but the
    first, so that braces balance. `clean` comes from `blank`."""
    lines = clean.split("\n")
    skipping = []  # per open conditional: is a branch other than the first being read?
    continued = False
    for index, line in enumerate(lines):
        directive = re.match(r"\s*#\s*(\w*)", line) if not continued else None
        if directive:
            word = directive.group(1)
            if word in ("if", "ifdef", "ifndef"):
                skipping.append(False)
            elif word in ("else", "elif", "elifdef", "elifndef") and skipping:
                skipping[-1] = True
            elif word == "endif" and skipping:
                skipping.pop()
        if directive or continued or any(skipping):
            lines[index] = " " * len(line)
        continued = (directive is not None or continued) and line.endswith("\\")
    return "\n".join(lines)


def sourceFiles(root, folders, suffixes=_SOURCES):
    """Yields paths, relative to `root`, of the sources under its `folders`, sorted."""
    for folder in folders:
        for parent, names, files in os.walk(os.path.join(root, folder)):
            names[:] = sorted(n for n in names if n != "__pycache__")
            for name in sorted(files):
                if name.endswith(suffixes):
                    path = os.path.relpath(os.path.join(parent, name), root)
                    yield path.replace(os.sep, "/")


def read(root, path):
    with open(os.path.join(root, path), encoding="utf-8", errors="replace") as file:
        return file.read()


def lineOf(text, position):
    return text.count("\n", 0, position) + 1
