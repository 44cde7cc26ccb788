/* What serves every report of a run.  Each thing is loaded on its first use
   and kept; its faults are said once, when it is loaded. */
#include "cli/session.h"

#include "base/file.h"
#include "cli/include.h"
#include "report/section.h"

#include <errno.h>
#include <sha2.h>
#include <stdlib.h>
#include <string.h>

static const char default_rules[] = "llinc";
static const char *default_layouts[] = {"handout", "coach"};

struct fonts {
    const char *family, *fallback;
    struct font_set *set;
    struct fonts *next;
};

const char *
session_hash(struct arena *a, const char *data, size_t len)
{
    char hex[SHA256_DIGEST_STRING_LENGTH];

    SHA256Data((const uint8_t *)data, len, hex);
    return arena_strndup(a, hex, strlen(hex));
}

/* Digits only, as the specification of SOURCE_DATE_EPOCH has it; up to the
   year 9999, which a PDF date can hold. */
static bool
epoch_read(const char *s, long *out)
{
    enum { DIGITS = 12 };
    static const long max = 253402300799;
    size_t len = strlen(s);

    if (len == 0 || len > DIGITS || strspn(s, "0123456789") != len)
        return false;
    *out = strtol(s, NULL, 10);
    return *out <= max;
}

bool
session_open(struct arena *a, const struct options *opts,
    const struct console *console, struct session *out)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");

    *out =
        (struct session){.a = a, .opts = opts, .console = console, .epoch = -1};
    paths_find(a, &out->paths);
    if (epoch != NULL && !epoch_read(epoch, &out->epoch)) {
        console_error(console,
            _("SOURCE_DATE_EPOCH is \"%s\"; it must be seconds, digits only"),
            epoch);
        return false;
    }
    for (int l = 0; l < LANG_COUNT; l++)
        out->hyphen[l] = hyphen_open((enum lang)l);
    return true;
}

void
session_close(struct session *session)
{
    for (struct fonts *f = session->fonts; f != NULL; f = f->next)
        font_close(f->set);
    if (session->pdf != NULL)
        pdf_close(session->pdf);
    for (int l = 0; l < LANG_COUNT; l++) {
        hyphen_close(session->hyphen[l]);
        session->hyphen[l] = NULL;
    }
    session->fonts = NULL;
    session->pdf = NULL;
}

struct metrics
session_metrics(const struct session *session, const struct form *form)
{
    struct metrics m = font_metrics(form->fonts);

    for (int l = 0; l < LANG_COUNT; l++)
        m.hyphen[l] = session->hyphen[l];
    return m;
}

enum status
session_load_pdf(struct session *session)
{
    struct diag *d = diag_new(session->a, console_translate);

    if (session->pdf == NULL)
        session->pdf = pdf_open(d);
    console_diag(session->console, session->a, d);
    return session->pdf == NULL ? STATUS_FAILED : STATUS_OK;
}

/* Whether what was reported stands in the way. */
static bool
faults(const struct session *session, const struct diag *d)
{
    return diag_errors(d, NULL) > 0 ||
           (session->opts->strict && diag_warnings(d, NULL) > 0);
}

/* Rules */

static void
ruleset_load(struct session *session, struct ruleset *set,
    const char *const *paths, int n)
{
    struct diag *d = diag_new(session->a, console_translate);
    struct source *sources = NEW(session->a, struct source, n);
    const struct source **files = NEW(session->a, const struct source *, n);
    struct buf all = buf_new(session->a);
    bool ok = true;

    for (int i = 0; i < n; i++) {
        ok &= file_read(session->a, d, paths[i], FILE_TEXT_MAX, &sources[i]);
        files[i] = &sources[i];
        if (ok)
            buf_add(&all, sources[i].text, sources[i].len);
    }
    if (ok) {
        ok = rules_parse(session->a, d, files, n, &set->rules) &&
             section_check_rules(d, &set->rules);
        set->text = all.p;
        set->len = all.len;
        set->hash = session_hash(session->a, set->text, set->len);
    }
    console_diag(session->console, session->a, d);
    set->ok = ok && !faults(session, d);
}

static void
rules_missing(struct session *session, struct diag *d, const struct text *named,
    const char *word)
{
    if (d != NULL && named != NULL && named->s == word)
        diag_error(d, named->at, "I207", "there are no rules \"%s\"", word);
    else
        console_error(session->console, _("there are no rules \"%s\""), word);
}

static const struct ruleset *
ruleset_find(struct session *session, const char *const *paths, int n)
{
    struct buf key = buf_new(session->a);
    struct ruleset *set;

    for (int i = 0; i < n; i++)
        buf_printf(&key, "%s\n", paths[i]);
    for (set = session->rulesets; set != NULL; set = set->next)
        if (strcmp(set->key, key.p) == 0)
            return set;
    set = NEW(session->a, struct ruleset, 1);
    set->key = key.p;
    ruleset_load(session, set, paths, n);
    set->next = session->rulesets;
    session->rulesets = set;
    return set;
}

