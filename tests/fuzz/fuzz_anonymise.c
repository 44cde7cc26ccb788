/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Any text as an answer of an interview whose names are left out: no listed
   name stands alone in what is left, in any case. */
#include "fuzz.h"

#include "base/utf8.h"
#include "privacy/anonymise.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const char *const listed[] = {"Martijn", "Zwanet", "Tijs", "Bo"};

static bool
in_word(const char *text, const char *p)
{
    unsigned char c = p < text ? ' ' : (unsigned char)*p;

    return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z') || c == '_' || c == '-' || c == '\'';
}

static void
look_for(const char *text, const char *name)
{
    size_t n = strlen(name);

    for (const char *p = text; *p != '\0'; p++)
        if (strncasecmp(p, name, n) == 0 && !in_word(text, p - 1) &&
            !in_word(text, p + n))
            abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz *f;
    struct interview iv = {0}, *without;
    struct text others[2];
    struct answer answer = {.question = 5};
    size_t bad;

    if (size == 0 || size > 4096 || memchr(data, 0, size) != NULL ||
        !utf8_valid((const char *)data, size, &bad))
        return 0;
    f = fuzz_begin(data, size);
    iv.src = &f->src;
    iv.child.name.s = listed[0];
    iv.teacher.name.s = listed[1];
    for (int i = 0; i < 2; i++)
        others[i] = (struct text){.s = listed[2 + i], .at.src = &f->src};
    iv.others = (struct texts){others, 2};
    answer.whole.s = utf8_nfc(f->a, f->src.text);
    answer.whole.at = answer.at = (struct pos){&f->src, 1, 1, false};
    iv.answers = &answer;
    iv.nanswers = 1;
    without = anonymise_interview(f->a, &iv, NULL, LANG_NL, ANONYMISE_NAMES);
    for (size_t i = 0; i < sizeof listed / sizeof *listed; i++)
        look_for(without->answers[0].whole.s, listed[i]);
    anonymise_review(f->a, f->d, &iv, NULL, LANG_NL, "");
    fuzz_end(f);
    return 0;
}
