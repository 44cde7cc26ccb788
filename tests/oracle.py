#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""Scoring, told twice: tests/oracle.py PROGRAM [CASES [SEED]].

Random rules and random interviews go through the program and through a second
implementation, written from the manual alone; what they say of scores, bands,
patterns, focus, notice, quotes, reasons and prompts must be the same.  The
first difference is shown with the seed that makes the case again
(`tests/oracle.py PROGRAM 1 SEED`) and its files stay.  The last line counts.
"""
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

# --------------------------------------------------------------- the rules
# Values are thousandths throughout.  A "world" is a dict of rules and one of
# an interview, made at random, written as files and scored here.


def show(value):
    """4500 as 4.5, 3000 as 3."""
    whole, rest = divmod(value, 1000)
    return str(whole) if rest == 0 else f"{whole}.{rest:03d}".rstrip("0")


def half_up(total, n):
    return (2 * total + n) // (2 * n)


def settle(ways, agreed, values, differs):
    """(value, how) or (None, None); `values` of the readers who scored.
    Readers who differ are settled by agreement alone."""
    for way in ways:
        if way == "none":
            return None, None
        if differs and way != "agreed":
            continue
        if way == "agreed":
            if agreed is not None:
                return agreed, way
        elif values:
            if way == "first":
                return values[0], way
            if way == "mean":
                return half_up(sum(values), len(values)), way
            v = sorted(values)
            mid = len(v) // 2
            if len(v) % 2:
                return v[mid], way
            return half_up(v[mid - 1] + v[mid], 2), way
    return None, None


def band_of(bands, value):
    name = None
    for b, bound in bands:
        if value >= bound:
            name = b
    return name


def score(rules, iv):
    out = {}
    for s in rules["scales"]:
        read = [r["scores"].get(s["id"]) for r in iv["readings"]]
        values = [x["score"] for x in read if x and x["score"] != "na"]
        agreed = iv["agreed"].get(s["id"])
        differs = bool(values) and (
            max(values) - min(values) >= rules["differ_from"])
        value, how = settle(rules["settle"], agreed, values, differs)
        group = rules["groups"][s["group"]]
        one = {"id": s["id"], "group": group["id"], "value": value,
               "how": how, "values": values, "band": None, "read": read,
               "low": min(values, default=None),
               "high": max(values, default=None)}
        one["differs"] = differs
        if value is not None:
            one["state"] = "settled"
            one["band"] = band_of(group["bands"], value)
        else:
            one["state"] = "unsettled" if values else "none"
        out[s["id"]] = one
    return out


def holds(c, scores):
    """One condition: (scale, kind, operand)."""
    s = scores[c[0]]
    if c[1] == "missing":
        return s["value"] is None
    if c[1] == "differs":
        return s["differs"]
    if s["value"] is None:
        return False
    v, kind, operand = s["value"], c[1], c[2]
    if kind == "is":
        return s["band"] == operand
    if kind == "is not":
        return s["band"] != operand
    if kind == "more_than":
        other = scores[operand]["value"]
        return other is not None and v > other
    return {"<": v < operand, "<=": v <= operand, ">": v > operand,
            ">=": v >= operand, "=": v == operand}[kind]


def all_hold(item, scores):
    return (all(holds(c, scores) for c in item["when"]) and
            (not item["any"] or any(holds(c, scores) for c in item["any"])))


def ranked(items):
    """Higher priority first, then file order (sorting is stable)."""
    return sorted(items, key=lambda x: -x["priority"])


def prompts_for(rules, scores, target):
    items = [x for x in rules["items"]
             if x["for"] == target and x["prompt"] and all_hold(x, scores)]
    return ranked(items)


DUMPED = 8  # so many prompts of one target are in the program's dump


def dumped(items):
    return [f"    prompt {x['prompt']}" for x in items[:DUMPED]]


def reason(one, key):
    given = [x for x in one["read"] if x and x.get(key)]
    for x in given:
        if one["value"] is not None and x["score"] == one["value"]:
            return x[key]
    return given[0][key] if given else None


def quotes_of(one):
    quotes = []
    for x in one["read"]:
        for q in x["quotes"] if x else []:
            if q not in quotes:
                quotes.append(q)
    return quotes


def card_quotes(rules, s, one):
    """What a reader gave whose score lies in the settled band, if any did."""
    bands = rules["groups"][s["group"]]["bands"]
    fit = [q for q in quotes_of(one) if one["band"] and any(
        x and x["score"] != "na" and q in x["quotes"] and
        band_of(bands, x["score"]) == one["band"] for x in one["read"])]
    return fit or quotes_of(one)


def card_prompts(rules, iv, scores, scale):
    """The interview's own prompts, and those of the rules behind them."""
    own = iv["prompts"].get(scale, [])
    chosen = [x["prompt"]
              for x in prompts_for(rules, scores, f"scale {scale}")]
    if own or chosen or quotes_of(scores[scale]):
        group = f"group {scores[scale]['group']}"
        chosen += [x["prompt"] for x in prompts_for(rules, scores, group)]
    return own, chosen


