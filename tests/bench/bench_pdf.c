/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* How long fonts and drawing take, on a report made by hand:
   bench_pdf [REPORTS [PROFILE [FILE]]] prints milliseconds of processor time
   per report and writes the last one to FILE. */
#include "tests/unit/debian.h"
#include "tests/unit/sample.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

static double
cpu_ms(void)
{
    struct timespec t;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static enum pdf_profile
profile_of(const char *name)
{
    static const char *const names[] = {[PDF_NONE] = "none",
        [PDF_1B] = "1b",
        [PDF_2U] = "2u",
        [PDF_2A] = "2a",
        [PDF_3A] = "3a"};

    for (int i = 0; i < (int)(sizeof names / sizeof *names); i++)
        if (strcmp(names[i], name) == 0)
            return (enum pdf_profile)i;
    return PDF_2A;
}

int
main(int argc, char **argv)
{
    int n = argc > 1 ? (int)strtol(argv[1], NULL, 10) : 200;
    struct pdf_meta meta;
    struct arena *run = arena_new(), *a = arena_new();
    struct diag *d = diag_new(run, NULL);
    double start = cpu_ms(), cold = 0, best = 0;
    struct font_set *fonts = debian_fonts(run, d);
    struct pdf *pdf = pdf_open(d);
    struct buf out = buf_new(a);
    struct rusage usage;
    int pages = 0;

    if (fonts == NULL || pdf == NULL)
        return 1;
    meta = sample_meta(run, profile_of(argc > 2 ? argv[2] : "2a"));
    meta.hash_fonts = font_hash(fonts);
    for (int i = 0; i < n; i++) {
        double before = cpu_ms(), took;
        struct sample s;

        arena_reset(a);
        out = buf_new(a);
        sample_make(&s, a, fonts, 7, 6);
        if (i % 2 == 1) /* other glyphs, so that subsets are made anew */
            sample_text(&s, s.doc.root, ROLE_P, FACE_REGULAR, 10000,
                SAMPLE_LEFT,
                arena_printf(
                    a, "%c%c\u00e6 %d", 'A' + i % 26, 'a' + i / 26 % 26, i));
        if (!pdf_draw(a, d, pdf, fonts, &s.pages, &meta, &out))
            return 1;
        font_trim(fonts);
        pages = s.pages.n;
        took = cpu_ms() - before;
        if (i == 0)
            cold = cpu_ms() - start;
        else if (best == 0 || took < best)
            best = took;
    }
    if (argc > 3) {
        FILE *f = fopen(argv[3], "wb");

        if (f == NULL || fwrite(out.p, 1, out.len, f) != out.len ||
            fclose(f) != 0)
            return 1;
    }
    getrusage(RUSAGE_SELF, &usage);
    printf("%d pages, %zu bytes: first %.1f ms, then %.2f ms, best %.2f ms; "
           "%ld KB\n",
        pages, out.len, cold, n > 1 ? (cpu_ms() - start - cold) / (n - 1) : 0.0,
        best, usage.ru_maxrss);
    pdf_close(pdf);
    font_close(fonts);
    arena_free(a);
    arena_free(run);
    return 0;
}
