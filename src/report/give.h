/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What blocks can give where a page asks for it: a table of bounds for all
   that says nothing of its own. */
#ifndef REPORT_GIVE_H
#define REPORT_GIVE_H

#include "report/block.h"

/* Gives every block of the tree its bounds (`tight` and the like); those that a
   section set stay, and so does what is `rigid`. */
void give_blocks(struct block *root);

#endif
