# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""Faults of runs of many reports: F07 to F11, F25, F32, F34."""
import ctypes
import os
import random
import resource
import signal
import subprocess
import time

from counting import alive, children, wait_until
from faults.common import kill_all, limit, read_folder, row
from faults.files import ANNE, HANDOUT, made, many, unchanged

POCKET = ("render", ".", "-l", "pocket")
DOSSIER = ("render", ".", "-l", "dossier")


def begun(table, folder, *words, n=1, **more):
    """A run that has made n reports."""
    p = table.start(folder, *words, **more)
    wait_until(lambda: p.poll() is not None or sum(
        name.endswith(".pdf") for name in os.listdir(folder)) >= n)
    return p


@row("F07", "kill -9 at any moment", "the parent or a worker of a batch, after a "
     "random time, with O_TMPFILE and without; then the same run again, or "
     "`--resume` after three kills",
     "whole reports only; the next run leaves the tree of a run that nobody "
     "disturbed, its manifest too, without `--force`",
     torture="2,000 kills, and 600 of batches that are resumed, or what goes in "
     "10 and 5 minutes")
def killed(table):
    chance = random.Random(7)
    files = many(6)
    want = made(table, files, *DOSSIER)
    reports = {k: v for k, v in want.items() if k not in files}
    for i in table.rounds(8, 2000, 10):
        folder = table.folder()
        table.write(folder, files)
        tmpfile = i % 2 == 0
        jobs = ("1", "2", "3")[i % 3]
        p = table.start(folder, *DOSSIER, "-j", jobs,
                        odd=None if tmpfile else {"tmpfile": 0})
        time.sleep(chance.uniform(0, 0.4))
        workers = children(p.pid)
        one = workers and i % 4 == 3
        kill_all([chance.choice(workers)] if one else [p.pid])
        p.communicate(timeout=60)
        wait_until(lambda: not any(map(alive, workers)))
        now = read_folder(folder)
        odd = [k for k, v in now.items() if k not in files and
               not k.startswith(".") and reports.get(k) != v]
        table.check("whole files only", not odd, odd)
        left = [k for k in now if k.startswith(".")]
        # Names that a dossier's parts have meanwhile: the next run sees to it.
        table.check("a run that is killed leaves nothing but what is begun",
                    len(left) <= 5 * int(jobs), left)
        r = table.run(folder, *DOSSIER)
        table.check("the next run makes all", r.status == 0 and
                    read_folder(folder) == want, r.status, r.err,
                    sorted(set(read_folder(folder)) ^ set(want)))
    resumed(table)


def resumed(table):
    """A batch with a manifest, killed and taken up again until it is done."""
    chance = random.Random(8)
    files = {f"in/{k}": v for k, v in many(12).items()}
    words = ("render", "in", "-d", "out", "-l", "handout,pocket")
    want = made(table, files, *words)
    for i in table.rounds(6, 200, 5):
        folder = table.folder()
        table.write(folder, files)
        jobs = ("1", "2", "3")[i % 3]
        for _ in range(3):
            p = table.start(folder, *words, "--resume", "-j", jobs,
                            odd=None if i % 2 else {"tmpfile": 0})
            time.sleep(chance.uniform(0, 0.5))
            workers = children(p.pid)
            kill_all([p.pid])
            p.communicate(timeout=60)
            wait_until(lambda: not any(map(alive, workers)))
            torn = manifest_faults(folder, want)
            table.check("the manifest knows whole reports only", not torn, torn)
        r = table.run(folder, *words, "--resume")
        now = read_folder(folder)
        table.check("--resume makes the rest", r.status == 0 and now == want,
                    r.status, r.err, sorted(set(now) ^ set(want)) or
                    [k for k in now if now[k] != want[k]])


def manifest_faults(folder, want):
    """Whole lines of a manifest that no run without a fault has; the last may
    be cut off by a kill."""
    name = os.path.join("out", "manifest.jsonl")
    lines = read_folder(folder).get(name, b"").split(b"\n")
    return [line for line in lines[:-1]
            if line + b"\n" not in want[name]]


@row("F08", "signals", "SIGINT, SIGTERM, SIGHUP to a batch, twice too; a reader "
     "of standard output that goes away (SIGPIPE)",
     "workers end; whole reports only; ended by that signal (130, 143, 129); "
     "SIGPIPE: 0 and no word", parts=("workers.py",))
