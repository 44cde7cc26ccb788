/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Why each pattern and prompt was or was not chosen: its conditions as
   written, whether each holds, and the value it was held against. */
#include "method/score_text.h"

#include <string.h>

enum explain_word {
    EXPLAIN_HEAD,
    EXPLAIN_FOR,
    EXPLAIN_ALWAYS,
    EXPLAIN_YES,
    EXPLAIN_NO,
    EXPLAIN_NOT_SCORED,
    EXPLAIN_UNSETTLED,
    EXPLAIN_SPREAD,
    EXPLAIN_HOLDS,
    EXPLAIN_FIRST,
    EXPLAIN_NEVER,
    EXPLAIN_NO_ANY,
    EXPLAIN_PLACE,
    EXPLAIN_COUNT
};

static const char *const explain_word[LANG_COUNT][EXPLAIN_COUNT] = {
    [LANG_NL] =
        {
            [EXPLAIN_HEAD] = "Een kaart drukt de eerste een of twee aanzetten "
                             "van zijn schaal af, een fase de eerste twee.",
            [EXPLAIN_FOR] = "voor",
            [EXPLAIN_ALWAYS] = "geen voorwaarde",
            [EXPLAIN_YES] = "ja ",
            [EXPLAIN_NO] = "nee",
            [EXPLAIN_NOT_SCORED] = "niet gescoord",
            [EXPLAIN_UNSETTLED] = "niet vastgesteld",
            [EXPLAIN_SPREAD] = "lezers",
            [EXPLAIN_HOLDS] = "gaat op",
            [EXPLAIN_FIRST] = "gaat op en is het eerste: geeft uitgelicht en "
                              "wat opvalt, waar het interview dat niet doet",
            [EXPLAIN_NEVER] = "gaat niet op: niet gekozen",
            [EXPLAIN_NO_ANY] = "geen enkele any gaat op: niet gekozen",
            [EXPLAIN_PLACE] = "plaats",
        },
    [LANG_EN] =
        {
            [EXPLAIN_HEAD] = "A card prints the first one or two prompts of "
                             "its scale, a phase the first two.",
            [EXPLAIN_FOR] = "for",
            [EXPLAIN_ALWAYS] = "no condition",
            [EXPLAIN_YES] = "yes",
            [EXPLAIN_NO] = "no ",
            [EXPLAIN_NOT_SCORED] = "not scored",
            [EXPLAIN_UNSETTLED] = "not settled",
            [EXPLAIN_SPREAD] = "readers",
            [EXPLAIN_HOLDS] = "holds",
            [EXPLAIN_FIRST] = "holds and is the first: gives focus and "
                              "notice where the interview gives none",
            [EXPLAIN_NEVER] = "does not hold: not chosen",
            [EXPLAIN_NO_ANY] = "not one any holds: not chosen",
            [EXPLAIN_PLACE] = "place",
        },
};

/* What every line needs. */
struct explain {
    const struct scores *s;
    const struct profile *p;
    enum lang lang;
    struct buf *out;
    struct chosen *chosen; /* room for all prompts of a target */
    int max;
};

static void
value_print(const struct explain *e, int scale)
{
    const struct scale_score *v = &e->s->v[scale];

    buf_printf(e->out, "%s ", e->s->rules->scales[scale].is.id);
    switch (v->state) {
    case SCORE_NONE:
        buf_puts(e->out, explain_word[e->lang][EXPLAIN_NOT_SCORED]);
        break;
    case SCORE_UNSETTLED:
        buf_puts(e->out, explain_word[e->lang][EXPLAIN_UNSETTLED]);
        break;
    case SCORE_SETTLED:
        buf_milli(e->out, v->value);
        buf_printf(e->out, " (%s)", score_band_id(e->s, scale));
        break;
    }
}

static void
condition_print(
    const struct explain *e, const char *key, int i, const struct condition *c)
{
    const struct scale_score *v = &e->s->v[c->scale];

    buf_printf(e->out, "  %s.%d  %s  %s  [", key, i + 1,
        explain_word[e->lang]
                    [condition_holds(e->s, c) ? EXPLAIN_YES : EXPLAIN_NO],
        c->source.s);
    value_print(e, c->scale);
    if (c->kind == CONDITION_MORE_THAN) {
        buf_puts(e->out, ", ");
        value_print(e, c->other);
    }
    if (c->kind == CONDITION_DIFFERS && v->nscored > 0) {
        buf_printf(e->out, ", %s ", explain_word[e->lang][EXPLAIN_SPREAD]);
        buf_milli(e->out, v->low);
        buf_puts(e->out, "..");
        buf_milli(e->out, v->high);
    }
    buf_puts(e->out, "]\n");
}

