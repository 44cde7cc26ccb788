/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section.h"
#include "report/section/kinds.h"
#include "report/section/tone_square.h"

static const struct section_key keys[] = {
    KEY_OF_TEXT("title", "Wat er te horen was", "What was heard", "heading"),
    KEY_OF_TEXT("hint",
        "Elk vakje is één stukje uit het interview. Het nummer is de vraag.",
        "Each box is one piece of the interview. The number is the question.",
        "below it"),
    KEY_OF_TEXT("tone_light", "licht", "light",
        "said of the boxes to who cannot see them"),
    KEY_OF_TEXT("tone_mixed", "gemengd", "mixed", "the same"),
    KEY_OF_TEXT("tone_heavy", "zwaar", "heavy", "the same"),
};

/* Geometry in the main column. */
#define ROW_PITCH MM(12.2)
#define SQUARES_X MM(46)
#define SQUARE MM(9.2)
#define STEP MM(10.69) /* six in a row end at the margin */

/* Rows of boxes that stay together. */
enum { ROWS_WHOLE = 5 };

/* The fragments of one feeling, by question, then file order. */
static int
collect(const struct section *s, int feeling, const struct fragment **out)
{
    int n = 0;

    for (int q = 1; q <= 99; q++)
        for (int i = 0; i < s->iv->nfragments; i++) {
            const struct fragment *f = &s->iv->fragments[i];

            if (f->feeling_index == feeling && f->at.question == q)
                out[n++] = f;
        }
    return n;
}

static void
add_square(struct section *s, struct block *fig, enum tone tone, mpt x, mpt y,
    const char *label)
{
    tone_square(s, fig, tone, x, y, SQUARE);
    block_label(s->a, fig, x + SQUARE / 2, y + SQUARE / 2 + MM(1.1), STYLE_PAGE,
        COLOR_INK, ALIGN_CENTER, label);
}

/* The boxes of a feeling, `across` in a row: a figure, or one for every
   ROWS_WHOLE rows, so that pages can part them. */
static void
add_figures(struct section *s, struct block *body, enum tone tone,
    const char *what, const char *const *chips, int n, int across)
{
    int most = across * ROWS_WHOLE;

    for (int from = 0; from < n; from += most) {
        int here = n - from < most ? n - from : most;
        int rows = (here + across - 1) / across;
        struct block *fig = block_figure(s->a, body, STEP * (rows - 1) + SQUARE,
            arena_printf(s->a, "%s: %s", what,
                fill_list(s->a, chips + from, here, s->lang)));

        fig->before = from > 0 ? STEP - SQUARE : 0;
        for (int i = 0; i < here; i++)
            add_square(s, fig, tone, i % across * STEP, i / across * STEP,
                chips[from + i]);
    }
}

static void
add_feeling(struct section *s, struct block *list, int feeling,
    const struct fragment **v, int n)
{
    const struct feeling *is = &s->rules->feelings[feeling];
    const char *title = fill_text(s->a, &s->fill, is->title.t[s->lang].s);
    int across = (s->main_w - SQUARES_X - SQUARE) / STEP + 1;
    int rows = (n + across - 1) / across;
    const char **chips = NEW(s->a, const char *, n);
    struct block *row = block_add(s->a, list, BLOCK_COLUMNS), *b, *body;

    row->role = ROLE_LI;
    row->keep = rows <= ROWS_WHOLE;
    row->named = rows > ROWS_WHOLE;
    row->min_h = ROW_PITCH + STEP * (rows - 1);
    for (int i = 0; i < n; i++)
        chips[i] = fill_chip(s->a, v[i]->at.question, s->lang);
    b = section_typed(s, row, ROLE_LBL, STYLE_BODY, title);
    b->before = SQUARE / 2 + MM(1.3) - MM(3.942);
    b->w = SQUARES_X - MM(2);
    body = block_add(s->a, row, BLOCK_GROUP);
    body->role = ROLE_LBODY;
    body->x = SQUARES_X;
    add_figures(s, body, is->tone,
        arena_printf(s->a, "%s (%s)", title, tone_word(s, is->tone)), chips, n,
        across);
}

static void
add(struct section *s)
{
    const struct fragment **v;
    struct block *sect, *row, *side, *main, *b, *list;

    if (s->iv->nfragments == 0) {
        section_left_out(s, "C102", section_text(s, "title"));
        return;
    }
    v = NEW(s->a, const struct fragment *, s->iv->nfragments);
    sect = section_open(s);
    row = section_row(s, sect, &side, &main);
    row->before = MM(8.3);
    section_para(s, side, section_heading_role(s), STYLE_HEADING, "title");
    b = section_para(s, side, ROLE_P, STYLE_SMALL, "hint");
    if (b != NULL)
        b->before = MM(1);
    list = block_add(s->a, main, BLOCK_GROUP);
    list->role = ROLE_L;
    list->before = MM(0.1);
    for (int i = 0; i < s->rules->nfeelings; i++) {
        int n = collect(s, i, v);

        if (n > 0)
            add_feeling(s, list, i, v, n);
    }
    section_between(s, sect, MM(5.4));
}

const struct section_kind section_fragments = {
    .name = "fragments",
    .help = "coded pieces of the interview, by feeling",
    KEYS(keys),
    .add = add,
};
