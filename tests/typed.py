#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""What was typed is what is kept: tests/typed.py PROGRAM [CASES [SEED]].

Keys, colons, quotes, dashes and blanks of the examples are removed or doubled.
Either a message names a line that was touched, the interview is refused, or
each word that was typed stands in what was read.  The last line counts.
"""
import collections
import glob
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ENV = {**os.environ, "LC_ALL": "C", "ASAN_OPTIONS": "detect_leaks=0"}
SIGNS = r"""[:"'\[\]{},|>#-]| +|\b[a-z_]+(?=:)"""
WORD = re.compile(r"[^\W_]+(?:_[^\W_]+)*")


def run(program, *args, cwd=TOP):
    p = subprocess.run([program, *args], cwd=cwd, capture_output=True,
                       timeout=60, env=ENV, check=False)
    return (p.returncode, p.stdout.decode("utf-8", "replace"),
            p.stderr.decode("utf-8", "replace"))


def known_words(program):
    """Keys and word values: the dump prints them in English."""
    words = set("ja nee yes no hij zij die he she they nvt na nl en".split())
    for lang in ("nl", "en"):
        status, out, err = run(program, "list", "keys", "--lang", lang)
        assert status == 0, err
        for line in out.split("\n\n")[1].splitlines():
            words.update(WORD.findall(line[:34].rsplit("  ", 1)[0]))
    return words


def mutate(rng, text):
    found = list(re.finditer(SIGNS, text))
    for m in sorted(rng.sample(found, rng.choice([1, 1, 2])),
                    key=lambda m: -m.start()):
        new = rng.choice(["", m.group() * 2, " " + m.group(), m.group() + " "])
        text = text[:m.start()] + new + text[m.end():]
    return text


def typed(text, told):
    """Words of the file, but for comments and lines with a message."""
    words = collections.Counter()
    for number, line in enumerate(text.splitlines(), 1):
        if number not in told and not line.lstrip().startswith("#"):
            words.update(WORD.findall(line))
    return words


def judge(program, folder, text, known):
    with open(os.path.join(folder, "case.yaml"), "w", encoding="utf-8") as f:
        f.write(text)
    status, out, err = run(program, "render", "case.yaml", "--dump",
                           "interview", cwd=folder)
    if status in (1, 2) and "error[" in err:
        return None
    if status != 0:
        return f"status {status}: {err}"
    told = {int(n) for n in re.findall(r"^case\.yaml:(\d+):", err, re.M)}
    kept = collections.Counter(WORD.findall(out))
    # An answer in parts is printed once more as a whole: more is no matter.
    lost = [w for w, n in typed(text, told).items()
            if w not in known and kept[w] < n]
    if lost:
        return f"not kept, and no message: {', '.join(lost)}"
    return None


def main():
    program = os.path.abspath(sys.argv[1])
    cases = int(sys.argv[2]) if len(sys.argv) > 2 else 300
    first = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    known = known_words(program)
    examples = []
    for path in sorted(glob.glob(os.path.join(TOP, "examples", "*.yaml"))):
        with open(path, encoding="utf-8") as f:
            examples.append(f.read())
    passed = failed = 0
    with tempfile.TemporaryDirectory(prefix="typed-") as folder:
        for path in glob.glob(os.path.join(TOP, "examples", "*.ini")):
            shutil.copy(path, folder)
        for seed in range(first, first + cases):
            rng = random.Random(seed)
            text = mutate(rng, rng.choice(examples))
            wrong = judge(program, folder, text, known)
            passed += wrong is None
            if wrong:
                failed += 1
                print(f"typed: seed {seed}: {wrong[:2000]}")
    print(f"typed: {passed} passed, {failed} failed")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
