/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section.h"
#include "report/section/kinds.h"

/* The coach's sheet: per scale the settled and each reader's score, evidence,
   reasons and questions. */

static const struct section_key keys[] = {
    KEY_OF_TEXT("title", "", "", "title, where it begins a page"),
    KEY_OF_TEXT("sub", "", "", "line below it"),
    KEY_OF_GROUPS(
        "groups", "", "which groups show; by default those of the copy"),
    KEY_OF_TEXT("bar", "balk: laagste tot hoogste lezer",
        "bar: lowest to highest reader",
        "below the readers' scores, where they are not alike"),
    KEY_OF_TEXT(
        "settled", "vastgesteld", "settled", "label of the settled score"),
    KEY_OF_TEXT("settled_alike", "{count} lezers, zelfde score",
        "{count} readers, same score",
        "the same, where readers gave the same number"),
    KEY_OF_TEXT("settled_one", "één lezer las dit", "one reader read this",
        "the same, of one reader"),
    KEY_OF_TEXT("settled_median", "middelste van {count} lezers",
        "middle one of {count} readers",
        "the same, where that is how they were settled"),
    KEY_OF_TEXT("settled_middle", "midden tussen {count} lezers",
        "halfway between {count} readers",
        "the same, of an even number of readers"),
    KEY_OF_TEXT("settled_mean", "gemiddelde van {count} lezers",
        "average of {count} readers",
        "the same, where that is how they were settled"),
    KEY_OF_TEXT("settled_first", "de eerste lezer", "the first reader",
        "the same, where that is how they were settled"),
    KEY_OF_TEXT("reader", "lezer", "reader", "before a reader's number"),
    KEY_OF_TEXT("readers",
        "lezers:", "readers:", "before the scores of more than two readers"),
    KEY_OF_TEXT("na", "n.v.t.", "n/a", "a reader who could not score"),
    KEY_OF_TEXT("not_lower", "Niet lager", "Not lower", "label of a reason"),
    KEY_OF_TEXT("not_higher", "Niet hoger", "Not higher", "label of a reason"),
};

enum { CARD_PROMPTS = 2, NAMED_READERS = 2 };

/* White space between cards, however high they are, and what of it may go. */
#define CARD_GAP MM(9)
#define REASON_X MM(21.8)
#define SCORE_W MM(11.1)

static const struct group *
group_of(const struct section *s, int scale)
{
    return &s->rules->groups[s->rules->scales[scale].group];
}

static const char *
reader_value(struct section *s, const struct scored *from)
{
    return from->na ? section_text(s, "na")
                    : fill_number(s->a, from->score, s->lang);
}

/* "lezer 1: 2 · lezer 2: 3"; of more than two readers the scores alone, in
   their order.  Who left the scale out shows as a dash. */
static const char *
readers_text(struct section *s, const struct scale_score *score)
{
    int n = s->profile->scores->nreaders;
    struct buf out = buf_new(s->a);

    buf_puts(&out, n > NAMED_READERS ? section_text(s, "readers") : "");
    for (int i = 0; i < n; i++) {
        const struct scored *from = score->readers[i].from;
        const char *value = from == NULL ? "–" : reader_value(s, from);

        if (n > NAMED_READERS) {
            buf_printf(&out, "%s%s", i == 0 ? " " : "\u00a0· ", value);
            continue;
        }
        buf_printf(&out, "%s%s\u00a0%d:\u00a0%s", i == 0 ? "" : "\u00a0· ",
            section_text(s, "reader"), i + 1, value);
    }
    return out.p;
}

/* How wide the settled score stands: one or two digits, and what is behind the
   point. */
static mpt
score_w(int value)
{
    return SCORE_W + (value % 1000 == 0     ? 0
                         : value % 100 == 0 ? MM(5)
                         : value % 10 == 0  ? MM(10)
                                            : MM(15));
}

/* Where the score comes from: settled is what readers agreed on. */
static const char *
basis_text(struct section *s, const struct scale_score *score)
{
    static const char *const keys_of[BASIS_COUNT] = {
        [BASIS_TOGETHER] = "settled",
        [BASIS_ONE] = "settled_one",
        [BASIS_MIDDLE] = "settled_median",
        [BASIS_HALFWAY] = "settled_middle",
        [BASIS_MEAN] = "settled_mean",
        [BASIS_FIRST] = "settled_first"};
    enum score_basis basis = score_basis(score);
    bool alike = basis == BASIS_TOGETHER && score->how != SETTLE_AGREED;
    const char *text;

    s->fill.count = fill_count(s->a, score->nscored, s->lang);
    text = section_text(s, alike ? "settled_alike" : keys_of[basis]);
    s->fill.count = NULL;
    return text;
}

/* Why readers could not score the scale. */
static void
add_unscored(
    struct section *s, struct block *text, const struct scale_score *score)
{
    for (int i = 0; i < s->iv->nreadings; i++) {
        const struct scored *from = score->readers[i].from;

        if (from != NULL && from->na && from->reason.s != NULL)
            section_typed(s, text, ROLE_P, STYLE_FACT_LABEL, from->reason.s);
    }
}

