/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* One field of the interview as a control with its label, its help and the
   place for what the program says about it.

   `ctx` is what the form shares (see form.js): the store and changes to it, the
   schema, the register of controls, `ctx.redraw(path)` after a change of shape. */

import { grow, h, pathId } from "./dom.js";
import { unwrapped } from "./form_schema.js";
import { getIn, isEmpty } from "./store.js";
import { say } from "./words.js";

const isObject = (v) => typeof v === "object" && v !== null;

/* The text under a path; what is no text is no text of a control. */
const textAt = (ctx, path) => {
  const value = ctx.store.get(path);

  return isObject(value) || isEmpty(value) ? "" : String(value);
};

/* Room for messages, named by the control's aria-describedby. */
export function saidFor(id) {
  return h("div.said", { id: id + "-said" });
}

/* Words that say something, so that help which only repeats its label can be
   left out. */
const contentWords = (text) => text.toLowerCase().match(/[\p{L}\d]{4,}/gu) ?? [];

export function saysMore(help, ...others) {
  const known = contentWords(others.join(" "));

  return contentWords(help ?? "").filter((word) => !known.some((other) =>
    other.startsWith(word.slice(0, 5)) || word.startsWith(other.slice(0, 5))))
    .length >= 2;
}

/* Label, help, control, messages.  `bare`: the heading beside it is the label
   for who can see. */
export function labelled(ctx, { id, label, help, path, control, focus, read,
  wide = false, bare = false, kind = "" }) {
  const said = saidFor(id);
  const helpId = help ? id + "-help" : null;
  const el = focus ?? control;

  control.classList.add("control");
  if (helpId !== null) el.setAttribute("aria-describedby", `${helpId} ${said.id}`);
  ctx.register({ path, el, said, read });
  return h("div.field", { class: `field ${kind}${wide ? " wide" : ""}` },
    h("label", { for: el.id, class: bare ? "out" : null }, label), control,
    help ? h("p.help", { id: helpId }, help) : null, said);
}

/* A group of choices: its legend names it. */
export function grouped(ctx, { id, label, help, path, focus, read, kind = "" },
  ...children) {
  const said = saidFor(id);

  ctx.register({ path, el: focus, said, read });
  return h("fieldset", {
    class: `field ${kind}`, "aria-describedby": said.id,
  }, h("legend", null, label), children,
  help ? h("p.help", null, help) : null, said);
}

/* `lines`: 0 is a field of one line, more is an area that grows from there. */
export function textControl(ctx, path, { id = pathId(path), lines = 0,
  label = null } = {}) {
  const many = lines > 0;
  const el = h(many ? "textarea" : "input", {
    id, rows: many ? lines : null,
    type: many ? null : "text", autocomplete: "off",
    "aria-describedby": id + "-said", "aria-label": label,
    value: many ? unwrapped(textAt(ctx, path)) : textAt(ctx, path),
    oninput: () => {
      ctx.set(path, el.value, { typing: true });
      if (many) grow(el);
    },
  });

  if (many) ctx.whenShown(() => grow(el));
  return el;
}

function dateControl(ctx, path, id) {
  const text = textControl(ctx, path, { id });
  const picker = h("input.picker", {
    type: "date", tabindex: "-1", "aria-hidden": "true",
    onchange: () => {
      if (picker.value === "") return;
      text.value = picker.value;
      ctx.set(path, picker.value);
      text.focus();
    },
  });

  text.setAttribute("placeholder", say("dateForm"));
  text.setAttribute("inputmode", "numeric");
  text.setAttribute("maxlength", "40");
  return {
    focus: text,
    control: h("span.date", null, text, picker,
      h("button.quiet.icon", {
        type: "button", "aria-label": say("pickDate"), title: say("pickDate"),
        onclick: () => {
          if (/^\d{4}-\d\d-\d\d$/.test(text.value)) picker.value = text.value;
          try {
            picker.showPicker();
          } catch {
            text.focus(); /* a browser without one: type it */
          }
        },
      }, calendarIcon())),
  };
}

function calendarIcon() {
  return h("span.calendar", { "aria-hidden": "true" });
}

/* A list of choices; what the file holds beside them stays a choice. */
export function choiceControl(ctx, path, choices, { id = pathId(path),
  empty = say("empty"), label = null, lists = false } = {}) {
  const now = textAt(ctx, path);
  const known = now === "" || choices.some((c) => c.value === now);
  const el = h("select", {
    id, "aria-describedby": id + "-said", "aria-label": label,
    onchange: () => {
      ctx.set(path, el.value);
      if (lists) ctx.redraw(path);
    },
  },
  h("option", { value: "" }, empty),
  choices.map((c) => h("option", { value: c.value }, c.text)),
  known ? null : h("option", { value: now }, say("asTyped", now)));

  el.value = now;
  return el;
}

export const questionChoices = (ctx) => ctx.schema.rules.questions.map((q) =>
  ({ value: q.id, text: `${q.chip}  ${q.title}` }));

