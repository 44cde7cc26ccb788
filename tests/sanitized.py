#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""What cannot be looked at with sanitizers: tests/sanitized.py PROGRAM.

Names each test that a build with sanitizers (`make asan`) leaves out, and why;
nothing of another build.  A report that a sanitizer made meanwhile is a failure,
whatever the test that brought it about thought of the run.  The last line counts.
"""
import glob
import os
import sys

# Where tests/asan.c has the reports written, beside the program.
REPORTS = "reports"
# Test, part of it: why not.
LEFT_OUT = {
    ("guard", "what a run may do"): "the program does not shut itself in, since "
        "the search for leaks makes a process and a report a file",
    ("guard", "a library that crashes or hangs"): "the sanitizer takes the signals",
    ("guard", "limits"): "shadow memory is larger than any limit",
    ("assets", "what takes time and memory"): "time and memory have no limit",
    ("faults", "F09: SIGSEGV"): "the sanitizer takes the signal",
    ("faults", "F09: limits of memory"): "shadow memory is larger than any limit",
    ("faults", "F14: in little memory"): "shadow memory is larger than any limit",
    ("failing", "malloc, sigaltstack"): "the sanitizer's allocator stands in its "
        "place, and it needs the other itself",
    ("failing", "what the program names of the C library"): "the sanitizer names "
        "more",
    ("batch", "long_manifest"): "the sanitizer keeps what was given back",
    ("collect", "memory"): "the sanitizer keeps what was given back",
    ("password", "what is left in memory"): "the sanitizer keeps what was given "
        "back, and its shadow is too large to look at",
    ("syscalls", "all"): "strace fails the calls of the sanitizer too",
    ("linear", "all"): "valgrind cannot run it",
    ("memcheck", "all"): "valgrind cannot run it",
}


def sanitized(program):
    with open(program, "rb") as f:
        return b"__asan_init" in f.read()


def left_out(program, test, part):
    """Whether a part of a test, which the table must name, is to be left out."""
    assert (test, part) in LEFT_OUT, (test, part)
    return sanitized(program)


def main():
    program = os.path.abspath(sys.argv[1])
    found = []
    if sanitized(program):
        for (test, part), why in LEFT_OUT.items():
            print(f"left out with sanitizers: {test}, {part}: {why}")
        found = sorted(glob.glob(os.path.join(os.path.dirname(program), REPORTS, "*")))
    for path in found:
        with open(path, encoding="utf-8", errors="replace") as f:
            print(path, f.read(3000), sep="\n")
    print(f"sanitized: {int(not found)} passed, {len(found)} failed")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
