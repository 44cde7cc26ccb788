/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Making elements.  The only way text gets on the page: as a text node or as
   the value of a control, never as HTML. */

const SVG = "http://www.w3.org/2000/svg";

/* `h("p.help", {id: "x", onclick: f}, "text", child, null)`; what is null or
   false is passed over.  A property that begins with "on" is a listener, one
   that the element has is set, all else is an attribute. */
export function h(what, props, ...children) {
  const [tag, ...classes] = what.split(".");
  const el = document.createElement(tag);

  if (classes.length > 0) el.className = classes.join(" ");
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) el.addEventListener(name.slice(2), value);
    else if (name === "style")
      for (const [key, to] of Object.entries(value))
        el.style.setProperty(key, String(to));
    else if (name === "value" || name === "checked") el[name] = value;
    else el.setAttribute(name, value === true ? "" : String(value));
  }
  add(el, children);
  return el;
}

export function add(el, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    el.append(child);
  }
  return el;
}

/* Replaces all that an element holds. */
export function fill(el, ...children) {
  el.replaceChildren();
  return add(el, children);
}

/* A drawing: `svg("svg", {viewBox: "0 0 8 8"}, svg("circle", {…}))`. */
export function svg(tag, attributes, ...children) {
  const el = document.createElementNS(SVG, tag);

  for (const [name, value] of Object.entries(attributes ?? {}))
    el.setAttribute(name, String(value));
  return add(el, children);
}

/* A name that may stand in an id: one per path of the model. */
export function pathId(path) {
  return "f-" + path.map((p) =>
    String(p).replace(/[^a-zA-Z0-9]/g, (c) => "_" + c.codePointAt(0).toString(16))
  ).join("-");
}

/* Makes a text area as high as its text. */
export function grow(area) {
  area.style.height = "auto";
  area.style.height = area.scrollHeight + 2 + "px";
}
