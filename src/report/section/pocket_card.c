/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "base/utf8.h"
#include "report/section/group_chart.h"
#include "report/section/week_boxes.h"
#include "report/section/kinds.h"

#include <string.h>

/* A sheet that is folded twice, printed on one side: below the middle goes
   behind, then left behind right.  So the front of the card is the upper right
   quarter, the back the upper left one, and nothing stands upside down.  What
   does not fit a quarter is left out, and that is said. */

static const struct section_key keys[] = {
    KEY_OF_TEXT("step", "Mijn stap", "My step", "label"),
    KEY_OF_TEXT(
        "steps", "Mijn stappen", "My steps", "the same, of more than one"),
    KEY_OF_TEXT("when", "Wanneer:", "When:", "before that of the step"),
    KEY_OF_TEXT("first", "Eerst kijken", "Look first", "label"),
    KEY_OF_TEXT("ask", "Wat heeft {hij} nu nodig?", "What is needed now?",
        "the question of the card"),
    KEY_OF_TEXT("ask_child", "Wat heeft {kind} nu nodig?",
        "What is needed now?",
        "the same, of a child who is neither hij nor zij"),
    KEY_OF_TEXT("tally", "Twee weken kijken", "Two weeks of noticing",
        "heading of the tally"),
    KEY_OF_TEXT("tally_hint",
        "Zet een streepje voor elk fijn moment. Schrijf één woord op de lijn.",
        "Make a mark for each good moment. Write one word on the line.",
        "below it"),
    KEY_OF_TEXT("week", "week", "week", "before the number of a week"),
    KEY_OF_TEXT("days", "ma di wo do vr", "Mon Tue Wed Thu Fri",
        "five days with a blank between"),
    KEY_OF_TEXT(
        "back", "We kijken terug op", "We look back on", "before the date"),
    KEY_OF_TEXT("then", "Woorden van toen", "Words then",
        "above the words of the interview"),
    KEY_OF_TEXT("now", "Woorden van nu", "Words now",
        "above the lines for words of the day"),
    KEY_OF_TEXT(
        "marks", "Hoe is het nu?", "How is it now?", "above the tracks"),
    KEY_OF_TEXT("marks_hint", "Zet op elke lijn één kruisje.",
        "Put one cross on each line.", "below it"),
    KEY_OF_TEXT("fold", "De kaart vouwen", "Folding the card",
        "heading below the card"),
    KEY_OF_TEXT("fold_1",
        "Vouw de onderste helft naar achteren, langs de stippellijn.",
        "Fold the lower half to the back, along the dashed line.",
        "first step"),
    KEY_OF_TEXT("fold_2",
        "Vouw dan de linkerhelft naar achteren. De tekst blijft buiten.",
        "Then fold the left half to the back. The text stays outside.",
        "second step"),
    {.name = "fold_3",
        .type = KEY_TEXT,
        .nl = "De voorkant is voor elke dag. De achterkant is voor de "
              "terugblik: neem de kaart dan mee. Wat je nu schrijft, kan in "
              "een tweede interview komen, naast dit eerste.",
        .en = "The front is for every day. The back is for looking back: bring "
              "the card then. What you write now can come into a second "
              "interview, beside this first one.",
        .help = "what the card is for"},
    KEY_OF_GROUPS(
        "groups", "", "which groups show; by default those of the copy"),
};

enum { WEEKS = 2, WORDS_ASKED = 3 };

#define INSET_MAX MM(10) /* from a fold to what stands beside it */
#define LOW MM(115)      /* a quarter in which all stands closer */
#define WRITING MM(8.5)
#define RULE_GAP MM(4) /* around a rule */
#define LABEL_H MM(4.8)
#define STEP_GAP MM(1.6)
#define BOX_MAX MM(15)
#define BOX_MIN MM(6)
#define ROW_MAX MM(8.2)
#define ROW_MIN MM(4.2)
#define NAMES_H MM(4.5)
#define HINT_H MM(4.3)

