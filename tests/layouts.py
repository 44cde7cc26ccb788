#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""Random layouts with random interviews: layouts.py PROGRAM [N [FIRST]].

A layout has blocks of any kind in any order, margins and type of its own; the
interview is of made.py.  The ink ledger of the program proves each report, so
a report is written, or its layout is refused with a message: an internal fault
(E5..) or a crash is a failure.  The last line is "layouts: N passed, N
failed"."""
import concurrent.futures
import os
import random
import re
import subprocess
import sys
import tempfile

from made import Made, write

KINDS = '''title three_words strengths profile_chart notice reading_guide
own_marks page_title text fragments moments interaction_rings scale_cards
talk_guide self_questions plan pocket_card interview patterns coach_cards
to_prepare how_to_score score_form score_key reflection_sheet interview_form
cover score_table provenance signatures reader_notes change_log'''.split()

# Styles with their usual size and the largest that is tried.
STYLES = {'body': (10.5, 15), 'title': (25, 34), 'heading': (12, 17),
          'heading_large': (14, 20), 'table': (10.5, 14), 'small': (9.5, 13),
          'prompt': (10.5, 14), 'words': (30, 40), 'names': (34, 44)}


def layout_text(rng, name):
    out = ['[format]', 'kind = layout', 'version = 1', 'id = ' + name,
           'copy = ' + rng.choice(('teacher', 'coach')),
           'title.nl = "Proef"', 'title.en = "Trial"',
           'numbers = ' + rng.choice(('yes', 'no')), '[page]']
    for side in ('left', 'right', 'top', 'bottom'):
        low = 15 if side in ('left', 'right') else 16 if side == 'top' else 22
        out.append('margin.%s = %dmm' % (side, rng.randint(low, low + 15)))
    if rng.random() < 0.3:
        out.append('binding = %dmm' % rng.randint(2, 8))
    if rng.random() < 0.3:
        out.append('parts_right = yes')
    out += ['[font.body]', 'family = lato', 'fallback = dejavu']
    for style, (usual, most) in STYLES.items():
        if rng.random() < 0.3:
            size = rng.uniform(0.9 * usual, most)
            out += ['[style.%s]' % style, 'size = %.1fpt' % size,
                    'leading = %.1fpt' % (size * rng.uniform(1.15, 1.6))]
    for i in range(rng.randint(1, 9)):
        kind = rng.choice(KINDS)
        out += ['[block.b%d]' % i, 'kind = ' + kind]
        if rng.random() < 0.5:
            out.append('page = ' + rng.choice(('flow', 'new', 'own')))
        if rng.random() < 0.3:
            out.append('notes = ' + rng.choice(('yes', 'no')))
        if kind in ('text', 'page_title'):
            words = ' '.join(rng.choices('een kop met woorden over dit blad '
                                         'Brzęczyszczykiewicz'.split(),
                                         k=rng.randint(1, 12)))
            out += ['title.nl = "%s"' % words, 'title.en = "%s"' % words]
    return '\n'.join(out) + '\n'


def fault_of(program, folder, seed):
    rng = random.Random('layout %d' % seed)
    interview, rules = write(folder, Made(seed))
    name = 'trial%d' % seed
    layout = os.path.join(folder, name + '.ini')
    with open(layout, 'w', encoding='utf-8') as f:
        f.write(layout_text(rng, name))
    args = [program, 'render', '-q', interview, '-r', rules, '-l', layout,
            '-o', os.path.join(folder, name + '.pdf')]
    if rng.random() < 0.25:
        args.append('--large')
    done = subprocess.run(args, stdout=subprocess.PIPE, check=False,
                          stderr=subprocess.STDOUT)
    said = done.stdout.decode('utf-8', 'replace')
    written = os.path.exists(args[args.index('-o') + 1])
    if done.returncode in (0, 1, 2) and written == (done.returncode == 0) \
            and not re.search(r'\[E5\d\d\]', said):
        return None, written
    return 'seed %d, status %d: %s\n%s' % (
        seed, done.returncode, ' '.join(args[1:]), said[-600:]), written


def main():
    program = os.path.abspath(sys.argv[1])
    n = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    first = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    passed = failed = reports = 0
    with tempfile.TemporaryDirectory() as folder, \
            concurrent.futures.ThreadPoolExecutor(2) as pool:
        for fault, written in pool.map(
                lambda seed: fault_of(program, folder, seed),
                range(first, first + n)):
            reports += written
            if fault:
                failed += 1
                print(fault)
            else:
                passed += 1
    if reports < n // 2:
        failed += 1
        print('only %d of %d layouts were taken' % (reports, n))
    print('layouts: %d passed, %d failed' % (passed, failed))
    return failed > 0


if __name__ == '__main__':
    sys.exit(main())