/* What an id may be, of the rules' list that its field names. */
const idChoices = (ctx, f) => (ctx.schema.rules[f.ids] ?? []).map((one) => ({
  value: one.id[ctx.schema.keys], text: one.title ?? one.text, one,
}));

/* Chips to switch on and off; the model is a list of ids in that order. */
export function chipChoices(ctx, path, choices, { id = pathId(path), legend,
  help, kind = "chips" }) {
  const list = () => {
    const value = ctx.store.get(path);

    return Array.isArray(value) ? value.map(String) : [];
  };
  const odd = list().filter((v) => !choices.some((c) => c.is(v)));
  const boxes = [...choices, ...odd.map((v) =>
    ({ value: v, text: say("asTyped", v), is: (x) => x === v }))
  ].map((c, i) => {
    const box = h("input", {
      type: "checkbox", id: `${id}-${i}`, checked: list().some(c.is),
      onchange: () => {
        const rest = list().filter((v) => !c.is(v));
        const rank = (v) => choices.findIndex((one) => one.is(v));

        if (box.checked) {
          const after = rest.findIndex((v) => rank(v) > choices.indexOf(c));

          rest.splice(after < 0 ? rest.length : after, 0, c.value);
        }
        if (rest.length === 0) ctx.remove(path);
        else ctx.change(path, (tree) => ctx.put(tree, path, rest));
      },
    });

    return { box, c };
  });

  return grouped(ctx, {
    id, label: legend, help, path, kind, focus: boxes[0]?.box ?? null,
    read: () => boxes.forEach(({ box, c }) => {
      box.checked = list().some(c.is);
    }),
  }, h("div.choices", null, boxes.map(({ box, c }) =>
    h("span.choice", null, box, h("label", { for: box.id, title: c.title },
      c.text)))));
}

/* Short texts, one per line. */
function textsControl(ctx, path, id) {
  const lines = () => {
    const value = ctx.store.get(path);

    if (Array.isArray(value)) return value.map(String).join("\n");
    return textAt(ctx, path);
  };
  const el = h("textarea", {
    id, rows: 2, value: lines(), "aria-describedby": id + "-said",
    oninput: () => {
      const list = el.value.split("\n").map((s) => s.trim()).filter(Boolean);

      ctx.change(path, (tree) => list.length === 0 ?
        ctx.cut(tree, path) : ctx.put(tree, path, list), { typing: true });
      grow(el);
    },
  });

  ctx.whenShown(() => grow(el));
  return { control: el, read: () => { el.value = lines(); grow(el); } };
}

/* What stands there is of another shape than the field: shown, not lost. */
function strangeValue(ctx, f, path) {
  const id = pathId(path);
  const said = saidFor(id);
  const remove = h("button.quiet", {
    id, type: "button", "aria-describedby": said.id,
    onclick: () => { ctx.remove(path); ctx.redraw(path); },
  }, say("notFormRemove"));

  ctx.register({ path, el: remove, said });
  return h("div.field.strange", null, h("p.label", null, f.label),
    h("p.help", null, say("notForm")),
    h("pre", { tabindex: "0" },
      JSON.stringify(ctx.store.get(path), null, 1)), remove, said);
}

const shapes = {
  record: (v) => isObject(v) && !Array.isArray(v),
  records: Array.isArray,
  texts: (v) => Array.isArray(v) || !isObject(v),
  qrefs: (v) => Array.isArray(v),
};

/* The control of a field at its path in the file. */
export function fieldControl(ctx, f, path, options) {
  const el = makeControl(ctx, f, path, options);

  el.dataset.key = f.key.en;
  return el;
}

