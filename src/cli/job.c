/* One report.  Each step is one function of a lower folder: const inputs in,
   a new value out. */
#include "cli/job.h"

#include "cli/archive.h"
#include "base/file.h"
#include "base/utf8.h"
#include "cli/hide.h"
#include "page/flow.h"
#include "cli/recipe.h"
#include "report/blank.h"
#include "report/compose.h"

#include <string.h>

bool
job_refused(const struct session *session, const struct diag *d)
{
    return diag_errors(d, NULL) > 0 ||
           (session->opts->strict && diag_warnings(d, NULL) > 0);
}

enum status
job_read(struct arena *a, struct diag *d, struct session *session,
    const char *path, struct subject *out)
{
    struct interview *iv = &out->interview;

    *out = (struct subject){0};
    if (!file_read(a, d, path, FILE_TEXT_MAX, &out->source) ||
        !interview_parse(a, d, &out->source, iv))
        return STATUS_REFUSED;
    out->rules = session_rules(session, d, &iv->rules, path_folder(a, path));
    if (out->rules == NULL)
        return STATUS_USAGE;
    if (!interview_match(a, d, iv, &out->rules->rules))
        return STATUS_REFUSED;
    out->lang =
        session->opts->lang >= 0 ? (enum lang)session->opts->lang : iv->lang;
    if (!out->rules->rules.has_lang[out->lang]) {
        diag_error(d, iv->case_id.at, "I208",
            "the rules have no texts in the language \"%s\"",
            lang_code[out->lang]);
        return STATUS_REFUSED;
    }
    out->hash = session_hash(a, out->source.text, out->source.len);
    out->scores = score_interview(a, &out->rules->rules, iv);
    out->profile = profile_scores(a, d, out->scores, out->lang);
    return job_refused(session, d) ? STATUS_REFUSED : STATUS_OK;
}

void
job_blank(struct arena *a, struct diag *d, const struct ruleset *rules,
    enum lang lang, struct subject *out)
{
    *out = (struct subject){.rules = rules, .lang = lang};
    out->interview = *blank_interview(a, &rules->rules, lang);
    out->scores = score_interview(a, &rules->rules, &out->interview);
    out->profile = profile_scores(a, d, out->scores, lang);
}

/* A blank form prints nothing of an interview, whichever one it comes with. */
static const struct subject *
subject_for(struct arena *a, struct diag *d, const struct subject *s,
    const struct form *form)
{
    struct subject *blank;

    if (!blank_layout(&form->layout) || s->interview.case_id.s == NULL)
        return s;
    blank = NEW(a, struct subject, 1);
    job_blank(a, d, s->rules, s->lang, blank);
    return blank;
}

void
job_twin(struct diag *d, const struct subject *subject, const char *twin)
{
    diag_error(d, subject->interview.case_id.at, "I209",
        "case \"%s\" is also that of %s", subject->interview.case_id.s, twin);
    diag_help(d, "each interview has a case id of its own");
}

/* Characters */

/* Latin letters and signs: fonts are asked about each once. */
enum { COMMON = 0x250 };

struct characters {
    struct arena *a;
    struct diag *d;
    struct metrics metrics;
    bool shown[COMMON];
    struct buf seen; /* those reported, as UTF-8 */
};

static void
characters_visit(void *ctx, const struct text *text)
{
    struct characters *chars = ctx;
    const char *s = text->s;

    while (s != NULL && *s != '\0') {
        const char *at = s;
        uint32_t c = utf8_next(&s);
        char one[5] = {0};

        if (c == '\n' || (c < COMMON && chars->shown[c]))
            continue;
        if (chars->metrics.covers(chars->metrics.ctx, c)) {
            if (c < COMMON)
                chars->shown[c] = true;
            continue;
        }
        memcpy(one, at, (size_t)(s - at));
        if (chars->seen.len > 0 && strstr(chars->seen.p, one) != NULL)
            continue;
        buf_puts(&chars->seen, one);
        diag_warning(chars->d, text_locate(text, (size_t)(at - text->s)),
            "T101", "no font shows the character \"%s\" (U+%04X)", one,
            (unsigned)c);
    }
}

void
job_characters(struct arena *a, struct diag *d, const struct subject *subject,
    const struct form *form)
{
    struct characters chars = {.a = a,
        .d = d,
        .metrics = font_metrics(form->fonts),
        .seen = buf_new(a)};

    interview_each_text(&subject->interview, characters_visit, &chars);
    for (int i = 0; subject->course != NULL && i < subject->course->ntrainees;
         i++)
        characters_visit(&chars, &subject->course->trainees[i]);
}

const char *
job_case(struct arena *a, const struct subject *s)
{
    const char *id = s->interview.case_id.s;

    return s->other == NULL
               ? id
               : arena_printf(a, "%s+%s", id, s->other->interview.case_id.s);
}

/* Report */

