/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section.h"
#include "report/section/kinds.h"

#include "method/retention.h"
#include "report/section/dossier.h"

#include <string.h>

/* Where a report comes from: who, when, by which files and program. */

static const struct section_key keys[] = {
    KEY_OF_TEXT("title", "Herkomst", "Provenance", "heading"),
    KEY_OF_TEXT("sub", "", "", "line below the title of a page"),
    KEY_OF_TEXT("case", "Dossier", "Case", "label"),
    KEY_OF_TEXT("version", "versie", "version", "before the version number"),
    KEY_OF_TEXT("changed", "gewijzigd op", "changed on",
        "before the date of the last change"),
    KEY_OF_TEXT("interview", "Interview", "Interview", "label"),
    KEY_OF_TEXT(
        "minutes", "{count} minuten", "{count} minutes", "how long it took"),
    KEY_OF_TEXT(
        "minutes_one", "één minuut", "one minute", "the same, with one"),
    KEY_OF_TEXT("erased", "opname gewist op {count}",
        "recording erased on {count}",
        "where that is known; {count} is the date"),
    KEY_OF_TEXT("read", "Gelezen", "Read", "label"),
    KEY_OF_TEXT("reader", "lezer", "reader", "before a reader's number"),
    KEY_OF_TEXT("agreed", "overleg", "consultation",
        "before the date on which scores were settled"),
    KEY_OF_TEXT("rules", "Regels", "Rules", "label"),
    KEY_OF_TEXT(
        "edition", "uitgave", "edition", "before the edition of the rules"),
    KEY_OF_TEXT("rules_file", "Regelbestand", "Rules file", "label"),
    KEY_OF_TEXT("rules_hash", "SHA-256 regels", "SHA-256 rules", "label"),
    KEY_OF_TEXT("case_file", "Interviewbestand", "Interview file", "label"),
    KEY_OF_TEXT("case_hash", "SHA-256 interview", "SHA-256 interview", "label"),
    KEY_OF_TEXT("program", "Programma", "Program", "label"),
    KEY_OF_TEXT("date", "rapport gemaakt op", "report made on",
        "behind the program, before the date of the report"),
    KEY_OF_TEXT("form", "Bestandsvorm", "File format", "label"),
    KEY_OF_TEXT("form_is", "A4, lettertypen ingesloten", "A4, fonts embedded",
        "behind the profile of the PDF"),
    KEY_OF_TEXT("names", "Namen", "Names", "label"),
    KEY_OF_TEXT("names_typed", "zoals getypt", "as typed", "value of names"),
    KEY_OF_TEXT("names_replaced", "vervangen", "replaced", "the same"),
    KEY_OF_TEXT("keep", "Bewaren", "Keep", "label"),
    KEY_OF_TEXT("keep_until", "tot {count}, daarna vernietigen",
        "until {count}, then destroy", "where the date is known"),
    KEY_OF_TEXT("contents", "Inhoud", "Contents", "label"),
    KEY_OF_TEXT("pages", "bladzijden; de inhoud staat op het voorblad",
        "pages; the cover lists the contents", "behind the number of pages"),
};

/* A text whose {count} is `what`. */
static const char *
with(struct section *s, const char *key, const char *what)
{
    const char *text;

    s->fill.count = what;
    text = section_text(s, key);
    s->fill.count = NULL;
    return text;
}

/* What is known, with commas between; NULL where nothing is. */
static const char *
join(struct arena *a, const char *const *v, int n, const char *between)
{
    struct buf out = buf_new(a);

    for (int i = 0; i < n; i++)
        if (v[i] != NULL)
            buf_printf(&out, "%s%s", out.len > 0 ? between : "", v[i]);
    return out.len > 0 ? out.p : NULL;
}

static const char *
interview_text(struct section *s)
{
    const struct interview *iv = s->iv;
    const char *erased = dossier_date(s, iv->recording_erased);
    const char *v[] = {dossier_date(s, iv->date),
        iv->minutes > 0 ? with(s, iv->minutes == 1 ? "minutes_one" : "minutes",
                              arena_printf(s->a, "%d", iv->minutes))
                        : NULL,
        erased != NULL ? with(s, "erased", erased) : NULL};

    return join(s->a, v, 3, ", ");
}

