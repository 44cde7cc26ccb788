/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "layout/fields.h"

#include <string.h>

/* `list keys` of a layout: its sections from the tables that read them, the
   styles and colours with what they are where a layout says nothing. */

enum { NAME_COLUMN = 14 };

static const struct keys_words {
    const char *text, *name, *otherwise, *required, *styles, *colors, *blocks;
} keys_words[LANG_COUNT] = {
    [LANG_NL] = {"\"tekst\"", "naam", "anders", "moet er staan",
        "stijlen, als er niets anders staat",
        "kleuren, als er niets anders staat",
        "de sleutels van elk soort blok: relatieprofiel list blocks"},
    [LANG_EN] = {"\"text\"", "name", "default", "must be there",
        "styles, where nothing else is written",
        "colours, where nothing else is written",
        "the keys of each kind of block: relatieprofiel list blocks"},
};

static void
put_words(const struct field_word *words, int n, struct buf *out)
{
    for (int i = 0; i < n; i++)
        buf_printf(out, "%s%s", i > 0 ? " | " : "", words[i].name[LANG_EN]);
}

/* What may stand behind the equals sign. */
static void
put_values(const struct field *f, bool mm, const struct keys_words *words,
    struct buf *out)
{
    if (f->nwords > 0)
        put_words(f->words, f->nwords, out);
    else if (f->type == FIELD_YESNO)
        put_words(field_yesno, 2, out);
    else if (f->type == FIELD_INT)
        buf_printf(out, "%d … %d", f->min, f->max);
    else if (f->type == FIELD_BITEXT)
        buf_puts(out, words->text);
    else if (f->type != FIELD_LENGTH)
        buf_puts(out, words->name);
    else {
        field_put_length(f->min, mm, out);
        buf_puts(out, " … ");
        field_put_length(f->max, mm, out);
    }
}

static void
put_record(const struct record *r, const char *section, bool mm, enum lang lang,
    struct buf *out)
{
    const struct keys_words *words = &keys_words[lang];

    buf_printf(out, "\n[%s]\n", section);
    for (int i = 0; i < r->nfields; i++) {
        const struct field *f = &r->fields[i];

        buf_printf(out, "    %s%s = ", f->name[LANG_EN],
            f->type == FIELD_BITEXT ? ".nl, .en" : "");
        put_values(f, mm, words, out);
        if (f->fallback != NULL)
            buf_printf(out, " (%s %s)", words->otherwise, f->fallback);
        else if (f->flags & FIELD_REQUIRED)
            buf_printf(out, " (%s)", words->required);
        buf_printf(out, ": %s\n", f->help[lang]);
    }
}

static const char *
face_name(enum face face)
{
    const struct field *f = field_find(&layout_style_record, LANG_EN, "face");

    for (int i = 0; i < f->nwords; i++)
        if (f->words[i].value == (int)face)
            return f->words[i].name[LANG_EN];
    return "";
}

static void
put_style(int i, struct buf *out)
{
    const struct style_def *s = &style_default[i];

    buf_printf(
        out, "    %-*s %s ", NAME_COLUMN, style_name[i], face_name(s->face));
    field_put_length(s->size, false, out);
    buf_putc(out, '/');
    field_put_length(s->leading, false, out);
    buf_printf(out, " %s", color_name[s->color]);
    if (s->min_size > 0) {
        buf_puts(out, ", min_size ");
        field_put_length(s->min_size, false, out);
    }
    if (s->tracking != 0) {
        buf_puts(out, ", tracking ");
        field_put_length(s->tracking, false, out);
    }
    buf_printf(out, "%s%s\n", s->justified ? ", justified" : "",
        s->hyphenate ? ", hyphenate" : "");
}

/* A line per section of the palette; the colours of one may lie apart. */
static void
put_colors(struct buf *out)
{
    for (int i = 0; i < COLOR_COUNT; i++) {
        const char *section = layout_color_key[i].section;
        bool first = true;

        for (int k = 0; k < i; k++)
            first &= strcmp(layout_color_key[k].section, section) != 0;
        if (!first)
            continue;
        buf_printf(out, "    [colour.%s]", section);
        for (int k = i; k < COLOR_COUNT; k++)
            if (strcmp(layout_color_key[k].section, section) == 0)
                buf_printf(out, " %s = \"#%06X\"", layout_color_key[k].key,
                    (unsigned)color_default[k]);
        buf_putc(out, '\n');
    }
}

void
layout_list_keys(enum lang lang, struct buf *out)
{
    const struct keys_words *words = &keys_words[lang];

    put_record(&layout_format_record, "format", true, lang, out);
    put_record(&layout_page_record, "page", true, lang, out);
    put_record(&layout_font_record, "font.body", true, lang, out);
    put_record(&layout_style_record, "style.ID", false, lang, out);
    buf_printf(out, "\n  %s:\n", words->styles);
    for (int i = 0; i < STYLE_COUNT; i++)
        put_style(i, out);
    buf_printf(out, "\n  %s:\n", words->colors);
    put_colors(out);
    put_record(&layout_block_record, "block.ID", true, lang, out);
    buf_printf(out, "    %s\n", words->blocks);
}
