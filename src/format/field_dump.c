/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "format/field_ini.h"

/* Records back to text in the form of their files, from the same tables. */

static void
dump_key(const char *prefix, const char *name, const char *part,
    const char *lang, struct buf *out)
{
    const char *pieces[] = {prefix, name, part, lang};
    bool first = true;

    for (size_t i = 0; i < sizeof pieces / sizeof pieces[0]; i++) {
        if (*pieces[i] == '\0')
            continue;
        buf_printf(out, "%s%s", first ? "" : ".", pieces[i]);
        first = false;
    }
}

static void
dump_bitext(const char *prefix, const char *name, const char *part,
    const struct bitext *t, struct buf *out)
{
    for (int i = 0; i < LANG_COUNT; i++) {
        if (t->t[i].s == NULL)
            continue;
        dump_key(prefix, name, part, lang_code[i], out);
        buf_printf(out, " = \"%s\"\n", t->t[i].s);
    }
}

static void
dump_bitexts(const char *prefix, const char *name, const struct bitexts *list,
    struct buf *out)
{
    for (int n = 0; n < list->n; n++)
        for (int i = 0; i < LANG_COUNT; i++) {
            if (list->v[n].t[i].s == NULL)
                continue;
            dump_key(prefix, name, "", lang_code[i], out);
            buf_printf(out, ".%d = \"%s\"\n", n + 1, list->v[n].t[i].s);
        }
}

static void
dump_texts(const struct texts *list, struct buf *out)
{
    for (int i = 0; i < list->n; i++)
        buf_printf(out, "%s%s", i > 0 ? ", " : "", list->v[i].s);
}

static const char *
word_name(const struct field *f, int value)
{
    for (int i = 0; i < f->nwords; i++)
        if (f->words[i].value == value)
            return f->words[i].name[LANG_EN];
    return "";
}

static void
dump_number(const struct field *f, const void *place, struct buf *out)
{
    int value = *(const int *)place;

    if (f->type == FIELD_WORD)
        buf_puts(out, word_name(f, value));
    else if (f->type == FIELD_COLOR)
        buf_printf(out, "\"#%06X\"", (unsigned)value);
    else if (f->type == FIELD_INT)
        buf_printf(out, "%d", value);
    else
        buf_milli(out, value);
    if (f->type == FIELD_LENGTH)
        buf_puts(out, "pt");
}

static bool
is_text(const struct field *f)
{
    return f->type == FIELD_TEXT || f->type == FIELD_LINE ||
           f->type == FIELD_ID || f->type == FIELD_CASE;
}

static void
dump_scalar(const struct field *f, const char *prefix, const void *place,
    struct buf *out)
{
    const struct text *text = place;
    const struct texts *list = place;

    if (is_text(f) && text->s == NULL)
        return;
    if (f->type == FIELD_TEXTS && list->n == 0)
        return;
    dump_key(prefix, f->name[LANG_EN], "", "", out);
    buf_puts(out, " = ");
    if (is_text(f))
        buf_printf(out, f->type == FIELD_TEXT ? "\"%s\"" : "%s", text->s);
    else if (f->type == FIELD_TEXTS)
        dump_texts(list, out);
    else if (f->type == FIELD_YESNO)
        buf_puts(out, *(const bool *)place ? "yes" : "no");
    else
        dump_number(f, place, out);
    buf_putc(out, '\n');
}

void
field_ini_dump(const struct field_ini *in, const struct record *r,
    const char *prefix, const void *record, struct buf *out)
{
    for (int i = 0; i < r->nfields; i++) {
        const struct field *f = &r->fields[i];
        const char *name = f->name[LANG_EN];
        const void *place = (const char *)record + f->offset;
        const struct bitext *by_band = place;

        if (f->type == FIELD_OWN)
            continue;
        if (f->flags & FIELD_BY_BAND)
            for (int k = 0; k < in->nparts; k++)
                dump_bitext(prefix, name, in->parts[k], &by_band[k], out);
        else if (f->type == FIELD_BITEXT)
            dump_bitext(prefix, name, "", place, out);
        else if (f->type == FIELD_BITEXTS)
            dump_bitexts(prefix, name, place, out);
        else
            dump_scalar(f, prefix, place, out);
    }
}
