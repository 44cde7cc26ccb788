/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Scores: per reader and scale a row of choices, what to listen for, quotes
   and reasons; and what the readers agreed on. */

import { h, pathId, svg } from "./dom.js";
import { capital, fieldControl, grouped, saidFor } from "./form_field.js";
import { getIn, isEmpty } from "./store.js";
import { say } from "./words.js";

const isObject = (v) => typeof v === "object" && v !== null;

/* The sign of a group, as in the chart. */
export function groupMark(group) {
  const shape = {
    circle: () => svg("circle", { cx: 8, cy: 8, r: 6 }),
    diamond: () => svg("path", { d: "M8 1 L15 8 L8 15 L1 8 Z" }),
    square: () => svg("rect", { x: 2.5, y: 2.5, width: 11, height: 11 }),
  }[group?.mark] ?? (() => svg("rect", { x: 2.5, y: 2.5, width: 11, height: 11 }));

  return svg("svg", { class: "group-mark", viewBox: "0 0 16 16", width: 14,
    height: 14, "aria-hidden": "true" }, shape());
}

export const groupOf = (ctx, scale) =>
  ctx.schema.find(ctx.schema.rules.groups, scale.group);

/* Scales by group, in the order of the rules. */
function scaleGroups(ctx) {
  const { groups, scales } = ctx.schema.rules;
  const out = groups.map((group) => ({
    group, scales: scales.filter((s) => groupOf(ctx, s) === group),
  }));
  const rest = scales.filter((s) => groupOf(ctx, s) === null);

  return [...out, { group: null, scales: rest }]
    .filter((one) => one.scales.length > 0);
}

/* Every value a scale may have, by band. */
const bandCells = (scale) => scale.bands.map((band, i) => ({
  band,
  values: scale.points.filter((p) => p.band === i).map((p) => p.score),
})).filter(({ values }) => values.length > 0);

const halfText = (v) => v.replace(/^0\.5$/, "½").replace(".5", "½");

/* The row of choices.  `path` leads to the score as it is typed. */
function scoreRow(ctx, scale, path, { na = null, anchors = true } = {}) {
  const id = pathId(path);
  const now = () => {
    const v = ctx.store.get(path);

    return isObject(v) || isEmpty(v) ? "" : String(v);
  };
  const radios = [];
  const choice = (value, text, kind) => {
    const radio = h("input", {
      type: "radio", name: id, id: `${id}-${value.replace(".", "h")}`,
      value, checked: now() === value,
      onchange: () => {
        ctx.set(path, value);
        ctx.redraw(null, radio.id);
      },
    });

    radios.push(radio);
    return h("span", { class: kind }, radio, h("label", { for: radio.id },
      h("span", null, text)));
  };
  const listen = (band) => anchors && band?.anchor ?
    h("p.anchor", null, band.anchor) : null;
  const track = h("div.track", null, bandCells(scale)
    .map(({ band, values }, i, all) => h("div", {
      class: `band band${bandTint(i, all.length)}`,
      style: { "flex-grow": values.length, "--n": values.length },
    }, h("span.band-word", null, band?.word ?? ""),
    h("span.cells", null, values.map((v) => choice(v, halfText(v), "cell"))),
    listen(band))));
  const known = radios.map((r) => r.value);
  const foot = h("div.track-foot", null,
    na === null ? null : choice(na, say("na"), "choice"),
    known.includes(now()) || now() === "" || now() === na ? null :
      choice(now(), say("asTyped", now()), "choice"),
    now() === "" ? null : h("button.quiet.small", {
      type: "button", "aria-label": say("clearScore", scale.title),
      onclick: () => { ctx.remove(path); ctx.redraw(null, radios[0].id); },
    }, say("clear")));

  const aloud = anchors ? scale.bands.filter((b) => b.anchor) : [];

  return grouped(ctx, {
    id, path, kind: "score", focus: radios.find((r) => r.checked) ?? radios[0],
    label: h("span.out", null, say("scoreOf", scale.title)),
    read: () => radios.forEach((r) => { r.checked = r.value === now(); }),
  }, track, aloud.length === 0 ? null : h("ul.listen", null, aloud.map((band) =>
    h("li", null, h("b", null, `${band.word}: `), band.anchor))), foot);
}

