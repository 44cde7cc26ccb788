/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Files shown by the desktop's own programs. */
#include "cli/desktop.h"

#include "base/file_write.h"
#include "base/reason.h"
#include "cli/paths.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static const char shown_name[] = PROGRAM_NAME "-messages.txt";

extern char **environ;

/* What xdg-open says where it knows no program is not for the user. */
bool
desktop_open(struct arena *a, const char *path)
{
    char open[] = "xdg-open";
    /* A name that begins with a dash is no option. */
    char *copy = arena_printf(a, "%s%s", path[0] == '-' ? "./" : "", path);
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
        if (!file_interrupted())
            return false;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool
desktop_show(struct arena *a, const char *text, size_t len)
{
    const char *folder = getenv("XDG_RUNTIME_DIR");
    const char *path;

    if (folder == NULL || folder[0] != '/')
        return false;
    path = path_join(a, folder, shown_name);
    return file_write(path, text, len) == FILE_WRITTEN && desktop_open(a, path);
}
