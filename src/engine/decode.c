/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Interviews in other codes than UTF-8. */
#include "base/utf8.h"
#include "engine/engine.h"
#include "format/bytes.h"

#include <string.h>

static const char windows[] = "windows-1252", utf16[] = "utf-16";

bool
engine_decodes(const char *from)
{
    return strcmp(from, windows) == 0 || strcmp(from, utf16) == 0;
}

static const struct source *
from_windows(struct arena *a, struct diag *d, const struct source *src)
{
    size_t bad = 0;

    if (bytes_windows(src) || utf8_valid(src->text, src->len, &bad))
        return utf8_valid(src->text, src->len, &bad)
                   ? src /* what both codes write alike, or UTF-8 already */
                   : bytes_from_windows(a, src);
    diag_error(d, diag_pos(src, bad), "F107",
        "the byte 0x%02X here is no Windows-1252",
        (unsigned)(unsigned char)src->text[bad]);
    return NULL;
}

const struct source *
engine_decode(
    struct arena *a, struct diag *d, const struct source *src, const char *from)
{
    const struct source *text;
    size_t damaged = 0;
    bool big;

    if (strcmp(from, windows) == 0)
        return from_windows(a, d, src);
    text =
        bytes_utf16(src, &big) ? bytes_from_utf16(a, src, big, &damaged) : NULL;
    if (text == NULL)
        diag_error(d, (struct pos){.src = src}, "F107",
            "this is no UTF-16 from byte %zu on", damaged + 1);
    return text;
}
