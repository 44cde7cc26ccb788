/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What a program that edits interviews asks: a form's fields and questions,
   and an interview as data. */
#include "interview/form.h"
#include "engine/state.h"
#include "interview/tidy.h"
#include "method/form_rules.h"

/* The language asked for, where the rules have it. */
static enum lang
form_lang(const struct rules *rules, enum lang lang)
{
    return rules->has_lang[lang] ? lang : (enum lang)(LANG_COUNT - 1 - lang);
}

enum status
engine_form_data(struct arena *a, struct diag *d, struct engine *e,
    const struct source *src, enum lang lang, struct buf *out)
{
    struct interview *iv = NEW(a, struct interview, 1);
    const struct ruleset *set;
    struct json j = json_new(out);

    if (src != NULL) /* as far as it goes: its faults are another's matter */
        interview_parse(a, diag_new(a, NULL), src, iv);
    set = engine_rules(e, d, &iv->rules, src == NULL ? NULL : src->name);
    if (set == NULL)
        return STATUS_USAGE;
    json_open(&j, NULL, '{');
    json_text(&j, "version", ENGINE_VERSION);
    json_text(&j, "lang", lang_code[lang]);
    form_records(&j, lang);
    form_rules(a, &j, &set->rules, iv, form_lang(&set->rules, lang));
    json_close(&j, '{');
    return STATUS_OK;
}

/* The comments that are the program's own, by the rules of an interview. */
static const struct tidy_known *
known_comments(struct arena *a, struct engine *e, const struct source *src)
{
    struct interview *iv = NEW(a, struct interview, 1);
    const struct ruleset *set;
    struct diag *d = diag_new(a, NULL);

    interview_parse(a, d, src, iv);
    set = engine_rules(e, d, &iv->rules, src->name);
    return tidy_known(a, set == NULL ? NULL : &set->rules);
}

enum status
engine_model(struct arena *a, struct diag *d, struct engine *e,
    const struct source *src, struct buf *out)
{
    struct model model;

    if (!model_read(a, d, src, &model))
        return STATUS_REFUSED;
    buf_printf(out,
        "{\"keys\":\"%s\",\"comments\":%d,\"model\":", lang_code[model.lang],
        tidy_own_comments(&model.yaml, known_comments(a, e, src)));
    model_json(model.yaml.root, out);
    buf_puts(out, "}\n");
    return STATUS_OK;
}

enum status
engine_tidy(struct arena *a, struct diag *d, struct engine *e,
    const struct source *src, int keys, struct buf *out)
{
    struct model model;

    if (!model_read(a, d, src, &model) ||
        !tidy_print(a, d, &model, known_comments(a, e, src),
            keys < 0 ? model.lang : (enum lang)keys, out))
        return STATUS_REFUSED;
    if (out->len <= ENGINE_TEXT_MAX)
        return STATUS_OK;
    diag_error(d, (struct pos){.src = src}, "I109",
        "written out, this interview is larger than the limit of %d bytes",
        (int)ENGINE_TEXT_MAX);
    return STATUS_REFUSED;
}
