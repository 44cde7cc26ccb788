/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section/agreement_words.h"

/* What there is to compare in plain words, the figures, and what each of them
   says.  The keys are those of section agreement. */

/* Statistics that a layout may name; the shares stand in the sentences. */
static const struct {
    enum agree_statistic is;
    const char *key, *about;
} figures[] = {
    {AGREE_KAPPA, "kappa", "kappa_about"},
    {AGREE_ALPHA_ORDINAL, "alpha_ordinal", "alpha_ordinal_about"},
    {AGREE_ALPHA_INTERVAL, "alpha_interval", "alpha_interval_about"},
    {AGREE_ICC_1_1, "icc_1_1", "icc_1_1_about"},
    {AGREE_ICC_2_1, "icc_2_1", "icc_2_1_about"},
    {AGREE_ICC_3_1, "icc_3_1", "icc_3_1_about"},
    {AGREE_ICC_1_K, "icc_1_k", "icc_1_k_about"},
    {AGREE_ICC_2_K, "icc_2_k", "icc_2_k_about"},
    {AGREE_ICC_3_K, "icc_3_k", "icc_3_k_about"},
};

enum { NFIGURES = sizeof figures / sizeof *figures };

static const char *const refusal_key[] = {
    [AGREE_GIVEN] = "",
    [AGREE_ONE_READER] = "one_reader",
    [AGREE_ONE_CASE] = "one_case",
    [AGREE_NO_VARIANCE] = "no_variance",
    [AGREE_FEW_COMPLETE] = "few_complete",
    [AGREE_TOO_LOW] = "too_low",
};

enum { NREFUSALS = sizeof refusal_key / sizeof *refusal_key };

#define FIGURE_X MM(11)

/* A sentence with {value} and {total}. */
static void
add_sentence(struct section *s, struct block *side, const char *key, int value,
    int total)
{
    struct block *b;

    s->fill.value = arena_printf(s->a, "%d", value);
    s->fill.total = arena_printf(s->a, "%d", total);
    s->fill.count = fill_count(s->a, value, s->lang);
    b = section_para(s, side, ROLE_P, STYLE_SMALL, key);
    if (b != NULL) {
        b->as.text.ink = COLOR_INK;
        b->before = MM(0.9);
    }
    s->fill.value = s->fill.total = s->fill.count = NULL;
}

static void
add_same(struct section *s, struct block *side, const struct agreement_scale *c)
{
    const char *key = c->same == c->n ? "same_all"
                      : c->same > 0   ? "same"
                                      : "same_none";

    if (c->n == 1)
        key = c->same == 1 ? "same_one" : "differs_one";
    s->fill.list = section_text(
        s, c->of->m.nreaders == 2 ? "readers_two" : "readers_many");
    add_sentence(s, side, key, c->same, c->n);
    s->fill.list = NULL;
}

static void
add_near(struct section *s, struct block *side, const struct agreement_scale *c)
{
    if (c->n > 1 && c->same < c->n)
        add_sentence(s, side,
            c->near == c->n ? "near_all"
            : c->near > 0   ? "near"
                            : "near_none",
            c->near, c->n);
    if (c->most > AGREEMENT_POINT) {
        struct block *b;

        s->fill.value = fill_number(s->a, c->most, s->lang);
        b = section_para(s, side, ROLE_P, STYLE_SMALL, "largest");
        if (b != NULL) {
            b->as.text.ink = COLOR_INK;
            b->before = MM(0.9);
        }
        s->fill.value = NULL;
    }
}

/* What a figure is called, with its limits. */
static const char *
figure_label(
    struct section *s, const char *key, const struct agree_figure *figure)
{
    const char *label;

    if (!figure->has_limits)
        return section_text(s, key);
    s->fill.list = section_text(s, key);
    s->fill.first = agree_two_decimals(s->a, figure->low, s->lang);
    s->fill.second = agree_two_decimals(s->a, figure->high, s->lang);
    label = section_text(s, "limits");
    s->fill.list = s->fill.first = s->fill.second = NULL;
    return label;
}

