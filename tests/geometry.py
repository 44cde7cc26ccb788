#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""Looks at pages as they are placed: geometry.py PROGRAM [INTERVIEW...]
[-- OPTION...]; without interviews, every example in every layout and the
cases about pages, also in large print and for the verb compare.

A page is what `--dump pages` says; the document what `--dump doc` says.  Each
rule below is a function that yields faults; self_test() proves that each of
them fires.  The last line is "geometry: N passed, N failed"."""
import glob
import os
import re
import subprocess
import sys

MM = 72 / 25.4
PAGE_W, FOOT = 210 * MM, 291 * MM
SLACK = 0.2  # of a point: lengths are rounded
OPTICAL = 0.3 * MM  # points of a diamond hang into the margin

MARK = re.compile(r'  (\w+) (\S+) (\S+) (\S+) (?:size (\S+) (\w*) ?"(.*)"$'
                  r'|(\S+)(?: fill (#\w+))?(?: stroke (#\w+))?$)', re.S)


class Mark:
    def __init__(self, m):
        self.kind = m[1]
        self.x, self.y, self.w = (float(v) for v in m.group(2, 3, 4))
        self.size = float(m[5] or 0)
        self.role, self.text = m[6] or '', m[7] or ''
        self.h = float(m[8] or 0)
        self.unseen = m[9] == '#FFFFFF'
        self.outline = m[9] is None and m[10] is not None
        self.stroke = m[10]
        if self.kind in ('disc', 'diamond'):  # x, y is the centre
            self.x, self.y = self.x - self.w, self.y - self.w
            self.w = self.h = 2 * self.w

    def __str__(self):
        return '%s "%s" at %.1f, %.1f mm' % (
            self.role or self.kind, self.text, self.x / MM, self.y / MM)

    def ink(self):
        """Left, top, right, bottom of what is seen of a text."""
        blank = len(self.text) - len(self.text.rstrip())
        return (self.x, self.y - 0.70 * self.size,
                self.x + self.w - blank * 0.19 * self.size,
                self.y + 0.18 * self.size)


def pages_read(dump):
    pages, line = [], ''
    for part in dump.split('\n'):
        line = line + '\n' + part if line else part
        if re.match(r'page \d+$', line):
            pages.append([])
        elif line:
            m = MARK.match(line)
            if not m:
                continue  # a text with a line end in it
            pages[-1].append(Mark(m))
        line = ''
    return pages


def texts_of(page):
    return [m for m in page if m.kind == 'text' and m.text.strip()]


# Rules ------------------------------------------------------------------

def outside(page, left, right):
    """All stands between the margins, and text above the page's end."""
    for m in page:
        x, bottom = m.x + m.w, m.y
        if m.kind == 'text':
            if not m.text.strip():
                continue
            x = m.ink()[2]
        slack = SLACK if m.kind == 'text' else OPTICAL
        if not m.unseen and (m.x < left - slack or x > right + slack):
            yield 'beside the margin: %s' % m
        if bottom > FOOT + SLACK or m.y - m.size < 0:
            yield 'below or above the page: %s' % m


def body_over_foot(page, _left, _right):
    """Nothing of the document runs into the foot."""
    rules = [m.y for m in page
             if m.kind == 'line' and m.y > 270 * MM and m.h == 0]
    end = max(rules, default=FOOT)
    for m in page:
        if m.role != 'artifact' and m.y + m.h > end - 1 and m.y < end - SLACK:
            yield 'runs into the foot: %s' % m
        elif m.kind == 'text' and m.role != 'artifact' and m.y > end:
            yield 'below the foot: %s' % m


def overlapping(page, _left, _right):
    """No two texts over one another."""
    texts = sorted(texts_of(page), key=lambda m: m.y)
    for i, m in enumerate(texts):
        a = m.ink()
        for n in texts[i + 1:]:
            b = n.ink()
            if b[1] > a[3] + 40:
                break
            if min(a[2], b[2]) - max(a[0], b[0]) > 0.7 and \
                    min(a[3], b[3]) - max(a[1], b[1]) > 0.9:
                yield 'overlap: %s and %s' % (m, n)


def struck(page, _left, _right):
    """No line through a text."""
    lines = [m for m in page if m.kind == 'line' and m.h == 0]
    for t in texts_of(page):
        x0, top, x1, _ = t.ink()
        for m in lines:
            if top + 0.5 < m.y < t.y - 0.3 and \
                    min(x1, m.x + m.w) - max(x0, m.x) > 0.7:
                yield 'a line through: %s' % t


