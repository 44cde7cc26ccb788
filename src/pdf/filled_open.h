/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What the files of pdf/filled share: libqpdf, quiet and without recovery of
   what would need a password. */
#ifndef PDF_FILLED_OPEN_H
#define PDF_FILLED_OPEN_H

#include "pdf/filled_calls.h"

#include "base/diag.h"

#include <stdbool.h>

/* FILLED_FAILED: nothing is known of the file, for the system gave libqpdf no
   memory or no random numbers. */
enum filled_state { FILLED_OPEN, FILLED_LOCKED, FILLED_BROKEN, FILLED_FAILED };

/* Opens a file in memory, which must live until it is closed.  Without libqpdf
   it is broken. */
qpdf_data filled_open(const char *data, size_t len, enum filled_state *state);
/* The same of one that may be encrypted; FILLED_LOCKED: that is not its
   password. */
qpdf_data filled_open_with(const char *data, size_t len, const char *password,
    enum filled_state *state);
void filled_close(qpdf_data *q);

/* Says so of a file that FILLED_FAILED is the state of. */
void filled_say_failed(struct diag *d, struct pos at);

/* What a call that failed says of the file. */
enum filled_state filled_fault(qpdf_data q);

/* The bytes of a stream, decoded; given back with free().  False where they
   cannot be decoded. */
bool filled_stream(
    qpdf_data q, qpdf_oh stream, unsigned char **bytes, size_t *len);

#endif