static void
add_scores(struct section *s, struct block *side, int scale)
{
    const struct scale_score *score = &s->profile->scores->v[scale];
    bool settled = score->state == SCORE_SETTLED;
    struct block *row, *b, *text;

    /* The word is what the coach says aloud; the number is for the coach. */
    b = section_typed(s, side, ROLE_P, STYLE_BAND,
        chart_word(s->profile, scale, s->lang, false));
    b->as.text.ink = chart_color(group_of(s, scale), PART_TEXT);
    b->before = MM(1.6);
    row = block_add(s->a, side, BLOCK_COLUMNS);
    row->before = MM(1);
    if (settled) {
        b = section_typed(s, row, ROLE_P, STYLE_SCORE,
            fill_number(s->a, score->value, s->lang));
        b->w = score_w(score->value) + MM(4);
    }
    text = block_add(s->a, row, BLOCK_GROUP);
    text->x = settled ? score_w(score->value) : 0;
    text->before = MM(1.3);
    if (settled)
        section_typed(s, text, ROLE_P, STYLE_FACT_LABEL, basis_text(s, score));
    section_typed(s, text, ROLE_P, STYLE_FACT, readers_text(s, score));
    add_unscored(s, text, score);
    if (score->nscored > 1 && score->low < score->high)
        section_para(s, text, ROLE_P, STYLE_FACT_LABEL, "bar");
}

static void
add_reason(struct section *s, struct block *main, const char *key,
    const struct text *reason, bool first)
{
    struct block *row, *b;

    if (reason->s == NULL)
        return;
    row = block_add(s->a, main, BLOCK_COLUMNS);
    row->named = true;
    row->before = first ? MM(1.7) : 0;
    b = section_para(s, row, ROLE_P, STYLE_LABEL, key);
    if (b != NULL) {
        b->w = REASON_X;
        b->before = MM(0.25);
    }
    b = section_typed(s, row, ROLE_P, STYLE_BODY, reason->s);
    b->x = REASON_X;
}

static void
add_evidence(struct section *s, struct block *main, int scale)
{
    const struct quote **v;
    int n = profile_quotes(s->a, s->profile, scale, &v);
    struct text lower = profile_not_lower(s->profile, scale);
    struct text higher = profile_not_higher(s->profile, scale);

    for (int i = 0; i < n; i++)
        section_quote(s, main, v[i], chart_color(group_of(s, scale), PART_MARK))
            ->before = i == 0 ? MM(2.2) : MM(1.4);
    add_reason(s, main, "not_lower", &lower, true);
    add_reason(s, main, "not_higher", &higher, lower.s == NULL);
}

static void
add_card(struct section *s, struct block *sect, int scale, mpt before)
{
    const struct scale *is = &s->rules->scales[scale];
    const char *title = fill_text(s->a, &s->fill, is->title.t[s->lang].s);
    struct track t = section_track(s, scale, s->main_w, MM(7));
    struct block *card = block_add(s->a, sect, BLOCK_GROUP), *row, *side;
    struct block *main, *b;
    int n;

    card->keep = true;
    card->before = before;
    block_rule(s->a, card, MM(0.9), chart_color(group_of(s, scale), PART_MARK))
        ->keep_next = true;
    row = section_row(s, card, &side, &main);
    row->before = MM(3.3);
    section_typed(s, side, section_heading_role(s), STYLE_SCALE_FOCUS, title);
    b = section_fill(s, side, ROLE_P, STYLE_SMALL, is->about.t[s->lang].s);
    if (b != NULL)
        b->before = MM(0.8);
    add_scores(s, side, scale);
    main->before = MM(1.6);
    b = block_figure(s->a, main, MM(11.5),
        chart_alt(s->a, s->profile, scale, title, s->lang, true));
    chart_bands(s->a, b, &t, &s->rules->bands[is->bands]);
    chart_score(s->a, b, &t, group_of(s, scale), &s->profile->scores->v[scale]);
    chart_axis(s->a, b, &t, MM(10.4));
    add_evidence(s, main, scale);
    b = block_add(s->a, main, BLOCK_GROUP);
    b->before = MM(1.8);
    n = section_prompts(
        s, b, TARGET_SCALE, scale, CARD_PROMPTS, STYLE_PROMPT, 0, 0, 0);
    section_lines(s, main, n > 1 ? 1 : 2, MM(8.5));
}

static void
add(struct section *s)
{
    int *groups = NEW(s->a, int, s->rules->ngroups);
    int ngroups = section_groups(s, groups);
    struct block *sect = section_open(s);
    bool first = true;

    /* What the teacher sees comes first, what only the coach sees after. */
    for (int pass = 0; pass < 2; pass++)
        for (int i = 0; i < ngroups; i++)
            for (int k = 0; k < s->rules->nscales; k++) {
                const struct scale *is = &s->rules->scales[k];

                if (is->group != groups[i] || !section_shows(s, k) ||
                    is->show[COPY_TEACHER] != (pass == 0))
                    continue;
                add_card(s, sect, k, first ? MM(6) : CARD_GAP);
                first = false;
            }
}

const struct section_kind section_coach_cards = {
    .name = "coach_cards",
    .help = "per scale: scores, evidence, reasons, questions",
    KEYS(keys),
    .add = add,
};
