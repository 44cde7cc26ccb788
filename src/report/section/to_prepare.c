/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section.h"
#include "report/section/kinds.h"

#include <string.h>

/* What the coach still has to prepare: scales that are scored without a
   situation, with more than two, or without saying why not lower or higher. */

static const struct section_key keys[] = {
    KEY_OF_TEXT("title", "Nog voor te bereiden", "Still to prepare", "heading"),
    KEY_OF_GROUPS(
        "groups", "", "which groups show; by default those of the copy"),
    KEY_OF_TEXT("none", "nog geen situatie", "no situation yet",
        "a scale without a quote"),
    KEY_OF_TEXT("many", "meer dan twee situaties, kies er één of twee",
        "more than two situations, choose one or two",
        "a scale with more than two quotes"),
    KEY_OF_TEXT("differ", "lezers verschillen, nog te overleggen",
        "readers differ, still to be discussed",
        "a scale that readers score too far apart"),
    KEY_OF_TEXT("lower", "waarom niet lager", "why not lower",
        "a scale without that reason"),
    KEY_OF_TEXT("higher", "waarom niet hoger", "why not higher",
        "a scale without that reason"),
};

enum { SITUATIONS_MAX = 2, GAPS_MAX = 3 };

/* The keys of what a scale still lacks. */
static int
find_gaps(struct section *s, int scale, const char *out[GAPS_MAX])
{
    const struct scale_score *score = &s->profile->scores->v[scale];
    const struct scale *is = &s->rules->scales[scale];
    const struct quote **quotes;
    int nquotes = profile_quotes(s->a, s->profile, scale, &quotes), n = 0;

    if (score->state == SCORE_NONE)
        return 0;
    if (nquotes == 0)
        out[n++] = "none";
    else if (nquotes > SITUATIONS_MAX)
        out[n++] = "many";
    if (score->state != SCORE_SETTLED) {
        out[n++] = "differ";
        return n;
    }
    /* At an end of the scale one of the two reasons has no sense. */
    if (profile_not_lower(s->profile, scale).s == NULL &&
        score->value != is->min * 1000)
        out[n++] = "lower";
    if (profile_not_higher(s->profile, scale).s == NULL &&
        score->value != is->max * 1000)
        out[n++] = "higher";
    return n;
}

static void
add_scale(struct section *s, struct block *list, int scale)
{
    const char *gaps[GAPS_MAX], *said;
    int n = find_gaps(s, scale, gaps);
    struct block *text;
    struct buf what = buf_new(s->a);

    if (n == 0)
        return;
    text = section_bullet(s, list);
    list->last->before = list->first == list->last ? 0 : MM(1.2);
    said =
        fill_text(s->a, &s->fill, s->rules->scales[scale].title.t[s->lang].s);
    block_run(s->a, text, RUN_TEXT, true, said, strlen(said));
    for (int i = 0; i < n; i++)
        buf_printf(
            &what, "%s%s", i == 0 ? ": " : "; ", section_text(s, gaps[i]));
    block_run(s->a, text, RUN_TEXT, false, what.p, what.len);
}

static bool
anything(struct section *s, const int *groups, int ngroups)
{
    const char *gaps[GAPS_MAX];

    for (int i = 0; i < ngroups; i++)
        for (int k = 0; k < s->rules->nscales; k++)
            if (s->rules->scales[k].group == groups[i] && section_shows(s, k) &&
                find_gaps(s, k, gaps) > 0)
                return true;
    return false;
}

static void
add(struct section *s)
{
    int *groups = NEW(s->a, int, s->rules->ngroups);
    int ngroups = section_groups(s, groups);
    struct block *sect, *row, *side, *main, *list;

    if (!anything(s, groups, ngroups))
        return;
    sect = section_open(s);
    if (sect->page == PAGE_FLOW)
        section_between(s, sect, MM(9));
    row = section_row(s, sect, &side, &main);
    row->before = MM(4.2);
    row->keep = true;
    if (sect->page == PAGE_FLOW)
        section_para(s, side, section_heading_role(s), STYLE_HEADING, "title");
    list = block_add(s->a, main, BLOCK_GROUP);
    list->role = ROLE_L;
    for (int i = 0; i < ngroups; i++)
        for (int k = 0; k < s->rules->nscales; k++)
            if (s->rules->scales[k].group == groups[i] && section_shows(s, k))
                add_scale(s, list, k);
}

const struct section_kind section_to_prepare = {
    .name = "to_prepare",
    .help = "scored scales that lack a situation or a reason",
    KEYS(keys),
    .add = add,
};
