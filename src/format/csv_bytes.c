#include "format/csv_bytes.h"

#include "base/utf8.h"
#include "format/text.h"

#include <string.h>

/* UTF-16 begins with a mark, or has a NUL beside its first letter. */
static bool
is_utf16(const struct source *src, bool *big)
{
    const unsigned char *s = (const unsigned char *)src->text;

    if (src->len < 2)
        return false;
    *big = s[0] == 0xfe || s[0] == 0;
    return (s[0] == 0xff && s[1] == 0xfe) || (s[0] == 0xfe && s[1] == 0xff) ||
           (s[0] == 0) != (s[1] == 0);
}

static struct source *
new_source(struct arena *a, const struct source *src, const struct buf *text)
{
    struct source *out = NEW(a, struct source, 1);

    *out = (struct source){.name = src->name,
        .text = text->p == NULL ? "" : text->p,
        .len = text->len};
    return out;
}

static void
put(struct buf *out, uint32_t c)
{
    char bytes[4];
    int n = utf8_put(c, bytes);

    for (int i = 0; i < n; i++)
        buf_putc(out, bytes[i]);
}

static uint32_t
unit_at(const struct source *src, size_t i, bool big)
{
    const unsigned char *s = (const unsigned char *)src->text + i;

    return big ? (uint32_t)s[0] << 8 | s[1] : (uint32_t)s[1] << 8 | s[0];
}

/* RFC 2781, section 2.2; an odd byte or half a pair is damage. */
static const struct source *
from_utf16(struct arena *a, struct diag *d, const struct source *src, bool big)
{
    struct buf out = buf_new(a);
    size_t i = 0;

    for (; i + 1 < src->len; i += 2) {
        uint32_t c = unit_at(src, i, big);

        if (c >= 0xd800 && c < 0xdc00 && i + 3 < src->len) {
            uint32_t low = unit_at(src, i + 2, big);

            if (low < 0xdc00 || low > 0xdfff)
                break;
            c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
            i += 2;
        } else if (c >= 0xd800 && c <= 0xdfff) {
            break;
        }
        if (i > 0 || c != 0xfeff)
            put(&out, c);
    }
    if (i == src->len)
        return new_source(a, src, &out);
    diag_error(d, (struct pos){.src = src}, "S101",
        "byte %zu of this UTF-16 is damaged", i + 1);
    diag_help(d, "save the table as CSV in UTF-8");
    return NULL;
}

static const struct source *
from_windows(
    struct arena *a, struct diag *d, const struct source *src, size_t bad)
{
    struct buf out = buf_new(a);
    unsigned char odd = (unsigned char)src->text[bad];
    char letter[5] = "";
    const struct source *text;
    size_t at = 0;

    for (size_t i = 0; i < src->len; i++) {
        if (i == bad)
            at = out.len;
        put(&out, text_windows((unsigned char)src->text[i]));
    }
    text = new_source(a, src, &out);
    utf8_put(text_windows(odd), letter);
    diag_warning(d, diag_pos(text, at), "S108",
        "this table is not UTF-8; it is read as Windows-1252, byte 0x%02X here "
        "as \"%s\"",
        (unsigned)odd, letter);
    diag_help(d, "see whether names with accents are right on paper, or save "
                 "the table as CSV in UTF-8");
    return text;
}

/* UTF-8 up to here, and then no more: damage, not another code page. */
static const struct source *
refuse_byte(struct diag *d, const struct source *src, size_t bad)
{
    diag_error(d, diag_pos(src, bad), "S101", "this byte is not UTF-8");
    diag_help(d, "save the table as CSV in UTF-8");
    return NULL;
}

static bool
all_ascii(const struct source *src, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if ((unsigned char)src->text[i] >= 0x80)
            return false;
    return true;
}

static bool
check_controls(struct diag *d, const struct source *src)
{
    for (size_t i = 0; i < src->len; i++) {
        unsigned char c = (unsigned char)src->text[i];
        bool line_end = c == '\n' || (c == '\r' && i + 1 < src->len &&
                                         src->text[i + 1] == '\n');

        if ((c >= 0x20 && c != 0x7f) || c == '\t' || line_end)
            continue;
        return diag_error(d, diag_pos(src, i), "S102",
            "control character U+%04X in the table", (unsigned)c);
    }
    return true;
}

const struct source *
csv_text(struct arena *a, struct diag *d, const struct source *src)
{
    bool big = false;
    size_t bad;

    if (is_utf16(src, &big))
        src = from_utf16(a, d, src, big);
    else if (!utf8_valid(src->text, src->len, &bad))
        src = all_ascii(src, bad) ? from_windows(a, d, src, bad)
                                  : refuse_byte(d, src, bad);
    return src != NULL && check_controls(d, src) ? src : NULL;
}
