#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""What the paper counts and claims against what the data hold: claims.py
PROGRAM [RULE...].

Interviews with one to six of everything that can be counted, each kind with
another number, in every layout and both languages; and interviews that settle
their scores in every way.  What is read is the document (`--dump doc`): the
words as they go to the page.  Each rule below is a function that yields
faults; self_test() proves that each of them fires.  The last line is
"claims: N passed, N failed"."""
import concurrent.futures
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

LANGS = ("nl", "en")

# Keys of an interview; the first is Dutch.
KEYS = dict(
    format=("formaat", "format"), case=("dossier", "case"),
    invented=("verzonnen", "invented"), language=("taal", "language"),
    teacher=("leerkracht", "teacher"), child=("kind", "child"),
    name=("naam", "name"), pronoun=("voornaamwoord", "pronoun"),
    code=("code", "code"),
    interview=("gesprek", "interview"), date=("datum", "date"),
    minutes=("duur", "minutes"),
    words=("drie_woorden", "three_words"), word=("woord", "word"),
    example=("voorbeeld", "example"), answers=("antwoorden", "answers"),
    skipped=("overgeslagen", "skipped"), moments=("momenten", "moments"),
    title=("titel", "title"), what=("wat", "what"), at=("bij", "at"),
    fragments=("fragmenten", "fragments"), feeling=("gevoel", "feeling"),
    readings=("beoordelingen", "readings"), by=("door", "by"),
    scores=("scores", "scores"), score=("score", "score"),
    evidence=("bewijs", "evidence"), quote=("citaat", "quote"),
    reason=("reden", "reason"), agreed=("vastgesteld", "agreed"),
    strengths=("sterk", "strengths"), claim=("zin", "claim"),
    focus=("uitgelicht", "focus"), plan=("plan", "plan"),
    steps=("stappen", "steps"), goal=("doel", "goal"),
    step=("stap", "step"), changes=("wijzigingen", "changes"),
)

# Of the shipped rules: the scales of the two groups that a teacher sees, and
# those of the coach alone; the first group has four.
GROUPS = (("sensitive_discipline", "secure_base", "perspective_taking",
           "intentionality"),
          ("positive_affect", "anger", "helplessness"))
TEACHER = GROUPS[0] + GROUPS[1]
SCALES = TEACHER + ("neutralising", "coherence")

NUMBERS = {
    "nl": "nul één twee drie vier vijf zes zeven acht negen tien".split(),
    "en": "no one two three four five six seven eight nine ten".split(),
}

# Nouns that are counted: of one, and of more.
NOUNS = {
    "nl": dict(word="woord woorden", moment="moment momenten",
               reader="lezer lezers", goal="richting richtingen",
               scale="schaal schalen", kind="soort soorten",
               question="vraag vragen", trainee="cursist cursisten",
               case="gesprek gesprekken", minute="minuut minuten"),
    "en": dict(word="word words", moment="moment moments",
               reader="reader readers", goal="direction directions",
               scale="scale scales", kind="kind kinds",
               question="question questions", trainee="trainee trainees",
               case="interview interviews", minute="minute minutes"),
}


# Inputs -----------------------------------------------------------------

class Case:
    """An interview with so many of everything; `readers` a list per scale of
    what each reader gave."""

    def __init__(self, lang, name="T-1", **given):
        self.lang, self.name = lang, name
        self.words = self.moments = self.strengths = self.steps = 3
        self.focus = self.quotes = 2
        self.minutes = 30
        self.readers = {s: [4, 4] for s in SCALES}
        self.agreed = {}
        self.child, self.date = "Sam", "2026-01-13"
        self.cases = self.trainees = 1
        self.only = ()  # rules; else all
        self.__dict__.update(given)

    @property
    def nreaders(self):
        return max((len(v) for v in self.readers.values()), default=0)

    @property
    def shown_focus(self):
        """How many of the focus lie in each group."""
        return [len(set(TEACHER[:self.focus]) & set(g)) for g in GROUPS]

    def key(self, name):
        return KEYS[name][LANGS.index(self.lang)]

    def of(self, **v):
        return {self.key(k): x for k, x in v.items()}

    def scored(self, reader, scale):
        v = self.readers[scale][reader]
        if v == "na":
            return {self.key("score"): "nvt" if self.lang == "nl" else "na",
                    self.key("reason"): "Not told."}
        out = {self.key("score"): min(v, 5) if scale == "coherence" else v}
        if reader == 0 and self.quotes:
            out[self.key("evidence")] = [
                {self.key("quote"): "Part %d of the story." % (i + 1)}
                for i in range(self.quotes)]
        return out

    def text(self):
        story = " ".join("Part %d of the story." % (i + 1) for i in range(6))
        asked = ["v%02d" % i for i in range(4, 11)]
        top = [
            ("format", "interview/1"), ("case", self.name),
            ("invented", "ja" if self.lang == "nl" else "yes"),
            ("teacher", self.of(name="juf Bo", code="L1")),
            ("child", self.of(name=self.child, code=self.child,
                              pronoun="hij" if self.lang == "nl" else "he")),
            ("interview", self.of(date=self.date, minutes=self.minutes)),
            ("words", [self.of(word="term%d" % (i + 1), example="So it was.")
                       for i in range(self.words)]),
            ("answers", {q: story for q in asked[:-1]}),
            ("skipped", asked[-1:] + ["v01", "v02", "v03"][
                3 if self.words else 0:]),
            ("moments", [self.of(title="Event %d" % (i + 1), what="It was so.")
                         for i in range(self.moments)]),
            ("readings", [
                self.of(by="coach" if r == 0 else "L%d" % (r + 1),
                        date=self.date,
                        scores={s: self.scored(r, s) for s in SCALES
                                if r < len(self.readers.get(s, []))
                                and self.readers[s][r] is not None})
                for r in range(self.nreaders)]),
            ("agreed", self.of(scores=self.agreed) if self.agreed else None),
            ("strengths", [self.of(claim="Fine thing %d." % (i + 1))
                           for i in range(self.strengths)]),
            ("focus", list(TEACHER[:self.focus])),
            ("plan", self.of(steps=[self.of(goal="Aim %d" % (i + 1),
                                            step="Do it.")
                                    for i in range(self.steps)])),
        ]
        return "".join("%s: %s\n" % (self.key(k), json.dumps(v))
                       for k, v in top if v or k == "focus") + "...\n"


def counted():
    """Interviews with one to six of everything, each with another number;
    words are two to six."""
    for n in range(6):
        def turn(most, k, n=n):
            return (n + k) % most + 1
        readers = turn(6, 0)
        yield dict(words=turn(5, 3) + 1, moments=turn(5, 1),
                   strengths=turn(5, 2), focus=turn(6, 3), steps=turn(6, 1),
                   quotes=turn(6, 2), minutes=turn(6, 4),
                   readers={s: [4] * (readers - 1) + [4 + (i % 2 and
                                                           readers > 1)]
                            for i, s in enumerate(SCALES)})
    yield dict(words=0, moments=0, strengths=0, focus=0, steps=0, quotes=0)
    yield dict(readers={})


def settled():
    """Interviews whose scores come about in every way; (what, settle)."""
    def every(v):
        return {s: list(v) for s in SCALES}

    wide = every([4, 4, 4])
    wide.update(helplessness=[1, 7, 4], secure_base=[2, 2, 5])
    for settle in ("median", "mean", "first"):
        yield dict(readers=wide), settle
        yield dict(readers=every([2, 3])), settle
        yield dict(readers=every([4, 4, 5])), settle
        yield dict(readers=every([1, 7, 4])), settle
    yield dict(readers=wide, agreed={"helplessness": 6}), "median"
    yield dict(readers=every([3])), "median"
    yield dict(readers={s: ([4, 5, 5] if i else ["na", 4, None])
                        for i, s in enumerate(SCALES)}), "median"


# The document -----------------------------------------------------------

LINE = re.compile(r"\s*(group|columns|text|words|rule|lines|figure)\b")
TEXT = re.compile(r"\s*(text|words)((?: [A-Za-z][\w.]*| <\w+>| new-page"
                  r"| own-page)*)((?: [\"*\[{].*)?)$", re.S)
PARTS = re.compile(r'"((?:[^"])*)"|\*(.*?)\*|(\[[VQ]\d+\])', re.S)


class Line:
    """A text: its section, role and style, its words; `n` of them."""

    def __init__(self, section, kind, head, body):
        self.section, self.kind = section, kind
        names = head.split()
        self.style = names[-1] if names else ""
        self.role = names[0] if len(names) > 1 else ""
        parts = [a or b or c for a, b, c in PARTS.findall(body)]
        self.n = len(parts)
        self.text = "".join(parts).replace("\u00a0", " ")

    def __str__(self):
        return '%s: "%s"' % (self.section, self.text)


def doc_read(dump):
    lines, section, out = [], "", []
    for line in dump.split("\n")[4:]:
        if LINE.match(line) or not lines:
            lines.append(line)
        else:
            lines[-1] += "\n" + line
    for line in lines:
        m = re.match(r"  group .*<(\w+)>", line)
        if m:
            section = m[1]
        m = re.match(r'\s*figure Figure alt "(.*)"$', line, re.S)
        if m:
            out.append(Line(section, "alt", "Figure alt", '"%s"' % m[1]))
        m = TEXT.match(line)
        if m and m[3]:
            out.append(Line(section, m[1], m[2], m[3]))
    return out


# Rules ------------------------------------------------------------------

def number_of(word, lang):
    word = word.lower()
    if word in NUMBERS[lang]:
        return NUMBERS[lang].index(word)
    if lang == "nl" and word in ("een", "eén"):
        return 1
    return int(word) if word.isdigit() else None


def own(lines, case):
    """Lines of the program's own: what was typed, and the question as it is
    asked, are left out."""
    for line in lines:
        if not re.search(r"Welke drie woorden|Which three words", line.text):
            yield line


def counts_found(lines, case):
    """Yields (line, noun, number, whether the noun is of one)."""
    lang = case.lang
    numbers = "|".join(NUMBERS[lang] + [r"een", r"eén", r"\d+"])
    for line in own(lines, case):
        for noun, forms in NOUNS[lang].items():
            one, more = forms.split()
            for m in re.finditer(
                    r"(?<![\w,.–-])(%s) (?:uitgelichte |highlighted |middle |"
                    r"(?:of|van) )?(%s|%s)\b" % (numbers, one, more),
                    line.text, re.I):
                n = number_of(m[1], lang)
                if n is not None and not (lang == "nl" and m[1] == "een"):
                    yield line, noun, n, m[2].lower() == one


def form_fits(lines, case):
    """One word, two words: number and noun fit one another."""
    for line, noun, n, of_one in counts_found(lines, case):
        if n > 0 and (n == 1) != of_one:
            yield "number and noun: %s" % line


def in_section(lines, *sections):
    return [x for x in lines if x.section in sections]


def words_counted(lines, case):
    """The heading says how many words there are, and so many follow."""
    part = in_section(lines, "three_words")
    for line, noun, n, _ in counts_found(part, case):
        if noun == "word" and n != (case.words or 3):
            yield "%d words: %s" % (case.words, line)
    for line in part:
        if line.kind == "words" and line.n != case.words:
            yield "%d words: %s" % (case.words, line)
    for line in in_section(lines, "talk_guide", "scale_cards", "coach_cards"):
        if re.search(r"\b(drie|three) (woorden|words)\b", line.text):
            yield "words are not counted here: %s" % line


def moments_counted(lines, case):
    part = in_section(lines, "moments")
    for line, noun, n, _ in counts_found(part, case):
        if noun == "moment" and n != case.moments:
            yield "%d moments: %s" % (case.moments, line)


def readers_counted(lines, case):
    """Where readers are counted it is all of them, or those of the scale."""
    known = {case.nreaders} | {
        sum(isinstance(x, int) for x in v) for v in case.readers.values()}
    for line, noun, n, _ in counts_found(lines, case):
        if noun == "reader" and n not in known and \
                line.section != "agreement" and \
                not re.search(r"nog (\w+) lezers|(\w+) more readers",
                              line.text):
            yield "%d readers: %s" % (case.nreaders, line)
    for line in in_section(lines, "title"):
        if re.search(r"(andere lezers|other readers)", line.text):
            yield "how many others: %s" % line
        m = re.search(r"nog (\w+) lezers|(\w+) more readers", line.text)
        if m and number_of(m[1] or m[2], case.lang) != case.nreaders - 3:
            yield "%d readers: %s" % (case.nreaders, line)


def focus_counted(lines, case):
    """What is said of the highlighted scales is so of each group's page."""
    page, claims, cards = -1, [], []
    for line in in_section(lines, "scale_cards"):
        if line.role == "H1" or line.style == "title":
            page += 1
            claims.append(0)
            cards.append(0)
        if page < 0:
            continue
        if re.search(r"uitgelichte schaal|the highlighted scale\b",
                     line.text):
            claims[page] = 1
        m = re.search(r"(\w+) (?:uitgelichte schalen|highlighted scales)",
                      line.text)
        if m:
            claims[page] = number_of(m[1], case.lang)
        cards[page] += line.text.startswith(("UITGELICHT", "IN FOCUS"))
    for said, shown in zip(claims, cards):
        if said != shown:
            yield "%d scales highlighted, %d said" % (shown, said)


