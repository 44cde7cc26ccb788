/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "layout/layout.h"

#include "format/field_ini.h"
#include "layout/fields.h"
#include "rules/placeholder.h"

#include <string.h>

/* Sections are read in the order of the file, each by the function of its
   first word.  Blocks keep their section: what a kind of block takes is known
   to the report, not here. */

#define BINDING_EDGE MM(5)
#define COLUMN_MIN MM(60)

struct loader {
    struct diag *d;
    struct layout *out;
    struct field_ini in;
};

typedef bool read_section(
    struct arena *a, struct loader *l, struct ini_section *s, const char *id);

static const char *
nearest(const char *word, const char *const *words, int n)
{
    return diag_nearest(word, words, (size_t)n);
}

/* Index of `word` in `words`, or -1 with an error that suggests one. */
static int
name_find(struct diag *d, struct pos at, const char *code, const char *what,
    const char *word, const char *const *words, int n)
{
    const char *near;

    for (int i = 0; i < n; i++)
        if (strcmp(words[i], word) == 0)
            return i;
    diag_error(d, at, code, "unknown %s \"%s\"", what, word);
    near = nearest(word, words, n);
    if (near != NULL)
        diag_help(d, "did you mean \"%s\"?", near);
    else
        diag_help(d, "`relatieprofiel list keys` shows what there is");
    return -1;
}

/* --- sections --- */

static bool
read_format(
    struct arena *a, struct loader *l, struct ini_section *s, const char *id)
{
    bool ok = field_ini_read(a, &l->in, &layout_format_record, "", s, l->out);

    (void)id;
    return field_ini_rest(a, &l->in, &layout_format_record, s) && ok;
}

static bool
read_paper(struct arena *a, struct loader *l, const struct ini_section *s)
{
    struct field f = *field_find(&layout_page_record, LANG_EN, "paper");
    const struct ini_entry *e = field_ini_take(s, "paper");
    int paper = 0;

    f.type = FIELD_WORD;
    f.offset = 0;
    if (e != NULL &&
        !field_set(a, l->d, 'R', &f, LANG_EN, e->value, e->at, &paper))
        return false;
    l->out->page_w = layout_paper[paper].w;
    l->out->page_h = layout_paper[paper].h;
    return true;
}

static bool
read_page(
    struct arena *a, struct loader *l, struct ini_section *s, const char *id)
{
    struct layout *out = l->out;
    bool ok = read_paper(a, l, s);

    (void)id;
    ok &= field_ini_read(a, &l->in, &layout_page_record, "", s, out);
    ok &= field_ini_rest(a, &l->in, &layout_page_record, s);
    if (ok && out->page_w - out->left - out->right < COLUMN_MIN)
        return diag_error(l->d, s->at, "L301",
            "the margins leave a text column of less than 60mm");
    if (ok && (out->binding > out->left - BINDING_EDGE ||
                  out->binding > out->right - BINDING_EDGE))
        return diag_error(l->d, s->at, "L319",
            "binding moves the pages to less than 5mm from their edge");
    return ok;
}

static bool
read_font(
    struct arena *a, struct loader *l, struct ini_section *s, const char *id)
{
    static const char *const roles[] = {"body"};
    bool ok;

    if (name_find(l->d, s->at, "L302", "font role", id, roles, 1) < 0)
        return false;
    ok = field_ini_read(a, &l->in, &layout_font_record, "", s, l->out);
    return field_ini_rest(a, &l->in, &layout_font_record, s) && ok;
}

static bool
style_color(struct loader *l, const struct ini_section *s, struct style_def *st)
{
    const struct ini_entry *e = field_ini_take(s, "colour");
    int color;

    if (e == NULL)
        return true;
    color = name_find(
        l->d, e->at, "L303", "colour", e->value, color_name, COLOR_COUNT);
    if (color >= 0)
        st->color = (enum color)color;
    return color >= 0;
}

static bool
style_align(struct arena *a, struct loader *l, const struct ini_section *s,
    struct style_def *st)
{
    struct field f = *field_find(&layout_style_record, LANG_EN, "align");
    const struct ini_entry *e = field_ini_take(s, "align");
    int justified = st->justified;
    bool ok;

    f.type = FIELD_WORD;
    f.offset = 0;
    ok = e == NULL ||
         field_set(a, l->d, 'R', &f, LANG_EN, e->value, e->at, &justified);
    st->justified = justified != 0;
    return ok;
}

