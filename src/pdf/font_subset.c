/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "pdf/font_set.h"

#include "base/utf8.h"

#include <assert.h>
#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>
#include <stdlib.h>
#include <string.h>

/* What a report used of each font, and the small font programs made of it.
   The subsetter sees a lean face with only the tables that a PDF needs: no
   layout, no names, no instructions. */

/* ---- CIDs ---- */

void
font_begin(struct font_set *f)
{
    arena_reset(f->use);
    for (int i = 0; i < FONT_MAX; i++) {
        struct font_file *file = &f->files[i];

        file->cids = NULL;
        file->chain = NULL;
        file->ncids = 0;
        file->cap = 0;
        memset(file->slots, 0, sizeof file->slots);
    }
}

static void
cids_reserve(struct font_set *f, struct font_file *file, int n)
{
    int cap = file->cap == 0 ? 256 : file->cap;
    struct font_cid *cids;
    int *chain;

    if (n <= file->cap)
        return;
    while (cap < n)
        cap *= 2;
    cids = NEW(f->use, struct font_cid, cap);
    chain = NEW(f->use, int, cap);
    if (file->cap > 0) {
        memcpy(cids, file->cids, (size_t)file->cap * sizeof *cids);
        memcpy(chain, file->chain, (size_t)file->cap * sizeof *chain);
    }
    file->cids = cids;
    file->chain = chain;
    file->cap = cap;
}

static void
cid_set(
    struct font_set *f, struct font_file *file, int cid, const struct glyph *g)
{
    cids_reserve(f, file, cid + 1);
    file->cids[cid] = (struct font_cid){.used = true,
        .len = g->len,
        .gid = g->gid,
        .width = font_advance(file, g->gid),
        .text = arena_strndup(f->use, g->text, g->len)};
    if (cid >= file->ncids)
        file->ncids = cid + 1;
}

static bool
cid_is(const struct font_cid *c, const struct glyph *g)
{
    return c->gid == g->gid && c->len == g->len &&
           memcmp(c->text, g->text, g->len) == 0;
}

static unsigned
cid_slot(const struct glyph *g)
{
    unsigned h = g->gid * 31u + g->len;

    return (g->len > 0 ? h * 31u + (unsigned char)g->text[g->len - 1] : h) %
           FONT_SLOTS;
}

int
font_cid(struct font_set *f, const struct glyph *g)
{
    struct font_file *file = &f->files[g->font];
    static const struct glyph notdef = {.text = ""};
    unsigned slot = cid_slot(g);
    int cid;

    assert(g->font < f->nfiles);
    if (file->ncids == 0)
        cid_set(f, file, 0, &notdef);
    if (file->cff) {
        if (g->gid >= file->ncids || !file->cids[g->gid].used)
            cid_set(f, file, g->gid, g);
        return g->gid;
    }
    for (cid = file->slots[slot]; cid != 0; cid = file->chain[cid])
        if (cid_is(&file->cids[cid], g))
            return cid;
    cid = file->ncids;
    cid_set(f, file, cid, g);
    file->chain[cid] = file->slots[slot];
    file->slots[slot] = cid;
    return cid;
}

bool
font_cid_says(const struct font_set *f, const struct glyph *g, int cid)
{
    return cid_is(&f->files[g->font].cids[cid], g);
}

/* Latin-1, Latin Extended-A, the Romanian letters with a comma below, Greek,
   Cyrillic and the signs that belong to text: those of font number `number`. */
static void
letters_use(struct font_set *f, int number)
{
    static const struct {
        uint32_t from, to;
    } letters[] = {{0x20, 0x7e}, {0xa0, 0x17f}, {0x218, 0x21b}, {0x386, 0x3ce},
        {0x400, 0x45f}, {0x490, 0x491}, {0x1e9e, 0x1e9e}, {0x2013, 0x2014},
        {0x2018, 0x201a}, {0x201c, 0x201e}, {0x2020, 0x2022}, {0x2026, 0x2026},
        {0x2030, 0x2030}, {0x2039, 0x203a}, {0x20ac, 0x20ac}, {0x2122, 0x2122}};

    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        for (uint32_t c = letters[i].from; c <= letters[i].to; c++) {
            struct glyph g = {.font = (uint8_t)number};
            hb_codepoint_t gid;
            char text[4];

            if (!hb_font_get_nominal_glyph(f->files[number].font, c, &gid))
                continue;
            g.gid = (uint16_t)gid;
            g.len = (uint8_t)utf8_put(c, text);
            g.text = arena_strndup(f->use, text, g.len);
            (void)font_cid(f, &g);
        }
}

int
font_typing(struct font_set *f)
{
    letters_use(f, f->family[FACE_REGULAR]);
    return f->family[FACE_REGULAR];
}

int
font_width(const struct font_set *f, int i, int cid)
{
    return f->files[i].cids[cid].width;
}

/* ---- programs ---- */

