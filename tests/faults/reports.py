# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""Faults of what is made, and of what it is made with: F22, F30, F31."""
import os
import random
import re
import socket
import subprocess

from faults.common import example, read_folder, row
from faults.files import ANNE, HANDOUT


@row("F22", "damaged or hostile pictures, fonts, colour profile and patterns",
     "bits turned, numbers in tables, cut off; links and sizes beyond bounds",
     "made, or refused with the file named; no crash, some seconds",
     parts=("assets.py", "run.sh"), torture="1,000 damaged files, 600 profiles")
def assets(table):
    table.part("assets.py", "1000" if table.much else "60")
    table.cases("l-logo-cut", "l-logo-pixels", "l-logo-jpeg", "l-logo-link",
                "l-logo-folder", "l-logo-missing", "l-font", "l-font-role")
    chance = random.Random(22)
    for own, source in (("colours/sRGB.icc", "/usr/share/color/icc/sRGB.icc"),
                        ("hyphen/hyph_nl_NL.dic",
                         "/usr/share/hyphen/hyph_nl_NL.dic")):
        with open(source, "rb") as f:
            good = f.read()
        for i in range(600 if table.much else 12):
            data = bytearray(good)
            for _ in range(chance.randint(1, 8)):
                at = chance.randrange(min(len(data), 4000))
                data[at] ^= 1 << chance.randrange(8)
            if i % 3 == 0:
                del data[chance.randrange(len(data)):]
            folder = table.folder()
            path = ".config/relatieprofiel/" + own
            table.write(folder, {**ANNE, path: bytes(data)})
            r = table.run(folder, *HANDOUT)
            table.check(f"{own} damaged ({i})", r.status == 0 or
                        r.status in (1, 2, 3) and os.path.basename(own) in r.err,
                        r.status, r.err)
            table.check(f"{own} damaged ({i}): some seconds", r.seconds < 10)


CANARIES = {"user": "gebruikerkwik", "home": "huiskwek", "folder": "mapkwak",
            "file": "naamkwok"}


@row("F30", "what a report tells beside its text", "the name of user, host, "
     "folder and file; names of people: looked for in the PDF (all streams), its "
     "copies, the manifest, messages, and `/proc/PID/cmdline`",
     "none but what was typed; people in no metadata or bookmark",
     parts=("leaks.py",))
def told(table):
    table.part("leaks.py")
    base = table.folder()
    folder = os.path.join(base, CANARIES["home"], CANARIES["folder"])
    name = CANARIES["file"] + ".yaml"
    table.write(folder, {name: ANNE["a.yaml"].replace("Anne", "Annekwuk")})
    env = {"USER": CANARIES["user"], "LOGNAME": CANARIES["user"],
           "HOME": os.path.join(base, CANARIES["home"])}
    layouts = "handout,coach,dossier,pocket,rings"
    r = table.run(folder, "render", os.path.join(folder, name), "-l", layouts,
                  env=env)
    table.ends("made", r, 0)
    secrets = [*CANARIES.values(), socket.gethostname(), base]
    for file, data in read_folder(folder).items():
        if file == name:
            continue
        seen = [s for s in secrets if s in file]
        table.check(f"{file}: no such name", not seen, seen)
        if file.endswith(".pdf"):
            data = subprocess.run(
                ["qpdf", "--qdf", "--object-streams=disable",
                 os.path.join(folder, file), "-"], capture_output=True,
                check=True).stdout
        seen = [s for s in secrets if len(s) > 3 and (
            s.encode() in data or s.encode("utf-16-be") in data)]
        table.check(f"{file}: no trace of the place", not seen, seen)
        if file.endswith(".pdf"):
            info = subprocess.run(["pdfinfo", "-meta",
                                   os.path.join(folder, file)],
                                  capture_output=True, check=True).stdout
            info += subprocess.run(["pdfinfo", os.path.join(folder, file)],
                                   capture_output=True, check=True).stdout
            seen = [n for n in (b"Annekwuk", b"Martijn") if n in info]
            table.check(f"{file}: no person in the metadata", not seen, seen)
    p = table.start(folder, "render", name, "-l", layouts, "--force", env=env)
    with open(f"/proc/{p.pid}/cmdline", "rb") as f:
        words = f.read().split(b"\0")[1:-1]
    p.communicate(timeout=60)
    table.check("the process list shows what was typed", words in (
        [], [b"render", name.encode(), b"-l", layouts.encode(), b"--force"]),
        words)


@row("F31", "`--anonymise`", "names in every form that texts give them, in every "
     "field, every layout", "no hit in texts, streams, tags, metadata, file names",
     parts=("canary.py",))
def names(table):
    table.part("canary.py")
