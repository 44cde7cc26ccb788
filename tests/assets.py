#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""Fonts and logos that are damaged, or made to be large: tests/assets.py PROGRAM
[CASES [SEED]].

A layout names a font and a logo of its own, and one of the two has flipped
bits, other numbers in its tables, or an early end.  `render` must make the
report or refuse the layout and name the file: no crash, and no
more than a few seconds.  Then what is made to take time or memory: bombs,
pictures of many pixels, a font of 60,000 glyphs, layouts that include one
another.  The last line counts.
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

from sanitized import left_out

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


# What is made to take time or memory --------------------------------------


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(
        ">I", zlib.crc32(kind + data))


def zeros(n):
    """`n` zeros, packed."""
    c, out, block = zlib.compressobj(9), [], bytes(1 << 20)
    while n > 0:
        out.append(c.compress(block[:n]))
        n -= len(block)
    return b"".join(out) + c.flush()


def picture(w, h, depth, kind, pixels, *more):
    head = struct.pack(">IIBBBBB", w, h, depth, kind, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + b"".join(more) +
            chunk(b"IDAT", pixels) + chunk(b"IEND", b""))


def svg(body, size='width="100" height="50"'):
    return ('<svg xmlns="http://www.w3.org/2000/svg" '
            f'xmlns:xlink="http://www.w3.org/1999/xlink" {size}>{body}</svg>'
            ).encode()


def nested(depth):
    groups = "".join(f'<g id="a{i + 1}">' + f'<use xlink:href="#a{i}"/>' * 10 +
                     "</g>" for i in range(depth))
    return svg(f'<defs><rect id="a0" width="1" height="1"/>{groups}</defs>'
               f'<use xlink:href="#a{depth}"/>')


def laughs():
    kinds = "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">'
                    for i in range(9))
    return (f'<!DOCTYPE svg [<!ENTITY a "xxxxxxxxxx">{kinds}]>'.encode() +
            svg("<text>&j;</text>"))


def wide_jpeg():
    """65,500 by 65,500 pixels, as its head tells."""
    at = JPEG.index(b"\xff\xc2") + 5
    return JPEG[:at] + struct.pack(">HH", 65500, 65500) + JPEG[at + 4:]