def heading_alone(page, _left, _right):
    """Something follows a heading on its page, below it or beside it."""
    for i, h in enumerate(page):
        if h.role not in ('H1', 'H2', 'H3') or h.kind != 'text':
            continue
        if not any(m.y + m.h > h.y - h.size and m.role != 'artifact' and
                   m.role != h.role and m.y < 280 * MM and
                   not (m.kind == 'line' and m.w > 160 * MM)
                   for m in page[i + 1:]):
            yield 'heading alone: %s' % h


def goes_on_unnamed(page, left, _right):
    """What stands first on a page begins at the left margin: an answer that
    goes on has its question beside it, rows have their head above them."""
    body = [m for m in texts_of(page) if m.y < 280 * MM and
            (m.y > 20 * MM or m.role != 'artifact')]
    top = min((m.y for m in body), default=0)
    first = [m for m in body if m.y < top + 4 * MM]
    near = first + [m for m in page if m.kind != 'line' and
                    m.kind != 'text' and abs(m.y - top) < 10 * MM]
    if first and min(m.x for m in near) > left + 15 * MM:
        yield 'goes on without a name: %s' % first[0]


SIDES = {'Dit is er al': 'Hier is nog ruimte',
         'This is already there': 'There is still room here',
         'Hier is het lichter': 'Hier is het zwaarder',
         'Here it is lighter': 'Here it is heavier'}


def balance(page, _left, _right):
    """The two columns of a balance card are level and equally wide."""
    def over(m):
        return [line.w for line in page if line.kind == 'line' and
                line.h == 0 and abs(line.x - m.x) < 1 and
                0 < m.y - line.y < 12 * MM]

    for m in texts_of(page):
        other = SIDES.get(m.text.strip())
        beside = [n for n in texts_of(page)
                  if n.text.strip() == other and abs(n.y - m.y) < SLACK]
        if other and not any(
                abs(a - b) < 1 for n in beside for a in over(m)
                for b in over(n)):
            yield 'not beside its other side: %s' % m


def rings(page, _left, _right):
    """Rings beside one another are at one height, and nothing but the numbers
    of their stations stands in them."""
    found = [m for m in page
             if m.kind == 'disc' and m.outline and m.w > 25 * MM]
    for m in found:
        if abs(m.y - found[0].y) > SLACK:
            yield 'not at the height of the ring before: %s' % m
        for t in texts_of(page):
            x0, top, x1, bottom = t.ink()
            if min(x1, m.x + m.w) - max(x0, m.x) > 0 and \
                    min(bottom, m.y + m.h) - max(top, m.y) > 0 and \
                    not re.fullmatch(r'[1-4]', t.text):
                yield 'in a ring: %s' % t


def running_small(page, _left, _right):
    """Head and foot are readable."""
    for m in texts_of(page):
        if m.role == 'artifact' and m.size < 7.4 and \
                (m.y < 20 * MM or m.y > 280 * MM):
            yield 'too small: %s' % m


def touching(page, _left, _right):
    """Two texts on a line that are not one have white space between them."""
    rows = {}
    for m in texts_of(page):
        rows.setdefault(round(m.y, 1), []).append(m)
    for row in rows.values():
        row.sort(key=lambda m: m.x)
        for m, n in zip(row, row[1:]):
            if m.role == n.role == 'P' and m.size == n.size and \
                    re.search(r'\w{2}$', m.text) and re.match(r'\w{2}', n.text) \
                    and 0.3 < n.x - m.ink()[2] < 2 * MM:
                yield 'touching: %s and %s' % (m, n)


def between_bands(page, _left, _right):
    """No mark stands on the edge of two bands: it would belong to neither."""
    bands = [m for m in page if m.kind == 'rect' and m.h > 5 * MM]
    for m in page:
        if m.kind not in ('disc', 'diamond') or m.unseen or m.w < 3 * MM:
            continue
        x, y = m.x + m.w / 2, m.y + m.h / 2
        row = [b for b in bands if b.y <= y <= b.y + b.h]
        for a in row:
            for b in row:
                gap = b.x - a.x - a.w
                if 0 < gap < 2 and abs(x - b.x + gap / 2) < MM:
                    yield 'on the edge of two bands: %s' % m


