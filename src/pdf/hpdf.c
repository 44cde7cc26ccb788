/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "pdf/hpdf.h"

#include "base/utf8.h"

#include <libdeflate.h>
#include <string.h>

/* The internal calls of libharu take no NULL dictionary and record a failure
   only in the document: the wrappers skip NULL and leave it at that. */

/* ---- memory ---- */

/* libharu asks for memory for each of thousands of small objects, and gives
   back each: here it takes them from an arena, which is reset for the next
   document with all that was in it.  Its functions for that know nothing of the
   document, so that the arena in use stands beside them, one for each
   thread. */
static _Thread_local struct arena *pool_in_use;

static void *
pool_take(HPDF_UINT size)
{
    return arena_raw(pool_in_use, size);
}

static void
pool_leave(void *p)
{
    (void)p;
}

bool
hpdf_new(struct hpdf *h, HPDF_Error_Handler on_error, void *user)
{
    arena_reset(h->pool);
    pool_in_use = h->pool;
    h->doc = HPDF_NewEx(on_error, pool_take, pool_leave, 0, user);
    if (h->doc == NULL)
        return false;
    h->first = h->doc->xref;
    h->taken = 0;
    return true;
}

/* ---- parts ---- */

void
hpdf_part_begin(struct hpdf *h, struct arena *part)
{
    unsigned next = hpdf_next(h);

    pool_in_use = part != NULL ? part : h->pool;
    h->doc->xref = HPDF_Xref_New(h->doc->mmgr, next);
    h->taken = 0;
}

void
hpdf_part_end(struct hpdf *h)
{
    pool_in_use = h->pool;
}

unsigned
hpdf_next(const struct hpdf *h)
{
    const HPDF_Xref xref = h->doc->xref;

    return xref->start_offset + xref->entries->count + h->taken;
}

unsigned
hpdf_take_number(struct hpdf *h)
{
    unsigned number = hpdf_next(h);

    h->taken++;
    return number;
}

/* libharu looks at no more of an object that it writes a reference to. */
HPDF_Dict
hpdf_mention(struct hpdf *h, HPDF_Dict o)
{
    HPDF_Obj_Header *header;

    if (o == NULL)
        return NULL;
    header = arena_raw(h->pool, sizeof *header);
    *header = o->header;
    return (void *)header;
}

void
hpdf_push_whole(struct hpdf *h, HPDF_Array to, void *value)
{
    struct arena *part = pool_in_use;

    pool_in_use = h->pool;
    hpdf_push(to, value);
    pool_in_use = part;
}

/* As HPDF_AddPage, which keeps what it adds with the page. */
HPDF_Page
hpdf_page(struct hpdf *h)
{
    HPDF_Dict tree = h->doc->root_pages;
    HPDF_Page page;

    if (pool_in_use == h->pool)
        return HPDF_AddPage(h->doc);
    page = HPDF_Page_New(h->doc->mmgr, h->doc->xref);
    hpdf_add(page, "Parent", tree);
    hpdf_push_whole(h, HPDF_Dict_GetItem(tree, "Kids", HPDF_OCLASS_ARRAY),
        hpdf_mention(h, page));
    return page;
}

static HPDF_STATUS
to_buffer(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT len)
{
    buf_add(stream->attr, bytes, len);
    return HPDF_OK;
}

/* What stands between "<<" and ">>". */
struct frozen {
    size_t len;
    char text[];
};

static HPDF_STATUS
text_write(HPDF_Dict o, HPDF_Stream stream)
{
    const struct frozen *f = o->attr;

    return HPDF_Stream_Write(
        stream, (const HPDF_BYTE *)f->text, (HPDF_UINT)f->len);
}

void
hpdf_fill(HPDF_Dict o, const char *text, size_t len)
{
    struct frozen *f = arena_raw(pool_in_use, sizeof *f + len);

    if (o == NULL)
        return;
    f->len = len;
    memcpy(f->text, text, len);
    o->attr = f;
    o->write_fn = text_write;
}

