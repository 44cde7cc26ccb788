/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "interview/evidence.h"
#include "interview/leftover.h"
#include "rules/fields.h"

#include <string.h>

/* An interview against its rules.  Every check goes over the whole interview
   and reports all it finds; none needs another to have passed. */

/* Ids */

/* A kind of section that an interview names. */
struct kind {
    const char *what;
    const char *code;
    enum rules_section section;
};

static const struct kind kind_scale = {
    DIAG_WORDS("scale"), "I303", RULES_SCALE};
static const struct kind kind_feeling = {
    DIAG_WORDS("feeling"), "I304", RULES_FEELING};
static const struct kind kind_questionnaire = {
    DIAG_WORDS("questionnaire"), "I305", RULES_QUESTIONNAIRE};
static const struct kind kind_retention = {
    DIAG_WORDS("retention period"), "I306", RULES_RETENTION};

static const char *
joined(struct arena *a, const char *const *v, size_t n)
{
    struct buf b = buf_new(a);

    for (size_t i = 0; i < n; i++)
        buf_printf(&b, "%s%s", i > 0 ? ", " : "", v[i]);
    return b.p;
}

/* Ids that stand there already: none of them was meant. */
struct taken {
    const char **v;
    int n;
};

static void
drop_taken(const char **ids, size_t n, const struct taken *taken)
{
    for (size_t i = 0; i < n; i++)
        for (int k = 0; k < taken->n; k++)
            if (ids[i] != NULL && strcmp(ids[i], taken->v[k]) == 0)
                ids[i] = NULL;
}

static int
match_one(const struct match *m, const struct kind *kind, const struct text *id,
    const struct taken *taken)
{
    const char **ids, *near, *all;
    size_t n;
    int index;

    if (id->s == NULL)
        return -1;
    index = rules_find(m->rules, kind->section, id->s);
    if (index >= 0)
        return index;
    diag_error(m->d, id->at, kind->code, "unknown %s \"%s\"",
        diag_words(m->d, kind->what), text_quote(m->a, id->s));
    if (diag_many(m->d))
        return -1;
    ids = rules_names(m->a, m->rules, kind->section, &n);
    all = joined(m->a, ids, n);
    drop_taken(ids, n, taken);
    near = diag_nearest(id->s, ids, n);
    if (near != NULL)
        text_meant(m->d, id->s, id->at, near);
    else if (n > 0)
        diag_help(m->d, "the rules know %s", all);
    else
        diag_help(m->d, "the rules have none");
    return -1;
}

/* The index of the section that `id` names; -1 with an error where there is
   none, -1 without one where no id is given. */
static int
match_id(const struct match *m, const struct kind *kind, const struct text *id)
{
    return match_one(m, kind, id, &(struct taken){0});
}

/* Questions */

static const struct qref *
find_skipped(const struct interview *iv, int number)
{
    for (int i = 0; i < iv->skipped.n; i++)
        if (iv->skipped.v[i].question == number)
            return &iv->skipped.v[i];
    return NULL;
}

static void
check_twofold(const struct match *m, const struct question *q)
{
    const struct qref *skipped = find_skipped(m->iv, q->number);
    const struct answer *answer = interview_answer(m->iv, q->number);

    if (skipped == NULL)
        return;
    diag_warning(m->d, skipped->at, "I406",
        "question %s is listed as skipped but has an answer, which counts",
        told_id(m->a, q->number));
    diag_help(m->d, "take %s from the list, or take its answer away",
        told_id(m->a, q->number));
    if (answer != NULL)
        diag_note(m->d, answer->at, "the answer");
}

static void
check_answered(const struct match *m)
{
    struct buf missing = buf_new(m->a);

    for (int i = 0; i < m->rules->nquestions; i++) {
        const struct question *q = &m->rules->questions[i];

        if (interview_answer(m->iv, q->number) != NULL ||
            told_beside(m, q) != NULL)
            check_twofold(m, q);
        else if (!q->optional && !told_unread(m, q->number) &&
                 find_skipped(m->iv, q->number) == NULL)
            buf_printf(&missing, "%s%s", missing.len > 0 ? ", " : "",
                told_id(m->a, q->number));
    }
    if (missing.len == 0 || m->iv->answers_doubt)
        return;
    diag_error(m->d, m->iv->answers_at, "I301",
        "questions without an answer: %s", missing.p);
    diag_help(m->d, "answer them, or list them: %s: [%s]",
        m->iv->keys == LANG_NL ? "overgeslagen" : "skipped", missing.p);
}

/* The question about the word with that number; NULL: there is none. */
static const struct question *
word_question(const struct match *m, int word)
{
    for (int i = 0; i < m->rules->nquestions; i++) {
        const struct question *q = &m->rules->questions[i];

        if (q->kind == QUESTION_WORD && q->word == word)
            return q;
    }
    return NULL;
}

