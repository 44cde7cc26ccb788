/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "method/pair_check.h"

#include "base/utf8.h"

enum { PAIR = 2 };

enum known { KNOWN_NOT, KNOWN_SAME, KNOWN_OTHER };

/* Keys of the interview that messages name. */
enum key { KEY_TEACHER, KEY_CHILD, KEY_CODE, KEY_NAME, KEY_DATE, KEY_COUNT };

static const char *const key_name[KEY_COUNT][LANG_COUNT] = {
    [KEY_TEACHER] = {"leerkracht", "teacher"},
    [KEY_CHILD] = {"kind", "child"},
    [KEY_CODE] = {"code", "code"},
    [KEY_NAME] = {"naam", "name"},
    [KEY_DATE] = {"gesprek.datum", "interview.date"},
};

static const char *
key_of(const struct interview *iv, enum key key)
{
    return key_name[key][iv->keys];
}

static struct pos
case_at(const struct interview *iv)
{
    return iv->case_id.at;
}

/* By what a person is known in both interviews. */
struct trait {
    enum key key; /* code or name */
    const struct text *one, *two;
};

static enum known
person_known(
    const struct person *one, const struct person *two, struct trait *by)
{
    bool code = one->code.s != NULL && two->code.s != NULL;

    *by = code ? (struct trait){KEY_CODE, &one->code, &two->code}
               : (struct trait){KEY_NAME, &one->name, &two->name};
    if (by->one->s == NULL || by->two->s == NULL)
        return KNOWN_NOT;
    return utf8_same(by->one->s, by->two->s) ? KNOWN_SAME : KNOWN_OTHER;
}

static bool
refuse_unknown(struct diag *d, const struct interview *one,
    const struct interview *two, enum key person)
{
    diag_error(d, case_at(two), "I502",
        "%s: neither a code nor a name stands in both interviews",
        key_of(two, person));
    diag_note(d, case_at(one), "the other interview is here");
    diag_help(d, "the same code in both says that it is the same person");
    return false;
}

static bool
check_teacher(
    struct diag *d, const struct interview *one, const struct interview *two)
{
    struct trait by;

    switch (person_known(&one->teacher, &two->teacher, &by)) {
    case KNOWN_SAME:
        return true;
    case KNOWN_NOT:
        return refuse_unknown(d, one, two, KEY_TEACHER);
    case KNOWN_OTHER:
        break;
    }
    diag_error(d, by.two->at, "I501", "%s.%s is \"%s\" here, not \"%s\"",
        key_of(two, KEY_TEACHER), key_of(two, by.key), by.two->s, by.one->s);
    diag_note(d, by.one->at, "the other interview is here");
    diag_help(d, "compare is for two children of one teacher, or for one child "
                 "twice");
    return false;
}

static bool
check_dates(
    struct diag *d, const struct interview *one, const struct interview *two)
{
    const struct interview *pair[PAIR] = {one, two};
    bool ok = true;

    for (int i = 0; i < PAIR; i++)
        if (pair[i]->date.year == 0) {
            ok = diag_error(d, case_at(pair[i]), "I504",
                "%s is missing, so the two interviews on this child have no "
                "order",
                key_of(pair[i], KEY_DATE));
            diag_help(d, "write the day of the interview there");
        }
    if (!ok || date_compare(one->date, two->date) != 0)
        return ok;
    diag_error(d, case_at(two), "I503",
        "the same teacher, the same child and the same %s",
        key_of(two, KEY_DATE));
    diag_note(d, case_at(one), "the other interview is here");
    diag_help(d, "give a repeated interview its own date, and two children "
                 "codes of their own");
    return false;
}

bool
pair_check(struct diag *d, const struct interview *one,
    const struct interview *two, bool *twice)
{
    struct trait by;

    *twice = false;
    if (!check_teacher(d, one, two))
        return false;
    switch (person_known(&one->child, &two->child, &by)) {
    case KNOWN_NOT:
        return refuse_unknown(d, one, two, KEY_CHILD);
    case KNOWN_OTHER:
        return true;
    case KNOWN_SAME:
        break;
    }
    *twice = true;
    return check_dates(d, one, two);
}
