/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "page/flow.h"

#include "page/emit.h"
#include "page/kept.h"
#include "page/running.h"

#include <assert.h>
#include <string.h>

/* The blocks between two page breaks that the layout asks for are set as one
   galley, and page/best chooses where that is cut and how far its blocks give
   on each page.  The galley is set again at further steps of the ladder only
   where the design's own distances leave something to wish.  A text may name a
   page ({page.KIND}) that is known only when all is placed; then it is all
   placed again, with the numbers found.  Where these take as many lines as the
   guesses did the pages are those chosen before. */

/* The running head stands in the margin; pages that have
   one begin this much lower. */
#define HEAD_ROOM MM(10)
#define FOOT_RULE MM(281)
#define FOOT_WEIGHT PT(0.5)

/* Free room that becomes "Notities". */
#define NOTES_ROOM MM(28)

enum { FLOW_PASSES = 4 };

/* What was asked for a stretch in the pass before, and the pages chosen. */
struct chosen {
    struct best asked;
    struct best_page *v;
    int n;
};

struct flow {
    struct arena *a;
    struct arena *strip; /* of the galleys of one stretch */
    const struct metrics *metrics;
    const struct doc *doc;
    struct pages *pages;
    const struct look *own;  /* the document's */
    const struct look *look; /* of the stretch that is placed */
    struct kept *kept;       /* paragraphs that are set */
    struct page_ref *refs, *found;
    int nrefs, nfound, npages;
    struct chosen *chosen; /* of each stretch that holds something */
    int nchosen, capchosen, stretch;
};

/* Pages ------------------------------------------------------------- */

/* The first page of a look has no head, unless its layout asks for one. */
static bool
has_head(const struct flow *f)
{
    for (int i = 0; i < f->pages->n; i++)
        if (f->pages->v[i].look == f->look)
            return true;
    return f->look->layout->head_first;
}

static mpt
page_top(const struct flow *f, bool head)
{
    return f->look->layout->top + (head ? HEAD_ROOM : 0);
}

static mpt
page_bottom(const struct flow *f)
{
    return f->look->layout->page_h - f->look->layout->bottom;
}

static struct page *
page_open(struct flow *f)
{
    struct pages *p = f->pages;

    GROW(f->a, p->v, p->n, p->cap, 16);
    p->v[p->n] = (struct page){.look = f->look, .head = has_head(f)};
    return &p->v[p->n++];
}

/* Anchors ----------------------------------------------------------- */

static void
add_bookmark(struct flow *f, const char *text, int page, mpt y)
{
    struct pages *p = f->pages;
    struct bookmark *more = NEW(f->a, struct bookmark, p->nbookmarks + 1);

    if (p->nbookmarks > 0)
        memcpy(more, p->bookmarks, (size_t)p->nbookmarks * sizeof *more);
    more[p->nbookmarks++] =
        (struct bookmark){.text = text, .page = page, .y = y};
    p->bookmarks = more;
}

static void
add_landing(struct flow *f, const struct block *b, int page, mpt y)
{
    struct pages *p = f->pages;

    GROW(f->a, p->landings, p->nlandings, p->caplandings, 16);
    p->landings[p->nlandings++] =
        (struct landing){.block = b, .page = page, .y = y};
}

static void
emit_anchors(struct flow *f, const struct stretch *s)
{
    for (int i = 0; i < s->g[0]->nanchors; i++) {
        const struct block *b = s->g[0]->anchors[i].block;
        mpt y = page_top(f, has_head(f));
        int page = s->page + (s->n > 0 ? emit_place(s, i, &y) : 0);

        if (b->bookmark != NULL)
            add_bookmark(f, b->bookmark, page, y);
        if (b->target)
            add_landing(f, b, page, y);
        if (b->section != NULL || b->target)
            f->found[f->nfound++] = (struct page_ref){
                .block = b, .page = f->doc->pages_before + page + 1};
    }
}

/* Running texts ----------------------------------------------------- */

