# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""Where the source can be changed so that it means something else."""
import os
import re

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
OPERATORS = [
    (r"==", "!="), (r"!=", "=="), (r"(?<![-<])<(?![<=])", "<="), (r"<=", "<"),
    (r"(?<![->])>(?![>=])", ">="), (r">=", ">"), (r"&&", "||"), (r"\|\|", "&&"),
    (r" \+ ", " - "), (r" - ", " + "), (r" \* ", " / "), (r" / ", " * "),
    (r"\+=", "-="), (r"-=", "+="), (r"\+\+", "--"), (r"(?<!-)--(?!-)", "++"),
    (r"(?<=[( ])!(?=[a-z(])", ""), (r" \? ", " ? !"),
]
CONSTANTS = [(r"\btrue\b", "false"), (r"\bfalse\b", "true")]
NUMBER = re.compile(r"(?<![\w.])\d+(?![\w.])")
# A call or an assignment on a line of its own; no declaration, no return.
STATEMENT = re.compile(
    r"^\s+(?!return\b|goto\b|else\b|case\b|default\b)"
    r"(\*?[a-z_][\w>.\[\]-]*(\[[^\]]*\])?\s*([-+|&*/]?=(?!=).*|\(.*\))|"
    r"[a-z_][\w>.\[\]-]*(\+\+|--)|\+\+.*|break|continue);$")


def masked(text):
    """The text with comments, strings and directives made blank."""
    def blank(m):
        return re.sub(r"[^\n]", "\x01", m.group(0))
    text = re.sub(
        r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'',
        blank, text, flags=re.S)
    return re.sub(r"^[ \t]*#(?:\\\n|[^\n])*", blank, text, flags=re.M)


def sites(path):
    """Mutations of a file: (kind, line, from, to, replacement)."""
    with open(os.path.join(TOP, path), encoding="utf-8") as f:
        text = f.read()
    for number, line in enumerate(masked(text).split("\n")):
        for pattern, new in OPERATORS:
            for m in re.finditer(pattern, line):
                yield "operator", number, m.start(), m.end(), new
        for pattern, new in CONSTANTS:
            for m in re.finditer(pattern, line):
                yield "constant", number, m.start(), m.end(), new
        for m in NUMBER.finditer(line):
            octal = len(m.group(0)) > 1 and m.group(0)[0] == "0"
            more = int(m.group(0), 8 if octal else 10) + 1
            yield "constant", number, m.start(), m.end(), ("0%o" if octal else "%d") % more
        if STATEMENT.match(line.replace("\x01", "x")):
            start = len(line) - len(line.lstrip())
            yield "statement", number, start, len(line), ";"


def all_sites():
    found = {"operator": [], "constant": [], "statement": []}
    for folder, _, names in sorted(os.walk(os.path.join(TOP, "src"))):
        for name in sorted(names):
            if name.endswith(".c"):
                path = os.path.relpath(os.path.join(folder, name), TOP)
                for site in sites(path):
                    found[site[0]].append((path,) + site[1:])
    return found


def function_of(path, number):
    """The function that a line stands in, or "-"."""
    with open(os.path.join(TOP, path), encoding="utf-8") as f:
        lines = f.read().split("\n")[:number]
    for line in reversed(lines):
        if m := re.match(r"([a-z_]\w*)\(", line):
            return m.group(1)
        if line.startswith("}") and line is not lines[-1]:
            break
    return "-"


def mutated(text, site):
    lines = text.split("\n")
    line = lines[site[1]]
    lines[site[1]] = line[:site[2]] + site[4] + line[site[3]:]
    return "\n".join(lines), line.strip(), lines[site[1]].strip()
