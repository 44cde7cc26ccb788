/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section.h"

#include <string.h>

/* The parts that sections share: pages, headings, rows, rules, quotes,
   writing lines and prompts.  The distances are the house design's. */

#define SUB_WIDTH MM(150)
#define PART_GAP MM(12) /* above a part that begins low on a page */
#define EMBLEM_H MM(10)
#define CASE_W MM(56)           /* at the right of the first line */
#define BELOW_BASELINE MM(1.35) /* from a body text's baseline to its foot */

static enum page_start
page_start(const struct section *s)
{
    if (section_has_word(s, "page", "flow"))
        return PAGE_FLOW;
    if (section_has_word(s, "page", "new"))
        return PAGE_NEW;
    return section_has_word(s, "page", "own") ? PAGE_OWN : s->kind->page;
}

static bool
has_notes(const struct section *s)
{
    if (section_has_word(s, "notes", "no"))
        return false;
    return section_has_word(s, "notes", "yes") || s->kind->notes;
}

enum role
section_heading_role(const struct section *s)
{
    static const enum role below[] = {ROLE_H1, ROLE_H2, ROLE_H3, ROLE_H3};

    return below[s->heading];
}

/* Title and sub line of a page.  The first heading of a document is its H1,
   later pages are H2. */
static void
page_title(
    struct section *s, struct block *sect, const char *title, const char *sub)
{
    struct block *h;

    if (*title == '\0')
        return;
    s->heading = s->heading == 0 ? 1 : 2;
    h = block_text(
        s->a, sect, s->heading == 1 ? ROLE_H1 : ROLE_H2, STYLE_TITLE, NULL);
    fill_block(s->a, &s->fill, title, h);
    h->keep_next = true;
    h->bookmark = fill_text(s->a, &s->fill, title);
    if (*sub == '\0')
        return;
    h = block_text(s->a, sect, ROLE_P, STYLE_SUB, NULL);
    fill_block(s->a, &s->fill, sub, h);
    h->before = MM(1.5);
    h->w = s->w < SUB_WIDTH ? 0 : SUB_WIDTH;
    h->keep_next = true;
}

struct block *
section_open_page(
    struct section *s, const char *title, const char *sub, bool new_page)
{
    const struct block *last = s->doc->root->last;
    struct block *sect = block_add(s->a, s->doc->root, BLOCK_GROUP);

    sect->role = ROLE_SECT;
    sect->section = s->kind->name;
    if (new_page) {
        sect->page = page_start(s) == PAGE_OWN ? PAGE_OWN : PAGE_NEW;
        sect->low = s->kind->low && sect->page == PAGE_NEW &&
                    !section_has_word(s, "page", "new");
        sect->faces =
            s->kind->faces && (last == NULL || last->section != s->kind->name);
    }
    if (!new_page ? *title != '\0' : sect->low)
        sect->before = PART_GAP;
    page_title(s, sect, title, sub);
    return sect;
}

struct block *
section_open(struct section *s)
{
    bool new_page = page_start(s) != PAGE_FLOW;
    struct block *sect =
        section_open_page(s, new_page ? section_raw(s, "title") : "",
            new_page ? section_raw(s, "sub") : "", new_page);

    return sect;
}

void
section_notes(struct section *s, struct block *sect, bool rule)
{
    struct block *notes, *row, *label, *lines;

    if (!has_notes(s))
        return;
    notes = block_add(s->a, sect, BLOCK_GROUP);
    notes->notes = true;
    notes->before = MM(4);
    if (rule)
        section_separator(s, notes, 0);
    row = block_add(s->a, notes, BLOCK_COLUMNS);
    row->before = rule ? MM(4.6) : MM(1.4);
    label = block_text(
        s->a, row, section_heading_role(s), STYLE_STRONG, s->doc->notes_label);
    label->w = s->side_w;
    lines = block_lines(s->a, row, 0, MM(9), s->doc->room_alt);
    lines->before = MM(-1.6);
    lines->x = s->main_x;
}

struct block *
section_fill(struct section *s, struct block *parent, enum role role,
    enum style style, const char *text)
{
    struct block *b = block_text(s->a, parent, role, style, NULL);

    if (text != NULL && *text != '\0')
        fill_block(s->a, &s->fill, text, b);
    return b;
}

struct block *
section_para(struct section *s, struct block *parent, enum role role,
    enum style style, const char *key)
{
    return section_fill(s, parent, role, style, section_raw(s, key));
}

struct block *
section_typed(struct section *s, struct block *parent, enum role role,
    enum style style, const char *text)
{
    return block_text(s->a, parent, role, style, text);
}

