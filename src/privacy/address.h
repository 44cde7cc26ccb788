/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What leads to a person on the internet, and letters with digits between. */
#ifndef PRIVACY_ADDRESS_H
#define PRIVACY_ADDRESS_H

#include "privacy/fold.h"

enum address_kind {
    ADDRESS_NOT,
    ADDRESS_MAIL,
    ADDRESS_WEB,
    ADDRESS_USER, /* @thijmen, thijmen_2015 */
    ADDRESS_MIXED /* th1jm3n, thijmen2015 */
};

/* What stands between blanks at `from`, without the signs around it; where it
   begins and ends. */
enum address_kind address_read(
    const struct folded *f, int from, int *begin, int *end);

#endif
