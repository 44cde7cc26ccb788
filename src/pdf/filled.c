/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "pdf/filled.h"

#include "base/utf8.h"
#include "base/visible.h"
#include "pdf/filled_open.h"
#include "pdf/pdf.h"

#include <stdlib.h>
#include <string.h>

enum {
    DEPTH_MAX = 32,     /* of names; ours have 6 */
    FIELDS_MAX = 20000, /* with their widgets; ours have some hundred */
    TEXT_MAX = 4 << 20, /* bytes of all names and values */
    PAGES_MAX = 10000,
    FIELDS_FIRST = 64,
};

/* What a field has of those it stands under. */
struct inherited {
    const char *name;
    bool button;
    qpdf_oh value, about; /* null objects: none */
};

struct reading {
    struct arena *a;
    qpdf_data q;
    struct filled_fields *out;
    int *pages; /* the object of each */
    int npages;
    int left;    /* fields and widgets that may still be looked at */
    size_t room; /* bytes of text that may still be taken */
    bool too_many;
    bool signature;
};

/* Texts ----------------------------------------------------------------- */

/* One character of a value: tabs and line ends stay, what no YAML holds is
   made visible. */
static bool
clean_character(struct buf *out, const char *p, size_t n)
{
    size_t bad;
    const char *end = p;
    uint32_t c = 0;

    if (*p == '\t' || *p == '\n') {
        buf_putc(out, *p);
        return true;
    }
    if (*p != '\0' && utf8_valid(p, n, &bad))
        c = utf8_next(&end);
    if (c >= 0x20 && (c < 0x7f || c >= 0xa0) && c != 0x2028 && c != 0x2029 &&
        !utf8_is_noncharacter(c)) {
        buf_add(out, p, n);
        return c != 0xfffd;
    }
    if (c >= 0xa0 && !visible_acts(c))
        buf_printf(out, "<U+%04X>", (unsigned)c);
    else
        buf_visible_one(out, p, n);
    return false;
}

/* A value as a text; NULL where it is nothing but blanks. */
static const char *
clean(struct arena *a, const char *p, size_t len, bool *strange)
{
    struct buf out = buf_new(a);
    bool blank = true;

    while (len > 0) {
        size_t n = visible_step(p, len);

        if (*p == '\r') {
            buf_putc(&out, '\n');
            n = len > 1 && p[1] == '\n' ? 2 : 1;
        } else if (!clean_character(&out, p, n)) {
            *strange = true;
        }
        blank &= strchr(" \t\r\n", *p) != NULL && *p != '\0';
        p += n;
        len -= n;
    }
    return blank ? NULL : out.p;
}

static uint32_t
unit_at(const unsigned char *s, bool big)
{
    return big ? (uint32_t)s[0] << 8 | s[1] : (uint32_t)s[1] << 8 | s[0];
}

/* UTF-16 (RFC 2781, 2.2); what is half a pair or half a unit shows that
   something is lost, where libqpdf leaves it out. */
static const char *
from_utf16(struct arena *a, const char *p, size_t len, size_t *out)
{
    const unsigned char *s = (const unsigned char *)p;
    bool big = s[0] == 0xfe;
    struct buf text = buf_new(a);
    char bytes[4];

    for (size_t i = 2; i < len; i += 2) {
        uint32_t c = i + 1 == len ? 0xd800 : unit_at(s + i, big);

        if (c >= 0xd800 && c < 0xdc00 && i + 3 < len &&
            unit_at(s + i + 2, big) >= 0xdc00 &&
            unit_at(s + i + 2, big) < 0xe000) {
            i += 2;
            c = 0x10000 + ((c - 0xd800) << 10) + (unit_at(s + i, big) - 0xdc00);
        }
        if (c >= 0xd800 && c < 0xe000)
            c = 0xfffd;
        buf_add(&text, bytes, (size_t)utf8_put(c, bytes));
    }
    *out = text.len;
    return text.len == 0 ? "" : text.p;
}

