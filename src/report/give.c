/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/give.h"

/* How much of white space may go, per mille, and how much stays in any case. */
struct bound {
    bool (*fits)(const struct block *b);
    int permille;
    mpt least;
};

static bool
is_rule(const struct block *b)
{
    return b->kind == BLOCK_RULE;
}

static bool
is_heading(const struct block *b)
{
    return b->role == ROLE_H1 || b->role == ROLE_H2 || b->role == ROLE_H3;
}

static bool
is_row(const struct block *b)
{
    return b->role == ROLE_TR || b->role == ROLE_LI;
}

static bool
is_part(const struct block *b)
{
    return b->kind == BLOCK_GROUP || b->kind == BLOCK_COLUMNS;
}

static bool
is_text(const struct block *b)
{
    return b->kind == BLOCK_TEXT || b->kind == BLOCK_WORDS;
}

/* Above a block; the first line that fits it holds.  Measured by eye: at these
   bounds a page is full, and what belongs together still stands closer than
   what does not. */
static const struct bound bounds_of_gaps[] = {
    {is_rule, 550, MM(2)},
    {is_heading, 450, MM(1.5)},
    {is_row, 450, MM(0.8)},
    {is_part, 550, MM(1.4)},
    {is_text, 400, MM(0.6)},
};

/* Below any. */
static const struct bound bound_below = {NULL, 500, MM(1)};

/* Writing lines: how close they may stand, and how much of the distance may go;
   of two lines or more one may be left out. */
#define LINE_LEAST MM(7.8)
enum { LINE_PERMILLE = 110, LINES_MANY = 2 };

static mpt
can_go(const struct bound *bound, mpt gap)
{
    mpt share = (mpt)((long long)gap * bound->permille / 1000);

    if (gap <= bound->least)
        return 0;
    return share < gap - bound->least ? share : gap - bound->least;
}

static void
give_gap(struct block *b)
{
    for (size_t i = 0; i < sizeof bounds_of_gaps / sizeof *bounds_of_gaps; i++)
        if (bounds_of_gaps[i].fits(b)) {
            b->tight = can_go(&bounds_of_gaps[i], b->before);
            return;
        }
}

static void
give_lines(struct block *b)
{
    mpt share = (mpt)((long long)b->as.lines.pitch * LINE_PERMILLE / 1000);

    if (b->as.lines.n == 0)
        return;
    if (b->as.lines.pitch > LINE_LEAST)
        b->as.lines.tight = share < b->as.lines.pitch - LINE_LEAST
                                ? share
                                : b->as.lines.pitch - LINE_LEAST;
    if (b->as.lines.n >= LINES_MANY && b->as.lines.least == b->as.lines.n)
        b->as.lines.least--;
}

/* `beside`: something stands beside it, with which the first of a group lines
   up: that keeps its distance. */
static void
give_block(struct block *b, bool first, bool beside)
{
    if (b->rigid)
        return;
    if (!beside || !first) {
        if (b->tight == 0)
            give_gap(b);
        if (b->tight_after == 0)
            b->tight_after = can_go(&bound_below, b->after);
    }
    if (b->kind == BLOCK_LINES)
        give_lines(b);
    if (b->kind == BLOCK_TEXT)
        return; /* its children stand in its margin */
    for (struct block *c = b->first; c != NULL; c = c->next)
        give_block(c, b->kind == BLOCK_COLUMNS || c == b->first,
            beside || b->kind == BLOCK_COLUMNS);
}

void
give_blocks(struct block *root)
{
    for (struct block *b = root->first; b != NULL; b = b->next)
        give_block(b, false, false);
}
