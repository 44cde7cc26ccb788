#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""What seldom comes on paper or is seldom said: tests/seldom.py PROGRAM.

Each case makes files, runs the program once, and looks for words in what it
prints, says, or puts into a PDF: many interviews compared, rules with little in
them, layouts with texts left out.  What is usual has cases (cases/) and rules
(said.py).  The last line counts.
"""
import os
import re
import subprocess
import sys
import tempfile

import refusals
from counting import Counting

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def shipped(path, *edits):
    """A file of the project with changes, each of which must be one."""
    with open(os.path.join(TOP, path), encoding="utf-8") as f:
        text = f.read()
    for old, new in edits:
        if old not in text:
            raise ValueError(f"{path} has no {old!r}")
        text = text.replace(old, new, 1)
    return text


def example(name, *edits):
    return shipped(f"examples/{name}.yaml", *edits)


OWN_RULES = {"with-questionnaire.ini": shipped("examples/with-questionnaire.ini")}
# The user's own files, which go before those that are shipped.
OWN = ".config/relatieprofiel/layouts/"
ITEMS = "items: {1: 5, 2: 4, 3: 2, 4: 2, 5: 1, 6: 5}"
SCALES = ("sensitief_disciplineren", "veilige_basis", "perspectief_nemen",
          "boosheid", "hulpeloosheid")


class Seldom(Counting):
    def __init__(self, program, work):
        self.program, self.work, self.n = os.path.abspath(program), work, 0

    def run(self, files, words, stdin=b"", **env):
        self.n += 1
        folder = os.path.join(self.work, str(self.n))
        os.mkdir(folder)
        for name, text in files.items():
            path = os.path.join(folder, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as f:
                f.write(text if isinstance(text, bytes) else text.encode())
        p = subprocess.run(
            [self.program, *words], cwd=folder, input=stdin, timeout=120,
            capture_output=True, check=False,
            env={**os.environ, "LC_ALL": "C", "HOME": folder,
                 "SOURCE_DATE_EPOCH": "1769000000", **env})
        return folder, p.returncode, p.stdout.decode(
            "utf-8", "replace"), p.stderr.decode("utf-8", "replace")

    def show(self, name, *more):
        super().show(name, *(str(m)[:700] for m in more))

    def case(self, name, files, words, status, *looked_for, pdf=None, **env):
        """`looked_for`: words; behind a "-" those that must not be there."""
        folder, got, out, err = self.run(files, words, **env)
        text = out + err
        self.check(name, got == status, got, text)
        if pdf is not None:
            text += subprocess.run(
                ["pdftotext", "-layout", os.path.join(folder, pdf), "-"],
                capture_output=True, check=False).stdout.decode()
        flat = " ".join(text.split())
        for what in looked_for:
            if what[0] == "-":
                self.check(name, what[1:] not in flat, what, text)
            else:
                self.check(name, what in flat, what, text)
        return folder


# ------------------------------------------------------------------- reports


def scored(case, *readers):
    """An interview of which each reader gave these scores, None being none."""
    text = (f"formaat: interview/1\ndossier: {case}\nleerkracht: {{naam: juf Anne}}\n"
            "kind: {naam: Bo}\n\nantwoorden:\n  v04: Het ging goed.\n"
            "  v05: Het botste.\n\n"
            "overgeslagen: [v01, v02, v03, v06, v07, v08, v09, v10]\n\nbeoordelingen:\n")
    for by, scores in readers:
        text += f"  - door: {by}\n    scores:\n" + "".join(
            f"      {scale}: {{score: {score}}}\n"
            for scale, score in zip(SCALES, scores) if score is not None)
    return text + "...\n"


def many(n, *rows):
    """`n` interviews by two readers, their scores in turn from `rows`."""
    return {f"{i:03}.yaml": scored(f"LP-{i:04}", *rows[i % len(rows)])
            for i in range(n)}


def agreement(s):
    far = (("A", (1, 2, 3, 4, 5)), ("B", (7, 2, 4, 5, 5)))
    near = (("A", (2, 3, 4, 5, 6)), ("B", (2, 4, 5, 4, None)))
    one = (("A", (3, 3, None, 3, 3)),)
    words = ["agree", ".", "-o", "out.pdf"]

    s.case("many interviews, in two columns", many(130, far, near, one), words, 0,
           "LP-0001", "LP-0126", pdf="out.pdf")
    s.case("many, in one", many(60, far, near), [*words, "--large"], 0, "LP-0058",
           pdf="out.pdf")
    s.case("one interview", many(1, far), words, 0, pdf="out.pdf")
    s.case("nothing that two scored", many(3, one), words, 0, pdf="out.pdf")
    s.case("all alike", many(4, (("A", (4, 4, 4, 4, 4)), ("B", (4, 4, 4, 4, 4)))),
           words, 0, pdf="out.pdf")
    s.case("one apart by one", many(4, (("A", (1, 2, 3, 4, 5)),
                                        ("B", (2, 3, 4, 5, 6)))), words, 0,
           pdf="out.pdf")
    s.case("eight readers", many(5, tuple((f"L{i}", (1 + i % 3, 2, i % 7 + 1, 4, 5))
                                          for i in range(8))), words, 0,
           pdf="out.pdf")
    layout = shipped("layouts/agreement.ini", ("numbers = yes", "numbers = no"))
    for name, more in (("no figures", 'figures = ""'),
                       ("one figure", "figures = icc_1_1"),
                       ("no words", 'guide_rows.nl = ""\nguide_rows.en = ""\n'
                        'largest.nl = ""\nnone.nl = ""\nguide_numbers.nl = ""')):
        s.case(name, {**many(6, far, near, one), OWN + "agreement.ini":
                      layout + more + "\n"}, words, 0, pdf="out.pdf")
    for form in ("text", "csv", "json"):
        s.case(f"as {form}", many(7, far, near, one),
               ["agree", ".", "--format", form], 0)
        s.case(f"as {form}, alike", many(3, (("A", (4, 4, 4, 4, 4)),
               ("B", (4, 4, 4, 4, 4)))), ["agree", ".", "--format", form], 0)


def pairs(s):
    mine = OWN + "two-children.ini"
    one, two = example("first-child"), example("second-child")
    layout = shipped("layouts/two-children.ini", ("numbers = no", "numbers = yes"),
                     ("kind = dumbbell\n", "kind = dumbbell\npage = flow\n"
                      "remark = yes\n"))
    words = ["compare", "a.yaml", "b.yaml", "-o", "out.pdf"]
    for step in ("0", "0.5", "1", "2"):
        rules = shipped("rules/llinc.ini", ("id = llinc", "id = own"))
        rules = re.sub(r"same_at_most = \S+", f"same_at_most = {step}", rules)
        rules = rules.replace("half_points = no", "half_points = yes")
        s.case(f"differences of {step}", {
            "a.yaml": one, "b.yaml": two, mine: layout, "rules.ini": rules},
            [*words, "-r", "./rules.ini"], 0, pdf="out.pdf")
    s.case("a figure without title", {"a.yaml": one, "b.yaml": two, mine: re.sub(
        r"(?m)^kind = dumbbell\n(.*\n)*?title\.nl = .*\n",
        'kind = dumbbell\npage = flow\ntitle.nl = ""\nsub.nl = ""\n', layout)},
        words, 0, pdf="out.pdf")
    s.case("children of one first name", {
        "a.yaml": one.replace("Daan", "Noor Wit"), mine: layout,
        "b.yaml": re.sub(r"(?m)^  naam: .*", "  naam: Noor Bos", two)},
        words, 0, "Noor Wit", "Noor Bos", pdf="out.pdf")


FORM_RULES = """[format]
kind = rules
version = 1
id = own
languages = nl
edition = "1"
range = 1..7
bands = b
title.nl = "Eigen"

