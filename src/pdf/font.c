/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "pdf/font.h"

#include "pdf/font_set.h"

#include <hb-ot.h>
#include <hb.h>
#include <string.h>

/* Opening fonts.  HarfBuzz works on the caller's bytes, of which a report
   touches a tenth. */

enum {
    HASHED_HEAD = 4096,     /* holds any table directory */
    FSTYPE_RESTRICTED = 2,  /* OS/2 fsType: no embedding at all */
    FSTYPE_USABLE = 4 | 8,  /* preview and print, editable */
    FSTYPE_FORBIDS = 0x300, /* no subsetting, bitmaps only */
};

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

/* The PostScript name, without what a PDF name cannot hold.  False where
   nothing is left. */
static bool
file_name(struct font_file *file)
{
    unsigned size = sizeof file->name;
    char *to = file->name;

    hb_ot_name_get_utf8(file->face, HB_OT_NAME_ID_POSTSCRIPT_NAME,
        HB_LANGUAGE_INVALID, &size, file->name);
    for (const char *p = file->name; *p != '\0'; p++)
        if (*p > ' ' && *p < 0x7f && strchr("()<>[]{}/%#", *p) == NULL)
            *to++ = *p;
    *to = '\0';
    return *file->name != '\0';
}

/* Whether text can be set in it: a font without a space is for something
   else. */
static bool
file_has_text(const struct font_file *file)
{
    hb_codepoint_t space;

    return hb_font_get_nominal_glyph(file->font, ' ', &space) &&
           hb_font_get_glyph_h_advance(file->font, space) > 0;
}

static bool
file_open(struct diag *d, struct font_file *file, const struct source *src)
{
    static const struct pos nowhere;

    file->src = src;
    file->blob = hb_blob_create(
        src->text, (unsigned)src->len, HB_MEMORY_MODE_READONLY, NULL, NULL);
    file->face = hb_face_create(file->blob, 0);
    if (!face_is_usable(file->face, &file->cff))
        return diag_error(d, nowhere, "D102",
            "%s is not a TrueType or OpenType font that can be used",
            src->name);
    if (!face_may_embed(file->face))
        return diag_error(d, nowhere, "D103",
            "the licence bits of font %s forbid embedding a subset", src->name);
    file->font = hb_font_create(file->face);
    file->upem = (int)hb_face_get_upem(file->face);
    hb_font_set_scale(file->font, file->upem, file->upem);
    if (!file_has_text(file) || !file_name(file))
        return diag_error(d, nowhere, "D102",
            "%s is not a font for text: it has no space or no name", src->name);
    return true;
}

/* What tells a file: its length and its beginning, where the table directory
   holds a checksum of every table.  All bytes would take longer than the
   report. */
static void
file_parts(const struct source *src, uint8_t length[4], struct hash_part out[2])
{
    for (int k = 0; k < 4; k++)
        length[k] = (uint8_t)(src->len >> (24 - 8 * k));
    out[0] = (struct hash_part){length, 4};
    out[1] = (struct hash_part){
        src->text, src->len < HASHED_HEAD ? src->len : HASHED_HEAD};
}

static void
file_know(struct font_file *file)
{
    struct hash_part parts[2];
    uint8_t length[4];

    file_parts(file->src, length, parts);
    hash_parts(parts, 2, file->hash);
    file->known = font_known_find(file->hash);
}

static void
set_hash(struct font_set *f)
{
    struct hash_part parts[2 * FONT_MAX];
    uint8_t lengths[FONT_MAX][4];

    for (int i = 0; i < f->nfiles; i++)
        file_parts(f->files[i].src, lengths[i], parts + 2 * i);
    hash_parts(parts, 2 * f->nfiles, f->hash);
}

/* The number of a file, opened if it is new; -1 on error. */
static int
set_add(struct diag *d, struct font_set *f, const struct source *src)
{
    for (int i = 0; i < f->nfiles; i++)
        if (strcmp(f->files[i].src->name, src->name) == 0)
            return i;
    if (!file_open(d, &f->files[f->nfiles++], src))
        return -1;
    file_know(&f->files[f->nfiles - 1]);
    return f->nfiles - 1;
}

static bool
set_open(struct diag *d, struct font_set *f, const struct font_files *family,
    const struct font_files *fallback)
{
    for (int i = 0; i < FACE_COUNT; i++) {
        int other = i == FACE_BOLD ? FACE_BOLD : FACE_REGULAR;

        f->family[i] = set_add(d, f, family->file[i]);
        if (f->family[i] < 0)
            return false;
        f->fallback[i] = set_add(d, f, fallback->file[other]);
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

    f->use = arena_new();
    font_shape_open(f);
    font_begin(f);
    if (set_open(d, f, family, fallback)) {
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
    font_shape_close(f);
    arena_free(f->use);
}

const char *
font_name(const struct font_set *f, int i)
{
    return f->files[i].src->name;
}

int
font_count(const struct font_set *f)
{
    return f->nfiles;
}

const char *
font_hash(const struct font_set *f)
{
    return f->hash;
}

const char *
font_library(void)
{
    return hb_version_string();
}
