/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The trailer's ID and how a file is recognised by it.  pdf.h documents both
   for the rest of the program. */
#ifndef PDF_VERIFY_H
#define PDF_VERIFY_H

#include "base/hash.h"

#include <stddef.h>

/* Where the ID stands; 32 zeros, "><", 32 zeros and ">]" follow. */
#define VERIFY_ID "/ID[<"

/* Replaces the zeros of the ID in a finished file, whose last bytes are `data`:
   from before its cross-references on.  `before` have gone, and `gone` has
   hashed them; NULL: there are none. */
void verify_sign(char *data, size_t len, size_t before, struct hash_run *gone);

#endif
