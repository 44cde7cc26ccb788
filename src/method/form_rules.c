/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "method/form_rules.h"

#include "method/fill.h"

/* Ids come in both languages: the other name, where one is given, is the
   Dutch one by custom of the rules.  All names that are accepted stand beside
   it. */

struct form {
    struct arena *a;
    struct json *j;
    const struct rules *rules;
    const struct interview *iv;
    struct fill fill;
    enum lang lang;
};

static const char *const kind_name[] = {
    [QUESTION_OPEN] = "open",
    [QUESTION_WORDS] = "words",
    [QUESTION_WORD] = "word",
    [QUESTION_MOMENT] = "moment",
};

static const char *const mark_name[] = {
    [MARKING_CIRCLE] = "circle",
    [MARKING_DIAMOND] = "diamond",
    [MARKING_SQUARE] = "square",
};

static const char *const color_name[] = {
    [GROUP_BLUE] = "blue",
    [GROUP_OCHRE] = "ochre",
    [GROUP_PLUM] = "plum",
    [GROUP_SLATE] = "slate",
};

static const char *const favours_name[] = {
    [FAVOURS_NEITHER] = "none",
    [FAVOURS_HIGH] = "high",
    [FAVOURS_LOW] = "low",
};

static const char *const tone_name[] = {
    [TONE_LIGHT] = "light",
    [TONE_MIXED] = "mixed",
    [TONE_HEAVY] = "heavy",
};

static const char *const settle_name[] = {
    [SETTLE_AGREED] = "agreed",
    [SETTLE_MEDIAN] = "median",
    [SETTLE_MEAN] = "mean",
    [SETTLE_FIRST] = "first",
    [SETTLE_NONE] = "none",
};

/* A text of the rules, filled; null where there is none. */
static void
filled(struct form *f, const char *key, const struct bitext *text)
{
    const char *s = text->t[f->lang].s;

    json_text(f->j, key, s == NULL ? NULL : fill_text(f->a, &f->fill, s));
}

static void
number(struct form *f, const char *key, int value)
{
    json_milli(f->j, key, value * 1000L);
}

static void
id(struct form *f, const struct named *is)
{
    json_open(f->j, "id", '{');
    json_text(f->j, "nl", is->also.n > 0 ? is->also.v[0].s : is->id);
    json_text(f->j, "en", is->id);
    json_close(f->j, '{');
    json_open(f->j, "names", '[');
    json_text(f->j, NULL, is->id);
    for (int i = 0; i < is->also.n; i++)
        json_text(f->j, NULL, is->also.v[i].s);
    json_close(f->j, '[');
}

static void
form_question(struct form *f, const struct question *q)
{
    f->fill.word = fill_question_word(f->a, f->iv, q, f->lang);
    json_open(f->j, NULL, '{');
    json_text(f->j, "id", arena_printf(f->a, "v%02d", q->number));
    json_text(f->j, "chip", fill_chip(f->a, q->number, f->lang));
    json_text(f->j, "kind", kind_name[q->kind]);
    if (q->kind == QUESTION_WORD)
        number(f, "word", q->word);
    filled(f, "title", &q->title);
    filled(f, "text", &q->text);
    if (q->full.t[f->lang].s != NULL)
        filled(f, "full", &q->full);
    json_open(f->j, "probes", '[');
    for (int i = 0; i < q->probes.n; i++)
        filled(f, NULL, &q->probes.v[i]);
    json_close(f->j, '[');
    json_close(f->j, '{');
    f->fill.word = NULL;
}

static void
form_group(struct form *f, const struct group *g)
{
    json_open(f->j, NULL, '{');
    id(f, &g->is);
    filled(f, "title", &g->title);
    filled(f, "intro", &g->intro);
    json_text(f->j, "mark", mark_name[g->mark]);
    json_text(f->j, "colour", color_name[g->color]);
    json_close(f->j, '{');
}

static void
form_bands(struct form *f, const struct scale *s, const struct bands *bands)
{
    json_open(f->j, "bands", '[');
    for (int i = 0; i < bands->n; i++) {
        const struct band *b = &bands->v[i];

        json_open(f->j, NULL, '{');
        json_text(f->j, "id", b->id);
        json_milli(f->j, "from", b->from);
        filled(f, "word", &b->label);
        filled(f, "short", &b->brief);
        filled(f, "about", &b->about);
        filled(f, "anchor", &s->anchor[i]);
        filled(f, "means", &s->means[i]);
        json_close(f->j, '{');
    }
    json_close(f->j, '[');
}

/* What may be entered, each with the number of its band. */
static void
form_points(struct form *f, const struct scale *s, int index)
{
    int step = f->rules->half_points ? 500 : 1000;

    json_open(f->j, "points", '[');
    for (int v = s->min * 1000; v <= s->max * 1000; v += step) {
        struct buf score = buf_new(f->a);

        buf_milli(&score, v);
        json_open(f->j, NULL, '{');
        json_text(f->j, "score", score.p);
        number(f, "band", rules_band(f->rules, index, v));
        json_close(f->j, '{');
    }
    json_close(f->j, '[');
}

