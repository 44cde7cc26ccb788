#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""Slips that few make: tests/slips.py PROGRAM.

In interviews, in what YAML makes of them, in layouts, rules and pictures: each is
played once, and looked at is what is said of it.  cases/ has the usual ones, one
by one; refusals.py each key of rules and layouts.  The last line counts.
"""
import os
import re
import sys
import tempfile

import refusals
from seldom import (BY_RICH, ITEMS, LAYOUT, OWN_RULES, RICH, TOP, Seldom, example)

CHECK = ["check", "x.yaml"]


def interviews(s):
    def slip(name, base, old, new, *said, files=None, status=1):
        s.case(name, {"x.yaml": example(base, (old, new)), **(files or {})}, CHECK,
               status, *said)

    slip("a number that lacks its point", "questionnaire", ITEMS,
         'items: {1: 05}\n    scores: {closeness: "3,", tension: 03, nearnes: 2}',
         'must be a number such as 3, not "05"', 'not "3,"', 'did you mean "3"?',
         'has no subscale "nearnes"', files=OWN_RULES)
    slip("items that are open", "questionnaire", ITEMS,
         "items: {1: , 9: }\n    scores: {closeness: , foo: }",
         'has no item "9"', 'has no subscale "foo"', files=OWN_RULES)
    slip("a score that lacks its point", "juf-anne", "score: 2", "score: 02",
         'did you mean "2"?')
    slip("more than anybody asks of a scale", "juf-anne", "aanzetten:\n",
         "aanzetten:\n  boosheid: [%s]\n" % ", ".join(
             f"Vraag {i}?" for i in range(51)), "holds more than 50 items")
    long = "Bij rekenen maakte hij steeds geluid. De hele dag die geluiden. Daar " \
        "word ik zo kriegel van. Ik zeg meteen zijn naam. Ik kijk niet meer wat " \
        "er aan de hand is. Waarom hij dit doet?"
    slip("a long quote that is not so", "juf-anne", '          - bij: v05\n            citaat: "Ik zeg',
         f'          - {{bij: v05, citaat: "{long}"}}\n          - bij: v05\n'
         '            citaat: "Ik zeg',
         "in the answer stands", "…", status=0)
    slip("a question with many answers", "juf-anne", "  v09: |\n",
         "  v08: dit ook\n  v09: |\n", "error[")
    slip("answers that say next to nothing", "juf-anne", "Dat we weer samen", "Ja",
         "-error", status=0)


HEAD = "formaat: interview/1\ndossier: LP-0001\n"
# (lines of an interview behind its head, what is said)
YAML_SLIPS = (
    ("beoordelingen:\n  - door: a\n  datum: 2026-01-01\n  - door: b\n", "Y109"),
    ("kind:\n\tnaam: Bo\n", "Y105"),
    ("anderen: [\u201cBo, Sem\u201d]\n", "Y129"),
    ('anderen: [\u201cBo, "Sem\u201d]\n', "Y129"),
    ("anderen: [\u201cBo, Sem]\n", "I301"),
    ('kind: {naam: "a\\uFFFF"}\n', "makes a noncharacter"),
    ('kind: {naam: "a\\U000E0041"}\n', "type this spot again"),
    ("*a : b\n", "Y111"),
    ("anderen: [{a: b}, c]\n", "must be a text"),
    ("anderen: tekst\n", "must be a list"),
    ("overgeslagen: {a: b}\n", "must be a list"),
    ("antwoorden:\n  v04:\n    Toen zei hij: nee\n    Daarna ging het.\n", "Y127"),
    ("antwoorden:\n  v04:\n    Hij: nee\n    Ik: ja\n", "unknown key"),
    ('antwoorden:\n  v04: "dit\n\n    gaat door\n  v05: ja\n', "Y106"),
    ("antwoorden:\n  v04: |\n\n      een\n    twee\n  v05: ja\n", "Y128"),
    ("antwoorden:\n  v04: een: twee\n\n    drie  \n  v05: ja\n", "error"),
    ("antwoorden:\n  v04: @een\n\n    twee\n", "error"),
    ("antwoorden:\n  v04: |\n    een\n  twee\n    drie\n", "error"),
    ("sterk:\n  zin: a\n  toelichting: b\n", "must be a list"),
)


def yaml_slips(s):
    for lines, said in YAML_SLIPS:
        s.case(lines, {"x.yaml": HEAD + lines + "...\n"}, CHECK, 1, said)
    s.case("a tab at the very begin", {"x.yaml": "\t" + HEAD}, CHECK, 1, "Y105")


# (what is written in a block of the kind, what is said)
LAYOUT_SLIPS = (
    ("scale_cards", "cards = mixed full", "cards is one of"),
    ("scale_cards", "lines = 99", "a whole number from 0 to 6"),
    ("scale_cards", "groups = Practice", "cannot be an id"),
    ("scale_cards", "quite_another_key = 1", "list blocks"),
    ("scale_cards", "title.xx = \"a\"", "no key"),
    ("text", "text.nl = \"{page.nowhere}\"", "is not there"),
    ("text", "text.nl = \"Een tekst.\"\nlines = 3", None),
)
# (what is replaced in refusals.RULES, by what, what is said)
RULES_SLIPS = (
    ("kind = words\n", "kind = words\nword = 1\n", "is not of kind word"),
    ("focus = base, anger", "focus = base, base", "a second time"),
    ("items = 1, 2r, 3\n", 'items = ""\n', None),
    ("bands = heard\ntitle", "bands = nowhere\ntitle", "nowhere"),
    ("[subscale.own.close]", "[subscale.Own.close]", "subscale"),
    ("when.1 = base is low\nwhen.2 = anger more_than base",
     "when.1 = base differs\nwhen.2 = base missing", None),
)


def slips(s):
    for kind, line, said in LAYOUT_SLIPS:
        own = LAYOUT.replace("COPY", "coach").replace("NUMBERS", "yes")
        own += f"\n[block.it]\nkind = {kind}\n{line}\n"
        s.case(f"{kind}: {line}", {"x.yaml": example("juf-anne"), "own.ini": own},
               ["render", "x.yaml", "-l", "./own.ini", "-o", "x.pdf"],
               0 if said is None else 2, *([said] if said else []))
    for old, new, said in RULES_SLIPS:
        s.check(f"rules have {old!r}", old in refusals.RULES)
        folder, status, out, err = s.run(
            {"own.ini": refusals.RULES.replace(old, new, 1)}, ["check", "own.ini"])
        s.check(f"rules: {new!r}", status in (0, 1) and (said or "") in err, status,
                err)
    shown = re.sub(r"show = teacher.*", "show = coach", RICH)
    shown = shown.replace("[scale.anger]\n", "[scale.anger]\nshow = coach\n")
    files = {"x.yaml": BY_RICH, "own.ini": shown.replace("id = faults", "id = own")}
    for layout in ("handout", "self", "before", "pocket", "rings"):
        s.case(f"{layout}: no scale that the teacher sees", files, [
            "render", "x.yaml", "-l", layout, "-o", "x.pdf"], 0)
    s.case("compare: no scale that the teacher sees", {
        **files, "y.yaml": BY_RICH.replace("LP-0002", "LP-0003").replace(
            "2026-01-13", "2026-02-13")}, ["compare", "x.yaml", "y.yaml", "-o",
                                          "x.pdf"], 0)


JPEG = "tests/cases/l-logo-jpeg/logo.jpg"
ADOBE = b"\xff\xee\x00\x0eAdobe\x00\x64\x00\x00\x00\x00\x00"


def pictures(s):
    """A logo as JPEG with marks that few programs write."""
    with open(os.path.join(TOP, JPEG), "rb") as f:
        jpeg = f.read()
    own = LAYOUT.replace("COPY", "coach").replace("NUMBERS", "yes").replace(
        "[page]\n", "[page]\nlogo = logo.jpg\n") + "\n[block.names]\nkind = title\n"
    begin, rest = jpeg[:2], jpeg[2:]
    for name, data, status in (
            ("a mark of Adobe", begin + ADOBE + rest, 0),
            ("such a mark that is short", begin + b"\xff\xee\x00\x04Ad" + rest, 0),
            ("bytes that fill", begin + b"\xff\xff\xff" + rest, 0),
            ("a remark", begin + b"\xff\xfe\x00\x08remark" + rest, 0),
            ("no end", jpeg[:-2], None),
            ("a length beyond the end", jpeg[:-2] + b"\xff\xfe\xff\xff", None),
            ("a mark cut off", jpeg[:-2] + b"\xff\xfe\x00", None),
            ("half of it", jpeg[:len(jpeg) // 2], None)):
        folder, got, out, err = s.run(
            {"x.yaml": example("juf-anne"), "own.ini": own, "logo.jpg": data},
            ["render", "x.yaml", "-l", "./own.ini", "-o", "x.pdf"])
        made = os.path.exists(os.path.join(folder, "x.pdf"))
        s.check(name, got in ((0, 2) if status is None else (status,)) and
                made == (got == 0), got, err)


def main(program):
    with tempfile.TemporaryDirectory(prefix="slips-") as work:
        s = Seldom(program, work)
        for part in (interviews, yaml_slips, slips, pictures):
            part(s)
        return s.last("slips")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
