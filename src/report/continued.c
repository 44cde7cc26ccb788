/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section.h"

#include <string.h>

/* What is shown again where a page goes on: "Gevoelens, vervolg". */

/* ", vervolg" behind a name, "(vervolg)" behind a sentence. */
static void
add_continued(struct section *s, struct block *b)
{
    const char *word = say(SAY_CONTINUED, s->lang);

    if (b->as.text.n > 0) {
        const struct run *r = &b->as.text.runs[b->as.text.n - 1];
        bool ends = r->kind == RUN_TEXT && r->len > 0 &&
                    strchr(".?!:", r->text[r->len - 1]) != NULL;

        word = arena_printf(s->a, ends ? " (%s)" : ", %s", word);
    }
    block_run(s->a, b, RUN_TEXT, false, word, strlen(word));
}

struct block *
section_continued(
    struct section *s, struct block *again, enum style style, const char *name)
{
    struct block *b = block_text(s->a, again, ROLE_NONE, style, name);

    add_continued(s, b);
    return b;
}

static const struct block *
first_text(const struct block *b)
{
    const struct block *found = NULL;

    if (b->kind == BLOCK_TEXT)
        return b->as.text.n > 0 ? b : NULL;
    for (const struct block *c = b->first; c != NULL && found == NULL;
         c = c->next)
        found = first_text(c);
    return found;
}

void
section_name_rows(struct section *s, struct block *b)
{
    const struct block *name;

    if (b->named && b->again == NULL && b->first != NULL &&
        (name = first_text(b->first)) != NULL) {
        b->again = block_text(s->a, NULL, ROLE_NONE, name->as.text.style, NULL);
        for (int i = 0; i < name->as.text.n; i++) {
            const struct run *r = &name->as.text.runs[i];

            block_run(s->a, b->again, r->kind, r->strong, r->text, r->len);
        }
        add_continued(s, b->again);
        b->again->as.text.ink = name->as.text.ink;
        b->again->x = b->first->x;
        b->again->w = b->first->w;
        b->beside = true;
    }
    for (struct block *c = b->first; c != NULL; c = c->next)
        section_name_rows(s, c);
}
