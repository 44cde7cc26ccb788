/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Makes the tables of src/pdf/font_known.h out of font files: make_known
   FILE... >OUT.  Run by the build, with the program's own shaping.  A font in
   which three letters are not what its pairs say is left out. */
#include "base/file.h"
#include "base/utf8.h"
#include "pdf/font_known.h"
#include "pdf/font_set.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LETTERS_MAX = 3, EACH_TRIPLE = 41 };

/* None is known while they are made. */
const struct font_known *const font_known[] = {NULL};

/* The glyphs of letters as HarfBuzz has them. */
static const struct shaped *
shape(const struct metrics *m, const int *letters, int n)
{
    char text[4 * LETTERS_MAX];
    size_t len = 0;

    for (int i = 0; i < n; i++)
        len += (size_t)utf8_put(font_known_char(letters[i]), text + len);
    return m->shape(m->ctx, FACE_REGULAR, text, len);
}

/* Whether letters are drawn by the glyphs that the table has for them, each in
   its place; the last with the advance it has by itself. */
static bool
is_plain(const struct font_known *k, const struct shaped *s, const int *letters,
    int n)
{
    if (s->n != n)
        return false;
    for (int i = 0; i < n; i++) {
        const struct glyph *g = &s->glyphs[i];

        if (g->font != 0 || g->gid != k->gid[letters[i]] || g->dx != 0 ||
            g->dy != 0 || g->len == 0)
            return false;
    }
    return s->glyphs[n - 1].advance ==
           k->advance[letters[n - 1]][KNOWN_LETTERS];
}

static void
letters_measure(const struct metrics *m, struct font_known *k)
{
    for (int i = 0; i < KNOWN_LETTERS; i++) {
        const struct shaped *s = shape(m, &i, 1);

        k->gid[i] = s->n == 1 ? s->glyphs->gid : 0;
        k->advance[i][KNOWN_LETTERS] = s->n == 1 ? s->glyphs->advance : 0;
        if (!m->covers(m->ctx, font_known_char(i)) || !is_plain(k, s, &i, 1)) {
            k->gid[i] = 0;
            k->advance[i][KNOWN_LETTERS] = KNOWN_NOT;
        }
    }
}

static void
pairs_measure(const struct metrics *m, struct font_known *k)
{
    for (int i = 0; i < KNOWN_LETTERS; i++)
        for (int j = 0; j < KNOWN_LETTERS; j++) {
            const int pair[] = {i, j};
            const struct shaped *s = shape(m, pair, 2);

            k->advance[i][j] =
                k->gid[i] != 0 && k->gid[j] != 0 && is_plain(k, s, pair, 2)
                    ? s->glyphs->advance
                    : KNOWN_NOT;
        }
}

/* Whether some of all words of three letters are what their pairs say. */
static bool
triples_agree(const struct metrics *m, const struct font_known *k)
{
    for (int i = 0; i < KNOWN_LETTERS * KNOWN_LETTERS * KNOWN_LETTERS;
         i += EACH_TRIPLE) {
        const int t[] = {i / KNOWN_LETTERS / KNOWN_LETTERS,
            i / KNOWN_LETTERS % KNOWN_LETTERS, i % KNOWN_LETTERS};
        const struct shaped *s;

        if (k->advance[t[0]][t[1]] == KNOWN_NOT ||
            k->advance[t[1]][t[2]] == KNOWN_NOT)
            continue;
        s = shape(m, t, 3);
        if (!is_plain(k, s, t, 3) ||
            s->glyphs[0].advance != k->advance[t[0]][t[1]] ||
            s->glyphs[1].advance != k->advance[t[1]][t[2]])
            return false;
    }
    return true;
}

static void
print_known(const struct font_known *k, int number)
{
    printf("static const struct font_known font_%d = {\n\"%s\",\n{", number,
        k->hash);
    for (int i = 0; i < KNOWN_LETTERS; i++)
        printf("%d,", k->gid[i]);
    puts("},{");
    for (int i = 0; i < KNOWN_LETTERS; i++) {
        printf("{");
        for (int j = 0; j <= KNOWN_LETTERS; j++)
            printf("%d,", k->advance[i][j]);
        puts("},");
    }
    puts("}};");
}

/* Prints the table of a file; false where there is none. */
static bool
file_print(struct arena *a, const char *path, int number)
{
    struct font_known *k = NEW(a, struct font_known, 1);
    struct source src;
    struct diag *d = diag_new(a, NULL);
    struct font_files files;
    struct font_set *set;
    struct metrics m;
    bool agrees;

    if (!file_map(a, d, path, &src))
        return false;
    for (int i = 0; i < FACE_COUNT; i++)
        files.file[i] = &src;
    set = font_open(a, d, &files, &files);
    if (set == NULL)
        return false;
    m = font_metrics(set);
    memcpy(k->hash, set->files[0].hash, sizeof k->hash);
    letters_measure(&m, k);
    pairs_measure(&m, k);
    agrees = triples_agree(&m, k) && !font_failed(set);
    if (agrees)
        print_known(k, number);
    font_close(set);
    return agrees;
}

int
main(int argc, char **argv)
{
    struct arena *a = arena_new();
    bool *known = NEW(a, bool, argc);

    puts("/* Made by fonts/make_known.c. */\n#include \"pdf/font_known.h\"");
    for (int i = 1; i < argc; i++) {
        known[i] = file_print(a, argv[i], i);
        if (!known[i])
            fprintf(stderr, "make_known: %s is left out\n", argv[i]);
    }
    puts("const struct font_known *const font_known[] = {");
    for (int i = 1; i < argc; i++)
        if (known[i])
            printf("&font_%d,\n", i);
    puts("NULL};");
    arena_free(a);
    return fflush(stdout) != 0;
}
