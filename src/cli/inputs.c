/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The interviews of a command line. */
#include "cli/inputs.h"

#include "base/file.h"
#include "base/file_write.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

/* An interview says what it is in its first lines. */
enum { INPUTS_FIRST = 16, HEAD_MAX = 4096 };

static const char kept_end[] = ".interview.yaml";

static void
inputs_add(struct arena *a, struct inputs *inputs, const char *path)
{
    GROW(a, inputs->v, inputs->n, inputs->cap, INPUTS_FIRST);
    inputs->v[inputs->n++] = (struct input){.path = path};
}

/* Where the system cannot tell that is said. */
static bool
is_folder(const struct session *session, const char *path, enum status *status)
{
    struct stat st;

    if (stat(path, &st) == 0)
        return S_ISDIR(st.st_mode);
    if (file_error_of_system(errno))
        *status = console_failure(session->console, _("cannot read %s: %s"),
            path, _(file_reason(errno)));
    return false;
}

static bool
ends_in(const char *name, const char *end)
{
    size_t len = strlen(name), elen = strlen(end);

    return len > elen && strcasecmp(name + len - elen, end) == 0;
}

/* The copy of an interview that a report keeps beside itself is no case of its
   own: CASE.LAYOUT.interview.yaml.  Where its report does not stand there (any
   more) somebody may have called a case so: then it is said. */
static bool
is_kept_copy(const char *path)
{
    return ends_in(path, kept_end);
}

static void
kept_pass_over(struct session *session, struct inputs *inputs,
    struct arena *scratch, const char *path)
{
    int stem = (int)(strlen(path) - strlen(kept_end));

    if (file_exists(arena_printf(scratch, "%.*s.pdf", stem, path)))
        return;
    inputs->passed_over++;
    console_error(session->console,
        _("%s is passed over: it is named as the copy beside a report; a case "
          "has another name"),
        path);
}

/* Whether a file whose name says something else begins as interviews do. */
static bool
reads_like_interview(struct arena *scratch, const char *path)
{
    static const char *const heads[] = {
        "formaat: interview/", "format: interview/"};
    struct source src;
    size_t line = 0;

    if (ends_in(path, ".pdf") ||
        !file_read(scratch, diag_new(scratch, NULL), path, FILE_TEXT_MAX, &src))
        return false;
    while (line < src.len && line < HEAD_MAX) {
        for (int i = 0; i < 2; i++)
            if (strstr(src.text + line, heads[i]) == src.text + line)
                return true;
        line += strcspn(src.text + line, "\n") + 1;
    }
    return false;
}

/* A file of a folder: an interview, something else, or one that is passed over,
   which is said. */
static void
inputs_add_found(struct session *session, struct inputs *inputs,
    struct arena *scratch, const char *path)
{
    if (ends_in(path, ".yaml") || ends_in(path, ".yml")) {
        if (is_kept_copy(path))
            kept_pass_over(session, inputs, scratch, path);
        else
            inputs_add(session->a, inputs, path);
    } else if (reads_like_interview(scratch, path)) {
        inputs->passed_over++;
        console_error(session->console,
            _("%s is passed over: the name of an interview ends in .yaml or "
              ".yml"),
            path);
    }
    arena_reset(scratch);
}

static enum status
inputs_add_folder(
    struct session *session, struct inputs *inputs, const char *dir)
{
    const char **names;
    struct arena *scratch = arena_new();
    int before = inputs->n, n;
    enum status failed = STATUS_OK;

    file_sweep(dir); /* a copy without its report would pass for a case */
    n = path_list(session->a, dir, "", &names);

    if (n < 0)
        failed = console_errno(session->console, errno, STATUS_REFUSED,
            _("cannot read %s: %s"), dir, _(file_reason(errno)));
    for (int i = 0; i < n; i++)
        inputs_add_found(
            session, inputs, scratch, path_join(session->a, dir, names[i]));
    if (n >= 0 && inputs->n == before)
        console_error(session->console,
            _("there are no *.yaml or *.yml in the folder %s"), dir);
    arena_free(scratch);
    if (n < 0)
        return failed;
    return inputs->n > before ? STATUS_OK : STATUS_REFUSED;
}

/* By path, then by place on the command line. */
static int
compare_path(const void *a, const void *b)
{
    const struct input *const *x = a, *const *y = b;
    int order = strcmp((*x)->path, (*y)->path);

    return order != 0 ? order : (*x > *y) - (*x < *y);
}

/* By case id, those without one last. */
static int
compare_case(const void *a, const void *b)
{
    const struct input *const *x = a, *const *y = b;

    if ((*x)->case_id == NULL || (*y)->case_id == NULL)
        return ((*x)->case_id == NULL) - ((*y)->case_id == NULL);
    return strcmp((*x)->case_id, (*y)->case_id);
}

static struct input **
inputs_sort(struct arena *a, const struct inputs *inputs,
    int (*compare)(const void *, const void *))
{
    struct input **sorted = NEW(a, struct input *, inputs->n);

    for (int i = 0; i < inputs->n; i++)
        sorted[i] = &inputs->v[i];
    qsort(sorted, (size_t)inputs->n, sizeof *sorted, compare);
    return sorted;
}

/* Drops every path but its first. */
static void
inputs_drop_repeated(struct arena *a, struct inputs *inputs)
{
    struct input **sorted = inputs_sort(a, inputs, compare_path);
    bool *drop = NEW(a, bool, inputs->n);
    int n = 0;

    for (int i = 1; i < inputs->n; i++)
        if (strcmp(sorted[i]->path, sorted[i - 1]->path) == 0)
            drop[sorted[i] - inputs->v] = true;
    for (int i = 0; i < inputs->n; i++)
        if (!drop[i])
            inputs->v[n++] = inputs->v[i];
    inputs->n = n;
}

enum status
inputs_expand(struct session *session, const struct engine_words *operands,
    struct inputs *out)
{
    enum status status = STATUS_OK;

    *out = (struct inputs){0};
    for (int i = 0; i < operands->n; i++) {
        const char *path = operands->v[i];

        if (!is_folder(session, path, &status)) {
            inputs_add(session->a, out, path);
            continue;
        }
        out->batch = true;
        status = status_worse(status, inputs_add_folder(session, out, path));
    }
    inputs_drop_repeated(session->a, out);
    out->batch |= out->n > 1;
    return status;
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
        case_read(scratch, session, &inputs->v[i]);
        arena_reset(scratch);
    }
    arena_free(scratch);
    sorted = inputs_sort(session->a, inputs, compare_case);
    for (int i = 1; i < inputs->n && sorted[i]->case_id != NULL; i++)
        if (strcmp(sorted[i]->case_id, sorted[i - 1]->case_id) == 0) {
            sorted[i]->twin = sorted[i - 1]->path;
            if (sorted[i - 1]->twin == NULL)
                sorted[i - 1]->twin = sorted[i]->path;
        }
}

enum status
inputs_read(struct arena *a, struct diag *d, struct session *session,
    const char *path, struct engine_case **out)
{
    struct source *src = NEW(a, struct source, 1);

    *out = NULL;
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
