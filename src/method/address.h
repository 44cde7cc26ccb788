/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* How a Dutch text of rules or layouts speaks to the teacher.  Texts are
   written with "je"; rules that say `address.nl = u` have them said with "u".
   A text of the interview is never changed. */
#ifndef METHOD_ADDRESS_H
#define METHOD_ADDRESS_H

#include "base/arena.h"

/* `s`, a Dutch text before its placeholders are filled, said with "u": "Wat
   doe je met je stap?" gives "Wat doet u met uw stap?".  A text without a word
   for the reader is returned as it is. */
const char *address_formal(struct arena *a, const char *s);

#endif