def goals_counted(lines, case):
    """Directions are as many as there are; none is said to be of the talk."""
    part = in_section(lines, "plan")
    shown = case.steps or 3
    for line, noun, n, _ in counts_found(part, case):
        if noun == "goal" and n != shown:
            yield "%d directions: %s" % (shown, line)
    for line in part:
        if re.search(r"uit het gesprek|from the talk", line.text):
            yield "where they come from is not known: %s" % line


def cases_counted(lines, case):
    for line, noun, n, _ in counts_found(in_section(lines, "agreement"), case):
        if noun == "case" and n > case.cases and n != 2:
            yield "%d interviews: %s" % (case.cases, line)
    for line in in_section(lines, "agreement"):
        m = re.search(r"(\w+) (?:gesprek|gesprekken), gescoord|"
                      r"(\w+) (?:interview|interviews), scored", line.text)
        if m and number_of(m[1] or m[2], case.lang) != case.cases:
            yield "%d interviews: %s" % (case.cases, line)


def trainees_counted(lines, case):
    for line, noun, n, _ in counts_found(
            in_section(lines, "group_tally"), case):
        if noun == "trainee" and n != case.trainees:
            yield "%d trainees: %s" % (case.trainees, line)


def minutes_counted(lines, case):
    for line, noun, n, _ in counts_found(
            in_section(lines, "provenance"), case):
        if noun == "minute" and n != case.minutes:
            yield "%d minutes: %s" % (case.minutes, line)


