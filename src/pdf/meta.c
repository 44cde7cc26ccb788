/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "pdf/meta.h"

#include "base/hash.h"
#include "pdf/link.h"

#include <stdlib.h>
#include <string.h>

/* XMP stands unfiltered in the file, in one fixed form: verify.c reads it
   back by plain search.  PDF/A wants every property outside the well-known
   schemas described in the file (ISO 19005-2 6.6.2.3). */

#define REPORT_NAMESPACE "urn:relatieprofiel:report:1#"

/* A moment, in the two ways that a PDF writes it; NULL: none known. */
struct moment {
    const char *info; /* D:20260113120000Z */
    const char *xmp;  /* 2026-01-13T12:00:00Z */
};

/* SOURCE_DATE_EPOCH, else the report's date at noon, in UTC. */
static struct moment
moment_of(struct arena *a, const struct pdf_meta *meta)
{
    enum { DAY = 86400, NOON = DAY / 2, YEAR_9999 = 2932896 };
    long days = meta->epoch / DAY, s = meta->epoch % DAY;
    struct date day = meta->date;

    if (meta->epoch < 0)
        s = NOON;
    else if (days <= YEAR_9999)
        day = date_of_day(days);
    if (day.year == 0)
        return (struct moment){NULL, NULL};
    return (struct moment){
        arena_printf(a, "D:%04d%02d%02d%02ld%02ld%02ldZ", day.year, day.month,
            day.day, s / 3600, s / 60 % 60, s % 60),
        arena_printf(a, "%04d-%02d-%02dT%02ld:%02ld:%02ldZ", day.year,
            day.month, day.day, s / 3600, s / 60 % 60, s % 60)};
}

static const char *
producer(struct arena *a, const struct pdf_meta *meta)
{
    return arena_printf(a, "%s (libharu %s)", meta->version, HPDF_GetVersion());
}

/* ---- XMP ---- */

static void
xml_add(struct buf *b, const char *s)
{
    for (; *s != '\0'; s++) {
        if (*s == '<')
            buf_puts(b, "&lt;");
        else if (*s == '>')
            buf_puts(b, "&gt;");
        else if (*s == '&')
            buf_puts(b, "&amp;");
        else if ((unsigned char)*s >= ' ')
            buf_putc(b, *s);
    }
}

static void
xmp_element(struct buf *b, const char *name, const char *value)
{
    if (value == NULL || *value == '\0')
        return;
    buf_printf(b, "<%s>", name);
    xml_add(b, value);
    buf_printf(b, "</%s>\n", name);
}

static void
xmp_open(struct buf *b, const char *prefix, const char *uri)
{
    buf_printf(
        b, "<rdf:Description rdf:about=\"\" xmlns:%s=\"%s\">\n", prefix, uri);
}

static void
xmp_close(struct buf *b)
{
    buf_puts(b, "</rdf:Description>\n");
}

/* A property in a schema of PDF/UA or of ours. */
struct property {
    const char *name, *type, *about;
};

static void
xmp_schema(struct buf *b, const char *about, const char *uri,
    const char *prefix, const struct property *v, size_t n)
{
    buf_printf(b,
        "<rdf:li rdf:parseType=\"Resource\">\n"
        "<pdfaSchema:schema>%s</pdfaSchema:schema>\n"
        "<pdfaSchema:namespaceURI>%s</pdfaSchema:namespaceURI>\n"
        "<pdfaSchema:prefix>%s</pdfaSchema:prefix>\n"
        "<pdfaSchema:property><rdf:Seq>\n",
        about, uri, prefix);
    for (size_t i = 0; i < n; i++)
        buf_printf(b,
            "<rdf:li rdf:parseType=\"Resource\">"
            "<pdfaProperty:name>%s</pdfaProperty:name>"
            "<pdfaProperty:valueType>%s</pdfaProperty:valueType>"
            "<pdfaProperty:category>internal</pdfaProperty:category>"
            "<pdfaProperty:description>%s</pdfaProperty:description>"
            "</rdf:li>\n",
            v[i].name, v[i].type, v[i].about);
    buf_puts(b, "</rdf:Seq></pdfaSchema:property>\n</rdf:li>\n");
}

#define UA_NAMESPACE "http://www.aiim.org/pdfua/ns/id/"

