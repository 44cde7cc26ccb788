#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""Lengths, places and texts at an edge: tests/edges.py PROGRAM.

As seldom.py, whose cases these are in form: each is one input that nobody has but
by chance, and what must come of it.  The last line counts.
"""
import glob
import os
import re
import subprocess
import sys
import tempfile

import read
import refusals
from seldom import BARE, ITEMS, LAYOUT, OWN, OWN_RULES, Seldom, example, shipped

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
    notices = re.sub(r"(?m)^notice.*\n", "",
                     shipped("examples/with-questionnaire.ini"))
    doc("patterns that hold and say nothing", {
        **anne, "rules.ini": notices, "own.ini": own("kind = patterns\n")},
        "Wat samen opvalt", "prompt", "-group L", more=["-r", "./rules.ini"])
    plain = own('kind = text\npage = new\ntitle.nl = "Een blad"\n').replace(
        "id = own", "id = plain")
    contents = {**anne, "plain.ini": plain,
                "own.ini": own("kind = cover\n", "include = plain\n")}
    doc("contents of a layout without title", contents, 'fact "plain"')
    doc("without the page that has them", contents, "Een blad", '-"plain"',
        more=["--without", "cover"])
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


LONG = ("{code: L1}", "{naam: juf Annemarijke Wilhelmina van der Heijden tot "
        "Doornenburg}"), ("{code: K1}", "{naam: Maximiliaan Alexander Frederik van "
                          "Sint-Maartensdijk-Poortvliet}")
CUT = b"formaat: interview/1\ndossier: LP-1\x81\n"


def engine(s):
    anne = example("juf-anne")
    english = "".join(
        line for line in refusals.RULES.replace(
            "languages = nl, en", "languages = en").splitlines(True)
        if not re.match(r"(\S*\.)?nl(\.\d+)? = |address", line))
    s.case("a form by rules in English alone", {"own.ini": english},
           ["render", "-l", "form", "-r", "./own.ini", "--dump", "doc"], 0, "lang en")
    head = re.sub("naam: juf Anne", "naam: juf " + "Annemarijke " * 30, anne).replace(
        "LP-0017", "LP-0018")
    folder = s.case("a collection with a head that is too long",
                    {"x.yaml": anne, "y.yaml": head},
                    ["render", "x.yaml", "y.yaml", "-l", "handout", "--collect",
                     "c.pdf"], 1, "L408", "nothing is made", "refused: y.yaml")
    s.check("no part of it is left", not os.path.exists(folder + "/c.pdf"))
    cases = {}
    for i in range(36):
        text = BARE.replace("LP-0001", f"LP-1{i:03}")
        for old, new in LONG:
            text = text.replace(old, new)
        cases[f"m{i}.yaml"] = text
    # Their names take two lines each, which is known when all have been looked at.
    s.case("contents that grow a page", cases, [
        "render", *cases, "-l", "pocket", "--names-in-title", "--collect", "c.pdf"], 0,
        "interviews: 36", "Frederik 3 van Sint", "Frederik 38 van Sint", pdf="c.pdf")
    s.case("a byte that is no Windows-1252", {"x.yaml": CUT},
           ["tidy", "--from", "windows-1252", "x.yaml"], 1,
           "x.yaml:2:14: error[F107]: the byte 0x81 here is no Windows-1252")
    s.case("a reader of whom no font has a letter", {
        "x.yaml": example("three-readers", ("door: L2", 'door: "L𓀀"'))},
        ["agree", "x.yaml", "-o", "x.pdf"], 0,
        "warning[T101]", '"agreement" shows the character "𓀀"')
    s.case("rules of which no font has a letter", {
        "x.yaml": example("questionnaire"), "with-questionnaire.ini": shipped(
            "examples/with-questionnaire.ini", ("geen norm", "geen n𓀀rm"))},
        ["check", "x.yaml", "-l", "coach"], 2,
        "with-questionnaire.ini:14:", "error[T102]", 'shows the character "𓀀"')
    s.case("faults in two files, with their ways", {
        "x.yaml": example("first-child", ("dossier:", "dosier:")),
        "y.yaml": example("second-child", ("kind:\n", "kint:\n"))},
        ["compare", "x.yaml", "y.yaml", "--diagnostics", "json"], 1,
        '"file":"x.yaml","line":', '"path":["dosier"]', '"path":["kint"]')
    other = re.sub("door: coach", "door: L8", anne).replace("door: L2", "door: L9")
    s.case("one case, other readers in each file", {"x.yaml": anne, "y.yaml": other},
           ["agree", "x.yaml", "y.yaml"], 0,
           "1 dossier, vier lezers: coach, L2, L8, L9")
    s.case("other rules in the second of three", {
        **OWN_RULES, "x.yaml": anne, "y.yaml": example("questionnaire"),
        "z.yaml": other}, ["agree", "x.yaml", "y.yaml", "z.yaml"], 1,
        "y.yaml goes by other rules than x.yaml", "-dossier,")
    s.case("a table and a file with one reader of one case", {
        "x.yaml": anne, "t.csv": "cursist,dossier,veilige basis\ncoach,LP-0017,2\n"},
        ["agree", "x.yaml", "t.csv"], 1, "by the same reader; both are left out")
    bad = {".config/relatieprofiel/rules/llinc.ini": CUT}
    s.case("a table by rules that cannot be read", {
        **bad, "t.csv": "cursist,dossier,veilige basis\ncoach,LP-0017,2\n"},
        ["agree", "t.csv"], 2, "llinc.ini:2:14: error[R101]")
    s.case("a template by rules that cannot be read", bad, ["new", "-"], 2,
           "llinc.ini:2:14: error[R101]")
    rules = {f"{i}.ini": f"[format]\nkind = rules\nversion = 1\nid = {i}\n"
             f'languages = nl\ninclude = llinc\ntitle.nl = "Eigen {i}"\n' for i in "ab"}
    s.case("two rules on the same ones", {**rules, "x.yaml": anne}, [
        "render", "x.yaml", "-r", "./a.ini", "-r", "./b.ini", "-l", "coach", "--dump",
        "rules"], 0, "id = b", "Eigen b", "-Eigen a")


def typed(s):
    def form(*fields, case=None):
        pdf = read.Pdf("form", "nl", case)
        for name, text in fields:
            pdf.field(name, text)
        return {"x.pdf": pdf.bytes()}

    s.case("a field that others are parts of", form(
        ("child.name", "Bo"), ("child", "wie?"), ("case", "LP-0009")),
        ["read", "x.pdf"], 0, "naam: Bo", "# wie?")
    s.case("the case of a report, typed over", form(
        ("case", "LP-0009"), case="LP-0001"), ["read", "x.pdf"], 0,
        "dossier: LP-0009", "-LP-0001")
    s.case("a key that the program writes itself", form(
        ("format", "eigen"), ("case", "LP-0009")), ["read", "x.pdf"], 1,
        "F213", "cannot be written as an interview")
    s.case("by rules that cannot be read", {
        **form(("case", "LP-0009")), ".config/relatieprofiel/rules/llinc.ini": CUT},
        ["read", "x.pdf"], 2, "llinc.ini:2:14: error[R101]")


def cli(s):
    anne = example("juf-anne")
    two = {f"{i}.yaml": anne.replace("LP-0017", f"LP{i}-1") for i in "ba"}
    folder = s.case("ids that differ in a letter", two, [
        "render", "b.yaml", "a.yaml", "-l", "balance", "--collect", "c.pdf"], 0,
        pdf="c.pdf")
    said = subprocess.run(["pdftotext", folder + "/c.pdf", "-"], check=False,
                          capture_output=True).stdout
    s.check("they stand in the order of it", 0 < said.find(b"LPa-1") < said.find(b"LPb-1"))
    cut = anne.removesuffix("...\n")
    folder = s.case("tidy --strict of a file that may be cut off", {"x.yaml": cut},
                    ["tidy", "--strict", "--write", "x.yaml"], 1, "Y202")
    with open(folder + "/x.yaml", encoding="utf-8") as f:
        s.check("it is left as it is", f.read() == cut)
    for verb, more in ("agree", ["x.yaml", "-o", "x.pdf"]), (
            "tally", ["t.csv", "--key", "x.yaml"]):
        layout = "agreement" if verb == "agree" else verb
        folder = s.case(f"{verb} with a layout of one's own that cannot be read", {
            OWN + f"{layout}.ini": CUT, "x.yaml": anne, "t.csv": "cursist,anger\nA,2\n"},
            [verb, *more], 2, f"{layout}.ini:2:14: error[R101]")
        s.check("no report", not glob.glob(folder + "/*.pdf"))
    s.case("rules that are not there", {}, ["check", "none.ini"], 1, "none.ini: error[F101]")
    s.case("nearer than the first", {OWN.replace("layouts", "rules") + f"{name}.ini": "x"
                                     for name in ("abcxy", "abcdx")} | {"x.yaml": anne},
           ["check", "x.yaml", "-r", "abcde"], 2, 'did you mean "abcdx"?')
    pdf = read.Pdf()
    field = pdf.field("plan.question")
    form = pdf.bytes()
    more = read.appended(form, {field: pdf.objects[field][:-2] + b"/V(Hoe?)>>"})
    s.case("a folder with a report that was filled in", {
        "in/a.pdf": form, "in/b.pdf": more}, ["verify", "in"], 0,
        "a.pdf: unaltered", "b.pdf: unaltered but for what was filled in",
        "1 unaltered, 1 filled in")


TWO = shipped("examples/with-questionnaire.ini") + """
[questionnaire.two]
title.nl = "Tweede lijst"
range = 0..3
items = 2

