#include "pdf/font.h"

#include "base/file.h"
#include "base/utf8.h"
#include "pdf/font_set.h"

#include <hb-ot.h>
#include <hb.h>
#include <sha2.h>
#include <string.h>

/* Opening fonts and shaping words.  A word is shaped once in a run: the table
   of shaped words holds glyph ids and advances, which do not depend on the
   report.  Each character is shown in the face if the face has it, else in
   the fallback; a base and its combining marks stay in one font, so that the
   marks can be placed.  HarfBuzz is told language and shaper: both would
   otherwise come from the environment. */

enum {
    WORD_SLOTS = 8192,      /* a power of two */
    WORDS_MAX = 40000,      /* kept over reports */
    GLYPHS_MAX = 400000,    /* their glyphs */
    HASHED_HEAD = 4096,     /* holds any table directory */
    FSTYPE_RESTRICTED = 2,  /* OS/2 fsType: no embedding at all */
    FSTYPE_USABLE = 4 | 8,  /* preview and print, editable */
    FSTYPE_FORBIDS = 0x300, /* no subsetting, bitmaps only */
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

int
font_milli(const struct font_file *file, int v)
{
    long n = (long)v * 1000, half = file->upem / 2;

    return (int)((n + (n < 0 ? -half : half)) / file->upem);
}

int
font_advance(const struct font_file *file, unsigned gid)
{
    return font_milli(file, hb_font_get_glyph_h_advance(file->font, gid));
}

/* ---- opening ---- */

static unsigned
byte_u16(const char *p)
{
    return (unsigned)(unsigned char)p[0] << 8 | (unsigned char)p[1];
}

static bool
face_has_table(hb_face_t *face, hb_tag_t tag)
{
    hb_blob_t *table = hb_face_reference_table(face, tag);
    bool has = hb_blob_get_length(table) > 0;

    hb_blob_destroy(table);
    return has;
}

/* Skips a CFF INDEX at `at`: returns the offset behind it and sets `*first`
   to its first item; 0 where it does not fit in the table. */
static size_t
cff_index(const unsigned char *p, size_t len, size_t at, size_t *first)
{
    size_t count, width, offsets, end = 0;

    if (at + 3 > len)
        return 0;
    count = (size_t)p[at] << 8 | p[at + 1];
    width = p[at + 2];
    offsets = at + 3;
    if (count == 0)
        return at + 2;
    if (width < 1 || width > 4 || offsets + (count + 1) * width > len)
        return 0;
    for (size_t i = 0; i < width; i++)
        end = end << 8 | p[offsets + count * width + i];
    *first = offsets + (count + 1) * width;
    return end <= len - *first ? *first + end - 1 : 0;
}

/* Whether a CFF program is keyed by CID: its top DICT begins with ROS, three
   operands and the operator 12 30 (Adobe TN 5176, 9).  Then a glyph's id is not
   its CID, and the text would show other glyphs. */
static bool
cff_by_cid(hb_face_t *face)
{
    hb_blob_t *blob = hb_face_reference_table(face, HB_TAG('C', 'F', 'F', ' '));
    unsigned n;
    const unsigned char *p = (const unsigned char *)hb_blob_get_data(blob, &n);
    size_t at = 0, end = 0, names = n > 4 ? cff_index(p, n, p[2], &at) : 0;
    bool found = true; /* of a damaged program nothing is believed */

    if (names > 0)
        end = cff_index(p, n, names, &at);
    if (end > 0) {
        while (at < end && (p[at] == 28 || p[at] == 29 || p[at] >= 32))
            at += p[at] == 28 ? 3u : p[at] == 29 ? 5u : p[at] < 247 ? 1u : 2u;
        found = at + 1 < end && p[at] == 12 && p[at + 1] == 30;
    }
    hb_blob_destroy(blob);
    return found;
}

/* The licence bits of OS/2: of several the least strict counts. */
static bool
face_may_embed(hb_face_t *face)
{
    hb_blob_t *os2 = hb_face_reference_table(face, HB_TAG('O', 'S', '/', '2'));
    unsigned n, bits = 0;
    const char *p = hb_blob_get_data(os2, &n);

    if (n >= 10)
        bits = byte_u16(p + 8);
    hb_blob_destroy(os2);
    if ((bits & FSTYPE_FORBIDS) != 0)
        return false;
    return (bits & FSTYPE_RESTRICTED) == 0 || (bits & FSTYPE_USABLE) != 0;
}

static bool
face_is_usable(hb_face_t *face, bool *cff)
{
    bool glyf = face_has_table(face, HB_TAG('g', 'l', 'y', 'f'));

    *cff = !glyf && face_has_table(face, HB_TAG('C', 'F', 'F', ' '));
    return hb_face_get_glyph_count(face) > 1 &&
           face_has_table(face, HB_TAG('c', 'm', 'a', 'p')) &&
           (glyf || (*cff && !cff_by_cid(face)));
}

static bool
file_open(
    struct arena *a, struct diag *d, struct font_file *file, const char *path)
{
    static const struct pos nowhere;

