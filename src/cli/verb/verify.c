/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The verb `verify`: whether a report is as it was made, and whether it is the
   report of the inputs beside it on the command line.  What the report tells of
   its making serves as the options of a second making; the records of both then
   name what differs. */
#include "base/file.h"
#include "base/utf8.h"
#include "base/visible.h"
#include "cli/collect.h"
#include "cli/gather.h"
#include "cli/inputs.h"
#include "cli/output.h"
#include "cli/verb/looked.h"
#include "cli/verb/verbs.h"

#include <limits.h>
#include <string.h>

/* In the order in which they are printed. */
static const char *const fact_name[FACT_COUNT] = {
    [FACT_CASE] = DIAG_WORDS("case"),
    [FACT_LAYOUT] = DIAG_WORDS("layout"),
    [FACT_DATE] = DIAG_WORDS("date"),
    [FACT_KEEP] = DIAG_WORDS("kept until"),
    [FACT_PROGRAM] = DIAG_WORDS("program"),
    [FACT_PROFILE] = DIAG_WORDS("profile"),
    [FACT_OPTIONS] = DIAG_WORDS("options"),
    [FACT_INTERVIEW] = DIAG_WORDS("interview"),
    [FACT_RULES] = DIAG_WORDS("rules"),
    [FACT_LAYOUT_FILE] = DIAG_WORDS("layout file"),
    [FACT_FONTS] = DIAG_WORDS("fonts"),
    [FACT_REPORTS] = DIAG_WORDS("collection of reports"),
};

/* In the order in which causes are named. */
static const enum engine_fact causes[] = {FACT_CASE, FACT_REPORTS,
    FACT_INTERVIEW, FACT_RULES, FACT_LAYOUT, FACT_LAYOUT_FILE, FACT_FONTS,
    FACT_OPTIONS, FACT_DATE, FACT_PROGRAM};

/* Lines of "label: value", the values in one column. */
static void
line(struct buf *out, const char *label, const char *value)
{
    enum { COLUMN = 24 };
    int used = (int)utf8_count(label, strlen(label)) + 1;

    buf_printf(out, "%s:%*s", label, used < COLUMN ? COLUMN - used : 1, "");
    buf_visible_line(out, value != NULL && *value != '\0' ? value : "-");
    buf_putc(out, '\n');
}

static void
print_record(const struct looked *l, struct buf *out)
{
    line(out, _("unaltered"),
        !looked_is_sound(l) ? _("no")
        : l->filled         ? _("yes, but for what was filled in")
                            : _("yes"));
    if (l->record.fact[FACT_REPORTS] != NULL)
        line(out, _(fact_name[FACT_REPORTS]), l->record.fact[FACT_REPORTS]);
    for (int i = 0; i < FACT_REPORTS; i++)
        line(out,
            i < FACT_INTERVIEW
                ? _(fact_name[i])
                : arena_printf(out->a, "%s (SHA-256)", _(fact_name[i])),
            i == FACT_PROFILE && l->locked ? _("none, as of any copy with a "
                                               "password")
                                           : l->record.fact[i]);
}

/* Making again ----------------------------------------------------------- */

/* What the layout is over: one interview, two or many. */
static enum status
read_case(struct arena *a, struct diag *d, struct session *session,
    const struct engine_words *inputs, struct engine_case **out)
{
    const struct engine_form *form = engine_form(session->engine, 0);
    enum engine_over over = engine_form_over(form);
    bool pair = over == ENGINE_OVER_TWO;

    if (over == ENGINE_OVER_MANY)
        return gather_many(a, session, inputs, out);
    if (inputs->n != (pair ? 2 : 1)) {
        console_error(session->console,
            pair ? _("the layout \"%s\" is over two interviews")
                 : _("the layout \"%s\" is over one interview"),
            engine_form_id(form));
        return STATUS_USAGE;
    }
    return pair ? gather_pair(a, d, session, inputs->v, out)
                : inputs_read(a, d, session, inputs->v[0], out);
}

/* What of the two records is not the same, one after the other. */
static const char *
differences(struct arena *a, const struct engine_record *was,
    const struct engine_record *now)
{
    struct buf out = buf_new(a);

    for (size_t i = 0; i < sizeof causes / sizeof *causes; i++)
        if (!engine_same_fact(was->fact[causes[i]], now->fact[causes[i]]))
            buf_printf(
                &out, "%s%s", out.len > 0 ? ", " : "", _(fact_name[causes[i]]));
    return out.len > 0 ? out.p : NULL;
}

/* What may be the cause where the records are alike. */
static const char *
unknown(const struct looked *l)
{
    const struct engine_record *r = &l->record;

    if (!looked_is_sound(l))
        return _("the report was altered");
    return r->fact[FACT_INTERVIEW] == NULL
               ? _("perhaps the interview: names are left out, so the report "
                   "holds no hash of it")
               : _("nothing that the report tells of; the program or a library "
                   "may be another build");
}

static enum status
print_other(struct arena *a, const struct looked *l,
    const struct engine_record *now, struct buf *out)
{
    const char *differs = differences(a, &l->record, now);

    line(out, _("made again"), _("other bytes"));
    line(out, _("what differs"), differs != NULL ? differs : unknown(l));
    return STATUS_REFUSED;
}

static enum status
print_comparison(
    struct arena *a, struct looked *l, const struct buf *pdf, struct buf *out)
{
    size_t len = l->form > 0 ? l->form : l->file.len;
    bool same = len == pdf->len && memcmp(l->file.text, pdf->p, len) == 0;
    struct engine_record now = {.unaltered = true};

