/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "cli/manifest_lines.h"

#include "base/file.h"
#include "base/file_write.h"
#include "cli/manifest_line.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum {
    LINES_FIRST = 256,
    PIECE = 64 * 1024 /* that is written at once */
};

static int
compare_bytes(const char *x, size_t xn, const char *y, size_t yn)
{
    int order = memcmp(x, y, xn < yn ? xn : yn);

    return order != 0 ? order : (xn > yn) - (xn < yn);
}

/* A line begins with its key, so that of lines on two reports no more need be
   loaded. */
static int
by_bytes(const void *a, const void *b)
{
    const struct line *x = a, *y = b;
    int order = memcmp(x->key, y->key, x->nkey < y->nkey ? x->nkey : y->nkey);

    return order != 0 ? order : compare_bytes(x->text, x->len, y->text, y->len);
}

static int
by_report(const void *a, const void *b)
{
    const struct line *x = a, *y = b;
    int order = compare_bytes(x->key, x->nkey, y->key, y->nkey);

    return order != 0 ? order : (x->text > y->text) - (x->text < y->text);
}

static void
sort(struct lines *lines, int (*compare)(const void *, const void *))
{
    if (lines->n > 0)
        qsort(lines->v, (size_t)lines->n, sizeof *lines->v, compare);
}

void
lines_sort(struct lines *lines)
{
    sort(lines, by_bytes);
}

void
lines_sort_by_report(struct lines *lines)
{
    sort(lines, by_report);
}

bool
lines_next(struct lines_reader *r, struct line *out)
{
    const char *end = r->file->text + r->file->len;
    const char *stop = memchr(r->at, '\n', (size_t)(end - r->at));

    if (r->n++ % LINES_LOADED == LINES_LOADED - 1)
        file_map_forget(r->file);
    if (stop == NULL)
        return false;
    *out = (struct line){.text = r->at, .len = (uint32_t)(stop - r->at)};
    r->at = stop + 1;
    return true;
}

void
lines_add(struct arena *a, struct lines *lines, struct line line)
{
    if (line.key == NULL) {
        line.nkey = (uint32_t)line_key(line.text, line.len);
        line.key = arena_strndup(a, line.text, line.nkey);
    }
    GROW(a, lines->v, lines->n, lines->cap, LINES_FIRST);
    lines->v[lines->n++] = line;
}

const struct line *
lines_find(const struct lines *sorted, const char *key, size_t len)
{
    int low = 0, high = sorted->n;

    while (low < high) {
        int mid = low + (high - low) / 2;
        const struct line *l = &sorted->v[mid];

        if (compare_bytes(l->key, l->nkey, key, len) <= 0)
            low = mid + 1;
        else
            high = mid;
    }
    if (low == 0)
        return NULL;
    low--;
    return compare_bytes(sorted->v[low].key, sorted->v[low].nkey, key, len) == 0
               ? &sorted->v[low]
               : NULL;
}

bool
lines_is_last(const struct lines *sorted, int i)
{
    const struct line *l = &sorted->v[i];

    return i + 1 == sorted->n ||
           compare_bytes(l->key, l->nkey, l[1].key, l[1].nkey) != 0;
}

/* As they stand in a file ------------------------------------------------- */

static bool
stands_at(const struct source *now, size_t *at, const char *bytes, size_t len)
{
    bool same =
        now->len - *at >= len && memcmp(now->text + *at, bytes, len) == 0;

    *at += same ? len : 0;
    return same;
}

bool
lines_are(
    const struct lines *lines, const struct buf *head, const struct source *now)
{
    size_t at = 0;

    if (head->len > 0 && !stands_at(now, &at, head->p, head->len))
        return false;
    for (int i = 0; i < lines->n; i++) {
        const struct line *l = &lines->v[i];

        if (!stands_at(now, &at, l->text, l->len) ||
            !stands_at(now, &at, "\n", 1))
            return false;
        if (i % LINES_LOADED == LINES_LOADED - 1)
            file_map_forget(now);
    }
    return at == now->len;
}

static bool
add_lines(struct file_set *set, struct buf *piece, const struct lines *lines,
    const struct source *const *files, int nfiles)
{
    for (int i = 0; i < lines->n; i++) {
        buf_add(piece, lines->v[i].text, lines->v[i].len);
        buf_putc(piece, '\n');
        if (i % LINES_LOADED == LINES_LOADED - 1)
            for (int k = 0; k < nfiles; k++)
                file_map_forget(files[k]);
        if (piece->len < PIECE)
            continue;
        if (!file_set_add(set, piece->p, piece->len))
            return false;
        piece->len = 0;
    }
    return piece->len == 0 || file_set_add(set, piece->p, piece->len);
}

bool
lines_write(const struct lines *lines, const struct buf *head, const char *path,
    const struct source *const *files, int nfiles)
{
    struct arena *a = arena_new();
    const struct file_part part = {.path = path, .data = ""};
    struct buf piece = buf_new(a);
    const char *failed;
    struct file_set *set = file_set_make(a, &part, 1, &failed);
    bool ok = false;
    int reason;

    if (set != NULL) {
        if (head->len > 0)
            buf_add(&piece, head->p, head->len);
        ok = add_lines(set, &piece, lines, files, nfiles);
        if (ok) {
            file_sets_place(&set, 1);
            ok = file_set_end(set, &failed) == FILE_WRITTEN;
        } else {
            file_set_drop(set);
        }
    }
    reason = errno;
    arena_free(a);
    errno = reason;
    return ok;
}
