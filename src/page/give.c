#include "page/give.h"

/* White space goes first, then lines stand closer, and last there are fewer of
   them. */
const struct give give_ladder[GIVE_STEPS] = {
    {"nothing", 0, 0, 0, 0},
    {"gaps, 30 %", 300, 0, 0, 10},
    {"gaps, 55 %", 550, 0, 0, 25},
    {"gaps, 80 %", 800, 0, 0, 45},
    {"all gaps", 1000, 0, 0, 70},
    {"all gaps, closer lines", 1000, 1000, 0, 110},
    {"all gaps, closer lines, fewer lines", 1000, 1000, 1000, 180},
};

mpt
give_part(mpt v, int permille)
{
    return (mpt)((long long)v * permille / 1000);
}
