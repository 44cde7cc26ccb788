/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "rules/rules.h"

#include "rules/placeholder.h"
#include "rules/read.h"

#include <string.h>

/* From files to sections, from sections to items.  Every item gets its place
   and id before any is read, so that sections may refer to others in any
   order; then they are read kind by kind, in the order of the table. */

/* A section and what its name says. */
struct loaded {
    struct ini_section *section;
    enum rules_section kind; /* RULES_SECTIONS: unknown, reported */
    const char *first, *id;  /* subscale.FIRST.ID; scale.ID */
    void *item;
};

struct sections {
    struct loaded *v;
    int n;
};

/* --- several files --- */

static int
count_sections(const struct ini *files, int nfiles)
{
    int n = 0;

    for (int i = 0; i < nfiles; i++)
        for (const struct ini_section *s = files[i].first; s != NULL;
             s = s->next)
            n++;
    return n;
}

static struct loaded *
section_find(const struct sections *all, int n, const char *name)
{
    for (int i = 0; i < n; i++)
        if (strcmp(all->v[i].section->name, name) == 0)
            return &all->v[i];
    return NULL;
}

/* A later file needs [format] to be known as rules; where it says no more than
   that, the earlier one stays. */
static bool
says_only_kind(const struct ini_section *s)
{
    for (const struct ini_entry *e = s->first; e != NULL; e = e->next)
        if (strcmp(e->key, "kind") != 0 && strcmp(e->key, "version") != 0)
            return false;
    return strcmp(s->name, "format") == 0;
}

/* The length of a key without the number of a part: "title.nl" of
   "title.nl.2". */
static size_t
stem_length(const char *key)
{
    const char *dot = strrchr(key, '.');

    return dot != NULL && dot[1] != '\0' &&
                   strspn(dot + 1, "0123456789") == strlen(dot + 1)
               ? (size_t)(dot - key)
               : strlen(key);
}

static bool
has_stem(const struct ini_section *s, const char *key)
{
    size_t n = stem_length(key);

    for (const struct ini_entry *e = s->first; e != NULL; e = e->next)
        if (stem_length(e->key) == n && memcmp(e->key, key, n) == 0)
            return true;
    return false;
}

/* Adds to a section of a file that includes another what it leaves to that. */
static void
inherit(
    struct arena *a, struct ini_section *own, const struct ini_section *below)
{
    struct ini_entry *more = NULL, **tail = &more, **end = &own->first;

    for (const struct ini_entry *e = below->first; e != NULL; e = e->next) {
        if (has_stem(own, e->key))
            continue;
        *tail = NEW(a, struct ini_entry, 1);
        **tail = *e;
        (*tail)->next = NULL;
        tail = &(*tail)->next;
    }
    while (*end != NULL)
        end = &(*end)->next;
    *end = more;
}

static bool
includes(const struct ini *file)
{
    const struct ini_section *format = ini_section(file, "format");

    return format != NULL && ini_entry(format, "include") != NULL;
}

/* A section keeps its place in the order when a later file replaces it. */
static void
add_file(struct arena *a, struct diag *d, struct sections *all,
    const struct ini *file)
{
    int before = all->n;
    bool meant = includes(file);

    for (struct ini_section *s = file->first; s != NULL; s = s->next) {
        struct loaded *old = section_find(all, before, s->name);

        if (old == NULL) {
            all->v[all->n++].section = s;
            continue;
        }
        if (says_only_kind(s))
            continue;
        if (meant && strcmp(s->name, "format") == 0)
            inherit(a, s, old->section);
        if (!meant) {
            diag_remark(d, s->at, "R001",
                "[%s] replaces that of an earlier file", s->name);
            diag_note(d, old->section->at, "replaced");
        }
        old->section = s;
    }
}

