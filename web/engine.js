/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The program, as the page calls it: engine.call(op, arguments) promises what
   web/worker.js answers.

   One call is at work at a time; the others wait in their order.  Of checks
   that wait, and of reports made with `preview: true`, only the newest is run:
   the older are refused by an error with `superseded`.  A call that takes too
   long, or that breaks the program, is refused by an error; its worker is ended
   and another started, which is given the files of the user again.  What was
   typed is not here, and cannot be lost. */

import { packedParts, partWorker } from "./parts.js";

const SECONDS = 20; /* longer than any report takes */

function keyOf(op, args) {
  if (op === "check") return "check";
  return op === "make" && args.preview ? "preview" : null;
}

function superseded() {
  const error = new Error("superseded");

  error.superseded = true;
  return error;
}

class Engine {
  seconds = SECONDS;
  #parts = packedParts();
  #files = new Map(); /* of the user, by kind and name */
  #worker = null; /* null: none is started */
  #waiting = [];
  #busy = false;
  #ids = 0;

  call(op, args = {}) {
    const key = keyOf(op, args);

    return new Promise((resolve, reject) => {
      for (const old of this.#waiting)
        if (key !== null && old.key === key) old.reject(superseded());
      this.#waiting = this.#waiting.filter(
        (old) => key === null || old.key !== key);
      this.#waiting.push({ op, args, key, resolve, reject });
      this.#next();
    });
  }

  async #next() {
    if (this.#busy || this.#waiting.length === 0) return;
    const { op, args, resolve, reject } = this.#waiting.shift();

    this.#busy = true;
    try {
      if (this.#worker === null) await this.#open();
      const answer = await this.#ask(op, args);

      if (op === "file" && !answer.refused)
        this.#files.set(`${args.kind}/${args.name}`, args);
      resolve(answer);
    } catch (error) {
      reject(error);
    }
    this.#busy = false;
    this.#next();
  }

  async #open() {
    this.#worker = await partWorker("worker.js");
    await this.#ask("open", { parts: this.#parts });
    for (const file of this.#files.values()) await this.#ask("file", file);
  }

  #ask(op, args) {
    const worker = this.#worker;
    const id = ++this.#ids;

    return new Promise((resolve, reject) => {
      const end = (text) => {
        worker.terminate();
        this.#worker = null;
        reject(new Error(text));
      };
      const late = setTimeout(() => end("stuck"), this.seconds * 1000);

      worker.onmessage = ({ data }) => {
        if (data.id !== id) return;
        clearTimeout(late);
        if (data.ok) resolve(data);
        else end(data.error); /* nothing of it can be relied on now */
      };
      worker.onerror = (event) => {
        clearTimeout(late);
        end(event.message);
      };
      worker.postMessage({ id, op, ...args });
    });
  }
}

/* The one of the page; by its name the browser's console and tests find it. */
export const engine = new Engine();
globalThis.relatieprofielEngine = engine;
