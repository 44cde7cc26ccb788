/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What tables of fields are written with. */
#ifndef FORMAT_FIELD_TABLE_H
#define FORMAT_FIELD_TABLE_H

#include "format/field.h"

#include <stddef.h>

#define LEN(array) ((int)(sizeof(array) / sizeof(array)[0]))

/* Of an INI file, where keys have one name in all languages. */
#define NAME(english) .name = {english, english}
#define WORDS(array) .words = (array), .nwords = LEN(array)
#define HELP(dutch, english) .help = {dutch, english}

#define RECORD(title, type, table)                                             \
    {                                                                          \
        .name = (title), .size = sizeof(type), .fields = (table),              \
        .nfields = LEN(table)                                                  \
    }

#endif
