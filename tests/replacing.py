#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""What takes the place of what: tests/replacing.py PROGRAM.

A report of another child under the same case id is not replaced, a new interview
gets an id of its own, and what a report keeps beside itself is no case.  The last
line counts.
"""
import os
import re
import subprocess
import sys
import tempfile

from counting import Counting

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class Test(Counting):
    def __init__(self, program):
        self.program = os.path.abspath(program)
        self.folder = None

    def run(self, *words):
        p = subprocess.run([self.program, *words], cwd=self.folder, text=True,
                           capture_output=True, check=False,
                           env={"PATH": os.environ["PATH"], "LC_ALL": "C",
                                "HOME": self.folder})
        return p.returncode, p.stdout, p.stderr

    def write(self, name, text):
        with open(os.path.join(self.folder, name), "w", encoding="utf-8") as f:
            f.write(text)

    def bytes(self, name):
        with open(os.path.join(self.folder, name), "rb") as f:
            return f.read()

    def in_folder(self, what):
        with tempfile.TemporaryDirectory() as self.folder:
            what(self)


def example():
    with open(os.path.join(TOP, "examples", "juf-anne.yaml"),
              encoding="utf-8") as f:
        return f.read()


def other_child(text, name):
    child = text.index("\nkind:")
    return text[:child] + re.sub(r"naam: .*", f"naam: {name}", text[child:],
                                 count=1)


def people(test):
    """Two children under one case id."""
    anne = example()
    test.write("a.yaml", anne)
    test.write("b.yaml", other_child(anne, "Daan"))
    render = ("render", "-l", "handout", "-q")
    test.check("first", test.run(*render, "a.yaml")[0] == 0)
    was = test.bytes("LP-0017.handout.pdf")
    status, _, err = test.run(*render, "b.yaml")
    test.check("another child is refused", status == 1 and
               "other people" in err and "--force" in err, err)
    test.check("the first report stays",
               test.bytes("LP-0017.handout.pdf") == was)
    test.check("no name in the message", "Daan" not in err)
    test.write("a.yaml", anne.replace("hij", "die"))
    test.check("the same child is replaced",
               test.run(*render, "a.yaml")[0] == 0 and
               test.bytes("LP-0017.handout.pdf") != was)
    test.write("a.yaml", other_child(anne, '" MARTIJN "'))
    test.check("capitals and blanks make no other child",
               test.run(*render, "a.yaml")[0] == 0)
    test.write("a.yaml", anne.replace("juf Anne", "juf Els"))
    test.check("another teacher is refused",
               test.run(*render, "a.yaml")[0] == 1)
    test.check("--force replaces it",
               test.run(*render, "b.yaml", "--force")[0] == 0)
    mark = re.findall(rb"<rp:people>(.*?)</rp:people>",
                      test.bytes("LP-0017.handout.pdf"))
    test.check("a mark of 16 bits", len(mark) == 1 and
               re.fullmatch(rb"[0-9a-f]{4}", mark[0]), mark)


def without_names(test):
    """A report without names holds no mark of them; the day must do."""
    anne = example()
    render = ("render", "-l", "handout", "-q", "--anonymise", "a.yaml")
    test.write("a.yaml", anne)
    test.check("without names", test.run(*render)[0] == 0)
    was = test.bytes("LP-0017.handout.pdf")
    test.write("a.yaml", other_child(anne, "Daan"))
    test.run(*render, "--force")
    test.check("no mark of names: other people, the same bytes",
               test.bytes("LP-0017.handout.pdf") == was)
    test.write("a.yaml", anne.replace("2026-01-16", "2026-01-17"))
    test.check("again", test.run(*render)[0] == 0)
    test.check("with names, the same date",
               test.run("render", "-l", "handout", "-q", "a.yaml")[0] == 0)
    test.check("and back", test.run(*render)[0] == 0)
    test.write("a.yaml", anne.replace("2026-01-13", "2026-01-14"))
    test.check("another day is refused", test.run(*render)[0] == 1)


def new(test):
    def id_of(*words):
        status, out, err = test.run("new", *words)
        if words and words[0] != "--lang":
            out = test.bytes(words[0]).decode()
        found = re.findall(r"(?m)^(?:dossier|case): (.*)$", out)
        return found[0] if status == 0 and len(found) == 1 else err

    test.check("the first", id_of("a.yaml") == "LP-0001")
    test.check("the second", id_of("b.yaml") == "LP-0002")
    test.check("to standard output", id_of() == "LP-0003")
    test.check("in English", id_of("--lang", "en") == "LP-0003")
    test.write("LP-0041.handout.pdf", "")
    test.check("a report's name counts", id_of("c.yml") == "LP-0042")
    os.mkdir(os.path.join(test.folder, "other"))
    test.check("another folder", id_of("other/a.yaml") == "LP-0001")
    test.write("d.yaml", "dossier: LP-12345\n")
    test.check("wide", id_of("e.yaml") == "LP-12346")
    test.write("d.yaml", "dossier: LP-1234567\n# LP-20000\nLP-LP-x LP-\n")
    test.check("no number of a row", id_of("f.yaml") == "LP-12347")


def kept(test):
    """The copies beside a report that is kept are no cases."""
    test.write("a.yaml", example())
    for name in ("first", "again"):
        status, _, err = test.run("render", ".", "-l", "dossier")
        test.check(f"kept, {name}", (status, err) == (
            0, "interviews: 1; reports: 1 written, 0 refused, 0 failed\n"), err)
    _, out, _ = test.run("score", ".", "--format", "csv")
    test.write("a.yaml", example().replace("score: 2", "score: 3"))
    _, now, err = test.run("score", ".", "--format", "csv")
    test.check("scores of the case, not of its copy",
               "twice" not in err and now != out, err)
    os.remove(os.path.join(test.folder, "LP-0017.dossier.pdf"))
    status, out, err = test.run("score", ".", "--format", "csv")
    test.check("a copy without its report is passed over, and that is said",
               out == now and err.count("passed over") == 1, err)


# What is read, and a command line that would write there.
IN_THE_PLACE = [
    ("a.yaml", "render a.yaml -l handout -o a.yaml"),
    ("a.yaml", "render a.yaml -l handout -o ./folder/../a.yaml"),
    ("a.yaml", "render link -l handout -o a.yaml"),
    ("a.yaml", "render a.yaml -l handout -o hard.yaml"),
    ("a.yaml", "render . -l handout --collect a.yaml"),
    ("a.yaml", "render a.yaml -l own.ini --collect own.ini"),
    ("own.ini", "render a.yaml -l own.ini -o own.ini"),
    ("r.ini", "render a.yaml -r r.ini -l handout -o r.ini"),
    ("a.yaml", "render a.yaml broken.yaml -d out --list-refused a.yaml"),
    ("list", "render --files-from list -l handout -d out --list-refused list"),
    ("secret", "render a.yaml -l handout --password-file secret -o secret"),
    ("t.csv", "new --from t.csv t.csv"),
    ("t.csv", "tally t.csv --key a.yaml -o t.csv"),
    ("a.yaml", "tally t.csv --key a.yaml -o a.yaml"),
]


def read_and_written(test):
    """What is read stays as it is, even with --force."""
    anne = example()
    test.write("a.yaml", anne)
    os.mkdir(os.path.join(test.folder, "folder"))
    for name, text in {
            "own.ini": "format = layout/1\n", "r.ini": "format = rules/1\n",
            "broken.yaml": "x\n", "list": "a.yaml\n", "secret": "word\n",
            "t.csv": "case;reader\n"}.items():
        test.write(name, text)
    os.symlink("a.yaml", os.path.join(test.folder, "link"))
    os.link(os.path.join(test.folder, "a.yaml"),
            os.path.join(test.folder, "hard.yaml"))
    before = {n: test.bytes(n) for n, _ in IN_THE_PLACE}
    files = sorted(os.listdir(test.folder))
    for name, words in IN_THE_PLACE:
        for more in ((), ("--force",)):
            status, out, err = test.run(*words.split(), *more)
            test.check(words, status == 1 and out == "" and
                       "is read here" in err and "--force" not in err and
                       err.count("\n") == 1, status, out, err)
    test.check("nothing is changed",
               before == {n: test.bytes(n) for n in before})
    test.check("nothing is made", files == sorted(os.listdir(test.folder)))
    status, _, err = test.run("render", "a.yaml", "-l", "handout", "-o",
                              "b.yaml")
    test.check("another file beside it", status == 0, err)


def main():
    test = Test(sys.argv[1])
    for scene in (people, without_names, new, kept, read_and_written):
        test.in_folder(scene)
    return test.last("replacing")


if __name__ == "__main__":
    sys.exit(main())
