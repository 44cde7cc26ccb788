/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Many reports as one document.  Cases are set twice: the first time only their
   pages are counted, for the numbers on all pages and in the contents. */
#include "base/hash.h"
#include "engine/state.h"
#include "method/retention.h"
#include "page/flow.h"
#include "page/ledger.h"
#include "page/running.h"
#include "report/blank.h"
#include "report/collection.h"
#include "report/compose.h"
#include "report/words.h"

#include <string.h>

/* A case that was looked at. */
struct seen {
    const char *called, *hash;
    int npages, before; /* before: in the file */
};

struct engine_collection {
    struct arena *a;
    struct engine *e;
    const struct engine_form *form;
    bool two_sided;
    struct seen *v;
    int n, cap;
    const char **left_out;
    int nleft_out, capleft_out, unnamed;
    int ncontents; /* pages, as is thought */
    int npages;    /* with the contents */
    /* Of all cases. */
    enum lang lang; /* of most */
    int in[LANG_COUNT];
    struct buf hashes;           /* their files' */
    const struct ruleset *rules; /* NULL where they go by several */
    bool several;
    struct date date, keep;
    /* While it is drawn. */
    struct pdf_meta meta;
    struct pdf_book *book;
    int added;
};

bool
engine_can_collect(const struct engine *e, const struct engine_form *form)
{
    const char *id = form->layout.id.s;

    if (blank_layout(&form->layout))
        return engine_fault(e,
            "the layout \"%s\" is a blank form, the same for every "
            "interview: print it as often as it is needed",
            id);
    if (form->layout.archive)
        return engine_fault(e,
            "the layout \"%s\" keeps the interview beside each report, so it "
            "does not go with --collect",
            id);
    if (e->options->booklet)
        return engine_fault(e,
            "--booklet folds the sheets of one report, so it does not go with "
            "--collect");
    if (e->options->fillable)
        return engine_fault(e,
            "a collection is for paper, so --fillable does not go with "
            "--collect");
    if (e->options->profile == ENGINE_PDF_3A)
        return engine_fault(e,
            "--profile 3a attaches the interview of one report, so it does not "
            "go with --collect");
    return true;
}

/* "Oefening 3"; where the layout tells nothing of it "Casus 3". */
static const char *
case_called(struct arena *a, const struct engine_collection *k, int i)
{
    const char *number = arena_printf(a, "%d", i + 1);

    return k->v[i].called != NULL
               ? k->v[i].called
               : say_with(a, SAY_CONTENTS_CASE, k->lang, &number);
}

/* The contents, of what was looked at so far. */
static struct pages *
contents_flow(
    struct arena *a, const struct engine_collection *k, struct entry *v)
{
    const struct metrics metrics = make_metrics(k->e, k->form);
    struct collection of = {.layout = &k->form->layout,
        .lang = k->lang,
        .v = v,
        .n = k->n,
        .left_out = k->left_out,
        .nleft_out = k->nleft_out,
        .unnamed = k->unnamed};
    struct doc *doc;

    for (int i = 0; i < k->n; i++)
        v[i] = (struct entry){.called = case_called(a, k, i),
            .page = k->e->options->by_case ? 0 : k->v[i].before + 1,
            .npages = k->v[i].npages};
    doc = collection_contents(a, &of);
    doc->pages_in_all = k->e->options->by_case ? 0 : k->npages;
    return flow_doc(a, &metrics, doc);
}

/* An arena of its own, for what is measured only. */
static int
contents_count(const struct engine_collection *k)
{
    struct arena *a = arena_new();
    int n = contents_flow(a, k, NEW(a, struct entry, k->n))->n;

    arena_free(a);
    return n;
}

struct engine_collection *
engine_collection_new(
    struct arena *run, struct engine *e, const struct engine_form *form, int n)
{
    struct engine_collection *k = NEW(run, struct engine_collection, 1);

