#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""Holds the JSON Schemas to what the program reads and writes:
tests/schema.py PROGRAM.  An interview in JSON is YAML too, so one text goes to
`check` and to the schema, and both must take it or both refuse it.  Ends in a
line "schema: N passed, N failed"."""
import copy
import glob
import json
import re
import subprocess
import sys
import tempfile

KEYWORDS = {"$schema", "title", "description", "examples"}
TYPES = {"object": dict, "array": list, "string": str, "boolean": bool,
         "null": type(None), "number": (int, float), "integer": int}


def is_type(value, name):
    if name != "boolean" and isinstance(value, bool):
        return False
    return isinstance(value, TYPES[name])


def faults(schema, value, at=""):
    """What of draft 7 our schemas use; any other keyword is a fault too."""
    for key, says in schema.items():
        bad = False
        if key == "type":
            names = [says] if isinstance(says, str) else says
            bad = not any(is_type(value, n) for n in names)
        elif key == "const":
            bad = value != says
        elif key == "enum":
            bad = value not in says
        elif key == "anyOf":
            bad = all(list(faults(s, value)) for s in says)
        elif key == "pattern":
            bad = isinstance(value, str) and not re.search(says, value)
        elif key in ("minimum", "maximum", "multipleOf"):
            if is_type(value, "number"):
                bad = {"minimum": value < says, "maximum": value > says,
                       "multipleOf": value / says % 1 != 0}[key]
        elif key == "maxItems":
            bad = isinstance(value, list) and len(value) > says
        elif key == "items":
            for i, item in enumerate(value if isinstance(value, list) else []):
                yield from faults(says, item, f"{at}/{i}")
        elif key == "required":
            bad = isinstance(value, dict) and any(k not in value for k in says)
        elif key in ("properties", "patternProperties",
                     "additionalProperties"):
            pass
        else:
            bad = key not in KEYWORDS
        if bad:
            yield f"{at}: {key}"
    if isinstance(value, dict) and "additionalProperties" in schema:
        yield from members(schema, value, at)


def members(schema, value, at):
    for key, item in value.items():
        if key in schema.get("properties", {}):
            yield from faults(schema["properties"][key], item, f"{at}/{key}")
            continue
        found = [s for p, s in schema.get("patternProperties", {}).items()
                 if re.search(p, key)]
        if not found:
            yield f"{at}/{key}: not known"
        for s in found:
            yield from faults(s, item, f"{at}/{key}")


def run(*words, stdin=None):
    return subprocess.run(words, input=stdin, capture_output=True, text=True)


GOOD = {
    "formaat": "interview/1", "dossier": "LP-0001", "verzonnen": "ja",
    "kind": {"naam": "Kim", "voornaamwoord": "die", "groep": 4},
    "gesprek": {"datum": "2026-01-13", "duur": 38},
    "drie_woorden": [{"woord": "stroef", "voorbeeld": "Ja."},
                     {"woord": "warm", "voorbeeld": "Nee."},
                     {"woord": "open"}],
    "antwoorden": {"v04": {"gebeurtenis": "Hij lachte.", "nodig": ""},
                   "v05": "Hij liep weg."},
    "overgeslagen": ["v06", "v07", "v08", "v09", "v10"],
    "fragmenten": [{"bij": "v04", "gevoel": "pleasure"}],
    "beoordelingen": [{"door": "coach", "datum": "2026-01-16", "scores": {
        "veilige_basis": {"score": 3, "bewijs": [
            {"bij": "v04", "citaat": "Hij lachte."}]},
        "boosheid": {"score": "nvt", "reden": "kort"}}}],
    "vastgesteld": {"scores": {"veilige_basis": 3}},
    "uitgelicht": [], "betekent": {"boosheid": "Tekst."},
    "aanzetten": {"boosheid": ["Vraag?"]},
    "plan": {"stappen": [{"doel": "learn", "stap": "Kijken."}]},
}

# Where the value goes, and what: both refuse it.
BAD = [
    (["formaat"], "interview/2"), (["dossier"], "1x"), 
    (["verzonnen"], "misschien"), (["kindje"], {}), (["child"], {}),
    (["kind", "voornaamwoord"], "he"), (["gesprek", "duur"], 0),
    (["gesprek", "duur"], "lang"), (["gesprek", "datum"], "13-1-2026"),
    (["antwoorden", "v99"], "x"), (["antwoorden", "vier"], "x"),
    (["antwoorden", "v04", "wie"], "x"), (["overgeslagen"], ["4"]),
    (["fragmenten", 0, "gevoel"], "zuur"), (["fragmenten", 0, "bij"], "v00"),
    (["beoordelingen", 0, "scores", "boos"], {"score": 3}),
    (["beoordelingen", 0, "scores", "veilige_basis", "score"], 8),
    (["beoordelingen", 0, "scores", "veilige_basis", "score"], 3.5),
    (["beoordelingen", 0, "scores", "veilige_basis", "score"], "na"),
    (["beoordelingen", 0, "scores", "veilige_basis"], 3),
    (["vastgesteld", "scores", "veilige_basis"], 0),
    (["vastgesteld", "scores", "veilige_basis"], "nvt"),
    (["uitgelicht"], ["boos"]), (["aanzetten", "boosheid"], "Vraag?"),
    (["betekent", "boosheid"], ["Tekst."]), (["plan"], "later"),
    (["drie_woorden"], [{"woord": "a"}] * 7),
]


def put(value, path, item):
    value = copy.deepcopy(value)
    inner = value
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = item
    return value


def yaml_value(text):
    """A scalar as an editor takes it (YAML 1.2, core schema)."""
    if text in ("", "null", "~"):
        return None
    if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text):
        return float(text) if "." in text else int(text)
    return text


def yaml_tree(node):
    import yaml
    if isinstance(node, yaml.MappingNode):
        return {k.value: yaml_tree(v) for k, v in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [yaml_tree(v) for v in node.value]
    return yaml_value(node.value) if node.style is None else node.value


class Test:
    def __init__(self, program):
        self.program, self.passed, self.failed = program, 0, 0

    def says(self, name, ok, why=""):
        self.passed += bool(ok)
        self.failed += not ok
        if not ok:
            print("FAILED", name, why)

    def schema(self, *words):
        return json.loads(run(self.program, "schema", *words).stdout)

    def checks(self, interview):
        with tempfile.NamedTemporaryFile("w", suffix=".yaml") as f:
            json.dump(interview, f)
            f.write("\n...\n")
            f.flush()
            return run(self.program, "check", f.name)

    def interviews(self):
        schema = self.schema("interview", "-r", "llinc")
        free = self.schema("interview")
        found = list(faults(schema, GOOD)) + list(faults(free, GOOD))
        program = self.checks(GOOD)
        self.says("good", not found and program.returncode == 0,
                  f"{found} {program.stderr}")
        for path, item in BAD:
            bad = put(GOOD, path, item)
            self.says(f"schema: {path} {item}", list(faults(schema, bad)))
            self.says(f"check: {path} {item}",
                      self.checks(bad).returncode == 1)

    def files(self):
        """All examples and the template, where Python has a YAML reader."""
        try:
            import yaml
        except ImportError:
            return
        texts = {name: open(name, encoding="utf-8").read()
                 for name in glob.glob("examples/*.yaml")}
        for lang in "nl", "en":
            texts["new " + lang] = run(
                self.program, "new", "--lang", lang).stdout
        for name, text in texts.items():
            tree = yaml_tree(yaml.compose(text))
            lang = "nl" if "formaat" in tree else "en"
            words = [] if "questionnaire" in name else ["-r", "llinc"]
            found = list(faults(
                self.schema("interview", "--lang", lang, *words), tree))
            self.says(name, not found, found)

    def scores(self):
        for words in [], ["-r", "llinc"]:
            schema = self.schema("score", *words)
            lines = run(self.program, "score", "examples", "--format", "json",
                        *words).stdout.splitlines()
            for line in lines:
                found = list(faults(schema, json.loads(line)))
                self.says("score", not found, found)
            self.says("scores", len(lines) > 2)


def main(program):
    test = Test(program)
    test.interviews()
    test.files()
    test.scores()
    print(f"schema: {test.passed} passed, {test.failed} failed")
    return test.failed > 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
