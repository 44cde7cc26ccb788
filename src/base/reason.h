/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Why a call of the system failed. */
#ifndef BASE_REASON_H
#define BASE_REASON_H

#include <stdbool.h>

/* What the system says, in words for diag_words; what is seldom met, in its
   own. */
const char *file_reason(int error);

/* Whether an error (errno) of opening a file is one of the system (a disk, too
   little memory, too many open files), so that trying again may help; else it
   is about that file: it is not there, it is forbidden. */
bool file_error_of_system(int error);

/* Whether errno says that a signal broke the call off, so that it is to be made
   again.  Not for ever: what never comes through is a failure as any other. */
bool file_interrupted(void);

#endif
