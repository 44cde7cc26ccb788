/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section.h"
#include "report/section/kinds.h"

#include <string.h>

/* Page 1: emblem, names and facts. */

static const struct section_key keys[] = {
    KEY_OF_TEXT("brand", "Relatieprofiel", "Relationship profile",
        "beside the emblem or the layout's logo"),
    KEY_OF_TEXT("logo_alt", "logo", "logo",
        "said of the layout's logo to who cannot see it"),
    KEY_OF_TEXT("names", "{Leerkracht} en {kind}", "{Teacher} and {child}",
        "the large line; first heading of the report"),
    {.name = "fields",
        .type = KEY_WORDS,
        .choices = "teacher child interview reflection readers coach case",
        .nl = "teacher child interview reflection readers",
        .en = "",
        .help = "facts under the names, at most five"},
    KEY_OF_TEXT("teacher", "Leerkracht", "Teacher", "label"),
    KEY_OF_TEXT("child", "Kind", "Child", "label"),
    KEY_OF_TEXT("interview", "Interview", "Interview", "label"),
    KEY_OF_TEXT("reflection", "Reflectiegesprek", "Reflection talk", "label"),
    KEY_OF_TEXT("readers", "Gelezen door", "Read by", "label"),
    KEY_OF_TEXT("coach", "Coach", "Coach", "label"),
    KEY_OF_TEXT("case", "Dossier", "Case", "label"),
    KEY_OF_TEXT("group", "{kind}, groep {group}", "{child}, group {group}",
        "value of child where the group is known"),
    KEY_OF_TEXT("group_only", "groep {group}", "group {group}",
        "the same where the child has no name"),
    KEY_OF_TEXT("by_coach", "coach", "coach", "the reader who is the coach"),
    KEY_OF_TEXT("by_reader", "lezer {count}", "reader {count}",
        "another reader; {count}: which, as in the case file"),
    KEY_OF_TEXT("by_more", "nog {count} lezers", "{count} more readers",
        "any more; {count}: how many after the third"),
};

/* Names of more than two lines are set smaller; lines of them may stand closer.
 */
#define NAMES_LESS PT(20)
#define NAMES_TIGHT PT(3)

enum { NAMES_LINES = 2 };
enum { FACTS_MAX = 5, NAMED_READERS = 3 };

/* Where five facts begin; other numbers part the line
   evenly. */
static const mpt fact_x[FACTS_MAX] = {0, MM(26), MM(62), MM(95), MM(130)};
static const mpt fact_gap = MM(2);

static const char *
name_readers(struct section *s)
{
    const char *words[NAMED_READERS + 1];
    int n = 0, readers = s->iv->nreadings, coach = -1;
    int named = readers == NAMED_READERS + 1 ? readers : NAMED_READERS;

    for (int i = 0; i < readers && coach < 0; i++) {
        const char *by = s->iv->readings[i].by.s;

        if (by != NULL && strcmp(by, "coach") == 0)
            coach = i;
    }
    if (readers == 0)
        return NULL;
    if (coach < 0)
        return fill_readers(s->a, readers, s->lang);
    words[n++] = section_text(s, "by_coach");
    for (int i = 0; i < readers && n < named; i++) {
        if (i == coach)
            continue;
        s->fill.count = arena_printf(s->a, "%d", i + 1);
        words[n++] = section_text(s, "by_reader");
    }
    if (readers > named) {
        s->fill.count = fill_count(s->a, readers - named, s->lang);
        words[n++] = section_text(s, "by_more");
    }
    s->fill.count = NULL;
    return fill_list(s->a, words, n, s->lang);
}

static const char *
date_or_none(struct section *s, struct date date)
{
    return date.year == 0 ? NULL : fill_date(s->a, date, s->lang);
}

/* Who the child is, as far as it is known. */
static const char *
child_value(struct section *s)
{
    const struct person *child = &s->iv->child;

    if (child->group.s == NULL)
        return fill_called(child);
    return section_text(s, fill_called(child) != NULL ? "group" : "group_only");
}

