/* The verb `new`: a commented interview, or with --example a filled one.  An
   existing file is replaced only with --force. */
#include "base/file.h"
#include "cli/output.h"
#include "cli/verb/verbs.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char *const example_file[LANG_COUNT] = {
    [LANG_NL] = "juf-anne.yaml",
    [LANG_EN] = "english.yaml",
};

/* The shipped example; the reason is said where it cannot be had. */
static enum status
example_read(struct session *session, enum lang lang, struct buf *out)
{
    struct diag *d = session_diag(session->a);
    const char *folders[PATHS_FOLDERS];
    int n = paths_folders(
        session->a, &session->files.paths, PATH_EXAMPLES, folders);
    struct source src;

    if (n == 0 || !file_read(session->a, d,
                      path_join(session->a, folders[n - 1], example_file[lang]),
                      FILE_TEXT_MAX, &src)) {
        console_diag(session->console, session->a, d);
        return STATUS_USAGE;
    }
    buf_add(out, src.text, src.len);
    return STATUS_OK;
}

/* Case ids ---------------------------------------------------------------- */

/* The template's own case id is the first of a row: a folder that has cases of
   that row gets the next one, since two children under one id take each other's
   reports away. */
static const char row[] = "LP-", first[] = "LP-0001";

/* The highest number behind `row` in a text; comments have examples. */
static long
highest_in(const char *text, long highest)
{
    enum { DIGITS = 6 };
    const char *line = text, *seen = text;

    for (const char *at = text; (at = strstr(at, row)) != NULL;) {
        size_t n = strspn(at += sizeof row - 1, "0123456789");
        long number = n > 0 && n <= DIGITS ? strtol(at, NULL, 10) : 0;

        for (; seen < at; seen++)
            if (*seen == '\n')
                line = seen + 1;
        if (number > highest && line[strspn(line, " ")] != '#')
            highest = number;
    }
    return highest;
}

static bool
is_interview(const char *name)
{
    return path_has_suffix(name, ".yaml") || path_has_suffix(name, ".yml");
}

/* The same in a folder: in the names of its files, and in its interviews. */
static long
highest_of(struct session *session, const char *dir)
{
    struct arena *a = arena_new();
    const char **names;
    int n = path_list(session->a, dir, "", &names);
    long highest = 0;

    for (int i = 0; i < n; i++) {
        struct diag *d = session_diag(a);
        struct source src;

        highest = highest_in(names[i], highest);
        if (is_interview(names[i]) &&
            file_read(a, d, path_join(a, dir, names[i]), FILE_TEXT_MAX, &src))
            highest = highest_in(src.text, highest);
        if (diag_failed(d))
            console_diag(session->console, a, d);
        arena_reset(a);
    }
    arena_free(a);
    return highest;
}

/* The template, with a case id that the folder does not have yet. */
static enum status
template_make(
    struct session *session, const char *dir, enum lang lang, struct buf *out)
{
    struct buf text = buf_new(session->a);
    enum status status = engine_template(session_engine(session), lang, &text);
    long highest = status == STATUS_OK ? highest_of(session, dir) : 0;
    const char *at = status == STATUS_OK ? strstr(text.p, first) : NULL;

    if (at == NULL || highest == 0) {
        buf_add(out, text.p, text.len);
        return status;
    }
    buf_add(out, text.p, (size_t)(at - text.p));
    buf_printf(out, "%s%04ld", row, highest + 1);
    buf_puts(out, at + sizeof first - 1);
    return status;
}

static enum status
new_interview(struct session *session)
{
    const struct options *o = session->opts;
    const char *path = o->operands.n > 0 ? o->operands.v[0] : "-";
    enum lang lang = session_lang(session, LANG_NL);
    struct buf out = buf_new(session->a);
    enum status status =
        o->example
            ? example_read(session, lang, &out)
            : template_make(session, path_folder(session->a, path), lang, &out);
    struct stat st;

    if (status != STATUS_OK)
        return status;
    if (strcmp(path, "-") == 0)
        return console_out(session->console, out.p, out.len);
    if (!o->force && lstat(path, &st) == 0) {
        console_error(session->console,
            _("%s exists; it is left as it is (--force replaces it)"), path);
        return STATUS_REFUSED;
    }
    return output_text(session, path, &out);
}

const struct verb verb_new = {.name = "new",
    .operands = "[FILE]",
    .min = 0,
    .max = 1,
    .help = {"een interview met uitleg om in te vullen",
        "a commented interview to fill in"},
    .example = {"new gesprek.yaml", "new interview.yaml --lang en"},
    .run = new_interview};
