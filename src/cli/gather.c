/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "cli/gather.h"

#include "base/file.h"
#include "cli/inputs.h"
#include "cli/progress.h"

enum { PAIR = 2 };

enum status
gather_pair(struct arena *a, struct diag *d, struct session *session,
    const char *const *paths, struct engine_case **out)
{
    struct engine_case *pair[PAIR];
    enum status status = STATUS_OK;

    for (int i = 0; i < PAIR; i++)
        status = status_worse(
            status, inputs_read(a, d, session, paths[i], &pair[i]));
    return status == STATUS_OK ? engine_pair(d, pair[0], pair[1], out) : status;
}

static bool
is_table(const char *path)
{
    return path_has_suffix(path, ".csv") || path_has_suffix(path, ".tsv");
}

static enum status
gather_table(struct arena *a, struct diag *d, const char *path,
    struct engine_gathering *g)
{
    struct source *table = NEW(a, struct source, 1);

    return file_read(a, d, path, FILE_TABLE_MAX, table)
               ? engine_gather_table(a, d, g, table)
               : STATUS_REFUSED;
}

static enum status
gather_interview(struct arena *a, struct diag *d, struct session *session,
    const char *path, struct engine_gathering *g)
{
    struct engine_case *c;
    enum status status = inputs_read(a, d, session, path, &c);

    return status == STATUS_OK ? engine_gather(g, c) : status;
}

/* Of each interview only the scores are kept, so that a thousand of them take
   little room. */
static enum status
gather_all(struct session *session, const struct inputs *inputs,
    struct engine_gathering *g)
{
    struct arena *each = arena_new();
    enum status status = STATUS_OK;
    struct progress progress =
        progress_open(session->console, session->opts, inputs->n);

    for (int i = 0; i < inputs->n; i++) {
        struct diag *d = session_diag(each);
        const char *path = inputs->v[i].path;
        enum status one = is_table(path)
                              ? gather_table(each, d, path, g)
                              : gather_interview(each, d, session, path, g);

        if (diag_first(d) != NULL)
            progress_clear(&progress);
        console_diag(session->console, each, d);
        progress_step(&progress, one != STATUS_OK);
        status = status_worse(status, one);
        arena_reset(each);
    }
    progress_clear(&progress);
    arena_free(each);
    return status;
}

enum status
gather_many(struct arena *a, struct session *session,
    const struct engine_words *operands, struct engine_case **out)
{
    struct inputs inputs;
    struct engine_gathering *g;
    enum status status = inputs_expand(session, operands, &inputs);

    *out = NULL;
    if (inputs_load_rules(session, &inputs) != STATUS_OK)
        return STATUS_USAGE;
    g = engine_gathering_new(a, session_engine(session));
    status = status_worse(status, gather_all(session, &inputs, g));
    *out = engine_gathered(g);
    return *out == NULL ? status_worse(status, STATUS_REFUSED) : status;
}
