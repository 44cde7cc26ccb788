/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "method/reason.h"
#include "report/section.h"
#include "report/section/balance.h"
#include "report/section/kinds.h"

#include <string.h>

/* A page per group of scales: focus cards first, then compact ones. */

static const struct section_key keys[] = {
    KEY_OF_GROUPS(
        "groups", "", "which groups show; by default those of the copy"),
    {.name = "cards",
        .type = KEY_CHOICE,
        .choices = "mixed compact full",
        .nl = "mixed",
        .en = "",
        .help = "mixed: the focus in full; full: every scale; compact: none"},
    KEY_OF_TEXT("focus_sub", " Over de uitgelichte schaal praten jullie door.",
        " You will talk on about the highlighted scale.",
        "added to the sub line where one scale is in focus"),
    KEY_OF_TEXT("focus_sub_many",
        " Over de {count} uitgelichte schalen praten jullie door.",
        " You will talk on about the {count} highlighted scales.",
        "the same, where several are; {count}: how many"),
    KEY_OF_TEXT(
        "eyebrow", "UITGELICHT", "IN FOCUS", "above the name of a focus card"),
    KEY_OF_TEXT("not_lower", "Waarom niet lager?", "Why not lower?",
        "above a reader's reason in a focus card; empty leaves it out"),
    KEY_OF_TEXT("not_higher", "Waarom niet hoger?", "Why not higher?",
        "above a reader's reason in a focus card; empty leaves it out"),
    KEY_OF_TEXT(
        "means", "Dit kan betekenen", "This may mean", "label in a focus card"),
    KEY_OF_YESNO("balance", "no",
        "focus cards in two columns: what is there, and where room is"),
    KEY_OF_TEXT("there", "Dit is er al", "This is already there",
        "heading of the first column"),
    KEY_OF_TEXT("room", "Hier is nog ruimte", "There is still room here",
        "heading of the second column"),
    KEY_OF_TEXT("lighter", "Hier is het lichter", "Here it is lighter",
        "the first of a scale that weighs, such as irritation"),
    KEY_OF_TEXT("heavier", "Hier is het zwaarder", "Here it is heavier",
        "the second of such a scale"),
    {.name = "differ",
        .type = KEY_TEXT,
        .nl = "Lezers hoorden dit verschillend. Wat herken jij?",
        .en = "Readers heard this differently. What do you recognise?",
        .help = "the question where readers differ and no other is asked; "
                "empty leaves it out"},
    KEY_OF_INT("lines", 0, 6, "1",
        "writing lines under the question of a compact card"),
};

enum { GROUP_OWN_PAGE = 3, FOCUS_QUOTES = 2, FOCUS_PROMPTS = 2 };

static bool
in_focus(const struct section *s, int scale)
{
    if (section_has_word(s, "cards", "full"))
        return true;
    if (section_has_word(s, "cards", "compact") ||
        s->profile->scores->v[scale].state == SCORE_NONE)
        return false;
    for (int i = 0; i < s->profile->nfocus; i++)
        if (s->profile->focus[i] == scale)
            return true;
    return false;
}

static const struct group *
group_of(const struct section *s, int scale)
{
    return &s->rules->groups[s->rules->scales[scale].group];
}

static void
add_track(
    struct section *s, struct block *main, int scale, mpt h, const char *title)
{
    const struct scale *is = &s->rules->scales[scale];
    struct track t = section_track(s, scale, s->main_w, h);
    struct block *fig = block_figure(s->a, main, h + (s->numbers ? MM(4) : 0),
        chart_alt(s->a, s->profile, scale, title, s->lang, s->numbers));

    chart_bands(s->a, fig, &t, &s->rules->bands[is->bands]);
    chart_score(
        s->a, fig, &t, group_of(s, scale), &s->profile->scores->v[scale]);
    if (s->numbers)
        chart_axis(s->a, fig, &t, h + MM(3.4));
}

static const char *
scale_title(struct section *s, int scale)
{
    return fill_text(
        s->a, &s->fill, s->rules->scales[scale].title.t[s->lang].s);
}

/* Name, definition, band word: the sidebar of either card.  Returns the line
   above the name, which is empty but for the eyebrow of a focus card. */
static struct block *
add_side(struct section *s, struct block *side, int scale, enum style name,
    mpt before_about, mpt before_band)
{
    struct block *b, *above = side->first;

    if (above == NULL)
        above = section_typed(s, side, ROLE_P, STYLE_EYEBROW, NULL);
    above->as.text.ink = chart_color(group_of(s, scale), PART_TEXT);
    section_typed(
        s, side, section_heading_role(s), name, scale_title(s, scale));
    b = section_fill(s, side, ROLE_P, STYLE_SMALL,
        s->rules->scales[scale].about.t[s->lang].s);
    if (b != NULL)
        b->before = before_about;
    b = section_typed(s, side, ROLE_P, STYLE_BAND,
        chart_word(s->profile, scale, s->lang, false));
    b->as.text.ink = chart_color(group_of(s, scale), PART_TEXT);
    b->before = before_band;
    return above;
}

