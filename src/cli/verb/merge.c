/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The verb `merge`: manifests of shards as one, which is the one that a single
   run makes.  What they have twice, or not at all, is named; what was made by
   other rules, layouts, fonts or options is not put together. */
#include "base/file.h"
#include "cli/manifest_line.h"
#include "cli/output.h"
#include "cli/verb/verbs.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

enum { LINES_FIRST = 256, CAUSES_FIRST = 16, LAYOUTS_MAX = 64, NAMED_MAX = 10 };

/* A line, as its manifest has it and as it was read. */
struct merge_line {
    const char *text;
    size_t len;
    const char *from; /* the manifest */
    struct manifest_line is;
};

/* What all reports must have in common: a cause, of what, and where it was met
   first. */
struct cause {
    const char *what, *of, *value, *from;
};

struct merge {
    struct session *session;
    struct arena *a;
    struct merge_line *v;
    int n, cap;
    struct cause *causes;
    int ncauses, causes_cap;
    int shards;              /* of how many; 0: of none */
    const char **shard_from; /* by number, the manifest; or NULL */
    int named;               /* gaps and doubles so far */
};

/* Says a gap or a double; of many only the first. */
static bool
names_more(struct merge *m)
{
    return m->named++ < NAMED_MAX;
}

/* Causes ------------------------------------------------------------------ */

/* False where another report has another one (said); one that is not known is
   no other. */
static bool
cause_add(struct merge *m, const char *from, const char *what, const char *of,
    const char *value)
{
    if (value == NULL)
        return true;
    for (int i = 0; i < m->ncauses; i++) {
        const struct cause *c = &m->causes[i];

        if (c->what != what || strcmp(c->of, of) != 0)
            continue;
        if (strcmp(c->value, value) == 0)
            return true;
        console_error(m->session->console,
            _("%s and %s are not put together, since they were not made by the "
              "same: %s%s%s"),
            c->from, from, _(what), *of == '\0' ? "" : " ", of);
        return false;
    }
    GROW(m->a, m->causes, m->ncauses, m->causes_cap, CAUSES_FIRST);
    m->causes[m->ncauses++] = (struct cause){what, of, value, from};
    return true;
}

static bool
causes_add(struct merge *m, const struct merge_line *line)
{
    static const char *const what[] = {DIAG_WORDS("rules"),
        DIAG_WORDS("layout"), DIAG_WORDS("fonts of the layout"),
        DIAG_WORDS("version of the program"), DIAG_WORDS("options")};
    const struct engine_causes *c = &line->is.causes;

    return (c->rules_id == NULL ||
               cause_add(m, line->from, what[0], c->rules_id, c->rules)) &&
           cause_add(m, line->from, what[1], c->layout_id, c->layout) &&
           cause_add(m, line->from, what[2], c->layout_id, c->fonts) &&
           cause_add(m, line->from, what[3], "", c->program) &&
           cause_add(m, line->from, what[4], "", c->options);
}

/* Reading ----------------------------------------------------------------- */

static bool
shard_add(struct merge *m, const char *from, const struct manifest_shard *shard)
{
    if (m->shards == 0) {
        m->shards = shard->n;
        m->shard_from = NEW(m->a, const char *, shard->n);
    }
    if (m->shards != shard->n) {
        console_error(m->session->console,
            _("%s is a shard of %d, others are of %d"), from, shard->n,
            m->shards);
        return false;
    }
    if (m->shard_from[shard->i] != NULL && names_more(m))
        console_error(m->session->console, _("shard %d/%d is in %s and in %s"),
            shard->i, shard->n, m->shard_from[shard->i], from);
    m->shard_from[shard->i] = from;
    return true;
}

static bool
line_add(struct merge *m, const char *from, const char *text, size_t len)
{
    struct merge_line line = {.text = text, .len = len, .from = from};

    if (!line_read(m->a, text, len, &line.is))
        return false;
    GROW(m->a, m->v, m->n, m->cap, LINES_FIRST);
    m->v[m->n++] = line;
    return true;
}

