# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""What tests share: counting what holds, and processes that are looked at."""
import math
import random
import os
import subprocess
import sys
import time


class Counting:
    """Counts what holds, and shows what does not."""
    passed = failed = 0

    def check(self, name, good, *more):
        if good:
            self.passed += 1
        else:
            self.failed += 1
            self.show(name, *more)
        return bool(good)

    def show(self, name, *more):
        print("FAILED", name, *more)

    def last(self, part):
        """Prints the line that tests/check.sh counts by; the exit status."""
        print(f"{part}: {self.passed} passed, {self.failed} failed")
        return int(self.failed > 0)


def rounds(how, seed=1):
    """What is asked for in "40" or "10m": how many at most, until when, and a seed:
    `seed` for a number, for minutes one that is said, so that each run looks
    elsewhere."""
    if not how.endswith("m"):
        return int(how), math.inf, seed
    seed = random.SystemRandom().randrange(1 << 20)
    print(f"seed {seed}", flush=True)
    return math.inf, time.monotonic() + 60 * float(how[:-1]), seed


def after_part():
    """What `make cov` does behind each part of the tests: uncovered.py."""
    command = os.environ.get("AFTER_PART")
    if command:
        subprocess.run(command.split(), check=False)


def memory_of(command, folder):
    """The exit status of a command, and the largest memory in KB of its processes.
    A small process starts it, since what is started counts what started it."""
    measure = ("import resource, subprocess, sys; "
               "status = subprocess.run(sys.argv[1:], stderr=subprocess.DEVNULL).returncode; "
               "print(status, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)")
    out = subprocess.run([sys.executable, "-ISc", measure, *command], cwd=folder,
                         check=True, stdout=subprocess.PIPE, text=True).stdout
    status, memory = map(int, out.split()[-2:])
    return status, memory


def children(pid):
    try:
        with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as f:
            return [int(word) for word in f.read().split()]
    except FileNotFoundError:
        return []


def alive(pid):
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii") as f:
            return f.read().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def on_terminal(command, **more):
    """What a program says on a terminal, which its standard error is."""
    main, side = os.openpty()
    out = b""
    with subprocess.Popen(command, stderr=side, **more) as p:
        os.close(side)
        while True:
            try:
                part = os.read(main, 65536)
            except OSError:
                break
            if not part:
                break
            out += part
    os.close(main)
    return out.decode()


def wait_until(what, seconds=20):
    end = time.monotonic() + seconds
    while not what() and time.monotonic() < end:
        time.sleep(0.002)
    return what()
