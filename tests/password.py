#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""Copies with a password: tests/password.py PROGRAM.

Opened for real: by qpdf and poppler with the password, and by neither without.
Such a copy holds what the report holds and claims no PDF/A; `verify`, `read`
and `list due` open it; the password stands in nothing that is printed or
written, and not in memory at the end.  What is no good password is refused, and
a copy is written together with its report or not at all.  The last line
counts."""
import glob
import os
import re
import resource
import shutil
import stat
import subprocess
import sys
import tempfile

from counting import Counting
from read import fill
from sanitized import left_out

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PASSWORD = "Zeven grüne kikkers in water"
NAMES = ("juf-anne", "first-child", "second-child")

# When the page of the password is given back, while all else is still there:
# looks for SECRET, each letter turned over, in all that can be written to, and
# says how often it is there.
LOOK = r"""
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
static FILE *maps;
/* Before the program shuts itself in. */
__attribute__((constructor)) static void begin(void)
{
    maps = fopen("/proc/self/maps", "r");
}
static void look(void)
{
    const char *turned = getenv("SECRET");
    size_t n = turned == NULL ? 0 : strlen(turned), found = 0;
    char line[512], perms[8];
    unsigned long from, to;
    if (maps != NULL)
        rewind(maps);
    while (n > 0 && maps != NULL && fgets(line, sizeof line, maps) != NULL) {
        if (sscanf(line, "%lx-%lx %7s", &from, &to, perms) != 3 ||
            perms[1] != 'w' || perms[0] != 'r')
            continue;
        for (const char *p = (char *)from; p + n <= (char *)to; p++) {
            size_t i = 0;
            while (i < n && (p[i] ^ 1) == turned[i])
                i++;
            found += i == n;
        }
    }
    fprintf(stderr, "FOUND %zu\n", found);
}
int munmap(void *p, size_t n)
{
    if (n == 4096)
        look();
    return (int)syscall(SYS_munmap, p, n);
}
"""

counted = Counting()
test = counted.check


class Work:
    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        self.said = b""  # all that was printed

    def run(self, *words, want=0, stdin=None, env=None, limit=None):
        def small():
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        out = subprocess.run(
            [self.program, *words], cwd=self.folder, input=stdin,
            capture_output=True, timeout=120, preexec_fn=small if limit else None,
            env={**os.environ, "LC_ALL": "C", "HOME": self.folder,
                 "XDG_CONFIG_HOME": self.folder, **(env or {})})
        self.said += out.stdout + out.stderr
        test(" ".join(words), out.returncode == want,
             f"status {out.returncode}, not {want}: {out.stderr.decode()}")
        return out

    def write(self, name, data, mode=0o600):
        path = os.path.join(self.folder, name)
        with open(path, "wb") as f:
            f.write(data if isinstance(data, bytes) else data.encode())
        os.chmod(path, mode)
        return name

    def names(self, end=""):
        return sorted(n for n in os.listdir(self.folder) if n.endswith(end))

    def path(self, name):
        return os.path.join(self.folder, name)


def text_of(path, *options):
    return subprocess.run(["pdftotext", *options, path, "-"],
                          capture_output=True)


def qpdf(path, *options):
    return subprocess.run(["qpdf", *options, path], capture_output=True)


def plain(path):
    """A copy without its encryption, uncompressed."""
    return subprocess.run(["qpdf", f"--password={PASSWORD}", "--decrypt", "--qdf",
                           "--object-streams=disable", path, "-"],
                          capture_output=True).stdout


def opens(w, report, copy):
    """A report and its copy, as other programs see them."""
    report, copy = w.path(report), w.path(copy)
    name = os.path.basename(copy)
    want = text_of(report)
    got = text_of(copy, "-upw", PASSWORD)
    test(f"{name}: poppler reads the same text",
         got.stdout == want.stdout and len(want.stdout) > 100 and
         got.returncode == 0, got.stderr)
    test(f"{name}: poppler does not open it without",
         text_of(copy).returncode != 0)
    test(f"{name}: nor qpdf", qpdf(copy, "--check").returncode == 2)
    test(f"{name}: nor with another password",
         qpdf(copy, "--password=Zeven grune kikkers in water",
              "--check").returncode == 2)
    test(f"{name}: qpdf finds no fault",
         qpdf(copy, f"--password={PASSWORD}", "--check").returncode == 0)
    how = qpdf(copy, f"--password={PASSWORD}", "--show-encryption").stdout.decode()
    test(f"{name}: AES with 256 bits", "R = 6" in how and
         how.count("method: AESv3") == 3 and "P = -4\n" in how and
         "accessibility: allowed" in how and
         "print high resolution: allowed" in how, how)
    data = plain(copy)
    test(f"{name}: no claim of PDF/A", b"<pdfaid:" not in data and
         b"pdfa/ns/id/" not in data and b"<copyOf:part>" in data)
    test(f"{name}: tagged as the report", b"/StructTreeRoot" in data or
         "booklet" in name)
    test(f"{name}: for its owner alone",
         stat.S_IMODE(os.stat(copy).st_mode) == 0o600)
    with open(copy, "rb") as f:
        raw = f.read()
    test(f"{name}: metadata are encrypted too",
         b"xpacket" not in raw and b"LP-0" not in raw and
         b"relatieprofiel" not in raw)


def makes(w):
    """Every way to make a report makes a copy."""
    pw = ("--password-file", "pw")
    out = w.run("render", *(f"{n}.yaml" for n in NAMES), "-l",
                "handout,coach,dossier", "-j", "2", *pw)
    test("it is said that a copy is no PDF/A", b"no PDF/A" in out.stderr,
         out.stderr)
    test("once", out.stderr.count(b"PDF/A, which") == 1, out.stderr)
    test("a copy beside each report", w.names(".locked.pdf") == sorted(
        n[:-4] + ".locked.pdf" for n in w.names(".pdf")
        if not n.endswith(".locked.pdf")) and len(w.names(".locked.pdf")) == 9,
         w.names())
    for copy in w.names(".locked.pdf"):
        opens(w, copy.replace(".locked", ""), copy)
    with open(w.path(w.names(".locked.pdf")[0]), "rb") as f:
        before = f.read()
    w.run("render", *(f"{n}.yaml" for n in NAMES), "-l", "handout,coach,dossier",
          *pw)
    with open(w.path(w.names(".locked.pdf")[0]), "rb") as f:
        test("salts are new each time", f.read() != before)
    for name, words in (
            ("anonymise", ("render", "juf-anne.yaml", "-l", "handout",
                           "--anonymise")),
            ("booklet", ("render", "juf-anne.yaml", "-l", "dossier", "--booklet",
                         "-o", "b.booklet.pdf")),
            ("3a", ("render", "juf-anne.yaml", "-l", "coach", "--profile", "3a",
                    "-o", "three.pdf")),
            ("fillable", ("render", "juf-anne.yaml", "-l", "handout", "--fillable",
                          "-o", "plan.pdf")),
            ("blank", ("render", "-l", "form")),
            ("keep-all", ("render", "juf-anne.yaml", "-l", "dossier",
                          "--keep-all")),
            ("compare", ("compare", "first-child.yaml", "second-child.yaml")),
            ("agree", ("agree", "three-readers.yaml", "-o", "agreed.pdf"))):
        old = {n: os.stat(w.path(n)).st_mtime_ns for n in w.names(".pdf")}
        w.run(*words, *pw, *(("--force",) if name == "anonymise" else ()))
        new = [n for n in w.names(".pdf")
               if old.get(n) != os.stat(w.path(n)).st_mtime_ns]
        copies = [n for n in new if n.endswith(".locked.pdf")]
        test(f"{name}: a report and its copy", len(new) == 2 and
             len(copies) == 1, new)
        for copy in copies:
            opens(w, copy.replace(".locked", ""), copy)


def reads(w):
    """The program's own verbs open a copy."""
    pw = ("--password-file", "pw")
    copy = "LP-0017.coach.locked.pdf"
    out = w.run("verify", copy, want=1)
    test("verify says how", b"--password-file" in out.stderr, out.stderr)
    out = w.run("verify", copy, "juf-anne.yaml", *pw)
    test("verify: unaltered, and made of it", b"unaltered:              yes\n"
         in out.stdout and b"the same but for the password" in out.stdout and
         b"PDF/A" not in out.stdout, out.stdout)
    w.run("verify", copy, "first-child.yaml", *pw, want=1)
    w.run("verify", copy, "LP-0017.coach.pdf", *pw)
    w.run("verify", copy, "--password-file", "other", want=1)
    w.run("list", "due", copy, *pw)
    w.run("list", "due", copy, want=1)
    out = w.run("read", "plan.locked.pdf", want=1)
    test("read says how", b"--password-file" in out.stderr, out.stderr)
    # Filled in and saved with its password by another program.
    opened = w.path("opened.pdf")
    with open(opened, "wb") as f:
        f.write(subprocess.run(
            ["qpdf", f"--password={PASSWORD}", "--decrypt",
             w.path("plan.locked.pdf"), "-"],
            capture_output=True).stdout)
    filled, said = fill(opened, lambda i, flags: f"woord{i}")
    qpdf(filled, "--encrypt", PASSWORD, PASSWORD, "256", "--",
         "--replace-input")
    out = w.run("verify", filled, "juf-anne.yaml", *pw)
    test("verify: filled in", b"yes, but for what was filled in" in out.stdout,
         out.stdout)
    out = w.run("read", filled, *pw)
    test("read: what was typed", all(
        v in out.stdout.decode() for v in said.values() if v.startswith("woord")),
        out.stdout.decode())
    # A copy whose words were changed by who has the password.
    data = plain(w.path(copy)).replace(b"LP-0017", b"LP-0018")
    w.write("changed.pdf", data)
    qpdf(w.path("changed.pdf"), "--encrypt", PASSWORD, PASSWORD, "256", "--",
         "--replace-input", "--warning-exit-0")
    out = w.run("verify", "changed.pdf", *pw, want=1)
    test("verify: altered", b"unaltered:              no" in out.stdout,
         out.stdout)


