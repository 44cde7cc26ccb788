/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Whose report it is, without a name.

   Two interviews on different people under one case id must not replace one
   another's reports, and metadata must hold no name.  So a report has a mark of
   16 bits: a hash of the interview file's own hash and the names of teacher and
   child.  Two children are told apart by it but once in 65,536 times.

   What it gives away: who holds the report and a list of names can say which
   of them do not fit, and finds about one in 65,536 that fit by chance; but
   that reader sees the names on the pages.  Since the file's hash differs from
   file to file, marks of one child differ too, and link nothing.  A report
   without names has neither that hash nor a mark; there the date must do. */
#include "base/hash.h"
#include "base/utf8.h"
#include "engine/state.h"

#include <string.h>

enum { MARK_DIGITS = 4 };

/* The name, or the code where there is none, without regard to capitals and
   blanks around it. */
static void
add_person(struct buf *b, const struct person *p)
{
    const char *s = p->name.s != NULL ? p->name.s : p->code.s;
    size_t start = b->len;

    while (s != NULL && *s != '\0') {
        uint32_t c = utf8_lower(utf8_next(&s));
        char utf8[4];
        int n = utf8_put(c, utf8);

        if (c > ' ' || b->len > start)
            buf_add(b, utf8, (size_t)n);
    }
    while (b->len > start && b->p[b->len - 1] == ' ')
        b->len--;
    buf_putc(b, '\n');
}

const char *
people_mark(struct arena *a, const struct engine_case *c, const char *salt)
{
    struct buf b = buf_new(a);

    buf_printf(&b, "%s\n", salt == NULL ? "day" : salt);
    for (; c != NULL; c = c->other) {
        const struct interview *iv = &c->interview;

        if (salt == NULL) {
            buf_printf(&b, "%s %d-%d-%d\n", iv->case_id.s, iv->date.year,
                iv->date.month, iv->date.day);
        } else {
            add_person(&b, &iv->teacher);
            add_person(&b, &iv->child);
        }
    }
    return arena_strndup(a, hash_sha256(a, b.p, b.len), MARK_DIGITS);
}

bool
engine_same_people(struct arena *a, const struct engine_record *old,
    const struct engine_case *c)
{
    return old->people == NULL ||
           strcmp(people_mark(a, c, old->fact[FACT_INTERVIEW]), old->people) ==
               0;
}
