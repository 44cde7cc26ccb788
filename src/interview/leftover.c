/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "interview/leftover.h"

#include "base/places.h"
#include "format/yaml_lines.h"
#include "interview/fields.h"
#include "interview/tidy.h"
#include "interview/tidy_parts.h"

#include <string.h>

/* Who types `v05: |` above the keys of the template makes text of them, and who
   begins a line with # in the wrong column makes a comment of it. */

struct leftover {
    const struct match *m;
    const struct tidy_known *known; /* NULL: not asked yet */
};

static const struct tidy_known *
known_comments(struct leftover *l)
{
    if (l->known == NULL)
        l->known = tidy_known(l->m->scratch, l->m->rules);
    return l->known;
}

static bool
in_record(const struct record *r, const char *key, size_t len)
{
    for (int i = 0; i < r->nfields; i++) {
        const struct field *f = &r->fields[i];

        for (int lang = 0; lang < LANG_COUNT; lang++)
            if (f->name[lang] != NULL && strlen(f->name[lang]) == len &&
                memcmp(f->name[lang], key, len) == 0)
                return true;
        if (f->of != NULL && in_record(f->of, key, len))
            return true;
    }
    return false;
}

/* A key of the template with nothing behind it, or one that no sentence begins
   with. */
static bool
is_key(const char *line, size_t len)
{
    const char *colon = memchr(line, ':', len), *end = line + len;
    const char *value;
    size_t key;

    if (colon == NULL || (colon + 1 < end && colon[1] != ' '))
        return false;
    key = (size_t)(colon - line);
    for (value = colon + 1; value < end && strchr(" |>", *value) != NULL;)
        value++;
    return (value == end || memchr(line, '_', key) != NULL) &&
           in_record(&interview_record, line, key);
}

static bool
is_leftover(struct leftover *l, const char *line, size_t len)
{
    if (len == 0 || *line != '#')
        return is_key(line, len);
    return !tidy_is_own(
        &(struct comment){.text = arena_strndup(l->m->scratch, line, len)},
        known_comments(l));
}

/* The line at `*p` without the blanks around it; `*p` moves to the next. */
static size_t
next_line(const char **p, const char **line)
{
    size_t len = strcspn(*p, "\n");

    *line = *p + strspn(*p, " \t");
    *p += len + ((*p)[len] == '\n');
    len = *line > *p ? 0 : strcspn(*line, "\n");
    while (len > 0 && strchr(" \t\r", (*line)[len - 1]) != NULL)
        len--;
    return len;
}

/* Proposes to delete the lines, where nothing else stands between the first and
   the last and each is a line of the file too. */
static void
fix_lines(const struct match *m, const struct text *text, const char *first,
    const char *end, int lines)
{
    const struct source *src = text->at.src;
    struct pos at = text_locate(text, (size_t)(first - text->s));
    struct yaml_line l, last;

    if (lines == 0 || at.line == text->at.line ||
        !yaml_line(src, at.line, &l) ||
        !yaml_line(src, at.line + lines - 1, &last) ||
        last.end - last.text < (size_t)(end - first) / (size_t)lines / 2)
        return;
    diag_fix(m->d, l.begin, last.next, "");
}

static void
refuse_lines(
    struct leftover *l, const struct text *text, const char *first, size_t len)
{
    const struct match *m = l->m;
    const char *p = first, *line, *end = first;
    int lines = 0, last = 0;
    bool mixed = false;

    while (*p != '\0') {
        size_t n = next_line(&p, &line);

        lines++;
        if (!is_leftover(l, line, n)) {
            mixed |= n > 0;
            continue;
        }
        if (mixed)
            break;
        last = lines;
        end = line + n;
    }
    diag_error(m->d, text_locate(text, (size_t)(first - text->s)), "I316",
        "\"%s\" stands in a text, but it is a line of the template",
        text_quote(m->a, arena_strndup(m->a, first, len)));
    if (!mixed || *p == '\0')
        diag_help(m->d, "delete it, with those like it; to fill in the parts "
                        "apart, leave out the | behind the key above");
    if (!mixed)
        fix_lines(m, text, first, end, last);
}

/* Only below a | can what the template offered be left standing. */
static bool
is_block(const struct text *text)
{
    char c = text->at.src == NULL || text->at.line < 1
                 ? '\0'
                 : text->at.src->text[places_offset(text->at)];

    return c == '|' || c == '>';
}

static void
visit(void *ctx, const struct text *text)
{
    struct leftover *l = ctx;
    const char *p = text->s, *line;

    if (!is_block(text))
        return;
    while (*p != '\0') {
        size_t len = next_line(&p, &line);

        if (is_leftover(l, line, len)) {
            refuse_lines(l, text, line, len);
            return;
        }
    }
}

/* Right below a text, or where one should begin. */
static bool
is_below_text(const struct source *src, int line, int above)
{
    struct yaml_line l;

    return above > 0 ||
           (yaml_line(src, line - 1, &l) && yaml_line_is_block(src, &l));
}

static void
check_comment(
    struct leftover *l, const struct yaml_outline *o, const struct comment *c)
{
    const struct source *src = c->at.src;
    int indent = c->at.col - 1;
    int above = c->behind ? 0 : yaml_outline_text_above(o, c->at.line);

    /* In the column of what comes next, it is about that. */
    if (c->behind || !is_below_text(src, c->at.line, above) ||
        (indent > 0 && o->leads[c->at.line] == indent) ||
        !tidy_is_own(c, known_comments(l)))
        return;
    diag_warning(l->m->d, c->at, "I414",
        "this line begins with #, so it is a comment and no part of the text "
        "above it");
    if (above == 0)
        return;
    diag_help(l->m->d,
        "if it belongs to the text above it, put %d blanks before it; a "
        "comment stands below an empty line",
        above);
    yaml_line_fix_indent(l->m->a, l->m->d, src, c->at.line, above);
}

void
leftover_match(const struct match *m)
{
    struct leftover l = {.m = m};
    struct yaml_outline o;

    interview_each_text(m->iv, visit, &l);
    if (m->iv->ncomments == 0)
        return;
    o = yaml_outline(m->scratch, m->iv->comments[0].at.src);
    for (int i = 0; i < m->iv->ncomments; i++)
        check_comment(&l, &o, &m->iv->comments[i]);
}
