# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""Faults of locale, clock and environment: F26, F27, F29."""
import itertools
import os
import re
import resource
import shutil
import subprocess

from faults.common import example, limit, read_folder, row
from faults.files import ANNE, HANDOUT, made, many

LOCALES = (("tr_TR", "UTF-8"), ("de_DE", "UTF-8"), ("nl_NL", "UTF-8"),
           ("nl_NL", "ISO-8859-1"), ("nl_NL@euro", "ISO-8859-15"))
VERBS = (("score", "a.yaml"), ("score", "--format", "csv", "a.yaml"),
         ("score", "--format", "json", "a.yaml"), ("list", "keys", "--lang", "nl"),
         ("tidy", "a.yaml"), ("check", "a.yaml"), ("schema", "interview"),
         ("agree", "a.yaml", "--format", "csv"),
         ("render", "a.yaml", "-l", "coach", "--dump", "pages"))


def compile_locales(folder):
    """Locales that are there, on any system: their names."""
    for name, charset in LOCALES:
        whole = f"{name}.{charset}" if "@" not in name else name
        p = subprocess.run(["localedef", "-c", "-i", name, "-f", charset,
                            os.path.join(folder, whole)], check=False,
                           capture_output=True, text=True)
        if not os.path.isdir(os.path.join(folder, whole)):
            raise OSError(f"localedef {whole}: {p.stderr}")
        yield whole


@row("F26", "locales", "tr_TR, de_DE, nl_NL in UTF-8 and Latin, nl_NL@euro, C, "
     "POSIX, one that is not there, LANG alone, nothing",
     "the same reports, texts and codes; messages in Dutch where asked, without "
     "the locale too")
def locales(table):
    path = table.folder()
    names = [*compile_locales(path), "C", "POSIX", "C.UTF-8", "xx_YY.UTF-8", ""]
    files = {**ANNE, "r.ini": "[format]\nTITLE = 1\n"}
    want = made(table, files, "render", "a.yaml", "-l", "handout,coach")
    folder = table.folder()
    table.write(folder, files)
    texts = [table.run(folder, *words).out for words in VERBS]
    codes = None
    for name, key in itertools.product(names, ("LC_ALL", "LANG", "LC_NUMERIC")):
        env = {"LOCPATH": path, "LC_ALL": "", key: name}
        here = table.folder()
        table.write(here, files)
        r = table.run(here, "render", "a.yaml", "-l", "handout,coach", env=env)
        table.check(f"{key}={name}: the same reports", r.status == 0 and
                    read_folder(here) == want, r.status, r.err)
        if key == "LC_NUMERIC":
            continue
        now = [table.run(here, *words, env=env).out for words in VERBS
               if words[0] != "check"]
        table.check(f"{key}={name}: the same texts", now == [
            t for t, w in zip(texts, VERBS) if w[0] != "check"])
        r = table.run(here, "check", "r.ini", "nowhere.yaml", env=env)
        said = re.findall(r"(?m) (?:error|fout)\[(\w+)\]", r.err)
        codes = codes or said
        table.check(f"{key}={name}: the same codes", said == codes, r.err)
        dutch = name.startswith("nl")
        table.check(f"{key}={name}: {'Dutch' if dutch else 'English'}",
                    ("kan niet openen" in r.err) == dutch and r.status == 1,
                    r.status, r.err)


@row("F27", "zones and clocks", "five zones; 1970, 2038, 2106 and later, before "
     "1970 (`odd.c`); SOURCE_DATE_EPOCH good, bad, empty",
     "bytes depend on the interview and SOURCE_DATE_EPOCH alone; one that is no "
     "number is 2")
