/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What PERFORMANCE.md says of the page: node tests/web/bench.mjs PROGRAM. */

import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { openChromium, openPage, openProxy, PAGE } from "./browser.mjs";

const [program] = process.argv.slice(2);
const ANNE = readFileSync("examples/juf-anne.yaml", "utf8");
const REPORTS = 40;
const best = async (n, run) => {
  let least = Infinity;

  for (let i = 0; i < n; i++) least = Math.min(least, await run());
  return least;
};
const say = (what, value) => console.log(`${what.padEnd(58)} ${value}`);

/* Milliseconds of processor of one handout by the command line, the whole
   process. */
function ofCommandLine() {
  const seconds = execFileSync("bash", ["-c", `TIMEFORMAT='%U %S'
    { time for i in {1..${REPORTS}}; do
        "$0" render examples/juf-anne.yaml -l handout -o - -q >/dev/null
    done; } 2>&1`, program], { encoding: "utf8" }).trim().split(" ");

  return 1000 * (Number(seconds[0]) + Number(seconds[1])) / REPORTS;
}

const proxy = await openProxy();
const browser = await openChromium(proxy);
const faults = [];

say("size of the page", `${(statSync(new URL(PAGE)).size / 1e6).toFixed(2)} MB`);
say("from opening to usable", `${(await best(5, async () => {
  const begin = performance.now();
  const page = await openPage(browser, faults);
  const took = performance.now() - begin;

  await page.close();
  return took;
})).toFixed(0)} ms`);

const page = await openPage(browser, faults);

/* The first, right after opening, while the browser still translates the
   program, and later ones. */
const [first, later] = await page.evaluate(async (yaml, n) => {
  const took = [];

  for (let i = 0; i < n; i++) {
    const begin = performance.now();

    await relatieprofielEngine.call("make",
      { yaml, layout: "handout", options: {} });
    took.push(performance.now() - begin);
  }
  return [took[0], Math.min(...took)];
}, ANNE, REPORTS);
const native = ofCommandLine();

say("the first handout", `${first.toFixed(0)} ms`);
say("a later one", `${later.toFixed(1)} ms`);
say("one of the command line, of processor", `${native.toFixed(1)} ms`);
await page.click("#start-example");
await page.waitForSelector(".sheet canvas");
say("from a pause in typing to the page", `${(await best(8, async () => {
  const made = await page.$eval("#pages", (el) => el.dataset.made);

  await page.type("[id^=f-][id$=-naam], [id^=f-][id$=-name]", "x");
  const begin = performance.now();

  await page.waitForFunction((before) =>
    document.getElementById("pages").dataset.made !== before,
  { polling: 5 }, made);
  return performance.now() - begin;
})).toFixed(0)} ms`);
await browser.close();
proxy.close();
