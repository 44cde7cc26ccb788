/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Agreement as text, CSV and JSON.  One table names the statistics; a figure
   that would mean nothing prints its reason instead. */
#include "method/agree.h"

#include "base/utf8.h"
#include "method/fill.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What a statistic is computed over. */
enum over { OVER_PAIRS, OVER_READERS, OVER_SCORES, OVER_CASES };

static const char *const over_word[LANG_COUNT][4][2] = {
    [LANG_NL] =
        {
            [OVER_PAIRS] = {"paar", "paren"},
            [OVER_READERS] = {"paar lezers", "paren lezers, gemiddeld"},
            [OVER_SCORES] = {"score", "scores"},
            [OVER_CASES] = {"volledig dossier", "volledige dossiers"},
        },
    [LANG_EN] =
        {
            [OVER_PAIRS] = {"pair", "pairs"},
            [OVER_READERS] = {"pair of readers", "pairs of readers, mean"},
            [OVER_SCORES] = {"score", "scores"},
            [OVER_CASES] = {"complete case", "complete cases"},
        },
};

/* Name in CSV and JSON, name in text. */
static const struct {
    const char *id, *title[LANG_COUNT];
    enum over over;
} statistic[AGREE_STATISTICS] = {
    [AGREE_EXACT] = {"exact", {"precies gelijk", "exactly equal"}, OVER_PAIRS},
    [AGREE_WITHIN_ONE] = {"within_one",
        {"hooguit een punt verschil", "one point apart at most"}, OVER_PAIRS},
    [AGREE_KAPPA] = {"kappa_quadratic",
        {"gewogen kappa, kwadratisch", "weighted kappa, quadratic"},
        OVER_READERS},
    [AGREE_ALPHA_ORDINAL] = {"alpha_ordinal",
        {"Krippendorffs alfa, ordinaal", "Krippendorff’s alpha, ordinal"},
        OVER_SCORES},
    [AGREE_ALPHA_INTERVAL] = {"alpha_interval",
        {"Krippendorffs alfa, interval", "Krippendorff’s alpha, interval"},
        OVER_SCORES},
    [AGREE_ICC_1_1] = {"icc_1_1", {"ICC(1,1)", "ICC(1,1)"}, OVER_CASES},
    [AGREE_ICC_2_1] = {"icc_2_1", {"ICC(2,1)", "ICC(2,1)"}, OVER_CASES},
    [AGREE_ICC_3_1] = {"icc_3_1", {"ICC(3,1)", "ICC(3,1)"}, OVER_CASES},
    [AGREE_ICC_1_K] = {"icc_1_k", {"ICC(1,k)", "ICC(1,k)"}, OVER_CASES},
    [AGREE_ICC_2_K] = {"icc_2_k", {"ICC(2,k)", "ICC(2,k)"}, OVER_CASES},
    [AGREE_ICC_3_K] = {"icc_3_k", {"ICC(3,k)", "ICC(3,k)"}, OVER_CASES},
};

static const struct {
    const char *id, *text[LANG_COUNT];
} refusal[] = {
    [AGREE_GIVEN] = {"", {"", ""}},
    [AGREE_ONE_READER] = {"one_reader",
        {"geen dossier met twee lezers", "no case with two readers"}},
    [AGREE_ONE_CASE] = {"one_case",
        {"minder dan twee dossiers", "fewer than two cases"}},
    [AGREE_NO_VARIANCE] = {"no_variance",
        {"geen verschil tussen scores of tussen dossiers",
            "no difference between scores or between cases"}},
    [AGREE_FEW_COMPLETE] = {"few_complete",
        {"minder dan twee dossiers die elke lezer scoorde",
            "fewer than two cases that every reader scored"}},
    [AGREE_TOO_LOW] = {"too_low",
        {"ICC(2,1) is daarvoor te laag", "ICC(2,1) is too low for that"}},
};

enum say {
    SAY_CASE,
    SAY_CASES,
    SAY_K,
    SAY_ALL,
    SAY_TO,
    SAY_SCALES,
    SAY_ROWS,
    SAY_COUNT
};

