/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* An interview as it was typed, for programs: the tree of its keys and values,
   nothing checked and nothing left out. */
#ifndef INTERVIEW_MODEL_H
#define INTERVIEW_MODEL_H

#include "format/yaml.h"
#include "interview/interview.h"

/* A file with the language of its keys. */
struct model {
    struct yaml yaml;
    enum lang lang;
};

/* Whether a tree is that of an interview: a group of keys with one that says
   so, in whose language the others are. */
bool model_language(const struct node *root, enum lang *lang);

/* Reads a file as it was typed.  False with an error reported where a part of
   it is not in the tree (Y1xx), or where it is no interview of this version
   (I107, I108); whatever else is wrong is kept. */
bool model_read(struct arena *a, struct diag *d, const struct source *src,
    struct model *out);

/* The tree as JSON on one line: scalars are strings as typed. */
void model_json(const struct node *root, struct buf *out);

/* The nodes of a tree in file order, to look places up. */
struct model_places;

struct model_places *model_places(struct arena *a, const struct node *root);

/* The way to what stands at `at`, as JSON: keys as the file writes them, and
   the numbers of items from 0; to the key `lacks` in it, where one is named. */
void model_path(const struct model_places *places, struct pos at,
    const char *lacks, struct buf *out);

#endif
