#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""Verbs that look at many interviews: tests/each.py PROGRAM.

`check` and `score` in processes say the same, in the order of the arguments, for
any number of them; messages as JSON are one object a line, in a batch too; tables
of `tally` and `agree` may be large.  The last line counts.
"""
import json
import os
import signal
import subprocess
import sys
import tempfile
import time

from counting import children, Counting, on_terminal
from workers import SHEETS, example, recase

N = 60
ENV = {"PATH": os.environ["PATH"], "LC_ALL": "C", "TERM": "xterm"}


class Test(Counting):
    def __init__(self, program, work):
        self.program = os.path.abspath(program)
        self.work = work
        os.mkdir(self.path("in"))
        for i in range(N):
            text = recase(example(SHEETS[i % 4]), f"E{i:02}")
            if i % 7 == 3:
                text = text.replace("\n", "\nonbekend: 1\n", 1)
            if i == 40:
                text = recase(example(SHEETS[0]), "E00")  # two of one case id
            with open(self.path("in", f"i{i:02}.yaml"), "w",
                      encoding="utf-8") as f:
                f.write(text)

    def path(self, *parts):
        return os.path.join(self.work, *parts)

    def run(self, *words, **more):
        p = subprocess.run([self.program, *words], cwd=self.work,
                           capture_output=True, text=True, check=False, env=ENV,
                           **more)
        return p.returncode, p.stdout, p.stderr


def same(t):
    """Whatever the number of processes; folders, and arguments out of order."""
    some = [f"in/i{i:02}.yaml" for i in (50, 3, 40, 7, 0, 21)]
    for words in (["check", "in"], ["check", *some], ["check", "-q", "in"],
                  ["check", "in", "--diagnostics", "json"],
                  ["score", "in"], ["score", *some, "--format", "csv"],
                  ["score", "in", "--format", "json", "--diagnostics", "json"],
                  ["check", "in/i00.yaml"], ["score", "in/i03.yaml"]):
        want = t.run(*words, "-j", "1")
        name = " ".join(words)
        t.check(f"{name}: says something", want[1] + want[2] != "" or
                "-q" in words or len(words) == 2, want)
        for jobs in ("2", "7", "256"):
            t.check(f"{name} -j {jobs}", t.run(*words, "-j", jobs) == want)
        t.check(f"{name}: by itself", t.run(*words) == want)
    out = t.run("score", *some, "--format", "csv")[1].splitlines()[1:]
    cases = list(dict.fromkeys(x.split(",")[0] for x in out))
    t.check("in the order of the arguments", cases == ["E50", "E07", "E21"],
            cases)


def as_json(t):
    """One object a line, with path, code and place, in a batch too."""
    for words in (["check", "in"], ["score", "in"],
                  ["render", "in", "-l", "pocket", "-d", "out"]):
        for jobs in ("1", "2"):
            status, _, err = t.run(*words, "--diagnostics", "json", "-j", jobs)
            found = [json.loads(x) for x in err.splitlines()]
            placed = [x for x in found if x["code"] != "E100"]
            t.check(f"{words[0]} -j {jobs}: JSON", status == 1 and placed and all(
                x["file"].startswith("in/i") and x["line"] > 0 and
                x["column"] > 0 and x["severity"] for x in placed), found[:3])
            t.check(f"{words[0]} -j {jobs}: every refusal", {
                x["file"] for x in found if x["code"] == "I101"} == {
                f"in/i{i:02}.yaml" for i in range(N) if i % 7 == 3})


def lost(t):
    """A process that is killed takes one interview along, and that is said."""
    for number in (signal.SIGKILL, signal.SIGSEGV):
        for i in range(60):  # it may have been between two, or done
            with subprocess.Popen([t.program, "check", "in", "-j", "2"],
                                  cwd=t.work, env=ENV, text=True,
                                  stderr=subprocess.PIPE,
                                  stdout=subprocess.DEVNULL) as p:
                workers = []
                while not workers and p.poll() is None:
                    workers = children(p.pid)
                time.sleep(i % 20 * 0.001)
                for pid in workers[:1]:
                    try:
                        os.kill(pid, number)
                    except ProcessLookupError:
                        pass
                err = p.communicate()[1]
            if p.returncode == 3 and "got signal" in err:
                break
        t.check(f"{number.name}: said", p.returncode == 3 and
                err.count(f"got signal {number.value}") == 1,
                p.returncode, [x for x in err.splitlines() if "signal" in x])
        t.check(f"{number.name}: the others are done", "files looked over: 60" in
                err, err[-300:])
    p = subprocess.run(["sh", "-c", 'exec "$0" score in -j 2 >/dev/full',
                        t.program], cwd=t.work, env=ENV, text=True,
                       capture_output=True, check=False)
    t.check("nowhere to print", p.returncode == 3 and
            p.stderr.count("the disk is full") == 1, p.stderr[-300:])


def shown(t):
    """How far it is, on a terminal; gone in the end."""
    many = [f"in/i{i:02}.yaml" for i in range(N)]
    os.mkdir(t.path("more"))
    for i in range(1500):
        os.link(t.path("in", f"i{i % N:02}.yaml"), t.path("more", f"{i}.yaml"))
    for verb in ("check", "score"):
        text = on_terminal([t.program, verb, "more", *many, "-j", "2"], cwd=t.work,
                           env=ENV, stdout=subprocess.DEVNULL)
        t.check(f"{verb}: progress", f" of {1500 + N}; not made: " in text and
                " left" in text, text[-300:])
        t.check(f"{verb}: gone", " left" not in text.split("\r\x1b[K")[-1])


def tables(t):
    """More than a megabyte, and thousands of trainees."""
    scales = [x.split(",")[1] for x in example_table()[1:8]]
    rows = [f"T{i},{s},{1 + (i + k) % 7}" for i in range(9000)
            for k, s in enumerate(scales)]
    for name, lines in (("good", rows), ("twice", [*rows, rows[5]]),
                        ("capitals", [*rows, "t8999," + scales[0] + ",3"])):
        with open(t.path(name + ".csv"), "w", encoding="utf-8") as f:
            f.write("\n".join(["cursist,schaal,score", *lines]) + "\n")
    key = ("--key", "in/i00.yaml", "--format", "csv", "-q")
    status, out, err = t.run("tally", "good.csv", *key)
    t.check("tally: all rows", status == 0 and
            [x.split(",")[0] for x in out.splitlines()[1:]] ==
            [x.split(",")[0] for x in rows], err)
    t.check("tally: its place", os.path.getsize(t.path("good.csv")) > 1 << 20 and
            "twice.csv:63002:" in t.run("tally", "twice.csv", *key)[2])
    err = t.run("tally", "capitals.csv", *key)[2]
    t.check("tally: capitals", "S215" in err and "capitals.csv:62995:" in err,
            err)
    status, out, err = t.run("agree", "good.csv", "--format", "csv")
    t.check("agree: readers", status == 0 and len(out.splitlines()) > 1, err)


def example_table():
    with open(os.path.join(os.path.dirname(__file__), "..", "examples",
                           "trainees.csv"), encoding="utf-8") as f:
        return f.read().splitlines()


def main():
    with tempfile.TemporaryDirectory() as work:
        t = Test(sys.argv[1], work)
        same(t)
        as_json(t)
        lost(t)
        shown(t)
        tables(t)
        return t.last("each")


if __name__ == "__main__":
    sys.exit(main())