static bool
check_style(
    struct diag *d, const struct ini_section *s, const struct style_def *st)
{
    if (st->leading < st->size) {
        diag_error(d, s->at, "L304",
            "[%s] has a leading below its size: lines would overlap", s->name);
        diag_help(d, "write a leading of 1.2 to 1.5 times the size");
        return false;
    }
    if (st->min_size > st->size)
        return diag_error(
            d, s->at, "L305", "[%s] has a min_size above its size", s->name);
    return true;
}

static bool
read_style(
    struct arena *a, struct loader *l, struct ini_section *s, const char *id)
{
    int i =
        name_find(l->d, s->at, "L306", "style", id, style_name, STYLE_COUNT);
    struct style_def *st = i < 0 ? NULL : &l->out->styles[i];
    bool ok;

    if (st == NULL)
        return false;
    ok = style_color(l, s, st);
    ok &= style_align(a, l, s, st);
    ok &= field_ini_read(a, &l->in, &layout_style_record, "", s, st);
    ok &= field_ini_rest(a, &l->in, &layout_style_record, s);
    return ok && check_style(l->d, s, st);
}

/* Reads the keys that this section of the palette has; `*n` is how many. */
static bool
color_keys(struct arena *a, struct loader *l, const struct ini_section *s,
    const char *id, struct field fields[COLOR_COUNT], int *n)
{
    struct record record = {.name = "colour", .fields = fields};
    bool ok;

    for (int i = 0; i < COLOR_COUNT; i++) {
        const struct layout_color_key *key = &layout_color_key[i];

        if (strcmp(key->section, id) == 0)
            fields[record.nfields++] = (struct field){
                .name = {key->key, key->key},
                .type = FIELD_COLOR,
                .offset = (size_t)i * sizeof l->out->colors[0],
            };
    }
    *n = record.nfields;
    if (*n == 0)
        return true;
    ok = field_ini_read(a, &l->in, &record, "", s, l->out->colors);
    return field_ini_rest(a, &l->in, &record, s) && ok;
}

static bool
read_color(
    struct arena *a, struct loader *l, struct ini_section *s, const char *id)
{
    static const char *const sections[] = {"ink", "slate", "line", "rule",
        "white", "blue", "ochre", "plum", "band1", "band2", "band3", "band4",
        "band5"};
    struct field fields[COLOR_COUNT];
    int n;
    bool ok = color_keys(a, l, s, id, fields, &n);

    if (n == 0)
        name_find(l->d, s->at, "L303", "colour", id, sections,
            (int)(sizeof sections / sizeof sections[0]));
    return ok && n > 0;
}

/* A block has a kind, or comes with another layout and has no keys at all. */
static bool
read_block_kind(struct arena *a, struct loader *l, const struct ini_section *s,
    struct layout_block *b)
{
    if (b->include.s == NULL)
        return b->kind.s != NULL ||
               diag_error(l->d, s->at, "R252", "[%s] has no \"kind\"", s->name);
    if (b->kind.s != NULL)
        return diag_error(l->d, b->include.at, "L311",
            "a block has a kind or includes a layout, not both");
    b->kind = (struct text){.s = "include", .at = b->include.at};
    return field_ini_rest(a, &l->in, &layout_block_record, s);
}

/* Entries but `kind` and `include` are left for the report to check. */
static bool
read_block(
    struct arena *a, struct loader *l, struct ini_section *s, const char *id)
{
    struct layout_block *b = &l->out->blocks[l->out->nblocks++];

    b->id = id;
    b->at = s->at;
    b->of = l->out;
    b->section = s;
    if (!field_ini_is_id(id)) {
        diag_error(l->d, s->at, "L307", "a block cannot be called \"%s\"", id);
        diag_help(l->d, "an id has at most 32 small letters, digits and _, a "
                        "letter first");
        return false;
    }
    return field_ini_read(a, &l->in, &layout_block_record, "", s, b) &&
           read_block_kind(a, l, s, b);
}

/* --- the whole file --- */

static const struct {
    const char *name;
    bool has_id;
    read_section *read;
} parts[] = {
    {"format", false, read_format},
    {"page", false, read_page},
    {"font", true, read_font},
    {"style", true, read_style},
    {"colour", true, read_color},
    {"block", true, read_block},
};

enum { NPARTS = sizeof parts / sizeof parts[0] };

