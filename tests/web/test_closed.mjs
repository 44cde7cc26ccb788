/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Nothing leaves, and nothing runs that is no part of the page: its own policy
   forbids it. */

import assert from "node:assert";

const AWAY = "http://127.0.0.1:9/";

/* Each returns whether it was let through. */
const ATTEMPTS = {
  eval: () => {
    let ran = false;

    try { ran = (0, eval)("true"); } catch { /* forbidden */ }
    return ran;
  },
  Function: () => {
    try { return new Function("return true")(); } catch { return false; }
  },
  "text to HTML": () => {
    try {
      document.createElement("p").innerHTML = "<img src=x onerror=run()>";
      return true;
    } catch { return false; }
  },
  "a script": () => {
    try {
      const script = document.createElement("script");

      script.text = "globalThis.scriptRan = true";
      document.body.append(script);
    } catch { /* forbidden */ }
    return globalThis.scriptRan === true;
  },
  "an onclick": () => {
    const button = document.createElement("button");

    try { button.setAttribute("onclick", "globalThis.clickRan = true"); }
    catch { /* forbidden */ }
    button.click();
    return globalThis.clickRan === true;
  },
  "a style": () => {
    const style = document.createElement("style");

    style.textContent = "body { --tried: 1 }";
    document.head.append(style);
    const set = getComputedStyle(document.body).getPropertyValue("--tried");

    style.remove();
    return set !== "";
  },
  fetch: (url) => fetch(url).then(() => true, () => false),
  "a beacon": (url) => {
    try { navigator.sendBeacon(url, "x"); } catch { /* forbidden */ }
    return false;
  },
  "a picture": (url) => new Promise((resolve) => {
    const img = new Image();

    img.onload = () => resolve(true);
    img.onerror = () => resolve(false);
    img.src = url;
  }),
  "a socket": (url) => new Promise((resolve) => {
    try {
      const socket = new WebSocket(url.replace("http", "ws"));

      socket.onopen = () => resolve(true);
      socket.onerror = () => resolve(false);
    } catch { resolve(false); }
  }),
  "a worker": (url) => {
    try { new Worker(url); return true; } catch { return false; }
  },
  "a frame": (url) => {
    const frame = document.createElement("iframe");

    frame.src = url;
    document.body.append(frame);
    frame.remove();
    return false;
  },
  "a form": (url) => {
    const form = document.createElement("form");

    form.action = url;
    document.body.append(form);
    form.submit();
    form.remove();
    return false;
  },
};

export default async function closed({ test, page, faults }) {
  const before = faults.length;

  for (const [name, attempt] of Object.entries(ATTEMPTS))
    await test(name, async () => {
      /* Later than the debugger's call, which may do more than the page. */
      const run = await page.evaluateHandle(() => {
        const seen = { forbidden: 0 };

        document.addEventListener("securitypolicyviolation",
          () => { seen.forbidden++; });
        return seen;
      });

      await page.evaluate(`setTimeout(async () => {
        globalThis.attempted = { through: await (${attempt})(${
  JSON.stringify(AWAY)}) };
      }, 0)`);
      await page.waitForFunction(() => globalThis.attempted !== undefined);
      const { through } = await page.evaluate(() => {
        const result = globalThis.attempted;

        delete globalThis.attempted;
        return result;
      });

      assert.equal(through, false);
      await page.waitForFunction((seen) => seen.forbidden > 0, { timeout: 2000 },
        run);
    });

  await test("the page is where it was", async () => {
    assert.equal(await page.evaluate(() => document.body.dataset.ready), "yes");
    assert.ok(faults.length > before);
  });
  faults.length = before; /* they were to be forbidden */
}
