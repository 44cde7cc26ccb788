/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What a coach may put in the place of what the rules say; questionnaires;
   and what is left. */

import { grow, h, pathId } from "./dom.js";
import { chipChoices, choiceControl, fieldControl, grouped, itemList, labelled,
  saidFor, textControl } from "./form_field.js";
import { groupOf } from "./form_scores.js";
import { isEmpty } from "./store.js";
import { say } from "./words.js";

const isObject = (v) => typeof v === "object" && v !== null;

/* A part of the page in two columns, as on paper: a heading, its fields. */
export function row(title, help, ...fields) {
  return h("section.row", null,
    h("div.side", null, h("h3", null, title),
      help ? h("p.help", null, help) : null),
    h("div.main", null, fields));
}

/* Absent: as the rules say; an empty list: none; else a choice. */
function drawFocus(ctx, f, path) {
  const value = ctx.store.get(path);
  const how = value === undefined || isEmpty(value) ? "rules" :
    Array.isArray(value) && value.length === 0 && ctx.state.focus !== "choose" ?
      "none" : "choose";
  const id = pathId(path);
  const set = (kind) => {
    ctx.state.focus = kind;
    if (kind === "rules") ctx.remove(path);
    else ctx.change(path, (tree) => ctx.put(tree, path, []));
    ctx.redraw(null, `${id}-${kind}`);
  };
  const words = { rules: "focusRules", none: "focusNone", choose: "focusChoose" };
  const radios = Object.keys(words).map((kind) => h("input", {
    type: "radio", name: id, id: `${id}-${kind}`, value: kind,
    checked: kind === how, onchange: () => set(kind),
  }));

  if (!isEmpty(value) && !Array.isArray(value))
    return fieldControl(ctx, f, path);
  return [
    h("fieldset.field", null, h("legend.out", null, f.label),
      h("div.choices", null, radios.map((radio) => h("span.choice.plain", null,
        radio, h("label", { for: radio.id }, say(words[radio.value])))))),
    how !== "choose" ? (() => {
      const said = saidFor(id);

      ctx.register({ path, el: radios[0], said });
      return said;
    })() : chipChoices(ctx, path, ctx.schema.rules.scales.map((s) => ({
      value: s.id[ctx.schema.keys], text: s.title,
      is: (v) => ctx.schema.find([s], v) !== null,
    })), { legend: say("partScores"), help: null }),
  ];
}

/* A list of texts under the id of a scale, one per line. */
function linesPerScale(ctx, f, base, scale) {
  const path = [...base, ctx.schema.idIn(ctx.store.get(base), scale)];
  const id = pathId(path);
  const read = () => {
    const v = ctx.store.get(path);

    return Array.isArray(v) ? v.map(String).join("\n") :
      isObject(v) ? "" : String(v ?? "");
  };
  const control = h("textarea", {
    id, rows: 1, value: read(), "aria-describedby": id + "-said",
    oninput: () => {
      const list = control.value.split("\n").map((s) => s.trim())
        .filter(Boolean);

      ctx.change(path, (tree) => list.length === 0 ? ctx.cut(tree, path) :
        ctx.put(tree, path, list), { typing: true });
      grow(control);
    },
  });

  ctx.whenShown(() => grow(control));
  return labelled(ctx, { id, label: f.label, help: say("onePerLine"), path,
    control, wide: true, read: () => { control.value = read(); } });
}

function textPerScale(ctx, f, base, scale) {
  const path = [...base, ctx.schema.idIn(ctx.store.get(base), scale)];
  const one = { ...f, type: "text", of: undefined };

  return fieldControl(ctx, one, path, { lines: 1, help: null });
}

function strangeScales(ctx, base) {
  const value = ctx.store.get(base);

  return (isObject(value) ? Object.keys(value) : [])
    .filter((id) => ctx.schema.find(ctx.schema.rules.scales, id) === null)
    .map((id) => ctx.unknownValue([...base, id]));
}

