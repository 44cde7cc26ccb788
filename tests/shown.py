#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""Nothing out of an input acts on a terminal: tests/shown.py PROGRAM.

Sends escapes, controls, bidi marks, zero width and bytes that are no UTF-8
through each kind of input, file names and arguments, and looks at all that the
program prints.  JSON must be JSON.  And a name that an input tells is looked up
in the known folders alone: it opens no path and follows no link."""
import json
import os
import subprocess
import sys
import tempfile

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

ESCAPE = b"\x1b[2J\x1b[Hunaltered: yes"
NASTY = [ESCAPE, b"\x1b]0;x\x07", b"a\rb", b"\x08\x08", b"\x7f", b"\xc2\x9b2J",
         b"\xc2\x85", "\u202ebacj".encode(), "\u2066a\u2069\u2067".encode(),
         "\u200b\u200d\u200e\u2060\ufeff".encode(), "\u2028\u2029".encode(),
         "\U000e0041".encode(), b"\xff\xfe", b"\xe9", b"\xed\xa0\x80", b"\xc0\x9b"]
# Those that YAML and INI let pass as text.
MARKS = "\u202eb\u2066a\u2069\u200bc\u200dd\u2060e\u200f\U000e0041"

ACTS = {*range(0x20), *range(0x7f, 0xa0), 0x61c, 0x180e, *range(0x200b, 0x2010),
        *range(0x2028, 0x202f), *range(0x2060, 0x2070), 0xfeff,
        *range(0xfff9, 0xfffc), *range(0xe0000, 0xe0080)} - {9, 10}


class Shown:
    def __init__(self, program, folder):
        self.program = os.path.abspath(program)
        self.folder = os.fsencode(folder)
        self.passed = 0
        self.faults = []

    def fault(self, args, text):
        self.faults.append(f"{args!r}: {text}")

    def run(self, *args, want=None, env=None):
        out = subprocess.run(
            [self.program, *args], cwd=self.folder, capture_output=True,
            stdin=subprocess.DEVNULL, timeout=60,
            env={"LC_ALL": "C", "HOME": "/nonexistent", **(env or {})})
        if out.returncode not in ((0, 1, 2, 3) if want is None else want):
            self.fault(args, f"status {out.returncode}: {out.stderr[:300]!r}")
        return out

    def see(self, *args, want=None, env=None, says=None, lines=False):
        """Runs, and looks at all that is printed; `says`: words that must be
        there; `lines`: standard error is a JSON object per line."""
        out = self.run(*args, want=want, env=env)
        for name, data in ("output", out.stdout), ("messages", out.stderr):
            try:
                text = data.decode()
            except UnicodeDecodeError as e:
                self.fault(args, f"{name}: no UTF-8: {data[e.start - 20:e.end]!r}")
                continue
            bad = sorted({f"U+{ord(c):04X}" for c in text if ord(c) in ACTS})
            if bad:
                self.fault(args, f"{name} hold {' '.join(bad)}")
        if lines:
            for line in out.stderr.splitlines():
                self.parse(args, line)
        if says and says.encode() not in out.stdout + out.stderr:
            self.fault(args, f"does not say {says}: {out.stderr[:300]!r}")
        self.passed += 1
        return out

    def parse(self, args, data):
        try:
            return json.loads(data.decode())
        except ValueError as e:
            self.fault(args, f"no JSON: {e}: {data[:200]!r}")
            return None

    def write(self, name, data):
        path = os.path.join(self.folder, os.fsencode(name))
        with open(path, "wb") as f:
            f.write(data if isinstance(data, bytes) else data.encode())
        return path


def xmp(**fields):
    text = b"".join(b"<rp:%s>%s</rp:%s>" % (k.encode(), v, k.encode())
                    for k, v in fields.items())
    return b'<?xpacket begin="" id="x"?>' + text + b'<?xpacket end="w"?>'


def pdfs(s, example):
    for nasty in NASTY:
        for field in ("version", "case", "layout", "options", "interview",
                      "rules", "layoutFile", "fonts"):
            s.write("a.pdf", xmp(**{"version": b"1", "layout": b"handout",
                                    field: nasty}))
            s.see("verify", "a.pdf", want=[1])
        s.write("a.pdf", xmp(version=b"1", layout=nasty, options=b"without=" + nasty))
        s.see("verify", "a.pdf", example, want=[1], says="there is none of that name")
    s.write("a.pdf", xmp(version=b"1", case=b"A\nunaltered:              yes", layout=b"x"))
    out = s.see("verify", "a.pdf", want=[1])
    if out.stdout.count(b"\nunaltered:") or not out.stdout.startswith(b"unaltered:              no"):
        s.fault("verify", "a line of a file stands among the program's own")


def fields(s):
    """What is typed in a form, with its names and tooltips."""
    for text in [*NASTY, MARKS.encode()]:
        hexed = text.hex().encode()
        for name, body in ((b"(plan.question)", b"/V<%s>" % hexed),
                           (b"(room.x.1)", b"/V<FEFF%s>" % hexed),
                           (b"(interview.date)", b"/V(a)/TU<%s>" % hexed),
                           (b"<%s>" % hexed, b"/V(a)")):
            s.write("f.pdf", b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R"
                    b"/Metadata 3 0 R/AcroForm<</Fields[<</FT/Tx/T" + name + body +
                    b">>]>>>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\n"
                    b"endobj\n3 0 obj\n<</Length 9999>>stream\n" +
                    xmp(version=b"1", layout=text, case=text) +
                    b"\nendstream\nendobj\ntrailer\n<</Root 1 0 R/Size 4>>\n")
            s.see("read", "f.pdf", want=[0, 1])
            s.see("read", "f.pdf", "--diagnostics", "json", want=[0, 1], lines=True)


def interviews(s, whole):
    """Every verb that reads an interview, on one with marks in every text that
    is free, and on ones with a byte that no text holds."""
    marked = whole.replace("Ik ", f"Ik {MARKS} ").replace("juf", f"juf{MARKS}")
    s.write("m.yaml", f"# {MARKS}\n{marked}")
    verbs = [["check"], ["score"], ["score", "--explain"],
             ["score", "--format", "csv"], ["score", "--format", "json"], ["tidy"],
             ["render", "--force"], ["render", "--force", "--anonymise"], ["agree"]]
    verbs += [["render", "-l", "coach", "--dump", stage] for stage in
              ("interview", "rules", "scores", "profile", "layout", "doc", "pages")]
    for verb in verbs:
        s.see(*verb, "m.yaml", want=[0, 1])
        s.see(*verb, "m.yaml", "--diagnostics", "json", want=[0, 1], lines=True)
    s.parse("score", s.run("score", "--format", "json", "m.yaml").stdout)
    tidied = s.run("tidy", "m.yaml", want=[0]).stdout
    s.write("t.yaml", tidied)
    again = [s.run("render", "-l", "coach", "--dump", "interview", f, want=[0]).stdout
             for f in ("m.yaml", "t.yaml")]
    if again[0] != again[1]:
        s.fault("tidy", "the text is not the same when it is read back")
    for nasty in NASTY:
        for at in ("formaat", "Ik ", "...", "\n"):
            s.write("n.yaml", whole.encode().replace(
                at.encode(), nasty + at.encode(), 2))
            for verb in ["check"], ["score"], ["tidy"]:
                s.see(*verb, "n.yaml")
            s.see("check", "--diagnostics", "json", "n.yaml", lines=True)


def settings(s, example):
    """Rules and layouts, in place and as the user's own that are listed."""
    own = os.path.join(s.folder, b"config", b"relatieprofiel")
    env = {"XDG_CONFIG_HOME": os.path.join(os.fsdecode(s.folder), "config")}
    for kind in "rules", "layouts":
        os.makedirs(os.path.join(own, kind.encode()))
    rules = open(f"{TOP}/rules/llinc.ini", encoding="utf-8").read()
    layout = open(f"{TOP}/layouts/handout.ini", encoding="utf-8").read()

    def texts(text, more):
        """`more` in each quoted text that is no id."""
        return "\n".join(line.replace('= "', '= "' + more, 1)
                         if ".nl" in line or ".en" in line else line
                         for line in text.split("\n"))

    for name in "rules", "layouts":
        text = rules if name == "rules" else layout
        s.write(f"config/relatieprofiel/{name}/own.ini", texts(text, MARKS))
        s.see("list", name, env=env, want=[0], says="<U+202E>")
        s.see("check", f"config/relatieprofiel/{name}/own.ini", env=env, want=[0, 1])
    for verb in ["score"], ["score", "--explain"], ["score", "--format", "csv"], ["check"]:
        s.see(*verb, example, "-r", "own", env=env)
    for stage in "layout", "doc", "pages":
        s.see("render", "-r", "own", "-l", "own", "--dump", stage, example, env=env,
              want=[0, 1])
    for nasty in NASTY:
        for text in rules, layout:
            for at in ('= "', "[", "kind"):
                s.write("x.ini", text.encode().replace(
                    at.encode(), at.encode() + nasty, 3))
                s.see("check", "x.ini", want=[0, 1, 2])
                s.see("check", "--diagnostics", "json", "x.ini", lines=True)
    s.write("f.ini", layout.replace("[page]", f'[font]\nfamily = "{MARKS}"\n[page]', 1))
    s.see("check", "f.ini", want=[1])


