/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "pdf/write.h"

#include "pdf/verify.h"

#include <string.h>

/* Our own writer over libharu's objects.  Against HPDF_SaveToStream it gives
   streams their length in place, packs the other objects into compressed
   object streams where the version allows it, and takes streams that are
   compressed already.  libharu serialises each object itself. */

enum entry_kind { ENTRY_FREE, ENTRY_PLAIN, ENTRY_PACKED }; /* as in the file */
enum { PACK_MAX = 200 }; /* objects in one object stream */

struct entry {
    enum entry_kind kind;
    size_t where; /* offset in the file, or the object stream's number */
    unsigned index;
};

struct writer {
    struct hpdf *h;
    const struct write_options *options;
    struct buf *out;
    size_t start; /* of this file in `out` */
    struct entry *entries;
    unsigned n;            /* entries: first libharu's, then ours */
    struct buf head, body; /* of the object stream being filled */
    unsigned packed;
    HPDF_Stream sink; /* appends to *target */
    struct buf *target;
};

static HPDF_STATUS
sink_write(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT len)
{
    struct writer *w = stream->attr;

    buf_add(w->target, bytes, len);
    return HPDF_OK;
}

static void *
object_at(const struct writer *w, unsigned number)
{
    HPDF_XrefEntry e =
        HPDF_List_ItemAt(w->h->doc->xref->entries, (HPDF_UINT)number);

    return e->obj;
}

static bool
object_is(const void *object, HPDF_UINT kind)
{
    const HPDF_Obj_Header *header = object;

    return (header->obj_class & HPDF_OCLASS_ANY) == kind;
}

/* The stream dictionary at `number`, or NULL where something else stands. */
static HPDF_Dict
object_stream(const struct writer *w, unsigned number)
{
    HPDF_Dict o = object_at(w, number);

    return object_is(o, HPDF_OCLASS_DICT) && o->stream != NULL ? o : NULL;
}

static size_t
writer_offset(const struct writer *w)
{
    return w->out->len - w->start;
}

static void
write_value(struct writer *w, void *object, struct buf *to)
{
    w->target = to;
    HPDF_Obj_WriteValue(object, w->sink, NULL);
}

/* libharu's last touches: a page tree counts its pages here. */
static void
objects_complete(struct writer *w)
{
    HPDF_Xref xref = w->h->doc->xref;

    for (HPDF_UINT i = 1; i < xref->entries->count; i++) {
        HPDF_Dict o = object_at(w, i);

        if (!object_is(o, HPDF_OCLASS_DICT) || o->before_write_fn == NULL)
            continue;
        o->before_write_fn(o);
        o->before_write_fn = NULL;
    }
}

/* The lengths that libharu keeps as objects are written in place. */
static void
lengths_mark(struct writer *w, bool *dropped)
{
    for (unsigned i = 1; i < w->n; i++) {
        HPDF_Dict o = object_stream(w, i);
        HPDF_Number length = NULL;

        if (o != NULL)
            length = HPDF_Dict_GetItem(o, "Length", HPDF_OCLASS_NUMBER);
        if (length != NULL && hpdf_number(length) < w->n)
            dropped[hpdf_number(length)] = true;
    }
}

static void
stream_bytes(HPDF_Stream stream, struct buf *to)
{
    HPDF_UINT n;

    for (HPDF_UINT i = 0; i < HPDF_MemStream_GetBufCount(stream); i++) {
        const HPDF_BYTE *p = HPDF_MemStream_GetBufPtr(stream, i, &n);

        buf_add(to, p, n);
    }
}

static void
write_stream(struct writer *w, unsigned number, HPDF_Dict o)
{
    w->entries[number].kind = ENTRY_PLAIN;
    w->entries[number].where = writer_offset(w);
    buf_printf(w->out, "%u 0 obj\n<<", number);
    w->target = w->out;
    for (HPDF_UINT i = 0; i < o->list->count; i++) {
        HPDF_DictElement e = HPDF_List_ItemAt(o->list, i);

        if (strcmp(e->key, "Length") == 0 || strcmp(e->key, "Filter") == 0)
            continue;
        HPDF_Stream_WriteEscapeName(w->sink, e->key);
        buf_putc(w->out, ' ');
        HPDF_Obj_Write(e->value, w->sink, NULL);
    }
    if (o->filter == HPDF_STREAM_FILTER_FLATE_DECODE)
        buf_puts(w->out, "/Filter/FlateDecode");
    else if (o->filter == HPDF_STREAM_FILTER_DCT_DECODE)
        buf_puts(w->out, "/Filter/DCTDecode");
    buf_printf(w->out, "/Length %u>>\nstream\n", o->stream->size);
    stream_bytes(o->stream, w->out);
    buf_puts(w->out, "\nendstream\nendobj\n");
}

/* A stream of our own making, with the number after the last. */
static void
write_own_stream(struct writer *w, const char *keys, const struct buf *plain)
{
    struct buf z = buf_new(w->head.a);

    w->entries[w->n].kind = ENTRY_PLAIN;
    w->entries[w->n].where = writer_offset(w);
    hpdf_deflate(w->h, plain->p, plain->len, &z);
    buf_printf(w->out,
        "%u 0 obj\n<<%s/Filter/FlateDecode/Length %zu>>\nstream\n", w->n, keys,
        z.len);
    buf_add(w->out, z.p, z.len);
    buf_puts(w->out, "\nendstream\nendobj\n");
    w->n++;
}

