#include "report/section/group_chart.h"
#include "report/section.h"
#include "report/section/kinds.h"

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
        "without a dot? Talk about that scale together.",
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
    KEY_OF_GROUPS(
        "groups", "", "which groups show; by default those of the copy"),
};

/* Shares of the main column. */
#define TRACK_SHARE(w) ((mpt)((long long)(w)*9100 / 10867))
#define WORD_X(w) ((mpt)((long long)(w)*9500 / 10867))

static void
add_scale(struct group_chart *c, struct block *table, int scale)
{
    struct section *s = c->s;
    const struct scale *is = &s->rules->scales[scale];
    const char *title = fill_text(s->a, &s->fill, is->title.t[s->lang].s);
    struct track t = group_chart_track(c, scale);
    struct block *fig = group_chart_row(c, table, scale,
        chart_alt(s->a, s->profile, scale, title, s->lang, s->numbers));

    chart_score(s->a, fig, &t, &s->rules->groups[is->group],
        &s->profile->scores->v[scale]);
    group_chart_word(c, table,
        s->profile->scores->v[scale].state == SCORE_SETTLED ? STYLE_SMALL
                                                            : STYLE_AXIS,
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
        h->tight = MM(0.7);
        h->keep_next = true;
    }
    add_caption(s, c.sect);
    group_chart_add(&c);
}

const struct section_kind section_profile_chart = {
    .name = "profile_chart",
    .help = "all scales that the copy shows, as a chart",
    KEYS(keys),
    .add = add,
};