def talk_length(lines, case):
    """How long the talk takes is what its phases take."""
    part = in_section(lines, "talk_guide")
    total = sum(int(m[1]) for x in part
                for m in [re.match(r"(\d+) min$", x.text)] if m)
    for line in part:
        m = re.search(r"(?:ongeveer|about) (een uur|an hour|\d+)", line.text)
        if m and total != (int(m[1]) if m[1].isdigit() else 60):
            yield "%d minutes: %s" % (total, line)


def nothing_brief(lines, _case):
    """How much was told is not for a fixed text to say."""
    for line in lines:
        if re.search(r"kort opgeschreven|vertelt er kort|briefly\b|"
                     r"Je vertelt vaak|You often say|veel geprobeerd|"
                     r"tried much|[Oo]p drukke momenten|[Aa]t busy moments",
                     line.text) and line.section not in (
                         "interview_form", "how_to_score"):
            yield "not known from the data: %s" % line


def several_readers(lines, case):
    """Where one reader read, no text speaks of several."""
    if case.nreaders != 1:
        return
    for line in lines:
        if re.search(r"mediaan|median|lezers samen|readers agreed|"
                     r"van de lezers\b|of the readers\b|de lezers\b",
                     line.text) and line.section not in (
                         "agreement", "how_to_score"):
            yield "one reader: %s" % line


