#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""What is typed in a report arrives: tests/read.py PROGRAM [MUTATIONS].

Small PDFs made here hold fields of every kind and spelling; `read` must print
each text as it was typed, and refuse what is not to be read.  Then copies are
filled in by adding to the file and by writing it anew: `verify` must tell what
was filled in from what was altered.  Last, damaged copies: a sentence and no
crash, whatever they hold."""
import difflib
import hashlib
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import zlib

import pdfcheck
from tidy import Reader

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

XMP = ('<?xpacket begin="" id="x"?><rp:version>relatieprofiel 0.1</rp:version>'
       "%s<rp:layout>%s</rp:layout><rp:options>lang=%s</rp:options>"
       '<rp:interview>%s</rp:interview><?xpacket end="w"?>')


def string(text, how="utf16"):
    """A text as a string of PDF."""
    if how == "utf16":
        data = b"\xfe\xff" + text.encode("utf-16-be")
    elif how == "utf8":
        data = b"\xef\xbb\xbf" + text.encode()
    else:  # PDFDocEncoding, where it is Latin-1
        data = text.encode("latin-1")
    return b"<" + data.hex().encode() + b">"


class Pdf:
    """Objects by number, written with the ID that the program looks for."""

    def __init__(self, layout="handout", lang="nl", case="LP-0001"):
        self.objects = {}
        xmp = XMP % (f"<rp:case>{case}</rp:case>" if case else "", layout, lang,
                     "0" * 64)
        self.root = self.add(None)
        pages, page = self.add(None), self.add(None)
        text = self.add(stream(b"BT ET"))
        meta = self.add(stream(xmp.encode(), b"/Type/Metadata/Subtype/XML"))
        self.page = page
        self.objects[pages] = b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % page
        self.objects[page] = (b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 595 842]"
                              b"/Contents %d 0 R>>" % (pages, text))
        self.catalogue = b"/Type/Catalog/Pages %d 0 R/Metadata %d 0 R" % (pages, meta)
        self.contents = text
        self.fields = []
        self.form = b""

    def add(self, body):
        self.objects[len(self.objects) + 1] = body
        return len(self.objects)

    def field(self, name, value=None, kind=b"/Tx", more=b"", about=None):
        """A field of its own, its name in one part."""
        body = b"<</FT%s/T%s/Type/Annot/Subtype/Widget/Rect[0 0 9 9]/P %d 0 R" % (
            kind, string(name), self.page)
        if value is not None:
            body += b"/V " + (value if isinstance(value, bytes) else string(value))
        if about:
            body += b"/TU" + string(about)
        self.fields.append(self.add(body + more + b">>"))
        return self.fields[-1]

    def bytes(self):
        kids = b" ".join(b"%d 0 R" % f for f in self.fields)
        self.objects[self.root] = (b"<<" + self.catalogue + b"/AcroForm<</Fields[" +
                                   kids + b"]" + self.form + b">>>>")
        out, places = bytearray(b"%PDF-1.7\n"), []
        for number, body in self.objects.items():
            places.append(len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
        start = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
        out += b"".join(b"%010d 00000 n \n" % p for p in places)
        out += b"trailer\n<</Size %d/Root %d 0 R/ID[<%s><%s>]>>\nstartxref\n%d\n%%%%EOF\n" % (
            len(places) + 1, self.root, b"0" * 32, b"0" * 32, start)
        digits = hashlib.sha256(out).hexdigest().upper()[:32].encode()
        return bytes(out.replace(b"0" * 32 + b"><" + b"0" * 32,
                                 digits + b"><" + digits))


def stream(data, more=b"", packed=False):
    if packed:
        data, more = zlib.compress(data), more + b"/Filter/FlateDecode"
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), more, data)


def appended(data, objects):
    """The file with objects added behind it, as a viewer saves (7.5.6)."""
    root = re.findall(rb"/Root (\d+) 0 R", data)[-1]
    size = int(re.findall(rb"/Size (\d+)", data)[-1])
    before = re.findall(rb"startxref\n(\d+)", data)[-1]
    ids = re.findall(rb"/ID\[<(\w+)>", data)[-1]
    out, table = bytearray(data), b"xref\n"
    for number, body in sorted(objects.items()):
        table += b"%d 1\n%010d 00000 n \n" % (number, len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += table + b"trailer\n<</Size %d/Root %s 0 R/Prev %s/ID[<%s><%s>]>>\n" % (
        max(size, *(n + 1 for n in objects)), root, before, ids, b"5" * 32)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


TEXTS = ["Een stap", "a: b", "# geen commentaar", "- lijst", '"zei hij"', "'s avonds",
         "{a: [b]}", "| >", "ja", "no", "0123", "2026-01-13", "~", "...", "---", "100%",
         "é ë ï €", "“gekruld”", "🙂 👩\u200d👧", " begin", "eind ", "a\ttab", "&anker *x",
         "twee\nregels", "leeg\n\nertussen", "\nbegin leeg", "eind leeg\n\n",
         "  ingesprongen\n    meer", "a\\nb", "Ł ş Γ Ж", "\u202eom\u202c", "x" * 3000]
LATIN = [t for t in TEXTS if all(ord(c) < 256 and (c >= " " or c in "\n\t") for c in t)]


class Read:
    def __init__(self, program, folder):
        self.program = os.path.abspath(program)
        self.folder = folder
        self.passed = 0
        self.faults = []

    def check(self, what, ok, shown=""):
        self.passed += bool(ok)
        if not ok:
            self.faults.append(f"{what}: {str(shown)[:600]}")

    def file(self, data, name="a.pdf"):
        path = os.path.join(self.folder, name)
        with open(path, "wb") as f:
            f.write(data)
        return path

    def run(self, *args, input=None):
        return subprocess.run([self.program, *args], capture_output=True, timeout=60,
                              cwd=self.folder, env={"LC_ALL": "C", "HOME": "/nonexistent"},
                              input=input)

    def read(self, data, *more):
        out = self.run("read", self.file(data), *more)
        return out.returncode, out.stdout.decode(), out.stderr.decode()


def flat(node, path=()):
    """{path: text} of what tidy's reader gives: items by number from 1."""
    if isinstance(node, list) and node and isinstance(node[0], tuple):
        pairs = node
    elif isinstance(node, list):
        pairs = enumerate(node, 1)
    else:
        return {path: node}
    return {k: v for key, value in pairs
            for k, v in flat(value, (*path, key)).items()}