static hb_blob_t *
lean_table(hb_face_t *unused, hb_tag_t tag, void *user)
{
    static const hb_tag_t needed[] = {HB_TAG('h', 'e', 'a', 'd'),
        HB_TAG('h', 'h', 'e', 'a'), HB_TAG('h', 'm', 't', 'x'),
        HB_TAG('m', 'a', 'x', 'p'), HB_TAG('l', 'o', 'c', 'a'),
        HB_TAG('g', 'l', 'y', 'f'), HB_TAG('C', 'F', 'F', ' ')};

    (void)unused;
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        if (tag == needed[i])
            return hb_face_reference_table(user, tag);
    return hb_blob_get_empty();
}

static void
kept_drop(struct font_kept *kept)
{
    hb_set_destroy(kept->glyphs);
    hb_map_destroy(kept->map);
    hb_blob_destroy(kept->program);
    *kept = (struct font_kept){0};
}

void
font_subset_close(struct font_file *file)
{
    for (int i = 0; i < FONT_KEPT; i++)
        kept_drop(&file->kept[i]);
    hb_face_destroy(file->lean);
}

static hb_subset_input_t *
subset_input(const struct font_file *file, const hb_set_t *glyphs)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    unsigned flags = HB_SUBSET_FLAGS_NO_HINTING;

    if (input == NULL)
        return NULL;
    if (file->cff)
        flags |= HB_SUBSET_FLAGS_RETAIN_GIDS; /* CID is glyph id there */
    hb_set_set(hb_subset_input_glyph_set(input), glyphs);
    hb_subset_input_set_flags(input, flags);
    return input;
}

/* The program of a subset face: a bare CFF table or a whole font file. */
static hb_blob_t *
subset_program(const struct font_file *file, hb_face_t *subset)
{
    return file->cff
               ? hb_face_reference_table(subset, HB_TAG('C', 'F', 'F', ' '))
               : hb_face_reference_blob(subset);
}

/* Whether the subset's glyphs are the font's: as wide, and as large.  When
   memory runs out HarfBuzz leaves out what it cannot hold and says nothing. */
static bool
subset_is_true(const struct font_file *file, const hb_set_t *glyphs,
    const hb_map_t *map, hb_face_t *subset)
{
    hb_font_t *font = hb_font_create(subset);
    bool same = true;

    hb_font_set_scale(font, file->upem, file->upem);
    for (hb_codepoint_t old = HB_SET_VALUE_INVALID;
         same && hb_set_next(glyphs, &old);) {
        hb_codepoint_t new = hb_map_get(map, old);
        hb_glyph_extents_t is = {0, 0, 0, 0}, was = {0, 0, 0, 0};

        hb_font_get_glyph_extents(font, new, &is);
        hb_font_get_glyph_extents(file->font, old, &was);
        same = new !=
                   HB_MAP_VALUE_INVALID &&hb_font_get_glyph_h_advance(font,
                       new) == hb_font_get_glyph_h_advance(file->font, old) &&
               (old == 0 || memcmp(&is, &was, sizeof is) == 0);
    }
    hb_font_destroy(font);
    return same;
}

static bool
subset_make(
    struct font_file *file, const hb_set_t *glyphs, struct font_kept *kept)
{
    hb_subset_input_t *input = subset_input(file, glyphs);
    hb_subset_plan_t *plan = NULL;
    hb_face_t *subset = NULL;

    if (file->lean == NULL)
        file->lean = hb_face_create_for_tables(lean_table, file->face, NULL);
    if (input != NULL)
        plan = hb_subset_plan_create_or_fail(file->lean, input);
    if (plan != NULL)
        subset = hb_subset_plan_execute_or_fail(plan);
    if (subset != NULL &&
        subset_is_true(file, glyphs,
            hb_subset_plan_old_to_new_glyph_mapping(plan), subset)) {
        kept->glyphs = hb_set_copy(glyphs);
        kept->map = hb_map_copy(hb_subset_plan_old_to_new_glyph_mapping(plan));
        kept->program = subset_program(file, subset);
    }
    hb_face_destroy(subset);
    hb_subset_plan_destroy(plan);
    hb_subset_input_destroy(input);
    return kept->program != NULL && hb_blob_get_length(kept->program) > 0 &&
           hb_set_allocation_successful(kept->glyphs) &&
           hb_map_allocation_successful(kept->map);
}

/* The subset for the glyphs in use: one made before or a new one. */
static const struct font_kept *
subset_find(struct font_file *file)
{
    hb_set_t *glyphs = hb_set_create();
    struct font_kept *kept = NULL;

    for (int i = 0; i < file->ncids; i++)
        if (file->cids[i].used)
            hb_set_add(glyphs, file->cids[i].gid);
    for (int i = 0; i < FONT_KEPT && kept == NULL; i++)
        if (file->kept[i].glyphs != NULL &&
            hb_set_is_equal(file->kept[i].glyphs, glyphs))
            kept = &file->kept[i];
    if (kept == NULL && hb_set_allocation_successful(glyphs)) {
        kept = &file->kept[file->next_kept];
        file->next_kept = (file->next_kept + 1) % FONT_KEPT;
        kept_drop(kept);
        if (!subset_make(file, glyphs, kept)) {
            kept_drop(kept);
            kept = NULL;
        }
    }
    hb_set_destroy(glyphs);
    return kept;
}

