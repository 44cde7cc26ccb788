/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Settling: for every scale the first way that the rules name and that
   applies, over the readers who gave a number.  Whole thousandths only, so
   that no rounding can move a score over a band's edge. */
#include "method/score.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* The numbers of one scale, and what settles them. */
struct numbers {
    const int *v; /* in file order */
    int n;
    const struct scored *agreed; /* NULL: nothing was agreed */
};

const struct scored *
scored_find(const struct scored *v, int n, int scale)
{
    for (int i = 0; i < n; i++)
        if (v[i].scale_index == scale)
            return &v[i];
    return NULL;
}

/* sum / n to the nearest whole, halves up also below zero. */
static int
mean_half_up(long long sum, int n)
{
    long long twice = 2 * sum + n, by = 2LL * n, q = twice / by;

    if (twice % by < 0)
        q--;
    return (int)q;
}

static int
compare_int(const void *a, const void *b)
{
    int x = *(const int *)a, y = *(const int *)b;

    return (x > y) - (x < y);
}

static int
median(struct arena *a, const struct numbers *in)
{
    int *v = NEW(a, int, in->n), mid = in->n / 2;

    memcpy(v, in->v, (size_t)in->n * sizeof *v);
    qsort(v, (size_t)in->n, sizeof *v, compare_int);
    if (in->n % 2 == 1)
        return v[mid];
    return mean_half_up((long long)v[mid - 1] + v[mid], 2);
}

static int
mean(const struct numbers *in)
{
    long long sum = 0;

    for (int i = 0; i < in->n; i++)
        sum += in->v[i];
    return mean_half_up(sum, in->n);
}

/* Whether `how` settles these numbers, and on what. */
static bool
settle_try(
    struct arena *a, enum settle how, const struct numbers *in, int *value)
{
    switch (how) {
    case SETTLE_AGREED:
        if (in->agreed == NULL)
            return false;
        *value = in->agreed->score;
        return true;
    case SETTLE_MEDIAN:
        if (in->n == 0)
            return false;
        *value = median(a, in);
        return true;
    case SETTLE_MEAN:
        if (in->n == 0)
            return false;
        *value = mean(in);
        return true;
    case SETTLE_FIRST:
        if (in->n == 0)
            return false;
        *value = in->v[0];
        return true;
    case SETTLE_NONE:
        break;
    }
    return false;
}

static void
scale_settle(struct arena *a, const struct rules *rules,
    const struct numbers *in, struct scale_score *out)
{
    out->band = -1;
    out->how = SETTLE_NONE;
    out->state = in->n > 0 ? SCORE_UNSETTLED : SCORE_NONE;
    for (int i = 0; i < rules->nsettle; i++) {
        if (rules->settle[i] == SETTLE_NONE)
            return;
        if (out->differs && rules->settle[i] != SETTLE_AGREED)
            continue;
        if (!settle_try(a, rules->settle[i], in, &out->value))
            continue;
        out->state = SCORE_SETTLED;
        out->how = rules->settle[i];
        out->band = rules_band(rules, out->scale, out->value);
        return;
    }
}

static void
scale_score(struct arena *a, const struct rules *rules,
    const struct interview *iv, struct scale_score *out)
{
    int *v = NEW(a, int, iv->nreadings);
    struct numbers in = {.v = v};
    const struct scored *agreed =
        scored_find(iv->agreed, iv->nagreed, out->scale);

    out->readers = NEW(a, struct reader_score, iv->nreadings);
    for (int i = 0; i < iv->nreadings; i++) {
        const struct reading *r = &iv->readings[i];
        const struct scored *s = scored_find(r->scores, r->nscores, out->scale);

        out->readers[i].from = s;
        if (s == NULL || s->na)
            continue;
        if (in.n == 0 || s->score < out->low)
            out->low = s->score;
        if (in.n == 0 || s->score > out->high)
            out->high = s->score;
        v[in.n++] = s->score;
    }
    if (agreed != NULL && !agreed->na)
        in.agreed = agreed;
    out->nscored = in.n;
    out->differs = in.n > 1 && out->high - out->low >= rules->differ_from;
    scale_settle(a, rules, &in, out);
}

struct scores *
score_interview(struct arena *a, const struct rules *rules,
    const struct interview *interview)
{
    struct scores *s = NEW(a, struct scores, 1);

    s->rules = rules;
    s->interview = interview;
    s->n = rules->nscales;
    s->nreaders = interview->nreadings;
    s->v = NEW(a, struct scale_score, s->n);
    for (int i = 0; i < s->n; i++) {
        s->v[i].scale = i;
        scale_score(a, rules, interview, &s->v[i]);
    }
    return s;
}

enum score_basis
score_basis(const struct scale_score *v)
{
    if (v->how == SETTLE_AGREED)
        return BASIS_TOGETHER;
    if (v->nscored < 2)
        return BASIS_ONE;
    if (v->low == v->high)
        return BASIS_TOGETHER;
    if (v->how == SETTLE_FIRST)
        return BASIS_FIRST;
    if (v->nscored == 2 || (v->how == SETTLE_MEDIAN && v->nscored % 2 == 0))
        return BASIS_HALFWAY;
    return v->how == SETTLE_MEDIAN ? BASIS_MIDDLE : BASIS_MEAN;
}

const char *const score_state_name[] = {
    [SCORE_NONE] = "none",
    [SCORE_UNSETTLED] = "unsettled",
    [SCORE_SETTLED] = "settled",
};

const char *const score_settle_name[] = {
    [SETTLE_AGREED] = "agreed",
    [SETTLE_MEDIAN] = "median",
    [SETTLE_MEAN] = "mean",
    [SETTLE_FIRST] = "first",
    [SETTLE_NONE] = "none",
};

const char *
score_band_id(const struct scores *s, int scale)
{
    const struct scale_score *v = &s->v[scale];

    assert(v->band >= 0);
    return s->rules->bands[s->rules->scales[scale].bands].v[v->band].id;
}

static void
readers_dump(
    const struct scores *s, const struct scale_score *v, struct buf *out)
{
    for (int i = 0; i < s->nreaders; i++) {
        const struct scored *from = v->readers[i].from;
        const char *by = s->interview->readings[i].by.s;

        buf_printf(out, " %s=", by == NULL ? "?" : by);
        if (from == NULL)
            buf_putc(out, '-');
        else if (from->na)
            buf_puts(out, "na");
        else
            buf_milli(out, from->score);
    }
}

void
scores_dump(const struct scores *s, struct buf *out)
{
    const char *id = s->interview->case_id.s;

    buf_printf(
        out, "scores %s readers=%d\n", id == NULL ? "?" : id, s->nreaders);
    for (int i = 0; i < s->n; i++) {
        const struct scale_score *v = &s->v[i];

        buf_printf(out, "  %s %s", s->rules->scales[i].is.id,
            score_state_name[v->state]);
        if (v->state == SCORE_SETTLED) {
            buf_putc(out, ' ');
            buf_milli(out, v->value);
            buf_printf(out, " %s by=%s", score_band_id(s, i),
                score_settle_name[v->how]);
        }
        if (v->nscored > 0) {
            buf_puts(out, " spread=");
            buf_milli(out, v->low);
            buf_puts(out, "..");
            buf_milli(out, v->high);
        }
        if (v->differs)
            buf_puts(out, " differs");
        readers_dump(s, v, out);
        buf_putc(out, '\n');
    }
}
