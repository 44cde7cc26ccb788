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

The tests of a mutant run in processes, folders and mounts of their own, since a
changed `kill` or `unlink` may hit anything.  Results are kept in build/mutants
by the text of source and tests, so that what was broken off goes on.
"""
import hashlib
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import threading
import time

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
WORK = os.path.join(TOP, "build", "mutants")
EXPLAINED = os.path.join(TOP, "tests", "mutants.survivors")
# At least so many of 100 are noticed.
BOUND = 95
FLAGS = "CFLAGS=-O1"

OPERATORS = [
    (r"==", "!="), (r"!=", "=="), (r"(?<![-<])<(?![<=])", "<="), (r"<=", "<"),
    (r"(?<![->])>(?![>=])", ">="), (r">=", ">"), (r"&&", "||"), (r"\|\|", "&&"),
    (r" \+ ", " - "), (r" - ", " + "), (r" \* ", " / "), (r" / ", " * "),
    (r"\+=", "-="), (r"-=", "+="), (r"\+\+", "--"), (r"(?<!-)--(?!-)", "++"),
    (r"(?<=[( ])!(?=[a-z(])", ""), (r" \? ", " ? !"),
]
CONSTANTS = [(r"\btrue\b", "false"), (r"\bfalse\b", "true")]
NUMBER = re.compile(r"(?<![\w.])\d+(?![\w.])")
# A call or an assignment on a line of its own; no declaration, no return.
STATEMENT = re.compile(
    r"^\s+(?!return\b|goto\b|else\b|case\b|default\b)"
    r"(\*?[a-z_][\w>.\[\]-]*(\[[^\]]*\])?\s*([-+|&*/]?=(?!=).*|\(.*\))|"
    r"[a-z_][\w>.\[\]-]*(\+\+|--)|\+\+.*|break|continue);$")


def masked(text):
    """The text with comments, strings and directives made blank."""
    def blank(m):
        return re.sub(r"[^\n]", "\x01", m.group(0))
    text = re.sub(
        r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'',
        blank, text, flags=re.S)
    return re.sub(r"^[ \t]*#(?:\\\n|[^\n])*", blank, text, flags=re.M)


def sites(path):
    """Mutations of a file: (kind, line, from, to, replacement)."""
    with open(os.path.join(TOP, path), encoding="utf-8") as f:
        text = f.read()
    for number, line in enumerate(masked(text).split("\n")):
        for pattern, new in OPERATORS:
            for m in re.finditer(pattern, line):
                yield "operator", number, m.start(), m.end(), new
        for pattern, new in CONSTANTS:
            for m in re.finditer(pattern, line):
                yield "constant", number, m.start(), m.end(), new
        for m in NUMBER.finditer(line):
            octal = len(m.group(0)) > 1 and m.group(0)[0] == "0"
            more = int(m.group(0), 8 if octal else 10) + 1
            yield "constant", number, m.start(), m.end(), ("0%o" if octal else "%d") % more
        if STATEMENT.match(line.replace("\x01", "x")):
            start = len(line) - len(line.lstrip())
            yield "statement", number, start, len(line), ";"


def all_sites():
    found = {"operator": [], "constant": [], "statement": []}
    for folder, _, names in sorted(os.walk(os.path.join(TOP, "src"))):
        for name in sorted(names):
            if name.endswith(".c"):
                path = os.path.relpath(os.path.join(folder, name), TOP)
                for site in sites(path):
                    found[site[0]].append((path,) + site[1:])
    return found


def state():
    """A hash of all that a result depends on."""
    h = hashlib.sha256()
    names = subprocess.run(
        ["git", "ls-files"], cwd=TOP, capture_output=True, text=True, check=True).stdout.split()
    for name in names:
        if name == "tests/mutants.survivors" or not os.path.isfile(os.path.join(TOP, name)):
            continue
        with open(os.path.join(TOP, name), "rb") as f:
            h.update(name.encode() + b"\0" + hashlib.sha256(f.read()).digest())
    return h.hexdigest()[:16]


def heed_signals():
    """What runs in the background ignores them, and its tests of them fail."""
    for one in (signal.SIGINT, signal.SIGQUIT):
        signal.signal(one, signal.SIG_DFL)


def run(command, tree, limit):
    """Whether the command's tests failed: what it prints but for its last line,
    rows of the table of faults and "# " figures is of a failure, so that it
    ends there."""
    # Beside the tree, not within: what lies there the program may read.
    env = dict(os.environ, TMPDIR=tree + ".tmp", JOBS="1")
    os.makedirs(env["TMPDIR"], exist_ok=True)
    inside = ["unshare", "-rpfm", "--mount-proc", "--kill-child",
              "sh", "-c", "ulimit -d 6000000; exec \"$@\"", "sh"] + command
    process = subprocess.Popen(inside, cwd=tree, env=env, text=True, errors="replace",
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                               start_new_session=True, preexec_fn=heed_signals)
    over = threading.Timer(limit, lambda: os.killpg(process.pid, signal.SIGKILL))
    over.start()
    line, good = "", False
    for line in process.stdout:
        good = re.search(r"\d+ passed, 0 failed$", line) is not None
        if line.strip() and not good and not re.match(
                r"# |F\d\d .* … ok ", line):
            break
    over.cancel()
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()
    shutil.rmtree(env["TMPDIR"], ignore_errors=True)
    return None if good else line.strip()[:120] or "broken off or too long"


class Part:
    """A part of the tests, with how long it takes on the source as it is."""

    def __init__(self, name, command):
        self.name, self.command, self.seconds, self.noticed = name, command, 0.0, 0


def unit_command(test):
    count = "out=$(CMOCKA_MESSAGE_OUTPUT=stdout \"$1\" 2>&1) && " \
        "echo 1 passed, 0 failed || echo \"$out\" | grep '^\\[  FAILED' || echo died"
    return ["bash", "-c", count, "bash", test]


def replay_command():
    """The fuzzers' seeds; their fifteen programs are linked only when asked for."""
    folder = os.path.join(TOP, "tests", "fuzz")
    made = ["build/release/tests/fuzz/replay_" + n[5:-2] for n in sorted(os.listdir(folder))
            if n.startswith("fuzz_") and n.endswith(".c")]
    return ["bash", "-c", "make -s %s \"$@\" && exec tests/fuzz/replay.sh \"$@\"" % FLAGS,
            "bash"] + made


