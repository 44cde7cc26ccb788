/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The hidden verb `keys`: every key that a file may hold, as a table
   (engine/keys.c), of which `make man` makes a part of the manual. */
#include "cli/session.h"
#include "cli/verb/verbs.h"

static enum status
keys(struct session *session)
{
    struct buf out = buf_new(session->a);

    engine_keys(session->a, &out);
    return console_out(session->console, out.p, out.len);
}

const struct verb verb_keys = {
    .name = "keys", .operands = "", .raw = true, .run = keys};
