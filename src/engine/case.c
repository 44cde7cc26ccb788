/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* From the bytes of an interview to its meaning. */
#include "base/hash.h"
#include "engine/state.h"
#include "format/yaml.h"
#include "interview/plausible.h"
#include "report/blank.h"

#include <string.h>

enum status
engine_read(struct arena *a, struct diag *d, struct engine *e,
    const struct source *src, struct engine_case **out)
{
    struct engine_case *c = NEW(a, struct engine_case, 1);
    struct interview *iv = &c->interview;
    bool whole;

    *out = c;
    c->src = src;
    whole = interview_parse(a, d, src, iv);
    if (iv->cut_off) {
        yaml_say_cut(d, iv->end, !e->options->cut);
        whole = whole && e->options->cut;
    }
    if (!whole && !iv->known)
        return STATUS_REFUSED;
    c->rules = engine_rules(e, d, &iv->rules, src->name);
    if (c->rules == NULL)
        return STATUS_USAGE;
    if (iv->root != NULL && iv->known)
        plausible_check(a, d, iv, iv->root, e->options->year);
    if (!interview_match(a, d, iv, &c->rules->rules) || !whole)
        return STATUS_REFUSED;
    c->lang = e->options->lang >= 0 ? (enum lang)e->options->lang : iv->lang;
    if (!c->rules->rules.has_lang[c->lang]) {
        diag_error(d, iv->case_id.at, "I317",
            "the rules have no texts in the language \"%s\"",
            lang_code[c->lang]);
        return STATUS_REFUSED;
    }
    c->hash = hash_sha256(a, src->text, src->len);
    c->scores = score_interview(a, &c->rules->rules, iv);
    c->profile = profile_scores(a, d, c->scores, c->lang);
    return engine_refused(e, d) ? STATUS_REFUSED : STATUS_OK;
}

void
case_blank(struct arena *a, struct diag *d, const struct ruleset *rules,
    enum lang lang, struct engine_case *out)
{
    *out = (struct engine_case){.rules = rules, .lang = lang};
    out->interview = *blank_interview(a, &rules->rules, lang);
    out->scores = score_interview(a, &rules->rules, &out->interview);
    out->profile = profile_scores(a, d, out->scores, lang);
}

/* Blank forms need no interview; any other layout does. */
static bool
forms_are_blank(const struct engine *e)
{
    for (int i = 0; i < e->nforms; i++)
        if (!engine_form_is_blank(&e->forms[i]))
            return engine_fault(e,
                "the layout \"%s\" needs an interview; only blank forms go "
                "without",
                e->forms[i].layout.id.s);
    return true;
}

enum status
engine_blank(
    struct arena *a, struct diag *d, struct engine *e, struct engine_case **out)
{
    int asked = e->options->lang;
    enum lang lang = asked >= 0 ? (enum lang)asked : LANG_NL;
    const struct ruleset *rules =
        forms_are_blank(e) ? engine_rules(e, d, NULL, NULL) : NULL;

    if (rules == NULL)
        return STATUS_USAGE;
    if (asked < 0 && !rules->rules.has_lang[lang])
        lang = LANG_EN;
    if (!rules->rules.has_lang[lang]) {
        engine_fault(e, "the rules have no texts in the language \"%s\"",
            lang_code[lang]);
        return STATUS_USAGE;
    }
    *out = NEW(a, struct engine_case, 1);
    case_blank(a, d, rules, lang, *out);
    return STATUS_OK;
}

const char *
engine_peek(struct arena *a, struct engine *e, const struct source *src)
{
    struct diag *d = diag_new(a, NULL);
    struct interview *iv = NEW(a, struct interview, 1);
    struct text rules = {0};
    const char *id = peek_id(a, src, &rules.s);

    if (id != NULL) {
        if (rules.s != NULL)
            engine_rules(e, d, &rules, src->name);
        return id;
    }
    if (interview_parse(a, d, src, iv) && iv->rules.s != NULL)
        engine_rules(e, d, &iv->rules, src->name);
    return iv->case_id.s;
}

enum status
engine_tally(struct arena *a, struct diag *d, const struct source *table,
    struct engine_case *key)
{
    struct course_scores *scores = NEW(a, struct course_scores, 1);
    bool settled = false;

    if (!course_scores_parse(a, d, table, &key->rules->rules, false, scores))
        return STATUS_REFUSED;
    for (int i = 0; i < key->scores->n; i++)
        settled |= key->scores->v[i].state == SCORE_SETTLED;
    if (!settled)
        diag_warning(d, key->interview.case_id.at, "S212",
            "no score is settled in the key, so there is nothing to compare "
            "with");
    key->course = scores;
    return STATUS_OK;
}

const char *
engine_case_id(struct arena *a, const struct engine_case *c)
{
    const char *id = c->interview.case_id.s;

    return c->other == NULL
               ? id
               : arena_printf(a, "%s+%s", id, c->other->interview.case_id.s);
}

void
engine_twin(struct diag *d, const struct engine_case *c, const char *other)
{
    diag_error(d, c->interview.case_id.at, "I318",
        "case \"%s\" is also that of %s", c->interview.case_id.s, other);
    diag_help(d, "each interview has a case id of its own");
}