def shown(rules, s):
    """Whether the teacher's copy shows a scale."""
    return s["show"] if s["show"] is not None else (
        rules["groups"][s["group"]]["show"])


# What a card asks where readers differ and nothing else is to be asked.
DIFFER = {"n": "Lezers hoorden dit verschillend. Wat herken jij?",
          "e": "Readers heard this differently. What do you recognise?"}


def cards(rules, iv, scores, focus):
    """The cards of the teacher's copy, by scale: what each says."""
    out = {}
    for s in rules["scales"]:
        if not shown(rules, s):
            continue
        one = scores[s["id"]]
        large = s["id"] in focus and one["state"] != "none"
        own, chosen = card_prompts(rules, iv, scores, s["id"])
        prompts = (own + chosen)[:max(len(own), 2 if large else 1)]
        if not prompts and one["differs"] and one["state"] == "unsettled":
            prompts = [DIFFER[iv["lang"]]]
        means = []
        if large and one["band"] in s["means"]:
            means = [s["means"][one["band"]]]
        if s["id"] in iv["means"]:
            means = [iv["means"][s["id"]]]
        out[s["id"]] = {
            "style": "scale_focus" if large else "scale",
            "quotes": card_quotes(rules, s, one)[:2 if large else 1],
            "prompts": prompts,
            "means": means,
            "band": f"{one['band']} {s['group']}" if one["band"] else None}
    return out


def profile(rules, iv, scores):
    """As the program's dump says it: a list of lines."""
    out = [f"profile {iv['case']}"]
    patterns = [x for x in ranked(rules["items"])
                if x["kind"] == "pattern" and all_hold(x, scores)]
    focus = iv["focus"]
    if focus is None:
        focus = patterns[0]["focus"] if patterns else []
    notice = f"(own) {iv['notice']}" if iv["notice"] else None
    if notice is None and patterns:
        notice = patterns[0]["notice"]
    out += [f"  pattern {x['id']}" for x in patterns]
    out += [f"  focus {x}" for x in focus if scores[x]["state"] != "none"]
    if notice:
        out.append(f"    notice {notice}")
    for s in rules["scales"]:
        one = scores[s["id"]]
        out.append(f"  scale {s['id']}")
        out += [f"    quote {q}" for q in quotes_of(one)]
        for key, word in ("not_lower", "not lower"), ("not_higher",
                                                      "not higher"):
            text = reason(one, key)
            if text:
                out.append(f"    {word} {text}")
        own, chosen = card_prompts(rules, iv, scores, s["id"])
        chosen = [f"    prompt (own) {x}" for x in own] + [
            f"    prompt {x}" for x in chosen]
        out += chosen[:DUMPED]
    for x in rules["phases"]:
        out.append(f"  phase {x}")
        out += dumped(prompts_for(rules, scores, f"phase {x}"))
    out.append("  profile")
    out += dumped(prompts_for(rules, scores, "profile"))
    return out, [x["id"] for x in patterns]


# ------------------------------------------------------------------ random


def make_bands(rng, low, high):
    n = rng.randint(2, 5)
    names = rng.choice([["low", "mid", "high", "top", "most"],
                        ["a", "b", "c", "d", "e"],
                        ["none_", "x1", "is", "not", "missing"]])
    steps = range(low * 1000 + 1, high * 1000 + 1)
    step = rng.choice([1, 250, 500, 1000])
    steps = [x for x in steps if x % step == 0]
    while len(steps) < n - 1:
        n -= 1
    bounds = [low * 1000] + sorted(rng.sample(steps, n - 1))
    return list(zip(names, bounds))


