/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What the program says, beside the field it is about and in a list. */

import { fill, h } from "./dom.js";
import { say } from "./words.js";

/* Wording is advice; the rest of the warnings and errors say what happens. */
const kindOf = (m) => m.severity === "error" ? "error" :
  m.code.startsWith("W") || m.severity === "note" ? "soft" : "warning";

const words = { error: "faultError", warning: "faultWarning", soft: "faultNote" };

/* Signs differ in shape, so that colour is not needed. */
const signs = { error: "!", warning: "›", soft: "~" };

const textOf = (m) => m.text ?? m.message ?? "";

const startsWith = (path, start) => start.length <= path.length &&
  start.every((key, i) => String(key) === String(path[i]));

/* The control that a path is about: its own, or the first one within it, or
   the nearest one that contains it. */
export function controlFor(controls, path) {
  const exact = controls.find((c) =>
    c.path.length === path.length && startsWith(path, c.path));
  let best = exact ?? controls.find((c) => startsWith(c.path, path)) ?? null;

  if (best !== null) return best;
  for (const c of controls)
    if (startsWith(path, c.path) &&
      (best === null || c.path.length > best.path.length))
      best = c;
  return best;
}

function line(m) {
  const kind = kindOf(m);

  return h("p.message", { class: `message ${kind}` },
    h("span.sign", { "aria-hidden": "true" }, signs[kind]),
    h("span", null, h("b", null, `${say(words[kind])}: `), textOf(m),
      " ", h("span.code", null, m.code),
      m.help ? h("span.way-out", null, m.help) : null));
}

/* Puts messages beside the controls that are on the page. */
export function showBeside(controls, messages) {
  const bySaid = new Map();

  for (const c of controls) bySaid.set(c.said, bySaid.get(c.said) ?? []);
  for (const m of messages) {
    if (!Array.isArray(m.path) || m.path.length === 0) continue;

    const c = controlFor(controls, m.path);

    if (c !== null) bySaid.get(c.said).push(m);
  }
  for (const [said, list] of bySaid) {
    const key = JSON.stringify(list.map((m) => [m.code, textOf(m), m.help]));

    if (said.dataset.key === key) continue;
    said.dataset.key = key;
    fill(said, list.map(line));
  }
  for (const c of controls) {
    const wrong = bySaid.get(c.said).some((m) => m.severity === "error");

    if (["INPUT", "TEXTAREA", "SELECT"].includes(c.el?.tagName))
      if (wrong) c.el.setAttribute("aria-invalid", "true");
      else c.el.removeAttribute("aria-invalid");
  }
}

export const countOf = (messages) => ({
  errors: messages.filter((m) => m.severity === "error").length,
  remarks: messages.filter((m) => m.severity !== "error").length,
});

export function countText({ errors, remarks }) {
  const out = [];

  if (errors > 0)
    out.push(errors === 1 ? say("faultOne") : say("faults", errors));
  if (remarks > 0)
    out.push(remarks === 1 ? say("remarkOne") : say("remarks", remarks));
  return out.length === 0 ? say("faultNone") : out.join(", ");
}

/* The list of all; `where(path)` names a part, `go(path)` jumps there. */
export function fillList(el, messages, where, go) {
  const sorted = [...messages].sort((a, b) =>
    rank(kindOf(a)) - rank(kindOf(b)));

  fill(el, h("h2", null, say("faultsTitle")),
    sorted.length === 0 ? h("p.help", null, say("faultsNone")) :
      h("ul", null, sorted.map((m) => {
        const has = Array.isArray(m.path) && m.path.length > 0;
        const place = h("span.where", null, has ? where(m.path) :
          say("onPaper"));

        return h("li", null, has ? h("button.jump-to", {
          type: "button", onclick: () => go(m.path),
        }, place, line(m)) : h("div.jump-to", null, place, line(m)));
      })));
}

const rank = (kind) => ["error", "warning", "soft"].indexOf(kind);
