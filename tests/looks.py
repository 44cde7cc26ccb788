#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""Whether every page looks as it did: tests/looks.py PROGRAM [NAME...].

Each layout, option and paper is made of the examples; tests/looks.sums has a hash
of each page, of all that is drawn on it and where, and of the PDF.  A change that
is meant is looked at (pdftoppm) and then taken by ACCEPT=1.  `verify` and the
archive count on reports that come out the same.  With names, only those are made,
and the lines of their pages are printed.  The last line counts.

Other versions of the libraries may write other PDFs of the same pages; where
`--version` tells of others than the sums have, PDFs are not compared, and that is
said.
"""
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

from counting import Counting

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SUMS = os.path.join(TOP, "tests", "looks.sums")

LAYOUTS = ("balance", "before", "coach", "course", "course-key", "dossier",
           "example-institute", "form", "handout", "pocket", "review", "rings", "self")
EXAMPLES = ("english", "first-child", "juf-anne", "questionnaire", "three-readers")
# What a handout or a coach's sheet is made with.
OPTIONS = ("--large", "--mono", "--numbers=yes", "--lang=en", "--anonymise",
           "--fillable", "--booklet", "--profile=none", "--profile=1b", "--profile=3a",
           "--without=profile,three_words", "--rules=six-constructs")
# Scores of other rules.
SIX = """
beoordelingen:
  - door: coach
    datum: 2026-02-02
    scores: {sensitief_handelen: {score: 5}, positief_affect: {score: 6}, boosheid: {score: 2},
             hulpeloosheid: {score: 1}, neutraliseren: {score: 3}, coherentie: {score: 4}}
