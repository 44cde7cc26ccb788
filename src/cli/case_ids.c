/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "cli/case_ids.h"

#include "base/file.h"
#include "cli/look.h"

#include <stdlib.h>
#include <string.h>

/* The template's own case id is the first of a row: a folder that has cases of
   that row gets the next one, since two children under one id take each other's
   reports away. */
const char case_ids_row[] = "LP-", case_ids_first[] = "LP-0001";

/* The highest number behind `row` in a text; comments have examples. */
static long
highest_in(const char *text, long highest)
{
    enum { DIGITS = 6 };
    const char *line = text, *seen = text;

    for (const char *at = text; (at = strstr(at, case_ids_row)) != NULL;) {
        size_t n = strspn(at += sizeof case_ids_row - 1, "0123456789");
        long number = n > 0 && n <= DIGITS ? strtol(at, NULL, 10) : 0;

        for (; seen < at; seen++)
            if (*seen == '\n')
                line = seen + 1;
        if (number > highest && line[strspn(line, " ")] != '#')
            highest = number;
    }
    return highest;
}

static bool
is_interview(const char *name)
{
    return path_has_suffix(name, ".yaml") || path_has_suffix(name, ".yml");
}

long
case_ids_highest(struct session *session, const char *dir)
{
    struct arena *a = arena_new();
    const char **names;
    int n = look_list(session->console, session->a, dir, "", &names);
    long highest = 0;

    for (int i = 0; i < n; i++) {
        struct diag *d = session_diag(a);
        struct source src;

        highest = highest_in(names[i], highest);
        if (is_interview(names[i]) &&
            file_read(a, d, path_join(a, dir, names[i]), FILE_TEXT_MAX, &src))
            highest = highest_in(src.text, highest);
        if (diag_failed(d))
            console_diag(session->console, a, d);
        arena_reset(a);
    }
    arena_free(a);
    return highest;
}
