/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The names that an interview lists, what stands in their place, and where
   they occur in a text. */
#ifndef PRIVACY_NAMES_H
#define PRIVACY_NAMES_H

#include "interview/interview.h"
#include "privacy/fold.h"

/* One form of a name.  A blank in `c` stands for a blank or a hyphen. */
struct name {
    const uint32_t *c; /* folded */
    int n;
    int main;          /* where the first word begins that is no particle */
    const char *typed; /* as listed */
    const char *role;  /* "kind B" */
    int order;         /* of listing */
    bool code;         /* of a person, no name */
    bool word;         /* also an ordinary word: a name only with a capital */
    bool verb;         /* that word can begin a question */
};

struct names {
    struct name *v; /* longest first */
    int n;
};

/* What was decided on one occurrence. */
enum spot_kind {
    SPOT_REPLACED,
    SPOT_CHECK, /* replaced, but may be an ordinary word */
    SPOT_LEFT,  /* left: here it is more likely an ordinary word */
    SPOT_SMALL  /* left: without a capital it is an ordinary word */
};

struct spot {
    enum spot_kind kind;
    int from, to; /* characters of the folded text */
    const struct name *name;
    bool possessive;
    bool joined; /* to another word by a hyphen */
};

/* The names of teacher, child, coach, others and readers, and the codes of
   persons.  Roles are in `lang`; they depend on the order in the file only. */
struct names *names_collect(
    struct arena *a, const struct interview *iv, enum lang lang);

/* The roles of the persons that the report names, and of the Nth reader. */
const char *names_teacher(struct arena *a, enum lang lang);
const char *names_child(struct arena *a, enum lang lang);
const char *names_coach(enum lang lang);
const char *names_reader(struct arena *a, int n, enum lang lang);

/* The spots of a text, in order, none within another; returns how many. */
int names_find(struct arena *a, const struct names *names,
    const struct folded *f, struct spot **out);

/* A text with every replaced spot as its role, with a capital where a sentence
   begins. */
const char *names_replace(
    struct arena *a, const struct names *names, const char *s);

/* What stands in place of a spot. */
const char *names_instead(
    struct arena *a, const struct folded *f, const struct spot *spot);

/* The first listed name that stands in an id, also as part of a longer word;
   or NULL. */
const struct name *names_in_id(
    struct arena *a, const struct names *names, const char *id);

#endif