[bands.b]
low = from 1
high = from 4
low.nl = "weinig"
high.nl = "veel"

[question.v01]
kind = words
title.nl = "Drie woorden"
text.nl = "Welke woorden?"

[group.g]
title.nl = "Groep"

[scale.a]
group = g
title.nl = "Schaal"
"""


def forms(s):
    layout = shipped("layouts/form.ini", ("id = form", "id = own"))
    for lines in "1", "3":
        own = re.sub(r"part_lines = \d+\n", "", layout)
        own = own.replace("kind = interview_form\n",
                          f"kind = interview_form\npart_lines = {lines}\n")
        for more in [], ["--fillable"]:
            s.case(f"words of which nobody asks the moment, {lines}",
                   {"own.ini": own, "rules.ini": FORM_RULES},
                   ["render", "-l", "./own.ini", "-r", "./rules.ini", *more], 0)
    s.case("a form by rules with a questionnaire", OWN_RULES,
           ["render", "-l", "form", "-r", "./with-questionnaire.ini", "--lang", "nl"],
           0)


def reports(s):
    anne = {"x.yaml": example("juf-anne")}

    def doc(name, files, layout, *looked_for, more=(), dump="doc"):
        s.case(name, files, ["render", "x.yaml", "-l", layout, "--dump", dump, *more],
               0, *looked_for)

    doc("quotes that meet", {"x.yaml": example("juf-anne", (
        "          - bij: v05\n", '          - {bij: v05, citaat: "die geluiden. Daar '
        'word ik"}\n          - {bij: v05, citaat: "De hele dag die geluiden. Daar"}\n'
        "          - bij: v05\n"))}, "handout", "De hele dag die geluiden")
    for name, new in (("one answer", "items: {1: 5}"),
                      ("entered", "scores: {closeness: 3.5, tension: 2}"),
                      ("none", "")):
        files = {"x.yaml": example("questionnaire", (ITEMS, new)), **OWN_RULES}
        doc(f"a questionnaire: {name}", files, "coach")
        for form in "text", "csv", "json":
            s.case(f"a questionnaire: {name}, as {form}", files,
                   ["score", "x.yaml", "--format", form], 0)
    own = shipped("examples/with-questionnaire.ini",
                  ("items = 1, 2, 3r\ncombine = mean", "items = 1\ncombine = sum"),
                  ("missing_at_most = 1", "missing_at_most = 0"),
                  ("items = 4, 5, 6r\ncombine = mean",
                   "items = 4, 5, 6r\ncombine = sum"))
    own = re.sub(r"(?ms)^\[reference.*?(?=^\[(?!reference))", "", own + "\n[self.z]\n"
                 'nl = "Nog iets?"\n')
    doc("sums of a questionnaire", {
        "x.yaml": example("questionnaire"), "with-questionnaire.ini": re.sub(
            r"(?m)^bands = answers\n", "", own)}, "coach")
    doc("names in the title", anne, "coach", "juf Anne", "Martijn",
        more=["--names-in-title"])
    doc("reasons beside numbers", anne, "balance", "Legt de regel rustig uit",
        more=["--numbers", "yes"])
    doc("settled beside what readers gave", {"x.yaml": example("juf-anne", (
        "    sensitief_disciplineren: 2\n    veilige_basis: 3\n",
        "    sensitief_disciplineren: 1\n    veilige_basis: 7\n"))}, "course-key")
    doc("a field in the dump", anne, "coach", "input", more=["--fillable"],
        dump="pages")
    doc("moments without title", {"x.yaml": re.sub(
        r"(?m)^  - titel: .*\n    (?=bij)", "  - ", example("juf-anne"))}, "rings")
    for layout in "handout", "dossier":
        doc(f"{layout} as a booklet", anne, layout, more=["--booklet"], dump="breaks")
    doc("a long reason", {"x.yaml": example("juf-anne", (
        "Legt de regel rustig uit.", "Legt de regel rustig uit. " * 60))}, "coach")
    for layout in "handout", "pocket", "coach":
        small = shipped(f"layouts/{layout}.ini", ("paper = A4", "paper = A5"))
        small = re.sub(r"(?m)^id = \S+", "id = own", small, count=1)
        for stage in "layout", "breaks":
            s.case(f"{layout} on A5, {stage}", {**anne, "own.ini": small}, [
                "render", "x.yaml", "-l", "./own.ini", "--dump", stage], 0)
        s.case(f"{layout} on A5, large", {**anne, "own.ini": small}, [
            "render", "x.yaml", "-l", "./own.ini", "--large"], 2, "no room on A5")
    doc("an exercise", anne, "course", more=["--names-in-title"])
    for layout in ("handout", "coach", "dossier", "course", "pocket", "before", "self",
                   "rings", "balance", "review", "form", "tally"):
        doc(f"{layout} in large print", anne, layout, more=["--large"], dump="layout")
    for stage in "interview", "rules", "scores", "profile", "pages", "breaks":
        doc(f"dump of {stage}", {"x.yaml": example("questionnaire"), **OWN_RULES},
            "coach", dump=stage)


BARE = """formaat: interview/1
dossier: LP-0001
leerkracht: {code: L1}
kind: {code: K1}
gesprek: {datum: 2026-04-14}
overgeslagen: [v01, v02, v03, v04, v05, v06, v07, v08, v09, v10]
...
"""
LAYOUT = """[format]
kind = layout
version = 1
id = own
copy = COPY
numbers = NUMBERS

