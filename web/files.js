/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What comes in and goes out: interviews opened, dropped, one of a folder; the
   interview and its reports saved; own rules, layouts and logos; and, only where
   the user asks for it, a draft kept in this browser.  Names of files come from
   the case id, never from a person. */

import { fill, h } from "./dom.js";
import { part } from "./parts.js";
import { language, say } from "./words.js";
import { zip } from "./zip.js";

const USUAL = ["handout", "coach"];
const DRAFT = "relatieprofiel.draft";
const DRAFT_PAUSE = 800; /* ms */
/* What a logo may be. */
const PICTURE = /\.(png|jpe?g|svg)$/i;

function save(name, blob) {
  const link = h("a", { href: URL.createObjectURL(blob), download: name });

  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

/* What an INI file says of itself. */
const kindOf = (text) => /^\s*kind\s*=\s*"?(rules|layout)\b/m.exec(text)?.[1];
const stem = (name) => name.replace(/\.[^.]*$/, "");
const isInterview = (name) => /\.(ya?ml|txt)$/i.test(name);

/* All files of what was dropped, of folders too. */
async function dropped(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.())
    .filter(Boolean);
  const files = [];

  if (entries.length === 0) return [...transfer.files];
  const walk = async (entry) => {
    if (entry.isFile) {
      files.push(await new Promise((ok, no) => { entry.file(ok, no); }));
      return;
    }
    const reader = entry.createReader();

    /* A folder is read in portions, until one is empty. */
    for (;;) {
      const some = await new Promise((ok, no) => { reader.readEntries(ok, no); });

      if (some.length === 0) return;
      for (const each of some) await walk(each);
    }
  };

  for (const entry of entries) await walk(entry);
  return files;
}

