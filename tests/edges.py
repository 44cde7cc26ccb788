#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""Lengths, places and texts at an edge: tests/edges.py PROGRAM.

As seldom.py, whose cases these are in form: each is one input that nobody has but
by chance, and what must come of it.  The last line counts.
"""
import re
import sys
import tempfile

import refusals
from seldom import BARE, ITEMS, LAYOUT, OWN, Seldom, example, shipped

COACH = LAYOUT.replace("COPY", "coach").replace("NUMBERS", "yes")


def own(*blocks):
    return COACH + "".join(f"\n[block.b{i}]\n{b}" for i, b in enumerate(blocks))


def report(s):
    def doc(name, files, *looked_for, layout="./own.ini", more=(), dump="doc"):
        s.case(name, files, ["render", "x.yaml", "-l", layout, "--dump", dump, *more],
               0, *looked_for)

    anne = {"x.yaml": example("juf-anne")}
    without = re.sub(r"(?ms)^sterk:\n.*?(?=^#)", "", anne["x.yaml"])
    doc("room without heading", {"x.yaml": without, "own.ini": own(
        'kind = strengths\ntitle.nl = ""\n')},
        'input room.strengths.1 "ruimte om te schrijven"', more=["--fillable"])
    s.case("two children with one first name", {
        "x.yaml": example("first-child", ("naam: Daan", "naam: Annemarijke de Wit")),
        "y.yaml": example("second-child", ("naam: Amira", "naam: Annemarijke Bos"))},
        ["compare", "x.yaml", "y.yaml", "--dump", "doc"], 0,
        'axis "Annemarijke de Wit"', "axis *Annemarijke Bos*")
    s.case("no sentence where nothing has changed", {
        OWN + "twice.ini": own('kind = changes\nnone.nl = ""\none_step.nl = ""\n'
                               ).replace("id = own", "id = twice"),
        "x.yaml": example("first-child"),
        "y.yaml": example("first-child", ("LP-0021", "LP-0199"),
                          ("datum: 2026-02-03", "datum: 2026-06-30"))},
        ["compare", "x.yaml", "y.yaml", "--dump", "doc"], 0,
        "<changes>", "-verschil", "-stap")
    doc("a group without scales", {
        "x.yaml": example("questionnaire"),
        "with-questionnaire.ini": shipped("examples/with-questionnaire.ini", (
            "[group.feelings]", '[group.none]\ntitle.nl = "Leeg"\nmark = square\n'
            "colour = blue\n\n[group.feelings]")),
        "own.ini": own("kind = profile_chart\ngroups = practice, none, feelings\n")},
        "Pedagogisch handelen", '"Gevoelens"', "-Leeg")
    doc("a tally to type in", anne, 'room.group_tally.secure_base.1 '
        '"Veilige basis: hoe vaak 1 is gekozen"',
        'room.group_tally.secure_base.near "Veilige basis: Binnen één punt"',
        "-Per cursist", layout="tally", more=["--fillable"])
    quotes = shipped("examples/juf-anne.yaml", (
        '          - bij: v06\n            citaat: "Ik leg rustig uit wat de regel is. '
        'Maar de derde keer verlies ik mijn geduld."\n', ""),
        ('            citaat: "Ik zeg meteen zijn naam. Ik kijk niet meer wat er aan de '
         'hand is."\n', '            citaat: "zijn naam. Ik kijk niet meer wat er aan de '
         'hand is."\n          - {bij: v05, citaat: "Ik zeg meteen zijn naam. Ik"}\n'))
    doc("quotes that overlap, the later first", {"x.yaml": quotes, "own.ini": own(
        "kind = scale_cards\ncards = full\n", "kind = interview\nmark = yes\n")},
        '~1~ "Ik zeg meteen zijn naam. Ik kijk niet meer wat er aan de hand is."')
    doc("a moment without title and question", {"x.yaml": re.sub(
        r"(?ms)^momenten:\n.*?(?=^\S)", "momenten:\n  - {wat: Hij lachte., ging: "
        "moeilijk}\n\n", anne["x.yaml"]),
        "own.ini": own("kind = moment_again\n")},
        'body "Hij lachte."', "-text P strong")
    doc("bands of a questionnaire at its least, and at a value between", {
        "x.yaml": example("questionnaire", (ITEMS, "scores: {closeness: 2.4}")),
        "with-questionnaire.ini": shipped(
            "examples/with-questionnaire.ini", ("mid = from 2.5", "mid = from 1.2"),
            ("high = from 3.5", "high = from 2.5")),
        "own.ini": own("kind = questionnaires\n")},
        "2,4 · soms genoemd",
        # Points are 71.338 pt apart, 1 is at 236.221; half a gap beside 1.1 and 2.45.
        "rect 224.882 169.244 17.872", "rect 243.954 169.244 95.107",
        "rect 340.261 169.244", dump="pages")
    doc("no checksum of an interview that was not read so", {
        **anne, "own.ini": own("kind = provenance\n")},
        "SHA-256 regels", "-SHA-256 interview", more=["--anonymise"])
    doc("a guide without the words at its bar", {**anne, "own.ini": own(
        'kind = reading_guide\nbar.nl = ""\n')}, "-De balk")


def method(s):
    s.case("no reader: no grounds", {"x.yaml": BARE}, ["score", "x.yaml"], 0,
           "LP-0001, geen lezers", "uitgelicht: geen", "-gronden")
    s.case("a mean of readers of whom one knows too little", {
        "t.csv": "cursist,dossier,veilige basis\nA,LP-1,2\nB,LP-1,5\nA,LP-2,5\n"
                 "B,LP-2,3\n"}, ["agree", "t.csv"], 0,
           "ICC(2,k) - ICC(2,1) is daarvoor te laag")
    ranges = refusals.RULES
    for old, new in (("range = 1..7\nbands = heard\nfavours",
                      "range = 1..6\nbands = heard\nfavours"),
                     ("when.2 = anger more_than base\n", ""),
                     ("[scale.anger]\ngroup = practice", "[group.two]\nmark = square\n"
                      'colour = blue\ntitle.nl = "Twee"\ntitle.en = "Two"\n\n'
                      "[scale.anger]\ngroup = two")):
        ranges = ranges.replace(old, new)
    s.case("no two scales of one range", {
        "own.ini": ranges, "t.csv": "cursist,dossier,base\nA,LP-1,2\nB,LP-1,2\n"},
        ["agree", "t.csv", "-r", "./own.ini"], 0, "Basis", "-Alle schalen")
    key = shipped("examples/three-readers.yaml")

    def tally(name, csv, status, *looked_for):
        s.case(name, {"k.yaml": key, "t.csv": csv},
               ["tally", "t.csv", "--key", "k.yaml", "--format", "csv"], status,
               *looked_for)

    tally("a column called by the title of a scale, another of the case",
          "cursist,Boosheid en irritatie,dossier\nA,2,LP-1\n", 0,
          "A,anger,2,", '"dossier" is passed over')
    tally("a comma in a score, between commas",
          'cursist,Boosheid en irritatie\nA,"2,5"\n', 1,
          '"2,5" is no score', "did you mean 2.5?")


def main(program):
    with tempfile.TemporaryDirectory(prefix="edges-") as work:
        s = Seldom(program, work)
        for part in (report, method):
            part(s)
        return s.last("edges")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
