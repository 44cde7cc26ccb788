/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "privacy/names.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <string.h>

bool
names_hides(const struct spot *spot)
{
    return spot->kind != SPOT_LEFT && spot->kind != SPOT_SMALL;
}

/* "kind B’s", and "persoon S’". */
static const char *
possessive_of(struct arena *a, const char *role)
{
    char last = role[strlen(role) - 1];

    return arena_printf(
        a, "%s%s", role, strchr("SXZ", last) != NULL ? "’" : "’s");
}

static const char *
capital_of(struct arena *a, const char *s)
{
    return arena_printf(
        a, "%c%s", (char)utf8_upper((unsigned char)s[0]), s + 1);
}

const char *
names_instead(struct arena *a, const struct names *names,
    const struct folded *f, const struct spot *spot)
{
    const char *role = names->persons[spot->person].role;

    if (spot->possessive)
        role = possessive_of(a, role);
    return fold_has(f, spot->from - 1, '-') ||
                   !fold_sentence_begins(f, spot->from, false)
               ? role
               : capital_of(a, role);
}

const char *
names_replace(struct arena *a, const struct names *names, const char *s)
{
    struct folded f = fold_text(a, s);
    struct spot *spots;
    int n = names_find(a, names, &f, &spots);
    struct buf out = buf_new(a);
    size_t done = 0;

    if (n == 0)
        return s;
    for (int i = 0; i < n; i++) {
        const struct spot *spot = &spots[i];
        size_t from = f.v[spot->from].from;

        if (!names_hides(spot))
            continue;
        buf_add(&out, s + done, from - done);
        buf_puts(&out, names_instead(a, names, &f, spot));
        done = f.v[spot->to - 1].to;
    }
    buf_puts(&out, s + done);
    return out.p;
}
