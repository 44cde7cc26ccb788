/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "pdf/embed.h"

#include "base/utf8.h"

#include <string.h>

/* Type0, CIDFont, descriptor, program, widths, glyph map and text map
   (ISO 32000-1 9.7).  CIDs are our own numbering, so the maps are exact. */

enum { CACHE_MAX = 24, BFCHAR_MAX = 100 };

struct embed_program {
    const char *program;
    size_t len;
    struct buf deflated;
};

struct embed_cache {
    struct arena *mem; /* emptied when the cache is full */
    struct embed_program v[CACHE_MAX];
    int n;
};

struct embed_cache *
embed_cache_new(struct arena *a)
{
    struct embed_cache *cache = NEW(a, struct embed_cache, 1);

    cache->mem = arena_new();
    return cache;
}

void
embed_cache_free(struct embed_cache *cache)
{
    arena_free(cache->mem);
}

/* The program in zlib's format. */
static const struct buf *
program_deflate(
    struct hpdf *h, struct embed_cache *cache, const struct font_subset *font)
{
    struct embed_program *p;

    for (int i = 0; i < cache->n; i++)
        if (cache->v[i].len == font->program_len &&
            memcmp(cache->v[i].program, font->program, font->program_len) == 0)
            return &cache->v[i].deflated;
    if (cache->n == CACHE_MAX) {
        arena_reset(cache->mem);
        cache->n = 0;
    }
    p = &cache->v[cache->n++];
    p->program = arena_strndup(cache->mem, font->program, font->program_len);
    p->len = font->program_len;
    p->deflated = buf_new(cache->mem);
    hpdf_deflate(h, font->program, font->program_len, &p->deflated);
    return &p->deflated;
}

static HPDF_Dict
program_stream(
    struct hpdf *h, struct embed_cache *cache, const struct font_subset *font)
{
    const struct buf *z = program_deflate(h, cache, font);
    HPDF_Dict o = hpdf_stream(h, z->p, z->len, true);

    if (font->cff)
        hpdf_add_name(o, "Subtype", "CIDFontType0C");
    else
        hpdf_add_int(o, "Length1", (long)font->program_len);
    return o;
}

/* A bit per CID, the highest bit of a byte first. */
static HPDF_Dict
cidset_stream(struct arena *a, struct hpdf *h, const struct font_subset *font)
{
    size_t len = (size_t)font->ncids / 8 + 1;
    unsigned char *bits = NEW(a, unsigned char, len);

    for (int i = 0; i < font->ncids; i++)
        if (font->widths[i] >= 0)
            bits[i / 8] |= (unsigned char)(0x80 >> i % 8);
    return hpdf_stream_deflated(a, h, bits, len);
}

/* Without the program. */
static HPDF_Dict
descriptor_facts(
    struct hpdf *h, const struct font_subset *font, int ascent, int descent)
{
    HPDF_Dict o = hpdf_object(h);
    HPDF_Array box = hpdf_array(h);

    hpdf_add_name(o, "Type", "FontDescriptor");
    hpdf_add_name(o, "FontName", font->name);
    for (int i = 0; i < 4; i++)
        hpdf_push_int(box, font->bbox[i]);
    hpdf_add(o, "FontBBox", box);
    hpdf_add_int(o, "Flags", font->flags);
    hpdf_add_int(o, "Ascent", ascent);
    hpdf_add_int(o, "Descent", descent);
    hpdf_add_int(o, "CapHeight", font->cap_height);
    hpdf_add_int(o, "ItalicAngle", font->italic_angle);
    hpdf_add_int(o, "StemV", font->stem_v);
    return o;
}

static HPDF_Dict
descriptor(struct arena *a, struct hpdf *h, struct embed_cache *cache,
    const struct font_subset *font, bool cidset)
{
    HPDF_Dict o = descriptor_facts(h, font, font->ascent, font->descent);

    hpdf_add(o, font->cff ? "FontFile3" : "FontFile2",
        program_stream(h, cache, font));
    if (cidset)
        hpdf_add(o, "CIDSet", cidset_stream(a, h, font));
    return o;
}

/* Widths of each stretch of CIDs in use: first [w w w] first [w] … */
static HPDF_Array
widths(struct hpdf *h, const struct font_subset *font)
{
    HPDF_Array all = hpdf_array(h), stretch = NULL;

    for (int i = 0; i < font->ncids; i++) {
        if (font->widths[i] < 0) {
            stretch = NULL;
            continue;
        }
        if (stretch == NULL) {
            stretch = hpdf_array(h);
            hpdf_push_int(all, i);
            hpdf_push(all, stretch);
        }
        hpdf_push_int(stretch, font->widths[i]);
    }
    return all;
}

static HPDF_Dict
glyph_map(struct arena *a, struct hpdf *h, const struct font_subset *font)
{
    struct buf map = buf_new(a);

    for (int i = 0; i < font->ncids; i++) {
        buf_putc(&map, (char)(font->gids[i] >> 8));
        buf_putc(&map, (char)(font->gids[i] & 255));
    }
    return hpdf_stream_deflated(a, h, map.p, map.len);
}