[page]
paper = A4
margin.left = 22mm
margin.right = 22mm
margin.top = 16mm
margin.bottom = 22mm

[font.body]
family = lato
fallback = dejavu
"""


def values(what):
    """What a key may be, the least of it first."""
    what = what.removeprefix("some of ").replace(" | ID, ID, …", "")
    return re.split(r" … | \| |, ", what)


def kinds_of_block(s):
    """Kind -> its keys, each with what it may be."""
    _, _, out, _ = s.run({}, ["list", "blocks", "--lang", "en"])
    kinds, keys = {}, None
    for line in out.splitlines():
        if m := re.match(r"(\w+): ", line):
            keys = kinds.setdefault(m[1], [])
        elif keys is not None and (m := re.match(
                r"    ([\w.]+)(, \.en)? = (.*?): ", line)):
            keys.append((m[1], m[3]))
    return kinds


def blocks(s):
    """Each kind of block without its texts, with the least and the most of each
    number, of an interview with nothing in it and of one with everything."""
    kinds = kinds_of_block(s)
    s.check("kinds of block", len(kinds) > 40, sorted(kinds))
    full = {"x.yaml": example("questionnaire"), **OWN_RULES}
    for kind, keys in kinds.items():
        texts = "".join(f'{k} = ""\n{k[:-2]}en = ""\n' for k, what in keys
                        if k.endswith(".nl"))
        for files, copy, numbers, end in (({"x.yaml": BARE}, "coach", "yes", 0),
                                          (full, "coach", "yes", -1),
                                          (full, "teacher", "no", 0)):
            layout = LAYOUT.replace("COPY", copy).replace("NUMBERS", numbers)
            layout += f"\n[block.it]\nkind = {kind}\n"
            layout += "".join(f"{k} = {values(what)[end]}\n" for k, what in keys
                              if not k.endswith(".nl"))
            bare = layout + "page = " + ("flow", "new")[end] + "\n" + texts
            for name, text in (("bare", bare), ("plain", layout)):
                s.case(f"{kind} {copy} {name}", *of_verb(kind, files, text), 0)


COMPARES = ("dumbbell", "words_twice", "compare_lists", "changes")


def of_verb(kind, files, layout):
    """Files and words to print a layout of this kind of block."""
    if kind in COMPARES:
        layout = layout.replace("id = own", "id = two-children")
        return ({**files, OWN + "two-children.ini": layout,
                 "y.yaml": files["x.yaml"].replace("LP-00", "LP-01").replace(
                     "2026-04-14", "2026-05-14")},
                ["compare", "x.yaml", "y.yaml", "-o", "x.pdf"])
    if kind == "agreement":
        layout = layout.replace("id = own", "id = agreement")
        return ({**files, OWN + "agreement.ini": layout},
                ["agree", "x.yaml", "-o", "x.pdf"])
    return {**files, "own.ini": layout}, ["render", "x.yaml", "-l", "./own.ini", "-o",
                                          "x.pdf"]


# With rules that have a bit of everything, and much of what is seldom.
RICH = refusals.RULES.replace("range = 1..7", "range = 1..15").replace(
    "half_points = no", "half_points = yes").replace(
        "settle = agreed, median", "settle = agreed, mean, first").replace(
            'notice.nl = "Dit valt op."\nnotice.en = "This stands out."\n', "")
BY_RICH = """formaat: interview/1
dossier: LP-0002
regels: own
leerkracht: {naam: juf Anne, code: L1}
kind: {naam: Bo, code: K1}
gesprek: {datum: 2026-01-13}

