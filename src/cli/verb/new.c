/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The verb `new`: a commented interview, with --example a filled one, or with
   --from what a table or transcript holds.  An existing file is replaced only
   with --force. */
#include "base/file.h"
#include "cli/case_ids.h"
#include "cli/import.h"
#include "cli/look.h"
#include "cli/output.h"
#include "cli/verb/verbs.h"

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

/* The template, with a case id that the folder does not have yet. */
static enum status
template_make(
    struct session *session, const char *dir, enum lang lang, struct buf *out)
{
    struct buf text = buf_new(session->a);
    enum status status = engine_template(session_engine(session), lang, &text);
    long highest = status == STATUS_OK ? case_ids_highest(session, dir) : 0;
    const char *at =
        status == STATUS_OK ? strstr(text.p, case_ids_first) : NULL;

    if (at == NULL || highest == 0) {
        buf_add(out, text.p, text.len);
        return status;
    }
    buf_add(out, text.p, (size_t)(at - text.p));
    buf_printf(out, "%s%04ld", case_ids_row, highest + 1);
    buf_puts(out, at + strlen(case_ids_first));
    return status;
}

static enum status
new_interview(struct session *session)
{
    const struct options *o = session->opts;
    const char *path = o->operands.n > 0 ? o->operands.v[0] : "-";
    enum lang lang = session_lang(session, LANG_NL);
    struct buf out = buf_new(session->a);
    enum status status;
    struct stat st;

    if (o->from != NULL)
        return import_file(session, lang, path);
    status = o->example ? example_read(session, lang, &out)
                        : template_make(session, path_folder(session->a, path),
                              lang, &out);
    if (status != STATUS_OK)
        return status;
    if (strcmp(path, "-") == 0)
        return console_out(session->console, out.p, out.len);
    if (!o->force && look_at(session->console, path, &st) != LOOK_NOTHING) {
        console_error(session->console,
            _("%s exists; it is left as it is (--force replaces it)"), path);
        return STATUS_REFUSED;
    }
    return output_text(session, path, &out);
}

static const char *
new_refuse(struct arena *a, const struct options *o)
{
    (void)a;
    if (o->from != NULL && o->example)
        return _("--from and --example exclude one another");
    if (o->from == NULL && o->folder != NULL)
        return _("-d goes with --from; without it, name the file");
    return o->folder != NULL && o->operands.n > 0
               ? _("-d and a file exclude one another")
               : NULL;
}

const struct verb verb_new = {.name = "new",
    .operands = "[FILE]",
    .min = 0,
    .max = 1,
    .help = {"een interview met uitleg om in te vullen",
        "a commented interview to fill in"},
    .example = {"new gesprek.yaml", "new interview.yaml --lang en"},
    .refuse = new_refuse,
    .writes = true,
    .imports = true,
    .run = new_interview};