def make_condition(rng, rules):
    s = rng.choice(rules["scales"])
    g = rules["groups"][s["group"]]
    kind = rng.choice(["is", "is", "is not", "<", "<=", ">", ">=", "=",
                       "missing", "differs", "more_than"])
    operand = None
    if kind in ("is", "is not"):
        operand = rng.choice(g["bands"])[0]
    elif kind == "more_than":
        same = [x for x in rules["scales"] if x is not s and
                rules["groups"][x["group"]]["range"] == g["range"]]
        if not same:
            kind = "missing"
        else:
            operand = rng.choice(same)["id"]
    elif kind in ("<", "<=", ">", ">=", "="):
        low, high = (x * 1000 for x in g["range"])
        operand = rng.choice([low, high, 500 * rng.randint(2 * g["range"][0],
                              2 * g["range"][1]), rng.randint(low, high)])
    return s["id"], kind, operand


def contradict(x, y):
    """Conditions that the program refuses together under `when`."""
    return x[0] == y[0] and (
        (x[1] == "missing") != (y[1] == "missing") or
        x[1] == y[1] == "is" or {x[1], y[1]} == {"is", "is not"})


def make_conditions(rng, rules, most):
    when = []
    for _ in range(rng.choice([0, 1, 1, 1, 2, 3][:most])):
        c = make_condition(rng, rules)
        if not any(contradict(c, x) for x in when):
            when.append(c)
    some = [make_condition(rng, rules)
            for _ in range(rng.choice([0, 0, 0, 1, 2, 3]))]
    return when, some


def make_items(rng, rules):
    targets = ["profile"] + [f"phase {x}" for x in rules["phases"]]
    targets += [f"scale {x['id']}" for x in rules["scales"]] * 3
    targets += [f"group {x['id']}" for x in rules["groups"]] * 2
    items = []
    for i in range(rng.randint(0, 40)):
        when, some = make_conditions(rng, rules, 6)
        kind = rng.choice(["prompt", "prompt", "pattern"])
        x = {"kind": kind, "id": f"{kind[1:3]}_{i}", "when": when,
             "any": some, "priority": rng.choice([0, 0, 0, 1, 2, 9, 1000]),
             "for": rng.choice(targets), "prompt": f"Prompt {i}?",
             "notice": None, "focus": []}
        if kind == "pattern":
            if rng.random() < 0.3:
                x["prompt"] = None
                x["for"] = "profile"
            x["notice"] = f"Notice {i}." if rng.random() < 0.8 else None
            ids = [s["id"] for s in rules["scales"]]
            x["focus"] = rng.sample(ids, rng.randint(0, min(3, len(ids))))
            if not (x["prompt"] or x["notice"] or x["focus"]):
                x["notice"] = f"Notice {i}."
        items.append(x)
    return items


def make_rules(rng):
    ways = ["agreed", "median", "mean", "first", "none"]
    rules = {"half": rng.random() < 0.5,
             "settle": rng.choice([["agreed", "median"], ["agreed", "mean"],
                                   ["median"], ["first"], ["none"],
                                   rng.sample(ways, rng.randint(1, 4))]),
             "differ_from": rng.choice([500, 1000, 1500, 2000, 2000, 3000]),
             "groups": [], "scales": [],
             "phases": [f"ph{i}" for i in range(rng.randint(0, 2))]}
    for i in range(rng.randint(1, 3)):
        span = rng.choice([(1, 5), (1, 7), (1, 7), (1, 10), (0, 4)])
        rules["groups"].append({"id": f"g{i}", "range": span,
                                "bands": make_bands(rng, *span),
                                "show": rng.random() < 0.8})
    for i in range(rng.randint(1, 11)):
        also = [f"alias_{i}_{k}" for k in range(rng.choice([0, 0, 1, 2]))]
        group = rng.randrange(len(rules["groups"]))
        rules["scales"].append({
            "id": f"s{i}", "also": also, "group": group,
            "show": rng.choice([None, None, None, True, False]),
            "means": {b: f"Means s{i} {b}."
                      for b, _ in rules["groups"][group]["bands"]
                      if rng.random() < 0.5}})
    rules["items"] = make_items(rng, rules)
    return rules


