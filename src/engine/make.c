/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* One report.  Each step is one function of a lower folder: const inputs in,
   a new value out. */
#include "engine/state.h"
#include "method/retention.h"
#include "method/wording.h"
#include "page/flow.h"
#include "page/ledger.h"
#include "page/running.h"
#include "report/blank.h"
#include "report/compose.h"

#include <assert.h>

static_assert(
    (int)ENGINE_PDF == (int)PDF_NONE && (int)ENGINE_PDF_1B == (int)PDF_1B &&
        (int)ENGINE_PDF_2U == (int)PDF_2U &&
        (int)ENGINE_PDF_2A == (int)PDF_2A && (int)ENGINE_PDF_3A == (int)PDF_3A,
    "one number per profile");

/* A blank form prints nothing of an interview, whichever one it comes with. */
static const struct engine_case *
blank_for(struct arena *a, struct diag *d, const struct engine_case *c,
    const struct engine_form *form)
{
    struct engine_case *blank;

    if (!blank_layout(&form->layout) || c->interview.case_id.s == NULL)
        return c;
    blank = NEW(a, struct engine_case, 1);
    case_blank(a, d, c->rules, c->lang, blank);
    return blank;
}

/* The stages before a layout. */
static void
dump_case(const struct engine_case *c, enum engine_stage stage, struct buf *out)
{
    switch (stage) {
    case STAGE_INTERVIEW:
        interview_dump(&c->interview, out);
        return;
    case STAGE_RULES:
        rules_dump(&c->rules->rules, out);
        return;
    case STAGE_SCORES:
        scores_dump(c->scores, out);
        return;
    case STAGE_PROFILE:
        profile_dump(c->profile, c->lang, out);
        return;
    case STAGE_PDF:
    case STAGE_LAYOUT:
    case STAGE_DOC:
    case STAGE_PAGES:
    case STAGE_BREAKS:
        return;
    }
}

/* What profile 3a lays in the PDF: the inputs. */
enum { ATTACHMENTS_MAX = 3 };

static struct pdf_attachment
attached_interview(const struct engine_case *c, const char *name)
{
    return (struct pdf_attachment){.name = name,
        .mime = "application/yaml",
        .description = "interview",
        .relation = "Source",
        .data = c->src->text,
        .len = c->src->len};
}

static const struct pdf_attachment *
report_attachments(struct arena *a, const struct engine_case *c, int *n)
{
    struct pdf_attachment *v = NEW(a, struct pdf_attachment, ATTACHMENTS_MAX);

    *n = 0;
    if (c->src != NULL && c->src->len > 0)
        v[(*n)++] = attached_interview(c, "interview.yaml");
    if (c->other != NULL && c->other->src != NULL && c->other->src->len > 0)
        v[(*n)++] = attached_interview(c->other, "interview-2.yaml");
    v[(*n)++] = (struct pdf_attachment){.name = "rules.ini",
        .mime = "text/plain",
        .description = "rules",
        .relation = "Source",
        .data = c->rules->text,
        .len = c->rules->len};
    return v;
}

struct date
make_date(const struct engine_case *c)
{
    struct date date = interview_report_date(&c->interview), other;

    if (c->other == NULL)
        return date;
    other = interview_report_date(&c->other->interview);
    return date_compare(other, date) > 0 ? other : date;
}

/* Of a comparison both, in order, with a plus between. */
static const char *
report_hash(struct arena *a, const struct engine_case *c)
{
    return c->other == NULL || c->hash == NULL
               ? c->hash
               : arena_printf(a, "%s+%s", c->hash, c->other->hash);
}

static struct pdf_meta
report_meta(struct arena *a, const struct engine *e,
    const struct engine_case *c, const struct engine_form *form,
    const struct doc *doc)
{
    const struct engine_options *o = e->options;
    int n = 0;
    bool named = compose_names_case(&form->layout);
    const char *hash = report_hash(a, c);
    const struct pdf_attachment *v =
        o->profile == ENGINE_PDF_3A ? report_attachments(a, c, &n) : NULL;

    return (struct pdf_meta){
        .profile = (enum pdf_profile)o->profile,
        .lang = c->lang,
        .title = doc->title,
        .date = named ? make_date(c) : (struct date){0},
        .epoch = e->options->epoch,
        .version = ENGINE_VERSION,
        .hash_interview = hash,
        .people = named && c->interview.case_id.s != NULL &&
                          (hash != NULL || c->interview.date.year > 0)
                      ? people_mark(a, c, hash)
                      : NULL,
        .hash_rules = c->rules->hash,
        .hash_layout = form->hash,
        .hash_fonts = font_hash(form->fonts),
        .options = recipe_print(a, o, (int)c->lang),
        .keep = named && c->other == NULL
                    ? retention_kept(&c->rules->rules, &c->interview).until
                    : (struct date){0},
        .icc = e->colours,
        .mono = o->mono,
        .booklet = o->booklet,
        .attachments = v,
        .nattachments = n,
    };
}

