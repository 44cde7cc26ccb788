/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* MAP_ANONYMOUS, MADV_DONTDUMP, explicit_bzero */

#include "cli/password.h"

#include "base/file.h"
#include "base/utf8.h"

#include <malloc.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>

/* A page for the password. */
enum { LETTERS_MIN = 8, ROOM = 4096, FILE_MAX = 64 * 1024 };

static const char bom[] = "\xef\xbb\xbf";

/* What libqpdf holds of it is overwritten when it gives its memory back. */
static void
libraries_wipe(void)
{
    enum { ANY_BYTE = 0xa5 };

    mallopt(M_PERTURB, ANY_BYTE);
}

static void
wipe(const char *s, size_t len)
{
    explicit_bzero((char *)(uintptr_t)s, len);
}

/* Anybody else on this computer can read it. */
static void
tell_who_reads(const struct session *session, const char *path)
{
    struct stat st;

    if (stat(path, &st) == 0 && S_ISREG(st.st_mode) &&
        (st.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        console_note(session->console,
            _("others on this computer can read the password in %s; "
              "\"chmod 600\" keeps it to you"),
            path);
}

/* What is wrong with a password in NFC, or NULL. */
static const char *
wrong(struct arena *a, const char *s, bool makes)
{
    size_t len = strlen(s);

    if (len == 0)
        return _("the first line is the password, and it is empty");
    if (len > ENGINE_PASSWORD_MAX)
        return arena_printf(a,
            _("the password is longer than %d bytes, which is all that a PDF "
              "takes"),
            ENGINE_PASSWORD_MAX);
    if (!makes)
        return NULL;
    if (s[0] == ' ' || s[len - 1] == ' ')
        return _("the password begins or ends with a blank, which nobody sees");
    if (!utf8_is_prepared(s))
        return _("the password holds a character that cannot be seen, or that "
                 "programs write in more than one way; take letters, digits, "
                 "blanks and marks that are on a keyboard");
    if (utf8_count(s, len) < LETTERS_MIN)
        return arena_printf(a,
            _("the password is too short to keep anybody out: at least %d "
              "characters; four words are better"),
            LETTERS_MIN);
    return NULL;
}

/* The first line, as bytes, becomes the password. */
static const char *
take(struct session *session, const char *p, size_t len, bool makes)
{
    struct arena *a = session->a;
    const char *end = memchr(p, '\n', len), *fault = NULL, *nfc, *line;
    size_t bad;
    char *room;

    len = end != NULL ? (size_t)(end - p) : len;
    len -= len > 0 && p[len - 1] == '\r';
    if (!utf8_valid(p, len, &bad) || memchr(p, '\0', len) != NULL)
        return _("the password is no UTF-8 text");
    line = arena_strndup(a, p, len);
    nfc = utf8_nfc(a, line);
    fault = wrong(a, nfc, makes);
    if (fault == NULL) {
        room = mmap(NULL, ROOM, PROT_READ | PROT_WRITE,
            MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (room != MAP_FAILED) {
            /* Both are a favour of the system: some give no page. */
            (void)mlock(room, ROOM);
            (void)madvise(room, ROOM, MADV_DONTDUMP);
            memcpy(room, nfc, strlen(nfc) + 1);
            session->password = room;
        }
    }
    wipe(nfc, strlen(nfc));
    wipe(line, len);
    return fault;
}

enum status
password_read(struct session *session)
{
    const char *path = session->opts->password, *fault;
    bool makes = session->opts->verb->makes;
    struct arena *a = session->a;
    struct diag *d = session_diag(a);
    struct source *file = NEW(a, struct source, 1);
    size_t skip = sizeof bom - 1;

    if (path == NULL)
        return STATUS_OK;
    libraries_wipe();
    if (!file_read(a, d, path, FILE_MAX, file)) {
        console_diag(session->console, a, d);
        return diag_failed(d) ? STATUS_FAILED : STATUS_USAGE;
    }
    tell_who_reads(session, path);
    if (file->len < skip || memcmp(file->text, bom, skip) != 0)
        skip = 0;
    fault = take(session, file->text + skip, file->len - skip, makes);
    wipe(file->text, file->len);
    if (fault != NULL) {
        console_error(session->console, "%s: %s", path, fault);
        return STATUS_USAGE;
    }
    if (session->password == NULL)
        return console_failure(
            session->console, "%s", _("there is too little memory"));
    if (makes)
        console_note(session->console, "%s",
            _("each copy with a password (.locked.pdf) is for e-mail; it is no "
              "PDF/A, which forbids passwords: keep the report itself"));
    return STATUS_OK;
}

void
password_wipe(struct session *session)
{
    if (session->password == NULL)
        return;
    wipe(session->password, ROOM);
    munmap((void *)(uintptr_t)session->password, ROOM);
    session->password = NULL;
}

bool
password_open(struct arena *a, struct diag *d, const struct session *session,
    struct source *pdf, bool *sound)
{
    return engine_unlock(a, d, pdf, session->password, sound) != ENGINE_SHUT;
}

const char *
password_copy_path(struct arena *a, const char *path)
{
    static const char end[] = ".pdf";
    size_t len = strlen(path);

    if (path_has_suffix(path, end))
        len -= sizeof end - 1;
    return arena_printf(a, "%.*s.locked.pdf", (int)len, path);
}

enum status
password_copy(struct arena *a, const struct session *session, const char *path,
    const struct buf *pdf, struct file_part *out)
{
    struct diag *d = session_diag(a);
    struct buf copy = buf_new(a);
    enum status status = engine_lock(a, d, pdf, session->password, &copy);

    console_diag(session->console, a, d);
    *out = (struct file_part){.path = path, .data = copy.p, .len = copy.len};
    return status;
}
