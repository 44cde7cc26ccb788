/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* memmem */

#include "cli/keep.h"

#include "base/hash.h"
#include "cli/opts.h"
#include "cli/tar.h"

#include <stddef.h>
#include <string.h>

/* Names in the archive are the case id, the layout's id, or what a text that is
   kept calls a file; what the user called a file on the command line is in
   none of them. */

struct member {
    const char *name, *data;
    size_t len;
};

struct keep {
    struct arena *a;
    const struct session *session;
    const char *name; /* of the report, without .pdf */
    const char *layout;
    struct member *v;
    int n, cap;
    int nrules; /* those of -r */
    const char *twice;
};

enum { MEMBERS_FIRST = 32 };

#define SETTINGS "relatieprofiel"

/* Folders come before what lies in them. */
static const char *const folders[] = {SETTINGS, SETTINGS "/rules",
    SETTINGS "/layouts", SETTINGS "/fonts", SETTINGS "/hyphen",
    SETTINGS "/colours"};

static void
add(struct keep *k, const char *name, const char *data, size_t len)
{
    for (int i = 0; i < k->n; i++) {
        const struct member *m = &k->v[i];

        if (strcmp(m->name, name) != 0)
            continue;
        if (m->len != len || memcmp(m->data, data, len) != 0)
            k->twice = name;
        return;
    }
    GROW(k->a, k->v, k->n, k->cap, MEMBERS_FIRST);
    k->v[k->n++] = (struct member){name, data, len};
}

static const char *
base_name(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash == NULL ? path : slash + 1;
}

/* Where a file that was read is found again when the folder is the user's
   settings; NULL: it is not needed. */
static const char *
place(struct keep *k, const struct files_read *f)
{
    const char *base = base_name(f->file.name);

    switch (f->kind) {
    case ENGINE_RULES:
        return !f->told && k->session->opts->report.rules.n > 0
                   ? arena_printf(
                         k->a, SETTINGS "/rules/kept-%d.ini", ++k->nrules)
                   : arena_printf(k->a, SETTINGS "/rules/%s", base);
    case ENGINE_LAYOUT:
        return f->told
                   ? arena_printf(k->a, SETTINGS "/layouts/%s", base)
                   : arena_printf(k->a, SETTINGS "/layouts/%s.ini", k->layout);
    case ENGINE_LOGO:
        return arena_printf(k->a, SETTINGS "/layouts/%s", base);
    case ENGINE_CATALOGUE:
    case ENGINE_FONT:
        return arena_printf(k->a, SETTINGS "/fonts/%s", base);
    case ENGINE_PATTERNS:
        return arena_printf(k->a, SETTINGS "/hyphen/%s", base);
    case ENGINE_COLOURS:
        return arena_printf(k->a, SETTINGS "/colours/%s", base);
    case ENGINE_CODES:
        break;
    }
    return NULL;
}

static void
add_files(struct keep *k)
{
    const struct files_read *f = k->session->files.read;

    for (; f != NULL; f = f->next) {
        const char *name = place(k, f);

        if (name != NULL)
            add(k, name, f->file.text, f->file.len);
    }
}

/* What to type ---------------------------------------------------------- */

/* One word of a shell. */
static void
quoted(struct buf *out, const char *word)
{
    buf_putc(out, '\'');
    for (; *word != '\0'; word++)
        if (*word == '\'')
            buf_puts(out, "'\\''");
        else
            buf_putc(out, *word);
    buf_putc(out, '\'');
}

/* An option that changes the report and was given. */
static void
option(struct buf *out, const struct options *o, const struct option_def *def)
{
    size_t offset = def->offset - offsetof(struct options, report);
    const void *value = (const char *)&o->report + offset;
    const void *plain = (const char *)&engine_defaults + offset;
    const char *text;

    switch (def->type) {
    case OPTION_FLAG:
        if (*(const bool *)value)
            buf_printf(out, " --%s", def->name);
        break;
    case OPTION_WORD:
        for (const struct choice *c = def->choices; c->name != NULL; c++)
            if (c->value == *(const int *)value &&
                c->value != *(const int *)plain)
                buf_printf(out, " --%s %s", def->name, c->name);
        break;
    case OPTION_TEXT:
        text = *(const char *const *)value;
        if (text != NULL) {
            buf_printf(out, " --%s ", def->name);
            quoted(out, text);
        }
        break;
    case OPTION_WORDS: /* rules: by the names that they are kept under */
    case OPTION_LIST:
    case OPTION_COUNT:
    case OPTION_SHARD:
        break;
    }
}