/* A string of PDF as UTF-8; until the next call. */
static const char *
string_of(const struct reading *r, qpdf_oh value, size_t *len)
{
    const char *s = qpdf.oh_get_binary_string_value(r->q, value, len);

    if (*len >= 2 &&
        (memcmp(s, "\xfe\xff", 2) == 0 || memcmp(s, "\xff\xfe", 2) == 0) &&
        *len <= r->room)
        return from_utf16(r->a, s, *len, len);
    return qpdf.oh_get_binary_utf8_value(r->q, value, len);
}

/* The bytes of a text string or stream (ISO 32000-1, 7.9.2.2) as UTF-8; until
   the next call. */
static const char *
text_of(const struct reading *r, qpdf_oh value, size_t *len)
{
    unsigned char *bytes;
    size_t n;

    if (qpdf.oh_is_stream(r->q, value)) {
        if (!filled_stream(r->q, value, &bytes, &n))
            return NULL;
        value = qpdf.oh_new_binary_string(r->q, (const char *)bytes, n);
        free(bytes);
    }
    if (qpdf.oh_is_string(r->q, value))
        return string_of(r, value, len);
    if (qpdf.oh_is_name(r->q, value)) {
        const char *name = qpdf.oh_get_name(r->q, value);

        *len = strlen(name + 1);
        return name + 1;
    }
    if (qpdf.oh_is_null(r->q, value))
        return NULL;
    *len = strlen(qpdf.oh_unparse(r->q, value));
    return qpdf.oh_unparse(r->q, value);
}

/* A value as a text; NULL where nothing was typed. */
static const char *
take_text(struct reading *r, qpdf_oh value, bool *strange)
{
    size_t len = 0;
    const char *s = text_of(r, value, &len);

    if (s == NULL)
        return NULL;
    if (len > r->room) {
        r->too_many = true;
        return NULL;
    }
    r->room -= len;
    return clean(r->a, s, len, strange);
}

/* What a field says in a key that is for people. */
static const char *
line_of(struct reading *r, qpdf_oh value)
{
    bool strange = false;

    return qpdf.oh_is_string(r->q, value) ? take_text(r, value, &strange)
                                          : NULL;
}

/* Fields ---------------------------------------------------------------- */

/* The page that a widget says it stands on. */
static int
page_of(const struct reading *r, qpdf_oh widget)
{
    qpdf_oh page = qpdf.oh_get_key(r->q, widget, "/P");
    int id = qpdf.oh_get_object_id(r->q, page);

    for (int i = 0; id != 0 && i < r->npages; i++)
        if (r->pages[i] == id)
            return i + 1;
    return 0;
}

static void
read_pages(struct reading *r)
{
    int n = qpdf.get_num_pages(r->q);

    r->npages = n < 0 ? 0 : n < PAGES_MAX ? n : PAGES_MAX;
    r->pages = NEW(r->a, int, r->npages + 1);
    for (int i = 0; i < r->npages; i++)
        r->pages[i] =
            qpdf.oh_get_object_id(r->q, qpdf.get_page_n(r->q, (size_t)i));
}

static bool
is_given(const struct reading *r, qpdf_oh value, bool button)
{
    return !qpdf.oh_is_null(r->q, value) &&
           !(button && qpdf.oh_is_name_and_equals(r->q, value, "/Off"));
}

/* What a field holds.  A program may have noted it in a widget alone, or a
   button's in its looks alone. */
static qpdf_oh
value_of(const struct reading *r, qpdf_oh field, qpdf_oh kids,
    const struct inherited *in)
{
    int n = qpdf.oh_get_array_n_items(r->q, kids);
    qpdf_oh own = in->value;

    for (int i = 0; i < n && !is_given(r, own, in->button); i++)
        own = qpdf.oh_get_key_if_dict(
            r->q, qpdf.oh_get_array_item(r->q, kids, i), "/V");
    if (!in->button || is_given(r, own, true))
        return own;
    own = qpdf.oh_get_key(r->q, field, "/AS");
    for (int i = 0; i < n && !is_given(r, own, true); i++)
        own = qpdf.oh_get_key_if_dict(
            r->q, qpdf.oh_get_array_item(r->q, kids, i), "/AS");
    return own;
}

