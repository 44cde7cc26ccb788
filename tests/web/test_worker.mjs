/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* A program that is stuck or broken is started anew, with the files of the user;
   only the newest of what waits is looked at; and memory does not grow. */

import assert from "node:assert";
import { readFileSync } from "node:fs";

const ANNE = readFileSync("examples/juf-anne.yaml", "utf8");
const FILLED = readFileSync("examples/questionnaire.yaml", "utf8");
const REPORTS = Number(process.env.WEB_REPORTS ?? 40);

export default async function worker({ test, page }) {
  const call = (op, args) => page.evaluate(
    (o, a) => relatieprofielEngine.call(o, a).then(
      ({ pdf, ...rest }) => ({ ...rest, size: pdf?.byteLength ?? 0 }),
      (error) => ({ error: error.message })), op, args);
  const make = (yaml, more = {}) =>
    call("make", { yaml, layout: "handout", options: {}, ...more });

  await page.evaluate((rules) => relatieprofielEngine.call("file", {
    kind: "rules", name: "with-questionnaire", bytes: new Uint8Array(rules),
  }), [...readFileSync("examples/with-questionnaire.ini")]);

  await test("broken", async () => {
    assert.match((await call("no such operation", {})).error, /./);
    assert.ok((await make(FILLED)).size > 10000);
  });

  await test("stuck", async () => {
    await page.evaluate(() => { relatieprofielEngine.seconds = 0.001; });
    assert.equal((await make(ANNE)).error, "stuck");
    await page.evaluate(() => { relatieprofielEngine.seconds = 20; });
    assert.ok((await make(FILLED)).size > 10000);
  });

  await test("what waits is superseded", async () => {
    const ends = await page.evaluate((yaml) => Promise.all([1, 2, 3, 4].map(
      () => relatieprofielEngine.call("check", { yaml, options: {} }).then(
        () => "made", (error) => error.superseded ? "superseded" : "fault"))), ANNE);

    assert.deepEqual(ends, ["made", "superseded", "superseded", "made"]);
  });

  await test("a refused file leaves the others as they were", async () => {
    const answer = await call("file",
      { kind: "rules", name: "x", bytes: new Array(1100000).fill(35) });

    assert.equal(answer.refused, true);
    assert.ok((await make(FILLED)).size > 10000);
  });

  await test(`memory over ${REPORTS} reports`, async () => {
    const forms = ["handout", "coach", "dossier", "handout"];
    const some = async (n) => {
      for (let i = 0; i < n; i++)
        await make(i % 3 === 0 ? FILLED : ANNE,
          { layout: forms[i % 4], options: { large: i % 5 === 0 } });
      return (await call("memory", {})).bytes;
    };
    const early = await some(12);

    assert.equal(await some(REPORTS), early);
  });
}
