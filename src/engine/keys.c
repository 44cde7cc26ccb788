/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Every key that a file may hold as a table, for the manual: a line per key,
   its parts divided by tabs.

       interview  SECTION  DEPTH  DUTCH  ENGLISH  TYPE  RANGE  DEFAULT  HELP

   SECTION is that of the file ("[page]"), the kind of block ("plan", "" of
   all), or empty; DEFAULT is "required" where there is none. */
#include "engine/state.h"
#include "interview/fields.h"
#include "layout/fields.h"
#include "report/section.h"
#include "rules/fields.h"

#include <string.h>

static const char *
type_word(const struct field *f)
{
    static const char *const word[] = {
        [FIELD_TEXT] = "text",
        [FIELD_LINE] = "one line",
        [FIELD_ID] = "id",
        [FIELD_CASE] = "name",
        [FIELD_INT] = "whole number",
        [FIELD_NUM] = "number",
        [FIELD_LENGTH] = "length",
        [FIELD_COLOR] = "colour",
        [FIELD_DATE] = "date",
        [FIELD_WORD] = "word",
        [FIELD_YESNO] = "yes or no",
        [FIELD_QREF] = "question",
        [FIELD_QREFS] = "list of questions",
        [FIELD_TEXTS] = "list of texts",
        [FIELD_RECORD] = "group",
        [FIELD_RECORDS] = "list of groups",
        [FIELD_BITEXT] = "text per language",
        [FIELD_BITEXTS] = "texts per language, by number",
        [FIELD_OWN] = "text",
    };
    static const char *const own[INTERVIEW_OWN_COUNT] = {
        [INTERVIEW_FORMAT] = "text",
        [INTERVIEW_ANSWERS] = "text or group per question",
        [INTERVIEW_SCORES] = "group per scale",
        [INTERVIEW_SCORE] = "number, or nvt (na)",
        [INTERVIEW_AGREED] = "number per scale",
        [INTERVIEW_MARKS] = "number per scale",
        [INTERVIEW_PROMPTS] = "list of texts per scale",
        [INTERVIEW_MEANS] = "text per scale",
        [INTERVIEW_QUESTIONNAIRES] = "group per questionnaire",
        [INTERVIEW_ITEMS] = "number per item",
        [INTERVIEW_SUBSCALES] = "number per subscale",
    };

    /* Those of INI files are all 0, as FORMAT is. */
    return f->type == FIELD_OWN && f->nwords == 0 ? own[f->own]
           : f->type == FIELD_OWN                 ? word[FIELD_WORD]
                                                  : word[f->type];
}

static void
put_range(const struct field *f, struct buf *out)
{
    for (int i = 0; i < f->nwords; i++) {
        const char *const *name = f->words[i].name;

        buf_printf(out, "%s%s", i > 0 ? ", " : "", name[LANG_NL]);
        if (strcmp(name[LANG_NL], name[LANG_EN]) != 0)
            buf_printf(out, " (%s)", name[LANG_EN]);
    }
    if (f->nwords > 0 || f->min >= f->max)
        return;
    if (f->type == FIELD_LENGTH) {
        bool mm = f->max > PT(48);

        field_put_length(f->min, mm, out);
        buf_puts(out, " to ");
        field_put_length(f->max, mm, out);
    } else if (f->type == FIELD_NUM) {
        buf_milli(out, f->min);
        buf_puts(out, " to ");
        buf_milli(out, f->max);
    } else if (f->type == FIELD_INT) {
        buf_printf(out, "%d to %d", f->min, f->max);
    } else {
        buf_printf(out, "at most %d", f->max);
    }
}

/* The keys of a record and of the groups in it. */
static void
put_record(const struct record *r, const char *file, const char *section,
    int depth, struct buf *out)
{
    for (int i = 0; i < r->nfields; i++) {
        const struct field *f = &r->fields[i];

        buf_printf(out, "%s\t%s\t%d\t%s\t%s\t%s\t", file, section, depth,
            f->name[LANG_NL], f->name[LANG_EN], type_word(f));
        put_range(f, out);
        buf_printf(out, "\t%s\t%s\n",
            f->flags & FIELD_REQUIRED ? "required"
            : f->fallback != NULL     ? f->fallback
                                      : "",
            f->help[LANG_EN]);
        if (f->of != NULL)
            put_record(f->of, file, section, depth + 1, out);
    }
}

static void
put_rules(struct arena *a, struct buf *out)
{
    static const char *const ids[] = {"", ".ID", ".QID.ID"};

    for (int i = 0; i < RULES_SECTIONS; i++) {
        const struct rules_kind *k = &rules_kinds[i];

        put_record(&k->record, "rules",
            arena_printf(a, "[%s%s]", k->name, ids[k->ids]), 0, out);
        if (i == RULES_BANDS)
            put_record(&rules_band_record, "rules", "[bands.ID] BAND", 0, out);
    }
}

