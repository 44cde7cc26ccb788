/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "format/field.h"

#include "base/utf8.h"

#include <assert.h>
#include <string.h>
#include <strings.h>

/* One setter per type, in a table by type.  A setter gets all it needs in a
   struct: it writes the value or reports what was expected.  Expected things
   are named in words a coach knows, and a near miss gets a suggestion. */

const struct field_word field_yesno[2] = {
    {{"ja", "yes"}, 1},
    {{"nee", "no"}, 0},
};

struct setting {
    struct arena *a;
    struct diag *d;
    char family;
    const struct field *f;
    enum lang lang;
    const char *text;
    struct pos at;
    void *to; /* the value's place */
};

enum fault {
    FAULT_LINE,
    FAULT_ID,
    FAULT_CASE,
    FAULT_INT,
    FAULT_NUM,
    FAULT_LENGTH,
    FAULT_COLOR,
    FAULT_DATE,
    FAULT_WORD,
    FAULT_YESNO,
    FAULT_QREF,
    FAULT_RANGE,
    FAULT_LIST
};

/* The code of a fault in an interview, and in rules or a layout. */
static const char *const fault_code[][2] = {
    [FAULT_LINE] = {"I201", "R201"},
    [FAULT_ID] = {"I202", "R202"},
    [FAULT_CASE] = {"I203", "R203"},
    [FAULT_INT] = {"I204", "R204"},
    [FAULT_NUM] = {"I205", "R205"},
    [FAULT_LENGTH] = {"I206", "R206"},
    [FAULT_COLOR] = {"I206", "R207"},
    [FAULT_DATE] = {"I208", "R208"},
    [FAULT_WORD] = {"I209", "R209"},
    [FAULT_YESNO] = {"I210", "R210"},
    [FAULT_QREF] = {"I211", "R211"},
    [FAULT_RANGE] = {"I212", "R212"},
    [FAULT_LIST] = {"I213", "R213"},
};

static bool
fail(const struct setting *s, enum fault fault, const char *expected)
{
    const char *code = fault_code[fault][s->family == 'I' ? 0 : 1];

    return diag_error(s->d, s->at, code, "\"%s\" must be %s, not \"%s\"",
        s->f->name[s->lang], diag_words(s->d, expected),
        text_quote(s->a, s->text));
}

static void
suggest(const struct setting *s, const char *what)
{
    text_meant(s->d, s->text, s->at, what);
}

static bool
set_text(const struct setting *s)
{
    struct text *to = s->to;

    *to = (struct text){.s = text_blank(s->text) ? NULL : s->text, .at = s->at};
    return true;
}

static bool
set_line(const struct setting *s)
{
    if (strchr(s->text, '\n') != NULL) {
        fail(s, FAULT_LINE, "one line");
        diag_help(s->d, "write it on one line, without \"|\"");
        return false;
    }
    return set_text(s);
}

/* An id made of what was typed: lower case, a low line for whatever else. */
static const char *
likely_id(struct arena *a, const char *text)
{
    char *id = arena_strndup(a, text, strlen(text));

    for (char *p = id; *p != '\0'; p++) {
        if (*p >= 'A' && *p <= 'Z')
            *p = (char)(*p - 'A' + 'a');
        else if (*p == ' ' || *p == '-' || *p == '.')
            *p = '_';
    }
    return id;
}

static bool
is_id(const char *s)
{
    size_t n = strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789_");

    return *s >= 'a' && *s <= 'z' && s[n] == '\0' && n <= 32;
}

/* Names that Windows keeps for its devices, whatever follows behind a dot: a
   report under one of them could not be copied to such a computer. */
static bool
is_device(const char *s)
{
    static const char *const name[] = {"con", "prn", "aux", "nul"};
    static const char *const port[] = {"com", "lpt"};
    size_t n = strcspn(s, ".");

    for (size_t i = 0; i < sizeof name / sizeof *name; i++)
        if (n == 3 && strncasecmp(s, name[i], n) == 0)
            return true;
    for (size_t i = 0; i < sizeof port / sizeof *port; i++)
        if (n == 4 && strncasecmp(s, port[i], 3) == 0 && s[3] >= '1' &&
            s[3] <= '9')
            return true;
    return false;
}