/* A quarter of the sheet, without the white round it. */
struct quarter {
    struct section *s;
    struct block *part;
    mpt w, h;
};

/* How many lines a text takes at most, about: half an em a letter. */
static int
count_lines(const char *text, mpt size, mpt w)
{
    int per_line = (int)(w / (size / 2)), lines = 1, n = 0;

    while (*text != '\0') {
        if (utf8_next(&text) == '\n' || ++n > per_line) {
            lines++;
            n = 0;
        }
    }
    return lines;
}

/* Front -------------------------------------------------------------- */

/* Steps of the plan that are written out. */
struct steps {
    const struct step **v;
    int n;
};

static struct steps
find_steps(const struct section *s)
{
    struct steps is = {.v = NEW(s->a, const struct step *, s->iv->nsteps)};

    for (int i = 0; i < s->iv->nsteps; i++)
        if (s->iv->steps[i].step.s != NULL)
            is.v[is.n++] = &s->iv->steps[i];
    return is;
}

/* The height of a step, with when, in a style. */
static mpt
step_h(const struct quarter *q, const struct step *step, enum style style)
{
    const struct style_def *type = &q->s->layout->styles[style];
    int n = count_lines(step->step.s, type->size, q->w);

    if (step->when.s != NULL)
        n += count_lines(arena_printf(q->s->a, "%s %s",
                             section_text(q->s, "when"), step->when.s),
            type->size, q->w);
    return n * type->leading;
}

/* How many steps fit `h`, in the largest style that holds the most; what has no
   room is told. */
static int
steps_fit(
    const struct quarter *q, const struct steps *is, mpt h, enum style *style)
{
    static const enum style from[] = {STYLE_BODY, STYLE_FACT};
    struct section *s = q->s;
    int most = 0;

    for (size_t i = 0; i < sizeof from / sizeof *from; i++) {
        mpt used = 0;
        int n = 0;

        while (n < is->n) {
            used += step_h(q, is->v[n], from[i]) + (n > 0 ? STEP_GAP : 0);
            if (used > h)
                break;
            n++;
        }
        if (n > most || i == 0) {
            most = n;
            *style = from[i];
        }
    }
    if (most == 0 && is->n > 0)
        diag_remark(s->d, is->v[0]->step.at, "C111",
            "this step is too long for the pocket card, which prints lines");
    else if (most < is->n)
        diag_remark(s->d, is->v[most]->step.at, "C111",
            "this step has no room on the pocket card");
    return most;
}

static void
add_step(const struct quarter *q, struct block *part, const struct step *step,
    enum style style)
{
    struct section *s = q->s;
    struct block *b;

    section_typed(s, part, ROLE_P, style, step->step.s);
    if (step->when.s == NULL)
        return;
    b = section_para(s, part, ROLE_P, style, "when");
    b->as.text.ink = COLOR_SLATE;
    block_run(s->a, b, RUN_TEXT, false, " ", 1);
    block_run(s->a, b, RUN_TEXT, false, step->when.s, strlen(step->when.s));
}

static void
add_steps(const struct quarter *q, struct block *part, mpt h)
{
    struct section *s = q->s;
    struct steps is = find_steps(s);
    enum style style;
    int n = steps_fit(q, &is, h - LABEL_H, &style);

    section_para(
        s, part, section_heading_role(s), STYLE_LABEL, n > 1 ? "steps" : "step")
        ->keep_next = true;
    if (n == 0)
        section_ask(s,
            section_lines(s, part, (int)((h - LABEL_H) / WRITING), WRITING),
            INPUT_TEXT, is.n == 0 ? "plan.steps.1.step" : NULL,
            section_text(s, "step"));
    for (int i = 0; i < n; i++) {
        struct block *one = block_add(s->a, part, BLOCK_GROUP);

        one->before = i > 0 ? STEP_GAP : 0;
        add_step(q, one, is.v[i], style);
    }
}

