/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/blank.h"

#include <string.h>

static const char *
with_article(struct arena *a, const struct bitext *word, enum lang lang)
{
    const char *s = word->t[lang].s;

    return s == NULL ? NULL : fill_article(a, s, lang);
}

struct interview *
blank_interview(struct arena *a, const struct rules *rules, enum lang lang)
{
    struct interview *iv = NEW(a, struct interview, 1);

    iv->keys = iv->lang = lang;
    iv->keep_index = -1;
    iv->child.name.s = with_article(a, &rules->child, lang);
    iv->child.pronoun = lang == LANG_EN ? PRONOUN_THEY : PRONOUN_NONE;
    iv->teacher.name.s = with_article(a, &rules->teacher, lang);
    return iv;
}

static bool
all_blocks(
    const struct layout *layout, bool (*are)(const struct section_kind *kind))
{
    for (int i = 0; i < layout->nblocks; i++) {
        const char *kind = layout->blocks[i].kind.s;

        if (!are(section_find(kind, strlen(kind))))
            return false;
    }
    return layout->nblocks > 0;
}

static bool
prints_nothing(const struct section_kind *kind)
{
    return kind->blank;
}

static bool
goes_without(const struct section_kind *kind)
{
    return kind->blank || kind->blank_too;
}

bool
blank_layout(const struct layout *layout)
{
    return all_blocks(layout, prints_nothing);
}

bool
blank_fits(const struct layout *layout)
{
    return all_blocks(layout, goes_without);
}