export function attachFiles(el, page, layoutsOf) {
  const { engine, store } = page;
  const state = h("p.files-state", { role: "status" });
  const chosen = new Set(USUAL);
  let cases = []; /* of a folder */
  let own = []; /* names of the user's rules, layouts and logos */
  let timer = null;

  const call = (op, args) => engine.call(op, { lang: language(), ...args });
  const tell = (...texts) => { state.textContent = texts.filter(Boolean).join(" "); };
  const firstFault = (messages) =>
    (messages.find((m) => m.severity === "error") ?? messages[0])?.text;

  /* Saving --------------------------------------------------------------- */

  const named = () => {
    const { model } = store;
    const id = model?.dossier ?? model?.case;

    return typeof id === "string" && /^[\w+-]+$/.test(id) ? id : "interview";
  };

  /* The file of the interview; null with the reason told. */
  async function interview() {
    const { yaml, messages } = await call("write", { model: store.model });

    if (yaml === null) tell(say("notWritten"), firstFault(messages));
    return yaml === null ? null : { name: `${named()}.yaml`,
      bytes: new TextEncoder().encode(yaml) };
  }

  async function saveInterview() {
    const { model } = store;
    const file = await interview();

    if (file === null) return;
    save(file.name, new Blob([file.bytes], { type: "application/yaml" }));
    if (store.model === model) store.markSaved();
    tell(say("saved", file.name));
  }

  /* The chosen reports, each {name, bytes}; null with the reason told. */
  async function reports(layouts) {
    const files = [];

    for (const layout of layouts) {
      const { pdf, name, messages } = await call("make",
        { model: store.model, layout, options: store.options });

      if (pdf === null) {
        tell(say("notMade"), firstFault(messages));
        return null;
      }
      files.push({ name, bytes: new Uint8Array(pdf) });
    }
    return files;
  }

  async function saveReports() {
    const files = await reports(chosen);

    if (files === null || files.length === 0) return;
    for (const { name, bytes } of files)
      save(name, new Blob([bytes], { type: "application/pdf" }));
    tell(say("saved", files.map((f) => f.name).join(", ")));
  }

  async function saveAll() {
    const { model } = store;
    const file = await interview();
    const files = file && await reports(chosen);

    if (!files) return;
    save(`${named()}.zip`, zip([file, ...files]));
    if (store.model === model) store.markSaved();
    tell(say("saved", `${named()}.zip`));
  }

  async function saveForm(layout) {
    const { pdf, name } = await call("blank",
      { layout, options: store.options });

    save(name, new Blob([pdf], { type: "application/pdf" }));
    tell(say("saved", name));
  }

  /* Opening -------------------------------------------------------------- */

  async function open(file) {
    if (page.mayLeave() && await page.openText(await file.text())) tell("");
  }

  /* Rules, a layout or a logo of the user's. */
  async function take(file) {
    const logo = PICTURE.test(file.name);
    const kind = logo ? "logo" : kindOf(await file.text());
    const name = logo ? file.name : stem(file.name);

    if (kind === undefined) return say("notTaken", file.name);
    const { refused, messages } = await call("file",
      { kind, name, bytes: await file.arrayBuffer() });
    const fault = messages.find((m) => m.severity === "error");

    if (refused || fault)
      return [say("notTaken", file.name), fault?.text].filter(Boolean).join(" ");
    own = [...new Set([...own, file.name])];
    return say("taken", file.name);
  }

  /* Files of whatever kind: one interview is opened, of many there is a
     choice. */
  async function receive(files) {
    const others = files.filter((f) =>
      /\.ini$/i.test(f.name) || PICTURE.test(f.name));
    const found = files.filter((f) => isInterview(f.name));
    const said = [];

    /* A logo comes before the layout that names it. */
    others.sort((a, b) => Number(/\.ini$/i.test(a.name)) -
      Number(/\.ini$/i.test(b.name)));
    for (const file of others) said.push(await take(file));
    if (others.length > 0) await page.refresh();
    if (found.length > 1)
      cases = found.sort((a, b) => a.name < b.name ? -1 : 1);
    draw();
    tell(...said, found.length > 1 && say("choose"));
    if (found.length === 1) await open(found[0]);
    if (others.length > 0 || found.length > 1) menu.open = true;
    if (others.length + found.length === 0) tell(say("nothingThere"));
  }

  function ask(more) {
    const input = h("input", { type: "file", multiple: true, ...more,
      onchange: () => receive([...input.files]) });

    input.click();
  }

  /* A draft in this browser ---------------------------------------------- */

  const draft = () => {
    try { return JSON.parse(localStorage.getItem(DRAFT)); } catch { return null; }
  };
  const keeps = () => draft() !== null;

  function keep() {
    localStorage.setItem(DRAFT, JSON.stringify({ model: store.model }));
  }

  function wipe() {
    localStorage.removeItem(DRAFT);
    clearTimeout(timer);
    draw();
    tell(say("draftGone"));
  }

  /* Drawing -------------------------------------------------------------- */

  const menu = h("details.files-menu", null);
  const offer = h("p.draft-offer", null);

  document.getElementById("start-ways").after(offer);

  const button = (id, word, onclick, more = {}) =>
    h("button", { type: "button", id, onclick, ...more }, say(word));

  function drawOffer() {
    const kept = draft()?.model;

    fill(offer, kept && store.model === null ? [say("draftThere"), " ",
      button("draft-open", "draftOpen",
        () => page.openModel(kept, { dirty: true })),
      " ", button("draft-wipe-start", "draftWipe", () => { wipe(); drawOffer(); }),
    ] : null);
  }

  function draw() {
    const found = layoutsOf().filter((l) => l.over === "one" && !l.faulty);
    const layouts = found.filter((l) => l.tells);
    const forms = found.filter((l) => l.blank);
    const there = store.model !== null;

    fill(menu, h("summary", { id: "files-open" }, say("files")), h("div.files-body", null,
      there && [
        h("h2", null, say("filesSave")),
        button("save-interview", "saveInterview", saveInterview, { class: "primary" }),
        h("fieldset.files-reports", null, h("legend", null, say("filesReports")),
          layouts.map((l) => {
            const box = h("input", { type: "checkbox", id: `report-${l.id}`,
              checked: chosen.has(l.id),
              onchange: () => { chosen[box.checked ? "add" : "delete"](l.id); } });

            return h("span.choice.plain", null, box,
              h("label", { for: box.id }, l.title));
          })),
        button("save-reports", "saveReports", saveReports),
        button("save-all", "saveAll", saveAll),
      ],
      h("h2", null, say("filesOpen")),
      button("open-files", "openFiles", () => ask({})),
      button("open-folder", "openFolder", () => ask({ webkitdirectory: true })),
      cases.length > 0 && h("ul.files-cases", null, cases.map((file) =>
        h("li", null, h("button.quiet", { type: "button",
          onclick: () => { menu.open = false; open(file); } }, file.name)))),
      h("p.help", null, say("ownFiles"), own.length > 0 && ` ${own.join(", ")}.`),
      h("h2", null, say("saveForms")),
      forms.map((l) => h("button", { type: "button", id: `save-${l.id}`,
        onclick: () => saveForm(l.id) }, l.title)),
      h("h2", null, say("filesMore")),
      button("save-licences", "licences", async () => save("licences.txt",
        new Blob([await part("licences.txt")], { type: "text/plain" }))),
      h("span.choice.plain", null, h("input", { type: "checkbox", id: "draft",
        checked: keeps(), onchange: () => {
          if (keeps()) wipe();
          else { keep(); draw(); }
        } }), h("label", { for: "draft" }, say("draftKeep"))),
      h("p.help", null, say("draftHelp")),
      keeps() && button("draft-wipe", "draftWipe", wipe),
      state));
    drawOffer();
  }

  fill(el, menu);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  document.addEventListener("click", (event) => {
    if (!event.composedPath().includes(menu)) menu.open = false;
  });
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", async (event) => {
    event.preventDefault();
    receive(await dropped(event.dataTransfer));
  });
  store.subscribe([], (_, { kind }) => {
    if (kind === "load") draw();
    if (!keeps() || kind === "saved") return;
    clearTimeout(timer);
    timer = setTimeout(keep, DRAFT_PAUSE);
  });
  return { refresh: draw, saveInterview };
}
