/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The characters of a YAML file, checked before libyaml sees them: its own
   messages on these have no usable place.  For yaml.c only. */
#ifndef FORMAT_YAML_CHECK_H
#define FORMAT_YAML_CHECK_H

#include "base/diag.h"

#include <stdint.h>

/* Reports a file of another program (Y130), bytes that are no UTF-8 (Y101, the
   first only), characters that no text holds (Y103), line ends other than LF
   and CRLF (Y104), tabs before the text of a line (Y105).  False when it did.
 */
bool yaml_check(struct diag *d, const struct source *src);

/* Whether no text may hold `c`: controls but tab and LF, and what ends a line
   elsewhere.  They could enter by an escape in double quotes. */
bool yaml_forbidden(uint32_t c);

#endif
