/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Line breaking: time for 1500 words with fake metrics, and with a real font
   how even justified Dutch text is set.  Arguments: texts to set instead of
   the one below, one paragraph each.  Word gaps are the widths of spaces in
   lines but the last, in 1/1000 em. */
#include "tests/unit/debian.h"
#include "tests/unit/fake_metrics.h"
#include "page/line.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { BENCH_WORDS = 1500, BENCH_TIMES = 200, GAP_MAX = 2000, GAP_FAIR = 350 };

static const char bench_text[] =
    "Juf Anne vertelt dat Martijn vaak boos wordt als de opdracht verandert. "
    "Hij schuift dan zijn stoel naar achteren en zegt dat hij niet meer "
    "meedoet. In het begin stuurde zij hem naar de gang, maar dat hielp "
    "alleen voor even. Sinds de herfstvakantie gaat ze eerst naast hem zitten "
    "en wacht tot hij weer rustig ademhaalt. Soms duurt dat vijf minuten, "
    "soms een kwartier. De andere kinderen weten inmiddels wat er gebeurt en "
    "werken door. Achteraf praten ze samen over wat er moeilijk was, en "
    "Martijn tekent dan hoe het voelde. De onderwijsassistent is op dinsdag "
    "en donderdag in de groep; op die dagen gaat het duidelijk beter. Juf "
    "Anne merkt dat zij zich verantwoordelijk voelt voor zijn veiligheid, en "
    "dat zij daardoor minder geduld heeft met de rest van de klas. Ze vindt "
    "het ingewikkeld om te bepalen wanneer ze moet ingrijpen en wanneer ze "
    "beter kan afwachten. Met zijn moeder heeft ze iedere vrijdagmiddag een "
    "kort gesprek bij het hek, waarin vooral gelukte momenten worden genoemd.";

/* What is counted of justified lines. */
struct gaps {
    int n, widest, lines, hyphens, ladder;
    int of[GAP_MAX + 1]; /* by width; wider ones count as GAP_MAX */
};

static double
bench_clock(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static const char *
bench_words(struct arena *a, int words)
{
    struct buf b = buf_new(a);
    const char *p = bench_text;

    for (int n = 0; n < words; p++) {
        buf_putc(&b, *p == '\0' ? ' ' : *p);
        n += *p == ' ' || *p == '\0';
        if (*p == '\0')
            p = bench_text - 1;
    }
    return b.p;
}

/* The width that `percent` of the gaps do not exceed. */
static int
gaps_percentile(const struct gaps *gaps, int percent)
{
    int n = 0, w = 0;

    while (w < GAP_MAX && (n += gaps->of[w]) * 100 < gaps->n * percent)
        w++;
    return w;
}

static double
gaps_fair(const struct gaps *gaps)
{
    int n = 0;

    for (int w = 0; w <= GAP_FAIR; w++)
        n += gaps->of[w];
    return gaps->n > 0 ? 100.0 * n / gaps->n : 100.0;
}

/* Prints the best time of several, and how it compares with the first that was
   measured. */
static void
bench_time(
    const char *name, const char *text, struct style_def style, double *first)
{
    struct arena *words = arena_new(), *a = arena_new();
    struct fake f = {.a = words};
    struct metrics m = fake_metrics(&f);
    struct hyphenator *h = debian_patterns(a, LANG_NL);
    struct run run = {.text = text, .len = strlen(text)};
    struct paragraph p = {0};
    double best = 1e9;

    m.hyphen[LANG_NL] = h;
    for (int i = 0; i < BENCH_TIMES; i++) {
        double from = bench_clock(), ms;

        line_break(a, &m, &run, 1, &style, LANG_NL, MM(79.5), &p);
        ms = bench_clock() - from;
        best = ms < best ? ms : best;
        arena_reset(words);
        arena_reset(a);
    }
    if (*first == 0)
        *first = best;
    printf("%-46s%.2f times ragged (%.3f ms)\n", name, best / *first, best);
    hyphen_close(h);
    arena_free(a);
    arena_free(words);
}

static void
bench_line_gaps(const struct line *line, bool last, struct gaps *gaps)
{
    bool hyphen = false;

    for (int s = 0; s < line->n; s++) {
        const struct segment *seg = &line->segments[s];

        for (int i = 0; i < seg->nglyphs; i++) {
            const struct glyph *g = &seg->glyphs[i];

            hyphen = g->len == 2 && memcmp(g->text, "\u00ad", 2) == 0;
            if (last || *g->text != ' ' ||
                (s == line->n - 1 && i == seg->nglyphs - 1))
                continue;
            gaps->n++;
            gaps->of[g->advance < GAP_MAX ? g->advance : GAP_MAX]++;
            if (g->advance > gaps->widest)
                gaps->widest = g->advance;
        }
    }
    gaps->lines++;
    gaps->hyphens += hyphen;
    gaps->ladder = hyphen ? gaps->ladder + 1 : 0;
}

static bool
bench_gaps(char **texts, int n, mpt width)
{
    struct style_def style = {.size = PT(9),
        .leading = PT(12.5),
        .justified = true,
        .hyphenate = true};
    struct arena *a = arena_new();
    struct font_files files = debian_lato(a);
    struct font_set *set = font_open(a, diag_new(a, NULL), &files, &files);
    struct hyphenator *h = debian_patterns(a, LANG_NL);
    struct gaps gaps = {0};
    struct metrics m;
    int ladders = 0;

    if (set == NULL) {
        arena_free(a);
        return false;
    }
    m = font_metrics(set);
    m.hyphen[LANG_NL] = h;
    for (int i = 0; i < n; i++) {
        struct run run = {.text = texts[i], .len = strlen(texts[i])};
        struct paragraph p;

        line_break(a, &m, &run, 1, &style, LANG_NL, width, &p);
        gaps.ladder = 0;
        for (int k = 0; k < p.n; k++) {
            bench_line_gaps(&p.lines[k], k == p.n - 1, &gaps);
            ladders += gaps.ladder > 1;
        }
    }
    printf(
        "word gaps, Lato 9 pt justified on %5.1f mm      95 %% up to %.2f em, "
        "widest %.2f em, %.1f %% up to %.2f em\n"
        "  of %d lines%34s%d hyphens, %d in a row\n",
        width / 72000.0 * 25.4, gaps_percentile(&gaps, 95) / 1000.0,
        gaps.widest / 1000.0, gaps_fair(&gaps), GAP_FAIR / 1000.0, gaps.lines,
        "", gaps.hyphens, ladders);
    hyphen_close(h);
    font_close(set);
    arena_free(a);
    return true;
}

int
main(int argc, char **argv)
{
    struct arena *a = arena_new();
    const char *text = bench_words(a, BENCH_WORDS);
    struct style_def style = {.size = PT(9), .leading = PT(12.5)};
    char *own[] = {arena_strndup(a, bench_text, strlen(bench_text))};
    char **texts = argc > 1 ? argv + 1 : own;
    double ragged = 0;
    bool ok;

    bench_time("1500 words into lines, ragged", text, style, &ragged);
    style.hyphenate = true;
    bench_time("  ragged, hyphens", text, style, &ragged);
    style.justified = true;
    bench_time("  justified, hyphens", text, style, &ragged);
    style.hyphenate = false;
    bench_time("  justified", text, style, &ragged);
    ok = bench_gaps(texts, argc > 1 ? argc - 1 : 1, MM(79.5)) &&
         bench_gaps(texts, argc > 1 ? argc - 1 : 1, MM(108.67));
    arena_free(a);
    return ok ? 0 : 1;
}
