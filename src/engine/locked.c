/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Copies of reports that open with a password. */
#include "engine/engine.h"
#include "pdf/filled.h"
#include "pdf/filled_lock.h"

enum status
engine_lock(struct arena *a, struct diag *d, const struct buf *pdf,
    const char *password, struct buf *out)
{
    static const struct pos nowhere;

    if (filled_lock(a, pdf->p, pdf->len, password, out))
        return STATUS_OK;
    diag_failure(d, nowhere, "E508", "the copy with a password cannot be made");
    return STATUS_FAILED;
}

enum engine_lock
engine_unlock(struct arena *a, struct diag *d, struct source *pdf,
    const char *password, bool *sound)
{
    struct buf plain = buf_new(a);
    struct pos at = {.src = pdf};

    *sound = false;
    if (!filled_seems_locked(pdf->text, pdf->len))
        return ENGINE_PLAIN;
    if (password == NULL) {
        diag_error(d, at, "F202", "this file opens with a password alone");
        diag_help(d, "--password-file FILE opens it");
        return ENGINE_SHUT;
    }
    switch (filled_unlock(a, pdf->text, pdf->len, password, &plain, sound)) {
    case FILLED_OPEN:
        *pdf = (struct source){
            .name = pdf->name, .text = plain.p, .len = plain.len};
        return ENGINE_UNLOCKED;
    case FILLED_LOCKED:
        diag_error(d, at, "F202", "that is not the password of this file");
        return ENGINE_SHUT;
    case FILLED_FAILED:
        filled_say_failed(d, at);
        return ENGINE_SHUT;
    case FILLED_BROKEN:
        break;
    }
    return ENGINE_PLAIN;
}

bool
engine_same_but_lock(struct arena *a, const char *pdf, size_t pdf_len,
    const char *data, size_t len)
{
    return filled_compare(a, pdf, pdf_len, data, len, true) == FILLED_SAME;
}
