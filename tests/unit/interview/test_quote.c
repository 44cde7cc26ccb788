/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Where a quote stands in an answer. */
#include "interview/quote.h"

#include "base/buf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

/* The pieces of `quote` in `answer`, a bar around each; "-" where it does not
   stand there. */
static const char *
marked(struct arena *a, const char *answer, const char *quote)
{
    struct folded q = quote_fold(a, quote), in = quote_fold(a, answer);
    struct buf out = buf_new(a);
    struct place *v;
    int n = quote_places(a, &q, &in, &v);
    size_t at = 0;

    if (n < 0)
        return "-";
    for (int i = 0; i < n; i++) {
        buf_add(&out, answer + at, v[i].begin - at);
        buf_putc(&out, '|');
        buf_add(&out, answer + v[i].begin, v[i].end - v[i].begin);
        buf_putc(&out, '|');
        at = v[i].end;
    }
    buf_puts(&out, answer + at);
    return out.p;
}

static void
places_are_of_the_answer_as_typed(void **state)
{
    static const struct {
        const char *answer, *quote, *marked;
    } v[] = {
        {"Hij kwam. Hij lachte.", "Hij lachte.", "Hij kwam. |Hij lachte.|"},
        {"Hij\n  lachte hardop.", "Hij lachte", "|Hij\n  lachte| hardop."},
        {"Hij zei: \u201cnee\u201d.", "zei: \"nee\"",
            "Hij |zei: \u201cnee\u201d|."},
        {"Een twee drie vier.", "Een (\u2026) vier.",
            "|Een| twee drie |vier.|"},
        {"Een twee.", "... twee", "Een |twee|."},
        {"Een\u00adtje twee.", "Eentje", "|Een\u00adtje| twee."},
        {"Een twee.", "twee een", "-"},
        {"Caf\u00e9 \u2026 ja", "\u2026 ja", "Caf\u00e9 \u2026 |ja|"},
    };
    struct arena *a = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof v / sizeof *v; i++)
        assert_string_equal(marked(a, v[i].answer, v[i].quote), v[i].marked);
    arena_free(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_are_of_the_answer_as_typed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
