/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "cli/round.h"

#include "base/file.h"
#include "base/hash.h"
#include "cli/guard.h"
#include "cli/job.h"
#include "cli/output.h"
#include "cli/sandbox.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* What is told goes through a pipe: records of three texts that end in NUL,
   the first with a letter before it: an interview or a file, with hash and case
   id. */
enum { INTERVIEW = 'I', FILE_READ = 'F', SECONDS = 60, MILLI = 1000 };

static void
facts_add(struct arena *a, struct facts *facts, struct fact fact)
{
    GROW(a, facts->v, facts->n, facts->cap, 16);
    facts->v[facts->n++] = fact;
}

void
round_files(struct arena *a, const struct session *session, struct facts *out)
{
    for (const struct files_read *f = session->files.read; f != NULL;
         f = f->next)
        if (f->kind == ENGINE_RULES || f->kind == ENGINE_LAYOUT ||
            f->kind == ENGINE_LOGO)
            facts_add(a, out,
                (struct fact){.path = arena_strndup(
                                  a, f->file.name, strlen(f->file.name)),
                    .hash = hash_sha256(a, f->file.text, f->file.len)});
}

/* ---- in the process of the round ---- */

static const struct fact *
fact_before(const struct round *r, const char *path)
{
    for (int i = 0; i < r->before->n; i++)
        if (strcmp(r->before->v[i].path, path) == 0)
            return &r->before->v[i];
    return NULL;
}

static bool
is_saved(const struct round *r, const char *path)
{
    for (int i = 0; i < r->saved->n; i++)
        if (strcmp(r->saved->v[i], path) == 0)
            return true;
    return r->saved->missed;
}

static const char *
hash_now(struct arena *a, const char *path)
{
    struct source src;

    return file_read(a, diag_new(a, NULL), path, FILE_TEXT_MAX, &src)
               ? hash_sha256(a, src.text, src.len)
               : NULL;
}

static void
tell(int fd, char kind, const struct fact *f)
{
    const char *texts[] = {f->path, f->hash, f->case_id};
    struct arena *a = arena_new();
    struct buf b = buf_new(a);

    buf_putc(&b, kind);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        buf_puts(&b, texts[i] == NULL ? "" : texts[i]);
        buf_putc(&b, '\0');
    }
    for (size_t done = 0; done < b.len;) {
        ssize_t n = write(fd, b.p + done, b.len - done);

        if (n < 0 && errno != EINTR)
            break; /* nobody is there */
        done += n > 0 ? (size_t)n : 0;
    }
    arena_free(a);
}

/* Only what is needed is open to it: the folders of the interviews, since a
   file there is replaced by another. */
static void
limit(struct session *session, const struct inputs *inputs)
{
    struct arena *a = session->a;
    const char *folders[FILES_FOLDERS];
    int n = files_folders(a, &session->files, folders);
    struct sandbox s = {.read = NEW(a, const char *,
                            2 * inputs->n + n + 1 + session->report.rules.n),
        .write = NEW(a, const char *, inputs->n)};

    for (int i = 0; i < inputs->n; i++) {
        s.read[s.nread++] = inputs->v[i].path;
        s.read[s.nread++] = path_folder(a, inputs->v[i].path);
        s.write[s.nwrite++] = inputs->v[i].dir;
    }
    for (int i = 0; i < n; i++)
        s.read[s.nread++] = folders[i];
    for (int i = 0; i < session->report.rules.n; i++)
        if (path_is_file(session->report.rules.v[i]))
            s.read[s.nread++] = path_folder(a, session->report.rules.v[i]);
    s.read[s.nread++] = paths_locale(a);
    s.nread -= s.read[s.nread - 1] == NULL;
    sandbox_enter(&s);
}

/* The interviews that there are; what is passed over among them is said in the
   first round, and where a folder gives none the reason in each. */
static enum status
expand(const struct round *r, struct inputs *inputs)
{
    struct session *session = r->session;
    const struct console *console = session->console;
    struct console held = *console;
    struct buf said = buf_new(session->a);
    enum status status;

    held.held = &said;
    if (r->before->n > 0)
        session->console = &held;
    status = inputs_expand(session, &session->opts->operands, inputs);
    session->console = console;
    if (status != STATUS_OK && said.len > 0)
        console_text(console, said.p, said.len);
    return status;
}

/* One interview that is not as it was; whether it was refused. */
static bool
make(struct arena *a, const struct round *r, const struct input *input)
{
    struct buf told = buf_new(a);
    struct outcome outcome = job_run(a, r->session, input, &told);

    if (outcome.status != STATUS_OK)
        console_note(r->session->console,
            _("%s: what was made of it before stays as it is"), input->path);
    return outcome.status != STATUS_OK;
}

/* Which of them are to be made, with the hash of each; what was not saved has
   the case id that it had. */