/* A run that was cut off left fewer lines than it should have, or a torn one.
 */
static void
say_unfinished(struct merge *m, const char *path)
{
    if (names_more(m))
        console_error(m->session->console,
            _("%s is of a run that has not ended; --resume ends it"), path);
}

/* The lines of a manifest; false where one is none (said). */
static bool
lines_add(struct merge *m, const struct source *src)
{
    const char *at = src->text, *end = at + src->len, *stop;
    struct manifest_shard shard = {.n = 0};
    int number = 0, before = m->n;

    for (; (stop = memchr(at, '\n', (size_t)(end - at))) != NULL;
         at = stop + 1) {
        size_t len = (size_t)(stop - at);

        number++;
        if (number == 1 && line_read_shard(at, len, &shard)) {
            if (!shard_add(m, src->name, &shard))
                return false;
        } else if (!line_add(m, src->name, at, len)) {
            console_error(m->session->console,
                _("%s:%d: this is no line of a manifest"), src->name, number);
            return false;
        } else if (!causes_add(m, &m->v[m->n - 1])) {
            return false;
        }
    }
    if (at < end || (shard.n > 0 && shard.lines != m->n - before))
        say_unfinished(m, src->name);
    return true;
}

static enum status
read_all(struct merge *m)
{
    const struct engine_words *words = &m->session->opts->operands;
    enum status status = STATUS_OK;

    for (int i = 0; i < words->n; i++) {
        struct diag *d = session_diag(m->a);
        struct source *src = NEW(m->a, struct source, 1);

        if (!file_map(m->a, d, words->v[i], src)) {
            console_diag(m->session->console, m->a, d);
            status = STATUS_REFUSED;
        } else if (!lines_add(m, src)) {
            status = status_worse(status, STATUS_USAGE);
        }
    }
    return status;
}

/* Gaps and doubles -------------------------------------------------------- */

static int
by_bytes(const void *a, const void *b)
{
    const struct merge_line *x = a, *y = b;
    int order = memcmp(x->text, y->text, x->len < y->len ? x->len : y->len);

    return order != 0 ? order : (x->len > y->len) - (x->len < y->len);
}

static bool
is_written(const struct merge_line *l)
{
    return strcmp(l->is.status, line_status[LINE_WRITTEN]) == 0;
}

/* Whether both are on one report.  Those that have no case id, and two of one
   manifest that were refused for having the same, are on two interviews. */
static bool
are_double(const struct merge_line *x, const struct merge_line *y)
{
    return x->is.case_id != NULL && y->is.case_id != NULL &&
           strcmp(x->is.case_id, y->is.case_id) == 0 &&
           strcmp(x->is.causes.layout_id, y->is.causes.layout_id) == 0 &&
           (x->from != y->from || is_written(x) || is_written(y));
}

static void
say_double(
    struct merge *m, const struct merge_line *x, const struct merge_line *y)
{
    if (names_more(m))
        console_error(m->session->console, _("%s, %s is in %s and in %s"),
            x->is.case_id, x->is.causes.layout_id, x->from, y->from);
}

/* Leaves one line of each double: that of a report that was written. */
static void
drop_doubles(struct merge *m)
{
    int n = 0;

    for (int i = 0; i < m->n; i++) {
        const struct merge_line *l = &m->v[i];

        if (n == 0 || !are_double(&m->v[n - 1], l)) {
            m->v[n++] = *l;
            continue;
        }
        say_double(m, &m->v[n - 1], l);
        if (is_written(l) && !is_written(&m->v[n - 1]))
            m->v[n - 1] = *l;
    }
    m->n = n;
}

static void
find_shards(struct merge *m)
{
    for (int i = 0; i < m->shards; i++)
        if (m->shard_from[i] == NULL && names_more(m))
            console_error(
                m->session->console, _("shard %d/%d is missing"), i, m->shards);
}

/* The layouts that any case has. */
struct layouts {
    const char *v[LAYOUTS_MAX];
    bool has[LAYOUTS_MAX]; /* the case at hand */
    int n;
};