/* The figures that are refused for one reason, in one sentence. */
static void
add_refused(struct section *s, struct block *side,
    const struct agreement_scale *c, enum agree_refusal why)
{
    const char *names[NFIGURES];
    struct block *b;
    int n = 0;

    for (int i = 0; i < NFIGURES; i++)
        if (section_has_word(s, "figures", figures[i].key) &&
            c->of->v[figures[i].is].refusal == why)
            names[n++] = section_text(s, figures[i].key);
    if (n == 0)
        return;
    s->fill.list = fill_list(s->a, names, n, s->lang);
    s->fill.value = section_text(s, refusal_key[why]);
    b = section_para(s, side, ROLE_P, STYLE_SMALL, "refused");
    if (b != NULL)
        b->before = MM(1.1);
    s->fill.list = s->fill.value = NULL;
}

static void
add_figures(
    struct section *s, struct block *side, const struct agreement_scale *c)
{
    for (int i = 0; i < NFIGURES; i++) {
        const struct agree_figure *figure = &c->of->v[figures[i].is];
        struct block *row, *b;

        if (!section_has_word(s, "figures", figures[i].key) ||
            figure->refusal != AGREE_GIVEN)
            continue;
        row = block_add(s->a, side, BLOCK_COLUMNS);
        row->before = MM(1.1);
        b = section_typed(s, row, ROLE_P, STYLE_BAND,
            agree_two_decimals(s->a, figure->value, s->lang));
        b->w = FIGURE_X;
        b = section_typed(s, row, ROLE_P, STYLE_SMALL,
            figure_label(s, figures[i].key, figure));
        b->x = FIGURE_X;
    }
    for (int why = AGREE_GIVEN + 1; why < NREFUSALS; why++)
        add_refused(s, side, c, (enum agree_refusal)why);
}

void
agreement_add_words(
    struct section *s, struct block *side, const struct agreement_scale *c)
{
    add_same(s, side, c);
    add_near(s, side, c);
    if (c->singles > 0)
        add_sentence(s, side, c->singles == 1 ? "single" : "singles",
            c->singles, c->n + c->singles);
    add_figures(s, side, c);
}

static bool
any_figure(const struct section *s, bool limits_only)
{
    for (int i = 0; i < NFIGURES; i++)
        if (section_has_word(s, "figures", figures[i].key) &&
            (!limits_only || figures[i].is >= AGREE_ICC_1_1))
            return true;
    return false;
}

bool
agreement_has_figures(const struct section *s)
{
    return any_figure(s, false);
}

struct block *
agreement_guide_row(
    struct section *s, struct block *sect, const char *key, mpt before)
{
    struct block *side, *main, *row = section_row(s, sect, &side, &main);

    row->before = before;
    section_para(s, side, section_heading_role(s), STYLE_HEADING, key);
    return main;
}

static void
add_spaced(struct section *s, struct block *main, const char *key)
{
    struct block *b = section_para(s, main, ROLE_P, STYLE_BODY, key);

    if (b != NULL)
        b->before = MM(1.3);
}

/* What the figures say, behind them. */
void
agreement_add_numbers(struct section *s, struct block *sect)
{
    struct block *part, *main;

    if (!any_figure(s, false))
        return;
    part = block_add(s->a, sect, BLOCK_GROUP);
    part->keep = true;
    section_between(s, part, MM(5));
    main = agreement_guide_row(s, part, "numbers", MM(3.4));
    section_para(s, main, ROLE_P, STYLE_BODY, "numbers_about");
    if (any_figure(s, true))
        add_spaced(s, main, "limits_about");
    for (int i = 0; i < NFIGURES; i++)
        if (section_has_word(s, "figures", figures[i].key))
            add_spaced(s, main, figures[i].about);
    add_spaced(s, main, "caution");
}
