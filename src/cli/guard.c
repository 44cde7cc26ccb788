/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* RLIMIT_DATA, sigaltstack */

#include "cli/guard.h"

#include "cli/sandbox.h"

#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* Longer than anything takes: seconds of the processor's time. */
enum { INPUT_SECONDS = 60, ASSET_SECONDS = 2 };

enum { MEMORY_MAX = 1 << 30, STACK = 64 * 1024, BESIDE_MAX = 200 };

#if defined(__SANITIZE_ADDRESS__)
enum { WATCHED_ALREADY = true };
#else
enum { WATCHED_ALREADY = false };
#endif

/* What the end would be, made while all is well: a handler of signals may not
   make it. */
struct last_words {
    const char *fault, *late;
    size_t nfault, nlate;
    int status;
};

static struct {
    bool on;
    const struct console *console;
    struct arena *a;
    struct last_words words;
    char stack[STACK];
} guard;

/* Last words ------------------------------------------------------------ */

static void
on_end(int number)
{
    bool late = number == SIGXCPU;
    const char *p = late ? guard.words.late : guard.words.fault;
    ssize_t n = p == NULL ? 0
                          : write(STDERR_FILENO, p,
                                late ? guard.words.nlate : guard.words.nfault);

    (void)n; /* there is nowhere else to say it */
    _exit(guard.words.status);
}

static const int ends[] = {
    SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGSYS, SIGXCPU};

static void
handle_ends(void (*how)(int))
{
    struct sigaction act = {.sa_handler = how, .sa_flags = SA_ONSTACK};
    const stack_t stack = {.ss_sp = guard.stack, .ss_size = STACK};

    sigemptyset(&act.sa_mask);
    sigaltstack(&stack, NULL);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        sigaction(ends[i], &act, NULL);
}

/* As the console would say it. */
static const char *
words_make(const char *text, size_t *len)
{
    struct buf out = buf_new(guard.a);
    struct console held = *guard.console;

    held.held = &out;
    buf_puts(&out, "");
    console_error(&held, "%s", text);
    *len = out.len;
    return out.p;
}

/* The clock begins anew: `seconds` of the processor from now on. */
static void
clock_begin(int seconds)
{
    struct rusage used;
    struct rlimit limit;

    if (getrusage(RUSAGE_SELF, &used) != 0 ||
        getrlimit(RLIMIT_CPU, &limit) != 0)
        return;
    limit.rlim_cur =
        (rlim_t)(used.ru_utime.tv_sec + used.ru_stime.tv_sec + seconds + 1);
    if (limit.rlim_cur > limit.rlim_max)
        limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_CPU, &limit);
}

/* The words of before are none from here on. */
static bool
words_drop(void)
{
    if (guard.on) {
        guard.words = (struct last_words){.status = STATUS_FAILED};
        arena_reset(guard.a);
    }
    return guard.on;
}

static void
words_take(const char *fault, const char *late, int seconds, enum status status)
{
    struct last_words words = {.status = (int)status};

    words.fault = words_make(fault, &words.nfault);
    words.late = words_make(late, &words.nlate);
    guard.words = words;
    clock_begin(seconds);
}

void
guard_input(const char *path)
{
    if (words_drop())
        words_take(
            arena_printf(guard.a,
                _("%s: a fault of the program; nothing more was made of it"),
                path),
            arena_printf(guard.a, _("%s: not ready after %d seconds"), path,
                INPUT_SECONDS),
            INPUT_SECONDS, STATUS_FAILED);
}

void
guard_asset(const char *path)
{
    if (words_drop())
        words_take(
            arena_printf(guard.a,
                _("%s cannot be read safely: the program stumbled over it"),
                path),
            arena_printf(guard.a, _("%s cannot be read in %d seconds"), path,
                ASSET_SECONDS),
            ASSET_SECONDS, STATUS_USAGE);
}

void
guard_leave(void)
{
    struct rlimit limit;

    if (!guard.on)
        return;
    guard.on = false;
    handle_ends(SIG_DFL);
    if (getrlimit(RLIMIT_CPU, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_CPU, &limit);
    }
}

/* Files ----------------------------------------------------------------- */

/* Paths grow in an arena. */
struct list {
    struct arena *a;
    const char **v;
    int n, cap;
};

static void
list_add(struct list *list, const char *path)
{
    if (path != NULL) {
        GROW(list->a, list->v, list->n, list->cap, 32);
        list->v[list->n++] = path;
    }
}

