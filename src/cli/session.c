/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "cli/session.h"

#include "base/reason.h"

#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

/* Digits only, as the specification of SOURCE_DATE_EPOCH has it; up to the
   year 9999, which a PDF date can hold. */
static bool
epoch_read(const char *s, long *out)
{
    enum { DIGITS = 12 };
    static const long max = 253402300799;
    size_t len = strlen(s);

    if (len == 0 || len > DIGITS || strspn(s, "0123456789") != len)
        return false;
    *out = strtol(s, NULL, 10);
    return *out <= max;
}

/* For warnings of dates far ahead: nothing that is printed knows it. */
static int
year_now(void)
{
    enum { SECONDS = 31556952 }; /* of a mean Gregorian year */
    time_t now = time(NULL);

    return now < 0 ? 0 : 1970 + (int)(now / SECONDS);
}

/* What the engine says, where the run speaks at that time. */
static void
engine_says(void *ctx, const struct diag *d)
{
    const struct session *session = ctx;

    console_diag(session->console, session->a, d);
}

/* A booklet has no tags, which 2a asks for. */
static void
booklet_profile(struct session *session)
{
    if (!session->report.booklet || session->report.profile != ENGINE_PDF_2A)
        return;
    session->report.profile = ENGINE_PDF_2U;
    console_note(session->console,
        _("a booklet has no tags: it is PDF/A-2u, not 2a, and not PDF/UA"));
}

bool
session_open(struct arena *a, const struct options *opts,
    const struct console *console, enum lang lang, struct session *out)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");

    *out = (struct session){.a = a,
        .opts = opts,
        .console = console,
        .lang = lang,
        .report = opts->report};
    out->report.cut = opts->force;
    out->report.year = year_now();
    files_open(a, &out->files);
    out->files.engine.say = engine_says;
    out->files.engine.say_ctx = out;
    out->files.engine.translate = console_translate;
    if (out->files.paths.error != 0)
        console_failure(console, _("cannot read %s: %s"), "/proc/self/exe",
            _(file_reason(out->files.paths.error)));
    booklet_profile(out);
    if (epoch == NULL || epoch_read(epoch, &out->report.epoch))
        return true;
    console_error(console,
        _("SOURCE_DATE_EPOCH is \"%s\"; it must be seconds, digits only"),
        epoch);
    return false;
}

void
session_close(struct session *session)
{
    engine_close(session->engine);
    files_close(&session->files);
}

struct engine *
session_engine(struct session *session)
{
    if (session->engine == NULL)
        session->engine =
            engine_open(session->a, &session->files.engine, &session->report);
    return session->engine;
}

enum status
session_load_layouts(struct session *session)
{
    static const char *const usual[] = {"handout", "coach"};
    const struct engine_words *given = &session->opts->layouts;
    int n = (int)(sizeof usual / sizeof *usual);

    return given->n > 0
               ? engine_load(session_engine(session), given->v, given->n, true)
               : engine_load(session_engine(session), usual, n, true);
}

struct diag *
session_diag(struct arena *a)
{
    return diag_new(a, console_translate);
}

enum lang
session_lang(const struct session *session, enum lang otherwise)
{
    return session->report.lang >= 0 ? (enum lang)session->report.lang
                                     : otherwise;
}

void
session_limit_memory(void)
{
#ifndef __SANITIZE_ADDRESS__ /* which needs more room than that */
    enum { MEMORY_MAX = 1 << 30 };
    struct rlimit limit;

    if (getrlimit(RLIMIT_AS, &limit) == 0 && limit.rlim_cur > MEMORY_MAX) {
        limit.rlim_cur = MEMORY_MAX;
        setrlimit(RLIMIT_AS, &limit);
    }
#endif
}
