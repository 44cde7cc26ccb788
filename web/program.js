/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The C program: texts and bytes in, texts and bytes out.  src/web/web.h tells
   of each call; here they get JavaScript's kinds of value. */

import makeModule from "../build/web/program.mjs";

const NUMBERS = { "": -1, no: 0, yes: 1 };

/* Options where nothing is said: those of a plain report. */
const PLAIN = {
  lang: "", numbers: "", large: false, mono: false, anonymise: false,
  fillable: false, profile: "2a", speaks: "nl",
};

const utf8 = new TextEncoder();

/* Opens the program over the bytes of program.wasm and its files, a list of
   {kind, name, bytes}. */
export async function openProgram(wasmBinary, files) {
  const c = await makeModule({ wasmBinary });
  const handle = c._web_open();

  /* Calls f with the place of each value in memory: texts end in NUL, bytes
     are followed by their length. */
  function call(f, ...values) {
    const places = [];
    const put = (bytes) => {
      const at = c._malloc(bytes.length + 1);

      if (at === 0) throw new Error("out of memory");
      places.push(at);
      c.HEAPU8.set(bytes, at);
      return at;
    };
    const args = values.flatMap((value) => {
      if (typeof value === "string") return [put(utf8.encode(value + "\0"))];
      return value instanceof Uint8Array ? [put(value), value.length] : [value];
    });

    try {
      return f(handle, ...args);
    } finally {
      places.forEach((at) => c._free(at));
    }
  }

  function answer() {
    const at = c._web_text(handle);
    const said = JSON.parse(new TextDecoder().decode(
      c.HEAPU8.subarray(at, at + c._web_text_len(handle))));

    return said.messages === undefined ? said :
      { ...said, messages: said.messages.map((m) => ({ ...m, text: m.message })) };
  }

  function made() {
    const length = c._web_bytes_len(handle);
    const at = c._web_bytes(handle);

    return length === 0 ? null : c.HEAPU8.slice(at, at + length);
  }

  /* A list of {name, text}. */
  function give(interviews) {
    c._web_clear(handle);
    for (const { name, text } of interviews)
      if (!call(c._web_add, name, utf8.encode(text)))
        throw new Error("the interview is too large");
  }

  const program = {
    /* A file in place of one of that kind and name; false where refused. */
    file: ({ kind, name, bytes }) => call(c._web_file, kind, name, bytes) !== 0,

    options(options) {
      const o = { ...PLAIN, ...options };

      if (!call(c._web_options, o.lang, NUMBERS[o.numbers], o.large, o.mono, o.anonymise,
        o.fillable, o.profile, o.speaks))
        throw new Error("unknown options");
    },

    list(lang) {
      call(c._web_list, lang);
      return answer();
    },

    check(interview) {
      give([interview]);
      c._web_check(handle);
      return answer();
    },

    /* An interview, or null for an empty one. */
    form(interview, lang) {
      give(interview === null ? [] : [interview]);
      call(c._web_form, lang);
      return answer();
    },

    /* {messages, model, comments}; model is null where it is no interview. */
    read(interview) {
      give([interview]);
      c._web_read(handle);
      const { messages, read } = answer();

      return { messages, model: null, comments: 0, ...read };
    },

    /* {messages, yaml}. */
    write(interview) {
      give([interview]);
      c._web_write(handle);
      return answer();
    },

    checkFile(kind, name) {
      call(c._web_check_file, kind, name);
      return answer();
    },

    /* {status, messages, name, copies, pdf}; pdf is null where refused. */
    make(interviews, layout) {
      give(interviews);
      call(c._web_make, layout);
      return { ...answer(), pdf: made() };
    },

    /* Bytes that the program holds. */
    memory: () => c.HEAPU8.length,
  };

  for (const file of files)
    if (!program.file(file))
      throw new Error(`cannot use ${file.kind} ${file.name}`);
  return program;
}
