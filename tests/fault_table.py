#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""The table of faults: tests/fault_table.py PROGRAM [--much] [ROW...].

Brings about every fault of the table, one row after the other, and prints a line
for each: what it is, and how much was looked at.  --much is for `make torture`;
with rows, only those.  ACCEPT=1 writes the table into tests/faults/TABLE.md,
which must be what the rows say.  The last line counts.
"""
import os
import sys
import tempfile
import time

from counting import after_part
from faults.common import ROWS, TOP, Table
import faults.batches
import faults.files
import faults.reports
import faults.surroundings
import faults.texts

DOCUMENT = os.path.join(TOP, "tests", "faults", "TABLE.md")
HEAD = """<!--
SPDX-FileCopyrightText: 2026 the relatieprofiel authors
SPDX-License-Identifier: MIT
-->
# Faults

Each is brought about by `tests/fault_table.py`, in `make check` and, with what
the last column adds, in `make torture`. Everywhere must hold: no crash, no hang,
no part of a file under its final name, nothing left behind, the other files of
a batch done; exit status 3 where the surroundings failed, whatever file they
hit, 1 for an input that is missing, forbidden or wrong, 2 for rules, a layout,
the output folder or the command line.

Made by `ACCEPT=1 tests/fault_table.py build/relatieprofiel`; the test compares.

| | fault | how | what must come | test | `make torture` adds |
|---|---|---|---|---|---|
"""


def document():
    lines = []
    for r in ROWS:
        names = ", ".join(f"`{n}`" for n in (r.where, *r.parts))
        cells = (r.key, r.name, r.how, r.want, names, r.torture)
        lines.append("| " + " | ".join(c.replace("|", "\\|") for c in cells)
                     + " |\n")
    return HEAD + "".join(lines)


def play(table, r):
    passed, failed, before = table.passed, table.failed, time.monotonic()
    try:
        r.play(table)
    except Exception as e:  # the other rows are looked at too
        table.check(f"{r.key} broke off", False, type(e).__name__, e)
    passed, failed = table.passed - passed, table.failed - failed
    for text in table.said:
        print(text)
    table.said = []
    print(f"{r.key} {r.name} … {'ok' if failed == 0 else 'FAILED'} "
          f"({passed}{f' of {passed + failed}' if failed else ''}) "
          f"{time.monotonic() - before:.1f} s", flush=True)


def main():
    words = [w for w in sys.argv[2:] if w != "--much"]
    ROWS.sort(key=lambda r: r.key)
    with tempfile.TemporaryDirectory(prefix="faults-") as work:
        table = Table(os.path.abspath(sys.argv[1]), work,
                      "--much" in sys.argv)
        for r in ROWS:
            if not words or r.key in words:
                play(table, r)
                after_part()
        if os.environ.get("ACCEPT") == "1":
            with open(DOCUMENT, "w", encoding="utf-8") as f:
                f.write(document())
        with open(DOCUMENT, encoding="utf-8") as f:
            table.check("TABLE.md is as the rows say", f.read() == document())
        for text in table.said:
            print(text)
    print(f"faults: {table.passed} passed, {table.failed} failed")
    return int(table.failed > 0)


if __name__ == "__main__":
    sys.exit(main())
