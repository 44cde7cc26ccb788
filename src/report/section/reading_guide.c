/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section.h"
#include "report/section/kinds.h"

#include <string.h>

/* Page 2: how to read the profile.  The example track is fixed; bands, groups
   and caution come from the rules. */

static const struct section_key keys[] = {
    {.name = "title",
        .type = KEY_TEXT,
        .nl = "Zo lees je dit profiel",
        .en = "How to read this profile",
        .help = "title of the page"},
    {.name = "sub",
        .type = KEY_TEXT,
        .nl = "Het profiel komt uit het interview dat je met je coach had. Het "
              "is een foto van één moment. Jij bepaalt wat je erin herkent.",
        .en = "The profile comes from the interview that you had with your "
              "coach. It is a picture of one moment. You decide what you "
              "recognise in it.",
        .help = "line below it"},
    KEY_OF_TEXT("scale", "Eén schaal", "One scale", "heading of the example"),
    KEY_OF_TEXT("scale_hint",
        "Zo ziet een schaal eruit. Het teken laat zien hoe duidelijk iets te "
        "horen was.",
        "This is what a scale looks like. The mark shows how clearly something "
        "was "
        "heard.",
        "below it"),
    KEY_OF_TEXT("point", "Het teken: dit vonden {readers} samen.",
        "The mark: what {readers} agreed on.", "call-out of the mark"),
    KEY_OF_TEXT("point_one", "Het teken: één lezer las dit zo.",
        "The mark: one reader read it so.", "the same, with one reader"),
    KEY_OF_TEXT("point_median", "Het teken: de middelste van {readers}.",
        "The mark: the middle one of {readers}.",
        "the same, where that is how they were settled"),
    KEY_OF_TEXT("point_middle", "Het teken: het midden tussen {readers}.",
        "The mark: halfway between {readers}.",
        "the same, of an even number of readers"),
    KEY_OF_TEXT("point_mean", "Het teken: het gemiddelde van {readers}.",
        "The mark: the average of {readers}.",
        "the same, where that is how they were settled"),
    KEY_OF_TEXT("point_first", "Het teken: dit vond de eerste lezer.",
        "The mark: what the first reader found.",
        "the same, where that is how they were settled"),
    KEY_OF_TEXT("point_mixed", "Het teken: waar de lezers op uitkwamen.",
        "The mark: where the readers came out.",
        "the same, where scales were settled in several ways"),
    KEY_OF_TEXT("point_open", "Het teken: komt er als de lezers het eens zijn.",
        "The mark: comes when the readers agree.",
        "the same, where no scale is settled yet"),
    KEY_OF_TEXT("point_none", "Het teken: waar de lezers op uitkomen.",
        "The mark: where the readers come out.",
        "the same, before anyone has scored"),
    KEY_OF_TEXT("bar",
        "De balk: zo ver lagen zij uit elkaar. Lange balk? Praat er samen "
        "over.",
        "The bar: how far apart they were. A long bar? Talk about it together.",
        "call-out of the bar, with two readers or more"),
    KEY_OF_TEXT("bands", "Wat zegt een teken?", "What does a mark say?",
        "heading of the bands"),
    KEY_OF_TEXT("groups_title", "{Count} soorten schalen",
        "{Count} kinds of scales", "heading of the groups"),
    KEY_OF_TEXT("groups_one", "Eén soort schalen", "One kind of scale",
        "the same, with one group"),
    KEY_OF_GROUPS(
        "groups", "", "which groups show; by default those of the copy"),
    KEY_OF_TEXT("quotes", "Citaten", "Quotes", "heading"),
    {.name = "quotes_text",
        .type = KEY_TEXT,
        .nl =
            "Achter een citaat staat de vraag uit het interview, zoals{chip}. "
            "Op pagina {page.interview} lees je het hele antwoord terug.",
        .en =
            "After each quote you see the question of the interview, such "
            "as{chip}. On page {page.interview} you can read the whole answer.",
        .help = "its text"},
    {.name = "quotes_short",
        .type = KEY_TEXT,
        .nl =
            "Achter een citaat staat de vraag uit het interview, zoals{chip}.",
        .en = "After each quote you see the question of the interview, such "
              "as{chip}.",
        .help = "the same, where the interview is not printed"},
    KEY_OF_TEXT("good", "Goed om te weten", "Good to know", "heading"),
    {.name = "good_1",
        .type = KEY_TEXT,
        .nl = "Het profiel gaat over **de relatie**. Het zegt niet wie "
              "jij bent of wie {kind} is.",
        .en = "The profile is about **the relationship**. It does not say "
              "who you are or who {child} is.",
        .help = "first point"},
    {.name = "good_2",
        .type = KEY_TEXT,
        .nl = "Herken je iets niet? Zeg het gerust. Jij kent {kind} en jezelf "
              "het best.",
        .en = "Is there something you do not recognise? Please say so. You "
              "know {child} and yourself best.",
        .help = "second point"},
    {.name = "good_3",
        .type = KEY_TEXT,
        .nl = "Het profiel is van jou. Jij kiest met wie je het deelt.",
        .en = "The profile is yours. You choose whom you share it with.",
        .help = "third point"},
};

