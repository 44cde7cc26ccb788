/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The bytes of the command line: every example in every layout, with every
   option that changes a page. */

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import assert from "node:assert";

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
const text = (name) => readFileSync(`examples/${name}`, "utf8");
const interviews = readdirSync("examples").filter((n) => n.endsWith(".yaml"));
const OPTIONS = [{}, { large: true }, { mono: true }, { anonymise: true },
  { fillable: true },
  { lang: "nl" }, { lang: "en" }, { numbers: "yes" }, { profile: "3a" }];

function words({ large, mono, anonymise, fillable, lang, numbers,
  profile }) {
  return [large && "--large", mono && "--mono", anonymise && "--anonymise",
    fillable && "--fillable",
    lang && `--lang=${lang}`, numbers && `--numbers=${numbers}`,
    profile && `--profile=${profile}`].filter(Boolean);
}

/* What the command line makes: hashes by the name of the file.  An interview
   that it refuses leaves none. */
function native(program, args) {
  const dir = mkdtempSync(path.join(tmpdir(), "web-"));
  const made = {};

  try {
    execFileSync(program, [...args, "-q", "-d", dir], { stdio: "pipe" });
  } catch (error) {
    if (error.status !== 1) throw error;
  } finally {
    for (const name of readdirSync(dir))
      if (name.endsWith(".pdf"))
        made[name] = sha256(readFileSync(path.join(dir, name)));
    rmSync(dir, { recursive: true });
  }
  return made;
}

/* The same in the page; a refused report is null under its layout. */
function inPage(page, calls) {
  return page.evaluate(async (list) => {
    const made = {};

    for (const { op, args } of list) {
      const { pdf, name } = await relatieprofielEngine.call(op, args);
      const sum = pdf && await crypto.subtle.digest("SHA-256", pdf);

      made[name ?? args.layout] = pdf && [...new Uint8Array(sum)]
        .map((b) => b.toString(16).padStart(2, "0")).join("");
    }
    return made;
  }, calls);
}

export default async function bytes({ test, program, page }) {
  const { layouts } = await page.evaluate(
    () => relatieprofielEngine.call("start", { lang: "nl" }));
  const over = (what) => layouts.filter((l) => l.over === what);
  const own = [...readFileSync("examples/with-questionnaire.ini")];

  await page.evaluate((rules) => relatieprofielEngine.call("file", {
    kind: "rules", name: "with-questionnaire", bytes: new Uint8Array(rules),
  }), own);

  for (const options of OPTIONS)
    for (const name of interviews)
      await test(`${name} ${words(options).join(" ")}`, async () => {
        /* A report that keeps the interview leaves no names out. */
        const may = over("one").filter((l) => !(options.anonymise && l.keeps));
        const want = native(program, ["render", `examples/${name}`, "-l",
          may.map((l) => l.id).join(","), ...words(options)]);

        const all = Object.keys(want).length === may.length;

        for (const l of over("one"))
          if (!all || !may.includes(l)) want[l.id] = null;
        if (options.lang !== "en") assert.ok(all);
        assert.deepEqual(await inPage(page, over("one").map(({ id: layout }) => (
          { op: "make", args: { name, yaml: text(name), layout, options } }))), want);
      });

  for (const [other, layout] of [["second-child", "two-children"],
    ["first-child-later", "twice"]])
    await test(`first-child beside ${other}`, async () => {
      assert.deepEqual(await inPage(page, [{ op: "make", args: { layout,
        yaml: text("first-child.yaml"),
        others: [{ name: other, text: text(`${other}.yaml`) }] } }]),
      native(program, ["compare", "examples/first-child.yaml",
        `examples/${other}.yaml`]));
    });

  await test("a blank form", async () => {
    assert.deepEqual(await inPage(page,
      [{ op: "blank", args: { layout: "form", options: {} } }]),
    native(program, ["render", "-l", "form"]));
  });

  await test("how far readers agree", async () => {
    const [first, ...more] = interviews.filter((n) => n !== "questionnaire.yaml");
    const dir = mkdtempSync(path.join(tmpdir(), "web-"));
    const out = path.join(dir, "agree.pdf");

    execFileSync(program, ["agree", ...[first, ...more].map((n) =>
      `examples/${n}`), "-o", out], { stdio: "pipe" });
    const [made] = Object.values(await inPage(page, [{ op: "make", args: {
      layout: "agreement", yaml: text(first),
      others: more.map((name) => ({ name, text: text(name) })) } }]));

    assert.equal(made, sha256(readFileSync(out)));
    rmSync(dir, { recursive: true });
  });
}