def parts_of_check():
    """The parts that tests/check.sh lists, so that none is forgotten."""
    with open(os.path.join(TOP, "tests", "check.sh"), encoding="utf-8") as f:
        lines = re.findall(r'^(?:count "|faults=)\$\((.*?) 2>&1\)', f.read(), re.M)
    # A few cases of each kind, which notice most, before all of them.
    cases = sorted(os.listdir(os.path.join(TOP, "tests", "cases")))[::10]
    yield Part("some cases", ["tests/run.sh", "build/release/relatieprofiel"] +
               ["tests/cases/" + name for name in cases])
    for line in lines:
        if "unit" in line.split()[0]:
            continue
        if "replay" in line:
            yield Part("tests/fuzz/replay.sh", replay_command())
            continue
        words = line.replace('"$program"', "build/release/relatieprofiel")
        words = words.replace('"$embed"', "build/release/examples/embed/embed").split()
        yield Part(words[1] if words[0] == "python3" else words[0], words)


def make(tree, *targets):
    return subprocess.run(
        ["make", "-s", FLAGS, *targets], cwd=tree,
        capture_output=True, text=True, errors="replace")


class Tree:
    """A copy of the project with all of it built."""

    def __init__(self, number):
        self.path = os.path.join(WORK, "tree%d" % number)
        shutil.rmtree(self.path, ignore_errors=True)
        names = subprocess.run(["git", "ls-files", "-z"], cwd=TOP, capture_output=True,
                               text=True, check=True).stdout.split("\0")
        for name in filter(None, names):
            target = os.path.join(self.path, name)
            os.makedirs(os.path.dirname(target), exist_ok=True)
            if os.path.lexists(os.path.join(TOP, name)):
                shutil.copy2(os.path.join(TOP, name), target, follow_symlinks=False)
        # The page's libraries take minutes, and no mutant touches them.
        web = os.path.join(TOP, "build", "web")
        if os.path.isdir(web):
            shutil.copytree(web, os.path.join(self.path, "build", "web"), symlinks=True)
        subprocess.run(["git", "init", "-q"], cwd=self.path, check=True)
        done = make(self.path, "all", "build/release/relatieprofiel",
                    "build/release/examples/embed/embed")
        if done.returncode:
            sys.exit("the source as it is does not build:\n" + done.stderr)

    def unit_tests(self, source):
        """The tests of the source's folder, its own first."""
        folder = source.split("/")[1]
        base = os.path.join(TOP, "tests", "unit", folder)
        if not os.path.isdir(base):
            return []
        own = "test_%s.c" % os.path.basename(source)[:-2]
        names = sorted((n for n in os.listdir(base) if n.startswith("test_") and n.endswith(".c")),
                       key=lambda n: n != own)
        return ["build/release/tests/unit/%s/%s" % (folder, n[:-2]) for n in names]