    if (same) {
        line(out, _("made again"),
            l->form > 0 ? _("the bytes of the form") : _("the same bytes"));
        return STATUS_OK;
    }
    if (l->locked &&
        engine_same_but_lock(a, pdf->p, pdf->len, l->file.text, l->file.len)) {
        l->filled =
            !l->record.unaltered && engine_same_but_fields(a, pdf->p, pdf->len,
                                        l->file.text, l->file.len);
        line(out, _("made again"),
            l->filled ? _("the same but for what was filled in")
                      : _("the same but for the password"));
        return STATUS_OK;
    }
    /* A program that wrote the file anew leaves no form within. */
    if (l->form == 0)
        l->filled = engine_same_but_fields(
            a, pdf->p, pdf->len, l->file.text, l->file.len);
    if (l->form == 0 && l->filled) {
        line(out, _("made again"), _("the same but for what was filled in"));
        return STATUS_OK;
    }
    engine_record(a, pdf->p, pdf->len, &now);
    return print_other(a, l, &now, out);
}

/* Loads the layout.  That --without names a block of it is not asked: the
   report may have been one of several. */
static enum status
load_layout(struct session *session, const struct looked *l)
{
    const char *without = session->report.without;
    const struct engine_words *given = &session->opts->layouts;
    struct engine *e = session_engine(session);
    enum status status;

    session->report.without = NULL;
    status = given->n > 0 ? engine_load(e, given->v, 1, false)
                          : engine_load_told(e, l->record.fact[FACT_LAYOUT]);
    session->report.without = without;
    return status;
}

/* Messages are said where they stand in the way only. */
static enum status
make_again(struct session *session, struct looked *l, struct buf *out)
{
    const struct engine_words inputs = {
        session->opts->operands.v + 1, session->opts->operands.n - 1};
    struct arena *a = session->a;
    struct diag *d = session_diag(a);
    struct buf pdf = buf_new(a);
    struct engine_case *c = NULL;
    enum status status;

    engine_record_options(a, &l->record, &session->report);
    status = load_layout(session, l);
    if (status == STATUS_OK)
        status = read_case(a, d, session, &inputs, &c);
    if (status == STATUS_OK)
        status = engine_make(a, d, session->engine, c,
            engine_form(session->engine, 0), STAGE_PDF, &pdf);
    if (status == STATUS_OK)
        return print_comparison(a, l, &pdf, out);
    console_diag(session->console, a, d);
    return status;
}

/* A collection is compared as it is made again: two of them are not held. */
struct again {
    struct arena *a;
    const struct source *file;
    size_t at;
    bool same;
    struct engine_record now;
};

static bool
compare(void *ctx, const char *bytes, size_t len)
{
    struct again *g = ctx;

    g->same = g->same && g->file->len - g->at >= len &&
              memcmp(g->file->text + g->at, bytes, len) == 0;
    g->at += g->same ? len : 0;
    engine_record(g->a, bytes, len, &g->now); /* it is in one piece */
    return true;
}

static enum status
collect_and_compare(
    struct session *session, const struct looked *l, struct buf *out)
{
    const struct engine_words inputs = {
        session->opts->operands.v + 1, session->opts->operands.n - 1};
    struct again g = {.a = session->a, .file = &l->file, .same = true};
    const struct sink sink = {compare, &g};
    enum status status;

    engine_record_options(session->a, &l->record, &session->report);
    status = load_layout(session, l);
    if (status == STATUS_OK)
        status = collect_again(session, &inputs, &sink);
    if (status != STATUS_OK)
        return status;
    if (!g.same || g.at != l->file.len)
        return print_other(session->a, l, &g.now, out);
    line(out, _("made again"), _("the same bytes"));
    return STATUS_OK;
}

/* Says on standard output what the report tells of itself; with interviews
   also whether it is made of them; of many reports a line each. */
static enum status
verify(struct session *session)
{
    struct buf out = buf_new(session->a), again = buf_new(session->a);
    struct looked l;
    enum status status;

    session_limit_memory();
    if (verify_is_many(session))
        return verify_many(session);
    status = looked_read(session->a, session, session->opts->operands.v[0], &l);
    if (status != STATUS_OK)
        return status;
    if (session->opts->operands.n > 1)
        status = l.record.fact[FACT_REPORTS] != NULL
                     ? collect_and_compare(session, &l, &again)
                     : make_again(session, &l, &again);
    print_record(&l, &out);
    buf_add(&out, again.p, again.len);
    status =
        status_worse(status, looked_is_sound(&l) ? STATUS_OK : STATUS_REFUSED);
    return status_worse(status, console_out(session->console, out.p, out.len));
}

static const char *
refuse(struct arena *a, const struct options *o)
{
    (void)a;
    return o->layouts.n > 1 ? _("verify takes one layout (-l)") : NULL;
}

const struct verb verb_verify = {.name = "verify",
    .operands = "PDF... [INTERVIEW...]",
    .min = 1,
    .max = INT_MAX,
    .help = {"is een rapport ongewijzigd, en van dit interview?",
        "is a report unaltered, and that of this interview?"},
    .example = {"verify LP-0017.handout.pdf gesprek.yaml",
        "verify LP-0017.handout.pdf interview.yaml"},
    .typed = true,
    .refuse = refuse,
    .run = verify};
