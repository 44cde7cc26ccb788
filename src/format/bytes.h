/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Bytes of other codes than UTF-8 as text, and what a file is that is none. */
#ifndef FORMAT_BYTES_H
#define FORMAT_BYTES_H

#include "base/diag.h"

/* UTF-16 by its mark, or a NUL beside its first letter; `*big`: the larger byte
   of each letter comes first. */
bool bytes_utf16(const struct source *src, bool *big);

/* The text in UTF-8, without a mark at its head, under the name of `src`; what
   is read of it lies in `a`.  NULL where a letter is damaged, the first byte of
   which is `*damaged`: half a pair (RFC 2781, 2.2), or an odd byte. */
const struct source *bytes_from_utf16(
    struct arena *a, const struct source *src, bool big, size_t *damaged);

/* The same of Windows-1252, in which every byte is a letter. */
const struct source *bytes_from_windows(
    struct arena *a, const struct source *src);

/* Whether bytes that are no UTF-8 may be Windows-1252: from the first that is
   no ASCII on none of them is UTF-8, and each is a letter there. */
bool bytes_windows(const struct source *src);

/* "a Word file", for diag_words, by its first bytes; NULL: it may be text. */
const char *bytes_kind(const struct source *src);

#endif