#define TRACK_H MM(10)
#define AFTER_RULE MM(4.1)
#define BEFORE_RULE MM(6)
#define ELBOW_WEIGHT PT(0.5)

/* Half the width of a band's short name. */
#define NAME_ROOM MM(6)

enum { EXAMPLE_SPREAD = 1000 };

/* How far a value stands from the nearest name of a band. */
static mpt
name_distance(const struct track *t, const struct bands *bands, int value)
{
    mpt nearest = t->w;

    for (int i = 0; i < bands->n; i++) {
        mpt left, right, d;

        chart_band(t, bands, i, &left, &right);
        d = chart_x(t, value) - (left + right) / 2;
        if (d < 0)
            d = -d;
        if (d < nearest)
            nearest = d;
    }
    return nearest;
}

/* What the example shows: a mark at a third of the scale and a bar one point
   to each side, so that call-outs have room at the right; at a whole point near
   it when the line of a call-out would run through the name of a band.  Between
   two bands it would belong to neither. */
static int
example_mark(const struct track *t, const struct bands *bands)
{
    static const int near[] = {0, -1, 1, -2, 2};
    int third = (t->min + (t->max - t->min + 1) / 3) * 1000, best = third;

    for (size_t i = 0; i < sizeof near / sizeof *near; i++) {
        int mark = third + near[i] * 1000;

        if (mark - EXAMPLE_SPREAD < t->min * 1000 ||
            mark + EXAMPLE_SPREAD > t->max * 1000)
            continue;
        if (name_distance(t, bands, mark) >= NAME_ROOM)
            return mark;
        if (name_distance(t, bands, mark) > name_distance(t, bands, best))
            best = mark;
    }
    return best;
}

static struct block *
add_part(struct section *s, struct block *sect, const char *key, mpt before,
    struct block **main)
{
    struct block *side, *row;

    if (before > 0)
        section_between(s, sect, BEFORE_RULE);
    row = section_row(s, sect, &side, main);
    row->before = before > 0 ? before : MM(8.7);
    row->keep = true;
    section_para(s, side, section_heading_role(s), STYLE_HEADING, key);
    return side;
}

static void
elbow(struct section *s, struct block *fig, mpt x, mpt y, mpt w, mpt h,
    bool below)
{
    struct shape line = {.kind = SHAPE_LINE,
        .x = x,
        .y = y,
        .h = h,
        .fill = COLOR_NONE,
        .stroke = COLOR_INK,
        .weight = ELBOW_WEIGHT};

    block_shape(s->a, fig, line);
    line.y = below ? y + h : y;
    line.h = 0;
    line.w = w;
    block_shape(s->a, fig, line);
}

/* A call-out beside its elbow. */
static void
add_callout(
    struct section *s, struct block *main, const char *key, mpt x, mpt before)
{
    struct block *b = section_para(s, main, ROLE_P, STYLE_SMALL, key);

    b->as.text.ink = COLOR_INK;
    b->x = x;
    b->before = before;
}

/* The scale that lends its bands and its group's mark: the first shown. */
static int
example_scale(const struct section *s)
{
    for (int i = 0; i < s->rules->nscales; i++)
        if (section_shows(s, i) &&
            s->rules->scales[i].bands == s->rules->default_bands)
            return i;
    for (int i = 0; i < s->rules->nscales; i++)
        if (section_shows(s, i))
            return i;
    return 0;
}

/* Of which readers the dot of a scale is, as the page says it of all. */
static bool
of_all_readers(const struct section *s, const struct scale_score *v)
{
    return v->nscored == s->iv->nreadings;
}

