/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What stands between given name and surname, however it is written: "van der",
   "v.d.", "vd", "v/d", "Van Der". */
#ifndef PRIVACY_PARTICLES_H
#define PRIVACY_PARTICLES_H

#include "privacy/fold.h"

/* `to` with the particles of a folded word behind it, in short; NULL where the
   word is none. */
const char *particles_join(struct arena *a, const char *to, const char *word);

/* Where the particles begin that end right before `i` and are those of
   `particles`; or `i`. */
int particles_before(
    struct arena *a, const struct folded *f, int i, const char *particles);

/* Where the particles end that stand at `i` and are those; or `i`. */
int particles_after(
    struct arena *a, const struct folded *f, int i, const char *particles);

#endif
