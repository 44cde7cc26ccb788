#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""What a run may do, and how it ends: tests/guard.py PROGRAM.

Every verb is run with a library (guard.c) that tries, at the end of the process,
to open other files, to write, to run a program, to make a process, to reach the
network: nothing may succeed.  And a picture that crashes the program, or takes
for ever, and a library that is missing, end in a sentence.  The last line counts.
"""
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile

from counting import Counting
from sanitized import left_out

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
# What makes processes of its own for many files may do that until its workers
# begin.
FORKS = {"render", "check", "score"}
LAYOUT = """[format]
kind = layout
version = 1
id = own

[page]
logo = logo.png

[block.names]
kind = title
logo_alt.nl = "Logo"
logo_alt.en = "Logo"
"""


class Guard(Counting):
    def __init__(self, program, work):
        self.program = os.path.abspath(program)
        self.work = work
        self.secret = os.path.join(work, "secret")
        with open(self.secret, "w", encoding="utf-8") as f:
            f.write("secret")
        self.shim = os.path.join(work, "guard.so")
        subprocess.run(["cc", "-shared", "-fPIC", "-O0", "-w", "-o", self.shim,
                        os.path.join(TOP, "tests", "guard.c"), "-ldl"], check=True)
        self.home = os.path.join(work, "home")
        os.mkdir(self.home)

    def run(self, args, cwd, stdin=b"", preload=True, **env):
        """Status, messages, and what the process could do at its end."""
        read, write = os.pipe()
        env = {"HOME": self.home, "LC_ALL": "C", "PATH": os.environ["PATH"],
               "SOURCE_DATE_EPOCH": "1769000000", **env}
        if preload:
            env |= {"LD_PRELOAD": self.shim, "GUARD_FD": str(write),
                    "GUARD_SECRET": self.secret}
        p = subprocess.run([self.program, *args], cwd=cwd, input=stdin,
                           capture_output=True, env=env, pass_fds=(write,),
                           timeout=100, check=False)
        os.close(write)
        with os.fdopen(read, "rb") as f:
            tried = f.read().decode()
        return p.returncode, p.stderr.decode("utf-8", "replace"), tried

    def folder(self, name):
        path = os.path.join(self.work, name)
        shutil.copytree(os.path.join(TOP, "examples"), path)
        with open(os.path.join(path, "own.ini"), "w", encoding="utf-8") as f:
            f.write(LAYOUT)
        shutil.copy(os.path.join(TOP, "layouts", "example-logo.png"),
                    os.path.join(path, "logo.png"))
        return path


# Each verb, as a user runs it; what it leaves is made again the next time.
def verbs(d):
    yield ["render", "juf-anne.yaml"]
    yield ["render", "juf-anne.yaml", "-l", "dossier", "--keep-all"]
    yield ["render", "juf-anne.yaml", "-d", "new/reports"]
    yield ["render", "juf-anne.yaml", "-o", "one.pdf", "-l", "coach"]
    yield ["render", "juf-anne.yaml", "-o", "/dev/null", "-l", "coach"]
    yield ["render", "juf-anne.yaml", "-l", "./own.ini", "-d", "out"]
    yield ["render", "juf-anne.yaml", "-l", "coach", "--dump", "pages"]
    yield ["render", "first-child.yaml", "second-child.yaml", "-j", "1", "-d", "out"]
    yield ["render", "first-child.yaml", "second-child.yaml", "-j", "2", "-d", "out2"]
    yield ["render", "-l", "form", "-d", "blank"]
    yield ["check", "juf-anne.yaml"]
    yield ["check", "own.ini"]
    yield ["check", "."]
    yield ["score", "juf-anne.yaml"]
    yield ["compare", "first-child.yaml", "second-child.yaml"]
    yield ["agree", "three-readers.yaml", "-o", "agree.pdf"]
    yield ["tally", "scores.csv", "--key", "juf-anne.yaml"]
    yield ["new", "fresh.yaml"]
    yield ["new", "--example", "shown.yaml"]
    yield ["new", "--from", "scores.csv", "-d", "taken"]
    yield ["tidy", "juf-anne.yaml"]
    yield ["tidy", "juf-anne.yaml", "--write"]
    yield ["read", "LP-0017.handout.pdf"]
    yield ["verify", "LP-0017.handout.pdf", "juf-anne.yaml"]
    yield ["verify", "."]
    yield ["list", "fonts"]
    yield ["list", "due", "."]
    yield ["explain", "I204"]
    yield ["schema", "interview"]
    yield ["bug-report", "juf-anne.yaml"]


def test_verbs(g):
    shut_in = not left_out(g.program, "guard", "what a run may do")
    d = g.folder("verbs")
    with open(os.path.join(d, "scores.csv"), "w", encoding="utf-8") as f:
        f.write("trainee,scale,score\nAnna,anger,3\n")
    for args in verbs(d):
        status, err, tried = g.run(args, d, preload=shut_in)
        plain = g.run(args + ["--force"] if args[0] in ("render", "compare", "tally",
                      "new") and "--dump" not in args else args, d, preload=False)
        name = " ".join(args)
        g.check(name, status == plain[0] and status in (0, 1), status, plain, err)
        g.check(name + ": tries", tried.count("tried:") >= shut_in, tried)
        for line in tried.splitlines():
            done = set(line.split()[1:])
            # A first process, which forks workers, may do that.
            many = "." in args or sum(x.endswith(".yaml") for x in args) > 1
            done -= {"process"} if args[0] in FORKS and many else set()
            g.check(name + ": could do", not done, done)
    g.check("the secret is there", os.path.exists(g.secret))


def test_sentences(g):
    """A logo that crashes the program or hangs it."""
    d = g.folder("sentences")
    for how, words in (("crash", "cannot be read safely"),
                       ("abort", "cannot be read safely"),
                       ("hang", "cannot be read in 2 seconds")):
        for args in (["check", "own.ini"],
                     ["render", "juf-anne.yaml", "-l", "./own.ini", "-o", "x.pdf"],
                     ["render", "first-child.yaml", "second-child.yaml", "-l",
                      "./own.ini", "-d", "many"]):
            status, err, _ = g.run(args, d, GUARD_PNG=how)
            g.check(f"{how}: {args[0]}", status == 2 and words in err and
                    "logo.png" in err and len(err.splitlines()) == 1, status, err)
            left = [n for n in os.listdir(d) if n.startswith((".", "x."))]
            g.check(f"{how}: files left", not left, left)
    status, err, _ = g.run(["check", "own.ini", "--diagnostics", "json"], d,
                           GUARD_PNG="crash")
    g.check("as JSON", status == 2 and
            "logo.png" in json.loads(err)["message"], status, err)
    status, err, _ = g.run(["check", "own.ini"], d, GUARD_PNG="crash",
                           LC_ALL="nl_NL.UTF-8")
    g.check("in Dutch", status == 2 and "niet veilig" in err, status, err)


def test_limits(g):
    """The limits stand, and no core is left."""
    d = g.folder("limits")
    p = subprocess.Popen([g.program, "score", "-"], cwd=d, stdin=subprocess.PIPE,
                         stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while True:  # until it waits for its interview
        with open(f"/proc/{p.pid}/limits", encoding="ascii") as f:
            limits = {line[:25].strip(): line[25:].split()[0]
                      for line in f.read().splitlines()[1:]}
        if limits["Max cpu time"] != "unlimited" or p.poll() is not None:
            break
    p.stdin.close()
    p.wait()
    g.check("memory", limits["Max data size"] == str(1 << 30), limits)
    g.check("time", int(limits["Max cpu time"]) <= 62, limits)
    g.check("cores", limits["Max core file size"] == "0", limits)


def opened_names(program):
    """The libraries that the program opens when it needs them."""
    with open(program, "rb") as f:
        found = re.findall(rb"\0(lib(?:qpdf|zip|xml2)\.so[.0-9]*)(?=\0)", f.read())
    return sorted({name.decode() for name in found})


def test_libraries(g):
    """Without them: what needs one says so, and all else goes on."""
    d = g.folder("libraries")
    names = opened_names(g.program)
    g.check("three are opened", len(names) == 3, names)
    for name in names:
        bad = os.path.join(d, name + ".d")
        os.mkdir(bad)
        with open(os.path.join(bad, name), "w", encoding="ascii") as f:
            f.write("no library\n")
    with open(os.path.join(d, "password"), "w", encoding="ascii") as f:
        f.write("vier groene kikkers\n")
    os.chmod(os.path.join(d, "password"), 0o600)
    with open(os.path.join(d, "scores.csv"), "w", encoding="utf-8") as f:
        f.write("trainee,scale,score\nAnna,anger,3\n")
    make = ["render", "juf-anne.yaml", "-l", "handout", "--force"]
    wants = {"libqpdf": (["read", "LP-0017.handout.pdf"],
                         ["verify", "LP-0017.handout.pdf"],
                         make + ["--password-file", "password"]),
             "libzip": (["new", "--from", "scores.csv", "-d", "taken"],),
             "libxml2": (["new", "--from", "scores.csv", "-d", "taken"],)}
    for name in names:
        path = os.path.join(d, name + ".d")
        status, err, _ = g.run(make, d, preload=False, LD_LIBRARY_PATH=path)
        g.check(f"render without {name}", status == 0 and err == "", status, err)
        for args in wants[name.split(".")[0]]:
            status, err, _ = g.run(args, d, preload=False, LD_LIBRARY_PATH=path)
            g.check(f"{args[0]} without {name}", status == 3 and
                    f"{name} is missing or damaged" in err, status, err)
    g.check("nothing is left", not os.path.exists(os.path.join(d, "taken")))


def main(program):
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with tempfile.TemporaryDirectory(prefix="guard-") as work:
        g = Guard(program, work)
        test_verbs(g)
        if not left_out(program, "guard", "a library that crashes or hangs"):
            test_sentences(g)
        if not left_out(program, "guard", "limits"):
            test_limits(g)
        test_libraries(g)
    return g.last("guard")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