def bars_claimed(lines, case):
    """A bar is spoken of where there is one."""
    bar = any(len({x for x in v if isinstance(x, int)}) > 1
              for v in case.readers.values())
    for line in in_section(lines, "profile_chart", "reading_guide",
                           "coach_cards"):
        if re.search(r"\b([Dd]e )?balk\b|\b[Bb]ar\b", line.text) and \
                not bar and case.nreaders:
            yield "no bar: %s" % line


def quotes_claimed(lines, case):
    for line in in_section(lines, "reading_guide"):
        if re.search(r"citaat staat|each quote", line.text) and \
                case.nreaders and not case.quotes:
            yield "no quote: %s" % line


BAND_WORD = re.compile(
    r"weinig te horen|soms te horen|veel te horen|little heard|"
    r"sometimes heard|often heard|^(weinig|soms|veel|little|some|sometimes|"
    r"often)$")


def scale_names(program):
    """Titles of scales, from the rules."""
    out = {lang: {} for lang in LANGS}
    with open("rules/llinc.ini", encoding="utf-8") as f:
        scale = None
        for line in f:
            m = re.match(r"\[scale\.(\w+)\]", line)
            if line.startswith("["):
                scale = m[1] if m else None
            m = re.match(r'title\.(nl|en) = "(.*)"', line)
            if m and scale:
                out[m[1]][m[2].replace("{kind}", "Sam").replace(
                    "{child}", "Sam")] = scale
    return out