    *k = (struct engine_collection){.a = run,
        .e = e,
        .form = form,
        .two_sided = collection_two_sided(&form->layout),
        .lang = e->options->lang >= 0 ? (enum lang)e->options->lang : LANG_NL,
        .hashes = buf_new(run)};
    for (; k->n < n; k->n++) {
        GROW(run, k->v, k->n, k->cap, 64);
        k->v[k->n] = (struct seen){.called = "", .npages = 1};
    }
    k->ncontents = contents_count(k);
    k->n = 0;
    k->npages = k->ncontents;
    return k;
}

/* Sets a case as part `i` of the collection; NULL where that is refused. */
static struct pages *
case_flow(struct arena *a, struct diag *d, const struct engine_collection *k,
    const struct engine_case *c, int before)
{
    const struct metrics metrics = make_metrics(k->e, k->form);
    struct doc *doc = make_document(a, d, k->e, c, k->form, true);

    if (engine_refused(k->e, d) || !glyphs_document(a, d, c, k->form, doc) ||
        !running_check(a, d, &metrics, doc))
        return NULL;
    doc->root->role = ROLE_PART;
    if (doc->lang != k->lang)
        doc->root->lang = lang_code[doc->lang];
    doc->whole_sheets = k->two_sided;
    if (!k->e->options->by_case) {
        doc->pages_before = before;
        doc->pages_in_all = k->npages;
    }
    return flow_doc(a, &metrics, doc);
}

/* What the whole says of its making: the first day that one of them may no
   longer be kept, the last of their dates. */
static void
take_facts(struct engine_collection *k, const struct engine_case *c)
{
    struct date date = make_date(c);
    struct date keep = retention_kept(&c->rules->rules, &c->interview).until;

    if (k->n == 0) {
        k->rules = c->rules;
        k->date = k->keep = (struct date){0};
        k->hashes.len = 0;
        memset(k->in, 0, sizeof k->in);
        k->several = false;
    }
    k->several |= k->rules != c->rules;
    if (date_compare(date, k->date) > 0)
        k->date = date;
    if (keep.year != 0 &&
        (k->keep.year == 0 || date_compare(keep, k->keep) < 0))
        k->keep = keep;
    k->in[c->lang]++;
    if (k->in[c->lang] > k->in[k->lang] || k->n == 0)
        k->lang = c->lang;
    buf_printf(&k->hashes, "%s\n", c->hash);
}

enum status
engine_collection_look(struct arena *a, struct diag *d,
    struct engine_collection *k, const struct engine_case *c)
{
    const struct engine_case *shown = hide_names(a, k->e, c, k->form);
    struct pages *pages;
    const char *called;

    if (k->n == 0)
        k->npages = k->ncontents;
    pages = case_flow(a, d, k, shown, k->npages);
    if (pages == NULL)
        return STATUS_REFUSED;
    if (!ledger_prove(a, d, pages))
        return STATUS_FAILED;
    take_facts(k, c);
    called = pages->doc->called;
    GROW(k->a, k->v, k->n, k->cap, 64);
    k->v[k->n] = (struct seen){
        .called =
            called == NULL ? NULL : arena_strndup(k->a, called, strlen(called)),
        .hash = arena_strndup(k->a, c->hash, strlen(c->hash)),
        .npages = pages->n,
        .before = k->npages};
    k->n++;
    k->npages += pages->n;
    return STATUS_OK;
}

void
engine_collection_leave_out(struct engine_collection *k, const char *id)
{
    if (id == NULL || !compose_names_case(&k->form->layout)) {
        k->unnamed++;
        return;
    }
    GROW(k->a, k->left_out, k->nleft_out, k->capleft_out, 16);
    k->left_out[k->nleft_out++] = arena_strndup(k->a, id, strlen(id));
}

bool
engine_collection_again(struct engine_collection *k)
{
    int n = contents_count(k);

    if (n == k->ncontents)
        return false;
    k->ncontents = n;
    k->n = k->nleft_out = k->unnamed = 0;
    return true;
}

