#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""What may stand where: tests/leaks.py PROGRAM.

Every field of an interview, and texts of rules, a layout and a table of scores,
hold a word of their own that stands nowhere else.  Reports are made of them in
every layout and form, and other verbs run; then each word is looked for in each
place: pages, structure, bookmarks, metadata, the bytes as they are, names of
files, messages, the manifest.  MAY says which field may appear where; whatever
is not in it is a leak.  Paths, user and host may appear nowhere but where they
were typed.  The last line counts."""
import glob
import itertools
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile

from counting import Counting

from canary import INTERVIEW, fold, inside, strings, decode

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

# Which field may stand where; pages are for all of them.  A name on a page may
# be a heading, and a heading is a bookmark.
MAY = {
    "bookmark": {"leerkracht.naam", "kind.naam", "layout.title", "rules.title"},
    # The exercise of a course is the title of its sheets, names left out.
    "metadata": {"layout.title", "cursus"},
    "titled": {"leerkracht.naam", "kind.naam", "layout.title", "cursus"},
    "file name": set(),
    "message": set(),
    "manifest": set(),
}

counted = Counting()
test = counted.check


class Words:
    """A word per field, found again in any spelling of a page."""

    def __init__(self):
        letters = "".join
        self.free = (f"Qw{letters(p)}zj" for p in
                     itertools.product("abcdefghijklmnop", repeat=3))
        self.of = {}

    def new(self, field):
        word = next(self.free)
        self.of[fold(word)] = field
        return word

    def found(self, text):
        text = fold(text)
        return {field for word, field in self.of.items() if word in text}


def interview(words):
    """The interview of the other test, a word in each place.  A quotation is of
    the answer that it names."""
    path, out, quoted = [], [], None
    text = INTERVIEW
    for old, new in (("juf Quirine van der Zwaluwe", "=leerkracht.naam"),
                     ("QX77", "=leerkracht.code"), ("ZK88", "=kind.code"),
                     ("4 van Quirine", "=kind.groep"),
                     ("naam: Xanthippe\n", "naam: =kind.naam\n"),
                     ("[Xanthippe, Eudoxía]", "[=kind.naam, =kind.namen]"),
                     ("Bartholdy Wnuczek]", "=anderen]"),
                     ("Ysbrandt Oldenzeel", "=coach.naam"),
                     ("woord: Xanthippe, voorbeeld", "woord: =woord, voorbeeld"),
                     ("woord: Eudoxía", "woord: =woord"),
                     ("woord: Wnuczek", "woord: =woord"),
                     ("titel: Xanthippe", "titel: =momenten.titel"),
                     ("door: Vladivoj", "door: =lezer"),
                     ("woord: Xanthippe,", "woord: =eigen.woord,"),
                     ('"Xanthippe bij Quirine, Meneer Wnuczek"', '"=cursus"')):
        assert old in text, old
        text = text.replace(old, new, 1)
    known = {}
    for line in text.split("\n"):
        key = re.match(r"[ {-]*(\w+):", line)
        if key:
            depth = len(line) - len(line.lstrip(" -"))
            while path and path[-1][0] >= depth:
                path.pop()
            path.append((depth, key.group(1)))

        def named(match):
            name = match.group(1)
            if name == "kind.naam":
                known.setdefault(name, words.new(name))
                return known[name]
            return words.new(name)

        def fresh(match):
            nonlocal quoted
            before = line[:match.start()]
            inner = re.findall(r"(\w+): *[\[{]?[^:]*$", before)
            name = ".".join(k for _, k in path[:-1] + [(0, inner[-1] if inner
                                                       else path[-1][1])])
            if name.endswith("citaat"):
                return f'"{quoted}"'
            word = words.new(name)
            if name.endswith("v05"):
                quoted = word
            return f'"{word} en dat was het."' if line.strip() != "v05: %" else word
        line = re.sub(r"=([\w.]+)", named, line)
        out.append(re.sub(r"[@%]", fresh, line))
    return "\n".join(out)


def run(program, folder, *args, want=(0,), env=None):
    out = subprocess.run([program, *args], cwd=folder, capture_output=True,
                         timeout=120, env={
                             "LC_ALL": "C", "PATH": os.environ["PATH"],
                             "HOME": os.path.join(folder, "thuiskanarie"),
                             "XDG_CONFIG_HOME": os.path.join(folder, "conf"),
                             "USER": "gebruikerkanarie",
                             "LOGNAME": "gebruikerkanarie", **(env or {})})
    test(" ".join(args), out.returncode in want,
         f"status {out.returncode}: {out.stderr.decode('utf-8', 'replace')[:600]}")
    return out


def parts(path):
    """Places of a PDF: the bytes as they are with XMP and Info; bookmarks; all
    of it."""
    with open(path, "rb") as f:
        raw = f.read()
    qdf = subprocess.run(["qpdf", "--qdf", "--object-streams=disable", path, "-"],
                         capture_output=True).stdout
    objects = re.findall(rb"^\d+ 0 obj\n(.*?)^endobj", qdf, re.S | re.M)
    marks = "\n".join(decode(s) for o in objects if b"/Dest" in o and
                      b"/Title" in o and b"/Parent" in o for s in strings(o))
    info = re.search(rb"/Info (\d+) 0 R", qdf)
    told = b""
    if info:
        told = re.search(rb"^%s 0 obj\n(.*?)^endobj" % info.group(1), qdf,
                         re.S | re.M).group(1)
    xmp = re.search(rb"<\?xpacket begin.*?<\?xpacket end", qdf, re.S)
    meta = "\n".join([raw.decode("latin-1"), raw.decode("utf-8", "replace"),
                      *map(decode, strings(told)),
                      xmp.group(0).decode() if xmp else ""])
    return meta, marks, inside(path)


def look(words, name, path, titled=False, here=()):
    """A report, and what may be where in it."""
    meta, marks, all_of_it = parts(path)
    may = MAY["titled" if titled else "metadata"]
    bad = words.found(meta) - may
    test(f"{name}: metadata", not bad, sorted(bad))
    bad = words.found(marks) - MAY["bookmark"]
    test(f"{name}: bookmarks", not bad, sorted(bad))
    bad = words.found(os.path.basename(path)) - MAY["file name"]
    test(f"{name}: file name", not bad, sorted(bad))
    bad = [w for w in here if w.lower() in all_of_it.lower()]
    test(f"{name}: no path, user or host", not bad, bad)
    return words.found(all_of_it)


def prepare(work, words):
    """Rules, a layout and a table with words of their own."""
    os.makedirs(os.path.join(work, "conf"))
    with open(f"{TOP}/rules/llinc.ini", encoding="utf-8") as f:
        rules = f.read()
    rules = re.sub(r"(?m)^title\.nl = .*", f"title.nl = \"{words.new('rules.title')}\"",
                   rules, count=1)
    with open(f"{work}/eigen.ini", "w", encoding="utf-8") as f:
        f.write(rules)
    with open(f"{TOP}/layouts/handout.ini", encoding="utf-8") as f:
        layout = f.read()
    layout = re.sub(r"(?m)^title\.nl = .*",
                    f"title.nl = \"{words.new('layout.title')}\"", layout, count=1)
    layout = re.sub(r"(?m)^foot\.nl = .*",
                    f"foot.nl = \"{words.new('layout.foot')}\"", layout, count=1)
    with open(f"{work}/blad.ini", "w", encoding="utf-8") as f:
        f.write(layout)
    with open(f"{work}/scores.csv", "w", encoding="utf-8") as f:
        f.write(f"cursist,veilige_basis\n{words.new('csv.cursist')},3\n")
    with open(f"{work}/a.yaml", "w", encoding="utf-8") as f:
        f.write(interview(words))


FORMS = ([], ["--large"], ["--mono"], ["--booklet"], ["--fillable"],
         ["--profile", "3a"])


def verbs(program, work, words, here):
    """What is printed about an interview tells nothing of it."""
    with open(f"{work}/a.yaml", encoding="utf-8") as f:
        text = f.read()
    # Everything is at fault: messages may show the line, JSON may not.
    with open(f"{work}/fout.yaml", "w", encoding="utf-8") as f:
        f.write(text.replace("v04:", "v44:").replace("score: 3", "score: 33")
                .replace("datum: 2026-01-13", "datum: morgen"))
    out = run(program, work, "check", "fout.yaml", "--diagnostics", "json",
              want=(1,))
    bad = words.found(out.stderr.decode() + out.stdout.decode()) - MAY["message"]
    test("check: JSON shows no line of it", not bad, bad)
    for args in (("check", "a.yaml", "-v"), ("score", "a.yaml", "-v"),
                 ("agree", "a.yaml", "-v"), ("bug-report", "a.yaml"),
                 ("list", "due", "a/LP-9001.handout.pdf"),
                 ("verify", "a/LP-9001.handout.pdf", "a.yaml")):
        out = run(program, work, *args, want=(0, 1))
        bad = words.found(out.stderr.decode()) - MAY["message"]
        test(f"{args[0]}: messages", not bad, bad)
        shown = (out.stdout + out.stderr).decode()
        bad = [w for w in here if w.lower() in shown.lower()]
        test(f"{args[0]}: no path, user or host", not bad, bad)
        if args[0] in ("verify", "list", "bug-report"):
            bad = words.found(out.stdout.decode())
            test(f"{args[0]}: tells nothing of it", not bad, bad)


def process(program, work):
    """While it runs, the list of processes shows what was typed and no more,
    and temporary files have names that tell nothing."""
    run(program, work, "new", "leeg.yaml", "--example")
    args = [program, "render", "a.yaml", "leeg.yaml", "-l", "handout,coach,dossier",
            "-d", "b", "-j", "2"]
    seen, names = set(), set()
    p = subprocess.Popen(args, cwd=work, stdout=subprocess.DEVNULL,
                         stderr=subprocess.DEVNULL,
                         env={"HOME": work, "PATH": os.environ["PATH"]})
    while p.poll() is None:
        for path in glob.glob("/proc/[0-9]*/stat"):
            try:
                with open(path, encoding="latin-1") as f:
                    parent = f.read().rsplit(")", 1)[1].split()[1]
                with open(path[:-4] + "cmdline", "rb") as f:
                    line = f.read()
            except OSError:
                continue
            if str(p.pid) in (parent, path.split("/")[2]) and line:
                seen.add(line)
        try:
            names |= set(os.listdir(f"{work}/b"))
        except OSError:
            pass
    want = b"".join(os.fsencode(a) + b"\0" for a in args)
    test("the list of processes", seen <= {want, b""} and p.returncode == 0, seen)
    return names


def main():
    program = os.path.abspath(sys.argv[1])
    words = Words()
    work = tempfile.mkdtemp(prefix="padkanarie")
    here = ("padkanarie", "thuiskanarie", "gebruikerkanarie",
            *([socket.gethostname()] if len(socket.gethostname()) > 5 else []))
    try:
        prepare(work, words)
        met = set()
        layouts = sorted(os.path.basename(p)[:-4]
                         for p in glob.glob(f"{TOP}/layouts/*.ini"))
        for n, form in enumerate(FORMS):
            out = f"{work}/{'abcdefgh'[n]}"
            os.mkdir(out)
            usual = layouts + ["./blad.ini"] if not form else [
                "handout", "coach", "dossier", "./blad.ini"]
            for layout in usual:
                got = subprocess.run(
                    [program, "render", "a.yaml", "-l", layout, "-d", out, *form],
                    cwd=work, capture_output=True)
                if got.returncode == 2 and b"verb" in got.stderr:
                    continue  # of compare, agree
                test(f"{layout} {form}", got.returncode == 0, got.stderr)
                # What is to be read over for names is shown as it stands.
                told = "".join(m for m in re.split(r"(?m)^(?=\S)", got.stderr.decode())
                               if "[A1" not in m)
                bad = words.found(told) - MAY["message"]
                test(f"{layout} {form}: messages", not bad, told)
            for path in sorted(glob.glob(f"{out}/*.pdf")):
                met |= look(words, f"{os.path.basename(path)} {form}", path,
                            here=here)
        os.mkdir(f"{work}/t")
        run(program, work, "render", "a.yaml", "-r", "./eigen.ini", "-l",
            "handout,dossier", "--names-in-title", "-d", "t", "-v")
        for path in glob.glob(f"{work}/t/*.pdf"):
            met |= look(words, f"{path[-20:]} titled", path, titled=True, here=here)
        run(program, work, "tally", "scores.csv", "--key", "a.yaml", "-o", "t.pdf")
        met |= look(words, "tally", f"{work}/t.pdf", here=here)
        run(program, work, "agree", "a.yaml", "-o", "agree.pdf", want=(0, 1))
        if os.path.exists(f"{work}/agree.pdf"):
            met |= look(words, "agree", f"{work}/agree.pdf", here=here)
        verbs(program, work, words, here)
        for name in process(program, work):
            bad = words.found(name)
            test(f"{name}: tells nothing", not bad, bad)
        for path in glob.glob(f"{work}/b/manifest*") + glob.glob(
                f"{work}/manifest*"):
            with open(path, encoding="utf-8") as f:
                text = f.read()
            bad = words.found(text) - MAY["manifest"]
            test("manifest", not bad and not any(w in text for w in here), bad)
        # Else the test looks in the wrong places.
        lost = set(words.of.values()) - met
        test("every word is found where it may be", not lost, sorted(lost))
        with open(f"{work}/pw", "w", encoding="utf-8") as f:
            f.write("vier groene kikkers\n")
        run(program, work, "render", "a.yaml", "-l", "dossier", "--keep-all", "-d",
            "t", "--names-in-title", "--force", "--password-file", "pw")
        with open(f"{work}/t/LP-9001.dossier.locked.pdf", "rb") as f:
            raw = f.read()
        test("a copy with a password tells nothing without it",
             b"LP-9001" not in raw and
             not words.found(raw.decode("latin-1") + raw.decode("utf-16-be", "replace")))
        bad = [n for n in os.listdir(f"{work}/t") if words.found(n)]
        test("names of what lies beside a dossier", not bad, bad)
    finally:
        shutil.rmtree(work)
    return counted.last("leaks")




if __name__ == "__main__":
    sys.exit(main())
