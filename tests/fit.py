#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""How full pages are: fit.py PROGRAM [N [FIRST]].

N interviews with rules of their own, made at random (made.py), as handout,
coach's copy, dossier and handout in large print; and as many ordinary ones as
a handout.  A page is measured as it is placed (`--dump pages`), without its
running texts and the room for notes.  Each rule below is a function that yields
faults; self_test() proves that each of them fires.  The last line is
"fit: N passed, N failed"."""
import concurrent.futures
import os
import re
import subprocess
import sys
import tempfile

import geometry
from made import Made, write

MM = geometry.MM
TOP, HEAD, BOTTOM = 16 * MM, 26 * MM, 275 * MM
THIRD = 1 / 3
LINE = '#9AA5AF'  # of what is there to write on
CLOSEST = 7.75 * MM  # writing lines

KINDS = (('handout',), ('coach',), ('dossier',), ('handout', '--large'))

# The dossier begins each part on a right-hand page, be it ever so short.
RIGHT = ('dossier',)

# Pages of a handout before its appendix.
BEFORE_APPENDIX = 7
TOO_MANY = ' pages before the appendix'


class Page:
    """A page as it is placed, and what `--dump breaks` says of it."""

    def __init__(self, marks, broken):
        self.marks, self.broken = marks, broken
        notes = min((m.y for m in marks if m.kind == 'text' and
                     m.role != 'artifact' and
                     m.text.strip() in ('Notities', 'Notes')),
                    default=BOTTOM) - 16
        self.body = [m for m in marks if m.y + m.h < BOTTOM + MM and
                     m.y < notes and not m.unseen and
                     not (m.role == 'artifact' and m.y < 20 * MM)]
        self.blank = not any(m.kind == 'text' for m in self.body)
        head = any(m.role == 'artifact' and m.y < 20 * MM for m in marks)
        top = HEAD if head else TOP
        self.fill = (max((m.y + m.h for m in self.body), default=top) -
                     top) / (BOTTOM - top)
        m = re.match(r'page \d+: (?:left blank|([\d.]+) % of \S+ pt, (\w*); '
                     r'gave: ([^;]*);.* ends: ([^;]*); cost (\d+))$', broken)
        self.said = float(m[1] or 0) / 100 if m else None
        self.section, self.ends = (m[2], m[4]) if m else (None, None)


def run(program, files, kind, stage):
    args = [program, 'render', '-q', files[0], '-r', files[1], '-l', *kind,
            '--dump', stage]
    done = subprocess.run(args, stdout=subprocess.PIPE, text=True,
                          stderr=subprocess.PIPE, check=False)
    if done.returncode != 0:
        raise RuntimeError(' '.join(args) + '\n' + done.stderr)
    return done.stdout


def pages_of(program, files, kind):
    marks = geometry.pages_read(run(program, files, kind, 'pages'))
    breaks = run(program, files, kind, 'breaks').splitlines()
    return [Page(m, b) for m, b in zip(marks, breaks)]


# Rules ------------------------------------------------------------------

def nearly_empty(pages, kind, _ordinary):
    """No page is under a third full, unless it is all of a part that begins on
    a page of its own."""
    for i, p in enumerate(pages):
        alone = kind == RIGHT and p.ends != 'what comes next has no room' and (
            i == 0 or pages[i - 1].blank or
            'part begins' in pages[i - 1].ends)
        if not p.blank and p.fill < THIRD and not alone:
            yield 'page %d is %.0f %% full: %s' % (
                i + 1, 100 * p.fill, p.broken)


def as_said(pages, _kind, _ordinary):
    """A page is as full as the dump of breaks says, but for white space at its
    foot."""
    for i, p in enumerate(pages):
        if p.said is None:
            yield 'page %d: not understood: %s' % (i + 1, p.broken)
        elif not p.blank and not -0.03 < p.said - p.fill < 0.12:
            yield 'page %d is %.0f %% full: %s' % (
                i + 1, 100 * p.fill, p.broken)


def too_many(pages, kind, ordinary):
    """An ordinary handout has seven pages and its appendix; one in a hundred,
    with many scales of long names, has one more (main allows it)."""
    if not ordinary or kind != ('handout',):
        return
    n = sum(p.section != 'interview' for p in pages)
    if n > BEFORE_APPENDIX:
        yield '%d%s' % (n, TOO_MANY)


def lines_too_close(pages, kind, _ordinary):
    """What is written on has room for a hand."""
    for i, p in enumerate(pages):
        rows = {}
        charts = [m for m in p.marks if m.kind == 'rect' and m.h > 5 * MM]
        for m in p.marks:
            if m.kind == 'line' and m.h == 0 and m.stroke == LINE and \
                    not any(c.y < m.y < c.y + c.h for c in charts):
                rows.setdefault((round(m.x, 1), round(m.w, 1)),
                                []).append(m.y)
        for (_, w), ys in rows.items():
            ys.sort()
            for a, b in zip(ys, ys[1:]):
                if w > 60 * MM and 3 * MM < b - a < CLOSEST:
                    yield 'page %d: lines %.1f mm apart' % (
                        i + 1, (b - a) / MM)


RULES = (nearly_empty, as_said, too_many, lines_too_close)


# ------------------------------------------------------------------------

def faults_of(program, folder, seed, ordinary):
    made = Made(seed, ordinary=ordinary)
    files = write(folder, made)
    out, n = [], 0
    for kind in KINDS[:1] if ordinary else KINDS:
        pages = pages_of(program, files, kind)
        n += len(pages)
        for rule in RULES:
            for fault in rule(pages, kind, ordinary):
                out.append('seed %d%s, %s, %s: %s' % (
                    seed, ' ordinary' if ordinary else '', made.lang,
                    ' '.join(kind), fault))
    return out, n


def self_test():
    """Each rule finds what it is there for."""
    def page(text, *marks):
        dump = 'page 1\n' + ''.join('  %s\n' % m for m in marks)
        return Page(geometry.pages_read(dump)[0], text)

    said = 'page 1: %s %% of 705.828 pt, plan; gave: nothing; ends: %s; cost 5'
    word = 'text 62.3 %d 40 size 10.5 P "x"'
    line = 'line 62.3 %d 300 0 stroke ' + LINE
    full = page(said % ('97.0', 'all is placed'), word % 740, line % 750,
                line % 776)
    low = page(said % ('16.0', 'all is placed'), word % 150)
    wrong = page(said % ('80.0', 'all is placed'), word % 700, word % 400,
                 line % 500, line % 515)
    for pages in ([full], [full] * BEFORE_APPENDIX):
        for rule in RULES:
            assert not list(rule(pages, ('handout',), True)), rule
    assert list(nearly_empty([low], ('handout',), False))
    assert not list(nearly_empty([low], RIGHT, False))
    assert list(nearly_empty([full, low], RIGHT, False))
    assert list(as_said([wrong], ('handout',), False))
    assert list(too_many([full] * (BEFORE_APPENDIX + 1), ('handout',), True))
    assert list(lines_too_close([wrong], ('handout',), False))


def main():
    program = os.path.abspath(sys.argv[1])
    n = int(sys.argv[2]) if len(sys.argv) > 2 else 10
    first = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    self_test()
    jobs = [(seed, ordinary) for seed in range(first, first + n)
            for ordinary in (False, True)]
    passed = failed = pages = 0
    spared = n // 100  # reports that may be a page too long
    with tempfile.TemporaryDirectory() as folder, \
            concurrent.futures.ThreadPoolExecutor(2) as pool:
        for faults, count in pool.map(
                lambda job: faults_of(program, folder, *job), jobs):
            pages += count
            if spared > 0 and len(faults) == 1 and \
                    faults[0].endswith(TOO_MANY):
                spared, faults = spared - 1, []
            failed += len(faults) > 0
            passed += not faults
            for fault in faults:
                print(fault)
    if n > 10:
        print('# %d pages' % pages)
    print('fit: %d passed, %d failed' % (passed, failed))
    return failed > 0


if __name__ == '__main__':
    sys.exit(main())
