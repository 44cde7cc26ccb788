#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""What seldom stands in a table or document: tests/imported.py PROGRAM.

Each row of TABLES, WORD, OPEN and REFUSED is one source for `new --from`, and the
lines that the interview must have, or what must be said of it.  import.py has what
is usual, by chance.  The last line counts.
"""
import io
import os
import subprocess
import sys
import tempfile
import zipfile

from counting import Counting

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
OWN_RULES = ["-r", os.path.join(TOP, "examples", "with-questionnaire.ini")]
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
OPEN_NS = " ".join(f'xmlns:{n}="{OASIS}{n}:1.0"' for n in (
    "office", "text", "table", "style", "draw", "dc"))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100)

# (name, options, table, lines of the interview, words that are said)
TABLES = (
    ("a word of a few", (), "v04;kind.voornaamwoord\ngoed;HIJ\n",
     ["  voornaamwoord: hij"], []),
    ("a word of none of them", (), "v04;kind.voornaamwoord\ngoed;wie\n",
     ["# > kind.voornaamwoord: wie"], ["N111"]),
    ("yes", (), "v04;verzonnen\ngoed;Ja\n", ["verzonnen: ja"], []),
    ("a number", (), "v04;duur\ngoed;45\n", ["duur: 45"], []),
    ("a list", (), 'v04;anderen\ngoed;" Bo ,Sem "\n', ["anderen: [Bo, Sem]"], []),
    ("questions", (), 'v04;overgeslagen\ngoed;"v05, v06"\n',
     ["  v04: goed"], []),
    ("a date in words", (), "v04;Datum gesprek\ngoed;3 Januari 2026\n",
     ["datum: 2026-01-03"], []),
    ("a date in words, of two digits", ("--lang", "en"),
     "v04;Date of interview\ngoed;13 march 2026\n", ["date: 2026-03-13"], []),
    ("no date: the year is missing", (), "v04;Datum gesprek\ngoed;3 januari\n",
     [], ["N111"]),
    ("no date: one word", (), "v04;Datum gesprek\ngoed;morgen\n", [], ["N111"]),
    ("no date: no such month", (), "v04;Datum gesprek\ngoed;3 ember 2026\n", [],
     ["N111"]),
    ("no date: no such day", (), "v04;Datum gesprek\ngoed;31 februari 2026\n", [],
     ["N111"]),
    ("a day that is another in America", ("--lang", "en"),
     "v04;Date of interview\ngoed;3/4/2026\n", [], ["N111"]),
    ("a day that is one everywhere", ("--lang", "en"),
     "v04;Date of interview\ngoed;13/4/2026\n", ["date: 2026-04-13"], []),
    ("a date as it should be", (), "v04;Datum gesprek\ngoed;2026-01-03\n",
     ["datum: 2026-01-03"], []),
    ("a half number with a comma", (), "v04;boosheid\ngoed;3,5\n",
     ["      boosheid:\n        score: 3.5"], []),
    ("a score by another name for none", (), "v04;boosheid\ngoed;N.v.t.\n",
     ["      boosheid:\n        score: nvt"], []),
    ("two columns of one scale", (), "v04;boosheid;irritatie\ngoed;3;3\n",
     ["      boosheid:\n        score: 3"], []),
    ("a scale's own score", (), "v04;vastgesteld.scores.boosheid\ngoed;3\n",
     ["    boosheid: 3"], []),
    ("items of a questionnaire", OWN_RULES,
     "v04;vragenlijsten own 1;vragenlijsten own 2;vragenlijsten.own.items.3\ngoed;3;4;5\n",
     ["    items: {1: 3, 2: 4, 3: 5}"], []),
    ("a date of a questionnaire", OWN_RULES, "v04;vragenlijsten.own.datum\ngoed;2026-01-03\n",
     ["    datum: 2026-01-03"], []),
    ("a subscale of a questionnaire", OWN_RULES,
     "v04;vragenlijsten.own.scores.closeness\ngoed;3\n", ["      closeness: 3"], []),
    ("no item of a questionnaire", OWN_RULES, "v04;vragenlijsten own 0;vragenlijsten own x\ngoed;3;4\n",
     ["# > vragenlijsten own 0: 3", "# > vragenlijsten own x: 4"], []),
    ("keys that no table gives", (), "v04;formaat;antwoorden.v88;vragenlijsten.x.1;"
     "beoordelingen.1.scores.boosheid.score\ngoed;a;b;c;3\n",
     ["# > formaat: a", "# > antwoorden.v88: b", "# > vragenlijsten.x.1: c",
      "      boosheid:\n        score: 3"], []),
    ("a number with a comma between commas", (),
     'v04,boosheid,irritatie\ngoed,"3,5",\n', ["# > boosheid: 3,5"], ["N111"]),
    ("one value in two columns", (), "v04;kind.naam;Kind: naam\ngoed;Sem;Sem\n",
     ["  naam: Sem"], []),
    ("two values of one key", (), "v04;kind.naam;Kind: naam\ngoed;Sem;Bo\n",
     ["  naam: Sem", "# > Kind: naam: Bo"], ["N111"]),
    ("words with marks", (), 'v01\n"• warm, – druk\n3) open"\n',
     ["  - woord: warm", "  - woord: druk", "  - woord: open"], []),
    ("lines that end as elsewhere", (), 'v04\n"goed\r\nbeter\u2028best"\n',
     ["    goed", "    beter", "    best"], []),
    ("a column without a head", (), "v04;;v05\ngoed;verder;mis\n", ["# > kolom 2: verder"], []),
    ("a column without a head, in English", ("--lang", "en"),
     "v04;;v05\ngood;more;bad\n", ["# > column 2: more"], []),
    ("a column with nothing in it", (), "v04;Niets\ngoed;\n", ["  v04: goed"], []),
    ("no heads at all", (), "v04;Het ging goed.\nv05;Het botste.\n",
     ["  v04: Het ging goed.", "  v05: Het botste."], []),
    ("no heads, and a third column", ("--lang", "en"),
     "v04,It went well.,also\n", ["  v04: It went well.", "# > v04, column 3: also"], []),
    ("no head but for keys", (), "vraag;antwoord;gedaan\nkind.naam;Sem;iets\n"
     "v04;goed;\n", ["  naam: Sem"], []),
    ("nothing below the first row", (), "v04;v05\n", None, ["N105"]),
    ("more than a table may have", (), "v04\n" + "goed\n" * 2001, None, ["N107"]),
    ("a rules name that is known", ("-r", "six-constructs"), "v04\ngoed\n",
     ["regels: six-constructs"], []),
)


def docx(body, **parts):
    return {"word/document.xml":
            f"<w:document {W}>\n<w:body>\n{body}\n</w:body></w:document>",
            **{f"word/{name}.xml": f"<w:{name} {W}>{text}</w:{name}>"
               for name, text in parts.items()}}


def p(inner, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def r(text, properties=""):
    return f"<w:r><w:rPr>{properties}</w:rPr>{text}</w:r>"


def t(text):
    return f'<w:t xml:space="preserve">{text}</w:t>'


def styled(name, text):
    return p(r(t(text)), f'<w:pStyle w:val="{name}"/>')


HEAD = p(r(t("v04"), "<w:b/>"))
STYLES = """
<w:style w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:styleId="O"><w:name w:val="Eigen"/>
 <w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:styleId="N"><w:name w:val="Nog"/><w:basedOn w:val="O"/></w:style>
