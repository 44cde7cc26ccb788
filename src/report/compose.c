/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/compose.h"

#include "report/blank.h"
#include "report/give.h"
#include "report/input.h"
#include "method/pair.h"
#include "method/retention.h"

#include <assert.h>
#include <string.h>

#define GUTTER MM(6)

/* Six columns: two are the sidebar, four the main column. */
static void
set_columns(struct section *s)
{
    const struct layout *l = s->layout;
    mpt column;

    s->w = l->page_w - l->left - l->right;
    column = (s->w - 5 * GUTTER) / 6;
    s->side_w = 2 * column + GUTTER;
    s->main_x = s->side_w + GUTTER;
    s->main_w = s->w - s->main_x;
}

static bool
left_out(const struct compose_options *o, const struct layout_block *b)
{
    const char *p = o->without;

    while (p != NULL && *p != '\0') {
        size_t n = strcspn(p, ",");

        if ((strlen(b->id) == n && memcmp(p, b->id, n) == 0) ||
            (strlen(b->kind.s) == n && memcmp(p, b->kind.s, n) == 0))
            return true;
        p += n + (p[n] == ',');
    }
    return false;
}

/* The first chip of the report, for {chip}: that of the strengths, else of
   the first quote that is shown, else of the first answer. */
static const char *
first_chip(const struct section *s)
{
    for (int i = 0; i < s->iv->nstrengths; i++)
        if (s->iv->strengths[i].at.n > 0)
            return fill_chip(
                s->a, s->iv->strengths[i].at.v[0].question, s->lang);
    for (int i = 0; i < s->rules->nscales; i++) {
        const struct quote **v;

        if (!profile_shows_scale(s->profile, i, s->layout->copy))
            continue;
        for (int n = profile_quotes(s->a, s->profile, i, &v), k = 0; k < n; k++)
            if (v[k]->at.question > 0)
                return fill_chip(s->a, v[k]->at.question, s->lang);
    }
    return fill_chip(
        s->a, s->iv->nanswers > 0 ? s->iv->answers[0].question : 1, s->lang);
}

static const char *
running_text(struct section *s, const struct bitext *text)
{
    const char *t = text->t[s->lang].s;

    return t != NULL ? fill_text(s->a, &s->fill, t) : "";
}

/* Which case it is; of a comparison both, "LP-0021+LP-0022": no case id holds
   a plus. */
static const char *
document_case(struct section *s)
{
    return s->other == NULL ? s->iv->case_id.s
                            : arena_printf(s->a, "%s+%s", s->iv->case_id.s,
                                  s->other->interview->case_id.s);
}

bool
compose_names_case(const struct layout *layout)
{
    return !layout->anonymise && !blank_layout(layout);
}

/* "LP-0017", with the names where they are asked for, or "Oefening 3". */
static const char *
document_called(struct section *s, const struct compose_options *o)
{
    if (s->doc->case_id == NULL)
        return s->iv->exercise.s;
    return !o->names_in_title
               ? s->doc->case_id
               : arena_printf(s->a, "%s – %s, %s", s->doc->case_id,
                     fill_teacher(s->a, &s->fill), fill_child(s->a, &s->fill));
}

/* "LP-0017 – Coachblad": no name, unless asked for.  Where the case is not
   named, "Cursus – Oefening 3". */
static const char *
document_title(struct section *s, const struct compose_options *o)
{
    const char *title = s->layout->title.t[s->lang].s;

    if (title == NULL)
        title = s->layout->id.s;
    if (s->doc->case_id == NULL)
        return s->iv->exercise.s == NULL
                   ? title
                   : arena_printf(s->a, "%s – %s", title, s->iv->exercise.s);
    title = arena_printf(s->a, "%s – %s", s->doc->case_id, title);
    if (!o->names_in_title)
        return title;
    return arena_printf(s->a, "%s – %s, %s", title,
        fill_teacher(s->a, &s->fill), fill_child(s->a, &s->fill));
}

static void
set_document(struct section *s, const struct compose_options *o)
{
    struct doc *doc = s->doc;

    doc->root = block_add(s->a, NULL, BLOCK_GROUP);
    doc->root->role = ROLE_DOCUMENT;
    doc->lang = s->lang;
    doc->layout = s->layout;
    doc->case_id = compose_names_case(s->layout) ? document_case(s) : NULL;
    doc->layout_id = s->layout->id.s;
    doc->title = document_title(s, o);
    doc->called = document_called(s, o);
    doc->head_left = running_text(s, &s->layout->head_left);
    doc->head_right = running_text(s, &s->layout->head_right);
    doc->foot = running_text(s, &s->layout->foot);
    if (s->iv->invented || (s->other != NULL && s->other->interview->invented))
        doc->foot = arena_printf(s->a, "%s%s%s", doc->foot,
            *doc->foot != '\0' ? " · " : "", say(SAY_INVENTED, s->lang));
    doc->fillable = !o->paper && (o->fillable || s->layout->fillable);
    doc->page_of = say(SAY_PAGE_OF, s->lang);
    doc->notes_label = say(SAY_NOTES, s->lang);
    doc->room_alt = say(SAY_ROOM, s->lang);
}

