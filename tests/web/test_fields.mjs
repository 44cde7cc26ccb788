/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Reports with fields, filled in and saved by two programs that know nothing
   of this one - Chromium's own viewer and pdf-lib - and read back by others. */

import { execFileSync, spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import assert from "node:assert";

const require = createRequire(path.resolve("build/web/npm/package.json"));
const { PDFDocument } = require("pdf-lib");

const DATE = "2026-02-03";
const WORD = "eigenwijs – één, Łukasz en Şükran";

/* Names and values of the fields of a file, and where their widgets are, read
   by qpdf: {name: {value, page, rect}}. */
function fieldsOf(file) {
  const { acroform, pages, qpdf } = JSON.parse(
    execFileSync("qpdf", ["--json=2", file], { maxBuffer: 1e9 }));
  const at = (ref) => qpdf[1][`obj:${ref}`].value;
  const found = {};

  for (const field of acroform.fields) {
    const widget = at(field.annotation.object);
    const name = field.fullname;

    found[name] ??= [];
    found[name].push({
      value: String(field.value ?? "").replace(/^u:/, ""),
      page: pages.findIndex((p) => p.object === widget["/P"]),
      rect: widget["/Rect"],
    });
  }
  return found;
}

/* What pdfcheck.py finds: the rules that complain. */
function faultsOf(file) {
  const { stdout } = spawnSync("python3", ["tests/pdfcheck.py", file],
    { encoding: "utf8" });

  return [...new Set([...stdout.matchAll(/^ {4}([a-z-]+):/gm)].map((m) => m[1]))];
}

/* A file in Chromium's viewer. */
async function openViewer(browser, file) {
  const page = await browser.newPage();

  await page.setViewport({ width: 1000, height: 1300 });
  await page.goto(`file://${file}#toolbar=0&zoom=100`);
  for (let tries = 0; tries < 100; tries++) {
    const frame = page.frames().find(
      (f) => f.url().startsWith("chrome-extension://"));
    const ready = await frame?.evaluate(
      () => document.querySelector("pdf-viewer")?.loadState_ === "success")
      .catch(() => false);

    if (ready) return { page, frame };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("Chromium's viewer does not open the file");
}

/* Clicks in the middle of a place on the first page, 842 points high. */
async function clickOn({ page, frame }, [left, bottom, right, top]) {
  const { x, y, height } = await frame.evaluate(
    () => document.querySelector("pdf-viewer").viewport.getPageScreenRect(0));
  const scale = height / 841.89;

  await page.mouse.click(x + (left + right) / 2 * scale,
    y + (841.89 - (bottom + top) / 2) * scale);
}

/* The file as the viewer saves it with what was typed. */
async function save({ frame }) {
  const bytes = await frame.evaluate(async () => {
    const viewer = document.querySelector("pdf-viewer");
    const { dataToSave } = await viewer.pluginController_.save("EDITED");

    return [...new Uint8Array(dataToSave)];
  });

  return Buffer.from(bytes);
}

export default async function fields({ test, program, browser }) {
  const dir = mkdtempSync(path.join(tmpdir(), "fields-"));
  const make = (layout) => {
    const file = path.join(dir, `${layout}.pdf`);

    execFileSync(program, ["render", "examples/juf-anne.yaml", "-l", layout,
      "--fillable", "-q", "-o", file], { stdio: "pipe" });
    return file;
  };
  const words = (file) => execFileSync("pdftotext", ["-layout", file, "-"],
    { encoding: "utf8" });

  await test("typed in Chromium, saved and read back", async () => {
    const file = make("before");
    const places = fieldsOf(file);
    const viewer = await openViewer(browser, file);
    const saved = path.join(dir, "chromium.pdf");

    await clickOn(viewer, places["own.date"][0].rect);
    await viewer.page.keyboard.type(DATE);
    await viewer.page.keyboard.press("Tab");
    await viewer.page.keyboard.type(WORD);
    writeFileSync(saved, await save(viewer));
    await viewer.page.close();
    assert.equal(fieldsOf(saved)["own.date"][0].value, DATE);
    assert.equal(fieldsOf(saved)["own.word"][0].value, WORD);
    assert.ok(words(saved).includes(DATE));
    assert.ok(words(saved).includes(WORD));
    assert.deepEqual(faultsOf(saved), ["id"]);
  });

  await test("a circle chosen in Chromium", async () => {
    const file = make("course");
    const name = "readings.1.scores.secure_base.score";
    const places = fieldsOf(file)[name];
    const alone = path.join(dir, "alone.pdf");
    const saved = path.join(dir, "circle.pdf");

    execFileSync("qpdf", [file, "--pages", file, `${places[0].page + 1}`, "--",
      alone]);
    const viewer = await openViewer(browser, alone);

    await clickOn(viewer, places[4].rect);
    writeFileSync(saved, await save(viewer));
    await viewer.page.close();
    assert.equal(fieldsOf(saved)[name][0].value, "/5");
  });

  await test("filled in by pdf-lib and read back", async () => {
    const file = make("form");
    const saved = path.join(dir, "lib.pdf");
    const pdf = await PDFDocument.load(readFileSync(file),
      { updateMetadata: false });
    const form = pdf.getForm();
    const event = "Hij kwam één keer vooraan zitten.";

    form.getTextField("answers.v04.event").setText(event);
    form.getRadioGroup("readings.1.scores.anger.score").select("6");
    writeFileSync(saved, await pdf.save());
    assert.equal(fieldsOf(saved)["answers.v04.event"][0].value, event);
    assert.equal(fieldsOf(saved)["readings.1.scores.anger.score"][0].value, "/6");
    assert.ok(words(saved).replace(/\s+/g, " ").includes(event));
  });
  rmSync(dir, { recursive: true });
}
