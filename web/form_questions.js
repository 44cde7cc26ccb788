/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Three words, and each question of the rules with its answer. */

import { grow, h, pathId } from "./dom.js";
import { capital, fieldControl, itemList, labelled, saidFor, textControl }
  from "./form_field.js";
import { unwrapped } from "./form_schema.js";
import { isTold, skippedList, withSkipped } from "./form_told.js";
import { getIn, removeIn, setIn } from "./store.js";
import { say } from "./words.js";

const isObject = (v) => typeof v === "object" && v !== null;

/* The question as asked, kept up to date with names and words. */
function asked(ctx, id) {
  const p = h("p.ask");

  ctx.onForm(() => { p.textContent = ctx.schema.question(id)?.text ?? ""; });
  return p;
}

export function drawWords(ctx) {
  const { path, field } = ctx.schema.at(["three_words"]);
  const questions = ctx.schema.rules.questions;
  const first = questions.find((q) => q.kind === "words");

  return [
    first ? h("div.intro", null,
      h("span.chip", null, first.chip), asked(ctx, first.id)) : null,
    itemList(ctx, field, path, {
      one: say("aWord"),
      room: field.expected,
      inner: (i, at) => {
        const q = questions.find((x) => x.kind === "word" && x.word === i + 1);

        return ctx.schema.fields(field.of).map((sub) => {
          const subPath = [...at, ctx.schema.key(sub)];

          if (sub.key.en === "word")
            return h("div.big-word", null, fieldControl(ctx, sub, subPath,
              { help: null, bare: true }));
          if (sub.key.en !== "example" || q)
            return h("div", null, sub.key.en === "example" ?
              h("div.intro", null, h("span.chip", null, q.chip),
                asked(ctx, q.id)) : null,
            fieldControl(ctx, sub, subPath, { lines: 3 }));
          return ctx.store.get(subPath) === undefined ? null :
            fieldControl(ctx, sub, subPath, { lines: 3 });
        });
      },
    }),
  ];
}

/* What is in the program's memory only: answers shown in parts while empty,
   and parts that were joined, should they be wanted again. */
const asParts = new Map();
const joined = new Map();

function slotsOf(ctx) {
  return ctx.schema.fields(ctx.schema.at(["answers"]).field?.of);
}

function splitAnswer(ctx, q) {
  const path = ctx.schema.path("answers", q.id);
  const text = ctx.store.get(path);
  const before = joined.get(q.id);

  asParts.set(q.id, true);
  if (typeof text === "string" && text !== "") {
    const parts = before && before.text === text ? before.parts :
      { [ctx.schema.key(slotsOf(ctx)[0])]: text };

    ctx.change(path, (tree) => setIn(tree, path, parts, ctx.store.order));
  }
  ctx.redraw([...path, ctx.schema.key(slotsOf(ctx)[0])]);
}

function joinAnswer(ctx, q) {
  const path = ctx.schema.path("answers", q.id);
  const parts = ctx.store.get(path);

  asParts.set(q.id, false);
  if (isObject(parts)) {
    /* What has a known name in its order, then what has not. */
    const known = slotsOf(ctx).map((f) => ctx.schema.key(f));
    const keys = [...known, ...Object.keys(parts)
      .filter((key) => !known.includes(key))];
    const text = keys.map((key) => parts[key])
      .filter((v) => !isObject(v) && (v ?? "") !== "")
      .map((v) => unwrapped(v)).join("\n\n");

    joined.set(q.id, { text, parts });
    ctx.change(path, (tree) => text === "" ? removeIn(tree, path) :
      setIn(tree, path, text, ctx.store.order));
  }
  ctx.redraw(path);
}

function answerControls(ctx, q) {
  const { path } = ctx.schema.at(["answers", q.id]);
  const value = ctx.store.get(path);
  const inParts = isObject(value) ||
    ((value ?? "") === "" && asParts.get(q.id) === true);

  if (inParts)
    return slotsOf(ctx).map((f) => fieldControl(ctx, f,
      [...path, ctx.schema.key(f)], { lines: 1 }));

  const control = textControl(ctx, path, { lines: 4 });

  return labelled(ctx, {
    id: pathId(path), label: say("answer"), path, control, wide: true,
    help: null,
    read: () => {
      const now = ctx.store.get(path);

      control.value = isObject(now) ? "" : unwrapped(now);
      grow(control);
    },
  });
}

