#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""Every code that the program may say is explained: tests/explain.py PROGRAM.

The codes of the source are those of explain/; `explain` prints each in both
languages; the wrong example of each brings its code, and the right one brings
no error and no warning at all.  explain/README.md says what an entry holds.
The last line counts.
"""
import glob
import os
import pty
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib
from concurrent.futures import ThreadPoolExecutor

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FIRST_MAX = 74  # the first sentence stands behind its code in a list
RUN = {"interview": "check gesprek.yaml", "rules": "check regels.ini",
       "layout": "check blad.ini",
       "scores": "tally scores.csv --key examples/juf-anne.yaml",
       "logo": "check blad.ini", "commands": None}
FILE = {"interview": "gesprek.yaml", "rules": "regels.ini",
        "layout": "blad.ini", "scores": "scores.csv"}
KEYS = {"nl", "en", "kind", "alone", "run", "wrong", "right", "unseen"}

# Why no file of a few lines can show a code.
UNSEEN = {"surroundings": "a disk, a right, a font or a package of the computer",
          "program": "a fault of the program or of its own files",
          "pdf": "a PDF that another program filled in or made",
          "unused": "no file of today brings it: another check comes first"}

INTERVIEW = "formaat: interview/1\ndossier: LP-0001\n"
RULES = """[format]
kind = rules
version = 1
id = eigen
languages = nl
range = 1..7
bands = heard
title.nl = "Eigen regels"

[bands.heard]
low = from 1
high = from 4
low.nl = "weinig"
high.nl = "veel"

[question.v01]
kind = open
title.nl = "Samen"
text.nl = "Hoe is het samen?"

[group.practice]
title.nl = "Handelen"

[scale.secure_base]
group = practice
title.nl = "Veilige basis"
"""
LAYOUT = """[format]
kind = layout
version = 1
id = blad

[block.names]
kind = title
"""
LOGO = LAYOUT.replace("\n[block", "\n[page]\nlogo = logo.png\n\n[block") + \
    'logo_alt.nl = "Logo"\nlogo_alt.en = "Logo"\n'


def entries(path):
    """The entries of a file, in the few forms that explain/ is written in."""
    entry, key, out = None, None, {}
    with open(path, encoding="utf-8") as f:
        for line in f.read().split("\n"):
            if m := re.fullmatch(r"(\w+):", line):
                entry = out.setdefault(m.group(1), {})
            elif m := re.fullmatch(r"  (\w+): \|", line):
                key = m.group(1)
                entry[key] = ""
            elif m := re.fullmatch(r"  (\w+): (.*)", line):
                entry[m.group(1)] = m.group(2).strip('"')
            elif line.startswith("    ") or (line == "" and key):
                entry[key] += line[4:] + "\n"
    for e in out.values():
        for k, text in e.items():
            e[k] = text.rstrip("\n") + ("\n" if k in ("wrong", "right") else "")
    return out


def source_codes():
    found = set()
    for path in glob.glob(TOP + "/src/**/*.[ch]", recursive=True):
        with open(path, encoding="utf-8") as f:
            text = re.sub(r"/\*.*?\*/", "", f.read(), flags=re.S)
        found |= set(re.findall(r'"([A-Z][0-9]{3})"', text))
    return found


def expand(text):
    """Signs that cannot be shown, as they stand in a file."""
    def sign(m):
        word = m.group(1)
        if word == "TAB":
            return b"\t"
        if word == "CR":
            return b"\r"
        if word.startswith("U+"):
            return chr(int(word[2:], 16)).encode("utf-8", "surrogatepass")
        if " × " in word:
            n, part = word.split(" × ", 1)
            part = part.replace("⏎", "\n")
            return "".join(part.replace("#", str(i))
                           for i in range(int(n))).encode()
        return bytes.fromhex(word)

    parts = re.split("‹([^›]*)›", text)
    return b"".join(p.encode() if i % 2 == 0 else sign(re.match("(.*)", p, re.S))
                    for i, p in enumerate(parts))


def sections(text):
    """An INI file as its sections, in order."""
    return re.findall(r"(?m)^\[.*\n(?:(?!\[).*\n)*", text)


def key_of(line):
    """The key of an entry; a part of a text (nl.1) counts as the whole."""
    return re.sub(r"\.\d+$", "", line.split("=")[0].strip())


def merged(base, text):
    """The base, with the example's sections behind its own; in a section of
    the same name a key of the example stands in place of the base's."""
    mine, out = sections(text), []
    for s in sections(base):
        head, *rest = s.rstrip("\n").split("\n")
        same = [m for m in mine if m.split("\n")[0] == head]
        lines = same[0].rstrip("\n").split("\n")[1:] if same else []
        keys = {key_of(line) for line in lines if "=" in line}
        out.append("\n".join([head] + [r for r in rest if key_of(r) not in keys]
                             + lines))
        if same:
            mine.remove(same[0])
    return "\n\n".join(out) + "\n\n" + "\n".join(mine)


