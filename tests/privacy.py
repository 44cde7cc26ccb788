#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""How well names are left out, measured: tests/privacy.py PROGRAM [FILE...].

tests/privacy/*.txt are invented sentences with labels (see nl.txt).  Each file
becomes an interview that lists its names and is rendered with --anonymise.  Of
every listed name (recall) the words around it must be left as they are (a wrong
replacement is as bad as a name that stays), all else that leads to a person must
be in the list for review, and that may hold one false line in 100 words.  The
figures are printed; the last line counts."""

import glob
import os
import re
import subprocess
import sys
import tempfile

from counting import Counting

FALSE_MAX = 1  # lines in 100 words
GAP = " ** "
MARK = re.compile(r"\{~?([^}]*)\}|\[([^]]*)\]")
ROLE = (r"(?:(?:[Kk]ind|[Ll]eerkracht|[Pp]ersoon|[Ll]ezer|[Cc]hild|[Tt]eacher|"
        r"[Pp]erson|[Rr]eader) [A-Z0-9]+|[Cc]oach)(?:’s|’)?")
LINE = re.compile(r"^[^ ]*?:(\d+):(\d+): note\[(A\d+)\]: (.*)$", re.M)

counted = Counting()
test = counted.check


def spaced(text):
    return re.sub(r"[\s|]+", " ", text).strip()


class Sentence:
    def __init__(self, marked):
        self.marked = marked
        self.names, self.others, self.either = [], [], []
        self.plain, parts, at = "", "", 0
        for m in MARK.finditer(marked):
            self.plain += marked[at:m.start()]
            parts += re.escape(spaced_keep(marked[at:m.start()]))
            inner = m[1] if m[1] is not None else m[2]
            span = (len(self.plain), len(self.plain) + len(inner), inner)
            self.plain += inner
            if m[0].startswith("{~"):
                self.either.append(span)
                parts += f"(?:{ROLE}|{re.escape(spaced_keep(inner))})"
            elif m[0][0] == "{":
                self.names.append(span)
                parts += ROLE
            else:
                self.others.append(span)
                parts += re.escape(spaced_keep(inner))
            at = m.end()
        self.plain += marked[at:]
        self.result = parts + re.escape(spaced_keep(marked[at:]))


def spaced_keep(text):
    return text.replace("¶", " ")


def interview(head, sentences, lang):
    """The file, and the first line of each sentence in it."""
    def people(text):
        return "[" + ", ".join(f'"{one.strip()}"' for one in text.split(";")
                               if one.strip()) + "]"
    child, _, nick = head["kind"].partition(";")
    out = ["formaat: interview/1", "dossier: LP-9003", "verzonnen: ja",
           f"taal: {lang}", f'leerkracht: {{naam: "{head["leerkracht"]}"}}',
           f'kind: {{naam: "{child}", namen: {people(nick.replace(",", ";"))}}}',
           f"anderen: {people(head['anderen'])}",
           f'coach: {{naam: "{head["coach"]}"}}',
           "gesprek: {datum: 2026-01-13}", "antwoorden:", "  v04: |"]
    lines = []
    for s in sentences:
        lines.append(len(out) + 1)
        text = s.plain
        text = text.replace("¶", "\n    ")
        out += ("    " + text).split("\n")
        out.append("    **")
    out += ["overgeslagen: [v01, v02, v03, v05, v06, v07, v08, v09, v10]", "...", ""]
    return "\n".join(out), lines


def read(path):
    head, sentences = {}, []
    with open(path, encoding="utf-8") as file:
        for line in file.read().split("\n"):
            key, colon, value = line.partition(":")
            if line.startswith("#") or not line:
                continue
            if colon and key in ("kind", "leerkracht", "anderen", "coach"):
                head[key] = value.strip()
            else:
                sentences.append(Sentence(line))
    return head, sentences


def fold(text):
    return re.sub(r"[\u00ad\u200b]", "", text).lower()


def near(one, other):
    return fold(one) in fold(other) or fold(other) in fold(one)


def measure(program, path):
    head, sentences = read(path)
    lang = "en" if "en" in os.path.basename(path) else "nl"
    text, lines = interview(head, sentences, lang)
    with tempfile.TemporaryDirectory() as work:
        file = f"{work}/set.yaml"
        with open(file, "w", encoding="utf-8") as out:
            out.write(text)
        run = subprocess.run([program, "render", file, "--anonymise", "-l",
                              "handout", "--dump", "interview", "--lang", "en"],
                             capture_output=True, text=True, check=False)
    found = re.search(r"^v04: (.*)$", run.stdout, re.M)
    if found is None:
        test(path, False, run.stderr)
        return
    results = [spaced(part) for part in found[1].split("**")]
    notes, once = {}, []  # a possible name is listed where it comes first
    for line, column, code, said in LINE.findall(run.stderr):
        at = max((i for i, n in enumerate(lines) if n <= int(line)), default=0)
        notes.setdefault(at, []).append((code, said))
        if code in ("A113", "A115"):
            once += re.findall(r'"([^"]*)"', said)[:1]
    names = kept = others = listed = false = words = 0
    for i, s in enumerate(sentences):
        ok = re.fullmatch(spaced_re(s.result), results[i])
        names += len(s.names)
        if ok:
            kept += len(s.names)
        test(f"{os.path.basename(path)}: {s.marked}", ok, results[i])
        words += len(s.plain.split())
        said = notes.get(i, [])
        quoted = [(code, q) for code, text in said
                  for q in re.findall(r'"([^"]*)"', text)[:1]]
        for _, _, inner in s.others + s.either:
            others += 1
            hit = any(near(q, inner) for _, q in quoted) or inner in once
            listed += hit
            test(f"{os.path.basename(path)}: {s.marked}: in the list", hit,
                 said)
        for code, q in quoted:
            if code in ("A110", "A111", "A112"):
                continue
            if not any(near(q, inner) for _, _, inner in s.names + s.others + s.either):
                false += 1
                print(f"#  false line: {code} \"{q}\" in: {s.plain}")
    rate = 100 * false / words
    print(f"# {os.path.basename(path)}: {len(sentences)} sentences, "
          f"{kept} of {names} names replaced, {listed} of {others} others "
          f"listed, {false} false lines in {words} words "
          f"({rate:.2f} in 100)")
    test(f"{os.path.basename(path)}: false lines", rate <= FALSE_MAX)


def spaced_re(pattern):
    return re.sub(r"(?:\\ )+", " ", pattern)


def main():
    program = os.path.abspath(sys.argv[1])
    os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
    for path in sys.argv[2:] or sorted(glob.glob("tests/privacy/*.txt")):
        measure(program, path)
    return counted.last("privacy")


if __name__ == "__main__":
    sys.exit(main())
