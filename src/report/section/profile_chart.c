/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section/group_chart.h"
#include "report/section.h"
#include "report/section/kinds.h"

#include <string.h>

static const struct section_key keys[] = {
    KEY_OF_TEXT("title", "Het profiel in één oogopslag",
        "The profile at a glance", "heading"),
    KEY_OF_TEXT("caption",
        "Hoe duidelijk is dit te horen in het interview? De balk laat zien hoe "
        "ver de {readers} uit elkaar lagen.",
        "How clearly is this heard in the interview? The bar shows how far the "
        "{readers} were apart.",
        "under the heading, where readers gave different scores"),
    KEY_OF_TEXT("caption_alike",
        "Hoe duidelijk is dit te horen in het interview? Zo lazen de {readers} "
        "het.",
        "How clearly is this heard in the interview? This is how the {readers} "
        "read it.",
        "the same, where none did"),
    KEY_OF_TEXT("caption_open",
        "Hoe duidelijk is dit te horen? De balk: zo ver lagen lezers uiteen. "
        "Balk zonder teken? Bespreek die schaal samen.",
        "How clearly is this heard? The bar: how far readers were apart. A bar "
        "without a mark? Talk about that scale together.",
        "the same, where a scale is not settled because readers differ"),
    KEY_OF_TEXT("caption_one",
        "Hoe duidelijk is dit te horen in het interview? Zo las één "
        "lezer het.",
        "How clearly is this heard in the interview? This is the reading of "
        "one reader.",
        "the same, with one reader"),
    KEY_OF_TEXT("caption_none",
        "Hoe duidelijk is dit te horen in het interview? Er is nog niet "
        "gescoord.",
        "How clearly is this heard in the interview? It is not scored yet.",
        "the same, with no reader"),
    {.name = "own",
        .type = KEY_TEXT,
        .nl = "Open teken: waar jij zelf een kruisje zette.",
        .en = "Open mark: where you put a cross yourself.",
        .help = "below it, where the teacher placed own marks"},
    {.name = "own_dated",
        .type = KEY_TEXT,
        .nl = "Open teken: waar jij zelf een kruisje zette, op {count}.",
        .en = "Open mark: where you put a cross yourself, on {count}.",
        .help = "the same, where that is known; {count} is the date"},
    {.name = "own_same",
        .type = KEY_TEXT,
        .nl = "Ligt er een teken in, dan is het dezelfde plek.",
        .en = "Where there is a mark inside, it is the same place.",
        .help = "behind it, where an own mark is where the readers' is"},
    {.name = "own_word",
        .type = KEY_TEXT,
        .nl = "Jouw woord vóór het gesprek:",
        .en = "Your word before the talk:",
        .help = "behind it, before the word that the teacher gave with them"},
    KEY_OF_GROUPS(
        "groups", "", "which groups show; by default those of the copy"),
};

/* Shares of the main column. */
#define TRACK_SHARE(w) ((mpt)((long long)(w)*9100 / 10867))
#define WORD_X(w) ((mpt)((long long)(w)*9500 / 10867))

/* Where the teacher put an own mark on a scale; NULL: nowhere. */
static const struct scored *
own_mark(const struct section *s, int scale)
{
    return scored_find(s->iv->own, s->iv->nown, scale);
}

/* Its band in words: on no copy a number. */
static const char *
own_alt(struct section *s, int scale, const struct scored *own)
{
    const struct bands *bands = &s->rules->bands[s->rules->scales[scale].bands];
    int band = rules_band(s->rules, scale, own->score);

    return say_with(
        s->a, SAY_ALT_OWN, s->lang, &bands->v[band].label.t[s->lang].s);
}

static void
add_scale(struct group_chart *c, struct block *table, int scale)
{
    struct section *s = c->s;
    const struct scale *is = &s->rules->scales[scale];
    const char *title = fill_text(s->a, &s->fill, is->title.t[s->lang].s);
    struct track t = group_chart_track(c, scale);
    const struct group *group = &s->rules->groups[is->group];
    const struct scale_score *score = &s->profile->scores->v[scale];
    const struct scored *own = own_mark(s, scale);
    struct block *fig = group_chart_row(c, table, scale,
        arena_printf(s->a, "%s%s",
            chart_alt(s->a, s->profile, scale, title, s->lang, s->numbers),
            own != NULL ? own_alt(s, scale, own) : ""));

    chart_score(s->a, fig, &t, group, score);
    if (own != NULL)
        chart_own(s->a, fig, &t, group, score, own->score);
    group_chart_word(c, table,
        score->state == SCORE_SETTLED ? STYLE_SMALL : STYLE_AXIS,
        WORD_X(s->main_w), chart_word(s->profile, scale, s->lang, true));
}

