#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""Interviews that are damaged: tests/mutate.py PROGRAM [CASES [SEED]].

Examples lose keys, are cut off, get flipped bits and values of another type.
`check` and `render` must then end in order: no crash, a refusal with a place,
the exit status of what was said, and a report exactly where nothing was
refused.  The last line counts.
"""
import glob
import os
import random
import re
import subprocess
import sys
import tempfile

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
OTHER = ["[]", "{}", "[[1]]", "{a: b}", "~", '""', "-1", "999999999999999",
         "0x1f", "1e9", "2026-02-30", "|", ">", "ja", "&a x", "*a", "!!int 3",
         "'", '"', "[v01, v01]", "- x", "é\u0301", "\u202e", "x" * 70000,
         "{kind} **x", "\\", "%", "?", "\ud7ff", "3.5", "4,5", "nvt", "na",
         "{score: 3}", "[3]", "v99", "v00", "../x", "-", "\t"]


def lines_of(data):
    return data.split(b"\n")


def end_of(lines, i):
    """Behind line `i` and what is indented below it."""
    def depth(line):
        return len(line) - len(line.lstrip(b" "))

    k = i + 1
    while k < len(lines) and (not lines[k].strip() or
                              depth(lines[k]) > depth(lines[i])):
        k += 1
    return k


def delete(rng, data):
    lines = lines_of(data)
    i = rng.randrange(len(lines))
    return lines[:i] + lines[end_of(lines, i):]


def double(rng, data):
    lines = lines_of(data)
    i = rng.randrange(len(lines))
    return lines[:end_of(lines, i)] + lines[i:]


def move(rng, data):
    lines = lines_of(data)
    i = rng.randrange(len(lines))
    part, rest = lines[i:end_of(lines, i)], lines[:i] + lines[end_of(lines, i):]
    k = rng.randrange(len(rest) + 1)
    return rest[:k] + part + rest[k:]


def indent(rng, data):
    lines = lines_of(data)
    i = rng.randrange(len(lines))
    lines[i] = rng.choice([b" ", b"  ", b"\t"]) + lines[i]
    return lines


def retype(rng, data):
    """Another value for a key, a list item or a value in braces."""
    lines = lines_of(data)
    other = rng.choice(OTHER).encode()
    at = [i for i, x in enumerate(lines) if re.search(rb":( |$)|^ *- ", x)]
    i = rng.choice(at)
    if b"{" in lines[i] and rng.random() < 0.6:
        lines[i] = re.sub(rb": [^,}]*", b": " + other.replace(b"\\", b"\\\\"),
                          lines[i], count=1)
        return lines
    head = re.match(rb" *(- )?([^:]*:)?", lines[i]).group(0)
    return lines[:i] + [head + b" " + other] + lines[end_of(lines, i):]


def cut(rng, data):
    return lines_of(data[:rng.randrange(len(data))])


def flip(rng, data):
    out = bytearray(data)
    for _ in range(rng.choice([1, 1, 1, 2, 5])):
        out[rng.randrange(len(out))] ^= 1 << rng.randrange(8)
    return lines_of(bytes(out))


def swap(rng, data):
    lines = lines_of(data)
    i, k = rng.randrange(len(lines)), rng.randrange(len(lines))
    lines[i], lines[k] = lines[k], lines[i]
    return lines


LAYOUTS = ["handout", "", "", "coach", "", "", ""]
WAYS = [delete, double, move, indent, retype, retype, retype, cut, flip, swap]


def run(program, folder, *args):
    env = {**os.environ, "LC_ALL": "C"}
    env.setdefault("ASAN_OPTIONS", "detect_leaks=0")
    p = subprocess.run([program, *args], cwd=folder, capture_output=True,
                       timeout=120, env=env, check=False)
    return p.returncode, (p.stdout + p.stderr).decode("utf-8", "replace")


def judge(program, folder, layout):
    """What is wrong with the program's answer, or None; "" renders nothing."""
    status, out = run(program, folder, "check", "case.yaml")
    errors = re.findall(r"^.*error\[.*$", out, re.M)
    placed = [e for e in errors
              if re.match(r"(case\.yaml|\S+\.ini):\d+:\d+: error\[[A-Z]\d{3}\]",
                          e)]
    if "AddressSanitizer" in out or "runtime error" in out:
        return f"check: {out}"
    if status not in (0, 1):
        # Rules that are not there are a fault of the rules.
        if not (status == 2 and "rules" in out):
            return f"check: status {status}\n{out}"
    if (status != 0) != bool(errors):
        return f"check: status {status}, {len(errors)} errors\n{out}"
    if len(placed) != len(errors):
        bare = [e for e in errors if e not in placed and
                not re.match(r"case\.yaml: error\[(F|Y120)", e)]
        if bare:
            return f"check: no place\n{bare[0]}"
    if not layout:
        return None
    status2, out = run(program, folder, "render", "case.yaml", "-o", "x.pdf",
                       "-l", layout, "--force")
    made = os.path.exists(os.path.join(folder, "x.pdf"))
    if made:
        os.remove(os.path.join(folder, "x.pdf"))
    if "AddressSanitizer" in out or "runtime error" in out:
        return f"render: {out}"
    if status2 not in (0, 1, 2) or made != (status2 == 0):
        return f"render: status {status2}, made {made}\n{out}"
    if (status2 == 0) != (status == 0):
        return f"check says {status}, render {status2}\n{out}"
    return None


def main():
    program = os.path.abspath(sys.argv[1])
    cases = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    first = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    examples = []
    for path in sorted(glob.glob(os.path.join(TOP, "examples", "*.yaml"))):
        with open(path, "rb") as f:
            examples.append(f.read())
    passed = failed = 0
    with tempfile.TemporaryDirectory(prefix="mutate-") as folder:
        for seed in range(first, first + cases):
            rng = random.Random(seed)
            data = rng.choice(examples)
            ways = [rng.choice(WAYS) for _ in range(rng.choice([1, 1, 1, 2]))]
            for way in ways:
                data = b"\n".join(way(rng, data))
                if not data:
                    data = b"\n"
            with open(os.path.join(folder, "case.yaml"), "wb") as f:
                f.write(data)
            try:
                wrong = judge(program, folder, LAYOUTS[seed % len(LAYOUTS)])
            except subprocess.TimeoutExpired as e:
                wrong = str(e)
            passed += wrong is None
            if wrong:
                failed += 1
                names = ", ".join(w.__name__ for w in ways)
                print(f"mutate: seed {seed} ({names}): {wrong[:3000]}")
    print(f"mutate: {passed} passed, {failed} failed")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
