/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The hidden verb `complete`: what may stand where a user types, for the
   shells.  Its operands are the words of the command line behind the program's
   name; the last is the one that is being typed.  A line per word that fits:
   the word, a tab and what it is; and lines that begin with a colon say what
   the shell is to add:

       :files yaml yml    files that end so, and folders
       :files             any files
       :folders           folders
       :open              more may be typed behind the word, without a blank */
#include "cli/session.h"
#include "cli/verb/verbs.h"

#include <string.h>

/* What a word of a list begins with ("handout,"), and what is typed of it. */
struct typed {
    const char *before, *word;
};

struct completion {
    struct session *session;
    struct typed typed;
    struct buf out;
};

#define TAKE(name) &verb_##name,
static const struct verb *const verbs[] = {VERBS(TAKE) NULL};
#undef TAKE

/* Adds a word where it begins as typed; `text` is its first line. */
static void
offer(struct completion *c, const char *word, const char *text)
{
    size_t len = text == NULL ? 0 : strcspn(text, "\n");

    if (strncmp(word, c->typed.word, strlen(c->typed.word)) == 0)
        buf_printf(&c->out, "%s%s\t%.*s\n", c->typed.before, word, (int)len,
            len > 0 ? text : "");
}

static void
offer_verbs(struct completion *c)
{
    for (int i = 0; verbs[i] != NULL; i++)
        if (verbs[i]->help[c->session->lang] != NULL)
            offer(c, verbs[i]->name, verbs[i]->help[c->session->lang]);
}

static void
offer_options(struct completion *c, const struct verb *verb)
{
    struct arena *a = c->session->a;

    for (int i = 0; i < opts_ntable; i++)
        if (verb == NULL || opts_is_of(&opts_table[i], verb))
            offer(c, arena_printf(a, "--%s", opts_table[i].name),
                opts_table[i].help[c->session->lang]);
}

/* The words of "a|b|c". */
static void
offer_words(struct completion *c, const char *words)
{
    while (*words != '\0') {
        size_t len = strcspn(words, "|");

        offer(c, arena_strndup(c->session->a, words, len), NULL);
        words += len + (words[len] == '|');
    }
}

/* The names of rules or layouts that are found. */
static void
offer_named(struct completion *c, enum path_kind kind)
{
    struct arena *a = c->session->a;
    const char *folders[PATHS_FOLDERS], **names;
    int n = paths_folders(a, &c->session->files.paths, kind, folders);

    for (int i = 0; i < n; i++) {
        int found = path_list(a, folders[i], ".ini", &names);

        for (int k = 0; k < found; k++)
            offer(c, path_stem(a, names[k]), NULL);
    }
    buf_puts(&c->out, ":files ini\n");
}

static void
offer_layouts(struct completion *c)
{
    offer_named(c, PATH_LAYOUTS);
    buf_puts(&c->out, ":open\n");
}

static void
offer_rules(struct completion *c)
{
    offer_named(c, PATH_RULES);
}

static void
offer_blocks(struct completion *c)
{
    const char *const *kinds;
    int n = engine_block_kinds(c->session->a, &kinds);

    for (int i = 0; i < n; i++)
        offer(c, kinds[i], NULL);
    buf_puts(&c->out, ":open\n");
}

static void
offer_codes(struct completion *c)
{
    const char *const *codes;
    int n = engine_codes(session_engine(c->session), &codes);

    for (int i = 0; i < n; i++)
        offer(c, codes[i], NULL);
}

/* What stands for the argument of an option, or for an operand, in --help;
   where `of` is given, only behind that verb or option. */
static const struct source_of {
    const char *word, *of;
    void (*offer)(struct completion *c);
    const char *lines;
} sources[] = {
    {"LAYOUT", NULL, offer_layouts, ""},
    {"RULES", NULL, offer_rules, ""},
    {"BLOCK", NULL, offer_blocks, ""},
    {"CODE", NULL, offer_codes, ""},
    {"INTERVIEW", NULL, NULL, ":files yaml yml\n"},
    {"FILE", "check", NULL, ":files yaml yml ini\n"},
    {"FILE", "new", NULL, ":files yaml\n"},
    {"FILE", "output", NULL, ":files pdf\n"},
    {"FILE", "collect", NULL, ":files pdf\n"},
    {"FILE", NULL, NULL, ":files\n"},
    {"CSV", NULL, NULL, ":files csv\n"},
    {"PDF", NULL, NULL, ":files pdf\n"},
    {"MANIFEST", NULL, NULL, ":files jsonl\n"},
    {"DIR", NULL, NULL, ":folders\n"},
};

