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

enum { IN_ROW = 3 };

#define GAP MM(6)
#define LINE_H MM(14)

/* The lines placed so far. */
struct lines {
    struct block *sect, *row;
    int n;
};

static void
add_line(struct section *s, struct lines *lines, const char *label)
{
    mpt w = (s->w - (IN_ROW - 1) * GAP) / IN_ROW;
    struct block *line;

    if (*label == '\0')
        return;
    if (lines->n % IN_ROW == 0) {
        lines->row = block_add(s->a, lines->sect, BLOCK_COLUMNS);
        lines->row->before = lines->n > 0 ? MM(1) : 0;
    }
    line = block_add(s->a, lines->row, BLOCK_GROUP);
    line->x = (lines->n % IN_ROW) * (w + GAP);
    line->w = w;
    lines->n++;
    block_lines(s->a, line, 1, LINE_H, say(SAY_ROOM_ONE, s->lang));
    section_typed(s, line, ROLE_P, STYLE_FACT_LABEL, label)->before = MM(0.9);
}

/* Who read it: the first reader is the coach, unless another is named. */
static void
add_reader(struct section *s, struct lines *lines, int i)
{
    const char *by = s->iv->readings[i].by.s;

    if (by != NULL ? utf8_same(by, "coach") : i == 0)
        return;
    s->fill.count = arena_printf(s->a, "%d", i + 1);
    add_line(s, lines, section_text(s, i == 1 ? "second" : "reader"));
    s->fill.count = NULL;
}

static void
add(struct section *s)
{
    struct lines lines = {.sect = section_open(s)};
    struct block *sect = lines.sect, *b;

    sect->keep = true;
    sect->keep_prev = true;
    section_between(s, sect, MM(4.6));
    b = section_para(s, sect, section_heading_role(s), STYLE_STRONG, "title");
    if (b != NULL) {
        b->before = MM(4);
        b->keep_next = true;
    }
    add_line(s, &lines, section_text(s, "teacher"));
    add_line(s, &lines, section_text(s, "coach"));
    for (int i = 0; i < s->iv->nreadings; i++)
        add_reader(s, &lines, i);
}

const struct section_kind section_signatures = {
    .name = "signatures",
    .help = "lines to sign on",
    KEYS(keys),
    .add = add,
};