/* What was told with a word prints as the answer to that word's question. */
static void
check_examples(const struct match *m)
{
    for (int i = 0; i < m->iv->nwords; i++) {
        const struct text *example = &m->iv->words[i].example;
        const struct question *q = word_question(m, i + 1);
        const struct answer *answer =
            q == NULL ? NULL : interview_answer(m->iv, q->number);

        if (example->s != NULL && q == NULL) {
            diag_warning(m->d, example->at, "I410",
                "the rules have no question about word %d; this is not printed",
                i + 1);
        } else if (example->s != NULL && answer != NULL) {
            diag_warning(m->d, example->at, "I411",
                "question %s has an answer of its own; this is not printed",
                told_id(m->a, q->number));
            diag_note(m->d, answer->at, "the answer");
        }
    }
}

static void
check_questions(const struct match *m)
{
    const struct interview *iv = m->iv;

    for (int i = 0; i < iv->nanswers; i++)
        told_question(m, iv->answers[i].question, iv->answers[i].at);
    for (int i = 0; i < iv->open_answers.n; i++)
        told_question(
            m, iv->open_answers.v[i].question, iv->open_answers.v[i].at);
    for (int i = 0; i < iv->skipped.n; i++)
        told_question(m, iv->skipped.v[i].question, iv->skipped.v[i].at);
    for (int i = 0; i < iv->nmoments; i++)
        told_question(m, iv->moments[i].at.question, iv->moments[i].at.at);
    for (int i = 0; i < iv->nfragments; i++)
        told_question(m, iv->fragments[i].at.question, iv->fragments[i].at.at);
    for (int i = 0; i < iv->nstrengths; i++)
        for (int k = 0; k < iv->strengths[i].at.n; k++)
            told_question(m, iv->strengths[i].at.v[k].question,
                iv->strengths[i].at.v[k].at);
    check_examples(m);
    check_answered(m);
}

/* Scores */

/* "a whole number from 1 to 7" */
static const char *
score_expected(const struct match *m, const struct scale *s)
{
    const char *what = m->rules->half_points
                           ? diag_words(m->d, "a whole or half number")
                           : diag_words(m->d, "a whole number");

    return arena_printf(
        m->a, diag_words(m->d, "%s from %d to %d"), what, s->min, s->max);
}

/* A number that only lacks its point, or has a nought too many. */
static void
refuse_mended(const struct match *m, const char *key, const char *typed,
    struct pos at, const char *number)
{
    diag_error(m->d, at, "I205",
        "\"%s\" must be a number such as 3, not \"%s\"", key,
        text_quote(m->a, typed));
    text_meant(m->d, typed, at, number);
}

/* The step below a score, or the one above. */
static const char *
near_score(struct arena *a, int score, int step, int above)
{
    struct buf number = buf_new(a);

    buf_milli(&number, (score / step + above) * step);
    return number.p;
}

static void
check_score(const struct match *m, const struct scored *v)
{
    const struct scale *s = &m->rules->scales[v->scale_index];
    int step = m->rules->half_points ? 500 : 1000;
    struct buf number = buf_new(m->a);

    if (v->na || v->score_at.line == 0)
        return;
    buf_milli(&number, v->score);
    if (v->score < s->min * 1000 || v->score > s->max * 1000) {
        diag_error(m->d, v->score_at, "I307",
            "score %s of \"%s\" is outside %d..%d", number.p, v->scale.s,
            s->min, s->max);
        diag_help(m->d,
            "look at the score sheet: it is from %d to %d; where there is "
            "nothing to score by, write nvt (na) and why",
            s->min, s->max);
    } else if (v->score % step != 0) {
        diag_error(m->d, v->score_at, "I308", "score %s of \"%s\" must be %s",
            number.p, v->scale.s, score_expected(m, s));
        diag_help(m->d, "write %s or %s, whichever the evidence supports",
            near_score(m->a, v->score, step, 0),
            near_score(m->a, v->score, step, 1));
    } else if (v->mended != NULL)
        refuse_mended(m, v->scale.s, v->mended, v->score_at, number.p);
}

/* A scale may go by several ids: each may stand once all the same. */
static void
check_alias(
    const struct match *m, const struct text *id, int index, struct pos *first)
{
    if (first[index].line == 0) {
        first[index] = id->at;
        return;
    }
    diag_error(m->d, id->at, "I309",
        "\"%s\" is a scale that stands here already, under another id", id->s);
    diag_note(m->d, first[index], "first here");
}