static void
put_layout(struct buf *out)
{
    static const struct {
        const struct record *record;
        const char *section;
    } records[] = {
        {&layout_format_record, "[format]"},
        {&layout_page_record, "[page]"},
        {&layout_font_record, "[font.body]"},
        {&layout_style_record, "[style.ID]"},
        {&layout_block_record, "[block.ID]"},
    };

    for (size_t i = 0; i < sizeof records / sizeof *records; i++)
        put_record(records[i].record, "layout", records[i].section, 0, out);
    for (int i = 0; i < COLOR_COUNT; i++)
        buf_printf(out,
            "layout\t[colour.%s]\t0\t%s\t%s\tcolour\t\t\"#%06X\"\t\n",
            layout_color_key[i].section, layout_color_key[i].key,
            layout_color_key[i].key, (unsigned)color_default[i]);
}

static void
put_key(const struct section_key *k, const char *kind, struct buf *out)
{
    static const char *const word[] = {
        [KEY_TEXT] = "text per language",
        [KEY_YESNO] = "yes or no",
        [KEY_INT] = "whole number",
        [KEY_CHOICE] = "word",
        [KEY_WORDS] = "words",
        [KEY_GROUPS] = "teacher, coach, or ids of groups",
    };
    const char *otherwise = k->type == KEY_TEXT ? k->en : k->nl;

    buf_printf(out, "block\t%s\t0\t%s\t%s\t%s\t", kind, k->name, k->name,
        k->type == KEY_TEXT && k->nl == NULL ? "word" : word[k->type]);
    if (k->type == KEY_INT)
        buf_printf(out, "%d to %d", k->min, k->max);
    for (const char *p = k->choices; p != NULL && *p != '\0'; p++)
        buf_puts(out, *p == ' ' ? ", " : (const char[]){*p, '\0'});
    buf_printf(out, "\t%s\t%s\n", otherwise == NULL ? "" : otherwise, k->help);
}

/* One key on a line: name, what it holds, and what it is for. */
static void
list_key(const struct field *f, enum lang lang, struct buf *out)
{
    enum { NAME_WIDTH = 18, TYPE_WIDTH = 34 };
    static const char *const required[LANG_COUNT] = {"verplicht", "required"};
    static const char *const otherwise[LANG_COUNT] = {"anders", "default"};
    struct buf type = buf_new(out->a), range = buf_new(out->a);

    buf_puts(&type, type_word(f));
    buf_puts(&range, "");
    put_range(f, &range);
    if (range.len > 0)
        buf_printf(&type, ", %s", range.p);
    if (f->flags & FIELD_REQUIRED)
        buf_printf(&type, "; %s", required[lang]);
    else if (f->fallback != NULL)
        buf_printf(&type, "; %s %s", otherwise[lang], f->fallback);
    buf_printf(out, "%-*s %-*s %s\n", NAME_WIDTH, f->name[LANG_EN], TYPE_WIDTH,
        type.p, f->help[lang]);
}

static void
list_record(const struct record *r, enum lang lang, struct buf *out)
{
    for (int i = 0; i < r->nfields; i++)
        list_key(&r->fields[i], lang, out);
}

void
engine_list_rules_keys(enum lang lang, struct buf *out)
{
    static const char *const ids[] = {"", ".ID", ".QUESTIONNAIRE.ID"};

    for (int i = 0; i < RULES_SECTIONS; i++) {
        const struct rules_kind *k = &rules_kinds[i];

        buf_printf(out, "%s[%s%s]\n", i > 0 ? "\n" : "", k->name, ids[k->ids]);
        list_record(&k->record, lang, out);
        if (i != RULES_BANDS)
            continue;
        buf_puts(out, lang == LANG_NL ? "BAND = from N, en van elke band:\n"
                                      : "BAND = from N, and of each band:\n");
        list_record(&rules_band_record, lang, out);
    }
}

void
engine_keys(struct arena *a, struct buf *out)
{
    put_record(&interview_record, "interview", "", 0, out);
    put_rules(a, out);
    put_layout(out);
    for (int i = 0; i < section_ncommon; i++)
        put_key(&section_common[i], "", out);
    for (int i = 0; i < section_nkinds; i++) {
        const struct section_kind *k = section_kinds[i];

        buf_printf(out, "block\t%s\t-1\t\t\t\t\t\t%s\n", k->name, k->help);
        for (int j = 0; j < k->nkeys; j++)
            put_key(&k->keys[j], k->name, out);
    }
}