static bool
is_folder(const char *path)
{
    struct stat st;

    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* The folder, or the one that it will be made in. */
static void
list_folder(struct list *list, const char *dir)
{
    struct stat st;

    while (
        stat(dir, &st) != 0 && strcmp(dir, ".") != 0 && strcmp(dir, "/") != 0) {
        size_t len = strlen(dir);

        while (len > 1 && dir[len - 1] == '/')
            len--;
        dir = path_folder(list->a, arena_strndup(list->a, dir, len));
    }
    list_add(list, dir);
}

/* A file, and the rules that may lie beside it; of a layout its logo too. */
static void
list_input(struct list *read, const char *path)
{
    const char *dir = path_folder(read->a, path), **names;
    int n;

    list_add(read, path);
    if (is_folder(path))
        return;
    n = path_list(read->a, dir, ".ini", &names);
    if (n > BESIDE_MAX || path_has_suffix(path, ".ini"))
        list_add(read, dir);
    for (int i = 0; i < n && n <= BESIDE_MAX; i++) {
        const char *beside = path_join(read->a, dir, names[i]);
        struct stat st;

        if (lstat(beside, &st) == 0 && S_ISREG(st.st_mode))
            list_add(read, beside);
    }
}

/* Rules and layouts that are named by their path, with what lies beside. */
static void
list_words(struct list *read, const struct engine_words *words)
{
    for (int i = 0; i < words->n; i++)
        if (path_is_file(words->v[i])) {
            list_add(read, words->v[i]);
            list_add(read, path_folder(read->a, words->v[i]));
        }
}

/* Where results go: -d, -o, --collect, or beside the operands. */
static void
list_results(struct list *write, const struct options *o)
{
    const char *file = o->output != NULL ? o->output : o->collect;
    struct stat st;

    if (o->folder != NULL)
        list_folder(write, o->folder);
    if (file != NULL && stat(file, &st) == 0 && !S_ISREG(st.st_mode))
        list_add(write, file); /* a device */
    else if (file != NULL)
        list_folder(write, path_folder(write->a, file));
    if (o->list_refused != NULL && strcmp(o->list_refused, "-") != 0)
        list_folder(write, path_folder(write->a, o->list_refused));
    if (!o->verb->writes || o->folder != NULL || file != NULL)
        return;
    for (int i = 0; i < o->operands.n; i++)
        list_folder(write, is_folder(o->operands.v[i])
                               ? o->operands.v[i]
                               : path_folder(write->a, o->operands.v[i]));
    if (o->operands.n == 0)
        list_add(write, ".");
}

/* What the libraries open: messages, time zones, and what draws an SVG. */
static const char *const of_system[] = {"/etc/localtime", "/etc/os-release",
    "/usr/lib/os-release", "/usr/share/zoneinfo", "/etc/ld.so.cache", "/lib",
    "/lib64", "/usr/lib", "/etc/fonts", "/usr/share/fontconfig",
    "/var/cache/fontconfig", "/usr/share/mime", "/usr/share/xml/fontconfig"};

static void
list_own(struct list *read, const struct session *session)
{
    const char *folders[FILES_FOLDERS];
    int n = files_folders(read->a, &session->files, folders);

    for (int i = 0; i < n; i++)
        list_add(read, folders[i]);
    list_add(read, session->files.paths.share);
    list_add(read, paths_locale(read->a));
    for (size_t i = 0; i < sizeof of_system / sizeof *of_system; i++)
        list_add(read, of_system[i]);
}

/* One file is worked on in this process. */
static bool
needs_others(const struct options *o)
{
    return o->verb->forks &&
           (o->verb->again || o->operands.n > 1 || o->files_from != NULL ||
               (o->operands.n == 1 && is_folder(o->operands.v[0])));
}

static void
files_enter(const struct session *session)
{
    const struct options *o = session->opts;
    struct arena *a = arena_new();
    struct list read = {.a = a}, write = {.a = a}, look = {.a = a};
    struct sandbox s;

    for (int i = 0; i < o->operands.n; i++) {
        list_input(&read, o->operands.v[i]);
        if (o->verb->again)
            list_add(&read, path_folder(a, o->operands.v[i]));
        list_add(&look, path_folder(a, o->operands.v[i]));
    }
    list_words(&read, &o->layouts);
    list_words(&read, &o->report.rules);
    if (o->key != NULL) {
        list_input(&read, o->key);
        list_add(&look, path_folder(a, o->key));
    }
    list_add(&read, o->from);
    list_own(&read, session);
    list_results(&write, o);
    s = (struct sandbox){.read = read.v,
        .nread = read.n,
        .look = look.v,
        .nlook = look.n,
        .write = write.v,
        .nwrite = write.n,
        .forks = needs_others(o)};
    sandbox_enter(&s);
    arena_free(a);
}

/* Where this process can do more than it needs. */
static void
tell(const struct console *console)
{
    if (!console->verbose)
        return;
    if (!sandbox_has_files())
        console_note(console, "%s",
            _("this system has no Landlock: the program could open other "
              "files"));
    if (!sandbox_has_calls())
        console_note(console, "%s",
            _("this system has no seccomp: the program could run others and "
              "reach the network"));
}

void
guard_enter(const struct session *session)
{
    struct rlimit limit;

    if (WATCHED_ALREADY || session->opts->verb->starts)
        return;
    if (getrlimit(RLIMIT_DATA, &limit) == 0 && limit.rlim_cur > MEMORY_MAX) {
        limit.rlim_cur = MEMORY_MAX;
        setrlimit(RLIMIT_DATA, &limit);
    }
    guard.console = session->console;
    guard.a = arena_new();
    guard.on = true;
    guard_input(session->opts->operands.n > 0 ? session->opts->operands.v[0]
                                              : PROGRAM_NAME);
    handle_ends(on_end);
    tell(session->console);
    files_enter(session);
}
