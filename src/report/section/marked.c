/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section/marked.h"

#include "interview/quote.h"

#include <string.h>

/* A quote is found as the check of interviews finds it, so that both agree; its
   pieces are spans of the answer.  Spans of one scale that touch are one.  An
   answer is then printed as runs, cut where a span begins or ends. */

/* The column of codes beside an answer. */
#define MARGIN_W MM(11)

/* What was quoted from an answer for a scale. */
struct span {
    int question;
    size_t begin, end; /* bytes of the whole answer */
    const struct cite *cite;
    bool first; /* the first piece of its quote: named in the margin */
};

struct marked {
    struct span *v;
    int n, cap;
    struct folded *answers; /* per question, where a quote asked for it */
};

/* ---- finding ---- */

/* What was answered to a question, as one text. */
static const char *
whole_answer(const struct section *s, const struct question *q)
{
    const struct answer *a = interview_answer(s->iv, q->number);

    if (a != NULL && a->whole.s != NULL)
        return a->whole.s;
    if (q->kind == QUESTION_WORD && q->word >= 1 && q->word <= s->iv->nwords)
        return s->iv->words[q->word - 1].example.s;
    return NULL;
}

/* Takes a piece into a span of the same scale that it touches. */
static bool
span_joined(struct marked *m, const struct span *piece)
{
    for (int i = 0; i < m->n; i++) {
        struct span *v = &m->v[i];

        if (v->question != piece->question ||
            v->cite->scale != piece->cite->scale || v->begin > piece->end ||
            piece->begin > v->end)
            continue;
        if (piece->begin < v->begin)
            v->begin = piece->begin;
        if (piece->end > v->end)
            v->end = piece->end;
        v->first |= piece->first;
        return true;
    }
    return false;
}

/* An answer made ready to look quotes up in it, once. */
static const struct folded *
answer_folded(struct section *s, struct marked *m, const struct question *q,
    const char *text)
{
    struct folded *f = &m->answers[q - s->rules->questions];

    if (f->s == NULL)
        *f = quote_fold(s->a, text);
    return f;
}

/* Looks for a quote in one answer. */
static bool
find_in(struct section *s, struct marked *m, const struct cite *cite,
    const struct question *q)
{
    const char *text = whole_answer(s, q);
    struct folded quote;
    const struct folded *in;
    struct place *places;
    int n;

    if (text == NULL)
        return false;
    quote = quote_fold(s->a, cite->quote->text.s);
    in = answer_folded(s, m, q, text);
    n = quote_places(s->a, &quote, in, &places);
    for (int i = 0; i < n; i++) {
        struct span piece = {.question = q->number,
            .begin = places[i].begin,
            .end = places[i].end,
            .cite = cite,
            .first = i == 0};

        if (span_joined(m, &piece))
            continue;
        GROW(s->a, m->v, m->n, m->cap, 16);
        m->v[m->n++] = piece;
    }
    return n > 0;
}

/* In the answer that it names, else in the first that it stands in. */
static bool
find_cite(struct section *s, struct marked *m, const struct cite *cite)
{
    for (int i = 0; i < s->rules->nquestions; i++) {
        const struct question *q = &s->rules->questions[i];
        int named = cite->quote->at.question;

        if ((named == 0 || named == q->number) && find_in(s, m, cite, q))
            return true;
    }
    return false;
}

/* The scale's code above its name, behind what stands there. */
static void
write_code(struct section *s, const struct cite *cite)
{
    const char *code = s->rules->scales[cite->scale].code.s;
    const struct block *b = cite->code;

    cite->card->target = true;
    if (code == NULL)
        return;
    for (int i = 0; i < b->as.text.n; i++)
        if (b->as.text.runs[i].text == code)
            return;
    if (b->as.text.n > 0)
        block_run(s->a, cite->code, RUN_TEXT, false, " · ", strlen(" · "));
    block_run(s->a, cite->code, RUN_TEXT, false, code, strlen(code));
}

struct marked *
marked_find(struct section *s)
{
    struct marked *m = NEW(s->a, struct marked, 1);

    m->answers = NEW(s->a, struct folded, s->rules->nquestions);
    for (int i = 0; i < s->ncites; i++)
        if (find_cite(s, m, &s->cites[i]))
            write_code(s, &s->cites[i]);
    return m->n > 0 ? m : NULL;
}

