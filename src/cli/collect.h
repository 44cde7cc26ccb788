/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* `render --collect`: the reports of all interviews as one document. */
#ifndef CLI_COLLECT_H
#define CLI_COLLECT_H

#include "base/sink.h"
#include "cli/session.h"

/* Makes it of the operands and brings it where --collect says.  Where an
   interview is refused nothing is made (STATUS_REFUSED, with a list); with
   --skip-refused it is left out, and the status is the same. */
enum status collect(struct session *session);

/* Makes it of `operands` once more, in the layout that is loaded: the bytes go
   to `sink`.  What is refused is left out, and named. */
enum status collect_again(struct session *session,
    const struct engine_words *operands, const struct sink *sink);

#endif
