/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Interviews as trees: whether two files hold the same. */
#ifndef TESTS_TREES_H
#define TESTS_TREES_H

#include "format/yaml.h"

#include <stdbool.h>

/* Whether every value of one tree lies in the other under the same keys, in
   the same place of its list, and the reverse; what is empty does not count,
   and keys may come in any order. */
bool trees_same(const struct node *one, const struct node *two);

#endif