def unfold(yaml):
    return flat(Reader(yaml).node(0)) if yaml.endswith("...\n") else {}


def typed(r):
    """Every text in every spelling of a string, in a part of the plan."""
    for how, texts in ("utf16", TEXTS), ("utf8", TEXTS), ("doc", LATIN):
        for text in texts:
            for end in "\r", "\n", "\r\n":
                if end != "\r" and "\n" not in text:
                    continue
                pdf = Pdf()
                pdf.field("plan.steps.1.step", string(text.replace("\n", end), how))
                status, out, err = r.read(pdf.bytes())
                got = unfold(out).get(("plan", "stappen", 1, "stap"))
                # Empty lines at the end of a text fall away.
                r.check(f"typed {how} {text[:20]!r}", status == 0 and got is not None and
                        got.rstrip("\n") == text.rstrip("\n"), (got, err, out[-300:]))
    pdf = Pdf(lang="en")
    pdf.field("plan.question", b"%d 0 R" % pdf.add(
        stream(b"\xfe\xff" + "één".encode("utf-16-be"), packed=True)))
    status, out, err = r.read(pdf.bytes())
    r.check("a stream", unfold(out).get(("plan", "question")) == "één", out + err)


def tree(r):
    """Names in a hierarchy, values inherited and noted in widgets alone, radios."""
    pdf = Pdf("form", "en", None)
    radios = []
    for state in b"4", b"4.5":
        radios.append(pdf.add(b"<</Type/Annot/Subtype/Widget/Rect[0 0 9 9]/AS/Off>>"))
    score = pdf.add(b"<</T(score)/FT/Btn/Ff 32768/V/4.5/Kids[%d 0 R %d 0 R]>>" % tuple(radios))
    alone = pdf.add(b"<</T(score)/FT/Btn/Ff 32768/V/Off/Kids[%d 0 R]>>" % pdf.add(
        b"<</Type/Annot/Subtype/Widget/Rect[0 0 9 9]/AS/7>>"))
    unset = pdf.add(b"<</T(score)/FT/Btn/Ff 32768/V/Off/Kids[%d 0 R]>>" % pdf.add(
        b"<</Type/Annot/Subtype/Widget/Rect[0 0 9 9]/AS/Off>>"))
    scales = pdf.add(b"<</T(scores)/Kids[%d 0 R %d 0 R %d 0 R]>>" % (
        pdf.add(b"<</T(anger)/Kids[%d 0 R]>>" % score),
        pdf.add(b"<</T(helplessness)/Kids[%d 0 R]>>" % alone),
        pdf.add(b"<</T(secure_base)/Kids[%d 0 R]>>" % unset)))
    by = pdf.add(b"<</T(by)/FT/Tx/Kids[<</Subtype/Widget/Rect[0 0 9 9]/V(coach)>>]>>")
    one = pdf.add(b"<</T(1)/Kids[%d 0 R %d 0 R]>>" % (by, scales))
    pdf.fields.append(pdf.add(b"<</T(readings)/FT/Tx/Kids[%d 0 R]>>" % one))
    pdf.field("case", "LP-0009")
    pdf.field("answers.v04.event", "first")
    pdf.field("answers.v04.event+3", "third")
    pdf.field("answers.v04.event+2", "second")
    pdf.field("answers.v05.event")
    pdf.field("three_words.1.word", "warm")
    pdf.field("three_words.3.word", "far")
    pdf.field("interview.date", "12-3-2026", about="Date of the interview")
    pdf.field("room.score_form.1", "a note\rof two lines", about="Notes")
    pdf.field("plan.whatever", "kept")
    pdf.field("unheard.of", "kept too")
    pdf.field("tick", b"/Yes", b"/Btn")
    status, out, err = r.read(pdf.bytes())
    found = unfold(out)
    want = {("case",): "LP-0009", ("answers", "v04", "event"): "first\nsecond\nthird",
            ("readings", 1, "by"): "coach",
            ("readings", 1, "scores", "anger", "score"): "4.5",
            ("readings", 1, "scores", "helplessness", "score"): "7",
            ("three_words", 1, "word"): "warm", ("three_words", 2, "word"): "far",
            ("interview", "date"): "12-3-2026", ("plan", "whatever"): "kept"}
    for path, text in want.items():
        r.check(f"tree {path}", found.get(path) == text, out)
    r.check("tree: not chosen", "secure_base" not in out, out)
    for line in ("# Notes (room.score_form.1)", "#   a note", "#   of two lines",
                 "#   kept too", "#   Yes", "# on the form number 3"):
        r.check(f"tree: {line}", line in out, out)
    skipped = re.search(r"^skipped: (.*)$", out, re.M)
    r.check("tree: skipped", skipped and "v05" in skipped.group(1) and
            "v04" not in skipped.group(1), out)
    r.check("tree: a date", "Date of the interview (p. 1)" in err and status == 0, err)
    r.check("tree: a score", "score 7" not in err and "score 9" not in err, err)
    pdf.field("readings.1.scores.coherence.score", b"/9", b"/Btn", about="Coherence: score")
    status, out, err = r.read(pdf.bytes())
    r.check("tree: a score of 9", "Coherence: score (p. 1): score 9" in err and
            "score: 9" in out and status == 0, err)
    r.check("tree: strict", r.read(pdf.bytes(), "--strict")[0] == 1)


