/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Reports that are kept: what they say of their making, and the copies of
   their inputs that lie beside them. */
#include "engine/state.h"
#include "report/section.h"

static const char *
copy_name(struct arena *a, const struct engine_case *c,
    const struct engine_form *form, enum engine_copy_kind kind)
{
    static const char *const endings[] = {
        [COPY_INTERVIEW] = "interview.yaml", [COPY_RULES] = "rules.ini"};

    return arena_printf(
        a, "%s.%s.%s", engine_case_id(a, c), form->layout.id.s, endings[kind]);
}

/* A comparison and a blank form are of no one file. */
static bool
is_kept(struct arena *a, const struct engine_case *c,
    const struct engine_form *form)
{
    return form->layout.archive && c->other == NULL &&
           engine_case_id(a, c) != NULL;
}

/* What is printed ------------------------------------------------------ */

static const char *
profile_name(enum pdf_profile profile)
{
    switch (profile) {
    case PDF_NONE:
        return "PDF/UA-1";
    case PDF_1B:
        return "PDF/A-1b";
    case PDF_2U:
        return "PDF/A-2u, PDF/UA-1";
    case PDF_2A:
        return "PDF/A-2a, PDF/UA-1";
    case PDF_3A:
        return "PDF/A-3a, PDF/UA-1";
    }
    return NULL;
}

/* The day that SOURCE_DATE_EPOCH names, else that of the interview. */
static struct date
printed_date(const struct engine *e, const struct interview *iv)
{
    enum { DAY = 86400 };

    return e->options->epoch < 0 ? interview_report_date(iv)
                                 : date_of_day(e->options->epoch / DAY);
}

const struct making *
kept_making(struct arena *a, const struct engine *e,
    const struct engine_case *c, const struct engine_form *form)
{
    struct making *made = NEW(a, struct making, 1);

    *made = (struct making){.hash_interview = c->hash,
        .hash_rules = c->rules->hash,
        .program = ENGINE_VERSION,
        .profile = profile_name((enum pdf_profile)e->options->profile),
        .date = printed_date(e, &c->interview)};
    if (is_kept(a, c, form)) {
        made->file_interview = copy_name(a, c, form, COPY_INTERVIEW);
        made->file_rules = copy_name(a, c, form, COPY_RULES);
    }
    return made;
}

bool
engine_accepts(
    struct diag *d, const struct engine_case *c, const struct engine_form *form)
{
    const struct interview *iv = &c->interview;

    if (!form->layout.archive || iv->ended)
        return true;
    diag_error(d, iv->end, "I214",
        "the interview has no closing ...; the layout \"%s\" keeps only whole "
        "interviews",
        form->layout.id.s);
    diag_help(d, "write ... on a line of its own at the end of the file");
    return false;
}

int
engine_copies(struct arena *a, const struct engine_case *c,
    const struct engine_form *form, struct engine_copy out[ENGINE_COPIES])
{
    if (!is_kept(a, c, form))
        return 0;
    for (int i = 0; i < ENGINE_COPIES; i++)
        out[i].name = copy_name(a, c, form, (enum engine_copy_kind)i);
    out[COPY_INTERVIEW].data = c->src->text;
    out[COPY_INTERVIEW].len = c->src->len;
    out[COPY_RULES].data = c->rules->text;
    out[COPY_RULES].len = c->rules->len;
    return ENGINE_COPIES;
}
