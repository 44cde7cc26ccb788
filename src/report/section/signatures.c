/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "base/utf8.h"
#include "report/section.h"
#include "report/section/kinds.h"

/* Lines to sign on. */

static const struct section_key keys[] = {
    KEY_OF_TEXT("title", "Voor akkoord", "Agreed", "heading"),
    KEY_OF_TEXT("teacher", "leerkracht · datum", "teacher · date",
        "below a line; empty: no line"),
    KEY_OF_TEXT("coach", "coach · datum", "coach · date", "the same"),
    KEY_OF_TEXT("second", "tweede lezer · datum", "second reader · date",
        "the same, with two readers or more"),
    KEY_OF_TEXT("reader", "lezer {count} · datum", "reader {count} · date",
        "the same, for every other reader"),
};

/* Lines in a row; where there are four, they stand closer. */
enum { IN_ROW = 3, CLOSE = 4 };

#define GAP MM(6)
#define LINE_H MM(14)

static void
add_line(struct section *s, struct block *row, const char *label, mpt x, mpt w)
{
    struct block *line = block_add(s->a, row, BLOCK_GROUP);

    line->x = x;
    line->w = w;
    section_ask(s,
        block_lines(s->a, line, 1, LINE_H, say(SAY_ROOM_ONE, s->lang)),
        INPUT_TEXT, NULL, section_label(s, section_text(s, "title"), label));
    section_typed(s, line, ROLE_P, STYLE_FACT_LABEL, label)->before = MM(0.9);
}

/* Who signs: teacher, coach and every reader.  The first reader is the coach,
   unless another is named. */
static int
signers(struct section *s, const char **out)
{
    int n = 0;

    out[n] = section_text(s, "teacher");
    n += *out[n] != '\0';
    out[n] = section_text(s, "coach");
    n += *out[n] != '\0';
    for (int i = 0; i < s->iv->nreadings; i++) {
        const char *by = s->iv->readings[i].by.s;

        if (by != NULL ? utf8_same(by, "coach") : i == 0)
            continue;
        s->fill.count = arena_printf(s->a, "%d", i + 1);
        out[n] = section_text(s, i == 1 ? "second" : "reader");
        n += *out[n] != '\0';
    }
    s->fill.count = NULL;
    return n;
}

static void
add(struct section *s)
{
    const char **labels = NEW(s->a, const char *, s->iv->nreadings + 2);
    struct block *sect = section_open(s), *row = NULL, *b;
    int n = signers(s, labels), in_row = n == CLOSE ? CLOSE : IN_ROW;
    mpt w = (s->w - (in_row - 1) * GAP) / in_row;

    sect->keep = true;
    sect->keep_prev = true;
    section_between(s, sect, MM(4.6));
    b = section_para(s, sect, section_heading_role(s), STYLE_STRONG, "title");
    if (b != NULL) {
        b->before = MM(4);
        b->keep_next = true;
    }
    for (int i = 0; i < n; i++) {
        if (i % in_row == 0) {
            row = block_add(s->a, sect, BLOCK_COLUMNS);
            row->before = i > 0 ? MM(1) : 0;
        }
        add_line(s, row, labels[i], i % in_row * (w + GAP), w);
    }
}

const struct section_kind section_signatures = {
    .name = "signatures",
    .help = "lines to sign on",
    KEYS(keys),
    .add = add,
};
