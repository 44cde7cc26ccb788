#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""Names that must not come out: tests/canary.py PROGRAM.

An interview with unusual names in every field that holds text, in every form
that a text gives a name, is rendered with --anonymise in every layout.  None
of the names may be found in the text of the PDF, its streams, strings,
metadata and attachments, in file names or in the dumped stages.  The names
must be found without --anonymise: else the test tests nothing.  The last line
counts."""

import glob
import os
import re
import subprocess
import sys
import tempfile
import unicodedata

from counting import Counting

CANARIES = ["quirine", "zwaluwe", "xanthippe", "eudoxia", "bartholdy",
            "wnuczek", "ysbrandt", "oldenzeel", "vladivoj", "zk88", "qx77", "melchior", "zk99"]

FORMS = ("Xanthippe kwam, Xanthippes boek, Xanthippe’s jas, Xanthippe's tas, "
         "XANTHIPPE, xanthippe, Xanthippetje, Sint-Xanthippe, "
         "xanthippe-achtig, „Xanthippe”, (Xanthippe)! Juf Quirine van der "
         "Zwaluwe, mevr. Van der Zwaluwe's klas, Quirine; Eudoxía, Eudoxia, "
         "Eudoxi\u0301a, EUDOXÍA. Meneer Wnuczek, Bartholdy Wnuczek, "
         "Bartholdy-Wnuczek, B. Wnuczek. Ysbrandt Oldenzeel en Vladivoj. "
         "ZK88, QX77. bartholdy@wnuczek.nl, Xan\u00adthippe, Eudoxía2")

# @ is a text with all forms, % the same in a block where names are broken over
# lines; the rest is what the rules of the interview ask for.
INTERVIEW = """formaat: interview/1
dossier: LP-9001
verzonnen: ja
taal: nl
regels: llinc
leerkracht: {naam: juf Quirine van der Zwaluwe, code: QX77}
kind:
  naam: Xanthippe
  code: ZK88
  groep: 4 van Quirine
  voornaamwoord: zij
  namen: [Xanthippe, Eudoxía]
anderen: [Bartholdy Wnuczek]
coach: {naam: Ysbrandt Oldenzeel, functie: @}
gesprek: {datum: 2026-01-13, duur: 30}
drie_woorden:
  - {woord: Xanthippe, voorbeeld: @}
  - {woord: Eudoxía, voorbeeld: @}
  - {woord: Wnuczek, voorbeeld: @}
antwoorden:
  v04:
    gebeurtenis: %
    gedaan: %
    waarom: %
    gevoel_leerkracht: %
    gevoel_kind: %
    nodig: %
  v05: %
overgeslagen: [v06, v07, v08, v09, v10]
momenten:
  - {titel: Xanthippe, bij: v04, wat: @, leerkracht: @, gedaan: @,
     waarom: @, kind: @, nodig: @}
fragmenten:
  - {bij: v04, gevoel: plezier}
beoordelingen:
  - door: coach
    datum: 2026-01-16
    scores:
      veilige_basis:
        score: 3
        bewijs:
          - {bij: v05, voor: niet_lager, citaat: @}
        niet_lager: @
        niet_hoger: @
      boosheid: {score: nvt, reden: @}
  - door: Vladivoj
    scores:
      veilige_basis: {score: 6, niet_lager: @, niet_hoger: @}
vastgesteld: {datum: 2026-01-20, scores: {veilige_basis: 3}}
eigen: {datum: 2026-01-26, woord: Xanthippe, tekens: {veilige_basis: 4}}
sterk:
  - {zin: @, toelichting: @, bij: [v04]}
  - {zin: @, toelichting: @, bij: [v05]}
uitgelicht: [veilige_basis]
wat_opvalt: @
aanzetten:
  veilige_basis: [@, @]
betekent:
  veilige_basis: @
plan:
  werkvraag: @
  stappen:
    - {doel: @, stap: @, wanneer: @, merkbaar: @, resultaat: @}
cursus: {oefening: "Xanthippe bij Quirine, Meneer Wnuczek"}
wijzigingen:
  - {datum: 2026-02-01, wat: @}
