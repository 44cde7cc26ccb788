/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "cli/archive.h"

#include "base/file.h"
#include "base/hash.h"
#include "cli/keep.h"
#include "cli/paths.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

/* A copy is larger than a text where rules come from several files. */
enum { COPY_MAX = 16 * FILE_TEXT_MAX, KEEP_MAX = 128 * FILE_TEXT_MAX };

struct archive
archive_copies(struct arena *a, const char *path, const struct engine_case *c,
    const struct engine_form *form)
{
    const char *dir = path_folder(a, path);
    struct engine_copy copies[ENGINE_COPIES];
    struct archive archive = {.n = 0};

    if (strcmp(path, "-") == 0)
        return archive;
    archive.n = engine_copies(a, c, form, copies);
    for (int i = 0; i < archive.n; i++) {
        archive.v[i].is = copies[i];
        archive.v[i].path = path_join(a, dir, copies[i].name);
    }
    return archive;
}

/* What the copies of a report are called before their ends. */
static const char *
copies_name(struct arena *a, const struct archive *archive)
{
    static const char end[] = ".interview.yaml";
    const char *name = archive->v[COPY_INTERVIEW].is.name;

    return arena_strndup(a, name, strlen(name) - (sizeof end - 1));
}

const char *
archive_keep_path(struct arena *a, const struct archive *archive)
{
    return archive->n == 0
               ? NULL
               : path_join(a, path_folder(a, archive->v[COPY_INTERVIEW].path),
                     arena_printf(a, "%s.keep.tar", copies_name(a, archive)));
}

bool
archive_keep(struct arena *a, const struct session *session, const char *path,
    const struct engine_form *form, const struct buf *pdf,
    struct archive *archive)
{
    struct archive_copy *to = &archive->v[ARCHIVE_KEEP];
    const char *name = copies_name(a, archive);
    struct buf out = buf_new(a);

    if (!keep_make(
            a, session, name, form, &archive->v[COPY_INTERVIEW].is, pdf, &out))
        return false;
    to->is = (struct engine_copy){
        arena_printf(a, "%s.keep.tar", name), out.p, out.len};
    to->path = path_join(a, path_folder(a, path), to->is.name);
    archive->n = ARCHIVE_MAX;
    return true;
}

static bool
is_alike(const struct archive_copy *c)
{
    return c->old.len == c->is.len &&
           memcmp(c->old.text, c->is.data, c->is.len) == 0;
}

/* Whether the old file is the very copy that was laid beside the old report;
   of the archive of --keep-all, whether it keeps that report's interview. */
static bool
is_copy_of(
    struct arena *a, const struct archive *archive, int i, const char *hash)
{
    const struct archive_copy *c = &archive->v[i];

    if (i == ARCHIVE_KEEP)
        return hash != NULL &&
               keep_is_of(a, &c->old, archive->v[COPY_INTERVIEW].is.name, hash);
    return hash != NULL &&
           strcmp(hash_sha256(a, c->old.text, c->old.len), hash) == 0;
}

/* What the system cannot tell of is not nothing. */
static void
look_failed(struct diag *d, struct archive_copy *c)
{
    int error = errno;

    c->old.name = c->path;
    if (file_error_of_system(error))
        diag_failure(d, (struct pos){.src = &c->old}, "F104", "cannot read: %s",
            diag_words(d, file_reason(error)));
}

const char *
archive_in_the_way(struct arena *a, struct diag *d, struct archive *archive,
    const struct engine_record *old, bool force)
{
    for (int i = 0; i < archive->n; i++) {
        struct archive_copy *c = &archive->v[i];
        const char *hash = old == NULL       ? NULL
                           : i == COPY_RULES ? old->fact[FACT_RULES]
                                             : old->fact[FACT_INTERVIEW];
        struct stat st;

        if (lstat(c->path, &st) != 0) {
            look_failed(d, c);
            continue;
        }
        if (!S_ISREG(st.st_mode))
            return c->path;
        c->there = file_read(
            a, d, c->path, i == ARCHIVE_KEEP ? KEEP_MAX : COPY_MAX, &c->old);
        if (!force &&
            (!c->there || (!is_alike(c) && !is_copy_of(a, archive, i, hash))))
            return c->path;
    }
    return NULL;
}

int
archive_parts(const struct archive *archive, struct file_part out[ARCHIVE_MAX])
{
    int n = 0;

    for (int i = 0; i < archive->n; i++) {
        const struct archive_copy *c = &archive->v[i];

        if (!c->there || !is_alike(c))
            out[n++] = (struct file_part){
                .path = c->path, .data = c->is.data, .len = c->is.len};
    }
    return n;
}
