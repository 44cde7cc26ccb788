/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "rules/placeholder.h"

#include <string.h>

/* Names between braces.  A name is spelt in small letters; its first letter
   may be a capital, and then so is that of what is printed. */

enum { NAME_MAX_LEN = 32 };

struct name {
    const char *name;
    enum placeholder which;
    bool in[LANG_COUNT];
};

static const struct name placeholder_names[] = {
    {"child", PLACEHOLDER_CHILD, {true, true}},
    {"teacher", PLACEHOLDER_TEACHER, {true, true}},
    {"coach", PLACEHOLDER_COACH, {true, true}},
    {"case", PLACEHOLDER_CASE, {true, true}},
    {"group", PLACEHOLDER_GROUP, {true, true}},
    {"readers", PLACEHOLDER_READERS, {true, true}},
    {"he", PLACEHOLDER_HE, {true, true}},
    {"him", PLACEHOLDER_HIM, {true, true}},
    {"his", PLACEHOLDER_HIS, {true, true}},
    {"page", PLACEHOLDER_PAGE, {true, true}},
    {"count", PLACEHOLDER_COUNT_ITEMS, {true, true}},
    {"chip", PLACEHOLDER_CHIP, {true, true}},
    {"word", PLACEHOLDER_WORD, {true, true}},
    {"list", PLACEHOLDER_LIST, {true, true}},
    {"exercise", PLACEHOLDER_EXERCISE, {true, true}},
    {"first", PLACEHOLDER_FIRST, {true, true}},
    {"second", PLACEHOLDER_SECOND, {true, true}},
    {"hash", PLACEHOLDER_HASH, {true, true}},
    {"keep", PLACEHOLDER_KEEP, {true, true}},
    {"value", PLACEHOLDER_VALUE, {true, true}},
    {"total", PLACEHOLDER_TOTAL, {true, true}},
    {"kind", PLACEHOLDER_CHILD, {[LANG_NL] = true}},
    {"leerkracht", PLACEHOLDER_TEACHER, {[LANG_NL] = true}},
    {"oefening", PLACEHOLDER_EXERCISE, {[LANG_NL] = true}},
    {"hij", PLACEHOLDER_HE, {[LANG_NL] = true}},
    {"hem", PLACEHOLDER_HIM, {[LANG_NL] = true}},
    {"zijn", PLACEHOLDER_HIS, {[LANG_NL] = true}},
    {"eerste", PLACEHOLDER_FIRST, {[LANG_NL] = true}},
    {"tweede", PLACEHOLDER_SECOND, {[LANG_NL] = true}},
};

enum { NNAMES = sizeof placeholder_names / sizeof placeholder_names[0] };

static bool
is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* The name in the `len` bytes at `s` (its first letter in either case), known
   in `lang`; NULL where there is none. */
static const struct name *
name_find(const char *s, size_t len, enum lang lang)
{
    for (size_t i = 0; len > 0 && i < NNAMES; i++) {
        const struct name *n = &placeholder_names[i];
        char first = is_capital(*s) ? (char)(*s - 'A' + 'a') : *s;

        if (n->in[lang] && strlen(n->name) == len && n->name[0] == first &&
            memcmp(n->name + 1, s + 1, len - 1) == 0)
            return n;
    }
    return NULL;
}

/* Length of the block kind behind "page."; 0 where it is none. */
static size_t
kind_length(const char *s)
{
    size_t n = strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789_");

    return *s >= 'a' && *s <= 'z' && s[n] == '}' && n <= NAME_MAX_LEN ? n : 0;
}

bool
placeholder_read(const char **s, enum lang lang, enum placeholder *which,
    bool *capital, const char **arg, size_t *arglen)
{
    const char *p = *s + 1;
    size_t len = strcspn(p, ".}");
    const struct name *n = name_find(p, len, lang);

    if (n == NULL || p[len] == '\0')
        return false;
    *arg = p + len;
    *arglen = 0;
    if (n->which == PLACEHOLDER_PAGE) {
        if (p[len] != '.' || (*arglen = kind_length(p + len + 1)) == 0)
            return false;
        *arg = p + len + 1;
    } else if (p[len] == '.') {
        return false;
    }
    *which = n->which;
    *capital = is_capital(*p);
    *s = *arg + *arglen + 1;
    return true;
}