static struct galley
galley_for(const struct flow *f)
{
    return (struct galley){.a = f->a,
        .strip = f->strip,
        .metrics = f->metrics,
        .doc = f->doc,
        .layout = f->look->layout,
        .refs = f->refs,
        .nrefs = f->nrefs,
        .npages = f->npages,
        .give = &give_ladder[0],
        .kept = f->kept};
}

static void
run_head(struct galley *g, const struct page *p)
{
    const struct running r = running_head(p->look);

    if (p->head)
        place_running(g, &r);
}

/* The foot is the document's on every page. */
static void
run_foot(struct galley *g, struct flow *f, int page)
{
    const struct layout *l = f->doc->layout;
    const struct running r = running_foot(f->a, f->doc, page + 1, f->pages->n);

    page_mark(f->a, &f->pages->v[page],
        (struct mark){.kind = MARK_LINE,
            .artifact = true,
            .x = l->left,
            .y = FOOT_RULE + l->page_h - PAGE_A4_H,
            .w = l->page_w - l->left - l->right,
            .fill = -1,
            .stroke = l->colors[COLOR_RULE],
            .weight = FOOT_WEIGHT});
    g->layout = l;
    place_running(g, &r);
}

static void
run_head_and_foot(struct flow *f, int page)
{
    struct page *p = &f->pages->v[page];
    struct galley g;

    f->look = p->look;
    arena_reset(f->strip);
    g = galley_for(f);
    g.kept = NULL; /* its blocks last only as long as they are placed */
    run_head(&g, p);
    run_foot(&g, f, page);
    for (int i = 0; i < g.nmarks; i++)
        page_mark(f->a, p, g.marks[i].mark);
}

/* Notes ------------------------------------------------------------- */

static const struct block *
find_notes(const struct block *b)
{
    for (const struct block *c = b->first; c != NULL; c = c->next)
        if (c->notes)
            return c;
    return NULL;
}

/* How many writing lines a notes block gets in `room`: it ends in the lines,
   all else of it stands above or beside them. */
static int
notes_lines(const struct block *notes, mpt room)
{
    const struct block *b = notes;

    for (; b->kind != BLOCK_LINES; b = b->last)
        room -= b->before;
    room -= b->before;
    return room > 0 ? room / b->as.lines.pitch : 0;
}

/* Places the notes below `y`, where a page has room for them. */
static void
place_notes(struct flow *f, const struct block *notes, struct page *page, mpt y)
{
    const struct layout *l = f->look->layout;
    struct galley g = galley_for(f);
    mpt room = page_bottom(f) - y;

    g.fill_lines = notes_lines(notes, room);
    if (room < NOTES_ROOM || g.fill_lines == 0)
        return;
    place_block(
        &g, notes, l->left, l->page_w - l->left - l->right, y + notes->before);
    for (int i = 0; i < g.nmarks; i++)
        page_mark(f->a, page, g.marks[i].mark);
}

/* Flow ------------------------------------------------------------- */

static const struct look *
block_look(const struct flow *f, const struct block *b)
{
    return b->look != NULL ? b->look : f->own;
}

/* Whether a block may go on where the one before it ends. */
static bool
goes_on(const struct flow *f, const struct block *b)
{
    return (b->page == PAGE_FLOW || (b->low && !b->right)) &&
           block_look(f, b) == f->look;
}

/* Sets the blocks from `first` up to `end` at a step of the ladder.  What only
   measures has no marks. */
static void
set_galley(struct flow *f, struct stretch *s, const struct block *first,
    const struct block *end, int step, bool measures)
{
    const struct layout *l = f->look->layout;
    struct galley *g = NEW(f->strip, struct galley, 1);

    *g = galley_for(f);
    g->give = &give_ladder[step];
    g->measures = measures;
    if (s->g[0] != NULL)
        galley_reserve(g, s->g[0]);
    g->bottom = place_children(
        g, first, end, 0, l->left, l->page_w - l->left - l->right);
    s->g[step] = g;
}

