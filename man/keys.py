#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""The keys in relatieprofiel-formats(5): man/keys.py PROGRAM [--check].

Writes the part of the page between two marks from the program's own tables
(its hidden verb `keys`), with an example of each key out of the shipped files.
With --check nothing is written; exit status 1 where the page says otherwise.
"""
import glob
import os
import re
import subprocess
import sys
import textwrap

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PAGE = TOP + "/man/relatieprofiel-formats.5"
BEGIN = '.\\" The keys: written by make man from the tables of the program.\n'
END = '.\\" The end of the keys.\n'
EXAMPLE_MAX = 60

# Values that no shipped file has in one line.
INTERVIEW = {
    "formaat": "interview/1", "antwoorden": "{v04: Hij lachte.}",
    "scores": "{boosheid: {score: 3}}", "tekens": "{veilige_basis: 4}",
    "aanzetten": "{boosheid: [Wanneer word je boos?]}",
    "betekent": "{boosheid: Soms kookt het even.}",
    "vragenlijsten": "{own: {items: {1: 4}}}", "scores of subscales":
    "{closeness: 3.5}", "vastgesteld scores": "{boosheid: 3}",
}
BY_TYPE = {
    "date": "2026-01-13", "question": "v04", "list of questions": "[v04, v07]",
    "yes or no": "ja", "text": "Hij lachte.", "one line": "Anne",
    "list of texts": "[Yusuf, Noor]", "id": "boosheid",
    "number per scale": "{boosheid: 3}", "whole number": "38",
    "number per subscale": "{closeness: 3.5}",
}
INI_BY_TYPE = {
    "text per language": '"..."', "texts per language, by number": '"..."',
    "yes or no": "yes", "one line": "VB", "list of texts": "een, twee",
}


def read(*patterns):
    out = []
    for pattern in patterns:
        for path in sorted(glob.glob(f"{TOP}/{pattern}")):
            with open(path, encoding="utf-8") as f:
                out.append(f.read())
    return out


def short(value):
    """A value of one line; a long text ends behind a sentence or a word."""
    value = value.strip()
    if len(value) <= EXAMPLE_MAX:
        return value
    quote = '"' if value.startswith('"') else ""
    cut = value[:EXAMPLE_MAX]
    stop = cut.rfind(". ")
    return cut[:stop + 1] + quote if stop > 10 else \
        cut[:cut.rfind(" ")] + " ..." + quote


class Examples:
    """Looks up what the shipped files write behind a key."""

    def __init__(self):
        self.interviews = read("examples/*.yaml")
        self.rules = read("rules/*.ini", "examples/*.ini")
        self.layouts = read("layouts/*.ini")

    def interview(self, top, key):
        for text in self.interviews:
            chunk = re.search(rf"(?m)^{top}:.*\n(?:(?!\w).*\n)*", text)
            if not chunk:
                continue
            for m in re.finditer(rf"(?<!\w){key}: *([^\n]*)", chunk.group(0)):
                value = m.group(1)
                if value.startswith("|"):
                    return None
                if value[:1] not in ("[", '"', "{"):
                    value = re.split(r"[,}] ?", value)[0]
                elif value[0] == "[":
                    value = value[:value.index("]") + 1] if "]" in value else ""
                elif value[0] == '"':
                    value = value[:value.index('"', 1) + 1]
                else:
                    value = ""
                if value.strip() and "#" not in value:
                    return value
        return None

    @staticmethod
    def ini(texts, section, key):
        for text in texts:
            for s in re.findall(rf"(?m)^\[{section}\]\n(?:(?!\[).*\n)*", text):
                m = re.search(rf"(?m)^{key}(\.nl)?(\.1)? = (.*)$", s)
                if m:
                    return f"{key}{m.group(1) or ''}{m.group(2) or ''}" \
                        f" = {short(m.group(3))}"
        return None

    def block(self, kind, key):
        for text in self.layouts:
            for s in re.findall(r"(?m)^\[block\.\w+\]\n(?:(?!\[).*\n)*", text):
                m = re.search(rf"(?m)^{key}(\.nl)?(\.1)? = (.*)$", s)
                if m and re.search(rf"(?m)^kind = {kind or '.*'}$", s):
                    return f"{key}{m.group(1) or ''}{m.group(2) or ''}" \
                        f" = {short(m.group(3))}"
        return None


def example_yaml(found, top, row):
    """KEY: VALUE, in Dutch; groups show their keys below."""
    key, kind, words = row["nl"], row["type"], row["range"]
    if kind in ("group", "list of groups"):
        return None
    value = INTERVIEW.get(key if key != "scores" or top == "beoordelingen"
                          else "", None) or found.interview(top, key)
    if key == "taal" and row["depth"] > 0:
        value = "tr"
    if not value and words and kind == "word":
        value = words.split(",")[0].split(" (")[0]
    return f"{key}: {short(value or BY_TYPE.get(kind, ''))}"


def example_ini(found, row):
    """KEY = VALUE."""
    section = re.sub(r"\\\.Q?ID", r"\\.[\\w.]+", re.escape(
        row["section"].split("]")[0][1:]))
    key = row["en"]
    if row["section"].endswith("BAND"):
        key = "low." + key if key else "low"
        section = r"bands\.\w+"
    elif key == "BAND":
        return "low = from 1"
    texts = found.rules if row["file"] == "rules" else found.layouts
    value = found.ini(texts, section, re.escape(key).replace(r"\.", "."))
    if value:
        return value
    default, words = row["default"], row["range"]
    plain = default if default != "required" else ""
    if row["type"] == "yes or no":
        plain = "yes" if plain == "no" else "no" if plain else "yes"
    elif words and row["type"] == "word":
        plain = words.split(", ")[-1]
    elif row["type"] in ("whole number", "number", "length"):
        plain = plain or words.split(" to ")[0]
    if key == "include":
        plain = "handout"
    plain = plain or INI_BY_TYPE.get(row["type"], "")
    if not plain and row["type"] == "text":
        plain = re.sub(r".*(: |always )", "", row["help"])
    language = ".nl" if "per language" in row["type"] else ""
    return f"{key}{language} = {plain}"


def example_block(found, row):
    if found.block(row["section"], row["en"]):
        return found.block(row["section"], row["en"])
    kind, default = row["type"], row["default"]
    if kind == "text per language":
        return f'{row["en"]}.en = "{short(default)}"' if default else \
            f'{row["en"]}.en = "..."'
    if kind == "yes or no":
        return f"{row['en']} = {'no' if default == 'yes' else 'yes'}"
    if kind == "whole number":
        low, high = row["range"].split(" to ")
        return f"{row['en']} = {high if default == low else low}"
    if kind in ("word", "words") and row["range"]:
        return f"{row['en']} = {row['range'].split(', ')[-1]}"
    return f"{row['en']} = {default.replace(' ', ', ') or 'teacher'}"


def literal(text):
    """Text in a macro's argument or a line: no quote, backslash or control."""
    return text.replace("\\", "\\e").replace('"', "\\(dq").replace(
        "'", "\\(aq").replace("`", "\\(ga")