def refuses(w):
    """What is no good password, and where a copy cannot go."""
    bad = {"empty": (b"\nmore\n", "empty"), "nothing": (b"", "empty"),
           "short": ("kikkers".encode(), "too short"),
           "long": (b"a" * 128, "127 bytes"),
           "long-letters": ("é".encode() * 64, "127 bytes"),
           "latin1": ("grüne kikkers".encode("latin-1"), "no UTF-8"),
           "nul": (b"kikkers\0kikkers", "no UTF-8"),
           "tab": (b"kikkers\tkikkers", "cannot be seen"),
           "half": ("½ kikkers zeven".encode(), "more than one way"),
           "ligature": ("ﬁjne kikkers".encode(), "more than one way"),
           "no-break": ("zeven\u00a0kikkers".encode(), "cannot be seen"),
           "joiner": ("zeven\u200dkikkers".encode(), "cannot be seen"),
           "soft": ("zeven\u00adkikkers".encode(), "cannot be seen"),
           "picture": ("zeven kikkers \U0001f438".encode(), "more than one way"),
           "blank-first": (b" zeven kikkers", "begins or ends"),
           "blank-last": (b"zeven kikkers \n", "begins or ends"),
           "both-ways": ("abc שלום abc".encode(), "more than one way")}
    for name, (data, says) in bad.items():
        w.write("bad", data)
        out = w.run("render", "juf-anne.yaml", "-o", "bad.pdf", "-l", "handout",
                    "--password-file", "bad", want=2)
        test(f"{name} is refused", says.encode() in out.stderr and
             not os.path.exists(w.path("bad.pdf")), out.stderr)
    for name, data in (("127", b"a" * 127), ("63 letters", "é".encode() * 63),
                       ("hebrew", "שלום שלום".encode()), ("crlf", b"kikkers8\r\n")):
        w.write("good", data)
        w.run("render", "juf-anne.yaml", "-o", f"{name}.pdf", "-l", "handout",
              "--password-file", "good")
        line = data.decode().splitlines()[0]
        test(f"{name} opens", qpdf(w.path(f"{name}.locked.pdf"),
                                   f"--password={line}", "--check").returncode == 0)
    w.run("render", "juf-anne.yaml", "--password-file", "none", want=2)
    w.run("render", "juf-anne.yaml", "--password-file", ".", want=2)
    w.run("render", "juf-anne.yaml", "-l", "coach", "-o", "-",
          "--password-file", "pw", want=2)
    w.run("render", "juf-anne.yaml", "--dump", "doc", "--password-file", "pw",
          want=2)
    w.run("render", "-", "--password-file", "-", want=2)
    w.run("check", "juf-anne.yaml", "--password-file", "pw", want=2)
    out = w.run("render", "juf-anne.yaml", "-l", "coach", "--password-file", "-",
                stdin=(PASSWORD + "\n").encode())
    os.chmod(w.path("pw"), 0o644)
    out = w.run("render", "juf-anne.yaml", "-l", "coach", "--password-file", "pw")
    os.chmod(w.path("pw"), 0o600)
    test("a file that others can read is told", b"chmod 600" in out.stderr,
         out.stderr)
    # e + diaeresis: the reader's keyboard gives one letter.
    w.write("apart", PASSWORD.replace("ü", "u\u0308"))
    w.run("render", "juf-anne.yaml", "-o", "apart.pdf", "-l", "coach",
          "--password-file", "apart")
    opens(w, "apart.pdf", "apart.locked.pdf")
    # Another password, another file, another child: left as they are.
    copy = w.path("LP-0017.coach.locked.pdf")
    with open(copy, "rb") as f:
        before = f.read()
    for name in ("other", "first"):
        w.write("LP-0017.handout.locked.pdf", b"a file of hers")
        out = w.run("render", "juf-anne.yaml", "-l",
                    "coach" if name == "other" else "handout",
                    "--password-file", "other" if name == "other" else "pw",
                    want=1)
        os.remove(w.path("LP-0017.handout.locked.pdf"))
        test("another is left", b"another password" in out.stderr, out.stderr)
    with open(copy, "rb") as f:
        test("as it was", f.read() == before)
    w.run("render", "juf-anne.yaml", "-l", "coach", "--password-file", "other",
          "--force")
    w.run("render", "juf-anne.yaml", "-l", "coach", "--password-file", "pw",
          "--force")
    out = w.run("render", "juf-anne.yaml", "-l", "coach")
    test("an older copy is told", b"coach.locked.pdf is of an earlier report"
         in out.stderr, out.stderr)
    out = w.run("render", "juf-anne.yaml", "-l", "dossier")
    test("so is an older archive", b"keep.tar is of an earlier report"
         in out.stderr, out.stderr)