static bool
is_case(const char *s)
{
    size_t n = strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                         "0123456789._-");

    return (*s | 32) >= 'a' && (*s | 32) <= 'z' && s[n] == '\0' && n <= 64;
}

static bool
set_id(const struct setting *s)
{
    if (!is_id(s->text)) {
        const char *id = likely_id(s->a, s->text);

        if (s->family == 'I' &&
            is_id(id)) /* the rules know it, or one like it */
            return set_text(s);
        fail(s, FAULT_ID,
            "a name of small letters, digits and _ that begins with a letter, "
            "32 characters at most");
        if (is_id(id))
            suggest(s, id);
        return false;
    }
    return set_text(s);
}

static bool
set_case(const struct setting *s)
{
    if (!is_case(s->text)) {
        fail(s, FAULT_CASE,
            "a name of letters, digits and . - _ that begins with a letter, "
            "64 characters at most");
        if (s->f->help[s->lang] != NULL)
            diag_help(s->d, "%s", s->f->help[s->lang]);
        return false;
    }
    if (is_device(s->text)) {
        fail(s, FAULT_CASE, "another name than that of a device on Windows");
        diag_help(s->d, "files with this name cannot be copied to Windows");
        return false;
    }
    return set_text(s);
}

/* "a whole number from 1 to 7", "a number of 1 or more". */
static const char *
expected_number(const struct setting *s, const char *what, int unit)
{
    struct buf b = buf_new(s->a);
    const struct field *f = s->f;

    buf_puts(&b, what);
    if (f->min < f->max) {
        buf_puts(&b, diag_words(s->d, " from "));
        buf_milli(&b, (long)f->min * unit);
        buf_puts(&b, diag_words(s->d, " to "));
        buf_milli(&b, (long)f->max * unit);
    }
    return b.p;
}

const char *
field_likely_number(struct arena *a, const char *text)
{
    char *copy = arena_strndup(a, text, strlen(text)), *comma;
    int value;

    if ((comma = strchr(copy, ',')) != NULL)
        *comma = '.';
    while (*copy == '0' && copy[1] >= '0' && copy[1] <= '9')
        copy++;
    return strcmp(copy, text) != 0 && num_parse(copy, &value) ? copy : NULL;
}

static bool
in_range(const struct field *f, int value)
{
    return f->min >= f->max || (value >= f->min && value <= f->max);
}

/* What is proposed must be accepted: whole where that is due, and in range. */
static bool
fail_number(const struct setting *s, enum fault fault, const char *expected)
{
    const char *likely;
    int value;

    fail(s, fault, expected);
    likely = field_likely_number(s->a, s->text);
    if (likely == NULL || !(fault == FAULT_NUM ? num_parse(likely, &value)
                                               : int_parse(likely, &value)))
        return false;
    if (in_range(s->f, value))
        suggest(s, likely);
    return false;
}

static bool
set_int(const struct setting *s)
{
    const char *expected =
        expected_number(s, diag_words(s->d, "a whole number"), 1000);
    int value;

    if (!int_parse(s->text, &value))
        return fail_number(s, FAULT_INT, expected);
    if (!in_range(s->f, value))
        return fail(s, FAULT_RANGE, expected);
    *(int *)s->to = value;
    return true;
}

static bool
set_num(const struct setting *s)
{
    const char *expected = expected_number(s, diag_words(s->d, "a number"), 1);
    int value;

    if (!num_parse(s->text, &value))
        return fail_number(s, FAULT_NUM, expected);
    if (!in_range(s->f, value))
        return fail(s, FAULT_RANGE, expected);
    *(int *)s->to = value;
    return true;
}

void
field_put_length(mpt v, bool mm, struct buf *out)
{
    long tenths = ((long)v * 254 + (v < 0 ? -36000 : 36000)) / 72000;

    buf_milli(out, mm ? tenths * 100 : v);
    buf_puts(out, mm ? "mm" : "pt");
}

static bool
set_length(const struct setting *s)
{
    bool mm = strstr(s->text, "mm") != NULL;
    struct buf range = buf_new(s->a);
    mpt value;
    int number;

    if (!mpt_parse(s->text, &value)) {
        fail(s, FAULT_LENGTH, "a length with its unit, such as 22mm or 10.5pt");
        if (num_parse(s->text, &number))
            diag_help(s->d, "add the unit: %smm or %spt", s->text, s->text);
        return false;
    }
    if (!in_range(s->f, value)) {
        buf_puts(&range, diag_words(s->d, "a length from "));
        field_put_length(s->f->min, mm, &range);
        buf_puts(&range, diag_words(s->d, " to "));
        field_put_length(s->f->max, mm, &range);
        return fail(s, FAULT_RANGE, range.p);
    }
    *(mpt *)s->to = value;
    return true;
}