export function drawOwn(ctx) {
  const { schema } = ctx;
  const focus = schema.at(["focus"]);
  const notice = schema.at(["notice"]);
  const prompts = schema.at(["prompts"]);
  const means = schema.at(["means"]);

  return [
    row(notice.field.label, null,
      fieldControl(ctx, notice.field, notice.path, { bare: true })),
    row(focus.field.label, say("focusHelp"),
      drawFocus(ctx, focus.field, focus.path)),
    schema.rules.scales.map((scale) => h("section.row.per-scale", {
      class: `row per-scale ${groupOf(ctx, scale)?.colour ?? "slate"}`,
    }, h("div.side", null, h("h3", null, scale.title)),
    h("div.main", null, linesPerScale(ctx, prompts.field, prompts.path, scale),
      textPerScale(ctx, means.field, means.path, scale)))),
    strangeScales(ctx, prompts.path), strangeScales(ctx, means.path),
  ];
}

/* The plan: its question, and steps with a goal of the rules or own words. */
export function drawPlan(ctx) {
  const { schema } = ctx;
  const { path, field } = schema.at(["plan"]);
  const steps = schema.at(["plan", "steps"]);

  return schema.fields(field.of).map((f) => {
    const at = [...path, schema.key(f)];

    if (f.key.en !== "steps")
      return row(f.label, null, fieldControl(ctx, f, at, { bare: true }));
    return row(f.label, null, itemList(ctx, f, at, {
      one: say("aStep"),
      title: (i) => h("span.disc", null, String(i + 1)),
      inner: (i, itemPath) => schema.fields(steps.field.of).map((sub) =>
        sub.key.en === "goal" ? goalField(ctx, sub,
          [...itemPath, schema.key(sub)]) :
          fieldControl(ctx, sub, [...itemPath, schema.key(sub)])),
    }));
  });
}

/* A choice of the rules' goals; another text is one's own. */
function goalField(ctx, f, path) {
  const { goals } = ctx.schema.rules;
  const now = ctx.store.get(path);
  const value = isObject(now) || isEmpty(now) ? "" : String(now);
  const goal = ctx.schema.find(goals, value);
  const id = pathId(path);
  const own = goal === null && (value !== "" || ctx.state.ownGoal?.has(id));
  const select = h("select", {
    id: `${id}-goal`, "aria-describedby": id + "-said",
    onchange: () => {
      ctx.state.ownGoal ??= new Set();
      if (select.value === "own") {
        ctx.state.ownGoal.add(id);
        ctx.remove(path);
        ctx.redraw(path);
      } else {
        ctx.state.ownGoal.delete(id);
        ctx.set(path, select.value);
        ctx.redraw(null, select.id);
      }
    },
  }, h("option", { value: "" }, say("empty")),
  goals.map((g) => h("option", { value: g.id[ctx.schema.keys] }, g.title)),
  h("option", { value: "own" }, say("ownGoal")));

  select.value = own ? "own" : goal === null ? "" : goal.id[ctx.schema.keys];
  if (goals.length === 0) return fieldControl(ctx, f, path);

  const choose = h("div.field", null,
    h("label", { for: select.id }, own ? say("goalFrom") : f.label,
      h("span.help", null, goal?.idea ?? "")),
    h("span.control", null, select));

  if (own)
    return [choose, fieldControl(ctx, f, path, { help: null })];

  const said = saidFor(id);

  ctx.register({ path, el: select, said });
  choose.append(said);
  return choose;
}

/* Questionnaires of the rules, and those of the file that are unknown. */
export function drawQuestionnaires(ctx) {
  const { schema } = ctx;
  const { path, field } = schema.at(["questionnaires"]);
  const value = ctx.store.get(path);
  const known = schema.rules.questionnaires;
  const strange = (isObject(value) ? Object.keys(value) : [])
    .filter((id) => schema.find(known, id) === null);

  return [
    known.map((one) => {
      const at = [...path, schema.idIn(value, one)];

      return row(one.title, null, schema.fields(field.of).map((f) => {
        const sub = [...at, schema.key(f)];

        if (f.own === "items") return answerRows(ctx, f, sub, one);
        if (f.own === "subscales" || f.type === "own")
          return numberGrid(ctx, f, sub, (one.subscales ?? []).map((s) =>
            ({ key: s.id?.[schema.keys] ?? s.id, text: s.title })));
        return fieldControl(ctx, f, sub);
      }));
    }),
    strange.map((id) => ctx.unknownValue([...path, id])),
  ];
}

/* The answers to a questionnaire's items: a row of choices for each.  An item
   or an answer that the rules do not have stays to be seen. */