def interview(text):
    """An interview around a few lines: what it does not answer is skipped."""
    keys = re.findall(r"(?m)^(\w+):", text)
    answered = re.findall(r"(?m)^  (v\d\d):", text)
    for word, told in zip(("v02", "v03", "v11"),
                          re.findall(r"- {woord: \w+(.*)}", text)):
        answered += ["v01", word] if told else ["v01"]
    out = text
    for line in INTERVIEW.splitlines(True)[::-1]:
        if line.split(":")[0] not in keys:
            out = line + out
    if "overgeslagen" not in keys:
        out += "overgeslagen: [%s]\n" % ", ".join(
            f"v{n:02}" for n in range(1, 11) if f"v{n:02}" not in answered)
    return out + "...\n"


def png(words):
    """logo.png, as "PNG 800 x 200 RGB" tells; "300 bytes" cuts it off."""
    w, h = map(int, re.search(r"(\d+) x (\d+)", words).groups())
    if "BMP" in words:
        return b"BM" + bytes(200)
    if "CMYK" in words:  # no more than is read to know its colours
        parts = b"".join(bytes([n, 0x11, 0]) for n in range(1, 5))
        scan = b"".join(bytes([n, 0]) for n in range(1, 5))
        return b"\xff\xd8\xff\xc0\0\x14\x08" + struct.pack(">HH", h, w) + \
            b"\x04" + parts + b"\xff\xda\0\x0e\x04" + scan + b"\0\x3f\0"
    alpha = "RGBA" in words
    row = b"\0" + (b"\x20\x40\x60\x10" if alpha else b"\x20\x40\x60") * w

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(
            ">I", zlib.crc32(kind + data))

    data = b"\x89PNG\r\n\x1a\n" + chunk(
        b"IHDR", struct.pack(">IIBBBBB", w, h, 8, 6 if alpha else 2, 0, 0, 0))
    data += chunk(b"IDAT", zlib.compress(row * h)) + chunk(b"IEND", b"")
    cut = re.search(r"(\d+) bytes", words)
    return data[:int(cut.group(1))] if cut else data


def prepare(d, entry, text):
    """Puts an example where it is read; returns the command."""
    kind, bare = entry["kind"], "alone" in entry
    shutil.copytree(TOP + "/examples", d + "/examples")
    plain = interview("overgeslagen: [v01]\n" if kind == "rules" else "")
    for name, data in (("gesprek.yaml", plain), ("regels.ini", RULES),
                       ("blad.ini", LOGO if kind == "logo" else LAYOUT)):
        with open(f"{d}/{name}", "w", encoding="utf-8") as f:
            f.write(data)
    if kind in ("logo", "layout"):
        with open(d + "/logo.png", "wb") as f:
            f.write(png(text if kind == "logo" else "PNG 800 x 200 RGB"))
    if kind in FILE:
        if kind == "interview" and not bare:
            text = interview(text)
        elif kind in ("rules", "layout") and not bare:
            text = merged(RULES if kind == "rules" else LAYOUT, text)
        with open(f"{d}/{FILE[kind]}", "wb") as f:
            f.write(expand(text))
    if kind == "commands":
        return text
    return "relatieprofiel " + entry.get("run", RUN[kind])


def said(program, entry, text):
    """What the program says of an example, and its status."""
    with tempfile.TemporaryDirectory() as d:
        os.mkdir(d + "/work")
        os.mkdir(d + "/bin")
        os.symlink(program, d + "/bin/relatieprofiel")
        command = prepare(d + "/work", entry, text)
        env = dict(os.environ, PATH=d + "/bin:" + os.environ["PATH"],
                   LC_ALL="C", HOME=d)
        r = subprocess.run(["sh", "-c", command], cwd=d + "/work", env=env,
                           stdin=subprocess.DEVNULL, capture_output=True,
                           timeout=60)
        return r.stderr.decode("utf-8", "replace"), r.returncode


def check_text(code, entry):
    """What is wrong with an entry as it is written."""
    for lang in "nl", "en":
        text = entry.get(lang, "")
        first = re.match(r"(?s)(.*?\.)(\s|$)", text)
        if not first or len(first.group(1)) > FIRST_MAX:
            yield f"{lang}: no first sentence of at most {FIRST_MAX} signs"
        elif len(re.findall(r"[.?!](?:\s|$)", text)) < 2:
            yield f"{lang}: does not say what to do"
    if set(entry) - KEYS:
        yield f"unknown keys {set(entry) - KEYS}"
    if "unseen" in entry:
        if entry["unseen"] not in UNSEEN:
            yield "no such reason"
        if {"kind", "wrong", "right"} & set(entry):
            yield "has an example and a reason for none"
    elif entry.get("kind") not in RUN:
        yield "no kind of example"
    elif not entry.get("wrong") or not entry.get("right"):
        yield "an example is missing"