def signals(table):
    table.part("workers.py")
    files = many(40)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        for twice in (False, True):
            folder = table.folder()
            table.write(folder, files)
            p = begun(table, folder, *POCKET, "-j", "2")
            workers = children(p.pid)
            p.send_signal(number)
            if twice:
                p.send_signal(number)
            p.communicate(timeout=20)
            name = f"{signal.Signals(number).name}{' twice' if twice else ''}"
            table.check(f"{name}: status", p.returncode in (
                -number, 128 + number), p.returncode)
            table.check(f"{name}: workers end",
                        wait_until(lambda: not any(map(alive, workers))))
            odd = [k for k, v in read_folder(folder).items()
                   if k.endswith(".pdf") and not v.rstrip().endswith(b"%%EOF")]
            table.check(f"{name}: whole reports", not odd, odd)
            table.nothing_left(name, folder)
    folder = table.folder()
    table.write(folder, ANNE)
    for words in (("score", "a.yaml"), (*HANDOUT, "-o", "-"), ("list", "keys"),
                  ("tidy", "a.yaml"), ("--help",), ("schema", "interview")):
        at, to = os.pipe()
        os.close(at)
        r = table.run(folder, *words, stdout=to)
        os.close(to)
        table.check(f"{words}: nobody reads", r.status == 0 and r.err == "",
                    r.status, r.err)


@row("F09", "a worker crashes, hangs, is short of memory or time",
     "SIGABRT, SIGSEGV, SIGKILL to a worker at work; RLIMIT_AS, RLIMIT_CPU",
     "its report alone is lost, the message says how; 3; the rest is made",
     torture="a worker that stands still (SIGSTOP)")
def workers(table):
    files = many(60)
    want = made(table, files, *POCKET)
    numbers = [signal.SIGABRT, signal.SIGSEGV, signal.SIGKILL]
    if table.left_out("F09: SIGSEGV"):
        numbers.remove(signal.SIGSEGV)
    if table.much:
        numbers.append(signal.SIGSTOP)
    for number in numbers:
        why = (f"got signal {number.value}" if number != signal.SIGSTOP
               else "took longer")
        for i in range(9):  # it may have been between two
            folder = table.folder()
            table.write(folder, files)
            p = begun(table, folder, *POCKET, "-j", "2", n=4)
            time.sleep(i * 0.01)  # what it makes is done again while it is named
            kill_all(children(p.pid)[:1], number)
            err = p.communicate(timeout=120)[1].decode()
            if p.returncode != 0:
                break
        now = read_folder(folder)
        table.check(f"{number.name}: 3, and said", p.returncode == 3 and
                    why in err and err.count("error") <= 1, p.returncode, err)
        table.check(f"{number.name}: all others are made", len(
            set(want) - set(now)) <= 1 and all(
                want.get(k) == v for k, v in now.items()),
                sorted(set(want) ^ set(now)))
    for what, value in ((resource.RLIMIT_AS, 100 << 20),
                        (resource.RLIMIT_AS, 130 << 20),
                        (resource.RLIMIT_AS, 160 << 20),
                        (resource.RLIMIT_DATA, 12 << 20),
                        (resource.RLIMIT_DATA, 20 << 20)):
        folder = table.folder()
        table.write(folder, files)
        if table.left_out("F09: limits of memory"):
            break
        r = table.run(folder, *POCKET, "-j", "2", prepare=limit(what, value))
        now = read_folder(folder)
        unstarted = r.status == 127 and "shared libraries" in r.err
        table.check(f"limit {what} of {value}: 3 or the same bytes", unstarted or
                    (r.status == 3 and r.err or r.status == 0) and
                    all(want.get(k) == v for k, v in now.items()),
                    r.status, r.err)
    folder = table.folder()
    table.write(folder, many(600) if table.much else files)
    r = table.run(folder, *POCKET, "-j", "1", prepare=limit(
        resource.RLIMIT_CPU, 1))
    table.check("a limit of processor time", r.status in (0, 3, -24, -9),
                r.status, r.err)
    table.nothing_left("a limit of processor time", folder)


@row("F10", "the nth malloc fails", "every n by chance, once and for good, in "
     "every verb (`failing.c`)", "3, or the same bytes", parts=("failing.py",),
     torture="by chance for 10 minutes")
def memory(table):
    table.part("failing.py", "10m" if table.much else "40", "malloc")


@row("F11", "the system gives no process, pipe, descriptor, unnamed file",
     "each call in turn fails with EIO, ENOSPC, EMFILE, EACCES and ENOMEM, in "
     "every verb (`failing.c`); and below the C library (strace)",
     "3 with the reason, or the same bytes", parts=("failing.py", "syscalls.py"),
     torture="by chance for 15 minutes, and for 10 those of the system")
def calls(table):
    table.part("failing.py", "15m" if table.much else "40")
    table.part("syscalls.py", "10m" if table.much else "10")


@row("F25", "two runs in one folder; a case id twice", "two and three runs at the "
     "same moment; two interviews of one case", "both end with the same bytes, or "
     "with `-d` one has the folder and the others end with 3; of a doubled case "
     "neither is made; no torn line", parts=("run.sh",),
     torture="50 times")
def together(table):
    table.cases("c-twins", "c-compare-same-case")
    files = many(8)
    want = made(table, files, *DOSSIER)
    for i in table.rounds(4, 50, 5):
        folder = table.folder()
        table.write(folder, files)
        runs = [table.start(folder, *DOSSIER, "-j", "2")
                for _ in range(2 + i % 2)]
        ends = [(p.communicate(timeout=60)[1].decode(), p.returncode)
                for p in runs]
        table.check("runs at the same moment", all(
            status == 0 for _, status in ends), ends)
        table.check("the same bytes", read_folder(folder) == want,
                    sorted(set(read_folder(folder)) ^ set(want)))
    locked(table)


