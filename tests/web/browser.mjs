/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What the browser tests share: a browser, the page in it, and counting. */

import { createRequire } from "node:module";
import { createServer } from "node:http";
import { once } from "node:events";
import path from "node:path";

const require = createRequire(path.resolve("build/web/npm/package.json"));
const puppeteer = require("puppeteer-core");

export const PAGE = `file://${path.resolve("build/web/relatieprofiel.html")}`;

/* What Chromium asks its maker for, whatever page is open. */
const OF_CHROMIUM = new RegExp("^(https?://)?(update[.]googleapis[.]com|" +
  "redirector[.]gvt1[.]com|(accounts|clients2)[.]google[.]com)[:/]");

/* A proxy that answers nothing and remembers who asked: whatever a page, a
   worker or the browser itself wants of any network comes here. */
export async function openProxy() {
  const asked = [];
  const note = (url) => {
    if (!OF_CHROMIUM.test(url)) asked.push(url);
  };
  const server = createServer((request, response) => {
    note(request.url);
    response.writeHead(404).end();
  });

  server.on("connect", (request, socket) => {
    note(request.url);
    socket.end("HTTP/1.1 404 no\r\n\r\n");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { asked, port: server.address().port, close: () => server.close() };
}

export function openChromium(proxy) {
  return puppeteer.launch({
    executablePath: "/usr/bin/chromium",
    args: [`--proxy-server=127.0.0.1:${proxy.port}`,
      "--proxy-bypass-list=<-loopback>", "--disable-component-update",
      "--disable-field-trial-config", "--disable-domain-reliability",
      "--disable-features=NetworkTimeServiceQuerying",
      ...(process.getuid() === 0 ? ["--no-sandbox"] : [])],
  });
}

export function openFirefox() {
  return puppeteer.launch({
    browser: "firefox",
    executablePath: "/usr/bin/firefox-esr",
    headless: true,
  });
}

/* The page, ready for use.  `faults` gets what it throws, what its policy
   forbids and what it says on the console. */
export async function openPage(browser, faults) {
  const page = await browser.newPage();

  await page.setViewport({ width: 1440, height: 900 });
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  await page.goto(PAGE);
  await page.waitForFunction(() => document.body.dataset.ready === "yes");
  return page;
}

/* Counts, and shows what fails. */
export class Tests {
  passed = 0;
  failed = 0;

  async test(name, run) {
    try {
      await run();
      this.passed++;
    } catch (error) {
      this.failed++;
      console.log(`FAILED ${name}\n    ${error?.stack ?? error}`);
    }
  }
}
