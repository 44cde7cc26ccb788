/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The names that an interview lists, what stands in their place, and where
   they occur in a text. */
#ifndef PRIVACY_NAMES_H
#define PRIVACY_NAMES_H

#include "interview/interview.h"
#include "privacy/fold.h"
#include "base/key_map.h"

/* A person as listed. */
struct person_named {
    const char *typed;            /* as listed */
    const char *role;             /* "kind B" */
    const char *particles;        /* "v d" for van der; of two letters each */
    uint32_t first, middle, last; /* letters of given name and surnames */
};

/* A word of a name.  Where several persons share it, it is of the first. */
struct part {
    const uint32_t *c; /* folded */
    int n;
    int person;
    bool weak; /* too short to be a name on its own */
    bool word; /* also an ordinary word: a name only with a capital */
    bool verb; /* that word can begin a question */
    bool surname;
};

/* A listed code, or a name without a letter. */
struct code {
    const uint32_t *c;
    int n, person;
};

struct names {
    enum lang lang; /* of the texts */
    struct person_named *persons;
    struct part *parts;
    struct code *codes;
    int npersons, nparts, ncodes;
    struct key_map exact;    /* parts */
    struct key_map pairs;    /* persons by two of their parts */
    struct key_map shorter;  /* parts without one letter */
    struct key_map other;    /* parts with one letter open */
    struct key_map begin;    /* parts cut off */
    struct key_map initials; /* persons by "jvdb" */
    struct key_map letters;  /* first letters of persons */
    struct key_map coded;    /* codes by their first letters or digits */
    uint64_t lengths;        /* of parts, a bit each */
    long *steps;             /* look-ups made, for tests; or NULL */
};

/* What was decided on one occurrence. */
enum spot_kind {
    SPOT_REPLACED,
    SPOT_CHECK, /* replaced, but may be an ordinary word */
    SPOT_SLIP,  /* replaced, written with a slip */
    SPOT_LEFT,  /* left: here it is more likely an ordinary word */
    SPOT_SMALL  /* left: without a capital it is an ordinary word */
};

struct spot {
    enum spot_kind kind;
    int from, to; /* characters of the folded text */
    int person;
    bool possessive;
    bool joined; /* to another word by a hyphen */
};

/* The names of teacher, child, coach, others and readers, and the codes of
   persons, of one or of two interviews (`beside`, NULL: of one).  Roles are in
   `lang`; they depend on the order in the files only. */
struct beside;
struct names *names_collect(struct arena *a, const struct interview *iv,
    const struct beside *beside, enum lang lang);

/* Makes ready for what is only near to a name: needed before a text is searched
   or reviewed. */
void parts_expect_near(struct arena *a, struct names *names);

/* The roles of the persons that the report names, of another whose letter is
   that many behind A, and of the Nth reader. */
const char *names_teacher(struct arena *a, enum lang lang);
const char *names_child(
    struct arena *a, const struct beside *beside, enum lang lang);
const char *names_coach(enum lang lang);
const char *names_other(struct arena *a, int letter, enum lang lang);
const char *names_reader(struct arena *a, int n, enum lang lang);

/* The spots of a text, in order, none within another; returns how many. */
int names_find(struct arena *a, const struct names *names,
    const struct folded *f, struct spot **out);

/* Whether a spot is replaced. */
bool names_hides(const struct spot *spot);

/* A text with every replaced spot as its role, with a capital where a sentence
   begins. */
const char *names_replace(
    struct arena *a, const struct names *names, const char *s);

/* What stands in place of a spot. */
const char *names_instead(struct arena *a, const struct names *names,
    const struct folded *f, const struct spot *spot);

/* The person a folded id leads to, whose name stands in it, also as part of a
   longer word; or NULL. */
const struct person_named *names_in_id(
    struct arena *a, const struct names *names, const char *id);

/* Whether a letter begins a listed name. */
bool names_initial(const struct names *names, uint32_t c);

#endif