/* "die" is no word to begin a question with, and the card carries no name. */
static void
add_ask(const struct quarter *q, struct block *part)
{
    struct section *s = q->s;
    enum pronoun pronoun = s->iv->child.pronoun;
    bool known = pronoun == PRONOUN_HE || pronoun == PRONOUN_SHE;
    const struct fill full = s->fill;

    s->fill.two_children = true; /* {child}: the word, not the name */
    if (known)
        s->fill = full;
    section_para(
        s, part, ROLE_P, STYLE_WORDS_TWICE, known ? "ask" : "ask_child")
        ->before = MM(1);
    s->fill = full;
}

static void
add_tally(const struct quarter *q, struct block *part, mpt h)
{
    struct section *s = q->s;
    struct week_boxes boxes = {.w = q->w, .gap = MM(2.4)};
    mpt hint = s->layout->styles[STYLE_FACT_LABEL].leading *
               count_lines(section_text(s, "tally_hint"),
                   s->layout->styles[STYLE_FACT_LABEL].size, q->w);
    mpt pitch = (h - LABEL_H - hint - MM(2)) / WEEKS;
    struct block *fig;

    boxes.box_h = pitch - WEEK_LINE - MM(2);
    if (boxes.box_h > BOX_MAX)
        boxes.box_h = BOX_MAX;
    if (boxes.box_h < BOX_MIN)
        boxes.box_h = BOX_MIN;
    pitch = boxes.box_h + WEEK_LINE + MM(2);
    section_para(s, part, section_heading_role(s), STYLE_LABEL, "tally");
    section_para(s, part, ROLE_P, STYLE_FACT_LABEL, "tally_hint");
    fig =
        block_figure(s->a, part, pitch * (WEEKS - 1) + boxes.box_h + WEEK_LINE,
            say(SAY_ALT_TALLY, s->lang));
    fig->before = MM(2);
    for (int i = 0; i < WEEKS; i++)
        week_boxes_add(s, fig, &boxes, i + 1, i * pitch);
}

static void
add_front(const struct quarter *q)
{
    struct section *s = q->s;
    mpt steps_h = q->h * 29 / 100, ask_h = q->h * 17 / 100;
    struct block *part = block_add(s->a, q->part, BLOCK_GROUP);

    part->min_h = steps_h;
    add_steps(q, part, steps_h);
    section_separator(s, q->part, 0);
    part = block_add(s->a, q->part, BLOCK_GROUP);
    part->before = RULE_GAP;
    part->min_h = ask_h;
    section_para(s, part, section_heading_role(s), STYLE_LABEL, "first")
        ->keep_next = true;
    add_ask(q, part);
    section_separator(s, q->part, 0);
    part = block_add(s->a, q->part, BLOCK_GROUP);
    part->before = RULE_GAP;
    add_tally(q, part, q->h - steps_h - ask_h - 2 * RULE_GAP);
}

/* Back --------------------------------------------------------------- */

/* What is known; else a line, which is returned. */
static struct block *
add_known(
    struct section *s, struct block *cell, enum style style, const char *text)
{
    if (text == NULL)
        return block_lines(s->a, cell, 1, MM(5.3), say(SAY_ROOM_ONE, s->lang));
    section_typed(s, cell, ROLE_P, style, text)->as.text.min_size = PT(8);
    return NULL;
}

/* A line for word `i` of the interview, or for another one now. */
static void
ask_word(struct section *s, struct block *line, const char *key, int i)
{
    section_ask(s, line, INPUT_TEXT,
        strcmp(key, "then") == 0
            ? arena_printf(s->a, "three_words.%d.word", i + 1)
            : NULL,
        arena_printf(s->a, "%s: %d", section_text(s, key), i + 1));
}

static struct block *
add_cell(struct section *s, struct block *row, enum role role, mpt x, mpt w)
{
    struct block *cell = block_add(s->a, row, BLOCK_GROUP);

    cell->role = role;
    cell->x = x;
    cell->w = w;
    return cell;
}

