/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Makes the tables of src/privacy/word_list.h out of word lists, a word a
   line: make_words DUTCH ENGLISH... >OUT.  Run by the build.

   Words: what the lists have in small letters, up to WORD_LONG letters; of
   Dutch without compounds of other words, which word_table_joins finds.  Names:
   what stands in the list with a capital only and would be taken for such a
   compound, or is too long for the first table. */
#include "base/arena.h"
#include "privacy/fold.h"
#include "privacy/word_set.h"
#include "privacy/word_table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE_MAX_BYTES = 256, NAME_MAX_LETTERS = 40 };

struct words {
    const char **v;
    int n, cap;
};

struct lists {
    struct arena *a;
    struct word_set have_small, have_capital;
    struct words small, capital;
};

static void
add(struct arena *a, struct word_set *set, struct words *to, const char *word)
{
    if (!word_set_add(a, set, word))
        return;
    GROW(a, to->v, to->n, to->cap, 1024);
    to->v[to->n++] = word;
}

static bool
is_plain(const char *word)
{
    return word[strspn(word, "abcdefghijklmnopqrstuvwxyz")] == '\0';
}

/* The words of a line: all of one in small letters; a line with a capital only
   where it is one word and no abbreviation. */
static void
read_line(struct lists *l, const char *line)
{
    struct folded f = fold_text(l->a, line);
    bool capital = fold_is(&f, 0, FOLD_CAPITAL);

    for (int i = 0; i < f.n; i++) {
        int end = fold_word_end(&f, i);
        const char *word = fold_string(l->a, &f, i, end);

        if (end == i)
            continue;
        if (!capital && !fold_is(&f, i, FOLD_CAPITAL) && is_plain(word))
            add(l->a, &l->have_small, &l->small, word);
        if (capital && i == 0 && end == f.n && end > 1 && is_plain(word) &&
            !fold_is(&f, 1, FOLD_CAPITAL))
            add(l->a, &l->have_capital, &l->capital, word);
        i = end;
    }
}

static void
read_list(struct lists *l, const char *path)
{
    char line[LINE_MAX_BYTES];
    FILE *in = fopen(path, "r");

    if (in == NULL) {
        perror(path);
        exit(EXIT_FAILURE);
    }
    while (fgets(line, sizeof line, in) != NULL) {
        line[strcspn(line, "\r\n")] = '\0';
        read_line(l, line);
    }
    fclose(in);
}

static int
by_letters(const void *l, const void *r)
{
    return strcmp(*(const char *const *)l, *(const char *const *)r);
}

static int
by_length(const void *l, const void *r)
{
    size_t nl = strlen(*(const char *const *)l);
    size_t nr = strlen(*(const char *const *)r);

    return nl != nr ? (nl > nr) - (nl < nr) : by_letters(l, r);
}

/* Whether a word is one that is kept and a word of the whole list, with or
   without "s" between. */
static bool
is_compound(struct arena *a, const struct lists *l, const struct word_set *kept,
    const char *word)
{
    size_t n = strlen(word);

    for (size_t i = WORD_PART; i + WORD_PART <= n; i++)
        if (word_set_have(&l->have_small, word + i) &&
            (word_set_have(kept, arena_strndup(a, word, i)) ||
                (i > WORD_PART && word[i - 1] == 's' &&
                    word_set_have(kept, arena_strndup(a, word, i - 1)))))
            return true;
    return false;
}

/* The words to keep, in order. */
static struct words
choose(const struct lists *l, bool compounds)
{
    struct word_set kept = {0};
    struct words out = {0};

    qsort(l->small.v, (size_t)l->small.n, sizeof *l->small.v, by_length);
    for (int i = 0; i < l->small.n; i++) {
        const char *word = l->small.v[i];

        if (strlen(word) <= WORD_LONG &&
            !(compounds && is_compound(l->a, l, &kept, word)))
            add(l->a, &kept, &out, word);
    }
    qsort(out.v, (size_t)out.n, sizeof *out.v, by_letters);
    return out;
}