/* What the dot of this profile is: said of all scales that show, so only where
   it is so of each.  Where readers gave one number they agreed, and that number
   is their middle too. */
static const char *
point_key(const struct section *s)
{
    static const char *const keys_of[BASIS_COUNT] = {[BASIS_TOGETHER] = "point",
        [BASIS_ONE] = "point_mixed",
        [BASIS_MIDDLE] = "point_median",
        [BASIS_HALFWAY] = "point_middle",
        [BASIS_MEAN] = "point_mean",
        [BASIS_FIRST] = "point_first"};
    const struct scores *scores = s->profile->scores;
    const char *key = NULL;
    bool alike = false;

    if (s->iv->nreadings < 2)
        return s->iv->nreadings == 0 ? "point_none" : "point_one";
    for (int i = 0; i < scores->n; i++) {
        const struct scale_score *v = &scores->v[i];
        const char *of;

        if (v->state != SCORE_SETTLED || !section_shows(s, i))
            continue;
        of = of_all_readers(s, v) || v->how == SETTLE_AGREED
                 ? keys_of[score_basis(v)]
                 : "point_mixed";
        if (v->how != SETTLE_AGREED && strcmp(of, "point") == 0)
            alike = true;
        else if (key != NULL && strcmp(key, of) != 0)
            return "point_mixed";
        else
            key = of;
    }
    return key != NULL ? key : alike ? "point" : "point_open";
}

static void
add_example(struct section *s, struct block *sect)
{
    int scale = example_scale(s);
    const struct scale *is = &s->rules->scales[scale];
    const struct group *group = &s->rules->groups[is->group];
    const struct bands *bands = &s->rules->bands[is->bands];
    struct track t = section_track(s, scale, s->main_w, TRACK_H);
    int mark = example_mark(&t, bands);
    int low = mark - EXAMPLE_SPREAD, high = mark + EXAMPLE_SPREAD;
    int least = t.min * 1000;
    mpt point = chart_x(&t, mark), bar = chart_x(&t, high);
    bool spread = section_spread(s) || s->iv->nreadings == 0;
    struct block *main, *side, *fig;

    side = add_part(s, sect, "scale", 0, &main);
    main->rigid = true; /* the elbows reach so far */
    section_para(s, side, ROLE_P, STYLE_SMALL, "scale_hint")->before = MM(1.2);
    add_callout(s, main, point_key(s), point + MM(1.9), MM(1.65));
    chart_band_names(s->a, main, &t, bands, s->lang, 0)->before = MM(11.8);
    fig = block_figure(s->a, main, TRACK_H, say(SAY_ALT_GUIDE, s->lang));
    fig->before = MM(0.9);
    chart_bands(s->a, fig, &t, bands);
    chart_row_line(s->a, fig, &t, false);
    if (spread)
        chart_spread(s->a, fig, &t, low > least ? low : least, high, group);
    elbow(s, fig, point, -MM(18.3), MM(1.5), MM(20.5), false);
    chart_mark(s->a, fig, point, TRACK_H / 2, group, 1000);
    if (!spread)
        return;
    elbow(s, fig, bar, MM(7), MM(1.5), MM(10.2), true);
    add_callout(s, main, "bar", bar + MM(2.1), MM(4.9));
}

/* A band: its tint with a mark, or its points where numbers show; its name
   and what it says. */
static void
add_swatch(
    struct section *s, struct block *table, const struct scale *is, int i)
{
    const struct bands *bands = &s->rules->bands[is->bands];
    const struct band *b = &bands->v[i];
    struct block *row = block_add(s->a, table, BLOCK_COLUMNS), *fig, *t;

    row->role = ROLE_TR;
    row->min_h = MM(8.2);
    row->before = i > 0 ? MM(1.63) : 0;
    fig = block_figure(s->a, row, MM(8.2), NULL);
    block_rect(s->a, fig, 0, 0, MM(19), MM(8.2), chart_tint(i, bands->n));
    if (s->numbers) {
        t = section_typed(s, row, ROLE_TD, STYLE_BODY,
            chart_points(s->a, s->rules, is, i, s->lang));
        t->as.text.align = ALIGN_CENTER;
        t->w = MM(19);
        t->before = MM(1.35);
    } else {
        chart_mark(
            s->a, fig, MM(9.5), MM(4.1), &s->rules->groups[is->group], 833);
    }
    t = section_fill(s, row, ROLE_TH_ROW, STYLE_STRONG, b->label.t[s->lang].s);
    t->x = MM(23.8);
    t->w = MM(29);
    t->before = MM(1.35);
    t = block_text(s->a, row, ROLE_TD, STYLE_BODY, NULL);
    t->x = MM(54);
    t->before = MM(1.35);
    if (b->about.t[s->lang].s != NULL)
        fill_block(s->a, &s->fill, b->about.t[s->lang].s, t);
}

