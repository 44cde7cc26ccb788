/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The page: start screen, head, the form and what stands beside it.  All that
   is known of interviews comes from the engine. */

import { engine } from "./engine.js";
import { fill, h } from "./dom.js";
import { createForm } from "./form.js";
import { countOf, countText, fillList } from "./form_messages.js";
import { attachFiles } from "./files.js";
import { drawPagesHead } from "./form_pages.js";
import { loadFonts } from "./parts.js";
import { attachPreview } from "./preview.js";
import { createStore, getIn } from "./store.js";
import { language, languages, say, setLanguage } from "./words.js";

const PAUSE = 120; /* ms after the last change before the program looks */

const byId = (id) => document.getElementById(id);
const store = createStore();
let layouts = [];
let messages = [];
let timer = null;
let asked = 0;   /* number of the newest check */
let formOf = null; /* the model whose names and words fill the questions */

const form = createForm({
  store,
  nav: byId("parts"),
  main: byId("form"),
  answers: byId("answers"),
  show: showView,
  announce,
});

const preview = attachPreview(byId("pages"), engine, store);

function announce(text) {
  byId("live").textContent = "";
  setTimeout(() => { byId("live").textContent = text; }, 50);
}

/* What is in view, where there is not room for all. */
function showView(view) {
  document.body.dataset.view = view;
  if (view !== "form") document.body.dataset.side = view;
  for (const el of byId("views").children)
    el.setAttribute("aria-pressed", String(el.dataset.view === view ||
      el.dataset.view === document.body.dataset.side &&
      view === "form" && isWide()));
}

const WIDE = matchMedia("(min-width: 60em)");
const isWide = () => WIDE.matches;

/* A tablet that is turned shows one thing where it showed two. */
WIDE.addEventListener("change", () => showView(document.body.dataset.view));

/* The engine */

const call = (op, args) => engine.call(op, { ...args, lang: language() });

/* What fills the questions of the form: these come into its texts. */
const fillsQuestions = (model) => ["kind", "child", "leerkracht", "teacher",
  "drie_woorden", "three_words", "regels", "rules", "coach"]
  .map((key) => getIn(model, [key]));

async function loadForm(whole) {
  const model = store.model;
  const { form: data } = await call("form", { model });

  if (store.model === null) return;
  formOf = model;
  form.setForm(data, whole);
}

async function check() {
  const mine = ++asked;
  const model = store.model;

  try {
    const before = fillsQuestions(formOf);
    const after = fillsQuestions(model);

    if (after.some((value, i) => value !== before[i])) {
      const rules = ["regels", "rules"].some((key) =>
        getIn(model, [key]) !== getIn(formOf, [key]));

      await loadForm(rules);
    }

    const answer = await call("check", { model, options: store.options });

    if (mine !== asked) return;
    messages = answer.messages;
    form.setMessages(messages);
    showCount();
  } catch (error) {
    if (mine === asked && !error.superseded) announce(say("engineDown"));
  }
}

function checkSoon() {
  clearTimeout(timer);
  timer = setTimeout(check, PAUSE);
}

/* Interviews */

/* Opens the desk with an interview. */
async function openModel(model, { dirty = false } = {}) {
  byId("notice").hidden = true;
  byId("start-state").textContent = "";
  store.load(model, { dirty });
  form.start();
  document.body.dataset.screen = "desk";
  await loadForm(true);
  showHead();
  form.open("who");
  check();
}

/* Opens the text of a file, the user's own or the example; false where it is
   no interview at all. */
async function openText(text, { own = true } = {}) {
  const { model, comments, messages: said } = await call("read", { text });

  if (model === null) {
    document.body.dataset.screen = "start";
    drawStart();
    fill(byId("start-state"), say("cannotRead"), h("ul", null,
      said.map((m) => h("li", null, m.line > 0 ?
        `${say("line", m.line)}: ` : "", m.text, m.help ? ` ${m.help}` : ""))));
    return false;
  }
  await openModel(model);
  if (own && comments > 0) notice(say("comments"));
  return true;
}

