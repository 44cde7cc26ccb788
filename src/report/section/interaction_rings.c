/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "method/moments.h"
#include "report/section.h"
#include "report/section/kinds.h"

#include <string.h>

/* Two rings beside one another: what happens, what the teacher feels, what the
   teacher does, what the child feels, and round again.  The first two stations
   stand above a ring and the others below it, clockwise. */

static const struct section_key keys[] = {
    KEY_OF_TEXT("title", "Twee kringen", "Two circles", "title of the page"),
    {.name = "sub",
        .type = KEY_TEXT,
        .nl = "Wat je voelt, kan sturen wat je doet, en wat {kind} dan doet. "
              "Zo kan een kring ontstaan.",
        .en = "What you feel can steer what you do, and so what {child} does. "
              "A circle can form.",
        .help = "line below it"},
    KEY_OF_TEXT("hard", "Een moeilijk moment", "A hard moment",
        "above a moment that is known to have been hard"),
    KEY_OF_TEXT("well", "Een goed moment", "A good moment",
        "above a moment that is known to have gone well"),
    KEY_OF_TEXT("what", "Wat gebeurde er?", "What happened?", "first station"),
    {.name = "felt",
        .type = KEY_TEXT,
        .nl = "Wat voelde jij?",
        .en = "What did you feel?",
        .help = "second station"},
    {.name = "did",
        .type = KEY_TEXT,
        .nl = "Wat deed jij?",
        .en = "What did you do?",
        .help = "third station"},
    KEY_OF_TEXT("why", "Waarom?", "Why?", "below the third station"),
    {.name = "child",
        .type = KEY_TEXT,
        .nl = "Wat voelde {kind}, denk je?",
        .en = "What did {child} feel, do you think?",
        .help = "fourth station"},
    {.name = "open",
        .type = KEY_TEXT,
        .nl = "Waar kun jij de kring openen?",
        .en = "Where can you open the circle?",
        .help = "heading below the rings"},
    {.name = "open_text",
        .type = KEY_TEXT,
        .nl = "Kies één plek. Wat zou jij daar anders willen doen? Wat uit de "
              "andere kring kan daarbij helpen?",
        .en = "Choose one place. What would you like to do differently there? "
              "What in the other circle can help with that?",
        .help = "its text"},
    KEY_OF_INT("lines", 0, 12, "4", "writing lines below it"),
    {.name = "gaps",
        .type = KEY_TEXT,
        .nl = "Een lege lijn is geen fout. Hier is nog niets ingevuld. Vul die "
              "plek samen in.",
        .en = "An empty line is not a mistake. Nothing is filled in yet. Fill "
              "in that place together.",
        .help = "where something is not known"},
    KEY_OF_TEXT("alt",
        "Kring met vier plekken, met de klok mee: wat er gebeurde, wat de "
        "leerkracht voelde, wat de leerkracht deed, wat het kind voelde. Na de "
        "vierde plek komt de eerste weer.",
        "Circle of four places, clockwise: what happened, what the teacher "
        "felt, "
        "what the teacher did, what the child felt. After the fourth place "
        "comes the first again.",
        "what is said of a ring to who cannot see it"),
};

enum { STATION_WHAT, STATION_FELT, STATION_DID, STATION_CHILD, STATIONS };
enum { MOMENTS_MAX = 99, GAP_LINES = 3, WHY_LINES = 2 };

/* Geometry of a ring and what stands around it. */
#define RINGS_GAP MM(10)
#define CELLS_GAP MM(5)
#define RADIUS MM(17)
#define STATION_OUT MM(12.02) /* RADIUS at 45 degrees */
#define DISC MM(3.6)
#define RING_WEIGHT PT(1.4)
#define ARROW MM(1.7)
#define RING_H (2 * RADIUS + 2 * ARROW)
#define GAP_PITCH MM(8.5)

struct ring {
    struct section *s;
    const struct moment *of; /* NULL: to be filled in */
    const char *label;       /* key of how it went; NULL: not known */
    mpt w, cell_w;
    bool open; /* something is not known */
};

static mpt
cell_x(const struct ring *r, int station)
{
    bool right = station == STATION_FELT || station == STATION_DID;

    return right ? r->cell_w + CELLS_GAP : 0;
}

