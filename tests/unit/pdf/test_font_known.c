/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Words put together of the build's tables are what HarfBuzz makes of them. */
#include "tests/unit/debian.h"

#include "base/utf8.h"
#include "pdf/font_set.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

enum { EACH_WORD = 23, RANDOM_TEXTS = 20000, TEXT_MAX = 64 };

/* Two sets of the same fonts; the second knows none of them. */
struct bench {
    struct arena *a;
    struct font_set *known, *asked;
};

static int
setup(void **state)
{
    static struct bench b;

    b.a = arena_new();
    b.known = debian_fonts(b.a, diag_new(b.a, NULL));
    b.asked = debian_fonts(b.a, diag_new(b.a, NULL));
    for (int i = 0; b.asked != NULL && i < b.asked->nfiles; i++)
        b.asked->files[i].known = NULL;
    *state = &b;
    return b.known == NULL || b.asked == NULL;
}

static int
teardown(void **state)
{
    struct bench *b = *state;

    font_close(b->known);
    font_close(b->asked);
    arena_free(b->a);
    return 0;
}

static void
assert_same_face(struct bench *b, enum face face, const char *text)
{
    struct metrics known = font_metrics(b->known),
                   asked = font_metrics(b->asked);
    size_t len = strlen(text);
    const struct shaped *k = known.shape(known.ctx, face, text, len);
    const struct shaped *w = asked.shape(asked.ctx, face, text, len);

    if (k->n != w->n || k->width != w->width)
        fail_msg("\"%s\" in face %d: %d glyphs of %d, not %d of %d", text,
            (int)face, k->n, k->width, w->n, w->width);
    for (int i = 0; i < k->n; i++) {
        const struct glyph *g = &k->glyphs[i], *h = &w->glyphs[i];

        if (g->gid != h->gid || g->font != h->font || g->len != h->len ||
            g->advance != h->advance || g->dx != h->dx || g->dy != h->dy ||
            memcmp(g->text, h->text, g->len) != 0)
            fail_msg("\"%s\" in face %d: glyph %d", text, (int)face, i);
    }
}

static void
assert_same(struct bench *b, const char *text)
{
    for (int face = 0; face < FACE_COUNT; face++)
        assert_same_face(b, (enum face)face, text);
    font_trim(b->known);
    font_trim(b->asked);
}

/* The build found the fonts; else no test here would test anything. */
static void
test_fonts_are_known(void **state)
{
    struct bench *b = *state;

    for (int i = 0; i < FACE_COUNT; i++) {
        assert_non_null(b->known->files[b->known->family[i]].known);
        assert_null(b->known->files[b->known->fallback[i]].known);
    }
}

static void
test_letters_have_numbers(void **state)
{
    (void)state;
    for (int i = 0; i < KNOWN_LETTERS; i++)
        assert_int_equal(font_known_letter(font_known_char(i)), i);
    assert_int_equal(font_known_letter('\n'), -1);
    assert_int_equal(font_known_letter(0x7f), -1);
    assert_int_equal(font_known_letter(0xa0), -1);
    assert_int_equal(font_known_letter(0x301), -1);
}

/* What is left to HarfBuzz: ligatures, and what stands in no table. */
static void
test_odd_words(void **state)
{
    static const char *const words[] = {"", " ", "koffie", "affiche", "fflfi",
        "titi", "ti\u0301", "fi\u00ad", "kwaliteits\u00ad", "\u00ad-",
        "10\u00a0uur", "a\u0301", "e\u0308\u0301", "Şükrü", "İbrahim", "a■b",
        "字a", "\u05e9", "non\u2011breaking", "\u201cJa\u201d,", "1/2", "½",
        "12:30\u2013"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        assert_same(*state, words[i]);
}

static void
test_pairs(void **state)
{
    for (int i = 0; i < KNOWN_LETTERS; i++)
        for (int j = 0; j < KNOWN_LETTERS; j++) {
            char text[9];
            int len = utf8_put(font_known_char(i), text);

            len += utf8_put(font_known_char(j), text + len);
            text[len] = '\0';
            assert_same(*state, text);
        }
}

/* Texts of three to eight letters, by a fixed series (Numerical Recipes). */
static void
test_random_texts(void **state)
{
    uint32_t r = 1;

    for (int i = 0; i < RANDOM_TEXTS; i++) {
        char text[TEXT_MAX];
        int len = 0;

        for (int k = 0; k < 3 + i % 6; k++) {
            r = r * 1664525u + 1013904223u;
            len += utf8_put(
                font_known_char((int)((r >> 8) % KNOWN_LETTERS)), text + len);
        }
        text[len] = '\0';
        assert_same(*state, text);
    }
}

static void
words_of_list(struct bench *b, const char *path)
{
    char line[256], text[sizeof line + 16];
    FILE *in = fopen(path, "r");

    assert_non_null(in);
    for (int i = 0; fgets(line, sizeof line, in) != NULL; i++) {
        if (i % EACH_WORD != 0)
            continue;
        line[strcspn(line, "\r\n")] = '\0';
        assert_same(b, line);
        snprintf(text, sizeof text, "(\u201c%s\u00ad\u2019.", line);
        assert_same(b, text);
    }
    fclose(in);
}

static void
test_words(void **state)
{
    words_of_list(*state, "/usr/share/dict/dutch");
    words_of_list(*state, "/usr/share/dict/british-english-small");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fonts_are_known),
        cmocka_unit_test(test_letters_have_numbers),
        cmocka_unit_test(test_odd_words),
        cmocka_unit_test(test_pairs),
        cmocka_unit_test(test_random_texts),
        cmocka_unit_test(test_words),
    };

    return cmocka_run_group_tests(tests, setup, teardown);
}