def tables(s, example):
    for nasty in [*NASTY, MARKS.encode()]:
        s.write("t.csv", b"trainee,openness\n" + nasty + b",4\n" + nasty + b"," + nasty + b"\n")
        s.see("tally", "t.csv", "--key", example)
        s.see("tally", "t.csv", "--key", example, "--diagnostics", "json", lines=True)


def pictures(s, example):
    layout = open(f"{TOP}/layouts/handout.ini", encoding="utf-8").read()
    s.write("logo.ini", layout.replace("[page]", "[page]\nlogo = logo.png", 1))
    for nasty in NASTY:
        s.write("logo.png", b"\x89PNG\r\n\x1a\n" + nasty * 40)
        s.see("render", "-l", "logo.ini", example, "-d", ".", want=[2])


def names(s, whole):
    """File names and arguments."""
    for nasty in NASTY:
        name = nasty.replace(b"/", b"") + b".yaml"
        path = s.write(name, whole)
        broken = s.write(b"broken" + name, "formaat: interview/1\nx: [\n")
        for file in name, b"broken" + name, b"none" + name, path, broken:
            s.see("check", file)
            s.see("check", "--diagnostics", "json", file, lines=True)
        s.see("render", "-v", name, "-o", nasty + b".pdf", "-l", "handout", "--force",
              want=[0])
        s.see("render", "-l", nasty, name, want=[2])
        s.see("render", "-r", nasty, name, want=[2])
        s.see("verify", nasty + b".pdf", name, want=[0])
        s.see(nasty, want=[2])
        s.see("list", nasty, want=[2])
        s.see("check", "-" + os.fsdecode(nasty), want=[2])
        s.see("check", b"--" + nasty, name, want=[2])
        s.see("render", "--date-format=" + os.fsdecode(nasty), name, want=[2])
        s.see("list", "rules", env={"SOURCE_DATE_EPOCH": os.fsdecode(nasty)}, want=[2])
        s.see("list", "rules", env={"SOURCE_DATE_EPOCH": os.fsdecode(nasty),
                                    "LC_ALL": "nl_NL.UTF-8"}, want=[2])
    report = s.see("check", "--diagnostics", "json", b"broken\xe9.yaml")
    got = s.parse("check", report.stderr.splitlines()[0])
    if got and got["file"] != "broken<0xE9>.yaml":
        s.fault("check", f"another name: {got['file']!r}")