/* A list goes on behind its last comma. */
static struct typed
list_split(struct arena *a, struct typed typed)
{
    const char *comma = strrchr(typed.word, ',');

    if (comma == NULL)
        return typed;
    return (struct typed){arena_printf(a, "%s%.*s", typed.before,
                              (int)(comma + 1 - typed.word), typed.word),
        comma + 1};
}

/* Offers what `meant` ("LAYOUT[,LAYOUT...]", "nl|en") stands for; `of` is the
   verb or option that it is behind. */
static void
offer_meant(struct completion *c, const char *meant, const char *of)
{
    size_t len = strspn(meant, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    if (len == 0) {
        offer_words(c, meant);
        return;
    }
    if (strchr(meant, ',') != NULL)
        c->typed = list_split(c->session->a, c->typed);
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
        const struct source_of *s = &sources[i];

        if (strlen(s->word) != len || strncmp(s->word, meant, len) != 0 ||
            (s->of != NULL && strcmp(s->of, of) != 0))
            continue;
        if (s->offer != NULL)
            s->offer(c);
        buf_puts(&c->out, s->lines);
        return;
    }
}

static void
offer_argument(struct completion *c, const struct option_def *def)
{
    if (def->choices != NULL)
        for (int i = 0; def->choices[i].name != NULL; i++)
            offer(c, def->choices[i].name, NULL);
    else
        offer_meant(c, def->arg, def->name);
}

/* The `n`th operand; the last of those that --help shows may be repeated. */
static void
offer_operand(struct completion *c, const struct verb *verb, int n)
{
    const char *meant = verb->operands, *next;

    if (n >= verb->max)
        return;
    while (n-- > 0 && (next = strchr(meant, ' ')) != NULL)
        meant = next + 1;
    meant += strspn(meant, "[");
    offer_meant(c, arena_strndup(c->session->a, meant, strcspn(meant, " ]")),
        verb->name);
}

/* The option that a word names, "-l" or "--layout"; NULL: none. */
static const struct option_def *
option_named(const char *word)
{
    size_t len = strcspn(word, "=");

    for (int i = 0; i < opts_ntable; i++) {
        const struct option_def *def = &opts_table[i];

        if (strncmp(word, "--", 2) == 0 && strlen(def->name) == len - 2 &&
            strncmp(word + 2, def->name, len - 2) == 0)
            return def;
        if (word[0] == '-' && word[1] == def->letter && word[1] != '\0' &&
            word[2] == '\0')
            return def;
    }
    return NULL;
}

static const struct verb *
verb_named(const char *word)
{
    int i = 0;

    while (verbs[i] != NULL && strcmp(verbs[i]->name, word) != 0)
        i++;
    return verbs[i];
}

/* Goes along the words before the one that is typed.  Bash gives the = of
   --layout=handout as a word of its own. */
static const struct option_def *
words_read(const struct engine_words *words, int *operands)
{
    const struct option_def *open = NULL;

    *operands = 0;
    for (int i = 1; i < words->n - 1; i++) {
        const char *word = words->v[i];
        const struct option_def *def = open == NULL ? option_named(word) : NULL;

        if (open != NULL && strcmp(word, "=") == 0)
            continue;
        if (def == NULL && open == NULL && word[0] != '-')
            ++*operands;
        open = def != NULL && def->arg != NULL && strchr(word, '=') == NULL
                   ? def
                   : NULL;
    }
    return open;
}

static void
offer_all(struct completion *c, const struct engine_words *words)
{
    const struct verb *verb = verb_named(words->v[0]);
    const char *word = c->typed.word, *equals = strchr(word, '=');
    const struct option_def *def = option_named(word);
    int operands;
    const struct option_def *open = words_read(words, &operands);

    if (open != NULL) {
        offer_argument(c, open);
    } else if (def != NULL && equals != NULL && def->arg != NULL) {
        c->typed.before =
            arena_strndup(c->session->a, word, (size_t)(equals + 1 - word));
        c->typed.word = equals + 1;
        offer_argument(c, def);
    } else if (word[0] == '-') {
        offer_options(c, verb);
    } else if (verb != NULL) {
        offer_operand(c, verb, operands);
    }
}

static enum status
complete(struct session *session)
{
    const struct engine_words *words = &session->opts->operands;
    struct completion c = {.session = session, .out = buf_new(session->a)};

    c.typed = (struct typed){"", words->n == 0 ? "" : words->v[words->n - 1]};
    if (strcmp(c.typed.word, "=") == 0)
        c.typed.word = "";
    if (words->n <= 1 && c.typed.word[0] != '-')
        offer_verbs(&c);
    else if (words->n <= 1)
        offer_options(&c, NULL);
    else
        offer_all(&c, words);
    return console_out(session->console, c.out.p, c.out.len);
}

const struct verb verb_complete = {.name = "complete",
    .operands = "WORD...",
    .min = 0,
    .max = 0,
    .raw = true,
    .run = complete};
