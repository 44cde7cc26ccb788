# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""Faults of what files hold: F12 to F21, F33."""
import os
import random
import re
import resource

from faults.common import TOP, limit, read_folder, row, shipped
from faults.files import ANNE, HANDOUT

INTERVIEW = """formaat: interview/1
dossier: LP-0001
taal: nl
regels: llinc
leerkracht: {naam: juf Anne}
kind: {naam: Martijn, voornaamwoord: hij}
gesprek: {datum: 2026-01-13}
drie_woorden:
  - {woord: warm, voorbeeld: Hij lacht.}
antwoorden:
  v04: |
    Hij kwam bij me zitten.
beoordelingen:
  - door: coach
    scores:
      veilige_basis: {score: 3, bewijs: [{bij: v04, citaat: bij me zitten}]}
...
"""
AT_ONCE = 5  # seconds, on a busy machine
MEMORY = 150 << 20


def placed(name, text):
    """Whether each error and warning about a file names a line and column."""
    text = re.sub(r"(?m)^.*error\[(R335|R338|L310)\]: .*$", "", text)  # as a whole
    return not re.search(rf"(?m)^{re.escape(name)}(:0:|: )", text)


def damaged(table, good, ending, chance, cuts_alone=False):
    """The file cut at a byte, or with a bit turned: name, what, bytes."""
    data = good.encode()
    cuts = range(1, len(data))
    bits = [(i, b) for i in range(len(data)) for b in range(8)]
    if not table.much:
        cuts = sorted(chance.sample(cuts, min(len(cuts), 120)))
        bits = chance.sample(bits, min(len(bits), 120))
    for i in cuts:
        yield f"c{i:05}{ending}", "cut", data[:i]
    for i, b in () if cuts_alone else bits:
        yield (f"b{i:05}-{b}{ending}", "bit",
               data[:i] + bytes([data[i] ^ 1 << b]) + data[i + 1:])


def checked(table, files):
    """What `check` says of each of the files, many at a time."""
    said = {}
    files = list(files)
    for start in range(0, len(files), 100):
        folder = table.folder()
        some = files[start:start + 100]
        table.write(folder, {name: data for name, _, data in some})
        r = table.run(folder, "check", *(name for name, _, _ in some))
        table.check("status", r.status in (0, 1, 2), r.status)
        about = {name: "" for name, _, _ in some}
        last = ""
        for line in r.err.splitlines():
            m = re.match(r"([cb]\d+[-\d]*\.\w+): ?", line)
            last = m[1] if m else last
            if last in about:
                about[last] += line + "\n"
        said.update(about)
    return said


def look_over(table, good, ending, **more):
    chance = random.Random(12)
    files = list(damaged(table, good, ending, chance, **more))
    for (name, what, data), text in zip(files, checked(table, files).values()):
        whole = good.rstrip().encode() == data.rstrip()
        fine = placed(name, text) or not data.strip()
        if what == "cut" and ending == ".yaml" and "error[" not in text:
            fine = fine and (whole or "Y202" in text)
        table.check(f"{name}: refused at a place, or accepted and said to be "
                    "cut off", fine, text or "not a word")


@row("F12", "an interview cut off or damaged", "cut at 120 bytes, 120 bits "
     "turned", "no crash; each refusal names line and column; what is accepted "
     "without its end is said to be cut off", torture="every byte and bit")
def yaml_damaged(table):
    look_over(table, INTERVIEW, ".yaml")


@row("F13", "rules and layouts cut off or damaged", "as F12, on rules and a "
     "layout; every kind of value spoilt", "as F12; accepted only where iniparser "
     "reads the same", parts=("refusals.py",), torture="every byte, bit and key")
def ini_damaged(table):
    look_over(table, shipped("tests/cases/r-good/rules.ini"), ".ini")
    look_over(table, shipped("tests/cases/l-good/layout.ini"), ".ini")
    table.part("refusals.py", "1" if table.much else "20")


def refused_at_once(table, name, data, want):
    folder = table.folder()
    table.write(folder, {name: data})
    little = None if table.left_out("F14: in little memory") else limit(resource.RLIMIT_DATA, MEMORY)
    r = table.run(folder, "check", name, prepare=little)
    table.ends(name, r, 1, name, want)
    table.check(f"{name}: at once", r.seconds < AT_ONCE, r.seconds)


@row("F14", "very large input", "100 MB; lines of 100 MB; 1 MB of line ends, of "
     "keys, of commas, of one word", "refused by its size, or at its line; "
     "at once and in little memory")
