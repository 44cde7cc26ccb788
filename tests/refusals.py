#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""Files with one fault each: tests/refusals.py PROGRAM [N].

A good rules file with every kind of section and key, and a good layout, are
changed in one place at a time: `check` must refuse each, with an error on the
line that is wrong (or on the section's, where something is absent).  With N
only every Nth is tried.  What slips through is shown; the last line counts.
"""
import os
import re
import subprocess
import sys
import tempfile

RULES = '''[format]
kind = rules
version = 1
id = faults
languages = nl, en
edition = "1.0"
range = 1..7
bands = heard
title.nl = "Titel"
title.en = "Title"
note.nl = "Noot."
note.en = "Note."
caution.nl.1 = "Let op."
caution.nl.2 = "En dit."
caution.en = "Mind."

[words]
address.nl = u
child.nl = "kind"
child.en = "child"
teacher.nl = "leerkracht"
teacher.en = "teacher"
coach.nl = "coach"
coach.en = "coach"

[readers]
settle = agreed, median
differ_from = 2
half_points = no

[question.v01]
kind = words
title.nl = "Drie woorden"
title.en = "Three words"
text.nl = "Welke woorden?"
text.en = "Which words?"

[question.v02]
kind = word
word = 1
title.nl = "Eerste woord"
title.en = "First word"
text.nl = "{Word}: welk moment?"
text.en = "{Word}: which moment?"
full.nl = "Vertel over {word}."
full.en = "Tell about {word}."
probes.nl.1 = "Hoe dan?"
probes.nl.2 = "En toen?"
probes.en.1 = "How?"
probes.en.2 = "And then?"

[group.practice]
also = handelen, doen
mark = circle
colour = blue
show = teacher, coach
title.nl = "Handelen"
title.en = "Practice"
intro.nl = "Wat je doet."
intro.en = "What you do."

[scale.base]
also = basis
code = "H1"
group = practice
range = 1..7
bands = heard
favours = high
show = teacher
title.nl = "Basis"
title.en = "Base"
about.nl = "{Kind} kan bij je terecht."
about.en = "{Child} can turn to you."
means.low.nl = "Weinig."
means.low.en = "Little."
anchor.low.nl = "Let op steun."
anchor.low.en = "Listen for support."

[scale.anger]
group = practice
title.nl = "Boosheid"
title.en = "Anger"

[bands.heard]
low = from 1
mid = from 3
high = from 6
low.nl = "weinig te horen"
low.en = "little heard"
low.short.nl = "weinig"
low.short.en = "little"
low.about.nl = "Bijna niet."
low.about.en = "Hardly."
mid.nl = "soms te horen"
mid.en = "sometimes heard"
high.nl = "veel te horen"
high.en = "often heard"

[feeling.joy]
also = plezier
tone = light
title.nl = "Plezier"
title.en = "Joy"

[prompt.base_low]
for = scale base
when.1 = base is low
when.2 = anger >= 3
any.1 = anger differs
any.2 = base missing
priority = 2
nl = "Wat merk je aan {hem}?"
en = "What do you notice?"

[prompt.group_any]
for = group practice
nl.1 = "Eerste deel"
nl.2 = "en de rest?"
en = "All of it?"

[prompt.phase_any]
for = phase arrive
nl = "Hoe zit je erbij? Zie pagina {page.plan}."
en = "How are you? See page {page.plan}."

[pattern.both]
when.1 = base is low
when.2 = anger more_than base
any.1 = anger > 5
any.2 = anger is not low
priority = 1
notice.nl = "Dit valt op."
notice.en = "This stands out."
prompt.nl = "Wat zie je?"
prompt.en = "What do you see?"
for = scale anger
focus = base, anger

[phase.arrive]
minutes = 5
title.nl = "Aankomen"
title.en = "Arrive"

[goal.warmth]
title.nl = "Meer warmte"
title.en = "More warmth"
idea.nl = "Een idee."
idea.en = "An idea."

[self.first]
nl = "Wat neem ik mee?"
en = "What do I take along?"

[questionnaire.own]
also = eigen
range = 1..5
items = 4
title.nl = "Lijst"
title.en = "List"

[subscale.own.close]
items = 1, 2r, 3
combine = mean
missing_at_most = 1
bands = answers
title.nl = "Nabij"
title.en = "Close"

[bands.answers]
few = from 1
many = from 3.5
few.nl = "weinig"
few.en = "few"
many.nl = "veel"
many.en = "many"

[reference.close]
for = subscale own.close
value = 3
low = 2
high = 4
n = 120
status = local_sample
source.nl = "Bron"
source.en = "Source"
population.nl = "Leerkrachten"
population.en = "Teachers"

[reference.base]
for = scale base
value = 4
n = 50
status = norm
source.nl = "Bron"
source.en = "Source"
population.nl = "Leerkrachten"
population.en = "Teachers"

[compare]
same_at_most = 1
alike.nl = "Wat is gelijk?"
alike.en = "What is alike?"
differs.nl = "Wat verschilt?"
differs.en = "What differs?"
open.nl = "Wat is open?"
open.en = "What is open?"
more.nl = "Meer: {list}."
more.en = "More: {list}."
less.nl = "Minder: {list}."
less.en = "Less: {list}."

[retention.school2]
also = school
years = 2
from = relation_ended
until = year_end
text.nl = "Twee jaar."
text.en = "Two years."

[wording]
avoid.nl = "te weinig, slecht"
avoid.en = "too little, bad"
words_per_sentence.nl = 16
words_per_sentence.en = 18
'''

LAYOUT = '''[format]
kind = layout
version = 1
id = faults
title.nl = "Toets"
title.en = "Test"
copy = teacher
numbers = no
anonymise = no

[page]
paper = A4
margin.left = 22mm
margin.right = 22mm
margin.top = 16mm
margin.bottom = 22mm
head.left.nl = "Relatieprofiel"
head.left.en = "Profile"
head.right.nl = "{case}"
head.right.en = "{case}"
foot.nl = "Vertrouwelijk"
foot.en = "Confidential"

[font.body]
family = lato
fallback = dejavu

[style.body]
face = regular
size = 10.5pt
leading = 15pt
colour = ink
align = ragged
hyphenate = no
widows = 2
orphans = 2

[colour.ink]
value = "#1a1a1a"

[colour.blue]
mark = "#3a5a8a"

[block.summary]
kind = title

[block.words]
kind = three_words
page = flow
title.nl = "De relatie in drie woorden"
title.en = "The relationship in three words"

[block.profile]
kind = profile_chart
groups = teacher
title.nl = "Het profiel"
title.en = "The profile"
'''

# Values that a key must refuse, by (part of) "section key".
NUMBER = ["x", "3,5", "1e3", "03", "+3", "3.", ".5", "3.1234", "0x10", "3 4"]
WHOLE = NUMBER + ["2.5", "-1", "99999999999999999999"]
WORD = ["rubbish", "Yes", '""']
ID = ["Base", "1base", "a-b", "a" * 33, "a.b", "a b"]
REF = ["nowhere", "Base", "base, anger"]
LIST = ["nowhere", "base,,anger", "base, base", ",", "base,"]
RANGE = ["7..1", "1..1", "1-7", "1..", "..7", "1..7..9", "1..200", "a..b",
         "1...7", "1.5..7", "-1..7", "1..7x"]
BOUND = ["1", "from", "from x", "from 3,5", "from 9", "from 0", "above 3",
         "from 3 5", "from 3..5", "From 3", "from 1e0"]
CONDITION = ["nowhere is low", "base is nowhere", "base is", "base", "is low",
             "base is not", "base is not nowhere", "base < x", "base < 3,5",
             "base <", "base =< 3", "base == 3", "base <> 3", "base < 0",
             "base > 8", "base more_than", "base more_than nowhere",
             "base more_than base", "base missing now", "base differs 2",
             "base is low and anger is low", "base is low, mid", "Base is low",
             "base Is low", "not base is low", "base is low or mid",
             "base less_than anger", "base != 3", "base >= 3.1234", "base 3",
             "base < 3 anger > 3", "base < anger"]
FOR = ["scale nowhere", "group nowhere", "phase nowhere", "scale", "base",
       "profile base", "scale base, anger", "subscale own.close",
       "scale base anger", "Scale base", "profiel"]
TEXT = ["loose words", '"open', "'single'", '""', '"  "', '"{nowhere}"',
        '"{child"', '"**half"', '"a "b" c"', '"x" y', '"child}"', '"{}"',
        '"{word} here"', '"{list} here"', '"{page.nowhere} here"', '"a\tb"',
        '"text" # note', '"text" ; note', '"a\u0007b"']

VALUES = [
    (r"^format kind$", ["rule", "interview", "Rules", "layouts"]),
    (r"^format version$", ["2", "0", "1.0", "x", "01"]),
    (r"^format id$", ["1base", "a b", "-a", "a" * 65, '""', "a/b"]),
    (r"^format languages$", ["fr", "nl, fr", "nl,", "nl, nl", "nl en", "NL"]),
    (r"^(format|scale\.\w+|questionnaire\.\w+) range$", RANGE),
    (r"^(format|scale\.\w+|subscale\S+) bands$", REF),
    (r"address", WORD + ["jij", "U"]),
    (r"settle", ["rubbish", "agreed median", "agreed, agreed", "agreed,",
                 "agreed, median, mean, first, none, agreed", "Agreed"]),
    (r"differ_from|same_at_most", NUMBER + ["-1", "1000000"]),
    (r"half_points|^format (numbers|anonymise)", WORD + ["1", "ja", "true"]),
    (r"^question\S+ kind", WORD + ["Word"]),
    (r"^question\S+ word$", WHOLE + ["0", "7"]),
    (r" (mark|colour|favours|tone|status|from|until|combine)$", WORD),
    (r" show$", WORD + ["teacher coach", "teacher, teacher", "teacher,"]),
    (r"scale\.\w+ group$", REF),
    (r" also$", ["Base", "a-b", "a b", "basis, basis", "basis,", ",",
                 "1base", "a" * 33]),
    (r"^bands\.\w+ (low|mid|high|few|many)$", BOUND),
    (r" (when|any)\.\d$", CONDITION),
    (r"^(prompt|pattern)\S+ for$", FOR),
    (r"^reference\S+ for$", ["scale nowhere", "subscale nowhere", "base",
                             "subscale own.nowhere", "profile",
                             "subscale nowhere.close", "group practice"]),
    (r" priority$", WHOLE + ["1001"]),
    (r" focus$", LIST),
    (r" minutes$", WHOLE + ["0", "241"]),
    (r"^questionnaire\S+ items$", WHOLE + ["0", "301"]),
    (r"^subscale\S+ items$", ["0", "9", "1, 1", "1, 1r", "r", "1rr", "1 2",
                              "1, , 2", "x", "1.5", "01", "-1", "1r 2"]),
    (r" missing_at_most$", WHOLE + ["3", "301"]),
    (r"^reference\S+ (value|low|high)$", NUMBER + ["99"]),
    (r"^reference\S+ n$", WHOLE + ["0"]),
    (r" years$", WHOLE + ["101"]),
    (r" words_per_sentence", WHOLE + ["4", "61"]),
    (r" avoid\.", ['"open', "a,,b", "a,"]),
    (r" code$", ['"open', '""']),
    (r"^format edition$", ['"open', "1 0", '""']),
    (r"^format copy$", WORD),
    (r"^page paper$", WORD + ["a4", "Letter2"]),
    (r" margin", ["22", "22cm", "2mm", "99mm", "x", "22,5mm", "-22mm",
                  "22 mm", "1e1mm"]),
    (r"^font\S+ (family|fallback)$", ["nowhere", '""', "a/b"]),
    (r"^style\S+ (size|leading)$", ["10", "5pt", "200pt", "x", "10,5pt",
                                    "-10pt"]),
    (r"^style\S+ face$", WORD),
    (r"^style\S+ colour$", ["nowhere", '"#12"']),
    (r"^style\S+ align$", WORD + ["centre"]),
    (r"^style\S+ hyphenate$", WORD + ["1"]),
    (r"^style\S+ (widows|orphans)$", WHOLE + ["99"]),
    (r"^colour\S+ (value|mark)$", ['"red"', '"#12"', '"#12345"', '"#gggggg"',
                           '"123456"', "#123456", '""', '"#1234567"']),
    (r"^block\S+ kind$", ["nowhere", "Title", "profile_charts", '""']),
    (r"^block\S+ page$", WORD + ["next"]),
    (r"^block\S+ groups$", ["teacher coach", "Teacher", ",", "teacher, x"]),
    (r"\.(nl|en)(\.\d)?$|^(self|prompt)\S+ (nl|en)(\.\d)?$", TEXT),
]

# Texts in which a placeholder of TEXT is right.
ALLOWED = [
    (r"^question\.v02 ", "{word}"),
    (r"^compare (more|less)", "{list}"),
    (r"^block", '""'),  # leaves a default out
]

# Keys a section can do without.
OPTIONAL = re.compile(
    r"^format (edition|range|bands|note|caution|copy|numbers|anonymise|title)"
    r"|^words |^readers |^wording |^compare |^question\S+ (kind|full|probes)"
    r"|^group\S+ (also|mark|colour|show|intro)"
    r"|^scale\S+ (also|code|range|bands|favours|show|about|means|anchor)"
    r"|^bands\S+ \w+\.(short|about)|^feeling\S+ (also|tone)"
    r"|^prompt\S+ (when|any|priority)|^phase\S+ minutes|^goal\S+ idea"
    r"|^pattern\S+ |^questionnaire\S+ also"
    r"|^subscale\S+ (combine|missing_at_most|bands)"
    r"|^retention\S+ (also|from|until)|^page |^font|^style|^colour"
    r"|^block\S+ (page|groups|title)")


class Refusals:
    def __init__(self, program, folder, step):
        self.program, self.folder, self.step = program, folder, step
        self.count = self.passed = self.failed = 0

    def check(self, data):
        path = os.path.join(self.folder, "f.ini")
        with open(path, "wb") as f:
            f.write(data)
        p = subprocess.run([self.program, "check", "f.ini"], timeout=60,
                           cwd=self.folder, capture_output=True, check=False,
                           env={**os.environ, "LC_ALL": "C"})
        return p.returncode, p.stderr.decode("utf-8", "replace") + (
            p.stdout.decode("utf-8", "replace"))

    def one(self, what, lines, want):
        """`want`: the lines (from 1) on one of which the error may be."""
        self.count += 1
        if self.count % self.step:
            return
        data = "\n".join(lines).encode("utf-8", "surrogateescape") + b"\n"
        status, out = self.check(data)
        at = [int(x) for x in
              re.findall(r"f\.ini:(\d+):\d+: error\[", out)]
        if status == 1 and at and set(at) & set(want):
            self.passed += 1
            return
        self.failed += 1
        if status == 0:
            print(f"accepted: {what}")
        else:
            print(f"status {status}, errors on {at}, due on {want}: {what}\n"
                  + "\n".join(out.splitlines()[:4]))

    def line_faults(self, text, lines, i, head, name):
        """All faults of line `i`, a key of section `name`."""
        key, value = (x.strip() for x in lines[i].split("=", 1))
        here = f"{name} {key}"

        # A bound that is gone or wrong shows in other bands and in scales.
        bound = re.search(r"^bands\.\w+ \w+$", here)
        anywhere = range(1, len(lines) + 2)

        def put(new, what, want=(i + 1,)):
            self.one(f"[{name}] {what}: {new!r}",
                     lines[:i] + new + lines[i + 1:],
                     anywhere if bound else want)

        put([f"{key}x = {value}"], "unknown key", (i + 1, head))
        if not bound:
            put([f"zzz = {value}", lines[i]], "unknown key")
        put([lines[i], lines[i]], "twice", (i + 2,))
        put([f"{key} ="], "no value")
        put([f"{key} {value}"], "no =")
        put([f"{key.upper()} = {value}"], "capitals")
        put([f"{key} = {value} # note"], "a note behind")
        put([f"{key} = {value}\\"], "continued")
        put([f"\t{lines[i]}"], "tab")
        if not OPTIONAL.search(here):
            alone = re.sub(r"\.\d+$", "", key)
            if alone == key:
                put([], "absent", (head, i + 1, i))
        if re.search(r"\.(nl|en)$|^(nl|en)$", key) and bound is None:
            # Elsewhere the other language has a default.
            if text is RULES and name not in ("words", "wording"):
                put([], "one language absent", (head, i, i + 1))
            other = re.sub(r"(nl|en)$", "fr", key)
            put([lines[i], f"{other} = {value}"], "a third language",
                (i + 2,))
        for pattern, bad in VALUES:
            if not re.search(pattern, here):
                continue
            for v in bad:
                if any(re.search(p, here) and w in v for p, w in ALLOWED):
                    continue
                # A page is looked up when the parts of a text are joined.
                first = i if "{page" in v else i + 1
                put([f"{key} = {v}"], "value", (i + 1, head, first))
            break
        else:
            if key not in ("kind",):
                print(f"no values for [{name}] {key}")
                self.failed += 1

    def section_faults(self, lines, i, name):
        def put(new, what, want=(i + 1,)):
            self.one(f"[{name}] {what}: {new!r}",
                     lines[:i] + new + lines[i + 1:], want)

        kind, _, rest = name.partition(".")
        put([f"[{kind}x{'.' + rest if rest else ''}]"], "unknown section",
            (i + 1, 1))
        put([f"[{name}"], "unclosed")
        put([f"[{name}] x"], "a tail")
        put([f"[{name.upper()}]"], "capitals")
        put(["[]", lines[i]], "no name")
        if rest:
            put([f"[{kind}]"], "no id")
            put([f"[{kind}.]"], "empty id")
            put([f"[{kind}.1{rest}]"], "id with a digit first")
            put([f"[{kind}.{rest}.x]"], "an id too many")
            put([f"[{kind}.{rest}-x]"], "id with a dash")
        else:
            put([f"[{kind}.x]"], "an id", (i + 1, 1))
        end = next((k for k in range(i + 1, len(lines)) if not lines[k]),
                   len(lines))
        again = lines[:end] + [""] + lines[i:end] + lines[end:]
        self.one(f"[{name}] twice", again, (end + 2, end + 3))

    def all(self, text):
        lines = text.splitlines()
        status, out = self.check(text.encode())
        if status != 0 or "error" in out or "warning" in out:
            print(f"the good file is refused:\n{out}")
            self.failed += 1
            return
        head, name = 0, ""
        for i, line in enumerate(lines):
            if line.startswith("["):
                head, name = i + 1, line[1:-1]
                self.section_faults(lines, i, name)
            elif line:
                self.line_faults(text, lines, i, head, name)


def main():
    with tempfile.TemporaryDirectory(prefix="faults-") as folder:
        step = int(sys.argv[2]) if len(sys.argv) > 2 else 1
        f = Refusals(os.path.abspath(sys.argv[1]), folder, step)
        f.all(RULES)
        f.all(LAYOUT)
    print(f"refusals: {f.passed} passed, {f.failed} failed")
    return int(f.failed > 0)


if __name__ == "__main__":
    sys.exit(main())
