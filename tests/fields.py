#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""Reports to type in: tests/fields.py PROGRAM.

Every layout with --fillable beside the same without: the paper is the same,
every writing line is a field, and pdfcheck.py finds no fault.  Then a form is
filled in as a program would that knows nothing of it.  The last line counts.
"""
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(__file__))
import pdfcheck  # noqa: E402

EXAMPLE = {"nl": "examples/juf-anne.yaml", "en": "examples/english.yaml"}
SIZE = 60_000  # most bytes that fields and their letters may take


def run(*args):
    r = subprocess.run(args, capture_output=True)
    if r.returncode != 0:
        raise RuntimeError(f"{' '.join(args)}\n{r.stderr.decode()}")
    return r.stdout


def sheets():
    """(what, arguments before the layout's options) of all that is made."""
    for lang in "nl", "en":
        for path in sorted(glob.glob("layouts/*.ini")):
            layout = os.path.basename(path)[:-4]
            if layout not in ("agreement", "twice", "two-children"):
                yield (f"{layout} {lang}", ["render", EXAMPLE[lang], "-l",
                                            layout, "--lang", lang])
        for other in "second-child", "first-child-later":
            yield (f"{other} {lang}",
                   ["compare", "examples/first-child.yaml",
                    f"examples/{other}.yaml", "--lang", lang])
        yield f"blank form {lang}", ["render", "-l", "form", "--lang", lang]
    for option in "--large", "--mono", "--anonymise", "--numbers=yes":
        yield (f"handout {option}",
               ["render", "examples/warmth-without-grip.yaml", "-l", "handout",
                option])


def halves(folder):
    """A form whose scales have half points."""
    path = os.path.join(folder, "halves.ini")
    with open("rules/llinc.ini", encoding="utf-8") as f:
        rules = f.read()
    rules = rules.replace("half_points = no", "half_points = yes")
    with open(path, "w", encoding="utf-8") as f:
        f.write(rules)
    return "half points", ["render", "-l", "form", "-r", path, "--lang", "nl"]


def made(program, folder, args, *more):
    path = os.path.join(folder, "made.pdf")
    run(program, *args, "-q", "-o", path, "--force", *more)
    return path


def raster(path):
    """The pages as pictures, one after another."""
    with tempfile.TemporaryDirectory() as d:
        run("pdftoppm", "-r", "30", "-gray", path, os.path.join(d, "p"))
        pages = b""
        for page in sorted(os.listdir(d)):
            with open(os.path.join(d, page), "rb") as f:
                pages += f.read()
    assert pages
    return pages


def places(program, args):
    """Names in the order of the document, those of room that is left over,
    and writing lines without one."""
    doc = run(program, *args, "-q", "--fillable", "--dump", "doc").decode()
    names = re.findall(r"^ *(?:lines|place)\b.*? input ([a-z][^ =]*)", doc, re.M)
    bare = [line for line in doc.splitlines()
            if re.match(r" *lines\b", line) and " input " not in line]
    over = re.findall(r"^ *lines\b[^\"]* 0 input (\S+)", doc, re.M)
    return list(dict.fromkeys(names)), set(over), bare


def typed(name):
    """A name without what tells that a text goes on elsewhere."""
    return re.sub(r"\+\d+$", "", name)


def test_sheet(program, folder, args):
    names, over, bare = places(program, args)
    plain = raster(made(program, folder, args))
    size = os.path.getsize(made(program, folder, args))
    path = made(program, folder, args, "--fillable")
    pdf = pdfcheck.Pdf(pdfcheck.Pdf.read(path))
    fields = [typed(name) for name, _, _ in pdfcheck.fields(pdf)]

    yield not bare, f"writing lines that are no field: {bare}"
    yield plain == raster(path), "the paper is another"
    if not names:
        yield fields == [], f"fields without places: {fields}"
        yield os.path.getsize(path) <= size + 20, "no field, and larger"
        return
    yield set(fields) <= set(names), f"{set(fields) - set(names)}"
    yield set(names) - over <= set(fields), f"{set(names) - set(fields)}"
    yield (os.path.getsize(path) <= size + SIZE,
           f"{os.path.getsize(path) - size} bytes more")
    faults = pdfcheck.check(pdfcheck.Pdf.read(path))
    yield not faults, f"{faults[:4]}"
    held = {w: typed(n) for n, _, ws in pdfcheck.fields(pdf) for w in ws}
    order = [held[ref] for _, ref, _ in pdfcheck.annotations(pdf, "/Widget")]
    yield (list(dict.fromkeys(order)) == [n for n in names if n in order],
           "tab order is not that of the document")


def test_names(program, folder):
    """What a reader of the file may count on."""
    asked = {
        "form": ["case", "interview.date", "teacher.name", "child.name",
                 "three_words.1.word", "three_words.3.example",
                 "answers.v04.event", "answers.v04.needed", "answers.v08",
                 "readings.1.scores.secure_base.score",
                 "readings.1.scores.secure_base.not_lower", "readings.1.date"],
        "handout": ["plan.question", "plan.steps.1.step", "plan.steps.2.when",
                    "plan.steps.3.sign", "reflection.review", "coach.name",
                    "room.self_questions.1", "room.plan.tally.2.5.word"],
        "course": ["readings.1.by", "readings.1.scores.anger.score",
                   "room.score_form.anger.heard", "room.reflection_sheet.1"],
        "before": ["own.date", "own.word"],
        "pocket": ["plan.steps.1.step", "room.pocket_card.tally.1.1.ticks"],
        "tally": ["room.group_tally.anger.7", "room.group_tally.anger.near"],
    }
    for layout, names in asked.items():
        have, _, _ = places(program,
                         ["render", "examples/juf-anne.yaml", "-l", layout])
        for name in names:
            yield name in have, f"{layout}: no {name}"


def test_quiet(program, folder):
    """No name of a person in the name of a field, and none where names are
    left out."""
    path = made(program, folder, ["render", "examples/juf-anne.yaml", "-l",
                                  "handout", "--fillable"])
    for name, _, _ in pdfcheck.fields(pdfcheck.Pdf(pdfcheck.Pdf.read(path))):
        yield not re.search("martijn|anne", name, re.I), name
    path = made(program, folder, ["render", "examples/juf-anne.yaml", "-l",
                                  "handout", "--fillable", "--anonymise"])
    pdf = pdfcheck.Pdf(pdfcheck.Pdf.read(path))
    for _, o, _ in pdfcheck.fields(pdf):
        words = pdfcheck.text_of(o["/TU"])
        yield not re.search("Martijn|Anne", words), words


WORDS = "Elke ochtend één vraag. Łukasz en Şükran, « 2 × 3 »"


def test_filled(program, folder):
    """qpdf writes values; poppler reads them, and nothing else changes."""
    path = made(program, folder, ["render", "examples/juf-anne.yaml", "-l",
                                  "handout", "--fillable"])
    pdf = pdfcheck.Pdf(pdfcheck.Pdf.read(path))
    ref = {n: ws[0] for n, _, ws in pdfcheck.fields(pdf)}["plan.steps.1.step"]
    update = {"qpdf": [{"jsonversion": 2}, {"obj:" + ref: {"value": {
        **pdf.get(ref), "/V": "u:" + WORDS}}}]}
    source, out = os.path.join(folder, "u.json"), os.path.join(folder, "f.pdf")
    header = json.loads(run("qpdf", "--json=2", path))["qpdf"][0]
    update["qpdf"][0].update(header)
    with open(source, "w", encoding="utf-8") as f:
        json.dump(update, f)
    run("qpdf", path, "--update-from-json=" + source, out)
    back = pdfcheck.Pdf(pdfcheck.Pdf.read(out))
    values = {n: pdfcheck.text_of(o.get("/V")) for n, o, _ in
              pdfcheck.fields(back)}
    yield values.pop("plan.steps.1.step") == WORDS, "the value is lost"
    yield not any(values.values()), "other fields have a value"
    yield raster(path) == raster(out), "a value alone draws nothing"
    faults = {name for name, _ in pdfcheck.check(pdfcheck.Pdf.read(out))}
    yield faults <= {"id"}, f"{faults}"


def test_layout(program, folder):
    """`fillable = yes` in a layout is the option."""
    own = os.path.join(folder, "own.ini")
    with open("layouts/before.ini", encoding="utf-8") as f:
        text = f.read().replace("[page]\n", "[page]\nfillable = yes\n", 1)
    with open(own, "w", encoding="utf-8") as f:
        f.write(text)
    for layout, option in (own, []), ("before", ["--fillable"]):
        path = made(program, folder, ["render", "examples/juf-anne.yaml", "-l",
                                      layout], *option)
        pdf = pdfcheck.Pdf(pdfcheck.Pdf.read(path))
        names = [name for name, _, _ in pdfcheck.fields(pdf)]
        yield "own.word" in names, f"{layout}: {names}"


def main(program):
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        tests = [(what, test_sheet(program, folder, args))
                 for what, args in [*sheets(), halves(folder)]]
        tests += [(f.__name__, f(program, folder)) for f in
                  (test_names, test_quiet, test_filled, test_layout)]
        for what, results in tests:
            try:
                for good, fault in results:
                    passed, failed = passed + good, failed + (not good)
                    if not good:
                        print(f"{what}: {fault}")
            except RuntimeError as e:
                failed += 1
                print(f"{what}: {e}")
    print(f"fields: {passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