def origin(r):
    """The form it comes from, and files that are written."""
    pdf = Pdf()
    pdf.field("plan.question", "Hoe?")
    data = pdf.bytes()
    digits = re.search(rb"/ID\[<(\w+)>", data).group(1).decode().lower()
    status, out, err = r.read(data)
    r.check("origin", f"# formulier: {digits}\n" in out and "# interview: " + "0" * 64 in out
            and "dossier: LP-0001" in out, out)
    path = os.path.join(r.folder, "out.yaml")
    for args, status in ((), 0), ((), 1), (("--force",), 0):
        got = r.read(data, "-o", path, *args)
        r.check(f"origin: -o {args}", got[0] == status and got[1] == "", got)
    with open(path, encoding="utf-8") as f:
        r.check("origin: the same", f.read() == out)


REPORTS = [("form", []), ("form", ["--lang", "en"]), ("handout", ["juf-anne.yaml"]),
           ("coach", ["english.yaml"]), ("course", ["juf-anne.yaml"]),
           ("before", ["juf-anne.yaml"]), ("pocket", ["juf-anne.yaml"]),
           ("tally", ["juf-anne.yaml"]), ("dossier", ["juf-anne.yaml"]),
           ("handout", ["juf-anne.yaml", "--large", "--anonymise"])]