static bool
set_color(const struct setting *s)
{
    if (!color_parse(s->text, s->to))
        return fail(s, FAULT_COLOR, "a colour such as \"#0B5688\"");
    return true;
}

const char *
field_likely_date(struct arena *a, const char *text)
{
    int part[3] = {0}, n = 0;
    struct date date;
    const char *likely;

    for (const char *p = text; *p != '\0'; p++) {
        if (*p >= '0' && *p <= '9' && part[n] < 1000)
            part[n] = part[n] * 10 + (*p - '0');
        else if ((*p == '-' || *p == '/' || *p == '.') && n < 2)
            n++;
        else
            return NULL;
    }
    likely = part[0] > 31
                 ? arena_printf(a, "%04d-%02d-%02d", part[0], part[1], part[2])
                 : arena_printf(a, "%04d-%02d-%02d", part[2], part[1], part[0]);
    return n == 2 && date_parse(likely, &date) ? likely : NULL;
}

static bool
set_date(const struct setting *s)
{
    const char *likely;

    if (date_parse(s->text, s->to))
        return true;
    fail(s, FAULT_DATE, "a date that exists, as YYYY-MM-DD");
    likely = field_likely_date(s->a, s->text);
    if (likely != NULL)
        suggest(s, likely);
    return false;
}

static const char *
expected_word(
    const struct setting *s, const struct field_word *words, int nwords)
{
    struct buf b = buf_new(s->a);

    for (int i = 0; i < nwords; i++)
        buf_printf(&b, "%s%s",
            i == 0            ? ""
            : i == nwords - 1 ? diag_words(s->d, " or ")
                              : ", ",
            words[i].name[s->lang]);
    return b.p;
}

/* The word that was meant: of the other language, or misspelt. */
static const char *
likely_word(const struct setting *s, const struct field_word *words, int nwords)
{
    const char **names = NEW(s->a, const char *, nwords);

    for (int i = 0; i < nwords; i++) {
        names[i] = words[i].name[s->lang];
        for (int lang = 0; lang < LANG_COUNT; lang++)
            if (words[i].name[lang] != NULL &&
                utf8_same(words[i].name[lang], s->text))
                return names[i];
    }
    return diag_nearest(s->text, names, (size_t)nwords);
}

bool
field_is_word(
    const struct field_word *w, enum lang lang, const char *text, bool loose)
{
    return w->name[lang] != NULL && (loose ? utf8_same(w->name[lang], text)
                                           : strcmp(w->name[lang], text) == 0);
}

static bool
find_word(const struct setting *s, enum fault fault,
    const struct field_word *words, int nwords, int *value)
{
    const char *likely;

    for (int i = 0; i < nwords; i++) {
        if (field_is_word(&words[i], s->lang, s->text, s->family == 'I')) {
            *value = words[i].value;
            return true;
        }
    }
    fail(s, fault, expected_word(s, words, nwords));
    likely = likely_word(s, words, nwords);
    if (likely != NULL)
        suggest(s, likely);
    return false;
}

static bool
set_word(const struct setting *s)
{
    return find_word(s, FAULT_WORD, s->f->words, s->f->nwords, s->to);
}

static bool
set_yesno(const struct setting *s)
{
    int value = 0;

    if (!find_word(s, FAULT_YESNO, field_yesno, 2, &value))
        return false;
    *(bool *)s->to = value != 0;
    return true;
}

static bool
set_qref(const struct setting *s)
{
    const char *t = s->text;
    struct qref *to = s->to;
    int n;

    if ((*t == 'v' || *t == 'V') && t[1] >= '0' && t[1] <= '9' && t[2] >= '0' &&
        t[2] <= '9' && t[3] == '\0') {
        n = (t[1] - '0') * 10 + (t[2] - '0');
        if (*t == 'v' && n > 0) {
            *to = (struct qref){.question = n, .at = s->at};
            return true;
        }
    }
    fail(s, FAULT_QREF, "a question from v01 to v99");
    t += *t == 'v' || *t == 'V' || *t == 'q' || *t == 'Q';
    while (*t == '0')
        t++;
    if (int_parse(t, &n) && n >= 1 && n <= 99)
        suggest(s, arena_printf(s->a, "v%02d", n));
    return false;
}

