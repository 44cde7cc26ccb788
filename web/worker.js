/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The program in a worker of its own, so that the page never waits for it.  A
   message {id, op, ...arguments} is answered by {id, ok: true, ...} or
   {id, ok: false, error}; web/engine.js sends them. */

import { unpack } from "./parts.js";
import { openProgram } from "./program.js";

let program = null;
const examples = {};

/* The first message brings the parts of the page: the program and its files. */
async function open({ parts }) {
  const files = [];
  const unpackFile = async ([name, packed]) => {
    const [kind, rest] = name.split("/");

    if (rest === undefined) return;
    const bytes = await unpack(packed);

    if (kind === "example") examples[rest] = new TextDecoder().decode(bytes);
    else files.push({ kind, name: rest, bytes });
  };
  const [wasm] = await Promise.all([unpack(parts["program.wasm"]),
    ...Object.entries(parts).map(unpackFile)]);

  files.sort((a, b) => a.name < b.name ? -1 : 1);
  program = await openProgram(wasm, files);
  return {};
}

/* The interview of a call and others beside it, where a layout is over more
   than one: {name, text}. */
function interviews({ yaml, model, name = "interview", others = [] }) {
  return [{ name, text: yaml ?? `${JSON.stringify(model)}\n...\n` }, ...others];
}

function setOptions({ options, lang }) {
  program.options({ ...options, ...(lang && { speaks: lang }) });
}

/* A browser translates the program while it runs: after a report of the
   example, made while the user looks at the start, all others are quick. */
let warm = false;

function warmUp() {
  if (warm) return;
  warm = true;
  setTimeout(() => program.make([{ name: "example", text: examples.nl }],
    "handout"), 0);
}

const ops = {
  open,

  start({ lang }) {
    warmUp();
    return program.list(lang);
  },

  example: ({ lang }) => ({ text: examples[lang] }),

  form(args) {
    setOptions(args);
    return program.form(interviews(args)[0], args.lang);
  },

  read({ text, lang, name = "interview" }) {
    setOptions({ lang });
    return program.read({ name, text });
  },

  write(args) {
    setOptions(args);
    return program.write(interviews(args)[0]);
  },

  check(args) {
    setOptions(args);
    return program.check(interviews(args)[0]);
  },

  /* Of the file that a model is saved as: a report tells its hash. */
  make(args) {
    setOptions(args);
    const [first, ...others] = interviews(args);
    const text = args.model === undefined ? first.text
      : program.write(first).yaml ?? first.text;

    return program.make([{ ...first, text }, ...others], args.layout);
  },

  blank(args) {
    setOptions(args);
    return program.make([], args.layout);
  },

  /* A file that the user dropped. */
  file({ kind, name, bytes, lang }) {
    setOptions({ lang });
    if (!program.file({ kind, name, bytes: new Uint8Array(bytes) }))
      return { refused: true, messages: [] };
    return kind === "logo" ? { messages: [] } : program.checkFile(kind, name);
  },

  memory: () => ({ bytes: program.memory() }),
};

async function answer({ id, op, ...args }) {
  const result = await ops[op](args);

  if (!result.pdf) return postMessage({ ...result, id, ok: true });
  const pdf = result.pdf.buffer;

  return postMessage({ ...result, pdf, id, ok: true }, [pdf]);
}

addEventListener("message", ({ data }) => {
  answer(data).catch((error) => {
    postMessage({ id: data.id, ok: false, error: String(error?.message ?? error) });
  });
});