static struct block *
add_row(struct section *s, struct block *table)
{
    struct block *row = block_add(s->a, table, BLOCK_COLUMNS);

    row->role = ROLE_TR;
    return row;
}

/* The words of the interview, and beside each a line; returns the height. */
static mpt
add_words(const struct quarter *q)
{
    struct section *s = q->s;
    int n = s->iv->nwords > 0 ? s->iv->nwords : WORDS_ASKED;
    mpt w = q->w * 48 / 100, right = q->w - w;
    mpt pitch = n > WORDS_ASKED || q->h < LOW ? MM(6.5) : WRITING;
    struct block *table = block_add(s->a, q->part, BLOCK_GROUP), *row, *b;

    table->role = ROLE_TABLE;
    table->before = RULE_GAP;
    row = add_row(s, table);
    section_para(s, row, ROLE_TH_COLUMN, STYLE_LABEL, "then")->w = w;
    section_para(s, row, ROLE_TH_COLUMN, STYLE_LABEL, "now")->x = right;
    for (int i = 0; i < n; i++) {
        row = add_row(s, table);
        row->min_h = pitch;
        row->before = i == 0 ? MM(1.4) : MM(0.4);
        b = add_known(s, add_cell(s, row, ROLE_TD, 0, w), STYLE_BODY,
            s->iv->nwords > 0 ? s->iv->words[i].word.s : NULL);
        ask_word(s, b, "then", i);
        b = add_known(s, add_cell(s, row, ROLE_TD, right, w), STYLE_BODY, NULL);
        ask_word(s, b, "now", i);
    }
    return RULE_GAP + LABEL_H + MM(1) + n * (pitch + MM(0.4));
}

static void
add_track(const struct quarter *q, struct block *table, int scale, mpt row_h)
{
    struct section *s = q->s;
    const struct scale *is = &s->rules->scales[scale];
    const char *title = fill_text(s->a, &s->fill, is->title.t[s->lang].s);
    const struct style_def *type = &s->layout->styles[STYLE_FACT_LABEL];
    mpt w = q->w / 2;
    struct track t = chart_track(s->rules, scale, q->w - w, row_h);
    struct block *row = add_row(s, table), *b;

    row->min_h = row_h;
    b = section_typed(s, row, ROLE_TH_ROW, STYLE_FACT_LABEL, title);
    b->w = w - MM(2);
    b->before = (row_h - type->leading) / 2;
    b->as.text.min_size = PT(7.5);
    b->as.text.middle = true;
    b = add_cell(s, row, ROLE_TD, w, 0);
    b = block_figure(
        s->a, b, 0, say_with(s->a, SAY_ALT_TRACK, s->lang, &title));
    chart_bands(s->a, b, &t, &s->rules->bands[is->bands]);
    chart_row_line(s->a, b, &t, false);
}

/* The names of the bands, as short as they must be. */
static void
add_names(const struct quarter *q, struct block *part, int scale)
{
    struct section *s = q->s;
    mpt w = q->w / 2;
    struct track t = chart_track(s->rules, scale, q->w - w, 0);

    chart_band_names(s->a, part, &t,
        &s->rules->bands[s->rules->scales[scale].bands], s->lang, w)
        ->after = MM(0.8);
}

/* The scales that show, in order of their groups; returns how many. */
static int
find_scales(struct section *s, int *out)
{
    int *groups = NEW(s->a, int, s->rules->ngroups);
    int ngroups = section_groups(s, groups), n = 0;

    for (int i = 0; i < ngroups; i++)
        n += group_chart_scales(s, groups[i], out + n);
    return n;
}

