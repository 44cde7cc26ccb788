#!/usr/bin/env python3
"""What the pages say of an interview: tests/said.py PROGRAM.

Reports are looked at as documents (`render --dump doc`): the words of every
block, without places.  The last line counts.
"""
import glob
import os
import re
import subprocess
import sys


def run(*args):
    r = subprocess.run(args, capture_output=True, text=True)
    if r.returncode != 0:
        raise RuntimeError(r.stderr)
    return r.stdout


def words(text):
    """As it is compared: no marks of quotes, one blank between words."""
    return re.sub(r"\s+", " ", re.sub(r"[“”‘’\"'*]", "", text)).strip()


def all_evidence(program):
    """The coach's sheet shows every quote that a reader gave."""
    for path in sorted(glob.glob("examples/*.yaml")):
        made = [program, "render", path, "-l", "coach", "-q", "--dump"]
        doc = words(run(*made, "doc"))
        quotes = re.findall(r"^    quote (.*)$", run(*made, "profile"), re.M)
        for quote in quotes:
            yield words(quote) in doc, f"{path}: no “{quote}” for the coach"


TESTS = [all_evidence]


def main():
    os.chdir(os.path.join(os.path.dirname(__file__), ".."))
    passed = failed = 0
    for test in TESTS:
        looked = passed + failed
        for good, fault in test(sys.argv[1]):
            passed += good
            failed += not good
            if not good:
                print(f"{test.__name__}: {fault}")
        if passed + failed == looked:
            print(f"{test.__name__} looks at nothing")
            failed += 1
    print(f"said: {passed} passed, {failed} failed")
    return failed > 0


sys.exit(main())