def clocks(table):
    want = made(table, ANNE, "render", "a.yaml", "-l", "handout,dossier")
    for zone, clock in itertools.product(
            ("UTC", "Pacific/Kiritimati", "America/St_Johns", ":nowhere", ""),
            (0, 2**31 - 1, 2**31, 2**32, 253402300800, -1, 2**62)):
        folder = table.folder()
        table.write(folder, ANNE)
        r = table.run(folder, "render", "a.yaml", "-l", "handout,dossier",
                      env={"TZ": zone}, odd={"clock": clock})
        table.check(f"TZ={zone}, clock {clock}", r.status == 0 and
                    read_folder(folder) == want, r.status, r.err)
        r = table.run(folder, "list", "due", ".", env={"TZ": zone},
                      odd={"clock": clock})
        table.check(f"due: TZ={zone}, clock {clock}",
                    r.status == 0, r.status, r.err)
    first = {}
    for epoch in ("0", "1", "2147483648", "4294967296", "253402300799"):
        for clock in (0, 2**32):
            folder = table.folder()
            table.write(folder, ANNE)
            r = table.run(folder, *HANDOUT, env={"SOURCE_DATE_EPOCH": epoch},
                          odd={"clock": clock})
            now = read_folder(folder)
            table.check(f"SOURCE_DATE_EPOCH={epoch}", r.status == 0 and
                        first.setdefault(epoch, now) == now, r.status, r.err)
    for epoch in ("", "-1", "+1", " 1", "1 ", "0x1", "1e3", "253402300800",
                  "9" * 30, "nu", "1.0", "\u0661"):
        folder = table.folder()
        table.write(folder, ANNE)
        r = table.run(folder, *HANDOUT, env={"SOURCE_DATE_EPOCH": epoch})
        table.ends(f"SOURCE_DATE_EPOCH={epoch!r}", r, 2, "SOURCE_DATE_EPOCH")
        table.check("no report", set(read_folder(folder)) == {"a.yaml"})


@row("F29", "a folder that is gone, closed descriptors, few descriptors",
     "the working folder deleted; the eight ways to close 0, 1 and 2; limits of 3 "
     "to 40 open files", "3 where something is lost, else the same bytes; no word "
     "of one thing in another")
def descriptors(table):
    want = made(table, ANNE, *HANDOUT)
    for closed in itertools.product((False, True), repeat=3):
        folder = table.folder()
        table.write(folder, ANNE)
        signs = "".join(f" {fd}{'<' if fd == 0 else '>'}&-"
                        for fd in range(3) if closed[fd])
        for words, lost in (
                (HANDOUT, False), (("score", "a.yaml"), closed[1]),
                ((*HANDOUT, "-o", "-"), closed[1]),
                (("check", "nowhere.yaml"), None), (("score", "-"), closed[0]),
                (("render", ".", "-l", "handout", "-j", "2", "-v"), False)):
            data = ANNE["a.yaml"].encode() if "-" in words[1:2] else b""
            r = table.run(folder, "-c", f'exec "$0" "$@"{signs}',
                          table.program, *words, data=data, program="/bin/sh")
            status = 1 if lost is None else 3 if lost or (
                words[0] == "score" and closed[1]) else 0
            table.check(f"{words}{signs}: status", r.status == status,
                        r.status, r.err)
            if status == 3 and not closed[2]:
                table.check(f"{words}{signs}: said", r.err != "")
        now = read_folder(folder)
        table.check(f"{signs}: nothing in the wrong file", now == want,
                    sorted(set(now) ^ set(want)) or "other bytes")
    few_descriptors(table, want)
    no_folder(table)


def few_descriptors(table, want):
    for n in (*range(3, 17), 20, 40):
        for words in (HANDOUT, ("render", ".", "-l", "handout", "-j", "2")):
            folder = table.folder()
            table.write(folder, ANNE)
            r = table.run(folder, *words, prepare=limit(
                resource.RLIMIT_NOFILE, n), stdin=None)
            now = read_folder(folder)
            unstarted = r.status == 127 and "shared libraries" in r.err
            table.check(f"{n} open files: 3, or the same bytes", unstarted or
                        (r.status == 3 and r.err and set(now) == {"a.yaml"}) or
                        (r.status == 0 and now == want), r.status, r.err)
            if n >= 16:
                table.check(f"{n} open files are enough", r.status == 0, r.err)


def no_folder(table):
    folder = table.folder()
    out = table.folder()
    table.write(out, ANNE)
    for words, status, word in (
            (("render", f"{out}/a.yaml", "-l", "handout"), 0, ""),
            (("render", f"{out}/a.yaml", "-l", "handout", "-d", "."), 3,
             "cannot write"),
            (("score", f"{out}/a.yaml"), 0, ""), (("new",), 0, ""),
            (("new", "n.yaml"), 3, "n.yaml"), (("check", "a.yaml"), 1, "a.yaml"),
            (("check", "."), 1, ""), (("list", "layouts"), 0, ""),
            (("--help",), 0, "")):
        gone = os.path.join(folder, "gone")
        os.mkdir(gone)
        r = table.run(folder, "-c",
                      'cd gone && rmdir ../gone && exec "$0" "$@"',
                      table.program, *words, program="/bin/sh")
        shutil.rmtree(gone, ignore_errors=True)
        table.ends(f"{words}, the folder is gone", r, status, word)