static const char *
command(const struct keep *k)
{
    const struct options *o = k->session->opts;
    struct buf out = buf_new(k->a);

    if (k->session->report.epoch >= 0)
        buf_printf(&out, "SOURCE_DATE_EPOCH=%ld ", k->session->report.epoch);
    buf_printf(&out,
        "XDG_CONFIG_HOME=\"$PWD\" relatieprofiel render %s.interview.yaml -l "
        "%s",
        k->name, k->layout);
    for (int i = 1; i <= k->nrules; i++)
        buf_printf(&out, " -r kept-%d", i);
    for (int i = 0; i < opts_ntable; i++) {
        const struct option_def *def = &opts_table[i];

        if (def->verbs != NULL &&
            def->offset >= offsetof(struct options, report) &&
            def->offset < offsetof(struct options, report) + sizeof o->report)
            option(&out, o, def);
    }
    buf_puts(&out, " -o again.pdf");
    return out.p;
}

static void
add_readme(struct keep *k)
{
    struct buf out = buf_new(k->a);
    const char *typed = command(k);

    buf_printf(&out,
        "Dit is alles waarvan %s.pdf is gemaakt, met " ENGINE_VERSION ".\n"
        "Zijn de bestanden nog heel? Typ in deze map:\n\n"
        "  sha256sum -c SHA256SUMS\n\n"
        "Het rapport opnieuw maken, als again.pdf, en vergelijken:\n\n"
        "  %s\n  cmp again.pdf %s.pdf\n\n"
        "Een nieuwe versie van het programma of van een bibliotheek kan andere "
        "bytes\ngeven. Deze gebruikte bibliotheken horen erbij:\n\n",
        k->name, typed, k->name);
    engine_libraries(&out);
    buf_printf(&out,
        "\n----\n\n"
        "This is all that %s.pdf was made from, with " ENGINE_VERSION ".\n"
        "Are the files still whole? Type in this folder:\n\n"
        "  sha256sum -c SHA256SUMS\n\n"
        "To make the report again, as again.pdf, and compare:\n\n"
        "  %s\n  cmp again.pdf %s.pdf\n\n"
        "A new version of the program or of a library may give other bytes. "
        "The\nlibraries that were used are named above.\n",
        k->name, typed, k->name);
    add(k, "README.txt", out.p, out.len);
}

/* ---- */

static void
sum_line(struct buf *out, const char *hash, const char *name)
{
    buf_printf(out, "%s  %s\n", hash, name);
}

static void
add_sums(struct keep *k)
{
    struct buf out = buf_new(k->a);

    for (int i = 0; i < k->n; i++)
        sum_line(
            &out, hash_sha256(k->a, k->v[i].data, k->v[i].len), k->v[i].name);
    add(k, "SHA256SUMS", out.p, out.len);
}

static bool
pack(const struct keep *k, struct buf *out)
{
    const char *root = arena_printf(k->a, "%s.keep", k->name);
    long epoch = k->session->report.epoch, time = epoch < 0 ? 0 : epoch;
    bool ok = tar_add(out, root, "", NULL, 0, time);

    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        ok = ok && tar_add(out, root, folders[i], NULL, 0, time);
    for (int i = 0; i < k->n; i++)
        ok = ok &&
             tar_add(out, root, k->v[i].name, k->v[i].data, k->v[i].len, time);
    tar_end(out);
    return ok;
}

bool
keep_make(struct arena *a, const struct session *session, const char *name,
    const struct engine_form *form, const struct engine_copy *interview,
    const struct buf *pdf, struct buf *out)
{
    struct keep k = {.a = a,
        .session = session,
        .name = name,
        .layout = engine_form_id(form)};

    add(&k, arena_printf(a, "%s.pdf", name), pdf->p, pdf->len);
    add(&k, interview->name, interview->data, interview->len);
    add_files(&k);
    add_readme(&k);
    add_sums(&k);
    if (k.twice != NULL) {
        console_error(session->console,
            _("not kept: two files would be called %s"), k.twice);
        return false;
    }
    if (pack(&k, out))
        return true;
    console_error(
        session->console, "%s", _("not kept: the name of a file is too long"));
    return false;
}

bool
keep_is_of(struct arena *a, const struct source *archive, const char *name,
    const char *hash)
{
    struct buf line = buf_new(a);

    sum_line(&line, hash, name);
    return memmem(archive->text, archive->len, line.p, line.len) != NULL;
}
