/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Puts the page together: node web/build.mjs OUT.  One HTML file of index.html,
   style.css, the modules that begin at app.js, and as parts, gzipped and in
   base64, all else: the program, its worker, fonts, patterns, rules, layouts.

   Nothing is loaded from anywhere: the Content-Security-Policy allows the one
   style and the one script of the page by their hashes, WebAssembly, and
   workers made of its own parts. */

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";

const npm = "build/web/npm/node_modules";
const text = (path) => readFileSync(path, "utf8");

/* Modules to one script. */
function bundle(entry, format) {
  return execFileSync("esbuild", [entry, "--bundle", `--format=${format}`,
    "--charset=utf8", "--minify", "--log-level=warning",
    "--supported:class-static-blocks=false"],
  { encoding: "utf8", maxBuffer: 1 << 26, env: { ...process.env, NODE_PATH: npm } });
}

/* The files that the program asks for by name ---------------------------- */

function folder(kind, dir) {
  return readdirSync(dir).filter((name) => name.endsWith(".ini")).sort()
    .map((name) => ({ kind, name: name.slice(0, -4), path: `${dir}/${name}` }));
}

/* Those that the catalogue names. */
function fonts() {
  const found = [];
  let files = [];

  for (const line of text("fonts/catalogue.ini").split("\n")) {
    const [, key, value] = /^(\w+) = "(.*)"/.exec(line) ?? [];

    if (["regular", "bold", "light"].includes(key)) files.push(value);
    if (key !== "folder") continue;
    for (const name of files)
      found.push({ kind: "font", name, path: `/usr/share/fonts/${value}/${name}` });
    files = [];
  }
  return found;
}

const programFiles = [
  ...folder("rules", "rules"),
  ...folder("layout", "layouts"),
  { kind: "logo", name: "example-logo.png", path: "layouts/example-logo.png" },
  { kind: "catalogue", name: "catalogue", path: "fonts/catalogue.ini" },
  ...fonts(),
  { kind: "patterns", name: "nl", path: "/usr/share/hyphen/hyph_nl_NL.dic" },
  { kind: "patterns", name: "en", path: "/usr/share/hyphen/hyph_en_GB.dic" },
  { kind: "colours", name: "sRGB", path: "/usr/share/color/icc/sRGB.icc" },
  { kind: "messages", name: "nl",
    path: "build/locale/nl/LC_MESSAGES/relatieprofiel.mo" },
  { kind: "example", name: "nl", path: "examples/juf-anne.yaml" },
  { kind: "example", name: "en", path: "examples/english.yaml" },
];

/* Parts ------------------------------------------------------------------ */

/* libdeflate packs closer than the zlib of node.  base64 has no character that
   means anything in HTML. */
function part(name, bytes) {
  const packed = execFileSync("libdeflate-gzip", ["-12", "-c"],
    { input: bytes, maxBuffer: 1 << 26 }).toString("base64");

  return `<script type="application/gzip" data-part="${name}">${packed}</script>`;
}

const parts = [
  part("worker.js", bundle("web/worker.js", "iife")),
  part("pdf.worker.js",
    bundle(`${npm}/pdfjs-dist/build/pdf.worker.min.mjs`, "iife")),
  part("program.wasm", readFileSync("build/web/program.wasm")),
  part("licences.txt", text("build/web/licences.txt")),
  ...programFiles.map(({ kind, name, path }) =>
    part(`${kind}/${name}`, readFileSync(path))),
];

/* The page --------------------------------------------------------------- */

const hash = (s) =>
  `'sha256-${createHash("sha256").update(s).digest("base64")}'`;

const style = text("web/style.css");
const script = bundle("web/app.js", "esm").replaceAll("</script", "<\\/script");
const policy = [
  "default-src 'none'",
  `script-src ${hash(script)} 'wasm-unsafe-eval'`,
  `style-src ${hash(style)}`,
  "worker-src blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types relatieprofiel",
].join("; ");

/* What index.html has, so that it is a page of its own too, and what stands
   there instead. */
const places = [
  ['<meta charset="utf-8">', `<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">`],
  ['<link rel="stylesheet" href="style.css">', `<style>${style}</style>`],
  ['<script type="module" src="app.js"></script>',
    `${parts.join("\n")}\n<script type="module">${script}</script>`],
];

let page = text("web/index.html");

for (const [place, instead] of places) {
  const [before, after, more] = page.split(place);

  if (after === undefined || more !== undefined)
    throw new Error(`index.html must have one ${place}`);
  page = before + instead + after;
}
writeFileSync(process.argv[2], page);