def whole(w):
    """Report or copy fits, the other does not: neither is written."""
    w.run("render", "juf-anne.yaml", "-l", "dossier", "-o", "both.pdf",
          "--password-file", "pw")
    sizes = sorted(os.stat(w.path(n)).st_size for n in ("both.pdf", "both.locked.pdf"))
    test("one is larger", sizes[1] - sizes[0] > 200, sizes)
    out = w.run("render", "juf-anne.yaml", "-l", "dossier", "-o", "whole.pdf",
                "--password-file", "pw", limit=sizes[1] - 100, want=3)
    test("no half", b"cannot write" in out.stderr and not [
        n for n in w.names() if n.startswith("whole") or n.startswith(".")],
         out.stderr)


def forgets(w):
    """What is left in memory, where the process ends."""
    source, library = w.path("look.c"), w.path("look.so")
    w.write("look.c", LOOK)
    subprocess.run(["cc", "-shared", "-fPIC", "-o", library, source], check=True)
    # The end of it: what is given back loses its beginning anyway.
    turned = bytes(b ^ 1 for b in PASSWORD.encode()[10:]).decode("latin-1")
    for words in (("render", "juf-anne.yaml", "-l", "coach"),
                  ("verify", "LP-0017.coach.locked.pdf")):
        out = w.run(*words, "--password-file", "pw", env={
            "LD_PRELOAD": library,
            "SECRET": os.fsdecode(turned.encode("latin-1"))})
        test(f"{words[0]} forgets", re.findall(
            rb"FOUND (\d+)", out.stderr)[-1:] == [b"0"], out.stderr)
    out = w.run("verify", "LP-0017.coach.pdf", "--password-file", "pw", env={
        "LD_PRELOAD": library, "CONTROL": PASSWORD,
        "SECRET": os.fsdecode(turned.encode("latin-1"))})
    test("the look finds what is there", re.search(rb"FOUND [1-9]", out.stderr),
         out.stderr)