def make_score(rng, rules, s):
    low, high = rules["groups"][s["group"]]["range"]
    value = 1000 * rng.randint(low, high)
    if rules["half"] and value < 1000 * high and rng.random() < 0.5:
        value += 500
    return value


SENTENCES = [f"Zin nummer {i}." for i in range(12)]


def make_interview(rng, rules):
    iv = {"case": f"T-{rng.randint(1, 9999)}", "lang": rng.choice("ne"),
          "readings": [], "agreed": {}, "prompts": {}, "focus": None,
          "notice": None, "means": {}}
    for r in range(rng.choice([0, 1, 1, 2, 2, 2, 3, 4, 5])):
        scores = {}
        for s in rules["scales"]:
            kind = rng.random()
            if kind < 0.12:
                continue
            x = {"score": "na", "quotes": []}
            if kind > 0.2:
                x["score"] = make_score(rng, rules, s)
            for key in "not_lower", "not_higher":
                if x["score"] != "na" and rng.random() < 0.3:
                    x[key] = f"{key} {r} {s['id']}"
            x["quotes"] = rng.sample(SENTENCES, rng.choice([0, 0, 1, 2]))
            scores[s["id"]] = x
        iv["readings"].append({"by": "coach" if r == 0 else f"L{r}",
                               "scores": scores})
    for s in rules["scales"]:
        if rng.random() < 0.4:
            iv["agreed"][s["id"]] = make_score(rng, rules, s)
        if rng.random() < 0.15:
            iv["prompts"][s["id"]] = [f"Own {s['id']} {k}?"
                                      for k in range(rng.randint(1, 3))]
        if rng.random() < 0.1:
            iv["means"][s["id"]] = f"Own means {s['id']}."
    ids = [s["id"] for s in rules["scales"]]
    if rng.random() < 0.3:
        iv["focus"] = rng.sample(ids, rng.randint(0, min(3, len(ids))))
    if rng.random() < 0.2:
        iv["notice"] = "Own notice."
    return iv


# ----------------------------------------------------------------- writing


def name(rng, scale):
    return rng.choice([scale["id"]] + scale["also"])


def number(rng, value):
    """The same number, written in one of its ways."""
    whole, rest = divmod(value, 1000)
    ways = [f"{whole}.{rest:03d}"]
    if rest % 100 == 0:
        ways.append(f"{whole}.{rest // 100}")
    if rest == 0:
        ways.append(str(whole))
    return ways[-1] if rng.random() < 0.8 else rng.choice(ways)


def text(key, value):
    return [f'{key + "." if key else ""}{lang} = "{value}"'
            for lang in ("nl", "en")]


def write_condition(rng, by_id, c):
    scale, kind, operand = c
    word = name(rng, by_id[scale])
    if kind in ("missing", "differs"):
        return f"{word} {kind}"
    if kind == "more_than":
        return f"{word} more_than {name(rng, by_id[operand])}"
    if kind in ("is", "is not"):
        return f"{word} {kind} {operand}"
    return f"{word} {kind} {number(rng, operand)}"


def item_section(rng, rules, x):
    by_id = {s["id"]: s for s in rules["scales"]}
    out = []
    if x["kind"] == "prompt" or x["for"] != "profile" or rng.random() < 0.5:
        what, _, rest = x["for"].partition(" ")
        if what == "scale":
            rest = name(rng, by_id[rest])
        out.append(f"for = {what} {rest}".strip())
    for key, conditions in ("when", x["when"]), ("any", x["any"]):
        out += [f"{key}.{i} = {write_condition(rng, by_id, c)}"
                for i, c in enumerate(conditions, 1)]
    if x["priority"] or rng.random() < 0.2:
        out.append(f"priority = {x['priority']}")
    if x["prompt"]:
        key = "" if x["kind"] == "prompt" else "prompt"
        out += text(key, x["prompt"])
    if x["notice"]:
        out += text("notice", x["notice"])
    if x["focus"]:
        ids = [name(rng, by_id[i]) for i in x["focus"]]
        out.append(f"focus = {', '.join(ids)}")
    return [f"[{x['kind']}.{x['id']}]"] + out


