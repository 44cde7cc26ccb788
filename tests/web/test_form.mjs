/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The form: what is typed is what the program gets; a step back; mistakes are
   told beside their field; nothing typed becomes HTML. */

import assert from "node:assert";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync,
  writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { idOf, model, openFile, openNew, openStart, part, press, said, settled,
  restart, tabTo, type } from "./form.mjs";

const ANNE = "examples/juf-anne.yaml";

const QUESTIONS = readFileSync("rules/llinc.ini", "utf8")
  .match(/^\[question\./gm).length;

/* One example has rules of its own. */
const rulesOf = (file) => file.endsWith("questionnaire.yaml") ?
  ["-r", "examples/with-questionnaire.ini"] : [];
const dropRules = (page) => page.evaluate((bytes) =>
  relatieprofielEngine.call("file", {
    kind: "rules", name: "with-questionnaire", bytes: new Uint8Array(bytes),
  }), [...readFileSync("examples/with-questionnaire.ini")]);

const SCALE = ["beoordelingen", 0, "scores", "boosheid"];

/* Mistakes that take more than a text: each returns where it must be told. */

async function typeQuote(page, text) {
  const evidence = idOf(...SCALE, "bewijs");
  const quote = idOf(...SCALE, "bewijs", 3, "citaat");

  await page.click(`${evidence} + button`);
  await type(page, quote, text);
  return quote;
}

async function agreeOnOne(page) {
  const score = idOf("vastgesteld", "scores", "boosheid");

  await page.click("#reader-agreed");
  await page.$eval(`${score}-1`, (el) => el.click());
  return score;
}

async function clearScore(page) {
  await page.click("#reader-0");
  await page.$eval(`.scale:has(${idOf(...SCALE)}) .track-foot button`,
    (el) => el.click());
  return idOf(...SCALE, "score");
}

async function leaveOut(page) {
  await type(page, idOf("antwoorden", "v10"), "");
  await page.click("#skip-v10");
  return idOf("antwoorden");
}

/* Ordinary mistakes in a filled interview: where, what is typed or done, and a
   word of what must be told there. */
const MISTAKES = [
  ["a day that is not there", "who", idOf("gesprek", "datum"), "2026-02-30", "I208"],
  ["a date the Dutch way", "who", idOf("reflectie", "datum"), "27-1-2026", "I208"],
  ["no case number", "who", idOf("dossier"), "", "I103"],
  ["a name as case number", "who", idOf("dossier"), "Martijn de Vries", "I203"],
  ["minutes in words", "who", idOf("gesprek", "duur"), "een uur", "I204"],
  ["too many minutes", "who", idOf("gesprek", "duur"), "3800", "I212"],
  ["a moment without its word", "words", idOf("drie_woorden", 0, "woord"), "", "I103"],
  ["a strength without a sentence", "strengths", idOf("sterk", 1, "zin"), "", "I103"],
  ["a reader without a name", "scores", idOf("beoordelingen", 0, "door"), "", "I103"],
  ["a change without a date", "more", idOf("wijzigingen", 0, "datum"), "", "I103"],
  ["a judging word", "strengths", idOf("sterk", 0, "zin"), "Je faalt bijna nooit.", "W101"],
  ["a closed question", "own", idOf("aanzetten", "perspectief_nemen"),
    "Vind je dat goed?", "W102"],
  ["a quote with other words", "scores", typeQuote, "Hij luistert nooit.", "I408"],
  ["a quote that is very long", "scores", typeQuote,
    "Daar word ik zo kriegel van. ".repeat(8), "I409"],
  ["agreed outside the readers' scores", "scores", agreeOnOne, null, "I407"],
  ["a quote without a score", "scores", clearScore, null, "I103"],
  ["no question answered or skipped", "questions", leaveOut, null, "I301"],
];

export default async function form({ test, browser, faults, program }) {
  await test("a new interview", async () => {
    const page = await openNew(browser, faults);
    const { overgeslagen, ...rest } = await model(page);

    assert.deepEqual(rest, { formaat: "interview/1", dossier: "LP-0001" });
    assert.equal(overgeslagen.length, QUESTIONS);
    await page.close();
  });

  await test("keys go by the language of the page", async () => {
    const page = await openNew(browser, faults, { lang: "en" });

    await type(page, idOf("child", "name"), "Sam");
    const { skipped, ...rest } = await model(page);

    assert.deepEqual(rest, { format: "interview/1", case: "LP-0001",
      child: { name: "Sam" } });
    assert.equal(skipped.length, QUESTIONS);
    await page.close();
  });

  await test("answers, in parts and as one text", async () => {
    const page = await openNew(browser, faults);
    const field = idOf("antwoorden", "v05");
    const turn = "#q-v05 .question-foot button";

    await part(page, "questions");
    await type(page, field, "Hij riep.\n\nIk zuchtte.");
    let now = await model(page);

    assert.equal(now.antwoorden.v05, "Hij riep.\n\nIk zuchtte.");
    assert.ok(!now.overgeslagen.includes("v05"));
    await page.click(turn);
    now = await model(page);
    assert.deepEqual(now.antwoorden.v05,
      { gebeurtenis: "Hij riep.\n\nIk zuchtte." });
    await type(page, idOf("antwoorden", "v05", "gebeurtenis"), "Hij riep.");
    await type(page, idOf("antwoorden", "v05", "gevoel_leerkracht"), "Moe.");
    await page.click(turn);
    assert.equal((await model(page)).antwoorden.v05, "Hij riep.\n\nMoe.");
    await page.click(turn); /* the parts are still known */
    assert.deepEqual((await model(page)).antwoorden.v05,
      { gebeurtenis: "Hij riep.", gevoel_leerkracht: "Moe." });
    await type(page, idOf("antwoorden", "v05", "gebeurtenis"), "");
    await type(page, idOf("antwoorden", "v05", "gevoel_leerkracht"), "");
    now = await model(page);
    assert.equal(now.antwoorden, undefined);
    assert.ok(now.overgeslagen.includes("v05"));
    await page.close();
  });

  await test("a step back and again", async () => {
    const page = await openNew(browser, faults);
    const name = idOf("kind", "naam");

    await type(page, name, "Sanne");
    await type(page, idOf("leerkracht", "naam"), "meester Bas");
    await part(page, "feelings");
    await page.click("#feel-v05-anger");
    await press(page, "Control+z");
    assert.equal((await model(page)).fragmenten, undefined);
    await press(page, "Control+z");
    await press(page, "Control+z");
    assert.equal((await model(page)).kind, undefined);
    assert.equal(await page.$eval(name, (el) => el.value), "");
    assert.equal(await page.$eval("#undo", (el) => el.disabled), true);
    await press(page, "Control+y");
    await press(page, "Control+y");
    await press(page, "Control+Shift+Z");
    const now = await model(page);

    assert.equal(now.kind.naam, "Sanne");
    assert.equal(now.leerkracht.naam, "meester Bas");
    assert.deepEqual(now.fragmenten, [{ bij: "v05", gevoel: "boosheid" }]);
    assert.equal(await page.$eval("#redo", (el) => el.disabled), true);
    await page.close();
  });

  await test("a quote by keyboard and by mouse", async () => {
    const page = await openNew(browser, faults);
    const evidence = idOf("beoordelingen", 0, "scores", "boosheid", "bewijs");

    await part(page, "questions");
    await type(page, idOf("antwoorden", "v05"), "Hij gooide krijt. Ik werd boos.");
    await part(page, "scores");
    await page.focus(idOf("beoordelingen", 0, "scores", "boosheid", "score") +
      "-6");
    await page.keyboard.press("Space");
    await tabTo(page, evidence, 12);
    await page.keyboard.press("Enter");
    await press(page, "Control+Home");
    for (let i = 0; i < 18; i++) await page.keyboard.press("ArrowRight");
    await press(page, "Shift+End");
    await page.keyboard.type("x"); /* takes no input */
    await page.keyboard.press("Enter");
    let now = await model(page);

    assert.deepEqual(now.beoordelingen, [{ door: "coach", scores: { boosheid: {
      score: "6", bewijs: [{ bij: "v05", citaat: "Ik werd boos." }] } } }]);
    assert.equal(await page.$eval("#told-v05", (el) => el.value),
      "Hij gooide krijt. Ik werd boos.");

    /* a word twice clicked, and the button */
    const box = await (await page.$("#told-v05")).boundingBox();

    await page.mouse.click(box.x + 20, box.y + 20, { count: 2 });
    await page.click("#answers .primary");
    now = await model(page);
    assert.deepEqual(now.beoordelingen[0].scores.boosheid.bewijs[1],
      { bij: "v05", citaat: "Hij" });

    /* its chip leads there, its cross takes it away */
    await page.click(`${evidence}-0`);
    assert.equal(await page.$eval("#told-v05", (el) => el.value.slice(
      el.selectionStart, el.selectionEnd)), "Ik werd boos.");
    await page.click(`${evidence}-0 ~ *, li:has(${evidence}-1) .quote-tools button:last-child`);
    now = await model(page);
    assert.equal(now.beoordelingen[0].scores.boosheid.bewijs.length, 1);
    await page.close();
  });

  await test("a file that is opened and written is the same interview", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "form-"));
    const page = await openStart(browser, faults);

    await dropRules(page);
    const dump = (file) => execFileSync(program,
      ["render", "--dump", "interview", ...rulesOf(file), file],
      { encoding: "utf8" }).replaceAll(file, "FILE").replace(/:\d+:\d+/g, "");

    for (const name of readdirSync("examples").filter((f) =>
      f.endsWith(".yaml"))) {
      await openFile(page, `examples/${name}`);
      for (const id of await page.$$eval(".part",
        (all) => all.map((el) => el.id.slice("part-".length))))
        await part(page, id);
      const { yaml } = await page.evaluate((m) =>
        relatieprofielEngine.call("write", { model: m }), await model(page));
      const file = path.join(folder, name);

      writeFileSync(file, yaml);
      assert.equal(dump(file), dump(`examples/${name}`), name);
      await page.click("#home");
    }
    await page.close();
    rmSync(folder, { recursive: true });
  });

  await test("a case from nothing, by keyboard", async () => {
    const page = await openStart(browser, faults);
    const go = async (id) => { /* once round the page */
      await tabTo(page, `#part-${id}`);
      await page.keyboard.press("Enter");
    };
    const write = async (path, text) => {
      await tabTo(page, idOf(...path));
      await page.keyboard.type(text);
    };

    await tabTo(page, "#start-new");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#part-who");
    await write(["leerkracht", "naam"], "meester Bas");
    await write(["kind", "naam"], "Sanne");
    await write(["kind", "voornaamwoord"], "z");
    await write(["gesprek", "datum"], "2026-03-02");
    await tabTo(page, ".next"); /* to the three words */
    await page.keyboard.press("Enter");
    for (const [i, word] of ["vrolijk", "druk", "zoekend"].entries()) {
      await write(["drie_woorden", i, "woord"], word);
      if (i < 2) await write(["drie_woorden", i, "voorbeeld"], "Op maandag.");
    }
    await tabTo(page, ".next");
    await page.keyboard.press("Enter");
    await write(["antwoorden", "v05"], "Ze riep door de klas. Ik werd boos.");
    await go("scores");
    await tabTo(page, `${idOf("beoordelingen", 0, "scores", "boosheid", "score")}-1`);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    const now = await model(page);

    assert.equal(now.kind.voornaamwoord, "zij");
    assert.equal(now.drie_woorden[1].voorbeeld, "Op maandag.");
    assert.equal(now.beoordelingen[0].scores.boosheid.score, "4");
    const { messages } = await page.evaluate(() => globalThis.sent);

    assert.deepEqual(messages.filter((m) => m.severity === "error"), []);

    /* and its pages, from the menu */
    const folder = mkdtempSync(path.join(tmpdir(), "form-"));
    const pdf = path.join(folder, "LP-0001.handout.pdf");

    await (await page.createCDPSession()).send("Browser.setDownloadBehavior",
      { behavior: "allow", downloadPath: folder });
    await tabTo(page, "#files-open");
    await page.keyboard.press("Enter");
    await tabTo(page, "#save-reports");
    await page.keyboard.press("Enter");
    for (let i = 0; i < 200 && !existsSync(pdf); i++)
      await new Promise((done) => { setTimeout(done, 50); });
    assert.equal(readFileSync(pdf).subarray(0, 5).toString(), "%PDF-");
    await page.close();
    rmSync(folder, { recursive: true });
  });

  await test("other rules, other questions and scales", async () => {
    const page = await openStart(browser, faults);

    await dropRules(page);
    await openFile(page, "examples/questionnaire.yaml");
    await part(page, "questionnaires");
    const item = idOf("vragenlijsten", "own", "items", 3);

    await page.$eval(`${item}-4`, (el) => el.click());
    assert.equal((await model(page)).vragenlijsten.own.items[3], "5");
    await page.click(`fieldset:has(${item}-4) button`);
    assert.equal((await model(page)).vragenlijsten.own.items[3], undefined);

    await part(page, "more");
    await page.focus(idOf("regels"));
    await page.select(idOf("regels"), "six-constructs");
    const scales = readFileSync("rules/six-constructs.ini", "utf8")
      .match(/^\[scale\./gm).length;

    await page.waitForFunction((n) => document.querySelector(
      "#part-scores .progress").textContent.includes(` ${n} `), {}, scales);
    assert.equal(await page.evaluate(() => document.activeElement.id),
      idOf("regels").slice(1));
    await part(page, "scores");
    assert.equal(await page.$$eval("#form section.scale", (all) => all.length), scales);
    await page.close();
  });

  await test("a file is as it was until it is changed", async () => {
    for (const file of [ANNE, "examples/english.yaml",
      "examples/three-readers.yaml", "examples/first-child.yaml"]) {
      const page = await openStart(browser, faults);

      await openFile(page, file);
      const before = JSON.stringify(await model(page));

      for (const id of await page.$$eval(".part",
        (all) => all.map((el) => el.id.slice("part-".length))))
        await part(page, id);
      assert.equal(JSON.stringify(await model(page)), before);
      assert.equal(await page.$eval("#undo", (el) => el.disabled), true);
      await page.close();
    }
  });

  const wrong = await openStart(browser, faults);

  await openFile(wrong, ANNE);
  for (const [name, at, field, text, code] of MISTAKES)
    await test(`told: ${name}`, async () => {
      const page = wrong;

      await part(page, at);
      const place = typeof field === "function" ? await field(page, text) : field;

      if (typeof field === "string") await type(page, field, text);
      await restart(page);
      await settled(page);
      assert.match(await said(page, place), new RegExp(code));
      assert.ok(await page.$(`[aria-describedby~="${place.slice(1)}-said"]`));

      /* the list leads to the field */
      await part(page, at === "who" ? "words" : "who");
      await page.click("#count");
      await page.evaluate((c) => [...document.querySelectorAll(
        "#faults button.jump-to")].find((el) => el.textContent.includes(c))
        .click(), code);
      await page.waitForFunction((c) => [...document.querySelectorAll(
        "#form .said")].some((el) => el.textContent.includes(c)), {}, code);
      assert.ok(await page.evaluate(() =>
        document.getElementById("form").contains(document.activeElement)));

      while (await page.$("#undo:enabled")) await page.click("#undo");
      await restart(page);
      await settled(page);
    });
  await wrong.close();

  await test("told within 300 ms of a pause", async () => {
    const page = await openStart(browser, faults);

    await openFile(page, ANNE);
    const field = idOf("gesprek", "datum");
    const times = [];

    for (let i = 0; i < 5; i++) {
      await type(page, field, "2026-01-1");
      await page.keyboard.type("x");
      const from = Date.now();

      await page.waitForFunction((s) =>
        document.querySelector(`${s}-said`).textContent !== "",
      { polling: 10 }, field);
      times.push(Date.now() - from);
      await type(page, field, "2026-01-13");
      await page.waitForFunction((s) =>
        document.querySelector(`${s}-said`).textContent === "",
      { polling: 10 }, field);
    }
    assert.ok(times.sort((a, b) => a - b)[2] < 300, `took ${times} ms`);
    await page.close();
  });

  await test("text is never HTML", async () => {
    const page = await openStart(browser, faults);
    const bad = "<img src=x onerror=\"globalThis.ran = true\">";

    await openFile(page, ANNE);
    for (const id of await page.$$eval(".part",
      (all) => all.map((el) => el.id.slice("part-".length)))) {
      await part(page, id);
      await page.evaluate((text) => {
        for (const el of document.querySelectorAll(
          "#form input[type=text], #form textarea")) {
          el.value = text;
          el.dispatchEvent(new Event("input", { bubbles: true }));
        }
      }, bad);
      await settled(page);
    }
    await page.click("#count");
    await page.click("#language button[lang=en]");
    await settled(page);
    assert.equal(await page.$$eval("img", (all) => all.length), 0);
    assert.equal(await page.evaluate(() => globalThis.ran), undefined);
    await page.close();
  });
}