/* A choice as long as there is no answer. */
function skipBox(ctx, q) {
  const id = `skip-${q.id}`;
  const box = h("input", {
    type: "checkbox", id, onchange: () => {
      ctx.store.change(ctx.schema.path("skipped"), (tree) =>
        withSkipped(ctx.schema, tree, q.id, box.checked));
    },
  });
  const el = h("span.choice.plain", null, box, h("label", { for: id },
    say("skipped"), h("span.help", null, say("skippedHelp"))));
  const show = () => {
    box.checked = skippedList(ctx.schema, ctx.store.model).includes(q.id);
    el.hidden = !box.checked && isTold(ctx.schema, ctx.store.model, q);
  };

  show();
  ctx.onModel(show);
  return el;
}

function questionCard(ctx, q) {
  const path = ctx.schema.path("answers", q.id);
  const beside = (q.kind === "word" || q.kind === "words") &&
    ctx.store.get(path) === undefined;
  const inParts = isObject(ctx.store.get(path)) || asParts.get(q.id) === true;
  const said = beside ? saidFor(pathId(path)) : null;
  const link = beside ? h("button.link", {
    type: "button", id: pathId(path), "aria-describedby": said.id,
    onclick: () => ctx.go(ctx.schema.path("three_words",
      ...(q.kind === "word" ? [q.word - 1, "example"] : [0, "word"]))),
  }, say("goThere", say("partWords"))) : null;

  if (beside) ctx.register({ path, el: link, said });
  return h("section.question", { id: `q-${q.id}`, tabindex: "-1" },
    h("div.side", null,
      h("h3", null, h("span.chip", null, q.chip), " ", q.title)),
    h("div.main", null, asked(ctx, q.id),
      q.probes?.length > 0 ? h("ul.probes", { "aria-label": say("probes") },
        q.probes.map((text) => h("li", null, text))) : null,
      beside ? h("p.help", null, say("atWords"), " ", link, said) :
        answerControls(ctx, q),
      h("div.question-foot", null, skipBox(ctx, q),
        beside ? null : h("button.quiet.small", {
          type: "button",
          onclick: () => inParts ? joinAnswer(ctx, q) : splitAnswer(ctx, q),
        }, inParts ? say("join") : say("split")))));
}

/* A row of chips: which questions have an answer, and a way to each. */
function questionMap(ctx) {
  const chips = ctx.schema.rules.questions.map((q) => {
    const el = h("button.chip.jump", {
      type: "button", "aria-label": say("yourQuestion", q.chip),
      title: q.title,
      onclick: () => {
        const card = document.getElementById(`q-${q.id}`);

        card.scrollIntoView({ block: "start" });
        (card.querySelector("textarea") ?? card).focus();
      },
    }, q.chip);

    return { q, el };
  });
  const show = () => {
    for (const { q, el } of chips)
      el.classList.toggle("told", isTold(ctx.schema, ctx.store.model, q));
  };

  show();
  ctx.onModel(show);
  return h("div.question-map", null, chips.map(({ el }) => el));
}

export function drawQuestions(ctx) {
  const { path } = ctx.schema.at(["answers"]);
  const skipped = ctx.schema.path("skipped");
  const said = saidFor(pathId(path));
  const all = h("button.quiet", {
    type: "button", id: pathId(path), "aria-describedby": said.id,
    onclick: () => ctx.store.change(skipped, (tree) =>
      ctx.schema.rules.questions.reduce((t, q) =>
        isTold(ctx.schema, t, q) ? t : withSkipped(ctx.schema, t, q.id, true),
      tree)),
  }, say("skipAll"));
  const known = ctx.schema.rules.questions.map((q) => q.id);
  const answers = getIn(ctx.store.model, path);
  const strange = isObject(answers) ?
    Object.keys(answers).filter((id) => !known.includes(id)) : [];

  const offer = () => {
    all.hidden = ctx.schema.rules.questions.every((q) =>
      isTold(ctx.schema, ctx.store.model, q) ||
      skippedList(ctx.schema, ctx.store.model).includes(q.id));
  };

  offer();
  ctx.onModel(offer);
  ctx.register({ path, el: all, said });
  ctx.register({ path: skipped, el: all, said });
  return [
    h("div.tools-line", null, questionMap(ctx), all), said,
    ctx.schema.rules.questions.map((q) => questionCard(ctx, q)),
    strange.map((id) => h("section.question", null,
      h("div.side", null, h("h3", null, capital(id))),
      h("div.main", null, answerControls(ctx, { id })))),
  ];
}