<w:style w:styleId="V"><w:rPr><w:b w:val="on"/></w:rPr></w:style>
<w:style w:styleId="D"><w:basedOn w:val="V"/></w:style>
<w:style w:styleId="L"><w:rPr><w:b w:val="off"/></w:rPr></w:style>
<w:style w:styleId="K"><w:basedOn w:val="K"/></w:style>
"""
OTHER = "Vraag 88: iets anders"  # a heading, or it is part of the answer
WORD = (
    ("a letter of a picture font", docx(HEAD + p(r(t("ja ") + '<w:sym w:char="F0FC"/>'))),
     ["  v04: ja □"], ["N113", "characters that no text holds: 1"]),
    ("a control character", docx(HEAD + p(r(t("goed\x80zo")))), ["  v04: goed zo"],
     ["N113"]),
    ("a letter of another font",
     docx(HEAD + p(r(t("caf") + '<w:sym w:char="00E9"/>'))), ["  v04: café"], []),
    ("a letter of no number", docx(HEAD + p(r(t("ja ") + "<w:sym/>"))),
     ["  v04: ja □"], ["N113"]),
    ("hyphens", docx(HEAD + p(r(t("a") + "<w:noBreakHyphen/>" + t("b") +
                                "<w:softHyphen/>" + t("c")))),
     ["  v04: a\u2011b\u00adc"], []),
    ("a choice in a form", docx(HEAD + p(r(
        '<w:fldChar><w:ffData><w:ddList><w:result w:val="1"/>'
        '<w:listEntry w:val="nee"/><w:listEntry w:val="ja"/>'
        "</w:ddList></w:ffData></w:fldChar>"))), ["  v04: ja"], []),
    ("a note at the end", docx(
        HEAD + p(r(t("goed") + '<w:endnoteReference w:id="1"/>')),
        endnotes='<w:endnote w:id="1">' + p(r(t("noot"))) + "</w:endnote>"),
     ["  # > noot: noot"], ["N113"]),
    ("a box in two forms", docx(HEAD + p(r(t("goed") +
        "<w:AlternateContent><w:Choice><w:txbxContent>" + p(r(t("eens"))) +
        "</w:txbxContent></w:Choice><w:Fallback><w:txbxContent>" +
        p(r(t("tweemaal"))) + "</w:txbxContent></w:Fallback>"
        "</w:AlternateContent>"))), ["eens"], ["-tweemaal"]),
    ("a picture", docx(HEAD + p(r(t("goed") + "<w:drawing><w:x/></w:drawing>"))),
     ["  v04: goed"], ["pictures and the like: 1"]),
    ("another file", docx(HEAD + p(r(t("goed"))) + "<w:altChunk/>"),
     ["  v04: goed"], ["pictures and the like: 1"]),
    ("bold that is off", docx(HEAD + p(r(t(OTHER), '<w:b w:val="off"/>')) +
                              p(r(t(OTHER), '<w:b w:val="0"/>'))),
     ["Vraag 88"], []),
    ("styles", docx("".join(styled(s, "Kop " + s) for s in "TONVDLK") +
                    styled("O", "v04") + p(r(t("goed"))), styles=STYLES),
     ["  v04: goed"], []),
    ("rows", docx(
        "<w:tbl>\n<w:tr>\n<w:tc>" + p(r(t("Kind:"))) + "</w:tc>\n<w:tc>" +
        p(r(t("Sem"))) + "</w:tc></w:tr>"
        "<w:tr><w:tc>" + p(r(t("v04. Een goed moment"))) + "</w:tc><w:tc>" +
        p(r(t("Een goed moment"))) + "</w:tc><w:tc>" + p(r(t("goed"))) +
        p(r(t("heel goed"))) + "</w:tc></w:tr></w:tbl>"),
     ["  naam: Sem", "    goed", "    heel goed"], []),
    ("a row of one cell, and of three", docx(
        "<w:tbl><w:tr><w:tc>" + p(r(t("Kind"))) + "</w:tc></w:tr><w:tr>" + 3 * (
            "<w:tc>" + p(r(t("Kind"))) + "</w:tc>") + "</w:tr></w:tbl>" + HEAD +
        p(r(t("goed")))), ["  v04: goed"], []),
    ("a number of the document's own",
     docx(p(r(t("4. Een goed moment"), "<w:b/>")) + p(r(t("goed")))),
     ["  v04: goed"], []),
    ("who asks", docx(p(r(t("Coach: Wanneer ging het goed tussen jou en Sem?"))) +
                      p(r(t("goed")))), ["  v04: goed"], []),
    ("a question that is asked twice",
     docx(HEAD + p(r(t("goed"))) + HEAD + p(r(t("beter")))), ["goed", "beter"],
     ["N114"]),
    ("an answer that is too long",
     docx(HEAD + p(r(t("heel " * 9000))) + HEAD + p(r(t("goed " * 9000)))),
     ["# > v04: "], ["N111"]),
    ("a comment in the file", docx(HEAD + "<!-- a > b < c --><w:p/>" +
                                   p(r(t("goed")))), ["  v04: goed"], []),
    ("more than a tag has", docx(HEAD + "<w:p " + " ".join(
        f'a{i}="1"' for i in range(5000)) + "/>"), None, ["N102"]),
    ("a part that is large", docx(HEAD + 40000 * p(r(t("goed")))[:0] +
                                  p(r(t("goed"))) + "<!--" + "x" * 300000 + "-->"),
     ["  v04: goed"], []),
    ("a workbook", {"xl/workbook.xml": "<x/>"}, None, ["a workbook"]),
    ("a ZIP file", {"x/y": "<x/>"}, None, ["a ZIP file"]),
)


def odt(body, styles="", own=""):
    return {"content.xml":
            f"<office:document-content {OPEN_NS}>\n<office:automatic-styles>{own}"
            "</office:automatic-styles>\n<office:body><office:text>\n" + body +
            "\n</office:text></office:body></office:document-content>",
            "styles.xml": f"<office:document-styles {OPEN_NS}>\n<office:styles>"
            f"{styles}</office:styles>\n<office:master-styles>\n"
            "</office:master-styles></office:document-styles>"}


def op(text, style="", kind="p"):
    return f'<text:{kind} text:style-name="{style}">{text}</text:{kind}>'


OPEN = (
    ("set as a title", odt(op("Titel", "Title") + op("v04", "Heading_20_2") +
                           op("goed")), ["  v04: goed"], []),
    ("set as a style of a heading", odt(
        op("v04", "P1") + op("goed"), '<style:style style:name="Eigen" '
        'style:parent-style-name="Heading"/>', '<style:style style:name="P1" '
        'style:parent-style-name="Eigen"/>'), ["  v04: goed"], []),
    ("a row", odt("<table:table>\n<table:table-row>\n<table:table-cell>" + op("v04") +
                  "</table:table-cell>\n<table:table-cell>" + op("goed") +
                  op("beter") + "</table:table-cell></table:table-row></table:table>"),
     ["    goed", "    beter"], []),
    ("a note and a frame of no paragraph", odt(
        op("v04", "Title") + op("goed") + "<text:note><text:note-body>" +
        op("noot") + "</text:note-body></text:note><draw:frame><draw:text-box>" +
        op("kader") + "</draw:text-box></draw:frame><office:annotation>" +
        op("opmerking") + "</office:annotation>"), ["noot", "kader", "opmerking"], []),
    ("what was added", odt(
        "<text:tracked-changes>\n<text:changed-region>\n<text:insertion/>"
        "</text:changed-region></text:tracked-changes>" + op("v04", "Title") +
        op("goed")), ["  v04: goed"], ["a tracked change adds: 1"]),
    ("a password", {"META-INF/manifest.xml":
                    "<m><f>\n<encryption-data/></f></m>", **odt("")}, None, ["N103"]),
    ("no password", {"META-INF/manifest.xml": "<m><f>\n</f></m>",
                     **odt(op("v04", "Title") + op("goed"))}, ["  v04: goed"], []),
    ("a sheet", {"mimetype": "application/vnd.oasis.opendocument.spreadsheet",
                 **odt("")}, None, ["a workbook"]),
)


# Plain text.
TEXTS = (
    ("the mark of UTF-8", "\ufeffv04: goed\n", ["  v04: goed"], []),
)


def zipped(parts, how=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as z:
        for name, data in parts.items():
            z.writestr(name, data)
    return out.getvalue()


def with_flag(data, flag):
    """All parts with this bit of their flags."""
    data = bytearray(data)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        i = data.find(mark)
        while i >= 0:
            data[i + at] |= flag
            i = data.find(mark, i + 4)
    return bytes(data)


def wide(text):
    return text.encode("utf-16-le")


GOOD = docx(HEAD + p(r(t("goed"))))
# (name, file, bytes, words that are said)
REFUSED = (
    ("an old Word document", "x.doc", OLE + wide("WordDocument"), "old Word document"),
    ("an old workbook", "x.xls", OLE + wide("Workbook"), "an Excel workbook"),
    ("another old file", "x.ppt", OLE, "an old kind of office file"),
    ("a locked document of Word", "x.docx", OLE + wide("EncryptedPackage"), "N103"),
    ("a web page", "x.htm", b"<HTML><p>x", "a web page"),
    ("an interview already", "x.yaml",
     b"formaat: interview/1\ndossier: LP-1\n\nantwoorden:\n  v04: goed\n...\n",
     "an interview already"),
    ("an XML file", "x.xml", b"\xef\xbb\xbf<?xml version='1.0'?>", "an XML file"),
    ("a part with a password", "x.docx", with_flag(zipped(GOOD), 1), "N103"),
    ("a part packed in no known way", "x.docx", zipped(GOOD).replace(
        b"\x08\x00", b"\x63\x00"), "N102"),
    ("bytes changed in a part", "x.docx", zipped(GOOD, zipfile.ZIP_STORED).replace(
        b"goed", b"goeD"), "N102"),
    ("an empty part", "x.docx", zipped({"word/document.xml": ""}), "N102"),
)


class Imported(Counting):
    def __init__(self, program, work):
        self.program, self.work = os.path.abspath(program), work

    def new(self, file, data, *options):
        with open(os.path.join(self.work, file), "wb") as f:
            f.write(data)
        run = subprocess.run(
            [self.program, "new", "--from", file, *options], cwd=self.work,
            capture_output=True, timeout=60, check=False,
            env={**os.environ, "LC_ALL": "C"})
        return run.returncode, run.stdout.decode(), run.stderr.decode()

    def show(self, name, *more):
        super().show(name, *(str(m)[:300] for m in more[:-1]))
        print("    ", "\n     ".join(line[:80] for line in str(more[-1]).split("\n")
                                   if not line.startswith("# ")))

    def one(self, name, file, data, lines, said, options=()):
        status, out, err = self.new(file, data, *options)
        if lines is None:
            self.check(name, status == 1 and not out, status, out, err)
        else:
            self.check(name, status == 0, status, err)
        for line in lines or ():
            self.check(name, f"\n{line}\n" in out or
                       (not line.startswith(" ") and line in out), line, out)
        for words in said:
            if words[0] == "-":
                self.check(name, words[1:] not in out + err, words, out, err)
            else:
                self.check(name, words in err, words, err)

    def all(self):
        for name, options, table, lines, said in TABLES:
            self.one(name, "x.csv", table.encode(), lines, said, options)
        for file, rows in (("x.docx", WORD), ("x.odt", OPEN)):
            for name, parts, lines, said in rows:
                self.one(name, file, zipped(parts), lines, said)
        for name, text, lines, said in TEXTS:
            self.one(name, "x.txt", text.encode(), lines, said)
        for name, file, data, words in REFUSED:
            self.one(name, file, data, None, [words])
        return self.last("imported")


def main(program):
    with tempfile.TemporaryDirectory() as work:
        return Imported(program, work).all()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