/* Prints a packed list, and gives it in memory too. */
static struct word_table
print_table(struct arena *a, const char *name, const struct words *words)
{
    size_t room = 1, n = 0, nblocks = 0;
    unsigned char *bytes;
    uint32_t *blocks = NEW(a, uint32_t, words->n / WORD_BLOCK + 1);
    const char *before = "";

    for (int i = 0; i < words->n; i++)
        room += strlen(words->v[i]) + 1;
    bytes = NEW(a, unsigned char, room);
    for (int i = 0; i < words->n; i++) {
        const char *word = words->v[i];
        size_t common = 0, len = strlen(word);

        if (i % WORD_BLOCK == 0)
            blocks[nblocks++] = (uint32_t)n;
        else
            while (word[common] != '\0' && word[common] == before[common])
                common++;
        bytes[n++] = (unsigned char)(WORD_COMMON_0 + common);
        memcpy(bytes + n, word + common, len - common);
        n += len - common;
        bytes[n - 1] |= WORD_LAST;
        before = word;
    }
    printf("static const unsigned char %s_bytes[] = {", name);
    for (size_t i = 0; i < n; i++)
        printf("%s%d,", i % 20 == 0 ? "\n" : "", bytes[i]);
    printf("0};\nstatic const uint32_t %s_blocks[] = {", name);
    for (size_t i = 0; i < nblocks; i++)
        printf("%s%u,", i % 10 == 0 ? "\n" : "", (unsigned)blocks[i]);
    printf("0};\n");
    return (struct word_table){bytes, blocks, nblocks};
}

/* Streets are known by their endings. */
static bool
is_street(const char *word, size_t n)
{
    static const char *const endings[] = {"straat", "laan", "weg", "plein",
        "dreef", "singel", "kade", "gracht", "pad", "dijk", "steeg"};

    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t len = strlen(endings[i]);

        if (n > len && strcmp(word + n - len, endings[i]) == 0)
            return true;
    }
    return false;
}

/* Names that word_list_has would take for ordinary words. */
static struct words
choose_names(
    const struct lists *l, const struct word_table *words, bool compounds)
{
    struct words out = {0};

    for (int i = 0; i < l->capital.n; i++) {
        const char *word = l->capital.v[i];
        size_t n = strlen(word);

        if (n > NAME_MAX_LETTERS || is_street(word, n) ||
            word_set_have(&l->have_small, word))
            continue;
        if (n <= WORD_LONG && !(compounds && word_table_joins(words, word, n)))
            continue;
        GROW(l->a, out.v, out.n, out.cap, 1024);
        out.v[out.n++] = word;
    }
    qsort(out.v, (size_t)out.n, sizeof *out.v, by_letters);
    return out;
}

static void
print_language(const struct lists *l, const char *lang, bool compounds)
{
    const char *words = arena_printf(l->a, "%s_words", lang);
    const char *names = arena_printf(l->a, "%s_names", lang);
    struct words kept = choose(l, compounds), odd;
    struct word_table table = print_table(l->a, words, &kept);

    odd = choose_names(l, &table, compounds);
    print_table(l->a, names, &odd);
}

int
main(int argc, char **argv)
{
    struct lists nl = {.a = arena_new()}, en = {.a = arena_new()};

    if (argc < 3)
        return EXIT_FAILURE;
    read_list(&nl, argv[1]);
    for (int i = 2; i < argc; i++)
        read_list(&en, argv[i]);
    printf("/* Made by words/make_words.c. */\n"
           "#include \"privacy/word_list.h\"\n\n");
    print_language(&nl, "nl", true);
    print_language(&en, "en", false);
    for (int names = 0; names < 2; names++) {
        const char *kind = names ? "names" : "words";

        printf(
            "\nconst struct word_table word_list_%s[LANG_COUNT] = {\n", kind);
        for (int i = 0; i < 2; i++) {
            const char *lang = i == 0 ? "nl" : "en";

            printf("    [LANG_%s] = {%s_%s_bytes, %s_%s_blocks,\n"
                   "        sizeof %s_%s_blocks / sizeof *%s_%s_blocks - 1},\n",
                i == 0 ? "NL" : "EN", lang, kind, lang, kind, lang, kind, lang,
                kind);
        }
        printf("};\n");
    }
    arena_free(nl.a);
    arena_free(en.a);
    return ferror(stdout) || fclose(stdout) != 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}