TITLES = {}


def by_scale(lines, case):
    """Yields (scale, the lines of its row or card)."""
    names = TITLES[case.lang]
    scale, part = None, []
    for line in lines:
        name = re.sub(r"^[HGNS]\d ", "", line.text)
        begins = line.kind == "text" and name in names and \
            line.section in ("profile_chart", "scale_cards", "coach_cards",
                             "score_key", "score_table")
        if begins or line.style in ("title", "heading_large", "strong") or \
                (scale and line.section != part[0].section):
            if scale:
                yield scale, part
            scale, part = (names[name], [line]) if begins else (None, [])
        elif scale:
            part.append(line)
    if scale:
        yield scale, part


def open_is_open(lines, case):
    """What readers differ on has no band, no meaning, no prompt of a band and
    no settled score until they agreed."""
    for scale, part in by_scale(lines, case):
        v = [x for x in case.readers.get(scale, []) if isinstance(x, int)]
        if scale in case.agreed or not v or max(v) - min(v) < 2:
            continue
        for line in part[1:]:
            # The names of all bands above a track are no claim.
            if BAND_WORD.search(line.text) and line.kind == "text" and (
                    line.style != "axis" or line.section == "profile_chart"):
                yield "%s is open: %s" % (scale, line)
            if line.kind == "alt" and re.search(
                    r": (weinig|soms|veel|little|sometimes|often)|: \d",
                    line.text):
                yield "%s is open: %s" % (scale, line)
            if line.style == "score" or re.search(
                    r"Dit kan betekenen|This may mean|Waarom niet|Why not",
                    line.text) and line.section == "scale_cards":
                yield "%s is open: %s" % (scale, line)


