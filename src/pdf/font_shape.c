/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "pdf/font_set.h"

#include "base/utf8.h"

#include <hb.h>
#include <string.h>

/* Shaping words.  A word is shaped once in a run: the table of shaped words
   holds glyph ids and advances, which do not depend on the report.  Each
   character is shown in the face if the face has it, else in the fallback; a
   base and its combining marks stay in one font, so that the marks can be
   placed.  Usual words in a font that the build knows are put together of its
   table (font_known.h); all others HarfBuzz shapes, which is told language and
   shaper: both would otherwise come from the environment. */

enum {
    WORD_SLOTS = 8192,   /* a power of two */
    WORDS_MAX = 40000,   /* kept over reports */
    GLYPHS_MAX = 400000, /* their glyphs */
    CHAR_SOFT_HYPHEN = 0xad,
    CHAR_HYPHEN = 0x2010,
    CHAR_FIXED_HYPHEN = 0x2011,
    CHAR_MISSING = 0x25a1
};

struct font_word {
    struct font_word *next;
    uint32_t hash;
    enum face face;
    size_t len;
    const char *text;
    struct shaped shaped;
};

/* A character on its way to HarfBuzz. */
struct letter {
    uint32_t c, as; /* as: what is drawn for it */
    unsigned at;    /* its first byte in the word */
    int file;
    bool mark; /* belongs to the letter before it */
};

static void
words_forget(struct font_set *f)
{
    arena_reset(f->words);
    f->table = NEW(f->words, struct font_word *, WORD_SLOTS);
    memset(f->space, 0, sizeof f->space);
    f->nwords = 0;
    f->nglyphs = 0;
    f->failed = false;
}

void
font_shape_open(struct font_set *f)
{
    f->words = arena_new();
    f->scratch = arena_new();
    f->lines = arena_new();
    f->buffer = hb_buffer_create();
    words_forget(f);
}

void
font_shape_close(struct font_set *f)
{
    hb_buffer_destroy(f->buffer);
    arena_free(f->words);
    arena_free(f->scratch);
    arena_free(f->lines);
}

/* ---- which font shows a character ---- */

static bool
file_has(const struct font_file *file, uint32_t c)
{
    int known = file->known == NULL ? -1 : font_known_letter(c);
    hb_codepoint_t gid;

    if (known >= 0 && c != CHAR_SOFT_HYPHEN && file->known->gid[known] != 0)
        return true;
    return hb_font_get_nominal_glyph(file->font, c, &gid);
}

/* Characters that HarfBuzz makes itself, of the space glyph: joiners,
   variation selectors, marks of direction, and spaces of any width. */
static bool
char_is_made(uint32_t c)
{
    static const struct {
        uint32_t first, last;
    } made[] = {{0xa0, 0xa0}, {0x34f, 0x34f}, {0x2000, 0x200f},
        {0x202a, 0x202f}, {0x205f, 0x206f}, {0x3000, 0x3000}, {0xfe00, 0xfe0f},
        {0xfeff, 0xfeff}, {0xe0000, 0xe0fff}};

    for (size_t i = 0; i < sizeof made / sizeof *made; i++)
        if (c >= made[i].first && c <= made[i].last)
            return true;
    return false;
}

/* What the font draws for `c`; 0: it cannot show it. */
static uint32_t
file_shows(const struct font_file *file, uint32_t c)
{
    if (c == CHAR_SOFT_HYPHEN)
        return file_has(file, '-') ? '-' : 0;
    if (file_has(file, c))
        return c;
    if (c == CHAR_FIXED_HYPHEN)
        return file_has(file, CHAR_HYPHEN) ? CHAR_HYPHEN
               : file_has(file, '-')       ? '-'
                                           : 0;
    return char_is_made(c) && file_has(file, ' ') ? c : 0;
}