def folds(page, _left, _right):
    """Nothing of a card stands on its folds, the middle of the page."""
    for down in page:
        if down.kind != 'line' or abs(down.w) > SLACK or \
                abs(down.x - PAGE_W / 2) > SLACK or down.h < 80 * MM:
            continue
        fold = down.y + down.h
        for m in page:
            x0, top, x1, bottom = m.ink() if m.kind == 'text' else (
                m.x, m.y, m.x + m.w, m.y + m.h)
            if m is down or m.kind == 'line' and abs(m.y - fold) < SLACK:
                continue
            if top < fold - SLACK and x0 < PAGE_W / 2 < x1 or \
                    top < fold + 2 * MM and bottom > fold - 2 * MM:
                yield 'on a fold: %s' % m


RULES = (outside, body_over_foot, overlapping, struck, heading_alone,
         goes_on_unnamed, rings, balance, touching, running_small,
         between_bands, folds)


# Words ------------------------------------------------------------------

DOC = re.compile(r'\s*(group|columns|text|words|rule|lines|figure)\b')
TEXT = re.compile(r'\s*(?:text|words)((?: [A-Za-z][\w.]*| <\w+>| new-page'
                  r'| own-page)*)((?: ["*\[{].*)?)$', re.S)
NO_INK = re.compile('[\\s\u00ad\u200b"*\\[\\]]+')


CHIP = re.compile(r'\s*[VQ]\d+\s*$')


def in_margin(m):
    """A note beside a text: a link that is no chip."""
    return m.role == 'Link' and not CHIP.match(m.text)


def doc_read(dump, margin):
    """The texts of a document in reading order, as patterns, without what
    the dump adds and without white space: those in the margin, or others."""
    lines = []
    for line in dump.split('\n')[4:]:
        if DOC.match(line) or not lines:
            lines.append(line)
        else:
            lines[-1] += '\n' + line
    for line in lines:
        line = re.sub(r' alt "[^"]*"$| ~\d+~', '', line)
        m = TEXT.match(line)
        if not m or not m[2] or ('Link' in m[1].split()) != margin:
            continue
        text = re.sub(r' \{(?:pages|page[ .][^}]*)\}', '\0', m[2])
        text = NO_INK.sub('', text)
        if text:
            yield re.compile(re.escape(text).replace('\0', r'\d+')), text


def words_kept(doc, pages, margin=False):
    """What the document says is on its pages, once and in its order, the
    margin by itself.  Only the label of the room for notes may come later, or
    not at all."""
    ink = NO_INK.sub('', ''.join(
        m.text for p in pages for m in p
        if m.kind == 'text' and m.role != 'artifact' and
        in_margin(m) == margin))
    at = 0
    label = None  # of notes that did not come yet
    for pattern, text in doc_read(doc, margin):
        m = pattern.match(ink, at)
        if not m and label and ink.startswith(label, at):
            m, label = pattern.match(ink, at + len(label)), None
        if m:
            at = m.end()
        elif text in ('Notities', 'Notes'):
            label = text
        else:
            yield 'in the document "%s", on the page "%s…"' % (
                text, ink[at:at + 40])
            return
    if ink[at:] not in ('', label):
        yield 'on the page only: "%s…"' % ink[at:at + 60]


def handout_pages(args, pages):
    """The handout of an example has eight pages, one more where a
    questionnaire was filled in; the coach's sheet has no more than four."""
    if '--large' in args or not args[-3].startswith(
            ('examples/', 'tests/cases/b-spill/')):
        return
    most = {'handout': 8, 'coach': 4}.get(args[-1], len(pages))
    if 'questionnaire' in args[-3]:
        most += 1
    if len(pages) > most:
        yield '%d pages, %d at most' % (len(pages), most)


def coach_gaps(args, pages):
    """Cards of the coach's sheet stand at equal distances."""
    if args[-1] != 'coach':
        return
    gaps = []
    for i, page in enumerate(pages):
        body = [m for m in page if 20 * MM < m.y < 280 * MM]
        for h in body:
            rules = [m for m in body if m.kind == 'line' and m.h == 0 and
                     m.w > 160 * MM and 0 < h.y - m.y < 9 * MM]
            if h.kind != 'text' or h.role not in ('H2', 'H3') or not rules:
                continue
            above = [m.y for m in body if m.y < rules[0].y - 1]
            if above and any(m.kind == 'line' and m.y == max(above)
                             for m in body):  # behind another card
                gaps.append(rules[0].y - max(above))
    if gaps and max(gaps) - min(gaps) > 1:
        yield 'gaps of cards from %.1f to %.1f mm' % (
            min(gaps) / MM, max(gaps) / MM)