def locked(table):
    """With a manifest one of them has the folder, and the others end with 3."""
    files = {f"in/{k}": v for k, v in many(8).items()}
    words = ("render", "in", "-d", "out", "-l", "handout", "-j", "2")
    want = made(table, files, *words)
    for _ in table.rounds(4, 50, 5):
        folder = table.folder()
        table.write(folder, files)
        runs = [table.start(folder, *words) for _ in range(3)]
        ends = [(p.communicate(timeout=60)[1].decode(), p.returncode)
                for p in runs]
        table.check("one has the folder", any(s == 0 for _, s in ends) and all(
            s == 0 or s == 3 and "at work" in err for err, s in ends), ends)
        now = read_folder(folder)
        table.check("no line is torn, the same bytes", now == want,
                    sorted(set(now) ^ set(want)))


@row("F32", "the order of things", "1, 2 and 8 processes, other order, other "
     "folder, another day, a run over an older one, 2 and 10 shards", "the same "
     "bytes, and the same manifest")
def order(table):
    files = many(9)
    words = ("render", "-l", "handout,dossier")
    names = sorted(files)
    want = made(table, files, *words, *names)
    for jobs in ("1", "2", "8"):
        for seed in (1, 2):
            random.Random(seed).shuffle(names)
            now = made(table, files, *words, *names, "-j", jobs)
            table.check(f"-j {jobs}", now == want)
    shards(table)
    folder = table.folder()
    table.write(folder, files)
    for env in ({"TZ": "Asia/Tokyo"}, {"LANG": "nl_NL.UTF-8"}):
        table.run(folder, *words, *names, env=env, odd={"clock": 4102444800})
        table.check(f"again, {env}", read_folder(folder) == want)


def shards(table):
    files = {f"in/{k}": v for k, v in many(9).items()}
    words = ("render", "in", "-d", "out", "-l", "handout")
    want = made(table, files, *words)
    for n in (2, 10):
        folder = table.folder()
        table.write(folder, files)
        order = list(range(n))
        random.Random(n).shuffle(order)
        for i in order:
            r = table.run(folder, *words, "--shard", f"{i}/{n}")
            table.check(f"shard {i} of {n}", r.status == 0, r.status, r.err)
        now = read_folder(folder)
        parts = sorted(k for k in now if "-of-" in k)
        r = table.run(folder, "merge", *parts)
        whole = os.path.join("out", "manifest.jsonl")
        table.check(f"{n} shards: the same reports", {
            k: v for k, v in now.items() if k not in parts} == {
                k: v for k, v in want.items() if k != whole}, sorted(now))
        table.check(f"{n} shards: the same manifest", r.status == 0 and
                    r.out == want[whole], r.status, r.err)


def held(pid):
    """Memory (KiB) and open files of a process."""
    with open(f"/proc/{pid}/status", encoding="ascii") as f:
        lines = dict(line.split(":", 1) for line in f)
    return (int(lines.get("VmRSS", "0 kB").split()[0]),
            len(os.listdir(f"/proc/{pid}/fd")))


def small_pages():
    """The system gives no memory by 2 MB: what is held tells what is used."""
    pr_set_thp_disable = 41
    ctypes.CDLL(None).prctl(pr_set_thp_disable, 1, 0, 0, 0)


@row("F34", "long runs", "memory and open files of each process are looked at "
     "during a batch", "both stay as they were after the first tenth",
     torture="3,000 interviews instead of 300")
def soak(table):
    n = 3000 if table.much else 300
    folder = table.folder()
    files = many(12)
    table.write(folder, {f"x{i:04}.yaml": list(files.values())[i % 12].replace(
        f"W-{i % 12:02}", f"X-{i:04}") for i in range(n)})
    p = begun(table, folder, *POCKET, "-j", "2", n=n // 10, prepare=small_pages)
    seen = []
    while p.poll() is None:
        try:
            seen.append([held(pid) for pid in (p.pid, *children(p.pid))])
        except (FileNotFoundError, ProcessLookupError, PermissionError):
            pass
        time.sleep(0.004)
    err = p.communicate()[1].decode()
    table.check("all are made", p.returncode == 0 and f"{n} written" in err, err)
    seen = [s for s in seen if len(s) == 3]
    if not table.check("it was looked at", len(seen) > 3, len(seen)):
        return
    first, last = seen[0], seen[-2]
    for i, name in enumerate(("parent", "a worker", "the other worker")):
        # A worker has the files of sixteen reports and their folders open.
        together = 2 if name == "parent" else 2 + 2 * 16
        table.check(f"memory of {name}", last[i][0] <= first[i][0] * 1.1 + 1024,
                    first[i], last[i])
        table.check(f"open files of {name}", last[i][1] <= first[i][1] + together,
                    first[i], last[i])