static void
take(struct reading *r, qpdf_oh field, qpdf_oh kids, const struct inherited *in)
{
    struct filled_fields *out = r->out;
    struct filled_field *f;
    qpdf_oh value = value_of(r, field, kids, in);

    GROW(r->a, out->v, out->n, out->cap, FIELDS_FIRST);
    f = &out->v[out->n++];
    *f = (struct filled_field){.name = in->name == NULL ? "" : in->name};
    if (is_given(r, value, in->button))
        f->value = take_text(r, value, &f->strange);
    f->about = line_of(r, in->about);
    f->page = page_of(r, field);
    if (f->page == 0 && qpdf.oh_get_array_n_items(r->q, kids) > 0)
        f->page = page_of(r, qpdf.oh_get_array_item(r->q, kids, 0));
}

/* What `field` has, or those above it. */
static struct inherited
inherit(struct reading *r, qpdf_oh field, const struct inherited *above)
{
    struct inherited in = *above;
    const char *part = line_of(r, qpdf.oh_get_key(r->q, field, "/T"));
    qpdf_oh type = qpdf.oh_get_key(r->q, field, "/FT");

    if (part != NULL && in.name == NULL)
        in.name = part;
    else if (part != NULL && strlen(in.name) < r->room) {
        r->room -= strlen(in.name);
        in.name = arena_printf(r->a, "%s.%s", in.name, part);
    }
    if (!qpdf.oh_is_null(r->q, type))
        in.button = qpdf.oh_is_name_and_equals(r->q, type, "/Btn");
    if (qpdf.oh_has_key(r->q, field, "/V"))
        in.value = qpdf.oh_get_key(r->q, field, "/V");
    if (qpdf.oh_has_key(r->q, field, "/TU"))
        in.about = qpdf.oh_get_key(r->q, field, "/TU");
    return in;
}

/* Whether a kid is a field of its own, and not a place where its parent
   shows. */
static bool
is_field(const struct reading *r, qpdf_oh kid)
{
    return qpdf.oh_is_dictionary(r->q, kid) && qpdf.oh_has_key(r->q, kid, "/T");
}

/* Bounded by DEPTH_MAX. */
static void
walk(struct reading *r, qpdf_oh field, const struct inherited *above, int depth)
{
    struct inherited in;
    qpdf_oh kids;
    bool parent = false;
    int n;

    if (!qpdf.oh_is_dictionary(r->q, field))
        return;
    if (r->left-- <= 0 || depth > DEPTH_MAX) {
        r->too_many = true;
        return;
    }
    in = inherit(r, field, above);
    r->signature |= qpdf.oh_is_name_and_equals(
        r->q, qpdf.oh_get_key(r->q, field, "/FT"), "/Sig");
    kids = qpdf.oh_get_key(r->q, field, "/Kids");
    if (!qpdf.oh_is_array(r->q, kids))
        kids = qpdf.oh_new_array(r->q);
    n = qpdf.oh_get_array_n_items(r->q, kids);
    r->too_many |= n > r->left;
    if (r->too_many)
        return;
    r->left -= n;
    for (int i = 0; i < n; i++)
        if (is_field(r, qpdf.oh_get_array_item(r->q, kids, i))) {
            parent = true;
            walk(r, qpdf.oh_get_array_item(r->q, kids, i), &in, depth + 1);
        }
    if (!parent)
        take(r, field, kids, &in);
}

/* The file -------------------------------------------------------------- */

static bool
has_script(qpdf_data q, qpdf_oh root)
{
    qpdf_oh names = qpdf.oh_get_key(q, root, "/Names");

    return qpdf.oh_has_key(q, root, "/AA") ||
           !qpdf.oh_is_null(
               q, qpdf.oh_get_key_if_dict(q, names, "/JavaScript")) ||
           !qpdf.oh_is_null(
               q, qpdf.oh_get_key_if_dict(
                      q, qpdf.oh_get_key(q, root, "/OpenAction"), "/JS"));
}