static bool
parse_files(struct arena *a, struct diag *d, const struct source *const *src,
    int n, struct ini *files)
{
    bool ok = n > 0;

    for (int i = 0; i < n; i++)
        ok &= ini_parse(a, d, src[i], &files[i]) &&
              field_ini_format(d, &files[i], "rules") != NULL;
    return ok;
}

/* --- names of sections --- */

static enum rules_section
kind_find(const char *name, size_t len)
{
    for (int i = 0; i < RULES_SECTIONS; i++)
        if (strlen(rules_kinds[i].name) == len &&
            memcmp(rules_kinds[i].name, name, len) == 0)
            return (enum rules_section)i;
    return RULES_SECTIONS;
}

static bool
unknown_section(struct arena *a, struct diag *d, const struct ini_section *s,
    const char *word)
{
    const char *names[RULES_SECTIONS];
    const char *near;

    for (int i = 0; i < RULES_SECTIONS; i++)
        names[i] = rules_kinds[i].name;
    near = diag_nearest(word, names, RULES_SECTIONS);
    diag_error(d, s->at, "R321", "unknown section [%s]", s->name);
    if (near != NULL)
        diag_help(d, "did you mean [%s%s]?", near,
            arena_printf(a, "%s", s->name + strlen(word)));
    return false;
}

static bool
wrong_ids(struct diag *d, const struct loaded *x)
{
    static const char *const form[] = {"", ".ID", ".QUESTIONNAIRE.ID"};
    const struct rules_kind *kind = &rules_kinds[x->kind];

    diag_error(d, x->section->at, "R322", "a section cannot be called [%s]",
        x->section->name);
    diag_help(d,
        "write [%s%s], an id of at most 32 small letters, digits and "
        "_, a letter first",
        kind->name, form[kind->ids]);
    return false;
}

/* Takes the name apart and checks its ids. */
static bool
name_read(struct arena *a, struct diag *d, struct loaded *x)
{
    const char *name = x->section->name;
    size_t len = strcspn(name, ".");
    const char *rest = name[len] == '.' ? name + len + 1 : NULL;
    const char *dot;

    x->kind = kind_find(name, len);
    if (x->kind == RULES_SECTIONS)
        return unknown_section(a, d, x->section, arena_strndup(a, name, len));
    if (rules_kinds[x->kind].ids == 0)
        return rest == NULL || wrong_ids(d, x);
    if (rest == NULL)
        return wrong_ids(d, x);
    x->id = rest;
    if (rules_kinds[x->kind].ids == 2) {
        if ((dot = strchr(rest, '.')) == NULL)
            return wrong_ids(d, x);
        x->first = arena_strndup(a, rest, (size_t)(dot - rest));
        x->id = dot + 1;
        if (!field_ini_is_id(x->first))
            return wrong_ids(d, x);
    }
    return field_ini_is_id(x->id) || wrong_ids(d, x);
}

static bool
question_number(struct diag *d, const struct loaded *x, struct question *q)
{
    const char *s = x->id;

    if (s[0] == 'v' && strlen(s) == 3 && strspn(s + 1, "0123456789") == 2 &&
        strcmp(s, "v00") != 0) {
        q->number = (s[1] - '0') * 10 + (s[2] - '0');
        return true;
    }
    diag_error(
        d, x->section->at, "R323", "a question cannot be called \"%s\"", s);
    diag_help(d, "questions are [question.v01] to [question.v99]");
    return false;
}

static bool
subscale_parent(struct arena *a, struct diag *d, const struct rules *r,
    const struct loaded *x, struct subscale *s)
{
    const char *near;

    s->questionnaire = rules_questionnaire(r, x->first);
    if (s->questionnaire >= 0)
        return true;
    diag_error(
        d, x->section->at, "R324", "unknown questionnaire \"%s\"", x->first);
    near = rules_nearest(a, r, RULES_QUESTIONNAIRE, x->first);
    if (near != NULL)
        diag_help(d, "did you mean \"%s\"?", near);
    return false;
}

/* --- items --- */