struct block *
section_row(struct section *s, struct block *parent, struct block **side,
    struct block **main)
{
    struct block *row = block_add(s->a, parent, BLOCK_COLUMNS);

    row->named = true;
    *side = block_add(s->a, row, BLOCK_GROUP);
    (*side)->w = s->side_w;
    *main = block_add(s->a, row, BLOCK_GROUP);
    (*main)->x = s->main_x;
    return row;
}

struct block *
section_separator(struct section *s, struct block *parent, mpt before)
{
    struct block *b = block_rule(s->a, parent, PT(0.5), COLOR_RULE);

    b->before = before;
    b->keep_next = true;
    return b;
}

struct block *
section_between(struct section *s, struct block *parent, mpt before)
{
    struct block *b = block_rule(s->a, parent, PT(0.5), COLOR_RULE);

    b->before = before;
    b->as.rule.between = true;
    return b;
}

struct block *
section_key_rule(struct section *s, struct block *parent, mpt before)
{
    struct block *b = block_rule(s->a, parent, PT(0.9), COLOR_INK);

    b->before = before;
    b->keep_next = true;
    return b;
}

void
section_chip(struct section *s, struct block *text, int question)
{
    const char *chip;

    if (question == 0)
        return;
    chip = fill_chip(s->a, question, s->lang);
    block_run(s->a, text, RUN_CHIP, false, chip, strlen(chip));
}

struct track
section_track(const struct section *s, int scale, mpt w, mpt h)
{
    struct track t = chart_track(s->rules, scale, w, h);

    chart_track_scores(&t, s->profile->scores, scale);
    if (s->other != NULL)
        chart_track_scores(&t, s->other->scores, scale);
    return t;
}

bool
section_spread(const struct section *s)
{
    for (int i = 0; i < s->rules->nscales; i++) {
        const struct scale_score *v = &s->profile->scores->v[i];

        if (section_shows(s, i) && v->nscored > 1 && v->low < v->high)
            return true;
    }
    return false;
}

struct block *
section_quote(struct section *s, struct block *parent,
    const struct quote *quote, enum color color)
{
    struct block *b = block_add(s->a, parent, BLOCK_GROUP), *text;

    b->role = ROLE_BLOCKQUOTE;
    block_bar(s->a, b,
        (struct bar){
            .w = MM(0.7), .top = MM(0.85), .bottom = MM(1.05), .color = color});
    text = section_typed(
        s, b, ROLE_P, STYLE_BODY, fill_quote(s->a, quote->text.s));
    text->x = MM(5);
    text->lang = quote->lang.s;
    section_chip(s, text, quote->at.question);
    return b;
}

struct block *
section_cite(struct section *s, struct block *parent, const struct quote *quote,
    int scale, struct block *card, struct block *code)
{
    const struct group *group =
        &s->rules->groups[s->rules->scales[scale].group];
    struct block *b =
        section_quote(s, parent, quote, chart_color(group, PART_MARK));

    GROW(s->a, s->cites, s->ncites, s->capcites, 16);
    s->cites[s->ncites++] = (struct cite){.quote = quote,
        .scale = scale,
        .card = card,
        .code = code,
        .text = b->first};
    return b;
}

struct block *
section_lines(struct section *s, struct block *parent, int n, mpt pitch)
{
    struct block *b = block_lines(s->a, parent, n, pitch,
        n == 1 ? say(SAY_ROOM_ONE, s->lang) : s->doc->room_alt);

    b->before = -BELOW_BASELINE;
    return b;
}

/* How many prompts of its own the interview has for a scale. */
static int
own_prompts(const struct section *s, enum target target, int index)
{
    int n = 0;

    for (int i = 0; target == TARGET_SCALE && i < s->iv->nprompts; i++)
        if (s->iv->prompts[i].scale_index == index)
            n += s->iv->prompts[i].texts.n;
    return n;
}

int
section_prompts(struct section *s, struct block *parent, enum target target,
    int index, int max, enum style style, mpt gap, int lines, mpt pitch)
{
    int own = own_prompts(s, target, index), room = own > max ? own : max;
    struct chosen *v = NEW(s->a, struct chosen, room);
    int n = profile_prompts(s->a, s->profile, target, index, s->lang, room,
        section_in_layout, (void *)(uintptr_t)s->layout, v);

    for (int i = 0; i < n; i++) {
        struct block *b =
            v[i].typed ? section_typed(s, parent, ROLE_P, style, v[i].text.s)
                       : section_fill(s, parent, ROLE_P, style, v[i].text.s);

        b->before = gap;
        if (lines > 0) {
            b->keep_next = true;
            section_lines(s, parent, lines, pitch);
        }
    }
    return n;
}