/* "lezer 1 (coach) 16 januari 2026; lezer 2 (L2) …; overleg 20 januari 2026" */
static const char *
readers_text(struct section *s)
{
    int n = s->iv->nreadings;
    const char **v = NEW(s->a, const char *, n + 1);

    for (int i = 0; i < n; i++) {
        const char *date = dossier_date(s, s->iv->readings[i].date);

        v[i] = dossier_reader(s, i);
        if (date != NULL)
            v[i] = arena_printf(s->a, "%s %s", v[i], date);
    }
    v[n] = dossier_date(s, s->iv->agreed_date);
    if (v[n] != NULL)
        v[n] = arena_printf(s->a, "%s %s", section_text(s, "agreed"), v[n]);
    return join(s->a, v, n + 1, "; ");
}

/* "llinc, uitgave 1.0: Voorbeeldregels" */
static const char *
rules_text(struct section *s)
{
    const struct rules *r = s->rules;
    const char *edition = r->edition.s == NULL
                              ? ""
                              : arena_printf(s->a, ", %s %s",
                                    section_text(s, "edition"), r->edition.s);
    const char *title = r->title.t[s->lang].s;

    return arena_printf(s->a, "%s%s%s%s", r->id.s, edition,
        title != NULL ? ": " : "", title != NULL ? title : "");
}

/* "relatieprofiel 1.0, rapport van 20 januari 2026" */
static const char *
program_text(struct section *s)
{
    const char *date = dossier_date(s, s->made->date);
    const char *v[] = {s->made->program,
        date == NULL
            ? NULL
            : arena_printf(s->a, "%s %s", section_text(s, "date"), date)};

    return join(s->a, v, 2, ", ");
}

static const char *
keep_text(struct section *s)
{
    const char *until = dossier_date(s, retention_kept(s->rules, s->iv).until);

    return until != NULL ? with(s, "keep_until", until) : NULL;
}

/* What this run does not know has no row. */
static void
add_known(
    struct section *s, struct block *table, const char *key, const char *value)
{
    if (value != NULL)
        dossier_fact(s, table, key, value);
}

static void
add_files(struct section *s, struct block *table)
{
    const struct making *m = s->made;

    dossier_fact(s, table, "rules", rules_text(s));
    add_known(s, table, "rules_file", m->file_rules);
    add_known(s, table, "rules_hash", dossier_hash(s->a, m->hash_rules));
    add_known(s, table, "case_file", m->file_interview);
    add_known(s, table, "case_hash", dossier_hash(s->a, m->hash_interview));
    add_known(s, table, "program", program_text(s));
}

static void
add_pages(struct section *s, struct block *table)
{
    struct block *b = dossier_fact(s, table, "contents", "");
    const char *pages = arena_printf(s->a, " %s", section_text(s, "pages"));

    block_run_page(s->a, b, NULL);
    block_run(s->a, b, RUN_TEXT, false, pages, strlen(pages));
}

static void
add(struct section *s)
{
    struct block *sect = section_open(s), *table;
    const char *v[] = {s->made->profile, section_text(s, "form_is")};

    if (sect->page == PAGE_FLOW) {
        section_between(s, sect, MM(5.5));
        dossier_heading(s, sect, "title", MM(4.6));
        sect->again =
            section_continued(s, NULL, STYLE_HEADING, section_text(s, "title"));
        sect->again->after = MM(1.7);
    }
    table = dossier_table(s, sect);
    table->before = MM(1.7);
    dossier_fact(s, table, "case",
        arena_printf(s->a, "%s, %s", s->iv->case_id.s, dossier_version(s)));
    dossier_fact(s, table, "interview", interview_text(s));
    dossier_fact(s, table, "read", readers_text(s));
    add_files(s, table);
    dossier_fact(s, table, "form", join(s->a, v, 2, ", "));
    dossier_fact(s, table, "names",
        section_text(s, s->made->replaced ? "names_replaced" : "names_typed"));
    dossier_fact(s, table, "keep", keep_text(s));
    add_pages(s, table);
}

const struct section_kind section_provenance = {
    .name = "provenance",
    .help = "who, when, by which files and program, with their checksums",
    KEYS(keys),
    .add = add,
};