static void
pack_flush(struct writer *w)
{
    struct buf plain = buf_new(w->head.a);

    if (w->packed == 0)
        return;
    buf_add(&plain, w->head.p, w->head.len);
    buf_add(&plain, w->body.p, w->body.len);
    write_own_stream(w,
        arena_printf(
            w->head.a, "/Type/ObjStm/N %u/First %zu", w->packed, w->head.len),
        &plain);
    w->packed = 0;
    w->head.len = 0;
    w->body.len = 0;
}

static void
write_packed(struct writer *w, unsigned number, void *object)
{
    buf_number(&w->head, number);
    buf_putc(&w->head, ' ');
    buf_number(&w->head, w->body.len);
    buf_putc(&w->head, ' ');
    write_value(w, object, &w->body);
    buf_putc(&w->body, '\n');
    w->entries[number] = (struct entry){ENTRY_PACKED, w->n, w->packed++};
    if (w->packed == PACK_MAX)
        pack_flush(w);
}

static void
write_plain(struct writer *w, unsigned number, void *object)
{
    w->entries[number].kind = ENTRY_PLAIN;
    w->entries[number].where = writer_offset(w);
    buf_printf(w->out, "%u 0 obj\n", number);
    write_value(w, object, w->out);
    buf_puts(w->out, "\nendobj\n");
}

static void
write_objects(struct writer *w, const bool *dropped)
{
    unsigned count = w->n; /* grows as object streams are written */

    for (unsigned i = 1; i < count; i++) {
        HPDF_Dict stream = object_stream(w, i);

        if (dropped[i])
            continue;
        if (stream != NULL)
            write_stream(w, i, stream);
        else if (w->options->compact)
            write_packed(w, i, object_at(w, i));
        else
            write_plain(w, i, object_at(w, i));
    }
    pack_flush(w);
}

/* The trailer's entries, the ID still all zeros. */
static char *
trailer_keys(const struct writer *w, unsigned size)
{
    static const char zeros[] = "00000000000000000000000000000000";

    return arena_printf(w->head.a,
        "/Size %u/Root %u 0 R/Info %u 0 R" VERIFY_ID "%s><%s>]", size,
        hpdf_number(w->h->doc->catalog), hpdf_number(w->h->doc->info), zeros,
        zeros);
}

static void
write_xref_stream(struct writer *w)
{
    struct buf rows = buf_new(w->head.a);
    unsigned number = w->n;

    w->entries[number].kind = ENTRY_PLAIN;
    w->entries[number].where = writer_offset(w);
    for (unsigned i = 0; i <= number; i++) {
        const struct entry *e = &w->entries[i];
        unsigned index = i == 0 ? 0xffff : e->index;
        char row[7] = {(char)e->kind, (char)(e->where >> 24),
            (char)(e->where >> 16), (char)(e->where >> 8), (char)e->where,
            (char)(index >> 8), (char)index};

        buf_add(&rows, row, sizeof row);
    }
    write_own_stream(w,
        arena_printf(
            w->head.a, "/Type/XRef/W[1 4 2]%s", trailer_keys(w, number + 1)),
        &rows);
}

/* A table of 20-byte rows; free entries form a list that begins at 0. */
static void
write_xref_table(struct writer *w)
{
    unsigned next = 0;

    for (unsigned i = w->n; i-- > 0;) {
        if (w->entries[i].kind != ENTRY_FREE)
            continue;
        w->entries[i].where = next;
        next = i;
    }
    buf_printf(w->out, "xref\n0 %u\n", w->n);
    for (unsigned i = 0; i < w->n; i++)
        buf_printf(w->out, "%010zu %05d %c \n", w->entries[i].where,
            i == 0 ? 65535 : 0, w->entries[i].kind == ENTRY_FREE ? 'f' : 'n');
    buf_printf(w->out, "trailer\n<<%s>>\n", trailer_keys(w, w->n));
}

void
write_document(struct arena *a, struct hpdf *h,
    const struct write_options *options, struct buf *out)
{
    struct writer w = {.h = h,
        .options = options,
        .out = out,
        .start = out->len,
        .head = buf_new(a),
        .body = buf_new(a)};
    size_t xref;
    bool *dropped;

    w.sink = HPDF_CallbackWriter_New(h->doc->mmgr, sink_write, &w);
    if (w.sink == NULL)
        return;
    objects_complete(&w);
    w.n = h->doc->xref->entries->count;
    w.entries = NEW(a, struct entry, w.n + w.n / PACK_MAX + 2);
    dropped = NEW(a, bool, w.n);
    lengths_mark(&w, dropped);
    buf_printf(out, "%%PDF-1.%d\n%%\xe2\xe3\xcf\xd3\n", options->version);
    write_objects(&w, dropped);
    xref = writer_offset(&w);
    if (options->compact)
        write_xref_stream(&w);
    else
        write_xref_table(&w);
    buf_printf(out, "startxref\n%zu\n%%%%EOF\n", xref);
    HPDF_Stream_Free(w.sink);
    verify_sign(out->p + w.start, out->len - w.start);
}
