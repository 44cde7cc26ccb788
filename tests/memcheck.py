#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""Memory, as valgrind sees it: tests/memcheck.py PROGRAM [SCENE...].

The scenes of failing.py, one or more of every verb and form, each below valgrind
with all its processes: nothing is read that was not written, nothing outside of
what was asked for, nothing is lost; and the same comes out.  What valgrind calls
possibly lost is no leak here: a worker ends in the midst of all it holds, and an
arena is known by a place within its block.  The last line counts.
"""
import glob
import os
import re
import sys
import tempfile

import failing
from counting import Counting
from failing import SCENES, Play, Result
from faults.common import read_folder
from sanitized import left_out

WORDS = ["valgrind", "--quiet", "--trace-children=yes", "--child-silent-after-fork=no",
         "--leak-check=full", "--errors-for-leak-kinds=definite,indirect",
         "--show-leak-kinds=definite,indirect"]


class Checked(Play):
    """A scene below valgrind."""

    def __init__(self, program, work, scene):
        super().__init__(program, None, work, scene, ())

    def count(self):
        return {}

    def checked(self):
        """What came of it, and what valgrind says."""
        folder, env = self.fill(None)
        log = os.path.join(self.work, "log")
        p = self.run_words([*WORDS, f"--log-file={log}.%p", self.program,
                            *self.scene.words], folder, env)
        said = ""
        for path in sorted(glob.glob(log + ".*")):
            with open(path, encoding="utf-8", errors="replace") as f:
                said += f.read()
        # Of what it lacks itself (Landlock) it tells otherwise.
        faults = re.findall(r"(?m)^==\d+== ?(.*\n)", said)
        return Result(*p, read_folder(folder), False), "".join(faults)


def main():
    program = os.path.abspath(sys.argv[1])
    counted = Counting()
    if left_out(program, "memcheck", "all"):
        return counted.last("memcheck")
    failing.SECONDS = failing.SAVE_SECONDS = 300  # it is slow
    with tempfile.TemporaryDirectory() as work:
        for scene in SCENES:
            if len(sys.argv) > 2 and scene.name not in sys.argv[2:]:
                continue
            folder = os.path.join(work, scene.name)
            os.mkdir(folder)
            play = Checked(program, folder, scene)
            now, said = play.checked()
            counted.check(f"{scene.name}: valgrind", said.strip() == "", said[:4000])
            counted.check(f"{scene.name}: the same", now.same(play.good),
                          now.status, now.err)
    return counted.last("memcheck")


if __name__ == "__main__":
    sys.exit(main())
