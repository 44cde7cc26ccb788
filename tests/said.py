#!/usr/bin/env python3
"""What the pages say of an interview: tests/said.py PROGRAM.

Reports are looked at as documents (`render --dump doc`): the words of every
block, without places.  The last line counts.
"""
import glob
import os
import re
import subprocess
import sys
import tempfile


def run(*args):
    r = subprocess.run(args, capture_output=True, text=True)
    if r.returncode != 0:
        raise RuntimeError(r.stderr)
    return r.stdout


def words(text):
    """As it is compared: no marks of quotes, one blank between words."""
    return re.sub(r"\s+", " ", re.sub(r"[“”‘’\"'*]", "", text)).strip()


def all_evidence(program):
    """The coach's sheet shows every quote that a reader gave."""
    for path in sorted(glob.glob("examples/*.yaml")):
        made = [program, "render", path, "-l", "coach", "-q", "--dump"]
        doc = words(run(*made, "doc"))
        quotes = re.findall(r"^    quote (.*)$", run(*made, "profile"), re.M)
        for quote in quotes:
            yield words(quote) in doc, f"{path}: no “{quote}” for the coach"


INTERVIEW = """formaat: interview/1
dossier: LP-0001
verzonnen: ja
leerkracht: {naam: juf Bo}
kind: {naam: Sam, voornaamwoord: VOORNAAMWOORD}
overgeslagen: [v01, v02, v03, v04, v06, v07, v08, v09, v10]
antwoorden:
  v05: |
    De stoel viel om.
    Sam rende weg.
"""


def document(program, typed, layout, *more, pronoun="hij"):
    """The document of INTERVIEW and what else is typed."""
    with tempfile.TemporaryDirectory() as d:
        path = os.path.join(d, "a.yaml")
        with open(path, "w", encoding="utf-8") as f:
            f.write(INTERVIEW.replace("VOORNAAMWOORD", pronoun) + typed)
        return run(program, "render", path, "-l", layout, "-q", "--dump",
                   "doc", *more)


def section(doc, kind):
    return "".join(re.findall(rf"^  \S+ Sect[^\n]*<{kind}>\n(?:    .*\n)*",
                              doc, re.M))


def gaps(program):
    """What is not typed yet is room to write, and no card asks about it."""
    doc = document(program, "", "handout")
    strengths = section(doc, "strengths")
    yield "Wat er al is" in strengths, "no heading of strengths"
    yield "lines" in strengths, "no lines for strengths"
    cards = section(doc, "scale_cards")
    yield "niet gescoord" in cards, "no card that is not scored"
    yield " prompt " not in cards, "a prompt on a card without anything on it"
    yield "lines" in cards, "no lines on a card that is not scored"


def own_texts(program):
    """All that a coach words for a scale stands on its card."""
    typed = ["Wat zag jij?", "Wat hoorde jij?", "Wat dacht jij?"]
    doc = document(program, """aanzetten:
  boosheid: [%s]
betekent:
  boosheid: Soms kookt het even.
""" % ", ".join(typed), "handout")
    cards = section(doc, "scale_cards")
    for text in typed + ["Soms kookt het even."]:
        yield text in cards, f"“{text}” is on no card"


TESTS = [all_evidence, gaps, own_texts]


def main():
    os.chdir(os.path.join(os.path.dirname(__file__), ".."))
    passed = failed = 0
    for test in TESTS:
        looked = passed + failed
        for good, fault in test(sys.argv[1]):
            passed += good
            failed += not good
            if not good:
                print(f"{test.__name__}: {fault}")
        if passed + failed == looked:
            print(f"{test.__name__} looks at nothing")
            failed += 1
    print(f"said: {passed} passed, {failed} failed")
    return failed > 0


sys.exit(main())
