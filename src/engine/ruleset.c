/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Rules, loaded once for all interviews that go by them. */
#include "base/hash.h"
#include "engine/state.h"
#include "report/section.h"

#include <string.h>

static const char default_rules[] = "llinc";

/* Files that rules are read from, each behind those that it includes. */
enum { FILES_MAX = 16 };
struct rules_files {
    const struct source *v[FILES_MAX];
    int n;
    const char *open[FILES_MAX]; /* names of those that include one another */
    int depth;
};

static bool add_file(struct engine *e, struct diag *d, const struct source *src,
    struct rules_files *files);

/* The rules that a file includes: a name that the known folders have. */
static bool
add_included(struct engine *e, struct diag *d, const struct ini_entry *include,
    const struct source *from, struct rules_files *files)
{
    struct engine_want want = {.kind = ENGINE_RULES,
        .name = include->value,
        .from = from->name,
        .told = true};
    const struct source *src;

    want.name = engine_find_wanted(e->a, e, &want);
    if (want.name == NULL)
        return diag_error(d, include->at, "R345", "there are no rules \"%s\"",
            text_quote(e->a, include->value));
    for (int i = 0; i < files->depth; i++)
        if (strcmp(files->open[i], want.name) == 0)
            return diag_error(d, include->at, "R346",
                "rules that include one another have no end: \"%s\"",
                include->value);
    src = engine_file_wanted(e, d, &want);
    return src != NULL && add_file(e, d, src, files);
}

static bool
add_file(struct engine *e, struct diag *d, const struct source *src,
    struct rules_files *files)
{
    const struct ini_entry *include =
        ini_peek_entry(e->a, src, "format", "include");

    for (int i = 0; i < files->n; i++)
        if (strcmp(files->v[i]->name, src->name) == 0)
            return true;
    if (files->n + files->depth >= FILES_MAX)
        return diag_error(d, diag_pos(src, 0), "R347",
            "rules are made of %d files at most", FILES_MAX);
    files->open[files->depth++] = src->name;
    if (include != NULL && !add_included(e, d, include, src, files))
        return false;
    files->depth--;
    files->v[files->n++] = src;
    return true;
}

bool
engine_read_rules(struct arena *a, struct diag *d, struct engine *e,
    const struct source *const *src, int n, struct buf *all, struct rules *out)
{
    struct rules_files files = {.n = 0};

    for (int i = 0; i < n; i++)
        if (!add_file(e, d, src[i], &files))
            return false;
    for (int i = 0; all != NULL && i < files.n; i++)
        buf_add(all, files.v[i]->text, files.v[i]->len);
    return rules_parse(a, d, files.v, files.n, out) &&
           section_check_rules(d, out);
}

/* What is wanted, under each of its names: files that were found. */
static void
ruleset_load(struct engine *e, struct ruleset *set, const char *const *names,
    int n, struct engine_want want)
{
    struct diag *d = engine_diag(e);
    const struct source **files = NEW(e->a, const struct source *, n);
    struct buf all = buf_new(e->a);
    bool ok = true;

    for (int i = 0; i < n; i++) {
        want.name = names[i];
        files[i] = engine_file_wanted(e, d, &want);
        ok &= files[i] != NULL;
    }
    if (ok) {
        ok = engine_read_rules(e->a, d, e, files, n, &all, &set->rules);
        set->text = all.p;
        set->len = all.len;
        set->hash = hash_sha256(e->a, set->text, set->len);
    }
    engine_say(e, d);
    set->ok = ok && !engine_refused(e, d);
}

static const struct ruleset *
ruleset_find(struct arena *scratch, struct engine *e, const char *const *names,
    int n, const struct engine_want *want)
{
    struct buf key = buf_new(scratch);
    struct ruleset *set;

    for (int i = 0; i < n; i++)
        buf_printf(&key, "%s\n", names[i]);
    for (set = e->rulesets; set != NULL; set = set->next)
        if (strcmp(set->key, key.p) == 0)
            return set;
    set = NEW(e->a, struct ruleset, 1);
    set->key = arena_strndup(e->a, key.p, key.len);
    ruleset_load(e, set, names, n, *want);
    set->next = e->rulesets;
    e->rulesets = set;
    return set;
}

static void
rules_missing(const struct engine *e, struct diag *d, const struct text *named,
    const char *word)
{
    const char *near = engine_near(e, ENGINE_RULES, word, NULL);

    if (d != NULL && named != NULL && named->s == word) {
        diag_error(d, named->at, "I207", "there are no rules \"%s\"", word);
        if (near != NULL)
            text_meant(d, word, named->at, near);
        else
            diag_help(d, "\"relatieprofiel list rules\" shows those there "
                         "are; others lie beside the interview");
    } else if (near != NULL) {
        engine_fault(
            e, "there are no rules \"%s\"; did you mean \"%s\"?", word, near);
    } else {
        engine_fault(e, "there are no rules \"%s\"", word);
    }
}

/* The names lie in `scratch`: they are looked up for every interview. */
static const struct ruleset *
rules_find(struct arena *scratch, struct engine *e, struct diag *d,
    const struct text *named, const char *from)
{
    const struct engine_words *given = &e->options->rules;
    const char *one =
        named != NULL && named->s != NULL ? named->s : default_rules;
    const char *const *words = given->n > 0 ? given->v : &one;
    int n = given->n > 0 ? given->n : 1;
    struct engine_want want = {
        .kind = ENGINE_RULES, .from = from, .told = given->n == 0};
    const char **names = NEW(scratch, const char *, n);

    for (int i = 0; i < n; i++) {
        want.name = words[i];
        names[i] = engine_find_wanted(scratch, e, &want);
        if (names[i] == NULL) {
            rules_missing(e, d, named, words[i]);
            return NULL;
        }
    }
    return ruleset_find(scratch, e, names, n, &want);
}

const struct ruleset *
engine_rules(struct engine *e, struct diag *d, const struct text *named,
    const char *from)
{
    struct arena *scratch = arena_new();
    const struct ruleset *set = rules_find(scratch, e, d, named, from);

    arena_free(scratch);
    return set != NULL && set->ok ? set : NULL;
}

enum status
engine_load_rules(struct engine *e, const char *from)
{
    const struct ruleset *set = engine_rules(e, NULL, NULL, from);

    return set != NULL && glyphs_rules(e, set) ? STATUS_OK : STATUS_USAGE;
}
