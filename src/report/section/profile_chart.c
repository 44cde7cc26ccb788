#include "report/section/kinds.h"

static const struct section_key keys[] = {
    {.name = "title",
        .type = KEY_TEXT,
        .nl = "Het profiel in één oogopslag",
        .en = "The profile at a glance",
        .help = "heading"},
    {.name = "caption",
        .type = KEY_TEXT,
        .nl = "Hoe duidelijk is dit te horen in het interview? De balk laat "
              "zien hoe ver de {readers} uit elkaar lagen.",
        .en = "How clearly is this heard in the interview? The bar shows how "
              "far the {readers} were apart.",
        .help = "under the heading, with two readers or more"},
    {.name = "caption_one",
        .type = KEY_TEXT,
        .nl = "Hoe duidelijk is dit te horen in het interview? Dit is het "
              "oordeel van één lezer.",
        .en = "How clearly is this heard in the interview? This is the "
              "reading of one reader.",
        .help = "the same, with one reader"},
    {.name = "caption_none",
        .type = KEY_TEXT,
        .nl = "Hoe duidelijk is dit te horen in het interview? Er is nog niet "
              "gescoord.",
        .en = "How clearly is this heard in the interview? It is not scored "
              "yet.",
        .help = "the same, with no reader"},
    {.name = "groups",
        .type = KEY_GROUPS,
        .nl = "",
        .en = "",
        .help = "which groups show; by default those of the copy"},
};

/* Sizes of report-design 6; from eleven scales on rows are closer. */
#define HEADER_H MM(8.5)
#define ROW_H MM(8.2)
#define ROW_H_CLOSE MM(7)
#define TRACK_SHARE(w) ((mpt)((long long)(w)*9100 / 10867))
#define WORD_X(w) ((mpt)((long long)(w)*9500 / 10867))

enum { ROWS_OPEN = 10 };

struct chart {
    struct section *s;
    struct block *sect;
    mpt track_w, row_h;
    int bands; /* whose names stand above; -1 none yet */
};

/* The tinted bands run behind the whole group, however high its rows get. */
static void
add_band_bars(struct chart *c, struct block *group, const struct track *t,
    const struct bands *bands)
{
    for (int i = 0; i < bands->n; i++) {
        mpt left, right;

        chart_band(t, bands, i, &left, &right);
        block_bar(c->s->a, group,
            (struct bar){.x = c->s->main_x + left,
                .w = right - left,
                .color = chart_tint(i, bands->n)});
    }
}

static void
add_header(struct chart *c, struct block *group, const struct group *is)
{
    struct section *s = c->s;
    struct block *row = block_add(s->a, group, BLOCK_COLUMNS), *b;

    row->min_h = HEADER_H;
    row->keep_next = true;
    b = block_figure(s->a, row, 0, NULL);
    chart_mark(s->a, b, MM(1.9), MM(4.25), is, 708);
    b = section_fill(s, row, ROLE_H3, STYLE_STRONG, is->title.t[s->lang].s);
    if (s->heading < 2)
        b->role = section_heading_role(s) == ROLE_H2 ? ROLE_H3 : ROLE_H2;
    b->as.text.ink = chart_color(is, PART_TEXT);
    b->x = MM(6);
    b->w = s->side_w - MM(6);
    b->before = MM(1.6);
}

/* The short word of the band; what is not settled stands small in two lines. */
static void
add_word(struct chart *c, struct block *row, int scale)
{
    struct section *s = c->s;
    bool settled = s->profile->scores->v[scale].state == SCORE_SETTLED;
    struct block *b =
        section_typed(s, row, ROLE_TD, settled ? STYLE_SMALL : STYLE_AXIS,
            chart_word(s->profile, scale, s->lang, true));

    b->x = s->main_x + WORD_X(s->main_w);
    b->w = s->w - b->x;
    b->before = c->row_h / 2 + (settled ? MM(1.1) - MM(3.554) : -PT(10));
    b->as.text.min_size = settled ? PT(7) : 0;
}

static void
add_scale(
    struct chart *c, struct block *table, int scale, const struct group *group)
{
    struct section *s = c->s;
    const struct scale *is = &s->rules->scales[scale];
    const char *title = fill_text(s->a, &s->fill, is->title.t[s->lang].s);
    struct track t = chart_track(s->rules, scale, c->track_w, c->row_h);
    mpt baseline = c->row_h / 2 + MM(1.3) - MM(3.942);
    struct block *row = block_add(s->a, table, BLOCK_COLUMNS), *b, *fig;

