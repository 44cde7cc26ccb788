/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section.h"
#include "report/section/kinds.h"
#include "report/section/tone_square.h"

#include <string.h>

/* What was light and what was heavy in one picture: a line along the questions,
   light pieces on it and heavy ones under it.  Of two interviews a line each,
   with the same questions.  No sum and no share: there is room for both. */

static const struct section_key keys[] = {
    KEY_OF_TEXT("title", "Licht en zwaar naast elkaar",
        "Light and heavy side by side", "heading"),
    {.name = "hint",
        .type = KEY_TEXT,
        .nl = "Boven de lijn staat wat licht was, eronder wat zwaar was. "
              "Allebei mag er zijn.",
        .en = "Above the line stands what was light, below it what was heavy. "
              "There is room for both.",
        .help = "below it"},
    KEY_OF_TEXT("hint_mixed", "Op de lijn: gemengd.", "On the line: mixed.",
        "added to it, where a piece was mixed"),
    KEY_OF_TEXT("tone_light", "licht", "light",
        "said of the boxes to who cannot see them"),
    KEY_OF_TEXT("tone_mixed", "gemengd", "mixed", "the same"),
    KEY_OF_TEXT("tone_heavy", "zwaar", "heavy", "the same"),
    KEY_OF_TEXT("nothing", "niets", "nothing",
        "said of a date without pieces of which something was felt"),
    {.name = "ask",
        .type = KEY_TEXT,
        .nl = "Welk klein moment wil je er nog bij zetten?",
        .en = "Which small moment would you like to add?",
        .help = "the question below, where one interview is shown"},
    KEY_OF_INT(
        "lines", 0, 6, "1", "writing lines under the question; 0: no question"),
};

enum { QUESTION_MAX = 99, TONES = 3, SIZE_SHARE = 85 };

/* Geometry. */
#define PITCH_MAX MM(11)
#define SQUARE_MAX MM(4)
#define STACK_MAX MM(14) /* on one side of the line */
#define SQUARE_GAP MM(0.6)
#define LABELS_H MM(4.2)
#define LABEL_W MM(18.4)
#define LINE_PITCH MM(8.5)
#define AXIS_WEIGHT PT(0.9)

/* The pieces of an interview, per question and tone. */
struct pieces {
    const struct interview *iv;
    const char *when; /* NULL: of one interview alone */
    int of[QUESTION_MAX + 1][TONES];
    int most[TONES]; /* of one question */
};

struct picture {
    struct section *s;
    int questions[QUESTION_MAX]; /* those that show, in order */
    int n;
    mpt x, pitch, square;
};

static struct pieces *
count_pieces(struct section *s, const struct interview *iv, const char *when)
{
    struct pieces *p = NEW(s->a, struct pieces, 1);

    p->iv = iv;
    p->when = when;
    for (int i = 0; i < iv->nfragments; i++) {
        const struct fragment *f = &iv->fragments[i];
        enum tone tone = s->rules->feelings[f->feeling_index].tone;

        if (++p->of[f->at.question][tone] > p->most[tone])
            p->most[tone] = p->of[f->at.question][tone];
    }
    return p;
}

static bool
has_pieces(const struct pieces *p, int question)
{
    return p->of[question][TONE_LIGHT] + p->of[question][TONE_MIXED] +
               p->of[question][TONE_HEAVY] >
           0;
}

/* A square that fits its column, beside other mixed ones, and its stack. */
static void
set_sizes(struct picture *pic, struct pieces *const *v, int n)
{
    mpt room = pic->s->main_w - pic->x;
    int beside = 1, stack = 1;

    for (int i = 0; i < n; i++) {
        const int *most = v[i]->most;

        beside = most[TONE_MIXED] > beside ? most[TONE_MIXED] : beside;
        stack = most[TONE_LIGHT] > stack ? most[TONE_LIGHT] : stack;
        stack = most[TONE_HEAVY] > stack ? most[TONE_HEAVY] : stack;
    }
    pic->pitch = room / pic->n < PITCH_MAX ? room / pic->n : PITCH_MAX;
    pic->square = pic->pitch * SIZE_SHARE / 100 / beside - SQUARE_GAP;
    if (pic->square > STACK_MAX / stack - SQUARE_GAP)
        pic->square = STACK_MAX / stack - SQUARE_GAP;
    if (pic->square > SQUARE_MAX)
        pic->square = SQUARE_MAX;
}

/* How far squares reach from the line: half of a mixed one, then the stack. */
static mpt
reach(const struct picture *pic, const struct pieces *p, enum tone tone)
{
    mpt mixed = p->most[TONE_MIXED] > 0 ? pic->square / 2 : 0;

    return mixed + p->most[tone] * (pic->square + SQUARE_GAP) + SQUARE_GAP;
}

static void
add_column(const struct picture *pic, struct block *fig, const struct pieces *p,
    int question, mpt x, mpt axis)
{
    const int *of = p->of[question];
    mpt step = pic->square + SQUARE_GAP, left = x - pic->square / 2;
    mpt clear = of[TONE_MIXED] > 0 ? pic->square / 2 : 0;

    for (int i = 0; i < of[TONE_LIGHT]; i++)
        tone_square(pic->s, fig, TONE_LIGHT, left,
            axis - clear - (i + 1) * step, pic->square);
    for (int i = 0; i < of[TONE_MIXED]; i++)
        tone_square(pic->s, fig, TONE_MIXED,
            left + i * step - (of[TONE_MIXED] - 1) * step / 2,
            axis - pic->square / 2, pic->square);
    for (int i = 0; i < of[TONE_HEAVY]; i++)
        tone_square(pic->s, fig, TONE_HEAVY, left,
            axis + clear + SQUARE_GAP + i * step, pic->square);
}

