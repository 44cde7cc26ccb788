/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What the codes of messages mean.  The texts are files: one per family, which
   is the capital that a code begins with, with an entry per code.
   explain/README.md says what an entry holds. */
#include "base/utf8.h"
#include "engine/state.h"
#include "format/yaml.h"

#include <string.h>

enum { CODE_LENGTH = 4, LINE_WIDTH = 76, EXAMPLE_INDENT = 4, CODES_FIRST = 64 };

static const char *const families[] = {
    "F", "Y", "I", "A", "R", "L", "P", "D", "T", "S", "C", "W", "N", "E"};
enum { NFAMILIES = sizeof families / sizeof *families };

static const struct explain_words {
    const char *wrong, *right, *seen, *marks;
} explain_words[LANG_COUNT] = {
    [LANG_NL] = {"Zo komt de melding", "Zo is het goed", "Te zien met",
        "Tussen ‹ › staat een teken dat niet te zien is, of een tekst met hoe "
        "vaak hij er staat."},
    [LANG_EN] = {"This brings the message", "This is right", "Seen with",
        "Between ‹ › stands a sign that cannot be seen, or a text with how "
        "often it is there."},
};

/* What an example is a part of: its word in the files, and for readers. */
static const struct example_kind {
    const char *word, *in[LANG_COUNT];
} example_kinds[] = {
    {"interview", {"in een interview", "in an interview"}},
    {"rules", {"in regels", "in rules"}},
    {"layout", {"in een lay-out", "in a layout"}},
    {"scores", {"in een tabel met scores", "in a table of scores"}},
    {"logo", {"in een logo", "in a logo"}},
    {"fonts", {"in de lijst van lettertypen", "in the list of fonts"}},
    {"commands", {"op de opdrachtregel", "on the command line"}},
};

static const struct node *
child(const struct node *map, const char *key)
{
    const struct node *n = map->kind == NODE_MAP ? map->first : NULL;

    while (n != NULL && strcmp(n->key, key) != 0)
        n = n->next;
    return n;
}

static const char *
child_text(const struct node *map, const char *key)
{
    const struct node *n = child(map, key);

    return n != NULL && n->kind == NODE_SCALAR ? n->text : "";
}

/* The entries of a family; NULL with the reason said. */
static const struct node *
family_read(struct engine *e, const char *family)
{
    struct diag *d = engine_diag(e);
    const char *name = engine_find(e, ENGINE_CODES, family, NULL);
    const struct source *src;
    struct yaml yaml;

    if (name == NULL) {
        diag_error(d, (struct pos){0}, "F105",
            "the program's own files are not found beside it");
        engine_say(e, d);
        return NULL;
    }
    src = engine_file(e, d, ENGINE_CODES, name, NULL);
    if (src == NULL || !yaml_parse(e->a, d, src, &yaml)) {
        engine_say(e, d);
        return NULL;
    }
    return yaml.root;
}

static bool
is_code(const struct node *entry)
{
    return strlen(entry->key) == CODE_LENGTH;
}

int
engine_codes(struct engine *e, const char *const **out)
{
    const char **v = NULL;
    int n = 0, cap = 0;

    for (int i = 0; i < NFAMILIES; i++) {
        const struct node *root = family_read(e, families[i]);

        if (root == NULL)
            return -1;
        for (const struct node *entry = root->first; entry != NULL;
             entry = entry->next) {
            if (!is_code(entry))
                continue;
            GROW(e->a, v, n, cap, CODES_FIRST);
            v[n++] = entry->key;
        }
    }
    *out = v;
    return n;
}

/* The first sentence, which says what the program saw. */
static size_t
sentence_length(const char *text)
{
    for (const char *p = text; *p != '\0'; p++)
        if (*p == '.' && (p[1] == ' ' || p[1] == '\n' || p[1] == '\0'))
            return (size_t)(p - text) + 1;
    return strlen(text);
}