/* A blank track per scale, as high as there is room. */
static void
add_tracks(const struct quarter *q, mpt h)
{
    struct section *s = q->s;
    int *scales = NEW(s->a, int, s->rules->nscales);
    int n = find_scales(s, scales);
    mpt row_h = n == 0 ? 0 : (h - LABEL_H - HINT_H - NAMES_H) / n;
    struct block *part, *table;

    if (row_h < ROW_MIN) {
        diag_remark(s->d, (struct pos){.src = s->iv->src}, "C112",
            "the back of the pocket card has no room for %d scales", n);
        return;
    }
    if (row_h > ROW_MAX)
        row_h = ROW_MAX;
    section_separator(s, q->part, MM(2));
    part = block_add(s->a, q->part, BLOCK_GROUP);
    part->before = RULE_GAP;
    section_para(s, part, section_heading_role(s), STYLE_LABEL, "marks");
    section_para(s, part, ROLE_P, STYLE_FACT_LABEL, "marks_hint");
    if (n > 0)
        add_names(q, part, scales[0]);
    table = block_add(s->a, part, BLOCK_GROUP);
    table->role = ROLE_TABLE;
    for (int i = 0; i < n; i++)
        add_track(q, table, scales[i], row_h);
}

static void
add_back(const struct quarter *q)
{
    struct section *s = q->s;
    struct block *part = block_add(s->a, q->part, BLOCK_GROUP);
    mpt used = LABEL_H + WRITING + MM(2);

    part->min_h = used;
    section_para(s, part, section_heading_role(s), STYLE_LABEL, "back");
    section_ask(s,
        add_known(s, part, STYLE_BODY,
            s->iv->review.year == 0 ? NULL
                                    : fill_date(s->a, s->iv->review, s->lang)),
        INPUT_DATE, "reflection.review", section_text(s, "back"));
    section_separator(s, q->part, 0);
    used += add_words(q);
    add_tracks(q, q->h - used - MM(2) - RULE_GAP);
}

/* Sheet -------------------------------------------------------------- */

/* Dashed, through the middle of the page: for the eye alone. */
static void
add_folds(struct section *s, struct block *sect, mpt x, mpt y)
{
    struct block *fig = block_figure(s->a, sect, 0, NULL);
    const struct shape line = {.kind = SHAPE_LINE,
        .fill = COLOR_NONE,
        .stroke = COLOR_LINE,
        .weight = PT(0.5),
        .dash = PT(2)};
    struct shape across = line, down = line;

    fig->artifact = true;
    across.y = y;
    across.w = s->w;
    down.x = x;
    down.h = y;
    block_shape(s->a, fig, across);
    block_shape(s->a, fig, down);
}

static void
add_folding(struct section *s, struct block *sect)
{
    static const char *const steps[] = {"fold_1", "fold_2", "fold_3"};
    struct block *row, *side, *main, *list, *text;

    row = section_row(s, sect, &side, &main);
    row->keep = true;
    section_para(s, side, section_heading_role(s), STYLE_HEADING, "fold");
    list = block_add(s->a, main, BLOCK_GROUP);
    list->role = ROLE_L;
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        text = section_bullet(s, list);
        text->parent->before = i > 0 ? MM(1.6) : 0;
        fill_block(s->a, &s->fill, section_raw(s, steps[i]), text);
    }
}

static void
add(struct section *s)
{
    const struct layout *l = s->layout;
    mpt x = l->page_w / 2 - l->left, y = l->page_h / 2 - l->top;
    mpt inset = l->left < INSET_MAX ? l->left : INSET_MAX;
    struct block *sect = section_open(s), *card;
    struct quarter front = {.s = s, .w = s->w - x - inset, .h = y - inset};
    struct quarter back = {.s = s, .w = x - inset, .h = y - inset};

    add_folds(s, sect, x, y);
    card = block_add(s->a, sect, BLOCK_COLUMNS);
    card->keep = true;
    card->min_h = y;
    card->after = inset;
    front.part = add_cell(s, card, ROLE_SECT, x + inset, front.w);
    add_front(&front);
    back.part = add_cell(s, card, ROLE_SECT, 0, back.w);
    add_back(&back);
    add_folding(s, sect);
}

const struct section_kind section_pocket_card = {
    .name = "pocket_card",
    .help = "a sheet to fold into a card: step, question, tally; for looking "
            "back words and blank tracks",
    .page = PAGE_OWN,
    KEYS(keys),
    .add = add,
};
