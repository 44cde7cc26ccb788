/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The pages beside the form: the report itself, drawn from its PDF.

   After a pause in what is typed the program makes the report anew; pages that
   are in sight are drawn first, the others when they come into sight.  While an
   interview cannot be printed, the last pages stay, greyed, and it says why. */

import * as pdfjs from "pdfjs-dist/build/pdf.min.mjs";

import { fill, h } from "./dom.js";
import { partWorker } from "./parts.js";
import { getIn } from "./store.js";
import { language, say } from "./words.js";

const PAUSE = 180; /* ms after the last change */
const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3]; /* of the width that there is */
const THUMB = 56; /* px */
const LEAST = 24; /* characters by which a place is found on a page */

/* Text as it may be looked for: no space, no hyphen that a line break put. */
const bare = (text) => text.replace(/[\s\u00ad\u2010-]+/g, "").toLowerCase();

/* One report as pages in `list`, with a small picture of each in `thumbs`. */
class Report {
  #doc;
  #list;
  #pages = [];
  #watch;

  static async open(data, worker) {
    const doc = await pdfjs.getDocument({
      data, worker, isEvalSupported: false, useSystemFonts: false,
      enableXfa: false, useWorkerFetch: false, disableAutoFetch: true,
    }).promise;
    const report = new Report();

    report.#doc = doc;
    for (let n = 1; n <= doc.numPages; n++)
      report.#pages.push({ n, page: await doc.getPage(n), task: null, text: null });
    return report;
  }

  get count() { return this.#pages.length; }

  /* Pages that are `width` pixels wide, drawn as they come into sight. */
  show(list, thumbs, width) {
    this.#list = list;
    this.#watch?.disconnect();
    this.#watch = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries)
        if (isIntersecting) this.#draw(this.#pages[target.dataset.page - 1]);
    }, { root: list, rootMargin: "200px" });
    for (const p of this.#pages) {
      const { width: wide, height } = p.page.getViewport({ scale: 1 });

      p.scale = width / wide;
      p.drawn = false;
      p.old = list.children[p.n - 1];
      p.el = h("div.sheet", {
        "data-page": p.n, role: "group", "aria-label": say("page", p.n, this.count),
        style: { width: `${width}px`, height: `${height * p.scale}px` },
      });
      /* What was there stays in sight until the new page is drawn. */
      if (p.old !== undefined) p.el.append(...p.old.childNodes);
    }
    list.replaceChildren(...this.#pages.map((p) => p.el));
    for (const p of this.#pages) this.#watch.observe(p.el);
    this.#thumbs(thumbs);
  }

  async #draw(p) {
    if (p.drawn) return;
    p.drawn = true;
    const ratio = Math.min(globalThis.devicePixelRatio, 2);
    const viewport = p.page.getViewport({ scale: p.scale });
    const canvas = h("canvas", {
      width: Math.floor(viewport.width * ratio),
      height: Math.floor(viewport.height * ratio),
      "aria-hidden": "true",
    });
    const words = h("div.page-text", { style: { "--scale-factor": p.scale } });

    try {
      p.task = p.page.render({
        canvasContext: canvas.getContext("2d", { alpha: false }), viewport,
        transform: [ratio, 0, 0, ratio, 0, 0], annotationMode: 0,
      });
      await p.task.promise;
      await new pdfjs.TextLayer({
        textContentSource: p.page.streamTextContent(), container: words, viewport,
      }).render();
    } catch (error) {
      if (error.name === "RenderingCancelledException") return;
      throw error;
    }
    p.el.replaceChildren(canvas, words);
  }

  /* Small pictures, as buttons that bring the page in sight. */
  async #thumbs(thumbs) {
    while (thumbs.children.length > this.count) thumbs.lastChild.remove();
    for (const p of this.#pages) {
      if (thumbs.children.length < p.n)
        thumbs.append(h("button.thumb", {
          type: "button", onclick: () => this.#list.scrollTo({
            top: this.#list.children[p.n - 1].offsetTop - this.#list.offsetTop }),
        }));
      const button = thumbs.children[p.n - 1];
      const scale = THUMB / p.page.getViewport({ scale: 1 }).width;
      const viewport = p.page.getViewport({ scale: scale * 2 });
      const canvas = h("canvas", {
        width: Math.floor(viewport.width), height: Math.floor(viewport.height),
      });

      button.setAttribute("aria-label", say("page", p.n, this.count));
      p.small = p.page.render({
        canvasContext: canvas.getContext("2d", { alpha: false }), viewport,
        annotationMode: 0,
      });
      try { await p.small.promise; } catch { return; }
      button.replaceChildren(canvas, h("span", { "aria-hidden": "true" }, p.n));
    }
  }

  /* The first page that has a text, or null. */
  async find(text) {
    for (const p of this.#pages) {
      p.text ??= bare((await p.page.getTextContent()).items
        .map((item) => item.str).join(""));
      if (p.text.includes(text)) return p.el;
    }
    return null;
  }

  close() {
    this.#watch?.disconnect();
    for (const p of this.#pages) {
      p.task?.cancel();
      p.small?.cancel();
    }
    this.#doc.destroy();
  }
}