static struct taken
take_scales(const struct match *m, const struct scored *v, int n,
    const struct texts *open)
{
    struct taken taken = {.v = NEW(m->scratch, const char *, n + open->n)};

    for (int i = 0; i < n; i++)
        taken.v[taken.n++] = v[i].scale.s;
    for (int i = 0; i < open->n; i++)
        taken.v[taken.n++] = open->v[i].s;
    return taken;
}

/* Scores, and scales whose key stands there without one. */
static void
match_scores(
    const struct match *m, struct scored *v, int n, const struct texts *open)
{
    struct pos *first = NEW(m->scratch, struct pos, m->rules->nscales);
    struct taken taken = take_scales(m, v, n, open);

    for (int i = 0; i < n; i++) {
        v[i].scale_index = match_one(m, &kind_scale, &v[i].scale, &taken);
        if (v[i].scale_index < 0)
            continue;
        check_alias(m, &v[i].scale, v[i].scale_index, first);
        check_score(m, &v[i]);
    }
    for (int i = 0; i < open->n; i++)
        match_one(m, &kind_scale, &open->v[i], &taken);
}

/* Lowest and highest score that readers gave a scale; false where none did. */
static bool
spread(const struct interview *iv, int scale, int *low, int *high)
{
    bool any = false;

    for (int i = 0; i < iv->nreadings; i++) {
        const struct reading *r = &iv->readings[i];

        for (int k = 0; k < r->nscores; k++) {
            const struct scored *v = &r->scores[k];

            if (v->scale_index != scale || v->na)
                continue;
            if (!any || v->score < *low)
                *low = v->score;
            if (!any || v->score > *high)
                *high = v->score;
            any = true;
        }
    }
    return any;
}

static void
check_spread(const struct match *m)
{
    for (int i = 0; i < m->iv->nagreed; i++) {
        const struct scored *v = &m->iv->agreed[i];
        struct buf range = buf_new(m->a);
        int low, high;

        if (v->scale_index < 0 || !spread(m->iv, v->scale_index, &low, &high))
            continue;
        if (v->score >= low && v->score <= high)
            continue;
        buf_milli(&range, low);
        if (low != high) {
            buf_puts(&range, diag_words(m->d, " to "));
            buf_milli(&range, high);
        }
        diag_warning(m->d, v->score_at, "I407",
            "the agreed score of \"%s\" is outside the readers' scores, %s",
            v->scale.s, range.p);
    }
}

/* The teacher marks what the teacher sees; a mark elsewhere is not printed. */
static void
check_marks(const struct match *m)
{
    for (int i = 0; i < m->iv->nown; i++) {
        const struct scored *v = &m->iv->own[i];

        if (v->scale_index >= 0 &&
            !m->rules->scales[v->scale_index].show[COPY_TEACHER])
            diag_warning(m->d, v->scale.at, "I413",
                "the teacher does not see \"%s\"; this mark is not printed",
                v->scale.s);
    }
}

static void
match_scale_texts(const struct match *m, struct scale_texts *v, int n)
{
    struct pos *first = NEW(m->scratch, struct pos, m->rules->nscales);

    for (int i = 0; i < n; i++) {
        v[i].scale_index = match_id(m, &kind_scale, &v[i].scale);
        if (v[i].scale_index >= 0)
            check_alias(m, &v[i].scale, v[i].scale_index, first);
    }
}

/* Scales whose key stands there without a value: nothing is scored, but a typo
   is told. */
static void
match_open(
    const struct match *m, const struct kind *kind, const struct texts *open)
{
    for (int i = 0; i < open->n; i++)
        match_id(m, kind, &open->v[i]);
}

static void
match_scales(const struct match *m)
{
    struct interview *iv = m->iv;
    const struct texts none = {0};

    for (int i = 0; i < iv->nreadings; i++) {
        match_scores(m, iv->readings[i].scores, iv->readings[i].nscores,
            &iv->readings[i].open);
    }
    match_open(m, &kind_scale, &iv->open_scales);
    match_scores(m, iv->agreed, iv->nagreed, &none);
    if (diag_errors(m->d, iv->src) == 0) /* all scores are there */
        check_spread(m);
    match_scores(m, iv->own, iv->nown, &none);
    check_marks(m);
    match_scale_texts(m, iv->prompts, iv->nprompts);
    match_scale_texts(m, iv->means, iv->nmeans);
    for (int i = 0; i < iv->focus.n; i++)
        iv->focus_index[i] = match_id(m, &kind_scale, &iv->focus.v[i]);
}

/* Questionnaires */

static void
check_item_name(const struct match *m, const struct questionnaire *q,
    const struct text *name)
{
    int number;

    if (!int_parse(name->s, &number) || number < 1 ||
        (q->items > 0 && number > q->items))
        diag_error(m->d, name->at, "I310", "\"%s\" has no item \"%s\"",
            q->is.id, text_quote(m->a, name->s));
}