def large(table):
    head = INTERVIEW.split("drie_woorden")[0]
    mega = 1 << 20
    size = "the file is larger than the limit"
    for name, data, want in (
            ("million.yaml", b"a: " + b"x" * (100 << 20), size),
            ("lines.yaml", b"\n" * (50 << 20), size),
            ("zeros.yaml", bytes(100 << 20), size),
            ("ends.yaml", head + "\n" * (mega - 2000) + "x: 1\n", "error["),
            ("keys.yaml", head + "".join(f"k{i}: 1\n" for i in range(90000)),
             "error["),
            ("commas.yaml", head + "sterk: [" + "," * (mega - 2000), "error["),
            ("word.yaml", head + "a: " + "x" * (mega - 2000), "error["),
            ("quote.yaml", head + 'wat_opvalt: "' + "x" * (mega - 2000),
             "error[")):
        refused_at_once(table, name, data, want)
    head = "[format]\nkind = rules\nversion = 1\nid = x\nlanguages = nl\n"
    for name, data, want in (
            ("million.ini", b"[a]\nb = " + b"x" * (100 << 20), size),
            ("ends.ini", head + "\n" * (mega - 2000) + "x = 1\n", "error["),
            ("keys.ini", head + "".join(f"k{i} = 1\n" for i in range(90000)),
             "error["),
            ("sections.ini", head + "".join(f"[scale.s{i}]\n"
                                            for i in range(60000)), "error["),
            ("line.ini", head + "title.nl = " + "x" * (mega - 2000), "error[")):
        refused_at_once(table, name, data, want)
    for name, data in (("commas.csv", "," * (mega - 10)),
                       ("rows.csv", "a,b,c\n" * (mega // 6)),
                       ("quote.csv", '"' + "x" * (mega - 10))):
        folder = table.folder()
        table.write(folder, {name: data, **ANNE})
        r = table.run(folder, "tally", name, "--key", "a.yaml")
        table.check(f"{name}: 1, at once", r.status == 1 and name in r.err and
                    r.seconds < AT_ONCE, r.status, r.seconds, r.err[:300])


@row("F15", "deep nesting", "100,000 levels of [, of {a:, of dashes, of blanks",
     "refused at level 32, with its place; at once", parts=("run.sh",))
def deep(table):
    table.cases("y-depth", "y-depth-block")
    head = INTERVIEW.split("drie_woorden")[0]
    n = 100000
    for name, data in (("flow", "x: " + "[" * n), ("map", "x: " + "{a: " * n),
                       ("dashes", "x:\n" + "- " * n),
                       ("closed", "x: " + "[" * n + "]" * n),
                       ("stairs", "".join(" " * i + "a:\n" for i in range(1200)))):
        refused_at_once(table, f"{name}.yaml", head + data, "Y116")


@row("F16", "aliases", "a bomb, an alias of itself, of nothing, anchors, merge "
     "keys, tags", "refused at the first & or *", parts=("run.sh",))
def aliases(table):
    table.cases("y-alias", "y-alias-bomb", "y-anchor", "y-merge", "y-tag",
                "r-alias")
    for name, data in (("self", "x: &a [*a]"), ("unknown", "x: *nothing"),
                       ("merge", "<<: *a"), ("key", "&a x: 1"),
                       ("bomb", "a: &a [x, x]\n" + "".join(
                           f"{chr(98 + i)}: &{chr(98 + i)} "
                           f"[*{chr(97 + i)}, *{chr(97 + i)}]\n"
                           for i in range(20)))):
        refused_at_once(table, f"{name}.yaml", INTERVIEW.replace(
            "...\n", data + "\n...\n"), "error[Y")


BYTES = {  # what no text holds: bytes, and whether YAML lets it pass
    "latin-1": b"\xe9", "overlong": b"\xc0\xaf", "surrogate": b"\xed\xa0\x80",
    "cut": b"\xe2\x82", "lone": b"\x80", "beyond": b"\xf4\x90\x80\x80",
    "fe": b"\xfe", "NUL": b"\0", "bell": b"\x07", "escape": b"\x1b",
    "delete": b"\x7f", "C1": b"\xc2\x9b", "fffe": b"\xef\xbf\xbe",
    "fdd0": b"\xef\xb7\x90", "1fffe": b"\xf0\x9f\xbf\xbe", "CR": b"a\rb",
}


@row("F17", "bytes that are no text", "Latin-1, overlong, surrogates, NUL, "
     "control characters, noncharacters, a lone CR, UTF-16, a byte order mark; "
     "in an interview, rules, a layout and a table",
     "one message with line and column; a byte order mark of UTF-8 passes",
     parts=("run.sh",))
def no_text(table):
    table.cases("y-not-utf8", "y-overlong", "y-surrogate", "y-nul", "y-control",
                "y-noncharacter", "y-lone-cr", "y-other-line-ends", "y-bom",
                "y-crlf", "y-utf16", "y-windows", "r-latin1", "r-nul",
                "r-control", "r-lone-cr", "r-bom-crlf", "f-tally-bytes",
                "f-tally-utf16", "f-tally-utf16-cut", "f-tally-control")
    texts = {".yaml": (INTERVIEW, "kwam bij"),
             ".ini": (shipped("tests/cases/r-good/rules.ini"), 'title.nl = "'),
             ".l.ini": (shipped("tests/cases/l-good/layout.ini"), "[format]"),
             ".csv": ("cursist,schaal,score\nAn,boosheid,2\n", "boos")}
    for ending, (text, at) in texts.items():
        line = text[:text.index(at)].count("\n") + 1
        for name, data in BYTES.items():
            folder = table.folder()
            file = "f" + ending
            table.write(folder, {file: text.encode().replace(
                at.encode(), at.encode() + data, 1), **ANNE})
            words = (("tally", file, "--key", "a.yaml") if ending == ".csv"
                     else ("check", file))
            r = table.run(folder, *words)
            table.ends(f"{name} in {ending}", r, 1, f"{file}:{line}:")
        for bom in (b"\xff\xfe", b"\xfe\xff"):
            folder = table.folder()
            coded = text.encode("utf-16-le" if bom[0] == 0xff else "utf-16-be")
            table.write(folder, {"f" + ending: bom + coded})
            if ending != ".csv":  # which may be UTF-16
                table.ends("UTF-16", table.run(folder, "check", "f" + ending), 1,
                           "UTF-8")


@row("F18", "characters that show nothing, turn the line, or have no glyph",
     "bidi controls, zero width, private use, emoji, combining, NFD, scripts "
     "without a font", "kept, or said with their line; never a box in silence",
     parts=("run.sh", "shown.py"))
def characters(table):
    table.cases("c-characters", "i-invisible", "i-script", "i-greek-cyrillic",
                "n-unicode", "y-escape", "y-escape-control")
    table.part("shown.py")
    for name, text, said in (
            ("NFD", "e\u0301e\u0301n cafe\u0301", ""), ("emoji", "\U0001f600", ""),
            ("private", "a\ue000b", "warning[T101]"),
            ("chinese", "\u4f60\u597d", "warning[T101]"), ("bidi", "a\u202eb", None),
            ("zero", "a\u200bb", None), ("combining", "a" + "\u0301" * 50, None),
            ("greek", "\u03b1\u03b2", "")):
        folder = table.folder()
        table.write(folder, {"a.yaml": ANNE["a.yaml"].replace(
            "juf Anne", f"juf Anne {text}")})
        r = table.run(folder, *HANDOUT)
        if said is None:
            table.check(f"{name}: made, or said at its line", r.status == 0 or
                        re.search(r"a\.yaml:\d+:\d+: error", r.err), r.err)
        else:
            table.ends(name, r, 0, *([f"a.yaml:7:", said] if said else []))
            table.check(f"{name}: not a word more", said or r.err == "", r.err)


@row("F19", "slips of those who type", "tabs, keys twice, a second document, # and "
     ": in a text, apostrophes, quotation marks", "each its own message, at its "
     "place", parts=("run.sh", "proposals.py"))
def slips(table):
    table.cases(*sorted(n for n in os.listdir(os.path.join(TOP, "tests", "cases"))
                        if n.startswith("y-")))
    table.part("proposals.py")


def anne_with(key, text):
    """The example, with a text in place of the answer to v05."""
    block = "\n".join("    " + line for line in text.split("\n"))
    return re.sub(rf"(?ms)^  {key}:.*?(?=^  \w|^\w)", f"  {key}: |\n{block}\n",
                  ANNE["a.yaml"], count=1)


@row("F20", "the most and one more", "a word of 60,000 letters, answers of 64 KB, "
     "empty ones, 60 moments, 30 readers, 5,000 quotes; names of 200 letters",
     "pages hold it (the program's own proof, E507), or it is refused at its line")
def most(table):
    head = ANNE["a.yaml"]
    reader = re.search(r"(?ms)^beoordelingen:\n(  - .*?)(?=^  - |^\w|^\.\.\.)", head)
    readers = "".join(re.sub(r"door: .*", f"door: lezer {i}", reader[1], count=1)
                      for i in range(30))
    sheets = {
        "word": anne_with("v05", "x" * 60000),
        "words": anne_with("v05", "woord " * 10900),
        "one more": anne_with("v05", "woord " * 11000),
        "lines": anne_with("v05", "ja\n" * 5000),
        "empty": anne_with("v05", ""),
        "name": head.replace("juf Anne", "juf " + "A" * 200),
        "names": head.replace("juf Anne", "juf " + "Anne " * 300),
        "readers": head.replace(reader[1], readers),
        "quotes": head.replace(reader[1], reader[1].replace(
            "bewijs:\n", "bewijs:\n" + "          - {bij: v04, citaat: de}\n" * 500,
            1)),
    }
    for name, text in sheets.items():
        folder = table.folder()
        table.write(folder, {"a.yaml": text})
        for layout in ("handout", "coach", "dossier"):
            r = table.run(folder, "render", "a.yaml", "-l", layout, "--force")
            table.check(f"{name} as {layout}: made, or refused at its line",
                        r.status == 0 or r.status == 1 and re.search(
                            r"(a\.yaml|\.ini):\d+:\d+: error", r.err),
                        r.status, r.err)
            table.check(f"{name} as {layout}: some seconds", r.seconds < 20,
                        r.seconds)


NUMBERS = ["1e400", "nan", "inf", "-0", "-inf", "NaN", "1e-400", "0x1p9",
           "99999999999999999999", "4294967296", "2147483648", "1,5", "1.2345",
           "+1", "--1", "١", "1 000", "."]


@row("F21", "numbers that are none, or beyond all bounds", "1e400, nan, inf, -0, "
     "hexadecimal, 10^20 as score, bound, size, length, count, SOURCE_DATE_EPOCH "
     "and -j", "refused at its line; nothing of it reaches a page")
def numbers(table):
    layout = shipped("tests/refusals.py").split("LAYOUT = '''")[1].split("'''")[0]
    rules = shipped("tests/refusals.py").split("RULES = '''")[1].split("'''")[0]
    places = [(layout, key) for key in ("margin.left = 22mm", "size = 10.5pt",
                                        "leading = 15pt", "widows = 2")]
    places += [(rules, key) for key in (
        "differ_from = 2", "low = from 1", "minutes = 5", "value = 3", "n = 120",
        "missing_at_most = 1", "priority = 2", "years = 2", "items = 4")]
    for text, key in places:
        line = text[:text.index(key)].count("\n") + 1
        for number in NUMBERS:
            new = re.sub(r"[\d.]+(?=(mm|pt)?$)", number, key)
            folder = table.folder()
            table.write(folder, {"f.ini": text.replace(key, new, 1)})
            r = table.run(folder, "check", "f.ini")
            # -0 is 0, which may be at fault elsewhere
            at = "" if number == "-0" else f"{line}:"
            table.ends(new, r, 1, f"f.ini:{at}")
    for number in NUMBERS:
        folder = table.folder()
        line = INTERVIEW[:INTERVIEW.index("score: 3")].count("\n") + 1
        table.write(folder, {"a.yaml": INTERVIEW.replace(
            "score: 3", f"score: {number}"), **{"b.yaml": ANNE["a.yaml"]}})
        table.ends(f"score {number}", table.run(folder, "check", "a.yaml"), 1,
                   f"a.yaml:{line}:")
        table.ends(f"-j {number}", table.run(
            folder, "render", "b.yaml", f"-j={number}"), 2)
        table.ends(f"--jobs={number}", table.run(
            folder, "render", "b.yaml", f"--jobs={number}"), 2, "jobs")
        table.ends(f"SOURCE_DATE_EPOCH={number}", table.run(
            folder, *("render", "b.yaml", "-l", "handout"),
            env={"SOURCE_DATE_EPOCH": number}) if not number.isdecimal() or
                   len(number) > 12 or not number.isascii() else table.run(
                       folder, "render", "b.yaml", "--jobs=x"), 2)
    table.check("no report", not any(
        n.endswith(".pdf") for n in read_folder(folder)))


@row("F33", "faults in rules", "bounds that do not rise, unknown scales and bands, "
     "prompts that cannot be reached, a language that is missing; several at once",
     "2 before any report; all of them, each at its line",
     parts=("run.sh",))
def rules_at_fault(table):
    table.cases(*sorted(n for n in os.listdir(os.path.join(TOP, "tests", "cases"))
                        if n.startswith("r-")))
    text = shipped("tests/refusals.py").split("RULES = '''")[1].split("'''")[0]
    for old, new in (("mid = from 3", "mid = from 0.5"),
                     ("for = scale base", "for = scale nowhere"),
                     ('en = "What do you notice?"\n', ""),
                     ("focus = base, anger", "focus = base, rage")):
        text = text.replace(old, new, 1)
    folder = table.folder()
    table.write(folder, {**ANNE, "r.ini": text})
    r = table.run(folder, *HANDOUT, "-r", "r.ini")
    table.check("several at once", r.status == 2 and len(set(
        re.findall(r"(?m)^r\.ini:\d+", r.err))) >= 4, r.status, r.err)
    table.check("no report", set(read_folder(folder)) == {"a.yaml", "r.ini"})
