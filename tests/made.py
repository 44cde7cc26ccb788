# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""Interviews and rules made at random, of ordinary length: made(seed).

The rules are the shipped ones with 3 to 11 scales and 2 to 25 questions: some
left out, or some of them once more under another id.  The interview is what a
coach types after half an hour of talk: names of up to 60 letters, answers of
nothing up to ten sentences, zero to five moments, two readers or one to four.
An ordinary one has three words, three moments, answers of one to three
sentences, two readers and one or two scales in focus."""
import json
import os
import random
import re

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..')
LANGS = ('nl', 'en')
SCALES, QUESTIONS = (3, 11), (2, 25)

NAMES = ('Bo Noor Sam Elif Tijn Youssef Gülşen Martijn Wojciech Agnieszka '
         'Władysława Abdülkadirhan Şükran Thijmen Anne-Fleur Maximiliaan '
         'Öztürkoğlu Szczęśniak-Brzęczyszczykiewicz Brzęczyszczykiewicz '
         'Śmigłowska Oudenalder van der den de Okafor Çelikoğullarından '
         'Hoogenboezem Ravindranath Papadopoulou-Wijnands').split()
TITLES = dict(nl=('juf', 'meester', 'mevrouw'), en=('Ms', 'Mr', 'Mrs'))

SENTENCES = dict(
    nl="""Hij blijft bij het raam staan en kijkt naar buiten.
Ik vroeg of hij mee wilde doen.
Toen moest ik zelf ook lachen.
Dat raakte me meer dan ik had gedacht.
Na de pauze begon het opnieuw, met dezelfde stoel en hetzelfde potlood.
Ik weet het eigenlijk niet.
Op zulke dagen ben ik blij als het drie uur is, al zeg ik dat niet graag.
Ik ben naast hem gaan zitten en heb gewacht tot hij zelf iets zei.
Dat duurde lang.
De andere kinderen keken naar mij, en ik naar de klok.
Later vertelde hij dat zijn konijn ziek was.
Ik heb het de volgende ochtend nog eens gevraagd, heel kort, bij de kapstok.
Met rekenen gaat het goed zolang ik in de buurt blijf.
Misschien wilde hij alleen weten of ik er nog was.
Ik merk dat ik dan harder ga praten.
Achteraf had ik eerst moeten kijken.""".split('\n'),
    en="""He stays at the window and looks outside.