def many_glyphs(n):
    """A font of triangles: every character from the blank on is one."""
    glyph = struct.pack(">hhhhhH", 1, 0, 0, 500, 700, 2) + struct.pack(
        ">H", 0) + bytes([1, 1, 1]) + struct.pack(
            ">hhh", 0, 500, -250) + struct.pack(">hhh", 0, 0, 700) + b"\0"
    name = "Own".encode("utf-16-be")
    groups = struct.pack(">HHIIIIII", 12, 0, 28, 0, 1, 0x20, 0x20 + n - 2, 1)
    tables = {
        b"cmap": struct.pack(">HHHHI", 0, 1, 3, 10, 12) + groups,
        b"glyf": glyph * n,
        b"head": struct.pack(">IIIIHHQQhhhhHHhhh", 0x10000, 0x10000, 0, 0x5f0f3cf5,
                             0, 1000, 0, 0, 0, 0, 500, 700, 0, 8, 2, 1, 0),
        b"hhea": struct.pack(">IhhhHhhhhhh8xhH", 0x10000, 800, -200, 0, 600, 0, 0,
                             500, 1, 0, 0, 0, n),
        b"hmtx": struct.pack(">Hh", 600, 0) * n,
        b"loca": b"".join(struct.pack(">I", i * len(glyph))
                          for i in range(n + 1)),
        b"maxp": struct.pack(">IH13H", 0x10000, n, 3, 1, *[0] * 11),
        b"name": struct.pack(">HHHHHHHHH", 0, 1, 18, 3, 1, 0x409, 6, len(name),
                             0) + name,
        b"post": struct.pack(">IIhhIIIII", 0x30000, 0, 0, 0, 0, 0, 0, 0, 0),
    }
    out, at = struct.pack(">IHHHH", 0x10000, len(tables), 0, 0, 0), 0
    at = 12 + 16 * len(tables)
    body = b""
    for tag, data in sorted(tables.items()):
        out += tag + struct.pack(">III", 0, at + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    return mend_font(out + body)


def made():
    """Name, status of render, kind of file, its bytes."""
    line = 10 * 31
    yield "30,000 by 30,000", 2, "logo", picture(
        30000, 30000, 1, 0, zeros(30000 * 3751))
    yield "as large as may be", 0, "logo", picture(
        4000, 4000, 8, 2, zeros(4000 * 12001))
    yield "pixels that go on", 2, "logo", picture(10, 10, 8, 2, zeros(500 << 20))
    for kind, head in ((b"zTXt", b"a\0\0"), (b"iCCP", b"a\0\0"),
                       (b"iTXt", b"a\0\1\0\0\0")):
        yield f"{kind} bomb", 0, "logo", picture(
            10, 10, 8, 2, zeros(line), chunk(kind, head + zeros(500 << 20)))
    yield "60,000 texts", 0, "logo", picture(
        10, 10, 8, 2, zeros(line), chunk(b"tEXt", b"a\0") * 60000)
    yield "JPEG, 65,500 pixels", 2, "logo", wide_jpeg()
    yield "a billion laughs", 2, "logo", laughs()
    yield "use of use", 2, "logo", nested(10)
    yield "groups in groups", 2, "logo", svg("<g>" * 100000 + "</g>" * 100000)
    yield "a very large drawing", 0, "logo", svg(
        '<rect width="9" height="9"/>', 'width="1e8" height="5e7"')
    yield "noise without end", 2, "logo", svg(
        '<filter id="f"><feTurbulence baseFrequency="9" numOctaves="2000000000"/>'
        '</filter><rect width="99" height="49" filter="url(#f)"/>')
    yield "another file", 2, "logo", (
        b'<!DOCTYPE svg [<!ENTITY e SYSTEM "file:///etc/passwd">]>' +
        svg("<text>&e;</text>"))
    yield "60,000 glyphs", 0, "font", many_glyphs(60000)
    yield "a text as font", 2, "font", b"no font " * 100000


def includes(folder):
    """Layouts that include one another, by name and by link."""
    head = "[format]\nkind = layout\nversion = 1\nid = {}\n\n[block.b]\ninclude = {}\n"
    for one, other in (("one", "two"), ("two", "three"), ("three", "one"),
                       ("self", "self")):
        with open(os.path.join(folder, one + ".ini"), "w", encoding="ascii") as f:
            f.write(head.format(one, other))
    os.symlink("self.ini", os.path.join(folder, "linked.ini"))
    return ["./one.ini", "./self.ini", "./linked.ini"]


def bounded(program, folder, layout, status, words):
    """What is wrong with an answer, its time or its memory, or None."""
    args = [program, "render", os.path.join(TOP, "examples", "juf-anne.yaml"),
            "-l", layout, "-o", "x.pdf", "--force"]
    with tempfile.TemporaryFile() as err:
        p = subprocess.Popen(args, cwd=folder, stderr=err, env={
            "HOME": folder, "LC_ALL": "C", "PATH": os.environ["PATH"]})
        _, ended, used = os.wait4(p.pid, 0)
        p.returncode = os.waitstatus_to_exitcode(ended)
        err.seek(0)
        out = err.read().decode("utf-8", "replace")
    pdf = os.path.join(folder, "x.pdf")
    is_made = os.path.exists(pdf)
    if is_made:
        os.remove(pdf)
    if p.returncode != status or is_made != (status == 0) or (
            status and words not in out):
        return f"status {p.returncode}, made {is_made}\n{out}"
    if used.ru_utime > SECONDS or used.ru_maxrss > 400 * 1024:
        return f"{used.ru_utime:.1f} seconds, {used.ru_maxrss} KB"
    return None


def large(program, folder):
    """All that is made to be large: name and what is wrong, or None."""
    font = os.path.join(folder, ".config", "relatieprofiel", "fonts",
                        "Own-Regular.ttf")
    for name, status, kind, data in made():
        for old in glob.glob(os.path.join(os.path.dirname(font), "*")):
            os.remove(old)
        with open(FONTS[0], "rb") as f:
            files = {font: f.read(), os.path.join(folder, "logo.png"): png()}
        files[font if kind == "font" else os.path.join(folder, "logo.png")] = data
        for path, content in files.items():
            with open(path, "wb") as f:
                f.write(content)
        yield name, bounded(program, folder, "./own.ini", status,
                            "Own-Regular.ttf" if kind == "font" else "logo.png")
    for layout in includes(folder):
        yield layout, bounded(program, folder, layout, 2, ".ini")


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
        watched = left_out(program, "assets", "what takes time and memory")
        for name, wrong in [] if watched else large(program, folder):
            passed += wrong is None
            if wrong:
                failed += 1
                print(f"assets: {name}: {wrong[:3000]}")
    print(f"assets: {passed} passed, {failed} failed")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
