/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* `list due`: reports that are past their last day. */
#include "cli/verb/due.h"

#include "base/file.h"
#include "base/visible.h"
#include "cli/output.h"
#include "cli/password.h"
#include "cli/reports.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

struct due {
    const char *until, *path;
};

struct tally {
    int due, kept, without;
};

/* Today as metadata write a day, in the user's own zone: so sorted days are
   sorted texts. */
static const char *
today(const struct session *session)
{
    enum { DAY = 86400 };
    time_t now = time(NULL);
    struct date day = {1970, 1, 1};
    struct tm local;

    if (session->report.epoch >= 0)
        day = date_of_day(session->report.epoch / DAY);
    else if (localtime_r(&now, &local) != NULL)
        day = (struct date){
            local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
    return arena_printf(
        session->a, "%04d-%02d-%02d", day.year, day.month, day.day);
}

/* A report's last day, or NULL where it names none. */
static enum status
read_until(struct session *session, struct arena *a, const char *path,
    const char **until)
{
    struct diag *d = session_diag(a);
    struct engine_record record;
    struct source file;
    bool sound;

    if (!file_read(a, d, path, OUTPUT_REPORT_MAX, &file) ||
        !password_open(a, d, session, &file, &sound)) {
        console_diag(session->console, a, d);
        return STATUS_REFUSED;
    }
    if (!engine_record(a, file.text, file.len, &record)) {
        console_error(session->console,
            _("%s is no report of this program, or its metadata were altered"),
            path);
        return STATUS_REFUSED;
    }
    *until = record.fact[FACT_KEEP];
    return STATUS_OK;
}

static int
by_day(const void *a, const void *b)
{
    const struct due *l = a, *r = b;
    int c = strcmp(l->until, r->until);

    return c != 0 ? c : strcmp(l->path, r->path);
}

static void
print(struct due *v, int n, struct buf *out)
{
    if (n > 0)
        qsort(v, (size_t)n, sizeof *v, by_day);
    for (int i = 0; i < n; i++) {
        buf_visible_line(out, v[i].until);
        buf_puts(out, "  ");
        buf_visible_line(out, v[i].path);
        buf_putc(out, '\n');
    }
}

enum status
due_list(struct session *session, struct buf *out)
{
    const struct engine_words words = {
        session->opts->operands.v + 1, session->opts->operands.n - 1};
    const char *now = today(session);
    struct arena *a = arena_new(); /* of one report */
    struct reports reports;
    enum status status = reports_find(session, &words, &reports);
    struct due *v = NEW(session->a, struct due, (size_t)reports.n + 1);
    struct tally tally = {0};

    for (int i = 0; i < reports.n; i++) {
        const char *until = NULL;
        enum status one = read_until(session, a, reports.v[i], &until);

        status = status_worse(status, one);
        if (one == STATUS_OK && until == NULL)
            tally.without++;
        else if (one == STATUS_OK && strcmp(until, now) >= 0)
            tally.kept++;
        else if (one == STATUS_OK)
            v[tally.due++] = (struct due){
                arena_strndup(session->a, until, strlen(until)), reports.v[i]};
        arena_reset(a);
    }
    arena_free(a);
    print(v, tally.due, out);
    console_note(session->console,
        _("%d past their last day, %d to be kept longer, %d that name no day"),
        tally.due, tally.kept, tally.without);
    return status;
}
