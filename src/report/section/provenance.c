#include "report/section/kinds.h"

#include "method/retention.h"
#include "report/section/dossier.h"

#include <string.h>

/* Where a report comes from: who, when, by which files and program. */

static const struct section_key keys[] = {
    {.name = "title",
        .type = KEY_TEXT,
        .nl = "Herkomst",
        .en = "Provenance",
        .help = "heading"},
    {.name = "sub",
        .type = KEY_TEXT,
        .nl = "",
        .en = "",
        .help = "line below the title of a page"},
    {.name = "case",
        .type = KEY_TEXT,
        .nl = "Zaak",
        .en = "Case",
        .help = "label"},
    {.name = "version",
        .type = KEY_TEXT,
        .nl = "versie",
        .en = "version",
        .help = "before the version number"},
    {.name = "changed",
        .type = KEY_TEXT,
        .nl = "gewijzigd op",
        .en = "changed on",
        .help = "before the date of the last change"},
    {.name = "interview",
        .type = KEY_TEXT,
        .nl = "Interview",
        .en = "Interview",
        .help = "label"},
    {.name = "minutes",
        .type = KEY_TEXT,
        .nl = "{count} minuten",
        .en = "{count} minutes",
        .help = "how long it took"},
    {.name = "erased",
        .type = KEY_TEXT,
        .nl = "opname gewist op {count}",
        .en = "recording erased on {count}",
        .help = "where that is known; {count} is the date"},
    {.name = "read",
        .type = KEY_TEXT,
        .nl = "Beoordeeld",
        .en = "Read",
        .help = "label"},
    {.name = "reader",
        .type = KEY_TEXT,
        .nl = "lezer",
        .en = "reader",
        .help = "before a reader's number"},
    {.name = "agreed",
        .type = KEY_TEXT,
        .nl = "overleg",
        .en = "consultation",
        .help = "before the date on which scores were settled"},
    {.name = "rules",
        .type = KEY_TEXT,
        .nl = "Regels",
        .en = "Rules",
        .help = "label"},
    {.name = "edition",
        .type = KEY_TEXT,
        .nl = "uitgave",
        .en = "edition",
        .help = "before the edition of the rules"},
    {.name = "rules_file",
        .type = KEY_TEXT,
        .nl = "Regelbestand",
        .en = "File of rules",
        .help = "label"},
    {.name = "rules_hash",
        .type = KEY_TEXT,
        .nl = "SHA-256 regels",
        .en = "SHA-256 rules",
        .help = "label"},
    {.name = "case_file",
        .type = KEY_TEXT,
        .nl = "Zaakbestand",
        .en = "File of case",
        .help = "label"},
    {.name = "case_hash",
        .type = KEY_TEXT,
        .nl = "SHA-256 zaak",
        .en = "SHA-256 case",
        .help = "label"},
    {.name = "program",
        .type = KEY_TEXT,
        .nl = "Programma",
        .en = "Program",
        .help = "label"},
    {.name = "date",
        .type = KEY_TEXT,
        .nl = "rapport van",
        .en = "report of",
        .help = "behind the program, before the date of the report"},
    {.name = "form",
        .type = KEY_TEXT,
        .nl = "Bestandsvorm",
        .en = "Form of file",
        .help = "label"},
    {.name = "form_is",
        .type = KEY_TEXT,
        .nl = "A4, lettertypen ingesloten",
        .en = "A4, fonts embedded",
        .help = "behind the profile of the PDF"},
    {.name = "names",
        .type = KEY_TEXT,
        .nl = "Namen",
        .en = "Names",
        .help = "label"},
    {.name = "names_typed",
        .type = KEY_TEXT,
        .nl = "zoals getypt",
        .en = "as typed",
        .help = "value of names"},
    {.name = "names_replaced",
        .type = KEY_TEXT,
        .nl = "vervangen",
        .en = "replaced",
        .help = "the same"},
    {.name = "keep",
        .type = KEY_TEXT,
        .nl = "Bewaren",
        .en = "Keep",
        .help = "label"},
    {.name = "keep_until",
        .type = KEY_TEXT,
        .nl = "tot {count}, daarna vernietigen",
        .en = "until {count}, then destroy",
        .help = "where the date is known"},
    {.name = "contents",
        .type = KEY_TEXT,
        .nl = "Inhoud",
        .en = "Contents",
        .help = "label"},
    {.name = "pages",
        .type = KEY_TEXT,
        .nl = "bladzijden; de inhoud staat op het voorblad",
        .en = "pages; the cover lists the contents",
        .help = "behind the number of pages"},
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
        iv->minutes > 0
            ? with(s, "minutes", arena_printf(s->a, "%d", iv->minutes))
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
        section_separator(s, sect, MM(5.5));
        dossier_heading(s, sect, "title", MM(4.6));
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
