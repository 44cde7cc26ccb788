#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
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


JE = re.compile(r"\b(je|jij|jou|jouw|jullie|jezelf|jouzelf)\b", re.I)


def polite_rules(d, name):
    """A copy of shipped rules that says u."""
    with open(f"rules/{name}.ini", encoding="utf-8") as f:
        text = f.read()
    path = os.path.join(d, "polite.ini")
    with open(path, "w", encoding="utf-8") as f:
        f.write(re.sub(r"(?m)^id = \w+$", "id = polite", text, count=1)
                .replace("address.nl = je", "address.nl = u"))
    return path, re.findall(r"(?m)^also = (\w+)\ncode", text)


def scored(scales, score, n, child):
    """An interview in which every scale has this score and nobody says je."""
    text = INTERVIEW.replace("VOORNAAMWOORD", "hij").replace(
        "LP-0001", f"LP-000{n}").replace("Sam,", f"{child},")
    text += f"gesprek: {{datum: 2026-0{n}-13}}\n"
    text += "fragmenten: [{bij: v05, gevoel: boosheid}]\n"
    text += "beoordelingen:\n"
    for by in "coach", "L2":
        text += f"  - door: {by}\n    scores:\n"
        text += "".join(
            f"      {s}: {{score: {min(score, 5) if s == 'coherentie' else score}"
            "}\n" for s in scales)
    return text + "uitgelicht: [%s]\n...\n" % ", ".join(scales)


def polite(program):
    """Rules that say u leave no je in any layout; `agree` and `tally`, which
    print no document, are looked at as text."""
    with tempfile.TemporaryDirectory() as d:
        for name in "llinc", "six-constructs":
            rules, scales = polite_rules(d, name)
            files = []
            for n, (score, child) in enumerate(
                    ((1, "Sam"), (4, "Kim"), (5, "Sam"), (7, "Bas")), 1):
                files.append(os.path.join(d, f"{n}.yaml"))
                with open(files[-1], "w", encoding="utf-8") as f:
                    f.write(scored(scales, score, n, child))
            for path in sorted(glob.glob("layouts/*.ini")):
                layout = os.path.basename(path)[:-4]
                verbs = [["render", f] for f in files]
                if layout == "two-children":
                    verbs = [["compare", files[0], files[1]]]
                elif layout == "twice":
                    verbs = [["compare", files[0], files[2]]]
                elif layout == "agreement":
                    verbs = [["agree", *files, "-o",
                              os.path.join(d, "agree.pdf")]]
                for verb in verbs:
                    yield from no_je(program, verb, rules, layout)


def no_je(program, verb, rules, layout):
    made = [program, *verb, "-r", rules, "-q"]
    if verb[0] == "agree":
        run(*made)
        doc = run("pdftotext", "-layout", verb[-1], "-")
    else:
        made += ["-l", layout] if verb[0] == "render" else []
        doc = run(*made, "--dump", "doc")
    lines = [x for x in doc.splitlines() if JE.search(x)]
    yield not lines, f"{layout}, {verb}: {lines[:3]}"
    yield re.search(r"\b(u|uw)\b", doc, re.I) or layout in (
        "coach", "two-children", "twice", "tally", "course-key"), \
        f"{layout} does not say u"


def pronouns(program):
    """Of a child that is neither hij nor zij, and of one that has no name."""
    typed = "gesprek: {datum: 2026-01-13}\n...\n"
    for pronoun, wrong in (("die", "hij|hem|haar|hen|hun"),
                           ("zij", "hij|hem|hen|hun"),
                           ("hij", "haar|hen|hun")):
        for layout in "handout", "coach", "course", "example-institute":
            doc = document(program, typed, layout, pronoun=pronoun)
            found = re.findall(rf".*\b(?:{wrong})\b.*", doc)
            yield not found, f"{pronoun}, {layout}: {found[:2]}"
    for lang, wrong in (("nl", r"hij|hem|zij|haar|hen|hun"),
                        ("en", r"he|him|she|her|his")):
        doc = run(program, "render", "-l", "form", "--lang", lang, "--dump",
                  "doc", "-q")
        found = re.findall(rf"\b(?:{wrong})\b", doc)
        yield not found, f"the blank form says {found[:3]}"


def no_other_child(program):
    """A paper about two children names neither in what it says of both."""
    doc = run(program, "compare", "examples/first-child.yaml",
              "examples/second-child.yaml", "--dump", "doc", "-q")
    yield "Je verplaatsen in het kind" in doc, "a scale with one child's name"


TESTS = [pronouns, no_other_child, polite, all_evidence, gaps, own_texts]


def main():
    os.chdir(os.path.join(os.path.dirname(__file__), ".."))
    passed = failed = 0
    for test in TESTS:
        looked = passed + failed
        for good, fault in test(sys.argv[1]):
            good = bool(good)
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
