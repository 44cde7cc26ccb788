#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""README and manual say what is so: tests/manual.py PROGRAM.

The keys in relatieprofiel-formats(5) are those of the tables; every command
that README and the pages show is run, in a folder with the examples, in the
order of the text, and ends with status 0.  The last line counts.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VERBS = "render check score compare agree tally new tidy read verify list " \
    "explain schema completion bug-report".split()

# Commands that cannot be run here, and why.
NOT_RUN = {
    r"relatieprofiel read .*": "needs a form that a person filled in; "
                               "tests/read.py fills forms in",
    r"relatieprofiel watch .*": "waits for saves; tests/watch.py saves",
    r"git clone .*": "fetches from elsewhere",
    r"make( .*)?": "builds: the job of make check, which runs this",
    r"sudo .*": "changes the computer; tests/home.sh installs in a folder",
    r"man .*": "needs the pages installed; make lint reads them",
    r"relatieprofiel form": "opens a browser; tests/home.sh does with another",
    r"relatieprofiel compare": "names the verb, without its interviews",
}


# What the text asks to be typed in a file behind a command.
TYPED = {
    r"cp layouts/example-logo.png (.*)/ours.png":
        "sed -i 's/^id = .*/id = ours/; s/^logo = .*/logo = ours.png/' "
        "{0}/ours.ini",
}


def readme(text):
    """Blocks of a README, and code that begins with the program or a verb."""
    for m in re.finditer(r"(?m)^    (?! )(.*)$|`([^`]+)`", text):
        line = re.sub(r"\s+# .*", "", " ".join((m[1] or m[2]).split()))
        for part in line.split(" && "):
            part = part.replace("build/relatieprofiel ", "relatieprofiel ")
            first = part.split(" ")[0]
            if m[2] and first in VERBS and " " in part:
                yield "relatieprofiel " + part
            elif m[2] and re.match(r"-[a-z] \w+$", part):
                yield f"relatieprofiel render CASE.yaml {part}"
            elif first == "relatieprofiel" or not m[2] and first != "cd" or \
                    first in ("make", "man", "sudo"):
                yield part


def page(text):
    """Lines of literal displays, and what is quoted as a command."""
    for written, shown in ("\\e", "\\"), ("\\(dq", '"'), ("\\(aq", "'"):
        text = text.replace(written, shown)
    for m in re.finditer(
            r"(?ms)^\.Bd -literal.*?\n(.*?)^\.Ed$|^\.Ql (relatieprofiel .*?)"
            r"(?: [.,;:)])*$|^\.Ql (make \w+)", text):
        if not m[1]:
            yield m[2] or m[3]
            continue
        lines = re.sub(r"\\\n\s*", "", m[1])
        if re.match(r"(relatieprofiel|mkdir|cp) ", lines):
            yield from lines.splitlines()


def prepared(d):
    """A folder as the text imagines it."""
    for name in "examples", "layouts":
        shutil.copytree(f"{TOP}/{name}", f"{d}/{name}")
    for name in "cases", "reports":
        os.mkdir(f"{d}/{name}")
    for source, name in (("first-child", "cases/daan"),
                         ("second-child", "cases/amira"),
                         ("juf-anne", "gesprek"), ("juf-anne", "CASE")):
        shutil.copy(f"{TOP}/examples/{source}.yaml", f"{d}/{name}.yaml")
    # Reports of one interview by two names would be those of two cases.
    with open(f"{d}/CASE.yaml", encoding="utf-8") as f:
        text = f.read().replace("LP-0017", "LP-0018")
    with open(f"{d}/CASE.yaml", "w", encoding="utf-8") as f:
        f.write(text)
    shutil.copy(f"{TOP}/examples/trainees.csv", f"{d}/scores.csv")
    transcript(f"{d}/gesprek.docx")


def transcript(path):
    """A document of a question and its answer."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    text = "".join(f"<w:p><w:r><w:t>{t}</w:t></w:r></w:p>"
                   for t in ("V4", "Hij lachte."))
    with zipfile.ZipFile(path, "w") as z:
        z.writestr("[Content_Types].xml", '<Types xmlns="http://schemas.'
                   'openxmlformats.org/package/2006/content-types"/>')
        z.writestr("word/document.xml", f'<w:document xmlns:w="{space}">'
                   f"<w:body>{text}</w:body></w:document>")


def run(program, path, commands):
    used = set()
    with tempfile.TemporaryDirectory() as d:
        os.makedirs(d + "/home/bin")
        os.mkdir(d + "/tree")
        os.symlink(program, d + "/home/bin/relatieprofiel")
        prepared(d + "/tree")
        env = dict(os.environ, PATH=f"{d}/home/bin:" + os.environ["PATH"],
                   HOME=d + "/home", LC_ALL="C")
        env.pop("XDG_CONFIG_HOME", None)
        for command in commands:
            reason = [r for r in NOT_RUN if re.fullmatch(r, command)]
            used |= set(reason)
            if reason:
                continue
            # `new` writes no file that is there; the text fills it in then.
            new = re.fullmatch(r"relatieprofiel new .*?(\S+\.yaml).*", command)
            if new:
                os.rename(f"{d}/tree/{new[1]}", f"{d}/tree/kept")
            for rule, then in TYPED.items():
                if m := re.fullmatch(rule, command):
                    command += " && " + then.format(*m.groups())
            r = subprocess.run(["sh", "-c", command.replace("/tmp", d)],
                               cwd=d + "/tree", env=env, text=True,
                               stdin=subprocess.DEVNULL, capture_output=True,
                               timeout=120)
            yield r.returncode == 0, \
                f"{path}: {command}: status {r.returncode}\n{r.stderr[:400]}"
            if new:
                os.replace(f"{d}/tree/kept", f"{d}/tree/{new[1]}")
    yield used, path


def main():
    program = os.path.realpath(sys.argv[1])
    passed = failed = 0
    used = set()
    r = subprocess.run([sys.executable, TOP + "/man/keys.py", program,
                        "--check"])
    passed, failed = (1, 0) if r.returncode == 0 else (0, 1)
    if failed:
        print("the keys of man/relatieprofiel-formats.5 are not those of the "
              "tables: make man")
    for path, read in (("README.md", readme), ("README.nl.md", readme),
                       ("man/relatieprofiel.1", page),
                       ("man/nl/relatieprofiel.1", page),
                       ("man/relatieprofiel-formats.5", page)):
        with open(f"{TOP}/{path}", encoding="utf-8") as f:
            commands = list(read(f.read()))
        if not commands:
            print(f"{path}: no command is found")
            failed += 1
        for ok, fault in run(program, path, commands):
            if isinstance(ok, set):
                used |= ok
                continue
            passed += ok
            failed += not ok
            if not ok:
                print(fault)
    for rule in set(NOT_RUN) - used:
        print(f"tests/manual.py: nothing is {rule}")
        failed += 1
    print(f"manual: {passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
