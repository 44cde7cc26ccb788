/* The verb `new`: a commented interview, or with --example a filled one.  An
   existing file is replaced only with --force. */
#include "base/file.h"
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

static enum status
new_interview(struct session *session)
{
    const struct options *o = session->opts;
    const char *path = o->operands.n > 0 ? o->operands.v[0] : "-";
    enum lang lang = session_lang(session, LANG_NL);
    struct buf out = buf_new(session->a);
    enum status status =
        o->example ? example_read(session, lang, &out)
                   : engine_template(session_engine(session), lang, &out);
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
    .run = new_interview};
