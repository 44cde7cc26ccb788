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
};

enum { LINES = 3 };

#define GAP MM(6)
#define LINE_H MM(14)

static void
add(struct section *s)
{
    static const char *const names[LINES] = {"teacher", "coach", "second"};
    struct block *sect = section_open(s), *row, *b, *line;
    mpt w = (s->w - (LINES - 1) * GAP) / LINES, x = 0;

    sect->keep = true;
    section_between(s, sect, MM(4.6));
    b = section_para(s, sect, section_heading_role(s), STYLE_STRONG, "title");
    if (b != NULL) {
        b->before = MM(4);
        b->keep_next = true;
    }
    row = block_add(s->a, sect, BLOCK_COLUMNS);
    for (int i = 0; i < LINES; i++) {
        if (*section_raw(s, names[i]) == '\0' ||
            (i + 1 == LINES && s->iv->nreadings < 2))
            continue;
        line = block_add(s->a, row, BLOCK_GROUP);
        line->x = x;
        line->w = w;
        x += w + GAP;
        block_lines(s->a, line, 1, LINE_H, say(SAY_ROOM_ONE, s->lang));
        section_para(s, line, ROLE_P, STYLE_FACT_LABEL, names[i])->before =
            MM(0.9);
    }
}

const struct section_kind section_signatures = {
    .name = "signatures",
    .help = "lines to sign on",
    KEYS(keys),
    .add = add,
};
