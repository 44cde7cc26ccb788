/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The form for everybody: axe finds nothing, in all parts, both languages,
   wide and narrow; nothing is wider than the screen; all can be reached and
   done with the keyboard. */

import assert from "node:assert";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import path from "node:path";
import { openFile, openNew, openStart, part } from "./form.mjs";

const require = createRequire(path.resolve("build/web/npm/package.json"));
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const WIDTHS = [[1440, 900], [1024, 768], [820, 1180], [720, 450], [390, 844]];

const partsOf = (page) => page.$$eval(".part",
  (all) => all.map((el) => el.id.slice("part-".length)));

/* What axe has against the page as it is. */
async function findings(page) {
  const { violations } = await page.evaluate(() =>
    axe.run({ resultTypes: ["violations"] }));

  return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
}

/* What sticks out at the right; what is to be pushed along may. */
const tooWide = (page) => page.evaluate(() => {
  const width = document.documentElement.clientWidth;

  if (document.documentElement.scrollWidth > width) return "the page";
  for (const el of document.querySelectorAll("#form *, .top *"))
    if (!el.closest(".out, .picker") && el.getClientRects().length > 0 &&
      el.getBoundingClientRect().right > width + 1)
      return el.outerHTML.slice(0, 100);
  return null;
});

export default async function access({ test, browser, faults }) {
  for (const lang of ["nl", "en"])
    for (const [width, height] of [WIDTHS[0], WIDTHS.at(-1)])
      await test(`axe, ${lang}, ${width} wide`, async () => {
        const page = await openStart(browser, faults, { lang, width, height });
        const look = async (what) =>
          assert.deepEqual([what, ...await findings(page)], [what]);

        /* As an extension of the browser would: the page allows no script. */
        await page.evaluate(AXE);
        await look("start");
        await openFile(page, lang === "nl" ? "examples/juf-anne.yaml" :
          "examples/english.yaml");
        for (const id of await partsOf(page)) {
          await part(page, id);
          await look(id);
          if (id !== "scores") continue;
          await page.click(".pick");
          await look("choosing a quote");
          if (width < 960) await page.click("#answers .back");
          await page.click(".quote-foot .quiet");
          await look("typing a quote");
          if (await page.$("#reader-agreed") === null) continue;
          await page.click("#reader-agreed");
          await look("agreed");
        }
        await page.click("#count");
        await look("faults");
        await page.keyboard.press("Escape");
        await page.click("#files-open");
        await look("save and open");
        await page.click("#files-open");
        await page.click("#home");
        await look("start again");
        await page.close();
      });

  await test("axe, a new interview", async () => {
    const page = await openNew(browser, faults);

    await page.evaluate(AXE);
    for (const id of await partsOf(page)) {
      await part(page, id);
      assert.deepEqual([id, ...await findings(page)], [id]);
    }
    await page.close();
  });

  for (const [width, height] of WIDTHS)
    await test(`nothing sticks out, ${width} wide`, async () => {
      const page = await openStart(browser, faults, { width, height });

      assert.equal(await tooWide(page), null);
      await openFile(page, "examples/three-readers.yaml");
      for (const id of await partsOf(page)) {
        await part(page, id);
        assert.equal(await tooWide(page), null, id);
      }
      await page.close();
    });

  await test("a screen that gets narrow shows one view, and says which",
    async () => {
      const page = await openStart(browser, faults);
      const pressed = () => page.$$eval("#views [aria-pressed=true]",
        (els) => els.map((el) => el.dataset.view));

      await openFile(page, "examples/juf-anne.yaml");
      assert.deepEqual(await pressed(), ["form", "pages"]);
      await page.setViewport({ width: 390, height: 844 });
      await page.waitForFunction(() =>
        document.querySelectorAll("#views [aria-pressed=true]").length === 1);
      assert.deepEqual(await pressed(), ["form"]);
      await page.close();
    });

  await test("every control has the focus by Tab, and shows it", async () => {
    const page = await openStart(browser, faults);

    await openFile(page, "examples/juf-anne.yaml");
    for (const id of await partsOf(page)) {
      await part(page, id);
      const all = await page.$$eval("#form :is(input, select, textarea, button)",
        (els) => els.filter((el) => !el.disabled && el.tabIndex >= 0 &&
          el.getClientRects().length > 0 && (el.type !== "radio" ||
          el.checked)).length);
      let had = 0;

      await page.focus("#part-title");
      for (let i = 0; i < 400; i++) {
        await page.keyboard.press("Tab");
        const { inForm, shown } = await page.evaluate(() => {
          const el = document.activeElement;
          const seen = [el, el.nextElementSibling].some((one) =>
            one && getComputedStyle(one).outlineStyle !== "none");

          return { inForm: document.getElementById("form").contains(el),
            shown: seen };
        });

        if (!inForm) break;
        assert.ok(shown, `${id}: the focus is not to be seen`);
        had++;
      }
      assert.ok(had >= all, `${id}: ${had} of ${all}`);
    }
    await page.close();
  });
}
