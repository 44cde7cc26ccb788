/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "pdf/verify.h"

#include "base/hash.h"
#include "pdf/pdf.h"

#include <assert.h>
#include <string.h>

/* Reading our own files back: plain searches in the bytes suffice, since the
   trailer and the XMP packet are written in one fixed form. */

enum { ID_DIGITS = 32, ID_LENGTH = 2 * ID_DIGITS + 2, TAIL_MAX = 64 };

/* The first place of `what` in [p, end), or NULL. */
static const char *
bytes_find(const char *p, const char *end, const char *what)
{
    size_t n = strlen(what);

    while ((size_t)(end - p) >= n) {
        p = memchr(p, what[0], (size_t)(end - p) - n + 1);
        if (p == NULL)
            return NULL;
        if (memcmp(p, what, n) == 0)
            return p;
        p++;
    }
    return NULL;
}

/* The last place of `what` in the file's last bytes, or NULL. */
static const char *
tail_find(const char *data, size_t len, const char *what)
{
    const char *end = data + len, *found = NULL;
    const char *p = len > TAIL_MAX ? end - TAIL_MAX : data;

    while ((p = bytes_find(p, end, what)) != NULL)
        found = p++;
    return found;
}

/* The first digit of the ID; NULL where the file does not have ours.  `before`
   bytes of it are not in `data`. */
static const char *
id_find(const char *data, size_t len, size_t before)
{
    static const char start[] = "startxref\n";
    const char *end = data + len, *p = tail_find(data, len, start);
    size_t at = 0;

    if (p == NULL)
        return NULL;
    for (p += sizeof start - 1; p < end && *p >= '0' && *p <= '9'; p++)
        if ((at = at * 10 + (size_t)(*p - '0')) > before + len)
            return NULL;
    if (at < before)
        return NULL;
    p = bytes_find(data + (at - before), end, VERIFY_ID);
    if (p == NULL || end - p < (ptrdiff_t)sizeof VERIFY_ID + ID_LENGTH)
        return NULL;
    return p + sizeof VERIFY_ID - 1;
}

/* Both copies of the ID, as they should stand from `id` on. */
static void
id_make(const char *data, size_t len, struct hash_run *gone, const char *id,
    char out[ID_LENGTH])
{
    const char *behind = id + ID_LENGTH;
    char zeros[ID_LENGTH], hex[HASH_DIGITS + 1];
    const struct hash_part parts[] = {{data, (size_t)(id - data)},
        {zeros, sizeof zeros}, {behind, len - (size_t)(behind - data)}};

    memset(zeros, '0', sizeof zeros);
    zeros[ID_DIGITS] = '>';
    zeros[ID_DIGITS + 1] = '<';
    if (gone == NULL) {
        hash_parts(parts, 3, hex);
    } else {
        for (int i = 0; i < 3; i++)
            hash_run_add(gone, parts[i].data, parts[i].len);
        hash_run_end(gone, hex);
    }
    memcpy(out, zeros, ID_LENGTH);
    for (int i = 0; i < ID_DIGITS; i++) {
        char digit = hex[i];

        if (digit >= 'a')
            digit = (char)(digit - 'a' + 'A');
        out[i] = digit;
        out[ID_DIGITS + 2 + i] = digit;
    }
}

void
verify_sign(char *data, size_t len, size_t before, struct hash_run *gone)
{
    const char *id = id_find(data, len, before);

    assert(id != NULL);
    id_make(data, len, gone, id, data + (id - data));
}

bool
pdf_check_id(const char *data, size_t len)
{
    const char *id = id_find(data, len, 0);
    char right[ID_LENGTH];

    if (id == NULL)
        return false;
    id_make(data, len, NULL, id, right);
    return memcmp(id, right, ID_LENGTH) == 0;
}

/* ---- the XMP packet ---- */