/* What is known, in the teacher's words where it can be; else room. */
static void
add_told(struct ring *r, struct block *cell, enum slot slot, int lines)
{
    struct section *s = r->s;
    struct told_part part = {0};
    struct block *b;

    if (r->of != NULL)
        part = moment_part(s->iv, r->of, slot);
    if (part.text.s != NULL) {
        section_typed(s, cell, ROLE_P, STYLE_TABLE,
            part.own ? fill_quote(s->a, part.text.s) : part.text.s)
            ->before = MM(0.5);
        return;
    }
    b = block_lines(s->a, cell, lines, GAP_PITCH, s->doc->room_alt);
    b->before = slot == SLOT_WHY ? MM(-2.2) : MM(-1.2);
    r->open = true;
}

static void
add_station(struct ring *r, struct block *row, int station)
{
    static const char *const labels[STATIONS] = {
        "what", "felt", "did", "child"};
    static const enum slot slots[STATIONS] = {
        SLOT_EVENT, SLOT_TEACHER_FELT, SLOT_DID, SLOT_CHILD_FELT};
    struct section *s = r->s;
    struct block *cell = block_add(s->a, row, BLOCK_GROUP), *b;
    const char *number = arena_printf(s->a, "%d · ", station + 1);

    cell->x = cell_x(r, station);
    cell->w = r->cell_w;
    cell->again = section_continued(
        s, NULL, STYLE_TABLE_HEAD, section_text(s, labels[station]));
    b = block_text(s->a, cell, ROLE_P, STYLE_TABLE_HEAD, NULL);
    block_run(s->a, b, RUN_TEXT, false, number, strlen(number));
    fill_block(s->a, &s->fill, section_raw(s, labels[station]), b);
    b->keep_next = true;
    add_told(r, cell, slots[station], GAP_LINES);
    if (station != STATION_DID)
        return;
    b = section_para(s, cell, ROLE_P, STYLE_LABEL, "why");
    b->before = MM(2.6);
    b->keep_next = true;
    add_told(r, cell, SLOT_WHY, WHY_LINES);
}

/* An arrow's head with its point at x, y, towards dx, dy. */
static void
add_arrow(struct ring *r, struct block *fig, mpt x, mpt y, int dx, int dy)
{
    for (int side = -1; side <= 1; side += 2)
        block_stroke(r->s->a, fig, x, y, -dx * ARROW + dy * side * ARROW,
            -dy * ARROW + dx * side * ARROW, COLOR_SLATE, RING_WEIGHT);
}

static void
add_ring(struct ring *r, struct block *part)
{
    static const struct {
        int x, y;
    } at[STATIONS] = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}};
    struct section *s = r->s;
    struct block *fig =
        block_figure(s->a, part, RING_H, section_text(s, "alt"));
    mpt x = r->w / 2, y = RING_H / 2;

    fig->before = MM(4);
    fig->after = MM(4);
    block_shape(s->a, fig,
        (struct shape){.kind = SHAPE_DISC,
            .x = x,
            .y = y,
            .w = RADIUS,
            .fill = COLOR_NONE,
            .stroke = COLOR_SLATE,
            .weight = RING_WEIGHT});
    add_arrow(r, fig, x + ARROW / 2, y - RADIUS, 1, 0);
    add_arrow(r, fig, x + RADIUS, y + ARROW / 2, 0, 1);
    add_arrow(r, fig, x - ARROW / 2, y + RADIUS, -1, 0);
    add_arrow(r, fig, x - RADIUS, y - ARROW / 2, 0, -1);
    for (int i = 0; i < STATIONS; i++) {
        mpt cx = x + at[i].x * STATION_OUT, cy = y + at[i].y * STATION_OUT;

        for (int ground = 1; ground >= 0; ground--)
            block_shape(s->a, fig,
                (struct shape){.kind = SHAPE_DISC,
                    .x = cx,
                    .y = cy,
                    .w = DISC + ground * MM(0.9),
                    .fill = ground ? COLOR_WHITE : COLOR_INK,
                    .stroke = COLOR_NONE});
        block_label(s->a, fig, cx, cy + MM(1.2), STYLE_NUMBER, COLOR_WHITE,
            ALIGN_CENTER, arena_printf(s->a, "%d", i + 1));
    }
}