/* "ABCDEF+Name": the letters come from the glyphs, so that the same subset
   has the same name in any order of use. */
static const char *
subset_name(
    struct arena *a, const struct font_file *file, const struct font_kept *kept)
{
    unsigned h = 2166136261u;
    char tag[7] = "";

    for (hb_codepoint_t g = HB_SET_VALUE_INVALID;
         hb_set_next(kept->glyphs, &g);)
        h = (h ^ g) * 16777619u;
    for (int i = 0; i < 6; i++, h /= 26)
        tag[i] = (char)('A' + h % 26);
    return arena_printf(a, "%s+%s", tag, file->name);
}

static int
metric_of(const struct font_file *file, hb_ot_metrics_tag_t tag, int otherwise)
{
    hb_position_t v;

    return hb_ot_metrics_get_position(file->font, tag, &v) ? font_milli(file, v)
                                                           : otherwise;
}

/* Bounding box, style and metrics for the font descriptor. */
static bool
subset_describe(const struct font_file *file, struct font_subset *out)
{
    enum { BBOX = 36, MAC_STYLE = 44, BOLD = 1, ITALIC = 2 };
    enum { SYMBOLIC = 4, SLANTED = 64 }; /* ISO 32000-1 table 123 */
    hb_blob_t *head =
        hb_face_reference_table(file->face, HB_TAG('h', 'e', 'a', 'd'));
    unsigned n, style;
    const unsigned char *p = (const unsigned char *)hb_blob_get_data(head, &n);

    if (n < MAC_STYLE + 2) {
        hb_blob_destroy(head);
        return false;
    }
    style = p[MAC_STYLE + 1];
    for (int i = 0; i < 4; i++) {
        int v = p[BBOX + 2 * i] << 8 | p[BBOX + 2 * i + 1];

        out->bbox[i] = font_milli(file, v < 0x8000 ? v : v - 0x10000);
    }
    hb_blob_destroy(head);
    out->flags = SYMBOLIC | ((style & ITALIC) != 0 ? SLANTED : 0);
    out->stem_v = (style & BOLD) != 0 ? 140 : 80;
    out->ascent =
        metric_of(file, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, out->bbox[3]);
    out->descent =
        metric_of(file, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, out->bbox[1]);
    out->cap_height = metric_of(file, HB_OT_METRICS_TAG_CAP_HEIGHT, 700);
    out->italic_angle =
        (int)hb_style_get_value(file->font, HB_STYLE_TAG_SLANT_ANGLE);
    return true;
}

/* Per CID its width, glyph and text. */
static void
subset_cids(struct arena *a, const struct font_file *file,
    const struct font_kept *kept, struct font_subset *out)
{
    int *widths = NEW(a, int, file->ncids);
    uint16_t *gids = NEW(a, uint16_t, file->ncids);
    const char **text = NEW(a, const char *, file->ncids);

    for (int i = 0; i < file->ncids; i++) {
        const struct font_cid *c = &file->cids[i];

        widths[i] = c->used ? c->width : -1;
        if (!c->used)
            continue;
        gids[i] = (uint16_t)hb_map_get(kept->map, c->gid);
        text[i] = c->len > 0 ? arena_strndup(a, c->text, c->len) : "\u200b";
    }
    text[0] = NULL;
    out->ncids = file->ncids;
    out->widths = widths;
    out->gids = gids;
    out->text = text;
}

bool
font_subset(struct arena *a, struct font_set *f, int i, struct font_subset *out)
{
    struct font_file *file = &f->files[i];
    const struct font_kept *kept;
    unsigned len;

    *out = (struct font_subset){0};
    if (i >= f->nfiles || file->ncids == 0)
        return true;
    kept = subset_find(file);
    if (kept == NULL)
        return false;
    out->used = true;
    out->name = subset_name(a, file, kept);
    out->cff = file->cff;
    out->program = hb_blob_get_data(kept->program, &len);
    out->program_len = len;
    subset_cids(a, file, kept, out);
    return subset_describe(file, out);
}

bool
font_works(struct arena *a, struct diag *d, struct font_set *f, int i)
{
    static const struct pos nowhere;
    static const char sample[] = "Hoe gaat het? Fijn – één “AV” ½";
    const struct metrics m = font_metrics(f);
    struct font_subset subset;
    bool ok;

    for (enum face face = 0; face < FACE_COUNT; face++)
        (void)m.shape(m.ctx, face, sample, sizeof sample - 1);
    font_begin(f);
    letters_use(f, i);
    ok = font_subset(a, f, i, &subset) && !font_failed(f);
    font_begin(f);
    if (ok)
        return true;
    diag_error(d, nowhere, "D105",
        "font %s is damaged: no letters can be taken from it", font_name(f, i));
    diag_help(d, "fetch the file anew");
    return false;
}
