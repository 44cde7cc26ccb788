/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "cli/manifest.h"

#include "base/file.h"
#include "base/file_log.h"
#include "base/file_write.h"
#include "cli/manifest_lines.h"
#include "cli/output.h"

#include <errno.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>

/* So many lines, or seconds, at most are lost where the power fails. */
enum { LINES_UNSYNCED = 64, SECONDS_UNSYNCED = 1 };

const char manifest_name[] = "manifest.jsonl";

struct manifest {
    const char *dir, *name;
    struct file_log log;
    struct manifest_shard shard;
    struct source old;  /* as it was when the run began */
    struct lines known; /* of it, those on reports that were written; sorted */
    size_t begin;       /* where the lines of this run begin */
    int unsynced;
    time_t synced; /* by the clock that only goes forward */
    bool broken;   /* nothing can be added */
    struct manifest *next;
};

/* Opening ---------------------------------------------------------------- */

bool
manifests_wanted(const struct session *session, const struct inputs *in)
{
    const struct options *o = session->opts;

    return o->dump == STAGE_PDF && o->output == NULL && !o->no_manifest &&
           ((in->batch && o->folder != NULL) || o->resume || o->shard.n > 0);
}

/* Whether a file begins as ours do, so that it may be begun anew; one that is
   empty, or cut off, belongs to a run that was killed. */
static bool
is_manifest(const struct source *src)
{
    static const char *const begin[] = {"{\"case\": ", "{\"shard\": "};

    for (size_t i = 0; i < sizeof begin / sizeof *begin; i++) {
        size_t n = strlen(begin[i]);

        if (memcmp(src->text, begin[i], src->len < n ? src->len : n) == 0)
            return true;
    }
    return false;
}

/* Remembers what is known of reports that were written, up to the last whole
   line; where that ends. */
static size_t
know(struct arena *a, const struct session *session, struct manifest *m)
{
    struct lines_reader r = {.file = &m->old, .at = m->old.text};
    struct arena *scratch = arena_new();
    struct manifest_shard shard;
    struct manifest_line read;
    struct line line;
    int strange = 0;

    while (lines_next(&r, &line)) {
        if (line_read(scratch, line.text, line.len, &read)) {
            if (strcmp(read.status, line_status[LINE_WRITTEN]) == 0)
                lines_add(a, &m->known, line);
        } else {
            strange += !line_read_shard(line.text, line.len, &shard);
        }
        arena_reset(scratch);
    }
    arena_free(scratch);
    file_map_forget(&m->old);
    lines_sort_by_report(&m->known);
    if (strange > 0)
        console_error(session->console,
            _("%s: lines that are not understood and left out: %d"),
            path_join(a, m->dir, m->name), strange);
    return (size_t)(r.at - m->old.text);
}

static bool
begin(struct session *session, struct manifest *m)
{
    struct arena *a = session->a;
    bool keep = session->opts->resume;
    struct buf head = buf_new(a);

    m->begin = keep ? know(a, session, m) : 0;
    if (!file_log_cut(&m->log, m->begin))
        return false;
    if (m->shard.n == 0 || m->begin > 0)
        return true;
    line_print_shard(&m->shard, &head);
    m->begin = head.len;
    return file_log_add(&m->log, head.p, head.len);
}

/* How opening ended, said. */
static enum status
opened(
    const struct session *session, const struct manifest *m, enum log_end end)
{
    const struct console *console = session->console;
    const char *path = path_join(session->a, m->dir, m->name);

    switch (end) {
    case LOG_OPEN:
        return STATUS_OK;
    case LOG_BUSY:
        return console_failure(console,
            _("another run is at work in %s; try again when it has ended"),
            m->dir);
    case LOG_NOFILE:
        console_error(console, _("%s is no regular file"), path);
        return STATUS_USAGE;
    case LOG_FAILED:
        return console_errno(console, errno, STATUS_USAGE,
            _("cannot write %s: %s"), path, _(file_reason(errno)));
    case LOG_BROKEN:
        return console_failure(
            console, _("cannot write %s: %s"), path, _(file_reason(errno)));
    }
    return STATUS_FAILED;
}

static enum status
manifest_open(struct session *session, struct manifest *m)
{
    struct diag *d = session_diag(session->a);
    const char *path = path_join(session->a, m->dir, m->name);
    enum status status = opened(
        session, m, file_log_open(m->dir, m->name, m->shard.n > 0, &m->log));

    if (status != STATUS_OK)
        return status;
    if (!file_map(session->a, d, path, &m->old)) {
        console_diag(session->console, session->a, d);
        return STATUS_FAILED;
    }
    if (!is_manifest(&m->old)) {
        console_error(session->console,
            _("%s is no manifest of this program; it is left as it is "
              "(--no-manifest makes none)"),
            path);
        return STATUS_USAGE;
    }
    return begin(session, m) ? STATUS_OK : opened(session, m, LOG_BROKEN);
}

