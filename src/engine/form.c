/* What a program that edits interviews asks: a form's fields and questions,
   and an interview as data. */
#include "interview/form.h"
#include "engine/state.h"
#include "interview/model.h"
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

enum status
engine_model(
    struct arena *a, struct diag *d, const struct source *src, struct buf *out)
{
    struct model model;

    if (!model_read(a, d, src, &model))
        return STATUS_REFUSED;
    buf_printf(out,
        "{\"keys\":\"%s\",\"comments\":%d,\"model\":", lang_code[model.lang],
        model.yaml.ncomments);
    model_json(model.yaml.root, out);
    buf_puts(out, "}\n");
    return STATUS_OK;
}