drie_woorden:
  - woord: warm
    voorbeeld: Hij lachte naar mij.
  - woord: druk
  - woord: zoekend

antwoorden: {}

momenten:
  - {wat: Hij lachte., ging: moeilijk, bij: v02}
  - {wat: Hij lachte., bij: v02}

beoordelingen:
  - door: coach
    scores:
      base: {score: 2.5, bewijs: [{bij: v02, citaat: Hij huilde naar mij.}]}
      anger: {score: 14, niet_lager: Zo is dat., niet_hoger: En zo.}
  - door: L2
    scores:
      base: {score: 9}
      anger: {score: nvt}

sterk:
  - {zin: Dit is sterk.}

vragenlijsten:
  own: {datum: 2026-01-13, items: {1: 5}}
cursus: {oefening: Oefening 3}
...
"""


def rich(s):
    files = {"x.yaml": BY_RICH, "own.ini": RICH.replace("id = faults", "id = own")}
    for form in "text", "csv", "json":
        s.case(f"rich rules, as {form}", files, ["score", "x.yaml", "--format", form],
               0)
        s.case(f"rich rules, as {form}, in English", files,
               ["score", "x.yaml", "--format", form, "--lang", "en"], 0)
    for stage in "interview", "rules", "scores", "profile":
        s.case(f"rich rules, {stage}", files, [
            "render", "x.yaml", "-l", "coach", "--dump", stage], 0)
    for layout in ("handout", "coach", "dossier", "course", "course-key", "pocket",
                   "before", "self", "rings", "balance", "review", "tally"):
        for more in [], ["--fillable", "--numbers", "yes"]:
            s.case(f"rich rules, {layout}", files, [
                "render", "x.yaml", "-l", layout, "-o", "x.pdf", *more], 0)


def main(program):
    with tempfile.TemporaryDirectory(prefix="seldom-") as work:
        s = Seldom(program, work)
        for part in (agreement, pairs, forms, reports, blocks, rich):
            part(s)
        return s.last("seldom")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
