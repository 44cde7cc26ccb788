/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The tests of the page: node tests/web/main.mjs PROGRAM [test_NAME...].  Each
   file test_*.mjs has a default function that gets what it needs: `test` to
   count with, the program, `page` (in Chromium, from the disk) and `faults`,
   which must stay empty. */

import { readdirSync } from "node:fs";
import assert from "node:assert";
import { openChromium, openPage, openProxy, Tests } from "./browser.mjs";

const [program, ...only] = process.argv.slice(2);
const files = readdirSync(new URL(".", import.meta.url))
  .filter((name) => /^test_.*\.mjs$/.test(name))
  .filter((name) => only.length === 0 || only.includes(name.slice(0, -4)));
const tests = new Tests();
const proxy = await openProxy();
const browser = await openChromium(proxy);
const faults = [];

for (const file of files.sort()) {
  const { default: run } = await import(`./${file}`);
  const name = file.slice("test_".length, -".mjs".length);

  await tests.test(name, async () => {
    const page = await openPage(browser, faults);

    await run({
      test: (what, f) => tests.test(`${name}: ${what}`, f),
      program, page, faults, proxy, browser,
    });
    await page.close();
  });
}
await browser.close();
await tests.test("no fault is left", () => assert.deepEqual(faults, []));
await tests.test("nothing was asked of a network",
  () => assert.deepEqual(proxy.asked, []));
proxy.close();
console.log(`web: ${tests.passed} passed, ${tests.failed} failed`);
process.exitCode = tests.failed > 0 ? 1 : 0;
