#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""Batches in worker processes: tests/workers.py PROGRAM.

The same bytes and messages whatever the number of workers; a worker that is
killed takes one interview along; a signal leaves only whole files behind.
The last line counts.
"""
import hashlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time

from counting import Counting, alive, children, wait_until

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SHEETS = ("juf-anne", "first-child", "second-child", "three-readers")
FEW, MANY = 12, 150


def example(name):
    with open(os.path.join(TOP, "examples", name + ".yaml"),
              encoding="utf-8") as f:
        return f.read()


def recase(text, case):
    """The interview under another case id."""
    lines = text.splitlines(keepends=True)
    for i, line in enumerate(lines):
        key = line.split(":")[0]
        if key in ("dossier", "case"):
            lines[i] = f"{key}: {case}\n"
            return "".join(lines)
    raise ValueError("an example without a case id")


class Test(Counting):
    def __init__(self, program, work):
        self.program = os.path.abspath(program)
        self.work = work
        self.sheets = [example(name) for name in SHEETS]

    def folder(self, name):
        path = os.path.join(self.work, name)
        os.mkdir(path)
        return path

    def interviews(self, folder, n):
        paths = []
        for i in range(n):
            path = os.path.join(folder, f"i{i:03}.yaml")
            with open(path, "w", encoding="utf-8") as f:
                f.write(recase(self.sheets[i % len(self.sheets)], f"W{i:03}"))
            paths.append(path)
        return paths

    def start(self, out, inputs, *options):
        return subprocess.Popen(
            [self.program, "render", *inputs, "-d", out, *options],
            stderr=subprocess.PIPE, text=True,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C"})

    def render(self, out, inputs, *options):
        p = self.start(out, inputs, *options)
        err = p.communicate()[1]
        return p.returncode, err.replace(out, "OUT")


def hashes(folder, pdf=True):
    found = {}
    for name in os.listdir(folder):
        path = os.path.join(folder, name)
        if os.path.isdir(path) or (pdf and not name.endswith(".pdf")):
            continue
        with open(path, "rb") as f:
            found[name] = hashlib.sha256(f.read()).hexdigest()
    return found


def at_work(test, out, inputs):
    """A batch in two workers that has written something."""
    p = test.start(out, inputs, "-j", "2")
    wait_until(lambda: len(os.listdir(out)) > 3 or p.poll() is not None)
    return p, children(p.pid)


def alike(test):
    """Files and messages do not depend on workers or order."""
    folder = test.folder("few")
    paths = test.interviews(folder, FEW)
    with open(os.path.join(folder, "no.ini"), "w", encoding="ascii") as f:
        f.write("[format]\nkind = nothing\n")
    for i, line in ((3, "onbekend: 1\n"), (7, "regels: no\n"),
                    (9, "regels: no\n")):
        with open(paths[i], "r+", encoding="utf-8") as f:
            text = f.read()
            f.seek(0)
            f.write(text.replace("taal: nl\n", "taal: nl\n" + line))
            f.truncate()
    want = None
    for jobs in (1, 2, 8):
        out = test.folder(f"alike-{jobs}")
        now = (*test.render(out, paths, "-v", "-j", str(jobs)), hashes(out))
        want = want or now
        test.check(f"-j {jobs}: exit status", now[0] == want[0] != 0, now[0])
        test.check(f"-j {jobs}: messages", now[1] == want[1], now[1])
        test.check(f"-j {jobs}: bytes", now[2] == want[2])
    test.check("reports of a batch with faults",
               len(want[2]) == 2 * (FEW - 3), want)
    test.check("rules at fault are said once",
               want[1].count("no.ini:") == 1, want[1])
    for seed in (1, 2):
        out = test.folder(f"shuffled-{seed}")
        random.Random(seed).shuffle(paths)
        test.render(out, paths)
        test.check("shuffled: bytes", hashes(out) == want[2])


def killed(test, paths, want):
    """A worker that is killed takes one interview along.  It may have been
    between two; then once more."""
    for attempt in range(5):
        out = test.folder(f"killed-{attempt}")
        p, workers = at_work(test, out, paths)
        if workers:
            os.kill(workers[0], signal.SIGKILL)
        err = p.communicate()[1]
        if p.returncode != 0:
            break
    test.check("killed: exit status", p.returncode == 3, p.returncode)
    test.check("killed: message",
               err.count("the process at work on it got signal 9") == 1, err)
    test.check("killed: the others are written",
               err.endswith(f"{2 * MANY - 2} written, 0 refused, 2 failed\n"),
               err)
    now = hashes(out)
    test.check("killed: files", len(now) >= 2 * MANY - 2 and
               all(want[name] == now[name] for name in now))


def interrupted(test, paths, want, number):
    """A signal ends all, and leaves only whole files."""
    out = test.folder(f"signal-{number}")
    p, workers = at_work(test, out, paths)
    p.send_signal(number)
    err = p.communicate()[1]
    name = signal.Signals(number).name
    test.check(f"{name}: ends by it", p.returncode == -number, p.returncode)
    test.check(f"{name}: workers end",
               wait_until(lambda: not any(alive(w) for w in workers)))
    now = hashes(out)
    test.check(f"{name}: not all is written", len(now) < 2 * MANY, len(now))
    test.check(f"{name}: whole files",
               all(want.get(file) == now[file] for file in now))
    if number != signal.SIGKILL:
        test.check(f"{name}: what is left is said",
                   "broken off; interviews not begun: " in err and
                   err.endswith("0 refused, 0 failed\n"), err)


def main():
    with tempfile.TemporaryDirectory() as work:
        test = Test(sys.argv[1], work)
        alike(test)
        paths = test.interviews(test.folder("many"), MANY)
        out = test.folder("whole")
        status, err = test.render(out, paths)
        want = hashes(out)
        test.check("whole batch", status == 0 and len(want) == 2 * MANY, err)
        killed(test, paths, want)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
            interrupted(test, paths, want, number)
        return test.last("workers")


if __name__ == "__main__":
    sys.exit(main())