static void
add_quotes(struct section *s, struct block *main, int scale, int max,
    struct block *card, struct block *code)
{
    bool focus = max > 1;
    const struct quote **v;
    int n = profile_chosen_quotes(s->a, s->profile, scale, max, &v);

    for (int i = 0; i < n; i++)
        section_cite(s, main, v[i], scale, card, code)->before =
            i > 0   ? MM(1.65)
            : focus ? MM(3.8)
                    : MM(2.3);
}

/* The quotes that no column of the card holds. */
static void
add_other_quotes(struct section *s, struct block *main, int scale,
    struct block *card, struct block *code)
{
    const struct quote **v;
    int n = profile_chosen_quotes(s->a, s->profile, scale, FOCUS_QUOTES, &v);
    int room = FOCUS_QUOTES - balance_quotes(s, scale);

    for (int i = 0, k = 0; i < n && k < room; i++)
        if (v[i]->is_for == QUOTE_FOR_BOTH)
            section_cite(s, main, v[i], scale, card, code)->before =
                k++ > 0 ? MM(1.65) : MM(3.8);
}

/* The interview's own meaning, else that of the scale's band if `ruled`. */
static void
add_meaning(struct section *s, struct block *main, int scale, bool ruled)
{
    const struct scale_score *score = &s->profile->scores->v[scale];
    const char *own = NULL, *rule = NULL;
    struct block *label, *b;

    for (int i = 0; i < s->iv->nmeans; i++)
        if (s->iv->means[i].scale_index == scale && s->iv->means[i].texts.n > 0)
            own = s->iv->means[i].texts.v[0].s;
    if (own == NULL && ruled && score->state == SCORE_SETTLED)
        rule = s->rules->scales[scale].means[score->band].t[s->lang].s;
    if (own == NULL && rule == NULL)
        return;
    label = section_para(s, main, ROLE_P, STYLE_LABEL, "means");
    if (label != NULL) {
        label->before = MM(3.4);
        label->keep_next = true;
    }
    b = own != NULL ? section_typed(s, main, ROLE_P, STYLE_BODY, own)
                    : section_fill(s, main, ROLE_P, STYLE_BODY, rule);
    b->before = MM(0.2);
}

/* Why the word above is that one: under it, in the words of a reader.  Where
   readers differ there is no such word. */
static void
add_reason(struct section *s, struct block *side, int scale, enum reason which,
    const char *key, mpt before)
{
    struct text reason;
    struct block *b;

    if (*section_raw(s, key) == '\0' ||
        s->profile->scores->v[scale].state != SCORE_SETTLED)
        return;
    if (!s->numbers)
        reason = reason_told(s->d, s->profile, scale, which);
    else if (which == REASON_NOT_LOWER)
        reason = profile_not_lower(s->profile, scale);
    else
        reason = profile_not_higher(s->profile, scale);
    if (reason.s == NULL)
        return;
    b = section_para(s, side, ROLE_P, STYLE_LABEL, key);
    b->before = before;
    b->keep_next = true;
    section_typed(s, side, ROLE_P, STYLE_FACT, reason.s);
}

/* The questions of a card, each with lines; where readers differ no question
   fits but the one that asks the teacher.  Returns how many. */
static int
add_prompts(struct section *s, struct block *parent, int scale, int max,
    mpt gap, int lines, mpt pitch)
{
    const struct scale_score *score = &s->profile->scores->v[scale];
    int n = section_prompts(
        s, parent, TARGET_SCALE, scale, max, STYLE_PROMPT, gap, lines, pitch);
    struct block *b;

    if (n > 0 || score->state != SCORE_UNSETTLED || !score->differs ||
        *section_raw(s, "differ") == '\0')
        return n;
    b = section_para(s, parent, ROLE_P, STYLE_PROMPT, "differ");
    b->before = gap;
    if (lines > 0) {
        b->keep_next = true;
        section_lines(s, parent, lines, pitch);
    }
    return 1;
}

static void
add_focus_card(
    struct section *s, struct block *sect, int scale, bool labelled, mpt before)
{
    struct block *card = block_add(s->a, sect, BLOCK_GROUP), *row, *side;
    struct block *main, *b, *code;
    const struct scale *is = &s->rules->scales[scale];
    struct track t = section_track(s, scale, s->main_w, 0);
    enum color color = chart_color(group_of(s, scale), PART_MARK);
    bool balance = balance_shows(s, scale);