static const char *
xml_text(struct arena *a, const char *p, const char *end)
{
    static const struct {
        const char *entity;
        char c;
    } entities[] = {{"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}};
    struct buf text = buf_new(a);

    while (p < end) {
        size_t skip = 1;
        char c = *p;

        for (size_t i = 0; i < sizeof entities / sizeof *entities; i++) {
            size_t n = strlen(entities[i].entity);

            if ((size_t)(end - p) >= n &&
                memcmp(p, entities[i].entity, n) == 0) {
                c = entities[i].c;
                skip = n;
            }
        }
        buf_putc(&text, c);
        p += skip;
    }
    return text.len > 0 ? text.p : "";
}

/* The text between `open` and the next "<", or NULL. */
static const char *
xmp_value(struct arena *a, const char *xmp, const char *end, const char *open)
{
    const char *p = bytes_find(xmp, end, open), *close;

    if (p == NULL)
        return NULL;
    p += strlen(open);
    close = memchr(p, '<', (size_t)(end - p));
    return close != NULL ? xml_text(a, p, close) : NULL;
}

/* A copy with a password tells what the report is that it is of. */
static enum pdf_profile
xmp_profile(const char *xmp, const char *end)
{
    static const struct {
        const char *part, *conformance;
        enum pdf_profile profile;
    } profiles[] = {{":part>1<", ":conformance>B<", PDF_1B},
        {":part>2<", ":conformance>U<", PDF_2U},
        {":part>2<", ":conformance>A<", PDF_2A},
        {":part>3<", ":conformance>A<", PDF_3A}};

    xmp = bytes_find(xmp, end, "<pdfaid:") != NULL
              ? bytes_find(xmp, end, "<pdfaid:")
              : bytes_find(xmp, end, "<copyOf:");
    for (size_t i = 0; xmp != NULL && i < sizeof profiles / sizeof *profiles;
         i++)
        if (bytes_find(xmp, end, profiles[i].part) != NULL &&
            bytes_find(xmp, end, profiles[i].conformance) != NULL)
            return profiles[i].profile;
    return PDF_NONE;
}

/* Seconds since 1970 as POSIX.1 counts them (4.16, Seconds Since the Epoch);
   -1 where that is no moment or lies before. */
static long
xmp_epoch(const char *date)
{
    static const int months[] = {
        0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    static const char form[] = "dddd-dd-ddTdd:dd:ddZ";
    long v[6] = {0}, year, day;
    int n = 0;

    for (const char *f = form, *p = date; *f != '\0'; f++, p++) {
        if (*f != 'd' ? *p != *f : *p < '0' || *p > '9')
            return -1;
        if (*f == 'd')
            v[n] = v[n] * 10 + (*p - '0');
        else
            n++;
    }
    if (v[0] < 1970 || v[1] < 1 || v[1] > 12)
        return -1;
    year = v[0] - 1900;
    day = months[v[1] - 1] + v[2] - 1;
    if (v[1] > 2 && v[0] % 4 == 0 && (v[0] % 100 != 0 || v[0] % 400 == 0))
        day++;
    day += (year - 70) * 365 + (year - 69) / 4 - (year - 1) / 100 +
           (year + 299) / 400;
    return v[5] + v[4] * 60 + v[3] * 3600 + day * 86400;
}

bool
pdf_read_meta(
    struct arena *a, const char *data, size_t len, struct pdf_record *out)
{
    const char *end = data + len;
    const char *xmp = bytes_find(data, end, "<?xpacket begin=");
    struct {
        const char *open, **to;
    } fields[] = {{"<rp:version>", &out->version}, {"<rp:case>", &out->case_id},
        {"<rp:layout>", &out->layout_id}, {"<rp:options>", &out->options},
        {"<xmp:CreateDate>", &out->date},
        {"<rp:interview>", &out->hash_interview}, {"<rp:people>", &out->people},
        {"<rp:keep>", &out->keep}, {"<rp:rules>", &out->hash_rules},
        {"<rp:layoutFile>", &out->hash_layout},
        {"<rp:fonts>", &out->hash_fonts}, {"<rp:reports>", &out->reports},
        {"<rdf:li xml:lang=\"x-default\">", &out->title}};

    *out = (struct pdf_record){0};
    if (xmp != NULL)
        end = bytes_find(xmp, end, "<?xpacket end=");
    if (xmp == NULL || end == NULL)
        return false;
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        *fields[i].to = xmp_value(a, xmp, end, fields[i].open);
    out->profile = xmp_profile(xmp, end);
    out->epoch = out->date != NULL ? xmp_epoch(out->date) : -1;
    return out->version != NULL;
}
