#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""Batches as a folder of cases goes through them: tests/batch.py PROGRAM.

Folders that are made and mirrored.  The last line counts.
"""
import os
import stat
import subprocess
import sys
import tempfile

from workers import example, hashes, recase

SHEET = example("juf-anne")


class Test:
    def __init__(self, program, work):
        self.program = os.path.abspath(program)
        self.work = work
        self.passed = self.failed = 0

    def check(self, name, good, *more):
        self.passed += bool(good)
        self.failed += not good
        if not good:
            print("FAILED", name, *more)

    def path(self, *parts):
        return os.path.join(self.work, *parts)

    def interview(self, case, *parts, text=SHEET):
        path = self.path(*parts)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as f:
            f.write(recase(text, case) if case else text)
        return path

    def run(self, *words, **more):
        p = subprocess.run(
            [self.program, *words], capture_output=True, text=True,
            cwd=self.work, check=False, timeout=300, **more,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C",
                 "HOME": "/nonexistent"})
        return p.returncode, p.stdout, p.stderr


def tree(top):
    """Every file below a folder by its path, and the folders."""
    return {os.path.relpath(folder, top): hashes(folder)
            for folder, _, _ in os.walk(top)}


def names(top):
    return sorted(os.path.normpath(os.path.join(folder, name))
                  for folder, files in tree(top).items() for name in files
                  if name.endswith(".pdf"))


def made(t):
    """-d makes what is missing, and leaves nothing empty behind."""
    one = t.interview("M1", "made", "one.yaml")
    status, _, err = t.run("render", one, "-l", "handout", "-v", "-d", "m/a/b")
    t.check("made: status", status == 0, err)
    t.check("made: the folders are said",
            err.startswith("made the folder m\nmade the folder m/a\n"
                           "made the folder m/a/b\n"), err)
    t.check("made: the report", names(t.path("m")) == ["a/b/M1.handout.pdf"])
    for folder in ("m", "m/a", "m/a/b"):
        mode = stat.S_IMODE(os.stat(t.path(folder)).st_mode)
        t.check("made: for the user alone", mode == 0o700, folder, oct(mode))
    broken = t.interview(None, "broken", "one.yaml", text="formaat: x\n")
    for words in (["render", broken], ["render", one, "-l", "none"],
                  ["compare", one, one], ["render", "absent.yaml"]):
        status, _, err = t.run(*words, "-d", "none/of/this")
        t.check("made: refused leaves no folder",
                status in (1, 2) and not os.path.exists(t.path("none")),
                words, status, err)
    os.makedirs(t.path("was", "there"))
    t.run("render", broken, "-d", "was/there/new")
    t.check("made: what was there stays", tree(t.path("was")) ==
            {".": {}, "there": {}}, tree(t.path("was")))
    with open(t.path("file"), "w", encoding="ascii") as f:
        f.write("x")
    status, _, err = t.run("render", one, "-d", "file/in")
    t.check("made: not below a file", status == 2 and
            "a part of the path is no folder" in err, err)
    status, _, err = t.run("new", "--from", os.path.join(
        os.path.dirname(t.program), os.pardir, "none.csv"), "-d", "n")
    t.check("made: new leaves none", status != 0 and
            not os.path.exists(t.path("n")), err)


def mirrored(t):
    """--recursive: the folders of the input, in the output."""
    for case, *parts in (("R1", "r", "in", "one.yaml"),
                         ("R2", "r", "in", "a", "two.yml"),
                         ("R1", "r", "in", "a", "b", "again.yaml"),
                         ("R9", "r", "in", ".git", "hidden.yaml"),
                         ("R8", "r", "other", "far.yaml")):
        t.interview(case, *parts)
    os.symlink("..", t.path("r", "in", "a", "loop"))
    os.symlink("../../other", t.path("r", "in", "a", "far"))
    want = ["R1.handout.pdf", "a/R2.handout.pdf", "a/b/R1.handout.pdf"]
    status, _, err = t.run("render", "r/in", "--recursive", "-l", "handout",
                           "-d", "r/out")
    t.check("mirrored", status == 0 and names(t.path("r", "out")) == want,
            err, names(t.path("r", "out")))
    # What is made is no input, wherever it is made.
    for again in range(2):
        t.interview("R7", "r", "in", "out", "stray.yaml")
        status, _, err = t.run("render", "r/in/", "--recursive", "-l",
                               "handout", "-d", "r/in/./out")
        t.check(f"mirrored: inside, {again}", status == 0 and
                names(t.path("r", "in", "out")) == want, err)
    for folder, files in tree(t.path("r", "out")).items():
        inside = tree(t.path("r", "in", "out"))[folder]
        t.check("mirrored: the same bytes",
                all(inside[name] == files[name] for name in files))
    # In one folder they would take each other's place.
    os.unlink(t.path("r", "in", "out", "stray.yaml"))
    t.interview("R2", "r", "in", "a", "twin.yaml")
    status, _, err = t.run("render", "r/in", "--recursive", "-l", "handout",
                           "-d", "r/new")
    t.check("mirrored: twins of one folder", status == 1 and
            err.count("error[I318]") == 2 and
            names(t.path("r", "new")) == [want[0], want[2]], err)
    status, _, err = t.run("check", "r/in", "--recursive")
    t.check("mirrored: check says so too", status == 1 and
            err.count("error[I318]") == 2, err)
    status, out, err = t.run("score", "r/other", "r/in/a", "--recursive",
                             "--format", "csv")
    t.check("mirrored: score", status == 1 and "R8" in out and "R1" in out,
            out, err)


def main():
    with tempfile.TemporaryDirectory() as work:
        t = Test(sys.argv[1], work)
        made(t)
        mirrored(t)
        print(f"batch: {t.passed} passed, {t.failed} failed")
        return 0 if t.failed == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
