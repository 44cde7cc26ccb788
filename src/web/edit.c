/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Interviews as data, for a form. */
#include "web/state.h"

/* Ends the answer with what was made, or null. */
static void
answer_data(struct web *w, enum status status, const struct diag *d,
    const char *name, const struct buf *made)
{
    call_answer(w, status, d);
    buf_printf(&w->text, ",\"%s\":", name);
    if (status == STATUS_OK)
        buf_add(&w->text, made->p, made->len);
    else
        buf_puts(&w->text, "null");
    call_end(w);
}

void
web_form(struct web *w, const char *lang)
{
    struct diag *d = call_begin(w);
    struct buf form = buf_new(w->a);
    enum lang in = strcmp(lang, lang_code[LANG_EN]) == 0 ? LANG_EN : LANG_NL;
    enum status status = engine_form_data(
        w->a, d, w->e, w->ninputs > 0 ? w->input : NULL, in, &form);

    answer_data(w, status, d, "form", &form);
}

void
web_read(struct web *w)
{
    struct diag *d = call_begin(w);
    struct buf model = buf_new(w->a);
    enum status status = w->ninputs == 1
                             ? engine_model(w->a, d, w->e, w->input, &model)
                             : STATUS_USAGE;

    answer_data(w, status, d, "read", &model);
}

void
web_write(struct web *w)
{
    struct diag *d = call_begin(w);
    struct buf yaml = buf_new(w->a), text = buf_new(w->a);
    enum status status = w->ninputs == 1
                             ? engine_tidy(w->a, d, w->e, w->input, -1, &yaml)
                             : STATUS_USAGE;

    if (status == STATUS_OK)
        buf_json(&text, yaml.p);
    answer_data(w, status, d, "yaml", &text);
}
