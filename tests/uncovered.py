#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""Lines that no test reaches: tests/uncovered.py BUILD [take|FILE...].

Of all objects below BUILD/src gcov says how often each line was run.  At least 95
of 100 lines must be, and uncovered.list says of each other one why it is not: its
head tells how.  An explanation of a line that is no more in the source fails too;
one of a line that is run by now is shown.  The last line counts.

`take` only puts what gcov says into BUILD/counts.json, which is looked at too:
done after each part of the tests, since processes that are killed or get no
memory, file or disk spoil what gcov wrote before.  With files, as src/cli/main.c,
their uncovered lines are shown and nothing is judged.
"""
import json
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from counting import Counting

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
LIST = "tests/uncovered.list"
LEAST = 95
AND_SO_ON = " … "


class Source:
    """A file of the source: its text, lines as counted, functions."""

    def __init__(self, path):
        self.path = path
        with open(os.path.join(TOP, path), encoding="utf-8") as f:
            self.text = [None, *(line.strip() for line in f)]
        self.counts = {}  # line -> how often
        self.functions = {}  # name -> (first line, last line)

    def add(self, counted):
        for f in counted["functions"]:
            self.functions[f["name"]] = f["start_line"], f["end_line"]
        for line in counted["lines"]:
            n, name = line["line_number"], line.get("function_name")
            self.counts[n] = max(self.counts.get(n, 0), line["count"])
            if name in self.functions:  # a condition that goes on over lines
                first, last = self.functions[name]
                self.functions[name] = min(first, n), max(last, n)

    def uncovered(self):
        return sorted(n for n, count in self.counts.items() if count == 0)

    def function_of(self, n):
        return next((name for name, (first, last) in self.functions.items()
                     if first <= n <= last), "-")

    def show(self, n):
        return f"{self.path}:{n}: {self.function_of(n)}: {self.text[n]}"

    def lines_of(self, function, words):
        """The lines that an explanation means; or what is wrong with it."""
        # gcov does not name a function that stands for one of the compiler's own.
        every = {**self.functions, "-": (1, len(self.text) - 1)}
        if function not in every:
            return f"no function {function}"
        first, last = every[function]
        if words == "*":
            return range(first, last + 1)
        begin, more, end = words.partition(AND_SO_ON)
        at = [n for n in range(first, last + 1) if self.text[n] == begin]
        if len(at) != 1:
            return f'"{begin}" stands {len(at)} times in {function}'
        if not more:
            return range(at[0], at[0] + 1)
        for n in range(at[0] + 1, last + 1):
            if self.text[n] == end:
                return range(at[0], n + 1)
        return f'no "{end}" behind "{begin}" in {function}'


class Entry:
    """An explanation, as it stands in the list."""

    def __init__(self, at, source, reason, function, words):
        self.at, self.source, self.reason = at, source, reason
        self.function, self.words = function, words


def read_list(path, wrong):
    """Reasons by their name, those that are of chance, and entries."""
    reasons, chance, entries, source = {}, set(), [], None
    with open(os.path.join(TOP, path), encoding="utf-8") as f:
        for n, line in enumerate(f, 1):
            at, line = f"{path}:{n}", line.rstrip("\n")
            if not line or line.startswith("#"):
                continue
            if m := re.fullmatch(r"(reason|chance) (\S+) +(.+)", line):
                reasons[m[2]] = m[3]
                chance |= {m[2]} if m[1] == "chance" else set()
            elif re.fullmatch(r"src/\S+", line):
                source = line
            elif source and (m := re.fullmatch(
                    r"    (\S+) +(\w+|-): (.+)", line)):
                entries.append(Entry(at, source, *m.groups()))
            else:
                wrong(f"{at}: neither a reason nor a file nor a line: {line}")
    return reasons, chance, entries


def gcov(build):
    """All sources, by path."""
    objects = []
    for folder, _, names in os.walk(os.path.join(build, "src")):
        objects += [os.path.join(folder, n) for n in names if n.endswith(".gcno")]
    objects = [o for o in objects
               if os.path.exists(o[len(build):-len("gcno")].lstrip("/") + "c")]

    def one(path):
        p = subprocess.run(["gcov", "--json-format", "--stdout", path], text=True,
                           capture_output=True, check=False)
        return [json.loads(line) for line in p.stdout.splitlines()]

    sources = {}
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for counted in pool.map(one, sorted(objects)):
            for of_object in counted:
                for f in of_object["files"]:
                    if f["file"].startswith("src/"):
                        path = f["file"]
                        sources.setdefault(path, Source(path)).add(f)
    return sources


class Cov(Counting):
    def __init__(self, build):
        self.taken = os.path.join(build, "counts.json")
        self.sources = gcov(build)
        if os.path.exists(self.taken):
            with open(self.taken, encoding="ascii") as f:
                for path, counts in json.load(f).items():
                    self.add(path, counts)

    def add(self, path, counts):
        """Counts of before, of the same build."""
        to = self.sources[path].counts
        for n, count in counts.items():
            to[int(n)] = max(to[int(n)], count)

    def take(self):
        with open(self.taken + ".new", "w", encoding="ascii") as f:
            json.dump({path: s.counts for path, s in self.sources.items()}, f)
        os.replace(self.taken + ".new", self.taken)

    def percentages(self):
        rows = []
        for s in self.sources.values():
            run = len(s.counts) - len(s.uncovered())
            if s.counts:
                rows.append((100 * run / len(s.counts), len(s.counts), run, s.path))
        for percent, lines, _, path in sorted(rows):
            print(f"{percent:6.1f}% {lines:5} {path}")
        lines, run = sum(r[1] for r in rows), sum(r[2] for r in rows)
        print(f"{100 * run / lines:6.1f}% of {lines} lines, {lines - run} are not run")
        return 100 * run / lines

    def wrong(self, what):
        self.check(what, False)

    def explained(self):
        """By path the lines that have an explanation."""
        reasons, chance, entries = read_list(LIST, self.wrong)
        lines, used = {}, {}
        for e in entries:
            used[e.reason] = used.get(e.reason, 0) + 1
            source = self.sources.get(e.source)
            found = (f"no file {e.source}" if source is None else
                     source.lines_of(e.function, e.words))
            if isinstance(found, str):
                self.wrong(f"{e.at}: {found}")
            elif self.check(f"{e.at}: no reason {e.reason}", e.reason in reasons):
                lines.setdefault(e.source, set()).update(found)
                if (e.reason not in chance and
                        not set(found) & set(source.uncovered())):
                    print(f"{e.at}: is run by now: {e.source}: "
                          f"{e.function}: {e.words}")
        for name in reasons:
            self.check(f"{LIST}: nothing has the reason {name}", name in used)
        return lines

    def judge(self):
        percent = self.percentages()
        self.check(f"{percent:.1f} % of the lines, of {LEAST}", percent >= LEAST)
        lines = self.explained()
        for path in sorted(self.sources):
            source = self.sources[path]
            for n in source.uncovered():
                self.check(f"not explained: {source.show(n)}",
                           n in lines.get(path, ()))


def main(build, *files):
    os.chdir(TOP)
    cov = Cov(build)
    if files == ("take",):
        cov.take()
        return 0
    for path in files:
        source = cov.sources[path]
        for n in source.uncovered():
            print(source.show(n))
    if files:
        return 0
    cov.judge()
    return cov.last("cov")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
