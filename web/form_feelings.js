/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Feelings: per question, a mark for each piece of the interview in which one
   is heard; drawn as on paper. */

import { h, svg } from "./dom.js";
import { fieldControl, saidFor } from "./form_field.js";
import { isTold } from "./form_told.js";
import { getIn } from "./store.js";
import { say } from "./words.js";

/* A square as in the chart: filled, half filled or outlined by its tone. */
export function mark(tone) {
  return svg("svg", { class: `mark ${tone ?? "heavy"}`, viewBox: "0 0 20 20",
    width: 20, height: 20, "aria-hidden": "true" },
  svg("rect", { x: 1.5, y: 1.5, width: 17, height: 17 }),
  tone === "mixed" ?
    svg("path", { d: "M18.5 1.5 V18.5 H1.5 Z" }) : null);
}

const fragmentList = (ctx) => {
  const value = ctx.store.get(ctx.schema.path("fragments"));

  return Array.isArray(value) ? value : [];
};

/* Which question and feeling of the rules an item is about. */
function meaning(ctx, item) {
  const { schema } = ctx;
  const record = schema.at(["fragments"]).field.of;
  const at = getIn(item, [schema.key(schema.field(record, "at"))]);
  const id = getIn(item, [schema.key(schema.field(record, "feeling"))]);

  return {
    question: schema.question(at),
    feeling: schema.find(schema.rules.feelings, id),
  };
}

function addFragment(ctx, q, feeling) {
  const { schema } = ctx;
  const { path, field } = schema.at(["fragments"]);
  const record = field.of;
  const list = [...fragmentList(ctx)];
  const item = Object.fromEntries([
    [schema.key(schema.field(record, "at")), q.id],
    [schema.key(schema.field(record, "feeling")), feeling.id[schema.keys]],
  ]);
  const last = list.findLastIndex((one) =>
    meaning(ctx, one).feeling === feeling);

  list.splice(last < 0 ? list.length : last + 1, 0, item);
  ctx.change(path, (tree) => ctx.put(tree, path, list));
}

function removeFragment(ctx, index) {
  const path = ctx.schema.path("fragments");
  const list = fragmentList(ctx).filter((_, i) => i !== index);

  ctx.change(path, (tree) => list.length === 0 ? ctx.cut(tree, path) :
    ctx.put(tree, path, list));
}

function cell(ctx, q, feeling, col) {
  const here = fragmentList(ctx)
    .map((item, i) => ({ ...meaning(ctx, item), i }))
    .filter((one) => one.question === q && one.feeling === feeling);
  const id = `feel-${q.id}-${feeling.id.en}`;
  const said = here.length > 0 ? saidFor(id) : null;
  const plus = h("button.plus-mark", {
    type: "button", id,
    "aria-label": say("feelingAdd", feeling.title, q.chip),
    "aria-describedby": said?.id,
    title: say("feelingAdd", feeling.title, q.chip),
    onclick: () => { addFragment(ctx, q, feeling); ctx.redraw(null, id); },
  }, "+");

  for (const { i } of here)
    ctx.register({ path: [...ctx.schema.path("fragments"), i], el: plus, said });
  return h("td", { "data-feeling": feeling.title, class: `tone${col}` },
    h("span.marks", null, here.map(({ i }, n) => h("button.mark-button", {
      type: "button",
      "aria-label": `${say("feelingRemove", feeling.title, q.chip)}` +
        ` (${n + 1})`,
      title: say("feelingRemove", feeling.title, q.chip),
      onclick: () => { removeFragment(ctx, i); ctx.redraw(null, id); },
    }, mark(feeling.tone))), plus), said);
}

export function drawFeelings(ctx) {
  const { schema } = ctx;
  const { path, field } = schema.at(["fragments"]);
  const { questions, feelings } = schema.rules;
  const odd = fragmentList(ctx).map((item, i) => ({ item, i }))
    .filter(({ item }) => {
      const { question, feeling } = meaning(ctx, item);

      return question === null || feeling === null;
    });
  const heading = h("h3", { tabindex: "-1", id: "feelings-other" },
    say("fragmentsOther"));

  if (feelings.length === 0)
    return [h("p", null, say("feelingNone"))];
  return [
    h("table.feelings", null,
      h("thead", null, h("tr", null,
        h("th", { scope: "col" }, say("partQuestions")),
        feelings.map((f) => h("th", { scope: "col" }, mark(f.tone), " ",
          f.title)))),
      h("tbody", null, questions.map((q) => h("tr", {
        class: isTold(schema, ctx.store.model, q) ? "" : "untold",
      }, h("th", { scope: "row" }, h("button.chip.jump", {
        type: "button", "aria-label": say("answerTo", q.chip),
        onclick: () => ctx.showAnswer(q.id),
      }, q.chip), " ", h("span.q-title", null, q.title)),
      feelings.map((f, col) => cell(ctx, q, f, col)))))),
    odd.length === 0 ? null : [heading, odd.map(({ i }) =>
      h("section.item", { "aria-label": `${say("aFragment")} ${i + 1}` },
        h("div.item-head", null, h("h4", null, `${say("aFragment")} ${i + 1}`),
          h("button.quiet.icon", {
            type: "button",
            "aria-label": say("removeItem", `${say("aFragment")} ${i + 1}`),
            onclick: () => { removeFragment(ctx, i); ctx.redraw(path); },
          }, "×")),
        h("div.item-body", null, schema.fields(field.of).map((sub) =>
          fieldControl(ctx, sub, [...path, i, schema.key(sub)])))))],
  ];
}
