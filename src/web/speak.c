/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Messages: in the user's language, and as the page gets them. */
#include "web/state.h"

/* The function that translates is given nothing but the text, as gettext is;
   and a page has one user. */
static const struct mo *spoken;

void
speak_in(const struct mo *mo)
{
    spoken = mo;
}

const char *
speak_translate(const char *english)
{
    return spoken == NULL ? english : mo_find(spoken, english);
}

/* engine_messages ends each with a line; text in JSON holds none. */
void
speak_messages(struct arena *a, const struct diag *d, struct buf *out)
{
    struct buf lines = buf_new(a);

    engine_messages(a, d, SEVERITY_NOTE, &lines);
    if (lines.len > 0 && out->len > 0)
        buf_putc(out, ',');
    for (size_t i = 0; i + 1 < lines.len; i++)
        buf_putc(out, lines.p[i] == '\n' ? ',' : lines.p[i]);
}
