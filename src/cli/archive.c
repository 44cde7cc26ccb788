#include "cli/archive.h"

#include "base/file.h"
#include "base/hash.h"
#include "cli/paths.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A copy is larger than a text where rules come from several files. */
enum { COPY_MAX = 16 * FILE_TEXT_MAX };

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

static bool
is_alike(const struct archive_copy *c)
{
    return c->old.len == c->is.len &&
           memcmp(c->old.text, c->is.data, c->is.len) == 0;
}

/* Whether the old file is the very copy that was laid beside the old report. */
static bool
is_copy_of(struct arena *a, const struct archive_copy *c, const char *hash)
{
    return hash != NULL &&
           strcmp(hash_sha256(a, c->old.text, c->old.len), hash) == 0;
}

const char *
archive_in_the_way(struct arena *a, struct archive *archive,
    const struct engine_record *old, bool force)
{
    for (int i = 0; i < archive->n; i++) {
        struct archive_copy *c = &archive->v[i];
        const char *hash = old == NULL           ? NULL
                           : i == COPY_INTERVIEW ? old->fact[FACT_INTERVIEW]
                                                 : old->fact[FACT_RULES];
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
        if (!file_write(c->path, c->is.data, c->is.len)) {
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
