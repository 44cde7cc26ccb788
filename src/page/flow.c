#include "page/flow.h"

#include "page/cut.h"
#include "page/running.h"

#include <assert.h>
#include <string.h>

/* The blocks between two page breaks that the layout asks for are set as one
   galley, which is then cut: at a place where no atom is parted, as low on
   the page as can be.  A text may name a page ({page.KIND}) that is known
   only when all is placed; then it is all placed again, with the numbers found.
 */

/* The running head stands in the margin; pages that have
   one begin this much lower. */
#define HEAD_ROOM MM(10)
#define FOOT_RULE MM(281)
#define FOOT_WEIGHT PT(0.5)

/* Free room that becomes "Notities". */
#define NOTES_ROOM MM(28)

enum { FLOW_PASSES = 4, TIGHT_MOST = 1000 /* of struct galley */ };

/* A piece of the galley on a page. */
struct fragment {
    mpt from, to; /* on the galley */
    int page;
    mpt y; /* where `from` stands on that page */
};

struct flow {
    struct arena *a;
    const struct metrics *metrics;
    const struct doc *doc;
    struct pages *pages;
    struct look own;         /* the document's */
    const struct look *look; /* of the stretch that is placed */
    mpt y;                   /* where the current page is filled up to */
    struct page_ref *refs, *found;
    int nrefs, nfound, npages;
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
page_top(const struct flow *f)
{
    const struct page *p = &f->pages->v[f->pages->n - 1];

    return p->look->layout->top + (p->head ? HEAD_ROOM : 0);
}

static mpt
page_bottom(const struct flow *f)
{
    return f->look->layout->page_h - f->look->layout->bottom;
}

static void
page_open(struct flow *f)
{
    struct pages *p = f->pages;

    GROW(f->a, p->v, p->n, p->cap, 16);
    p->v[p->n] = (struct page){.look = f->look, .head = has_head(f)};
    p->n++;
    f->y = page_top(f);
}

/* Pieces ------------------------------------------------------------ */

/* Whether it is shown again where the galley goes on at `from`. */
static bool
is_carried(const struct carried *c, mpt from)
{
    return c->after < from && from < c->until;
}

/* A page on which the galley goes on at `from`. */
static void
page_open_at(struct flow *f, const struct galley *g, mpt from)
{
    page_open(f);
    for (int i = 0; i < g->ncarried; i++)
        if (is_carried(&g->carried[i], from))
            f->y += g->carried[i].h;
}

/* Cuts a galley of height `h` into pieces, opening pages as it goes. */
static int
cut_galley(struct flow *f, struct galley *g, mpt h, struct fragment **out)
{
    struct cutter c = cut_prepare(f->a, g);
    struct fragment *v;
    mpt from, last, top = page_top(f);
    int n = 0, cap = g->natoms + 1;

    v = NEW(f->a, struct fragment, cap);
    from = cut_top(&c, -PAGE_A4_H);
    last = c.nhard > 0 ? c.hard[c.nhard - 1].bottom : h;
    while (from < last && n < cap) {
        mpt room = page_bottom(f) - f->y, to = last;

        if (last - from > room) {
            to = cut_next(&c, from, room, f->y == top);
            if (to == from) {
                page_open_at(f, g, from);
                top = f->y;
                continue;
            }
        }
        v[n++] = (struct fragment){
            .from = from, .to = to, .page = f->pages->n - 1, .y = f->y};
        f->y += to - from;
        from = cut_top(&c, to);
        if (from < last) {
            page_open_at(f, g, from);
            top = f->y;
        }
    }
    f->y += h > last ? h - last : 0;
    *out = v;
    return n;
}

/* The piece in which `at` lies. */
static const struct fragment *
find_fragment(const struct fragment *v, int n, mpt at)
{
    int low = 0, high = n;

    while (high - low > 1) {
        int mid = (low + high) / 2;

        if (v[mid].from <= at)
            low = mid;
        else
            high = mid;
    }
    return &v[low];
}

static void
emit_stretch(struct flow *f, const struct galley_mark *m,
    const struct fragment *v, int n)
{
    for (int i = 0; i < n; i++) {
        struct mark mark = m->mark;
        mpt top = mark.y, bottom = mark.y + mark.h;

        if (i > 0 && top < v[i].from)
            top = v[i].from;
        if (i + 1 < n && bottom > v[i].to)
            bottom = v[i].to;
        if (bottom <= top)
            continue;
        mark.y = top - v[i].from + v[i].y;
        mark.h = bottom - top;
        page_mark(f->a, &f->pages->v[v[i].page], mark);
    }
}

/* What is shown again above and beside a piece; it was read where it stood
   first. */
static void
emit_carried(struct flow *f, const struct galley *g, const struct fragment *at)
{
    mpt y = at->y;

    for (int i = 0; i < g->ncarried; i++)
        if (is_carried(&g->carried[i], at->from))
            y -= g->carried[i].h;
    for (int i = 0; i < g->ncarried; i++) {
        const struct carried *c = &g->carried[i];

        if (!is_carried(c, at->from))
            continue;
        for (int k = 0; k < c->n; k++) {
            struct mark mark = c->marks[k];

            mark.y += y;
            page_mark(f->a, &f->pages->v[at->page], mark);
        }
        y += c->h;
    }
}

static void
emit_marks(
    struct flow *f, const struct galley *g, const struct fragment *v, int n)
{
    for (int i = 0; i < n; i++)
        emit_carried(f, g, &v[i]);
    for (int i = 0; i < g->nmarks; i++) {
        const struct galley_mark *m = &g->marks[i];
        const struct fragment *at;
        struct mark mark = m->mark;

        if (m->stretch) {
            emit_stretch(f, m, v, n);
            continue;
        }
        at = find_fragment(v, n, m->at);
        if (m->between && (mark.y <= at->from || mark.y >= at->to))
            continue;
        mark.y += at->y - at->from;
        page_mark(f->a, &f->pages->v[at->page], mark);
    }
}

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
emit_anchors(
    struct flow *f, const struct galley *g, const struct fragment *v, int n)
{
    for (int i = 0; i < g->nanchors; i++) {
        const struct block *b = g->anchors[i].block;
        const struct fragment *at = find_fragment(v, n, g->anchors[i].y);

        if (b->bookmark != NULL)
            add_bookmark(
                f, b->bookmark, at->page, at->y + g->anchors[i].y - at->from);
        if (b->target)
            add_landing(f, b, at->page, at->y + g->anchors[i].y - at->from);
        if (b->section != NULL || b->target)
            f->found[f->nfound++] =
                (struct page_ref){.block = b, .page = at->page + 1};
    }
}

/* Running texts ----------------------------------------------------- */

static struct galley
galley_for(const struct flow *f)
{
    return (struct galley){.a = f->a,
        .metrics = f->metrics,
        .doc = f->doc,
        .layout = f->look->layout,
        .refs = f->refs,
        .nrefs = f->nrefs,
        .npages = f->npages};
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
    g = galley_for(f);
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

static void
place_notes(struct flow *f, const struct block *notes)
{
    const struct layout *l = f->look->layout;
    struct galley g = galley_for(f);
    mpt room = page_bottom(f) - f->y;

    g.fill_lines = notes_lines(notes, room);
    if (room < NOTES_ROOM || f->y == page_top(f) || g.fill_lines == 0)
        return;
    place_block(&g, notes, l->left, l->page_w - l->left - l->right,
        f->y + notes->before);
    for (int i = 0; i < g.nmarks; i++)
        page_mark(f->a, &f->pages->v[f->pages->n - 1], g.marks[i].mark);
}

/* Flow ------------------------------------------------------------- */

static const struct look *
block_look(const struct flow *f, const struct block *b)
{
    return b->look != NULL ? b->look : &f->own;
}

/* Whether a block goes on where the one before it ends. */
static bool
goes_on(const struct flow *f, const struct block *b)
{
    return b->page == PAGE_FLOW && block_look(f, b) == f->look;
}

/* The galley of a stretch, cut into pages from where `f` stands. */
struct cut {
    struct galley g;
    struct fragment *v;
    int n;
    int pages; /* of the document so far */
    mpt y;
};

static struct cut
cut_stretch(struct flow *f, const struct block *first, const struct block *end,
    int tight)
{
    const struct layout *l = f->look->layout;
    struct cut c = {.g = galley_for(f)};
    mpt h;

    c.g.tight = tight;
    h = place_children(
        &c.g, first, end, 0, l->left, l->page_w - l->left - l->right);
    c.n = cut_galley(f, &c.g, h, &c.v);
    c.pages = f->pages->n;
    c.y = f->y;
    return c;
}

/* As the design has it, or closer where that takes fewer pages, but no closer
   than that needs. */
static struct cut
best_cut(struct flow *f, const struct block *first, const struct block *end)
{
    static const int steps[] = {TIGHT_MOST, 300, 550, 800};
    int pages = f->pages->n;
    mpt y = f->y;
    struct cut best = cut_stretch(f, first, end, 0);

    if (best.n < 2 || !best.g.yields)
        return best;
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        struct cut c;

        f->pages->n = pages;
        f->y = y;
        c = cut_stretch(f, first, end, steps[i]);
        if (i == 0 && c.n >= best.n)
            break;
        if (i > 0 && c.n > best.n)
            continue;
        best = c;
        if (i > 0)
            break;
    }
    f->pages->n = best.pages;
    f->y = best.y;
    return best;
}

/* Sets the blocks from `first` up to the next page break; returns the one
   after them. */
static const struct block *
flow_stretch(struct flow *f, const struct block *first)
{
    const struct block *end = first, *notes = NULL;
    struct cut c;

    do {
        const struct block *found = find_notes(end);

        if (found != NULL)
            notes = found;
        end = end->next;
    } while (end != NULL && goes_on(f, end) && first->page != PAGE_OWN);
    c = best_cut(f, first, end);
    emit_marks(f, &c.g, c.v, c.n);
    emit_anchors(f, &c.g, c.v, c.n);
    if (notes != NULL)
        place_notes(f, notes);
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
    f->look = &f->own;
    for (const struct block *b = f->doc->root->first; b != NULL;) {
        if (b->right && f->pages->n % 2 != 0)
            page_open(f); /* left blank */
        f->look = block_look(f, b);
        page_open(f);
        b = flow_stretch(f, b);
    }
    if (f->pages->n == 0)
        page_open(f);
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
            f->refs[f->nrefs++] =
                (struct page_ref){.block = b, .page = f->npages};
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

struct pages *
flow_doc(struct arena *a, const struct metrics *m, const struct doc *doc)
{
    struct flow f = {.a = a,
        .metrics = m,
        .doc = doc,
        .own = {doc->layout, doc->head_left, doc->head_right}};

    guess_refs(&f);
    for (int pass = 0; pass < FLOW_PASSES; pass++) {
        flow_pass(&f);
        if (refs_settled(&f))
            break;
    }
    pages_bind(f.pages, doc->layout->binding);
    if (doc->layout->enlarge > 0)
        pages_enlarge(f.pages, doc->layout->enlarge);
    return f.pages;
}