static void
make_room(struct arena *a, struct rules *r, const struct sections *all)
{
    for (int k = 0; k < RULES_SECTIONS; k++) {
        const struct rules_kind *kind = &rules_kinds[k];
        int n = 0;
        void *items;

        if (kind->ids == 0)
            continue;
        for (int i = 0; i < all->n; i++)
            n += all->v[i].kind == (enum rules_section)k;
        items = arena_alloc_n(a, kind->record.size, (size_t)n);
        memcpy((char *)r + kind->items, &items, sizeof items);
    }
}

/* The next item of its kind, with its id; struct rules for the others. */
static bool
place_item(struct arena *a, struct diag *d, struct rules *r, struct loaded *x,
    int order)
{
    const struct rules_kind *kind = &rules_kinds[x->kind];
    int n;
    struct named *is;

    x->item = r;
    if (kind->ids == 0)
        return true;
    n = rules_count(r, x->kind);
    is = x->item = rules_item(r, x->kind, n++);
    memcpy((char *)r + kind->count, &n, sizeof n);
    is->id = x->id;
    is->at = x->section->at;
    is->order = order;
    if (x->kind == RULES_QUESTION)
        return question_number(d, x, x->item);
    if (x->kind == RULES_SUBSCALE)
        return subscale_parent(a, d, r, x, x->item);
    return true;
}

/* Questionnaires before their subscales: kind by kind. */
static bool
place_items(struct arena *a, struct diag *d, struct rules *r,
    const struct sections *all)
{
    bool ok = true;

    make_room(a, r, all);
    for (int k = 0; k < RULES_SECTIONS; k++)
        for (int i = 0; i < all->n; i++)
            if (all->v[i].kind == (enum rules_section)k)
                ok &= place_item(a, d, r, &all->v[i], i);
    return ok;
}

/* A section that stands once but is absent is read all the same, for the
   defaults of its keys. */
static bool
read_absent(struct arena *a, struct rules_loader *l, enum rules_section kind)
{
    struct ini_section none = {.name = rules_kinds[kind].name,
        .at = {.src = l->out->src, .line = 1, .col = 1}};

    return rules_read_section(a, l, kind, &none, l->out);
}

static bool
read_kind(struct arena *a, struct rules_loader *l, enum rules_section kind,
    const struct sections *all)
{
    bool ok = true, found = false;

    for (int i = 0; i < all->n; i++) {
        const struct loaded *x = &all->v[i];

        if (x->kind != kind)
            continue;
        ok &= rules_read_section(a, l, kind, x->section, x->item);
        found = true;
    }
    if (!found && rules_kinds[kind].ids == 0)
        ok &= read_absent(a, l, kind);
    return ok;
}

bool
rules_parse(struct arena *a, struct diag *d, const struct source *const *files,
    int nfiles, struct rules *out)
{
    struct ini *inis = NEW(a, struct ini, nfiles);
    struct rules_loader l = {
        .d = d, .out = out, .in = {.d = d, .check = placeholder_check}};
    struct sections all = {0};
    bool ok = true;

    *out = (struct rules){.default_bands = -1};
    if (!parse_files(a, d, files, nfiles, inis))
        return false;
    out->src = files[includes(&inis[nfiles - 1]) ? nfiles - 1 : 0];
    all.v = NEW(a, struct loaded, count_sections(inis, nfiles));
    for (int i = 0; i < nfiles; i++)
        add_file(a, d, &all, &inis[i]);
    for (int i = 0; i < all.n; i++)
        if (!name_read(a, d, &all.v[i])) {
            if (all.v[i].kind < RULES_SECTIONS)
                l.incomplete[all.v[i].kind] = true;
            all.v[i].kind = RULES_SECTIONS;
            ok = false;
        }
    ok &= place_items(a, d, out, &all);
    for (int k = 0; k < RULES_SECTIONS; k++)
        ok &= read_kind(a, &l, (enum rules_section)k, &all);
    return ok && rules_check(a, d, out);
}