def fill(path, text):
    """Types in every field of a report with qpdf, which writes the whole file
    anew; returns its path and what was typed by name."""
    pdf = pdfcheck.Pdf(pdfcheck.Pdf.read(path))
    header = json.loads(subprocess.run(["qpdf", "--json=2", path], check=True,
                                       capture_output=True).stdout)["qpdf"][0]
    objects, said = {}, {}
    for i, (name, o, widgets) in enumerate(pdfcheck.fields(pdf)):
        ref = widgets[0]
        if "/T" not in pdf.get(ref):
            ref = pdf.get(ref)["/Parent"]
        if o["/FT"] == "/Btn":
            states = [k for w in widgets for k in pdf.get(pdf.get(w)["/AP"])["/N"]
                      if k != "/Off"]
            said[name] = states[i % len(states)][1:]
            value = "/" + said[name]
        else:
            last = re.sub(r"[+]\d+$", "", name).split(".")[-1]
            said[name] = ("2026-03-12" if last in ("date", "review") else
                          "LP-0123" if name == "case" else text(i, int(o.get("/Ff", 0))))
            value = "u:" + said[name].replace("\n", "\r")
        objects["obj:" + ref] = {"value": {**pdf.get(ref), "/V": value}}
    with open(path + ".json", "w", encoding="utf-8") as f:
        json.dump({"qpdf": [header, objects]}, f)
    subprocess.run(["qpdf", path, "--update-from-json=" + path + ".json", path + ".pdf"],
                   check=True)
    return path + ".pdf", said


def reports(r):
    """Every field of the reports themselves, filled and read back."""
    def text(i, flags):
        hard = TEXTS[i % len(TEXTS)].strip()
        many = flags & 4096  # lines: ISO 32000-1, 12.7.4.3
        return f"{i}: {hard}" if many else f"{i}: " + hard.replace("\n", " ").replace("\t", " ")

    for layout, args in REPORTS:
        args = [f"{TOP}/examples/{a}" if a.endswith(".yaml") else a for a in args]
        made = ["render", "-l", layout, *args, "--fillable", "-o", "f.pdf", "--force"]
        out = r.run(*made)
        r.check(f"{layout}: made", out.returncode == 0, out.stderr)
        path, said = fill(os.path.join(r.folder, "f.pdf"), text)
        out = r.run("read", path)
        yaml = out.stdout.decode()
        texts = {t.rstrip("\n") for t in unfold(yaml).values()}
        told = re.split("\nforma(?:at|t):", yaml)[0] + "\n"
        r.check(f"{layout}: read", out.returncode == 0 and said, out.stderr)
        r.check(f"{layout}: a form of its own is whole",
                bool(re.search("^(overgeslagen|skipped|antwoorden|answers):", yaml,
                               re.M)) == (layout == "form"), yaml)
        for name, value in said.items():
            lines = "\n".join("#   " + shown(x) for x in value.split("\n"))
            here = (any(value in t for t in texts) or "+" in name) or f"({name})\n{lines}\n" in told
            r.check(f"{layout} {name}", here, (value, yaml))
        inputs = [a for a in args if a.endswith(".yaml")]
        if inputs:
            out = r.run("verify", path, *inputs)
            r.check(f"{layout}: verify", out.returncode == 0 and out.stdout.startswith(
                b"unaltered:              yes, but for what was filled in\n") and
                b"the same but for what was filled in" in out.stdout,
                out.stdout + out.stderr)
        out = r.run("verify", path)
        r.check(f"{layout}: verify alone", out.returncode == 1 and
                out.stdout.startswith(b"unaltered:              no\n"), out.stdout)


def shown(text):
    """As base/visible writes it."""
    return re.sub("[\u200b-\u200f\u202a-\u202e\u2060-\u206f]",
                  lambda m: f"<U+{ord(m.group()):04X}>", text)