/* Its own title, else that of its question; NULL: neither. */
static const char *
moment_title(const struct section *s, const struct moment *m)
{
    const struct question *q;

    if (m == NULL || m->title.s != NULL)
        return m == NULL ? NULL : m->title.s;
    q = rules_question(s->rules, m->at.question);
    return q == NULL ? NULL : fill_text(s->a, &s->fill, q->title.t[s->lang].s);
}

/* How it went, as far as known, and which moment it is. */
static void
add_title(struct ring *r, struct block *part)
{
    struct section *s = r->s;
    const char *title = moment_title(s, r->of);
    struct block *b;

    if (r->label != NULL)
        section_para(s, part, ROLE_P, STYLE_LABEL, r->label);
    if (title == NULL) {
        block_lines(s->a, part, 1, MM(7.5), say(SAY_ROOM_ONE, s->lang));
        return;
    }
    b = section_typed(s, part, section_heading_role(s), STYLE_HEADING, title);
    section_chip(s, b, r->of->at.question);
}

static void
add_column(struct ring *r, struct block *rings, mpt x)
{
    struct section *s = r->s;
    struct block *column = block_add(s->a, rings, BLOCK_GROUP), *part;

    column->role = ROLE_SECT;
    column->x = x;
    column->w = r->w;
    part = block_add(s->a, column, BLOCK_GROUP);
    part->after = MM(4);
    add_title(r, part);
    part = block_add(s->a, column, BLOCK_COLUMNS);
    add_station(r, part, STATION_WHAT);
    add_station(r, part, STATION_FELT);
    part = block_add(s->a, column, BLOCK_GROUP);
    add_ring(r, part);
    part = block_add(s->a, column, BLOCK_COLUMNS);
    add_station(r, part, STATION_DID);
    add_station(r, part, STATION_CHILD);
}

static void
add_question(struct section *s, struct block *sect, bool open)
{
    struct block *row, *side, *main, *b;
    int lines = section_int(s, "lines");

    section_key_rule(s, sect, MM(7));
    row = section_row(s, sect, &side, &main);
    row->before = MM(4.7);
    row->keep = true;
    section_para(s, side, section_heading_role(s), STYLE_HEADING, "open");
    section_para(s, main, ROLE_P, STYLE_BODY, "open_text");
    if (open) {
        b = section_para(s, main, ROLE_P, STYLE_SMALL, "gaps");
        b->before = MM(2);
    }
    if (lines > 0)
        section_lines(s, main, lines, MM(9));
    section_notes(s, sect, false);
}

/* A ring stays open although moments were told. */
static void
remark_unknown(struct section *s, const char *what)
{
    struct pos at = {.src = s->iv->src};
    bool dutch = s->iv->keys == LANG_NL, hard = strcmp(what, "hard") == 0;

    if (hard)
        diag_remark(s->d, at, "C110", "no moment is known to have been hard");
    else
        diag_remark(s->d, at, "C110", "no moment is known to have gone well");
    diag_help(s->d, "say so at the moment: %s: %s", dutch ? "ging" : "went",
        dutch ? (hard ? "moeilijk" : "goed") : what);
}

static void
add(struct section *s)
{
    const struct moment *v = NULL, *hard, *well;
    int n = moments_find(s->a, &s->fill, MOMENTS_MAX, &v);
    bool known = moments_pair(&s->fill, v, n, &hard, &well);
    struct block *sect = section_open(s), *rings;
    struct ring left = {.s = s, .of = hard, .label = known ? "hard" : NULL};
    struct ring right = {.s = s, .of = well, .label = known ? "well" : NULL};

    if (n > 0 && (!known || hard == NULL || well == NULL))
        remark_unknown(s, known && hard != NULL ? "well" : "hard");
    left.w = right.w = (s->w - RINGS_GAP) / 2;
    left.cell_w = right.cell_w = (left.w - CELLS_GAP) / 2;
    rings = block_add(s->a, sect, BLOCK_COLUMNS);
    rings->before = MM(8.3);
    rings->level = true;
    rings->keep = true;
    add_column(&left, rings, 0);
    add_column(&right, rings, left.w + RINGS_GAP);
    add_question(s, sect, left.open || right.open);
}

const struct section_kind section_interaction_rings = {
    .name = "interaction_rings",
    .help = "a hard moment and a good one, each as a ring of four stations",
    .page = PAGE_NEW,
    .low = true,
    .notes = true,
    KEYS(keys),
    .add = add,
};