static bool
wants_numbers(const struct layout *l, const struct compose_options *o)
{
    return l->copy == COPY_TEACHER && o->numbers >= 0 ? o->numbers > 0
                                                      : l->numbers;
}

/* Follows the rules of the layout that a block is written in. */
static void
use_layout(
    struct section *s, const struct layout *l, const struct compose_options *o)
{
    s->layout = l;
    s->numbers = wants_numbers(l, o);
    set_columns(s);
}

/* The look of the pages of another layout. */
static const struct look *
included_look(struct section *s)
{
    struct look *look = NEW(s->a, struct look, 1);

    *look = (struct look){.layout = s->layout,
        .head_left = running_text(s, &s->layout->head_left),
        .head_right = running_text(s, &s->layout->head_right)};
    return look;
}

/* Adds what a block of the layout prints; what came along with another layout
   keeps the look that it has there. */
static void
add_block(struct section *s, const struct layout_block *b,
    const struct compose_options *o)
{
    struct block *before = s->doc->root->last, *added;
    bool begins = b->of != NULL && b->of != s->layout;

    if (begins) {
        use_layout(s, b->of, o);
        s->look = b->of == s->doc->layout ? NULL : included_look(s);
    }
    s->from = b;
    s->kind = section_find(b->kind.s, strlen(b->kind.s));
    assert(!s->kind->compares || s->other != NULL); /* engine_form_over */
    s->kind->add(s);
    added = before == NULL ? s->doc->root->first : before->next;
    if (added != NULL && s->doc->layout->parts_right)
        added->right =
            begins || (s->layout == s->doc->layout && added->page != PAGE_FLOW);
    for (; added != NULL; added = added->next)
        added->look = s->look;
}

static void
finish_block(struct section *s, const struct layout_block *b)
{
    s->from = b;
    s->kind = section_find(b->kind.s, strlen(b->kind.s));
    if (s->kind->finish != NULL)
        s->kind->finish(s);
}

/* "bewaren tot 27 januari 2031" */
static const char *
keep_text(struct arena *a, const struct profile *p, enum lang lang)
{
    struct kept kept = retention_kept(p->rules, p->interview);
    const char *date;

    if (kept.until.year == 0)
        return say(SAY_KEEP_OPEN, lang);
    date = fill_date(a, kept.until, lang);
    return say_with(a, SAY_KEEP, lang, &date);
}

/* "41b7e9c2" */
static const char *
short_hash(struct arena *a, const char *hash)
{
    enum { DIGITS = 8 };

    return hash == NULL ? NULL : arena_strndup(a, hash, DIGITS);
}

struct doc *
compose_report(struct arena *a, struct diag *d, const struct profile *profile,
    const struct layout *layout, const struct compose_options *options)
{
    static const struct making unknown;
    struct section s = {.a = a,
        .d = d,
        .rules = profile->rules,
        .iv = profile->interview,
        .profile = profile,
        .other = options->other,
        .course = options->course,
        .agreement = options->agreement,
        .layout = layout,
        .made = options->made != NULL ? options->made : &unknown,
        .doc = NEW(a, struct doc, 1),
        .lang = options->lang,
        .numbers = wants_numbers(layout, options)};

    s.fill = (struct fill){
        .rules = s.rules, .interview = s.iv, .lang = options->lang};
    if (s.other != NULL) {
        s.fill.other = s.other->interview;
        pair_names(a, &s.fill, options->twice);
        s.fill.two_children = !options->twice;
    }
    s.fill.chip = first_chip(&s);
    s.fill.hash = short_hash(a, s.made->hash_interview);
    s.fill.keep = keep_text(a, profile, options->lang);
    set_columns(&s);
    set_document(&s, options);
    for (int i = 0; i < layout->nblocks; i++)
        if (!left_out(options, &layout->blocks[i]))
            add_block(&s, &layout->blocks[i], options);
    use_layout(&s, layout, options);
    for (int i = 0; i < layout->nblocks; i++)
        if (!left_out(options, &layout->blocks[i]))
            finish_block(&s, &layout->blocks[i]);
    section_name_rows(&s, s.doc->root);
    give_blocks(s.doc->root);
    doc_level_headings(s.doc);
    inputs_complete(a, s.doc);
    return s.doc;
}
