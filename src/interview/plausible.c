/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "interview/plausible.h"

#include "base/utf8.h"
#include "interview/fields.h"

#include <string.h>

/* What can be read, but is probably not what was meant.  Dates are looked at in
   the tree, where they have a place. */

struct plausible {
    struct arena *a;
    struct diag *d;
    const struct interview *iv;
    int year;
};

/* What a date says, where one stands there. */
static bool
date_of(const struct node *n, struct date *date)
{
    return n->kind == NODE_SCALAR && date_parse(n->text, date);
}

static void
check_year(const struct plausible *p, const struct node *n)
{
    struct date date;

    if (p->year > 0 && date_of(n, &date) && date.year > p->year + 1)
        diag_warning(
            p->d, n->at, "I416", "the year %d is far ahead", date.year);
}

/* Goes as deep as the tables say. */
static void
check_years(
    const struct plausible *p, const struct record *r, const struct node *n)
{
    for (const struct node *c = n->first; c != NULL; c = c->next) {
        const struct field *f =
            n->kind == NODE_MAP ? field_find(r, p->iv->keys, c->key) : NULL;

        if (n->kind == NODE_LIST)
            check_years(p, r, c);
        else if (f != NULL && f->type == FIELD_DATE)
            check_year(p, c);
        else if (f != NULL && f->of != NULL && f->type != FIELD_OWN)
            check_years(p, f->of, c);
    }
}

static const struct node *
find(const struct node *map, const char *nl, const char *en, enum lang lang)
{
    const struct node *c = map->kind == NODE_MAP ? map->first : NULL;

    while (c != NULL && strcmp(c->key, lang == LANG_NL ? nl : en) != 0)
        c = c->next;
    return c;
}

/* Nobody scores an interview that is not held yet. */
static void
check_order(const struct plausible *p, const struct node *root)
{
    const struct node *list =
        find(root, "beoordelingen", "readings", p->iv->keys);

    if (list == NULL || list->kind != NODE_LIST || p->iv->date.year == 0)
        return;
    for (const struct node *c = list->first; c != NULL; c = c->next) {
        const struct node *n = find(c, "datum", "date", p->iv->keys);
        struct date date;

        if (n != NULL && date_of(n, &date) &&
            date_compare(date, p->iv->date) < 0)
            diag_warning(p->d, n->at, "I415",
                "this score is of a day before the interview");
    }
}

/* The page puts the word before it, and it would stand there twice. */
static void
check_group(const struct plausible *p)
{
    static const char *const words[LANG_COUNT] = {"groep ", "group "};
    const struct text *group = &p->iv->child.group;

    for (int i = 0; i < LANG_COUNT && group->s != NULL; i++) {
        size_t len = strlen(words[i]);

        if (strlen(group->s) <= len ||
            !utf8_same(arena_strndup(p->a, group->s, len - 1),
                arena_strndup(p->a, words[i], len - 1)) ||
            group->s[len - 1] != ' ')
            continue;
        diag_warning(p->d, group->at, "I417",
            "the pages say \"%.*s\" themselves: it would stand there twice",
            (int)(len - 1), words[i]);
        text_meant(p->d, group->s, group->at, group->s + len);
    }
}

void
plausible_check(struct arena *a, struct diag *d, const struct interview *iv,
    const struct node *root, int year)
{
    const struct plausible p = {.a = a, .d = d, .iv = iv, .year = year};

    check_years(&p, &interview_record, root);
    check_order(&p, root);
    check_group(&p);
}