void
hpdf_freeze(struct arena *a, struct hpdf *h, HPDF_Dict o)
{
    static const size_t open = sizeof "<<\n" - 1, both = sizeof "<<\n>>" - 1;
    struct buf text = buf_new(a);
    HPDF_Stream sink = HPDF_CallbackWriter_New(h->doc->mmgr, to_buffer, &text);
    struct arena *part = pool_in_use;

    if (sink == NULL || o == NULL)
        return;
    HPDF_Obj_WriteValue(o, sink, NULL);
    pool_in_use = h->pool;
    hpdf_fill(o, text.p + open, text.len - both);
    pool_in_use = part;
    o->list->count = o->list->block_siz = 0;
    o->list->obj = NULL;
}

/* ---- objects ---- */

HPDF_Dict
hpdf_dict(struct hpdf *h)
{
    return HPDF_Dict_New(h->doc->mmgr);
}

/* A list that is full grows to twice its size: an arena keeps the old one. */
static void
list_doubles(HPDF_List list)
{
    if (list->items_per_block < list->block_siz)
        list->items_per_block = list->block_siz;
}

HPDF_Dict
hpdf_object(struct hpdf *h)
{
    HPDF_Dict o = HPDF_Dict_New(h->doc->mmgr);

    list_doubles(h->doc->xref->entries);
    return o != NULL && HPDF_Xref_Add(h->doc->xref, o) == HPDF_OK ? o : NULL;
}

unsigned
hpdf_number(const void *object)
{
    const HPDF_Obj_Header *header = object;

    return header == NULL ? 0 : header->obj_id & 0x00ffffff;
}

HPDF_Array
hpdf_array(struct hpdf *h)
{
    return HPDF_Array_New(h->doc->mmgr);
}

void
hpdf_add(HPDF_Dict to, const char *key, void *value)
{
    if (to != NULL && value != NULL)
        HPDF_Dict_Add(to, key, value);
}

void
hpdf_add_name(HPDF_Dict to, const char *key, const char *name)
{
    if (to != NULL)
        HPDF_Dict_AddName(to, key, name);
}

void
hpdf_add_int(HPDF_Dict to, const char *key, long v)
{
    if (to != NULL)
        HPDF_Dict_AddNumber(to, key, (HPDF_INT32)v);
}

void
hpdf_add_bool(HPDF_Dict to, const char *key, bool v)
{
    if (to != NULL)
        HPDF_Dict_AddBoolean(to, key, v ? HPDF_TRUE : HPDF_FALSE);
}

void
hpdf_push(HPDF_Array to, void *value)
{
    if (to == NULL || value == NULL)
        return;
    list_doubles(to->list);
    HPDF_Array_Add(to, value);
}

void
hpdf_push_name(HPDF_Array to, const char *name)
{
    if (to != NULL)
        HPDF_Array_AddName(to, name);
}

void
hpdf_push_int(HPDF_Array to, long v)
{
    if (to != NULL)
        HPDF_Array_AddNumber(to, (HPDF_INT32)v);
}

void
hpdf_push_mpt(HPDF_Array to, mpt v)
{
    if (to != NULL)
        HPDF_Array_AddReal(to, (HPDF_REAL)(v / 1000.0));
}

void
hpdf_too_many(struct hpdf *h)
{
    HPDF_SetError(h->doc->mmgr->error, HPDF_ARRAY_COUNT_ERR, 0);
}

/* ---- strings ---- */

void
hpdf_utf16(const char *utf8, size_t len, bool mark, struct buf *out)
{
    if (mark)
        buf_add(out, "\xfe\xff", 2);
    for (const char *p = utf8; p < utf8 + len;) {
        uint32_t c = utf8_next(&p);
        uint32_t unit[2] = {c, 0};
        int n = 1;

        if (c > 0xffff) {
            unit[0] = 0xd800 + ((c - 0x10000) >> 10);
            unit[1] = 0xdc00 + ((c - 0x10000) & 0x3ff);
            n = 2;
        }
        for (int i = 0; i < n; i++) {
            buf_putc(out, (char)(unit[i] >> 8));
            buf_putc(out, (char)(unit[i] & 0xff));
        }
    }
}

void
hpdf_hex(const void *bytes, size_t len, struct buf *out)
{
    static const char digits[] = "0123456789ABCDEF";
    const unsigned char *p = bytes;

    for (size_t i = 0; i < len; i++) {
        buf_putc(out, digits[p[i] >> 4]);
        buf_putc(out, digits[p[i] & 15]);
    }
}