/* ---- printing ---- */

/* Each group has a line of its own; what its colour says its dashes say too. */
static int
group_line(struct section *s, int group)
{
    static const struct {
        mpt weight, dash;
    } kinds[] = {[MARKING_CIRCLE] = {PT(0.9), 0},
        [MARKING_DIAMOND] = {PT(0.9), PT(2.4)},
        [MARKING_SQUARE] = {PT(1), PT(1)}};
    const struct group *g = &s->rules->groups[group];
    int bit = group < UNDERLINES ? group : UNDERLINES - 1;

    s->doc->underlines[bit] =
        (struct underline){.color = chart_color(g, PART_MARK),
            .weight = kinds[g->mark].weight,
            .dash = kinds[g->mark].dash};
    return bit;
}

static unsigned
span_mask(struct section *s, const struct span *v)
{
    return 1u << group_line(s, s->rules->scales[v->cite->scale].group);
}

/* Code and page of a card, in the margin: a link to it. */
static void
add_note(struct section *s, struct block *p, const struct span *v)
{
    const struct scale *is = &s->rules->scales[v->cite->scale];
    const char *title = fill_text(s->a, &s->fill, is->title.t[s->lang].s);
    struct block *b = block_text(s->a, p, ROLE_LINK, STYLE_AXIS, NULL);

    b->leads_to = v->cite->card;
    b->alt = say_with(s->a, SAY_ALT_CARD, s->lang, &title);
    if (is->code.s != NULL)
        block_run(s->a, b, RUN_TEXT, true, is->code.s, strlen(is->code.s));
    if (b->as.text.n > 0) /* in the same line as the answer */
        b->as.text.runs[0].under = span_mask(s, v);
    block_run(s->a, b, RUN_TEXT, false, " p. ", strlen(" p. "));
    block_run_page(s->a, b, v->cite->card);
}

/* Where the next span begins or ends behind `at`, at most `end`. */
static size_t
next_cut(const struct marked *m, int question, size_t at, size_t end)
{
    for (int i = 0; i < m->n; i++) {
        const struct span *v = &m->v[i];

        if (v->question != question)
            continue;
        if (v->begin > at && v->begin < end)
            end = v->begin;
        if (v->end > at && v->end < end)
            end = v->end;
    }
    return end;
}

/* The run from..to of an answer, with the lines and notes of its spans. */
static void
add_run(struct section *s, const struct marked *m, struct block *p,
    int question, const char *text, size_t from, size_t to)
{
    struct run *run;

    block_run(s->a, p, RUN_TEXT, false, text, to - from);
    run = &p->as.text.runs[p->as.text.n - 1];
    for (int i = 0; i < m->n; i++) {
        const struct span *v = &m->v[i];

        if (v->question != question || v->begin > from || v->end <= from)
            continue;
        run->under |= span_mask(s, v);
        if (v->begin == from && v->first) {
            add_note(s, p, v);
            run->beside++;
            p->as.text.margin = MARGIN_W;
        }
    }
}

void
marked_text(struct section *s, const struct marked *m, struct block *p,
    int question, const char *text, size_t from)
{
    size_t end = from + strlen(text);

    for (size_t at = from, next; at < end; at = next) {
        next = next_cut(m, question, at, end);
        add_run(s, m, p, question, text + (at - from), at, next);
    }
}

/* A child of the quote's text that its chip belongs to. */
static void
link_chip(struct section *s, const struct cite *cite, struct block *row)
{
    struct block *p = cite->text;

    for (int i = 0; i < p->as.text.n; i++) {
        struct run *run = &p->as.text.runs[i];
        struct block *link;
        const char *chip;

        if (run->kind != RUN_CHIP || run->of != NULL)
            continue;
        chip = arena_strndup(s->a, run->text, run->len);
        link = block_text(s->a, p, ROLE_LINK, p->as.text.style, NULL);
        link->leads_to = row;
        link->alt = say_with(s->a, SAY_ALT_QUESTION, s->lang, &chip);
        run->of = link;
        row->target = true;
    }
}

void
marked_row(
    struct section *s, const struct marked *m, int question, struct block *row)
{
    for (int i = 0; i < m->n; i++)
        if (m->v[i].question == question)
            for (int k = 0; k < s->ncites; k++)
                if (s->cites[k].quote->at.question == question)
                    link_chip(s, &s->cites[k], row);
}
