/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Copies of reports that open with a password alone: AES with a key of 256 bits
   (ISO 32000-2, 7.6, revision 6), metadata included.  All is allowed to who has
   the password, as screen readers and printers need; there is no other
   password.  The bytes of two copies differ, since salts are random. */
#ifndef PDF_FILLED_LOCK_H
#define PDF_FILLED_LOCK_H

#include "base/buf.h"
#include "pdf/filled_open.h"

/* Adds a copy of a report of ours to `out`, in which the metadata claim no
   PDF/A; it is opened again before this returns.  False where it cannot be
   made, or does not open. */
bool filled_lock(struct arena *a, const char *pdf, size_t len,
    const char *password, struct buf *out);

/* Whether a file may be encrypted: a search in its bytes. */
bool filled_seems_locked(const char *data, size_t len);

/* What an encrypted file holds, without its encryption, whoever made it.
   `*unaltered`: it is a copy that filled_lock made, and nothing in it changed
   since.  FILLED_LOCKED: that is not its password. */
enum filled_state filled_unlock(struct arena *a, const char *data, size_t len,
    const char *password, struct buf *out, bool *unaltered);

#endif
