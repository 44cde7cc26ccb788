/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "page/ledger.h"

#include <stdint.h>
#include <string.h>

/* Texts are compared as sums over their bytes, so that the order in which they
   are drawn does not matter: that is the tests' business.  White space and soft
   hyphens come and go with the ends of lines, and numbers of pages are known
   only when all is placed; neither counts.  A text that is lost, cut short or
   drawn twice has another count or another sum. */

/* What printers leave white. */
#define EDGE MM(4.9)

/* Lines of a text may hang below the last that a page was filled to. */
#define HANG MM(2)

struct sum {
    uint64_t bytes, mix;
};

/* What a block has to say, and what the pages say of it. */
struct account {
    const struct block *block; /* NULL: free */
    struct sum due, paid;
    int page;     /* on which it stands, from 1 */
    bool spare;   /* notes: once, or not at all */
    bool numbers; /* names pages */
    const char *section;
};

struct ledger {
    struct account *v;
    size_t size; /* a power of two */
    struct account *last;
};

/* Accounts ---------------------------------------------------------- */

static struct account *
find_account(struct ledger *l, const struct block *b)
{
    uint64_t hash = (uint64_t)(uintptr_t)b * UINT64_C(0x9e3779b97f4a7c15);
    size_t i = (size_t)(hash >> 32) & (l->size - 1);

    while (l->v[i].block != NULL && l->v[i].block != b)
        i = (i + 1) & (l->size - 1);
    return &l->v[i];
}

/* Length of what does not count at `s`: white space, soft hyphens, zero-width
   spaces. */
static size_t
blank_at(const unsigned char *s, size_t len)
{
    if (*s == ' ' || (*s >= '\t' && *s <= '\r'))
        return 1;
    if (len >= 2 && s[0] == 0xc2 && (s[1] == 0xad || s[1] == 0xa0))
        return 2;
    return len >= 3 && s[0] == 0xe2 && s[1] == 0x80 && s[2] == 0x8b ? 3 : 0;
}

static bool
is_number(unsigned char c)
{
    return (c >= '0' && c <= '9') || c == '?';
}

static void
add_text(struct sum *sum, bool numbers, const char *text, size_t len)
{
    const unsigned char *s = (const unsigned char *)text;

    for (size_t i = 0; i < len;) {
        size_t blank = s[i] > ' ' && s[i] < 0x80 ? 0 : blank_at(s + i, len - i);

        if (blank > 0) {
            i += blank;
            continue;
        }
        if (!numbers || !is_number(s[i])) {
            uint64_t x = (s[i] + UINT64_C(1)) * UINT64_C(0x9e3779b97f4a7c15);

            sum->bytes++;
            sum->mix += x ^ (x >> 29);
        }
        i++;
    }
}

static bool
names_pages(const struct block *b)
{
    for (int i = 0; i < b->as.text.n; i++)
        if (b->as.text.runs[i].kind == RUN_PAGE ||
            b->as.text.runs[i].kind == RUN_PAGES)
            return true;
    return false;
}

/* What a block says itself, without its children. */
static void
add_due(struct account *c, const struct block *b)
{
    if (b->kind == BLOCK_FIGURE) {
        for (int i = 0; i < b->as.figure.n; i++)
            if (b->as.figure.v[i].kind == SHAPE_TEXT)
                add_text(&c->due, false, b->as.figure.v[i].text,
                    strlen(b->as.figure.v[i].text));
        return;
    }
    c->numbers = b->kind == BLOCK_TEXT && names_pages(b);
    for (int i = 0; i < b->as.text.n; i++) {
        const struct run *r = &b->as.text.runs[i];

        if (r->kind == RUN_TEXT || r->kind == RUN_CHIP)
            add_text(&c->due, c->numbers, r->text, r->len);
    }
}

static bool
says_something(const struct block *b)
{
    return b->kind == BLOCK_TEXT || b->kind == BLOCK_WORDS ||
           b->kind == BLOCK_FIGURE;
}

/* Opens an account for each block under `b` that says something. */
static void
open_accounts(
    struct ledger *l, const struct block *b, bool spare, const char *section)
{
    if (b->section != NULL)
        section = b->section;
    spare = spare || b->notes;
    if (says_something(b)) {
        struct account *c = find_account(l, b);

        *c = (struct account){.block = b, .spare = spare, .section = section};
        add_due(c, b);
    }
    for (const struct block *k = b->first; k != NULL; k = k->next)
        open_accounts(l, k, spare, section);
}

static size_t
count_blocks(const struct block *root)
{
    size_t n = 0;

    for (const struct block *b = root; b != NULL; b = block_after(b, root))
        n += says_something(b);
    return n;
}

static struct ledger
open_ledger(struct arena *a, const struct doc *doc)
{
    struct ledger l = {.size = 64};
    size_t n = count_blocks(doc->root);

    while (l.size < 2 * n)
        l.size *= 2;
    l.v = NEW(a, struct account, (int)l.size);
    open_accounts(&l, doc->root, false, NULL);
    return l;
}

/* The account that a mark is of: a link that is a chip pays to its text. */
static struct account *
account_of(struct ledger *l, const struct block *b)
{
    if (l->last != NULL && l->last->block == b)
        return l->last;
    if (b->kind == BLOCK_TEXT && b->as.text.n == 0 && b->parent != NULL &&
        b->parent->kind == BLOCK_TEXT)
        b = b->parent;
    l->last = find_account(l, b);
    return l->last;
}