def sections_of(rng, rules):
    """Sections in a random order that keeps that of scales, phases, items."""
    lanes = [[["[readers]", f"settle = {', '.join(rules['settle'])}",
               f"differ_from = {number(rng, rules['differ_from'])}",
               f"half_points = {'yes' if rules['half'] else 'no'}"]],
             [["[question.v01]", "kind = open"] + text("title", "Vraag") +
              text("text", "Vertel.")]]
    for i, g in enumerate(rules["groups"]):
        lanes.append([[f"[bands.b{i}]"] +
                      [f"{b} = from {number(rng, v)}" for b, v in g["bands"]] +
                      [t for b, v in g["bands"] for t in text(b, f"{b} {i}")]])
    lanes.append([[f"[group.{g['id']}]"] + text("title", g["id"]) +
                  ([] if g["show"] else ["show = coach"])
                  for g in rules["groups"]])
    lane = []
    for s in rules["scales"]:
        g = rules["groups"][s["group"]]
        also = [f"also = {', '.join(s['also'])}"] if s["also"] else []
        lane.append([f"[scale.{s['id']}]"] + also + [
            f"group = {g['id']}", f"range = {g['range'][0]}..{g['range'][1]}",
            f"bands = b{s['group']}"] + text("title", s["id"]) + [
            t for b in s["means"] for t in text(f"means.{b}", s["means"][b])
        ] + {None: [], True: ["show = teacher, coach"],
             False: ["show = coach"]}[s["show"]])
    lanes.append(lane)
    lanes.append([[f"[phase.{p}]", "minutes = 5"] + text("title", p)
                  for p in rules["phases"]])
    lanes.append([item_section(rng, rules, x) for x in rules["items"]])
    out = []
    while lanes := [x for x in lanes if x]:
        out.append(rng.choice(lanes).pop(0))
    return out


HEAD = ["[format]", "kind = rules", "version = 1"]


def write_ini(rng, path, sections):
    end = rng.choice(["\n", "\n", "\r\n"])
    lines = []
    for s in sections:
        lines += s + [""]
        if rng.random() < 0.1:
            lines.append("# between")
    data = ("\ufeff" if rng.random() < 0.1 else "") + end.join(lines)
    with open(path, "w", encoding="utf-8", newline="") as f:
        f.write(data)


def write_rules(rng, rules, folder):
    """One file, or two of which the second replaces sections of the first."""
    sections = sections_of(rng, rules)
    head = HEAD + ["id = random", "languages = nl, en"] + text("title", "R")
    files = [[head] + sections]
    if rng.random() < 0.3:
        later = [s for s in sections if rng.random() < 0.1 or
                 (s[0] == "[readers]" and rng.random() < 0.5)]
        old = {"[readers]": ["[readers]", "settle = first", "differ_from = 7"]}
        old |= {s[0]: [s[0], "for = profile"] + text("", "Replaced")
                for s in later if s[0].startswith("[prompt.")}
        old |= {s[0]: [s[0]] + text("notice", "Replaced")
                for s in later if s[0].startswith("[pattern.")}
        files = [[head] + [old.get(s[0], s) if s in later else s
                           for s in sections],
                 [HEAD] + later]
    names = []
    for i, f in enumerate(files):
        names.append(f"./rules{i}.ini")
        write_ini(rng, os.path.join(folder, names[-1]), f)
    return names


KEYS = {
    "n": {"format": "formaat", "case": "dossier", "language": "taal",
          "answers": "antwoorden", "readings": "beoordelingen", "by": "door",
          "evidence": "bewijs", "at": "bij", "quote": "citaat",
          "not_lower": "niet_lager", "not_higher": "niet_hoger",
          "reason": "reden", "agreed": "vastgesteld", "focus": "uitgelicht",
          "notice": "wat_opvalt", "prompts": "aanzetten", "na": "nvt",
          "means": "betekent"},
}


