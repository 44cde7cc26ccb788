/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Whether a filled file is the form but for its fields.  Both are walked from
   the catalogue side by side; a pair of objects is looked at once. */
#include "pdf/filled.h"
#include "pdf/filled_open.h"
#include "pdf/pdf.h"

#include <stdlib.h>
#include <string.h>

enum { OBJECTS_MAX = 200000, DEPTH_MAX = 2000, KEYS_FIRST = 16 };

struct comparing {
    struct arena *a;
    qpdf_data q[2];
    int *met; /* by object of the form: that of the filled file */
    int nmet;
    int depth;
};

/* Keys that filling in may change: of a field and its places, and of the form
   as a whole.  DA and DR are the font that a program writes with. */
static const char *const of_field[] = {"/V", "/AS", "/AP", "/M", "/RV", "/DA"};
static const char *const of_form[] = {"/NeedAppearances", "/DR", "/DA"};
static const char *const of_catalogue[] = {"/Metadata"};
static const char *const of_stream[] = {"/Length", "/Filter", "/DecodeParms"};

struct keys {
    const char *const *v;
    size_t n;
};

#define KEYS(list) ((struct keys){list, sizeof(list) / sizeof *(list)})

static bool
in_keys(struct keys keys, const char *key)
{
    for (size_t i = 0; i < keys.n; i++)
        if (strcmp(keys.v[i], key) == 0)
            return true;
    return false;
}

static bool same(struct comparing *c, const qpdf_oh o[2]);

/* Every key of one that is not free stands in the other. */
static bool
same_keys(struct comparing *c, int from, const qpdf_oh o[2], struct keys free)
{
    qpdf_oh value;

    qpdf.oh_begin_dict_key_iter(c->q[from], o[from]);
    while (qpdf.oh_dict_more_keys(c->q[from])) {
        const char *key = qpdf.oh_dict_next_key(c->q[from]);

        value = qpdf.oh_get_key(c->q[1 - from], o[1 - from], key);
        if (!in_keys(free, key) && qpdf.oh_is_null(c->q[1 - from], value) &&
            !qpdf.oh_is_null(
                c->q[from], qpdf.oh_get_key(c->q[from], o[from], key)))
            return false;
    }
    return true;
}

/* The iterator of libqpdf is one per file, and a value may hold another
   dictionary: keys are gathered first. */
static bool
same_dictionary(struct comparing *c, const qpdf_oh o[2], struct keys free)
{
    const char **keys = NULL;
    int n = 0, cap = 0;
    bool ok = same_keys(c, 0, o, free) && same_keys(c, 1, o, free);

    qpdf.oh_begin_dict_key_iter(c->q[0], o[0]);
    while (ok && qpdf.oh_dict_more_keys(c->q[0])) {
        const char *key = qpdf.oh_dict_next_key(c->q[0]);

        GROW(c->a, keys, n, cap, KEYS_FIRST);
        keys[n++] = arena_strndup(c->a, key, strlen(key));
    }
    for (int i = 0; ok && i < n; i++) {
        const qpdf_oh value[2] = {qpdf.oh_get_key(c->q[0], o[0], keys[i]),
            qpdf.oh_get_key(c->q[1], o[1], keys[i])};

        ok = in_keys(free, keys[i]) || same(c, value);
    }
    return ok;
}

static bool
same_array(struct comparing *c, const qpdf_oh o[2])
{
    int n = qpdf.oh_get_array_n_items(c->q[0], o[0]);

    if (qpdf.oh_get_array_n_items(c->q[1], o[1]) != n)
        return false;
    for (int i = 0; i < n; i++) {
        const qpdf_oh item[2] = {qpdf.oh_get_array_item(c->q[0], o[0], i),
            qpdf.oh_get_array_item(c->q[1], o[1], i)};

        if (!same(c, item))
            return false;
    }
    return true;
}

static bool
same_stream(struct comparing *c, const qpdf_oh o[2])
{
    const qpdf_oh dict[2] = {
        qpdf.oh_get_dict(c->q[0], o[0]), qpdf.oh_get_dict(c->q[1], o[1])};
    unsigned char *bytes[2] = {NULL, NULL};
    size_t len[2];
    bool ok = filled_stream(c->q[0], o[0], &bytes[0], &len[0]) &&
              filled_stream(c->q[1], o[1], &bytes[1], &len[1]) &&
              len[0] == len[1] &&
              (len[0] == 0 || memcmp(bytes[0], bytes[1], len[0]) == 0);

    free(bytes[0]);
    free(bytes[1]);
    return ok && same_dictionary(c, dict, KEYS(of_stream));
}

/* The same bytes, or the same text in another encoding: a program that writes a
   file anew may choose one. */
static bool
same_string(struct comparing *c, const qpdf_oh o[2])
{
    size_t len[2];
    const char *s = qpdf.oh_get_binary_string_value(c->q[0], o[0], &len[0]);
    const char *t = qpdf.oh_get_binary_string_value(c->q[1], o[1], &len[1]);

    if (len[0] == len[1] && memcmp(s, t, len[0]) == 0)
        return true;
    s = qpdf.oh_get_binary_utf8_value(c->q[0], o[0], &len[0]);
    t = qpdf.oh_get_binary_utf8_value(c->q[1], o[1], &len[1]);
    return len[0] == len[1] && memcmp(s, t, len[0]) == 0;
}