struct doc *
make_document(struct arena *a, struct diag *d, const struct engine *e,
    const struct engine_case *c, const struct engine_form *form, bool paper)
{
    const struct engine_case *of = blank_for(a, d, c, form);
    const struct compose_options options = {.lang = c->lang,
        .paper = paper,
        .made = kept_making(a, e, c, form),
        .numbers = e->options->numbers,
        .fillable = e->options->fillable,
        .names_in_title = e->options->names_in_title,
        .without = e->options->without,
        .other = c->other == NULL ? NULL : c->other->profile,
        .twice = c->twice,
        .course = c->course,
        .agreement = c->agreement};

    return compose_report(a, d, of->profile, &form->layout, &options);
}

/* What line breaking asks of a form's fonts and of the patterns of words. */
struct metrics
make_metrics(const struct engine *e, const struct engine_form *form)
{
    struct metrics m = font_metrics(form->fonts);

    for (int l = 0; l < LANG_COUNT; l++)
        m.hyphen[l] = e->hyphen[l];
    return m;
}

void
engine_check(struct arena *a, struct diag *d, const struct engine *e,
    const struct engine_case *c)
{
    wording_interview(a, d, &c->interview, &c->rules->rules);
    for (int i = 0; i < e->nforms; i++) {
        struct metrics metrics = make_metrics(e, &e->forms[i]);
        struct doc *doc = make_document(a, d, e, c, &e->forms[i], false);

        if (engine_refused(e, d))
            continue;
        glyphs_document(a, d, c, &e->forms[i], doc);
        font_begin(e->forms[i].fonts);
        running_check(a, d, &metrics, doc);
    }
}

bool
make_prepare(struct engine *e, struct diag *d)
{
    const char *name;

    if (e->pdf != NULL)
        return true;
    name = engine_find(e, ENGINE_COLOURS, "sRGB", NULL);
    if (name != NULL) {
        e->colours = engine_file(e, d, ENGINE_COLOURS, name, NULL);
        if (e->colours == NULL)
            return false;
    }
    e->pdf = pdf_open(d);
    return e->pdf != NULL;
}

/* The stages up to the layout, of all interviews of the case. */
static void
dump_stage(const struct engine_case *c, const struct engine_form *form,
    enum engine_stage stage, struct buf *out)
{
    if (stage == STAGE_LAYOUT) {
        layout_dump(&form->layout, out);
        return;
    }
    dump_case(c, stage, out);
    if (c->other != NULL && stage != STAGE_RULES)
        dump_case(c->other, stage, out);
}

enum status
engine_make(struct arena *a, struct diag *d, struct engine *e,
    const struct engine_case *c, const struct engine_form *form,
    enum engine_stage stage, struct buf *out)
{
    struct metrics metrics = make_metrics(e, form);
    struct pdf_meta meta;
    struct doc *doc;
    struct pages *pages;

    c = hide_names(a, e, c, form);
    if (stage > STAGE_PDF && stage <= STAGE_LAYOUT) {
        dump_stage(c, form, stage, out);
        return STATUS_OK;
    }
    c = blank_for(a, d, c, form);
    doc = make_document(a, d, e, c, form, false);
    if (engine_refused(e, d))
        return STATUS_REFUSED;
    if (stage == STAGE_DOC) {
        doc_dump(doc, out);
        return STATUS_OK;
    }
    if (!glyphs_document(a, d, c, form, doc))
        return STATUS_USAGE;
    font_begin(form->fonts);
    if (!running_check(a, d, &metrics, doc))
        return STATUS_REFUSED;
    pages = flow_doc(a, &metrics, doc);
    if (stage == STAGE_PAGES) {
        pages_dump(pages, out);
        return STATUS_OK;
    }
    if (stage == STAGE_BREAKS) {
        pages_dump_breaks(pages, out);
        return STATUS_OK;
    }
    if (!ledger_prove(a, d, pages) || !make_prepare(e, d))
        return STATUS_FAILED;
    meta = report_meta(a, e, c, form, doc);
    if (!pdf_draw(a, d, e->pdf, form->fonts, pages, &meta, out))
        return STATUS_FAILED;
    e->pages = pages->n;
    return STATUS_OK;
}

int
engine_pages(const struct engine *e)
{
    return e->pages;
}