/* Two bands take the first and the last tint, as on paper. */
function bandTint(i, n) {
  return n < 2 ? 2 : 1 + Math.round((i * 2) / (n - 1));
}

/* Quotes */

const opened = new Set(); /* quotes whose fields are shown */

function quoteItem(ctx, scale, path, i, list) {
  const { schema } = ctx;
  const record = schema.at(["readings", 0, "scores"]).field.of;
  const quote = schema.fields(schema.field(record, "evidence").of);
  const at = [...path, i];
  const id = pathId(at);
  const item = list[i];
  const read = (name) => getIn(item,
    [schema.key(quote.find((f) => f.key.en === name))]);
  const text = isObject(read("quote")) ? "" : String(read("quote") ?? "");
  const q = schema.question(read("at"));
  const said = saidFor(id);
  const open = opened.has(id) || text === "" ||
    (!isEmpty(read("at")) && q === null);
  const remove = h("button.quiet.icon", {
    type: "button",
    "aria-label": say("quoteRemove", text.slice(0, 60)),
    title: say("quoteRemove", text.slice(0, 60)),
    onclick: () => {
      ctx.change(path, (tree) => {
        const rest = getIn(tree, path).filter((_, k) => k !== i);

        return rest.length === 0 ? ctx.cut(tree, path) :
          ctx.put(tree, path, rest);
      });
      opened.delete(id);
      ctx.redraw(path);
    },
  }, h("span", { "aria-hidden": "true" }, "×"));

  if (open)
    return h("li.quote.open", null, quote.map((f) => fieldControl(ctx, f,
      [...at, schema.key(f)])), said, remove);

  const show = h("button.chip.jump", {
    type: "button", id, "aria-describedby": said.id,
    "aria-label": q === null ? say("wholeTalk") :
      say("quoteShow", q.chip),
    onclick: () => ctx.showQuote(q?.id ?? null, text),
  }, q === null ? say("wholeTalk") : q.chip);

  ctx.register({ path: at, el: show, said });
  return h("li.quote", null,
    h("span.quote-text", null, `“${text}”`, " ", show),
    h("span.quote-tools", null, h("button.quiet.small", {
      type: "button", "aria-label": say("quoteEdit", text.slice(0, 60)),
      onclick: () => { opened.add(id); ctx.redraw([...at,
        schema.key(quote.find((f) => f.key.en === "quote"))]); },
    }, say("edit")), remove), said);
}

function quoteList(ctx, scale, path, target) {
  const value = ctx.store.get(path);
  const list = Array.isArray(value) ? value : [];
  const id = pathId(path);
  const said = saidFor(id);
  const pick = h("button.pick", {
    id, type: "button", "aria-describedby": said.id,
    "aria-label": say("quotePickFor", scale.title),
    onclick: () => ctx.pickQuote(target),
  }, say("quotePick"));

  ctx.register({ path, el: pick, said });
  return h("div.quotes", null,
    h("div.label", null, say("quotes")),
    h("div", null, list.length === 0 ? null :
      h("ul", null, list.map((_, i) => quoteItem(ctx, scale, path, i, list))),
    h("div.quote-foot", null, pick, h("button.quiet.small", {
      type: "button", "aria-label": say("quoteTypeFor", scale.title),
      onclick: () => {
        ctx.change(path, (tree) => ctx.put(tree, path, [...list, {}]));
        ctx.redraw([...path, list.length]);
      },
    }, say("quoteType"))), said));
}

/* One scale of one reader */

