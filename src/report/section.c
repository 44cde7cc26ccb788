/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section.h"

#include "format/field_ini.h"
#include "report/section/kinds.h"
#include "rules/placeholder.h"

#include <string.h>

/* The kinds in the order of `list blocks`: page by page. */
#define TAKE(name) &section_##name,
const struct section_kind *const section_kinds[] = {SECTION_KINDS(TAKE)};
#undef TAKE
const int section_nkinds = sizeof section_kinds / sizeof *section_kinds;

/* Keys of every kind. */
const struct section_key section_common[] = {
    {.name = "kind",
        .type = KEY_TEXT,
        .help = "what the block prints: a name of this list"},
    {.name = "page",
        .type = KEY_CHOICE,
        .choices = "flow new own",
        .help = "flow: behind the block before; new: on a new page; own: and "
                "the next block on a new page again"},
    {.name = "notes",
        .type = KEY_YESNO,
        .help = "free room behind the block becomes lines for notes"},
};
const int section_ncommon = sizeof section_common / sizeof *section_common;

const struct section_kind *
section_find(const char *name, size_t len)
{
    for (int i = 0; i < section_nkinds; i++)
        if (strlen(section_kinds[i]->name) == len &&
            memcmp(section_kinds[i]->name, name, len) == 0)
            return section_kinds[i];
    return NULL;
}

/* Values ------------------------------------------------------------ */

/* The entry of a block with that key, or NULL. */
static const struct ini_entry *
find_entry(const struct layout_block *b, const char *key)
{
    for (const struct ini_entry *e = b->section->first; e != NULL; e = e->next)
        if (strcmp(e->key, key) == 0)
            return e;
    return NULL;
}

static const struct section_key *
find_key(const struct section_kind *kind, const char *name)
{
    for (int i = 0; i < kind->nkeys; i++)
        if (strcmp(kind->keys[i].name, name) == 0)
            return &kind->keys[i];
    for (int i = 0; i < section_ncommon; i++)
        if (strcmp(section_common[i].name, name) == 0)
            return &section_common[i];
    return NULL;
}

/* A text that runs over KEY.LANG.1, KEY.LANG.2 …, joined; NULL if absent. */
static const char *
numbered_text(struct arena *a, const struct layout_block *b, const char *key,
    const char *lang)
{
    struct buf out = buf_new(a);

    for (int i = 1;; i++) {
        const struct ini_entry *e =
            find_entry(b, arena_printf(a, "%s.%s.%d", key, lang, i));

        if (e == NULL)
            return out.p;
        if (i > 1)
            buf_putc(&out, ' ');
        buf_puts(&out, e->value);
    }
}

const char *
section_raw(const struct section *s, const char *key)
{
    const struct section_key *k = find_key(s->kind, key);
    const char *code = lang_code[s->lang], *text;
    const struct ini_entry *e =
        find_entry(s->from, arena_printf(s->a, "%s.%s", key, code));

    if (e != NULL)
        return e->value;
    text = numbered_text(s->a, s->from, key, code);
    if (text != NULL)
        return text;
    if (k == NULL)
        return "";
    text = s->lang == LANG_EN ? k->en : k->nl;
    return text != NULL ? text : "";
}

const char *
section_text(const struct section *s, const char *key)
{
    return fill_text(s->a, &s->fill, section_raw(s, key));
}

/* The value of a key that is no text, as written or by default. */
static const char *
plain_value(const struct section *s, const char *key)
{
    const struct ini_entry *e = find_entry(s->from, key);
    const struct section_key *k = find_key(s->kind, key);

    if (e != NULL)
        return e->value;
    return k != NULL && k->nl != NULL ? k->nl : "";
}

bool
section_yes(const struct section *s, const char *key)
{
    return strcmp(plain_value(s, key), "yes") == 0;
}

int
section_int(const struct section *s, const char *key)
{
    int v = 0;

    (void)int_parse(plain_value(s, key), &v); /* section_check saw to it */
    return v;
}

/* The next word of a list with blanks or commas between; false at its end. */
static bool
next_word(const char **list, const char **word, size_t *len)
{
    *list += strspn(*list, " ,");
    *word = *list;
    *len = strcspn(*list, " ,");
    *list += *len;
    return *len > 0;
}

static bool
list_has(const char *list, const char *word, size_t wanted)
{
    const char *w;
    size_t len;

    while (next_word(&list, &w, &len))
        if (len == wanted && memcmp(w, word, len) == 0)
            return true;
    return false;
}