static void
check_item(const struct match *m, const struct questionnaire *q,
    const struct item *item)
{
    struct buf number = buf_new(m->a);

    check_item_name(m, q, &item->name);
    buf_milli(&number, item->value);
    if (item->value % 1000 != 0 || item->value < q->min * 1000 ||
        item->value > q->max * 1000)
        diag_error(m->d, item->at, "I311",
            "an answer of \"%s\" must be a whole number from %d to %d",
            q->is.id, q->min, q->max);
    else if (item->mended != NULL)
        refuse_mended(m, item->name.s, item->mended, item->at, number.p);
}

/* A number that was entered for a subscale. */
static void
check_subscale_value(
    const struct match *m, const struct subscale *s, const struct item *score)
{
    struct buf number = buf_new(m->a);
    int min, max;

    buf_milli(&number, score->value);
    rules_subscale_range(m->rules, s, &min, &max);
    if (score->value < min || score->value > max)
        diag_error(m->d, score->at, "I313",
            "a score of subscale \"%s\" must be from %d to %d", s->is.id,
            min / 1000, max / 1000);
    else if (score->mended != NULL)
        refuse_mended(m, score->name.s, score->mended, score->at, number.p);
}

static const struct taken *
taken_scores(const struct match *m, const struct filled *f)
{
    struct taken *taken = NEW(m->scratch, struct taken, 1);

    taken->v = NEW(m->scratch, const char *, f->nscores);
    for (int i = 0; i < f->nscores; i++)
        taken->v[taken->n++] = f->scores[i].name.s;
    return taken;
}

/* The subscale of that name, or NULL with an error. */
static const struct subscale *
find_subscale(
    const struct match *m, const struct filled *f, const struct text *name)
{
    const char **names = NEW(m->a, const char *, m->rules->nsubscales);
    const char *near;
    size_t n = 0;

    for (int i = 0; i < m->rules->nsubscales; i++) {
        const struct subscale *s = &m->rules->subscales[i];

        if (s->questionnaire != f->index)
            continue;
        names[n] = s->is.id;
        if (strcmp(names[n++], name->s) == 0)
            return s;
    }
    drop_taken(names, n, taken_scores(m, f));
    diag_error(m->d, name->at, "I312", "\"%s\" has no subscale \"%s\"", f->id.s,
        text_quote(m->a, name->s));
    near = diag_nearest(name->s, names, n);
    if (near != NULL)
        text_meant(m->d, name->s, name->at, near);
    return NULL;
}

static void
check_filled(const struct match *m, const struct filled *f)
{
    const struct questionnaire *q = &m->rules->questionnaires[f->index];

    for (int i = 0; i < f->nitems; i++)
        check_item(m, q, &f->items[i]);
    for (int i = 0; i < f->open_items.n; i++)
        check_item_name(m, q, &f->open_items.v[i]);
    for (int i = 0; i < f->nscores; i++) {
        const struct subscale *s = find_subscale(m, f, &f->scores[i].name);

        if (s != NULL)
            check_subscale_value(m, s, &f->scores[i]);
    }
    for (int i = 0; i < f->open_scores.n; i++)
        find_subscale(m, f, &f->open_scores.v[i]);
}

static void
match_questionnaires(const struct match *m)
{
    for (int i = 0; i < m->iv->nquestionnaires; i++) {
        struct filled *f = &m->iv->questionnaires[i];

        f->index = match_id(m, &kind_questionnaire, &f->id);
        if (f->index >= 0)
            check_filled(m, f);
    }
    match_open(m, &kind_questionnaire, &m->iv->open_questionnaires);
}

bool
interview_match(struct arena *a, struct diag *d, struct interview *iv,
    const struct rules *rules)
{
    struct match m = {
        .a = a, .scratch = arena_new(), .d = d, .iv = iv, .rules = rules};
    int before = diag_errors(d, iv->src);

    check_questions(&m);
    match_scales(&m);
    for (int i = 0; i < iv->nfragments; i++)
        iv->fragments[i].feeling_index =
            match_id(&m, &kind_feeling, &iv->fragments[i].feeling);
    for (int i = 0; i < iv->nsteps; i++)
        if (iv->steps[i].goal.s != NULL)
            iv->steps[i].goal_index = rules_goal(rules, iv->steps[i].goal.s);
    match_questionnaires(&m);
    iv->keep_index = match_id(&m, &kind_retention, &iv->keep_regime);
    evidence_match(&m);
    leftover_match(&m);
    arena_free(m.scratch);
    return diag_errors(d, iv->src) == before;
}