static void
add_bands(struct section *s, struct block *sect)
{
    const struct scale *is = &s->rules->scales[example_scale(s)];
    const struct bands *bands = &s->rules->bands[is->bands];
    struct block *main, *table, *b;

    add_part(s, sect, "bands", AFTER_RULE, &main);
    table = block_add(s->a, main, BLOCK_GROUP);
    table->role = ROLE_TABLE;
    table->before = MM(0.5);
    for (int i = 0; i < bands->n; i++)
        add_swatch(s, table, is, i);
    b = section_fill(
        s, main, ROLE_P, STYLE_BODY, s->rules->caution.t[s->lang].s);
    if (b != NULL)
        b->before = MM(3.2);
}

static void
add_group(
    struct section *s, struct block *main, const struct group *g, bool first)
{
    struct block *row = block_add(s->a, main, BLOCK_COLUMNS), *fig, *b;
    struct block *text;

    row->before = first ? MM(0.4) : MM(3.5);
    fig = block_figure(s->a, row, 0, NULL);
    chart_mark(s->a, fig, MM(2.4), MM(2.5), g, 1000);
    text = block_add(s->a, row, BLOCK_GROUP);
    text->x = MM(7.9);
    b = section_fill(s, text, ROLE_P, STYLE_STRONG, g->title.t[s->lang].s);
    b->as.text.ink = chart_color(g, PART_TEXT);
    section_fill(s, text, ROLE_P, STYLE_BODY, g->intro.t[s->lang].s);
}

static void
add_groups(struct section *s, struct block *sect)
{
    int *groups = NEW(s->a, int, s->rules->ngroups);
    int n = section_groups(s, groups);
    struct block *main;

    if (n == 0)
        return;
    s->fill.count = fill_count(s->a, n, s->lang);
    add_part(
        s, sect, n == 1 ? "groups_one" : "groups_title", AFTER_RULE, &main);
    s->fill.count = NULL;
    for (int i = 0; i < n; i++)
        add_group(s, main, &s->rules->groups[groups[i]], i == 0);
}

static void
add_good(struct section *s, struct block *sect)
{
    static const char *const points[] = {"good_1", "good_2", "good_3"};
    struct block *main, *list;

    add_part(s, sect, "good", AFTER_RULE, &main);
    list = block_add(s->a, main, BLOCK_GROUP);
    list->role = ROLE_L;
    for (size_t i = 0; i < sizeof points / sizeof *points; i++) {
        const char *text = section_raw(s, points[i]);

        if (*text == '\0')
            continue;
        fill_block(s->a, &s->fill, text, section_bullet(s, list));
        list->last->before = i > 0 ? MM(1.2) : 0;
    }
}

/* Whether this copy quotes an answer, so that a question stands behind it. */
static bool
some_quote(const struct section *s)
{
    const struct quote **v;

    for (int i = 0; i < s->rules->nscales; i++) {
        int n =
            section_shows(s, i) ? profile_quotes(s->a, s->profile, i, &v) : 0;

        for (int k = 0; k < n; k++)
            if (v[k]->at.question > 0)
                return true;
    }
    return false;
}

static void
add_quotes(struct section *s, struct block *sect)
{
    bool whole = section_in_layout(
        (void *)(uintptr_t)s->layout, "interview", sizeof "interview" - 1);
    struct block *main;

    if (!some_quote(s) && s->iv->nreadings > 0)
        return;
    add_part(s, sect, "quotes", AFTER_RULE, &main);
    section_para(
        s, main, ROLE_P, STYLE_BODY, whole ? "quotes_text" : "quotes_short");
}

static void
add(struct section *s)
{
    struct block *sect = section_open(s);

    add_example(s, sect);
    add_bands(s, sect);
    add_groups(s, sect);
    add_quotes(s, sect);
    add_good(s, sect);
}

const struct section_kind section_reading_guide = {
    .name = "reading_guide",
    .help = "how to read the profile",
    .page = PAGE_NEW,
    .low = true,
    .faces = true,
    KEYS(keys),
    .add = add,
};
