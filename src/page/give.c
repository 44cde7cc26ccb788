/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "page/give.h"

/* White space goes first, then lines stand closer, and last there are fewer of
   them. */
const struct give give_ladder[GIVE_STEPS] = {
    {"nothing", 0, 0, 0, 0},
    {"gaps, 25 %", 250, 0, 0, 5},
    {"gaps, 50 %", 500, 0, 0, 15},
    {"gaps, 75 %", 750, 0, 0, 30},
    {"gaps, 75 %, closer lines", 750, 1000, 0, 45},
    {"all gaps, closer lines", 1000, 1000, 0, 60},
    {"all gaps, closer lines, fewer lines", 1000, 1000, 1000, 100},
};

mpt
give_part(mpt v, int permille)
{
    return (mpt)((long long)v * permille / 1000);
}