def settled_is_agreed(lines, case):
    """"Vastgesteld", "samen" stand where readers agreed."""
    def together(scale):
        v = [x for x in case.readers.get(scale, []) if isinstance(x, int)]
        return scale in case.agreed or len(v) > 1 and len(set(v)) == 1

    for scale, part in by_scale(lines, case):
        for line in part[1:]:
            if re.search(r"(?<!niet )(?<!niets )\b(vastgesteld|settled)\b",
                         line.text) and not together(scale) and \
                    not re.search(r"nog niet|not yet", line.text):
                yield "%s was not agreed: %s" % (scale, line)
    shown = [s for s in TEACHER if any(
        isinstance(x, int) for x in case.readers.get(s, []))]
    for line in in_section(lines, "reading_guide"):
        if re.search(r"vonden .* samen|agreed on", line.text) and shown and \
                not all(together(s) for s in shown if s in case.agreed or
                        max(x for x in case.readers[s]
                            if isinstance(x, int)) -
                        min(x for x in case.readers[s]
                            if isinstance(x, int)) < 2):
            yield "not agreed: %s" % line
    for line in in_section(lines, "score_table"):
        if line.text in ("Vastgesteld", "Settled") and not all(
                together(s) or max(v, default=0) - min(v, default=0) >= 2
                for s in SCALES
                for v in [[x for x in case.readers.get(s, [])
                           if isinstance(x, int)]] if v):
            yield "not agreed: %s" % line


def explained(lines, case):
    """A number between whole points says where it comes from."""
    for scale, part in by_scale(in_section(lines, "coach_cards"), case):
        for i, line in enumerate(part):
            if line.style == "score" and not line.text.isdigit() and \
                    not any(re.search(r"midde|halfway|between|gemiddeld|"
                                      r"average", x.text)
                            for x in part[i + 1:i + 3]):
                yield "%s: %s" % (scale, line)
    part = in_section(lines, "score_key")
    if any(line.kind == "alt" and re.search(r": \d+[.,]\d", line.text)
           for line in part) and \
            not any(re.search(r"met een komma|with a point", line.text)
                    for line in part):
        yield "a number between points: %s" % part[0]


def filled_explained(lines, _case):
    """A number of a questionnaire says how it came about, and a grey bar on
    its axis what it is."""
    part = in_section(lines, "questionnaires")
    for i, line in enumerate(part):
        if line.style == "band" and re.match(r"[\d.,]+ · ", line.text) and \
                not any(re.search(r"antwoord|answer|als getal|as a number",
                                  x.text) for x in part[i + 1:i + 2]):
            yield "no source: %s" % line
        if re.match(r"Streepje op|Dash at", line.text) and \
                not re.search(r"[Gg]rijze balk|[Gg]rey bar", line.text):
            yield "no word of its bar: %s" % line


def definitions(lines, _case):
    """What a scale is about is no claim about who reads it."""
    for line in in_section(lines, "scale_cards", "coach_cards",
                           "how_to_score"):
        if line.style == "small" and re.match(r"(Je|U|You|Sam|Kim) ",
                                              line.text):
            yield str(line)


def axis_words(lines, _case):
    """A level axis has a left and a right, nothing high."""
    for line in lines:
        if re.search(r"\b(hoog|hoge|laag|lage) (teken|punt)\b|"
                     r"\b(high|low) (dot|mark)\b|laag naar hoog|"
                     r"low to high", line.text):
            yield str(line)


RULES = (form_fits, words_counted, moments_counted, readers_counted,
         cases_counted, trainees_counted,
         focus_counted, goals_counted, minutes_counted, talk_length,
         nothing_brief, several_readers, bars_claimed, quotes_claimed,
         open_is_open, settled_is_agreed, explained, filled_explained,
         definitions, axis_words)


# Running ----------------------------------------------------------------

def run(args, cwd):
    r = subprocess.run(args, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                       encoding="utf-8", cwd=cwd)
    if r.returncode != 0:
        raise RuntimeError(r.stderr.strip().split("\n")[-1])
    return r.stdout


