#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""Many reports as one document: tests/collect.py PROGRAM.

The examples as one document in every layout that goes in one, with either way of
numbering and with the options that change pages: sound for qpdf and pdfcheck.py,
each case on its pages as in its own report, numbers and contents as printed.
What is refused, what is left out, what is replaced, and what memory a hundred
cases take.  The last line counts.
"""
import glob
import os
import re
import shutil
import stat
import subprocess
import sys
import tempfile
import time

from counting import Counting, memory_of
import pdfcheck
from sanitized import left_out

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
EXAMPLES = sorted(glob.glob(os.path.join(TOP, "examples", "*.yaml")))
# Over one interview, no blank form, nothing kept beside it.
LAYOUTS = [(name, []) for name in
           "handout course course-key pocket rings balance before tally".split()] + [
    ("coach", ["--page-numbers=case", "--mono"]), ("course", ["--page-numbers=case"]),
    ("handout", ["--large"]), ("coach", ["--anonymise"]),
    ("coach", ["--profile", "1b"]), ("pocket", ["--profile", "none"]),
    ("rings", ["--profile", "2u", "--lang", "nl"]), ("balance", ["--names-in-title"])]
NUMBER = re.compile(r"^.*?(\d+) (?:van|of) (\d+)$", re.M)


class Test(Counting):
    def __init__(self, program, work):
        self.program, self.work = os.path.abspath(program), work

    def run(self, *words, environment=None):
        p = subprocess.run(
            [self.program, *words], cwd=self.work, text=True, check=False,
            capture_output=True,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C",
                 "HOME": self.work, **(environment or {})})
        return p.returncode, p.stdout, p.stderr

    def path(self, name):
        return os.path.join(self.work, name)

    def read(self, name):
        with open(self.path(name), "rb") as f:
            return f.read()


def pages_of(path):
    text = subprocess.run(["pdftotext", "-layout", path, "-"], check=True,
                          capture_output=True, text=True).stdout
    return text.split("\f")[:-1]


def entries(pages):
    """Name and what stands at the right of each line of the contents."""
    found = []
    for page in pages:
        for line in page.splitlines():
            m = re.fullmatch(r"\s*(\S.*?)\s{3,}(\d+(?: \S+)?)\s*", line)
            if m and not NUMBER.match(line):
                found.append(m.groups())
    return found


def bare(page):
    """The words of a page but for the numbers of pages, in any order."""
    page = NUMBER.sub("", page.rstrip())
    page = re.sub(r"(?:blz\.|pagina|bladzijde|page|p\.)\s+\d+", "", page)
    return sorted(page.split())


def outline(pdf):
    """Titles with their page, from 0, of the first level."""
    item = pdf.get(pdf.catalog["/Outlines"]).get("/First")
    while item is not None:
        item = pdf.get(item)
        yield (pdfcheck.text_of(item["/Title"]),
               pdf.page_refs.index(pdf.get(item["/Dest"])[0]))
        item = item.get("/Next")


def look_at(t, name, path, own, alone):
    """One collection; `alone` are the reports of its cases, in order."""
    objects = pdfcheck.Pdf.read(path)
    faults = pdfcheck.check(objects)
    t.check(f"{name}: pdfcheck", not faults, faults[:4])
    sound = subprocess.run(["qpdf", "--check", path], capture_output=True, check=False)
    t.check(f"{name}: qpdf", sound.returncode == 0, sound.stderr)
    pdf, pages = pdfcheck.Pdf(objects), pages_of(path)
    marks = list(outline(pdf))
    listed = entries(pages[:marks[1][1]])
    t.check(f"{name}: an entry for each case", len(listed) == len(marks) - 1 == len(alone),
            listed, marks)
    t.check(f"{name}: named alike", [m[0] for m in marks[1:]] == [e[0] for e in listed],
            marks, listed)
    kids = [kid.type for kid in pdf.root.elements()]
    t.check(f"{name}: parts", kids == ["Sect"] + ["Part"] * len(alone), kids)
    links = [a for page in pdf.pages[:marks[1][1]]
             for a in map(pdf.get, pdf.get(page.get("/Annots", [])))]
    t.check(f"{name}: a link to each",
            [pdf.page_refs.index(a["/Dest"][0]) for a in links] == [m[1] for m in marks[1:]])
    bounds = [m[1] for m in marks] + [len(pages)]
    for i, (report, first, end) in enumerate(zip(alone, bounds[1:], bounds[2:])):
        single = pages_of(report)
        there = pages[first:end]
        t.check(f"{name}: pages of case {i + 1}",
                len(there) - len(single) in (0, 1) and
                [bare(p) for p in there[:len(single)]] == [bare(p) for p in single])
        numbers = [NUMBER.findall(p)[-1] for p in there]
        right = [(str(k + 1), str(end - first)) if own else
                 (str(first + k + 1), str(len(pages))) for k in range(end - first)]
        t.check(f"{name}: numbers of case {i + 1}", numbers == right, numbers)
        if not own:
            t.check(f"{name}: contents of case {i + 1}", listed[i][1] == str(first + 1), listed)
        else:
            t.check(f"{name}: contents of case {i + 1}",
                    listed[i][1].split()[0] == str(end - first), listed)
    return bounds


def layouts(t):
    for layout, options in LAYOUTS:
        name = " ".join([layout, *options])
        folder = "alone " + name.replace("/", "")
        pages = [o for o in options if not o.startswith("--page")]
        t.run("render", *EXAMPLES, "-q", "-l", layout, *pages, "-d", folder)
        alone = sorted(glob.glob(t.path(f"{glob.escape(folder)}/*.pdf")))
        status, _, err = t.run("render", *EXAMPLES, "-q", "-l", layout, *options,
                               "--collect", "all.pdf", "--force")
        t.check(f"{name}: made", status == 0, err[-300:])
        if status == 0:
            bounds = look_at(t, name, t.path("all.pdf"), "--page-numbers=case" in options, alone)
            if layout == "handout":
                t.check(f"{name}: at the right", all(b % 2 == 0 for b in bounds[1:]), bounds)
            if "1b" in options:
                shutil.copy(t.path("all.pdf"), t.path("1b.pdf"))


def preflight(t):
    p = subprocess.run([os.path.join(TOP, "tests", "preflight.sh"), t.path("1b.pdf")],
                       capture_output=True, text=True, check=False)
    t.check("1b: preflight", p.returncode == 0, p.stdout, p.stderr)


def same_bytes(t):
    t.run("render", *EXAMPLES, "-q", "-l", "coach", "--collect", "one.pdf")
    t.run("render", *EXAMPLES[::-1], "-q", "-l", "coach", "--collect", "two.pdf",
          environment={"TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8"})
    t.check("the same bytes in another order", t.read("one.pdf") == t.read("two.pdf"))
    status, out, _ = t.run("verify", "one.pdf")
    t.check("verify says what it is", status == 0 and
            f"collection of reports:  {len(EXAMPLES)}" in out, out)
    status, _, err = t.run("render", *EXAMPLES, "-q", "-l", "coach", "--collect", "one.pdf")
    t.check("it is replaced", status == 0, err)
    status, _, err = t.run("render", *EXAMPLES, "-q", "-l", "pocket", "--collect", "one.pdf")
    t.check("by its like only", status == 1 and "is another file" in err, err)
    words = subprocess.run(["pdfinfo", "-meta", t.path("one.pdf")], capture_output=True,
                           text=True, check=True).stdout
    t.check("no names in it", not re.search("Martijn|Anne|Daan|LP-", words), words)


def verified(t):
    """With its interviews a collection is made again and compared."""
    for name in EXAMPLES + glob.glob(os.path.join(TOP, "examples", "*.ini")):
        os.makedirs(t.path("all"), exist_ok=True)
        shutil.copy(name, t.path("all"))
    for options in ([], ["--page-numbers=case", "--mono"], ["--anonymise"], ["--lang", "en"],
                    ["--profile", "1b", "--large"]):
        t.run("render", "all", "-q", "-l", "coach", *options, "--collect", "v.pdf", "--force")
        for inputs in (["all"], EXAMPLES[::-1]):
            status, out, err = t.run("verify", "v.pdf", *inputs)
            t.check(f"verify {options}", status == 0 and err == "" and
                    re.search(r"^made again: +the same bytes$", out, re.M), status, out, err)
    t.run("render", "all", "-q", "-l", "coach", "--collect", "v.pdf", "--force")
    os.rename(t.path("all/" + os.path.basename(EXAMPLES[3])), t.path("away.yaml"))
    status, out, err = t.run("verify", "v.pdf", "all")
    t.check("verify: one less", status == 1 and err == "" and re.search(
        r"^what differs: +collection of reports, interview(, rules)?$", out, re.M), out, err)
    shutil.move(t.path("away.yaml"), t.path("all/" + os.path.basename(EXAMPLES[3])))
    with open(t.path("all/bad.yaml"), "w", encoding="utf-8") as f:
        f.write("no interview\n")
    status, out, err = t.run("verify", "v.pdf", "all")
    t.check("verify: one refused", status == 1 and err.endswith("left out: all/bad.yaml\n"),
            status, err)
    t.run("render", "all", "-q", "-l", "coach", "--collect", "v.pdf", "--force",
          "--skip-refused")
    status, out, err = t.run("verify", "v.pdf", "all")
    t.check("verify: one left out", status == 0 and "the same bytes" in out, status, out, err)
    os.remove(t.path("all/bad.yaml"))
    data = bytearray(t.read("v.pdf"))
    data[len(data) // 2] ^= 1
    with open(t.path("v.pdf"), "wb") as f:
        f.write(data)
    status, out, err = t.run("verify", "v.pdf", "all")
    t.check("verify: altered", status == 1 and "the report was altered" in out,
            status, out, err)
    t.run("render", *EXAMPLES, "-q", "-l", "pocket", "-d", "folder")
    status, out, _ = t.run("verify", "one.pdf", "folder")
    t.check("verify: other reports", status == 0 and out.count(": unaltered") ==
            len(EXAMPLES) + 1, status, out)


def written(t):
    """As it is made it goes to the disk, where it is whole or not at all."""
    words = ["render", *EXAMPLES, "-q", "-l", "pocket", "--collect"]
    t.run(*words, "whole.pdf")
    p = subprocess.run([t.program, *words, "-"], cwd=t.work, capture_output=True, check=False)
    t.check("to standard output", p.returncode == 0 and p.stdout == t.read("whole.pdf"),
            p.stderr)
    status, _, err = t.run(*words, "/dev/null")
    t.check("to a device", status == 0 and stat.S_ISCHR(os.stat("/dev/null").st_mode), err)
    os.mkdir(t.path("full"))
    p = subprocess.run(["prlimit", "--fsize=20000", t.program, *words, "full/all.pdf"],
                       cwd=t.work, capture_output=True, text=True, check=False)
    t.check("no room", p.returncode == 3 and "cannot write full/all.pdf" in p.stderr and
            not os.listdir(t.path("full")), p.returncode, p.stderr)
    os.mkdir(t.path("gone"))
    for wait in (0.03, 0.1, 0.2):
        p = subprocess.Popen([t.program, *words, "gone/all.pdf"], cwd=t.work,
                             stderr=subprocess.DEVNULL)
        time.sleep(wait)
        p.kill()
        p.wait()
        left = os.listdir(t.path("gone"))
        t.check("killed", not left or (left == ["all.pdf"] and
                t.read("gone/all.pdf") == t.read("whole.pdf")), left)
        for name in left:
            os.remove(t.path(f"gone/{name}"))


def write(t, name, case, more=""):
    with open(EXAMPLES[2], encoding="utf-8") as f:
        text = f.read()
    text = re.sub(r"^(dossier|case): .*", f"\\1: {case}", text, count=1, flags=re.M)
    os.makedirs(os.path.dirname(t.path(name)), exist_ok=True)
    with open(t.path(name), "w", encoding="utf-8") as f:
        f.write(text.replace("\n...", more + "\n...", 1) if more else text)


def refused(t):
    for case in ("LP-10", "LP-9", "LP-100"):
        write(t, f"in/{case}.yaml", case)
    t.run("render", "in", "-q", "-l", "pocket", "--collect", "order.pdf")
    listed = [e[0] for e in entries(pages_of(t.path("order.pdf"))[:1])]
    t.check("numbers in case ids are numbers", listed == ["LP-9", "LP-10", "LP-100"], listed)
    write(t, "in/b.yaml", "LP-11", "\nbogus: 1")
    with open(t.path("in/c.yaml"), "w", encoding="utf-8") as f:
        f.write("no interview\n")
    status, _, err = t.run("render", "in", "-l", "pocket", "--collect", "bad.pdf")
    t.check("refused: nothing is made", status == 1 and "in/b.yaml, in/c.yaml" in err and
            not os.path.exists(t.path("bad.pdf")), err)
    status, _, err = t.run("render", "in", "-l", "pocket", "--collect", "bad.pdf",
                           "--skip-refused")
    text = pages_of(t.path("bad.pdf"))[0]
    t.check("left out, and said", status == 1 and "left out: in/b.yaml, in/c.yaml" in err and
            "LP-11" in text and "1 " in text.split("LP-11")[1], status, err, text)
    write(t, "more/d/x.yaml", "LP-9")
    write(t, "more/e/y.yaml", "LP-9")
    status, _, err = t.run("render", "more", "--recursive", "-l", "pocket", "--collect", "r.pdf")
    t.check("one id twice", status == 1 and not os.path.exists(t.path("r.pdf")), err)
    for options, words in ((["-l", "form"], "blank form"), (["-l", "dossier"], "keeps"),
                           (["-l", "coach", "--booklet"], "--booklet"),
                           (["-l", "coach", "--fillable"], "for paper"),
                           (["-l", "coach", "--profile", "3a"], "attaches"),
                           (["-l", "coach,handout"], "one layout"), ([], "one layout"),
                           (["-l", "coach", "-d", "x"], "where the document goes")):
        status, _, err = t.run("render", EXAMPLES[0], "--collect", "no.pdf", *options)
        t.check(f"{options} is refused", status == 2 and words in err and
                not os.path.exists(t.path("no.pdf")), status, err)


def memory(t):
    """What a case more takes, in KB."""
    peak = {}
    for n in (10, 100):
        for i in range(n):
            write(t, f"many{n}/{i}.yaml", f"LP-{i + 1}")
        status, peak[n] = memory_of([t.program, "render", f"many{n}", "-q", "-l", "handout",
                                     "--collect", f"many{n}.pdf"], t.work)
        t.check(f"{n} cases", status == 0)
    each = (peak[100] - peak[10]) / 90
    t.check("memory of a case more, with all its pages", each < 60, peak)


def main(arguments):
    with tempfile.TemporaryDirectory() as work:
        t = Test(arguments[1], work)
        for part in (layouts, preflight, same_bytes, verified, written, refused):
            part(t)
        if not left_out(t.program, "collect", "memory"):
            memory(t)
    return t.last("collect")


if __name__ == "__main__":
    sys.exit(main(sys.argv))
