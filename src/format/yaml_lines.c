/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "format/yaml_lines.h"

#include "base/places.h"
#include "base/utf8.h"
#include "format/text.h"

#include <string.h>

static bool
is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.' ||
           (unsigned char)c >= 0x80;
}

static size_t
skip(const struct source *src, size_t from, size_t end)
{
    while (from < end && src->text[from] == ' ')
        from++;
    return from;
}

/* Finds a word with a colon behind it. */
static void
find_key(const struct source *src, struct yaml_line *l)
{
    size_t p = l->value;

    while (p < l->end && is_word(src->text[p]))
        p++;
    l->key = l->key_end = l->value;
    if (p == l->value || p == l->end || src->text[p] != ':' ||
        (p + 1 < l->end && src->text[p + 1] != ' '))
        return;
    l->key_end = p;
    l->value = skip(src, p + 1, l->end);
}

static void
read_line(const struct source *src, size_t begin, struct yaml_line *out)
{
    const char *stop = memchr(src->text + begin, '\n', src->len - begin);

    *out = (struct yaml_line){.begin = begin,
        .end = stop == NULL ? src->len : (size_t)(stop - src->text)};
    out->next = stop == NULL ? src->len : out->end + 1;
    while (out->end > begin && strchr("\r ", src->text[out->end - 1]) != NULL)
        out->end--;
    out->text = skip(src, begin, out->end);
    out->indent = (int)(out->text - begin);
    out->value = out->text;
    while (out->value + 1 < out->end && src->text[out->value] == '-' &&
           src->text[out->value + 1] == ' ') {
        out->item = true;
        out->value = skip(src, out->value + 1, out->end);
    }
    out->column = (int)(out->value - begin);
    find_key(src, out);
}

int
yaml_line_count(const struct source *src)
{
    int n = 1;

    for (size_t i = 0; i < src->len; i++)
        n += src->text[i] == '\n';
    return n;
}

bool
yaml_line(const struct source *src, int line, struct yaml_line *out)
{
    size_t begin;

    if (line < 1 || !places_line(src, line, &begin) || begin == src->len)
        return false;
    read_line(src, begin, out);
    return true;
}

bool
yaml_line_next(const struct source *src, struct yaml_line *l)
{
    if (l->next >= src->len)
        return false;
    read_line(src, l->next, l);
    return true;
}

bool
yaml_line_before(const struct source *src, struct yaml_line *l)
{
    size_t begin = l->begin;

    if (begin == 0 || src->text[begin - 1] != '\n')
        return false; /* the first, maybe behind a mark */
    for (begin--; begin > 0 && src->text[begin - 1] != '\n';)
        begin--;
    if (begin == 0 && memcmp(src->text, "\xef\xbb\xbf", 3) == 0)
        begin = 3;
    read_line(src, begin, l);
    return true;
}

bool
yaml_line_empty(const struct yaml_line *l)
{
    return l->text == l->end;
}

bool
yaml_line_has_key(const struct yaml_line *l)
{
    return l->key < l->key_end;
}

static bool
is_comment(const struct source *src, const struct yaml_line *l)
{
    return l->text < l->end && src->text[l->text] == '#';
}

bool
yaml_line_has_value(const struct source *src, const struct yaml_line *l)
{
    return l->value < l->end && src->text[l->value] != '#';
}

bool
yaml_line_is_block(const struct source *src, const struct yaml_line *l)
{
    return l->value < l->end && strchr("|>", src->text[l->value]) != NULL &&
           (l->value + 1 == l->end ||
               strchr("+-123456789 ", src->text[l->value + 1]) != NULL);
}

int
yaml_line_last(const struct source *src, int line)
{
    struct yaml_line first, l;
    int last = line, n = line;

    if (!yaml_line(src, line, &first))
        return line;
    for (l = first; yaml_line_next(src, &l);) {
        n++;
        if (yaml_line_empty(&l))
            continue;
        if (l.indent <= first.column)
            break;
        last = n;
    }
    return last;
}

int
yaml_line_owner(const struct source *src, int line)
{
    struct yaml_line own, l;
    int n = line;

    if (!yaml_line(src, line, &own))
        return 0;
    for (l = own; yaml_line_before(src, &l);) {
        n--;
        if (!yaml_line_empty(&l) && !is_comment(src, &l) &&
            yaml_line_has_key(&l) && l.column < own.indent)
            return n;
    }
    return 0;
}

/* Whether a line begins as in a dialogue: "Juf: ". */
static bool
is_speaker(const struct source *src, int line)
{
    struct yaml_line l;

    return yaml_line(src, line, &l) && yaml_line_has_key(&l) && !l.item &&
           src->text[l.text] >= 'A' && src->text[l.text] <= 'Z';
}

