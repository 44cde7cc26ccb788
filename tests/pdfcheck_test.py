#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""Proves that each rule of pdfcheck.py fires: pdfcheck_test.py FILE

FILE is a good PDF/A-3a report with two pages, a list, a table, a figure, links, a
note, fields and two attachments.  Each case breaks one thing in it; the rule of that
name must then complain.  A rule without a case is a failure too."""

import base64
import copy
import json
import sys

import pdfcheck

CASES = []  # (rule, function that breaks)


def breaks(name):
    def add(function):
        CASES.append((name, function))
        return function

    return add


class Broken:
    """A file's objects, to be changed in place."""

    def __init__(self, objects):
        self.objects = objects
        self.all = objects[1]
        self.pdf = pdfcheck.Pdf(objects)
        self.catalog = self.pdf.catalog
        self.page = self.pdf.pages[0]
        self.font_ref = next(iter(self.pdf.fonts))
        self.font = self.pdf.fonts[self.font_ref]

    def element(self, kind):
        return next(e for e in self.pdf.elements() if e.type == kind)

    def edit(self, ref, old, new):
        """Replaces bytes in a stream; they must be there."""
        stream = self.all["obj:" + ref]["stream"]
        data = base64.b64decode(stream["data"])
        assert old in data, old
        stream["data"] = base64.b64encode(data.replace(old, new, 1)).decode()

    def content(self, old, new):
        self.edit(self.page["/Contents"], old, new)

    def xmp(self, old, new):
        self.edit(self.catalog["/Metadata"], old, new)

    def picture(self):
        images = self.pdf.get(self.page["/Resources"])["/XObject"]
        return self.pdf.get(next(iter(self.pdf.get(images).values())))

    def truncate(self, ref):
        self.all["obj:" + ref]["stream"]["data"] = ""


@breaks("encryption")
def _(f):
    f.pdf.trailer["/Encrypt"] = {}


@breaks("id")
def _(f):
    f.pdf.trailer["/ID"] = []


@breaks("lang")
def _(f):
    del f.catalog["/Lang"]


@breaks("lang")
def _(f):
    f.catalog["/Lang"] = "u:fr"


@breaks("marked")
def _(f):
    del f.catalog["/MarkInfo"]


@breaks("display-title")
def _(f):
    f.catalog["/ViewerPreferences"] = {"/DisplayDocTitle": False}


@breaks("page-labels")
def _(f):
    del f.catalog["/PageLabels"]


@breaks("outline")
def _(f):
    root = f.pdf.get(f.catalog["/Outlines"])
    f.pdf.get(root["/First"])["/Dest"] = ["1 0 R", "/XYZ", None, 0, None]


@breaks("outline")
def _(f):
    f.pdf.get(f.catalog["/Outlines"])["/Count"] = 99


@breaks("outline")
def _(f):
    del f.catalog["/Outlines"]


@breaks("output-intent")
def _(f):
    del f.catalog["/OutputIntents"]


@breaks("output-intent")
def _(f):
    intent = f.pdf.get(f.pdf.get(f.catalog["/OutputIntents"])[0])
    f.pdf.get(intent["/DestOutputProfile"])["/N"] = 4


@breaks("version")
def _(f):
    f.xmp(b"<pdfaid:part>3<", b"<pdfaid:part>1<")


@breaks("xmp-plain")
def _(f):
    f.xmp(b"</rdf:RDF>", b"")


@breaks("xmp-plain")
def _(f):
    f.pdf.get(f.catalog["/Metadata"])["/Filter"] = "/FlateDecode"


@breaks("xmp-ua")
def _(f):
    f.xmp(b"<pdfuaid:part>1<", b"<pdfuaid:part>2<")


@breaks("xmp-info")
def _(f):
    f.pdf.info["/Producer"] = "u:Another"


@breaks("xmp-info")
def _(f):
    f.pdf.info["/ModDate"] = "u:D:19990101120000Z"


@breaks("title")
def _(f):
    f.xmp(b"<dc:title>", b"<dc:label>")


@breaks("xmp-schemas")
def _(f):
    f.xmp(b"<pdfaProperty:name>fonts<", b"<pdfaProperty:name>other<")
    f.xmp(b"<rp:interview>", b"<rp:unheard>")


@breaks("xmp-schemas")
def _(f):
    f.xmp(b"<pdfaProperty:valueType>Integer<", b"<pdfaProperty:valueType>Text<")


@breaks("page-box")
def _(f):
    f.page["/MediaBox"] = [0, 0, 0, 841]


@breaks("page-tabs")
def _(f):
    del f.page["/Tabs"]


@breaks("color")
def _(f):
    del f.catalog["/OutputIntents"]


@breaks("color")
def _(f):
    f.pdf.get(f.page["/Resources"])["/ExtGState"] = {}


@breaks("image")
def _(f):
    del f.pdf.get(f.page["/Resources"])["/XObject"]


@breaks("image")
def _(f):
    f.picture()["/SMask"] = "1 0 R"


@breaks("image")
def _(f):
    f.picture()["/Width"] += 1


@breaks("content-balance")
def _(f):
    f.content(b"q ", b"q q ")