def notes_lead(pages):
    """A note of the margin stands beside a line under text, and names a page
    on which its code is."""
    for n, page in enumerate(pages, 1):
        lines = [m for m in page if m.kind == 'line' and m.h == 0]
        notes = [m for m in texts_of(page) if in_margin(m)]
        for i, m in enumerate(notes):
            if not any(line.x + line.w < m.x - 3 * MM and
                       line.w < 120 * MM and
                       -30 * MM < line.y - m.y < 8 for line in lines):
                yield 'page %d: beside no line: %s' % (n, m)
            where = re.search(r'p\. (\d+)', m.text)
            code = m.text.split()[0] if m.text.strip()[:2] != 'p.' else \
                notes[i - 1].text.strip()
            if where and not any(
                    re.search(r'\b%s\b' % re.escape(code), t.text)
                    for t in pages[int(where[1]) - 1] if not in_margin(t)):
                yield 'page %d: page %s has no %s' % (n, where[1], code)


# Running ----------------------------------------------------------------

def run(args):
    r = subprocess.run(args, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                       encoding='utf-8')
    if r.returncode != 0:
        raise RuntimeError(r.stderr.strip().split('\n')[-1])
    return r.stdout


def margins(layout):
    left, right = (float(re.search(r'^margin.%s = ([\d.]+)pt' % side, layout,
                                   re.M)[1]) for side in ('left', 'right'))
    bound = re.search(r'^binding = ([\d.]+)pt', layout, re.M)
    return left, PAGE_W - right, float(bound[1]) if bound else 0


def parts_right(args, pages):
    """Parts of the dossier begin on right-hand pages."""
    titles = [(i + 1, m) for i, p in enumerate(pages) for m in p
              if m.kind == 'text' and m.role in ('H1', 'H2') and m.y < 40 * MM
              and m.text.startswith('Dossier:')]
    if args[-1] == 'dossier' and not titles and 'english' not in args[-3]:
        yield 'no part'
    for number, m in titles:
        if number % 2 == 0:
            yield '%s begins on page %d' % (m.text, number)


def look(args):
    """Faults of one report."""
    try:
        dumps = [run(args + ['-q', '--dump', d]) for d in ('pages', 'doc')]
        plain = [a for a in args if a != '--large']
        left, right, bound = margins(run(plain + ['-q', '--dump', 'layout']))
    except RuntimeError as e:
        return [str(e)]
    pages = pages_read(dumps[0])
    faults = []
    for i, p in enumerate(pages):
        by = bound if i % 2 == 0 else -bound
        faults += ['page %d: %s' % (i + 1, f) for rule in RULES
                   for f in rule(p, left + by, right + by)]
    faults += parts_right(args, pages)
    faults += handout_pages(args, pages)
    faults += coach_gaps(args, pages)
    return faults + list(words_kept(dumps[1], pages)) + \
        list(words_kept(dumps[1], pages, True)) + list(notes_lead(pages))


def reports(program):
    """The command lines of all examples in all layouts."""
    compares = {'two-children': 'second-child', 'twice': 'first-child-later'}
    for path in sorted(glob.glob('layouts/*.ini')):
        layout = os.path.basename(path)[:-4]
        for large in ([], ['--large']):
            if layout in compares:
                yield [program, 'compare', 'examples/first-child.yaml',
                       'examples/%s.yaml' % compares[layout]] + large
                continue
            if layout == 'agreement':
                continue  # its verb prints no stages
            for f in sorted(glob.glob('examples/*.yaml')):
                yield [program, 'render', f, '-l', layout] + large
    for large in ([], ['--large']):
        yield [program, 'compare'] + ['tests/cases/b-children/%s.yaml' % f
                                      for f in ('first', 'second')] + large
        for layout in ('handout', 'coach', 'dossier'):
            for f in ('b-continued/long', 'b-spill/four-words'):
                yield [program, 'render', 'tests/cases/%s.yaml' % f,
                       '-l', layout] + large
        yield [program, 'render', 'tests/cases/b-tall/tall.yaml', '-l',
               'dossier'] + large


