/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What serves every report: each thing is loaded on its first use and kept. */
#include "engine/state.h"

const struct engine_options engine_defaults = {
    .lang = -1, .numbers = -1, .profile = ENGINE_PDF_2A, .epoch = -1};

static struct hyphenator *
patterns_open(const struct engine *e, enum lang lang)
{
    const char *name = engine_find(e, ENGINE_PATTERNS, lang_code[lang], NULL);
    struct diag *d = engine_diag(e);
    const struct source *file =
        name == NULL ? NULL : engine_file(e, d, ENGINE_PATTERNS, name, NULL);

    engine_say(e, d);
    return file == NULL ? NULL : hyphen_open(file);
}

struct engine *
engine_open(struct arena *run, const struct engine_files *files,
    const struct engine_options *options)
{
    struct engine *e = NEW(run, struct engine, 1);

    *e = (struct engine){.a = run, .files = files, .options = options};
    for (int l = 0; l < LANG_COUNT; l++)
        e->hyphen[l] = patterns_open(e, (enum lang)l);
    return e;
}

void
engine_close(struct engine *e)
{
    if (e == NULL)
        return;
    for (struct fonts *f = e->fonts; f != NULL; f = f->next)
        font_close(f->set);
    if (e->pdf != NULL)
        pdf_close(e->pdf);
    for (int l = 0; l < LANG_COUNT; l++)
        hyphen_close(e->hyphen[l]);
}

void
engine_trim(struct engine *e)
{
    for (struct fonts *f = e->fonts; f != NULL; f = f->next)
        font_trim(f->set);
}

bool
engine_refused(const struct engine *e, const struct diag *d)
{
    return diag_errors(d, NULL) > 0 ||
           (e->options->strict && diag_warnings(d, NULL) > 0);
}