/* What a fact says; NULL where it is not known. */
static const char *
fact_value(struct section *s, const char *field)
{
    if (strcmp(field, "teacher") == 0)
        return fill_called(&s->iv->teacher);
    if (strcmp(field, "child") == 0)
        return child_value(s);
    if (strcmp(field, "interview") == 0)
        return date_or_none(s, s->iv->date);
    if (strcmp(field, "reflection") == 0)
        return date_or_none(s, s->iv->reflection);
    if (strcmp(field, "readers") == 0)
        return name_readers(s);
    if (strcmp(field, "coach") == 0)
        return s->iv->coach.name.s;
    return s->iv->case_id.s;
}

/* A line for a fact that is not known. */
static void
ask_fact(struct section *s, struct block *line, const char *field)
{
    static const struct {
        const char *field, *name;
        enum input_kind kind;
    } names[] = {{"interview", "interview.date", INPUT_DATE},
        {"reflection", "reflection.date", INPUT_DATE},
        {"coach", "coach.name", INPUT_TEXT}, {"case", "case", INPUT_TEXT}};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i].field, field) == 0)
            section_ask(
                s, line, names[i].kind, names[i].name, section_text(s, field));
}

static void
add_fact(struct section *s, struct block *row, const char *field, mpt x, mpt w)
{
    struct block *item = block_add(s->a, row, BLOCK_GROUP), *b;
    const char *value = fact_value(s, field);

    item->role = ROLE_LI;
    item->x = x;
    item->w = w;
    section_para(s, item, ROLE_LBL, STYLE_FACT_LABEL, field);
    if (value != NULL) {
        b = section_typed(s, item, ROLE_LBODY, STYLE_FACT, value);
        b->before = MM(0.18);
        return;
    }
    b = block_add(s->a, item, BLOCK_GROUP);
    b->role = ROLE_LBODY;
    ask_fact(
        s, block_lines(s->a, b, 1, MM(4.2), say(SAY_ROOM_ONE, s->lang)), field);
}

/* Who has no name here was left without one: no line asks for it. */
static bool
unnamed(struct section *s, const char *field)
{
    return (strcmp(field, "teacher") == 0 || strcmp(field, "child") == 0) &&
           fact_value(s, field) == NULL;
}

static void
add_facts(struct section *s, struct block *sect)
{
    static const char *const fields[] = {"teacher", "child", "interview",
        "reflection", "readers", "coach", "case"};
    struct block *row = block_add(s->a, sect, BLOCK_COLUMNS);
    const char *shown[FACTS_MAX];
    int n = 0;

    row->role = ROLE_L;
    row->fit = true;
    row->before = MM(4.47);
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (n < FACTS_MAX && section_has_word(s, "fields", fields[i]) &&
            !unnamed(s, fields[i]))
            shown[n++] = fields[i];
    for (int i = 0; i < n; i++) {
        bool five = n == FACTS_MAX;
        mpt x = five ? fact_x[i] : s->w / n * i;
        mpt end = i + 1 == n ? s->w : five ? fact_x[i + 1] : s->w / n * (i + 1);

        add_fact(s, row, shown[i], x, end - x - (i + 1 < n ? fact_gap : 0));
    }
}

static void
add(struct section *s)
{
    struct block *sect = section_open(s), *names;

    section_emblem(s, sect, section_text(s, "brand"));
    s->heading = 1;
    names = block_text(s->a, sect, ROLE_H1, STYLE_NAMES, NULL);
    fill_block(s->a, &s->fill, section_raw(s, "names"), names);
    names->before = MM(4.75);
    names->as.text.less_above = NAMES_LINES;
    names->as.text.less_size = NAMES_LESS;
    names->as.text.tight = NAMES_TIGHT;
    names->bookmark = section_text(s, "names");
    add_facts(s, sect);
    section_key_rule(s, sect, MM(7.49));
}

const struct section_kind section_title = {
    .name = "title",
    .help = "emblem, names, facts",
    .page = PAGE_NEW,
    KEYS(keys),
    .add = add,
};
