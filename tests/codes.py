#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""One code, one meaning: tests/codes.py PROGRAM.

A code of messages is said in one source only, where its messages are variants
of one fault.  Those below are said where the same fault is met in two places.
And the Dutch of messages holds no English words.  The last line counts.
"""
import glob
import os
import re
import sys

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

# What is the same fault in several sources.
SHARED = {
    "C102": "a block that is left out", "E100": "a fault of no file",
    "F101": "a file that cannot be opened", "F102": "a file of another kind",
    "F104": "a file that cannot be read",
    "F105": "the program's own files",
    "N101": "a file that is not read", "N105": "a part without a place",
    "N111": "what is left out",
    "P104": "a picture that is damaged, of each kind",
    "R104": "a control character", "R252": "a key that is missing",
    "R258": "a part that stands there twice",
    "R325": "an id that there is not",
    "Y202": "a file that may be cut off, also when it is written",
    "I102": "a key of the other language, when read and when written",
    "I104": "a value of another kind",
    "I106": "too few or too many parts",
    "I107": "no interview, when read and when written anew",
    "I108": "another format", "I205": "a number, and one that can be mended",
    "R126": "a placeholder", "R127": "a placeholder",
    "Y125": "what looks like a blank, in a key and elsewhere",
    "Y124": "no blank behind a colon, of a key and within brackets",
    "Y122": "an escape that is none, or makes what no text holds",
    "Y105": "a tab, before and while reading",
    "Y115": "more than one document",
}
CODE = re.compile(r'"([A-Z]\d{3})"')

# English words that no Dutch word is spelled as.
ENGLISH = set("""the and or not is this that with from file line text word key
    must be a an to of which what where there has have read write written open
    cannot unknown missing outside stands here number name names value
    """.split()) - {"of", "is", "be", "word", "open", "a", "an", "line", "key",
                    "name"}


def codes():
    where = {}
    for path in sorted(glob.glob(os.path.join(TOP, "src", "**", "*.c"),
                                 recursive=True)):
        with open(path, encoding="utf-8") as f:
            text = f.read()
        for code in CODE.findall(text):
            where.setdefault(code, set()).add(os.path.relpath(path, TOP))
    return where


def unquote(lines):
    return "".join(re.findall(r'"(.*)"', lines))


def dutch():
    with open(os.path.join(TOP, "po", "nl.po"), encoding="utf-8") as f:
        entries = f.read().split("\n\n")
    for entry in entries:
        m = re.search(r"^msgid (.*?)^msgstr (.*)", entry, re.S | re.M)
        if m and not entry.lstrip().startswith("#~"):
            yield unquote(m.group(1)), unquote(m.group(2))


def english_in(text):
    """Words of commands, options and what is quoted are no language, and what
    is written in rules is English."""
    if text.startswith("schrijf"):
        text = text.split(":")[0]
    text = re.sub(r'\\"[^"]*\\"|`[^`]*`|--?[a-z][a-z-]*|%[-+0-9.]*[a-z]+',
                  " ", text)
    return [w for w in re.findall(r"[a-z]+", text) if w in ENGLISH]


def main():
    passed = failed = 0
    for code, files in sorted(codes().items()):
        wrong = len(files) > 1 and code not in SHARED
        passed += not wrong
        failed += wrong
        if wrong:
            print(f"{code}: said in {', '.join(sorted(files))}")
    for english, text in dutch():
        if english == "":
            continue
        words = english_in(text)
        wrong = bool(words) or (text == english and
                                bool(english_in(english)))
        passed += not wrong
        failed += wrong
        if wrong:
            print(f"po/nl.po: {words} in {text!r}")
    print(f"codes: {passed} passed, {failed} failed")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