/* The metadata and the first ID. */
static void
read_origin(struct reading *r, qpdf_oh root)
{
    static const char digits[] = "0123456789abcdef";
    enum { ID_BYTES = 16 };
    qpdf_oh meta = qpdf.oh_get_key(r->q, root, "/Metadata");
    qpdf_oh id = qpdf.oh_get_key(r->q, qpdf.get_trailer(r->q), "/ID");
    unsigned char *bytes;
    const char *s;
    size_t len = 0;
    struct buf hex = buf_new(r->a);

    if (qpdf.oh_is_stream(r->q, meta) &&
        filled_stream(r->q, meta, &bytes, &len)) {
        r->out->xmp = arena_strndup(r->a, (const char *)bytes, len);
        r->out->xmp_len = len;
        free(bytes);
    }
    if (!qpdf.oh_is_array(r->q, id) || qpdf.oh_get_array_n_items(r->q, id) != 2)
        return;
    id = qpdf.oh_get_array_item(r->q, id, 0);
    if (!qpdf.oh_is_string(r->q, id))
        return;
    s = qpdf.oh_get_binary_string_value(r->q, id, &len);
    if (len != ID_BYTES)
        return;
    for (size_t i = 0; i < len; i++) {
        buf_putc(&hex, digits[(unsigned char)s[i] >> 4]);
        buf_putc(&hex, digits[s[i] & 15]);
    }
    r->out->form = hex.p;
}

static bool
read_fields(struct reading *r, struct diag *d, struct pos at)
{
    qpdf_oh root = qpdf.get_root(r->q);
    qpdf_oh form = qpdf.oh_get_key_if_dict(r->q, root, "/AcroForm");
    qpdf_oh fields = qpdf.oh_get_key_if_dict(r->q, form, "/Fields");
    qpdf_oh none = qpdf.oh_new_null(r->q);
    const struct inherited top = {.value = none, .about = none};

    if (!qpdf.oh_is_dictionary(r->q, root))
        return diag_error(d, at, "F201", "this is no PDF that can be read");
    read_origin(r, root);
    if (!qpdf.oh_is_null(r->q, qpdf.oh_get_key_if_dict(r->q, form, "/XFA")))
        return diag_error(d, at, "F203",
            "this file keeps its fields in another way (XFA), which is not "
            "read");
    if (!qpdf.oh_is_array(r->q, fields))
        return diag_error(
            d, at, "F204", "there are no fields to type in in this file");
    read_pages(r);
    for (int i = 0; i < qpdf.oh_get_array_n_items(r->q, fields) && !r->too_many;
         i++)
        walk(r, qpdf.oh_get_array_item(r->q, fields, i), &top, 0);
    if (r->too_many)
        return diag_error(d, at, "F205",
            "this file has more fields, or more in them, than is read");
    if (has_script(r->q, root))
        diag_warning(d, at, "F206",
            "this file holds scripts, which no report has; they are not run");
    if (r->signature)
        diag_warning(d, at, "F207",
            "this file is signed; the signature is not looked at");
    return true;
}

bool
filled_read(struct arena *a, struct diag *d, const struct source *pdf,
    struct filled_fields *out)
{
    struct pos at = {.src = pdf};
    enum filled_state state;
    struct reading r = {.a = a,
        .q = filled_open(pdf->text, pdf->len, &state),
        .out = out,
        .left = FIELDS_MAX,
        .room = TEXT_MAX};
    bool ok = false;

    *out = (struct filled_fields){0};
    switch (state) {
    case FILLED_OPEN:
        ok = read_fields(&r, d, at);
        break;
    case FILLED_LOCKED:
    case FILLED_BROKEN:
        diag_error(d, at, "F201", "this is no PDF that can be read");
        break;
    case FILLED_FAILED:
        filled_say_failed(d, at);
        break;
    }
    if (ok && qpdf.more_warnings(r.q))
        diag_warning(d, at, "F208",
            "this file is damaged; see whether all is there that was typed");
    filled_close(&r.q);
    return ok;
}