/* Whether a bar stands without a dot. */
static bool
some_open(const struct section *s)
{
    for (int i = 0; i < s->rules->nscales; i++) {
        const struct scale_score *v = &s->profile->scores->v[i];

        if (section_shows(s, i) && v->state == SCORE_UNSETTLED && v->differs)
            return true;
    }
    return false;
}

static void
add_caption(struct section *s, struct block *sect)
{
    int readers = s->iv->nreadings;
    struct block *b = section_para(s, sect, ROLE_P, STYLE_SMALL,
        some_open(s)        ? "caption_open"
        : section_spread(s) ? "caption"
        : readers > 1       ? "caption_alike"
        : readers == 1      ? "caption_one"
                            : "caption_none");

    if (b != NULL) {
        b->before = MM(0.4);
        b->keep_next = true;
    }
}

/* How many own marks the chart shows, and of those on the readers' place. */
static int
count_own(struct section *s, int *same)
{
    int *groups = NEW(s->a, int, s->rules->ngroups);
    int *scales = NEW(s->a, int, s->rules->nscales);
    int ngroups = section_groups(s, groups), n = 0;

    *same = 0;
    for (int i = 0; i < ngroups; i++)
        for (int k = group_chart_scales(s, groups[i], scales); k > 0; k--) {
            const struct scale_score *score =
                &s->profile->scores->v[scales[k - 1]];
            const struct scored *own = own_mark(s, scales[k - 1]);

            if (own == NULL)
                continue;
            n++;
            *same +=
                score->state == SCORE_SETTLED && score->value == own->score;
        }
    return n;
}

static void
add_piece(struct section *s, struct block *b, const char *text)
{
    if (b->as.text.n > 0)
        block_run(s->a, b, RUN_TEXT, false, " ", 1);
    fill_block(s->a, &s->fill, text, b);
}

/* What the teacher's own marks are, and the word of that day. */
static void
add_own(struct section *s, struct block *sect)
{
    const char *word = s->iv->own_word.s;
    int same, n = count_own(s, &same);
    struct block *b;

    if (n == 0 && word == NULL)
        return;
    b = block_text(s->a, sect, ROLE_P, STYLE_SMALL, NULL);
    b->keep_next = true;
    if (n > 0 && s->iv->own_date.year == 0) {
        add_piece(s, b, section_raw(s, "own"));
    } else if (n > 0) {
        s->fill.count = fill_date(s->a, s->iv->own_date, s->lang);
        add_piece(s, b, section_raw(s, "own_dated"));
        s->fill.count = NULL;
    }
    if (same > 0)
        add_piece(s, b, section_raw(s, "own_same"));
    if (word == NULL)
        return;
    add_piece(s, b, section_raw(s, "own_word"));
    block_run(s->a, b, RUN_TEXT, false, " ", 1);
    word = arena_printf(s->a, "%s.", fill_quote(s->a, word));
    block_run(s->a, b, RUN_TEXT, false, word, strlen(word));
}

static void
add(struct section *s)
{
    struct group_chart c = {.s = s,
        .track_w = TRACK_SHARE(s->main_w),
        .before = MM(3.85),
        .add_row = add_scale};
    struct block *h;

    if (group_chart_rows(s) == 0)
        return;
    c.sect = section_open(s);
    c.sect->keep = true;
    c.sect->keep_next = true; /* with "Wat opvalt" */
    if (c.sect->page == PAGE_FLOW) {
        h = section_para(
            s, c.sect, section_heading_role(s), STYLE_HEADING_LARGE, "title");
        h->before = MM(3.7);
        h->keep_next = true;
    }
    c.sect->again =
        section_continued(s, NULL, STYLE_HEADING, section_text(s, "title"));
    c.sect->again->after = MM(3);
    add_caption(s, c.sect);
    add_own(s, c.sect);
    group_chart_add(&c);
}

const struct section_kind section_profile_chart = {
    .name = "profile_chart",
    .help = "all scales that the copy shows, as a chart",
    KEYS(keys),
    .add = add,
};