def jobs(program, folder):
    """(name, command, case) of every report."""
    alone = sorted(os.path.basename(p)[:-4] for p in glob.glob("layouts/*.ini"))
    alone = [x for x in alone if x not in ("agreement", "two-children",
                                           "twice")]
    n = 0

    def write(case, suffix=""):
        path = os.path.join(folder, "c%03d%s.yaml" % (n, suffix))
        with open(path, "w", encoding="utf-8") as f:
            f.write(case.text())
        return path

    for lang in LANGS:
        for layout in ("coach", "dossier", "handout")[:3 * (lang == "nl")]:
            yield ("questionnaire %s %s" % (lang, layout),
                   [program, "render", "examples/questionnaire.yaml", "-l",
                    layout, "--lang", lang, "-r",
                    "examples/with-questionnaire.ini"],
                   Case(lang, only=(filled_explained, axis_words,
                                   nothing_brief, words_counted)))
        for given in counted():
            n += 1
            case = Case(lang, **given)
            path = write(case)
            for layout in alone:
                yield ("counted %d %s %s" % (n, lang, layout),
                       [program, "render", path, "-l", layout], case)
            if not case.nreaders:
                continue
            second = Case(lang, "T-2", child="Kim", **given)
            yield ("counted %d %s two-children" % (n, lang),
                   [program, "compare", path, write(second, "b")], case)
            later = Case(lang, "T-3", date="2026-06-13", **given)
            yield ("counted %d %s twice" % (n, lang),
                   [program, "compare", path, write(later, "c")], case)
        for given, settle in settled():
            n += 1
            case = Case(lang, **given)
            rules = os.path.join(folder, "r-%s.ini" % settle)
            with open("rules/llinc.ini", encoding="utf-8") as f:
                text = f.read()
            with open(rules, "w", encoding="utf-8") as f:
                f.write(text.replace("settle = agreed, median",
                                     "settle = agreed, %s" % settle)
                        .replace("minutes = 20", "minutes = 10"))
            path = write(case)
            for layout in ("handout", "coach", "dossier", "course-key"):
                yield ("settled %d %s %s %s" % (n, settle, lang, layout),
                       [program, "render", path, "-l", layout, "-r", rules],
                       case)


def paper_jobs(program, folder):
    """The same of what has no document to dump: one to six interviews for
    `agree`, and trainees for `tally`."""
    for lang in LANGS:
        for n in range(1, 7):
            at = os.path.join(folder, "%s%d" % (lang, n))
            os.mkdir(at)
            for i in range(n):
                case = Case(lang, "T-%d" % (i + 1), cases=n, trainees=n)
                with open(os.path.join(at, "%d.yaml" % i), "w",
                          encoding="utf-8") as f:
                    f.write(case.text())
            csv = os.path.join(at, "t.csv")
            with open(csv, "w", encoding="utf-8") as f:
                f.write("trainee,scale,score\n" + "".join(
                    "P%d,anger,4\n" % i for i in range(n)))
            yield ("agree %d %s" % (n, lang),
                   [program, "agree", at, "-o", at + "/agreement.pdf"], case)
            yield ("tally %d %s" % (n, lang),
                   [program, "tally", csv, "--key", at + "/0.yaml", "-o",
                    at + "/group_tally.pdf"], case)


def paper_read(command):
    """The words of a PDF as one line of its section."""
    run(command + ["-q"], os.getcwd())
    text = run(["pdftotext", command[-1], "-"], os.getcwd())
    section = os.path.basename(command[-1])[:-4]
    return [Line(section, "text", "P body", '"%s"' % part)
            for part in re.split(r"\n\s*\n", re.sub('"', "", text))]


def look(job):
    name, command, case, rules = job
    try:
        if command[-2] == "-o":
            lines = [x for x in paper_read(command) if x.text.strip()]
            for line in lines:
                line.text = " ".join(line.text.split())
        else:
            lines = doc_read(run(command + ["-q", "--dump", "doc"],
                                 os.getcwd()))
    except RuntimeError as e:
        return name, ["cannot be read: %s" % e]
    if len(lines) < 5:
        return name, ["nothing to read"]
    return name, ["%s: %s" % (rule.__name__, fault)
                  for rule in case.only or rules for fault in rule(lines, case)]


