#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""Whether the tests notice a fault in the source: mutants.py [N [SEED [JOBS]]]

Changes one operator or one constant, or drops one statement, N times at random;
builds, and runs the tests until one fails.  A mutant that the compiler refuses
or of which it makes the same code is none, and another is taken.  What survives
is printed and must be explained in tests/mutants.survivors, a line each:
file, line as it is and line as changed, and why no test can or need notice,
parted by tabs.

First each part of the tests runs once on the source as it is, to know how long it
takes, and once with a program that counts lines: a mutant then meets only the
parts that run its line, the quickest of those that notice most first.  A line
that no part runs, with its reason in tests/uncovered.list, survives unplayed.

The tests of a mutant run in processes, folders and mounts of their own, since a
changed `kill` or `unlink` may hit anything.  Results are kept in build/mutants
by the text of source and tests, so that what was broken off goes on.
"""
import os
import random
import shutil
import sys
import threading

import uncovered
from mutations import all_sites, mutated
from parts import (FLAGS, TOP, WORK, Kept, Part, Tree, in_threads, make, measure,
                   parts_of_check, run, state)

EXPLAINED = os.path.join(TOP, "tests", "mutants.survivors")
# At least so many of 100 are noticed.
BOUND = 95
# Seconds that a part takes of which one failure is enough.
CERTAIN = 2


def object_code(tree, path):
    """What the compiler makes of a source, or None where it refuses."""
    target = "build/release/" + path[:-2] + ".o"
    done = make(tree.path, FLAGS, target)
    if done.returncode:
        return None
    with open(os.path.join(tree.path, target), "rb") as f:
        return f.read()


def try_site(tree, site, parts, counted, lock):
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
        result = {"file": site[0], "line": site[1] + 1, "before": before, "after": after}
        left = reaching(parts, counted, site[0], site[1] + 1)
        result["run"] = len(left)
        result["by"], result["said"] = noticed_by(tree, site[0], left, lock)
        return result
    finally:
        with open(source, "w", encoding="utf-8") as f:
            f.write(text)


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


def noticed_by(tree, path, left, lock):
    # The page for a browser is of other objects, and takes a minute to make.
    if path.startswith("src/web/"):
        done = make(tree.path, FLAGS, "build/web/relatieprofiel.html")
        if done.returncode:
            return "build", done.stderr[:120]
    if make(tree.path, FLAGS, "build/release/relatieprofiel",
            "build/release/examples/embed/embed").returncode:
        return "build", ""
    while left:
        with lock:
            part = min(left, key=Part.worth)
        left.remove(part)
        if part.targets and make(tree.path, FLAGS, *part.targets).returncode:
            return part.name, "does not build"
        said = run(part.command, tree.path, 20 + 4 * part.seconds)
        # What kills processes or looks at them may fail on a busy machine.
        if said and part.seconds > CERTAIN:
            said = run(part.command, tree.path, 20 + 4 * part.seconds) and said
        with lock:
            part.played += 1
            part.noticed += said is not None
        if said:
            return part.name, said
    return None, None


def explained():
    if not os.path.exists(EXPLAINED):
        return set()
    with open(EXPLAINED, encoding="utf-8") as f:
        rows = [line.rstrip("\n").split("\t") for line in f if line.strip() and line[0] != "#"]
    for row in rows:
        if len(row) != 4 or not row[3]:
            sys.exit("tests/mutants.survivors: file, line, changed line, reason: %s" % row)
    return {tuple(row[:3]) for row in rows}


def unrun(tree):
    """The lines of tests/uncovered.list, by file."""
    os.chdir(tree.path)
    lines = uncovered.Cov("build/cov").explained()
    os.chdir(TOP)
    return lines


def play(trees, parts, counted, count, seed):
    """Results of `count` mutants, the same for the same source and seed."""
    kept = Kept("%s-%d.jsonl" % (state(), seed))
    rng = random.Random(seed)
    found = all_sites()
    print("sites: " + ", ".join("%d %ss" % (len(v), k) for k, v in found.items()), flush=True)
    lock = threading.Lock()
    done, taken = [], 0

    def work(tree):
        nonlocal taken
        while True:
            with lock:
                if taken >= count:
                    return
                site = rng.choice(found[rng.choice(sorted(found))])
                taken += 1
            if site not in kept.values:
                kept.keep(site, try_site(tree, site, parts, counted, lock))
            result = kept.values[site]
            with lock:
                if result is None:
                    taken -= 1
                    continue
                done.append(result)
                if result["by"] is None:
                    print("survives %(file)s:%(line)d\n  - %(before)s\n  + %(after)s" % result,
                          flush=True)
    in_threads(trees, work)
    return done


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    jobs = int(sys.argv[3]) if len(sys.argv) > 3 else os.cpu_count()
    os.makedirs(WORK, exist_ok=True)
    trees = [Tree(n) for n in range(jobs)]
    parts = list(parts_of_check())
    done = play(trees, parts, measure(trees, parts), count, seed)
    reasons, not_run = explained(), unrun(trees[0])
    alive = [r for r in done if r["by"] is None]
    unexplained = [r for r in alive if (r["file"], r["before"], r["after"]) not in reasons and
                   (r["run"] or r["line"] not in not_run.get(r["file"], ()))]
    for tree in trees:
        shutil.rmtree(tree.path, ignore_errors=True)
    for r in unexplained:
        print("not explained: %(file)s:%(line)d: %(before)s → %(after)s" % r)
    noticed = len(done) - len(alive)
    print("%d mutants, %d noticed (%.1f %%), %d survive, %d of them explained" % (
        len(done), noticed, 100 * noticed / len(done), len(alive),
        len(alive) - len(unexplained)))
    good = noticed * 100 >= BOUND * len(done) and not unexplained
    print("mutants: %d passed, %d failed" % (noticed, 0 if good else len(alive)))
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
