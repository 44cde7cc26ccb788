/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* A report out of memory: nothing of the program but engine.h.

       embed NAME=FILE... <interview.yaml >report.pdf

   reads every FILE into memory under the NAME by which the engine asks for
   it, and makes the handout.  From then on no file is opened. */
#include "engine/engine.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TEXTS_MAX = 32, BYTES_MAX = 4 * 1024 * 1024 };

/* What a name is of. */
static enum engine_kind
kind_of(const char *name)
{
    static const struct {
        const char *name;
        enum engine_kind kind;
    } known[] = {{"llinc", ENGINE_RULES}, {"handout", ENGINE_LAYOUT},
        {"catalogue", ENGINE_CATALOGUE}, {"nl", ENGINE_PATTERNS},
        {"en", ENGINE_PATTERNS}, {"sRGB", ENGINE_COLOURS}};

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(name, known[i].name) == 0)
            return known[i].kind;
    return ENGINE_FONT;
}

/* All bytes of a stream, with a NUL behind them. */
static const char *
slurp(struct arena *a, FILE *f, size_t *len)
{
    char *bytes = arena_raw(a, BYTES_MAX + 1);

    if (f == NULL)
        exit(EXIT_FAILURE);
    *len = fread(bytes, 1, BYTES_MAX, f);
    bytes[*len] = '\0';
    fclose(f);
    return bytes;
}

/* Messages, as text. */
static void
say(void *a, const struct diag *d)
{
    struct buf out = buf_new(a);

    diag_format(d, &out, false);
    if (out.len > 0)
        fwrite(out.p, 1, out.len, stderr);
}

static int
render(struct arena *run, const struct engine_text *texts, int n,
    const struct source *interview)
{
    const char *layout = "handout";
    struct arena *a = arena_new();
    struct diag *d = diag_new(a, NULL);
    struct engine_files files = engine_named(run, texts, n);
    struct engine_case *c;
    struct buf out = buf_new(a);
    struct engine *e;
    enum status status;

    files.say = say;
    files.say_ctx = run;
    e = engine_open(run, &files, &engine_defaults);
    status = engine_load(e, &layout, 1, true);
    if (status == STATUS_OK)
        status = engine_read(a, d, e, interview, &c);
    if (status == STATUS_OK)
        status = engine_make(a, d, e, c, engine_form(e, 0), STAGE_PDF, &out);
    if (status == STATUS_OK)
        fwrite(out.p, 1, out.len, stdout);
    say(a, d);
    engine_close(e);
    arena_free(a);
    return (int)status;
}

int
main(int argc, char **argv)
{
    struct arena *run = arena_new();
    struct engine_text texts[TEXTS_MAX] = {0};
    struct source interview = {.name = "interview"};
    int n = 0, status;

    for (int i = 1; i < argc && n < TEXTS_MAX; i++) {
        size_t len = strcspn(argv[i], "=");
        const char *name = arena_strndup(run, argv[i], len);
        struct engine_text *text = &texts[n++];

        text->kind = kind_of(name);
        text->name = name;
        text->data = slurp(run, fopen(argv[i] + len + 1, "rb"), &text->len);
    }
    interview.text = slurp(run, stdin, &interview.len);
    status = render(run, texts, n, &interview);
    arena_free(run);
    return status;
}