def self_test():
    """Names of the rules that do not fire on a fault, or fire on none."""
    case = Case("nl", readers={s: [4, 5] for s in SCALES})
    wide = Case("nl", readers={s: [1, 7, 4] for s in SCALES})
    one = Case("nl", readers={s: [4] for s in SCALES}, quotes=0)
    title = next(t for t, s in TITLES["nl"].items() if s == "helplessness")
    bad = {
        form_fits: ("three_words", case, 'text H2 strong "In één woorden"'),
        words_counted: ("three_words", case, 'text H2 strong "Twee woorden"'),
        moments_counted: ("moments", case, 'text H2 heading "Vier momenten"'),
        readers_counted: ("title", case, 'text P small "Vier lezers"'),
        focus_counted: ("scale_cards", case, 'text H1 title "Gevoelens"\n'
                        '    text P sub "De uitgelichte schaal."'),
        goals_counted: ("plan", case, 'text P sub "Twee richtingen."'),
        cases_counted: ("agreement", case,
                        'text P sub "Twee gesprekken, gescoord door L1"'),
        trainees_counted: ("group_tally", case, 'text P sub "Twee cursisten"'),
        minutes_counted: ("provenance", case, 'text P fact "40 minuten"'),
        talk_length: ("talk_guide", case, 'text P sub "Ongeveer een uur."'
                      '\n    text P sub "ongeveer een uur."'),
        nothing_brief: ("interview", case, 'text P sub "kort opgeschreven"'),
        several_readers: ("score_table", one, 'text P small "de lezers"'),
        bars_claimed: ("profile_chart", one, 'text P small "De balk."'),
        quotes_claimed: ("reading_guide", one,
                         'text P body "Achter een citaat staat"'),
        open_is_open: ("scale_cards", wide, 'text H2 scale "%s"\n'
                       '    text P band "soms te horen"' % title),
        settled_is_agreed: ("coach_cards", case, 'text H2 scale "%s"\n'
                            '    text P small "vastgesteld"' % title),
        explained: ("coach_cards", case, 'text H2 scale "%s"\n'
                    '    text P score "4,333"' % title),
        filled_explained: ("questionnaires", case,
                           'text P band "4,333 · vaak genoemd"'),
        definitions: ("scale_cards", case, 'text P small "Je geniet."'),
        axis_words: ("reading_guide", case, 'text P body "een hoog teken"'),
    }
    wrong = []
    for rule in RULES:
        section, of, text = bad[rule]
        head = "title\nlang\nhead\nfoot\n  group Sect <%s>\n    " % section
        if not list(rule(doc_read(head + text), of)):
            wrong.append("%s does not fire" % rule.__name__)
        if list(rule(doc_read(head + 'text P body "Een tekst."'), case)):
            wrong.append("%s fires on a good text" % rule.__name__)
    return wrong


def main(args):
    TITLES.update(scale_names(args[0]))
    rules = [r for r in RULES if r.__name__ in args[1:]] or RULES
    wrong = self_test()
    for w in wrong:
        print("FAILED self test: %s" % w)
    passed, failed = (0, 1) if wrong else (1, 0)
    with tempfile.TemporaryDirectory() as folder, \
            concurrent.futures.ThreadPoolExecutor(2) as pool:
        program = os.path.abspath(args[0])
        todo = [job + (rules,) for of in (jobs, paper_jobs)
                for job in of(program, folder)]
        for name, faults in pool.map(look, todo):
            passed += not faults
            failed += bool(faults)
            if faults:
                print("FAILED %s" % name)
                print("\n".join("  " + f for f in faults[:12]))
    print("claims: %d passed, %d failed" % (passed, failed))
    return failed != 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