bool
section_has_word(const struct section *s, const char *key, const char *word)
{
    return list_has(plain_value(s, key), word, strlen(word));
}

/* Which copy's groups and scales to show: the layout's, or the one that
   `groups` names. */
static enum copy
shown_copy(const struct section *s)
{
    if (section_has_word(s, "groups", "teacher"))
        return COPY_TEACHER;
    return section_has_word(s, "groups", "coach") ? COPY_COACH
                                                  : s->layout->copy;
}

int
section_groups(const struct section *s, int *out)
{
    const char *list = plain_value(s, "groups"), *word;
    enum copy copy = shown_copy(s);
    size_t len;
    int n = 0;

    if (*list == '\0' || section_has_word(s, "groups", "teacher") ||
        section_has_word(s, "groups", "coach")) {
        for (int i = 0; i < s->rules->ngroups; i++)
            if (profile_shows_group(s->profile, i, copy))
                out[n++] = i;
        return n;
    }
    while (next_word(&list, &word, &len)) {
        int i = rules_group(s->rules, arena_strndup(s->a, word, len));

        if (i < 0)
            diag_warning(s->d, s->from->section->at, "L405",
                "the rules have no group \"%.*s\"; nothing prints for it",
                (int)len, word);
        else if (n < s->rules->ngroups)
            out[n++] = i;
    }
    return n;
}

bool
section_shows(const struct section *s, int scale)
{
    return profile_shows_scale(s->profile, scale, shown_copy(s));
}

bool
section_in_layout(void *ctx, const char *kind, size_t len)
{
    const struct layout *l = ctx;

    for (int i = 0; i < l->nblocks; i++)
        if (strlen(l->blocks[i].kind.s) == len &&
            memcmp(l->blocks[i].kind.s, kind, len) == 0)
            return true;
    return false;
}

/* Whether a block of the layout is of a kind that `is` says so of. */
static bool
has_kind(
    const struct layout *layout, bool (*is)(const struct section_kind *kind))
{
    for (int i = 0; i < layout->nblocks; i++) {
        const struct text *name = &layout->blocks[i].kind;
        const struct section_kind *kind =
            section_find(name->s, strlen(name->s));

        if (kind != NULL && is(kind))
            return true;
    }
    return false;
}

static bool
kind_compares(const struct section_kind *kind)
{
    return kind->compares;
}

static bool
kind_agrees(const struct section_kind *kind)
{
    return kind->agrees;
}

bool
section_compares(const struct layout *layout)
{
    return has_kind(layout, kind_compares);
}

bool
section_agrees(const struct layout *layout)
{
    return has_kind(layout, kind_agrees);
}

/* Checks ------------------------------------------------------------ */

/* Whether `key` is the text key `name` in a language: "title.nl",
   "title.nl.2". */
static bool
is_text_key(const char *key, const char *name, enum lang *lang)
{
    size_t n = strlen(name);

    if (strncmp(key, name, n) != 0 || key[n] != '.')
        return false;
    key += n + 1;
    for (int l = 0; l < LANG_COUNT; l++) {
        size_t len = strlen(lang_code[l]);
        int number;

        if (strncmp(key, lang_code[l], len) != 0)
            continue;
        *lang = (enum lang)l;
        if (key[len] == '\0' ||
            (key[len] == '.' && int_parse(key + len + 1, &number)))
            return true;
    }
    return false;
}

static const struct section_key *
match_key(
    const struct section_key *keys, int n, const char *key, enum lang *lang)
{
    for (int i = 0; i < n; i++) {
        const struct section_key *k = &keys[i];

        if (k->type == KEY_TEXT && k->nl != NULL
                ? is_text_key(key, k->name, lang)
                : strcmp(key, k->name) == 0)
            return k;
    }
    return NULL;
}

static bool
report_unknown(struct arena *a, struct diag *d, const struct section_kind *kind,
    const struct ini_entry *e)
{
    const char **names =
        NEW(a, const char *, (kind->nkeys + section_ncommon) * 2);
    const char *near;
    size_t n = 0;

    for (int i = 0; i < kind->nkeys + section_ncommon; i++) {
        const struct section_key *k =
            i < kind->nkeys ? &kind->keys[i] : &section_common[i - kind->nkeys];

        if (k->type != KEY_TEXT || k->nl == NULL) {
            names[n++] = k->name;
            continue;
        }
        names[n++] = arena_printf(a, "%s.nl", k->name);
        names[n++] = arena_printf(a, "%s.en", k->name);
    }
    diag_error(d, e->key_at, "L401", "a block of kind %s has no key \"%s\"",
        kind->name, e->key);
    near = diag_nearest(e->key, names, n);
    if (find_key(kind, e->key) != NULL) /* a text without its language */
        diag_help(d, "a text has a language: %s.nl, %s.en", e->key, e->key);
    else if (near != NULL)
        diag_help(d, "did you mean \"%s\"?", near);
    else
        diag_help(d, "`relatieprofiel list blocks` shows the keys of each "
                     "kind");
    return false;
}

