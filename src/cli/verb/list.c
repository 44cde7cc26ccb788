/* `list` and `new`. */
#include "cli/verb/list.h"

#include "base/file.h"
#include "report/section.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

enum { NAME_COLUMN = 14 };

static const char *const example_file[LANG_COUNT] = {
    [LANG_NL] = "juf-anne.yaml",
    [LANG_EN] = "english.yaml",
};

/* What a file of rules or a layout calls itself. */
static const char *
title_of(const struct bitext *title, enum lang lang)
{
    return title->t[lang].s != NULL ? title->t[lang].s : "";
}

static const char *
rules_title(struct arena *a, const struct source *src, enum lang lang)
{
    struct rules *rules = NEW(a, struct rules, 1);

    rules_parse(a, diag_new(a, NULL), &src, 1, rules);
    return title_of(&rules->title, lang);
}

static const char *
layout_title(struct arena *a, const struct source *src, enum lang lang)
{
    struct layout *layout = NEW(a, struct layout, 1);

    layout_parse(a, diag_new(a, NULL), src, layout);
    return title_of(&layout->title, lang);
}

/* One line per file of a kind; the user's own hide the shipped ones. */
static void
list_files(struct session *session, enum path_kind kind, enum lang lang,
    const char *(*title)(
        struct arena *a, const struct source *src, enum lang lang),
    struct buf *out)
{
    const char *folders[PATHS_FOLDERS];
    int nfolders = paths_folders(session->a, &session->paths, kind, folders);

    for (int i = 0; i < nfolders; i++) {
        const char **names;
        int n = path_list(session->a, folders[i], ".ini", &names);

        for (int k = 0; k < n; k++) {
            const char *path = path_join(session->a, folders[i], names[k]);
            const char *stem = path_stem(session->a, names[k]);
            const char *used =
                paths_ini(session->a, &session->paths, kind, stem, NULL);
            struct source src;

            if (used == NULL || strcmp(used, path) != 0 ||
                !file_read(session->a, diag_new(session->a, NULL), path,
                    FILE_TEXT_MAX, &src))
                continue;
            buf_printf(out, "%-*s %s\n", NAME_COLUMN, stem,
                title(session->a, &src, lang));
        }
    }
}

static void
list_rules(struct session *session, enum lang lang, struct buf *out)
{
    list_files(session, PATH_RULES, lang, rules_title, out);
}

static void
list_layouts(struct session *session, enum lang lang, struct buf *out)
{
    list_files(session, PATH_LAYOUTS, lang, layout_title, out);
}

/* Families that only their files tell of: NAME-Regular.ttf or .otf. */
static void
list_own_fonts(struct session *session, struct buf *out)
{
    static const char *const ends[] = {"-Regular.ttf", "-Regular.otf"};
    const char *folders[PATHS_FOLDERS];
    int n = paths_folders(session->a, &session->paths, PATH_FONTS, folders);

    for (int i = 0; i < n * 2; i++) {
        const char *folder = folders[i / 2], *end = ends[i % 2], **names;
        int found = path_list(session->a, folder, end, &names);

        for (int k = 0; k < found; k++)
            buf_printf(out, "%-*.*s %s\n", NAME_COLUMN,
                (int)(strlen(names[k]) - strlen(end)), names[k],
                path_join(session->a, folder, names[k]));
    }
}

static void
list_fonts(struct session *session, enum lang lang, struct buf *out)
{
    const struct catalogue *c = &session->catalogue;
    struct diag *d = diag_new(session->a, console_translate);
    struct font_files files;

    (void)lang;
    if (!catalogue_read(session->a, d, &session->paths, &session->catalogue)) {
        console_diag(session->console, session->a, d);
        return;
    }
    for (int i = 0; i < c->n; i++) {
        const struct font_family *f = &c->families[i];
        bool there = catalogue_installed(session->a, c, f->name.s, &files);

        buf_printf(out, "%-*s ", NAME_COLUMN, f->name.s);
        if (!there)
            buf_printf(out, _("not installed; apt install %s"), f->package.s);
        else
            buf_puts(out, f->licence.s);
        buf_putc(out, '\n');
    }
    list_own_fonts(session, out);
}