function answerRows(ctx, f, path, one) {
  const value = ctx.store.get(path);
  const known = Array.from({ length: one.items ?? 0 }, (_, i) => String(i + 1));
  const rest = (isObject(value) ? Object.keys(value) : [])
    .filter((key) => !known.includes(key));
  const choices = Array.from({ length: one.max - one.min + 1 }, (_, i) =>
    String(one.min + i));

  return h("div.field", null, h("p.label", null, f.label),
    [...known, ...rest].map((key) => {
      const at = [...path, key];
      const id = pathId(at);
      const now = ctx.store.get(at);
      const text = isObject(now) || isEmpty(now) ? "" : String(now);
      const shown = text === "" || choices.includes(text) ? choices :
        [...choices, text];
      const radios = shown.map((v, i) => h("input", {
        type: "radio", name: id, id: `${id}-${i}`, value: v,
        checked: v === text, onchange: () => {
          ctx.set(at, v);
          ctx.redraw(null, `${id}-${i}`);
        },
      }));

      return grouped(ctx, {
        id, path: at, kind: "answer-row", label: say("item", key),
        focus: radios.find((r) => r.checked) ?? radios[0],
      }, h("span.cells", null, radios.map((r) => h("span.cell", null, r,
        h("label", { for: r.id }, h("span", null, r.value))))),
      text === "" ? null : h("button.quiet.small", {
        type: "button", "aria-label": say("clearItem", key),
        onclick: () => { ctx.remove(at); ctx.redraw(null, `${id}-0`); },
      }, say("clear")));
    }));
}

/* Small fields for numbers, each with its name; others that the file has
   stay and can be seen. */
function numberGrid(ctx, f, path, names) {
  const value = ctx.store.get(path);
  const rest = (isObject(value) ? Object.keys(value) : [])
    .filter((key) => !names.some((n) => n.key === key))
    .map((key) => ({ key, text: key }));
  const id = pathId(path);
  const said = saidFor(id);
  const cells = [...names, ...rest].map(({ key, text }) => {
    const at = [...path, key];
    const control = textControl(ctx, at);
    const cellSaid = saidFor(pathId(at));

    control.setAttribute("inputmode", "decimal");
    control.setAttribute("aria-describedby", cellSaid.id);
    ctx.register({ path: at, el: control, said: cellSaid, read: () => {
      const now = ctx.store.get(at);

      control.value = isObject(now) ? "" : String(now ?? "");
    } });
    return h("span.number", null, h("label", { for: control.id }, text),
      control, cellSaid);
  });

  if (cells.length === 0) return null;
  ctx.register({ path, el: cells[0].querySelector("input"), said });
  return h("fieldset.field.numbers", null,
    h("legend", null, f.label), h("div.number-grid", null, cells),
    f.help ? h("p.help", null, f.help) : null, said);
}

/* The rules that the program holds, and those that were dropped. */
function rulesField(ctx, f, path) {
  const control = choiceControl(ctx, path, ctx.rules.map((r) =>
    ({ value: r.id, text: r.title })), { empty: say("rulesUsual") });

  return labelled(ctx, { id: pathId(path), label: f.label, bare: true, path,
    control });
}

/* What the teacher filled in beforehand: a mark per scale that the teacher
   sees. */
function ownMarks(ctx, f, path) {
  return ctx.schema.fields(f.of).map((sub) => {
    const at = [...path, ctx.schema.key(sub)];
    const value = ctx.store.get(at);

    return sub.own !== "marks" ? fieldControl(ctx, sub, at) :
      numberGrid(ctx, sub, at, ctx.schema.rules.scales
        .filter((scale) => scale.teacher !== false)
        .map((scale) => ({ key: ctx.schema.idIn(value, scale),
          text: scale.title })));
  });
}

/* Fields of the root that no other part shows. */
export function drawFields(ctx, fields) {
  return fields.map((f) => {
    const path = [ctx.schema.key(f)];

    if (f.key.en === "own")
      return row(f.label, f.help, ownMarks(ctx, f, path));
    if (f.type === "record" || f.type === "records")
      return row(f.label, f.help, f.type === "records" ?
        itemList(ctx, f, path, { one: say("aChange") }) :
        fieldControl(ctx, f, path));
    if (f.own === "format") return null;
    if (f.key.en === "rules") return row(f.label, null, rulesField(ctx, f, path));
    return row(f.label, null, fieldControl(ctx, f, path, { bare: true }));
  });
}