/* Whether nothing stands before or behind a comma. */
static bool
has_empty_item(const char *p)
{
    for (;; p++) {
        p += strspn(p, " ");
        if (*p == ',' || *p == '\0')
            return true;
        p += strcspn(p, ",");
        if (*p == '\0')
            return false;
    }
}

/* The comma list at `s->text`, item by item: each is trimmed and set by `set`
   at its own place in an array of items of `size` bytes. */
static bool
set_list(const struct setting *s, bool (*set)(const struct setting *),
    size_t size, void **items, int *n)
{
    const char *p = s->text;
    int most = 1, have = 0;
    bool ok = true;

    for (const char *c = p; *c != '\0'; c++)
        most += *c == ',';
    *items = arena_alloc_n(s->a, size, (size_t)most);
    *n = 0;
    if (*p != '\0' && has_empty_item(p))
        return fail(s, FAULT_LIST, "a list with one comma between items");
    while (*p != '\0') {
        struct setting item = *s;
        const char *next;
        size_t len;

        p += strspn(p, " ");
        len = strcspn(p, ",");
        item.at.col += (int)utf8_count(s->text, (size_t)(p - s->text));
        next = p + len;
        while (len > 0 && p[len - 1] == ' ')
            len--;
        item.text = arena_strndup(s->a, p, len);
        item.to = (char *)*items + size * (size_t)have;
        p = next + (*next == ',');
        if (set(&item))
            have++;
        else
            ok = false;
    }
    *n = have;
    return ok;
}

static bool
set_texts(const struct setting *s)
{
    struct texts *to = s->to;
    void *v;
    bool ok = set_list(s, set_text, sizeof *to->v, &v, &to->n);

    to->v = v;
    return ok;
}

static bool
set_qrefs(const struct setting *s)
{
    struct qrefs *to = s->to;
    void *v;
    bool ok = set_list(s, set_qref, sizeof *to->v, &v, &to->n);

    to->v = v;
    return ok;
}

/* Types without a setter are no scalars: their readers take them apart. */
static bool (*const setter[])(const struct setting *s) = {
    [FIELD_TEXT] = set_text,
    [FIELD_LINE] = set_line,
    [FIELD_ID] = set_id,
    [FIELD_CASE] = set_case,
    [FIELD_INT] = set_int,
    [FIELD_NUM] = set_num,
    [FIELD_LENGTH] = set_length,
    [FIELD_COLOR] = set_color,
    [FIELD_DATE] = set_date,
    [FIELD_WORD] = set_word,
    [FIELD_YESNO] = set_yesno,
    [FIELD_QREF] = set_qref,
    [FIELD_QREFS] = set_qrefs,
    [FIELD_TEXTS] = set_texts,
    [FIELD_OWN] = NULL,
};

static_assert(sizeof setter / sizeof *setter == FIELD_OWN + 1,
    "an entry for each type of field");

bool
field_set(struct arena *a, struct diag *d, char family, const struct field *f,
    enum lang lang, const char *text, struct pos at, void *record)
{
    struct setting s = {
        .a = a,
        .d = d,
        .family = family,
        .f = f,
        .lang = lang,
        .text = text,
        .at = at,
        .to = (char *)record + f->offset,
    };
    bool is_text = f->type == FIELD_TEXT || f->type == FIELD_LINE;

    assert(setter[f->type] != NULL);
    if (text_blank(text) && (family == 'I' || is_text))
        return is_text ? set_text(&s) : true;
    if (is_text && family == 'R' &&
        !text_check(d, 'R', &(struct text){.s = text, .at = at}))
        return false;
    return setter[f->type](&s);
}

const struct field *
field_find(const struct record *r, enum lang lang, const char *name)
{
    for (int i = 0; i < r->nfields; i++)
        if (r->fields[i].name[lang] != NULL &&
            strcmp(r->fields[i].name[lang], name) == 0)
            return &r->fields[i];
    return NULL;
}