/* Adds a step to those that may be chosen. */
static void
set_step(struct flow *f, struct stretch *s, const struct block *first,
    const struct block *end, int step)
{
    set_galley(f, s, first, end, step, step > 0);
    if (s->pieces == NULL)
        s->pieces =
            pieces_new(f->a, s->g[0], page_bottom(f) - page_top(f, true));
    else
        pieces_step(f->a, s->pieces, s->g[step], step);
}

/* Sets the steps that were chosen once more, now with their marks. */
static void
set_chosen(struct flow *f, struct stretch *s, const struct block *first,
    const struct block *end)
{
    for (int i = 0; i < s->n; i++) {
        int step = s->v[i].step;

        if (s->g[step] == NULL || s->g[step]->measures)
            set_galley(f, s, first, end, step, false);
    }
}

/* The piece that `b` begins with, from its anchor. */
static int
first_piece(const struct stretch *s, const struct block *b)
{
    const struct galley *g = s->g[0];
    int i = 0, k = 0;

    while (i < g->nanchors && g->anchors[i].block != b)
        i++;
    while (i < g->nanchors && k < s->pieces->n &&
           s->pieces->top[0][k] < g->anchors[i].y)
        k++;
    return k;
}

static bool
is_kin(const struct block *b, const struct block *c)
{
    return b->section != NULL && c->section != NULL &&
           strcmp(b->section, c->section) == 0;
}

/* What is asked of page/best for the blocks from `first` up to `end`. */
static struct best
ask_best(struct flow *f, const struct stretch *s, const struct block *first,
    const struct block *end)
{
    const struct pieces *p = s->pieces;
    uint8_t *begins = NEW(f->a, uint8_t, p->n + 1);
    mpt *again = NEW(f->a, mpt, p->n + 1);
    int *part_end = NEW(f->a, int, p->n + 1);

    for (int k = 1; k < p->n; k++)
        again[k] = emit_again(s->g[0], pieces_cut(p, 0, k));
    for (const struct block *b = first, *c = b->next; c != end;
         b = c, c = c->next)
        if (c->page != PAGE_FLOW)
            begins[first_piece(s, c)] =
                (uint8_t)(BEGINS_PART | (c->faces ? BEGINS_FACING : 0) |
                          (is_kin(b, c) ? BEGINS_KIN : 0));
    for (int k = p->n - 1, part = p->n; k >= 0; k--) {
        part_end[k] = part;
        if (begins[k] != BEGINS_NOT)
            part = k;
    }
    return (struct best){.pieces = p,
        .begins = begins,
        .part_end = part_end,
        .again = again,
        .first = page_bottom(f) - page_top(f, has_head(f)),
        .room = page_bottom(f) - page_top(f, true),
        .page = f->pages->n};
}

/* Whether the pages at the design's own distances leave nothing to wish: each
   part on one page, and none too empty. */
static bool
all_well(const struct best *b, const struct best_page *v, int n)
{
    for (int i = 0; i < n; i++)
        if (v[i].fill < BEST_LEAN || v[i].fill > 1000 || v[i].low > 0 ||
            (v[i].to < b->pieces->n && b->begins[v[i].to] == BEGINS_NOT))
            return false;
    return true;
}

/* Asks for the pages of a stretch that is set at step 0.  The steps between are
   set only where the last one, at the price of the first, would gain
   something. */
static void
ask_pages(struct flow *f, struct stretch *s, struct best *b,
    const struct block *first, const struct block *end)
{
    int64_t cost = best_pages(f->a, b, &s->v, &s->n);
    struct best_page *v;
    int n;

    if (!s->g[0]->yields || all_well(b, s->v, s->n))
        return;
    set_step(f, s, first, end, GIVE_STEPS - 1);
    b->bound = true;
    if (best_pages(f->a, b, &v, &n) < cost) {
        for (int step = 1; step < GIVE_STEPS - 1; step++)
            set_step(f, s, first, end, step);
        b->bound = false;
        (void)best_pages(f->a, b, &s->v, &s->n);
    }
    b->bound = false;
}

/* Takes the pages that the pass before chose, where the same is asked.  The
   steps of the ladder change distances, never how many lines a text takes, so
   that what is the same at step 0 is the same at each. */