def write_interview(rng, rules, iv, folder):
    by_id = {s["id"]: s for s in rules["scales"]}

    def k(word):
        return KEYS.get(iv["lang"], {}).get(word, word)

    out = [f"{k('format')}: interview/1", f"{k('case')}: {iv['case']}",
           f"{k('answers')}:", "  v01: |"] + [f"    {s}" for s in SENTENCES]
    if iv["readings"]:
        out.append(f"{k('readings')}:")
    for r in iv["readings"]:
        out += [f"  - {k('by')}: {r['by']}"]
        if r["scores"]:
            out.append("    scores:")
        items = list(r["scores"].items())
        rng.shuffle(items)
        for scale, x in items:
            out.append(f"      {name(rng, by_id[scale])}:")
            if x["score"] == "na":
                out += [f"        score: {k('na')}",
                        f"        {k('reason')}: onduidelijk"]
            else:
                out.append(f"        score: {number(rng, x['score'])}")
            if x["quotes"]:
                out.append(f"        {k('evidence')}:")
            out += [f"          - {{{k('at')}: v01, {k('quote')}: {q}}}"
                    for q in x["quotes"]]
            out += [f"        {k(key)}: {x[key]}"
                    for key in ("not_higher", "not_lower") if key in x]
    if iv["agreed"]:
        pairs = [f"{name(rng, by_id[s])}: {number(rng, v)}"
                 for s, v in iv["agreed"].items()]
        out.append(f"{k('agreed')}: {{scores: {{{', '.join(pairs)}}}}}")
    if iv["focus"] is not None:
        ids = [name(rng, by_id[s]) for s in iv["focus"]]
        out.append(f"{k('focus')}: [{', '.join(ids)}]")
    if iv["notice"]:
        out.append(f"{k('notice')}: {iv['notice']}")
    if iv["prompts"]:
        out.append(f"{k('prompts')}:")
    for s, own in iv["prompts"].items():
        out.append(f"  {name(rng, by_id[s])}:")
        out += [f"    - {x}" for x in own]
    if iv["means"]:
        out.append(f"{k('means')}:")
    out += [f"  {name(rng, by_id[s])}: {x}" for s, x in iv["means"].items()]
    out += ["..."]
    with open(os.path.join(folder, "case.yaml"), "w", encoding="utf-8",
              newline="") as f:
        f.write(rng.choice(["\n", "\r\n"]).join(out) + "\n")


# --------------------------------------------------------------- comparing


def scored_part(shown):
    """What is told twice here: not quotes, prompts and reference values."""
    shown = {k: v for k, v in shown.items()
             if k not in ("prompts", "references")}
    shown["readers"] = [{k: v for k, v in r.items() if k != "evidence"}
                        for r in shown["readers"]]
    return shown


def expected_json(iv, scores, order):
    def num(v):
        return None if v is None else float(show(v))

    out = []
    for i in order:
        s = scores[i]
        one = {"id": i, "group": s["group"], "state": s["state"],
               "differs": s["differs"]}
        if s["state"] == "settled":
            one |= {"score": num(s["value"]), "band": s["band"],
                    "settled_by": s["how"]}
        if s["values"]:
            one |= {"lowest": num(s["low"]), "highest": num(s["high"])}
        one["readers"] = [
            {"by": r["by"],
             "score": None if x is None else
             "na" if x["score"] == "na" else num(x["score"])}
            for r, x in zip(iv["readings"], s["read"])]
        out.append(one)
    return out


def run(program, folder, names, *args):
    rules = [w for n in names for w in ("-r", n)]
    env = {k: v for k, v in os.environ.items() if k != "LANGUAGE"}
    p = subprocess.run([program, *args, "case.yaml", *rules, "-q"],
                       cwd=folder, capture_output=True, timeout=60,
                       env=env | {"LC_ALL": "C"}, check=False)
    out = p.stdout.decode("utf-8", "replace")
    err = p.stderr.decode("utf-8", "replace")
    if p.returncode != 0:
        raise Difference(f"{' '.join(args)}: status {p.returncode}\n{out}{err}")
    return out


class Difference(Exception):
    pass


def same(what, want, got):
    if want != got:
        raise Difference(f"{what}\n  expected {want}\n  got      {got}")