/* Where a scale stands among a reader's scores. */
export function scorePath(ctx, reading, scale) {
  const scores = ctx.schema.path("readings", reading, "scores");

  return [...scores, ctx.schema.idIn(ctx.store.get(scores), scale)];
}

export function evidencePath(ctx, reading, scale) {
  const record = ctx.schema.at(["readings", 0, "scores"]).field.of;

  return [...scorePath(ctx, reading, scale),
    ctx.schema.key(ctx.schema.field(record, "evidence"))];
}

function scaleCard(ctx, reading, scale) {
  const { schema } = ctx;
  const record = schema.at(["readings", 0, "scores"]).field.of;
  const path = scorePath(ctx, reading, scale);
  const group = groupOf(ctx, scale);
  const sub = (name) => schema.field(record, name);
  const at = (name) => [...path, schema.key(sub(name))];
  const na = sub("score").words[0][schema.keys];
  const score = ctx.store.get(at("score"));
  const withReason = score === na || !isEmpty(ctx.store.get(at("reason")));
  const said = saidFor(pathId(path));
  const target = { reading, scale: scale.id.en };
  const heading = h("h4", { id: pathId(path), tabindex: "-1",
    "aria-describedby": said.id }, scale.title);

  ctx.register({ path, el: heading, said });
  return h("section.scale", {
    class: `scale ${group?.colour ?? "slate"}`, "aria-label": scale.title,
    onfocusin: () => ctx.setTarget(target, false),
  }, h("div.scale-head", null, heading,
    scale.about ? h("p.help", null, scale.about) : null),
  h("div.scale-body", null,
    scoreRow(ctx, scale, at("score"), { na }), said,
    withReason ? fieldControl(ctx, sub("reason"), at("reason")) : null,
    quoteList(ctx, scale, at("evidence"), target),
    h("div.pair", null,
      fieldControl(ctx, sub("not_lower"), at("not_lower"), { help: null }),
      fieldControl(ctx, sub("not_higher"), at("not_higher"), { help: null }))));
}

function groupHead(group) {
  return group === null ? null :
    h("header.group-head", { class: `group-head ${group.colour}` },
      h("h3", null, groupMark(group), " ", group.title),
      group.intro ? h("p.help", null, group.intro) : null);
}

function readerScores(ctx, reading) {
  const { schema } = ctx;
  const { path, field } = schema.at(["readings", reading]);
  const by = schema.fields(field.of).filter((f) => f.type !== "own");
  const scores = schema.path("readings", reading, "scores");
  const value = ctx.store.get(scores);
  const strange = isObject(value) ? Object.keys(value).filter((id) =>
    schema.find(schema.rules.scales, id) === null) : [];

  return [
    h("div.reader-head", null, by.map((f) =>
      fieldControl(ctx, f, [...path, schema.key(f)]))),
    scaleGroups(ctx).map(({ group, scales }) => h("section.scale-group", null,
      groupHead(group), scales.map((s) => scaleCard(ctx, reading, s)))),
    strange.map((id) => ctx.unknownValue([...scores, id])),
  ];
}

/* What the readers settled on */

function readersSay(ctx, scale) {
  const { schema } = ctx;
  const { path, field } = schema.at(["readings"]);
  const record = schema.at(["readings", 0, "scores"]).field.of;
  const scoreKey = schema.key(schema.field(record, "score"));
  const byKey = schema.key(schema.field(field.of, "by"));
  const list = ctx.store.get(path);
  const out = (Array.isArray(list) ? list : []).map((reading, i) => {
    const score = getIn(reading, [schema.key(schema.field(field.of, "scores")),
      schema.idIn(ctx.store.get(schema.path("readings", i, "scores")), scale),
      scoreKey]);
    const by = getIn(reading, [byKey]);

    return `${isObject(by) || isEmpty(by) ? say("readerN", i + 1) : by} ${
      isObject(score) || isEmpty(score) ? "–" : score}`;
  });

  return out.join(" · ");
}

