/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* A zip of files as they are, without compression: PDFs are compressed already.
   PKWARE's APPNOTE.TXT, 4.3; names are UTF-8 (bit 11 of the flags). */

const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;

  for (let bit = 0; bit < 8; bit++)
    c = c & 1 ? 0xedb88320 ^ c >>> 1 : c >>> 1;
  return c;
});

function crc32(bytes) {
  let c = 0xffffffff;

  for (const byte of bytes) c = CRC[(c ^ byte) & 0xff] ^ c >>> 8;
  return (c ^ 0xffffffff) >>> 0;
}

const UTF8 = 0x0800;
const EARLIEST = 0x0021; /* 1 January 1980: no clock is asked */

/* Numbers one behind the other, each [size in bytes, value]. */
function record(...numbers) {
  const view = new DataView(
    new ArrayBuffer(numbers.reduce((sum, [size]) => sum + size, 0)));
  let at = 0;

  for (const [size, value] of numbers) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  return new Uint8Array(view.buffer);
}

/* `files` is a list of {name, bytes}. */
export function zip(files) {
  const parts = [];
  const directory = [];
  let at = 0;
  const put = (...all) => {
    for (const bytes of all) {
      parts.push(bytes);
      at += bytes.length;
    }
  };

  for (const { name, bytes } of files) {
    const utf8 = new TextEncoder().encode(name);
    const shared = [[2, 20], [2, UTF8], [2, 0], [2, 0], [2, EARLIEST],
      [4, crc32(bytes)], [4, bytes.length], [4, bytes.length], [2, utf8.length],
      [2, 0]];

    directory.push([record([4, 0x02014b50], [2, 20], ...shared, [2, 0], [2, 0],
      [2, 0], [4, 0], [4, at]), utf8]);
    put(record([4, 0x04034b50], ...shared), utf8, bytes);
  }
  const start = at;

  for (const entry of directory) put(...entry);
  put(record([4, 0x06054b50], [2, 0], [2, 0], [2, files.length],
    [2, files.length], [4, at - start], [4, start], [2, 0]));
  return new Blob(parts, { type: "application/zip" });
}