/* Something to know, until it is closed. */
function notice(text) {
  const el = byId("notice");

  el.hidden = false;
  fill(el, h("p", null, text), h("button.quiet.small", {
    type: "button", onclick: () => { el.hidden = true; byId("form").focus(); },
  }, say("close")));
  announce(text);
}

/* Work that is not saved goes only when the user says so. */
const mayLeave = () =>
  store.model === null || !store.dirty || window.confirm(say("leave"));

/* A new interview: its keys in the language of the page, and no question
   answered yet. */
async function openNew() {
  if (!mayLeave()) return;

  const lang = language();
  const { form: data } = await call("form", {
    yaml: lang === "nl" ? "formaat: interview/1" : "format: interview/1",
  });
  const root = data.records[data.root];
  const key = (name) => root.find((f) => f.key.en === name).key[lang];
  const format = root.find((f) => f.own === "format");

  await openModel(Object.fromEntries([
    [format.key[lang], format.value],
    [key("case"), "LP-0001"],
    [key("skipped"), data.rules.questions.map((q) => q.id)],
  ]), { dirty: false });
}

async function openExample() {
  if (!mayLeave()) return;

  const { text } = await call("example", {});

  await openText(text, { own: false });
}

/* The head */

function caseId() {
  const id = store.get(["dossier"]) ?? store.get(["case"]);

  return typeof id === "string" && id !== "" ? id : say("noCase");
}

function showHead() {
  byId("case").textContent = store.model === null ? "" : caseId();
  byId("case").classList.toggle("dirty", store.dirty && store.model !== null);
  byId("case").title = store.dirty && store.model !== null ?
    say("unsaved") : "";
  byId("undo").disabled = !store.canUndo;
  byId("redo").disabled = !store.canRedo;
}

function showCount() {
  const count = countOf(messages);

  fill(byId("count"), h("span.dot", {
    class: `dot ${count.errors > 0 ? "error" : count.remarks > 0 ?
      "warning" : "fine"}`, "aria-hidden": "true",
  }), countText(count));
  if (!byId("faults").hidden) listFaults();
}

function listFaults() {
  fillList(byId("faults"), messages, form.where, (path) => {
    toggleFaults(false);
    form.go(path);
  });
  byId("faults").append(h("button.quiet", {
    type: "button", onclick: () => { toggleFaults(false); byId("count").focus(); },
  }, say("close")));
}

function toggleFaults(on) {
  byId("faults").hidden = !on;
  byId("count").setAttribute("aria-expanded", String(on));
  if (on) {
    listFaults();
    byId("faults").querySelector("button")?.focus();
  }
}

function takeStep(kind) {
  if (kind === "undo" ? !store.canUndo : !store.canRedo) return;
  store[kind]();
  announce(say(kind === "undo" ? "undone" : "redone"));
}

function drawLanguage() {
  const el = byId("language");

  el.setAttribute("aria-label", say("language"));
  fill(el, languages.map((code) => h("button.seg", {
    type: "button", lang: code, "aria-pressed": String(code === language()),
    "aria-label": code === "nl" ? "NL, Nederlands" : "EN, English",
    onclick: () => changeLanguage(code),
  }, code.toUpperCase())));
}

/* What the program holds may be another: the language, or a file dropped. */
async function refresh() {
  const info = await call("start", {});

  layouts = info.layouts;
  form.setRules(info.rules);
  drawWords();
  if (store.model === null) return;
  await loadForm(true);
  check();
}

async function changeLanguage(code) {
  setLanguage(code);
  await refresh();
  byId("language").querySelector("[aria-pressed=true]").focus();
}

