/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section/course.h"
#include "report/section.h"
#include "report/section/kinds.h"

#include <string.h>

/* The key to the scoring form: the accepted range, the settled score, where it
   is heard and both reasons. */

static const struct section_key keys[] = {
    KEY_OF_TEXT("title", "Uitwerking", "Key", "title of the page"),
    {.name = "sub",
        .type = KEY_TEXT,
        .nl = "Vergelijk jouw kruisen met die van {readers}. Binnen het blok "
              "is goed. Erbuiten: lees het antwoord nog eens.",
        .en = "Compare your crosses with those of {readers}. Inside the block "
              "is good. Outside it: read the answer again.",
        .help = "line below it"},
    KEY_OF_TEXT("sub_none", "Deze casus heeft nog geen scores.",
        "This case has no scores yet.", "the same, with no reader"),
    KEY_OF_TEXT("between",
        " Een getal met een komma is het midden of het gemiddelde van de "
        "lezers.",
        " A number with a point is the middle or the average of the readers.",
        "added to it, where a score lies between whole points"),
    KEY_OF_GROUPS(
        "groups", "", "which groups show; by default those of the copy"),
    KEY_OF_TEXT("not_lower", "Niet lager", "Not lower", "label of a reason"),
    KEY_OF_TEXT("not_higher", "Niet hoger", "Not higher", "label of a reason"),
    KEY_OF_TEXT("inside", "Zo vaak zat ik in het blok", "Inside the block",
        "label of the tally at the foot"),
    KEY_OF_TEXT("of", "van {count}", "of {count}", "behind the tally's line"),
    KEY_OF_TEXT("apart", "Verschil van {count} of meer bij:",
        "{Count} or more apart on:", "label of a line at the foot"),
};

enum { QUESTIONS = 100 };

#define ROW_H MM(20)
#define CHIP_W MM(8)
#define REASON_X MM(20)

struct sheet {
    struct block *sect;
    struct block *group; /* that scales are added to */
    int nkeys;           /* scales with an accepted range */
};

/* What the circles say, in words. */
static const char *
key_alt(
    struct section *s, const char *title, int scale, const struct accepted *key)
{
    const char *args[] = {title, fill_number(s->a, key->value, s->lang),
        fill_number(s->a, key->low, s->lang),
        fill_number(s->a, key->high, s->lang)};

    if (!key->settled)
        return chart_alt(s->a, s->profile, scale, title, s->lang, true);
    return say_with(s->a, SAY_ALT_KEY, s->lang, args);
}

/* Chips of the questions that readers give as evidence, in order. */
static void
add_chips(
    struct section *s, struct block *cell, const struct scale_score *score)
{
    bool heard[QUESTIONS] = {false};
    mpt w = s->main_w - course_heard_x(s);
    int in_line = w > CHIP_W ? w / CHIP_W : 1, n = 0;
    struct block *text = NULL;

    for (int i = 0; i < s->profile->scores->nreaders; i++) {
        const struct scored *from = score->readers[i].from;

        for (int k = 0; from != NULL && k < from->nquotes; k++)
            heard[from->quotes[k].at.question] = true;
    }
    for (int i = 1; i < QUESTIONS; i++) {
        if (!heard[i])
            continue;
        if (n++ % in_line == 0)
            text = block_text(s->a, cell, ROLE_P, STYLE_BODY, NULL);
        section_chip(s, text, i);
    }
}

static void
add_reason(struct section *s, struct block *row, const char *key,
    const struct text *reason, mpt x, mpt end)
{
    struct block *b;

    if (reason->s == NULL)
        return;
    b = section_para(s, row, ROLE_P, STYLE_LABEL, key);
    if (b != NULL) {
        b->x = x;
        b->w = REASON_X;
        b->before = MM(0.25);
    }
    b = section_typed(s, row, ROLE_P, STYLE_BODY, reason->s);
    b->x = x + REASON_X;
    b->w = end - b->x;
}

static void
add_reasons(struct section *s, struct block *part, int scale)
{
    struct text lower = profile_not_lower(s->profile, scale);
    struct text higher = profile_not_higher(s->profile, scale);
    mpt middle = course_share(s, MM(86));
    struct block *row;

    if (lower.s == NULL && higher.s == NULL)
        return;
    row = block_add(s->a, part, BLOCK_COLUMNS);
    row->before = MM(1);
    row->after = MM(2.7);
    add_reason(s, row, "not_lower", &lower, 0, middle - MM(6));
    add_reason(s, row, "not_higher", &higher, middle, s->w);
}

