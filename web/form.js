/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The form: a list of parts, the part that is open, and what is beside it.

   Typing changes the store and nothing else on the page but counts and
   messages; a change of shape (an item more, another reader, a step back)
   draws the part again and gives the focus back.  What a drawing needs is the
   `ctx` below. */

import { add, fill, h, pathId } from "./dom.js";
import { createAnswers } from "./form_answers.js";
import { saidFor } from "./form_field.js";
import { controlFor, showBeside } from "./form_messages.js";
import { partOf, parts } from "./form_parts.js";
import { createSchema } from "./form_schema.js";
import { followSkipped } from "./form_told.js";
import { getIn, isEmpty, removeIn, setIn } from "./store.js";
import { language, say } from "./words.js";

const isObject = (v) => typeof v === "object" && v !== null;

/* `nav`, `main`: elements to fill; `answers`: where the answers stand;
   `show(view)` brings "form" or "answers" into view where there is not room
   for both; `announce(text)` tells who cannot see. */
export function createForm({ store, nav, main, answers, show, announce,
  countMessages = () => {} }) {
  let part = parts[0];
  let controls = [];
  let live = [];        /* calls after new form data */
  let watching = [];    /* calls after every change */
  let shown = [];       /* calls once the part is on the page */
  let messages = [];

  const ctx = {
    store,
    schema: null,
    state: { reading: 0 },
    target: null,
    get lang() { return language(); },

    /* Changes; a question with an answer is not skipped. */
    change(path, make, options) {
      store.change(path, (tree) => followReader(ctx.schema, tree,
        followSkipped(ctx.schema, tree, make(tree))), options);
    },
    set(path, value, options) {
      ctx.change(path, (tree) => isEmpty(value) ? removeIn(tree, path) :
        setIn(tree, path, value, store.order), options);
    },
    remove: (path) => ctx.change(path, (tree) => removeIn(tree, path)),
    put: (tree, path, value) => setIn(tree, path, value, store.order),
    cut: (tree, path) => removeIn(tree, path),

    /* {path, el, said, read}: the control of a path, where its messages go,
       how it reads its value again. */
    register: (control) => controls.push(control),
    onForm(call) { live.push(call); call(); },
    onModel: (call) => watching.push(call),
    whenShown: (call) => shown.push(call),
    redraw,
    announce,
    go,

    unknownPaths: () => unknownPaths(ctx),
    unknownValue,
    setTarget(target, redrawHead = true) {
      const same = ctx.target !== null && target.scale === ctx.target.scale &&
        target.reading === ctx.target.reading;

      ctx.target = target;
      if (!same || redrawHead) panel.update();
      for (const el of main.querySelectorAll(".scale.current"))
        el.classList.remove("current");
    },
    pickQuote(target) {
      ctx.setTarget(target);
      show("answers");
      if (!panel.show(null, null)) answers.querySelector("button")?.focus();
    },
    showQuote(id, text) {
      show("answers");
      panel.show(id, text);
    },
    showAnswer(id) {
      show("answers");
      panel.show(id, null);
    },
    backToForm() {
      show("form");
      redraw(null);
    },
    /* Are quotes chosen, in the part that is open? */
    picking: () => part.id === "scores" && ctx.state.reading !== "agreed",
    partTitle: () => say(part.title),
    rules: [],
  };
  const panel = createAnswers(ctx, answers);

  /* What is unknown: shown, kept, and gone when asked for. */
  function unknownValue(path) {
    const id = pathId(path);
    const said = saidFor(id);
    const value = store.get(path);
    const remove = h("button.quiet", {
      id, type: "button", "aria-describedby": said.id,
      onclick: () => { ctx.remove(path); redraw(null); },
    }, say("notFormRemove"));

    ctx.register({ path, el: remove, said });
    return h("section.row.strange", null,
      h("div.side", null, h("h3", null, path.join(" › ")),
        h("p.help", null, say("unknown"))),
      h("div.main", null, h("p.help", null, say("unknownHelp")),
        h("pre", { tabindex: "0", "aria-label": path.join(" › ") },
          isObject(value) ? JSON.stringify(value, null, 1) :
            String(value ?? "")),
        remove, said));
  }

  const partsShown = () =>
    parts.filter((p) => ctx.schema !== null && (p.shown?.(ctx) ?? true));

  /* The list of parts */

  function drawNav() {
    fill(nav, h("ol", null, partsShown().map((p) => {
      const text = h("span.progress");
      const bar = h("span.bar", { "aria-hidden": "true" }, h("i"));

      return h("li", null, h("button.part", {
        type: "button", id: `part-${p.id}`,
        "aria-current": p === part ? "step" : null,
        onclick: () => open(p),
      }, h("span.part-title", null, say(p.title),
        h("span.part-faults", { hidden: "" })), text, bar));
    })));
    nav.querySelector("[aria-current]")?.scrollIntoView(
      { block: "nearest", inline: "center" });
    showProgress();
  }

  function showProgress() {
    for (const p of partsShown()) {
      const el = document.getElementById(`part-${p.id}`);

      if (el === null) continue;

      const { done, total, text } = p.progress(ctx);
      const here = p === part ? main.querySelector(".part-progress") : null;

      if (here !== null) here.textContent = text;
      const faults = messages.filter((m) => m.severity === "error" &&
        Array.isArray(m.path) && m.path.length > 0 &&
        partOf(ctx, m.path) === p).length;
      const sign = el.querySelector(".part-faults");

      el.querySelector(".progress").textContent =
        done === 0 && p.optional ? say("optional") : text;
      el.querySelector(".bar i").style.width =
        total > 0 ? `${Math.round((done / total) * 100)}%` : "0";
      el.querySelector(".bar").hidden = total === 0;
      sign.hidden = faults === 0;
      sign.textContent = faults === 0 ? "" :
        faults === 1 ? say("faultOne") : say("faults", faults);
    }
  }

  /* The part that is open */

  function draw() {
    const all = partsShown();

    if (!all.includes(part)) part = all[0];
    controls = [];
    live = [];
    watching = [];
    shown = [];

    const at = all.indexOf(part);
    const step = (p, key, kind) => p === undefined ? h("span") : h("button", {
      type: "button", class: kind, onclick: () => open(p),
    }, say(key, say(p.title)));

    fill(main, h("div.part-head", null,
      h("h2", { id: "part-title", tabindex: "-1" }, say(part.title)),
      h("p.lead", null, say(part.help)), h("p.part-progress")),
    h("div.part-body", { class: `part-body in-${part.id}` }),
    h("div.part-foot", null, step(all[at - 1], "previous", "quiet"),
      step(all[at + 1], "next", "next")));
    add(main.querySelector(".part-body"), [part.draw(ctx)]);
    for (const call of shown) call();
    panel.update();
    showMessages();
  }

  /* Draws the part again.  `focus`: the path whose control gets the focus;
     null: who had it, by `id` where given. */
  function redraw(focus = null, id = undefined) {
    const active = document.activeElement;
    const held = main.contains(active) ? active.id : null;
    const top = main.scrollTop;
    const page = window.scrollY;

    draw();
    drawNavKept();
    main.scrollTop = top;
    window.scrollTo(0, page);
    if (focus !== null) focusPath(focus);
    else if (id !== null && (id ?? held))
      document.getElementById(id ?? held)?.focus({ preventScroll: true });
  }

  function drawNavKept() {
    const held = nav.contains(document.activeElement) ?
      document.activeElement.id : null;

    drawNav();
    if (held !== null) document.getElementById(held)?.focus();
  }

  function open(next, { focus = true } = {}) {
    part = next;
    draw();
    drawNav();
    show("form");
    main.scrollTop = 0;
    if (window.scrollY > 0) window.scrollTo(0, 0);
    if (focus) document.getElementById("part-title").focus();
    onPart(part);
  }

  let onPart = () => {};

  /* The control of a path, or of what is nearest to it. */
  function focusPath(path) {
    const found = controlFor(controls.filter((c) => c.el), path);

    if (found !== null) {
      found.el.focus();
      found.el.scrollIntoView({ block: "center" });
    }
    return found !== null;
  }

  /* Opens the part of a path and puts the focus on its control. */
  function go(path) {
    const { schema } = ctx;

    part = partOf(ctx, path);
    if (schema.path("readings")[0] === path[0] && typeof path[1] === "number")
      ctx.state.reading = path[1];
    if (schema.path("agreed")[0] === path[0]) ctx.state.reading = "agreed";
    draw();
    drawNav();
    show("form");
    onPart(part);
    if (!focusPath(path)) document.getElementById("part-title").focus();
  }

  function showMessages() {
    showBeside(controls, messages);
    showProgress();
    countMessages(messages);
  }

  store.subscribe([], (model, info) => {
    if (ctx.schema === null || info.kind === "saved" || info.kind === "load")
      return;
    if (info.kind === "undo" || info.kind === "redo") {
      go(info.path);
      panel.update();
      return;
    }
    for (const call of watching) call();
    showProgress();
    panel.update();
  });

  main.addEventListener("focusin", (event) => {
    const c = controls.find((one) => one.el === event.target);

    if (c) store.setSettings({ place: c.path });
  });

  return {
    /* What the program says a form needs.  `whole`: draw all again. */
    setForm(data, whole) {
      ctx.schema = createSchema(data, store.keys);
      store.order = ctx.schema.order;
      if (whole) {
        redraw();
        panel.redraw();
      } else {
        for (const call of live) call();
      }
    },
    setRules(list) { ctx.rules = list; },
    start() { part = parts[0]; ctx.state = { reading: 0 }; ctx.target = null; },
    setMessages(list) { messages = list; showMessages(); },
    where: (path) => say(partOf(ctx, path).title),
    go,
    open: (id) => open(parts.find((p) => p.id === id)),
    parts: () => partsShown().map((p) => p.id),
    onPart(call) { onPart = call; },
    get part() { return part; },
  };
}

/* The first who scores is the coach, until the form says who. */
function followReader(schema, before, after) {
  const first = schema.path("readings", 0);
  const by = schema.path("readings", 0, "by");

  return getIn(before, first) !== undefined || getIn(after, first) === undefined
    ? after : setIn(after, by, getIn(after, by) ?? "coach", schema.order);
}

/* Paths of the file that no table knows. */
function unknownPaths(ctx) {
  const { schema, store } = ctx;
  const out = [];

  const walk = (value, record, path) => {
    if (!isObject(value) || Array.isArray(value)) return;
    for (const [key, inner] of Object.entries(value)) {
      const f = schema.fields(record).find((one) => schema.key(one) === key);
      const at = [...path, key];

      if (!f) out.push(at);
      else if (f.type === "record") walk(inner, f.of, at);
      else if (f.type === "records" && Array.isArray(inner))
        inner.forEach((item, i) => walk(item, f.of, [...at, i]));
      else if (f.type === "own" && f.of && isObject(inner))
        for (const id of Object.keys(inner)) walk(inner[id], f.of, [...at, id]);
    }
  };

  walk(store.model, schema.data.root, []);
  return out;
}
