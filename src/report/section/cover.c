/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section.h"
#include "report/section/kinds.h"

#include "method/retention.h"
#include "report/section/dossier.h"

/* The first page of a file that is kept: what it is, how long it is kept and
   what is in it. */

static const struct section_key keys[] = {
    KEY_OF_TEXT("brand", "Relatieprofiel", "Relationship profile",
        "beside the emblem or the layout's logo"),
    KEY_OF_TEXT("logo_alt", "logo", "logo",
        "said of the layout's logo to who cannot see it"),
    KEY_OF_TEXT("title", "Dossier", "Case file",
        "the large line; first heading of the report"),
    KEY_OF_TEXT("sub", "Relatieprofiel van {leerkracht} en {kind}",
        "Relationship profile of {teacher} and {child}", "line below it"),
    KEY_OF_TEXT("case", "Dossier", "Case", "label"),
    KEY_OF_TEXT("teacher", "Leerkracht", "Teacher", "label"),
    KEY_OF_TEXT("child", "Kind", "Child", "label"),
    KEY_OF_TEXT("group", "{kind}, groep {group}", "{child}, group {group}",
        "value of child where the group is known"),
    KEY_OF_TEXT("group_only", "groep {group}", "group {group}",
        "the same where the child has no name"),
    KEY_OF_TEXT("coach", "Coach", "Coach", "label"),
    KEY_OF_TEXT("interview", "Interview", "Interview", "label"),
    KEY_OF_TEXT("date", "Rapportdatum", "Report date", "label"),
    KEY_OF_TEXT("version_label", "Versie", "Version", "label"),
    KEY_OF_TEXT("version", "", "", "before the version number"),
    KEY_OF_TEXT("changed", "gewijzigd op", "changed on",
        "before the date of the last change"),
    KEY_OF_TEXT("class_label", "Status", "Status", "label"),
    KEY_OF_TEXT("class", "Vertrouwelijk", "Confidential", "who may see it"),
    KEY_OF_TEXT("keep", "Bewaren", "Keeping", "heading"),
    KEY_OF_TEXT("keep_until", "Bewaren tot", "Keep until", "label"),
    KEY_OF_TEXT("keep_unknown",
        "Deze datum is nog niet bekend. Vul hem in als het contact is "
        "geëindigd.",
        "This date is not known yet. Write it down when the contact has ended.",
        "below it, where the date is not known"),
    KEY_OF_TEXT("contents", "Inhoud", "Contents", "heading"),
};

#define ENTRY_H MM(6.3)
#define ENTRY_H_SMALL MM(5.4)
#define ENTRY_X MM(6)
#define ENTRY_GAP MM(1.2)

static const char *
coach_text(struct section *s)
{
    const struct person *coach = &s->iv->coach;

    if (coach->name.s == NULL || coach->role.s == NULL)
        return coach->name.s != NULL ? coach->name.s : coach->role.s;
    return arena_printf(s->a, "%s, %s", coach->name.s, coach->role.s);
}

static void
add_facts(struct section *s, struct block *sect)
{
    struct block *table = dossier_table(s, sect);
    const struct person *child = &s->iv->child;

    table->before = MM(5);
    dossier_fact(s, table, "case", s->iv->case_id.s);
    dossier_fact(s, table, "teacher", fill_called(&s->iv->teacher));
    dossier_fact(s, table, "child",
        child->group.s == NULL       ? fill_called(child)
        : fill_called(child) != NULL ? section_text(s, "group")
                                     : section_text(s, "group_only"));
    dossier_fact(s, table, "coach", coach_text(s));
    dossier_fact(s, table, "interview", dossier_date(s, s->iv->date));
    dossier_fact(s, table, "date", dossier_date(s, s->made->date));
    dossier_fact(s, table, "version_label", dossier_version(s));
    dossier_fact(s, table, "class_label", section_text(s, "class"))
        ->as.text.style = STYLE_BAND;
}