static bool
is_ascii(const char *s)
{
    while (*s != '\0' && (unsigned char)*s < 0x80)
        s++;
    return *s == '\0';
}

static void *
text_object(struct arena *a, struct hpdf *h, const char *utf8)
{
    struct buf utf16 = buf_new(a);

    if (is_ascii(utf8))
        return HPDF_String_New(h->doc->mmgr, utf8, NULL);
    hpdf_utf16(utf8, strlen(utf8), true, &utf16);
    return HPDF_Binary_New(
        h->doc->mmgr, (HPDF_BYTE *)utf16.p, (HPDF_UINT)utf16.len);
}

void
hpdf_add_text(struct arena *a, struct hpdf *h, HPDF_Dict to, const char *key,
    const char *utf8)
{
    hpdf_add(to, key, text_object(a, h, utf8));
}

void
hpdf_put_text(struct arena *a, struct hpdf *h, struct buf *to, const char *utf8)
{
    HPDF_Stream sink = HPDF_CallbackWriter_New(h->doc->mmgr, to_buffer, to);
    void *o = text_object(a, h, utf8);

    if (sink != NULL && o != NULL)
        HPDF_Obj_WriteValue(o, sink, NULL);
}

void
hpdf_push_text(struct arena *a, struct hpdf *h, HPDF_Array to, const char *utf8)
{
    hpdf_push(to, text_object(a, h, utf8));
}

void
hpdf_add_bytes(struct hpdf *h, HPDF_Dict to, const char *key, const void *bytes,
    size_t len)
{
    hpdf_add(to, key,
        HPDF_Binary_New(
            h->doc->mmgr, (HPDF_BYTE *)(uintptr_t)bytes, (HPDF_UINT)len));
}

/* ---- streams ---- */

void
hpdf_deflate(struct hpdf *h, const void *bytes, size_t len, struct buf *out)
{
    size_t room = libdeflate_zlib_compress_bound(h->deflate, len);
    char *z = buf_room(out, room);

    out->len += libdeflate_zlib_compress(h->deflate, bytes, len, z, room);
}

HPDF_Dict
hpdf_stream(struct hpdf *h, const void *bytes, size_t len, bool deflated)
{
    HPDF_Dict o = hpdf_object(h);

    if (o == NULL)
        return NULL;
    o->stream = HPDF_MemStream_New(h->doc->mmgr, (HPDF_UINT)(len + 1));
    if (o->stream == NULL)
        return NULL;
    HPDF_Stream_Write(o->stream, bytes, (HPDF_UINT)len);
    o->filter =
        deflated ? HPDF_STREAM_FILTER_FLATE_DECODE : HPDF_STREAM_FILTER_NONE;
    return o;
}

HPDF_Dict
hpdf_stream_deflated(
    struct arena *a, struct hpdf *h, const void *bytes, size_t len)
{
    struct buf z = buf_new(a);

    hpdf_deflate(h, bytes, len, &z);
    return hpdf_stream(h, z.p, z.len, true);
}

/* ---- errors ---- */

const char *
hpdf_error_text(HPDF_STATUS code)
{
    static const struct {
        HPDF_STATUS code;
        const char *text;
    } texts[] = {
        {HPDF_FAILD_TO_ALLOC_MEM, "out of memory"},
        {HPDF_ARRAY_COUNT_ERR, "an array has too many items"},
        {HPDF_DICT_COUNT_ERR, "a dictionary has too many items"},
        {HPDF_STRING_OUT_OF_RANGE, "a text is too long"},
        {HPDF_NAME_OUT_OF_RANGE, "a name is too long"},
        {HPDF_NAME_INVALID_VALUE, "a name is empty or too long"},
        {HPDF_BINARY_LENGTH_ERR, "a text is too long"},
        {HPDF_XREF_COUNT_ERR, "the file has too many objects"},
        {HPDF_REAL_OUT_OF_RANGE, "a number is too large"},
        {HPDF_INVALID_OBJECT, "an object is missing"},
        {HPDF_INVALID_DOCUMENT, "the document is not valid"},
        {HPDF_PAGE_INVALID_SIZE, "a page's size is out of range"},
    };

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (texts[i].code == code)
            return texts[i].text;
    return "an error without a description";
}
