/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What comes in and goes out: files saved are those of the command line, own
   rules are used, nothing is kept in the browser unasked, and no text becomes
   HTML, typed or in a file. */

import assert from "node:assert";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PAGE } from "./browser.mjs";

const EVIL = "<img src=x onerror=\"globalThis.ran=1\"><script>globalThis.ran=1</script>";

const ready = (page) =>
  page.waitForFunction(() => document.body.dataset.ready === "yes");

async function until(what) {
  for (let i = 0; i < 400; i++) {
    if (what()) return;
    await new Promise((resolve) => { setTimeout(resolve, 25); });
  }
  assert.fail(`not so: ${what}`);
}

async function openMenu(page) {
  /* A form that is still being fetched draws the menu anew under a click. */
  await page.$eval(".files-menu", (menu) => new Promise((done) => {
    let quiet = setTimeout(done, 400);

    new MutationObserver(() => {
      clearTimeout(quiet);
      quiet = setTimeout(done, 400);
    }).observe(menu, { childList: true, subtree: true });
  }));
  await page.$eval(".files-menu", (menu) => { menu.open = true; });
}

/* Hands files to the page, as a choice in its dialogue does. */
async function hand(page, ...files) {
  await openMenu(page);
  const [chooser] = await Promise.all([page.waitForFileChooser(),
    page.click("#open-files")]);

  await chooser.accept(files);
}

const evilInPage = (page) => page.evaluate(() =>
  globalThis.ran !== undefined || document.querySelector("img") !== null);

export default async function files({ test, program, page, faults }) {
  const dir = mkdtempSync(path.join(tmpdir(), "web-"));
  const at = (name) => path.join(dir, name);
  const client = await page.createCDPSession();

  page.on("dialog", (dialog) => dialog.accept());
  await client.send("Browser.setDownloadBehavior",
    { behavior: "allow", downloadPath: dir });
  const saved = async (id, name) => {
    rmSync(at(name), { force: true });
    await openMenu(page);
    await page.click(id);
    await until(() => existsSync(at(name)));
    return at(name);
  };

  await test("an interview is opened, and saved as the program writes it", async () => {
    await hand(page, path.resolve("examples/juf-anne.yaml"));
    await page.waitForFunction(() => document.getElementById("case")
      .textContent.includes("LP-0017"));
    const file = await saved("#save-interview", "LP-0017.yaml");

    execFileSync(program, ["check", "-q", file]);
    assert.equal(execFileSync(program, ["tidy", file], { encoding: "utf8" }),
      readFileSync(file, "utf8"));
  });

  await test("a zip of the interview and its reports", async () => {
    const file = await saved("#save-all", "LP-0017.zip");

    execFileSync("python3", ["-c", `import sys, zipfile
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
assert sorted(z.namelist()) == ["LP-0017.coach.pdf", "LP-0017.handout.pdf", "LP-0017.yaml"], z.namelist()
z.extractall(sys.argv[2])`, file, dir]);
    for (const layout of ["handout", "coach"])
      assert.deepEqual(execFileSync(program,
        ["render", "-q", at("LP-0017.yaml"), "-l", layout, "-o", "-"]),
      readFileSync(at(`LP-0017.${layout}.pdf`)));
  });

  await test("rules of the user's own", async () => {
    await hand(page, path.resolve("examples/with-questionnaire.ini"));
    await page.waitForFunction(() => document.querySelector(".files-state")
      ?.textContent.includes("with-questionnaire.ini"));
    await hand(page, path.resolve("examples/questionnaire.yaml"));
    await page.waitForFunction(() => document.getElementById("case")
      .textContent.includes("LP-0025"));
    const file = await saved("#save-reports", "LP-0025.handout.pdf");

    await until(() => existsSync(at("LP-0025.coach.pdf")));
    assert.deepEqual(execFileSync(program, ["render", "-q",
      "examples/questionnaire.yaml", "-l", "coach", "-o", "-"]).subarray(0, 5),
    readFileSync(file).subarray(0, 5));
  });

  await test("a broken layout is refused with its fault", async () => {
    writeFileSync(at("own.ini"), "[format]\nkind = layout\nversion = 1\n\n[block.words]\nkind = three_words\n");
    await hand(page, at("own.ini"));
    await page.waitForFunction(() => document.querySelector(".files-state")
      ?.textContent.includes("own.ini"));
    assert.match(await page.$eval(".files-state", (el) => el.textContent),
      /own[.]ini .*"id"/);
  });

  await test("of several interviews there is a choice", async () => {
    await hand(page, path.resolve("examples/first-child.yaml"),
      path.resolve("examples/english.yaml"));
    await page.waitForSelector(".files-cases button");
    await page.click(".files-cases li:first-child button");
    await page.waitForFunction(() => document.getElementById("case")
      .textContent.includes("LP-0019"));
  });

  await test("a draft only where it is asked for, and wiped", async () => {
    const kept = () => page.evaluate(() => localStorage.length);

    assert.equal(await kept(), 0);
    await openMenu(page);
    await page.click("#draft");
    assert.equal(await kept(), 1);
    await page.goto(PAGE);
    await ready(page);
    await page.waitForSelector("#draft-open");
    await page.click("#draft-open");
    await page.waitForFunction(() => document.getElementById("case")
      .textContent.includes("LP-0019"));
    await openMenu(page);
    await page.click("#draft-wipe");
    assert.equal(await kept(), 0);
  });

  await test("a text typed in every field stays a text", async () => {
    await page.waitForSelector(".part");
    for (const part of await page.$$eval(".part", (els) => els.map((el) => el.id))) {
      await page.click(`#${part}`);
      await page.evaluate((evil) => {
        for (const el of document.querySelectorAll(
          "#form input:not([type]), #form input[type=text], #form textarea, #answers textarea")) {
          el.value = evil;
          el.dispatchEvent(new Event("input", { bubbles: true }));
          el.dispatchEvent(new Event("change", { bubbles: true }));
        }
      }, EVIL);
      await new Promise((resolve) => { setTimeout(resolve, 300); });
      assert.equal(await evilInPage(page), false);
    }
    /* The list is there with the answer to the last of it. */
    await page.waitForFunction(() => {
      const list = document.getElementById("faults");

      if (list.hidden) document.getElementById("count").click();
      return list.textContent.includes("<img");
    }, { timeout: 20000, polling: 200 });
    assert.equal(await evilInPage(page), false);
    await page.keyboard.press("Escape");
  });

  await test("and in a file, in its name, in its keys", async () => {
    const name = "<img src=x onerror=globalThis.ran=1>.yaml";

    writeFileSync(at(name), readFileSync("examples/juf-anne.yaml", "utf8")
      .replaceAll("Martijn", EVIL.replaceAll("\"", "")).replace("dossier: LP-0017",
        "dossier: <img src=x onerror=globalThis.ran=1>"));
    await hand(page, at(name), path.resolve("examples/english.yaml"));
    await page.waitForSelector(".files-cases button");
    await page.click(".files-cases li:first-child button");
    await page.waitForFunction(() => document.getElementById("case")
      .textContent.includes("<img"));
    writeFileSync(at("broken.yaml"), `<img src=x onerror=globalThis.ran=1>: [`);
    await hand(page, at("broken.yaml"));
    await new Promise((resolve) => { setTimeout(resolve, 500); });
    assert.equal(await evilInPage(page), false);
  });

  rmSync(dir, { recursive: true });
  assert.deepEqual(faults, []);
}
