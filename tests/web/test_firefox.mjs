/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The page in Firefox: it opens from the disk and makes the same bytes. */

import assert from "node:assert";
import { readFileSync } from "node:fs";
import { openFirefox, PAGE } from "./browser.mjs";

const ANNE = readFileSync("examples/juf-anne.yaml", "utf8");

const made = (page) => page.evaluate(async (yaml) => {
  const { pdf } = await relatieprofielEngine.call("make",
    { yaml, layout: "handout", options: {} });

  return [...new Uint8Array(await crypto.subtle.digest("SHA-256", pdf))];
}, ANNE);

export default async function firefox({ test, page }) {
  await test("a report", async () => {
    const browser = await openFirefox();

    try {
      const other = await browser.newPage();

      await other.goto(PAGE);
      await other.waitForFunction(() => document.body.dataset.ready === "yes");
      assert.deepEqual(await made(other), await made(page));
    } finally {
      await browser.close();
    }
  });
}
