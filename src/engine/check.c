/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Looking rules and layouts over, without any report. */
#include "engine/state.h"
#include "method/wording.h"
#include "report/section.h"

#include <string.h>

static void
check_rules(
    struct arena *a, struct diag *d, struct engine *e, const struct source *src)
{
    struct rules *rules = NEW(a, struct rules, 1);

    if (!engine_read_rules(a, d, e, &src, 1, NULL, rules))
        return;
    wording_rules(a, d, rules);
    glyphs_check_rules(a, d, e, rules);
}

static void
check_layout(
    struct arena *a, struct diag *d, struct engine *e, const struct source *src)
{
    struct engine_form *form = NEW(a, struct engine_form, 1);
    struct buf all = buf_new(a);
    const struct ruleset *set;

    if (!engine_read_layout(a, d, e, src, &all, &form->layout) ||
        engine_catalogue(e, d) == NULL)
        return;
    form->fonts = engine_font_set(e, d, &form->layout);
    if (form->fonts == NULL)
        return;
    glyphs_layout(a, d, form);
    set = engine_rules(e, d, NULL, src->name);
    if (set != NULL)
        wording_layout(a, d, &form->layout, &set->rules);
}

static const struct {
    const char *kind;
    void (*check)(struct arena *a, struct diag *d, struct engine *e,
        const struct source *src);
} checks[] = {
    {"rules", check_rules},
    {"layout", check_layout},
};

bool
engine_text_is_rules(struct arena *a, const struct source *src)
{
    const char *kind = ini_peek(a, src, "format", "kind");

    return kind != NULL && strcmp(kind, "rules") == 0;
}

void
engine_check_text(
    struct arena *a, struct diag *d, struct engine *e, const struct source *src)
{
    const char *kind = ini_peek(a, src, "format", "kind");
    struct ini ini;

    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++)
        if (kind != NULL && strcmp(kind, checks[i].kind) == 0) {
            checks[i].check(a, d, e, src);
            return;
        }
    if (ini_parse(a, d, src, &ini))
        diag_error(d, diag_pos(src, 0), "F106",
            "this is neither rules nor a layout: [format] kind must be "
            "\"rules\" or \"layout\"");
}