def whole(r):
    """The blank form, filled in as a coach would, is an interview to check."""
    def text(i, flags):
        return f"Zo ging het, {i}."

    for lang in "nl", "en":
        r.run("render", "-l", "form", "--fillable", "--lang", lang, "-o", "f.pdf", "--force")
        path, said = fill(os.path.join(r.folder, "f.pdf"), text)
        out = r.run("read", path, "-o", "whole.yaml", "--force")
        r.check("whole: read", out.returncode == 0, out.stderr)
        out = r.run("check", "whole.yaml")
        # The form has no line for who scored: that is all that is left to say.
        errors = re.findall(rb"error\[(\w+)\]: ([^\n]*)", out.stderr)
        r.check(f"whole: check {lang}", len(errors) <= 1 and all(
            e[0] == b"I103" and e[1].split()[0] in (b'"door"', b'"by"')
            for e in errors), out.stderr)
        out = r.run("tidy", "whole.yaml")
        with open(os.path.join(r.folder, "whole.yaml"), "rb") as f:
            whole = f.read()
        r.check("whole: is tidy", out.stdout == whole, "\n".join(
            difflib.unified_diff(whole.decode().split("\n"),
                                 out.stdout.decode().split("\n"), lineterm="")))


def refused(r):
    def of(change, code, says=1):
        pdf = Pdf()
        pdf.field("plan.question", "Hoe?")
        data = change(pdf) or pdf.bytes()
        status, out, err = r.read(data)
        r.check(f"refused {code}", status == says and code in err and
                (out == "") == (says == 1), (status, err, out))

    def xfa(pdf):
        pdf.form = b"/XFA()"

    def script(pdf):
        pdf.catalogue += b"/OpenAction<</S/JavaScript/JS(app.alert)>>"

    def sign(pdf):
        pdf.field("signed", kind=b"/Sig")

    def empty(pdf):
        pdf.objects[pdf.fields[0]] = pdf.objects[pdf.fields[0]].replace(
            b"/V " + string("Hoe?"), b"/V(  )")

    def alone(pdf):
        return pdf.bytes().replace(b"/AcroForm", b"/AcroNorm")

    def other(pdf):
        return pdf.bytes().replace(b"rp:version", b"xx:version")

    def control(pdf):
        pdf.field("plan.steps.1.step", b"(a\\007b)")

    def lost(pdf):
        pdf.field("plan.steps.1.step", b"<FEFFD800>")

    def many(pdf):
        pdf.fields = [pdf.fields[0]] * 30000

    def loop(pdf):
        pdf.objects[pdf.fields[0]] = b"<</T(a)/Kids[%d 0 R]>>" % pdf.fields[0]

    def shared(pdf):
        text = pdf.add(b"(" + b"x" * 1000000 + b")")
        for i in range(40):
            pdf.field(f"plan.steps.{i + 1}.step", b"%d 0 R" % text)

    of(xfa, "F203")
    of(script, "F206", 0)
    of(sign, "F207", 0)
    of(empty, "F212")
    of(alone, "F204")
    of(other, "F209")
    of(control, "F210", 0)
    of(lost, "F210", 0)
    of(many, "F205")
    of(loop, "F205")
    of(shared, "F205")
    of(lambda pdf: b"%PDF-1.7\nnothing", "F201")
    of(lambda pdf: b"formaat: interview/1\n", "F201")
    pdf = Pdf()
    pdf.field("plan.question", "Hoe?")
    path = r.file(pdf.bytes())
    subprocess.run(["qpdf", "--encrypt", "", "owner", "256", "--", path, path + ".x"],
                   check=True)
    out = r.run("read", path + ".x")
    r.check("refused F202", out.returncode == 1 and b"F202" in out.stderr, out.stderr)