/* --- check --- */

/* The place of `p` in a text that stands on one line. */
static struct pos
place(const struct text *text, const char *p)
{
    struct pos at = text->at;

    for (const char *q = text->s; q < p; q++)
        at.col += ((unsigned char)*q & 0xc0) != 0x80;
    return at;
}

/* Length of what stands between braces, as far as it looks like a name. */
static size_t
written_length(const char *s)
{
    size_t n = strcspn(s, "{} ");

    return s[n] == '}' ? n : 0;
}

static void
suggest(struct diag *d, const char *name, enum lang lang, unsigned allowed)
{
    const char *known[NNAMES];
    const char *near;
    size_t n = 0;

    for (size_t i = 0; i < NNAMES; i++)
        if (placeholder_names[i].in[lang] &&
            (allowed & 1U << placeholder_names[i].which) != 0)
            known[n++] = placeholder_names[i].name;
    near = diag_nearest(name, known, n);
    if (near != NULL)
        diag_help(d, "did you mean {%s}?", near);
    else if (name_find(name, strlen(name), LANG_NL) != NULL)
        diag_help(d, "{%s} stands in Dutch texts only", name);
}

static bool
report_brace(struct diag *d, const struct text *text, const char *brace)
{
    if (*brace == '{')
        diag_error(d, place(text, brace), "R301",
            "a brace that begins no placeholder");
    else
        diag_error(
            d, place(text, brace), "R301", "a brace that ends no placeholder");
    diag_help(d, "write a name between braces: {child}");
    return false;
}

static bool
report_unknown(struct diag *d, const struct text *text, const char *brace,
    enum lang lang, unsigned allowed)
{
    size_t len = written_length(brace + 1);
    char name[NAME_MAX_LEN + 1];

    if (len == 0 || len > NAME_MAX_LEN)
        return report_brace(d, text, brace);
    memcpy(name, brace + 1, len);
    name[len] = '\0';
    diag_error(d, place(text, brace), "R302", "unknown placeholder {%s}", name);
    suggest(d, name, lang, allowed);
    return false;
}

/* One placeholder; `*s` moves behind it, or behind its brace. */
static bool
check_one(struct diag *d, const struct text *text, const char **s,
    enum lang lang, unsigned allowed)
{
    const char *brace = *s, *arg;
    enum placeholder which;
    size_t arglen;
    bool capital;

    if (!placeholder_read(s, lang, &which, &capital, &arg, &arglen)) {
        *s = brace + 1 + written_length(brace + 1);
        *s += **s == '}';
        return report_unknown(d, text, brace, lang, allowed);
    }
    if ((allowed & 1U << which) == 0)
        return diag_error(d, place(text, brace), "R303",
            "placeholder %.*s has no meaning in this text", (int)(*s - brace),
            brace);
    return true;
}

bool
placeholder_check(
    struct diag *d, const struct text *text, enum lang lang, unsigned allowed)
{
    const char *bold = NULL; /* where it was opened */
    bool ok = true;

    if (text->s == NULL)
        return true;
    for (const char *s = text->s; *s != '\0';) {
        if (*s == '{') {
            ok &= check_one(d, text, &s, lang, allowed);
        } else if (s[0] == '*' && s[1] == '*') {
            bold = bold == NULL ? s : NULL;
            s += 2;
        } else if (*s == '}') {
            ok = report_brace(d, text, s++);
        } else {
            s++;
        }
    }
    if (bold != NULL) {
        ok = diag_error(
            d, place(text, bold), "R304", "** is not closed on this line");
        diag_help(d, "bold text stands between two ** on one line");
    }
    return ok;
}
