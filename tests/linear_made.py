# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""Inputs of a given size, each with much of one thing: what tests/linear.py
reads in growing sizes.  KINDS is a table of (name, function, commands): the
function gives some bytes of about `n`, the commands are what is run on them,
with @ for the file."""
import io
import zipfile

SHIPPED = {}


def shipped(path):
    if path not in SHIPPED:
        with open(path, encoding="utf-8") as f:
            SHIPPED[path] = f.read()
    return SHIPPED[path]


def filled(n, *parts):
    """The parts over and over, numbered where they say {i}, `n` bytes."""
    out, size, i = [], 0, 0
    while size < n:
        part = parts[i % len(parts)].replace("{i}", str(i))
        out.append(part)
        size += len(part.encode("utf-8", "surrogateescape"))
        i += 1
    return "".join(out)


# ---------------------------------------------------------------- interviews

HEAD = """formaat: interview/1
dossier: LP-0017
taal: nl
leerkracht: {naam: juf Anne}
kind: {naam: Martijn, voornaamwoord: hij}
"""
ANSWERS = """antwoorden:
  v02: De hele dag die geluiden. Daar word ik zo kriegel van.
  v05: Ik zeg meteen zijn naam. Ik kijk niet meer wat er aan de hand is.
overgeslagen: [v01, v03, v04, v06, v07, v08, v09, v10, v12, v13]
"""
READER = "beoordelingen:\n  - door: coach\n    scores:\n"


def whole(rest, answers=ANSWERS):
    return HEAD + answers + rest + "...\n"


def interview(*parts, before="", answers=ANSWERS, after=""):
    """An interview with the parts over and over behind `before`."""
    def make(n):
        base = len(whole(before + after, answers))
        return whole(before + filled(max(n - base, 0), *parts) + after, answers)
    return make


def answers_long(n):
    """Answers as long as an answer may be, and as many."""
    text = "Bij rekenen maakte hij geluiden. Daar word ik kriegel van. "
    ids = ["v04", "v05", "v06", "v07", "v08", "v09", "v10", "v12", "v13"]
    body = "".join(f"  {k}: |\n    {text * (min(n // 9, 60000) // 60)}\n" for k in ids)
    return whole("", "antwoorden:\n" + body + "overgeslagen: [v01, v02, v03]\n")


def word_long(n):
    return whole("", "antwoorden:\n" + "".join(
        f"  {k}: {'a' * min(n // 9, 60000)}\n" for k in
        ["v04", "v05", "v06", "v07", "v08", "v09", "v10", "v12", "v13"]) +
        "overgeslagen: [v01, v02, v03]\n")


def quoting(n):
    """Long answers and quotes of them, found and not found."""
    half = min(n // 2, 60000 * 8)
    text = "Bij rekenen maakte hij geluiden. Daar word ik kriegel van. "
    ids = ["v04", "v05", "v06", "v07", "v08", "v09", "v10", "v12"]
    body = "".join(f"  {k}: |\n    {text * (half // 8 // 60)}Slot.\n" for k in ids)
    return whole(READER + "      boosheid:\n        score: 5\n        bewijs:\n" +
                 filled(n - half, '          - {citaat: "kriegel van. Slot."}\n'),
                 "antwoorden:\n" + body +
                 "overgeslagen: [v01, v02, v03, v13]\n")


def quoting_amiss(n):
    return quoting(n).replace("kriegel van. Slot.", "kriegel van het Slot.")


def quoting_near(n):
    return quoting(n).replace('citaat: "kriegel van. Slot."',
                              'bij: v05, citaat: "Kriegel van; slot"')


def quoting_not(n):
    """Quotes that stand in no answer, each its own, fifty a score."""
    ids = ["v04", "v05", "v06", "v07", "v08", "v09", "v10", "v12", "v13"]
    told = "Bij rekenen maakte hij {i} geluiden. Daar word ik kriegel van. "
    out, size = "beoordelingen:\n", n // 2
    for reader in range(min(20, 1 + size // 20000)):
        out += f"  - door: L{reader}\n    scores:\n"
        for scale in ["boosheid", "hulpeloosheid", "veilige_basis", "coherentie"]:
            out += f"      {scale}:\n        score: 3\n        bewijs:\n" + "".join(
                f'          - {{citaat: "Daar word ik kriegel {reader} {i} van."}}\n'
                for i in range(min(50, size // 4 // 70)))
    return whole(out, "antwoorden:\n" + "".join(
        f"  {k}: |\n    {filled(min(size // 9, 60000), told)}\n" for k in ids) +
        "overgeslagen: [v01, v02, v03]\n")


SHOWN = [["check"], ["score"], ["tidy"], ["render", "-l", "handout"],
         ["render", "-l", "dossier"]]
READ = [["check"], ["tidy"]]

INTERVIEWS = [
    ("answers", answers_long, SHOWN),
    ("word", word_long, SHOWN),
    ("quotes", interview('          - {bij: v05, citaat: "Ik zeg meteen zijn naam."}\n',
                         before=READER + "      boosheid:\n        score: 5\n        bewijs:\n"),
     SHOWN),
    ("quoting", quoting, SHOWN),
    ("quoting-amiss", quoting_amiss, READ),
    ("quoting-near", quoting_near, READ),
    ("quoting-not", quoting_not, READ),
    ("fragments", interview("  - {bij: v05, gevoel: boosheid}\n", before="fragmenten:\n"), SHOWN),
    ("moments", interview("  - {titel: Les {i}, bij: v05, wat: Hij liep weg, leerkracht: boos}\n",
                          before="momenten:\n"), SHOWN),
    ("strong", interview("  - {zin: Je zag wat hij kan, bij: [v05, v02]}\n", before="sterk:\n"), SHOWN),
    ("prompts", interview("    - Wat zou anders zijn als hij het wist, {i}?\n",
                          before="aanzetten:\n  boosheid:\n"), SHOWN),
    ("readers", interview("  - {door: L{i}, scores: {boosheid: {score: 5}}}\n",
                          before="beoordelingen:\n"), SHOWN),
    ("readers-same", interview("  - {door: L, scores: {boosheid: {score: 5}}}\n",
                               before="beoordelingen:\n"), READ),
    ("scores-unknown", interview("      schaal{i}: {score: 5}\n", before=READER), READ),
    ("scores-near", interview("      booshei{i}: {score: 5}\n", before=READER), READ),
    ("scores-same", interview("      boosheid: {score: 5}\n", before=READER), READ),
    ("names", interview("  - Naam{i}\n", before="anderen:\n"),
     READ + [["score"], ["render", "--anonymise", "-l", "handout"]]),
    ("steps", interview("    - {doel: Doel {i}, stap: Ik doe het, wanneer: morgen}\n",
                        before="plan:\n  stappen:\n"), SHOWN),
    ("changes", interview("  - {datum: 2026-01-20, wat: een woord}\n", before="wijzigingen:\n"), SHOWN),
    ("skipped", interview("v01, ", answers=ANSWERS.replace("overgeslagen:", "_:"),
                          before="overgeslagen: [", after="v03]\n"), READ),
    ("skipped-unknown", interview("v77, ", before="focus: [", after="v03]\n"), READ),
    ("answers-unknown", interview("  v{i}: Ja\n", before="", answers=HEAD[:0] + "antwoorden:\n"), READ),
    ("comments", interview("# nog een regel {i}\n"), SHOWN),
    ("comments-behind", interview("  - Naam{i} # zo\n", before="anderen:\n"), READ),
    ("keys-unknown", interview("sleutel{i}: ja\n"), READ),
    ("keys-near", interview("antwoord{i}: ja\n"), READ),
    ("keys-within", interview("  - {titel: Les, bij: v05, tietel{i}: x}\n", before="momenten:\n"), READ),
    ("keys-same", interview("wijzigingen: []\n"), READ),
    ("anchors", interview("a{i}: &a x\n"), READ),
    ("aliases", interview("a{i}: *a\n"), READ),
    ("tags", interview("a{i}: !t x\n"), READ),
    ("blank", interview("\n"), READ),
    ("blanks", interview("   \n"), READ),
    ("dashes", interview("- "), READ),
    ("dashes-lines", interview("- \n"), READ),
    ("dashes-list", interview("  - \n", before="sterk:\n"), READ),
    ("brackets", interview("["), READ),
    ("braces", interview("{"), READ),
    ("brackets-deep", interview("[" * 31 + "]" * 31 + ", ", before="sterk: [", after="]\n"), READ),
    ("colons", interview(": "), READ),
    ("colons-lines", interview("a: b: c\n"), READ),
    ("colons-text", interview("  - zin: Hij zei: nee\n", before="sterk:\n"), READ),
    ("quotes-open", interview("  - zin: \"Hij zei\n", before="sterk:\n"), READ),
    ("quotes-many", interview('"'), READ),
    ("tabs", interview("\tx: y\n"), READ),
    ("tab", interview("\t"), READ),
    ("indents", interview("   a: b\n  c: d\n"), READ),
    ("dates", interview("  - {datum: 2026-99-99, wat: een woord}\n", before="wijzigingen:\n"), READ),
    ("empty", interview("  - {bij: v05, gevoel: }\n", before="fragmenten:\n"), READ),
    ("template", interview("  - {titel: \"gedaan: |\", bij: v05, wat: x}\n", before="momenten:\n"), READ),
    ("texts-odd", interview("  - {titel: \"\\u200b\\u202e\\ue000\", bij: v05, wat: \u200bx}\n", before="momenten:\n"), READ),
    ("emoji", interview("  - {titel: Les \U0001f600, bij: v05, wat: \U0001f600}\n", before="momenten:\n"), READ),
    ("text-emoji", interview("\U0001f600 ", before="sterk:\n  - zin: x ", after="\n"), READ),
    ("controls", interview("\x01"), READ),
    ("bytes", interview("\udcff"), READ),
    ("returns", interview("\r"), READ),
    ("separators", interview("\u2028"), READ),
    ("nul", interview("\0"), READ),
    ("decomposed", interview("e\u0301e\u0301n ", before="sterk:\n  - zin: ", after="\n"), READ),
    ("marks", interview("\u0301", before="sterk:\n  - zin: e", after="\n"), READ),
    ("marks-mixed", interview("\u0301\u0323", before="sterk:\n  - zin: e", after="\n"), READ),
    ("folded", interview("    woord {i}\n", before="sterk:\n  - zin: >\n"), READ),
    ("plain-lines", interview("    woord {i}\n", before="sterk:\n  - zin: een\n"), READ),
    ("documents", interview("---\n"), READ),
    ("directives", lambda n: filled(n, "%YAML 1.1\n"), READ),
    ("keys-complex", interview("? a{i}\n: b\n"), READ),
    ("words-vague", interview("  - {zin: Hij is lastig, bij: [v05]}\n", before="sterk:\n"), READ),
    ("cut", lambda n: whole("")[:-4] + filled(n, "momenten"), READ),
]

# ---------------------------------------------------------------- rules


def rules(*parts, n0="", after=""):
    def make(n):
        base = shipped("rules/llinc.ini") + n0
        room = 1024 * 1024 - len(base.encode())
        return base + filled(min(n, room - 1024), *parts) + after
    return make


LONG = "Wat deed je toen, en hoe ging het daarna verder? " * 12
RULED = [["check"]]
RULES = [
    ("rules-prompts", rules("[prompt.p{i}]\nfor = scale boosheid\nnl = \"Wat {i}?\"\nen = \"What {i}?\"\n"), RULED),
    ("rules-prompts-long", rules("[prompt.p{i}]\nfor = profile\nnl = \"" + LONG + "\"\nen = \"" + LONG + "\"\n"), RULED),
    ("rules-comments", rules("# nog een regel {i}\n"), RULED),
    ("rules-parts", rules("note.nl.{i} = \"" + LONG + "\"\n", n0="[prompt.zz]\n"), RULED),
    ("rules-keys", rules("sleutel{i} = ja\n", n0="[prompt.zz]\n"), RULED),
    ("rules-keys-same", rules("priority = 1\n", n0="[prompt.zz]\n"), RULED),
    ("rules-sections", rules("[sectie.s{i}]\n"), RULED),
    ("rules-sections-same", rules("[prompt.zz]\n"), RULED),
    ("rules-scales", rules("[scale.s{i}]\ngroup = practice\ntitle.nl = \"S {i}\"\ntitle.en = \"S {i}\"\nabout.nl = \"" + LONG + "\"\n"), RULED),
    ("rules-bands", rules("[bands.b{i}]\nlow = from 1\nhigh = from 5\nlow.nl = a\nlow.en = a\nhigh.nl = a\nhigh.en = a\n"), RULED),
    ("rules-questions", rules("[question.v{i}]\ntitle.nl = a\ntitle.en = a\ntext.nl = a\ntext.en = a\n"), RULED),
    ("rules-patterns", rules("[pattern.p{i}]\nwhen.1 = scale.boosheid >= 5\nany.1 = scale.boosheid >= 5\nnotice.nl = a\nnotice.en = a\n"), RULED),
    ("rules-questionnaires", rules("[questionnaire.q{i}]\nrange = 1..5\nitems = 5\ntitle.nl = a\ntitle.en = a\n[subscale.q{i}.a]\nitems = 1, 2\nbands = heard\ntitle.nl = a\ntitle.en = a\n"), RULED),
    ("rules-feelings", rules("[feeling.f{i}]\nalso = f{i}a\ntitle.nl = a\ntitle.en = a\n"), RULED),
    ("rules-holders", rules("[goal.g{i}]\ntitle.nl = \"{kind} {naam} {x}\"\ntitle.en = \"{y}\"\n"), RULED),
    ("rules-glyphs", rules("[goal.g{i}]\ntitle.nl = \"\U0001f600\"\ntitle.en = \"\U0001f600\"\n"), RULED),
    ("rules-equals", rules("="), RULED),
    ("rules-lines", rules("x\n"), RULED),
    ("rules-blank", rules("\n"), RULED),
    ("rules-brackets", rules("["), RULED),
    ("rules-controls", rules("\x01"), RULED),
    ("rules-returns", rules("\r"), RULED),
    ("rules-bytes", rules("\udcff"), RULED),
    ("rules-avoid", rules("woord{i}, ", n0="[wording]\navoid.nl = "), RULED),
    ("rules-selfs", rules("[self.s{i}]\nnl = a\nen = a\n"), RULED),
]


def layout(*parts, n0="", after=""):
    def make(n):
        base = shipped("layouts/handout.ini") + n0
        room = 1024 * 1024 - len(base.encode())
        return base + filled(min(n, room - 1024), *parts) + after
    return make


LAYOUTS = [
    ("layout-blocks", layout("[block.b{i}]\nkind = text\ntext.nl = \"" + LONG + "\"\n"), RULED),
    ("layout-short", layout("[block.b{i}]\nkind = text\ntext.nl = a\ntext.en = a\n"), RULED),
    ("layout-unknown", layout("[block.b{i}]\nkind = tekst{i}\n"), RULED),
    ("layout-includes", layout("[block.b{i}]\ninclude = coach\n"), RULED),
    ("layout-keys", layout("sleutel{i} = ja\n", n0="[block.zz]\nkind = text\n"), RULED),
    ("layout-styles", layout("[style.s{i}]\nsize = 9pt\n"), RULED),
    ("layout-comments", layout("; x\n"), RULED),
    ("layout-sections", layout("[x{i}]\n"), RULED),
]

# ---------------------------------------------------------------- tables

TALLY = "cursist,schaal,score\n"


def table(*parts, head=TALLY, after=""):
    return lambda n: head + filled(n, *parts) + after


TALLIED = [["tally", "@", "--key", "examples/juf-anne.yaml"],
           ["new", "--from"]]
TABLES = [
    ("csv-rows", table("A{i},boosheid,5\n"), TALLIED),
    ("csv-rows-same", table("A,boosheid,5\n"), TALLIED),
    ("csv-rows-amiss", table("A{i},boos{i},99\n"), TALLIED),
    ("csv-rows-wide", lambda n: "cursist," + ",".join(
        ["sensitief_disciplineren", "veilige_basis", "boosheid"]) + "\n" +
        filled(n, "A{i},1,2,3\n"), TALLIED),
    ("csv-commas", table(","), TALLIED),
    ("csv-commas-lines", table(",,,,,,,,,,,,,,\n"), TALLIED),
    ("csv-quotes", table('"'), TALLIED),
    ("csv-quotes-cells", table('"",'), TALLIED),
    ("csv-cell", table("a", head=TALLY + '"'), TALLIED),
    ("csv-cell-lines", table("a\n", head=TALLY + '"', after='",boosheid,5\n'), TALLIED),
    ("csv-lines", table("\n"), TALLIED),
    ("csv-lines-words", table("x\n"), TALLIED),
    ("csv-columns", lambda n: filled(n // 2, "v{i},") + "\n" + filled(n // 2, "ja,"), TALLIED),
    ("csv-columns-same", lambda n: filled(n // 2, "v04,") + "\n" + filled(n // 2, "ja,"), TALLIED),
    ("csv-columns-few", lambda n: filled(1200, "kolom{i},") + "v04\n" + filled(n, "ja,"), TALLIED),
    ("csv-bytes", table("\udcff"), TALLIED),
    ("csv-nul", table("\0"), TALLIED),
    ("csv-questions", table("v04,Ja {i}\n", head="vraag,antwoord\n"), TALLIED),
    ("csv-questions-unknown", table("Wat dan {i}?,Ja\n", head="vraag,antwoord\nv04,ja\n"), TALLIED),
    ("csv-interviews", table("Ja {i},Nee,Sem\n", head="v04,v05,kind.naam\n"), TALLIED),
    ("csv-latin", table("caf\udce9,Nee,Sem\n", head="v04,v05,kind.naam\n"), TALLIED),
]

READ_BY = "cursist,dossier,boosheid\n"
AGREED = [
    ("agree-rows", table("A,C{i},5\nB,C{i},4\n", head=READ_BY), [["agree"]]),
    ("agree-cases", table("A{i},C{i},5\n", head=READ_BY), [["agree"]]),
    ("agree-readers", table("A{i},C,5\n", head=READ_BY), [["agree"]]),
    ("agree-scattered", lambda n: READ_BY + "".join(
        filled(n // 4, reader + ",C{i},5\n") for reader in "ABCD"), [["agree"]]),
    ("agree-amiss", table("A,C{i},boos{i},5\n", head="cursist,dossier,schaal,score\n"), [["agree"]]),
    ("agree-score-amiss", table("A,C{i},99\n", head=READ_BY), [["agree"]]),
]

# ---------------------------------------------------------------- documents

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(*parts, before="", after=""):
    """Its text is of that size; packed it is far smaller."""
    def make(n):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
            z.writestr("[Content_Types].xml", "<Types/>")
            z.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>' + before +
                       filled(n, *parts) + after + "</w:body></w:document>")
        return out.getvalue()
    return make


def para(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"


def odt(*parts, before="", after=""):
    def make(n):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
            z.writestr("mimetype", "application/vnd.oasis.opendocument.text")
            z.writestr("content.xml", f'<o:document-content xmlns:o="{OFFICE}office:1.0" '
                       f'xmlns:t="{OFFICE}text:1.0" xmlns:s="{OFFICE}style:1.0" '
                       f'xmlns:b="{OFFICE}table:1.0"><o:body><o:text>' + before +
                       filled(n, *parts) + after +
                       "</o:text></o:body></o:document-content>")
        return out.getvalue()
    return make


FROM = [["new", "--from"]]
DOCUMENTS = [
    ("docx-paragraphs", docx(para("Ja {i}"), before=para("v04 Een goed moment")), FROM),
    ("docx-questions", docx(para("v04"), para("Ja {i}")), FROM),
    ("docx-questions-all", docx(para("v04"), para("Ja"), para("v05"), para("Nee")), FROM),
    ("docx-runs", docx("<w:r><w:t>a </w:t></w:r>", before=para("v04") + "<w:p>", after="</w:p>"), FROM),
    ("docx-text", docx("woord ", before=para("v04") + "<w:p><w:r><w:t>", after="</w:t></w:r></w:p>"), FROM),
    ("docx-breaks", docx("<w:r><w:br/></w:r>", before=para("v04") + "<w:p>", after="</w:p>"), FROM),
    ("docx-cells", docx("<w:tr><w:tc>" + para("v04") + "</w:tc><w:tc>" + para("Ja {i}") + "</w:tc></w:tr>",
                        before="<w:tbl>", after="</w:tbl>"), FROM),
    ("docx-row", docx("<w:tc>" + para("v04") + "</w:tc>", before="<w:tbl><w:tr>", after="</w:tr></w:tbl>"), FROM),
    ("docx-deep", docx("<w:tbl>"), FROM),
    ("docx-attributes", docx(" a{i}='x'", before="<w:p", after="/>"), FROM),
    ("docx-speakers", docx(para("Coach: en toen?"), para("Anne: dat {i}"), before=para("v04")), FROM),
    ("docx-keys", docx(para("kind.naam: Sem"), before=para("v04")), FROM),
    ("docx-before", docx(para("Iets {i}")), FROM),
    ("odt-paragraphs", odt("<t:p>Ja {i}</t:p>", before="<t:p>v04</t:p>"), FROM),
    ("odt-spans", odt("<t:span>a </t:span>", before="<t:p>v04</t:p><t:p>", after="</t:p>"), FROM),
    ("odt-blanks", odt("<t:s t:c='200'/>", before="<t:p>v04</t:p><t:p>", after="</t:p>"), FROM),
    ("odt-lists", odt("<t:list><t:list-item><t:p>v04</t:p></t:list-item></t:list>"), FROM),
    ("odt-cells", odt("<b:table-row><b:table-cell><t:p>v04</t:p></b:table-cell>"
                      "<b:table-cell><t:p>Ja {i}</t:p></b:table-cell></b:table-row>",
                      before="<b:table>", after="</b:table>"), FROM),
]

# ---------------------------------------------------------------- PDF

PDF = "%PDF-1.7\n"
XMP = ('<?xpacket begin="" id="x"?><rp:version>1</rp:version><rp:case>A</rp:case>'
       "<rp:layout>form</rp:layout>")
VERIFIED = [["verify"], ["read"]]
PDFS = [
    ("pdf-blank", lambda n: PDF + " " * n, VERIFIED),
    ("pdf-objects", lambda n: PDF + filled(n, "{i} 0 obj\n<</A 1>>\nendobj\n"), VERIFIED),
    ("pdf-objects-same", lambda n: PDF + filled(n, "1 0 obj\n<</A 1>>\nendobj\n"), VERIFIED),
    ("pdf-packets", lambda n: PDF + filled(n, '<?xpacket begin="" id="x"?>'), VERIFIED),
    ("pdf-packets-end", lambda n: PDF + filled(n, XMP + '<?xpacket end="w"?>'), VERIFIED),
    ("pdf-properties", lambda n: PDF + '<?xpacket begin="" id="x"?>' + filled(n, "<rp:case>") +
     '<?xpacket end="w"?>', VERIFIED),
    ("pdf-property", lambda n: PDF + XMP + "<rp:options>" + "a " * (n // 2) + "</rp:options>" +
     '<?xpacket end="w"?>', VERIFIED),
    ("pdf-dictionaries", lambda n: PDF + "1 0 obj\n" + "<<" * (n // 2), VERIFIED),
    ("pdf-arrays", lambda n: PDF + "1 0 obj\n" + "[" * n, VERIFIED),
    ("pdf-trailers", lambda n: PDF + filled(n, "trailer<</Root 1 0 R/Prev 0>>\nstartxref\n0\n%%EOF\n"), VERIFIED),
    ("pdf-streams", lambda n: PDF + filled(n, "{i} 0 obj<</Length 9>>stream\n"), VERIFIED),
    ("pdf-fields", lambda n: PDF + "1 0 obj<</Type/Catalog/AcroForm<</Fields[" +
     filled(n // 2, "{i} 0 R ") + "]>>/Pages 2 0 R>>endobj\n" +
     filled(n // 2, "{i} 0 obj<</FT/Tx/T(a{i})/V(x)/Kids[1 0 R]>>endobj\n") +
     "trailer<</Root 1 0 R>>\n%%EOF\n", VERIFIED),
    ("pdf-string", lambda n: PDF + "1 0 obj(" + "(" * n, VERIFIED),
    ("pdf-xref", lambda n: PDF + "xref\n0 999999\n" + filled(n, "0000000000 65535 f \n") +
     "trailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n", VERIFIED),
]

KINDS = [(name, "yaml", make, runs) for name, make, runs in INTERVIEWS] + \
        [(name, "ini", make, runs) for name, make, runs in RULES + LAYOUTS] + \
        [(name, "csv", make, runs) for name, make, runs in TABLES + AGREED] + \
        [(name, name[:name.index("-")], make, runs) for name, make, runs in DOCUMENTS] + \
        [(name, "pdf", make, runs) for name, make, runs in PDFS]
