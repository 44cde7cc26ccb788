#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""Words that our own texts must not hold: tests/words.py PROGRAM.

What the blocks print of themselves (`list blocks`), the shipped rules and the
shipped layouts are looked over for words that judge a person, that a teacher
reads as a grade, or that no native speaker writes.  The last line counts.
"""
import glob
import os
import re
import subprocess
import sys

# Pattern, and what to write; of course material (scores, points) only what
# is wrong there too.
WORDS = [
    (r"\boordeel|\bbeoorde", "what is heard, read or scored"),
    (r"\bjudge?ment", "what it says"),
    (r"\b(hoge|lage) punt\b|\b(high|low) mark\b", "a teken (mark) to the right"),
    (r"\bde punt\b|\b(a|each|one|the|open|filled) dots?\b",
     "teken, mark: some are diamonds"),
    (r"\bdat maakt het\b|\bthat makes it hard\b", "dan kan het, then it can"),
    (r"\bwijk je af\b|\bdepart from your\b", "laat je los, let go"),
    (r"\bvoorhebt\b", "wilt"),
    (r"\bleent zich\b", "past bij"),
    (r"\bin de reeks\b", "in dit rijtje"),
    (r"\bondergesneeuwd\b|\bsnowed under\b", "vergat je bijna"),
    (r"\beigen herhaling\b|\bon our own initiative\b", "een tweede keer"),
    (r"(?<![\w.])nvt(?![\w.])", "n.v.t."),
    (r"\bin good time\b", "early"),
    (r"\bbehind a quote\b", "after each quote"),
    (r"\bcomes with you\b", "you bring"),
    (r"\bperspectief nemen\b", "je verplaatsen in {kind}"),
    (r"\bdwelling\b", "making room"),
    (r"\blends itself\b", "there is time for"),
    (r"\bmuch (irritation|joy|warmth|room)\b", "a lot of"),
    (r"\bas yet\b", "so far"),
    (r"\bapart we call\b|\bthat we call\b", "counts as; we call that"),
    (r"^file(:.*)?$|\bfile copy\b|\b(file|form) of \w+$",
     "case file, rules file"),
    (r"\bjullie twee\b", "jou en {kind}"),
    (r"\bdit (voorbeeld|inzicht|rijtje)\b", "what it is: it may not be there"),
    (r"\{(hem|zijn|him|his)\}", "{kind}: of die it is the name again"),
    (r"\bwe je vertellen\b", "je vertelde"),
]


def texts(program):
    """Yields (where, text) of everything that is printed."""
    for lang in ("nl", "en"):
        out = subprocess.run([program, "list", "blocks", "--lang", lang],
                             capture_output=True, text=True, check=True).stdout
        for line in out.splitlines():
            m = re.match(r"        (?:anders|default): (.*)", line)
            if m:
                yield f"list blocks --lang {lang}", m.group(1)
    for path in sorted(glob.glob("rules/*.ini") + glob.glob("layouts/*.ini") +
                       glob.glob("examples/*.ini")):
        with open(path, encoding="utf-8") as f:
            for number, line in enumerate(f, 1):
                m = re.match(r'[a-z][\w.]*\s*=\s*"(.*)"', line)
                if m and not re.match(r"(avoid|also)\b", line):
                    yield f"{path}:{number}", m.group(1)


def faults(where, text):
    for pattern, instead in WORDS:
        m = re.search(pattern, text, re.IGNORECASE)
        if m:
            yield f'{where}: "{m.group(0)}" (write: {instead}) in "{text}"'


def self_test():
    """Each pattern fires, and there are texts to look at."""
    samples = ["Beoordeeld door", "no judgement of you", "een hoge punt",
               "De punt: dit", "Dat maakt het lastig", "Wanneer wijk je af",
               "wat je voorhebt", "leent zich voor", "punt in de reeks",
               "is ondergesneeuwd", "Eigen herhaling", "nvt",
               "You steer in good time.", "Behind a quote stands",
               "What comes with you", "Perspectief nemen", "Dwelling on",
               "lends itself to", "Much joy", "little as yet",
               "That we call about the same", "File of rules", "jullie twee",
               "uit dit voorbeeld", "wat jij voor {hem} wilt",
               "Dit hoorden we je vertellen"]
    return all(any(True for _ in faults("", s)) for s in samples) and \
        len(samples) == len(WORDS)


def main():
    os.chdir(os.path.join(os.path.dirname(__file__), ".."))
    program = sys.argv[1]
    passed = failed = seen = 0
    for where, text in texts(program):
        seen += 1
        bad = list(faults(where, text))
        passed += not bad
        failed += len(bad) > 0
        for line in bad:
            print(line)
    if not self_test() or seen < 1000:
        print(f"the test looks at nothing: {seen} texts")
        failed += 1
    print(f"words: {passed} passed, {failed} failed")
    return failed > 0


sys.exit(main())
