/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The trailer's ID and how a file is recognised by it.  pdf.h documents both
   for the rest of the program. */
#ifndef PDF_VERIFY_H
#define PDF_VERIFY_H

#include <stddef.h>

/* Where the ID stands; 32 zeros, "><", 32 zeros and ">]" follow. */
#define VERIFY_ID "/ID[<"

/* Replaces the zeros of the ID in a finished file. */
void verify_sign(char *data, size_t len);

#endif