static bool
font_covers(void *ctx, uint32_t c)
{
    const struct font_set *f = ctx;

    for (int i = 0; i < f->nfiles; i++)
        if (file_shows(&f->files[i], c) != 0)
            return true;
    return false;
}

static bool
char_is_mark(uint32_t c)
{
    hb_unicode_funcs_t *u = hb_unicode_funcs_get_default();
    unsigned kind = hb_unicode_general_category(u, c);

    if (c < 0x300)
        return false;
    return kind == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
           kind == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK ||
           kind == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK || c == 0x200d ||
           (c >= 0xfe00 && c <= 0xfe0f);
}

/* Shows the letters [l, end) in one font; false where it lacks one. */
static bool
letters_in(
    const struct font_set *f, struct letter *l, struct letter *end, int file)
{
    for (struct letter *p = l; p < end; p++) {
        p->as = file_shows(&f->files[file], p->c);
        p->file = file;
        if (p->as == 0)
            return false;
    }
    return true;
}

/* A letter that neither font has shows as a box. */
static void
letter_missing(const struct font_set *f, struct letter *l, enum face face)
{
    static const uint32_t signs[] = {CHAR_MISSING, '?'};
    int files[] = {f->fallback[face], f->family[face]};

    for (size_t s = 0; s < 2; s++)
        for (size_t i = 0; i < 2; i++)
            if (file_has(&f->files[files[i]], signs[s])) {
                l->as = signs[s];
                l->file = files[i];
                return;
            }
    l->as = ' ';
    l->file = f->family[face];
}

/* A letter that its own face has nowhere, in any other face. */
static bool
letter_elsewhere(const struct font_set *f, struct letter *l)
{
    for (int i = 0; i < f->nfiles; i++)
        if (letters_in(f, l, l + 1, i))
            return true;
    return false;
}

/* Chooses the font of each letter: a base and its marks in one where one
   has them all. */
static void
letters_place(
    const struct font_set *f, struct letter *l, size_t n, enum face face)
{
    for (struct letter *p = l, *next; p < l + n; p = next) {
        next = p + 1;
        while (next < l + n && next->mark)
            next++;
        if (letters_in(f, p, next, f->family[face]) ||
            letters_in(f, p, next, f->fallback[face]))
            continue;
        for (struct letter *q = p; q < next; q++)
            if (!letters_in(f, q, q + 1, f->family[face]) &&
                !letters_in(f, q, q + 1, f->fallback[face]) &&
                !letter_elsewhere(f, q))
                letter_missing(f, q, face);
    }
}

/* ---- shaping ---- */

static struct letter *
letters_read(struct font_set *f, const char *s, size_t len, size_t *n)
{
    struct letter *l = NEW(f->scratch, struct letter, len + 1);
    const char *p = s;

    for (*n = 0; p < s + len; ++*n) {
        l[*n].at = (unsigned)(p - s);
        l[*n].c = utf8_next(&p);
        l[*n].mark = *n > 0 && char_is_mark(l[*n].c);
    }
    l[*n].at = (unsigned)len;
    return l;
}

/* An i behind f or t is drawn by itself: in a ligature it has no dot, which is
   hard on who spells, another letter in Turkish, and half of a Dutch ij.
   Returns how many ranges without ligatures there are. */
enum { APART_MAX = 16 };

static unsigned
letters_apart(const struct letter *l, size_t n, hb_feature_t out[APART_MAX])
{
    unsigned k = 0;

    for (size_t i = 1; i < n && k < APART_MAX; i++)
        if (l[i].c == 'i' && (l[i - 1].c == 'f' || l[i - 1].c == 't'))
            out[k++] = (hb_feature_t){.tag = HB_TAG('l', 'i', 'g', 'a'),
                .start = l[i].at,
                .end = l[i + 1].at};
    return k;
}