/* Words that stand in the page itself. */
function drawWords() {
  document.documentElement.lang = language();
  document.title = say("app");
  for (const el of document.querySelectorAll("[data-say]"))
    el.textContent = say(el.dataset.say);
  for (const [id, key] of [["undo", "undo"], ["redo", "redo"],
    ["home", "toStart"]]) {
    byId(id).setAttribute("aria-label", say(key));
    byId(id).title = say(key);
  }
  byId("parts").setAttribute("aria-label", say("parts"));
  byId("views").setAttribute("aria-label", say("views"));
  byId("form").setAttribute("aria-label", say("tabForm"));
  byId("answers").setAttribute("aria-label", say("tabAnswers"));
  byId("faults").setAttribute("aria-label", say("faultsTitle"));
  fill(byId("views"), [["form", "tabForm"], ["answers", "tabAnswers"],
    ["pages", "tabPages"]].map(([view, key]) => h("button.seg", {
    type: "button", "data-view": view, onclick: () => showView(view),
  }, say(key))));
  drawLanguage();
  drawStart();
  preview.refresh();
  files.refresh();
  drawPagesHead(byId("pages-head"), store,
    layouts.filter((l) => l.over === "one" && l.tells));
  showView(document.body.dataset.view);
  showHead();
  showCount();
}

/* The start */

function drawStart() {
  const way = (id, title, help, call) => h("button.way", {
    type: "button", id, onclick: call,
  }, h("span.way-title", null, say(title)), h("span.help", null, say(help)));

  const again = store.model === null ? null : way("start-again", "startAgain",
    "startAgainHelp", () => { document.body.dataset.screen = "desk"; });

  again?.querySelector(".way-title").append(` ${caseId()}`);
  fill(byId("start-ways"), again,
    way("start-new", "startNew", "startNewHelp", openNew),
    way("start-open", "startOpen", "startOpenHelp", chooseFile),
    way("start-example", "startExample", "startExampleHelp", openExample));
}

function showStart() {
  document.body.dataset.screen = "start";
  drawStart();
  byId("start-ways").querySelector("button").focus();
}

function chooseFile() {
  if (!mayLeave()) return;

  const input = h("input", {
    type: "file", accept: ".yaml,.yml,.txt,text/plain",
    onchange: async () => {
      const [file] = input.files;

      if (file) await openText(await file.text());
    },
  });

  input.click();
}

/* Keys for all of the page. */
function onKey(event) {
  const key = event.key.toLowerCase();

  if (event.key === "Escape" && !byId("faults").hidden) {
    toggleFaults(false);
    byId("count").focus();
  }
  if (!(event.ctrlKey || event.metaKey) || event.altKey || store.model === null)
    return;
  if (key === "z" || key === "y") {
    event.preventDefault();
    takeStep(key === "y" || event.shiftKey ? "redo" : "undo");
  }
}

/* What other modules of the page may ask of it. */
export const page = { engine, store, openModel, openText, mayLeave, refresh,
  announce, notice, caseId };

const files = attachFiles(byId("files"), page, () => layouts);

async function start() {
  const wanted = navigator.language?.startsWith("nl") ? "nl" : "en";

  loadFonts();
  setLanguage(wanted);
  drawWords();
  byId("start-state").textContent = say("starting");
  try {
    await refresh();
    byId("start-state").textContent = "";
  } catch (error) {
    byId("start-state").textContent = say("startFailed", error.message);
    return;
  }
  byId("undo").addEventListener("click", () => takeStep("undo"));
  byId("redo").addEventListener("click", () => takeStep("redo"));
  byId("count").addEventListener("click", () =>
    toggleFaults(byId("faults").hidden));
  byId("home").addEventListener("click", showStart);
  document.addEventListener("keydown", onKey);
  window.addEventListener("beforeunload", (event) => {
    if (store.model !== null && store.dirty) event.preventDefault();
  });
  store.subscribe([], (_, info) => {
    showHead();
    if (info.kind !== "saved" && info.kind !== "load") checkSoon();
  });
  form.onPart((part) => {
    document.body.dataset.part = part.id;
    document.body.dataset.side = part.answers ? "answers" : "pages";
    showView("form");
  });
  document.body.dataset.ready = "yes";
}

start();
