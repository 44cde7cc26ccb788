/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "privacy/anonymise.h"

#include "privacy/names.h"

#include <string.h>

struct replacer {
    struct arena *a;
    const struct names *names;
};

static struct text
replace(void *ctx, const struct text *text)
{
    const struct replacer *r = ctx;

    return (struct text){
        .s = names_replace(r->a, r->names, text->s), .at = text->at};
}

/* A person under a role; a code leads back as well as a name. */
static void
hide_person(struct person *p, const char *role)
{
    p->name.s = role;
    p->code.s = NULL;
    p->names.n = 0;
}

static void
hide_people(struct arena *a, const struct interview *iv,
    const struct beside *beside, enum lang lang, struct interview *copy)
{
    hide_person(&copy->teacher, names_teacher(a, lang));
    hide_person(&copy->child, names_child(a, beside, lang));
    if (iv->coach.name.s != NULL)
        hide_person(&copy->coach, names_coach(lang));
    copy->others.n = 0;
    for (int i = 0; i < copy->nreadings; i++) {
        const char *by = iv->readings[i].by.s;

        if (by != NULL && strcmp(by, "coach") != 0)
            copy->readings[i].by.s = names_reader(a, i + 1, lang);
    }
}

static void
hide_dates(struct arena *a, struct interview *copy)
{
    const struct date none = {0};
    struct filled *filled = NEW(a, struct filled, copy->nquestionnaires);

    copy->date = copy->recording_erased = none;
    copy->reflection = copy->review = none;
    copy->agreed_date = copy->own_date = copy->relation_ended = none;
    for (int i = 0; i < copy->nreadings; i++)
        copy->readings[i].date = none;
    for (int i = 0; i < copy->nquestionnaires; i++) {
        filled[i] = copy->questionnaires[i];
        filled[i].date = none;
    }
    copy->questionnaires = filled;
    for (int i = 0; i < copy->nchanges; i++)
        copy->changes[i].date = none;
}

struct interview *
anonymise_interview(struct arena *a, const struct interview *iv,
    const struct beside *beside, enum lang lang, enum anonymise how)
{
    struct names *names = names_collect(a, iv, beside, lang);
    struct replacer r = {.a = a, .names = names};
    struct interview *copy;

    parts_expect_near(a, names);
    copy = interview_map(a, iv, replace, &r);

    hide_people(a, iv, beside, lang, copy);
    if (how == ANONYMISE_COURSE)
        hide_dates(a, copy);
    return copy;
}

bool
anonymise_check(struct arena *a, struct diag *d, const struct interview *iv)
{
    const struct person_named *name =
        names_in_id(a, names_collect(a, iv, NULL, iv->lang), iv->case_id.s);

    if (name == NULL)
        return true;
    diag_error(d, iv->case_id.at, "A101",
        "the case id \"%s\" holds a name: \"%s\"", iv->case_id.s, name->typed);
    diag_help(d, "it stands in file names and titles; choose one that leads "
                 "back to nobody");
    return false;
}
