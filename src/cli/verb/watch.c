/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The verb `watch`: reports are made again whenever an interview, or what it is
   made with, is saved.

   This process waits, and has the layouts and their fonts.  What is read of
   interviews and rules is read in a process forked for the round, so that a
   fault there ends no watch, and nothing piles up over a day.  A round tells
   which files it was made of, each with its hash: only what changed since is
   made again. */
#include "base/file.h"
#include "base/hash.h"
#include "cli/guard.h"
#include "cli/inputs.h"
#include "cli/notice.h"
#include "cli/reports.h"
#include "cli/round.h"
#include "cli/signals.h"
#include "cli/verb/verbs.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

enum {
    BURST = 60, /* milliseconds at most until a round begins */
    DEPTH_MAX = 32
};

struct watch {
    struct session *run;    /* of the command line */
    struct session session; /* with the layouts as they are now */
    struct arena *a;        /* of that */
    struct notice *notice;
    struct round_facts facts; /* of the last round */
    struct arena *facts_a;
    bool ready;           /* the layouts can be used */
    const char **folders; /* in which there must be something */
    int nfolders;
    struct signals signals;
};

/* ---- what it is made with ---- */

/* Whether a file is not as a round had it.  One that is not there now is on its
   way: its saving will be told. */
static bool
changed(const struct fact *f)
{
    struct arena *a = arena_new();
    struct source src;
    bool is = file_read(a, diag_new(a, NULL), f->path, FILE_TEXT_MAX, &src) &&
              (f->hash == NULL ||
                  strcmp(hash_sha256(a, src.text, src.len), f->hash) != 0);

    arena_free(a);
    return is;
}

static const struct fact *
fact_of(const struct facts *facts, const char *path)
{
    for (int i = 0; i < facts->n; i++)
        if (strcmp(facts->v[i].path, path) == 0)
            return &facts->v[i];
    return NULL;
}

static void
look_at_files(struct watch *w)
{
    for (int i = 0; i < w->facts.files.n; i++)
        (void)notice_file(w->notice, w->facts.files.v[i].path);
}

/* What was read for the layouts, good or not; fonts are no texts. */
static void
take_files(struct watch *w)
{
    w->facts.files = (struct facts){0};
    round_files(w->facts_a, &w->session, &w->facts.files);
    look_at_files(w);
}

static void
layouts_drop(struct watch *w)
{
    session_close(&w->session);
    arena_free(w->a);
}

/* Opens a session for the layouts as they are now. */
static enum status
layouts_load(struct watch *w)
{
    enum status status;

    w->a = arena_new();
    if (!session_open(
            w->a, w->run->opts, w->run->console, w->run->lang, &w->session))
        return STATUS_USAGE;
    status = session_load_layouts(&w->session);
    if (status == STATUS_OK && !engine_can_hide(w->session.engine))
        status = STATUS_USAGE;
    w->ready = status == STATUS_OK;
    w->facts.refused = !w->ready;
    take_files(w);
    return status;
}

/* ---- rounds ---- */

static void
round_make(struct watch *w, const struct saved *saved)
{
    struct arena *a = arena_new();
    struct round_facts facts = {0};
    const struct round round = {.session = &w->session,
        .saved = saved,
        .before = &w->facts.inputs,
        .signals = w->signals.fd,
        .mask = &w->signals.before};

    if (round_run(a, &round, &facts)) {
        arena_free(w->facts_a);
        w->facts_a = a;
        w->facts = facts;
        look_at_files(w);
    } else {
        arena_free(a);
    }
}

/* Whether one of the files that interviews are made with was saved otherwise
   than it was; or rules that were missed may be there now. */
static bool
made_otherwise(const struct watch *w, const struct saved *saved)
{
    if (saved->missed)
        return true;
    for (int i = 0; i < saved->n; i++) {
        const struct fact *f = fact_of(&w->facts.files, saved->v[i]);

        if (f != NULL
                ? changed(f)
                : w->facts.refused && path_has_suffix(saved->v[i], ".ini"))
            return true;
    }
    return false;
}

static bool
interview_saved(const struct watch *w, const struct saved *saved)
{
    for (int i = 0; i < saved->n; i++)
        if (fact_of(&w->facts.inputs, saved->v[i]) != NULL ||
            path_has_suffix(saved->v[i], ".yaml") ||
            path_has_suffix(saved->v[i], ".yml"))
            return true;
    return false;
}

/* All of it, anew. */
static void
make_all(struct watch *w)
{
    const struct saved all = {.missed = true};

    layouts_drop(w);
    w->facts.inputs.n = 0;
    if (layouts_load(w) == STATUS_OK)
        round_make(w, &all);
}

/* A file may be saved between its reading and the first look at its folder. */
static bool
changed_meanwhile(const struct watch *w)
{
    for (int i = 0; i < w->facts.files.n; i++)
        if (changed(&w->facts.files.v[i]))
            return true;
    return false;
}

/* The folder of the command line that is no longer there, or NULL. */
static const char *
lost(const struct watch *w)
{
    for (int i = 0; i < w->nfolders; i++)
        if (!reports_is_folder(w->run, w->folders[i]))
            return w->folders[i];
    return NULL;
}

/* By errno. */
static enum status
cannot_watch(const struct session *session, const char *path)
{
    return console_failure(session->console, _("cannot watch %s: %s"), path,
        _(file_reason(errno)));
}

/* The folders in a folder.  It is looked at before it is read, so that none is
   missed. */
