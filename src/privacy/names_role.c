/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "privacy/names.h"

#include "privacy/anonymise.h"

static const char *
role_letter(struct arena *a, int i)
{
    return i < 26 ? arena_printf(a, "%c", 'A' + i)
                  : arena_printf(
                        a, "%s%c", role_letter(a, i / 26 - 1), 'A' + i % 26);
}

/* Who stands where names are left out. */
enum role { ROLE_TEACHER, ROLE_CHILD, ROLE_OTHER, ROLE_COACH, ROLE_READER };

static const char *const role_word[][LANG_COUNT] = {
    [ROLE_TEACHER] = {"leerkracht", "teacher"},
    [ROLE_CHILD] = {"kind", "child"},
    [ROLE_OTHER] = {"persoon", "person"},
    [ROLE_COACH] = {"coach", "coach"},
    [ROLE_READER] = {"lezer", "reader"},
};

static const char *
role_of(struct arena *a, enum role role, const char *which, enum lang lang)
{
    return arena_printf(a, "%s %s", role_word[role][lang], which);
}

const char *
names_teacher(struct arena *a, enum lang lang)
{
    return role_of(a, ROLE_TEACHER, "A", lang);
}

const char *
names_child(struct arena *a, const struct beside *beside, enum lang lang)
{
    bool other = beside != NULL && beside->second && !beside->twice;

    return role_of(a, ROLE_CHILD, other ? "C" : "B", lang);
}

const char *
names_coach(enum lang lang)
{
    return role_word[ROLE_COACH][lang];
}

const char *
names_reader(struct arena *a, int n, enum lang lang)
{
    return role_of(a, ROLE_READER, arena_printf(a, "%d", n), lang);
}

const char *
names_other(struct arena *a, int letter, enum lang lang)
{
    return role_of(a, ROLE_OTHER, role_letter(a, letter), lang);
}
