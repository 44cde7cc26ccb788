/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/fill_block.h"

struct filling {
    struct arena *a;
    struct block *into;
};

static void
add_piece(
    void *ctx, enum fill_piece piece, bool strong, const char *s, size_t len)
{
    static const enum run_kind kind[] = {
        [FILL_TEXT] = RUN_TEXT, [FILL_CHIP] = RUN_CHIP, [FILL_PAGE] = RUN_PAGE};
    struct filling *f = ctx;

    block_run(f->a, f->into, kind[piece], strong, s, len);
}

void
fill_block(
    struct arena *a, const struct fill *env, const char *s, struct block *into)
{
    struct filling filling = {a, into};

    fill_pieces(a, env, s, add_piece, &filling);
}