/* The stages before a layout. */
static void
dump_subject(const struct subject *s, enum stage stage, struct buf *out)
{
    switch (stage) {
    case STAGE_INTERVIEW:
        interview_dump(&s->interview, out);
        return;
    case STAGE_RULES:
        rules_dump(&s->rules->rules, out);
        return;
    case STAGE_SCORES:
        scores_dump(s->scores, out);
        return;
    case STAGE_PROFILE:
        profile_dump(s->profile, s->lang, out);
        return;
    case STAGE_NONE:
    case STAGE_LAYOUT:
    case STAGE_DOC:
    case STAGE_PAGES:
        return;
    }
}

/* What profile 3a lays in the PDF: the inputs. */
enum { ATTACHMENTS_MAX = 3 };

static struct pdf_attachment
attached_interview(const struct subject *s, const char *name)
{
    return (struct pdf_attachment){.name = name,
        .mime = "application/yaml",
        .description = "interview",
        .relation = "Source",
        .data = s->source.text,
        .len = s->source.len};
}

static const struct pdf_attachment *
report_attachments(struct arena *a, const struct subject *s, int *n)
{
    struct pdf_attachment *v = NEW(a, struct pdf_attachment, ATTACHMENTS_MAX);

    *n = 0;
    if (s->source.len > 0)
        v[(*n)++] = attached_interview(s, "interview.yaml");
    if (s->other != NULL && s->other->source.len > 0)
        v[(*n)++] = attached_interview(s->other, "interview-2.yaml");
    v[(*n)++] = (struct pdf_attachment){.name = "rules.ini",
        .mime = "text/plain",
        .description = "rules",
        .relation = "Source",
        .data = s->rules->text,
        .len = s->rules->len};
    return v;
}

/* The later date of a comparison. */
static struct date
report_date(const struct subject *s)
{
    struct date date = interview_report_date(&s->interview), other;

    if (s->other == NULL)
        return date;
    other = interview_report_date(&s->other->interview);
    return date_compare(other, date) > 0 ? other : date;
}

/* Of a comparison both, in order, with a plus between. */
static const char *
report_hash(struct arena *a, const struct subject *s)
{
    return s->other == NULL || s->hash == NULL
               ? s->hash
               : arena_printf(a, "%s+%s", s->hash, s->other->hash);
}

static struct pdf_meta
report_meta(struct arena *a, const struct session *session,
    const struct subject *s, const struct form *form, const struct doc *doc)
{
    const struct options *o = session->opts;
    bool attach = o->profile == PDF_3A;
    int n = 0;
    const struct pdf_attachment *v =
        attach ? report_attachments(a, s, &n) : NULL;

    return (struct pdf_meta){
        .profile = (enum pdf_profile)o->profile,
        .lang = s->lang,
        .title = doc->title,
        .date = compose_names_case(&form->layout) ? report_date(s)
                                                  : (struct date){0},
        .epoch = session->epoch,
        .version = PROGRAM_VERSION,
        .hash_interview = report_hash(a, s),
        .hash_rules = s->rules->hash,
        .hash_layout = form->hash,
        .hash_fonts = font_hash(form->fonts),
        .options = recipe_print(a, o, s->lang),
        .mono = o->mono,
        .attachments = v,
        .nattachments = n,
    };
}

struct doc *
job_compose(struct arena *a, struct diag *d, const struct session *session,
    const struct subject *s, const struct form *form)
{
    const struct subject *of = subject_for(a, d, s, form);
    const struct compose_options options = {.lang = s->lang,
        .made = archive_making(a, session, s, form),
        .numbers = session->opts->numbers,
        .names_in_title = session->opts->names_in_title,
        .without = session->opts->without,
        .other = s->other == NULL ? NULL : s->other->profile,
        .twice = s->twice,
        .course = s->course,
        .agreement = s->agreement};

    return compose_report(a, d, of->profile, &form->layout, &options);
}

enum status
job_report(struct arena *a, struct diag *d, struct session *session,
    const struct subject *s, const struct form *form, struct buf *out)
{
    enum stage stage = (enum stage)session->opts->dump;
    struct metrics metrics = session_metrics(session, form);
    struct pdf_meta meta;
    struct doc *doc;
    struct pages *pages;

    s = hide_subject(a, session, s, form);
    if (stage == STAGE_LAYOUT)
        layout_dump(&form->layout, out);
    else
        dump_subject(s, stage, out);
    if (s->other != NULL && stage < STAGE_LAYOUT && stage != STAGE_RULES)
        dump_subject(s->other, stage, out);
    if (stage > STAGE_NONE && stage <= STAGE_LAYOUT)
        return STATUS_OK;
    s = subject_for(a, d, s, form);
    doc = job_compose(a, d, session, s, form);
    if (job_refused(session, d))
        return STATUS_REFUSED;
    if (stage == STAGE_DOC) {
        doc_dump(doc, out);
        return STATUS_OK;
    }
    font_begin(form->fonts);
    pages = flow_doc(a, &metrics, doc);
    if (stage == STAGE_PAGES) {
        pages_dump(pages, out);
        return STATUS_OK;
    }
    meta = report_meta(a, session, s, form, doc);
    return pdf_draw(a, d, session->pdf, form->fonts, pages, &meta, out)
               ? STATUS_OK
               : STATUS_FAILED;
}
