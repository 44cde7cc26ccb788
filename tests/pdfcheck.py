#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""An independent reading of PDF files: pdfcheck.py [--list] FILE...

Reads a file through `qpdf --json=2` and looks at what PDF/UA-1 and PDF/A ask
of structure, marking, fonts and metadata.  No verdict of conformance; a rule
that fails is a fault for sure.  Needs qpdf and Python's own library only.
Prints one line per file and up to six faults; the status is 1 if there was
one.  pdfcheck_test.py proves that each rule fires."""

import base64
import hashlib
import json
import re
import struct
import subprocess
import sys
import xml.etree.ElementTree as ET

RULES = []  # (name, what it asks, function), in the order of writing


def rule(name, asks):
    """A rule is a generator over a Pdf that yields a sentence per fault."""

    def add(function):
        RULES.append((name, asks, function))
        return function

    return add


# ---- reading --------------------------------------------------------------

TOKEN = re.compile(
    rb"<<|>>|\[|\]|<[0-9A-Fa-f\s]*>|\((?:\\.|[^\\()])*\)|/[^\s/<>\[\]()]*"
    rb"|[^\s/<>\[\]()]+", re.S)
ESCAPE = re.compile(rb"\\([nrtbf()\\]|[0-7]{1,3}|\n)", re.S)
ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
OPERATORS = set(
    b"m l c re h f S B n w d g G rg RG BT ET Tf Td Ts TJ Tj BMC BDC EMC"
    b" q cm Do Q".split())
PAINTS = set(b"TJ Tj f S B Do".split())


def text_of(value):
    """The text of a JSON string of qpdf's: u: is text, b: is bytes."""
    if isinstance(value, str) and value.startswith("u:"):
        return value[2:]
    if isinstance(value, str) and value.startswith("b:"):
        return bytes.fromhex(value[2:]).decode("latin-1")
    return value or ""


def unescape(literal):
    """The bytes of a literal string, without its parentheses."""

    def one(m):
        c = m.group(1)
        if c[:1].isdigit():
            return bytes([int(c, 8) & 255])
        return ESCAPED.get(c, b"" if c == b"\n" else c)

    return ESCAPE.sub(one, literal[1:-1])


class Show:
    """A TJ operator: which font, which CIDs, from where to where, which MCID."""

    def __init__(self, font, cids, start, end, mcid):
        self.font, self.cids, self.mcid = font, cids, mcid
        self.start, self.end = start, end