void
section_left_out(struct section *s, const char *code, const char *what)
{
    struct pos at = {.src = s->iv->src};

    diag_warning(s->d, at, code,
        "\"%s\" is left out: the interview has nothing for it", what);
}

struct block *
section_bullet(struct section *s, struct block *list)
{
    struct block *row = block_add(s->a, list, BLOCK_COLUMNS), *text;
    struct block *dot = block_figure(s->a, row, 0, NULL);

    row->role = ROLE_LI;
    block_shape(s->a, dot,
        (struct shape){.kind = SHAPE_DISC,
            .x = MM(1.2),
            .y = MM(2.55),
            .w = MM(1),
            .fill = COLOR_INK,
            .stroke = COLOR_NONE});
    text = block_text(s->a, row, ROLE_LBODY, STYLE_BODY, NULL);
    text->x = MM(6);
    return text;
}

struct block *
section_disc(struct section *s, struct block *parent, mpt x, mpt y, int number)
{
    struct block *fig = block_figure(s->a, parent, 0, NULL);

    block_shape(s->a, fig,
        (struct shape){.kind = SHAPE_DISC,
            .x = x,
            .y = y,
            .w = MM(3.6),
            .fill = COLOR_INK,
            .stroke = COLOR_NONE});
    block_label(s->a, fig, x, y + MM(1.2), STYLE_NUMBER, COLOR_WHITE,
        ALIGN_CENTER, arena_printf(s->a, "%d", number));
    return fig;
}

/* The layout's logo as large as its box allows, in the middle of a line of
   height `line`; returns its width. */
static mpt
add_logo(struct section *s, struct block *row, mpt line)
{
    const struct layout *l = s->layout;
    const struct image *logo = l->image;
    const char *alt = section_text(s, "logo_alt");
    struct block *fig =
        block_figure(s->a, row, line, *alt != '\0' ? alt : NULL);
    mpt w = l->logo_w, h = l->logo_h;

    if ((long long)logo->w * h > (long long)logo->h * w)
        h = (mpt)((long long)w * logo->h / logo->w);
    else
        w = (mpt)((long long)h * logo->w / logo->h);
    block_shape(s->a, fig,
        (struct shape){.kind = SHAPE_IMAGE,
            .x = l->logo_right ? s->w - w : 0,
            .y = (line - h) / 2,
            .w = w,
            .h = h,
            .fill = COLOR_NONE,
            .stroke = COLOR_NONE,
            .image = logo});
    return w;
}

/* The program's own: two rings that overlap; returns its width. */
static mpt
add_rings(struct section *s, struct block *row)
{
    static const struct {
        mpt x;
        enum color color;
    } rings[] = {{MM(5), COLOR_BLUE}, {MM(11), COLOR_OCHRE}};
    struct block *fig =
        block_figure(s->a, row, EMBLEM_H, say(SAY_EMBLEM, s->lang));

    for (int i = 0; i < 2; i++)
        block_shape(s->a, fig,
            (struct shape){.kind = SHAPE_DISC,
                .x = rings[i].x,
                .y = MM(5),
                .w = MM(5),
                .fill = COLOR_NONE,
                .stroke = rings[i].color,
                .weight = PT(1.4)});
    return MM(16);
}

/* Emblem or logo at its side, and between it and the other side what the
   report is and its case. */
void
section_emblem(struct section *s, struct block *parent, const char *brand)
{
    const struct layout *l = s->layout;
    bool right = l->image != NULL && l->logo_right;
    mpt line = l->image != NULL && l->logo_h > EMBLEM_H ? l->logo_h : EMBLEM_H;
    struct block *row = block_add(s->a, parent, BLOCK_COLUMNS), *b;
    mpt w =
        (l->image != NULL ? add_logo(s, row, line) : add_rings(s, row)) + MM(4);
    mpt from = right ? 0 : w, to = right ? s->w - w : s->w;

    b = section_typed(
        s, row, ROLE_P, STYLE_STRONG, *brand != '\0' ? brand : NULL);
    b->x = from;
    b->w = to - CASE_W - from;
    b->before = (line - EMBLEM_H) / 2 + MM(2.26);
    b = section_typed(s, row, ROLE_P, STYLE_HEAD, s->iv->case_id.s);
    b->as.text.align = ALIGN_RIGHT;
    b->x = to - CASE_W;
    b->w = CASE_W;
    b->before = (line - EMBLEM_H) / 2 + MM(3.03);
}
