/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Reports that were made before. */
#include "base/hash.h"
#include "engine/state.h"

#include <string.h>

static const char *const profile_name[] = {
    [PDF_NONE] = NULL,
    [PDF_1B] = "PDF/A-1b",
    [PDF_2U] = "PDF/A-2u",
    [PDF_2A] = "PDF/A-2a",
    [PDF_3A] = "PDF/A-3a",
};

bool
engine_record(
    struct arena *a, const char *data, size_t len, struct engine_record *out)
{
    struct pdf_record r;
    bool ours = pdf_read_meta(a, data, len, &r) && r.layout_id != NULL;

    if (!ours)
        return false;
    *out = (struct engine_record){.fact = {[FACT_CASE] = r.case_id,
                                      [FACT_LAYOUT] = r.layout_id,
                                      [FACT_DATE] = r.date,
                                      [FACT_KEEP] = r.keep,
                                      [FACT_PROGRAM] = r.version,
                                      [FACT_PROFILE] = profile_name[r.profile],
                                      [FACT_OPTIONS] = r.options,
                                      [FACT_INTERVIEW] = r.hash_interview,
                                      [FACT_RULES] = r.hash_rules,
                                      [FACT_LAYOUT_FILE] = r.hash_layout,
                                      [FACT_FONTS] = r.hash_fonts,
                                      [FACT_REPORTS] = r.reports},
        .people = r.people,
        .profile = (int)r.profile,
        .epoch = r.epoch,
        .unaltered = pdf_check_id(data, len)};
    return true;
}

bool
engine_same_fact(const char *one, const char *two)
{
    return one == NULL || two == NULL ? one == two : strcmp(one, two) == 0;
}

void
engine_record_options(struct arena *a, const struct engine_record *r,
    struct engine_options *options)
{
    options->profile = r->profile;
    options->epoch = r->epoch;
    if (r->fact[FACT_OPTIONS] != NULL)
        recipe_read(a, r->fact[FACT_OPTIONS], options);
}

/* A blank form is made of no interview, but stands beside the one it was asked
   with. */
static const char *
told_hash(struct arena *a, const struct engine *e, const struct engine_case *c,
    const struct engine_form *form)
{
    if (c == NULL || c->src == NULL || hides_names(e, form))
        return NULL;
    return c->hash != NULL ? c->hash
                           : hash_sha256(a, c->src->text, c->src->len);
}

struct engine_causes
engine_causes(struct arena *a, const struct engine *e,
    const struct engine_case *c, const struct engine_form *form)
{
    const struct ruleset *rules = c == NULL ? NULL : c->rules;

    return (struct engine_causes){.interview = told_hash(a, e, c, form),
        .rules_id = rules == NULL ? NULL : rules->rules.id.s,
        .rules = rules == NULL ? NULL : rules->hash,
        .layout_id = form->layout.id.s,
        .layout = form->hash,
        .fonts = font_hash(form->fonts),
        .program = ENGINE_VERSION,
        .options = recipe_of_run(a, e->options)};
}
