/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* A copy knows itself again, as a report does (pdf/verify.h): the first ID of
   its trailer, which no encryption hides, is a sum of all that is in it.  The
   sum is over what filled_unlock gives with an ID of zeros, for the encrypted
   bytes are other ones each time. */
#include "pdf/filled_lock.h"

#include "base/hash.h"
#include "pdf/meta.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

enum { ID_BYTES = 16, ID_DIGITS = 2 * ID_BYTES };

static const char zeros[] = "00000000000000000000000000000000";
static_assert(sizeof zeros - 1 == ID_DIGITS, "an ID of zeros");

static const char *
bytes_find(const char *p, size_t len, const char *what)
{
    size_t n = strlen(what);

    for (const char *end = p + len; (size_t)(end - p) >= n; p++) {
        p = memchr(p, what[0], (size_t)(end - p) - n + 1);
        if (p == NULL)
            return NULL;
        if (memcmp(p, what, n) == 0)
            return p;
    }
    return NULL;
}

/* Takes the ID away; until then it is in `id`, as digits. */
static void
clear_id(qpdf_data q, char id[ID_DIGITS])
{
    static const char digits[] = "0123456789ABCDEF";
    static const char none[ID_BYTES];
    qpdf_oh trailer = qpdf.get_trailer(q), ids = qpdf.oh_new_array(q);
    qpdf_oh old = qpdf.oh_get_key(q, trailer, "/ID");
    size_t len = 0;
    const char *s;

    memcpy(id, zeros, ID_DIGITS);
    if (qpdf.oh_is_array(q, old) && qpdf.oh_get_array_n_items(q, old) > 0) {
        s = qpdf.oh_get_binary_string_value(
            q, qpdf.oh_get_array_item(q, old, 0), &len);
        for (size_t i = 0; len == ID_BYTES && i < len; i++) {
            id[2 * i] = digits[(unsigned char)s[i] >> 4];
            id[2 * i + 1] = digits[s[i] & 15];
        }
    }
    for (int i = 0; i < 2; i++)
        qpdf.oh_append_item(
            q, ids, qpdf.oh_new_binary_string(q, none, ID_BYTES));
    qpdf.oh_replace_key(q, trailer, "/ID", ids);
}

/* Writes with what was set; the ID made anew is the same each time. */
static bool
write_to(qpdf_data q, struct buf *out)
{
    qpdf.set_stream_data_mode(q, qpdf_s_preserve);
    qpdf.set_static_ID(q, QPDF_TRUE);
    if ((qpdf.write(q) & QPDF_ERRORS) != 0)
        return false;
    buf_add(out, qpdf.get_buffer(q), qpdf.get_buffer_length(q));
    return true;
}

bool
filled_seems_locked(const char *data, size_t len)
{
    return bytes_find(data, len, "/Encrypt") != NULL;
}

enum filled_state
filled_unlock(struct arena *a, const char *data, size_t len,
    const char *password, struct buf *out, bool *unaltered)
{
    enum filled_state state;
    qpdf_data q = filled_open_with(data, len, password, &state);
    char id[ID_DIGITS];
    const char *sum;
    size_t start = out->len;

    *unaltered = false;
    if (state == FILLED_OPEN) {
        clear_id(q, id);
        qpdf.init_write_memory(q);
        qpdf.set_preserve_encryption(q, QPDF_FALSE);
        qpdf.set_object_stream_mode(q, qpdf_o_disable);
        qpdf.force_pdf_version_and_extension(q, "1.7", 0);
        if (!write_to(q, out))
            state = filled_fault(q);
    }
    if (state == FILLED_OPEN) {
        sum = hash_sha256(a, out->p + start, out->len - start);
        *unaltered = true;
        for (int i = 0; i < ID_DIGITS; i++)
            *unaltered &= sum[i] == (id[i] < 'A' ? id[i] : id[i] + 'a' - 'A');
    }
    filled_close(&q);
    return state;
}

/* The metadata without a claim of PDF/A. */
static void
disclaim(struct arena *a, qpdf_data q)
{
    qpdf_oh meta = qpdf.oh_get_key(q, qpdf.get_root(q), "/Metadata");
    struct buf xmp = buf_new(a);
    unsigned char *bytes;
    size_t len;

    if (!filled_stream(q, meta, &bytes, &len))
        return;
    meta_disclaim((const char *)bytes, len, &xmp);
    free(bytes);
    qpdf.oh_replace_stream_data(q, meta, (const unsigned char *)xmp.p, xmp.len,
        qpdf.oh_new_null(q), qpdf.oh_new_null(q));
}

/* libqpdf ends the program where it gets no random numbers to encrypt with. */
static bool
random_is_had(void)
{
    char byte;

    return getrandom(&byte, sizeof byte, 0) == (ssize_t)sizeof byte;
}

static bool
encrypt(struct arena *a, const char *pdf, size_t len, const char *password,
    struct buf *out)
{
    enum filled_state state;
    qpdf_data q = filled_open_with(pdf, len, NULL, &state);
    char id[ID_DIGITS];
    bool ok = false;

    if (state == FILLED_OPEN && random_is_had()) {
        disclaim(a, q);
        clear_id(q, id);
        qpdf.init_write_memory(q);
        qpdf.set_r6_encryption_parameters2(q, password, password, QPDF_TRUE,
            QPDF_TRUE, QPDF_TRUE, QPDF_TRUE, QPDF_TRUE, QPDF_TRUE,
            qpdf_r3p_full, QPDF_TRUE);
        ok = write_to(q, out);
    }
    filled_close(&q);
    return ok;
}

bool
filled_lock(struct arena *a, const char *pdf, size_t len, const char *password,
    struct buf *out)
{
    struct buf copy = buf_new(a), opened = buf_new(a);
    const char *sum, *id;
    char *at;
    bool unaltered;

    if (!encrypt(a, pdf, len, password, &copy) ||
        filled_unlock(a, copy.p, copy.len, password, &opened, &unaltered) !=
            FILLED_OPEN)
        return false;
    sum = hash_sha256(a, opened.p, opened.len);
    id = bytes_find(copy.p, copy.len, zeros);
    if (id == NULL)
        return false;
    at = copy.p + (id - copy.p);
    for (int i = 0; i < ID_DIGITS; i++)
        at[i] = sum[i];
    buf_add(out, copy.p, copy.len);
    return true;
}
