/* `verify`.  What the report tells of its making (pdf/verify.c reads it)
   serves as the options of a second making; the metadata of both then name
   what differs. */
#include "cli/verb/verify.h"

#include "cli/verb/agree.h"
#include "base/file.h"
#include "base/utf8.h"
#include "cli/verb/compare.h"
#include "cli/job.h"
#include "cli/output.h"
#include "cli/recipe.h"
#include "report/section.h"

#include <string.h>

/* A report that is looked at. */
struct looked {
    const char *path;
    struct source file;
    struct pdf_record record;
    bool unaltered;
};

/* Lines of "label: value", the values in one column. */
static void
line(struct buf *out, const char *label, const char *value)
{
    enum { COLUMN = 18 };
    int used = (int)utf8_count(label, strlen(label)) + 1;

    buf_printf(out, "%s:%*s%s\n", label, used < COLUMN ? COLUMN - used : 1, "",
        value != NULL && *value != '\0' ? value : "-");
}

static const char *
yes_no(bool yes)
{
    return yes ? _("yes") : _("no");
}

static const char *const profile_name[] = {
    [PDF_NONE] = "-",
    [PDF_1B] = "PDF/A-1b",
    [PDF_2U] = "PDF/A-2u",
    [PDF_2A] = "PDF/A-2a",
    [PDF_3A] = "PDF/A-3a",
};

static void
print_record(const struct looked *l, struct buf *out)
{
    const struct pdf_record *r = &l->record;

    line(out, _("unaltered"), yes_no(l->unaltered));
    line(out, _("case"), r->case_id);
    line(out, _("layout"), r->layout_id);
    line(out, _("date"), r->date);
    line(out, _("program"), r->version);
    line(out, _("profile"), profile_name[r->profile]);
    line(out, _("options"), r->options);
    line(out, _("interview"), r->hash_interview);
    line(out, _("rules"), r->hash_rules);
    line(out, _("layout file"), r->hash_layout);
    line(out, _("fonts"), r->hash_fonts);
}

static enum status
look(struct session *session, struct looked *out)
{
    struct diag *d = diag_new(session->a, console_translate);

    *out = (struct looked){.path = session->opts->operands.v[0]};
    if (!file_read(session->a, d, out->path, OUTPUT_REPORT_MAX, &out->file)) {
        console_diag(session->console, session->a, d);
        return STATUS_REFUSED;
    }
    out->unaltered = pdf_check_id(out->file.text, out->file.len);
    if (pdf_read_meta(
            session->a, out->file.text, out->file.len, &out->record) &&
        out->record.layout_id != NULL)
        return STATUS_OK;
    console_error(session->console,
        _("%s is no report of this program, or its metadata were altered"),
        out->path);
    return STATUS_REFUSED;
}

/* Making again */

/* The options of the report: what its metadata say, over those of the command
   line, and the operands behind the report.  SOURCE_DATE_EPOCH is that of the
   report too. */
static struct options *
use_recipe(struct session *session, const struct looked *l)
{
    struct options *o = NEW(session->a, struct options, 1);

    *o = *session->opts;
    o->profile = (int)l->record.profile;
    if (l->record.options != NULL)
        recipe_read(session->a, l->record.options, o);
    o->operands.v++;
    o->operands.n--;
    session->opts = o;
    session->epoch = l->record.epoch;
    return o;
}

/* What the layout is over: one interview, two or many. */
static enum status
read_subject(struct arena *a, struct diag *d, struct session *session,
    struct subject **out)
{
    const struct words *operands = &session->opts->operands;
    const struct layout *layout = &session->forms[0].layout;
    bool pair = section_compares(layout);

    if (section_agrees(layout))
        return agreement_read(a, session, out);
    if (operands->n != (pair ? 2 : 1)) {
        console_error(session->console,
            pair ? _("the layout \"%s\" is over two interviews")
                 : _("the layout \"%s\" is over one interview"),
            layout->id.s);
        return STATUS_USAGE;
    }
    if (pair)
        return compare_read(a, d, session, operands->v, out);
    *out = NEW(a, struct subject, 1);
    return job_read(a, d, session, operands->v[0], *out);
}

