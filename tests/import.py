#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""Interviews made of tables and transcripts: tests/import.py PROGRAM [CASES
[SEED]].

Random tables in the dialects of spreadsheets and survey tools, and random
documents as Word and LibreOffice save them, go through `new --from`.  Every
word of the source must stand in the interview that is made or in what is said;
`check` must have nothing against it that is not the source's; `tidy` leaves it
as it is.  Damaged files of all kinds are refused with a sentence, or read.  The
last line counts.
"""
import csv
import io
import os
import random
import re
import subprocess
import sys
import tempfile
import unicodedata
import zipfile
from xml.sax.saxutils import escape

ENV = {**os.environ, "LC_ALL": "C", "ASAN_OPTIONS": "detect_leaks=0"}
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
QUESTIONS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]
TITLES = {4: "Een goed moment", 5: "Een botsing", 8: "Outside school",
          7: "Van streek", 6: "A limit"}
ASKED = {4: "Wanneer ging het goed tussen jou en Sem?",
         9: "What is it like when Bo van Dam is away for a day?"}
KEYS = ["kind.naam", "Kind: naam", "naam leerkracht", "coach / functie",
        "Groep of klas", "werkvraag", "sterk 1 zin", "momenten.1.wat"]
OTHER = ["Tijdstempel", "Opmerking coach", "V77", "E-mail", "veld_3", "Naam"]
BITS = ["Hij", "zei", "“juf”", "liep", "weg", "café", "één", "naïef", "3,5",
        "#niet", "- toen", "v04:", "kind: niks", "'s ochtends", "\"ja\"",
        "a\tb", "😀", "½", "...", "&amp;", "<p>", "=1+1", "gedaan; |", "% x",
        "woord " * 14, "lang" * 30, "Sem's", "e\u0301e\u0301n", "a\u00a0b",
        "zacht\u00adteken", "null", "~", "[x]", "{kind}", "—"]


def run(program, *args, cwd):
    p = subprocess.run([program, *args], cwd=cwd, capture_output=True,
                       timeout=60, env=ENV, check=False)
    return p.returncode, p.stdout.decode(), p.stderr.decode()


def words(text):
    """Letters and digits in a row, as any normal form writes them."""
    text = unicodedata.normalize("NFC", text).replace("\u00ad", "")
    return re.findall(r"[^\W_]+", text.casefold())


def a_text(r, lines=True):
    n = r.choice([1, 1, 2, 5, 12])
    out = " ".join(r.choice(BITS) for _ in range(n))
    if lines and r.random() < 0.2:
        out += r.choice(["\n", "\n\n", "\n  "]) + r.choice(BITS)
    return out.strip() or "x"


# ---------------------------------------------------------------- tables


def dialect(r, rows):
    """A table as some program saves it: bytes."""
    sep = r.choice(",;\t")
    out = io.StringIO()
    csv.writer(out, delimiter=sep, lineterminator=r.choice(["\n", "\r\n"]),
               quoting=r.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
               ).writerows(rows)
    text = out.getvalue()
    if r.random() < 0.2:
        text = f"sep={sep}\r\n" + text
    code = r.choice(["utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-16-be",
                     "cp1252"])
    if code == "utf-16-be":
        text = "\ufeff" + text
    try:
        return text.encode(code)
    except UnicodeEncodeError:
        return text.encode("utf-8")


def head_of(r, n):
    return r.choice([f"v{n:02d}", f"V{n}", f"Vraag {n}", f"question {n}",
                     f"v{n:02d}. " + TITLES.get(n, ""), ASKED.get(n, f"V{n}")])


def questions_table(r):
    heads = [r.choice(["vraag", "Question", "Nr"]),
             r.choice(["antwoord", "ANSWER"])]
    heads += r.sample(["gedaan", "Waarom", "opmerking coach", "kleur"],
                      r.randrange(3))
    rows = [heads]
    ids = r.sample(QUESTIONS, r.randrange(1, 8)) + [77] * r.randrange(2)
    for n in ids:
        rows.append([head_of(r, n)] + [a_text(r) if r.random() < 0.8 else ""
                                       for _ in heads[1:]])
    for key in r.sample(KEYS, r.randrange(3)):
        rows.append([key, a_text(r, False)] + [""] * (len(heads) - 2))
    if r.random() < 0.1:
        rows[0][0], rows[0][1] = head_of(r, 4), a_text(r)  # no heads at all
        rows = [row for row in rows if row[0] not in KEYS]
    return rows


def interviews_table(r):
    heads = [head_of(r, n) for n in r.sample(QUESTIONS, r.randrange(1, 6))]
    heads += r.sample(KEYS, r.randrange(4)) + r.sample(OTHER, r.randrange(3))
    r.shuffle(heads)
    if not any(re.match(r"(?i)v(raag )?\d|question|w", h) for h in heads):
        heads.append("v04")
    rows = [heads]
    for _ in range(r.randrange(1, 5)):
        row = [a_text(r) if r.random() < 0.8 else "" for _ in heads]
        row[r.randrange(len(row))] = a_text(r)
        rows.append(row)
    return rows


# ------------------------------------------------------------- documents


class Words:
    """What was put into a document."""

    def __init__(self):
        self.all = []

    def __call__(self, text):
        self.all.append(text)
        return escape(text).replace("\t", "<TAB/>").replace("\n", "<BR/>")


def document(r):
    """[(kind, text or cells)] with a question at least."""
    out = [("text", a_text(r)) for _ in range(r.randrange(3))]
    for n in r.sample(QUESTIONS, r.randrange(1, 6)):
        kind = r.choice(["heading", "bold", "text"])
        out.append((kind, head_of(r, n)))
        for _ in range(r.randrange(4)):
            kind = r.choice(["text", "text", "list", "row", "note", "comment",
                             "deleted", "added", "box", "link"])
            out.append((kind, [a_text(r) for _ in range(r.randrange(1, 4))]
                        if kind == "row" else a_text(r)))
    if r.random() < 0.3:
        out += [("heading", "Afsluiting " + a_text(r, False)),
                ("text", a_text(r))]
    if r.random() < 0.3:
        out.append(("margin", a_text(r)))
    return out


def docx(parts, w):
    def run_of(text, before=""):
        text = w(text).replace("<TAB/>", "</w:t><w:tab/><w:t>").replace(
            "<BR/>", "</w:t><w:br/><w:t>")
        return (f'<w:r>{before}<w:t xml:space="preserve">'
                f"{text}</w:t></w:r>").replace(
                    "<w:t>", '<w:t xml:space="preserve">')

    def p(inner, style=""):
        if style:
            style = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        return f"<w:p>{style}{inner}</w:p>"

    body, notes, comments, margin = "", "", "", ""
    for i, (kind, text) in enumerate(parts):
        if kind == "heading":
            body += p(run_of(text), "Kop1")
        elif kind == "bold":
            body += p(run_of(text, "<w:rPr><w:b/></w:rPr>"))
        elif kind == "list":
            body += p('<w:pPr><w:numPr/></w:pPr>' + run_of(text))
        elif kind == "row":
            cells = "".join(f"<w:tc>{p(run_of(c))}</w:tc>" for c in text)
            body += f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
        elif kind == "note":
            body += p(f'<w:r><w:footnoteReference w:id="{i}"/></w:r>')
            notes += f'<w:footnote w:id="{i}">{p(run_of(text))}</w:footnote>'
        elif kind == "comment":
            body += p(f'<w:r><w:commentReference w:id="{i}"/></w:r>')
            comments += (f'<w:comment w:id="{i}" w:author="Marleen">'
                         f"{p(run_of(text))}</w:comment>")
            w.all.append("Marleen")
        elif kind == "deleted":
            body += p(f"<w:del>{run_of(text)}</w:del>".replace(
                "<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>"))
        elif kind == "added":
            body += p(f"<w:ins>{run_of(text)}</w:ins>")
        elif kind == "box":
            body += p("<w:r><w:pict><w:txbxContent>" + p(run_of(text)) +
                      "</w:txbxContent></w:pict></w:r>")
        elif kind == "link":
            body += p(f"<w:sdt><w:sdtContent><w:hyperlink>{run_of(text)}"
                      "</w:hyperlink></w:sdtContent></w:sdt>")
        elif kind == "margin":
            margin += p(run_of(text))
        else:
            body += p(run_of(text))
    ns = f'xmlns:w="{W}"'
    styles = ('<w:style w:styleId="Kop1"><w:name w:val="heading 1"/>'
              "</w:style>")
    return {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {ns}><w:body>{body}</w:body>"
                             "</w:document>",
        "word/styles.xml": f"<w:styles {ns}>{styles}</w:styles>",
        "word/footnotes.xml": f"<w:footnotes {ns}>{notes}</w:footnotes>",
        "word/comments.xml": f"<w:comments {ns}>{comments}</w:comments>",
        "word/header1.xml": f"<w:hdr {ns}>{margin}</w:hdr>",
    }


def odt(parts, w):
    def put(text):
        out = w(text).replace("<TAB/>", "<text:tab/>").replace(
            "<BR/>", "<text:line-break/>")
        return out.replace("  ", '<text:s text:c="2"/>')

    body, gone, margin = "", "", ""
    for kind, text in parts:
        if kind == "heading":
            body += f'<text:h text:outline-level="1">{put(text)}</text:h>'
        elif kind == "list":
            body += ("<text:list><text:list-item><text:p>" + put(text) +
                     "</text:p></text:list-item></text:list>")
        elif kind == "row":
            cells = "".join("<table:table-cell><text:p>" + put(c) +
                            "</text:p></table:table-cell>" for c in text)
            body += ("<table:table><table:table-row>" + cells +
                     "</table:table-row></table:table>")
        elif kind == "note":
            body += ("<text:p><text:note><text:note-body><text:p>" +
                     put(text) + "</text:p></text:note-body></text:note>"
                     "</text:p>")
        elif kind == "comment":
            w.all.append("Marleen")
            body += ("<text:p><office:annotation><dc:creator>Marleen"
                     "</dc:creator><text:p>" + put(text) +
                     "</text:p></office:annotation></text:p>")
        elif kind == "deleted":
            gone += ("<text:changed-region><text:deletion><text:p>" +
                     put(text) + "</text:p></text:deletion>"
                     "</text:changed-region>")
        elif kind == "box":
            body += ("<text:p><draw:frame><draw:text-box><text:p>" +
                     put(text) + "</text:p></draw:text-box></draw:frame>"
                     "</text:p>")
        elif kind == "margin":
            margin += f"<style:header><text:p>{put(text)}</text:p>" \
                      "</style:header>"
        else:
            style = ' text:style-name="T1"' if kind == "bold" else ""
            body += f"<text:p><text:span{style}>{put(text)}</text:span>" \
                    "</text:p>"
    ns = " ".join(f'xmlns:{n}="{OFFICE}{n}:1.0"'
                  for n in ("office", "text", "table", "style", "draw", "dc"))
    bold = ('<style:style style:name="T1"><style:text-properties '
            'font-weight="bold"/></style:style>')
    return {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {ns}>"
                       f"<office:automatic-styles>{bold}"
                       "</office:automatic-styles><office:body><office:text>"
                       f"<text:tracked-changes>{gone}</text:tracked-changes>"
                       f"{body}</office:text></office:body>"
                       "</office:document-content>",
        "styles.xml": f"<office:document-styles {ns}><office:master-styles>"
                      f"<style:master-page>{margin}</style:master-page>"
                      "</office:master-styles></office:document-styles>",
    }


def zipped(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for name, data in parts.items():
            z.writestr(name, data)
    return out.getvalue()


# ----------------------------------------------------------------- tests


def a_source(r):
    """A name, the bytes, and the words in them."""
    kind = r.randrange(5)
    if kind < 2:
        rows = (questions_table, interviews_table)[kind](r)
        return "in.csv", dialect(r, rows), [c for row in rows for c in row]
    w = Words()
    parts = document(r)
    if kind == 4:
        lines = [t for _, x in parts for t in (x if isinstance(x, list)
                                               else [x])]
        return "in.txt", "\n".join(lines).encode(), lines
    name, make = (("in.docx", docx), ("in.odt", odt))[kind - 2]
    data = zipped(make(parts, w))
    return name, data, w.all


def one_whole(program, r, dir_):
    """Faults of one good source."""
    name, data, texts = a_source(r)
    with open(os.path.join(dir_, name), "wb") as f:
        f.write(data)
    os.mkdir(os.path.join(dir_, "d"))
    status, out, err = run(program, "new", "--from", name, "-d", "d",
                           "--lang", r.choice(["nl", "en"]), cwd=dir_)
    if status != 0:
        return [f"status {status}: {err[:600]}"]
    made, faults = "", []
    for file in sorted(os.listdir(os.path.join(dir_, "d"))):
        path = os.path.join("d", file)
        with open(os.path.join(dir_, path), encoding="utf-8") as f:
            made += f.read()
        status, out, said = run(program, "check", path, cwd=dir_)
        # A name may be too long for the head of a page.
        if re.search(r"error\[(?!L408)", said):
            faults.append(f"check {file}: {said[:600]}")
        status, out, said = run(program, "tidy", path, cwd=dir_)
        with open(os.path.join(dir_, path), encoding="utf-8") as f:
            if out != f.read():
                faults.append(f"tidy changes {file}: {said[:300]}")
    # What a block or quotes write as it is, whatever YAML makes of it.
    there = set(words(made.replace("\\n", " ").replace("\\t", " ")))
    there |= set(words(err))
    for text in texts:
        lost = [x for x in words(text) if x not in there]
        # "V4" and "vraag 4" are the key v04, in any case.
        lost = [x for x in lost if not re.fullmatch(
            r"(?i)v(raag)?|question|[vq]?\d+", x)]
        if lost:
            faults.append(f"lost {lost[:5]} of {text[:80]!r}")
    return faults


def damaged(r, data):
    data = bytearray(data)
    for _ in range(r.choice([1, 1, 3, 20])):
        if not data:
            break
        at = r.randrange(len(data))
        what = r.randrange(4)
        if what == 0:
            data[at] = r.randrange(256)
        elif what == 1:
            del data[at:at + r.randrange(1, 60)]
        elif what == 2:
            data[at:at] = bytes(data[:r.randrange(30)])
        else:
            del data[at:]
    return bytes(data)


def a_damaged(r):
    kind = r.randrange(4)
    if kind == 0:
        name, data, _ = a_source(r)
        return name, damaged(r, data)
    if kind == 1:  # well-formed ZIP, damaged XML
        name, make = r.choice([("in.docx", docx), ("in.odt", odt)])
        parts = make(document(r), Words())
        part = r.choice(list(parts))
        parts[part] = damaged(r, parts[part].encode())
        return name, zipped(parts)
    if kind == 2:  # a part is missing, or is another
        name, make = r.choice([("in.docx", docx), ("in.odt", odt)])
        parts = make(document(r), Words())
        names = list(parts)
        part = r.choice(names)
        if r.random() < 0.5:
            del parts[part]
        else:
            parts[part] = parts[r.choice(names)]
        return name, zipped(parts)
    return r.choice(["in.csv", "in.txt", "in.docx"]), r.choice([
        b"", b"\n", b"PK\x03\x04", b"%PDF-1.7", b"{\\rtf1", b"\x00" * 50,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16le"),
        b"<html>", b"formaat: interview/1\n...\n", b"\xff\xfe", b"\xef\xbb\xbf",
        bytes(r.randrange(256) for _ in range(80))])


def one_damaged(program, r, dir_):
    name, data = a_damaged(r)
    with open(os.path.join(dir_, name), "wb") as f:
        f.write(data)
    status, out, err = run(program, "new", "--from", name, cwd=dir_)
    if status == 1 and "error[" in err and not out:
        return []
    if status == 0 and out.endswith("...\n"):
        return []
    if status == 1 and "interviews" in err:  # of a table: they need -d
        return []
    return [f"status {status}: {err[:400]}"]


def bombs(program, dir_):
    """What grows or fetches when it is read."""
    deep = "<a>" * 5000 + "</a>" * 5000
    laughs = ('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {chr(98 + i)} "{("&" + chr(97 + i) + ";") * 10}">'
        for i in range(9)) + "]><x>&j;</x>")
    secret = os.path.join(dir_, "secret")
    with open(secret, "w", encoding="utf-8") as f:
        f.write("geheim")
    fetch = (f'<!DOCTYPE x [<!ENTITY a SYSTEM "file://{secret}">]>'
             f'<w:document xmlns:w="{W}"><w:p><w:r><w:t>&a;</w:t></w:r></w:p>'
             "</w:document>")
    big = "<a>" + " " * 100_000_000 + "</a>"
    for what, xml in (("deep", deep), ("laughs", laughs), ("fetch", fetch),
                      ("big", big)):
        for name, part in (("x.docx", "word/document.xml"),
                           ("x.odt", "content.xml")):
            with open(os.path.join(dir_, name), "wb") as f:
                f.write(zipped({part: xml}))
            status, out, err = run(program, "new", "--from", name, cwd=dir_)
            bad = status != 1 or "error[N1" not in err or "geheim" in out + err
            yield [f"{what}: status {status}: {err[:300]}"] if bad else []


def main():
    program = os.path.abspath(sys.argv[1])
    cases = int(sys.argv[2]) if len(sys.argv) > 2 else 150
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    passed = failed = 0
    results = []
    for i in range(cases):
        for test in (one_whole, one_damaged):
            with tempfile.TemporaryDirectory() as dir_:
                r = random.Random(f"{seed}-{i}-{test.__name__}")
                results.append((f"{test.__name__} {seed}-{i}",
                                test(program, r, dir_)))
    with tempfile.TemporaryDirectory() as dir_:
        results += [("bomb", faults) for faults in bombs(program, dir_)]
    for name, faults in results:
        failed += bool(faults)
        passed += not faults
        for fault in faults:
            print(f"{name}: {fault}")
    print(f"import: {passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
