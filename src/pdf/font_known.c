/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "pdf/font_known.h"

#include <assert.h>
#include <string.h>

/* In order: letters with accents in Dutch words and in names often met, and
   signs of texts. */
static const uint16_t more[] = {0xad, 0xb7, 0xc9, 0xcb, 0xcf, 0xd6, 0xd7, 0xdc,
    0xe0, 0xe1, 0xe2, 0xe3, 0xe4, 0xe5, 0xe7, 0xe8, 0xe9, 0xea, 0xeb, 0xed,
    0xee, 0xef, 0xf1, 0xf2, 0xf3, 0xf4, 0xf5, 0xf6, 0xf8, 0xf9, 0xfa, 0xfb,
    0xfc, 0x107, 0x10d, 0x11f, 0x131, 0x142, 0x15f, 0x161, 0x17e, 0x2013,
    0x2014, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2026, 0x20ac};

static_assert(sizeof more / sizeof *more == KNOWN_MORE, "a number for each");

/* The page for a browser is small rather than quick. */
#ifdef WITHOUT_KNOWN_FONTS
const struct font_known *const font_known[] = {NULL};
#endif

const struct font_known *
font_known_find(const char *hash)
{
    const struct font_known *const *known = font_known;

    while (*known != NULL && strcmp((*known)->hash, hash) != 0)
        known++;
    return *known;
}

int
font_known_letter(uint32_t c)
{
    if (c >= ' ' && c < ' ' + KNOWN_ASCII)
        return (int)c - ' ';
    for (int i = 0; c >= more[0] && i < KNOWN_MORE; i++)
        if (more[i] == c)
            return KNOWN_ASCII + i;
    return -1;
}

uint32_t
font_known_char(int number)
{
    return number < KNOWN_ASCII ? (uint32_t)number + ' '
                                : more[number - KNOWN_ASCII];
}
