/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "layout/layout.h"

#include <string.h>

/* What a layout may print. */

bool
layout_entry_lang(const struct ini_entry *e, enum lang *lang)
{
    for (int l = 0; l < LANG_COUNT; l++) {
        size_t n = strlen(lang_code[l]);

        for (const char *p = e->key; (p = strchr(p, '.')) != NULL; p++)
            if (strncmp(p + 1, lang_code[l], n) == 0 &&
                (p[n + 1] == '\0' || p[n + 1] == '.')) {
                *lang = (enum lang)l;
                return true;
            }
    }
    return false;
}

static void
visit_block(const struct layout_block *b,
    void (*visit)(void *ctx, const struct text *text), void *ctx)
{
    enum lang lang;

    for (const struct ini_entry *e = b->section->first; e != NULL;
         e = e->next) {
        const struct text text = {.s = e->value, .at = e->at};

        if (layout_entry_lang(e, &lang))
            visit(ctx, &text);
    }
}

static void
visit_own(const struct layout *l,
    void (*visit)(void *ctx, const struct text *text), void *ctx)
{
    const struct bitext *own[] = {
        &l->title, &l->head_left, &l->head_right, &l->foot};

    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        for (int k = 0; k < LANG_COUNT; k++)
            if (own[i]->t[k].s != NULL)
                visit(ctx, &own[i]->t[k]);
}

void
layout_each_text(const struct layout *l,
    void (*visit)(void *ctx, const struct text *text), void *ctx)
{
    const struct layout *last = l;

    visit_own(l, visit, ctx);
    for (int i = 0; i < l->nblocks; i++) {
        const struct layout *of = l->blocks[i].of;

        if (of != NULL && of != l && of != last)
            visit_own(of, visit, ctx);
        last = of;
        visit_block(&l->blocks[i], visit, ctx);
    }
}