static void
pay(struct ledger *l, const struct mark *m, int page)
{
    struct account *c = account_of(l, m->block);

    for (int i = 0; i < m->nglyphs; i++)
        add_text(&c->paid, c->numbers, m->glyphs[i].text, m->glyphs[i].len);
    c->page = page;
}

/* The first account that does not balance. */
static bool
balance(const struct ledger *l, struct ledger_entry *out)
{
    for (size_t i = 0; i < l->size; i++) {
        const struct account *c = &l->v[i];
        bool none = c->paid.bytes == 0;

        if (c->block == NULL || (c->spare && none) ||
            (c->due.bytes == c->paid.bytes && c->due.mix == c->paid.mix))
            continue;
        *out = (struct ledger_entry){
            .fault = c->paid.bytes > c->due.bytes ? LEDGER_DOUBLE : LEDGER_LOST,
            .page = c->page,
            .block = c->block,
            .section = c->section};
        return false;
    }
    return true;
}

/* Places ------------------------------------------------------------ */

/* Where marks may stand on a page: left, top, right, bottom. */
struct frame {
    mpt left, top, right, bottom;
};

static mpt
enlarged(const struct layout *l, mpt v)
{
    return l->enlarge > 0 ? (mpt)((long long)v * l->enlarge / 1000) : v;
}

static struct frame
sheet(const struct pages *pages, mpt edge)
{
    return (struct frame){edge, edge, pages->w - edge, pages->h - edge};
}

/* The frame of texts of the document: what printers print, and above the foot.
 */
static struct frame
body_frame(const struct pages *pages, int page)
{
    const struct layout *l = pages->v[page].look->layout;
    struct frame f = sheet(pages, EDGE);

    f.bottom = enlarged(pages->doc->layout, l->page_h - l->bottom) + HANG;
    return f;
}

static bool
inside(const struct frame *f, const struct frame *m)
{
    return m->left >= f->left && m->right <= f->right && m->top >= f->top &&
           m->bottom <= f->bottom;
}

/* What a mark covers; of a text from its baseline up to its capitals. */
static struct frame
extent(const struct mark *m)
{
    switch (m->kind) {
    case MARK_GLYPHS:
        return (struct frame){m->x, m->y - m->size * 7 / 10, m->x + m->w, m->y};
    case MARK_DISC:
    case MARK_DIAMOND:
        return (struct frame){
            m->x - m->w, m->y - m->w, m->x + m->w, m->y + m->w};
    case MARK_RECT:
    case MARK_LINE:
    case MARK_TRIANGLE:
    case MARK_IMAGE:
    case MARK_INPUT:
        break;
    }
    return (struct frame){m->x, m->y, m->x + m->w, m->y + m->h};
}

static bool
stands_well(
    const struct pages *pages, const struct frame *body, const struct mark *m)
{
    struct frame of = extent(m), whole;

    if (m->kind != MARK_GLYPHS) {
        whole = sheet(pages, 0);
        return inside(&whole, &of);
    }
    if (m->block != NULL)
        return inside(body, &of);
    whole = sheet(pages, EDGE);
    return inside(&whole, &of);
}

bool
ledger_check(
    struct arena *a, const struct pages *pages, struct ledger_entry *out)
{
    struct ledger l = open_ledger(a, pages->doc);

    for (int i = 0; i < pages->n; i++) {
        const struct page *p = &pages->v[i];
        struct frame body = body_frame(pages, i);

        for (int k = 0; k < p->n; k++) {
            const struct mark *m = &p->marks[k];

            if (!stands_well(pages, &body, m)) {
                const struct account *c =
                    m->block != NULL ? find_account(&l, m->block) : NULL;

                *out = (struct ledger_entry){.fault = LEDGER_OUTSIDE,
                    .page = i + 1,
                    .block = m->block,
                    .section = c != NULL ? c->section : NULL};
                return false;
            }
            if (m->kind == MARK_GLYPHS && m->block != NULL)
                pay(&l, m, i + 1);
        }
    }
    return balance(&l, out);
}

bool
ledger_prove(struct arena *a, struct diag *d, const struct pages *pages)
{
    const struct pos nowhere = {0};
    struct ledger_entry e;
    const char *section, *role;

    if (ledger_check(a, pages, &e))
        return true;
    section = e.section != NULL ? e.section : "-";
    role = e.block != NULL ? role_name[e.block->role] : "-";
    switch (e.fault) {
    case LEDGER_LOST:
        return diag_error(d, nowhere, "E507",
            "internal error: page %d, block \"%s\" (%s): a text is lost or cut "
            "short",
            e.page, section, role);
    case LEDGER_DOUBLE:
        return diag_error(d, nowhere, "E507",
            "internal error: page %d, block \"%s\" (%s): a text is there "
            "twice",
            e.page, section, role);
    case LEDGER_OUTSIDE:
        break;
    }
    return diag_error(d, nowhere, "E507",
        "internal error: page %d, block \"%s\" (%s): a mark lies outside its "
        "place",
        e.page, section, role);
}
