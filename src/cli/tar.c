/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "cli/tar.h"

#include <stdio.h>
#include <string.h>

/* Fields of a header block, as POSIX pax has them: numbers are octal digits
   and end with NUL. */
enum {
    BLOCK = 512,
    NAME_AT = 0,
    NAME_LEN = 100,
    MODE_AT = 100,
    USER_AT = 108,
    GROUP_AT = 116,
    SIZE_AT = 124,
    TIME_AT = 136,
    SUM_AT = 148,
    SUM_LEN = 8,
    TYPE_AT = 156,
    MAGIC_AT = 257,
    VERSION_AT = 263,
    PREFIX_AT = 345,
    PREFIX_LEN = 155,
    SHORT_DIGITS = 7,
    LONG_DIGITS = 11,
    FOLDER_MODE = 0700,
    FILE_MODE = 0600
};

static void
octal(char *at, int digits, unsigned long value)
{
    char field[32];

    snprintf(field, sizeof field, "%0*lo", digits, value);
    memcpy(at, field, (size_t)digits + 1);
}

static void
zeros(struct buf *out, size_t n)
{
    while (n-- > 0)
        buf_putc(out, '\0');
}

/* The sum is of all bytes, with blanks where it is to stand itself. */
static void
sum(char block[BLOCK])
{
    unsigned long all = 0;

    memset(block + SUM_AT, ' ', SUM_LEN);
    for (int i = 0; i < BLOCK; i++)
        all += (unsigned char)block[i];
    octal(block + SUM_AT, SUM_LEN - 2, all);
}

/* A field that is full has no NUL. */
static void
text(char *at, const char *s)
{
    while (*s != '\0')
        *at++ = *s++;
}

bool
tar_add(struct buf *out, const char *root, const char *name, const char *data,
    size_t len, long time)
{
    char block[BLOCK] = {0};
    bool top = *name == '\0';
    const char *below = top ? root : name;

    if (strlen(below) > NAME_LEN || strlen(root) > PREFIX_LEN)
        return false;
    text(block + NAME_AT, below);
    if (!top)
        text(block + PREFIX_AT, root);
    octal(
        block + MODE_AT, SHORT_DIGITS, data == NULL ? FOLDER_MODE : FILE_MODE);
    octal(block + USER_AT, SHORT_DIGITS, 0);
    octal(block + GROUP_AT, SHORT_DIGITS, 0);
    octal(block + SIZE_AT, LONG_DIGITS, len);
    octal(block + TIME_AT, LONG_DIGITS, (unsigned long)time);
    block[TYPE_AT] = data == NULL ? '5' : '0';
    text(block + MAGIC_AT, "ustar");
    text(block + VERSION_AT, "00");
    sum(block);
    buf_add(out, block, sizeof block);
    if (len > 0)
        buf_add(out, data, len);
    zeros(out, (BLOCK - len % BLOCK) % BLOCK);
    return true;
}

void
tar_end(struct buf *out)
{
    zeros(out, 2 * (size_t)BLOCK);
}