static void
form_scale(struct form *f, const struct scale *s, int index)
{
    const struct bands *bands = &f->rules->bands[s->bands];

    json_open(f->j, NULL, '{');
    id(f, &s->is);
    json_text(f->j, "code", s->code.s);
    json_text(f->j, "group", f->rules->groups[s->group].is.id);
    json_bool(f->j, "teacher", s->show[COPY_TEACHER]);
    filled(f, "title", &s->title);
    filled(f, "about", &s->about);
    number(f, "min", s->min);
    number(f, "max", s->max);
    json_text(f->j, "favourable", favours_name[s->favours]);
    json_open(f->j, "ends", '[');
    filled(f, NULL, &bands->v[0].label);
    filled(f, NULL, &bands->v[bands->n - 1].label);
    json_close(f->j, '[');
    form_bands(f, s, bands);
    form_points(f, s, index);
    json_close(f->j, '{');
}

static void
form_feelings(struct form *f)
{
    json_open(f->j, "feelings", '[');
    for (int i = 0; i < f->rules->nfeelings; i++) {
        const struct feeling *feeling = &f->rules->feelings[i];

        json_open(f->j, NULL, '{');
        id(f, &feeling->is);
        filled(f, "title", &feeling->title);
        json_text(f->j, "tone", tone_name[feeling->tone]);
        json_close(f->j, '{');
    }
    json_close(f->j, '[');
}

static void
form_goals(struct form *f)
{
    json_open(f->j, "goals", '[');
    for (int i = 0; i < f->rules->ngoals; i++) {
        json_open(f->j, NULL, '{');
        id(f, &f->rules->goals[i].is);
        filled(f, "title", &f->rules->goals[i].title);
        filled(f, "idea", &f->rules->goals[i].idea);
        json_close(f->j, '{');
    }
    json_close(f->j, '[');
}

static void
form_regimes(struct form *f)
{
    json_open(f->j, "regimes", '[');
    for (int i = 0; i < f->rules->nretentions; i++) {
        json_open(f->j, NULL, '{');
        id(f, &f->rules->retentions[i].is);
        filled(f, "text", &f->rules->retentions[i].text);
        number(f, "years", f->rules->retentions[i].years);
        json_close(f->j, '{');
    }
    json_close(f->j, '[');
}

static void
form_subscales(struct form *f, int questionnaire)
{
    json_open(f->j, "subscales", '[');
    for (int i = 0; i < f->rules->nsubscales; i++) {
        const struct subscale *s = &f->rules->subscales[i];
        int min, max;

        if (s->questionnaire != questionnaire)
            continue;
        rules_subscale_range(f->rules, s, &min, &max);
        json_open(f->j, NULL, '{');
        id(f, &s->is);
        filled(f, "title", &s->title);
        json_milli(f->j, "min", min);
        json_milli(f->j, "max", max);
        json_close(f->j, '{');
    }
    json_close(f->j, '[');
}

static void
form_questionnaires(struct form *f)
{
    json_open(f->j, "questionnaires", '[');
    for (int i = 0; i < f->rules->nquestionnaires; i++) {
        const struct questionnaire *q = &f->rules->questionnaires[i];

        json_open(f->j, NULL, '{');
        id(f, &q->is);
        filled(f, "title", &q->title);
        number(f, "min", q->min);
        number(f, "max", q->max);
        number(f, "items", q->items);
        form_subscales(f, i);
        json_close(f->j, '{');
    }
    json_close(f->j, '[');
}

static void
form_readers(struct form *f)
{
    const char *settle[sizeof f->rules->settle / sizeof *f->rules->settle];

    for (int i = 0; i < f->rules->nsettle; i++)
        settle[i] = settle_name[f->rules->settle[i]];
    json_texts(f->j, "settle", settle, f->rules->nsettle);
    json_milli(f->j, "differ_from", f->rules->differ_from);
    json_bool(f->j, "half", f->rules->half_points);
}

void
form_rules(struct arena *a, struct json *j, const struct rules *rules,
    const struct interview *iv, enum lang lang)
{
    struct form f = {.a = a,
        .j = j,
        .rules = rules,
        .iv = iv,
        .fill = {.rules = rules, .interview = iv, .lang = lang},
        .lang = lang};

    json_open(j, "rules", '{');
    json_text(j, "id", rules->id.s);
    filled(&f, "title", &rules->title);
    filled(&f, "note", &rules->note);
    form_readers(&f);
    json_open(j, "questions", '[');
    for (int i = 0; i < rules->nquestions; i++)
        form_question(&f, &rules->questions[i]);
    json_close(j, '[');
    json_open(j, "groups", '[');
    for (int i = 0; i < rules->ngroups; i++)
        form_group(&f, &rules->groups[i]);
    json_close(j, '[');
    json_open(j, "scales", '[');
    for (int i = 0; i < rules->nscales; i++)
        form_scale(&f, &rules->scales[i], i);
    json_close(j, '[');
    form_feelings(&f);
    form_goals(&f);
    form_regimes(&f);
    form_questionnaires(&f);
    json_close(j, '{');
}
