# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""The parts of the tests, each with how long it takes and which lines it runs.

What was found is kept in build/mutants by the text of source and tests.
"""
import glob
import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
WORK = os.path.join(TOP, "build", "mutants")
FLAGS = "CFLAGS=-O1"


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


def run(command, tree, limit, after_part=None):
    """Whether the command's tests failed: what it prints but for its last line,
    rows of the table of faults and "# " figures is of a failure, so that it
    ends there; it goes on where there is something to do after each part."""
    # Beside the tree, not within: what lies there the program may read.
    env = dict(os.environ, TMPDIR=tree + ".tmp", JOBS="1")
    if after_part:
        env["AFTER_PART"] = after_part
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
        if line.strip() and not good and not after_part and not re.match(
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
    """A part of the tests: how long it takes on the source as it is, the lines it
    runs by file, how many mutants it was shown and noticed; what must be built for
    it besides the program."""

    def __init__(self, name, command, *targets):
        self.name, self.command, self.targets = name, command, list(targets)
        self.seconds, self.lines = 0.0, {}
        self.played = self.noticed = 0

    def worth(self):
        """Seconds for a mutant noticed, as far as is known."""
        return (self.seconds + 0.5 + 0.3 * len(self.targets)) * (self.played + 2) \
            / (self.noticed + 1)


def unit_parts():
    count = "out=$(CMOCKA_MESSAGE_OUTPUT=stdout \"$1\" 2>&1) && " \
        "echo 1 passed, 0 failed || echo \"$out\" | grep '^\\[  FAILED' || echo died"
    for path in sorted(glob.glob("tests/unit/*/test_*.c", root_dir=TOP)):
        test = "build/release/" + path[:-2]
        yield Part(os.path.basename(test), ["bash", "-c", count, "bash", test], test)


def replay_parts():
    """The fuzzers' seeds."""
    for path in sorted(glob.glob("tests/fuzz/fuzz_*.c", root_dir=TOP)):
        made = "build/release/tests/fuzz/replay_" + path[len("tests/fuzz/fuzz_"):-2]
        yield Part(os.path.basename(made), ["tests/fuzz/replay.sh", made], made)


def parts_of_check():
    """The parts that tests/check.sh lists, so that none is forgotten."""
    with open(os.path.join(TOP, "tests", "check.sh"), encoding="utf-8") as f:
        lines = re.findall(r'^(?:count "|faults=)\$\((.*?) 2>&1\)', f.read(), re.M)
    # A few cases of each kind, which notice most, before all of them.
    cases = sorted(os.listdir(os.path.join(TOP, "tests", "cases")))[::10]
    yield Part("some cases", ["tests/run.sh", "build/release/relatieprofiel"] +
               ["tests/cases/" + name for name in cases])
    yield from unit_parts()
    for line in lines:
        if "replay" in line:
            yield from replay_parts()
            continue
        words = line.replace('"$program"', "build/release/relatieprofiel")
        words = words.replace('"$embed"', "build/release/examples/embed/embed").split()
        yield Part(words[1] if words[0] == "python3" else words[0], words)


def make(tree, *more):
    return subprocess.run(
        ["make", "-s", *more], cwd=tree, capture_output=True, text=True, errors="replace")


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
        programs = "relatieprofiel", "examples/embed/embed"
        for more in ([FLAGS, "all"] + ["build/release/" + p for p in programs],
                     ["V=cov"] + ["build/cov/" + p for p in programs]):
            done = make(self.path, *more)
            if done.returncode:
                sys.exit("the source as it is does not build:\n" + done.stderr)


class Kept:
    """A file of results that a run broken off had already."""

    def __init__(self, name):
        self.path = os.path.join(WORK, name)
        self.lock = threading.Lock()
        self.values = {}
        if os.path.exists(self.path):
            with open(self.path, encoding="utf-8") as f:
                for line in f:
                    key, value = json.loads(line)
                    self.values[tuple(key) if isinstance(key, list) else key] = value

    def keep(self, key, value):
        with self.lock, open(self.path, "a", encoding="utf-8") as f:
            self.values[key] = value
            f.write(json.dumps([key, value]) + "\n")


def lines_run(tree, part):
    """The lines that a part runs, and those that are counted, each by file: of a
    program that counts them.  Whether the part passes is told by another."""
    cov = os.path.join(tree.path, "build", "cov")
    for path in glob.glob(cov + "/**/*.gcda", recursive=True) + glob.glob(cov + "/counts.json"):
        os.remove(path)
    command = [w.replace("build/release/", "build/cov/") for w in part.command]
    targets = [w.replace("build/release/", "build/cov/") for w in part.targets]
    if targets and make(tree.path, "V=cov", *targets).returncode:
        sys.exit("%s does not build with counters" % part.name)
    take = ["python3", "tests/uncovered.py", "build/cov", "take"]
    run(command, tree.path, 1800, " ".join(take))
    subprocess.run(take, cwd=tree.path, check=True)
    with open(cov + "/counts.json", encoding="ascii") as f:
        counts = json.load(f)
    return ({path: [int(n) for n, c in of.items() if c] for path, of in counts.items()},
            {path: [int(n) for n in of] for path, of in counts.items()})


def measure_part(tree, part, seconds, lines):
    """How long a part takes, that it holds on the source as it is, its lines."""
    if part.name not in seconds.values:
        if part.targets and make(tree.path, FLAGS, *part.targets).returncode:
            sys.exit("%s does not build" % part.name)
        start = time.monotonic()
        said = run(part.command, tree.path, 900)
        if said:
            sys.exit("%s fails on the source as it is: %s" % (part.name, said))
        seconds.keep(part.name, time.monotonic() - start)
        print("%6.1f s  %s" % (seconds.values[part.name], part.name), flush=True)
    if part.name not in lines.values:
        those, counted = lines_run(tree, part)
        lines.keep(part.name, those)
        print("%6d lines  %s" % (sum(map(len, those.values())), part.name), flush=True)
        if "counted" not in lines.values:
            lines.keep("counted", counted)


def in_threads(trees, work):
    """Calls `work` with each tree at once; the first failure ends all."""
    wrong = []

    def one(tree):
        try:
            work(tree)
        except BaseException as e:  # also sys.exit, which ends but its thread
            wrong.append(e)
    threads = [threading.Thread(target=one, args=(tree,)) for tree in trees]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if wrong:
        raise wrong[0]


def each_of(trees, items, do):
    """Calls `do` with a tree and each item, in each tree at once."""
    lock, left = threading.Lock(), list(items)

    def work(tree):
        while True:
            with lock:
                if not left:
                    return
                item = left.pop(0)
            do(tree, item)
    in_threads(trees, work)


def measure(trees, parts):
    """Looks at every part; the lines that are counted, by file."""
    seconds, lines = Kept(state() + ".seconds"), Kept(state() + ".lines")
    each_of(trees, [p for p in parts if "web/" not in p.name],
            lambda tree, part: measure_part(tree, part, seconds, lines))
    for part in parts:
        part.seconds = seconds.values.get(part.name, 300)
        part.lines = {path: set(n) for path, n in lines.values.get(part.name, {}).items()}
    return {path: set(n) for path, n in lines.values["counted"].items()}
