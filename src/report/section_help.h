/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What blocks and their keys are for, in Dutch.  The tables of the kinds have
   it in English, beside the key. */
#ifndef REPORT_SECTION_HELP_H
#define REPORT_SECTION_HELP_H

#include "report/section.h"

/* `english` in that language; itself where there is no other. */
const char *section_help(const char *english, enum lang lang);

#endif