    row->role = ROLE_TR;
    row->min_h = c->row_h;
    row->keep = true;
    b = section_typed(s, row, ROLE_TH_ROW, STYLE_BODY, title);
    b->before = baseline;
    b->w = s->side_w;
    b = block_add(s->a, row, BLOCK_GROUP);
    b->role = ROLE_TD;
    b->x = s->main_x;
    fig = block_figure(s->a, b, 0,
        chart_alt(s->a, s->profile, scale, title, s->lang, s->numbers));
    chart_score(s->a, fig, &t, group, &s->profile->scores->v[scale]);
    add_word(c, row, scale);
}

static void
add_names_above(struct chart *c, const struct track *t, int bands)
{
    struct block *names;

    if (c->bands == bands)
        return;
    names = chart_band_names(c->s->a, c->sect, t, &c->s->rules->bands[bands],
        c->s->lang, c->s->main_x);
    names->before = c->bands < 0 ? MM(3.85) : MM(2.5);
    names->after = MM(1.4);
    c->bands = bands;
}

/* The scales of a group that show, in order; returns how many. */
static int
group_scales(const struct section *s, int group, int *out)
{
    int n = 0;

    for (int i = 0; i < s->rules->nscales; i++)
        if (s->rules->scales[i].group == group && section_shows(s, i))
            out[n++] = i;
    return n;
}

static void
add_axis(struct chart *c, const struct track *t)
{
    struct block *fig = block_figure(c->s->a, c->sect, MM(4), NULL);

    fig->x = c->s->main_x;
    chart_axis(c->s->a, fig, t, MM(3.4));
}

static void
add_group(struct chart *c, int group, const int *scales, int n)
{
    struct section *s = c->s;
    const struct group *is = &s->rules->groups[group];
    int bands = s->rules->scales[scales[0]].bands;
    struct track t = chart_track(s->rules, scales[0], c->track_w, 0);
    struct block *b, *table;

    add_names_above(c, &t, bands);
    b = block_add(s->a, c->sect, BLOCK_GROUP);
    b->keep = true;
    add_band_bars(c, b, &t, &s->rules->bands[bands]);
    add_header(c, b, is);
    table = block_add(s->a, b, BLOCK_GROUP);
    table->role = ROLE_TABLE;
    for (int i = 0; i < n; i++)
        add_scale(c, table, scales[i], is);
    table->after = MM(1.5);
    if (s->numbers)
        add_axis(c, &t);
}

static void
add_caption(struct section *s, struct block *sect)
{
    int readers = s->iv->nreadings;
    struct block *b = section_para(s, sect, ROLE_P, STYLE_SMALL,
        readers > 1    ? "caption"
        : readers == 1 ? "caption_one"
                       : "caption_none");

    if (b != NULL) {
        b->before = MM(0.4);
        b->keep_next = true;
    }
}

static void
add(struct section *s)
{
    int *groups = NEW(s->a, int, s->rules->ngroups);
    int *scales = NEW(s->a, int, s->rules->nscales);
    int ngroups = section_groups(s, groups), rows = 0;
    struct chart c = {.s = s, .track_w = TRACK_SHARE(s->main_w), .bands = -1};
    struct block *h, *before = NULL;

    for (int i = 0; i < ngroups; i++)
        rows += group_scales(s, groups[i], scales);
    if (rows == 0)
        return;
    c.row_h = rows > ROWS_OPEN ? ROW_H_CLOSE : ROW_H;
    c.sect = section_open(s);
    c.sect->keep = true;
    c.sect->keep_next = true; /* with "Wat opvalt" */
    if (c.sect->page == PAGE_FLOW) {
        h = section_para(
            s, c.sect, section_heading_role(s), STYLE_HEADING_LARGE, "title");
        h->before = MM(3.7);
        h->keep_next = true;
    }
    add_caption(s, c.sect);
    for (int i = 0; i < ngroups; i++) {
        int n = group_scales(s, groups[i], scales);

        if (n == 0)
            continue;
        if (before != NULL)
            before->after = MM(3);
        add_group(&c, groups[i], scales, n);
        before = c.sect->last;
    }
}

const struct section_kind section_profile_chart = {
    .name = "profile_chart",
    .help = "all scales that the copy shows, as a chart",
    KEYS(keys),
    .add = add,
};
