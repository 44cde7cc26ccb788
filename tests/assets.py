#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""Fonts and logos that are damaged: tests/assets.py PROGRAM [CASES [SEED]].

A layout names a font and a logo of its own, and one of the two has flipped
bits, other numbers in its tables, or an early end.  `render` must make the
report or refuse the layout and name the file: no crash, and no
more than a few seconds.  The last line counts.
"""
import base64
import glob
import os
import random
import re
import resource
import struct
import subprocess
import sys
import tempfile
import zlib

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SECONDS = 5
FONTS = [p for folder in ("truetype/dejavu/DejaVuSerif.ttf",
                          "truetype/lato/Lato-Regular.ttf",
                          "opentype/*/NimbusRoman-Regular.otf")
         for p in glob.glob("/usr/share/fonts/" + folder)]
LAYOUT = """[format]
kind = layout
version = 1
id = own

[page]
logo = logo.png

[font.body]
family = Own

[block.names]
kind = title

[block.words]
kind = three_words
"""


# 24 by 8 pixels in colour, progressive.
JPEG = base64.b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBM"
    "S0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZT"
    "fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wgAR"
    "CAAIABgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAT/xAAXAQADAQAAAAAAAAAA"
    "AAAAAAAAAgME/9oADAMBAAIQAxAAAAGK0JUhN3//xAAXEAADAQAAAAAAAAAAAAAAAAAAAQIy"
    "/9oACAEBAAEFApJHj//EABcRAQADAAAAAAAAAAAAAAAAAAABBDH/2gAIAQMBAT8BV8l//8QA"
    "FxEAAwEAAAAAAAAAAAAAAAAAAAECA//aAAgBAgEBPwG4RlCP/8QAFxAAAwEAAAAAAAAAAAAA"
    "AAAAAAIQcf/aAAgBAQAGPwKNh//EABYQAQEBAAAAAAAAAAAAAAAAAAABkf/aAAgBAQABPyGU"
    "o2P/2gAMAwEAAgADAAAAEIQv/8QAFREBAQAAAAAAAAAAAAAAAAAAAQD/2gAIAQMBAT8QGdf/"
    "xAAYEQACAwAAAAAAAAAAAAAAAAAAAREhUf/aAAgBAgEBPxDKQXR//8QAGBAAAgMAAAAAAAAA"
    "AAAAAAAAADEBQfD/2gAIAQEAAT8QSJN1Un//2Q==")


def png():
    """A small picture in colour."""
    rows = b"".join(b"\0" + bytes((x * 9 + c * 50) % 256 for x in range(24)
                                  for c in range(3)) for _ in range(8))

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(
            ">I", zlib.crc32(kind + data))

    return (b"\x89PNG\r\n\x1a\n" +
            chunk(b"IHDR", struct.pack(">IIBBBBB", 24, 8, 8, 2, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def mend(data):
    """Right checksums for the chunks of a PNG, so that faults go deeper."""
    out, at = bytearray(data), 8
    while at + 12 <= len(out):
        n = struct.unpack(">I", out[at:at + 4])[0]
        if at + 12 + n > len(out):
            break
        out[at + 8 + n:at + 12 + n] = struct.pack(
            ">I", zlib.crc32(bytes(out[at + 4:at + 8 + n])))
        at += 12 + n
    return bytes(out)


def mend_font(data):
    """Right checksums for the tables of a font."""
    out = bytearray(data)
    for at in range(12, 12 + 16 * struct.unpack(">H", data[4:6])[0], 16):
        start, size = struct.unpack(">II", data[at + 8:at + 16])
        body = data[start:start + size]
        body += b"\0" * (-len(body) % 4)
        total = sum(struct.unpack(f">{len(body) // 4}I", body))
        out[at + 4:at + 8] = struct.pack(">I", total & 0xffffffff)
    return bytes(out)


def flip(rng, data, first=0, size=None):
    out = bytearray(data)
    for _ in range(rng.choice([1, 2, 5, 20])):
        i = first + rng.randrange(min(size or len(out), len(out) - first))
        out[i] ^= 1 << rng.randrange(8)
    return bytes(out)


def numbers(rng, data, first=0, size=None):
    """Other 16-bit numbers, where a table has its counts and offsets."""
    out = bytearray(data)
    for _ in range(rng.choice([1, 2, 4])):
        i = first + rng.randrange(min(size or len(out), len(out) - first) - 1)
        out[i:i + 2] = rng.choice([b"\0\0", b"\xff\xff", b"\x7f\xff", b"\0\1"])
    return bytes(out)


def cut(rng, data, *_):
    return data[:rng.randrange(len(data))]


def table(rng, font):
    """Where a table of a font begins."""
    n = struct.unpack(">H", font[4:6])[0]
    at = 12 + 16 * rng.randrange(n)
    return struct.unpack(">I", font[at + 8:at + 12])[0]


def damage(rng, kind, data):
    way = rng.choice([flip, flip, numbers, numbers, cut])
    if kind == "jpeg":
        return way(rng, data)
    if kind == "png":
        data = way(rng, data)
        return mend(data) if rng.random() < 0.7 else data
    place = rng.random()
    if place < 0.25:
        return way(rng, data, 0, 12 + 16 * 20)
    data = way(rng, data, table(rng, data), 64) if place < 0.75 \
        else way(rng, data)
    return mend_font(data) if way is not cut and rng.random() < 0.6 else data


def run(program, folder):
    env = {"HOME": folder, "LC_ALL": "C", "PATH": os.environ["PATH"],
           "ASAN_OPTIONS": "detect_leaks=0"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    p = subprocess.run(
        [program, "render", os.path.join(TOP, "examples", "juf-anne.yaml"),
         "-l", "./own.ini", "-o", "x.pdf", "--force"], cwd=folder,
        capture_output=True, timeout=60, env=env, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (p.returncode, p.stderr.decode("utf-8", "replace"),
            after.ru_utime - before.ru_utime)


def judge(program, folder, name):
    """What is wrong with the program's answer, or None."""
    status, out, seconds = run(program, folder)
    pdf = os.path.join(folder, "x.pdf")
    made = os.path.exists(pdf)
    if made:
        os.remove(pdf)
    # What HarfBuzz finds no sooner than at the end.
    if status == 3 and "error[E506]" in out and name in out and not made:
        return None
    if status not in (0, 2) or made != (status == 0):
        return f"status {status}, made {made}\n{out}"
    if status == 2 and not (re.search(r"error\[\w+\]", out) and name in out):
        return f"refused without {name}\n{out}"
    if seconds > SECONDS:
        return f"{seconds:.1f} seconds"
    return None