/* Until when, and by which rule; what is not known is a line to write on. */
static void
add_keep(struct section *s, struct block *sect)
{
    struct kept kept = retention_kept(s->rules, s->iv);
    const char *until = dossier_date(s, kept.until);
    struct block *row, *side, *main, *b;

    section_between(s, sect, MM(5));
    row = section_row(s, sect, &side, &main);
    row->before = MM(4.6);
    row->keep = true;
    section_para(s, side, section_heading_role(s), STYLE_HEADING, "keep");
    if (until != NULL) {
        section_typed(s, main, ROLE_P, STYLE_STRONG,
            arena_printf(s->a, "%s %s", section_text(s, "keep_until"), until));
    } else {
        b = block_add(s->a, main, BLOCK_COLUMNS);
        section_para(s, b, ROLE_P, STYLE_STRONG, "keep_until");
        block_lines(s->a, b, 1, MM(4.4), say(SAY_ROOM_ONE, s->lang))->x =
            MM(26);
        b = section_para(s, main, ROLE_P, STYLE_SMALL, "keep_unknown");
        if (b != NULL)
            b->before = MM(1.2);
        diag_warning(s->d, s->iv->case_id.at, "C103",
            "until when the file is kept is not known; a line to write on "
            "stands there");
        if (kept.regime == NULL)
            diag_help(s->d, "give `keep` with its regime");
        else
            diag_help(s->d, "give the date the term counts from");
    }
    if (kept.regime != NULL) {
        b = section_fill(
            s, main, ROLE_P, STYLE_SMALL, kept.regime->text.t[s->lang].s);
        if (b != NULL)
            b->before = MM(1.2);
    }
}

static void
add(struct section *s)
{
    struct block *sect = section_open_page(s, "", "", true), *b;
    struct block *row, *side, *main;

    section_emblem(s, sect, section_text(s, "brand"));
    s->heading = 1;
    b = section_para(s, sect, ROLE_H1, STYLE_NAMES, "title");
    if (b != NULL)
        b->before = MM(4.75);
    b = section_para(s, sect, ROLE_P, STYLE_SUB, "sub");
    if (b != NULL)
        b->before = MM(1.5);
    section_key_rule(s, sect, MM(5));
    add_facts(s, sect);
    add_keep(s, sect);
    section_separator(s, sect, MM(5));
    row = section_row(s, sect, &side, &main);
    row->before = MM(4.6);
    section_para(s, side, section_heading_role(s), STYLE_HEADING, "contents");
    s->doc->contents = block_add(s->a, main, BLOCK_GROUP);
    s->doc->contents->role = ROLE_L;
}

/* Contents ----------------------------------------------------------- */

/* The title of the page that a top-level block begins, or NULL. */
static const char *
page_title(const struct block *sect)
{
    for (const struct block *b = sect->first; b != NULL; b = b->next)
        if (b->bookmark != NULL)
            return b->bookmark;
    return NULL;
}

static void
add_entry(
    struct section *s, const char *title, const struct block *sect, bool deeper)
{
    struct block *item = block_add(s->a, s->doc->contents, BLOCK_GROUP);
    struct block *row = block_add(s->a, item, BLOCK_COLUMNS), *b;
    enum style style = deeper ? STYLE_SMALL : STYLE_FACT;

    item->role = ROLE_LI;
    item->min_h = deeper ? ENTRY_H_SMALL : ENTRY_H;
    row->role = ROLE_LBODY;
    b = section_typed(s, row, ROLE_P, style, title);
    b->x = deeper ? ENTRY_X : 0;
    b->w = s->main_w - b->x - MM(12);
    b = block_text(s->a, row, ROLE_P, style, NULL);
    block_run_page(s->a, b, sect);
    b->as.text.align = ALIGN_RIGHT;
    b->x = s->main_w - MM(12);
}

/* Every page with a title, those of another layout under its name. */
static void
finish(struct section *s)
{
    const struct look *look = NULL;
    const struct block *b = s->doc->root->first;

    if (s->doc->contents == NULL)
        return;
    for (; b != NULL; b = b->next) {
        const char *title = page_title(b);

        if (b->look != look) {
            if (s->doc->contents->last != NULL)
                s->doc->contents->last->after = ENTRY_GAP;
            look = b->look;
            if (look != NULL) {
                title = look->layout->title.t[s->lang].s;
                add_entry(
                    s, title != NULL ? title : look->layout->id.s, b, false);
                continue;
            }
        }
        if (title != NULL)
            add_entry(s, title, b, look != NULL);
    }
}

const struct section_kind section_cover = {
    .name = "cover",
    .help = "first page of a file that is kept: case, retention, contents",
    .page = PAGE_NEW,
    KEYS(keys),
    .add = add,
    .finish = finish,
};
