/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What the tests of the form share: the page with an interview open, told what
   the form hands to the program. */

import { PAGE } from "./browser.mjs";

/* The page at its start, in a language.  What is sent to the worker and what
   it says is kept in the page as `sent`: {op: the last message}, {checks}. */
export async function openStart(browser, faults,
  { lang = "nl", width = 1440, height = 900 } = {}) {
  const page = await browser.newPage();

  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("dialog", (dialog) => dialog.accept());
  await page.setViewport({ width, height });
  await page.evaluateOnNewDocument((code) => {
    Object.defineProperty(navigator, "language", { get: () => code });
    const post = Worker.prototype.postMessage;

    globalThis.sent = { checks: 0 };
    Worker.prototype.postMessage = function (message, ...rest) {
      if (!this.heard) {
        this.heard = true;
        this.addEventListener("message", ({ data }) => {
          if (data.id !== globalThis.sent.check?.id) return;
          globalThis.sent.messages = data.messages;
          globalThis.sent.checks++;
        });
      }
      globalThis.sent[message.op] = message;
      return post.call(this, message, ...rest);
    };
  }, lang);
  await page.goto(PAGE);
  await page.waitForFunction(() => document.body.dataset.ready === "yes" &&
    document.getElementById("start-state").textContent === "");
  return page;
}

/* Waits until the program has looked at what is typed. */
export const settled = (page) => page.waitForFunction(() => {
  const now = globalThis.sent.checks;

  if (globalThis.lastChecks === now &&
    Date.now() - globalThis.lastCheckAt > 350) return true;
  if (globalThis.lastChecks !== now) {
    globalThis.lastChecks = now;
    globalThis.lastCheckAt = Date.now();
  }
  return false;
}, { polling: 50 });

/* Something is to happen after this: wait for it by `settled`. */
export const restart = (page) =>
  page.evaluate(() => { globalThis.lastCheckAt = Date.now(); });

export async function openNew(browser, faults, options) {
  const page = await openStart(browser, faults, options);

  await page.click("#start-new");
  await page.waitForSelector("#part-who");
  await settled(page);
  return page;
}

/* Opens a file of the disk as a user does. */
export async function openFile(page, path) {
  const [chooser] = await Promise.all([page.waitForFileChooser(),
    page.click("#start-open")]);

  await chooser.accept([path]);
  await page.waitForSelector("#part-who");
  await restart(page);
  await settled(page);
}

export const model = async (page) => {
  await restart(page);
  await settled(page);
  return page.evaluate(() => globalThis.sent.check.model);
};

export const part = (page, id) => page.click(`#part-${id}`);

/* The id of a path's control, as web/dom.js makes it. */
export const idOf = (...path) => `#f-${path.map((key) =>
  String(key).replace(/[^a-zA-Z0-9]/g,
    (c) => `_${c.codePointAt(0).toString(16)}`)).join("-")}`;

/* Types in a control in place of what it holds. */
export async function type(page, selector, text) {
  await page.focus(selector);
  await page.$eval(selector, (el) => el.select?.());
  if (text === "") await page.keyboard.press("Delete");
  else await page.keyboard.type(text);
}

export const said = (page, selector) => page.$eval(
  `${selector}-said`, (el) => el.textContent);

/* Goes on with Tab until the control has the focus. */
export async function tabTo(page, selector, most = 200) {
  for (let i = 0; i < most; i++) {
    if (await page.evaluate((s) => document.activeElement?.matches(s), selector))
      return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${selector}`);
}

export const press = async (page, keys) => {
  const [last, ...held] = keys.split("+").reverse();

  for (const key of held) await page.keyboard.down(key);
  await page.keyboard.press(last);
  for (const key of held) await page.keyboard.up(key);
};