static bool
chose_before(struct flow *f, struct stretch *s, const struct best *b,
    const struct block *first, const struct block *end)
{
    const struct chosen *c =
        f->stretch < f->nchosen ? &f->chosen[f->stretch] : NULL;

    if (c == NULL || !best_same(&c->asked, b))
        return false;
    s->v = c->v;
    s->n = c->n;
    for (int i = 0; i < s->n; i++)
        if (s->pieces->top[s->v[i].step] == NULL) {
            set_galley(f, s, first, end, s->v[i].step, false);
            pieces_step(f->a, s->pieces, s->g[s->v[i].step], s->v[i].step);
        }
    return true;
}

/* Chooses the pages of a stretch. */
static void
choose_pages(struct flow *f, struct stretch *s, const struct block *first,
    const struct block *end)
{
    struct best b;

    set_step(f, s, first, end, 0);
    if (s->pieces->n == 0)
        return;
    b = ask_best(f, s, first, end);
    if (!chose_before(f, s, &b, first, end)) {
        ask_pages(f, s, &b, first, end);
        GROW(f->a, f->chosen, f->nchosen, f->capchosen, 16);
        f->chosen[f->stretch] = (struct chosen){b, s->v, s->n};
    }
    set_chosen(f, s, first, end);
    if (++f->stretch > f->nchosen)
        f->nchosen = f->stretch;
}

/* Opens the pages of a stretch and says of each why it ends. */
static void
open_pages(struct flow *f, struct stretch *s, bool last)
{
    static const char *const ends[] = {[ENDS_REPORT] = "all is placed",
        [ENDS_PART] = "the next part begins a page",
        [ENDS_FULL] = "what comes next has no room",
        [ENDS_HELD] = "what comes next stays together and has no room",
        [ENDS_SPARED] = "the next page would hold too little"};

    s->page = f->pages->n;
    s->y = NEW(f->a, mpt, s->n + 1);
    for (int k = 0; k < s->n; k++) {
        const struct best_page *v = &s->v[k];
        struct page *p = page_open(f);
        mpt top = page_top(f, p->head);

        s->y[k] = top + emit_again(s->g[v->step],
                            pieces_cut(s->pieces, v->step, v->from));
        p->fit = (struct page_fit){.section = "",
            .h = page_bottom(f) - top,
            .fill = v->fill,
            .low = v->low,
            .cost = (long)v->cost,
            .gave = give_ladder[v->step].name,
            .ends =
                ends[v->ends == ENDS_REPORT && !last ? ENDS_PART : v->ends]};
    }
}

/* The section in which each page ends. */
static void
name_sections(struct flow *f, const struct stretch *s)
{
    const struct galley *g = s->g[0];

    for (int i = 0, last = 0; i < g->nanchors; i++) {
        mpt y;
        int k = emit_place(s, i, &y);

        if (g->anchors[i].block->section == NULL)
            continue;
        for (last = last > k ? last : k; last < s->n; last++)
            f->pages->v[s->page + last].fit.section =
                g->anchors[i].block->section;
        last = k;
    }
}

static const struct block *
part_notes(const struct block *first, const struct block *end)
{
    const struct block *notes = NULL;

    for (const struct block *b = first; b != end; b = b->next) {
        const struct block *found = find_notes(b);

        if (found != NULL)
            notes = found;
    }
    return notes;
}

/* Places the notes of each part that ends a page: where the next part begins
   below it they have no room. */
static void
add_notes(struct flow *f, const struct stretch *s, const struct block *first,
    const struct block *end)
{
    const struct block *part = first, *next;

    for (; part != end; part = next) {
        const struct block *notes;
        int to, k = 0;

        for (next = part->next; next != end && next->page == PAGE_FLOW;)
            next = next->next;
        notes = part_notes(part, next);
        to = next == end ? s->pieces->n : first_piece(s, next);
        while (k < s->n && s->v[k].to < to)
            k++;
        if (notes == NULL || k == s->n || s->v[k].to != to)
            continue;
        place_notes(f, notes, &f->pages->v[s->page + k],
            emit_foot(s, k) + (next == end ? emit_rest(s) : 0));
    }
}

