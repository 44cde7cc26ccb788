#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""Interviews written anew: tests/tidy.py PROGRAM [CASES [SEED]].

Random interviews, with every key of `list keys`, keys of their own, comments
and texts of all kinds, are typed in a random style of YAML and go through
`tidy`.  A reader of its own, which knows no more YAML than `tidy` writes, must
find the same in what comes out, in the order of the tables; tidy must leave
that as it is, also when its keys went to the other language and back.  Of the
examples, with such texts in places, the program must read the same interview
before and after.  The last line counts.
"""
import glob
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ENV = {**os.environ, "LC_ALL": "C", "ASAN_OPTIONS": "detect_leaks=0"}
BATCH = 50
BLANKS = " \t\n\u00a0\u200d\ufeff\u2003"
NULLS = {"~", "null", "Null", "NULL"}
LANGS = ("nl", "en")
# Keys whose parts have names that no table knows: by their English name.
OWN = {"answers": "answer", "scores": "score", "prompts": "list",
       "means": "text", "questionnaires": "group", "items": "number",
       "marks": "number"}
SCALES = ("boosheid", "veilige_basis", "warmth", "s_1")
HARD = ["a", "Hij zei", " ", "  ", ": ", " #", "#", ":", "\n", "\n\n", "\n ",
        "\t", '"', "'", "\\", "---", "...", "- ", "-", "? ", "0123", "1.5",
        "ja", "no", "null", "~", "é", "🙂", "“", "[", "]", "{", "}", ",", "&",
        "*", "!", "|", ">", "%", "@", "`", "=", "<<", "\u00a0", "\u200d", "\ufeff", "\u2003",
        "12:30",
        "2026-01-13", "woord " * 15]


def run(program, *args, cwd=None):
    p = subprocess.run([program, *args], cwd=cwd, capture_output=True,
                       timeout=120, env=ENV, check=False)
    return p.returncode, p.stdout.decode(), p.stderr.decode()


# ------------------------------------------------------------ the tables


def tables(program):
    """[[both names, type, parts], ...] as `list keys` tells them."""
    lists = []
    for lang in LANGS:
        out = run(program, "list", "keys", "--lang", lang)[1]
        lists.append(out.split("\n\n")[1].splitlines())
    root = []
    stack = [(-1, root)]
    for nl, en in zip(*lists):
        depth = (len(nl) - len(nl.lstrip())) // 2
        entry = [(nl.split()[0], en.split()[0]), nl[35:48].strip(), []]
        while stack[-1][0] >= depth:
            stack.pop()
        stack[-1][1].append(entry)
        stack.append((depth, entry[2]))
    return root


# ---------------------------------------------------- what stands in a file
# A tree is a str, a list, or a dict; a comment's text is drawn when it is
# typed.


def hard_text(rng):
    s = "".join(rng.choice(HARD) for _ in range(rng.randrange(1, 9)))
    s = unicodedata.normalize("NFC", s).rstrip("\n")
    return s if s.strip(BLANKS) else "leeg"


def soft_text(rng):
    return " ".join(rng.choice(("rekenen", "Martijn", "weg", "met mij"))
                    for _ in range(rng.randrange(1, 20)))


def leaf(rng, kind, lang=0):
    draw = rng.random()
    if draw < 0.08:
        return ""
    if draw < 0.25 or kind in ("text", "line"):
        return hard_text(rng) if rng.random() < 0.6 else soft_text(rng)
    return {"number": str(rng.randrange(8)), "date": "2026-01-13",
            "yes/no": ("ja", "yes")[lang], "id": "plezier",
            "question": f"v{rng.randrange(1, 20):02d}",
            "word": ("hij", "he")[lang]}[kind]


def odd_tree(rng, depth=0):
    """What no table knows, or another kind of value than is due."""
    draw = rng.random()
    if draw < 0.5 or depth > 2:
        return leaf(rng, "text")
    if draw < 0.75:
        return [odd_tree(rng, depth + 1) for _ in range(rng.randrange(3))]
    return {odd_key(rng, i): odd_tree(rng, depth + 1)
            for i in range(rng.randrange(3))}


def odd_key(rng, i):
    if rng.random() < 0.6:
        return f"x_{i}"
    return f"x{i}" + hard_text(rng)


def record(rng, lang, fields, share):
    tree = {f[0][lang]: value(rng, lang, f) for f in fields
            if rng.random() < share}
    for i in range(rng.choice((0, 0, 0, 0, 1, 2))):
        tree[odd_key(rng, i)] = odd_tree(rng)
    keys = list(tree)
    rng.shuffle(keys)
    return {k: tree[k] for k in keys}


def value(rng, lang, field):
    names, kind, parts = field
    own = OWN.get(names[1])
    if rng.random() < 0.03:
        return odd_tree(rng)
    if own == "answer":
        return {f"v{n:02d}": leaf(rng, "text") if rng.random() < 0.5
                else record(rng, lang, parts, 0.5)
                for n in rng.sample(range(1, 30), rng.randrange(6))}
    if own is not None:
        keys = rng.sample(SCALES, rng.randrange(1, 4))
        if names[1] == "items":
            keys = [str(n) for n in rng.sample(range(1, 60), 25)]
        return {k: record(rng, lang, parts, 0.7) if parts
                else [leaf(rng, "text") for _ in range(2)] if own == "list"
                else leaf(rng, "text" if own == "text" else "number")
                for k in keys}
    if kind == "group":
        return record(rng, lang, parts, 0.7)
    if kind in ("list", "questions"):
        item = "question" if kind == "questions" else "line"
        return [record(rng, lang, parts, 0.7) if parts else leaf(rng, item)
                for _ in range(rng.choice((0, 1, 1, 2, 2, 3, 25)))]
    return leaf(rng, kind, lang)


def interview(rng, lang, fields):
    tree = record(rng, lang, fields, rng.choice((0.2, 0.6, 1)))
    key = fields[0][0][lang]
    tree.pop(key, None)
    items = list(tree.items())
    items.insert(rng.choice((0, 0, len(items))), (key, "interview/1"))
    return dict(items)


# ------------------------------------------------- typed in a style of YAML


class Typist:
    def __init__(self, rng):
        self.rng = rng
        self.lines = []
        self.comments = []
        self.talkative = rng.choice((0, 0.05, 0.3))

    def comment(self, depth):
        while self.rng.random() < self.talkative:
            text = f"# {len(self.comments)} {soft_text(self.rng)}: x"
            self.comments.append(text)
            self.lines.append("  " * depth + text)

    def behind(self):
        if self.rng.random() < self.talkative:
            text = f"# {len(self.comments)} behind"
            self.comments.append(text)
            return "  " + text
        return ""

    def scalar(self, s):
        styles = ["double"]
        if re.fullmatch(r"[A-Za-z](\w| \w)*", s) and s not in NULLS:
            styles.append("plain")
        if s and "\n" not in s and "\t" not in s:
            styles.append("single")
        if self.rng.choice(styles) == "plain":
            return s
        if "single" in styles and self.rng.random() < 0.3:
            return "'" + s.replace("'", "''") + "'"
        return json.dumps(s, ensure_ascii=False)

    def flow(self, tree):
        if isinstance(tree, str):
            return self.scalar(tree)
        if isinstance(tree, list):
            return "[" + ", ".join(map(self.flow, tree)) + "]"
        return "{" + ", ".join(self.scalar(k) + ": " + self.flow(v)
                               for k, v in tree.items()) + "}"

    def value(self, head, tree, depth):
        if tree == "":
            self.lines.append(head + self.rng.choice(("", " ", " ~", ' ""')) +
                              self.behind())
        elif isinstance(tree, str):
            lines = tree.split("\n")
            if ("\t" not in tree and lines[0].strip() and
                    lines[0][0] != " " and self.rng.random() < 0.5):
                self.lines.append(head + " |" + self.behind())
                self.lines += ["  " * depth + x if x else "" for x in lines]
            else:
                self.lines.append(f"{head} {self.scalar(tree)}{self.behind()}")
        elif not tree or self.rng.random() < 0.15:
            self.lines.append(f"{head} {self.flow(tree)}{self.behind()}")
        else:
            self.lines.append(head + self.behind())
            self.block(tree, depth)

    def block(self, tree, depth):
        items = (tree.items() if isinstance(tree, dict)
                 else ((None, x) for x in tree))
        for key, item in items:
            self.comment(depth)
            head = "-" if key is None else self.scalar(key) + ":"
            if len(head) > 900:
                head = f"? {self.scalar(key)}\n{'  ' * depth}:"
            self.value("  " * depth + head, item, depth + 1)


def typed(rng, tree):
    """The file, and the comments in it."""
    if rng.random() < 0.2:
        return json.dumps(tree, ensure_ascii=False) + "\n...\n", []
    t = Typist(rng)
    t.block(tree, 0)
    t.comment(0)
    t.lines.append("...")
    t.comment(0)
    end = rng.choice(("\n", "\n", "\r\n"))
    return "\n".join(t.lines).replace("\n", end) + end, t.comments


# --------------------------------------------- what must come out, in order


def empty(tree):
    if isinstance(tree, str):
        return tree.strip(BLANKS) == ""
    if isinstance(tree, list):
        return bool(tree) and all(map(empty, tree))
    return all(map(empty, tree.values()))


def has_keys(tree):
    if isinstance(tree, dict):
        return bool(tree)
    return isinstance(tree, list) and any(map(has_keys, tree))


def plain(tree):
    """What no table knows is kept with all that is empty in it."""
    if isinstance(tree, str):
        return "" if empty(tree) else tree
    if isinstance(tree, list):
        return [plain(x) for x in tree]
    return [(k, plain(v)) for k, v in tree.items()] or {}


def expect_record(tree, lang, fields):
    if not isinstance(tree, dict):
        return plain(tree)
    out = []
    for field in fields:
        if field[0][lang] in tree:
            got = expect(tree[field[0][lang]], lang, field)
            if got is not None:
                out.append((field[0][lang], got))
    known = {f[0][lang] for f in fields}
    out += [(k, plain(v)) for k, v in tree.items() if k not in known]
    return out or None


def some(items):
    out = [x for x in items if x is not None]
    return out or None


def expect_part(tree, lang, field):
    """A part of a list, or of a group whose names no table knows."""
    if empty(tree) and not has_keys(tree):
        return None
    own, parts = OWN.get(field[0][1]), field[2]
    if isinstance(tree, dict) and parts:
        return expect_record(tree, lang, parts)
    if isinstance(tree, list) and own == "list" and tree:
        return some(None if empty(x) and not has_keys(x) else plain(x)
                    for x in tree)
    return plain(tree)


def expect(tree, lang, field):
    """None where nothing is printed."""
    names, kind, parts = field
    if empty(tree) and not has_keys(tree):
        return None
    if isinstance(tree, dict) and names[1] in OWN:
        out = [(k, expect_part(v, lang, field)) for k, v in tree.items()]
        return [x for x in out if x[1] is not None] or None
    if isinstance(tree, dict) and kind == "group":
        return expect_record(tree, lang, parts)
    if isinstance(tree, list) and tree and kind in ("list", "questions"):
        return some(expect_part(x, lang, field) for x in tree)
    return plain(tree)


# ----------------------------------------------- a reader of what is written


class Reader:
    """Maps come as lists of pairs."""

    def __init__(self, text):
        self.lines = text.split("\n")
        assert self.lines[-2:] == ["...", ""], "no end"
        self.lines = self.lines[:-2]
        self.i = 0
        self.comments = []

    def skip(self):
        while self.i < len(self.lines):
            line = self.lines[self.i].strip()
            if line.startswith("#"):
                self.comments.append(line)
            elif line:
                return len(self.lines[self.i]) - len(
                    self.lines[self.i].lstrip(" "))
            self.i += 1
        return -1

    def quoted(self, s):
        m = re.match(r'"((?:[^"\\]|\\.)*)"', s)
        text = re.sub(
            r"\\(?:u([0-9A-F]{4})|U([0-9A-F]{8})|(.))",
            lambda e: {"n": "\n", "t": "\t"}.get(e.group(3), e.group(3))
            or chr(int(e.group(1) or e.group(2), 16)), m.group(1))
        return text, s[m.end():]

    def key(self, s):
        if s.startswith('"'):
            text, rest = self.quoted(s)
        else:
            text, colon, rest = s.partition(":")
            rest = colon + rest
        assert rest.startswith(":") and rest[1:2] in ("", " "), s
        return text, rest[2:]

    def flow(self, s):
        """The value at the beginning of s, and what stands behind it."""
        if s[0] == '"':
            return self.quoted(s)
        if s[0] not in "[{":
            m = re.match(r"[^,\[\]{}]*", s)
            return m.group(0), s[m.end():]
        close, out = {"[": "]", "{": "}"}[s[0]], []
        fields, s = s[0] == "{", s[1:]
        while not s.startswith(close):
            s = s.lstrip(", \n")
            if fields:
                text, s = (self.quoted(s) if s[0] == '"' else
                           s.split(":", 1)[0::1] if False else
                           (s[:s.index(":")], s[s.index(":"):]))
                assert s.startswith(": ")
                item, s = self.flow(s[2:])
                out.append((text, item))
            else:
                item, s = self.flow(s)
                out.append(item)
        return (out or ({} if fields else [])), s[1:]

    def block(self, indent):
        out = []
        while self.i < len(self.lines):
            line = self.lines[self.i]
            if line.strip(" ") and not line.startswith(" " * indent):
                break
            out.append(line[indent:])
            self.i += 1
        return "\n".join(out).rstrip("\n")

    def value(self, rest, indent):
        """`rest` stands behind a key or dash that begins at `indent`."""
        self.i += 1
        if rest in ("|", "|2"):
            return self.block(indent + 2)
        if rest.startswith(("[", "{")):
            while rest.endswith(","):
                rest += "\n" + self.lines[self.i].strip()
                self.i += 1
            got, left = self.flow(rest)
            assert left == "", left
            return got
        if rest.startswith('"'):
            got, left = self.quoted(rest)
            assert left == "", left
            return got
        if rest:
            assert rest not in NULLS, rest
            return rest
        below = self.skip()
        return self.node(below) if below > indent else ""

    def node(self, indent):
        out = []
        while self.skip() == indent:
            line = self.lines[self.i][indent:]
            if line == "-" or line.startswith("- "):
                rest = line[2:]
                if re.match(r'(-( |$)|\? |("(?:[^"\\]|\\.)*"|[^"\[{|][^:]*):( |$))',
                            rest):
                    self.lines[self.i] = " " * (indent + 2) + rest
                    out.append(self.node(indent + 2))
                else:
                    out.append(self.value(rest, indent))
            elif line.startswith("? "):
                key = self.quoted(line[2:])[0]
                self.i += 1
                rest = self.lines[self.i][indent:]
                assert rest.startswith(":"), rest
                out.append((key, self.value(rest[2:], indent)))
            else:
                key, rest = self.key(line)
                out.append((key, self.value(rest, indent)))
        return out


# ------------------------------------------------------------------ the test


def differs(want, got, way="file"):
    """Where two ordered trees part; None: nowhere."""
    if isinstance(want, list) and isinstance(got, list):
        for i, (w, g) in enumerate(zip(want, got)):
            if isinstance(w, tuple) and isinstance(g, tuple):
                if w[0] != g[0]:
                    return f"{way}: key {w[0]!r}, not {g[0]!r}"
                w, g, step = w[1], g[1], w[0]
            else:
                step = i
            wrong = differs(w, g, f"{way}/{step}")
            if wrong:
                return wrong
        if len(want) == len(got):
            return None
    return None if want == got else f"{way}: {want!r} became {got!r}"


class Case:
    def __init__(self, seed, fields, folder):
        rng = random.Random(seed)
        self.seed = seed
        self.lang = rng.randrange(2)
        self.tree = interview(rng, self.lang, fields)
        self.text, self.comments = typed(rng, self.tree)
        self.path = os.path.join(folder, f"{seed}.yaml")
        self.fields = fields

    def write(self):
        with open(self.path, "w", encoding="utf-8", newline="") as f:
            f.write(self.text)

    def read(self):
        with open(self.path, encoding="utf-8", newline="") as f:
            return f.read()

    def judge(self, out):
        reader = Reader(out)
        reader.skip()
        wrong = differs(expect_record(self.tree, self.lang, self.fields),
                        reader.node(0))
        if wrong:
            return wrong
        reader.skip()
        own = [c for c in reader.comments if re.match(r"# \d", c)]
        if sorted(own) != sorted(self.comments):
            return f"comments {set(self.comments) ^ set(own)}"
        return None


def as_dict(tree):
    """What Reader reads, as what Typist types."""
    if isinstance(tree, list) and tree and isinstance(tree[0], tuple):
        return {k: as_dict(v) for k, v in tree}
    return [as_dict(x) for x in tree] if isinstance(tree, list) else tree


def texts_of(fields, lang, kind):
    """Names of keys that hold values of that kind."""
    names = set()
    for name, sort, parts in fields:
        if sort == kind:
            names.add(name[lang])
        names |= texts_of(parts, lang, kind)
    return names


def reworded(rng, tree, texts, lines):
    """A copy with other texts here and there."""
    if isinstance(tree, list):
        return [reworded(rng, x, texts, lines) for x in tree]
    if not isinstance(tree, dict):
        return tree
    out = {}
    for key, old in tree.items():
        out[key] = reworded(rng, old, texts, lines)
        if isinstance(old, str) and rng.random() < 0.4:
            if key in lines:
                out[key] = hard_text(rng).replace("\n", " ")
            elif key in texts or re.fullmatch(r"v\d\d", key):
                out[key] = hard_text(rng)
    return out


def dumped(program, path, text):
    with open(path, "w", encoding="utf-8", newline="") as f:
        f.write(text)
    status, out, err = run(program, "render", path, "--dump", "interview",
                           "--diagnostics", "json")
    codes = (json.loads(line)["code"] for line in err.splitlines())
    return status, out, sorted(c for c in codes if c[:2] != "Y2" and c != "I414")


def reads_the_same(program, folder, fields, path, seed):
    """An example whose texts are others, before and after."""
    rng = random.Random(seed)
    tree = Reader(run(program, "tidy", path)[1]).node(0)
    lang = 0 if tree[0][0] == "formaat" else 1
    tree = as_dict(tree)
    if rng.random() < 0.9:
        texts = texts_of(fields, lang, "text")
        tree = reworded(rng, tree, texts - {"formaat", "format", "score"},
                        {"titel", "title", "oefening", "exercise"})
    text, _ = typed(rng, tree)
    path = os.path.join(folder, "dump.yaml")
    before = dumped(program, path, text)
    status, out, err = run(program, "tidy", path)
    if status != 0:
        return err[:500]
    after = dumped(program, path, out)
    if before[0] != 0 and "I316" not in before[2]:  # a line like the template's
        return f"the example cannot be read: {before[2]}"
    return None if before == after else "the program reads another interview"


def bare(text):
    """Without the language of the report, which is told where keys change, and
    without comments, which may stand above a whole list."""
    return [x for x in text.split("\n") if x.strip() and not re.match(
        r" *#|(taal|language):", x)]


def batch(program, folder, cases):
    """Judges cases; yields what is wrong with each, or None."""
    paths = [c.path for c in cases]
    for case in cases:
        case.write()
    status, _, err = run(program, "tidy", "--write", *paths)
    once = [c.read() for c in cases]
    verdicts = [c.judge(t) for c, t in zip(cases, once)]
    if status != 0:
        verdicts[0] = f"status {status}: {err[:500]}"
    run(program, "tidy", "--write", *paths)
    for i, case in enumerate(cases):
        if case.read() != once[i]:
            verdicts[i] = verdicts[i] or "it is not left as it is"
    # To the other language and back, where that can be.
    for lang in (1, 0):
        here = [c for c in cases if c.lang != lang]
        run(program, "tidy", "--write", "--lang", LANGS[lang],
            *[c.path for c in here])
        there = {c.seed: c.read() for c in here}
        run(program, "tidy", "--write", "--lang", LANGS[1 - lang],
            *[c.path for c in here])
        for case in here:
            i = cases.index(case)
            if there[case.seed] == once[i]:
                continue  # refused
            back, want = bare(case.read()), bare(once[i])
            if back != want and not verdicts[i]:
                verdicts[i] = "it comes back another way"
    return verdicts


def main():
    program = os.path.abspath(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    first = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    fields = tables(program)
    examples = sorted(glob.glob(os.path.join(TOP, "examples", "*.yaml")))
    passed = failed = 0
    with tempfile.TemporaryDirectory(prefix="tidy-") as folder:
        for path in glob.glob(os.path.join(TOP, "examples", "*.ini")):
            shutil.copy(path, folder)
        for begin in range(first, first + count, BATCH):
            cases = [Case(seed, fields, folder) for seed in
                     range(begin, min(begin + BATCH, first + count))]
            for case, wrong in zip(cases, batch(program, folder, cases)):
                passed += wrong is None
                if wrong:
                    failed += 1
                    print(f"tidy: seed {case.seed}: {wrong[:1500]}")
        for seed in range(first, first + count // 5):
            wrong = reads_the_same(program, folder, fields,
                                   examples[seed % len(examples)], seed)
            passed += wrong is None
            if wrong:
                failed += 1
                print(f"tidy: example, seed {seed}: {wrong[:1500]}")
    print(f"tidy: {passed} passed, {failed} failed")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
