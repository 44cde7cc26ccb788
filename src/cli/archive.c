#include "cli/archive.h"

#include "base/file.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A copy is larger than a text where rules come from several files. */
enum { COPY_MAX = 16 * FILE_TEXT_MAX };

enum copy_kind { COPY_INTERVIEW, COPY_RULES };

static const char *
copy_name(struct arena *a, const struct subject *s, const struct form *form,
    enum copy_kind kind)
{
    static const char *const endings[] = {
        [COPY_INTERVIEW] = "interview.yaml", [COPY_RULES] = "rules.ini"};

    return arena_printf(
        a, "%s.%s.%s", job_case(a, s), form->layout.id.s, endings[kind]);
}

/* A comparison and a blank form are of no one file. */
static bool
is_kept(struct arena *a, const struct subject *s, const struct form *form)
{
    return form->layout.archive && s->other == NULL && job_case(a, s) != NULL;
}

/* What is printed ------------------------------------------------------ */

static const char *
profile_name(enum pdf_profile profile)
{
    switch (profile) {
    case PDF_NONE:
        return "PDF/UA-1";
    case PDF_1B:
        return "PDF/A-1b";
    case PDF_2U:
        return "PDF/A-2u, PDF/UA-1";
    case PDF_2A:
        return "PDF/A-2a, PDF/UA-1";
    case PDF_3A:
        return "PDF/A-3a, PDF/UA-1";
    }
    return NULL;
}

/* The day that SOURCE_DATE_EPOCH names, else that of the interview. */
static struct date
printed_date(const struct session *session, const struct interview *iv)
{
    enum { DAY = 86400 };

    return session->epoch < 0 ? interview_report_date(iv)
                              : date_of_day(session->epoch / DAY);
}

const struct making *
archive_making(struct arena *a, const struct session *session,
    const struct subject *subject, const struct form *form)
{
    struct making *made = NEW(a, struct making, 1);

    *made = (struct making){.hash_interview = subject->hash,
        .hash_rules = subject->rules->hash,
        .program = PROGRAM_VERSION,
        .profile = profile_name((enum pdf_profile)session->opts->profile),
        .date = printed_date(session, &subject->interview)};
    if (is_kept(a, subject, form)) {
        made->file_interview = copy_name(a, subject, form, COPY_INTERVIEW);
        made->file_rules = copy_name(a, subject, form, COPY_RULES);
    }
    return made;
}

bool
archive_accepts(
    struct diag *d, const struct subject *subject, const struct form *form)
{
    const struct interview *iv = &subject->interview;

    if (!form->layout.archive || iv->ended)
        return true;
    diag_error(d, iv->end, "I214",
        "the interview has no closing ...; the layout \"%s\" keeps only whole "
        "interviews",
        form->layout.id.s);
    diag_help(d, "write ... on a line of its own at the end of the file");
    return false;
}

/* Copies --------------------------------------------------------------- */

struct archive
archive_copies(struct arena *a, const char *path, const struct subject *subject,
    const struct form *form)
{
    const char *dir = path_folder(a, path);
    struct archive archive = {.n = ARCHIVE_COPIES};

    if (!is_kept(a, subject, form) || strcmp(path, "-") == 0)
        return (struct archive){0};
    for (int i = 0; i < archive.n; i++)
        archive.v[i].path =
            path_join(a, dir, copy_name(a, subject, form, (enum copy_kind)i));
    archive.v[COPY_INTERVIEW].data = subject->source.text;
    archive.v[COPY_INTERVIEW].len = subject->source.len;
    archive.v[COPY_RULES].data = subject->rules->text;
    archive.v[COPY_RULES].len = subject->rules->len;
    return archive;
}

static bool
is_alike(const struct archive_copy *c)
{
    return c->old.len == c->len && memcmp(c->old.text, c->data, c->len) == 0;
}

/* Whether the old file is the very copy that was laid beside the old report. */
static bool
is_copy_of(struct arena *a, const struct archive_copy *c, const char *hash)
{
    return hash != NULL &&
           strcmp(session_hash(a, c->old.text, c->old.len), hash) == 0;
}

const char *
archive_in_the_way(struct arena *a, struct archive *archive,
    const struct pdf_record *old, bool force)
{
    for (int i = 0; i < archive->n; i++) {
        struct archive_copy *c = &archive->v[i];
        const char *hash = old == NULL           ? NULL
                           : i == COPY_INTERVIEW ? old->hash_interview
                                                 : old->hash_rules;
        struct stat st;

        if (lstat(c->path, &st) != 0)
            continue;
        c->there = S_ISREG(st.st_mode) &&
                   file_read(a, diag_new(a, NULL), c->path, COPY_MAX, &c->old);
        /* What is no file is not replaced, and what cannot be read could not
           be put back. */
        if (!c->there || (!force && !is_alike(c) && !is_copy_of(a, c, hash)))
            return c->path;
    }
    return NULL;
}

bool
archive_write(struct archive *archive, const char **path)
{
    for (int i = 0; i < archive->n; i++) {
        struct archive_copy *c = &archive->v[i];

        *path = c->path;
        if (c->there && is_alike(c))
            continue;
        if (!file_write(c->path, c->data, c->len)) {
            int error = errno;

            archive_undo(archive);
            errno = error;
            return false;
        }
        c->written = true;
    }
    return true;
}

void
archive_undo(struct archive *archive)
{
    for (int i = 0; i < archive->n; i++) {
        struct archive_copy *c = &archive->v[i];

        if (!c->written)
            continue;
        c->written = false;
        if (c->there)
            (void)file_write(c->path, c->old.text, c->old.len);
        else
            (void)unlink(c->path);
    }
}