static void
xmp_schemas(struct buf *b, const struct pdf_meta *meta)
{
    static const struct property ua[] = {
        {"part", "Integer", "Part of ISO 14289 that the file conforms to"}};
    static const struct property ours[] = {
        {"version", "Text", "Program that made the report"},
        {"case", "Text", "Identifier of the case"},
        {"layout", "Text", "Identifier of the layout"},
        {"options", "Text", "Options that the report was made with"},
        {"interview", "Text",
            "SHA-256 of the interview file; of two a plus between"},
        {"people", "Text",
            "16 bits of a hash that tells apart people under one case"},
        {"keep", "Text", "The last day that the report is kept"},
        {"rules", "Text", "SHA-256 of the rules"},
        {"layoutFile", "Text", "SHA-256 of the layout file"},
        {"fonts", "Text", "SHA-256 that identifies the font files"},
        {"reports", "Text", "How many reports a collection holds"}};
    size_t nours = sizeof ours / sizeof *ours;

    buf_puts(b,
        "<rdf:Description rdf:about=\"\""
        " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
        " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
        " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
        "<pdfaExtension:schemas><rdf:Bag>\n");
    xmp_schema(b, "PDF/UA identification schema", UA_NAMESPACE, "pdfuaid", ua,
        sizeof ua / sizeof *ua);
    xmp_schema(b, "How a report was made", REPORT_NAMESPACE, "rp", ours,
        meta->reports > 0 ? nours : nours - 1);
    buf_puts(b, "</rdf:Bag></pdfaExtension:schemas>\n");
    xmp_close(b);
}

#define PDFA_NAMESPACE "http://www.aiim.org/pdfa/ns/id/"

static void
xmp_conformance(struct buf *b, const struct pdf_meta *meta)
{
    enum pdf_profile profile = meta->profile;
    static const struct {
        const char *part, *conformance;
    } ids[] = {[PDF_NONE] = {NULL, NULL},
        [PDF_1B] = {"1", "B"},
        [PDF_2U] = {"2", "U"},
        [PDF_2A] = {"2", "A"},
        [PDF_3A] = {"3", "A"}};

    if (!meta->booklet) {
        xmp_open(b, "pdfuaid", UA_NAMESPACE);
        xmp_element(b, "pdfuaid:part", "1");
        xmp_close(b);
    }
    if (ids[profile].part == NULL)
        return;
    xmp_open(b, "pdfaid", PDFA_NAMESPACE);
    xmp_element(b, "pdfaid:part", ids[profile].part);
    xmp_element(b, "pdfaid:conformance", ids[profile].conformance);
    xmp_close(b);
}

/* The claim is that of the report which the file is a copy of. */
void
meta_disclaim(const char *xmp, size_t len, struct buf *out)
{
    static const char claim[] = "xmlns:pdfaid=\"" PDFA_NAMESPACE "\"";
    static const char end[] = "</rdf:Description>";
    static const struct {
        const char *claims, *tells;
    } words[] = {{claim, "xmlns:copyOf=\"urn:relatieprofiel:copy-of:1#\""},
        {"pdfaid:", "copyOf:"}};
    bool in = false;

    while (len > 0) {
        size_t n = 1;

        if (len >= sizeof end - 1 && memcmp(xmp, end, sizeof end - 1) == 0)
            in = false;
        if (len >= sizeof claim - 1 &&
            memcmp(xmp, claim, sizeof claim - 1) == 0)
            in = true;
        for (size_t i = 0; in && n == 1 && i < sizeof words / sizeof *words;
             i++) {
            size_t is = strlen(words[i].claims);

            if (len < is || memcmp(xmp, words[i].claims, is) != 0)
                continue;
            buf_puts(out, words[i].tells);
            n = is;
        }
        if (n == 1)
            buf_putc(out, *xmp);
        xmp += n;
        len -= n;
    }
}

/* "2031-07-31", or NULL. */
static const char *
day_text(struct arena *a, struct date d)
{
    return d.year == 0
               ? NULL
               : arena_printf(a, "%04d-%02d-%02d", d.year, d.month, d.day);
}

