#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""Calls that fail: tests/failing.py PROGRAM [N|MINUTESm|all [CALL,... [SCENE,...]]].

What standard output does not take is no success.  And each scene, one or more
of every verb, is played with one call of the system failing: the first, the
second, and so on, once or from there on, with each error; and with the process
killed there.  Then must hold:

- the status is 0 and all files and texts are those of the run without a fault,
  or it is 3 (1 or 2 where a file is forbidden) with a message;
- every file is its former or its new self, those of a dossier all alike, and
  status 3 with "cannot write" means that the file it names is the former one;
- the next run, without --force, makes everything right and leaves nothing
  else behind.

Copies with a password are compared as qpdf opens them: their salts are new each
time.  `watch` goes on where a report cannot be made, and says so.


With N so many of them are played, by a fixed seed, or as many as go in the time, by
a seed that is said; else all, which takes hours; with calls or scenes, only those.
The last line counts.
"""
import errno
import functools
import hashlib
import itertools
import os
import random
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time

import counting
from counting import Counting, children
from faults import common
from faults.common import TOP, compile_shim, read_folder
from read import Pdf
from sanitized import left_out, sanitized

CALLS = ("open", "openat", "read", "fstat", "stat", "lstat", "access", "write",
         "fsync", "fchmod", "linkat", "renameat", "unlinkat", "fork",
         "memfd_create", "mmap", "send", "recv", "poll", "socketpair",
         "opendir", "fdopendir", "readdir", "fstatat", "faccessat", "flock",
         "getrandom", "realpath", "readlink", "signalfd", "fmemopen",
         "sched_getaffinity", "setlocale", "sigprocmask", "posix_spawnp",
         "getrlimit", "setrlimit", "prctl", "syscall", "uname", "waitpid",
         "mkdir", "rmdir", "ftruncate", "lseek", "madvise", "mlock",
         "getrusage", "sigaltstack", "pipe", "inotify_init1",
         "inotify_add_watch", "pread", "renameat2", "sync_file_range")
# Of the rest of what the program asks of the C library nothing fails that is
# called as here: works on memory alone, or what it gives is not needed.
SURE = set("""__assert_fail __cxa_finalize __errno_location __libc_start_main
    __sched_cpucount _exit _setjmp abort bind_textdomain_codeset bindtextdomain
    clock_gettime close closedir dcgettext dlopen dlsym exit exp explicit_bzero
    fclose fcntl fflush ioctl putc
    floor fmax fprintf free fwrite getauxval getenv geteuid getopt_long getpid
    getppid mallopt
    isatty kill lgamma localtime_r log log1p longjmp memchr memcmp memcpy memmem
    memmove memset munmap posix_spawn_file_actions_addopen
    posix_spawn_file_actions_destroy posix_spawn_file_actions_init qsort raise
    rewinddir setenv sigaction sigaddset sigemptyset sigfillset snprintf
    strcasecmp strchr strcmp strcspn strerror strlen strncasecmp strncmp strpbrk
    sbrk strrchr strspn strstr strtol strtoull sysconf textdomain time vsnprintf""".split())
# What else the program of `make cov` names: gcov's own, and what headers turn
# into other calls where the compiler optimises.
OF_GCOV = {"bsearch", "fdopen", "fopen", "fread", "fseek", "gettext", "sprintf",
           "strcat", "vfprintf"}
# Where the process is killed too.
KILLED = {"fsync", "linkat", "renameat", "renameat2", "unlinkat", "write", "openat"}
FORBIDS = ("open", "openat", "stat", "lstat", "fstatat", "faccessat", "access",
           "opendir", "realpath", "inotify_add_watch")
ERRORS = ("EIO", "ENOSPC", "EMFILE", "EACCES", "ENOMEM")
SECONDS = 30
LOCKED = ".locked.pdf"
PASSWORD = "zeven groene kikkers"
WAITING = "waiting for what is saved"
SAVE_SECONDS = 2  # until what was saved is told to be made


def example(name, case, more=""):
    text = common.example(name, case)
    # An older version of the same interview.
    return f"# {more}\n" + text if more else text


class Scene:
    """What a run is: its words; files before, as (example, case id) or bytes;
    runs that come before and make more of them; `whole`: what it writes is
    replaced as one; standard input; the status of a run without a fault; `save`:
    file, content and what is said when it is made, of a run that waits."""

    def __init__(self, name, words, sheets, whole=False, stdin=b"", status=0,
                 prepare=(), save=None):
        self.name, self.words, self.sheets = name, words, sheets
        self.whole, self.stdin, self.status = whole, stdin, status
        self.prepare, self.save = prepare, save

    @property
    def once(self):
        """The words of a run that makes the same reports and ends."""
        verb = "render" if self.words[0] == "watch" else self.words[0]
        return (verb, *self.words[1:])

    @property
    def makes_reports(self):
        return self.once[0] in ("render", "agree", "compare", "tally")


def filled():
    """A form with something typed in it."""
    pdf = Pdf("form", case=None)
    pdf.field("interview.date", "2026-01-13")
    pdf.field("v05", "Hij lacht.")
    return pdf.bytes()


def shipped(name):
    with open(os.path.join(TOP, name), "rb") as f:
        return f.read()


ONE = {"a.yaml": ("juf-anne", "F-1")}
TWO = {"a.yaml": ("first-child", "F-1"), "b.yaml": ("second-child", "F-2")}
SHARD = ("render", ".", "-d", "out", "-l", "pocket", "--shard")
MANIFEST = "manifest."
LIST = "bad.txt"
MADE = (("render", "a.yaml", "-l", "dossier"),)
PW = {"pw": f"{PASSWORD}\n".encode()}
SECRET = ("--password-file", "pw")
OWN = {"own.ini": b"""[format]
kind = layout
version = 1
id = own
[page]
logo = logo.png
[block.names]
kind = title
[block.words]
kind = three_words
""", "logo.png": shipped("layouts/example-logo.png")}
SCENES = (
    Scene("report", ("render", "a.yaml", "-l", "handout", "-l", "coach"), ONE),
    Scene("dossier", ("render", "a.yaml", "-l", "dossier"), ONE, whole=True),
    Scene("keep", ("render", "a.yaml", "-l", "dossier", "--keep-all"), ONE,
          whole=True),
    Scene("locked", ("render", "a.yaml", "-l", "dossier", *SECRET),
          {**ONE, **PW}, whole=True),
    Scene("locked-batch", ("render", ".", "-d", "out", "-l", "pocket", "-j", "2",
                           "--resume", *SECRET), {**TWO, **PW}),
    Scene("collect", ("render", ".", "-l", "pocket", "--collect", "all.pdf"), TWO),
    Scene("watch", ("watch", ".", "-l", "pocket"), ONE, status=-signal.SIGINT,
          save=("b.yaml", example("first-child", "F-2").encode(),
                "wrote F-2.pocket.pdf")),
    Scene("watch-locked", ("watch", "a.yaml", "-l", "pocket", *SECRET),
          {**ONE, **PW}, status=-signal.SIGINT,
          save=("c.txt", b"", WAITING)),
    Scene("refused", ("render", ".", "-d", "out", "-l", "pocket",
                      "--list-refused", LIST),
          {**TWO, "c.yaml": b"dossier: F-3\n"}, status=1),
    Scene("batch", ("render", ".", "-l", "coach", "-j", "2"),
          {"a.yaml": ("juf-anne", "F-1"), "b.yaml": ("first-child", "F-2"),
           "c.yaml": ("second-child", "F-3")}),
    Scene("folder", ("render", ".", "-d", "out", "-l", "coach", "--resume"), TWO),
    Scene("merge", ("merge", "out/manifest.0-of-2.jsonl",
                    "out/manifest.1-of-2.jsonl"), TWO, prepare=(
        (*SHARD, "0/2"), (*SHARD, "1/2"))),
    Scene("blank", ("render", "-l", "form", "--fillable"), {}),
    Scene("own", ("render", "a.yaml", "-l", "own.ini", "--anonymise", "-o",
                  "a.pdf"), {**ONE, **OWN}),
    Scene("output", ("render", "-", "-l", "pocket", "-o", "-"), {},
          stdin=example("juf-anne", "F-1").encode()),
    Scene("open", ("render", "a.yaml", "-l", "pocket", "--open"), ONE),
    Scene("score", ("score", "a.yaml"), ONE),
    Scene("check", ("check", "a.yaml"), ONE),
    Scene("check-all", ("check", "."), {**TWO, **OWN}),
    Scene("compare", ("compare", "a.yaml", "b.yaml", "-o", "out.pdf"), TWO),
    Scene("agree", ("agree", ".", "-o", "out.pdf"),
          {"a.yaml": ("three-readers", "F-1"),
           "b.yaml": ("juf-anne", "F-2")}),
    Scene("tally", ("tally", "t.csv", "--key", "a.yaml"),
          {"t.csv": shipped("examples/trainees.csv"), **ONE}),
    Scene("tidy", ("tidy", "--write", "a.yaml"), ONE),
    Scene("tidied", ("tidy", "a.yaml"), ONE),
    Scene("new", ("new",), ONE),
    Scene("imported", ("new", "n.yaml", "--force", "--from", "t.csv"),
          {"t.csv": b"dossier,v05\nF-1,een\n"}),
    Scene("read", ("read", "f.pdf", "-o", "n.yaml", "--force"), {"f.pdf": filled()}),
    Scene("verify", ("verify", "F-1.dossier.pdf", "a.yaml"), ONE,
          prepare=MADE),
    Scene("verify-locked", ("verify", "F-1.dossier.locked.pdf", "a.yaml", *SECRET),
          {**ONE, **PW}, prepare=((*MADE[0], *SECRET),)),
    Scene("due", ("list", "due", "."), ONE, prepare=MADE),
    Scene("list", ("list", "rules"), {}),
    Scene("layouts", ("list", "layouts"), {}),
    Scene("fonts", ("list", "fonts"), {}),
    Scene("keys", ("list", "keys"), {}),
    Scene("explain", ("explain", "I303"), {}),
    Scene("schema", ("schema", "interview"), {}),
    Scene("completion", ("completion", "zsh"), {}),
    Scene("bug-report", ("bug-report", "a.yaml"), ONE),
)


class Result:
    def __init__(self, status, out, err, files, hit):
        self.status, self.out, self.err = status, out, err
        self.files, self.hit = files, hit

    def same(self, other):
        return (self.status, self.out, set(self.files)) == (
            other.status, other.out, set(other.files)) and all(
                alike(name, data, other.files[name])
                for name, data in self.files.items())


def alike(name, one, other):
    """Whether two contents of a file are the same but for a copy's salts."""
    return one == other or (
        name.endswith(LOCKED) and other is not None and
        opened(one) == opened(other) != b"")


