/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section/dossier.h"

#include <string.h>

/* Distances of these pages. */
#define VALUE_X MM(34)
#define FACT_GAP MM(1.14) /* rows of 5.9 */
#define ROW_WEIGHT PT(0.35)

struct block *
dossier_table(struct section *s, struct block *parent)
{
    struct block *table = block_add(s->a, parent, BLOCK_GROUP);

    table->role = ROLE_TABLE;
    return table;
}

struct block *
dossier_fact(
    struct section *s, struct block *table, const char *key, const char *value)
{
    struct block *row = block_add(s->a, table, BLOCK_COLUMNS), *b, *cell;

    row->role = ROLE_TR;
    row->keep = true;
    row->after = FACT_GAP;
    b = section_typed(s, row, ROLE_TH_ROW, STYLE_SMALL, section_text(s, key));
    b->w = VALUE_X - MM(2);
    cell = block_add(s->a, row, BLOCK_GROUP);
    cell->role = ROLE_TD;
    cell->x = VALUE_X;
    if (value != NULL)
        return section_typed(s, cell, ROLE_NONE, STYLE_FACT, value);
    b = block_lines(s->a, cell, 1, MM(4.2), say(SAY_ROOM_ONE, s->lang));
    b->w = MM(60);
    return NULL;
}

void
dossier_row_rule(struct section *s, struct block *table)
{
    (void)block_rule(s->a, table, ROW_WEIGHT, COLOR_RULE);
}

struct block *
dossier_heading(
    struct section *s, struct block *sect, const char *key, mpt before)
{
    struct block *h =
        section_para(s, sect, section_heading_role(s), STYLE_HEADING, key);

    if (h != NULL) {
        h->before = before;
        h->keep_next = true;
    }
    return h;
}

const char *
dossier_reader(struct section *s, int reading)
{
    const char *by = s->iv->readings[reading].by.s;
    const char *name =
        arena_printf(s->a, "%s %d", section_text(s, "reader"), reading + 1);

    return by == NULL ? name : arena_printf(s->a, "%s (%s)", name, by);
}

const char *
dossier_version(struct section *s)
{
    int n = s->iv->nchanges;
    const char *word = section_text(s, "version");
    const char *version =
        arena_printf(s->a, *word == '\0' ? "%s%d" : "%s %d", word, n + 1);
    const char *date =
        n == 0 ? NULL : dossier_date(s, s->iv->changes[n - 1].date);

    return date == NULL ? version
                        : arena_printf(s->a, "%s (%s %s)", version,
                              section_text(s, "changed"), date);
}

const char *
dossier_hash(struct arena *a, const char *hex)
{
    enum { GROUP = 8 };
    struct buf out = buf_new(a);

    if (hex == NULL)
        return NULL;
    for (size_t i = 0; hex[i] != '\0'; i++) {
        if (i > 0 && i % GROUP == 0)
            buf_putc(&out, ' ');
        buf_putc(&out, hex[i]);
    }
    return out.p;
}

const char *
dossier_scale(struct section *s, int scale)
{
    const struct scale *is = &s->rules->scales[scale];
    const char *title = fill_text(s->a, &s->fill, is->title.t[s->lang].s);

    return is->code.s == NULL
               ? title
               : arena_printf(s->a, "%s\u2002%s", is->code.s, title);
}

const char *
dossier_date(struct section *s, struct date date)
{
    return date.year == 0 ? NULL : fill_date(s->a, date, s->lang);
}
