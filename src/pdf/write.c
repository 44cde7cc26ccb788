/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "pdf/write.h"

#include "base/hash.h"
#include "pdf/verify.h"

#include <stdio.h>
#include <string.h>

/* Our own writer over libharu's objects.  Against HPDF_SaveToStream it gives
   streams their length in place, packs the other objects into compressed
   object streams where the version allows it, and takes streams that are
   compressed already.  libharu serialises each object itself. */

/* As in the file; what is left out becomes free when it is passed. */
enum entry_kind { ENTRY_FREE, ENTRY_PLAIN, ENTRY_PACKED, ENTRY_LEFT_OUT };

enum {
    PACK_MAX = 200, /* objects in one object stream */
    ENTRIES = 4096,
    SINK_BYTES = 256 * 1024
};

struct entry {
    uint32_t where; /* offset in the file, or the object stream's number */
    uint16_t index;
    uint8_t kind;
};

/* They stay to the end, and there are many. */
struct entries {
    struct entry **v; /* blocks of ENTRIES */
    int n, cap;
};

struct writer {
    struct arena *a;
    struct hpdf *h;
    struct write_options options;
    HPDF_Xref part; /* that is written now */
    struct buf *out;
    size_t start;   /* of what is held of the file in `out` */
    size_t written; /* before that */
    struct entries entries;
    struct buf head, body; /* of the object stream being filled */
    unsigned pack, packed; /* its number, and what it holds */
    struct buf plain, z;   /* of a stream of ours */
    HPDF_Stream to;        /* appends to *target */
    struct buf *target;
    const struct sink *sink; /* NULL: all stays in `out` */
    struct hash_run *hash;   /* of what the sink got */
    bool refused;            /* by the sink */
};

static struct entry *
entry_of(struct writer *w, unsigned number)
{
    struct entries *all = &w->entries;

    while ((unsigned)all->n <= number / ENTRIES) {
        GROW(w->a, all->v, all->n, all->cap, 16);
        all->v[all->n++] = NEW(w->a, struct entry, ENTRIES);
    }
    return &all->v[number / ENTRIES][number % ENTRIES];
}

static HPDF_STATUS
stream_take(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT len)
{
    struct writer *w = stream->attr;

    buf_add(w->target, bytes, len);
    return HPDF_OK;
}

/* Of the part; `i` from 0. */
static void *
object_at(const struct writer *w, unsigned i)
{
    HPDF_XrefEntry e = HPDF_List_ItemAt(w->part->entries, (HPDF_UINT)i);

    return e->obj;
}

static bool
object_is(const void *object, HPDF_UINT kind)
{
    const HPDF_Obj_Header *header = object;

    return (header->obj_class & HPDF_OCLASS_ANY) == kind;
}

/* The stream dictionary at `i`, or NULL where something else stands. */
static HPDF_Dict
object_stream(const struct writer *w, unsigned i)
{
    HPDF_Dict o = object_at(w, i);

    return object_is(o, HPDF_OCLASS_DICT) && o->stream != NULL ? o : NULL;
}

static size_t
writer_offset(const struct writer *w)
{
    return w->written + w->out->len - w->start;
}

/* That an object begins here. */
static void
begin_plain(struct writer *w, unsigned number)
{
    *entry_of(w, number) = (struct entry){
        .kind = ENTRY_PLAIN, .where = (uint32_t)writer_offset(w)};
}

/* Lets go what is held. */
static void
writer_flush(struct writer *w)
{
    const char *bytes = w->out->p + w->start;
    size_t len = w->out->len - w->start;

    if (w->sink == NULL || len == 0)
        return;
    hash_run_add(w->hash, bytes, len);
    w->refused = w->refused || !w->sink->take(w->sink->ctx, bytes, len);
    w->written += len;
    w->out->len = w->start;
}

/* The first object of a part: number 0 is none. */
static unsigned
part_first(const struct writer *w)
{
    return w->part->start_offset == 0 ? 1 : 0;
}

static void
write_value(struct writer *w, void *object, struct buf *to)
{
    w->target = to;
    HPDF_Obj_WriteValue(object, w->to, NULL);
}

/* libharu's last touches: a page tree counts its pages here. */
static void
objects_complete(struct writer *w)
{
    for (unsigned i = part_first(w); i < w->part->entries->count; i++) {
        HPDF_Dict o = object_at(w, i);

        if (!object_is(o, HPDF_OCLASS_DICT) || o->before_write_fn == NULL)
            continue;
        o->before_write_fn(o);
        o->before_write_fn = NULL;
    }
}