static bool
look_below(struct watch *w, struct arena *a, const char *dir, int depth)
{
    const char **names;
    int n;

    if (!notice_folder(w->notice, dir, w->run->opts->recursive))
        return errno == ENOENT || errno == ENOTDIR; /* gone already */
    if (!w->run->opts->recursive || depth == 0)
        return true;
    n = path_list(a, dir, "", &names);
    for (int i = 0; i < n; i++) {
        const char *path = path_join(a, dir, names[i]);

        if (inputs_go_below(w->run, path) && !look_below(w, a, path, depth - 1))
            return false;
    }
    return true;
}

/* Folders that came since. */
static void
look_at_new(struct watch *w)
{
    struct arena *a = arena_new();

    for (int i = 0; i < w->nfolders; i++)
        if (w->folders[i] == w->run->opts->operands.v[i] &&
            !look_below(w, a, w->folders[i], DEPTH_MAX))
            cannot_watch(w->run, w->folders[i]);
    arena_free(a);
}

/* False where there is nothing left to wait for. */
static bool
take_saved(struct watch *w)
{
    struct arena *a = arena_new();
    struct saved saved = notice_take(w->notice, a, BURST);

    if (saved.failed) {
        cannot_watch(w->run, w->run->opts->operands.v[0]);
        arena_free(a);
        return false;
    }
    if (w->run->opts->recursive && (saved.below || saved.missed))
        look_at_new(w);
    guard_input(w->run->opts->operands.v[0]); /* its clock begins anew */
    if (made_otherwise(w, &saved))
        make_all(w);
    else if (w->ready && (saved.below || interview_saved(w, &saved)))
        round_make(w, &saved);
    if (changed_meanwhile(w))
        make_all(w);
    arena_free(a);
    if (!saved.gone || lost(w) == NULL)
        return true;
    console_failure(w->run->console, _("%s is no longer there"), lost(w));
    return false;
}

/* ---- waiting ---- */

/* Folders of the command line, and those of its files. */
static enum status
look_at_operands(struct watch *w)
{
    const struct engine_words *words = &w->run->opts->operands;

    w->folders = NEW(w->run->a, const char *, words->n);
    for (int i = 0; i < words->n; i++) {
        const char *path = words->v[i], *dir = path;
        bool ok = true;

        if (!reports_is_folder(w->run, path)) {
            dir = path_folder(w->run->a, path);
            ok = notice_file(w->notice, path);
        }
        /* Rules that are missing may come to lie beside a file. */
        ok = ok && (dir == path ? look_below(w, w->run->a, dir, DEPTH_MAX)
                                : notice_folder(w->notice, dir, false));
        if (!ok)
            return console_errno(w->run->console, errno, STATUS_USAGE,
                _("cannot watch %s: %s"), path, _(file_reason(errno)));
        w->folders[w->nfolders++] = dir;
    }
    return STATUS_OK;
}

/* Until a signal comes; this process then ends by it, as it would have. */
static void
wait_and_make(struct watch *w)
{
    struct pollfd fds[] = {{.fd = notice_fd(w->notice), .events = POLLIN},
        {.fd = w->signals.fd, .events = POLLIN}};

    for (;;) {
        int number;

        if (poll(fds, 2, -1) < 0 && errno != EINTR) {
            cannot_watch(w->run, w->run->opts->operands.v[0]);
            return;
        }
        number = signals_read(&w->signals);
        if (number != 0) {
            signals_leave(&w->signals);
            if (number > 0)
                raise(number);
            else
                cannot_watch(w->run, w->run->opts->operands.v[0]);
            return;
        }
        if ((fds[0].revents & POLLIN) != 0 && !take_saved(w))
            return;
    }
}

static enum status
watch(struct session *session)
{
    const struct saved all = {.missed = true};
    struct watch w = {.run = session, .facts_a = arena_new()};
    const struct engine_words *operands = &session->opts->operands;
    enum status status = STATUS_OK;

    w.notice = notice_open(session->a);
    if (w.notice == NULL || !signals_take(&w.signals))
        return cannot_watch(session, operands->v[0]);
    status = look_at_operands(&w);
    if (status == STATUS_OK) {
        status = layouts_load(&w);
        /* Layouts with faults can be mended, what is no layout cannot. */
        if (status == STATUS_OK || w.facts.files.n > 0) {
            if (status == STATUS_OK)
                round_make(&w, &all);
            if (changed_meanwhile(&w))
                make_all(&w);
            console_note(session->console, "%s",
                _("waiting for what is saved next; Ctrl-C ends it"));
            wait_and_make(&w);
            status = STATUS_FAILED;
        }
        layouts_drop(&w);
    }
    notice_close(w.notice);
    arena_free(w.facts_a);
    return status;
}

static const char *
refuse(struct arena *a, const struct options *o)
{
    (void)a;
    if (o->output != NULL && (o->operands.n > 1 || o->layouts.n != 1))
        return _("-o takes one interview and one layout (-l)");
    if (o->output != NULL && strcmp(o->output, "-") == 0)
        return _("watch writes into files");
    return NULL;
}

const struct verb verb_watch = {.name = "watch",
    .operands = "INTERVIEW...",
    .min = 1,
    .max = INT_MAX,
    .help = {"rapporten opnieuw maken bij elke keer opslaan",
        "make reports again at each save"},
    .example = {"watch gesprek.yaml -l handout",
        "watch interview.yaml -l handout"},
    .makes = true,
    .refuse = refuse,
    .writes = true,
    .forks = true,
    .again = true,
    .run = watch};