static bool
is_field(qpdf_data q, qpdf_oh dict)
{
    return qpdf.oh_has_key(q, dict, "/FT") ||
           qpdf.oh_is_name_and_equals(
               q, qpdf.oh_get_key(q, dict, "/Subtype"), "/Widget");
}

static bool
is_form(qpdf_data q, qpdf_oh dict)
{
    return qpdf.oh_is_array(q, qpdf.oh_get_key(q, dict, "/Fields"));
}

/* Two values of one type; what may be otherwise is said by the form alone. */
static bool
same_value(struct comparing *c, const qpdf_oh o[2])
{
    static const struct keys none;
    enum { EPSILON = 1000000 };
    qpdf_data q = c->q[0];
    double apart;

    if (qpdf.oh_is_number(q, o[0])) {
        if (!qpdf.oh_is_number(c->q[1], o[1]))
            return false;
        apart = qpdf.oh_get_numeric_value(q, o[0]) -
                qpdf.oh_get_numeric_value(c->q[1], o[1]);
        return apart * EPSILON < 1 && apart * EPSILON > -1;
    }
    if (qpdf.oh_get_type_code(q, o[0]) != qpdf.oh_get_type_code(c->q[1], o[1]))
        return false;
    if (qpdf.oh_is_stream(q, o[0]))
        return same_stream(c, o);
    if (qpdf.oh_is_array(q, o[0]))
        return same_array(c, o);
    if (qpdf.oh_is_string(q, o[0]))
        return same_string(c, o);
    if (qpdf.oh_is_name(q, o[0]))
        return qpdf.oh_is_name_and_equals(
            c->q[1], o[1], qpdf.oh_get_name(q, o[0]));
    if (qpdf.oh_is_bool(q, o[0]))
        return qpdf.oh_get_bool_value(q, o[0]) ==
               qpdf.oh_get_bool_value(c->q[1], o[1]);
    if (!qpdf.oh_is_dictionary(q, o[0]))
        return qpdf.oh_is_null(q, o[0]);
    return same_dictionary(c, o,
        is_field(q, o[0])  ? KEYS(of_field)
        : is_form(q, o[0]) ? KEYS(of_form)
        : qpdf.oh_is_name_and_equals(
              q, qpdf.oh_get_key(q, o[0], "/Type"), "/Catalog")
            ? KEYS(of_catalogue)
            : none);
}

/* Bounded by DEPTH_MAX; an object that was met is not looked at again. */
static bool
same(struct comparing *c, const qpdf_oh o[2])
{
    int id = qpdf.oh_get_object_id(c->q[0], o[0]);
    int to = qpdf.oh_get_object_id(c->q[1], o[1]);
    bool ok;

    if (id < 0 || id >= c->nmet || c->depth >= DEPTH_MAX)
        return false;
    if (id > 0 && to > 0 && c->met[id] != 0)
        return c->met[id] == to;
    if (id > 0 && to > 0)
        c->met[id] = to;
    c->depth++;
    ok = same_value(c, o);
    c->depth--;
    return ok;
}

enum filled_same
filled_compare(struct arena *a, const char *form, size_t form_len,
    const char *data, size_t len, bool any)
{
    enum filled_state state[2];
    struct comparing c = {.a = a,
        .q = {filled_open(form, form_len, &state[0]),
            filled_open(data, len, &state[1])},
        .met = NEW(a, int, OBJECTS_MAX),
        .nmet = OBJECTS_MAX};
    enum filled_same answer = FILLED_UNKNOWN;

    if (state[0] == FILLED_OPEN && state[1] == FILLED_OPEN) {
        const qpdf_oh root[2] = {qpdf.get_root(c.q[0]), qpdf.get_root(c.q[1])};

        any |= qpdf.oh_is_dictionary(
            c.q[0], qpdf.oh_get_key_if_dict(c.q[0], root[0], "/AcroForm"));
        answer = any && same(&c, root) && !qpdf.more_warnings(c.q[1])
                     ? FILLED_SAME
                     : FILLED_OTHER;
    }
    filled_close(&c.q[0]);
    filled_close(&c.q[1]);
    return answer;
}

size_t
filled_form(const char *data, size_t len)
{
    static const char mark[] = "%%EOF";
    size_t n = sizeof mark - 1;

    for (size_t i = 0; i + n < len; i++) {
        size_t end = i + n;

        if (data[i] != '%' || memcmp(data + i, mark, n) != 0)
            continue;
        while (end < len && end < i + n + 2 &&
               (data[end] == '\r' || data[end] == '\n'))
            if (pdf_check_id(data, end))
                return end < len ? end : 0;
            else
                end++;
        return end < len && pdf_check_id(data, end) ? end : 0;
    }
    return 0;
}