[subscale.two.calm]
title.nl = "Rust"
items = 1, 2
combine = sum
missing_at_most = 0
"""


def two_lists(s):
    """Rules with two questionnaires."""
    def case(name, new, verb, status, *looked_for):
        s.case(name, {"with-questionnaire.ini": TWO, "x.yaml": example(
            "questionnaire", (ITEMS, f"{ITEMS}\n  two: {new}"))}, [*verb, "x.yaml"],
               status, *looked_for)

    case("the second, in numbers", "{scores: {calm: 5}}", ["score", "--format", "csv"], 0,
         "calm")
    case("the second, as text", "{items: {1: 2, 2: 1}}", ["score"], 0,
         "Eigen vragenlijst contact Nabijheid", "Tweede lijst Rust 3")
    case("a subscale of the first in the second", "{scores: {closeness: 3}}", ["check"], 1,
         '"two" has no subscale "closeness"', "-did you mean")
    s.case("both from a table", {"with-questionnaire.ini": TWO, "t.csv": (
        "dossier,vragenlijsten two 1,vragenlijsten own 2\nLP-1,3,5\n")}, [
        "new", "--from", "t.csv", "-r", "./with-questionnaire.ini", "-"], 0,
        "two: items: {1: 3} own: items: {2: 5}")


def limits(s):
    """A disk that is full, and no more files at once than that."""
    files = {f"{i}.yaml": BARE.replace("LP-0001", f"LP-2{i:03}") for i in range(40)}
    files["s.sh"] = f"ulimit -n 40\n{s.program} render *.yaml -l balance -d out\n"
    folder, status, out, err = s.run(files, ["--version"])
    p = subprocess.run(["sh", "s.sh"], cwd=folder, capture_output=True, check=False)
    s.check("few files at once", p.returncode == 0 and
            len(glob.glob(folder + "/out/*.pdf")) == 40, p.stdout, p.stderr)
    with open("/dev/full", "wb") as full:
        p = subprocess.run([s.program, "score", *sorted(files)[:9]], cwd=folder,
                           stdout=full, stderr=full, check=False)
    s.check("a full disk", p.returncode == 3, p.returncode)


def looked(s):
    """Reports that are looked at again: put aside, altered, of another text."""
    anne = example("juf-anne")
    folder, *_ = s.run({"x.yaml": anne, "y.yaml": anne.replace(
        "lachte hardop", "lachte zacht")}, ["render", "x.yaml", "-l", "coach", "-o", "x.pdf"])

    def then(name, words, status, *looked_for):
        p = subprocess.run([s.program, *words], cwd=folder, capture_output=True, text=True,
                           check=False, env={**os.environ, "LC_ALL": "C", "HOME": folder})
        text = " ".join((p.stdout + p.stderr).split())
        s.check(name, p.returncode == status and all(w in text for w in looked_for),
                p.returncode, text)

    with open(folder + "/x.pdf", "rb") as f:
        first = f.read()
    then("another layout in its place", [
        "render", "x.yaml", "-l", "pocket", "-o", "x.pdf"], 1,
        "x.pdf is another file; it is left as it is")
    with open(folder + "/x.pdf", "rb") as f:
        s.check("it is left", f.read() == first)
    at = first.index(b"stream") + 20
    with open(folder + "/y.pdf", "wb") as f:
        f.write(first[:at] + bytes([first[at] ^ 1]) + first[at + 1:])
    then("an altered report", ["verify", "y.pdf", "x.yaml"], 1,
         "what differs: the report was altered")
    then("without names", ["render", "x.yaml", "-l", "coach", "-o", "z.pdf",
                           "--anonymise"], 0)
    then("without names, of another text", ["verify", "z.pdf", "y.yaml"], 1,
         "names are left out, so the report holds no hash of it")
    then("a folder that is a file", ["agree", "x.yaml", "-o", "x.yaml/x.pdf"], 2,
         "cannot write in x.yaml: a part of the path is no folder")
    s.case("an archive of names that are too long", {
        "x.yaml": anne.replace("LP-0017", "L" * 62),
        "own.ini": shipped("layouts/dossier.ini", ("id = dossier", "id = " + "d" * 40))},
        ["render", "x.yaml", "-l", "./own.ini", "--keep-all", "-d", "out"], 1,
        "not kept: the name of a file is too long")


def quotes(s):
    def said(answer, *lists):
        text = BARE.replace("v04, ", "").replace(
            "overgeslagen", f"antwoorden:\n  v04: |\n    {answer}\novergeslagen")
        text = text.replace("...\n", "beoordelingen:\n  - door: coach\n    scores:\n")
        for scale, one in zip(("veilige_basis", "boosheid"), lists):
            text += f"      {scale}:\n        score: 3\n        bewijs:\n" + "".join(
                f'          - {{bij: v04, citaat: "{q}"}}\n' for q in one)
        return {"x.yaml": text + "...\n"}

    # An answer of which much is quoted is looked up another way.
    much = ["Ik zei nee"] * 45, ["Ik zei nee … zei nee tegen mij"] * 45
    answer = "Ik zei nee tegen hem. Hij zei nee tegen mij. Nee nee nee nee."
    s.case("many quotes of one answer", said(answer, *much), ["check", "x.yaml"], 0,
           "-I408")
    s.case("many quotes of one answer, and one that is longer", said(
        answer, much[0], [*much[1], "nee nee nee nee nee nee"]), ["check", "x.yaml"], 0,
        'I408', 'in the answer stands "Nee nee nee nee')
    folder, _, _, err = s.run(said("kort", ["kort"] * 49 + ["nee"], ["kort"] * 5),
                              ["check", "x.yaml"])
    s.check("many quotes of a word", err.count("I408") == 1, folder, err)
    folder, _, _, err = s.run(said("ézéz " * 60, ["ézéz " * 45 + "hoor"]),
                              ["check", "x.yaml"])
    s.check("the nearest is cut between letters", f'stands "{"ézéz " * 17}…"' in err, err)


def imported(s):
    folder = s.case("a case id that another row was to get", {
        "t.csv": "dossier,v04\n,Het ging goed\nLP-0001,Zo ook\n"},
        ["new", "--from", "t.csv", "-d", "out"], 0)
    for name, text in ("LP-0001", "Zo ook"), ("LP-0002", "Het ging goed"):
        with open(f"{folder}/out/{name}.yaml", encoding="utf-8") as f:
            s.check(f"{name} has its own", f"v04: {text}" in f.read())
    s.case("a number, dashes and the question", {
        "t.csv": "vraag,antwoord\nV4 – – Een goed moment,Ja\n"},
        ["new", "--from", "t.csv", "-"], 0, "v04: Ja", "-N116")


def faults(s):
    head = BARE.partition("overgeslagen")[0].replace("kind: {code: K1}\n", "")
    for name, line, words in (
            ("a tab before a key", "coach:\n\tnaam: x\n", ("error[Y105]", "a tab is used")),
            ("a map for a list of texts", "anderen: {a: b}\n", ("I104", "must be a list")),
            ("a map for a list of questions", "sterk: [{zin: a, bij: {a: v04}}]\n",
             ("I104", '"bij" must be a list'))):
        s.case(name, {"x.yaml": head + line + "...\n"}, ["check", "x.yaml"], 1,
               *words)
    rules = refusals.RULES
    s.case("a list of texts without a number", {"own.ini": rules.replace(
        'probes.nl.1 = "Hoe dan?"', 'probes = "Hoe dan?"')}, ["check", "own.ini"], 1,
        "write probes.nl.1, probes.nl.2, ...")
    s.case("a character that was lost, in a text of rules", {"own.ini": rules.replace(
        'edition = "1.0"', 'edition = "1.\ufffd"')}, ["check", "own.ini"], 1,
        "own.ini:6:14: error[R")


def main(program):
    with tempfile.TemporaryDirectory(prefix="edges-") as work:
        s = Seldom(program, work)
        for part in (report, method, engine, typed, cli, two_lists, limits, looked, quotes,
                     imported, faults):
            part(s)
        return s.last("edges")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
