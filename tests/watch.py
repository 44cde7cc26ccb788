#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""Reports at each save: tests/watch.py PROGRAM.

Saving as editors do (written in place, a new file renamed over the old one, the
old one moved away first), broken and mended interviews, rules, layouts and what
they include, files that come and go, bursts, signals.  The report that stands
there is whole at any moment.  Prints how long a save takes; the last line counts.
"""
import os
import re
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from counting import Counting

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
WAIT = 20  # seconds, on a machine that is busy


class Test(Counting):
    def __init__(self, program):
        self.program = os.path.abspath(program)
        self.folder = self.process = None
        self.seen = ""

    def show(self, name, *more):
        super().show(name, *more)
        print("    said:", self.seen[-500:])

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as f:
            f.write(text)

    def read(self, name):
        with open(self.path(name), "rb") as f:
            return f.read()

    def start(self, *words):
        self.seen = ""
        self.process = subprocess.Popen(
            [self.program, "watch", *words], cwd=self.folder, stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C", "HOME": self.folder})
        self.says("waiting for what is saved")

    def says(self, words, times=1, wait=WAIT):
        """Whether it comes to say the words; from `self.seen` on."""
        end = time.monotonic() + wait
        while self.seen.count(words) < times:
            left = end - time.monotonic()
            if left < 0 or not select.select([self.process.stderr], [], [], left)[0]:
                return False
            got = os.read(self.process.stderr.fileno(), 65536).decode()
            if not got:
                return False
            self.seen += got
        return True

    def forget(self):
        self.seen = ""

    def quiet(self, seconds=0.4):
        """Whether it says nothing."""
        ready = select.select([self.process.stderr], [], [], seconds)[0]
        if ready:
            self.seen += os.read(self.process.stderr.fileno(), 65536).decode()
        return not ready

    def stop(self, number):
        self.process.send_signal(number)
        status = self.process.wait(WAIT)
        self.process.stderr.close()
        return status


def example(case="LP-0017"):
    with open(os.path.join(TOP, "examples", "juf-anne.yaml"), encoding="utf-8") as f:
        return re.sub("^dossier: .*", f"dossier: {case}", f.read(), count=1, flags=re.M)


# Ways to save: (name, function of test, file, text).

def in_place(t, name, text):
    t.write(name, text)


def renamed(t, name, text):
    t.write("." + name + ".tmp", text)
    os.rename(t.path("." + name + ".tmp"), t.path(name))


def moved_away(t, name, text):
    """As vim does with backups, and gedit: the old file goes away first."""
    os.rename(t.path(name), t.path(name + "~"))
    time.sleep(0.03)
    t.write(name, text)
    os.unlink(t.path(name + "~"))


def written_twice(t, name, text):
    t.write(name, text[:len(text) // 2] + "\n")
    t.write(name, text)


def anew(text, n):
    """The interview with other words in it."""
    return text.replace("Blij en ontspannen.", f"Blij en ontspannen, {n} keer.")


def saves(t):
    text = example()
    t.write("a.yaml", text)
    t.start("a.yaml", "-l", "handout,coach")
    t.check("made at the start", t.says("wrote LP-0017.handout.pdf") and
            t.says("wrote LP-0017.coach.pdf"))
    took = []
    for n, save in enumerate([in_place, renamed, moved_away, written_twice] * 3):
        t.forget()
        before = t.read("LP-0017.handout.pdf")
        save(t, "a.yaml", anew(text, n))
        begin = time.monotonic()
        good = t.says("wrote LP-0017.coach.pdf")
        took.append(time.monotonic() - begin)
        t.check(f"made again: {save.__name__}", good and
                t.read("LP-0017.handout.pdf") != before)
        time.sleep(0.1)
        while not t.quiet(0.3):
            pass
        t.check(f"once: {save.__name__}",
                t.seen.count("wrote LP-0017.coach.pdf") <= (save is written_twice) + 1)
    took.sort()
    print(f"# a save of two reports takes {1000 * took[0]:.0f} to {1000 * took[-1]:.0f} ms, "
          f"{1000 * took[len(took) // 2]:.0f} as a rule")
    t.check("a save takes no time", took[0] < 0.3, took)
    t.forget()
    os.utime(t.path("a.yaml"))
    renamed(t, "a.yaml", anew(text, 11))
    t.check("nothing new, nothing made", t.quiet())
    same = t.read("LP-0017.handout.pdf")
    t.check("as render makes it", subprocess.run(
        [t.program, "render", "a.yaml", "-q", "-l", "handout", "-o", "x.pdf"],
        cwd=t.folder, check=False).returncode == 0 and t.read("x.pdf") == same)
    t.check("ended by SIGINT", t.stop(signal.SIGINT) in (-signal.SIGINT, 130))


def broken(t):
    text = example()
    t.write("a.yaml", text)
    t.start("a.yaml", "-l", "coach")
    good = t.read("LP-0017.coach.pdf")
    t.forget()
    t.write("a.yaml", text.replace("\n...", "\nbogus: 1\n..."))
    t.check("the fault is said", t.says("bogus") and t.says("stays as it is"))
    t.check("the last good report stands", t.read("LP-0017.coach.pdf") == good)
    t.forget()
    os.unlink(t.path("a.yaml"))
    t.check("gone: nothing is said", t.quiet())
    t.write("a.yaml", anew(text, 1))
    t.check("back again", t.says("wrote LP-0017.coach.pdf"))
    t.forget()
    for n in range(30):
        t.write("a.yaml", anew(text, n))
    t.check("a burst", t.says("wrote LP-0017.coach.pdf"))
    while not t.quiet(0.5):
        pass
    made = t.seen.count("wrote")
    t.check("is made in few rounds", made <= 15, made)
    t.check("the last of it counts", subprocess.run(
        [t.program, "render", "a.yaml", "-q", "-l", "coach", "-o", "x.pdf"],
        cwd=t.folder, check=False).returncode == 0 and
        t.read("x.pdf") == t.read("LP-0017.coach.pdf"))
    t.check("ended by SIGTERM", t.stop(signal.SIGTERM) in (-signal.SIGTERM, 143))
    left = [n for n in os.listdir(t.folder) if n not in
            ("a.yaml", "x.pdf", "LP-0017.coach.pdf")]
    t.check("nothing is left over", not left, left)


def made_with(t):
    """Rules, a layout, a layout that it includes, a logo."""
    os.mkdir(t.path("in"))
    text = example().replace("\n...", "\nregels: own\n...") if "regels:" not in example() \
        else re.sub("^regels: .*", "regels: own", example(), flags=re.M)
    t.write("in/a.yaml", text)
    own = "[format]\nkind = rules\nversion = 1\nid = own\ninclude = llinc\n"
    t.write("in/own.ini", own)
    for name in ("coach", "pocket"):
        shutil.copy(os.path.join(TOP, "layouts", name + ".ini"), t.path(name + "2.ini"))
    with open(t.path("coach2.ini"), "a", encoding="utf-8") as f:
        f.write("\n[block.more]\ninclude = pocket2\n")
    t.start("in/a.yaml", "-l", "./coach2.ini", "-d", "out")
    t.check("made with its own", os.path.exists(t.path("out/LP-0017.coach.pdf")))
    steps = [("rules", "in/own.ini", own + "; changed\n"),
             ("rules with a fault", "in/own.ini", own + "\n[scale.more]\nnamme = 1\n"),
             ("rules mended", "in/own.ini", own + "; mended\n")]
    for name, path, new in steps:
        t.forget()
        t.write(path, new)
        t.check(name, t.says("namme" if "fault" in name else "wrote out/LP-0017.coach.pdf"))
        while not t.quiet(0.2):
            pass
    for path in ("coach2.ini", "pocket2.ini"):
        for name, change in (("with a fault", lambda s: s + "\nbogus_key = 1\n"),
                             ("mended", lambda s: s + "\n; mended\n")):
            with open(os.path.join(TOP, "layouts", path.replace("2", "")),
                      encoding="utf-8") as f:
                base = f.read()
            if path == "coach2.ini":
                base += "\n[block.more]\ninclude = pocket2\n"
            t.forget()
            t.write(path, change(base))
            t.check(f"{path} {name}",
                    t.says("bogus_key" if "fault" in name else "wrote out/LP-0017.coach.pdf"))
            while not t.quiet(0.2):
                pass
    t.forget()
    os.unlink(t.path("in/own.ini"))
    t.write("in/a.yaml", anew(text, 1))
    t.check("rules that are gone are missed", t.says("own"))
    while not t.quiet(0.3):
        pass
    t.forget()
    t.write("in/own.ini", own)
    t.check("and found again", t.says("wrote out/LP-0017.coach.pdf"))
    t.check("ended", t.stop(signal.SIGTERM) in (-signal.SIGTERM, 143))


def folders(t):
    os.mkdir(t.path("in"))
    t.write("in/a.yaml", example("LP-1"))
    t.write("real.yaml", example("LP-2"))
    os.symlink("../real.yaml", t.path("in/b.yaml"))
    t.start("in", "-l", "coach", "-d", "out/new")
    t.check("all of it", os.path.exists(t.path("out/new/LP-1.coach.pdf")) and
            os.path.exists(t.path("out/new/LP-2.coach.pdf")))
    t.forget()
    t.write("in/c.yaml", example("LP-3"))
    t.check("a new file", t.says("wrote out/new/LP-3.coach.pdf") and
            "LP-1" not in t.seen)
    t.forget()
    t.write("in/d.yaml", example("LP-3"))
    t.check("an id that is there", t.says("in/d.yaml") and t.says("stays as it is"))
    os.unlink(t.path("in/d.yaml"))
    t.forget()
    t.write("in/notes.txt", "no interview")
    t.write("in/LP-1.coach.interview.yaml", "a copy")
    t.check("what is no interview", t.quiet())
    shutil.rmtree(t.path("in"))
    t.check("the folder is gone", t.process.wait(WAIT) == 3)
    t.process.stderr.close()


def below(t):
    """Folders in a folder, also those that come later."""
    os.makedirs(t.path("in/one/deep"))
    os.makedirs(t.path("elsewhere/old"))
    t.write("in/a.yaml", example("LP-1"))
    t.write("in/one/deep/b.yaml", example("LP-1"))  # of another folder
    t.write("elsewhere/old/c.yaml", example("LP-3"))
    os.symlink("../elsewhere", t.path("in/link"))
    t.start("in", "--recursive", "-l", "coach", "-d", "in/out")
    t.check("all of it", os.path.exists(t.path("in/out/LP-1.coach.pdf")) and
            os.path.exists(t.path("in/out/one/deep/LP-1.coach.pdf")) and
            not os.path.exists(t.path("in/out/link")))
    t.check("its own reports are no news", t.quiet())
    for name, case, make in (
            ("in/one/deep/b.yaml", "LP-1", None),
            ("in/two/d.yaml", "LP-4", "in/two"),
            ("in/three/four/five/e.yaml", "LP-5", "in/three/four/five"),
            ("in/three/four/f.yaml", "LP-6", None),
            ("in/two/d.yaml", "LP-7", None)):
        t.forget()
        if make:
            os.makedirs(t.path(make))
        t.write(name, example(case).replace("Blij", "Vrij"))
        out = f"{os.path.dirname(name).replace('in/', 'in/out/')}/{case}.coach.pdf"
        t.check(f"saved: {name} {case}", t.says(f"wrote {out}") and
                t.seen.count("wrote") == 1)
    time.sleep(0.2)
    t.forget()
    t.write("in/three/new.yaml", example("LP-8"))
    t.check("in a folder in between", t.says("wrote in/out/three/LP-8.coach.pdf"))
    t.forget()
    os.rename(t.path("elsewhere/old"), t.path("in/moved"))
    t.check("a folder that is moved in", t.says("wrote in/out/moved/LP-3.coach.pdf"))
    t.forget()
    os.rename(t.path("in/moved"), t.path("in/named"))
    t.check("one that has another name",
            t.says("wrote in/out/named/LP-3.coach.pdf"))
    t.forget()
    t.write("in/named/c.yaml", example("LP-9"))
    t.check("and what is saved there", t.says("wrote in/out/named/LP-9.coach.pdf"))
    t.forget()
    os.makedirs(t.path("in/.git"))
    t.write("in/.git/g.yaml", example("LP-10"))
    t.write("in/link/h.yaml", example("LP-11"))
    t.write("in/out/i.yaml", example("LP-12"))
    shutil.rmtree(t.path("in/named"))
    t.check("what is none of it", t.quiet())
    t.forget()
    t.write("in/a.yaml", example("LP-13"))
    t.check("a folder that went ends nothing",
            t.says("wrote in/out/LP-13.coach.pdf"))
    t.check("ended", t.stop(signal.SIGINT) == -signal.SIGINT)


def usage(t):
    t.write("a.yaml", example())
    for words in (["no/such.yaml", "-l", "coach"], ["a.yaml", "-l", "nosuch"],
                  ["a.yaml", "-o", "-", "-l", "coach"], ["a.yaml", "-o", "x.pdf"]):
        p = subprocess.run([t.program, "watch", *words], cwd=t.folder, timeout=WAIT,
                           capture_output=True, text=True, check=False)
        t.check(f"refused: {words}", p.returncode == 2, p.returncode, p.stderr)


def main(arguments):
    t = Test(arguments[1])
    for part in (saves, broken, made_with, folders, below, usage):
        with tempfile.TemporaryDirectory() as t.folder:
            try:
                part(t)
            finally:
                if t.process is not None and t.process.poll() is None:
                    t.process.kill()
                    t.process.wait()
    return t.last("watch")


if __name__ == "__main__":
    sys.exit(main(sys.argv))
