/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Operands as files: folders opened, what is no interview passed over. */
#include "cli/inputs.h"

#include "base/file.h"
#include "base/file_write.h"
#include "cli/output.h"

#include <errno.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

/* An interview says what it is in its first lines. */
enum {
    INPUTS_FIRST = 16,
    HEAD_MAX = 4096,
    DEPTH_MAX = 32,
    LIST_MAX = 64 * 1024 * 1024
};

static const char kept_end[] = ".interview.yaml";

static void
inputs_add(struct session *session, struct inputs *inputs, const char *path,
    const char *below)
{
    struct arena *a = session->a;

    GROW(a, inputs->v, inputs->n, inputs->cap, INPUTS_FIRST);
    inputs->v[inputs->n++] = (struct input){
        .path = path, .dir = output_dir(a, session->opts, path, below)};
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
    struct arena *scratch, const char *path, const char *below)
{
    if (ends_in(path, ".yaml") || ends_in(path, ".yml")) {
        if (is_kept_copy(path))
            kept_pass_over(session, inputs, scratch, path);
        else
            inputs_add(session, inputs, path, below);
    } else if (reads_like_interview(scratch, path)) {
        inputs->passed_over++;
        console_error(session->console,
            _("%s is passed over: the name of an interview ends in .yaml or "
              ".yml"),
            path);
    }
    arena_reset(scratch);
}

/* A folder that is being read: where it lies below the operand, and how many
   folders may still lie in it. */
struct place {
    const char *dir, *below;
    int depth;
};

/* Whether the reports go there: what lies in it was made, and is no input. */
static bool
is_output(const struct session *session, const struct stat *st)
{
    const char *out = session->opts->folder;
    struct stat is;

    return out != NULL && stat(out, &is) == 0 && is.st_dev == st->st_dev &&
           is.st_ino == st->st_ino;
}

/* A link is none, so that there is an end to them. */
bool
inputs_go_below(const struct session *session, const char *path)
{
    struct stat st;

    return session->opts->recursive && lstat(path, &st) == 0 &&
           S_ISDIR(st.st_mode) && !is_output(session, &st);
}

static enum status add_folder(struct session *session, struct inputs *inputs,
    struct arena *scratch, const struct place *place);

/* The files of a folder, then the folders in it. */
static enum status
add_names(struct session *session, struct inputs *inputs, struct arena *scratch,
    const struct place *place, const char **names, int n)
{
    struct arena *a = session->a;
    enum status status = STATUS_OK;
    int folders = 0;

    for (int i = 0; i < n; i++) {
        const char *path = path_join(a, place->dir, names[i]);

        if (inputs_go_below(session, path))
            names[folders++] = names[i];
        else
            inputs_add_found(session, inputs, scratch, path, place->below);
    }
    for (int i = 0; i < folders; i++) {
        const struct place next = {.dir = path_join(a, place->dir, names[i]),
            .below = place->below == NULL
                         ? names[i]
                         : path_join(a, place->below, names[i]),
            .depth = place->depth - 1};

        status =
            status_worse(status, add_folder(session, inputs, scratch, &next));
    }
    return status;
}

static enum status
add_folder(struct session *session, struct inputs *inputs,
    struct arena *scratch, const struct place *place)
{
    const char **names;
    int n = -1;

    errno = ELOOP;
    if (place->depth > 0) {
        /* A copy without its report would pass for a case. */
        file_sweep(place->dir);
        n = path_list(session->a, place->dir, "", &names);
    }
    if (n < 0)
        return console_errno(session->console, errno, STATUS_REFUSED,
            _("cannot read %s: %s"), place->dir, _(file_reason(errno)));
    return add_names(session, inputs, scratch, place, names, n);
}

/* A folder of the command line. */
static enum status
inputs_add_folder(
    struct session *session, struct inputs *inputs, const char *dir)
{
    struct arena *scratch = arena_new();
    const struct place place = {.dir = dir, .depth = DEPTH_MAX};
    int before = inputs->n;
    enum status status = add_folder(session, inputs, scratch, &place);

