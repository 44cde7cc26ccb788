/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Messages in the user's language, from a file that msgfmt made. */
#ifndef WEB_MO_H
#define WEB_MO_H

#include <stddef.h>

struct mo {
    const unsigned char *data; /* NULL: no messages, all stay English */
    size_t len;
};

/* The translation of `english`; `english` itself where there is none.  Lies in
   the file; a damaged file is one without messages. */
const char *mo_find(const struct mo *mo, const char *english);

#endif