/* Sets the blocks from `first` up to the next page break; returns the one
   after them. */
static const struct block *
flow_stretch(struct flow *f, const struct block *first)
{
    const struct block *end = first->next;
    struct stretch s = {.n = 0};

    while (end != NULL && goes_on(f, end) && first->page != PAGE_OWN)
        end = end->next;
    arena_reset(f->strip);
    choose_pages(f, &s, first, end);
    if (s.pieces->n == 0) { /* nothing to see, but places to find */
        s.page = f->pages->n;
        (void)page_open(f);
        emit_anchors(f, &s);
        return end;
    }
    open_pages(f, &s, end == NULL);
    name_sections(f, &s);
    emit_marks(f->a, f->pages, &s);
    emit_anchors(f, &s);
    add_notes(f, &s, first, end);
    return end;
}

static void
flow_pass(struct flow *f)
{
    f->pages = NEW(f->a, struct pages, 1);
    f->pages->doc = f->doc;
    f->pages->w = f->doc->layout->page_w;
    f->pages->h = f->doc->layout->page_h;
    f->nfound = 0;
    f->stretch = 0;
    f->look = f->own;
    for (const struct block *b = f->doc->root->first; b != NULL;) {
        if (b->right && f->pages->n % 2 != 0)
            (void)page_open(f); /* left blank */
        f->look = block_look(f, b);
        b = flow_stretch(f, b);
    }
    if (f->pages->n == 0)
        (void)page_open(f);
    if (f->doc->whole_sheets && f->pages->n % 2 != 0)
        page_open(f)->head = false;
    for (int i = 0; i < f->pages->n; i++)
        run_head_and_foot(f, i);
}

/* A first guess: one page for each block that starts one.  It is right for
   most reports, which are then placed once. */
static void
guess_refs(struct flow *f)
{
    const struct block *root = f->doc->root;
    int n = 0;

    for (const struct block *b = root; b != NULL; b = block_after(b, root))
        n += b->section != NULL || b->target;
    f->refs = NEW(f->a, struct page_ref, n + 1);
    f->found = NEW(f->a, struct page_ref, n + 1);
    f->npages = 1;
    for (const struct block *b = root; b != NULL; b = block_after(b, root)) {
        if (b->parent == root && b->page != PAGE_FLOW && b != root->first)
            f->npages++;
        if (b->section != NULL || b->target)
            f->refs[f->nrefs++] = (struct page_ref){
                .block = b, .page = f->doc->pages_before + f->npages};
    }
}

/* Takes over the pages found; true if they are what was printed.  Both lists
   are in the order of the document. */
static bool
refs_settled(struct flow *f)
{
    bool same = f->npages == f->pages->n;

    f->npages = f->pages->n;
    for (int i = 0; i < f->nfound; i++) {
        assert(f->found[i].block == f->refs[i].block);
        same &= f->found[i].page == f->refs[i].page;
        f->refs[i].page = f->found[i].page;
    }
    return same;
}

/* It lasts as long as the pages, which point to it. */
static const struct look *
document_look(struct arena *a, const struct doc *doc)
{
    struct look *look = NEW(a, struct look, 1);

    *look = (struct look){doc->layout, doc->head_left, doc->head_right};
    return look;
}

struct pages *
flow_doc(struct arena *a, const struct metrics *m, const struct doc *doc)
{
    struct flow f = {.a = a,
        .strip = arena_new(),
        .metrics = m,
        .doc = doc,
        .own = document_look(a, doc),
        .kept = kept_new(a)};

    guess_refs(&f);
    for (int pass = 0; pass < FLOW_PASSES; pass++) {
        flow_pass(&f);
        if (refs_settled(&f))
            break;
    }
    arena_free(f.strip);
    pages_bind(f.pages, doc->layout->binding);
    if (doc->layout->enlarge > 0)
        pages_enlarge(f.pages, doc->layout->enlarge);
    return f.pages;
}