static void
choose(struct arena *a, const struct round *r, struct inputs *inputs,
    const char **hash, bool *due)
{
    for (int i = 0; i < inputs->n; i++) {
        struct input *input = &inputs->v[i];
        const struct fact *f = fact_before(r, input->path);

        due[i] = f == NULL || is_saved(r, input->path);
        hash[i] = due[i] ? hash_now(a, input->path) : f->hash;
        if (f == NULL || f->hash == NULL || hash[i] == NULL ||
            strcmp(hash[i], f->hash) != 0)
            continue;
        due[i] = false;
        input->case_id = f->case_id;
    }
}

static int
work(const struct round *r, int fd)
{
    struct session *session = r->session;
    struct console verbose = *session->console;
    struct arena *a = session->a, *one = arena_new();
    struct inputs inputs;
    struct facts files = {0};
    const char **hash;
    bool *due, refused = false;

    guard_leave();
    verbose.verbose = !verbose.quiet;
    session->console = &verbose;
    refused = expand(r, &inputs) != STATUS_OK;
    for (int i = 0; i < inputs.n; i++)
        if (i == 0 || strcmp(inputs.v[i].dir, inputs.v[i - 1].dir) != 0)
            refused |= !output_ready(session, inputs.v[i].dir);
    limit(session, &inputs);
    hash = NEW(a, const char *, inputs.n);
    due = NEW(a, bool, inputs.n);
    choose(a, r, &inputs, hash, due);
    inputs_find_twins(session, &inputs);
    if (inputs_load_rules(session, &inputs) != STATUS_OK) {
        refused = true;
        memset(due, 0, (size_t)inputs.n * sizeof *due);
    }
    for (int i = 0; i < inputs.n; i++) {
        /* What is not there is being saved; what cannot be read is said. */
        if (due[i] && (hash[i] != NULL || file_exists(inputs.v[i].path))) {
            refused |= make(one, r, &inputs.v[i]);
            arena_reset(one);
            engine_trim(session->engine);
        }
        tell(fd, INTERVIEW,
            &(struct fact){inputs.v[i].path, hash[i], inputs.v[i].case_id});
    }
    round_files(a, session, &files);
    for (int i = 0; i < files.n; i++)
        tell(fd, FILE_READ, &files.v[i]);
    return refused;
}

/* ---- in the process that waits ---- */

static pid_t
fork_round(const struct round *r, int *fd)
{
    int pipes[2];
    pid_t pid;

    if (pipe(pipes) != 0)
        return -1;
    pid = fork();
    if (pid == 0) {
        close(pipes[0]);
        close(r->signals);
        sigprocmask(SIG_SETMASK, r->mask, NULL);
        _exit(work(r, pipes[1]));
    }
    close(pipes[1]);
    *fd = pipes[0];
    if (pid < 0)
        close(pipes[0]);
    return pid;
}

/* Takes all that is told.  What is silent for too long is ended, and so is it
   where a signal came: that stays to be read. */
static void
listen_to(pid_t pid, int fd, int signals, struct buf *told)
{
    struct pollfd fds[] = {
        {.fd = fd, .events = POLLIN}, {.fd = signals, .events = POLLIN}};
    char bytes[4096];
    ssize_t n = 1;

    while (n > 0) {
        int ready = poll(fds, 2, SECONDS * MILLI);

        if (ready < 0 && errno == EINTR)
            continue;
        if (ready <= 0 || fds[1].revents != 0) {
            kill(pid, ready <= 0 ? SIGKILL : SIGTERM);
            return;
        }
        n = read(fd, bytes, sizeof bytes);
        if (n > 0)
            buf_add(told, bytes, (size_t)n);
    }
}

/* The next text; NULL where it is empty. */
static const char *
next_text(const char **p)
{
    const char *text = *p;

    *p += strlen(text) + 1;
    return *text == '\0' ? NULL : text;
}

static void
facts_read(struct arena *a, const struct buf *told, struct round_facts *out)
{
    for (const char *p = told->p; told->len > 0 && p < told->p + told->len;) {
        char kind = *p++;
        struct fact f;

        f.path = next_text(&p);
        f.hash = next_text(&p);
        f.case_id = next_text(&p);
        facts_add(a, kind == INTERVIEW ? &out->inputs : &out->files, f);
    }
}

bool
round_run(struct arena *a, const struct round *r, struct round_facts *out)
{
    const struct console *console = r->session->console;
    struct buf told = buf_new(a);
    int fd = -1, status = 0;
    pid_t pid = fork_round(r, &fd);

    if (pid < 0) {
        console_failure(console, _("cannot begin: %s"), _(file_reason(errno)));
        return false;
    }
    listen_to(pid, fd, r->signals, &told);
    close(fd);
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {
    }
    if (!WIFEXITED(status) || WEXITSTATUS(status) > 1) {
        if (WIFSIGNALED(status) && WTERMSIG(status) != SIGTERM)
            console_error(console,
                _("the process at work got signal %d; nothing of it is kept"),
                WTERMSIG(status));
        return false;
    }
    facts_read(a, &told, out);
    out->refused = WEXITSTATUS(status) != 0;
    return true;
}
