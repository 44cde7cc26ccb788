#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""Calls that fail: tests/failing.py PROGRAM [N].

What standard output does not take is no success.  And each scene (a report over an older one, a dossier over an older one, a batch in
workers, texts on standard output, an interview written anew) is played with one
call of the system failing: the first, the second, and so on, once or from there
on, with each error; and with the process killed there.  Then must hold:

- the status is 0 and all files and texts are those of the run without a fault,
  or it is 3 (1 or 2 where a file is forbidden) with a message;
- every file is its former or its new self, those of a dossier all alike, and
  status 3 with "cannot write" means that the file it names is the former one;
- the next run, without --force, makes everything right and leaves nothing
  else behind.

With N so many of them are played, by a fixed seed; else all.  The last line
counts.
"""
import errno
import itertools
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
CALLS = ("open", "openat", "read", "fstat", "stat", "lstat", "access", "write",
         "fsync", "fchmod", "linkat", "renameat", "unlinkat", "fork",
         "memfd_create", "mmap", "send", "recv", "poll", "socketpair")
MALLOCS = 30000  # so often a run may ask for memory
ERRORS = ("EIO", "ENOSPC", "EMFILE", "EACCES", "ENOMEM")
SECONDS = 60


def example(name, case, more=""):
    with open(os.path.join(TOP, "examples", name + ".yaml"),
              encoding="utf-8") as f:
        text = f.read()
    text = re.sub(r"(?m)^(dossier|case):.*$", rf"\1: {case}", text, count=1)
    # An older version of the same interview.
    return f"# {more}\n" + text if more else text


class Scene:
    """What a run is: its words; files before; names of those that it writes,
    where `whole` means that they are replaced as one."""

    def __init__(self, name, words, sheets, whole=False, stdin=None):
        self.name, self.words, self.sheets = name, words, sheets
        self.whole, self.stdin = whole, stdin


ONE = {"a.yaml": ("juf-anne", "F-1")}
SCENES = (
    Scene("report", ("render", "a.yaml", "-l", "handout", "-l", "coach"), ONE),
    Scene("dossier", ("render", "a.yaml", "-l", "dossier"), ONE, whole=True),
    Scene("batch", ("render", ".", "-l", "coach", "-j", "2"),
          {"a.yaml": ("juf-anne", "F-1"), "b.yaml": ("first-child", "F-2"),
           "c.yaml": ("second-child", "F-3")}),
    Scene("score", ("score", "a.yaml"), ONE),
    Scene("check", ("check", "a.yaml"), ONE),
    Scene("agree", ("agree", ".", "-o", "out.pdf"),
          {"a.yaml": ("three-readers", "F-1"),
           "b.yaml": ("juf-anne", "F-2")}),
    Scene("tidy", ("tidy", "--write", "a.yaml"), ONE),
    Scene("list", ("list", "rules"), {}),
)


class Result:
    def __init__(self, status, out, err, files, hit):
        self.status, self.out, self.err = status, out, err
        self.files, self.hit = files, hit

    def same(self, other):
        return (self.status, self.out, self.files) == (
            other.status, other.out, other.files)


def read_folder(folder):
    found = {}
    for name in os.listdir(folder):
        with open(os.path.join(folder, name), "rb") as f:
            found[name] = f.read()
    return found


class Play:
    def __init__(self, program, shim, work, scene):
        self.program, self.shim, self.work = program, shim, work
        self.scene = scene
        self.passed = self.failed = 0
        self.before = {}
        for older in (True, False):
            for name, (sheet, case) in scene.sheets.items():
                self.before[name] = example(
                    sheet, case, "an older one" if older else "").encode()
            if older and scene.words[0] != "tidy":
                self.before = self.run().files
        self.good = self.run()
        if self.good.status != 0:
            raise ValueError(f"{scene.name}: {self.good.err}")

    def run(self, files=None, **fault):
        """One run in a folder that holds `files`."""
        folder = os.path.join(self.work, "run")
        hit = os.path.join(self.work, "hit")
        shutil.rmtree(folder, ignore_errors=True)
        shutil.rmtree(hit, ignore_errors=True)
        os.mkdir(folder)
        for name, data in (self.before if files is None else files).items():
            with open(os.path.join(folder, name), "wb") as f:
                f.write(data)
        env = {"PATH": os.environ["PATH"], "LC_ALL": "C", "HOME": folder}
        if fault:
            env.update(LD_PRELOAD=self.shim, FAIL_HIT=hit,
                       **{k: str(v) for k, v in fault.items()})
        p = subprocess.run([self.program, *self.scene.words], cwd=folder,
                           env=env, timeout=SECONDS, capture_output=True,
                           stdin=subprocess.DEVNULL, check=False)
        return Result(p.returncode, p.stdout, p.stderr.decode(),
                      read_folder(folder), os.path.exists(hit))

    def fault_of(self, call, now, allowed):
        """What is wrong with a run that had a fault, or None."""
        if call == "unlinkat":  # what could not be taken away is left
            for name in set(now.files) - set(self.good.files):
                if name.startswith(".relatieprofiel-"):
                    del now.files[name]
        if now.same(self.good):
            return None
        if now.status not in allowed:
            return f"status {now.status}"
        if now.status > 0 and now.err == "":
            return "no message"
        if call == "write" and now.err.count("the disk is full") > 1:
            return "a full disk is said more than once"
        names = [n for n in now.files if not n.startswith(".relatieprofiel-")]
        old = [n for n in names if now.files[n] == self.before.get(n)]
        new = [n for n in names if now.files[n] == self.good.files.get(n)]
        lost = set(self.before) - set(names)
        if lost or set(names) - set(old) - set(new):
            return f"files lost or broken: {lost or names}"
        for path in re.findall(r"cannot write (\S+):", now.err):
            if path in self.before and path not in old:
                return f"{path} is said not to be written"
        return None

    def mixed(self, files):
        """Whether files that are replaced as one are of two runs."""
        changed = [n for n in self.good.files
                   if self.good.files[n] != self.before.get(n)]
        return self.scene.whole and len({
            files.get(n) == self.good.files[n] for n in changed}) > 1

    def one(self, call, nth, error, sticky, **more):
        """False where the call is not made so often."""
        fault = dict(FAIL_CALL=call, FAIL_NTH=nth,
                     FAIL_ERRNO=getattr(errno, error, 0), **more)
        if sticky:
            fault["FAIL_STICKY"] = 1
        now = self.run(**fault)
        left = dict(now.files)
        if not now.hit:
            return False
        if error == "KILL":
            allowed = (-9,) if self.scene.name != "batch" else (-9, 3)
        elif error == "EACCES" and call in ("open", "openat", "stat", "lstat",
                                            "access"):
            allowed = (1, 2, 3)
            if self.scene.name == "list":
                allowed = (0, 2, 3)  # what is forbidden is not listed
        else:
            allowed = (3,)
        wrong = self.fault_of(call, now, allowed)
        if wrong is None and error != "KILL" and self.mixed(left):
            wrong = "a dossier of two runs"
        if wrong is None:
            again = self.run(left)
            if not again.same(self.good):
                odd = sorted(set(again.files) ^ set(self.good.files))
                wrong = f"the next run: {again.status} {odd}"
                wrong += again.err
        self.passed += wrong is None
        self.failed += wrong is not None
        if wrong is not None:
            print(f"{self.scene.name}: {call} {nth} {error}"
                  f"{' sticky' if sticky else ''} {more or ''}: {wrong}\n"
                  f"  {now.err.strip()}")
        return True

    def kinds(self):
        """Every way in which a call may fail."""
        for call in CALLS:
            for error, sticky in itertools.product(ERRORS, (False, True)):
                yield call, error, sticky, {}
        for sticky in (False, True):
            yield "malloc", "ENOMEM", sticky, {}
        for call in ("fsync", "linkat", "renameat", "unlinkat", "write",
                     "openat"):
            yield call, "KILL", False, {}
            yield call, "KILL", False, {"FAIL_TMPFILE": 1}
            yield call, "EIO", False, {"FAIL_TMPFILE": 1}


class Lost:
    """What cannot be written to standard output is no success."""

    def __init__(self, program, work):
        self.program, self.work = program, work
        self.passed = self.failed = 0

    def one(self, words, output, want):
        with open(os.path.join(self.work, "a.yaml"), "w",
                  encoding="utf-8") as f:
            f.write(example("juf-anne", "F-1"))
        p = subprocess.run(["sh", "-c", f'exec "$0" "$@" {output}',
                            self.program, *words], cwd=self.work, text=True,
                           capture_output=True, check=False,
                           env={"PATH": os.environ["PATH"], "LC_ALL": "C"})
        good = p.returncode == 3 and p.stderr.count(want) == 1
        self.passed += good
        self.failed += not good
        if not good:
            print(f"{words} {output}: status {p.returncode}\n{p.stderr}")

    def all(self):
        for words in (["score", "a.yaml"], ["list", "rules"], ["--help"],
                      ["new"], ["schema", "score"], ["check", "a.yaml", "-h"],
                      ["render", "a.yaml", "-l", "handout", "-o", "-"]):
            self.one(words, ">&-", "cannot write standard output: Bad file")
            self.one(words, ">/dev/full",
                     "cannot write standard output: the disk is full")
        self.one(["render", "a.yaml", "-l", "handout", "-o", "/dev/full"], "",
                 "cannot write /dev/full: the disk is full")
        self.one(["score", "-"], "<&-", "cannot read: Bad file")


def compile_shim(work):
    shim = os.path.join(work, "failing.so")
    subprocess.run([os.environ.get("CC", "cc"), "-shared", "-fPIC", "-O1",
                    "-o", shim, os.path.join(TOP, "tests", "failing.c")],
                   check=True)
    return shim


def play_all(plays):
    for play in plays:
        for call, error, sticky, more in play.kinds():
            nth = 1
            while play.one(call, nth, error, sticky, **more):
                nth += 97 if call == "malloc" else 1


def play_some(plays, n):
    """The number of calls of a kind is found on the way."""
    chance = random.Random(1)
    most = {}
    # One in four is memory, which is asked for most.
    kinds = [(p, k) for p in plays for k in p.kinds()]
    kinds += [k for k in kinds if k[1][0] == "malloc"] * 30
    while n > 0:
        play, (call, error, sticky, more) = chance.choice(kinds)
        key = play, call
        first = MALLOCS if call == "malloc" else 8
        nth = chance.randint(1, most.get(key, first))
        if play.one(call, nth, error, sticky, **more):
            most[key] = max(most.get(key, first), nth + 4)
            n -= 1
        elif nth == 1:
            most[key] = 1
            kinds = [k for k in kinds if (k[0], k[1][0]) != key]
        else:
            most[key] = nth - 1


def main():
    program = os.path.abspath(sys.argv[1])
    with open(program, "rb") as f:
        if b"__asan_init" in f.read():
            print("failing: 0 passed, 0 failed")  # it has calls of its own
            return 0
    with tempfile.TemporaryDirectory() as work:
        shim = compile_shim(work)
        plays = []
        for scene in SCENES:
            folder = os.path.join(work, scene.name)
            os.mkdir(folder)
            plays.append(Play(program, shim, folder, scene))
        if len(sys.argv) > 2:
            play_some(plays, int(sys.argv[2]))
        else:
            play_all(plays)
        lost = Lost(program, work)
        lost.all()
        plays.append(lost)
        passed = sum(p.passed for p in plays)
        failed = sum(p.failed for p in plays)
        print(f"failing: {passed} passed, {failed} failed")
        return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
