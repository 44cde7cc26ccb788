/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Handing over: the verb `form` opens the page, built or installed; where there
   is none, or no browser, it says so. */

import assert from "node:assert";
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync,
  writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export default async function handing({ test, program }) {
  const dir = mkdtempSync(path.join(tmpdir(), "web-"));
  const opened = path.join(dir, "opened");
  const run = (what, status) => {
    writeFileSync(path.join(dir, "xdg-open"),
      `#!/bin/sh\necho "$1" >"${opened}"\nexit ${status}\n`);
    chmodSync(path.join(dir, "xdg-open"), 0o755);
    return spawnSync(what, ["form"], { encoding: "utf8",
      env: { PATH: `${dir}:${process.env.PATH}`, LC_ALL: "C" } });
  };
  /* Of the make that runs the tests nothing goes along. */
  const env = { ...process.env, MAKEFLAGS: "", MFLAGS: "" };
  const installed = path.join(dir, "usr/bin/relatieprofiel");
  const page = path.join(dir, "usr/share/relatieprofiel/relatieprofiel.html");

  await test("built", () => {
    assert.equal(run(program, 0).status, 0);
    assert.equal(readFileSync(opened, "utf8"),
      `${path.resolve("build/web/relatieprofiel.html")}\n`);
  });

  await test("no browser", () => {
    const { status, stderr } = run(program, 3);

    assert.equal(status, 3);
    assert.match(stderr, /open this file in a browser: .*relatieprofiel[.]html/);
  });

  await test("installed", () => {
    execFileSync("make", ["-s", "install", `PREFIX=${path.join(dir, "usr")}`],
      { env });
    assert.equal(run(installed, 0).status, 0);
    assert.equal(readFileSync(opened, "utf8"), `${page}\n`);
    assert.deepEqual(readFileSync(page),
      readFileSync("build/web/relatieprofiel.html"));
  });

  await test("no page", () => {
    rmSync(page);
    const { status, stderr } = run(installed, 0);

    assert.equal(status, 2);
    assert.match(stderr, /the page is not there; "make web" makes it/);
    execFileSync("make", ["-s", "uninstall", `PREFIX=${path.join(dir, "usr")}`],
      { env });
    assert.equal(existsSync(installed), false);
  });

  await test("the leaflet is one sheet", () => {
    execFileSync(program, ["render", "-q", "-l", "web/leaflet.ini", "-d", dir]);
    assert.match(execFileSync("pdfinfo", [path.join(dir,
      "je-eerste-profiel.pdf")], { encoding: "utf8" }), /Pages: +1\n/);
  });

  await test("the leaflet names what the page and the reports are called", () => {
    const page = readFileSync("web/words.js", "utf8");
    const reports = ["handout", "coach"].map((name) =>
      readFileSync(`layouts/${name}.ini`, "utf8")).join("");
    const named = readFileSync("web/leaflet.ini", "utf8")
      .matchAll(/[*][*](.*?)[*][*]/g);

    for (const [, words] of named)
      assert.ok(words === "relatieprofiel.html" ||
        page.includes(`"${words}"`) || reports.includes(`"${words}"`), words);
  });
  rmSync(dir, { recursive: true });
}
