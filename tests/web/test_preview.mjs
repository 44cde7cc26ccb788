/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The pages beside the form: they follow what is typed, hold selectable text,
   and stay, greyed, while the interview cannot be printed. */

import assert from "node:assert";

async function replace(page, field, text) {
  await page.click(field, { count: 3 });
  await page.keyboard.press("Backspace");
  await page.type(field, text);
}

const words = (page) => page.$$eval(".page-text", (els) =>
  els.map((el) => el.textContent).join(" "));
const shows = (page, text) => page.waitForFunction((t) =>
  [...document.querySelectorAll(".page-text")].some((el) =>
    el.textContent.includes(t)), { timeout: 8000, polling: 20 }, text);

export default async function preview({ test, page }) {
  await page.evaluate(() => {
    if (document.documentElement.lang === "en")
      document.querySelector("#language [lang=nl]").click();
  });
  await page.waitForFunction(() => document.documentElement.lang === "nl");

  await test("the pages of the example", async () => {
    await page.click("#start-example");
    await shows(page, "Martijn");
    await page.waitForFunction(() => document.querySelectorAll(".sheet").length ===
      document.querySelectorAll(".thumb canvas").length, { timeout: 8000 });
  });

  await test("they follow what is typed", async () => {
    await replace(page, "#f-kind-naam", "Joris");
    await shows(page, "Joris");
    assert.equal(await page.$(".stale"), null);
  });

  await test("a text can be selected", async () => {
    const picked = await page.evaluate(() => {
      const span = [...document.querySelectorAll(".page-text span")]
        .find((el) => el.textContent.includes("Joris"));

      getSelection().selectAllChildren(span);
      return getSelection().toString();
    });

    assert.match(picked, /Joris/);
  });

  await test("a broken interview keeps the last pages and says why", async () => {
    const before = await words(page);

    await replace(page, "#f-gesprek-datum", "31-31-2026");
    await page.waitForSelector(".stale .sheet", { timeout: 8000 });
    assert.match(await page.$eval(".pages-state", (el) => el.textContent),
      /laatste wijziging.*31-31-2026/s);
    assert.equal(await words(page), before);
    await page.click("#undo");
    await page.waitForFunction(() => document.querySelector(".stale") === null);
  });

  await test("another layout, larger, and back", async () => {
    const width = () => page.$eval(".sheet", (el) => el.offsetWidth);
    const narrow = await width();

    await page.select("#look-layout", "coach");
    await shows(page, "Coachblad");
    await page.click(".zoom button:last-child");
    assert.ok(await width() > narrow * 1.2);
    await page.click(".zoom button:first-child");
    assert.equal(await width(), narrow);
  });

  await test("a small page brings the page in sight", async () => {
    await page.click(".thumb:nth-child(3)");
    await page.waitForFunction(() => document.querySelector(
      ".sheet:nth-child(3) canvas") !== null, { timeout: 8000 });
    assert.ok(await page.$eval(".sheets", (el) => el.scrollTop > 0));
  });
}