static void
conditions_print(const struct explain *e, const struct conditions *c)
{
    if (c->nall + c->nany == 0)
        buf_printf(e->out, "  %s\n", explain_word[e->lang][EXPLAIN_ALWAYS]);
    for (int i = 0; i < c->nall; i++)
        condition_print(e, "when", i, &c->all[i]);
    for (int i = 0; i < c->nany; i++)
        condition_print(e, "any", i, &c->any[i]);
}

/* The first condition that stands in the way. */
static void
refusal_print(const struct explain *e, const struct conditions *c)
{
    for (int i = 0; i < c->nall; i++)
        if (!condition_holds(e->s, &c->all[i])) {
            buf_printf(e->out, "  -> when.%d %s\n", i + 1,
                explain_word[e->lang][EXPLAIN_NEVER]);
            return;
        }
    buf_printf(e->out, "  -> %s\n", explain_word[e->lang][EXPLAIN_NO_ANY]);
}

static void
target_print(const struct explain *e, enum target target, int index)
{
    const struct rules *r = e->s->rules;

    switch (target) {
    case TARGET_PROFILE:
        buf_puts(e->out, "profile");
        break;
    case TARGET_SCALE:
        buf_printf(e->out, "scale %s", r->scales[index].is.id);
        break;
    case TARGET_GROUP:
        buf_printf(e->out, "group %s", r->groups[index].is.id);
        break;
    case TARGET_PHASE:
        buf_printf(e->out, "phase %s", r->phases[index].is.id);
        break;
    }
}

/* The place of a text among the prompts of its target. */
static void
place_print(const struct explain *e, enum target target, int index,
    const struct bitext *text)
{
    const char *s = text->t[e->lang].s;
    int n = profile_prompts(
        e->out->a, e->p, target, index, e->lang, e->max, NULL, NULL, e->chosen);

    for (int i = 0; s != NULL && i < n; i++)
        if (e->chosen[i].text.s == s) {
            buf_printf(e->out, "  -> %s %d %s ",
                explain_word[e->lang][EXPLAIN_PLACE], i + 1,
                explain_word[e->lang][EXPLAIN_FOR]);
            target_print(e, target, index);
            buf_putc(e->out, '\n');
            return;
        }
}

static void
pattern_print(const struct explain *e, const struct pattern *q)
{
    bool first = e->p->npatterns > 0 && e->p->patterns[0] == q;

    buf_printf(e->out, "pattern %s\n", q->is.id);
    conditions_print(e, &q->when);
    if (!conditions_hold(e->s, &q->when)) {
        refusal_print(e, &q->when);
        return;
    }
    buf_printf(e->out, "  -> %s\n",
        explain_word[e->lang][first ? EXPLAIN_FIRST : EXPLAIN_HOLDS]);
    place_print(e, q->target, q->index, &q->prompt);
}

static void
prompt_print(const struct explain *e, const struct prompt *q)
{
    buf_printf(
        e->out, "prompt %s, %s ", q->is.id, explain_word[e->lang][EXPLAIN_FOR]);
    target_print(e, q->target, q->index);
    buf_putc(e->out, '\n');
    conditions_print(e, &q->when);
    if (conditions_hold(e->s, &q->when))
        place_print(e, q->target, q->index, &q->text);
    else
        refusal_print(e, &q->when);
}

void
score_explain(const struct scores *s, const struct profile *p, enum lang lang,
    struct buf *out)
{
    struct explain e = {.s = s, .p = p, .lang = lang, .out = out};
    const struct rules *r = s->rules;

    e.max = r->nprompts + r->npatterns;
    for (int i = 0; i < s->interview->nprompts; i++)
        e.max += s->interview->prompts[i].texts.n;
    buf_printf(out, "%s\n", explain_word[lang][EXPLAIN_HEAD]);
    e.chosen = NEW(out->a, struct chosen, e.max);
    for (int i = 0; i < r->npatterns; i++)
        pattern_print(&e, &r->patterns[i]);
    for (int i = 0; i < r->nprompts; i++)
        prompt_print(&e, &r->prompts[i]);
}