function makeControl(ctx, f, path, { lines = null, label = f.label,
  help = f.help, bare = false } = {}) {
  const id = pathId(path);
  const value = ctx.store.get(path);
  const fits = shapes[f.type] ?? ((v) => !isObject(v));

  if (!isEmpty(value) && !fits(value)) return strangeValue(ctx, f, path);

  const row = (made, more = {}) => labelled(ctx,
    { id, label, help: saysMore(help, label) ? help : null, bare, path,
      ...made, ...more });
  const read = (el) => () => {
    el.value = el.tagName === "TEXTAREA" ? unwrapped(textAt(ctx, path)) :
      textAt(ctx, path);
    if (el.tagName === "TEXTAREA") grow(el);
  };

  switch (f.type) {
  case "text": {
    const control = textControl(ctx, path, { lines: lines ?? 2 });

    return row({ control, read: read(control) }, { wide: true });
  }
  case "date": {
    const made = dateControl(ctx, path, id);

    return row({ ...made, read: read(made.focus) },
      { kind: "short", help: null });
  }
  case "int":
  case "num": {
    const control = textControl(ctx, path);

    control.setAttribute("inputmode", "decimal");
    return row({ control, read: read(control) }, { kind: "short" });
  }
  case "word":
  case "yesno": {
    const control = choiceControl(ctx, path, f.words.map((w) => ({
      value: w[ctx.schema.keys],
      text: wordText(w, ctx.lang),
    })));

    return row({ control, read: read(control) },
      f.type === "word" ? { kind: "short", help: null } : { kind: "short" });
  }
  case "qref": {
    const control = choiceControl(ctx, path, questionChoices(ctx),
      { empty: say("noQuestion") });

    return row({ control, read: read(control) }, { help: null });
  }
  case "qrefs":
    return chipChoices(ctx, path, ctx.schema.rules.questions.map((q) => ({
      value: q.id, text: q.chip, title: q.title, is: (v) => v === q.id,
    })), { legend: label, help: null, kind: "chips questions" });
  case "texts": {
    const made = textsControl(ctx, path, id);

    return row(made, { help: `${help}; ${say("onePerLine")}` });
  }
  case "record":
    return h("div.group", null, ctx.schema.fields(f.of).map((sub) =>
      fieldControl(ctx, sub, [...path, ctx.schema.key(sub)])));
  case "records":
    return itemList(ctx, f, path);
  default: {
    if (f.ids && !f.open) return idField(ctx, f, path, label, help);

    const control = textControl(ctx, path);

    return row({ control, read: read(control) },
      { kind: f.type === "case" || f.type === "id" ? "short" : "" });
  }
  }
}

/* An id of the rules, by its title or its text. */
function idField(ctx, f, path, label, help) {
  const choices = idChoices(ctx, f);
  const now = textAt(ctx, path);
  const known = choices.find(({ one }) => one.names.includes(now));
  const control = choiceControl(ctx, path, choices.map((c) =>
    c === known ? { ...c, value: now } : c));

  return labelled(ctx, { id: pathId(path), label, help, path, control,
    wide: true, read: () => { control.value = textAt(ctx, path); } });
}

/* nl and en are languages, the other words speak for themselves. */
function wordText(w, lang) {
  if (w.nl === "nl" && w.en === "nl") return say("dutch");
  if (w.nl === "en" && w.en === "en") return say("english");
  return w[lang];
}

/* A list of records as cards: add, remove, up, down.  `one` is what an item is
   called; `inner` may make the card's own fields; `room` is how many cards
   there are at least. */
export function itemList(ctx, f, path, { one = say("anItem"), inner = null,
  title = null, room = 0 } = {}) {
  const value = ctx.store.get(path);
  const list = Array.isArray(value) ? value : [];
  const count = Math.max(list.length, room);
  const max = f.max || Infinity;
  const id = pathId(path);
  const said = saidFor(id);
  const put = (make, focus) => {
    ctx.change(path, (tree) => {
      const next = make([...(Array.isArray(getIn(tree, path)) ?
        getIn(tree, path) : [])]);

      return next.length === 0 ? ctx.cut(tree, path) :
        ctx.put(tree, path, next);
    });
    ctx.redraw(focus);
  };
  const move = (i, by) => put((items) => {
    [items[i], items[i + by]] = [items[i + by], items[i]];
    return items;
  }, [...path, i + by]);
  const card = (i) => {
    const at = [...path, i];
    const name = `${one} ${i + 1}`;
    const tool = (key, glyph, call, off) => h("button.quiet.icon", {
      type: "button", "aria-label": say(key, name), title: say(key, name),
      disabled: off, onclick: call,
    }, h("span", { "aria-hidden": "true" }, glyph));

    return h("section.item", { "aria-label": name },
      h("div.item-head", null,
        h("h3", null, title ? title(i) : `${capital(one)} ${i + 1}`),
        i < list.length ? h("span.item-tools", null,
          tool("itemUp", "↑", () => move(i, -1), i === 0),
          tool("itemDown", "↓", () => move(i, 1), i >= list.length - 1),
          tool("removeItem", "×", () => {
            put((items) => items.filter((_, k) => k !== i), path);
            ctx.announce(say("removed", capital(name)));
          })) : null),
      h("div.item-body", null, inner ? inner(i, at) :
        ctx.schema.fields(f.of).map((sub) =>
          fieldControl(ctx, sub, [...at, ctx.schema.key(sub)]))));
  };
  const plus = h("button.add", {
    id, type: "button", disabled: count >= max,
    "aria-describedby": said.id,
    onclick: () => put((items) => {
      while (items.length < count) items.push({});
      return [...items, {}];
    }, [...path, count]),
  }, h("span.plus", { "aria-hidden": "true" }, "+"),
  capital(say("addItem", one)));

  ctx.register({ path, el: plus, said });
  return h("div.items", null,
    Array.from({ length: count }, (_, i) => card(i)),
    h("div.items-foot", null, plus,
      Number.isFinite(max) ? h("span.help", null, say("atMost", max)) : null),
    said);
}

export const capital = (s) => s.charAt(0).toUpperCase() + s.slice(1);
