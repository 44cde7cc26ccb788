#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""System calls that fail: tests/syscalls.py PROGRAM [N|MINUTESm|all [SCENE,...]].

The scenes of failing.py once more, with strace at work below the C library: what
stdio, opendir, realpath and the libraries call fails too.  The first calls are
the loader's, so that counting begins where main has.  N points by chance, of every
kind of call alike, or as many as go in the time; or all.  The last line counts.
"""
import os
import random
import re
import subprocess
import sys
import tempfile
import time

import counting
from counting import after_part
from failing import ERRORS, FORBIDS, SCENES, Play, Result
from faults.common import read_folder
from sanitized import left_out

SEED = 3
BEGIN = "PR_SET_DUMPABLE"  # main has begun
NAMES = ("openat", "read", "write", "newfstatat", "fstat", "access", "faccessat2",
         "faccessat", "fsync", "fchmod", "linkat", "renameat", "renameat2", "unlinkat",
         "pread64", "sync_file_range",
         "memfd_create", "mmap", "getdents64", "lseek", "flock", "getrandom",
         "readlink", "readlinkat", "clone", "clone3", "vfork", "socketpair",
         "poll", "recvfrom", "sendto", "signalfd4", "mkdir", "mkdirat",
         "fcntl", "ioctl", "mprotect", "wait4", "prlimit64",
         "sched_getaffinity", "prctl", "uname", "munmap", "ftruncate")
FORBIDDEN = {*FORBIDS, "newfstatat", "readlink", "faccessat2"}


class Traced(Play):
    """A scene below strace."""

    def __init__(self, program, work, scene):
        super().__init__(program, None, work, scene, ())

    def count(self):
        """How often each is called behind the loader's calls, and before."""
        log = os.path.join(self.work, "log")
        self.traced(["-o", log, "-e", "trace=" + ",".join(
            f"?{n}" for n in NAMES)])
        self.skip, self.most = {}, {}
        begun = None
        with open(log, encoding="utf-8", errors="replace") as f:
            for line in f:
                m = re.match(r"(\d+) +(\w+)\(", line)
                if not m:
                    continue
                if BEGIN in line:
                    begun = m[1]
                to = self.skip if begun is None else self.most
                if begun in (None, m[1]):
                    to[m[2]] = to.get(m[2], 0) + 1
        return dict.fromkeys(self.most, 1)

    def traced(self, options, files=None):
        folder, env = self.fill(files)
        p = self.run_words(["strace", "-f", "-qq", *options, self.program,
                            *self.scene.words], folder, env)
        return Result(*p, read_folder(folder), True)

    def inject(self, call, nth, error, sticky):
        at = self.skip.get(call, 0) + nth
        now = self.traced(["-o", os.path.join(self.work, "log"), "-e",
                           f"trace={call}", "-e",
                           f"inject={call}:error={error}:when={at}"
                           f"{'+' if sticky else ''}"])
        left = dict(now.files)
        allowed = (3, self.scene.status) if self.scene.save else (3,)
        if error == "EACCES" and call in FORBIDDEN:
            allowed = (0, 1, 2, *allowed) if self.scene.words[0] == "list" else (
                1, 2, *allowed)
        if sticky and call == "write":
            now.err = now.err or "could not be written either"
        wrong = self.fault_of(call, now, allowed)
        if wrong is None and self.mixed(left):
            wrong = "a dossier of two runs"
        if wrong is None:
            again = self.run(left)
            if not again.same(self.good):
                wrong = f"the next run: {again.status} {again.err}"
        self.passed += wrong is None
        self.failed += wrong is not None
        if wrong is not None:
            print(f"{self.scene.name}: {call} {nth} {error}"
                  f"{' sticky' if sticky else ''}: {wrong}\n  {now.err.strip()}",
                  flush=True)


def by_chance(plays, how):
    """Points, and what they are chosen by: each kind of call alike, not each call,
    since mmap is the most."""
    n, end, seed = counting.rounds(how, SEED)
    chance = random.Random(seed)
    kinds = [(p, call) for p in plays for call in sorted(p.most)]

    def points():
        left = n
        while left > 0 and time.monotonic() < end:
            play, call = chance.choice(kinds)
            yield play, call, chance.randint(1, play.most[call])
            left -= 1
    return points(), chance


def main():
    program = os.path.abspath(sys.argv[1])
    if left_out(program, "syscalls", "all"):
        print("syscalls: 0 passed, 0 failed")
        return 0
    much = sys.argv[2] if len(sys.argv) > 2 else "all"
    scenes = sys.argv[3].split(",") if len(sys.argv) > 3 else []
    with tempfile.TemporaryDirectory() as work:
        plays = []
        for scene in SCENES:
            if scenes and scene.name not in scenes:
                continue
            folder = os.path.join(work, scene.name)
            os.mkdir(folder)
            plays.append(Traced(program, folder, scene))
        points = [(p, call, n + 1) for p in plays for call in p.most
                  for n in range(p.most[call])]
        chance = random.Random(SEED)
        if much != "all":
            points, chance = by_chance(plays, much)
        for i, (p, call, nth) in enumerate(points):
            if i % 10 == 0:
                after_part()
            sticky = chance.random() < 0.5
            p.inject(call, nth, chance.choice(
                ERRORS if sticky else [*ERRORS, "EINTR"]), sticky)
        passed = sum(p.passed for p in plays)
        failed = sum(p.failed for p in plays)
    print(f"syscalls: {passed} passed, {failed} failed")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