def verified(r):
    """Filled in, and altered, by adding and by writing anew."""
    pdf = Pdf()
    field = pdf.field("plan.question", more=b"/AP<</N %d 0 R>>" % pdf.add(stream(b"")))
    other = pdf.add(stream(b"(Hoe?) Tj"))
    form = pdf.bytes()
    body = pdf.objects[field]
    filled = body[:-2].replace(b"/AP<</N", b"/AP<</Z") + b"/V(Hoe?)/M(D:2026)>>"
    filled = filled.replace(b"/AP<</Z", b"/AP<</N")
    text, page = pdf.contents, pdf.page

    def says(data, what, want):
        out = r.run("verify", r.file(data))
        line = out.stdout.decode().split("\n")[0].split(":")[-1].strip()
        r.check(f"verify {what}", line == want and
                out.returncode == (0 if want != "no" else 1), out.stdout + out.stderr)

    but = "yes, but for what was filled in"
    says(form, "the form", "yes")
    says(appended(form, {field: filled}), "filled in", but)
    says(appended(appended(form, {field: body}), {field: filled}), "twice", but)
    says(appended(form, {field: filled, other: stream(b"(x) Tj")}), "an object unused", but)
    bare = Pdf()
    bare.field("x")
    bare = bare.bytes().replace(b"/AcroForm", b"/AcroNorm")
    digits = re.search(rb"/ID\[<(\w+)>", bare).group(1)
    zeros = bare.replace(digits, b"0" * 32)
    bare = bare.replace(digits, hashlib.sha256(zeros).hexdigest().upper()[:32].encode())
    says(bare, "a report without fields", "yes")
    says(bare + b"\n", "a byte more behind it", "no")
    changed = {
        "a page": {field: filled, text: stream(b"BT (no) Tj ET")},
        "a page's size": {page: pdf.objects[page].replace(b"842", b"843")},
        "a note on it": {page: pdf.objects[page][:-2] + b"/Annots[%d 0 R]>>" % field},
        "a place": {field: filled.replace(b"[0 0 9 9]", b"[0 0 99 9]")},
        "a name": {field: filled.replace(string("plan.question"), string("plan.x"))},
        "a tooltip": {field: filled[:-2] + b"/TU(Other)>>"},
        "the catalogue": {pdf.root: pdf.objects[pdf.root][:-2] + b"/OpenAction<<>>>>"},
        "a field more": {pdf.root: pdf.objects[pdf.root].replace(
            b"/Fields[", b"/Fields[%d 0 R " % field)},
    }
    for what, objects in changed.items():
        says(appended(form, objects), what, "no")
    altered = bytearray(appended(form, {field: filled}))
    altered[form.index(b"595") + 1] = ord("4")
    says(bytes(altered), "a byte of the form", "no")


def damaged(r, mutations):
    """Any bytes: a sentence, and no other end than 0 or 1."""
    rand = random.Random(1)
    pdf = Pdf("form", "nl", None)
    for i in range(6):
        pdf.field(f"answers.v0{i + 4}.event", f"tekst {i}")
    pdf.field("plan.question", b"%d 0 R" % pdf.add(stream(b"Hoe?", packed=True)))
    whole = appended(pdf.bytes(), {pdf.fields[0]: pdf.objects[pdf.fields[0]]})
    path = r.file(whole)
    subprocess.run(["qpdf", "--object-streams=generate", path, path + ".o"], check=True)
    with open(path + ".o", "rb") as f:
        packed = f.read()
    words = [b"/Kids", b"/V", b"/T", b"/FT", b"R", b"[", b"]", b"<<", b">>", b"(", b")",
             b"stream", b"endobj", b"null", b"-1", b"99999999999", b"/Length", b"<FEFF"]
    for i in range(mutations):
        data = bytearray(rand.choice([whole, packed]))
        for _ in range(rand.choice([1, 1, 2, 5, 20])):
            data = data or bytearray(b"%PDF-1.7")
            at = rand.randrange(len(data))
            kind = rand.randrange(5)
            if kind == 0:
                data[at] = rand.randrange(256)
            elif kind == 1:
                data[at:at + rand.randrange(40)] = b""
            elif kind == 2:
                data[at:at] = rand.choice(words)
            elif kind == 3:
                data[at:at + 4] = data[rand.randrange(len(data)):][:rand.randrange(60)]
            else:
                del data[at:]
                data = data or bytearray(b"%PDF-")
        for verb in "read", "verify":
            try:
                out = r.run(verb, r.file(bytes(data), "m.pdf"))
            except subprocess.TimeoutExpired:
                r.check(f"damaged {i}", False, f"{verb} does not end")
                continue
            r.check(f"damaged {i}", out.returncode in (0, 1) and
                    (out.returncode == 0 or out.stderr or verb == "verify"),
                    f"{verb}: {out.returncode} {out.stderr[:200]!r}")
    bomb = Pdf()
    bomb.field("plan.question", b"%d 0 R" % bomb.add(
        stream(bytes(200 << 20), packed=True)))
    status, _, err = r.read(bomb.bytes())
    r.check("a bomb", status == 1 and err, (status, err))


def main(program, mutations=150):
    with tempfile.TemporaryDirectory() as folder:
        r = Read(program, folder)
        typed(r)
        tree(r)
        origin(r)
        reports(r)
        whole(r)
        refused(r)
        verified(r)
        damaged(r, int(mutations))
    print("\n".join(r.faults[:30]))
    print(f"read: {r.passed} passed, {len(r.faults)} failed")
    return bool(r.faults)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