static void
xmp_report(struct buf *b, const struct doc *doc, const struct pdf_meta *meta)
{
    xmp_open(b, "rp", REPORT_NAMESPACE);
    xmp_element(b, "rp:version", meta->version);
    xmp_element(b, "rp:case", doc->case_id);
    xmp_element(b, "rp:layout", doc->layout_id);
    xmp_element(b, "rp:options", meta->options);
    xmp_element(b, "rp:interview", meta->hash_interview);
    xmp_element(b, "rp:people", meta->people);
    xmp_element(b, "rp:keep", day_text(b->a, meta->keep));
    xmp_element(b, "rp:rules", meta->hash_rules);
    xmp_element(b, "rp:layoutFile", meta->hash_layout);
    xmp_element(b, "rp:fonts", meta->hash_fonts);
    if (meta->reports > 0)
        xmp_element(b, "rp:reports", arena_printf(b->a, "%d", meta->reports));
    xmp_close(b);
}

static void
xmp_common(struct arena *a, struct buf *b, const struct pdf_meta *meta,
    const struct moment *moment)
{
    xmp_open(b, "dc", "http://purl.org/dc/elements/1.1/");
    xmp_element(b, "dc:format", "application/pdf");
    buf_puts(b, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">");
    xml_add(b, meta->title);
    buf_puts(b, "</rdf:li></rdf:Alt></dc:title>\n");
    buf_printf(b,
        "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n",
        lang_code[meta->lang]);
    xmp_close(b);
    xmp_open(b, "xmp", "http://ns.adobe.com/xap/1.0/");
    xmp_element(b, "xmp:CreatorTool", meta->version);
    xmp_element(b, "xmp:CreateDate", moment->xmp);
    xmp_element(b, "xmp:ModifyDate", moment->xmp);
    xmp_close(b);
    xmp_open(b, "pdf", "http://ns.adobe.com/pdf/1.3/");
    xmp_element(b, "pdf:Producer", producer(a, meta));
    xmp_close(b);
}

