# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""Faults of disks, files and names: F01 to F06, F23, F24, F28."""
import os
import resource
import signal
import socket
import stat
import subprocess

from faults.common import (example, limit, ordinary, read_folder, row, shipped)

HANDOUT = ("render", "a.yaml", "-l", "handout")
ANNE = {"a.yaml": example("juf-anne", "F-1")}
REPORT = "F-1.handout.pdf"


def many(n):
    return {f"i{i:02}.yaml": example(
        ("juf-anne", "first-child", "second-child")[i % 3], f"W-{i:02}")
            for i in range(n)}


def made(table, files, *words):
    """What the run makes in a folder of these files; the folder."""
    folder = table.folder()
    table.write(folder, files)
    r = table.run(folder, *words)
    table.check(f"{words} without a fault", r.status == 0, r.err)
    return read_folder(folder)


def unchanged(table, name, folder, before):
    now = read_folder(folder)
    table.check(f"{name}: the files are as before", now == before,
                sorted(set(now) ^ set(before)) or "other bytes")


@row("F01", "disk full", "`/dev/full`; a disk with room for so many bytes "
     "(`odd.c`), over nothing and over an older report; a batch",
     "3, “the disk is full” once; no new file, the former one stays; a batch "
     "ends and says how many were not begun")
def full(table):
    good = made(table, ANNE, *HANDOUT)
    size = len(good[REPORT])
    older = {**good, "a.yaml": ANNE["a.yaml"] + "# later\n"}
    older = {k: v if isinstance(v, bytes) else v.encode()
             for k, v in older.items()}
    for before in ({"a.yaml": ANNE["a.yaml"].encode()}, older):
        for room in (0, 1, 4096, size // 2, size - 1):
            folder = table.folder()
            table.write(folder, before)
            r = table.run(folder, *HANDOUT, odd={"room": room})
            table.ends(f"room for {room}", r, 3, "cannot write F-1.handout.pdf"
                       ": the disk is full")
            unchanged(table, f"room for {room}", folder, before)
    folder = table.folder()
    table.write(folder, ANNE)
    for words in ((*HANDOUT, "-o", "/dev/full"), ("new", "n.yaml", "--force"),
                  ("tidy", "--write", "a.yaml"),
                  ("compare", "b.yaml", "c.yaml", "-o", "c.pdf"),
                  ("render", "-l", "form")):
        table.write(folder, {**ANNE, "b.yaml": example("first-child", "F-2"),
                             "c.yaml": example("second-child", "F-3")})
        r = table.run(folder, *words, odd={"room": 0})
        table.ends(str(words), r, 3, "cannot write", "the disk is full")
    for words in (("score", "a.yaml"), (*HANDOUT, "-o", "-"), ("new",),
                  ("list", "keys"), ("tidy", "a.yaml"), ("--help",)):
        with open("/dev/full", "wb") as out:
            r = table.run(folder, *words, stdout=out)
        table.ends(f"{words} to /dev/full", r, 3,
                   "cannot write standard output: the disk is full")
    full_batch(table)


def full_batch(table):
    files = many(12)
    want = made(table, files, "render", ".", "-l", "handout")
    room = sum(len(v) for k, v in want.items() if k.endswith(".pdf")) // 3
    for jobs in ("1", "3"):
        folder = table.folder()
        table.write(folder, files)
        r = table.run(folder, "render", ".", "-l", "handout", "-j", jobs,
                      odd={"room": room})
        table.ends(f"batch, -j {jobs}", r, 3, "there is no room left")
        table.check("said once", r.err.count("the disk is full") == 1, r.err)
        now = read_folder(folder)
        table.check("whole reports only",
                    all(want.get(k) == v for k, v in now.items()) and
                    len(now) < len(want), sorted(now))


@row("F02", "the disk does not confirm", "write, fsync, fchmod, linkat, "
     "renameat or unlinkat fails, the first, the second, …, once and for good, "
     "in every verb; or the process is killed there (`failing.c`)",
     "3; what is said not to be written is the former file; what is written "
     "but not confirmed is said to be so", parts=("failing.py",),
     torture="by chance for 5 minutes")
def unconfirmed(table):
    table.part("failing.py", "5m" if table.much else "40",
               "write,fsync,fchmod,linkat,renameat,unlinkat")


@row("F03", "short reads and writes, calls broken off", "three bytes at a time; "
     "EINTR at every other call, and at every one (`odd.c`)", "the same bytes; 3 "
     "where no call comes through")
def short(table):
    for name, files, words in (
            ("report", ANNE, HANDOUT),
            ("dossier", ANNE, ("render", "a.yaml", "-l", "dossier")),
            ("batch", many(4), ("render", ".", "-j", "2", "-l", "pocket")),
            ("tidy", ANNE, ("tidy", "--write", "a.yaml")),
            ("new", {}, ("new", "n.yaml")),
            ("score", ANNE, ("score", "a.yaml")),
            ("output", ANNE, (*HANDOUT, "-o", "-"))):
        folder = table.folder()
        table.write(folder, files)
        good = table.run(folder, *words)
        want = read_folder(folder)
        for odd in ({"short": 1}, {"eintr": 1}, {"short": 1, "eintr": 1}):
            folder = table.folder()
            table.write(folder, files)
            r = table.run(folder, *words, odd=odd)
            table.check(f"{name}, {odd}", r.status == 0 and r.out == good.out
                        and read_folder(folder) == want, r.status, r.err)
        folder = table.folder()
        table.write(folder, files)
        r = table.run(folder, *words, odd={"eintr": "always"})
        table.check(f"{name}, broken off for ever", r.status == 3, r.status,
                    r.err)


@row("F04", "limit of a file's size", "`ulimit -f` of 48 KiB and of 2, "
     "SIGXFSZ as it is and ignored", "3, “it would be too large”, no file")
def too_large(table):
    for ignored in (False, True):
        def prepare(size=48 << 10):
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
            if ignored:
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        for words, why in (
                (HANDOUT, "cannot write F-1.handout.pdf"),
                (("render", "a.yaml", "-l", "dossier"),
                 "cannot write F-1.dossier.pdf"),
                (("render", "a.yaml", "-l", "dossier", "--keep-all"),
                 "cannot write F-1.dossier.keep.tar")):
            folder = table.folder()
            table.write(folder, ANNE)
            before = read_folder(folder)
            r = table.run(folder, *words, prepare=prepare)
            table.ends(str(words), r, 3, why, "it would be too large")
            unchanged(table, str(words), folder, before)
        with open(os.path.join(folder, "out"), "wb") as out:
            r = table.run(folder, *HANDOUT, "-o", "-", stdout=out,
                          prepare=prepare)
            table.ends("to standard output", r, 3, "cannot write standard "
                       "output: it would be too large")
        for words in (HANDOUT, ("new", "n.yaml"), ("tidy", "--write", "a.yaml")):
            folder = table.folder()
            table.write(folder, ANNE)
            before = read_folder(folder)
            r = table.run(folder, *words, prepare=lambda: prepare(2048))
            table.ends(str(words), r, 3, "it would be too large")
            unchanged(table, str(words), folder, before)


@row("F05", "output folder forbidden, a file, on a disk that is read only",
     "`chmod`, a file of that name, EROFS (`odd.c`)",
     "2, before the first interview is read; one that is missing is made")
def no_folder(table):
    folder = table.folder()
    table.write(folder, {**ANNE, "file": ""})
    for name in ("closed", "unsearchable", "readonly"):
        os.mkdir(os.path.join(folder, name))
    os.chmod(os.path.join(folder, "closed"), 0o555)
    os.chmod(os.path.join(folder, "unsearchable"), 0o600)
    for name, why, odd in (
            ("closed", "you have no right to", None),
            ("unsearchable", "you have no right to", None),
            ("file", "a part of the path is no folder", None),
            ("file/below", "a part of the path is no folder", None),
            ("readonly", "nothing can be written there", {"erofs": "readonly"})):
        # An interview that is not there would be said after the folder.
        r = table.run(folder, "render", "a.yaml", "nowhere.yaml", "-d", name,
                      "-l", "handout", prepare=ordinary, odd=odd)
        table.ends(name, r, 2, name, why)
        table.check(f"{name}: no input is read", "nowhere" not in r.err, r.err)
    r = table.run(folder, *HANDOUT, "-o", "closed/a.pdf", prepare=ordinary)
    table.ends("-o", r, 2, "closed", "you have no right to")
    for name in ("closed", "unsearchable", "readonly"):
        os.chmod(os.path.join(folder, name), 0o700)
    table.check("nothing is written", set(read_folder(folder)) ==
                {"a.yaml", "file"}, read_folder(folder).keys())
    table.ends("a missing folder is made", table.run(
        folder, *HANDOUT, "-d", "made/below"), 0)
    table.check("with the report", os.path.exists(
        os.path.join(folder, "made", "below", REPORT)))


INPUTS = {  # kind of file: what a message says of it
    "missing": "there is no such file or folder",
    "forbidden": "you have no right to",
    "closed/f": "you have no right to",
    "folder": "a folder",
    "pipe": "a named pipe",
    "socket": "a socket",
    "device": "a device",
    "circle": "its links lead in a circle",
    "astray": "there is no such file or folder",
    "long" * 70: "its name is too long",
    "large": "the file is larger than the limit",
    "growing": "the file changed while it was read",
}


def strange_inputs(table, end, text):
    """A folder with a file of each kind, its name ending in `end`."""
    folder = table.folder()
    table.write(folder, {**ANNE, "forbidden" + end: text,
                         "closed/f" + end: text, "growing" + end: text})
    path = lambda name: os.path.join(folder, name + end)
    os.chmod(path("forbidden"), 0)
    os.chmod(os.path.join(folder, "closed"), 0)
    os.mkdir(path("folder"))
    os.mkfifo(path("pipe"))
    here = os.getcwd()
    os.chdir(folder)  # the name of a socket is short
    with socket.socket(socket.AF_UNIX) as s:
        s.bind("socket" + end)
    os.chdir(here)
    os.symlink("/dev/zero", path("device"))
    os.symlink("circle" + end, path("circle"))
    os.symlink("nowhere", path("astray"))
    with open(path("large"), "wb") as f:
        f.truncate(100 << 20)
    return folder


@row("F06", "input missing, forbidden, of another kind, endless, growing",
     "`chmod`, pipe, socket, `/dev/zero`, links, 100 MB, `odd.c`; as interview, "
     "rules, layout, CSV, PDF, font, of the user's own settings",
     "1 for an input, 2 for rules, a layout and a font, 3 for patterns and the colour profile; the file and its kind "
     "are named; at once")
def strange_files(table):
    for end, text, status, words in (
            (".yaml", ANNE["a.yaml"], 1, ("render", "@", "-l", "handout", "-d",
                                          ".")),
            (".yaml", ANNE["a.yaml"], 1, ("score", "@")),
            (".csv", "cursist,schaal,score\n", 1, ("tally", "@", "--key", "a.yaml")),
            (".pdf", "%PDF-1.7\n", 1, ("verify", "@")),
            (".pdf", "%PDF-1.7\n", 1, ("read", "@")),
            (".ini", shipped("rules/llinc.ini"), 2, (*HANDOUT, "-r", "@")),
            (".ini", shipped("layouts/handout.ini"), 2,
             ("render", "a.yaml", "-l", "@"))):
        folder = strange_inputs(table, end, text)
        for kind, why in INPUTS.items():
            name = kind + end
            if kind == "closed/f" and words[0] in ("render", "tally"):
                continue  # the report would go there
            if kind == "folder" and end in (".yaml", ".pdf"):
                continue  # all that is in it
            odd = {"grows": name} if kind == "growing" else None
            if words[0] in ("verify", "read") and kind == "large":
                continue  # reports may be so large
            r = table.run(folder, *(name if w == "@" else w for w in words),
                          prepare=ordinary, odd=odd)
            table.ends(f"{words}: {kind[:9]}", r, status, name, why)
            table.check(f"{words}: {kind[:9]}: at once", r.seconds < 5,
                        r.seconds)
        os.chmod(os.path.join(folder, "closed"), 0o700)
        left = [n for n in read_folder(folder) if n.startswith("F-1")]
        table.check(f"{words}: no report", not left, left)
    own_settings(table)
    folder = table.folder()
    with open("/dev/zero", "rb") as zero:
        table.ends("endless standard input", table.run(
            folder, "score", "-", stdin=zero), 1, "larger than the limit")


def own_settings(table):
    """What the user has forbidden is not passed over for what is shipped."""
    for path, source in ((".config/relatieprofiel/layouts/handout.ini",
                          "layouts/handout.ini"),
                         (".config/relatieprofiel/rules/llinc.ini",
                          "rules/llinc.ini"),
                         (".config/relatieprofiel/fonts/Lato-Light.ttf", None)):
        folder = table.folder()
        table.write(folder, {**ANNE, path: shipped(source) if source else ""})
        os.chmod(os.path.join(folder, path), 0)
        r = table.run(folder, *HANDOUT, prepare=ordinary)
        table.ends(path, r, 2, path, "you have no right to")
    for path in ("hyphen/hyph_nl_NL.dic", "colours/sRGB.icc"):
        folder = table.folder()
        path = ".config/relatieprofiel/" + path
        table.write(folder, {**ANNE, path: ""})
        os.chmod(os.path.join(folder, path), 0)
        r = table.run(folder, *HANDOUT, prepare=ordinary)
        table.ends(path, r, 3, path, "you have no right to")
    folder = table.folder()
    table.write(folder, ANNE)
    home = os.path.join(table.folder(), "home")
    os.mkdir(home, 0)
    r = table.run(folder, *HANDOUT, prepare=ordinary, env={"HOME": home})
    table.ends("a closed home folder holds no settings", r, 0)


@row("F23", "tricks with names", "`../`, absolute, `con`, a dash, a newline, 300 "
     "bytes, `%s` as case id, block id, logo, font, rules and layout of an input",
     "1 or 2, the line is named; nothing outside is opened or written",
     parts=("run.sh",))
def tricks(table):
    table.cases("i-case-bad", "i-case-digit", "i-id-tricks", "l-logo-folder",
                "l-logo-link", "l-block-id", "r-include-path", "r-id",
                "w-layout", "w-rules")
    layout = shipped("layouts/pocket.ini")
    for name in ("../F-1", "/tmp/F-1", "con/../x", "-rf", "a\nb", "a" * 300,
                 "%s%n", "..", ".", "a/b", "a\\b", "$(id)", "a\u202eb", "'; x",
                 "con", "AUX.1", "Lpt9"):
        folder = table.folder()
        quoted = '"' + name.replace("\\", "\\\\").replace("\n", "\\n") + '"'
        inside = os.path.join(folder, "in")
        table.write(folder, {
            "in/a.yaml": example("juf-anne", quoted), "in/b.yaml": ANNE["a.yaml"],
            "in/r.yaml": ANNE["a.yaml"].replace("regels: llinc",
                                                f"regels: {quoted}"),
            "in/own.ini": layout.replace("id = pocket", f"id = {quoted}")})
        before = read_folder(folder)
        r = table.run(inside, *HANDOUT)
        table.ends(f"case {name[:9]!r}", r, 1, "a.yaml:")
        r = table.run(inside, "render", "r.yaml", "-l", "handout")
        table.check(f"rules {name[:9]!r}", r.status in (1, 2) and
                    "r.yaml:" in r.err, r.status, r.err)
        r = table.run(inside, "render", "b.yaml", "-l", "own.ini")
        table.ends(f"layout {name[:9]!r}", r, 2, "own.ini")
        unchanged(table, f"{name[:9]!r}", folder, before)


@row("F24", "links where reports go", "a link at the report's name, at the "
     "names of drafts, the output folder a link or changed for one meanwhile",
     "what a link leads to stays untouched")
def links(table):
    folder = table.folder()
    table.write(folder, {**ANNE, "target": "mine\n"})
    at = os.path.join(folder, REPORT)
    os.symlink("target", at)
    r = table.run(folder, *HANDOUT)
    table.ends("a link to another file", r, 1, "is another file")
    table.check("it stays a link", os.path.islink(at))
    r = table.run(folder, *HANDOUT, "--force")
    table.ends("--force", r, 0)
    table.check("the link is replaced", not os.path.islink(at))
    with open(os.path.join(folder, "target"), encoding="ascii") as f:
        table.check("its target is not", f.read() == "mine\n")
    os.remove(at)
    os.symlink("nowhere", at)
    r = table.run(folder, *HANDOUT)
    table.ends("a link to nothing", r, 1)
    table.check("nothing is made there",
                not os.path.exists(os.path.join(folder, "nowhere")))
    for name in (".relatieprofiel-0123456789abcdef-0.tmp",
                 ".relatieprofiel-0123456789abcdef.set"):
        os.symlink("target", os.path.join(folder, name))
    table.ends("links with the names of drafts", table.run(
        folder, *HANDOUT, "--force"), 0)
    with open(os.path.join(folder, "target"), encoding="ascii") as f:
        table.check("their target stays", f.read() == "mine\n")
    swapped(table)


def swapped(table):
    """The folder that was given gets another meaning during the run; the run
    keeps to a folder that it had or ends, and makes nothing in part."""
    folder = table.folder()
    files = many(8)
    table.write(folder, {**{f"in/{k}": v for k, v in files.items()},
                         "other/keep": "mine\n"})
    os.mkdir(os.path.join(folder, "out"))
    want = {k for k in made(table, files, "render", ".", "-l", "pocket")}
    p = table.start(folder, "render", "in", "-d", "out", "-l", "pocket", "-j",
                    "2")
    os.rename(os.path.join(folder, "out"), os.path.join(folder, "was"))
    os.symlink("other", os.path.join(folder, "out"))
    _, err = p.communicate(timeout=60)
    names = {os.path.basename(k) for k in read_folder(folder)}
    table.check("changed for a link meanwhile", p.returncode in (0, 2, 3) and
                names <= want | {"keep", "manifest.jsonl"}, p.returncode, err, names)


@row("F28", "umask, other folders", "umask 000, 022, 077 and 777; sticky, setgid "
     "and another group's folder", "reports and copies have mode 0600; what is "
     "written in place keeps its own")
def modes(table):
    for mask in (0o000, 0o022, 0o077, 0o777):
        for mode in (0o700, 0o1777, 0o2775):
            folder = table.folder()
            out = os.path.join(folder, "out")
            os.mkdir(out)
            os.chmod(out, mode)
            table.write(folder, ANNE)
            os.chmod(os.path.join(folder, "a.yaml"), 0o640)
            r = table.run(folder, "render", "a.yaml", "-l", "handout,dossier",
                          "-d", "out", prepare=lambda: os.umask(mask))
            table.ends(f"umask {mask:o}", r, 0)
            wrong = [n for n in os.listdir(out) if stat.S_IMODE(
                os.stat(os.path.join(out, n)).st_mode) != 0o600]
            table.check(f"umask {mask:o}, folder {mode:o}: mode 0600",
                        not wrong and len(os.listdir(out)) == 4, wrong)
            table.run(folder, "tidy", "--write", "a.yaml",
                      prepare=lambda: os.umask(mask))
            table.check("tidy keeps the mode", stat.S_IMODE(os.stat(
                os.path.join(folder, "a.yaml")).st_mode) == 0o640)