def main():
    program = os.path.abspath(sys.argv[1])
    cases = int(sys.argv[2]) if len(sys.argv) > 2 else 600
    first = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    passed = failed = 0
    with tempfile.TemporaryDirectory(prefix="assets-") as folder:
        fonts = os.path.join(folder, ".config", "relatieprofiel", "fonts")
        os.makedirs(fonts)
        with open(os.path.join(folder, "own.ini"), "w", encoding="utf-8") as f:
            f.write(LAYOUT)
        for seed in range(first, first + cases):
            rng = random.Random(seed)
            source = rng.choice(FONTS)
            with open(source, "rb") as f:
                files = {"png": png(), "jpeg": JPEG, "font": f.read()}
            kind = rng.choice(["png", "jpeg", "font", "font"])
            files[kind] = damage(rng, kind, files[kind])
            own = "Own-Regular" + source[-4:]
            for old in glob.glob(os.path.join(fonts, "*")):
                os.remove(old)
            with open(os.path.join(fonts, own), "wb") as f:
                f.write(files["font"])
            with open(os.path.join(folder, "logo.png"), "wb") as f:
                f.write(files["jpeg" if kind == "jpeg" else "png"])
            try:
                wrong = judge(program, folder,
                              own if kind == "font" else "logo.png")
            except subprocess.TimeoutExpired as e:
                wrong = str(e)
            passed += wrong is None
            if wrong:
                failed += 1
                print(f"assets: seed {seed} ({kind}): {wrong[:3000]}")
    print(f"assets: {passed} passed, {failed} failed")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