/* Each folder has a file open, and a lock. */
static void
allow_many_files(void)
{
    struct rlimit limit;

    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

/* That of a folder, or NULL; inputs of one folder mostly follow one another. */
static struct manifest *
of_folder(struct manifest *all, const char *dir)
{
    while (all != NULL && strcmp(all->dir, dir) != 0)
        all = all->next;
    return all;
}

enum status
manifests_open(
    struct session *session, struct inputs *inputs, struct manifest **all)
{
    const struct shard *shard = &session->opts->shard;
    struct arena *a = session->a;
    enum status status = STATUS_OK;

    for (int i = 0; status == STATUS_OK && i < inputs->n; i++) {
        struct manifest *m = of_folder(*all, inputs->v[i].dir);

        if (m == NULL) {
            if (*all != NULL)
                allow_many_files();
            m = NEW(a, struct manifest, 1);
            *m = (struct manifest){.dir = inputs->v[i].dir,
                .name = shard->n == 0
                            ? manifest_name
                            : arena_printf(a, "manifest.%d-of-%d.jsonl",
                                  shard->i, shard->n),
                .shard = {shard->i, shard->n, -1},
                .log = {-1, -1, 0},
                .next = *all};
            *all = m;
            status = manifest_open(session, m);
        }
        inputs->v[i].manifest = m;
    }
    if (status != STATUS_OK)
        manifests_leave(*all);
    return status;
}

/* In a run --------------------------------------------------------------- */

bool
manifest_find(struct arena *a, const struct manifest *m, const char *case_id,
    const char *layout_id, struct manifest_line *out)
{
    const char *key = line_key_of(a, case_id, layout_id);
    const struct line *line = lines_find(&m->known, key, strlen(key));

    bool known = line != NULL && line_read(a, line->text, line->len, out);

    file_map_forget(&m->old);
    return known;
}

static time_t
clock_seconds(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec;
}

static bool
say_broken(const struct session *session, struct manifest *m)
{
    bool full = errno == ENOSPC || errno == EDQUOT;

    m->broken = true;
    if (full && session->console->trouble->full)
        return false; /* as was said */
    session->console->trouble->full |= full;
    console_failure(session->console, _("cannot write %s: %s"),
        path_join(session->a, m->dir, m->name), _(file_reason(errno)));
    return false;
}

bool
manifest_add(const struct session *session, struct manifest *m,
    const char *lines, size_t len)
{
    time_t now = clock_seconds();

    if (m->broken)
        return false;
    if (!file_log_add(&m->log, lines, len))
        return say_broken(session, m);
    m->unsynced++;
    if (m->unsynced < LINES_UNSYNCED && now - m->synced < SECONDS_UNSYNCED)
        return true;
    m->unsynced = 0;
    m->synced = now;
    return file_log_sync(&m->log) || say_broken(session, m);
}

void
manifests_leave(struct manifest *all)
{
    for (; all != NULL; all = all->next)
        file_log_close(&all->log);
}

/* Closing ---------------------------------------------------------------- */

/* Whether the report that a line is on still stands. */
static bool
still_stands(struct arena *a, const struct manifest *m, const struct line *line)
{
    struct manifest_line read;
    struct stat st;

    return line_read(a, line->text, line->len, &read) && read.case_id != NULL &&
           stat(path_join(a, m->dir,
                    output_name(a, read.case_id, read.causes.layout_id,
                        strstr(read.causes.options, " booklet=1") != NULL)),
               &st) == 0;
}

/* The lines of this run, and what was known before and is still so. */
static void
gather(struct arena *a, const struct manifest *m, const struct source *now,
    struct lines *out)
{
    struct lines_reader r = {.file = now, .at = now->text + m->begin};
    struct arena *scratch = arena_new();
    struct lines fresh = {0};
    struct line line;

    while (lines_next(&r, &line)) {
        lines_add(a, &fresh, line);
        lines_add(a, out, fresh.v[fresh.n - 1]);
    }
    lines_sort_by_report(&fresh);
    for (int i = 0; i < m->known.n; i++) {
        const struct line *l = &m->known.v[i];

        if (lines_is_last(&m->known, i) &&
            lines_find(&fresh, l->key, l->nkey) == NULL &&
            still_stands(scratch, m, l))
            lines_add(a, out, *l);
        if (i % LINES_LOADED == LINES_LOADED - 1)
            file_map_forget(&m->old);
        arena_reset(scratch);
    }
    arena_free(scratch);
    file_map_forget(&m->old);
    lines_sort(out);
}

/* The whole in its final form, in place of the lines as they came. */
static bool
settle(struct arena *a, struct manifest *m)
{
    const char *path = path_join(a, m->dir, m->name);
    struct manifest_shard shard = m->shard;
    struct buf head = buf_new(a);
    struct lines lines = {0};
    struct source now;
    const struct source *files[] = {&now, &m->old};
    bool ok;

    if (!file_map(a, diag_new(a, NULL), path, &now) || now.len < m->log.len)
        return false;
    gather(a, m, &now, &lines);
    shard.lines = lines.n;
    if (shard.n > 0)
        line_print_shard(&shard, &head);
    ok = (lines_are(&lines, &head, &now) && file_log_sync(&m->log)) ||
         lines_write(&lines, &head, path, files, 2);
    file_unmap(&now);
    return ok;
}

enum status
manifests_close(struct session *session, struct manifest *all)
{
    struct arena *a = arena_new();
    enum status status = STATUS_OK;

    for (struct manifest *m = all; m != NULL; m = m->next) {
        errno = EIO;
        if (m->broken || (!settle(a, m) && !say_broken(session, m)))
            status = STATUS_FAILED;
        file_unmap(&m->old);
        arena_reset(a);
    }
    manifests_leave(all);
    arena_free(a);
    return status;
}
