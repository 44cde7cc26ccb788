/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The answers beside the form, to mark quotes in.  A text area that takes no
   input: so the caret, Shift with the arrows and the mouse work as anywhere,
   and what is selected is verbatim.  A layer below it shows what is a quote. */

import { fill, h } from "./dom.js";
import { evidencePath, groupMark, groupOf, readerName } from "./form_scores.js";
import { toldText } from "./form_told.js";
import { getIn } from "./store.js";
import { say } from "./words.js";

/* Where a quote stands in a text: [begin, end], or null.  To show it only;
   whether it is verbatim is for the program to say. */
export function locate(text, quote) {
  const classes = [
    [/['‘’‚‛′´`"“”„«»‹›]/, "['‘’‚‛′´`\"“”„«»‹›]"],
    [/[-‐-―]/, "[-‐-―]"],
    [/\s/, "\\s+"],
  ];
  const pieces = String(quote).trim().split(/\s*[([]?(?:\.{3,}|…)[)\]]?\s*/)
    .filter((p) => p !== "");

  if (pieces.length === 0) return null;

  const pattern = pieces.map((piece) =>
    piece.replace(/\s+/g, " ").split("").map((c) =>
      classes.find(([is]) => is.test(c))?.[1] ??
      c.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")).join("")).join("[^]*?");
  const found = new RegExp(pattern).exec(text);

  return found === null ? null :
    [found.index, found.index + found[0].length];
}

export function createAnswers(ctx, root) {
  let areas = new Map(); /* question id -> {area, mirror, text} */
  let selected = null;   /* {id, text} */
  const target = h("h2.pick-target");
  const use = h("button.primary", {
    type: "button", disabled: true, onclick: () => useSelection(),
  });
  const back = h("button.quiet.back", {
    type: "button", onclick: () => ctx.backToForm(),
  });
  const how = h("p.help");
  const head = h("div.pick", null, target, how, h("div.pick-tools", null, use,
    back));
  const list = h("div.answers");

  fill(root, head, list);

  function useSelection() {
    const to = ctx.picking() ? ctx.target : null;

    if (to === null || selected === null || selected.text === "") return;

    const scale = ctx.schema.rules.scales.find((s) => s.id.en === to.scale);
    const path = evidencePath(ctx, to.reading, scale);
    const { schema } = ctx;
    const record = schema.at(["readings", 0, "scores"]).field.of;
    const quote = schema.field(record, "evidence").of;
    const item = Object.fromEntries([
      [schema.key(schema.field(quote, "at")), selected.id],
      [schema.key(schema.field(quote, "quote")), selected.text],
    ]);

    ctx.change(path, (tree) => {
      const old = getIn(tree, path);

      return ctx.put(tree, path, [...(Array.isArray(old) ? old : []), item]);
    });
    ctx.announce(say("quoteAdded", scale.title));
    ctx.redraw(null, null);
    showHead();
  }

  function noteSelection(id, area) {
    const text = area.value.slice(area.selectionStart, area.selectionEnd)
      .replace(/\s+/g, " ").trim();

    selected = text === "" ? null : { id, text };
    use.disabled = selected === null || ctx.target === null;
  }

  function quotesNow() {
    const { schema } = ctx;
    const readings = ctx.store.get(schema.path("readings"));
    const record = schema.at(["readings", 0, "scores"]).field?.of;
    const out = [];

    if (!record || !Array.isArray(readings)) return out;

    const evidence = schema.field(record, "evidence");
    const key = (name) => schema.key(schema.field(evidence.of, name));

    readings.forEach((_, r) => {
      const scores = ctx.store.get(schema.path("readings", r, "scores"));

      for (const [id, scored] of Object.entries(scores ?? {})) {
        const quotes = getIn(scored, [schema.key(evidence)]);
        const scale = schema.find(schema.rules.scales, id);
        const mine = ctx.picking() && ctx.target !== null && scale !== null &&
          ctx.target.reading === r && ctx.target.scale === scale.id.en;

        for (const one of Array.isArray(quotes) ? quotes : []) {
          const text = getIn(one, [key("quote")]);

          if (typeof text === "string")
            out.push({ at: getIn(one, [key("at")]), text, mine, scale });
        }
      }
    });
    return out;
  }

  /* The marks of one answer; the scale in hand goes before the others. */
  function showMarks(id, { mirror, text }, quotes) {
    const kinds = new Array(text.length).fill("");

    for (const mine of [false, true])
      for (const q of quotes.filter((one) => one.mine === mine)) {
        if (q.at !== undefined && q.at !== "" && q.at !== id) continue;

        const place = locate(text, q.text);
        const colour = q.scale === null ? "slate" :
          groupOf(ctx, q.scale)?.colour ?? "slate";

        for (let i = place?.[0] ?? 0; i < (place?.[1] ?? 0); i++)
          kinds[i] = mine ? `mine ${colour}` : "other";
      }

    const out = [];

    for (let i = 0; i < text.length;) {
      let end = i + 1;

      while (end < text.length && kinds[end] === kinds[i]) end++;
      out.push(kinds[i] === "" ? text.slice(i, end) :
        h("mark", { class: kinds[i] }, text.slice(i, end)));
      i = end;
    }
    fill(mirror, out, "\n");
  }

  function showHead() {
    const to = ctx.picking() ? ctx.target : null;
    const scale = to === null ? null :
      ctx.schema.rules.scales.find((s) => s.id.en === to.scale) ?? null;

    use.hidden = scale === null;
    fill(use, say("quoteUse"));
    fill(back, say("back", ctx.partTitle()));
    if (scale === null) {
      head.classList.toggle("idle", !ctx.picking());
      target.className = "pick-target";
      fill(target, say("answersTitle"));
      how.textContent = ctx.picking() ? say("quoteNoScale") : "";
    } else {
      const group = groupOf(ctx, scale);

      head.classList.remove("idle");
      target.className = `pick-target ${group?.colour ?? "slate"}`;
      fill(target, h("span.help", null, say("quoteFor")), " ",
        groupMark(group), " ", h("b", null, scale.title),
        h("span.help", null, ` · ${readerName(ctx, to.reading)}`));
      how.textContent = say("quoteHow");
    }
    use.disabled = selected === null || scale === null;
  }

  function showAll() {
    if (ctx.schema === null || ctx.store.model === null) return;

    const told = ctx.schema.rules.questions.map((q) =>
      ({ q, text: toldText(ctx.schema, ctx.store.model, q) }))
      .filter(({ text }) => text !== "");

    selected = null;
    areas = new Map();
    fill(list, told.length === 0 ? h("p.help", null, say("answersNone")) : null,
      told.map(({ q, text }) => {
        const mirror = h("div.mirror", { "aria-hidden": "true" });
        const area = h("textarea", {
          id: `told-${q.id}`, "aria-readonly": "true", inputmode: "none",
          "aria-label": `${say("answerTo", q.chip)}: ${q.title}`,
          rows: 1, spellcheck: "false", value: text,
          onbeforeinput: (event) => event.preventDefault(),
          oninput: () => { area.value = text; },
          onselect: () => noteSelection(q.id, area),
          onkeyup: () => noteSelection(q.id, area),
          onmouseup: () => setTimeout(() => noteSelection(q.id, area), 0),
          onfocus: () => noteSelection(q.id, area),
          onkeydown: (event) => {
            if (event.key !== "Enter" || event.ctrlKey || event.altKey) return;
            event.preventDefault();
            noteSelection(q.id, area);
            if (selected === null) ctx.announce(say("quoteNothing"));
            else useSelection();
          },
        });

        areas.set(q.id, { area, mirror, text });
        return h("section.told", { "aria-label": q.chip },
          h("h3", null, h("span.chip", null, q.chip), " ", q.title),
          h("div.told-text", null, mirror, area));
      }));
    showQuotes();
    showHead();
  }

  function showQuotes() {
    const quotes = quotesNow();

    for (const [id, one] of areas) showMarks(id, one, quotes);
  }

  return {
    /* The text of an answer changed, or the language: draw again where it
       did; the caret of an answer that stays is left alone. */
    update() {
      if (ctx.schema === null || ctx.store.model === null) return;

      const told = ctx.schema.rules.questions.map((q) =>
        [q.id, toldText(ctx.schema, ctx.store.model, q)])
        .filter(([, text]) => text !== "");
      const same = told.length === areas.size &&
        told.every(([id, text]) => areas.get(id)?.text === text);

      if (same) {
        showQuotes();
        showHead();
      } else {
        showAll();
      }
    },
    redraw: showAll,
    head: showHead,
    /* Puts the caret in an answer and selects a quote in it. */
    show(id, quote) {
      const ids = id !== null ? [id] : [...areas.keys()];

      for (const one of ids) {
        const entry = areas.get(one);
        const place = entry && quote ? locate(entry.text, quote) : null;

        if (!entry || (quote && place === null && id === null)) continue;
        entry.area.focus();
        entry.area.setSelectionRange(place?.[0] ?? 0, place?.[1] ?? 0);
        entry.area.closest("section").scrollIntoView({ block: "center" });
        if (quote && place === null) ctx.announce(say("quoteNotFound"));
        return true;
      }
      return false;
    },
  };
}