static const char *const say[LANG_COUNT][SAY_COUNT] = {
    [LANG_NL] = {"dossier", "dossiers",
        "ICC: 95%-betrouwbaarheidsinterval; k is het aantal lezers",
        "Alle schalen van", "tot", "schalen",
        "keer een schaal van een dossier"},
    [LANG_EN] = {"case", "cases",
        "ICC: 95% confidence interval; k is the number of readers",
        "All scales from", "to", "scales", "times a scale of a case"},
};

static long
rounded(double v, double unit)
{
    return (long)floor(v * unit + 0.5);
}

const char *
agree_two_decimals(struct arena *a, double v, enum lang lang)
{
    long h = rounded(v, 100), whole = labs(h) / 100, part = labs(h) % 100;

    return arena_printf(a, "%s%ld%c%02ld", h < 0 ? "-" : "", whole,
        lang == LANG_NL ? ',' : '.', part);
}

static void
figure_print(enum agree_statistic which, const struct agree_figure *f,
    enum lang lang, struct buf *out)
{
    const char *title = statistic[which].title[lang];
    int pad = 32 - (int)utf8_count(title, strlen(title));

    buf_printf(out, "  %s%*s", title, pad, "");
    if (f->refusal != AGREE_GIVEN) {
        buf_printf(out, "    -  %s\n", refusal[f->refusal].text[lang]);
        return;
    }
    buf_printf(out, "%5s", agree_two_decimals(out->a, f->value, lang));
    if (f->has_limits)
        buf_printf(out, "  [%s; %s]", agree_two_decimals(out->a, f->low, lang),
            agree_two_decimals(out->a, f->high, lang));
    buf_printf(out, "  %d %s\n", f->n,
        over_word[lang][statistic[which].over][f->n != 1]);
}

/* A scale's title; no one child is meant, so placeholders print as words. */
static const char *
scale_title(struct arena *a, const struct rules *r, int scale, enum lang lang)
{
    const struct interview nobody = {0};
    struct fill env = {.rules = r, .interview = &nobody, .lang = lang};
    const char *title = r->scales[scale].title.t[lang].s;

    return title == NULL ? r->scales[scale].is.id : fill_text(a, &env, title);
}

static void
figures_print(const struct agree_scale *v, enum lang lang, struct buf *out)
{
    if (v->v[AGREE_EXACT].refusal != AGREE_GIVEN) { /* then so are all */
        buf_printf(
            out, "  %s\n", refusal[v->v[AGREE_EXACT].refusal].text[lang]);
        return;
    }
    for (int i = 0; i < AGREE_STATISTICS; i++)
        figure_print((enum agree_statistic)i, &v->v[i], lang, out);
}

static void
scale_print(
    const struct agreement *g, int scale, enum lang lang, struct buf *out)
{
    const struct agree_scale *v = &g->v[scale];

    buf_printf(out, "\n%s: %d %s, %s\n",
        scale_title(out->a, g->rules, scale, lang), v->m.ncases,
        say[lang][v->m.ncases == 1 ? SAY_CASE : SAY_CASES],
        fill_readers(out->a, v->m.nreaders, lang));
    figures_print(v, lang, out);
}

/* All scales together: those of one range, for figures over unlike scales
   would mean nothing. */
static void
all_print(const struct agreement *g, enum lang lang, struct buf *out)
{
    if (g->nall == 0)
        return;
    buf_printf(out, "\n%s %d %s %d: %d %s, %d %s, %s\n", say[lang][SAY_ALL],
        g->all_min, say[lang][SAY_TO], g->all_max, g->nall,
        say[lang][SAY_SCALES], g->all.m.ncases, say[lang][SAY_ROWS],
        fill_readers(out->a, g->all.m.nreaders, lang));
    figures_print(&g->all, lang, out);
}