static void
list_blocks(struct session *session, enum lang lang, struct buf *out)
{
    (void)session;
    section_list(lang, out);
}

static void
list_keys(struct session *session, enum lang lang, struct buf *out)
{
    static const char *const heads[LANG_COUNT][2] = {
        [LANG_NL] = {"Interview (YAML)", "Lay-out (INI)"},
        [LANG_EN] = {"Interview (YAML)", "Layout (INI)"},
    };

    (void)session;
    buf_printf(out, "%s\n\n", heads[lang][0]);
    interview_list_keys(lang, out);
    buf_printf(out, "\n%s\n", heads[lang][1]);
    layout_list_keys(lang, out);
}

static const struct {
    const char *name;
    void (*list)(struct session *session, enum lang lang, struct buf *out);
} lists[] = {
    {"rules", list_rules},
    {"layouts", list_layouts},
    {"fonts", list_fonts},
    {"blocks", list_blocks},
    {"keys", list_keys},
};

enum { NLISTS = sizeof lists / sizeof *lists };

enum status
list_run(struct session *session, enum lang lang)
{
    const char *word = session->opts->operands.v[0];
    struct buf out = buf_new(session->a);
    const char *names[NLISTS], *near;

    for (int i = 0; i < NLISTS; i++) {
        names[i] = lists[i].name;
        if (strcmp(word, names[i]) != 0)
            continue;
        lists[i].list(session, lang, &out);
        return console_out(session->console, out.p, out.len);
    }
    near = diag_nearest(word, names, NLISTS);
    if (near != NULL)
        console_error(session->console,
            _("list: there is no list \"%s\"; did you mean \"%s\"?"), word,
            near);
    else
        console_error(session->console,
            _("list: there is no list \"%s\"; there are rules, layouts, fonts, "
              "blocks and keys"),
            word);
    return STATUS_USAGE;
}

/* new */

/* The shipped example; false with the reason said. */
static bool
example_read(struct session *session, enum lang lang, struct buf *out)
{
    struct diag *d = diag_new(session->a, console_translate);
    const char *folders[PATHS_FOLDERS];
    int n = paths_folders(session->a, &session->paths, PATH_EXAMPLES, folders);
    struct source src;

    if (n == 0 || !file_read(session->a, d,
                      path_join(session->a, folders[n - 1], example_file[lang]),
                      FILE_TEXT_MAX, &src)) {
        console_diag(session->console, session->a, d);
        return false;
    }
    buf_add(out, src.text, src.len);
    return true;
}

static bool
template_make(struct session *session, enum lang lang, struct buf *out)
{
    const struct ruleset *set = session_rules(session, NULL, NULL, NULL);

    if (set != NULL)
        interview_template(&set->rules, lang, out);
    return set != NULL;
}

enum status
list_new(struct session *session, enum lang lang)
{
    const struct options *o = session->opts;
    const char *path = o->operands.n > 0 ? o->operands.v[0] : "-";
    struct buf out = buf_new(session->a);
    struct stat st;

    if (!(o->example ? example_read : template_make)(session, lang, &out))
        return STATUS_USAGE;
    if (strcmp(path, "-") == 0)
        return console_out(session->console, out.p, out.len);
    if (!o->force && lstat(path, &st) == 0) {
        console_error(session->console,
            _("%s exists; it is left as it is (--force replaces it)"), path);
        return STATUS_REFUSED;
    }
    if (!file_write(path, out.p, out.len)) {
        console_error(
            session->console, _("cannot write %s: %s"), path, strerror(errno));
        return STATUS_FAILED;
    }
    if (session->console->verbose)
        console_note(session->console, _("wrote %s"), path);
    return STATUS_OK;
}
