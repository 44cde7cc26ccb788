#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""What a message proposes is accepted: tests/proposals.py PROGRAM.

The slips of a coach are made in interviews that are right.  Each message that
has a fix (`check --diagnostics json`) is carried out alone: the message must
be gone, and no error may come in its place.  Then all of them at once: the
file must be accepted where every error had a fix.  A message that words a
proposal has a fix.  The last line counts.
"""
import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ENV = {**os.environ, "LC_ALL": "C", "ASAN_OPTIONS": "detect_leaks=0"}

# An answer of the example, whole.
V08 = r"^  v08: \|\n(    .*\n)+"

# Name, what is replaced (the first that fits) and by what, and the codes that
# the file must then be told with.
SLIPS = [
    ("key", r"^leerkracht:", "leerkracth:", "I101"),
    ("key-inner", r"voornaamwoord:", "voornamwoord:", "I101"),
    ("key-english", r"^kind:", "child:", "I102"),
    ("date-dutch", r"2026-01-13", "13-1-2026", "I208"),
    ("date-slash", r"2026-01-13", "13/01/2026", "I208"),
    ("minutes", r"duur: 38", "duur: 038", "I204"),
    ("word", r"hij$", "hji", "I209"),
    ("yes", r"^verzonnen: ja", "verzonnen: yes", "I210"),
    ("scale", r"^      boosheid:", "      boosheit:", "I303"),
    ("score-comma", r"score: 6", "score: 6,0", "I205"),
    ("score-nought", r"score: 6", "score: 06", "I205"),
    ("question", r"bij: v04", "bij: v4", "I211"),
    ("feeling", r"gevoel: gemengd", "gevoel: gemengt", "I304"),
    ("blank-odd", r"^taal: nl", "taal:\u00a0nl", "Y125"),
    ("rules-language", r"^taal: nl", "taal: nls", "I209"),
    # An answer typed in ways that YAML takes for something else.
    *[(f"text-{name}", V08, f"  v08: {text}\n", code) for name, text, code in [
        ("colon", "Hij zei: ik weet niet zoveel.", "Y102"),
        ("colon-quotes", 'Hij zei: "Moet ik niet."', "Y102"),
        ("dash", "- Ik weet niet zoveel.", "Y109"),
        ("at", "@home weet ik niet zoveel.", "Y107"),
        ("percent", "%100 zeker ben ik niet.", "Y107"),
        ("star", "*zucht* Ik weet niet zoveel.", "Y107"),
        ("star-word", "*zucht", "Y111"),
        ("greater", "> 3 keer, denk ik.", "Y126"),
        ("bang", "! Ik weet niet zoveel.", "Y112"),
        ("bang-word", "!Kijk eens aan.", "Y112"),
        ("ampersand", "& dan nog iets.", "Y107"),
        ("ampersand-word", "&Co was er niet.", "Y111"),
        ("backtick", "`s Ochtends niet.", "Y107"),
        ("apostrophe", "'s Ochtends niet.", "Y106"),
        ("apostrophe-two", "'s Ochtends en 's avonds niet.", "Y110"),
        ("quote-tail", '"Nee", zei hij.', "Y110"),
        ("quote-open", '"Ik weet niet zoveel.', "Y106"),
        ("bracket", "[lacht] Ik weet niet zoveel.", "Y110"),
        ("bar-tail", "| Ik weet niet zoveel.", "Y126"),
        ("no-bar", "\n    Juf: ik weet niet zoveel.\n    En toen?", "Y127"),
        ("no-bar-keys", "\n    Juf: ik weet niet.\n    Coach: En toen?",
         "I101"),
        ("no-bar-list", "\n    - Ik weet niet.\n    - En toen?", "I104"),
        ("no-bar-colon", "Ik weet niet\n    zoveel: nee.", "Y109"),
        ("outdented", "|\n    Ik weet niet.\n   Toch?\n    Nee.", "Y128"),
        ("outdented-last", "|\n    Ik weet niet.\n    Nee.\n Toch?", "Y128"),
        ("margin", "|\n    Ik weet niet.\nToch?\n    Nee.", "Y128"),
        ("margin-speaker", "|\n    Ik weet niet.\nJuf: Toch?", "Y128"),
        ("margin-kind", "|\n    Ik weet niet.\nKind: Toch?", "Y128"),
        ("first-deeper", "|\n      Ik weet niet.\n    Nee.", "Y109"),
        ("blank-line", "|\n          \n    Ik weet niet.\n    Nee.", "Y109"),
        ("hash", "# Ik weet niet.", "I315"),
        ("hash-margin", "|\n    Ik weet niet.\n# Toch.", "I414"),
        ("hash-between", "|\n    Ik weet niet.\n   # Toch.", "I414"),
        ("template", "|\n    Nee.\n    gedaan: |\n"
         "    # waarom de leerkracht dat deed\n    waarom: |", "I316"),
        ("template-filled", "|\n    Nee.\n    gedaan: |\n"
         "      Niets.\n    waarom: |", "I316"),
        ("no-blank", "|\n    Ik weet niet.\n  v11:Toch", None),
    ]],
    ("deeper", r"^  groep:", "    groep:", "Y109"),
    ("first-left", r"^      boosheid:\n        score", "      boosheid:\n      score",
     "Y109"),
    ("between", r"^  groep:", " groep:", "Y109"),
    ("margin-key", r"^  groep:", "groep:", "Y109"),
    ("margin-key-last", r"^  namen:", "namen:", "I101"),
    ("nbsp-indent", r"^  groep:", "\u00a0 groep:", "Y125"),
    ("nbsp-colon", r"^  groep: ", "  groep:\u00a0", "Y125"),
    ("thin-colon", r"naam: juf", "naam:\u2009juf", "Y125"),
    ("no-blank", r"naam: juf", "naam:juf", "Y124"),
    ("two-colons", r"^  groep: ", "  groep:: ", "Y124"),
    ("list", r"^  naam: Martijn", "  - naam: Martijn", "Y109"),
    ("list-one", r"^  naam: Martijn\n  code: K12\n(.*\n){3}",
     "  - naam: Martijn\n    code: K12\n", "I104"),
    ("group", r"^  - titel: Voorlezen\n(    .*\n){5}(  - .*\n(    .*\n)+)+",
     "  titel: Voorlezen\n  bij: v04\n  wat: |\n    Toen.\n", "I104"),
    ("names", r"\[Martijn, Tijn\]", "Martijn, Tijn", "I104"),
    ("item-key", r"^    bij: v04", "  bij: v04", "Y109"),
    ("bare-score", r"^      boosheid:\n        score: 6\n(         *.*\n)+?(?=      \w)",
     "      boosheid: 6\n", "I104"),
    ("curly", r'groep: "4"', "groep: \u201c4\u201d", "Y203"),
    ("curly-flow", r"functie: orthopedagoog",
     "functie: \u201corthopedagoog, zzp\u201d", "Y129"),
]
PROPOSES = re.compile(r"did you mean|^write \"(?!key: )|^make the first")

# Where only who wrote it knows what was meant.
WITHOUT_FIX = ("text-no-bar-colon", "text-template-filled", "text-no-blank", "between",
               "margin-key-last", "item-key")


def check(program, path):
    p = subprocess.run([program, "check", path, "--diagnostics", "json"],
                       capture_output=True, text=True, timeout=60, env=ENV,
                       check=False)
    return [json.loads(line) for line in p.stderr.splitlines()]


def errors(messages):
    return [m for m in messages if m["severity"] == "error"]


def offset(text, line, column):
    lines = text.split("\n")
    return sum(len(x) + 1 for x in lines[:line - 1]) + column - 1


def mend(text, fixes):
    spans = [(offset(text, f["line"], f["column"]),
              offset(text, f["end_line"], f["end_column"]), f["text"])
             for f in fixes]
    for begin, end, new in sorted(set(spans), reverse=True):
        text = text[:begin] + new + text[end:]
    return text


def write(path, text):
    with open(path, "w", encoding="utf-8", newline="") as f:
        f.write(text)


def same(one, other):
    return one["code"] == other["code"] and one["message"] == other["message"]


def hides(told):
    """Whether an answer may lie in what could not be read."""
    return any(m["code"].startswith("Y") for m in told)


def judge(program, folder, text, code, fixed=False):
    """What is wrong with the proposals for `text`; an empty list: nothing."""
    path = os.path.join(folder, "case.yaml")
    write(path, text)
    told = check(program, path)
    wrong = []
    if code and code not in [m["code"] for m in told]:
        wrong.append(f"not told as {code}: {[m['code'] for m in told]}")
    if fixed and not any("fix" in m for m in told if m["code"] == code):
        wrong.append(f"no fix: {told}")
    for m in told:
        if "fix" not in m:
            if PROPOSES.search(m.get("help", "")):
                wrong.append(f"a proposal without a fix: {m}")
            continue
        write(path, mend(text, [m["fix"]]))
        after = check(program, path)
        if sum(same(m, x) for x in after) >= sum(same(m, x) for x in told):
            wrong.append(f"still told when mended: {m}")
        for x in errors(after):
            if not any(same(x, y) for y in told) and \
                    not (x["code"] == "I301" and hides(told)):
                wrong.append(f"mending {m['code']} {m['fix']} brings {x}")
    if errors(told) and all("fix" in m for m in errors(told)):
        write(path, mend(text, [m["fix"] for m in errors(told)]))
        wrong += [f"all mended, and still {m}"
                  for m in errors(check(program, path))
                  if m["code"] != "I301" or not hides(told)]
    return wrong


def main():
    program = os.path.abspath(sys.argv[1])
    passed = failed = 0
    with tempfile.TemporaryDirectory(prefix="proposals-") as folder:
        for path in glob.glob(os.path.join(TOP, "examples", "*.ini")):
            shutil.copy(path, folder)
        with open(os.path.join(TOP, "examples", "juf-anne.yaml"),
                  encoding="utf-8") as f:
            right = f.read()
        cases = [("right", right, None, False)]
        for name, old, new, code in SLIPS:
            text, n = re.subn(old, new.replace("\\", r"\\"), right, count=1,
                              flags=re.M)
            assert n == 1, name
            cases.append((name, text, code, name not in WITHOUT_FIX))
        for path in sorted(glob.glob(os.path.join(
                TOP, "tests", "cases", "[iyw]-*", "*.yaml"))):
            with open(path, "rb") as f:
                try:
                    text = f.read().decode("utf-8")
                except UnicodeDecodeError:
                    continue
            cases.append((os.path.relpath(path, TOP), text, None, False))
        for name, text, code, fixed in cases:
            wrong = judge(program, folder, text, code, fixed)
            passed += not wrong
            failed += bool(wrong)
            for w in wrong:
                print(f"{name}: {w}")
    print(f"proposals: {passed} passed, {failed} failed")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
