#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""Batches as a folder of cases goes through them: tests/batch.py PROGRAM.

Folders that are made and mirrored; the manifest, what it takes up again, its
shards and their union.  The last line counts.
"""
import fcntl
import json
import os
import random
import re
import signal
import stat
import subprocess
import sys
import tempfile
import time

from counting import children, Counting, memory_of, on_terminal
from faults.common import compile_shim
from sanitized import left_out
from workers import example, hashes, recase

SHEET = example("juf-anne")


class Test(Counting):
    def __init__(self, program, work):
        self.program = os.path.abspath(program)
        self.work = work

    def path(self, *parts):
        return os.path.join(self.work, *parts)

    def interview(self, case, *parts, text=SHEET):
        path = self.path(*parts)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as f:
            f.write(recase(text, case) if case else text)
        return path

    def run(self, *words, env=None, **more):
        p = subprocess.run(
            [self.program, *words], capture_output=True, text=True,
            cwd=self.work, check=False, timeout=300, **more,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C",
                 "HOME": "/nonexistent", **(env or {})})
        return p.returncode, p.stdout, p.stderr


def tree(top):
    """Every file below a folder by its path, and the folders."""
    return {os.path.relpath(folder, top): hashes(folder, pdf=False)
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


def cases(t, folder, n, bad=True):
    """Interviews; among them one that is refused, one without a case id, and
    two that share theirs."""
    for i in range(n):
        t.interview(f"C{i:02}", folder, f"{i:02}.yaml")
    if bad:
        t.interview("CX", folder, "x.yaml", text=SHEET.replace(
            "taal: nl", "taal: nl\nonbekend: 1"))
        t.interview(None, folder, "y.yaml", text="formaat: interview/1\n...\n")
        t.interview("CZ", folder, "z1.yaml")
        t.interview("CZ", folder, "z2.yaml")


def lines(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f]


def content(path):
    with open(path, "rb") as f:
        return f.read()


def manifest(t):
    """A line per report, without a name, path or time."""
    cases(t, "cases", 6)
    t.whole = t.path("whole")
    status, _, err = t.run("render", "cases", "-d", "whole")
    t.check("manifest: status", status == 1, err)
    path = t.path("whole", "manifest.jsonl")
    found = lines(path)
    t.check("manifest: a line per report", len(found) == 20, len(found))
    for line in found:
        name = f"{line['case']}.{line['layout']}.pdf"
        if line["status"] == "written":
            t.check("manifest: the report's hash", line["sha256"]["pdf"] ==
                    hashes(t.whole)[name], name)
            t.check("manifest: pages", line["pages"] in (4, 8), line)
        else:
            t.check("manifest: refused for a reason", line["codes"] and
                    line["sha256"]["pdf"] is None, line)
        t.check("manifest: every hash", len(line["sha256"]["interview"]) == 64
                and len(line["sha256"]["fonts"]) == 64, line)
    t.check("manifest: codes", sorted({c for line in found
                                       for c in line["codes"]}) ==
            ["I101", "I103", "I318"])
    text = content(path).decode()
    for word in ("Anne", "Daan", "cases", "yaml", t.work, "2026"):
        t.check("manifest: no name, path or time", word not in text, word)
    t.check("manifest: for the user alone",
            stat.S_IMODE(os.stat(path).st_mode) == 0o600)
    # Where there is no batch, no folder, or it is not wanted.
    for words in (["cases/00.yaml"], ["cases", "--no-manifest"]):
        t.run("render", *words, "-l", "handout", "-d", "plain")
        t.check("manifest: none", not [n for n in os.listdir(t.path("plain"))
                                       if "manifest" in n], words)
    t.run("render", "cases", "-l", "handout")
    t.check("manifest: not beside interviews",
            not os.path.exists(t.path("cases", "manifest.jsonl")))
    # A file of somebody else is left.
    os.mkdir(t.path("strange"))
    with open(t.path("strange", "manifest.jsonl"), "w",
              encoding="ascii") as f:
        f.write("mine\n")
    status, _, err = t.run("render", "cases", "-d", "strange")
    t.check("manifest: another file", status == 2 and
            os.listdir(t.path("strange")) == ["manifest.jsonl"] and
            "is no manifest" in err, err)
    # Names that are left out do not come back as a hash.
    t.run("render", "cases", "-l", "handout", "--anonymise", "-d", "hidden")
    t.check("manifest: anonymised", all(
        line["sha256"]["interview"] is None
        for line in lines(t.path("hidden", "manifest.jsonl"))))
    # Others cannot write there meanwhile.
    for name in ("manifest.jsonl", "."):
        fd = os.open(os.path.join(t.whole, name), os.O_RDONLY)
        fcntl.flock(fd, fcntl.LOCK_EX)
        status, _, err = t.run("render", "cases", "-d", "whole")
        t.check("manifest: locked", status == 3 and err ==
                "relatieprofiel: another run is at work in whole; try again "
                "when it has ended\n", err)
        os.close(fd)
    for order in range(2):
        paths = [os.path.join("cases", n)
                 for n in os.listdir(t.path("cases")) if n.endswith("yaml")]
        random.Random(order).shuffle(paths)
        t.run("render", *paths, "-d", f"order{order}", "-j", str(1 + order))
        t.check("manifest: any order", tree(t.path(f"order{order}")) ==
                tree(t.whole))


def resumed(t):
    """--resume makes what is missing or would be otherwise, and no more."""
    def again(name, n, *words, tree_of=t.whole, of=12):
        before = {f: os.stat(os.path.join(out, f)).st_ino
                  for f in hashes(out)}
        status, _, err = t.run("render", "cases", "-d", "again", "--resume",
                               *words)
        t.check(f"resumed, {name}: count",
                f"reports: {n} written, 8 refused, 0 failed" + (
                    f"; as they were: {of - n}" if n < of else "") + "\n" in err, err)
        t.check(f"resumed, {name}: as undisturbed",
                tree_of is None or tree(out) == tree(tree_of), status)
        made_now = sum(before.get(f) != os.stat(os.path.join(out, f)).st_ino
                       for f in hashes(out))
        t.check(f"resumed, {name}: made", made_now == n, made_now)
    out = t.path("again")
    path = os.path.join(out, "manifest.jsonl")
    t.run("render", "cases", "-d", "again")
    again("all there", 0)
    os.unlink(os.path.join(out, "C03.coach.pdf"))
    again("one is gone", 1)
    with open(os.path.join(out, "C01.handout.pdf"), "ab") as f:
        f.write(b"x")
    again("one was altered", 1)
    text = content(path)
    with open(path, "wb") as f:
        f.write(text[:len(text) // 4])
    kept = text[:len(text) // 4].count(b"\n")
    again("the manifest is torn", 12 - kept)
    with open(path, "wb") as f:
        f.write(text.replace(b'"case": "C02"', b'"case": C02'))
    again("a line is spoilt", 2)
    os.unlink(path)
    again("no manifest", 12)
    # Other options, and back again.
    again("in grey", 12, "--mono", tree_of=None)
    again("in colour", 12)
    # An interview that has changed, one that is new, one that is gone.
    with open(t.path("cases", "04.yaml"), "a", encoding="utf-8") as f:
        f.write("# later\n")
    again("an interview changed", 2, tree_of=None)
    t.interview("C04", "cases", "04.yaml")
    again("and back", 2)
    t.interview("C77", "cases", "77.yaml")
    again("a new one", 2, tree_of=None, of=14)
    os.unlink(t.path("cases", "77.yaml"))
    again("one is gone", 0, tree_of=None)
    t.check("resumed: its line stays with its report",
            sum(line["case"] == "C77" for line in lines(path)) == 2)
    for layout in ("coach", "handout"):
        os.unlink(os.path.join(out, f"C77.{layout}.pdf"))
    again("and its reports", 0)
    # A kept report and its copies.
    t.run("render", "cases", "-l", "dossier", "-d", "kept")
    want = tree(t.path("kept"))
    os.unlink(t.path("kept", "C01.dossier.rules.ini"))
    _, _, err = t.run("render", "cases", "-l", "dossier", "-d", "kept",
                      "--resume")
    t.check("resumed: a copy is gone", "1 written" in err and
            tree(t.path("kept")) == want, err)
    # Beside the interviews.
    for n in (12, 0):
        _, _, err = t.run("render", "cases", "--resume")
        t.check("resumed: beside", f" {n} written" in err, err)
    for name in os.listdir(t.path("cases")):
        if not name.endswith(".yaml"):
            os.unlink(t.path("cases", name))


def shards(t):
    """The union of shards is the single run, and so is the manifest."""
    names = [f"s/manifest.{i}-of-4.jsonl" for i in range(4)]
    for i in (2, 0, 3, 1):
        t.run("render", "cases", "-d", "s", "--shard", f"{i}/4", "-j", "1")
    t.check("shards: together", hashes(t.path("s")) == hashes(t.whole))
    status, out, err = t.run("merge", *names)
    want = content(os.path.join(t.whole, "manifest.jsonl")).decode()
    t.check("shards: merged", status == 0 and out == want, err)
    status, _, err = t.run("merge", *reversed(names), "-o", "s/manifest.jsonl")
    status, _, err = t.run("merge", *names, "-o", "s/manifest.jsonl")
    t.check("shards: into a file, twice", status == 0 and
            content(t.path("s", "manifest.jsonl")).decode() == want, err)
    for name in names:
        os.unlink(t.path(*name.split("/")))
    t.check("shards: the tree of a single run",
            tree(t.path("s")) == tree(t.whole))
    where = {}
    for extra in (False, True):
        if extra:
            t.interview("Extra", "cases", "extra.yaml")
        for i in range(4):
            out = f"s{extra}{i}"
            t.run("render", "cases", "-l", "handout", "-d", out, "--shard",
                  f"{i}/4", "--resume")
            for name in hashes(t.path(out)):
                t.check("shards: a new case moves none",
                        where.setdefault(name, i) == i, name)
    os.unlink(t.path("cases", "extra.yaml"))
    parts = [f"sFalse{i}/manifest.{i}-of-4.jsonl" for i in range(4)]
    status, out, err = t.run("merge", *parts[1:], parts[2])
    t.check("merge: gaps and doubles are named", status == 1 and
            "shard 0/4 is missing" in err and "shard 2/4 is in" in err, err)
    with open(t.path("sFalse1", "manifest.1-of-4.jsonl"), "r+b") as f:
        f.truncate(os.path.getsize(f.name) - 20)
    status, out, err = t.run("merge", *parts)
    t.check("merge: one that has not ended", status == 1 and
            "1-of-4.jsonl is of a run that has not ended" in err, err)
    t.run("render", "cases", "-l", "handout", "-d", "grey", "--mono")
    status, out, err = t.run("merge", parts[0], "grey/manifest.jsonl")
    t.check("merge: options are not mixed", status == 2 and out == "" and
            err.endswith("not made by the same: options\n"), err)
    with open(os.path.join(t.work, "rules.ini"), "w", encoding="utf-8") as f:
        f.write("[format]\nkind = rules\n")
    text = content(t.path("whole", "manifest.jsonl")).decode()
    line = json.loads(text.splitlines()[0])
    other = text.replace(line["sha256"]["rules"], "0" * 64)
    with open(t.path("other.jsonl"), "w", encoding="utf-8") as f:
        f.write(other)
    status, out, err = t.run("merge", "whole/manifest.jsonl", "other.jsonl")
    t.check("merge: rules are not mixed", status == 2 and out == "" and
            err.endswith("not made by the same: rules llinc\n"), err)
    status, out, err = t.run("merge", "cases/00.yaml")
    t.check("merge: something else", status == 2 and
            "cases/00.yaml:1: this is no line of a manifest" in err, err)


def killed(t, times):
    """A run that is killed at any moment, and taken up again, is as one that
    was not."""
    cases(t, "many", 40)
    began = time.monotonic()
    t.run("render", "many", "-d", "undisturbed", "-j", "2")
    whole = time.monotonic() - began
    want = tree(t.path("undisturbed"))
    seed = random.Random(7)
    for i in range(times):
        out = t.path(f"kill{i}")
        p = subprocess.Popen(
            [t.program, "render", "many", "-d", out, "-j", "2", "-q",
             *(["--resume"] if i % 2 else [])],
            cwd=t.work, stderr=subprocess.DEVNULL,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C"})
        time.sleep(seed.uniform(0.01, whole))
        victims = children(p.pid) if i % 3 == 2 else [p.pid]
        for victim in victims[:1]:
            try:
                os.kill(victim, signal.SIGKILL)
            except ProcessLookupError:
                pass
        p.wait()
        t.run("render", "many", "-d", out, "--resume", "-j", str(1 + i % 3))
        now = tree(out)
        t.check(f"killed {i}", now == want, sorted(
            set(now["."].items()) ^ set(want["."].items())))


def signalled(t):
    """SIGINT and SIGTERM let what is begun be finished; a second one does
    not."""
    want = tree(t.path("undisturbed"))
    for i, (number, jobs) in enumerate((
            (signal.SIGINT, "2"), (signal.SIGTERM, "2"), (signal.SIGINT, "1"),
            (signal.SIGTERM, "1"))):
        out = f"signal{i}"
        p = subprocess.Popen(
            [t.program, "render", "many", "-d", out, "-j", jobs],
            cwd=t.work, stderr=subprocess.PIPE, text=True,
            start_new_session=True,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C"})
        while not os.path.exists(t.path(out)) or \
                len(os.listdir(t.path(out))) < 4:
            time.sleep(0.002)
        # As a terminal does: to all of them.
        os.killpg(p.pid, number)
        err = p.communicate()[1]
        name = f"signalled {number.name} -j {jobs}"
        t.check(f"{name}: ends by it", p.returncode == -number, p.returncode)
        t.check(f"{name}: said", "broken off; interviews not begun: " in err,
                err)
        found = lines(t.path(out, "manifest.jsonl"))
        t.check(f"{name}: the manifest is closed", 0 < len(found) < 88 and
                hashes(t.path(out)) == {
                    f"{x['case']}.{x['layout']}.pdf": x["sha256"]["pdf"]
                    for x in found if x["status"] == "written"}, found)
        t.run("render", "many", "-d", out, "--resume")
        t.check(f"{name}: resumed", tree(t.path(out)) == want)
    # A worker that is stopped never ends its task: a second signal does.
    p = subprocess.Popen(
        [t.program, "render", "many", "-d", "twice", "-j", "2"],
        cwd=t.work, stderr=subprocess.DEVNULL,
        env={"PATH": os.environ["PATH"], "LC_ALL": "C"})
    while not os.path.exists(t.path("twice")) or \
            len(os.listdir(t.path("twice"))) < 4:
        time.sleep(0.002)
    workers = children(p.pid)
    for worker in workers:
        os.kill(worker, signal.SIGSTOP)
    p.send_signal(signal.SIGINT)
    time.sleep(0.3)
    t.check("signalled: waits", p.poll() is None)
    p.send_signal(signal.SIGINT)
    t.check("signalled twice", p.wait(10) == -signal.SIGINT)


def lists(t):
    """What was refused, grouped and listed, and the list given back."""
    for i in range(12):
        t.interview(f"L{i:02}", "list", f"slecht {i:02}.yaml",
                    text=SHEET.replace("taal: nl", "taal: nl\nonbekend: 1"))
    t.interview("L98", "list", "good.yaml")
    t.interview("L99", "list", "new\nline.yaml")
    status, _, err = t.run("render", "list", "-l", "handout", "-d", "l",
                           "--list-refused", "bad")
    t.check("lists: grouped", "\ninterviews with I101: 12; the first is "
            "list/slecht 00.yaml\n" in err, err)
    bad = content(t.path("bad")).decode().splitlines()
    t.check("lists: one a line", bad == [f"list/slecht {i:02}.yaml"
                                         for i in range(12)], bad)
    status, _, err = t.run("check", "list", "--list-refused", "bad0", "-0",
                           "-l", "handout")
    t.check("lists: of check", status == 1 and
            content(t.path("bad0")).decode().split("\0")[:-1] == bad and
            "\ninterviews with I101: 12; " in err, err)
    for words in (["list/good.yaml", "./list/good.yaml", ".//list/./good.yaml"],
                  ["--files-from", "thrice"]):
        with open(t.path("thrice"), "w", encoding="utf-8") as f:
            f.write("list/good.yaml\n./list/good.yaml\nlist//good.yaml\n")
        status, out, err = t.run("score", "--format", "csv", *words)
        t.check("lists: one file named in other ways", status == 0 and err == "" and
                out.count("\nL98,practice,secure_base,") == 1, out[:600], err)
    for i in range(11):
        t.interview(f"L{i:02}", "list", f"slecht {i:02}.yaml")
    for words in (["--files-from", "bad"], ["--files-from", "bad0", "-0"]):
        status, _, err = t.run("render", "-l", "handout", "-d", "l",
                               "--resume", "--list-refused", "rest", *words)
        t.check("lists: taken up", status == 1 and
                content(t.path("rest")) == b"list/slecht 11.yaml\n" or
                "-0" in words, err)
    t.interview("L11", "list", "slecht 11.yaml")
    with open(t.path("rest"), "rb") as f:
        status, _, err = t.run("render", "-l", "handout", "-d", "l",
                               "--resume", "--list-refused", "rest",
                               "--files-from", "-", stdin=f)
    t.check("lists: an empty one", status == 0 and
            content(t.path("rest")) == b"", err)
    t.run("render", "list", "-l", "handout", "-d", "l2")
    t.check("lists: in the end as in one run",
            tree(t.path("l")) == tree(t.path("l2")))
    before = content(t.path("list", "good.yaml"))
    status, _, err = t.run("render", "list", "-l", "handout", "-d", "l",
                           "--list-refused", "list/good.yaml")
    t.check("lists: not over an interview", status == 1 and
            content(t.path("list", "good.yaml")) == before, err)
    status, _, err = t.run("render", "-d", "l", "--files-from", "nowhere")
    t.check("lists: none", status == 1 and "nowhere" in err, err)


def terminal(t):
    """On a terminal a line of progress, which is gone in the end."""
    def typed(*words, term="xterm", **more):
        return on_terminal(
            [t.program, "render", "many", "-l", "handout", *words], cwd=t.work,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C", "TERM": term}, **more)
    # Four reports of each, since what is soon done has no such line.
    shown = typed("-d", "tty", "-j", "1", "-l", "coach", "-l", "dossier",
                  "-l", "pocket")
    t.check("terminal: shown", " of 44; not made: " in shown and
            " left" in shown, shown)
    drawn = [x for x in shown.split("\r\x1b[K") if x]
    t.check("terminal: gone", shown.count("\r\x1b[K") >= 2 and
            drawn[-1].startswith(("interviews with", "many/")) and
            "wrote" not in shown, drawn[-1])
    for words, term in ((["-v"], "xterm"), (["-q"], "xterm"), ([], "dumb"),
                        ([], "")):
        shown = typed("-d", "tty", *words, term=term)
        t.check("terminal: nothing", " left" not in shown and
                "\x1b[K" not in shown, words, term, shown)


def full(t, out, little, whole):
    """A disk without room ends the run at the first report that does not fit,
    with one message; `little` is a run with too little room, `whole` one more
    with enough, that takes it up again."""
    want = tree(t.path("undisturbed"))
    for jobs in ("1", "2"):
        status, _, err = little("render", "many", "-d", out, "-j", jobs)
        name = f"full {out} -j {jobs}"
        t.check(f"{name}: status", status == 3, err)
        t.check(f"{name}: one message", err.count("the disk is full") == 1 and
                err.count("there is no room left") == 1, err)
        found = hashes(t.path(out))
        t.check(f"{name}: whole files only", found and
                all(want["."][n] == h for n, h in found.items()))
        left = [n for n in os.listdir(t.path(out)) if n.startswith(".")]
        t.check(f"{name}: nothing left behind", not left, left)
    status, _, err = whole("render", "many", "-d", out, "--resume")
    t.check(f"full {out}: resumed", tree(t.path(out)) == want, status, err)


def full_counted(t):
    """The room is counted by a library, which works everywhere."""
    size = sum(os.stat(os.path.join(t.path("undisturbed"), n)).st_size
               for n in hashes(t.path("undisturbed")))
    odd = {"LD_PRELOAD": compile_shim(t.work, "tests/faults/odd.c"),
           "ODD_ROOM": str(size // 3)}
    full(t, "room", lambda *words: t.run(*words, env=odd), t.run)


def full_disk(t):
    """And a real disk, of a user who may mount one in a namespace of his own."""
    words = [sys.executable, os.path.abspath(__file__), t.program, "disk"]
    for before in (["unshare", "-rm"], []):
        p = subprocess.run([*before, *words], capture_output=True, text=True,
                           check=False)
        last = re.search(r"batch: (\d+) passed, (\d+) failed\n$", p.stdout)
        if last:
            t.passed += int(last[1])
            t.failed += int(last[2])
            print(p.stdout[:last.start()], end="")
            return
    print("full: no disk can be mounted here; its room was counted instead")


def on_disk(t):
    disk = t.path("disk")
    os.mkdir(disk)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1M", "tmpfs", disk],
                   check=True)
    try:
        cases(t, "many", 40)
        t.run("render", "many", "-d", "undisturbed", "-j", "2")

        def whole(*words):
            subprocess.run(["mount", "-o", "remount,size=64M", disk], check=True)
            return t.run(*words)
        full(t, "disk/out", t.run, whole)
    finally:
        subprocess.run(["umount", disk], check=False)


def vanished(t):
    """A folder that goes while it is written to, or read."""
    cases(t, "gone/in", 40, bad=False)
    for which in ("out", "in"):
        out = f"gone/out-{which}"
        gone = t.path(out if which == "out" else "gone/in")
        p = subprocess.Popen(
            [t.program, "render", "gone/in", "-d", out, "-j", "2"],
            cwd=t.work, stderr=subprocess.PIPE, text=True,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C"})
        while not os.path.exists(t.path(out)) or \
                len(os.listdir(t.path(out))) < 4:
            time.sleep(0.002)
        os.rename(gone, t.path("gone", "away"))
        err = p.communicate(timeout=60)[1]
        t.check(f"vanished, {which}: told", p.returncode in (1, 3) and
                ("not made: " in err or "cannot write" in err), err[-600:])
        os.rename(t.path("gone", "away"), gone)
        t.run("render", "gone/in", "-d", out, "--resume")
        t.check(f"vanished, {which}: resumed", len(hashes(t.path(out))) == 80)


def long_manifest(t):
    """A line of the manifest takes little of the first process's memory."""
    peak = {}
    for n in (1000, 20000):
        folder = t.path(f"long{n}")
        os.mkdir(folder)
        t.interview("LP-0", f"long{n}", "one.yaml")
        t.run("render", f"long{n}", "-l", "pocket", "-d", f"long{n}")
        with open(os.path.join(folder, "manifest.jsonl"), encoding="utf-8") as f:
            one = f.read()
        os.rename(os.path.join(folder, "LP-0.pocket.pdf"), t.path("one.pdf"))
        listed = [one.replace("LP-0", f"LP-{i}") for i in range(1, n)]
        with open(os.path.join(folder, "manifest.jsonl"), "w", encoding="utf-8") as f:
            f.writelines(listed)
        for i in range(1, n):
            open(os.path.join(folder, f"LP-{i}.pocket.pdf"), "wb").close()
        status, peak[n] = memory_of([t.program, "render", f"long{n}", "-q", "-l", "pocket",
                                     "-d", f"long{n}", "--resume"], t.work)
        with open(os.path.join(folder, "manifest.jsonl"), encoding="utf-8") as f:
            t.check(f"a manifest of {n}", status == 0 and f.readlines() == sorted([one, *listed]))
    t.check("memory of a line of the manifest, in bytes",
            (peak[20000] - peak[1000]) * 1024 / 19000 < 500, peak)


def main():
    with tempfile.TemporaryDirectory() as work:
        t = Test(sys.argv[1], work)
        if sys.argv[2:] == ["disk"]:
            on_disk(t)
            return t.last("batch")
        made(t)
        mirrored(t)
        manifest(t)
        resumed(t)
        shards(t)
        lists(t)
        if not left_out(t.program, "batch", "long_manifest"):
            long_manifest(t)
        killed(t, int(sys.argv[2]) if len(sys.argv) > 2 else 20)
        signalled(t)
        terminal(t)
        full_counted(t)
        full_disk(t)
        vanished(t)
        return t.last("batch")


if __name__ == "__main__":
    sys.exit(main())