def explain_agrees(shown, rules, iv, scores):
    """`score --explain`: each condition, and the place of each prompt."""
    item, told = None, {}
    by_head = {f"{x['kind']} {x['id']}": x for x in rules["items"]}
    for line in shown.splitlines():
        words = line.split()
        if not line.startswith(" "):
            item = by_head.get(line.split(",")[0])
        elif words[1:2] in (["place"], ["plaats"]):
            told[item["id"]] = (int(words[2]), " ".join(words[4:]))
        elif item and words[0].startswith(("when.", "any.")):
            key, _, n = words[0].partition(".")
            want = holds(item[key][int(n) - 1], scores)
            same(f"{item['id']}: {line}", want, words[1] in ("yes", "ja"))
    want = {}
    for target in {x["for"] for x in rules["items"]}:
        own = iv["prompts"].get(target.partition(" ")[2], [])
        own = own if target.startswith("scale ") else []
        for i, x in enumerate(prompts_for(rules, scores, target), 1):
            want[x["id"]] = (i + len(own), target)
    same("places", want, told)


CARD = re.compile(r'text (H3|P) (scale_focus|scale|band|body|prompt) "(.*)"')


def read_cards(dump):
    """The cards in the program's dump of the handout, by scale."""
    out, one, inside, said = {}, None, False, None
    for line in dump.splitlines():
        if "<" in line and "Sect" in line:
            inside, one = "<scale_cards>" in line, None
        found = inside and CARD.search(line)
        if inside and "BlockQuote" in line:
            said = "quotes"
        if not found:
            continue
        tag, style, words = found.groups()
        if tag == "H3":
            one = out[words] = {"style": style, "quotes": [], "prompts": [],
                                "means": [], "band": None}
        elif one and style == "band":
            one["band"] = words
        elif one and style == "prompt":
            one["prompts"].append(words)
        elif one and said == "quotes":
            one["quotes"].append(words[1:-1])
            said = None
        elif one:
            one["means"].append(words)
    return out


def one_case(program, seed, folder):
    rng = random.Random(seed)
    rules = make_rules(rng)
    iv = make_interview(rng, rules)
    names = write_rules(rng, rules, folder)
    write_interview(rng, rules, iv, folder)
    scores = score(rules, iv)
    lines, patterns = profile(rules, iv, scores)
    got = json.loads(run(program, folder, names, "score", "--format", "json"))
    want = expected_json(iv, scores, [s["id"] for s in rules["scales"]])
    same("number of scales", len(want), len(got["scales"]))
    for w, g in zip(want, got["scales"]):
        same(f"scale {w['id']}", w, scored_part(g))
    same("patterns", patterns, got["patterns"])
    same("focus", [x[8:] for x in lines if x.startswith("  focus ")],
         got["focus"])
    dump = run(program, folder, names, "render", "--dump", "profile")
    dump = dump.splitlines()
    for i, (w, g) in enumerate(zip(lines + [""] * len(dump), dump)):
        same(f"line {i + 1} of the profile", w, g)
    same("length of the profile", len(lines), len(dump))
    focus = [x[8:] for x in lines if x.startswith("  focus ")]
    want = cards(rules, iv, scores, focus)
    told = read_cards(run(program, folder, names, "render", "--dump", "doc",
                          "-l", "handout"))
    same("cards", sorted(want), sorted(told))
    for i, card in want.items():
        if card["band"] is None:
            told[i]["band"] = None
        same(f"card of {i}", card, told[i])
    explain_agrees(run(program, folder, names, "score", "--explain"),
                   rules, iv, scores)


def main():
    program = os.path.abspath(sys.argv[1])
    cases = int(sys.argv[2]) if len(sys.argv) > 2 else 60
    first = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    passed = 0
    for seed in range(first, first + cases):
        folder = tempfile.mkdtemp(prefix="oracle-")
        try:
            one_case(program, seed, folder)
        except (Difference, subprocess.TimeoutExpired, ValueError) as e:
            print(f"oracle: seed {seed}, files in {folder}: {e}")
            break
        passed += 1
        shutil.rmtree(folder)
    print(f"oracle: {passed} passed, {int(passed < cases)} failed")
    return int(passed < cases)


if __name__ == "__main__":
    sys.exit(main())