/* The lengths that libharu keeps as objects are written in place. */
static void
lengths_mark(struct writer *w)
{
    for (unsigned i = part_first(w); i < w->part->entries->count; i++) {
        HPDF_Dict o = object_stream(w, i);
        HPDF_Number length = NULL;

        if (o != NULL)
            length = HPDF_Dict_GetItem(o, "Length", HPDF_OCLASS_NUMBER);
        if (length != NULL && hpdf_number(length) > 0)
            entry_of(w, hpdf_number(length))->kind = ENTRY_LEFT_OUT;
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
    begin_plain(w, number);
    buf_printf(w->out, "%u 0 obj\n<<", number);
    w->target = w->out;
    for (HPDF_UINT i = 0; i < o->list->count; i++) {
        HPDF_DictElement e = HPDF_List_ItemAt(o->list, i);

        if (strcmp(e->key, "Length") == 0 || strcmp(e->key, "Filter") == 0)
            continue;
        HPDF_Stream_WriteEscapeName(w->to, e->key);
        buf_putc(w->out, ' ');
        HPDF_Obj_Write(e->value, w->to, NULL);
    }
    if (o->filter == HPDF_STREAM_FILTER_FLATE_DECODE)
        buf_puts(w->out, "/Filter/FlateDecode");
    else if (o->filter == HPDF_STREAM_FILTER_DCT_DECODE)
        buf_puts(w->out, "/Filter/DCTDecode");
    buf_printf(w->out, "/Length %u>>\nstream\n", o->stream->size);
    stream_bytes(o->stream, w->out);
    buf_puts(w->out, "\nendstream\nendobj\n");
}

/* A stream of our own making. */
static void
write_own_stream(struct writer *w, unsigned number, const char *keys,
    const struct buf *plain)
{
    struct buf *z = &w->z;

    z->len = 0;
    begin_plain(w, number);
    hpdf_deflate(w->h, plain->p, plain->len, z);
    buf_printf(w->out,
        "%u 0 obj\n<<%s/Filter/FlateDecode/Length %zu>>\nstream\n", number,
        keys, z->len);
    buf_add(w->out, z->p, z->len);
    buf_puts(w->out, "\nendstream\nendobj\n");
}

static void
pack_flush(struct writer *w)
{
    char keys[64];

    if (w->packed == 0)
        return;
    w->plain.len = 0;
    buf_add(&w->plain, w->head.p, w->head.len);
    buf_add(&w->plain, w->body.p, w->body.len);
    snprintf(keys, sizeof keys, "/Type/ObjStm/N %u/First %zu", w->packed,
        w->head.len);
    write_own_stream(w, w->pack, keys, &w->plain);
    w->packed = 0;
    w->head.len = 0;
    w->body.len = 0;
}

static void
write_packed(struct writer *w, unsigned number, void *object)
{
    if (w->packed == 0)
        w->pack = hpdf_take_number(w->h);
    buf_number(&w->head, number);
    buf_putc(&w->head, ' ');
    buf_number(&w->head, w->body.len);
    buf_putc(&w->head, ' ');
    write_value(w, object, &w->body);
    buf_putc(&w->body, '\n');
    *entry_of(w, number) = (struct entry){
        .kind = ENTRY_PACKED, .where = w->pack, .index = (uint16_t)w->packed++};
    if (w->packed == PACK_MAX)
        pack_flush(w);
}

static void
write_plain(struct writer *w, unsigned number, void *object)
{
    begin_plain(w, number);
    buf_printf(w->out, "%u 0 obj\n", number);
    write_value(w, object, w->out);
    buf_puts(w->out, "\nendobj\n");
}

static void
write_objects(struct writer *w)
{
    for (unsigned i = part_first(w); i < w->part->entries->count; i++) {
        HPDF_Dict stream = object_stream(w, i);
        unsigned number = w->part->start_offset + i;

        if (entry_of(w, number)->kind == ENTRY_LEFT_OUT)
            entry_of(w, number)->kind = ENTRY_FREE;
        else if (stream != NULL)
            write_stream(w, number, stream);
        else if (w->options.compact)
            write_packed(w, number, object_at(w, i));
        else
            write_plain(w, number, object_at(w, i));
        if (w->out->len - w->start >= SINK_BYTES)
            writer_flush(w);
    }
}

static void
write_those(struct writer *w, HPDF_Xref part)
{
    w->part = part;
    objects_complete(w);
    lengths_mark(w);
    write_objects(w);
}

/* The trailer's entries, the ID still all zeros. */
static char *
trailer_keys(const struct writer *w, unsigned size)
{
    static const char zeros[] = "00000000000000000000000000000000";

    return arena_printf(w->a,
        "/Size %u/Root %u 0 R/Info %u 0 R" VERIFY_ID "%s><%s>]", size,
        hpdf_number(w->h->doc->catalog), hpdf_number(w->h->doc->info), zeros,
        zeros);
}

static void
write_xref_stream(struct writer *w)
{
    enum { ROW = 7 };
    unsigned number = hpdf_take_number(w->h);
    struct buf rows = {.a = w->a, .cap = ROW * (number + 1UL) + 1};

    rows.p = arena_raw(w->a, rows.cap);
    begin_plain(w, number);
    for (unsigned i = 0; i <= number; i++) {
        const struct entry *e = entry_of(w, i);
        unsigned index = i == 0 ? 0xffff : e->index;
        char row[ROW] = {(char)e->kind, (char)(e->where >> 24),
            (char)(e->where >> 16), (char)(e->where >> 8), (char)e->where,
            (char)(index >> 8), (char)index};

        buf_add(&rows, row, sizeof row);
    }
    write_own_stream(w, number,
        arena_printf(
            w->a, "/Type/XRef/W[1 4 2]%s", trailer_keys(w, number + 1)),
        &rows);
}

/* A table of 20-byte rows; free entries form a list that begins at 0. */
static void
write_xref_table(struct writer *w)
{
    unsigned next = 0, n = hpdf_next(w->h);

    for (unsigned i = n; i-- > 0;) {
        struct entry *e = entry_of(w, i);

        if (e->kind != ENTRY_FREE)
            continue;
        e->where = next;
        next = i;
    }
    buf_printf(w->out, "xref\n0 %u\n", n);
    for (unsigned i = 0; i < n; i++) {
        const struct entry *e = entry_of(w, i);

        buf_printf(w->out, "%010u %05d %c \n", (unsigned)e->where,
            i == 0 ? 65535 : 0, e->kind == ENTRY_FREE ? 'f' : 'n');
    }
    buf_printf(w->out, "trailer\n<<%s>>\n", trailer_keys(w, n));
}

/* False where libharu has no memory, which the document then says. */
static bool
begin(struct writer *w)
{
    w->start = w->out->len;
    w->head = buf_new(w->a);
    w->body = buf_new(w->a);
    w->plain = buf_new(w->a);
    w->z = buf_new(w->a);
    w->to = HPDF_CallbackWriter_New(w->h->doc->mmgr, stream_take, w);
    buf_printf(w->out, "%%PDF-1.%d\n%%\xe2\xe3\xcf\xd3\n", w->options.version);
    return w->to != NULL;
}

static void
end(struct writer *w)
{
    size_t xref;

    write_those(w, w->h->first);
    pack_flush(w);
    writer_flush(w);
    xref = writer_offset(w);
    if (w->options.compact)
        write_xref_stream(w);
    else
        write_xref_table(w);
    buf_printf(w->out, "startxref\n%zu\n%%%%EOF\n", xref);
    HPDF_Stream_Free(w->to);
    verify_sign(
        w->out->p + w->start, w->out->len - w->start, w->written, w->hash);
}

void
write_document(struct arena *a, struct hpdf *h,
    const struct write_options *options, struct buf *out)
{
    struct writer w = {.a = a, .h = h, .options = *options, .out = out};

    if (begin(&w))
        end(&w);
}

struct writer *
write_begin(struct arena *run, struct hpdf *h,
    const struct write_options *options, const struct sink *sink)
{
    struct writer *w = NEW(run, struct writer, 1);

    *w = (struct writer){.a = run,
        .h = h,
        .options = *options,
        .out = NEW(run, struct buf, 1),
        .sink = sink,
        .hash = hash_run_new(run)};
    *w->out = buf_new(run);
    return begin(w) ? w : NULL;
}

bool
write_part(struct writer *w)
{
    write_those(w, w->h->doc->xref);
    return !w->refused;
}

bool
write_end(struct writer *w)
{
    end(w);
    writer_flush(w);
    return !w->refused;
}
