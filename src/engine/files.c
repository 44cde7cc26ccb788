/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What the engine asks its caller for, and says to it outside of any report. */
#include "base/places.h"
#include "engine/state.h"

#include <stdarg.h>
#include <stdio.h>

const char *
engine_find_wanted(
    struct arena *a, const struct engine *e, const struct engine_want *want)
{
    return e->files->find(e->files->ctx, a, want);
}

const char *
engine_find(const struct engine *e, enum engine_kind kind, const char *name,
    const char *from)
{
    const struct engine_want want = {kind, name, from, false};

    /* The name lies in the arena. */
    /* cppcheck-suppress returnDanglingLifetime */
    return engine_find_wanted(e->a, e, &want);
}

const struct source *
engine_file_wanted(
    const struct engine *e, struct diag *d, const struct engine_want *want)
{
    struct source *out = NEW(e->a, struct source, 1);

    if (!e->files->read(e->files->ctx, e->a, d, want, out))
        return NULL;
    /* No message tells of a place in patterns. */
    if (out->marks == NULL && out->len <= ENGINE_TEXT_MAX &&
        want->kind != ENGINE_PATTERNS)
        places_mark(e->a, out);
    return out;
}

const char *
engine_near(const struct engine *e, enum engine_kind kind, const char *name,
    const char *from)
{
    const struct engine_want want = {.kind = kind, .name = name, .from = from};

    return e->files->near == NULL ? NULL
                                  : e->files->near(e->files->ctx, e->a, &want);
}

const struct source *
engine_file(const struct engine *e, struct diag *d, enum engine_kind kind,
    const char *name, const char *from)
{
    const struct engine_want want = {kind, name, from, false};

    return engine_file_wanted(e, d, &want);
}

struct diag *
engine_diag(const struct engine *e)
{
    return diag_new(e->a, e->files->translate);
}

void
engine_say(const struct engine *e, const struct diag *d)
{
    if (e->files->say != NULL && diag_first(d) != NULL)
        e->files->say(e->files->say_ctx, d);
}

bool
engine_fault(const struct engine *e, const char *fmt, ...)
{
    static const struct pos nowhere;
    struct diag *d = engine_diag(e);
    va_list ap;

    va_start(ap, fmt);
    diag_verror(d, nowhere, "E100", fmt, ap);
    va_end(ap);
    engine_say(e, d);
    return false;
}
