/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What is known as text: scores, agreement, lists, schemas, the template. */
#include "engine/state.h"
#include "interview/schema.h"
#include "method/course_text.h"
#include "method/score_schema.h"
#include "method/score_text.h"
#include "report/section.h"

#include <string.h>

static struct csv_put
new_csv(struct buf *out, enum engine_separator separator)
{
    static const enum csv_dialect dialects[] = {[ENGINE_COMMA] = CSV_COMMA,
        [ENGINE_SEMICOLON] = CSV_SEMICOLON,
        [ENGINE_TAB] = CSV_TAB};

    return csv_put_new(out, dialects[separator]);
}

void
engine_score(const struct engine_case *c, const struct engine_printing *how,
    struct buf *out)
{
    struct csv_put csv = new_csv(out, how->separator);

    switch (how->format) {
    case FORMAT_TEXT:
        if (how->explain)
            score_explain(c->scores, c->profile, c->lang, out);
        else
            score_text(c->scores, c->profile, c->lang, out);
        return;
    case FORMAT_CSV:
        score_csv(c->scores, c->profile, &csv);
        return;
    case FORMAT_JSON:
        score_json(c->scores, c->profile, out);
        return;
    }
}

void
engine_score_head(enum engine_separator separator, struct buf *out)
{
    struct csv_put csv = new_csv(out, separator);

    score_csv_head(&csv);
}

void
engine_course(const struct engine_case *c, enum engine_separator separator,
    struct buf *out)
{
    struct csv_put csv = new_csv(out, separator);

    course_csv(c->course, c->scores, &csv);
}

void
engine_agreement(const struct engine_case *c, const struct engine_printing *how,
    struct buf *out)
{
    struct csv_put csv = new_csv(out, how->separator);

    switch (how->format) {
    case FORMAT_TEXT:
        agree_text(c->agreement, c->lang, out);
        return;
    case FORMAT_CSV:
        agree_csv(c->agreement, &csv);
        return;
    case FORMAT_JSON:
        agree_json(c->agreement, out);
        return;
    }
}

/* Lists ----------------------------------------------------------------- */

const char *
engine_title(struct arena *a, struct diag *d, enum engine_kind kind,
    const struct source *src, enum lang lang)
{
    struct rules *rules = NEW(a, struct rules, 1);
    struct layout *layout = NEW(a, struct layout, 1);
    const struct bitext *title = &rules->title;

    if (kind == ENGINE_RULES) {
        rules_parse(a, d, &src, 1, rules);
    } else {
        layout_parse(a, d, src, layout);
        title = &layout->title;
    }
    return title->t[lang].s != NULL ? title->t[lang].s : "";
}

int
engine_fonts(struct engine *e, const struct engine_font **out)
{
    struct diag *d = engine_diag(e);
    const struct catalogue *c = engine_catalogue(e, d);
    struct face_files files;
    struct engine_font *v;

    engine_say(e, d);
    if (c == NULL)
        return -1;
    v = NEW(e->a, struct engine_font, c->n);
    for (int i = 0; i < c->n; i++) {
        const struct font_family *f = &c->families[i];

        v[i] = (struct engine_font){.name = f->name.s,
            .licence = f->licence.s,
            .package = f->package.s,
            .there = catalogue_installed(e->a, c, f->name.s, &files)};
    }
    *out = v;
    return c->n;
}

void
engine_list_blocks(enum lang lang, struct buf *out)
{
    section_list(lang, out);
}

int
engine_block_kinds(struct arena *a, const char *const **out)
{
    const char **v = NEW(a, const char *, section_nkinds);

    for (int i = 0; i < section_nkinds; i++)
        v[i] = section_kinds[i]->name;
    *out = v;
    return section_nkinds;
}

void
engine_list_keys(enum lang lang, struct buf *out)
{
    static const char *const heads[LANG_COUNT][2] = {
        [LANG_NL] = {"Interview (YAML)", "Lay-out (INI)"},
        [LANG_EN] = {"Interview (YAML)", "Layout (INI)"},
    };

    buf_printf(out, "%s\n\n", heads[lang][0]);
    interview_list_keys(lang, out);
    buf_printf(out, "\n%s\n", heads[lang][1]);
    layout_list_keys(lang, out);
}

/* What an interview calls the rules of the command line: the name of their
   file, which lies beside it or where rules are looked for; NULL where several
   or none are given. */
static const char *
rules_name(const struct engine *e)
{
    const struct engine_words *given = &e->options->rules;
    const char *name = given->n == 1 ? given->v[0] : NULL, *slash;
    size_t len;

    if (name == NULL)
        return NULL;
    slash = strrchr(name, '/');
    name = slash != NULL ? slash + 1 : name;
    len = strlen(name);
    if (len > 4 && strcmp(name + len - 4, ".ini") == 0)
        len -= 4;
    return arena_strndup(e->a, name, len);
}

enum status
engine_template(struct engine *e, enum lang lang, struct buf *out)
{
    const struct ruleset *set = engine_rules(e, NULL, NULL, NULL);

    if (set == NULL)
        return STATUS_USAGE;
    interview_template(&set->rules, rules_name(e), lang, out);
    return STATUS_OK;
}

/* Schemas ---------------------------------------------------------------- */

static const struct {
    const char *name;
    void (*print)(const struct rules *rules, enum lang lang, struct buf *out);
} schemas[] = {
    {"interview", interview_schema},
    {"score", score_schema},
};

enum status
engine_schema(struct engine *e, const char *name, enum lang lang,
    struct buf *out, bool *found)
{
    const struct ruleset *set = NULL;

    *found = false;
    if (e->options->rules.n > 0) {
        set = engine_rules(e, NULL, NULL, NULL);
        if (set == NULL)
            return STATUS_USAGE;
    }
    for (size_t i = 0; i < sizeof schemas / sizeof *schemas; i++)
        if (strcmp(name, schemas[i].name) == 0) {
            schemas[i].print(set == NULL ? NULL : &set->rules, lang, out);
            *found = true;
        }
    return STATUS_OK;
}
