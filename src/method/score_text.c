/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The settled scores as a table for a person. */
#include "method/score_text.h"

#include "base/utf8.h"
#include "method/fill.h"
#include "method/score_filled.h"
#include "method/score_grounds.h"

#include <string.h>

enum text_word {
    WORD_SCORE,
    WORD_BAND,
    WORD_HOW,
    WORD_READERS,
    WORD_NOT_SCORED,
    WORD_UNSETTLED,
    WORD_NA,
    WORD_DIFFERS,
    WORD_FOCUS,
    WORD_PATTERNS,
    WORD_NONE,
    WORD_GROUNDS,
    WORD_FOUND,
    WORD_LOST,
    WORD_COMPARE,
    WORD_COUNT
};

static const char *const text_word[LANG_COUNT][WORD_COUNT] = {
    [LANG_NL] =
        {
            [WORD_SCORE] = "score",
            [WORD_BAND] = "band",
            [WORD_HOW] = "bepaald door",
            [WORD_READERS] = "lezers",
            [WORD_NOT_SCORED] = "niet gescoord",
            [WORD_UNSETTLED] = "niet vastgesteld",
            [WORD_NA] = "nvt",
            [WORD_DIFFERS] = "verschil",
            [WORD_FOCUS] = "uitgelicht",
            [WORD_PATTERNS] = "patronen",
            [WORD_NONE] = "geen",
            [WORD_GROUNDS] = "bewijs, aanzetten",
            [WORD_FOUND] = "gevonden",
            [WORD_LOST] = "niet gevonden",
            [WORD_COMPARE] = "ter vergelijking",
        },
    [LANG_EN] =
        {
            [WORD_SCORE] = "score",
            [WORD_BAND] = "band",
            [WORD_HOW] = "settled by",
            [WORD_READERS] = "readers",
            [WORD_NOT_SCORED] = "not scored",
            [WORD_UNSETTLED] = "not settled",
            [WORD_NA] = "na",
            [WORD_DIFFERS] = "differ",
            [WORD_FOCUS] = "focus",
            [WORD_PATTERNS] = "patterns",
            [WORD_NONE] = "none",
            [WORD_GROUNDS] = "evidence, prompts",
            [WORD_FOUND] = "found",
            [WORD_LOST] = "not found",
            [WORD_COMPARE] = "for comparison",
        },
};

static const char *const settle_word[LANG_COUNT][SETTLE_NONE + 1] = {
    [LANG_NL] = {"afspraak", "mediaan", "gemiddelde", "eerste lezer", ""},
    [LANG_EN] = {"agreement", "median", "mean", "first reader", ""},
};

enum column { COLUMN_TITLE, COLUMN_SCORE, COLUMN_BAND, COLUMN_HOW, COLUMNS };

/* A table of which the last column, the readers, runs free. */
struct table {
    const struct scores *s;
    enum lang lang;
    size_t width[COLUMNS];
};

/* A title of the rules, which may name the child. */
static const char *
title_text(struct arena *a, const struct table *t, const struct bitext *title,
    const char *id)
{
    struct fill env = {
        .rules = t->s->rules, .interview = t->s->interview, .lang = t->lang};
    const char *s = title->t[t->lang].s;

    return s == NULL ? id : fill_text(a, &env, s);
}

/* What stands in a scale's columns. */
static void
row_cells(struct arena *a, const struct table *t, int scale,
    const char *cell[COLUMNS])
{
    const struct rules *r = t->s->rules;
    const struct scale_score *v = &t->s->v[scale];
    const struct scale *sc = &r->scales[scale];
    bool settled = v->state == SCORE_SETTLED;

    cell[COLUMN_TITLE] = title_text(a, t, &sc->title, sc->is.id);
    cell[COLUMN_SCORE] = settled ? fill_number(a, v->value, t->lang) : "-";
    cell[COLUMN_HOW] = settle_word[t->lang][v->how];
    cell[COLUMN_BAND] =
        settled ? r->bands[sc->bands].v[v->band].label.t[t->lang].s
                : text_word[t->lang][v->state == SCORE_NONE ? WORD_NOT_SCORED
                                                            : WORD_UNSETTLED];
}

static void
head_cells(const struct table *t, const char *cell[COLUMNS])
{
    cell[COLUMN_TITLE] = "";
    cell[COLUMN_SCORE] = text_word[t->lang][WORD_SCORE];
    cell[COLUMN_BAND] = text_word[t->lang][WORD_BAND];
    cell[COLUMN_HOW] = text_word[t->lang][WORD_HOW];
}

static void
table_widen(struct table *t, const char *const cell[COLUMNS])
{
    for (int c = 0; c < COLUMNS; c++) {
        size_t w = utf8_count(cell[c], strlen(cell[c]));

        if (w > t->width[c])
            t->width[c] = w;
    }
}