...
"""
PAPERS = ("A5", "Letter")


def made():
    """A name for each, and the words that make it."""
    for layout in LAYOUTS:
        for name in EXAMPLES:
            yield f"{name} {layout}", ["render", f"{name}.yaml", "-l", layout]
    for layout in ("handout", "coach"):
        for option in OPTIONS:
            if layout == "coach" and "--without" in option:
                continue
            name = "second-child" if "rules" not in option else "six"
            yield (f"{name} {layout} {option}",
                   ["render", f"{name}.yaml", "-l", layout, option])
    for paper in PAPERS:
        for layout in ("handout", "coach", "pocket", "form"):
            yield (f"warmth-without-grip {layout} {paper}",
                   ["render", "warmth-without-grip.yaml", "-l", f"{layout}-{paper}.ini"])
    for name in EXAMPLES:
        yield f"{name} dossier --large", ["render", f"{name}.yaml", "-l", "dossier", "--large"]
    for lang in ("en", "nl"):
        yield (f"pronouns of a blank --lang={lang}",
               ["render", "-l", "self-he.ini", f"--lang={lang}"])
    yield "long head", ["render", "three-readers.yaml", "-l", "handout-long.ini"]
    for layout in ("form", "review", "self"):
        for option in ("--large", "--mono", "--fillable", "--lang=en"):
            yield f"{layout} {option}", ["render", "-l", layout, option]
    for layout in ("handout", "coach", "pocket"):
        yield f"english {layout} --lang=nl", ["render", "english.yaml", "-l", layout, "--lang=nl"]
    for layout in ("rings", "handout", "coach"):
        yield f"untitled {layout}", ["render", "untitled.yaml", "-l", layout]
    yield "two children", ["compare", "first-child.yaml", "second-child.yaml"]
    yield "twice", ["compare", "first-child.yaml", "first-child-later.yaml"]
    yield "twice --large", ["compare", "first-child.yaml", "first-child-later.yaml", "--large"]
    yield "tally", ["tally", "trainees.csv", "--key", "juf-anne.yaml"]
    yield "tally --lang=en", ["tally", "trainees.csv", "--key", "juf-anne.yaml", "--lang=en"]


class Looks(Counting):
    def __init__(self, program, folder):
        self.program, self.folder = os.path.abspath(program), folder

    def run(self, *words):
        p = subprocess.run(
            [self.program, *words, "-q"], cwd=self.folder, capture_output=True, check=False,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C", "HOME": self.folder,
                 "SOURCE_DATE_EPOCH": "1769000000"})
        return p.returncode, p.stdout, p.stderr.decode("utf-8", "replace")

    def versions(self):
        return " ".join(self.run("--version")[1].decode().split())

    def prepare(self):
        """The examples, and layouts on other paper."""
        examples = os.path.join(TOP, "examples")
        for name in os.listdir(examples):
            if os.path.isfile(os.path.join(examples, name)):
                shutil.copy(os.path.join(examples, name), self.folder)
        with open(os.path.join(examples, "second-child.yaml"), encoding="utf-8") as f:
            text = f.read()
        text = text[:text.index("\nbeoordelingen:")] + SIX
        with open(os.path.join(self.folder, "six.yaml"), "w", encoding="utf-8") as f:
            f.write(text)
        with open(os.path.join(examples, "three-readers.yaml"), encoding="utf-8") as f:
            text = re.sub("  - titel: .*\n    bij", "  - bij", f.read())
        with open(os.path.join(self.folder, "untitled.yaml"), "w", encoding="utf-8") as f:
            f.write(text)
        for layout in ("handout", "coach", "pocket", "form"):
            for paper in PAPERS:
                self.change("layouts", layout, f"{layout}-{paper}", r"(?m)^paper = .*",
                            f"paper = {paper}")
        self.change("layouts", "self", "self-he", r"(?m)^alone_idea\.(\w+) = .*",
                    r'alone_idea.\1 = "{he}, {him}, {his}"')
        # A head that its two ends together do not fit on.
        self.change("layouts", "handout", "handout-long", r'(?m)^(head\.\w+\.nl = ").*"',
                    r'\1Een kop die veel langer is dan de helft van een blad papier breed is"')

    def change(self, folder, name, to, old, new):
        with open(os.path.join(TOP, folder, name + ".ini"), encoding="utf-8") as f:
            text, n = re.subn(old, new, f.read())
        self.check(f"{to}: {old}", n > 0)
        with open(os.path.join(self.folder, to + ".ini"), "w", encoding="utf-8") as f:
            f.write(text)

    def sums(self, name, words, shown):
        """Lines of the file of sums."""
        status, pages, err = self.run(*words, "--dump", "pages")
        if not self.check(name, status == 0 and pages, status, err):
            return []
        if shown:
            print(pages.decode())
        to = os.path.join(self.folder, re.sub(r"\W", "_", name) + ".pdf")
        status, _, err = self.run(*words, "-o", to)
        if not self.check(f"{name}: PDF", status == 0, status, err):
            return []
        with open(to, "rb") as f:
            pdf = f.read()
        each = re.split(rb"(?m)^(?=page \d+)", pages)
        return [f"{name}: page {i}: {digest(page)}" for i, page in enumerate(each) if page] + [
            f"{name}: PDF: {digest(pdf)}"]


def digest(text):
    return hashlib.sha256(text).hexdigest()[:16]


def main(program, *names):
    with tempfile.TemporaryDirectory() as folder:
        looks = Looks(program, folder)
        looks.prepare()
        rows = [(n, w) for n, w in made() if not names or n in names]
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            got = [line for lines in pool.map(lambda r: looks.sums(*r, bool(names)), rows)
                   for line in lines]
        versions = looks.versions()
    if os.environ.get("ACCEPT") == "1":
        with open(SUMS, "w", encoding="utf-8") as f:
            f.write("\n".join([versions, *got]) + "\n")
        return int(looks.failed > 0)
    with open(SUMS, encoding="utf-8") as f:
        was, *want = f.read().splitlines()
    if was != versions:
        print(f"# PDFs are not compared: {versions}, the sums are of {was}")
    wanted = dict(line.rsplit(": ", 1) for line in want)
    now = dict(line.rsplit(": ", 1) for line in got)
    for key in dict.fromkeys((*wanted, *now) if not names else now):
        if was == versions or not key.endswith("PDF"):
            looks.check(f"not as it was: {key}", wanted.get(key) == now.get(key))
    return looks.last("looks")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
