#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""Charts for ears, bad copiers and all eyes: charts.py PROGRAM.

What a figure says to who cannot see it (Alt, in the tagged PDF) is compared
with where its marks stand (`--dump pages`), per copy.  Then pages are drawn
and copied badly, with noise and in one bit, and seen with each of the three
kinds of colour blindness: every kind of mark must still be told from every
other by its form.  self_test() proves that both see a difference.  The last
line counts."""
import os
import random
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(__file__))
from geometry import MM, pages_read  # noqa: E402
from pdfcheck import Pdf, text_of  # noqa: E402

# Per number of points.
BANDS = {7: ("weinig te horen", "soms te horen", "veel te horen"),
         5: ("nog los", "deels", "past bij elkaar")}
TINTS = {"#F4F6F7", "#E8ECEF", "#DBE1E6"}
LINE, SLATE, OCHRE = "#9AA5AF", "#56616C", "#B06F0B"
SPREADS = {"#8FB3CE", "#E6BE78", "#BBA3C4", "#A9B3BC"}
MARKS = {"#0B5688", OCHRE, "#6B3F78"}
OUT = 1.3 * MM  # a bar ends so far outside the scores it is of
MIN = 1

SHAPE = re.compile(r"  (rect|line|disc|diamond|triangle) (\S+) (\S+) (\S+) "
                   r"(\S+)(?: fill (#\w+))?(?: stroke (#\w+))?$")


class Shape:
    def __init__(self, m):
        self.kind, self.fill, self.stroke = m[1], m[6], m[7]
        self.x, self.y, self.w, self.h = (float(v) for v in m.group(2, 3, 4, 5))


def shapes_read(dump):
    """Per page its shapes; a text stands among them as None."""
    pages = []
    for line in dump.split("\n"):
        if re.match(r"page \d+$", line):
            pages.append([])
        elif pages:
            m = SHAPE.match(line)
            pages[-1].append(Shape(m) if m else None)
    return pages


# ---- tracks of scales ------------------------------------------------------

class Track:
    """A row line with its ticks, and what stands on it."""

    def __init__(self, bands, ticks):
        self.max = MIN + len(ticks) - 1
        self.first = ticks[0]
        self.step = (ticks[-1] - ticks[0]) / (self.max - MIN)
        self.bands, self.bar, self.full, self.open = bands, None, [], []

    def value(self, x):
        return (x - self.first) / self.step + MIN

    def band(self, x):
        found = [i for i, b in enumerate(self.bands)
                 if b.x - 1 <= x <= b.x + b.w + 1]
        return BANDS[self.max][found[0]] if len(found) == 1 else "between bands"

    def take(self, m):
        if m.kind == "rect" and m.fill in SPREADS:
            self.bar = (m.x + OUT, m.x + m.w - OUT)
        if m.kind in ("disc", "diamond") and m.fill in MARKS:
            self.full.append(m.x)
        if m.kind in ("disc", "diamond") and m.fill == "#FFFFFF" and m.stroke:
            self.open.append(m.x)


def tracks_of(page):
    """In the order in which they are drawn."""
    out, at = [], 0
    while at < len(page):
        m = page[at]
        at += 1
        if not (m and m.kind == "line" and m.stroke == LINE and m.h == 0):
            continue
        ticks = []
        while at < len(page) and page[at] and page[at].kind == "line" and \
                page[at].stroke == LINE and page[at].w == 0:
            ticks.append(page[at].x)
            at += 1
        if len(ticks) not in BANDS:
            continue
        bands = sorted((b for b in page if b and b.kind == "rect" and
                        b.fill in TINTS and b.y <= m.y <= b.y + b.h and
                        b.x - 1 <= m.x + m.w and b.x + b.w + 1 >= m.x),
                       key=lambda b: b.x)
        out.append(Track(bands, ticks))
        while at < len(page) and page[at] and page[at].stroke != LINE:
            out[-1].take(page[at])
            at += 1
    return out


def alt_of_track(t, numbers, pair, first, second):
    """What the Alt of a drawn track must say behind the scale's title; of a
    pair the marks of both."""
    if pair:
        one = t.open or t.full
        two = t.full or t.open
        return (f"{first}: {t.band(one[0]) if one else 'none'}. "
                f"{second}: {t.band(two[0]) if two else 'none'}.")
    said = ""
    if t.full and numbers:
        said = f"{round(t.value(t.full[0]) * 2) / 2:g}, op een schaal van " \
            f"{MIN} tot {t.max}, {t.band(t.full[0])}."
    elif t.full:
        said = t.band(t.full[0]) + "."
    if t.bar and numbers:
        low, high = (f"{round(t.value(x)):g}" for x in t.bar)
        said += f" De lezers gaven van {low} tot {high}."
    elif t.bar:
        low, high = map(t.band, t.bar)
        said += " De lezers lagen iets uiteen, binnen deze band." \
            if low == high else f" De lezers lagen uiteen van {low} tot {high}."
    own = [x for x in t.open]
    if own:
        said += f" Eigen teken van de leerkracht: {t.band(own[0])}."
    return said.replace(".5,", ",5,")


def check_tracks(alts, pages, numbers, pair=None):
    """Yields faults: each track as its figure says it."""
    first, second = pair or (None, None)
    drawn = [t for page in pages for t in tracks_of(page)]
    told = [a for a in alts if re.search(
        r": (weinig|soms|veel|niet gescoord|\d|lezers|nog|een lijn)", a)
        or a.startswith("Voorbeeld van een schaal")]
    if len(drawn) != len(told):
        yield f"{len(drawn)} tracks, {len(told)} figures that tell of one"
        return
    for t, alt in zip(drawn, told):
        if alt.startswith("Voorbeeld"):
            continue
        if "een lijn om een kruisje" in alt:
            if t.full or t.open or t.bar:
                yield f"drawn with a mark: {alt}"
            continue
        want = alt_of_track(t, bool(numbers), pair is not None, first, second)
        if numbers is None:  # of both copies
            want = alt_of_track(t, "op een schaal" in alt or "gaven" in alt,
                                False, first, second)
        said = alt.split(". " if pair else ": ", 1)[1]
        if not t.full and not pair:  # no dot: a word on that, then the bar
            said = re.sub(r"^[^.]*\.", "", said)
        if said != want:
            yield f'drawn "{want}", said "{alt}"'


# ---- light and heavy -------------------------------------------------------

def squares_near(page, axis):
    """The outlined squares on a line, right up to the next."""
    return [m for m in page if m and m.kind == "rect" and m.stroke == OCHRE and
            m.fill is None and abs(m.w - m.h) < 0.1 and m.w < 5 * MM and
            abs(m.y + m.h / 2 - axis.y) < 16 * MM]


def lines_of(page):
    """The lines of light_and_heavy: slate, with squares near."""
    lines = [m for m in page if m and m.kind == "line" and m.h == 0 and
             m.stroke == SLATE and m.w > 8 * MM and squares_near(page, m)]
    return lines


def check_light(alts, pages, texts):
    told = [a for a in alts if re.search(r"\bV\d+: (licht|gemengd|zwaar)", a)]
    drawn = [(i, m) for i, page in enumerate(pages) for m in lines_of(page)]
    if len(told) != len(drawn):
        yield f"{len(drawn)} lines of light and heavy, {len(told)} told"
        return
    for (i, axis), alt in zip(drawn, told):
        labels = {m.text: m.x + m.w / 2 for m in texts[i]
                  if m.kind == "text" and re.fullmatch(r"V\d+", m.text) and
                  m.role == "Figure" and m.size < 9 and m.y < axis.y}
        other = [m.y for m in lines_of(pages[i]) if m is not axis]
        seen = {}
        for q in squares_near(pages[i], axis):
            middle = q.y + q.h / 2
            if any(abs(middle - y) < abs(middle - axis.y) for y in other):
                continue
            name = min(labels, key=lambda k: abs(labels[k] - q.x - q.w / 2))
            tone = "gemengd" if abs(middle - axis.y) < q.h / 2 else \
                "licht" if middle < axis.y else "zwaar"
            seen.setdefault(name, []).append(tone)
        order = sorted(seen, key=lambda k: int(k[1:]))
        rank = ("licht", "gemengd", "zwaar").index
        want = ". ".join(
            f"{k}: {', '.join(sorted(seen[k], key=rank))}" for k in order) + "."
        if not alt.endswith(want):
            yield f'drawn "{want}", said "{alt}"'


# ---- copies ----------------------------------------------------------------

def run(*args):
    return subprocess.run(args, capture_output=True, check=True).stdout


def pixels(pdf, page, dpi):
    """Width and rows of (r, g, b) of a page."""
    data = run("pdftoppm", "-r", str(dpi), "-f", str(page), "-l", str(page),
               pdf)
    m = re.match(rb"P6\s+(\d+)\s+(\d+)\s+255\s", data)
    w, h = int(m[1]), int(m[2])
    return w, h, data[m.end():]


# Machado, Oliveira and Fernandes (2009), severity 1.
EYES = {
    "protanopia": ((0.152286, 1.052583, -0.204868),
                   (0.114503, 0.786281, 0.099216),
                   (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968),
                     (0.280085, 0.672501, 0.047413),
                     (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779),
                   (-0.078411, 0.930809, 0.147602),
                   (0.004733, 0.691367, 0.303900)),
    "grey": ((0.299, 0.587, 0.114),) * 3,
}


def light(rgb, eye):
    seen = [sum(a * b for a, b in zip(row, rgb)) for row in EYES[eye]]
    return 0.299 * seen[0] + 0.587 * seen[1] + 0.114 * seen[2]


GRID = 24


def raster(image, dpi, box, eye, seed):
    """A mark as GRID x GRID bits, as a bad copier leaves it: noise, then black
    or white."""
    w, h, data = image
    rng = random.Random(seed)
    x0, y0, side = (v * dpi / 72 for v in box)
    bits = []
    for i in range(GRID):
        for k in range(GRID):
            x = int(x0 + (k + 0.5) * side / GRID)
            y = int(y0 + (i + 0.5) * side / GRID)
            at = 3 * (y * w + x)
            v = light(data[at:at + 3], eye) + rng.gauss(0, 18)
            bits.append(v < 128)
    return bits


def unlike(a, b):
    """The share of the ink in which two marks differ."""
    both = sum(p or q for p, q in zip(a, b))
    return sum(p != q for p, q in zip(a, b)) / both if both else 0


def kinds_of(page):
    """One mark of each kind on a page: name and its box."""
    out = {}

    def put(name, x, y, side):
        out.setdefault(name, (x, y, side))

    for i, m in enumerate(page):
        if m is None or m.kind not in ("disc", "diamond", "rect"):
            continue
        r = 1.15 * m.w
        if m.kind != "rect" and m.fill in MARKS and m.w < 9:
            put(f"{m.kind} full", m.x - r, m.y - r, 2 * r)
        elif m.kind != "rect" and m.fill == "#FFFFFF" and m.stroke in MARKS:
            put(f"{m.kind} open", m.x - r, m.y - r, 2 * r)
        elif m.fill in SPREADS and m.stroke and 6 < m.h < 9:
            put("bar", m.x - 1, m.y - 3, m.h + 6)
        elif m.stroke == OCHRE and m.fill is None and abs(m.w - m.h) < 0.1:
            before = page[i - 1]
            foot = before is not None and before.fill == OCHRE
            tone = "light" if not foot else \
                "heavy" if abs(before.w - m.w) < 1 else "mixed"
            put(f"square {tone}", m.x - 1, m.y - 1, m.w + 2)
    return out


UNLIKE = 0.18  # of the ink, at least


def check_copies(images, kinds, dpi):
    """Yields faults: kinds of marks that a copy or an eye takes for one
    another, and those of which nothing is left."""
    for eye in EYES:
        seen = {}
        for name, (page, box) in kinds.items():
            seen[name] = raster(images[page], dpi, box, eye, name)
            if sum(seen[name]) < 0.06 * GRID * GRID:
                yield f"{eye}: hardly anything is left of {name}"
        names = sorted(seen)
        for i, a in enumerate(names):
            for b in names[i + 1:]:
                share = unlike(seen[a], seen[b])
                if share < UNLIKE:
                    yield f"{eye}: {a} and {b} differ in {share:.0%}"


# ---- running ---------------------------------------------------------------

def report(program, work, layout, interviews):
    verb = ["compare"] if len(interviews) > 1 else ["render"]
    form = [] if len(interviews) > 1 else ["-l", layout]
    pdf = os.path.join(work, layout + os.path.basename(interviews[0]) + ".pdf")
    run(program, *verb, *interviews, *form, "-q", "--force", "-o", pdf)
    dump = run(program, *verb, *interviews, *form, "-q", "--dump", "pages",
               "-o", "-").decode()
    found = Pdf(Pdf.read(pdf))
    alts = [text_of(found.get(e.dict["/Alt"])) for e in found.elements()
            if e.type == "Figure" and "/Alt" in e.dict]
    return pdf, alts, shapes_read(dump), pages_read(dump)


CASES = [("handout", ["juf-anne"]), ("coach", ["juf-anne"]),
         ("dossier", ["three-readers"]), ("balance", ["juf-anne"]),
         ("before", ["juf-anne"]), ("handout", ["three-readers"]),
         ("handout", ["warmth-without-grip"]),
         ("twice", ["first-child", "first-child-later"])]


def self_test(program, work):
    """Both halves fire."""
    wrong = []
    _, alts, shapes, texts = report(
        program, work, "handout", ["examples/juf-anne.yaml"])
    turned = [a.replace("weinig te horen", "veel te horen", 1) for a in alts]
    if not list(check_tracks(turned, shapes, False)):
        wrong.append("another band is not seen")
    turned = [a.replace("V4: licht", "V4: zwaar") for a in alts]
    if not list(check_light(turned, shapes, texts)):
        wrong.append("another tone is not seen")
    white = (10, 10, b"\xff" * 300)
    if not list(check_copies([white], {"a": (0, (0, 0, 9)),
                                       "b": (0, (0, 0, 9))}, 72)):
        wrong.append("an empty copy is not seen")
    return wrong


def main():
    os.chdir(os.path.join(os.path.dirname(__file__), ".."))
    program = sys.argv[1]
    passed = failed = 0

    def count(name, faults):
        nonlocal passed, failed
        faults = list(faults)
        passed += not faults
        failed += len(faults) > 0
        for f in faults[:6]:
            print(f"{name}: {f}")

    with tempfile.TemporaryDirectory() as work:
        kinds, images = {}, []
        for layout, names in CASES:
            files = [f"examples/{n}.yaml" for n in names]
            pdf, alts, shapes, texts = report(program, work, layout, files)
            name = f"{layout} {' '.join(names)}"
            pair = ("februari", "juni") if len(names) > 1 else None
            count(name, check_tracks(
                alts, shapes, {"coach": True, "dossier": None}.get(layout, False),
                pair))
            count(name + " light and heavy", check_light(alts, shapes, texts))
            for i, page in enumerate(shapes):
                new = {k: b for k, b in kinds_of(page).items()
                       if k not in kinds}
                if not new:
                    continue
                images.append(pixels(pdf, i + 1, 200))
                kinds.update({k: (len(images) - 1, b) for k, b in new.items()})
        if len(kinds) < 8:
            print(f"only these kinds of marks were found: {sorted(kinds)}")
            failed += 1
        count("copies", check_copies(images, kinds, 200))
        count("self test", self_test(program, work))
    print(f"charts: {passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
