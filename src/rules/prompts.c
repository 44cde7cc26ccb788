/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "rules/read.h"

#include "rules/condition.h"

#include <string.h>

/* What is for something: prompts, patterns and references, with the
   conditions on which they hold. */

/* --- conditions --- */

static bool
read_conditions(struct arena *a, struct rules_loader *l,
    const struct ini_section *s, const char *key, struct condition **v, int *n)
{
    struct ini_entry *e = NULL;
    bool ok = true;
    int count = 0, due = 0;

    for (e = s->first; e != NULL; e = e->next)
        count++;
    *v = NEW(a, struct condition, count);
    while ((e = field_ini_part(l->d, s, e, key, &due, &ok)) != NULL) {
        struct text text = {e->value, e->at};

        if (condition_parse(a, l->d, l->out, &text, &(*v)[*n]))
            ++*n;
        else
            ok = false;
    }
    return ok;
}

static bool
read_when(struct arena *a, struct rules_loader *l, const struct ini_section *s,
    struct conditions *c)
{
    bool ok = read_conditions(a, l, s, "when", &c->all, &c->nall);

    return read_conditions(a, l, s, "any", &c->any, &c->nany) && ok;
}

/* "scale secure_base": a word and an id of its kind; `*id` is where the id
   begins, `*at` its place.  NULL where the word alone stands there. */
static const char *
after_word(const struct ini_entry *e, const char *word, struct pos *at)
{
    size_t n = strlen(word);
    const char *id = e->value + n;

    if (strncmp(e->value, word, n) != 0 || *id != ' ')
        return NULL;
    while (*id == ' ')
        id++;
    *at = e->at;
    at->col += (int)(id - e->value);
    return id;
}

static bool
read_target(struct arena *a, struct rules_loader *l,
    const struct ini_section *s, enum target *target, int *index)
{
    static const struct {
        enum rules_section kind;
        enum target target;
    } targets[] = {
        {RULES_SCALE, TARGET_SCALE},
        {RULES_GROUP, TARGET_GROUP},
        {RULES_PHASE, TARGET_PHASE},
    };
    const struct ini_entry *e = field_ini_take(s, "for");

    *target = TARGET_PROFILE;
    *index = -1;
    if (e == NULL || strcmp(e->value, "profile") == 0)
        return true;
    for (size_t i = 0; i < sizeof targets / sizeof targets[0]; i++) {
        enum rules_section kind = targets[i].kind;
        struct pos at;
        const char *id = after_word(e, rules_kinds[kind].name, &at);

        if (id == NULL)
            continue;
        *target = targets[i].target;
        *index = rules_find(l->out, kind, id);
        return *index >= 0 || rules_unknown(a, l, kind, id, at);
    }
    diag_error(l->d, e->at, "R278", "a prompt cannot be for \"%s\"", e->value);
    diag_help(l->d, "write scale ID, group ID, phase ID or profile");
    return false;
}

bool
rules_own_prompt(struct arena *a, struct rules_loader *l,
    const struct ini_section *s, void *item)
{
    struct prompt *p = item;
    bool ok = read_target(a, l, s, &p->target, &p->index);

    if (ini_entry(s, "for") == NULL)
        ok = rules_missing_key(l, s, "for");
    return read_when(a, l, s, &p->when) && ok;
}

static bool
has_focus(const struct pattern *p, int scale)
{
    for (int i = 0; i < p->nfocus; i++)
        if (p->focus[i] == scale)
            return true;
    return false;
}

static bool
read_focus(struct arena *a, struct rules_loader *l, const struct ini_section *s,
    struct pattern *p)
{
    static const struct field list = {
        .name = {"focus", "focus"}, .type = FIELD_TEXTS};
    const struct ini_entry *e = field_ini_take(s, "focus");
    struct texts ids = {0};
    bool ok;

    if (e == NULL)
        return true;
    ok = field_set(a, l->d, 'R', &list, LANG_EN, e->value, e->at, &ids);
    p->focus = NEW(a, int, ids.n);
    for (int i = 0; i < ids.n; i++) {
        int scale = rules_scale(l->out, ids.v[i].s);

        if (scale < 0)
            ok = rules_unknown(a, l, RULES_SCALE, ids.v[i].s, ids.v[i].at);
        else if (has_focus(p, scale))
            ok = diag_error(l->d, ids.v[i].at, "R258",
                "\"%s\" stands here a second time", ids.v[i].s);
        else
            p->focus[p->nfocus++] = scale;
    }
    return ok;
}

bool
rules_own_pattern(struct arena *a, struct rules_loader *l,
    const struct ini_section *s, void *item)
{
    struct pattern *p = item;
    bool ok = read_target(a, l, s, &p->target, &p->index);

    ok &= read_when(a, l, s, &p->when);
    return read_focus(a, l, s, p) && ok;
}

/* --- references --- */

static bool
reference_target(struct arena *a, struct rules_loader *l,
    const struct ini_section *s, struct reference *x)
{
    const struct ini_entry *e = field_ini_take(s, "for");
    const char *id;
    struct pos at;

    x->scale = x->subscale = -1;
    if (e == NULL)
        return rules_missing_key(l, s, "for");
    if ((id = after_word(e, "scale", &at)) != NULL) {
        x->scale = rules_scale(l->out, id);
        return x->scale >= 0 || rules_unknown(a, l, RULES_SCALE, id, at);
    }
    if ((id = after_word(e, "subscale", &at)) != NULL) {
        x->subscale = rules_subscale(l->out, id);
        return x->subscale >= 0 ||
               diag_error(l->d, at, "R325", "unknown subscale \"%s\"", id);
    }
    diag_error(
        l->d, e->at, "R278", "a reference cannot be for \"%s\"", e->value);
    diag_help(l->d, "write scale ID or subscale QUESTIONNAIRE.ID");
    return false;
}

static bool
read_number(struct arena *a, struct rules_loader *l,
    const struct ini_section *s, const char *key, int *value)
{
    struct field f = {.name = {key, key}, .type = FIELD_NUM};
    const struct ini_entry *e = field_ini_take(s, key);

    return e == NULL ||
           field_set(a, l->d, 'R', &f, LANG_EN, e->value, e->at, value);
}

bool
rules_own_reference(struct arena *a, struct rules_loader *l,
    const struct ini_section *s, void *item)
{
    struct reference *x = item;
    bool ok = reference_target(a, l, s, x);

    ok &= read_number(a, l, s, "low", &x->low);
    ok &= read_number(a, l, s, "high", &x->high);
    x->has_range = ini_entry(s, "low") != NULL;
    if (x->has_range != (ini_entry(s, "high") != NULL))
        ok = diag_error(l->d, s->at, "R327",
            "[%s] has one of \"low\" and \"high\", not both", s->name);
    return ok;
}
