/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What the fuzzers share. */
#include "fuzz.h"

#include "base/file.h"
#include "base/places.h"
#include "cli/files.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define SECONDS_FEW 1.0
#define NANOSECONDS_BYTE 50e3

static double
processor_time(void)
{
    struct timespec t;

    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

struct fuzz *
fuzz_begin(const uint8_t *data, size_t size)
{
    static struct arena *a;
    struct fuzz *f;

    if (a == NULL)
        a = arena_new();
    arena_reset(a);
    f = NEW(a, struct fuzz, 1);
    f->a = a;
    f->d = diag_new(a, NULL);
    f->src = (struct source){.name = "input",
        .text = arena_strndup(a, (const char *)data, size),
        .len = size};
    places_mark(a, &f->src);
    f->began = processor_time();
    return f;
}

void
fuzz_end(struct fuzz *f)
{
    struct buf out = buf_new(f->a);

    diag_format(f->d, &out, false);
    if (processor_time() - f->began >
        SECONDS_FEW + NANOSECONDS_BYTE / 1e9 * (double)f->src.len) {
        fprintf(stderr, "ERROR: this input takes %.1f s\n",
            processor_time() - f->began);
        abort();
    }
}

struct engine *
fuzz_engine(void)
{
    static const char *const layouts[] = {"handout", "coach"};
    static struct files files;
    static struct engine *e;

    if (e == NULL) {
        struct arena *a = arena_new();

        files_open(a, &files);
        files.paths.user = NULL;
        files.paths.share = "."; /* whence fuzzers are run */
        e = engine_open(a, &files.engine, &engine_defaults);
        if (engine_load(e, layouts, 2, true) != STATUS_OK)
            abort();
    }
    return e;
}

/* A shipped file; without it there is nothing to fuzz. */
static const struct source *
shipped(struct arena *a, const char *path)
{
    struct source *src = NEW(a, struct source, 1);

    if (!file_read(a, diag_new(a, NULL), path, FILE_TEXT_MAX, src))
        abort();
    return src;
}

const struct rules *
fuzz_rules(void)
{
    static struct rules rules;

    if (rules.src == NULL) {
        struct arena *a = arena_new();
        const struct source *src = shipped(a, "rules/llinc.ini");

        if (!rules_parse(a, diag_new(a, NULL), &src, 1, &rules))
            abort();
    }
    return &rules;
}

const struct layout *
fuzz_layout(void)
{
    static struct layout layout;

    if (layout.src == NULL) {
        struct arena *a = arena_new();

        if (!layout_parse(a, diag_new(a, NULL),
                shipped(a, "layouts/handout.ini"), &layout))
            abort();
    }
    return &layout;
}
