#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""Whether the tests notice a fault in the source: mutants.py [N [SEED [JOBS]]]

Changes one operator or one constant, or drops one statement, N times at random;
builds, and runs the tests until one fails.  A mutant that the compiler refuses
or of which it makes the same code is none, and another is taken.  What survives
is printed and must be explained in tests/mutants.survivors, a line each, parted
by tabs: file, function, line as it is and as changed, "same" where no test can notice,
since the program does the same, or "lives" where one could, and why.  What is
explained is not played.  As is usual (Jia and Harman, An Analysis and Survey of
the Development of Mutation Testing, IEEE TSE 37, 2011, section 2), mutants that
are the same program do not count in the score.

First each part of the tests runs once on the source as it is, to know how long it
takes, and once with a program that counts lines: a mutant then meets only the
parts that run its line, the quickest of those that notice most first; parts that
take long meet only what survives all others.  A line
that no part runs, with its reason in tests/uncovered.list, survives unplayed.

The tests of a mutant run in processes, folders and mounts of their own, since a
changed `kill` or `unlink` may hit anything.  Results are kept in build/mutants
by the text of source and tests, so that what was broken off goes on.
"""
import contextlib
import io
import os
import random
import shutil
import sys
import threading

import uncovered
from mutations import all_sites, function_of, mutated
from parts import (FLAGS, TOP, WORK, Kept, Part, Tree, each_of, in_threads, make,
                   measure, parts_of_check, run, state)

EXPLAINED = os.path.join(TOP, "tests", "mutants.survivors")
# At least so many of 100 are noticed.
BOUND = 95
# Seconds that a part takes of which one failure is enough.
CERTAIN = 2
# And of which it is left for the end.
LONG = 10


def object_code(tree, path):
    """What the compiler makes of a source, or None where it refuses."""
    target = "build/release/" + path[:-2] + ".o"
    done = make(tree.path, FLAGS, target)
    if done.returncode:
        return None
    with open(os.path.join(tree.path, target), "rb") as f:
        return f.read()


def try_site(tree, site, parts, lock):
    """A result, or None where it is no mutant."""
    source = os.path.join(tree.path, site[0])
    with open(os.path.join(TOP, site[0]), encoding="utf-8") as f:
        text = f.read()
    changed, before, after = mutated(text, site)
    whole = object_code(tree, site[0])
    try:
        with open(source, "w", encoding="utf-8") as f:
            f.write(changed)
        code = object_code(tree, site[0])
        if code is None or code == whole:
            return None
        result = {"file": site[0], "line": site[1] + 1, "before": before, "after": after,
                  "by": None, "said": None, "run": len(parts)}
        if key_of(result) not in explained():
            result["by"], result["said"] = noticed_by(tree, site[0], parts, lock)
        return result
    finally:
        with open(source, "w", encoding="utf-8") as f:
            f.write(text)


def key_of(result):
    return (result["file"], function_of(result["file"], result["line"]),
            result["before"], result["after"])


def reaching(parts, counted, path, line):
    """The parts that run the line; of one that is not counted (a table, a
    constant) those that run any line of the file.  What runs in a browser is not
    counted."""
    def runs(part):
        if path.startswith("src/web/") and "web/" in part.name:
            return True
        lines = part.lines.get(path, ())
        return line in lines if line in counted.get(path, ()) else bool(lines)
    return [p for p in parts if runs(p)]


def build(tree, path):
    """What is wrong, if anything."""
    # The page for a browser is of other objects, and takes a minute to make.
    if path.startswith("src/web/"):
        done = make(tree.path, FLAGS, "build/web/relatieprofiel.html")
        if done.returncode:
            return done.stderr[:120] or "does not build"
    done = make(tree.path, FLAGS, "build/release/relatieprofiel",
                "build/release/examples/embed/embed")
    return "does not build" if done.returncode else None


def shown_to(tree, part):
    """What the part says of the mutant, or None."""
    if part.targets and make(tree.path, FLAGS, *part.targets).returncode:
        return "does not build"
    said = run(part.command, tree.path, 20 + 4 * part.seconds)
    # What kills processes or looks at them may fail on a busy machine.
    if said and part.seconds > CERTAIN:
        said = run(part.command, tree.path, 20 + 4 * part.seconds) and said
    return said


def noticed_by(tree, path, parts, lock):
    said = build(tree, path)
    if said:
        return "build", said
    left = list(parts)
    while left:
        with lock:
            part = min(left, key=Part.worth)
        left.remove(part)
        said = shown_to(tree, part)
        with lock:
            part.played += 1
            part.noticed += said is not None
        if said:
            return part.name, said
    return None, None


def explained():
    """What survives with a reason: whether it is the same program."""
    with open(EXPLAINED, encoding="utf-8") as f:
        rows = [line.rstrip("\n").split("\t") for line in f if line.strip() and line[0] != "#"]
    for row in rows:
        if len(row) != 6 or row[4] not in ("same", "lives") or not row[5]:
            sys.exit("tests/mutants.survivors: file, function, line, changed line, "
                     "same or lives, reason: %s" % row)
    return {tuple(row[:4]): row[4] == "same" for row in rows}


def unrun(tree):
    """The lines of tests/uncovered.list, by file; `make cov` judges the list."""
    os.chdir(tree.path)
    with contextlib.redirect_stdout(io.StringIO()):
        lines = uncovered.Cov("build/cov").explained()
    os.chdir(TOP)
    return lines


def choose(trees, count, seed, taken):
    """Calls `taken` with a tree and a site, in each tree at once, until it was
    true `count` times; the same sites for the same source and seed."""
    rng, found = random.Random(seed), all_sites()
    print("sites: " + ", ".join("%d %ss" % (len(v), k) for k, v in found.items()), flush=True)
    lock, n = threading.Lock(), 0

    def work(tree):
        nonlocal n
        while True:
            with lock:
                if n >= count:
                    return
                site = rng.choice(found[rng.choice(sorted(found))])
                n += 1
            if not taken(tree, site):
                with lock:
                    n -= 1
    in_threads(trees, work)


def play(trees, parts, counted, count, seed):
    """Results of `count` mutants, by site."""
    lock, done = threading.Lock(), {}

    def with_parts(name, those, sites=None):
        kept = Kept("%s-%d.%s" % (state(), seed, name))

        def one(tree, site):
            if site not in kept.values:
                left = reaching(those, counted, site[0], site[1] + 1)
                kept.keep(site, try_site(tree, site, left, lock))
            result = kept.values[site]
            if result is None:
                return False
            with lock:
                done[site] = result
                if result["by"] is None:
                    print("survives the %s parts: %s:%d\n  - %s\n  + %s" % (
                        name, result["file"], result["line"], *key_of(result)[2:]), flush=True)
            return True
        if sites is None:
            choose(trees, count, seed, one)
        else:
            each_of(trees, sites, one)
    quick = [p for p in parts if p.seconds <= LONG or p.name == "tests/run.sh"]
    with_parts("quick", quick)
    with_parts("long", [p for p in parts if p not in quick],
               [s for s, r in done.items() if r["by"] is None])
    return list(done.values())


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    jobs = int(sys.argv[3]) if len(sys.argv) > 3 else os.cpu_count()
    os.makedirs(WORK, exist_ok=True)
    trees = [Tree(n) for n in range(jobs)]
    parts = list(parts_of_check())
    done = play(trees, parts, measure(trees, parts), count, seed)
    reasons, not_run = explained(), unrun(trees[0])
    for tree in trees:
        shutil.rmtree(tree.path, ignore_errors=True)
    alive = [r for r in done if r["by"] is None]
    same = [r for r in alive if reasons.get(key_of(r))]
    unexplained = [r for r in alive if key_of(r) not in reasons and
                   (r["run"] or r["line"] not in not_run.get(r["file"], ()))]
    for r in unexplained:
        print("not explained: %(file)s:%(line)d: %(before)s → %(after)s" % r)
    noticed, mutants = len(done) - len(alive), len(done) - len(same)
    print("%d mutants, %d of them the same program; %d of %d noticed (%.1f %%), "
          "%d of the others not explained" % (
              len(done), len(same), noticed, mutants, 100 * noticed / mutants, len(unexplained)))
    good = noticed * 100 >= BOUND * mutants and not unexplained
    print("mutants: %d passed, %d failed" % (noticed, 0 if good else len(alive)))
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