static void
add_scale(struct section *s, struct sheet *sheet, int scale)
{
    const struct scale *is = &s->rules->scales[scale];
    const struct scale_score *score = &s->profile->scores->v[scale];
    const char *title = course_scale_title(s, scale);
    struct accepted key = course_accepted(score);
    struct block *part = block_add(s->a, sheet->group, BLOCK_GROUP), *row, *b;

    sheet->nkeys += key.known;
    part->keep = true;
    part->min_h = ROW_H;
    row = block_add(s->a, part, BLOCK_COLUMNS);
    row->keep_next = true;
    b = section_typed(s, row, ROLE_P, STYLE_STRONG, title);
    b->w = s->side_w;
    b->before = MM(2.2);
    b = block_figure(
        s->a, row, course_circles_h(is), key_alt(s, title, scale, &key));
    b->x = s->main_x;
    b->w = course_circles_w(s, is);
    course_circles(s, b, scale, &key);
    b = block_add(s->a, row, BLOCK_GROUP);
    b->x = s->main_x + course_heard_x(s);
    b->before = MM(2.2);
    if (key.known)
        add_chips(s, b, score);
    else
        section_typed(s, b, ROLE_P, STYLE_SMALL,
            chart_word(s->profile, scale, s->lang, false));
    add_reasons(s, part, scale);
    section_separator(s, sheet->group, 0)->keep_next = false;
}

static void
add_group(
    struct section *s, void *ctx, int i, int group, const int *scales, int n)
{
    struct sheet *sheet = ctx;

    sheet->group =
        course_group(s, sheet->sect, group, i == 0 ? MM(8.9) : MM(5.3));
    for (int k = 0; k < n; k++)
        add_scale(s, sheet, scales[k]);
}

/* "Zo vaak zat ik in het blok __ van 7", and a line for what differed. */
static void
add_foot(struct section *s, const struct sheet *sheet)
{
    struct block *row = block_add(s->a, sheet->sect, BLOCK_COLUMNS), *b;
    mpt apart = course_share(s, MM(95.3)), line = course_share(s, MM(141.3));

    row->before = MM(4.5);
    b = section_para(s, row, ROLE_P, STYLE_STRONG, "inside");
    if (b != NULL)
        b->w = s->main_x;
    b = block_lines(s->a, row, 1, MM(4.8), say(SAY_ROOM_ONE, s->lang));
    b->x = s->main_x;
    b->w = MM(8);
    s->fill.count = arena_printf(s->a, "%d", sheet->nkeys);
    b = section_para(s, row, ROLE_P, STYLE_BODY, "of");
    if (b != NULL) {
        b->x = s->main_x + MM(9.5);
        b->w = apart - b->x;
    }
    s->fill.count = fill_number(s->a, s->rules->differ_from, s->lang);
    b = section_para(s, row, ROLE_P, STYLE_STRONG, "apart");
    if (b != NULL) {
        b->x = apart;
        b->w = line - apart;
    }
    s->fill.count = NULL;
    b = block_lines(s->a, row, 1, MM(4.8), say(SAY_ROOM_ONE, s->lang));
    b->x = line;
}

/* Whether some score that shows is none that a reader gave. */
static bool
some_between(const struct section *s)
{
    for (int i = 0; i < s->rules->nscales; i++) {
        const struct scale_score *v = &s->profile->scores->v[i];
        enum score_basis basis;

        if (v->state != SCORE_SETTLED || !section_shows(s, i))
            continue;
        basis = score_basis(v);
        if (v->value % 1000 != 0 &&
            (basis == BASIS_HALFWAY || basis == BASIS_MEAN))
            return true;
    }
    return false;
}

static void
add(struct section *s)
{
    struct sheet sheet = {0};
    bool flow = section_has_word(s, "page", "flow");
    const char *sub = section_raw(s, s->iv->nreadings > 0 ? "sub" : "sub_none");

    if (some_between(s))
        sub = arena_printf(s->a, "%s%s", sub, section_raw(s, "between"));
    sheet.sect = section_open_page(
        s, flow ? "" : section_raw(s, "title"), flow ? "" : sub, !flow);
    course_each_group(s, add_group, &sheet);
    if (sheet.nkeys > 0)
        add_foot(s, &sheet);
    section_notes(s, sheet.sect, true);
}

const struct section_kind section_score_key = {
    .name = "score_key",
    .help = "the key to score_form: range, score, evidence and reasons",
    .page = PAGE_NEW,
    KEYS(keys),
    .add = add,
};
