/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "cli/look.h"

#include "base/reason.h"
#include "cli/paths.h"

#include <errno.h>

static enum look
failed(const struct console *console, const char *path)
{
    if (!file_error_of_system(errno))
        return LOOK_NOTHING;
    console_failure(
        console, _("cannot read %s: %s"), path, _(file_reason(errno)));
    return LOOK_FAILED;
}

enum look
look_at(const struct console *console, const char *path, struct stat *st)
{
    return lstat(path, st) == 0 ? LOOK_THERE : failed(console, path);
}

enum look
look_behind(const struct console *console, const char *path, struct stat *st)
{
    return stat(path, st) == 0 ? LOOK_THERE : failed(console, path);
}

int
look_list(const struct console *console, struct arena *a, const char *dir,
    const char *suffix, const char ***names)
{
    int n = path_list(a, dir, suffix, names);

    if (n >= 0)
        return n;
    if (errno == ENOENT || errno == ENOTDIR)
        return 0;
    if (failed(console, dir) == LOOK_NOTHING)
        console_error(
            console, _("cannot read %s: %s"), dir, _(file_reason(errno)));
    return -1;
}
