/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The interviews of a command line. */
#include "cli/inputs.h"

#include "base/file.h"
#include "base/hash.h"
#include "cli/guard.h"

#include <stdlib.h>
#include <string.h>

/* By case id, those without one last; then by the folder of their reports. */
static int
compare_case(const void *a, const void *b)
{
    const struct input *const *x = a, *const *y = b;
    int order;

    if ((*x)->case_id == NULL || (*y)->case_id == NULL)
        return ((*x)->case_id == NULL) - ((*y)->case_id == NULL);
    order = strcmp((*x)->case_id, (*y)->case_id);
    if (order == 0)
        order = strcmp((*x)->dir, (*y)->dir);
    return order != 0 ? order : (*x > *y) - (*x < *y);
}

/* Whether their reports would have one name: folders that are mirrored keep
   those of two cases apart. */
static bool
are_twins(
    const struct session *session, const struct input *x, const struct input *y)
{
    return strcmp(x->case_id, y->case_id) == 0 &&
           (!session->opts->recursive || strcmp(x->dir, y->dir) == 0);
}

struct input **
inputs_sorted(struct arena *a, const struct inputs *inputs,
    int (*compare)(const void *, const void *))
{
    struct input **sorted = NEW(a, struct input *, inputs->n);

    for (int i = 0; i < inputs->n; i++)
        sorted[i] = &inputs->v[i];
    qsort(sorted, (size_t)inputs->n, sizeof *sorted, compare);
    return sorted;
}

enum status
inputs_load_rules(struct session *session, const struct inputs *inputs)
{
    if (session->report.rules.n == 0)
        return STATUS_OK;
    for (int i = 0; i < inputs->n; i++)
        if (engine_load_rules(session_engine(session), inputs->v[i].path) !=
            STATUS_OK)
            return STATUS_USAGE;
    return STATUS_OK;
}

/* The case id that a file gives; NULL where it cannot be told.  Its rules are
   loaded on the way, so that workers have them and their faults are said
   once.  What is read for that lies in `scratch`.  Where the system fails the
   interview is passed over: its twin would not be found. */
static void
case_read(struct arena *scratch, struct session *session, struct input *input)
{
    struct diag *d = session_diag(scratch);
    struct source src;
    const char *id;

    guard_input(input->path);
    if (file_read(scratch, d, input->path, FILE_TEXT_MAX, &src)) {
        id = engine_peek(scratch, session_engine(session), &src);
        if (id != NULL)
            input->case_id = arena_strndup(session->a, id, strlen(id));
    } else if (diag_failed(d)) {
        console_diag(session->console, scratch, d);
        input->failed = true;
    }
}

void
inputs_find_twins(struct session *session, struct inputs *inputs)
{
    struct arena *scratch = arena_new();
    struct input **sorted;

    for (int i = 0; i < inputs->n; i++) {
        if (inputs->v[i].case_id == NULL)
            case_read(scratch, session, &inputs->v[i]);
        arena_reset(scratch);
    }
    arena_free(scratch);
    sorted = inputs_sorted(session->a, inputs, compare_case);
    for (int i = 1; i < inputs->n && sorted[i]->case_id != NULL; i++)
        if (are_twins(session, sorted[i], sorted[i - 1])) {
            sorted[i]->twin = sorted[i - 1]->path;
            if (sorted[i - 1]->twin == NULL)
                sorted[i - 1]->twin = sorted[i]->path;
        }
}

/* By the first 8 bytes of the SHA-256 of the case id: a case stays where it is,
   whatever others come and go.  Those without one stay together. */
static int
shard_of(struct arena *a, const char *case_id, int n)
{
    enum { DIGITS = 16, BASE = 16 };
    const char *id = case_id == NULL ? "" : case_id;
    char head[DIGITS + 1] = "";

    memcpy(head, hash_sha256(a, id, strlen(id)), DIGITS);
    return (int)(strtoull(head, NULL, BASE) % (unsigned)n);
}

void
inputs_take_shard(const struct session *session, struct inputs *inputs)
{
    const struct shard *shard = &session->opts->shard;
    struct arena *a = arena_new();
    int n = 0;

    if (shard->n == 0)
        n = inputs->n;
    else
        for (int i = 0; i < inputs->n; i++) {
            if (shard_of(a, inputs->v[i].case_id, shard->n) == shard->i)
                inputs->v[n++] = inputs->v[i];
            arena_reset(a);
        }
    arena_free(a);
    inputs->n = n;
}

enum status
inputs_read(struct arena *a, struct diag *d, struct session *session,
    const char *path, struct engine_case **out)
{
    struct source *src = NEW(a, struct source, 1);

    *out = NULL;
    guard_input(path);
    if (!file_read(a, d, path, FILE_TEXT_MAX, src))
        return diag_failed(d) ? STATUS_FAILED : STATUS_REFUSED;
    return engine_read(a, d, session_engine(session), src, out);
}

enum status
inputs_read_own(struct arena *a, struct diag *d, struct session *session,
    const struct input *input, struct engine_case **out)
{
    enum status status;

    *out = NULL;
    if (input->failed)
        return STATUS_FAILED;
    status = inputs_read(a, d, session, input->path, out);
    if (input->twin == NULL || *out == NULL)
        return status;
    engine_twin(d, *out, input->twin);
    return status_worse(status, STATUS_REFUSED);
}

enum status
inputs_read_whole(struct arena *a, struct diag *d, struct session *session,
    const struct input *input, struct engine_case **out)
{
    enum status status = inputs_read_own(a, d, session, input, out);

    if (status == STATUS_OK)
        status = engine_check_characters(a, d, session->engine, *out);
    if (status == STATUS_OK)
        status = engine_check_names(a, d, session->engine, *out);
    return status;
}
