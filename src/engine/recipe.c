/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The options that change the bytes of a report, as text: a report's metadata
   hold them, so that it can be made again. */
#include "base/hash.h"
#include "engine/state.h"

#include <stdlib.h>
#include <string.h>

/* NAME=VALUE with a blank between; a text is the last of all and runs to the
   end; a flag that is written only where it is given leaves the bytes of other
   reports as they were.  A new option that changes bytes is a line of the
   table. */

enum recipe_type {
    RECIPE_LANG,
    RECIPE_INT,
    RECIPE_FLAG,
    RECIPE_GIVEN,
    RECIPE_TEXT
};

struct ingredient {
    const char *name;
    enum recipe_type type;
    size_t offset; /* in struct engine_options */
};

#define AT(member) offsetof(struct engine_options, member)

static const struct ingredient recipe[] = {
    {"lang", RECIPE_LANG, AT(lang)},
    {"numbers", RECIPE_INT, AT(numbers)},
    {"names", RECIPE_FLAG, AT(names_in_title)},
    {"anonymise", RECIPE_FLAG, AT(anonymise)},
    {"mono", RECIPE_FLAG, AT(mono)},
    {"large", RECIPE_FLAG, AT(large)},
    {"booklet", RECIPE_GIVEN, AT(booklet)},
    {"fillable", RECIPE_GIVEN, AT(fillable)},
    {"by_case", RECIPE_GIVEN, AT(by_case)},
    {"without", RECIPE_TEXT, AT(without)},
};

enum { INGREDIENTS = sizeof recipe / sizeof *recipe };

const char *
recipe_print(struct arena *a, const struct engine_options *o, int lang)
{
    struct buf out = buf_new(a);

    for (int i = 0; i < INGREDIENTS; i++) {
        const void *value = (const char *)o + recipe[i].offset;
        const char *text;

        if (recipe[i].type == RECIPE_GIVEN && !*(const bool *)value)
            continue;
        buf_printf(&out, "%s%s=", i > 0 ? " " : "", recipe[i].name);
        switch (recipe[i].type) {
        case RECIPE_LANG:
            buf_puts(&out, lang < 0 ? "auto" : lang_code[lang]);
            break;
        case RECIPE_INT:
            buf_printf(&out, "%d", *(const int *)value);
            break;
        case RECIPE_FLAG:
        case RECIPE_GIVEN:
            buf_putc(&out, *(const bool *)value ? '1' : '0');
            break;
        case RECIPE_TEXT:
            text = *(const char *const *)value;
            buf_puts(&out, text == NULL ? "" : text);
            break;
        }
    }
    return out.p;
}

/* SOURCE_DATE_EPOCH is told by its hash: that it is another is all that
   matters. */
const char *
recipe_of_run(struct arena *a, const struct engine_options *o)
{
    enum { MARK = 8 };
    const char *epoch = o->epoch < 0 ? NULL : arena_printf(a, "%ld", o->epoch);
    const char *all = recipe_print(a, o, o->lang);

    return arena_printf(a, "profile=%d strict=%d cut=%d dated=%.*s %s",
        o->profile, o->strict, o->cut, MARK,
        epoch == NULL ? "no" : hash_sha256(a, epoch, strlen(epoch)), all);
}

static int
read_lang(const char *s)
{
    for (int i = 0; i < LANG_COUNT; i++)
        if (strncmp(s, lang_code[i], strlen(lang_code[i])) == 0)
            return i;
    return -1;
}

static void
read_one(struct arena *a, const struct ingredient *is, const char *s,
    struct engine_options *o)
{
    void *value = (char *)o + is->offset;

    switch (is->type) {
    case RECIPE_LANG:
        *(int *)value = read_lang(s);
        return;
    case RECIPE_INT:
        *(int *)value = (int)strtol(s, NULL, 10);
        return;
    case RECIPE_FLAG:
    case RECIPE_GIVEN:
        *(bool *)value = *s == '1';
        return;
    case RECIPE_TEXT:
        *(const char **)value =
            *s == '\0' ? NULL : arena_strndup(a, s, strlen(s));
        return;
    }
}

void
recipe_read(struct arena *a, const char *text, struct engine_options *o)
{
    while (*text != '\0') {
        const char *equals = strchr(text, '=');
        size_t len = equals == NULL ? 0 : (size_t)(equals - text);

        if (equals == NULL)
            return;
        for (int i = 0; i < INGREDIENTS; i++)
            if (strlen(recipe[i].name) == len &&
                memcmp(recipe[i].name, text, len) == 0)
                read_one(a, &recipe[i], equals + 1, o);
        text = equals + 1 + strcspn(equals + 1, " ");
        text += *text == ' ';
    }
}
