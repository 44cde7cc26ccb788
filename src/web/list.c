/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What there is. */
#include "web/state.h"

static const char *const over_word[] = {[ENGINE_OVER_ONE] = "one",
    [ENGINE_OVER_TWO] = "two",
    [ENGINE_OVER_MANY] = "many"};

static void
list_flag(struct web *w, const char *name, bool is)
{
    buf_printf(&w->text, ",\"%s\":%s", name, is ? "true" : "false");
}

static void
list_layout(struct web *w, const char *name)
{
    const struct engine_form *form;
    enum engine_over over;

    if (call_load(w, &name, 1, false) != STATUS_OK) {
        buf_puts(&w->text, ",\"faulty\":true");
        return;
    }
    form = engine_form(w->e, 0);
    over = engine_form_over(form);
    buf_printf(&w->text, ",\"over\":\"%s\"", over_word[over]);
    list_flag(
        w, "blank", over == ENGINE_OVER_ONE && engine_form_is_blank(form));
    list_flag(w, "tells", engine_form_tells(form));
    list_flag(w, "keeps", engine_form_keeps(form));
}

/* All files of a kind. */
static void
list_kind(struct web *w, enum engine_kind kind, enum lang lang)
{
    const char *before = "";

    for (int i = 0; i < w->nheld; i++) {
        const struct engine_text *text = &w->held[i].text;
        const struct source src = {
            .name = text->name, .text = text->data, .len = text->len};

        if (text->kind != kind)
            continue;
        buf_printf(&w->text, "%s{\"id\":", before);
        buf_json(&w->text, text->name);
        buf_puts(&w->text, ",\"title\":");
        buf_json(&w->text,
            engine_title(w->a, diag_new(w->a, NULL), kind, &src, lang));
        if (kind == ENGINE_LAYOUT)
            list_layout(w, text->name);
        buf_putc(&w->text, '}');
        before = ",";
    }
}

void
web_list(struct web *w, const char *lang)
{
    struct diag *d = call_begin(w);
    enum lang in = strcmp(lang, lang_code[LANG_EN]) == 0 ? LANG_EN : LANG_NL;

    (void)d;
    buf_puts(&w->text, "{\"version\":");
    buf_json(&w->text, ENGINE_VERSION);
    buf_puts(&w->text, ",\"layouts\":[");
    list_kind(w, ENGINE_LAYOUT, in);
    buf_puts(&w->text, "],\"rules\":[");
    list_kind(w, ENGINE_RULES, in);
    buf_puts(&w->text, "]");
    call_end(w);
}
