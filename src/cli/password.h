/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The password of --password-file, and the copies that open with it.  It stands
   in a page of its own, which is in no memory dump and not swapped out, and is
   wiped; no message tells a character of it. */
#ifndef CLI_PASSWORD_H
#define CLI_PASSWORD_H

#include "base/file_write.h"
#include "cli/session.h"

/* Reads the first line of the file of the option, in NFC, into
   `session->password`; STATUS_OK too where there is no such option.  For copies
   that are to be made it is refused (said, STATUS_USAGE) where it is short, or
   not written alike by all programs. */
enum status password_read(struct session *session);

void password_wipe(struct session *session);

/* Opens a PDF that was read, in place, where it is encrypted.  False where the
   password does not open it, or there is none (said in `d`). */
bool password_open(struct arena *a, struct diag *d,
    const struct session *session, struct source *pdf, bool *sound);

/* Makes a copy with a password of the report `pdf`, which is to stand at
   `path`; the reason is said where it cannot be made. */
enum status password_copy(struct arena *a, const struct session *session,
    const char *path, const struct buf *pdf, struct file_part *out);

/* The path of the copy of a report: LP-0017.handout.locked.pdf. */
const char *password_copy_path(struct arena *a, const char *path);

#endif