class Content:
    """The operators of a page, walked once."""

    def __init__(self, pdf, page):
        self.pdf = pdf
        self.faults = []  # (rule, sentence)
        self.mcids, self.shows, self.colors = [], [], set()
        self.drawn, self.saved = [], 0  # names of images; q without Q
        self.tags = {}  # MCID: type
        resources = pdf.get(page["/Resources"])
        self.fonts = pdf.get(resources.get("/Font", {}))
        self.images = pdf.get(resources.get("/XObject", {}))
        self.stack, self.in_text = [], False
        self.x, self.y, self.font, self.size = 0.0, 0.0, None, 0.0
        operands = []
        for token in TOKEN.findall(pdf.data(page["/Contents"])):
            is_operator = re.fullmatch(rb"[A-Za-z*']+", token)
            if is_operator and token not in (b"true", b"false", b"null"):
                self.operator(token, operands)
                operands = []
            else:
                operands.append(token)
        if self.saved:
            self.fault("content-balance", "q without Q")
        if self.stack:
            self.fault("content-balance", "marked content is left open")

    def fault(self, name, sentence):
        self.faults.append((name, sentence))

    def mcid(self):
        return next((m for _, m in reversed(self.stack) if m is not None), None)

    def operator(self, op, operands):
        if op not in OPERATORS:
            self.fault("content-operators", f"operator {op.decode('latin-1')}")
        for number in operands:
            if re.fullmatch(rb"[-+]?[0-9.]+", number) and abs(float(number)) > 14400:
                self.fault("content-numbers", f"number {number.decode()}")
        if op in PAINTS and not any(
                tag == "Artifact" or mcid is not None for tag, mcid in self.stack):
            self.fault("content-marked", f"{op.decode()} neither tagged nor artifact")
        method = getattr(self, "op_" + op.decode("latin-1"), None)
        if method:
            method(operands)

    def op_BMC(self, operands):
        tag = operands[0].decode()[1:]
        if tag == "Artifact" and self.mcid() is not None:
            self.fault("content-nesting", "an artifact inside tagged content")
        m = re.search(rb"/MCID (\d+)", b" ".join(operands))
        mcid = int(m.group(1)) if m else None
        if mcid is not None:
            if mcid in self.mcids:
                self.fault("content-mcid", f"MCID {mcid} twice")
            if self.stack:
                self.fault("content-nesting", "tagged content inside other content")
            self.mcids.append(mcid)
            self.tags[mcid] = tag
        self.stack.append((tag, mcid))

    op_BDC = op_BMC

    def op_EMC(self, _):
        if not self.stack:
            self.fault("content-balance", "EMC without a beginning")
        else:
            self.stack.pop()

    def op_BT(self, _):
        if self.in_text:
            self.fault("content-balance", "BT inside BT")
        self.in_text = True

    def op_ET(self, _):
        self.in_text = False

    def op_Tf(self, operands):
        self.font = self.fonts.get(operands[0].decode())
        self.size = float(operands[1])

    def op_Td(self, operands):
        self.x, self.y = map(float, operands)

    def op_q(self, _):
        self.saved += 1

    def op_Q(self, _):
        self.saved -= 1

    def op_Do(self, operands):
        name = operands[0].decode()
        self.drawn.append(name)
        if self.pdf.get(self.images.get(name, {})).get(
                "/ColorSpace") == "/DeviceRGB":
            self.colors.add("rgb")

    def op_rg(self, _):
        self.colors.add("rgb")

    op_RG = op_rg

    def op_TJ(self, operands):
        if not self.in_text:
            self.fault("content-balance", "text outside BT and ET")
        widths = self.pdf.font(self.font).widths if self.font else {}
        cids, start = [], (self.x, self.y)
        for o in operands:
            raw = unescape(o) if o[:1] == b"(" else b""
            if o[:1] == b"<" and o != b"<<":
                raw = bytes.fromhex(o[1:-1].decode())
            codes = struct.unpack(f">{len(raw) // 2}H", raw[:len(raw) // 2 * 2])
            self.x += sum(widths.get(c, 0) for c in codes) * self.size / 1000
            if re.fullmatch(rb"[-+]?[0-9.]+", o):
                self.x -= float(o) * self.size / 1000
            cids += codes
        self.shows.append(
            Show(self.font, cids, start, (self.x, self.y), self.mcid()))

    op_Tj = op_TJ


class Element:
    """A structure element; kids are Elements or (page, MCID); the objects
    that it refers to, (page, annotation), stand apart."""

    def __init__(self, pdf, ref, parent, parent_ref):
        self.pdf, self.ref, self.parent = pdf, ref, parent
        self.dict = pdf.get(ref)
        self.type = self.dict.get("/S", "/")[1:]
        self.points_back = self.dict.get("/P") == parent_ref
        self.kids, self.objects = [], []
        kids = pdf.get(self.dict.get("/K", []))
        for k in kids if isinstance(kids, list) else [self.dict["/K"]]:
            v = pdf.get(k)
            if isinstance(v, int):
                self.kids.append((self.dict.get("/Pg"), v))
            elif v.get("/Type") == "/MCR":
                self.kids.append((v.get("/Pg"), v["/MCID"]))
            elif v.get("/Type") == "/OBJR":
                self.objects.append((v.get("/Pg"), v.get("/Obj")))
            else:
                self.kids.append(Element(pdf, k, self, ref))

    def elements(self):
        return [k for k in self.kids if isinstance(k, Element)]

    def content(self):
        return [k for k in self.kids if not isinstance(k, Element)]

    def walk(self):
        yield self
        for k in self.elements():
            yield from k.walk()

    def attribute(self, key):
        a = self.pdf.get(self.dict.get("/A", {}))
        for one in a if isinstance(a, list) else [a]:
            if key in self.pdf.get(one):
                return self.pdf.get(one)[key]
        return None


class Font:
    """A Type0 font and what its parts say."""

    def __init__(self, pdf, ref):
        self.dict = pdf.get(ref)
        self.name = self.dict.get("/BaseFont", "/?")[1:]
        self.cid_font = pdf.get(pdf.get(self.dict["/DescendantFonts"])[0])
        self.descriptor = pdf.get(self.cid_font["/FontDescriptor"])
        self.text = {}
        if "/ToUnicode" in self.dict:
            cmap = pdf.data(self.dict["/ToUnicode"])
            for cid, text in re.findall(rb"<([0-9A-F]{4})> *<([0-9A-F]*)>\n", cmap):
                self.text[int(cid, 16)] = bytes.fromhex(
                    text.decode()).decode("utf-16-be", "replace")
        self.widths = {}
        w = pdf.get(self.cid_font.get("/W", []))
        for first, stretch in zip(w[::2], w[1::2]):
            self.widths.update(enumerate(pdf.get(stretch), first))
        self.gids = None
        if str(self.cid_font.get("/CIDToGIDMap", "/")).endswith(" R"):
            raw = pdf.data(self.cid_font["/CIDToGIDMap"])
            self.gids = struct.unpack(f">{len(raw) // 2}H", raw)
        self.program = None
        if "/FontFile2" in self.descriptor:
            self.program = pdf.data(self.descriptor["/FontFile2"])

    def gid(self, cid):
        if self.gids is None:
            return cid
        return self.gids[cid] if cid < len(self.gids) else 0

    def table(self, tag):
        """A table of the TrueType program."""
        for i in range(struct.unpack(">H", self.program[4:6])[0]):
            at = 12 + 16 * i
            if self.program[at:at + 4] == tag:
                start, size = struct.unpack(">II", self.program[at + 8:at + 16])
                return self.program[start:start + size]
        return b""

    def program_widths(self):
        """Per glyph, 1/1000 em; None for another kind of program."""
        if self.program is None:
            return None
        upem = struct.unpack(">H", self.table(b"head")[18:20])[0]
        n = struct.unpack(">H", self.table(b"hhea")[34:36])[0]
        hmtx = self.table(b"hmtx")
        full = [struct.unpack(">H", hmtx[4 * i:4 * i + 2])[0] for i in range(n)]
        return [v * 1000 / upem for v in full]


class Pdf:
    def __init__(self, objects):
        self.header, self.objects = objects
        self.trailer = self.objects["trailer"]["value"]
        self.catalog = self.get(self.trailer["/Root"])
        self.info = self.get(self.trailer.get("/Info", {}))
        self.fonts = {}  # those shown, filled as the pages are read
        self.page_refs = list(self.leaves(self.catalog["/Pages"]))
        self.pages = [self.get(r) for r in self.page_refs]
        self.contents = [Content(self, p) for p in self.pages]
        self.xmp = self.data(self.catalog["/Metadata"]).decode("utf-8", "replace") \
            if "/Metadata" in self.catalog else ""
        self.structure = self.get(self.catalog.get("/StructTreeRoot", {}))
        self.root = None
        if "/K" in self.structure:
            k = self.get(self.structure["/K"])
            top = k[0] if isinstance(k, list) else self.structure["/K"]
            self.root = Element(self, top, None, self.catalog["/StructTreeRoot"])

    @staticmethod
    def read(path):
        run = subprocess.run(
            ["qpdf", "--json=2", "--json-stream-data=inline",
             "--decode-level=generalized", path],
            stdout=subprocess.PIPE, check=True)
        return json.loads(run.stdout)["qpdf"]

    def get(self, ref):
        """What a reference leads to; a stream gives its dictionary."""
        while isinstance(ref, str) and re.fullmatch(r"\d+ \d+ R", ref):
            v = self.objects.get("obj:" + ref, {"value": None})
            ref = v["value"] if "value" in v else v["stream"]["dict"]
        return ref

    def font(self, ref):
        if ref not in self.fonts:
            self.fonts[ref] = Font(self, ref)
        return self.fonts[ref]

    def data(self, ref):
        stream = self.objects["obj:" + ref]["stream"]
        return base64.b64decode(stream.get("data", ""))

    def leaves(self, ref):
        node = self.get(ref)
        if node["/Type"] != "/Pages":
            yield ref
            return
        for k in self.get(node["/Kids"]):
            yield from self.leaves(k)

    def elements(self):
        return list(self.root.walk()) if self.root else []

    def part(self):
        m = re.search(r"<pdfaid:part>(\d)<", self.xmp)
        return int(m.group(1)) if m else 0

    def xmp_value(self, name):
        m = re.search(rf"<{name}>(?:\s*<[^>]*>)*([^<]*)<", self.xmp)
        return re.sub("&(lt|gt|amp);", lambda e: {"lt": "<", "gt": ">", "amp": "&"}[
            e.group(1)], m.group(1)) if m else None

    def used_cids(self):
        used = {ref: set() for ref in self.fonts}
        for c in self.contents:
            for s in c.shows:
                if s.font is not None:
                    used[s.font].update(s.cids)
        return used


# ---- document -------------------------------------------------------------

@rule("encryption", "a file is not encrypted")
def check_encryption(pdf):
    if "/Encrypt" in pdf.trailer:
        yield "the trailer has Encrypt"


@rule("id", "the trailer holds two equal IDs that are not zero")
def check_id(pdf):
    ids = pdf.get(pdf.trailer.get("/ID", []))
    if len(ids) != 2 or ids[0] != ids[1] or not text_of(ids[0]).strip("\0"):
        yield "the ID is missing or empty"


@rule("lang", "the catalog names the language, the same as XMP")
def check_lang(pdf):
    lang = text_of(pdf.catalog.get("/Lang"))
    if not re.fullmatch(r"[a-z]{2}(-[A-Z]{2})?", lang):
        yield "catalog Lang"
    told = re.search(r"<dc:language><rdf:Bag><rdf:li>(.*?)<", pdf.xmp)
    if told and told.group(1) != lang:
        yield f"catalog Lang is {lang}, dc:language {told.group(1)}"


@rule("marked", "the catalog says that the file is tagged")
def check_marked(pdf):
    if pdf.get(pdf.catalog.get("/MarkInfo", {})).get("/Marked") is not True:
        yield "MarkInfo Marked"


@rule("display-title", "readers show the title, not the file's name")
def check_display_title(pdf):
    viewer = pdf.get(pdf.catalog.get("/ViewerPreferences", {}))
    if viewer.get("/DisplayDocTitle") is not True:
        yield "ViewerPreferences DisplayDocTitle"


@rule("page-labels", "pages are labelled from 1, in each part anew or through the whole")
def check_page_labels(pdf):
    nums = pdf.get(pdf.catalog.get("/PageLabels", {})).get("/Nums", [])
    if not nums or nums[0] != 0:
        yield "PageLabels"
    if nums[::2] != sorted(set(nums[::2])) or max(nums[::2], default=0) >= len(pdf.pages):
        yield "labels are not in order"
    before = set()
    for label in map(pdf.get, nums[1::2]):
        text = text_of(label.get("/P", "u:"))
        if label.get("/S") != "/D" or text in before:
            yield "a label is no number, or two parts have the same"
        before.add(text)


def tree_pairs(pdf, tree, key):
    """Keys and values of a tree of numbers or names; where limits do not hold
    what is below them is not found, as by a reader."""
    tree, found = pdf.get(tree), []
    found += pdf.get(tree.get(key, []))
    for kid in pdf.get(tree.get("/Kids", [])):
        below = tree_pairs(pdf, kid, key)
        limits = pdf.get(pdf.get(kid).get("/Limits", [])) or [None, None]
        if below and [below[0], below[-2]] == limits:
            found += below
    return found


def outline_level(pdf, above, ref_above=None):
    """The entries below one: how many, and faults as sentences."""
    ref, before, n, faults = above.get("/First"), None, 0, []
    while ref is not None:
        item = pdf.get(ref)
        dest = pdf.get(item.get("/Dest", [None]))
        if not text_of(item.get("/Title")) or dest[0] not in pdf.page_refs:
            faults.append(f"entry {n + 1} has no title or no page")
        if item.get("/Prev") != before:
            faults.append(f"entry {n + 1} does not point back")
        if ref_above is not None and item.get("/Parent") != ref_above:
            faults.append(f"entry {n + 1} does not point up")
        if "/First" in item:
            below, more = outline_level(pdf, item, ref)
            faults += more
            if item.get("/Count") != -below:
                faults.append(f"entry {n + 1}: Count is wrong")
        before, ref, n = ref, item.get("/Next"), n + 1
    if above and above.get("/Last") != before:
        faults.append("Last is wrong")
    return n, faults


@rule("outline", "two pages have an outline, linked both ways, to pages, with titles")
def check_outline(pdf):
    root = pdf.get(pdf.catalog.get("/Outlines", {}))
    if len(pdf.pages) > 1 and "/First" not in root:
        yield "no outline"
    n, faults = outline_level(pdf, root)
    yield from faults
    if root and root.get("/Count") != n:
        yield "Count is wrong"


@rule("output-intent", "PDF/A: an sRGB profile is named and present")
def check_output_intent(pdf):
    if pdf.part() == 0:
        return
    for ref in pdf.get(pdf.catalog.get("/OutputIntents", [])):
        intent = pdf.get(ref)
        if intent.get("/S") == "/GTS_PDFA1" and "/DestOutputProfile" in intent:
            profile = pdf.data(intent["/DestOutputProfile"])
            components = pdf.get(intent["/DestOutputProfile"]).get("/N")
            if profile[36:40] == b"acsp" and profile[16:20] == b"RGB " \
                    and components == 3:
                return
    yield "no output intent with an RGB profile"


@rule("version", "PDF/A-1 is PDF 1.4, and stands without newer features")
def check_version(pdf):
    version = pdf.header["pdfversion"]
    if pdf.part() == 1 and version != "1.4":
        yield f"PDF {version}"
    if pdf.part() == 1 and "/AF" in pdf.catalog:
        yield "associated files"


# ---- metadata -------------------------------------------------------------

KNOWN_NAMESPACES = {
    "http://purl.org/dc/elements/1.1/", "http://ns.adobe.com/xap/1.0/",
    "http://ns.adobe.com/pdf/1.3/", "http://www.aiim.org/pdfa/ns/id/",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "adobe:ns:meta/",
    "http://www.aiim.org/pdfa/ns/extension/",
    "http://www.aiim.org/pdfa/ns/schema#",
    "http://www.aiim.org/pdfa/ns/property#"}


@rule("xmp-plain", "XMP is there, unfiltered and well-formed")
def check_xmp_plain(pdf):
    if "/Metadata" not in pdf.catalog:
        yield "no Metadata"
        return
    if "/Filter" in pdf.get(pdf.catalog["/Metadata"]):
        yield "Metadata is filtered"
    try:
        ET.fromstring(re.sub(r"<\?xpacket.*?\?>", "", pdf.xmp))
    except ET.ParseError as e:
        yield str(e)


@rule("xmp-ua", "XMP says PDF/UA-1")
def check_xmp_ua(pdf):
    if pdf.xmp_value("pdfuaid:part") != "1":
        yield "pdfuaid:part"


@rule("xmp-info", "XMP and Info say the same")
def check_xmp_info(pdf):
    pairs = {"/Title": "dc:title", "/Producer": "pdf:Producer",
             "/Creator": "xmp:CreatorTool", "/CreationDate": "xmp:CreateDate",
             "/ModDate": "xmp:ModifyDate"}
    for key, name in pairs.items():
        info, xmp = text_of(pdf.info.get(key)), pdf.xmp_value(name) or ""
        if key.endswith("Date"):
            info, xmp = info.removeprefix("D:"), re.sub("[-:T]", "", xmp)
        if info != xmp:
            yield f"{key[1:]} is {info!r}, {name} is {xmp!r}"


@rule("title", "the document has a title")
def check_title(pdf):
    if not pdf.xmp_value("dc:title"):
        yield "dc:title"


@rule("xmp-schemas", "PDF/A: every property of another schema is described")
def check_xmp_schemas(pdf):
    if pdf.part() == 0:
        return
    described = {}
    for block in re.split(r"<pdfaSchema:schema>", pdf.xmp)[1:]:
        uri = re.search(r"<pdfaSchema:namespaceURI>(.*?)<", block)
        names = re.findall(r"<pdfaProperty:name>(.*?)<", block)
        described[uri.group(1) if uri else ""] = names
    part = re.search(r"<pdfaProperty:name>part</pdfaProperty:name>"
                     r"<pdfaProperty:valueType>(\w+)<", pdf.xmp)
    if part and part.group(1) != "Integer":
        yield f"pdfuaid:part is described as {part.group(1)}"
    for prefix, uri in re.findall(r'xmlns:(\w+)="([^"]*)"', pdf.xmp):
        if uri in KNOWN_NAMESPACES:
            continue
        for name in set(re.findall(rf"<{prefix}:(\w+)>", pdf.xmp)):
            if name not in described.get(uri, []):
                yield f"{prefix}:{name} is not described"


# ---- pages ----------------------------------------------------------------

@rule("page-box", "each page has a MediaBox of sensible size")
def check_page_box(pdf):
    for n, page in enumerate(pdf.pages, 1):
        box = pdf.get(page.get("/MediaBox", []))
        if len(box) != 4 or box[:2] != [0, 0] or not all(
                72 <= v <= 14400 for v in box[2:]):
            yield f"page {n}: MediaBox {box}"


@rule("page-tabs", "tab order follows the structure")
def check_page_tabs(pdf):
    for n, page in enumerate(pdf.pages, 1):
        if page.get("/Tabs") != "/S":
            yield f"page {n}: Tabs"


@rule("color", "PDF/A: colour only with the output intent, nothing transparent")
def check_color(pdf):
    if pdf.part() and "/OutputIntents" not in pdf.catalog and any(
            "rgb" in c.colors for c in pdf.contents):
        yield "RGB without an output intent"
    for n, page in enumerate(pdf.pages, 1):
        resources = pdf.get(page["/Resources"])
        if "/ExtGState" in resources or "/Group" in page:
            yield f"page {n}: may be transparent"


def jpeg_shape(data):
    """Width, height and channels of a baseline or progressive JPEG of 8 bits;
    None where it is none, or holds notes of a camera (APPn, COM)."""
    at = 2
    while data[:2] == b"\xff\xd8" and data[at:at + 1] == b"\xff":
        mark, size = data[at + 1], int.from_bytes(data[at + 2:at + 4], "big")
        body = data[at + 4:at + 2 + size]
        if mark in (0xc0, 0xc1, 0xc2) and body[0] == 8:
            return (int.from_bytes(body[3:5], "big"),
                    int.from_bytes(body[1:3], "big"), body[5])
        if 0xe1 <= mark <= 0xfe and mark != 0xee:
            return None
        at += 2 + size
    return None


@rule("image", "a picture is opaque, of 8 bits, and there once")
def check_image(pdf):
    for n, content in enumerate(pdf.contents, 1):
        images = content.images
        for name in content.drawn:
            if name not in images:
                yield f"page {n}: no picture {name}"
                continue
            o = pdf.get(images[name])
            channels = {"/DeviceRGB": 3, "/DeviceGray": 1}.get(
                o.get("/ColorSpace"), 0)
            if o.get("/Subtype") != "/Image" or o.get("/BitsPerComponent") != 8:
                yield f"{name}: no picture of 8 bits"
            elif o.get("/Filter") == "/DCTDecode":
                if jpeg_shape(pdf.data(images[name])) != (
                        o["/Width"], o["/Height"], channels):
                    yield f"{name}: no JPEG of its size and colours"
            elif len(pdf.data(images[name])) != o["/Width"] * o["/Height"] * channels:
                yield f"{name}: its pixels are not {o['/Width']} by {o['/Height']}"
            for key in ("/SMask", "/Mask", "/Interpolate", "/Alternates", "/OPI"):
                if key in o:
                    yield f"{name}: {key[1:]}"


def content_rule(name, asks):
    @rule(name, asks)
    def check(pdf):
        for n, content in enumerate(pdf.contents, 1):
            for fault, sentence in content.faults:
                if fault == name:
                    yield f"page {n}: {sentence}"


content_rule("content-operators", "only operators that we mean to write")
content_rule("content-numbers", "no number beyond the largest page")
content_rule("content-marked", "whatever is painted is tagged or an artifact")
content_rule("content-nesting", "artifacts and tagged content lie side by side")
content_rule("content-mcid", "an MCID occurs once on its page")
content_rule("content-balance", "BT and ET, BDC and EMC come in pairs")


# ---- fonts ----------------------------------------------------------------

@rule("font-embedded", "fonts are embedded subsets with one name throughout")
def check_font_embedded(pdf):
    for f in pdf.fonts.values():
        names = {f.dict.get("/BaseFont"), f.cid_font.get("/BaseFont"),
                 f.descriptor.get("/FontName")}
        if len(names) != 1 or not re.match(r"[A-Z]{6}\+.", f.name):
            yield f"{f.name}: names {sorted(map(str, names))}"
        if not {"/FontFile2", "/FontFile3"} & set(f.descriptor):
            yield f"{f.name}: no program"


@rule("font-descriptor", "a font's descriptor is complete")
def check_font_descriptor(pdf):
    keys = ("/Flags /FontBBox /ItalicAngle /Ascent /Descent /CapHeight "
            "/StemV").split()
    for f in pdf.fonts.values():
        for k in keys:
            if k not in f.descriptor:
                yield f"{f.name}: no {k[1:]}"


@rule("font-text", "every CID shown has a text that may stand in a file")
def check_font_text(pdf):
    for ref, cids in pdf.used_cids().items():
        f = pdf.fonts[ref]
        if "/ToUnicode" in f.dict and b"begincodespacerange\n<0000><FFFF>" \
                not in pdf.data(f.dict["/ToUnicode"]):
            yield f"{f.name}: no code space range"
        for cid in sorted(cids):
            t = f.text.get(cid, "")
            if not t or any(c in "\0\ufeff\ufffe\ufffd" for c in t):
                yield f"{f.name}: CID {cid} has no text"


@rule("font-notdef", "no glyph shown is .notdef")
def check_font_notdef(pdf):
    for ref, cids in pdf.used_cids().items():
        f = pdf.fonts[ref]
        for cid in sorted(cids):
            if f.gid(cid) == 0:
                yield f"{f.name}: CID {cid} shows .notdef"


@rule("font-widths", "widths agree with the font program")
def check_font_widths(pdf):
    for ref, cids in pdf.used_cids().items():
        f = pdf.fonts[ref]
        program = f.program_widths()
        for cid in sorted(cids):
            if cid not in f.widths:
                yield f"{f.name}: CID {cid} has no width"
            elif program:
                real = program[min(f.gid(cid), len(program) - 1)]
                if abs(f.widths[cid] - real) > 1:
                    yield f"{f.name}: CID {cid} is {real:.0f} wide"


@rule("font-cidset", "PDF/A-1: CIDSet lists every CID shown")
def check_font_cidset(pdf):
    for ref, cids in pdf.used_cids().items():
        f = pdf.fonts[ref]
        if pdf.part() != 1:
            continue
        bits = pdf.data(f.descriptor["/CIDSet"]) if "/CIDSet" in f.descriptor else b""
        for cid in sorted(cids):
            if cid // 8 >= len(bits) or not bits[cid // 8] & 0x80 >> cid % 8:
                yield f"{f.name}: CID {cid} is not in CIDSet"


APART = set(" \u00a0\u202f\u00ad-\u2010\u2011\u2013/")
CLOSING = set(".,;:!?)\u2019\u201d\u2026")


@rule("words-apart", "text that goes on in another place is set apart from it")
def check_words_apart(pdf):
    def text(show, end):
        return pdf.fonts[show.font].text.get(show.cids[end], "")

    owners = {c: e for e in pdf.elements() for c in e.content()}
    for n, (ref, content) in enumerate(zip(pdf.page_refs, pdf.contents), 1):
        shows = [s for s in content.shows if s.cids and s.font is not None]
        for one, two in zip(shows, shows[1:]):
            owner = owners.get((ref, one.mcid))
            if owner is None or owner.type == "Figure" \
                    or owner is not owners.get((ref, two.mcid)):
                continue
            gap = two.start[0] - one.end[0]
            if two.start[1] == one.end[1] and -1 < gap < 1:
                continue
            last, first = text(one, -1)[-1:], text(two, 0)[:1]
            if last not in APART and first not in APART | CLOSING:
                yield f"page {n}: {owner.type}: {last!r} goes on as {first!r}"


# ---- structure ------------------------------------------------------------

TYPES = set("""Document Part Art Sect Div BlockQuote Caption TOC TOCI Index
    NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead
    TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby Warichu
    Figure Formula Form""".split())
PARENTS = {"LI": {"L"}, "LBody": {"LI"}, "Lbl": {"LI", "TOCI", "Note"},
           "TR": {"Table", "THead", "TBody", "TFoot"}, "TH": {"TR"},
           "TD": {"TR"}, "THead": {"Table"}, "TBody": {"Table"},
           "TFoot": {"Table"}}
KIDS = {"L": {"L", "LI", "Caption"}, "LI": {"Lbl", "LBody"},
        "TR": {"TH", "TD"}, "Table": {"TR", "THead", "TBody", "TFoot", "Caption"}}


@rule("tree", "the structure tree is one Document")
def check_tree(pdf):
    if pdf.root is None or pdf.root.type != "Document":
        yield "no Document"


@rule("tree-types", "structure types are the standard ones")
def check_tree_types(pdf):
    for e in pdf.elements():
        if e.type not in TYPES:
            yield e.type


@rule("tree-parents", "elements point back to their parent")
def check_tree_parents(pdf):
    for e in pdf.elements():
        if not e.points_back:
            yield f"{e.type} {e.ref}"


@rule("note-ids", "the IDs of notes are in order, and lead to them")
def check_note_ids(pdf):
    pairs = tree_pairs(pdf, pdf.structure.get("/IDTree", {}), "/Names")
    ids = [text_of(n) for n in pairs[::2]]
    if ids != sorted(set(ids)):
        yield "IDs are not in order"
    if set(pairs[1::2]) != {e.ref for e in pdf.elements() if e.type == "Note"}:
        yield "the tree of IDs does not hold all notes"


@rule("tree-nesting", "lists and tables hold what they may hold")
def check_tree_nesting(pdf):
    for e in pdf.elements():
        if e.parent and e.parent.type not in PARENTS.get(e.type, {e.parent.type}):
            yield f"{e.type} in {e.parent.type}"
        for k in e.elements():
            if k.type not in KIDS.get(e.type, {k.type}):
                yield f"{e.type} holds {k.type}"
        if e.type in KIDS and e.content():
            yield f"{e.type} holds content of its own"


@rule("tree-empty", "no element is empty but a cell")
def check_tree_empty(pdf):
    for e in pdf.elements():
        if not e.kids and not e.objects and e.type not in ("TD", "TH"):
            yield f"{e.type} {e.ref}"


@rule("tree-alt", "figures have an alternative text")
def check_tree_alt(pdf):
    for e in pdf.elements():
        if e.type == "Figure" and not text_of(e.dict.get("/Alt")):
            yield f"{e.type} {e.ref}"


@rule("tree-lang", "an element's language is an ISO 639 code (ISO 14289-1, 7.2)")
def check_tree_lang(pdf):
    for e in pdf.elements():
        lang = text_of(e.dict.get("/Lang"))
        if lang and not re.fullmatch(r"[a-z]{2,3}", lang):
            yield f"{e.type}: {lang}"


@rule("tree-box", "figures have a bounding box on their page")
def check_tree_box(pdf):
    for e in pdf.elements():
        box = e.attribute("/BBox") if e.type == "Figure" else [0, 0, 1, 1]
        if not box or len(box) != 4 or not (
                0 <= box[0] < box[2] <= 14400 and 0 <= box[1] < box[3] <= 14400):
            yield f"{e.type} {e.ref}: {box}"


@rule("tree-scope", "header cells say whether they head a column or a row")
def check_tree_scope(pdf):
    for e in pdf.elements():
        if e.type == "TH" and e.attribute("/Scope") not in ("/Column", "/Row"):
            yield f"TH {e.ref}"


@rule("tree-table", "rows of a table have the same number of cells")
def check_tree_table(pdf):
    for e in pdf.elements():
        if e.type == "Table":
            rows = {sum(c.attribute("/ColSpan") or 1 for c in r.elements()) for r in e.walk() if r.type == "TR"}
            if len(rows) != 1:
                yield f"Table {e.ref}: {sorted(rows)}"


@rule("tree-list", "a list with labels says how it is numbered")
def check_tree_list(pdf):
    for e in pdf.elements():
        labels = [k for li in e.elements() for k in li.elements() if k.type == "Lbl"]
        if e.type == "L" and labels and e.attribute("/ListNumbering") in (None, "/None"):
            yield f"L {e.ref}"


@rule("tree-notes", "each Note has an ID of its own")
def check_tree_notes(pdf):
    seen = set()
    for e in pdf.elements():
        if e.type == "Note":
            key = text_of(e.dict.get("/ID"))
            if not key or key in seen:
                yield f"Note {e.ref}"
            seen.add(key)


@rule("headings", "headings begin at H1, in each part, and skip no level")
def check_headings(pdf):
    level = 0
    for e in pdf.elements():
        level = 0 if e.type == "Part" else level
        if re.fullmatch("H[1-6]", e.type):
            if int(e.type[1]) > level + 1:
                yield f"{e.type} after level {level}"
            level = int(e.type[1])


@rule("parent-tree", "the parent tree leads from each MCID to its element")
def check_parent_tree(pdf):
    nums = tree_pairs(pdf, pdf.structure.get("/ParentTree", {}), "/Nums")
    parents = dict(zip(nums[::2], nums[1::2]))
    owners = {}
    for e in pdf.elements():
        for page, mcid in e.content():
            owners[page, mcid] = e.ref
    for n, (ref, page) in enumerate(zip(pdf.page_refs, pdf.pages), 1):
        row = pdf.get(parents.get(page.get("/StructParents"), [])) or []
        mcids = pdf.contents[n - 1].mcids
        if "/StructParents" not in page or len(row) != len(mcids):
            yield f"page {n}: {len(row)} parents, {len(mcids)} MCIDs"
            continue
        for mcid in mcids:
            if mcid >= len(row) or owners.get((ref, mcid)) != row[mcid]:
                yield f"page {n}: MCID {mcid} has another parent in the tree"


@rule("tree-content", "the tree holds the MCIDs of the pages, each once")
def check_tree_content(pdf):
    held = [c for e in pdf.elements() for c in e.content()]
    drawn = [(ref, mcid) for ref, c in zip(pdf.page_refs, pdf.contents)
             for mcid in c.mcids]
    for page, mcid in set(held) ^ set(drawn):
        yield f"MCID {mcid} of {page} is not in both"
    if len(held) != len(set(held)):
        yield "content occurs twice in the tree"


@rule("tree-tags", "content carries the type of its element")
def check_tree_tags(pdf):
    tags = dict(zip(pdf.page_refs, (c.tags for c in pdf.contents)))
    for e in pdf.elements():
        for page, mcid in e.content():
            if tags.get(page, {}).get(mcid, e.type) != e.type:
                yield f"{e.type} {e.ref}: content says {tags[page][mcid]}"


# ---- links and fields -----------------------------------------------------

def annotations(pdf, kind=None):
    """(page, reference, dictionary) of all annotations, or of one kind."""
    for ref, page in zip(pdf.page_refs, pdf.pages):
        for annotation in pdf.get(page.get("/Annots", [])):
            o = pdf.get(annotation)
            if kind in (None, o.get("/Subtype")):
                yield ref, annotation, o


def fields(pdf):
    """(name, dictionary with what it inherits, widgets) of the fields that
    hold a value."""
    def walk(ref, name, inherited):
        o = pdf.get(ref)
        part = text_of(o.get("/T"))
        name = f"{name}.{part}" if name and part else name or part
        whole = {**inherited, **o}
        kids = [k for k in pdf.get(o.get("/Kids", []))]
        if any("/T" in pdf.get(k) for k in kids):
            for k in kids:
                yield from walk(k, name, {k: v for k, v in whole.items()
                                          if k in ("/FT", "/Ff", "/DA", "/V")})
        else:
            yield name, whole, kids or [ref]

    for ref in pdf.get(pdf.get(pdf.catalog.get("/AcroForm", {})).get("/Fields", [])):
        yield from walk(ref, "", {})


@rule("annot-kind", "an annotation is a link or a field, printed, on its page")
def check_annot_kind(pdf):
    for page, ref, o in annotations(pdf):
        box, (width, height) = o.get("/Rect", []), pdf.get(page)["/MediaBox"][2:]
        if o.get("/Subtype") not in ("/Link", "/Widget"):
            yield f"{ref}: {o.get('/Subtype')}"
        if o.get("/F", 0) & 0b1100111 != 4:
            yield f"{ref}: flags {o.get('/F')}"
        if len(box) != 4 or not (0 <= box[0] < box[2] <= width
                                 and 0 <= box[1] < box[3] <= height):
            yield f"{ref}: {box}"


@rule("annot-frame", "a link has no frame")
def check_annot_frame(pdf):
    for _, ref, o in annotations(pdf, "/Link"):
        if o.get("/Border") != [0, 0, 0] or "/AP" in o:
            yield f"{ref}: has a frame"


@rule("annot-dest", "a link leads to a place on a page of the document")
def check_annot_dest(pdf):
    for _, ref, o in annotations(pdf, "/Link"):
        dest = pdf.get(o.get("/Dest")) or [None, None]
        if dest[0] not in pdf.page_refs or dest[1] != "/XYZ" or len(dest) != 5:
            yield f"{ref}: {dest}"


@rule("annot-contents", "PDF/UA: a link says in words where it leads")
def check_annot_contents(pdf):
    for _, ref, o in annotations(pdf, "/Link"):
        if not text_of(o.get("/Contents")).strip():
            yield f"{ref}: no Contents"


@rule("annot-structure", "PDF/UA: each annotation belongs to one Link or Form, which has one")
def check_annot_structure(pdf):
    holders = {}
    for e in pdf.elements():
        if e.type == "Link" and (len(e.objects) != 1 or not e.content()):
            yield f"Link {e.ref}: {len(e.objects)} annotations"
        if e.type == "Form" and (len(e.objects) != 1 or e.kids):
            yield f"Form {e.ref}: {len(e.objects)} widgets and something else"
        for page, ref in e.objects:
            holders.setdefault(ref, []).append((e.type, page))
            if e.type == "Link" and any(p != page for p, _ in e.content()):
                yield f"Link {e.ref}: its text is on another page"
    for page, ref, o in annotations(pdf):
        kind = "Form" if o.get("/Subtype") == "/Widget" else "Link"
        if holders.pop(ref, None) != [(kind, page)]:
            yield f"{ref}: not in one {kind} of its page"
    for ref in holders:
        yield f"{ref}: on no page"


@rule("annot-order", "annotations stand on their page in the order of the tree")
def check_annot_order(pdf):
    order = [ref for e in pdf.elements() for _, ref in e.objects]
    for n, page in enumerate(pdf.pages, 1):
        here = pdf.get(page.get("/Annots", []))
        if here != [ref for ref in order if ref in here]:
            yield f"page {n}"


@rule("annot-parent", "the parent tree leads from each annotation to its element")
def check_annot_parent(pdf):
    nums = tree_pairs(pdf, pdf.structure.get("/ParentTree", {}), "/Nums")
    parents = dict(zip(nums[::2], nums[1::2]))
    if nums[::2] != sorted(set(nums[::2])):
        yield "keys are not in order"
    if nums and pdf.structure.get("/ParentTreeNextKey", 0) <= max(nums[::2]):
        yield "ParentTreeNextKey"
    owners = {ref: e.ref for e in pdf.elements() for _, ref in e.objects}
    for _, ref, o in annotations(pdf):
        if parents.get(o.get("/StructParent")) != owners.get(ref, "none"):
            yield f"{ref}: StructParent {o.get('/StructParent')}"


@rule("form", "a form leaves no look to the viewer, runs nothing, and has its fields' fonts")
def check_form(pdf):
    form = pdf.get(pdf.catalog.get("/AcroForm", {}))
    if form.get("/NeedAppearances"):
        yield "NeedAppearances"
    if "/XFA" in form or "/SigFlags" in form:
        yield "XFA or SigFlags"
    fonts = pdf.get(pdf.get(form.get("/DR", {})).get("/Font", {}))
    for name, ref in fonts.items():
        font = pdf.get(ref)
        inner = pdf.get(pdf.get(font.get("/DescendantFonts", [ref]))[0])
        described = pdf.get(inner.get("/FontDescriptor", {}))
        if not {"/FontFile2", "/FontFile3"} & set(described):
            yield f"font {name} is not embedded"
        if not 1000 <= described.get("/Ascent", 0) - described.get("/Descent", 0):
            yield f"font {name} has no height"
    for name, o, widgets in fields(pdf):
        for widget in widgets:
            da = {**o, **pdf.get(widget)}.get("/DA")
            said = re.match(r"(/\S+) [0-9.]+ Tf 0 g$", text_of(da))
            if o.get("/FT") == "/Tx" and (not said or said.group(1) not in fonts):
                yield f"{name}: {da}"


@rule("field-name", "fields have names that differ, no name holds a blank or is empty")
def check_field_name(pdf):
    names = [name for name, _, _ in fields(pdf)]
    for name in names:
        if not re.fullmatch(r"[a-z][a-z0-9_-]*(\.[a-z0-9_-]+(\+\d+)?)*", name):
            yield name
        if names.count(name) > 1:
            yield f"{name}: twice"
        if any(other.startswith(name + ".") for other in names):
            yield f"{name}: a field and a folder"


@rule("field-says", "PDF/UA: a field says in words what it is for, no two the same")
def check_field_says(pdf):
    said = [text_of(o.get("/TU")).strip() for _, o, _ in fields(pdf)]
    for (name, _, _), words in zip(fields(pdf), said):
        if not words:
            yield f"{name}: no TU"
        if said.count(words) > 1:
            yield f"{name}: {words!r} twice"
    for e in pdf.elements():
        for _, ref in e.objects:
            o = pdf.get(ref)
            if e.type == "Form" and "/FT" not in o and "/T" not in o and (
                    pdf.get(o.get("/Parent", {})).get("/FT") == "/Btn"):
                if not text_of(e.dict.get("/Alt")).strip():
                    yield f"{ref}: a choice without Alt"


@rule("field-widgets", "each widget belongs to one field, has a look of its own and no action")
def check_field_widgets(pdf):
    held = [w for _, _, widgets in fields(pdf) for w in widgets]
    for ref in held:
        if held.count(ref) > 1:
            yield f"{ref}: in two fields"
    looks = []
    for _, ref, o in annotations(pdf, "/Widget"):
        if ref not in held:
            yield f"{ref}: of no field"
        if "/A" in o or "/AA" in o:
            yield f"{ref}: has an action"
        if set(pdf.get(o.get("/AP", {}))) != {"/N"}:
            yield f"{ref}: AP is not N alone"
            continue
        look = pdf.get(o["/AP"])["/N"]
        button = "/FT" not in o and pdf.get(o.get("/Parent", {})).get("/FT") == "/Btn"
        if button:
            states = set(pdf.get(look))
            if len(states) != 2 or "/Off" not in states or o.get("/AS") not in states:
                yield f"{ref}: states {sorted(states)}, now {o.get('/AS')}"
        else:
            looks.append(look)
            box = pdf.get(look).get("/BBox", [0] * 4)
            rect = o["/Rect"]
            if any(abs((box[i + 2] - box[i]) - (rect[i + 2] - rect[i])) > 0.1
                   for i in (0, 1)):
                yield f"{ref}: look {box} in {rect}"
    if len(looks) != len(set(looks)):
        yield "two fields share a look"


@rule("field-apart", "fields of a page do not lie over one another")
def check_field_apart(pdf):
    for ref, page in zip(pdf.page_refs, pdf.pages):
        boxes = [(r, o["/Rect"]) for p, r, o in annotations(pdf, "/Widget") if p == ref]
        for i, (one, a) in enumerate(boxes):
            for two, b in boxes[i + 1:]:
                if (min(a[2], b[2]) - max(a[0], b[0]) > 0.05
                        and min(a[3], b[3]) - max(a[1], b[1]) > 0.05):
                    yield f"{one} and {two}: {a} {b}"


# ---- attachments ----------------------------------------------------------

@rule("attachments", "associated files are complete and listed by name")
def check_attachments(pdf):
    associated = pdf.get(pdf.catalog.get("/AF", []))
    tree = pdf.get(pdf.get(pdf.catalog.get("/Names", {})).get("/EmbeddedFiles", {}))
    names = [text_of(n) for n in pdf.get(tree.get("/Names", []))[::2]]
    if names != sorted(names) or len(names) != len(associated):
        yield "names are not in order or not complete"
    for ref in associated:
        v = pdf.get(ref)
        for key in "/F /UF /Desc /AFRelationship /EF".split():
            if key not in v:
                yield f"{ref}: no {key[1:]}"


@rule("attachment-data", "attached data agrees with its size and checksum")
def check_attachment_data(pdf):
    for ref in pdf.get(pdf.catalog.get("/AF", [])):
        stream = pdf.get(pdf.get(ref).get("/EF", {})).get("/F")
        if stream is None:
            continue
        data, params = pdf.data(stream), pdf.get(pdf.get(stream).get("/Params", {}))
        sums = (hashlib.md5(data).hexdigest(),)
        given = params.get("/CheckSum", "")
        raw = given[2:] if given[:2] == "b:" else given[2:].encode("latin-1", "replace").hex()
        if params.get("/Size") != len(data) or raw not in sums:
            yield f"{ref}: Size or CheckSum"
        if "/Subtype" not in pdf.get(stream):
            yield f"{ref}: no type"


# ---- program --------------------------------------------------------------

def check(objects):
    """All faults of a file as (rule, sentence)."""
    pdf = Pdf(objects)
    return [(name, sentence) for name, _, function in RULES
            for sentence in function(pdf)]


def main(arguments):
    if arguments == ["--list"]:
        for name, asks, _ in RULES:
            print(f"{name:18} {asks}")
        return 0
    status = 0
    for path in arguments:
        faults = check(Pdf.read(path))
        print(f"{path}: {len(faults)} faults" if faults else f"{path}: good")
        for name, sentence in faults[:6]:
            print(f"    {name}: {sentence}")
        status |= bool(faults)
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