static void
xmp_write(struct arena *a, struct hpdf *h, const struct doc *doc,
    const struct pdf_meta *meta, const struct moment *moment)
{
    struct buf b = buf_new(a);
    HPDF_Dict o;

    buf_puts(&b,
        "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n<rdf:RDF "
        "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n");
    xmp_common(a, &b, meta, moment);
    xmp_conformance(&b, meta);
    xmp_report(&b, doc, meta);
    if (meta->profile != PDF_NONE)
        xmp_schemas(&b, meta);
    buf_puts(&b, "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
    o = hpdf_stream(h, b.p, b.len, false);
    hpdf_add_name(o, "Type", "Metadata");
    hpdf_add_name(o, "Subtype", "XML");
    hpdf_add(h->doc->catalog, "Metadata", o);
}

/* ---- Info and catalog ---- */

static void
info_write(struct arena *a, struct hpdf *h, const struct pdf_meta *meta,
    const struct moment *moment)
{
    HPDF_Dict info = h->doc->info;

    hpdf_add_text(a, h, info, "Title", meta->title);
    hpdf_add_text(a, h, info, "Creator", meta->version);
    hpdf_add_text(a, h, info, "Producer", producer(a, meta));
    if (moment->info == NULL)
        return;
    hpdf_add_text(a, h, info, "CreationDate", moment->info);
    hpdf_add_text(a, h, info, "ModDate", moment->info);
}

/* For a printer that can: a booklet on both sides, turned over its short edge,
   at the size that it has (ISO 32000-1 table 150). */
static void
print_write(HPDF_Dict viewer)
{
    hpdf_add_name(viewer, "Duplex", "DuplexFlipShortEdge");
    hpdf_add_name(viewer, "PrintScaling", "None");
}

/* From `page` on pages are numbered from 1, behind a text where there is one.
 */
static void
label_add(struct arena *a, struct hpdf *h, HPDF_Array nums, int page,
    const char *before)
{
    HPDF_Dict decimal = hpdf_dict(h);

    hpdf_add_name(decimal, "S", "D");
    if (before != NULL)
        hpdf_add_text(a, h, decimal, "P", before);
    hpdf_push_int(nums, page);
    hpdf_push(nums, decimal);
}

/* Pages are numbered as printed. */
static void
labels_write(struct arena *a, struct hpdf *h, const struct pdf_meta *meta)
{
    HPDF_Dict labels = hpdf_dict(h);
    HPDF_Array nums = hpdf_array(h);

    label_add(a, h, nums, 0, NULL);
    for (int i = 0; i < meta->nlabels; i++)
        label_add(a, h, nums, meta->labels[i].page,
            arena_printf(a, "%s ", meta->labels[i].before));
    hpdf_add(labels, "Nums", nums);
    hpdf_add(h->doc->catalog, "PageLabels", labels);
}

void
meta_write(struct arena *a, struct hpdf *h, const struct pages *pages,
    const struct pdf_meta *meta)
{
    HPDF_Dict catalog = h->doc->catalog;
    HPDF_Dict marked = meta->booklet ? NULL : hpdf_dict(h);
    HPDF_Dict viewer = hpdf_dict(h);
    struct moment moment = moment_of(a, meta);

    hpdf_add_text(a, h, catalog, "Lang", lang_code[meta->lang]);
    hpdf_add_bool(viewer, "DisplayDocTitle", true);
    hpdf_add(catalog, "ViewerPreferences", viewer);
    if (meta->booklet) {
        print_write(viewer);
    } else {
        hpdf_add_bool(marked, "Marked", true);
        hpdf_add(catalog, "MarkInfo", marked);
        labels_write(a, h, meta);
    }
    info_write(a, h, meta, &moment);
    xmp_write(a, h, pages->doc, meta, &moment);
}

void
meta_write_intent(struct arena *a, struct hpdf *h, const struct buf *icc)
{
    HPDF_Dict profile = hpdf_stream(h, icc->p, icc->len, true);
    HPDF_Dict intent = hpdf_dict(h);
    HPDF_Array intents = hpdf_array(h);

    hpdf_add_int(profile, "N", 3);
    hpdf_add_name(intent, "Type", "OutputIntent");
    hpdf_add_name(intent, "S", "GTS_PDFA1");
    hpdf_add_text(a, h, intent, "OutputConditionIdentifier", "sRGB");
    hpdf_add_text(a, h, intent, "Info", "sRGB IEC61966-2.1");
    hpdf_add(intent, "DestOutputProfile", profile);
    hpdf_push(intents, intent);
    hpdf_add(h->doc->catalog, "OutputIntents", intents);
}

/* ---- outline ---- */

/* Adds an entry below `parent`, behind `last`. */
static HPDF_Dict
outline_add(struct arena *a, struct hpdf *h, HPDF_Dict parent, HPDF_Dict last,
    const char *text, HPDF_Array to)
{
    HPDF_Dict item = hpdf_object(h);

    hpdf_add_text(a, h, item, "Title", text);
    hpdf_add(item, "Parent", parent);
    hpdf_add(item, "Dest", to);
    if (last == NULL) {
        hpdf_add(parent, "First", item);
    } else {
        hpdf_add(item, "Prev", last);
        hpdf_add(last, "Next", item);
    }
    return item;
}

/* The bookmarks of pages below `parent`; there is at least one. */
static void
outline_fill(struct arena *a, struct hpdf *h, HPDF_Dict parent,
    const struct pages *pages, const HPDF_Page *objects, bool open)
{
    HPDF_Dict last = NULL;

    for (int i = 0; i < pages->nbookmarks; i++) {
        const struct bookmark *b = &pages->bookmarks[i];

        last = outline_add(a, h, parent, last, b->text,
            link_destination(h, pages, objects[b->page], b->y));
    }
    hpdf_add(parent, "Last", last);
    hpdf_add_int(
        parent, "Count", open ? pages->nbookmarks : -pages->nbookmarks);
}

void
meta_write_outline(struct arena *a, struct hpdf *h, const struct pages *pages,
    const HPDF_Page *objects)
{
    HPDF_Dict root;

    if (pages->nbookmarks == 0)
        return;
    root = hpdf_object(h);
    hpdf_add_name(root, "Type", "Outlines");
    outline_fill(a, h, root, pages, objects, true);
    hpdf_add(h->doc->catalog, "Outlines", root);
}

struct outline
meta_outline_new(struct arena *a, struct hpdf *h, int nparts)
{
    struct outline o = {
        .root = hpdf_object(h), .v = NEW(a, HPDF_Dict, nparts), .n = nparts};

    for (int i = 0; i < nparts; i++)
        o.v[i] = hpdf_object(h);
    hpdf_add_name(o.root, "Type", "Outlines");
    hpdf_add(o.root, "First", o.v[0]);
    hpdf_add(o.root, "Last", o.v[nparts - 1]);
    hpdf_add_int(o.root, "Count", nparts);
    hpdf_add(h->doc->catalog, "Outlines", o.root);
    return o;
}

void
meta_outline_part(struct arena *a, struct hpdf *h, const struct outline *o,
    int i, const char *name, const struct pages *pages,
    const HPDF_Page *objects)
{
    HPDF_Dict item = o->v[i];

    hpdf_add_text(a, h, item, "Title", name);
    hpdf_add(item, "Parent", o->root);
    hpdf_add(item, "Dest", link_destination(h, pages, objects[0], 0));
    if (i > 0)
        hpdf_add(item, "Prev", o->v[i - 1]);
    if (pages->nbookmarks > 0)
        outline_fill(a, h, item, pages, objects, false);
    if (i + 1 < o->n)
        hpdf_add(item, "Next", o->v[i + 1]);
    hpdf_freeze(a, h, item);
}

/* ---- attachments ---- */

static HPDF_Dict
embedded_file(struct arena *a, struct hpdf *h,
    const struct pdf_attachment *file, const struct moment *moment)
{
    HPDF_Dict o = hpdf_stream_deflated(a, h, file->data, file->len);
    HPDF_Dict params = hpdf_dict(h);
    uint8_t sum[HASH_MD5_BYTES];

    hash_md5(file->data, file->len, sum);
    hpdf_add_name(o, "Type", "EmbeddedFile");
    hpdf_add_name(o, "Subtype", file->mime);
    hpdf_add_int(params, "Size", (long)file->len);
    if (moment->info != NULL)
        hpdf_add_text(a, h, params, "ModDate", moment->info);
    hpdf_add_bytes(h, params, "CheckSum", sum, sizeof sum);
    hpdf_add(o, "Params", params);
    return o;
}

static HPDF_Dict
file_specification(struct arena *a, struct hpdf *h,
    const struct pdf_attachment *file, const struct moment *moment)
{
    HPDF_Dict o = hpdf_object(h), embedded = hpdf_dict(h);
    HPDF_Dict stream = embedded_file(a, h, file, moment);

    hpdf_add_name(o, "Type", "Filespec");
    hpdf_add_text(a, h, o, "F", file->name);
    hpdf_add_text(a, h, o, "UF", file->name);
    hpdf_add_text(a, h, o, "Desc", file->description);
    hpdf_add_name(o, "AFRelationship", file->relation);
    hpdf_add(embedded, "F", stream);
    hpdf_add(embedded, "UF", stream);
    hpdf_add(o, "EF", embedded);
    return o;
}

static int
by_name(const void *left, const void *right)
{
    const struct pdf_attachment *const *l = left, *const *r = right;

    return strcmp((*l)->name, (*r)->name);
}

void
meta_write_attachments(
    struct arena *a, struct hpdf *h, const struct pdf_meta *meta)
{
    size_t n = (size_t)meta->nattachments;
    const struct pdf_attachment **sorted =
        NEW(a, const struct pdf_attachment *, n);
    struct moment moment = moment_of(a, meta);
    HPDF_Dict names, files;
    HPDF_Array list, associated;

    if (n == 0)
        return;
    names = hpdf_dict(h);
    files = hpdf_dict(h);
    list = hpdf_array(h);
    associated = hpdf_array(h);
    for (size_t i = 0; i < n; i++)
        sorted[i] = &meta->attachments[i];
    qsort(sorted, n, sizeof *sorted, by_name);
    for (size_t i = 0; i < n; i++) {
        HPDF_Dict file = file_specification(a, h, sorted[i], &moment);

        hpdf_push_text(a, h, list, sorted[i]->name);
        hpdf_push(list, file);
        hpdf_push(associated, file);
    }
    hpdf_add(files, "Names", list);
    hpdf_add(names, "EmbeddedFiles", files);
    hpdf_add(h->doc->catalog, "Names", names);
    hpdf_add(h->doc->catalog, "AF", associated);
}