    card->keep = true;
    card->before = before;
    b = block_rule(s->a, card, MM(0.9), color);
    b->keep_next = true;
    row = section_row(s, card, &side, &main);
    row->before = MM(3.8);
    if (labelled)
        section_para(s, side, ROLE_P, STYLE_EYEBROW, "eyebrow");
    code = add_side(s, side, scale, STYLE_SCALE_FOCUS, MM(1), MM(1.6));
    if (!balance) {
        add_reason(s, side, scale, REASON_NOT_LOWER, "not_lower", MM(3.4));
        add_reason(s, side, scale, REASON_NOT_HIGHER, "not_higher", MM(1.8));
    }
    b = chart_band_names(
        s->a, main, &t, &s->rules->bands[is->bands], s->lang, 0);
    b->before = MM(-0.9);
    b->after = MM(0.8);
    add_track(s, main, scale, MM(7.5), scale_title(s, scale));
    if (balance)
        add_other_quotes(s, main, scale, card, code);
    else
        add_quotes(s, main, scale, FOCUS_QUOTES, card, code);
    add_meaning(s, main, scale, true);
    if (balance)
        balance_columns(s, card, scale, code);
    add_prompts(s, balance ? card : main, scale, balance ? 1 : FOCUS_PROMPTS,
        balance ? MM(4) : MM(3.1), 2, MM(8.5));
}

static void
add_compact_card(struct section *s, struct block *sect, int scale, mpt before)
{
    struct block *card = block_add(s->a, sect, BLOCK_GROUP), *row, *side;
    struct block *main, *code;
    int lines = section_int(s, "lines");

    card->keep = true;
    card->before = before;
    card->min_h = MM(24);
    section_separator(s, card, 0);
    row = section_row(s, card, &side, &main);
    row->before = MM(2.4);
    code = add_side(s, side, scale, STYLE_SCALE, MM(0.8), MM(1.1));
    main->before = MM(2.25);
    add_track(s, main, scale, MM(6), scale_title(s, scale));
    add_quotes(s, main, scale, 1, card, code);
    add_meaning(s, main, scale, false);
    if (add_prompts(s, main, scale, 1, MM(2.1), lines, MM(8)) == 0 && lines > 0)
        section_lines(s, main, lines, MM(8));
}

static void
add_group(struct section *s, int group, const int *scales, int n)
{
    const struct group *is = &s->rules->groups[group];
    const char *sub = is->intro.t[s->lang].s;
    bool first = true;
    int focus = 0;
    struct block *sect;

    for (int i = 0; i < n; i++)
        focus += in_focus(s, scales[i]);
    if (sub == NULL)
        sub = "";
    if (focus > 0 && section_has_word(s, "cards", "mixed"))
        sub = arena_printf(s->a, "%s%s", sub,
            section_raw(s, focus == 1 ? "focus_sub" : "focus_sub_many"));
    s->fill.count = fill_count(s->a, focus, s->lang);
    sect = section_open_page(s, is->title.t[s->lang].s, sub,
        n >= GROUP_OWN_PAGE || s->doc->root->first == NULL ||
            s->doc->root->last->section != s->kind->name);
    s->fill.count = NULL;
    sect->again = section_continued(s, NULL, STYLE_HEADING,
        fill_text(s->a, &s->fill, is->title.t[s->lang].s));
    sect->again->as.text.ink = chart_color(is, PART_TEXT);
    sect->again->after = MM(4);
    for (int i = 0; i < n; i++)
        if (in_focus(s, scales[i])) {
            add_focus_card(s, sect, scales[i],
                section_has_word(s, "cards", "mixed"),
                first ? MM(10.6) : MM(9));
            first = false;
        }
    for (int i = 0; i < n; i++)
        if (!in_focus(s, scales[i])) {
            bool below_focus =
                !first && sect->last->first->as.rule.weight > PT(1);

            add_compact_card(s, sect, scales[i],
                first         ? MM(4.4)
                : below_focus ? MM(9)
                              : MM(4));
            first = false;
        }
    section_notes(s, sect, true);
}

static void
add(struct section *s)
{
    int *groups = NEW(s->a, int, s->rules->ngroups);
    int *scales = NEW(s->a, int, s->rules->nscales);
    int ngroups = section_groups(s, groups);

    for (int i = 0; i < ngroups; i++) {
        int n = 0;

        for (int k = 0; k < s->rules->nscales; k++)
            if (s->rules->scales[k].group == groups[i] && section_shows(s, k))
                scales[n++] = k;
        if (n > 0)
            add_group(s, groups[i], scales, n);
    }
}

const struct section_kind section_scale_cards = {
    .name = "scale_cards",
    .help = "a card per scale: chart, quotes, meaning, prompts",
    .page = PAGE_NEW,
    .low = true,
    .faces = true,
    .notes = true,
    KEYS(keys),
    .add = add,
};
