/* The verb `form`: opens the page for a browser, which lies installed beside
   the shipped files, or in the build tree. */
#include "base/file.h"
#include "cli/session.h"
#include "cli/verb/verbs.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

/* Below the folder of shipped files. */
static const char *const places[] = {
    "relatieprofiel.html", "build/web/relatieprofiel.html"};

extern char **environ;

static const char *
find_page(struct arena *a, const struct paths *paths)
{
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        const char *path =
            paths->share == NULL ? NULL : path_join(a, paths->share, places[i]);

        if (path != NULL && file_exists(path))
            return path;
    }
    return NULL;
}

/* Hands the page to the user's browser, as the desktop knows it; what it says
   where it knows none is not for the user. */
static bool
open_page(struct arena *a, const char *path)
{
    char open[] = "xdg-open", *copy = arena_printf(a, "%s", path);
    char *const words[] = {open, copy, NULL};
    posix_spawn_file_actions_t quiet;
    pid_t pid;
    int status, failed;

    if (posix_spawn_file_actions_init(&quiet) != 0)
        return false;
    posix_spawn_file_actions_addopen(
        &quiet, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    failed = posix_spawnp(&pid, open, &quiet, NULL, words, environ);
    posix_spawn_file_actions_destroy(&quiet);
    if (failed != 0)
        return false;
    while (waitpid(pid, &status, 0) < 0)
        if (errno != EINTR)
            return false;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static enum status
form(struct session *session)
{
    const char *path = find_page(session->a, &session->files.paths);

    if (path == NULL) {
        console_error(session->console,
            _("form: the page is not there; \"make web\" makes it"));
        return STATUS_USAGE;
    }
    if (open_page(session->a, path))
        return STATUS_OK;
    console_error(
        session->console, _("form: open this file in a browser: %s"), path);
    return STATUS_FAILED;
}

const struct verb verb_form = {.name = "form",
    .operands = "",
    .min = 0,
    .max = 0,
    .help = {"het formulier in een browser openen",
        "open the form in a browser"},
    .run = form};
