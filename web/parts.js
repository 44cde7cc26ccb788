/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The parts that the page holds: gzipped, in base64, in script elements that
   are no scripts (web/build.mjs). */

/* The text of each part by its name, as it stands in the page. */
export function packedParts() {
  const parts = {};

  for (const element of document.querySelectorAll("script[data-part]"))
    parts[element.dataset.part] = element.textContent;
  return parts;
}

export async function unpack(packed) {
  const binary = atob(packed);
  const bytes = new Uint8Array(binary.length);

  for (let i = 0; i < binary.length; i++)
    bytes[i] = binary.charCodeAt(i);
  const stream = new Blob([bytes]).stream()
    .pipeThrough(new DecompressionStream("gzip"));

  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/* The bytes of one part. */
export function part(name) {
  return unpack(
    document.querySelector(`script[data-part="${name}"]`).textContent);
}

/* What makes a worker of a script that is a part.  Where the browser guards
   what may become a script, only this may. */
const guard = globalThis.trustedTypes?.createPolicy("relatieprofiel", {
  createScriptURL: (url) => {
    if (!url.startsWith("blob:")) throw new TypeError("not a part of the page");
    return url;
  },
});

export async function partWorker(name, options) {
  const url = URL.createObjectURL(
    new Blob([await part(name)], { type: "text/javascript" }));

  return new Worker(guard ? guard.createScriptURL(url) : url, options);
}

/* The type of the paper, for the page too. */
export async function loadFonts() {
  const faces = [["Regular", 400], ["Bold", 700], ["Light", 300]];

  await Promise.all(faces.map(async ([name, weight]) => {
    const bytes = await part(`font/Lato-${name}.ttf`);

    document.fonts.add(new FontFace("Lato", bytes, { weight: String(weight) }));
  }));
}