@breaks("content-operators")
def _(f):
    f.content(b"ET\n", b"ET\n/X sh\n")


@breaks("content-numbers")
def _(f):
    f.content(b"BT ", b"BT 99999 0 Td ")


@breaks("content-marked")
def _(f):
    f.content(b"EMC\n", b"EMC\n0 0 1 1 re f\n")


@breaks("content-nesting")
def _(f):
    f.content(b"<</MCID 0>>BDC\n", b"<</MCID 0>>BDC\n/Artifact BMC EMC\n")


@breaks("content-nesting")
def _(f):
    f.content(b"/Artifact<</Type/Pagination>>BDC\n",
              b"/Artifact<</Type/Pagination>>BDC\n/P<</MCID 900>>BDC EMC\n")


@breaks("content-mcid")
def _(f):
    f.content(b"/MCID 1>>", b"/MCID 0>>")


@breaks("content-balance")
def _(f):
    f.content(b"EMC\n", b"EMC EMC\n")


@breaks("content-balance")
def _(f):
    f.content(b"BT ", b"")


@breaks("content-balance")
def _(f):
    f.content(b"EMC\n", b"")


@breaks("font-embedded")
def _(f):
    del f.font.descriptor["/FontFile2"]


@breaks("font-embedded")
def _(f):
    f.font.descriptor["/FontName"] = "/Lato"


@breaks("font-descriptor")
def _(f):
    del f.font.descriptor["/CapHeight"]


@breaks("font-text")
def _(f):
    f.edit(f.font.dict["/ToUnicode"], b"<0001><", b"<9999><")


@breaks("font-text")
def _(f):
    f.edit(f.font.dict["/ToUnicode"], b"<0000><FFFF>", b"<00><FF>")


@breaks("font-text")
def _(f):
    del f.font.dict["/ToUnicode"]


@breaks("font-notdef")
def _(f):
    f.truncate(f.font.cid_font["/CIDToGIDMap"])


@breaks("font-widths")
def _(f):
    f.pdf.get(f.font.cid_font["/W"])[1][1] += 20


@breaks("font-widths")
def _(f):
    f.font.cid_font["/W"] = []


@breaks("font-cidset")
def _(f):
    f.xmp(b"<pdfaid:part>3<", b"<pdfaid:part>1<")


@breaks("words-apart")
def _(f):
    for font in f.pdf.fonts.values():
        for cid in [c for c, text in font.text.items() if text == " "]:
            f.edit(font.dict["/ToUnicode"], b"<%04X><0020>" % cid,
                   b"<%04X><0065>" % cid)


@breaks("tree")
def _(f):
    f.pdf.root.dict["/S"] = "/Part"


@breaks("tree-types")
def _(f):
    f.element("P").dict["/S"] = "/Paragraph"


@breaks("tree-parents")
def _(f):
    f.element("P").dict["/P"] = f.pdf.root.kids[-1].ref
    f.element("H1").dict["/P"] = f.pdf.root.kids[-1].ref


@breaks("tree-nesting")
def _(f):
    f.element("LBody").dict["/S"] = "/P"


@breaks("tree-nesting")
def _(f):
    f.element("TR").dict["/S"] = "/Sect"


@breaks("tree-empty")
def _(f):
    f.element("P").dict["/K"] = []


@breaks("tree-alt")
def _(f):
    del f.element("Figure").dict["/Alt"]


@breaks("tree-lang")
def _(f):
    f.element("P").dict["/Lang"] = "u:turks"


@breaks("tree-box")
def _(f):
    del f.element("Figure").dict["/A"]["/BBox"]


@breaks("tree-scope")
def _(f):
    del f.element("TH").dict["/A"]["/Scope"]


@breaks("tree-table")
def _(f):
    f.element("TR").dict["/K"].pop()


@breaks("tree-list")
def _(f):
    f.element("L").dict["/A"]["/ListNumbering"] = "/None"


@breaks("tree-notes")
def _(f):
    del f.element("Note").dict["/ID"]


@breaks("note-ids")
def _(f):
    names = f.pdf.get(f.pdf.structure["/IDTree"])["/Names"]
    del names[-2:]


@breaks("note-ids")
def _(f):
    """Limits that are not those of what is below them."""
    tree = f.pdf.get(f.pdf.structure["/IDTree"])
    names = tree.pop("/Names")
    tree["/Kids"] = [{"/Names": names, "/Limits": ["u:a", names[-2]]}]


@breaks("headings")
def _(f):
    f.element("H2").dict["/S"] = "/H3"


@breaks("headings")
def _(f):
    f.element("H1").dict["/S"] = "/P"


@breaks("parent-tree")
def _(f):
    nums = f.pdf.get(f.pdf.structure["/ParentTree"])["/Nums"]
    nums[1][0] = nums[1][1]


@breaks("parent-tree")
def _(f):
    del f.page["/StructParents"]


@breaks("tree-content")
def _(f):
    f.element("H1").dict["/K"] = [500]


@breaks("tree-tags")
def _(f):
    f.content(b"/H1<<", b"/P<<")