...
"""

counted = Counting()
test = counted.check


def interview():
    out = []
    for line in INTERVIEW.split("\n"):
        if line.endswith("%"):
            indent = " " * (len(line) - len(line.lstrip()) + 2)
            body = FORMS.replace(" van der ", f" van\n{indent}der ")
            body = body.replace("mevr. ", f"mevr.\n{indent}")
            out.append(f"{line[:-1]}|\n{indent}{body}")
        else:
            text = '"' + FORMS.replace('"', "") + '"'
            out.append(line.replace("@", text))
    return "\n".join(out)


def fold(text):
    """Small letters without marks, blanks and what breaks words."""
    text = unicodedata.normalize("NFKD", text).lower()
    return "".join(c for c in text if c.isalnum())


def strings(data):
    """All strings of an uncompressed PDF, as text."""
    for match in re.finditer(rb"<([0-9A-Fa-f\s]{4,})>", data):
        digits = re.sub(rb"\s", b"", match.group(1))
        yield bytes.fromhex(digits[:len(digits) & ~1].decode())
    for match in re.finditer(rb"\(((?:\\.|[^\\()])*)\)", data, re.S):
        yield re.sub(rb"\\([0-7]{1,3}|.)", lambda m: bytes([int(m[1], 8) & 255])
                     if b"0" <= m[1] < b"8" else m[1], match.group(1), flags=re.S)


def decode(data):
    if data.startswith(b"\xfe\xff"):
        return data[2:].decode("utf-16-be", "replace")
    return data.decode("utf-8", "replace")


def found(text):
    text = fold(text)
    return [name for name in CANARIES if name in text]


def inside(path):
    """All that a PDF says, in every way."""
    plain = subprocess.run(["qpdf", "--qdf", "--object-streams=disable", path,
                            "-"], capture_output=True).stdout
    text = subprocess.run(["pdftotext", path, "-"],
                          capture_output=True).stdout
    return "\n".join([decode(text), plain.decode("utf-8", "replace"),
                      plain.decode("latin-1"), *map(decode, strings(plain))])


def covers_all_keys(program):
    """Every key that holds text stands in the interview."""
    keys = subprocess.run([program, "list", "keys", "--lang", "nl"],
                          capture_output=True, text=True).stdout
    for line in keys.split("\n\n")[1].splitlines():  # those of an interview
        name, kind = line.split()[:2]
        if kind in ("line", "text"):
            test(f"key {name}", re.search(rf"\b{name}:", INTERVIEW))


def archives(layout):
    with open(f"layouts/{layout}.ini", encoding="utf-8") as file:
        return re.search(r"^archive = yes", file.read(), re.M)


def second(twice):
    """Another interview: of the same child later, or of another one, whose file
    does not list the first one's names though they stand in every text."""
    text = interview().replace("LP-9001", "LP-9002")
    if twice:
        return text.replace("gesprek: {datum: 2026-01-13",
                            "gesprek: {datum: 2026-01-12")
    return (text.replace("  naam: Xanthippe\n  code: ZK88",
                         "  naam: Melchior\n  code: ZK99")
            .replace("namen: [Xanthippe, Eudoxía]", "namen: [Melchior]")
            .replace("Meneer Wnuczek", "Melchiors vader, ZK99, Meneer Wnuczek"))


def several(program, work):
    """The verbs that make one paper of several interviews."""
    for twice in (False, True):
        name = "twice" if twice else "two children"
        with open(f"{work}/second.yaml", "w", encoding="utf-8") as file:
            file.write(second(twice))
        files = [f"{work}/canary.yaml", f"{work}/second.yaml"]
        for verb, out in (("compare", "-o"), ("agree", "-o"), ("agree", None)):
            pdf = f"{work}/{verb}.pdf"
            options = [out, pdf, "--force"] if out else []
            bare = subprocess.run([program, verb, *files, *options],
                                  capture_output=True, text=True)
            said = inside(pdf) if out and bare.returncode == 0 else bare.stdout
            test(f"{verb} {name}: names without --anonymise",
                 bare.returncode == 0 and found(said), bare.stderr)
            run = subprocess.run([program, verb, *files, "--anonymise",
                                  *options], capture_output=True, text=True)
            said = inside(pdf) if out and run.returncode == 0 else run.stdout
            test(f"{verb} {name} {out} holds no name",
                 run.returncode == 0 and not found(said),
                 f"{found(said)}\n{run.stderr[:500]}")


def render(program, work, *options):
    return subprocess.run([program, "render", f"{work}/canary.yaml", *options],
                          capture_output=True, text=True)


def main():
    os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
    program = os.path.abspath(sys.argv[1])
    layouts = sorted(os.path.basename(p)[:-4]
                     for p in glob.glob("layouts/*.ini"))
    covers_all_keys(program)
    with tempfile.TemporaryDirectory() as work:
        with open(f"{work}/canary.yaml", "w", encoding="utf-8") as file:
            file.write(interview())
        several(program, work)
        run = render(program, work, "-d", work)
        test("names without --anonymise", sorted(found(
            inside(f"{work}/LP-9001.coach.pdf"))) == sorted(
                set(CANARIES) - {"melchior", "zk99"}), run.stderr)
        for layout in layouts:
            for name, options in (("", []), (" 3a", ["--profile", "3a"]),
                                  (" en", ["--lang", "en"]),
                                  (" title", ["--names-in-title"])):
                out = f"{work}/{layout}{name.strip()}"
                os.mkdir(out)
                run = render(program, work, "--anonymise", "-l", layout, "-d",
                             out, *options)
                if archives(layout):
                    test(f"{layout}{name} is refused", run.returncode == 2)
                    continue
                if run.returncode == 2 and "verb" in run.stderr:
                    continue  # of compare, agree
                files = os.listdir(out)
                test(f"{layout}{name} is made",
                     run.returncode == 0 and len(files) == 1, run.stderr)
                for path in files:
                    bad = found(inside(f"{out}/{path}")) + found(path)
                    test(f"{layout}{name} holds no name", not bad, bad)
        for stage in ("interview", "scores", "profile", "doc", "pages"):
            run = render(program, work, "--anonymise", "--dump", stage, "-l",
                         "coach")
            test(f"--dump {stage} holds no name",
                 run.returncode == 0 and not found(run.stdout),
                 found(run.stdout))
    return counted.last("canary")


if __name__ == "__main__":
    sys.exit(main())