/* Keeps the pages in `el` like the interview of `store`. */
export function attachPreview(el, engine, store) {
  const state = h("p.pages-state", { role: "status" });
  const list = h("div.sheets", { tabindex: "0", role: "group" });
  const thumbs = h("div.thumbs", { role: "group" });
  const zoomOut = h("button.icon", { type: "button", onclick: () => zoom(-1) }, "−");
  const zoomIn = h("button.icon", { type: "button", onclick: () => zoom(1) }, "+");
  const much = h("span.much");
  let worker = null;
  let report = null;
  let timer = null;
  let asked = 0;
  let at = ZOOMS.indexOf(1);
  let wide = 0;

  fill(el, state, h("div.pages-tools", null, thumbs,
    h("span.zoom", null, zoomOut, much, zoomIn)), list);

  const width = () => Math.floor((list.clientWidth - 2) * ZOOMS[at]);

  function drawWords() {
    list.setAttribute("aria-label", say("tabPages"));
    thumbs.setAttribute("aria-label", say("thumbs"));
    zoomOut.setAttribute("aria-label", say("zoomOut"));
    zoomIn.setAttribute("aria-label", say("zoomIn"));
    zoomOut.disabled = at === 0;
    zoomIn.disabled = at === ZOOMS.length - 1;
    much.textContent = `${Math.round(ZOOMS[at] * 100)} %`;
  }

  function show() {
    wide = list.clientWidth;
    if (report !== null && wide > 0) report.show(list, thumbs, width());
  }

  function zoom(step) {
    const middle = (list.scrollTop + list.clientHeight / 2) / list.scrollHeight;

    at = Math.min(Math.max(at + step, 0), ZOOMS.length - 1);
    drawWords();
    show();
    list.scrollTop = middle * list.scrollHeight - list.clientHeight / 2;
  }

  /* Says why there are no pages, or why they are old. */
  function tell(messages) {
    const fault = messages.find((m) => m.severity === "error") ?? messages[0];

    el.classList.toggle("stale", report !== null);
    state.textContent = [say(report === null ? "pagesNone" : "pagesOld"),
      fault?.text].filter(Boolean).join(" ");
  }

  async function make() {
    const mine = ++asked;
    const { model, options } = store;

    /* Where they are not in sight, they are made when they come into it. */
    if (model === null || list.clientWidth === 0) return;
    try {
      const { pdf, messages } = await engine.call("make", { model, options,
        layout: store.settings.layout, lang: language(), preview: true });

      if (mine !== asked) return;
      if (pdf === null) {
        tell(messages);
        return;
      }
      worker ??= new pdfjs.PDFWorker({ port: await partWorker("pdf.worker.js") });
      const next = await Report.open(pdf, worker);

      if (mine !== asked) {
        next.close();
        return;
      }
      const before = report;

      report = next;
      el.classList.remove("stale");
      state.textContent = "";
      show();
      before?.close();
      el.dataset.made = mine;
    } catch (error) {
      if (mine === asked && !error.superseded) tell([{ text: error.message }]);
    }
  }

  function makeSoon() {
    clearTimeout(timer);
    timer = setTimeout(make, PAUSE);
  }

  /* Brings what is being edited in sight. */
  async function follow() {
    const value = getIn(store.model, store.settings.place);
    const text = typeof value === "string" ? bare(value).slice(0, LEAST) : "";
    const page = report === null || text.length < LEAST / 2 ? null
      : await report.find(text);

    if (page === null) return;
    const top = page.offsetTop - list.offsetTop;

    if (top > list.scrollTop + list.clientHeight - 80 ||
        top + page.offsetHeight < list.scrollTop + 80)
      list.scrollTo({ top });
  }

  drawWords();
  store.subscribe([], (_, { kind }) => {
    if (kind === "load") {
      report?.close();
      report = null;
      fill(list);
      fill(thumbs);
      state.textContent = "";
      el.classList.remove("stale");
    }
    if (kind !== "saved") makeSoon();
  });
  store.onSettings((_, some) => {
    if ("place" in some) follow();
    if (Object.keys(some).some((key) => key !== "place")) makeSoon();
  });
  new ResizeObserver(() => {
    if (list.clientWidth === wide) return;
    if (wide === 0) makeSoon();
    show();
  }).observe(list);
  return { refresh: () => { drawWords(); makeSoon(); } };
}