static enum status
make_report(
    struct arena *a, struct diag *d, struct session *session, struct buf *out)
{
    struct subject *subject = NULL;
    enum status status = read_subject(a, d, session, &subject);

    if (status == STATUS_OK)
        status = session_load_pdf(session);
    if (status == STATUS_OK)
        status = job_report(a, d, session, subject, &session->forms[0], out);
    return status;
}

static bool
same_text(const char *a, const char *b)
{
    return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

/* What of the two records is not the same, one after the other. */
static const char *
differences(
    struct arena *a, const struct pdf_record *was, const struct pdf_record *now)
{
    const struct {
        const char *name, *was, *now;
    } fields[] = {
        {_("case"), was->case_id, now->case_id},
        {_("interview"), was->hash_interview, now->hash_interview},
        {_("rules"), was->hash_rules, now->hash_rules},
        {_("layout"), was->layout_id, now->layout_id},
        {_("layout file"), was->hash_layout, now->hash_layout},
        {_("fonts"), was->hash_fonts, now->hash_fonts},
        {_("options"), was->options, now->options},
        {_("date"), was->date, now->date},
        {_("program"), was->version, now->version},
    };
    struct buf out = buf_new(a);

    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (!same_text(fields[i].was, fields[i].now))
            buf_printf(&out, "%s%s", out.len > 0 ? ", " : "", fields[i].name);
    return out.len > 0 ? out.p : NULL;
}

/* What may be the cause where the records are alike. */
static const char *
unknown(const struct looked *l)
{
    if (!l->unaltered)
        return _("the report was altered");
    return l->record.hash_interview == NULL
               ? _("perhaps the interview: names are left out, so the report "
                   "holds no hash of it")
               : _("nothing that the report tells of; the program or a library "
                   "may be another build");
}

static enum status
print_comparison(struct arena *a, const struct looked *l, const struct buf *pdf,
    struct buf *out)
{
    bool same =
        l->file.len == pdf->len && memcmp(l->file.text, pdf->p, pdf->len) == 0;
    struct pdf_record now;
    const char *differs;

    line(out, _("made again"), same ? _("the same bytes") : _("other bytes"));
    if (same)
        return STATUS_OK;
    pdf_read_meta(a, pdf->p, pdf->len, &now);
    differs = differences(a, &l->record, &now);
    line(out, _("what differs"), differs != NULL ? differs : unknown(l));
    return STATUS_REFUSED;
}

/* Loads the layout.  That --without names a block of it is not asked: the
   report may have been one of several. */
static enum status
load_layout(struct session *session, struct options *o, const struct looked *l)
{
    const char *without = o->without;
    enum status status;

    o->without = NULL;
    status = session_load_layout(
        session, o->layouts.n > 0 ? o->layouts.v[0] : l->record.layout_id);
    o->without = without;
    return status;
}

/* Messages are said where they stand in the way only. */
static enum status
make_again(struct session *session, const struct looked *l, struct buf *out)
{
    struct arena *a = session->a;
    struct diag *d = diag_new(a, console_translate);
    struct buf pdf = buf_new(a);
    struct options *o = use_recipe(session, l);
    enum status status = load_layout(session, o, l);

    if (status == STATUS_OK)
        status = make_report(a, d, session, &pdf);
    if (status == STATUS_OK)
        return print_comparison(a, l, &pdf, out);
    console_diag(session->console, a, d);
    return status;
}

enum status
verify_run(struct session *session)
{
    struct buf out = buf_new(session->a);
    struct looked l;
    enum status status = look(session, &l);

    if (status != STATUS_OK)
        return status;
    print_record(&l, &out);
    status = l.unaltered ? STATUS_OK : STATUS_REFUSED;
    if (session->opts->operands.n > 1)
        status = status_worse(status, make_again(session, &l, &out));
    return status_worse(status, console_out(session->console, out.p, out.len));
}