def object_code(tree, path):
    """What the compiler makes of a source, or None where it refuses."""
    target = "build/release/" + path[:-2] + ".o"
    done = make(tree.path, target)
    if done.returncode:
        return None
    with open(os.path.join(tree.path, target), "rb") as f:
        return f.read()


def mutated(text, site):
    lines = text.split("\n")
    line = lines[site[1]]
    lines[site[1]] = line[:site[2]] + site[4] + line[site[3]:]
    return "\n".join(lines), line.strip(), lines[site[1]].strip()


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
        result = {"file": site[0], "line": site[1] + 1, "before": before, "after": after}
        result["by"], result["said"] = noticed_by(tree, site[0], parts, lock)
        return result
    finally:
        with open(source, "w", encoding="utf-8") as f:
            f.write(text)


def noticed_by(tree, path, parts, lock):
    # The page for a browser is of other objects, and takes a minute to make.
    if path.startswith("src/web/"):
        done = make(tree.path, "build/web/relatieprofiel.html")
        if done.returncode:
            return "build", done.stderr[:120]
    tests = tree.unit_tests(path)
    if make(tree.path, "build/release/relatieprofiel", "build/release/examples/embed/embed",
            *tests).returncode:
        return "build", ""
    for test in tests:
        said = run(unit_command(test), tree.path, 60)
        if said:
            return os.path.basename(test), said
    with lock:
        order = sorted(parts, key=lambda p: p.seconds / (p.noticed + 1))
    for part in order:
        if "web/" in part.name and not path.startswith("src/web/"):
            continue
        said = run(part.command, tree.path, 20 + 6 * part.seconds)
        if said:
            with lock:
                part.noticed += 1
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


def measure(tree, parts):
    """How long each part takes, and that it holds on the source as it is."""
    kept = os.path.join(WORK, state() + ".seconds")
    seconds = {}
    if os.path.exists(kept):
        with open(kept, encoding="utf-8") as f:
            seconds = json.load(f)
    for part in parts:
        if part.name not in seconds and "web/" not in part.name:
            start = time.monotonic()
            said = run(part.command, tree.path, 900)
            if said:
                sys.exit("%s fails on the source as it is: %s" % (part.name, said))
            seconds[part.name] = time.monotonic() - start
            print("%6.1f s  %s" % (seconds[part.name], part.name), flush=True)
            with open(kept, "w", encoding="utf-8") as f:
                json.dump(seconds, f)
        part.seconds = seconds.get(part.name, 0)


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    jobs = int(sys.argv[3]) if len(sys.argv) > 3 else os.cpu_count()
    os.makedirs(WORK, exist_ok=True)
    kept = os.path.join(WORK, "%s-%d.jsonl" % (state(), seed))
    results = {}
    if os.path.exists(kept):
        with open(kept, encoding="utf-8") as f:
            for line in f:
                one = json.loads(line)
                results[tuple(one["site"])] = one["result"]
    rng = random.Random(seed)
    found = all_sites()
    print("sites: " + ", ".join("%d %ss" % (len(v), k) for k, v in found.items()), flush=True)
    trees = [Tree(n) for n in range(jobs)]
    parts = list(parts_of_check())
    measure(trees[0], parts)
    lock, out = threading.Lock(), open(kept, "a", encoding="utf-8")
    done, taken = [], 0

    def work(tree):
        nonlocal taken
        while True:
            with lock:
                if taken >= count:
                    return
                site = rng.choice(found[rng.choice(sorted(found))])
                taken += 1
            if site in results:
                result = results[site]
            else:
                result = try_site(tree, site, parts, lock)
            with lock:
                if site not in results:
                    out.write(json.dumps({"site": site, "result": result}) + "\n")
                    out.flush()
                if result is None:
                    taken -= 1
                    continue
                done.append(result)
                if result["by"] is None:
                    print("survives %(file)s:%(line)d\n  - %(before)s\n  + %(after)s" % result,
                          flush=True)

    threads = [threading.Thread(target=work, args=(tree,)) for tree in trees]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    reasons = explained()
    alive = [r for r in done if r["by"] is None]
    unexplained = [r for r in alive if (r["file"], r["before"], r["after"]) not in reasons]
    for tree in trees:
        shutil.rmtree(tree.path, ignore_errors=True)
    noticed = len(done) - len(alive)
    print("%d mutants, %d noticed (%.1f %%), %d survive, %d of them explained" % (
        len(done), noticed, 100 * noticed / len(done), len(alive),
        len(alive) - len(unexplained)))
    good = noticed * 100 >= BOUND * len(done) and not unexplained
    print("mutants: %d passed, %d failed" % (noticed, 0 if good else len(alive)))
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