static bool
check_words(
    struct diag *d, const struct section_key *k, const struct ini_entry *e)
{
    const char *list = e->value, *word;
    size_t len;
    int n = 0;

    while (next_word(&list, &word, &len)) {
        n++;
        if (!list_has(k->choices, word, len))
            return diag_error(d, e->at, "L403",
                "%s is one of: %s; not \"%.*s\"", k->name, k->choices, (int)len,
                word);
    }
    if (k->type == KEY_CHOICE && n != 1)
        return diag_error(
            d, e->at, "L403", "%s is one of: %s", k->name, k->choices);
    return true;
}

/* "teacher", "coach" or ids; which groups there are is known with the rules. */
static bool
check_groups(struct diag *d, const struct ini_entry *e)
{
    const char *list = e->value, *word;
    int n = 0, copies = 0;
    size_t len;

    for (; next_word(&list, &word, &len); n++) {
        if (strspn(word, "abcdefghijklmnopqrstuvwxyz0123456789_") < len)
            return diag_error(
                d, e->at, "L403", "\"%.*s\" cannot be an id", (int)len, word);
        copies += list_has("teacher coach", word, len);
    }
    if (n > 0 && (copies == 0 || n == 1))
        return true;
    return diag_error(
        d, e->at, "L403", "%s is teacher, coach, or the ids of groups", e->key);
}

/* Placeholders that stand in no text of a layout, and those that stand only
   where two interviews are compared, or the readers of many. */
#define NEVER_IN_LAYOUT (1u << PLACEHOLDER_WORD)
#define IN_COMPARISON                                                          \
    (1u << PLACEHOLDER_LIST | 1u << PLACEHOLDER_FIRST |                        \
        1u << PLACEHOLDER_SECOND)
#define IN_AGREEMENT                                                           \
    (IN_COMPARISON | 1u << PLACEHOLDER_VALUE | 1u << PLACEHOLDER_TOTAL)

static unsigned
placeholders_of(const struct layout *layout)
{
    unsigned never = NEVER_IN_LAYOUT | IN_AGREEMENT;

    if (section_compares(layout))
        never &= ~IN_COMPARISON;
    if (section_agrees(layout))
        never &= ~IN_AGREEMENT;
    return ~never;
}

static bool
check_value(struct diag *d, const struct section_key *k, unsigned allowed,
    enum lang lang, const struct ini_entry *e)
{
    struct text text = {.s = e->value, .at = e->at};
    int v;

    switch (k->type) {
    case KEY_TEXT: /* "" leaves a default out */
        return k->nl == NULL || (e->quoted && *e->value == '\0') ||
               (field_ini_printed(d, e) && text_check(d, 'R', &text) &&
                   placeholder_check(d, &text, lang, allowed));
    case KEY_YESNO:
        if (strcmp(e->value, "yes") != 0 && strcmp(e->value, "no") != 0)
            return diag_error(d, e->at, "L402", "%s is yes or no, not \"%s\"",
                k->name, e->value);
        return true;
    case KEY_INT:
        if (!int_parse(e->value, &v) || v < k->min || v > k->max)
            return diag_error(d, e->at, "L402",
                "%s is a whole number from %d to %d, not \"%s\"", k->name,
                k->min, k->max, e->value);
        return true;
    case KEY_CHOICE:
    case KEY_WORDS:
        return check_words(d, k, e);
    case KEY_GROUPS:
        return check_groups(d, e);
    }
    return true;
}