    file->path = arena_strndup(a, path, strlen(path));
    if (file_exists(path))
        file->blob = hb_blob_create_from_file_or_fail(path);
    if (file->blob == NULL)
        return diag_error(d, nowhere, "D101", "cannot open font %s", path);
    file->face = hb_face_create(file->blob, 0);
    if (!face_is_usable(file->face, &file->cff))
        return diag_error(d, nowhere, "D102",
            "%s is not a TrueType or OpenType font that can be used", path);
    if (!face_may_embed(file->face))
        return diag_error(d, nowhere, "D103",
            "the licence bits of font %s forbid embedding a subset", path);
    file->font = hb_font_create(file->face);
    file->upem = (int)hb_face_get_upem(file->face);
    hb_font_set_scale(file->font, file->upem, file->upem);
    return true;
}

/* Of each file its length and its beginning, where the table directory holds
   a checksum of every table: all bytes would take longer than the report. */
static void
set_hash(struct font_set *f)
{
    SHA2_CTX sha;

    SHA256Init(&sha);
    for (int i = 0; i < f->nfiles; i++) {
        unsigned n, head;
        const char *p = hb_blob_get_data(f->files[i].blob, &n);
        uint8_t len[4] = {(uint8_t)(n >> 24), (uint8_t)(n >> 16),
            (uint8_t)(n >> 8), (uint8_t)n};

        head = n < HASHED_HEAD ? n : HASHED_HEAD;
        SHA256Update(&sha, len, sizeof len);
        SHA256Update(&sha, (const uint8_t *)p, head);
    }
    SHA256End(&sha, f->hash);
}

/* The number of the file at `path`, opened if it is new; -1 on error. */
static int
set_add(struct arena *a, struct diag *d, struct font_set *f, const char *path)
{
    for (int i = 0; i < f->nfiles; i++)
        if (strcmp(f->files[i].path, path) == 0)
            return i;
    return file_open(a, d, &f->files[f->nfiles++], path) ? f->nfiles - 1 : -1;
}

static bool
set_open(struct arena *a, struct diag *d, struct font_set *f,
    const struct font_files *family, const struct font_files *fallback)
{
    for (int i = 0; i < FACE_COUNT; i++) {
        int other = i == FACE_BOLD ? FACE_BOLD : FACE_REGULAR;

        f->family[i] = set_add(a, d, f, family->path[i]);
        if (f->family[i] < 0)
            return false;
        f->fallback[i] = set_add(a, d, f, fallback->path[other]);
        if (f->fallback[i] < 0)
            return false;
    }
    return true;
}

struct font_set *
font_open(struct arena *a, struct diag *d, const struct font_files *family,
    const struct font_files *fallback)
{
    struct font_set *f = NEW(a, struct font_set, 1);

    f->words = arena_new();
    f->scratch = arena_new();
    f->use = arena_new();
    f->table = NEW(f->words, struct font_word *, WORD_SLOTS);
    f->buffer = hb_buffer_create();
    font_begin(f);
    if (set_open(a, d, f, family, fallback)) {
        set_hash(f);
        return f;
    }
    font_close(f);
    return NULL;
}

void
font_close(struct font_set *f)
{
    if (f == NULL)
        return;
    for (int i = 0; i < f->nfiles; i++) {
        struct font_file *file = &f->files[i];

        font_subset_close(file);
        hb_font_destroy(file->font);
        hb_face_destroy(file->face);
        hb_blob_destroy(file->blob);
    }
    hb_buffer_destroy(f->buffer);
    arena_free(f->words);
    arena_free(f->scratch);
    arena_free(f->use);
}

const char *
font_hash(const struct font_set *f)
{
    return f->hash;
}

/* ---- which font shows a character ---- */

static bool
file_has(const struct font_file *file, uint32_t c)
{
    hb_codepoint_t gid;

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

    return file_shows(&f->files[f->family[FACE_REGULAR]], c) != 0 ||
           file_shows(&f->files[f->fallback[FACE_REGULAR]], c) != 0;
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
                !letters_in(f, q, q + 1, f->fallback[face]))
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

/* HarfBuzz on letters of one font. */
static void
letters_shape(struct font_set *f, const struct letter *l, size_t n)
{
    static const char *const shapers[] = {"ot", NULL};
    hb_buffer_t *b = f->buffer;

    hb_buffer_clear_contents(b);
    hb_buffer_set_content_type(b, HB_BUFFER_CONTENT_TYPE_UNICODE);
    hb_buffer_set_cluster_level(b, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    hb_buffer_set_flags(b, HB_BUFFER_FLAG_DO_NOT_INSERT_DOTTED_CIRCLE);
    for (size_t i = 0; i < n; i++)
        hb_buffer_add(b, l[i].as, l[i].at);
    hb_buffer_set_language(b, hb_language_from_string("und", -1));
    hb_buffer_guess_segment_properties(b);
    hb_shape_full(f->files[l->file].font, b, NULL, 0, shapers);
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

static void
word_shape(struct font_set *f, struct font_word *w)
{
    struct buf glyphs = buf_new(f->scratch);
    struct glyph *copy;
    struct letter *l;
    size_t n;

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

static const struct shaped *
font_shape(void *ctx, enum face face, const char *s, size_t len)
{
    struct font_set *f = ctx;
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

void
font_trim(struct font_set *f)
{
    if (f->nwords <= WORDS_MAX && f->nglyphs <= GLYPHS_MAX)
        return;
    arena_reset(f->words);
    f->table = NEW(f->words, struct font_word *, WORD_SLOTS);
    f->nwords = 0;
    f->nglyphs = 0;
}

struct metrics
font_metrics(struct font_set *f)
{
    return (struct metrics){
        .ctx = f, .shape = font_shape, .covers = font_covers};
}