/* Without the glyph map. */
static void
cid_font_facts(struct arena *a, struct hpdf *h, HPDF_Dict o,
    const struct font_subset *font, HPDF_Dict is)
{
    HPDF_Dict system = hpdf_dict(h);

    hpdf_add_name(o, "Type", "Font");
    hpdf_add_name(o, "Subtype", font->cff ? "CIDFontType0" : "CIDFontType2");
    hpdf_add_name(o, "BaseFont", font->name);
    hpdf_add_text(a, h, system, "Registry", "Adobe");
    hpdf_add_text(a, h, system, "Ordering", "Identity");
    hpdf_add_int(system, "Supplement", 0);
    hpdf_add(o, "CIDSystemInfo", system);
    hpdf_add(o, "FontDescriptor", is);
    hpdf_add_int(o, "DW", 0);
    hpdf_add(o, "W", widths(h, font));
}

static HPDF_Dict
cid_font(struct arena *a, struct hpdf *h, struct embed_cache *cache,
    const struct font_subset *font, bool cidset)
{
    HPDF_Dict o = hpdf_object(h);

    cid_font_facts(a, h, o, font, descriptor(a, h, cache, font, cidset));
    if (!font->cff)
        hpdf_add(o, "CIDToGIDMap", glyph_map(a, h, font));
    return o;
}

/* The next CID from `i` on that has a text; ncids where none has. */
static int
text_next(const struct font_subset *font, int i)
{
    while (i < font->ncids && font->text[i] == NULL)
        i++;
    return i;
}

static HPDF_Dict
text_map(struct arena *a, struct hpdf *h, const struct font_subset *font)
{
    struct buf map = buf_new(a), utf16 = buf_new(a), rows = buf_new(a);
    int i = text_next(font, 0);

    buf_puts(&map,
        "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
        "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
    while (i < font->ncids) {
        int n = 0;

        rows.len = 0;
        for (; n < BFCHAR_MAX && i < font->ncids;
             n++, i = text_next(font, i + 1)) {
            utf16.len = 0;
            hpdf_utf16(font->text[i], strlen(font->text[i]), false, &utf16);
            buf_putc(&rows, '<');
            hpdf_hex((const char[]){(char)(i >> 8), (char)i}, 2, &rows);
            buf_puts(&rows, "><");
            hpdf_hex(utf16.p, utf16.len, &rows);
            buf_puts(&rows, ">\n");
        }
        buf_printf(&map, "%d beginbfchar\n", n);
        buf_add(&map, rows.p, rows.len);
        buf_puts(&map, "endbfchar\n");
    }
    buf_puts(&map, "endcmap\nCMapName currentdict/CMap defineresource pop\n"
                   "end\nend\n");
    return hpdf_stream_deflated(a, h, map.p, map.len);
}

/* Without the text map. */
static void
type0_facts(struct hpdf *h, HPDF_Dict o, const struct font_subset *font,
    HPDF_Dict descendant)
{
    HPDF_Array descendants = hpdf_array(h);

    hpdf_add_name(o, "Type", "Font");
    hpdf_add_name(o, "Subtype", "Type0");
    hpdf_add_name(o, "BaseFont", font->name);
    hpdf_add_name(o, "Encoding", "Identity-H");
    hpdf_push(descendants, descendant);
    hpdf_add(o, "DescendantFonts", descendants);
}

HPDF_Dict
embed_font(struct arena *a, struct hpdf *h, struct embed_cache *cache,
    const struct font_subset *font, bool cidset)
{
    HPDF_Dict o = hpdf_object(h);

    type0_facts(h, o, font, cid_font(a, h, cache, font, cidset));
    hpdf_add(o, "ToUnicode", text_map(a, h, font));
    return o;
}

static void *
item(HPDF_Dict of, const char *key, HPDF_UINT kind)
{
    return of == NULL ? NULL : HPDF_Dict_GetItem(of, key, (HPDF_UINT16)kind);
}

static void
share(HPDF_Dict to, HPDF_Dict from, const char *key)
{
    hpdf_add(to, key, item(from, key, HPDF_OCLASS_DICT));
}

HPDF_Dict
embed_leaded(struct arena *a, struct hpdf *h, HPDF_Dict type0,
    const struct font_subset *font, int ascent, int descent)
{
    HPDF_Array old = item(type0, "DescendantFonts", HPDF_OCLASS_ARRAY);
    HPDF_Dict from =
        old == NULL ? NULL : HPDF_Array_GetItem(old, 0, HPDF_OCLASS_DICT);
    HPDF_Dict is = item(from, "FontDescriptor", HPDF_OCLASS_DICT);
    HPDF_Dict o = hpdf_object(h), cid = hpdf_object(h), facts;

    facts = descriptor_facts(h, font, ascent, descent);
    share(facts, is, font->cff ? "FontFile3" : "FontFile2");
    share(facts, is, "CIDSet");
    cid_font_facts(a, h, cid, font, facts);
    share(cid, from, "CIDToGIDMap");
    type0_facts(h, o, font, cid);
    share(o, type0, "ToUnicode");
    return o;
}