static bool
read_any(struct arena *a, struct loader *l, struct ini_section *s)
{
    const char *names[NPARTS];
    size_t len = strcspn(s->name, ".");
    const char *id = s->name[len] == '.' ? s->name + len + 1 : "";
    int i;

    for (i = 0; i < NPARTS; i++)
        names[i] = parts[i].name;
    i = name_find(l->d, s->at, "L308", "section",
        arena_strndup(a, s->name, len), names, NPARTS);
    if (i < 0)
        return false;
    if (parts[i].has_id == (*id != '\0'))
        return parts[i].read(a, l, s, id);
    diag_error(l->d, s->at, "L309", "a section cannot be called [%s]", s->name);
    diag_help(
        l->d, "write [%s%s]", parts[i].name, parts[i].has_id ? ".ID" : "");
    return false;
}

/* Defaults of the sections that a file may leave out. */
static bool
read_defaults(struct arena *a, struct loader *l)
{
    struct pos at = {.src = l->out->src, .line = 1, .col = 1};
    struct ini_section page = {.name = "page", .at = at};
    struct ini_section font = {.name = "font.body", .at = at};

    memcpy(l->out->styles, style_default, sizeof style_default);
    memcpy(l->out->colors, color_default, sizeof color_default);
    return read_page(a, l, &page, "") && read_font(a, l, &font, "body");
}

static int
count_sections(const struct ini *ini)
{
    int n = 0;

    for (const struct ini_section *s = ini->first; s != NULL; s = s->next)
        n++;
    return n;
}

bool
layout_parse(struct arena *a, struct diag *d, const struct source *src,
    struct layout *out)
{
    struct loader l = {
        .d = d, .out = out, .in = {.d = d, .check = placeholder_check}};
    struct ini ini;
    bool ok;

    *out = (struct layout){.src = src};
    ok = read_defaults(a, &l);
    if (!ini_parse(a, d, src, &ini) ||
        field_ini_format(d, &ini, "layout") == NULL)
        return false;
    out->blocks = NEW(a, struct layout_block, count_sections(&ini));
    for (struct ini_section *s = ini.first; s != NULL; s = s->next)
        ok &= read_any(a, &l, s);
    if (out->nblocks == 0 && out->include.s == NULL)
        ok = diag_error(
            d, (struct pos){.src = src}, "L310", "this layout has no block");
    return ok;
}

/* --- dump --- */

static void
dump_style(const struct layout *l, int i, struct buf *out)
{
    const struct style_def *st = &l->styles[i];
    struct field_ini in = {0};

    buf_printf(out, "\n[style.%s]\n", style_name[i]);
    field_ini_dump(&in, &layout_style_record, "", st, out);
    buf_printf(out, "colour = %s\nalign = %s\n", color_name[st->color],
        st->justified ? "justified" : "ragged");
}

static void
dump_colors(const struct layout *l, struct buf *out)
{
    buf_puts(out, "\n");
    for (int i = 0; i < COLOR_COUNT; i++)
        buf_printf(out, "colour.%s.%s = \"#%06X\"\n",
            layout_color_key[i].section, layout_color_key[i].key,
            (unsigned)l->colors[i]);
}

static void
dump_block(const struct layout_block *b, struct buf *out)
{
    buf_printf(out, "\n[block.%s]\n", b->id);
    for (const struct ini_entry *e = b->section->first; e != NULL; e = e->next)
        buf_printf(
            out, e->quoted ? "%s = \"%s\"\n" : "%s = %s\n", e->key, e->value);
}

void
layout_dump(const struct layout *l, struct buf *out)
{
    struct field_ini in = {0};

    buf_puts(out, "[format]\nkind = layout\nversion = 1\n");
    field_ini_dump(&in, &layout_format_record, "", l, out);
    buf_puts(out, "\n[page]\n");
    for (int i = 0; i < LAYOUT_PAPERS; i++)
        if (layout_paper[i].w == l->page_w && layout_paper[i].h == l->page_h)
            buf_printf(out, "paper = %s\n", layout_paper[i].name);
    if (l->enlarge > 0) { /* large print is set on no paper of a name */
        buf_puts(out, "paper, to be enlarged: ");
        buf_milli(out, l->page_w);
        buf_puts(out, "pt by ");
        buf_milli(out, l->page_h);
        buf_puts(out, "pt\n");
    }
    field_ini_dump(&in, &layout_page_record, "", l, out);
    buf_puts(out, "\n[font.body]\n");
    field_ini_dump(&in, &layout_font_record, "", l, out);
    for (int i = 0; i < STYLE_COUNT; i++)
        dump_style(l, i, out);
    dump_colors(l, out);
    for (int i = 0; i < l->nblocks; i++)
        dump_block(&l->blocks[i], out);
}