int
yaml_line_text_above(const struct source *src, int line)
{
    struct yaml_line above, l;
    int owner;

    while (is_speaker(src, line) && is_speaker(src, line - 1) &&
           yaml_line(src, line, &l) && yaml_line(src, line - 1, &above) &&
           above.indent == l.indent)
        line--; /* of a dialogue, which left the text as a whole */
    if (!yaml_line(src, line - 1, &above) || yaml_line_empty(&above))
        return 0;
    owner = line - 1;
    do {
        owner = yaml_line_owner(src, owner);
        if (owner <= 0 || !yaml_line(src, owner, &l))
            return 0;
    } while (!yaml_line_is_block(src, &l));
    if (yaml_line_last(src, owner) < line - 1)
        return 0;
    while (yaml_line_next(src, &l) && yaml_line_empty(&l))
        ;
    return l.indent;
}

/* Whether a text can stand between double quotes as it is. */
static bool
is_plain(const struct source *src, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (strchr("\"\\\t", src->text[i]) != NULL)
            return false;
    return true;
}

/* The text of a line in the block that is proposed. */
static void
put_line(struct buf *out, const struct source *src, size_t from, size_t to,
    int indent)
{
    while (to > from && strchr(" \r", src->text[to - 1]) != NULL)
        to--;
    if (from == to)
        return;
    buf_printf(out, "\n%*s", indent, "");
    buf_add(out, src->text + from, to - from);
}

void
yaml_line_fix_text(
    struct arena *a, struct diag *d, const struct source *src, int line)
{
    struct yaml_line first, l;
    struct buf out = buf_new(a);
    int last, indent;
    size_t value, end;

    if (diag_many(d) || !yaml_line(src, line, &first) ||
        !(yaml_line_has_key(&first) || first.item))
        return;
    last = yaml_line_last(src, line);
    value = first.value;
    end = first.end;
    if (last == line && src->text[value] != '|' &&
        is_plain(src, value, first.end)) {
        buf_printf(
            &out, "\"%.*s\"", (int)(first.end - value), src->text + value);
    } else {
        if (src->text[value] == '|' || (last > line && src->text[value] == '>'))
            value = skip(src, value + 1, first.end);
        indent = first.column + 2;
        buf_putc(&out, '|');
        put_line(&out, src, value, first.end, indent);
        l = first;
        for (int n = line; n < last && yaml_line_next(src, &l); n++) {
            if (yaml_line_empty(&l))
                buf_putc(&out, '\n');
            put_line(&out, src, l.text, l.end, indent);
            end = l.end;
        }
    }
    diag_fix(d, first.value, end, out.p);
}

void
yaml_line_fix_indent(struct arena *a, struct diag *d, const struct source *src,
    int line, int indent)
{
    struct yaml_line l;

    if (yaml_line(src, line, &l))
        diag_fix(d, l.begin, l.text, arena_printf(a, "%*s", indent, ""));
}

void
yaml_line_fix_blanks(struct diag *d, const struct source *src, int line)
{
    struct yaml_line l;

    if (yaml_line(src, line, &l))
        diag_fix(
            d, l.begin, l.begin + strcspn(src->text + l.begin, "\r\n"), "");
}

/* Copies a line with blanks for what only looks like them; the end of the last
   of those in `*last`, 0: there is none. */
static void
put_blanks(const struct source *src, const struct yaml_line *l, struct buf *out,
    size_t *last)
{
    const char *p = src->text + l->begin, *end = src->text + l->end;
    bool counts = true;

    while (p < end) {
        const char *begin = p;
        uint32_t c = utf8_next(&p);

        if (counts && c > ' ' && text_odd_blank(c)) {
            buf_putc(out, ' ');
            *last = (size_t)(p - src->text);
        } else {
            buf_add(out, begin, (size_t)(p - begin));
            counts = c == ':' || (counts && (c == ' ' || c == '-'));
        }
    }
}

void
yaml_line_fix_odd(
    struct arena *a, struct diag *d, const struct source *src, int line)
{
    struct buf out = buf_new(a);
    struct yaml_line first, l;
    size_t last = 1, end = 0;

    if (diag_many(d) || !yaml_line(src, line, &first))
        return;
    for (l = first; last > 0;) {
        struct buf one = buf_new(a);

        last = 0;
        put_blanks(src, &l, &one, &last);
        if (last > 0) {
            buf_printf(&out, "%s%s", end > 0 ? "\n" : "", one.p);
            end = l.end;
        }
        if (!yaml_line_next(src, &l))
            break;
    }
    if (end > 0)
        diag_fix(d, first.begin, end, out.p);
}

void
yaml_line_fix_item(
    struct arena *a, struct diag *d, const struct source *src, int line)
{
    struct buf out = buf_new(a);
    size_t begin = 0, end = 0;
    struct yaml_line l;
    int last;

    if (diag_many(d) || !yaml_line(src, line, &l))
        return;
    last = yaml_line_last(src, line);
    for (int n = line; n < last && yaml_line_next(src, &l); n++) {
        if (end > 0)
            buf_putc(&out, '\n');
        if (yaml_line_empty(&l))
            continue;
        buf_printf(&out, "%*s%s", l.indent, "", begin == 0 ? "- " : "  ");
        buf_add(&out, src->text + l.text, l.end - l.text);
        if (begin == 0)
            begin = l.begin;
        end = l.end;
    }
    if (end > 0)
        diag_fix(d, begin, end, out.p);
}