static void
layout_seen(struct layouts *all, const char *id)
{
    for (int i = 0; i < all->n; i++)
        if (strcmp(all->v[i], id) == 0) {
            all->has[i] = true;
            return;
        }
    if (all->n < LAYOUTS_MAX)
        all->v[all->n++] = id;
}

/* A case that lacks a report which others have. */
static void
find_layouts(struct merge *m)
{
    struct layouts all = {.n = 0};

    for (int i = 0; i < m->n; i++)
        layout_seen(&all, m->v[i].is.causes.layout_id);
    for (int i = 0, next; i < m->n; i = next) {
        const char *id = m->v[i].is.case_id;

        if (id == NULL)
            return; /* these come last */
        memset(all.has, 0, sizeof all.has);
        for (next = i; next < m->n && m->v[next].is.case_id != NULL &&
                       strcmp(m->v[next].is.case_id, id) == 0;
             next++)
            layout_seen(&all, m->v[next].is.causes.layout_id);
        for (int k = 0; k < all.n; k++)
            if (!all.has[k] && names_more(m))
                console_error(
                    m->session->console, _("%s, %s is missing"), id, all.v[k]);
    }
}

/* ------------------------------------------------------------------------ */

/* A manifest that stands there is replaced, any other file with --force
   only. */
static enum status
write_to(struct session *session, const char *path, const struct buf *out)
{
    struct diag *d = diag_new(session->a, NULL);
    struct manifest_shard shard;
    struct manifest_line line;
    struct source old;
    const char *end;
    size_t first;

    if (path == NULL || strcmp(path, "-") == 0)
        return console_out(session->console, out->p, out->len);
    if (!file_exists(path) || !file_map(session->a, d, path, &old))
        return output_text(session, path, out);
    end = memchr(old.text, '\n', old.len);
    first = end == NULL ? old.len : (size_t)(end - old.text);
    return old.len == 0 || line_read(session->a, old.text, first, &line) ||
                   line_read_shard(old.text, first, &shard)
               ? output_replace(session, path, out)
               : output_text(session, path, out);
}

static void
say_count(const struct merge *m)
{
    int count[LINE_FAILED + 1] = {0};

    for (int i = 0; i < m->n; i++)
        for (int k = 0; k <= LINE_FAILED; k++)
            count[k] += strcmp(m->v[i].is.status, line_status[k]) == 0;
    if (m->named > NAMED_MAX)
        console_error(m->session->console, _("missing or double besides: %d"),
            m->named - NAMED_MAX);
    console_note(m->session->console,
        _("reports: %d written, %d refused, %d failed; missing or double: %d"),
        count[LINE_WRITTEN], count[LINE_REFUSED], count[LINE_FAILED], m->named);
}

static enum status
merge(struct session *session)
{
    struct merge m = {.session = session, .a = session->a};
    struct buf out = buf_new(m.a);
    enum status status = read_all(&m);

    if (status != STATUS_OK)
        return status;
    if (m.n > 0)
        qsort(m.v, (size_t)m.n, sizeof *m.v, by_bytes);
    drop_doubles(&m);
    find_shards(&m);
    find_layouts(&m);
    buf_add(&out, "", 0);
    for (int i = 0; i < m.n; i++) {
        buf_add(&out, m.v[i].text, m.v[i].len);
        buf_putc(&out, '\n');
    }
    say_count(&m);
    status = write_to(session, session->opts->output, &out);
    return m.named > 0 ? status_worse(status, STATUS_REFUSED) : status;
}

const struct verb verb_merge = {.name = "merge",
    .operands = "MANIFEST...",
    .min = 1,
    .max = INT_MAX,
    .help = {"manifesten van delen samenvoegen",
        "put manifests of shards together"},
    .example = {"merge verslagen/manifest.*-of-*.jsonl -o "
                "verslagen/manifest.jsonl",
        "merge reports/manifest.*-of-*.jsonl -o reports/manifest.jsonl"},
    .joins = true,
    .run = merge};
