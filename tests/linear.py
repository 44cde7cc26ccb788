#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""Whether time grows with the size of a file and no faster: tests/linear.py
PROGRAM [all|NAME].

Files with much of one thing (linear_made.py) are read in three sizes, each twice
the one before (four times for `all`), and the instructions are counted that the
program takes for them: valgrind counts the same on a busy machine as on an idle
one.  What a step costs may grow by no more than the power 1.2 of the size; and
by `all`, which goes to the largest size that is permitted, 1 MiB takes no more
instructions than a slow machine does in some seconds.  The last line counts.
"""
import concurrent.futures
import math
import os
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import linear_made  # noqa: E402
from sanitized import left_out  # noqa: E402

ENV = {**os.environ, "LC_ALL": "C"}
POWER = 1.2
# Below that, differences of one step are those of the system and of buffers.
NOISE = 3_000_000
LARGEST = 1024 * 1024 - 4096
MOST = 6_000_000_000
# What was once slow, a kind each.
SHORT = ["comments", "keys-near", "anchors", "scores-near", "rules-keys",
         "csv-questions-unknown", "agree-rows", "docx-row"]


def command(program, run, file, dir_):
    args = [file if a == "@" else a for a in run]
    if "@" not in run:
        args.append(file)
    if run[0] == "render":
        args += ["-d", dir_, "--force", "-j", "1"]
    if run[0] == "new":
        args += ["-d", dir_]
    if run[0] == "read":
        args += ["-o", "-"]
    if run[0] == "tally":
        args += ["--format", "csv"]
    return [program, *args]


def count(program, kind, run, n):
    _, ext, make, _ = kind
    data = make(n)
    if isinstance(data, str):
        data = data.encode("utf-8", "surrogateescape")
    with tempfile.TemporaryDirectory() as dir_:
        file = os.path.join(dir_, "i." + ext)
        with open(file, "wb") as f:
            f.write(data)
        p = subprocess.run(
            ["valgrind", "--tool=cachegrind", "--cache-sim=no",
             "--cachegrind-out-file=/dev/null",
             *command(program, run, file, dir_)],
            capture_output=True, env=ENV, timeout=900, check=False)
    said = p.stderr.decode("utf-8", "replace")
    refs = re.findall(r"I\s+refs:\s+([\d,]+)", said)
    if p.returncode not in (0, 1, 2) or not refs:
        raise RuntimeError(f"status {p.returncode}: {said[-300:]}")
    return sum(int(r.replace(",", "")) for r in refs)


def look(program, kind, run, sizes, most):
    """What is wrong, or None."""
    try:
        counts = [count(program, kind, run, n) for n in sizes]
    except (RuntimeError, subprocess.TimeoutExpired) as e:
        return f"{kind[0]}: {' '.join(run)}: {e}"
    steps = [max(b - a, NOISE) for a, b in zip(counts, counts[1:])]
    power = math.log(steps[1] / steps[0]) / math.log(sizes[1] / sizes[0])
    shown = ", ".join(f"{n // 1024} KiB {c / 1e6:.0f} million"
                      for n, c in zip(sizes, counts))
    if power > POWER:
        return f"{kind[0]}: {' '.join(run)}: power {power:.2f} ({shown})"
    if counts[-1] > most:
        return f"{kind[0]}: {' '.join(run)}: slow ({shown})"
    return None


def main():
    program = os.path.abspath(sys.argv[1])
    which = sys.argv[2] if len(sys.argv) > 2 else None
    if left_out(program, "linear", "all"):
        print("linear: 0 passed, 0 failed")
        return
    if shutil.which("valgrind") is None:
        print("linear: valgrind is missing")
        sys.exit(1)
    kinds = linear_made.KINDS
    if which is None:
        kinds = [k for k in kinds if k[0] in SHORT]
        assert len(kinds) == len(SHORT)
        jobs = [(k, k[3][0]) for k in kinds]
        sizes, most = [16384, 32768, 65536], MOST / 8
    else:
        if which != "all":
            kinds = [k for k in kinds if k[0].startswith(which)]
        jobs = [(k, run) for k in kinds for run in k[3]]
        sizes, most = [LARGEST // 16, LARGEST // 4, LARGEST], MOST
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        faults = list(pool.map(
            lambda job: look(program, *job, sizes, most), jobs))
    for fault in filter(None, faults):
        print(fault)
    failed = len([f for f in faults if f])
    print(f"linear: {len(jobs) - failed} passed, {failed} failed")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