const struct ruleset *
session_rules(struct session *session, struct diag *d, const struct text *named,
    const char *beside)
{
    const struct words *given = &session->opts->rules;
    const char *one =
        named != NULL && named->s != NULL ? named->s : default_rules;
    const char *const *words = given->n > 0 ? given->v : &one;
    int n = given->n > 0 ? given->n : 1;
    const char **paths = NEW(session->a, const char *, n);
    const struct ruleset *set;

    for (int i = 0; i < n; i++) {
        paths[i] = paths_ini(
            session->a, &session->paths, PATH_RULES, words[i], beside);
        if (paths[i] == NULL) {
            rules_missing(session, d, named, words[i]);
            return NULL;
        }
    }
    set = ruleset_find(session, paths, n);
    return set->ok ? set : NULL;
}

/* Layouts */

static struct font_set *
fonts_load(struct session *session, struct diag *d, const struct layout *layout)
{
    const char *family = layout->family.s, *fallback = layout->fallback.s;
    struct font_files files, others;
    struct fonts *f;

    for (f = session->fonts; f != NULL; f = f->next)
        if (strcmp(f->family, family) == 0 &&
            strcmp(f->fallback, fallback) == 0)
            return f->set;
    if (!catalogue_files(
            session->a, d, &session->catalogue, &layout->family, &files) ||
        !catalogue_files(
            session->a, d, &session->catalogue, &layout->fallback, &others))
        return NULL;
    f = NEW(session->a, struct fonts, 1);
    *f = (struct fonts){.family = family,
        .fallback = fallback,
        .set = font_open(session->a, d, &files, &others)};
    if (f->set == NULL)
        return NULL;
    f->next = session->fonts;
    session->fonts = f;
    return f->set;
}

static bool
layout_has(const struct layout *layout, const char *word)
{
    for (int i = 0; i < layout->nblocks; i++)
        if (strcmp(layout->blocks[i].id, word) == 0 ||
            strcmp(layout->blocks[i].kind.s, word) == 0)
            return true;
    return false;
}

static bool
form_load(struct session *session, const char *word, struct form *out)
{
    struct diag *d = diag_new(session->a, console_translate);
    const char *path =
        paths_ini(session->a, &session->paths, PATH_LAYOUTS, word, NULL);
    struct source *src = NEW(session->a, struct source, 1);
    struct buf all = buf_new(session->a);
    bool ok;

    if (path == NULL) {
        console_error(session->console, _("there is no layout \"%s\""), word);
        return false;
    }
    ok = file_read(session->a, d, path, FILE_TEXT_MAX, src) &&
         include_read(session->a, d, session, src, &all, &out->layout);
    if (ok) {
        out->hash = session_hash(session->a, all.p, all.len);
        out->fonts = fonts_load(session, d, &out->layout);
        ok = out->fonts != NULL;
    }
    console_diag(session->console, session->a, d);
    return ok && !faults(session, d);
}

/* --without: each word must name a block in one layout at least. */
static bool
forms_have_without(const struct session *session)
{
    const char *list = session->opts->without;

    while (list != NULL && *list != '\0') {
        size_t len = strcspn(list, ",");
        const char *word = arena_strndup(session->a, list, len);
        bool found = false;

        for (int i = 0; i < session->nforms; i++)
            found |= layout_has(&session->forms[i].layout, word);
        if (!found) {
            console_error(session->console,
                _("--without: no layout has a block \"%s\""), word);
            return false;
        }
        list += len + (list[len] == ',');
    }
    return true;
}

/* Two layouts of one id would write the same file. */
static bool
forms_differ(const struct session *session)
{
    for (int i = 0; i < session->nforms; i++)
        for (int k = 0; k < i; k++) {
            const char *id = session->forms[i].layout.id.s;

            if (strcmp(id, session->forms[k].layout.id.s) == 0) {
                console_error(
                    session->console, _("two layouts have the id \"%s\""), id);
                return false;
            }
        }
    return true;
}

/* Loads layouts by their words. */
static enum status
forms_load(struct session *session, const char *const *words, int n)
{
    struct diag *d = diag_new(session->a, console_translate);
    bool ok =
        catalogue_read(session->a, d, &session->paths, &session->catalogue);

    console_diag(session->console, session->a, d);
    session->forms = NEW(session->a, struct form, n);
    for (int i = 0; ok && i < n; i++)
        ok = form_load(session, words[i], &session->forms[session->nforms++]);
    return ok && forms_differ(session) && forms_have_without(session)
               ? STATUS_OK
               : STATUS_USAGE;
}

/* A layout over two interviews, or many, is not for one. */
static bool
forms_of_one(const struct session *session)
{
    for (int i = 0; i < session->nforms; i++)
        if (section_compares(&session->forms[i].layout)) {
            console_error(session->console,
                _("the layout \"%s\" compares two interviews; that is the verb "
                  "compare"),
                session->forms[i].layout.id.s);
            return false;
        } else if (section_agrees(&session->forms[i].layout)) {
            console_error(session->console,
                _("the layout \"%s\" is over many interviews; that is the verb "
                  "agree"),
                session->forms[i].layout.id.s);
            return false;
        }
    return true;
}

enum status
session_load_layouts(struct session *session)
{
    const struct words *given = &session->opts->layouts;
    const char *const *words = given->n > 0 ? given->v : default_layouts;
    int n = given->n > 0
                ? given->n
                : (int)(sizeof default_layouts / sizeof *default_layouts);
    enum status status = forms_load(session, words, n);

    if (status == STATUS_OK && !forms_of_one(session))
        return STATUS_USAGE;
    return status;
}

enum status
session_load_layout(struct session *session, const char *word)
{
    return forms_load(session, &word, 1);
}