    arena_free(scratch);
    if (status != STATUS_OK || inputs->n > before)
        return status;
    console_error(session->console,
        session->opts->recursive
            ? _("there are no *.yaml or *.yml in the folder %s or below it")
            : _("there are no *.yaml or *.yml in the folder %s"),
        dir);
    return STATUS_REFUSED;
}

/* Behind what says nothing where a name of a path begins: "./", and a slash
   more. */
static const char *
to_name(const char *path, bool first)
{
    for (;; first = false)
        if (path[0] == '.' && path[1] == '/')
            path += 2;
        else if (path[0] == '/' && !first)
            path++;
        else
            return path;
}

/* Paths as bytes; ./x//y is x/y. */
static int
compare_names(const char *x, const char *y)
{
    x = to_name(x, true);
    y = to_name(y, true);
    for (; *x == *y && *x != '\0'; x++, y++)
        if (*x == '/') {
            x = to_name(x + 1, false) - 1;
            y = to_name(y + 1, false) - 1;
        }
    return (unsigned char)*x - (unsigned char)*y;
}

/* By path, then by place on the command line. */
static int
compare_path(const void *a, const void *b)
{
    const struct input *const *x = a, *const *y = b;
    int order = compare_names((*x)->path, (*y)->path);

    return order != 0 ? order : (*x > *y) - (*x < *y);
}

/* Drops every path but its first. */
static void
inputs_drop_repeated(struct arena *a, struct inputs *inputs)
{
    struct input **sorted = inputs_sorted(a, inputs, compare_path);
    bool *drop = NEW(a, bool, inputs->n);
    int n = 0;

    for (int i = 1; i < inputs->n; i++)
        if (compare_names(sorted[i]->path, sorted[i - 1]->path) == 0)
            drop[sorted[i] - inputs->v] = true;
    for (int i = 0; i < inputs->n; i++)
        if (!drop[i])
            inputs->v[n++] = inputs->v[i];
    inputs->n = n;
}

static void
inputs_add_word(struct session *session, struct inputs *inputs,
    const char *path, enum status *status)
{
    if (!is_folder(session, path, status)) {
        inputs_add(session, inputs, path, NULL);
        return;
    }
    inputs->batch = true;
    *status = status_worse(*status, inputs_add_folder(session, inputs, path));
}

bool
inputs_take_list(struct session *session, struct options *o)
{
    char end = o->null ? '\0' : '\n';
    struct arena *a = session->a;
    struct diag *d = session_diag(a);
    struct source *list = NEW(a, struct source, 1);
    struct engine_words words = {NULL, 0};
    int cap = 0;
    size_t at = 0;

    if (!file_read(a, d, o->files_from, LIST_MAX, list)) {
        console_diag(session->console, a, d);
        return false;
    }
    for (int i = 0; i < o->operands.n; i++) {
        GROW(a, words.v, words.n, cap, INPUTS_FIRST);
        words.v[words.n++] = o->operands.v[i];
    }
    while (at < list->len) {
        const char *text = list->text + at;
        const char *stop = memchr(text, end, list->len - at);
        size_t n = stop == NULL ? list->len - at : (size_t)(stop - text);

        if (n > 0) {
            GROW(a, words.v, words.n, cap, INPUTS_FIRST);
            words.v[words.n++] = arena_strndup(a, text, n);
        }
        at += n + 1;
    }
    o->operands = words;
    return true;
}

enum status
inputs_expand(struct session *session, const struct engine_words *operands,
    struct inputs *out)
{
    enum status status = STATUS_OK;

    *out = (struct inputs){0};
    for (int i = 0; i < operands->n; i++)
        inputs_add_word(session, out, operands->v[i], &status);
    inputs_drop_repeated(session->a, out);
    out->batch |= out->n > 1 || session->opts->files_from != NULL;
    return status;
}