void
agree_text(const struct agreement *g, enum lang lang, struct buf *out)
{
    buf_printf(out, "%d %s, %s", g->ncases,
        say[lang][g->ncases == 1 ? SAY_CASE : SAY_CASES],
        fill_readers(out->a, g->nreaders, lang));
    for (int i = 0; i < g->nreaders; i++)
        buf_printf(out, "%s%s", i == 0 ? ": " : ", ", g->readers[i]);
    buf_printf(out, "\n%s\n", say[lang][SAY_K]);
    for (int i = 0; i < g->rules->nscales; i++)
        scale_print(g, i, lang, out);
    all_print(g, lang, out);
}

static void
csv_figure(
    const char *id, const struct agree_scale *s, int which, struct csv_put *out)
{
    const struct agree_figure *f = &s->v[which];
    bool given = f->refusal == AGREE_GIVEN;

    csv_put_text(out, id);
    csv_put_int(out, s->m.ncases);
    csv_put_int(out, s->m.nreaders);
    csv_put_text(out, statistic[which].id);
    if (given)
        csv_put_milli(out, rounded(f->value, 1000));
    if (given && f->has_limits) {
        csv_put_milli(out, rounded(f->low, 1000));
        csv_put_milli(out, rounded(f->high, 1000));
    }
    csv_put_empty(out, !given ? 4 : f->has_limits ? 0 : 2);
    if (given)
        csv_put_int(out, f->n);
    csv_put_text(out, refusal[f->refusal].id);
    csv_put_row(out);
}

void
agree_csv(const struct agreement *g, struct csv_put *out)
{
    static const char *const heads[] = {"scale", "cases", "readers",
        "statistic", "value", "low", "high", "over", "refused"};

    csv_put_head(out);
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        csv_put_text(out, heads[i]);
    csv_put_row(out);
    for (int i = 0; i < g->rules->nscales; i++)
        for (int k = 0; k < AGREE_STATISTICS; k++)
            csv_figure(g->rules->scales[i].is.id, &g->v[i], k, out);
    for (int k = 0; g->nall > 0 && k < AGREE_STATISTICS; k++)
        csv_figure("*", &g->all, k, out);
}

static void
json_figure(const struct agree_figure *f, int which, struct buf *out)
{
    buf_printf(out, "\"%s\":{", statistic[which].id);
    if (f->refusal != AGREE_GIVEN) {
        buf_printf(
            out, "\"value\":null,\"refused\":\"%s\"}", refusal[f->refusal].id);
        return;
    }
    buf_puts(out, "\"value\":");
    buf_milli(out, rounded(f->value, 1000));
    if (f->has_limits) {
        buf_puts(out, ",\"low\":");
        buf_milli(out, rounded(f->low, 1000));
        buf_puts(out, ",\"high\":");
        buf_milli(out, rounded(f->high, 1000));
    }
    buf_printf(out, ",\"over\":%d}", f->n);
}

static void
json_scale(const struct agree_scale *s, struct buf *out)
{
    buf_printf(out, "\"cases\":%d,\"readers\":%d", s->m.ncases, s->m.nreaders);
    for (int k = 0; k < AGREE_STATISTICS; k++) {
        buf_putc(out, ',');
        json_figure(&s->v[k], k, out);
    }
    buf_putc(out, '}');
}

void
agree_json(const struct agreement *g, struct buf *out)
{
    buf_printf(out, "{\"cases\":%d,\"readers\":[", g->ncases);
    for (int i = 0; i < g->nreaders; i++) {
        if (i > 0)
            buf_putc(out, ',');
        buf_json(out, g->readers[i]);
    }
    buf_puts(out, "],\"scales\":[");
    for (int i = 0; i < g->rules->nscales; i++) {
        if (i > 0)
            buf_putc(out, ',');
        buf_printf(out, "{\"id\":\"%s\",", g->rules->scales[i].is.id);
        json_scale(&g->v[i], out);
    }
    buf_putc(out, ']');
    if (g->nall > 0) {
        buf_printf(out, ",\"overall\":{\"scales\":%d,", g->nall);
        json_scale(&g->all, out);
    }
    buf_puts(out, "}\n");
}