def line(text):
    """Lines of text, each sentence on its own, as mandoc asks."""
    out = []
    for sentence in re.split(r"(?<=[.?!]) ", literal(text)):
        out += textwrap.wrap(sentence, 76, break_long_words=False,
                             break_on_hyphens=False)
    return "\n".join(("\\&" if s[:1] in ".'" else "") + s for s in out)


def words(text):
    """An argument of a macro, whatever is in it."""
    return '"' + literal(text).replace(" ", "\\ ") + (
        "\\&" if text[-1:] in ".,:;?!)]" else "") + '"'


def put(row, example):
    """An item: names, type, range, default, what it is for, an example."""
    names = [row["nl"]] if row["nl"] == row["en"] else [row["nl"], row["en"]]
    out = ".It Ic " + " , ".join(names or ["(itself)"]) + "\n"
    facts = row["type"]
    if row["range"]:
        facts += (": " if row["type"].startswith("word") else ", ") + \
            row["range"]
    if row["default"] == "required":
        facts += "; required"
    elif row["default"]:
        facts += f'; default {row["default"]}'
    out += line(facts) + ".\n"
    if row["help"]:
        text = row["help"][0].upper() + row["help"][1:]
        out += line(text) + ("" if text.endswith(".") else ".") + "\n"
    if example:
        out += "Example:\n.Ql " + words(example) + "\n"
    return out


LIST = ".Bl -tag -width Ds -compact\n"


def interview_part(rows, found):
    out, depth, top = ".Ss Keys of an interview\n", -1, ""
    for row in rows:
        if row["depth"] == 0:
            top = row["nl"]
        while depth >= 0 and depth > row["depth"]:
            out += ".El\n"
            depth -= 1
        if row["depth"] > depth:
            out += LIST
            depth = row["depth"]
        out += put(row, example_yaml(found, top, row))
    return out + ".El\n" * (depth + 1)


def ini_part(title, rows, found):
    out, section = f".Ss {title}\n", None
    for row in rows:
        if row["section"] != section:
            out += "" if section is None else ".El\n.Pp\n"
            section = row["section"]
            out += ".Sy " + words(section) + "\n" + LIST
        if not row["en"]:
            row = dict(row, nl="BAND", en="")
        elif section.endswith("BAND"):
            row = dict(row, nl="BAND." + row["nl"])
            put_row = dict(row, en=row["nl"])
            out += put(put_row, example_ini(found, row))
            continue
        shown = dict(row, en=row["nl"])
        out += put(shown, example_ini(found, row))
    return out + ".El\n"


def block_part(rows, found):
    out, open_list = ".Ss Keys of blocks\nEvery block has:\n", False
    for row in rows:
        if row["depth"] == -1:
            out += ".El\n" if open_list else ""
            out += ".Pp\n.Sy " + words(row["section"]) + " :\n" + \
                line(row["help"]) + ".\n"
            open_list = False
            continue
        if not open_list:
            out += LIST
            open_list = True
        out += put(row, example_block(found, row))
    return out + (".El\n" if open_list else "")


def part(program):
    """What stands between the marks."""
    names = ("file", "section", "depth", "nl", "en", "type", "range",
             "default", "help")
    text = subprocess.run([program, "keys"], capture_output=True, text=True,
                          check=True).stdout
    rows = [dict(zip(names, r.split("\t"))) for r in text.splitlines()]
    for row in rows:
        row["depth"] = int(row["depth"])
    of = {f: [r for r in rows if r["file"] == f]
          for f in ("interview", "rules", "layout", "block")}
    found = Examples()
    return ".Sh KEYS\nWhere no default is named, nothing stands there by " \
        "default.\n" + interview_part(of["interview"], found) + ini_part(
            "Keys of rules", of["rules"], found) + ini_part(
            "Keys of a layout", of["layout"], found) + block_part(
            of["block"], found)


def main():
    with open(PAGE, encoding="utf-8") as f:
        old = f.read()
    head, rest = old.split(BEGIN)
    new = head + BEGIN + part(os.path.realpath(sys.argv[1])) + END + \
        rest.split(END)[1]
    if sys.argv[2:] != ["--check"]:
        with open(PAGE, "w", encoding="utf-8") as f:
            f.write(new)
        return False
    return new != old


if __name__ == "__main__":
    sys.exit(main())