@functools.lru_cache(maxsize=200)
def opened(data):
    """A copy with a password as it is without; nothing where it is none."""
    with tempfile.NamedTemporaryFile(suffix=LOCKED) as f:
        f.write(data)
        f.flush()
        p = subprocess.run(["qpdf", f"--password={PASSWORD}", "--decrypt",
                            "--static-id", f.name, "-"], capture_output=True,
                           check=False)
    return hashlib.sha256(p.stdout).digest() if p.returncode == 0 else b""


def said_by(p, words, seconds):
    """What a process says until it says the words, or ends, or time is up."""
    said, end = "", time.monotonic() + seconds
    while words not in said and time.monotonic() < end:
        if select.select([p.stderr], [], [], 0.1)[0]:
            part = os.read(p.stderr.fileno(), 65536).decode()
            if part == "":
                break
            said += part
    return said


def run_and_save(words, folder, env, save):
    """As run_or_hang; of a program that waits.  A file is saved, and when what
    it brings about is said, the program is interrupted."""
    name, data, wrote = save
    with subprocess.Popen(words, cwd=folder, env=env, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          start_new_session=True) as p:
        err = said_by(p, WAITING, SECONDS)
        if WAITING in err:
            with open(os.path.join(folder, name), "wb") as f:
                f.write(data)
            if wrote not in err:
                err += said_by(p, wrote, SAVE_SECONDS)
            pids = children(p.pid) if words[0] == "strace" else [p.pid]
            common.kill_all(pids[:1], signal.SIGINT)
        try:
            out, rest = p.communicate(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(p.pid, signal.SIGKILL)
            out, rest = p.communicate()
            return "hangs", out, err + rest.decode()
    return p.returncode, out, err + rest.decode()


def run_or_hang(words, folder, env, data):
    """Status, output and messages; a status that nothing has, of a run that
    does not end."""
    with subprocess.Popen(words, cwd=folder, env=env, stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          start_new_session=True) as p:
        try:
            out, err = p.communicate(data, timeout=SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(p.pid, signal.SIGKILL)
            out, err = p.communicate()
            return "hangs", out, err.decode()
    return p.returncode, out, err.decode()


class Play:
    def __init__(self, program, shim, work, scene, calls):
        self.calls = calls
        self.program, self.shim, self.work = program, shim, work
        self.scene = scene
        self.passed = self.failed = 0
        self.before = {}
        self.bin = os.path.join(work, "bin")
        os.mkdir(self.bin)
        opener = os.path.join(self.bin, "xdg-open")
        with open(opener, "w", encoding="ascii") as f:
            f.write("#!/bin/sh\n")
        os.chmod(opener, 0o755)
        for older in (True, False):
            for name, sheet in scene.sheets.items():
                self.before[name] = sheet if isinstance(sheet, bytes) else (
                    example(*sheet, "an older one" if older else "").encode())
            if older and scene.makes_reports:
                self.before = self.run(words=scene.once).files
        for words in scene.prepare:
            self.before = self.run(words=words).files
        self.good = self.run()
        self.counts = self.count()
        if self.good.status != scene.status:
            raise ValueError(f"{scene.name}: {self.good.err}")

    def fill(self, files):
        """A new folder that holds `files` (None: those of before), and the
        environment of a run in it."""
        folder = os.path.join(self.work, "run")
        shutil.rmtree(folder, ignore_errors=True)
        os.mkdir(folder)
        for name, data in (self.before if files is None else files).items():
            path = os.path.join(folder, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as f:
                f.write(data)
        return folder, {"PATH": f"{self.bin}:{os.environ['PATH']}",
                        "LC_ALL": "C", "HOME": folder}

    def run_words(self, words, folder, env, wait=True):
        if wait and self.scene.save is not None:
            return run_and_save(words, folder, env, self.scene.save)
        return run_or_hang(words, folder, env, self.scene.stdin)

    def run(self, files=None, words=None, **fault):
        """One run in a folder that holds `files`."""
        folder, env = self.fill(files)
        hit = os.path.join(self.work, "hit")
        if fault:
            env.update(LD_PRELOAD=self.shim, FAIL_HIT=hit,
                       **{f"FAIL_{k}": str(v) for k, v in fault.items()})
        p = self.run_words([self.program, *(words or self.scene.words)], folder,
                           env, wait=words is None)
        return Result(*p, read_folder(folder),
                      bool(fault) and os.path.getsize(hit) > 0)

    def count(self):
        """How often each call is made, by all processes together."""
        path = os.path.join(self.work, "counts")
        self.run(COUNTS=path)
        with open(path, "rb") as f:
            found = struct.iter_unpack("24sll", f.read())
        return {name.rstrip(b"\0").decode(): n for name, n, _ in found if n > 0}

    def fault_of(self, call, now, allowed):
        """What is wrong with a run that had a fault, or None."""
        if call == "unlinkat":  # what could not be taken away is left
            for name in set(now.files) - set(self.good.files):
                if common.LEFT in name:
                    del now.files[name]
        if now.same(self.good):
            return None
        if now.status not in allowed:
            return f"status {now.status}"
        if now.status != -9 and not self.complains(now.err):
            return "no message"
        full = re.findall(r"cannot write.*the disk is full", now.err)
        if call == "write" and len(full) > 1:
            return "a full disk is said more than once"
        names = [n for n in now.files if common.LEFT not in n]
        for name in [n for n in names if MANIFEST in n]:
            # It grows line by line, and the next run knows how to go on.
            known = self.before.get(name, b"") + self.good.files.get(name, b"")
            lines = now.files[name].split(b"\n")[:-1]
            if any(line not in known for line in lines if b"written" in line):
                return f"a line of {name} that is not so"
            names.remove(name)
        # A list has more of them where reports failed.
        if LIST in names and set(now.files[LIST].split()) <= {
                n.encode() for n in names}:
            names.remove(LIST)
        old = [n for n in names if now.files[n] == self.before.get(n)]
        new = [n for n in names
               if alike(n, now.files[n], self.good.files.get(n))]
        lost = {n for n in self.before if MANIFEST not in n and
                n != LIST} - set(names)
        if lost or set(names) - set(old) - set(new):
            return f"files lost or broken: {lost or names}"
        for path in re.findall(r"cannot write (\S+):", now.err):
            if MANIFEST not in path and \
                    now.files.get(path) != self.before.get(path):
                return f"{path} is said not to be written"
        return None

    def complains(self, err):
        """Whether something is said but what a run says in any case."""
        usual = self.good.err.splitlines()
        return any(line not in usual for line in err.splitlines())

    def mixed(self, files):
        """Whether files that are replaced as one are of two runs."""
        changed = [n for n in self.good.files
                   if not alike(n, self.good.files[n], self.before.get(n))]
        return self.scene.whole and len({
            n in files and alike(n, files[n], self.good.files[n])
            for n in changed}) > 1

    def one(self, call, nth, error, sticky, **more):
        """False where the call is not made so often."""
        fault = dict(CALL=call, NTH=nth, ERRNO=getattr(errno, error, 0), **more)
        if sticky:
            fault["STICKY"] = 1
        now = self.run(**fault)
        left = dict(now.files)
        if not now.hit:
            return False
        if error == "KILL":
            # A worker may be killed, which its parent tells.
            allowed = (-9, 3)
        elif error == "EACCES" and call in FORBIDS:
            allowed = (1, 2, 3)
            if self.scene.words[0] == "list":
                # what is forbidden is not listed; a report is an input
                allowed = (0, 1, 2, 3) if "due" in self.scene.words else (0, 2, 3)
        else:
            allowed = (3,)
        if self.scene.save is not None:
            allowed += (self.scene.status,)  # it waits for something better
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
                  f"  {now.err.strip()}", flush=True)
        return True

    def kinds(self):
        """Every way in which a call may fail."""
        called = [c for c in self.calls if self.counts.get(c)]
        if self.scene.save is not None:
            # Of what it is ended by: no system fails that, and all is made by then.
            called = [c for c in called if c != "sigprocmask"]
        for call in called:
            errors = ("ENOMEM",) if call == "malloc" else ERRORS
            for error, sticky in itertools.product(errors, (False, True)):
                yield call, error, sticky, {}
        for call in sorted(KILLED & set(called)):
            yield call, "KILL", False, {}
            yield call, "KILL", False, {"TMPFILE": 1}
            yield call, "EIO", False, {"TMPFILE": 1}


class Lost(Counting):
    """What cannot be written to standard output is no success."""

    def __init__(self, program, work):
        self.program, self.work = program, work

    def one(self, words, output, want):
        with open(os.path.join(self.work, "a.yaml"), "w",
                  encoding="utf-8") as f:
            f.write(example("juf-anne", "F-1"))
        p = subprocess.run(["sh", "-c", f'exec "$0" "$@" {output}',
                            self.program, *words], cwd=self.work, text=True,
                           capture_output=True, check=False,
                           env={"PATH": os.environ["PATH"], "LC_ALL": "C"})
        self.check(f"{words} {output}",
                   p.returncode == 3 and p.stderr.count(want) == 1,
                   p.returncode, p.stderr)

    def known_calls(self):
        """Every function of the C library that the program names is failed
        above or known to be sure."""
        p = subprocess.run(["nm", "-D", "--undefined-only", self.program],
                           text=True, capture_output=True, check=True)
        names = re.findall(r" U (\w+)@GLIBC", p.stdout)
        new = set(names) - set(CALLS) - SURE
        with open(self.program, "rb") as f:
            if b".gcda" in f.read():
                new -= OF_GCOV
        self.check("calls are failed or sure", not new, sorted(new))

    def all(self):
        for words in (["score", "a.yaml"], ["list", "rules"], ["--help"],
                      ["new"], ["schema", "score"], ["check", "a.yaml", "-h"],
                      ["render", "a.yaml", "-l", "handout", "-o", "-"]):
            self.one(words, ">&-", "cannot write standard output: it is closed")
            self.one(words, ">/dev/full",
                     "cannot write standard output: the disk is full")
        self.one(["render", "a.yaml", "-l", "handout", "-o", "/dev/full"], "",
                 "cannot write /dev/full: the disk is full")
        self.one(["score", "-"], "<&-", "cannot read: it is closed")


def play_all(plays):
    for play in plays:
        for call, error, sticky, more in play.kinds():
            nth = 1
            while play.one(call, nth, error, sticky, **more):
                nth += 97 if call == "malloc" else 1


def play_some(plays, how):
    """So many, or for so many minutes, of all calls of all scenes by chance.  One
    process of several makes less calls than all together."""
    n, end, seed = counting.rounds(how)
    chance = random.Random(seed)
    kinds = [(p, k) for p in plays for k in p.kinds()]
    while n > 0 and time.monotonic() < end:
        play, (call, error, sticky, more) = chance.choice(kinds)
        nth = chance.randint(1, play.counts[call])
        n -= play.one(call, nth, error, sticky, **more)


def main():
    program = os.path.abspath(sys.argv[1])
    much = sys.argv[2] if len(sys.argv) > 2 else "all"
    calls = sys.argv[3].split(",") if len(sys.argv) > 3 else [*CALLS, "malloc"]
    scenes = sys.argv[4].split(",") if len(sys.argv) > 4 else []
    if left_out(program, "failing", "malloc, sigaltstack"):
        calls = [c for c in calls if c not in ("malloc", "sigaltstack")]
        if not calls:
            print("failing: 0 passed, 0 failed")
            return 0
    with tempfile.TemporaryDirectory() as work:
        shim = compile_shim(work, "tests/failing.c",
                            *["-DSANITIZED"] * sanitized(program))
        plays = []
        for scene in SCENES:
            if scenes and scene.name not in scenes:
                continue
            folder = os.path.join(work, scene.name)
            os.mkdir(folder)
            plays.append(Play(program, shim, folder, scene, calls))
        if much == "all":
            play_all(plays)
        else:
            play_some(plays, much)
        if len(sys.argv) <= 3:
            lost = Lost(program, work)
            lost.all()
            if not left_out(program, "failing",
                            "what the program names of the C library"):
                lost.known_calls()
            plays.append(lost)
        passed = sum(p.passed for p in plays)
        failed = sum(p.failed for p in plays)
        print(f"failing: {passed} passed, {failed} failed")
        return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
