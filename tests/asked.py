#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""Command lines that seldom go well: tests/asked.py PROGRAM.

REFUSED has options that do not go together, and what is said of them; behind it
stand runs in which a file is in the way, missing or of another kind, one by one.
Nothing may be left behind by those that are refused.  The last line counts.
"""
import glob
import os
import subprocess
import sys
import tempfile

from seldom import BARE, OWN_RULES, Seldom, example, many, shipped

ANNE = {"x.yaml": example("juf-anne")}
X = "x.yaml"
MANIFEST = "manifest.jsonl"
# (words of the command line, what is said)
REFUSED = (
    ([], "no verb"),
    (["-q"], "no verb"),
    (["render", X, "--shard", "1/1"], "is no I/N"),
    (["render", X, "--shard", "x"], "is no I/N"),
    (["render", X, "--shard", "1234567/1"], "is no I/N"),
    (["render", X, "-j", "1000"], "is not a number from 1"),
    (["render", X, "-j", "0"], "is not a number from 1"),
    (["render", X, "-l", "coach,"], "is no list of names"),
    (["render", X, "-l", ",".join(["coach"] * 101)], "is no list of names"),
    (["render", X, *(["-r", "llinc"] * 101)], "too often"),
    (["render", X, "-d", ""], "an empty argument"),
    (["render", X, "-0"], "-0 goes with"),
    (["render", X, "--booklet", "--fillable"], "a booklet is for pen"),
    (["render", X, "--booklet", "--profile", "3a"], "a booklet has no tags"),
    (["render", X, "--page-numbers", "case"], "belong to --collect"),
    (["render", X, "--skip-refused"], "belong to --collect"),
    (["render", "--collect", "a.pdf"], "operands are missing"),
    (["render", X, "--collect", "a.pdf"], "--collect takes one layout"),
    (["render", X, "--collect", "a.pdf", "-l", "coach", "-d", "."],
     "without -o and -d"),
    (["render", X, "--collect", "a.pdf", "-l", "coach", "--keep-all"],
     "without --dump, --keep-all"),
    (["render", X, "--collect", "a.pdf", "-l", "coach", "--resume"],
     "without --resume"),
    (["render", X, "--collect", "a.pdf", "-l", "two-children"], ""),
    (["render", X, "--collect", "a.pdf", "-l", "nowhere"], "nowhere"),
    (["render", X, "--collect", "a.pdf", "-l", "form"], ""),
    (["render", X, "--collect", "a.pdf", "-l", "coach", "--booklet"], ""),
    (["render", X, "--collect", "a.pdf", "-l", "coach", "--fillable"], ""),
    (["render", X, "--collect", "a.pdf", "-l", "coach", "--profile", "3a"], ""),
    (["render", X, "--resume", "--no-manifest"], "go by a manifest"),
    (["render", X, "--resume", "-l", "coach", "-o", "a.pdf"], "in a folder"),
    (["render", X, X, "--open"], "the report of one interview"),
    (["render", X, "--keep-all"], "--keep-all takes one interview"),
    (["render", X, "--keep-all", "-l", "coach"], "in a layout that is kept"),
    (["render", "-", "-l", "coach", "--password-file", "-"], ""),
    (["render", X, "--dump", "doc", "--password-file", "p"], "makes a copy"),
    (["new", "--from", "a.csv", "--example"], "exclude one another"),
    (["new", "-d", "."], "-d goes with --from"),
    (["new", "a.yaml", "--from", "a.csv", "-d", "."], "exclude one another"),
    (["watch", X, "-o", "a.pdf"], "-o takes one interview"),
    (["watch", X, "-l", "coach", "-o", "-"], "watch writes into files"),
    (["tally", "t.csv", "--key", X, "--format", "json"], "tally prints a sheet"),
    (["tally", "t.csv", "--key", X, "--format", "csv", "-d", "."], "-d is for"),
    (["tally", "t.csv", "--key", X, "-d", X], X),
    (["tidy", X, "--from", "latin1"], "is not windows-1252"),
    (["score", X, "-l", "nowhere"], "does not belong"),
    (["score", X, "-r", "nowhere"], "nowhere"),
    (["agree", X, "-r", "nowhere"], "nowhere"),
    (["compare", X, X, "-r", "nowhere"], "nowhere"),
    (["explain", "Z999"], "there is no code"),
    (["bug-report", "-r", "nowhere"], ""),
    (["render", X, "-l", "coach", "--lang", "en", "-r", "./with-questionnaire.ini"],
     ""),
    (["render", "-l", "form", "--lang", "en", "-r", "./with-questionnaire.ini"], ""),
)


def refused(s):
    for words, said in REFUSED:
        folder, status, out, err = s.run({**ANNE, **OWN_RULES, "p": "lang wachtwoord\n"},
                                         words)
        name = " ".join(words)[:70] or "nothing"
        s.check(name, status in (1, 2) and said in err and err, status, err)
        s.check(name + ": left", sorted(os.listdir(folder)) == sorted(
            [*ANNE, *OWN_RULES, "p"]), os.listdir(folder))


# (first line of the file, what is said)
PASSWORDS = (
    (b"", "it is empty"),
    (b"\n", "it is empty"),
    (b"\xff\xfe\n", "is no UTF-8 text"),
    (b"a\0bcdefghijkl\n", "is no UTF-8 text"),
    (b"x" * 200, "is longer than"),
    (b" begint met wit\n", "begins or ends with a blank"),
    (b"eindigt met wit \n", "begins or ends with a blank"),
    ("onzichtbaar\u200bteken\n".encode(), "cannot be seen"),
    (b"kort\n", "too short"),
)


def passwords(s):
    words = ["render", X, "-l", "coach", "--password-file", "p"]
    for line, said in PASSWORDS:
        s.case(f"password {line[:12]}", {**ANNE, "p": line}, words, 2, said)
    s.case("no file of a password", ANNE, words, 2, "p")
    s.case("a folder of a password", {**ANNE, "p/x": ""}, words, 2, "p")
    s.case("as Windows writes it", {**ANNE, "p": b"\xef\xbb\xbfvier woorden hier\r\n"},
           words, 0, "is for e-mail", pdf="LP-0017.coach.pdf")


def in_the_way(s):
    """Files that are there, or folders where files should be."""
    words = ["render", X, "-l", "coach", "-d", "out"]
    s.case("a folder where the report goes", {**ANNE, "out/LP-0017.coach.pdf/x": ""},
           words, 1, "LP-0017.coach.pdf")
    s.case("a file where the folder goes", {**ANNE, "out": ""}, words, 2, "out")
    s.case("a file below which the folder goes", {**ANNE, "out": ""},
           [*words[:-1], "out/deep/er"], 2, "out")
    s.case("a report of other people", {
        **ANNE, "y.yaml": example("juf-anne", ("Martijn", "Bas"), ("K12", "K13"),
                                  ("L07", "L08"))}, ["render", X, "-l", "coach"], 0)
    two = {"a.yaml": example("first-child"), "b.yaml": example("second-child")}
    batch = ["render", "a.yaml", "b.yaml", "-d", "out", "-l", "coach"]
    s.case("a folder where the manifest goes", {**two, f"out/{MANIFEST}/x": ""}, batch,
           2, "is no regular file")
    s.case("a manifest that is none", {**two, f"out/{MANIFEST}": "geen\n"},
           [*batch, "--resume"], 2, "is no manifest of this program")
    s.case("a line of a manifest that is cut off", {
        **two, f"out/{MANIFEST}": '{"kind": "report", "interview": "a.ya'},
        [*batch, "--resume"], 2, "is no manifest of this program")
    s.case("an interview that is there", {"t.csv": "v04\ngoed\n", X: BARE},
           ["new", X, "--from", "t.csv"], 1, "it is left as it is")
    s.case("a file where interviews go", {"t.csv": "v04\ngoed\n", "d": ""},
           ["new", "--from", "t.csv", "-d", "d"], 2, "d")
    s.case("rules that are missing", {"t.csv": "v04\ngoed\n"},
           ["new", "--from", "t.csv", "-r", "nowhere"], 2, "nowhere")
    s.case("a table that is missing", ANNE, ["tally", "t.csv", "--key", X], 1, "t.csv")
    s.case("a key that is missing", {"t.csv": "trainee,scale,score\n"},
           ["tally", "t.csv", "--key", X], 1, X)
    s.case("a key that is refused", {"t.csv": "trainee,scale,score\n", X: "x: y\n"},
           ["tally", "t.csv", "--key", X, "--format", "csv"], 1, X)
    s.case("a table into a file", {**ANNE, "t.csv": "trainee,scale,score\nA,anger,3\n"},
           ["tally", "t.csv", "--key", X, "--format", "csv", "-o", "out.csv"], 0)


def collections(s):
    words = ["render", ".", "--collect", "all.pdf", "-l", "coach"]
    two = {"a.yaml": example("first-child"), "b.yaml": example("second-child")}
    bad = {**two, "c.yaml": "formaat: interview/1\nx: y\n"}
    s.case("one is refused", bad, words, 1, "nothing is made, since these are refused")
    s.case("all are refused", {"c.yaml": bad["c.yaml"]}, [*words, "--skip-refused"], 1,
           "c.yaml")
    s.case("one is left out", bad, [*words, "--skip-refused"], 1, "left out: c.yaml",
           pdf="all.pdf")
    s.case("one of two cases is left out", {
        **bad, "d.yaml": example("juf-anne", ("score: 2", "score: 22"))},
        [*words, "--skip-refused"], 1, "LP-0017", pdf="all.pdf")
    s.case("ids that differ in their length", {
        f"{i}.yaml": example("juf-anne", ("LP-0017", f"LP-{i}"))
        for i in (1, 2, 10, 100, 9)}, words, 0, "LP-100", pdf="all.pdf")
    s.case("one case twice", {"a.yaml": two["a.yaml"], "b.yaml": two["a.yaml"]}, words,
           1, "b.yaml")
    for more in ["--page-numbers", "case"], ["--page-numbers", "continuous"]:
        s.case(" ".join(more), two, [*words, *more], 0, pdf="all.pdf")
    s.case("on standard output", two, [*words[:2], "--collect", "-", "-l", "coach"], 0)
    s.case("into a device", two, [*words[:2], "--collect", "/dev/null", "-l", "coach"],
           0)
    s.case("a folder in the way", {**two, "all.pdf/x": ""}, words, 1, "all.pdf")
    s.case("another file in the way", {**two, "all.pdf": "geen"}, words, 1, "all.pdf")
    s.case("another file, replaced", {**two, "all.pdf": "geen"}, [*words, "--force"], 0,
           pdf="all.pdf")


def again(s):
    """Reports that are looked at with the wrong interviews, and with what is not
    theirs."""
    folder, _, _, _ = s.run(ANNE, ["render", X, "-l", "coach", "-l", "handout"])

    def look(name, status, said, *words):
        p = subprocess.run([s.program, "verify", *words], cwd=folder, text=True,
                           capture_output=True, check=False,
                           env={**os.environ, "LC_ALL": "C", "HOME": folder,
                                "SOURCE_DATE_EPOCH": "1769000000"})
        s.check(name, p.returncode == status and said in p.stdout + p.stderr,
                p.returncode, p.stdout, p.stderr)

    look("of two interviews", 2, "is over one interview", "LP-0017.coach.pdf", X, X)
    look("by a layout of two", 2, "is over two interviews", "LP-0017.coach.pdf", X, "-l",
         "two-children")
    look("made again", 0, "made again", "LP-0017.coach.pdf", X)
    look("by another layout", 1, "what differs", "LP-0017.coach.pdf", X, "-l", "handout")
    with open(os.path.join(folder, X), "a", encoding="utf-8") as f:
        f.write("# later\n")
    look("of a later interview", 1, "what differs", "LP-0017.coach.pdf", X)
    with open(os.path.join(folder, "LP-0017.handout.pdf"), "ab") as f:
        f.write(b"% more\n")
    look("that was altered", 1, "altered", "LP-0017.handout.pdf", X)
    look("that is none", 1, X, X)
    look("of a folder", 1, "LP-0017.handout.pdf", ".")


def languages(s):
    """A system in Dutch that lacks its locale, and rules in Dutch alone."""
    s.case("in Dutch", ANNE, ["check", "nietdaar.yaml"], 1, "kan niet openen",
           LC_ALL="nl_NL.UTF-8")
    s.case("in Dutch by its name alone", ANNE, ["check", "nietdaar.yaml"], 1, "nietdaar.yaml",
           LC_ALL="", LANG="nl_NL.UTF-8", LC_MESSAGES="nl_BE")
    questionnaire = {X: example("questionnaire"), **OWN_RULES}
    for form in "text", "csv", "json":
        s.case(f"rules in Dutch, {form}", questionnaire,
               ["score", X, "--lang", "en", "--format", form], 1,
               'no texts in the language "en"')
    s.case("fonts", {".config/relatieprofiel/fonts/own.ini": "[format]\n"},
           ["list", "fonts"], 0)
    s.case("no faults", ANNE, ["check", X, "-v"], 0, "no faults")
    s.case("schema of a questionnaire", OWN_RULES,
           ["schema", "interview", "-r", "./with-questionnaire.ini"], 0,
           "Eigen vragenlijst contact")


def own_files(s):
    """Fonts with cubic outlines, rules and layouts of one's own."""
    fonts = {}
    for path in glob.glob("/usr/share/fonts/opentype/*/NimbusRoman-*.otf"):
        with open(path, "rb") as f:
            fonts[".config/relatieprofiel/fonts/" + os.path.basename(path)] = f.read()
    own = shipped("layouts/coach.ini", ("id = coach", "id = own"))
    roman = own.replace("family = lato", "family = NimbusRoman")
    words = ["render", X, "-l", "./own.ini", "-o", "x.pdf"]
    if s.check("a font of the system with cubic outlines", len(fonts) == 4):
        folder = s.case("such a font", {**ANNE, **fonts, "own.ini": roman}, words, 0,
                        pdf="x.pdf")
        out = subprocess.run(["pdffonts", os.path.join(folder, "x.pdf")], text=True,
                             capture_output=True, check=False).stdout
        s.check("embedded", "CID Type 0C" in out, out)
        s.case("in the list", fonts, ["list", "fonts"], 0, "NimbusRoman-Regular.otf")
        s.case("cut off", {**ANNE, "own.ini": roman, **{
            name: data[:len(data) // 2] for name, data in fonts.items()}}, words, 2)
    s.case("counted", {".config/relatieprofiel/rules/own.ini": "",
                       ".config/relatieprofiel/layouts/own.ini": ""}, ["bug-report"], 0,
           "1 own")
    s.case("rules by their path", OWN_RULES, ["new", "-r", "./with-questionnaire.ini"],
           0, "regels: with-questionnaire")
    s.case("a catalogue that is none", {**ANNE,
           ".config/relatieprofiel/fonts/catalogue.ini": "[x]\n"}, words[:2], 2)


def kept(s):
    """What lies beside a dossier to make it again."""
    logo = {}
    with open(os.path.join(os.path.dirname(__file__), "..", "layouts",
                           "example-logo.png"), "rb") as f:
        logo["logo.png"] = f.read()
    own = shipped("layouts/dossier.ini", ("id = dossier", "id = own"))
    own = own.replace("[page]\n", "[page]\nlogo = logo.png\n")
    s.case("with a logo", {**ANNE, **logo, "own.ini": own}, [
        "render", X, "-l", "./own.ini", "--keep-all"], 0)
    s.case("with an option that has words", ANNE, [
        "render", X, "-l", "dossier", "--keep-all", "--without", "strengths"], 0)
    s.case("two files of one name", {
        **ANNE, "a/own.ini": shipped("rules/llinc.ini", ("id = llinc", "id = own"))},
        ["render", X, "-l", "dossier", "--keep-all", "-r", "./a/own.ini"], 0)


def nameless(s):
    two = {"a.yaml": example("first-child"), "b.yaml": example("second-child")}
    s.case("two children without names", two, [
        "compare", "a.yaml", "b.yaml", "--anonymise", "-o", "x.pdf"], 0, "-Sevda",
        pdf="x.pdf")
    s.case("two children in the dump", two, [
        "compare", "a.yaml", "b.yaml", "--dump", "interview"], 0, "LP-0021", "LP-0022")
    s.case("readers without names", many(3, (("Petra", (1, 2, 3, 4, 5)),
                                             ("coach", (2, 2, 3, 4, 5)))),
           ["agree", ".", "--anonymise", "-o", "x.pdf"], 0, pdf="x.pdf")
    s.case("two children with all that made them", two, [
        "compare", "a.yaml", "b.yaml", "--profile", "3a", "-o", "x.pdf"], 0)


def shards(s):
    """Manifests of parts that do not belong together."""
    names = {f"{i:02}.yaml": example("juf-anne", ("LP-0017", f"LP-{i:02}"))
             for i in range(60)}
    folder, _, _, _ = s.run(names, ["render", ".", "-l", "pocket", "-d", "a", "--shard",
                                    "0/3"])

    def run(name, status, said, *words):
        p = subprocess.run([s.program, *words], cwd=folder, text=True, check=False,
                           capture_output=True, env={**os.environ, "LC_ALL": "C"})
        s.check(name, p.returncode == status and said in p.stdout + p.stderr,
                p.returncode, p.stderr)

    run("of other parts", 0, "", "render", ".", "-l", "coach", "-d", "b", "--shard",
        "1/2", "--force")
    run("put together", 2, "is a shard of 2", "merge", "a/manifest.0-of-3.jsonl",
        "b/manifest.1-of-2.jsonl")
    run("one is missing", 1, "shard", "merge", "a/manifest.0-of-3.jsonl", "-o", "m.jsonl")
    run("a manifest that is not there", 1, "nowhere", "merge", "nowhere.jsonl")
    run("no manifest", 2, "no line of a manifest", "merge", "00.yaml")


def lists(s):
    """Files that are named in lists, twice, or not there."""
    words = ["render", X, "-l", "coach"]
    s.case("beside a list", {**ANNE, "b.yaml": example("first-child"),
                             "list": "b.yaml\n"}, [*words, "--files-from", "list"], 0)
    s.case("named twice", {**ANNE, "list": f"{X}\n{X}\n"},
           [*words, "--files-from", "list"], 0)
    s.case("no list", ANNE, [*words, "--files-from", "list"], 1, "list")
    s.case("a list of the refused", {"a.yaml": "x: y\n", **ANNE}, [
        "render", ".", "-l", "coach", "--list-refused", "-"], 1, "a.yaml")
    s.case("what a report of a fault needs", {
        "own.ini": "[x]\n", "a.yaml": "x: y\n"}, [
            "bug-report", "own.ini", "a.yaml", "nowhere.yaml", "nowhere.ini"], 0,
           "file 1: rules or layout", "file 3: interview, 0 bytes")
    s.case("completion of an option's word", {}, ["complete", "render", "--lang", "="],
           0, "nl")
    warned = {X: example("juf-anne", ("Dat we weer samen", "Dat we  weer samenx"))}
    s.case("warnings", warned, ["check", X, "-v"], 0, "no faults, warnings:")
    s.case("warnings of tidy", warned, ["tidy", X, "--strict"], 0)
    s.case("tidy of nothing", {}, ["tidy", X], 1, X)
    s.case("no interview as an example where one is", ANNE, ["new", "--example", X], 1, X)


def many_again(s):
    files = many(3, (("A", (1, 2, 3, 4, 5)), ("B", (2, 2, 3, 4, 5))))
    folder, status, _, err = s.run(files, ["agree", *files, "-o", "x.pdf"])
    s.check("a report of many", status == 0, err)
    p = subprocess.run([s.program, "verify", "x.pdf", *files], cwd=folder, text=True,
                       capture_output=True, check=False,
                       env={**os.environ, "LC_ALL": "C", "HOME": folder,
                            "SOURCE_DATE_EPOCH": "1769000000"})
    s.check("made again of many", p.returncode == 0 and "made again" in p.stdout,
            p.stdout, p.stderr)


def main(program):
    with tempfile.TemporaryDirectory(prefix="asked-") as work:
        s = Seldom(program, work)
        for part in (refused, passwords, in_the_way, collections, again, languages,
                     own_files, kept, nameless, shards, lists, many_again):
            part(s)
        return s.last("asked")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