def leaks(w):
    """The password stands in nothing that was printed or written."""
    for words in (("render", "juf-anne.yaml", "-v", "--diagnostics", "json"),
                  ("render", "broken.yaml", "-v"), ("verify", "broken.yaml")):
        w.run(*words, "--password-file", "pw",
              want=0 if words[1] == "juf-anne.yaml" else 1)
    spelled = [PASSWORD.encode(), PASSWORD.encode("utf-16-be"),
               PASSWORD.encode("latin-1"), PASSWORD.encode().hex().encode()]
    test("nothing printed tells it", not any(s in w.said for s in spelled))
    for name in w.names():
        if name in ("pw", "apart"):
            continue
        with open(w.path(name), "rb") as f:
            data = f.read()
        test(f"{name} does not tell it", not any(s in data for s in spelled))


def main():
    program = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        w = Work(program, folder)
        for path in glob.glob(os.path.join(TOP, "examples", "*.yaml")):
            shutil.copy(path, folder)
        w.write("pw", PASSWORD + "\nand a note\n")
        w.write("other", b"\xef\xbb\xbfAcht blauwe padden\r\n")
        w.write("broken.yaml", "kind: {naam: [\n")
        makes(w)
        reads(w)
        refuses(w)
        whole(w)
        if not left_out(program, "password", "what is left in memory"):
            forgets(w)
        leaks(w)
    return counted.last("password")


if __name__ == "__main__":
    sys.exit(main())
