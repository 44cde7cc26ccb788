#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""When the disk has what a batch made: tests/disk.py PROGRAM.

The reports of a batch wait for the disk together.  By strace: how often, in what
order, and what becomes of a group of which one file fails.  The last line counts.
"""
import json
import os
import re
import subprocess
import sys
import tempfile

from counting import Counting
from faults.common import compile_shim
from workers import SHEETS, example, hashes, recase

N = 60
CALLS = "openat,write,fsync,linkat,renameat,renameat2,mkdir,sync_file_range"
ENV = {"PATH": os.environ["PATH"], "LC_ALL": "C"}


class Test(Counting):
    def __init__(self, program, work):
        self.program = os.path.abspath(program)
        self.work = work
        os.mkdir(self.path("in"))
        for i in range(N):
            with open(self.path("in", f"i{i:02}.yaml"), "w",
                      encoding="utf-8") as f:
                f.write(recase(example(SHEETS[i % 4]), f"D{i:02}"))
        self.run("in", "-l", "pocket", "-d", "good")
        self.good = hashes(self.path("good"))
        self.whole = self.manifest("good")

    def path(self, *parts):
        return os.path.join(self.work, *parts)

    def run(self, *words, before=(), env=None):
        p = subprocess.run([*before, self.program, "render", *words],
                           cwd=self.work, capture_output=True, text=True,
                           check=False, env={**ENV, **(env or {})})
        return p.returncode, p.stderr

    def traced(self, *words, inject=(), env=None):
        """What the run did, a line of strace each: process, call, file, rest."""
        log = self.path("log")
        status, err = self.run(*words, env=env, before=(
            "strace", "-f", "-qq", "-y", "-s", "8192", "-o", log, "-e",
            "trace=" + CALLS, *(x for i in inject for x in ("-e", i))))
        with open(log, encoding="utf-8", errors="replace") as f:
            return status, err, f.read().splitlines()

    def manifest(self, folder):
        with open(self.path(folder, "manifest.jsonl"), encoding="utf-8") as f:
            return f.read()

    def resumed(self, name, folder):
        """What is missing is made by the next run."""
        self.run("in", "-l", "pocket", "-d", folder, "--resume")
        self.check(f"{name}: resumed",
                   hashes(self.path(folder)) == self.good and
                   self.manifest(folder) == self.whole)


def counted(t):
    """So many reports wait for the disk once each, and a folder once for all."""
    for jobs in ("1", "3"):
        _, _, log = t.traced("in", "-l", "pocket", "-d", f"n{jobs}", "-j", jobs)
        syncs = [x for x in log if re.match(r"\d+ +fsync\(", x)]
        folder = [x for x in syncs if f"/n{jobs}>" in x]
        t.check(f"-j {jobs}: fsync of the folder", 4 <= len(folder) <= 20,
                len(folder))
        t.check(f"-j {jobs}: of all", len(syncs) <= N + len(folder) + 6,
                len(syncs))
        t.check(f"-j {jobs}: the same reports",
                hashes(t.path(f"n{jobs}")) == t.good)
    _, _, log = t.traced("in/i00.yaml", "-l", "pocket", "-d", "one")
    t.check("a single report: file and folder", sum(
        "fsync(" in x for x in log) == 3, log)  # and that of a new folder
    made = [x for x in log if re.search(r"mkdir\(|fsync\(", x)]
    t.check("a new folder: its parent is waited for", "mkdir(" in made[0] and
            f"<{os.path.realpath(t.work)}>" in made[1], made[:3])


def ordered(t):
    """A file is on the disk before it gets its name, its folder after that, and
    only then the manifest knows it."""
    for name, env in (("unnamed", {}), ("named", {"FAIL_TMPFILE": "1"})):
        _, _, log = t.traced("in", "-l", "pocket", "-d", name, "-j", "2",
                             env={**env, "LD_PRELOAD": t.shim} if env else {})
        safe, named, known = set(), {}, set()
        wrong = []
        for line in log:
            pid = line.split()[0]
            m = re.search(r"fsync\((\d+)<([^>]*)>", line)
            if m and m[2].endswith("/" + name):
                known |= {x for x, p in named.items() if p == pid}
            elif m:
                safe.add((pid, m[1], m[2]))
            m = re.search(r'linkat\([^,]*, "/proc/self/fd/(\d+)", .*"(D\d+)', line)
            if m:
                if not any(p == pid and fd == m[1] for p, fd, _ in safe):
                    wrong.append(line)
                named[m[2]] = pid
            m = re.search(r'rename\w+\(.*, "(\.rel[^"]*)".*"(D\d+)', line)
            if m:
                if not any(p == pid and f.endswith(m[1]) for p, _, f in safe):
                    wrong.append(line)
                named[m[2]] = pid
            if re.search(r"write\(\d+<[^>]*manifest", line):
                wrong += [x for x in re.findall(r'\\"case\\": \\"(D\d+)', line)
                          if x not in known]
        t.check(f"{name}: order", not wrong and len(named) == N and
                known == set(named), wrong[:3], len(named), len(known))
        t.check(f"{name}: the same reports", hashes(t.path(name)) == t.good)


def beside(t):
    """Single reports beside sets of which only two files are new: each is on the
    disk before the manifest knows it."""
    words = ("in", "-l", "dossier,pocket", "-d", "beside", "-j", "1")
    t.run(*words)
    for i in range(N):
        with open(t.path("in", f"i{i:02}.yaml"), "a", encoding="utf-8") as f:
            f.write("# later\n")
    _, _, log = t.traced(*words)
    named, known, wrong, n = set(), set(), [], 0
    for line in log:
        if m := re.search(r'(?:rename\w*|linkat)\(.*"(D\d+)\.(\w+)\.pdf"', line):
            named.add(m.groups())
        elif re.search(r"fsync\(\d+<[^>]*/beside>", line):
            known |= named
        elif re.search(r"write\(\d+<[^>]*manifest", line):
            told = set(re.findall(
                r'\\"case\\": \\"(D\d+)\\", \\"layout\\": \\"(\w+)\\"', line))
            n += len(told)
            wrong += told - known
    t.check("sets and single reports: order", not wrong and n >= 2 * N and
            len(named) == 2 * N, wrong[:5], n, len(named))


def failing(t):
    """A file of a group that fails: it alone is not there, and that is said."""
    for i, (what, lost) in enumerate((
            ("inject=fsync:error=EIO:when=3", 1),
            ("inject=linkat:error=EIO:when=5", 0),  # then it is copied
            ("inject=linkat:error=ENOENT", 0),      # no /proc
            ("inject=fsync:error=EIO:when=3+", N),
            ("inject=fsync:error=ENOSPC:when=20", None))):
        out = f"fail{i}"
        status, err, _ = t.traced("in", "-l", "pocket", "-d", out, "-j", "1",
                                  inject=(what,))
        found = hashes(t.path(out))
        lines = [json.loads(x) for x in t.manifest(out).splitlines()]
        written = {f"{x['case']}.{x['layout']}.pdf" for x in lines
                   if x["status"] == "written"}
        t.check(f"{what}: status", status == (0 if lost == 0 else 3), status, err)
        t.check(f"{what}: whole files", all(
            t.good[n] == h for n, h in found.items()))
        t.check(f"{what}: the manifest knows what is there",
                written <= set(found), sorted(set(found) ^ written))
        t.check(f"{what}: nothing else is left", not [
            n for n in os.listdir(t.path(out)) if n.startswith(".")])
        if lost is not None:
            t.check(f"{what}: said of each", sum(
                "cannot write" in x or "does not confirm" in x
                for x in err.splitlines()) >= lost, err)
            t.check(f"{what}: so many failed",
                    f"{N - lost} written, 0 refused, {lost} failed" in err or
                    lost == N, err[-300:])
        else:
            t.check(f"{what}: once", err.count("the disk is full") == 1 and
                    "there is no room left" in err, err)
        t.resumed(what, out)


def few_files(t):
    """Where few files may be open, fewer wait together."""
    for most in (16, 24, 40):
        status, err = t.run("in", "-l", "pocket", "-d", f"few{most}", "-j", "1",
                            before=("prlimit", f"--nofile={most}:{most}"))
        t.check(f"{most} files: status", status == 0, err)
        t.check(f"{most} files: the same", hashes(t.path(f"few{most}")) == t.good)


def meanwhile(t):
    """What came while a report was made is not replaced, unless that is asked
    for; nor is the former report away before the new one is safe."""
    other = t.path("late", "D00.pocket.pdf")
    for force in ((), ("--force",)):
        os.makedirs(t.path("late"), exist_ok=True)
        log = t.path("log")
        with subprocess.Popen(
                ["strace", "-f", "-qq", "-o", log, "-e", "trace=fsync", "-e",
                 "inject=fsync:delay_enter=400000:when=1", t.program, "render",
                 "in/i00.yaml", "in/i01.yaml", "-l", "pocket", "-d", "late",
                 "-j", "1", *force], cwd=t.work, env=ENV, text=True,
                stderr=subprocess.PIPE) as p:
            while not os.path.exists(log):
                pass
            while "fsync(" not in open(log, encoding="utf-8").read():
                pass
            with open(other, "w", encoding="utf-8") as f:
                f.write("another's")
            err = p.communicate()[1]
        name = f"meanwhile {' '.join(force)}"
        with open(other, "rb") as f:
            kept = f.read() == b"another's"
        t.check(name, kept == (not force) and p.returncode == int(not force),
                p.returncode, err)
        t.check(f"{name}: said", ("is another file" in err) == (not force), err)
        t.check(f"{name}: the manifest", ('"status": "refused"' in
                t.manifest("late")) == (not force), t.manifest("late"))
        for n in os.listdir(t.path("late")):
            os.remove(t.path("late", n))


def main():
    with tempfile.TemporaryDirectory() as work:
        t = Test(sys.argv[1], work)
        t.shim = compile_shim(work, "tests/failing.c")
        counted(t)
        ordered(t)
        failing(t)
        few_files(t)
        meanwhile(t)
        beside(t)  # the last: it changes the interviews
        return t.last("disk")


if __name__ == "__main__":
    sys.exit(main())