SECRET = "SECRET-a1b2c3"


def paths(s, whole, example):
    """What an input names is no path, whoever wrote it."""
    os.makedirs(os.path.join(s.folder, b"sub"))
    secret = os.fsdecode(s.write("secret.ini", SECRET + " = 1\n"))
    for told in (secret, "./secret", "secret.ini", "../secret", "sub/../secret",
                 "/etc/passwd", "secret", ".secret", "-", ""):
        s.write("a.pdf", xmp(version=b"1", case=b"A", layout=told.encode()))
        out = s.see("verify", "a.pdf", example, want=[1])
        if SECRET.encode() in out.stdout + out.stderr:
            s.fault(("verify", told), "shows what stands in a file")
        head = whole.replace("regels: llinc", f'regels: "{told}"', 1)
        s.write("sub/i.yaml", head)
        s.write("sub/l.ini", open(f"{TOP}/layouts/handout.ini").read().replace(
            "[page]", f'[page]\ninclude = "{told}"', 1))
        for args in ["check", "sub/i.yaml"], ["check", "sub/l.ini"]:
            out = s.see(*args)
            if SECRET.encode() in out.stdout + out.stderr:
                s.fault((args, told), "shows what stands in a file")
    # Beside the input, where names are looked for, a link leads nowhere.
    os.symlink(os.path.join(s.folder, b"secret.ini"),
               os.path.join(s.folder, b"sub", b"linked.ini"))
    s.write("sub/i.yaml", whole.replace("regels: llinc", "regels: linked", 1))
    s.write("sub/l.ini", open(f"{TOP}/layouts/handout.ini").read().replace(
        "[page]", "[page]\ninclude = linked", 1))
    for args in ["check", "sub/i.yaml"], ["check", "sub/l.ini"]:
        out = s.see(*args, want=[1, 2], says="symbolic link")
        if SECRET.encode() in out.stdout + out.stderr:
            s.fault(args, "follows a link")
    # One that the user types may be a link.
    out = s.see("score", "-r", "sub/linked.ini", example, want=[2], says=SECRET)


def main(program):
    example = f"{TOP}/examples/juf-anne.yaml"
    whole = open(example, encoding="utf-8").read()
    with tempfile.TemporaryDirectory() as folder:
        s = Shown(program, folder)
        pdfs(s, example)
        fields(s)
        interviews(s, whole)
        settings(s, example)
        tables(s, example)
        pictures(s, example)
        names(s, whole)
        paths(s, whole, example)
    print("\n".join(s.faults[:40]))
    print(f"shown: {s.passed} passed, {len(s.faults)} failed")
    return bool(s.faults)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