/* Words of a text in lines of their own; a line break counts as a blank. */
static void
put_wrapped(const char *text, size_t len, struct buf *out)
{
    size_t column = 0;

    while (len > 0) {
        size_t n = strcspn(text, " \n"), width;

        n = n < len ? n : len;
        width = utf8_count(text, n);
        if (n > 0 && column > 0 && column + 1 + width > LINE_WIDTH) {
            buf_putc(out, '\n');
            column = 0;
        }
        if (n > 0 && column > 0) {
            buf_putc(out, ' ');
            column++;
        }
        buf_add(out, text, n);
        column += width;
        text += n;
        len -= n;
        if (len > 0) {
            text++;
            len--;
        }
    }
    buf_putc(out, '\n');
}

/* An example as it stands in a file, or as it is typed. */
static void
put_example(const char *head, const char *in, const char *text, struct buf *out)
{
    buf_printf(out, "\n%s, %s:\n\n", head, in);
    while (*text != '\0') {
        size_t n = strcspn(text, "\n");

        if (n > 0)
            buf_printf(out, "%*s%.*s", EXAMPLE_INDENT, "", (int)n, text);
        buf_putc(out, '\n');
        text += n + (text[n] == '\n');
    }
}

static void
put_examples(const struct node *entry, enum lang lang, struct buf *out)
{
    const struct explain_words *words = &explain_words[lang];
    const char *kind = child_text(entry, "kind");
    const char *run = child_text(entry, "run");

    for (size_t i = 0; i < sizeof example_kinds / sizeof *example_kinds; i++) {
        const struct example_kind *k = &example_kinds[i];

        if (strcmp(k->word, kind) != 0)
            continue;
        put_example(words->wrong, k->in[lang], child_text(entry, "wrong"), out);
        put_example(words->right, k->in[lang], child_text(entry, "right"), out);
    }
    if (strstr(child_text(entry, "wrong"), "‹") != NULL)
        buf_printf(out, "\n%s\n", words->marks);
    if (*run != '\0')
        buf_printf(out, "\n%s:\n\n%*srelatieprofiel %s\n", words->seen,
            EXAMPLE_INDENT, "", run);
}

/* A family's name and its codes with what each saw. */
static bool
put_family(
    struct engine *e, const char *family, enum lang lang, struct buf *out)
{
    const struct node *root = family_read(e, family), *about;

    if (root == NULL)
        return false;
    about = child(root, "family");
    if (about != NULL)
        buf_printf(out, "%s  %s\n", family, child_text(about, lang_code[lang]));
    for (const struct node *n = root->first; n != NULL; n = n->next) {
        const char *text = child_text(n, lang_code[lang]);

        if (is_code(n))
            buf_printf(
                out, "  %s  %.*s\n", n->key, (int)sentence_length(text), text);
    }
    return true;
}

enum status
engine_explain_all(struct engine *e, enum lang lang, struct buf *out)
{
    for (int i = 0; i < NFAMILIES; i++) {
        if (i > 0)
            buf_putc(out, '\n');
        if (!put_family(e, families[i], lang, out))
            return STATUS_FAILED;
    }
    return STATUS_OK;
}

/* The family of a code, or of its capital alone; NULL: there is none. */
static const char *
family_find(const char *code)
{
    for (int i = 0; i < NFAMILIES; i++)
        if (families[i][0] == code[0])
            return families[i];
    return NULL;
}

enum status
engine_explain(struct engine *e, const char *code, enum lang lang,
    struct buf *out, bool *found)
{
    const char *family = family_find(code);
    const struct node *root, *entry;
    const char *text;

    *found = family != NULL;
    if (family != NULL && code[1] == '\0')
        return put_family(e, family, lang, out) ? STATUS_OK : STATUS_FAILED;
    root = family == NULL ? NULL : family_read(e, family);
    if (root == NULL)
        return family == NULL ? STATUS_OK : STATUS_FAILED;
    entry = child(root, code);
    *found = entry != NULL && is_code(entry);
    if (!*found)
        return STATUS_OK;
    text = child_text(entry, lang_code[lang]);
    buf_printf(out, "%s\n\n", code);
    put_wrapped(text, strlen(text), out);
    put_examples(entry, lang, out);
    return STATUS_OK;
}
