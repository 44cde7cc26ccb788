# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""What the rows of the table of faults share: a folder, runs, counting."""
import ctypes
import os
import re
import resource
import signal
import subprocess
import sys
import time

from counting import Counting
from sanitized import left_out

TOP = os.path.dirname(os.path.dirname(os.path.dirname(
    os.path.abspath(__file__))))
SECONDS = 20
CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, PR_CAPBSET_DROP = 1, 2, 24
LEFT = ".relatieprofiel-"  # how names of what is being written begin

ROWS = []


class Row:
    """A fault: its number and name, how it is brought about, what must come;
    the parts of other tests that it plays."""

    def __init__(self, key, name, how, want, play, parts, torture):
        self.key, self.name, self.how, self.want = key, name, how, want
        self.play, self.parts, self.torture = play, parts, torture
        self.where = os.path.relpath(play.__code__.co_filename, TOP)


def row(key, name, how, want, parts=(), torture=""):
    """Adds a row; `torture`: what only `make torture` does of it."""
    def take(play):
        ROWS.append(Row(key, name, how, want, play, parts, torture))
        return play
    return take


class Result:
    def __init__(self, p, out, err, seconds):
        self.status = p.returncode
        self.out, self.raw = out, err
        self.err = err.decode("utf-8", "replace")
        self.seconds = seconds


def ordinary():
    """Rights as anybody has them: the superuser without the right to pass over
    them."""
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None, use_errno=True)
        for cap in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
            if libc.prctl(PR_CAPBSET_DROP, cap, 0, 0, 0) != 0:
                raise OSError(ctypes.get_errno(), "rights cannot be dropped")


def limit(what, value):
    return lambda: resource.setrlimit(what, (value, value))


def compile_shim(work, source, *options):
    name = os.path.splitext(os.path.basename(source))[0]
    shim = os.path.join(work, name + ".so")
    subprocess.run([os.environ.get("CC", "cc"), "-shared", "-fPIC", "-O1",
                    *options, "-o", shim, os.path.join(TOP, source)], check=True)
    return shim


def example(name, case=None):
    with open(os.path.join(TOP, "examples", name + ".yaml"),
              encoding="utf-8") as f:
        text = f.read()
    return text if case is None else re.sub(
        r"(?m)^(dossier|case):.*$", rf"\1: {case}", text, count=1)


def shipped(path):
    with open(os.path.join(TOP, path), encoding="utf-8") as f:
        return f.read()


def read_folder(folder):
    """Files by their path from the folder."""
    found = {}
    for at, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(at, name)
            if os.path.isfile(path) and not os.path.islink(path):
                with open(path, "rb") as f:
                    found[os.path.relpath(path, folder)] = f.read()
    return found


class Table(Counting):
    """Plays rows; `much`: all that `make torture` does."""

    def __init__(self, program, work, much):
        self.program, self.work, self.much = program, work, much
        self.odd = compile_shim(work, "tests/faults/odd.c")
        self.made = 0
        self.said = []

    def show(self, name, *more):
        self.said.append(" ".join(str(m)[:2000] for m in
                                  ("FAILED", name, *more)))

    def left_out(self, part):
        """With sanitizers, where a part cannot be played."""
        return left_out(self.program, "faults", part)

    def rounds(self, few, many, minutes):
        """Numbers from 0: so many, or for `make torture` as many as go in the time,
        which is said where it was too short."""
        end = time.monotonic() + 60 * minutes
        for i in range(many if self.much else few):
            if self.much and time.monotonic() > end:
                self.said.append(f"{i} of {many} in {minutes} minutes")
                return
            yield i

    def folder(self):
        """An empty folder for runs to be in."""
        self.made += 1
        path = os.path.join(self.work, f"at{self.made}")
        os.mkdir(path)
        return path

    def write(self, folder, files):
        for name, data in files.items():
            path = os.path.join(folder, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as f:
                f.write(data if isinstance(data, bytes) else data.encode())

    def environment(self, folder, env, odd):
        now = {"PATH": os.environ["PATH"], "LC_ALL": "C", "HOME": folder,
               **(env or {})}
        if odd:
            now.update({f"ODD_{k.upper()}": str(v) for k, v in odd.items()})
            now["LD_PRELOAD"] = self.odd
        return now

    def start(self, folder, *words, env=None, odd=None, prepare=None,
              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, close_fds=True,
              program=None):
        return subprocess.Popen(
            [program or self.program, *words], cwd=folder, stdin=stdin,
            stdout=stdout, stderr=subprocess.PIPE, preexec_fn=prepare,
            close_fds=close_fds, env=self.environment(folder, env, odd))

    def run(self, folder, *words, data=None, **more):
        """A run to its end; one that hangs is a fault."""
        if data is not None:
            more["stdin"] = subprocess.PIPE
        before = time.monotonic()
        p = self.start(folder, *words, **more)
        try:
            out, err = p.communicate(data, timeout=SECONDS)
        except subprocess.TimeoutExpired:
            p.kill()
            out, err = p.communicate()
            self.check(f"{words}: ends", False)
        return Result(p, out or b"", err, time.monotonic() - before)

    def ends(self, name, result, status, *words):
        """The status, and words that the message holds."""
        missing = [w for w in words if w not in result.err]
        return self.check(name, result.status == status and not missing,
                          f"status {result.status}, not {status};"
                          f" missing {missing}; said: {result.err}")

    def part(self, *command):
        """Another test of this folder: its counts, and what it shows."""
        words = [os.path.join(TOP, "tests", command[0]), self.program,
                 *command[1:]]
        if command[0].endswith(".py"):
            words.insert(0, sys.executable)
        p = subprocess.run(words, capture_output=True, text=True, check=False,
                           errors="replace")
        text = (p.stdout + p.stderr).rstrip()
        last = re.search(r": (\d+) passed, (\d+) failed$", text)
        if not last:
            self.check(command[0], False, "broke off:", text)
            return
        self.passed += int(last[1])
        self.failed += int(last[2])
        if int(last[2]) > 0 or p.returncode != 0:
            self.said.append(text)

    def cases(self, *names):
        """Cases of tests/cases."""
        self.part("run.sh", *(os.path.join(TOP, "tests", "cases", n)
                              for n in names))

    def nothing_left(self, name, folder):
        left = [n for n in read_folder(folder) if LEFT in n]
        self.check(f"{name}: nothing is left behind", not left, left)


def kill_all(pids, number=signal.SIGKILL):
    for pid in pids:
        try:
            os.kill(pid, number)
        except ProcessLookupError:
            pass