static void
row_print(
    const struct table *t, const char *const cell[COLUMNS], struct buf *out)
{
    buf_puts(out, "  ");
    for (int c = 0; c < COLUMNS; c++) {
        size_t w = utf8_count(cell[c], strlen(cell[c]));

        buf_printf(out, "%s%*s", cell[c], (int)(t->width[c] - w) + 2, "");
    }
}

/* The widest thing a reader says: "nvt", "4.5". */
enum { READER_WIDTH = 3 };

static void
readers_print(const struct table *t, int scale, struct buf *out)
{
    const struct scale_score *v = &t->s->v[scale];

    for (int i = 0; i < t->s->nreaders; i++) {
        const struct scored *from = v->readers[i].from;
        const char *said = "-";

        if (from != NULL)
            said = from->na ? text_word[t->lang][WORD_NA]
                            : fill_number(out->a, from->score, t->lang);
        buf_printf(out, "%-*s", READER_WIDTH + 2, said);
    }
    if (v->differs)
        buf_printf(out, "(%s)", text_word[t->lang][WORD_DIFFERS]);
}

/* Ends a line without the white space that padding leaves. */
static void
line_end(struct buf *out)
{
    while (out->len > 0 && out->p[out->len - 1] == ' ')
        out->len--;
    buf_putc(out, '\n');
}

static void
group_print(const struct table *t, int group, struct buf *out)
{
    const struct rules *r = t->s->rules;
    const struct group *g = &r->groups[group];
    const char *cell[COLUMNS];

    buf_printf(out, "%s\n", title_text(out->a, t, &g->title, g->is.id));
    for (int i = 0; i < r->nscales; i++) {
        if (r->scales[i].group != group)
            continue;
        row_cells(out->a, t, i, cell);
        row_print(t, cell, out);
        readers_print(t, i, out);
        line_end(out);
    }
}

static void
follows_print(const struct profile *p, enum lang lang, struct buf *out)
{
    buf_printf(out, "%s:", text_word[lang][WORD_PATTERNS]);
    for (int i = 0; i < p->npatterns; i++)
        buf_printf(out, " %s", p->patterns[i]->is.id);
    if (p->npatterns == 0)
        buf_printf(out, " %s", text_word[lang][WORD_NONE]);
    buf_printf(out, "\n%s:", text_word[lang][WORD_FOCUS]);
    for (int i = 0; i < p->nfocus; i++)
        buf_printf(out, " %s", p->rules->scales[p->focus[i]].is.id);
    if (p->nfocus == 0)
        buf_printf(out, " %s", text_word[lang][WORD_NONE]);
    buf_putc(out, '\n');
}

/* "2 gevonden, 1 niet gevonden; prompt_a prompt_b; ter vergelijking 4,5". */
static void
grounds_print(
    const struct table *t, const struct profile *p, int scale, struct buf *out)
{
    const char *const *word = text_word[t->lang];
    struct grounds g = score_grounds(out->a, p, scale);
    const char *title = title_text(out->a, t, &p->rules->scales[scale].title,
        p->rules->scales[scale].is.id);
    size_t w = utf8_count(title, strlen(title));

    buf_printf(out, "  %s%*s%d %s", title,
        (int)(t->width[COLUMN_TITLE] - w) + 2, "", g.found, word[WORD_FOUND]);
    if (g.lost > 0)
        buf_printf(out, ", %d %s", g.lost, word[WORD_LOST]);
    for (int i = 0; i < g.nprompts; i++)
        buf_printf(out, "%s %s", i == 0 ? ";" : "", g.prompts[i]);
    for (int i = 0; i < g.nreferences; i++)
        buf_printf(out, "; %s %s", word[WORD_COMPARE],
            fill_number(out->a, g.references[i]->value, t->lang));
    buf_putc(out, '\n');
}

void
score_text(const struct scores *s, const struct profile *p, enum lang lang,
    struct buf *out)
{
    struct table t = {.s = s, .lang = lang};
    const char *cell[COLUMNS];

    head_cells(&t, cell);
    table_widen(&t, cell);
    for (int i = 0; i < s->n; i++) {
        row_cells(out->a, &t, i, cell);
        table_widen(&t, cell);
    }
    buf_printf(out, "%s, %s\n", s->interview->case_id.s,
        fill_readers(out->a, s->nreaders, lang));
    head_cells(&t, cell);
    row_print(&t, cell, out);
    if (s->nreaders > 0)
        buf_puts(out, text_word[lang][WORD_READERS]);
    line_end(out);
    for (int i = 0; i < s->rules->ngroups; i++)
        group_print(&t, i, out);
    score_filled_text(s, lang, out);
    follows_print(p, lang, out);
    if (s->nreaders == 0)
        return;
    buf_printf(out, "%s\n", text_word[lang][WORD_GROUNDS]);
    for (int i = 0; i < s->n; i++)
        if (s->v[i].state != SCORE_NONE)
            grounds_print(&t, p, i, out);
}