/* HarfBuzz on letters of one font. */
static void
letters_shape(struct font_set *f, const struct letter *l, size_t n)
{
    static const char *const shapers[] = {"ot", NULL};
    hb_feature_t apart[APART_MAX];
    unsigned napart = letters_apart(l, n, apart);
    hb_buffer_t *b = f->buffer;

    hb_buffer_clear_contents(b);
    hb_buffer_set_content_type(b, HB_BUFFER_CONTENT_TYPE_UNICODE);
    hb_buffer_set_cluster_level(b, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    hb_buffer_set_flags(b, HB_BUFFER_FLAG_DO_NOT_INSERT_DOTTED_CIRCLE);
    for (size_t i = 0; i < n; i++)
        hb_buffer_add(b, l[i].as, l[i].at);
    hb_buffer_set_language(b, hb_language_from_string("und", -1));
    hb_buffer_guess_segment_properties(b);
    if (!hb_shape_full(f->files[l->file].font, b, apart, napart, shapers) ||
        !hb_buffer_allocation_successful(b))
        f->failed = true;
}

/* The end of the text of glyph `i`: where the next cluster begins, which
   stands to the left where the script is written so. */
static unsigned
cluster_end(const hb_glyph_info_t *g, unsigned n, unsigned i, bool backward,
    unsigned end)
{
    unsigned here = g[i].cluster;

    if (backward) {
        while (i > 0 && g[i].cluster == here)
            i--;
    } else {
        while (i + 1 < n && g[i].cluster == here)
            i++;
    }
    return g[i].cluster == here ? end : g[i].cluster;
}

/* Text of a glyph fits its length byte: what a single glyph cannot stand for
   is cut between characters. */
static uint8_t
text_length(const char *s, unsigned len)
{
    if (len <= UINT8_MAX)
        return (uint8_t)len;
    for (len = UINT8_MAX; ((unsigned char)s[len] & 0xc0) == 0x80;)
        len--;
    return (uint8_t)len;
}

/* The buffer's glyphs, which stand for the text up to byte `end`. */
static void
glyphs_take(struct font_set *f, int number, const char *text, unsigned end,
    struct buf *out, int *width)
{
    const struct font_file *file = &f->files[number];
    hb_direction_t direction = hb_buffer_get_direction(f->buffer);
    bool backward = HB_DIRECTION_IS_BACKWARD(direction);
    unsigned n;
    const hb_glyph_info_t *g = hb_buffer_get_glyph_infos(f->buffer, &n);
    const hb_glyph_position_t *at =
        hb_buffer_get_glyph_positions(f->buffer, NULL);

    for (unsigned i = 0; i < n; i++) {
        unsigned from = g[i].cluster, to = from;
        struct glyph glyph = {.gid = (uint16_t)g[i].codepoint,
            .font = (uint8_t)number,
            .advance = (int16_t)font_milli(file, at[i].x_advance),
            .dx = (int16_t)font_milli(file, at[i].x_offset),
            .dy = (int16_t)font_milli(file, at[i].y_offset),
            .text = text + from};

        if (i == 0 || g[i - 1].cluster != from)
            to = cluster_end(g, n, i, backward, end);
        glyph.len = text_length(text + from, to - from);
        *width += glyph.advance;
        buf_add(out, &glyph, sizeof glyph);
    }
}

/* ---- letters that are known ---- */

/* Whether all letters of a word are known, and each pair of them: then their
   number; else -1. */
static int
known_letters(const struct font_known *k, const char *s, size_t len)
{
    int n = 0, before = -1;

    for (const char *p = s; p < s + len; n++) {
        int letter = font_known_letter(utf8_next(&p));

        if (letter < 0 || k->gid[letter] == 0 ||
            (before >= 0 && k->advance[before][letter] == KNOWN_NOT))
            return -1;
        before = letter;
    }
    return n;
}

/* As word_shape, without HarfBuzz; false where it must be asked. */
static bool
word_known(struct font_set *f, struct font_word *w)
{
    int number = f->family[w->face];
    const struct font_known *k = f->files[number].known;
    int n = k == NULL ? -1 : known_letters(k, w->text, w->len);
    const char *p = w->text, *end = p + w->len, *next = p;
    int letter = n <= 0 ? -1 : font_known_letter(utf8_next(&next));
    struct glyph *glyphs;

    if (letter < 0)
        return false;
    glyphs = NEW(f->words, struct glyph, n);
    w->shaped = (struct shaped){.glyphs = glyphs, .n = n};
    for (struct glyph *g = glyphs; g < glyphs + n; g++) {
        const char *from = p;
        int here = letter;

        p = next;
        letter = p < end ? font_known_letter(utf8_next(&next)) : KNOWN_LETTERS;
        *g = (struct glyph){.gid = k->gid[here],
            .font = (uint8_t)number,
            .len = (uint8_t)(p - from),
            .advance = k->advance[here][letter],
            .text = from};
        w->shaped.width += g->advance;
    }
    f->nglyphs += (size_t)n;
    return true;
}

static void
word_shape(struct font_set *f, struct font_word *w)
{
    struct buf glyphs = buf_new(f->scratch);
    struct glyph *copy;
    struct letter *l;
    size_t n;

    if (word_known(f, w))
        return;
    arena_reset(f->scratch);
    l = letters_read(f, w->text, w->len, &n);
    letters_place(f, l, n, w->face);
    for (size_t i = 0, end; i < n; i = end) {
        for (end = i + 1; end < n && l[end].file == l[i].file;)
            end++;
        letters_shape(f, l + i, end - i);
        glyphs_take(
            f, l[i].file, w->text, l[end].at, &glyphs, &w->shaped.width);
    }
    w->shaped.n = (int)(glyphs.len / sizeof *copy);
    copy = NEW(f->words, struct glyph, w->shaped.n);
    if (glyphs.len > 0)
        memcpy(copy, glyphs.p, glyphs.len);
    w->shaped.glyphs = copy;
    f->nglyphs += (size_t)w->shaped.n;
}

static uint32_t
word_hash(enum face face, const char *s, size_t len)
{
    uint32_t h = 2166136261u ^ (uint32_t)face; /* FNV-1a */

    for (size_t i = 0; i < len; i++)
        h = (h ^ (unsigned char)s[i]) * 16777619u;
    return h;
}

/* The word in the table, put there if it is new. */
static const struct shaped *
word_have(struct font_set *f, enum face face, const char *s, size_t len)
{
    uint32_t hash = word_hash(face, s, len);
    struct font_word **slot = &f->table[(hash ^ hash >> 16) % WORD_SLOTS];
    struct font_word *w;

    for (w = *slot; w != NULL; w = w->next)
        if (w->hash == hash && w->face == face && w->len == len &&
            memcmp(w->text, s, len) == 0)
            return &w->shaped;
    w = NEW(f->words, struct font_word, 1);
    *w = (struct font_word){.next = *slot,
        .hash = hash,
        .face = face,
        .len = len,
        .text = arena_strndup(f->words, s, len)};
    word_shape(f, w);
    *slot = w;
    f->nwords++;
    return &w->shaped;
}

static const struct shaped *
font_shape(void *ctx, enum face face, const char *s, size_t len)
{
    struct font_set *f = ctx;

    if (len != 1 || *s != ' ')
        return word_have(f, face, s, len);
    if (f->space[face] == NULL)
        f->space[face] = word_have(f, face, s, len);
    return f->space[face];
}

void
font_trim(struct font_set *f)
{
    if (f->nwords > WORDS_MAX || f->nglyphs > GLYPHS_MAX || f->failed)
        words_forget(f);
}

bool
font_failed(const struct font_set *f)
{
    return f->failed;
}

struct metrics
font_metrics(struct font_set *f)
{
    return (struct metrics){
        .ctx = f, .shape = font_shape, .covers = font_covers, .work = f->lines};
}