def check(program, code, entry):
    faults = list(check_text(code, entry))
    for lang in "nl", "en":
        r = subprocess.run([program, "explain", code, "--lang", lang],
                           capture_output=True, text=True)
        words = " ".join(r.stdout.split())
        for part in entry.get(lang, ""), entry.get("wrong", ""), entry.get(
                "right", ""):
            if " ".join(part.split()) not in words:
                return [f"explain --lang {lang} leaves out: {part[:60]} "
                        + r.stderr]
    if "unseen" in entry or faults:
        return faults
    text, _ = said(program, entry, entry["wrong"])
    if f"[{code}]" not in text and f'"code":"{code}"' not in text:
        faults.append(f"the wrong example does not bring it:\n{text}")
    text, status = said(program, entry, entry["right"])
    # A few lines leave a block or two of the layouts empty, which is no fault.
    others = re.sub(r".*warning\[C102\].*\n", "", text)
    if status != 0 or re.search(r"(error|warning)\[", others) or \
            f"[{code}]" in text:
        faults.append(f"the right example is not right ({status}):\n{text}")
    return faults


def more_lines(program, env, *args):
    """The lines `more:` of a run whose standard error is a terminal."""
    leader, terminal = pty.openpty()
    with tempfile.TemporaryDirectory() as d:
        os.mkdir(d + "/cases")
        for n in 1, 2, 3:
            with open(f"{d}/cases/{n}.yaml", "w", encoding="utf-8") as f:
                f.write(f"formaat: interview/1\ndossier: LP-000{n}\nleraar: x\n"
                        f"leraren: y\n{'kind: Sam' if n > 1 else ''}\n...\n")
        with subprocess.Popen([program, *args], cwd=d, stderr=terminal,
                              env={**os.environ, "LC_ALL": "C", **env}) as p:
            os.close(terminal)
            out = b""
            try:
                while part := os.read(leader, 65536):
                    out += part
            except OSError:  # the other end is closed
                pass
            p.wait()
    os.close(leader)
    return re.findall(r"(?m)^  ((?:more|meer): .*?)\r?$",
                      out.decode()), b"\x01" in out


def check_more(program):
    """The first of a kind in a run says where there is more, on a terminal
    only; however many workers there are."""
    lines = [f"more: relatieprofiel explain {c}" for c in ("I101", "I104")]
    for args in (["check", "cases"], ["render", "cases", "-j", "1"],
                 ["render", "cases", "-j", "3"]):
        got, marks = more_lines(program, {}, *args)
        yield got == lines and not marks, f"{args}: {got}"
    got, _ = more_lines(program, {"LANGUAGE": "nl", "LC_ALL": "C.UTF-8"},
                        "check", "cases/1.yaml")
    yield got == [lines[0].replace("more", "meer")], f"in Dutch: {got}"
    got, _ = more_lines(program, {}, "check", "cases", "--diagnostics", "json")
    yield got == [], f"in JSON: {got}"
    r = subprocess.run([program, "check", "/dev/null"], capture_output=True)
    yield b"[F102]" in r.stderr and b"more:" not in r.stderr and \
        b"\x01" not in r.stderr, "more: though there is no terminal"


def main():
    program = os.path.realpath(sys.argv[1])
    only = sys.argv[2:]
    known, passed, failed = {}, 0, 0
    for path in sorted(glob.glob(TOP + "/explain/*.yaml")):
        for code, entry in entries(path).items():
            if code != "family":
                known[code] = entry
                assert code[0] == os.path.basename(path)[0], code
    listed = subprocess.run([program, "explain"], capture_output=True,
                            text=True).stdout
    for code in sorted(source_codes() | set(known)):
        if only and not any(code.startswith(o) for o in only):
            continue
        if code not in known or code not in source_codes():
            print(f"{code}: not explained" if code not in known else
                  f"{code}: no code of the source")
            failed += 1
            known.pop(code, None)
        elif len(re.findall(rf"(?m)^  {code}  \S", listed)) != 1:
            print(f"{code}: not in the list of explain")
            failed += 1
    with ThreadPoolExecutor(2) as pool:
        todo = {c: e for c, e in known.items()
                if not only or any(c.startswith(o) for o in only)}
        results = pool.map(lambda c: check(program, c, known[c]), todo)
        for code, faults in zip(todo, results):
            for fault in faults:
                print(f"{code}: {fault}")
            failed += len(faults) > 0
            passed += len(faults) == 0
    for ok, fault in check_more(program) if not only else ():
        if not ok:
            print(fault)
        failed += not ok
        passed += ok
    print(f"explain: {passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
