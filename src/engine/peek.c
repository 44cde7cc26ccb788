/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The case id of an interview without reading all of it: a batch asks for those
   of all its files before it begins. */
#include "engine/state.h"

#include <string.h>

/* As the template has it: comments, the format, the case, each plainly on a
   line of its own.  Whatever looks otherwise is read as a whole. */
enum { ID_MAX = 64 };

static const char *const heads[LANG_COUNT] = {
    [LANG_NL] = "formaat: interview/1\n", [LANG_EN] = "format: interview/1\n"};
static const char *const keys[LANG_COUNT] = {
    [LANG_NL] = "dossier: ", [LANG_EN] = "case: "};

static const char *const rules_keys[LANG_COUNT] = {
    [LANG_NL] = "\nregels: ", [LANG_EN] = "\nrules: "};

/* What must not follow: a second id, rules in other words, and what may be a
   key that is written otherwise. */
static const char *const others[] = {
    "\ndossier", "\ncase", "\nregels", "\nrules", "\n\"", "\n'", "\n?", "\r"};

static bool
begins(const char *s, const char *with)
{
    return strncmp(s, with, strlen(with)) == 0;
}

static const char *
past_comments(const char *s)
{
    while (*s == '#' || *s == '\n') {
        s += strcspn(s, "\n");
        s += *s == '\n';
    }
    return s;
}

static bool
is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* The word that a line is, which does not go on behind it; NULL: it is more
   than that. */
static const char *
plain_word(struct arena *a, const char *s, const char **end)
{
    size_t n = 0;

    while (is_letter(s[n]) || (s[n] >= '0' && s[n] <= '9') || s[n] == '-' ||
           s[n] == '_' || s[n] == '.')
        n++;
    *end = s + n;
    return is_letter(s[0]) && n <= ID_MAX && s[n] == '\n' && s[n + 1] != ' ' &&
                   s[n + 1] != '\n'
               ? arena_strndup(a, s, n)
               : NULL;
}

static bool
has_others(const char *text)
{
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (strstr(text, others[i]) != NULL)
            return true;
    return false;
}

/* The rules that are named behind the id, where they are; false where that
   cannot be told plainly. */
static bool
rules_told(
    struct arena *a, const char *text, enum lang lang, const char **rules)
{
    const char *at = strstr(text, rules_keys[lang]), *end;
    const char *before;

    *rules = NULL;
    if (at == NULL)
        return !has_others(text);
    before = arena_strndup(a, text, (size_t)(at - text));
    *rules = plain_word(a, at + strlen(rules_keys[lang]), &end);
    return *rules != NULL && !has_others(before) && !has_others(end);
}

const char *
peek_id(struct arena *a, const struct source *src, const char **rules)
{
    const char *s = past_comments(src->text), *end, *id;

    *rules = NULL;
    for (int l = 0; l < LANG_COUNT; l++) {
        const char *at = s + strlen(heads[l]);

        if (!begins(s, heads[l]))
            continue;
        at = past_comments(at);
        if (!begins(at, keys[l]))
            return NULL;
        id = plain_word(a, at + strlen(keys[l]), &end);
        /* Without a digit or a sign it may be a word of YAML's own. */
        return id != NULL && strpbrk(id, "0123456789-_.") != NULL &&
                       rules_told(a, end, (enum lang)l, rules)
                   ? id
                   : NULL;
    }
    return NULL;
}