function agreedScores(ctx) {
  const { schema } = ctx;
  const { field, path } = schema.at(["agreed"]);
  const scores = schema.path("agreed", "scores");
  const value = ctx.store.get(scores);
  const strange = isObject(value) ? Object.keys(value).filter((id) =>
    schema.find(schema.rules.scales, id) === null) : [];

  return [
    h("p.help", null, say("agreedHelp")),
    h("div.reader-head", null, schema.fields(field.of)
      .filter((f) => f.type !== "own").map((f) =>
        fieldControl(ctx, f, [...path, schema.key(f)]))),
    scaleGroups(ctx).map(({ group, scales }) => h("section.scale-group", null,
      groupHead(group), scales.map((scale) => h("section.scale", {
        class: `scale ${group?.colour ?? "slate"}`, "aria-label": scale.title,
      }, h("div.scale-head", null, h("h4", null, scale.title),
        h("p.help", null, readersSay(ctx, scale))),
      h("div.scale-body", null, scoreRow(ctx, scale,
        [...scores, schema.idIn(value, scale)], { anchors: false })))))),
    strange.map((id) => ctx.unknownValue([...scores, id])),
  ];
}

/* The part: a choice of reader above it */

export function readerName(ctx, i) {
  const by = ctx.store.get(ctx.schema.path("readings", i, "by"));

  return isObject(by) || isEmpty(by) ?
    (i === 0 ? "coach" : say("readerN", i + 1)) : String(by);
}

export function drawScores(ctx) {
  const { schema } = ctx;
  const path = schema.path("readings");
  const value = ctx.store.get(path);
  const count = Math.max(1, Array.isArray(value) ? value.length : 0);
  const withAgreed = count > 1 ||
    ctx.store.get(schema.path("agreed")) !== undefined;
  const views = [...Array.from({ length: count }, (_, i) => i),
    ...(withAgreed ? ["agreed"] : [])];
  const said = saidFor(pathId(path));
  const plus = h("button.add", {
    type: "button", id: pathId(path), "aria-describedby": said.id,
    onclick: () => {
      ctx.change(path, (tree) => {
        const by = schema.field(schema.at(["readings"]).field.of, "by");
        const list = Array.isArray(value) && value.length > 0 ? value :
          [{ [schema.key(by)]: "coach" }];

        return ctx.put(tree, path, [...list, {}]);
      });
      ctx.state.reading = count;
      ctx.redraw(schema.path("readings", count, "by"));
    },
  }, h("span.plus", { "aria-hidden": "true" }, "+"),
  count === 1 ? say("addReader") : say("addReaderMore"));

  if (!views.includes(ctx.state.reading)) ctx.state.reading = 0;
  ctx.register({ path, el: plus, said });
  return [
    h("div.readers", { role: "group", "aria-label": say("readers") },
      views.map((v) => {
        const id = `reader-${v}`;

        const el = h("button.seg", {
          type: "button", id,
          "aria-pressed": String(v === ctx.state.reading),
          onclick: () => { ctx.state.reading = v; ctx.redraw(null, id); },
        });
        const name = () => {
          el.textContent = v === "agreed" ? say("agreed") : readerName(ctx, v);
        };

        name();
        ctx.onModel(name);
        return el;
      }), plus,
      ctx.state.reading !== "agreed" && count > 1 ? h("button.quiet.small", {
        type: "button",
        onclick: () => {
          const i = ctx.state.reading;
          const name = readerName(ctx, i);

          ctx.change(path, (tree) => ctx.put(tree, path,
            value.filter((_, k) => k !== i)));
          ctx.state.reading = 0;
          ctx.redraw(path);
          ctx.announce(say("removed", name));
        },
      }, capital(say("removeItem", say("aReader")))) : null), said,
    ctx.state.reading === "agreed" ? agreedScores(ctx) :
      readerScores(ctx, ctx.state.reading),
  ];
}
