#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""Completion in real shells: tests/completion.py PROGRAM.

bash, zsh and fish run at a terminal in a folder of files; each line is typed
with tabs, and the words that the shell then hands over are looked at.  What the
shells ask the program, `complete`, is looked at as text.  The last line counts.
"""
import fcntl
import os
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import termios
import time

FILES = ["gesprek.yaml", "verslag.pdf", "regels.ini", "scores.csv", "x.txt",
         "uit/"]

# What is typed (a tab is the key), and what the program is then called with.
LINES = [
    ("verif\tve\t", "verify verslag.pdf"),
    ("rend\tg\t", "render gesprek.yaml"),
    ("render g\t--lay\ttwo-ch\t", "render gesprek.yaml --layout two-children"),
    ("render g\t-l handout,dos\t", "render gesprek.yaml -l handout,dossier"),
    ("render --layout=two-ch\t", "render --layout=two-children"),
    ("render --without grou\t", "render --without group_tally"),
    ("render -d u\t", "render -d uit"),
    ("check r\t", "check regels.ini"),
    ("tall\ts\t--ke\tg\t", "tally scores.csv --key gesprek.yaml"),
    ("explain I50\t5", "explain I505"),
    ("list bl\t", "list blocks"),
    ("schema interview -r six\t", "schema interview -r six-constructs"),
    ("score --format js\t", "score --format json"),
]

# What `complete` answers: words, and lines that must be, or must not be there.
ASKED = [
    ([""], ["render\t", "explain\t"], ["complete\t"]),
    (["-"], ["--help\t"], []),
    (["render", "--l"], ["--lang\t", "--layout\t", "--large\t"], ["--key\t"]),
    (["score", "--"], ["--explain\t"], ["--mono\t", "--key\t"]),
    (["render", "-l", ""], ["handout\t", ":files ini", ":open"], []),
    (["render", "--layout", "=", ""], ["handout\t"], []),
    (["render", "--layout=coach,ri"], ["--layout=coach,rings\t"], []),
    (["render", "--large", ""], [":files yaml yml"], [":files ini"]),
    (["verify", "a.pdf", ""], [":files yaml yml"], [":files pdf"]),
    (["verify", "-lcoach", "-q", ""], [":files pdf"], []),
    (["explain", "I30"], ["I303\t"], ["R301\t"]),
    (["explain", "I303", ""], [], ["I303\t"]),
    (["new", ""], [":files yaml"], []),
    (["nonsense", ""], [], ["render\t"]),
]


def asked(program):
    for words, there, absent in ASKED:
        out = subprocess.run([program, "complete", *words], text=True,
                             capture_output=True).stdout
        lines = out.split("\n")
        for line in there:
            ok = any(l == line or line.endswith("\t") and l.startswith(line)
                     for l in lines)
            yield ok, f"complete {words}: no {line!r} in {out!r}"
        for line in absent:
            yield not any(l.startswith(line) for l in lines), \
                f"complete {words}: {line!r} is there"
    out = subprocess.run([program, "--help"], text=True,
                         capture_output=True).stdout
    for verb in set(re.findall(r"(?m)^  relatieprofiel ([a-z-]+) ", out)):
        r = subprocess.run([program, verb, "--help", "--color", "never"],
                           text=True, capture_output=True)
        own = [w for w in re.findall(r"(?m)^  relatieprofiel (\S+)", r.stdout)
               if w != verb]
        yield r.stdout.startswith("Example:\n  relatieprofiel " + verb) and \
            not own, f"{verb} --help: not of this verb alone"
        shown = set(re.findall(r" (--[a-z-]+)", r.stdout.split("Options:")[1]))
        offered = subprocess.run([program, "complete", verb, "--"], text=True,
                                 capture_output=True).stdout
        yield shown == set(re.findall(r"(?m)^(--[a-z-]+)\t", offered)), \
            f"{verb}: --help and completion have other options"


class Shell:
    """A shell at a terminal, whose output is read up to a mark."""

    def __init__(self, argv, cwd, env):
        self.leader, terminal = pty.openpty()
        self.process = subprocess.Popen(
            argv, cwd=cwd, env=env, stdin=terminal, stdout=terminal,
            stderr=terminal, start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0))
        os.close(terminal)

    def read(self, pattern, seconds=20):
        out, end = "", time.monotonic() + seconds
        while not (m := re.search(pattern, out)):
            left = end - time.monotonic()
            if left <= 0 or not select.select([self.leader], [], [], left)[0]:
                raise TimeoutError(out[-600:])
            out += os.read(self.leader, 65536).decode("utf-8", "replace")
        return m

    def quiet(self, seconds):
        """Waits until the shell has written nothing for that long."""
        out = ""
        while select.select([self.leader], [], [], seconds)[0]:
            out += os.read(self.leader, 65536).decode("utf-8", "replace")
            # fish asks what kind of terminal this is.
            if "\x1b[c" in out or "\x1b[0c" in out:
                self.write("\x1b[?62c")
                out = ""

    def write(self, text):
        os.write(self.leader, text.encode())

    def close(self):
        self.process.kill()
        self.process.wait()
        os.close(self.leader)


SHELLS = {
    "bash": (["bash", "--norc", "--noprofile", "-i"],
             "source ./script; bind 'set bell-style none'; "
             "bind 'set enable-bracketed-paste off'; "
             "relatieprofiel() { echo \"GOT<$*>\"; }"),
    "zsh": (["zsh", "-f", "-i"],
            "unsetopt zle_bracketed_paste beep auto_list auto_menu; "
            "autoload -Uz compinit; compinit -u -d ./dump; source ./script; "
            "relatieprofiel() { echo \"GOT<$*>\" }"),
    "fish": (["fish", "--no-config", "-i"],
             "source ./script; "
             "function relatieprofiel; echo \"GOT<$argv>\"; end"),
}


def shell_lines(program, name):
    argv, setup = SHELLS[name]
    with tempfile.TemporaryDirectory() as d:
        for f in FILES:
            if f.endswith("/"):
                os.mkdir(f"{d}/{f}")
            else:
                open(f"{d}/{f}", "w", encoding="utf-8").close()
        os.mkdir(d + "/.bin")
        os.symlink(program, d + "/.bin/relatieprofiel")
        with open(d + "/script", "wb") as f:
            subprocess.run([program, "completion", name], stdout=f, check=True)
        env = {"PATH": d + "/.bin:" + os.environ["PATH"], "HOME": d,
               "TERM": "vt100" if name != "fish" else "xterm",
               "LC_ALL": "C.UTF-8", "PS1": "> ", "COLUMNS": "200"}
        shell = Shell(argv, d, env)
        try:
            shell.quiet(0.3)
            shell.write(setup + "\recho REA''DY\r")
            shell.read("READY")
            shell.quiet(0.2)
            for typed, want in LINES:
                got = ""
                for part in re.split("(\t)", "relatieprofiel " + typed):
                    shell.write(part)
                    if part == "\t":
                        shell.quiet(0.15)
                shell.write("\r")
                try:
                    got = shell.read(r"GOT<([^\n]*?)>").group(1).strip()
                except TimeoutError as e:
                    got = f"nothing: {e}"
                yield got.rstrip("/") == want, f"{name}: {typed!r} gives {got!r}"
                shell.quiet(0.05)
        finally:
            shell.close()


def main():
    program = os.path.realpath(sys.argv[1])
    passed = failed = 0
    parts = [asked(program)]
    for name in SHELLS:
        if shutil.which(name) is None:
            print(f"{name} is not installed: tests/install-deps.sh check")
            failed += 1
        else:
            parts.append(shell_lines(program, name))
    for part in parts:
        for ok, fault in part:
            passed += ok
            failed += not ok
            if not ok:
                print(fault)
    print(f"completion: {passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