/* "V4: licht, licht. V5: zwaar." */
static const char *
alt_of(const struct picture *pic, const struct pieces *p)
{
    struct section *s = pic->s;
    struct buf out = buf_new(s->a);
    bool any = false;

    if (p->when != NULL)
        buf_printf(&out, "%s. ", fill_capital(s->a, p->when));
    for (int i = 0; i < pic->n; i++) {
        int q = pic->questions[i];
        const char *before = ": ";

        if (!has_pieces(p, q))
            continue;
        buf_printf(&out, "%s%s", any ? ". " : "", fill_chip(s->a, q, s->lang));
        any = true;
        for (int t = 0; t < TONES; t++)
            for (int k = 0; k < p->of[q][t]; k++) {
                buf_printf(&out, "%s%s", before, tone_word(s, (enum tone)t));
                before = ", ";
            }
    }
    buf_printf(&out, "%s.", any ? "" : section_text(s, "nothing"));
    return out.p;
}

static void
add_line(const struct picture *pic, struct block *parent,
    const struct pieces *p, bool labels)
{
    struct section *s = pic->s;
    mpt top = labels ? LABELS_H : 0;
    mpt axis = top + reach(pic, p, TONE_LIGHT);
    struct block *fig = block_figure(
        s->a, parent, axis + reach(pic, p, TONE_HEAVY), alt_of(pic, p));

    fig->x = pic->x;
    block_stroke(
        s->a, fig, 0, axis, pic->n * pic->pitch, 0, COLOR_SLATE, AXIS_WEIGHT);
    for (int i = 0; i < pic->n; i++) {
        mpt x = i * pic->pitch + pic->pitch / 2;

        if (labels)
            block_label(s->a, fig, x, MM(3), STYLE_AXIS, COLOR_NONE,
                ALIGN_CENTER, fill_chip(s->a, pic->questions[i], s->lang));
        add_column(pic, fig, p, pic->questions[i], x, axis);
    }
}

static void
add_side(struct section *s, struct block *side, bool mixed)
{
    const char *more = mixed ? section_raw(s, "hint_mixed") : "";
    struct block *b;

    section_para(s, side, section_heading_role(s), STYLE_HEADING, "title");
    b = section_fill(s, side, ROLE_P, STYLE_SMALL,
        arena_printf(s->a, "%s%s%s", section_raw(s, "hint"),
            *more != '\0' ? " " : "", more));
    if (b != NULL)
        b->before = MM(1);
}

/* The line of a date, with its name beside it. */
static void
add_dated(const struct picture *pic, struct block *main, const struct pieces *p,
    bool first)
{
    struct section *s = pic->s;
    struct block *row = block_add(s->a, main, BLOCK_COLUMNS), *b;

    row->keep = true;
    row->before = first ? 0 : MM(3);
    b = section_typed(s, row, ROLE_P, STYLE_FACT_LABEL, p->when);
    b->before = (first ? LABELS_H : 0) + reach(pic, p, TONE_LIGHT) - MM(2.4);
    if (b->before < 0)
        b->before = 0;
    b->w = LABEL_W - MM(1.4);
    add_line(pic, row, p, first);
}

static void
add_question(struct section *s, struct block *main)
{
    int lines = section_int(s, "lines");
    struct block *b;

    if (lines == 0 || *section_raw(s, "ask") == '\0')
        return;
    b = section_para(s, main, ROLE_P, STYLE_PROMPT, "ask");
    b->before = MM(2);
    b->keep_next = true;
    section_lines(s, main, lines, LINE_PITCH);
}

static void
add(struct section *s)
{
    struct picture pic = {.s = s};
    struct pieces *v[2] = {NULL};
    int n = s->other == NULL ? 1 : 2;
    struct block *sect, *row, *side, *main;
    bool mixed = false;

    v[0] = count_pieces(s, s->iv, n > 1 ? s->fill.first : NULL);
    if (n > 1)
        v[1] = count_pieces(s, s->other->interview, s->fill.second);
    for (int q = 1; q <= QUESTION_MAX; q++)
        if (has_pieces(v[0], q) || (n > 1 && has_pieces(v[1], q)))
            pic.questions[pic.n++] = q;
    if (pic.n == 0)
        return; /* `fragments` says so */
    for (int i = 0; i < n; i++)
        mixed |= v[i]->most[TONE_MIXED] > 0;
    pic.x = n > 1 ? LABEL_W : 0;
    set_sizes(&pic, v, n);
    sect = section_open(s);
    row = section_row(s, sect, &side, &main);
    row->before = MM(4.6);
    row->keep = true;
    add_side(s, side, mixed);
    if (n == 1)
        add_line(&pic, main, v[0], true);
    for (int i = 0; n > 1 && i < n; i++)
        add_dated(&pic, main, v[i], i == 0);
    if (n == 1)
        add_question(s, main);
    section_between(s, sect, MM(4.6));
}

const struct section_kind section_light_and_heavy = {
    .name = "light_and_heavy",
    .help = "what was light and what was heavy, question by question; in "
            "`compare` of two interviews",
    KEYS(keys),
    .add = add,
};