/* Drawing ---------------------------------------------------------------- */

/* Of a layout that names no case, and of reports without names, nothing leads
   back to the interviews. */
static struct pdf_meta
whole_meta(const struct engine_collection *k, const char *title)
{
    const struct engine_options *o = k->e->options;
    bool named = compose_names_case(&k->form->layout);

    return (struct pdf_meta){.profile = (enum pdf_profile)o->profile,
        .lang = k->lang,
        .title = title,
        .date = named ? k->date : (struct date){0},
        .epoch = o->epoch,
        .version = ENGINE_VERSION,
        .hash_interview = named && !o->anonymise
                              ? hash_sha256(k->a, k->hashes.p, k->hashes.len)
                              : NULL,
        .hash_rules = k->several ? NULL : k->rules->hash,
        .hash_layout = k->form->hash,
        .hash_fonts = font_hash(k->form->fonts),
        .options = recipe_print(k->a, o, o->lang),
        .keep = named ? k->keep : (struct date){0},
        .icc = k->e->colours,
        .mono = o->mono,
        .reports = k->n};
}

/* Where each case begins to be numbered anew. */
static struct pdf_label *
own_labels(struct engine_collection *k)
{
    struct pdf_label *v = NEW(k->a, struct pdf_label, k->n);

    for (int i = 0; i < k->n; i++)
        v[i] = (struct pdf_label){k->v[i].before, case_called(k->a, k, i)};
    return v;
}

enum status
engine_collection_begin(
    struct diag *d, struct engine_collection *k, const struct sink *sink)
{
    struct pages *pages = contents_flow(k->a, k, NEW(k->a, struct entry, k->n));
    const struct pdf_plan plan = {.npages = k->npages,
        .ncontents = k->ncontents,
        .nparts = k->n,
        .w = pages->w,
        .h = pages->h,
        .contents = pages->bookmarks[0].text};

    if (!make_prepare(k->e, d))
        return STATUS_FAILED;
    k->meta = whole_meta(k, pages->doc->title);
    if (k->e->options->by_case) {
        k->meta.labels = own_labels(k);
        k->meta.nlabels = k->n;
    }
    k->added = 0;
    k->book = pdf_book_begin(
        k->a, d, k->e->pdf, k->form->fonts, &k->meta, &plan, sink);
    return k->book != NULL ? STATUS_OK : STATUS_FAILED;
}

enum status
engine_collection_add(struct arena *a, struct diag *d,
    struct engine_collection *k, const struct engine_case *c)
{
    const struct engine_case *shown = hide_names(a, k->e, c, k->form);
    const struct seen *seen = &k->v[k->added];
    struct pages *pages = NULL;

    if (k->added < k->n && strcmp(c->hash, seen->hash) == 0)
        pages = case_flow(a, d, k, shown, seen->before);
    if (pages == NULL || pages->n != seen->npages) {
        engine_fault(k->e,
            "an interview was changed while the collection was made; make it "
            "again");
        return STATUS_FAILED;
    }
    k->added++;
    return ledger_prove(a, d, pages) &&
                   pdf_book_add(
                       a, d, k->book, case_called(a, k, k->added - 1), pages)
               ? STATUS_OK
               : STATUS_FAILED;
}

enum status
engine_collection_end(
    struct arena *a, struct diag *d, struct engine_collection *k)
{
    struct entry *v = NEW(a, struct entry, k->n);
    struct pages *pages = contents_flow(a, k, v);

    /* What links lead to are pages of the whole. */
    for (int i = 0; i < k->n; i++) {
        GROW(a, pages->landings, pages->nlandings, pages->caplandings, 64);
        pages->landings[pages->nlandings++] =
            (struct landing){.block = v[i].begins, .page = k->v[i].before};
    }
    return ledger_prove(a, d, pages) && pdf_book_end(a, d, k->book, pages)
               ? STATUS_OK
               : STATUS_FAILED;
}