def self_test():
    """Names of the rules that do not fire, or fire where nothing is wrong."""
    foot = '  line 62.4 796.5 470.5 0 stroke #C3CAD1\n' \
        '  text 62.4 810.7 40 size 8.5 artifact "Foot"\n'

    def page(lines):
        return pages_read('page 1\n' + lines + foot)[0]

    good = '  text 62.4 100 80 size 10 H2 "Heading"\n' \
        '  text 62.4 120 60 size 10 P "One "\n' \
        '  text 122.4 120 60 size 10 P "two"\n' \
        '  line 62.4 140 400 0 stroke #9AA5AF\n' \
        '  disc 150 300 48 0 stroke #56616C\n' \
        '  disc 380 300 48 0 stroke #56616C\n' \
        '  text 116 270 5 size 9.5 Figure "1"\n'
    sides = '  line 62.4 688 226 0 stroke #0B5688\n' \
        '  text 62.4 700 60 size 10 P "Dit is er al"\n' \
        '  line 300 688 226 0 stroke #0B5688\n' \
        '  text 300 700 60 size 10 P "Hier is nog ruimte"\n'
    bad = {
        outside: good + '  text 500 150 60 size 10 P "wide"\n',
        body_over_foot: good + '  text 62.4 804 60 size 10 P "low"\n',
        overlapping: good + '  text 100 121 60 size 10 P "over"\n',
        struck: good + '  text 62.4 143 60 size 10 P "struck"\n',
        balance: good + sides.replace('300 700 60', '300 705 60'),
        folds: good + '  line 297.638 160 0 260.9 stroke #9AA5AF\n'
        '  text 280 300 60 size 10 P "over"\n',
        rings: good + '  text 100 255 20 size 10 P "in"\n',
        between_bands: good + '  rect 100 200 50 20 fill #F4F6F7\n'
        '  rect 151.2 200 50 20 fill #E8ECEF\n'
        '  disc 150.6 210 6.8 6.8 fill #0B5688\n',
        heading_alone: good + '  text 62.4 780 60 size 10 H2 "alone"\n',
        running_small: good + '  text 62.4 41 60 size 6 artifact "Head"\n',
        touching: good + '  text 62.4 150 60 size 10 P "Daan"\n'
        '  text 125.4 150 60 size 10 P "Amira"\n',
        goes_on_unnamed: good.replace('62.4 1', '250 1'),
    }
    wrong = ['%s fires on a good page' % r.__name__ for r in RULES
             if list(r(page(good), 62.4, 532.9))]
    wrong += ['%s does not fire' % r.__name__ for r in RULES
              if not list(r(page(bad[r]), 62.4, 532.9))]
    if list(balance(page(good + sides), 62.4, 532.9)) or \
            not list(balance(page(good + sides.replace('300 688 226',
                                                       '300 688 220')),
                             62.4, 532.9)):
        wrong.append('balance')
    if not list(rings(page(good.replace('380 300', '380 310')), 62.4, 532.9)):
        wrong.append('rings do not fire where one is lower')
    doc = 'title\nlang\nhead\nfoot\ngroup Document\n' \
        '  text H2 heading "Heading"\n' \
        '  text P body "One " *two*\n' \
        '  text P body "1"\n'
    for said, lines in ((False, good), (True, good.replace('two', 'to')),
                        (True, good.replace('"two"', '"two two"')),
                        (True, good.replace('One ', ''))):
        if said != bool(list(words_kept(doc, [page(lines)]))):
            wrong.append('words_kept')
    under = '  line 62.4 122.7 60 0 stroke #0B5688\n'
    note = '  text 500 120 9 size 8 Link "H3"\n' \
        '  text 509 120 2 size 8 Link " "\n' \
        '  text 511 120 12 size 8 Link "p. 2"\n'
    chip = '  text 200 120 9 size 7.6 Link "V5"\n'
    code = '  text 62.4 90 9 size 7.6 P "UITGELICHT · H3"\n'
    for said, pages in (
            (False, [page(good + under + note + chip), page(code)]),
            (True, [page(good + note), page(code)]),
            (True, [page(good + under + note), page(code.replace('3', '4'))])):
        if said != bool(list(notes_lead(pages))):
            wrong.append('notes_lead')
    doc += '    text Link axis ~1~ *H3* " p. " {page of target} alt "naar H3"\n'
    for said, lines in ((False, good + under + note), (True, good + under),
                        (True, good + note.replace('H3', 'H2'))):
        if said != bool(list(words_kept(doc, [page(lines)], True)) or
                        list(words_kept(doc, [page(lines)]))):
            wrong.append('words_kept margin')
    return wrong


def main(args):
    options = []
    if '--' in args:
        options = args[args.index('--') + 1:]
        args = args[:args.index('--')]
    wrong = self_test()
    for w in wrong:
        print('FAILED self test: %s' % w)
    passed, failed = (0, 1) if wrong else (1, 0)
    todo = [[args[0], 'render', f] + options for f in args[1:]]
    for command in todo or reports(args[0]):
        faults = look(command)
        if faults:
            failed += 1
            print('FAILED %s' % ' '.join(command[1:]))
            print('\n'.join('  ' + f for f in faults[:20]))
        else:
            passed += 1
    print('geometry: %d passed, %d failed' % (passed, failed))
    return failed != 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