def link(f, n=0):
    return list(pdfcheck.annotations(f.pdf, "/Link"))[n][2]


@breaks("annot-kind")
def _(f):
    link(f)["/F"] = 6


@breaks("annot-kind")
def _(f):
    link(f)["/F"] = 0


@breaks("annot-frame")
def _(f):
    link(f)["/Border"] = [0, 0, 1]


@breaks("annot-kind")
def _(f):
    link(f)["/Rect"][1] = -5


@breaks("annot-kind")
def _(f):
    link(f)["/Subtype"] = "/Text"


@breaks("annot-dest")
def _(f):
    link(f)["/Dest"][0] = "1 0 R"


@breaks("annot-dest")
def _(f):
    del link(f)["/Dest"]


@breaks("annot-contents")
def _(f):
    del link(f)["/Contents"]


@breaks("annot-structure")
def _(f):
    f.element("Link").dict["/S"] = "/Span"


@breaks("annot-structure")
def _(f):
    f.element("Link").dict["/K"].pop()


@breaks("annot-structure")
def _(f):
    del next(p for p in f.pdf.pages if "/Annots" in p)["/Annots"]


@breaks("annot-structure")
def _(f):
    f.element("Link").dict["/K"] = f.element("Link").dict["/K"][1:]


@breaks("annot-structure")
def _(f):
    links = [e for e in f.pdf.elements() if e.type == "Link"]
    links[0].dict["/K"].append(links[1].dict["/K"][-1])


@breaks("annot-parent")
def _(f):
    link(f)["/StructParent"] += 1


@breaks("annot-parent")
def _(f):
    f.pdf.structure["/ParentTreeNextKey"] -= 1


@breaks("annot-parent")
def _(f):
    nums = f.pdf.get(f.pdf.structure["/ParentTree"])["/Nums"]
    nums[-4:] = nums[-2:] + nums[-4:-2]


def widget(f, n=0):
    return list(pdfcheck.annotations(f.pdf, "/Widget"))[n][2]


def form(f):
    return f.pdf.get(f.catalog["/AcroForm"])


@breaks("annot-order")
def _(f):
    annots = next(p for p in f.pdf.pages if len(p.get("/Annots", [])) > 1)["/Annots"]
    annots.reverse()


@breaks("annot-structure")
def _(f):
    f.element("Form").dict["/S"] = "/Figure"


@breaks("annot-parent")
def _(f):
    widget(f)["/StructParent"] += 1


@breaks("form")
def _(f):
    form(f)["/NeedAppearances"] = True


@breaks("form")
def _(f):
    f.pdf.get(form(f)["/DR"])["/Font"] = {}


@breaks("form")
def _(f):
    del widget(f)["/DA"]


@breaks("field-name")
def _(f):
    widget(f)["/T"] = "u:juf Anne"


@breaks("field-says")
def _(f):
    del widget(f)["/TU"]


@breaks("field-says")
def _(f):
    widget(f)["/TU"] = widget(f, 1)["/TU"]


@breaks("field-widgets")
def _(f):
    widget(f)["/AA"] = {}


@breaks("field-widgets")
def _(f):
    del widget(f)["/AP"]


@breaks("field-widgets")
def _(f):
    widget(f)["/AP"] = widget(f, 1)["/AP"]


@breaks("field-widgets")
def _(f):
    form(f)["/Fields"].pop()


@breaks("field-apart")
def _(f):
    held = list(pdfcheck.annotations(f.pdf, "/Widget"))
    one, two = next((a, b) for (p, _, a), (q, _, b) in zip(held, held[1:]) if p == q)
    two["/Rect"] = [v + 1 for v in one["/Rect"]]


@breaks("attachments")
def _(f):
    del f.pdf.get(f.pdf.get(f.catalog["/AF"])[0])["/AFRelationship"]


@breaks("attachments")
def _(f):
    names = f.pdf.get(f.pdf.get(f.catalog["/Names"])["/EmbeddedFiles"])["/Names"]
    names[:] = names[2:] + names[:2]


@breaks("attachment-data")
def _(f):
    spec = f.pdf.get(f.pdf.get(f.catalog["/AF"])[0])
    f.truncate(spec["/EF"]["/F"])


def main(path):
    good = pdfcheck.Pdf.read(path)
    faults = pdfcheck.check(copy.deepcopy(good))
    failed = [f"{path} is not good: {faults[0]}"] if faults else []
    for number, (name, break_it) in enumerate(CASES, 1):
        objects = copy.deepcopy(good)
        break_it(Broken(objects))
        try:
            found = {rule for rule, _ in pdfcheck.check(objects)}
        except (KeyError, TypeError, IndexError) as e:
            found = {f"{type(e).__name__} {e}"}
        if name not in found:
            failed.append(f"case {number}: {name} did not fire, but {sorted(found)}")
    known = {name for name, _ in CASES}
    failed += [f"no case for {n}" for n, _, _ in pdfcheck.RULES if n not in known]
    for line in failed:
        print(line)
    total = len(CASES) + 1
    print(f"pdfcheck rules: {total - len(failed)} passed, {len(failed)} failed")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
