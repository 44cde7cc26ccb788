/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section.h"
#include "report/section/kinds.h"

#include "report/section/dossier.h"

/* What was changed after the first version. */

static const struct section_key keys[] = {
    KEY_OF_TEXT(
        "title", "Wijzigingen", "Changes", "heading, or title of the page"),
    KEY_OF_TEXT("sub", "", "", "line below the title of a page"),
    KEY_OF_TEXT("first", "Dit is de eerste versie: er is niets gewijzigd.",
        "This is the first version: nothing was changed.",
        "where there are none"),
};

static void
add_change(struct section *s, struct block *table, const struct change *c)
{
    const char *date = dossier_date(s, c->date);
    struct block *row = block_add(s->a, table, BLOCK_COLUMNS), *b;

    row->role = ROLE_TR;
    row->before = MM(1.6);
    row->after = MM(1.7);
    b = section_typed(
        s, row, ROLE_TH_ROW, STYLE_FACT, date != NULL ? date : "–");
    b->w = s->side_w - MM(2);
    b = section_typed(
        s, row, ROLE_TD, STYLE_FACT, c->what.s != NULL ? c->what.s : "–");
    b->x = s->main_x;
    dossier_row_rule(s, table);
}

static void
add(struct section *s)
{
    struct block *sect = section_open(s), *table, *b;

    if (sect->page == PAGE_FLOW)
        dossier_heading(s, sect, "title", MM(7));
    sect->keep_prev = true;
    sect->again = block_add(s->a, NULL, BLOCK_GROUP);
    section_continued(s, sect->again, STYLE_HEADING, section_text(s, "title"))
        ->after = MM(1.6);
    block_rule(s->a, sect->again, PT(0.5), COLOR_INK)->after = MM(1.6);
    if (s->iv->nchanges == 0) {
        b = section_para(s, sect, ROLE_P, STYLE_FACT, "first");
        if (b != NULL)
            b->before = MM(1.6);
        return;
    }
    b = block_rule(s->a, sect, PT(0.5), COLOR_INK);
    b->before = MM(1.6);
    b->keep_next = true;
    table = dossier_table(s, sect);
    for (int i = 0; i < s->iv->nchanges; i++)
        add_change(s, table, &s->iv->changes[i]);
}

const struct section_kind section_change_log = {
    .name = "change_log",
    .help = "what was changed since the first version",
    KEYS(keys),
    .add = add,
};