static bool
check_block(struct arena *a, struct diag *d, const struct layout_block *b,
    unsigned allowed)
{
    const struct section_kind *kind =
        section_find(b->kind.s, strlen(b->kind.s));
    bool ok = true;

    if (kind == NULL) {
        const char **names = NEW(a, const char *, section_nkinds);
        const char *near;

        for (int i = 0; i < section_nkinds; i++)
            names[i] = section_kinds[i]->name;
        diag_error(
            d, b->kind.at, "L400", "unknown kind of block \"%s\"", b->kind.s);
        near = diag_nearest(b->kind.s, names, (size_t)section_nkinds);
        if (near != NULL)
            diag_help(d, "did you mean \"%s\"?", near);
        return false;
    }
    for (struct ini_entry *e = b->section->first; e != NULL; e = e->next) {
        enum lang lang = LANG_NL;
        const struct section_key *k =
            match_key(kind->keys, kind->nkeys, e->key, &lang);

        if (k == NULL)
            k = match_key(section_common, section_ncommon, e->key, &lang);
        e->used = true;
        ok &= k == NULL ? report_unknown(a, d, kind, e)
                        : check_value(d, k, allowed, lang, e);
    }
    return ok;
}

/* Checks that each {page.KIND} of a text names a kind that `known` accepts. */
static bool
check_pages(struct diag *d, const struct text *text, enum lang lang,
    bool (*known)(void *ctx, const char *kind, size_t len), void *ctx)
{
    bool ok = true;

    for (const char *p = text->s; p != NULL && (p = strchr(p, '{')) != NULL;) {
        enum placeholder which;
        bool capital;
        const char *arg = NULL;
        size_t len = 0;

        if (!placeholder_read(&p, lang, &which, &capital, &arg, &len)) {
            p++;
            continue;
        }
        if (which == PLACEHOLDER_PAGE && !known(ctx, arg, len))
            ok = diag_error(d, text->at, "L404",
                "{page.%.*s} names a kind of block that is not there", (int)len,
                arg);
    }
    return ok;
}

/* Head and foot name pages of the layout's own, as its blocks do. */
static bool
check_running(struct diag *d, const struct layout *layout)
{
    const struct bitext *const texts[] = {
        &layout->head_left, &layout->head_right, &layout->foot};
    bool ok = true;

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (int l = 0; l < LANG_COUNT; l++)
            ok &= check_pages(d, &texts[i]->t[l], (enum lang)l,
                section_in_layout, (void *)(uintptr_t)layout);
    return ok;
}

static bool
has_entry(const struct ini_section *s, const char *key)
{
    size_t n = strlen(key);

    for (const struct ini_entry *e = s->first; e != NULL; e = e->next)
        if (strncmp(e->key, key, n) == 0 && (e->key[n] == '.' || !e->key[n]))
            return true;
    return false;
}

/* Who cannot see a logo hears what `logo_alt` says, else only that there is
   one. */
static void
check_logo(struct diag *d, const struct layout *layout)
{
    enum lang lang;

    for (int i = 0; layout->logo.s != NULL && i < layout->nblocks; i++) {
        const struct layout_block *b = &layout->blocks[i];
        const struct section_kind *kind =
            section_find(b->kind.s, strlen(b->kind.s));

        if (kind == NULL ||
            match_key(kind->keys, kind->nkeys, "logo_alt.nl", &lang) == NULL ||
            has_entry(b->section, "logo_alt"))
            continue;
        diag_warning(d, layout->logo.at, "L406",
            "[%s] has no logo_alt: who cannot see the logo hears \"logo\"",
            b->section->name);
        diag_help(d, "say there whose it is: logo_alt.nl = \"Logo van ...\"");
    }
}

bool
section_check(struct arena *a, struct diag *d, const struct layout *layout)
{
    unsigned allowed = placeholders_of(layout);
    bool ok = check_running(d, layout);

    for (int i = 0; i < layout->nblocks; i++) {
        const struct layout_block *b = &layout->blocks[i];

        ok &= check_block(a, d, b, allowed);
        for (struct ini_entry *e = b->section->first; e != NULL; e = e->next) {
            struct text text = {.s = e->value, .at = e->at};

            /* Names of pages are the same in both languages. */
            ok &= check_pages(d, &text, LANG_NL, section_in_layout,
                (void *)(uintptr_t)layout);
        }
    }
    check_logo(d, layout);
    return ok;
}

static bool
any_kind(void *ctx, const char *kind, size_t len)
{
    (void)ctx;
    return section_find(kind, len) != NULL;
}

struct rules_check {
    struct diag *d;
    bool ok;
};

static void
check_rules_text(void *ctx, const struct text *text, enum lang lang)
{
    struct rules_check *c = ctx;

    c->ok &= check_pages(c->d, text, lang, any_kind, NULL);
}

bool
section_check_rules(struct diag *d, const struct rules *rules)
{
    struct rules_check c = {.d = d, .ok = true};

    rules_each_text(rules, check_rules_text, &c);
    return c.ok;
}