I asked whether he wanted to join in.
Then I had to laugh as well.
It touched me more than I had thought.
After the break it began again, with the same chair and the same pencil.
I do not really know.
On such days I am glad when it is three o'clock, though I do not like to say so.
I sat down beside him and waited until he said something himself.
That took a long time.
The other children looked at me, and I looked at the clock.
Later he told me that his rabbit was ill.
I asked once more the next morning, very briefly, beside the coats.
Maths goes well as long as I stay near.
Perhaps he only wanted to know whether I was still there.
I notice that I begin to speak more loudly.
Looking back I should have watched first.""".split('\n'))

WORDS = dict(nl='stroef warm zoekend onvoorspelbaar lief druk '
             'verantwoordelijkheidsgevoel vertrouwd rustig'.split(),
             en='polite patchy growing warm tiring unpredictable '
             'responsible trusting calm'.split())

KEYS = dict(
    format='formaat', case='dossier', invented='verzonnen', language='taal',
    teacher='leerkracht', child='kind', name='naam', pronoun='voornaamwoord',
    group='groep', interview='gesprek', date='datum', minutes='duur',
    reflection='reflectie', three_words='drie_woorden', word='woord',
    example='voorbeeld', answers='antwoorden', skipped='overgeslagen',
    event='gebeurtenis', did='gedaan', teacher_felt='gevoel_leerkracht',
    moments='momenten', title='titel', what='wat', at='bij', needed='nodig',
    fragments='fragmenten', feeling='gevoel', readings='beoordelingen',
    by='door', evidence='bewijs', quote='citaat', not_lower='niet_lager',
    not_higher='niet_hoger', strengths='sterk', claim='zin',
    detail='toelichting', focus='uitgelicht', notice='wat_opvalt', rules='regels')


class Made:
    """An interview of the language `lang` with the rules that it is for."""

    def __init__(self, seed, lang=None, ordinary=False):
        self.rng = random.Random('fit %s' % seed)
        self.name = '%s-%s' % ('O' if ordinary else 'F', seed)
        self.ordinary = ordinary
        self.lang = lang or self.rng.choice(LANGS)
        self.sections = self.read()
        self.scales = self.many('scale', *SCALES)
        self.questions = self.many('question', *QUESTIONS)
        self.rules = self.write_rules()
        self.interview = self.write_interview()

    # The rules -----------------------------------------------------------

    @staticmethod
    def read():
        """The shipped rules as a list of (section, its lines)."""
        out = []
        with open(os.path.join(ROOT, 'rules', 'llinc.ini'),
                  encoding='utf-8') as f:
            for line in f:
                if line.startswith('['):
                    out.append((line.strip()[1:-1], []))
                elif out and not line.startswith('#'):
                    out[-1][1].append(line.rstrip('\n'))
        return out

    def many(self, kind, least, most):
        """So many sections of a kind: some left out, or some added."""
        head = kind + '.'
        have = [(name[len(head):], lines) for name, lines in self.sections
                if name.startswith(head)]
        n = self.rng.randint(least, most)
        if n <= len(have):
            keep = set(self.rng.sample(range(len(have)), n))
            if kind == 'scale':  # one at least shows on the teacher's copy
                keep.discard(len(have) - 1)
                keep.add(self.rng.randrange(3))
                keep.add(4 + self.rng.randrange(3))
            return [have[i] for i in sorted(keep)]
        plain = [x for x in have if kind == 'scale' or
                 x[1][0] == 'kind = open']
        for i in range(n - len(have)):
            _, lines = self.rng.choice(plain)
            name = 'v%d' % (14 + i) if kind == 'question' else \
                'more%d' % (i + 1)
            have.append((name, [x for x in lines
                                if not x.startswith(('also', 'code'))]))
        return have

    def write_rules(self):
        scales = [name for name, _ in self.scales]
        out, done = [], set()
        for name, lines in self.sections:
            kind = name.split('.')[0]
            if kind in ('scale', 'question'):
                if kind in done:
                    continue
                done.add(kind)
                for one, text in getattr(self, kind + 's'):
                    out.append(('%s.%s' % (kind, one), text))
                continue
            used = set()
            for line in lines:
                m = re.match(r'(?:for = scale |when\.\d+ = )(\w+)', line)
                used.update(m.groups() if m else ())
                if line.startswith('focus = '):
                    used.update(line[8:].split(', '))
            if used <= set(scales):
                out.append((name, lines))
        text = '\n'.join('[%s]\n%s' % (name, '\n'.join(lines))
                         for name, lines in out)
        # Its texts name two scales, which may be gone.
        return re.sub(r'(?m)^caution\..*\n', '', text).replace(
            'id = llinc', 'id = made')

    # The interview -------------------------------------------------------

    def full_name(self, title):
        """Up to 60 letters."""
        rng = self.rng
        most = rng.choice((8, 20, 40, 60))
        name = title + ' ' if title else ''
        name += rng.choice([x for x in NAMES if x[0].isupper()][:12])
        while len(name) < most - 8 and rng.random() < 0.8:
            more = rng.choice(NAMES)
            if len(name) + 1 + len(more) > 60:
                break
            name += ' ' + more
        return name

    def prose(self, least, most):
        n = self.rng.randint(least, most)
        return ' '.join(self.rng.choices(SENTENCES[self.lang], k=n))

    def of(self, **v):
        dutch = self.lang == 'nl'
        return {KEYS.get(k, k) if dutch else k: x for k, x in v.items()
                if x is not None}

    def among(self, many, ordinary):
        """One of `many`; of an ordinary interview one of `ordinary`."""
        return self.rng.choice(ordinary if self.ordinary else many)

    def maybe(self, chance, value):
        return value if self.rng.random() < chance else None

    def make_answers(self, nwords):
        out, skipped = {}, []
        full = self.rng.random()
        for name, lines in self.questions:
            kind = lines[0].split(' = ')[1]
            if kind in ('words', 'word'):
                most = int(lines[1][7:]) if kind == 'word' else 1
                if most > nwords:
                    skipped.append(name)
                continue
            if self.rng.random() > 0.6 + 0.4 * full:
                skipped.append(name)
            elif kind == 'moment' and self.rng.random() < 0.4:
                out[name] = self.of(event=self.prose(1, 4),
                                    did=self.maybe(0.5, self.prose(1, 3)),
                                    teacher_felt=self.prose(1, 2))
            else:
                out[name] = self.prose(1, self.among((2, 4, 10), (2, 3)))
        return out, skipped

    @staticmethod
    def quotable(answer):
        text = answer if isinstance(answer, str) else list(answer.values())[0]
        return re.split(r'(?<=[.?]) ', text)

    def make_scores(self, answers, first):
        out = {}
        for name, lines in self.scales:
            score = self.rng.randint(1, 5 if 'range = 1..5' in lines else 7)
            quotes = []
            for _ in range(self.among((0, 1, 2, 3), (1, 2)) if first else 0):
                if not answers:
                    break
                at = self.rng.choice(list(answers))
                quotes.append(self.of(at=at, quote=self.rng.choice(
                    self.quotable(answers[at]))))
            out[name] = self.of(
                score=score, evidence=quotes or None,
                not_lower=self.prose(1, 1) if first else None,
                not_higher=self.prose(1, 1) if first else None)
        return out

    def make_moments(self, answers):
        out = []
        for i in range(self.among((0, 1, 2, 3, 3, 4, 5), (3,))):
            out.append(self.of(
                title=self.rng.choice(SENTENCES[self.lang])[:18].strip(),
                at=self.maybe(0.8, self.rng.choice(list(answers) or [None])),
                what=self.prose(1, self.among((3,), (2,))),
                teacher=self.maybe(0.8, self.prose(1, self.among((2,), (1,)))),
                child=self.maybe(0.6, self.prose(1, 1)),
                needed=self.maybe(0.5, self.prose(1, 1))))
        if self.lang == 'nl':
            for m in out:
                for old, new in (('teacher', 'leerkracht'), ('child', 'kind')):
                    if old in m:
                        m[new] = m.pop(old)
        return out

    def write_interview(self):
        rng, lang = self.rng, self.lang
        dutch = lang == 'nl'
        nwords = self.among((0, 2, 3, 3, 3, 3, 5), (3,))
        answers, skipped = self.make_answers(nwords)
        shown = [n for n, lines in self.scales
                 if 'group = practice' in lines or 'group = feelings' in lines]
        feelings = ('pleasure', 'mixed', 'anger', 'helpless')
        top = self.of(
            format='interview/1', case=self.name, invented='ja' if dutch else 'yes',
            language=lang, rules='made',
            teacher=self.of(name=self.full_name(rng.choice(TITLES[lang]))),
            child=self.of(name=self.full_name(''), group='4',
                          pronoun=rng.choice(('hij', 'zij', 'die') if dutch
                                             else ('he', 'she', 'they'))),
            interview=self.of(date='2026-01-13', minutes=rng.randint(20, 60)),
            reflection=self.maybe(0.7, self.of(date='2026-01-27')),
            three_words=[self.of(word=w, example=self.prose(1, 3)
                                 if any(x[1][1:2] == ['word = %d' % (i + 1)]
                                        for x in self.questions) else None)
                         for i, w in enumerate(rng.sample(WORDS[lang],
                                                          nwords))] or None,
            answers=answers or None, skipped=skipped or None,
            moments=self.make_moments(answers) or None,
            fragments=[self.of(at=rng.choice(list(answers)),
                               feeling=rng.choice(feelings))
                       for _ in range(rng.randint(0, 15) if answers else 0)]
            or None,
            readings=[self.of(by=by, date='2026-01-16',
                              scores=self.make_scores(answers, i == 0))
                      for i, by in enumerate(('coach', 'L2', 'L3', 'L4')[
                          :self.among((1, 2, 2, 2, 3, 4), (2,))])],
            strengths=[self.of(claim=self.prose(1, 1),
                               detail=self.maybe(0.8, self.prose(1, 1)))
                       for _ in range(self.among((0, 1, 2, 2, 3), (2, 3)))]
            or None,
            focus=rng.sample(shown, min(len(shown),
                                        self.among((0, 1, 2, 3), (1, 2))))
            or None,
            notice=self.maybe(0.4, self.prose(1, 2)))
        return json.dumps(top, ensure_ascii=False, indent=1) + '\n...\n'


def write(folder, made):
    """The files of an interview; returns their paths: interview, rules."""
    paths = [os.path.join(folder, made.name + end)
             for end in ('.yaml', '.ini')]
    for path, text in zip(paths, (made.interview, made.rules)):
        with open(path, 'w', encoding='utf-8') as f:
            f.write(text)
    return paths
