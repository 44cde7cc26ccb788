/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Files that the caller holds in memory. */
#include "engine/engine.h"

#include <string.h>

struct named_texts {
    const struct engine_text *v;
    int n;
};

static const struct engine_text *
named_text(const struct named_texts *texts, const struct engine_want *want)
{
    for (int i = 0; i < texts->n; i++)
        if (texts->v[i].kind == want->kind &&
            strcmp(texts->v[i].name, want->name) == 0)
            return &texts->v[i];
    return NULL;
}

static const char *
named_find(void *ctx, struct arena *a, const struct engine_want *want)
{
    const struct engine_text *text = named_text(ctx, want);

    (void)a;
    return text == NULL ? NULL : text->name;
}

static bool
named_read(void *ctx, struct arena *a, struct diag *d,
    const struct engine_want *want, struct source *out)
{
    const struct engine_text *text = named_text(ctx, want);

    (void)a;
    *out = (struct source){.name = want->name, .text = ""};
    if (text == NULL)
        return diag_error(d, (struct pos){.src = out}, "F101",
            "cannot open: %s", diag_words(d, "there is no such file"));
    out->text = text->data;
    out->len = text->len;
    return true;
}

struct engine_files
engine_named(struct arena *a, const struct engine_text *v, int n)
{
    struct named_texts *texts = NEW(a, struct named_texts, 1);

    *texts = (struct named_texts){v, n};
    return (struct engine_files){.ctx = texts,
        .find = named_find,
        .read = named_read,
        .font_folder = "fonts"};
}
